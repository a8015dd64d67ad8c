//! What goes into an export: read from the store, verified once more, and laid out as files.

use std::collections::{BTreeMap, BTreeSet};

use comity_evidence::bag::text::{DECLARATION_TEXT, manifest};
use comity_journal::{CheckpointError, KnownLog, LogError, SignedNote};
use comity_record::cbor::to_canonical;
use comity_record::entry::{Content, SignedStatement};
use comity_record::seal::SignedSeal;
use comity_record::sign::{self, Purpose};
use comity_record::{CaseId, EntryId, OfficeId, Sha256Digest, Token};
use comity_store::{Store, StoredEntry};
use zeroize::Zeroizing;

use super::package::{Files, MAX_FILE_BYTES, MAX_PACKAGE_BYTES, Package, TAG_MANIFEST};
use super::{ExportError, ExportRecord, Remaining, Withheld, WithheldGround};
use crate::approval::Status as ProposalStatus;
use crate::body::{
    Body, CaseAct, EntryWithdrawn, HandedOver, TakenOver, WithdrawalGround, digest_of_entries, office_journal,
};
use crate::casework::{Casework, PAGE};
use crate::error::CaseworkError;
use crate::exchange;
use crate::exhibit::{CustodyConfirmed, CustodyRecorded, ExhibitReceived};
use crate::lead::TraceRecorded;
use crate::refusal::Refusal;
use crate::scrubbing::{FilesChecked, HELD_BY};
use crate::secret::SecretsSealed;
use crate::state::{Case, REPEATS, State};

const README: &str = include_str!("README.txt");

/// The folders and tag files of an export; the first three names are those of RFC 8493.
const DECLARATION: &str = "bagit.txt";
const INFO: &str = "bag-info.txt";
const MANIFEST: &str = "manifest-sha256.txt";
const RECORD: &str = "export.cose";
const PAYLOAD: &str = "data/";

/// What follows from an entry by reference beside what [repeats](REPEATS) it: a kind, and the role in which it refers.
/// Both are withheld with the entry; `check.py` follows the same references.
const FOLLOWS: [(&str, &str); 5] = [
    (CustodyRecorded::KIND, "exhibit"),
    (CustodyConfirmed::KIND, "exhibit"),
    (CustodyConfirmed::KIND, "confirms"),
    (TraceRecorded::KIND, "from"),
    (FilesChecked::KIND, HELD_BY),
];

/// A package, and what is to be said of it.
pub(super) struct Assembled {
    pub(super) package: Package,
    pub(super) withheld: Vec<Withheld>,
    pub(super) remaining: Remaining,
}

/// An entry on its way out.
pub(super) struct Leaving {
    pub(super) stored: StoredEntry,
    pub(super) signed: SignedStatement,
    /// Salt and content in the clear; none if it was destroyed.
    pub(super) opened: Option<Zeroizing<Vec<u8>>>,
}

impl Leaving {
    pub(super) fn id(&self) -> EntryId {
        self.stored.id
    }

    /// The content of an entry of an office, as far as it goes out.
    pub(super) fn of_office(&self) -> Option<&Zeroizing<Vec<u8>>> {
        // With whom else the office exchanges what is nobody's business who receives this.
        let of_channel = exchange::KINDS.contains(&self.stored.kind.as_str());
        self.opened.as_ref().filter(|_| !of_channel)
    }

    fn bytes(&self) -> usize {
        let content = self.opened.as_ref().map_or(0, |opened| opened.len());
        self.stored.statement.len() + self.stored.seal.len() + content
    }
}

impl<S: Store> Casework<S> {
    /// Lays out the case as the record says, and completes the record.
    pub(super) async fn assemble(
        &self,
        state: &State,
        mut record: ExportRecord,
        approved: Option<Sha256Digest>,
    ) -> Result<Assembled, CaseworkError> {
        let case = state.case(record.case)?;
        let (entries, withheld) = self.leaving_case(case, record.up_to).await?;
        if approved != Some(digest_of_entries(entries.iter().map(Leaving::id))) {
            return Err(ExportError::OtherEntries { up_to: record.up_to }.into());
        }
        let later = self.later(case, &record, &withheld).await?;
        let last = entries.last().ok_or(Refusal::UnknownCase(case.id))?.stored.log_index;
        let end = later.last().map_or(last, |leaving| leaving.stored.log_index);
        let notes = [self.covering(last)?, self.covering(end)?];

        let mut files = Files::up_to(MAX_PACKAGE_BYTES);
        let mut remaining = Remaining::default();
        let offices: BTreeSet<OfficeId> =
            entries.iter().chain(&later).map(|leaving| leaving.signed.unverified().office).collect();
        for leaving in &entries {
            let number = name(leaving.stored.sequence);
            let content = leaving.opened.as_ref().filter(|_| !withheld.contains_key(&leaving.stored.id));
            put_entry(&mut files, &format!("{PAYLOAD}entries/{number}"), leaving, content)?;
            let proof = self.proof(leaving, &notes)?;
            files.put(format!("{PAYLOAD}proofs/{number}.tlog-proof"), proof)?;
            if let Some(content) = content {
                self.put_attachments(&mut files, &mut remaining, leaving, content).await?;
            }
        }
        drop(entries);
        for leaving in &later {
            let at = format!("{PAYLOAD}later/{}", name(leaving.stored.sequence));
            put_entry(&mut files, &at, leaving, leaving.opened.as_ref())?;
            files.put(format!("{at}.tlog-proof"), self.proof(leaving, &notes)?)?;
        }
        for office in offices {
            // The journal up to the last of these entries says who had which key and role at each of their places.
            for leaving in self.leaving_office(office, end).await? {
                let at = format!("{PAYLOAD}offices/{office}/{}", name(leaving.stored.sequence));
                put_entry(&mut files, &at, &leaving, leaving.of_office())?;
                files.put(format!("{at}.tlog-proof"), self.proof(&leaving, &notes)?)?;
            }
        }
        files.put(format!("{PAYLOAD}checkpoint"), notes[0].note.to_string())?;
        files.put(format!("{PAYLOAD}later/checkpoint"), notes[1].note.to_string())?;
        files.put(format!("{PAYLOAD}README.txt"), README)?;

        record.withheld = withheld.into_values().collect();
        record.withheld.sort_by_key(|withheld| withheld.sequence);
        let payload: usize = files.get().values().map(Vec::len).sum();
        let oxum = format!("{payload}.{}", files.get().len());
        let sums = digests(files.get(), |_| true);
        for (path, text) in [
            (DECLARATION, DECLARATION_TEXT.to_owned()),
            (INFO, self.info(state, &record, &oxum)?),
            (MANIFEST, manifest(sums.iter().map(|(path, digest)| (path.as_str(), digest.to_string())))),
        ] {
            files.put(path, text)?;
        }
        record.tags = digests(files.get(), |path| !path.starts_with(PAYLOAD));
        files.put(RECORD, sign::sign(self.keyring.signing(), Purpose::Export, &to_canonical(&record)?))?;
        let tags = digests(files.get(), |path| !path.starts_with(PAYLOAD));
        let tags = manifest(tags.iter().map(|(path, digest)| (path.as_str(), digest.to_string())));
        files.put(TAG_MANIFEST, tags)?;
        let package = Package::new(files.take(), &record.act);
        Ok(Assembled { package, withheld: record.withheld, remaining })
    }

    /// The entries of a case up to a place, and those among them whose content stays here.
    pub(super) async fn leaving_case(
        &self,
        case: &Case,
        up_to: u64,
    ) -> Result<(Vec<Leaving>, BTreeMap<EntryId, Withheld>), CaseworkError> {
        let entries = self.leaving(case.id, |entry| entry.sequence <= up_to).await?;
        let withheld = self.withheld(case, &entries).await?;
        Ok((entries, withheld))
    }

    /// The entries behind the last place that speak for the export: what two persons approved, what says that a content
    /// is withdrawn or destroyed, and which office had the case meanwhile. They go out with their words.
    async fn later(
        &self,
        case: &Case,
        record: &ExportRecord,
        withheld: &BTreeMap<EntryId, Withheld>,
    ) -> Result<Vec<Leaving>, CaseworkError> {
        let mut wanted = BTreeSet::new();
        for entry in withheld.keys() {
            wanted.extend(case.standing(*entry)?.withdrawn_by);
        }
        for (proposal, approved) in &case.approved {
            let speaks = match approved.act() {
                CaseAct::Forget(entry) => withheld.contains_key(entry),
                _ => *proposal == record.proposal,
            };
            if let (true, ProposalStatus::Approved(approval)) = (speaks, case.proposal(*proposal)?.status()) {
                wanted.extend([*proposal, approval]);
            }
        }
        let handed = [HandedOver::KIND, TakenOver::KIND];
        let handed = case.entries.iter().filter(|(_, standing)| handed.contains(&standing.kind.as_str()));
        wanted.extend(handed.map(|(entry, _)| *entry));
        let mut later = Vec::new();
        for entry in wanted {
            let leaving = self.open_one(entry).await?;
            if leaving.stored.sequence > record.up_to {
                later.push(leaving);
            }
        }
        later.sort_by_key(|leaving| leaving.stored.log_index);
        Ok(later)
    }

    /// The files that go out with an entry: those that a reader needs beside it, each once.
    async fn put_attachments(
        &self,
        files: &mut Files,
        remaining: &mut Remaining,
        leaving: &Leaving,
        content: &Zeroizing<Vec<u8>>,
    ) -> Result<(), CaseworkError> {
        let content = leaving.signed.read_opened(content)?;
        if leaving.stored.kind.as_str() == ExhibitReceived::KIND
            && let Ok(received) = content.read::<ExhibitReceived>()
        {
            let held = received.holds.files();
            remaining.exhibit_files += held;
            remaining.exhibits += u64::from(held > 0);
        }
        // Sealed secrets are for two officers of this node, and for nobody whom a package reaches.
        let leaves = leaving.stored.kind.as_str() != SecretsSealed::KIND;
        for file in content.attachments.into_iter().filter(|_| leaves) {
            let path = format!("{PAYLOAD}files/{}", file.sha256);
            if file.length > MAX_FILE_BYTES {
                remaining.large_files += 1;
            } else if !files.get().contains_key(&path) {
                files.put(path, self.read_object(leaving.stored.case, file.sha256).await?.to_vec())?;
            }
        }
        Ok(())
    }

    /// The journal of an office up to a place of the log: who had which key and role.
    pub(super) async fn leaving_office(
        &self,
        office: OfficeId,
        end: u64,
    ) -> Result<Vec<Leaving>, CaseworkError> {
        self.leaving(office_journal(office), |entry| entry.log_index < end).await
    }

    /// The first entries of a journal, verified and opened.
    async fn leaving(
        &self,
        journal: CaseId,
        wanted: impl Fn(&StoredEntry) -> bool,
    ) -> Result<Vec<Leaving>, CaseworkError> {
        let mut entries: Vec<Leaving> = Vec::new();
        // What is larger than a package can be is given up before it fills the memory.
        let mut left = MAX_PACKAGE_BYTES;
        loop {
            let from = u64::try_from(entries.len()).unwrap_or(u64::MAX);
            let page = self.store.case_entries(journal, from, PAGE).await?;
            if page.is_empty() {
                return Ok(entries);
            }
            for stored in page {
                if !wanted(&stored) {
                    return Ok(entries);
                }
                let leaving = self.open_entry(stored).await?;
                left = left.checked_sub(leaving.bytes()).ok_or(ExportError::TooLarge)?;
                entries.push(leaving);
            }
        }
    }

    pub(super) async fn open_one(&self, entry: EntryId) -> Result<Leaving, CaseworkError> {
        let stored = self.store.entry(entry).await?.ok_or(Refusal::UnknownEntry(entry))?;
        self.open_entry(stored).await
    }

    async fn open_entry(&self, stored: StoredEntry) -> Result<Leaving, CaseworkError> {
        let damaged = |what: &str| CaseworkError::Damaged { index: stored.log_index, what: what.to_owned() };
        let signed = SignedStatement::parse(&stored.statement)?;
        let seal = SignedSeal::parse(&stored.seal)?;
        let seal = seal.verify(&self.node_key())?;
        let fits = (seal.entry, seal.case) == (signed.id(), stored.case)
            && (seal.sequence, seal.log_index) == (stored.sequence, stored.log_index)
            && signed.id() == stored.id;
        if !fits {
            return Err(damaged("the row does not say what statement and seal say"));
        }
        let opened = self.opened(&stored, &signed).await?;
        Ok(Leaving { stored, signed, opened })
    }

    /// Whose content stays here, and why. What stands on an entry repeats of it, and stays with it ([`FOLLOWS`]).
    async fn withheld(
        &self,
        case: &Case,
        entries: &[Leaving],
    ) -> Result<BTreeMap<EntryId, Withheld>, CaseworkError> {
        let mut withheld = BTreeMap::new();
        for leaving in entries {
            let standing = case.standing(leaving.stored.id)?;
            let kind = leaving.stored.kind.as_str();
            let follows = |role: &Token| {
                let reference = (kind, role.as_str());
                REPEATS.contains(&reference) || FOLLOWS.contains(&reference)
            };
            let refs = leaving.signed.unverified().refs.iter();
            let mut ground = refs
                .filter(|reference| follows(&reference.role))
                .filter_map(|reference| withheld.get(&reference.entry))
                .map(|of: &Withheld| of.ground)
                // That a content is gone is no ground for what still stands.
                .find(|ground| *ground != WithheldGround::Missing);
            if let Some(withdrawal) = standing.withdrawn_by {
                ground = ground.or(match self.withdrawal(withdrawal).await?.ground {
                    WithdrawalGround::WrongCase => Some(WithheldGround::WrongCase),
                    WithdrawalGround::Privileged => Some(WithheldGround::Privileged),
                    // What was mistaken is shown, with the entry that says so.
                    WithdrawalGround::Mistaken => None,
                });
            }
            if standing.forgotten_by.is_some() {
                ground = Some(WithheldGround::Forgotten);
            } else if leaving.opened.is_none() {
                ground = ground.or(Some(WithheldGround::Missing));
            }
            if let Some(ground) = ground {
                withheld.insert(leaving.stored.id, Withheld { sequence: leaving.stored.sequence, ground });
            }
        }
        Ok(withheld)
    }

    /// What a withdrawal says. It may stand behind the place up to which entries go out.
    async fn withdrawal(&self, entry: EntryId) -> Result<EntryWithdrawn, CaseworkError> {
        let leaving = self.open_one(entry).await?;
        let opened = leaving.opened.ok_or(Refusal::UnknownEntry(entry))?;
        let content: Content = leaving.signed.read_opened(&opened)?;
        Ok(content.read()?)
    }

    /// A checkpoint that covers the entry at an index; one with cosignatures, if there is one.
    pub(super) fn covering(&self, index: u64) -> Result<Covering, CaseworkError> {
        let known = self.known_log();
        let log = self.log();
        let size = |note: &SignedNote| Ok::<_, CheckpointError>(known.open(note)?.head.size);
        if let Some(note) = log.cosigned(&known)?
            && let size = size(&note).map_err(LogError::from)?
            && size > index
        {
            return Ok(Covering { note, size });
        }
        let note = log.note().clone();
        match size(&note).map_err(LogError::from)? {
            size if size > index => Ok(Covering { note, size }),
            logged => Err(ExportError::NotLogged { logged, needed: index }.into()),
        }
    }

    /// The proof of an entry under the first of these checkpoints that covers it.
    pub(super) fn proof(&self, leaving: &Leaving, notes: &[Covering; 2]) -> Result<String, CaseworkError> {
        let index = leaving.stored.log_index;
        let Covering { note, .. } = if index < notes[0].size { &notes[0] } else { &notes[1] };
        // The lock is taken for one proof at a time, so that the node goes on meanwhile.
        let proof = self.log().prove(index, note, &self.known_log())?;
        if proof.id == leaving.stored.id {
            return Ok(proof.to_string());
        }
        Err(CaseworkError::Damaged { index, what: "the log holds another entry at this place".to_owned() })
    }

    fn known_log(&self) -> KnownLog {
        KnownLog::of_node(self.keyring.node(), vec![self.node_key()])
    }

    fn info(&self, state: &State, record: &ExportRecord, oxum: &str) -> Result<String, CaseworkError> {
        let office = state.office(record.office)?;
        let lines = [
            ("Source-Organization", one_line(&format!("{}, {}", office.authority, office.name))),
            ("External-Identifier", record.case.to_string()),
            ("Comity-Node", self.node_key().to_string()),
            ("Bag-Software-Agent", concat!("Comity ", env!("CARGO_PKG_VERSION")).to_owned()),
            ("Bagging-Date", record.act.local_day().to_string()),
            ("Payload-Oxum", oxum.to_owned()),
        ];
        Ok(lines.map(|(label, value)| [label, ": ", &value, "\n"].concat()).concat())
    }
}

/// A checkpoint, and how many entries it covers.
pub(super) struct Covering {
    pub(super) note: SignedNote,
    size: u64,
}

pub(super) fn put_entry(
    files: &mut Files,
    at: &str,
    leaving: &Leaving,
    content: Option<&Zeroizing<Vec<u8>>>,
) -> Result<(), ExportError> {
    files.put(format!("{at}.statement"), leaving.stored.statement.as_slice())?;
    files.put(format!("{at}.seal"), leaving.stored.seal.as_slice())?;
    content.map_or(Ok(()), |content| files.put(format!("{at}.content"), content.as_slice()))
}

/// Digits enough for a journal of a hundred million entries to be sorted by name.
pub(super) fn name(sequence: u64) -> String {
    format!("{sequence:08}")
}

fn digests(files: &BTreeMap<String, Vec<u8>>, of: impl Fn(&str) -> bool) -> BTreeMap<String, Sha256Digest> {
    files
        .iter()
        .filter(|(path, _)| of(path))
        .map(|(path, bytes)| (path.clone(), Sha256Digest::of(bytes)))
        .collect()
}

/// A value of `bag-info.txt` fits on one line.
pub(super) fn one_line(text: &str) -> String {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.replace(breaks, " ").split_whitespace().collect::<Vec<_>>().join(" ")
}
