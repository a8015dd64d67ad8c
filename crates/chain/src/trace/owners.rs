//! What tags say of whoever owns an address, by the layers that a question names.

use std::collections::{BTreeSet, HashMap};

use super::TraceQuestion;
use crate::cluster::Clustering;
use crate::ledger::{ScriptNo, View};
use crate::tags::{TagRow, TagSet};

/// Rows that are listed of one owner: an exchange has thousands, and one that stops a trace is enough to read.
pub(super) const MAX_OWNER_ROWS: usize = 10;

/// The rows of each owner.
pub(super) struct Owners<'t> {
    clustering: Clustering<'t>,
    tags: &'t TagSet,
    /// The numbers of the rows of each.
    of_root: HashMap<u32, Vec<usize>>,
}

impl<'t> Owners<'t> {
    /// None where the question takes every address for itself.
    pub(super) fn of(view: &View<'t>, question: &TraceQuestion, tags: &'t TagSet) -> Option<Self> {
        if question.owners.is_empty() || tags.is_empty() {
            return None;
        }
        let network = view.ledger().network();
        // Without tags nothing is held: whoever verifies has not all of the tags, and must find the same owners.
        let clustering = view.layered(&question.owners, &TagSet::new(network), &BTreeSet::new(), None);
        let mut of_root: HashMap<u32, Vec<usize>> = HashMap::new();
        for (number, (key, _)) in tags.named().enumerate() {
            if let Some(script) = view.find_address(&key) {
                of_root.entry(clustering.root(script)).or_default().push(number);
            }
        }
        Some(Self { clustering, tags, of_root })
    }

    /// All that is said of a script's owner.
    pub(super) fn rows(&self, script: ScriptNo) -> Vec<&'t TagRow> {
        let numbers = self.of_root.get(&self.clustering.root(script)).into_iter().flatten();
        numbers.map(|number| self.tags.row(*number)).collect()
    }
}
