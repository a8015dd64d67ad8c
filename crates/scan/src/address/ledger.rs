//! A whole text read as an address or a transaction of a ledger that somebody names.

use std::fmt;
use std::str::FromStr;

use super::{base58, bech32, cashaddr, evm, monero, ton, xrp, zcash};
use crate::hit::{Class, Network};
use crate::syntax::SyntaxError;

/// A ledger, or a family of ledgers whose addresses are spelled alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Ledger {
    /// Bitcoin: Base58Check, Bech32 and Bech32m.
    Bitcoin,
    /// Bitcoin Cash: CashAddr, and the form of Bitcoin that it had before.
    BitcoinCash,
    /// Litecoin: Base58Check, Bech32 and Bech32m.
    Litecoin,
    /// Dogecoin: Base58Check.
    Dogecoin,
    /// Dash: Base58Check.
    Dash,
    /// Zcash: transparent addresses in Base58Check, shielded ones in Bech32, unified ones in Bech32m.
    Zcash,
    /// TRON: Base58Check with the version byte 0x41, and the hexadecimal form of the same 21 bytes.
    Tron,
    /// Ethereum and every chain that took its addresses over: 20 bytes in hexadecimal (EIP-55).
    Evm,
    /// The XRP Ledger: classic addresses, and X-addresses, which hold the destination tag.
    Xrp,
    /// Solana: 32 bytes in Base58, without a checksum.
    Solana,
    /// TON: the user-friendly form with a checksum, and the raw one without.
    Ton,
    /// Monero: standard, integrated and subaddresses.
    Monero,
}

/// A text that is an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The ledger.
    pub ledger: Ledger,
    /// The network, where the address tells.
    pub network: Option<Network>,
    /// [`Class::Verified`] where it has a checksum, which is right; [`Class::WellFormed`] where it has none;
    /// [`Class::ShapeOnly`] for forms whose checksum is not computed here.
    pub class: Class,
    /// The one spelling by which equal addresses are recognised.
    pub canonical: String,
}

impl Ledger {
    /// Every ledger.
    pub const ALL: &[Self] = &[
        Self::Bitcoin,
        Self::BitcoinCash,
        Self::Litecoin,
        Self::Dogecoin,
        Self::Dash,
        Self::Zcash,
        Self::Tron,
        Self::Evm,
        Self::Xrp,
        Self::Solana,
        Self::Ton,
        Self::Monero,
    ];

    /// The name by which data and people name it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Bitcoin => "bitcoin",
            Self::BitcoinCash => "bitcoin-cash",
            Self::Litecoin => "litecoin",
            Self::Dogecoin => "dogecoin",
            Self::Dash => "dash",
            Self::Zcash => "zcash",
            Self::Tron => "tron",
            Self::Evm => "evm",
            Self::Xrp => "xrp",
            Self::Solana => "solana",
            Self::Ton => "ton",
            Self::Monero => "monero",
        }
    }

    /// Reads a whole text as an address of this ledger.
    ///
    /// # Errors
    /// [`SyntaxError::Checksum`] where only the checksum does not fit, [`SyntaxError::Form`] otherwise.
    pub fn address(self, text: &str) -> Result<Address, SyntaxError> {
        let checked = |network: Network| (Some(network), Class::Verified, text.to_owned());
        let (network, class, canonical) = match self {
            Self::Bitcoin => segwit_or_base58(text, &bech32::BITCOIN, &base58::BITCOIN)?,
            // A wallet of Mimblewimble on Litecoin (LIP 0004) has another length and is not checked here.
            Self::Litecoin if text.starts_with("ltcmweb1") => (None, Class::ShapeOnly, text.to_owned()),
            Self::Litecoin => segwit_or_base58(text, &bech32::LITECOIN, &base58::LITECOIN)?,
            Self::BitcoinCash => match base58::read(text.as_bytes(), &base58::BITCOIN) {
                Ok(network) => checked(network),
                Err(_) => {
                    let (network, canonical) = cashaddr::read(text)?;
                    (Some(network), Class::Verified, canonical)
                }
            },
            Self::Dogecoin => checked(base58::read(text.as_bytes(), &base58::DOGECOIN)?),
            Self::Dash => checked(base58::read(text.as_bytes(), &base58::DASH)?),
            Self::Zcash => {
                let network = zcash::transparent(text.as_bytes()).map(|network| (network, text.to_owned()));
                let shielded = || Some((zcash::shielded(text.as_bytes())?, text.to_ascii_lowercase()));
                let (network, canonical) = network.or_else(shielded).ok_or(SyntaxError::Form)?;
                (Some(network), Class::Verified, canonical)
            }
            Self::Tron => tron(text)?,
            Self::Evm => {
                let (class, canonical) = evm::read(text)?;
                (None, class, canonical)
            }
            Self::Xrp => (xrp::read(text)?, Class::Verified, text.to_owned()),
            Self::Solana => {
                base58_of(text, 32)?;
                (None, Class::WellFormed, text.to_owned())
            }
            Self::Ton => ton::read(text)?,
            Self::Monero => checked(monero::read(text)?),
        };
        Ok(Address { ledger: self, network, class, canonical })
    }

    /// Reads a whole text as the identifier of a transaction of this ledger, in its canonical spelling. None has a
    /// checksum.
    ///
    /// # Errors
    /// [`SyntaxError::Form`] where it is none.
    pub fn transaction(self, text: &str) -> Result<String, SyntaxError> {
        let hash = |text: &str| is_hex(text, 64).then(|| text.to_ascii_lowercase());
        let canonical = match self {
            Self::Evm => text.strip_prefix("0x").and_then(hash).map(|hash| format!("0x{hash}")),
            // A transaction of Solana is named by its first signature (Ed25519).
            Self::Solana => base58_of(text, 64).ok().map(|()| text.to_owned()),
            // TON tools write the hash in hexadecimal or in Base64.
            Self::Ton => hash(text).or_else(|| ton::is_hash(text).then(|| text.to_owned())),
            _ => hash(text),
        };
        canonical.ok_or(SyntaxError::Form)
    }

    /// What a whole text can be as an address, one for each ledger that has such, those with a checksum first.
    pub fn candidates(text: &str) -> Vec<Address> {
        let mut found: Vec<_> = Self::ALL.iter().filter_map(|ledger| ledger.address(text).ok()).collect();
        found.retain(|address| address.class != Class::ShapeOnly);
        found.sort_by_key(|address| address.class);
        found
    }
}

impl fmt::Display for Ledger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Ledger {
    type Err = SyntaxError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.iter().copied().find(|ledger| ledger.as_str() == text).ok_or(SyntaxError::Form)
    }
}

type Read = (Option<Network>, Class, String);

fn segwit_or_base58(
    text: &str,
    prefixes: &bech32::Prefixes,
    versions: &base58::Versions,
) -> Result<Read, SyntaxError> {
    if bech32::has_prefix(text.as_bytes(), prefixes) {
        let network = bech32::read(text.as_bytes(), prefixes)?;
        // BIP173: the lower-case spelling is the one to be used inside a program.
        return Ok((Some(network), Class::Verified, text.to_ascii_lowercase()));
    }
    let network = base58::read(text.as_bytes(), versions)?;
    Ok((Some(network), Class::Verified, text.to_owned()))
}

/// TRON's developer documentation, *Account*: 0x41 and 20 bytes, in Base58Check or in hexadecimal. Its test networks use
/// the same byte, so an address does not tell the network.
fn tron(text: &str) -> Result<Read, SyntaxError> {
    if is_hex(text, 42) && text.starts_with("41") {
        return Ok((None, Class::WellFormed, text.to_ascii_lowercase()));
    }
    base58::read(text.as_bytes(), &base58::TRON)?;
    Ok((None, Class::Verified, text.to_owned()))
}

/// Whether a text stands for so many bytes in the Base58 of Bitcoin.
fn base58_of(text: &str, bytes: usize) -> Result<(), SyntaxError> {
    // Base58 takes log(256) / log(58) symbols a byte, so no text beyond twice the bytes needs to be decoded.
    let decoded = (text.len() <= 2 * bytes).then(|| bs58::decode(text).into_vec().ok()).flatten();
    if decoded.is_some_and(|decoded| decoded.len() == bytes) { Ok(()) } else { Err(SyntaxError::Form) }
}

pub(super) fn is_hex(text: &str, digits: usize) -> bool {
    text.len() == digits && text.bytes().all(|b| b.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn class(ledger: Ledger, text: &str) -> Result<(Option<Network>, Class), SyntaxError> {
        ledger.address(text).map(|address| (address.network, address.class))
    }

    /// Verified on this network.
    fn sure(network: Network) -> (Option<Network>, Class) {
        (Some(network), Class::Verified)
    }

    #[test]
    fn every_form_of_a_bitcoin_address_tells_its_network() {
        // BIP173, BIP350 and BIP86; the Base58Check ones are those of Bitcoin Core's documentation.
        for (text, network) in [
            ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", Network::Mainnet),
            ("3P14159f73E4gFr7JterCCQh9QjiTjiZrG", Network::Mainnet),
            ("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", Network::Mainnet),
            ("bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr", Network::Mainnet),
            ("mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn", Network::TestnetOrRegtest),
            ("tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7", Network::Testnet),
        ] {
            assert_eq!(class(Ledger::Bitcoin, text), Ok(sure(network)), "{text}");
        }
        let read = Ledger::Bitcoin.address("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4").unwrap();
        assert_eq!(read.canonical, "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4");
        for (text, expected) in [
            ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", SyntaxError::Checksum),
            ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", SyntaxError::Checksum),
            // BIP350: a checksum of Bech32 for version 1.
            ("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd", SyntaxError::Checksum),
            ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfN0", SyntaxError::Form),
            ("", SyntaxError::Form),
        ] {
            assert_eq!(class(Ledger::Bitcoin, text), Err(expected), "{text}");
        }
    }

    #[test]
    fn addresses_of_other_ledgers_by_base58_tell_their_networks() {
        // The payload of 20 times 9, under every version byte.
        let address = |version: u8| {
            let mut payload = vec![version];
            payload.extend([9; 20]);
            bs58::encode(payload).with_check().into_string()
        };
        for (ledger, versions) in [
            (Ledger::Litecoin, &base58::LITECOIN[..]),
            (Ledger::Dogecoin, &base58::DOGECOIN),
            (Ledger::Dash, &base58::DASH),
        ] {
            for version in 0..=255 {
                let known = versions.iter().find(|(known, _)| *known == version);
                let expected = known.map_or(Err(SyntaxError::Form), |(_, network)| Ok(sure(*network)));
                assert_eq!(class(ledger, &address(version)), expected, "{ledger} {version}");
            }
        }
        // LIP 0004 gives Litecoin's Mimblewimble wallets a prefix of their own.
        assert_eq!(class(Ledger::Litecoin, "ltcmweb1qq"), Ok((None, Class::ShapeOnly)));
        assert!(Ledger::candidates("ltcmweb1qq").is_empty());
    }

    #[test]
    fn the_addresses_of_tron_are_read_in_both_forms() {
        // The contract of USDT, by the developer documentation of TRON.
        let usdt = "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t";
        assert_eq!(class(Ledger::Tron, usdt), Ok((None, Class::Verified)));
        assert_eq!(class(Ledger::Tron, "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u"), Err(SyntaxError::Checksum));
        let hex = "41a614f803b6fd780986a42c78ec9c7f77e6ded13c";
        assert_eq!(class(Ledger::Tron, hex), Ok((None, Class::WellFormed)));
        assert_eq!(hex::decode(hex).unwrap(), bs58::decode(usdt).with_check(None).into_vec().unwrap());
        assert_eq!(class(Ledger::Tron, "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"), Err(SyntaxError::Form));
    }

    #[test]
    fn the_vectors_of_eip_55_are_verified() {
        for text in [
            "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
            "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
            "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
            "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
        ] {
            assert_eq!(class(Ledger::Evm, text), Ok((None, Class::Verified)), "{text}");
            let small = text.to_lowercase();
            let read = Ledger::Evm.address(&small).unwrap();
            assert_eq!((read.class, read.canonical.as_str()), (Class::WellFormed, text));
        }
        let changed = "0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
        assert_eq!(class(Ledger::Evm, changed), Err(SyntaxError::Checksum));
        // The vectors of one case, which carry no checksum of their own.
        for text in [
            "0x52908400098527886E0F7030069857D2E4169EE7",
            "0x8617E340B3D01FA5F11F306F4090FD50E238070D",
            "0xde709f2102306220921060314715629080e2fb77",
            "0x27b1fdb04752bbc536007a920d24acb045561c26",
        ] {
            assert_eq!(class(Ledger::Evm, text), Ok((None, Class::WellFormed)), "{text}");
        }
        for text in ["0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe", "5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"]
        {
            assert_eq!(class(Ledger::Evm, text), Err(SyntaxError::Form), "{text}");
        }
    }

    #[test]
    fn the_vectors_of_cashaddr_are_verified() {
        // The examples of the specification, and its vectors with hashes of 20 to 64 bytes.
        for (text, network) in [
            ("bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a", Network::Mainnet),
            ("bitcoincash:ppm2qsznhks23z7629mms6s4cwef74vcwvn0h829pq", Network::Mainnet),
            ("bitcoincash:qr6m7j9njldwwzlg9v7v53unlr4jkmx6eylep8ekg2", Network::Mainnet),
            ("bchtest:pr6m7j9njldwwzlg9v7v53unlr4jkmx6eyvwc0uz5t", Network::Testnet),
            ("bitcoincash:q9adhakpwzztepkpwp5z0dq62m6u5v5xtyj7j3h2ws4mr9g0", Network::Mainnet),
            (
                "bitcoincash:qlg0x333p4238k0qrc5ej7rzfw5g8e4a4r6vvzyrcy8j3s5k0en7calvclhw46hudk5flttj6ydvjc0pv3nchp52amk97tqa5zygg96mtky5sv5w",
                Network::Mainnet,
            ),
            ("QPM2QSZNHKS23Z7629MMS6S4CWEF74VCWVY22GDX6A", Network::Mainnet),
        ] {
            assert_eq!(class(Ledger::BitcoinCash, text), Ok(sure(network)), "{text}");
        }
        let read = Ledger::BitcoinCash.address("qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a").unwrap();
        assert_eq!(read.canonical, "bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a");
        for (text, expected) in [
            ("bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6q", SyntaxError::Checksum),
            ("bchtest:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a", SyntaxError::Checksum),
            ("bitcoincash:Qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a", SyntaxError::Form),
            ("other:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a", SyntaxError::Form),
            ("bitcoincash:", SyntaxError::Form),
        ] {
            assert_eq!(class(Ledger::BitcoinCash, text), Err(expected), "{text}");
        }
        // As it was written before CashAddr.
        assert_eq!(
            class(Ledger::BitcoinCash, "1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu"),
            Ok(sure(Network::Mainnet))
        );
    }

    #[test]
    fn the_addresses_of_the_xrp_ledger_are_read_in_both_forms() {
        // xrpl.org, *Addresses*: the special addresses; XLS-5: the vectors of one account.
        for text in [
            "rrrrrrrrrrrrrrrrrrrrrhoLvTp",
            "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh",
            "rGWrZyQqhTp9Xu7G5Pkayo7bXjH4k4QYpf",
        ] {
            assert_eq!(class(Ledger::Xrp, text), Ok((None, Class::Verified)), "{text}");
        }
        let main = "XVLhHMPHU98es4dbozjVtdWzVrDjtV5fdx1mHp98tDMoQXb";
        assert_eq!(class(Ledger::Xrp, main), Ok(sure(Network::Mainnet)));
        assert_eq!(
            class(Ledger::Xrp, "TVE26TYGhfLC7tQDno7G8dGtxSkYQn49b3qD26PK7FcGSKE"),
            Ok(sure(Network::Testnet))
        );
        assert_eq!(class(Ledger::Xrp, "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTi"), Err(SyntaxError::Checksum));
        assert_eq!(class(Ledger::Xrp, "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"), Err(SyntaxError::Form));
    }

    #[test]
    fn the_addresses_of_solana_have_no_checksum() {
        // The token program, by the documentation of Solana, and the system program: 32 zeros.
        for text in ["TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA", "11111111111111111111111111111111"] {
            assert_eq!(class(Ledger::Solana, text), Ok((None, Class::WellFormed)), "{text}");
        }
        for text in ["1111111111111111111111111111111", "TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5D0", ""] {
            assert_eq!(class(Ledger::Solana, text), Err(SyntaxError::Form), "{text}");
        }
    }

    #[test]
    fn the_forms_of_one_account_of_ton_have_one_canonical_spelling() {
        // The documentation of TON, *Smart contract addresses*: one account in its forms.
        let raw = "0:e4d954ef9f4e1250a26b5bbad76a1cdd17cfd08babad6f4c23e372270aef6f76";
        for text in [
            "EQDk2VTvn04SUKJrW7rXahzdF8_Qi6utb0wj43InCu9vdjrR",
            "UQDk2VTvn04SUKJrW7rXahzdF8_Qi6utb0wj43InCu9vdmcU",
            "EQDk2VTvn04SUKJrW7rXahzdF8/Qi6utb0wj43InCu9vdjrR",
        ] {
            let read = Ledger::Ton.address(text).unwrap();
            assert_eq!((read.class, read.canonical.as_str()), (Class::Verified, raw), "{text}");
        }
        assert_eq!(class(Ledger::Ton, raw), Ok((None, Class::WellFormed)));
        let changed = "EQDk2VTvn04SUKJrW7rXahzdF8_Qi6utb0wj43InCu9vdjrS";
        assert_eq!(class(Ledger::Ton, changed), Err(SyntaxError::Checksum));
        for text in ["1:e4d9", "2:e4d954ef9f4e1250a26b5bbad76a1cdd17cfd08babad6f4c23e372270aef6f76", ""] {
            assert_eq!(class(Ledger::Ton, text), Err(SyntaxError::Form), "{text}");
        }
    }

    #[test]
    fn the_addresses_of_monero_are_verified() {
        // Monero's documentation, *Standard address* and *Subaddress* and *Integrated address*.
        for text in [
            "4AdUndXHHZ6cfufTMvppY6JwXNouMBzSkbLYfpAV5Usx3skxNgYeYTRj5UzqtReoS44qo9mtmXCqY45DJ852K5Jv2684Rge",
            "888tNkZrPN6JsEgekjMnABU4TBzc2Dt29EPAvkRxbANsAnjyPbb3iQ1YBRk1UXcdRsiKc9dhwMVgN5S9cQUiyoogDavup3H",
            "4LL9oSLmtpccfufTMvppY6JwXNouMBzSkbLYfpAV5Usx3skxNgYeYTRj5UzqtReoS44qo9mtmXCqY45DJ852K5Jv2bYXZKKQePHES9khPK",
        ] {
            assert_eq!(class(Ledger::Monero, text), Ok(sure(Network::Mainnet)), "{text}");
            assert_eq!(class(Ledger::Monero, &text.replacen('N', "M", 1)), Err(SyntaxError::Checksum));
            assert_eq!(class(Ledger::Monero, &text[1..]), Err(SyntaxError::Form));
        }
        // A block that is larger than its bytes.
        assert_eq!(class(Ledger::Monero, &"z".repeat(95)), Err(SyntaxError::Form));
    }

    #[test]
    fn transactions_have_the_form_of_their_ledger() {
        let hash = "0a".repeat(32);
        let upper = hash.to_uppercase();
        assert_eq!(Ledger::Bitcoin.transaction(&upper), Ok(hash.clone()));
        assert_eq!(Ledger::Tron.transaction(&hash), Ok(hash.clone()));
        assert_eq!(Ledger::Evm.transaction(&format!("0x{upper}")), Ok(format!("0x{hash}")));
        let signature = bs58::encode([7; 64]).into_string();
        assert_eq!(Ledger::Solana.transaction(&signature), Ok(signature));
        assert!(Ledger::Ton.transaction(&format!("{}=", "A".repeat(43))).is_ok());
        for (ledger, text) in [
            (Ledger::Bitcoin, &hash[1..]),
            (Ledger::Evm, hash.as_str()),
            (Ledger::Tron, &format!("0x{hash}")),
            (Ledger::Solana, hash.as_str()),
            (Ledger::Ton, "A"),
        ] {
            assert_eq!(ledger.transaction(text), Err(SyntaxError::Form), "{ledger} {text}");
        }
    }

    #[test]
    fn the_ledger_of_an_address_is_named() {
        let named = |text: &str| -> Vec<_> { Ledger::candidates(text).iter().map(|a| a.ledger).collect() };
        assert_eq!(named("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"), [Ledger::Tron]);
        assert_eq!(named("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"), [Ledger::Evm]);
        // Byte for byte the same in both; Litecoin had it so for scripts.
        assert_eq!(named("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"), [Ledger::Bitcoin, Ledger::BitcoinCash]);
        assert_eq!(
            named("3P14159f73E4gFr7JterCCQh9QjiTjiZrG"),
            [Ledger::Bitcoin, Ledger::BitcoinCash, Ledger::Litecoin]
        );
        assert!(named("nothing at all").is_empty());
        for ledger in Ledger::ALL {
            assert_eq!(ledger.as_str().parse(), Ok(*ledger));
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_a_reader_fail_otherwise_than_by_its_error(text in "\\PC{0,120}") {
            for ledger in Ledger::ALL {
                if let Ok(address) = ledger.address(&text) {
                    // The canonical spelling is an address again, and its own canonical spelling.
                    let again = ledger.address(&address.canonical);
                    prop_assert_eq!(again.map(|again| again.canonical), Ok(address.canonical));
                }
                let _named = ledger.transaction(&text);
            }
        }

        #[test]
        fn one_changed_sign_of_a_tron_address_is_seen(
            hash in any::<[u8; 20]>(), at in any::<prop::sample::Index>(), sign in "[1-9A-HJ-NP-Za-km-z]",
        ) {
            let payload: Vec<u8> = std::iter::once(0x41).chain(hash).collect();
            let right = bs58::encode(payload).with_check().into_string();
            prop_assert_eq!(class(Ledger::Tron, &right), Ok((None, Class::Verified)));
            let at = at.index(right.len());
            let changed = format!("{}{sign}{}", &right[..at], &right[at + 1..]);
            prop_assert_eq!(class(Ledger::Tron, &changed).is_ok(), changed == right);
        }
    }
}
