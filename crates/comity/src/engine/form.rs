//! `comity form`: request forms, drafts and twins in files. No case is needed.

use std::path::Path;
use std::process::ExitCode;

use comity_casework::request::print::{PrintAs, document};
use comity_casework::request::{Identifiers, TwinRecord};
use comity_document::{CopyKind, State, Template, Twin, render};
use comity_law::{Basis, Law};
use comity_messages::Catalogues;
use comity_record::pack::Pack;
use comity_record::{ActTime, Language};
use comity_request::{
    Draft, Form, Forms, MAX_TWIN_BYTES, RequestTwin, RequestVersion, UnverifiedFact, check, plain,
};
use serde_json::json;

use crate::cli::request::{FormCommand, FormPacks};
use crate::out::{Failure, Out};
use crate::outside;
use crate::request::{read, today};
use crate::{packs, report};

/// The reference of a draft that no office keeps yet.
const NO_REFERENCE: &str = "0";

pub fn run(out: &Out, command: FormCommand) -> Result<ExitCode, Failure> {
    match command {
        FormCommand::List { packs } => {
            for form in load(&packs)?.1.iter() {
                report::form(out, form);
            }
        }
        FormCommand::Show { form, packs } => {
            let (_, forms) = load(&packs)?;
            report::fields(out, plain::form(&forms, &form).map_err(Failure::of)?);
        }
        FormCommand::Check { file, packs } => {
            let (law, forms) = load(&packs)?;
            let (form, draft, basis) = draft(&law, &forms, &file)?;
            let report = check(form, &draft, &basis, &Identifiers::of(&forms));
            let sound = report.errors.is_empty() && report.blocking().next().is_none();
            out.answer(&json!({ "draft": draft, "report": report }), |out| {
                report::checked(out, form, &draft, &basis, &report, &report::Typist { set: None });
            });
            return Ok(if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
        FormCommand::Print { file, reference, languages, out: to, packs } => {
            let (law, forms) = load(&packs)?;
            let (form, draft, basis) = draft(&law, &forms, &file)?;
            let facts = check(form, &draft, &basis, &Identifiers::of(&forms)).to_confirm;
            print(out, (form, &basis), draft, (reference.as_deref(), &facts), &languages, &to)?;
        }
        FormCommand::Twin { file, signature, sender_key } => {
            let most = MAX_TWIN_BYTES as u64 + 1;
            let bytes = read(&file, most)?;
            let twin = RequestTwin::from_bytes(&bytes).map_err(Failure::of)?;
            let record = match signature.zip(sender_key) {
                Some((path, key)) => {
                    let record = TwinRecord::verify(&read(&path, most)?, &key, &bytes);
                    Some(record.map_err(Failure::of)?)
                }
                None => None,
            };
            let answer = json!({ "digest": twin.digest, "request": twin.request, "signed": record });
            out.answer(&answer, |out| {
                let question = &twin.request.draft.question;
                out.say(
                    "comity-form-twin",
                    &[
                        ("reference", &twin.request.reference),
                        ("from", question.from.as_str()),
                        ("to", question.to.as_str()),
                        ("digest", &twin.digest.to_string()),
                    ],
                );
                match &record {
                    Some(record) => out.say(
                        "comity-form-twin-signed",
                        &[("authority", &record.authority), ("number", &record.register_number)],
                    ),
                    None => out.say("comity-request-unsigned", &[]),
                }
            });
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn draft<'f>(law: &Law, forms: &'f Forms, file: &Path) -> Result<(&'f Form, Draft, Basis), Failure> {
    let draft = plain::read_draft(forms, &report::text(file)?, today()).map_err(Failure::of)?;
    let form = plain::form(forms, &draft.form).map_err(Failure::of)?;
    let basis = law.basis(&draft.question).map_err(Failure::of)?;
    Ok((form, draft, basis))
}

fn print(
    out: &Out,
    (form, basis): (&Form, &Basis),
    draft: Draft,
    (reference, open): (Option<&str>, &[UnverifiedFact]),
    languages: &[Language],
    to: &Path,
) -> Result<(), Failure> {
    // The same draft gives the same paper: it bears the day that the draft names, not the hour of the print.
    let act: ActTime = format!("{}T00:00:00+00:00[UTC]", draft.question.on).parse().map_err(Failure::of)?;
    let languages: Vec<Language> = if languages.is_empty() {
        std::iter::once(&draft.language).chain(&draft.translation).cloned().collect()
    } else {
        languages.to_vec()
    };
    let version = RequestVersion::freeze(form, reference.unwrap_or(NO_REFERENCE), 1, None, draft, basis);
    let print =
        PrintAs { state: State::Draft, copy: CopyKind::Original, act: &act, register_number: None, open };
    let document = document(&version, &print).map_err(Failure::of)?;
    let twin = RequestTwin::of(version).and_then(|twin| twin.to_bytes()).map_err(Failure::of)?;
    let twin = Twin { json: twin, signature: None };
    let pdf = render(&Template::request(), &document, &twin, &languages, &Catalogues::embedded());
    let pdf = pdf.map_err(Failure::of)?;
    outside::write(to, &pdf.bytes)?;
    report::printed(out, to, Some((pdf.pages, pdf.untranslated)), pdf.twin_sha256);
    Ok(())
}

fn load(others: &FormPacks) -> Result<(Law, Forms), Failure> {
    let law = Law::from_pack(&pack(others.law.as_deref(), "law")?).map_err(Failure::of)?;
    let forms = Forms::from_pack(&pack(others.forms.as_deref(), "forms")?, &law).map_err(Failure::of)?;
    Ok((law, forms))
}

/// The pack in a folder, or the one of that name that the program carries.
pub(super) fn pack(folder: Option<&Path>, name: &str) -> Result<Pack, Failure> {
    match folder {
        Some(folder) => packs::read(folder),
        None => packs::built_in()?
            .into_iter()
            .find(|pack| pack.manifest().name.as_str() == name)
            .ok_or_else(|| Failure::new("comity-pack-unknown", vec![("name", name.to_owned())])),
    }
}
