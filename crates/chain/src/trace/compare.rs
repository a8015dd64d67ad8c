//! Several methods side by side.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::engine::Tracer;
use super::{End, Method, Totals, TraceError, TraceQuestion};
use crate::ledger::{ScriptNo, View};
use crate::tags::TagSet;

/// Where the same money ended by each of several methods.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// The methods, one for each column.
    pub methods: Vec<Method>,
    /// The totals by each.
    pub totals: Vec<Totals>,
    /// What ended at each place by at least one of them, by end and then by address.
    pub rows: Vec<ComparisonRow>,
}

/// A place where money ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ComparisonRow {
    /// Why it was followed no further.
    pub end: End,
    /// The address; none for fees.
    pub address: Option<String>,
    /// What ended there by each method.
    pub value_sat: Vec<u64>,
}

impl View<'_> {
    /// Traces by each of `methods` in turn, whatever method the question names, and lays where the money ended side by
    /// side. A method that is named twice is one.
    ///
    /// # Errors
    /// As [`View::trace`], and for a method that does not go in the direction asked for.
    pub fn compare(
        &self,
        question: &TraceQuestion,
        methods: &[Method],
        tags: &TagSet,
    ) -> Result<Comparison, TraceError> {
        let mut distinct: Vec<Method> = Vec::new();
        for method in methods {
            if !distinct.contains(method) {
                distinct.push(*method);
            }
        }
        let mut ended: BTreeMap<(End, Option<ScriptNo>), Vec<u64>> = BTreeMap::new();
        let mut totals = Vec::new();
        for (column, method) in distinct.iter().enumerate() {
            let question = TraceQuestion { method: *method, ..question.clone() };
            let tracer = Tracer::run(self, &question, tags)?;
            for row in tracer.rows.iter().filter(|row| row.end != End::Followed) {
                let script = row.output.map(|output| self.script_of(output));
                let sums = ended.entry((row.end, script)).or_insert_with(|| vec![0; distinct.len()]);
                // No more than what ended for this reason, which could be counted.
                sums[column] += row.part.length_sat;
            }
            totals.push(tracer.totals);
        }
        let text = |script| self.script_key(script).text(self.ledger().network());
        let row = |((end, script), value_sat): ((End, Option<ScriptNo>), _)| ComparisonRow {
            end,
            address: script.map(text),
            value_sat,
        };
        let mut rows: Vec<_> = ended.into_iter().map(row).collect();
        rows.sort_by(|a, b| (a.end, &a.address).cmp(&(b.end, &b.address)));
        Ok(Comparison { methods: distinct, totals, rows })
    }
}
