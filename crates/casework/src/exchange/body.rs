//! What the entries of this module say.
//!
//! The boxes of the channel are folded from deltas that stand in the entries, and not computed again: a later version
//! of the engine folds an old journal to the same boxes. What a delta may change is checked all the same.

use comity_channel::{Header, InboxDelta, Label, OutboxDelta, Place, PublishedKey, Standing};
use comity_record::{Bytes, CaseId, KeyId, RecordedTime, Sha256Digest, Token};
use serde::{Deserialize, Serialize};

use crate::body::Body;

/// Declares which kind a type is the body of, and whether the node signs it by itself.
macro_rules! kinds {
    (@ officer) => { false };
    (@ node) => { true };
    ($($body:ty => $kind:literal $by:ident,)*) => {
        $(impl Body for $body {
            const KIND: &'static str = $kind;
        })*

        /// The kinds of this module.
        pub const KINDS: &[&str] = &[$($kind),*];

        /// Whether the node makes entries of this kind by itself; an officer makes all others.
        pub(crate) fn is_by_node(kind: &str) -> bool {
            match kind {
                $($kind => kinds!(@ $by),)*
                _ => false,
            }
        }
    };
}

kinds! {
    AgreementSigned => "agreement.signed" officer,
    SealingDrawn => "sealing.drawn" node,
    SealingDestroyed => "sealing.destroyed" node,
    KeysPublished => "keys.published" node,
    KeysReceived => "keys.received" node,
    MessageDrafted => "message.drafted" officer,
    MessageSent => "message.sent" officer,
    MessageQueued => "message.queued" officer,
    MessageHeld => "message.held" node,
    MessageReceived => "message.received" node,
    MessageRefused => "message.refused" node,
    MessageOpened => "message.opened" officer,
    MessageFiled => "message.filed" officer,
    ReceiptFiled => "receipt.filed" node,
    MessageGivenUp => "message.given-up" node,
    MessageTakenUp => "message.taken-up" officer,
    CounterpartHeard => "counterpart.heard" node,
    CounterpartRestored => "counterpart.restored" node,
    ConcernRaised => "counterpart.concern" node,
    CounterpartAccepted => "counterpart.accepted" officer,
    AddressSet => "counterpart.address-set" officer,
    CheckpointCosigned => "checkpoint.cosigned" node,
    CosignatureReceived => "cosignature.received" node,
}

/// The name of the file that holds a sealed message, as it was sent or received.
pub const ENVELOPE_FILE: &str = "envelope.cose";
/// The name of the file that holds what was inside: a [`comity_channel::Letter`] in deterministic CBOR.
pub const LETTER_FILE: &str = "letter.cbor";

/// The name of the file that holds what is to be sent, as it is approved: a [`super::MessageContent`].
pub const CONTENT_FILE: &str = "message.cbor";

/// An officer signs the text of an agreement for the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementSigned {
    /// The text.
    pub text: Bytes,
    /// The signature over its digest.
    pub signature: Bytes,
}

/// The node drew a key to which envelopes for the office are sealed. The private half is wrapped beside the entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealingDrawn {
    /// What is published of it.
    pub key: PublishedKey,
}

/// The node destroyed a private key whose time is over. What was sealed to it opens for nobody any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealingDestroyed {
    /// The key.
    pub key: KeyId,
}

/// The node announces its present keys under an agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeysPublished {
    /// The agreement.
    pub agreement: Sha256Digest,
    /// The signed [`comity_channel::KeyBundle`].
    pub bundle: Bytes,
}

/// The counterpart announced its keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeysReceived {
    /// The agreement.
    pub agreement: Sha256Digest,
    /// The signed [`comity_channel::KeyBundle`].
    pub bundle: Bytes,
}

/// An officer wants to send a message from a case. What is to be sent is the [`CONTENT_FILE`], which a proposal and its
/// approval name by its digest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MessageDrafted {
    /// The agreement.
    pub agreement: Sha256Digest,
    /// The kind.
    pub kind: Token,
    /// The digest of the [`super::MessageContent`].
    pub content: Sha256Digest,
}

/// A message leaves a case, as `carries-out` refers to, if two persons had to approve it. [`LETTER_FILE`] is what
/// was sent; the office's journal holds the sealed form of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MessageSent {
    /// The agreement.
    pub agreement: Sha256Digest,
    /// Its place among the messages to the counterpart.
    pub place: Place,
    /// The digest of the sealed form.
    pub envelope: Sha256Digest,
    /// The kind.
    pub kind: Token,
    /// Its conditions.
    pub label: Label,
    /// The digest of the content, as it is approved ([`super::SendWhat::digest`]).
    pub content: Sha256Digest,
}

/// A message waits to be delivered. The entry refers to that in the case as `sends`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MessageQueued {
    /// The digest of the sealed form, which is the [`ENVELOPE_FILE`].
    pub envelope: Sha256Digest,
    /// What stands on its outside.
    pub header: Header,
    /// The case that it leaves.
    pub case: CaseId,
    /// The digest of the content, as it is approved.
    pub content: Sha256Digest,
    /// What changes in the outbox.
    pub delta: OutboxDelta,
}

/// A message came before its turn, and is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MessageHeld {
    /// The digest of the sealed form, which is the [`ENVELOPE_FILE`].
    pub envelope: Sha256Digest,
    /// What stands on its outside.
    pub header: Header,
    /// What was found inside.
    pub found: Found,
    /// What changes in the inbox.
    pub delta: InboxDelta,
}

/// A message has been taken, in its turn: the counterpart gets a receipt that says so. One that was held is named as
/// `held`, and its files belong to that entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MessageReceived {
    /// The digest of the sealed form, which is the [`ENVELOPE_FILE`].
    pub envelope: Sha256Digest,
    /// What stands on its outside.
    pub header: Header,
    /// What was found inside.
    pub found: Found,
    /// What changes in the inbox, with the receipts. Absent for one that was held behind another: its turn came with
    /// that one, and the receipt stands in that entry.
    pub delta: Option<InboxDelta>,
}

/// What was found in an envelope when it came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Found {
    /// A letter that the agreement allows: the digest of the [`LETTER_FILE`].
    Letter(Sha256Digest),
    /// Nothing that may be shown, by this rule: a term of the agreement, or the code of an error.
    Refused(Token),
}

/// The counterpart is told that a message is not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MessageRefused {
    /// The agreement.
    pub agreement: Sha256Digest,
    /// Its place.
    pub place: Place,
    /// By which rule.
    pub rule: Token,
    /// What changes in the inbox, with the receipt.
    pub delta: InboxDelta,
}

/// An officer sees the message referred to as `opens` for the first time; the counterpart gets a receipt that says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MessageOpened {
    /// The agreement.
    pub agreement: Sha256Digest,
    /// Its place.
    pub place: Place,
    /// What changes in the inbox, with the receipt.
    pub delta: InboxDelta,
}

/// The message referred to as `files` belongs to this case from now on, with its [`LETTER_FILE`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MessageFiled {}

/// The counterpart's receipt for a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceiptFiled {
    /// The agreement.
    pub agreement: Sha256Digest,
    /// The signed [`comity_channel::Receipt`].
    pub receipt: Bytes,
    /// It is for a message that is not remembered here: one that left before this node was restored, or long ago.
    pub unremembered: bool,
    /// What changes in the outbox.
    pub delta: OutboxDelta,
}

/// Messages were not acknowledged for [`comity_channel::GIVE_UP_AFTER_MS`]; a person decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MessageGivenUp {
    /// The agreement.
    pub agreement: Sha256Digest,
    /// What changes in the outbox.
    pub delta: OutboxDelta,
}

/// An officer has a message that was given up tried again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MessageTakenUp {
    /// The agreement.
    pub agreement: Sha256Digest,
    /// Its place.
    pub place: Place,
    /// What changes in the outbox.
    pub delta: OutboxDelta,
}

/// The counterpart's log is in a life of which nothing was known here, and nothing is lost by that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CounterpartHeard {
    /// The agreement.
    pub agreement: Sha256Digest,
    /// Where it stands.
    pub standing: Standing,
    /// What changes in the outbox.
    pub delta: OutboxDelta,
}

/// The counterpart's node was restored from a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CounterpartRestored {
    /// The agreement.
    pub agreement: Sha256Digest,
    /// How it was noticed.
    pub noticed: Noticed,
}

/// How it was noticed that the counterpart's node was restored.
#[expect(
    clippy::large_enum_variant,
    reason = "one is made for each restore of a counterpart, and kept nowhere"
)]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Noticed {
    /// It said where it stands.
    Standing {
        /// Where.
        standing: Standing,
        /// Messages that it had acknowledged and that are sent again.
        sent_again: u64,
        /// It no longer knows of receipts that it signed.
        forgot_receipts: bool,
        /// It wants messages that are no longer remembered here one by one.
        out_of_reach: bool,
        /// What changes in the outbox.
        delta: OutboxDelta,
    },
    /// Its receipts go on from an earlier one than the last that is filed here.
    Receipts {
        /// The life of its log.
        incarnation: u32,
    },
    /// Its messages go on in a later life.
    Messages {
        /// The life that ended.
        from: u32,
        /// The life that began.
        to: u32,
        /// Messages that are here and that it no longer knows.
        forgotten: u64,
    },
}

/// Something that a person has to be told of a counterpart. What shows it is kept with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConcernRaised {
    /// The agreement.
    pub agreement: Sha256Digest,
    /// What it is.
    pub concern: Concern,
}

/// What a person has to be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Concern {
    /// It signed two messages for one place. The other one is the [`ENVELOPE_FILE`].
    Fork {
        /// The place.
        place: Place,
        /// The envelope that is known.
        known: Sha256Digest,
        /// The other one.
        other: Sha256Digest,
    },
    /// A message does not follow from the one before it. It is the [`ENVELOPE_FILE`], unless it was held: then its
    /// entry has it.
    Broken {
        /// The place.
        place: Place,
        /// The envelope.
        envelope: Sha256Digest,
    },
    /// A message of a life of its log that is over. It is the [`ENVELOPE_FILE`].
    Superseded {
        /// The place.
        place: Place,
        /// The envelope.
        envelope: Sha256Digest,
    },
    /// Its new life begins after a message that is not here. Its messages wait until a person accepts that life.
    UnknownPast {
        /// The place.
        place: Place,
    },
    /// A receipt that contradicts what it signed before.
    Receipt {
        /// The code of the error that tells how.
        code: Token,
        /// The signed receipt.
        receipt: Bytes,
    },
    /// Its log is not what it showed before.
    Log {
        /// The code that tells how.
        code: Token,
        /// The submission that shows it (C2SP tlog-witness).
        submission: String,
        /// What was told of it, in technical words.
        finding: String,
        /// Entries that were seen here and may be lost there, if it says itself that it was restored.
        at_risk: Option<u64>,
    },
}

impl Concern {
    /// Whether it was raised for this envelope.
    pub(crate) fn is_of(&self, id: Sha256Digest) -> bool {
        match self {
            Self::Fork { other, .. } => *other == id,
            Self::Broken { envelope, .. } | Self::Superseded { envelope, .. } => *envelope == id,
            Self::UnknownPast { .. } | Self::Receipt { .. } | Self::Log { .. } => false,
        }
    }
}

/// An officer has looked into the concern referred to as `accepts`, and accepts how things stand now. Where the
/// counterpart's log was restored, or its messages go on in a life that joins nothing, work goes on from here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CounterpartAccepted {
    /// The agreement.
    pub agreement: Sha256Digest,
    /// Why.
    pub reason: String,
    /// What changes in the inbox.
    pub delta: InboxDelta,
}

/// Where the counterpart's node is reached. Whoever answers there has to have the key that the agreement names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddressSet {
    /// The agreement.
    pub agreement: Sha256Digest,
    /// `host:port`; absent where messages are carried, or the counterpart calls.
    pub address: Option<String>,
}

/// The counterpart's checkpoint was cosigned. The entry is made before the answer leaves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckpointCosigned {
    /// The agreement.
    pub agreement: Sha256Digest,
    /// When the counterpart wrote the sheet with the request.
    pub asked: RecordedTime,
    /// The submission (C2SP tlog-witness).
    pub submission: String,
    /// The [`comity_channel::CosignAnswer`].
    pub answer: Bytes,
}

/// The counterpart cosigned a checkpoint of this node's log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CosignatureReceived {
    /// The agreement.
    pub agreement: Sha256Digest,
    /// The signed checkpoint.
    pub note: String,
    /// The [`comity_channel::CosignAnswer`].
    pub answer: Bytes,
}
