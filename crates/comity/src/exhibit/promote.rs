//! `comity evidence promote`, `comity case accounts`, and what other cases know of them: `comity case matches`,
//! `ask-owner`, `questions` and `answer-owner`.

use comity_casework::exhibit::label;
use comity_casework::lead::{As, Choice, Elsewhere, FoundAt, Match, Question};
use comity_casework::{Session, State};
use comity_record::entry::Author;
use comity_record::{CaseId, EntryId, OfficeId};
use serde_json::{Value, json};

use super::{hits, withdrawn};
use crate::case::receipt;
use crate::cli::{AnswerOwner, AskOwner, CaseName, PromoteHits};
use crate::engine::scan;
use crate::folder::{self, Opened};
use crate::out::{Failure, Out, clean};

/// Takes hits of a scan into the case, and says which of them other cases know.
pub async fn promote(out: &Out, words: PromoteHits) -> Result<(), Failure> {
    let PromoteHits { who, case, of, hits, kinds, all_verified, becomes, role, reason } = words;
    scan::check_kinds(&kinds)?;
    if hits.is_empty() && kinds.is_empty() && !all_verified {
        return Err(Failure::new("comity-promote-what", vec![]));
    }
    let (opened, session) = folder::sign_in(out, &who).await?;
    let case = opened.case(&session, &case)?;
    let scan = hits::scan_of(&opened, &session, case, of)?;
    let choice = Choice { lines: hits, kinds, verified: all_verified };
    let how = As { becomes, role, reason };
    let promoted =
        opened.node.promote_hits(&session, case, scan, &choice, &how).await.map_err(Failure::of)?;
    let entries = |receipts: &[comity_casework::Receipt]| -> Vec<EntryId> {
        receipts.iter().map(|receipt| receipt.entry).collect()
    };
    let (made, placed) = (entries(&promoted.made), entries(&promoted.placed));
    let mut matches = opened.node.account_matches(&session, case).await.map_err(Failure::of)?;
    matches.retain(|found| made.contains(&found.own));
    let state = opened.node.state();
    let answer = json!({
        "entry": made.first().or(placed.first()), "made": made, "placed": placed, "known": promoted.known,
        "matches": matches.iter().map(|found| as_json(&state, found)).collect::<Vec<_>>(),
    });
    out.answer(&answer, |out| {
        for entry in made.iter().chain(&placed) {
            out.say("comity-recorded", &[("entry", &entry.to_string())]);
        }
        out.say(
            "comity-promoted",
            &[
                ("made", &made.len().to_string()),
                ("placed", &placed.len().to_string()),
                ("known", &promoted.known.to_string()),
            ],
        );
        for found in &matches {
            print(out, &state, found);
        }
    });
    Ok(())
}

/// The wallets, accounts and subjects of a case.
pub async fn accounts(out: &Out, who: &crate::cli::As, case: &CaseName) -> Result<(), Failure> {
    let (opened, session) = folder::sign_in(out, who).await?;
    let case = opened.case(&session, case)?;
    for account in opened.node.accounts(&session, case).await.map_err(Failure::of)? {
        let becomes = account.promoted.as_ref().map(comity_casework::lead::HitPromoted::becomes);
        let places: Vec<_> = account.places.iter().map(place_json).collect();
        let answer = json!({
            "entry": account.entry, "account": account.promoted, "becomes": becomes, "places": places,
            "withdrawn": account.withdrawn,
        });
        out.answer(&answer, |out| {
            let gone = || out.message("comity-content-gone", &[]);
            let said = account.promoted.as_ref().map_or_else(gone, |promoted| {
                let hit = &promoted.hit;
                let value = hit.name().unwrap_or(&hit.value);
                let becomes = out.message(&format!("comity-becomes-{}", promoted.becomes().as_str()), &[]);
                format!("{becomes}  {}  {}  {value}  {}", hit.kind, promoted.role, promoted.reason)
            });
            out.line(&clean(&format!("{}  {said}{}", account.entry, withdrawn(out, account.withdrawn))));
            let lines: Vec<_> = account.places.iter().map(place_line).collect();
            for line in out.first(&lines) {
                out.line(&format!("  {line}"));
            }
        });
    }
    Ok(())
}

fn place_json(found: &FoundAt) -> Value {
    json!({
        "entry": found.by, "scan": found.scan, "exhibit": found.exhibit.map(label), "hit": found.place.line,
        "file": found.place.file, "path": found.place.path, "offset": found.place.offset,
    })
}

fn place_line(found: &FoundAt) -> String {
    clean(&format!("{}  {}", found.exhibit.map(label).unwrap_or_default(), found.place.path))
}

/// The values of a case that other cases know.
pub async fn matches(out: &Out, who: &crate::cli::As, case: &CaseName) -> Result<(), Failure> {
    let (opened, session) = folder::sign_in(out, who).await?;
    let case = opened.case(&session, case)?;
    let state = opened.node.state();
    let matches = opened.node.matches(&session, case).await.map_err(Failure::of)?;
    if matches.is_empty() && !out.is_json() {
        out.say("comity-matches-none", &[]);
    }
    for found in &matches {
        out.answer(&as_json(&state, found), |out| print(out, &state, found));
    }
    Ok(())
}

fn as_json(state: &State, found: &Match) -> Value {
    let elsewhere = found.elsewhere.iter().map(|at| match at {
        Elsewhere::Open { case, entry, line, exhibit } => {
            json!({ "case": case, "entry": entry, "hit": line, "exhibit": exhibit.map(label) })
        }
        Elsewhere::Closed { office } => json!({ "ask": named(state, *office) }),
    });
    json!({
        "kind": found.kind, "value": found.value, "entry": found.own, "hit": found.line,
        "elsewhere": elsewhere.collect::<Vec<_>>(),
    })
}

fn print(out: &Out, state: &State, found: &Match) {
    out.line(&clean(&format!("{}  {}  {}", found.value, found.kind, found.own)));
    for at in &found.elsewhere {
        let said = match at {
            Elsewhere::Open { case, entry, exhibit, .. } => out.message(
                "comity-match-open",
                &[
                    ("case", &case.to_string()),
                    ("title", state.case(*case).map_or("", |case| case.title.as_str())),
                    ("entry", &entry.to_string()),
                    ("exhibit", &exhibit.map(label).unwrap_or_default()),
                ],
            ),
            Elsewhere::Closed { office } => {
                out.message("comity-match-closed", &[("office", &named(state, *office))])
            }
        };
        out.line(&clean(&format!("  {said}")));
    }
}

fn named(state: &State, office: OfficeId) -> String {
    state.office(office).map_or_else(|_| office.to_string(), |office| office.name.clone())
}

/// Asks the owners of other cases about an account that they know.
pub async fn ask_owner(out: &Out, words: AskOwner) -> Result<(), Failure> {
    let (opened, session) = folder::sign_in(out, &words.who).await?;
    let case = opened.case(&session, &words.case)?;
    let asked = opened.node.ask_owner(&session, case, words.account, words.reason).await;
    receipt(out, "comity-recorded", &asked.map_err(Failure::of)?);
    Ok(())
}

/// Answers a question from another case.
pub async fn answer_owner(out: &Out, words: AnswerOwner) -> Result<(), Failure> {
    let (opened, session) = folder::sign_in(out, &words.who).await?;
    let case = opened.case(&session, &words.case)?;
    let answered = opened.node.answer_owner(&session, case, words.question, words.text).await;
    receipt(out, "comity-recorded", &answered.map_err(Failure::of)?);
    Ok(())
}

/// The questions from other cases to a case, and those that it asked.
pub async fn questions(out: &Out, who: &crate::cli::As, case: &CaseName) -> Result<(), Failure> {
    let (opened, session) = folder::sign_in(out, who).await?;
    let case = opened.case(&session, case)?;
    let (to, by) = both(&opened, &session, case).await?;
    if to.is_empty() && by.is_empty() && !out.is_json() {
        out.say("comity-questions-none", &[]);
    }
    let state = opened.node.state();
    for (question, key) in
        to.iter().map(|of| (of, "comity-question-to")).chain(by.iter().map(|of| (of, "comity-question-by")))
    {
        let person = |office, author| format!("{}, {}", author_name(&state, author), named(&state, office));
        let answers = question.answers.iter().map(|answer| {
            json!({
                "entry": answer.entry, "by": person(answer.office, answer.author),
                "at": answer.at.to_string(), "text": answer.text,
            })
        });
        let answer = json!({
            "question": question.entry, "to_this_case": key == "comity-question-to",
            "by": person(question.office, question.author), "at": question.at.to_string(),
            "kind": question.asked.kind, "value": question.asked.value, "reason": question.asked.reason,
            "answers": answers.collect::<Vec<_>>(),
        });
        out.answer(&answer, |out| {
            let values = [
                ("entry", question.entry.to_string()),
                ("by", person(question.office, question.author)),
                ("at", question.at.to_string()),
                ("value", question.asked.value.clone()),
                ("reason", question.asked.reason.clone()),
            ];
            let said = out.message(key, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
            out.line(&clean(&said));
            for answer in &question.answers {
                let by = person(answer.office, answer.author);
                let at = answer.at.to_string();
                let said = out.message("comity-answer", &[("by", &by), ("at", &at), ("text", &answer.text)]);
                out.line(&clean(&format!("  {said}")));
            }
        });
    }
    Ok(())
}

async fn both(
    opened: &Opened,
    session: &Session,
    case: CaseId,
) -> Result<(Vec<Question>, Vec<Question>), Failure> {
    let to = opened.node.questions(session, case).await.map_err(Failure::of)?;
    let by = opened.node.asked(session, case).await.map_err(Failure::of)?;
    Ok((to, by))
}

fn author_name(state: &State, author: Author) -> String {
    match author {
        Author::Officer(id) => state
            .offices()
            .find_map(|office| office.officers.get(&id))
            .map_or_else(|| id.to_string(), |officer| officer.name.clone()),
        Author::Node(id) => id.to_string(),
    }
}
