//! Who may spend an output: the kind of its script, and the address that stands for it.

use std::fmt;

use comity_record::{Coded, Sha256Digest};
use serde::{Deserialize, Serialize};

use crate::network::Network;

/// The longest script that can ever be run (Bitcoin Core, `MAX_SCRIPT_SIZE`); longer ones are unspendable.
pub const MAX_SPENDABLE_SCRIPT: usize = 10_000;
/// The longest text that is looked at as an address: BIP 173 allows 90 characters, a script by its hash takes 71, a public
/// key that is not compressed 130.
pub const MAX_ADDRESS_TEXT: usize = 130;

/// What stands before the hash of a script that has no address form.
const BY_HASH: &str = "script:";

/// A text that names no script.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AddressError {
    /// Neither Base58Check nor Bech32 nor a public key, or the checksum is wrong.
    #[error("neither a Bitcoin address, whose checksum would hold, nor a public key")]
    Malformed,
    /// A sound address, of another network.
    #[error("the address is not one of {0}")]
    OtherNetwork(Network),
}

impl Coded for AddressError {
    fn code(&self) -> &'static str {
        match self {
            Self::Malformed => "chain-address-malformed",
            Self::OtherNetwork(_) => "chain-address-other-network",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Malformed => vec![],
            Self::OtherNetwork(network) => vec![("network", network.to_string())],
        }
    }
}

/// The kind of a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ScriptKind {
    /// Pay to the hash of a public key (P2PKH).
    PubkeyHash,
    /// Pay to the hash of a script (P2SH, BIP 16).
    ScriptHash,
    /// Pay to the hash of a public key, segregated witness (P2WPKH, BIP 141).
    WitnessPubkeyHash,
    /// Pay to the hash of a script, segregated witness (P2WSH, BIP 141).
    WitnessScriptHash,
    /// Pay to a Taproot key (P2TR, BIP 341).
    Taproot,
    /// A witness program that is none of the above (BIP 141 leaves them for later use).
    WitnessOther,
    /// A public key laid bare (P2PK).
    Pubkey,
    /// Public keys laid bare, of which some must sign.
    Multisig,
    /// Carries data and can never be spent (`OP_RETURN`).
    NullData,
    /// Longer than [`MAX_SPENDABLE_SCRIPT`], so never spendable.
    Oversize,
    /// Anything else.
    Nonstandard,
}

impl ScriptKind {
    const ALL: [Self; 11] = [
        Self::PubkeyHash,
        Self::ScriptHash,
        Self::WitnessPubkeyHash,
        Self::WitnessScriptHash,
        Self::Taproot,
        Self::WitnessOther,
        Self::Pubkey,
        Self::Multisig,
        Self::NullData,
        Self::Oversize,
        Self::Nonstandard,
    ];

    /// The byte that stands for the kind in range digests; never changes once given.
    pub(crate) fn byte(self) -> u8 {
        let place = Self::ALL.iter().position(|kind| *kind == self).expect("every kind is in the list");
        u8::try_from(place).expect("there are eleven kinds")
    }

    /// The kind that a byte stands for. One that stands for none makes some kind, and no panic.
    pub(crate) fn of_stored(byte: u8) -> Self {
        Self::ALL.get(usize::from(byte)).copied().unwrap_or(Self::Nonstandard)
    }

    /// Whether outputs of this kind can never be spent, so that they are no part of the UTXO set.
    pub fn is_unspendable(self) -> bool {
        matches!(self, Self::NullData | Self::Oversize)
    }

    /// Whether scripts of this kind are known by their hash for want of an address.
    pub fn is_by_hash(self) -> bool {
        matches!(self, Self::Pubkey | Self::Multisig | Self::NullData | Self::Oversize | Self::Nonstandard)
    }
}

/// A script in short: its kind, and the hash or key by which an address names it.
///
/// For kinds without an address the payload is the SHA-256 of the script. For [`ScriptKind::WitnessOther`] it is
/// the version followed by the program.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ScriptKey {
    kind: ScriptKind,
    length: u8,
    payload: [u8; 41],
}

impl ScriptKey {
    /// Bytes of the longest stored key: the kind and the payload.
    pub(crate) const MAX_STORED: usize = 1 + 41;

    /// A key as [`ScriptKey::store`] wrote it. Bytes that it did not write make some key, and no panic.
    pub(crate) fn from_stored(bytes: &[u8]) -> Self {
        let (kind, payload) = bytes.split_first().unwrap_or((&0, &[]));
        Self::new(ScriptKind::of_stored(*kind), &payload[..payload.len().min(41)])
    }

    /// Writes the key: a byte of its kind, and the payload, whose length the reader knows.
    pub(crate) fn store(&self, into: &mut crate::store::Column<1>) {
        into.push([self.kind.byte()]);
        into.extend(self.payload());
    }

    /// The key of a script as an output holds it.
    pub fn of_script(script: &[u8]) -> Self {
        match *script {
            // DUP HASH160 <20> EQUALVERIFY CHECKSIG
            [0x76, 0xa9, 0x14, ref hash @ .., 0x88, 0xac] if hash.len() == 20 => {
                Self::new(ScriptKind::PubkeyHash, hash)
            }
            // HASH160 <20> EQUAL
            [0xa9, 0x14, ref hash @ .., 0x87] if hash.len() == 20 => Self::new(ScriptKind::ScriptHash, hash),
            [0x00, 0x14, ref hash @ ..] if hash.len() == 20 => Self::new(ScriptKind::WitnessPubkeyHash, hash),
            [0x00, 0x20, ref hash @ ..] if hash.len() == 32 => Self::new(ScriptKind::WitnessScriptHash, hash),
            [0x51, 0x20, ref key @ ..] if key.len() == 32 => Self::new(ScriptKind::Taproot, key),
            // OP_1 to OP_16, one push of 2 to 40 bytes. A version 0 of other lengths is no program: BIP 141 fails it.
            [version @ 0x51..=0x60, length @ 2..=40, ref program @ ..]
                if program.len() == usize::from(length) =>
            {
                let mut payload = [0; 41];
                payload[0] = version - 0x50;
                payload[1..=program.len()].copy_from_slice(program);
                Self::new(ScriptKind::WitnessOther, &payload[..=program.len()])
            }
            _ => Self::new(kind_by_hash(script), Sha256Digest::of(script).as_bytes()),
        }
    }

    /// Reads an address of `network`, `script:` and the SHA-256 of a script that has no address, or a public key in
    /// hexadecimal (SEC 1, 33 or 65 bytes), which stands for the script that pays to the bare key.
    ///
    /// The address of the hash of a public key stands for that hash alone. Explorers show it for the bare key too, but the
    /// key cannot be told from the hash.
    ///
    /// A script by hash is read as [`ScriptKind::Nonstandard`]; [`ScriptKey::alternatives`] lists the other kinds
    /// that the same hash may stand for.
    ///
    /// # Errors
    /// Says whether the text is no address at all or one of another network.
    pub fn parse(text: &str, network: Network) -> Result<Self, AddressError> {
        if text.len() > MAX_ADDRESS_TEXT {
            return Err(AddressError::Malformed);
        }
        if let Some(hash) = text.strip_prefix(BY_HASH) {
            let hash: Sha256Digest = hash.parse().map_err(|_| AddressError::Malformed)?;
            return Ok(Self::new(ScriptKind::Nonstandard, hash.as_bytes()));
        }
        // No address of any network begins with a 0, as the keys do.
        if let Some(script) = bare_key_script(text) {
            return Ok(Self::of_script(&script));
        }
        if let Ok((hrp, version, program)) = bech32::segwit::decode(text) {
            if hrp != network.hrp() {
                return Err(AddressError::OtherNetwork(network));
            }
            let version = version.to_u8();
            let kind = match (version, program.len()) {
                (0, 20) => ScriptKind::WitnessPubkeyHash,
                (0, _) => ScriptKind::WitnessScriptHash,
                (1, 32) => ScriptKind::Taproot,
                _ => {
                    let mut payload = vec![version];
                    payload.extend_from_slice(&program);
                    return Ok(Self::new(ScriptKind::WitnessOther, &payload));
                }
            };
            return Ok(Self::new(kind, &program));
        }
        let bytes = bs58::decode(text).with_check(None).into_vec().map_err(|_| AddressError::Malformed)?;
        let [prefix, hash @ ..] = &bytes[..] else { return Err(AddressError::Malformed) };
        if hash.len() != 20 {
            return Err(AddressError::Malformed);
        }
        if *prefix == network.pubkey_hash_prefix() {
            Ok(Self::new(ScriptKind::PubkeyHash, hash))
        } else if *prefix == network.script_hash_prefix() {
            Ok(Self::new(ScriptKind::ScriptHash, hash))
        } else {
            Err(AddressError::OtherNetwork(network))
        }
    }

    /// This key and, if it is a script by hash, the same hash under every other such kind.
    pub fn alternatives(&self) -> impl Iterator<Item = Self> + use<> {
        let own = *self;
        ScriptKind::ALL
            .into_iter()
            .filter(move |kind| if own.kind.is_by_hash() { kind.is_by_hash() } else { *kind == own.kind })
            .map(move |kind| Self { kind, ..own })
    }

    /// The kind of the script.
    pub fn kind(&self) -> ScriptKind {
        self.kind
    }

    /// The hash, key or program that names the script.
    pub fn payload(&self) -> &[u8] {
        &self.payload[..usize::from(self.length)]
    }

    /// The address on `network`, or `script:` and the SHA-256 of the script.
    pub fn text(&self, network: Network) -> String {
        let segwit = |version: u8, program: &[u8]| {
            let version = bech32::Fe32::try_from(version).expect("witness versions end at 16");
            bech32::segwit::encode(network.hrp(), version, program)
                .expect("keys are made only from programs of a valid length")
        };
        let base58 = |prefix: u8| {
            let mut bytes = vec![prefix];
            bytes.extend_from_slice(self.payload());
            bs58::encode(bytes).with_check().into_string()
        };
        match self.kind {
            ScriptKind::PubkeyHash => base58(network.pubkey_hash_prefix()),
            ScriptKind::ScriptHash => base58(network.script_hash_prefix()),
            ScriptKind::WitnessPubkeyHash | ScriptKind::WitnessScriptHash => segwit(0, self.payload()),
            ScriptKind::Taproot => segwit(1, self.payload()),
            ScriptKind::WitnessOther => segwit(self.payload()[0], &self.payload()[1..]),
            _ => format!("{BY_HASH}{}", hex::encode(self.payload())),
        }
    }

    fn new(kind: ScriptKind, bytes: &[u8]) -> Self {
        let mut payload = [0; 41];
        payload[..bytes.len()].copy_from_slice(bytes);
        Self { kind, length: u8::try_from(bytes.len()).expect("at most 41 bytes"), payload }
    }
}

impl fmt::Debug for ScriptKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ScriptKey({:?} {})", self.kind, hex::encode(self.payload()))
    }
}

/// The script that pays to the public key that `text` is, if it is one.
fn bare_key_script(text: &str) -> Option<Vec<u8>> {
    let key = hex::decode(text).ok()?;
    let script = [&[u8::try_from(key.len()).ok()?][..], &key, &[0xac]].concat();
    (kind_by_hash(&script) == ScriptKind::Pubkey).then_some(script)
}

fn kind_by_hash(script: &[u8]) -> ScriptKind {
    match *script {
        _ if script.len() > MAX_SPENDABLE_SCRIPT => ScriptKind::Oversize,
        [0x6a, ..] => ScriptKind::NullData,
        [0x21, 0x02 | 0x03, .., 0xac] if script.len() == 35 => ScriptKind::Pubkey,
        [0x41, 0x04 | 0x06 | 0x07, .., 0xac] if script.len() == 67 => ScriptKind::Pubkey,
        [needed @ 0x51..=0x60, ref keys @ .., of @ 0x51..=0x60, 0xae] if needed <= of => {
            if public_keys(keys) == Some(of - 0x50) { ScriptKind::Multisig } else { ScriptKind::Nonstandard }
        }
        _ => ScriptKind::Nonstandard,
    }
}

/// How many pushes of public keys `bytes` consists of, if of nothing else.
fn public_keys(mut bytes: &[u8]) -> Option<u8> {
    let mut count = 0_u8;
    while let [length @ (33 | 65), rest @ ..] = bytes {
        bytes = rest.get(usize::from(*length)..)?;
        count = count.checked_add(1)?;
    }
    bytes.is_empty().then_some(count)
}

#[cfg(test)]
mod tests {
    use bitcoin::{Address, ScriptBuf, WitnessProgram, WitnessVersion};
    use proptest::prelude::*;

    use super::*;

    const NETWORKS: [(Network, bitcoin::Network); 5] = [
        (Network::Mainnet, bitcoin::Network::Bitcoin),
        (Network::Testnet3, bitcoin::Network::Testnet),
        (Network::Testnet4, bitcoin::Network::Testnet4),
        (Network::Signet, bitcoin::Network::Signet),
        (Network::Regtest, bitcoin::Network::Regtest),
    ];

    /// The kind is the expected one, the address is the oracle's, and it reads back.
    fn agrees(script: &[u8], kind: ScriptKind) {
        let key = ScriptKey::of_script(script);
        assert_eq!(key.kind(), kind);
        for (ours, theirs) in NETWORKS {
            let expected = Address::from_script(ScriptBuf::from_bytes(script.to_vec()).as_script(), theirs);
            match expected {
                Ok(address) => assert_eq!(key.text(ours), address.to_string()),
                Err(_) => assert!(kind.is_by_hash(), "{kind:?} has no address in the oracle"),
            }
            let read = ScriptKey::parse(&key.text(ours), ours).unwrap();
            assert!(read.alternatives().any(|other| other == key));
        }
    }

    #[test]
    fn each_kind_is_told_and_its_address_is_the_bitcoin_crates() {
        let with = |before: &[u8], fill: usize, after: &[u8]| [before, &vec![0x5a; fill][..], after].concat();
        agrees(&with(&[0x76, 0xa9, 0x14], 20, &[0x88, 0xac]), ScriptKind::PubkeyHash);
        agrees(&with(&[0xa9, 0x14], 20, &[0x87]), ScriptKind::ScriptHash);
        agrees(&with(&[0x00, 0x14], 20, &[]), ScriptKind::WitnessPubkeyHash);
        agrees(&with(&[0x00, 0x20], 32, &[]), ScriptKind::WitnessScriptHash);
        agrees(&with(&[0x51, 0x20], 32, &[]), ScriptKind::Taproot);
        agrees(&[0x51, 0x02, 0x4e, 0x73], ScriptKind::WitnessOther);
        agrees(&with(&[0x60, 40], 40, &[]), ScriptKind::WitnessOther);
        agrees(&with(&[0x21, 0x02], 32, &[0xac]), ScriptKind::Pubkey);
        agrees(&with(&[0x41, 0x04], 64, &[0xac]), ScriptKind::Pubkey);
        let two = [with(&[33], 33, &[]), with(&[65], 65, &[])].concat();
        agrees(&[&[0x51][..], &two, &[0x52, 0xae]].concat(), ScriptKind::Multisig);
        agrees(&[&[0x51][..], &two, &[0x53, 0xae]].concat(), ScriptKind::Nonstandard);
        agrees(&[&[0x53][..], &two, &[0x52, 0xae]].concat(), ScriptKind::Nonstandard);
        agrees(&with(&[0x6a, 0x04], 4, &[]), ScriptKind::NullData);
        agrees(&[], ScriptKind::Nonstandard);
        agrees(&[0x00, 0x03, 1, 2, 3], ScriptKind::Nonstandard);
    }

    #[test]
    fn a_script_at_the_length_limit_is_spendable_and_one_past_it_is_not() {
        assert_eq!(ScriptKey::of_script(&vec![0x51; MAX_SPENDABLE_SCRIPT]).kind(), ScriptKind::Nonstandard);
        let past = ScriptKey::of_script(&vec![0x51; MAX_SPENDABLE_SCRIPT + 1]);
        assert_eq!(past.kind(), ScriptKind::Oversize);
        assert!(past.kind().is_unspendable());
    }

    #[test]
    fn published_addresses_read_and_print_the_same() {
        // BIP 173 and BIP 350 test vectors, and the address of mainnet's first coinbase key.
        for (text, kind) in [
            ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", ScriptKind::WitnessPubkeyHash),
            ("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0", ScriptKind::Taproot),
            ("bc1sw50qgdz25j", ScriptKind::WitnessOther),
            ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", ScriptKind::PubkeyHash),
        ] {
            let key = ScriptKey::parse(text, Network::Mainnet).unwrap();
            assert_eq!((key.kind(), key.text(Network::Mainnet).as_str()), (kind, text));
            assert!(matches!(ScriptKey::parse(text, Network::Regtest), Err(AddressError::OtherNetwork(_))));
        }
        let upper = ScriptKey::parse("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", Network::Mainnet).unwrap();
        assert_eq!(upper.text(Network::Mainnet), "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4");
    }

    #[test]
    fn a_public_key_names_the_script_that_pays_to_it() {
        // SEC 1: compressed, uncompressed, and the hybrid form that old nodes took as well.
        for (head, length) in [(0x02, 33), (0x03, 33), (0x04, 65), (0x06, 65), (0x07, 65)] {
            let mut key = vec![0x5a; length];
            key[0] = head;
            let script = [&[u8::try_from(length).unwrap()][..], &key, &[0xac]].concat();
            let text = hex::encode(&key);
            let read = ScriptKey::parse(&text, Network::Mainnet).unwrap();
            assert_eq!((read, read.kind()), (ScriptKey::of_script(&script), ScriptKind::Pubkey));
            assert_eq!(ScriptKey::parse(&text.to_uppercase(), Network::Signet).unwrap(), read);
            for wrong in [&text[2..], &format!("{text}00"), &format!("05{}", &text[2..]), &text[1..]] {
                assert!(matches!(ScriptKey::parse(wrong, Network::Mainnet), Err(AddressError::Malformed)));
            }
        }
    }

    #[test]
    fn one_wrong_letter_is_refused() {
        for text in [
            "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5",
            "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb",
            "script:00",
            "",
            &"1".repeat(MAX_ADDRESS_TEXT),
            &"1".repeat(MAX_ADDRESS_TEXT + 1),
        ] {
            assert!(
                matches!(ScriptKey::parse(text, Network::Mainnet), Err(AddressError::Malformed)),
                "{text}"
            );
        }
    }

    proptest! {
        #[test]
        fn any_witness_program_agrees_with_the_bitcoin_crate(
            version in 1_u8..=16, program in proptest::collection::vec(any::<u8>(), 2..=40),
        ) {
            let theirs = WitnessProgram::new(WitnessVersion::try_from(version).unwrap(), &program).unwrap();
            let script = ScriptBuf::new_witness_program(&theirs);
            let address = Address::from_script(&script, bitcoin::Network::Bitcoin).unwrap().to_string();
            let key = ScriptKey::of_script(script.as_bytes());
            prop_assert_eq!(key.text(Network::Mainnet), address.clone());
            prop_assert_eq!(ScriptKey::parse(&address, Network::Mainnet).unwrap(), key);
        }

        #[test]
        fn no_text_panics(text in ".{0,100}") {
            let _ = ScriptKey::parse(&text, Network::Mainnet);
        }
    }
}
