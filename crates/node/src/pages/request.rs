//! A request to another state, or of another state, with everything that an officer must know of it: where it stands,
//! what runs out, what comes next, on what it rests, what is missing, what it says, and what happened to it.

mod brief;
mod check;
pub(crate) mod compare;
pub(super) mod law;
mod life;
pub(crate) mod statistics;
mod values;

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use comity_casework::ProposalStatus;
use comity_casework::body::CaseAct;
use comity_casework::request::{self, NextStep, Request, Urgency, is_followed, is_open};
use comity_law::{Cites, Day, RefusalPrompts};
use comity_record::{CaseId, Country, EntryId, Language};
use comity_request::life::{EventKind, Side};
use comity_request::{Authority, Calendar};
use comity_store::Store;

pub(super) use self::brief::brief;
use self::check::CheckView;
use self::law::LawView;
pub(super) use self::law::confidence_key;
use self::life::{Journal, VersionView};
use self::values::SectionView;
use super::{Frame, Table, page};
use crate::error::NodeError;
use crate::facts::{Fact, Reader};
use crate::routes::Node;
use crate::shown::Shown;
use crate::visit::{Visit, Within};

#[derive(Template)]
#[template(path = "request.html")]
struct RequestPage {
    frame: Frame,
    case: Shown,
    reference: Shown,
    title: Shown,
    stage: Shown,
    open: bool,
    /// Whether a draft of it was written, here or by the other side, that can be checked and compared.
    written: bool,
    clocks: Vec<Clock>,
    facts: Vec<Fact>,
    next: Option<Step>,
    allowed: Option<Table>,
    check: CheckView,
    /// What a person weighs before a refusal, on the side that is asked.
    grounds: Option<Grounds>,
    law: LawView,
    sections: Vec<SectionView>,
    versions: Vec<VersionView>,
    /// Where the last two versions are compared, where there are two.
    compare: Option<String>,
    files: Option<Table>,
    events: Table,
    /// The parts of the page, by their anchors.
    parts: Vec<&'static str>,
}

/// Something that runs out, or that somebody waits for.
struct Clock {
    words: Shown,
    urgent: bool,
}

/// The grounds on which help may be refused, and what is due beside them.
struct Grounds {
    table: Table,
    facts: Vec<Fact>,
}

/// A step, and what an officer types for it.
struct Step {
    words: Shown,
    command: Option<Shown>,
}

pub(crate) async fn show<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
    Within(id, entry): Within<CaseId, EntryId>,
) -> Result<Response, NodeError> {
    let session = &visit.officer()?.session;
    let request = node.casework.request(session, id, entry)?;
    let journal = Journal::of(&node.casework, session, id, &request).await?;
    // The packs in force may not know the form or the question any more; what was recorded stands all the same.
    let checked = node.casework.check_request(session, id, entry).ok();
    let state = node.casework.state();
    let law = node.casework.packs().law(state.office(session.office())?).ok();
    // An office has words of its own for its own forms.
    let words = visit.words.of_office(node.casework.packs().words(state.office(session.office())?)?);
    let reader = Reader { words: &words, state: &state };
    let today = node.today();
    let (calendar, requests) = (node.casework.calendar(session)?, node.casework.requests(session, id)?);
    let title = reader.word(&request.version().request.title);
    let page_title = format!("{} · {}", request.reference(), words.say(&request.version().request.title));
    let (check, files) = (
        check::view(&reader, id, &request, checked.as_ref(), law.as_deref(), &journal),
        journal.files(&reader),
    );
    let written = request.carried_over.is_none();
    let mut parts = vec!["about", "next"];
    parts.extend(written.then_some("check"));
    parts.extend((!check.subjects.is_empty()).then_some("facts"));
    parts.extend(written.then_some("basis"));
    let weighs = request.side() == Side::Receiver && is_open(request.life.stage) && checked.is_some();
    parts.extend(weighs.then_some("grounds"));
    parts.push("says");
    parts.extend(written.then_some("versions"));
    parts.extend(files.is_some().then_some("files"));
    parts.push("life");
    page(&RequestPage {
        frame: Frame::new(&node, &visit, page_title, "cases"),
        case: reader.journal(id),
        reference: Shown::said(request.reference()),
        title,
        stage: stage(&reader, &request),
        open: is_open(request.life.stage),
        written,
        clocks: clocks(&reader, &request, today, &calendar, &requests),
        facts: facts(&reader, &request),
        next: next(&reader, id, &request),
        allowed: allowed(&reader, id, &request),
        check,
        grounds: checked
            .as_ref()
            .filter(|_| weighs)
            .map(|checked| grounds(&reader, &checked.basis.refusal_prompts())),
        law: law::view(&reader, &request, checked.as_ref()),
        sections: values::sections(&reader, id, &request),
        versions: journal.versions(&reader, &request),
        compare: (request.versions.len() > 1).then(|| format!("/cases/{id}/requests/{entry}/compare")),
        files,
        events: journal.events(&reader, &request),
        parts,
    })
}

/// The requests of a case, as its page lists them.
pub(super) fn list(
    reader: &Reader<'_>,
    case: CaseId,
    requests: &[Arc<Request>],
    today: Day,
    calendar: &Calendar,
) -> Vec<Shown> {
    let line = |request: &Arc<Request>| {
        let version = &request.version().request;
        let reference = Shown::said(request.reference());
        let link = Shown::link(format!("/cases/{case}/requests/{}", request.id), reference);
        let question = &version.draft.question;
        let states =
            [("from", country_name(reader, question.from)), ("to", country_name(reader, question.to))];
        let states = states.each_ref().map(|(name, value)| (*name, value.as_str()));
        let between = reader.words.shown("node-request-between", &states);
        let what = Shown::Row(vec![link, reader.word(&version.title), between]);
        let mut quiet = vec![stage(reader, request)];
        quiet.extend(clocks(reader, request, today, calendar, requests).into_iter().map(|clock| clock.words));
        Shown::pair(what, Shown::Row(quiet))
    };
    requests.iter().map(line).collect()
}

fn stage(reader: &Reader<'_>, request: &Request) -> Shown {
    request
        .life
        .stage
        .map_or_else(|| reader.word("node-none"), |stage| reader.word_or("request-stage-", stage.code()))
}

/// The name of a state as documents print it; of one without words, its code.
pub(super) fn country_name(reader: &Reader<'_>, country: Country) -> String {
    let key = format!("document-country-{country}");
    if reader.words.knows(&key) { reader.words.say(&key) } else { country.to_string() }
}

fn language_name(reader: &Reader<'_>, language: &Language) -> Shown {
    Shown::pair(reader.word_or("document-language-", language.to_string().as_str()), Shown::ltr(language))
}

/// Words of the law pack, which are in English; nobody here translates the title of a treaty.
pub(super) fn english(reader: &Reader<'_>, text: &str) -> Shown {
    let english: Language = "en".parse().expect("a literal tag");
    reader.words.in_own(Shown::said(text), &english)
}

/// What it waits for, the most urgent first.
fn clocks(
    reader: &Reader<'_>,
    request: &Request,
    today: Day,
    calendar: &Calendar,
    of_case: &[Arc<Request>],
) -> Vec<Clock> {
    let clocks = request.clocks(today, calendar, |ticket| is_followed(of_case, ticket));
    let line = |clock: &request::Clock| Clock {
        words: clock_words(reader, clock),
        urgent: matches!(clock.urgency, Urgency::Overdue | Urgency::Now),
    };
    clocks.iter().map(line).collect()
}

/// One thing that a request waits for, as a sentence.
pub(super) fn clock_words(reader: &Reader<'_>, clock: &request::Clock) -> Shown {
    let (what, when) = clock.keys();
    let what = reader.words.shown(&what, &[("about", &clock.about)]);
    let days = clock.days();
    let days = days.each_ref().map(|(name, day)| (*name, day.as_str()));
    Shown::pair(what, reader.words.shown(&when, &days))
}

fn grounds(reader: &Reader<'_>, prompts: &RefusalPrompts) -> Grounds {
    let cited =
        |list: &[Cites]| Shown::List(list.iter().map(|cites| english(reader, &cites.cited())).collect());
    let rows = prompts.grounds.iter().map(|prompt| {
        let ground = Shown::pair(english(reader, &prompt.ground.label), Shown::ltr(&prompt.ground.ground));
        vec![ground, cited(&prompt.by)]
    });
    let columns = ["node-column-ground", "node-column-asked-by"];
    let facts = [
        ("node-request-grounds-secrecy", &prompts.bank_secrecy),
        ("node-request-grounds-fiscal", &prompts.fiscal),
        ("node-request-grounds-reasons", &prompts.reasons),
        ("node-request-grounds-postponement", &prompts.postponement),
    ];
    let facts = facts.into_iter().filter(|(_, list)| !list.is_empty());
    Grounds {
        table: Table::new(reader.words, "node-request-grounds-caption", &columns, rows.collect()),
        facts: facts.map(|(key, list)| reader.fact(key, cited(list))).collect(),
    }
}

fn facts(reader: &Reader<'_>, request: &Request) -> Vec<Fact> {
    let fact = |key, value| reader.fact(key, value);
    let version = &request.version().request;
    let (draft, life) = (&version.draft, &request.life);
    let side = match request.side() {
        Side::Sender => "node-request-side-sender",
        Side::Receiver => "node-request-side-receiver",
    };
    let title = reader.word(&version.title);
    let form = if draft.form.is_empty() { title } else { Shown::pair(title, Shown::ltr(&draft.form)) };
    let state = |country: Country, authority: Option<&Authority>| {
        let name = Shown::pair(Shown::Words(country_name(reader, country)), Shown::ltr(country));
        let named = |text: &str| reader.words.in_own(Shown::said(text), &draft.language);
        match authority {
            Some(authority) => Shown::List(vec![named(&authority.name), name]),
            None => name,
        }
    };
    let mut languages = vec![language_name(reader, &draft.language)];
    languages.extend(draft.translation.iter().map(|language| language_name(reader, language)));
    let mut facts = vec![
        fact("node-request-side", reader.word(side)),
        fact("node-request-form", form),
        fact("request-twin-requesting-state", state(draft.question.from, request.requesting_authority())),
        fact("request-twin-requested-state", state(draft.question.to, request.requested_authority())),
        fact("node-request-stage", stage(reader, request)),
        fact("node-field-version", Shown::ltr(version.number)),
        fact("node-request-languages", Shown::Row(languages)),
    ];
    let there = |text: &str| !text.trim().is_empty();
    if there(&life.register_number) {
        facts.push(fact("node-field-register-number", Shown::said(&life.register_number)));
    }
    // The other side's number for a request of its own is the reference that the request bears.
    let theirs = match request.side() {
        Side::Sender => life.their_reference.as_str(),
        Side::Receiver => request.reference(),
    };
    if there(theirs) {
        facts.push(fact("node-request-their-reference", Shown::said(theirs)));
    }
    if there(&life.assigned_to) {
        facts.push(fact("node-request-assigned-to", Shown::said(&life.assigned_to)));
    }
    if !life.reasons.is_empty() {
        facts.push(fact("node-request-reasons", life::grounds(&life.reasons)));
    }
    if let Some(ticket) = &life.ticket {
        let number = Shown::pair(
            Shown::said(&ticket.number),
            Shown::Row(vec![
                reader.word("request-twin-kept-until"),
                Shown::Time(ticket.kept_until.to_string()),
            ]),
        );
        facts.push(fact("document-ticket", number));
    }
    if request.side() == Side::Receiver && request.carried_over.is_none() {
        let signed = request.signed_by.map_or_else(
            || reader.word("node-request-unsigned"),
            |key| Shown::pair(signer(reader, request), Shown::ltr(key)),
        );
        facts.push(fact("node-request-signed-by", signed));
    }
    facts
}

/// Whose key signed a twin: the office of the agreement that named it when the twin came in.
fn signer(reader: &Reader<'_>, request: &Request) -> Shown {
    let channels = reader.state.channels();
    let under = request.signed_under.and_then(|agreement| channels.get(agreement).ok());
    under.map_or_else(
        || reader.word("node-request-signer-unknown"),
        |channel| Shown::said(&channel.them().name),
    )
}

/// What comes next, and what to type for it. While a proposal waits, a second person is what comes next.
fn next(reader: &Reader<'_>, case: CaseId, request: &Request) -> Option<Step> {
    let digest = request.version().digest;
    let proposals = reader.state.case(case).ok()?.proposals.iter();
    let waits = |(_, proposal): &(&EntryId, &comity_casework::Proposal<CaseAct>)| {
        proposal.status() == ProposalStatus::Open && *proposal.act() == CaseAct::IssueRequest(digest)
    };
    if let Some((entry, _)) = { proposals }.find(waits) {
        let command = Shown::Command(format!("comity case approve {case} {entry}"));
        let link = Shown::link(format!("/cases/{case}#p{entry}"), reader.word("node-request-next-approve"));
        return Some(Step { words: link, command: Some(command) });
    }
    let drafting = request.issue.is_none() && request.carried_over.is_none();
    if request.side() == Side::Sender && drafting && request.next_step().is_none() {
        let open = !request.to_clear().is_empty();
        let command =
            Shown::Command(format!("{} all --confirm --reason …", request.command("confirm", case)));
        return open.then(|| Step { words: reader.word("node-request-next-clear"), command: Some(command) });
    }
    if let (Side::Sender, Some(question)) = (request.side(), request.life.open_questions.first()) {
        let record = request.command("record", case);
        let words = reader.words.shown("node-request-next-answer", &[("question", question)]);
        return Some(Step {
            words,
            command: Some(Shown::Command(format!("{record} answered --question … --text …"))),
        });
    }
    let step = request.next_step()?;
    // Options run from left to right in every language, so they come in as values, which are isolated.
    let more = match step {
        NextStep::Fill => "--file FILE".to_owned(),
        NextStep::Send => request.command("send", case),
        NextStep::Acknowledge => "--ticket … --keep-days …".to_owned(),
        NextStep::Review | NextStep::Propose | NextStep::Issue | NextStep::CallBack => String::new(),
        NextStep::Endorse => {
            let language = reader.words.language();
            request.open_steps().next().map_or_else(String::new, |step| step.title_in(language).to_owned())
        }
    };
    let words = reader.words.shown(&format!("node-request-next-{}", step.code()), &[("more", &more)]);
    let mut command = step.command(case, request);
    if step == NextStep::Fill {
        command.push_str(" --set FIELD=VALUE");
    }
    Some(Step { words, command: Some(Shown::Command(command)) })
}

/// What may happen next by the life of a request, and what to type when it does.
fn allowed(reader: &Reader<'_>, case: CaseId, request: &Request) -> Option<Table> {
    let command = |kind: EventKind| match kind {
        EventKind::Drafted | EventKind::Revised => request.command("set", case),
        EventKind::Reviewed => request.command("review", case),
        EventKind::SentBack => format!("{} --send-back …", request.command("review", case)),
        EventKind::Approved => format!("{} --reason …", request.command("propose", case)),
        EventKind::Issued => format!("{} --register-number … --out …", request.command("issue", case)),
        EventKind::AdvanceCopySent if request.carried_over.is_none() => request.command("send", case),
        EventKind::Acknowledged if request.side() == Side::Receiver && request.carried_over.is_none() => {
            format!("{} --out …", request.command("acknowledge", case))
        }
        kind => format!("{} {}", request.command("record", case), kind.code()),
    };
    let rows = request
        .may_happen()
        .map(|kind| vec![reader.word_or("request-event-", kind.code()), Shown::Command(command(kind))]);
    let rows: Vec<_> = rows.collect();
    let columns = ["node-column-event", "node-column-command"];
    (!rows.is_empty()).then(|| Table::new(reader.words, "node-request-allowed-caption", &columns, rows))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use comity_casework::request::NextStep;
    use comity_law::{Aspect, Confidence, Reason, Standing, Strength, Way};
    use comity_messages::Catalogues;
    use comity_request::RemarkKind;
    use comity_request::life::{EventKind, Stage};

    /// The keys that the pages of requests put together from a prefix and a name.
    #[test]
    fn every_name_that_a_request_can_hold_has_words_in_every_language_of_the_pages() {
        let catalogues = Arc::new(Catalogues::embedded());
        let mut keys: Vec<String> = vec![];
        keys.extend(NextStep::ALL.iter().map(|step| format!("node-request-next-{}", step.code())));
        keys.extend(Stage::ALL.iter().map(|stage| format!("request-stage-{}", stage.code())));
        keys.extend(EventKind::ALL.iter().map(|event| format!("request-event-{}", event.code())));
        keys.extend(Reason::ALL.iter().map(|reason| format!("law-reason-{}", reason.code())));
        keys.extend(Aspect::ALL.iter().map(|aspect| format!("law-aspect-{}", aspect.code())));
        keys.extend(RemarkKind::ALL.iter().map(|kind| kind.code().to_owned()));
        keys.extend(Way::ALL.iter().map(|way| format!("law-way-{}", way.code())));
        keys.extend(
            [Confidence::Verified, Confidence::Unverified].map(|c| super::law::confidence_key(c).to_owned()),
        );
        let standings = [Standing::Applies, Standing::MayYield, Standing::Yields];
        keys.extend(standings.map(|standing| super::check::standing_key(standing).to_owned()));
        let strengths = [Strength::Required, Strength::RequiredInPractice, Strength::Optional];
        keys.extend(strengths.map(|strength| super::check::strength_key(strength).to_owned()));
        for tag in ["en", "ru", "fa"] {
            let language = tag.parse().unwrap();
            let missing: Vec<_> = keys.iter().filter(|key| !catalogues.has(&language, key)).collect();
            assert!(missing.is_empty(), "{tag}: {missing:#?}");
        }
    }
}
