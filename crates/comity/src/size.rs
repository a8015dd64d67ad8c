//! How many bytes a command is going to read, for whoever watches how far it is.

use std::fs::{self, File};
use std::io::{Seek as _, SeekFrom};
use std::os::unix::fs::FileTypeExt as _;
use std::path::Path;

/// Folders inside one another that are looked into. A command refuses deeper trees itself.
const MAX_DEPTH: usize = 64;

/// The bytes of a file or block device, or of all files in a folder and those in it. What cannot be looked at counts nothing:
/// the command itself says what is wrong with it.
pub fn of(path: &Path) -> u64 {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => inside(path, MAX_DEPTH),
        // The length of a device is where its end is.
        Ok(found) if found.file_type().is_block_device() => {
            File::open(path).and_then(|mut device| device.seek(SeekFrom::End(0))).unwrap_or(0)
        }
        Ok(found) if found.is_file() => found.len(),
        _ => 0,
    }
}

fn inside(folder: &Path, depth: usize) -> u64 {
    let Some(depth) = depth.checked_sub(1) else { return 0 };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let bytes = entries.map(|entry| match entry.metadata() {
        Ok(found) if found.is_dir() => inside(&entry.path(), depth),
        Ok(found) if found.is_file() => found.len(),
        _ => 0,
    });
    bytes.fold(0, u64::saturating_add)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a file of a test need not last")]
    fn files_in_folders_are_counted_and_links_out_of_them_are_not() {
        let dir = tempfile::tempdir().unwrap();
        let outside = dir.path().join("outside");
        fs::write(&outside, [0; 1000]).unwrap();
        let folder = dir.path().join("folder");
        fs::create_dir_all(folder.join("in/it")).unwrap();
        fs::write(folder.join("in/it/file"), [0; 7]).unwrap();
        fs::write(folder.join("file"), [0; 20]).unwrap();
        std::os::unix::fs::symlink(&outside, folder.join("link")).unwrap();
        assert_eq!((of(&folder), of(&outside), of(&dir.path().join("nothing"))), (27, 1000, 0));
    }
}
