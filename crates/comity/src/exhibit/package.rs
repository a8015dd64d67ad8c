//! `comity evidence package`: exhibits leave as a package that others can check.

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

use comity_adapters::world::SystemEntropy;
use comity_casework::body::CaseAct;
use comity_casework::evidence::{EvidencePackage, PackagePlace};
use comity_casework::{Recipient, Session};
use comity_evidence::{Intake, Limits};
use comity_record::{CaseId, EntryId, Language};
use comity_scan::masked;
use serde_json::json;

use crate::case::as_answer;
use crate::cli::{As, CaseName, PackageCommand};
use crate::engine::evidence::{place, transfer};
use crate::folder::{self, Opened};
use crate::out::{Failure, Out, shown};

/// Proposes that exhibits leave, or writes them out as was approved.
pub async fn package(out: &Out, command: PackageCommand) -> Result<(), Failure> {
    match command {
        PackageCommand::Propose { who, case, exhibits, recipient, reason, key } => {
            let key = key.map(|key| read_key(&key)).transpose()?;
            let (opened, session) = folder::sign_in(out, &who).await?;
            let case = opened.case(&session, &case)?;
            let key = key.as_ref().map(Recipient::key_id);
            let act = opened.node.plan_package(&session, case, &exhibits, recipient, key).await;
            let act = act.map_err(Failure::of)?;
            let names = secret_names(&opened, &session, case, &exhibits).await?;
            let taken = opened.node.propose(&session, case, act, reason).await.map_err(Failure::of)?;
            out.answer(&as_answer(&taken), |out| {
                out.say("comity-proposed", &[("entry", &taken.entry.to_string())]);
                if names > 0 {
                    out.say("comity-package-names", &[("count", &names.to_string())]);
                }
            });
            Ok(())
        }
        PackageCommand::Write { who, case, proposal, out: to, key, languages } => {
            let key = key.map(|key| read_key(&key)).transpose()?;
            write(out, &who, (&case, proposal), &to, key, languages).await
        }
    }
}

/// How many files of these exhibits have a name with a secret in it. The manifest of a package has to say the names as they are.
async fn secret_names(
    opened: &Opened,
    session: &Session,
    case: CaseId,
    exhibits: &[u32],
) -> Result<usize, Failure> {
    let mut count = 0;
    for number in exhibits {
        let exhibit = opened.node.exhibit(session, case, *number).await.map_err(Failure::of)?;
        if exhibit.manifest.is_some() {
            let seal = opened.node.manifest(session, case, &exhibit).await.map_err(Failure::of)?;
            let names = seal.files.iter().map(|file| &file.path);
            let names = names
                .chain(seal.left_out.iter().flat_map(|left| std::iter::once(&left.path).chain(&left.target)));
            count += names.filter(|name| matches!(masked(name), Cow::Owned(_))).count();
        }
    }
    Ok(count)
}

fn read_key(key: &str) -> Result<Recipient, Failure> {
    key.parse().map_err(Failure::of)
}

async fn write(
    out: &Out,
    who: &As,
    (case, proposal): (&CaseName, EntryId),
    to: &Path,
    key: Option<Recipient>,
    languages: Vec<Language>,
) -> Result<(), Failure> {
    let list = key.as_ref().map(|_| transfer::beside(to));
    if let Some(there) = [Some(to), list.as_deref()].into_iter().flatten().find(|path| path.exists()) {
        return Err(Failure::new("comity-file-exists", vec![("path", shown(there))]));
    }
    let languages = if languages.is_empty() { vec![out.language().clone()] } else { languages };
    let (opened, session) = folder::sign_in(out, who).await?;
    let case = opened.case(&session, case)?;
    let (disk, name) = place(to)?;
    let disk = Arc::new(disk);
    let place = match key {
        None => PackagePlace::Folder(disk.as_ref(), name),
        Some(key) => PackagePlace::Sealed(disk.clone(), name, key, &SystemEntropy),
    };
    let written = {
        // What was written by then would lie there in the clear.
        out.hear_interrupts();
        let bar = out.progress_of_bytes(bytes(&opened, &session, case, proposal).await?);
        let mut watch = bar.watch();
        let mut intake = Intake::watched(Limits::default(), &mut watch);
        opened.node.package_exhibits(&session, case, proposal, place, &languages, &mut intake).await
    };
    let EvidencePackage { sealed, leaves, withheld, receipt } = written.map_err(Failure::of)?;
    let list = leaves.as_ref().map(|leaves| (transfer::beside(to), leaves));
    if let Some((list, leaves)) = &list {
        transfer::put_list(list, leaves)?;
    }
    let answer = json!({
        "package": shown(to), "root": sealed.seal.root, "digest": sealed.bag.tag_manifest,
        "files": sealed.bag.files, "bytes": sealed.bag.bytes, "withheld": withheld,
        "left_out": sealed.seal.left_out, "entry": receipt.entry,
        "list": list.as_ref().map(|(list, _)| shown(list)),
        "file": list.as_ref().map(|(_, leaves)| leaves.root()),
    });
    out.answer(&answer, |out| {
        let values = [
            ("package", shown(to)),
            ("files", sealed.bag.files.to_string()),
            ("bytes", sealed.bag.bytes.to_string()),
            ("root", sealed.seal.root.to_string()),
            ("entry", receipt.entry.to_string()),
        ];
        out.say("comity-packaged", &values.each_ref().map(|(name, value)| (*name, value.as_str())));
        if let Some((list, leaves)) = &list {
            let values = [("list", shown(list)), ("root", leaves.root().to_string())];
            out.say(
                "comity-packaged-leaves",
                &values.each_ref().map(|(name, value)| (*name, value.as_str())),
            );
        }
        if !withheld.is_empty() {
            out.say("comity-packaged-withheld", &[("count", &withheld.len().to_string())]);
        }
        super::print_left_out(out, &sealed.seal.left_out);
    });
    Ok(())
}

/// How many bytes the exhibits of a proposal hold; none where it is not one of a package, which is told when it is written.
async fn bytes(opened: &Opened, session: &Session, case: CaseId, proposal: EntryId) -> Result<u64, Failure> {
    let state = opened.node.state();
    let approved = state.case(case).and_then(|case| case.approval(proposal)).ok();
    let Some(CaseAct::Package { exhibits, .. }) = approved.map(comity_casework::Approved::act) else {
        return Ok(0);
    };
    let all = opened.node.exhibits(session, case).await.map_err(Failure::of)?;
    let held = all.iter().filter(|exhibit| exhibits.contains(&exhibit.entry));
    let held = held.filter_map(|exhibit| Some(exhibit.received.as_ref()?.holds.bytes()));
    Ok(held.fold(0, u64::saturating_add))
}
