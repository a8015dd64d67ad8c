//! The terminal of this process: passphrases, standard input, and how far a long command is.

use std::io::{Read as _, Write as _};
use std::path::Path;

use comity_adapters::passphrase::{Passphrase, PassphraseError};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use crate::out::Failure;

/// Something that a person types without echo, or that lies in a file.
pub struct Secret<'a> {
    /// The file; asked for when there is none.
    pub file: Option<&'a Path>,
    /// What is asked.
    pub prompt: String,
    /// What is asked the second time, when it is chosen now.
    pub again: Option<String>,
}

impl Secret<'_> {
    /// Reads the file, or asks.
    pub fn take(&self) -> Result<Passphrase, PassphraseError> {
        match (self.file, &self.again) {
            (Some(file), _) => Passphrase::from_file(file),
            (None, Some(again)) => Passphrase::ask_new(&self.prompt, again),
            (None, None) => Passphrase::ask(&self.prompt),
        }
    }
}

/// Standard input to its end, or to one byte more than `most`.
pub fn input(most: u64) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    std::io::stdin()
        .take(most.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|e| Failure::file("read", Path::new("-"), e))?;
    Ok(bytes)
}

/// The next bytes of standard input, at most `most`; none at its end.
pub fn input_piece(most: u64) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().take(most).read_to_end(&mut bytes);
    read.map_err(|e| Failure::file("read", Path::new("-"), e))?;
    Ok(bytes)
}

/// Writes a secret to the terminal that is standard output, past the buffer in which it would stay.
pub fn reveal(mut secret: &[u8]) {
    let _ = std::io::stdout().flush();
    while let Ok(written @ 1..) = rustix::io::write(std::io::stdout(), secret) {
        secret = secret.get(written..).unwrap_or_default();
    }
}

/// A bar on standard error, of so many steps; of bytes whose number is not known, without.
pub fn bar(of: Option<u64>) -> ProgressBar {
    let Some(of) = of else {
        let style = ProgressStyle::with_template("{bytes} {binary_bytes_per_sec} {elapsed}");
        return ProgressBar::no_length().with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    };
    // How far, how fast, and how much longer, in no language.
    let style =
        ProgressStyle::with_template("{wide_bar} {percent:>3} %  {human_pos}/{human_len}  {rate}  −{eta}");
    let rate = |state: &ProgressState, out: &mut dyn std::fmt::Write| {
        let _ = write!(out, "{:.0}/s", state.per_sec());
    };
    let style = style.unwrap_or_else(|_| ProgressStyle::default_bar()).with_key("rate", rate);
    ProgressBar::new(of).with_style(style)
}

/// A bar that nobody sees.
pub fn no_bar() -> ProgressBar {
    ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden())
}
