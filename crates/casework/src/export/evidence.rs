//! Exhibits written out for a court, an expert or another office, as a package that each can check.
//!
//! A package is a sealed BagIt bag ([`comity_evidence::PackageWriter`]): the files of each exhibit below `data/E-n/`, the
//! record of custody as print and as data, the entries of the journal that tell of the exhibits with the proof from the
//! log for each and the journals of the offices from which the keys follow, the same as a graph of CASE/UCO, and a text
//! that says how to check all of it. Two persons approve it: an export is a dispatch too. The officer who writes it out
//! signs the root. An entry says that it was done, and for whom. [`check`] answers for each part whether it holds.

mod check;
mod journal;
mod record;
mod stamps;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use comity_disk::{Disk, DiskPath, clear_folder};
use comity_evidence::bag::BagError;
use comity_evidence::case_uco::{self, CASE_UCO, Told};
use comity_evidence::reference::Content as Referenced;
use comity_evidence::seal::SealedFile;
use comity_evidence::signature::TIMESTAMPS;
use comity_evidence::walk::LeftOut;
use comity_evidence::{
    Intake, IntakeError, Leaves, PackageWriter, SealError, SealOptions, SealedBag, Signer, TagFile,
    VaultError,
};
use comity_record::entry::Reference;
use comity_record::{ActTime, CaseId, Entropy, EntryId, KeyId, Language};
use comity_store::Store;

use super::assemble::{Leaving, name, one_line, put_entry};
use super::package::{Files, MAX_PACKAGE_BYTES};
use super::sealed::SealedFile as SealedPackage;
use super::{ExportError, Recipient, WithheldGround};
use crate::approval::{Status as ProposalStatus, referred};
use crate::body::{Body as _, CaseAct, CaseApproval, CaseProposal, EntryCorrected, EntryWithdrawn};
use crate::casework::{Casework, Receipt, Session, With};
use crate::error::CaseworkError;
use crate::exhibit::{
    CustodyConfirmed, CustodyRecorded, Exhibit, ExhibitChecked, ExhibitsPackaged, FileGivenOut, Holding,
    label,
};
use crate::refusal::{self, Refusal};
use crate::scrubbing::{FilesChecked, HELD_BY};
use crate::secret::SecretRevealed;
use crate::timestamp::{Timestamp, TimestampTaken};

pub use check::{Checked, MAX_TEXT_BYTES, PackageAnswer, PackageCheck, PackageFinding, check};
pub use record::{CustodyData, PackageRecord};
pub use stamps::StampedAt;

const README: &str = include_str!("evidence/README.txt");

/// Where the parts of a package lie.
const README_PATH: &str = "README.txt";
/// What the package is: [`PackageRecord`].
pub const RECORD: &str = "package.json";
const CUSTODY: &str = "custody/";
const JOURNAL: &str = "journal/";
const CHECKPOINT: &str = "journal/checkpoint";

/// Entries that belong to an exhibit by reference: a kind, and the role in which it refers.
const BELONGS: [(&str, &str); 9] = [
    (CustodyRecorded::KIND, "exhibit"),
    (CustodyConfirmed::KIND, "confirms"),
    (ExhibitChecked::KIND, "exhibit"),
    (FileGivenOut::KIND, "exhibit"),
    (TimestampTaken::KIND, "exhibit"),
    (FilesChecked::KIND, HELD_BY),
    (SecretRevealed::KIND, "exhibit"),
    (EntryCorrected::KIND, "corrects"),
    (EntryWithdrawn::KIND, "withdraws"),
];

/// Where a package goes. Nothing may be there, and nothing is there before all of it is.
pub enum PackagePlace<'a> {
    /// A folder, open to whoever reads the disk.
    Folder(&'a dyn Disk, DiskPath),
    /// A file that only the recipient opens. Nothing of the package lies in the clear meanwhile.
    Sealed(Arc<dyn Disk>, DiskPath, Recipient, &'a dyn Entropy),
}

impl<'a> PackagePlace<'a> {
    /// The key to which the package will be sealed; none if it stays open.
    pub fn key(&self) -> Option<KeyId> {
        match self {
            Self::Folder(..) => None,
            Self::Sealed(_, _, recipient, _) => Some(recipient.key_id()),
        }
    }

    /// The writer, and what will hold the leaves of a sealed file.
    fn begin(&self, at: &ActTime) -> Result<(PackageWriter<'a>, Arc<OnceLock<Leaves>>), CaseworkError> {
        Ok(match self {
            Self::Folder(disk, path) => (PackageWriter::create(*disk, path)?, Arc::default()),
            Self::Sealed(disk, path, recipient, entropy) => {
                let seconds = u64::try_from(at.timestamp().as_second()).unwrap_or(0);
                let file = SealedPackage::begin(Arc::clone(disk), path, recipient, *entropy, seconds)?;
                let leaves = file.leaves();
                (PackageWriter::to(Box::new(file)), leaves)
            }
        })
    }

    fn clear(&self) -> Result<(), CaseworkError> {
        match self {
            Self::Folder(disk, path) => {
                clear_folder(*disk, path)?;
                disk.remove_dir(path)?;
            }
            Self::Sealed(disk, path, ..) => {
                disk.remove(path)?;
                disk.sync_dir(&path.parent())?;
            }
        }
        Ok(())
    }
}

/// A package that was written out.
#[derive(Debug)]
pub struct EvidencePackage {
    /// Its seal, and what the bag holds.
    pub sealed: SealedBag,
    /// The leaves of a sealed file, by which any part of it can be checked; none of an open folder.
    pub leaves: Option<Leaves>,
    /// Entries that went out without content, by their places, and why.
    pub withheld: BTreeMap<u64, WithheldGround>,
    /// The entry that tells of it.
    pub receipt: Receipt,
}

impl<S: Store> Casework<S> {
    /// What would leave: the act that is to be proposed, which names these exhibits.
    ///
    /// # Errors
    /// Fails when there is no such exhibit, or it was withdrawn or destroyed, or the officer may not read the case.
    pub async fn plan_package(
        &self,
        session: &Session,
        case: CaseId,
        exhibits: &[u32],
        recipient: String,
        key: Option<KeyId>,
    ) -> Result<CaseAct, CaseworkError> {
        refusal::name("recipient", &recipient)?;
        let all = self.exhibits(session, case).await?;
        let numbers: BTreeSet<_> = exhibits.iter().copied().collect();
        let find = |number| {
            let exhibit = all.iter().find(|exhibit| exhibit.number == number);
            still(exhibit.ok_or(Refusal::UnknownExhibit(number))?)
        };
        let found = numbers.into_iter().map(find).collect::<Result<Vec<_>, CaseworkError>>()?;
        if found.is_empty() {
            return Err(Refusal::Reference("exhibit").into());
        }
        let exhibits = found.into_iter().map(|exhibit| exhibit.entry).collect();
        Ok(CaseAct::Package { exhibits, recipient, key })
    }

    /// Writes exhibits out into a new package, as two persons approved by naming `proposal`, signed by the officer, and
    /// records that it was done. The printed record of custody is in `languages`. Of a package of any size a few
    /// megabytes are held in memory.
    ///
    /// The same approval may be carried out again, when a medium was lost, say: each time is an entry.
    ///
    /// # Errors
    /// Says why it was not done: nobody approved it, an exhibit was withdrawn, say, or a file is not any more what came in.
    /// Nothing is at the place then, and there is no entry.
    pub async fn package_exhibits(
        &self,
        session: &Session,
        case: CaseId,
        proposal: EntryId,
        place: PackagePlace<'_>,
        languages: &[Language],
        intake: &mut Intake<'_>,
    ) -> Result<EvidencePackage, CaseworkError> {
        self.may_since(session, case, ExhibitsPackaged::KIND)?;
        let state = self.state();
        let approved = state.case(case)?.approval(proposal)?;
        let CaseAct::Package { exhibits: entries, recipient, key } = approved.act() else {
            return Err(ExportError::OtherStep.into());
        };
        match (*key, place.key()) {
            (Some(approved), Some(given)) if approved != given => {
                return Err(ExportError::OtherRecipient { approved, given }.into());
            }
            (Some(approved), None) => return Err(ExportError::KeyNeeded(approved).into()),
            (None, Some(given)) => return Err(ExportError::KeyNotApproved(given).into()),
            _ => {}
        }
        let proposed = self.open_one(proposal).await?;
        let proposed =
            proposed.opened.as_ref().map(|opened| proposed.signed.read_opened(opened)).transpose()?;
        let proposed: CaseProposal = proposed.ok_or(Refusal::UnknownEntry(proposal))?.read()?;
        let all = self.exhibits(session, case).await?;
        let mut exhibits = Vec::with_capacity(entries.len());
        for entry in entries {
            let exhibit = all.iter().find(|exhibit| exhibit.entry == *entry);
            exhibits.push(still(exhibit.ok_or(Refusal::UnknownEntry(*entry))?)?);
        }
        let numbers: Vec<_> = exhibits.iter().map(|exhibit| exhibit.number).collect();

        for exhibit in &exhibits {
            intake.ask(self.asked_of(case, exhibit).await?);
        }
        let at = self.clock.here()?;
        let (mut writer, listed) = place.begin(&at)?;
        let mut held = Vec::with_capacity(exhibits.len());
        let mut left_out = Vec::new();
        for exhibit in &exhibits {
            held.push(self.put_files(session, case, exhibit, &mut writer, &mut left_out, intake).await?);
        }
        let (mut tags, withheld, up_to) = self.journal_of(session, case, proposal, &exhibits).await?;
        let looks = self.looks(session, case).await?;
        let records: Vec<_> = exhibits.iter().map(|exhibit| CustodyData::of(exhibit, &looks)).collect();
        for (exhibit, data) in exhibits.iter().zip(&records) {
            let at = format!("{CUSTODY}{}", label(exhibit.number));
            let print = self.custody_record(session, case, exhibit.number, languages).await?;
            tags.push(tag(format!("{at}.pdf"), print.pdf.bytes));
            tags.push(tag(format!("{at}.json"), data.to_json()));
        }
        tags.extend(self.stamps_of(session, case, &exhibits).await?);
        tags.push(tag(CASE_UCO, graph_of(case, &records, &held)));
        let of_case = state.case(case)?;
        let office = state.office(session.office())?;
        let officer = office.officers.get(&session.officer());
        let officer = officer.ok_or(Refusal::UnknownOfficer(session.officer()))?.name.clone();
        let record = PackageRecord {
            v: record::PACKAGE_VERSION,
            case,
            register_number: of_case.register_number.clone(),
            title: Some(of_case.title.clone()),
            office: session.office(),
            officer: session.officer(),
            proposal: Some(proposal),
            proposed_by: Some(approved.proposed_by()),
            approved_by: Some(approved.approved_by()),
            exhibits: numbers.iter().map(|number| label(*number)).collect(),
            recipient: recipient.clone(),
            reason: proposed.reason.clone(),
            up_to,
            withheld: withheld.clone(),
            at: at.clone(),
        };
        tags.push(tag(RECORD, record.to_json()));
        tags.push(tag(README_PATH, README));
        let number = of_case.register_number.iter();
        let number = number.map(|number| ("Internal-Sender-Identifier".to_owned(), one_line(number)));
        let options = SealOptions {
            bagging_date: at.local_day(),
            info: [
                (
                    "Source-Organization".to_owned(),
                    one_line(&format!("{}, {}", office.authority, office.name)),
                ),
                ("Contact-Name".to_owned(), one_line(&officer)),
                ("External-Identifier".to_owned(), format!("{case} {}", record.exhibits.join(" "))),
                ("Internal-Sender-Description".to_owned(), one_line(&of_case.title)),
                ("Comity-Node".to_owned(), self.node_key().to_string()),
            ]
            .into_iter()
            .chain(number)
            .collect(),
            tags,
        };
        let signer = Signer {
            key: &session.key,
            name: Some(one_line(&format!("{officer}, {}", office.name))),
            at: at.clone(),
        };
        let sealed = writer.finish(left_out, &options, Some(&signer))?;
        let leaves = listed.get().cloned();

        let body = ExhibitsPackaged {
            exhibits: numbers,
            recipient: recipient.clone(),
            reason: proposed.reason,
            key: *key,
            root: sealed.seal.root,
            package: sealed.bag.tag_manifest,
            file: leaves.as_ref().map(Leaves::root),
            files: sealed.bag.files,
            bytes: sealed.bag.bytes,
        };
        let mut with = With { act: Some(at), ..With::reference("carries-out", proposal) };
        let role = "exhibit".parse().map_err(|_| Refusal::Reference("exhibit"))?;
        with.refs.extend(entries.iter().map(|entry| Reference { role: Clone::clone(&role), entry: *entry }));
        let recorded = match self.still_there(case, &exhibits) {
            Ok(()) => self.record(session, case, &body, with).await,
            Err(error) => Err(error),
        };
        match recorded {
            Ok(receipt) => Ok(EvidencePackage { sealed, leaves, withheld, receipt }),
            Err(error) => {
                // What no entry tells of must not lie there as if it had left.
                place.clear()?;
                Err(error)
            }
        }
    }

    /// The time-stamps of these exhibits, and what each is about.
    async fn stamps_of(
        &self,
        session: &Session,
        case: CaseId,
        exhibits: &[&Exhibit],
    ) -> Result<Vec<TagFile>, CaseworkError> {
        let mut files = Vec::new();
        let all = self.timestamps(session, case).await?;
        for exhibit in exhibits {
            let of_it =
                all.iter().filter(|series| series.exhibit == Some(exhibit.entry) && !series.withdrawn);
            let before = files.len();
            for (name, bytes) in of_it.filter(|series| !series.links.is_empty()).flat_map(Timestamp::files) {
                files.push(tag(format!("{TIMESTAMPS}{name}"), bytes));
            }
            if let (true, Some(list)) = (files.len() > before, &exhibit.manifest) {
                let list = self.read_object(case, list.sha256).await?;
                files.push(tag(stamps::list_path(&label(exhibit.number)), list.to_vec()));
            }
        }
        Ok(files)
    }

    /// Whether nothing was withdrawn or destroyed while the package was written.
    fn still_there(&self, case: CaseId, exhibits: &[&Exhibit]) -> Result<(), CaseworkError> {
        let state = self.state();
        let known = state.case(case)?;
        for exhibit in exhibits {
            let standing = known.standing(exhibit.entry)?;
            if standing.withdrawn_by.is_some() || standing.forgotten_by.is_some() {
                return Err(ExportError::ExhibitGone(exhibit.number).into());
            }
        }
        Ok(())
    }

    /// Copies the files of an exhibit, and gives them as they lie in the package.
    async fn put_files(
        &self,
        session: &Session,
        case: CaseId,
        exhibit: &Exhibit,
        writer: &mut PackageWriter<'_>,
        left_out: &mut Vec<LeftOut>,
        intake: &mut Intake<'_>,
    ) -> Result<Vec<SealedFile>, CaseworkError> {
        let below = label(exhibit.number);
        let changed =
            |path: &str| ExportError::ExhibitChanged { exhibit: exhibit.number, path: path.to_owned() };
        // What is longer or shorter is not what came in, either.
        let whole = |path: &str, put| match put {
            Err(SealError::Bag(BagError::Length { .. })) => Err(CaseworkError::from(changed(path))),
            other => Ok(other?),
        };
        let holds = exhibit.received.as_ref().map(|received| &received.holds);
        let place = match holds {
            None | Some(Holding::Thing) => return Ok(vec![]),
            Some(Holding::Files { .. }) => None,
            Some(Holding::InPlace(place)) => Some(place),
        };
        if let (Some(place), None) = (place, &exhibit.manifest) {
            let from = place.path();
            let name = from.file_name().map(|name| name.to_string_lossy().replace(['\n', '\r', '\\'], "_"));
            let path = format!("{below}/{}", name.unwrap_or_else(|| "file".to_owned()));
            let size = match &place.content {
                Referenced::Bytes(digests) => Some(digests.size),
                Referenced::Seal(_) => None,
            };
            let digests = whole(&path, writer.file_at(&path, None, size, &from, intake))?;
            if place.content != Referenced::Bytes(digests) {
                return Err(changed(&path).into());
            }
            let further = intake.further().clone();
            return Ok(vec![SealedFile { path, original: None, digests, further }]);
        }
        let seal = self.manifest(session, case, exhibit).await?;
        let mut held = Vec::with_capacity(seal.files.len());
        for file in &seal.files {
            let path = format!("{below}/{}", file.path);
            // The real bytes are those of the path in the exhibit; the package only puts a folder above it.
            let (original, size) = (file.original.clone(), Some(file.digests.size));
            let put = match place {
                Some(place) => {
                    let from = place.path().join(file.real_path());
                    writer.file_at(&path, original.clone(), size, &from, intake)
                }
                None => {
                    let object = self.open_object(case, file.digests.sha256).await;
                    let mut object = object.map_err(|error| match error {
                        CaseworkError::Vault(error) if is_damage(&error) => changed(&path).into(),
                        error => error,
                    })?;
                    match writer.file(&path, original.clone(), size, &mut object, intake) {
                        // What lies in the vault was taken in: nobody has a path to put right.
                        Err(
                            SealError::Intake(IntakeError::Unreadable { .. })
                            | SealError::Bag(BagError::Intake(IntakeError::Unreadable { .. })),
                        ) => return Err(changed(&path).into()),
                        put => put,
                    }
                }
            };
            let digests = whole(&path, put)?;
            if digests != file.digests {
                return Err(changed(&path).into());
            }
            held.push(SealedFile { path, original, digests, further: intake.further().clone() });
        }
        left_out.extend(
            seal.left_out.into_iter().map(|out| LeftOut { path: format!("{below}/{}", out.path), ..out }),
        );
        Ok(held)
    }

    /// The entries that tell of these exhibits and that two persons let them go, with their proofs, and the journals from which the keys follow. Gives also
    /// what stays here, and the last place that was looked at.
    async fn journal_of(
        &self,
        session: &Session,
        case: CaseId,
        proposal: EntryId,
        exhibits: &[&Exhibit],
    ) -> Result<(Vec<TagFile>, BTreeMap<u64, WithheldGround>, u64), CaseworkError> {
        let state = self.state();
        let end = state.end(case).next;
        let up_to = end.checked_sub(1).ok_or(Refusal::UnknownCase(case))?;
        let (entries, withheld) = self.leaving_case(state.case(case)?, up_to).await?;
        let mut wanted: BTreeSet<EntryId> = exhibits.iter().map(|exhibit| exhibit.entry).collect();
        wanted.insert(proposal);
        if let ProposalStatus::Approved(approval) = state.case(case)?.proposal(proposal)?.status() {
            wanted.insert(approval);
        }
        for leaving in &entries {
            let statement = leaving.signed.unverified();
            let belongs = statement.refs.iter().any(|of| {
                BELONGS.contains(&(statement.kind.as_str(), of.role.as_str())) && wanted.contains(&of.entry)
            });
            if belongs {
                wanted.insert(leaving.id());
            }
        }
        // A look at a secret stands on what was asked and approved before it.
        let is = |leaving: &&Leaving, kind: &str| leaving.signed.unverified().kind.as_str() == kind;
        let looks = entries.iter().filter(|leaving| is(leaving, SecretRevealed::KIND));
        let asked: BTreeSet<EntryId> = looks
            .filter(|look| wanted.contains(&look.id()))
            .filter_map(|look| referred(look.signed.unverified(), "carries-out").ok())
            .collect();
        let approvals = entries.iter().filter(|leaving| is(leaving, CaseApproval::KIND));
        let approvals = approvals.filter(|approval| {
            referred(approval.signed.unverified(), "approves").is_ok_and(|of| asked.contains(&of))
        });
        wanted.extend(approvals.map(Leaving::id));
        wanted.extend(asked);
        let entries: Vec<Leaving> =
            entries.into_iter().filter(|leaving| wanted.contains(&leaving.id())).collect();
        let mut offices: BTreeSet<_> =
            entries.iter().map(|leaving| leaving.signed.unverified().office).collect();
        offices.insert(session.office());
        // The officer's own key is the one in force now, so that the office's journal goes to its end.
        let mut journals = BTreeMap::new();
        for office in offices {
            journals.insert(office, self.leaving_office(office, u64::MAX).await?);
        }
        let last =
            entries.iter().chain(journals.values().flatten()).map(|leaving| leaving.stored.log_index).max();
        let last = last.ok_or(Refusal::UnknownCase(case))?;
        let notes = [self.covering(last)?, self.covering(last)?];

        let mut files = Files::up_to(MAX_PACKAGE_BYTES);
        let mut kept_here = BTreeMap::new();
        for leaving in &entries {
            let at = format!("{JOURNAL}entries/{}", name(leaving.stored.sequence));
            let ground = withheld.get(&leaving.id()).map(|withheld| withheld.ground);
            kept_here.extend(ground.map(|ground| (leaving.stored.sequence, ground)));
            put_entry(&mut files, &at, leaving, leaving.opened.as_ref().filter(|_| ground.is_none()))?;
            files.put(format!("{at}.tlog-proof"), self.proof(leaving, &notes)?)?;
        }
        for (office, journal) in &journals {
            for leaving in journal {
                let at = format!("{JOURNAL}offices/{office}/{}", name(leaving.stored.sequence));
                put_entry(&mut files, &at, leaving, leaving.of_office())?;
                files.put(format!("{at}.tlog-proof"), self.proof(leaving, &notes)?)?;
            }
        }
        files.put(CHECKPOINT, notes[0].note.to_string())?;
        let files = files.take().into_iter().map(|(path, bytes)| TagFile { path, bytes });
        Ok((files.collect(), kept_here, up_to))
    }
}

/// Whether an object of the vault is not whole, or not there.
fn is_damage(error: &VaultError) -> bool {
    matches!(
        error,
        VaultError::Missing { .. } | VaultError::Malformed { .. } | VaultError::DoesNotOpen { .. }
    )
}

/// The exhibit, if it can still leave.
fn still(exhibit: &Exhibit) -> Result<&Exhibit, CaseworkError> {
    if exhibit.withdrawn || exhibit.received.is_none() {
        return Err(ExportError::ExhibitGone(exhibit.number).into());
    }
    Ok(exhibit)
}

/// The graph of these exhibits, which hold these files in the package.
fn graph_of<F: AsRef<[SealedFile]>>(case: CaseId, records: &[CustodyData], held: &[F]) -> Vec<u8> {
    let told = records.iter().zip(held).map(|(record, held)| Told {
        label: &record.exhibit,
        title: &record.title,
        acts: { record.acts.iter() }
            .filter_map(|act| act.counts().map(|(custody, _)| (act.entry.to_string(), custody)))
            .collect(),
        files: held.as_ref().iter().collect(),
    });
    case_uco::graph(&case.to_string(), &told.collect::<Vec<_>>())
}

fn tag(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> TagFile {
    TagFile { path: path.into(), bytes: bytes.into() }
}
