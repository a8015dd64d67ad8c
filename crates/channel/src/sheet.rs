//! The sheet: what a node says of itself when it exchanges with another, in front of all else that it sends.
//!
//! It says where the sender's inbox stands, which receipts it lacks, which keys of the other it knows, and asks for
//! a cosignature or gives one. The node signs it, so that it is worth the same by the network and on a stick.
//!
//! An old sheet that comes late does no harm: a standing of a life that was heard of changes nothing, and a request
//! to cosign that is not later than the last one is passed over ([`Sheet::at`]).

use comity_record::cbor::{self, CborError};
use comity_record::sign::{self, Purpose, SignError, Signed, SigningKey};
use comity_record::{Bytes, Coded, OfficeId, RecordedTime, Sha256Digest};
use serde::{Deserialize, Serialize};

use crate::agreement::{Agreed, AgreementError};
use crate::inbox::Standing;
use crate::strict;

/// The version of a sheet's form.
pub const SHEET_VERSION: u16 = 1;

/// The longest signed sheet: two notes with all signatures and proofs that they may have, with room for the rest.
pub const MAX_SHEET_BYTES: usize =
    comity_journal::MAX_SUBMISSION_BYTES + comity_journal::MAX_NOTE_BYTES + (8 << 10);

/// What is wrong with a sheet.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SheetError {
    /// Not deterministic CBOR of the expected form.
    #[error(transparent)]
    Cbor(#[from] CborError),
    /// The signature is malformed or does not hold.
    #[error(transparent)]
    Sign(#[from] SignError),
    /// The office is not a party.
    #[error(transparent)]
    Agreement(#[from] AgreementError),
    /// More than [`MAX_SHEET_BYTES`].
    #[error("a sheet of {0} bytes is too long")]
    TooLong(usize),
    /// A form that this version does not know.
    #[error("sheet version {0} is not known here")]
    Version(u16),
    /// It is under another agreement.
    #[error("the sheet is under another agreement")]
    OtherAgreement,
}

/// What a node says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// [`SHEET_VERSION`].
    pub v: u16,
    /// Under which agreement.
    pub agreement: Sha256Digest,
    /// Which office speaks.
    pub office: OfficeId,
    /// When it was written. Of two sheets of a node, the later one shows the longer log.
    pub at: RecordedTime,
    /// Where its inbox stands.
    pub standing: Standing,
    /// From where on it lacks the other's receipts.
    pub lacks: Lacks,
    /// The number of the last key bundle of the other that it has accepted, 0 for the agreement's own keys.
    pub keys: u32,
    /// Asks for a cosignature: a [`crate::CosignRequest`].
    pub cosign: Option<Bytes>,
    /// Answers the other's request for one.
    pub cosigned: Option<Cosigned>,
}

/// From where on receipts are missing. Those of this life from this number on are wanted, and those of later lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lacks {
    /// The life of the other's log at the last receipt that is known.
    pub incarnation: u32,
    /// The first number that is missing.
    pub from: u64,
}

/// The answer to a request to cosign, with what it answers: the one who asked need not remember.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cosigned {
    /// The signed checkpoint that was sent.
    pub note: String,
    /// A [`crate::CosignAnswer`].
    pub answer: Bytes,
}

impl Sheet {
    /// Signs it with the node's key.
    pub fn sign(&self, node: &SigningKey) -> Result<Vec<u8>, SheetError> {
        let bytes = sign::sign(node, Purpose::Exchange, &cbor::to_canonical(self)?);
        if bytes.len() > MAX_SHEET_BYTES {
            return Err(SheetError::TooLong(bytes.len()));
        }
        Ok(bytes)
    }

    /// Reads a sheet, unverified: to find out under which agreement to verify it.
    pub fn peek(bytes: &[u8]) -> Result<Self, SheetError> {
        Ok(read(bytes)?.1)
    }

    /// Reads a sheet that a party's node signed under this agreement.
    pub fn open(bytes: &[u8], agreed: &Agreed) -> Result<Self, SheetError> {
        let (signed, sheet) = read(bytes)?;
        if sheet.agreement != agreed.digest() {
            return Err(SheetError::OtherAgreement);
        }
        signed.verify(&agreed.agreement().party(sheet.office)?.node, Purpose::Exchange)?;
        Ok(sheet)
    }
}

fn read(bytes: &[u8]) -> Result<(Signed, Sheet), SheetError> {
    if bytes.len() > MAX_SHEET_BYTES {
        return Err(SheetError::TooLong(bytes.len()));
    }
    let signed = Signed::parse(bytes)?;
    let sheet: Sheet = strict::read(signed.unverified_payload())?;
    if sheet.v != SHEET_VERSION {
        return Err(SheetError::Version(sheet.v));
    }
    Ok((signed, sheet))
}

impl Coded for SheetError {
    fn code(&self) -> &'static str {
        match self {
            Self::Cbor(e) => e.code(),
            Self::Sign(e) => e.code(),
            Self::Agreement(e) => e.code(),
            Self::TooLong(_) => "channel-sheet-too-long",
            Self::Version(_) => "channel-sheet-version",
            Self::OtherAgreement => "channel-sheet-other-agreement",
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
