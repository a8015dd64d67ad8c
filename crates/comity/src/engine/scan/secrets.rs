//! Secrets that a search found, in plain: on their way from the child into a file that only their recipients open.
//!
//! The child has no source of randomness, so it is the parent that encrypts. A secret is in memory that is overwritten, and
//! nowhere else.

use std::io::Write as _;
use std::path::PathBuf;

use comity_adapters::world::SystemEntropy;
use comity_casework::Recipient;
use comity_casework::age::{Lock, Sealer};
use comity_scan::Kind;
use serde::Serialize;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::cli::SecretsArguments;
use crate::out::{Failure, Out, shown};
use crate::outside::Outside;
use crate::secret;

/// The longest secret that is taken from a child: more than a private key of OpenPGP that the scanner finds.
pub const MAX_SECRET_BYTES: usize = 16 << 10;

/// A secret, and the hit that stands for it.
pub struct Carried {
    /// The masked hit.
    pub hit: Value,
    /// The secret.
    pub text: Zeroizing<String>,
}

impl Carried {
    /// A secret that a child sent after this hit. The child read foreign bytes: what does not belong to a masked hit, is no
    /// text or is longer than a secret is left out.
    pub(super) fn of(text: &[u8], hit: Value) -> Option<Self> {
        let kind = hit["kind"].as_str()?.parse::<Kind>().ok()?;
        let masked = kind.is_secret() && hit["fingerprint"].is_string();
        let text = std::str::from_utf8(text).ok().filter(|text| masked && text.len() <= MAX_SECRET_BYTES)?;
        Some(Self { hit, text: Zeroizing::new(text.to_owned()) })
    }
}

/// A line of the file, by which a masked hit is joined to its secret.
#[derive(Serialize)]
struct Line<'a> {
    fingerprint: &'a Value,
    kind: &'a Value,
    secret: &'a str,
    file: &'a Value,
    path: &'a Value,
    offset: &'a Value,
}

/// The file of the secrets: one JSON object a line, in the format of `age`.
pub struct SecretsFile {
    path: PathBuf,
    file: Sealer<Outside>,
    count: u64,
}

impl SecretsFile {
    /// Begins the file, if one is asked for, and asks for the passphrase where no recipients are named.
    pub fn begin(out: &Out, wanted: &SecretsArguments) -> Result<Option<Self>, Failure> {
        let Some(path) = &wanted.to else { return Ok(None) };
        let recipients = wanted.recipients.iter().map(|key| key.parse::<Recipient>());
        let recipients = recipients.collect::<Result<Vec<_>, _>>().map_err(Failure::of)?;
        if path.symlink_metadata().is_ok() {
            return Err(Failure::new("comity-file-exists", vec![("path", shown(path))]));
        }
        let begin =
            |lock: Lock<'_>| Sealer::begin(Outside::create(path)?, lock, &SystemEntropy).map_err(Failure::of);
        let file = if recipients.is_empty() {
            let file = wanted.passphrase_file.as_deref();
            let passphrase = secret::choose(out, file, "comity-prompt-secrets", &shown(path))?;
            begin(Lock::Passphrase(&passphrase))?
        } else {
            begin(Lock::Recipients(&recipients))?
        };
        Ok(Some(Self { path: path.clone(), file, count: 0 }))
    }

    /// Takes the secrets of a file.
    pub fn put(&mut self, secrets: &[Carried]) -> Result<(), Failure> {
        for Carried { hit, text } in secrets {
            let line = Line {
                fingerprint: &hit["fingerprint"],
                kind: &hit["kind"],
                secret: text,
                file: &hit["file"],
                path: &hit["path"],
                offset: &hit["offset"],
            };
            serde_json::to_writer(&mut self.file, &line)
                .map_err(std::io::Error::from)
                .and_then(|()| self.file.write_all(b"\n"))
                .map_err(|error| Failure::file("write", &self.path, error))?;
            self.count += 1;
        }
        Ok(())
    }

    /// Puts the file under its name, durable. Gives how many secrets are in it, which may be none.
    pub fn settle(self) -> Result<u64, Failure> {
        let file = self.file.finish().map_err(|error| Failure::file("write", &self.path, error))?;
        file.settle()?;
        Ok(self.count)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_secret_without_a_masked_hit_or_of_no_text_or_too_long_is_left_out() {
        let masked = json!({ "kind": "wif-key", "fingerprint": "01234567" });
        let plain = json!({ "kind": "bitcoin-address", "fingerprint": "01234567" });
        let bare = json!({ "kind": "wif-key", "fingerprint": null });
        let longest = vec![b'x'; MAX_SECRET_BYTES];
        let of = |text: &[u8], hit: &Value| Carried::of(text, hit.clone()).is_some();
        assert!(of(&longest, &masked));
        assert!(!of(&[&longest[..], b"x"].concat(), &masked) && !of(b"\xff", &masked));
        assert!(!of(b"x", &plain) && !of(b"x", &bare));
    }
}
