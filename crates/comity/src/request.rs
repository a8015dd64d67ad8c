//! `comity request`: requests to other states and from them, as entries of a case.

mod carry_over;
mod event;
mod foreign;
mod import;
mod lists;
mod statistics;
mod told;
mod translate;
mod versions;

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use comity_adapters::world::SystemClock;
use comity_casework::lead::TraceRecorded;
use comity_casework::request::{
    Issued, NewRequest, OutsideDecision, Received, Request, Review, Subject, TwinSignature, Word,
};
use comity_casework::{KeptProvision, Session, With};
use comity_document::{CopyKind, TWIN_NAME, TWIN_SIGNATURE_NAME};
use comity_law::{Day, Law};
use comity_record::{CaseId, Clock as _, EntryId, Language, Sha256Digest};
use comity_request::life::{EventKind, Side};
use comity_request::{Decision, FieldKind, Form, Value, plain};
use serde_json::json;

use crate::case::{as_answer, receipt, shown as shown_text};
use crate::cli::request::{
    ConfirmArguments, DraftArguments, ReceiveArguments, RecordArguments, RequestCommand, SetArguments,
    Values, When, Which,
};
use crate::folder::{self, Opened};
use crate::node::block_on;
use crate::out::{Failure, Out, clean, plain as without_isolates, shown};
use crate::outside::{self, Outside};
use crate::{dispatch, report};
use event::{event, is_ground};
use foreign::ForeignTwin;
use lists::{list, waiting};
use told::{Waits, clocks, head, next, same_number, signature_told, to_clear, typist};

/// A file of values is no larger than the engine takes.
const MAX_VALUES: u64 = plain::MAX_VALUES_BYTES as u64 + 1;

pub fn run(out: &Out, command: RequestCommand) -> Result<ExitCode, Failure> {
    block_on(async {
        match command {
            RequestCommand::Forms(who) => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let state = opened.node.state();
                let office = state.office(session.office()).map_err(Failure::of)?;
                for form in opened.node.packs().forms(office).map_err(Failure::of)?.iter() {
                    report::form(out, form);
                }
            }
            RequestCommand::Draft(arguments) => draft(out, arguments).await?,
            RequestCommand::Set(arguments) => set(out, arguments).await?,
            RequestCommand::Check(which) => {
                let desk = Desk::open(out, &which).await?;
                check(out, &desk)?;
            }
            RequestCommand::Confirm(arguments) => confirm(out, arguments).await?,
            RequestCommand::Review { which, send_back } => {
                let desk = Desk::open(out, &which).await?;
                let outcome = send_back.map_or(Review::Passed, |reason| Review::SentBack { reason });
                let taken =
                    desk.node().review_request(&desk.session, desk.case, desk.id(), outcome, With::default());
                receipt(out, "comity-recorded", &taken.await.map_err(Failure::of)?);
                desk.next(out)?;
            }
            RequestCommand::Propose { which, reason } => {
                let desk = Desk::open(out, &which).await?;
                let taken = desk.node().propose_issue(&desk.session, desk.case, desk.id(), reason);
                let taken = taken.await.map_err(Failure::of)?;
                receipt(out, "comity-proposed", &taken);
                out.say(
                    "comity-request-next-approve",
                    &[("command", &format!("comity case approve {} {}", desk.case, taken.entry))],
                );
            }
            RequestCommand::Issue { which, register_number, out: to, when } => {
                let desk = Desk::open(out, &which).await?;
                issue(out, &desk, register_number, &to, when).await?;
            }
            RequestCommand::Print { which, advance, languages, out: to, twin, signature, docx } => {
                let desk = Desk::open(out, &which).await?;
                let copy = if advance { CopyKind::Advance } else { CopyKind::Original };
                let printed =
                    desk.node().print_request(&desk.session, desk.case, desk.id(), copy, &languages);
                let printed = printed.await.map_err(Failure::of)?;
                let signature = match (signature, &printed.signature) {
                    (Some(_), None) => return Err(Failure::new("comity-request-no-signature", vec![])),
                    (path, signature) => path.zip(signature.as_ref()),
                };
                let edit = docx.map(|path| {
                    let edit = desk.node().request_docx(&desk.session, desk.case, desk.id(), &languages);
                    Ok::<_, Failure>((path, edit.map_err(Failure::of)?))
                });
                let edit = edit.transpose()?;
                outside::write(&to, &printed.pdf)?;
                if let Some((path, edit)) = edit {
                    outside::write(&path, &edit.bytes)?;
                }
                if let Some(path) = twin {
                    outside::write(&path, &printed.twin)?;
                }
                if let Some((path, signature)) = signature {
                    outside::write(&path, signature)?;
                }
                let layout = printed.layout.map(|layout| (layout.pages, layout.untranslated));
                report::printed(out, &to, layout, Sha256Digest::of(&printed.twin));
            }
            RequestCommand::Import { which, file, taken, all, when } => {
                import::run(out, &which, &file, &import::Taken { numbers: taken, all }, when).await?;
            }
            RequestCommand::Grounds(which) => {
                let desk = Desk::open(out, &which).await?;
                let checked =
                    desk.node().check_request(&desk.session, desk.case, desk.id()).map_err(Failure::of)?;
                told::grounds(out, &checked.basis.refusal_prompts(), &desk.command("record"));
            }
            RequestCommand::Cover { which, sheets, paper } => {
                let desk = Desk::open(out, &which).await?;
                let printed =
                    desk.node().cover_letter(&desk.session, desk.case, desk.id(), sheets, &paper.languages);
                report::paper(out, &paper, &printed.await.map_err(Failure::of)?)?;
            }
            RequestCommand::Certificate { which, lent, why_not, paper } => {
                let desk = Desk::open(out, &which).await?;
                let printed = desk.node().execution_certificate(
                    &desk.session,
                    desk.case,
                    desk.id(),
                    (&lent, why_not.as_deref()),
                    &paper.languages,
                );
                report::paper(out, &paper, &printed.await.map_err(Failure::of)?)?;
            }
            RequestCommand::Translate { which, set, taken, seen, when } => {
                translate::run(out, &which, &set, &taken, seen, when).await?;
            }
            RequestCommand::CarryOver(arguments) => carry_over::run(out, arguments).await?,
            RequestCommand::Record(arguments) => record(out, *arguments).await?,
            RequestCommand::List { who, case } => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let case = case.map(|case| opened.case(&session, &case)).transpose()?;
                list(out, &opened, &session, case)?;
            }
            RequestCommand::Clocks { who, case, urgent } => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let case = case.map(|case| opened.case(&session, &case)).transpose()?;
                waiting(out, &opened, &session, case, urgent)?;
            }
            RequestCommand::Show(which) => {
                let desk = Desk::open(out, &which).await?;
                show(out, &desk)?;
            }
            RequestCommand::Endorse { which, step, number, day, when } => {
                let desk = Desk::open(out, &which).await?;
                let decision = number.zip(day).map(|(number, day)| OutsideDecision { number, day });
                let taken = desk.node().endorse_request(
                    &desk.session,
                    desk.case,
                    desk.id(),
                    step,
                    decision,
                    when.with(out)?,
                );
                receipt(out, "comity-recorded", &taken.await.map_err(Failure::of)?);
                desk.next(out)?;
            }
            RequestCommand::Versions(which) => versions::list(out, &which).await?,
            RequestCommand::Compare { which, from, to } => versions::compare(out, &which, from, to).await?,
            RequestCommand::Statistics(arguments) => statistics::run(out, &arguments).await?,
            RequestCommand::Receive(arguments) => receive(out, arguments).await?,
            RequestCommand::Acknowledge { which, ticket, keep_days, languages, out: to, telling, when } => {
                let desk = Desk::open(out, &which).await?;
                let tell = dispatch::telling(&desk, &telling)?;
                // A place that cannot be written to is told before anything is on record.
                let mut file = Outside::create(&to)?;
                let ticket = ticket.zip(keep_days);
                let done = desk
                    .node()
                    .acknowledge_request(
                        &desk.session,
                        desk.case,
                        desk.id(),
                        ticket,
                        &languages,
                        tell,
                        when.with(out)?,
                    )
                    .await
                    .map_err(Failure::of)?;
                let written = file.write_all(&done.pdf.bytes).map_err(|e| Failure::file("write", &to, e));
                written.and_then(|()| file.settle())?;
                for taken in &done.receipts {
                    receipt(out, "comity-recorded", taken);
                }
                report::printed(
                    out,
                    &to,
                    Some((done.pdf.pages, done.pdf.untranslated)),
                    done.pdf.twin_sha256,
                );
                if tell.is_some() {
                    out.say("comity-request-told", &[]);
                }
            }
            RequestCommand::Send(words) => dispatch::send(out, words).await?,
            RequestCommand::Take(words) => dispatch::take(out, words).await?,
            RequestCommand::Answer(words) => dispatch::answer(out, words).await?,
            RequestCommand::OpenAnswer(words) => {
                if !dispatch::open_answer(out, &words).await? {
                    return Ok(ExitCode::FAILURE);
                }
            }
        }
        Ok(ExitCode::SUCCESS)
    })
}

/// A request of a case, and the officer who works on it.
pub struct Desk {
    opened: Opened,
    pub session: Session,
    pub case: CaseId,
    pub request: Arc<Request>,
}

impl Desk {
    pub async fn open(out: &Out, which: &Which) -> Result<Self, Failure> {
        let (opened, session) = folder::sign_in(out, &which.who).await?;
        let case = opened.case(&session, &which.case)?;
        let all = opened.node.requests(&session, case).map_err(Failure::of)?;
        let named = which.request.as_str();
        let fits = |request: &Request| {
            request.reference() == named || (named.len() >= 6 && request.id.to_string().starts_with(named))
        };
        let mut fitting = all.iter().filter(|request| fits(request));
        let (Some(request), None) = (fitting.next(), fitting.next()) else {
            let known: Vec<_> = all.iter().map(|request| request.reference()).collect();
            return Err(Failure::new(
                "comity-request-which",
                vec![("named", named.to_owned()), ("known", known.join(", "))],
            ));
        };
        Ok(Self { request: Arc::clone(request), opened, session, case })
    }

    pub fn node(&self) -> &folder::Node {
        &self.opened.node
    }

    pub fn id(&self) -> EntryId {
        self.request.id
    }

    /// The same after a step.
    fn again(&self) -> Result<Arc<Request>, Failure> {
        self.node().request(&self.session, self.case, self.id()).map_err(Failure::of)
    }

    /// How a command on this request is typed.
    fn command(&self, name: &str) -> String {
        self.request.command(name, self.case)
    }

    /// Says what comes next.
    fn next(&self, out: &Out) -> Result<(), Failure> {
        let request = self.again()?;
        next(out, self.case, &request);
        Ok(())
    }
}

impl When {
    fn with(&self, out: &Out) -> Result<With, Failure> {
        let act = self.at.as_ref().map(|at| at.told(out, &SystemClock)).transpose()?;
        Ok(With { act, ..With::default() })
    }
}

async fn draft(out: &Out, arguments: DraftArguments) -> Result<(), Failure> {
    let DraftArguments { who, case, form, to, written_in, beside, service, offences, cited, .. } = arguments;
    let DraftArguments { reference, values, when, .. } = arguments;
    let (opened, session) = folder::sign_in(out, &who).await?;
    let case = opened.case(&session, &case)?;
    let facts = opened.node.case_facts(&session, case, service.as_deref()).await.map_err(Failure::of)?;
    let traces = opened.node.traces(&session, case).await.map_err(Failure::of)?;
    let traces = traces.iter().filter(|trace| !trace.withdrawn).filter_map(|trace| trace.recorded.as_ref());
    let mut reached: Vec<_> = traces.flat_map(TraceRecorded::services).map(|service| service.label).collect();
    reached.sort_unstable();
    reached.dedup();
    let known = form_in_force(&opened, &session, &form)?;
    let mut all = std::collections::BTreeMap::new();
    apply(&known, &mut all, &values)?;
    annex(&opened, &session, case, &known, &mut all, &values.exhibits).await?;
    let wordings = wordings(&opened, &session, &written_in, &mut all, &values)?;
    let new = NewRequest {
        form,
        to,
        offences,
        language: written_in,
        translation: beside,
        reference,
        cited,
        values: all,
    };
    let (taken, checked) =
        opened.node.draft_request(&session, case, new, &facts, when.with(out)?).await.map_err(Failure::of)?;
    let request = opened.node.request(&session, case, taken.entry).map_err(Failure::of)?;
    let law = law_in_force(&opened, &session);
    let answer = json!({
        "entry": taken.entry, "request": request.id, "reference": request.reference(), "report": checked.report,
        "wordings": wordings,
    });
    out.answer(&answer, |out| {
        let values = [("reference", request.reference()), ("entry", &taken.entry.to_string())];
        out.say("comity-request-drafted", &values);
        tell_wordings(out, &wordings);
        if let (true, Some(provider)) = (service.is_none() && reached.len() > 1, &facts.provider) {
            let values = [clean(&provider.names.join("; ")), clean(&reached.join("; "))];
            out.say("comity-request-service", &[("service", &values[0]), ("reached", &values[1])]);
        }
        report::checked(
            out,
            &checked.form,
            &checked.draft,
            &checked.basis,
            &checked.report,
            &typist(case, &request),
        );
        to_clear(out, case, &request, law.as_deref());
        next(out, case, &request);
    });
    Ok(())
}

async fn set(out: &Out, arguments: SetArguments) -> Result<(), Failure> {
    let SetArguments { which, values, unset, cited, cite_none, beside, when } = arguments;
    let desk = Desk::open(out, &which).await?;
    let mut draft = desk.request.version().request.draft.clone();
    let form = form_in_force(&desk.opened, &desk.session, &draft.form)?;
    // What is taken away goes first: a list can be begun anew in one step.
    for field in &unset {
        plain::field(&form, field).map_err(Failure::of)?;
        draft.values.remove(field);
    }
    apply(&form, &mut draft.values, &values)?;
    annex(&desk.opened, &desk.session, desk.case, &form, &mut draft.values, &values.exhibits).await?;
    if cite_none || !cited.is_empty() {
        draft.cited = cited;
    }
    draft.translation = beside.or(draft.translation);
    let written_in = draft.language.clone();
    let wordings = wordings(&desk.opened, &desk.session, &written_in, &mut draft.values, &values)?;
    let taken = desk.node().revise_request(&desk.session, desk.case, desk.id(), draft, when.with(out)?);
    let (taken, checked) = taken.await.map_err(Failure::of)?;
    let request = desk.again()?;
    let number = request.version().request.number;
    let law = law_in_force(&desk.opened, &desk.session);
    let answer = json!({
        "entry": taken.entry, "version": number, "report": checked.report, "wordings": wordings,
    });
    out.answer(&answer, |out| {
        let number = number.to_string();
        out.say("comity-request-revised", &[("reference", request.reference()), ("version", &number)]);
        tell_wordings(out, &wordings);
        let typist = typist(desk.case, &request);
        report::checked(out, &checked.form, &checked.draft, &checked.basis, &checked.report, &typist);
        to_clear(out, desk.case, &request, law.as_deref());
        next(out, desk.case, &request);
    });
    Ok(())
}

fn check(out: &Out, desk: &Desk) -> Result<(), Failure> {
    let checked = desk.node().check_request(&desk.session, desk.case, desk.id()).map_err(Failure::of)?;
    let law = law_in_force(&desk.opened, &desk.session);
    let answer = json!({
        "reference": desk.request.reference(), "version": desk.request.version().request.number,
        "report": checked.report, "to_clear": checked.to_clear,
        "obstacles": checked.obstacles.iter().map(comity_record::Coded::code).collect::<Vec<_>>(),
    });
    out.answer(&answer, |out| {
        head(out, &desk.request);
        let typist = typist(desk.case, &desk.request);
        report::checked(out, &checked.form, &checked.draft, &checked.basis, &checked.report, &typist);
        to_clear(out, desk.case, &desk.request, law.as_deref());
        next(out, desk.case, &desk.request);
    });
    Ok(())
}

async fn confirm(out: &Out, arguments: ConfirmArguments) -> Result<(), Failure> {
    let ConfirmArguments { which, subject, decision, reason, when } = arguments;
    let desk = Desk::open(out, &which).await?;
    let decision = match (decision.confirm, decision.overrule) {
        (true, _) => Decision::Confirmed,
        (_, true) => Decision::Overruled,
        _ => Decision::Rejected,
    };
    let all: Vec<Subject> = desk.request.version().to_clear().collect();
    let with = when.with(out)?;
    for subject in subjects(&all, &desk.request, &subject)? {
        let word = Word { subject, decision, reason: reason.clone() };
        let taken = desk.node().confirm_for_request(&desk.session, desk.case, desk.id(), word, with.clone());
        receipt(out, "comity-recorded", &taken.await.map_err(Failure::of)?);
    }
    desk.next(out)
}

/// What a person means: a number of the list, a language, or everything on which nobody has spoken.
fn subjects(all: &[Subject], request: &Request, named: &str) -> Result<Vec<Subject>, Failure> {
    if named == "all" {
        return Ok(request.to_clear());
    }
    let by_number = named.parse::<usize>().ok().and_then(|at| all.get(at.checked_sub(1)?));
    let language = named.parse::<Language>().ok();
    let by_language =
        || all.iter().find(|subject| matches!(subject, Subject::Words(of) if Some(of) == language.as_ref()));
    let found = by_number.or_else(by_language).cloned();
    let unknown = || {
        Failure::new(
            "comity-request-subject",
            vec![("named", named.to_owned()), ("most", all.len().to_string())],
        )
    };
    Ok(vec![found.ok_or_else(unknown)?])
}

async fn issue(
    out: &Out,
    desk: &Desk,
    register_number: String,
    to: &Path,
    when: When,
) -> Result<(), Failure> {
    // A place that cannot be written to is told before anything is issued.
    let made: Vec<_> = to.ancestors().take_while(|folder| !folder.exists()).collect();
    std::fs::create_dir_all(to).map_err(|e| Failure::file("make", to, e))?;
    let files =
        ["request.pdf", "request-advance.pdf", TWIN_NAME, TWIN_SIGNATURE_NAME].map(|name| to.join(name));
    if let Some(taken) = files.iter().find(|path| path.exists()) {
        return Err(Failure::new("comity-request-file-exists", vec![("path", shown(taken))]));
    }
    let issued =
        desk.node().issue_request(&desk.session, desk.case, desk.id(), register_number, when.with(out)?);
    let issued = issued.await.map_err(|error| {
        // What is refused leaves no empty folder behind.
        for folder in &made {
            let _ = std::fs::remove_dir(folder);
        }
        Failure::of(error)
    })?;
    let Issued { receipt: taken, register_number, twin, signature, original, advance } = issued;
    let contents = [&original.bytes, &advance.bytes, &twin, &signature];
    for (path, bytes) in files.iter().zip(contents) {
        outside::write(path, bytes)?;
    }
    let answer = json!({
        "entry": taken.entry, "register_number": register_number, "files": files.each_ref().map(|path| shown(path)),
        "twin": Sha256Digest::of(&twin), "untranslated": original.untranslated,
    });
    out.answer(&answer, |out| {
        let values = [("register_number", register_number.as_str()), ("folder", &shown(to))];
        out.say("comity-request-issued", &values);
        if original.untranslated > 0 {
            out.say("comity-request-untranslated", &[("texts", &original.untranslated.to_string())]);
        }
    });
    desk.next(out)
}

async fn record(out: &Out, arguments: RecordArguments) -> Result<(), Failure> {
    let desk = Desk::open(out, &arguments.which).await?;
    let with = arguments.when.with(out)?;
    let event = event(&arguments, with.act.as_ref(), desk.request.version().digest)?;
    let kind = event.kind();
    if let Some(ground) = &arguments.ground {
        is_ground(&desk, ground)?;
    }
    let (node, session, case, id) = (desk.node(), &desk.session, desk.case, desk.id());
    let telling = dispatch::telling(&desk, &arguments.telling)?;
    let taken = match telling {
        Some(agreement) => {
            let taken = node.tell_request_event(session, case, id, event, agreement, with);
            taken.await.map_err(Failure::of)?[0]
        }
        None => node.record_request_event(session, case, id, event, with).await.map_err(Failure::of)?,
    };
    let numbered = matches!(kind, EventKind::Acknowledged | EventKind::OriginalReceived);
    let request = desk.again()?;
    let mut answer = as_answer(&taken);
    if numbered {
        answer["same_number"] = json!(node.same_number_of_other_side(session, &request));
    }
    out.answer(&answer, |out| {
        out.say("comity-recorded", &[("entry", &taken.entry.to_string())]);
        if telling.is_some() {
            out.say("comity-request-told", &[]);
        }
        if numbered {
            same_number(out, node, session, &request);
        }
    });
    desk.next(out)
}

async fn receive(out: &Out, arguments: ReceiveArguments) -> Result<(), Failure> {
    let ReceiveArguments { who, twin, case, signature, sender_key, original, register_number, day, when } =
        arguments;
    let ForeignTwin { twin, signature: inside, .. } = ForeignTwin::read(&twin)?;
    let beside = signature.map(|path| read(&path, comity_request::MAX_TWIN_BYTES as u64 + 1)).transpose()?;
    let signature = match (beside.or(inside), sender_key) {
        (Some(bytes), Some(key)) => Some(TwinSignature { bytes, key }),
        (None, Some(_)) => return Err(Failure::new("comity-request-unsigned-twin", vec![])),
        // Without a key that is known, a signature says nothing.
        (_, None) => None,
    };
    let received = Received { twin, signature, original, register_number, day };
    let (opened, session) = folder::sign_in(out, &who).await?;
    let case = match case {
        Some(case) => opened.case(&session, &case)?,
        None => {
            // What cannot be taken opens no case.
            let twin = opened.node.read_received(&session, &received).map_err(Failure::of)?;
            let title = out.message(
                "comity-request-received-title",
                &[
                    ("reference", &twin.request.reference),
                    ("state", twin.request.draft.question.from.as_str()),
                ],
            );
            let number = Some(received.register_number.clone());
            let opened = opened.node.open_case(&session, without_isolates(&title), number);
            opened.await.map_err(Failure::of)?.0
        }
    };
    let taken =
        opened.node.receive_request(&session, case, &received, when.with(out)?).await.map_err(Failure::of)?;
    let request = opened.node.request(&session, case, taken.entry).map_err(Failure::of)?;
    let verdict = request.version().verdict();
    let answer = json!({
        "entry": taken.entry, "case": case, "request": request.id, "reference": request.reference(),
        "signed_by": request.signed_by, "signed_under": request.signed_under, "verdict": verdict,
        "same_number": opened.node.same_number_of_other_side(&session, &request),
    });
    out.answer(&answer, |out| {
        out.say(
            "comity-request-received",
            &[("reference", request.reference()), ("case", &case.to_string())],
        );
        signature_told(out, &opened.node.state(), &request);
        match verdict {
            Some(verdict) => out.say(
                "comity-request-own-verdict",
                &[("errors", &verdict.errors.to_string()), ("missing", &verdict.missing.to_string())],
            ),
            None => out.say("comity-request-no-verdict", &[]),
        }
        same_number(out, &opened.node, &session, &request);
        next(out, case, &request);
    });
    Ok(())
}

fn show(out: &Out, desk: &Desk) -> Result<(), Failure> {
    let request = &desk.request;
    let answer = request.told(desk.case, today());
    let form = form_in_force(&desk.opened, &desk.session, &request.version().request.draft.form).ok();
    let law = law_in_force(&desk.opened, &desk.session);
    let state = desk.node().state();
    let office = state.office(desk.session.office()).map_err(Failure::of)?;
    let calendar = desk.node().calendar(&desk.session).map_err(Failure::of)?;
    let requests = desk.node().requests(&desk.session, desk.case).map_err(Failure::of)?;
    out.answer(&answer, |out| {
        head(out, request);
        out.line(&format!("  {}", desk.case));
        out.line(&format!("  {}", request.id));
        for section in &request.version().request.sections {
            out.line(&without_isolates(&out.message(&section.label, &[])));
            for field in &section.fields {
                let Some(value) = request.version().request.draft.value(&field.id) else { continue };
                let label = without_isolates(&out.message(&field.label, &[]));
                for value in value.each() {
                    let lines = report::value(out, value).join("\n");
                    out.line(&format!("  {} ({label}): {lines}", field.id));
                }
            }
        }
        if request.carried_over.is_some() {
            let words = out.message("request-register-event", &[]);
            out.line(&format!("  {}  {words}  {}", request.version().act, request.id));
        }
        for (entry, act, event) in &request.history {
            let words = out.message(&format!("request-event-{}", event.code()), &[]);
            let words = if request.is_further_answer(*entry) {
                out.message("comity-request-further-answer", &[("event", &words)])
            } else {
                words
            };
            out.line(&format!("  {act}  {}  {entry}", without_isolates(&words)));
        }
        if request.side() == Side::Receiver && request.carried_over.is_none() {
            signature_told(out, &state, request);
        }
        for word in request.clearance.words() {
            let name =
                office.officers.get(&word.by).map_or_else(|| word.by.to_string(), |o| shown_text(&o.name));
            let decision = match word.decision {
                Decision::Confirmed => "comity-request-word-confirmed",
                Decision::Overruled => "comity-request-word-overruled",
                Decision::Rejected => "comity-request-word-rejected",
            };
            let mut subjects = request.versions.iter().flat_map(|version| version.to_clear());
            let subject = subjects.find(|subject| subject.digest() == word.fact);
            let fact =
                subject.map_or_else(|| word.fact.to_string(), |subject| report::subject_name(out, &subject));
            out.say(decision, &[("fact", &fact), ("name", &name), ("reason", &shown_text(&word.reason))]);
        }
        clocks(out, &Waits { calendar: &calendar, requests: &requests }, request);
        if form.is_some() {
            to_clear(out, desk.case, request, law.as_deref());
        }
        next(out, desk.case, request);
        let allowed: Vec<_> = request.may_happen().map(EventKind::code).collect();
        if !allowed.is_empty() {
            out.say("comity-request-allowed", &[("events", &allowed.join(", "))]);
        }
        if request.carried_over.is_none() {
            out.say("comity-request-show-check", &[("command", &desk.command("check"))]);
        }
    });
    Ok(())
}

/// The law in force in the office, where there is any.
fn law_in_force(opened: &Opened, session: &Session) -> Option<Arc<Law>> {
    let state = opened.node.state();
    opened.node.packs().law(state.office(session.office()).ok()?).ok()
}

fn form_in_force(opened: &Opened, session: &Session, name: &str) -> Result<Form, Failure> {
    let state = opened.node.state();
    let office = state.office(session.office()).map_err(Failure::of)?;
    let forms = opened.node.packs().forms(office).map_err(Failure::of)?;
    plain::form(&forms, name).cloned().map_err(Failure::of)
}

/// Takes values from a file and from the command line, in this order.
fn apply(
    form: &Form,
    into: &mut std::collections::BTreeMap<String, Value>,
    values: &Values,
) -> Result<(), Failure> {
    if let Some(path) = &values.file {
        into.extend(plain::read_values(form, &text(path)?).map_err(Failure::of)?);
    }
    for given in &values.set {
        let (field, value) = one(form, given)?;
        into.insert(field, value);
    }
    for given in &values.add {
        let (field, value) = one(form, given)?;
        let Value::List(more) = value else {
            return Err(Failure::new("comity-request-not-a-list", vec![("field", field)]));
        };
        match into.get_mut(&field) {
            Some(Value::List(items)) => items.extend(more),
            _ => drop(into.insert(field, Value::List(more))),
        }
    }
    Ok(())
}

/// Takes wordings of provisions from the office's library, if that is asked for.
fn wordings(
    opened: &Opened,
    session: &Session,
    language: &Language,
    into: &mut std::collections::BTreeMap<String, Value>,
    values: &Values,
) -> Result<Vec<KeptProvision>, Failure> {
    if !values.wording {
        return Ok(vec![]);
    }
    opened.node.take_wordings(session, language, into).map_err(Failure::of)
}

fn tell_wordings(out: &Out, taken: &[KeptProvision]) {
    for KeptProvision { provision, .. } in taken {
        let (name, day) = (clean(&provision.name()), provision.as_of.to_string());
        out.say("comity-request-wording", &[("provision", &name), ("day", &day)]);
    }
}

/// Takes exhibits of the case among the annexes.
async fn annex(
    opened: &Opened,
    session: &Session,
    case: CaseId,
    form: &Form,
    into: &mut std::collections::BTreeMap<String, Value>,
    exhibits: &[u32],
) -> Result<(), Failure> {
    for number in exhibits {
        let field = form.fields.iter().find(|field| field.kind == FieldKind::Exhibit && field.list);
        let field = field
            .ok_or_else(|| Failure::new("comity-request-no-annexes", vec![("form", form.id.clone())]))?;
        let exhibit = opened.node.exhibit_for_request(session, case, *number).await.map_err(Failure::of)?;
        match into.entry(field.id.clone()).or_insert_with(|| Value::List(vec![])) {
            Value::List(items) => items.push(Value::Exhibit(exhibit)),
            other => *other = Value::List(vec![Value::Exhibit(exhibit)]),
        }
    }
    Ok(())
}

fn one(form: &Form, given: &str) -> Result<(String, Value), Failure> {
    let (field, value) = given.split_once('=').ok_or_else(|| {
        Failure::new("comity-request-set", vec![("given", given.chars().take(80).collect())])
    })?;
    let known = plain::field(form, field.trim()).map_err(Failure::of)?;
    let words = words_or_file(value)?;
    Ok((known.id.clone(), plain::read_value(known, &words).map_err(Failure::of)?))
}

/// What was typed, or the words of the file that it names.
fn words_or_file(given: &str) -> Result<String, Failure> {
    given.strip_prefix('@').map_or_else(|| Ok(given.to_owned()), |path| text(Path::new(path)))
}

fn text(path: &Path) -> Result<String, Failure> {
    let bytes = read(path, MAX_VALUES)?;
    String::from_utf8(bytes).map_err(|_| Failure::new("comity-request-not-text", vec![("path", shown(path))]))
}

/// The bytes of a file, up to a limit: what is longer is refused by whoever reads it.
pub fn read(path: &Path, most: u64) -> Result<Vec<u8>, Failure> {
    use std::io::Read as _;
    let failed = |e| Failure::file("read", path, e);
    let mut bytes = Vec::new();
    std::fs::File::open(path).map_err(failed)?.take(most).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// Today, where this program stands.
pub fn today() -> Day {
    SystemClock.today()
}
