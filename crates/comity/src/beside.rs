//! The folder in which a node is put together: beside the place where it will be, and put there in one step when it is
//! whole. Before that step nobody was told of the node, so what a death on the way leaves is cleared away by whoever
//! begins again.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use comity_adapters::lock::{FolderLock, LOCK_FILE};
use comity_casework::LOG_FOLDER;
use comity_disk::{RealDisk, TEMP_SUFFIX};
use comity_evidence::vault;

use crate::folder::{self, DATABASE, KEY_FILE, PACKS};
use crate::objects::SETTINGS;
use crate::out::{Failure, shown};

/// Says that the node of a folder is not whole. It is the first file to be written and the last to be removed, so that a
/// whole node, wherever somebody moved it, is never taken for what a death has left.
pub const UNFINISHED: &str = "node.unfinished";

/// What is added to the name of the place.
const ENDING: &str = ".new";

/// What SQLite calls the files beside a database (<https://sqlite.org/tempfiles.html>).
const DATABASE_ENDINGS: &[&str] = &["", "-wal", "-shm", "-journal"];

/// A folder that is made, locked and ours. Unless it is settled, it is cleared away when it is dropped.
pub struct Beside {
    folder: PathBuf,
    to: PathBuf,
    /// Held until the node is in its place, so that nobody begins another in the meantime.
    _lock: FolderLock,
    settled: bool,
}

impl Beside {
    /// Makes and locks the folder for a node that will be in `to`, which must not exist.
    pub fn make(to: &Path) -> Result<Self, Failure> {
        let exists = || Failure::new("comity-folder-exists", vec![("folder", shown(to))]);
        if to.exists() {
            return Err(exists());
        }
        let mut folder = to.to_owned().into_os_string();
        folder.push(ENDING);
        let folder = PathBuf::from(folder);
        let failed = |e| Failure::file("make", &folder, e);
        if fs::symlink_metadata(&folder).is_ok_and(|found| !found.is_dir()) {
            return Err(foreign(&folder, ""));
        }
        fs::create_dir_all(above(to)).map_err(failed)?;
        RealDisk::create(&folder).map_err(folder::of_disk)?;
        let lock = FolderLock::acquire(&folder).map_err(Failure::of)?;
        // Whoever held the lock until now may have put a node there.
        if to.exists() {
            return Err(exists());
        }
        check(&folder)?;
        clear(&folder).map_err(failed)?;
        let beside = Self { folder, to: to.to_owned(), _lock: lock, settled: false };
        folder::write(&beside.folder, UNFINISHED, b"")?;
        Ok(beside)
    }

    /// Where the node is put together.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Puts the node, which is whole and closed, into its place.
    pub fn settle(mut self) -> Result<(), Failure> {
        let place = || -> io::Result<()> {
            fs::remove_file(self.folder.join(UNFINISHED))?;
            sync(&self.folder)?;
            fs::rename(&self.folder, &self.to)
        };
        place().map_err(|e| Failure::file("make", &self.to, e))?;
        self.settled = true;
        sync(above(&self.to)).map_err(|e| Failure::file("make", &self.to, e))
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if !self.settled {
            // What stays is cleared away by the next one who begins.
            let _ = clear(&self.folder)
                .and_then(|()| fs::remove_file(self.folder.join(LOCK_FILE)))
                .and_then(|()| fs::remove_dir(&self.folder));
        }
    }
}

/// Whether a folder holds a node that is not whole.
pub fn is_unfinished(folder: &Path) -> bool {
    folder.join(UNFINISHED).exists()
}

/// Makes the names in a folder durable.
pub fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// The folder that a file or folder lies in.
pub fn above(path: &Path) -> &Path {
    path.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Makes sure that what lies in the folder was left by a death of ours, and by nothing else.
fn check(folder: &Path) -> Result<(), Failure> {
    let ours = is_unfinished(folder);
    for entry in fs::read_dir(folder).map_err(|e| Failure::file("read", folder, e))? {
        let entry = entry.map_err(|e| Failure::file("read", folder, e))?;
        let kind = entry.file_type().map_err(|e| Failure::file("read", &entry.path(), e))?;
        let name = entry.file_name();
        let plain = kind.is_file() || kind.is_dir();
        let expected = |name: &str| if ours { written(name) } else { begun(name) };
        if !plain || !name.to_str().is_some_and(expected) {
            return Err(foreign(folder, &name.display().to_string()));
        }
    }
    Ok(())
}

/// What lies in the folder before the mark does.
fn begun(name: &str) -> bool {
    name == LOCK_FILE || name.strip_suffix(TEMP_SUFFIX) == Some(UNFINISHED)
}

/// What a node has in its folder as soon as it is founded or restored. The tests that kill foundings fail when something
/// is missing here.
fn written(name: &str) -> bool {
    let name = name.strip_suffix(TEMP_SUFFIX).unwrap_or(name);
    let of_database = name.strip_prefix(DATABASE).is_some_and(|end| DATABASE_ENDINGS.contains(&end));
    of_database
        || vault::NAMES.contains(&name)
        || [LOCK_FILE, UNFINISHED, KEY_FILE, PACKS, LOG_FOLDER, SETTINGS].contains(&name)
}

/// Removes everything but the lock. The mark goes last, so that a death in the middle leaves what can be cleared.
fn clear(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if name == LOCK_FILE || name == UNFINISHED {
            continue;
        }
        let path = entry.path();
        gone(if entry.file_type()?.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) })?;
    }
    sync(folder)?;
    gone(fs::remove_file(folder.join(UNFINISHED)))
}

/// A database that is being closed removes files of its own.
fn gone(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

fn foreign(folder: &Path, name: &str) -> Failure {
    Failure::new("comity-beside-foreign", vec![("folder", shown(folder)), ("name", name.to_owned())])
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    fn code(of: Result<Beside, Failure>) -> &'static str {
        comity_record::Coded::code(&of.err().expect("it is refused"))
    }

    fn put(folder: &Path, name: &str) {
        fs::create_dir_all(folder).unwrap();
        File::create(folder.join(name)).unwrap();
    }

    #[test]
    fn what_a_death_left_is_cleared_and_what_is_dropped_leaves_nothing() {
        let place = tempfile::tempdir().unwrap();
        let (to, left) = (place.path().join("office"), place.path().join("office.new"));
        for name in
            ["node.key", "node.key.new", "comity.db", "comity.db-wal", "comity.db-shm", LOCK_FILE, UNFINISHED]
        {
            put(&left, name);
        }
        put(&left.join(PACKS).join("digest"), "pack.toml");
        put(&left.join(LOG_FOLDER), "checkpoint");
        let beside = Beside::make(&to).unwrap();
        let mut names: Vec<_> =
            fs::read_dir(&left).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, [LOCK_FILE, UNFINISHED]);
        drop(beside);
        assert!(!left.exists() && !to.exists());
        // Killed before the mark was there.
        put(&left, LOCK_FILE);
        put(&left, "node.unfinished.new");
        Beside::make(&to).unwrap().settle().unwrap();
        assert!(!left.exists() && to.exists() && !is_unfinished(&to));
        assert_eq!(code(Beside::make(&to)), "comity-folder-exists");
    }

    #[test]
    fn what_is_not_ours_is_refused_and_left_as_it_is() {
        for foreign in ["thesis.txt", "comity.db-backup", "exhibits", "node.key.old"] {
            for mark in [true, false] {
                let place = tempfile::tempdir().unwrap();
                let (to, left) = (place.path().join("office"), place.path().join("office.new"));
                put(&left, foreign);
                if mark {
                    put(&left, UNFINISHED);
                    put(&left, KEY_FILE);
                }
                assert_eq!(code(Beside::make(&to)), "comity-beside-foreign");
                assert!(left.join(foreign).exists() && (!mark || left.join(KEY_FILE).exists()));
            }
        }
        let place = tempfile::tempdir().unwrap();
        let (to, left) = (place.path().join("office"), place.path().join("office.new"));
        put(&left, UNFINISHED);
        fs::create_dir(place.path().join("elsewhere")).unwrap();
        symlink(place.path().join("elsewhere"), left.join(PACKS)).unwrap();
        assert_eq!(code(Beside::make(&to)), "comity-beside-foreign");
        fs::remove_dir_all(&left).unwrap();
        symlink(place.path().join("elsewhere"), &left).unwrap();
        assert_eq!(code(Beside::make(&to)), "comity-beside-foreign");
    }

    #[test]
    fn a_whole_node_under_the_name_is_never_cleared() {
        let place = tempfile::tempdir().unwrap();
        let (to, left) = (place.path().join("office"), place.path().join("office.new"));
        for name in [KEY_FILE, DATABASE, LOCK_FILE] {
            put(&left, name);
        }
        assert_eq!(code(Beside::make(&to)), "comity-beside-foreign");
        assert!(left.join(KEY_FILE).exists() && left.join(DATABASE).exists());
    }

    #[test]
    fn one_at_a_time_puts_a_node_together() {
        let place = tempfile::tempdir().unwrap();
        let to = place.path().join("office");
        let first = Beside::make(&to).unwrap();
        assert_eq!(code(Beside::make(&to)), "adapters-lock-held");
        assert!(first.folder().join(UNFINISHED).exists());
    }
}
