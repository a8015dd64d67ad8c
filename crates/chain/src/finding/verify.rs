//! Does a finding again on another ledger and says where it differs.

use std::collections::BTreeMap;

use comity_record::Sha256Digest;
use serde::{Deserialize, Serialize};

use super::{Finding, FindingError, PackCheck, PackStanding, PacksHere};
use crate::ledger::Ledger;
use crate::tags::{TagRow, TagSet};
use crate::trace::Comparison;

/// Differences that are listed; what follows from the first ones is seldom worth reading.
pub const MAX_DIFFERENCES: usize = 50;

/// What came of doing a finding again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// The height of the ledger on which it was done again.
    pub ledger_tip: Option<u32>,
    /// Where it differs, the cause before its consequences; empty when it is equal.
    pub differences: Vec<Difference>,
    /// How many more there are than [`MAX_DIFFERENCES`].
    #[serde(default)]
    pub left_out: usize,
    /// The packs that the finding names, where they were compared ([`Finding::verify_against`]).
    pub packs: Vec<PackCheck>,
}

/// Something that the finding says and the ledger does not, or the other way round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// Which part of the finding.
    pub place: DifferencePlace,
    /// Which item of a list.
    pub item: Option<usize>,
    /// What the finding says; empty where it says nothing.
    pub finding: String,
    /// What was recomputed; empty where there is nothing.
    pub recomputed: String,
}

/// A part of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DifferencePlace {
    /// The content is not what the result digest was made of: the file was changed after it was made.
    Content,
    /// The ledger is of another network.
    Network,
    /// The ledger does not reach the height.
    Height,
    /// The ledgers do not begin at the same height.
    FirstHeight,
    /// The block at the height is another: a reorganisation, or another chain.
    Block,
    /// The headers up to the height are others.
    Headers,
    /// What the ledger holds in a range of heights is something else.
    Range,
    /// The question has no answer on this ledger.
    Question,
    /// A movement.
    Flow,
    /// The totals.
    Totals,
    /// The sums by the other methods.
    Comparison,
    /// The title or the maker of a pack.
    Pack,
    /// The tags of the addresses reached.
    TagRow,
    /// The proof of a transaction.
    Proof,
    /// The result digest.
    Digest,
}

impl Verdict {
    /// Whether the finding was recomputed to the same digest.
    pub fn is_equal(&self) -> bool {
        self.differences.is_empty()
    }

    fn new(ledger: &Ledger) -> Self {
        Self { ledger_tip: ledger.tip_height(), differences: Vec::new(), left_out: 0, packs: Vec::new() }
    }

    fn add(&mut self, place: DifferencePlace, item: Option<usize>, finding: String, recomputed: String) {
        if self.differences.len() < MAX_DIFFERENCES {
            self.differences.push(Difference { place, item, finding, recomputed });
        } else {
            self.left_out += 1;
        }
    }

    fn compare<T: PartialEq + Serialize>(&mut self, place: DifferencePlace, finding: &T, recomputed: &T) {
        if finding != recomputed {
            self.add(place, None, text(finding), text(recomputed));
        }
    }

    fn compare_lists<T: PartialEq + Serialize>(
        &mut self,
        place: DifferencePlace,
        finding: &[T],
        recomputed: &[T],
    ) {
        let text_of = |item: Option<&T>| item.map(text).unwrap_or_default();
        for item in 0..finding.len().max(recomputed.len()) {
            let (ours, theirs) = (finding.get(item), recomputed.get(item));
            if ours != theirs {
                self.add(place, Some(item), text_of(ours), text_of(theirs));
            }
        }
    }
}

/// The rows of each pack.
fn of_packs(rows: &[TagRow]) -> BTreeMap<Sha256Digest, Vec<&TagRow>> {
    let mut of_packs: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for row in rows {
        of_packs.entry(row.pack_digest).or_default().push(row);
    }
    of_packs
}

/// A part of a finding as it stands there.
pub(super) fn text(value: &impl Serialize) -> String {
    match serde_json::to_value(value).expect("findings are plain data") {
        serde_json::Value::String(text) => text,
        other => other.to_string(),
    }
}

impl Finding {
    /// Does the finding again on `ledger`, which may have a later tip, with the tag rows that the finding carries.
    ///
    /// What the tags say is a premise of the finding, which this takes as given; whoever has the packs that it names
    /// checks that too with [`Finding::verify_with`].
    ///
    /// # Errors
    /// When the finding has no digest; every disagreement is a [`Difference`].
    pub fn verify(&self, ledger: &Ledger) -> Result<Verdict, FindingError> {
        let mut verdict = Verdict::new(ledger);
        let mut tags = TagSet::new(self.network);
        for row in &self.tag_rows {
            if !tags.add_row(row.clone()) {
                verdict.add(DifferencePlace::TagRow, None, row.address.clone(), String::new());
            }
        }
        self.again(ledger, &tags, verdict)
    }

    /// Does the finding again on `ledger`, which may have a later tip, with tags from the packs that it names.
    ///
    /// # Errors
    /// When the finding has no digest; every disagreement is a [`Difference`].
    pub fn verify_with(&self, ledger: &Ledger, tags: &TagSet) -> Result<Verdict, FindingError> {
        self.again(ledger, tags, Verdict::new(ledger))
    }

    /// Does the finding again on `ledger`, which may have a later tip, with all rows of the packs that are here
    /// ([`Finding::check_packs`]) and of the others those that the finding carries.
    ///
    /// # Errors
    /// When the finding has no digest; every disagreement is a [`Difference`].
    pub fn verify_against(&self, ledger: &Ledger, packs: &PacksHere) -> Result<Verdict, FindingError> {
        let mut verdict = Verdict { packs: packs.checks.clone(), ..Verdict::new(ledger) };
        for Difference { place, item, finding, recomputed } in packs.differences.iter().cloned() {
            verdict.add(place, item, finding, recomputed);
        }
        self.again(ledger, &packs.tags, verdict)
    }

    fn again(&self, ledger: &Ledger, tags: &TagSet, mut verdict: Verdict) -> Result<Verdict, FindingError> {
        use DifferencePlace as P;
        verdict.compare(P::Content, &self.result_digest, &self.compute_digest()?);
        verdict.compare(P::Network, &self.network, &ledger.network());
        if self.network != ledger.network() {
            return Ok(verdict);
        }
        let view = match ledger.at(Some(self.at_height)) {
            Ok(view) => view,
            Err(error) => {
                verdict.add(P::Height, None, self.at_height.to_string(), error.to_string());
                return Ok(verdict);
            }
        };
        let again = match view.find(&self.question, tags, &self.packs) {
            Ok(again) => again,
            Err(FindingError::Trace(error)) => {
                verdict.compare(P::Block, &self.at_block, &view.tip_hash());
                verdict.add(P::Question, None, String::new(), error.to_string());
                return Ok(verdict);
            }
            Err(error) => return Err(error),
        };
        verdict.compare(P::FirstHeight, &self.first_height, &again.first_height);
        verdict.compare(P::Block, &self.at_block, &again.at_block);
        verdict.compare(P::Headers, &self.headers_digest, &again.headers_digest);
        verdict.compare_lists(P::Range, &self.ranges, &again.ranges);
        verdict.compare_lists(P::TagRow, &self.tag_rows, &again.tag_rows);
        let (carried, found) = (of_packs(&self.tag_rows), of_packs(&again.tag_rows));
        for check in verdict.packs.iter_mut().filter(|check| check.standing == PackStanding::Agrees) {
            // Rows that the finding should carry and does not.
            if carried.get(&check.name.digest) != found.get(&check.name.digest) {
                check.standing = PackStanding::Differs;
            }
        }
        verdict.compare_lists(P::Flow, &self.flows, &again.flows);
        verdict.compare(P::Totals, &self.totals, &again.totals);
        let (theirs, ours) = (self.comparison.as_ref(), again.comparison.as_ref());
        verdict.compare(P::Comparison, &theirs.map(|c| &c.methods), &ours.map(|c| &c.methods));
        verdict.compare(P::Comparison, &theirs.map(|c| &c.totals), &ours.map(|c| &c.totals));
        let rows = |comparison: Option<&Comparison>| comparison.map(|c| c.rows.clone()).unwrap_or_default();
        verdict.compare_lists(P::Comparison, &rows(theirs), &rows(ours));
        verdict.compare_lists(P::Proof, &self.proofs, &again.proofs);
        verdict.compare(P::Digest, &self.result_digest, &again.result_digest);
        Ok(verdict)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_past_the_limit_are_counted() {
        let compared = |count: usize| {
            let mut verdict = Verdict::new(&Ledger::new(crate::Network::Regtest));
            verdict.compare_lists(DifferencePlace::Flow, &vec![1; count], &vec![2; count]);
            assert!(!verdict.is_equal());
            (verdict.differences.len(), verdict.left_out)
        };
        assert_eq!(compared(MAX_DIFFERENCES), (MAX_DIFFERENCES, 0));
        assert_eq!(compared(MAX_DIFFERENCES + 1), (MAX_DIFFERENCES, 1));
    }
}
