//! `comity agreement`: cards, drafts, signatures, and the agreements that an office has filed.

use std::path::Path;
use std::process::ExitCode;

use comity_adapters::world::SystemClock;
use comity_casework::Session;
use comity_casework::exchange::{Channel, DraftAgreement, ExchangeError, MAX_CARD_BYTES, PartyCard, Terms};
use comity_channel::{Agreement, Rules};
use comity_record::{Clock as _, Sha256Digest};
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use crate::case::receipt;
use crate::cli::AgreementCommand;
use crate::folder::{self, Opened};
use crate::node::block_on;
use crate::out::{Failure, Out, clean, shown};
use crate::outside;

/// A draft and a signed agreement stay below it.
const MAX_DRAFT_BYTES: u64 = 256 << 10;

pub fn run(out: &Out, command: AgreementCommand) -> Result<ExitCode, Failure> {
    block_on(async {
        match command {
            AgreementCommand::Card { who, signers, out: to } => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let signers = signers
                    .iter()
                    .map(|named| folder::officer(&opened.node, session.office(), named))
                    .collect::<Result<Vec<_>, _>>()?;
                let card = opened.node.party_card(&session, &signers).await.map_err(Failure::of)?;
                outside::write(&to, card.to_toml().as_bytes())?;
                let answer = json!({ "card": shown(&to), "office": card.office, "node": card.node });
                out.answer(&answer, |out| out.say("comity-card-written", &[("path", &shown(&to))]));
            }
            AgreementCommand::Draft { who, theirs, terms, out: to } => {
                let theirs = PartyCard::from_toml(&text(&theirs)?).map_err(Failure::of)?;
                let terms = match terms {
                    Some(path) => Terms::from_toml(&text(&path)?).map_err(Failure::of)?,
                    None => Terms::default(),
                };
                let (opened, session) = folder::sign_in(out, &who).await?;
                let ours = opened.node.party_card(&session, &[]).await.map_err(Failure::of)?;
                // Both ends count the days of an agreement in UTC.
                let today = SystemClock.now().to_zoned_datetime(TimeZone::UTC).date();
                let agreement = terms.agreement(&ours, &theirs, today).map_err(Failure::of)?;
                let draft = DraftAgreement::new(&agreement).map_err(Failure::of)?;
                outside::write(&to, &draft.to_bytes().map_err(Failure::of)?)?;
                tell(out, &draft, Some(&to))?;
            }
            AgreementCommand::Read { file } => tell(out, &read(&file)?, None)?,
            AgreementCommand::Sign { who, file, out: to } => {
                let draft = read(&file)?;
                if to.exists() {
                    return Err(Failure::new("comity-file-exists", vec![("path", shown(&to))]));
                }
                let (opened, session) = folder::sign_in(out, &who).await?;
                let (signed, _) = opened.node.sign_agreement(&session, &draft).await.map_err(Failure::of)?;
                outside::write(&to, &signed.to_bytes().map_err(Failure::of)?)?;
                tell(out, &signed, Some(&to))?;
            }
            AgreementCommand::File { who, file, reason } => {
                let signed = read(&file)?.complete().map_err(Failure::of)?;
                let (opened, session) = folder::sign_in(out, &who).await?;
                let taken =
                    opened.node.propose_agreement(&session, &signed, reason).await.map_err(Failure::of)?;
                let digest = Sha256Digest::of(signed.text.as_ref());
                let answer = json!({ "entry": taken.entry, "agreement": digest });
                out.answer(&answer, |out| {
                    out.say("comity-proposed", &[("entry", &taken.entry.to_string())]);
                    out.say("comity-agreement-compare", &[("digest", &digest.to_string())]);
                });
            }
            AgreementCommand::List(who) => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                for channel in opened.node.agreements(&session).map_err(Failure::of)? {
                    list(out, &channel);
                }
            }
            AgreementCommand::Show { who, agreement } => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let channel = named(&opened, &session, Some(&agreement))?;
                show(out, &channel)?;
            }
            AgreementCommand::End { who, agreement, reason } => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let taken =
                    opened.node.propose_ending(&session, agreement, reason).await.map_err(Failure::of)?;
                receipt(out, "comity-proposed", &taken);
            }
        }
        Ok(ExitCode::SUCCESS)
    })
}

/// The agreement whose digest begins so; the only one, if nothing is said.
pub fn named(opened: &Opened, session: &Session, begins: Option<&str>) -> Result<Channel, Failure> {
    let known = opened.node.agreements(session).map_err(Failure::of)?;
    let names = known.iter().map(|channel| channel.agreement().to_string()).collect::<Vec<_>>().join(", ");
    let mut fitting = known.into_iter().filter(|channel| {
        begins.is_none_or(|begins| !begins.is_empty() && channel.agreement().to_string().starts_with(begins))
    });
    match (fitting.next(), fitting.next()) {
        (Some(channel), None) => Ok(channel),
        _ => Err(Failure::new(
            "comity-agreement-unknown",
            vec![("named", begins.unwrap_or_default().to_owned()), ("known", names)],
        )),
    }
}

fn read(path: &Path) -> Result<DraftAgreement, Failure> {
    DraftAgreement::parse(&crate::export::read(path, MAX_DRAFT_BYTES)?).map_err(Failure::of)
}

fn text(path: &Path) -> Result<String, Failure> {
    let most = u64::try_from(MAX_CARD_BYTES).unwrap_or(u64::MAX);
    Ok(String::from_utf8_lossy(&crate::export::read(path, most)?).into_owned())
}

/// Tells what a draft says, and who has signed it.
fn tell(out: &Out, draft: &DraftAgreement, path: Option<&Path>) -> Result<(), Failure> {
    let agreement = draft.agreement().map_err(Failure::of)?;
    let signed_by = draft.signed_by().map_err(Failure::of)?;
    let digest = draft.digest();
    let answer = json!({
        "path": path.map(shown), "agreement": digest, "signed_by": signed_by, "text": terms(&agreement),
    });
    out.answer(&answer, |out| {
        print(out, &agreement);
        let names = signed_by.iter().filter_map(|office| agreement.party(*office).ok());
        let names: Vec<_> = names.map(|party| clean(&party.name)).collect();
        out.say("comity-agreement-signed-by", &[("offices", &names.join(", "))]);
        out.say("comity-agreement-compare", &[("digest", &digest.to_string())]);
        if let Some(path) = path {
            out.say("comity-agreement-written", &[("path", &shown(path))]);
        }
    });
    Ok(())
}

fn list(out: &Out, channel: &Channel) {
    let text = channel.agreed.agreement();
    let answer = json!({
        "agreement": channel.agreement(), "counterpart": channel.them().office, "name": channel.them().name,
        "country": channel.them().country, "valid_from": text.valid_from, "valid_until": text.valid_until,
        "exercise": text.exercise, "ended_by": channel.ended_by, "address": channel.address,
    });
    out.answer(&answer, |out| {
        let them = channel.them();
        out.line(&format!(
            "{}  {}, {} ({})  {} – {}",
            channel.agreement(),
            clean(&them.name),
            clean(&them.authority),
            them.country,
            text.valid_from,
            text.valid_until
        ));
        if channel.ended_by.is_some() {
            out.say("comity-agreement-ended", &[]);
        }
    });
}

fn show(out: &Out, channel: &Channel) -> Result<(), Failure> {
    let agreement = channel.agreed.agreement();
    let rules = Rules::compile(&channel.agreed).map_err(ExchangeError::from).map_err(Failure::of)?;
    let answer = json!({
        "agreement": channel.agreement(), "filed_by": channel.filed_by, "ended_by": channel.ended_by,
        "address": channel.address, "text": terms(agreement), "rules": rules.text(),
    });
    out.answer(&answer, |out| {
        print(out, agreement);
        out.say("comity-agreement-compare", &[("digest", &channel.agreement().to_string())]);
        if channel.ended_by.is_some() {
            out.say("comity-agreement-ended", &[]);
        }
        out.line("");
        out.line(rules.text().trim_end());
    });
    Ok(())
}

/// What an agreement says, for programs.
fn terms(agreement: &Agreement) -> Value {
    serde_json::to_value(agreement).unwrap_or_default()
}

/// What an agreement says, for people.
fn print(out: &Out, agreement: &Agreement) {
    let line = |key: &str, value: String| out.say(key, &[("value", &value)]);
    for party in &agreement.parties {
        out.line(&format!("{}, {} ({})", clean(&party.name), clean(&party.authority), party.country));
        line("comity-agreement-node", party.node.to_string());
        let signers: Vec<_> = party.signers.iter().map(|key| key.key_id().to_string()).collect();
        line("comity-agreement-signers", signers.join(", "));
    }
    if agreement.exercise {
        out.say("comity-agreement-exercise", &[]);
    }
    line("comity-agreement-days", format!("{} – {}", agreement.valid_from, agreement.valid_until));
    line("comity-agreement-purposes", words(&agreement.purposes));
    let kind = |term: &comity_channel::KindTerm| {
        if term.approval { format!("{} (2)", term.kind) } else { term.kind.to_string() }
    };
    line("comity-agreement-kinds", agreement.kinds.iter().map(kind).collect::<Vec<_>>().join(", "));
    line("comity-agreement-measures", words(&agreement.measures));
    line("comity-agreement-data", words(&agreement.data));
    line("comity-agreement-recipients", words(&agreement.recipients));
    if let Some(days) = agreement.retain_days {
        line("comity-agreement-retain", days.to_string());
    }
    out.say(if agreement.cosign { "comity-agreement-cosign" } else { "comity-agreement-no-cosign" }, &[]);
}

fn words<T: std::fmt::Display>(list: &[T]) -> String {
    list.iter().map(T::to_string).collect::<Vec<_>>().join(", ")
}
