//! At which height a chain begins that does not go back to the first block of its network.
//!
//! Since BIP 34 coinbases state their height. Before, nothing in a block does: the height is known where one of the blocks
//! is known to the program, else whoever gives the blocks has to say it. What he says is held to what follows: a block that is
//! known stands at its height, the difficulty changes only where it may, and later coinbases state theirs.

use super::IngestError;
use super::chunk::Chunk;
use crate::block::Header;
use crate::network::Network;

/// Blocks between changes of the difficulty.
const PERIOD: u32 = 2016;

/// The height of the first of the headers of a chain, where one of them, or the block before the first, is known.
pub(super) fn known(network: Network, headers: &[Header]) -> Option<u32> {
    let heights = network.known_blocks();
    let first = headers.first()?;
    if let Some((height, _)) = heights.iter().find(|(_, hash)| *hash == first.prev()) {
        return height.checked_add(1);
    }
    (0..).zip(headers).find_map(|(place, header)| {
        let hash = header.hash();
        heights.iter().find(|(_, known)| *known == hash)?.0.checked_sub(place)
    })
}

/// That no header speaks against a height of the first.
///
/// # Errors
/// When one does.
pub(super) fn check(network: Network, given: u32, headers: &[Header]) -> Result<(), IngestError> {
    let contradicted = |at| Err(IngestError::FirstHeightContradicted { given, at });
    let place = |at: u32| at.checked_sub(given).and_then(|place| headers.get(usize::try_from(place).ok()?));
    for (at, hash) in network.known_blocks() {
        if place(at).is_some_and(|header| header.hash() != hash) {
            return contradicted(at);
        }
    }
    if !network.has_periods() {
        return Ok(());
    }
    for (at, two) in (given.saturating_add(1)..).zip(headers.windows(2)) {
        if two[0].bits() != two[1].bits() && !at.is_multiple_of(PERIOD) {
            return contradicted(at);
        }
    }
    Ok(())
}

/// That the coinbases of blocks which must state their height state the one at which they are to be added. `height` is that
/// of the first block of the chunks.
///
/// # Errors
/// When one states another.
pub(super) fn check_stated(
    network: Network,
    first_height: u32,
    mut height: u32,
    chunks: &[Chunk],
) -> Result<(), IngestError> {
    let Some(since) = network.heights_stated_since() else { return Ok(()) };
    for chunk in chunks {
        for (place, stated) in &chunk.stated {
            let at = height.saturating_add(*place);
            if at >= since && at != *stated {
                return Err(IngestError::FirstHeightContradicted { given: first_height, at });
            }
        }
        height = height.saturating_add(u32::try_from(chunk.headers.len()).unwrap_or(u32::MAX));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use comity_record::Coded as _;

    use super::*;
    use crate::hash::BlockHash;

    const NET: Network = Network::Mainnet;

    /// A header with this target, and otherwise nothing.
    fn header(bits: u32) -> Header {
        let mut bytes = [0; 80];
        bytes[72..76].copy_from_slice(&bits.to_le_bytes());
        Header::from_bytes(bytes)
    }

    fn behind(prev: BlockHash) -> Header {
        let mut bytes = [0; 80];
        bytes[4..36].copy_from_slice(prev.as_bytes());
        Header::from_bytes(bytes)
    }

    #[test]
    fn a_block_behind_a_known_one_is_at_the_height_after_it() {
        for (height, hash) in NET.known_blocks() {
            assert_eq!(known(NET, &[behind(hash), header(1)]), Some(height + 1));
            assert_eq!(known(Network::Signet, &[behind(hash)]), None);
        }
        assert_eq!(known(NET, &[header(1)]), None);
    }

    #[test]
    fn another_block_where_a_known_one_is_contradicts_the_height() {
        let chain = [header(1), header(1)];
        for height in [0, 11_110, 11_111, 225_430] {
            let error = check(NET, height, &chain).unwrap_err();
            assert_eq!(error.code(), "chain-ingest-first-height-contradicted", "{height}");
        }
        assert!(check(NET, 11_112, &chain).is_ok() && check(NET, 11_109, &chain).is_ok());
    }

    #[test]
    fn the_difficulty_changes_only_every_2016_blocks() {
        let chain = [header(1), header(1), header(2), header(2)];
        assert!(check(NET, 2016 * 20 - 2, &chain).is_ok());
        for height in [2016 * 20 - 3, 2016 * 20 - 1, 2016 * 20, 300] {
            assert!(check(NET, height, &chain).is_err(), "{height}");
            assert!(check(Network::Testnet3, height, &chain).is_ok());
        }
    }

    #[test]
    fn a_later_coinbase_that_states_another_height_contradicts_the_first() {
        let chunk = |stated: &[(u32, u32)]| Chunk {
            headers: vec![header(1); 10],
            stated: stated.to_vec(),
            ..Chunk::default()
        };
        let chunks = [chunk(&[]), chunk(&[(3, 300_013)])];
        let checked = |network, height| check_stated(network, height, height, &chunks);
        assert!(checked(NET, 300_000).is_ok());
        assert!(checked(NET, 300_001).is_err() && checked(NET, 299_999).is_err());
        assert!(checked(Network::Regtest, 7).is_ok());
        // Before they had to, coinbases wrote there what they liked.
        assert!(checked(NET, 227_931 - 14).is_ok() && checked(NET, 227_931 - 13).is_err());
    }
}
