//! Chains of random payments, each satoshi of which is followed by hand, against the trace.

use std::collections::HashMap;

use bitcoin::hashes::Hash as _;
use bitcoin::{OutPoint, ScriptBuf, Transaction};
use comity_chain::hash::{Outpoint, Txid};
use comity_chain::network::Network;
use comity_chain::tags::TagSet;
use comity_chain::trace::{End, Start, Stops, TraceQuestion};
use proptest::prelude::*;

use crate::made::{chain, coinbase, holder, ledger, transaction};
use crate::support::Dice;

/// Every satoshi of a chain by a number of its own.
#[derive(Default)]
struct Satoshis {
    next: u32,
    on_output: HashMap<Outpoint, Vec<u32>>,
    in_fee: HashMap<Txid, Vec<u32>>,
}

impl Satoshis {
    /// First in, first out, one satoshi after another.
    fn pass(&mut self, tx: &Transaction) {
        let txid = Txid::from_bytes(*tx.compute_txid().as_byte_array());
        let mut purse: Vec<u32> = Vec::new();
        if tx.is_coinbase() {
            let total: u64 = tx.output.iter().map(|output| output.value.to_sat()).sum();
            let total = u32::try_from(total).unwrap();
            purse.extend(self.next..self.next + total);
            self.next += total;
        }
        for input in tx.input.iter().filter(|_| !tx.is_coinbase()) {
            purse.extend(&self.on_output[&ours(&input.previous_output)]);
        }
        for (vout, output) in tx.output.iter().enumerate() {
            let rest = purse.split_off(usize::try_from(output.value.to_sat()).unwrap());
            let outpoint = Outpoint { txid, vout: u32::try_from(vout).unwrap() };
            self.on_output.insert(outpoint, std::mem::replace(&mut purse, rest));
        }
        self.in_fee.insert(txid, purse);
    }
}

pub fn ours(outpoint: &OutPoint) -> Outpoint {
    Outpoint { txid: Txid::from_bytes(*outpoint.txid.as_byte_array()), vout: outpoint.vout }
}

/// Blocks of random payments among a few holders; some outputs are data, some are worth nothing.
pub fn random_blocks(dice: &mut Dice, count: u32) -> Vec<Vec<Transaction>> {
    let mut unspent: Vec<(OutPoint, u64)> = Vec::new();
    let mut blocks = Vec::new();
    for height in 1..=count {
        let value = u64::try_from(dice.roll(30)).unwrap();
        let mut transactions = vec![coinbase(height, &[(holder(1), value), (holder(2), 3)])];
        let add = |tx: &Transaction, unspent: &mut Vec<(OutPoint, u64)>| {
            for (vout, output) in
                tx.output.iter().enumerate().filter(|(_, o)| !o.script_pubkey.is_op_return())
            {
                let outpoint = OutPoint::new(tx.compute_txid(), u32::try_from(vout).unwrap());
                unspent.push((outpoint, output.value.to_sat()));
            }
        };
        add(&transactions[0], &mut unspent);
        for _ in 0..dice.roll(4) {
            let mut inputs = Vec::new();
            let mut purse = 0;
            for _ in 0..=dice.roll(3).min(unspent.len().saturating_sub(1)) {
                let (outpoint, value) = unspent.swap_remove(dice.roll(unspent.len()));
                inputs.push(outpoint);
                purse += value;
                if unspent.is_empty() {
                    break;
                }
            }
            let mut outputs = Vec::new();
            for _ in 0..=dice.roll(3) {
                let value = u64::try_from(dice.roll(usize::try_from(purse).unwrap() + 1)).unwrap();
                purse -= value;
                let script = match dice.roll(12) {
                    0 => ScriptBuf::from_bytes(vec![0x6a]),
                    other => holder(u8::try_from(other).unwrap()),
                };
                outputs.push((script, value));
            }
            let tx = transaction(&inputs, &outputs);
            add(&tx, &mut unspent);
            transactions.push(tx);
            if unspent.is_empty() {
                break;
            }
        }
        blocks.push(transactions);
    }
    blocks
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_satoshi_is_where_counting_by_hand_puts_it(
        seed: u64,
        starts in 1_usize..5,
        hops in prop_oneof![Just(1000_u32), 0_u32..6],
        least_sat in prop_oneof![Just(0_u64), 0_u64..8],
        max_outputs in prop_oneof![Just(10_000_u64), 0_u64..12],
        at in 10_u32..=24,
    ) {
        let mut dice = Dice(seed);
        let blocks = chain(random_blocks(&mut dice, 24));
        let ledger = ledger(&blocks);
        let view = ledger.at(Some(at)).unwrap();
        let mut satoshis = Satoshis::default();
        let mut outpoints = Vec::new();
        for (height, block) in blocks.iter().enumerate().skip(1) {
            for tx in &block.txdata {
                satoshis.pass(tx);
                if height <= usize::try_from(at).unwrap() {
                    let outpoint = |vout| OutPoint::new(tx.compute_txid(), u32::try_from(vout).unwrap());
                    outpoints.extend((0..tx.output.len()).map(|vout| ours(&outpoint(vout))));
                }
            }
        }
        let mut chosen: Vec<_> = (0..starts).map(|_| outpoints[dice.roll(outpoints.len())]).collect();
        let mut question = TraceQuestion::fifo_forward(chosen.iter().copied().map(Start::Output).collect());
        question.stops = Stops { hops, least_sat, max_outputs, ..Stops::none() };
        let trace = view.trace(&question, &TagSet::new(Network::Regtest)).unwrap();

        // Each movement carries the same satoshis away as it brings.
        let part = |all: &[u32], offset: u64, length: u64| {
            let offset = usize::try_from(offset).unwrap();
            all[offset..offset + usize::try_from(length).unwrap()].to_vec()
        };
        let mut ended = Vec::new();
        for flow in &trace.flows {
            let there = match flow.vout {
                Some(vout) => &satoshis.on_output[&Outpoint { txid: flow.txid, vout }],
                None => &satoshis.in_fee[&flow.txid],
            };
            let brought = part(there, flow.offset_sat, flow.value_sat);
            if let Some(from) = &flow.from {
                let taken = part(&satoshis.on_output[&from.outpoint], from.offset_sat, flow.value_sat);
                prop_assert_eq!(&taken, &brought);
            }
            prop_assert!(flow.height <= at);
            prop_assert!(flow.hop <= hops.max(1) || flow.end != End::Followed);
            if flow.end != End::Followed {
                ended.extend(brought);
            }
        }
        // What started is what ended, satoshi by satoshi.
        chosen.sort();
        chosen.dedup();
        let mut started: Vec<u32> = chosen.iter().flat_map(|outpoint| satoshis.on_output[outpoint].clone()).collect();
        started.sort_unstable();
        ended.sort_unstable();
        prop_assert_eq!(started.len(), usize::try_from(trace.totals.started_sat).unwrap());
        prop_assert_eq!(trace.totals.started_sat, trace.totals.ended_total_sat());
        prop_assert_eq!(started, ended);
    }
}
