//! `comity office`: officers, roles, packs in force, and the decisions that take two persons.

pub mod limits;
mod provisions;

use std::process::ExitCode;

use comity_casework::body::{Role, office_journal};
use comity_casework::{Cost, Person, ProposalStatus, Session};
use serde_json::json;

use crate::case::{receipt, timeline};
use crate::cli::{OfficeCommand, RoleName};
use crate::folder::{self, Opened};
use crate::node::{self, block_on, person};
use crate::out::{Failure, Out, clean, shown};
use crate::packs::publish;
use crate::{decision, secret, stamp};

pub fn run(out: &Out, command: OfficeCommand) -> Result<ExitCode, Failure> {
    block_on(async {
        match command {
            OfficeCommand::Found { at, founding } => {
                let founders = node::founders(out, &founding)?;
                let opened = folder::open(out, &at).await?;
                let (office, ids) = node::found(&opened.node, &founding, founders, &at.folder).await?;
                out.answer(&json!({ "office": office, "founders": ids }), |out| {
                    let folder = shown(&at.folder);
                    out.say("comity-founded", &[("office", &founding.name), ("folder", &folder)]);
                });
            }
            OfficeCommand::Show(who) => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                opened
                    .node
                    .may(&session, office_journal(session.office()), "office.read")
                    .map_err(Failure::of)?;
                show(out, &opened, &session)?;
            }
            OfficeCommand::Journal(who) => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                timeline(out, &opened, &session, office_journal(session.office())).await?;
            }
            OfficeCommand::AddOfficer { who, person: text, person_passphrase_file, reason } => {
                let (name, roles) = person(&text)?;
                let (opened, session) = folder::sign_in(out, &who).await?;
                let file = person_passphrase_file.as_deref();
                let passphrase = secret::choose(out, file, "comity-prompt-officer-new", &name)?;
                let person = Person { name, roles, passphrase };
                let (_, proposed) = opened
                    .node
                    .propose_officer(&session, person, Cost::PERSON, reason)
                    .await
                    .map_err(Failure::of)?;
                receipt(out, "comity-proposed", &proposed);
            }
            OfficeCommand::ReplaceKey { who, person, person_passphrase_file, reason } => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let officer = folder::officer(&opened.node, session.office(), &person)?;
                let file = person_passphrase_file.as_deref();
                let passphrase = secret::choose(out, file, "comity-prompt-officer-new", &person)?;
                let proposed =
                    opened.node.propose_key(&session, officer, &passphrase, Cost::PERSON, reason).await;
                receipt(out, "comity-proposed", &proposed.map_err(Failure::of)?);
            }
            OfficeCommand::ChangePassphrase { who, new_passphrase_file } => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let file = new_passphrase_file.as_deref();
                let passphrase = secret::choose(out, file, "comity-prompt-officer-new", &who.officer)?;
                let changed = opened.node.change_passphrase(&session, &passphrase, Cost::PERSON).await;
                changed.map_err(Failure::of)?;
                out.answer(&json!({ "officer": session.officer() }), |out| {
                    out.say("comity-passphrase-changed", &[]);
                });
            }
            OfficeCommand::SetRoles { who, person, roles, reason } => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let officer = folder::officer(&opened.node, session.office(), &person)?;
                let roles = roles.into_iter().map(role).collect();
                let proposed =
                    opened.node.propose_roles(&session, officer, roles, reason).await.map_err(Failure::of)?;
                receipt(out, "comity-proposed", &proposed);
            }
            OfficeCommand::Provisions(command) => provisions::run(out, command).await?,
            OfficeCommand::StampServer(words) => stamp::name_server(out, words).await?,
            OfficeCommand::VaultLimits(words) => limits::run(out, words).await?,
            OfficeCommand::Approve { who, proposal } => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let before = opened.node.state();
                // Of a proposal that there is not, the approval tells.
                let compared = opened.node.compare_proposed(session.office(), proposal).ok().flatten();
                let approved = opened.node.approve(&session, proposal).await.map_err(Failure::of)?;
                decision::of_office(out, &before, &session, proposal, compared.as_deref())?;
                receipt(out, "comity-approved", &approved);
            }
            OfficeCommand::Reject { who, proposal, reason } => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let rejected = opened.node.reject(&session, proposal, reason).await.map_err(Failure::of)?;
                receipt(out, "comity-rejected", &rejected);
            }
        }
        Ok(ExitCode::SUCCESS)
    })
}

fn show(out: &Out, opened: &Opened, session: &Session) -> Result<(), Failure> {
    let state = opened.node.state();
    let office = state.office(session.office()).map_err(Failure::of)?;
    let roles = |roles: &std::collections::BTreeSet<Role>| -> Vec<&str> {
        roles.iter().map(|r| r.as_str()).collect()
    };
    let open: Vec<_> = office
        .proposals
        .iter()
        .filter(|(_, proposal)| proposal.status() == ProposalStatus::Open)
        .map(|(entry, proposal)| {
            let changes = opened.node.compare_proposed(session.office(), *entry).ok().flatten();
            let (act, by) = (proposal.act(), proposal.by());
            json!({ "entry": entry, "act": act, "by": by, "changes": changes.as_deref() })
        })
        .collect();
    let officers: Vec<_> = office
        .officers
        .values()
        .map(|o| json!({ "officer": o.id, "name": o.name, "roles": roles(&o.roles), "key": o.key.key_id(), "public_key": o.key }))
        .collect();
    let publishers: Vec<_> = office.publishers.values().map(publish::as_value).collect();
    let answer = json!({
        "office": office.id, "name": office.name, "country": office.country, "authority": office.authority,
        "exercise": office.exercise, "officers": officers, "packs": office.packs, "publishers": publishers,
        "stamp_server": office.stamping.server(), "vault_limits": office.vault_limits, "open_proposals": open,
    });
    out.answer(&answer, |out| {
        out.line(&format!("{}, {} ({})", office.name, office.authority, office.country));
        for officer in office.officers.values() {
            let (name, roles) = (clean(&officer.name), roles(&officer.roles).join(", "));
            out.line(&format!("  {}  {name}  {roles}", officer.id));
            let values = [("key", officer.key.key_id().to_string()), ("public", officer.key.to_string())];
            out.say("comity-officer-key", &values.each_ref().map(|(name, value)| (*name, value.as_str())));
        }
        for (name, digest) in &office.packs {
            out.line(&format!("  {digest}  {name}"));
        }
        if let Some(server) = office.stamping.server() {
            out.say("comity-stamp-server", &[("url", &server.url)]);
        }
        limits::tell(out, "comity-vault-limits", &office.vault_limits);
        if !office.publishers.is_empty() {
            out.say("comity-publishers", &[]);
            office.publishers.values().for_each(|publisher| publish::tell_publisher(out, publisher));
        }
    });
    let open = office.proposals.iter().filter(|(_, proposal)| proposal.status() == ProposalStatus::Open);
    for (entry, _) in open {
        out.say("comity-open-proposal", &[("entry", &entry.to_string())]);
        // What cannot be compared is told, and the other proposals all the same.
        let compared = opened.node.compare_proposed(session.office(), *entry);
        if let Some(error) = compared.as_ref().err().filter(|_| !out.is_json()) {
            out.advise(error);
        }
        let compared = compared.ok().flatten();
        decision::of_office(out, &state, session, *entry, compared.as_deref())?;
    }
    Ok(())
}

fn role(name: RoleName) -> Role {
    match name {
        RoleName::Investigator => Role::Investigator,
        RoleName::Analyst => Role::Analyst,
        RoleName::Prosecutor => Role::Prosecutor,
        RoleName::CustodyOfficer => Role::CustodyOfficer,
        RoleName::Supervisor => Role::Supervisor,
        RoleName::Auditor => Role::Auditor,
        RoleName::Administrator => Role::Administrator,
    }
}
