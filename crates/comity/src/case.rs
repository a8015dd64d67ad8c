//! `comity case`: open a case, write into it, read it.

use std::io;
use std::process::ExitCode;

use comity_casework::body::{CaseAct, NoteWritten, WithdrawalGround};
use comity_casework::{MAX_TEXT, Receipt, Session, TimelineEntry};
use comity_journal::KnownLog;
use comity_record::CaseId;
use serde_json::{Value, json};

use self::told::Teller;
use crate::cli::{CaseCommand, GroundName};
use crate::folder::{self, Opened};
use crate::node::block_on;
use crate::out::{self, Failure, Out};
use crate::outside;
use crate::{decision, exhibit, export, lead};

mod told;

/// Entries that are read at a time.
const PAGE: u32 = 500;

pub fn run(out: &Out, command: CaseCommand) -> Result<ExitCode, Failure> {
    block_on(async {
        match command {
            CaseCommand::Open { who, title, register_number } => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let (case, taken) =
                    opened.node.open_case(&session, title, register_number).await.map_err(Failure::of)?;
                out.answer(&json!({ "case": case, "entry": taken.entry }), |out| out.line(&case.to_string()));
            }
            CaseCommand::List(who) => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                for case in opened.node.cases(&session).map_err(Failure::of)? {
                    out.answer(&case, |out| {
                        let status = if case.open { "comity-case-open" } else { "comity-case-closed" };
                        let status = out.message(status, &[]);
                        let number = case.register_number.as_deref();
                        let number = number.map(|number| format!("{}  ", shown(number))).unwrap_or_default();
                        out.line(&format!(
                            "{}  {status}  {}  {number}{}",
                            case.case,
                            case.entries,
                            shown(&case.title)
                        ));
                    });
                }
            }
            CaseCommand::Show { who, case } => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let case = opened.case(&session, &case)?;
                timeline(out, &opened, &session, case).await?;
                decision::open_in_case(out, &opened, &session, case).await?;
            }
            CaseCommand::Note { who, case, text } => {
                let text = text.map_or_else(|| standard_input(out), Ok)?;
                let (opened, session) = folder::sign_in(out, &who).await?;
                let case = opened.case(&session, &case)?;
                let taken = opened.node.write_note(&session, case, text).await.map_err(Failure::of)?;
                receipt(out, "comity-recorded", &taken);
            }
            CaseCommand::Correct { who, case, entry, text, reason } => {
                let text = text.map_or_else(|| standard_input(out), Ok)?;
                let (opened, session) = folder::sign_in(out, &who).await?;
                let case = opened.case(&session, &case)?;
                let body = NoteWritten { text };
                let taken =
                    opened.node.correct(&session, case, entry, &body, reason).await.map_err(Failure::of)?;
                receipt(out, "comity-recorded", &taken);
            }
            CaseCommand::HandOver { who, case, to, reason } => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let case = opened.case(&session, &case)?;
                let to = folder::office(&opened.node, Some(&to))?;
                let answered = opened.node.answered_here(&session, case).map_err(Failure::of)?;
                let taken = opened.node.hand_over(&session, case, to, reason).await.map_err(Failure::of)?;
                let mut told = as_answer(&taken);
                told["requests_answered_here"] = answered.into();
                out.answer(&told, |out| {
                    out.say("comity-recorded", &[("entry", &taken.entry.to_string())]);
                    if answered > 0 {
                        out.say("comity-handed-over-requests", &[("count", &answered.to_string())]);
                    }
                });
            }
            CaseCommand::TakeOver { who, case } => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let case = opened.case(&session, &case)?;
                let taken = opened.node.take_over(&session, case).await.map_err(Failure::of)?;
                receipt(out, "comity-recorded", &taken);
            }
            CaseCommand::Assign { who, case, person, remove } => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let case = opened.case(&session, &case)?;
                let officer = folder::officer(&opened.node, session.office(), &person)?;
                let taken =
                    opened.node.assign(&session, case, officer, !remove).await.map_err(Failure::of)?;
                receipt(out, "comity-recorded", &taken);
            }
            CaseCommand::Withdraw { who, case, entry, ground, reason } => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let case = opened.case(&session, &case)?;
                let ground = match ground {
                    GroundName::WrongCase => WithdrawalGround::WrongCase,
                    GroundName::Privileged => WithdrawalGround::Privileged,
                    GroundName::Mistaken => WithdrawalGround::Mistaken,
                };
                let taken =
                    opened.node.withdraw(&session, case, entry, ground, reason).await.map_err(Failure::of)?;
                receipt(out, "comity-recorded", &taken);
            }
            CaseCommand::Forget { who, case, entry, reason } => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let case = opened.case(&session, &case)?;
                let act = CaseAct::Forget(entry);
                let taken = opened.node.propose(&session, case, act, reason).await.map_err(Failure::of)?;
                receipt(out, "comity-proposed", &taken);
                decision::of_case(out, &opened, &session, case, taken.entry).await?;
            }
            CaseCommand::Approve { who, case, proposal } => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let case = opened.case(&session, &case)?;
                let approved = opened.node.approve_in_case(&session, case, proposal).await;
                let taken = approved.map_err(Failure::of)?;
                decision::of_case(out, &opened, &session, case, proposal).await?;
                receipt(out, "comity-approved", &taken);
            }
            CaseCommand::Reject { who, case, proposal, reason } => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let case = opened.case(&session, &case)?;
                let rejected = opened.node.reject_in_case(&session, case, proposal, reason).await;
                receipt(out, "comity-rejected", &rejected.map_err(Failure::of)?);
            }
            CaseCommand::Close { who, case, reason } => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let case = opened.case(&session, &case)?;
                let taken = opened.node.close_case(&session, case, reason).await.map_err(Failure::of)?;
                receipt(out, "comity-recorded", &taken);
            }
            CaseCommand::Reopen { who, case, reason } => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let case = opened.case(&session, &case)?;
                let taken = opened.node.reopen_case(&session, case, reason).await.map_err(Failure::of)?;
                receipt(out, "comity-recorded", &taken);
            }
            CaseCommand::Accounts { who, case } => exhibit::accounts(out, &who, &case).await?,
            CaseCommand::Matches { who, case } => exhibit::matches(out, &who, &case).await?,
            CaseCommand::AskOwner(words) => exhibit::ask_owner(out, words).await?,
            CaseCommand::Questions { who, case } => exhibit::questions(out, &who, &case).await?,
            CaseCommand::AnswerOwner(words) => exhibit::answer_owner(out, words).await?,
            CaseCommand::Ledger(words) => lead::ledger(out, words).await?,
            CaseCommand::Trace(words) => lead::trace(out, *words).await?,
            CaseCommand::Traces { who, case } => lead::list(out, &who, &case).await?,
            CaseCommand::File { who, case, entry, name, out: to } => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let case = opened.case(&session, &case)?;
                let files = opened.node.attachments(&session, case, entry).await.map_err(Failure::of)?;
                let file = files.iter().find(|file| file.name == name).ok_or_else(|| {
                    let known = files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>().join(", ");
                    Failure::new("comity-no-such-file", vec![("name", name.clone()), ("known", known)])
                })?;
                let bytes = opened.node.attached(&session, entry, file.sha256).await.map_err(Failure::of)?;
                outside::write(&to, &bytes)?;
                out.answer(&json!({ "path": to, "sha256": file.sha256 }), |out| {
                    out.say(
                        "comity-exhibit-file-written",
                        &[("path", &out::shown(&to)), ("sha256", &file.sha256.to_string())],
                    );
                });
            }
            CaseCommand::Export(command) => export::run(out, command).await?,
            CaseCommand::Prove { who, entry } => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let (_, seal) = opened.node.signed_entry(&session, entry).await.map_err(Failure::of)?;
                let key = opened.node.node_key();
                let log = opened.node.log();
                let known = KnownLog::of_node(key.key_id(), vec![key]);
                let proof =
                    log.prove(seal.unverified().log_index, log.note(), &known).map_err(Failure::of)?;
                out.line(proof.to_string().trim_end());
            }
        }
        Ok(ExitCode::SUCCESS)
    })
}

/// Tells that an entry was taken.
pub fn receipt(out: &Out, key: &str, taken: &Receipt) {
    out.answer(&as_answer(taken), |out| out.say(key, &[("entry", &taken.entry.to_string())]));
}

/// A receipt for programs.
pub fn as_answer(taken: &Receipt) -> Value {
    json!({
        "entry": taken.entry, "journal": taken.journal, "sequence": taken.sequence, "log_index": taken.log_index,
        "recorded": taken.recorded.to_string(),
    })
}

/// Prints a journal, entry by entry.
pub async fn timeline(out: &Out, opened: &Opened, session: &Session, journal: CaseId) -> Result<(), Failure> {
    let (mut from, state) = (0, opened.node.state());
    let mut teller = Teller::new(out, &state, journal);
    loop {
        let page = opened.node.timeline(session, journal, from, PAGE).await.map_err(Failure::of)?;
        let Some(last) = page.last() else { return Ok(()) };
        from = last.row.sequence + 1;
        for entry in &page {
            print(out, opened, &mut teller, entry);
        }
    }
}

fn print(out: &Out, opened: &Opened, teller: &mut Teller<'_>, entry: &TimelineEntry) {
    let row = &entry.row;
    let body: Option<Value> = row.body.as_ref().and_then(|body| body.deserialized().ok());
    let standing = entry.standing.as_ref();
    let answer = json!({
        "entry": row.entry, "sequence": row.sequence, "kind": row.kind, "author": row.author, "act": row.act,
        "recorded": row.recorded.to_string(), "clock_jump": row.clock_jump, "log_index": row.log_index,
        "refs": row.refs, "body": body, "attachments": row.attachments,
        "corrected_by": standing.and_then(|s| s.corrected_by),
        "withdrawn_by": standing.and_then(|s| s.withdrawn_by),
        "forgotten_by": standing.and_then(|s| s.forgotten_by),
    });
    out.answer(&answer, |out| {
        let author = author(opened, row);
        let mut marks = Vec::new();
        for (mark, by) in [
            ("comity-mark-corrected", standing.and_then(|s| s.corrected_by)),
            ("comity-mark-withdrawn", standing.and_then(|s| s.withdrawn_by)),
            ("comity-mark-forgotten", standing.and_then(|s| s.forgotten_by)),
        ] {
            marks.extend(by.map(|_| out.message(mark, &[])));
        }
        let marks = if marks.is_empty() { String::new() } else { format!("  [{}]", marks.join(", ")) };
        out.line(&format!("{:>4}  {}  {}  {}  {author}{marks}", row.sequence, row.act, row.kind, row.entry));
        // An entry is one line, whatever was written into it.
        if let Some(told) = teller.told(row) {
            out.line(&format!("      {}", shown(&told)));
        }
    });
}

fn author(opened: &Opened, row: &comity_casework::TimelineRow) -> String {
    use comity_record::entry::Author;
    let state = opened.node.state();
    match row.author {
        Author::Node(id) => id.to_string(),
        Author::Officer(id) => state
            .office(row.office)
            .ok()
            .and_then(|office| office.officers.get(&id))
            .map_or_else(|| id.to_string(), |officer| shown(&officer.name)),
    }
}

/// Text of a case must not steer the terminal.
pub fn shown(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn standard_input(out: &Out) -> Result<String, Failure> {
    let text = out.input(u64::try_from(MAX_TEXT).unwrap_or(u64::MAX))?;
    let text = String::from_utf8(text).map_err(|e| {
        Failure::file(
            "read",
            std::path::Path::new("-"),
            io::Error::new(io::ErrorKind::InvalidData, e.utf8_error()),
        )
    })?;
    Ok(text.trim_end_matches('\n').to_owned())
}
