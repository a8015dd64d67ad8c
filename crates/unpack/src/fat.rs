//! Files of FAT12, FAT16, FAT32 (Microsoft's *FAT32 File System Specification* 1.03) and exFAT (its *exFAT file system
//! specification*).
//!
//! Deleted files are left to the search of the raw bytes: their chains of clusters are lost.

use std::io;
use std::ops::ControlFlow;

use crate::fault::{Fault, damaged};
use crate::layer::wide;
use crate::media::{Runs, Scattered, le, le16, le32, up_to};
use crate::partition::{BOOT_MARK, BOOT_MARK_AT};
use crate::times::{Time, Times};
use crate::volume::{Content, Sink, Volume, joined, pass};

/// With fewer clusters it is FAT12, with fewer than the second FAT16. No other sign decides.
const FAT12_CLUSTERS: u64 = 4085;
const FAT16_CLUSTERS: u64 = 65_525;

/// Entries of folders have one length in all of them.
const ENTRY_BYTES: usize = 32;

const EXFAT_MARK: &[u8] = b"EXFAT   ";

/// Attributes of an entry.
const VOLUME_LABEL: u8 = 0x08;
const FOLDER: u8 = 0x10;
const LONG_NAME: u8 = 0x0f;

const DELETED: u8 = 0xe5;

/// The upper half of code page 437, in which names of eight letters are written unless a system had another.
const CODE_PAGE: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

/// Where the parts of a file system lie.
struct Fat {
    table: u64,
    kind: Kind,
    /// Where cluster 2 begins, which is the first.
    heap: u64,
    cluster_bytes: u64,
    clusters: u64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Twelve,
    Sixteen,
    ThirtyTwo,
    Ex,
}

/// The facts of a boot sector of FAT.
struct Boot {
    sector_bytes: u64,
    cluster_sectors: u64,
    reserved: u64,
    tables: u64,
    root_entries: u64,
    sectors: u64,
    table_sectors: u64,
}

fn boot(begin: &[u8]) -> Option<Boot> {
    let either = |short: u16, long: u32| if short == 0 { u64::from(long) } else { u64::from(short) };
    let boot = Boot {
        sector_bytes: u64::from(le16(begin, 11)),
        cluster_sectors: le(begin, 13, 1),
        reserved: u64::from(le16(begin, 14)),
        tables: le(begin, 16, 1),
        root_entries: u64::from(le16(begin, 17)),
        sectors: either(le16(begin, 19), le32(begin, 32)),
        table_sectors: either(le16(begin, 22), le32(begin, 36)),
    };
    let is_sound = matches!(begin.first(), Some(0xe9 | 0xeb))
        && begin.get(BOOT_MARK_AT..BOOT_MARK_AT + 2) == Some(BOOT_MARK)
        && matches!(boot.sector_bytes, 512 | 1024 | 2048 | 4096)
        && boot.cluster_sectors.is_power_of_two()
        && boot.reserved > 0
        && matches!(boot.tables, 1 | 2)
        && (0xf0..=0xff).contains(&le(begin, 21, 1))
        && boot.table_sectors > 0
        && boot.sectors > boot.before_heap();
    is_sound.then_some(boot)
}

impl Boot {
    fn root_sectors(&self) -> u64 {
        (self.root_entries * wide(ENTRY_BYTES)).div_ceil(self.sector_bytes.max(1))
    }

    fn before_heap(&self) -> u64 {
        self.reserved + self.tables * self.table_sectors + self.root_sectors()
    }
}

/// Whether a FAT12, FAT16 or FAT32 begins so.
pub(crate) fn is_at(begin: &[u8]) -> bool {
    boot(begin).is_some()
}

/// How long it is.
pub(crate) fn span(begin: &[u8]) -> u64 {
    boot(begin).map_or(0, |boot| boot.sectors * boot.sector_bytes)
}

/// Reads all files of a FAT12, FAT16 or FAT32.
pub(crate) fn read(volume: &Volume<'_>, sink: &mut dyn Sink) -> io::Result<()> {
    let begin = volume.bytes(0, 512)?;
    let Some(boot) = boot(&begin) else { return Err(damaged("no boot sector of FAT".into())) };
    let clusters = (boot.sectors - boot.before_heap()) / boot.cluster_sectors;
    let kind = match clusters {
        // A FAT32 has no other count of its table, however small it is.
        _ if le16(&begin, 22) == 0 => Kind::ThirtyTwo,
        count if count < FAT12_CLUSTERS => Kind::Twelve,
        count if count < FAT16_CLUSTERS => Kind::Sixteen,
        _ => Kind::ThirtyTwo,
    };
    let fat = Fat {
        table: boot.reserved * boot.sector_bytes,
        kind,
        heap: boot.before_heap() * boot.sector_bytes,
        cluster_bytes: boot.cluster_sectors * boot.sector_bytes,
        clusters,
    };
    let root = if kind == Kind::ThirtyTwo {
        Place { first: le32(&begin, 44), bytes: None, is_one_run: false }.runs(&fat, volume, true)
    } else {
        let mut runs = Runs::default();
        let at = (boot.reserved + boot.tables * boot.table_sectors) * boot.sector_bytes;
        runs.push(Some(at), boot.root_entries * wide(ENTRY_BYTES));
        (runs, None)
    };
    folders(&fat, volume, sink, root, listed)
}

/// Whether an exFAT begins so.
pub(crate) fn is_exfat(begin: &[u8]) -> bool {
    begin.get(3..11) == Some(EXFAT_MARK) && (9..=12).contains(&le(begin, 108, 1)) && le(begin, 109, 1) <= 16
}

/// How long it is.
pub(crate) fn exfat_span(begin: &[u8]) -> u64 {
    le(begin, 72, 8).saturating_mul(1 << le(begin, 108, 1).min(12))
}

/// Reads all files of an exFAT.
pub(crate) fn read_exfat(volume: &Volume<'_>, sink: &mut dyn Sink) -> io::Result<()> {
    let begin = volume.bytes(0, 512)?;
    if !is_exfat(&begin) {
        return Err(damaged("no boot sector of exFAT".into()));
    }
    let sector_bytes = 1_u64 << le(&begin, 108, 1);
    let fat = Fat {
        table: u64::from(le32(&begin, 80)) * sector_bytes,
        kind: Kind::Ex,
        heap: u64::from(le32(&begin, 88)) * sector_bytes,
        cluster_bytes: sector_bytes << le(&begin, 109, 1),
        clusters: u64::from(le32(&begin, 92)),
    };
    let root = Place { first: le32(&begin, 96), bytes: None, is_one_run: false }.runs(&fat, volume, true);
    folders(&fat, volume, sink, root, listed_in_exfat)
}

impl Fat {
    /// What the table says behind a cluster: the next one, or none at the end of a chain.
    fn next(&self, volume: &Volume<'_>, cluster: u32) -> io::Result<Option<u32>> {
        let number = u64::from(cluster);
        let entry = |at: u64, count: usize| {
            volume.bytes(self.table + at, count).map(|it| le32(&[&it[..], &[0; 4]].concat(), 0))
        };
        let (next, last) = match self.kind {
            Kind::Twelve => {
                let pair = entry(number + number / 2, 2)?;
                (if cluster.is_multiple_of(2) { pair & 0xfff } else { pair >> 4 }, 0xff8)
            }
            Kind::Sixteen => (entry(number * 2, 2)?, 0xfff8),
            Kind::ThirtyTwo => (entry(number * 4, 4)? & 0x0fff_ffff, 0x0fff_fff8),
            Kind::Ex => (entry(number * 4, 4)?, 0xffff_fff8),
        };
        Ok((next < last).then_some(next))
    }
}

/// Where a file or folder lies, as its entry has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    first: u32,
    /// Its length; a folder of FAT has none.
    bytes: Option<u64>,
    /// In clusters one behind the other, of which the table says nothing (exFAT).
    is_one_run: bool,
}

impl Place {
    /// Its runs, as far as the chain of its clusters can be followed. A chain is no longer than its file, and that of a folder
    /// no longer than folders may be, so that one that leads back to itself ends.
    fn runs(&self, fat: &Fat, volume: &Volume<'_>, is_folder: bool) -> (Runs, Option<io::Error>) {
        let mut runs = Runs::default();
        let failure = self.follow(fat, volume, is_folder, &mut runs).err();
        runs.fit(self.bytes.unwrap_or(u64::MAX).min(runs.bytes()));
        (runs, failure)
    }

    fn follow(&self, fat: &Fat, volume: &Volume<'_>, is_folder: bool, runs: &mut Runs) -> io::Result<()> {
        let limit = volume.bounds.folder_bytes;
        if is_folder && self.bytes.is_some_and(|bytes| bytes > limit) {
            return Err(damaged(format!("a folder of more than {limit} bytes")));
        }
        let heap_bytes = fat.clusters.saturating_mul(fat.cluster_bytes);
        if self.bytes.is_some_and(|bytes| bytes > heap_bytes) {
            return Err(damaged("a file is longer than its file system".into()));
        }
        let start = |cluster: u32| {
            let index = u64::from(cluster).checked_sub(2).filter(|index| *index < fat.clusters);
            let index = index.ok_or_else(|| damaged(format!("no cluster {cluster}")))?;
            Ok::<_, io::Error>(fat.heap + index * fat.cluster_bytes)
        };
        if self.is_one_run {
            return volume.piece(runs, Some(start(self.first)?), self.bytes.unwrap_or(fat.cluster_bytes));
        }
        let mut cluster = Some(self.first);
        while self.bytes.is_none_or(|bytes| runs.bytes() < bytes) {
            let Some(number) = cluster else {
                return if self.bytes.is_some() { Err(Fault::Truncated.error()) } else { Ok(()) };
            };
            if is_folder && runs.bytes() + fat.cluster_bytes > limit.min(heap_bytes) {
                return Err(damaged(format!("a folder of more than {} bytes", limit.min(heap_bytes))));
            }
            volume.piece(runs, Some(start(number)?), fat.cluster_bytes)?;
            cluster = fat.next(volume, number)?;
        }
        Ok(())
    }
}

/// What stands in a folder.
struct Entry {
    name: Vec<u8>,
    is_folder: bool,
    times: Times,
    place: Place,
    /// How far the file was written; behind that its clusters hold what was there before.
    written: u64,
}

fn folders(
    fat: &Fat,
    volume: &Volume<'_>,
    sink: &mut dyn Sink,
    root: (Runs, Option<io::Error>),
    listed: fn(&[u8], Kind) -> Vec<Entry>,
) -> io::Result<()> {
    let mut seen = std::collections::BTreeSet::new();
    let mut waiting = vec![(String::new(), root, 0)];
    while let Some((path, (runs, failure), depth)) = waiting.pop() {
        if let Some(error) = failure
            && sink.fault(&path, &error).is_break()
        {
            return Ok(());
        }
        let mut bytes = vec![0; usize::try_from(runs.bytes()).unwrap_or(0)];
        let read = up_to(&Scattered { source: volume, runs, between: 0 }, 0, &mut bytes);
        if let Err(error) = &read
            && sink.fault(&path, error).is_break()
        {
            return Ok(());
        }
        let mut inner = Vec::new();
        for entry in listed(&bytes, fat.kind) {
            volume.entry()?;
            let Some(path) = joined(&path, &entry.name) else { continue };
            let flow = if !entry.is_folder {
                file(fat, volume, sink, path, &entry)
            } else if !seen.insert(entry.place.first) {
                sink.fault(&path, &damaged("a folder is inside itself".into()))
            } else if depth >= volume.bounds.depth {
                let limit = volume.bounds.depth;
                sink.fault(&path, &damaged(format!("more than {limit} folders in each other")))
            } else {
                inner.push((path, entry.place, depth + 1));
                ControlFlow::Continue(())
            };
            if flow.is_break() {
                return Ok(());
            }
        }
        let inner = inner.into_iter().rev();
        waiting.extend(inner.map(|(path, place, depth)| (path, place.runs(fat, volume, true), depth)));
    }
    Ok(())
}

fn file(fat: &Fat, volume: &Volume<'_>, sink: &mut dyn Sink, path: String, entry: &Entry) -> ControlFlow<()> {
    if entry.place.bytes.is_none_or(|bytes| bytes == 0) {
        return ControlFlow::Continue(());
    }
    let (mut runs, failure) = entry.place.runs(fat, volume, false);
    runs.fit(entry.written.min(runs.bytes()));
    if let Some(error) = failure {
        sink.fault(&path, &error)?;
    }
    if runs.bytes() == 0 {
        return ControlFlow::Continue(());
    }
    pass(sink, path, entry.times, Ok(Content::Runs(runs)))
}

/// The entries of a folder of FAT. A long name stands before the entry that it belongs to, its last piece first.
fn listed(folder: &[u8], kind: Kind) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut long: Vec<u16> = Vec::new();
    let mut sum = 0;
    for entry in folder.chunks_exact(ENTRY_BYTES).take_while(|entry| entry[0] != 0) {
        let attributes = entry[11];
        if entry[0] == DELETED {
            long.clear();
        } else if attributes & 0x3f == LONG_NAME {
            let piece = [&entry[1..11], &entry[14..26], &entry[28..32]].concat();
            let letters = piece.chunks_exact(2).map(|unit| le16(unit, 0)).take_while(|unit| *unit != 0);
            let is_last = entry[0] & 0x40 != 0;
            let rest = if is_last { Vec::new() } else { std::mem::take(&mut long) };
            long = letters.chain(rest).collect();
            sum = entry[13];
        } else {
            let own = entry[..11].iter().fold(0_u8, |sum, byte| sum.rotate_right(1).wrapping_add(*byte));
            let long = std::mem::take(&mut long);
            let name = if long.is_empty() || sum != own {
                short_name(entry)
            } else {
                String::from_utf16_lossy(&long)
            };
            if attributes & VOLUME_LABEL != 0 || entry[0] == b'.' {
                continue;
            }
            let high = if kind == Kind::ThirtyTwo { u32::from(le16(entry, 20)) } else { 0 };
            let is_folder = attributes & FOLDER != 0;
            let size = u64::from(le32(entry, 28));
            entries.push(Entry {
                name: name.into_bytes(),
                is_folder,
                times: Times {
                    created: Time::dos(le16(entry, 16), le16(entry, 14), entry[13].min(199)),
                    modified: Time::dos(le16(entry, 24), le16(entry, 22), 0),
                    accessed: Time::dos(le16(entry, 18), 0, 0),
                    changed: None,
                },
                place: Place {
                    first: high << 16 | u32::from(le16(entry, 26)),
                    bytes: (!is_folder).then_some(size),
                    is_one_run: false,
                },
                written: size,
            });
        }
    }
    entries
}

fn short_name(entry: &[u8]) -> String {
    // Two bits say that a system wrote the name, or its end, in small letters.
    let (name, end) = (entry[..8].trim_ascii_end(), entry[8..11].trim_ascii_end());
    let text = |bytes: &[u8], is_small: bool| -> String {
        let letter = |byte: &u8| match byte {
            0..=127 if is_small => char::from(byte.to_ascii_lowercase()),
            0..=127 => char::from(*byte),
            _ => CODE_PAGE.chars().nth(usize::from(byte - 128)).unwrap_or(char::REPLACEMENT_CHARACTER),
        };
        bytes.iter().map(letter).collect()
    };
    // The byte that says *deleted* is a letter of Japanese and written by another.
    let first = if name.first() == Some(&5) { [&[DELETED], &name[1..]].concat() } else { name.to_vec() };
    let name = text(&first, entry[12] & 8 != 0);
    if end.is_empty() { name } else { format!("{name}.{}", text(end, entry[12] & 16 != 0)) }
}

/// The entries of a folder of exFAT: each is a set, of the file, of its place, and of its name in pieces.
fn listed_in_exfat(folder: &[u8], _: Kind) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut rest = folder.chunks_exact(ENTRY_BYTES);
    while let Some(file) = rest.next().filter(|entry| entry[0] != 0) {
        if file[0] != 0x85 {
            continue;
        }
        let mut ahead = rest.clone();
        let Some(stream) = ahead.next().filter(|entry| entry[0] == 0xc0) else { continue };
        let names = ahead.take(usize::from(file[1]).saturating_sub(1)).take_while(|entry| entry[0] == 0xc1);
        let letters: Vec<u16> = names
            .flat_map(|entry| entry[2..].chunks_exact(2).map(|unit| le16(unit, 0)))
            .take(usize::from(stream[3]))
            .collect();
        let time = |at: usize, hundredths: u8, zone: u8| exfat_time(le32(file, at), hundredths, zone);
        entries.push(Entry {
            name: String::from_utf16_lossy(&letters).into_bytes(),
            is_folder: u8::try_from(le16(file, 4) & 0xff).unwrap_or(0) & FOLDER != 0,
            times: Times {
                created: time(8, file[20], file[22]),
                modified: time(12, file[21], file[23]),
                accessed: time(16, 0, file[24]),
                changed: None,
            },
            place: Place {
                first: le32(stream, 20),
                bytes: Some(le(stream, 24, 8)),
                is_one_run: stream[1] & 2 != 0,
            },
            written: le(stream, 8, 8),
        });
    }
    entries
}

/// A time as FAT packs it, with the distance to UTC in quarters of an hour where it is known.
fn exfat_time(packed: u32, hundredths: u8, zone: u8) -> Option<Time> {
    let half = |at: u32| u16::try_from(packed >> at & 0xffff).unwrap_or(0);
    let time = Time::dos(half(16), half(0), hundredths.min(199))?;
    if zone & 0x80 == 0 {
        return Some(time);
    }
    let quarters = i64::from(zone & 0x7f) - if zone & 0x40 == 0 { 0 } else { 128 };
    Some(Time { seconds: time.seconds - quarters * 900, is_local: false, ..time })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::images::{FAT_CLUSTERS, fat, fat_at};
    use crate::volume::Bounds;
    use crate::volume::tests::{Seen, seen};

    fn text() -> Vec<u8> {
        (0..1500_u32).map(|at| at.to_le_bytes()[0]).collect()
    }

    fn link(image: &mut [u8], cluster: usize, next: u32) {
        let at = 512 + cluster + cluster / 2;
        let shift = 4 * (cluster % 2);
        let pair = u32::from(le16(image, at)) & !(0xfff << shift) | next << shift;
        image[at..at + 2].copy_from_slice(&pair.to_le_bytes()[..2]);
    }

    fn within(image: &Vec<u8>, bounds: Bounds) -> Seen<'_> {
        seen(image, bounds, read)
    }

    #[test]
    fn a_file_in_pieces_is_put_together_with_its_name_and_times() {
        let image = fat(&text());
        assert!(is_at(&image));
        assert_eq!(span(&image), 64 * 512);
        let seen = within(&image, Bounds::DEFAULT);
        assert_eq!(seen.faults, []);
        assert_eq!(seen.files, [("docs/note.txt".to_owned(), text())]);
        let modified = Time { seconds: 1_231_006_504, nanoseconds: 0, is_local: true };
        assert_eq!(seen.times[0], Times { modified: Some(modified), ..Times::default() });
    }

    #[test]
    fn chains_that_break_off_or_lead_back_end_and_give_what_there_is() {
        let mut image = fat(&text());
        link(&mut image, FAT_CLUSTERS[1], 0xfff);
        let seen = within(&image, Bounds::DEFAULT);
        assert_eq!((seen.files[0].1.len(), seen.faults.len()), (1024, 1));
        link(&mut image, FAT_CLUSTERS[1], 1);
        assert_eq!(within(&image, Bounds::DEFAULT).faults[0].1, "the part is damaged: no cluster 1");
        // A folder whose chain leads back to itself.
        link(&mut image, 2, 2);
        let seen = within(&image, Bounds::DEFAULT);
        assert!(seen.faults.iter().any(|(path, _)| path == "docs"), "{:?}", seen.faults);
    }

    #[test]
    fn a_folder_that_is_inside_itself_is_read_once() {
        let mut image = fat(&text());
        let docs = image[2 * 512 + 64..2 * 512 + 96].to_vec();
        image[fat_at(2) + 96..fat_at(2) + 128].copy_from_slice(&docs);
        let seen = within(&image, Bounds::DEFAULT);
        assert_eq!((seen.files.len(), seen.faults[0].0.as_str()), (1, "docs/docs"));
    }

    #[test]
    fn bounds_hold_at_the_limit_and_one_past_it() {
        let image = fat(&text());
        let faults = |bounds| within(&image, bounds).faults.len();
        let all = Bounds { entries: 2, links: 4, pieces: 2, depth: 1, folder_bytes: 512 };
        assert_eq!(faults(Bounds { pieces: 3, ..all }), 0);
        assert_eq!(faults(all), 1);
        assert_eq!(faults(Bounds { pieces: 3, entries: 1, ..all }), 1);
        assert_eq!(faults(Bounds { pieces: 3, links: 3, ..all }), 1);
        assert_eq!(faults(Bounds { pieces: 3, depth: 0, ..all }), 1);
        assert_eq!(faults(Bounds { pieces: 3, folder_bytes: 511, ..all }), 1);
    }

    /// An exFAT of sectors of 512 bytes: the table at 1, clusters from 2 on, the root in the first.
    fn exfat() -> Vec<u8> {
        let mut image = vec![0; 16 * 512];
        image[3..11].copy_from_slice(EXFAT_MARK);
        for (at, number) in [(72, 16_u8), (80, 1), (88, 2), (92, 14), (96, 2), (108, 9), (109, 0)] {
            image[at] = number;
        }
        image[512 + 8..512 + 12].copy_from_slice(&u32::MAX.to_le_bytes());
        let mut set = [[0_u8; 32]; 3];
        set[0][..2].copy_from_slice(&[0x85, 2]);
        // 2009-01-03, 18:15:04, an hour before UTC.
        set[0][12..16].copy_from_slice(&[0xe2, 0x91, 0x23, 0x3a]);
        set[0][23] = 0x84;
        set[1][..4].copy_from_slice(&[0xc0, 3, 0, 5]);
        set[1][8..10].copy_from_slice(&700_u16.to_le_bytes());
        set[1][20] = 4;
        set[1][24..26].copy_from_slice(&800_u16.to_le_bytes());
        set[2][0] = 0xc1;
        for (at, letter) in (2..).step_by(2).zip("ö.txt".encode_utf16()) {
            set[2][at..at + 2].copy_from_slice(&letter.to_le_bytes());
        }
        image[1024..1024 + 96].copy_from_slice(&set.concat());
        image[4 * 512..4 * 512 + 800].fill(b'x');
        image
    }

    #[test]
    fn a_file_of_exfat_is_read_as_far_as_it_was_written() {
        let image = exfat();
        assert!(is_exfat(&image));
        assert_eq!(exfat_span(&image), 16 * 512);
        let seen = seen(&image, Bounds::DEFAULT, read_exfat);
        assert_eq!(seen.faults, []);
        assert_eq!(seen.files, [("ö.txt".to_owned(), vec![b'x'; 700])]);
        let modified = Time { seconds: 1_231_006_504 - 3600, nanoseconds: 0, is_local: false };
        assert_eq!(seen.times[0].modified, Some(modified));
    }

    #[test]
    fn what_is_no_file_system_is_none() {
        let image = fat(&text());
        for (at, byte) in [(0, 0), (11, 1), (13, 3), (16, 3), (21, 0), (510, 0)] {
            let mut other = image.clone();
            other[at] = byte;
            assert!(!is_at(&other), "{at}");
            assert_eq!(within(&other, Bounds::DEFAULT).faults.len(), 1);
        }
    }
}
