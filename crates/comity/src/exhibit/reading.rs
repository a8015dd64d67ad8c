//! What is read of an exhibit after it came in, each time on record: it is compared with what came in, and files are written
//! out of the vault.

use std::io;

use comity_casework::exhibit::{Exhibit, Later, OfferEnd, OfferMade, PackageLeft, Purpose, Verified, label};
use comity_casework::secret::Look;
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
    let case = opened.case(&session, &case)?;
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
    let case = opened.case(&session, &case)?;
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

/// What is on record of an exhibit beside its acts, for programs: each kind in the order of time.
pub fn as_json(exhibit: &Exhibit, looks: &[Look], packages: &[PackageLeft]) -> [(&'static str, Value); 5] {
    let checks = exhibit.checks.iter().map(|check| {
        json!({ "entry": check.entry, "by": check.by, "at": check.at.to_string(), "said": check.said })
    });
    let found = exhibit
        .found
        .iter()
        .map(|found| json!({ "entry": found.entry, "at": found.at.to_string(), "said": found.said }));
    let given = exhibit.given_out.iter().map(|given| {
        json!({ "entry": given.entry, "by": given.by, "at": given.at.to_string(), "said": given.said })
    });
    let looks = looks.iter().filter(|look| look.exhibit == exhibit.entry);
    let packages = packages.iter().map(|package| {
        let of = &package.packaged;
        json!({
            "entry": of.entry, "by": of.by, "at": of.at.to_string(), "said": of.said,
            "withdrawn": package.withdrawn.is_some(),
            "offers": package.offers.iter().map(offer_json).collect::<Vec<_>>(),
        })
    });
    [
        ("checks", checks.collect()),
        ("found", found.collect()),
        ("given_out", given.collect()),
        ("looks", looks.map(|look| json!(look)).collect()),
        ("packages", packages.collect()),
    ]
}

/// An offer for programs: since when, to whom, what, and whether it still holds.
fn offer_json(made: &OfferMade) -> Value {
    let of = &made.offer;
    json!({
        "entry": of.entry, "by": of.by, "at": of.at.to_string(), "to": made.to, "said": of.said,
        "ended": made.ended.as_ref().map(OfferEnd::as_str), "message": made.message,
    })
}

/// Prints what is on record of an exhibit beside its acts, in the order of time: of many the last ones, and how many came
/// before them.
pub fn print(out: &Out, exhibit: &Exhibit, looks: &[Look], packages: &[PackageLeft]) {
    let lines: Vec<_> = exhibit.later(looks, packages).iter().filter_map(|later| line(out, later)).collect();
    for line in out.last(&lines) {
        out.line(&clean(&format!("  {}", plain(&line).trim_end())));
    }
}

/// What happened, in a line; nothing where the entry says nothing any more.
fn line(out: &Out, later: &Later<'_>) -> Option<String> {
    let word = |key: &str| plain(&out.message(key, &[]));
    let (key, values) = match later {
        Later::Checked(check) => {
            let said = check.said.as_ref()?;
            let values = vec![
                ("by", check.by.name.clone()),
                ("files", said.files.to_string()),
                ("result", word(&format!("document-custody-check-{}", said.result.as_str()))),
                ("findings", said.findings.to_string()),
                ("reason", said.reason.clone().unwrap_or_default()),
            ];
            ("comity-exhibit-checked", values)
        }
        Later::Found(found) => {
            let said = found.said.as_ref()?;
            let finding = word(&format!("document-custody-found-{}", said.finding.as_str()));
            ("comity-exhibit-found", vec![("count", said.files.len().to_string()), ("finding", finding)])
        }
        Later::GivenOut(given) => {
            let said = given.said.as_ref()?;
            let values = vec![
                ("path", out::file_name(&said.path)),
                ("by", given.by.name.clone()),
                ("reason", said.reason.clone()),
            ];
            ("comity-exhibit-given-out", values)
        }
        Later::Look(look) => {
            let values = vec![
                ("fingerprint", look.fingerprint.clone()),
                ("by", look.by.name.clone()),
                ("approved", look.approved_by.name.clone()),
                ("reason", look.reason.clone()),
            ];
            ("comity-exhibit-look", values)
        }
        Later::Packaged(package) => {
            let said = package.packaged.said.as_ref()?;
            let struck = super::withdrawn(out, package.withdrawn.is_some());
            let values = vec![
                ("recipient", said.recipient.clone()),
                ("by", package.packaged.by.name.clone()),
                ("reason", format!("{}{struck}", said.reason)),
            ];
            ("comity-exhibit-packaged", values)
        }
        Later::Offered(made) => {
            let standing: Vec<_> = made.standing().iter().map(|key| word(key)).collect();
            let values = vec![
                (
                    "name",
                    made.offer.said.as_ref().map(|offer| out::file_name(&offer.name)).unwrap_or_default(),
                ),
                ("to", made.to.clone().unwrap_or_default()),
                ("by", made.offer.by.name.clone()),
                ("standing", standing.join(", ")),
            ];
            ("comity-exhibit-offered", values)
        }
    };
    let at = later.at().to_string();
    let mut values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    values.push(("at", &at));
    Some(out.message(key, &values))
}
