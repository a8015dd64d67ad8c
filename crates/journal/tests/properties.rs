//! Properties of trees, tiles and logs, and the judgement of another implementation.

use comity_journal::{
    ConsistencyProof, InclusionProof, Log, MemoryStore, Sequencer, Tile, TreeHash, TreeHead,
};
use comity_record::EntryId;
use proptest::prelude::*;
use tlog_tiles::{Hash, HashReader, TreeProof};

use crate::help::{Leaves, ids, log_of, naive_head, node_key, origin};

fn leaves_of(ids: &[EntryId]) -> Vec<TreeHash> {
    ids.iter().map(TreeHash::of_entry).collect()
}

/// Sizes around every boundary of tiles and powers of two, and some between.
fn sizes() -> Vec<u64> {
    let mut sizes: Vec<u64> = (0..=70).collect();
    for near in [128, 255, 256, 257, 511, 512, 513, 1000, 1023, 1024, 1025, 2047, 2048, 2049, 3333, 4096] {
        sizes.push(near);
    }
    sizes
}

#[test]
fn the_root_from_tiles_is_that_of_the_definition_for_every_size() {
    let all = ids(2100);
    let leaves = leaves_of(&all);
    let mut one_by_one = Sequencer::new();
    for (count, id) in (1..).zip(&all) {
        let head = one_by_one.extend(&[*id]).unwrap().head;
        // The definition is quadratic to ask every time; the tree of Certificate Transparency gives the small
        // ones.
        if count <= 520 || count % 97 == 0 || count > 2040 {
            assert_eq!(head, naive_head(&leaves[..count]), "{count}");
        }
    }
}

#[test]
fn every_entry_has_an_inclusion_proof_that_holds_for_it_alone() {
    for size in sizes() {
        let all = ids(size);
        let log = log_of(&all);
        assert_eq!(log.head(), naive_head(&leaves_of(&all)));
        // In large trees every entry near an edge and each seventeenth other.
        let indices =
            (0..size).filter(|index| size <= 600 || index % 17 == 0 || index % 256 < 2 || size - index < 3);
        for index in indices {
            let proof = log.inclusion(index, size).unwrap();
            let id = &all[usize::try_from(index).unwrap()];
            proof.verify(id, &log.head()).unwrap();
            let other = &all[usize::try_from((index + 1) % size).unwrap()];
            assert_eq!(proof.verify(other, &log.head()).is_ok(), size == 1);
        }
        assert!(log.inclusion(size, size).is_err());
        assert!(size == 0 || log.inclusion(0, size + 1).is_err());
    }
}

#[test]
fn every_pair_of_sizes_has_a_consistency_proof() {
    let all = ids(4096);
    let leaves = leaves_of(&all);
    let heads: Vec<TreeHead> =
        sizes().into_iter().map(|size| naive_head(&leaves[..usize::try_from(size).unwrap()])).collect();
    for new in &heads {
        let log = log_of(&all[..usize::try_from(new.size).unwrap()]);
        for old in heads.iter().filter(|old| old.size <= new.size) {
            let (head, proof) = log.consistency(old.size).unwrap();
            assert_eq!(head, *old);
            proof.verify(old, new).unwrap();
            if old.size > 0 && old.size < new.size {
                let shifted = TreeHead { size: old.size - 1, ..*old };
                assert!(ConsistencyProof { old_size: shifted.size, ..proof }.verify(&shifted, new).is_err());
            }
        }
        assert!(log.consistency(new.size + 1).is_err());
    }
}

#[test]
fn every_flipped_bit_of_a_proof_is_noticed() {
    for (old_size, size) in [(1, 2), (3, 7), (4, 8), (6, 13), (255, 300), (256, 700)] {
        let all = ids(size);
        let leaves = leaves_of(&all);
        let source = Leaves(&leaves);
        let (old, new) = (naive_head(&leaves[..usize::try_from(old_size).unwrap()]), naive_head(&leaves));
        let index = size / 2;
        let inclusion = InclusionProof::make(&source, index, size).unwrap();
        let consistency = ConsistencyProof::make(&source, old_size, size).unwrap();
        let id = &all[usize::try_from(index).unwrap()];
        let flipped = |hash: TreeHash, bit: usize| {
            let mut bytes = *hash.as_bytes();
            bytes[bit / 8] ^= 1 << (bit % 8);
            TreeHash::from_bytes(bytes)
        };
        for bit in 0..256 {
            for at in 0..inclusion.path.len() {
                let mut proof = inclusion.clone();
                proof.path[at] = flipped(proof.path[at], bit);
                assert!(proof.verify(id, &new).is_err());
            }
            for at in 0..consistency.path.len() {
                let mut proof = consistency.clone();
                proof.path[at] = flipped(proof.path[at], bit);
                assert!(proof.verify(&old, &new).is_err());
            }
            let changed = |head: &TreeHead| TreeHead { root: flipped(head.root, bit), ..*head };
            assert!(inclusion.verify(id, &changed(&new)).is_err());
            assert!(consistency.verify(&old, &changed(&new)).is_err());
            assert!(consistency.verify(&changed(&old), &new).is_err());
            let mut bytes = *id.as_bytes();
            bytes[bit / 8] ^= 1 << (bit % 8);
            assert!(inclusion.verify(&EntryId::from_bytes(bytes), &new).is_err());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_batches_give_the_same_files(batches in prop::collection::vec(0_usize..400, 1..12)) {
        let all = ids(u64::try_from(batches.iter().sum::<usize>()).unwrap());
        let size = u64::try_from(all.len()).unwrap();
        let (at_once, by_batches) = (MemoryStore::new(), MemoryStore::new());
        let mut one = Log::create(&at_once, origin(0), &node_key()).unwrap();
        one.append(&all, &node_key()).unwrap();
        let mut many = Log::create(&by_batches, origin(0), &node_key()).unwrap();
        let mut rest = &all[..];
        for batch in batches {
            let (now, later) = rest.split_at(batch);
            many.append(now, &node_key()).unwrap();
            many.tidy().unwrap();
            rest = later;
        }
        prop_assert_eq!(one.note(), many.note());
        // The partial states of earlier checkpoints may be there besides.
        let mut files = by_batches.files();
        files.retain(|path, _| {
            path.parse::<Tile>().is_ok_and(|tile| Tile::in_tree(tile.kind(), tile.number(), size) == Some(tile))
                || path == "checkpoint"
        });
        prop_assert_eq!(files, at_once.files());
        many.verify().unwrap();
    }

    #[test]
    fn proofs_hold_for_any_place_and_no_other(size in 2_u64..5000, a in any::<u64>(), b in any::<u64>(), shift in 1_u64..u64::MAX) {
        let all = ids(size);
        let log = log_of(&all);
        let (index, old_size) = (a % size, b % (size + 1));
        let id = &all[usize::try_from(index).unwrap()];
        let proof = log.inclusion(index, size).unwrap();
        prop_assert!(proof.verify(id, &log.head()).is_ok());
        let moved = InclusionProof { index: index.wrapping_add(shift), ..proof.clone() };
        prop_assert!(moved.verify(id, &log.head()).is_err());
        let resized = TreeHead { size: size.wrapping_add(shift), ..log.head() };
        // The length of the path does not always tell two sizes apart; then the root does, unless the path is
        // the same.
        if proof.verify(id, &resized).is_ok() {
            prop_assert!(InclusionProof::make(&Leaves(&leaves_of(&all)), index, size).unwrap() == proof);
        }
        let (old, consistency) = log.consistency(old_size).unwrap();
        prop_assert!(consistency.verify(&old, &log.head()).is_ok());
        prop_assert_eq!(log.head_at(old_size).unwrap(), old);
    }

    #[test]
    fn a_path_of_a_tile_reads_back(level in 0_u8..8, number in 0_u64..1 << 54, width in 1_u16..=256, entries: bool) {
        let kind = if entries { comity_journal::TileKind::Entries } else { comity_journal::TileKind::Hashes { level } };
        if let Some(tile) = Tile::new(kind, number, width) {
            prop_assert_eq!(tile.to_string().parse::<Tile>().unwrap(), tile);
        }
    }

    #[test]
    fn no_text_makes_the_tile_path_reader_panic(path in "\\PC{0,80}|tile/[0-9a-z]{1,8}/[x0-9/.p]{0,40}") {
        if let Ok(tile) = path.parse::<Tile>() {
            prop_assert_eq!(tile.to_string(), path);
        }
    }
}

/// The stored hashes of Cloudflare's port of Go's `tlog`, kept in memory.
#[derive(Default)]
struct Oracle {
    hashes: Vec<Hash>,
    size: u64,
}

impl Oracle {
    fn push(&mut self, id: &EntryId) {
        let new = tlog_tiles::stored_hashes(self.size, id.as_bytes(), self).unwrap();
        self.hashes.extend(new);
        self.size += 1;
    }
}

impl HashReader for Oracle {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<Hash>, tlog_tiles::Error> {
        Ok(indexes.iter().map(|index| self.hashes[usize::try_from(*index).unwrap()]).collect())
    }
}

fn theirs(hash: TreeHash) -> Hash {
    Hash(*hash.as_bytes())
}

#[test]
fn another_implementation_agrees_on_roots_proofs_and_tiles() {
    let all = ids(1300);
    let store = MemoryStore::new();
    let mut log = Log::create(&store, origin(0), &node_key()).unwrap();
    let mut oracle = Oracle::default();
    for (size, id) in (1_u64..).zip(&all) {
        oracle.push(id);
        log.append(&[*id], &node_key()).unwrap();
        if size > 300
            && !(size % 61 == 0 || size.abs_diff(512) < 3 || size.abs_diff(1024) < 3 || size == 1300)
        {
            continue;
        }
        let root = tlog_tiles::tree_hash(size, &oracle).unwrap();
        assert_eq!(theirs(log.head().root), root, "{size}");
        for index in [0, size / 3, size / 2, size - 1] {
            let ours: Vec<Hash> = log.inclusion(index, size).unwrap().path.into_iter().map(theirs).collect();
            assert_eq!(
                ours,
                tlog_tiles::prove_record(size, index, &oracle).unwrap(),
                "entry {index} of {size}"
            );
            let leaf = tlog_tiles::record_hash(all[usize::try_from(index).unwrap()].as_bytes());
            tlog_tiles::check_record(&ours, size, root, index, leaf).unwrap();
        }
        for old_size in [1, size / 3, size / 2, size - 1].into_iter().filter(|old| *old > 0 && *old < size) {
            let (old, proof) = log.consistency(old_size).unwrap();
            let ours: TreeProof = proof.path.into_iter().map(theirs).collect();
            assert_eq!(
                ours,
                tlog_tiles::prove_tree(size, old_size, &oracle).unwrap(),
                "{old_size} of {size}"
            );
            tlog_tiles::check_tree(&ours, size, root, old_size, theirs(old.root)).unwrap();
        }
        // Their paths name the height of tiles too, as Go's checksum database does; C2SP left it out.
        let files = store.files();
        for tile in tlog_tiles::Tile::new_tiles(8, 0, size) {
            let path = tile.path().replacen("tile/8/", "tile/", 1);
            assert_eq!(files[&path], tile.read_data(&oracle).unwrap(), "{path} of {size}");
        }
    }
}
