//! What the scanner found, and how it is written down.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use comity_record::Coded;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::address::Ledger;
use crate::secret::Secret;

/// One hit: what it is, how sure that is, and where it lies.
///
/// Serialised it is one JSON object whose fields are always the same, in the same order; a secret is masked
/// there, and stands for itself by its fingerprint.
#[derive(Debug)]
pub struct Hit {
    /// What was found.
    pub kind: Kind,
    /// How sure it is.
    pub class: Class,
    /// The hit itself.
    pub value: Value,
    /// The network that an address belongs to.
    pub network: Option<Network>,
    /// The file, where the caller named one.
    pub file: Option<Arc<str>>,
    /// Where the first byte lies, in the bytes that the last decoder gave (in the file where there is none).
    pub offset: u64,
    /// How many bytes it takes there.
    pub length: u64,
    /// The decoders that led to the bytes, outermost first. Plain bytes have none.
    pub decoders: Vec<Decoder>,
    /// What stands before and after it.
    pub context: Context,
}

/// What a hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// A Bitcoin address: Base58Check (P2PKH, P2SH), Bech32 (BIP173) or Bech32m (BIP350). Ledgers that forked from Bitcoin
    /// wrote theirs alike for a time, and are not told apart.
    BitcoinAddress,
    /// A Bitcoin Cash address in the form CashAddr, with or without its prefix.
    BitcoinCashAddress,
    /// A Litecoin address that is not spelled as one of Bitcoin.
    LitecoinAddress,
    /// A Dogecoin address.
    DogecoinAddress,
    /// A Dash address.
    DashAddress,
    /// A Zcash address: transparent, Sapling or unified.
    ZcashAddress,
    /// A Monero address: standard, integrated or subaddress.
    MoneroAddress,
    /// An address of Ethereum or of a chain that took its addresses over (EIP-55). Verified where its letters are of both
    /// cases and spell the checksum; well-formed where they are of one.
    EvmAddress,
    /// A TRON address: Base58Check with the version byte 0x41.
    TronAddress,
    /// An address of the XRP Ledger: classic, or an X-address.
    XrpAddress,
    /// What may be an address of Solana: 32 bytes in Base58, as many other things are.
    SolanaAddress,
    /// An address of TON: user-friendly with its checksum, or raw.
    TonAddress,
    /// What has the shape of a transaction's identifier, as has every other hash of 32 bytes.
    TransactionId,
    /// An extended public key (BIP32, SLIP-0132): who has it sees all addresses of a wallet.
    ExtendedPublicKey,
    /// An extended private key. A secret.
    ExtendedPrivateKey,
    /// A private key in the wallet import format. A secret.
    WifKey,
    /// A recovery phrase of BIP39. A secret: who reads it can take the coins.
    Bip39Phrase,
    /// A recovery phrase of Electrum. A secret. Where BIP39 takes the same words for one, both are found.
    ElectrumPhrase,
    /// A recovery phrase of Monero, in one of ten languages. A secret. Of 24 words, without the one that checks the others, it is shape only.
    MoneroPhrase,
    /// A mailbox.
    EmailAddress,
    /// A web address that names a host.
    Url,
    /// A domain that stands alone.
    DomainName,
    /// An onion service of version 3 (Tor's rend-spec-v3), by its name.
    OnionService,
    /// An IP address of either version.
    IpAddress,
    /// A telephone number in international form (ITU-T E.164).
    TelephoneNumber,
    /// A name, a number or an invitation at a messenger, in a link to it.
    MessengerName,
    /// An international bank account number (ISO 13616-1).
    Iban,
    /// A payment card by its number. A secret, of which the last four digits are shown. Verified where it is printed in groups or
    /// named so; shape only where it is a row of digits.
    PaymentCard,
    /// A public key of OpenPGP in its armor; canonical is its fingerprint, where that can be read.
    PgpPublicKey,
    /// A private key of OpenPGP in its armor. A secret.
    PgpPrivateKey,
    /// A message of OpenPGP in its armor, encrypted or signed.
    PgpMessage,
    /// A file in which a program keeps a wallet, by its content. The value is the program or the format, such as `bitcoin-core`,
    /// `electrum` or `ethereum-keystore`; the canonical form says besides whether it is encrypted, where that can be told, and the
    /// SHA-256 of its bytes: `electrum:encrypted:…`, `bitcoin-core:open:…`. Well-formed where its structure was read, verified
    /// where it has a checksum that is right, shape only where other files may look so.
    WalletFile,
}

/// How sure a hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Class {
    /// The kind has a checksum, and it is right.
    Verified,
    /// The kind has no checksum; everything that can be checked is right.
    WellFormed,
    /// It only looks so.
    ShapeOnly,
}

/// The network for which an address is written.
///
/// The version bytes 0x6f and 0xc4 of Base58Check serve the test networks and regtest alike, so such an
/// address alone does not tell which one is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Network {
    /// The main network.
    Mainnet,
    /// A public test network or signet (prefix `tb`).
    Testnet,
    /// A regression-test network on somebody's own machine (prefix `bcrt`).
    Regtest,
    /// A test network, signet or regtest: the address does not tell.
    TestnetOrRegtest,
}

/// What was found: shown, or kept from sight.
#[derive(Debug)]
#[non_exhaustive]
pub enum Value {
    /// Something that may be shown.
    Plain {
        /// As it stands in the file.
        found: String,
        /// The one spelling by which equal hits are recognised.
        canonical: String,
    },
    /// Something that may not.
    Secret(Secret),
}

/// A step from the bytes of the file to the bytes in which a hit lies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Decoder {
    /// The name of the decoder, such as `gzip`.
    pub name: String,
    /// Where the encoded part begins, in the bytes that the step before gave.
    pub offset: u64,
}

/// The text around a hit. Secrets in it are masked, and characters that would act on a terminal or turn the
/// direction of the text are replaced.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Context {
    /// What stands before the hit.
    pub before: String,
    /// What stands after it.
    pub after: String,
}

/// The name of a kind that this scanner does not know.
#[derive(Debug, thiserror::Error)]
#[error("{0:?} is not a kind that the scanner knows")]
pub struct KindError(String);

impl Hit {
    /// The forensic path: the offset of each decoded part and the decoder's name, then the hit's own offset,
    /// joined by `-`. In plain bytes it is the offset alone.
    pub fn path(&self) -> String {
        let steps = self.decoders.iter().map(|step| format!("{}-{}-", step.offset, step.name));
        steps.chain([self.offset.to_string()]).collect()
    }

    /// The spelling by which equal hits are recognised; a secret has none that may be shown.
    pub fn canonical(&self) -> Option<&str> {
        match &self.value {
            Value::Plain { canonical, .. } => Some(canonical),
            Value::Secret(_) => None,
        }
    }

    /// The secret, where the hit is one.
    pub fn secret(&self) -> Option<&Secret> {
        match &self.value {
            Value::Plain { .. } => None,
            Value::Secret(secret) => Some(secret),
        }
    }
}

impl Kind {
    /// Every kind, in the order in which they are listed to people.
    pub const ALL: &[Self] = &[
        Self::BitcoinAddress,
        Self::BitcoinCashAddress,
        Self::LitecoinAddress,
        Self::DogecoinAddress,
        Self::DashAddress,
        Self::ZcashAddress,
        Self::MoneroAddress,
        Self::EvmAddress,
        Self::TronAddress,
        Self::XrpAddress,
        Self::SolanaAddress,
        Self::TonAddress,
        Self::TransactionId,
        Self::ExtendedPublicKey,
        Self::ExtendedPrivateKey,
        Self::WifKey,
        Self::Bip39Phrase,
        Self::ElectrumPhrase,
        Self::MoneroPhrase,
        Self::EmailAddress,
        Self::Url,
        Self::DomainName,
        Self::OnionService,
        Self::IpAddress,
        Self::TelephoneNumber,
        Self::MessengerName,
        Self::Iban,
        Self::PaymentCard,
        Self::PgpPublicKey,
        Self::PgpPrivateKey,
        Self::PgpMessage,
        Self::WalletFile,
    ];

    /// The name in JSON and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::BitcoinAddress => "bitcoin-address",
            Self::BitcoinCashAddress => "bitcoin-cash-address",
            Self::LitecoinAddress => "litecoin-address",
            Self::DogecoinAddress => "dogecoin-address",
            Self::DashAddress => "dash-address",
            Self::ZcashAddress => "zcash-address",
            Self::MoneroAddress => "monero-address",
            Self::EvmAddress => "evm-address",
            Self::TronAddress => "tron-address",
            Self::XrpAddress => "xrp-address",
            Self::SolanaAddress => "solana-address",
            Self::TonAddress => "ton-address",
            Self::TransactionId => "transaction-id",
            Self::ExtendedPublicKey => "extended-public-key",
            Self::ExtendedPrivateKey => "extended-private-key",
            Self::WifKey => "wif-key",
            Self::Bip39Phrase => "bip39-phrase",
            Self::ElectrumPhrase => "electrum-phrase",
            Self::MoneroPhrase => "monero-phrase",
            Self::EmailAddress => "email-address",
            Self::Url => "url",
            Self::DomainName => "domain-name",
            Self::OnionService => "onion-service",
            Self::IpAddress => "ip-address",
            Self::TelephoneNumber => "telephone-number",
            Self::MessengerName => "messenger-name",
            Self::Iban => "iban",
            Self::PaymentCard => "payment-card",
            Self::PgpPublicKey => "pgp-public-key",
            Self::PgpPrivateKey => "pgp-private-key",
            Self::PgpMessage => "pgp-message",
            Self::WalletFile => "wallet-file",
        }
    }

    /// Whether finds of this kind are masked.
    pub fn is_secret(self) -> bool {
        matches!(
            self,
            Self::Bip39Phrase
                | Self::ElectrumPhrase
                | Self::MoneroPhrase
                | Self::ExtendedPrivateKey
                | Self::WifKey
                | Self::PaymentCard
                | Self::PgpPrivateKey
        )
    }

    /// The kind of a ledger's addresses.
    pub fn of_ledger(ledger: Ledger) -> Self {
        match ledger {
            Ledger::Bitcoin => Self::BitcoinAddress,
            Ledger::BitcoinCash => Self::BitcoinCashAddress,
            Ledger::Litecoin => Self::LitecoinAddress,
            Ledger::Dogecoin => Self::DogecoinAddress,
            Ledger::Dash => Self::DashAddress,
            Ledger::Zcash => Self::ZcashAddress,
            Ledger::Monero => Self::MoneroAddress,
            Ledger::Evm => Self::EvmAddress,
            Ledger::Tron => Self::TronAddress,
            Ledger::Xrp => Self::XrpAddress,
            Ledger::Solana => Self::SolanaAddress,
            Ledger::Ton => Self::TonAddress,
        }
    }
}

impl FromStr for Kind {
    type Err = KindError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known = Self::ALL.iter().copied().find(|kind| kind.as_str() == text);
        known.ok_or_else(|| KindError(text.chars().take(64).collect()))
    }
}

impl Coded for KindError {
    fn code(&self) -> &'static str {
        "scan-kind-unknown"
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        let known: Vec<_> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
        vec![("kind", self.0.clone()), ("known", known.join(", "))]
    }
}

impl Class {
    /// The name in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::WellFormed => "well-formed",
            Self::ShapeOnly => "shape-only",
        }
    }
}

impl Network {
    /// The name in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mainnet => "mainnet",
            Self::Testnet => "testnet",
            Self::Regtest => "regtest",
            Self::TestnetOrRegtest => "testnet-or-regtest",
        }
    }
}

macro_rules! written_by_name {
    ($($name:ty),+) => {$(
        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    )+};
}

written_by_name!(Kind, Class, Network);

impl Serialize for Hit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (value, canonical) = match &self.value {
            Value::Plain { found, canonical } => (found.as_str(), Some(canonical.as_str())),
            Value::Secret(secret) => (secret.shown(), None),
        };
        let mut object = serializer.serialize_struct("Hit", 13)?;
        object.serialize_field("kind", &self.kind)?;
        object.serialize_field("class", &self.class)?;
        object.serialize_field("value", value)?;
        object.serialize_field("canonical", &canonical)?;
        object.serialize_field("network", &self.network)?;
        object.serialize_field("words", &self.secret().and_then(Secret::words))?;
        object.serialize_field("fingerprint", &self.secret().map(Secret::fingerprint))?;
        object.serialize_field("file", &self.file.as_deref())?;
        object.serialize_field("path", &self.path())?;
        object.serialize_field("offset", &self.offset)?;
        object.serialize_field("length", &self.length)?;
        object.serialize_field("decoders", &self.decoders)?;
        object.serialize_field("context", &self.context)?;
        object.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_read_by_the_name_it_is_written_with() {
        for kind in Kind::ALL {
            assert_eq!(kind.as_str().parse::<Kind>().unwrap(), *kind);
        }
        let error = "wallet".parse::<Kind>().unwrap_err();
        assert_eq!(error.code(), "scan-kind-unknown");
        assert!(crate::CODES.contains(&error.code()));
        let known = &error.args()[1].1;
        assert!(known.starts_with("bitcoin-address, ") && known.ends_with(", wallet-file"), "{known}");
    }

    #[test]
    fn the_path_names_each_decoder_with_its_offset() {
        let mut hit = Hit {
            kind: Kind::BitcoinAddress,
            class: Class::Verified,
            value: Value::Plain { found: "x".into(), canonical: "x".into() },
            network: None,
            file: None,
            offset: 77,
            length: 1,
            decoders: Vec::new(),
            context: Context::default(),
        };
        assert_eq!(hit.path(), "77");
        hit.decoders.push(Decoder { name: "gzip".into(), offset: 1024 });
        assert_eq!(hit.path(), "1024-gzip-77");
    }
}
