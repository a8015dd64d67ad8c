//! Receipts: what the receiver cannot later deny.
//!
//! A receipt names the envelope by its digest, says what became of it and when, where in its own log the receiver
//! put it, and the receipt before it. The receipts of one office to another are a chain: one that is missing shows.

use comity_record::cbor::{self, CborError};
use comity_record::sign::{self, Purpose, SignError, Signed, SigningKey};
use comity_record::{Coded, OfficeId, OfficerId, RecordedTime, Sha256Digest, Token};
use serde::{Deserialize, Serialize};

use crate::agreement::{Agreed, AgreementError};
use crate::envelope::Place;
use crate::strict;

/// The version of a receipt's form.
pub const RECEIPT_VERSION: u16 = 1;

/// The longest receipt. All of its fields are short.
pub const MAX_RECEIPT_BYTES: usize = 2 << 10;

/// What is wrong with a receipt.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReceiptError {
    /// Not deterministic CBOR of the expected form.
    #[error(transparent)]
    Cbor(#[from] CborError),
    /// The signature is malformed or does not hold.
    #[error(transparent)]
    Sign(#[from] SignError),
    /// The offices are not the parties.
    #[error(transparent)]
    Agreement(#[from] AgreementError),
    /// More than [`MAX_RECEIPT_BYTES`].
    #[error("a receipt of {0} bytes is too long")]
    TooLong(usize),
    /// A form that this version does not know.
    #[error("receipt version {0} is not known here")]
    Version(u16),
    /// It is under another agreement.
    #[error("the receipt is under another agreement")]
    OtherAgreement,
}

/// What became of an envelope.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Fate {
    /// The node has it, durably and in order.
    Received,
    /// It was opened, allowed, and shown to this officer for the first time.
    Opened {
        /// The officer.
        by: OfficerId,
    },
    /// It was not taken, by this rule: a term of the agreement, or the code of an error.
    Refused {
        /// The rule.
        rule: Token,
    },
}

/// Where in the receiver's log the receipt's entry stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogPosition {
    /// The life of the log.
    pub incarnation: u32,
    /// The index of the leaf.
    pub index: u64,
}

/// What the receiver signs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// [`RECEIPT_VERSION`].
    pub v: u16,
    /// Under which agreement.
    pub agreement: Sha256Digest,
    /// Who sent the envelope.
    pub sender: OfficeId,
    /// Who received it and signs this.
    pub recipient: OfficeId,
    /// The envelope.
    pub envelope: Sha256Digest,
    /// Its place among the sender's messages.
    pub place: Place,
    /// What became of it.
    pub fate: Fate,
    /// When, as the receiver's node recorded it.
    pub at: RecordedTime,
    /// Where in the receiver's log.
    pub position: LogPosition,
    /// The number of the receipt in the chain, from 0 and on over all lives of the receiver's log.
    pub sequence: u64,
    /// The number with which this life of the log began. A node that was restored from a backup goes on from
    /// the last receipt that the backup knew, and so says itself how many it has forgotten.
    pub life_from: u64,
    /// The digest of the signed receipt before it.
    pub previous: Option<Sha256Digest>,
}

/// A receipt whose signature holds. Only [`SignedReceipt::sign`] and [`SignedReceipt::verify`] make one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedReceipt {
    digest: Sha256Digest,
    bytes: Vec<u8>,
    receipt: Receipt,
}

impl SignedReceipt {
    /// Signs a receipt with the receiver's node key.
    ///
    /// # Errors
    /// None in practice: every field has a deterministic form.
    pub fn sign(receipt: Receipt, node: &SigningKey) -> Result<Self, ReceiptError> {
        let bytes = sign::sign(node, Purpose::Receipt, &cbor::to_canonical(&receipt)?);
        Ok(Self { digest: strict::digest(&bytes), bytes, receipt })
    }

    /// Reads a receipt that the receiver's node signed under this agreement.
    pub fn verify(bytes: &[u8], agreed: &Agreed) -> Result<Self, ReceiptError> {
        if bytes.len() > MAX_RECEIPT_BYTES {
            return Err(ReceiptError::TooLong(bytes.len()));
        }
        let signed = Signed::parse(bytes)?;
        let receipt: Receipt = strict::read(signed.unverified_payload())?;
        if receipt.v != RECEIPT_VERSION {
            return Err(ReceiptError::Version(receipt.v));
        }
        if receipt.agreement != agreed.digest() {
            return Err(ReceiptError::OtherAgreement);
        }
        let signer = agreed.agreement().party(receipt.recipient)?;
        signed.verify(&signer.node, Purpose::Receipt)?;
        if agreed.agreement().counterpart(receipt.recipient)?.office != receipt.sender {
            return Err(AgreementError::NotAParty(receipt.sender).into());
        }
        Ok(Self { digest: strict::digest(bytes), bytes: bytes.to_vec(), receipt })
    }

    /// What names it: SHA-256 of its bytes.
    pub fn digest(&self) -> Sha256Digest {
        self.digest
    }

    /// What is sent and filed.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// What it says.
    pub fn receipt(&self) -> &Receipt {
        &self.receipt
    }
}

impl Coded for ReceiptError {
    fn code(&self) -> &'static str {
        match self {
            Self::Cbor(e) => e.code(),
            Self::Sign(e) => e.code(),
            Self::Agreement(e) => e.code(),
            Self::TooLong(_) => "channel-receipt-too-long",
            Self::Version(_) => "channel-receipt-version",
            Self::OtherAgreement => "channel-receipt-other-agreement",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Cbor(e) => e.args(),
            Self::Sign(e) => e.args(),
            Self::Agreement(e) => e.args(),
            Self::TooLong(bytes) => vec![("bytes", bytes.to_string())],
            Self::Version(version) => vec![("version", version.to_string())],
            Self::OtherAgreement => vec![],
        }
    }
}
