//! The office: its officers, the packs in force, what was proposed; and its own journal.

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use comity_casework::body::{Body, OfficeApproval, OfficeRejection, office_journal};
use comity_casework::{CaseworkError, Comparison, Office, Packs, ProposalStatus, Publisher};
use comity_evidence::vault::Rounds;
use comity_record::EntryId;
use comity_store::Store;

use super::case::offered;
use super::timeline::{ENTRIES_A_PAGE, Item, Window, item};
use super::{Frame, ProposalView, Table, page, see, status_key};
use crate::error::NodeError;
use crate::facts::{Fact, Reader, entry_link};
use crate::form::Form;
use crate::routes::Node;
use crate::shown::Shown;
use crate::visit::{Named, Visit};

#[derive(Template)]
#[template(path = "office.html")]
struct OfficePage {
    frame: Frame,
    name: Shown,
    facts: Vec<Fact>,
    officers: Vec<OfficerRow>,
    packs: Vec<PackRow>,
    publishers: Option<Table>,
    proposals: Vec<ProposalView>,
}

struct OfficerRow {
    name: Shown,
    roles: Shown,
    id: Shown,
    key: Shown,
}

struct PackRow {
    name: Shown,
    version: Shown,
    digest: Shown,
}

#[derive(Template)]
#[template(path = "journal.html")]
struct JournalPage {
    frame: Frame,
    items: Vec<Item>,
    window: Window,
}

pub(crate) async fn show<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
) -> Result<Response, NodeError> {
    let session = &visit.officer()?.session;
    let journal = office_journal(session.office());
    node.casework.may(session, journal, "office.read")?;
    let state = node.casework.state();
    let office = state.office(session.office())?;
    let reader = Reader { words: &visit.words, state: &state };
    let may = |kind| node.casework.may(session, journal, kind).is_ok();
    let (approve, reject) = (may(OfficeApproval::KIND), may(OfficeRejection::KIND));
    let mut compared = compared(&node, office).await;
    let mut view = |(entry, proposal): (&EntryId, &comity_casework::Proposal<_>)| {
        let act: &comity_casework::body::OfficeAct = proposal.act();
        let view = ProposalView {
            entry: *entry,
            what: reader.office_act(act),
            changes: compared.remove(entry).and_then(|compared| changes(&reader, compared)),
            by: reader.officer(proposal.by()),
            link: entry_link(*entry),
            status: visit.words.say(status_key(proposal.status())),
            consequence: visit.words.say(&format!("node-consequence-{}", act.as_str())),
            approve,
            reject,
        };
        offered(view, proposal, session)
    };
    let mut proposals: Vec<_> = office.proposals.iter().map(&mut view).collect();
    // What waits for a decision comes first.
    proposals.sort_by_key(|proposal| (!proposal.approve, !proposal.reject));
    let mut facts = vec![
        reader.fact("node-field-authority", Shown::said(&office.authority)),
        reader.fact("node-field-country", Shown::ltr(office.country)),
        reader.fact("node-field-exercise", reader.yes_no(office.exercise)),
        reader.fact("node-field-office-id", Shown::ltr(office.id)),
        reader.fact("node-field-node-key", Shown::ltr(node.casework.node_key().key_id())),
        reader.fact("node-field-journal", reader.journal(journal)),
    ];
    let missing = state.cases().map(|case| case.damaged.missing().count()).sum();
    facts.push(reader.fact("node-field-vault", vault(&reader, &node.casework.scrub_rounds()?, missing)));
    page(&OfficePage {
        frame: Frame::new(&node, &visit, visit.words.say("node-office"), "office"),
        name: Shown::said(&office.name),
        facts,
        officers: officers(&reader, office),
        packs: packs(&reader, office, node.casework.packs()),
        publishers: publishers(&reader, office),
        proposals,
    })
}

/// When the node read its vault again, and whether all of it was whole.
fn vault(reader: &Reader<'_>, rounds: &Rounds, missing: usize) -> Shown {
    let read = match rounds.last {
        Some(last) => Shown::pair(reader.word("node-vault-whole"), Shown::Time(last.ended.to_string())),
        None => reader.word("node-vault-not-yet"),
    };
    let counted = |key, count: usize, rest| match count {
        0 => rest,
        count => Shown::pair(Shown::Words(reader.words.with(key, "count", &count.to_string())), rest),
    };
    counted("node-vault-missing", missing, counted("node-vault-damaged", rounds.damaged.len(), read))
}

type Compared = Result<Option<Arc<Comparison>>, CaseworkError>;

/// What the packs that wait for a second person would change. What was decided is not told again: it would be compared with
/// what came into force since.
async fn compared<S: Store + 'static>(node: &Node<S>, office: &Office) -> BTreeMap<EntryId, Compared> {
    let open = office.proposals.iter().filter(|(_, proposal)| proposal.status() == ProposalStatus::Open);
    let open: Vec<EntryId> = open.map(|(entry, _)| *entry).collect();
    let (casework, office) = (Arc::clone(&node.casework), office.id);
    // Asking the law for every two states takes longer than a page may hold up the others.
    let compare = move || {
        let compare = |entry| (entry, casework.compare_proposed(office, entry));
        open.into_iter().map(compare).collect()
    };
    tokio::task::spawn_blocking(compare).await.expect("comparing does not panic")
}

fn changes(reader: &Reader<'_>, compared: Compared) -> Option<Shown> {
    match compared {
        Ok(compared) => compared.map(|compared| super::compared::of(reader, &compared)),
        // The page is still there, to reject it.
        Err(error) => {
            let (advice, language) = reader.words.advice(&error);
            Some(reader.words.in_own(Shown::Words(advice.what), &language))
        }
    }
}

fn officers(reader: &Reader<'_>, office: &Office) -> Vec<OfficerRow> {
    let row = |officer: &comity_casework::Officer| {
        let roles: Vec<_> = officer.roles.iter().map(|role| reader.role(*role)).collect();
        OfficerRow {
            name: Shown::said(&officer.name),
            roles: if roles.is_empty() { reader.word("node-roles-none") } else { Shown::Row(roles) },
            id: Shown::ltr(officer.id),
            key: Shown::ltr(officer.key.key_id()),
        }
    };
    let mut officers: Vec<_> = office.officers.values().collect();
    officers.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    officers.into_iter().map(row).collect()
}

fn packs(reader: &Reader<'_>, office: &Office, at_hand: &Packs) -> Vec<PackRow> {
    let row = |(name, digest): (&comity_record::Token, &comity_record::Sha256Digest)| PackRow {
        name: Shown::ltr(name),
        version: at_hand
            .pack(*digest)
            .map_or_else(|| reader.word("node-none"), |pack| Shown::said(&pack.manifest().version)),
        digest: Shown::ltr(digest),
    };
    office.packs.iter().map(row).collect()
}

/// The offices whose packs are taken; nothing where there are none.
fn publishers(reader: &Reader<'_>, office: &Office) -> Option<Table> {
    let row = |publisher: &Publisher| {
        let keys = publisher.signers.iter().map(|key| Shown::ltr(key.key_id())).collect();
        let name = Shown::pair(Shown::said(&publisher.name), Shown::ltr(publisher.country));
        vec![name, Shown::said(&publisher.authority), Shown::ltr(publisher.office), Shown::List(keys)]
    };
    let rows: Vec<_> = office.publishers.values().map(row).collect();
    let columns = ["node-field-name", "node-field-authority", "node-field-office-id", "node-field-key"];
    (!rows.is_empty()).then(|| Table::new(reader.words, "node-publishers-caption", &columns, rows))
}

pub(crate) async fn journal<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
) -> Result<Response, NodeError> {
    let session = &visit.officer()?.session;
    let journal = office_journal(session.office());
    let state = node.casework.state();
    let window = Window::of(visit.number("from"), state.end(journal).next);
    let entries = node.casework.timeline(session, journal, window.from, ENTRIES_A_PAGE).await?;
    let reader = Reader { words: &visit.words, state: &state };
    page(&JournalPage {
        frame: Frame::new(&node, &visit, visit.words.say("node-office-journal"), "office"),
        items: entries.iter().map(|entry| item(&reader, journal, entry)).collect(),
        window,
    })
}

pub(crate) async fn decide<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
    Named(proposal): Named<EntryId>,
    form: Form,
) -> Result<Response, NodeError> {
    let session = &visit.officer()?.session;
    match form.text("decision") {
        "approve" => node.casework.approve(session, proposal).await?,
        "reject" => node.casework.reject(session, proposal, form.text("reason").to_owned()).await?,
        _ => return Err(NodeError::Malformed("decision")),
    };
    Ok(see("/office"))
}
