//! What a request lacks, field by field with the article that asks for it, and what a named jurist must speak on.

use comity_casework::request::{Checked, Request, RequestFactConfirmed, RequestRefusal, Subject};
use comity_law::{Law, Standing, Strength};
use comity_record::{CaseId, Language};
use comity_request::life::Side;
use comity_request::{MissingContent, Remark, UnverifiedFact, Verdict};

use super::super::Table;
use super::brief::decision_key;
use super::law::{articles, name_of, reason, sources};
use super::life::{Journal, numbered};
use super::{english, language_name};
use crate::facts::Reader;
use crate::shown::Shown;

pub(super) struct CheckView {
    /// What was found when the version was written or taken in.
    pub(super) verdict: Shown,
    pub(super) complete: bool,
    /// What must be mended.
    pub(super) errors: Option<Table>,
    /// What to think twice about.
    pub(super) warnings: Option<Table>,
    /// What stands in the way of issue.
    pub(super) obstacles: Vec<Shown>,
    pub(super) subjects: Vec<SubjectView>,
    /// How a jurist speaks, while something is open: in words, and what to type.
    pub(super) confirm: Option<(Shown, Shown)>,
}

/// Something that a jurist must confirm or overrule, and who did.
pub(super) struct SubjectView {
    pub(super) number: usize,
    pub(super) what: Shown,
    pub(super) sources: Option<Shown>,
    pub(super) note: Option<Shown>,
    /// What was said of it, in order; the last word counts.
    pub(super) words: Vec<Shown>,
    pub(super) open: bool,
}

pub(super) fn view(
    reader: &Reader<'_>,
    case: CaseId,
    request: &Request,
    checked: Option<&Checked>,
    law: Option<&Law>,
    journal: &Journal,
) -> CheckView {
    let verdict = request.version().verdict();
    let asks = request.side() == Side::Sender && request.issue.is_none();
    let key = match request.side() {
        Side::Sender => "node-request-verdict",
        Side::Receiver => "node-request-own-verdict",
    };
    let subjects = subjects(reader, request, law, journal, asks);
    let confirm = subjects.iter().any(|subject| subject.open);
    let command = || format!("{} NUMBER --confirm --reason …", request.command("confirm", case));
    let obstacle = |obstacle| match obstacle {
        RequestRefusal::WordsUnreviewed(language) => words_unreviewed(reader, &language),
        obstacle => {
            let (advice, language) = reader.words.advice(&obstacle);
            reader.words.in_own(Shown::Words(advice.what), &language)
        }
    };
    CheckView {
        verdict: verdict.map_or_else(
            || reader.word("node-request-not-checked"),
            |verdict| verdict_words(reader, key, verdict),
        ),
        complete: verdict.is_some_and(|verdict| verdict.errors == 0 && verdict.missing == 0),
        errors: checked.and_then(|checked| errors(reader, checked, request.side())),
        warnings: checked.and_then(|checked| warnings(reader, checked)),
        obstacles: if asks { request.obstacles().into_iter().map(obstacle).collect() } else { vec![] },
        subjects,
        confirm: confirm.then(|| (confirm_words(reader), Shown::Command(command()))),
    }
}

fn confirm_words(reader: &Reader<'_>) -> Shown {
    let options =
        [("all", "all"), ("confirm", "--confirm"), ("overrule", "--overrule"), ("reject", "--reject")];
    reader.words.shown("node-request-confirm-how", &options)
}

/// What a check found, in numbers.
pub(super) fn verdict_words(reader: &Reader<'_>, key: &str, verdict: &Verdict) -> Shown {
    let values = [
        ("errors", verdict.errors.to_string()),
        ("missing", verdict.missing.to_string()),
        ("warnings", verdict.warnings.to_string()),
    ];
    reader.words.shown(key, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// What must be mended: fields that are wrong or empty, and contents that a cited instrument demands beside them.
fn errors(reader: &Reader<'_>, checked: &Checked, side: Side) -> Option<Table> {
    let report = &checked.report;
    let mut rows: Vec<Vec<Shown>> = report
        .errors
        .iter()
        .map(|error| {
            let of_field = |missing: &MissingContent| error.field.is_some() && missing.put_in == error.field;
            let by = demands(reader, checked, of_field);
            vec![place(reader, checked, error.field.as_deref()), remark(reader, checked, error), by]
        })
        .collect();
    let told = |missing: &&MissingContent| {
        missing.put_in.is_some() && report.errors.iter().any(|error| error.field == missing.put_in)
    };
    rows.extend(report.blocking().filter(|missing| !told(missing)).map(|missing| {
        let name = match missing.put_in.as_deref() {
            Some(field) => place(reader, checked, Some(field)),
            None => english(reader, &missing.label),
        };
        let by = demands(reader, checked, |other| other.content_field == missing.content_field);
        vec![name, reader.word("node-request-content-missing"), by]
    }));
    let columns = ["node-column-field", "node-column-wrong", "node-column-asked-by"];
    let caption = match side {
        Side::Sender => "node-request-errors",
        Side::Receiver => "node-request-errors-received",
    };
    (!rows.is_empty()).then(|| Table::new(reader.words, caption, &columns, rows))
}

fn warnings(reader: &Reader<'_>, checked: &Checked) -> Option<Table> {
    let row = |warning: &Remark| {
        vec![place(reader, checked, warning.field.as_deref()), remark(reader, checked, warning)]
    };
    let rows: Vec<_> = checked.report.warnings.iter().map(row).collect();
    let columns = ["node-column-field", "node-column-think"];
    (!rows.is_empty()).then(|| Table::new(reader.words, "node-request-warnings", &columns, rows))
}

/// The label of a field with the name by which an officer types it.
fn place(reader: &Reader<'_>, checked: &Checked, field: Option<&str>) -> Shown {
    match field.map(|id| (id, checked.form.field(id))) {
        Some((id, Some(known))) => Shown::pair(reader.word(&known.label), Shown::ltr(id)),
        Some((id, None)) => Shown::ltr(id),
        None => reader.word("node-request-whole"),
    }
}

/// What a check remarks, and what to do about it.
fn remark(reader: &Reader<'_>, checked: &Checked, remark: &Remark) -> Shown {
    let label = remark.field.as_deref().map(|id| match checked.form.field(id) {
        Some(known) => reader.words.say(&known.label),
        None => id.to_owned(),
    });
    let label = label.unwrap_or_default();
    let mut values = vec![("field", label.as_str())];
    values.extend(remark.args.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let what = reader.words.shown(remark.kind.code(), &values);
    match reader.words.to_do(remark.kind.code(), &values) {
        Some(to_do) => Shown::pair(what, to_do),
        None => what,
    }
}

/// The instruments with the articles that ask for something, the cited ones first; the form alone, where none does.
fn demands(reader: &Reader<'_>, checked: &Checked, fits: impl Fn(&MissingContent) -> bool) -> Shown {
    let mut by: Vec<_> = checked.report.completeness.iter().collect();
    by.sort_by_key(|completeness| !completeness.cited);
    let mut lines = vec![];
    for completeness in by {
        for missing in completeness.missing.iter().filter(|missing| fits(missing)) {
            let mut what = vec![name_of(reader, &checked.basis, &completeness.instrument)];
            what.extend((!missing.articles.is_empty()).then(|| articles(reader, &missing.articles)));
            let mut weight = vec![reader.word(strength_key(missing.strength))];
            if missing.standing != Standing::Applies {
                weight.push(reader.word(standing_key(missing.standing)));
            }
            weight.extend((!completeness.cited).then(|| reader.word("node-request-not-cited")));
            lines.push(Shown::pair(Shown::Row(what), Shown::Row(weight)));
        }
    }
    if lines.is_empty() { reader.word("node-request-asked-by-form") } else { Shown::List(lines) }
}

pub(super) fn strength_key(strength: Strength) -> &'static str {
    match strength {
        Strength::Required => "law-strength-required",
        Strength::RequiredInPractice => "law-strength-required-in-practice",
        Strength::Optional => "law-strength-optional",
    }
}

pub(super) fn standing_key(standing: Standing) -> &'static str {
    match standing {
        Standing::Applies => "law-standing-applies",
        Standing::MayYield => "law-standing-may-yield",
        Standing::Yields => "law-standing-yields",
    }
}

fn subjects(
    reader: &Reader<'_>,
    request: &Request,
    law: Option<&Law>,
    journal: &Journal,
    asks: bool,
) -> Vec<SubjectView> {
    let open = request.to_clear();
    let view = |(number, subject): (usize, Subject)| {
        let words = journal.of_subject(&subject);
        let words = words.map(|(told, word)| word_of(reader, &word, numbered(reader, told))).collect();
        let is_open = asks && open.contains(&subject);
        let (what, rests_on, note) = match &subject {
            Subject::Fact(fact @ UnverifiedFact { provenance, .. }) => (
                fact_words(reader, fact, law),
                Some(sources(reader, [provenance])),
                (!provenance.note.is_empty()).then(|| english(reader, &provenance.note)),
            ),
            Subject::Words(language) => (words_unreviewed(reader, language), None, None),
        };
        SubjectView { number, what, sources: rests_on, note, words, open: is_open }
    };
    (1..).zip(request.version().to_clear()).map(view).collect()
}

/// An uncertain fact: of which instrument or state, which part of which row of the law pack, and what stands there.
pub(super) fn fact_words(reader: &Reader<'_>, fact: &UnverifiedFact, law: Option<&Law>) -> Shown {
    let UnverifiedFact { reason: why, instrument, provenance } = fact;
    let mut which = vec![
        Shown::ltr(instrument),
        reader.word(&format!("law-aspect-{}", provenance.aspect.code())),
        Shown::ltr(&provenance.row),
    ];
    let stated = law.into_iter().flat_map(|law| law.stated(provenance));
    which.extend(stated.map(|(field, value)| english(reader, &format!("{field} = {value}"))));
    Shown::pair(reason(reader, *why), Shown::Row(which))
}

pub(super) fn words_unreviewed(reader: &Reader<'_>, language: &Language) -> Shown {
    Shown::pair(reader.word("node-request-words-unreviewed"), language_name(reader, language))
}

/// A jurist's word: which, by whom, why, and the entry.
fn word_of(reader: &Reader<'_>, word: &RequestFactConfirmed, entry: Shown) -> Shown {
    let decision = reader.word(decision_key(word.decision));
    Shown::Row(vec![decision, Shown::said(&word.name), Shown::said(&word.reason), entry])
}
