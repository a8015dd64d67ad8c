//! The tables, and what their columns hold. `tables.json` is the one place that says it: the files are made by it, and it
//! is written beside them for whoever reads them.

use std::fmt::Write as _;
use std::sync::LazyLock;

use parquet::schema::parser::parse_message_type;
use parquet::schema::types::TypePtr;
use serde::Deserialize;

/// What each column of each table means, with unit, range and source: the text of `schema.json`.
pub const SCHEMA: &str = include_str!("tables.json");

/// A table of an export, in the order in which they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// A row for each block.
    Blocks,
    /// A row for each transaction.
    Transactions,
    /// A row for each input, with what it spends.
    Inputs,
    /// A row for each output.
    Outputs,
    /// A row for each script, in the range in which it first receives.
    Scripts,
    /// A row for each script that can be spent from, with the oldest script of its cluster as of the height of the export.
    Clusters,
    /// A row for each row of the tag packs.
    Tags,
}

/// A table as `tables.json` has it.
#[derive(Debug, Deserialize)]
pub(crate) struct Form {
    table: String,
    pub(crate) sorted_by: Vec<String>,
    pub(crate) columns: Vec<Column>,
}

/// A column as `tables.json` has it, as far as files depend on it.
#[derive(Debug, Deserialize)]
pub(crate) struct Column {
    pub(crate) name: String,
    /// The physical type.
    #[serde(rename = "type")]
    kind: String,
    logical: Option<String>,
    pub(crate) encoding: Option<String>,
    /// When there is no value; a column without it always has one.
    null: Option<String>,
}

static FORMS: LazyLock<Vec<Form>> =
    LazyLock::new(|| serde_json::from_str(SCHEMA).expect("the tables are written with the program"));

impl Table {
    /// Every table.
    pub const ALL: [Self; 7] = [
        Self::Blocks,
        Self::Transactions,
        Self::Inputs,
        Self::Outputs,
        Self::Scripts,
        Self::Clusters,
        Self::Tags,
    ];

    /// The tables whose files follow from the blocks of their range and of those before it, and from nothing later.
    pub(crate) const OF_RANGE: [Self; 5] =
        [Self::Blocks, Self::Transactions, Self::Inputs, Self::Outputs, Self::Scripts];

    /// Its name, which is that of its folder.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Blocks => "blocks",
            Self::Transactions => "transactions",
            Self::Inputs => "inputs",
            Self::Outputs => "outputs",
            Self::Scripts => "scripts",
            Self::Clusters => "clusters",
            Self::Tags => "tags",
        }
    }

    pub(crate) fn form(self) -> &'static Form {
        FORMS.iter().find(|form| form.table == self.name()).expect("every table is described")
    }

    /// Its schema.
    pub(crate) fn schema(self) -> TypePtr {
        let mut text = format!("message {} {{ ", self.name());
        for column in &self.form().columns {
            let presence = if column.is_optional() { "optional" } else { "required" };
            let logical = column.logical.as_ref().map(|logical| format!(" ({logical})")).unwrap_or_default();
            let _ = write!(text, "{presence} {} {}{logical}; ", column.kind, column.name);
        }
        text.push('}');
        parse_message_type(&text).expect("the tables are written with the program").into()
    }
}

impl Column {
    pub(crate) fn is_optional(&self) -> bool {
        self.null.is_some()
    }
}
