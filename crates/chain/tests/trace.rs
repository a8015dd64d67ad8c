//! Every method of tracing: answers worked out by hand, what holds on any chain, and the two directions against each
//! other.

use std::collections::{BTreeMap, HashMap};

use bitcoin::{OutPoint, Transaction};
use comity_chain::Ledger;
use comity_chain::finding::Finding;
use comity_chain::hash::Outpoint;
use comity_chain::ledger::{IngestOptions, View};
use comity_chain::network::Network;
use comity_chain::script::ScriptKey;
use comity_chain::tags::TagSet;
use comity_chain::trace::{Direction, End, Flow, Method, Start, Stops, Trace, TraceQuestion};
use comity_record::Coded as _;
use proptest::prelude::*;

use crate::made::{chain, coinbase, file, holder, ledger, transaction};
use crate::random::{ours, random_blocks};
use crate::support::{Dice, exercise, one_file};

pub const NET: Network = Network::Regtest;
const DIRECTIONS: [Direction; 2] = [Direction::Forward, Direction::Backward];

pub fn point(tx: &Transaction, vout: u32) -> OutPoint {
    OutPoint::new(tx.compute_txid(), vout)
}

pub fn address(number: u8) -> String {
    ScriptKey::of_script(holder(number).as_bytes()).text(NET)
}

/// Through everything, as far as it goes.
fn question(method: Method, direction: Direction, start: Outpoint) -> TraceQuestion {
    let mut question = TraceQuestion::new(method, direction, vec![Start::Output(start)]);
    question.stops = Stops { max_outputs: 1_000_000, ..Stops::none() };
    question
}

fn trace(view: &View<'_>, question: &TraceQuestion) -> Trace {
    view.trace(question, &TagSet::new(NET)).unwrap()
}

/// What ended where: by end and address, none for what went to no output.
fn ended(trace: &Trace) -> BTreeMap<(End, Option<String>), u64> {
    let mut sums = BTreeMap::new();
    for flow in trace.flows.iter().filter(|flow| flow.end != End::Followed) {
        *sums.entry((flow.end, flow.to.clone())).or_default() += flow.value_sat;
    }
    sums
}

/// Holder 1 has 100 of its own and gets 60, which are traced. It pays 60 together with 40 of holder 2: 30, 50 and 15 to
/// holders 3, 4 and 5, and 5 to the miner. Then it pays 80 of the first 100 to holder 6, keeps 15, and leaves 5.
struct Mixed {
    blocks: Vec<bitcoin::Block>,
    start: Outpoint,
    paid: Transaction,
}

fn mixed() -> Mixed {
    let own = coinbase(1, &[(holder(1), 100)]);
    let stolen = coinbase(2, &[(holder(1), 60)]);
    let others = coinbase(3, &[(holder(2), 40)]);
    let paid = transaction(
        &[point(&stolen, 0), point(&others, 0)],
        &[(holder(3), 30), (holder(4), 50), (holder(5), 15)],
    );
    let later = transaction(&[point(&own, 0)], &[(holder(6), 80), (holder(1), 15)]);
    let start = ours(&point(&stolen, 0));
    let blocks = chain([
        vec![own],
        vec![stolen],
        vec![others],
        vec![coinbase(4, &[(holder(9), 1)]), paid.clone()],
        vec![coinbase(5, &[(holder(9), 1)]), later],
    ]);
    Mixed { blocks, start, paid }
}

#[test]
fn each_method_gives_the_answer_that_was_worked_out_by_hand() {
    let Mixed { blocks, start, .. } = mixed();
    let ledger = ledger(&blocks);
    let view = ledger.at(None).unwrap();
    let unspent = |number: u8, sat: u64| ((End::Unspent, Some(address(number))), sat);
    let fee = |sat: u64| ((End::Fee, None), sat);
    for (method, expected) in [
        // The 60 lie before the 40: they fill the first output and 30 of the second.
        (Method::Fifo, vec![unspent(3, 30), unspent(4, 30)]),
        // The 40 come first: they fill the first output and 10 of the second.
        (Method::Lifo, vec![unspent(4, 40), unspent(5, 15), fee(5)]),
        // Three fifths of everything.
        (Method::Haircut, vec![unspent(3, 18), unspent(4, 30), unspent(5, 9), fee(3)]),
        (Method::Poison, vec![unspent(3, 30), unspent(4, 50), unspent(5, 15), fee(5)]),
        // After the first payment 100 are left, so that all 60 still lie there; after the second 15 are left. The other
        // 45 are laid on 80 and a fee of 5: 42.35 and 2.65, of which the fee has the larger remainder.
        (Method::LowestIntermediateBalance, vec![unspent(1, 15), unspent(6, 42), fee(3)]),
    ] {
        let trace = trace(&view, &question(method, Direction::Forward, start));
        assert_eq!(ended(&trace), expected.into_iter().collect(), "{method}");
        let joined = if method == Method::Poison { 40 } else { 0 };
        assert_eq!((trace.totals.started_sat, trace.totals.joined_sat), (60, joined), "{method}");
        assert_eq!(trace.totals.ended_total_sat(), 60 + joined, "{method}");
    }
}

#[test]
fn each_method_gives_backward_what_was_worked_out_by_hand() {
    let Mixed { blocks, paid, .. } = mixed();
    let ledger = ledger(&blocks);
    let view = ledger.at(None).unwrap();
    let came = |number: u8, sat: u64| ((End::NewCoins, Some(address(number))), sat);
    // The 50 of holder 4 lie on the satoshis from 30 to 80.
    for (method, expected) in [
        (Method::Fifo, [came(1, 30), came(2, 20)]),
        (Method::Lifo, [came(1, 40), came(2, 10)]),
        (Method::Haircut, [came(1, 30), came(2, 20)]),
        (Method::Poison, [came(1, 60), came(2, 40)]),
    ] {
        let trace = trace(&view, &question(method, Direction::Backward, ours(&point(&paid, 1))));
        assert_eq!(ended(&trace), expected.into_iter().collect(), "{method}");
        let joined = if method == Method::Poison { 50 } else { 0 };
        assert_eq!((trace.totals.started_sat, trace.totals.joined_sat), (50, joined), "{method}");
        assert!(trace.flows.iter().all(|flow| flow.hop == 0 || flow.spent_in.is_some()));
    }
    let refused = question(Method::LowestIntermediateBalance, Direction::Backward, ours(&point(&paid, 1)));
    let error = view.trace(&refused, &TagSet::new(NET)).unwrap_err();
    assert_eq!(error.code(), "chain-trace-forward-only");
    assert!(
        view.compare(
            &question(Method::Fifo, Direction::Backward, ours(&point(&paid, 1))),
            &Method::ALL,
            &TagSet::new(NET)
        )
        .is_err()
    );
}

#[test]
fn methods_stand_side_by_side_and_a_finding_names_the_one_relied_on() {
    let Mixed { blocks, start, .. } = mixed();
    let ledger = ledger(&blocks);
    let view = ledger.at(None).unwrap();
    let mut asked = question(Method::Haircut, Direction::Forward, start);
    asked.beside = vec![Method::Fifo, Method::Haircut, Method::LowestIntermediateBalance];
    let finding = view.find(&asked, &TagSet::new(NET), &[]).unwrap();
    let comparison = finding.comparison.as_ref().unwrap();
    assert_eq!(comparison.methods, [Method::Haircut, Method::Fifo, Method::LowestIntermediateBalance]);
    let row = |end: End, number: Option<u8>| {
        let address = number.map(address);
        let found = comparison.rows.iter().find(|row| row.end == end && row.address == address);
        found.unwrap().value_sat.clone()
    };
    assert_eq!(row(End::Unspent, Some(3)), [18, 30, 0]);
    assert_eq!(row(End::Unspent, Some(1)), [0, 0, 15]);
    assert_eq!(row(End::Fee, None), [3, 0, 3]);
    for (column, totals) in comparison.totals.iter().enumerate() {
        assert_eq!(totals.ended_total_sat(), 60);
        assert_eq!(comparison.rows.iter().map(|row| row.value_sat[column]).sum::<u64>(), 60);
    }
    assert_eq!(comparison.totals[0], finding.totals);
    let read = Finding::from_json(&finding.to_json().unwrap()).unwrap();
    assert!(read.verify(&ledger).unwrap().is_equal());
    let mut changed = read;
    changed.comparison.as_mut().unwrap().rows[0].value_sat[1] += 1;
    changed.result_digest = changed.compute_digest().unwrap();
    assert!(!changed.verify(&ledger).unwrap().is_equal());
}

#[test]
fn money_that_comes_back_to_its_account_has_not_left_it() {
    let own = coinbase(1, &[(holder(1), 10)]);
    let stolen = coinbase(2, &[(holder(1), 90)]);
    // 90 are spent, 70 come back: the balance goes from 100 to 80.
    let pay = transaction(&[point(&stolen, 0)], &[(holder(1), 70), (holder(2), 20)]);
    // A later payment of its own money restores nothing.
    let refill = coinbase(3, &[(holder(1), 500)]);
    let blocks =
        chain([vec![own], vec![stolen.clone()], vec![coinbase(4, &[(holder(9), 1)]), pay], vec![refill]]);
    let ledger = ledger(&blocks);
    let view = ledger.at(None).unwrap();
    let asked = question(Method::LowestIntermediateBalance, Direction::Forward, ours(&point(&stolen, 0)));
    let expected = [((End::Unspent, Some(address(1))), 80), ((End::Unspent, Some(address(2))), 10)];
    assert_eq!(ended(&trace(&view, &asked)), expected.into_iter().collect());
}

#[test]
fn a_start_that_is_what_came_back_to_its_account_is_not_counted_there_twice() {
    let stolen = coinbase(1, &[(holder(1), 50)]);
    let pay = transaction(&[point(&stolen, 0)], &[(holder(2), 20), (holder(1), 30)]);
    let blocks = chain([vec![stolen.clone()], vec![coinbase(2, &[(holder(9), 1)]), pay.clone()]]);
    let ledger = ledger(&blocks);
    let view = ledger.at(None).unwrap();
    let mut asked = question(Method::LowestIntermediateBalance, Direction::Forward, ours(&point(&stolen, 0)));
    asked.starts.push(Start::Output(ours(&point(&pay, 1))));
    let (one, two) = (Some(address(1)), Some(address(2)));
    let expected =
        [((End::Unspent, one.clone()), 30), ((End::Unspent, two), 20), ((End::JoinsStart, one), 30)];
    assert_eq!(ended(&trace(&view, &asked)), expected.into_iter().collect());
}

#[test]
fn what_came_from_before_the_first_block_is_named_and_not_guessed() {
    let (first, second) = (coinbase(1, &[(holder(1), 50)]), coinbase(2, &[(holder(2), 50)]));
    let pay = transaction(&[point(&second, 0), point(&first, 0)], &[(holder(3), 70), (holder(4), 30)]);
    let blocks =
        chain([vec![first], vec![second.clone()], vec![coinbase(3, &[(holder(5), 1)]), pay.clone()]]);
    let mut ledger = Ledger::new(NET);
    let options = IngestOptions { first_height: Some(2), ..IngestOptions::default() };
    ledger.ingest(&one_file(NET, file(&blocks[2..])), &options, &mut |_| {}).unwrap();
    let view = ledger.at(None).unwrap();
    let ends = |method, direction, start| {
        let trace = trace(&view, &question(method, direction, start));
        assert_eq!(
            trace.totals.started_sat + trace.totals.joined_sat,
            trace.totals.ended_total_sat(),
            "{method} {direction}"
        );
        trace.totals.ended_sat.into_iter().collect::<Vec<_>>()
    };
    let start = ours(&point(&second, 0));
    // First in, first out the known 50 lie first; last in, first out behind what is not known.
    assert_eq!(ends(Method::Fifo, Direction::Forward, start), [(End::Unspent, 50)]);
    for method in [Method::Lifo, Method::Haircut, Method::LowestIntermediateBalance] {
        assert_eq!(ends(method, Direction::Forward, start), [(End::UnknownInput, 50)]);
    }
    assert_eq!(ends(Method::Poison, Direction::Forward, start), [(End::Unspent, 100)]);
    let paid = ours(&point(&pay, 0));
    let both = [(End::NewCoins, 50), (End::UnknownInput, 20)];
    assert_eq!(ends(Method::Fifo, Direction::Backward, paid), both);
    assert_eq!(ends(Method::Lifo, Direction::Backward, paid), [(End::UnknownInput, 70)]);
    assert_eq!(ends(Method::Haircut, Direction::Backward, paid), [(End::UnknownInput, 70)]);
    let both = [(End::NewCoins, 50), (End::UnknownInput, 50)];
    assert_eq!(ends(Method::Poison, Direction::Backward, paid), both);
}

#[test]
fn stops_by_height_age_address_and_transaction_are_obeyed_both_ways() {
    let made = coinbase(1, &[(holder(1), 50)]);
    let one = transaction(&[point(&made, 0)], &[(holder(2), 50)]);
    let two = transaction(&[point(&one, 0)], &[(holder(3), 50)]);
    let fill = |mark| coinbase(mark, &[(holder(9), 1)]);
    let blocks = chain([
        vec![made.clone()],
        vec![fill(2), one.clone()],
        vec![fill(3)],
        vec![fill(4)],
        vec![fill(5), two.clone()],
    ]);
    let ledger = ledger(&blocks);
    let view = ledger.at(None).unwrap();
    let ends = |direction, change: &dyn Fn(&mut Stops)| {
        let start = match direction {
            Direction::Forward => point(&made, 0),
            Direction::Backward => point(&two, 0),
        };
        let of = |method| {
            let mut asked = question(method, direction, ours(&start));
            change(&mut asked.stops);
            let trace = trace(&view, &asked);
            let last = trace.flows.last().unwrap();
            (last.end, last.to.clone().unwrap())
        };
        let found = of(Method::Fifo);
        for method in Method::ALL.into_iter().filter(|method| method.goes(direction)) {
            assert_eq!(of(method), found, "{method}");
        }
        found
    };
    use Direction::{Backward, Forward};
    assert_eq!(ends(Forward, &|_| ()), (End::Unspent, address(3)));
    assert_eq!(ends(Forward, &|stops| stops.until = Some(4)), (End::Age, address(2)));
    assert_eq!(ends(Forward, &|stops| stops.until = Some(5)), (End::Unspent, address(3)));
    assert_eq!(ends(Backward, &|stops| stops.until = Some(3)), (End::Age, address(2)));
    assert_eq!(ends(Backward, &|stops| stops.until = Some(2)), (End::NewCoins, address(1)));
    // From height 2 to 5 are three blocks.
    for direction in DIRECTIONS {
        assert_eq!(ends(direction, &|stops| stops.age_blocks = Some(2)), (End::Age, address(2)));
        assert_ne!(ends(direction, &|stops| stops.age_blocks = Some(3)).0, End::Age);
        let named = |stops: &mut Stops| stops.add(&format!("address={}", address(2))).unwrap();
        assert_eq!(ends(direction, &named), (End::NamedAddress, address(2)));
    }
    let named = |tx: &Transaction| {
        let text = format!("tx={}", tx.compute_txid());
        move |stops: &mut Stops| stops.add(&text).unwrap()
    };
    assert_eq!(ends(Forward, &named(&two)), (End::NamedTransaction, address(2)));
    assert_eq!(ends(Backward, &named(&one)), (End::NamedTransaction, address(2)));
    let mut wrong = question(Method::Fifo, Forward, ours(&point(&made, 0)));
    wrong.stops.add("address=nonsense").unwrap();
    assert_eq!(view.trace(&wrong, &TagSet::new(NET)).unwrap_err().code(), "chain-address-malformed");
}

#[test]
fn a_finding_by_every_method_and_both_ways_is_found_again_on_a_ledger_with_a_later_tip() {
    let mut dice = Dice(11);
    let blocks = chain(random_blocks(&mut dice, 30));
    let (shorter, longer) = (ledger(&blocks[..=22]), ledger(&blocks));
    let view = shorter.at(None).unwrap();
    let start = blocks[12].txdata.iter().rev().map(|tx| ours(&point(tx, 0))).next().unwrap();
    for direction in DIRECTIONS {
        for method in Method::ALL.into_iter().filter(|method| method.goes(direction)) {
            let mut asked = question(method, direction, start);
            asked.beside = Method::ALL.into_iter().filter(|beside| beside.goes(direction)).collect();
            let made = view.find(&asked, &TagSet::new(NET), &[]).unwrap();
            let read = Finding::from_json(&made.to_json().unwrap()).unwrap();
            assert_eq!(read, made);
            let verdict = read.verify(&longer).unwrap();
            assert!(verdict.is_equal(), "{method} {direction}: {verdict:?}");
            assert!(read.proofs.iter().all(comity_chain::finding::TxProof::holds));
            let mut changed = read;
            changed.question.method = Method::ALL[usize::from(method == Method::Fifo)];
            changed.result_digest = changed.compute_digest().unwrap();
            assert!(!changed.verify(&longer).unwrap().is_equal());
        }
    }
}

#[test]
fn every_method_follows_the_exercise_chain_to_its_end_and_loses_nothing() {
    let ledger = exercise();
    let view = ledger.at(None).unwrap();
    let mut dice = Dice(5);
    for round in 0..24_usize {
        let block = view.block_at(u32::try_from(1 + dice.roll(800)).unwrap()).unwrap();
        let start = Start::Transaction(block.txids[dice.roll(block.txids.len())]);
        let direction = DIRECTIONS[round % 2];
        for method in Method::ALL.into_iter().filter(|method| method.goes(direction)) {
            let mut asked = TraceQuestion::new(method, direction, vec![start.clone()]);
            asked.stops = Stops { max_outputs: 1_000_000, ..Stops::none() };
            holds(&trace(&view, &asked), method, None);
        }
    }
}

/// What holds for every trace by every method.
fn holds(trace: &Trace, method: Method, values: Option<&HashMap<Outpoint, u64>>) {
    let totals = &trace.totals;
    assert_eq!(totals.started_sat + totals.joined_sat, totals.ended_total_sat(), "{method}");
    assert!(method == Method::Poison || totals.joined_sat == 0);
    let mut on_output: HashMap<(Outpoint, bool), u64> = HashMap::new();
    for flow in &trace.flows {
        if let Some(outpoint) = outpoint(flow) {
            // What came to an output that is a start anyway is counted beside the start.
            *on_output.entry((outpoint, flow.end == End::JoinsStart)).or_default() += flow.value_sat;
        }
    }
    for ((outpoint, _), sat) in on_output {
        let most = values.map_or(u64::MAX, |values| values[&outpoint]);
        assert!(sat <= most, "{method}: {sat} of {most} on {outpoint}");
        assert!(method != Method::Poison || values.is_none() || sat == most);
    }
}

fn outpoint(flow: &Flow) -> Option<Outpoint> {
    flow.vout.map(|vout| Outpoint { txid: flow.txid, vout })
}

/// What a trace put on one output; none where it did not come there.
fn at(trace: &Trace, there: Outpoint) -> Option<u64> {
    let flows = trace.flows.iter().filter(|flow| outpoint(flow) == Some(there));
    flows.map(|flow| flow.value_sat).reduce(|a, b| a + b)
}

/// A random chain, and the worth of every output.
pub fn made(seed: u64) -> (Dice, Vec<bitcoin::Block>, Vec<(Outpoint, u64)>) {
    let mut dice = Dice(seed);
    let blocks = chain(random_blocks(&mut dice, 24));
    let mut outputs = Vec::new();
    for tx in blocks.iter().skip(1).flat_map(|block| &block.txdata) {
        for (vout, output) in tx.output.iter().enumerate() {
            let place = point(tx, u32::try_from(vout).unwrap());
            outputs.push((ours(&place), output.value.to_sat()));
        }
    }
    (dice, blocks, outputs)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn every_method_conserves_value_whatever_the_stops(
        seed: u64,
        starts in 1_usize..5,
        hops in prop_oneof![Just(1000_u32), 0_u32..6],
        least_sat in prop_oneof![Just(0_u64), 0_u64..8],
        max_outputs in prop_oneof![Just(10_000_u64), 0_u64..12],
        until in proptest::option::of(0_u32..25),
        age_blocks in proptest::option::of(0_u32..8),
        height in 10_u32..=24,
    ) {
        let (mut dice, blocks, outputs) = made(seed);
        let ledger = ledger(&blocks);
        let view = ledger.at(Some(height)).unwrap();
        let values: HashMap<_, _> = outputs.iter().copied().collect();
        let there: Vec<_> = outputs.iter().filter(|(outpoint, _)| view.find_output(outpoint).is_some()).collect();
        let chosen: Vec<_> = (0..starts).map(|_| Start::Output(there[dice.roll(there.len())].0)).collect();
        for direction in DIRECTIONS {
            for method in Method::ALL.into_iter().filter(|method| method.goes(direction)) {
                let mut asked = TraceQuestion::new(method, direction, chosen.clone());
                asked.stops = Stops { hops, least_sat, max_outputs, until, age_blocks, ..Stops::none() };
                let trace = trace(&view, &asked);
                holds(&trace, method, Some(&values));
                prop_assert!(trace.flows.iter().all(|flow| flow.height <= height && flow.hop <= hops.max(1)));
            }
        }
    }

    #[test]
    fn forward_and_backward_agree(seed: u64) {
        let (mut dice, blocks, outputs) = made(seed);
        let ledger = ledger(&blocks);
        let view = ledger.at(None).unwrap();
        let start = outputs[dice.roll(outputs.len() / 2)].0;
        for method in Method::ALL.into_iter().filter(|method| method.goes(Direction::Backward)) {
            let forward = trace(&view, &question(method, Direction::Forward, start));
            for _ in 0..12 {
                let there = outputs[dice.roll(outputs.len())].0;
                let backward = trace(&view, &question(method, Direction::Backward, there));
                let (went, came) = (at(&forward, there), at(&backward, start));
                match method {
                    Method::Poison => prop_assert_eq!(went.is_some(), came.is_some()),
                    Method::Haircut => {
                        let most = forward.flows.len() + backward.flows.len();
                        let off = went.unwrap_or(0).abs_diff(came.unwrap_or(0));
                        prop_assert!(off < u64::try_from(most).unwrap());
                    }
                    _ => prop_assert_eq!(went.unwrap_or(0), came.unwrap_or(0), "{}", method),
                }
            }
        }
    }
}
