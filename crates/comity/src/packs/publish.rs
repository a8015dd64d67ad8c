//! Packs on their way from office to office: released by two persons of one, taken over by two of the other.

use std::path::Path;
use std::process::ExitCode;

use comity_casework::exchange::{MAX_CARD_BYTES, PartyCard};
use comity_casework::{Publisher, Session};
use comity_record::OfficeId;
use comity_record::bundle::Bundle;
use serde_json::{Value, json};

use super::{check, compare, open, read, signed_by, signers};
use crate::case::{as_answer, receipt};
use crate::cli::As;
use crate::folder::{self, Opened};
use crate::out::{Failure, Out, clean, shown};
use crate::outside;

/// Writes a bundle that one officer has signed.
pub async fn bundle(out: &Out, who: &As, folder: &Path, to: &Path) -> Result<ExitCode, Failure> {
    let pack = read(folder)?;
    check(&pack)?;
    if to.exists() {
        return Err(Failure::new("comity-file-exists", vec![("path", shown(to))]));
    }
    let (opened, session) = folder::sign_in(out, who).await?;
    let (signed, _) = opened.node.sign_bundle(&session, &Bundle::new(pack)).await.map_err(Failure::of)?;
    outside::write(to, &signed.to_bytes().map_err(Failure::of)?)?;
    tell_signed(out, &signed, to);
    Ok(ExitCode::SUCCESS)
}

/// Puts the signature of another officer to a bundle.
pub async fn sign(out: &Out, who: &As, file: &Path) -> Result<ExitCode, Failure> {
    let bundle = open(file)?;
    let (opened, session) = folder::sign_in(out, who).await?;
    // Whoever signs answers for what it changes.
    let compared = opened.node.compare_with_force(session.office(), bundle.pack()).map_err(Failure::of)?;
    let (signed, _) = opened.node.sign_bundle(&session, &bundle).await.map_err(Failure::of)?;
    outside::replace(file, &signed.to_bytes().map_err(Failure::of)?)?;
    if !out.is_json() {
        compare::tell(out, &compared, compare::Length::Short);
    }
    tell_signed(out, &signed, file);
    Ok(ExitCode::SUCCESS)
}

fn tell_signed(out: &Out, bundle: &Bundle, path: &Path) {
    let pack = bundle.pack();
    let (name, version) = (&pack.manifest().name, &pack.manifest().version);
    let answer = json!({
        "bundle": shown(path), "name": name, "version": version, "digest": pack.digest(),
        "signed_by": signed_by(bundle.signatures()),
    });
    out.answer(&answer, |out| {
        let (digest, version) = (pack.digest().to_string(), clean(version));
        let values =
            [("name", name.as_str()), ("version", &version), ("digest", &digest), ("path", &shown(path))];
        out.say("comity-pack-signed", &values);
        signers(out, bundle.signatures());
        if bundle.signatures().len() < comity_casework::LEAST_SIGNERS {
            out.say("comity-pack-sign-next", &[("path", &shown(path))]);
        }
    });
}

/// Shows the publisher of a card.
pub fn card(out: &Out, path: &Path) -> Result<(), Failure> {
    let publisher = Publisher::of_card(&read_card(path)?);
    out.answer(&as_value(&publisher), |out| {
        tell_publisher(out, &publisher);
        out.say("comity-publisher-compare", &[("digest", &publisher.digest().to_string())]);
    });
    Ok(())
}

/// Proposes to trust a publisher.
pub async fn trust(out: &Out, who: &As, card: &Path, reason: String) -> Result<ExitCode, Failure> {
    let card = read_card(card)?;
    let (opened, session) = folder::sign_in(out, who).await?;
    let proposed = opened.node.propose_publisher(&session, &card, reason).await.map_err(Failure::of)?;
    let publisher = Publisher::of_card(&card);
    let answer = json!({ "entry": proposed.entry, "publisher": as_value(&publisher) });
    out.answer(&answer, |out| {
        out.say("comity-proposed", &[("entry", &proposed.entry.to_string())]);
        out.say("comity-publisher-compare", &[("digest", &publisher.digest().to_string())]);
    });
    Ok(ExitCode::SUCCESS)
}

/// Proposes to trust a publisher no more.
pub async fn distrust(out: &Out, who: &As, publisher: OfficeId, reason: String) -> Result<ExitCode, Failure> {
    let (opened, session) = folder::sign_in(out, who).await?;
    let proposed = opened.node.propose_distrust(&session, publisher, reason).await.map_err(Failure::of)?;
    receipt(out, "comity-proposed", &proposed);
    Ok(ExitCode::SUCCESS)
}

/// Lists the publishers that the office trusts.
pub async fn publishers(out: &Out, who: &As) -> Result<ExitCode, Failure> {
    let (opened, session) = folder::sign_in(out, who).await?;
    for publisher in opened.node.publishers(&session).map_err(Failure::of)? {
        out.answer(&as_value(&publisher), |out| tell_publisher(out, &publisher));
    }
    Ok(ExitCode::SUCCESS)
}

/// Takes over a bundle: nothing is changed unless all of it is sound.
pub async fn take(
    out: &Out,
    who: &As,
    file: &Path,
    older: bool,
    reason: String,
) -> Result<ExitCode, Failure> {
    let bundle = open(file)?;
    let (opened, session) = folder::sign_in(out, who).await?;
    let examined = opened.node.examine_bundle(&session, &bundle, older, reason).map_err(Failure::of)?;
    let pack = bundle.pack();
    let compared = opened.node.compare_with_force(session.office(), pack).map_err(Failure::of)?;
    let taken = examined.taken.clone();
    // It is there before anybody can put it in force: with one in force that is not, the node would not start again.
    folder::keep_pack(&who.at.folder, pack)?;
    opened.node.packs().add([pack.clone()]).map_err(Failure::of)?;
    let proposed = opened.node.propose_examined(examined).await.map_err(Failure::of)?;
    let signed = taken.signed().map_err(Failure::of)?;
    let mut answer = as_answer(&proposed);
    if let Value::Object(fields) = &mut answer {
        fields.insert("name".to_owned(), json!(taken.pack.name));
        fields.insert("version".to_owned(), json!(taken.version));
        fields.insert("digest".to_owned(), json!(taken.pack.digest));
        fields.insert("publisher".to_owned(), json!(taken.publisher));
        fields.insert("signed_by".to_owned(), signed_by(&signed));
        fields.insert("changes".to_owned(), json!(*compared));
    }
    out.answer(&answer, |out| {
        let publisher = publisher_name(&opened, &session, taken.publisher);
        out.say("comity-pack-taken", &[("publisher", &publisher)]);
        signers(out, &signed);
        compare::tell(out, &compared, compare::Length::Short);
        out.say("comity-proposed", &[("entry", &proposed.entry.to_string())]);
    });
    Ok(ExitCode::SUCCESS)
}

/// What people call a publisher that is trusted.
fn publisher_name(opened: &Opened, session: &Session, publisher: OfficeId) -> String {
    let state = opened.node.state();
    let known = state.office(session.office()).ok().and_then(|office| office.publishers.get(&publisher));
    known.map_or_else(|| publisher.to_string(), |publisher| clean(&publisher.name))
}

fn read_card(path: &Path) -> Result<PartyCard, Failure> {
    let most = u64::try_from(MAX_CARD_BYTES).unwrap_or(u64::MAX);
    let bytes = crate::export::read(path, most)?;
    PartyCard::from_toml(&String::from_utf8_lossy(&bytes)).map_err(Failure::of)
}

/// A publisher for programs.
pub fn as_value(publisher: &Publisher) -> Value {
    let keys: Vec<_> = publisher.signers.iter().map(|key| key.key_id().to_string()).collect();
    json!({
        "office": publisher.office, "name": publisher.name, "country": publisher.country,
        "authority": publisher.authority, "exercise": publisher.exercise, "signers": keys,
        "digest": publisher.digest(),
    })
}

/// A publisher for people.
pub fn tell_publisher(out: &Out, publisher: &Publisher) {
    let Publisher { office, name, country, authority, .. } = publisher;
    out.line(&format!("{office}  {}, {} ({country})", clean(name), clean(authority)));
    for key in &publisher.signers {
        out.say("comity-publisher-key", &[("key", &key.key_id().to_string())]);
    }
}
