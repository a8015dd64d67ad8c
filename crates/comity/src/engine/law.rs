//! `comity law`: on what basis one state can ask another for help, and what the law of states says beside it, from the
//! facts of the law pack.

use std::process::ExitCode;

use comity_adapters::world::SystemClock;
use comity_casework::law_sheet;
use comity_document::{RequestDocument, Template, Twin, render};
use comity_law::{Day, Law, Question, Term};
use comity_messages::Catalogues;
use comity_record::Clock as _;
use serde::Serialize;
use serde_json::json;

use super::form;
use crate::cli::LawCommand;
use crate::cli::law::{Between, OtherPack, Printed};
use crate::out::{Failure, Out};
use crate::{outside, report};

mod answer;
pub mod sheet;

pub use answer::confidence;

pub fn run(out: &Out, command: LawCommand) -> Result<ExitCode, Failure> {
    match command {
        LawCommand::Basis { between, measure, offences, pack } => {
            let law = load(&pack)?;
            let Between { from, to, .. } = between;
            let question = Question { from, to, on: day(&between), measure, offences };
            let basis = law.basis(&question).map_err(Failure::of)?;
            out.answer(&basis, |out| answer::show(out, &law, &basis));
        }
        LawCommand::Offences { state, category, pack } => offences(out, &load(&pack)?, state, category)?,
        LawCommand::Authorities { state, role, pack } => {
            authorities(out, &load(&pack)?, state, role.as_deref())?;
        }
        LawCommand::Compare { states, offences, print, pack } => {
            let table = load(&pack)?.compare(&states, &offences).map_err(Failure::of)?;
            show(out, &table, &law_sheet::side_by_side(&table), &print)?;
        }
        LawCommand::Gaps { state, against, print, pack } => {
            let gaps = load(&pack)?.gaps(state, &against).map_err(Failure::of)?;
            show(out, &gaps, &law_sheet::gaps(&gaps), &print)?;
        }
        LawCommand::ToVerify { between, print, pack } => {
            let law = load(&pack)?;
            let (from, to, on) = (between.from, between.to, day(&between));
            let items = law.to_verify(from, to, on).map_err(Failure::of)?;
            let sheet = law_sheet::work_list(&law, (from, to, on), &items);
            show(out, &items, &sheet, &print)?;
        }
        LawCommand::Instruments { pack } => {
            for row in load(&pack)?.instruments() {
                let instrument = &row.data;
                let answer = json!({ "instrument": instrument.id, "name": instrument.short_name });
                out.answer(&answer, |out| {
                    out.line(&format!("{}  {}", instrument.id, instrument.short_name));
                });
            }
        }
        LawCommand::Categories { pack } => {
            for row in load(&pack)?.categories() {
                let category = &row.data;
                let answer = json!({ "category": category.id, "label": category.label });
                out.answer(&answer, |out| out.line(&format!("{}  {}", category.id, category.label)));
            }
        }
        LawCommand::Measures { pack } => {
            for row in load(&pack)?.measures() {
                let measure = &row.data;
                let answer = json!({ "measure": measure.id, "label": measure.label });
                out.answer(&answer, |out| out.line(&format!("{}  {}", measure.id, measure.label)));
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn load(pack: &OtherPack) -> Result<Law, Failure> {
    Law::from_pack(&form::pack(pack.pack.as_deref(), "law")?).map_err(Failure::of)
}

fn day(between: &Between) -> Day {
    between.on.unwrap_or_else(|| SystemClock.today())
}

fn offences(
    out: &Out,
    law: &Law,
    state: comity_record::Country,
    category: Option<String>,
) -> Result<(), Failure> {
    let categories: Vec<String> = category.into_iter().collect();
    let table = law.compare(&[state], &categories).map_err(Failure::of)?;
    for row in &table.rows {
        for seen in row.cells.iter().flat_map(|cell| &cell.provisions) {
            let (offence, penalty) = (seen.offence.value(), seen.penalty.value());
            out.answer(seen, |out| {
                let years = |term: Option<Term>| term.map_or_else(|| "?".to_owned(), |term| term.to_string());
                let aggravated = match penalty.max_aggravated {
                    Some(term) => format!(" / {term}"),
                    None => String::new(),
                };
                let liability = format!("law-liability-{}", offence.liability.code());
                out.say(
                    "comity-law-offence",
                    &[
                        ("id", &offence.offence),
                        ("provision", &offence.provision),
                        ("title", &offence.title),
                        ("liability", &out.message(&liability, &[])),
                        ("years", &format!("{}{aggravated}", years(penalty.max))),
                    ],
                );
                let rests_on = seen.offence.rests_on().iter().chain(seen.penalty.rests_on());
                answer::sources(out, rests_on);
            });
        }
    }
    Ok(())
}

fn authorities(
    out: &Out,
    law: &Law,
    state: comity_record::Country,
    role: Option<&str>,
) -> Result<(), Failure> {
    for authority in law.institutions(state, role).map_err(Failure::of)? {
        let row = authority.value();
        out.answer(&authority, |out| {
            let values = [
                ("id", row.id.as_str()),
                ("name", row.name_en.as_str()),
                ("local", row.name_local.as_str()),
                ("roles", &row.roles.join(", ")),
                ("instruments", &row.instruments.join(", ")),
            ];
            out.say("comity-law-authority", &values);
            if !row.instruments.is_empty() {
                out.say("comity-law-authority-for", &values);
            }
            answer::sources(out, authority.rests_on());
        });
    }
    Ok(())
}

/// Shows an answer that is a table, and prints it where a file was named.
fn show<T: Serialize>(
    out: &Out,
    answer: &T,
    document: &RequestDocument,
    print: &Printed,
) -> Result<(), Failure> {
    out.answer(answer, |out| sheet::show(out, document));
    let Some(to) = &print.pdf else { return Ok(()) };
    let english = || vec!["en".parse().expect("a tag of the standard")];
    let languages = if print.languages.is_empty() { english() } else { print.languages.clone() };
    let json = serde_json::to_vec_pretty(answer).expect("answers are plain data");
    let twin = Twin { json, signature: None };
    let pdf = render(&Template::law_sheet(), document, &twin, &languages, &Catalogues::embedded());
    let pdf = pdf.map_err(Failure::of)?;
    outside::write(to, &pdf.bytes)?;
    report::printed(out, to, Some((pdf.pages, pdf.untranslated)), pdf.twin_sha256);
    Ok(())
}
