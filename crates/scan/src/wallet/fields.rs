//! Wallets in binary formats of fields: bitcoinj's and Coinomi's messages, Armory's, Exodus' and Monero's files.

use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::{Format, Wallet};
use crate::hit::Class;
use crate::scanner::wide;

/// How a wallet of Armory begins, and the marks of the networks behind it and its version.
const ARMORY: &[u8] = b"\xbaWALLET\0";
const ARMORY_NETWORKS: [&[u8]; 3] = [b"\xf9\xbe\xb4\xd9", b"\x0b\x11\x09\x07", b"\xfa\xbf\xb5\xda"];

pub(super) fn is_armory(begin: &[u8]) -> bool {
    begin.starts_with(ARMORY) && ARMORY_NETWORKS.contains(&begin.get(12..16).unwrap_or_default())
}

/// A wallet of Armory, all of which that is looked at is its header.
pub(super) struct Armory;

impl Format for Armory {
    fn take(&mut self, _: &[u8]) -> bool {
        true
    }

    fn wallet(&mut self, _: u64) -> Option<Wallet> {
        Some(Wallet { format: "armory", class: Class::WellFormed, is_encrypted: None })
    }
}

/// A container of Exodus: a header of 224 bytes, the SHA-256 of all that follows, and that.
#[derive(Default)]
pub(super) struct Seco {
    head: Vec<u8>,
    digest: Sha256,
}

impl Seco {
    const MAGIC: &[u8] = b"SECO";
    const VERSION: &[u8] = b"\x12seco-v0-scrypt-aes";
    const HEADER_BYTES: usize = 224;
    const HEAD_BYTES: usize = Self::HEADER_BYTES + 32;

    pub(super) fn is_at(begin: &[u8]) -> bool {
        begin.starts_with(Self::MAGIC) && begin.get(12..).is_some_and(|rest| rest.starts_with(Self::VERSION))
    }
}

impl Format for Seco {
    fn take(&mut self, bytes: &[u8]) -> bool {
        let (head, rest) = bytes.split_at((Self::HEAD_BYTES - self.head.len()).min(bytes.len()));
        self.head.extend_from_slice(head);
        self.digest.update(rest);
        true
    }

    fn wallet(&mut self, _: u64) -> Option<Wallet> {
        let digest = std::mem::take(&mut self.digest).finalize();
        let is_whole = self.head.get(Self::HEADER_BYTES..) == Some(&digest[..]);
        let class = if is_whole { Class::Verified } else { Class::ShapeOnly };
        Some(Wallet { format: "exodus", class, is_encrypted: Some(true) })
    }
}

/// A message of protocol buffers that begins as a wallet of bitcoinj or of Coinomi does. Its outermost fields are gone through.
pub(super) struct Message {
    kind: MessageKind,
    /// The beginning of the field that is read.
    field: Zeroizing<Vec<u8>>,
    /// Bytes of its content that are gone over.
    skip: u64,
    has_keys: bool,
    is_encrypted: Option<bool>,
    is_broken: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum MessageKind {
    /// MultiBit's and that of many programs for telephones.
    Bitcoinj,
    Coinomi,
}

impl Message {
    /// The key of a field and its length, ten bytes each at most.
    const FIELD_BYTES_MAX: usize = 20;
    /// How a name of a network begins: field 1, a text.
    const NETWORKS: [&[u8]; 2] = [b"org.", b"com."];

    pub(super) fn is_at(begin: &[u8]) -> bool {
        Self::kind(begin).is_some()
    }

    fn kind(begin: &[u8]) -> Option<MessageKind> {
        match begin {
            [0x0a, length, text @ ..] => {
                let name = text.get(..usize::from(*length)).filter(|name| (12..=48).contains(&name.len()))?;
                let is_name =
                    name.iter().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'.' | b'0'..=b'9'));
                let is_network = Self::NETWORKS.iter().any(|network| name.starts_with(network))
                    && [&b".production"[..], b".test", b".regtest", b".unittest"]
                        .iter()
                        .any(|end| name.ends_with(end));
                (is_name && is_network).then_some(MessageKind::Bitcoinj)
            }
            // A version, then the key that is made of the phrase (kind 3), open or with a vector of 16 bytes.
            [0x08, version, 0x12, ..] if *version < 0x80 => {
                let mut at = 3;
                varint(begin, &mut at).ok()?;
                let key = begin.get(at..)?.strip_prefix(b"\x08\x03")?;
                coinomi_key(key).map(|_| MessageKind::Coinomi)
            }
            _ => None,
        }
    }

    pub(super) fn new(begin: &[u8]) -> Self {
        let kind = Self::kind(begin).unwrap_or(MessageKind::Bitcoinj);
        let is_encrypted = match kind {
            // Field 5 says otherwise.
            MessageKind::Bitcoinj => Some(false),
            MessageKind::Coinomi => {
                let at = memchr::memmem::find(begin, b"\x08\x03").map_or(begin.len(), |at| at + 2);
                coinomi_key(&begin[at..])
            }
        };
        let (field, skip) = (Zeroizing::default(), 0);
        Self { kind, field, skip, has_keys: false, is_encrypted, is_broken: false }
    }

    /// Takes the field of which so much is known, if that is enough.
    fn take_field(&mut self) {
        let mut at = 0;
        let key = varint(&self.field, &mut at);
        let content_at = at;
        let (key, number) = match (key, varint(&self.field, &mut at)) {
            (Ok(key), Ok(number)) => (key, number),
            (Err(NotRead::TooLong), _) | (Ok(_), Err(NotRead::TooLong)) => return self.is_broken = true,
            _ => return,
        };
        match (self.kind, key >> 3, key & 7) {
            (_, 0, _) | (_, _, 3 | 4 | 6 | 7) => return self.is_broken = true,
            (MessageKind::Bitcoinj, 3, 2) | (MessageKind::Coinomi, 2 | 3, 2) => self.has_keys = true,
            (MessageKind::Bitcoinj, 5, 0) => self.is_encrypted = Some(number > 1),
            _ => {}
        }
        // Fixed fields have no length: what was taken for it is of their content.
        let rest = |content: usize| content.checked_sub(at - content_at).map(wide);
        let skip = match key & 7 {
            0 => Some(0),
            1 => rest(8),
            2 => Some(number),
            _ => rest(4),
        };
        match skip {
            Some(skip) => self.skip = skip,
            None => self.is_broken = true,
        }
        self.field.clear();
    }
}

impl Format for Message {
    fn take(&mut self, bytes: &[u8]) -> bool {
        let mut rest = bytes;
        while !rest.is_empty() && !self.is_broken {
            if self.skip > 0 {
                let skipped = rest.len().min(usize::try_from(self.skip).unwrap_or(usize::MAX));
                rest = &rest[skipped..];
                self.skip -= wide(skipped);
                continue;
            }
            self.field.push(rest[0]);
            rest = &rest[1..];
            self.take_field();
            self.is_broken |= self.field.len() > Self::FIELD_BYTES_MAX;
        }
        true
    }

    fn wallet(&mut self, _: u64) -> Option<Wallet> {
        let is_whole = !self.is_broken && self.skip == 0 && self.field.is_empty() && self.has_keys;
        let format = match self.kind {
            MessageKind::Bitcoinj => "bitcoinj",
            MessageKind::Coinomi => "coinomi",
        };
        let class = if is_whole { Class::WellFormed } else { Class::ShapeOnly };
        let is_encrypted = self.is_encrypted.filter(|is_encrypted| is_whole || *is_encrypted);
        Some(Wallet { format, class, is_encrypted })
    }
}

/// Whether the key of Coinomi's phrase, which goes on so, is encrypted; nothing if it is none.
fn coinomi_key(key: &[u8]) -> Option<bool> {
    match key {
        [0x12, length, ..] if *length > 0 => Some(false),
        [0x1a, ..] => {
            let mut at = 1;
            varint(key, &mut at).ok()?;
            key.get(at..)?.starts_with(b"\x0a\x10").then_some(true)
        }
        _ => None,
    }
}

/// Why a number was not read.
enum NotRead {
    CutOff,
    TooLong,
}

/// A number of one to ten bytes, the lowest first.
fn varint(bytes: &[u8], at: &mut usize) -> Result<u64, NotRead> {
    let mut number = 0_u64;
    for shift in (0..70).step_by(7) {
        let byte = *bytes.get(*at).ok_or(NotRead::CutOff)?;
        *at += 1;
        number |= u64::from(byte & 0x7f).checked_shl(shift).unwrap_or(0);
        if byte & 0x80 == 0 {
            return Ok(number);
        }
    }
    Err(NotRead::TooLong)
}

/// The keys of a Monero wallet: eight bytes of chance, a length, and so many bytes that are encrypted, which are chance to all
/// who have no password. So it is only of the shape.
pub(super) struct Monero {
    taken: u64,
    /// Where the length says that the file ends.
    end: Option<u64>,
    begin: Vec<u8>,
    counts: [u32; 256],
    counted: u32,
}

impl Monero {
    const NONCE_BYTES: usize = 8;
    /// The JSON of keys that is encrypted is longer than a few hundred bytes, and grows with the settings of a wallet.
    const LENGTH_MIN: u64 = 500;
    const LENGTH_MAX: u64 = (1 << 21) - 1;
    /// So many bytes are counted.
    const COUNTED_MAX: u32 = 1 << 20;
    /// The sum of squares of deviations of 256 counts from their mean, over that mean, is 255 for chance, give or take 23; more
    /// than five such steps above, or below, is none.
    const CHANCE: std::ops::Range<u64> = 140..370;

    pub(super) fn is_at(begin: &[u8]) -> bool {
        Self::end_of(begin).is_some() && !begin[..Self::NONCE_BYTES].is_ascii()
    }

    fn end_of(begin: &[u8]) -> Option<u64> {
        let mut at = Self::NONCE_BYTES;
        let length = varint(begin, &mut at).ok()?;
        (Self::LENGTH_MIN..=Self::LENGTH_MAX).contains(&length).then(|| wide(at) + length)
    }

    fn is_chance(&self) -> bool {
        let total = u64::from(self.counted);
        let squares: u64 = self.counts.iter().map(|count| u64::from(*count) * u64::from(*count)).sum();
        // Sum of (count - mean)² / mean, where the mean is total / 256.
        let measure = (squares.saturating_mul(256) / total.max(1)).saturating_sub(total);
        Self::CHANCE.contains(&measure)
    }
}

impl Default for Monero {
    fn default() -> Self {
        Self { taken: 0, end: None, begin: Vec::new(), counts: [0; 256], counted: 0 }
    }
}

impl Format for Monero {
    fn take(&mut self, bytes: &[u8]) -> bool {
        for byte in bytes {
            if self.begin.len() < 16 {
                self.begin.push(*byte);
            } else if self.counted < Self::COUNTED_MAX {
                self.counts[usize::from(*byte)] += 1;
                self.counted += 1;
            }
        }
        self.taken += wide(bytes.len());
        if self.end.is_none() && self.begin.len() >= 16 {
            self.end = Self::end_of(&self.begin);
        }
        self.end.is_none_or(|end| self.taken <= end)
    }

    fn wallet(&mut self, length: u64) -> Option<Wallet> {
        let is_whole = self.end == Some(length) && self.is_chance();
        is_whole.then_some(Wallet {
            format: "monero-keys",
            class: Class::ShapeOnly,
            is_encrypted: Some(true),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;
    use super::*;

    fn wallet(format: &'static str, class: Class, is_encrypted: Option<bool>) -> Wallet {
        Wallet { format, class, is_encrypted }
    }

    fn chance(length: usize) -> Vec<u8> {
        let blocks = (0_u32..).flat_map(|number| Sha256::digest(number.to_le_bytes()).to_vec());
        blocks.take(length).collect()
    }

    fn bitcoinj(fields: &[&[u8]]) -> Vec<u8> {
        [&[&b"\x0a\x16org.bitcoin.production"[..]], fields].concat().concat()
    }

    #[test]
    fn a_message_of_bitcoinj_is_gone_through_to_its_field_of_encryption() {
        let key = b"\x1a\x05\x08\x01\x12\x01k";
        let transaction = [&b"\x22\xd0\x0f"[..], &[7; 2000]].concat();
        let well = Class::WellFormed;
        assert_eq!(read(&bitcoinj(&[key])), Some(wallet("bitcoinj", well, Some(false))));
        assert_eq!(
            read(&bitcoinj(&[key, &transaction, b"\x28\x02"])),
            Some(wallet("bitcoinj", well, Some(true)))
        );
        assert_eq!(
            read(&bitcoinj(&[key, b"\x28\x01", b"\x3d\x01\x02\x03\x04"])),
            Some(wallet("bitcoinj", well, Some(false)))
        );
        // Cut off, broken, without a key.
        assert_eq!(
            read(&bitcoinj(&[key, &transaction[..900]])),
            Some(wallet("bitcoinj", Class::ShapeOnly, None))
        );
        assert_eq!(read(&bitcoinj(&[key, b"\x07"])), Some(wallet("bitcoinj", Class::ShapeOnly, None)));
        assert_eq!(read(&bitcoinj(&[])), Some(wallet("bitcoinj", Class::ShapeOnly, None)));
        assert_eq!(read(b"\x0a\x16org.bitcoin.something."), None);
        assert_eq!(read(&bitcoinj(&[key])[1..]), None);
    }

    #[test]
    fn a_field_has_no_longer_head_than_a_number_can_have() {
        for (bytes, class) in [(9, Class::WellFormed), (10, Class::ShapeOnly)] {
            let number = [&b"\x30"[..], &vec![0x80; bytes], b"\x00"].concat();
            assert_eq!(
                read(&bitcoinj(&[b"\x1a\x00", &number])).map(|wallet| wallet.class),
                Some(class),
                "{bytes}"
            );
        }
    }

    #[test]
    fn coinomi_is_told_by_the_key_of_its_phrase() {
        let encrypted =
            [&b"\x08\x14\x12\x1a\x08\x03\x1a\x16\x0a\x10"[..], &[9; 16], b"\x12\x02xy", b"\x1a\x02\x08\x04"]
                .concat();
        assert_eq!(read(&encrypted), Some(wallet("coinomi", Class::WellFormed, Some(true))));
        let open = [&b"\x08\x14\x12\x06\x08\x03\x12\x02xy"[..], b"\x1a\x02\x08\x04"].concat();
        assert_eq!(read(&open), Some(wallet("coinomi", Class::WellFormed, Some(false))));
        assert_eq!(read(&open.iter().map(|byte| byte & 0xfd).collect::<Vec<_>>()), None);
    }

    #[test]
    fn armory_names_its_network() {
        let file = |network: &[u8]| [ARMORY, &[0x60, 0xfe, 0xcd, 0], network, &[0; 900]].concat();
        assert_eq!(read(&file(ARMORY_NETWORKS[0])), Some(wallet("armory", Class::WellFormed, None)));
        assert_eq!(read(&file(b"abcd")), None);
    }

    #[test]
    fn a_container_of_exodus_is_verified_by_its_checksum() {
        let content = chance(700);
        let mut file = [Seco::MAGIC, &[0; 8], Seco::VERSION, b"\x06Exodus\x051.0.0"].concat();
        file.resize(Seco::HEADER_BYTES, 0);
        file.extend(Sha256::digest(&content));
        file.extend(&content);
        assert_eq!(read(&file), Some(wallet("exodus", Class::Verified, Some(true))));
        assert_eq!(read(&file[..file.len() - 1]), Some(wallet("exodus", Class::ShapeOnly, Some(true))));
        assert_eq!(read(&file[..100]), Some(wallet("exodus", Class::ShapeOnly, Some(true))));
    }

    #[test]
    fn keys_of_monero_are_of_the_length_that_they_say_and_chance() {
        let file = |said: u16, content: Vec<u8>| {
            let length = [said.to_le_bytes()[0] & 0x7f | 0x80, u8::try_from(said >> 7).unwrap()];
            [&[0xc8, 1, 2, 3, 4, 5, 6, 7][..], &length, &content].concat()
        };
        let keys = Some(wallet("monero-keys", Class::ShapeOnly, Some(true)));
        assert_eq!(read(&file(1500, chance(1500))), keys);
        assert_eq!(read(&file(1500, chance(1501))), None);
        assert_eq!(read(&file(1500, chance(1499))), None);
        assert_eq!(read(&file(1500, b"text ".repeat(300))), None);
        assert_eq!(read(&file(500, chance(500))), keys);
        assert_eq!(read(&file(499, chance(499))), None);
    }
}
