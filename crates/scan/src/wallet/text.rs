//! Wallets that are one text: ciphertext in base64, and lists of keys in the open.

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::{Format, Wallet};
use crate::hit::Class;

/// How many letters of base64 are decoded: more than the head of any format.
const HEAD_LETTERS: usize = 64;

/// What begins so in base64.
const BEGINNINGS: [(&[u8], BeginningKind); 3] =
    [(b"QklFM", BeginningKind::Electrum), (b"U2FsdGVkX1", BeginningKind::Salted), (b"", BeginningKind::None)];

#[derive(Clone, Copy, PartialEq)]
enum BeginningKind {
    /// `BIE1` and `BIE2`, and a point of the curve.
    Electrum,
    /// `Salted__`, and a salt of eight bytes.
    Salted,
    None,
}

/// An encrypted wallet of Electrum is its JSON, packed, which is longer.
const ELECTRUM_BYTES_MIN: u64 = 256;

/// A text that is all base64.
#[derive(Default)]
pub(super) struct Base64 {
    head: Vec<u8>,
    letters: u64,
    padding: u64,
}

impl Base64 {
    const DECODER: GeneralPurpose = GeneralPurpose::new(
        &STANDARD,
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
    );

    pub(super) fn is_at(begin: &[u8]) -> bool {
        Self::kind(begin) != BeginningKind::None
    }

    fn kind(begin: &[u8]) -> BeginningKind {
        BEGINNINGS
            .iter()
            .find(|(text, _)| begin.starts_with(text))
            .map_or(BeginningKind::None, |(_, kind)| *kind)
    }

    /// How many bytes it is in all, if it is whole.
    fn bytes(&self) -> Option<u64> {
        let is_whole = (self.letters + self.padding).is_multiple_of(4) && self.padding <= 2;
        is_whole.then_some(self.letters * 3 / 4)
    }
}

impl Format for Base64 {
    fn take(&mut self, bytes: &[u8]) -> bool {
        for byte in bytes {
            match byte {
                b'\r' | b'\n' => {}
                b'=' => self.padding += 1,
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'+' | b'/' if self.padding == 0 => {
                    self.letters += 1;
                    if self.head.len() < HEAD_LETTERS {
                        self.head.push(*byte);
                    }
                }
                _ => return false,
            }
        }
        true
    }

    fn wallet(&mut self, _: u64) -> Option<Wallet> {
        let bytes = self.bytes()?;
        let whole = self.head.len() / 4 * 4;
        let head = Self::DECODER.decode(&self.head[..whole]).ok()?;
        let is_encrypted = Some(true);
        match Self::kind(&self.head) {
            // Four letters, a point of 33 bytes, blocks of 16, a check of 32.
            BeginningKind::Electrum => {
                let is_sound = matches!(head[..], [b'B', b'I', b'E', b'1' | b'2', 2 | 3, ..])
                    && bytes >= ELECTRUM_BYTES_MIN
                    && (bytes - 37 - 32).is_multiple_of(16);
                is_sound.then_some(Wallet { format: "electrum", class: Class::WellFormed, is_encrypted })
            }
            // OpenSSL writes whatever it encrypts so; MultiBit and Bitcoin Wallet for Android keep their keys so.
            BeginningKind::Salted => {
                let is_sound = head.starts_with(b"Salted__") && bytes >= 64 && bytes.is_multiple_of(16);
                is_sound.then_some(Wallet { format: "salted-backup", class: Class::ShapeOnly, is_encrypted })
            }
            BeginningKind::None => None,
        }
    }
}

/// A list of the keys of a wallet, which programs write for their user.
pub(super) struct Dump {
    format: &'static str,
}

impl Dump {
    const BEGINNINGS: [(&[u8], &'static str); 3] = [
        (b"# Wallet dump created by ", "bitcoin-core-dump"),
        (b"BITCOIN_CORE_WALLET_DUMP,", "bitcoin-core-dump"),
        (b"pywallet --dumpwallet", "pywallet-dump"),
    ];

    pub(super) fn is_at(begin: &[u8]) -> bool {
        Self::BEGINNINGS.iter().any(|(text, _)| begin.starts_with(text))
    }

    pub(super) fn of(begin: &[u8]) -> Self {
        let known = Self::BEGINNINGS.iter().find(|(text, _)| begin.starts_with(text));
        Self { format: known.map_or("", |(_, format)| format) }
    }
}

impl Format for Dump {
    fn take(&mut self, _: &[u8]) -> bool {
        true
    }

    fn wallet(&mut self, _: u64) -> Option<Wallet> {
        Some(Wallet { format: self.format, class: Class::ShapeOnly, is_encrypted: None })
    }
}

#[cfg(test)]
mod tests {
    use base64::prelude::BASE64_STANDARD;

    use super::super::tests::read;
    use super::*;

    fn text(begin: &[u8], length: usize) -> String {
        let mut bytes = begin.to_vec();
        bytes.resize(length, 0xa7);
        BASE64_STANDARD.encode(bytes)
    }

    #[test]
    fn an_encrypted_wallet_of_electrum_has_a_point_and_whole_blocks() {
        let electrum =
            Some(Wallet { format: "electrum", class: Class::WellFormed, is_encrypted: Some(true) });
        let least = 37 + 32 + 16 * 12;
        assert_eq!(read(text(b"BIE1\x02", least).as_bytes()), electrum);
        assert_eq!(read(format!("{}\n", text(b"BIE2\x03", least + 1600)).as_bytes()), electrum);
        for other in [
            text(b"BIE1\x02", least - 16),
            text(b"BIE1\x02", least + 1),
            text(b"BIE1\x05", least),
            text(b"BIE3\x02", least),
            format!("{} and more", text(b"BIE1\x02", least)),
        ] {
            assert_eq!(read(other.as_bytes()), None, "{other}");
        }
    }

    #[test]
    fn what_openssl_salted_is_only_of_the_shape() {
        let salted =
            Some(Wallet { format: "salted-backup", class: Class::ShapeOnly, is_encrypted: Some(true) });
        assert_eq!(read(text(b"Salted__12345678", 96).as_bytes()), salted);
        assert_eq!(read(text(b"Salted__12345678", 48).as_bytes()), None);
        assert_eq!(read(text(b"Salted__12345678", 97).as_bytes()), None);
        assert_eq!(read(b"U2FsdGVkX1 is how it begins, and no more"), None);
    }

    #[test]
    fn lists_of_keys_name_their_program() {
        let dump = b"# Wallet dump created by Bitcoin v22.0\n# * Created on 2026-01-01\n";
        assert_eq!(read(dump).map(|wallet| wallet.format), Some("bitcoin-core-dump"));
        assert_eq!(read(&dump[1..]), None);
    }
}
