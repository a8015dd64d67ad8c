//! What entries say about time-stamps, and which server an office asks.

use comity_record::cbor::to_canonical;
use comity_record::{Bytes, RecordedTime, Sha256Digest};
use comity_stamp::{
    Anchors, MAX_ANCHORS, MAX_CERTIFICATE_BYTES, MAX_REPLY_BYTES, MAX_REQUEST_BYTES, ReadError, Server,
};
use serde::{Deserialize, Serialize};

use crate::body::Body;
use crate::refusal::{self, Refusal};

/// The time-stamp server that an office asks, and whom it trusts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StampServer {
    /// Where it answers: `http://host:port/path`, or with `https`.
    pub url: String,
    /// The certificates, in DER, of the authorities under which its time-stamps must be.
    pub authorities: Vec<Bytes>,
    /// The certificates above the one that it shows by TLS. None, where it is called by HTTP.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tls_authorities: Vec<Bytes>,
}

impl StampServer {
    /// The digest that speaks for address and authorities.
    pub fn digest(&self) -> Sha256Digest {
        Sha256Digest::of(&to_canonical(self).expect("texts and bytes have a deterministic form"))
    }

    /// Where it answers.
    ///
    /// # Errors
    /// Fails for what is no address.
    pub fn server(&self) -> Result<Server, ReadError> {
        self.url.parse()
    }

    /// Whom its time-stamps are checked by.
    ///
    /// # Errors
    /// Fails for what is no certificate.
    pub fn anchors(&self) -> Result<Anchors, ReadError> {
        Anchors::from_der(bytes(&self.authorities))
    }

    /// The certificates above the one that it shows by TLS.
    pub fn tls_anchors(&self) -> Vec<Vec<u8>> {
        bytes(&self.tls_authorities)
    }

    /// Whether it can stand in an entry. That certificates can be read is asked when it is proposed and not here: what
    /// the library takes for one may change, and the log must be read for ever.
    pub(crate) fn check(&self) -> Result<(), Refusal> {
        let server = self.server().map_err(|error| Refusal::Body(error.to_string()))?;
        if self.authorities.is_empty() || server.is_secure() == self.tls_authorities.is_empty() {
            return Err(Refusal::StampServerAuthorities);
        }
        let all = self.authorities.iter().chain(&self.tls_authorities);
        let large = all.clone().any(|certificate| certificate.as_ref().len() > MAX_CERTIFICATE_BYTES);
        if large || all.count() > MAX_ANCHORS {
            return Err(Refusal::Body(format!("more than {MAX_ANCHORS} certificates, or a larger one")));
        }
        Ok(())
    }
}

fn bytes(all: &[Bytes]) -> Vec<Vec<u8>> {
    all.iter().map(|bytes| bytes.as_ref().to_vec()).collect()
}

/// What a time-stamp is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// The log as it stood: a checkpoint, as it was published. It speaks for every entry of the case until then.
    Checkpoint(String),
    /// An exhibit, which the entry refers to as `exhibit`: the digest of the list of its files, or of what lies in place.
    Exhibit(Sha256Digest),
}

impl Subject {
    /// The digest that is stamped.
    pub fn imprint(&self) -> Sha256Digest {
        match self {
            Self::Checkpoint(note) => Sha256Digest::of(note.as_bytes()),
            Self::Exhibit(digest) => *digest,
        }
    }
}

/// A request, the reply to it, and what that said when it was verified.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StampedToken {
    /// The request (RFC 3161, TimeStampReq), as it was sent.
    pub request: Bytes,
    /// The reply (TimeStampResp), as it was received.
    pub reply: Bytes,
    /// The digest of the [`StampServer`] that gave it.
    pub server: Sha256Digest,
    /// The time that it tells.
    pub time: RecordedTime,
    /// Until when its certificates are valid.
    pub until: RecordedTime,
}

impl StampedToken {
    pub(crate) fn check(&self) -> Result<(), Refusal> {
        let fits = self.request.as_ref().len() <= MAX_REQUEST_BYTES
            && self.reply.as_ref().len() <= MAX_REPLY_BYTES
            && self.time <= self.until;
        if fits { Ok(()) } else { Err(Refusal::Body("not a time-stamp that was taken".to_owned())) }
    }
}

/// A time-stamp was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimestampTaken {
    /// What it is about.
    pub of: Subject,
    /// The time-stamp.
    pub token: StampedToken,
}

/// The node renewed the time-stamp that the entry refers to as `renews`: this one is over the reply that held it. Signed
/// by the node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimestampRenewed {
    /// The time-stamp.
    pub token: StampedToken,
}

impl TimestampTaken {
    pub(crate) fn check(&self) -> Result<(), Refusal> {
        if let Subject::Checkpoint(note) = &self.of {
            refusal::text("checkpoint", note)?;
        }
        self.token.check()
    }
}

impl Body for TimestampTaken {
    const KIND: &'static str = "timestamp.taken";
}

impl Body for TimestampRenewed {
    const KIND: &'static str = "timestamp.renewed";
}

/// Whether the node makes entries of this kind by itself.
pub(crate) fn is_by_node(kind: &str) -> bool {
    kind == TimestampRenewed::KIND
}
