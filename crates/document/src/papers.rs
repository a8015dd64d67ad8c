//! Papers that go with a request and come back for it: plain values in, a [`RequestDocument`] out.
//!
//! Each says what it must hold and nothing else; `casework` fills it from a case. Words are keys of the catalogues, so that
//! each paper prints in every language.

use std::collections::BTreeMap;

use comity_record::{ActTime, Sha256Digest};
use jiff::civil::Date;

use crate::model::{
    Annex, Authority, Block, CopyKind, Field, Label, Localized, RequestDocument, Section, Signatory, State,
    Table, Value,
};

/// What the papers of an office have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The authority that writes.
    pub from: Authority,
    /// The authority that is written to; none for minutes, which stay in the file.
    pub to: Option<Authority>,
    /// Who passes it on, in order.
    pub through: Vec<Authority>,
    /// Register and reference numbers.
    pub references: Vec<Field>,
    /// What it is about, in one line.
    pub subject: Localized,
    /// Whether it is still being worked on.
    pub state: State,
    /// Whether it belongs to an exercise.
    pub exercise: bool,
    /// When the paper was made.
    pub act: ActTime,
}

impl Head {
    fn document(self, title: &str, body: Body) -> RequestDocument {
        RequestDocument {
            title: Label::key(title),
            subject: self.subject,
            state: self.state,
            copy: CopyKind::Original,
            exercise: self.exercise,
            urgent: false,
            act: self.act,
            from: Some(self.from),
            to: self.to,
            through: self.through,
            references: self.references,
            notice: body.notice,
            sections: body.sections,
            annexes: body.annexes,
            signatures: body.signatures,
        }
    }
}

struct Body {
    notice: Vec<Field>,
    sections: Vec<Section>,
    annexes: Vec<Annex>,
    signatures: Vec<Signatory>,
}

/// The letter on top of a request that goes out on paper: what is enclosed, with the hash values of what is attached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverLetter {
    /// Who writes to whom.
    pub head: Head,
    /// The reference of the request.
    pub reference: String,
    /// The day of the request.
    pub day: Date,
    /// The sheets of paper that are enclosed, where somebody counted them.
    pub sheets: Option<u64>,
    /// What is attached to the request.
    pub annexes: Vec<Annex>,
    /// Who signs.
    pub signatory: Signatory,
}

impl From<CoverLetter> for RequestDocument {
    fn from(letter: CoverLetter) -> Self {
        let enclosed = message(
            "document-cover-enclosed",
            [("reference", identifier(&letter.reference)), ("date", Value::Date(letter.day))],
        );
        let mut blocks = vec![enclosed, message("document-cover-acknowledge", [])];
        let sheets = letter.sheets.map(|sheets| one("document-sheets", Value::Number(sheets)));
        blocks.extend(sheets.map(|sheets| Block::Fields(vec![sheets])));
        letter.head.document(
            "document-title-cover-letter",
            Body {
                notice: vec![],
                sections: vec![section("document-section-enclosed", blocks)],
                annexes: letter.annexes,
                signatures: vec![letter.signatory],
            },
        )
    }
}

/// What the requested side did on a request, and what it gives: the paper that goes back with the results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExecutionCertificate {
    /// Who writes to whom.
    pub head: Head,
    /// The reference of the request that was executed.
    pub reference: String,
    /// What was done. Nothing, if no part of the request could be executed; then a refusal is the paper to write.
    pub acts: Vec<ExecutedAct>,
    /// What was not done. Where this is empty the paper says that the request was executed in full.
    pub unexecuted: Vec<Unexecuted>,
    /// The evidence that is handed over as files.
    pub results: Vec<Annex>,
    /// The evidence that is handed over as things, and may have to come back.
    pub handed_over: Vec<HandedOver>,
    /// Who signs.
    pub signatory: Signatory,
}

/// An act of the requested side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExecutedAct {
    /// The act: a search, a statement taken, records obtained.
    pub what: Localized,
    /// The office or officer who carried it out.
    pub by: Localized,
    /// When it ended.
    pub at: ActTime,
    /// What came of it.
    pub outcome: Localized,
}

/// A part of a request that was not executed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unexecuted {
    /// What was asked.
    pub what: Localized,
    /// Why it was not done.
    pub reason: Localized,
}

/// A piece of evidence that is given away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedOver {
    /// Its number.
    pub exhibit: String,
    /// What it is.
    pub what: Localized,
    /// The day by which it must be given back; none where its return is not asked for.
    pub return_by: Option<Date>,
}

impl From<ExecutionCertificate> for RequestDocument {
    fn from(certificate: ExecutionCertificate) -> Self {
        let extent = if certificate.unexecuted.is_empty() {
            "document-certificate-whole"
        } else {
            "document-certificate-part"
        };
        let mut executed = vec![message(extent, [("reference", identifier(&certificate.reference))])];
        executed.extend(table(
            "document-section-executed",
            ["document-executed-act", "document-executed-by", "document-moment", "document-executed-outcome"],
            certificate.acts.into_iter().map(|act| {
                [Value::Text(act.what), Value::Text(act.by), Value::Moment(act.at), Value::Text(act.outcome)]
            }),
        ));
        let unexecuted = table(
            "document-section-not-executed",
            ["document-item", "document-not-executed-reason"],
            certificate.unexecuted.into_iter().map(|part| [Value::Text(part.what), Value::Text(part.reason)]),
        );
        let handed_over = table(
            "document-handed-over",
            ["document-exhibit", "document-description", "document-return-by"],
            certificate.handed_over.into_iter().map(|piece| {
                let unasked = || Value::Choice("document-return-not-asked".to_owned());
                let return_by = piece.return_by.map_or_else(unasked, Value::Date);
                [identifier(&piece.exhibit), Value::Text(piece.what), return_by]
            }),
        );
        let mut sections = vec![section("document-section-executed", executed)];
        for (heading, block) in
            [("document-section-not-executed", unexecuted), ("document-section-return", handed_over)]
        {
            sections.extend(block.map(|block| section(heading, vec![block])));
        }
        certificate.head.document(
            "document-title-certificate",
            Body {
                notice: vec![],
                sections,
                annexes: certificate.results,
                signatures: vec![certificate.signatory],
            },
        )
    }
}

/// The minutes of an act, such as a search, an inspection or the taking of a statement: read and signed by all who were
/// there, at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Minutes {
    /// Whose minutes they are; they are addressed to nobody.
    pub head: Head,
    /// Where the act took place.
    pub place: Localized,
    /// When it began.
    pub began: ActTime,
    /// When it ended.
    pub ended: ActTime,
    /// Who was there, the official who keeps the minutes apart. Each has a place to sign.
    pub present: Vec<Present>,
    /// What was done, in order; an empty line begins a new paragraph.
    pub course: Localized,
    /// What was taken.
    pub taken: Vec<Taken>,
    /// What those present had to say to the minutes. Where this is empty they say that nobody said anything.
    pub objections: Vec<Objection>,
    /// The official who keeps the minutes.
    pub recorder: Signatory,
}

/// A person who was there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Present {
    /// The name.
    pub name: Localized,
    /// In which part: specialist, interpreter, attesting witness, owner of the premises.
    pub part: Localized,
}

/// A thing or file that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The number that it was given.
    pub exhibit: String,
    /// What it is.
    pub what: Localized,
    /// What tells it from others of its kind: maker, numbers, seals.
    pub marks: Vec<Field>,
    /// Its hash value, if it is data, and the message that says of what it is.
    pub hash: Option<(&'static str, Sha256Digest)>,
}

/// A remark or objection of a person who was there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// Who made it.
    pub by: Localized,
    /// What was said.
    pub words: Localized,
}

impl From<Minutes> for RequestDocument {
    fn from(minutes: Minutes) -> Self {
        let notice = vec![
            one("document-place", Value::Text(minutes.place)),
            one("document-moment", Value::Span(minutes.began, minutes.ended)),
        ];
        let present = table(
            "document-section-present",
            ["document-full-name", "document-present-part"],
            minutes
                .present
                .iter()
                .cloned()
                .map(|person| [Value::Text(person.name), Value::Text(person.part)]),
        );
        let taken = table(
            "document-section-taken",
            ["document-exhibit", "document-description", "document-annex-hash"],
            minutes.taken.into_iter().map(|piece| {
                let hash = piece
                    .hash
                    .map(|(of, sha256)| vec![Value::Choice(of.to_owned()), identifier(&sha256.to_string())]);
                let marks = piece.marks.into_iter().map(|mark| {
                    let label = match mark.label {
                        Label::Key(key) => Value::Choice(key),
                        Label::Text(text) => Value::Text(text),
                    };
                    mark.values.into_iter().map(move |value| Value::labelled(label.clone(), value))
                });
                let what = std::iter::once(Value::Text(piece.what)).chain(marks.flatten());
                [
                    identifier(&piece.exhibit),
                    Value::Several(what.collect()),
                    Value::Several(hash.unwrap_or_default()),
                ]
            }),
        );
        let objections = table(
            "document-section-objections",
            ["document-full-name", "document-objection"],
            minutes.objections.into_iter().map(|said| [Value::Text(said.by), Value::Text(said.words)]),
        );
        let unsaid = || message("document-objections-none", []);
        let objections = [objections.unwrap_or_else(unsaid), message("document-minutes-read", [])];

        let blocks = present.into_iter().collect();
        let mut sections = vec![
            section("document-section-present", blocks),
            section("document-section-executed", vec![Block::Text(minutes.course)]),
        ];
        sections.extend(taken.map(|taken| section("document-section-taken", vec![taken])));
        sections.push(section("document-section-objections", objections.into()));
        let mut signatures = vec![minutes.recorder];
        signatures.extend(minutes.present.into_iter().map(|person| Signatory {
            role: Label::key("document-role-present"),
            name: Some(person.name),
            position: Some(person.part),
            seal: false,
        }));
        minutes
            .head
            .document("document-title-minutes", Body { notice, sections, annexes: vec![], signatures })
    }
}

fn section(heading: &str, blocks: Vec<Block>) -> Section {
    Section { heading: Label::key(heading), blocks }
}

/// A table, or nothing where it would have no row.
fn table<const N: usize>(
    caption: &str,
    columns: [&str; N],
    rows: impl Iterator<Item = [Value; N]>,
) -> Option<Block> {
    let rows: Vec<_> = rows.map(Vec::from).collect();
    let columns = columns.map(Label::key).to_vec();
    (!rows.is_empty()).then(|| Block::Table(Table { caption: Label::key(caption), columns, rows }))
}

fn message<const N: usize>(key: &str, values: [(&str, Value); N]) -> Block {
    let values = values.into_iter().map(|(name, value)| (name.to_owned(), value));
    Block::Message { key: key.to_owned(), values: values.collect::<BTreeMap<_, _>>() }
}

fn one(label: &str, value: Value) -> Field {
    Field::one(Label::key(label), value)
}

fn identifier(text: &str) -> Value {
    Value::Identifier(text.to_owned())
}
