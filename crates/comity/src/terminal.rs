//! The terminal of this process: passphrases, standard input, and how far a long command is.

use std::io::{Read as _, Write as _};
use std::path::Path;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use comity_adapters::passphrase::{Passphrase, PassphraseError};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use rustix::process::{Signal, getpid, kill_process};
use serde::{Deserialize, Serialize};
use tokio::signal::unix::{SignalKind, signal};

use crate::out::Failure;

/// In what a long command is measured, and how long it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Measure {
    /// So many steps.
    Steps(u64),
    /// So many bytes, where that is known.
    Bytes(Option<u64>),
}

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

/// A bar on standard error; of bytes whose number is not known, how many there were.
pub fn bar(of: Measure) -> ProgressBar {
    // How far, how fast, and how much longer, in no language.
    let (bar, template) = match of {
        Measure::Steps(of) => {
            (ProgressBar::new(of), "{wide_bar} {percent:>3} %  {human_pos}/{human_len}  {rate}  −{eta}")
        }
        Measure::Bytes(Some(of)) => (
            ProgressBar::new(of),
            "{wide_bar} {percent:>3} %  {bytes}/{total_bytes}  {binary_bytes_per_sec}  −{eta}",
        ),
        Measure::Bytes(None) => (ProgressBar::no_length(), "{bytes} {binary_bytes_per_sec} {elapsed}"),
    };
    let rate = |state: &ProgressState, out: &mut dyn std::fmt::Write| {
        let _ = write!(out, "{:.0}/s", state.per_sec());
    };
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    bar.with_style(style.with_key("rate", rate))
}

/// Whether somebody pressed Ctrl-C since [`hear_interrupts`].
static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// From now on Ctrl-C does not end the process: whoever works asks whether [it was pressed](interrupted), clears away what is
/// not whole, and ends. Pressed again, it ends the process as it is.
pub fn hear_interrupts() {
    static HEARS: Once = Once::new();
    HEARS.call_once(|| {
        // Where that fails Ctrl-C ends the process, and what it leaves is cleared away by whoever begins again.
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return };
        let listening = {
            let _within = runtime.enter();
            signal(SignalKind::interrupt())
        };
        let Ok(mut listening) = listening else { return };
        thread::spawn(move || {
            runtime.block_on(async {
                while listening.recv().await.is_some() {
                    if INTERRUPTED.swap(true, Ordering::Relaxed) {
                        let _ = kill_process(getpid(), Signal::TERM);
                    }
                }
            });
        });
    });
}

/// Whether somebody wants the command to end.
pub fn interrupted() -> bool {
    INTERRUPTED.load(Ordering::Relaxed)
}

/// A bar that nobody sees.
pub fn no_bar() -> ProgressBar {
    ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden())
}
