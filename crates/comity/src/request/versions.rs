//! `comity request versions` and `compare`: the kept versions, and what one says differently from another.

use comity_casework::request::{Request, Version};
use comity_record::OfficerId;
use serde_json::json;

use super::Desk;
use super::told::head;
use crate::case::shown;
use crate::cli::request::Which;
use crate::out::{Failure, Out, plain};
use crate::{folder, report};

pub async fn list(out: &Out, which: &Which) -> Result<(), Failure> {
    let desk = Desk::open(out, which).await?;
    let request = &desk.request;
    if !out.is_json() {
        head(out, request);
    }
    for version in &request.versions {
        let number = version.request.number;
        let before = request.compare_versions(None, Some(number)).map_err(Failure::of)?;
        let fields: Vec<_> = before.fields.iter().map(|change| change.field.as_str()).collect();
        let answer = json!({
            "number": number, "entry": version.entry, "by": version.by, "act": version.act,
            "digest": version.digest, "verdict": version.verdict(), "changed": fields,
        });
        out.answer(&answer, |out| {
            line(out, desk.node(), version);
            if !fields.is_empty() {
                out.say("comity-request-version-changed", &[("fields", &fields.join(", "))]);
            }
        });
    }
    let told = ("command", &*desk.command("compare"));
    out.say("comity-request-version-compare", &[told]);
    Ok(())
}

pub async fn compare(out: &Out, which: &Which, from: Option<u32>, to: Option<u32>) -> Result<(), Failure> {
    let desk = Desk::open(out, which).await?;
    let request: &Request = &desk.request;
    let changes = request.compare_versions(from, to).map_err(Failure::of)?;
    out.answer(&changes.told(), |out| {
        for version in [&changes.from, &changes.to] {
            line(out, desk.node(), version);
        }
        if changes.is_empty() {
            return out.say("comity-request-compare-same", &[]);
        }
        for change in &changes.fields {
            let label = plain(&out.message(changes.label(change), &[]));
            out.line(&format!("{} ({label})", change.field));
            report::change(out, change);
        }
        let listed = |ids: &[String]| if ids.is_empty() { "–".to_owned() } else { ids.join(", ") };
        if let Some((before, after)) = changes.cited() {
            let values = [("before", listed(before)), ("after", listed(after))];
            out.say("comity-request-compare-cited", &values.each_ref().map(|(name, v)| (*name, v.as_str())));
        }
        if let Some((before, after)) = changes.translation() {
            let tag = |language: Option<&comity_record::Language>| {
                language.map_or_else(|| "–".to_owned(), ToString::to_string)
            };
            let values = [("before", tag(before)), ("after", tag(after))];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            out.say("comity-request-compare-translation", &values);
        }
        for (other, key) in [
            (changes.other_form(), "comity-request-compare-form"),
            (changes.other_law(), "comity-request-compare-law"),
        ] {
            if other {
                out.say(key, &[]);
            }
        }
    });
    Ok(())
}

/// One version: which, who wrote it, when.
fn line(out: &Out, node: &folder::Node, version: &Version) {
    let (number, at) = (version.request.number.to_string(), version.act.to_string());
    let values = [("number", number.as_str()), ("name", &name(node, version.by)), ("at", &at)];
    out.say("comity-request-version", &values);
}

/// What the office calls an officer.
fn name(node: &folder::Node, officer: OfficerId) -> String {
    let state = node.state();
    let known = state.offices().find_map(|office| office.officers.get(&officer));
    known.map_or_else(|| officer.to_string(), |officer| shown(&officer.name))
}
