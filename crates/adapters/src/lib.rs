//! The world outside, as far as a case needs it: what engines see as small traits is fulfilled here, and what the
//! operating system can hold for us is asked of it here.
//!
//! | module | what it gives |
//! | --- | --- |
//! | [`sandbox`] | a child process that may read one input, answer in frames, and nothing else |
//! | [`confine`](mod@confine) | a process that keeps its threads and a few folders, and gives up the rest |
//! | [`world`] | the system's clock and random source behind the traits of `comity_record` |
//! | [`lock`] | the lock that keeps a node's folder to one process |
//! | [`socket`] | the local command socket between the command line and a serving node |
//! | [`passphrase`] | passphrases from a terminal without echo, or from a file |
//! | [`tls`] | certificates of node keys, and configurations of TLS that know keys and no authorities; TLS for pages |
//! | [`delivery`] | HTTPS to one other node: bytes out, bytes back |
//! | [`package_part`] | the path at which a node gives a part of a package |
//! | [`stamp_server`] | time-stamps of RFC 3161 from a server that is named |
//! | [`node_blocks`] | blocks from a running Bitcoin Core node, by REST or JSON-RPC |
//! | [`s3`] | the objects of a vault in storage that speaks the protocol of Amazon S3 |
//! | [`name`] | names and addresses under which a node is reached |
//! | [`patient`] | how long is waited for another place, and a stream that is given up when nothing moves on it |
//! | [`frame`] | the length-framed messages that the sandbox and the socket both speak |
//!
//! It is not a place for decisions: nothing here knows a case, an office or a law. It is not a database either.
//!
//! Start with [`sandbox::Sandbox::run`] on the side that wants something read, and with [`sandbox::child::run`] on
//! the side that reads it. Both are given the same table of tasks:
//!
//! ```
//! use comity_adapters::sandbox::{FrameSink, Input, Limits, Task, TaskError};
//!
//! /// Answers with the number of bytes of its input.
//! fn count(input: &mut Input, _limits: Limits, replies: &mut dyn FrameSink) -> Result<(), TaskError> {
//!     let length = std::io::copy(input, &mut std::io::sink()).map_err(|e| TaskError::input(&e))?;
//!     replies.frame(&length.to_be_bytes())
//! }
//!
//! const TASKS: &[Task] = &[Task { name: "count", codes: &[], args: &[], folders: None, threads: false, run: count }];
//! assert_eq!(TASKS[0].name, "count");
//! ```
//!
//! # Invariants
//! - *A child restricts itself before it reads the first byte of its input, and refuses to read it when less than
//!   the demanded protection is in force.* Held by `the_child_refuses_when_less_than_demanded_is_in_force`.
//! - *Whatever a child does, the parent ends with a coded error and no process is left.* Held by the tests in
//!   `tests/sandbox.rs`, one for each way to misbehave.
//! - *One process holds a node's folder.* Held by `the_lock_of_a_killed_process_is_free_again`.
//! - *Nobody but the same user speaks through the local socket.* Held by `a_peer_of_another_user_is_refused`.
//! - *A connection between nodes is with the holders of two expected keys or it is none.* Held by the tests in
//!   `tests/tls.rs`, one for each way to come with something else.
//! - *What a child printed, and a passphrase, are in no error and no `Debug` output.*
//!
//! The crate has no `unsafe` code of its own; it stands on the safe wrappers of `rustix`, `nix`, `landlock` and
//! `seccompiler`. Linux is the target; on other Unix systems it compiles and runs with less
//! [`Protection`](sandbox::Protection), and says so.

pub mod confine;
pub mod delivery;
mod exchange;
pub mod frame;
pub mod lock;
pub mod name;
pub mod node_blocks;
pub mod package_part;
pub mod passphrase;
pub mod patient;
pub mod s3;
pub mod sandbox;
mod secret_file;
pub mod socket;
pub mod stamp_server;
pub mod tls;
pub mod world;

/// Every code that an error of this crate can have; each has a message and what to do in `packs/locales`.
pub const CODES: &[&str] = &[
    "adapters-delivery-answer-too-large",
    "adapters-delivery-broken",
    "adapters-delivery-handshake",
    "adapters-delivery-not-known",
    "adapters-delivery-refused",
    "adapters-delivery-request-too-large",
    "adapters-delivery-timed-out",
    "adapters-delivery-unreachable",
    "adapters-delivery-wrong-key",
    "adapters-endpoint",
    "adapters-endpoint-credentials",
    "adapters-frame-broken",
    "adapters-frame-cut",
    "adapters-frame-too-large",
    "adapters-lock-held",
    "adapters-lock-unusable",
    "adapters-name",
    "adapters-node-broken",
    "adapters-node-changed",
    "adapters-node-malformed",
    "adapters-node-missing",
    "adapters-node-no-rest",
    "adapters-node-not-let-in",
    "adapters-node-other-block",
    "adapters-node-other-network",
    "adapters-node-refused",
    "adapters-node-timed-out",
    "adapters-node-too-large",
    "adapters-node-too-many-blocks",
    "adapters-node-unreachable",
    "adapters-passphrase-cancelled",
    "adapters-passphrase-different",
    "adapters-passphrase-empty",
    "adapters-passphrase-file-open",
    "adapters-passphrase-no-terminal",
    "adapters-passphrase-not-text",
    "adapters-passphrase-too-long",
    "adapters-passphrase-unreadable",
    "adapters-s3-answer-too-large",
    "adapters-s3-authorities",
    "adapters-s3-broken",
    "adapters-s3-busy",
    "adapters-s3-clock",
    "adapters-s3-credentials-form",
    "adapters-s3-credentials-open",
    "adapters-s3-credentials-unreadable",
    "adapters-s3-denied",
    "adapters-s3-differs",
    "adapters-s3-full",
    "adapters-s3-handshake",
    "adapters-s3-key",
    "adapters-s3-malformed",
    "adapters-s3-no-bucket",
    "adapters-s3-other-node",
    "adapters-s3-refused",
    "adapters-s3-region",
    "adapters-s3-settings",
    "adapters-s3-settings-clear",
    "adapters-s3-settings-credentials",
    "adapters-s3-settings-value",
    "adapters-s3-short",
    "adapters-s3-start",
    "adapters-s3-timed-out",
    "adapters-s3-too-much",
    "adapters-s3-unreachable",
    "adapters-sandbox-broken",
    "adapters-sandbox-cpu-time",
    "adapters-sandbox-crashed",
    "adapters-sandbox-ended-early",
    "adapters-sandbox-forbidden",
    "adapters-sandbox-input-unreadable",
    "adapters-sandbox-input-writable",
    "adapters-sandbox-limit-range",
    "adapters-sandbox-memory",
    "adapters-sandbox-panicked",
    "adapters-sandbox-parameters-too-large",
    "adapters-sandbox-reply-malformed",
    "adapters-sandbox-reply-too-large",
    "adapters-sandbox-start",
    "adapters-sandbox-stopped",
    "adapters-sandbox-timed-out",
    "adapters-sandbox-unknown-task",
    "adapters-sandbox-unprotected",
    "adapters-socket-busy",
    "adapters-socket-foreign-peer",
    "adapters-socket-not-serving",
    "adapters-socket-path-too-long",
    "adapters-socket-protocol",
    "adapters-socket-timed-out",
    "adapters-socket-unanswered",
    "adapters-socket-unusable",
    "adapters-stamp-broken",
    "adapters-stamp-handshake",
    "adapters-stamp-refused",
    "adapters-stamp-timed-out",
    "adapters-stamp-too-large",
    "adapters-stamp-unreachable",
    "adapters-tls-file",
    "adapters-tls-file-open",
    "adapters-tls-key-kind",
    "adapters-tls-no-certificate",
    "adapters-tls-no-key",
    "adapters-tls-other-key",
];
