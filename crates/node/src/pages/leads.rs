//! What a case holds of hits, what other cases know of it, and the questions between their owners.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use comity_casework::body::Body as _;
use comity_casework::exhibit::label;
use comity_casework::lead::{
    Account, As, Becomes, Choice, Elsewhere, FoundAt, HitPromoted, Match, OwnerAnswered, OwnerAsked,
    Question, ROLES,
};
use comity_record::{CaseId, EntryId};
use comity_store::Store;

use super::{Frame, page, see};
use crate::error::NodeError;
use crate::facts::{Reader, entry_link};
use crate::form::Form;
use crate::routes::Node;
use crate::shown::Shown;
use crate::visit::{Named, Visit, Within};

/// Places of one account that the page lists.
const MAX_PLACES: usize = 10;

#[derive(Template)]
#[template(path = "leads.html")]
struct LeadsPage {
    frame: Frame,
    case: Shown,
    at: String,
    accounts: Vec<AccountView>,
    to_us: Vec<QuestionView>,
    by_us: Vec<QuestionView>,
}

struct AccountView {
    entry: EntryId,
    value: Shown,
    kind: Shown,
    becomes: Shown,
    role: Shown,
    reason: Shown,
    places: Shown,
    link: Shown,
    withdrawn: bool,
    elsewhere: Vec<Shown>,
    /// Whether there is an owner to ask, and who looks may ask him.
    ask: bool,
}

struct QuestionView {
    entry: EntryId,
    value: Shown,
    kind: Shown,
    by: Shown,
    at: Shown,
    reason: Shown,
    link: Option<Shown>,
    answers: Vec<AnswerView>,
    answer: bool,
}

struct AnswerView {
    by: Shown,
    at: Shown,
    text: Shown,
}

pub(crate) async fn show<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
    Named(id): Named<CaseId>,
) -> Result<Response, NodeError> {
    let session = &visit.officer()?.session;
    let state = node.casework.state();
    let reader = Reader { words: &visit.words, state: &state };
    let accounts = node.casework.accounts(session, id).await?;
    let matches = node.casework.account_matches(session, id).await?;
    let may = |kind| node.casework.may(session, id, kind).is_ok();
    let (ask, answer) = (may(OwnerAsked::KIND), may(OwnerAnswered::KIND));
    let to_us = node.casework.questions(session, id).await?;
    let by_us = node.casework.asked(session, id).await?;
    page(&LeadsPage {
        frame: Frame::new(&node, &visit, visit.words.say("node-leads"), "cases"),
        case: reader.journal(id),
        at: format!("/cases/{id}"),
        accounts: accounts.iter().map(|account| account_view(&reader, account, &matches, ask)).collect(),
        to_us: to_us.iter().map(|question| question_view(&reader, question, answer, None)).collect(),
        by_us: by_us
            .iter()
            .map(|question| question_view(&reader, question, false, Some(entry_link(question.entry))))
            .collect(),
    })
}

/// The accounts of a case, as its page lists them: the first ones, and where all are.
pub(super) fn list(reader: &Reader<'_>, case: CaseId, accounts: &[Account], pages: u64) -> Vec<Shown> {
    let said = |key: &str, count: &str| Shown::Words(reader.words.with(key, "count", count));
    let live = accounts.iter().filter(|account| !account.withdrawn).count();
    let leads = (live > 0)
        .then(|| Shown::link(format!("/cases/{case}/leads"), said("node-leads-count", &live.to_string())));
    let pages = (pages > 0).then(|| {
        Shown::link(format!("/cases/{case}/pages"), said("node-captured-count", &pages.to_string()))
    });
    leads.into_iter().chain(pages).collect()
}

fn account_view(reader: &Reader<'_>, account: &Account, matches: &[Match], ask: bool) -> AccountView {
    let none = || reader.word("node-content-forgotten");
    let promoted = account.promoted.as_ref();
    let found = matches.iter().find(|found| found.own == account.entry);
    let elsewhere = found.map(|found| found.elsewhere.as_slice()).unwrap_or_default();
    let is_closed = |at: &Elsewhere| matches!(at, Elsewhere::Closed { .. });
    AccountView {
        entry: account.entry,
        value: promoted.map_or_else(none, value),
        kind: promoted.map_or_else(none, |promoted| reader.word_or("node-hit-", &promoted.hit.kind)),
        becomes: promoted
            .map_or_else(none, |promoted| reader.word_or("node-becomes-", promoted.becomes().as_str())),
        role: promoted.map_or_else(none, |promoted| reader.word_or("node-whose-", promoted.role.as_str())),
        reason: promoted.map_or_else(none, |promoted| Shown::said(&promoted.reason)),
        places: places(reader, &account.places),
        link: entry_link(account.entry),
        withdrawn: account.withdrawn,
        elsewhere: elsewhere.iter().map(|at| elsewhere_view(reader, at)).collect(),
        ask: ask && elsewhere.iter().any(is_closed),
    }
}

/// The value; of a secret the mask, and by what it is recognised.
fn value(promoted: &HitPromoted) -> Shown {
    let hit = &promoted.hit;
    match &hit.fingerprint {
        Some(fingerprint) => Shown::pair(Shown::ltr(&hit.value), Shown::ltr(fingerprint)),
        None => Shown::ltr(hit.name().unwrap_or(&hit.value)),
    }
}

fn places(reader: &Reader<'_>, places: &[FoundAt]) -> Shown {
    let place = |found: &FoundAt| {
        let exhibit = found.exhibit.map(label).unwrap_or_default();
        Shown::Row(vec![Shown::ltr(exhibit), Shown::ltr(&found.place.path)])
    };
    let mut list: Vec<_> = places.iter().take(MAX_PLACES).map(place).collect();
    let left = places.len().saturating_sub(MAX_PLACES);
    list.extend((left > 0).then(|| reader.more(left)));
    Shown::List(list)
}

/// Where another case knows it: the case, to whoever may read it; else whom to ask, and nothing more.
fn elsewhere_view(reader: &Reader<'_>, at: &Elsewhere) -> Shown {
    match at {
        Elsewhere::Open { case, entry, exhibit, .. } => {
            let exhibit = exhibit.map(|number| {
                Shown::link(format!("/cases/{case}/exhibits/{number}"), Shown::ltr(label(number)))
            });
            let parts = [Some(reader.journal(*case)), exhibit, Some(entry_link(*entry))];
            Shown::Row(parts.into_iter().flatten().collect())
        }
        Elsewhere::Closed { office } => {
            Shown::Row(vec![reader.word("node-match-closed"), reader.office(*office)])
        }
    }
}

fn question_view(
    reader: &Reader<'_>,
    question: &Question,
    answer: bool,
    link: Option<Shown>,
) -> QuestionView {
    let by = |author, office| Shown::pair(reader.author(author), reader.office(office));
    QuestionView {
        entry: question.entry,
        value: Shown::ltr(&question.asked.value),
        kind: reader.word_or("node-hit-", &question.asked.kind),
        by: by(question.author, question.office),
        at: Shown::Time(question.at.to_string()),
        reason: Shown::said(&question.asked.reason),
        link,
        answers: question
            .answers
            .iter()
            .map(|answer| AnswerView {
                by: by(answer.author, answer.office),
                at: Shown::Time(answer.at.to_string()),
                text: Shown::said(&answer.text),
            })
            .collect(),
        answer,
    }
}

/// What the form for taking hits into a case offers.
pub(super) struct Offer {
    pub(super) roles: Vec<(&'static str, Shown)>,
    pub(super) becomes: Vec<(&'static str, Shown)>,
}

pub(super) fn offer(reader: &Reader<'_>) -> Offer {
    let word = |prefix: &str, word: &'static str| (word, reader.word_or(prefix, word));
    Offer {
        // Nobody is taken for anything before somebody said so.
        roles: ROLES.iter().rev().map(|role| word("node-whose-", role)).collect(),
        becomes: Becomes::ALL.iter().map(|known| word("node-becomes-", known.as_str())).collect(),
    }
}

pub(crate) async fn promote<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
    Within(case, scan): Within<CaseId, EntryId>,
    form: Form,
) -> Result<Response, NodeError> {
    let session = &visit.officer()?.session;
    let choice = match form.text("choice") {
        "verified" => Choice { verified: true, ..Choice::default() },
        "ticked" => {
            let lines = form.all("hit").map(str::parse).collect::<Result<Vec<u64>, _>>();
            let lines = lines.map_err(|_| NodeError::Malformed("hit"))?;
            if lines.is_empty() {
                return Err(comity_casework::CaseworkError::from(comity_casework::Refusal::NoHits).into());
            }
            Choice { lines, ..Choice::default() }
        }
        _ => return Err(NodeError::Malformed("choice")),
    };
    let becomes = match form.text("becomes") {
        "" => None,
        word => Some(word.parse().map_err(|_| NodeError::Malformed("becomes"))?),
    };
    let how = As { becomes, role: form.id("role")?, reason: form.text("reason").to_owned() };
    node.casework.promote_hits(session, case, scan, &choice, &how).await?;
    Ok(see(&format!("/cases/{case}/leads")))
}

pub(crate) async fn ask<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
    Within(case, account): Within<CaseId, EntryId>,
    form: Form,
) -> Result<Response, NodeError> {
    let session = &visit.officer()?.session;
    node.casework.ask_owner(session, case, account, form.text("reason").to_owned()).await?;
    Ok(see(&format!("/cases/{case}/leads#asked")))
}

pub(crate) async fn answer<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
    Within(case, question): Within<CaseId, EntryId>,
    form: Form,
) -> Result<Response, NodeError> {
    let session = &visit.officer()?.session;
    node.casework.answer_owner(session, case, question, form.text("text").to_owned()).await?;
    Ok(see(&format!("/cases/{case}/leads#questions")))
}
