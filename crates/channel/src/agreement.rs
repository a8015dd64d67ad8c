//! The agreement: a memorandum between two offices that a machine can hold both to.

use comity_record::cbor::{self, CborError};
use comity_record::handling::{HandlingCode, Onward, Use};
use comity_record::sign::{self, Purpose, SignError, Signed, SigningKey, VerifyingKey};
use comity_record::{Bytes, Coded, Country, KeyId, OfficeId, Sha256Digest, Token};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::keys::{KeyError, PublishedKey};
use crate::strict;

/// The version of the agreement's form.
pub const AGREEMENT_VERSION: u16 = 1;

/// The longest agreement. Two parties with all keys and lists at their limits stay below it.
pub const MAX_AGREEMENT_BYTES: usize = 128 << 10;

/// The longest list of purposes, kinds, measures, data or states. A memorandum that needs more is two.
pub const MAX_LIST: usize = 64;

/// The most keys that may sign for an office: two persons in each of several roles.
pub const MAX_SIGNERS: usize = 16;

/// The longest life of an agreement: ten years. Keys and laws do not last longer unseen.
pub const MAX_AGREEMENT_DAYS: i64 = 3653;

/// What is wrong with an agreement.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AgreementError {
    /// Not deterministic CBOR of the expected form.
    #[error(transparent)]
    Cbor(#[from] CborError),
    /// A signature is malformed or does not hold.
    #[error(transparent)]
    Sign(#[from] SignError),
    /// A published key is not one.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// More than [`MAX_AGREEMENT_BYTES`].
    #[error("an agreement of {0} bytes is too long")]
    TooLong(usize),
    /// A form that this version does not know.
    #[error("agreement version {0} is not known here")]
    Version(u16),
    /// A field says something that an agreement cannot say.
    #[error("the agreement's {field} is not acceptable: {why}")]
    Field {
        /// Which field.
        field: &'static str,
        /// Why not.
        why: &'static str,
    },
    /// A key that the agreement does not name for that office.
    #[error("key {key} does not sign for {office}")]
    Signer {
        /// The key.
        key: KeyId,
        /// The office for which it was to sign.
        office: OfficeId,
    },
    /// The signature is over another text.
    #[error("the signature of {0} is over another agreement")]
    OtherText(OfficeId),
    /// An office that is not a party.
    #[error("office {0} is not a party to the agreement")]
    NotAParty(OfficeId),
}

/// One of the two offices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// The office.
    pub office: OfficeId,
    /// Its name, as it writes it.
    pub name: String,
    /// Its state.
    pub country: Country,
    /// The authority to which it belongs.
    pub authority: String,
    /// The key of its node: envelopes, receipts and key bundles are signed with it, TLS is pinned to it.
    pub node: VerifyingKey,
    /// The keys that may sign agreements for it.
    pub signers: Vec<VerifyingKey>,
    /// The keys to which envelopes for it are sealed first; later ones come in key bundles.
    pub keys: Vec<PublishedKey>,
}

/// A kind of message that may be sent.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindTerm {
    /// The kind: `request.preservation`, `intelligence.spontaneous`.
    pub kind: Token,
    /// Whether two persons must have approved it before it leaves.
    pub approval: bool,
}

/// The strictest conditions that the parties will honour; information under stricter ones is not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ceiling {
    /// The highest handling code.
    pub code: HandlingCode,
    /// What it may serve as at most: intelligence only, or evidence too.
    #[serde(rename = "use")]
    pub use_as: Use,
    /// How far it may go on at most.
    pub onward: Onward,
}

/// The text of an agreement. The parties stand in the order of their identifiers; lists are sorted and name
/// nothing twice, so that an agreement has one spelling.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// [`AGREEMENT_VERSION`].
    pub v: u16,
    /// The two offices.
    pub parties: [Party; 2],
    /// For exercises only. Exercise and real material never share an agreement.
    pub exercise: bool,
    /// The first day (UTC).
    pub valid_from: Date,
    /// The last day (UTC) on which anything is sent. What was sent by then may arrive later.
    pub valid_until: Date,
    /// For what the information may be used.
    pub purposes: Vec<Token>,
    /// Which messages may be sent.
    pub kinds: Vec<KindTerm>,
    /// Which kinds of data they may hold: `subscriber-data`, `transaction-records`.
    pub data: Vec<Token>,
    /// Which measures may be asked for: `preservation`, `freezing`.
    pub measures: Vec<Token>,
    /// Conditions on use.
    pub ceiling: Ceiling,
    /// The states to which the information may go at all.
    pub recipients: Vec<Country>,
    /// For how many days the recipient may keep it at most.
    pub retain_days: Option<u32>,
    /// Whether the two nodes cosign each other's checkpoints.
    pub cosign: bool,
}

/// The text of an agreement and the signatures of both offices, as it is sent and filed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedAgreement {
    /// The canonical bytes of the [`Agreement`].
    pub text: Bytes,
    /// A COSE_Sign1 over the digest of the text by each party, in the order of the parties.
    pub signatures: [Bytes; 2],
}

/// An agreement on which both signatures hold.
///
/// They hold under the keys that the text itself names. That those keys are the other office's is what two
/// people find out who compare [`Agreed::digest`] by another way, before either files it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreed {
    agreement: Agreement,
    digest: Sha256Digest,
}

/// What each office signs.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Consent {
    agreement: Sha256Digest,
    office: OfficeId,
}

impl Agreement {
    /// Its bytes.
    pub fn to_bytes(&self) -> Result<Vec<u8>, AgreementError> {
        self.check()?;
        let bytes = cbor::to_canonical(self)?;
        if bytes.len() > MAX_AGREEMENT_BYTES {
            return Err(AgreementError::TooLong(bytes.len()));
        }
        Ok(bytes)
    }

    /// Reads the text of an agreement.
    pub fn parse(bytes: &[u8]) -> Result<Self, AgreementError> {
        if bytes.len() > MAX_AGREEMENT_BYTES {
            return Err(AgreementError::TooLong(bytes.len()));
        }
        let agreement: Self = strict::read(bytes)?;
        agreement.check()?;
        Ok(agreement)
    }

    /// The digest that names it.
    pub fn digest(&self) -> Result<Sha256Digest, AgreementError> {
        Ok(strict::digest(&self.to_bytes()?))
    }

    /// Signs it for one of the parties.
    pub fn sign(&self, office: OfficeId, key: &SigningKey) -> Result<Bytes, AgreementError> {
        let party = self.party(office)?;
        if !party.signers.contains(&key.verifying_key()) {
            return Err(AgreementError::Signer { key: key.verifying_key().key_id(), office });
        }
        let consent = Consent { agreement: self.digest()?, office };
        Ok(Bytes(sign::sign(key, Purpose::Agreement, &cbor::to_canonical(&consent)?)))
    }

    /// The key by which a party consented to this text, if the signature is one that [`Agreement::sign`] gives.
    pub fn consent(&self, office: OfficeId, signature: &Bytes) -> Result<VerifyingKey, AgreementError> {
        consent(self.party(office)?, self.digest()?, signature)
    }

    /// A party by its office.
    pub fn party(&self, office: OfficeId) -> Result<&Party, AgreementError> {
        self.parties.iter().find(|party| party.office == office).ok_or(AgreementError::NotAParty(office))
    }

    /// The other party.
    pub fn counterpart(&self, office: OfficeId) -> Result<&Party, AgreementError> {
        self.party(office)?;
        self.parties.iter().find(|party| party.office != office).ok_or(AgreementError::NotAParty(office))
    }

    /// The term for a kind of message.
    pub fn kind(&self, kind: &Token) -> Option<&KindTerm> {
        self.kinds.iter().find(|term| term.kind == *kind)
    }

    fn check(&self) -> Result<(), AgreementError> {
        let refuse = |field, why| Err(AgreementError::Field { field, why });
        if self.v != AGREEMENT_VERSION {
            return Err(AgreementError::Version(self.v));
        }
        if self.parties[0].office >= self.parties[1].office {
            return refuse("parties", "not two offices in the order of their identifiers");
        }
        if self.valid_from > self.valid_until {
            return refuse("validity", "it ends before it begins");
        }
        if strict::day_number(self.valid_until) - strict::day_number(self.valid_from) >= MAX_AGREEMENT_DAYS {
            return refuse("validity", "longer than an agreement may last");
        }
        if self.purposes.is_empty() || !fits(&self.purposes) {
            return refuse("purposes", "empty, too many, not sorted, or one twice");
        }
        if self.kinds.is_empty() || !fits(&self.kinds) {
            return refuse("kinds", "empty, too many, not sorted, or one twice");
        }
        if self.kinds.windows(2).any(|pair| pair[0].kind == pair[1].kind) {
            return refuse("kinds", "one kind with two terms");
        }
        if self.kinds.iter().any(|term| crate::rules::is_service(&term.kind)) {
            return refuse("kinds", "a kind that the channel keeps for itself");
        }
        if !fits(&self.data) {
            return refuse("data", "too many, not sorted, or one twice");
        }
        if !fits(&self.measures) {
            return refuse("measures", "too many, not sorted, or one twice");
        }
        if !fits(&self.recipients) {
            return refuse("recipients", "too many, not sorted, or one twice");
        }
        if self.parties.iter().any(|party| !self.recipients.contains(&party.country)) {
            return refuse("recipients", "the parties' own states are not among them");
        }
        if self.retain_days == Some(0) {
            return refuse("retention", "nothing can be kept for no day");
        }
        self.parties.iter().try_for_each(check_party)?;
        // A key with two owners would let one office speak for the other.
        let mut keys: Vec<_> =
            self.parties.iter().flat_map(|p| p.signers.iter().chain(std::iter::once(&p.node))).collect();
        keys.sort();
        if !strict::is_set(&keys) {
            return refuse("keys", "one key in two places");
        }
        let mut sealing: Vec<_> =
            self.parties.iter().flat_map(|p| p.keys.iter().map(PublishedKey::id)).collect();
        sealing.sort();
        if !strict::is_set(&sealing) {
            return refuse("keys", "one sealing key in two places");
        }
        Ok(())
    }
}

impl SignedAgreement {
    /// Puts a text and its two signatures together, in whatever order they are given, and checks them.
    pub fn assemble(agreement: &Agreement, signatures: [Bytes; 2]) -> Result<Self, AgreementError> {
        let [first, second] = signatures;
        let text = Bytes(agreement.to_bytes()?);
        let straight = Self { text: text.clone(), signatures: [first.clone(), second.clone()] };
        if straight.verify().is_ok() {
            return Ok(straight);
        }
        let crossed = Self { text, signatures: [second, first] };
        crossed.verify()?;
        Ok(crossed)
    }

    /// Its bytes.
    pub fn to_bytes(&self) -> Result<Vec<u8>, AgreementError> {
        Ok(cbor::to_canonical(self)?)
    }

    /// Reads a signed agreement. Nothing is verified.
    pub fn parse(bytes: &[u8]) -> Result<Self, AgreementError> {
        if bytes.len() > MAX_AGREEMENT_BYTES + 1024 {
            return Err(AgreementError::TooLong(bytes.len()));
        }
        Ok(strict::read(bytes)?)
    }

    /// The agreement, if both offices signed exactly this text.
    pub fn verify(&self) -> Result<Agreed, AgreementError> {
        let agreement = Agreement::parse(self.text.as_ref())?;
        let digest = strict::digest(self.text.as_ref());
        for (party, signature) in agreement.parties.iter().zip(&self.signatures) {
            consent(party, digest, signature)?;
        }
        Ok(Agreed { agreement, digest })
    }
}

impl Agreed {
    /// The text.
    pub fn agreement(&self) -> &Agreement {
        &self.agreement
    }

    /// The digest that names it in every envelope and receipt.
    pub fn digest(&self) -> Sha256Digest {
        self.digest
    }
}

/// The key by which a party consented to the text of this digest.
fn consent(party: &Party, digest: Sha256Digest, signature: &Bytes) -> Result<VerifyingKey, AgreementError> {
    let signed = Signed::parse(signature.as_ref())?;
    let key = party.signers.iter().find(|key| key.key_id() == signed.key_id());
    let key = key.ok_or_else(|| AgreementError::Signer { key: signed.key_id(), office: party.office })?;
    let consent: Consent = strict::read(signed.verify(key, Purpose::Agreement)?)?;
    if consent.agreement == digest && consent.office == party.office {
        Ok(*key)
    } else {
        Err(AgreementError::OtherText(party.office))
    }
}

fn fits<T: Ord>(list: &[T]) -> bool {
    list.len() <= MAX_LIST && strict::is_set(list)
}

fn check_party(party: &Party) -> Result<(), AgreementError> {
    let refuse = |field, why| Err(AgreementError::Field { field, why });
    if !strict::is_showable(&party.name) || !strict::is_showable(&party.authority) {
        return refuse("party", "a name that cannot be shown");
    }
    if party.signers.is_empty() || party.signers.len() > MAX_SIGNERS || !strict::is_set(&party.signers) {
        return refuse("signers", "none, too many, not sorted, or one twice");
    }
    crate::keys::check_list(&party.keys)?;
    Ok(())
}

impl Coded for AgreementError {
    fn code(&self) -> &'static str {
        match self {
            Self::Cbor(e) => e.code(),
            Self::Sign(e) => e.code(),
            Self::Key(e) => e.code(),
            Self::TooLong(_) => "channel-agreement-too-long",
            Self::Version(_) => "channel-agreement-version",
            Self::Field { .. } => "channel-agreement-field",
            Self::Signer { .. } => "channel-agreement-signer",
            Self::OtherText(_) => "channel-agreement-other-text",
            Self::NotAParty(_) => "channel-agreement-not-a-party",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Cbor(e) => e.args(),
            Self::Sign(e) => e.args(),
            Self::Key(e) => e.args(),
            Self::TooLong(bytes) => vec![("bytes", bytes.to_string())],
            Self::Version(version) => vec![("version", version.to_string())],
            Self::Field { field, why } => vec![("field", (*field).to_owned()), ("why", (*why).to_owned())],
            Self::Signer { key, office } => vec![("key", key.to_string()), ("office", office.to_string())],
            Self::OtherText(office) | Self::NotAParty(office) => vec![("office", office.to_string())],
        }
    }
}
