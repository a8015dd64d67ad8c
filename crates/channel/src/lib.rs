//! Agreements, sealed envelopes, receipts and delivery order between two offices.
//!
//! This is an engine of floor 2: it knows no network, no clock, no database and no source of randomness. Bytes come in
//! and go out; who carries them, by HTTPS or on a stick, is not its business, and makes no difference.
//!
//! - [`SignedAgreement`]: a memorandum that both offices signed. [`Rules`] compiles it to Cedar policies that
//!   both ends ask, the sender before sealing and the receiver before showing.
//! - [`Envelope`]: one message, sealed by HPKE (RFC 9180) to a key of the other office and signed by the node.
//!   [`KeyBundle`], [`PeerKeys`] and [`Keyring`] have the keys change.
//! - [`Outbox`] and [`Inbox`]: pure state machines, `(state, input) -> (delta, output)`, that give each message once
//!   and in order, whatever the network drops, doubles and reorders, and whenever a node stops.
//! - [`SignedReceipt`]: what the other office cannot later deny.
//! - [`CosignRequest`]: each node is the witness of the other's log.
//! - [`Sheet`] and [`write_bundle`]: what two nodes give each other in one exchange, by the network or as a file.
//!
//! Start with [`Agreement`], then [`Envelope::seal`]:
//!
//! ```
//! use comity_channel::{
//!     Address, Agreement, Ceiling, Direction, Envelope, Inbox, KindTerm, Keyring, Label, Letter, Outbox, Party,
//!     PeerKeys, Rules, SealingKey, SignedAgreement, Suite,
//! };
//! use comity_record::handling::{Handling, HandlingCode, Onward, Origin, Use};
//! use comity_record::sign::SigningKey;
//! use comity_record::testing::Counting;
//! use comity_record::{Bytes, Entropy, OfficeId};
//! use jiff::civil::Date;
//!
//! // Two offices, each with a node key, a key that signs for the office, and a sealing key.
//! let entropy = Counting::default(); // a test's stand-in; a node takes the system's
//! let (from, until) = ("2026-11-01".parse::<Date>()?, "2027-10-31".parse::<Date>()?);
//! let office = |number: u8, country: &str| -> Result<_, Box<dyn std::error::Error>> {
//!     let (node, signer) = (SigningKey::draw(&entropy), SigningKey::draw(&entropy));
//!     let sealing = SealingKey::draw(&entropy, Suite::PREFERRED, from, until)?;
//!     let party = Party {
//!         office: OfficeId::from_bytes([number; 16]),
//!         name: format!("Exercise office {number}"),
//!         country: country.parse()?,
//!         authority: "Exercise authority".into(),
//!         node: node.verifying_key(),
//!         signers: vec![signer.verifying_key()],
//!         keys: vec![sealing.published().clone()],
//!     };
//!     Ok((party, node, signer, sealing))
//! };
//! let (a, a_node, a_signer, _) = office(1, "KZ")?;
//! let (b, _, b_signer, b_sealing) = office(2, "TJ")?;
//! let (a_id, b_id) = (a.office, b.office);
//!
//! // They agree, both sign, and each compiles the agreement to rules.
//! let text = Agreement {
//!     v: 1,
//!     recipients: vec![a.country, b.country],
//!     parties: [a, b],
//!     exercise: true,
//!     valid_from: from,
//!     valid_until: until,
//!     purposes: vec!["criminal-investigation".parse()?],
//!     kinds: vec![KindTerm { kind: "request.preservation".parse()?, approval: false }],
//!     data: vec!["transaction-records".parse()?],
//!     measures: vec!["preservation".parse()?],
//!     ceiling: Ceiling { code: HandlingCode::H2, use_as: Use::Evidence, onward: Onward::WithConsent },
//!     retain_days: None,
//!     cosign: true,
//! };
//! let signatures = [text.sign(a_id, &a_signer)?, text.sign(b_id, &b_signer)?];
//! let agreed = SignedAgreement::assemble(&text, signatures)?.verify()?;
//! let rules = Rules::compile(&agreed)?;
//!
//! // The sender seals for the next place of its outbox.
//! let mut handling =
//!     Handling::own_work(Origin { country: "KZ".parse()?, authority: "Exercise authority".into() });
//! handling.recipients = vec!["TJ".parse()?];
//! let letter = Letter {
//!     label: Some(Label {
//!         handling,
//!         purpose: "criminal-investigation".parse()?,
//!         measures: vec!["preservation".parse()?],
//!         data: vec![],
//!         approved_by: vec![],
//!         consent: None,
//!     }),
//!     body: Bytes(b"please preserve".to_vec()),
//!     attachments: vec![],
//! };
//! let (place, previous) = Outbox::new(&agreed, a_id, 0)?.next();
//! let day: Date = "2026-11-23".parse()?;
//! let address = Address {
//!     agreed: &agreed,
//!     sender: a_id,
//!     place,
//!     previous,
//!     kind: "request.preservation".parse()?,
//!     act: "2026-11-23T12:00:00+05:00[Asia/Almaty]".parse()?,
//! };
//! let keys = PeerKeys::agreed(&agreed, b_id)?;
//! let sealed = Envelope::seal(address, &letter, keys.choose(day)?, &a_node, &entropy)?;
//! assert!(rules.decide(Direction::Sending, sealed.header(), letter.label.as_ref(), day).allowed);
//!
//! // The receiver verifies, opens, and asks the same rules.
//! let mut keyring = Keyring::new();
//! keyring.add(b_sealing);
//! let arrived = Envelope::verify(sealed.bytes(), &agreed)?;
//! let opened = arrived.open(b_id, &keyring)?;
//! assert!(rules.decide(Direction::Receiving, arrived.header(), opened.label.as_ref(), day).allowed);
//! assert_eq!(opened, letter);
//! assert_eq!(Inbox::new(&agreed, b_id)?.expects(), place);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Invariants, each held by a test that names it:
//! - both ends decide alike on the same message (`both_ends_decide_alike`);
//! - every message is delivered exactly once and in order, and the receipts of both sides agree, under drops,
//!   doubles, reordering, delays, and restarts at any step (`simulator`);
//! - a changed byte of an agreement, envelope, receipt, key bundle or carried bundle is refused (`tamper`);
//! - a counterpart that was restored from a backup is recognised from either side, and what it lost is sent again
//!   (`boxes`, `cosign`, `a_node_restored_from_a_backup_loses_no_message_of_the_other_and_doubles_none`).

mod agreement;
mod bundle;
mod cosign;
mod envelope;
mod inbox;
mod keys;
mod outbox;
mod receipt;
mod rules;
mod sheet;
mod strict;
mod suite;

pub use agreement::{
    AGREEMENT_VERSION, Agreed, Agreement, AgreementError, Ceiling, KindTerm, MAX_AGREEMENT_BYTES,
    MAX_AGREEMENT_DAYS, MAX_LIST, MAX_SIGNERS, Party, SignedAgreement,
};
pub use bundle::{BundleError, MAGIC, MAX_CARRIED_BYTES, MAX_PARTS, Part, read_bundle, write_bundle};
pub use cosign::{
    Answer, COSIGN_VERSION, Concern, CosignAnswer, CosignError, CosignRequest, Judged, log_of, witness_key,
};
pub use envelope::{
    Address, ENVELOPE_VERSION, Envelope, EnvelopeError, Header, Label, Letter, MAX_APPROVERS,
    MAX_ATTACHMENTS, MAX_ENVELOPE_BYTES, MAX_LABEL_LIST, MAX_LETTER_BYTES, Place, SIZE_CLASSES,
};
pub use inbox::{
    Desk, Held, Inbox, InboxDelta, InboxError, InboxHead, InboxInput, InboxOutput, KEPT_TAKEN, MAX_HELD,
    Standing, Taken,
};
pub use keys::{
    BUNDLE_VERSION, GRACE_DAYS, KeyBundle, KeyError, Keyring, MAX_BUNDLE_BYTES, MAX_KEY_DAYS, MAX_KEYS,
    PeerKeys, PublishedKey, SealingKey,
};
pub use outbox::{
    GIVE_UP_AFTER_MS, Heard, Item, KEPT_SETTLED, MAX_HEARD, MAX_RETRY_MS, MIN_RETRY_MS, OpenItem, Outbox,
    OutboxDelta, OutboxError, OutboxHead, OutboxInput, OutboxOutput, ReceiptHead, Status, WINDOW,
};
pub use receipt::{
    Fate, LogPosition, MAX_RECEIPT_BYTES, RECEIPT_VERSION, Receipt, ReceiptError, SignedReceipt,
};
pub use rules::{
    APPROVERS, Direction, KIND_CHECKPOINT, KIND_COSIGNATURE, KIND_KEYS, MAX_DAYS_AHEAD, Rule, Rules,
    SERVICE_KINDS, SERVICE_PREFIX, Verdict,
};
pub use sheet::{Cosigned, Lacks, MAX_SHEET_BYTES, SHEET_VERSION, Sheet, SheetError};
pub use strict::MAX_TEXT_BYTES;
pub use suite::{MAX_PUBLIC_KEY_BYTES, PRIVATE_KEY_BYTES, Suite, UnknownSuite};

/// The codes of every error, rule and concern of this crate; each has a message in `packs/locales`.
pub const CODES: &[&str] = &[
    "channel-agreement-too-long",
    "channel-agreement-version",
    "channel-agreement-field",
    "channel-agreement-signer",
    "channel-agreement-other-text",
    "channel-agreement-not-a-party",
    "channel-keys-too-long",
    "channel-keys-version",
    "channel-keys-not-a-key",
    "channel-keys-days",
    "channel-keys-list",
    "channel-keys-other",
    "channel-keys-superseded",
    "channel-keys-none-in-use",
    "channel-keys-gone",
    "channel-keys-not-in-use",
    "channel-keys-stored",
    "channel-envelope-too-long",
    "channel-envelope-version",
    "channel-envelope-other-agreement",
    "channel-envelope-not-for-us",
    "channel-envelope-does-not-open",
    "channel-envelope-padding",
    "channel-envelope-list",
    "channel-receipt-too-long",
    "channel-receipt-version",
    "channel-receipt-other-agreement",
    "channel-outbox-other-channel",
    "channel-outbox-not-next",
    "channel-outbox-receipt-fork",
    "channel-outbox-receipt-chain",
    "channel-outbox-superseded",
    "channel-outbox-incarnation",
    "channel-outbox-not-given-up",
    "channel-inbox-other-channel",
    "channel-inbox-not-delivered",
    "channel-inbox-incarnation",
    "channel-cosign-version",
    "channel-cosign-not-theirs",
    "channel-log-restored",
    "channel-log-rolled-back",
    "channel-log-rewritten",
    "channel-sheet-too-long",
    "channel-sheet-version",
    "channel-sheet-other-agreement",
    "channel-bundle-magic",
    "channel-bundle-too-long",
    "channel-bundle-too-many",
    "channel-bundle-length",
    "channel-bundle-damaged",
    "channel-bundle-part",
    "channel-rule-agreement",
    "channel-rule-parties",
    "channel-rule-exercise",
    "channel-rule-not-yet-valid",
    "channel-rule-expired",
    "channel-rule-clock",
    "channel-rule-kind",
    "channel-rule-cosign",
    "channel-rule-approval",
    "channel-rule-purpose",
    "channel-rule-measures",
    "channel-rule-data",
    "channel-rule-handling-code",
    "channel-rule-use",
    "channel-rule-onward",
    "channel-rule-consent",
    "channel-rule-recipients",
    "channel-rule-retention",
    "channel-rule-undecided",
];
