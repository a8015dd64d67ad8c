//! `comity law`: on what basis one state can ask another for help, from the facts of the law pack.

use std::process::ExitCode;

use comity_adapters::world::SystemClock;
use comity_law::{ArticleUse, Basis, Candidate, Confidence, Law, OffenceAsked, Question, Sourced};
use comity_record::Clock as _;
use serde_json::json;

use crate::cli::LawCommand;
use crate::out::{Failure, Out, plain};
use crate::packs;

pub fn run(out: &Out, command: LawCommand) -> Result<ExitCode, Failure> {
    match command {
        LawCommand::Basis { from, to, measure, on, offences, pack } => {
            let law = load(pack.as_deref())?;
            let on = on.unwrap_or_else(|| SystemClock.today());
            let offences = offences
                .into_iter()
                .map(|category| OffenceAsked {
                    category,
                    offence: None,
                    max_penalty: None,
                    treaty_articles: vec![],
                })
                .collect();
            let basis = law.basis(&Question { from, to, on, measure, offences }).map_err(Failure::of)?;
            out.answer(&basis, |out| show(out, &basis));
        }
        LawCommand::Measures { pack } => {
            for row in load(pack.as_deref())?.measures() {
                let measure = &row.data;
                out.answer(&json!({ "measure": measure.id }), |out| out.line(&measure.id));
            }
        }
        LawCommand::Categories { pack } => {
            for row in load(pack.as_deref())?.categories() {
                let category = &row.data;
                let answer = json!({ "category": category.id, "label": category.label });
                out.answer(&answer, |out| out.line(&format!("{}  {}", category.id, category.label)));
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn load(pack: Option<&std::path::Path>) -> Result<Law, Failure> {
    let pack = match pack {
        Some(folder) => packs::read(folder)?,
        None => packs::built_in()?
            .into_iter()
            .find(|pack| pack.manifest().name.as_str() == "law")
            .ok_or_else(|| Failure::new("comity-pack-unknown", vec![("name", "law".to_owned())]))?,
    };
    Law::from_pack(&pack).map_err(Failure::of)
}

fn show(out: &Out, basis: &Basis) {
    let reason = |code: &str| out.message(&format!("law-reason-{code}"), &[]);
    out.line(&plain(&reason(basis.obligation.reason.code())));
    for candidate in &basis.candidates {
        show_candidate(out, candidate);
    }
    if !basis.remains.is_empty() {
        out.say("comity-law-remains", &[]);
    }
    for remaining in &basis.remains {
        let way = out.message(&format!("law-way-{}", remaining.value().way.code()), &[]);
        let provisions = remaining.value().provisions.join(", ");
        out.line(&format!("  {}: {} {provisions}", plain(&way), remaining.value().name));
        for code in &remaining.value().reasons {
            out.line(&format!("      {}", plain(&reason(code.code()))));
        }
        sources(out, remaining);
    }
    out.say(
        "comity-law-advice",
        &[("pack", &basis.pack.to_string()), ("compiled", &basis.compiled.to_string())],
    );
}

fn show_candidate(out: &Out, candidate: &Candidate) {
    let reason = |code: &str| plain(&out.message(&format!("law-reason-{code}"), &[]));
    out.line(&format!("\n{}", candidate.short_name.value()));
    let provision = candidate.provision.value();
    out.line(&format!("  {} {}", reason(provision.reason.code()), articles(&provision.articles)));
    sources(out, &candidate.provision);
    if let Some(replaced) = &candidate.replaced {
        out.line(&format!("  {} {}", reason(replaced.value().reason.code()), replaced.value().by));
    }
    let demands = candidate.contents.value();
    if !demands.is_empty() {
        out.say("comity-law-contents", &[]);
        sources(out, &candidate.contents);
    }
    for demand in demands {
        let articles = articles(&demand.articles);
        let articles = if articles.is_empty() { articles } else { format!(" ({articles})") };
        out.line(&format!("    {}{articles}", demand.label));
    }
}

/// Articles as one cites them; those in brackets yield to another treaty in force between the two states.
fn articles(articles: &[ArticleUse]) -> String {
    let one = |use_: &ArticleUse| {
        if use_.in_yielding_range { format!("[{}]", use_.article) } else { use_.article.clone() }
    };
    articles.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Every fact is shown with its source, the date of the source and the confidence.
fn sources<T>(out: &Out, fact: &Sourced<T>) {
    for source in fact.rests_on() {
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

fn confidence(out: &Out, confidence: Confidence) -> String {
    let key = match confidence {
        Confidence::Verified => "comity-confidence-verified",
        Confidence::Unverified => "comity-confidence-unverified",
    };
    out.message(key, &[])
}
