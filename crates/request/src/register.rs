//! Requests that an office has in a register of its own, on paper or in a spreadsheet, as rows of CSV (RFC 4180).
//!
//! | column | holds | must be there |
//! |---|---|---|
//! | `direction` | `sent` or `received` | yes |
//! | `state` | the other State, two letters of ISO 3166-1 | yes |
//! | `measure` | the law pack's id of the measure | yes |
//! | `register_number` | the number in the office's own register | yes |
//! | `day` | on which it was issued, or came in: `2026-03-01` | yes |
//! | `stage` | where it stands: a code of [`Stage`] in which the requested side still owes something | yes |
//! | `stage_day` | since when it stands there | no |
//! | `their_reference` | the number of the other side | no |
//! | `deadline` | until when an answer is asked for | no |
//! | `notes` | what it is about, in words | no |
//!
//! The first line names the columns, in any order; commas or semicolons part them, as spreadsheets of the region write
//! either. Text is UTF-8. Every row is read, so that all that is wrong is told at once.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use comity_record::{Coded, Country};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::life::{EventKind, Next, Side, Stage, next};

/// Bytes of one register: a row has a few hundred.
pub const MAX_REGISTER_BYTES: usize = 1 << 20;
/// Rows of one register, which are recorded together or not at all.
pub const MAX_REGISTER_ROWS: usize = 1_000;
/// Bytes of the notes of a row: some paragraphs. What is longer is a document, and goes into the case as one.
pub const MAX_NOTES_BYTES: usize = 4_000;
/// Bytes of a number or reference, as of every name in a case.
pub const MAX_NUMBER_BYTES: usize = 200;
/// The name by which a question is answered that the register says is open.
pub const REGISTER_QUESTION: &str = "register";

/// The columns, those that must be there first.
pub const REGISTER_COLUMNS: [&str; 10] = [
    "direction",
    "state",
    "measure",
    "register_number",
    "day",
    "stage",
    "stage_day",
    "their_reference",
    "deadline",
    "notes",
];
/// How many of the columns must be there.
const REQUIRED: usize = 6;

/// A request as a register has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisterRow {
    /// Whether it was sent or received.
    pub side: Side,
    /// The other State.
    pub state: Country,
    /// The law pack's id of the measure.
    pub measure: String,
    /// The number in the office's own register.
    pub register_number: String,
    /// The number of the other side, or nothing.
    pub their_reference: String,
    /// The day on which it was issued, or came in.
    pub day: Date,
    /// Where it stands.
    pub stage: Stage,
    /// Since when, if the register says so.
    pub stage_day: Option<Date>,
    /// Until when an answer is asked for, if the register says so.
    pub deadline: Option<Date>,
    /// What it is about, or nothing.
    pub notes: String,
}

impl RegisterRow {
    /// Whether the request is still pending, and its days can follow on one another.
    pub fn is_sound(&self) -> bool {
        let texts = [&self.measure, &self.register_number, &self.their_reference];
        is_pending(self.side, self.stage)
            && self.stage_day.is_none_or(|since| self.day <= since)
            && !self.measure.trim().is_empty()
            && !self.register_number.trim().is_empty()
            && texts.iter().all(|text| text.len() <= MAX_NUMBER_BYTES)
            && self.notes.len() <= MAX_NOTES_BYTES
    }
}

/// Whether the requested side still owes something in a stage: one can then be asked how the request stands.
fn is_pending(side: Side, stage: Stage) -> bool {
    next(side, Some(stage), EventKind::StatusGiven) == Some(Next::Stay)
}

/// Something in a register that cannot be taken. Lines count from 1, the names of the columns being in the first.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RegisterFault {
    /// More than [`MAX_REGISTER_BYTES`].
    #[error("the register is larger than {MAX_REGISTER_BYTES} bytes")]
    TooLarge,
    /// More than [`MAX_REGISTER_ROWS`].
    #[error("the register has more than {MAX_REGISTER_ROWS} rows")]
    TooManyRows,
    /// Nothing but the names of the columns, or not even those.
    #[error("the register has no row")]
    NoRow,
    /// A column that must be there is not.
    #[error("there is no column {0}")]
    ColumnMissing(&'static str),
    /// A column that nobody knows, or one that stands twice.
    #[error("column {0:?} is not known, or stands twice")]
    ColumnUnknown(String),
    /// A line that is no UTF-8, or has other cells than there are columns.
    #[error("line {line}: {cause}")]
    Line {
        /// The line.
        line: u64,
        /// What the reader says.
        cause: String,
    },
    /// A cell that must hold something is empty.
    #[error("line {line}: {column} is empty")]
    Empty {
        /// The line.
        line: u64,
        /// The column.
        column: &'static str,
    },
    /// A cell that holds something else than its column does.
    #[error("line {line}: {column} holds {value:?}")]
    Value {
        /// The line.
        line: u64,
        /// The column.
        column: &'static str,
        /// What it holds.
        value: String,
        /// What it may hold.
        expected: String,
    },
    /// A cell with too much text.
    #[error("line {line}: {column} has more than {most} bytes")]
    TooLong {
        /// The line.
        line: u64,
        /// The column.
        column: &'static str,
        /// How many bytes it may have.
        most: usize,
    },
    /// The same request stands in an earlier line.
    #[error("line {line} is the request of line {first}")]
    Twice {
        /// The line.
        line: u64,
        /// The earlier one.
        first: u64,
    },
}

impl RegisterFault {
    /// The line; 0 for what is wrong with the register as a whole.
    pub fn line(&self) -> u64 {
        match self {
            Self::TooLarge
            | Self::TooManyRows
            | Self::NoRow
            | Self::ColumnMissing(_)
            | Self::ColumnUnknown(_) => 0,
            Self::Line { line, .. }
            | Self::Empty { line, .. }
            | Self::Value { line, .. }
            | Self::TooLong { line, .. }
            | Self::Twice { line, .. } => *line,
        }
    }
}

impl Coded for RegisterFault {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLarge => "request-register-too-large",
            Self::TooManyRows => "request-register-too-many-rows",
            Self::NoRow => "request-register-no-row",
            Self::ColumnMissing(_) => "request-register-column-missing",
            Self::ColumnUnknown(_) => "request-register-column-unknown",
            Self::Line { .. } => "request-register-line",
            Self::Empty { .. } => "request-register-empty",
            Self::Value { .. } => "request-register-value",
            Self::TooLong { .. } => "request-register-too-long",
            Self::Twice { .. } => "request-register-twice",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLarge => vec![("most", MAX_REGISTER_BYTES.to_string())],
            Self::TooManyRows => vec![("most", MAX_REGISTER_ROWS.to_string())],
            Self::NoRow => vec![],
            Self::ColumnMissing(column) => vec![("column", (*column).to_owned())],
            Self::ColumnUnknown(column) => {
                vec![("column", short(column)), ("known", REGISTER_COLUMNS.join(", "))]
            }
            Self::Line { line, cause } => vec![("line", line.to_string()), ("cause", cause.clone())],
            Self::Empty { line, column } => {
                vec![("line", line.to_string()), ("column", (*column).to_owned())]
            }
            Self::Value { line, column, value, expected } => vec![
                ("line", line.to_string()),
                ("column", (*column).to_owned()),
                ("value", short(value)),
                ("expected", expected.clone()),
            ],
            Self::TooLong { line, column, most } => {
                vec![("line", line.to_string()), ("column", (*column).to_owned()), ("most", most.to_string())]
            }
            Self::Twice { line, first } => vec![("line", line.to_string()), ("first", first.to_string())],
        }
    }
}

/// As much of a foreign text as a message shows.
fn short(text: &str) -> String {
    text.chars().take(80).collect()
}

/// What of a row could be read that depends on who reads it, whatever else is wrong with the row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Legible {
    /// Which side the office is on.
    pub side: Option<Side>,
    /// The number in the office's own register.
    pub register_number: Option<String>,
    /// The other State.
    pub state: Option<Country>,
    /// The law pack's id of the measure, as it is written.
    pub measure: Option<String>,
    /// Its days, each with its column.
    pub days: Vec<(&'static str, Date)>,
}

/// A register that was read: the rows that can be taken, each with its line, and everything that cannot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// The rows.
    pub rows: Vec<(u64, RegisterRow)>,
    /// Of every row what could be read, those with faults among them.
    pub legible: Vec<(u64, Legible)>,
    /// What is wrong.
    pub faults: Vec<RegisterFault>,
}

/// Reads a register.
pub fn read_register(bytes: &[u8]) -> Register {
    let mut register = Register::default();
    if bytes.len() > MAX_REGISTER_BYTES {
        register.faults.push(RegisterFault::TooLarge);
        return register;
    }
    // Spreadsheets mark UTF-8 by a byte order mark, and end lines in three ways.
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut lines = Lines { text: text.to_vec(), at: 0, line: 1 };
    lines.text.dedup_by(|next, before| *before == b'\r' && *next == b'\n');
    lines.text.iter_mut().filter(|byte| **byte == b'\r').for_each(|byte| *byte = b'\n');
    let text = lines.text.clone();
    let delimiter = text.iter().copied().find(|byte| b",;\n".contains(byte)).filter(|byte| *byte != b'\n');
    let mut reader = csv::ReaderBuilder::new();
    reader.delimiter(delimiter.unwrap_or(b',')).trim(csv::Trim::All);
    let mut reader = reader.from_reader(text.as_slice());
    match columns(&mut reader) {
        Ok(places) => register.take(&mut reader, &places, lines),
        Err(faults) => register.faults = faults,
    }
    register
}

/// Where each column stands, in the order of [`REGISTER_COLUMNS`].
type Places = [Option<usize>; REGISTER_COLUMNS.len()];

fn columns(reader: &mut csv::Reader<&[u8]>) -> Result<Places, Vec<RegisterFault>> {
    let names =
        reader.headers().map_err(|error| vec![RegisterFault::Line { line: 1, cause: cause(&error) }])?;
    let (mut places, mut faults): (Places, _) = (Places::default(), vec![]);
    for (at, name) in names.iter().enumerate() {
        match REGISTER_COLUMNS.iter().position(|known| *known == name).map(|known| &mut places[known]) {
            Some(place @ None) => *place = Some(at),
            _ => faults.push(RegisterFault::ColumnUnknown(name.to_owned())),
        }
    }
    let missing = (0..REQUIRED).filter(|known| places[*known].is_none());
    faults.extend(missing.map(|known| RegisterFault::ColumnMissing(REGISTER_COLUMNS[known])));
    if faults.is_empty() { Ok(places) } else { Err(faults) }
}

/// What the reader says, without the line that it counts in its own way.
fn cause(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("it has {len} cells, and there are {expected_len} columns")
        }
        csv::ErrorKind::Utf8 { .. } => "it is not UTF-8".to_owned(),
        _ => error.to_string(),
    }
}

/// Counts lines as a text editor does: the reader leaves out blank ones.
struct Lines {
    text: Vec<u8>,
    at: usize,
    line: u64,
}

impl Lines {
    /// The line on which what begins at this place, behind blank lines, stands. Places are asked for in order.
    fn of(&mut self, position: Option<&csv::Position>) -> u64 {
        let begins = position.and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(self.at);
        while let Some(byte) = self.text.get(self.at).filter(|byte| self.at < begins || **byte == b'\n') {
            self.line += u64::from(*byte == b'\n');
            self.at += 1;
        }
        self.line
    }
}

impl Register {
    fn take(&mut self, reader: &mut csv::Reader<&[u8]>, places: &Places, mut lines: Lines) {
        let mut numbers = BTreeMap::new();
        for (count, record) in reader.records().enumerate() {
            if count >= MAX_REGISTER_ROWS {
                self.faults.push(RegisterFault::TooManyRows);
                return;
            }
            let record = match record {
                Ok(record) => record,
                Err(error) => {
                    let line = lines.of(error.position());
                    self.faults.push(RegisterFault::Line { line, cause: cause(&error) });
                    continue;
                }
            };
            let line = lines.of(record.position());
            let (row, legible) = row(&Cells { record: &record, places, line }, &mut self.faults);
            // Sent and received requests are counted apart; within each a number is given once.
            let number = legible.side.zip(legible.register_number.clone());
            let before = number.and_then(|number| match numbers.entry(number) {
                Entry::Vacant(free) => {
                    free.insert(line);
                    None
                }
                Entry::Occupied(taken) => Some(*taken.get()),
            });
            self.legible.push((line, legible));
            match (before, row) {
                (Some(first), _) => self.faults.push(RegisterFault::Twice { line, first }),
                (None, Some(row)) => self.rows.push((line, row)),
                (None, None) => {}
            }
        }
        if self.rows.is_empty() && self.faults.is_empty() {
            self.faults.push(RegisterFault::NoRow);
        }
    }
}

/// The cells of one line.
struct Cells<'r> {
    record: &'r csv::StringRecord,
    places: &'r Places,
    line: u64,
}

impl<'r> Cells<'r> {
    /// What a column holds, if anything.
    fn optional(&self, column: &'static str, most: usize) -> Result<Option<&'r str>, RegisterFault> {
        let known = REGISTER_COLUMNS.iter().position(|known| *known == column);
        let cell = known.and_then(|known| self.places[known]).and_then(|at| self.record.get(at));
        let cell = cell.filter(|cell| !cell.is_empty());
        if cell.is_some_and(|cell| cell.len() > most) {
            return Err(RegisterFault::TooLong { line: self.line, column, most });
        }
        Ok(cell)
    }

    fn other(&self, column: &'static str, value: &str, expected: &str) -> RegisterFault {
        let (value, expected) = (value.to_owned(), expected.to_owned());
        RegisterFault::Value { line: self.line, column, value, expected }
    }
}

/// Reads a row cell by cell, so that every cell that cannot be taken is told.
fn row(cells: &Cells<'_>, faults: &mut Vec<RegisterFault>) -> (Option<RegisterRow>, Legible) {
    let before = faults.len();
    let mut read = Reader { cells, faults };
    let side = read.required("direction", "sent, received", |direction| match direction {
        "sent" => Some(Side::Sender),
        "received" => Some(Side::Receiver),
        _ => None,
    });
    let state = read.required("state", "KZ", |state| state.parse().ok());
    let measure = read.required("measure", "", |measure| Some(measure.to_owned()));
    let register_number = read.required("register_number", "", |number| Some(number.to_owned()));
    let day = read.required("day", DAY, |day| day.parse().ok());
    // Which stages a request can stand in depends on its direction; where that is unknown, either may be meant.
    let pending = |stage: &&Stage| {
        [Side::Sender, Side::Receiver].iter().any(|of| side.unwrap_or(*of) == *of && is_pending(*of, **stage))
    };
    let known: Vec<_> = Stage::ALL.iter().filter(pending).map(|stage| stage.code()).collect();
    let stage = read.required("stage", &known.join(", "), |name| {
        Stage::ALL.iter().filter(pending).find(|stage| stage.code() == name).copied()
    });
    let stage_day: Option<Date> = read.optional("stage_day", DAY, |day| day.parse().ok());
    if let (Some(day), Some(since)) = (day, stage_day)
        && since < day
    {
        read.faults.push(cells.other("stage_day", &since.to_string(), &format!("{day}…")));
    }
    let their_reference = read.optional("their_reference", "", |text| Some(text.to_owned()));
    let deadline = read.optional("deadline", DAY, |day| day.parse().ok());
    let notes = read.optional("notes", "", |text| Some(text.to_owned()));
    let days = [("day", day), ("stage_day", stage_day)];
    let days = days.into_iter().filter_map(|(column, day)| Some((column, day?)));
    let legible = Legible {
        side,
        register_number: register_number.clone(),
        state,
        measure: measure.clone(),
        days: days.collect(),
    };
    if faults.len() > before {
        return (None, legible);
    }
    let row = || {
        Some(RegisterRow {
            side: side?,
            state: state?,
            measure: measure?,
            register_number: register_number?,
            day: day?,
            stage: stage?,
            their_reference: their_reference.unwrap_or_default(),
            stage_day,
            deadline,
            notes: notes.unwrap_or_default(),
        })
    };
    (row(), legible)
}

/// How a day is written.
const DAY: &str = "2026-03-01";

/// Reads cells, and keeps what is wrong with them.
struct Reader<'c, 'f> {
    cells: &'c Cells<'c>,
    faults: &'f mut Vec<RegisterFault>,
}

impl Reader<'_, '_> {
    /// What a cell holds, which may be empty. `expected` says what it may hold.
    fn optional<T>(
        &mut self,
        column: &'static str,
        expected: &str,
        value: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let most = if column == "notes" { MAX_NOTES_BYTES } else { MAX_NUMBER_BYTES };
        let read = self.cells.optional(column, most).and_then(|cell| {
            let Some(cell) = cell else { return Ok(None) };
            value(cell).map(Some).ok_or_else(|| self.cells.other(column, cell, expected))
        });
        read.unwrap_or_else(|fault| {
            self.faults.push(fault);
            None
        })
    }

    /// What a cell holds that must not be empty.
    fn required<T>(
        &mut self,
        column: &'static str,
        expected: &str,
        value: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let faults = self.faults.len();
        let read = self.optional(column, expected, value);
        if read.is_none() && self.faults.len() == faults {
            self.faults.push(RegisterFault::Empty { line: self.cells.line, column });
        }
        read
    }
}
