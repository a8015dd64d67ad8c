//! One file of many: POSIX `ustar` (IEEE 1003.1-2017, pax, "ustar Interchange Format"), in one spelling; a path that is
//! too long for its field stands in an extended header (the same, "pax Extended Header").
//!
//! Regular files only, sorted, with one time and no owner, so that the same files give the same bytes and every `tar`
//! unpacks them.

use std::collections::BTreeMap;

use zeroize::Zeroizing;

const BLOCK: usize = 512;
/// What the field for the name takes.
const MAX_NAME: usize = 100;
/// The longest path: that of a bag, and the folder that everything lies in.
const MAX_PATH: usize = comity_evidence::bag::MAX_PATH_BYTES + 64;
/// A regular file, and an extended header for the file behind it.
const FILE: &str = "0";
const EXTENDED: &str = "x";
/// The name of an extended header. What does not know the format unpacks it as a file of this name.
const EXTENDED_NAME: &str = "PaxHeader";
/// What eleven octal digits can say.
const MAX_OCTAL: u64 = (1 << 33) - 1;

/// The files as a `tar`, as if all had been changed at `unix_seconds`. None if a path or file is too long for it.
pub(super) fn write(files: &BTreeMap<String, Vec<u8>>, unix_seconds: u64) -> Option<Zeroizing<Vec<u8>>> {
    let extended =
        |path: &str| if path.len() > MAX_NAME { 1 + record(path).len().div_ceil(BLOCK) } else { 0 };
    let blocks = files.iter().map(|(path, bytes)| extended(path) + 1 + bytes.len().div_ceil(BLOCK)).sum();
    // As much as is needed at once: memory that is given up for more is not overwritten.
    let all = usize::checked_add(blocks, 2)?.checked_mul(BLOCK)?;
    let mut tar = Zeroizing::new(Vec::with_capacity(all));
    for (path, bytes) in files {
        if path.is_empty() || path.len() > MAX_PATH || unix_seconds > MAX_OCTAL {
            return None;
        }
        if path.len() > MAX_NAME {
            put(&mut tar, EXTENDED, EXTENDED_NAME, &record(path), unix_seconds)?;
        }
        put(&mut tar, FILE, &path[..path.floor_char_boundary(MAX_NAME)], bytes, unix_seconds)?;
    }
    tar.resize(all, 0);
    Some(tar)
}

/// The record of an extended header that says a path: its own length, which counts its digits too, and the path.
fn record(path: &str) -> Vec<u8> {
    let rest = format!(" path={path}\n");
    let mut length = rest.len();
    while length != rest.len() + length.to_string().len() {
        length = rest.len() + length.to_string().len();
    }
    format!("{length}{rest}").into_bytes()
}

fn put(tar: &mut Vec<u8>, kind: &str, name: &str, bytes: &[u8], unix_seconds: u64) -> Option<()> {
    let size = u64::try_from(bytes.len()).ok().filter(|size| *size <= MAX_OCTAL)?;
    tar.extend_from_slice(&header(kind, name, size, unix_seconds));
    tar.extend_from_slice(bytes);
    tar.resize(tar.len().next_multiple_of(BLOCK), 0);
    Some(())
}

/// Reads what [`write`] wrote, and the time; nothing else: no other spelling, no link. Paths are not judged.
pub(super) fn read(tar: &[u8]) -> Option<(BTreeMap<String, Vec<u8>>, u64)> {
    let mut files = BTreeMap::new();
    let mut rest = tar;
    let mut time = 0;
    let mut long = None;
    while let Some((header, after)) = rest.split_first_chunk::<BLOCK>() {
        if header.iter().all(|byte| *byte == 0) {
            break;
        }
        let name = header[..MAX_NAME].split(|byte| *byte == 0).next()?;
        let size = usize::try_from(octal(&header[124..135])?).ok()?;
        time = octal(&header[136..147])?;
        let bytes = after.get(..size)?;
        rest = after.get(size.checked_next_multiple_of(BLOCK)?..)?;
        if &header[156..157] == EXTENDED.as_bytes() {
            let text = str::from_utf8(bytes).ok()?.strip_suffix('\n')?;
            long = Some(text.split_once(" path=")?.1.to_owned());
            continue;
        }
        let path = match long.take() {
            Some(path) => path,
            None => str::from_utf8(name).ok()?.to_owned(),
        };
        files.insert(path, bytes.to_vec());
    }
    // The one spelling of these files is the one that was read.
    write(&files, time).is_some_and(|again| again.as_slice() == tar).then_some((files, time))
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

fn octal(digits: &[u8]) -> Option<u64> {
    u64::from_str_radix(str::from_utf8(digits).ok()?, 8).ok()
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
}
