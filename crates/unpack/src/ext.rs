//! Files of ext2, ext3 and ext4, as the kernel's *ext4 Data Structures and Algorithms* describes them.
//!
//! The journal is not replayed: what it holds is found by the search of the raw bytes.

use std::collections::BTreeSet;
use std::io;
use std::ops::ControlFlow;

use crate::fault::{Fault, damaged};
use crate::layer::wide;
use crate::media::{Runs, Scattered, exactly, le16, le32};
use crate::times::{Time, Times};
use crate::volume::{Content, Sink, Volume, joined, pass};

const SUPERBLOCK_AT: usize = 1024;
const SUPERBLOCK_BYTES: usize = 1024;
const MAGIC: u16 = 0xef53;

/// A block of 64 KiB is the largest.
const BLOCK_SHIFT_MAX: u32 = 6;

/// Features (`s_feature_incompat`, `s_feature_ro_compat`).
const FILE_TYPES: u32 = 0x2;
const META_GROUPS: u32 = 0x10;
const WIDE_DESCRIPTORS: u32 = 0x80;
const SPARSE_SUPERBLOCKS: u32 = 0x1;

const ROOT: u32 = 2;

/// Flags of an inode.
const ENCRYPTED: u32 = 0x800;
const EXTENTS: u32 = 0x8_0000;
const INLINE: u32 = 0x1000_0000;

const EXTENT_MAGIC: u16 = 0xf30a;

/// A tree of extents is never deeper.
const EXTENT_DEPTH_MAX: u16 = 5;

/// An extent that is longer was set aside and never written.
const EXTENT_BLOCKS_MAX: u64 = 0x8000;

/// Blocks whose numbers stand in the inode itself.
const DIRECT: usize = 12;

const BLOCK_MAP_BYTES: usize = 60;

/// Whether a file system begins so.
pub(crate) fn is_at(begin: &[u8]) -> bool {
    begin.get(SUPERBLOCK_AT..).is_some_and(|superblock| {
        le16(superblock, 56) == MAGIC
            && le32(superblock, 24) <= BLOCK_SHIFT_MAX
            && le32(superblock, 40) > 0
            && le32(superblock, 32) > 0
    })
}

/// How long it is.
pub(crate) fn span(begin: &[u8]) -> u64 {
    let superblock = begin.get(SUPERBLOCK_AT..).unwrap_or_default();
    u64::from(le32(superblock, 4)).saturating_mul(1024 << le32(superblock, 24).min(BLOCK_SHIFT_MAX))
}

/// Reads all files that folders name.
pub(crate) fn read(volume: &Volume<'_>, sink: &mut dyn Sink) -> io::Result<()> {
    let ext = Ext::new(volume)?;
    let root = ext.inode(ROOT)?;
    let mut seen = BTreeSet::from([ROOT]);
    let mut folders = vec![(String::new(), root, 0)];
    while let Some((path, folder, depth)) = folders.pop() {
        let (entries, failure) = ext.entries(&folder);
        if let Some(error) = failure
            && sink.fault(&path, &error).is_break()
        {
            return Ok(());
        }
        let mut inner = Vec::new();
        for (number, name) in entries {
            volume.entry()?;
            let Some(path) = joined(&path, &name) else { continue };
            // A file with two names is opened once.
            if !seen.insert(number) {
                continue;
            }
            let flow = match ext.inode(number) {
                Ok(inode) if inode.is_folder() && depth >= volume.bounds.depth => {
                    let error = damaged(format!("more than {} folders in each other", volume.bounds.depth));
                    sink.fault(&path, &error)
                }
                Ok(inode) if inode.is_folder() => {
                    inner.push((path, inode, depth + 1));
                    ControlFlow::Continue(())
                }
                Ok(inode) if inode.is_file() && inode.size > 0 => {
                    pass(sink, path, inode.times(), ext.content(&inode))
                }
                Ok(_) => ControlFlow::Continue(()),
                Err(error) => sink.fault(&path, &error),
            };
            if flow.is_break() {
                return Ok(());
            }
        }
        folders.extend(inner.into_iter().rev());
    }
    Ok(())
}

struct Ext<'a, 's> {
    volume: &'a Volume<'s>,
    block_bytes: u64,
    first_block: u64,
    blocks_in_group: u64,
    inodes: u32,
    inodes_in_group: u32,
    inode_bytes: usize,
    descriptor_bytes: u64,
    incompatible: u32,
    read_only: u32,
    first_meta_group: u64,
}

struct Inode {
    bytes: Vec<u8>,
    at: u64,
    size: u64,
    flags: u32,
}

impl Inode {
    fn is_folder(&self) -> bool {
        le16(&self.bytes, 0) & 0xf000 == 0x4000
    }

    fn is_file(&self) -> bool {
        le16(&self.bytes, 0) & 0xf000 == 0x8000
    }

    fn map(&self) -> &[u8] {
        &self.bytes[40..40 + BLOCK_MAP_BYTES]
    }

    /// The bytes of the second half of an inode that are in use, counted from its beginning.
    fn extra_end(&self) -> usize {
        128 + usize::from(le16(&self.bytes, 128))
    }

    /// A time of 32 bits, with two more and the billionths in a second field where there is one.
    fn time(&self, at: usize, extra_at: usize) -> Option<Time> {
        let low = le32(&self.bytes, at);
        let extra = if extra_at + 4 <= self.extra_end() { le32(&self.bytes, extra_at) } else { 0 };
        let seconds = i64::from(i32::from_le_bytes(low.to_le_bytes())) + (i64::from(extra & 3) << 32);
        Time::unix(seconds, extra >> 2)
    }

    fn times(&self) -> Times {
        Times {
            created: (148 <= self.extra_end()).then(|| self.time(144, 148)).flatten(),
            modified: self.time(16, 136),
            accessed: self.time(8, 140),
            changed: self.time(12, 132),
        }
    }
}

impl<'a, 's> Ext<'a, 's> {
    fn new(volume: &'a Volume<'s>) -> io::Result<Self> {
        let superblock = volume.bytes(wide(SUPERBLOCK_AT), SUPERBLOCK_BYTES)?;
        let word = |at| le32(&superblock, at);
        let (revision, incompatible) = (word(76), word(96));
        let inode_bytes = if revision == 0 { 128 } else { usize::from(le16(&superblock, 88)) };
        let descriptor_bytes = if incompatible & WIDE_DESCRIPTORS == 0 { 32 } else { le16(&superblock, 254) };
        if !(128..=4096).contains(&inode_bytes) || !(32..=1024).contains(&descriptor_bytes) {
            return Err(damaged(format!("inodes of {inode_bytes}, groups of {descriptor_bytes} bytes")));
        }
        Ok(Self {
            volume,
            block_bytes: 1024 << word(24).min(BLOCK_SHIFT_MAX),
            first_block: u64::from(word(20)),
            blocks_in_group: u64::from(word(32)).max(1),
            inodes: word(0),
            inodes_in_group: word(40).max(1),
            inode_bytes,
            descriptor_bytes: u64::from(descriptor_bytes),
            incompatible,
            read_only: word(100),
            first_meta_group: u64::from(word(0x104)),
        })
    }

    fn place(&self, block: u64) -> u64 {
        block.saturating_mul(self.block_bytes)
    }

    /// Where the descriptor of a group stands.
    fn descriptor(&self, group: u64) -> u64 {
        let in_block = self.block_bytes / self.descriptor_bytes;
        let meta_group = group / in_block;
        if self.incompatible & META_GROUPS == 0 || meta_group < self.first_meta_group {
            return self.place(self.first_block + 1) + group * self.descriptor_bytes;
        }
        let first = meta_group * in_block;
        let block = self.first_block + first * self.blocks_in_group + u64::from(self.has_superblock(first));
        self.place(block) + group % in_block * self.descriptor_bytes
    }

    fn has_superblock(&self, group: u64) -> bool {
        let is_power_of = |base: u64| {
            let mut power = 1;
            while power < group {
                power *= base;
            }
            power == group
        };
        self.read_only & SPARSE_SUPERBLOCKS == 0 || group <= 1 || [3, 5, 7].into_iter().any(is_power_of)
    }

    fn inode(&self, number: u32) -> io::Result<Inode> {
        if number == 0 || number > self.inodes {
            return Err(damaged(format!("no inode {number}")));
        }
        let (group, index) = ((number - 1) / self.inodes_in_group, (number - 1) % self.inodes_in_group);
        let is_wide = self.incompatible & WIDE_DESCRIPTORS != 0 && self.descriptor_bytes >= 64;
        let descriptor =
            self.volume.bytes(self.descriptor(u64::from(group)), if is_wide { 64 } else { 32 })?;
        let table = u64::from(le32(&descriptor, 8)) | u64::from(le32(&descriptor, 0x28)) << 32;
        let at = self.place(table).saturating_add(u64::from(index) * wide(self.inode_bytes));
        let mut bytes = self.volume.bytes(at, self.inode_bytes)?;
        // Fields of the second half are absent, not damaged, where inodes have none.
        bytes.resize(bytes.len().max(160), 0);
        let size = u64::from(le32(&bytes, 4)) | u64::from(le32(&bytes, 108)) << 32;
        let flags = le32(&bytes, 32);
        Ok(Inode { bytes, at, size, flags })
    }

    fn content(&self, inode: &Inode) -> io::Result<Content> {
        if inode.flags & ENCRYPTED != 0 {
            return Err(Fault::Encrypted.error());
        }
        if inode.flags & INLINE != 0 {
            let bytes = self.inline(inode);
            let is_as_it_is = bytes.len() <= BLOCK_MAP_BYTES;
            return Ok(Content::Held { bytes, at: inode.at + 40, is_as_it_is });
        }
        self.runs(inode).map(Content::Runs)
    }

    /// What stands in the inode itself: in place of the block map, and in the attribute `system.data`.
    fn inline(&self, inode: &Inode) -> Vec<u8> {
        let mut bytes = inode.map().to_vec();
        let attributes = inode.bytes.get(inode.extra_end()..self.inode_bytes).unwrap_or_default();
        if le32(attributes, 0) == 0xea02_0000 {
            let entries = &attributes[4..];
            let mut at = 0;
            while let Some(entry) = entries.get(at..at + 16).filter(|entry| entry[0] != 0) {
                let name = entries.get(at + 16..at + 16 + usize::from(entry[0])).unwrap_or_default();
                let begin = usize::from(le16(entry, 2));
                let end = begin.saturating_add(usize::try_from(le32(entry, 8)).unwrap_or(0));
                if entry[1] == 7 && name == b"data" {
                    bytes.extend_from_slice(entries.get(begin..end).unwrap_or_default());
                }
                at += (16 + usize::from(entry[0])).next_multiple_of(4);
            }
        }
        bytes.truncate(usize::try_from(inode.size).unwrap_or(usize::MAX));
        bytes
    }

    fn runs(&self, inode: &Inode) -> io::Result<Runs> {
        let mut runs = Runs::default();
        if inode.flags & EXTENTS != 0 {
            self.extents(inode.map(), None, &mut runs)?;
        } else {
            let blocks = inode.size.div_ceil(self.block_bytes);
            for at in 0..DIRECT {
                self.mapped(le32(inode.map(), at * 4), 0, blocks, &mut runs)?;
            }
            for level in 1..=3 {
                self.mapped(
                    le32(inode.map(), (DIRECT - 1) * 4 + level as usize * 4),
                    level,
                    blocks,
                    &mut runs,
                )?;
            }
        }
        runs.fit(inode.size);
        Ok(runs)
    }

    /// Adds what a block of the map leads to: itself at level 0, else those whose numbers it holds.
    fn mapped(&self, block: u32, level: u32, blocks: u64, runs: &mut Runs) -> io::Result<()> {
        let in_block = self.block_bytes / 4;
        if runs.bytes() >= blocks.saturating_mul(self.block_bytes) {
            return Ok(());
        }
        if block == 0 || level == 0 {
            let bytes = in_block.pow(level) * self.block_bytes;
            return self.volume.piece(runs, (block != 0).then(|| self.place(block.into())), bytes);
        }
        let table =
            self.volume.bytes(self.place(block.into()), usize::try_from(self.block_bytes).unwrap_or(0))?;
        for entry in table.chunks_exact(4) {
            self.mapped(le32(entry, 0), level - 1, blocks, runs)?;
        }
        Ok(())
    }

    /// Adds the extents of a node of the tree. Each must begin behind the last: so a tree that leads back to itself ends.
    fn extents(&self, node: &[u8], depth: Option<u16>, runs: &mut Runs) -> io::Result<()> {
        let (magic, count, own) = (le16(node, 0), le16(node, 2), le16(node, 6));
        if magic != EXTENT_MAGIC || own > EXTENT_DEPTH_MAX || depth.is_some_and(|depth| own != depth) {
            return Err(damaged("a node of a tree of extents is none".into()));
        }
        let entries = node.get(12..).unwrap_or_default().chunks_exact(12).take(usize::from(count));
        for entry in entries {
            self.volume.link()?;
            if own > 0 {
                let block = u64::from(le32(entry, 4)) | u64::from(le16(entry, 8)) << 32;
                let bytes = usize::try_from(self.block_bytes).unwrap_or(0);
                self.extents(&self.volume.bytes(self.place(block), bytes)?, Some(own - 1), runs)?;
                continue;
            }
            let logical = self.place(u64::from(le32(entry, 0)));
            let (count, start) =
                (u64::from(le16(entry, 4)), u64::from(le16(entry, 6)) << 32 | u64::from(le32(entry, 8)));
            if logical < runs.bytes() {
                return Err(damaged("extents of a file are not in order".into()));
            }
            self.volume.piece(runs, None, logical - runs.bytes())?;
            let is_written = count <= EXTENT_BLOCKS_MAX;
            let blocks = if is_written { count } else { count - EXTENT_BLOCKS_MAX };
            self.volume.piece(runs, is_written.then(|| self.place(start)), self.place(blocks))?;
        }
        Ok(())
    }

    /// The entries of a folder, as far as it can be read. Those of an index are empty to whoever reads block by block.
    fn entries(&self, folder: &Inode) -> (Vec<(u32, Vec<u8>)>, Option<io::Error>) {
        let mut entries = Vec::new();
        let failure = self.blocks(folder, &mut entries).err();
        (entries, failure)
    }

    fn blocks(&self, folder: &Inode, entries: &mut Vec<(u32, Vec<u8>)>) -> io::Result<()> {
        if folder.flags & INLINE != 0 {
            // The number of the folder around it stands first.
            return self.block(self.inline(folder).get(4..).unwrap_or_default(), entries);
        }
        if folder.size > self.volume.bounds.folder_bytes {
            return Err(damaged(format!("a folder of more than {} bytes", self.volume.bounds.folder_bytes)));
        }
        let runs = self.runs(folder)?;
        let (bytes, source) = (runs.bytes(), Scattered { source: self.volume, runs, between: 0 });
        let mut failure = Ok(());
        for block in 0..bytes / self.block_bytes {
            let count = usize::try_from(self.block_bytes).unwrap_or(0);
            let read = exactly(&source, self.place(block), count);
            // One block that is lost does not lose the others.
            let read = read.and_then(|bytes| self.block(&bytes, entries));
            if read.is_err() {
                failure = failure.and(read);
            }
        }
        failure
    }

    fn block(&self, mut rest: &[u8], entries: &mut Vec<(u32, Vec<u8>)>) -> io::Result<()> {
        while rest.len() >= 8 {
            let length = match le16(rest, 4) {
                // 64 KiB do not fit the field.
                0 | u16::MAX => rest.len(),
                length => usize::from(length),
            };
            let has_types = self.incompatible & FILE_TYPES != 0;
            let name_bytes = if has_types { usize::from(rest[6]) } else { usize::from(le16(rest, 6)) };
            let name = rest.get(8..8 + name_bytes);
            let (Some(name), Some(next), true) = (name, rest.get(length..), length >= 8) else {
                return Err(damaged("an entry of a folder is longer than its block".into()));
            };
            if le32(rest, 0) != 0 && !name.is_empty() {
                entries.push((le32(rest, 0), name.to_vec()));
            }
            rest = next;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::images::ext;
    use crate::volume::Bounds;
    use crate::volume::tests::{Seen, seen};

    fn text() -> Vec<u8> {
        (0..2500_u32).map(|at| at.to_le_bytes()[0]).collect()
    }

    fn within(image: &Vec<u8>, bounds: Bounds) -> Seen<'_> {
        seen(image, bounds, read)
    }

    /// Where the inode of the text stands.
    const NOTE_AT: usize = 3 * 1024 + 12 * 128;

    #[test]
    fn a_file_in_pieces_is_put_together_from_a_map_and_from_extents() {
        for by_extents in [false, true] {
            let image = ext(&text(), by_extents);
            assert!(is_at(&image));
            assert_eq!(span(&image), 32 * 1024);
            let seen = within(&image, Bounds::DEFAULT);
            assert_eq!(seen.faults, []);
            assert_eq!(seen.files, [("docs/note.txt".to_owned(), text())]);
            assert_eq!(seen.times[0].modified, Time::unix(1_231_006_505, 0));
        }
    }

    #[test]
    fn indirect_blocks_and_holes_are_followed() {
        let mut image = ext(b"x", false);
        // The thirteenth block by a table in block 20, which leads to block 21; a hole before it.
        image[NOTE_AT + 4..NOTE_AT + 8].copy_from_slice(&(13 * 1024_u32 + 3).to_le_bytes());
        image[NOTE_AT + 40..NOTE_AT + 44].fill(0);
        image[NOTE_AT + 88] = 20;
        image[20 * 1024] = 21;
        image[20 * 1024 + 4] = 22;
        image[21 * 1024..22 * 1024].fill(b'a');
        image[22 * 1024..22 * 1024 + 5].fill(b'b');
        let seen = within(&image, Bounds::DEFAULT);
        let expected = [vec![0; 12 * 1024], vec![b'a'; 1024], vec![b'b'; 3]].concat();
        assert_eq!(seen.files, [("docs/note.txt".to_owned(), expected)]);
        // Not further than the file goes, though the table leads back to itself.
        image[NOTE_AT + 92] = 20;
        image[20 * 1024] = 20;
        assert_eq!(within(&image, Bounds::DEFAULT).files[0].1.len(), 13 * 1024 + 3);
    }

    #[test]
    fn a_tree_of_extents_that_leads_back_is_damaged() {
        let mut image = ext(&text(), true);
        let node = NOTE_AT + 40;
        image[node + 6] = 1;
        image[node + 16..node + 20].copy_from_slice(&[20, 0, 0, 0]);
        image[20 * 1024..20 * 1024 + 8].copy_from_slice(&[0x0a, 0xf3, 1, 0, 4, 0, 1, 0]);
        image[20 * 1024 + 16] = 20;
        assert_eq!(within(&image, Bounds::DEFAULT).faults[0].0, "docs/note.txt");
    }

    #[test]
    fn what_stands_in_the_inode_is_read() {
        let mut image = ext(b"", false);
        image[NOTE_AT + 35] = 0x10;
        image[NOTE_AT + 4] = 5;
        image[NOTE_AT + 40..NOTE_AT + 45].copy_from_slice(b"in it");
        assert_eq!(within(&image, Bounds::DEFAULT).files[0].1, b"in it");
        image[NOTE_AT + 33] = 8;
        assert_eq!(within(&image, Bounds::DEFAULT).faults[0].1, "the part is encrypted");
    }

    #[test]
    fn a_damaged_folder_gives_what_stands_before_the_damage() {
        let mut image = ext(&text(), false);
        image[5 * 1024 + 28..5 * 1024 + 30].copy_from_slice(&2000_u16.to_le_bytes());
        let seen = within(&image, Bounds::DEFAULT);
        assert_eq!((seen.files.len(), seen.faults.len()), (0, 1));
        let mut image = ext(&text(), false);
        image[6 * 1024..6 * 1024 + 2].copy_from_slice(&[99, 0]);
        assert_eq!(within(&image, Bounds::DEFAULT).faults[0].1, "the part is damaged: no inode 99");
    }

    #[test]
    fn bounds_hold_at_the_limit_and_one_past_it() {
        let image = ext(&text(), false);
        let faults = |bounds| within(&image, bounds).faults.len();
        let all = Bounds { entries: 4, links: 5, pieces: 2, depth: 1, folder_bytes: 1024 };
        assert_eq!(faults(all), 0);
        assert_eq!(faults(Bounds { entries: 3, ..all }), 1);
        assert_eq!(faults(Bounds { links: 4, ..all }), 1);
        assert_eq!(faults(Bounds { pieces: 1, ..all }), 1);
        assert_eq!(faults(Bounds { depth: 0, ..all }), 1);
        assert_eq!(faults(Bounds { folder_bytes: 1023, ..all }), 1);
    }
}
