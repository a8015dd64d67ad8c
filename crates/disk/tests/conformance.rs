//! What both disks must do alike.

use comity_disk::{Disk, DiskError, DiskPath, Kind, RealDisk, SimDisk, make_dir_durable, write_durable};

fn path(text: &str) -> DiskPath {
    DiskPath::new(text).unwrap()
}

/// Runs `check` on a real and on a simulated disk.
fn on_both(check: impl Fn(&dyn Disk)) {
    let folder = tempfile::tempdir().unwrap();
    check(&RealDisk::open(folder.path()).unwrap());
    check(&SimDisk::new());
}

#[test]
fn bytes_are_written_and_read_back() {
    on_both(|disk| {
        let mut file = disk.create_new(&path("a")).unwrap();
        file.append(b"hello").unwrap();
        file.append(b" world").unwrap();
        file.write_at(0, b"J").unwrap();
        file.sync_data().unwrap();
        assert_eq!(file.size().unwrap(), 11);
        assert_eq!(disk.read(&path("a"), 11).unwrap(), b"Jello world");
        assert!(matches!(disk.read(&path("a"), 10), Err(DiskError::TooLarge { limit: 10, .. })));
        file.truncate(5).unwrap();
        file.truncate(7).unwrap();
        assert_eq!(disk.read(&path("a"), 100).unwrap(), b"Jello\0\0");
        file.write_at(9, b"!").unwrap();
        let mut all = [1; 10];
        file.read_exact_at(0, &mut all).unwrap();
        assert_eq!(&all, b"Jello\0\0\0\0!");
        assert!(
            matches!(file.read_exact_at(5, &mut all), Err(DiskError::Short { path, offset: 10 }) if path == "a")
        );
        assert_eq!(file.read_at(1 << 40, &mut all).unwrap(), 0);
    });
}

#[test]
fn a_file_opened_for_reading_cannot_be_written() {
    on_both(|disk| {
        disk.create_new(&path("a")).unwrap().append(b"x").unwrap();
        let mut file = disk.open_read(&path("a")).unwrap();
        assert!(file.append(b"y").is_err());
        assert!(file.truncate(0).is_err());
        assert_eq!(disk.read(&path("a"), 9).unwrap(), b"x");
    });
}

#[test]
fn names_are_told_apart() {
    on_both(|disk| {
        disk.create_dir_all(&path("d/e")).unwrap();
        disk.create_dir_all(&path("d/e")).unwrap();
        disk.create_new(&path("d/f")).unwrap().append(b"123").unwrap();
        assert!(matches!(disk.create_new(&path("d/f")), Err(DiskError::Exists { .. })));
        assert!(matches!(disk.open(&path("d/none")), Err(DiskError::Missing { .. })));
        assert!(matches!(disk.open_read(&path("d/e")), Err(DiskError::NotAFile { .. })));
        assert!(matches!(disk.create_new(&path("d/f/g")), Err(DiskError::NotADir { .. })));
        assert!(matches!(disk.create_dir_all(&path("d/f")), Err(DiskError::NotADir { .. })));
        assert!(matches!(disk.list(&path("d/f")), Err(DiskError::NotADir { .. })));
        assert!(matches!(make_dir_durable(disk, &path("d/f")), Err(DiskError::NotADir { .. })));
        let names: Vec<_> = disk.list(&path("d")).unwrap().into_iter().map(|e| (e.name, e.kind)).collect();
        assert_eq!(names, [("e".to_owned(), Kind::Dir), ("f".to_owned(), Kind::File)]);
        assert_eq!(disk.metadata(&path("d/f")).unwrap().size, 3);
        assert!(!disk.exists(&path("nothing/here")).unwrap());
    });
}

#[test]
fn renames_replace_files_and_move_folders() {
    on_both(|disk| {
        disk.create_new(&path("a")).unwrap().append(b"new").unwrap();
        disk.create_new(&path("b")).unwrap().append(b"old").unwrap();
        disk.rename(&path("a"), &path("b")).unwrap();
        assert_eq!(disk.read(&path("b"), 9).unwrap(), b"new");
        assert!(!disk.exists(&path("a")).unwrap());
        disk.create_dir_all(&path("d/e")).unwrap();
        disk.rename(&path("b"), &path("d/e/b")).unwrap();
        disk.rename(&path("d"), &path("moved")).unwrap();
        assert_eq!(disk.read(&path("moved/e/b"), 9).unwrap(), b"new");
        assert!(disk.rename(&path("none"), &path("x")).is_err());
        assert!(disk.remove_dir(&path("moved")).is_err());
        assert!(disk.remove(&path("moved")).is_err());
        disk.remove(&path("moved/e/b")).unwrap();
        disk.remove_dir(&path("moved/e")).unwrap();
        disk.remove_dir(&path("moved")).unwrap();
        assert!(disk.list(&DiskPath::root()).unwrap().is_empty());
    });
}

#[test]
fn a_new_name_is_never_one_that_something_has() {
    on_both(|disk| {
        disk.create_new(&path("a")).unwrap().append(b"new").unwrap();
        disk.create_new(&path("b")).unwrap().append(b"old").unwrap();
        disk.create_dir_all(&path("d")).unwrap();
        for taken in ["b", "d"] {
            let refused = disk.rename_new(&path("a"), &path(taken));
            assert!(matches!(refused, Err(DiskError::Exists { path }) if path == taken));
        }
        assert_eq!(disk.read(&path("b"), 9).unwrap(), b"old");
        disk.rename_new(&path("a"), &path("d/a")).unwrap();
        assert_eq!(disk.read(&path("d/a"), 9).unwrap(), b"new");
        assert!(!disk.exists(&path("a")).unwrap());
        assert!(matches!(disk.rename_new(&path("a"), &path("c")), Err(DiskError::Missing { .. })));
        assert!(matches!(disk.rename_new(&path("b"), &path("none/b")), Err(DiskError::Missing { .. })));
    });
}

#[test]
fn trees_are_synced_and_files_are_not_trees() {
    on_both(|disk| {
        disk.create_dir_all(&path("t/d")).unwrap();
        disk.sync_tree(&path("t")).unwrap();
        disk.sync_tree(&DiskPath::root()).unwrap();
        assert!(matches!(disk.sync_tree(&path("none")), Err(DiskError::Missing { .. })));
    });
}

#[test]
fn a_foreign_file_is_opened_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("f");
    std::fs::File::create(&file).unwrap();
    std::os::unix::fs::symlink(&file, folder.path().join("l")).unwrap();
    comity_disk::open_foreign(&file).unwrap();
    let refused = |place: &std::path::Path| comity_disk::open_foreign(place).unwrap_err().kind();
    assert_eq!(refused(&folder.path().join("l")), std::io::ErrorKind::InvalidInput);
    assert_eq!(refused(folder.path()), std::io::ErrorKind::InvalidInput);
    assert_eq!(refused(std::path::Path::new("/dev/null")), std::io::ErrorKind::InvalidInput);
    assert_eq!(refused(&folder.path().join("none")), std::io::ErrorKind::NotFound);
}

#[test]
fn a_lock_is_held_once_and_given_back() {
    on_both(|disk| {
        let held = disk.lock(&path("lock")).unwrap();
        assert!(matches!(disk.lock(&path("lock")), Err(DiskError::Locked { .. })));
        drop(held);
        disk.lock(&path("lock")).unwrap();
    });
}

#[test]
fn write_durable_makes_folders_and_replaces() {
    on_both(|disk| {
        write_durable(disk, &path("x/y/z"), b"one").unwrap();
        // A crash left the temporary file of an earlier write.
        disk.create_new(&path("x/y/z.new")).unwrap().append(b"half").unwrap();
        write_durable(disk, &path("x/y/z"), b"two").unwrap();
        assert_eq!(disk.read(&path("x/y/z"), 9).unwrap(), b"two");
        assert_eq!(disk.list(&path("x/y")).unwrap().len(), 1);
    });
}

#[test]
fn what_we_write_is_for_the_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let disk = RealDisk::create(folder.path().join("node")).unwrap();
    write_durable(&disk, &path("secret/key"), b"x").unwrap();
    let mode = |at: &str| disk.root().join(at).metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!((mode("."), mode("secret"), mode("secret/key")), (0o700, 0o700, 0o600));
}

#[test]
fn a_link_is_never_followed() {
    let outside = tempfile::tempdir().unwrap();
    std::fs::create_dir(outside.path().join("d")).unwrap();
    std::fs::File::create(outside.path().join("d/f")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let disk = RealDisk::open(folder.path()).unwrap();
    std::os::unix::fs::symlink(outside.path().join("d"), folder.path().join("dir")).unwrap();
    std::os::unix::fs::symlink(outside.path().join("d/f"), folder.path().join("file")).unwrap();
    assert!(matches!(disk.open_read(&path("dir/f")), Err(DiskError::NotADir { .. })));
    assert!(matches!(disk.create_new(&path("dir/g")), Err(DiskError::NotADir { .. })));
    assert!(matches!(disk.open_read(&path("file")), Err(DiskError::NotAFile { .. })));
    assert!(matches!(disk.list(&path("dir")), Err(DiskError::NotADir { .. })));
    assert!(disk.lock(&path("file")).is_err());
    assert_eq!(disk.metadata(&path("file")).unwrap().kind, Kind::Link);
}

#[test]
fn a_pipe_is_not_opened_and_does_not_hang() {
    let folder = tempfile::tempdir().unwrap();
    let made = std::process::Command::new("mkfifo").arg(folder.path().join("pipe")).status();
    if !made.is_ok_and(|status| status.success()) {
        return;
    }
    let disk = RealDisk::open(folder.path()).unwrap();
    assert!(matches!(disk.open_read(&path("pipe")), Err(DiskError::NotAFile { .. })));
    assert_eq!(disk.list(&DiskPath::root()).unwrap()[0].kind, Kind::Special);
}

#[test]
fn a_folder_that_is_no_folder_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::File::create(folder.path().join("f")).unwrap();
    assert!(matches!(RealDisk::open(folder.path().join("f")), Err(DiskError::NotADir { .. })));
    assert!(matches!(RealDisk::open(folder.path().join("none")), Err(DiskError::Missing { .. })));
}

#[test]
fn every_error_has_a_code_from_the_list() {
    let errors = [
        DiskPath::new("..").unwrap_err(),
        SimDisk::new().read(&path("a"), 1).unwrap_err(),
        DiskError::Short { path: "p".to_owned(), offset: 3 },
        DiskError::PowerLost,
        DiskError::Full { path: "a".to_owned() },
    ];
    for error in errors {
        assert!(comity_disk::CODES.contains(&error.code()), "{error}");
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a file of a test need not last")]
fn a_folder_that_became_a_link_leads_nowhere() {
    let dir = tempfile::tempdir().unwrap();
    let place = |name: &str| dir.path().join(name);
    for folder in ["seized/a/b", "outside/b"] {
        std::fs::create_dir_all(place(folder)).unwrap();
        std::fs::write(place(folder).join("file"), folder).unwrap();
    }
    std::os::unix::fs::symlink(place("seized"), place("named")).unwrap();
    let below = comity_disk::Below::hold(&place("named")).unwrap();
    let file = place("named/a/b/file");
    let (mut opened, _) = below.open_foreign(&file).unwrap();
    assert_eq!(std::io::read_to_string(&mut opened).unwrap(), "seized/a/b");

    std::fs::rename(place("seized/a"), place("seized/old")).unwrap();
    std::os::unix::fs::symlink(place("outside"), place("seized/a")).unwrap();
    let refused = |path: &std::path::Path| below.open_foreign(path).unwrap_err().kind();
    assert_eq!(refused(&file), std::io::ErrorKind::InvalidInput);
    std::os::unix::fs::symlink("old/b/file", place("seized/link")).unwrap();
    for path in ["named/link", "named/old/b", "named", "outside/b/file", "named/../outside/b/file"] {
        assert_eq!(refused(&place(path)), std::io::ErrorKind::InvalidInput, "{path}");
    }
    // The folder that is held is read, whatever its name leads to by now.
    std::fs::remove_file(place("named")).unwrap();
    std::os::unix::fs::symlink(place("outside"), place("named")).unwrap();
    let (mut opened, _) = below.open_foreign(&place("named/old/b/file")).unwrap();
    assert_eq!(std::io::read_to_string(&mut opened).unwrap(), "seized/a/b");
}
