//! Pending requests of an office's old register: carried over as they stand, to live on here.
//!
//! Such a request was written, and mostly sent, before there was a node. Nobody here saw its draft, so none is made up: its
//! version holds the facts of the register and nothing else, the law was not asked, and it is neither checked nor printed
//! nor told of under an agreement. What happens to it from now on is recorded as for any other.

use comity_law::{Law, Question, Reason};
use comity_record::entry::Statement;
use comity_record::{CaseId, Coded, EntryId, Language, Sha256Digest};
use comity_request::life::{Side, Stage};
use comity_request::{
    Draft, FieldKind, REGISTER_QUESTION, RegisterFault, RegisterRow, RequestVersion, ShownField,
    ShownSection, VERSION_SCHEMA, Value, read_register,
};
use comity_store::Store;
use jiff::civil::Date;

use super::body::RequestCarriedOver;
use super::error::{RequestError, RequestRefusal};
use super::fold::{ABOUT, Reached, Request, Requests, Version};
use super::print::DEADLINE;
use crate::approval::officer;
use crate::casework::{Casework, Receipt, Session, With};
use crate::error::CaseworkError;
use crate::refusal::{self, Refusal};
use crate::state::{Case, Office};

/// Key of the title of such a request: it tells it apart wherever the title stands.
const TITLE: &str = "request-register-title";
/// The field of the notes.
const NOTES: &str = "notes";

/// What is carried over.
#[derive(Clone, Debug)]
pub struct CarryOver {
    /// The register, as CSV ([`read_register`]).
    pub register: Vec<u8>,
    /// The language of its notes.
    pub language: Language,
}

/// What a register says, as this office can take it.
#[derive(Clone, Debug)]
pub struct OldRegister {
    /// The requests, each with its line.
    pub rows: Vec<(u64, RegisterRow)>,
    /// What stands in the way: nothing is carried over while there is any.
    pub faults: Vec<CarryOverFault>,
}

/// Why a register is not carried over.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CarryOverFault {
    /// It cannot be read.
    #[error(transparent)]
    Register(#[from] RegisterFault),
    /// The law pack in force has no such measure.
    #[error("line {line}: {measure:?} is no measure of the law pack")]
    Measure {
        /// The line.
        line: u64,
        /// What it says.
        measure: String,
        /// The measures of the pack.
        known: String,
    },
    /// The other State is that of this office.
    #[error("line {0}: the other State is that of this office")]
    OwnState(u64),
    /// A day that has not begun.
    #[error("line {line}, {column}: {day} has not begun")]
    Future {
        /// The line.
        line: u64,
        /// The column.
        column: &'static str,
        /// The day.
        day: Date,
    },
    /// The request is here already.
    #[error("line {line}: {number} is here already, as {reference} in case {case}")]
    Held {
        /// The line.
        line: u64,
        /// Its register number.
        number: String,
        /// The case.
        case: CaseId,
        /// Its reference.
        reference: String,
    },
}

impl CarryOverFault {
    /// The line; 0 for what is wrong with the register as a whole.
    pub fn line(&self) -> u64 {
        match self {
            Self::Register(fault) => fault.line(),
            Self::OwnState(line)
            | Self::Measure { line, .. }
            | Self::Future { line, .. }
            | Self::Held { line, .. } => *line,
        }
    }
}

impl Coded for CarryOverFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Register(fault) => fault.code(),
            Self::Measure { .. } => "casework-register-measure",
            Self::OwnState(_) => "casework-register-own-state",
            Self::Future { .. } => "casework-register-future",
            Self::Held { .. } => "casework-register-held",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Register(fault) => fault.args(),
            Self::Measure { line, measure, known } => vec![
                ("line", line.to_string()),
                ("measure", measure.chars().take(80).collect()),
                ("known", known.clone()),
            ],
            Self::OwnState(line) => vec![("line", line.to_string())],
            Self::Future { line, column, day } => {
                vec![("line", line.to_string()), ("column", (*column).to_owned()), ("day", day.to_string())]
            }
            Self::Held { line, number, case, reference } => vec![
                ("line", line.to_string()),
                ("number", number.clone()),
                ("case", case.to_string()),
                ("reference", reference.clone()),
            ],
        }
    }
}

impl<S: Store> Casework<S> {
    /// Reads an old register and says row by row what would be carried over, and everything that stands in the way.
    /// Nothing is recorded.
    ///
    /// # Errors
    /// Fails for an office without law in force.
    pub fn read_old_register(
        &self,
        session: &Session,
        register: &[u8],
    ) -> Result<OldRegister, CaseworkError> {
        let state = self.state();
        let office = state.office(session.office())?;
        let law = self.packs.law(office)?;
        let read = read_register(register);
        let mut faults: Vec<CarryOverFault> = read.faults.into_iter().map(Into::into).collect();
        let of_office = |case: &&Case| case.office == session.office();
        for (line, legible) in read.legible {
            if let Some(measure) = legible.measure
                && !law.measures().any(|known| known.data.id == measure)
            {
                faults.push(unknown_measure(line, measure, &law));
            }
            if let (Some(side), Some(number)) = (legible.side, &legible.register_number) {
                let bears = |known: &&Request| known.side() == side && known.bears(number);
                for case in state.cases().filter(of_office) {
                    if let Some(held) = case.requests.iter().find(bears) {
                        let (number, reference) = (number.clone(), held.reference().to_owned());
                        faults.push(CarryOverFault::Held { line, number, case: case.id, reference });
                    }
                }
            }
            if legible.state == Some(office.country) {
                faults.push(CarryOverFault::OwnState(line));
            }
            let future = legible.days.into_iter().filter(|(_, day)| self.has_begun(*day).is_err());
            faults.extend(future.map(|(column, day)| CarryOverFault::Future { line, column, day }));
        }
        faults.sort_by_key(CarryOverFault::line);
        Ok(OldRegister { rows: read.rows, faults })
    }

    /// Carries the requests of an old register over into a case: all of them or none.
    ///
    /// # Errors
    /// Fails with the first of everything that stands in the way ([`Casework::read_old_register`] tells all of it), and
    /// where the officer may not work on the case.
    pub async fn carry_over_requests(
        &self,
        session: &Session,
        case: CaseId,
        new: &CarryOver,
        with: With,
    ) -> Result<Vec<Receipt>, CaseworkError> {
        let act = self.act(&with)?;
        let _numbers = self.numbers.lock().await;
        let OldRegister { rows, faults } = self.read_old_register(session, &new.register)?;
        if let Some(fault) = faults.into_iter().next() {
            return Err(RequestError::from(fault).into());
        }
        let state = self.state();
        let office = state.office(session.office())?;
        let (own, law) = (office.country, self.packs.law(office)?);
        let exercise = state.case(case)?.exercise;
        let entries = rows.into_iter().map(|(_, row)| {
            let emergency = row.side == Side::Receiver && law.is_emergency(&row.measure);
            let language = new.language.clone();
            let body = RequestCarriedOver { own, exercise, language, row, emergency };
            self.sign(session, case, &body, With { act: Some(act.clone()), ..With::default() })
        });
        self.append(entries.collect::<Result<_, _>>()?).await
    }
}

fn unknown_measure(line: u64, measure: String, law: &Law) -> CarryOverFault {
    let known: Vec<_> = law.measures().map(|known| known.data.id.as_str()).collect();
    CarryOverFault::Measure { line, measure, known: known.join(", ") }
}

/// Whether a request is the one of a row: the same number of the same register, with the same State.
fn is_row_of(known: &Request, row: &RegisterRow) -> bool {
    let question = &known.version().request.draft.question;
    let other = if known.side() == Side::Sender { question.to } else { question.from };
    (known.side(), other, &known.life.register_number) == (row.side, row.state, &row.register_number)
}

/// Whether a case admits a request of an old register.
pub(super) fn check(
    requests: &Requests,
    case: &Case,
    office: &Office,
    statement: &Statement,
    carried: &RequestCarriedOver,
) -> Result<(), Refusal> {
    let RequestCarriedOver { own, exercise, row, .. } = carried;
    if !statement.refs.is_empty() {
        return Err(Refusal::Reference(ABOUT));
    }
    if *own != office.country || row.state == *own {
        return Err(RequestRefusal::OtherState(*own).into());
    }
    if *exercise != case.exercise {
        return Err(Refusal::ExerciseMix);
    }
    if !row.is_sound() {
        return Err(Refusal::Body("no row of a register of pending requests".to_owned()));
    }
    refusal::name("register number", &row.register_number)?;
    if requests.iter().any(|known| is_row_of(known, row)) {
        return Err(Refusal::Exists("register number"));
    }
    Ok(())
}

/// A request as it stood in the register.
pub(super) fn request(
    id: EntryId,
    statement: &Statement,
    carried: &RequestCarriedOver,
) -> Result<Request, Refusal> {
    let row = &carried.row;
    let version = version(carried);
    let digest = version.digest().map_err(|e| Refusal::Body(e.to_string()))?;
    let mut request = Request::begin(
        row.side,
        Version {
            entry: id,
            by: officer(statement)?,
            act: statement.act.clone(),
            digest,
            request: version,
            checked: None,
            unreviewed: vec![],
            approvals: None,
        },
    );
    let life = &mut request.life;
    (life.stage, life.version) = (Some(row.stage), Some(digest));
    life.days = Some((row.day, row.stage_day.unwrap_or(row.day).max(row.day)));
    life.register_number.clone_from(&row.register_number);
    life.their_reference.clone_from(&row.their_reference);
    if matches!(row.stage, Stage::AdvanceCopyReceived | Stage::AdvanceCopySent) {
        life.paper.advance_copy = Some(row.stage_day.unwrap_or(row.day));
    }
    if row.stage == Stage::Questioned {
        // A question is answered by its name, and the register has none.
        life.questions.insert(REGISTER_QUESTION.to_owned(), row.stage_day.unwrap_or(row.day));
        life.open_questions.push(REGISTER_QUESTION.to_owned());
    }
    let first = match (row.side, row.stage) {
        (Side::Sender, _) => Stage::Issued,
        (Side::Receiver, Stage::AdvanceCopyReceived) => Stage::AdvanceCopyReceived,
        (Side::Receiver, _) => Stage::OriginalReceived,
    };
    request.reached.push(Reached { stage: first, day: Some(row.day), grounds: vec![] });
    if row.stage != first {
        request.reached.push(Reached { stage: row.stage, day: row.stage_day, grounds: vec![] });
    }
    request.carried_over = Some(row.clone());
    request.emergency = carried.emergency && row.side == Side::Receiver;
    Ok(request)
}

/// What is known of the request, in the shape of a version. It was checked by no pack and written by no form.
fn version(carried: &RequestCarriedOver) -> RequestVersion {
    let RequestCarriedOver { own, exercise, language, row, .. } = carried;
    let (from, to) = match row.side {
        Side::Sender => (*own, row.state),
        Side::Receiver => (row.state, *own),
    };
    // A request is called by the number of the side that asks.
    let theirs = row.side == Side::Receiver && !row.their_reference.is_empty();
    let reference = if theirs { &row.their_reference } else { &row.register_number };
    let deadline = row.deadline.map(|day| (DEADLINE, FieldKind::Date, Value::Date(day)));
    let notes = (!row.notes.is_empty()).then(|| (NOTES, FieldKind::Text, Value::Text(row.notes.clone())));
    let known: Vec<_> = deadline.into_iter().chain(notes).collect();
    let field = |id: &str, kind: FieldKind| ShownField {
        id: id.to_owned(),
        label: format!("request-register-{id}"),
        kind,
        list: false,
    };
    let fields: Vec<_> = known.iter().map(|(id, kind, _)| field(id, *kind)).collect();
    let section = ShownSection { id: "register".to_owned(), label: TITLE.to_owned(), fields };
    let none = Sha256Digest::of(&[]);
    RequestVersion {
        schema: VERSION_SCHEMA,
        reference: reference.clone(),
        number: 1,
        previous: None,
        law_pack: none,
        obligation: Reason::StandingNotLookedUp,
        basis: vec![],
        ways: vec![],
        title: TITLE.to_owned(),
        sections: if known.is_empty() { vec![] } else { vec![section] },
        places: vec![],
        draft: Draft {
            form: String::new(),
            form_digest: none,
            question: Question { from, to, on: row.day, measure: row.measure.clone(), offences: vec![] },
            cited: vec![],
            language: language.clone(),
            translation: None,
            exercise: *exercise,
            values: known.into_iter().map(|(id, _, value)| (id.to_owned(), value)).collect(),
            translations: [].into(),
        },
    }
}
