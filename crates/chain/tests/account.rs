//! The lowest intermediate balance against its plain definition: going through every transaction and every account.

use std::collections::{BTreeMap, HashMap};

use bitcoin::{Block, OutPoint, ScriptBuf};
use comity_chain::hash::Outpoint;
use comity_chain::script::ScriptKey;
use comity_chain::tags::TagSet;
use comity_chain::trace::{Direction, End, Method, Start, Stops, Trace, TraceQuestion};
use proptest::prelude::*;

use crate::made::{chain, coinbase, holder, ledger, transaction};
use crate::random::ours;
use crate::support::Dice;
use crate::trace::{NET, address, made};

/// What is left at each address, and under none in fees. The starts are in order.
fn by_accounts(blocks: &[Block], starts: &[Outpoint]) -> BTreeMap<Option<String>, u64> {
    let mut on_output: HashMap<OutPoint, (ScriptBuf, u64)> = HashMap::new();
    let (mut balance, mut traced): (HashMap<ScriptBuf, u64>, BTreeMap<ScriptBuf, u64>) = Default::default();
    let mut fees = 0;
    for tx in blocks.iter().skip(1).flat_map(|block| &block.txdata) {
        let txid = tx.compute_txid();
        let mut own: HashMap<ScriptBuf, u64> = HashMap::new();
        for input in tx.input.iter().filter(|_| !tx.is_coinbase()) {
            let (script, sat) = on_output.remove(&input.previous_output).unwrap();
            *own.entry(script).or_default() += sat;
        }
        let spent: u64 = own.values().sum();
        let before = own.clone();
        let mut pays = Vec::new();
        for (vout, output) in tx.output.iter().enumerate() {
            let sat = output.value.to_sat();
            let script = output.script_pubkey.clone();
            let back = own.get_mut(&script).map_or(0, |own| {
                let back = sat.min(*own);
                *own -= back;
                back
            });
            pays.push((script.clone(), sat - back));
            on_output.insert(OutPoint::new(txid, u32::try_from(vout).unwrap()), (script, sat));
        }
        for (script, sat) in &before {
            *balance.get_mut(script).unwrap() -= sat;
        }
        for output in &tx.output {
            *balance.entry(output.script_pubkey.clone()).or_default() += output.value.to_sat();
        }
        let mut leaves = 0;
        for script in before.keys() {
            if let Some(held) = traced.get_mut(script) {
                let stays = (*held).min(balance[script]);
                leaves += *held - stays;
                *held = stays;
            }
        }
        let paid: u64 = tx.output.iter().map(|output| output.value.to_sat()).sum();
        let fee = spent.saturating_sub(paid);
        let total: u64 = pays.iter().map(|(_, sat)| sat).sum::<u64>() + fee;
        // Whole shares, and the largest remainders one more.
        let weights: Vec<u64> = pays.iter().map(|(_, sat)| *sat).chain([fee]).collect();
        let mut shares: Vec<u64> =
            weights.iter().map(|w| (leaves * w).checked_div(total).unwrap_or(0)).collect();
        let mut order: Vec<usize> = (0..weights.len()).collect();
        order.sort_by_key(|place| (std::cmp::Reverse((leaves * weights[*place]).checked_rem(total)), *place));
        let left = leaves - shares.iter().sum::<u64>();
        for place in order.into_iter().take(usize::try_from(left).unwrap()) {
            shares[place] += 1;
        }
        for ((script, _), share) in pays.iter().zip(&shares) {
            *traced.entry(script.clone()).or_default() += share;
        }
        fees += shares.last().unwrap();
        for (vout, output) in tx.output.iter().enumerate() {
            let place = OutPoint::new(txid, u32::try_from(vout).unwrap());
            if starts.binary_search(&ours(&place)).is_ok() {
                *traced.entry(output.script_pubkey.clone()).or_default() += output.value.to_sat();
            }
        }
    }
    let named = |script: &ScriptBuf| Some(ScriptKey::of_script(script.as_bytes()).text(NET));
    let held = traced.iter().map(|(script, sat)| (named(script), *sat)).chain([(None, fees)]);
    held.filter(|(_, sat)| *sat > 0).collect()
}

/// What ended at each address, and under none in fees.
fn ended(trace: &Trace) -> BTreeMap<Option<String>, u64> {
    let mut found = BTreeMap::new();
    for flow in trace.flows.iter().filter(|flow| flow.end != End::Followed && flow.value_sat > 0) {
        *found.entry(flow.to.clone()).or_default() += flow.value_sat;
    }
    found
}

fn traced(blocks: &[Block], starts: &[Outpoint]) -> Trace {
    let starts = starts.iter().copied().map(Start::Output).collect();
    let mut question = TraceQuestion::new(Method::LowestIntermediateBalance, Direction::Forward, starts);
    question.stops = Stops { max_outputs: 1_000_000, ..Stops::none() };
    ledger(blocks).at(None).unwrap().trace(&question, &TagSet::new(NET)).unwrap()
}

/// Some holders get `coins` each, coin after coin, and spend them all in one transaction that pays some of it back.
fn gathered(holders: u8, coins: usize, dice: &mut Dice) -> (Vec<Block>, Vec<Outpoint>) {
    let mut sat = || u64::try_from(1 + dice.roll(90)).unwrap();
    let paid: Vec<_> = (0..coins).flat_map(|_| 1..=holders).map(|number| (holder(number), sat())).collect();
    let total: u64 = paid.iter().map(|(_, sat)| sat).sum();
    let paid = coinbase(1, &paid);
    let outputs = u32::try_from(paid.output.len()).unwrap();
    let txid = paid.compute_txid();
    let points: Vec<OutPoint> = (0..outputs).map(|vout| OutPoint::new(txid, vout)).collect();
    let spent =
        transaction(&points, &[(holder(1), total / 8), (holder(201), total / 2), (holder(202), total / 4)]);
    let starts = points.iter().map(ours).collect();
    (chain([vec![paid], vec![coinbase(2, &[(holder(1), 7)]), spent]]), starts)
}

#[test]
fn thousands_of_coins_of_one_address_or_of_many_are_spent_at_once() {
    // Were every coin to look at every input of the transaction, this would take minutes.
    for (holders, coins) in [(1, 20_000), (200, 20)] {
        let (blocks, starts) = gathered(holders, coins, &mut Dice(7));
        let trace = traced(&blocks, &starts);
        assert_eq!(ended(&trace), by_accounts(&blocks, &starts));
        assert_eq!(trace.totals.started_sat, trace.totals.ended_total_sat());
        assert!(trace.flows.iter().any(|flow| flow.to == Some(address(201))));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn a_trace_is_what_going_through_every_account_gives(seed: u64) {
        let (mut dice, blocks, outputs) = made(seed);
        let start = outputs[dice.roll(outputs.len())].0;
        prop_assert_eq!(ended(&traced(&blocks, &[start])), by_accounts(&blocks, &[start]));
    }

    #[test]
    fn so_it_is_where_many_coins_of_few_addresses_are_spent_at_once(
        seed: u64, holders in 1_u8..4, coins in 1_usize..12, kept in proptest::collection::vec(any::<bool>(), 36),
    ) {
        let (blocks, mut starts) = gathered(holders, coins, &mut Dice(seed));
        let mut kept = kept.into_iter();
        starts.retain(|_| kept.next() == Some(true));
        prop_assume!(!starts.is_empty());
        prop_assert_eq!(ended(&traced(&blocks, &starts)), by_accounts(&blocks, &starts));
    }
}
