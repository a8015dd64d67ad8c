//! `comity request statistics`: at the terminal, as CSV, on paper.

use std::path::Path;

use comity_casework::law_sheet;
use comity_casework::request::statistics::{Period, document, to_csv};

use super::{law_in_force, today};
use crate::cli::request::StatisticsArguments;
use crate::engine::law::sheet;
use crate::out::{Failure, Out};
use crate::{folder, outside, report};

pub async fn run(out: &Out, arguments: &StatisticsArguments) -> Result<(), Failure> {
    let StatisticsArguments { who, from, to, csv, print } = arguments;
    let (opened, session) = folder::sign_in(out, who).await?;
    let period = Period { from: *from, to: *to };
    let counted = opened.node.request_statistics(&session, period, today()).map_err(Failure::of)?;
    let document = document(&counted, law_in_force(&opened, &session).as_deref());
    match csv {
        Some(to) if to == Path::new("-") => out.print_with(|bytes| bytes.extend(to_csv(&counted))),
        csv => {
            if let Some(to) = csv {
                outside::write(to, &to_csv(&counted))?;
            }
            out.answer(&counted, |out| sheet::show(out, &document));
        }
    }
    let Some(to) = &print.pdf else { return Ok(()) };
    let english = || vec!["en".parse().expect("a tag of the standard")];
    let languages = if print.languages.is_empty() { english() } else { print.languages.clone() };
    let twin = serde_json::to_vec_pretty(&counted).expect("figures are plain data");
    let state = opened.node.state();
    let office = state.office(session.office()).map_err(Failure::of)?;
    let pdf = law_sheet::paper(opened.node.packs(), office, &document, twin, &languages);
    let pdf = pdf.map_err(Failure::of)?;
    outside::write(to, &pdf.bytes)?;
    report::printed(out, to, Some((pdf.pages, pdf.untranslated)), pdf.twin_sha256);
    Ok(())
}
