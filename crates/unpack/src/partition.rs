//! Tables of partitions: MBR with extended partitions, and GPT (UEFI 2.10, 5).

use std::io;

use crate::fault::damaged;
use crate::media::{ReadAt, exactly, le, le32, up_to};

/// A sector, unless a GPT stands where a larger one would have it.
pub(crate) const SECTOR_BYTES: u64 = 512;
const SECTOR_BYTES_LARGE: u64 = 4096;

/// The mark at the end of a boot record.
pub(crate) const BOOT_MARK: &[u8] = b"\x55\xaa";
pub(crate) const BOOT_MARK_AT: usize = 510;

const GPT_MARK: &[u8] = b"EFI PART";

/// How many partitions of a disk are read. GPT has room for 128 unless it says otherwise; chains of extended partitions
/// that lead back to themselves end here too.
pub(crate) const PARTITIONS_MAX: usize = 1024;

/// The entries of a table of an MBR.
const ENTRIES_AT: usize = 446;
const ENTRY_BYTES: usize = 16;

const PROTECTIVE: u8 = 0xee;
const EXTENDED: [u8; 3] = [0x05, 0x0f, 0x85];

/// A part of a disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Partition {
    /// As the system counts them: from 1, those inside an extended one from 5.
    pub(crate) number: usize,
    /// In bytes of the disk.
    pub(crate) start: u64,
    pub(crate) bytes: u64,
}

#[derive(Clone, Copy)]
struct Entry {
    kind: u8,
    first: u64,
    sectors: u64,
}

fn entries(sector: &[u8]) -> Option<Vec<Entry>> {
    if sector.get(BOOT_MARK_AT..BOOT_MARK_AT + 2) != Some(BOOT_MARK) {
        return None;
    }
    let table = sector.get(ENTRIES_AT..BOOT_MARK_AT)?.chunks_exact(ENTRY_BYTES);
    // Whether it is started from is yes or no. Program text there says something else.
    if table.clone().any(|entry| entry[0] & 0x7f != 0) {
        return None;
    }
    let entry = |entry: &[u8]| Entry {
        kind: entry[4],
        first: u64::from(le32(entry, 8)),
        sectors: u64::from(le32(entry, 12)),
    };
    Some(table.map(entry).collect())
}

/// Whether a disk that begins so is divided.
pub(crate) fn is_divided(begin: &[u8]) -> bool {
    let is_used = |entry: &Entry| entry.kind != 0 && entry.first > 0 && entry.sectors > 0;
    entries(begin).is_some_and(|entries| entries.iter().any(is_used))
        || begin.get(512..).is_some_and(|rest| rest.starts_with(GPT_MARK))
}

/// How long the disk is, as its first sectors have it.
pub(crate) fn span(begin: &[u8]) -> u64 {
    if begin.get(512..).is_some_and(|rest| rest.starts_with(GPT_MARK)) {
        return le(begin, 512 + 32, 8).saturating_add(1).saturating_mul(SECTOR_BYTES);
    }
    let ends = entries(begin).unwrap_or_default().into_iter().map(|entry| entry.first + entry.sectors);
    ends.max().unwrap_or(0) * SECTOR_BYTES
}

/// The partitions of a disk, in the order of their numbers, and what was wrong where the tables do not end well.
pub(crate) fn partitions(disk: &dyn ReadAt) -> (Vec<Partition>, Option<io::Error>) {
    let mut found = Vec::new();
    let failure = read(disk, &mut found).err();
    (found, failure)
}

fn read(disk: &dyn ReadAt, found: &mut Vec<Partition>) -> io::Result<()> {
    let first = exactly(disk, 0, 512)?;
    let entries = entries(&first).unwrap_or_default();
    if entries.is_empty() || entries.iter().any(|entry| entry.kind == PROTECTIVE) {
        return gpt(disk, &entries, found);
    }
    for (number, entry) in (1..).zip(&entries) {
        if entry.kind != 0 && entry.sectors > 0 && !EXTENDED.contains(&entry.kind) {
            let (start, bytes) = (entry.first * SECTOR_BYTES, entry.sectors * SECTOR_BYTES);
            found.push(Partition { number, start, bytes });
        }
    }
    for entry in entries.iter().filter(|entry| EXTENDED.contains(&entry.kind)) {
        extended(disk, entry.first, found)?;
    }
    Ok(())
}

/// The chain of boot records in an extended partition: each tells of one partition and of the next record.
fn extended(disk: &dyn ReadAt, first: u64, found: &mut Vec<Partition>) -> io::Result<()> {
    let mut at = first;
    let mut number = found.iter().map(|partition| partition.number + 1).max().unwrap_or(0).max(5);
    loop {
        if found.len() >= PARTITIONS_MAX {
            return Err(damaged(format!("more than {PARTITIONS_MAX} partitions")));
        }
        let record = exactly(disk, at * SECTOR_BYTES, 512)?;
        let Some(entries) = entries(&record) else {
            return Err(damaged(format!("no boot record at sector {at}")));
        };
        let logical = entries[0];
        if logical.kind != 0 && logical.sectors > 0 {
            let start = (at + logical.first) * SECTOR_BYTES;
            found.push(Partition { number, start, bytes: logical.sectors * SECTOR_BYTES });
            number += 1;
        }
        let next = first + entries[1].first;
        if !EXTENDED.contains(&entries[1].kind) {
            return Ok(());
        }
        // Programs write the chain forwards. One that leads back would be read for ever.
        if next <= at {
            return Err(damaged(format!("boot record at sector {at} leads to sector {next}")));
        }
        at = next;
    }
}

fn gpt(disk: &dyn ReadAt, protective: &[Entry], found: &mut Vec<Partition>) -> io::Result<()> {
    let is_header = |at: u64| {
        let mut header = vec![0; 92];
        let read = up_to(disk, at, &mut header).unwrap_or(0);
        (read == header.len() && header.starts_with(GPT_MARK)).then_some(header)
    };
    // The last sector of the disk holds a copy, and the protective entry says where the disk ends.
    let last = protective.iter().map(|entry| (entry.first + entry.sectors).saturating_sub(1)).max();
    let places = [SECTOR_BYTES, SECTOR_BYTES_LARGE]
        .map(|sector| (sector, 1))
        .into_iter()
        .chain(last.map(|last| (SECTOR_BYTES, last)));
    let Some((sector_bytes, header)) =
        places.into_iter().find_map(|(sector, lba)| Some((sector, is_header(sector * lba)?)))
    else {
        return Err(damaged("no table of partitions where the first sector says that there is one".into()));
    };
    let (table, count, entry_bytes) = (le(&header, 72, 8), le32(&header, 80), le32(&header, 84));
    if !(128..=4096).contains(&entry_bytes) {
        return Err(damaged(format!("entries of {entry_bytes} bytes in the table of partitions")));
    }
    for number in 1..=count {
        if found.len() >= PARTITIONS_MAX || number as usize > PARTITIONS_MAX {
            return Err(damaged(format!("more than {PARTITIONS_MAX} partitions")));
        }
        let at =
            table.saturating_mul(sector_bytes).saturating_add(u64::from(number - 1) * u64::from(entry_bytes));
        let entry = exactly(disk, at, 128)?;
        let (first, last) = (le(&entry, 32, 8), le(&entry, 40, 8));
        if entry[..16].iter().all(|byte| *byte == 0) || last < first {
            continue;
        }
        let number = usize::try_from(number).unwrap_or(usize::MAX);
        let start = first.saturating_mul(sector_bytes);
        let bytes = (last - first).saturating_add(1).saturating_mul(sector_bytes);
        found.push(Partition { number, start, bytes });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(entries: &[(u8, u32, u32)]) -> Vec<u8> {
        let mut sector = vec![0; 512];
        for (at, (kind, first, sectors)) in entries.iter().enumerate() {
            let entry = &mut sector[ENTRIES_AT + at * ENTRY_BYTES..];
            entry[4] = *kind;
            entry[8..12].copy_from_slice(&first.to_le_bytes());
            entry[12..16].copy_from_slice(&sectors.to_le_bytes());
        }
        sector[510..512].copy_from_slice(BOOT_MARK);
        sector
    }

    fn disk(records: &[(usize, Vec<u8>)]) -> Vec<u8> {
        let end = records.iter().map(|(sector, bytes)| sector * 512 + bytes.len()).max().unwrap();
        let mut disk = vec![0; end];
        for (sector, bytes) in records {
            disk[sector * 512..][..bytes.len()].copy_from_slice(bytes);
        }
        disk
    }

    fn numbers(disk: &Vec<u8>) -> (Vec<(usize, u64)>, bool) {
        let (found, failure) = partitions(disk);
        (found.iter().map(|it| (it.number, it.start / 512)).collect(), failure.is_some())
    }

    #[test]
    fn partitions_inside_an_extended_one_are_counted_from_five() {
        let disk = disk(&[
            (0, record(&[(0x83, 8, 4), (0, 0, 0), (0x0f, 20, 20)])),
            (20, record(&[(0x07, 1, 2), (0x05, 10, 5)])),
            (30, record(&[(0x0b, 2, 2)])),
        ]);
        assert!(is_divided(&disk));
        assert_eq!(numbers(&disk), (vec![(1, 8), (5, 21), (6, 32)], false));
    }

    #[test]
    fn a_partition_keeps_its_number_where_those_before_it_are_empty() {
        assert_eq!(numbers(&crate::images::disk(&[0; 512])), (vec![(2, 8)], false));
    }

    #[test]
    fn a_chain_that_leads_back_or_nowhere_ends() {
        let back = disk(&[(0, record(&[(0x05, 2, 9)])), (2, record(&[(0x83, 1, 1), (0x05, 0, 9)]))]);
        assert_eq!(numbers(&back), (vec![(5, 3)], true));
        let nowhere = disk(&[(0, record(&[(0x83, 1, 1), (0x05, 2, 9)])), (2, vec![0; 512])]);
        assert_eq!(numbers(&nowhere), (vec![(1, 1)], true));
    }

    #[test]
    fn no_more_partitions_are_read_than_allowed() {
        let chain = |count: usize| {
            let mut records = vec![(0, record(&[(0x05, 1, 1)]))];
            for at in 0..count {
                let kind = if at + 1 < count { 0x05 } else { 0 };
                records.push((1 + at, record(&[(0x83, 1, 1), (kind, u32::try_from(at).unwrap() + 1, 1)])));
            }
            disk(&records)
        };
        let (found, failed) = numbers(&chain(PARTITIONS_MAX));
        assert_eq!((found.len(), failed), (PARTITIONS_MAX, false));
        let (found, failed) = numbers(&chain(PARTITIONS_MAX + 1));
        assert_eq!((found.len(), failed), (PARTITIONS_MAX, true));
    }

    fn gpt_header(table: u64, count: u32) -> Vec<u8> {
        let mut header = vec![0; 512];
        header[..8].copy_from_slice(GPT_MARK);
        header[72..80].copy_from_slice(&table.to_le_bytes());
        header[80..84].copy_from_slice(&count.to_le_bytes());
        header[84..88].copy_from_slice(&128_u32.to_le_bytes());
        header
    }

    fn gpt_table() -> Vec<u8> {
        let mut table = vec![0; 512];
        for (at, (first, last)) in [(1, (40_u64, 47_u64)), (3, (48, 50))] {
            let entry = &mut table[at * 128..];
            entry[0] = 1;
            entry[32..40].copy_from_slice(&first.to_le_bytes());
            entry[40..48].copy_from_slice(&last.to_le_bytes());
        }
        table
    }

    #[test]
    fn a_gpt_is_read_and_its_copy_at_the_end_where_it_is_lost() {
        let whole = disk(&[(0, record(&[(0xee, 1, 63)])), (1, gpt_header(2, 4)), (2, gpt_table())]);
        assert_eq!(numbers(&whole), (vec![(2, 40), (4, 48)], false));
        let copy = disk(&[(0, record(&[(0xee, 1, 63)])), (62, gpt_table()), (63, gpt_header(62, 4))]);
        assert_eq!(numbers(&copy), (vec![(2, 40), (4, 48)], false));
        let lost = disk(&[(0, record(&[(0xee, 1, 63)])), (63, vec![0; 512])]);
        assert_eq!(numbers(&lost), (vec![], true));
    }

    #[test]
    fn program_text_is_no_table() {
        let mut sector = record(&[(0x83, 8, 4)]);
        sector[ENTRIES_AT] = 0x41;
        assert!(!is_divided(&sector));
    }
}
