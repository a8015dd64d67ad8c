//! Pages, API, the door to other nodes, background work.
//!
//! What is here today: server-rendered pages and a small JSON interface over one [`Casework`], for officers who sign
//! in with office, name and passphrase (every page works without script); the [`door`] to other nodes, which takes
//! bytes from nodes that an agreement names and hands them to the floor above; the delivery of what waits for other
//! nodes ([`deliver`]); and the renewal of time-stamps ([`keep_stamped`]).
//!
//! It decides nothing: each form is one command of `casework`, each page one of its questions, and what the policies
//! refuse is shown as they say it. It holds no text: words come by key from `packs/locales`.
//!
//! Start with [`Server::bind`], then [`Server::run`] until a future of yours says stop. [`Config`] says where, and
//! brings clock and randomness. [`router`] gives the same pages to a test or another server. [`Listening`] takes the
//! address of a node that is still locked, and says so to whoever asks. The [`Gate`] is shared with the command line.
//!
//! ```
//! use std::sync::Arc;
//! use comity_node::{Config, ServeError, check_address};
//! use comity_record::testing::{Counting, Standing};
//!
//! let config = Config::new(Arc::new(Standing::at(1_795_417_200)), Arc::new(Counting::default()));
//! assert!(config.address.ip().is_loopback());
//! // A passphrase must not cross a network in the clear, so no other address is served without TLS.
//! let elsewhere = "192.0.2.1:8443".parse()?;
//! assert!(matches!(check_address(elsewhere), Err(ServeError::NotLoopback(_))));
//! # Ok::<(), std::net::AddrParseError>(())
//! ```
//!
//! Invariants, each held by a test that names it in `tests/`:
//! - an unlocked signing key lives in the table of sessions and nowhere else, and goes with its session;
//! - no request changes anything unless it comes from a page of this node;
//! - pages leave the machine only by TLS;
//! - a request under another name than those of the node is refused (DNS rebinding);
//! - nobody gets past the handshake of the door but the holder of a key that is known, and what one of them does
//!   keeps no other waiting;
//! - no page, address or log line holds a passphrase or a session token;
//! - text that people entered reaches a page only as text, isolated from the direction around it.
//!
//! [`Casework`]: comity_casework::Casework

mod api;
mod attempts;
mod days;
mod delivery;
pub mod door;
mod error;
mod facts;
mod form;
mod gate;
mod guard;
mod locked;
mod log_files;
mod origin;
mod pages;
mod routes;
mod scrubbing;
mod server;
mod sessions;
mod shown;
mod stamping;
mod visit;
mod words;

pub use attempts::{FREE_ATTEMPTS, MAX_ATTEMPTS_A_MINUTE, MAX_DELAY_SECONDS};
pub use days::ONE_DAY;
pub use delivery::{CALL_EVERY, Carrier, ConverseError, MAX_ROUNDS, Told, converse, deliver};
pub use error::{NodeError, ServeError};
pub use form::{MAX_BODY_BYTES, MAX_FIELDS, fuzz_form};
pub use gate::{Attempt, Door, Gate};
pub use guard::{MAX_REQUEST_SECONDS, SECURITY_POLICY};
pub use origin::page_names;
pub use routes::router;
pub use scrubbing::keep_scrubbed;
pub use server::{
    Config, Listening, MAX_CONNECTIONS, MAX_HANDSHAKE_SECONDS, MAX_HEADER_BYTES, MAX_HEADER_SECONDS,
    MAX_HEADERS, Server, Tls, check_address,
};
pub use sessions::{ABSOLUTE_SECONDS, IDLE_SECONDS, MAX_SESSIONS};
pub use stamping::keep_stamped;

/// The codes of every error of this crate; each has a message in `packs/locales`.
pub const CODES: &[&str] = &[
    "node-not-signed-in",
    "node-sign-in-failed",
    "node-too-many-attempts",
    "node-cross-site",
    "node-host",
    "node-not-found",
    "node-method",
    "node-request-too-large",
    "node-request-malformed",
    "node-timeout",
    "node-not-logged-yet",
    "node-page",
    "node-locked",
    "node-not-loopback",
    "node-no-name",
    "node-listen",
    "node-door-path",
    "node-door-method",
    "node-door-length",
    "node-door-too-large",
    "node-door-not-known",
    "node-door-busy",
    "node-door-timed-out",
    "node-door-cut",
    "node-door-answer",
];
