//! `comity evidence package`: exhibits leave as a package that others can check.

use std::ops::ControlFlow;

use comity_adapters::world::{SystemClock, SystemEntropy};
use comity_casework::evidence::{EvidenceOrder, EvidencePackage};
use comity_casework::{MAX_PACKAGE_BYTES, Package, Recipient};
use comity_disk::{DiskPath, SimDisk};
use comity_evidence::{Intake, Limits, Progress};
use comity_record::{Clock as _, Coded as _};
use serde_json::json;

use crate::cli::PackageExhibits;
use crate::engine::evidence::place;
use crate::folder::{self, of_disk};
use crate::out::{Failure, Out, shown};
use crate::outside;

/// The code of what an intake with a limit says.
const TOTAL: &str = "evidence-total-too-large";

/// Writes exhibits out.
pub async fn package(out: &Out, words: PackageExhibits) -> Result<(), Failure> {
    let PackageExhibits { who, case, exhibits, out: to, recipient, reason, key, languages } = words;
    let key: Option<Recipient> = key.map(|key| key.parse().map_err(Failure::of)).transpose()?;
    if to.exists() {
        return Err(Failure::new("comity-file-exists", vec![("path", shown(&to))]));
    }
    let languages = if languages.is_empty() { vec![out.language().clone()] } else { languages };
    let (opened, session) = folder::sign_in(out, &who).await?;
    let order = EvidenceOrder { exhibits, recipient, reason, key: key.map(|key| key.key_id()), languages };
    let bar = out.progress(None);
    let mut watch = |progress: Progress| {
        bar.set(progress.bytes);
        ControlFlow::Continue(())
    };
    let mut limits = Limits::default();
    if key.is_some() {
        // Room for the texts beside the files.
        limits.max_total_bytes = u64::try_from(MAX_PACKAGE_BYTES / 2).unwrap_or(u64::MAX);
    }
    let most = limits.max_total_bytes;
    let mut intake = Intake::watched(limits, &mut watch);
    let written = match &key {
        None => {
            let (disk, name) = place(&to)?;
            opened.node.package_exhibits(&session, case, order, (&disk, &name), &mut intake).await
        }
        // What is sealed to somebody lies nowhere in the clear, not even for a moment: it is put together in memory.
        Some(key) => {
            let (disk, name) = (SimDisk::new(), DiskPath::new("package").map_err(of_disk)?);
            let written =
                opened.node.package_exhibits(&session, case, order, (&disk, &name), &mut intake).await;
            if written.is_ok() {
                let at = SystemClock.here().map_err(Failure::of)?;
                let package = Package::read(&disk, &name, &at).map_err(Failure::of)?;
                outside::write(&to, &package.seal(key, &SystemEntropy).map_err(Failure::of)?)?;
            }
            written
        }
    };
    drop(bar);
    let written = written.map_err(|error| {
        let failure = Failure::of(error);
        if failure.code() == TOTAL {
            Failure::new("comity-package-too-large", vec![("most", most.to_string())])
        } else {
            failure
        }
    });
    let EvidencePackage { sealed, withheld, receipt } = written?;
    let answer = json!({
        "package": shown(&to), "root": sealed.seal.root, "digest": sealed.bag.tag_manifest,
        "files": sealed.bag.files, "bytes": sealed.bag.bytes, "withheld": withheld,
        "left_out": sealed.seal.left_out, "entry": receipt.entry,
    });
    out.answer(&answer, |out| {
        let values = [
            ("package", shown(&to)),
            ("files", sealed.bag.files.to_string()),
            ("bytes", sealed.bag.bytes.to_string()),
            ("root", sealed.seal.root.to_string()),
            ("entry", receipt.entry.to_string()),
        ];
        out.say("comity-packaged", &values.each_ref().map(|(name, value)| (*name, value.as_str())));
        if !withheld.is_empty() {
            out.say("comity-packaged-withheld", &[("count", &withheld.len().to_string())]);
        }
        super::print_left_out(out, &sealed.seal.left_out);
    });
    Ok(())
}
