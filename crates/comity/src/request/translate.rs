//! `comity request translate`: what a request says in the language of the other side.

use std::collections::BTreeMap;

use comity_casework::request::ToTranslate;
use comity_request::TermPair;
use serde_json::json;

use super::{Desk, next};
use crate::case::shown as shown_text;
use crate::cli::request::{When, Which};
use crate::out::{Failure, Out};

/// Lists the texts with what is proposed, or takes translations.
pub async fn run(
    out: &Out,
    which: &Which,
    set: &[String],
    taken: &[usize],
    seen: Option<u32>,
    when: When,
) -> Result<(), Failure> {
    let desk = Desk::open(out, which).await?;
    let (node, session, case, id) = (desk.node(), &desk.session, desk.case, desk.id());
    let texts = node.texts_to_translate(session, case, id).map_err(Failure::of)?;
    if set.is_empty() && taken.is_empty() {
        let version = desk.request.version().request.number;
        for (number, text) in (1..).zip(&texts) {
            tell(out, version, number, text);
        }
        let command = format!("{} --version {version}", desk.command("translate"));
        out.say("comity-request-translate-how", &[("command", &command)]);
        return Ok(());
    }
    let mut said = BTreeMap::new();
    for number in taken {
        let text = number.checked_sub(1).and_then(|place| texts.get(place));
        // What is only alike may say the opposite; it is read, and typed.
        let proposed = text.and_then(|text| text.proposals.iter().find(|known| known.of == text.text));
        let proposed = proposed.ok_or_else(|| {
            Failure::new("comity-request-translate-nothing", vec![("number", number.to_string())])
        })?;
        said.insert(*number, proposed.translation.clone());
    }
    for word in set {
        let wrong = || Failure::new("comity-request-translate-set", vec![("text", shown_text(word))]);
        let (number, words) = word.split_once('=').ok_or_else(wrong)?;
        let number = number.trim().parse().map_err(|_| wrong())?;
        said.insert(number, super::words_or_file(words)?);
    }
    let done =
        node.translate_request(session, case, id, &said, seen, when.with(out)?).await.map_err(Failure::of)?;
    let request = desk.again()?;
    let version = request.version().request.number;
    let missing = node.texts_to_translate(session, case, id).map_err(Failure::of)?;
    let missing = missing.iter().filter(|text| text.translation.is_none()).count();
    let answer = json!({ "entry": done.0.entry, "version": version, "untranslated": missing });
    out.answer(&answer, |out| {
        let values = [("version", version.to_string()), ("missing", missing.to_string())];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        out.say("comity-request-translated", &values);
        next(out, case, &request);
    });
    Ok(())
}

fn tell(out: &Out, version: u32, number: usize, text: &ToTranslate) {
    let proposals = text.proposals.iter().map(|proposal| {
        json!({
            "of": proposal.of, "translation": proposal.translation, "alike": proposal.alike,
            "reference": proposal.reference,
        })
    });
    let answer = json!({
        "version": version, "number": number, "field": text.field, "text": text.text, "translation": text.translation,
        "proposals": proposals.collect::<Vec<_>>(), "terms": text.terms,
    });
    out.answer(&answer, |out| {
        out.line(&format!("{number:>3}  {}: {}", text.field, shown_text(&text.text)));
        match &text.translation {
            Some(translation) => out.line(&format!("     = {}", shown_text(translation))),
            None => {
                for proposal in &text.proposals {
                    let values = [
                        ("of", shown_text(&proposal.of)),
                        ("alike", proposal.alike.to_string()),
                        ("reference", shown_text(&proposal.reference)),
                        ("translation", shown_text(&proposal.translation)),
                    ];
                    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
                    out.say("comity-request-translate-before", &values);
                }
            }
        }
        for TermPair { term, translation, verified, .. } in &text.terms {
            let sure = if *verified { "" } else { " (?)" };
            out.line(&format!("     {} = {}{sure}", shown_text(term), shown_text(translation)));
        }
    });
}
