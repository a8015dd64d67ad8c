//! A request as a document: pure, so that the same version gives the same paper.
//!
//! Labels are keys of the catalogues and stand in every language of the print; what the drafter wrote stays in the
//! language of the request. Four fields have a place of their own on the paper and are not printed a second time:
//! `requesting_authority` is the letter head, `requested_authority` the addressee, `matter_nature` the subject, and
//! every field of the type `signatory` a place for signature.

use std::collections::BTreeMap;

use comity_document as paper;
use comity_document::{
    Block, CopyKind, Field, Label, Localized, RequestDocument, Section, Standing, State, Table,
};
use comity_law::{Confidence, PackDate, Reason};
use comity_record::{ActTime, Country, Language};
use comity_request::{
    Authority, CitedInstrument, Document, IDENTIFIER_KINDS, Identifier, Item, Offence, Party, Place,
    RequestVersion, Signatory, UnverifiedFact, Value,
};

use super::fold::Request;
use crate::state::Office;

/// The field that is printed as the letter head.
pub(super) const FROM: &str = "requesting_authority";
/// The field that is printed as the addressee.
pub(super) const TO: &str = "requested_authority";
/// The field that is printed as the subject.
const SUBJECT: &str = "matter_nature";
/// The field whose day is printed in the frame at the top.
pub(super) const DEADLINE: &str = "deadline";
/// Stands where a draft has no word yet.
const NOTHING: &str = "…";

/// How a version is printed.
#[derive(Clone, Copy, Debug)]
pub struct PrintAs<'a> {
    /// As a draft, or for signature.
    pub state: State,
    /// Which of the copies.
    pub copy: CopyKind,
    /// The time that the paper bears.
    pub act: &'a ActTime,
    /// The number of the outgoing register, once there is one.
    pub register_number: Option<&'a str>,
    /// The facts on which no jurist has spoken; a draft shows them.
    pub open: &'a [UnverifiedFact],
}

/// A version of a request as a document.
///
/// # Errors
/// Fails only for a version beyond the limits of canonical CBOR, which an entry cannot hold.
pub fn document(
    version: &RequestVersion,
    print: &PrintAs<'_>,
) -> Result<RequestDocument, comity_record::cbor::CborError> {
    let draft = &version.draft;
    let writer = Writer::of(version);
    let authority = |field: &str| match draft.value(field) {
        Some(Value::Authority(authority)) => Some(authority),
        _ => None,
    };
    let (from, to) = (authority(FROM), authority(TO));
    let subject = match draft.value(SUBJECT) {
        Some(Value::Text(words)) => writer.words(words),
        _ => writer.name(&version.reference),
    };
    let deadline = match draft.value(DEADLINE) {
        Some(Value::Date(day)) => Some(*day),
        _ => None,
    };
    let digest = version.digest()?;
    let mut references = vec![identifier("document-our-reference", &version.reference)];
    references.extend(print.register_number.map(|number| identifier("document-register-number", number)));
    for (key, authority) in [("document-case-number", from), ("document-your-reference", to)] {
        let number = authority.map(|a| a.reference.as_str()).filter(|number| is_there(number));
        references.extend(number.map(|number| identifier(key, number)));
    }
    references.push(one("request-twin-version", paper::Value::Number(u64::from(version.number))));
    references.push(identifier("request-twin-digest", &digest.to_string()));

    let mut sections = vec![basis(version, print)];
    sections.extend(version.sections.iter().filter_map(|section| {
        let fields = section.fields.iter().filter(|field| !has_its_own_place(&field.id));
        let mut blocks = Blocks::default();
        for field in fields {
            if let Some(value) = draft.value(&field.id) {
                writer.field(version, &field.id, &Label::key(&field.label), value, &mut blocks);
            }
        }
        let heading = Label::key(&section.label);
        (!blocks.0.is_empty()).then_some(Section { heading, blocks: blocks.0 })
    }));
    Ok(RequestDocument {
        title: Label::key(&version.title),
        subject,
        state: print.state,
        copy: print.copy,
        exercise: draft.exercise,
        urgent: deadline.is_some(),
        act: print.act.clone(),
        from: Some(writer.office(from, draft.question.from)),
        to: Some(writer.office(to, draft.question.to)),
        through: vec![],
        references,
        notice: deadline.map(|day| one("document-reply-by", paper::Value::Date(day))).into_iter().collect(),
        sections,
        annexes: vec![],
        signatures: signatures(version, &writer),
    })
}

/// The acknowledgement of a request that was received, with its ticket if one was given.
pub fn acknowledgement(request: &Request, office: &Office, act: &ActTime) -> RequestDocument {
    let version = request.version();
    let draft = &version.request.draft;
    let writer = Writer::of(&version.request);
    let ours = own(office, &writer);
    let theirs = match draft.value(FROM) {
        Some(Value::Authority(authority)) => Some(authority),
        _ => None,
    };
    let subject = match draft.value(SUBJECT) {
        Some(Value::Text(words)) => writer.words(words),
        _ => writer.name(request.reference()),
    };
    let reference = paper::Value::Identifier(request.reference().to_owned());
    let moment = paper::Value::Moment(version.act.clone());
    let message = |key: &str, values: [(&str, paper::Value); 2]| Block::Message {
        key: key.to_owned(),
        values: values.map(|(name, value)| (name.to_owned(), value)).into(),
    };
    let mut blocks = vec![message("document-received", [("reference", reference), ("moment", moment)])];
    let mut notice = vec![];
    if let Some(ticket) = &request.life.ticket {
        let until = paper::Value::Date(ticket.kept_until);
        let number = paper::Value::Identifier(ticket.number.clone());
        notice.push(one("document-ticket", number.clone()));
        notice.push(one("document-valid-until", until.clone()));
        blocks.push(message("request-twin-preserved", [("ticket", number), ("until", until)]));
    }
    RequestDocument {
        title: Label::key("document-title-acknowledgement"),
        subject,
        state: State::Issued,
        copy: CopyKind::Original,
        exercise: draft.exercise,
        urgent: false,
        act: act.clone(),
        from: Some(ours),
        to: Some(writer.office(theirs, draft.question.from)),
        through: vec![],
        references: vec![
            identifier("document-our-reference", &request.life.register_number),
            identifier("document-your-reference", request.reference()),
            identifier("request-twin-digest", &version.digest.to_string()),
        ],
        notice,
        sections: vec![Section { heading: Label::key("document-received-at"), blocks }],
        annexes: vec![],
        signatures: vec![paper::Signatory {
            role: Label::key("document-role-requested"),
            name: None,
            position: None,
            seal: true,
        }],
    }
}

/// What the papers of an issued or received request have in common: from whom to whom it went, and about what.
pub(crate) fn head(request: &Request, act: &ActTime) -> paper::Head {
    let version = &request.version().request;
    let (draft, writer) = (&version.draft, Writer::of(version));
    let authority = |field: &str| match draft.value(field) {
        Some(Value::Authority(authority)) => Some(authority),
        _ => None,
    };
    paper::Head {
        from: writer.office(authority(FROM), draft.question.from),
        to: Some(writer.office(authority(TO), draft.question.to)),
        through: vec![],
        references: vec![],
        subject: match draft.value(SUBJECT) {
            Some(Value::Text(words)) => writer.words(words),
            _ => writer.name(&version.reference),
        },
        state: State::Issued,
        exercise: draft.exercise,
        act: act.clone(),
    }
}

/// The own office, as a letter head.
pub(crate) fn own(office: &Office, writer: &Writer<'_>) -> paper::Authority {
    paper::Authority {
        country: office.country,
        name: writer.name(&office.authority),
        contact: vec![paper::Value::Text(writer.name(&office.name))],
    }
}

/// The own number of a paper.
pub(crate) fn reference(number: &str) -> Field {
    identifier("document-our-reference", number)
}

fn has_its_own_place(field: &str) -> bool {
    [FROM, TO, SUBJECT].contains(&field)
}

/// On what the request stands: the instruments that it cites, or plainly that none is known to oblige.
fn basis(version: &RequestVersion, print: &PrintAs<'_>) -> Section {
    let mut blocks = vec![];
    if version.obligation != Reason::InstrumentObliges {
        blocks.push(Block::Message { key: "request-twin-no-obligation".to_owned(), values: [].into() });
    }
    if !version.basis.is_empty() {
        let rows = version.basis.iter().map(|cited| row(cited, print)).collect();
        blocks.push(Block::Basis(rows));
    }
    Section { heading: Label::key("request-twin-legal-basis"), blocks }
}

fn row(cited: &CitedInstrument, print: &PrintAs<'_>) -> paper::BasisRow {
    let title = if cited.official_name == "unknown" { &cited.short_name } else { &cited.official_name };
    let open = print.open.iter().find(|fact| fact.instrument == cited.instrument);
    paper::BasisRow {
        instrument: Writer::title(title),
        articles: cited.articles.clone(),
        provides: Label::key(match cited.reason {
            Reason::ArticlesProvide => "request-twin-basis-provides",
            Reason::GeneralClauseCarries => "request-twin-basis-carries",
            Reason::GeneralClauseMayBeAsked => "request-twin-asked-under-general-clause",
            _ => "request-twin-basis-between",
        }),
        standing: open.map_or(Standing::Confirmed, |fact| Standing::Unconfirmed {
            source: fact.provenance.source_title.clone(),
            source_date: match fact.provenance.as_of {
                PackDate::Day(day) => Some(day),
                _ => None,
            },
            confidence: match fact.provenance.confidence {
                Confidence::Verified => "verified",
                Confidence::Unverified => "unverified",
            }
            .to_owned(),
        }),
    }
}

fn signatures(version: &RequestVersion, writer: &Writer<'_>) -> Vec<paper::Signatory> {
    let seal = version.places.contains(&Place::Seal);
    if !seal && !version.places.contains(&Place::Signature) {
        return vec![];
    }
    let signs = |signatory: Option<&Signatory>| paper::Signatory {
        role: Label::key("document-role-requesting"),
        name: signatory.map(|s| writer.name(&s.name)),
        position: signatory
            .map(|s| s.office.as_str())
            .filter(|office| is_there(office))
            .map(|o| writer.name(o)),
        seal,
    };
    let shown = version.sections.iter().flat_map(|section| &section.fields);
    let values = shown.filter_map(|field| version.draft.value(&field.id)).flat_map(Value::each);
    let named = values.filter_map(|value| if let Value::Signatory(s) = value { Some(s) } else { None });
    let mut places: Vec<_> = named.map(|signatory| signs(Some(signatory))).collect();
    if places.is_empty() {
        places.push(signs(None));
    }
    if version.draft.translation.is_some() {
        places.push(paper::Signatory {
            role: Label::key("document-role-translator"),
            name: None,
            position: None,
            seal: false,
        });
    }
    places
}

/// Writes values in the language of a request.
pub(crate) struct Writer<'a> {
    language: &'a Language,
    /// What the words say in another language, where somebody has said so.
    translated: Option<(&'a Language, &'a BTreeMap<String, String>)>,
}

impl<'a> Writer<'a> {
    pub(crate) fn of(version: &'a RequestVersion) -> Self {
        let draft = &version.draft;
        let translated = draft.translation.as_ref().map(|language| (language, &draft.translations));
        Self { language: &draft.language, translated }
    }

    /// For words that are of no request.
    pub(crate) fn in_language(language: &'a Language) -> Self {
        Self { language, translated: None }
    }

    /// Words of the drafter, which stay in the language of the request until somebody has translated them.
    pub(crate) fn words(&self, text: &str) -> Localized {
        let words = Localized::new(self.language.clone(), text);
        let said = self.translated.and_then(|(language, texts)| Some((language, texts.get(text)?)));
        match said {
            Some((language, translation)) => words.with(language.clone(), translation),
            None => words,
        }
    }

    /// A name, which is the same in every language.
    pub(crate) fn name(&self, text: &str) -> Localized {
        Localized::name(self.language.clone(), text)
    }

    /// A name of the law pack, which is in English; nobody here translates the title of a treaty.
    fn title(text: &str) -> Localized {
        Localized::name("en".parse().expect("a literal tag"), text)
    }

    fn office(&self, authority: Option<&Authority>, country: Country) -> paper::Authority {
        let name = authority.map_or(NOTHING, |authority| authority.name.as_str());
        let unit = authority.map(|a| a.unit.as_str()).filter(|unit| is_there(unit));
        paper::Authority {
            country: authority.map_or(country, |authority| authority.country),
            name: self.name(name),
            contact: unit.map(|unit| paper::Value::Text(self.name(unit))).into_iter().collect(),
        }
    }

    /// A field with its value, in the blocks that suit its type.
    fn field(&self, version: &RequestVersion, id: &str, label: &Label, value: &Value, blocks: &mut Blocks) {
        let items = value.each();
        // Where words stand in the draft: in a list with their place, from 1.
        let path = |number: usize| match value {
            Value::List(_) => format!("{id}.{number}"),
            _ => id.to_owned(),
        };
        let table = |columns: &[&str], rows: Vec<Vec<paper::Value>>| {
            let columns = columns.iter().map(|key| Label::key(key)).collect();
            Block::Table(Table { caption: label.clone(), columns, rows })
        };
        match items.first() {
            None | Some(Value::Signatory(_)) => {}
            Some(Value::Identifier(_)) => blocks.push(self.identifiers(label, items)),
            Some(Value::Exhibit(_) | Value::Finding(_)) => {
                let columns =
                    ["request-twin-annex-number", "request-twin-annex-title", "request-twin-annex-sha256"];
                blocks.push(table(&columns, rows(items, |value| self.annex(value))));
            }
            Some(Value::Ticket(_)) => {
                let columns = ["document-ticket", "request-twin-kept-until"];
                let row = |value: &Value| {
                    let Value::Ticket(ticket) = value else { return None };
                    let number = paper::Value::Identifier(ticket.number.clone());
                    Some(vec![number, paper::Value::Date(ticket.kept_until)])
                };
                blocks.push(table(&columns, rows(items, row)));
            }
            Some(Value::Way(_)) => {
                let columns = ["request-twin-way", "request-twin-way-name", "request-twin-provisions"];
                let rows = version.ways.iter().map(|named| {
                    vec![
                        paper::Value::Choice(format!("request-way-{}", named.way.way)),
                        paper::Value::Text(Self::title(&named.name)),
                        paper::Value::Identifier(named.provisions.join("; ")),
                    ]
                });
                blocks.push(table(&columns, rows.collect()));
            }
            Some(Value::Party(_)) => records(label, items, blocks, |at, value| self.party(&path(at), value)),
            Some(Value::Offence(_)) => {
                records(label, items, blocks, |at, value| self.offence(&path(at), value));
            }
            Some(Value::Item(_)) => records(label, items, blocks, |at, value| self.item(&path(at), value)),
            // What the drafter wrote can be edited on paper, and is found again by its field.
            Some(Value::Text(_)) => {
                let texts = (1..).zip(items).filter_map(|(number, item)| match item {
                    Value::Text(words) => Some(self.words(words).of_field(&path(number))),
                    _ => None,
                });
                blocks.field(Field { label: label.clone(), values: texts.map(paper::Value::Text).collect() });
            }
            Some(_) => {
                let from = version.draft.question.from;
                let values = items.iter().flat_map(|value| self.plain(value, from)).collect();
                blocks.field(Field { label: label.clone(), values });
            }
        }
    }

    /// A value that stands on a line of its own, or a few.
    fn plain(&self, value: &Value, from: Country) -> Vec<paper::Value> {
        vec![match value {
            Value::Text(words) => paper::Value::Text(self.words(words)),
            Value::Choice(choice) => paper::Value::Choice(format!("request-value-{choice}")),
            Value::Flag(flag) => {
                paper::Value::Choice(if *flag { "request-twin-yes" } else { "request-twin-no" }.to_owned())
            }
            Value::Number(number) => u64::try_from(*number)
                .map_or_else(|_| paper::Value::Identifier(number.to_string()), paper::Value::Number),
            Value::Date(day) => paper::Value::Date(*day),
            Value::Period(period) => paper::Value::Span(period.from.clone(), period.to.clone()),
            Value::Amount(amount) => paper::Value::Amount(*amount),
            Value::Authority(authority) => return self.authority(authority, from),
            _ => return vec![],
        }]
    }

    /// An authority on a few lines; of the requesting state the letter head speaks already.
    fn authority(&self, authority: &Authority, from: Country) -> Vec<paper::Value> {
        let Authority { country, name, unit, reference } = authority;
        let mut lines = vec![paper::Value::Text(self.name(name))];
        lines.extend(is_there(unit).then(|| paper::Value::Text(self.name(unit))));
        lines.extend((*country != from).then_some(paper::Value::Country(*country)));
        lines.extend(is_there(reference).then(|| paper::Value::Identifier(reference.clone())));
        lines
    }

    fn identifiers(&self, label: &Label, items: &[Value]) -> Block {
        let all = || items.iter().filter_map(|v| if let Value::Identifier(i) = v { Some(i) } else { None });
        let networks = all().any(|identifier| is_there(&identifier.network));
        let moments = all().any(|identifier| identifier.at.is_some());
        let ports = all().any(|identifier| identifier.port.is_some());
        let mut columns = vec![Label::key("request-twin-identifier-kind")];
        columns.extend(networks.then(|| Label::key("request-twin-network")));
        columns.push(Label::key("request-twin-identifier"));
        columns.extend(ports.then(|| Label::key("request-twin-identifier-port")));
        columns.extend(moments.then(|| Label::key("request-twin-identifier-at")));
        let nothing = || paper::Value::Text(self.name(""));
        let row = |identifier: &Identifier| {
            let known = IDENTIFIER_KINDS.contains(&identifier.kind.as_str());
            let mut cells = vec![if known {
                paper::Value::Choice(format!("request-identifier-{}", identifier.kind))
            } else {
                paper::Value::Text(self.name(&identifier.kind))
            }];
            cells.extend(networks.then(|| paper::Value::Text(self.name(&identifier.network))));
            cells.push(paper::Value::Identifier(identifier.text.clone()));
            // A port is no count: it has no separators between its digits.
            let port = identifier.port.map(|port| paper::Value::Identifier(port.to_string()));
            cells.extend(ports.then(|| port.unwrap_or_else(nothing)));
            let at = identifier.at.clone().map(paper::Value::Moment);
            cells.extend(moments.then(|| at.unwrap_or_else(nothing)));
            cells
        };
        Block::Table(Table { caption: label.clone(), columns, rows: all().map(row).collect() })
    }

    fn annex(&self, value: &Value) -> Option<Vec<paper::Value>> {
        let (Value::Exhibit(document) | Value::Finding(document)) = value else { return None };
        let Document { number, title, sha256 } = document;
        Some(vec![
            paper::Value::Identifier(number.clone()),
            paper::Value::Text(self.name(title)),
            paper::Value::Identifier(sha256.to_string()),
        ])
    }

    fn party(&self, path: &str, value: &Value) -> Vec<Field> {
        let Value::Party(party) = value else { return vec![] };
        let Party { names, role, born, nationality, address, occupation, registration, .. } = party;
        let names = names.iter().filter(|name| is_there(name));
        let names = names.map(|name| paper::Value::Text(self.name(name))).collect();
        let mut fields = vec![Field { label: Label::key("request-twin-name"), values: names }];
        for (key, text) in [
            ("role", role),
            ("born", born),
            ("nationality", nationality),
            ("address", address),
            ("occupation", occupation),
            ("registration", registration),
        ] {
            let label = format!("request-twin-{key}");
            fields.extend(is_there(text).then(|| one(&label, self.part(path, key, text))));
        }
        fields
    }

    fn offence(&self, path: &str, value: &Value) -> Vec<Field> {
        let Value::Offence(offence) = value else { return vec![] };
        let Offence { provision, text, max_penalty, conduct, .. } = offence;
        let mut fields = vec![one("request-twin-provision", paper::Value::Text(self.name(provision)))];
        fields.extend(
            is_there(text).then(|| one("request-twin-provision-text", self.part(path, "text", text))),
        );
        fields.extend(max_penalty.map(|term| {
            let hundredths = term.hundredths_of_year();
            let years = match hundredths % 100 {
                0 => paper::Value::Number(u64::from(hundredths / 100)),
                _ => paper::Value::Identifier(term.to_string()),
            };
            one("request-twin-max-penalty", years)
        }));
        fields.extend(
            is_there(conduct).then(|| one("request-twin-conduct", self.part(path, "conduct", conduct))),
        );
        fields
    }

    fn item(&self, path: &str, value: &Value) -> Vec<Field> {
        let Value::Item(item) = value else { return vec![] };
        let Item { what, link, offence, account } = item;
        let mut fields = vec![one("request-twin-item", self.part(path, "what", what))];
        fields.extend(is_there(link).then(|| one("request-twin-link", self.part(path, "link", link))));
        fields.extend(
            is_there(offence).then(|| one("request-twin-offence", paper::Value::Text(self.name(offence)))),
        );
        fields.extend(is_there(account).then(|| identifier("request-twin-account", account)));
        fields
    }

    /// Words of a composed value, which can be edited on paper and are found again by their place.
    fn part(&self, path: &str, part: &str, words: &str) -> paper::Value {
        paper::Value::Text(self.words(words).of_field(&format!("{path}.{part}")))
    }
}

/// Blocks in order; lines that follow one another stand together.
#[derive(Default)]
struct Blocks(Vec<Block>);

impl Blocks {
    fn push(&mut self, block: Block) {
        self.0.push(block);
    }

    fn field(&mut self, field: Field) {
        if let Some(Block::Fields(fields)) = self.0.last_mut() {
            fields.push(field);
        } else {
            self.0.push(Block::Fields(vec![field]));
        }
    }
}

/// Records below a heading, each with its own fields.
fn records(
    label: &Label,
    items: &[Value],
    blocks: &mut Blocks,
    fields: impl Fn(usize, &Value) -> Vec<Field>,
) {
    let records = (1..).zip(items).map(|(number, value)| fields(number, value));
    let records: Vec<_> = records.filter(|fields| !fields.is_empty()).collect();
    // A single record of a single line needs no heading: the label says what it is.
    if let [only] = records.as_slice()
        && let [line] = only.as_slice()
    {
        blocks.field(Field { label: label.clone(), values: line.values.clone() });
        return;
    }
    blocks.push(Block::Heading(label.clone()));
    blocks.push(Block::Records(records));
}

fn rows(items: &[Value], row: impl Fn(&Value) -> Option<Vec<paper::Value>>) -> Vec<Vec<paper::Value>> {
    items.iter().filter_map(row).collect()
}

fn one(key: &str, value: paper::Value) -> Field {
    Field::one(Label::key(key), value)
}

fn identifier(key: &str, text: &str) -> Field {
    one(key, paper::Value::Identifier(text.to_owned()))
}

fn is_there(text: &str) -> bool {
    !text.trim().is_empty()
}
