//! `comity office provisions`: the wording of provisions that the office keeps.

use comity_casework::{KeptProvision, MAX_TEXT, Provision};
use serde_json::json;

use crate::case::receipt;
use crate::cli::{AddProvision, ProvisionsCommand};
use crate::folder;
use crate::out::{Failure, Out, clean};
use crate::request::read;

pub async fn run(out: &Out, command: ProvisionsCommand) -> Result<(), Failure> {
    match command {
        ProvisionsCommand::Add(arguments) => add(out, *arguments).await?,
        ProvisionsCommand::List { who, country } => {
            let (opened, session) = folder::sign_in(out, &who).await?;
            let kept = opened.node.provisions(&session).map_err(Failure::of)?;
            let of = |kept: &&KeptProvision| country.is_none_or(|country| kept.provision.country == country);
            for kept in kept.iter().filter(of) {
                out.answer(&json!(kept), |out| show(out, kept));
            }
        }
        ProvisionsCommand::Remove { who, entry, reason } => {
            let (opened, session) = folder::sign_in(out, &who).await?;
            let removed = opened.node.remove_provision(&session, entry, reason).await;
            receipt(out, "comity-recorded", &removed.map_err(Failure::of)?);
        }
    }
    Ok(())
}

async fn add(out: &Out, arguments: AddProvision) -> Result<(), Failure> {
    let AddProvision { who, country, statute, article, language, text, source, as_of, confirmed_by } =
        arguments;
    let most = u64::try_from(MAX_TEXT).unwrap_or(u64::MAX).saturating_add(1);
    let words = String::from_utf8(read(&text, most)?)
        .map_err(|e| Failure::file("read", &text, std::io::Error::new(std::io::ErrorKind::InvalidData, e)))?;
    let (opened, session) = folder::sign_in(out, &who).await?;
    let own = opened.node.state().office(session.office()).map_err(Failure::of)?.country;
    let country = country.unwrap_or(own);
    let text = words.trim().to_owned();
    let provision = Provision { country, statute, article, language, text, source, as_of, confirmed_by };
    let added = opened.node.add_provision(&session, provision).await.map_err(Failure::of)?;
    receipt(out, "comity-recorded", &added);
    Ok(())
}

/// A wording as people read it: what it is, then the words.
pub fn show(out: &Out, kept: &KeptProvision) {
    let KeptProvision { entry, provision, .. } = kept;
    let values = [
        ("entry", entry.to_string()),
        ("country", provision.country.to_string()),
        ("provision", clean(&provision.name())),
        ("language", provision.language.to_string()),
        ("day", provision.as_of.to_string()),
        ("source", clean(&provision.source)),
        ("who", clean(&provision.confirmed_by)),
    ];
    out.say("comity-provision", &values.each_ref().map(|(name, value)| (*name, value.as_str())));
    for line in provision.text.lines() {
        out.line(&format!("    {}", clean(line)));
    }
}
