//! Passphrases: from a terminal without echo, or from a file or stream for scripts; never from the argument list or
//! the environment, which other processes can read.
//!
//! The same passphrase typed on two keyboards must be the same bytes, also in Persian or Russian. So a passphrase is
//! brought into the form of the OpaqueString profile of RFC 8265 §4.2.2: spaces of every kind become the plain space,
//! and characters are composed (Unicode normalisation form C). Case and width stay.
//!
//! How strong a passphrase has to be is a policy and is not decided here.

mod terminal;

use std::fmt;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use comity_record::Coded;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::secret_file::{self, Unfit};

/// The longest passphrase: several times what anybody types, and little enough to be read in one go.
pub const MAX_PASSPHRASE_BYTES: usize = 1024;

/// A passphrase, wiped from memory when dropped. It has no `Clone`, and its `Debug` says nothing about it.
pub struct Passphrase(Zeroizing<String>);

/// Why there is no passphrase.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PassphraseError {
    /// Nobody sits at a terminal.
    #[error("there is no terminal to ask for the passphrase")]
    NoTerminal {
        /// What the system said.
        source: io::Error,
    },
    /// The person stopped the question.
    #[error("the passphrase was not entered")]
    Cancelled,
    /// Nothing, or spaces only.
    #[error("the passphrase is empty")]
    Empty,
    /// More than [`MAX_PASSPHRASE_BYTES`].
    #[error("the passphrase is longer than {MAX_PASSPHRASE_BYTES} bytes")]
    TooLong,
    /// Not UTF-8, or with control characters in it.
    #[error("the passphrase is not text")]
    NotText,
    /// The second time was not the same as the first.
    #[error("the two passphrases differ")]
    Different,
    /// The file or stream cannot be read.
    #[error("the passphrase cannot be read{}", path.as_ref().map(|p| format!(" from {}", p.display())).unwrap_or_default())]
    Unreadable {
        /// The file, if it is one.
        path: Option<PathBuf>,
        /// What the system said.
        source: io::Error,
    },
    /// Everybody on the machine may read the file.
    #[error("every user may read {}", path.display())]
    FileOpen {
        /// The file.
        path: PathBuf,
    },
}

impl Coded for PassphraseError {
    fn code(&self) -> &'static str {
        match self {
            Self::NoTerminal { .. } => "adapters-passphrase-no-terminal",
            Self::Cancelled => "adapters-passphrase-cancelled",
            Self::Empty => "adapters-passphrase-empty",
            Self::TooLong => "adapters-passphrase-too-long",
            Self::NotText => "adapters-passphrase-not-text",
            Self::Different => "adapters-passphrase-different",
            Self::Unreadable { .. } => "adapters-passphrase-unreadable",
            Self::FileOpen { .. } => "adapters-passphrase-file-open",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NoTerminal { source } => vec![("cause", source.to_string())],
            Self::TooLong => vec![("limit", MAX_PASSPHRASE_BYTES.to_string())],
            Self::Unreadable { path, source } => vec![
                ("path", path.as_ref().map(|p| p.display().to_string()).unwrap_or_default()),
                ("cause", source.to_string()),
            ],
            Self::FileOpen { path } => vec![("path", path.display().to_string())],
            Self::Cancelled | Self::Empty | Self::NotText | Self::Different => Vec::new(),
        }
    }
}

impl Passphrase {
    /// Asks at the terminal of this process, without echo. `prompt` comes from the message catalogue.
    ///
    /// # Errors
    /// Fails without a terminal, when the person stops it, or for what is no passphrase.
    pub fn ask(prompt: &str) -> Result<Self, PassphraseError> {
        let tty = terminal::open()?;
        Self::from_bytes(&terminal::read_hidden(&tty, prompt)?)
    }

    /// Asks twice for a passphrase that is new, since a slip would lock its owner out.
    ///
    /// # Errors
    /// As [`ask`](Self::ask), and when the two differ.
    pub fn ask_new(prompt: &str, again: &str) -> Result<Self, PassphraseError> {
        let first = Self::ask(prompt)?;
        let second = Self::ask(again)?;
        if first.0 == second.0 { Ok(first) } else { Err(PassphraseError::Different) }
    }

    /// Reads the file of `--passphrase-file`; one line end at its end is not part of the passphrase.
    ///
    /// # Errors
    /// Fails when the file cannot be read, when every user may read it, or for what is no passphrase.
    pub fn from_file(path: &Path) -> Result<Self, PassphraseError> {
        let mut file = secret_file::open(path).map_err(|unfit| match unfit {
            Unfit::Unreadable(source) => PassphraseError::Unreadable { path: Some(path.to_owned()), source },
            Unfit::Open => PassphraseError::FileOpen { path: path.to_owned() },
        })?;
        Self::read(&mut file, Some(path))
    }

    /// Reads a stream to its end: standard input, or a descriptor that a supervisor handed over.
    ///
    /// # Errors
    /// As [`from_file`](Self::from_file), but for the mode.
    pub fn from_reader(reader: &mut dyn Read) -> Result<Self, PassphraseError> {
        Self::read(reader, None)
    }

    /// Takes bytes that are a passphrase already, as from a sign-in page, and brings them into the one form.
    ///
    /// # Errors
    /// Fails for bytes that are no passphrase.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PassphraseError> {
        if bytes.len() > MAX_PASSPHRASE_BYTES {
            return Err(PassphraseError::TooLong);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| PassphraseError::NotText)?;
        // Composing makes UTF-8 at most three times as long (U+1D160 becomes three characters as long as itself; the
        // Unicode FAQ on normalisation gives this as the most), so the text never moves and leaves no copy behind.
        let mut prepared = Zeroizing::new(String::with_capacity(3 * bytes.len()));
        let plain_space = |c: char| if c.is_whitespace() && !c.is_control() { ' ' } else { c };
        prepared.extend(text.chars().map(plain_space).nfc());
        if prepared.chars().any(char::is_control) {
            return Err(PassphraseError::NotText);
        }
        if prepared.trim().is_empty() {
            return Err(PassphraseError::Empty);
        }
        Ok(Self(prepared))
    }

    /// The bytes, for the function that derives a key from them.
    pub fn expose(&self) -> &[u8] {
        self.0.as_bytes()
    }

    fn read(reader: &mut dyn Read, path: Option<&Path>) -> Result<Self, PassphraseError> {
        // Two more for a line end.
        let bytes = secret_file::read(reader, MAX_PASSPHRASE_BYTES + 2)
            .map_err(|source| PassphraseError::Unreadable { path: path.map(Path::to_owned), source })?;
        let bytes = &bytes[..];
        let line = bytes.strip_suffix(b"\n").unwrap_or(bytes);
        Self::from_bytes(line.strip_suffix(b"\r").unwrap_or(line))
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::secret_file::tests::file;

    fn taken(text: &str) -> Vec<u8> {
        Passphrase::from_bytes(text.as_bytes()).unwrap().expose().to_vec()
    }

    #[test]
    fn the_examples_of_rfc_8265_section_4_3() {
        // Passwords that are valid there: spaces stay, case stays, the Ogham space mark is a space.
        assert_eq!(taken("correct horse battery staple"), b"correct horse battery staple");
        assert_eq!(taken("Correct Horse Battery Staple"), b"Correct Horse Battery Staple");
        assert_eq!(taken("\u{3c0}\u{df}\u{e5}"), "\u{3c0}\u{df}\u{e5}".as_bytes());
        assert_eq!(taken("Jack of \u{2666}s"), "Jack of \u{2666}s".as_bytes());
        assert_eq!(taken("foo\u{1680}bar"), b"foo bar");
        // Those that are not: nothing, and a control character (there a tab).
        assert!(matches!(Passphrase::from_bytes(b""), Err(PassphraseError::Empty)));
        assert!(matches!(Passphrase::from_bytes(b"my cat is a \tby"), Err(PassphraseError::NotText)));
    }

    #[test]
    fn composed_and_decomposed_letters_are_the_same_passphrase() {
        assert_eq!(taken("\u{438}\u{306}"), taken("\u{439}"), "Cyrillic short i");
        assert_eq!(taken("\u{627}\u{653}"), taken("\u{622}"), "Arabic alef with madda");
        assert_ne!(taken("a"), taken("A"));
    }

    #[test]
    fn the_longest_passphrase_is_taken_and_one_byte_more_is_not() {
        let longest = "x".repeat(MAX_PASSPHRASE_BYTES);
        assert_eq!(taken(&longest).len(), MAX_PASSPHRASE_BYTES);
        for end in ["", "\n", "\r\n"] {
            let read = |text: String| Passphrase::from_reader(&mut text.as_bytes());
            assert!(read(format!("{longest}{end}")).is_ok());
            assert!(matches!(read(format!("{longest}x{end}")), Err(PassphraseError::TooLong)));
        }
        assert!(matches!(Passphrase::from_reader(&mut io::repeat(b'x')), Err(PassphraseError::TooLong)));
    }

    #[test]
    fn a_file_loses_one_line_end_and_nothing_else() {
        for (content, passphrase) in
            [(&b"a b"[..], &b"a b"[..]), (b"a b\n", b"a b"), (b"a b\r\n", b"a b"), (b" a b ", b" a b ")]
        {
            let file = file(content, 0o600);
            assert_eq!(Passphrase::from_file(file.path()).unwrap().expose(), passphrase);
        }
        let two_lines = file(b"a\nb\n", 0o600);
        assert!(matches!(Passphrase::from_file(two_lines.path()), Err(PassphraseError::NotText)));
        let nothing = file(b"\n", 0o600);
        assert!(matches!(Passphrase::from_file(nothing.path()), Err(PassphraseError::Empty)));
    }

    #[test]
    fn a_file_that_everybody_may_read_is_refused() {
        let open = file(b"secret\n", 0o644);
        assert_eq!(Passphrase::from_file(open.path()).unwrap_err().code(), "adapters-passphrase-file-open");
        let group = file(b"secret\n", 0o640);
        Passphrase::from_file(group.path()).unwrap();
    }

    #[test]
    fn no_error_and_no_debug_output_tells_the_passphrase() {
        let passphrase = Passphrase::from_bytes(b"correct horse").unwrap();
        assert_eq!(format!("{passphrase:?}"), "Passphrase");
        let error = Passphrase::from_bytes(b"correct\x07horse").unwrap_err();
        assert!(!format!("{error:?} {error} {:?}", error.args()).contains("correct"));
    }

    proptest! {
        #[test]
        fn taking_a_passphrase_again_changes_nothing(text in "\\PC{1,64}") {
            if let Ok(once) = Passphrase::from_bytes(text.as_bytes()) {
                prop_assert!(once.expose().len() <= 3 * text.len());
                if let Ok(twice) = Passphrase::from_bytes(once.expose()) {
                    prop_assert_eq!(once.expose(), twice.expose());
                }
            }
        }
    }
}
