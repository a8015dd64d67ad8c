//! Images of disks that were divided into several files (`disk.E01`, `disk.E02`, …), which are read as one.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use super::Named;
use crate::out::Failure;

/// How a segment file of the Expert Witness format begins.
const MAGIC: &[u8] = b"EVF\x09\x0d\x0a\xff\0";

/// The numbers that names with two digits reach; letters follow: `E99`, `EAA`, … `EZZ`, `FAA`, … `ZZZ`.
const BY_DIGITS: u32 = 99;
const LETTERS: u32 = 26;

/// The number that the end of a name gives a segment, the first 1.
fn number(extension: &str) -> Option<u32> {
    let [first, rest @ ..] = extension.as_bytes() else { return None };
    let letter = |byte: u8| byte.is_ascii_alphabetic().then(|| u32::from(byte.to_ascii_uppercase() - b'A'));
    let [tens, units] = rest else { return None };
    let series = letter(*first)?.checked_sub(u32::from(b'E' - b'A'))?;
    if tens.is_ascii_digit() && units.is_ascii_digit() && series == 0 {
        return Some(u32::from(tens - b'0') * 10 + u32::from(units - b'0')).filter(|number| *number > 0);
    }
    Some(BY_DIGITS + 1 + (series * LETTERS + letter(*tens)?) * LETTERS + letter(*units)?)
}

/// The name without its end, and the number that the end gives, if a segment may be called so.
fn named(path: &Path) -> Option<(PathBuf, u32)> {
    let number = number(path.extension()?.to_str()?)?;
    Some((path.with_extension(""), number))
}

/// Puts the segments of each image together, where the first of them stood, in their order. `name` says where a file stands, and
/// `is_segment` whether one begins as a segment does.
pub fn sets<T>(
    files: Vec<T>,
    name: impl Fn(&T) -> &Path,
    mut is_segment: impl FnMut(&T) -> bool,
) -> Vec<Vec<T>> {
    let mut sets: Vec<Vec<(u32, T)>> = Vec::new();
    let mut images: BTreeMap<PathBuf, usize> = BTreeMap::new();
    for file in files {
        let Some((image, number)) = named(name(&file)).filter(|_| is_segment(&file)) else {
            sets.push(vec![(0, file)]);
            continue;
        };
        let at = *images.entry(image).or_insert(sets.len());
        match sets.get_mut(at) {
            // A file may be named twice: alone, and with its folder.
            Some(set) if set.iter().any(|(other, _)| *other == number) => {}
            Some(set) => set.push((number, file)),
            None => sets.push(vec![(number, file)]),
        }
    }
    for set in &mut sets {
        set.sort_by_key(|(number, _)| *number);
    }
    sets.into_iter().map(|set| set.into_iter().map(|(_, file)| file).collect()).collect()
}

/// The other segments of an image of which this is one, as far as their folder can be listed.
pub fn others(path: &Path) -> Vec<PathBuf> {
    let Some((image, _)) = named(path).filter(|_| is_segment(path)) else { return Vec::new() };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let names = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name());
    let paths = names.map(|name| path.with_file_name(name)).filter(|other| other != path);
    let is_other =
        |other: &PathBuf| named(other).is_some_and(|(other, _)| other == image) && is_segment(other);
    paths.filter(is_other).collect()
}

/// Whether a segment may be called so.
pub fn is_named(path: &Path) -> bool {
    named(path).is_some()
}

/// Whether a file on the disk is a segment; one that cannot be read is none, which is told when it is searched.
pub fn is_segment(path: &Path) -> bool {
    is_named(path) && super::open(path).is_ok_and(begins)
}

/// Whether a file begins as a segment does.
pub fn begins(mut file: impl Read) -> bool {
    let mut begin = [0; MAGIC.len()];
    file.read_exact(&mut begin).is_ok() && begin == MAGIC
}

/// Files one behind the other.
pub struct Joined<R> {
    files: Vec<R>,
    /// Where each ends.
    ends: Vec<u64>,
    at: u64,
}

impl<R: Read + Seek> Joined<R> {
    /// # Errors
    /// When one cannot tell how long it is.
    pub fn new(mut files: Vec<R>) -> io::Result<Self> {
        let mut ends = Vec::with_capacity(files.len());
        let mut end = 0_u64;
        for file in &mut files {
            end = end.saturating_add(file.seek(SeekFrom::End(0))?);
            ends.push(end);
        }
        Ok(Self { files, ends, at: 0 })
    }
}

impl<R: Read + Seek> Read for Joined<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let index = self.ends.partition_point(|end| *end <= self.at);
        let (Some(file), Some(end)) = (self.files.get_mut(index), self.ends.get(index)) else { return Ok(0) };
        let begin = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        file.seek(SeekFrom::Start(self.at - begin))?;
        let most = usize::try_from(end - self.at).unwrap_or(usize::MAX).min(out.len());
        let count = file.read(&mut out[..most])?;
        self.at += u64::try_from(count).unwrap_or(0);
        Ok(count)
    }
}

impl<R: Read + Seek> Seek for Joined<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let end = self.ends.last().copied().unwrap_or(0);
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => end.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}

/// The segments of an image on the disk.
pub(super) fn joined(set: &[Named]) -> Result<Joined<File>, Failure> {
    let files = set.iter().map(Named::open).collect::<Result<Vec<_>, _>>()?;
    let first = set.first().map_or(Path::new(""), |file| &file.path);
    Joined::new(files).map_err(|source| Failure::file("read", first, source))
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    #[test]
    fn names_are_counted_by_digits_then_by_letters() {
        for (extension, expected) in [
            ("E01", Some(1)),
            ("e02", Some(2)),
            ("E99", Some(99)),
            ("EAA", Some(100)),
            ("EAB", Some(101)),
            ("EZZ", Some(775)),
            ("FAA", Some(776)),
            ("E00", None),
            ("F01", None),
            ("DAA", None),
            ("E1", None),
            ("E001", None),
            ("EA1", None),
            ("", None),
        ] {
            assert_eq!(number(extension), expected, "{extension}");
        }
    }

    #[test]
    fn segments_of_an_image_are_put_together_in_their_order() {
        let files = ["a/x.E02", "a/x.E01", "a/x.txt", "b/x.E01", "a/y.E01", "a/x.E10", "a/x.E02", "a/no.E01"];
        let paths = files.map(PathBuf::from).to_vec();
        // TXT is a number of a segment too, the one of many thousands: what a file begins with decides.
        let begins = |path: &PathBuf| !path.starts_with("a/no.E01") && !path.ends_with("x.txt");
        let sets = sets(paths, |path| path.as_path(), begins);
        let named: Vec<Vec<_>> =
            sets.iter().map(|set| set.iter().map(|path| path.to_str().unwrap()).collect()).collect();
        assert_eq!(
            named,
            [
                vec!["a/x.E01", "a/x.E02", "a/x.E10"],
                vec!["a/x.txt"],
                vec!["b/x.E01"],
                vec!["a/y.E01"],
                vec!["a/no.E01"]
            ]
        );
    }

    #[test]
    fn joined_files_are_read_across_their_borders_and_at_any_place() {
        let mut joined = Joined::new([&b"abc"[..], b"", b"defg"].map(Cursor::new).to_vec()).unwrap();
        let mut all = String::new();
        joined.read_to_string(&mut all).unwrap();
        assert_eq!(all, "abcdefg");
        assert_eq!(
            (joined.seek(SeekFrom::End(-5)).unwrap(), joined.seek(SeekFrom::Current(1)).unwrap()),
            (2, 3)
        );
        let mut two = [0; 2];
        joined.read_exact(&mut two).unwrap();
        assert_eq!(&two, b"de");
        assert!(joined.seek(SeekFrom::Current(-9)).is_err());
    }

    #[test]
    fn only_what_begins_so_is_a_segment() {
        assert!(begins(&[MAGIC, b"\x01\x01\0"].concat()[..]));
        assert!(!begins(&b"EVF, a word"[..]));
        assert!(!begins(&b""[..]));
    }
}
