//! Chains made up for one test each: branches, repeated coinbases, and what a forger would try.

use bitcoin::absolute::LockTime;
use bitcoin::block::{Header, Version};
use bitcoin::hashes::Hash as _;
use bitcoin::transaction::Version as TxVersion;
use bitcoin::{
    Amount, Block, BlockHash, CompactTarget, OutPoint, ScriptBuf, Sequence, Transaction, TxIn, TxOut, Witness,
};
use comity_chain::hash::Txid;
use comity_chain::ledger::{IngestError, IngestOptions, Ledger};
use comity_chain::lookup::OutputState;
use comity_chain::network::Network;
use comity_chain::script::ScriptKey;
use comity_chain::tags::TagSet;
use comity_chain::trace::{End, Start, TraceQuestion};
use comity_record::Coded as _;

use crate::support::{block_file, ingest, one_file};

const NET: Network = Network::Regtest;

/// The first block of the test network.
pub fn genesis() -> Block {
    bitcoin::blockdata::constants::genesis_block(bitcoin::Network::Regtest)
}

/// A script that pays to one of 256 made-up holders.
pub fn holder(number: u8) -> ScriptBuf {
    ScriptBuf::from_bytes([&[0x00, 0x14][..], &[number; 20]].concat())
}

/// A transaction that spends `inputs` and pays `outputs` in their order.
pub fn transaction(inputs: &[OutPoint], outputs: &[(ScriptBuf, u64)]) -> Transaction {
    let input = |previous_output: &OutPoint| TxIn {
        previous_output: *previous_output,
        script_sig: ScriptBuf::new(),
        sequence: Sequence::MAX,
        witness: Witness::from_slice(&[[1_u8; 70]]),
    };
    let output = |(script, value): &(ScriptBuf, u64)| TxOut {
        value: Amount::from_sat(*value),
        script_pubkey: script.clone(),
    };
    Transaction {
        version: TxVersion::TWO,
        lock_time: LockTime::ZERO,
        input: inputs.iter().map(input).collect(),
        output: outputs.iter().map(output).collect(),
    }
}

/// A coinbase; the same `mark` and outputs give the same id.
pub fn coinbase(mark: u32, outputs: &[(ScriptBuf, u64)]) -> Transaction {
    let mut tx = transaction(&[OutPoint::null()], outputs);
    let mark = mark.to_le_bytes();
    tx.input[0].script_sig = ScriptBuf::from_bytes([&[4][..], &mark].concat());
    tx.input[0].witness = Witness::new();
    tx
}

/// A block of the transactions on top of `prev`, with its work done.
pub fn block(prev: BlockHash, transactions: Vec<Transaction>) -> Block {
    let header = Header {
        // Before BIP 34, so that a coinbase need not state its height and can have a twin.
        version: Version::ONE,
        prev_blockhash: prev,
        merkle_root: bitcoin::TxMerkleNode::all_zeros(),
        time: 1_300_000_000,
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

/// A chain from the first block on, one list of transactions for each block after it.
pub fn chain(of_blocks: impl IntoIterator<Item = Vec<Transaction>>) -> Vec<Block> {
    let mut blocks = vec![genesis()];
    for transactions in of_blocks {
        blocks.push(block(blocks.last().unwrap().block_hash(), transactions));
    }
    blocks
}

/// The bytes of a block file with the blocks.
pub fn file(blocks: &[Block]) -> Vec<u8> {
    let bytes: Vec<Vec<u8>> = blocks.iter().map(bitcoin::consensus::serialize).collect();
    block_file(NET, bytes.iter().map(Vec::as_slice))
}

pub fn ledger(blocks: &[Block]) -> Ledger {
    ingest(&one_file(NET, file(blocks))).0
}

fn point(tx: &Transaction, vout: u32) -> OutPoint {
    OutPoint::new(tx.compute_txid(), vout)
}

fn ours(txid: bitcoin::Txid) -> Txid {
    Txid::from_bytes(*txid.as_byte_array())
}

fn refused(blocks: &[Block]) -> IngestError {
    let mut ledger = Ledger::new(NET);
    let error =
        ledger.ingest(&one_file(NET, file(blocks)), &IngestOptions::default(), &mut |_| {}).unwrap_err();
    assert_eq!(ledger.tip_height(), None, "a refused source leaves the ledger as it was");
    error
}

#[test]
fn a_reorganisation_ends_equal_to_a_clean_build() {
    let trunk = chain((1..10).map(|i| vec![coinbase(i, &[(holder(1), 50)])]));
    let branch = |mark: u32, length: u32| {
        let mut blocks = vec![trunk.last().unwrap().clone()];
        for i in 0..length {
            let prev = blocks.last().unwrap().block_hash();
            blocks.push(block(prev, vec![coinbase(mark + i, &[(holder(2), 50)])]));
        }
        blocks.split_off(1)
    };
    let (lost, won) = (branch(100, 6), branch(200, 7));
    let mut ledger = ledger(&[trunk.clone(), lost.clone()].concat());
    assert_eq!(ledger.tip_height(), Some(15));
    let all = [trunk.clone(), lost.clone(), won.clone()].concat();
    let report = ledger.ingest(&one_file(NET, file(&all)), &IngestOptions::default(), &mut |_| {}).unwrap();
    assert_eq!((report.tip_height, report.stale.len(), report.taken), (16, 6, true));
    let clean = self::ledger(&[trunk.clone(), won].concat());
    let (a, b) = (ledger.at(None).unwrap(), clean.at(None).unwrap());
    assert_eq!((a.headers_digest(), a.range_digests()), (b.headers_digest(), b.range_digests()));
    // A source with less of the same chain changes nothing.
    let less = ledger.ingest(&one_file(NET, file(&trunk)), &IngestOptions::default(), &mut |_| {}).unwrap();
    assert_eq!((less.taken, less.taken_back, less.added), (true, 0, 0));
    assert_eq!(ledger.tip_height(), Some(16));
}

#[test]
fn two_coinbases_with_one_id_are_told_apart_by_height() {
    let twin = coinbase(7, &[(holder(1), 50)]);
    let blocks = chain([
        vec![twin.clone()],
        vec![coinbase(8, &[(holder(2), 50)])],
        vec![twin.clone()],
        vec![coinbase(9, &[(holder(2), 50)]), transaction(&[point(&twin, 0)], &[(holder(3), 50)])],
    ]);
    let (ledger, report) = ingest(&one_file(NET, file(&blocks)));
    assert_eq!(report.repeated_txids, [ours(twin.compute_txid())]);
    let txid = ours(twin.compute_txid());
    let view = ledger.at(None).unwrap();
    let found = view.transactions(&txid);
    assert_eq!(found.iter().map(|tx| tx.height).collect::<Vec<_>>(), [3, 1]);
    assert_eq!(found[1].outputs[0].state, OutputState::Overwritten { height: 3 });
    assert!(matches!(found[0].outputs[0].state, OutputState::Spent { height: 4, .. }));
    // Four coinbases of 50, one of them overwritten.
    assert_eq!(view.utxo().total_sat, 150);
    assert_eq!(ledger.at(Some(2)).unwrap().utxo().total_sat, 100);
    assert_eq!(ledger.at(Some(2)).unwrap().transactions(&txid)[0].outputs[0].state, OutputState::Unspent);
    let question = TraceQuestion::fifo_forward(vec![Start::Transaction(txid)]);
    let trace = view.trace(&question, &TagSet::new(NET)).unwrap();
    assert_eq!((trace.totals.ended_sat[&End::Overwritten], trace.totals.ended_sat[&End::Unspent]), (50, 50));
    let finding = view.find(&question, &TagSet::new(NET), &[]).unwrap();
    assert_eq!(finding.proofs.iter().map(|proof| proof.height).collect::<Vec<_>>(), [1, 3, 4]);
}

#[test]
fn what_contradicts_the_blocks_before_is_refused_with_its_place() {
    let first = coinbase(1, &[(holder(1), 50)]);
    let spend = |to: u8| transaction(&[point(&first, 0)], &[(holder(to), 50)]);
    let twice = chain([vec![first.clone()], vec![coinbase(2, &[(holder(1), 1)]), spend(2), spend(3)]]);
    let error = refused(&twice);
    assert_eq!(error.code(), "chain-ingest-spent-twice");
    assert!(error.args().contains(&("file", "blk00000.dat".to_owned())));
    let missing = transaction(&[point(&first, 1)], &[(holder(2), 50)]);
    let missing = chain([vec![first.clone()], vec![coinbase(2, &[(holder(1), 1)]), missing]]);
    assert_eq!(refused(&missing).code(), "chain-ingest-no-prevout");
    let more = transaction(&[point(&first, 0)], &[(holder(2), 51)]);
    let more = chain([vec![first.clone()], vec![coinbase(2, &[(holder(1), 1)]), more]]);
    assert_eq!(refused(&more).code(), "chain-ingest-value-from-nothing");
    let most = 2_100_000_000_000_000;
    let rich = [1, 2].map(|mark| coinbase(mark, &[(holder(1), most)]));
    let sum = transaction(&[point(&rich[0], 0), point(&rich[1], 0)], &[(holder(2), 1)]);
    let [a, b] = rich;
    let sum = chain([vec![a], vec![b], vec![coinbase(3, &[(holder(1), 1)]), sum]]);
    assert_eq!(refused(&sum).code(), "chain-ingest-too-much-value");
}

#[test]
fn a_forged_block_is_refused_in_the_chain_and_beside_it() {
    let mut blocks = chain((1..4).map(|i| vec![coinbase(i, &[(holder(1), 50)])]));
    let good = file(&blocks);
    blocks[2].txdata[0].output[0].value = Amount::from_sat(51);
    let error = refused(&blocks);
    assert_eq!(error.code(), "chain-source-block");
    assert!(std::error::Error::source(&error).is_some() || error.to_string().contains("not sound"));
    // The same forged block after the whole chain is a repeated one, and looked at all the same.
    let forged = [good, file(&blocks[2..3])].concat();
    let error = Ledger::new(NET).ingest(&one_file(NET, forged), &IngestOptions::default(), &mut |_| {});
    assert_eq!(error.unwrap_err().code(), "chain-source-block");
}

#[test]
fn a_ledger_that_begins_later_does_not_guess_behind_an_unknown_input() {
    let (first, second) = (coinbase(1, &[(holder(1), 50)]), coinbase(2, &[(holder(2), 50)]));
    let mixed = transaction(&[point(&first, 0), point(&second, 0)], &[(holder(3), 100)]);
    let ordered = transaction(&[point(&second, 0), point(&first, 0)], &[(holder(3), 70), (holder(4), 30)]);
    for (spend, end) in [(mixed, End::UnknownInput), (ordered, End::Unspent)] {
        let blocks =
            chain([vec![first.clone()], vec![second.clone()], vec![coinbase(3, &[(holder(5), 1)]), spend]]);
        let mut ledger = Ledger::new(NET);
        let options = IngestOptions { first_height: Some(2), ..IngestOptions::default() };
        let report = ledger.ingest(&one_file(NET, file(&blocks[2..])), &options, &mut |_| {}).unwrap();
        assert_eq!((report.first_height, report.unknown_prevouts), (2, 1));
        let view = ledger.at(None).unwrap();
        let question = TraceQuestion::fifo_forward(vec![Start::Transaction(ours(second.compute_txid()))]);
        let trace = view.trace(&question, &TagSet::new(NET)).unwrap();
        assert_eq!(trace.totals.ended_sat.iter().collect::<Vec<_>>(), [(&end, &50)]);
    }
}

#[test]
fn a_bare_key_is_found_by_the_hash_of_its_script() {
    let script = ScriptBuf::from_bytes([&[0x21, 2][..], &[9; 32], &[0xac]].concat());
    let ledger = ledger(&chain([vec![coinbase(1, &[(script.clone(), 50)])]]));
    let view = ledger.at(None).unwrap();
    let text = ScriptKey::of_script(script.as_bytes()).text(NET);
    let found = view.address(&ScriptKey::parse(&text, NET).unwrap(), 1).unwrap();
    assert_eq!((found.address, found.history.balance_sat), (text.clone(), 50));
    let trace =
        view.trace(&TraceQuestion::fifo_forward(vec![Start::Address(text)]), &TagSet::new(NET)).unwrap();
    assert_eq!(trace.totals.started_sat, 50);
}

#[test]
fn every_flipped_byte_of_a_block_file_is_noticed() {
    let blocks = chain((1..3).map(|i| vec![coinbase(i, &[(holder(1), 50)])]));
    let good = file(&blocks);
    let whole = ledger(&blocks).at(None).unwrap().headers_digest();
    for at in 0..good.len() {
        for bit in [0x01, 0x80] {
            let mut flipped = good.clone();
            flipped[at] ^= bit;
            let mut ledger = Ledger::new(NET);
            match ledger.ingest(&one_file(NET, flipped), &IngestOptions::default(), &mut |_| {}) {
                Err(error) => assert!(comity_chain::CODES.contains(&error.code())),
                // A last record that claims to be longer is a cut one; and on this network every second changed header
                // has its work done, so that it is another sound block. Neither is the chain that it was.
                Ok(_) => {
                    assert_ne!(ledger.at(None).unwrap().headers_digest(), whole);
                }
            }
        }
    }
}

#[test]
fn an_output_to_a_bare_key_is_found_by_the_key_and_not_by_the_address_of_its_hash() {
    // The generator of the curve (SEC 2).
    let key = "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";
    let key: bitcoin::PublicKey = key.parse().unwrap();
    let bare = ScriptBuf::new_p2pk(&key);
    let first = coinbase(1, &[(bare, 50)]);
    let spends = transaction(&[point(&first, 0)], &[(holder(1), 50)]);
    let ledger = ledger(&chain([vec![first], vec![coinbase(2, &[(holder(2), 50)]), spends]]));
    let view = ledger.at(None).unwrap();
    let named = |text: &str| ScriptKey::parse(text, NET).unwrap();
    let found = view.address(&named(&key.to_string()), 10).unwrap();
    assert_eq!(
        (found.history.received_sat, found.history.spent_sat, found.history.transactions),
        (50, 50, 2)
    );
    assert_eq!(view.address(&named(&found.address), 10), Some(found));
    let of_hash = bitcoin::Address::p2pkh(key, bitcoin::Network::Regtest).to_string();
    assert_eq!(view.address(&named(&of_hash), 10), None);
    let trace = |from: String| {
        view.trace(&TraceQuestion::fifo_forward(vec![Start::Address(from)]), &TagSet::new(NET))
    };
    assert_eq!(trace(key.to_string()).unwrap().totals.started_sat, 50);
    assert_eq!(trace(of_hash).unwrap_err().code(), "chain-trace-unknown-start");
}

/// Coins of about a pool's worth that one owner pays out are no round; a premix leads to one, and that to the next.
#[test]
fn a_whirlpool_is_told_by_where_its_coins_come_from() {
    let pool = 1_000_000;
    let data = || (ScriptBuf::from_bytes(vec![0x6a, 2, 7, 7]), 0);
    let pays = |first: u8, count: u8, sat: u64| (first..first + count).map(move |to| (holder(to), sat));
    let mined = |mark: u32, outputs: Vec<(ScriptBuf, u64)>| coinbase(mark, &outputs);
    // Five coins of an owner, three of the pool's worth and two a little more, paid out to five.
    let coins = mined(1, pays(1, 3, pool).chain(pays(4, 2, pool + 400)).collect());
    let points: Vec<_> = (0..5).map(|vout| point(&coins, vout)).collect();
    let payout = transaction(&points, &pays(11, 5, pool).collect::<Vec<_>>());
    // Two owners enter a pool with five coins and three; five are mixed, of which two are then mixed again.
    let funds = mined(2, vec![(holder(21), 9_000_000), (holder(22), 9_000_000)]);
    let enter = |vout: u32, first: u8, count: u8| {
        let outputs = pays(first, count, pool + 400).chain([(holder(first + 20), 50_000), data()]);
        transaction(&[point(&funds, vout)], &outputs.collect::<Vec<_>>())
    };
    let premixes = [enter(0, 31, 5), enter(1, 41, 3)];
    let first = transaction(
        &[
            point(&payout, 0),
            point(&premixes[0], 0),
            point(&premixes[0], 1),
            point(&premixes[1], 0),
            point(&premixes[1], 1),
        ],
        &pays(71, 5, pool).collect::<Vec<_>>(),
    );
    let second = transaction(
        &[
            point(&first, 0),
            point(&first, 1),
            point(&premixes[0], 2),
            point(&premixes[0], 3),
            point(&premixes[1], 2),
        ],
        &pays(81, 5, pool).collect::<Vec<_>>(),
    );
    let ids = [&payout, &first, &second].map(|tx| ours(tx.compute_txid()));
    let [entered, entered_too] = premixes;
    let ledger = ledger(&chain([vec![coins, payout], vec![funds, entered, entered_too, first, second]]));
    let view = ledger.at(None).unwrap();
    let told = ids.map(|id| view.coinjoin(view.find_transaction(&id)[0]).map(|join| join.confidence));
    // The first round took one coin from a payment that only looks like one, as nobody can tell by the ledger alone.
    assert_eq!(told, [None, Some(95), Some(95)]);
    // Nobody's inputs are joined by what is only suspected.
    assert!(view.may_be_coinjoin(view.find_transaction(&ids[0])[0]));
}
