//! The folder lock across processes.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use comity_adapters::lock::{FolderLock, LockError};

use crate::CHILD;

#[test]
fn the_lock_of_a_killed_process_is_free_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut holder = Command::new(CHILD)
        .arg("hold-lock")
        .arg(folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(holder.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert_eq!(line, "held\n");
    match FolderLock::acquire(folder.path()) {
        Err(LockError::Held { holder: Some(pid), .. }) => assert_eq!(pid, holder.id()),
        other => panic!("{other:?}"),
    }
    holder.kill().unwrap();
    holder.wait().unwrap();
    FolderLock::acquire(folder.path()).unwrap();
}
