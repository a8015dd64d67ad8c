//! Objects of a vault in storage that speaks the protocol of Amazon S3: MinIO, Ceph, Garage, SeaweedFS, AWS.
//!
//! What lies there is sealed, under names that say nothing; the server can lose it, and can show how much there is and
//! when it came, but can neither read it nor put something else in its place unnoticed. TLS and the access key keep
//! others from removing it. One bucket and prefix are one node's, whose name is written there: it sweeps what no entry speaks
//! of, and gives up the uploads that it did not end.
//!
//! - Nothing is replaced: a put carries `If-None-Match: *`. Servers that do not know the condition are first asked whether
//!   something has the key; there, two processes at once could overwrite, which the lock on a node's folder rules out.
//! - An object is called stored when the server has told its size and the SHA-256 that it keeps, or was read back.
//! - Every request is signed with all its headers and the SHA-256 of its body, and may be sent twice: again after no
//!   answer, status 429 and 5xx, with growing pauses and a limit ([`Persistence`]).
//!
//! The protocol is spoken here over `hyper`, of which one method of signing, ten requests and five answers are needed.
//! Start with [`Settings::read`] and [`S3Store::open`].

pub mod answer;
mod client;
mod credentials;
mod error;
mod http;
mod settings;
mod sign;
mod store;

pub use credentials::{Credentials, CredentialsError, MAX_CREDENTIALS_BYTES};
pub use error::S3Error;
pub use http::Persistence;
pub use settings::{MAX_PREFIX, MAX_SETTINGS_BYTES, Place, Settings, SettingsError};
pub use store::{EMPTY_PAGES_MAX, S3Store};
