//! The hits of a recorded search, by their numbers in it.

use comity_casework::Session;
use comity_casework::lead::FoundHit;
use comity_record::{CaseId, EntryId};
use serde_json::{Value, json};

use crate::cli::{HitsOfScan, WhichSearch};
use crate::engine::scan::check_kinds;
use crate::folder::{self, Opened};
use crate::out::{Failure, Out, clean, escaped};
use crate::tasks::scan::rules::KIND as RULE;

/// So many hits a person is shown who does not say how many.
const SHOWN: usize = 200;

/// The entry of a search.
pub fn scan_of(
    opened: &Opened,
    session: &Session,
    case: CaseId,
    which: WhichSearch,
) -> Result<EntryId, Failure> {
    match which {
        WhichSearch::Scan(scan) => Ok(scan),
        WhichSearch::Exhibit(number) => opened.node.last_scan(session, case, number).map_err(Failure::of),
    }
}

/// Prints the hits that are asked for.
pub async fn hits(out: &Out, words: HitsOfScan) -> Result<(), Failure> {
    let kinds: Vec<_> = words.kinds.iter().filter(|kind| *kind != RULE).cloned().collect();
    check_kinds(&kinds)?;
    let (opened, session) = folder::sign_in(out, &words.who).await?;
    let case = opened.case(&session, &words.case)?;
    let scan = scan_of(&opened, &session, case, words.of)?;
    let all = opened.node.hits(&session, case, scan).await.map_err(Failure::of)?;
    let of_all = all.len();
    let numbered = (1_u64..).zip(all);
    let wanted: Vec<_> = numbered.filter(|(_, hit)| words.wants(hit)).collect();
    // A program takes all, and a person as many as can be read.
    let most = match words.limit {
        _ if words.all => usize::MAX,
        Some(limit) => limit.get(),
        None if out.is_json() => usize::MAX,
        None => SHOWN,
    };
    for (number, hit) in wanted.iter().take(most) {
        let mut answer = hit.clone();
        answer["number"] = json!(number);
        out.answer(&answer, |out| print(out, *number, hit));
    }
    let shown = wanted.len().min(most);
    if shown < wanted.len() || wanted.len() < of_all {
        let values =
            [("shown", shown.to_string()), ("wanted", wanted.len().to_string()), ("all", of_all.to_string())];
        let key = if shown < wanted.len() { "comity-hits-more" } else { "comity-hits-of" };
        out.say(key, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
    }
    Ok(())
}

impl HitsOfScan {
    /// Whether a hit is of those that are asked for.
    fn wants(&self, hit: &Value) -> bool {
        let text = |name: &str| hit[name].as_str().unwrap_or_default();
        let has = |part: &str, names: &[&str]| {
            let part = part.to_lowercase();
            names.iter().any(|name| text(name).to_lowercase().contains(&part))
        };
        (self.kinds.is_empty() || self.kinds.iter().any(|kind| kind == text("kind")))
            && (self.classes.is_empty() || self.classes.iter().any(|class| class == text("class")))
            && self.find.as_ref().is_none_or(|part| has(part, &["value", "canonical", "fingerprint"]))
            && self.file.as_ref().is_none_or(|part| has(part, &["file"]))
    }
}

/// Prints hits of a search that was just made: the first of them, with how to see the others.
pub fn print_first(out: &Out, hits: &[Value]) {
    for (number, hit) in (1..).zip(hits).take(SHOWN) {
        print(out, number, hit);
    }
    if hits.len() > SHOWN {
        let (shown, all) = (SHOWN.to_string(), hits.len().to_string());
        out.say("comity-hits-more", &[("shown", &shown), ("wanted", &all), ("all", &all)]);
    }
}

fn print(out: &Out, number: u64, hit: &Value) {
    if let Ok(hit) = serde_json::from_value::<FoundHit>(hit.clone()) {
        let what = hit.fingerprint.map_or_else(|| hit.value.clone(), |f| format!("{} {f}", hit.value));
        let (path, what) = (escaped(&hit.path), escaped(&what));
        out.line(&clean(&format!("{number:>6}  {path}  {}  {}  {what}", hit.kind, hit.class)));
    }
}
