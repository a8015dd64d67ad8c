//! `comity evidence package`: exhibits leave as a package that others can check.

use std::ops::ControlFlow;
use std::sync::Arc;

use comity_adapters::world::SystemEntropy;
use comity_casework::Recipient;
use comity_casework::evidence::{EvidenceOrder, EvidencePackage, PackagePlace};
use comity_evidence::{Intake, Limits, Progress};
use serde_json::json;

use crate::cli::PackageExhibits;
use crate::engine::evidence::place;
use crate::folder;
use crate::out::{Failure, Out, shown};

/// Writes exhibits out.
pub async fn package(out: &Out, words: PackageExhibits) -> Result<(), Failure> {
    let PackageExhibits { who, case, exhibits, out: to, recipient, reason, key, languages } = words;
    let key: Option<Recipient> = key.map(|key| key.parse().map_err(Failure::of)).transpose()?;
    if to.exists() {
        return Err(Failure::new("comity-file-exists", vec![("path", shown(&to))]));
    }
    let languages = if languages.is_empty() { vec![out.language().clone()] } else { languages };
    let (opened, session) = folder::sign_in(out, &who).await?;
    let order = EvidenceOrder { exhibits, recipient, reason, languages };
    let bar = out.progress(None);
    let mut watch = |progress: Progress| {
        bar.set(progress.bytes);
        ControlFlow::Continue(())
    };
    let mut intake = Intake::watched(Limits::default(), &mut watch);
    let (disk, name) = place(&to)?;
    let disk = Arc::new(disk);
    let place = match key {
        None => PackagePlace::Folder(disk.as_ref(), name),
        Some(key) => PackagePlace::Sealed(disk.clone(), name, key, &SystemEntropy),
    };
    let written = opened.node.package_exhibits(&session, case, order, place, &mut intake).await;
    drop(bar);
    let written = written.map_err(Failure::of);
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
