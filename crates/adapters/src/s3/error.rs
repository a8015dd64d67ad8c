//! What can go wrong with a store.

use std::io;
use std::path::PathBuf;

use comity_record::Coded;

use super::answer::{AnswerError, Said};
use super::credentials::CredentialsError;
use super::settings::SettingsError;

/// Why a store did not do what it was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum S3Error {
    /// The settings.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The access key.
    #[error(transparent)]
    Credentials(#[from] CredentialsError),
    /// No certificates can be had from a file, or the system has none where they are looked for.
    #[error("no certificates can be read from {}", path.display())]
    Authorities {
        /// The file.
        path: PathBuf,
        /// What the system or the library says.
        cause: String,
    },
    /// The threads for connections cannot be made.
    #[error("the connection to {server} cannot be begun")]
    Start {
        /// Where.
        server: String,
        /// What the system says.
        source: io::Error,
    },
    /// The name has no address, or nothing answers there.
    #[error("{server} cannot be reached")]
    Unreachable {
        /// Where.
        server: String,
        /// What the system says of the last address.
        cause: String,
    },
    /// No secure connection could be made: the certificate is not under one that is trusted, say.
    #[error("no secure connection to {server}: {cause}")]
    Handshake {
        /// Where.
        server: String,
        /// What the library says.
        cause: String,
    },
    /// Something took too long.
    #[error("{server} took too long")]
    TimedOut {
        /// Where.
        server: String,
    },
    /// The connection ended in the middle.
    #[error("the connection to {server} ended in the middle: {cause}")]
    Broken {
        /// Where.
        server: String,
        /// What the library says.
        cause: String,
    },
    /// An answer with more bytes than it can have.
    #[error("an answer of {server} has more than {limit} bytes")]
    TooLarge {
        /// Where.
        server: String,
        /// The most that it can have.
        limit: usize,
    },
    /// What answers is no store, or an answer is not one to what was asked.
    #[error("{server} answered with something else than was asked for: {cause}")]
    Malformed {
        /// Where.
        server: String,
        /// What is wrong with it.
        cause: String,
    },
    /// The server does not know the access key, or has another secret for it.
    #[error("{server} does not take the access key")]
    Key {
        /// Where.
        server: String,
        /// The code of the server.
        said: String,
    },
    /// The access key may not do this.
    #[error("{server} does not let the access key do this in the bucket {bucket}")]
    Denied {
        /// Where.
        server: String,
        /// The bucket.
        bucket: String,
    },
    /// There is no such bucket.
    #[error("{server} has no bucket {bucket}")]
    NoBucket {
        /// Where.
        server: String,
        /// The bucket.
        bucket: String,
    },
    /// The clocks differ by too much.
    #[error("the clock of this machine is not that of {server}")]
    Clock {
        /// Where.
        server: String,
    },
    /// The bucket is in another region.
    #[error("the bucket {bucket} of {server} is not in the region {region}")]
    Region {
        /// Where.
        server: String,
        /// The bucket.
        bucket: String,
        /// The region of the settings.
        region: String,
    },
    /// The server was too busy, or broken, each time that it was asked.
    #[error("{server} was busy each time that it was asked")]
    Busy {
        /// Where.
        server: String,
        /// The status of HTTP.
        status: u16,
    },
    /// The server has no room for more.
    #[error("{server} has no room for more")]
    Full {
        /// Where.
        server: String,
    },
    /// The server refuses.
    #[error("{server} answered with status {status}: {said}")]
    Refused {
        /// Where.
        server: String,
        /// The status of HTTP.
        status: u16,
        /// The code and the words of the server.
        said: String,
    },
    /// The bucket is another node's, below the prefix.
    #[error("{key} of {server} says that this is the vault of the node {owner}")]
    OtherNode {
        /// Where.
        server: String,
        /// The key of the object that says so.
        key: String,
        /// The other node.
        owner: String,
    },
    /// What the server has is not what it was given.
    #[error("{server} keeps other bytes under {key} than it was given")]
    Differs {
        /// Where.
        server: String,
        /// The key of the object.
        key: String,
    },
    /// The object is gone, or ends early.
    #[error("{server} gives no bytes from {offset} of {key}")]
    Short {
        /// Where.
        server: String,
        /// The key of the object.
        key: String,
        /// From where it was read.
        offset: u64,
    },
    /// More than the most parts of the largest size.
    #[error("{key} has {bytes} bytes, more than a store takes")]
    TooMuch {
        /// The key of the object.
        key: String,
        /// Its size.
        bytes: u64,
    },
}

impl S3Error {
    /// What an answer that is no success comes to.
    pub(super) fn of_answer(at: &At<'_>, status: u16, said: Option<Said>) -> Self {
        let (server, bucket) = (at.server.to_owned(), at.bucket.to_owned());
        let Said { code, message } = said.unwrap_or_default();
        match (code.as_str(), status) {
            ("InvalidAccessKeyId" | "SignatureDoesNotMatch" | "InvalidToken" | "ExpiredToken", _) => {
                Self::Key { server, said: code }
            }
            ("RequestTimeTooSkewed", _) => Self::Clock { server },
            ("NoSuchBucket", _) => Self::NoBucket { server, bucket },
            (
                "AuthorizationHeaderMalformed" | "PermanentRedirect" | "IllegalLocationConstraintException",
                _,
            )
            | (_, 301 | 307) => Self::Region { server, bucket, region: at.region.to_owned() },
            ("QuotaExceeded" | "XMinioStorageFull" | "EntityTooLarge", _) | (_, 507) => Self::Full { server },
            ("AccessDenied" | "AllAccessDisabled", _) | ("", 401 | 403) => Self::Denied { server, bucket },
            (_, 429 | 500..=599) => Self::Busy { server, status },
            _ => Self::Refused { server, status, said: format!("{code} {message}").trim().to_owned() },
        }
    }

    pub(super) fn malformed(server: &str, error: &AnswerError) -> Self {
        Self::Malformed { server: server.to_owned(), cause: error.to_string() }
    }
}

/// Who was asked, for errors.
pub(super) struct At<'a> {
    pub(super) server: &'a str,
    pub(super) bucket: &'a str,
    pub(super) region: &'a str,
}

impl Coded for S3Error {
    fn code(&self) -> &'static str {
        match self {
            Self::Settings(error) => error.code(),
            Self::Credentials(error) => error.code(),
            Self::Authorities { .. } => "adapters-s3-authorities",
            Self::Start { .. } => "adapters-s3-start",
            Self::Unreachable { .. } => "adapters-s3-unreachable",
            Self::Handshake { .. } => "adapters-s3-handshake",
            Self::TimedOut { .. } => "adapters-s3-timed-out",
            Self::Broken { .. } => "adapters-s3-broken",
            Self::TooLarge { .. } => "adapters-s3-answer-too-large",
            Self::Malformed { .. } => "adapters-s3-malformed",
            Self::Key { .. } => "adapters-s3-key",
            Self::Denied { .. } => "adapters-s3-denied",
            Self::NoBucket { .. } => "adapters-s3-no-bucket",
            Self::Clock { .. } => "adapters-s3-clock",
            Self::Region { .. } => "adapters-s3-region",
            Self::Busy { .. } => "adapters-s3-busy",
            Self::Full { .. } => "adapters-s3-full",
            Self::Refused { .. } => "adapters-s3-refused",
            Self::OtherNode { .. } => "adapters-s3-other-node",
            Self::Differs { .. } => "adapters-s3-differs",
            Self::Short { .. } => "adapters-s3-short",
            Self::TooMuch { .. } => "adapters-s3-too-much",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        let (server, mut more) = match self {
            Self::Settings(error) => return error.args(),
            Self::Credentials(error) => return error.args(),
            Self::Authorities { path, cause } => {
                return vec![("path", path.display().to_string()), ("cause", cause.clone())];
            }
            Self::TooMuch { key, bytes } => return vec![("name", key.clone()), ("bytes", bytes.to_string())],
            Self::Start { server, source } => (server, vec![("cause", source.to_string())]),
            Self::Unreachable { server, cause }
            | Self::Handshake { server, cause }
            | Self::Broken { server, cause }
            | Self::Malformed { server, cause } => (server, vec![("cause", cause.clone())]),
            Self::TooLarge { server, limit } => (server, vec![("limit", limit.to_string())]),
            Self::Key { server, said } => (server, vec![("cause", said.clone())]),
            Self::Denied { server, bucket } | Self::NoBucket { server, bucket } => {
                (server, vec![("bucket", bucket.clone())])
            }
            Self::Region { server, bucket, region } => {
                (server, vec![("bucket", bucket.clone()), ("region", region.clone())])
            }
            Self::TimedOut { server } | Self::Clock { server } | Self::Full { server } => (server, vec![]),
            Self::Busy { server, status } => (server, vec![("status", status.to_string())]),
            Self::Refused { server, status, said } => {
                (server, vec![("status", status.to_string()), ("cause", said.clone())])
            }
            Self::OtherNode { server, key, owner } => {
                (server, vec![("name", key.clone()), ("node", owner.clone())])
            }
            Self::Differs { server, key } => (server, vec![("name", key.clone())]),
            Self::Short { server, key, offset } => {
                (server, vec![("name", key.clone()), ("offset", offset.to_string())])
            }
        };
        more.insert(0, ("server", server.clone()));
        more
    }
}
