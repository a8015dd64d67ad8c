//! The block files of a Bitcoin Core node: records of magic bytes, length and block, one after another.
//!
//! Since version 28 a node may obfuscate the files with the 8 bytes of `xor.dat`, repeated from each file's start, so
//! that scanners for malware do not find their patterns in them.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use super::{BlockSource, Place, SourceError, SourceNote, StoredBlock};
use crate::block::{HEADER_LEN, Header, MAX_BLOCK_LEN};
use crate::network::Network;

/// The file that holds the key of obfuscated block files.
pub const KEY_FILE: &str = "xor.dat";

/// Magic bytes and length.
const FRAME_LEN: u64 = 8;
/// Header, count, and the smallest transaction.
const MIN_BLOCK_LEN: u32 = 80 + 1 + 60;
/// How many bytes of padding are looked at in one go.
const PADDING_STEP: u64 = 1 << 16;

type Key = [u8; 8];

/// Block files, read with ordinary reads.
pub struct BlkFiles {
    network: Network,
    key: Key,
    files: Vec<BlkFile>,
    /// The file that was read last: blocks in chain order lie almost in file order, and a whole node has more files
    /// than a process may hold open.
    open: Mutex<Option<(usize, Arc<File>)>>,
}

struct BlkFile {
    name: String,
    content: Content,
}

enum Content {
    Path(PathBuf),
    Memory(Vec<u8>),
}

impl BlkFiles {
    /// The files `blk*.dat` of a node's `blocks` folder, in the order of their numbers, with the key of `xor.dat`.
    ///
    /// # Errors
    /// When the folder cannot be read, holds no block files, or the key is malformed.
    pub fn folder(folder: &Path, network: Network) -> Result<Self, SourceError> {
        let mut found = Vec::new();
        for entry in std::fs::read_dir(folder).map_err(|e| unreadable(folder, e))? {
            let path = entry.map_err(|e| unreadable(folder, e))?.path();
            let number = path.file_name().and_then(|name| name.to_str()).and_then(file_number);
            found.extend(number.map(|number| (number, path)));
        }
        if found.is_empty() {
            return Err(SourceError::NoFiles { path: folder.display().to_string() });
        }
        found.sort();
        let key = read_key(&folder.join(KEY_FILE))?;
        let mut files = Self::files(found.into_iter().map(|(_, path)| path), network);
        files.key = key;
        Ok(files)
    }

    /// Plain files of any names, in the order given.
    pub fn files(paths: impl IntoIterator<Item = PathBuf>, network: Network) -> Self {
        let file = |path: PathBuf| BlkFile {
            name: path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
            content: Content::Path(path),
        };
        Self::new(network, paths.into_iter().map(file).collect())
    }

    /// The contents of plain block files, by name, in the order given.
    pub fn memory(files: impl IntoIterator<Item = (String, Vec<u8>)>, network: Network) -> Self {
        let file = |(name, bytes)| BlkFile { name, content: Content::Memory(bytes) };
        Self::new(network, files.into_iter().map(file).collect())
    }

    /// The same files, obfuscated with `key`.
    #[must_use]
    pub fn with_key(mut self, key: [u8; 8]) -> Self {
        self.key = key;
        self
    }

    fn new(network: Network, files: Vec<BlkFile>) -> Self {
        Self { network, key: [0; 8], files, open: Mutex::new(None) }
    }

    fn list_file(
        &self,
        number: usize,
        found: &mut dyn FnMut(StoredBlock),
        notes: &mut Vec<SourceNote>,
    ) -> Result<(), SourceError> {
        let length = self.length(number)?;
        let is_last = number + 1 == self.files.len();
        let mut at = 0;
        while at < length {
            let place = || Place { file: self.files[number].name.clone(), offset: at };
            let rest = length - at;
            let mut frame = [0; 8];
            let framed = rest.min(FRAME_LEN);
            let head = &mut frame[..usize::try_from(framed).expect("at most 8")];
            self.read(number, at, head)?;
            let first = head[0];
            apply_key(self.key, at, head);
            let magic = self.network.magic();
            let is_record = head.starts_with(&magic[..head.len().min(4)]);
            // Set aside by the node, not written through the key: zeros as they lie on the disk.
            if !is_record && first == 0 {
                let Some(next) = self.after_zeros(number, at, length)? else {
                    return Err(SourceError::Padding { place: place() });
                };
                notes.push(SourceNote::Padding { place: place(), length: next - at });
                at = next;
                continue;
            }
            let cut = || -> Result<(), SourceError> {
                if is_last { Ok(()) } else { Err(SourceError::BreaksOff { place: place() }) }
            };
            if !is_record {
                let [a, b, c, d, ..] = frame;
                let found = Network::of_magic([a, b, c, d]);
                return Err(SourceError::Magic { place: place(), expected: self.network, found });
            }
            if framed < FRAME_LEN {
                cut()?;
                notes.push(SourceNote::CutTail { place: place(), length: rest });
                return Ok(());
            }
            let [_, _, _, _, a, b, c, d] = frame;
            let block_length = u32::from_le_bytes([a, b, c, d]);
            if block_length < MIN_BLOCK_LEN
                || usize::try_from(block_length).map_or(true, |l| l > MAX_BLOCK_LEN)
            {
                return Err(SourceError::RecordLength { place: place(), length: u64::from(block_length) });
            }
            if u64::from(block_length) > rest - FRAME_LEN {
                cut()?;
                notes.push(SourceNote::CutTail { place: place(), length: rest });
                return Ok(());
            }
            let mut header = [0; HEADER_LEN];
            self.read(number, at + FRAME_LEN, &mut header)?;
            apply_key(self.key, at + FRAME_LEN, &mut header);
            found(StoredBlock {
                header: Header::from_bytes(header),
                file: u32::try_from(number).expect("a folder does not hold 2^32 files"),
                offset: at + FRAME_LEN,
                length: block_length,
            });
            at += FRAME_LEN + u64::from(block_length);
        }
        Ok(())
    }

    /// Where the record behind the zeros at `from` begins, or the end of the file; `None` if anything else is there.
    fn after_zeros(&self, number: usize, from: u64, to: u64) -> Result<Option<u64>, SourceError> {
        let mut at = from;
        let mut step = Vec::new();
        let end = loop {
            if at >= to {
                return Ok(Some(to));
            }
            step.resize(usize::try_from((to - at).min(PADDING_STEP)).expect("a small step"), 0);
            self.read(number, at, &mut step)?;
            if let Some(filled) = step.iter().position(|byte| *byte != 0) {
                break at + u64::try_from(filled).expect("a small step");
            }
            at += PADDING_STEP;
        };
        // Through the key the first of the magic bytes may have become zeros themselves.
        for begin in from.max(end.saturating_sub(3))..=end {
            // At the end of the file the magic bytes may break off, too.
            let mut magic = self.network.magic();
            let there = &mut magic[..usize::try_from((to - begin).min(4)).expect("at most 4")];
            self.read(number, begin, there)?;
            apply_key(self.key, begin, there);
            if magic == self.network.magic() {
                return Ok(Some(begin));
            }
        }
        Ok(None)
    }

    fn length(&self, number: usize) -> Result<u64, SourceError> {
        match &self.files[number].content {
            Content::Memory(bytes) => Ok(u64::try_from(bytes.len()).expect("memory is less than 2^64 bytes")),
            Content::Path(path) => std::fs::metadata(path).map(|m| m.len()).map_err(|e| unreadable(path, e)),
        }
    }

    /// Fills `into` with the bytes at `at`, as they lie there.
    fn read(&self, number: usize, at: u64, into: &mut [u8]) -> Result<(), SourceError> {
        match &self.files[number].content {
            Content::Memory(bytes) => {
                let from = usize::try_from(at).unwrap_or(usize::MAX).min(bytes.len());
                let bytes = bytes.get(from..).and_then(|bytes| bytes.get(..into.len()));
                let missing =
                    || unreadable(Path::new(&self.files[number].name), ErrorKind::UnexpectedEof.into());
                into.copy_from_slice(bytes.ok_or_else(missing)?);
                Ok(())
            }
            Content::Path(path) => {
                let held = || self.open.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                let open = held().clone().filter(|(held, _)| *held == number);
                let file = match open {
                    Some((_, file)) => file,
                    None => {
                        let file = Arc::new(File::open(path).map_err(|e| unreadable(path, e))?);
                        *held() = Some((number, file.clone()));
                        file
                    }
                };
                // Threads that read at once do not wait for one another.
                file.read_exact_at(into, at).map_err(|e| unreadable(path, e))
            }
        }
    }
}

impl BlockSource for BlkFiles {
    fn network(&self) -> Network {
        self.network
    }

    fn list(&self, found: &mut dyn FnMut(StoredBlock)) -> Result<Vec<SourceNote>, SourceError> {
        let mut notes = Vec::new();
        for number in 0..self.files.len() {
            self.list_file(number, found, &mut notes)?;
        }
        Ok(notes)
    }

    fn block<'a>(&'a self, stored: &StoredBlock, scratch: &'a mut Vec<u8>) -> Result<&'a [u8], SourceError> {
        // `list` gives only lengths within MAX_BLOCK_LEN; a caller's own record is held to it here.
        let length = usize::try_from(stored.length).unwrap_or(usize::MAX).min(MAX_BLOCK_LEN);
        scratch.resize(length, 0);
        let number = usize::try_from(stored.file).unwrap_or(usize::MAX);
        if number >= self.files.len() {
            return Err(SourceError::NoFiles { path: stored.file.to_string() });
        }
        self.read(number, stored.offset, scratch)?;
        apply_key(self.key, stored.offset, scratch);
        Ok(scratch)
    }

    fn place(&self, stored: &StoredBlock) -> Place {
        let number = usize::try_from(stored.file).unwrap_or(usize::MAX);
        let file = self.files.get(number).map(|file| file.name.clone()).unwrap_or_default();
        Place { file, offset: stored.offset }
    }
}

/// The number of a name like `blk00012.dat`.
fn file_number(name: &str) -> Option<u64> {
    let digits = name.strip_prefix("blk")?.strip_suffix(".dat")?;
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok())?
}

fn read_key(path: &Path) -> Result<Key, SourceError> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(e) if e.kind() == ErrorKind::NotFound => return Ok([0; 8]),
        Err(e) => return Err(unreadable(path, e)),
    };
    let length = file.metadata().map_err(|e| unreadable(path, e))?.len();
    let mut key = [0; 8];
    if length != 8 {
        return Err(SourceError::KeyLength { path: path.display().to_string(), length });
    }
    file.read_exact_at(&mut key, 0).map_err(|e| unreadable(path, e))?;
    Ok(key)
}

/// Undoes or does the obfuscation of `bytes`, which lie at `at` of their file.
fn apply_key(key: Key, at: u64, bytes: &mut [u8]) {
    if key == [0; 8] {
        return;
    }
    let phase = usize::try_from(at % 8).expect("less than 8");
    for (byte, key) in bytes.iter_mut().zip(key.iter().cycle().skip(phase)) {
        *byte ^= key;
    }
}

fn unreadable(path: &Path, source: io::Error) -> SourceError {
    SourceError::Unreadable { path: path.display().to_string(), source }
}

#[cfg(test)]
mod tests {
    use comity_record::Coded as _;
    use proptest::prelude::*;

    use super::*;

    const NET: Network = Network::Regtest;

    fn record(fill: u8, length: u32) -> Vec<u8> {
        let body = vec![fill; usize::try_from(length).unwrap()];
        [&NET.magic()[..], &length.to_le_bytes(), &body].concat()
    }

    fn list(files: &[Vec<u8>], key: Key) -> Result<(Vec<StoredBlock>, Vec<SourceNote>), SourceError> {
        let named = files.iter().enumerate().map(|(i, bytes)| (format!("blk{i:05}.dat"), bytes.clone()));
        let mut blocks = Vec::new();
        let notes = BlkFiles::memory(named, NET).with_key(key).list(&mut |block| blocks.push(block))?;
        Ok((blocks, notes))
    }

    #[test]
    fn lengths_at_the_limits_are_listed_and_those_past_them_refused() {
        let most = u32::try_from(MAX_BLOCK_LEN).unwrap();
        for (length, good) in
            [(MIN_BLOCK_LEN - 1, false), (MIN_BLOCK_LEN, true), (most, true), (most + 1, false)]
        {
            match list(&[record(1, length)], [0; 8]) {
                Ok((blocks, _)) => assert!(good && blocks.len() == 1),
                Err(e) => assert!(!good && e.code() == "chain-source-record-length"),
            }
        }
    }

    #[test]
    fn a_cut_tail_is_a_note_in_the_last_file_and_an_error_before() {
        let whole = record(1, 200);
        for kept in 1..whole.len() {
            let cut = [whole.clone(), whole[..kept].to_vec()].concat();
            let (blocks, notes) = list(std::slice::from_ref(&cut), [0; 8]).unwrap();
            assert_eq!((blocks.len(), notes.len()), (1, 1), "{kept}");
            assert!(matches!(&notes[0], SourceNote::CutTail { place, .. } if place.offset == 208));
            let error = list(&[cut, whole.clone()], [0; 8]).unwrap_err();
            assert!(matches!(&error, SourceError::BreaksOff { place } if place.offset == 208));
        }
    }

    #[test]
    fn room_set_aside_by_the_node_is_a_note_and_only_a_record_may_follow_it() {
        let mut padded = [record(1, 200), vec![0; 100_000]].concat();
        let (blocks, notes) = list(&[padded.clone(), record(2, 200)], [0; 8]).unwrap();
        assert_eq!(blocks.len(), 2);
        assert!(matches!(&notes[..], [SourceNote::Padding { length: 100_000, .. }]));
        let gap = [&padded[..], &record(3, 200)].concat();
        let (blocks, notes) = list(std::slice::from_ref(&gap), [0; 8]).unwrap();
        assert_eq!((blocks.len(), notes.len()), (2, 1));
        // A key that makes zeros of the first magic bytes of the record behind the gap.
        let mut key = [0xaa; 8];
        key[usize::try_from(blocks[1].offset % 8).unwrap()..][..3].copy_from_slice(&NET.magic()[..3]);
        let mut hidden = [record(1, 200), record(3, 200)].map(|bytes| bytes.clone());
        apply_key(key, 0, &mut hidden[0]);
        apply_key(key, blocks[1].offset - 8, &mut hidden[1]);
        let hidden = [&hidden[0][..], &vec![0; 100_000], &hidden[1]].concat();
        let (again, notes) = list(&[hidden], key).unwrap();
        assert_eq!((again[1].offset, again[1].header, notes.len()), (blocks[1].offset, blocks[1].header, 1));
        *padded.last_mut().unwrap() = 1;
        assert_eq!(list(&[padded], [0; 8]).unwrap_err().code(), "chain-source-padding");
    }

    #[test]
    fn records_of_another_network_or_of_none_are_named() {
        let mut other = record(1, 200);
        other[..4].copy_from_slice(&Network::Mainnet.magic());
        assert_eq!(list(&[other.clone()], [0; 8]).unwrap_err().code(), "chain-source-other-network");
        other[..4].copy_from_slice(b"abcd");
        assert_eq!(list(&[other], [0; 8]).unwrap_err().code(), "chain-source-magic");
    }

    #[test]
    fn a_folder_is_read_in_the_order_of_numbers_with_its_key() {
        let folder = tempfile::tempdir().unwrap();
        let put = |name: &str, bytes: &[u8]| {
            std::io::Write::write_all(&mut File::create(folder.path().join(name)).unwrap(), bytes).unwrap();
        };
        assert_eq!(BlkFiles::folder(folder.path(), NET).err().unwrap().code(), "chain-source-no-files");
        let key = [1, 2, 3, 4, 5, 6, 7, 8];
        for (name, fill) in [("blk00002.dat", 2), ("blk00010.dat", 10), ("blk00001.dat", 1)] {
            let mut bytes = record(fill, 203);
            apply_key(key, 0, &mut bytes);
            put(name, &bytes);
        }
        put("rev00001.dat", b"undo data, which is no block file");
        put(KEY_FILE, &key);
        let source = BlkFiles::folder(folder.path(), NET).unwrap();
        let (mut fills, mut scratch) = (Vec::new(), Vec::new());
        let mut blocks = Vec::new();
        source.list(&mut |block| blocks.push(block)).unwrap();
        for block in &blocks {
            fills.push(source.block(block, &mut scratch).unwrap()[100]);
        }
        assert_eq!(fills, [1, 2, 10]);
        assert_eq!(source.place(&blocks[2]), Place { file: "blk00010.dat".into(), offset: 8 });
        put(KEY_FILE, &key[..7]);
        assert_eq!(BlkFiles::folder(folder.path(), NET).err().unwrap().code(), "chain-source-key-length");
    }

    proptest! {
        #[test]
        fn a_key_changes_nothing_that_is_listed(key: Key, lengths in proptest::collection::vec(141_u32..300, 1..8)) {
            let plain: Vec<u8> = lengths.iter().flat_map(|length| record(9, *length)).collect();
            let mut hidden = plain.clone();
            apply_key(key, 0, &mut hidden);
            let (a, _) = list(&[plain], [0; 8]).unwrap();
            let (b, _) = list(&[hidden], key).unwrap();
            let brief = |blocks: &[StoredBlock]| -> Vec<_> { blocks.iter().map(|b| (b.offset, b.length, b.header)).collect() };
            prop_assert_eq!(brief(&a), brief(&b));
        }

        #[test]
        fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), key: Key) {
            let _ = list(&[bytes], key);
        }
    }
}
