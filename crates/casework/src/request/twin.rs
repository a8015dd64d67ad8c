//! What the node signs over the machine-readable twin of a request.

use comity_record::cbor::{from_canonical, to_canonical};
use comity_record::sign::{Purpose, Signed, SigningKey, VerifyingKey, sign};
use comity_record::{Country, KeyId, OfficeId, Sha256Digest};
use serde::{Deserialize, Serialize};

use super::error::RequestError;

/// The version of [`TwinRecord`].
pub const TWIN_RECORD_VERSION: u16 = 1;
/// The media type of a signed object (RFC 9052, section 2).
pub const COSE_TYPE: &str = "application/cose; cose-type=\"cose-sign1\"";

/// What the node of the requesting office signs, beside the twin ([`Purpose::Twin`]): which bytes, and whose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TwinRecord {
    /// [`TWIN_RECORD_VERSION`].
    pub v: u16,
    /// SHA-256 of the twin's bytes.
    pub twin: Sha256Digest,
    /// The digest of the version that was approved and issued.
    pub version: Sha256Digest,
    /// The office that issued it.
    pub office: OfficeId,
    /// Its state.
    pub country: Country,
    /// Its authority.
    pub authority: String,
    /// The number of its outgoing register.
    pub register_number: String,
}

impl TwinRecord {
    /// Signs the record.
    ///
    /// # Errors
    /// Fails only for texts beyond the limits of canonical CBOR.
    pub(crate) fn sign(&self, key: &SigningKey) -> Result<Vec<u8>, comity_record::cbor::CborError> {
        Ok(sign(key, Purpose::Twin, &to_canonical(self)?))
    }

    /// Reads the record beside a twin, if `key` signed it over exactly these bytes.
    ///
    /// # Errors
    /// Fails for another key, purpose, version or twin.
    pub fn verify(signature: &[u8], key: &VerifyingKey, twin: &[u8]) -> Result<Self, RequestError> {
        let signed = Signed::parse(signature)?;
        let record: Self =
            from_canonical(signed.verify(key, Purpose::Twin)?).map_err(|_| RequestError::SignatureOther)?;
        if record.v != TWIN_RECORD_VERSION || record.twin != Sha256Digest::of(twin) {
            return Err(RequestError::SignatureOther);
        }
        Ok(record)
    }

    /// The key that claims to have signed, so that a person can look for it in an agreement.
    ///
    /// # Errors
    /// Fails for bytes that are no signed object.
    pub fn claimed_key(signature: &[u8]) -> Result<KeyId, RequestError> {
        Ok(Signed::parse(signature)?.key_id())
    }
}
