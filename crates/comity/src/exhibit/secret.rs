//! Secrets that a search of an exhibit found: sealed to two officers, and seen by one as the other approves.

use std::io::Write as _;
use std::path::Path;

use comity_adapters::world::SystemEntropy;
use comity_casework::age::{Lock, Sealer};
use comity_casework::lead::NewScan;
use comity_casework::secret::{FoundSecret, Revealed};
use comity_casework::{Receipt, Recipient, Session};
use comity_record::{CaseId, EntryId, OfficerId};
use comity_scan::Kind;
use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::case::{as_answer, receipt};
use crate::cli::{OfExhibit, SecretOfExhibit};
use crate::decision;
use crate::engine::scan::secrets::Carried;
use crate::folder::{self, Opened};
use crate::out::{Failure, Out, clean, shown};
use crate::outside::Outside;
use crate::tasks::scan::SECRETS;

/// The two officers to whom secrets are to be sealed, if any are named.
pub fn holders(
    opened: &Opened,
    session: &Session,
    case: CaseId,
    named: &[String],
) -> Result<Option<[OfficerId; 2]>, Failure> {
    let officers = match named {
        [] => return Ok(None),
        [first, second] => {
            let officer = |named: &String| folder::officer(&opened.node, session.office(), named);
            [officer(first)?, officer(second)?]
        }
        _ => return Err(Failure::new("comity-secret-two-officers", vec![])),
    };
    opened.node.check_holders(session, case, officers).map_err(Failure::of)?;
    Ok(Some(officers))
}

/// What the child is told to look for.
pub fn parameters(kinds: &[String], wants_secrets: bool) -> String {
    let mut parameters = kinds.to_vec();
    parameters.extend(wants_secrets.then(|| SECRETS.to_owned()));
    parameters.join("\n")
}

/// The secrets of a file, each with what names it.
pub fn of_file(secrets: Vec<Carried>) -> impl Iterator<Item = FoundSecret> {
    let text = |hit: &Value, name: &str| hit[name].as_str().map(clean).unwrap_or_default();
    secrets.into_iter().map(move |Carried { hit, text: secret }| FoundSecret {
        fingerprint: text(&hit, "fingerprint"),
        kind: text(&hit, "kind"),
        text: secret,
    })
}

/// Records a scan, and seals its secrets where two officers are named.
pub async fn record_scan(
    opened: &Opened,
    session: &Session,
    (case, exhibit): (CaseId, u32),
    scan: NewScan,
    (officers, secrets): (Option<[OfficerId; 2]>, Vec<FoundSecret>),
) -> Result<(Receipt, Option<Receipt>), Failure> {
    let recorded = match officers {
        Some(officers) => {
            opened.node.record_scan_sealing(session, case, exhibit, scan, (officers, secrets)).await
        }
        None => opened.node.record_scan(session, case, exhibit, scan).await.map(|scan| (scan, None)),
    };
    recorded.map_err(Failure::of)
}

/// Tells people what became of the secrets among these hits.
pub fn tell(out: &Out, hits: &[Value], sealed: Option<&Receipt>, kept: bool) {
    let is_secret = |hit: &&Value| {
        hit["kind"].as_str().and_then(|kind| kind.parse::<Kind>().ok()).is_some_and(Kind::is_secret)
    };
    let count = hits.iter().filter(is_secret).count().to_string();
    match sealed {
        Some(sealed) => out.say("comity-secrets-sealed", &[("entry", &sealed.entry.to_string())]),
        None if !kept && count != "0" => out.say("comity-secrets-masked", &[("count", &count)]),
        None => {}
    }
}

/// Lists what is kept, asks, or shows.
pub async fn secret(out: &Out, words: SecretOfExhibit) -> Result<(), Failure> {
    let SecretOfExhibit { exhibit, fingerprint, reason, asked, recipient, out: to } = words;
    match (fingerprint, reason, asked) {
        (Some(fingerprint), Some(reason), _) => ask(out, &exhibit, &fingerprint, reason).await,
        (Some(fingerprint), None, Some(asked)) => {
            let to = recipient.as_deref().zip(to.as_deref());
            see(out, &exhibit, &fingerprint, asked, to).await
        }
        (Some(_), None, None) => Err(Failure::new("comity-secret-reason", vec![])),
        (None, ..) => list(out, &exhibit).await,
    }
}

async fn ask(out: &Out, words: &OfExhibit, fingerprint: &str, reason: String) -> Result<(), Failure> {
    let (opened, session) = folder::sign_in(out, &words.who).await?;
    let case = opened.case(&session, &words.case)?;
    let asked = opened.node.ask_for_secret(&session, case, words.exhibit, fingerprint, reason).await;
    let taken = asked.map_err(Failure::of)?;
    receipt(out, "comity-proposed", &taken);
    decision::of_case(out, &opened, &session, case, taken.entry).await
}

/// Shows a secret on the terminal, or seals it to a key.
async fn see(
    out: &Out,
    words: &OfExhibit,
    fingerprint: &str,
    asked: EntryId,
    to: Option<(&str, &Path)>,
) -> Result<(), Failure> {
    let to = match to {
        Some((key, path)) => {
            let key: Recipient = key.parse().map_err(Failure::of)?;
            let lock = Lock::Recipients(std::slice::from_ref(&key));
            let file = Sealer::begin(Outside::create(path)?, lock, &SystemEntropy).map_err(Failure::of)?;
            Some((key, path, file))
        }
        None if out.on_terminal() => None,
        None => return Err(Failure::new("comity-secret-no-terminal", vec![])),
    };
    let (opened, session) = folder::sign_in(out, &words.who).await?;
    let case = opened.case(&session, &words.case)?;
    let key = to.as_ref().map(|(key, ..)| key.key_id());
    let seen = opened.node.reveal_secret(&session, case, asked, fingerprint, key).await;
    let (secrets, taken) = seen.map_err(Failure::of)?;
    let Some((_, path, mut file)) = to else {
        for Revealed { kinds, text } in &secrets {
            out.line(&kinds.iter().map(|kind| clean(kind)).collect::<Vec<_>>().join(", "));
            out.reveal(&for_terminal(text));
        }
        receipt(out, "comity-secret-seen", &taken);
        return Ok(());
    };
    for Revealed { kinds, text } in &secrets {
        let text = std::str::from_utf8(text).unwrap_or_default();
        let line = Line { fingerprint, kinds, secret: text };
        serde_json::to_writer(&mut file, &line)
            .map_err(std::io::Error::from)
            .and_then(|()| file.write_all(b"\n"))
            .map_err(|error| Failure::file("write", path, error))?;
    }
    file.finish().map_err(|error| Failure::file("write", path, error))?.settle()?;
    let mut answer = as_answer(&taken);
    answer["path"] = json!(shown(path));
    out.answer(&answer, |out| {
        let entry = taken.entry.to_string();
        out.say("comity-secret-written", &[("path", &shown(path)), ("entry", &entry)]);
    });
    Ok(())
}

#[derive(serde::Serialize)]
struct Line<'a> {
    fingerprint: &'a str,
    kinds: &'a std::collections::BTreeSet<String>,
    secret: &'a str,
}

/// A secret as a terminal may show it: it was found in foreign bytes.
fn for_terminal(secret: &[u8]) -> Zeroizing<String> {
    let text = std::str::from_utf8(secret).unwrap_or_default();
    // What stands for a letter that would steer the terminal is never longer than three bytes.
    let mut told = Zeroizing::new(String::with_capacity(3 * text.len() + 1));
    told.extend(
        text.chars().map(|c| if c.is_control() && c != '\n' { char::REPLACEMENT_CHARACTER } else { c }),
    );
    told.push('\n');
    told
}

/// What is kept, and who saw it.
async fn list(out: &Out, words: &OfExhibit) -> Result<(), Failure> {
    let OfExhibit { who, case, exhibit } = words;
    let (opened, session) = folder::sign_in(out, who).await?;
    let case = opened.case(&session, case)?;
    let state = opened.node.state();
    let office = state.office(session.office()).map_err(Failure::of)?;
    let name = |id: OfficerId| office.officers.get(&id).map_or_else(|| id.to_string(), |it| it.name.clone());
    let number = state.case(case).and_then(|known| known.exhibits.entry(*exhibit)).map_err(Failure::of)?;
    let mut kept = Vec::new();
    for list in opened.node.kept_secrets(&session, case, *exhibit).await.map_err(Failure::of)? {
        let Some(officers) = list.officers else { continue };
        let secrets = opened.node.fingerprints(&session, case, &list).await.map_err(Failure::of)?;
        let secrets =
            secrets.iter().map(|(fingerprint, kinds)| json!({ "fingerprint": fingerprint, "kinds": kinds }));
        kept.push(json!({
            "entry": list.entry, "scan": list.scan, "withdrawn": list.withdrawn,
            "officers": officers.map(|holder| name(holder.officer)), "secrets": secrets.collect::<Vec<_>>(),
        }));
    }
    let looks = opened.node.looks(&session, case).await.map_err(Failure::of)?;
    let looks: Vec<_> = looks.into_iter().filter(|look| look.exhibit == number).collect();
    out.answer(&json!({ "kept": kept, "looks": looks }), |out| {
        for list in &kept {
            let text = |value: &Value| value.as_str().map(clean).unwrap_or_default();
            let texts = |value: &Value| {
                let all = value.as_array().map(Vec::as_slice).unwrap_or_default();
                all.iter().map(text).collect::<Vec<_>>().join(", ")
            };
            let officers = texts(&list["officers"]);
            out.say("comity-secrets-kept", &[("entry", &text(&list["entry"])), ("officers", &officers)]);
            for secret in list["secrets"].as_array().map(Vec::as_slice).unwrap_or_default() {
                out.line(&format!("  {}  {}", text(&secret["fingerprint"]), texts(&secret["kinds"])));
            }
        }
        for look in &looks {
            let values = [
                ("at", look.at.to_string()),
                ("fingerprint", look.fingerprint.clone()),
                ("by", clean(&look.by.name)),
                ("approved", clean(&look.approved_by.name)),
                ("reason", clean(&look.reason)),
            ];
            out.say("comity-secret-look", &values.each_ref().map(|(name, value)| (*name, value.as_str())));
        }
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_secret_steers_the_terminal() {
        assert_eq!(for_terminal(b"legal\x1b[2K winner\nthank").as_str(), "legal\u{fffd}[2K winner\nthank\n");
        assert_eq!(for_terminal("\u{9b}\u{1}".as_bytes()).as_str(), "\u{fffd}\u{fffd}\n");
    }
}
