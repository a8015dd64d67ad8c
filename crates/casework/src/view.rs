//! The rows that people see, folded from entries. They can be thrown away and made again.

use comity_record::entry::{Author, Content, Statement};
use comity_record::seal::NodeSeal;
use comity_record::{ActTime, CaseId, EntryId, OfficeId, RecordedTime, Value};
use comity_store::Row;
use serde::{Deserialize, Serialize};

use crate::state::{State, Status};

/// The view of a case as a time line; keys are the case and the place in it.
pub const TIMELINE: &str = "timeline";
/// The view of all cases; keys are the cases.
pub const CASES: &str = "cases";

/// An entry in the time line of its case or office.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimelineRow {
    /// The entry.
    pub entry: EntryId,
    /// Its place in the case.
    pub sequence: u64,
    /// Its kind.
    pub kind: String,
    /// The version of the kind.
    pub kind_version: u16,
    /// Who made it.
    pub author: Author,
    /// For which office.
    pub office: OfficeId,
    /// When the act took place.
    pub act: ActTime,
    /// When the node recorded it.
    pub recorded: RecordedTime,
    /// Whether the node's clock had gone back.
    pub clock_jump: bool,
    /// The index in the log.
    pub log_index: u64,
    /// The entries that it speaks of, with the role of each.
    pub refs: Vec<(String, EntryId)>,
    /// The body; absent once it was forgotten.
    pub body: Option<Value>,
    /// Names, digests and lengths of the files that belong to it.
    pub attachments: Vec<comity_record::entry::Attachment>,
}

/// A case in the list of cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseRow {
    /// The case.
    pub case: CaseId,
    /// The office that works on it.
    pub office: OfficeId,
    /// What people call it.
    pub title: String,
    /// The number in the register.
    pub register_number: Option<String>,
    /// Whether it is an exercise.
    pub exercise: bool,
    /// Whether work goes on.
    pub open: bool,
    /// Entries in it.
    pub entries: u64,
    /// When the last one was recorded.
    pub last_recorded: RecordedTime,
}

/// The rows that an entry leaves, given the state after it.
pub(crate) fn rows(
    state: &State,
    entry: EntryId,
    statement: &Statement,
    content: Option<&Content>,
    seal: &NodeSeal,
) -> Vec<Row> {
    let mut rows = vec![timeline(entry, statement, content, seal)];
    rows.extend(case(state, seal));
    rows
}

/// What the time line shows of one entry.
pub(crate) fn timeline_row(
    entry: EntryId,
    statement: &Statement,
    content: Option<&Content>,
    seal: &NodeSeal,
) -> TimelineRow {
    TimelineRow {
        entry,
        sequence: seal.sequence,
        kind: statement.kind.to_string(),
        kind_version: statement.kind_version,
        author: statement.author,
        office: statement.office,
        act: statement.act.clone(),
        recorded: seal.recorded,
        clock_jump: seal.clock_jump,
        log_index: seal.log_index,
        refs: statement.refs.iter().map(|r| (r.role.to_string(), r.entry)).collect(),
        body: content.map(|content| content.body.clone()),
        attachments: content.map(|content| content.attachments.clone()).unwrap_or_default(),
    }
}

/// The time line's row of one entry.
pub(crate) fn timeline(
    entry: EntryId,
    statement: &Statement,
    content: Option<&Content>,
    seal: &NodeSeal,
) -> Row {
    Row {
        view: TIMELINE.to_owned(),
        key: timeline_key(statement.case, seal.sequence),
        case: Some(statement.case),
        source: entry,
        data: encode(&timeline_row(entry, statement, content, seal)),
    }
}

/// What the list of cases shows of one.
pub(crate) fn case_row(state: &State, case: CaseId) -> Option<CaseRow> {
    let end = state.end(case);
    let case = state.case(case).ok()?;
    Some(CaseRow {
        case: case.id,
        office: case.office,
        title: case.title.clone(),
        register_number: case.register_number.clone(),
        exercise: case.exercise,
        open: case.status == Status::Open,
        entries: end.next,
        last_recorded: end.recorded?,
    })
}

fn case(state: &State, seal: &NodeSeal) -> Option<Row> {
    let case = state.case(seal.case).ok()?;
    // The row is the case's, not the entry's: forgetting an entry must not make the case disappear, so the source
    // is the entry that opened it, which is never forgotten.
    Some(Row {
        view: CASES.to_owned(),
        key: case.id.as_bytes().to_vec(),
        case: Some(case.id),
        source: case.opened_by,
        data: encode(&case_row(state, case.id)?),
    })
}

/// The key of a row in the time line.
pub(crate) fn timeline_key(case: CaseId, sequence: u64) -> Vec<u8> {
    [case.as_bytes().as_slice(), &sequence.to_be_bytes()].concat()
}

/// Rows are deterministic CBOR: the same entries give the same bytes, so that a rebuild can be compared.
fn encode<T: Serialize>(data: &T) -> Vec<u8> {
    comity_record::cbor::to_canonical(data).expect("rows hold only what entries can hold")
}
