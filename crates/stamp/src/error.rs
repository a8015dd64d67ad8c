//! Why bytes cannot be read, why a time-stamp does not hold, and why nobody can say.

use comity_record::Coded;
use jiff::Timestamp;

/// Why bytes are not what they are said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// There are more bytes than are read.
    #[error("the {part} has more than {limit} bytes")]
    TooLarge {
        /// What was read.
        part: &'static str,
        /// The limit.
        limit: usize,
    },
    /// There are more parts of a kind than are read.
    #[error("there are more than {limit} of the kind {part}")]
    TooMany {
        /// What was counted.
        part: &'static str,
        /// The limit.
        limit: usize,
    },
    /// It is not what the standard asks for, or not written by the distinguished rules.
    #[error("the {part} is malformed")]
    Malformed {
        /// The part that is not.
        part: &'static str,
    },
    /// Nothing in a file is a certificate that can be trusted.
    #[error("there is no certificate of an authority")]
    Anchor,
    /// A text is not the address of a server.
    #[error("an address of a server is http://host:port/path, or https")]
    Address,
}

impl Coded for ReadError {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "stamp-too-large",
            Self::TooMany { .. } => "stamp-too-many",
            Self::Malformed { .. } => "stamp-malformed",
            Self::Anchor => "stamp-anchor",
            Self::Address => "stamp-address",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLarge { part, limit } | Self::TooMany { part, limit } => {
                vec![("part", (*part).to_owned()), ("limit", limit.to_string())]
            }
            Self::Malformed { part } => vec![("part", (*part).to_owned())],
            Self::Anchor | Self::Address => vec![],
        }
    }
}

/// Why a time-stamp does not hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// It cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The authority gave no token (RFC 3161, 2.4.2).
    #[error("the authority refused, with status {status} and failure {failure}")]
    NotGranted {
        /// Its status: 2 is a rejection, 3 waiting.
        status: u32,
        /// The name of the failure, as the standard has it, or `none`.
        failure: &'static str,
    },
    /// It is about another digest.
    #[error("it is about another digest")]
    OtherImprint,
    /// It is the answer to another request.
    #[error("it answers another request")]
    OtherNonce,
    /// A signed attribute is missing, is there twice, or does not say what it must: `content-type`, `message-digest` or
    /// `signing-certificate`.
    #[error("the signed attribute {name} does not hold")]
    Attribute {
        /// Which.
        name: &'static str,
    },
    /// The signature is not by the key of the certificate.
    #[error("the signature does not hold")]
    Signature,
    /// The certificate is not for time-stamps and for nothing else (RFC 3161, 2.3).
    #[error("the certificate is not for time-stamps alone")]
    CertificateUse,
    /// The certificate, or one above it, was not valid at the time of the time-stamp.
    #[error("a certificate was not valid at {time}")]
    CertificateTime {
        /// The time that the time-stamp tells.
        time: Timestamp,
    },
    /// The certificate, or one above it, was revoked before, or because its key was not safe.
    #[error("a certificate was revoked at {at}")]
    Revoked {
        /// When.
        at: Timestamp,
    },
    /// None of the anchors stands above the certificate.
    #[error("no anchor stands above the certificate")]
    NoPath,
    /// The certificates above it do not hold for another reason.
    #[error("the certificates do not hold: {cause}")]
    Chain {
        /// What the library says.
        cause: String,
    },
    /// It was renewed when it could not be checked any more.
    #[error("it ended at {ended} and was renewed at {renewed}")]
    RenewedLate {
        /// When its certificates ended.
        ended: Timestamp,
        /// The time of the next.
        renewed: Timestamp,
    },
    /// It tells an earlier time than the one that it is over.
    #[error("it is over one of {time} and tells {renewed}")]
    RenewedEarly {
        /// The time of the one before.
        time: Timestamp,
        /// The time that it tells.
        renewed: Timestamp,
    },
}

impl Coded for Fault {
    fn code(&self) -> &'static str {
        match self {
            Self::Read(error) => error.code(),
            Self::NotGranted { .. } => "stamp-not-granted",
            Self::OtherImprint => "stamp-other-imprint",
            Self::OtherNonce => "stamp-other-nonce",
            Self::Attribute { .. } => "stamp-attribute",
            Self::Signature => "stamp-signature",
            Self::CertificateUse => "stamp-certificate-use",
            Self::CertificateTime { .. } => "stamp-certificate-time",
            Self::Revoked { .. } => "stamp-revoked",
            Self::NoPath => "stamp-no-path",
            Self::Chain { .. } => "stamp-chain",
            Self::RenewedLate { .. } => "stamp-renewed-late",
            Self::RenewedEarly { .. } => "stamp-renewed-early",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Read(error) => error.args(),
            Self::NotGranted { status, failure } => {
                vec![("status", status.to_string()), ("failure", (*failure).to_owned())]
            }
            Self::Attribute { name } => vec![("name", (*name).to_owned())],
            Self::CertificateTime { time } => vec![("time", time.to_string())],
            Self::Revoked { at } => vec![("at", at.to_string())],
            Self::Chain { cause } => vec![("cause", cause.clone())],
            Self::RenewedLate { ended, renewed } => {
                vec![("ended", ended.to_string()), ("renewed", renewed.to_string())]
            }
            Self::RenewedEarly { time, renewed } => {
                vec![("time", time.to_string()), ("renewed", renewed.to_string())]
            }
            Self::OtherImprint | Self::OtherNonce | Self::Signature | Self::CertificateUse | Self::NoPath => {
                vec![]
            }
        }
    }
}

/// Why it cannot be said whether a time-stamp holds: everything that was checked held, and something was not checked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Undecided {
    /// Nobody is trusted.
    #[error("no anchor was given")]
    NoAnchor,
    /// The certificate of who signed is not with it.
    #[error("the certificate of the signer is not with it")]
    NoCertificate,
    /// Whether a certificate was revoked is not known: no list of its authority was at hand that says so of that time.
    #[error("no revocation list of {authority:?} was at hand for that time")]
    NoRevocationList {
        /// What the authority is called that issued the certificate; empty, where it has no common name.
        authority: String,
    },
    /// An algorithm is not known here, or too weak to say anything.
    #[error("the algorithm {id} is not known")]
    Algorithm {
        /// Its object identifier.
        id: String,
    },
    /// It has an extension that must be understood, and is not.
    #[error("the extension {id} is not known")]
    Extension {
        /// Its object identifier.
        id: String,
    },
}

impl Coded for Undecided {
    fn code(&self) -> &'static str {
        match self {
            Self::NoAnchor => "stamp-no-anchor",
            Self::NoCertificate => "stamp-no-certificate",
            Self::NoRevocationList { .. } => "stamp-no-revocation-list",
            Self::Algorithm { .. } => "stamp-algorithm",
            Self::Extension { .. } => "stamp-extension",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NoAnchor | Self::NoCertificate => vec![],
            Self::NoRevocationList { authority } => vec![("authority", authority.clone())],
            Self::Algorithm { id } | Self::Extension { id } => vec![("id", id.clone())],
        }
    }
}
