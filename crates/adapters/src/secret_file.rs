//! Files that hold a secret: not every user may read them, and no part of one is left behind in memory.

use std::fs::File;
use std::io::{self, Read};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use zeroize::Zeroizing;

/// Why a file is not taken for a secret.
#[derive(Debug)]
pub(crate) enum Unfit {
    /// It cannot be read.
    Unreadable(io::Error),
    /// Every user may read it.
    Open,
}

impl From<io::Error> for Unfit {
    fn from(error: io::Error) -> Self {
        Self::Unreadable(error)
    }
}

/// Opens a file, unless every user may read it.
pub(crate) fn open(path: &Path) -> Result<File, Unfit> {
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    // A pipe of the shell has no mode worth asking for; a file in a home folder has.
    if metadata.is_file() && metadata.permissions().mode() & 0o004 != 0 {
        return Err(Unfit::Open);
    }
    Ok(file)
}

/// Reads to the end, or one byte more than `most`: then there is too much. The room for it never grows, for what is left
/// behind then is not wiped.
pub(crate) fn read(from: impl Read, most: usize) -> io::Result<Zeroizing<Vec<u8>>> {
    let room = most + 1;
    let mut bytes = Zeroizing::new(Vec::with_capacity(room));
    from.take(u64::try_from(room).unwrap_or(u64::MAX)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
pub(crate) mod tests {
    use std::io::Write as _;

    use super::*;

    /// A file of this mode.
    pub(crate) fn file(content: &[u8], mode: u32) -> tempfile::NamedTempFile {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(content).unwrap();
        file.as_file().set_permissions(std::fs::Permissions::from_mode(mode)).unwrap();
        file
    }

    #[test]
    fn a_file_that_every_user_may_read_is_refused_and_others_are_not() {
        for (mode, open) in [(0o600, false), (0o640, false), (0o644, true), (0o604, true)] {
            let opened = super::open(file(b"secret", mode).path());
            assert_eq!(matches!(opened, Err(Unfit::Open)), open, "{mode:o}");
        }
        assert!(matches!(super::open(Path::new("/none")), Err(Unfit::Unreadable(_))));
        let mut pipe = std::process::Command::new("echo");
        let mut pipe = pipe.arg("secret").stdout(std::process::Stdio::piped()).spawn().unwrap();
        let number = std::os::fd::AsRawFd::as_raw_fd(pipe.stdout.as_ref().unwrap());
        let opened = super::open(Path::new(&format!("/proc/self/fd/{number}"))).unwrap();
        assert_eq!(&read(opened, 100).unwrap()[..], b"secret\n");
        pipe.wait().unwrap();
    }

    #[test]
    fn no_more_is_read_than_one_byte_past_the_limit_and_the_room_stays() {
        for (length, read_of_it) in [(0, 0), (99, 99), (100, 100), (101, 101), (1 << 20, 101)] {
            let bytes = read(&vec![7; length][..], 100).unwrap();
            assert_eq!((bytes.len(), bytes.capacity()), (read_of_it, 101));
        }
    }
}
