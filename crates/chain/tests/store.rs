//! A ledger in files: the same as one in memory, through any crash, and through blocks that are taken back.

use std::sync::Arc;

use comity_chain::Network;
use comity_chain::ledger::{IngestOptions, IngestReport, Ledger, StoreError};
use comity_chain::range::RangeDigest;
use comity_chain::script::ScriptKey;
use comity_chain::source::{BlkFiles, BlockSource};
use comity_disk::{Disk, RealDisk, SimDisk};
use comity_record::Coded as _;

use crate::made::{block, coinbase, file, genesis, holder, transaction};
use crate::support::{Dice, block_file, ingest, one_file, records, repository};

const NET: Network = Network::Regtest;

/// The first `blocks` blocks of the exercise chain.
fn exercise(blocks: usize) -> BlkFiles {
    let bytes = std::fs::read(repository("packs/exercises/chain/blk00000.dat")).unwrap();
    let first: Vec<_> = records(&bytes).into_iter().take(blocks).collect();
    one_file(NET, block_file(NET, first))
}

fn take(disk: &Arc<dyn Disk>, source: &BlkFiles) -> Result<IngestReport, String> {
    let mut ledger = Ledger::open_to_write(disk.clone(), NET, 7).map_err(|e| e.code().to_owned())?;
    let options = IngestOptions { threads: Some(2), ..IngestOptions::default() };
    ledger.ingest(source, &options, &mut |_| {}).map_err(|e| e.code().to_owned())
}

/// Everything that a ledger says of its chain: the digests of what it holds, what is unspent, what each address did, and
/// which are one owner's.
fn says(ledger: &Ledger) -> (Option<u32>, Vec<RangeDigest>, String, Vec<String>) {
    let view = ledger.at(None).unwrap();
    let utxo = view.utxo();
    let mut scripts = vec![];
    for height in ledger.first_height().unwrap()..=view.height() {
        for tx in view.block_transactions(height) {
            assert!(view.find_transaction(&view.txid(tx)).contains(&tx));
            for output in view.outputs(tx) {
                scripts.push(view.script_key(view.script_of(output)));
            }
        }
    }
    scripts.sort_unstable();
    scripts.dedup();
    let histories = scripts.iter().map(|key: &ScriptKey| {
        format!("{:?}", view.address(key, usize::MAX).expect("an output has the script"))
    });
    let clustering = view.clustering();
    let owners = clustering.assignments().map(|(script, oldest)| {
        let proof = clustering.joined(&view.script_key(script), &view.script_key(oldest));
        format!("{script:?} {oldest:?} {proof:?}")
    });
    let histories = histories.chain(owners);
    (ledger.tip_height(), view.range_digests(), format!("{utxo:?}"), histories.collect())
}

#[test]
fn a_store_says_what_a_ledger_in_memory_says_whatever_the_batches_and_threads() {
    let all = exercise(usize::MAX);
    let (memory, report) = ingest(&all);
    let expected = says(&memory);
    for (step, threads) in [(usize::MAX, 1), (usize::MAX, 4), (97, 2), (1, 1)] {
        let folder = tempfile::tempdir().unwrap();
        let disk: Arc<dyn Disk> = Arc::new(RealDisk::open(folder.path()).unwrap());
        let blocks = usize::try_from(memory.tip_height().unwrap()).unwrap() + 1;
        let mut last = 0;
        // One block at a time only as far as merges of runs go.
        let to = if step == 1 { 80 } else { blocks };
        let mut ledger = Ledger::open_to_write(disk.clone(), NET, 7).unwrap();
        while last < to {
            last = last.saturating_add(step).min(to);
            let options = IngestOptions { threads: Some(threads), ..IngestOptions::default() };
            let taken = ledger.ingest(&exercise(last), &options, &mut |_| {}).unwrap();
            assert!(taken.taken);
        }
        drop(ledger);
        let ledger = Ledger::open(disk).unwrap();
        if to == blocks {
            assert_eq!(says(&ledger), expected, "{step}, {threads}");
            assert_eq!(ledger.at(None).unwrap().tip_hash(), report.tip);
        } else {
            assert_eq!(says(&ledger), says(&ingest(&exercise(to)).0));
        }
    }
}

#[test]
fn what_is_in_the_store_is_not_read_again() {
    let disk: Arc<dyn Disk> = Arc::new(SimDisk::new());
    take(&disk, &exercise(100)).unwrap();
    let report = take(&disk, &exercise(120)).unwrap();
    assert_eq!((report.added, report.taken_back, report.tip_height), (20, 0, 119));
    let report = take(&disk, &exercise(50)).unwrap();
    assert_eq!((report.added, report.taken_back, report.tip_height, report.taken), (0, 0, 119, true));
    // A source that begins behind the first block goes on where the store ends.
    let bytes = std::fs::read(repository("packs/exercises/chain/blk00000.dat")).unwrap();
    let later: Vec<_> = records(&bytes).into_iter().skip(110).take(20).collect();
    let report = take(&disk, &one_file(NET, block_file(NET, later))).unwrap();
    assert_eq!((report.added, report.tip_height), (10, 129));
    assert_eq!(says(&Ledger::open(disk).unwrap()), says(&ingest(&exercise(130)).0));
}

#[test]
fn after_a_power_cut_at_any_moment_the_store_goes_on_and_ends_as_if_nothing_had_been() {
    // Coins alone, and payments that join addresses.
    let old = forked().0;
    let paying = |blocks: usize| one_file(NET, file(&old[..blocks]));
    cut_500_times(&exercise, [20, 40, 60]);
    cut_500_times(&paying, [9, 18, 27]);
}

fn cut_500_times(first: &dyn Fn(usize) -> BlkFiles, steps: [usize; 3]) {
    let whole = ingest(&first(steps[2])).0;
    let expected = says(&whole);
    let clean = SimDisk::new();
    let disk: Arc<dyn Disk> = Arc::new(clean.clone());
    for blocks in steps {
        take(&disk, &first(blocks)).unwrap();
    }
    let operations = clean.operations();
    let mut dice = Dice(7);
    for seed in 0..500 {
        let sim = SimDisk::new();
        sim.cut_at(u64::try_from(dice.roll(usize::try_from(operations).unwrap())).unwrap());
        let disk: Arc<dyn Disk> = Arc::new(sim.clone());
        let mut sealed = None;
        for blocks in steps {
            if take(&disk, &first(blocks)).is_err() {
                break;
            }
            sealed = Some(u32::try_from(blocks - 1).unwrap());
        }
        let found: Arc<dyn Disk> = Arc::new(sim.power_cut(seed));
        match Ledger::open(found.clone()) {
            Ok(ledger) => {
                assert!(ledger.tip_height() >= sealed, "{seed}: a batch that was sealed is lost");
                if let Some(tip) = ledger.tip_height() {
                    let blocks = usize::try_from(tip).unwrap() + 1;
                    assert_eq!(says(&ledger), says(&ingest(&first(blocks)).0), "{seed}");
                }
            }
            Err(StoreError::Missing) => assert_eq!(sealed, None, "{seed}"),
            Err(error) => panic!("{seed}: {error}"),
        }
        take(&found, &first(steps[2])).unwrap();
        assert_eq!(says(&Ledger::open(found).unwrap()), expected, "{seed}");
    }
}

/// A chain of blocks each of which spends the coins of the one before, and a branch that takes the last six back.
fn forked() -> (Vec<bitcoin::Block>, Vec<bitcoin::Block>) {
    let grow = |blocks: &mut Vec<bitcoin::Block>, mark: u32, count: u32| {
        for number in 0..count {
            let last = blocks.last().unwrap();
            let coins = last.txdata[0].compute_txid();
            let pay = u8::try_from((number + mark) % 11).unwrap();
            let mut transactions = vec![coinbase(mark + number, &[(holder(pay), 50), (holder(1), 7)])];
            if blocks.len() > 1 {
                let spends = [bitcoin::OutPoint::new(coins, 0), bitcoin::OutPoint::new(coins, 1)];
                transactions.push(transaction(&spends, &[(holder(pay + 1), 30), (holder(2), 20)]));
            }
            blocks.push(block(last.block_hash(), transactions));
        }
    };
    let mut trunk = vec![genesis()];
    grow(&mut trunk, 0, 20);
    let (mut old, mut new) = (trunk.clone(), trunk);
    grow(&mut old, 1000, 6);
    grow(&mut new, 5000, 7);
    (old, new)
}

#[test]
fn a_reorganisation_ends_as_a_clean_build_does_whenever_it_is_cut_off() {
    let (old, new) = forked();
    let both: Vec<_> = old.iter().chain(&new[21..]).cloned().collect();
    let expected = says(&ingest(&one_file(NET, file(&new))).0);
    let start = SimDisk::new();
    take(&(Arc::new(start.clone()) as Arc<dyn Disk>), &one_file(NET, file(&old))).unwrap();
    let whole: Arc<dyn Disk> = Arc::new(start.power_cut(0));
    let report = take(&whole, &one_file(NET, file(&both))).unwrap();
    assert_eq!((report.taken_back, report.added, report.tip_height), (6, 7, 27));
    assert_eq!(report.stale.len(), 6);
    let ledger = Ledger::open(whole.clone()).unwrap();
    assert_eq!(says(&ledger), expected);
    // And with the new branch alone at hand, and nothing of what lies below it.
    let disk: Arc<dyn Disk> = Arc::new(start.power_cut(1));
    let reader = Ledger::open(disk.clone()).unwrap();
    assert_eq!(take(&disk, &one_file(NET, file(&new[21..]))).unwrap().taken_back, 6);
    assert!(!reader.is_current().unwrap(), "whoever read before is told");
    assert_eq!(says(&Ledger::open(disk).unwrap()), expected);
    // A weaker branch changes nothing.
    let report = take(&whole, &one_file(NET, file(&old))).unwrap();
    assert_eq!((report.taken, report.taken_back, report.added), (false, 0, 0));
    for seed in 0..100 {
        let sim = start.power_cut(seed);
        sim.cut_at(seed % 90);
        let cut: Arc<dyn Disk> = Arc::new(sim.clone());
        let _ = take(&cut, &one_file(NET, file(&both)));
        let found: Arc<dyn Disk> = Arc::new(sim.power_cut(seed));
        let ledger = Ledger::open(found.clone()).unwrap();
        let tip = ledger.tip_height();
        assert!(matches!(tip, Some(20 | 26 | 27)), "{seed}: {tip:?}");
        take(&found, &one_file(NET, file(&both))).unwrap();
        assert_eq!(says(&Ledger::open(found).unwrap()), expected, "{seed}");
    }
}

#[test]
fn a_source_that_fails_leaves_the_store_as_it_was() {
    let (old, mut new) = forked();
    let disk: Arc<dyn Disk> = Arc::new(SimDisk::new());
    take(&disk, &one_file(NET, file(&old))).unwrap();
    let expected = says(&Ledger::open(disk.clone()).unwrap());
    // The last block of a branch with more work spends what is spent.
    let tip = new.last().unwrap().clone();
    let again = transaction(&[bitcoin::OutPoint::new(new[5].txdata[0].compute_txid(), 0)], &[(holder(9), 1)]);
    new.push(block(tip.block_hash(), vec![coinbase(9000, &[(holder(3), 1)]), again]));
    assert_eq!(take(&disk, &one_file(NET, file(&new))).unwrap_err(), "chain-ingest-spent-twice");
    assert_eq!(says(&Ledger::open(disk.clone()).unwrap()), expected);
    // A broken block is no more, whether it is new or of a branch that lost.
    let mut broken = file(&new[..28]);
    *broken.last_mut().unwrap() ^= 1;
    assert_eq!(take(&disk, &one_file(NET, broken)).unwrap_err(), "chain-source-block");
    assert_eq!(says(&Ledger::open(disk).unwrap()), expected);
}

#[test]
fn what_is_no_store_or_of_another_network_or_in_use_is_said() {
    let disk: Arc<dyn Disk> = Arc::new(SimDisk::new());
    assert_eq!(Ledger::open(disk.clone()).unwrap_err().code(), "chain-store-missing");
    let held = Ledger::open_to_write(disk.clone(), NET, 7).unwrap();
    assert_eq!(Ledger::open_to_write(disk.clone(), NET, 7).unwrap_err().code(), "disk-locked");
    drop(held);
    let other = Ledger::open_to_write(disk.clone(), Network::Mainnet, 7).unwrap_err();
    assert_eq!(other.code(), "chain-store-other-network");
    // Files of something else are not written over.
    let foreign: Arc<dyn Disk> = Arc::new(SimDisk::new());
    let theirs = comity_disk::DiskPath::new("blk00000.dat").unwrap();
    comity_disk::write_durable(foreign.as_ref(), &theirs, b"theirs").unwrap();
    let refused = Ledger::open_to_write(foreign.clone(), NET, 7).unwrap_err();
    assert_eq!(refused.code(), "chain-store-not-empty");
    assert_eq!(Ledger::open(foreign).unwrap_err().code(), "chain-store-missing");
    let path = comity_disk::DiskPath::new("ledger.json").unwrap();
    for (bytes, code) in [
        (&b"{\"format\": 9}"[..], "chain-store-format"),
        (b"{\"format\": 2}", "chain-store-damaged"),
        (b"", "chain-store-damaged"),
    ] {
        comity_disk::write_durable(disk.as_ref(), &path, bytes).unwrap();
        assert_eq!(Ledger::open(disk.clone()).unwrap_err().code(), code);
    }
}

#[test]
fn blocks_of_another_network_are_refused_by_a_store() {
    let disk: Arc<dyn Disk> = Arc::new(SimDisk::new());
    let mut ledger = Ledger::open_to_write(disk, Network::Signet, 7).unwrap();
    let source: &dyn BlockSource = &exercise(3);
    let error = ledger.ingest(source, &IngestOptions::default(), &mut |_| {}).unwrap_err();
    assert_eq!(error.code(), "chain-ingest-other-network");
}
