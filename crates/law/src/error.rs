//! What can be wrong with a pack, and with a question.

use std::fmt;

use comity_record::{Coded, Country};

/// One thing that is wrong with a pack.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// A file of the pack is absent.
    #[error("{file} is missing")]
    FileMissing {
        /// The file.
        file: String,
    },
    /// A file, a table or a text is over a limit.
    #[error("{file}: {what} is over the limit of {most}")]
    TooLarge {
        /// The file.
        file: String,
        /// What is too large.
        what: String,
        /// The limit.
        most: usize,
    },
    /// A file is not UTF-8 or not TOML.
    #[error("{file}, line {line}: {cause}")]
    Syntax {
        /// The file.
        file: String,
        /// The line, from 1; 0 if it is not known.
        line: usize,
        /// What the reader says.
        cause: String,
    },
    /// The `[meta]` table does not say what it must, or a table is not one that the file may have.
    #[error("{file}: {cause}")]
    Meta {
        /// The file.
        file: String,
        /// What is wrong.
        cause: String,
    },
    /// A row has not the fields that its table needs.
    #[error("{file}, line {line}, {table} {row}: {cause}")]
    Row {
        /// The file.
        file: String,
        /// The table.
        table: String,
        /// The row's id, or its number.
        row: String,
        /// The line of the row's heading.
        line: usize,
        /// What is wrong.
        cause: String,
    },
    /// A field names something that is nowhere.
    #[error("{file}, {table} {row}: {field} names {value:?}, which is no {kind}")]
    Dangling {
        /// The file.
        file: String,
        /// The table.
        table: String,
        /// The row.
        row: String,
        /// The field.
        field: String,
        /// What it names.
        value: String,
        /// What it should be.
        kind: &'static str,
    },
    /// Two rows have one name.
    #[error("{file}, {table} {row}: there are two such rows")]
    Twice {
        /// The file.
        file: String,
        /// The table.
        table: String,
        /// The row.
        row: String,
    },
    /// A fact is called verified but rests on recall, or on nothing.
    #[error("{file}, {table} {row}: {field} says verified, but no document was seen")]
    VerifiedFromRecall {
        /// The file.
        file: String,
        /// The table.
        table: String,
        /// The row.
        row: String,
        /// The field.
        field: String,
    },
    /// A confidence that is neither of the two.
    #[error("{file}, {table} {row}: {field} is {value:?}, not verified or unverified")]
    ConfidenceUnknown {
        /// The file.
        file: String,
        /// The table.
        table: String,
        /// The row.
        row: String,
        /// The field.
        field: String,
        /// What it says.
        value: String,
    },
    /// A focus State has no row for an instrument that is not bilateral.
    #[error("parties: {state} has no row for {instrument}")]
    PartyMissing {
        /// The State.
        state: String,
        /// The instrument.
        instrument: String,
    },
    /// Two fields of a row contradict each other.
    #[error("{file}, {table} {row}: {cause}")]
    Contradiction {
        /// The file.
        file: String,
        /// The table.
        table: String,
        /// The row.
        row: String,
        /// What contradicts what.
        cause: &'static str,
    },
    /// A text looks like an e-mail address, a telephone number or a path of a machine.
    #[error("{file}, line {line}: {what} has no place in the pack")]
    Private {
        /// The file.
        file: String,
        /// The line.
        line: usize,
        /// What it looks like.
        what: &'static str,
    },
}

impl Coded for Problem {
    fn code(&self) -> &'static str {
        match self {
            Self::FileMissing { .. } => "law-pack-file-missing",
            Self::TooLarge { .. } => "law-pack-too-large",
            Self::Syntax { .. } => "law-pack-syntax",
            Self::Meta { .. } => "law-pack-meta",
            Self::Row { .. } => "law-pack-row",
            Self::Dangling { .. } => "law-pack-dangling",
            Self::Twice { .. } => "law-pack-row-twice",
            Self::VerifiedFromRecall { .. } => "law-pack-verified-from-recall",
            Self::ConfidenceUnknown { .. } => "law-pack-confidence-unknown",
            Self::PartyMissing { .. } => "law-pack-party-missing",
            Self::Contradiction { .. } => "law-pack-contradiction",
            Self::Private { .. } => "law-pack-private",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        let at = |file: &String, table: &String, row: &String| {
            vec![("file", file.clone()), ("table", table.clone()), ("row", row.clone())]
        };
        let with = |mut args: Vec<(&'static str, String)>, more: Vec<(&'static str, String)>| {
            args.extend(more);
            args
        };
        match self {
            Self::FileMissing { file } => vec![("file", file.clone())],
            Self::TooLarge { file, what, most } => {
                vec![("file", file.clone()), ("what", what.clone()), ("most", most.to_string())]
            }
            Self::Syntax { file, line, cause } => {
                vec![("file", file.clone()), ("line", line.to_string()), ("cause", cause.clone())]
            }
            Self::Meta { file, cause } => vec![("file", file.clone()), ("cause", cause.clone())],
            Self::Row { file, table, row, line, cause } => {
                with(at(file, table, row), vec![("line", line.to_string()), ("cause", cause.clone())])
            }
            Self::Dangling { file, table, row, field, value, kind } => with(
                at(file, table, row),
                vec![("field", field.clone()), ("value", value.clone()), ("kind", (*kind).to_owned())],
            ),
            Self::Twice { file, table, row } => at(file, table, row),
            Self::VerifiedFromRecall { file, table, row, field } => {
                with(at(file, table, row), vec![("field", field.clone())])
            }
            Self::ConfidenceUnknown { file, table, row, field, value } => {
                with(at(file, table, row), vec![("field", field.clone()), ("value", value.clone())])
            }
            Self::PartyMissing { state, instrument } => {
                vec![("state", state.clone()), ("instrument", instrument.clone())]
            }
            Self::Contradiction { file, table, row, cause } => {
                with(at(file, table, row), vec![("cause", (*cause).to_owned())])
            }
            Self::Private { file, line, what } => {
                vec![("file", file.clone()), ("line", line.to_string()), ("what", (*what).to_owned())]
            }
        }
    }
}

/// A pack that cannot be used, with everything that is wrong with it up to a limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LawPackError {
    /// Never empty.
    problems: Vec<Problem>,
}

impl LawPackError {
    /// Problems that one answer tells; a jurist mends these and asks again.
    pub const MAX_PROBLEMS: usize = 100;

    pub(crate) fn of(mut problems: Vec<Problem>) -> Option<Self> {
        problems.truncate(Self::MAX_PROBLEMS);
        (!problems.is_empty()).then_some(Self { problems })
    }

    /// Everything that is wrong, at most [`Self::MAX_PROBLEMS`].
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

impl fmt::Display for LawPackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.problems[0])?;
        match self.problems.len() - 1 {
            0 => Ok(()),
            more => write!(f, " (and {more} more)"),
        }
    }
}

impl std::error::Error for LawPackError {}

impl Coded for LawPackError {
    /// The code of the first problem; the others are in [`LawPackError::problems`].
    fn code(&self) -> &'static str {
        self.problems[0].code()
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        self.problems[0].args()
    }
}

/// A question that the pack cannot take.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum QuestionError {
    /// The pack has no row for the State.
    #[error("the pack knows nothing of {0}")]
    StateUnknown(Country),
    /// A State asks itself.
    #[error("{0} cannot ask itself for assistance")]
    SameState(Country),
    /// The pack has no such measure.
    #[error("the pack has no measure {0:?}")]
    MeasureUnknown(String),
    /// The pack has no such category of offences.
    #[error("the pack has no category of offences {0:?}")]
    CategoryUnknown(String),
    /// The pack has no such instrument.
    #[error("the pack has no instrument {0:?}")]
    InstrumentUnknown(String),
    /// No State is named, or more than one table holds.
    #[error("a comparison takes 1 to {0} States")]
    StatesCount(usize),
    /// More offences than a request names.
    #[error("a question may name {0} offences at most")]
    TooManyOffences(usize),
}

impl Coded for QuestionError {
    fn code(&self) -> &'static str {
        match self {
            Self::StateUnknown(_) => "law-state-unknown",
            Self::SameState(_) => "law-same-state",
            Self::MeasureUnknown(_) => "law-measure-unknown",
            Self::CategoryUnknown(_) => "law-category-unknown",
            Self::InstrumentUnknown(_) => "law-instrument-unknown",
            Self::StatesCount(_) => "law-states-count",
            Self::TooManyOffences(_) => "law-too-many-offences",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::StateUnknown(state) | Self::SameState(state) => vec![("state", state.to_string())],
            Self::MeasureUnknown(id) | Self::CategoryUnknown(id) | Self::InstrumentUnknown(id) => {
                vec![("id", id.clone())]
            }
            Self::StatesCount(most) | Self::TooManyOffences(most) => vec![("most", most.to_string())],
        }
    }
}
