//! On what a request stands: the instruments that oblige, and which of their paragraphs yield; or plainly that nothing
//! is known to oblige, and what remains. Each with its source, the date of the source and the confidence.

use comity_casework::request::{Checked, Request};
use comity_law::{
    Basis, Binds, Candidate, Confidence, DomesticOffence, Element, PackDate, Provenance, Reason, Remaining,
    Sourced, Yielding,
};
use comity_request::WayChosen;

use super::super::Table;
use super::{country_name, english};
use crate::facts::{Fact, Reader};
use crate::shown::Shown;

pub(in crate::pages) struct LawView {
    /// Whether anything obliges, in a sentence.
    pub(in crate::pages) answer: Shown,
    /// That nothing is known to oblige is no small thing.
    pub(in crate::pages) warns: bool,
    /// The packs in force do not know the question: shown is what was recorded.
    pub(super) recorded_only: bool,
    pub(in crate::pages) cited: Vec<InstrumentView>,
    pub(in crate::pages) others: Vec<InstrumentView>,
    pub(in crate::pages) dual: Option<DualView>,
    pub(in crate::pages) ways: Option<Table>,
    pub(in crate::pages) pack: Shown,
}

/// Dual criminality: what is asked for, and provision beside provision.
pub(in crate::pages) struct DualView {
    pub(in crate::pages) facts: Vec<Fact>,
    pub(in crate::pages) table: Table,
}

pub(in crate::pages) struct InstrumentView {
    pub(in crate::pages) name: Shown,
    pub(in crate::pages) facts: Vec<Fact>,
}

pub(super) fn view(reader: &Reader<'_>, request: &Request, checked: Option<&Checked>) -> LawView {
    let version = &request.version().request;
    let why = checked.map_or(version.obligation, |checked| checked.basis.obligation.reason);
    let (answer, warns) = (reason(reader, why), why != Reason::InstrumentObliges);
    let pack = |key: &str, pack: String, compiled: String| {
        reader.words.shown(key, &[("pack", &pack), ("compiled", &compiled)])
    };
    let Some(Checked { basis, draft, .. }) = checked else {
        let cited = version.basis.iter().map(|cited| InstrumentView {
            name: english(reader, &cited.short_name),
            facts: vec![provides(reader, cited.reason, &cited.articles)],
        });
        let pack = pack("node-request-pack-recorded", version.law_pack.to_string(), String::new());
        let cited = cited.collect();
        return LawView {
            answer,
            warns,
            recorded_only: true,
            cited,
            others: vec![],
            dual: None,
            ways: None,
            pack,
        };
    };
    let is_cited = |candidate: &&Candidate| draft.cited.contains(&candidate.instrument);
    let (cited, others): (Vec<_>, Vec<_>) = basis.candidates.iter().partition(is_cited);
    let views = |candidates: Vec<&Candidate>| -> Vec<InstrumentView> {
        candidates.into_iter().map(|candidate| instrument(reader, basis, candidate)).collect()
    };
    // The answer of today must be told from the one by which the version was written.
    let key =
        if basis.pack == version.law_pack { "node-request-pack-same" } else { "node-request-pack-other" };
    LawView {
        answer,
        warns,
        recorded_only: false,
        cited: views(cited),
        others: views(others),
        dual: dual(reader, basis),
        ways: ways(reader, request.version().request.draft.ways(), basis),
        pack: pack(key, basis.pack.to_string(), basis.compiled.to_string()),
    }
}

impl LawView {
    /// The answer to a question that no request asks yet: what carries it, and what binds but does not.
    pub(in crate::pages) fn of(reader: &Reader<'_>, basis: &Basis) -> Self {
        let why = basis.obligation.reason;
        let (carry, others): (Vec<_>, Vec<_>) = basis.candidates.iter().partition(|c| c.carries());
        let views = |candidates: Vec<&Candidate>| -> Vec<InstrumentView> {
            candidates.into_iter().map(|candidate| instrument(reader, basis, candidate)).collect()
        };
        let pack = [("pack", basis.pack.to_string()), ("compiled", basis.compiled.to_string())];
        let pack: Vec<_> = pack.iter().map(|(name, value)| (*name, value.as_str())).collect();
        Self {
            answer: reason(reader, why),
            warns: why != Reason::InstrumentObliges,
            recorded_only: false,
            cited: views(carry),
            others: views(others),
            dual: dual(reader, basis),
            ways: ways(reader, std::iter::empty(), basis),
            pack: reader.words.shown("node-law-pack", &pack),
        }
    }
}

/// Whether the act is an offence in both States, element by element.
fn dual(reader: &Reader<'_>, basis: &Basis) -> Option<DualView> {
    let sheet = &basis.dual;
    if sheet.offences.is_empty() {
        return None;
    }
    let answers = sheet
        .offences
        .iter()
        .map(|offence| Shown::Row(vec![english(reader, &offence.label), reason(reader, offence.reason)]));
    let coercion = reader.word(&format!("law-coercion-{}", sheet.coercion.code()));
    let mut facts = vec![
        reader.fact("node-law-dual-answer", Shown::List(answers.collect())),
        reader.fact("node-law-coercion", coercion),
    ];
    let grounds = sheet.demanded_by.iter().map(Sourced::value).map(|demand| {
        let named: Vec<String> = demand.articles.iter().map(|article| article.article.clone()).collect();
        let mut line = vec![name_of(reader, basis, &demand.instrument)];
        line.extend((!named.is_empty()).then(|| articles(reader, &named)));
        let clause = demand.non_coercive_clause.iter();
        line.extend(clause.map(|clause| reader.words.shown("node-law-non-coercive", &[("clause", clause)])));
        Shown::Row(line)
    });
    let grounds: Vec<_> = grounds.collect();
    if !grounds.is_empty() {
        facts.push(reader.fact("node-law-dual-grounds", Shown::List(grounds)));
    }
    if !sheet.without_coercion.is_empty() {
        let milder = sheet.without_coercion.iter().map(|measure| english(reader, &measure.label)).collect();
        facts.push(reader.fact("node-law-milder", Shown::List(milder)));
    }
    let rows = sheet.offences.iter().flat_map(|offence| {
        let provision = |list: &[Sourced<DomesticOffence>], id: &str| {
            let found = list.iter().map(Sourced::value).find(|o| o.offence == id);
            found.map_or_else(|| Shown::ltr(id), |o| english(reader, &o.provision))
        };
        offence.comparisons.iter().map(move |comparison| {
            let pair = comparison.value();
            let element = |element: &Element| {
                let key = match (element.here, element.there) {
                    (true, true) => "node-law-element-both",
                    (true, false) => "node-law-element-here",
                    (false, _) => "node-law-element-there",
                };
                let word = reader.word(&format!("law-element-{}", element.element.code()));
                Shown::Row(vec![reader.word(key), word])
            };
            vec![
                provision(&offence.here, &pair.here),
                provision(&offence.there, &pair.there),
                Shown::List(pair.elements.iter().map(element).collect()),
                reason(reader, pair.reason),
                sources(reader, comparison.rests_on()),
            ]
        })
    });
    let columns = [
        "node-law-column-here",
        "node-law-column-there",
        "law-column-elements",
        "node-law-column-answer",
        "law-column-source",
    ];
    Some(DualView { facts, table: Table::new(reader.words, "node-law-dual-table", &columns, rows.collect()) })
}

fn instrument(reader: &Reader<'_>, basis: &Basis, candidate: &Candidate) -> InstrumentView {
    let fact = |key, value| reader.fact(key, value);
    let provision = candidate.provision.value();
    let articles: Vec<String> = provision.articles.iter().map(|article| article.article.clone()).collect();
    let mut facts = vec![];
    if candidate.official_name != "unknown" {
        facts.push(fact("node-request-official-name", english(reader, &candidate.official_name)));
    }
    facts.push(provides(reader, provision.reason, &articles));
    facts.push(fact("node-request-binds", binding(reader, candidate)));
    if let Some(yielding) = &candidate.yields {
        facts.push(fact("node-request-yields", yields(reader, basis, yielding.value())));
    }
    if let Some(replaced) = &candidate.replaced {
        let replaced = replaced.value();
        let mut by = vec![name_of(reader, basis, &replaced.by)];
        by.extend((replaced.clause != "unknown").then(|| Shown::said(&replaced.clause)));
        let by = Shown::Row(by);
        facts.push(fact("node-request-replaced", Shown::pair(reason(reader, replaced.reason), by)));
    }
    let opening = candidate.opening.reasons.iter().copied();
    let mut opening: Vec<_> = opening.chain(candidate.opening.offences.iter().map(|o| o.reason)).collect();
    opening.dedup();
    if !opening.is_empty() {
        let opening = opening.into_iter().map(|why| reason(reader, why)).collect();
        facts.push(fact("node-request-opens", Shown::List(opening)));
    }
    if let Some(addressee) = candidate.addressees.first() {
        let name = match addressee.value().name_en.as_str() {
            "unknown" => reader.word("node-request-addressee-unknown"),
            name => english(reader, name),
        };
        facts.push(fact(
            "node-request-addressee",
            Shown::pair(name, reason(reader, addressee.value().reason)),
        ));
    }
    facts.push(fact("node-request-sources", sources(reader, rests_on(candidate))));
    InstrumentView { name: english(reader, candidate.short_name.value()), facts }
}

/// What an instrument does for the measure, with the articles to cite.
fn provides(reader: &Reader<'_>, why: Reason, articles: &[String]) -> Fact {
    let why = reason(reader, why);
    let value = if articles.is_empty() { why } else { Shown::pair(why, self::articles(reader, articles)) };
    reader.fact("node-request-provides", value)
}

pub(super) fn articles(reader: &Reader<'_>, articles: &[String]) -> Shown {
    reader.words.shown("node-request-articles", &[("articles", &articles.join(", "))])
}

/// Whether an instrument binds both states, and why.
fn binding(reader: &Reader<'_>, candidate: &Candidate) -> Shown {
    let binds = reader.word(&format!("law-binds-{}", candidate.binding.binds.code()));
    let mut lines = vec![Shown::Row(vec![binds, reason(reader, candidate.binding.in_force.value().reason)])];
    for side in &candidate.binding.sides {
        for why in &side.reasons {
            let state = Shown::Words(country_name(reader, side.state));
            lines.push(Shown::Row(vec![state, reason(reader, *why)]));
        }
        lines.extend(side.declarations.iter().map(|declared| english(reader, declared.value())));
    }
    Shown::List(lines)
}

fn yields(reader: &Reader<'_>, basis: &Basis, yielding: &Yielding) -> Shown {
    let key = match yielding.yields {
        Binds::Yes => "node-request-yields-yes",
        Binds::Unclear => "node-request-yields-unclear",
        Binds::No => "node-request-yields-no",
    };
    let values = [("clause", yielding.clause.as_str()), ("paragraphs", yielding.paragraphs.as_str())];
    let words = reader.words.shown(key, &values);
    if yielding.to.is_empty() {
        return words;
    }
    Shown::pair(words, Shown::Row(yielding.to.iter().map(|id| name_of(reader, basis, id)).collect()))
}

/// What can be asked where nothing obliges, or besides: the ways that the request names first.
fn ways<'w>(
    reader: &Reader<'_>,
    chosen: impl Iterator<Item = &'w WayChosen>,
    basis: &Basis,
) -> Option<Table> {
    let chosen: Vec<_> = chosen.collect();
    if !basis.obligation.is_none() && chosen.is_empty() {
        return None;
    }
    let is_chosen = |way: &Remaining| chosen.iter().any(|c| c.way == way.way.code() && c.id == way.id);
    let mut remains: Vec<&Sourced<Remaining>> = basis.remains.iter().collect();
    remains.sort_by_key(|remaining| !is_chosen(remaining.value()));
    let rows = remains.into_iter().map(|remaining| {
        let way = remaining.value();
        let mut what = vec![reader.word(&format!("law-way-{}", way.way.code()))];
        what.extend((!way.name.is_empty()).then(|| english(reader, &way.name)));
        what.extend((!way.provisions.is_empty()).then(|| Shown::said(&way.provisions.join("; "))));
        vec![
            Shown::Row(what),
            reader.yes_no(is_chosen(way)),
            Shown::List(way.reasons.iter().map(|why| reason(reader, *why)).collect()),
            sources(reader, remaining.rests_on()),
        ]
    });
    let columns = ["request-twin-way", "node-column-chosen", "node-column-worth", "node-column-source"];
    let caption = if basis.obligation.is_none() { "node-request-ways" } else { "node-request-ways-besides" };
    Some(Table::new(reader.words, caption, &columns, rows.collect()))
}

/// What the answer about an instrument rests on.
fn rests_on(candidate: &Candidate) -> impl Iterator<Item = &Provenance> {
    let sides = candidate.binding.sides.iter().flat_map(|side| &side.rests_on);
    let yields = candidate.yields.iter().flat_map(Sourced::rests_on);
    let own = candidate.short_name.rests_on().iter().chain(candidate.provision.rests_on());
    own.chain(candidate.contents.rests_on()).chain(sides).chain(yields)
}

/// Sources, each once with its date and confidence.
pub(super) fn sources<'p>(reader: &Reader<'_>, rests_on: impl IntoIterator<Item = &'p Provenance>) -> Shown {
    let mut seen: Vec<(&str, PackDate, Confidence, Option<&str>)> = vec![];
    for provenance in rests_on {
        let Provenance { source_title, as_of, confidence, row, .. } = provenance;
        // One source may bear one fact out and not another: of what it does not, the row of the pack is named.
        let row = (*confidence == Confidence::Unverified).then_some(row.row.as_str());
        let source = (source_title.as_str(), *as_of, *confidence, row);
        if !seen.contains(&source) {
            seen.push(source);
        }
    }
    if seen.is_empty() {
        return reader.word("node-request-no-source");
    }
    let sources = seen.into_iter().map(|(title, as_of, confidence, row)| {
        let date = match as_of {
            PackDate::Unknown => reader.word("node-request-date-unknown"),
            as_of => Shown::Time(as_of.to_string()),
        };
        let mut beside = vec![date, reader.word(confidence_key(confidence))];
        beside.extend(row.map(Shown::ltr));
        Shown::pair(english(reader, title), Shown::Row(beside))
    });
    Shown::List(sources.collect())
}

pub(in crate::pages) fn confidence_key(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Verified => "law-confidence-verified",
        Confidence::Unverified => "law-confidence-unverified",
    }
}

pub(super) fn reason(reader: &Reader<'_>, reason: Reason) -> Shown {
    reader.word(&format!("law-reason-{}", reason.code()))
}

/// The usual name of an instrument; of one that does not come into question, its id.
pub(super) fn name_of(reader: &Reader<'_>, basis: &Basis, id: &str) -> Shown {
    match basis.candidate(id) {
        Some(candidate) => english(reader, candidate.short_name.value()),
        None => Shown::ltr(id),
    }
}
