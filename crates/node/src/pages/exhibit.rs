//! An exhibit: what it holds, whose hands it passed through, what was found in it.

mod later;

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use comity_casework::body::{Body as _, WithdrawalGround};
use comity_casework::exhibit::{
    Confirmation, Exhibit, GapWords, Holding, RecordedAct, Withdrawal, label, shown_name,
};
use comity_casework::lead::{Account, FoundHit, HitPromoted, ScanRecorded};
use comity_casework::scrubbing::Finding;
use comity_casework::{Case, Session, Told};
use comity_evidence::custody::{CustodyEntry, Gap, Item, Party, Piece};
use comity_evidence::seal::SealedFile;
use comity_record::{CaseId, EntryId, Sha256Digest};
use comity_store::Store;

use self::later::{LaterView, OfferView};
use super::leads::{self, Offer};
use super::{Frame, page};
use crate::error::NodeError;
use crate::facts::{Fact, Reader, entry_link};
use crate::routes::Node;
use crate::shown::Shown;
use crate::visit::{Visit, Within};

/// Files that one page lists, and hits of one scan. The lists have all; nobody reads further on a page.
const MAX_LISTED: usize = 500;
/// What else happened to an exhibit that one page tells.
const MAX_LATER: usize = 100;
/// Damaged files that one page names.
const MAX_DAMAGED: usize = 20;

#[derive(Template)]
#[template(path = "exhibit.html")]
struct ExhibitPage {
    frame: Frame,
    case: Shown,
    name: Shown,
    title: Shown,
    withdrawn: bool,
    facts: Vec<Fact>,
    acts: Vec<ActView>,
    gaps: Vec<GapView>,
    later: Vec<LaterView>,
    earlier: Option<String>,
    offers: Vec<OfferView>,
    files: Vec<FileView>,
    more_files: Option<String>,
    scans: Vec<ScanView>,
    offer: Option<Offer>,
    /// The address of the case.
    at: String,
    number: u32,
}

struct ActView {
    number: Shown,
    what: Shown,
    /// Why it does not count, who said so and when: it is struck through.
    struck: Option<Shown>,
    when: Shown,
    place: Shown,
    giver: Shown,
    taker: Shown,
    reason: Shown,
    entry: Shown,
    /// Who confirmed it by a second signature.
    second: Shown,
}

struct GapView {
    number: Shown,
    entry: Option<Shown>,
    what: Shown,
}

struct FileView {
    path: Shown,
    size: Shown,
    sha256: Shown,
}

struct ScanView {
    title: String,
    entry: Shown,
    id: EntryId,
    hits: Vec<HitView>,
    more: Option<String>,
    /// How many pages of web captures it came by.
    pages: Option<String>,
}

struct HitView {
    line: u64,
    /// The entry that took it into the case.
    account: Option<Shown>,
    value: Shown,
    kind: Shown,
    class: Shown,
    place: Shown,
}

pub(crate) async fn show<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
    Within(id, number): Within<CaseId, u32>,
) -> Result<Response, NodeError> {
    let session = &visit.officer()?.session;
    let exhibit = node.casework.exhibit(session, id, number).await?;
    let files = match &exhibit.manifest {
        Some(_) => node.casework.manifest(session, id, &exhibit).await?.files,
        None => vec![],
    };
    let state = node.casework.state();
    let reader = Reader { words: &visit.words, state: &state };
    let looks = node.casework.looks(session, id).await?;
    let packages = node.casework.packages_of(session, id, exhibit.entry).await?;
    let (later, before) = later::later(&reader, &exhibit, (&looks, &packages), MAX_LATER);
    let scans = scans(&node, &reader, session, id, &exhibit).await?;
    let mut facts = facts(&reader, &exhibit);
    facts.extend(damaged(&reader, state.case(id)?, &exhibit, &files));
    let left = files.len().saturating_sub(MAX_LISTED);
    page(&ExhibitPage {
        frame: Frame::new(&node, &visit, label(number), "cases"),
        case: reader.journal(id),
        name: Shown::ltr(label(number)),
        title: title(&reader, &exhibit),
        withdrawn: exhibit.withdrawn,
        facts,
        acts: exhibit.acts.iter().enumerate().map(|(at, act)| act_view(&reader, at, act)).collect(),
        gaps: exhibit.gaps().into_iter().map(|gap| gap_view(&reader, &exhibit, gap)).collect(),
        later,
        earlier: (before > 0).then(|| visit.words.with("node-more", "count", &before.to_string())),
        offers: later::offers(&reader, &packages),
        files: files.iter().take(MAX_LISTED).map(file_view).collect(),
        more_files: (left > 0).then(|| visit.words.with("node-more", "count", &left.to_string())),
        scans,
        offer: node.casework.may(session, id, HitPromoted::KIND).is_ok().then(|| leads::offer(&reader)),
        at: format!("/cases/{id}"),
        number,
    })
}

/// The exhibits of a case, as its page lists them.
pub(super) fn list(reader: &Reader<'_>, case: &Case, exhibits: &[Exhibit]) -> Vec<Shown> {
    exhibits
        .iter()
        .map(|exhibit| {
            let name = Shown::ltr(label(exhibit.number));
            let link = Shown::link(format!("/cases/{}/exhibits/{}", case.id, exhibit.number), name);
            Shown::pair(Shown::Row(vec![link, title(reader, exhibit)]), held(reader, exhibit))
        })
        .collect()
}

fn title(reader: &Reader<'_>, exhibit: &Exhibit) -> Shown {
    match &exhibit.received {
        Some(received) => Shown::said(&received.title),
        None => reader.word("node-content-forgotten"),
    }
}

/// What it holds, in a line.
fn held(reader: &Reader<'_>, exhibit: &Exhibit) -> Shown {
    match &exhibit.received {
        Some(received) => reader.holding(&received.holds),
        None => reader.word("node-content-forgotten"),
    }
}

fn facts(reader: &Reader<'_>, exhibit: &Exhibit) -> Vec<Fact> {
    let fact = |key, value| reader.fact(key, value);
    let mut facts = vec![fact("node-field-holds", held(reader, exhibit))];
    facts.extend(exhibit.hash_value().map(|hash| fact(hash.label(), Shown::ltr(hash.sha256()))));
    if let Some(Holding::InPlace(place)) = exhibit.received.as_ref().map(|received| &received.holds) {
        facts.push(fact("node-field-in-place", Shown::ltr(place.path().display())));
    }
    let item = exhibit.received.as_ref().and_then(|received| received.item.as_ref());
    facts.extend(item.into_iter().flat_map(|item| item_facts(reader, item)));
    let unread: u64 =
        exhibit.received.iter().flat_map(|received| &received.unread).map(|gap| gap.length).sum();
    facts.extend((unread > 0).then(|| fact("node-field-unread", Shown::ltr(unread))));
    let sessions = exhibit.received.iter().flat_map(|received| &received.sessions);
    let sessions: Vec<_> = sessions
        .map(|session| {
            let files = reader.words.with("node-session-files", "files", &session.files.to_string());
            Shown::pair(Shown::Time(session.began.clone()), Shown::Words(files))
        })
        .collect();
    facts.extend((!sessions.is_empty()).then(|| fact("node-field-sessions", Shown::List(sessions))));
    let holders = exhibit.chains.iter().map(|(of, chain)| {
        let holder = chain.holder.as_ref();
        let holder = holder.map_or_else(|| reader.word("document-custody-ended"), person);
        // Of an exhibit without copies there is nothing to tell apart.
        if exhibit.chains.len() > 1 { Shown::pair(piece(reader, of), holder) } else { holder }
    });
    facts.push(fact("node-field-holder", Shown::List(holders.collect())));
    let first = exhibit.acts.first().and_then(|act| act.custody.as_ref());
    if let Some(authority) = first.and_then(|act| act.authority.as_deref()) {
        facts.push(fact("node-field-legal-authority", Shown::said(authority)));
    }
    facts.push(fact("node-field-taken-in", entry_link(exhibit.entry)));
    facts
}

/// The files that were not whole when they were read last; nothing where all were.
fn damaged(reader: &Reader<'_>, case: &Case, exhibit: &Exhibit, files: &[SealedFile]) -> Option<Fact> {
    let row = |(file, finding): (Sha256Digest, Finding)| {
        let path = files.iter().find(|held| held.digests.sha256 == file).map(|held| Shown::ltr(&held.path));
        Shown::pair(
            path.unwrap_or_else(|| Shown::ltr(file)),
            reader.word_or("document-custody-found-", finding.as_str()),
        )
    };
    let all = case.damaged.of(exhibit.entry).count();
    let mut rows: Vec<_> = case.damaged.of(exhibit.entry).take(MAX_DAMAGED).map(row).collect();
    rows.extend((all > MAX_DAMAGED).then(|| reader.more(all - MAX_DAMAGED)));
    (all > 0).then(|| reader.fact("node-field-damaged", Shown::List(rows)))
}

/// What tells the thing from others of its kind; what was not recorded has no line.
fn item_facts(reader: &Reader<'_>, item: &Item) -> Vec<Fact> {
    let said = |text: &Option<String>| text.as_deref().map(Shown::said);
    let fields = [
        ("node-field-make", said(&item.make)),
        ("node-field-model", said(&item.model)),
        ("node-field-serial", item.serial.as_ref().map(Shown::ltr)),
        ("node-field-imei", (!item.imei.is_empty()).then(|| Shown::ltr(item.imei.join(", ")))),
        ("node-field-capacity", item.capacity_bytes.map(Shown::ltr)),
        ("node-field-power", said(&item.power)),
        ("node-field-clock-ahead", item.clock_ahead_seconds.map(Shown::ltr)),
    ];
    fields.into_iter().filter_map(|(key, value)| Some(reader.fact(key, value?))).collect()
}

fn person(party: &Party) -> Shown {
    Shown::pair(Shown::said(&party.name), Shown::said(&party.organisation))
}

fn piece(reader: &Reader<'_>, piece: &Piece) -> Shown {
    match piece {
        Piece::Original => reader.word("document-custody-original"),
        Piece::WorkingCopy(number) => {
            reader.words.shown("document-custody-on-copy", &[("number", &number.to_string())])
        }
    }
}

fn act_view(reader: &Reader<'_>, at: usize, act: &RecordedAct) -> ActView {
    let none = || reader.word("node-none");
    let of = |custody: Option<Shown>| custody.unwrap_or_else(none);
    let custody = act.custody.as_ref();
    ActView {
        number: Shown::ltr(at + 1),
        what: custody.map_or_else(|| reader.word("node-content-forgotten"), |it| what_was_done(reader, it)),
        struck: act.withdrawn.as_ref().map(|withdrawal| struck(reader, withdrawal)),
        when: of(custody.map(|it| Shown::Time(it.at.to_string()))),
        place: of(custody.map(|it| Shown::said(&it.place))),
        giver: of(custody.and_then(|it| it.giver.as_ref()).map(person)),
        taker: of(custody.and_then(|it| it.taker.as_ref()).map(person)),
        reason: of(custody.map(|it| Shown::said(&it.reason))),
        entry: entry_link(act.entry),
        second: of(act.confirmed.as_ref().map(|second| signature(reader, second))),
    }
}

/// What was done, and with which copy; of a copying also which one it made.
fn what_was_done(reader: &Reader<'_>, act: &CustodyEntry) -> Shown {
    let what = reader.word_or("node-custody-", act.act.as_str());
    let of = (act.piece != Piece::Original).then(|| piece(reader, &act.piece));
    let made = act.copy_made.as_ref().map(|made| Shown::Row(vec![Shown::ltr("→"), piece(reader, made)]));
    Shown::Row([Some(what), of, made].into_iter().flatten().collect())
}

fn struck(reader: &Reader<'_>, withdrawal: &Withdrawal) -> Shown {
    let ground = match withdrawal.ground {
        WithdrawalGround::Mistaken => "node-ground-mistaken",
        WithdrawalGround::Privileged => "node-ground-privileged",
        WithdrawalGround::WrongCase => "node-ground-wrong-case",
    };
    Shown::List(vec![
        reader.word("document-custody-withdrawn"),
        Shown::pair(reader.word(ground), Shown::said(&withdrawal.reason)),
        Shown::pair(person(&withdrawal.by), Shown::Time(withdrawal.at.to_string())),
        entry_link(withdrawal.entry),
    ])
}

/// The second signature: of the person himself, or on paper that an officer has seen.
fn signature(reader: &Reader<'_>, second: &Confirmation) -> Shown {
    let by = Shown::pair(person(&second.by), entry_link(second.entry));
    if second.on_paper.is_empty() {
        return by;
    }
    let signed = second.on_paper.iter().map(person);
    let (on_paper, seen) =
        (reader.word("document-custody-on-paper"), reader.word("document-custody-paper-seen-by"));
    Shown::List([on_paper].into_iter().chain(signed).chain([seen, by]).collect())
}

/// What is missing at an act, in words: shown, never filled.
fn gap_view(reader: &Reader<'_>, exhibit: &Exhibit, gap: &Gap) -> GapView {
    let words = GapWords::of(&gap.kind);
    let values = words.values.iter().map(|(key, value)| Shown::pair(reader.word(key), Shown::said(value)));
    GapView {
        number: Shown::ltr(gap.at + 1),
        entry: exhibit.entry_of(gap).map(entry_link),
        what: Shown::Row([reader.word(&words.key)].into_iter().chain(values).collect()),
    }
}

fn file_view(file: &SealedFile) -> FileView {
    FileView {
        path: Shown::ltr(shown_name(&file.path)),
        size: Shown::ltr(file.digests.size),
        sha256: Shown::ltr(file.digests.sha256),
    }
}

async fn scans<S: Store + 'static>(
    node: &Node<S>,
    reader: &Reader<'_>,
    session: &Session,
    case: CaseId,
    exhibit: &Exhibit,
) -> Result<Vec<ScanView>, NodeError> {
    let accounts = node.casework.accounts(session, case).await?;
    let account = |hit: &FoundHit| {
        let is_it = |account: &&Account| {
            let promoted = account.promoted.as_ref().map(|promoted| &promoted.hit);
            !account.withdrawn && promoted.is_some_and(|of| of.kind == hit.kind && of.name() == hit.name())
        };
        accounts.iter().find(is_it).map(|account| entry_link(account.entry))
    };
    let told = node.casework.entries_of(session, case, &[ScanRecorded::KIND]).await?;
    let mut scans = Vec::new();
    for scan in told.iter().filter(|scan| of(scan, exhibit)) {
        let hits = node.casework.hits(session, case, scan.entry).await?;
        let left = hits.len().saturating_sub(MAX_LISTED);
        let body = scan.body::<ScanRecorded>();
        let pages = body.as_ref().map_or(0, |scan| scan.pages);
        let counted = |count: u64| reader.words.with("node-captured-count", "count", &count.to_string());
        scans.push(ScanView {
            title: body.map_or_else(String::new, |scan| scan.program),
            entry: entry_link(scan.entry),
            id: scan.entry,
            pages: (pages > 0).then(|| counted(pages)),
            hits: (1..)
                .zip(hits)
                .take(MAX_LISTED)
                .filter_map(|(line, hit)| Some((line, serde_json::from_value(hit).ok()?)))
                .map(|(line, hit)| hit_view(reader, line, &hit, account(&hit)))
                .collect(),
            more: (left > 0).then(|| reader.words.with("node-more", "count", &left.to_string())),
        });
    }
    Ok(scans)
}

fn of(scan: &Told, exhibit: &Exhibit) -> bool {
    !scan.withdrawn && scan.reference("exhibit") == Some(exhibit.entry)
}

/// A hit; of a secret only the mask and its fingerprint.
fn hit_view(reader: &Reader<'_>, line: u64, hit: &FoundHit, account: Option<Shown>) -> HitView {
    let value = Shown::ltr(hit.canonical.as_ref().unwrap_or(&hit.value));
    HitView {
        line,
        account,
        value: match &hit.fingerprint {
            Some(fingerprint) => Shown::pair(value, Shown::ltr(fingerprint)),
            None => value,
        },
        kind: reader.word_or("node-hit-", &hit.kind),
        class: reader.word_or("node-class-", &hit.class),
        place: Shown::ltr(&hit.path),
    }
}
