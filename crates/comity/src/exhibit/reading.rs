//! What is read of an exhibit after it came in, each time on record: it is compared with what came in, and files are written
//! out of the vault.

use std::io;

use comity_casework::exhibit::{Exhibit, Purpose, Verified, label};
use comity_evidence::seal::SealedFile;
use comity_evidence::{Intake, Limits, VaultError, Verdict};
use serde_json::{Value, json};

use crate::cli::{CheckExhibit, ExhibitFile, OfExhibit};
use crate::folder;
use crate::out::{self, Failure, Out, clean, plain, shown};
use crate::outside::Outside;

/// Reads an exhibit again, and records what came of it. Gives whether it is what came in.
pub async fn check(out: &Out, words: CheckExhibit) -> Result<bool, Failure> {
    let OfExhibit { who, case, exhibit } = words.exhibit;
    let (opened, session) = folder::sign_in(out, &who).await?;
    let exhibit = opened.node.exhibit(&session, case, exhibit).await.map_err(Failure::of)?;
    let (verified, taken) = {
        let bar = out.progress_of_bytes(exhibit.received.as_ref().map_or(0, |of| of.holds.bytes()));
        let mut watch = bar.watch();
        let mut intake = Intake::watched(Limits::default(), &mut watch);
        let checked = opened.node.check_exhibit(&session, case, &exhibit, words.reason, &mut intake).await;
        checked.map_err(Failure::of)?
    };
    let (pass, damaged) = match &verified {
        Verified::Files { damaged, .. } => (damaged.is_empty(), damaged.clone()),
        Verified::InPlace(report) => {
            let findings = report.findings.iter().map(|finding| out.advice(finding).what).collect();
            (report.verdict() == Verdict::Pass, findings)
        }
    };
    out.answer(&json!({ "pass": pass, "damaged": damaged, "entry": taken.entry }), |out| {
        let of_vault = matches!(verified, Verified::Files { .. });
        for path in &damaged {
            let path = clean(&out::file_name(path));
            if of_vault {
                out.say("comity-exhibit-file-damaged", &[("file", &path)]);
            } else {
                out.line(&path);
            }
        }
        match (pass, of_vault) {
            (true, _) => out.say("comity-verdict-pass", &[]),
            (false, true) => out.say("comity-exhibit-check-damaged", &[("exhibit", &label(exhibit.number))]),
            (false, false) => out.say("comity-verdict-fail", &[]),
        }
        out.say("comity-exhibit-check-recorded", &[("entry", &taken.entry.to_string())]);
    });
    Ok(pass)
}

/// Writes a file of an exhibit out of the vault, and records that.
pub async fn file(out: &Out, words: ExhibitFile) -> Result<(), Failure> {
    let ExhibitFile { exhibit: OfExhibit { who, case, exhibit }, file, out: path, reason, authority } = words;
    let (opened, session) = folder::sign_in(out, &who).await?;
    let exhibit = opened.node.exhibit(&session, case, exhibit).await.map_err(Failure::of)?;
    let seal = opened.node.manifest(&session, case, &exhibit).await.map_err(Failure::of)?;
    let file = named(&seal.files, &file).ok_or_else(|| {
        let args = vec![("file", file.clone()), ("exhibit", label(exhibit.number))];
        Failure::new("comity-exhibit-file-unknown", args)
    })?;
    // Of a file that could go nowhere nothing is to be recorded.
    let mut to = Outside::create(&path)?;
    let purpose = Purpose { reason, authority };
    let given = opened.node.give_out(&session, case, &exhibit, file, purpose).await;
    let (mut object, taken) = given.map_err(Failure::of)?;
    let progress = out.progress_of_bytes(object.size());
    io::copy(&mut object, &mut to.shown(&progress)).map_err(|error| {
        match error.downcast::<VaultError>() {
            Ok(damage) => Failure::of(damage),
            Err(error) => Failure::file("write", &path, error),
        }
    })?;
    drop(progress);
    to.settle()?;
    let answer = json!({ "path": shown(&path), "sha256": file.digests.sha256, "entry": taken.entry });
    out.answer(&answer, |out| {
        let (sha256, entry) = (file.digests.sha256.to_string(), taken.entry.to_string());
        let values = [("path", &*shown(&path)), ("sha256", &sha256), ("entry", &entry)];
        out.say("comity-exhibit-file-given-out", &values);
    });
    Ok(())
}

/// The file of this name, or the one that is shown under it: not every letter of a name is seen.
fn named<'f>(files: &'f [SealedFile], name: &str) -> Option<&'f SealedFile> {
    files.iter().find(|file| file.path == name).or_else(|| {
        let mut shown = files.iter().filter(|file| out::file_name(&file.path) == name);
        shown.next().filter(|_| shown.next().is_none())
    })
}

/// What was read of an exhibit, for programs.
pub fn as_json(exhibit: &Exhibit) -> [(&'static str, Value); 2] {
    let checks = exhibit.checks.iter().map(|check| {
        json!({ "entry": check.entry, "by": check.by, "at": check.at.to_string(), "said": check.said })
    });
    let given = exhibit.given_out.iter().map(|given| {
        json!({ "entry": given.entry, "by": given.by, "at": given.at.to_string(), "said": given.said })
    });
    [("checks", checks.collect()), ("given_out", given.collect())]
}

/// Prints what was read of an exhibit: the last checks, and the files that were given out.
pub fn print(out: &Out, exhibit: &Exhibit) {
    let checks = exhibit.checks.iter().rev().filter_map(|check| {
        let said = check.said.as_ref()?;
        let result = out.message(&format!("document-custody-check-{}", said.result.as_str()), &[]);
        let values = [
            ("at", check.at.to_string()),
            ("by", check.by.name.clone()),
            ("files", said.files.to_string()),
            ("result", plain(&result)),
            ("findings", said.findings.to_string()),
            ("reason", said.reason.clone().unwrap_or_default()),
        ];
        Some(out.message(
            "comity-exhibit-checked",
            &values.each_ref().map(|(name, value)| (*name, value.as_str())),
        ))
    });
    let given = exhibit.given_out.iter().rev().filter_map(|given| {
        let said = given.said.as_ref()?;
        let (at, path) = (given.at.to_string(), out::file_name(&said.path));
        let values = [("at", &*at), ("path", &*path), ("by", &given.by.name), ("reason", &said.reason)];
        Some(out.message("comity-exhibit-given-out", &values))
    });
    for lines in [checks.collect::<Vec<_>>(), given.collect()] {
        for line in out.first(&lines) {
            out.line(&clean(&format!("  {}", plain(&line).trim_end())));
        }
    }
}
