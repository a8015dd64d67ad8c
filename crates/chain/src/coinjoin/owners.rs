//! Whether inputs divide into the owners that a CoinJoin's outputs call for.

/// Steps of a search; what takes more is left open. Joins of some twenty owners are found in a few hundred.
const MAX_STEPS: u32 = 20_000;
/// Steps of a search with changes that nobody has. Inputs that divide by chance do so in many ways, and soon.
const MAX_TRIAL_STEPS: u32 = 5_000;
/// With how many such changes inputs are tried: what divides by chance once in thirty times is found out by most.
const TRIALS: u64 = 96;
/// Inputs of a join that is searched: few enough for the stack, and for the time of a trace that meets many.
const MAX_INPUTS: usize = 300;
/// What an owner may gain or lose at least where nobody is paid, for rounding and for a coordinator.
const LEAST_SLACK_SAT: u64 = 20_000;
/// Such a part of the denomination, if that is more.
const SLACK_PART: u64 = 50;
/// What a maker may be paid at least: the highest limit that JoinMarket suggests to takers (`get_default_max_absolute_fee`).
const LEAST_PAY_SAT: u64 = 10_000;
/// Such a part of the denomination, if that is more. JoinMarket has takers set a limit and knows none itself; one
/// twentieth is the most that its web interface, Jam, lets them enter (`CJ_FEE_REL_MAX`), fifty times what is suggested.
const PAY_PART: u64 = 20;
/// Owners from which on a maker may be paid so much: JoinMarket asks for four makers (`minimum_makers`). The inputs of
/// ordinary payments divide among fewer too often, and a maker of these is paid no more than the [`SLACK_PART`].
const MANY_OWNERS: usize = 5;

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

/// Who pays for a join.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Payer {
    /// Everybody his part.
    Each,
    /// One of them, the taker, may pay all others for joining, and the miner. A maker is paid no more than the larger of
    /// [`LEAST_PAY_SAT`] and the [`PAY_PART`] of the denomination, and pays the miner at most. Of fewer owners than
    /// [`MANY_OWNERS`] it is the [`SLACK_PART`].
    Taker,
}

/// What an owner may take out more than he puts in, or less.
#[derive(Clone, Copy)]
#[expect(clippy::struct_field_names, reason = "an amount names its unit")]
struct Slack {
    gain_sat: u64,
    loss_sat: u64,
    /// What one of them may lose; none where he loses no more than any other.
    taker_loss_sat: Option<u64>,
}

/// Divides inputs among `owners`, of whom each takes out `denomination_sat`, and so many as there are changes one of
/// these besides. What each puts in is what he takes out, but for what they pay each other and the miner's `fee_sat`.
pub(super) fn divide(
    inputs_sat: &[Option<u64>],
    denomination_sat: u64,
    owners: usize,
    changes_sat: &[u64],
    fee_sat: u64,
    payer: Payer,
) -> Division {
    let Some(inputs) = inputs_sat.iter().copied().collect::<Option<Vec<u64>>>() else {
        return Division::Unknown;
    };
    if inputs.len() > MAX_INPUTS {
        return Division::Unknown;
    }
    let slacks = payer.slacks(denomination_sat, owners, fee_sat);
    search(inputs, denomination_sat, owners, changes_sat, &slacks, MAX_STEPS)
}

/// Whether inputs that divide would divide as well if the changes were others: each of them more or less by a few times
/// what an owner may gain or lose, and all together the same. The coins of several owners do so hardly ever; if those of
/// one owner do, that they divide says nothing. A trial that takes too long says nothing either.
pub(super) fn divides_among_others(
    inputs_sat: &[u64],
    denomination_sat: u64,
    owners: usize,
    changes_sat: &[u64],
    fee_sat: u64,
    payer: Payer,
) -> bool {
    let slacks = payer.slacks(denomination_sat, owners, fee_sat);
    let step_sat = slacks.iter().map(|slack| slack.gain_sat + slack.loss_sat + 1).max().unwrap_or_default();
    (0..TRIALS).any(|trial| {
        let others_sat = shifted(changes_sat, step_sat, trial);
        let division =
            search(inputs_sat.to_vec(), denomination_sat, owners, &others_sat, &slacks, MAX_TRIAL_STEPS);
        division == Division::Found
    })
}

/// The changes, each of which has taken one to seven steps from its neighbour or given it as many.
fn shifted(changes_sat: &[u64], step_sat: u64, trial: u64) -> Vec<u64> {
    let mut changes = changes_sat.to_vec();
    for place in 1..changes.len() {
        let number = u64::try_from(place).expect("a place is a number");
        // Any numbers do that differ from trial to trial and from place to place.
        let dice = (trial * 1_103 + number).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
        let sat = step_sat.saturating_mul(1 + dice % 7);
        let (giver, taker) = if dice & 8 == 0 { (place - 1, place) } else { (place, place - 1) };
        let sat = sat.min(changes[giver]);
        changes[giver] -= sat;
        changes[taker] = changes[taker].saturating_add(sat);
    }
    changes
}

fn search(
    mut inputs: Vec<u64>,
    denomination_sat: u64,
    owners: usize,
    changes_sat: &[u64],
    slacks: &[Slack],
    max_steps: u32,
) -> Division {
    let Some(without_change) = owners.checked_sub(changes_sat.len()) else { return Division::None };
    let mut targets: Vec<u64> =
        changes_sat.iter().map(|change| change.saturating_add(denomination_sat)).collect();
    targets.extend(std::iter::repeat_n(denomination_sat, without_change));
    // The largest first: they have the fewest choices.
    inputs.sort_unstable_by(|a, b| b.cmp(a));
    targets.sort_unstable_by(|a, b| b.cmp(a));
    let mut division = Division::None;
    for slack in slacks {
        let (used, left) = (vec![false; inputs.len()], inputs.len());
        let mut search =
            Search { used, left, inputs: &inputs, targets: &targets, slack: *slack, steps: max_steps };
        match search.fill(0, 0, 0, slack.taker_loss_sat) {
            Some(true) => return Division::Found,
            Some(false) => {}
            None => division = Division::Unknown,
        }
    }
    division
}

impl Payer {
    /// What is searched with, the narrowest first: it is found soonest.
    fn slacks(self, denomination_sat: u64, owners: usize, fee_sat: u64) -> Vec<Slack> {
        let slack_sat = (denomination_sat / SLACK_PART).max(LEAST_SLACK_SAT);
        match self {
            Self::Each => {
                // A fee as large as what is mixed is somebody's mistake, and no measure of anything.
                let slack_sat = slack_sat.saturating_add(fee_sat.min(denomination_sat / SLACK_PART));
                vec![Slack { gain_sat: slack_sat, loss_sat: slack_sat, taker_loss_sat: None }]
            }
            Self::Taker => {
                let part = if owners < MANY_OWNERS { SLACK_PART } else { PAY_PART };
                let gain_sat = (denomination_sat / part).max(LEAST_PAY_SAT);
                let makers = u64::try_from(owners).expect("an owner has an input").saturating_sub(1);
                let all_sat = gain_sat.saturating_mul(makers).saturating_add(fee_sat);
                let each = Slack { gain_sat, loss_sat: fee_sat.min(slack_sat), taker_loss_sat: None };
                vec![each, Slack { taker_loss_sat: Some(all_sat), ..each }]
            }
        }
    }
}

struct Search<'s> {
    inputs: &'s [u64],
    used: Vec<bool>,
    left: usize,
    targets: &'s [u64],
    slack: Slack,
    /// Steps left.
    steps: u32,
}

impl Search<'_> {
    /// Adds inputs from `from` on to the owner at `owner`, who has `sum_sat` by now, and then serves the owners behind.
    /// `taker_loss_sat` is there as long as nobody has been taken for the taker. Nothing is said when the search takes
    /// too long.
    fn fill(&mut self, owner: usize, from: usize, sum_sat: u64, taker_loss_sat: Option<u64>) -> Option<bool> {
        self.steps = self.steps.checked_sub(1)?;
        let Some(target) = self.targets.get(owner).copied() else { return Some(self.left == 0) };
        let Slack { gain_sat, loss_sat, .. } = self.slack;
        let most_sat = target.saturating_add(taker_loss_sat.unwrap_or(0).max(loss_sat));
        if sum_sat > 0 && sum_sat.saturating_add(gain_sat) >= target && sum_sat <= most_sat {
            let is_taker = sum_sat > target.saturating_add(loss_sat);
            if self.fill(owner + 1, 0, 0, taker_loss_sat.filter(|_| !is_taker))? {
                return Some(true);
            }
        }
        let open = |place: &usize| !self.used[*place];
        let left_sat = (from..self.inputs.len()).filter(open).map(|place| self.inputs[place]);
        if left_sat.fold(sum_sat, u64::saturating_add).saturating_add(gain_sat) < target {
            return Some(false);
        }
        let mut refused = None;
        for place in from..self.inputs.len() {
            let sat = self.inputs[place];
            // An input as large as one that led nowhere leads nowhere.
            if self.used[place] || refused == Some(sat) || sum_sat.saturating_add(sat) > most_sat {
                continue;
            }
            self.used[place] = true;
            self.left -= 1;
            let found = self.fill(owner, place + 1, sum_sat + sat, taker_loss_sat);
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

    fn divide(inputs: &[Option<u64>], sat: u64, owners: usize, changes: &[u64], fee_sat: u64) -> Division {
        let [each, taker] = [Payer::Each, Payer::Taker]
            .map(|payer| super::divide(inputs, sat, owners, changes, fee_sat, payer));
        assert_eq!(each, taker, "where nobody is paid much, it makes no difference who pays");
        taker
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

    #[test]
    fn a_taker_pays_each_maker_up_to_the_limit_and_not_more() {
        // Ten owners: nine makers are paid, and the taker pays them and the miner.
        let (sat, fee_sat) = (10_000_000, 6_000);
        let changes: Vec<u64> = (0..10).map(|owner| 31_000_000 + owner * 7_654_321).collect();
        let by_taker = |paid_sat: u64, payer| {
            let inputs: Vec<u64> = (0..)
                .zip(&changes)
                .map(|(owner, change)| match owner {
                    4 => change + sat + 9 * paid_sat + fee_sat,
                    _ => change + sat - paid_sat,
                })
                .collect();
            super::divide(&known(&inputs), sat, 10, &changes, fee_sat, payer)
        };
        let most_sat = sat / PAY_PART;
        for paid_sat in [0, 10_000, 300_000, most_sat] {
            assert_eq!(by_taker(paid_sat, Payer::Taker), Division::Found, "{paid_sat}");
        }
        assert_eq!(by_taker(most_sat + 1, Payer::Taker), Division::None);
        assert_eq!(by_taker(300_000, Payer::Each), Division::None);
        // The same at the least that may be paid, however little is mixed.
        let of_little = |paid_sat: u64| {
            let inputs =
                known(&[700_000 + 3 * paid_sat, 400_000 - paid_sat, 300_000 - paid_sat, 900_000 - paid_sat]);
            super::divide(&inputs, 100_000, 4, &[600_000, 300_000, 200_000, 800_000], 0, Payer::Taker)
        };
        assert_eq!(of_little(LEAST_PAY_SAT), Division::Found);
        assert_eq!(of_little(LEAST_PAY_SAT + 1), Division::None);
        // Two who pay are not one taker.
        let two = known(&[1_670_000, 2_520_000, 3_180_000, 4_280_000]);
        let changes = [650_000, 1_500_000, 2_200_000, 3_300_000];
        assert_eq!(super::divide(&two, 1_000_000, 4, &changes, 0, Payer::Taker), Division::None);
    }
}
