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
    outputs.extend((0..12).map(|i| 1_234_567 + i));
    assert_eq!(protocol(shape(&inputs, &outputs).wasabi_1()), Some(CoinJoinProtocol::Wasabi11));
}

#[test]
fn wasabi_2_needs_amounts_that_no_payout_has() {
    let inputs: Vec<u64> = (0..60).map(|i| 1_000_000 + i * 7_919).collect();
    let mixed = [8_192, 16_384, 6_561, 13_122, 100_000, 131_072, 59_049, 524_288, 200_000, 531_441];
    let mut outputs: Vec<u64> = mixed.repeat(4);
    outputs.extend((0..20).map(|i| 1_234_567 + i));
    assert_eq!(protocol(shape(&inputs, &outputs).wasabi_2()), Some(CoinJoinProtocol::Wasabi2));
    let fewer = shape(&inputs[..49], &outputs).wasabi_2().unwrap();
    assert!(fewer.confidence < shape(&inputs, &outputs).wasabi_2().unwrap().confidence);
    assert!(shape(&inputs[..20], &outputs).wasabi_2().is_none(), "20 inputs are too few");
    let spoilt = Shape { data_outputs: 1, ..shape(&inputs, &outputs) };
    assert_eq!(spoilt.wasabi_2().map(|join| join.confidence), Some(SUSPICION));
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
fn round_withdrawals_and_wages_are_not_called_joins_and_yet_join_nobody() {
    let payouts: [(Vec<u64>, Vec<u64>); 4] = [
        // Withdrawals of a tenth and of two tenths, odd ones, and what is left.
        (
            (0..6).map(|i| 21_000_000 + i * 3_100_007).collect(),
            [vec![10_000_000; 5], vec![20_000_000; 2], vec![7_234_500, 3_141_593, 72_119_012]].concat(),
        ),
        // Fifty wages out of a hundred deposits.
        (
            (0..100).map(|i| 1_000_003 + i * 17_011).collect(),
            [vec![3_000_000; 50], vec![34_000_000]].concat(),
        ),
        // Round deposits that become round withdrawals.
        (vec![100_000_000, 100_000_000, 105_000_000], vec![100_000_000, 100_000_000, 100_000_000, 4_999_000]),
        // One owner cuts a coin's worth into equal parts.
        (vec![100_000_000; 10], [vec![100_000_000; 9], vec![99_990_000]].concat()),
    ];
    for (inputs, outputs) in payouts {
        let shape = shape(&inputs, &outputs);
        let told = [shape.whirlpool(), shape.wasabi_2(), shape.wasabi_1(), shape.joinmarket()];
        let sure = told.into_iter().flatten().find(|join| join.confidence >= LEAST_CONFIDENCE);
        assert_eq!(sure, None, "{inputs:?} {outputs:?}");
    }
}

#[test]
fn whoever_spoils_a_join_hides_it_and_joins_nobody_to_himself() {
    let changes = [533_297_838, 15_211_124, 14_152_722, 2_866_045, 9_000_017, 3_333_337];
    let inputs: Vec<u64> = changes.iter().map(|change| change + 5_000_500).collect();
    let honest = [vec![5_000_000; 6], changes.to_vec()].concat();
    assert!(shape(&inputs, &honest).joinmarket().unwrap().confidence >= LEAST_CONFIDENCE);
    let cut = [&honest[..11], &[1_111_111, 2_222_226]].concat();
    let gathered = [&inputs[..], &[700_001; 30]].concat();
    for spoilt in [
        Shape { data_outputs: 1, ..shape(&inputs, &honest) },
        Shape { output_scripts: 11, ..shape(&inputs, &honest) },
        shape(&inputs, &cut),
        shape(&gathered, &honest),
    ] {
        assert!(spoilt.joinmarket().is_none_or(|join| join.confidence < LEAST_CONFIDENCE));
        assert_eq!(spoilt.suspicion().map(|join| join.confidence), Some(SUSPICION));
    }
}

/// A join of so many owners, of whom one pays each other so much, and the miner.
fn taken(owners: u64, sat: u64, paid_sat: u64) -> Shape {
    let changes: Vec<u64> = (0..owners).map(|owner| 3 * sat + owner * (sat / 7 + 12_345)).collect();
    let inputs: Vec<u64> = (0..)
        .zip(&changes)
        .map(|(owner, change)| match owner {
            2 => change + sat + (owners - 1) * paid_sat + 8_000,
            _ => change + sat - paid_sat,
        })
        .collect();
    shape(&inputs, &[vec![sat; changes.len()], changes].concat())
}

#[test]
fn a_taker_who_pays_his_makers_well_is_told_up_to_the_limit() {
    for (owners, most_percent) in [(3, 2), (4, 2), (5, 5), (10, 5)] {
        for sat in [500_000, 5_000_000, 300_000_000] {
            for percent in 0..=most_percent {
                let join = taken(owners, sat, sat / 100 * percent).joinmarket().unwrap();
                assert_eq!(u64::from(join.participants), owners, "{sat} {percent}");
                assert!(join.confidence >= LEAST_CONFIDENCE);
            }
            // Beyond it nothing is said, and yet nobody is joined to anybody.
            let beyond = taken(owners, sat, sat / 100 * (most_percent + 1));
            assert_eq!(beyond.joinmarket(), None);
            assert_eq!(beyond.suspicion().map(|join| join.confidence), Some(SUSPICION));
        }
    }
}

#[test]
fn payouts_of_equal_amounts_divide_among_owners_by_chance_hardly_ever() {
    let mut roll = dice(1);
    let sat = 1_000_000;
    for (equal, most) in [(3, 20), (4, 1), (5, 0), (6, 0)] {
        let (mut payouts, mut divide) = (0, 0);
        for _ in 0..20_000 {
            // Equal payments, others, and what is left, out of coins of any worth.
            let others = equal - 2 + usize::from(roll(2) == 1);
            let mut outputs = vec![sat; equal];
            outputs.extend((0..others).map(|_| 3_000 + roll(6 * sat)));
            let coins = u64::try_from(equal).unwrap() + roll(3);
            let inputs: Vec<u64> = (0..coins).map(|_| 3_000 + roll(12 * sat)).collect();
            let spent = outputs.iter().sum::<u64>() + 5_000;
            let Some(left) = inputs.iter().sum::<u64>().checked_sub(spent) else { continue };
            outputs.push(left);
            payouts += 1;
            let told = shape(&inputs, &outputs).joinmarket();
            divide += u32::from(told.is_some_and(|join| join.confidence >= LEAST_CONFIDENCE));
        }
        assert!(payouts > 19_000 && divide <= most, "{equal}: {divide} of {payouts}");
    }
}

/// Numbers below so many, always the same ones (Splitmix64: Steele, Lea, Flood 2014).
fn dice(mut state: u64) -> impl FnMut(u64) -> u64 {
    move |sides| {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % sides
    }
}

fn is_told(shape: &Shape) -> bool {
    let told = [shape.whirlpool(), shape.wasabi_2(), shape.wasabi_1(), shape.joinmarket()];
    told.into_iter().flatten().any(|join| join.confidence >= LEAST_CONFIDENCE)
}

#[test]
fn payouts_of_many_coins_are_told_from_joins_by_other_changes() {
    let mut roll = dice(2);
    let mut all = 0;
    // Payments of one coin or a tenth each, others, what is left, and twice as many coins as payments, of like worth or not.
    for (sat, equal) in
        [(100_000_000, 3), (100_000_000, 4), (100_000_000, 5), (10_000_000, 5), (10_000_000, 8)]
    {
        for (least, most) in [(6, 14), (2, 20), (9, 11)] {
            let (mut payouts, mut told) = (0, 0);
            for _ in 0..60 {
                let others = equal - 2 + usize::try_from(roll(2)).unwrap();
                let mut outputs = vec![sat; equal];
                outputs.extend((0..others).map(|_| sat / 10 + roll(2 * sat)));
                let inputs: Vec<u64> =
                    (0..2 * equal).map(|_| sat / 10 * least + roll(sat / 10 * (most - least))).collect();
                let spent = outputs.iter().sum::<u64>() + 5_000;
                let Some(left) = inputs.iter().sum::<u64>().checked_sub(spent) else { continue };
                outputs.push(left);
                payouts += 1;
                told += u32::from(is_told(&shape(&inputs, &outputs)));
            }
            assert!(payouts > 30 && told <= 2, "{sat} {equal} {least}-{most}: {told} of {payouts}");
            all += told;
        }
    }
    assert!(all <= 10, "{all} of some 700");
}

#[test]
fn joins_of_several_coins_each_are_found_nonetheless() {
    let mut roll = dice(3);
    for (owners, coins) in [(3, 1), (4, 1), (5, 1), (8, 1), (20, 1), (3, 2), (5, 2), (8, 2), (12, 2)] {
        let (mut joins, mut told) = (0, 0);
        for _ in 0..40 {
            let sat = 100_000 + roll(50_000_000);
            let (mut inputs, mut changes) = (vec![], vec![]);
            for owner in 0..owners {
                let pays = if owner == 0 { 8_000 } else { 0 };
                // Coins of any size, over three powers of ten.
                let all: Vec<u64> =
                    (0..=roll(coins)).map(|_| sat / 4 + roll(sat) * (1 << roll(10))).collect();
                let mut sum: u64 = all.iter().sum();
                inputs.extend(&all);
                if sum < sat + pays + 3_000 {
                    sum += 2 * sat;
                    inputs.push(2 * sat);
                }
                changes.push(sum - sat - pays);
            }
            joins += 1;
            told += u32::from(is_told(&shape(&inputs, &[vec![sat; changes.len()], changes].concat())));
        }
        assert!(told * 10 >= joins * 9, "{owners} owners, up to {coins} coins: {told} of {joins}");
    }
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
