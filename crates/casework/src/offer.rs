//! A sealed package that another office fetches: what is offered to whom, and who may have which part of it.
//!
//! A package may have gigabytes, and a message has four megabytes at most. So a message only offers the package: it names
//! the file by its BLAKE3 digest, and the office to which it was sent fetches it from this node [leaf by
//! leaf](comity_evidence::transfer), as often and as long as the line needs. What may be fetched follows from signed
//! entries alone: two persons approved the package and its recipient, the entry that it was written names the file, and two
//! persons approved that this file is offered under this agreement. Beside them the node remembers where the file lies,
//! which gives nobody anything.
//!
//! An offer is taken back by withdrawing the entry in the case that sent it, or the one by which the package was written.
//! It ends with the agreement.

use std::ffi::OsString;
use std::os::unix::ffi::{OsStrExt as _, OsStringExt as _};
use std::path::{Path, PathBuf};

use comity_channel::{Label, Letter};
use comity_disk::{Disk as _, DiskError, DiskPath, RealDisk, write_durable};
use comity_evidence::bag::text::refuse_path;
use comity_evidence::leaves::{Leaves, LeavesError, MAX_LIST_BYTES};
use comity_evidence::transfer::right_leaf;
use comity_record::cbor::{from_canonical, to_canonical};
use comity_record::entry::Reference;
use comity_record::sign::VerifyingKey;
use comity_record::{Blake3Digest, CaseId, Coded, EntryId, KeyId, Sha256Digest, Token};
use comity_store::Store;
use serde::{Deserialize, Serialize};

use crate::body::{Body as _, CaseAct};
use crate::casework::{Casework, Receipt, Session};
use crate::dispatch::in_force;
use crate::error::CaseworkError;
use crate::exchange::{Destination, LETTER_FILE, SendWhat};
use crate::exhibit::ExhibitsPackaged;
use crate::refusal::Refusal;
use crate::state::Case;

/// The kind of the messages that offer a package.
pub const OFFER_KIND: &str = "package.offered";
/// The version of what an offer says.
pub const OFFER_VERSION: u16 = 1;
/// The longest name of a file in an offer, in bytes: what file systems take, with room for an ending.
pub const MAX_FILE_NAME: usize = 200;
/// How many files the node remembers at a time that it offers.
pub const MAX_OFFERED: usize = 64;

/// Where the node remembers which files it offers.
const FOLDER: &str = "offers";
/// The end of the name under which the list of a file's leaves is remembered; the place is under the name without it.
const LIST: &str = ".leaves";
/// The longest place of a file: more than Linux takes.
const MAX_PLACE: u64 = 8192;
/// The role in which an offer refers to the entry by which the package was written.
pub(crate) const OFFERS: &str = "offers";

/// What a message says that offers a package, in deterministic CBOR.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// [`OFFER_VERSION`].
    pub v: u16,
    /// BLAKE3 of the sealed file.
    pub root: Blake3Digest,
    /// Bytes of the sealed file.
    pub size: u64,
    /// What the file may be called.
    pub name: String,
    /// The key to which it is sealed.
    pub key: KeyId,
    /// The entry of the offering office by which the package was written.
    pub packaged: EntryId,
}

impl Offer {
    /// Reads what a message of the kind [`OFFER_KIND`] says.
    ///
    /// # Errors
    /// Fails for anything but what this version writes, and for a name that is not one of a file.
    pub fn read(bytes: &[u8]) -> Result<Self, OfferError> {
        let offer: Self = from_canonical(bytes).map_err(|_| OfferError::Malformed)?;
        // The reader of texts takes bytes for them; there is one spelling of each offer.
        let one = to_canonical(&offer).is_ok_and(|again| again == bytes);
        if one && offer.v == OFFER_VERSION && is_file_name(&offer.name) {
            Ok(offer)
        } else {
            Err(OfferError::Malformed)
        }
    }
}

/// Whether a file can be called so anywhere, and beside it its list.
fn is_file_name(name: &str) -> bool {
    let visible = !name.chars().any(char::is_control) && !name.starts_with('.');
    visible && name.len() <= MAX_FILE_NAME && !name.contains('/') && refuse_path(name).is_none()
}

/// A file that is offered, for the node that may have it.
pub struct Offered {
    place: PathBuf,
    list: Vec<u8>,
    leaves: Leaves,
}

impl Offered {
    /// The list of its leaves.
    pub fn list(&self) -> &[u8] {
        &self.list
    }

    /// A leaf, read now. What the file has there must be what was sealed: nobody is sent anything else.
    ///
    /// # Errors
    /// Fails when the file is not where it was, or has changed there, or there is no such leaf.
    pub fn leaf(&self, index: u64) -> Result<Vec<u8>, OfferError> {
        let read = || {
            let folder = RealDisk::open(self.place.parent().unwrap_or(Path::new("/")))?;
            let name = self.place.file_name().unwrap_or_default().to_string_lossy();
            let file = folder.open_read(&DiskPath::new(name)?)?;
            right_leaf(file.as_ref(), &self.leaves, index)
        };
        match read() {
            Ok(Some(leaf)) => Ok(leaf),
            Ok(None) => Err(OfferError::LeafGone { leaf: index }),
            Err(_) => Err(OfferError::FileGone),
        }
    }
}

impl<S: Store> Casework<S> {
    /// The message that offers a package which was written to one file: as the entry `packaged` says, and no other file.
    ///
    /// # Errors
    /// Fails when the entry is none by which a sealed package was written, was withdrawn, or names another file.
    pub async fn offer_message(
        &self,
        session: &Session,
        case: CaseId,
        agreement: Sha256Digest,
        packaged: EntryId,
        (name, leaves): (&str, &Leaves),
        label: Label,
    ) -> Result<SendWhat, CaseworkError> {
        let (file, key) = self.sealed_file(session, case, packaged).await?;
        if file != leaves.root() {
            return Err(OfferError::OtherFile { packaged: file, found: leaves.root() }.into());
        }
        if !is_file_name(name) {
            return Err(OfferError::Name(name.to_owned()).into());
        }
        let (root, size, name) = (leaves.root(), leaves.size(), name.to_owned());
        let body = to_canonical(&Offer { v: OFFER_VERSION, root, size, name, key, packaged })?;
        let kind = OFFER_KIND.parse().expect("a literal word");
        Ok(SendWhat { agreement, kind, label, body, proposal: None, refs: refs(packaged) })
    }

    /// Proposes to offer a package ([`Casework::offer_message`]). Gives the proposal.
    ///
    /// # Errors
    /// As [`Casework::propose_message`].
    pub async fn propose_offer(
        &self,
        session: &Session,
        case: CaseId,
        what: &SendWhat,
        reason: String,
    ) -> Result<Receipt, CaseworkError> {
        Offer::read(&what.body)?;
        self.propose_content(session, case, what, reason).await
    }

    /// Offers the package of a proposal that another person approved, whatever the agreement asks for. From then on the
    /// counterpart may fetch the file from `place`, where it has to stay. Gives the entry in the case.
    ///
    /// # Errors
    /// Names the term of the agreement that does not let it go, or what is missing; nothing is offered then.
    pub async fn send_offer(
        &self,
        session: &Session,
        case: CaseId,
        proposal: EntryId,
        (place, leaves): (&Path, &Leaves),
    ) -> Result<(Offer, Receipt), CaseworkError> {
        let content = self.proposed_message(session, case, proposal).await?;
        let CaseAct::Send { agreement, .. } = *self.state().case(case)?.proposal(proposal)?.act() else {
            return Err(Refusal::NotApproved.into());
        };
        let offer = Offer::read(content.body.as_ref())?;
        let (file, _) = self.sealed_file(session, case, offer.packaged).await?;
        if content.kind.as_str() != OFFER_KIND || file != offer.root || file != leaves.root() {
            return Err(OfferError::OtherFile { packaged: file, found: leaves.root() }.into());
        }
        // Remembered first: what is offered can be had.
        self.remember(place, leaves).await?;
        let what = SendWhat {
            agreement,
            kind: content.kind,
            label: content.label,
            body: content.body.0,
            proposal: Some(proposal),
            refs: refs(offer.packaged),
        };
        let receipts = self.send_with(session, case, what, |sent, queued| Ok(vec![sent, queued])).await?;
        Ok((offer, receipts[0]))
    }

    /// What a message offers, and where it is fetched. Whoever fetches has opened it: the counterpart is told.
    ///
    /// # Errors
    /// Fails when the officer may not open the message, it offers nothing, or nobody has said where the counterpart's
    /// node is reached.
    pub async fn offer_in(
        &self,
        session: &Session,
        message: EntryId,
    ) -> Result<(Offer, Destination), CaseworkError> {
        {
            let state = self.state();
            let (_, received) = state.channels().received(session.office(), message)?;
            if received.header.kind.as_str() != OFFER_KIND {
                return Err(OfferError::Malformed.into());
            }
        }
        self.open_message(session, message).await?;
        let letter = self.read_message(session, message).await?;
        let offer = Offer::read(letter.body.as_ref())?;
        let state = self.state();
        let (channel, _) = state.channels().received(session.office(), message)?;
        let address = channel.address.clone().ok_or(OfferError::NoAddress)?;
        Ok((offer, Destination { agreement: channel.agreement(), address, node: channel.them().node }))
    }

    /// The file of a root, for the node that has this key, if it was offered to it and may still be had.
    ///
    /// # Errors
    /// Says whether it was never offered to that node, was withdrawn, or the node does not remember where it lies.
    pub async fn offered(&self, peer: VerifyingKey, root: Blake3Digest) -> Result<Offered, CaseworkError> {
        match self.standing_of_offer(Some(peer), root).await? {
            None => return Err(OfferError::Unknown.into()),
            Some(false) => return Err(OfferError::Withdrawn.into()),
            Some(true) => {}
        }
        let gone = |error| match error {
            DiskError::Missing { .. } => CaseworkError::from(OfferError::FileGone),
            other => other.into(),
        };
        let place = self.disk.read(&remembered(&root, "")?, MAX_PLACE).map_err(gone)?;
        let list = self.disk.read(&remembered(&root, LIST)?, MAX_LIST_BYTES).map_err(gone)?;
        let leaves = Leaves::parse(&list).map_err(OfferError::from)?;
        if leaves.root() != root {
            return Err(OfferError::FileGone.into());
        }
        Ok(Offered { place: OsString::from_vec(place).into(), list, leaves })
    }

    /// Whether the file of a root may be had by a node, or by any: none if it was never offered, and no if each of its
    /// offers was taken back.
    async fn standing_of_offer(
        &self,
        peer: Option<VerifyingKey>,
        root: Blake3Digest,
    ) -> Result<Option<bool>, CaseworkError> {
        let (state, today) = (self.state(), self.channel_day());
        let mut known = None;
        for channel in state.channels().iter() {
            if peer.is_some_and(|peer| peer != channel.them().node) || !in_force(channel, today) {
                continue;
            }
            // What was offered last is fetched now.
            for sent in channel.sent.values().rev().filter(|sent| sent.header.kind.as_str() == OFFER_KIND) {
                let Some(offer) = self.offer_of(sent.case, sent.in_case).await? else { continue };
                if offer.root == root {
                    let case = state.case(sent.case)?;
                    if stands(case, sent.in_case)? && stands(case, offer.packaged)? {
                        return Ok(Some(true));
                    }
                    known = Some(false);
                }
            }
        }
        Ok(known)
    }

    /// What an entry of a case offered; nothing, if its content was destroyed.
    pub(crate) async fn offer_of(
        &self,
        case: CaseId,
        entry: EntryId,
    ) -> Result<Option<Offer>, CaseworkError> {
        let stored = self.store.entry(entry).await?.ok_or(Refusal::UnknownEntry(entry))?;
        let (_, content) = self.read_stored(&stored).await?;
        let files = content.map(|content| content.attachments).unwrap_or_default();
        let Some(letter) = files.iter().find(|file| file.name == LETTER_FILE) else { return Ok(None) };
        let letter: Letter = from_canonical(&self.read_object(case, letter.sha256).await?)?;
        Ok(Some(Offer::read(letter.body.as_ref())?))
    }

    /// The sealed file that an entry of a case tells of, and the key to which it is sealed.
    async fn sealed_file(
        &self,
        session: &Session,
        case: CaseId,
        packaged: EntryId,
    ) -> Result<(Blake3Digest, KeyId), CaseworkError> {
        self.may_read(session, case)?;
        let state = self.state();
        let standing = state.case(case)?.standing(packaged)?;
        if standing.kind.as_str() != ExhibitsPackaged::KIND {
            return Err(OfferError::NoPackage(packaged).into());
        }
        if !stands(state.case(case)?, packaged)? {
            return Err(OfferError::Withdrawn.into());
        }
        let stored = self.store.entry(packaged).await?.ok_or(Refusal::UnknownEntry(packaged))?;
        let (_, content) = self.read_stored(&stored).await?;
        let body: Option<ExhibitsPackaged> = content.map(|content| content.read()).transpose()?;
        let sealed = body.and_then(|packaged| packaged.file.zip(packaged.key));
        Ok(sealed.ok_or(OfferError::NoPackage(packaged))?)
    }

    /// Remembers where a file lies that is offered, and its leaves. What can be had no more is forgotten first.
    async fn remember(&self, place: &Path, leaves: &Leaves) -> Result<(), CaseworkError> {
        let folder = DiskPath::new(FOLDER)?;
        let there = if self.disk.exists(&folder)? { self.disk.list(&folder)? } else { vec![] };
        let roots = there.iter().filter_map(|found| found.name.parse::<Blake3Digest>().ok());
        let mut others = 0;
        for root in roots.filter(|root| *root != leaves.root()) {
            if self.standing_of_offer(None, root).await? == Some(true) {
                others += 1;
            } else {
                for name in ["", LIST] {
                    match self.disk.remove(&remembered(&root, name)?) {
                        Ok(()) | Err(DiskError::Missing { .. }) => {}
                        Err(error) => return Err(error.into()),
                    }
                }
            }
        }
        if others >= MAX_OFFERED {
            return Err(OfferError::TooMany { limit: MAX_OFFERED }.into());
        }
        let root = leaves.root();
        write_durable(self.disk.as_ref(), &remembered(&root, LIST)?, leaves.to_text().as_bytes())?;
        write_durable(self.disk.as_ref(), &remembered(&root, "")?, place.as_os_str().as_bytes())?;
        Ok(())
    }
}

/// Refuses a kind of message that is made by the commands for offers only.
pub(crate) fn no_offer(kind: &Token) -> Result<(), CaseworkError> {
    if kind.as_str() == OFFER_KIND { Err(OfferError::OwnCommand.into()) } else { Ok(()) }
}

fn remembered(root: &Blake3Digest, ending: &str) -> Result<DiskPath, DiskError> {
    DiskPath::new(format!("{FOLDER}/{root}{ending}"))
}

fn refs(packaged: EntryId) -> Vec<Reference> {
    vec![Reference { role: OFFERS.parse().expect("a literal word"), entry: packaged }]
}

fn stands(case: &Case, entry: EntryId) -> Result<bool, Refusal> {
    let standing = case.standing(entry)?;
    Ok(standing.withdrawn_by.is_none() && standing.forgotten_by.is_none())
}

/// Why a package is not offered, or cannot be had.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OfferError {
    /// An offer is made by its own command, which knows what it says.
    #[error("messages of the kind {OFFER_KIND} are made by the command that offers packages")]
    OwnCommand,
    /// The entry does not tell of a package in one sealed file.
    #[error("entry {0} tells of no package in one sealed file")]
    NoPackage(EntryId),
    /// The file is not the one that was written.
    #[error("the file of digest {found} is not the one that was written, of digest {packaged}")]
    OtherFile {
        /// The digest of what was written.
        packaged: Blake3Digest,
        /// That of the file.
        found: Blake3Digest,
    },
    /// The name is none that a file can have everywhere.
    #[error("{0:?} is no name that a file can have everywhere")]
    Name(String),
    /// The message offers nothing that this version reads.
    #[error("the message offers no package")]
    Malformed,
    /// Nobody has said where the counterpart's node is reached.
    #[error("no address of the counterpart's node is known")]
    NoAddress,
    /// No such file was offered to that node under an agreement in force.
    #[error("no such package is offered")]
    Unknown,
    /// The offer was taken back.
    #[error("the offer was withdrawn")]
    Withdrawn,
    /// The file is not where it was when it was offered.
    #[error("the file that was offered is not there")]
    FileGone,
    /// The file has changed in one place.
    #[error("leaf {leaf} of the file that was offered cannot be read or was changed")]
    LeafGone {
        /// Which, from 0.
        leaf: u64,
    },
    /// As many files are offered as the node remembers.
    #[error("{limit} packages are offered already")]
    TooMany {
        /// [`MAX_OFFERED`].
        limit: usize,
    },
    /// The list that the node remembers is damaged.
    #[error(transparent)]
    Leaves(#[from] LeavesError),
}

impl Coded for OfferError {
    fn code(&self) -> &'static str {
        match self {
            Self::OwnCommand => "casework-offer-own-command",
            Self::NoPackage(_) => "casework-offer-no-package",
            Self::OtherFile { .. } => "casework-offer-other-file",
            Self::Name(_) => "casework-offer-name",
            Self::Malformed => "casework-offer-malformed",
            Self::NoAddress => "casework-offer-no-address",
            Self::Unknown => "casework-offer-unknown",
            Self::Withdrawn => "casework-offer-withdrawn",
            Self::FileGone => "casework-offer-file-gone",
            Self::LeafGone { .. } => "casework-offer-leaf-gone",
            Self::TooMany { .. } => "casework-offer-too-many",
            Self::Leaves(error) => error.code(),
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NoPackage(entry) => vec![("entry", entry.to_string())],
            Self::OtherFile { packaged, found } => {
                vec![("packaged", packaged.to_string()), ("found", found.to_string())]
            }
            Self::Name(name) => vec![("name", name.clone())],
            Self::LeafGone { leaf } => vec![("leaf", leaf.to_string())],
            Self::TooMany { limit } => vec![("limit", limit.to_string())],
            Self::Leaves(error) => error.args(),
            Self::OwnCommand
            | Self::Malformed
            | Self::NoAddress
            | Self::Unknown
            | Self::Withdrawn
            | Self::FileGone => vec![],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offer(name: &str) -> Offer {
        Offer {
            v: OFFER_VERSION,
            root: Blake3Digest::from_bytes([1; 32]),
            size: 7,
            name: name.to_owned(),
            key: KeyId::from_bytes([2; 32]),
            packaged: EntryId::from_bytes([3; 32]),
        }
    }

    #[test]
    fn an_offer_is_read_as_it_was_written_and_names_a_file_only() {
        let read = |offer: &Offer| Offer::read(&to_canonical(offer).unwrap());
        let good = offer("package E-1.age");
        assert_eq!(read(&good).unwrap(), good);
        assert!(read(&offer(&"x".repeat(MAX_FILE_NAME))).is_ok());
        let long = "x".repeat(MAX_FILE_NAME + 1);
        for name in ["", ".", "..", ".hidden", "a/b", "/etc/passwd", "a\nb", "a\u{7f}", &long] {
            assert!(matches!(read(&offer(name)), Err(OfferError::Malformed)), "{name:?}");
        }
        assert!(read(&Offer { v: 2, ..good.clone() }).is_err());
        let mut other = to_canonical(&good).unwrap();
        other.push(0);
        assert!(Offer::read(&other).is_err());
    }
}
