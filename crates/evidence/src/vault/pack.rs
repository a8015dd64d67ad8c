//! Small objects that were taken in together, one behind another in one file.
//!
//! ```text
//! pack   = "comity-pack" 1  record*  entry*  count  BLAKE3(entry* count)
//! record = name size sealed-form                 name 32 bytes, size as big-endian u32
//! entry  = name offset size                      sorted by name; offset of the sealed form in the file, big-endian u32
//! count  = how many entries                      big-endian u32
//! ```
//!
//! A pack is written once, with its index, and gets its name when it is durable. It never changes: to remove one of its
//! objects, what stays is written into another file that takes its place in one step. So a power cut at any moment finds
//! the one or the other, the bytes that were removed are gone as those of a removed file are, and there is no list of the
//! dead to be kept, believed or cleared. The price is to copy at most one pack ([`PACK_CHUNKS`]) for each removal, and room
//! on the disk for what stays of it.

use comity_disk::{Disk, DiskError, DiskFile, DiskPath};

use super::ObjectName;
use super::store::Part;
use crate::chunk::{
    CHUNK_BYTES, ChunkRoom, HEADER_BYTES, MAGIC as SEALED_MAGIC, SEALED_OVERHEAD, TRAILER_BYTES,
};
use crate::hash::{BLOCK_BYTES, length};

/// A pack is closed when it has the bytes of this many chunks, 16 MiB: few files for many objects, and a removal that
/// rewrites one takes well below a second.
pub(super) const PACK_CHUNKS: u64 = 16;

/// A file that is larger was not made here, and is not read as a pack: what a pack is closed at, one more object, and the
/// index of as many as fit in.
pub(super) const MAX_PACK_BYTES: u64 = 32 << 20;

/// The largest sealed form in a pack: one chunk.
const MAX_OBJECT_BYTES: usize = CHUNK_BYTES + SEALED_OVERHEAD;

const MAGIC: &[u8; 12] = b"comity-pack\x01";
/// What stands before a sealed form.
pub(super) const RECORD_BYTES: usize = 36;
const ENTRY_BYTES: usize = 40;
/// What follows the entries.
const END_BYTES: usize = 36;

/// Where an object lies in a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Record {
    pub(super) name: ObjectName,
    /// Where the sealed form begins.
    pub(super) offset: u32,
    /// How long it is.
    pub(super) size: u32,
}

impl Record {
    fn end(&self) -> u64 {
        u64::from(self.offset) + u64::from(self.size)
    }

    /// Opens the object in the pack.
    pub(super) fn open(&self, disk: &dyn Disk, pack: &DiskPath) -> Result<Part, DiskError> {
        Ok(Part::of(disk.open_read(pack)?, u64::from(self.offset), u64::from(self.size)))
    }
}

/// A pack that is being written. Objects are sealed where they wait to be written: what is written at once is long and
/// begins where pages do, which takes the system a third of the time.
pub(super) struct NewPack {
    pack: StagedPack,
    /// Made with the first bytes that are written.
    file: Option<Box<dyn DiskFile>>,
    /// How many bytes are written.
    written: u64,
    /// What is not.
    room: ChunkRoom,
}

/// How many bytes wait before they are written, and of how many what is written at once is a multiple.
const WRITE_BYTES: usize = 256 << 10;
const WRITE_UNIT: usize = 64 << 10;

/// A pack that is written and has no name among the objects yet.
pub(super) struct StagedPack {
    pub(super) path: DiskPath,
    /// In the order in which they lie there.
    pub(super) records: Vec<Record>,
}

impl NewPack {
    /// A pack that will be staged at `path`, for objects with chunks of this size.
    pub(super) fn new(path: DiskPath, chunk_bytes: usize) -> Self {
        // Never to grow, for what is left behind then is not wiped.
        let room = WRITE_BYTES + RECORD_BYTES + SEALED_OVERHEAD + chunk_bytes;
        let mut room = ChunkRoom::new(Vec::with_capacity(room));
        room.extend_from_slice(MAGIC);
        Self { pack: StagedPack { path, records: Vec::new() }, file: None, written: 0, room }
    }

    /// Room for an object behind those that wait. It comes back with [`NewPack::keep`] or [`NewPack::give_back`].
    pub(super) fn take_room(&mut self) -> ChunkRoom {
        let mut room = std::mem::take(&mut self.room);
        room.extend_from_slice(&[0; RECORD_BYTES]);
        room
    }

    /// Takes the room back, and nothing of what was put there: the sealed form is that of `length` bytes at its end.
    pub(super) fn give_back(&mut self, mut room: ChunkRoom, length: usize) {
        let before = room.len() - length - RECORD_BYTES;
        room.truncate(before);
        self.room = room;
    }

    /// Takes an object: the last `length` bytes of the room are its sealed form. Gives the number of its record.
    pub(super) fn keep(
        &mut self,
        disk: &dyn Disk,
        name: ObjectName,
        room: ChunkRoom,
        length: usize,
    ) -> Result<usize, DiskError> {
        self.room = room;
        let start = self.room.len() - length;
        let size = u32::try_from(length).expect("at most one chunk");
        let offset = u32::try_from(self.written + as_u64(start)).expect("a pack is closed long before");
        self.room[start - RECORD_BYTES..start].copy_from_slice(&mark(&name, size));
        self.pack.records.push(Record { name, offset, size });
        if self.room.len() >= WRITE_BYTES {
            self.write(disk, self.room.len() / WRITE_UNIT * WRITE_UNIT)?;
        }
        Ok(self.pack.records.len() - 1)
    }

    /// How many bytes it has, without an index.
    pub(super) fn bytes(&self) -> u64 {
        self.written + length(&self.room)
    }

    /// Whether it holds nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.pack.records.is_empty()
    }

    fn write(&mut self, disk: &dyn Disk, bytes: usize) -> Result<(), DiskError> {
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert(disk.create_new(&self.pack.path)?),
        };
        file.write_at(self.written, &self.room[..bytes])?;
        self.written += as_u64(bytes);
        self.room.drain(..bytes);
        Ok(())
    }

    /// Writes what waits, and the index, and syncs it all.
    pub(super) fn finish(&mut self, disk: &dyn Disk) -> Result<(), DiskError> {
        let index = index(&self.pack.records);
        self.room.extend_from_slice(&index);
        self.write(disk, self.room.len())?;
        self.file.as_mut().map_or(Ok(()), |file| file.sync_all())
    }

    /// What was written, closed.
    pub(super) fn staged(self) -> StagedPack {
        self.pack
    }
}

/// What stands before the sealed form of an object.
pub(super) fn mark(name: &ObjectName, size: u32) -> [u8; RECORD_BYTES] {
    let mut mark = [0; RECORD_BYTES];
    mark[..32].copy_from_slice(name.as_bytes());
    mark[32..].copy_from_slice(&size.to_be_bytes());
    mark
}

/// How many bytes a pack of these objects has.
pub(super) fn size_of(records: &[Record]) -> u64 {
    let objects = records.iter().map(|record| as_u64(RECORD_BYTES + ENTRY_BYTES) + u64::from(record.size));
    length(MAGIC) + objects.sum::<u64>() + as_u64(END_BYTES)
}

fn index(records: &[Record]) -> Vec<u8> {
    let mut sorted = records.to_vec();
    sorted.sort_unstable();
    let mut bytes = Vec::with_capacity(sorted.len() * ENTRY_BYTES + END_BYTES);
    for record in &sorted {
        bytes.extend_from_slice(record.name.as_bytes());
        bytes.extend_from_slice(&record.offset.to_be_bytes());
        bytes.extend_from_slice(&record.size.to_be_bytes());
    }
    bytes
        .extend_from_slice(&u32::try_from(sorted.len()).expect("a pack is closed long before").to_be_bytes());
    let digest = blake3::hash(&bytes);
    bytes.extend_from_slice(digest.as_bytes());
    bytes
}

/// What a file that may be a pack holds.
pub(super) enum Contents {
    /// By its index.
    Indexed(Vec<Record>),
    /// By its records, because the index is damaged. Those that cannot be told are left out.
    Walked(Vec<Record>),
    /// It is no pack: too large, or not a file.
    Foreign,
}

impl Contents {
    /// The objects, if it is a pack.
    pub(super) fn records(self) -> Option<Vec<Record>> {
        match self {
            Self::Indexed(records) | Self::Walked(records) => Some(records),
            Self::Foreign => None,
        }
    }
}

/// Reads the index of a pack, or its records where the index is not the one that was written.
pub(super) fn read(disk: &dyn Disk, path: &DiskPath) -> Result<Contents, DiskError> {
    let file = disk.open_read(path)?;
    let size = file.size()?;
    if size > MAX_PACK_BYTES {
        return Ok(Contents::Foreign);
    }
    // A part of the disk that cannot be read is one of the damages that the records are there for.
    if let Ok(Some(records)) = read_index(&*file, size) {
        return Ok(Contents::Indexed(records));
    }
    Ok(Contents::Walked(walk(&readable(&*file, size))))
}

/// The entries of the index, if it is the one that was written.
fn read_index(file: &dyn DiskFile, size: u64) -> Result<Option<Vec<Record>>, DiskError> {
    let Some(end_at) = size.checked_sub(as_u64(MAGIC.len() + END_BYTES)) else { return Ok(None) };
    let end_at = end_at + as_u64(MAGIC.len());
    let mut magic = [0; MAGIC.len()];
    file.read_exact_at(0, &mut magic)?;
    if magic != *MAGIC {
        return Ok(None);
    }
    let mut end = [0; END_BYTES];
    file.read_exact_at(end_at, &mut end)?;
    let (count, digest) = end.split_at(4);
    let count = u32::from_be_bytes([count[0], count[1], count[2], count[3]]);
    let entries = u64::from(count) * as_u64(ENTRY_BYTES);
    let Some(at) = end_at.checked_sub(entries) else { return Ok(None) };
    // Below the limit of a pack.
    let mut bytes = vec![0; usize::try_from(entries).expect("a pack fits into memory") + 4];
    file.read_exact_at(at, &mut bytes)?;
    if blake3::hash(&bytes).as_bytes() != digest {
        return Ok(None);
    }
    let records: Option<Vec<_>> =
        bytes.chunks_exact(ENTRY_BYTES).map(|entry| read_entry(entry, at)).collect();
    // Whoever can write a digest can write anything. Looking up relies on the order, and writing anew on the sum.
    let sound =
        |records: &Vec<Record>| records.is_sorted_by(|a, b| a.name < b.name) && size_of(records) == size;
    Ok(records.filter(sound))
}

/// An entry whose object lies before the index, which begins at `limit`.
fn read_entry(entry: &[u8], limit: u64) -> Option<Record> {
    let (name, rest) = entry.split_first_chunk::<32>()?;
    let (offset, rest) = rest.split_first_chunk::<4>()?;
    let (size, _) = rest.split_first_chunk::<4>()?;
    let record = Record {
        name: ObjectName::from_bytes(*name),
        offset: u32::from_be_bytes(*offset),
        size: u32::from_be_bytes(*size),
    };
    (record.end() <= limit).then_some(record)
}

/// The bytes of a file, with zeros where they cannot be read.
fn readable(file: &dyn DiskFile, size: u64) -> Vec<u8> {
    let mut bytes = vec![0; usize::try_from(size).expect("a pack fits into memory")];
    let mut offset = 0;
    for block in bytes.chunks_mut(BLOCK_BYTES) {
        if file.read_exact_at(offset, block).is_err() {
            block.fill(0);
        }
        offset += length(block);
    }
    bytes
}

/// The records of a pack, sorted by name. What is between them and is none is passed over.
fn walk(bytes: &[u8]) -> Vec<Record> {
    let mut records = Vec::new();
    let mut at = 0;
    while at + RECORD_BYTES + SEALED_OVERHEAD <= bytes.len() {
        match record_at(bytes, at) {
            Some(record) => {
                at += RECORD_BYTES + usize::try_from(record.size).expect("at most one chunk");
                records.push(record);
            }
            None => at += 1,
        }
    }
    records.sort_unstable();
    records.dedup_by_key(|record| record.name);
    records
}

/// The record at this place. Its length is believed when the digest at the end of the object says so, or when another
/// record follows; an object that decayed is thus still found.
fn record_at(bytes: &[u8], at: usize) -> Option<Record> {
    let sealed_at = at + RECORD_BYTES;
    if !begins_sealed(bytes, sealed_at) {
        return None;
    }
    let record = bytes.get(at..sealed_at)?;
    let size = u32::from_be_bytes(*record.last_chunk::<4>()?);
    let length = usize::try_from(size).ok()?;
    if !(SEALED_OVERHEAD..=MAX_OBJECT_BYTES).contains(&length) {
        return None;
    }
    let sealed = bytes.get(sealed_at..sealed_at + length)?;
    let (body, digest) = sealed.split_at(length - TRAILER_BYTES);
    if !begins_sealed(bytes, sealed_at + length + RECORD_BYTES) && blake3::hash(body).as_bytes() != digest {
        return None;
    }
    let name = ObjectName::from_bytes(*record.first_chunk::<32>()?);
    Some(Record { name, offset: u32::try_from(sealed_at).ok()?, size })
}

fn begins_sealed(bytes: &[u8], at: usize) -> bool {
    bytes.get(at..at + HEADER_BYTES).is_some_and(|header| header.starts_with(SEALED_MAGIC))
}

/// Writes a pack of the objects that are given, each with the pack that it lies in, and syncs it.
pub(super) fn write_anew(
    disk: &dyn Disk,
    path: &DiskPath,
    objects: &[(ObjectName, &DiskPath, Record)],
) -> Result<StagedPack, DiskError> {
    if disk.exists(path)? {
        disk.remove(path)?;
    }
    let written = (|| {
        let mut pack = NewPack::new(path.clone(), CHUNK_BYTES);
        let mut open: Option<(&DiskPath, Box<dyn DiskFile>)> = None;
        for (name, from, record) in objects {
            let file = match &open {
                Some((path, file)) if path == from => file,
                _ => &open.insert((from, disk.open_read(from)?)).1,
            };
            let mut room = pack.take_room();
            let (start, length) = (room.len(), usize::try_from(record.size).expect("at most a pack"));
            room.resize(start + length, 0);
            file.read_exact_at(u64::from(record.offset), &mut room[start..])?;
            pack.keep(disk, *name, room, length)?;
        }
        pack.finish(disk)?;
        Ok(pack.staged())
    })();
    written.inspect_err(|_| {
        let _ = disk.remove(path);
    })
}

fn as_u64(n: usize) -> u64 {
    u64::try_from(n).expect("a small number")
}

#[cfg(test)]
mod tests {
    use comity_disk::SimDisk;

    use super::*;
    use crate::chunk::Sealer;

    fn name(number: u8) -> ObjectName {
        ObjectName::from_bytes([number; 32])
    }

    /// A pack of three objects with its bytes.
    fn packed(disk: &SimDisk) -> (DiskPath, Vec<u8>, Vec<Record>) {
        let path = DiskPath::new("pack").unwrap();
        let mut pack = NewPack::new(path.clone(), 64);
        for number in [2, 1, 3] {
            let key = comity_record::key::SecretKey::from_bytes([number; 32]);
            let mut sealer = Sealer::new(&key, 64, pack.take_room());
            let Ok(()) = sealer.take(&[number; 30], &mut |_| Ok::<_, std::convert::Infallible>(()));
            let last = sealer.finish();
            let length = last.sealed().len();
            pack.keep(disk, name(number), last.room, length).unwrap();
        }
        pack.finish(disk).unwrap();
        let mut records = pack.staged().records;
        records.sort_unstable();
        (path.clone(), disk.read(&path, MAX_PACK_BYTES).unwrap(), records)
    }

    fn of(bytes: &[u8]) -> Contents {
        let (disk, path) = (SimDisk::new(), DiskPath::new("pack").unwrap());
        comity_disk::write_durable(&disk, &path, bytes).unwrap();
        read(&disk, &path).unwrap()
    }

    #[test]
    fn a_pack_has_the_documented_bytes() {
        let (_, bytes, records) = packed(&SimDisk::new());
        assert_eq!(crate::hash::length(&bytes), size_of(&records));
        let sealed = 30 + SEALED_OVERHEAD;
        let first = [MAGIC.as_slice(), &[2; 32], &u32::try_from(sealed).unwrap().to_be_bytes()].concat();
        assert_eq!(bytes[..48], first);
        assert_eq!(&bytes[48..60], SEALED_MAGIC);
        let end = bytes.len() - END_BYTES;
        assert_eq!(bytes[end..end + 4], [0, 0, 0, 3]);
        assert_eq!(bytes[end + 4..], *blake3::hash(&bytes[end - 3 * ENTRY_BYTES..end + 4]).as_bytes());
        assert!(matches!(of(&bytes), Contents::Indexed(found) if found == records));
    }

    #[test]
    fn records_are_found_without_the_index_wherever_it_is_cut() {
        let (_, bytes, records) = packed(&SimDisk::new());
        for cut in 0..bytes.len() {
            let Contents::Walked(found) = of(&bytes[..cut]) else { panic!("cut at {cut}") };
            let whole = records.iter().filter(|record| record.end() <= as_u64(cut)).copied();
            assert_eq!(found, whole.collect::<Vec<_>>(), "cut at {cut}");
        }
    }

    #[test]
    fn an_index_whose_digest_is_right_and_which_no_pack_has_is_not_believed() {
        let (_, bytes, records) = packed(&SimDisk::new());
        let objects = &bytes[..bytes.len() - 3 * ENTRY_BYTES - END_BYTES];
        let with = |records: &[Record]| of(&[objects, &index(records)].concat());
        assert!(matches!(with(&records), Contents::Indexed(_)));
        let huge = Record { size: u32::MAX, ..records[0] };
        let longer = Record { size: records[0].size + 1, ..records[0] };
        for wrong in
            [&[huge, records[1], records[2]][..], &[longer, records[1], records[2]], &records[1..], &[]]
        {
            assert!(matches!(with(wrong), Contents::Walked(found) if found == records));
        }
        assert!(
            matches!(with(&[records[0], records[0], records[2]]), Contents::Walked(found) if found == records)
        );
    }

    #[test]
    fn packs_are_read_up_to_their_limit_and_not_one_byte_past() {
        let (disk, path) = (SimDisk::new(), DiskPath::new("pack").unwrap());
        let mut file = disk.create_new(&path).unwrap();
        file.truncate(MAX_PACK_BYTES).unwrap();
        assert!(matches!(read(&disk, &path).unwrap(), Contents::Walked(found) if found.is_empty()));
        file.truncate(MAX_PACK_BYTES + 1).unwrap();
        assert!(matches!(read(&disk, &path).unwrap(), Contents::Foreign));
    }
}
