//! A column: rows of `W` bytes each, the first of them in a file, the last in memory.

use comity_disk::{Disk, DiskError};

use super::{FileBytes, path};

/// Bytes of a file that are read and written in one go when single rows of it are changed.
const PAGE: u64 = 4096;

/// Rows of `W` bytes.
#[derive(Debug, Default)]
pub(crate) struct Column<const W: usize> {
    /// The file, as it was opened; nothing where all lies in memory.
    name: &'static str,
    base: FileBytes,
    base_rows: u64,
    /// Rows that lie in no file: of a batch that is not sealed, or all of a ledger in memory.
    tail: Vec<u8>,
}

/// A row that contradicts those beside it, or that is asked for and that its file does not have, which means that another
/// file led there: the payload of a panic, since either way the store is damaged.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LostRow {
    pub(crate) file: &'static str,
    pub(crate) row: u64,
    pub(crate) rows: u64,
}

/// A number of fewer than eight bytes, the lowest first.
pub(crate) fn number<const N: usize>(bytes: [u8; N]) -> u64 {
    let mut all = [0; 8];
    all[..N].copy_from_slice(&bytes);
    u64::from_le_bytes(all)
}

/// The lowest bytes of a number that has no others.
pub(crate) fn bytes_of<const N: usize>(number: u64) -> [u8; N] {
    let all = number.to_le_bytes();
    debug_assert!(all[N..].iter().all(|byte| *byte == 0), "{number} has more than {N} bytes");
    *all.first_chunk().expect("a number has eight bytes")
}

impl<const W: usize> Column<W> {
    pub(crate) fn rows(&self) -> u64 {
        self.base_rows + count(self.tail.len()) / width::<W>()
    }

    /// Rows that lie in the file.
    pub(crate) fn file_rows(&self) -> u64 {
        self.base_rows
    }

    /// The row that is asked for, which must be there.
    pub(crate) fn get(&self, asked: u64) -> [u8; W] {
        let (bytes, row) = match asked.checked_sub(self.base_rows) {
            Some(row) => (&self.tail[..], row),
            None => (&self.base[..], asked),
        };
        let bytes = bytes.get(place(row) * W..).and_then(<[u8]>::first_chunk);
        *bytes.unwrap_or_else(|| self.lost(asked))
    }

    /// The rows from `from` to before `to`, as far as they lie together.
    pub(crate) fn slice(&self, from: u64, to: u64) -> Vec<u8> {
        if from > to || to > self.rows() {
            self.lost(from.max(to));
        }
        let mut bytes = Vec::with_capacity(place(to - from) * W);
        let split = self.base_rows.clamp(from, to);
        bytes.extend_from_slice(&self.base[place(from.min(split)) * W..place(split) * W]);
        let held = split.max(from) - self.base_rows.min(split.max(from));
        bytes.extend_from_slice(
            &self.tail[place(held) * W..place(to.max(self.base_rows) - self.base_rows) * W],
        );
        bytes
    }

    pub(crate) fn push(&mut self, row: [u8; W]) {
        self.tail.extend_from_slice(&row);
    }

    /// Adds rows that lie one after another.
    pub(crate) fn extend(&mut self, rows: &[u8]) {
        debug_assert!(rows.len().is_multiple_of(W));
        self.tail.extend_from_slice(rows);
    }

    /// Changes a row that lies in memory; `false` where it lies in the file.
    pub(crate) fn set(&mut self, row: u64, bytes: [u8; W]) -> bool {
        let Some(row) = row.checked_sub(self.base_rows) else { return false };
        let at = place(row) * W;
        self.tail[at..at + W].copy_from_slice(&bytes);
        true
    }

    /// Keeps the first `rows` rows.
    pub(crate) fn truncate(&mut self, rows: u64) {
        self.tail.truncate(place(rows.saturating_sub(self.base_rows)) * W);
        self.base_rows = self.base_rows.min(rows);
    }

    /// Breaks off, and says at which row of which file.
    #[cold]
    #[inline(never)]
    pub(crate) fn lost(&self, row: u64) -> ! {
        std::panic::panic_any(LostRow { file: self.name, row, rows: self.rows() })
    }

    /// A copy of which all lies in memory.
    pub(crate) fn copied(&self) -> Self {
        Self { name: "", base: FileBytes::None, base_rows: 0, tail: self.slice(0, self.rows()) }
    }
}

impl<const W: usize> Column<W> {
    /// Reads the first `rows` rows from the file of this name.
    pub(crate) fn open(disk: &dyn Disk, name: &'static str, rows: u64) -> Result<Self, DiskError> {
        Ok(Self {
            name,
            base: FileBytes::open(disk, &path(name), rows.saturating_mul(width::<W>()))?,
            base_rows: rows,
            tail: vec![],
        })
    }

    /// Reads the first `rows` rows from the file of this name, and forgets those in memory. Room for as many as there were
    /// is kept for the next batch.
    pub(crate) fn reopen(&mut self, disk: &dyn Disk, name: &'static str, rows: u64) -> Result<(), DiskError> {
        let mut tail = std::mem::take(&mut self.tail);
        tail.clear();
        *self = Self { tail, ..Self::open(disk, name, rows)? };
        Ok(())
    }

    /// Puts the rows that lie in memory behind those of the file, durably. They stay in memory until it is opened again.
    pub(crate) fn write(&self, disk: &dyn Disk, name: &str) -> Result<(), DiskError> {
        if self.tail.is_empty() {
            return Ok(());
        }
        let mut file = open_or_create(disk, name)?;
        file.write_at(self.base_rows * width::<W>(), &self.tail)?;
        file.sync_data()
    }

    /// Changes numbers of the file, durably: pairs of row and number, sorted by row.
    pub(crate) fn patch(&self, disk: &dyn Disk, name: &str, changes: &[(u64, u64)]) -> Result<(), DiskError> {
        let mut changes = changes;
        if changes.is_empty() {
            return Ok(());
        }
        let mut file = disk.open(&path(name))?;
        let end = self.base_rows * width::<W>();
        let mut page = Vec::new();
        while let Some((first, _)) = changes.first() {
            // Whole rows from the start of a page on; one may reach into the next page.
            let from = first * width::<W>() / PAGE * PAGE / width::<W>() * width::<W>();
            let to = (from + PAGE + width::<W>()).min(end) / width::<W>() * width::<W>();
            let here = changes.partition_point(|(row, _)| row * width::<W>() < to);
            page.resize(place(to - from), 0);
            file.read_exact_at(from, &mut page)?;
            for (row, number) in &changes[..here] {
                let at = place(row * width::<W>() - from);
                page[at..at + W].copy_from_slice(&bytes_of::<W>(*number));
            }
            file.write_at(from, &page)?;
            changes = &changes[here..];
        }
        file.sync_data()
    }
}

impl Column<1> {
    /// Fills `into` with the bytes from the one that is asked for on, which lie in the file or in memory and never across.
    pub(crate) fn read(&self, asked: u64, into: &mut [u8]) {
        let (bytes, from) = match asked.checked_sub(self.base_rows) {
            Some(from) => (&self.tail[..], from),
            None => (&self.base[..], asked),
        };
        let bytes = bytes.get(place(from)..).and_then(|bytes| bytes.get(..into.len()));
        into.copy_from_slice(bytes.unwrap_or_else(|| self.lost(asked)));
    }
}

impl Column<5> {
    /// The number at `row`.
    pub(crate) fn number(&self, row: u64) -> u64 {
        number(self.get(row))
    }

    pub(crate) fn push_number(&mut self, number: u64) {
        self.push(bytes_of(number));
    }
}

fn open_or_create(disk: &dyn Disk, name: &str) -> Result<Box<dyn comity_disk::DiskFile>, DiskError> {
    let path = path(name);
    match disk.open(&path) {
        Err(DiskError::Missing { .. }) => {
            comity_disk::make_dir_durable(disk, &path.parent())?;
            let file = disk.create_new(&path)?;
            disk.sync_dir(&path.parent())?;
            Ok(file)
        }
        other => other,
    }
}

fn width<const W: usize>() -> u64 {
    count(W)
}

fn count(length: usize) -> u64 {
    u64::try_from(length).expect("memory holds fewer than 2^64 bytes")
}

fn place(number: u64) -> usize {
    usize::try_from(number).expect("what is mapped or held fits in memory")
}
