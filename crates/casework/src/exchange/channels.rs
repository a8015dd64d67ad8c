//! What is known of agreements and of the channels under them, folded from entries.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use comity_channel::{
    Agreed, Agreement, Cosigned, Header, Inbox, Outbox, Party, PeerKeys, Place, PublishedKey,
    SignedAgreement, Status, log_of,
};
use comity_journal::Witness;
use comity_record::{Bytes, CaseId, EntryId, KeyId, OfficeId, OfficerId, RecordedTime, Sha256Digest, Token};

use super::body::{Concern, Found};
use super::step::item_of;
use crate::refusal::Refusal;

/// Indexes of entries about cosigning that are remembered. Beyond it the log is shown once more than needed.
const MAX_QUIET: usize = 4096;

/// The agreements of a node, their channels, and the keys to which messages for its offices are sealed.
#[derive(Clone, Debug, Default)]
pub struct Channels {
    pub(super) by_agreement: BTreeMap<Sha256Digest, Arc<Channel>>,
    /// Texts that an officer here signed.
    pub(super) signed: BTreeMap<Sha256Digest, Arc<SignedText>>,
    pub(super) sealing: BTreeMap<KeyId, OwnKey>,
    /// What was seen of the counterparts' logs. The offices of one node share one.
    pub(super) witness: Witness,
    /// When a counterpart's node asked for the last cosignature that it got, by its log.
    pub(super) asked: BTreeMap<String, RecordedTime>,
    /// Entries of this log that only tell of cosigning.
    pub(super) quiet: BTreeSet<u64>,
}

/// The text of an agreement that an officer signed.
#[derive(Clone, Debug)]
pub struct SignedText {
    /// The text.
    pub text: Agreement,
    /// The office for which it was signed.
    pub office: OfficeId,
    /// The signatures, each with its entry.
    pub signatures: Vec<(EntryId, Bytes)>,
}

/// A key to which messages for an office are sealed.
#[derive(Clone, Debug)]
pub struct OwnKey {
    /// The office.
    pub office: OfficeId,
    /// What is published of it.
    pub key: PublishedKey,
    /// The place in the log of the entry that tells that it was drawn.
    pub drawn: u64,
    /// The entry that tells that the private half was destroyed.
    pub destroyed: Option<EntryId>,
}

/// An agreement that two persons filed, and what goes to and fro under it.
#[derive(Clone, Debug)]
pub struct Channel {
    /// The office of this node.
    pub office: OfficeId,
    /// What was agreed.
    pub agreed: Arc<Agreed>,
    /// The text with both signatures.
    pub signed: Arc<SignedAgreement>,
    /// The approval that filed it.
    pub filed_by: EntryId,
    /// The approval that ended it.
    pub ended_by: Option<EntryId>,
    /// Where the counterpart's node is reached.
    pub address: Option<String>,
    /// The messages to the counterpart.
    pub outbox: Outbox,
    /// The messages of the counterpart.
    pub inbox: Inbox,
    /// The counterpart's keys.
    pub peer_keys: PeerKeys,
    /// The last announcement of our own keys: its number and the signed bundle.
    pub announced: Option<(u32, Bytes)>,
    /// Every message to the counterpart, by place.
    pub sent: BTreeMap<Place, Sent>,
    /// Every message of the counterpart that was taken, by place.
    pub received: BTreeMap<Place, Received>,
    /// Messages that came before their turn.
    pub held: BTreeMap<Place, HeldMessage>,
    /// What a person has to be told.
    pub concerns: BTreeMap<EntryId, Raised>,
    /// The last checkpoint of our log that the counterpart cosigned.
    pub cosigned: Option<Seen>,
    /// The last cosignature that we gave, with the checkpoint of the counterpart.
    pub given: Option<Cosigned>,
    /// The entries about messages, each with the place of its message: those that sent one, and those that took one.
    pub(super) entries: BTreeMap<EntryId, Place>,
    /// Proposals that were carried out by a message.
    pub(super) carried_out: BTreeSet<EntryId>,
    /// Our receipts by life and number: the entry that holds each, and which of that entry's it is.
    pub(super) receipts: BTreeMap<(u32, u64), (EntryId, usize)>,
    /// Messages whose turn came with another and whose entries follow now, with the place in the log that the receipt
    /// names.
    pub(super) following: Vec<(Place, Sha256Digest, u64)>,
}

/// A message to the counterpart.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The entry that queued it.
    pub entry: EntryId,
    /// The entry in the case.
    pub in_case: EntryId,
    /// The case.
    pub case: CaseId,
    /// The proposal that it carries out.
    pub proposal: Option<EntryId>,
    /// The digest of its sealed form.
    pub envelope: Sha256Digest,
    /// What stands on its outside.
    pub header: Header,
    /// The counterpart's receipts for it, by the entries that file them.
    pub receipts: Vec<EntryId>,
    /// What they say became of it.
    pub told: Option<Status>,
}

/// A message of the counterpart.
#[derive(Clone, Debug)]
pub struct Received {
    /// The entry that took it.
    pub entry: EntryId,
    /// The entry that has its files: the same, or that by which it was held.
    pub files_of: EntryId,
    /// The digest of its sealed form.
    pub envelope: Sha256Digest,
    /// What stands on its outside.
    pub header: Header,
    /// What was found inside.
    pub found: Found,
    /// What became of it.
    pub fate: MessageFate,
    /// The cases that it was put into, each with the entry that did.
    pub filed: Vec<(CaseId, EntryId)>,
}

/// What became of a message of the counterpart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MessageFate {
    /// Nobody has seen it yet.
    Unread,
    /// An officer has seen it.
    Opened {
        /// Who did first.
        by: OfficerId,
        /// The entry that tells of it.
        entry: EntryId,
    },
    /// It was not taken.
    Refused {
        /// By which rule.
        rule: Token,
        /// The entry that tells of it.
        entry: EntryId,
    },
}

/// A message that came before its turn.
#[derive(Clone, Debug)]
pub struct HeldMessage {
    /// The entry.
    pub entry: EntryId,
    /// The digest of its sealed form.
    pub envelope: Sha256Digest,
    /// What stands on its outside.
    pub header: Header,
    /// What was found inside.
    pub found: Found,
}

/// A concern, and whether somebody has looked into it.
#[derive(Clone, Debug)]
pub struct Raised {
    /// What it is.
    pub concern: Concern,
    /// The entry by which it was accepted.
    pub accepted_by: Option<EntryId>,
}

/// A checkpoint of our log that the counterpart has seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The life of the log.
    pub incarnation: u32,
    /// Entries under it.
    pub size: u64,
    /// The entry that tells of it.
    pub entry: EntryId,
    /// The signed checkpoint.
    pub note: String,
    /// The answer with the cosignature.
    pub answer: Bytes,
}

impl Channels {
    /// The channel under an agreement.
    ///
    /// # Errors
    /// Fails when no such agreement was filed here.
    pub fn get(&self, agreement: Sha256Digest) -> Result<&Channel, Refusal> {
        self.by_agreement.get(&agreement).map(Arc::as_ref).ok_or(Refusal::UnknownAgreement(agreement))
    }

    /// The channel under an agreement of one office.
    ///
    /// # Errors
    /// Fails when the office has filed no such agreement.
    pub fn of_office(&self, office: OfficeId, agreement: Sha256Digest) -> Result<&Channel, Refusal> {
        let channel = self.get(agreement)?;
        if channel.office == office { Ok(channel) } else { Err(Refusal::UnknownAgreement(agreement)) }
    }

    /// All channels.
    pub fn iter(&self) -> impl Iterator<Item = &Channel> {
        self.by_agreement.values().map(Arc::as_ref)
    }

    /// The message of a counterpart that an entry of this office took.
    ///
    /// # Errors
    /// Fails when the entry is none that took one.
    pub fn received(&self, office: OfficeId, entry: EntryId) -> Result<(&Channel, &Received), Refusal> {
        self.iter()
            .filter(|channel| channel.office == office)
            .find_map(|channel| {
                let received = channel.received.get(channel.entries.get(&entry)?)?;
                (received.entry == entry).then_some((channel, received))
            })
            .ok_or(Refusal::UnknownMessage(entry))
    }

    /// The message to a counterpart that an entry sent: that in the case, or that in the office's journal.
    pub fn sent(&self, entry: EntryId) -> Option<(&Channel, &Sent)> {
        self.iter().find_map(|channel| {
            let sent = channel.sent.get(channel.entries.get(&entry)?)?;
            (sent.entry == entry || sent.in_case == entry).then_some((channel, sent))
        })
    }

    /// The message of a counterpart that an entry put into a case.
    pub fn filed(&self, entry: EntryId) -> Option<(&Channel, &Received)> {
        self.iter().find_map(|channel| {
            let by = |received: &&Received| received.filed.iter().any(|(_, filing)| *filing == entry);
            Some((channel, channel.received.values().find(by)?))
        })
    }

    /// The text of this digest, if an officer here signed it.
    pub fn signed_text(&self, digest: Sha256Digest) -> Option<&SignedText> {
        self.signed.get(&digest).map(Arc::as_ref)
    }

    /// The keys to which messages for an office are sealed and whose private halves are still here.
    pub fn sealing_keys(&self, office: OfficeId) -> impl Iterator<Item = &PublishedKey> {
        let kept = self.sealing.values().filter(move |own| own.office == office && own.destroyed.is_none());
        kept.map(|own| &own.key)
    }

    /// As [`Channels::sealing_keys`], the newest first.
    pub(super) fn newest_keys(&self, office: OfficeId) -> impl Iterator<Item = &PublishedKey> {
        let kept = self.sealing.values().filter(|own| own.office == office && own.destroyed.is_none());
        let mut kept: Vec<_> = kept.collect();
        kept.sort_by_key(|own| Reverse((own.key.from, own.key.until, own.drawn)));
        kept.into_iter().map(|own| &own.key)
    }

    /// Whether the log of `size` entries holds more than a counterpart saw, beyond the entries that tell of cosigning.
    pub(super) fn grew(&self, seen: u64, size: u64) -> bool {
        let quiet = self.quiet.range(seen..size).count();
        size.saturating_sub(seen) > u64::try_from(quiet).unwrap_or(u64::MAX)
    }

    pub(super) fn get_mut(&mut self, agreement: Sha256Digest) -> Result<&mut Channel, Refusal> {
        let channel = self.by_agreement.get_mut(&agreement).map(Arc::make_mut);
        channel.ok_or(Refusal::UnknownAgreement(agreement))
    }

    pub(super) fn keep_quiet(&mut self, index: u64) {
        self.quiet.insert(index);
        while self.quiet.len() > MAX_QUIET {
            self.quiet.pop_first();
        }
    }

    /// A later life of this node's log begins: what it sends from now on is counted anew.
    pub(crate) fn reincarnate(&mut self, incarnation: u32) {
        for channel in self.by_agreement.values_mut() {
            let step = channel.outbox.step(&comity_channel::OutboxInput::Reincarnate { incarnation });
            // A channel that was filed in this life already has nothing to begin anew.
            if let Ok((delta, _)) = step {
                Arc::make_mut(channel).outbox.apply(&delta);
            }
        }
    }
}

impl Channel {
    /// The digest of the agreement.
    pub fn agreement(&self) -> Sha256Digest {
        self.agreed.digest()
    }

    /// This office, as the agreement describes it.
    pub fn us(&self) -> &Party {
        self.agreed.agreement().party(self.office).expect("an agreement is filed by one of its parties")
    }

    /// The counterpart.
    pub fn them(&self) -> &Party {
        self.agreed.agreement().counterpart(self.office).expect("an agreement has two parties")
    }

    /// How far a message to the counterpart has come. What is no longer remembered one by one was settled long ago, as
    /// its receipts say.
    pub fn status(&self, sent: &Sent) -> Status {
        let known = item_of(&self.outbox, sent.header.place).map(|item| item.status);
        known.or(sent.told).unwrap_or(Status::Received)
    }

    /// Concerns that nobody has accepted yet.
    pub fn open_concerns(&self) -> impl Iterator<Item = (&EntryId, &Concern)> {
        let open = self.concerns.iter().filter(|(_, raised)| raised.accepted_by.is_none());
        open.map(|(entry, raised)| (entry, &raised.concern))
    }

    /// The name of the counterpart's log.
    pub(super) fn their_lineage(&self) -> String {
        log_of(self.them()).lineage().to_owned()
    }
}
