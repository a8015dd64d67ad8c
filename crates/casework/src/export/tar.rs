//! One file of many: POSIX `ustar` (IEEE 1003.1-2017, pax, "ustar Interchange Format"), in one spelling; a path or a size
//! that is too long for its field stands in an extended header (the same, "pax Extended Header").
//!
//! Regular files only, sorted, with one time and no owner, so that the same files give the same bytes and every `tar`
//! unpacks them.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};

use zeroize::Zeroizing;

use crate::age::fill;

const BLOCK: usize = 512;
const ZEROS: [u8; BLOCK] = [0; BLOCK];
/// What the field for the name takes.
const MAX_NAME: usize = 100;
/// The longest path: that of a bag, and the folder that everything lies in.
const MAX_PATH: usize = comity_evidence::bag::MAX_PATH_BYTES + 64;
/// What the records of an extended header take at most: a path, a size, and the words around them.
const MAX_RECORDS: usize = MAX_PATH + 64;
/// A regular file, and an extended header for the file behind it.
const FILE: &str = "0";
const EXTENDED: &str = "x";
/// The name of an extended header. What does not know the format unpacks it as a file of this name.
const EXTENDED_NAME: &str = "PaxHeader";
/// What eleven octal digits can say.
const MAX_OCTAL: u64 = (1 << 33) - 1;

/// The files as a `tar`, as if all had been changed at `unix_seconds`. None if a path or file is too long for it.
pub(super) fn write(files: &BTreeMap<String, Vec<u8>>, unix_seconds: u64) -> Option<Zeroizing<Vec<u8>>> {
    let most = |(path, bytes): (&String, &Vec<u8>)| {
        4 + bytes.len().div_ceil(BLOCK) + path.len().saturating_add(MAX_RECORDS).div_ceil(BLOCK)
    };
    let blocks: usize = files.iter().map(most).sum();
    // As much as can be needed at once: memory that is given up for more is not overwritten.
    let mut tar = Zeroizing::new(Vec::with_capacity(blocks.checked_add(2)?.checked_mul(BLOCK)?));
    let mut writer = Writer::new(&mut *tar, unix_seconds);
    for (path, bytes) in files {
        writer.begin(path, u64::try_from(bytes.len()).ok()?).ok()?;
        writer.append(bytes).ok()?;
        writer.end().ok()?;
    }
    writer.finish().ok()?;
    Some(tar)
}

/// Reads what [`write()`] wrote, and the time; nothing else: no other spelling, no link. Paths are not judged.
pub(super) fn read(tar: &[u8]) -> Option<(BTreeMap<String, Vec<u8>>, u64)> {
    let mut files = BTreeMap::new();
    let mut reader = Reader::new(tar);
    while let Some((path, size)) = reader.next().ok()? {
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes).ok()?;
        (u64::try_from(bytes.len()) == Ok(size)).then_some(())?;
        files.insert(path, bytes);
    }
    let time = reader.unix_seconds.unwrap_or(0);
    // The one spelling of these files is the one that was read.
    write(&files, time).is_some_and(|again| again.as_slice() == tar).then_some((files, time))
}

/// Writes a `tar` file by file.
pub(super) struct Writer<W> {
    out: W,
    unix_seconds: u64,
    /// What is still to come of the file.
    left: u64,
    /// The zeros behind it.
    padding: usize,
}

impl<W: Write> Writer<W> {
    /// Begins; all files bear this time.
    pub(super) fn new(out: W, unix_seconds: u64) -> Self {
        Self { out, unix_seconds, left: 0, padding: 0 }
    }

    /// Begins a file of so many bytes. Refuses a path or a time that has no place in a `tar`.
    pub(super) fn begin(&mut self, path: &str, size: u64) -> io::Result<()> {
        if path.is_empty() || path.len() > MAX_PATH || self.unix_seconds > MAX_OCTAL {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        let mut records = Vec::new();
        if path.len() > MAX_NAME {
            records.extend(record("path", path));
        }
        if size > MAX_OCTAL {
            records.extend(record("size", &size.to_string()));
        }
        if !records.is_empty() {
            self.out.write_all(&header(EXTENDED, EXTENDED_NAME, length(&records), self.unix_seconds))?;
            self.out.write_all(&records)?;
            self.out.write_all(&ZEROS[..padding(length(&records))])?;
        }
        self.out.write_all(&file_header(path, size, self.unix_seconds))?;
        (self.left, self.padding) = (size, padding(size));
        Ok(())
    }

    /// Adds bytes to the file. Refuses more than were announced.
    pub(super) fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.left = self.left.checked_sub(length(bytes)).ok_or(io::ErrorKind::InvalidInput)?;
        self.out.write_all(bytes)
    }

    /// Ends the file. Refuses one of which fewer bytes came than were announced.
    pub(super) fn end(&mut self) -> io::Result<()> {
        if self.left > 0 {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        self.out.write_all(&ZEROS[..self.padding])
    }

    /// Ends the `tar`, and gives back what it went to.
    pub(super) fn finish(mut self) -> io::Result<W> {
        self.out.write_all(&[ZEROS, ZEROS].concat())?;
        Ok(self.out)
    }
}

/// Reads a `tar` file by file, as [`Writer`] writes it and in no other spelling; as a source it gives the bytes of the
/// file that [`Reader::next`] told of. Paths are not judged.
pub(super) struct Reader<R> {
    source: R,
    left: u64,
    padding: usize,
    /// The time that all files bear, once there was one.
    pub(super) unix_seconds: Option<u64>,
}

impl<R: Read> Reader<R> {
    pub(super) fn new(source: R) -> Self {
        Self { source, left: 0, padding: 0, unix_seconds: None }
    }

    /// The path and the size of the next file, whose bytes come then; what is left of the one before is passed over. None
    /// at the end of the `tar`, behind which nothing may be.
    pub(super) fn next(&mut self) -> io::Result<Option<(String, u64)>> {
        io::copy(&mut *self, &mut io::sink())?;
        let padding = std::mem::take(&mut self.padding);
        self.zeros(padding)?;
        let mut records = None;
        loop {
            let header = self.block()?;
            if header == ZEROS {
                let ended =
                    records.is_none() && self.block()? == ZEROS && fill(&mut self.source, &mut [0])? == 0;
                return if ended { Ok(None) } else { Err(malformed()) };
            }
            let time = octal(&header[136..147])?;
            if *self.unix_seconds.get_or_insert(time) != time {
                return Err(malformed());
            }
            let size = octal(&header[124..135])?;
            if &header[156..157] == EXTENDED.as_bytes() {
                if records.is_some()
                    || size > MAX_RECORDS as u64
                    || header != self::header(EXTENDED, EXTENDED_NAME, size, time)
                {
                    return Err(malformed());
                }
                let mut text = vec![0; usize::try_from(size).map_err(|_| malformed())?];
                self.source.read_exact(&mut text)?;
                self.zeros(self::padding(size))?;
                records = Some(Records::read(&text)?);
                continue;
            }
            let Records { path, size: large } = records.unwrap_or_default();
            let short = || header[..MAX_NAME].split(|byte| *byte == 0).next().map(<[u8]>::to_vec);
            let path = match path {
                Some(path) => path,
                None => short().and_then(|name| String::from_utf8(name).ok()).ok_or_else(malformed)?,
            };
            let size = large.unwrap_or(size);
            if header != file_header(&path, size, time) {
                return Err(malformed());
            }
            (self.left, self.padding) = (size, self::padding(size));
            return Ok(Some((path, size)));
        }
    }

    fn block(&mut self) -> io::Result<[u8; BLOCK]> {
        let mut block = ZEROS;
        self.source.read_exact(&mut block)?;
        Ok(block)
    }

    fn zeros(&mut self, count: usize) -> io::Result<()> {
        let mut zeros = ZEROS;
        self.source.read_exact(&mut zeros[..count])?;
        if zeros == ZEROS { Ok(()) } else { Err(malformed()) }
    }
}

impl<R: Read> Read for Reader<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 || out.is_empty() {
            return Ok(0);
        }
        let most = usize::try_from(self.left).unwrap_or(usize::MAX).min(out.len());
        let read = self.source.read(&mut out[..most])?;
        if read == 0 {
            return Err(malformed());
        }
        self.left -= length(&out[..read]);
        Ok(read)
    }
}

/// What an extended header says of the file behind it.
#[derive(Default)]
struct Records {
    path: Option<String>,
    size: Option<u64>,
}

impl Records {
    fn read(mut text: &[u8]) -> io::Result<Self> {
        let mut records = Self::default();
        while !text.is_empty() {
            let digits = text.iter().position(|byte| *byte == b' ').ok_or_else(malformed)?;
            let size = str::from_utf8(&text[..digits]).ok().and_then(|digits| digits.parse::<usize>().ok());
            let (one, rest) = size.and_then(|size| text.split_at_checked(size)).ok_or_else(malformed)?;
            let said = one.get(digits + 1..).and_then(|said| str::from_utf8(said).ok()?.strip_suffix('\n'));
            match said.and_then(|said| said.split_once('=')) {
                Some(("path", path)) if records.path.is_none() && records.size.is_none() => {
                    records.path = Some(path.to_owned())
                        .filter(|path| path.len() > MAX_NAME && one == record("path", path));
                    records.path.as_ref().ok_or_else(malformed)?;
                }
                Some(("size", digits)) if records.size.is_none() => {
                    let size = digits.parse().ok();
                    records.size = size
                        .filter(|size: &u64| *size > MAX_OCTAL && one == record("size", &size.to_string()));
                    records.size.ok_or_else(malformed)?;
                }
                _ => return Err(malformed()),
            }
            text = rest;
        }
        Ok(records)
    }
}

/// A record of an extended header: its own length, which counts its digits too, and what it says.
fn record(name: &str, value: &str) -> Vec<u8> {
    let rest = format!(" {name}={value}\n");
    let mut length = rest.len();
    while length != rest.len() + length.to_string().len() {
        length = rest.len() + length.to_string().len();
    }
    format!("{length}{rest}").into_bytes()
}

/// The header of a file. What is too long for it stands in an extended header.
fn file_header(path: &str, size: u64, unix_seconds: u64) -> [u8; BLOCK] {
    let size = if size > MAX_OCTAL { 0 } else { size };
    header(FILE, &path[..path.floor_char_boundary(MAX_NAME)], size, unix_seconds)
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

/// The zeros that fill the last block of so many bytes.
fn padding(size: u64) -> usize {
    let over = size % BLOCK as u64;
    usize::try_from((BLOCK as u64 - over) % BLOCK as u64).unwrap_or(0)
}

fn malformed() -> io::Error {
    io::ErrorKind::InvalidData.into()
}

fn header(kind: &str, name: &str, size: u64, unix_seconds: u64) -> [u8; BLOCK] {
    let mut header = [0; BLOCK];
    let mut put = |at: usize, text: &str| header[at..at + text.len()].copy_from_slice(text.as_bytes());
    put(0, name);
    put(100, "0000644");
    put(108, "0000000");
    put(116, "0000000");
    put(124, &format!("{size:011o}"));
    put(136, &format!("{unix_seconds:011o}"));
    put(148, "        ");
    put(156, kind);
    put(257, "ustar");
    put(263, "00");
    let sum: u32 = header.iter().map(|byte| u32::from(*byte)).sum();
    header[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    header
}

fn octal(digits: &[u8]) -> io::Result<u64> {
    let value = str::from_utf8(digits).ok().and_then(|digits| u64::from_str_radix(digits, 8).ok());
    value.ok_or_else(malformed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> BTreeMap<String, Vec<u8>> {
        let long = format!("data/{}", "дом".repeat(20));
        [("bagit.txt", 0), ("data/a", 1), ("data/b", BLOCK), ("data/c", BLOCK + 1), (&long, 3)]
            .into_iter()
            .map(|(path, size)| (path.to_owned(), vec![0x41; size]))
            .collect()
    }

    #[test]
    fn files_come_back_and_nothing_else_is_read() {
        let tar = write(&files(), 1_795_417_200).unwrap();
        assert_eq!(read(&tar), Some((files(), 1_795_417_200)));
        for at in 0..tar.len() {
            assert!(read(&tar[..at]).is_none(), "cut at {at}");
            let mut broken = tar.clone();
            broken[at] ^= 1;
            assert_ne!(read(&broken), Some((files(), 1_795_417_200)), "byte {at}");
        }
        assert_eq!(read(&write(&BTreeMap::new(), 0).unwrap()), Some((BTreeMap::new(), 0)));
    }

    #[test]
    fn a_path_is_taken_up_to_the_limit() {
        let of = |length| BTreeMap::from([("p".repeat(length), vec![])]);
        for length in [1, MAX_NAME, MAX_NAME + 1, 990, 991, 992, 993, MAX_PATH] {
            assert_eq!(read(&write(&of(length), 0).unwrap()), Some((of(length), 0)), "{length}");
        }
        assert!(write(&of(MAX_PATH + 1), 0).is_none());
        assert!(write(&of(0), 0).is_none());
    }

    #[test]
    fn a_file_may_be_larger_than_its_field_can_say() {
        let long = "p".repeat(MAX_PATH);
        for (path, size) in [("a", MAX_OCTAL), ("a", MAX_OCTAL + 1), (long.as_str(), u64::MAX)] {
            let mut writer = Writer::new(Vec::new(), 0);
            writer.begin(path, size).unwrap();
            let begun = writer.out;
            assert_eq!(begun.len() > BLOCK, size > MAX_OCTAL, "{size}");
            let mut reader = Reader::new(begun.as_slice());
            assert_eq!(reader.next().unwrap(), Some((path.to_owned(), size)));
        }
    }

    #[test]
    fn a_file_is_as_long_as_it_was_said_to_be() {
        let mut writer = Writer::new(Vec::new(), 0);
        writer.begin("a", 2).unwrap();
        writer.append(b"x").unwrap();
        assert!(writer.end().is_err());
        assert!(writer.append(b"yz").is_err());
    }
}
