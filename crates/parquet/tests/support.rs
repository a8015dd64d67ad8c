//! What the tests share: ledgers, folders in memory, and rows read back.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bitcoin::absolute::LockTime;
use bitcoin::block::{Header, Version};
use bitcoin::hashes::Hash as _;
use bitcoin::{
    Amount, Block, CompactTarget, OutPoint, ScriptBuf, Sequence, Transaction, TxIn, TxOut, Witness,
};
use comity_chain::Network;
use comity_chain::ledger::{IngestOptions, Ledger};
use comity_chain::source::{BlkFiles, BlockSource};
use comity_chain::tags::{TagPack, TagRow};
use comity_disk::{Disk, DiskPath, Kind, SimDisk};
use parquet::file::reader::{FileReader as _, SerializedFileReader};
use parquet::record::Field;

pub const NET: Network = Network::Regtest;

/// A file of the repository.
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

pub fn ingest(source: &dyn BlockSource) -> Ledger {
    let mut ledger = Ledger::new(NET);
    ledger.ingest(source, &IngestOptions::default(), &mut |_| {}).unwrap();
    ledger
}

/// The exercise chain.
pub fn exercise_source() -> BlkFiles {
    BlkFiles::folder(&repository("packs/exercises/chain"), NET).unwrap()
}

/// The tags of the exercise.
pub fn exercise_tags() -> Vec<TagRow> {
    TagPack::parse(&std::fs::read(repository("packs/tags/exercise.yaml")).unwrap()).unwrap().rows
}

/// Everything that is in a folder, by path.
pub fn files(disk: &dyn Disk) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![DiskPath::root()];
    while let Some(folder) = folders.pop() {
        for entry in disk.list(&folder).unwrap() {
            let path = folder.join(&entry.name).unwrap();
            match entry.kind {
                Kind::Dir => folders.push(path),
                _ => drop(found.insert(path.to_string(), disk.read(&path, 1 << 30).unwrap())),
            }
        }
    }
    found
}

/// An export into an empty folder.
pub fn exported(ledger: &Ledger, at: Option<u32>, tags: &[TagRow]) -> BTreeMap<String, Vec<u8>> {
    let disk: Arc<dyn Disk> = Arc::new(SimDisk::new());
    comity_parquet::export(&ledger.at(at).unwrap(), &tags.iter().collect::<Vec<_>>(), &disk, &mut |_| {})
        .unwrap();
    files(disk.as_ref())
}

pub fn reader(bytes: &[u8]) -> SerializedFileReader<std::fs::File> {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    SerializedFileReader::new(file).unwrap()
}

/// The rows of all files of a table in the order of their names, each with its fields by name.
pub fn table(files: &BTreeMap<String, Vec<u8>>, table: &str) -> Vec<BTreeMap<String, Field>> {
    let mut rows = vec![];
    for (_, bytes) in files.iter().filter(|(path, _)| path.starts_with(&format!("{table}/"))) {
        for row in reader(bytes).get_row_iter(None).unwrap() {
            rows.push(row.unwrap().into_columns().into_iter().collect());
        }
    }
    rows
}

/// A chain of `count` blocks after the first; each block has a coinbase to a holder, and each from the third on spends the
/// coinbase of the one before together with that of two before. `mark` makes another chain of those from `from` on.
pub fn made(count: u32, mark: u8, from: u32) -> BlkFiles {
    let mut blocks = vec![bitcoin::blockdata::constants::genesis_block(bitcoin::Network::Regtest)];
    let mut coinbases = vec![];
    for height in 1..=count {
        let own = if height >= from { mark } else { 0 };
        let holder = |number: u32| {
            let mut program = [own; 20];
            program[..4].copy_from_slice(&(number % 300).to_le_bytes());
            ScriptBuf::from_bytes([&[0x00, 0x14][..], &program].concat())
        };
        let mut coinbase = transaction(&[OutPoint::null()], &holder(height), 50);
        let stated = [&[4][..], &height.to_le_bytes(), &[own]].concat();
        coinbase.input[0].script_sig = ScriptBuf::from_bytes(stated);
        let mut transactions = vec![coinbase];
        if height >= 3 && height % 2 == 1 {
            let spent = coinbases.split_off(coinbases.len() - 2);
            transactions.push(transaction(&spent, &holder(height + 7), 90));
        }
        coinbases.push(OutPoint::new(transactions[0].compute_txid(), 0));
        blocks.push(block(blocks.last().unwrap(), transactions));
    }
    source(&blocks)
}

/// The first block and one more, whose coinbase has so many outputs of one satoshi.
pub fn wide(outputs: usize) -> BlkFiles {
    let first = bitcoin::blockdata::constants::genesis_block(bitcoin::Network::Regtest);
    // Without a script an output has nine bytes, so that they all fit into a block.
    let mut coinbase = transaction(&[OutPoint::null()], &ScriptBuf::new(), 1);
    coinbase.input[0].script_sig = ScriptBuf::from_bytes(vec![1, 1]);
    coinbase.output = vec![coinbase.output[0].clone(); outputs];
    let second = block(&first, vec![coinbase]);
    source(&[first, second])
}

fn source(blocks: &[Block]) -> BlkFiles {
    let mut bytes = vec![];
    for block in blocks {
        let block = bitcoin::consensus::serialize(block);
        bytes.extend_from_slice(&NET.magic());
        bytes.extend_from_slice(&u32::try_from(block.len()).unwrap().to_le_bytes());
        bytes.extend_from_slice(&block);
    }
    BlkFiles::memory([("blk00000.dat".to_owned(), bytes)], NET)
}

fn transaction(inputs: &[OutPoint], script: &ScriptBuf, value: u64) -> Transaction {
    let input = |previous_output: &OutPoint| TxIn {
        previous_output: *previous_output,
        script_sig: ScriptBuf::new(),
        sequence: Sequence::MAX,
        witness: Witness::new(),
    };
    Transaction {
        version: bitcoin::transaction::Version::TWO,
        lock_time: LockTime::ZERO,
        input: inputs.iter().map(input).collect(),
        output: vec![TxOut { value: Amount::from_sat(value), script_pubkey: script.clone() }],
    }
}

fn block(before: &Block, transactions: Vec<Transaction>) -> Block {
    let header = Header {
        version: Version::ONE,
        prev_blockhash: before.block_hash(),
        merkle_root: bitcoin::TxMerkleNode::all_zeros(),
        time: before.header.time + 600,
        bits: CompactTarget::from_consensus(0x207f_ffff),
        nonce: 0,
    };
    let mut block = Block { header, txdata: transactions };
    block.header.merkle_root = block.compute_merkle_root().unwrap();
    while !block.header.target().is_met_by(block.block_hash()) {
        block.header.nonce += 1;
    }
    block
}
