//! What is to be said of the identifiers of a draft.

use std::net::Ipv4Addr;

use super::{Notes, RemarkKind};
use crate::form::Field;
use crate::identifier::{
    IP, Identifier, IdentifierCheck, IdentifierDoubt, IdentifierFault, IdentifierVerdict,
};

/// What a message speaks of.
type Args = Vec<(&'static str, String)>;

pub(super) fn check(
    field: &Field,
    identifier: &Identifier,
    identifiers: &dyn IdentifierCheck,
    notes: &mut Notes,
) {
    let id = Some(field.id.as_str());
    if !field.kinds.is_empty() && !field.kinds.contains(&identifier.kind) {
        notes.error(RemarkKind::IdentifierKind, id, &[("kind", &identifier.kind)]);
    }
    let shown = identifiers.shown(identifier);
    let verdict = identifiers.check(identifier);
    if let Some((kind, mut args)) = said(&verdict, identifier) {
        args.push(("text", shown.clone()));
        let args: Vec<_> = args.iter().map(|(key, value)| (*key, value.as_str())).collect();
        match verdict {
            IdentifierVerdict::Wrong(_) => notes.error(kind, id, &args),
            _ => notes.warn(kind, id, &args),
        }
    }
    if identifier.kind == IP && verdict == IdentifierVerdict::WellFormed {
        moment(identifier, id, &[("text", &shown)], notes);
    }
}

/// What an address of the Internet needs beside it: providers give it to another customer within minutes, and one of
/// version 4 to hundreds at once, who are told apart by the port (RFC 6302, RFC 6888).
fn moment(identifier: &Identifier, field: Option<&str>, args: &[(&str, &str)], notes: &mut Notes) {
    if identifier.at.is_none() {
        notes.warn(RemarkKind::IpWithoutTime, field, args);
    }
    let may_be_shared = identifier.text.trim().parse::<Ipv4Addr>().is_ok();
    if may_be_shared && identifier.port.is_none() {
        notes.warn(RemarkKind::IpWithoutPort, field, args);
    }
}

/// The remark on a verdict, and what its message speaks of beside the text. On what is verified there is none.
fn said(verdict: &IdentifierVerdict, identifier: &Identifier) -> Option<(RemarkKind, Args)> {
    let named = ("network", identifier.network.clone());
    Some(match verdict {
        IdentifierVerdict::Verified => return None,
        IdentifierVerdict::WellFormed => (RemarkKind::IdentifierWithoutChecksum, vec![]),
        IdentifierVerdict::NotChecked => (RemarkKind::IdentifierNotChecked, vec![]),
        IdentifierVerdict::Doubtful(doubt) => match doubt {
            IdentifierDoubt::LedgerMissing(ledgers) => {
                (RemarkKind::LedgerMissing, vec![("ledgers", ledgers.join(", "))])
            }
            IdentifierDoubt::AccountForm(platform) => {
                (RemarkKind::AccountForm, vec![("platform", platform.clone())])
            }
            IdentifierDoubt::StateUnknown(state) => {
                (RemarkKind::IbanStateUnknown, vec![("state", state.clone())])
            }
            IdentifierDoubt::MixedScript(spelled) => {
                (RemarkKind::MixedScript, vec![("spelled", spelled.clone())])
            }
            IdentifierDoubt::Local => (RemarkKind::IpLocal, vec![]),
        },
        IdentifierVerdict::Wrong(fault) => match fault {
            IdentifierFault::Form => (RemarkKind::IdentifierWrong, vec![]),
            IdentifierFault::Length { expected, found } => {
                let counts = vec![("expected", expected.to_string()), ("found", found.to_string())];
                (RemarkKind::IdentifierLength, counts)
            }
            IdentifierFault::Checksum => (RemarkKind::IdentifierChecksum, vec![]),
            IdentifierFault::OtherLedger(ledgers) => {
                (RemarkKind::IdentifierOtherLedger, vec![("ledgers", ledgers.join(", ")), named])
            }
            IdentifierFault::OtherNetwork(network) => {
                (RemarkKind::IdentifierOtherNetwork, vec![("is", network.clone()), named])
            }
        },
    })
}
