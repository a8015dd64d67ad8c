//! Files of NTFS, by the records of its master file table.
//!
//! The table is read from its front to its back and paths are made by the folder that each name says it is in: a folder whose
//! index is damaged hides nothing so. Streams beside the data of a file are opened by `file:stream`. Files that the system keeps
//! for itself are left to the search of the raw bytes, as are deleted ones.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io;

use crate::fault::{Fault, damaged};
use crate::layer::wide;
use crate::lznt1;
use crate::media::{ReadAt, Runs, Scattered, exactly, le, le16, le32};
use crate::times::{Time, Times};
use crate::volume::{Content, Sink, Volume, joined, pass};

const MARK: &[u8] = b"NTFS    ";
const RECORD_MARK: &[u8] = b"FILE";

/// Records up to this one are those of the system.
const SYSTEM_RECORDS: u64 = 24;
const ROOT: u64 = 5;

/// Kinds of attributes.
const STANDARD_INFORMATION: u32 = 0x10;
const ATTRIBUTE_LIST: u32 = 0x20;
const FILE_NAME: u32 = 0x30;
const DATA: u32 = 0x80;
const END: u32 = u32::MAX;

/// Flags of an attribute.
const COMPRESSED: u16 = 0x00ff;
const ENCRYPTED: u16 = 0x4000;

/// Flags of a record.
const IN_USE: u16 = 1;
const FOLDER: u16 = 2;

/// Where a record is checked: the last two bytes of each so many.
const STRIDE: usize = 512;

/// The longest list of attributes (Windows allows no longer one).
const LIST_BYTES_MAX: u64 = 256 * 1024;

/// How a name stands for a file that has none of its own: its folder is lost.
const LOST: &str = "?";

/// So many folders' paths are kept at once.
const PATHS_KEPT: usize = 16 * 1024;

/// Whether a file system begins so.
pub(crate) fn is_at(begin: &[u8]) -> bool {
    begin.get(3..11) == Some(MARK)
        && matches!(le16(begin, 11), 256 | 512 | 1024 | 2048 | 4096)
        && cluster_bytes(begin).is_some()
}

/// How long it is. A copy of the first sector stands behind it.
pub(crate) fn span(begin: &[u8]) -> u64 {
    le(begin, 40, 8).saturating_add(1).saturating_mul(u64::from(le16(begin, 11)))
}

/// A length in sectors, or, from 128 on, as a power of two.
fn power_or(count: u64, unit: u64) -> Option<u64> {
    match count {
        0 => None,
        1..=128 => Some(count * unit),
        _ => 1_u64.checked_shl(u32::try_from(256 - count).ok()?),
    }
}

fn cluster_bytes(begin: &[u8]) -> Option<u64> {
    let sector_bytes = u64::from(le16(begin, 11));
    let sectors = match le(begin, 13, 1) {
        count @ 1..=128 => Some(count),
        count => power_or(count, 1),
    };
    sectors.map(|sectors| sectors * sector_bytes).filter(|bytes| (256..=2 << 20).contains(bytes))
}

/// Reads all files.
pub(crate) fn read(volume: &Volume<'_>, sink: &mut dyn Sink) -> io::Result<()> {
    let begin = volume.bytes(0, 512)?;
    let cluster_bytes = cluster_bytes(&begin).ok_or_else(|| damaged("no boot sector of NTFS".into()))?;
    let record_bytes =
        power_or(le(&begin, 64, 1), cluster_bytes).filter(|bytes| (512..=65_536).contains(bytes));
    let record_bytes = record_bytes.ok_or_else(|| damaged("records of no length".into()))?;
    let mut ntfs =
        Ntfs { volume, cluster_bytes, record_bytes, table: Runs::default(), paths: RefCell::default() };
    // Of the table at first one record is known, which says where it lies; if it is lost, its copy.
    let mut failure = None;
    for at in [48, 56] {
        ntfs.table = Runs::default();
        ntfs.table.push(Some(le(&begin, at, 8).saturating_mul(cluster_bytes)), record_bytes);
        match ntfs.find_table() {
            Ok(table) => {
                ntfs.table = table;
                return ntfs.files(sink);
            }
            Err(error) => failure = failure.or(Some(error)),
        }
    }
    failure.map_or(Ok(()), Err)
}

struct Ntfs<'a, 's> {
    volume: &'a Volume<'s>,
    cluster_bytes: u64,
    record_bytes: u64,
    table: Runs,
    /// Paths of folders.
    paths: RefCell<BTreeMap<u64, Option<String>>>,
}

/// A record of the table, with what stood in its last bytes of each sector put back.
struct Record {
    bytes: Vec<u8>,
    number: u64,
    flags: u16,
    sequence: u16,
    base: u64,
}

/// An attribute, or a piece of one.
#[derive(Clone)]
struct Attribute {
    kind: u32,
    name: Vec<u16>,
    flags: u16,
    value: Value,
}

#[derive(Clone)]
enum Value {
    /// In the record: its bytes, and where in the record of this number they stand.
    Resident {
        bytes: Vec<u8>,
        record: u64,
        at: usize,
    },
    Runs {
        first: u64,
        pairs: Vec<u8>,
        unit_shift: u8,
        bytes: u64,
        written: u64,
    },
}

impl Record {
    fn attributes(&self) -> Vec<Attribute> {
        let mut attributes = Vec::new();
        let mut at = usize::from(le16(&self.bytes, 20));
        while let Some(header) = self.bytes.get(at..).filter(|rest| rest.len() >= 16) {
            let (kind, length) = (le32(header, 0), usize::try_from(le32(header, 4)).unwrap_or(usize::MAX));
            let Some(header) = header.get(..length).filter(|header| kind != END && header.len() >= 24) else {
                break;
            };
            let name_at = usize::from(le16(header, 10));
            let name = header.get(name_at..name_at + 2 * usize::from(header[9])).unwrap_or_default();
            let value = if header[8] == 0 {
                let begin = usize::from(le16(header, 20));
                let end = begin.saturating_add(usize::try_from(le32(header, 16)).unwrap_or(usize::MAX));
                let bytes = header.get(begin..end).unwrap_or_default().to_vec();
                Value::Resident { bytes, record: self.number, at: at + begin }
            } else {
                Value::Runs {
                    first: le(header, 16, 8),
                    pairs: header.get(usize::from(le16(header, 32))..).unwrap_or_default().to_vec(),
                    unit_shift: header.get(34).copied().unwrap_or(0),
                    bytes: le(header, 48, 8),
                    written: le(header, 56, 8),
                }
            };
            let name = name.chunks_exact(2).map(|unit| le16(unit, 0)).collect();
            attributes.push(Attribute { kind, name, flags: le16(header, 12), value });
            at += length;
        }
        attributes
    }
}

impl Ntfs<'_, '_> {
    fn find_table(&self) -> io::Result<Runs> {
        let record = self.record(0)?.ok_or_else(|| damaged("the table of files has no record".into()))?;
        let mut table = self.runs(&pieces(record.attributes(), DATA, &[]))?;
        // A table in many pieces tells of the later ones in records that lie in the earlier ones.
        let known = Self { table: table.clone(), paths: RefCell::default(), ..*self };
        if let Ok(all) = known.attributes(&record)
            && let Ok(longer) = known.runs(&pieces(all, DATA, &[]))
            && longer.bytes() > table.bytes()
        {
            table = longer;
        }
        if table.stored() < self.record_bytes {
            return Err(damaged("the table of files lies nowhere".into()));
        }
        Ok(table)
    }

    /// The record of this number; none if there is no record at its place.
    fn record(&self, number: u64) -> io::Result<Option<Record>> {
        let at = number.saturating_mul(self.record_bytes);
        if at >= self.table.bytes() {
            return Err(damaged(format!("no record {number}")));
        }
        let table = Scattered {
            source: self.volume,
            runs: RunsOf(&self.table).piece(at, self.record_bytes),
            between: 0,
        };
        let mut bytes = exactly(&table, 0, usize::try_from(self.record_bytes).unwrap_or(0))?;
        if !bytes.starts_with(RECORD_MARK) {
            return Ok(None);
        }
        let (list, count) = (usize::from(le16(&bytes, 4)), usize::from(le16(&bytes, 6)));
        let list = bytes.get(list..list + 2 * count).unwrap_or_default().to_vec();
        let mut checks = list.chunks_exact(2);
        let check = checks.next().unwrap_or_default().to_vec();
        for (sector, kept) in bytes.chunks_exact_mut(STRIDE).zip(checks) {
            if sector[STRIDE - 2..] != check {
                return Err(damaged(format!("record {number} was not written whole")));
            }
            sector[STRIDE - 2..].copy_from_slice(kept);
        }
        let (flags, sequence, base) = (le16(&bytes, 22), le16(&bytes, 16), le(&bytes, 32, 6));
        Ok(Some(Record { bytes, number, flags, sequence, base }))
    }

    /// The attributes of a record and of those that continue it.
    fn attributes(&self, record: &Record) -> io::Result<Vec<Attribute>> {
        let mut attributes = record.attributes();
        let Some(list) = attributes.iter().find(|it| it.kind == ATTRIBUTE_LIST).cloned() else {
            return Ok(attributes);
        };
        let list = match &list.value {
            Value::Resident { bytes, .. } => bytes.clone(),
            Value::Runs { bytes, .. } if *bytes > LIST_BYTES_MAX => {
                return Err(damaged(format!("a list of attributes of more than {LIST_BYTES_MAX} bytes")));
            }
            Value::Runs { bytes, .. } => {
                let runs = self.runs(std::slice::from_ref(&list))?;
                exactly(
                    &Scattered { source: self.volume, runs, between: 0 },
                    0,
                    usize::try_from(*bytes).unwrap_or(0),
                )?
            }
        };
        let mut rest = &list[..];
        let mut others = std::collections::BTreeSet::new();
        while rest.len() >= 24 {
            others.insert(le(rest, 16, 6));
            let length = usize::from(le16(rest, 4)).max(24);
            rest = rest.get(length..).unwrap_or_default();
        }
        for number in others.into_iter().filter(|number| *number != record.number) {
            self.volume.link()?;
            if let Some(other) = self.record(number)?.filter(|other| other.base == record.number) {
                attributes.extend(other.attributes());
            }
        }
        Ok(attributes)
    }

    /// The runs of an attribute of these pieces.
    fn runs(&self, pieces: &[Attribute]) -> io::Result<Runs> {
        let mut runs = Runs::default();
        let mut length = None;
        for piece in pieces {
            let Value::Runs { first, pairs, bytes, written, .. } = &piece.value else { continue };
            if runs.bytes() != first.saturating_mul(self.cluster_bytes) {
                return Err(damaged("a piece of a file is missing".into()));
            }
            length = length.or(Some((*bytes, *written)));
            self.add_pairs(pairs, &mut runs)?;
        }
        let (bytes, written) = length.unwrap_or_default();
        // Behind what was written the clusters hold what was there before.
        if pieces.first().is_none_or(|piece| piece.flags & COMPRESSED == 0) {
            runs.fit(written.min(bytes));
            runs.fit(bytes);
        }
        Ok(runs)
    }

    /// Pairs of a length and of the distance to the run before, in clusters, each with as many bytes as it needs.
    fn add_pairs(&self, mut pairs: &[u8], runs: &mut Runs) -> io::Result<()> {
        let mut cluster = 0_i64;
        while let Some(head) = pairs.first().filter(|head| **head != 0) {
            let (length_bytes, distance_bytes) = (usize::from(head & 15), usize::from(head >> 4));
            let Some(pair) = pairs
                .get(1..1 + length_bytes + distance_bytes)
                .filter(|_| length_bytes <= 8 && distance_bytes <= 8)
            else {
                return Err(damaged("a list of runs breaks off".into()));
            };
            let bytes = le(pair, 0, length_bytes).saturating_mul(self.cluster_bytes);
            let from = if distance_bytes == 0 {
                None
            } else {
                let distance = le(pair, length_bytes, distance_bytes);
                let unused = 64 - 8 * u32::try_from(distance_bytes).unwrap_or(8);
                cluster =
                    cluster.wrapping_add(i64::from_le_bytes((distance << unused).to_le_bytes()) >> unused);
                let cluster =
                    u64::try_from(cluster).map_err(|_| damaged("a run lies before the beginning".into()))?;
                Some(cluster.saturating_mul(self.cluster_bytes))
            };
            self.volume.piece(runs, from, bytes)?;
            pairs = &pairs[1 + length_bytes + distance_bytes..];
        }
        Ok(())
    }

    fn files(&self, sink: &mut dyn Sink) -> io::Result<()> {
        for number in SYSTEM_RECORDS..self.table.bytes() / self.record_bytes {
            self.volume.entry()?;
            let record = match self.record(number) {
                Ok(Some(record)) if record.flags & IN_USE != 0 && record.base == 0 => record,
                Err(error) if sink.fault("", &error).is_break() => return Ok(()),
                Ok(_) | Err(_) => continue,
            };
            let attributes = match self.attributes(&record) {
                Ok(attributes) => attributes,
                Err(error) if sink.fault("", &error).is_break() => return Ok(()),
                // What the record itself holds is there.
                Err(_) => record.attributes(),
            };
            let mut names: Vec<_> =
                attributes.iter().filter(|it| it.kind == DATA).map(|it| it.name.clone()).collect();
            names.sort_unstable();
            names.dedup();
            if names.is_empty() {
                continue;
            }
            let path = self.path(&attributes).unwrap_or_else(|| format!("{LOST}/{number}"));
            let times = times(&attributes);
            for name in names {
                let content = self.content(&pieces(attributes.clone(), DATA, &name));
                let path = if name.is_empty() {
                    path.clone()
                } else {
                    joined("", String::from_utf16_lossy(&name).as_bytes())
                        .map_or_else(|| path.clone(), |stream| format!("{path}:{stream}"))
                };
                if let Some(content) = content.transpose()
                    && pass(sink, path, times, content).is_break()
                {
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    /// Where a stream is; nowhere if it is empty.
    fn content(&self, pieces: &[Attribute]) -> io::Result<Option<Content>> {
        let Some(first) = pieces.first() else { return Ok(None) };
        if first.flags & ENCRYPTED != 0 {
            return Err(Fault::Encrypted.error());
        }
        match &first.value {
            Value::Resident { bytes, .. } if bytes.is_empty() => Ok(None),
            Value::Resident { bytes, record, at } => {
                let place = self.table.piece(record * self.record_bytes).and_then(|piece| piece.from);
                let end = at + bytes.len();
                // Two bytes at the end of each sector stand elsewhere.
                let is_as_it_is = end % STRIDE <= STRIDE - 2 && at / STRIDE == (end - 1) / STRIDE;
                Ok(Some(Content::Held {
                    bytes: bytes.clone(),
                    at: place.unwrap_or(0) + wide(*at),
                    is_as_it_is: is_as_it_is && place.is_some(),
                }))
            }
            Value::Runs { bytes: 0, .. } => Ok(None),
            Value::Runs { unit_shift, bytes, .. } if first.flags & COMPRESSED != 0 && *unit_shift > 0 => {
                let unit =
                    self.cluster_bytes.checked_shl(u32::from(*unit_shift)).filter(|unit| *unit <= 1 << 20);
                let unit =
                    unit.ok_or_else(|| Fault::Method { method: format!("lznt1-{unit_shift}") }.error())?;
                let runs = self.runs(pieces)?;
                Ok(Some(Content::Packed {
                    runs,
                    unit_bytes: usize::try_from(unit).unwrap_or(0),
                    bytes: *bytes,
                }))
            }
            Value::Runs { .. } => self.runs(pieces).map(Content::Runs).map(Some),
        }
    }

    /// The path by the name that people see, and the folders around it.
    fn path(&self, attributes: &[Attribute]) -> Option<String> {
        let (folder, sequence, name) = name(attributes)?;
        let path = self.folder(folder, sequence, 0).unwrap_or_else(|| LOST.to_owned());
        joined(&path, name.as_bytes())
    }

    fn folder(&self, number: u64, sequence: u16, depth: usize) -> Option<String> {
        if number == ROOT {
            return Some(String::new());
        }
        if let Some(path) = self.paths.borrow().get(&number) {
            return path.clone();
        }
        let path = self.read_folder(number, sequence, depth);
        let mut paths = self.paths.borrow_mut();
        if paths.len() >= PATHS_KEPT {
            paths.clear();
        }
        paths.insert(number, path.clone());
        path
    }

    fn read_folder(&self, number: u64, sequence: u16, depth: usize) -> Option<String> {
        if depth >= self.volume.bounds.depth {
            return None;
        }
        let record = self.record(number).ok()??;
        if record.flags & (IN_USE | FOLDER) != IN_USE | FOLDER || record.sequence != sequence {
            return None;
        }
        let (folder, sequence, name) = name(&self.attributes(&record).ok()?)?;
        joined(&self.folder(folder, sequence, depth + 1)?, name.as_bytes())
    }
}

/// A stretch of runs by itself.
struct RunsOf<'r>(&'r Runs);

impl RunsOf<'_> {
    fn piece(&self, at: u64, bytes: u64) -> Runs {
        let mut piece = Runs::default();
        while piece.bytes() < bytes
            && let Some(run) = self.0.piece(at + piece.bytes())
        {
            piece.push(run.from, run.bytes.min(bytes - piece.bytes()));
        }
        piece
    }
}

/// The pieces of one attribute, in their order.
fn pieces(attributes: Vec<Attribute>, kind: u32, name: &[u16]) -> Vec<Attribute> {
    let mut pieces: Vec<_> = attributes.into_iter().filter(|it| it.kind == kind && it.name == name).collect();
    pieces.sort_by_key(|piece| match piece.value {
        Value::Resident { .. } => 0,
        Value::Runs { first, .. } => first,
    });
    pieces
}

/// The folder, its use count, and the name: not that of eight letters, if there is another.
fn name(attributes: &[Attribute]) -> Option<(u64, u16, String)> {
    let names = attributes.iter().filter(|it| it.kind == FILE_NAME).filter_map(|it| match &it.value {
        Value::Resident { bytes, .. } if bytes.len() >= 66 => Some(bytes),
        _ => None,
    });
    const SHORT: u8 = 2;
    let best = names.min_by_key(|bytes| bytes[65] == SHORT)?;
    let letters = best[66..].chunks_exact(2).take(usize::from(best[64])).map(|unit| le16(unit, 0));
    let name = String::from_utf16_lossy(&letters.collect::<Vec<_>>());
    Some((le(best, 0, 6), le16(best, 6), name))
}

fn times(attributes: &[Attribute]) -> Times {
    let standard = attributes.iter().find_map(|it| match &it.value {
        Value::Resident { bytes, .. } if it.kind == STANDARD_INFORMATION => Some(bytes),
        _ => None,
    });
    let Some(bytes) = standard else { return Times::default() };
    let time = |at| Time::windows(le(bytes, at, 8));
    Times { created: time(0), modified: time(8), changed: time(16), accessed: time(24) }
}

/// A file that is packed unit by unit: one of which all clusters are stored stands open, one of which none is is empty.
pub(crate) struct Packed<'s> {
    source: &'s dyn ReadAt,
    runs: Runs,
    unit_bytes: usize,
    bytes: u64,
    /// The unit that was read last.
    unit: RefCell<(u64, Vec<u8>)>,
}

impl<'s> Packed<'s> {
    pub(crate) fn new(source: &'s dyn ReadAt, runs: Runs, unit_bytes: usize, bytes: u64) -> Self {
        Self { source, runs, unit_bytes, bytes, unit: RefCell::new((u64::MAX, Vec::new())) }
    }

    fn unpacked(&self, number: u64) -> io::Result<Vec<u8>> {
        let begin = number * wide(self.unit_bytes);
        let runs = RunsOf(&self.runs).piece(begin, wide(self.unit_bytes));
        let stored = usize::try_from(runs.stored()).unwrap_or(0);
        let source = Scattered { source: self.source, runs, between: 0 };
        let mut unit = match stored {
            0 => Vec::new(),
            // What is stored comes first in a unit.
            _ => exactly(&source, 0, stored)?,
        };
        if stored < self.unit_bytes {
            unit = lznt1::unpack(&unit, self.unit_bytes);
        }
        unit.resize(self.unit_bytes, 0);
        Ok(unit)
    }
}

impl ReadAt for Packed<'_> {
    fn read_at(&self, offset: u64, out: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.bytes.saturating_sub(offset)).unwrap_or(usize::MAX);
        if left == 0 {
            return Ok(0);
        }
        let number = offset / wide(self.unit_bytes).max(1);
        let mut unit = self.unit.borrow_mut();
        if unit.0 != number {
            unit.0 = u64::MAX;
            unit.1 = self.unpacked(number)?;
            unit.0 = number;
        }
        let room = out.len().min(left);
        unit.1.read_at(offset % wide(self.unit_bytes).max(1), &mut out[..room])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::images::{NTFS_CLUSTERS, ntfs};
    use crate::volume::Bounds;
    use crate::volume::tests::{Seen, seen};

    fn text() -> Vec<u8> {
        (0..1500_u32).map(|at| at.to_le_bytes()[0]).collect()
    }

    fn within(image: &Vec<u8>, bounds: Bounds) -> Seen<'_> {
        seen(image, bounds, read)
    }

    /// Where a record stands.
    fn record_at(number: usize) -> usize {
        (4 + 2 * number) * 512
    }

    #[test]
    fn files_are_read_from_clusters_from_records_and_packed() {
        let image = ntfs(&text());
        assert!(is_at(&image));
        assert_eq!(span(&image), 110 * 512);
        let seen = within(&image, Bounds::DEFAULT);
        assert_eq!(seen.faults, []);
        let packed = [vec![b'a'; 65_536], b"packed away".to_vec()].concat();
        let expected = [
            ("docs/note.txt", text()),
            ("docs/small.txt", b"a small file".to_vec()),
            ("docs/small.txt:more", b"and a stream".to_vec()),
            ("packed.txt", packed),
        ];
        assert_eq!(seen.files, expected.map(|(path, bytes)| (path.to_owned(), bytes)));
        let modified = Time { seconds: 1_231_006_505, nanoseconds: 0, is_local: false };
        assert_eq!(seen.times[0], Times { modified: Some(modified), ..Times::default() });
    }

    #[test]
    fn a_record_that_was_not_written_whole_is_a_fault_of_its_own() {
        let mut image = ntfs(&text());
        image[record_at(25) + 510] = 9;
        let seen = within(&image, Bounds::DEFAULT);
        assert_eq!((seen.files.len(), seen.faults.len()), (3, 1));
    }

    #[test]
    fn the_copy_of_the_table_is_used_where_its_first_record_is_lost() {
        let mut image = ntfs(&text());
        let first = image[record_at(0)..record_at(1)].to_vec();
        image[108 * 512..].copy_from_slice(&first);
        image[record_at(0)..record_at(1)].fill(0);
        assert_eq!(within(&image, Bounds::DEFAULT).files.len(), 4);
        image[108 * 512..].fill(0);
        let seen = within(&image, Bounds::DEFAULT);
        assert_eq!((seen.files.len(), seen.faults.len()), (0, 1));
    }

    #[test]
    fn a_file_whose_folder_is_lost_or_inside_itself_is_read_all_the_same() {
        let mut image = ntfs(&text());
        image[record_at(24)..record_at(25)].fill(0);
        assert_eq!(within(&image, Bounds::DEFAULT).files[0].0, "?/note.txt");
        let mut image = ntfs(&text());
        // The folder of `docs` becomes `docs`: its name is the second attribute.
        let docs = record_at(24);
        let name = docs + 0x38 + usize::try_from(le32(&image, docs + 0x38 + 4)).unwrap() + 24;
        image[name] = 24;
        assert_eq!(within(&image, Bounds::DEFAULT).files[0].0, "?/note.txt");
    }

    #[test]
    fn runs_that_lead_out_of_the_media_cut_a_file_off() {
        let mut image = ntfs(&text());
        image.truncate(NTFS_CLUSTERS[0] * 512 + 700);
        let seen = within(&image, Bounds::DEFAULT);
        assert_eq!(seen.faults[0], ("docs/note.txt".to_owned(), "the part is cut off".to_owned()));
        assert_eq!(seen.files.len(), 2);
    }

    #[test]
    fn bounds_hold_at_the_limit_and_one_past_it() {
        let image = ntfs(&text());
        let faults = |bounds| within(&image, bounds).faults.len();
        let all = Bounds { entries: 5, links: 22, pieces: 18, depth: 1, folder_bytes: 0 };
        assert_eq!(within(&image, all).faults, []);
        assert_eq!(faults(Bounds { entries: 4, ..all }), 1);
        assert_eq!(faults(Bounds { links: 21, ..all }), 1);
        assert_eq!(faults(Bounds { pieces: 17, ..all }), 1);
        assert_eq!(within(&image, Bounds { depth: 0, ..all }).files[0].0, "?/note.txt");
    }
}
