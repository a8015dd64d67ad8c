//! One file: rows are gathered into groups of a fixed size and written column by column.

use std::io;
use std::sync::Arc;

use comity_disk::{Disk, DiskPath, NewFile};
use comity_record::Sha256Digest;
use parquet::basic::{Compression, Encoding};
use parquet::column::writer::ColumnWriter;
use parquet::data_type::{ByteArray, FixedLenByteArray};
use parquet::errors::ParquetError;
use parquet::file::metadata::{KeyValue, SortingColumn};
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::ColumnPath;
use sha2::{Digest as _, Sha256};

use crate::table::{Form, Table};
use crate::{ExportError, FileEntry};

/// Rows of a group; what is held in memory for each table that is being written.
pub const ROW_GROUP_ROWS: usize = 1 << 17;
/// Who made the files. It names the form and no version of the program, so that another version writes the same bytes.
const CREATED_BY: &str = "comity-parquet version 1";

/// A value of a row.
#[derive(Clone, Debug)]
pub(crate) enum Cell {
    Null,
    Int(i64),
    Flag(bool),
    Text(ByteArray),
    Hash(FixedLenByteArray),
}

impl Cell {
    /// Of any whole number that fits, as all of a ledger do.
    pub(crate) fn int(number: impl TryInto<i64>) -> Self {
        Self::Int(number.try_into().ok().expect("numbers of a ledger are below 2^63"))
    }

    pub(crate) fn text(text: &str) -> Self {
        Self::Text(ByteArray::from(text))
    }

    /// Nothing, or what `cell` makes of the value.
    pub(crate) fn maybe<T>(value: Option<T>, cell: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Null, cell)
    }
}

/// A file that is being written.
pub(crate) struct TableFile {
    writer: SerializedFileWriter<Sink>,
    path: String,
    columns: Vec<Values>,
    /// Rows of the group that is being gathered.
    gathered: usize,
    rows: u64,
}

impl TableFile {
    /// Begins the file of a table; `about` goes into its metadata.
    pub(crate) fn begin(
        disk: Arc<dyn Disk>,
        path: &DiskPath,
        table: Table,
        about: &[(&str, String)],
    ) -> Result<Self, ExportError> {
        let sink = Sink { file: Some(NewFile::begin(disk, path)?), hasher: Sha256::new(), bytes: 0 };
        let schema = table.schema();
        let writer = SerializedFileWriter::new(sink, schema, properties(table.form(), about).into())?;
        let columns = writer.schema_descr().columns().iter();
        let columns = columns.map(|column| Values::new(column.physical_type(), column.max_def_level() > 0));
        let columns = columns.collect();
        Ok(Self { writer, path: path.to_string(), columns, gathered: 0, rows: 0 })
    }

    /// Adds a row, which has a cell for each column.
    pub(crate) fn row<const N: usize>(&mut self, cells: [Cell; N]) -> Result<(), ExportError> {
        assert_eq!(N, self.columns.len(), "a row of {} has a cell for each column", self.path);
        self.columns.iter_mut().zip(cells).for_each(|(column, cell)| column.push(cell));
        self.gathered += 1;
        self.rows += 1;
        if self.gathered == ROW_GROUP_ROWS { self.write_group() } else { Ok(()) }
    }

    /// Puts the file under its name. Durable when it returns; `of` is what its rows follow from.
    pub(crate) fn settle(mut self, of: String) -> Result<FileEntry, ExportError> {
        if self.gathered > 0 {
            self.write_group()?;
        }
        self.writer.finish()?;
        let sink = self.writer.inner_mut();
        let sha256 = Sha256Digest::from_bytes(std::mem::take(&mut sink.hasher).finalize().into());
        let bytes = sink.bytes;
        sink.file.take().expect("a file is settled once").settle()?;
        Ok(FileEntry { path: self.path, of, rows: self.rows, bytes, sha256 })
    }

    fn write_group(&mut self) -> Result<(), ExportError> {
        let mut group = self.writer.next_row_group()?;
        for values in &mut self.columns {
            let mut column = group.next_column()?.expect("the schema has as many columns");
            values.write(&mut column)?;
            column.close()?;
        }
        group.close()?;
        self.gathered = 0;
        Ok(())
    }
}

fn properties(form: &Form, about: &[(&str, String)]) -> WriterProperties {
    let place = |name: &String| form.columns.iter().position(|column| column.name == *name);
    let sorted = form.sorted_by.iter().map(|name| SortingColumn {
        column_idx: i32::try_from(place(name).expect("a table is sorted by columns of its own"))
            .expect("tables have some columns"),
        descending: false,
        nulls_first: false,
    });
    let about = about.iter().map(|(key, value)| KeyValue::new(format!("comity.{key}"), value.clone()));
    let mut properties = WriterProperties::builder()
        .set_created_by(CREATED_BY.to_owned())
        .set_compression(Compression::SNAPPY)
        .set_statistics_enabled(EnabledStatistics::Chunk)
        .set_max_row_group_row_count(Some(ROW_GROUP_ROWS))
        .set_sorting_columns(Some(sorted.collect()))
        .set_key_value_metadata(Some(about.collect()));
    for column in form.columns.iter().filter(|column| column.encoding.is_some()) {
        // The only one that is asked for: of numbers that grow row by row.
        let path = ColumnPath::from(column.name.as_str());
        properties = properties
            .set_column_dictionary_enabled(path.clone(), false)
            .set_column_encoding(path, Encoding::DELTA_BINARY_PACKED);
    }
    properties.build()
}

/// The values of a column, and of one that may lack them, whether each row has one.
struct Values {
    present: Option<Vec<i16>>,
    held: Held,
}

enum Held {
    Int32(Vec<i32>),
    Int64(Vec<i64>),
    Flag(Vec<bool>),
    Text(Vec<ByteArray>),
    Hash(Vec<FixedLenByteArray>),
}

impl Values {
    fn new(kind: parquet::basic::Type, optional: bool) -> Self {
        use parquet::basic::Type;
        let held = match kind {
            Type::INT32 => Held::Int32(vec![]),
            Type::INT64 => Held::Int64(vec![]),
            Type::BOOLEAN => Held::Flag(vec![]),
            Type::BYTE_ARRAY => Held::Text(vec![]),
            Type::FIXED_LEN_BYTE_ARRAY => Held::Hash(vec![]),
            other => unreachable!("no table has a column of type {other}"),
        };
        Self { present: optional.then(Vec::new), held }
    }

    fn push(&mut self, cell: Cell) {
        if let Some(present) = &mut self.present {
            present.push(i16::from(!matches!(cell, Cell::Null)));
        }
        match (&mut self.held, cell) {
            (Held::Int32(values), Cell::Int(value)) => {
                values.push(i32::try_from(value).expect("columns of four bytes hold numbers within a block"));
            }
            (Held::Int64(values), Cell::Int(value)) => values.push(value),
            (Held::Flag(values), Cell::Flag(value)) => values.push(value),
            (Held::Text(values), Cell::Text(value)) => values.push(value),
            (Held::Hash(values), Cell::Hash(value)) => values.push(value),
            (_, Cell::Null) if self.present.is_some() => {}
            (_, cell) => unreachable!("{cell:?} is not of the column's type"),
        }
    }

    /// Writes what was gathered and forgets it.
    fn write(&mut self, column: &mut SerializedColumnWriter<'_>) -> Result<(), ParquetError> {
        let present = self.present.as_deref();
        match (column.untyped(), &mut self.held) {
            (ColumnWriter::Int32ColumnWriter(to), Held::Int32(values)) => {
                to.write_batch(values, present, None)?;
                values.clear();
            }
            (ColumnWriter::Int64ColumnWriter(to), Held::Int64(values)) => {
                to.write_batch(values, present, None)?;
                values.clear();
            }
            (ColumnWriter::BoolColumnWriter(to), Held::Flag(values)) => {
                to.write_batch(values, present, None)?;
                values.clear();
            }
            (ColumnWriter::ByteArrayColumnWriter(to), Held::Text(values)) => {
                to.write_batch(values, present, None)?;
                values.clear();
            }
            (ColumnWriter::FixedLenByteArrayColumnWriter(to), Held::Hash(values)) => {
                to.write_batch(values, present, None)?;
                values.clear();
            }
            _ => unreachable!("values are held by the type of their column"),
        }
        if let Some(present) = &mut self.present {
            present.clear();
        }
        Ok(())
    }
}

/// Where the bytes go: into the file, and into its digest.
struct Sink {
    file: Option<NewFile>,
    hasher: Sha256,
    bytes: u64,
}

impl io::Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let file = self.file.as_mut().ok_or(io::ErrorKind::BrokenPipe)?;
        file.append(bytes).map_err(io::Error::other)?;
        self.hasher.update(bytes);
        self.bytes += u64::try_from(bytes.len()).expect("memory holds fewer than 2^64 bytes");
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
