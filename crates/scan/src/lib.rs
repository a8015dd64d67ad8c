//! Finds what turns a case in plain bytes: addresses of twelve ledgers, private and extended keys, recovery phrases, what
//! looks like a transaction, mailboxes, web addresses, domains, onion services, IP addresses, telephone numbers, names at
//! messengers, bank accounts, payment cards, keys and messages of OpenPGP, and files in which programs keep wallets, each with
//! its place.
//!
//! This crate reads bytes from anything that implements [`std::io::Read`], or takes them chunk by chunk, and
//! hands out a [`Hit`] for each address whose checksum, if it has one, is right, and for each recovery phrase of BIP39 (in
//! twelve languages), Electrum or Monero whose checksum is right. It needs the same small memory for a note and for a disk image.
//!
//! Text is searched in character sets that are compatible with ASCII, and in UTF-16 where a file begins with its byte
//! order mark (there only what is ASCII is found); offsets and lengths count bytes of the file in both.
//!
//! It is not a decoder: archives, transfer encodings and other character sets are not opened, and it knows no case, no
//! database and no network. It does not judge what a hit means.
//!
//! Start with [`Scanner`]; [`files`] walks files and folders; [`Stream`] is for a caller that already reads
//! the bytes for another purpose, such as hashing them. Whole texts that somebody says are an address, an account number
//! or a domain are read by [`Ledger`] and [`syntax`].
//!
//! ```
//! use comity_scan::{Kind, Scanner};
//!
//! let note = "Pay to mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn, or else.";
//! let hits = Scanner::new().scan_bytes(note.as_bytes());
//! assert_eq!(hits.len(), 1);
//! assert_eq!(hits[0].kind, Kind::BitcoinAddress);
//! assert_eq!((hits[0].offset, hits[0].length), (7, 34));
//! ```
//!
//! # Invariants
//!
//! - *Invariant:* the same bytes give the same hits in the same order, however they are cut into chunks and
//!   whatever the size of the window (`stream::tests::any_window_and_any_chunks_give_the_same_hits`).
//! - *Invariant:* a hit of class [`Class::Verified`] has a right checksum
//!   (`tests::labels::every_valid_bitcoin_address_and_nothing_else`,
//!   `tests::labels::every_valid_address_of_every_ledger_and_nothing_else`).
//! - *Invariant:* a secret is in no output: not in the value, not in the canonical form, not in the context
//!   of a neighbouring hit, not in `Debug` (`tests::secrets::no_output_holds_a_word_of_a_phrase`,
//!   `tests::masking::no_line_shows_a_secret_however_it_is_written`). Only [`Secret::reveal`] gives it out.
//! - *Invariant:* memory does not grow with the input ([`stream::WINDOW_BYTES`]).

mod address;
mod classes;
mod contact;
mod context;
pub mod files;
mod hit;
mod mask;
mod phrase;
mod scanner;
mod secret;
pub mod stream;
pub mod syntax;
mod utf16;
mod wallet;

pub use address::{Address, Ledger};
pub use hit::{Class, Context, Decoder, Hit, Kind, KindError, Network, Value};
pub use mask::masked;
pub use scanner::Scanner;
pub use secret::{Fingerprint, FingerprintKey, MASK, Secret};
pub use stream::{ScanError, Stream, Summary};

/// Every code that an error of this crate can carry.
pub const CODES: &[&str] = &[
    "scan-file-unreadable",
    "scan-folder-unreadable",
    "scan-kind-unknown",
    "scan-not-a-file",
    "scan-read-failed",
];
