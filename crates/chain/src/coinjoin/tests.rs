use proptest::prelude::*;

use super::*;

/// A shape in which every input and output has a script of its own.
fn shape(inputs_sat: &[u64], outputs_sat: &[u64]) -> Shape {
    Shape {
        inputs_sat: inputs_sat.iter().copied().map(Some).collect(),
        input_scripts: inputs_sat.len(),
        outputs_sat: outputs_sat.to_vec(),
        output_scripts: outputs_sat.len(),
        native: true,
        data_outputs: 0,
    }
}

fn protocol(found: Option<CoinJoin>) -> Option<CoinJoinProtocol> {
    found.map(|join| join.protocol)
}

#[test]
fn a_whirlpool_is_told_by_its_pool_and_by_who_pays() {
    let inputs = [1_000_000, 1_000_000, 1_000_302, 1_000_000, 1_004_000];
    let join = shape(&inputs, &[1_000_000; 5]).whirlpool().unwrap();
    assert_eq!((join.participants, join.denomination_sat), (5, 1_000_000));
    assert!(shape(&[1_000_000; 5], &[1_000_000; 5]).whirlpool().is_none(), "nobody pays the miner");
    assert!(shape(&[1_000_302; 5], &[1_000_000; 5]).whirlpool().is_none(), "nobody is mixed again");
    assert!(shape(&inputs, &[1_000_001; 5]).whirlpool().is_none(), "no pool has this denomination");
    assert!(shape(&inputs[..4], &[1_000_000; 4]).whirlpool().is_none(), "four are too few");
    let reused = Shape { output_scripts: 4, ..shape(&inputs, &[1_000_000; 5]) };
    assert!(reused.whirlpool().is_none(), "an address is paid twice");
}

#[test]
fn a_premix_pays_the_coordinator_once_and_carries_data() {
    let outputs = [50_000, 1_000_302, 1_000_302, 1_000_302, 712_345];
    let premix = Shape { data_outputs: 1, ..shape(&[3_800_000], &outputs) };
    let found = premix.premix().unwrap();
    assert_eq!((found.participants, found.denomination_sat), (3, 1_000_000));
    assert!(!found.protocol.joins_owners());
    assert!(shape(&[3_800_000], &outputs).premix().is_none(), "no data");
    let no_fee = [1_000_302, 1_000_302, 1_000_302, 712_345];
    assert!(Shape { data_outputs: 1, ..shape(&[3_800_000], &no_fee) }.premix().is_none());
}

#[test]
fn wasabi_is_told_by_its_denomination_levels_and_coordinator() {
    let inputs: Vec<u64> = (0..12).map(|i| 11_000_000 + i * 400_000).collect();
    let mut outputs = vec![10_012_345; 12];
    // What each has left, and three hundredths of a per cent from each for the coordinator.
    outputs.extend(inputs.iter().map(|sat| sat - 10_012_345 - 3_100));
    outputs.push(36_000);
    assert_eq!(protocol(shape(&inputs, &outputs).wasabi_1()), Some(CoinJoinProtocol::Wasabi1));
    // Without a coordinator it is somebody else's.
    outputs.pop();
    assert_eq!(protocol(shape(&inputs, &outputs).wasabi_1()), None);
    assert_eq!(protocol(shape(&inputs, &outputs).joinmarket()), Some(CoinJoinProtocol::JoinMarket));
    // Two levels.
    let inputs: Vec<u64> = (0..12).map(|i| 31_000_000 + i * 400_000).collect();
    let mut outputs = [vec![10_012_345; 12], vec![20_024_690; 5]].concat();
    outputs.extend((0..11).map(|i| 1_234_567 + i));
    assert_eq!(protocol(shape(&inputs, &outputs).wasabi_1()), Some(CoinJoinProtocol::Wasabi11));
}

#[test]
fn wasabi_2_needs_amounts_that_no_payout_has() {
    let inputs: Vec<u64> = (0..60).map(|i| 1_000_000 + i * 7_919).collect();
    let mixed = [8_192, 16_384, 6_561, 13_122, 100_000, 131_072, 59_049, 524_288, 200_000, 531_441];
    let mut outputs: Vec<u64> = mixed.repeat(4);
    outputs.extend((0..20).map(|i| 1_234_567 + i));
    assert_eq!(protocol(shape(&inputs, &outputs).wasabi_2()), Some(CoinJoinProtocol::Wasabi2));
    assert!(shape(&inputs[..49], &outputs).wasabi_2().is_none(), "49 inputs are too few");
    let round: Vec<u64> = (0..40).map(|i| [100_000, 200_000, 500_000, 1_000_000][i % 4]).collect();
    assert!(shape(&inputs, &round).wasabi_2().is_none(), "round amounts are a payout's");
}

#[test]
fn payouts_and_consolidations_are_none() {
    let any = |shape: &Shape| {
        [shape.whirlpool(), shape.wasabi_2(), shape.wasabi_1(), shape.joinmarket()]
            .into_iter()
            .flatten()
            .next()
    };
    // Three wages out of four coins of one owner.
    assert_eq!(
        any(&shape(&[2_900_000, 150_000, 80_000, 40_000], &[1_000_000, 1_000_000, 1_000_000, 160_000])),
        None
    );
    // Ten times the tenth of a coin out of eleven coins.
    let inputs: Vec<u64> = (0..11).map(|i| 3_000_000 + i * 1_371_000).collect();
    let left = inputs.iter().sum::<u64>() - 100_000_000 - 4_000;
    assert_eq!(any(&shape(&inputs, &[vec![10_000_000; 10], vec![left]].concat())), None);
    assert_eq!(any(&shape(&[5_000; 200], &[990_000])), None);
    assert_eq!(any(&shape(&[5_000; 200], &[100_000, 100_000, 100_000, 690_000])), None);
}

#[test]
fn standard_denominations_are_the_protocols() {
    for sat in [5_000, 6_561, 8_192, 10_000, 13_122, 16_384, 19_683, 20_000, 118_098, 137_438_953_472] {
        assert!(is_standard(sat), "{sat}");
    }
    for sat in [4_096, 4_999, 12_288, 30_000, 15_000, 0] {
        assert!(!is_standard(sat), "{sat}");
    }
}

proptest! {
    /// Whoever joins honestly by the rule of JoinMarket is found, whatever his coins.
    #[test]
    fn any_join_of_owners_with_one_coin_each_is_found(
        changes in proptest::collection::vec(30_000_u64..90_000_000, 3..12), sat in 3_000_u64..50_000_000, fee in 500_u64..10_000,
    ) {
        // A change that is as large as the mixed amount makes it another join.
        prop_assume!(changes.iter().all(|change| *change != sat));
        let mut inputs: Vec<u64> = changes.iter().map(|change| change + sat).collect();
        inputs[0] += fee;
        let outputs = [vec![sat; changes.len()], changes].concat();
        let found = shape(&inputs, &outputs).joinmarket();
        prop_assert_eq!(found.map(|join| join.denomination_sat), Some(sat));
    }
}
