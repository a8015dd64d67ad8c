//! Methods by shares: all that is traced of a transaction is one pool, of which its outputs and fee hold shares.

use super::engine::{Arrival, Part, Traced, Tracer};
use super::{Direction, Method};
use crate::ledger::{OutNo, Prevout, TxNo, View};

/// Takes the traced parts of a transaction through it: forward from its inputs to its outputs and fee, backward from
/// its outputs to its inputs.
pub(super) fn pass(tracer: &mut Tracer<'_>, tx: TxNo, traced: &[Traced]) {
    let view = tracer.view;
    let known = view.inputs(tx).filter_map(|input| match view.prevout(input) {
        Prevout::Known(output) => Some(output),
        Prevout::Coinbase | Prevout::Unknown(_) => None,
    });
    let (inputs, inputs_sat) = valued(view, known);
    let has_unknown = inputs.len() < view.inputs(tx).len();
    let (outputs, outputs_sat) = valued(view, view.outputs(tx));
    // Inputs of unknown worth have brought at least what the outputs hold beyond the others.
    let through_sat = inputs_sat.max(outputs_sat);
    let (sinks, sinks_sat) = match tracer.question.direction {
        Direction::Forward => (outputs, outputs_sat),
        Direction::Backward => (inputs, inputs_sat),
    };
    let pool_sat: u64 = traced.iter().map(Traced::value_sat).sum();
    let mut weights: Vec<u64> = sinks.iter().map(|(_, value_sat)| *value_sat).collect();
    weights.push(through_sat - sinks_sat);
    let whole = tracer.question.method == Method::Poison;
    let shares = if whole { weights } else { apportion(pool_sat, &weights) };
    if whole {
        tracer.join(through_sat - pool_sat);
    }
    let hop = 1 + traced.iter().flat_map(|traced| &traced.parts).map(|part| part.hop).min().unwrap_or(0);
    let from = match traced {
        [only] => Some((only.output, 0)),
        _ => None,
    };
    let arrival = |length_sat| Arrival { part: Part { offset_sat: 0, length_sat, hop }, from };
    for ((output, _), share_sat) in sinks.iter().zip(&shares) {
        if whole || *share_sat > 0 {
            tracer.arrive(*output, &[arrival(*share_sat)], Some(tx));
        }
    }
    let rest_sat = shares.last().copied().unwrap_or(0);
    // Poison also names an unknown input of which nothing is known to have come.
    if rest_sat > 0 || (whole && has_unknown && tracer.question.direction == Direction::Backward) {
        tracer.rest(tx, arrival(rest_sat));
    }
}

fn valued(view: &View<'_>, outputs: impl Iterator<Item = OutNo>) -> (Vec<(OutNo, u64)>, u64) {
    let valued: Vec<_> = outputs.map(|output| (output, view.value_sat(output))).collect();
    let sum = valued.iter().map(|(_, value_sat)| value_sat).sum();
    (valued, sum)
}

/// Divides a sum in proportion to weights, whole and with nothing left over: each share is rounded down, and the units
/// that remain go one each to the largest remainders, of equal ones to the earlier place.
///
/// No share is larger than its weight as long as the sum is no larger than all weights. All shares are 0 if all weights
/// are.
pub(super) fn apportion(sum: u64, weights: &[u64]) -> Vec<u64> {
    let total: u128 = weights.iter().copied().map(u128::from).sum();
    if total == 0 {
        return vec![0; weights.len()];
    }
    let (mut shares, mut remainders) = (Vec::with_capacity(weights.len()), Vec::new());
    let mut left = sum;
    for (place, weight) in weights.iter().enumerate() {
        let product = u128::from(sum) * u128::from(*weight);
        let share = u64::try_from(product / total).expect("a share is no larger than the sum");
        left -= share;
        shares.push(share);
        if product % total > 0 {
            remainders.push((product % total, place));
        }
    }
    remainders.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    // Fewer units are left than there are remainders, since each remainder is less than one unit.
    for (_, place) in remainders.into_iter().take(usize::try_from(left).unwrap_or(usize::MAX)) {
        shares[place] += 1;
    }
    shares
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn remainders_go_to_the_largest_and_of_equal_ones_to_the_earlier() {
        assert_eq!(apportion(10, &[1, 1, 1]), [4, 3, 3]);
        assert_eq!(apportion(5, &[3, 3, 4]), [2, 1, 2]);
        assert_eq!(apportion(7, &[50, 49, 1]), [4, 3, 0]);
        assert_eq!(apportion(0, &[1, 2]), [0, 0]);
        assert_eq!(apportion(3, &[0, 0]), [0, 0]);
        assert_eq!(apportion(u64::MAX, &[u64::MAX, 0]), [u64::MAX, 0]);
    }

    proptest! {
        #[test]
        fn shares_are_whole_sum_up_and_are_off_by_less_than_one(
            weights in proptest::collection::vec(0_u64..1 << 50, 1..20),
            part in 0_u64..=1000,
        ) {
            let total: u64 = weights.iter().sum();
            let sum = u64::try_from(u128::from(total) * u128::from(part) / 1000).unwrap();
            let shares = apportion(sum, &weights);
            prop_assert_eq!(shares.iter().sum::<u64>(), sum);
            for (share, weight) in shares.iter().zip(&weights) {
                prop_assert!(share <= weight);
                let exact = u128::from(sum) * u128::from(*weight);
                prop_assert!((u128::from(*share) * u128::from(total)).abs_diff(exact) < u128::from(total.max(1)));
            }
        }
    }
}
