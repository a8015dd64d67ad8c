//! Finds the chain in a heap of headers: the branch with the most work, whatever the order of storage.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::block::Header;
use crate::hash::BlockHash;
use crate::network::Network;
use crate::work::Target;

/// The chain in a heap of headers. All numbers are places in the list that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeaderChain {
    /// The chain, from its first block to its tip.
    pub best: Vec<usize>,
    /// Blocks of branches that lost.
    pub stale: Vec<usize>,
    /// Blocks whose ancestors lead to no block of the chain.
    pub unconnected: Vec<usize>,
    /// Blocks that stand in the list before.
    pub repeated: Vec<usize>,
    /// The work of the chain from its first block here.
    pub work: u128,
}

/// The chain of the most work among `headers`, whose work must have been checked.
///
/// A chain that begins with the network's first block wins over one that begins later, however much work that has: a
/// single recent block outweighs the first ten years. Between equals the tip with the lower hash wins, so that the
/// order of storage does not matter. `None` for an empty list.
pub fn best_chain(headers: &[Header], network: Network) -> Option<HeaderChain> {
    let mut place_of: HashMap<BlockHash, usize> = HashMap::with_capacity(headers.len());
    let mut hashes = Vec::with_capacity(headers.len());
    let mut repeated = Vec::new();
    for (place, header) in headers.iter().enumerate() {
        let hash = header.hash();
        hashes.push(hash);
        match place_of.entry(hash) {
            Entry::Occupied(_) => repeated.push(place),
            Entry::Vacant(entry) => {
                entry.insert(place);
            }
        }
    }
    let parent = |place: usize| place_of.get(&headers[place].prev()).copied();
    let mut children: HashMap<usize, Vec<usize>> = HashMap::new();
    let mut roots = Vec::new();
    for (place, hash) in hashes.iter().enumerate() {
        if place_of[hash] != place {
            continue;
        }
        match parent(place) {
            Some(parent) => children.entry(parent).or_default().push(place),
            None => roots.push(place),
        }
    }
    let mut works = WorkOfBits::default();
    let mut total = vec![0_u128; headers.len()];
    // The heaviest tip of the tree above `root`, and all places of that tree.
    let mut grow = |root: usize| {
        let mut tree = vec![root];
        let mut best = (root, 0_u128);
        let mut next = 0;
        while let Some(&place) = tree.get(next) {
            next += 1;
            let before = if place == root { 0 } else { parent(place).map_or(0, |p| total[p]) };
            total[place] = before.saturating_add(works.of(headers[place].bits()));
            if (total[place], std::cmp::Reverse(hashes[place])) > (best.1, std::cmp::Reverse(hashes[best.0]))
            {
                best = (place, total[place]);
            }
            tree.extend(children.get(&place).into_iter().flatten());
        }
        (best.0, best.1, tree)
    };
    let genesis = place_of.get(&network.genesis());
    let (tip, work, tree) = match genesis {
        Some(&genesis) => grow(genesis),
        None => roots
            .iter()
            .map(|root| grow(*root))
            .max_by_key(|(tip, work, _)| (*work, std::cmp::Reverse(hashes[*tip])))?,
    };
    let root = tree[0];
    let mut best = vec![tip];
    let mut place = tip;
    while place != root {
        place = parent(place).expect("every block of a tree but its root has a parent");
        best.push(place);
    }
    best.reverse();
    // 0: in another tree, 1: in the tree, 2: in the chain, 3: there before.
    let mut rank = vec![0_u8; headers.len()];
    for (places, of) in [(&tree, 1), (&best, 2), (&repeated, 3)] {
        for place in places {
            rank[*place] = of;
        }
    }
    let of_rank = |wanted: u8| (0..headers.len()).filter(|place| rank[*place] == wanted).collect();
    Some(HeaderChain { stale: of_rank(1), unconnected: of_rank(0), best, repeated, work })
}

/// The work of each compact target met so far: targets change once in 2016 blocks, and a division takes a while.
#[derive(Default)]
pub(crate) struct WorkOfBits(HashMap<u32, u128>);

impl WorkOfBits {
    pub(crate) fn of(&mut self, bits: u32) -> u128 {
        *self.0.entry(bits).or_insert_with(|| Target::from_bits(bits).map_or(0, |target| target.work()))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NET: Network = Network::Regtest;

    /// A header on top of `prev`; `nonce` tells siblings apart. Work is not proved: `best_chain` does not ask.
    fn header(prev: BlockHash, nonce: u32, bits: u32) -> Header {
        let mut bytes = [0; 80];
        bytes[4..36].copy_from_slice(prev.as_bytes());
        bytes[72..76].copy_from_slice(&bits.to_le_bytes());
        bytes[76..].copy_from_slice(&nonce.to_le_bytes());
        Header::from_bytes(bytes)
    }

    /// A chain on top of `prev`.
    fn chain(prev: BlockHash, length: u32, branch: u32, bits: u32) -> Vec<Header> {
        let mut prev = prev;
        (0..length)
            .map(|i| {
                let header = header(prev, branch * 1000 + i, bits);
                prev = header.hash();
                header
            })
            .collect()
    }

    const EASY: u32 = 0x207f_ffff;
    const HARD: u32 = 0x2000_ffff;

    #[test]
    fn the_branch_with_more_work_wins_over_the_longer_one() {
        let trunk = chain(BlockHash::from_bytes([9; 32]), 3, 0, EASY);
        let long = chain(trunk[2].hash(), 5, 1, EASY);
        let heavy = chain(trunk[2].hash(), 1, 2, HARD);
        let all = [trunk, long, heavy].concat();
        let found = best_chain(&all, NET).unwrap();
        assert_eq!(found.best, [0, 1, 2, 8]);
        assert_eq!(found.stale, [3, 4, 5, 6, 7]);
        assert!(found.unconnected.is_empty());
    }

    #[test]
    fn an_empty_list_has_no_chain() {
        assert_eq!(best_chain(&[], NET), None);
    }

    #[test]
    fn a_chain_from_the_first_block_wins_over_a_heavier_one_that_begins_later() {
        let bytes = bitcoin::consensus::serialize(
            &bitcoin::blockdata::constants::genesis_block(bitcoin::Network::Regtest).header,
        );
        let genesis = Header::from_bytes(bytes.try_into().unwrap());
        let later = chain(BlockHash::from_bytes([9; 32]), 4, 0, HARD);
        let all = [later, vec![genesis]].concat();
        let found = best_chain(&all, NET).unwrap();
        assert_eq!((found.best, found.unconnected), (vec![4], vec![0, 1, 2, 3]));
    }

    proptest! {
        #[test]
        fn order_and_repetition_do_not_matter(
            order in Just((0_usize..14).collect::<Vec<_>>()).prop_shuffle(), again in 0_usize..14,
        ) {
            let trunk = chain(BlockHash::from_bytes([9; 32]), 6, 0, EASY);
            let equal = [chain(trunk[5].hash(), 3, 1, EASY), chain(trunk[5].hash(), 3, 2, EASY)].concat();
            let apart = chain(BlockHash::from_bytes([8; 32]), 2, 3, EASY);
            let sorted = [trunk, equal, apart].concat();
            let mut shuffled: Vec<_> = order.iter().map(|i| sorted[*i]).collect();
            shuffled.push(sorted[again]);
            let hashes = |headers: &[Header], places: &[usize]| -> Vec<_> {
                places.iter().map(|place| headers[*place].hash()).collect()
            };
            let (a, b) = (best_chain(&sorted, NET).unwrap(), best_chain(&shuffled, NET).unwrap());
            prop_assert_eq!(hashes(&sorted, &a.best), hashes(&shuffled, &b.best));
            prop_assert_eq!((a.stale.len(), a.unconnected.len()), (b.stale.len(), b.unconnected.len()));
            prop_assert_eq!((a.work, b.repeated), (b.work, vec![14]));
        }
    }
}
