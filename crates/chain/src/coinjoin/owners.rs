//! Whether inputs divide into the owners that a CoinJoin's outputs call for.

/// Steps of a search; what takes more is left open. Joins of some twenty owners are found in a few hundred.
const MAX_STEPS: u32 = 20_000;
/// Inputs of a join that is searched: few enough for the stack, and for the time of a trace that meets many.
const MAX_INPUTS: usize = 300;
/// What an owner may gain or lose by the join at least, for taking part or for having it done.
const LEAST_SLACK_SAT: u64 = 20_000;
/// Such a part of the denomination, if that is more.
const SLACK_PART: u64 = 50;

/// What a search came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Division {
    /// The inputs divide so.
    Found,
    /// They do not.
    None,
    /// An input's worth is not known, or the search was given up.
    Unknown,
}

/// Divides inputs among `owners`, of whom each takes out `denomination_sat`, and so many as there are changes one of
/// these besides. What each puts in is what he takes out, but for what they pay each other and the miner's `fee_sat`.
pub(super) fn divide(
    inputs_sat: &[Option<u64>],
    denomination_sat: u64,
    owners: usize,
    changes_sat: &[u64],
    fee_sat: u64,
) -> Division {
    let Some(mut inputs) = inputs_sat.iter().copied().collect::<Option<Vec<u64>>>() else {
        return Division::Unknown;
    };
    if inputs.len() > MAX_INPUTS {
        return Division::Unknown;
    }
    let Some(without_change) = owners.checked_sub(changes_sat.len()) else { return Division::None };
    // A fee as large as what is mixed is somebody's mistake, and no measure of anything.
    let fee_sat = fee_sat.min(denomination_sat / SLACK_PART);
    let slack_sat = (denomination_sat / SLACK_PART).max(LEAST_SLACK_SAT).saturating_add(fee_sat);
    let mut targets: Vec<u64> =
        changes_sat.iter().map(|change| change.saturating_add(denomination_sat)).collect();
    targets.extend(std::iter::repeat_n(denomination_sat, without_change));
    // The largest first: they have the fewest choices.
    inputs.sort_unstable_by(|a, b| b.cmp(a));
    targets.sort_unstable_by(|a, b| b.cmp(a));
    let mut search =
        Search { used: vec![false; inputs.len()], left: inputs.len(), inputs, targets, slack_sat, steps: 0 };
    match search.fill(0, 0, 0) {
        Some(true) => Division::Found,
        Some(false) => Division::None,
        None => Division::Unknown,
    }
}

struct Search {
    inputs: Vec<u64>,
    used: Vec<bool>,
    left: usize,
    targets: Vec<u64>,
    slack_sat: u64,
    steps: u32,
}

impl Search {
    /// Adds inputs from `from` on to the owner at `owner`, who has `sum_sat` by now, and then serves the owners behind.
    /// Nothing is said when the search takes too long.
    fn fill(&mut self, owner: usize, from: usize, sum_sat: u64) -> Option<bool> {
        self.steps += 1;
        if self.steps > MAX_STEPS {
            return None;
        }
        let Some(target) = self.targets.get(owner).copied() else { return Some(self.left == 0) };
        if sum_sat > 0 && sum_sat.abs_diff(target) <= self.slack_sat && self.fill(owner + 1, 0, 0)? {
            return Some(true);
        }
        let open = |place: &usize| !self.used[*place];
        let left_sat = (from..self.inputs.len()).filter(open).map(|place| self.inputs[place]);
        if left_sat.fold(sum_sat, u64::saturating_add).saturating_add(self.slack_sat) < target {
            return Some(false);
        }
        let mut refused = None;
        for place in from..self.inputs.len() {
            let sat = self.inputs[place];
            // An input as large as one that led nowhere leads nowhere.
            if self.used[place]
                || refused == Some(sat)
                || sum_sat.saturating_add(sat) > target.saturating_add(self.slack_sat)
            {
                continue;
            }
            self.used[place] = true;
            self.left -= 1;
            let found = self.fill(owner, place + 1, sum_sat + sat);
            self.used[place] = false;
            self.left += 1;
            if found? {
                return Some(true);
            }
            refused = Some(sat);
        }
        Some(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(values: &[u64]) -> Vec<Option<u64>> {
        values.iter().copied().map(Some).collect()
    }

    #[test]
    fn each_owner_puts_in_what_he_takes_out() {
        // Three owners: two inputs and a change, one and a change, one without.
        let inputs = known(&[700_000, 600_000, 3_004_000, 1_000_500]);
        assert_eq!(divide(&inputs, 1_000_000, 3, &[299_000, 2_001_000], 4_500), Division::Found);
        assert_eq!(divide(&inputs, 1_000_000, 3, &[900_000, 1_400_000], 4_500), Division::None);
        // More changes than owners.
        assert_eq!(divide(&inputs, 1_000_000, 3, &[1, 2, 3, 4], 0), Division::None);
    }

    #[test]
    fn a_payout_of_equal_amounts_does_not_divide() {
        // One owner pays three times the same out of what lay about.
        let inputs = known(&[2_900_000, 150_000, 80_000, 40_000]);
        assert_eq!(divide(&inputs, 1_000_000, 3, &[160_000], 10_000), Division::None);
    }

    #[test]
    fn what_is_not_known_or_takes_too_long_is_left_open() {
        assert_eq!(divide(&[Some(1_000_000), None, None], 1_000_000, 3, &[], 0), Division::Unknown);
        // Two hundred inputs of all sizes for a hundred owners of whom the last cannot be served.
        let inputs: Vec<u64> = (0..200).map(|i| 400_000 + i * 7_919).collect();
        assert_eq!(divide(&known(&inputs), 1_000_000, 100, &[999_999_999], 0), Division::None);
        let changes: Vec<u64> = (0..99).map(|i| 700_000 + i * 104_729 % 999_983).collect();
        assert_eq!(divide(&known(&inputs), 1_000_000, 100, &changes, 0), Division::Unknown);
    }
}
