//! The bundle: a sheet, envelopes, receipts and key bundles together, for the network and to be carried by hand.
//!
//! Each part is signed by itself; a bundle adds nothing that must be trusted. Its digest at the end tells a damaged
//! stick from a hostile one: the first does not match, the second holds what does not verify.
//!
//! ```text
//! "COMITY BUNDLE 1\n"                  16 bytes
//! number of parts                       4 bytes, big-endian
//! each part: kind                       1 byte: 1 envelope, 2 receipt, 3 key bundle, 4 signed agreement, 5 sheet
//!            length                     4 bytes, big-endian
//!            bytes
//! SHA-256 of all of the above          32 bytes
//! ```

use comity_record::{Coded, Sha256Digest};

use crate::agreement::MAX_AGREEMENT_BYTES;
use crate::envelope::MAX_ENVELOPE_BYTES;
use crate::keys::MAX_BUNDLE_BYTES as MAX_KEY_BUNDLE_BYTES;
use crate::receipt::MAX_RECEIPT_BYTES;
use crate::sheet::MAX_SHEET_BYTES;

/// What a bundle begins with.
pub const MAGIC: &[u8; 16] = b"COMITY BUNDLE 1\n";

/// The most parts of a bundle. A channel that was offline for long writes several.
pub const MAX_PARTS: usize = 4096;

/// The longest bundle: what a node reads into memory at once.
pub const MAX_CARRIED_BYTES: usize = 256 << 20;

const DIGEST: usize = 32;
const COUNT: usize = 4;

/// What is wrong with a bundle.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BundleError {
    /// It does not begin as a bundle does.
    #[error("not a bundle of this version")]
    Magic,
    /// More than [`MAX_CARRIED_BYTES`].
    #[error("a bundle of {0} bytes is too long")]
    TooLong(usize),
    /// More than [`MAX_PARTS`].
    #[error("a bundle of {0} parts has too many")]
    TooMany(usize),
    /// It breaks off, or goes on after its end.
    #[error("the bundle does not end where it says")]
    Length,
    /// The digest at the end is of other bytes.
    #[error("the bundle is damaged: its digest does not match")]
    Damaged,
    /// A part is of an unknown kind, or longer than its kind can be.
    #[error("part {0} of the bundle is of no known kind, or too long for it")]
    Part(usize),
}

/// One thing in a bundle, not verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The bytes of an [`crate::Envelope`].
    Envelope(Vec<u8>),
    /// The bytes of a [`crate::SignedReceipt`].
    Receipt(Vec<u8>),
    /// The bytes of a signed [`crate::KeyBundle`].
    Keys(Vec<u8>),
    /// The bytes of a [`crate::SignedAgreement`].
    Agreement(Vec<u8>),
    /// The bytes of a signed [`crate::Sheet`].
    Sheet(Vec<u8>),
}

impl Part {
    fn kind(&self) -> u8 {
        match self {
            Self::Envelope(_) => 1,
            Self::Receipt(_) => 2,
            Self::Keys(_) => 3,
            Self::Agreement(_) => 4,
            Self::Sheet(_) => 5,
        }
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Envelope(bytes)
            | Self::Receipt(bytes)
            | Self::Keys(bytes)
            | Self::Agreement(bytes)
            | Self::Sheet(bytes) => bytes,
        }
    }
}

/// Writes a bundle.
pub fn write_bundle(parts: &[Part]) -> Result<Vec<u8>, BundleError> {
    if parts.len() > MAX_PARTS {
        return Err(BundleError::TooMany(parts.len()));
    }
    let too_many = |_| BundleError::TooMany(parts.len());
    let mut bytes = MAGIC.to_vec();
    bytes.extend_from_slice(&u32::try_from(parts.len()).map_err(too_many)?.to_be_bytes());
    for (at, part) in parts.iter().enumerate() {
        if part.bytes().is_empty() || part.bytes().len() > limit(part.kind()).unwrap_or(0) {
            return Err(BundleError::Part(at));
        }
        let length = u32::try_from(part.bytes().len()).map_err(|_| BundleError::Part(at))?;
        bytes.push(part.kind());
        bytes.extend_from_slice(&length.to_be_bytes());
        bytes.extend_from_slice(part.bytes());
    }
    let digest = Sha256Digest::of(&bytes);
    bytes.extend_from_slice(digest.as_bytes());
    if bytes.len() > MAX_CARRIED_BYTES {
        return Err(BundleError::TooLong(bytes.len()));
    }
    Ok(bytes)
}

/// Reads a bundle. Nothing in it is verified.
pub fn read_bundle(bytes: &[u8]) -> Result<Vec<Part>, BundleError> {
    if bytes.len() > MAX_CARRIED_BYTES {
        return Err(BundleError::TooLong(bytes.len()));
    }
    let rest = bytes.strip_prefix(MAGIC.as_slice()).ok_or(BundleError::Magic)?;
    let rest_length = rest.len().checked_sub(DIGEST).ok_or(BundleError::Length)?;
    let (content, digest) = bytes.split_at(bytes.len() - DIGEST);
    if Sha256Digest::of(content).as_bytes() != digest {
        return Err(BundleError::Damaged);
    }
    let (count, mut rest) = rest[..rest_length].split_first_chunk::<COUNT>().ok_or(BundleError::Length)?;
    let count = usize::try_from(u32::from_be_bytes(*count)).unwrap_or(usize::MAX);
    if count > MAX_PARTS {
        return Err(BundleError::TooMany(count));
    }
    let mut parts = Vec::new();
    for at in 0..count {
        let (kind, after) = rest.split_first().ok_or(BundleError::Length)?;
        let (length, after) = after.split_first_chunk::<4>().ok_or(BundleError::Length)?;
        let length = usize::try_from(u32::from_be_bytes(*length)).unwrap_or(usize::MAX);
        if length == 0 || length > limit(*kind).ok_or(BundleError::Part(at))? {
            return Err(BundleError::Part(at));
        }
        let (part, after) = after.split_at_checked(length).ok_or(BundleError::Length)?;
        let part = part.to_vec();
        parts.push(match kind {
            1 => Part::Envelope(part),
            2 => Part::Receipt(part),
            3 => Part::Keys(part),
            4 => Part::Agreement(part),
            _ => Part::Sheet(part),
        });
        rest = after;
    }
    if rest.is_empty() { Ok(parts) } else { Err(BundleError::Length) }
}

fn limit(kind: u8) -> Option<usize> {
    match kind {
        1 => Some(MAX_ENVELOPE_BYTES),
        2 => Some(MAX_RECEIPT_BYTES),
        3 => Some(MAX_KEY_BUNDLE_BYTES),
        4 => Some(MAX_AGREEMENT_BYTES + 1024),
        5 => Some(MAX_SHEET_BYTES),
        _ => None,
    }
}

impl Coded for BundleError {
    fn code(&self) -> &'static str {
        match self {
            Self::Magic => "channel-bundle-magic",
            Self::TooLong(_) => "channel-bundle-too-long",
            Self::TooMany(_) => "channel-bundle-too-many",
            Self::Length => "channel-bundle-length",
            Self::Damaged => "channel-bundle-damaged",
            Self::Part(_) => "channel-bundle-part",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Magic | Self::Length | Self::Damaged => vec![],
            Self::TooLong(bytes) => vec![("bytes", bytes.to_string())],
            Self::TooMany(parts) => vec![("parts", parts.to_string())],
            Self::Part(at) => vec![("part", (at + 1).to_string())],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Vec<Part> {
        vec![
            Part::Envelope(vec![1; 300]),
            Part::Receipt(vec![2; 20]),
            Part::Keys(vec![3]),
            Part::Agreement(vec![4; MAX_AGREEMENT_BYTES]),
            Part::Sheet(vec![5; MAX_SHEET_BYTES]),
        ]
    }

    #[test]
    fn a_bundle_reads_back() {
        for parts in [parts(), vec![]] {
            assert_eq!(read_bundle(&write_bundle(&parts).unwrap()), Ok(parts));
        }
    }

    #[test]
    fn every_changed_or_missing_byte_is_noticed() {
        let bytes = write_bundle(&parts()[..3]).unwrap();
        for at in 0..bytes.len() {
            let mut broken = bytes.clone();
            broken[at] ^= 1;
            assert!(read_bundle(&broken).is_err(), "byte {at}");
            assert!(read_bundle(&bytes[..at]).is_err(), "cut at {at}");
        }
        assert!(read_bundle(&[&bytes[..], &[0]].concat()).is_err());
    }

    /// The same with a digest that matches, as a hostile writer would make it.
    fn sealed(content: &[u8]) -> Vec<u8> {
        [content, Sha256Digest::of(content).as_bytes()].concat()
    }

    #[test]
    fn what_a_hostile_writer_makes_is_refused() {
        let head = |count: u32| [MAGIC.as_slice(), &count.to_be_bytes()].concat();
        let with = |count: u32, rest: &[u8]| read_bundle(&sealed(&[&head(count)[..], rest].concat()));
        assert_eq!(with(u32::MAX, &[]), Err(BundleError::TooMany(usize::try_from(u32::MAX).unwrap())));
        assert_eq!(with(1, &[]), Err(BundleError::Length));
        assert_eq!(with(0, &[0]), Err(BundleError::Length));
        assert_eq!(with(1, &[9, 0, 0, 0, 1, 7]), Err(BundleError::Part(0)));
        assert_eq!(with(1, &[2, 0, 0, 0, 0]), Err(BundleError::Part(0)));
        assert_eq!(with(1, &[2, 0, 0, 0, 2, 7]), Err(BundleError::Length));
        assert_eq!(with(1, &[2, 255, 255, 255, 255]), Err(BundleError::Part(0)));
        assert_eq!(read_bundle(&sealed(&MAGIC[..])), Err(BundleError::Length));
        assert_eq!(read_bundle(&MAGIC[..]), Err(BundleError::Length));
    }

    #[test]
    fn there_are_as_many_parts_as_the_limit_and_no_more() {
        let most = vec![Part::Keys(vec![1]); MAX_PARTS];
        assert_eq!(read_bundle(&write_bundle(&most).unwrap()).map(|parts| parts.len()), Ok(MAX_PARTS));
        let more = vec![Part::Keys(vec![1]); MAX_PARTS + 1];
        assert_eq!(write_bundle(&more), Err(BundleError::TooMany(MAX_PARTS + 1)));
        let longest = |bytes| write_bundle(&[Part::Receipt(vec![0; bytes])]).map(|_| ());
        assert_eq!(longest(MAX_RECEIPT_BYTES), Ok(()));
        assert_eq!(longest(MAX_RECEIPT_BYTES + 1), Err(BundleError::Part(0)));
    }
}
