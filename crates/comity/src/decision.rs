//! What a second person decides on, in words: whoever approves at the command line is told what, as on the pages.

use std::collections::BTreeSet;

use comity_casework::body::{CaseAct, OfficeAct, Role};
use comity_casework::exhibit::label;
use comity_casework::{Comparison, Office, ProposalStatus, Publisher, Session, State, TakenPack};
use comity_record::{Bytes, CaseId, EntryId, OfficerId, Sha256Digest};

use crate::channel;
use crate::folder::Opened;
use crate::out::{Failure, Out, clean};
use crate::packs::{compare, publish, signers};

/// Tells people what a proposal to an office would do.
///
/// `state` is that before anybody decides: what an act replaces is told from it, and so is `compared`, what a pack would
/// change.
pub fn of_office(
    out: &Out,
    state: &State,
    session: &Session,
    proposal: EntryId,
    compared: Option<&Comparison>,
) -> Result<(), Failure> {
    if out.is_json() {
        return Ok(());
    }
    let office = state.office(session.office()).map_err(Failure::of)?;
    let found = office.proposal(proposal).map_err(Failure::of)?;
    let officer = |id: &OfficerId| office.officers.get(id).map_or_else(|| id.to_string(), |o| o.name.clone());
    let tell = |values: &[(&'static str, String)]| tell(out, found.act().as_str(), values);
    match found.act() {
        OfficeAct::AddOfficer(new) => {
            tell(&[("name", new.name.clone()), ("roles", roles(&new.roles)), ("key", new.key.to_string())]);
        }
        OfficeAct::SetRoles(id, to) => {
            let before = office.officers.get(id).map(|officer| roles(&officer.roles)).unwrap_or_default();
            tell(&[("name", officer(id)), ("roles", roles(to)), ("before", before)]);
        }
        OfficeAct::ReplaceKey(id, key) => tell(&[("name", officer(id)), ("key", key.to_string())]),
        OfficeAct::ActivatePack(pack) => {
            tell(&[("name", pack.name.to_string()), ("digest", pack.digest.to_string())]);
        }
        OfficeAct::FileAgreement { agreement, .. } => tell(&[("digest", agreement.to_string())]),
        OfficeAct::EndAgreement(agreement) => {
            let them = state.channels().get(*agreement).map(|channel| channel.them().name.clone());
            tell(&[("digest", agreement.to_string()), ("office", them.unwrap_or_default())]);
        }
        OfficeAct::TakePack(taken) => of_taken(out, office, taken)?,
        OfficeAct::TrustPublisher(publisher) => of_publisher(out, office, publisher),
        OfficeAct::DistrustPublisher(id) => {
            let known = office.publishers.get(id).map(|publisher| publisher.name.clone());
            tell(&[("name", known.unwrap_or_else(|| id.to_string()))]);
        }
        OfficeAct::SetVaultLimits(limits) => {
            crate::office::limits::tell(out, "comity-act-set-vault-limits", limits);
        }
        OfficeAct::SetStampServer(None) => out.say("comity-act-set-stamp-server-none", &[]),
        OfficeAct::SetStampServer(Some(server)) => {
            let digests = |all: &[Bytes]| {
                let all: Vec<_> = all.iter().map(|one| Sha256Digest::of(one.as_ref()).to_string()).collect();
                all.join(", ")
            };
            tell(&[("url", server.url.clone()), ("digests", digests(&server.authorities))]);
            if !server.tls_authorities.is_empty() {
                let digests = digests(&server.tls_authorities);
                out.say("comity-act-set-stamp-server-tls", &[("digests", &digests)]);
            }
        }
    }
    if let Some(compared) = compared {
        compare::tell(out, compared, compare::Length::Short);
    }
    proposed_by(out, state, found.by());
    Ok(())
}

/// A pack that came as a bundle: whose it is, and who answers for it.
fn of_taken(out: &Out, office: &Office, taken: &TakenPack) -> Result<(), Failure> {
    let publisher = office.publishers.get(&taken.publisher).map(|publisher| publisher.name.clone());
    let values = [
        ("name", taken.pack.name.to_string()),
        ("version", taken.version.clone()),
        ("digest", taken.pack.digest.to_string()),
        ("publisher", publisher.unwrap_or_else(|| taken.publisher.to_string())),
    ];
    tell(out, "take-pack", &values);
    signers(out, &taken.signed().map_err(Failure::of)?);
    if taken.older {
        out.say("comity-act-take-pack-older", &[]);
    }
    Ok(())
}

/// Whom to trust, and whose keys come and go by it.
fn of_publisher(out: &Out, office: &Office, publisher: &Publisher) {
    let values = [("name", publisher.name.clone()), ("digest", publisher.digest().to_string())];
    tell(out, "trust-publisher", &values);
    publish::tell_publisher(out, publisher);
    let Some(before) = office.publishers.get(&publisher.office) else { return };
    let keys = |one: &Publisher, other: &Publisher| {
        let gone = one.signers.difference(&other.signers).map(|key| key.key_id().to_string());
        gone.collect::<Vec<_>>().join(", ")
    };
    for (key, keys) in [
        ("comity-publisher-keys-gone", keys(before, publisher)),
        ("comity-publisher-keys-new", keys(publisher, before)),
    ] {
        if !keys.is_empty() {
            out.say(key, &[("keys", &keys)]);
        }
    }
}

/// Tells people what a proposal in a case would do.
pub async fn of_case(
    out: &Out,
    opened: &Opened,
    session: &Session,
    case: CaseId,
    proposal: EntryId,
) -> Result<(), Failure> {
    if out.is_json() {
        return Ok(());
    }
    let state = opened.node.state();
    let within = state.case(case).map_err(Failure::of)?;
    let found = within.proposal(proposal).map_err(Failure::of)?;
    let tell = |values: &[(&'static str, String)]| tell(out, found.act().as_str(), values);
    match found.act() {
        CaseAct::Forget(entry) => {
            let kind = within.standing(*entry).map(|standing| standing.kind.to_string()).unwrap_or_default();
            let more = within.with_repetitions(*entry).len().saturating_sub(1);
            tell(&[("entry", entry.to_string()), ("kind", kind), ("more", more.to_string())]);
            let resting = within.resting_on(*entry);
            if !resting.is_empty() {
                out.say("comity-act-forget-stays", &[("stays", &resting.len().to_string())]);
            }
            let line = |entry| {
                let kind = within.standing(entry).map(|standing| standing.kind.to_string());
                format!("    {entry}  {}", kind.unwrap_or_default())
            };
            let lines: Vec<_> = resting.into_iter().map(line).collect();
            for line in out.first(&lines) {
                out.line(&line);
            }
        }
        CaseAct::Export { recipient, key, up_to, .. } => {
            // Places are counted from 0.
            let entries = up_to.saturating_add(1).to_string();
            tell(&[("recipient", recipient.clone()), ("key", key.to_string()), ("entries", entries)]);
        }
        CaseAct::Package { exhibits, recipient, key } => {
            let number = |entry: &EntryId| within.exhibits.number(*entry).map(label);
            let labels: Vec<_> = exhibits.iter().filter_map(number).collect();
            let key = key.map_or_else(|| "none".to_owned(), |key| key.to_string());
            tell(&[("exhibits", labels.join(", ")), ("recipient", recipient.clone()), ("key", key)]);
        }
        CaseAct::IssueRequest(digest) => {
            let issued = |request: &comity_casework::request::Request| {
                let version = request.versions.iter().find(|version| version.digest == *digest)?;
                Some((request.reference().to_owned(), version.request.number.to_string()))
            };
            let (reference, version) = within.requests.iter().find_map(issued).unwrap_or_default();
            tell(&[("reference", reference), ("version", version), ("digest", digest.to_string())]);
        }
        CaseAct::RevealSecret { sealed, fingerprint } => {
            // What sealed it speaks of the scan alone, and the scan of the exhibit.
            let first = |entry: EntryId| within.standing(entry).ok()?.refs.first().copied();
            let exhibit = first(*sealed).and_then(first).and_then(|exhibit| within.exhibits.number(exhibit));
            let exhibit = exhibit.map(label).unwrap_or_default();
            tell(&[("fingerprint", fingerprint.clone()), ("exhibit", exhibit)]);
        }
        CaseAct::Send { agreement, .. } => {
            let content = opened.node.proposed_message(session, case, proposal).await.map_err(Failure::of)?;
            channel::tell_proposed(out, opened, *agreement, &content)?;
        }
    }
    proposed_by(out, &state, found.by());
    Ok(())
}

/// Tells what waits for a second person in a case.
pub async fn open_in_case(
    out: &Out,
    opened: &Opened,
    session: &Session,
    case: CaseId,
) -> Result<(), Failure> {
    let state = opened.node.state();
    let proposals = &state.case(case).map_err(Failure::of)?.proposals;
    for (entry, _) in proposals.iter().filter(|(_, proposal)| proposal.status() == ProposalStatus::Open) {
        out.say("comity-open-proposal", &[("entry", &entry.to_string())]);
        of_case(out, opened, session, case, *entry).await?;
    }
    Ok(())
}

/// Whose word it is.
fn proposed_by(out: &Out, state: &State, officer: OfficerId) {
    let known = state.offices().find_map(|office| office.officers.get(&officer));
    let name = known.map_or_else(|| officer.to_string(), |officer| clean(&officer.name));
    out.say("comity-act-by", &[("name", &name)]);
}

fn roles(roles: &BTreeSet<Role>) -> String {
    if roles.is_empty() {
        return "-".to_owned();
    }
    roles.iter().map(|role| role.as_str()).collect::<Vec<_>>().join(", ")
}

fn tell(out: &Out, act: &str, values: &[(&'static str, String)]) {
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, clean(value))).collect();
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    out.say(&format!("comity-act-{act}"), &values);
}
