//! Measures traces of an address all of whose coins are spent in one transaction.
//!
//! `cargo run --release -p comity-chain --example gathered_trace -- COINS`, 90,000 at most. Prints the seconds that each
//! method takes from all of the coins on.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a measurement for people")]

use std::hint::black_box;
use std::time::Instant;

use bitcoin::hashes::Hash as _;
use bitcoin::{
    Amount, Block, OutPoint, ScriptBuf, Sequence, Transaction, TxIn, TxOut, Witness, absolute, block,
    consensus, transaction,
};
use comity_chain::Network;
use comity_chain::ledger::{IngestOptions, Ledger};
use comity_chain::script::ScriptKey;
use comity_chain::source::BlkFiles;
use comity_chain::tags::TagSet;
use comity_chain::trace::{Direction, Method, Start, Stops, TraceQuestion};

fn script(number: u8) -> ScriptBuf {
    ScriptBuf::from_bytes([&[0x00, 0x14][..], &[number; 20]].concat())
}

fn transaction(inputs: Vec<(OutPoint, ScriptBuf)>, output: Vec<TxOut>) -> Transaction {
    let input = |(previous_output, script_sig)| TxIn {
        previous_output,
        script_sig,
        sequence: Sequence::MAX,
        witness: Witness::new(),
    };
    Transaction {
        version: transaction::Version::TWO,
        lock_time: absolute::LockTime::ZERO,
        input: inputs.into_iter().map(input).collect(),
        output,
    }
}

/// A coinbase that pays to the address so many times.
fn coinbase(height: u32, coins: usize) -> Transaction {
    let mark = ScriptBuf::from_bytes([&[4][..], &height.to_le_bytes()].concat());
    let coin = TxOut { value: Amount::from_sat(10_000), script_pubkey: script(1) };
    transaction(vec![(OutPoint::null(), mark)], vec![coin; coins])
}

fn append(blocks: &mut Vec<Block>, txdata: Vec<Transaction>) {
    let header = block::Header {
        version: block::Version::ONE,
        prev_blockhash: blocks.last().unwrap().block_hash(),
        merkle_root: bitcoin::TxMerkleNode::all_zeros(),
        time: 1_300_000_000,
        bits: bitcoin::CompactTarget::from_consensus(0x207f_ffff),
        nonce: 0,
    };
    let mut block = Block { header, txdata };
    block.header.merkle_root = block.compute_merkle_root().unwrap();
    while !block.header.target().is_met_by(block.block_hash()) {
        block.header.nonce += 1;
    }
    blocks.push(block);
}

fn main() {
    let coins: usize = std::env::args().nth(1).expect("COINS").parse().unwrap();
    let mut blocks = vec![bitcoin::blockdata::constants::genesis_block(bitcoin::Network::Regtest)];
    let paid = coinbase(1, coins);
    let txid = paid.compute_txid();
    append(&mut blocks, vec![paid]);
    let all = (0..u32::try_from(coins).unwrap()).map(|vout| (OutPoint::new(txid, vout), ScriptBuf::new()));
    let sat = 10_000 * u64::try_from(coins).unwrap();
    let out = TxOut { value: Amount::from_sat(sat - sat / 100), script_pubkey: script(2) };
    let gathered = transaction(all.collect(), vec![out]);
    append(&mut blocks, vec![coinbase(2, 1), gathered]);
    let mut bytes = vec![];
    for block in &blocks {
        let block = consensus::serialize(block);
        bytes.extend_from_slice(&Network::Regtest.magic());
        bytes.extend_from_slice(&u32::try_from(block.len()).unwrap().to_le_bytes());
        bytes.extend_from_slice(&block);
    }
    let mut ledger = Ledger::new(Network::Regtest);
    let source = BlkFiles::memory([("blk00000.dat".to_owned(), bytes)], Network::Regtest);
    ledger.ingest(&source, &IngestOptions::default(), &mut |_| {}).unwrap();
    let view = ledger.at(None).unwrap();
    let start = Start::Address(ScriptKey::of_script(script(1).as_bytes()).text(Network::Regtest));
    for method in Method::ALL {
        let mut question = TraceQuestion::new(method, Direction::Forward, vec![start.clone()]);
        question.stops = Stops { max_outputs: 1_000_000, ..Stops::none() };
        let began = Instant::now();
        let trace = black_box(view.trace(&question, &TagSet::new(Network::Regtest)).unwrap());
        println!("{method}: {} movements, {:.2} s", trace.flows.len(), began.elapsed().as_secs_f64());
    }
}
