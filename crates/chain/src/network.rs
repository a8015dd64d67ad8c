//! The Bitcoin networks, told apart by the four bytes in front of each stored block.

use std::fmt;
use std::str::FromStr;

use comity_record::Coded;
use serde::{Deserialize, Serialize};

use crate::hash::BlockHash;

/// A name that is none of the networks.
#[derive(Debug, thiserror::Error)]
#[error("{0:?} is not a Bitcoin network")]
pub struct NetworkNameError(String);

impl Coded for NetworkNameError {
    fn code(&self) -> &'static str {
        "chain-network-unknown"
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        vec![("name", self.0.clone())]
    }
}

/// A Bitcoin network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Network {
    /// The network whose coins have a price.
    Mainnet,
    /// The third public test network.
    Testnet3,
    /// The fourth public test network (BIP 94).
    Testnet4,
    /// The default public signet (BIP 325).
    Signet,
    /// A private chain with trivial proof of work.
    Regtest,
}

impl Network {
    /// Every network, in the order in which they are listed to a person.
    pub const ALL: [Self; 5] = [Self::Mainnet, Self::Testnet3, Self::Testnet4, Self::Signet, Self::Regtest];

    /// The network whose records begin with `magic`.
    pub fn of_magic(magic: [u8; 4]) -> Option<Self> {
        Self::ALL.into_iter().find(|network| network.magic() == magic)
    }

    /// The four bytes in front of each stored block and each message between nodes.
    pub const fn magic(self) -> [u8; 4] {
        match self {
            Self::Mainnet => [0xf9, 0xbe, 0xb4, 0xd9],
            Self::Testnet3 => [0x0b, 0x11, 0x09, 0x07],
            Self::Testnet4 => [0x1c, 0x16, 0x3f, 0x28],
            Self::Signet => [0x0a, 0x03, 0xcf, 0x40],
            Self::Regtest => [0xfa, 0xbf, 0xb5, 0xda],
        }
    }

    /// The hash of the first block, which is height 0.
    pub fn genesis(self) -> BlockHash {
        let text = match self {
            Self::Mainnet => "000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f",
            Self::Testnet3 => "000000000933ea01ad0ee984209779baaec3ced90fa3f408719526f8d77f4943",
            Self::Testnet4 => "00000000da84f2bafbbc53dee25a72ae507ff4914b867c565be350b0da8bf043",
            Self::Signet => "00000008819873e925422c1ff0f99f7cc9bbb232af63a077a480a3633bee1ef6",
            Self::Regtest => "0f9188f13cb7b2c71f2a335e3a4fc328bf5beb436012afca590b1a11466e2206",
        };
        text.parse().expect("the constants above are hashes, and a test reads each of them")
    }

    /// Blocks of which the height is known: the first, and those that Bitcoin Core had as checkpoints (`chainparams.cpp`) from
    /// the time before blocks stated their height.
    pub fn known_blocks(self) -> Vec<(u32, BlockHash)> {
        let more: &[(u32, &str)] = match self {
            Self::Mainnet => &[
                (11_111, "0000000069e244f73d78e8fd29ba2fd2ed618bd6fa2ee92559f542fdb26e7c1d"),
                (33_333, "000000002dd5588a74784eaa7ab0507a18ad16a236e7b1ce69f00d7ddfb5d0a6"),
                (74_000, "0000000000573993a3c9e41ce34471c079dcf5f52a0e824a81e7f953b8661a20"),
                (105_000, "00000000000291ce28027faea320c8d2b054b2e0fe44a773f3eefb151d6bdc97"),
                (134_444, "00000000000005b12ffd4cd315cd34ffd4a594f430ac814c91184a0d42d2b0fe"),
                (168_000, "000000000000099e61ea72015e79632f216fe6cb33d7899acb35b75c8303b763"),
                (193_000, "000000000000059f452a5f7340de6682a977387c17010ff6e6c3bd83ca8b1317"),
                (210_000, "000000000000048b95347e83192f69cf0366076336c639f9b7228e9ba171342e"),
                (216_116, "00000000000001b4f4b433e81ee46494af945cf96014816a4e2370f11b23df4e"),
                (225_430, "00000000000001c108384350f74090433e7fcf79a606b8e797f065b130575932"),
            ],
            _ => &[],
        };
        let known = |(height, hash): &(u32, &str)| {
            (*height, hash.parse().expect("the constants above are hashes, and a test reads each of them"))
        };
        std::iter::once((0, self.genesis())).chain(more.iter().map(known)).collect()
    }

    /// The height from which on every coinbase states its own (BIP 34, as Bitcoin Core has buried it); none where chains
    /// may be made in any way.
    pub const fn heights_stated_since(self) -> Option<u32> {
        match self {
            Self::Mainnet => Some(227_931),
            Self::Testnet3 => Some(21_111),
            Self::Testnet4 | Self::Signet => Some(1),
            Self::Regtest => None,
        }
    }

    /// Whether the difficulty changes every 2016 blocks and never between. On the public test networks a block may be easy
    /// when none was found for a while.
    pub const fn has_periods(self) -> bool {
        matches!(self, Self::Mainnet | Self::Signet)
    }

    /// The easiest target that a header may claim, in compact form.
    pub const fn easiest_bits(self) -> u32 {
        match self {
            Self::Mainnet | Self::Testnet3 | Self::Testnet4 => 0x1d00_ffff,
            Self::Signet => 0x1e03_77ae,
            Self::Regtest => 0x207f_ffff,
        }
    }

    /// The first byte of a pay-to-public-key-hash address.
    pub const fn pubkey_hash_prefix(self) -> u8 {
        match self {
            Self::Mainnet => 0,
            _ => 111,
        }
    }

    /// The first byte of a pay-to-script-hash address.
    pub const fn script_hash_prefix(self) -> u8 {
        match self {
            Self::Mainnet => 5,
            _ => 196,
        }
    }

    /// The part of a segregated-witness address before the separator (BIP 173).
    pub const fn hrp(self) -> bech32::Hrp {
        match self {
            Self::Mainnet => bech32::hrp::BC,
            Self::Testnet3 | Self::Testnet4 | Self::Signet => bech32::hrp::TB,
            Self::Regtest => bech32::hrp::BCRT,
        }
    }

    /// The name on the command line, in findings and in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mainnet => "mainnet",
            Self::Testnet3 => "testnet3",
            Self::Testnet4 => "testnet4",
            Self::Signet => "signet",
            Self::Regtest => "regtest",
        }
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Network {
    type Err = NetworkNameError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|network| network.name() == text)
            .ok_or_else(|| NetworkNameError(text.chars().take(40).collect()))
    }
}

#[cfg(test)]
mod tests {
    use bitcoin::hashes::Hash as _;

    use super::*;

    #[test]
    fn magic_and_genesis_are_those_of_the_bitcoin_crate() {
        for (ours, theirs) in [
            (Network::Mainnet, bitcoin::Network::Bitcoin),
            (Network::Testnet3, bitcoin::Network::Testnet),
            (Network::Testnet4, bitcoin::Network::Testnet4),
            (Network::Signet, bitcoin::Network::Signet),
            (Network::Regtest, bitcoin::Network::Regtest),
        ] {
            assert_eq!(ours.magic(), theirs.magic().to_bytes());
            let genesis = bitcoin::blockdata::constants::genesis_block(theirs).block_hash();
            assert_eq!(ours.genesis().as_bytes(), genesis.as_byte_array());
            let easiest =
                bitcoin::Target::from_compact(bitcoin::CompactTarget::from_consensus(ours.easiest_bits()));
            assert_eq!(easiest, bitcoin::params::Params::new(theirs).max_attainable_target);
            assert_eq!(Network::of_magic(ours.magic()), Some(ours));
            assert_eq!(ours.name().parse::<Network>().unwrap(), ours);
        }
    }

    #[test]
    fn a_name_that_is_none_is_refused_with_its_code() {
        assert_eq!("testnet".parse::<Network>().unwrap_err().code(), "chain-network-unknown");
    }
}
