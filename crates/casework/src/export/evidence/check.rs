//! The check of a package of exhibits, offline: what is beside the bag, its seal and its signature.

use std::collections::BTreeMap;

use comity_disk::{Disk, DiskError, DiskPath, Kind};
use comity_evidence::case_uco::CASE_UCO;
use comity_evidence::custody::CustodyEntry;
use comity_evidence::reference::Content as Referenced;
use comity_evidence::seal::{SEAL, SealedFile};
use comity_evidence::signature::{SIGNATURE, TIMESTAMPS};
use comity_evidence::{Report, Seal, Verdict};
use comity_record::entry::Author;
use comity_record::sign::VerifyingKey;
use comity_record::{Coded, EntryId};
use comity_stamp::Anchors;

use super::journal::{Journal, Read};
use super::record::{
    CustodyAct, CustodyData, CustodyFound, CustodyLook, CustodyReading, PACKAGE_VERSION, PackageRecord,
    SecondSignature, WithdrawnAct,
};
use super::stamps::StampedAt;
use super::{CUSTODY, JOURNAL, RECORD, graph_of, stamps};
use crate::approval::referred;
use crate::body::{Body, CaseAct, CaseApproval, CaseProposal, EntryWithdrawn};
use crate::exhibit::{
    CustodyConfirmed, CustodyRecorded, ExhibitChecked, ExhibitReceived, FileGivenOut, Holding, chains_of,
};
use crate::scrubbing::{FilesChecked, HELD_BY};
use crate::secret::SecretRevealed;

/// A text of a package is no larger: a graph or seal of some hundred thousand files.
pub const MAX_TEXT_BYTES: u64 = 256 << 20;
/// The files of the journal together are no larger; the writer has the same limit.
const MAX_JOURNAL_BYTES: usize = super::MAX_PACKAGE_BYTES;

/// A check of a package of exhibits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackageCheck {
    /// The entries, their signatures and seals, and their proofs from the log.
    Journal,
    /// The officer who signed the package is the one that it names, with the key that the journal gives him.
    Officer,
    /// Two persons approved that these exhibits go to this recipient.
    Approval,
    /// The files of each exhibit are those that came into the case.
    Exhibits,
    /// The record of custody says what the entries say.
    Custody,
    /// The graph of CASE/UCO says what the record of custody and the seal say.
    CaseUco,
    /// Time-stamps of the signature.
    Timestamps,
}

impl PackageCheck {
    /// The word for it in machine-readable output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Journal => "journal",
            Self::Officer => "officer",
            Self::Approval => "approval",
            Self::Exhibits => "exhibits",
            Self::Custody => "custody",
            Self::CaseUco => "case-uco",
            Self::Timestamps => "timestamps",
        }
    }
}

/// What came of a check.
#[derive(Clone, Debug)]
pub struct PackageAnswer {
    /// The check.
    pub check: PackageCheck,
    /// Why it did not pass; none where it did.
    pub because: Option<PackageFinding>,
}

impl PackageAnswer {
    /// Pass, fail, or cannot be decided.
    pub fn verdict(&self) -> Verdict {
        match &self.because {
            None => Verdict::Pass,
            Some(finding) if finding.fails() => Verdict::Fail,
            Some(_) => Verdict::CannotDecide,
        }
    }
}

/// What the checks of a package said.
#[derive(Clone, Debug)]
pub struct Checked {
    /// In the order in which they are told.
    pub answers: Vec<PackageAnswer>,
    /// The key of the node whose log the entries are in, if the journal holds. Whose node it is, is not said by this.
    pub node: Option<VerifyingKey>,
    /// What the package says of itself.
    pub record: Option<PackageRecord>,
    /// What its time-stamps say, where they hold.
    pub stamped: Vec<StampedAt>,
}

/// Why a check of a package did not pass.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PackageFinding {
    /// The journal does not hold.
    #[error("{path}: {cause}")]
    Journal {
        /// The file.
        path: String,
        /// What is wrong.
        cause: String,
    },
    /// Somebody else signed the package than it says.
    #[error("the officer whom the package names has another key")]
    OtherOfficer,
    /// The entries do not show that two persons approved it.
    #[error("the entries do not show that two persons approved the package")]
    Approval,
    /// A package of a version that one officer wrote alone. Undecided, and nobody asks for it.
    #[error("the package is of a version that one officer could write alone")]
    NoApproval,
    /// An exhibit is not what came in.
    #[error("the files of {exhibit} are not those that came into the case")]
    Exhibit {
        /// The exhibit.
        exhibit: String,
    },
    /// A file that no exhibit holds.
    #[error("{path} belongs to no exhibit of the package")]
    Stray {
        /// The file.
        path: String,
    },
    /// The record of custody says something else than the entries.
    #[error("the custody of {exhibit} is not what the entries say")]
    Custody {
        /// The exhibit.
        exhibit: String,
    },
    /// A file that is missing or not of its form.
    #[error("{path} is missing or not of the form that it must have")]
    Form {
        /// The file.
        path: String,
    },
    /// The graph lacks a file or its hash value.
    #[error("the graph does not have {path} with its hash value")]
    Graph {
        /// The file.
        path: String,
    },
    /// The graph is not the one that this version writes. Undecided.
    #[error("the graph is not the one that this version of the program writes")]
    GraphOther,
    /// A record of a later version. Undecided.
    #[error("the package is of version {version}, which is not known here")]
    Version {
        /// The version.
        version: u16,
    },
    /// A file that cannot be read. Undecided.
    #[error("{path} cannot be read: {cause}")]
    Unreadable {
        /// The file.
        path: String,
        /// What the system said.
        cause: String,
    },
    /// A check that this one rests on does not hold. Undecided.
    #[error("the check that this one rests on does not hold")]
    RestsOn,
    /// There are no time-stamps. Undecided, and nobody asks for them.
    #[error("the package bears no time-stamp")]
    NoTimestamps,
    /// There are time-stamps, and nobody was named who is trusted to make them. Undecided.
    #[error("no authority was given by whom the time-stamps could be checked")]
    TimestampsUnchecked,
    /// A time-stamp of something else.
    #[error("{path} is of nothing in the package")]
    TimestampOther {
        /// The reply.
        path: String,
    },
    /// A time-stamp of which the entries tell is not there.
    #[error("a time-stamp of which the entries tell is missing")]
    TimestampMissing,
    /// A time-stamp that does not hold.
    #[error("{path}: {cause}")]
    Timestamp {
        /// The reply.
        path: String,
        /// What is wrong.
        cause: String,
    },
    /// A time-stamp of which it cannot be said. Undecided.
    #[error("{path}: {cause}")]
    TimestampUndecided {
        /// The reply.
        path: String,
        /// Why not.
        cause: String,
    },
}

impl PackageFinding {
    /// Whether this is a failure, rather than something that could not be checked.
    pub fn fails(&self) -> bool {
        !matches!(self, Self::NoTimestamps | Self::NoApproval) && !self.is_open()
    }

    /// Whether something that the package calls for could not be checked.
    pub fn is_open(&self) -> bool {
        matches!(
            self,
            Self::GraphOther
                | Self::Version { .. }
                | Self::Unreadable { .. }
                | Self::RestsOn
                | Self::TimestampsUnchecked
                | Self::TimestampUndecided { .. }
        )
    }
}

impl Coded for PackageFinding {
    fn code(&self) -> &'static str {
        match self {
            Self::Journal { .. } => "casework-package-journal",
            Self::OtherOfficer => "casework-package-other-officer",
            Self::Approval => "casework-package-approval",
            Self::NoApproval => "casework-package-no-approval",
            Self::Exhibit { .. } => "casework-package-exhibit",
            Self::Stray { .. } => "casework-package-stray",
            Self::Custody { .. } => "casework-package-custody",
            Self::Form { .. } => "casework-package-form",
            Self::Graph { .. } => "casework-package-graph",
            Self::GraphOther => "casework-package-graph-other",
            Self::Version { .. } => "casework-package-version",
            Self::Unreadable { .. } => "casework-package-unreadable",
            Self::RestsOn => "casework-package-rests-on",
            Self::NoTimestamps => "casework-package-no-timestamps",
            Self::TimestampsUnchecked => "casework-package-timestamps-unchecked",
            Self::TimestampMissing => "casework-package-timestamp-missing",
            Self::TimestampOther { .. } => "casework-package-timestamp-other",
            Self::Timestamp { .. } => "casework-package-timestamp",
            Self::TimestampUndecided { .. } => "casework-package-timestamp-undecided",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Journal { path, cause }
            | Self::Unreadable { path, cause }
            | Self::Timestamp { path, cause }
            | Self::TimestampUndecided { path, cause } => {
                vec![("path", path.clone()), ("cause", cause.clone())]
            }
            Self::Exhibit { exhibit } | Self::Custody { exhibit } => vec![("exhibit", exhibit.clone())],
            Self::Stray { path }
            | Self::Form { path }
            | Self::Graph { path }
            | Self::TimestampOther { path } => vec![("path", path.clone())],
            Self::Version { version } => vec![("version", version.to_string())],
            Self::OtherOfficer
            | Self::Approval
            | Self::NoApproval
            | Self::GraphOther
            | Self::RestsOn
            | Self::NoTimestamps
            | Self::TimestampMissing
            | Self::TimestampsUnchecked => vec![],
        }
    }
}

/// Checks what a package of exhibits says beside its bag; of another bag its time-stamps alone, and nothing where there are
/// none and nobody asks for them. `report` is what the
/// check of the bag said, and `anchors` are the authorities that are trusted to make time-stamps.
pub fn check(disk: &dyn Disk, bag: &DiskPath, report: &Report, anchors: Option<&Anchors>) -> Option<Checked> {
    let place = Place { disk, bag };
    let known = stamps::Known::of_signature(place.read(SIGNATURE).ok().as_deref());
    if !place.exists(RECORD) {
        let files = place.stamps();
        if anchors.is_none() && files.as_ref().is_ok_and(BTreeMap::is_empty) {
            return None;
        }
        let stamped = files.and_then(|files| stamps::check(&files, &known, anchors));
        let because = stamped.as_ref().err().cloned();
        let answers = vec![PackageAnswer { check: PackageCheck::Timestamps, because }];
        return Some(Checked { answers, node: None, record: None, stamped: stamped.unwrap_or_default() });
    }
    let mut answers = Vec::new();
    let mut answer = |check, found: Result<(), PackageFinding>| {
        answers.push(PackageAnswer { check, because: found.err() });
    };
    let record = place.record();
    let journal = record.clone().and_then(|record| Journal::read(&place.journal()?, &record));
    let seal = place.seal();
    let rests = || PackageFinding::RestsOn;
    let held = record.as_ref().ok().zip(journal.as_ref().ok()).ok_or_else(rests);
    answer(PackageCheck::Journal, journal.as_ref().map(drop).map_err(Clone::clone));
    answer(
        PackageCheck::Officer,
        held.clone().and_then(|(record, journal)| officer(record, journal, report)),
    );
    answer(PackageCheck::Approval, held.clone().and_then(|(record, journal)| approval(record, journal)));
    let exhibits = held
        .clone()
        .and_then(|(record, journal)| exhibits(record, journal, seal.as_ref().map_err(Clone::clone)?));
    answer(PackageCheck::Exhibits, exhibits);
    let records = record.as_ref().map_err(|_| rests()).and_then(|record| place.custody(record));
    let custody = held.clone().and_then(|(_, journal)| {
        records.as_ref().map_err(Clone::clone)?.iter().try_for_each(|data| of_entries(data, journal))
    });
    answer(PackageCheck::Custody, custody);
    let graph = || {
        let (record, records) =
            (record.as_ref().map_err(|_| rests())?, records.as_ref().map_err(|_| rests())?);
        graph(&place, record, records, seal.as_ref().map_err(|_| rests())?)
    };
    answer(PackageCheck::CaseUco, graph());
    let stamped = place.stamps().and_then(|files| {
        let (record, journal) = held?;
        stamps::check(&files, &known.and_of(record, journal), anchors)
    });
    answer(PackageCheck::Timestamps, stamped.as_ref().map(drop).map_err(Clone::clone));
    let stamped = stamped.unwrap_or_default();
    Some(Checked { answers, node: journal.ok().map(|journal| journal.node), record: record.ok(), stamped })
}

/// Who signed the root is the officer of the office, by the keys of the journal.
fn officer(record: &PackageRecord, journal: &Journal, report: &Report) -> Result<(), PackageFinding> {
    let signed = report.signed.as_ref().ok_or(PackageFinding::RestsOn)?;
    match journal.officer(record.office, record.officer) {
        Some(officer) if officer.key == signed.key => Ok(()),
        _ => Err(PackageFinding::OtherOfficer),
    }
}

/// The proposal that the package names is of these exhibits for this recipient, and another person approved it.
fn approval(record: &PackageRecord, journal: &Journal) -> Result<(), PackageFinding> {
    if record.v < PACKAGE_VERSION {
        return Err(PackageFinding::NoApproval);
    }
    let approved = || {
        let proposal = record.proposal?;
        let entry = journal.entries.iter().find(|entry| entry.id == proposal)?;
        (entry.statement.kind.as_str() == CaseProposal::KIND).then_some(())?;
        let proposed: CaseProposal = journal.body(entry)?;
        let CaseAct::Package { exhibits, recipient, .. } = proposed.act else { return None };
        let named = record.exhibits.iter().map(|exhibit| {
            let (entry, _) = received(journal).find(|(_, body)| body.custody.exhibit == *exhibit)?;
            Some(entry.id)
        });
        let named = named.collect::<Option<Vec<_>>>()?;
        let approval = journal.of::<CaseApproval>("approves", proposal).next()?;
        let persons = [record.proposed_by?, record.approved_by?].map(Author::Officer);
        let said = (&record.recipient, &record.reason) == (&recipient, &proposed.reason) && named == exhibits;
        let two = persons == [entry.statement.author, approval.statement.author] && persons[0] != persons[1];
        let of_office = [entry, approval].iter().all(|entry| entry.statement.office == record.office);
        (said && two && of_office).then_some(())
    };
    approved().ok_or(PackageFinding::Approval)
}

/// The entries by which the exhibits of the package came in.
pub(super) fn received(journal: &Journal) -> impl Iterator<Item = (&Read, ExhibitReceived)> {
    let of_kind = |entry: &&Read| entry.statement.kind.as_str() == ExhibitReceived::KIND;
    journal.entries.iter().filter(of_kind).filter_map(|entry| Some((entry, journal.body(entry)?)))
}

fn exhibits(record: &PackageRecord, journal: &Journal, seal: &Seal) -> Result<(), PackageFinding> {
    let stray = seal.files.iter().find(|file| {
        let of = file.path.split_once('/').map(|(of, _)| of);
        !record.exhibits.iter().any(|exhibit| of == Some(exhibit))
    });
    if let Some(stray) = stray {
        return Err(PackageFinding::Stray { path: stray.path.clone() });
    }
    for exhibit in &record.exhibits {
        let part = seal.of_folder(exhibit);
        let held = received(journal).find(|(_, received)| received.custody.exhibit == *exhibit);
        let same = held.is_some_and(|(_, received)| match &received.holds {
            Holding::Files { root, .. } => part.root == *root,
            Holding::InPlace(place) => match (&place.content, part.files.as_slice()) {
                (Referenced::Seal(root), _) => part.root == *root,
                (Referenced::Bytes(digests), [only]) => only.digests == *digests,
                (Referenced::Bytes(_), _) => false,
            },
            Holding::Thing => part.files.is_empty(),
        });
        if !same {
            return Err(PackageFinding::Exhibit { exhibit: exhibit.clone() });
        }
    }
    Ok(())
}

/// Whether the record of custody has every act, as its entry says, and no other.
fn of_entries(data: &CustodyData, journal: &Journal) -> Result<(), PackageFinding> {
    let other = || PackageFinding::Custody { exhibit: data.exhibit.clone() };
    let (first, body) =
        received(journal).find(|(_, received)| received.custody.exhibit == data.exhibit).ok_or_else(other)?;
    let mut acts = vec![act(journal, first.id, Some(body.custody))];
    for entry in journal.of::<CustodyRecorded>("exhibit", first.id) {
        let custody = journal.body::<CustodyRecorded>(entry).map(|recorded| recorded.custody);
        acts.push(act(journal, entry.id, custody));
    }
    if data.title != body.title || data.item != body.item || data.acts != acts {
        return Err(other());
    }
    if data.checks != readings::<ExhibitChecked>(journal, first.id)
        || data.given_out != readings::<FileGivenOut>(journal, first.id)
        || data.found != found(journal, first.id)
        || Some(&data.looks) != looks(journal, first.id).as_ref()
    {
        return Err(other());
    }
    let chains = chains_of(acts.iter().map(CustodyAct::counts));
    let mut gaps: Vec<_> = chains
        .into_iter()
        .flat_map(|(_, chain)| chain.gaps)
        .map(|gap| (gap.at + 1, gap.kind.code().to_owned()))
        .collect();
    gaps.sort_by_key(|(at, _)| *at);
    if gaps.into_iter().eq(data.gaps.iter().map(|gap| (gap.act, gap.gap.clone()))) {
        Ok(())
    } else {
        Err(other())
    }
}

fn act(journal: &Journal, entry: EntryId, custody: Option<CustodyEntry>) -> CustodyAct {
    CustodyAct { entry, custody, confirmed: confirmed(journal, entry), withdrawn: withdrawn(journal, entry) }
}

/// What was read of an exhibit, as the entries of a kind tell it.
fn readings<T: Body>(journal: &Journal, exhibit: EntryId) -> Vec<CustodyReading<T>> {
    let reading = |entry: &Read| {
        let by = author(journal, entry).unwrap_or_default().to_owned();
        CustodyReading { entry: entry.id, by, at: entry.statement.act.clone(), said: journal.body(entry) }
    };
    journal.of::<T>("exhibit", exhibit).map(reading).collect()
}

/// What the node found of the files of an exhibit.
fn found(journal: &Journal, exhibit: EntryId) -> Vec<CustodyFound> {
    let found = journal.of::<FilesChecked>(HELD_BY, exhibit);
    found
        .map(|entry| CustodyFound {
            entry: entry.id,
            at: entry.statement.act.clone(),
            said: journal.body(entry),
        })
        .collect()
}

/// The looks at secrets of an exhibit. Nothing, if one of them is not what another person had approved for whoever looked.
fn looks(journal: &Journal, exhibit: EntryId) -> Option<Vec<CustodyLook>> {
    let mut looks = Vec::new();
    for entry in journal.of::<SecretRevealed>("exhibit", exhibit) {
        let asked = referred(&entry.statement, "carries-out").ok()?;
        let proposal = journal.entries.iter().find(|of| of.id == asked)?;
        // A node that was restored may lack what was asked; then its record cannot tell of the look either.
        if proposal.content.is_none() {
            continue;
        }
        let body: CaseProposal = journal.body(proposal)?;
        let CaseAct::RevealSecret { fingerprint, .. } = body.act else { return None };
        let approval = journal.of::<CaseApproval>("approves", asked).next()?;
        let persons = [entry, proposal, approval].map(|of| of.statement.author);
        if persons[0] != persons[1] || persons[1] == persons[2] {
            return None;
        }
        looks.push(CustodyLook {
            entry: entry.id,
            by: author(journal, entry)?.to_owned(),
            at: entry.statement.act.clone(),
            fingerprint,
            reason: body.reason,
            asked,
            approved: approval.id,
            approved_by: author(journal, approval)?.to_owned(),
            key: journal.body::<SecretRevealed>(entry).and_then(|revealed| revealed.key),
        });
    }
    Some(looks)
}

/// What an officer of the journal is called who signed an entry.
fn author<'a>(journal: &'a Journal, entry: &Read) -> Option<&'a str> {
    let Author::Officer(author) = entry.statement.author else { return None };
    Some(journal.officer(entry.statement.office, author)?.name.as_str())
}

/// The second signature under an act.
fn confirmed(journal: &Journal, act: EntryId) -> Option<SecondSignature> {
    let counts = |entry: &&Read| journal.of::<EntryWithdrawn>("withdraws", entry.id).next().is_none();
    let entry = journal.of::<CustodyConfirmed>("confirms", act).find(counts)?;
    let body = journal.body::<CustodyConfirmed>(entry);
    let (note, on_paper) = body.map(|body| (body.note, body.on_paper)).unwrap_or_default();
    let by = author(journal, entry)?.to_owned();
    Some(SecondSignature { entry: entry.id, by, at: entry.statement.act.clone(), note, on_paper })
}

/// Why an act does not count.
fn withdrawn(journal: &Journal, act: EntryId) -> Option<WithdrawnAct> {
    let entry = journal.of::<EntryWithdrawn>("withdraws", act).next()?;
    let EntryWithdrawn { ground, reason } = journal.body(entry)?;
    let by = author(journal, entry)?.to_owned();
    Some(WithdrawnAct { entry: entry.id, by, at: entry.statement.act.clone(), ground, reason })
}

fn graph(
    place: &Place<'_>,
    record: &PackageRecord,
    records: &[CustodyData],
    seal: &Seal,
) -> Result<(), PackageFinding> {
    let found = place.read(CASE_UCO)?;
    let held: Vec<Vec<SealedFile>> = records
        .iter()
        .map(|data| {
            let below = format!("{}/", data.exhibit);
            seal.files.iter().filter(|file| file.path.starts_with(&below)).cloned().collect()
        })
        .collect();
    if found == graph_of(record.case, records, &held) {
        return Ok(());
    }
    let text = String::from_utf8(found).map_err(|_| PackageFinding::Form { path: CASE_UCO.to_owned() })?;
    if let Some(file) = seal.files.iter().find(|file| !text.contains(&file.digests.sha256.to_string())) {
        return Err(PackageFinding::Graph { path: file.path.clone() });
    }
    Err(PackageFinding::GraphOther)
}

/// A package on a disk.
struct Place<'a> {
    disk: &'a dyn Disk,
    bag: &'a DiskPath,
}

impl Place<'_> {
    fn exists(&self, path: &str) -> bool {
        self.bag.join(path).is_ok_and(|path| self.disk.exists(&path).unwrap_or(false))
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, PackageFinding> {
        let form = || PackageFinding::Form { path: path.to_owned() };
        match self.disk.read(&self.bag.join(path).map_err(|_| form())?, MAX_TEXT_BYTES) {
            Ok(bytes) => Ok(bytes),
            Err(DiskError::Missing { .. }) => Err(form()),
            Err(error) => Err(PackageFinding::Unreadable { path: path.to_owned(), cause: error.to_string() }),
        }
    }

    fn record(&self) -> Result<PackageRecord, PackageFinding> {
        #[derive(serde::Deserialize)]
        struct Version {
            v: u16,
        }
        let form = || PackageFinding::Form { path: RECORD.to_owned() };
        let bytes = self.read(RECORD)?;
        let Version { v } = serde_json::from_slice(&bytes).map_err(|_| form())?;
        if !(1..=PACKAGE_VERSION).contains(&v) {
            return Err(PackageFinding::Version { version: v });
        }
        let record: PackageRecord = serde_json::from_slice(&bytes).map_err(|_| form())?;
        if record.to_json() == bytes { Ok(record) } else { Err(form()) }
    }

    fn seal(&self) -> Result<Seal, PackageFinding> {
        Seal::from_json(&self.read(SEAL)?).map_err(|_| PackageFinding::Form { path: SEAL.to_owned() })
    }

    /// The custody of each exhibit.
    fn custody(&self, record: &PackageRecord) -> Result<Vec<CustodyData>, PackageFinding> {
        let read = |exhibit: &String| {
            let path = format!("{CUSTODY}{exhibit}.json");
            let bytes = self.read(&path)?;
            let data: Option<CustodyData> = serde_json::from_slice(&bytes).ok();
            let whole = data.filter(|data| data.to_json() == bytes && data.exhibit == *exhibit);
            whole.ok_or(PackageFinding::Form { path })
        };
        record.exhibits.iter().map(read).collect()
    }

    /// What lies with the time-stamps.
    fn stamps(&self) -> Result<BTreeMap<String, Vec<u8>>, PackageFinding> {
        let below = TIMESTAMPS.trim_end_matches('/');
        let (mut files, mut left) = (BTreeMap::new(), MAX_JOURNAL_BYTES);
        if self.exists(below) {
            self.collect(below, 3, &mut files, &mut left)?;
        }
        Ok(files)
    }

    /// The files of the journal.
    fn journal(&self) -> Result<BTreeMap<String, Vec<u8>>, PackageFinding> {
        let mut files = BTreeMap::new();
        let mut left = MAX_JOURNAL_BYTES;
        self.collect(JOURNAL.trim_end_matches('/'), 0, &mut files, &mut left)?;
        Ok(files)
    }

    fn collect(
        &self,
        below: &str,
        depth: u8,
        files: &mut BTreeMap<String, Vec<u8>>,
        left: &mut usize,
    ) -> Result<(), PackageFinding> {
        let fault = |cause: String| PackageFinding::Unreadable { path: below.to_owned(), cause };
        let folder = self.bag.join(below).map_err(|e| fault(e.to_string()))?;
        for entry in self.disk.list(&folder).map_err(|e| fault(e.to_string()))? {
            let path = format!("{below}/{}", entry.name);
            match entry.kind {
                // journal/offices/ID is the deepest that there is.
                Kind::Dir if depth < 3 => self.collect(&path, depth + 1, files, left)?,
                Kind::File => {
                    let bytes = self.read(&path)?;
                    *left =
                        left.checked_sub(bytes.len()).ok_or_else(|| fault("it is too large".to_owned()))?;
                    files.insert(path, bytes);
                }
                _ => return Err(PackageFinding::Form { path }),
            }
        }
        Ok(())
    }
}
