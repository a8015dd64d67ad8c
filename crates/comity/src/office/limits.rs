//! `comity office vault-limits`: what the vault holds, and what it may.

use comity_casework::VaultLimits;
use serde_json::json;

use crate::case::receipt;
use crate::cli::VaultLimitsWords;
use crate::folder;
use crate::out::{Failure, Out};

/// Shows the limits in force, or proposes others.
pub async fn run(out: &Out, words: VaultLimitsWords) -> Result<(), Failure> {
    let VaultLimitsWords { who, vault, case, keep_free, reason } = words;
    let (opened, session) = folder::sign_in(out, &who).await?;
    let node = &opened.node;
    if let Some(reason) = reason {
        let now = node.state().office(session.office()).map_err(Failure::of)?.vault_limits;
        let limits = VaultLimits {
            most_bytes: vault.map_or(now.most_bytes, |size| size.0),
            most_case_bytes: case.map_or(now.most_case_bytes, |size| size.0),
            kept_free_bytes: keep_free.unwrap_or(now.kept_free_bytes),
        };
        let proposed = node.propose_vault_limits(&session, limits, reason).await.map_err(Failure::of)?;
        receipt(out, "comity-proposed", &proposed);
        return Ok(());
    }
    let found = node.vault_use(&session).map_err(Failure::of)?;
    let answer =
        json!({ "limits": found.limits, "held_bytes": found.held_bytes, "free_bytes": found.free_bytes });
    out.answer(&answer, |out| {
        tell(out, "comity-vault-limits", &found.limits);
        out.say("comity-vault-held", &[("bytes", &found.held_bytes.to_string())]);
        if let Some(free) = found.free_bytes {
            out.say("comity-vault-free", &[("bytes", &free.to_string())]);
        }
    });
    Ok(())
}

/// Says what may be held and what stays free, by this message.
pub fn tell(out: &Out, key: &str, limits: &VaultLimits) {
    let none = out.message("comity-vault-no-limit", &[]);
    let most = |bytes: Option<u64>| bytes.map_or_else(|| none.clone(), |bytes| bytes.to_string());
    let (vault, case) = (most(limits.most_bytes), most(limits.most_case_bytes));
    let free = limits.kept_free_bytes.to_string();
    out.say(key, &[("vault", &vault), ("case", &case), ("free", &free)]);
}
