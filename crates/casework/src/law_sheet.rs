//! Answers about the law of States as tables: one form of them for the page, the command and the paper.
//!
//! Labels are keys of the catalogues. What the law pack says stays in the pack's language and is marked so, since nobody
//! has translated it.

use std::collections::BTreeMap;

use comity_document::{
    Block, CopyKind, Field, Label, Localized, Pdf, RequestDocument, Section, State, Table, Template, Twin,
    Value, render,
};
use comity_law::rows::{Liability, PartyStatus};
use comity_law::{
    Aspect, Day, Finding, Gaps, Law, OffenceGap, PackDate, PowerGap, Provenance, ProvisionSeen, SideBySide,
    Sourced, Term, ToVerify,
};
use comity_record::{Country, Language, Sha256Digest};

use crate::error::CaseworkError;
use crate::request::RequestError;
use crate::rights::Packs;
use crate::state::Office;

/// Letters of what a row says: enough to know which fact is meant.
const MAX_STATED: usize = 240;
/// Fields that have a column of their own, or name the row.
const UNTOLD: &[&str] = &["source", "confidence", "as_of", "note", "id"];

/// The offences of several States side by side.
pub fn side_by_side(answer: &SideBySide) -> RequestDocument {
    let columns = [
        "law-column-state",
        "law-column-provision",
        "law-column-years",
        "law-column-years-aggravated",
        "law-column-elements",
        "law-column-source",
    ];
    let sections = answer.rows.iter().map(|row| {
        let rows = row.cells.iter().flat_map(|cell| {
            let mut rows: Vec<_> = cell.provisions.iter().map(|seen| provision(cell.state, seen)).collect();
            if rows.is_empty() {
                let blank = || Value::Several(vec![]);
                let seen = choice(&format!("law-finding-{}", cell.finding.code()));
                rows.push(vec![Value::Country(cell.state), seen, blank(), blank(), blank(), blank()]);
            }
            rows
        });
        section(pack_words(&row.label), vec![table("law-sheet-compare", &columns, rows.collect())])
    });
    let states = answer.states.iter().copied().map(Value::Country).collect();
    Sheet {
        title: "law-sheet-compare",
        subject: answer.states.iter().map(Country::to_string).collect::<Vec<_>>().join(", "),
        fields: vec![Field { label: Label::key("law-field-states"), values: states }],
        reading: "law-sheet-not-seen",
        sections: sections.collect(),
    }
    .document(answer.pack, answer.compiled, answer.compiled)
}

/// What the law of a State lacks against an instrument.
pub fn gaps(answer: &Gaps) -> RequestDocument {
    let standing = answer.standing.as_ref().map_or("unknown", |standing| match standing.value() {
        PartyStatus::Party => "party",
        PartyStatus::Signatory => "signatory",
        PartyStatus::None => "none",
        PartyStatus::Unknown => "unknown",
    });
    let seen_in = answer.standing.iter().flat_map(Sourced::rests_on);
    let mut fields = vec![
        Field::one(Label::key("law-field-state"), Value::Country(answer.state)),
        Field::one(Label::key("law-field-instrument"), name(answer.short_name.value())),
        Field::one(Label::key("law-field-standing"), choice(&format!("law-standing-of-{standing}"))),
        Field { label: Label::key("law-column-source"), values: sources(seen_in) },
    ];
    fields.extend(
        answer
            .threshold
            .iter()
            .map(|term| Field::one(Label::key("law-field-threshold"), years(Some(*term.value())))),
    );
    let cited = answer.offences.iter().flat_map(|gap| gap.articles.rests_on());
    let cited = cited.chain(answer.powers.iter().flat_map(|gap| gap.articles.rests_on()));
    fields.push(Field { label: Label::key("law-column-articles"), values: sources(cited) });
    let of = |heading: &str, none: &str, columns: &[&str], rows: Vec<Vec<Value>>| {
        let block = if rows.is_empty() { message(none) } else { table(heading, columns, rows) };
        section(Label::key(heading), vec![block])
    };
    let offences: Vec<_> = {
        let has_threshold = answer.threshold.is_some();
        answer.offences.iter().map(|gap| offence_gap(gap, has_threshold)).collect()
    };
    let powers: Vec<_> = answer.powers.iter().map(power_gap).collect();
    let mut offence_columns = vec![
        "law-column-offence",
        "law-column-articles",
        "law-column-finding",
        "law-column-provision",
        "law-column-source",
    ];
    offence_columns.extend(answer.threshold.as_ref().map(|_| "law-column-threshold"));
    let power_columns = [
        "law-column-power",
        "law-column-articles",
        "law-column-finding",
        "law-column-law",
        "law-column-source",
    ];
    Sheet {
        title: "law-sheet-gaps",
        subject: format!("{}, {}", answer.state, answer.short_name.value()),
        fields,
        reading: "law-sheet-not-seen",
        sections: vec![
            of("law-sheet-offences", "law-sheet-offences-none", &offence_columns, offences),
            of("law-sheet-powers", "law-sheet-powers-none", &power_columns, powers),
        ],
    }
    .document(answer.pack, answer.compiled, answer.compiled)
}

/// The facts to verify between two States, with room to write down what was found.
pub fn work_list(law: &Law, (from, to, on): (Country, Country, Day), items: &[ToVerify]) -> RequestDocument {
    let columns = [
        "law-column-number",
        "law-column-fact",
        "law-column-uncertain",
        "law-column-needed-for",
        "law-column-measures",
        "law-column-source-now",
        "law-column-checked",
    ];
    let count = |n: usize| Value::Number(u64::try_from(n).unwrap_or(u64::MAX));
    let rows = (1..).zip(items).map(|(number, item)| {
        let row = &item.fact.row;
        let mut fact = vec![Value::Identifier(format!("{}.toml {}", row.file, row.row))];
        let part = item.fact.aspect;
        fact.extend((part != Aspect::Row).then(|| choice(&format!("law-aspect-{}", part.code()))));
        let told = |(field, _): &(&str, &str)| !UNTOLD.iter().any(|end| field.ends_with(end));
        let says = law.stated(&item.fact).filter(told).map(|(field, value)| format!("{field}: {value}"));
        fact.push(name(&says.collect::<Vec<_>>().join("; ").chars().take(MAX_STATED).collect::<String>()));
        let why = item.reasons.iter().map(|reason| choice(&format!("law-reason-{}", reason.code())));
        let instrument = |id: &String| match law.instrument(id) {
            Some(row) => row.data.short_name.clone(),
            None => id.clone(),
        };
        let instruments = item.instruments.iter().map(instrument).collect::<Vec<_>>().join("; ");
        vec![
            Value::Number(number),
            Value::Several(fact),
            Value::Several(why.collect()),
            name(&instruments),
            count(item.measures.len()),
            Value::Several(sources(std::slice::from_ref(&item.fact))),
            Value::Several(vec![]),
        ]
    });
    let rows: Vec<_> = rows.collect();
    let title = "law-sheet-work-list";
    let block =
        if rows.is_empty() { message("law-sheet-work-list-none") } else { table(title, &columns, rows) };
    Sheet {
        title,
        subject: format!("{from}, {to}"),
        fields: vec![
            Field::one(Label::key("law-field-from"), Value::Country(from)),
            Field::one(Label::key("law-field-to"), Value::Country(to)),
            Field::one(Label::key("law-field-on"), Value::Date(on)),
        ],
        reading: "law-sheet-work-list-about",
        sections: vec![section(Label::key(title), vec![block])],
    }
    .document(law.digest(), law.compiled(), on)
}

/// A sheet on paper, by the layout and in the words of an office, with the answer as its machine-readable twin.
///
/// # Errors
/// Fails when the office's own layout or words cannot be used, or for a language of which there are no words.
pub fn paper(
    packs: &Packs,
    office: &Office,
    document: &RequestDocument,
    answer: Vec<u8>,
    languages: &[Language],
) -> Result<Pdf, CaseworkError> {
    let (layout, words) = (packs.layout(office, Template::law_sheet().name())?, packs.words(office)?);
    let twin = Twin { json: answer, signature: None };
    Ok(render(&layout, document, &twin, languages, &words).map_err(RequestError::from)?)
}

struct Sheet {
    title: &'static str,
    subject: String,
    fields: Vec<Field>,
    reading: &'static str,
    sections: Vec<Section>,
}

impl Sheet {
    /// The same answer gives the same paper: it bears a day of the answer, not the hour of the print.
    fn document(self, pack: Sha256Digest, compiled: Day, day: Day) -> RequestDocument {
        let mut references = self.fields;
        references.push(Field::one(Label::key("law-field-pack"), Value::Identifier(pack.to_string())));
        references.push(Field::one(Label::key("law-field-compiled"), Value::Date(compiled)));
        let reading = vec![message(self.reading), message("law-not-advice")];
        let mut sections = vec![section(Label::key("law-sheet-reading"), reading)];
        sections.extend(self.sections);
        RequestDocument {
            title: Label::key(self.title),
            subject: Localized::name(pack_language(), self.subject),
            state: State::Issued,
            copy: CopyKind::Original,
            exercise: false,
            urgent: false,
            act: format!("{day}T00:00:00+00:00[UTC]").parse().expect("a day at midnight"),
            from: None,
            to: None,
            through: vec![],
            references,
            notice: vec![],
            sections,
            annexes: vec![],
            signatures: vec![],
        }
    }
}

fn provision(state: Country, seen: &ProvisionSeen) -> Vec<Value> {
    let (offence, penalty) = (seen.offence.value(), seen.penalty.value());
    let elements =
        offence.extra_elements.iter().map(|element| choice(&format!("law-element-{}", element.code())));
    let rests_on = seen.offence.rests_on().iter().chain(seen.penalty.rests_on());
    vec![
        Value::Country(state),
        Value::Several(vec![name(&offence.provision), name(&offence.title), liability(offence.liability)]),
        years(penalty.max),
        penalty.max_aggravated.map_or(Value::Several(vec![]), |term| years(Some(term))),
        Value::Several(elements.collect()),
        Value::Several(sources(rests_on)),
    ]
}

fn offence_gap(gap: &OffenceGap, has_threshold: bool) -> Vec<Value> {
    let provisions = &gap.seen.provisions;
    let rests_on = provisions.iter().flat_map(|seen| seen.offence.rests_on());
    let named = provisions.iter().flat_map(|seen| {
        let offence = seen.offence.value();
        let elements = offence.extra_elements.iter().map(|e| choice(&format!("law-element-{}", e.code())));
        std::iter::once(name(&offence.provision)).chain(elements).collect::<Vec<_>>()
    });
    let mut cells = vec![
        name(&gap.label),
        Value::Several(gap.articles.value().iter().cloned().map(Value::Identifier).collect()),
        finding(gap.seen.finding),
        Value::Several(named.collect()),
        Value::Several(sources(rests_on)),
    ];
    if has_threshold {
        let reaches = gap.reaches_threshold.map(|reason| choice(&format!("law-reason-{}", reason.code())));
        cells.push(reaches.unwrap_or_else(|| choice("law-finding-not-seen")));
    }
    cells
}

fn power_gap(gap: &PowerGap) -> Vec<Value> {
    let laws = gap.laws.iter().flat_map(|law| {
        let sheet = law.value();
        let provisions = sheet.provisions.values().map(|provision| name(provision));
        std::iter::once(name(&sheet.law)).chain(provisions).collect::<Vec<_>>()
    });
    let rests_on = gap.laws.iter().flat_map(Sourced::rests_on);
    vec![
        name(&gap.label),
        Value::Several(gap.articles.value().iter().cloned().map(Value::Identifier).collect()),
        finding(gap.finding),
        Value::Several(laws.collect()),
        Value::Several(sources(rests_on)),
    ]
}

/// A source, its date and how sure the fact is, each fact's once.
fn sources<'p>(rests_on: impl IntoIterator<Item = &'p Provenance>) -> Vec<Value> {
    let mut seen = vec![];
    let mut lines = vec![];
    for fact in rests_on {
        let source = (&fact.source, fact.as_of, fact.confidence);
        if seen.contains(&source) {
            continue;
        }
        seen.push(source);
        let (title, unknown) = (&fact.source_title, matches!(fact.as_of, PackDate::Unknown | PackDate::None));
        lines.push(name(&if unknown { title.clone() } else { format!("{title} ({})", fact.as_of) }));
        lines.extend(unknown.then(|| choice("law-date-unknown")));
        lines.push(choice(&format!("law-confidence-{}", fact.confidence.code())));
    }
    lines
}

fn liability(liability: Liability) -> Value {
    choice(&format!("law-liability-{}", liability.code()))
}

fn finding(finding: Finding) -> Value {
    choice(&format!("law-finding-{}", finding.code()))
}

/// A number of years; whole ones as each language writes numbers.
fn years(term: Option<Term>) -> Value {
    match term {
        None => choice("law-penalty-not-seen"),
        Some(term) if term.is_zero() => choice("law-penalty-none"),
        Some(term) if term.hundredths_of_year() % 100 == 0 => {
            Value::Number((term.hundredths_of_year() / 100).into())
        }
        Some(term) => Value::Identifier(term.to_string()),
    }
}

fn choice(key: &str) -> Value {
    Value::Choice(key.to_owned())
}

/// Words of the pack: of no other language, and no translation is missed.
fn name(text: &str) -> Value {
    Value::Text(Localized::name(pack_language(), text))
}

fn pack_words(text: &str) -> Label {
    Label::Text(Localized::name(pack_language(), text))
}

/// The language in which the law pack is written.
fn pack_language() -> Language {
    "en".parse().expect("a tag of the standard")
}

fn message(key: &str) -> Block {
    Block::Message { key: key.to_owned(), values: BTreeMap::new() }
}

fn section(heading: Label, blocks: Vec<Block>) -> Section {
    Section { heading, blocks }
}

fn table(caption: &str, columns: &[&str], rows: Vec<Vec<Value>>) -> Block {
    let columns = columns.iter().map(|key| Label::key(key)).collect();
    Block::Table(Table { caption: Label::key(caption), columns, rows })
}
