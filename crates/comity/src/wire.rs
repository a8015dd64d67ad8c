//! What the command line and a serving node say to each other over the local socket.

use std::ffi::OsString;
use std::os::unix::ffi::{OsStrExt as _, OsStringExt as _};
use std::path::{Path, PathBuf};

use comity_record::{Bytes, cbor};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use zeroize::Zeroize as _;

use crate::terminal::Measure;

/// The program, with its version: another one may read the same words in another way.
pub const PROGRAM: &str = concat!("comity ", env!("CARGO_PKG_VERSION"), " 3");

/// A command, to be carried out by the node.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// [`PROGRAM`].
    pub program: String,
    /// The words, written out.
    pub words: Vec<Bytes>,
    /// Whether a person watches, so that progress may be shown.
    pub watched: bool,
    /// Whether standard output is a terminal, so that a secret may be shown.
    pub terminal: bool,
}

/// A part of what the command prints.
#[derive(Serialize, Deserialize)]
pub enum Part {
    /// Goes to standard output.
    Output(Bytes),
    /// Goes to standard error.
    Errors(Bytes),
    /// How far a long command is, and of how much.
    Progress(u64, Measure),
    /// Goes to the terminal, and is forgotten.
    Secret(Bytes),
}

impl Part {
    /// Overwrites a secret.
    pub fn wipe(&mut self) {
        if let Self::Secret(Bytes(bytes)) = self {
            bytes.zeroize();
        }
    }
}

/// What only the terminal of the command line can give.
#[derive(Serialize, Deserialize)]
pub enum Question {
    /// A passphrase, or something like one.
    Secret {
        /// The file that holds it; asked for at the terminal when there is none.
        file: Option<Bytes>,
        /// What is asked.
        prompt: String,
        /// What is asked the second time, when it is chosen now.
        again: Option<String>,
    },
    /// Standard input, of which more than so many bytes are too much.
    Input(u64),
    /// The next bytes of standard input, at most so many; none at its end.
    InputPiece(u64),
}

/// How the command ended.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct End {
    /// The exit code.
    pub code: u8,
}

impl Request {
    /// A request with these words.
    pub fn new(words: &[OsString], watched: bool) -> Self {
        let words = words.iter().map(|word| Bytes(word.as_bytes().to_vec())).collect();
        Self { program: PROGRAM.to_owned(), words, watched, terminal: false }
    }

    /// The words.
    pub fn words(self) -> Vec<OsString> {
        self.words.into_iter().map(|word| OsString::from_vec(word.0)).collect()
    }
}

/// A path as bytes.
pub fn of_path(path: &Path) -> Bytes {
    Bytes(path.as_os_str().as_bytes().to_vec())
}

/// The path of bytes.
pub fn to_path(bytes: Bytes) -> PathBuf {
    OsString::from_vec(bytes.0).into()
}

/// The bytes of what is said.
pub fn bytes<T: Serialize>(said: &T) -> Vec<u8> {
    cbor::to_canonical(said).expect("what is said is small, flat and without floats")
}

/// What was said, if it is something of ours.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    cbor::from_canonical(bytes).ok()
}
