//! Papers of a case beside its requests: the cover letter, the certificate of execution, the record of custody, and
//! minutes. Each is a view of entries, and of what an officer says for this print alone.

mod custody;

use comity_document::docx::Docx;
use comity_document::{
    Annex, CoverLetter, ExecutedAct, ExecutionCertificate, Field, HandedOver, Head, Label, Localized,
    Minutes, Objection, Pdf, Present, RequestDocument, Signatory, State, Taken, Twin, Unexecuted, Value,
    docx,
};
use comity_record::entry::Attachment;
use comity_record::{ActTime, CaseId, EntryId, Language};
use comity_request::life::{Event, Side};
use comity_request::{line_of, read_toml};
use comity_store::Store;
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, de};

use crate::body::Body as _;
use crate::casework::{Casework, Session};
use crate::error::CaseworkError;
use crate::exhibit::{self, ExhibitReceived};
use crate::lead;
use crate::refusal::Refusal;
use crate::request::print::{Writer, head, own, reference};
use crate::request::{RequestError, RequestRecorded, languages_of};
use crate::state::Case;

/// Stands where the paper leaves a word to be written by hand.
const BY_HAND: &str = "…";
/// Bytes of the file from which minutes are printed.
pub const MAX_MINUTES_BYTES: usize = 256 << 10;
/// Persons, things and objections of one set of minutes.
const MAX_ROWS: usize = 200;

/// A paper, for signature and for a last edit.
#[derive(Clone, Debug)]
pub struct Paper {
    /// As PDF.
    pub pdf: Pdf,
    /// As DOCX.
    pub docx: Docx,
}

/// Evidence that was handed over as a thing, and may have to come back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lent {
    /// Its number.
    pub exhibit: String,
    /// What it is.
    pub what: String,
    /// By which day it must be given back; none where its return is not asked for.
    pub return_by: Option<Date>,
}

/// What an officer says of an act that minutes are kept of.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinutesText {
    /// What the act was, in one line.
    pub subject: String,
    /// Where it took place.
    pub place: String,
    /// When it began.
    pub began: ActTime,
    /// When it ended.
    pub ended: ActTime,
    /// What was done, in order; an empty line begins a new paragraph.
    pub course: String,
    /// Who was there beside the one who keeps the minutes.
    #[serde(default)]
    pub present: Vec<PresentText>,
    /// The exhibits of the case that were taken, by their numbers; in the file also as they are called, `E-1`.
    #[serde(default, deserialize_with = "exhibits")]
    pub taken: Vec<u32>,
    /// What those who were there had to say to the minutes.
    #[serde(default)]
    pub objections: Vec<ObjectionText>,
    /// Who keeps the minutes.
    pub recorder: PresentText,
}

/// A person of minutes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PresentText {
    /// The name.
    pub name: String,
    /// The part: specialist, interpreter, attesting witness; of the one who keeps the minutes, the office.
    pub part: String,
}

/// What somebody said to minutes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObjectionText {
    /// Who.
    pub by: String,
    /// What.
    pub words: String,
}

/// Reads the numbers of exhibits, written as numbers or as the exhibits are called.
fn exhibits<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u32>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        Number(u32),
        Label(String),
    }
    let number = |written| match written {
        Written::Number(number) => Some(number),
        Written::Label(label) => exhibit::number(&label),
    };
    let wrong = || de::Error::custom("an exhibit is written \"E-1\", or 1");
    let written = Vec::<Written>::deserialize(from).map_err(|_| wrong())?;
    let mut numbers: Vec<u32> = vec![];
    for exhibit in written {
        let number = number(exhibit).ok_or_else(wrong)?;
        // Who names one twice means it once.
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    Ok(numbers)
}

impl MinutesText {
    /// Reads a file in TOML.
    ///
    /// # Errors
    /// Tells the line that is wrong.
    pub fn read(bytes: &[u8]) -> Result<Self, RequestError> {
        let fail = |line: usize, cause: &str| RequestError::Minutes { line, cause: cause.to_owned() };
        if bytes.len() > MAX_MINUTES_BYTES {
            return Err(fail(1, "the file is too large"));
        }
        let minutes: Self =
            read_toml(bytes).map_err(|(line, cause)| RequestError::Minutes { line, cause })?;
        let rows = [
            ("present", minutes.present.len()),
            ("taken", minutes.taken.len()),
            ("objections", minutes.objections.len()),
        ];
        if let Some((key, _)) = rows.into_iter().find(|(_, rows)| *rows > MAX_ROWS) {
            return Err(fail(line_of(bytes, key), &format!("there are more than {MAX_ROWS} of {key}")));
        }
        if minutes.ended.timestamp() < minutes.began.timestamp() {
            return Err(fail(line_of(bytes, "ended"), "the act ends before it begins"));
        }
        Ok(minutes)
    }
}

impl<S: Store> Casework<S> {
    /// The letter on top of a request that was issued, with the hash values of what is enclosed.
    ///
    /// # Errors
    /// Fails for a request that this office has not issued.
    pub async fn cover_letter(
        &self,
        session: &Session,
        case: CaseId,
        request: EntryId,
        sheets: Option<u64>,
        languages: &[Language],
    ) -> Result<Paper, CaseworkError> {
        let known = self.request(session, case, request)?;
        let issue = known.issue.as_ref().ok_or(RequestError::NotIssuedYet)?;
        let written = Writer::of(&known.version().request);
        let mut annexes: Vec<_> = self
            .attachments(session, case, issue.entry)
            .await?
            .into_iter()
            .map(|file| annex(written.name(&file.name), &file))
            .collect();
        let kinds = [ExhibitReceived::KIND, lead::TraceRecorded::KIND];
        let told = self.entries_of(session, case, &kinds).await?;
        for document in known.version().request.annexes() {
            let files = told.iter().flat_map(|told| &told.attachments);
            // What lies where it was found has no length here; the request lists it all the same.
            if let Some(file) = { files }.find(|file| file.sha256 == document.sha256) {
                let title = written.name(&format!("{} {}", document.number, document.title));
                annexes.push(annex(title, file));
            }
        }
        let number = &known.life.register_number;
        let letter = CoverLetter {
            head: Head { references: vec![reference(number)], ..head(&known, &issue.act) },
            reference: known.reference().to_owned(),
            day: issue.act.local_day(),
            sheets,
            annexes,
            signatory: signs("document-role-requesting"),
        };
        self.paper(session, "letter", letter.into(), &languages_of(&known.version().request, languages)).await
    }

    /// The paper that goes back with what came of a request: what was done, by whom and when, what was not and why, and
    /// the evidence that is handed over.
    ///
    /// # Errors
    /// Fails for a request of this office's own, and for one of which nothing was executed.
    pub async fn execution_certificate(
        &self,
        session: &Session,
        case: CaseId,
        request: EntryId,
        (lent, why_not): (&[Lent], Option<&str>),
        languages: &[Language],
    ) -> Result<Paper, CaseworkError> {
        let known = self.request(session, case, request)?;
        if known.side() != Side::Receiver {
            return Err(RequestError::NothingDone.into());
        }
        let state = self.state();
        let office = state.office(session.office())?;
        // The paper goes abroad.
        let here = |act: &ActTime| self.at_office(session, act);
        let written = Writer::of(&known.version().request);
        let by = if known.life.assigned_to.is_empty() { &office.name } else { &known.life.assigned_to };
        let (mut acts, mut outstanding) = (vec![], None);
        let mut results = vec![];
        for told in self.entries_of(session, case, &[RequestRecorded::KIND]).await? {
            let Some(recorded) = told.body::<RequestRecorded>() else { continue };
            if told.reference("about") != Some(known.id) {
                continue;
            }
            let (what, result) = match recorded.event {
                Event::ExecutedInPart { what, outstanding: left, result, .. } => {
                    outstanding = Some(left);
                    (what, result)
                }
                Event::Executed { what, result, .. } => {
                    outstanding = None;
                    (what, result)
                }
                _ => continue,
            };
            let came = told.attachments.iter().filter(|file| Some(file.sha256) == result);
            results.extend(came.map(|file| annex(written.name(&file.name), file)));
            let outcome = result.map_or_else(|| BY_HAND.to_owned(), |digest| format!("SHA-256 {digest}"));
            acts.push(ExecutedAct {
                what: written.words(&what),
                by: written.name(by),
                at: here(&told.act)?,
                outcome: written.name(&outcome),
            });
        }
        if acts.is_empty() {
            return Err(RequestError::NothingDone.into());
        }
        let unexecuted = outstanding.map(|what| {
            let reason = written.words(why_not.ok_or(RequestError::WhyNot)?);
            Ok::<_, RequestError>(Unexecuted { what: written.words(&what), reason })
        });
        let act = here(&self.clock.here()?)?;
        let certificate = ExecutionCertificate {
            // It goes the other way than the request.
            head: Head {
                from: own(office, &written),
                to: Some(head(&known, &act).from),
                references: vec![reference(&known.life.register_number)],
                ..head(&known, &act)
            },
            reference: known.reference().to_owned(),
            acts,
            unexecuted: unexecuted.into_iter().collect::<Result<_, _>>()?,
            results,
            handed_over: lent
                .iter()
                .map(|lent| HandedOver {
                    exhibit: lent.exhibit.clone(),
                    what: written.words(&lent.what),
                    return_by: lent.return_by,
                })
                .collect(),
            signatory: signs("document-role-requested"),
        };
        let languages = languages_of(&known.version().request, languages);
        self.paper(session, "letter", certificate.into(), &languages).await
    }

    /// The minutes of an act, with the exhibits of the case that were taken in it.
    ///
    /// # Errors
    /// Fails for an act that is yet to come, and for an exhibit that is not there.
    pub async fn minutes(
        &self,
        session: &Session,
        case: CaseId,
        text: &MinutesText,
        languages: &[Language],
    ) -> Result<Paper, CaseworkError> {
        self.has_been(&text.ended)?;
        let exhibits = self.exhibits(session, case).await?;
        let state = self.state();
        let office = state.office(session.office())?;
        let written = Writer::in_language(first(languages)?);
        let taken = |number: &u32| {
            let found = exhibits.iter().find(|exhibit| exhibit.number == *number);
            let found = found.ok_or(Refusal::UnknownExhibit(*number))?;
            let title = found.received.as_ref().map_or(BY_HAND, |received| received.title.as_str());
            let hash = found.hash_value();
            Ok::<_, Refusal>(Taken {
                exhibit: exhibit::label(*number),
                what: written.name(title),
                marks: custody::marks(found, &written),
                hash: hash.map(|hash| (hash.label(), hash.sha256())),
            })
        };
        let minutes = Minutes {
            head: Head {
                from: own(office, &written),
                to: None,
                through: vec![],
                references: of_case(state.case(case)?, &written),
                subject: written.words(&text.subject),
                state: State::Issued,
                exercise: office.exercise,
                act: text.ended.clone(),
            },
            place: written.words(&text.place),
            began: text.began.clone(),
            ended: text.ended.clone(),
            present: text
                .present
                .iter()
                .map(|person| Present { name: written.name(&person.name), part: written.words(&person.part) })
                .collect(),
            course: written.words(&text.course),
            taken: text.taken.iter().map(taken).collect::<Result<_, _>>()?,
            objections: text
                .objections
                .iter()
                .map(|said| Objection { by: written.name(&said.by), words: written.words(&said.words) })
                .collect(),
            recorder: Signatory {
                role: Label::key("document-role-recorder"),
                name: Some(written.name(&text.recorder.name)),
                position: Some(written.name(&text.recorder.part)),
                seal: false,
            },
        };
        self.paper(session, "minutes", minutes.into(), languages).await
    }

    /// A moment as the office's clocks tell it, not those of the machine that the node runs on.
    pub(crate) fn at_office(&self, session: &Session, moment: &ActTime) -> Result<ActTime, CaseworkError> {
        match self.calendar(session)?.zone() {
            Some(zone) => Ok(ActTime::at(moment.timestamp(), zone)?),
            None => Ok(moment.clone()),
        }
    }

    /// Prints a paper by a layout of the office.
    async fn paper(
        &self,
        session: &Session,
        layout: &str,
        document: RequestDocument,
        languages: &[Language],
    ) -> Result<Paper, CaseworkError> {
        let state = self.state();
        let office = state.office(session.office())?;
        let twin = document.to_twin();
        let words = self.packs().words(office)?;
        let inside = Twin { json: twin.clone(), signature: None };
        let docx = docx::write(&document, &inside, languages, &words).map_err(RequestError::from)?;
        let pdf = self.print(office, layout, document, twin, None, languages.to_vec()).await?;
        Ok(Paper { pdf, docx })
    }
}

/// The language in which a paper is written.
fn first(languages: &[Language]) -> Result<&Language, RequestError> {
    languages.first().ok_or(RequestError::NothingToPrint("language"))
}

/// The case that a paper belongs to: its number in the register, its title, and the identifier that no other case has.
fn of_case(case: &Case, written: &Writer<'_>) -> Vec<Field> {
    let number = case
        .register_number
        .iter()
        .map(|number| Field::one(Label::key("document-register-number"), Value::Identifier(number.clone())));
    let title = Field::one(Label::key("document-case-title"), Value::Text(written.name(&case.title)));
    let id = Field::one(Label::key("document-case-identifier"), Value::Identifier(case.id.to_string()));
    number.chain([title, id]).collect()
}

/// A file as an annex.
fn annex(title: Localized, file: &Attachment) -> Annex {
    Annex { title, file: file.name.clone(), length: file.length, sha256: file.sha256 }
}

/// A place for a signature by hand, with a seal.
fn signs(role: &str) -> Signatory {
    Signatory { role: Label::key(role), name: None, position: None, seal: true }
}
