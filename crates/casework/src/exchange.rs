//! Agreements with other offices, and the messages under them, as signed entries.
//!
//! Everything that a channel is follows from entries of the office's journal: who agreed on what, which messages wait,
//! which came, which receipts were signed and filed, what was seen of the counterpart's log. An act is made durable
//! first and told to the counterpart then, so that a crash at any instant loses at most an act that is asked for again.
//!
//! - [`PartyCard`], [`Terms`], [`DraftAgreement`]: how two offices come to an agreement, by files that people read.
//! - [`SendWhat`]: a message that leaves a case, allowed by the agreement, approved where it says so.
//! - [`Channel`]: what is known under one agreement; [`Message`]: what was sent and received, for people.
//! - `Casework::exchange`, `compose` and `take_answer`: what two nodes give each other, as bytes that somebody carries.
//!
//! Invariants, each held by a test that names it in `tests/exchange.rs`:
//! - what leaves is allowed by an agreement that two persons filed, and was approved where the agreement says so;
//! - a receipt leaves only after its entry is durable, and stands in the log where it says;
//! - every message is taken once and in order, whatever is lost, doubled or reordered, wherever a node stops;
//! - a letter can be read by those who may, and by nobody else who may read the journal.

mod address;
mod agreement;
mod body;
mod card;
mod channels;
mod compose;
mod cosign;
mod error;
mod fold;
mod messages;
mod runtime;
mod sealing;
mod send;
mod step;
mod take;

pub use address::{AddressError, MAX_ADDRESS};
pub use body::{
    AddressSet, AgreementSigned, CONTENT_FILE, CheckpointCosigned, Concern, ConcernRaised,
    CosignatureReceived, CounterpartAccepted, CounterpartHeard, CounterpartRestored, ENVELOPE_FILE, Found,
    KINDS, KeysPublished, KeysReceived, LETTER_FILE, MessageDrafted, MessageFiled, MessageGivenUp,
    MessageHeld, MessageOpened, MessageQueued, MessageReceived, MessageRefused, MessageSent, MessageTakenUp,
    Noticed, ReceiptFiled, SealingDestroyed, SealingDrawn,
};
pub use card::{CARD_VERSION, CardError, DraftAgreement, MAX_CARD_BYTES, PartyCard, Terms};
pub use channels::{
    Channel, Channels, HeldMessage, MessageFate, OwnKey, Raised, Received, Seen, Sent, SignedText,
};
pub use compose::{Carried, Destination, MAX_EXCHANGE_BYTES, MAX_TURN_BYTES};
pub use error::ExchangeError;
pub use messages::{Message, Way};
pub use sealing::{RENEW_BEFORE_DAYS, SEALING_DAYS};
pub use send::{MessageContent, SendWhat};
pub use take::Progress;

pub(crate) use body::is_by_node;
pub(crate) use fold::{Position, apply, carry_out};
pub(crate) use messages::moved_letters;
pub(crate) use runtime::Runtime;
pub(crate) use step::{Step, check, check_act};

/// Concerns of one counterpart that wait for a person. Further ones are not put on record: who signs more of them than
/// this would else fill our disk.
pub const MAX_OPEN_CONCERNS: usize = 32;
