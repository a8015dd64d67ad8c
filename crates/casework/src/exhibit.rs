//! Exhibits: how things and files come into a case, what they hold, and whose hands they pass through.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::io::Read;
use std::path::Path;

use comity_evidence::custody::{Act, Chain, CustodyEntry, GapKind, Item, Piece, Tool};
use comity_evidence::reference::{Content as ReferenceContent, Reference};
use comity_evidence::salvage::Unread;
use comity_evidence::vault::{ObjectReader, StoredFile, StoredFolder, StoredInSessions};
use comity_evidence::walk::{LeftOut, kept_name};
use comity_evidence::{Algorithm, Digests, Further, Intake, Lease, Seal, SessionTold, VaultError, reference};
use comity_record::entry::{Attachment, Author, Content, Statement};
use comity_record::{Blake3Digest, CaseId, EntryId, KeyId, Sha256Digest};
use comity_scan::syntax::{SyntaxError, number};
use comity_store::{Store, WrapChange};
use serde::{Deserialize, Serialize};

use crate::approval::{only_reference, referred};
use crate::body::{Body, read_body};
use crate::casework::{Casework, Receipt, Session, With};
use crate::error::CaseworkError;
use crate::refusal::{self, Refusal};
use crate::scrubbing::FilesChecked;

mod act;
mod check;
mod confirm;
mod custody_refusal;
mod digest;
mod further;
mod gap;
mod given_out;
mod later;
mod media;
mod notes;

pub(crate) use act::chains_of;
pub use act::{OnRecord, RecordedAct, Withdrawal};
pub use check::{CheckResult, ExhibitChecked, MAX_NAMED, Verified};
pub use confirm::{Confirmation, CustodyConfirmed, SignedPaper};
pub use custody_refusal::CustodyRefusal;
pub use digest::HashValue;
pub use further::{FurtherAct, Turn};
pub use gap::GapWords;
pub use given_out::{FileGivenOut, Purpose};
pub use later::{Later, OfferEnd, OfferMade, PackageLeft};
pub use media::{ImageSource, MAX_IMAGES, Media, MediaContent, MediaRead, MediaVerdict, ReadMedia};

/// The name of the attachment that lists the files of an exhibit, with their digests.
pub const MANIFEST: &str = "manifest.json";
/// What this program is called as a tool.
pub(crate) const PROGRAM: &str = "Comity";
/// How often an intake that was overtaken takes the next number. Two officers who take in at once need one.
const TRIES: usize = 8;

/// An exhibit comes into the case. What it holds lies in the vault, or where it was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExhibitReceived {
    /// Its number in the case, from 1 and without a gap.
    pub number: u32,
    /// What people call it.
    pub title: String,
    /// How it came into custody: the first act of its chain.
    pub custody: CustodyEntry,
    /// What it holds.
    pub holds: Holding,
    /// What tells the thing from others of its kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<Item>,
    /// What a failing device did not give: zeros stand there instead.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unread: Vec<Unread>,
    /// The digests that were asked for besides, of the one file that it holds. Those of several are in the [`MANIFEST`].
    #[serde(default, skip_serializing_if = "Further::is_empty")]
    pub further: Further,
    /// The media in its images of disks, apart from the files that hold it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media: Vec<Media>,
    /// The sessions in which its files were taken in, where that was interrupted; none where it was not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sessions: Vec<SessionTold>,
}

/// What an exhibit holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Holding {
    /// Files in the vault. The attachment [`MANIFEST`] lists them, and what had no content to be taken.
    Files {
        /// How many files.
        files: u64,
        /// Bytes of all of them.
        bytes: u64,
        /// The root of the manifest, which speaks for every file.
        root: Sha256Digest,
    },
    /// Files that stay where they are: hashed, not copied. Of a folder there is a [`MANIFEST`] too.
    InPlace(Reference),
    /// A thing without files, such as a telephone that nobody has read yet.
    Thing,
}

impl Holding {
    /// How many files it holds, here or where they were found.
    pub fn files(&self) -> u64 {
        match self {
            Self::Files { files, .. } => *files,
            Self::InPlace(place) => place.files,
            Self::Thing => 0,
        }
    }

    /// How many bytes they have.
    pub fn bytes(&self) -> u64 {
        match self {
            Self::Files { bytes, .. } => *bytes,
            Self::InPlace(place) => place.size,
            Self::Thing => 0,
        }
    }
}

/// A further act on an exhibit, which the entry refers to as `exhibit`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustodyRecorded {
    /// What was done.
    pub custody: CustodyEntry,
}

/// Exhibits left as a package for somebody. The entry refers to each as `exhibit`, and as `carries-out` to the proposal
/// that another person approved; in the first version of the kind one person was enough.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExhibitsPackaged {
    /// Their numbers, sorted.
    pub exhibits: Vec<u32>,
    /// For whom.
    pub recipient: String,
    /// Why.
    pub reason: String,
    /// The key to which the package was sealed; none for a package that is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<KeyId>,
    /// The root that the officer signed.
    pub root: Sha256Digest,
    /// SHA-256 of the package's tag manifest, which speaks for every byte of the package.
    pub package: Sha256Digest,
    /// BLAKE3 of a sealed file as it was written, by which it is [offered](crate::offer).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<Blake3Digest>,
    /// Files of the exhibits in it.
    pub files: u64,
    /// Bytes of them.
    pub bytes: u64,
}

impl Body for ExhibitsPackaged {
    const KIND: &'static str = "exhibit.packaged";
    const VERSION: u16 = 2;
}

impl ExhibitsPackaged {
    /// The version of before two persons had to agree.
    pub const BY_ONE: u16 = 1;
}

impl Body for ExhibitReceived {
    const KIND: &'static str = "exhibit.received";
}

impl Body for CustodyRecorded {
    const KIND: &'static str = "exhibit.custody-recorded";
}

/// The kinds of this module.
pub const KINDS: &[&str] = &[
    ExhibitReceived::KIND,
    CustodyRecorded::KIND,
    CustodyConfirmed::KIND,
    ExhibitChecked::KIND,
    FileGivenOut::KIND,
    ExhibitsPackaged::KIND,
];

/// The name of a file in an exhibit as it may be shown: a secret in it is masked. The manifest has the name itself.
pub fn shown_name(name: &str) -> Cow<'_, str> {
    comity_scan::masked(name)
}

/// How an exhibit of this number is called: in records, prints and on labels.
pub fn label(number: u32) -> String {
    format!("E-{number}")
}

/// The number of an exhibit that is called so.
pub fn number(label: &str) -> Option<u32> {
    let number = label.trim().strip_prefix(['E', 'e'])?.strip_prefix('-')?;
    number.parse().ok().filter(|number| *number > 0)
}

/// An entry of this module, read. What was forgotten, or is of a later version, says nothing but that it was there.
pub(crate) enum Step {
    Received(Option<Box<ExhibitReceived>>),
    Custody(Option<Box<CustodyRecorded>>),
    Packaged(Option<ExhibitsPackaged>),
    Confirmed(Option<CustodyConfirmed>),
    Checked(Option<ExhibitChecked>),
    GivenOut(Option<FileGivenOut>),
}

impl Step {
    pub(crate) fn read(statement: &Statement, content: Option<&Content>) -> Result<Option<Self>, Refusal> {
        Ok(match statement.kind.as_str() {
            ExhibitReceived::KIND => Some(Self::Received(read_body(statement, content)?.map(Box::new))),
            CustodyRecorded::KIND => Some(Self::Custody(read_body(statement, content)?.map(Box::new))),
            ExhibitsPackaged::KIND => Some(Self::Packaged(match content {
                // The words are the same in both versions.
                Some(content) if statement.kind_version == ExhibitsPackaged::BY_ONE => {
                    Some(content.read().map_err(|e| Refusal::Body(e.to_string()))?)
                }
                content => read_body(statement, content)?,
            })),
            CustodyConfirmed::KIND => Some(Self::Confirmed(read_body(statement, content)?)),
            ExhibitChecked::KIND => Some(Self::Checked(read_body(statement, content)?)),
            FileGivenOut::KIND => Some(Self::GivenOut(read_body(statement, content)?)),
            _ => None,
        })
    }
}

/// The exhibits of a case, as folded from its entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exhibits {
    entries: Vec<EntryId>,
    /// Each act, with the exhibit that it is on and who signed it: first whoever recorded it.
    acts: BTreeMap<EntryId, (EntryId, Vec<Author>)>,
}

impl Exhibits {
    /// The number that the next exhibit gets.
    pub fn next(&self) -> u32 {
        u32::try_from(self.entries.len()).unwrap_or(u32::MAX - 1) + 1
    }

    /// The entry by which an exhibit came in.
    ///
    /// # Errors
    /// Fails for a number that no exhibit has.
    pub fn entry(&self, number: u32) -> Result<EntryId, Refusal> {
        let at = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
        at.and_then(|at| self.entries.get(at)).copied().ok_or(Refusal::UnknownExhibit(number))
    }

    /// The number of the exhibit that an entry brought in.
    pub fn number(&self, entry: EntryId) -> Option<u32> {
        let at = self.entries.iter().position(|known| *known == entry)?;
        u32::try_from(at + 1).ok()
    }

    pub(crate) fn check(&self, statement: &Statement, step: &Step) -> Result<(), Refusal> {
        match step {
            Step::Received(Some(received)) => {
                if received.number != self.next() {
                    return Err(Refusal::Exists("exhibit"));
                }
                received.check()
            }
            Step::Custody(recorded) => {
                let exhibit = only_reference(statement, "exhibit")?;
                let number = self.number(exhibit).ok_or(Refusal::UnknownEntry(exhibit))?;
                match recorded {
                    Some(recorded) => check_custody(&recorded.custody, number),
                    None => Ok(()),
                }
            }
            Step::Packaged(Some(packaged)) => self.check_packaged(statement, packaged),
            Step::Received(None) | Step::Packaged(None) => Ok(()),
            Step::Checked(checked) => {
                self.check_named(statement)?;
                checked.as_ref().map_or(Ok(()), ExhibitChecked::check)
            }
            Step::GivenOut(given) => {
                self.check_named(statement)?;
                given.as_ref().map_or(Ok(()), FileGivenOut::check)
            }
            Step::Confirmed(confirmed) => {
                let act = referred(statement, "confirms")?;
                let (exhibit, signed) = self.acts.get(&act).ok_or(Refusal::UnknownEntry(act))?;
                if referred(statement, "exhibit")? != *exhibit {
                    return Err(Refusal::UnknownEntry(act));
                }
                if signed.contains(&statement.author) {
                    return Err(Refusal::SamePerson);
                }
                confirmed.as_ref().map_or(Ok(()), CustodyConfirmed::check)
            }
        }
    }

    /// Whether a statement names one exhibit and nothing else.
    fn check_named(&self, statement: &Statement) -> Result<(), Refusal> {
        let exhibit = only_reference(statement, "exhibit")?;
        self.number(exhibit).map(drop).ok_or(Refusal::UnknownEntry(exhibit))
    }

    fn check_packaged(&self, statement: &Statement, packaged: &ExhibitsPackaged) -> Result<(), Refusal> {
        refusal::name("recipient", &packaged.recipient)?;
        refusal::text("reason", &packaged.reason)?;
        let named = statement.refs.iter().filter(|reference| reference.role.as_str() == "exhibit");
        let named = named.map(|of| self.number(of.entry).ok_or(Refusal::UnknownEntry(of.entry)));
        let named = named.collect::<Result<Vec<_>, _>>()?;
        let sorted = named.windows(2).all(|pair| pair[0] < pair[1]);
        if named.is_empty() || !sorted || named != packaged.exhibits {
            return Err(Refusal::Reference("exhibit"));
        }
        Ok(())
    }

    pub(crate) fn apply(&mut self, id: EntryId, statement: &Statement, step: &Step) {
        match step {
            Step::Received(_) => {
                self.entries.push(id);
                self.acts.insert(id, (id, vec![statement.author]));
            }
            Step::Custody(_) => {
                if let Ok(exhibit) = referred(statement, "exhibit") {
                    self.acts.insert(id, (exhibit, vec![statement.author]));
                }
            }
            Step::Confirmed(_) => {
                let act = referred(statement, "confirms").ok().and_then(|act| self.acts.get_mut(&act));
                if let Some((_, signed)) = act {
                    signed.push(statement.author);
                }
            }
            Step::Packaged(_) | Step::Checked(_) | Step::GivenOut(_) => {}
        }
    }
}

fn check_custody(entry: &CustodyEntry, number: u32) -> Result<(), Refusal> {
    if entry.exhibit != label(number) {
        return Err(Refusal::Body(format!("the act is on {}, not on {}", entry.exhibit, label(number))));
    }
    refusal::text("place", &entry.place)?;
    for (field, text) in [
        ("transport", &entry.transport),
        ("storage", &entry.storage),
        ("unavoidable-change", &entry.unavoidable_change),
    ] {
        text.as_ref().map_or(Ok(()), |text| refusal::text(field, text))?;
    }
    let (copied, made) = (entry.act == Act::Copied, entry.copy_made.is_some());
    if made && (!copied || entry.copy_made == Some(Piece::Original)) {
        return Err(Refusal::Body("only an act of copying makes a copy, and copies are numbered".to_owned()));
    }
    refusal::text("reason", &entry.reason)
}

fn check_item(item: &Item) -> Result<(), Refusal> {
    for (field, text) in
        [("make", &item.make), ("model", &item.model), ("serial", &item.serial), ("power", &item.power)]
    {
        text.as_ref().map_or(Ok(()), |text| refusal::text(field, text))?;
    }
    for imei in &item.imei {
        let why = match number::imei(imei) {
            Ok(_) => continue,
            Err(SyntaxError::Checksum) => "its check digit does not fit".to_owned(),
            Err(SyntaxError::Length { found, .. }) => {
                format!("it has {found} digits, and an IMEI has 15, or 16 with the version of the software")
            }
            Err(_) => "it has other signs than digits".to_owned(),
        };
        return Err(Refusal::Body(format!("{imei:?} is no IMEI: {why}")));
    }
    Ok(())
}

/// An exhibit that is to come in.
pub struct NewExhibit<'a> {
    /// What people call it.
    pub title: String,
    /// How it came into custody. The number is given here; who takes it is the officer, if nobody is named.
    pub custody: CustodyEntry,
    /// What tells it from others of its kind.
    pub item: Option<Item>,
    /// Where its files are.
    pub source: Source<'a>,
}

/// Where the files of a new exhibit are.
pub enum Source<'a> {
    /// A file or folder that is copied into the vault.
    Copy(&'a Path),
    /// As [`Copy`](Self::Copy), of which an intake that was interrupted brought some files: those are not read again where
    /// they are as they were.
    Resume(&'a Path),
    /// A file, device or folder that stays where it is.
    InPlace(&'a Path),
    /// What somebody sends is copied into the vault as one file: an image that is made at this moment, say.
    Stream {
        /// Gives the bytes.
        from: &'a mut (dyn Read + Send),
        /// What the file is called.
        name: &'a OsStr,
    },
    /// Nowhere: a thing.
    Thing,
}

/// An exhibit that came in, and what whoever brought it has to be told.
#[derive(Clone, Debug)]
pub struct TakenIn {
    /// Its number.
    pub number: u32,
    /// Its entry.
    pub receipt: Receipt,
    /// What lay in the folder and had no content to be taken. The [`MANIFEST`] lists it too.
    pub left_out: Vec<LeftOut>,
    /// What is missing in the first act of its chain.
    pub gaps: Vec<GapKind>,
    /// What could not be read, if whoever brought it had the rest taken all the same.
    pub unread: Vec<Unread>,
    /// The media in its images of disks.
    pub media: Vec<Media>,
    /// The sessions in which it was taken in, where that was interrupted.
    pub sessions: Vec<SessionTold>,
}

/// An exhibit as it stands: what it holds, and the chain of its custody.
#[derive(Clone, Debug)]
pub struct Exhibit {
    /// Its number.
    pub number: u32,
    /// The entry by which it came in.
    pub entry: EntryId,
    /// What was said when it came in; none once that was forgotten.
    pub received: Option<ExhibitReceived>,
    /// The list of its files.
    pub manifest: Option<Attachment>,
    /// Whether it was withdrawn.
    pub withdrawn: bool,
    /// Every act on it, in order, those that do not count among them.
    pub acts: Vec<RecordedAct>,
    /// Each time it was read again, in order.
    pub checks: Vec<OnRecord<ExhibitChecked>>,
    /// What the node found when it read files of it again by itself, in order.
    pub found: Vec<OnRecord<FilesChecked>>,
    /// The files that were given out of it, in order.
    pub given_out: Vec<OnRecord<FileGivenOut>>,
    /// Who holds each piece of it, and what is missing in its chain. A gap tells the place of its act in `acts`.
    pub chains: Vec<(Piece, Chain)>,
}

impl ExhibitReceived {
    /// Whether it says what it must, whatever it holds.
    fn check(&self) -> Result<(), Refusal> {
        refusal::name("title", &self.title)?;
        if !matches!(self.custody.act, Act::Collected | Act::Received) {
            return Err(Refusal::Body("the first act must say how it came into custody".to_owned()));
        }
        self.item.as_ref().map_or(Ok(()), check_item)?;
        self.media.iter().try_for_each(Media::check)?;
        check_custody(&self.custody, self.number)
    }
}

impl<S: Store> Casework<S> {
    /// Takes in an exhibit. The files are read once, hashed on the way and durable before the entry is.
    ///
    /// # Errors
    /// Says why it was not taken in. What was stored by then is swept in time, unless an intake goes on with it
    /// ([`Source::Resume`]).
    pub async fn receive_exhibit(
        &self,
        session: &Session,
        case: CaseId,
        new: NewExhibit<'_>,
        intake: &mut Intake<'_>,
    ) -> Result<TakenIn, CaseworkError> {
        self.receive_images(session, case, new, intake, &mut |_| None).await
    }

    /// As [`receive_exhibit`](Self::receive_exhibit), and has the media of images of disks read by `read`: once the files
    /// are in the vault, from there.
    ///
    /// # Errors
    /// As [`receive_exhibit`](Self::receive_exhibit). An image that cannot be read is no error: the exhibit says so.
    pub async fn receive_images(
        &self,
        session: &Session,
        case: CaseId,
        new: NewExhibit<'_>,
        intake: &mut Intake<'_>,
        read: &mut ReadMedia<'_>,
    ) -> Result<TakenIn, CaseworkError> {
        let mut stays = false;
        // Large, as all that it waits for lies in it.
        let taken = Box::pin(self.receive_into(session, case, new, intake, read, &mut stays)).await;
        // Until its entry is there a case holds nothing of it by its keys: so long it counts as what is under way.
        intake.leave(stays);
        taken
    }

    /// `stays` becomes true once anything lies in the vault that stays there for a while, whatever comes of the rest.
    async fn receive_into(
        &self,
        session: &Session,
        case: CaseId,
        new: NewExhibit<'_>,
        intake: &mut Intake<'_>,
        read: &mut ReadMedia<'_>,
        stays: &mut bool,
    ) -> Result<TakenIn, CaseworkError> {
        // Nobody fills the disk who may not take in, nor for what will be refused.
        self.may(session, case, ExhibitReceived::KIND)?;
        self.has_been(&new.custody.at)?;
        let number = self.state().case(case)?.exhibits.next();
        let mut custody = self.completed(session, new.custody)?;
        further::two_persons(&custody)?;
        custody.exhibit = label(number);
        let mut body = ExhibitReceived {
            number,
            title: new.title,
            custody,
            holds: Holding::Thing,
            item: new.item.filter(|item| *item != Item::default()),
            unread: vec![],
            further: Further::default(),
            media: vec![],
            sessions: vec![],
        };
        body.check()?;
        let resume = matches!(new.source, Source::Resume(_));
        let mut notes = None;
        let (holds, manifest, wraps, digests) = match new.source {
            Source::Copy(path) | Source::Resume(path) => {
                let ring = self.ring(case).await?;
                let notes = notes.insert(self.notes_of(case, path, resume).await?);
                let began = self.clock.here()?.to_string();
                let now = comity_evidence::Session { began: &began, resume };
                intake.within(Box::new(self.room_in(session, case).await?));
                let stored = self.vault.add_folder_in_sessions(path, intake, &ring, notes, now);
                // What was noted stays in the vault, also where the rest failed.
                *stays = stored.is_ok() || notes.is_kept();
                let StoredInSessions { folder: stored, sessions } = stored?;
                if sessions.len() > 1 {
                    body.sessions = sessions;
                }
                body.media = media::of_stored(&self.vault, &stored, read)?;
                self.taken(case, stored).await?
            }
            Source::Stream { from, name } => {
                let (path, original) = kept_name(name).map_err(VaultError::from)?;
                let ring = self.ring(case).await?;
                intake.within(Box::new(self.room_in(session, case).await?));
                let object = self.vault.add(from, &path, intake, &ring);
                *stays = object.is_ok();
                let object = object?;
                if object.digests.size == 0 {
                    return Err(Refusal::NothingSent.into());
                }
                let files = vec![StoredFile { path, original, object }];
                let stored = StoredFolder { files, left_out: vec![] };
                body.media = media::of_stored(&self.vault, &stored, read)?;
                self.taken(case, stored).await?
            }
            Source::InPlace(path) => {
                let (place, seal) = reference(path, intake)?;
                body.media = media::of_place(&place, seal.as_ref(), read);
                let digests = match &place.content {
                    ReferenceContent::Bytes(digests) => Some(*digests),
                    ReferenceContent::Seal(_) => None,
                };
                (Holding::InPlace(place), seal, vec![], digests)
            }
            Source::Thing => (Holding::Thing, None, vec![], None),
        };
        let files = match &manifest {
            Some(seal) => vec![self.keep_bytes(case, MANIFEST, "application/json", &seal.to_json()).await?],
            None => vec![],
        };
        body.custody.after = body.custody.after.or(digests);
        if digests.is_some() {
            body.further = intake.further().clone();
        }
        if !matches!(holds, Holding::Thing) {
            body.custody.tool.get_or_insert_with(|| Tool {
                name: PROGRAM.to_owned(),
                version: env!("CARGO_PKG_VERSION").to_owned(),
                settings: None,
            });
        }
        body.holds = holds;
        body.unread = intake.unread().to_vec();
        let mut tries = 0;
        loop {
            body.number = self.state().case(case)?.exhibits.next();
            body.custody.exhibit = label(body.number);
            let with = With { act: Some(body.custody.at.clone()), files: files.clone(), ..With::default() };
            let mut pending = self.sign(session, case, &body, with)?;
            for (wrap, lease) in &wraps {
                pending.wraps.push(wrap.clone());
                pending.leases.push(lease.clone());
            }
            tries += 1;
            match self.append(vec![pending]).await {
                Ok(receipts) => {
                    // The entry speaks of all of it now. What cannot be removed is swept.
                    if let Some(notes) = &mut notes {
                        let _ = notes.remove();
                    }
                    return Ok(TakenIn {
                        number: body.number,
                        receipt: receipts[0],
                        left_out: manifest.map(|seal| seal.left_out).unwrap_or_default(),
                        gaps: further::gaps_of(chains_of([Some((&body.custody, false))]), 0),
                        unread: body.unread,
                        sessions: body.sessions,
                        media: body.media,
                    });
                }
                Err(CaseworkError::Refused(Refusal::Exists("exhibit"))) if tries < TRIES => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// What is to be recorded of files that lie in the vault now.
    async fn taken(
        &self,
        case: CaseId,
        stored: StoredFolder,
    ) -> Result<(Holding, Option<Seal>, Vec<(WrapChange, Lease)>, Option<Digests>), CaseworkError> {
        let mut wraps = Vec::with_capacity(stored.files.len());
        for file in &stored.files {
            wraps.push((self.wrap_object(case, &file.object).await?, file.object.lease.clone()));
        }
        let seal = stored.seal();
        let digests = match seal.files.as_slice() {
            [only] => Some(only.digests),
            _ => None,
        };
        let files = u64::try_from(seal.files.len()).unwrap_or(u64::MAX);
        let holds = Holding::Files { files, bytes: seal.bytes(), root: seal.root };
        Ok((holds, Some(seal), wraps, digests))
    }

    /// Who acts is the officer, where nobody else is named.
    fn completed(&self, session: &Session, mut custody: CustodyEntry) -> Result<CustodyEntry, CaseworkError> {
        let needs_taker = matches!(custody.act, Act::Collected | Act::Received | Act::HandedOver);
        if needs_taker && custody.taker.is_none() || !needs_taker && custody.giver.is_none() {
            let party = Some(self.party(session)?);
            if needs_taker {
                custody.taker = party;
            } else {
                custody.giver = party;
            }
        }
        Ok(custody)
    }

    /// One exhibit of a case.
    ///
    /// # Errors
    /// Fails when the officer may not read the case, or it has no such exhibit.
    pub async fn exhibit(
        &self,
        session: &Session,
        case: CaseId,
        number: u32,
    ) -> Result<Exhibit, CaseworkError> {
        let exhibits = self.exhibits(session, case).await?;
        let found = exhibits.into_iter().find(|exhibit| exhibit.number == number);
        Ok(found.ok_or(Refusal::UnknownExhibit(number))?)
    }

    /// The list of the files of an exhibit.
    ///
    /// # Errors
    /// Fails when the officer may not read the case, or the exhibit has no files or was forgotten.
    pub async fn manifest(
        &self,
        session: &Session,
        case: CaseId,
        exhibit: &Exhibit,
    ) -> Result<Seal, CaseworkError> {
        self.may_read(session, case)?;
        let manifest = exhibit.manifest.as_ref().ok_or(Refusal::UnknownExhibit(exhibit.number))?;
        Ok(Seal::from_json(&self.read_object(case, manifest.sha256).await?)?)
    }

    /// Which digests were computed besides when it came in.
    pub(crate) async fn asked_of(
        &self,
        case: CaseId,
        exhibit: &Exhibit,
    ) -> Result<BTreeSet<Algorithm>, CaseworkError> {
        let further = exhibit.received.iter().flat_map(|received| received.further.iter());
        let mut asked: BTreeSet<_> = further.map(|(algorithm, _)| algorithm).collect();
        if let Some(manifest) = &exhibit.manifest {
            asked.extend(Seal::from_json(&self.read_object(case, manifest.sha256).await?)?.asked());
        }
        Ok(asked)
    }

    /// A file of an exhibit in the vault, to be streamed.
    ///
    /// # Errors
    /// Fails when the officer may not read the case, or the file is not in the vault.
    pub async fn exhibit_file(
        &self,
        session: &Session,
        case: CaseId,
        sha256: Sha256Digest,
    ) -> Result<ObjectReader, CaseworkError> {
        self.may_read(session, case)?;
        self.open_object(case, sha256).await
    }
}
