//! Lists of the digests of known files: of operating systems and programs, in which nobody looks for a wallet.

use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};

use comity_evidence::Digests;
use comity_evidence::hash::Hasher;
use comity_record::Sha256Digest;

use crate::out::{Failure, shown};

/// The most digests of all lists: 640 MB of memory, and more than the minimal set of the NSRL has files.
const MAX_DIGESTS: usize = 20_000_000;
/// The longest line that is read; what lists say of a file beside its digest is far shorter.
const MAX_LINE_BYTES: u64 = 64 << 10;
/// Letters of a SHA-256 digest.
const DIGITS: usize = 64;

/// The digests of known files.
#[derive(Default)]
pub struct Known {
    digests: Vec<[u8; 32]>,
    /// SHA-256 of each list, in their order.
    pub lists: Vec<Sha256Digest>,
}

impl Known {
    /// Reads lists as `sha256sum`, `hashdeep` or a table of comma-separated values writes them: in each line the first word
    /// of 64 hexadecimal digits is the digest. Other lines are passed over.
    ///
    /// # Errors
    /// Fails for a list that cannot be read, has no digest at all, or is too long.
    pub fn read(lists: &[PathBuf]) -> Result<Self, Failure> {
        let (mut digests, mut of_lists) = (Vec::new(), Vec::new());
        for path in lists {
            let before = digests.len();
            of_lists.push(add(path, &mut digests)?);
            if digests.len() == before {
                return Err(Failure::new("comity-known-none", vec![("path", shown(path))]));
            }
        }
        digests.sort_unstable();
        digests.dedup();
        Ok(Self { digests, lists: of_lists })
    }

    /// Whether there is any.
    pub fn is_empty(&self) -> bool {
        self.digests.is_empty()
    }

    /// Whether a file of this digest is one of them.
    pub fn contains(&self, sha256: &Sha256Digest) -> bool {
        self.digests.binary_search(sha256.as_bytes()).is_ok()
    }

    /// Whether a file is one of them.
    ///
    /// # Errors
    /// Fails when it cannot be read.
    pub fn has(&self, path: &Path, mut file: File) -> Result<bool, Failure> {
        let digests = Digests::of_reader(&mut file).map_err(|source| Failure::file("read", path, source))?;
        Ok(self.contains(&digests.sha256))
    }
}

/// Takes the digests of a list, and gives its own.
fn add(path: &Path, digests: &mut Vec<[u8; 32]>) -> Result<Sha256Digest, Failure> {
    let failed = |source| Failure::file("read", path, source);
    let mut lines = BufReader::new(super::open(path)?);
    let mut line = Vec::new();
    let mut whole = Hasher::new();
    loop {
        line.clear();
        if lines.by_ref().take(MAX_LINE_BYTES).read_until(b'\n', &mut line).map_err(failed)? == 0 {
            return Ok(whole.finish().sha256);
        }
        whole.update(&line);
        if let Some(digest) = digest_in(&line) {
            if digests.len() == MAX_DIGESTS {
                let most = MAX_DIGESTS.to_string();
                return Err(Failure::new(
                    "comity-known-too-many",
                    vec![("path", shown(path)), ("limit", most)],
                ));
            }
            digests.push(digest);
        }
    }
}

/// The first word of a line that is a digest.
fn digest_in(line: &[u8]) -> Option<[u8; 32]> {
    let word = line
        .split(|byte| !byte.is_ascii_alphanumeric())
        .find(|word| word.len() == DIGITS && word.iter().all(u8::is_ascii_hexdigit))?;
    let word = String::from_utf8_lossy(word).to_ascii_lowercase();
    word.parse::<Sha256Digest>().ok().map(|digest| *digest.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_found_in_the_lists_that_there_are() {
        let digest = Sha256Digest::of(b"known");
        let hex = digest.to_string();
        for line in [
            format!("{hex}  a file\n"),
            format!("{hex} *a file\n"),
            format!("512,{hex},/usr/bin/x\n"),
            format!("\"{}\",\"AB12\",\"a.dll\"\r\n", hex.to_uppercase()),
            format!("d41d8cd98f00b204e9800998ecf8427e,{hex}"),
        ] {
            assert_eq!(digest_in(line.as_bytes()), Some(*digest.as_bytes()), "{line}");
        }
        for line in ["%%%% HASHDEEP-1.0", "## $ hashdeep", &hex[1..], &format!("{hex}0"), &format!("x{hex}")]
        {
            assert_eq!(digest_in(line.as_bytes()), None, "{line}");
        }
    }
}
