//! Digests beside the two: computed on request, because courts and laboratories quote them and old records hold them.
//!
//! Nothing rests on them. Contents of the same MD5 or SHA-1 can be made at will (Stevens and others, CRYPTO 2009 and
//! CRYPTO 2017), so that each only tells which value another record of the same bytes bears.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use sha2::Digest as _;

/// An algorithm that may be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Algorithm {
    /// SHA-512 (FIPS 180-4).
    Sha512,
    /// SHA-1 (FIPS 180-4), broken.
    Sha1,
    /// MD5 (RFC 1321), broken.
    Md5,
}

impl Algorithm {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Sha512, Self::Sha1, Self::Md5];

    /// What it is called in the name of a manifest (RFC 8493, section 2.4) and in data.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sha512 => "sha512",
            Self::Sha1 => "sha1",
            Self::Md5 => "md5",
        }
    }

    /// What people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sha512 => "SHA-512",
            Self::Sha1 => "SHA-1",
            Self::Md5 => "MD5",
        }
    }

    /// How long a digest is.
    pub const fn digest_bytes(self) -> usize {
        match self {
            Self::Sha512 => 64,
            Self::Sha1 => 20,
            Self::Md5 => 16,
        }
    }

    /// Whether nobody can make two contents of the same digest.
    pub const fn is_sound(self) -> bool {
        matches!(self, Self::Sha512)
    }
}

/// Digests that were asked for, in hexadecimal digits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "BTreeMap<Algorithm, String>")]
pub struct Further(BTreeMap<Algorithm, String>);

impl Further {
    /// Whether none was asked for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The digest by this algorithm.
    pub fn get(&self, algorithm: Algorithm) -> Option<&str> {
        self.0.get(&algorithm).map(String::as_str)
    }

    /// The same with this digest too; none where it has not the length of the algorithm's.
    #[must_use]
    pub fn with(mut self, algorithm: Algorithm, digest: &[u8]) -> Option<Self> {
        self.0.insert(algorithm, hex::encode(digest));
        (digest.len() == algorithm.digest_bytes()).then_some(self)
    }

    /// Each algorithm with its digest, in one order.
    pub fn iter(&self) -> impl Iterator<Item = (Algorithm, &str)> {
        self.0.iter().map(|(algorithm, digest)| (*algorithm, digest.as_str()))
    }

    /// Whether every digest here is one of `other` too.
    pub fn agrees(&self, other: &Self) -> bool {
        self.iter().all(|(algorithm, digest)| other.get(algorithm) == Some(digest))
    }
}

impl TryFrom<BTreeMap<Algorithm, String>> for Further {
    type Error = &'static str;

    fn try_from(digests: BTreeMap<Algorithm, String>) -> Result<Self, Self::Error> {
        let fits = |algorithm: &Algorithm, digest: &str| {
            digest.len() == 2 * algorithm.digest_bytes()
                && digest.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        };
        if digests.iter().all(|(algorithm, digest)| fits(algorithm, digest)) {
            Ok(Self(digests))
        } else {
            Err("a digest has another length, or other than lower-case hexadecimal digits")
        }
    }
}

/// Takes bytes and ends with the digests that were asked for.
#[derive(Default)]
pub struct FurtherHasher {
    sha512: Option<sha2::Sha512>,
    sha1: Option<sha1::Sha1>,
    md5: Option<md5::Md5>,
}

impl FurtherHasher {
    /// Of nothing yet.
    pub fn new(asked: &BTreeSet<Algorithm>) -> Self {
        Self {
            sha512: asked.contains(&Algorithm::Sha512).then(sha2::Sha512::new),
            sha1: asked.contains(&Algorithm::Sha1).then(sha1::Sha1::new),
            md5: asked.contains(&Algorithm::Md5).then(md5::Md5::new),
        }
    }

    /// Takes the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        if let Some(hasher) = &mut self.sha512 {
            hasher.update(bytes);
        }
        if let Some(hasher) = &mut self.sha1 {
            hasher.update(bytes);
        }
        if let Some(hasher) = &mut self.md5 {
            hasher.update(bytes);
        }
    }

    /// The digests of all bytes taken.
    pub fn finish(self) -> Further {
        let digests = [
            (Algorithm::Sha512, self.sha512.map(|hasher| hex::encode(hasher.finalize()))),
            (Algorithm::Sha1, self.sha1.map(|hasher| hex::encode(hasher.finalize()))),
            (Algorithm::Md5, self.md5.map(|hasher| hex::encode(hasher.finalize()))),
        ];
        Further(digests.into_iter().filter_map(|(algorithm, digest)| Some((algorithm, digest?))).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(asked: &[Algorithm], parts: &[&[u8]]) -> Further {
        let mut hasher = FurtherHasher::new(&asked.iter().copied().collect());
        for part in parts {
            hasher.update(part);
        }
        hasher.finish()
    }

    #[test]
    fn digests_are_those_of_the_standards_and_of_what_was_asked_for() {
        let all = of(&Algorithm::ALL, &[b"a", b"", b"bc"]);
        // FIPS 180-4 examples, and RFC 1321, appendix A.5.
        assert_eq!(all.get(Algorithm::Sha1), Some("a9993e364706816aba3e25717850c26c9cd0d89d"));
        assert_eq!(all.get(Algorithm::Md5), Some("900150983cd24fb0d6963f7d28e17f72"));
        let sha512 = all.get(Algorithm::Sha512).unwrap();
        assert!(sha512.starts_with("ddaf35a193617aba") && sha512.ends_with("2a9ac94fa54ca49f"));
        for (algorithm, digest) in all.iter() {
            assert_eq!(digest.len(), 2 * algorithm.digest_bytes());
            let alone = of(&[algorithm], &[b"abc"]);
            assert_eq!(alone.iter().collect::<Vec<_>>(), [(algorithm, digest)]);
            assert!(alone.agrees(&all) && !all.agrees(&alone));
        }
        assert!(of(&[], &[b"abc"]).is_empty());
        let given =
            Further::default().with(Algorithm::Md5, &hex::decode(all.get(Algorithm::Md5).unwrap()).unwrap());
        assert_eq!(given, Some(of(&[Algorithm::Md5], &[b"abc"])));
        assert_eq!(Further::default().with(Algorithm::Sha1, &[0; 16]), None);
    }

    #[test]
    fn what_is_no_digest_is_refused() {
        let read = |text: &str| serde_json::from_str::<Further>(text);
        let md5 = "900150983cd24fb0d6963f7d28e17f72";
        let good = read(&format!("{{\"md5\": \"{md5}\"}}")).unwrap();
        assert_eq!(good, of(&[Algorithm::Md5], &[b"abc"]));
        assert_eq!(serde_json::to_string(&good).unwrap(), format!("{{\"md5\":\"{md5}\"}}"));
        for bad in [md5.to_uppercase(), md5[1..].to_owned(), format!("{md5}0"), "g".repeat(32)] {
            assert!(read(&format!("{{\"md5\": \"{bad}\"}}")).is_err(), "{bad}");
        }
        assert!(read(&format!("{{\"md4\": \"{md5}\"}}")).is_err());
    }
}
