//! Wallet files by their content: what lies at the beginning of a file is read as far as it goes, whatever the file is called.
//!
//! A format is told by its own structure, not by its first bytes alone: the records of a database, the fields of a message, the
//! keys of an object. No password is tried. Formats that cannot be told from chance, such as bare ciphertext, are none.
//!
//! Formats are as their programs' sources and documentation describe them: Berkeley DB's `db_page.h` and the records of Bitcoin
//! Core, SQLite's *Database File Format*, bitcoinj's and Coinomi's `wallet.proto`, Electrum's storage, the *Web3 Secret Storage
//! Definition*, EIP-2335, Exodus' *secure-container*, Monero's `wallet2`.

mod fields;
mod json;
mod pages;
mod text;
mod vault;

use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::hit::{Class, Value};
use crate::scanner::wide;

pub(crate) use vault::{REACH, find};

/// So much tells which format a file may have.
const BEGIN_BYTES: usize = 64;

/// A wallet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wallet {
    /// The program, or the format that several write.
    pub(crate) format: &'static str,
    pub(crate) class: Class,
    /// Whether its keys need a password, where that can be told.
    pub(crate) is_encrypted: Option<bool>,
}

impl Wallet {
    /// What a hit shows: the format, and as its canonical form whether it is encrypted and the SHA-256 of its bytes, so that a
    /// copy of the same wallet is recognised.
    pub(crate) fn value(self, digest: impl AsRef<[u8]>) -> Value {
        let state = match self.is_encrypted {
            Some(true) => "encrypted:",
            Some(false) => "open:",
            None => "",
        };
        let canonical = format!("{}:{state}{}", self.format, hex::encode(digest));
        Value::Plain { found: self.format.to_owned(), canonical }
    }
}

/// A format that is being read from the front to the back, however the bytes are cut.
trait Format: Send {
    /// Takes the next bytes, and says whether it may be a wallet yet.
    fn take(&mut self, bytes: &[u8]) -> bool;

    /// What it was, now that it ended after so many bytes.
    fn wallet(&mut self, length: u64) -> Option<Wallet>;
}

/// Reads along a file that may be a wallet.
pub(crate) struct Reader {
    begin: Zeroizing<Vec<u8>>,
    state: State,
    length: u64,
}

enum State {
    Begin,
    Reading(Box<dyn Format>, Sha256),
    /// It is none.
    Other,
}

impl Reader {
    pub(crate) fn new() -> Self {
        Self { begin: Zeroizing::default(), state: State::Begin, length: 0 }
    }

    /// Takes the next bytes of the file.
    pub(crate) fn take(&mut self, mut bytes: &[u8]) {
        if matches!(self.state, State::Begin) {
            let missing = (BEGIN_BYTES - self.begin.len()).min(bytes.len());
            let (begin, rest) = bytes.split_at(missing);
            self.begin.extend_from_slice(begin);
            if self.begin.len() < BEGIN_BYTES {
                return;
            }
            self.decide();
            bytes = rest;
        }
        self.read(bytes);
    }

    /// The wallet that ends here, its length, and the digest of its bytes.
    pub(crate) fn end(mut self) -> Option<(Wallet, u64, [u8; 32])> {
        if matches!(self.state, State::Begin) {
            self.decide();
        }
        let State::Reading(mut format, digest) = self.state else { return None };
        Some((format.wallet(self.length)?, self.length, digest.finalize().into()))
    }

    fn decide(&mut self) {
        self.state = match format_of(&self.begin) {
            Some(format) => State::Reading(format, Sha256::new()),
            None => State::Other,
        };
        let begin = std::mem::take(&mut self.begin);
        self.read(&begin);
    }

    fn read(&mut self, bytes: &[u8]) {
        let State::Reading(format, digest) = &mut self.state else { return };
        if format.take(bytes) {
            digest.update(bytes);
            self.length += wide(bytes.len());
        } else {
            self.state = State::Other;
        }
    }
}

/// The format of a file that begins so, if it may be a wallet.
fn format_of(begin: &[u8]) -> Option<Box<dyn Format>> {
    let after_mark = begin.strip_prefix(b"\xef\xbb\xbf").unwrap_or(begin).trim_ascii_start();
    Some(match begin {
        _ if pages::Berkeley::is_at(begin) => Box::new(pages::Berkeley::new(begin)),
        _ if pages::Sqlite::is_at(begin) => Box::new(pages::Sqlite::new(begin)),
        _ if fields::Seco::is_at(begin) => Box::new(fields::Seco::default()),
        _ if fields::is_armory(begin) => Box::new(fields::Armory),
        _ if fields::Message::is_at(begin) => Box::new(fields::Message::new(begin)),
        _ if after_mark.starts_with(b"{") => Box::new(json::Object::default()),
        _ if text::Dump::is_at(begin) => Box::new(text::Dump::of(begin)),
        _ if text::Base64::is_at(begin) => Box::new(text::Base64::default()),
        _ if fields::Monero::is_at(begin) => Box::new(fields::Monero::default()),
        _ => return None,
    })
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// What a file is, and the same whatever the pieces in which it comes.
    pub(crate) fn read(bytes: &[u8]) -> Option<Wallet> {
        let by = |size: usize| {
            let mut reader = Reader::new();
            bytes.chunks(size).for_each(|chunk| reader.take(chunk));
            reader.end().map(|(wallet, length, digest)| {
                assert_eq!((length, digest), (wide(bytes.len()), Sha256::digest(bytes).into()));
                wallet
            })
        };
        let whole = by(bytes.len().max(1));
        assert_eq!([by(1), by(777)], [whole; 2]);
        whole
    }

    #[test]
    fn ordinary_files_are_none() {
        let files: [&[u8]; 12] = [
            b"",
            b"{",
            b"{}",
            b"[]",
            br#"{"name": "a", "version": 3, "crypto": true}"#,
            br#"{"data": "text", "iv": 5, "salt": "x"}"#,
            b"U2FsdGVkX1 is how OpenSSL begins.",
            b"UGF5IHRvIHRoZSB3YWxsZXQgYmVsb3c=",
            b"SECO, a county",
            b"\x0a\x03abc\x10\x05",
            b"SQLite format 3\0",
            &[0x5a; 4000],
        ];
        for file in files {
            assert_eq!(read(file), None, "{:?}", String::from_utf8_lossy(file));
        }
    }

    #[test]
    fn a_hit_names_the_format_the_state_and_the_digest() {
        for (is_encrypted, canonical) in
            [(Some(true), "x:encrypted:ab"), (Some(false), "x:open:ab"), (None, "x:ab")]
        {
            let wallet = Wallet { format: "x", class: Class::WellFormed, is_encrypted };
            let Value::Plain { found, canonical: made } = wallet.value([0xab]) else {
                panic!("it is no secret")
            };
            assert_eq!((found.as_str(), made.as_str()), ("x", canonical));
        }
    }
}
