//! Keys and messages of OpenPGP in their armor (RFC 9580, 6.2).

use std::ops::Range;
use std::sync::LazyLock;

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use memchr::memmem::{self, Finder};
use sha2::{Digest as _, Sha256};
use zeroize::{Zeroize, Zeroizing};

use super::Found;
use crate::hit::{Class, Kind};

/// The longest block that is read whole: a key with some signatures, or a message of some pages. Of longer ones the first line
/// is found, and the key by its first packet.
pub(crate) const BLOCK_MAX: usize = 6 * 1024;

const BEGIN: &[u8] = b"-----BEGIN PGP ";
const LABEL: &[u8] = b"PGP PRIVATE KEY BLOCK-----";

/// The blocks that are looked for: their first line, the last, and what they are.
const BLOCKS: [(&[u8], &[u8], Kind); 4] = [
    (b"PUBLIC KEY BLOCK-----", b"-----END PGP PUBLIC KEY BLOCK-----", Kind::PgpPublicKey),
    (b"PRIVATE KEY BLOCK-----", b"-----END PGP PRIVATE KEY BLOCK-----", Kind::PgpPrivateKey),
    (b"MESSAGE-----", b"-----END PGP MESSAGE-----", Kind::PgpMessage),
    (b"SIGNED MESSAGE-----", b"-----END PGP SIGNATURE-----", Kind::PgpMessage),
];

const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

static BEGINS: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(BEGIN));
static LABELS: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(LABEL));

/// Calls `add` for each block that begins in `range`.
pub(super) fn find(bytes: &[u8], range: Range<usize>, mut add: impl FnMut(Found)) {
    let end = bytes.len().min(range.end.saturating_add(BEGIN.len()));
    let Some(searched) = bytes.get(range.start..end) else { return };
    for start in BEGINS.find_iter(searched).map(|at| range.start + at) {
        let rest = &bytes[start..bytes.len().min(start + BLOCK_MAX)];
        let label = &rest[BEGIN.len()..];
        let block = BLOCKS.iter().find(|(first, ..)| label.starts_with(first));
        if let Some((first, last, kind)) = block {
            add(read(start, rest, BEGIN.len() + first.len(), last, *kind));
        }
    }
}

/// The block at the beginning of some bytes, behind a first line of so many.
fn read(start: usize, bytes: &[u8], first: usize, last: &[u8], kind: Kind) -> Found {
    let whole = memmem::find(bytes, last).map(|at| at..at + last.len());
    let body = &bytes[first..whole.as_ref().map_or(bytes.len(), |last| last.start)];
    let armor = Armor::read(body);
    let length = whole.as_ref().map_or(first, |last| last.end);
    let class = match (&whole, armor.checksum) {
        // A signed message is text, of which only the signature is in armor.
        _ if last.ends_with(b"SIGNATURE-----") => {
            if whole.is_some() {
                Class::WellFormed
            } else {
                Class::ShapeOnly
            }
        }
        (Some(_), Some(sum)) if sum == crc24(&armor.bytes) => Class::Verified,
        (Some(_), None) if tag(&armor.bytes).is_some() => Class::WellFormed,
        (None, _) if fingerprint(&armor.bytes).is_some() => Class::WellFormed,
        _ => Class::ShapeOnly,
    };
    let place = start..start + length;
    if kind == Kind::PgpPrivateKey {
        let canonical = Zeroizing::new(BASE64.encode(&*armor.bytes));
        return Found { place, kind, class, canonical, shown: None };
    }
    let canonical = match fingerprint(&armor.bytes).filter(|_| kind == Kind::PgpPublicKey) {
        Some(fingerprint) => fingerprint,
        None => hex::encode(Sha256::digest(body.trim_ascii())),
    };
    Found::plain(kind, class, place, canonical)
}

/// Where armor of private keys begins and ends in some bytes.
pub(crate) struct PrivateKeys(Vec<Range<usize>>);

impl PrivateKeys {
    /// The lines that begin and end such armor.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let of = |at: usize| {
            let first =
                [&b"-----BEGIN "[..], b"-----END "].into_iter().find(|line| bytes[..at].ends_with(line))?;
            Some(at - first.len()..at + LABEL.len())
        };
        Self(LABELS.find_iter(bytes).filter_map(of).collect())
    }

    /// The places near `range` where a private key stands in armor, from the line that begins it to the one that ends it, as
    /// far as both sides show them.
    pub(crate) fn places(&self, bytes: &[u8], range: &Range<usize>) -> Vec<Range<usize>> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let floor = range.start.saturating_sub(BLOCK_MAX);
        let ceiling = bytes.len().min(range.end + BLOCK_MAX);
        let begins = |line: &Range<usize>| bytes[line.start..].starts_with(BEGIN);
        let mut open = None;
        let mut places = Vec::new();
        for line in self.0.iter().filter(|line| line.start >= floor && line.end <= ceiling) {
            if begins(line) {
                open = open.or(Some(line.start));
            } else if let Some(start) = open.take() {
                places.push(start..line.end);
            } else if places.is_empty() {
                // A block that began before what is seen.
                places.push(floor..line.end);
            }
        }
        places.extend(open.map(|start| start..ceiling));
        places
    }
}

/// What is in an armor.
struct Armor {
    bytes: Zeroizing<Vec<u8>>,
    /// The checksum at its end, where it stands.
    checksum: Option<u32>,
}

impl Armor {
    /// Reads the lines behind the first: headers up to an empty one, Base64, and the checksum behind `=`. What follows on a
    /// line that is no Base64 is left out.
    fn read(body: &[u8]) -> Self {
        let mut symbols = Zeroizing::new(Vec::with_capacity(body.len()));
        let mut checksum = None;
        for line in body.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii) {
            if let Some(sum) = line.strip_prefix(b"=").filter(|sum| sum.len() == 4) {
                checksum = BASE64
                    .decode(sum)
                    .ok()
                    .map(|sum| sum.iter().fold(0, |all, byte| all << 8 | u32::from(*byte)));
                break;
            }
            if !line.contains(&b':') {
                symbols.extend_from_slice(line);
            }
        }
        // The last symbols of a block that is cut short may not make a byte.
        let whole = symbols.len() / 4 * 4;
        symbols.truncate(whole);
        let mut bytes = Zeroizing::new(Vec::new());
        if BASE64.decode_vec(&*symbols, &mut bytes).is_err() {
            bytes.zeroize();
        }
        Self { bytes, checksum }
    }
}

/// CRC-24 of RFC 9580, 6.1.1.
fn crc24(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x00b7_04ce, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte) << 16, |crc, _| {
            let shifted = crc << 1;
            if shifted & 0x0100_0000 == 0 { shifted } else { (shifted ^ 0x0186_4cfb) & 0x00ff_ffff }
        })
    })
}

/// The kind of the first packet (RFC 9580, 4.2), if there is one.
fn tag(bytes: &[u8]) -> Option<u8> {
    match bytes.first()? {
        first if first >> 6 == 0b11 => Some(first & 0x3f),
        first if first >> 6 == 0b10 => Some(first >> 2 & 0xf),
        _ => None,
    }
}

/// The fingerprint of the public key in the first packet (RFC 9580, 5.5.4), in hexadecimal.
fn fingerprint(bytes: &[u8]) -> Option<String> {
    const PUBLIC_KEY: u8 = 6;
    if tag(bytes)? != PUBLIC_KEY {
        return None;
    }
    let number = |digits: &[u8]| digits.iter().fold(0, |all, digit| all << 8 | usize::from(*digit));
    let is_old = bytes[0] >> 6 == 0b10;
    let (head, length): (usize, usize) = match (is_old, bytes[0] & 3, *bytes.get(1)?) {
        (true, 1, _) => (3, number(bytes.get(1..3)?)),
        (true, 2, _) => (5, number(bytes.get(1..5)?)),
        (true, 0, length) | (false, _, length @ 0..192) => (2, usize::from(length)),
        (false, _, length @ 192..224) => {
            (3, ((usize::from(length) - 192) << 8) + usize::from(*bytes.get(2)?) + 192)
        }
        (false, _, 255) => (6, number(bytes.get(2..6)?)),
        _ => return None,
    };
    let packet = bytes.get(head..head.checked_add(length)?)?;
    match packet.first()? {
        4 => {
            let length = u16::try_from(length).ok()?.to_be_bytes();
            Some(hex::encode(
                sha1::Sha1::new().chain_update([0x99]).chain_update(length).chain_update(packet).finalize(),
            ))
        }
        6 => {
            let length = u32::try_from(length).ok()?.to_be_bytes();
            Some(hex::encode(
                Sha256::new().chain_update([0x9b]).chain_update(length).chain_update(packet).finalize(),
            ))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contact::tests::all;

    const KINDS: [Kind; 3] = [Kind::PgpPublicKey, Kind::PgpPrivateKey, Kind::PgpMessage];

    /// Made for this test with GnuPG 2.2, which says what the fingerprint is.
    const PUBLIC: &str = "-----BEGIN PGP PUBLIC KEY BLOCK-----

mDMEawoAiRYJKwYBBAHaRw8BAQdAiNCdBzSp4DuNU7nK9lLBjGHBkXaRLzQHI9+O
w7z6xE+0F1Rlc3QgPHRlc3RAZXhhbXBsZS5vcmc+iJAEExYIADgWIQSWU463lKEZ
JyxMglRM7+nqJTjF3wUCawoAiQIbAwULCQgHAgYVCgkICwIEFgIDAQIeAQIXgAAK
CRBM7+nqJTjF32XjAP4plNpmG6DIqFvs61VIRQqXywTfQyYVFTSjKG5Y2X9I/gEA
rFJD+AHjhm8CFgughaJqhrBP35LFhSofP/HZ/cdaVAE=
=Lfnh
-----END PGP PUBLIC KEY BLOCK-----";
    const FINGERPRINT: &str = "96538eb794a119272c4c82544cefe9ea2538c5df";

    fn classes(text: &str) -> Vec<(Kind, Class, String)> {
        all(text, &KINDS)
            .into_iter()
            .map(|found| (found.kind, found.class, found.canonical.to_string()))
            .collect()
    }

    #[test]
    fn a_key_is_checked_and_named_by_its_fingerprint() {
        let fingerprint = FINGERPRINT.to_owned();
        for (text, class) in [
            (PUBLIC.to_owned(), Class::Verified),
            (PUBLIC.replace('\n', "\r\n"), Class::Verified),
            (PUBLIC.replace("BLOCK-----\n\n", "BLOCK-----\nVersion: GnuPG v2\n\n"), Class::Verified),
            // RFC 9580 lets the checksum be left out.
            (PUBLIC.replace("=Lfnh\n", ""), Class::WellFormed),
            (PUBLIC.replace("=Lfnh", "=Lfni"), Class::ShapeOnly),
            (PUBLIC.replace("-----END", ""), Class::WellFormed),
        ] {
            let found = classes(&format!("Key: {text} bye"));
            assert_eq!(found, [(Kind::PgpPublicKey, class, fingerprint.clone())], "{text}");
        }
        let changed = classes(&PUBLIC.replace("Rlc3Qg", "Rlc3Qh"));
        assert_eq!(changed[0].1, Class::ShapeOnly);
        assert!(
            classes("-----BEGIN PGP-----").is_empty() && classes("-----BEGIN PGP SIGNATURE-----").is_empty()
        );
    }

    #[test]
    fn a_block_at_the_limit_is_read_whole_and_one_byte_more_is_not() {
        for (pad, class) in
            [(BLOCK_MAX - PUBLIC.len(), Class::Verified), (BLOCK_MAX - PUBLIC.len() + 1, Class::WellFormed)]
        {
            let text = PUBLIC.replacen("\n\n", &format!("\nComment: {}\n\n", "x".repeat(pad - 10)), 1);
            assert_eq!(classes(&text)[0].1, class, "{pad}");
        }
    }

    #[test]
    fn messages_and_private_keys_are_found_and_a_key_is_masked_around() {
        let message = "-----BEGIN PGP MESSAGE-----\n\n\
            jA0ECQMCe8FYOxMRjzD/0jgBlGjLjGHTKKpcd/NyivOH9eJwZzhmHorPf/Ug102o\n\
            LefVgO2yfxSs2G6oJliAOlL4cJWQi8LjSg==\n=ZPfx\n-----END PGP MESSAGE-----";
        assert_eq!(classes(message)[0].1, Class::Verified);
        assert_eq!(classes(&message.replace("jA0E", "jA0F"))[0].1, Class::ShapeOnly);
        let key = PUBLIC.replace("PUBLIC", "PRIVATE");
        let text = format!("{key} and after");
        let masked = |bytes: &[u8], range: Range<usize>| -> Vec<_> {
            PrivateKeys::of(bytes)
                .places(bytes, &range)
                .into_iter()
                .map(|place| (place.start, place.end))
                .collect()
        };
        assert_eq!(classes(&text)[0].0, Kind::PgpPrivateKey);
        for range in [0..10, 100..140, key.len() - 5..key.len() + 3] {
            assert_eq!(masked(text.as_bytes(), range), [(0, key.len())]);
        }
        // Parts of a key at the edges of what is seen.
        assert_eq!(masked(&text.as_bytes()[50..], 0..10), [(0, key.len() - 50)]);
        assert_eq!(masked(&text.as_bytes()[..200], 0..10), [(0, 200)]);
        assert!(masked(PUBLIC.as_bytes(), 0..10).is_empty());
    }
}
