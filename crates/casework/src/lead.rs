//! Leads: what a scan found in an exhibit, which hits an officer follows, and where the money went.
//!
//! A scan, a reading of the ledger and a trace are one entry each, with the result attached; a hit that matters is taken
//! into the case by an entry of its own. Which other cases of the node know the same value is a view, and to ask their
//! owner and to be answered are entries.

use std::collections::{BTreeMap, BTreeSet};

use comity_chain::Finding;
use comity_chain::finding::PackName;
use comity_chain::tags::TagRow;
use comity_chain::trace::{Direction, End, Flow, Start};
use comity_record::entry::{Attachment, Content, Reference, Statement};
use comity_record::{CaseId, EntryId, Sha256Digest, Token};
use comity_store::Store;
use serde::{Deserialize, Serialize};

use crate::approval::{only_reference, referred};
use crate::body::{Body, read_body};
use crate::casework::{Casework, Pending, Receipt, Session, With};
use crate::error::CaseworkError;
use crate::known;
use crate::refusal::{self, Refusal};
use crate::state::Case;
use crate::told::Told;

mod owner;
mod pages;
mod promote;
mod unseen;

pub use owner::{Answer, Elsewhere, Match, OwnerAnswered, OwnerAsked, Question};
pub use pages::{FoundPage, HitOnPage, MAX_PAGES, PAGES, Page, PageStep, shared};
pub use promote::{
    Account, As, Becomes, Choice, FoundAt, HitPlaced, HitPromoted, MAX_PLACES, MAX_PROMOTED, Place, Promoted,
};
pub use unseen::{RulesApplied, SetAside, Unseen};

/// The attachment of a scan: one hit a line, as JSON.
pub const HITS: &str = "hits.jsonl";
/// The attachment of a trace: the finding, which others recompute.
pub const FINDING: &str = "finding.json";
/// The attachment of a trace: the drawing of the flow.
pub const FLOW: &str = "flow.svg";
/// Hits of one scan. A medium with more is scanned in parts.
pub const MAX_HITS: usize = 1_000_000;
/// Services that a trace's entry names one by one, the largest first; the finding has all.
pub const MAX_REACHED: usize = 1000;

/// Whose account a hit can be taken to be.
pub const ROLES: &[&str] = &["suspect", "victim", "witness", "service", "other", "unknown"];

/// An exhibit was searched. The entry refers to the exhibit as `exhibit`; the hits are attached as [`HITS`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScanRecorded {
    /// The program and its version.
    pub program: String,
    /// The kinds that were looked for; empty for all that the program knows.
    pub kinds: Vec<String>,
    /// Files that were read to their end.
    pub files: u64,
    /// Files that could not be read to their end.
    pub failures: u64,
    /// How many hits of each kind.
    pub hits: BTreeMap<String, u64>,
    /// How many pages of web captures; they are attached as [`PAGES`].
    #[serde(default, skip_serializing_if = "is_zero")]
    pub pages: u64,
    /// What was not seen; none in entries from before that was counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unseen: Option<Unseen>,
    /// The rules that were applied, a file each; their matches are among the hits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<RulesApplied>,
}

/// A hit, as the scanner writes it down. Secrets are masked before they come here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundHit {
    /// What it is: `bitcoin-address`.
    pub kind: String,
    /// How sure that is: `verified`, `well-formed` or `shape-only`.
    pub class: String,
    /// As it stands in the file; a secret is masked.
    pub value: String,
    /// The spelling by which equal hits are recognised; a secret has none.
    #[serde(default)]
    pub canonical: Option<String>,
    /// The network that an address belongs to.
    #[serde(default)]
    pub network: Option<String>,
    /// What a secret is recognised by without being shown.
    #[serde(default)]
    pub fingerprint: Option<String>,
    /// The file of the exhibit.
    #[serde(default)]
    pub file: Option<String>,
    /// The place in it, with every decoder on the way.
    pub path: String,
    /// Where the first byte lies, in the bytes that the last decoder gave.
    pub offset: u64,
    /// How many bytes it takes there.
    pub length: u64,
}

impl FoundHit {
    /// By what equal hits of a kind are recognised: the canonical spelling, or the fingerprint of a secret.
    pub fn name(&self) -> Option<&str> {
        self.canonical.as_deref().or(self.fingerprint.as_deref())
    }

    /// What is not read: of no kind, and with no name.
    pub(crate) fn unknown() -> Self {
        Self {
            kind: String::new(),
            class: String::new(),
            value: String::new(),
            canonical: None,
            network: None,
            fingerprint: None,
            file: None,
            path: String::new(),
            offset: 0,
            length: 0,
        }
    }

    /// The hit as an entry may hold it. A secret has no canonical spelling there, whatever the scanner's child wrote.
    pub(crate) fn without_secret(self) -> Self {
        if self.fingerprint.is_some() { Self { canonical: None, ..self } } else { self }
    }
}

/// Blocks were read, linked and checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LedgerRead {
    /// The network.
    pub network: String,
    /// The height of the tip.
    pub height: u32,
    /// The digest over all headers up to there.
    pub headers_digest: Sha256Digest,
    /// Unspent outputs at the tip.
    pub utxos: u64,
    /// What they hold.
    pub utxo_total_sat: u64,
    /// Where the blocks came from, in words.
    pub source: String,
}

/// Money was followed. The entry refers to the accounts it starts from as `from`; the finding and its drawing are
/// attached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TraceRecorded {
    /// The number of the trace in the case, from 1 and without a gap.
    pub number: u32,
    /// The network.
    pub network: String,
    /// The height that was taken as the tip.
    pub at_height: u32,
    /// The hash of the block there.
    pub at_block: String,
    /// How value was attributed.
    pub method: String,
    /// Which way: to where money went, which an entry says by saying nothing, or to where it came from.
    #[serde(default = "forward", skip_serializing_if = "is_forward")]
    pub direction: Direction,
    /// Where it began: addresses, transactions or outputs.
    pub starts: Vec<String>,
    /// Satoshis on the outputs of the start; what joined another start is counted at both.
    pub started_sat: u64,
    /// Where they ended.
    pub ended_sat: BTreeMap<String, u64>,
    /// The services that were reached, the largest sum first; of a trace backward, those that money came from.
    pub reached: Vec<Reached>,
    /// The packs whose tags were considered.
    pub packs: Vec<Pack>,
    /// The digest by which another office recognises its own result.
    pub result_digest: Sha256Digest,
}

/// The only direction that traces had when entries did not name one.
const fn forward() -> Direction {
    Direction::Forward
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_forward(direction: &Direction) -> bool {
    *direction == Direction::Forward
}

impl TraceRecorded {
    /// Satoshis that were followed, each once: what [joined a start](End::JoinsStart) is among the satoshis of that
    /// start already.
    #[must_use]
    pub fn followed_sat(&self) -> u64 {
        let joined_sat = self.ended_sat.get(&word(End::JoinsStart)).copied().unwrap_or_default();
        self.started_sat.saturating_sub(joined_sat)
    }

    /// The services that were reached, each with all that ended at its addresses, the largest sum first.
    ///
    /// Addresses belong to one service when their tags give the holder the same name.
    #[must_use]
    pub fn services(&self) -> Vec<Service<'_>> {
        let mut services: Vec<Service<'_>> = Vec::new();
        for reached in &self.reached {
            match services.iter_mut().find(|service| service.label == reached.label) {
                Some(service) => service.at.push(reached),
                None => services.push(Service { label: &reached.label, at: vec![reached] }),
            }
        }
        services.sort_by_key(|service| std::cmp::Reverse(service.value_sat()));
        services
    }
}

/// A service that money reached, at one address or more.
#[derive(Clone, Debug)]
pub struct Service<'a> {
    /// What the tags call it.
    pub label: &'a str,
    /// Where money ended, the largest sum first.
    pub at: Vec<&'a Reached>,
}

impl Service<'_> {
    /// Satoshis that ended there.
    #[must_use]
    pub fn value_sat(&self) -> u64 {
        self.at.iter().fold(0, |sum, reached| sum.saturating_add(reached.value_sat))
    }
}

/// A pack of tags, by what names it for good.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// SHA-256 of its file.
    pub digest: Sha256Digest,
    /// Its title.
    pub title: String,
    /// Who made it.
    pub creator: String,
}

/// A service that money reached, at one of its addresses.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reached {
    /// Satoshis that ended there.
    pub value_sat: u64,
    /// The address.
    pub address: String,
    /// What the tag calls its holder.
    pub label: String,
    /// The kind of service, in the tag's word.
    pub category: Option<String>,
    /// The pack that says so, by digest, and the row in it.
    pub pack: Sha256Digest,
    /// The row, from 1.
    pub row: u32,
    /// The transactions that brought it.
    pub txids: Vec<String>,
}

impl Body for ScanRecorded {
    const KIND: &'static str = "scan.recorded";
}

impl Body for LedgerRead {
    const KIND: &'static str = "ledger.read";
}

impl Body for TraceRecorded {
    const KIND: &'static str = "trace.recorded";
}

/// The kinds of this module.
pub const KINDS: &[&str] = &[
    ScanRecorded::KIND,
    HitPromoted::KIND,
    HitPlaced::KIND,
    LedgerRead::KIND,
    TraceRecorded::KIND,
    OwnerAsked::KIND,
    OwnerAnswered::KIND,
];

/// An entry of this module, read. What was forgotten, or is of a later version, says nothing but that it was there.
pub(crate) enum Step {
    Scan(Option<ScanRecorded>),
    Promoted(Option<HitPromoted>),
    Placed,
    Ledger(Option<LedgerRead>),
    Trace(Option<TraceRecorded>),
    Asked(Option<OwnerAsked>),
    Answered(Option<OwnerAnswered>),
}

impl Step {
    /// Whether what is answered was asked, by one of the other cases.
    pub(crate) fn check_question<'a>(
        &self,
        statement: &Statement,
        mut others: impl Iterator<Item = &'a Case>,
    ) -> Result<(), Refusal> {
        let Self::Answered(_) = self else { return Ok(()) };
        let question = only_reference(statement, "answers")?;
        let asked = others.any(|of| of.leads.questions().contains(&question));
        if asked { Ok(()) } else { Err(Refusal::UnknownEntry(question)) }
    }

    pub(crate) fn read(statement: &Statement, content: Option<&Content>) -> Result<Option<Self>, Refusal> {
        Ok(match statement.kind.as_str() {
            ScanRecorded::KIND => Some(Self::Scan(read_body(statement, content)?)),
            HitPromoted::KIND => Some(Self::Promoted(read_body(statement, content)?)),
            HitPlaced::KIND => read_body::<HitPlaced>(statement, content).map(|_| Some(Self::Placed))?,
            OwnerAsked::KIND => Some(Self::Asked(read_body(statement, content)?)),
            OwnerAnswered::KIND => Some(Self::Answered(read_body(statement, content)?)),
            LedgerRead::KIND => Some(Self::Ledger(read_body(statement, content)?)),
            TraceRecorded::KIND => Some(Self::Trace(read_body(statement, content)?)),
            _ => None,
        })
    }
}

/// The leads of a case, as folded from its entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Leads {
    scans: Vec<EntryId>,
    accounts: Vec<EntryId>,
    traces: Vec<EntryId>,
    questions: Vec<EntryId>,
    /// Each answer to the question of another case, with that question.
    answers: Vec<(EntryId, EntryId)>,
}

impl Leads {
    /// The entries of the scans.
    pub fn scans(&self) -> &[EntryId] {
        &self.scans
    }

    /// The entries by which owners of other cases were asked.
    pub fn questions(&self) -> &[EntryId] {
        &self.questions
    }

    /// The entries by which questions from other cases were answered, each with the question.
    pub fn answers(&self) -> &[(EntryId, EntryId)] {
        &self.answers
    }

    /// The number that the next trace gets.
    pub fn next_trace(&self) -> u32 {
        u32::try_from(self.traces.len()).unwrap_or(u32::MAX - 1) + 1
    }

    /// The entry of a trace, by its number.
    pub fn trace(&self, number: u32) -> Option<EntryId> {
        let at = usize::try_from(number).ok()?.checked_sub(1)?;
        self.traces.get(at).copied()
    }

    /// Whether an entry made an account of the case.
    pub fn is_account(&self, entry: EntryId) -> bool {
        self.accounts.contains(&entry)
    }

    /// Whether an entry is a scan of the case.
    pub(crate) fn is_scan(&self, entry: EntryId) -> bool {
        self.scans.contains(&entry)
    }

    pub(crate) fn check(
        &self,
        statement: &Statement,
        step: &Step,
        exhibit: impl Fn(EntryId) -> bool,
    ) -> Result<(), Refusal> {
        match step {
            Step::Scan(recorded) => {
                let of = only_reference(statement, "exhibit")?;
                if !exhibit(of) {
                    return Err(Refusal::UnknownEntry(of));
                }
                recorded.as_ref().map_or(Ok(()), |scan| refusal::name("program", &scan.program))
            }
            Step::Promoted(promoted) => {
                let scan = only_reference(statement, "found-in")?;
                if !self.scans.contains(&scan) {
                    return Err(Refusal::UnknownEntry(scan));
                }
                promoted.as_ref().map_or(Ok(()), |promoted| refusal::text("reason", &promoted.reason))
            }
            Step::Placed => {
                let (account, scan) = (referred(statement, "account")?, referred(statement, "found-in")?);
                if !self.is_account(account) {
                    return Err(Refusal::UnknownEntry(account));
                }
                if self.scans.contains(&scan) { Ok(()) } else { Err(Refusal::UnknownEntry(scan)) }
            }
            Step::Asked(asked) => {
                let account = only_reference(statement, "about")?;
                if !self.is_account(account) {
                    return Err(Refusal::UnknownEntry(account));
                }
                asked.as_ref().map_or(Ok(()), |asked| refusal::text("reason", &asked.reason))
            }
            // That the question was asked in another case is checked where all cases are known.
            Step::Answered(answered) => {
                only_reference(statement, "answers")?;
                answered.as_ref().map_or(Ok(()), |answered| refusal::text("text", &answered.text))
            }
            Step::Ledger(read) => read.as_ref().map_or(Ok(()), |read| refusal::text("source", &read.source)),
            Step::Trace(recorded) => {
                if let Some(stray) = statement.refs.iter().find(|r| !self.is_account(r.entry)) {
                    return Err(Refusal::UnknownEntry(stray.entry));
                }
                match recorded {
                    Some(trace) if trace.number != self.next_trace() => Err(Refusal::Exists("trace")),
                    _ => Ok(()),
                }
            }
        }
    }

    pub(crate) fn apply(&mut self, id: EntryId, statement: &Statement, step: &Step) {
        match step {
            Step::Scan(_) => self.scans.push(id),
            Step::Promoted(_) => self.accounts.push(id),
            Step::Trace(_) => self.traces.push(id),
            Step::Asked(_) => self.questions.push(id),
            Step::Answered(_) => {
                self.answers.extend(only_reference(statement, "answers").ok().map(|question| (id, question)));
            }
            Step::Placed | Step::Ledger(_) => {}
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
pub(super) fn is_zero(count: &u64) -> bool {
    *count == 0
}

/// What a scan of an exhibit brought.
#[derive(Default)]
pub struct NewScan {
    /// The program and its version.
    pub program: String,
    /// The kinds that were looked for; empty for all.
    pub kinds: Vec<String>,
    /// Files that were read to their end.
    pub files: u64,
    /// Files that were not.
    pub failures: u64,
    /// The hits, each as the scanner wrote it.
    pub hits: Vec<serde_json::Value>,
    /// The pages of web captures, each as the scanner wrote it.
    pub pages: Vec<serde_json::Value>,
    /// What was not seen.
    pub unseen: Unseen,
    /// The rules that were applied.
    pub rules: Vec<RulesApplied>,
}

/// A trace of the case.
#[derive(Clone, Debug)]
pub struct TraceOfCase {
    /// The entry.
    pub entry: EntryId,
    /// What was found; none once it was forgotten.
    pub recorded: Option<TraceRecorded>,
    /// The finding and the drawing.
    pub attachments: Vec<Attachment>,
    /// Whether it was withdrawn.
    pub withdrawn: bool,
}

impl<S: Store> Casework<S> {
    /// Records what a scan of an exhibit found.
    ///
    /// # Errors
    /// Says why it was not recorded: a hit that is not written as hits are, say.
    pub async fn record_scan(
        &self,
        session: &Session,
        case: CaseId,
        exhibit: u32,
        scan: NewScan,
    ) -> Result<Receipt, CaseworkError> {
        let scan = self.sign_scan(session, case, exhibit, scan).await?;
        Ok(self.append(vec![scan]).await?[0])
    }

    /// The entry of a scan, on its way.
    pub(crate) async fn sign_scan(
        &self,
        session: &Session,
        case: CaseId,
        exhibit: u32,
        scan: NewScan,
    ) -> Result<Pending, CaseworkError> {
        self.may(session, case, ScanRecorded::KIND)?;
        let exhibit = self.state().case(case)?.exhibits.entry(exhibit)?;
        self.counts(case, exhibit)?;
        if scan.hits.len() > MAX_HITS {
            return Err(Refusal::Body(format!("more than {MAX_HITS} hits")).into());
        }
        let (mut lines, mut counts, mut found) = (Vec::new(), BTreeMap::new(), Vec::new());
        for hit in &scan.hits {
            let read: FoundHit =
                serde_json::from_value(hit.clone()).map_err(|e| Refusal::Body(e.to_string()))?;
            *counts.entry(read.kind.clone()).or_insert(0) += 1;
            found.push(read);
            serde_json::to_writer(&mut lines, hit).map_err(|e| Refusal::Body(e.to_string()))?;
            lines.push(b'\n');
        }
        let mut attached = vec![self.keep_bytes(case, HITS, "application/jsonl", &lines).await?];
        if let Some(lines) = pages::lines(&scan.pages)? {
            attached.push(self.keep_bytes(case, PAGES, "application/jsonl", &lines).await?);
        }
        let pages = u64::try_from(scan.pages.len()).unwrap_or(u64::MAX);
        let NewScan { program, kinds, files, failures, unseen, rules, .. } = scan;
        let unseen = Some(unseen);
        let body = ScanRecorded { program, kinds, files, failures, hits: counts, pages, unseen, rules };
        let with = With { files: attached, ..With::reference("exhibit", exhibit) };
        let mut pending = self.sign(session, case, &body, with)?;
        pending.rows = known::rows_of_scan(&self.keyring.known_values(), case, pending.id(), &found);
        Ok(pending)
    }

    /// The hits of a scan, in their order.
    ///
    /// # Errors
    /// Fails when the officer may not read the case, or the entry is no scan of it.
    pub async fn hits(
        &self,
        session: &Session,
        case: CaseId,
        scan: EntryId,
    ) -> Result<Vec<serde_json::Value>, CaseworkError> {
        let told = self.one_of(session, case, ScanRecorded::KIND, scan).await?;
        let file = told.attachments.iter().find(|file| file.name == HITS);
        let sha256 = file.ok_or(Refusal::UnknownEntry(scan))?.sha256;
        let bytes = self.read_object(case, sha256).await?;
        bytes
            .split(|byte| *byte == b'\n')
            .filter(|line| !line.is_empty())
            .map(|line| serde_json::from_slice(line).map_err(|e| Refusal::Body(e.to_string()).into()))
            .collect()
    }

    /// Records that blocks were read.
    ///
    /// # Errors
    /// Says why it was not recorded.
    pub async fn record_ledger(
        &self,
        session: &Session,
        case: CaseId,
        read: &LedgerRead,
    ) -> Result<Receipt, CaseworkError> {
        self.record(session, case, read, With::default()).await
    }

    /// Records a trace: the finding as its maker wrote it, and the drawing of its flow.
    ///
    /// # Errors
    /// Says why it was not recorded: the finding's own digest is not that of its content, say.
    pub async fn record_trace(
        &self,
        session: &Session,
        case: CaseId,
        finding: &[u8],
        flow: &[u8],
        accounts: &[EntryId],
    ) -> Result<(u32, Receipt), CaseworkError> {
        self.may(session, case, TraceRecorded::KIND)?;
        let read = Finding::from_json(finding)?;
        if read.compute_digest()? != read.result_digest {
            return Err(Refusal::Body("the finding is not what its digest says".to_owned()).into());
        }
        let files = vec![
            self.keep_bytes(case, FINDING, "application/json", finding).await?,
            self.keep_bytes(case, FLOW, "image/svg+xml", flow).await?,
        ];
        let from: Token = "from".parse().expect("a literal word");
        let refs = accounts.iter().map(|entry| Reference { role: from.clone(), entry: *entry }).collect();
        let number = self.state().case(case)?.leads.next_trace();
        let with = With { refs, files, ..With::default() };
        let receipt = self.record(session, case, &told_of(&read, number), with).await?;
        Ok((number, receipt))
    }

    /// Refuses to go on from an entry that was withdrawn, or from one that rests on such an entry.
    fn counts(&self, case: CaseId, entry: EntryId) -> Result<(), Refusal> {
        let state = self.state();
        let case = state.case(case)?;
        let mut next = vec![entry];
        while let Some(entry) = next.pop() {
            let standing = case.standing(entry)?;
            if standing.withdrawn_by.is_some() {
                return Err(Refusal::Withdrawn(entry));
            }
            next.extend(&standing.repeats);
        }
        Ok(())
    }

    /// The traces of a case.
    ///
    /// # Errors
    /// Fails when the officer may not read the case.
    pub async fn traces(&self, session: &Session, case: CaseId) -> Result<Vec<TraceOfCase>, CaseworkError> {
        let told = self.entries_of(session, case, &[TraceRecorded::KIND]).await?;
        let trace = |told: Told| TraceOfCase {
            entry: told.entry,
            recorded: told.body(),
            withdrawn: told.withdrawn,
            attachments: told.attachments,
        };
        Ok(told.into_iter().map(trace).collect())
    }

    async fn one_of(
        &self,
        session: &Session,
        case: CaseId,
        kind: &str,
        entry: EntryId,
    ) -> Result<Told, CaseworkError> {
        let told = self.entries_of(session, case, &[kind]).await?;
        Ok(told.into_iter().find(|told| told.entry == entry).ok_or(Refusal::UnknownEntry(entry))?)
    }
}

/// What the entry says of a finding in short.
fn told_of(finding: &Finding, number: u32) -> TraceRecorded {
    let starts = finding.question.starts.iter().map(|start| match start {
        Start::Output(outpoint) => outpoint.to_string(),
        Start::Transaction(txid) => txid.to_string(),
        Start::Address(address) => address.clone(),
    });
    let ended = finding.totals.ended_sat.iter().map(|(end, sat)| (word(*end), *sat));
    TraceRecorded {
        number,
        network: finding.network.to_string(),
        at_height: finding.at_height,
        at_block: finding.at_block.to_string(),
        method: finding.question.method.to_string(),
        direction: finding.question.direction,
        starts: starts.collect(),
        started_sat: finding.totals.started_sat,
        ended_sat: ended.collect(),
        reached: reached(finding),
        packs: finding.packs.iter().map(Pack::from).collect(),
        result_digest: finding.result_digest,
    }
}

/// The word of an end, as the finding writes it.
fn word(end: End) -> String {
    match serde_json::to_value(end) {
        Ok(serde_json::Value::String(word)) => word,
        _ => format!("{end:?}"),
    }
}

impl From<&PackName> for Pack {
    fn from(name: &PackName) -> Self {
        Self { digest: name.digest, title: name.title.clone(), creator: name.creator.clone() }
    }
}

/// How many services a finding reached, by address and tag. An entry names [`MAX_REACHED`] of them.
#[must_use]
pub fn count_reached(finding: &Finding) -> usize {
    at_services(finding).map(|(flow, place, _)| (&flow.to, place)).collect::<BTreeSet<_>>().len()
}

/// What ended at a service, once for each tag that names it, with the place of the tag.
fn at_services(finding: &Finding) -> impl Iterator<Item = (&Flow, u32, &TagRow)> {
    let row = move |place: u32| finding.tag_rows.get(usize::try_from(place).ok()?);
    let at_service = finding.flows.iter().filter(|flow| flow.end == End::Service);
    at_service
        .flat_map(move |flow| flow.tags.iter().filter_map(move |place| Some((flow, *place, row(*place)?))))
}

/// The services at which money ended, by address and tag, the largest sum first.
fn reached(finding: &Finding) -> Vec<Reached> {
    let mut by_tag: BTreeMap<(String, u32), Reached> = BTreeMap::new();
    for (flow, place, tag) in at_services(finding) {
        let address = flow.to.clone().unwrap_or_default();
        let reached = by_tag.entry((address.clone(), place)).or_insert_with(|| Reached {
            value_sat: 0,
            address,
            label: tag.label.clone(),
            category: tag.category.clone(),
            pack: tag.pack_digest,
            row: tag.row,
            txids: vec![],
        });
        reached.value_sat = reached.value_sat.saturating_add(flow.value_sat);
        let txid = flow.txid.to_string();
        if !reached.txids.contains(&txid) {
            reached.txids.push(txid);
        }
    }
    let mut reached: Vec<_> = by_tag.into_values().collect();
    reached.sort_by(|a, b| b.value_sat.cmp(&a.value_sat).then_with(|| a.address.cmp(&b.address)));
    reached.truncate(MAX_REACHED);
    reached
}
