//! Private keys in Base58Check, and extended keys of both kinds.

use zeroize::Zeroizing;

use super::Reading;
use super::base58::is_checked;
use crate::hit::{Class, Kind, Network};

/// Symbols of a private key in the wallet import format: 37 bytes, or 38 with the mark of a compressed public key.
pub(super) const WIF_MIN: usize = 51;
pub(super) const WIF_MAX: usize = 52;

/// Symbols of an extended key (BIP32): 82 bytes under the versions that wallets use.
pub(super) const EXTENDED: usize = 111;

/// The version bytes of private keys: Bitcoin's in `chainparams.cpp` of Bitcoin Core, and those of Litecoin, Dogecoin and
/// Dash in theirs. A test network's is shared by all of them.
const WIF_VERSIONS: [(u8, Option<Network>); 8] = [
    (0x80, Some(Network::Mainnet)),
    (0xef, Some(Network::TestnetOrRegtest)),
    (0xb0, Some(Network::Mainnet)),
    (0x9e, Some(Network::Mainnet)),
    (0xcc, Some(Network::Mainnet)),
    (0xf1, Some(Network::Testnet)),
    (0xbc, Some(Network::Mainnet)),
    (0xd2, None),
];

/// The four bytes before an extended key, private and public: BIP32, and SLIP-0132 for the kinds of address that wallets
/// note in them (`y`, `z`, and `Y`, `Z` where several sign; `t`, `u`, `v` and their capitals on test networks; Litecoin's
/// `Ltub` and `Mtub`, Dogecoin's `dgub`).
const EXTENDED_VERSIONS: [(u32, u32, Network); 13] = [
    (0x0488_ade4, 0x0488_b21e, Network::Mainnet),
    (0x049d_7878, 0x049d_7cb2, Network::Mainnet),
    (0x04b2_430c, 0x04b2_4746, Network::Mainnet),
    (0x0295_b005, 0x0295_b43f, Network::Mainnet),
    (0x02aa_7a99, 0x02aa_7ed3, Network::Mainnet),
    (0x0435_8394, 0x0435_87cf, Network::TestnetOrRegtest),
    (0x044a_4e28, 0x044a_5262, Network::TestnetOrRegtest),
    (0x045f_18bc, 0x045f_1cf6, Network::TestnetOrRegtest),
    (0x0242_85b5, 0x0242_89ef, Network::TestnetOrRegtest),
    (0x0257_5048, 0x0257_5483, Network::TestnetOrRegtest),
    (0x019d_9cfe, 0x019d_a462, Network::Mainnet),
    (0x01b2_6792, 0x01b2_6ef6, Network::Mainnet),
    (0x02fa_c398, 0x02fa_cafd, Network::Mainnet),
];

/// The order of secp256k1 (SEC 2, 2.4.1): a private key is less, and not zero.
const ORDER: [u8; 32] = [
    0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfe, 0xba,
    0xae, 0xdc, 0xe6, 0xaf, 0x48, 0xa0, 0x3b, 0xbf, 0xd2, 0x5e, 0x8c, 0xd0, 0x36, 0x41, 0x41,
];

/// A private key in the wallet import format.
pub(super) fn wif(text: &[u8]) -> Option<Reading> {
    let bytes = decoded(text)?;
    let (key, mark) = match bytes.len() {
        37 => (&bytes[1..33], true),
        38 => (&bytes[1..33], bytes[33] == 1),
        _ => return None,
    };
    let (_, network) = WIF_VERSIONS.into_iter().find(|(version, _)| *version == bytes[0])?;
    (mark && is_private(key) && is_checked(&bytes)).then(|| reading(Kind::WifKey, network, text))
}

/// An extended key. BIP32 names what makes one invalid though its checksum is right (test vector 5).
pub(super) fn extended(text: &[u8]) -> Option<Reading> {
    let bytes = decoded(text).filter(|bytes| bytes.len() == 82)?;
    let version = u32::from_be_bytes(*bytes.first_chunk()?);
    let of = |(private, public, network): (u32, u32, Network)| {
        let kind = match version {
            _ if version == private => Kind::ExtendedPrivateKey,
            _ if version == public => Kind::ExtendedPublicKey,
            _ => return None,
        };
        Some((kind, network))
    };
    let (kind, network) = EXTENDED_VERSIONS.into_iter().find_map(of)?;
    let (depth, parent_and_index, first, key) = (bytes[4], &bytes[5..13], bytes[45], &bytes[46..78]);
    let fits = match kind {
        Kind::ExtendedPrivateKey => first == 0 && is_private(key),
        _ => matches!(first, 2 | 3),
    };
    let is_root_whole = depth != 0 || parent_and_index.iter().all(|byte| *byte == 0);
    (fits && is_root_whole && is_checked(&bytes)).then(|| reading(kind, Some(network), text))
}

fn is_private(key: &[u8]) -> bool {
    key.iter().any(|byte| *byte != 0) && *key < ORDER[..]
}

fn decoded(text: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    bs58::decode(text).into_vec().ok().map(Zeroizing::new)
}

fn reading(kind: Kind, network: Option<Network>, text: &[u8]) -> Reading {
    let canonical = text.iter().copied().map(char::from).collect();
    Reading { kind, class: Class::Verified, network, canonical, before: 0 }
}
