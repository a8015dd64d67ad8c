//! How forms, checks and prints of requests are told, with or without a case.

use std::path::Path;

use comity_casework::Paper;
use comity_casework::request::Subject;
use comity_law::{Basis, Law, Standing, Strength};
use comity_record::{Coded, Sha256Digest};
use comity_request::life::Event;
use comity_request::{
    Authority, Draft, Field, FieldChange, FieldKind, Form, Identifier, Item, Offence, Party, PartyKind,
    Remark, Report, Required, UnverifiedFact, Value,
};
use serde_json::json;

use crate::case::shown as shown_text;
use crate::cli::request::PaperArguments;
use crate::engine::law::confidence;
use crate::out::{Failure, Out, clean, plain, shown};
use crate::outside;

/// The values that remarks speak of; a later engine may know more, which its own messages then name.
const ARGS: &[&str] = &[
    "form",
    "state",
    "law",
    "provision",
    "compiled",
    "most",
    "least",
    "value",
    "days",
    "item",
    "kind",
    "text",
    "named",
    "way",
    "count",
    "language",
    "id",
    "ticket",
    "until",
    "instrument",
    "clause",
    "to",
    "reason_field",
    "expected",
    "found",
    "instruments",
    "is",
    "ledgers",
    "network",
    "offence",
    "platform",
    "spelled",
];

/// How an officer types a change to what is checked: the command up to its options, where there is one.
pub struct Typist {
    /// `comity request set CASE REQUEST`.
    pub set: Option<String>,
}

/// A form: its name and what it is for.
pub fn form(out: &Out, form: &Form) {
    let answer = json!({
        "form": form.id, "version": form.version, "measure": form.measure, "digest": form.digest,
        "fields": form.fields,
    });
    out.answer(&answer, |out| {
        out.line(&format!("{}  {}", form.id, words(out, &form.title)));
        out.line(&format!("    {}", words(out, &form.about)));
    });
}

/// What a form asks, field by field.
pub fn fields(out: &Out, form: &Form) {
    self::form(out, form);
    if out.is_json() {
        return;
    }
    for section in &form.sections {
        out.line(&words(out, &section.label));
        for field in form.fields.iter().filter(|field| field.section == section.id) {
            let required = match field.required {
                Required::Always => "comity-form-required",
                Required::When => "comity-form-required-when",
                Required::Never => "comity-form-optional",
            };
            let required = words(out, required);
            out.line(&format!("  {}  {} [{required}]", field.id, words(out, &field.label)));
            out.line(&format!("      {}", words(out, &field.guidance)));
            out.line(&format!("      {}", pattern(field)));
        }
    }
}

/// Everything that a check says.
pub fn checked(out: &Out, form: &Form, draft: &Draft, basis: &Basis, report: &Report, typist: &Typist) {
    out.line(&words(out, &format!("law-reason-{}", basis.obligation.reason.code())));
    for cited in draft.cited.iter().filter_map(|id| basis.candidate(id)) {
        let provision = cited.provision.value();
        let articles: Vec<_> = provision.articles.iter().map(|a| a.article.as_str()).collect();
        out.say(
            "comity-request-cited",
            &[
                ("instrument", cited.short_name.value()),
                ("articles", &articles.join(", ")),
                ("provides", &out.message(&format!("law-reason-{}", provision.reason.code()), &[])),
            ],
        );
    }
    if basis.obligation.is_none() {
        ways(out, form, draft, basis, typist);
    }
    if report.errors.is_empty() && report.blocking().next().is_none() {
        out.say("comity-request-complete", &[]);
    } else {
        out.say(
            "comity-request-to-mend",
            &[("count", &(report.errors.len() + unfilled(report)).to_string())],
        );
    }
    for error in &report.errors {
        remark(out, form, error);
        if let Some(field) = error.field.as_deref().and_then(|id| form.field(id)) {
            demanded_by(out, basis, report, field);
            type_next(out, typist, field);
        }
    }
    for missing in report.blocking().filter(|missing| !told(report, missing.put_in.as_deref())) {
        let field = missing.put_in.as_deref().and_then(|id| form.field(id));
        let name = field.map_or_else(|| missing.label.clone(), |field| words(out, &field.label));
        out.say("comity-request-content-missing", &[("name", &name)]);
        if let Some(field) = field {
            demanded_by(out, basis, report, field);
            type_next(out, typist, field);
        }
    }
    if !report.warnings.is_empty() {
        out.say("comity-request-warnings", &[("count", &report.warnings.len().to_string())]);
    }
    let mut kinds: Vec<(&Remark, usize)> = Vec::new();
    for warning in &report.warnings {
        let alike =
            |(other, _): &&mut (&Remark, usize)| (other.kind, &other.field) == (warning.kind, &warning.field);
        match kinds.iter_mut().find(alike) {
            Some((_, count)) => *count += 1,
            None => kinds.push((warning, 1)),
        }
    }
    for (warning, count) in kinds {
        remark(out, form, warning);
        if let more @ 1.. = count - 1 {
            out.say("comity-request-warnings-alike", &[("more", &more.to_string())]);
        }
    }
    let pack = report.law_pack.to_string();
    out.say("comity-law-advice", &[("pack", &pack), ("compiled", &basis.compiled.to_string())]);
}

/// Contents that a cited instrument demands, beside those whose field is told as empty already.
fn unfilled(report: &Report) -> usize {
    report.blocking().filter(|missing| !told(report, missing.put_in.as_deref())).count()
}

fn told(report: &Report, field: Option<&str>) -> bool {
    field.is_some() && report.errors.iter().any(|error| error.field.as_deref() == field)
}

/// What can be asked where nothing obliges, as the form takes it.
fn ways(out: &Out, form: &Form, draft: &Draft, basis: &Basis, typist: &Typist) {
    let Some(field) = form.fields.iter().find(|field| field.kind == FieldKind::Way) else { return };
    if draft.value(&field.id).is_some() {
        return;
    }
    out.say("comity-law-remains", &[]);
    for remaining in &basis.remains {
        let remaining = remaining.value();
        let way = words(out, &format!("law-way-{}", remaining.way.code()));
        out.line(&format!("  {way}: {} {}", remaining.name, remaining.provisions.join(", ")));
        for reason in &remaining.reasons {
            out.line(&format!("      {}", words(out, &format!("law-reason-{}", reason.code()))));
        }
        let value = format!("{}:{}", remaining.way.code(), remaining.id);
        match &typist.set {
            Some(set) => out.line(&format!("      {set} --add {}={value}", field.id)),
            None => out.line(&format!("      {} = \"{value}\"", field.id)),
        }
    }
}

/// The articles that ask for a field: those of a cited instrument that demands it on a line of their own, then all
/// others, which it yields to, which are not cited, or which leave it open.
fn demanded_by(out: &Out, basis: &Basis, report: &Report, field: &Field) {
    let mut others = vec![];
    for completeness in &report.completeness {
        let name = basis.candidate(&completeness.instrument);
        let name = name.map_or(completeness.instrument.as_str(), |candidate| candidate.short_name.value());
        for missing in completeness.missing.iter().filter(|m| m.put_in.as_deref() == Some(field.id.as_str()))
        {
            let by = match missing.articles.as_slice() {
                [] => name.to_owned(),
                articles => format!("{name} ({})", articles.join(", ")),
            };
            match (completeness.cited, missing.strength, missing.standing) {
                (true, Strength::Required, Standing::Applies) => {
                    out.say("comity-request-demanded", &[("by", &by)]);
                }
                _ => others.push(by),
            }
        }
    }
    if !others.is_empty() {
        out.say("comity-request-expected", &[("by", &others.join("; "))]);
    }
}

fn type_next(out: &Out, typist: &Typist, field: &Field) {
    out.line(&format!("      {}", words(out, &field.guidance)));
    let option = if field.list { "--add" } else { "--set" };
    match &typist.set {
        Some(set) => out.line(&format!("      {set} {option} {}='{}'", field.id, pattern(field))),
        None => {
            let pattern = pattern(field);
            let quote = if pattern.starts_with('{') { "" } else { "\"" };
            out.line(&format!("      {} = {quote}{pattern}{quote}", field.id));
        }
    }
}

/// How a value of a field is written.
fn pattern(field: &Field) -> String {
    if field.values.is_empty() { field.kind.pattern().to_owned() } else { field.values.join(" | ") }
}

fn remark(out: &Out, form: &Form, remark: &Remark) {
    let label = remark.field.as_deref().and_then(|id| form.field(id)).map(|field| words(out, &field.label));
    let field = match (&remark.field, label) {
        (Some(id), Some(label)) => format!("{id} ({label})"),
        (Some(id), None) => id.clone(),
        _ => String::new(),
    };
    let advice = out.advice(&Told { remark, field });
    let to_do = advice.to_do.map(|to_do| format!(" {}", plain(&to_do))).unwrap_or_default();
    out.line(&format!("  - {}{to_do}", shown_text(&plain(&advice.what))));
}

/// A remark with the name of its field.
struct Told<'a> {
    remark: &'a Remark,
    field: String,
}

impl std::fmt::Display for Told<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.remark.kind.code(), self.field)
    }
}

impl Coded for Told<'_> {
    fn code(&self) -> &'static str {
        self.remark.kind.code()
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        let mut args = vec![("field", self.field.clone())];
        for name in ARGS {
            args.extend(self.remark.args.get(*name).map(|value| (*name, value.clone())));
        }
        args
    }
}

/// Something that is to be confirmed, with its number.
pub fn subject(out: &Out, number: usize, subject: &Subject, law: Option<&Law>) {
    match subject {
        Subject::Fact(UnverifiedFact { provenance, .. }) => {
            out.line(&format!("  {number}  {}", subject_name(out, subject)));
            out.say(
                "comity-law-source",
                &[
                    ("title", &provenance.source_title),
                    ("as_of", &provenance.as_of.to_string()),
                    ("confidence", &confidence(out, provenance.confidence)),
                ],
            );
            let stated = law.into_iter().flat_map(|law| law.stated(provenance));
            let stated: Vec<_> = stated.map(|(field, value)| format!("{field} = {value}")).collect();
            if !stated.is_empty() {
                out.say("comity-request-fact-says", &[("fields", &shown_text(&stated.join("; ")))]);
            }
            if !provenance.note.is_empty() {
                out.line(&format!("      {}", shown_text(&provenance.note)));
            }
        }
        Subject::Words(language) => {
            let values = [("number", number.to_string()), ("language", language.to_string())];
            out.say("comity-request-words", &values.each_ref().map(|(name, value)| (*name, value.as_str())));
        }
    }
}

/// What is to be confirmed, in words: what is uncertain of which instrument or state, by which part of which row of the
/// law pack.
pub fn subject_name(out: &Out, subject: &Subject) -> String {
    match subject {
        Subject::Fact(UnverifiedFact { reason, instrument, provenance }) => {
            let values = [
                ("instrument", shown_text(instrument)),
                ("aspect", words(out, &format!("law-aspect-{}", provenance.aspect.code()))),
                ("row", shown_text(&provenance.row.to_string())),
                ("reason", words(out, &format!("law-reason-{}", reason.code()))),
            ];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            plain(&out.message("comity-request-fact", &values))
        }
        Subject::Words(language) => {
            plain(&out.message("comity-request-words-of", &[("language", &language.to_string())]))
        }
    }
}

/// That something was printed: on how many pages, and with how many texts without translation.
pub fn printed(out: &Out, path: &Path, layout: Option<(usize, usize)>, twin: Sha256Digest) {
    let answer = json!({
        "path": shown(path), "twin": twin,
        "pages": layout.map(|(pages, _)| pages), "untranslated": layout.map(|(_, untranslated)| untranslated),
    });
    out.answer(&answer, |out| match layout {
        Some((pages, untranslated)) => {
            out.say("comity-request-printed", &[("path", &shown(path)), ("pages", &pages.to_string())]);
            if untranslated > 0 {
                out.say("comity-request-untranslated", &[("texts", &untranslated.to_string())]);
            }
        }
        None => out.say("comity-request-printed-as-issued", &[("path", &shown(path))]),
    });
}

/// Writes a paper where it was asked for.
pub fn paper(out: &Out, to: &PaperArguments, paper: &Paper) -> Result<(), Failure> {
    outside::write(&to.out, &paper.pdf.bytes)?;
    if let Some(path) = &to.docx {
        outside::write(path, &paper.docx.bytes)?;
    }
    printed(out, &to.out, Some((paper.pdf.pages, paper.pdf.untranslated)), paper.pdf.twin_sha256);
    Ok(())
}

/// A value as lines of a terminal: what it is, then each further part under its name.
pub fn value(out: &Out, value: &Value) -> Vec<String> {
    let joined = |parts: &[&str], by: &str| {
        let parts = parts.iter().filter(|part| !part.trim().is_empty());
        parts.copied().collect::<Vec<_>>().join(by)
    };
    let one = |line: String| vec![line];
    let lines = match value {
        Value::Text(text) | Value::Choice(text) => one(text.clone()),
        Value::Flag(flag) => one(flag.to_string()),
        Value::Number(number) => one(number.to_string()),
        Value::Date(day) => one(day.to_string()),
        Value::Period(period) => one(format!("{}..{}", period.from, period.to)),
        Value::Amount(amount) => one(amount.to_string()),
        Value::Authority(authority) => {
            let Authority { country, name, unit, reference } = authority;
            one(joined(&[country.as_str(), name, unit, reference], ", "))
        }
        Value::Signatory(signatory) => one(joined(&[&signatory.name, &signatory.office], "; ")),
        Value::Party(party) => {
            let Party { kind, names, role, born, nationality, address, occupation, registration } = party;
            let kind = match kind {
                PartyKind::Body => "body",
                PartyKind::Person => "person",
            };
            let parts = [
                ("request-twin-role", role),
                ("request-twin-born", born),
                ("request-twin-nationality", nationality),
                ("request-twin-address", address),
                ("request-twin-occupation", occupation),
                ("request-twin-registration", registration),
            ];
            with_parts(out, format!("{kind}: {}", names.join(", ")), &parts)
        }
        Value::Identifier(identifier) => {
            let Identifier { kind, network, text, at, port } = identifier;
            let line = format!("{kind}:{network}:{text}");
            let port = port.map(|port| port.to_string()).unwrap_or_default();
            let at = at.as_ref().map(ToString::to_string).unwrap_or_default();
            with_parts(out, line, &[("request-twin-identifier-port", &port), ("document-moment", &at)])
        }
        Value::Offence(offence) => {
            let Offence { category, provision, text, max_penalty, conduct } = offence;
            let penalty = max_penalty.map(|term| term.to_string()).unwrap_or_default();
            let parts = [
                ("request-twin-provision-text", text),
                ("request-twin-max-penalty", &penalty),
                ("request-twin-conduct", conduct),
            ];
            with_parts(out, format!("{category}: {provision}"), &parts)
        }
        Value::Item(item) => {
            let Item { what, link, offence, account } = item;
            let parts = [
                ("request-twin-link", link),
                ("request-twin-offence", offence),
                ("request-twin-account", account),
            ];
            with_parts(out, what.clone(), &parts)
        }
        Value::Exhibit(document) | Value::Finding(document) => {
            one(format!("{}: {}: {}", document.number, document.sha256, document.title))
        }
        Value::Ticket(ticket) => one(format!("{}: {}", ticket.number, ticket.kept_until)),
        Value::Way(way) => one(format!("{}:{}", way.way, way.id)),
        Value::List(items) => items.iter().flat_map(|item| self::value(out, item)).collect(),
        _ => vec![],
    };
    lines.iter().map(|line| shown_text(line)).collect()
}

/// A line, and below it the parts that are there.
fn with_parts(out: &Out, line: String, parts: &[(&str, &String)]) -> Vec<String> {
    let parts = parts.iter().filter(|(_, text)| !text.trim().is_empty());
    let parts = parts.map(|(label, text)| format!("      {}: {text}", words(out, label)));
    std::iter::once(line).chain(parts).collect()
}

/// What a field held, and what it holds.
pub fn change(out: &Out, change: &FieldChange) {
    for (sign, side) in [('-', &change.before), ('+', &change.after)] {
        for held in side.iter().flat_map(Value::each) {
            for line in value(out, held) {
                out.line(&format!("  {sign} {line}"));
            }
        }
    }
}

/// What an answer says.
pub fn event(out: &Out, event: &Event) {
    match event {
        Event::Executed { what, .. } => out.line(&format!("  {}", clean(what))),
        Event::ExecutedInPart { what, outstanding, .. } => {
            out.line(&format!("  {}", clean(what)));
            out.line(&format!("  … {}", clean(outstanding)));
        }
        Event::Refused { reasons, .. } | Event::Postponed { reasons, .. } => {
            for reason in reasons {
                out.line(&format!("  {}", clean(&reason.text)));
            }
        }
        // An answer is nothing else.
        _ => {}
    }
}

/// The words of a key, for a terminal.
fn words(out: &Out, key: &str) -> String {
    plain(&out.message(key, &[]))
}

/// A file that is read up to a limit, as text.
pub fn text(path: &Path) -> Result<String, Failure> {
    let bytes = crate::request::read(path, comity_request::plain::MAX_VALUES_BYTES as u64 + 1)?;
    String::from_utf8(bytes).map_err(|_| Failure::new("comity-request-not-text", vec![("path", shown(path))]))
}

#[cfg(test)]
mod tests {
    use comity_request::RemarkKind;

    use super::ARGS;

    /// A value that is not handed on leaves a person with the code in place of the sentence.
    #[test]
    fn every_value_of_the_sentence_of_a_remark_is_handed_on() {
        let words = include_str!("../../../packs/locales/en/request.ftl");
        for kind in RemarkKind::ALL {
            let message = words.split(&format!("\n{} =", kind.code())).nth(1).unwrap();
            let message = message.split("\n\n").next().unwrap();
            for value in message.split("{ $").skip(1) {
                let name = value.split([' ', '}']).next().unwrap();
                assert!(name == "field" || ARGS.contains(&name), "{}: {name}", kind.code());
            }
        }
    }
}
