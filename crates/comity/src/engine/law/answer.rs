//! The answer on what basis help can be asked, at a terminal.

use comity_law::{
    ArticleUse, Basis, Binds, Candidate, Comparison, Confidence, DualCriminality, Law, PackDate, Provenance,
    ProvisionKind, Reason, Remaining, Sourced,
};

use crate::out::{Out, plain};

pub fn show(out: &Out, law: &Law, basis: &Basis) {
    out.line(&reason(out, basis.obligation.reason));
    let (carry, others): (Vec<_>, Vec<_>) =
        basis.candidates.iter().partition(|candidate| candidate.carries());
    for candidate in carry {
        show_candidate(out, law, candidate);
    }
    if !others.is_empty() {
        out.line("");
        out.say("comity-law-not-carrying", &[]);
    }
    for candidate in others {
        out.line(&format!("  {}", candidate.short_name.value()));
        for why in why_not(candidate) {
            out.line(&format!("    {}", reason(out, why)));
        }
    }
    requested(out, basis);
    dual(out, law, basis);
    if !basis.remains.is_empty() {
        out.line("");
        out.say("comity-law-remains", &[]);
    }
    basis.remains.iter().for_each(|remaining| way(out, remaining));
    out.line("");
    out.say(
        "comity-law-advice",
        &[("pack", &basis.pack.to_string()), ("compiled", &basis.compiled.to_string())],
    );
}

fn why_not(candidate: &Candidate) -> Vec<Reason> {
    let replaced = candidate.replaced.iter().filter(|_| candidate.is_replaced()).map(|r| r.value().reason);
    let closed = candidate.opening.offences.iter().filter(|_| candidate.opening.opens == Binds::No);
    let provision = candidate.provision.value();
    let lacks = (provision.kind == ProvisionKind::NotProvided).then_some(provision.reason);
    let mut reasons: Vec<_> = replaced.chain(closed.map(|offence| offence.reason)).chain(lacks).collect();
    reasons.dedup();
    reasons
}

fn show_candidate(out: &Out, law: &Law, candidate: &Candidate) {
    let say = |key: &str, value: &str| out.say(key, &[("value", value)]);
    out.line(&format!("\n{}", candidate.short_name.value()));
    let provision = candidate.provision.value();
    out.line(&format!("  {} {}", reason(out, provision.reason), articles(&provision.articles)));
    let force = std::iter::once(reason(out, candidate.binding.in_force.value().reason));
    let sides = candidate
        .binding
        .sides
        .iter()
        .flat_map(|side| side.reasons.iter().map(|why| format!("{}: {}", side.state, reason(out, *why))));
    say("comity-law-binds", &binds(out, candidate.binding.binds));
    force.chain(sides).for_each(|line| out.line(&format!("    {line}")));
    for declared in candidate.binding.sides.iter().filter_map(|side| side.declarations.as_ref()) {
        out.line(&format!("    {}", declared.value()));
    }
    say("comity-law-opens", &binds(out, candidate.opening.opens));
    candidate.opening.reasons.iter().for_each(|why| out.line(&format!("    {}", reason(out, *why))));
    for offence in &candidate.opening.offences {
        out.line(&format!("    {}: {}", offence.offence.category, reason(out, offence.reason)));
        for penalty in &offence.penalties {
            let penalty = penalty.value();
            let terms = [penalty.max, penalty.max_aggravated].into_iter().flatten();
            let terms = terms.map(|term| term.to_string()).collect::<Vec<_>>().join(" / ");
            if !terms.is_empty() {
                out.say("comity-law-penalty", &[("provision", &penalty.provision), ("years", &terms)]);
            }
        }
    }
    if let Some(replaced) = &candidate.replaced {
        let by = &replaced.value().by;
        let by = law.instrument(by).map_or(by.as_str(), |row| &row.data.short_name);
        out.line(&format!("  {} {by}", reason(out, replaced.value().reason)));
    }
    if let Some(yielding) = candidate.yields.as_ref().map(Sourced::value).filter(|y| y.yields != Binds::No) {
        let to = yielding.to.iter().map(|id| name(law, id)).collect::<Vec<_>>().join(", ");
        out.say(
            "comity-law-yields",
            &[("paragraphs", &yielding.paragraphs), ("clause", &yielding.clause), ("to", &to)],
        );
    }
    if let Some(addressee) = candidate.addressees.first() {
        say("comity-law-addressee", &addressee.value().name_en);
        out.line(&format!("    {}", reason(out, addressee.value().reason)));
        sources(out, addressee.rests_on());
    }
    if let Some(days) = &candidate.preservation_min_days {
        say("comity-law-kept", &days.value().to_string());
    }
    if let Some(days) = &candidate.safe_conduct_days {
        say("comity-law-safe-conduct", &days.value().to_string());
    }
    contents(out, candidate);
    let grounds = candidate.refusal_grounds.value();
    if !grounds.is_empty() {
        say("comity-law-grounds", "");
        for ground in grounds {
            out.line(&format!("    {}", ground.label));
        }
    }
    let sides = candidate.binding.sides.iter().flat_map(|side| &side.rests_on);
    let own = candidate.short_name.rests_on().iter().chain(candidate.provision.rests_on());
    sources(out, own.chain(candidate.binding.in_force.rests_on()).chain(sides));
}

fn contents(out: &Out, candidate: &Candidate) {
    let demands = candidate.contents.value();
    if !demands.is_empty() {
        out.say("comity-law-contents", &[]);
    }
    for demand in demands {
        let articles = articles(&demand.articles);
        let articles = if articles.is_empty() { articles } else { format!(" ({articles})") };
        let strength = match demand.strength {
            comity_law::Strength::Required => "law-strength-required",
            comity_law::Strength::RequiredInPractice => "law-strength-required-in-practice",
            comity_law::Strength::Optional => "law-strength-optional",
        };
        out.line(&format!("    {}{articles}: {}", demand.label, plain(&out.message(strength, &[]))));
    }
}

/// How the requested State takes requests.
fn requested(out: &Out, basis: &Basis) {
    let requested = &basis.requested;
    out.line("");
    out.say(
        "comity-law-language",
        &[("state", basis.question.to.as_str()), ("language", requested.request_language.value())],
    );
    sources(out, requested.request_language.rests_on());
    for law in &requested.domestic_law {
        let sheet = law.value();
        let periods = sheet.periods_days.iter().map(|(what, days)| format!("{what}: {days}"));
        let periods: Vec<_> = periods.collect();
        if !periods.is_empty() {
            out.say("comity-law-periods", &[("law", &sheet.law), ("periods", &periods.join(", "))]);
            sources(out, law.rests_on());
        }
    }
}

/// Dual criminality, and what can be asked without coercion.
fn dual(out: &Out, law: &Law, basis: &Basis) {
    let sheet = &basis.dual;
    if sheet.offences.is_empty() {
        return;
    }
    out.line("");
    out.say("comity-law-dual", &[]);
    out.line(&format!("  {}", plain(&out.message(&format!("law-coercion-{}", sheet.coercion.code()), &[]))));
    sheet.offences.iter().for_each(|offence| category(out, offence));
    for demand in &sheet.demanded_by {
        let value = demand.value();
        out.say(
            "comity-law-dual-ground",
            &[("name", &name(law, &value.instrument)), ("articles", &articles(&value.articles))],
        );
        if let Some(clause) = &value.non_coercive_clause {
            out.say("comity-law-non-coercive", &[("clause", clause)]);
        }
    }
    if !sheet.without_coercion.is_empty() {
        let milder = sheet.without_coercion.iter().map(|m| format!("{} ({})", m.label, m.measure));
        out.say("comity-law-milder", &[("measures", &milder.collect::<Vec<_>>().join(", "))]);
    }
}

fn category(out: &Out, dual: &DualCriminality) {
    out.line(&format!("  {}: {}", dual.label, reason(out, dual.reason)));
    for comparison in &dual.comparisons {
        let Comparison { here, there, elements, reason: why, .. } = comparison.value();
        let of = |list: &[Sourced<comity_law::DomesticOffence>], id: &str| {
            list.iter().find(|o| o.value().offence == id).map(|o| o.value().provision.clone())
        };
        let (Some(here), Some(there)) = (of(&dual.here, here), of(&dual.there, there)) else { continue };
        out.say("comity-law-compared", &[("here", &here), ("there", &there)]);
        out.line(&format!("      {}", reason(out, *why)));
        for element in elements {
            let word = plain(&out.message(&format!("law-element-{}", element.element.code()), &[]));
            let key = match (element.here, element.there) {
                (true, true) => "comity-law-element-both",
                (true, false) => "comity-law-element-here",
                (false, _) => "comity-law-element-there",
            };
            out.say(key, &[("element", &word)]);
        }
        sources(out, comparison.rests_on());
    }
}

fn way(out: &Out, remaining: &Sourced<Remaining>) {
    let way = remaining.value();
    let word = plain(&out.message(&format!("law-way-{}", way.way.code()), &[]));
    out.line(format!("  {word}: {} {}", way.name, way.provisions.join(", ")).trim_end());
    way.reasons.iter().for_each(|why| out.line(&format!("      {}", reason(out, *why))));
    sources(out, remaining.rests_on());
}

fn name(law: &Law, instrument: &str) -> String {
    law.instrument(instrument).map_or_else(|| instrument.to_owned(), |row| row.data.short_name.clone())
}

fn reason(out: &Out, reason: Reason) -> String {
    plain(&out.message(&format!("law-reason-{}", reason.code()), &[]))
}

fn binds(out: &Out, binds: Binds) -> String {
    plain(&out.message(&format!("law-binds-{}", binds.code()), &[]))
}

/// Articles as one cites them; those in brackets yield to another treaty in force between the two states.
fn articles(articles: &[ArticleUse]) -> String {
    let one = |use_: &ArticleUse| {
        if use_.in_yielding_range { format!("[{}]", use_.article) } else { use_.article.clone() }
    };
    articles.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Every fact is shown with its source, the date of the source and the confidence; each source once.
pub fn sources<'p>(out: &Out, rests_on: impl IntoIterator<Item = &'p Provenance>) {
    let mut seen: Vec<(&str, PackDate, Confidence)> = vec![];
    for source in rests_on {
        let one = (source.source_title.as_str(), source.as_of, source.confidence);
        if seen.contains(&one) {
            continue;
        }
        seen.push(one);
        out.say(
            "comity-law-source",
            &[
                ("title", &source.source_title),
                ("as_of", &source.as_of.to_string()),
                ("confidence", &confidence(out, source.confidence)),
            ],
        );
    }
}

/// How sure a fact is, in words.
pub fn confidence(out: &Out, confidence: Confidence) -> String {
    out.message(&format!("comity-confidence-{}", confidence.code()), &[])
}
