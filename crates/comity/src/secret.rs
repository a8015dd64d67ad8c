//! Passphrases: from a file or from the terminal, never from an argument.

use std::path::Path;

use comity_adapters::passphrase::Passphrase as Typed;
use comity_casework::{Passphrase, RecoveryCode};
use zeroize::Zeroizing;

use crate::out::{Failure, Out};

/// A passphrase that exists already.
pub fn read(out: &Out, file: Option<&Path>, prompt: &str, of: &str) -> Result<Passphrase, Failure> {
    let typed = match file {
        Some(file) => Typed::from_file(file),
        None => Typed::ask(&out.message(prompt, &[("of", of)])),
    };
    take(&typed.map_err(Failure::of)?)
}

/// A passphrase that is chosen now: typed twice when nobody gives a file.
pub fn choose(out: &Out, file: Option<&Path>, prompt: &str, of: &str) -> Result<Passphrase, Failure> {
    let typed = match file {
        Some(file) => Typed::from_file(file),
        None => {
            let again = out.message("comity-prompt-again", &[("of", of)]);
            Typed::ask_new(&out.message(prompt, &[("of", of)]), &again)
        }
    };
    take(&typed.map_err(Failure::of)?)
}

/// The code of a recovery sheet.
pub fn recovery_code(out: &Out, file: Option<&Path>, of: &str) -> Result<RecoveryCode, Failure> {
    let typed = match file {
        Some(file) => Typed::from_file(file),
        None => Typed::ask(&out.message("comity-prompt-recovery", &[("of", of)])),
    };
    let typed = typed.map_err(Failure::of)?;
    let text = std::str::from_utf8(typed.expose()).expect("what is typed is text");
    RecoveryCode::read(text).map_err(Failure::of)
}

fn take(typed: &Typed) -> Result<Passphrase, Failure> {
    let text = std::str::from_utf8(typed.expose()).expect("a typed passphrase is text");
    Passphrase::new(Zeroizing::new(text.to_owned())).map_err(Failure::of)
}
