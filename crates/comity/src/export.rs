//! `comity case export`: a case leaves for one recipient, and is opened by him.

use std::path::Path;

use comity_adapters::world::SystemEntropy;
use comity_casework::{Identity, Recipient, Remaining, open_sealed};
use serde_json::json;
use zeroize::Zeroizing;

use crate::case::as_answer;
use crate::cli::ExportCommand;
use crate::folder;
use crate::out::{Failure, Out, shown};
use crate::outside;

pub async fn run(out: &Out, command: ExportCommand) -> Result<(), Failure> {
    match command {
        ExportCommand::Key { out: to } => {
            let identity = Identity::draw(&SystemEntropy);
            let text = Zeroizing::new(format!("{}\n", *identity.reveal()));
            outside::write(&to, text.as_bytes())?;
            let key = identity.recipient().to_string();
            out.answer(&json!({ "key": key, "identity": shown(&to) }), |out| out.line(&key));
        }
        ExportCommand::Propose { who, case, recipient, key, reason } => {
            let key: Recipient = key.parse().map_err(Failure::of)?;
            let (opened, session) = folder::sign_in(out, &who).await?;
            let case = opened.case(&session, &case)?;
            let plan = opened.node.plan_export(&session, case, recipient, key.key_id(), None).await;
            let (act, withheld) = plan.map_err(Failure::of)?;
            let taken = opened.node.propose(&session, case, act, reason).await.map_err(Failure::of)?;
            let state = opened.node.state();
            let case = state.case(case).map_err(Failure::of)?;
            let mut lines = Vec::new();
            for (entry, withheld) in withheld {
                let kind = case.standing(entry).map_err(Failure::of)?.kind.to_string();
                lines.push(json!({
                    "sequence": withheld.sequence, "entry": entry, "kind": kind, "ground": withheld.ground,
                }));
            }
            let mut answer = as_answer(&taken);
            answer["withheld"] = json!(lines);
            out.answer(&answer, |out| {
                out.say("comity-proposed", &[("entry", &taken.entry.to_string())]);
                out.say("comity-export-withheld", &[("count", &lines.len().to_string())]);
                for line in &lines {
                    let number = line["sequence"].to_string();
                    let [kind, ground] =
                        ["kind", "ground"].map(|field| line[field].as_str().unwrap_or_default());
                    let values = [("number", number.as_str()), ("kind", kind), ("ground", ground)];
                    out.say("comity-export-withheld-entry", &values);
                }
            });
        }
        ExportCommand::Write { who, case, proposal, key, out: to } => {
            let key: Recipient = key.parse().map_err(Failure::of)?;
            if to.exists() {
                return Err(Failure::new("comity-file-exists", vec![("path", shown(&to))]));
            }
            let (opened, session) = folder::sign_in(out, &who).await?;
            let case = opened.case(&session, &case)?;
            let export =
                opened.node.export(&session, case, proposal, &key, None).await.map_err(Failure::of)?;
            outside::write(&to, &export.sealed(&SystemEntropy).map_err(Failure::of)?)?;
            let answer = json!({
                "path": shown(&to), "files": export.package.files().len(), "digest": export.package.digest(),
                "withheld": export.withheld, "remaining": export.remaining, "entry": export.receipt.entry,
            });
            let Remaining { exhibit_files, exhibits, large_files } = export.remaining;
            out.answer(&answer, |out| {
                out.say(
                    "comity-exported",
                    &[
                        ("path", &shown(&to)),
                        ("files", &export.package.files().len().to_string()),
                        ("withheld", &export.withheld.len().to_string()),
                        ("digest", &export.package.digest().to_string()),
                    ],
                );
                if exhibit_files > 0 {
                    let values = [("files", exhibit_files.to_string()), ("exhibits", exhibits.to_string())];
                    out.say(
                        "comity-export-exhibits",
                        &values.each_ref().map(|(name, n)| (*name, n.as_str())),
                    );
                }
                if large_files > 0 {
                    out.say("comity-export-large", &[("files", &large_files.to_string())]);
                }
            });
        }
        ExportCommand::Open { file, identity, out: to } => {
            let mut sealed = std::fs::File::open(&file).map_err(|e| Failure::file("read", &file, e))?;
            let text = Zeroizing::new(read(&identity, 4096)?);
            let text = std::str::from_utf8(&text).unwrap_or_default();
            let unreadable = |_| Failure::new("comity-identity", vec![("path", shown(&identity))]);
            let identity = Identity::read_file(text).map_err(unreadable)?;
            let (disk, name) = crate::engine::evidence::place(&to)?;
            let opened = open_sealed(&identity, &mut sealed, &disk, &name).map_err(Failure::of)?;
            let answer = json!({ "folder": shown(&to), "files": opened.files, "digest": opened.digest });
            out.answer(&answer, |out| {
                out.say(
                    "comity-export-opened",
                    &[
                        ("folder", &shown(&to)),
                        ("files", &opened.files.to_string()),
                        ("digest", &opened.digest.to_string()),
                    ],
                );
            });
        }
    }
    Ok(())
}

/// A file of at most so many bytes.
pub fn read(path: &Path, most: u64) -> Result<Vec<u8>, Failure> {
    use std::io::Read as _;
    let mut bytes = Vec::new();
    let read = std::fs::File::open(path).and_then(|file| file.take(most + 1).read_to_end(&mut bytes));
    read.map_err(|e| Failure::file("read", path, e))?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > most {
        let args = vec![("path", shown(path)), ("most", most.to_string())];
        return Err(Failure::new("comity-file-too-large", args));
    }
    Ok(bytes)
}
