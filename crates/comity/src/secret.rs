//! Passphrases: from a file or from the terminal, never from an argument.

use std::path::Path;

use comity_adapters::passphrase::Passphrase as Typed;
use comity_casework::{Passphrase, RecoveryCode};
use zeroize::Zeroizing;

use crate::out::{Failure, Out};
use crate::terminal::Secret;

/// A passphrase that exists already.
pub fn read(out: &Out, file: Option<&Path>, prompt: &str, of: &str) -> Result<Passphrase, Failure> {
    take(&out.secret(Secret { file, prompt: out.message(prompt, &[("of", of)]), again: None })?)
}

/// A passphrase that is chosen now: typed twice when nobody gives a file.
pub fn choose(out: &Out, file: Option<&Path>, prompt: &str, of: &str) -> Result<Passphrase, Failure> {
    let again = Some(out.message("comity-prompt-again", &[("of", of)]));
    take(&out.secret(Secret { file, prompt: out.message(prompt, &[("of", of)]), again })?)
}

/// The code of a recovery sheet.
pub fn recovery_code(out: &Out, file: Option<&Path>, of: &str) -> Result<RecoveryCode, Failure> {
    let prompt = out.message("comity-prompt-recovery", &[("of", of)]);
    let typed = out.secret(Secret { file, prompt, again: None })?;
    let text = std::str::from_utf8(typed.expose()).expect("what is typed is text");
    RecoveryCode::read(text).map_err(Failure::of)
}

fn take(typed: &Typed) -> Result<Passphrase, Failure> {
    let text = std::str::from_utf8(typed.expose()).expect("a typed passphrase is text");
    Passphrase::new(Zeroizing::new(text.to_owned())).map_err(Failure::of)
}
