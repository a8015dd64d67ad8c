//! What tags say of whoever owns an address, by the layers that a question names.

use std::collections::{BTreeSet, HashMap};

use super::TraceQuestion;
use crate::cluster::Clustering;
use crate::ledger::{ScriptNo, View};
use crate::script::ScriptKey;
use crate::tags::{TagRow, TagSet};

/// Rows that are listed of one owner: an exchange has thousands, and one that stops a trace is enough to read.
pub(super) const MAX_OWNER_ROWS: usize = 10;

/// The rows of each owner.
pub(super) struct Owners<'t> {
    clustering: Clustering<'t>,
    of_root: HashMap<u32, Vec<&'t TagRow>>,
}

impl<'t> Owners<'t> {
    /// None where the question takes every address for itself.
    pub(super) fn of(view: &View<'t>, question: &TraceQuestion, tags: &'t TagSet) -> Option<Self> {
        if question.owners.is_empty() || tags.rows().is_empty() {
            return None;
        }
        let network = view.ledger().network();
        // Without tags nothing is held: whoever verifies has not all of the tags, and must find the same owners.
        let clustering = view.layered(&question.owners, &TagSet::new(network), &BTreeSet::new(), None);
        let mut of_root: HashMap<u32, Vec<&TagRow>> = HashMap::new();
        for row in tags.rows() {
            let Ok(key) = ScriptKey::parse(&row.address, network) else { continue };
            if let Some(script) = view.find_address(&key) {
                of_root.entry(clustering.root(script)).or_default().push(row);
            }
        }
        Some(Self { clustering, of_root })
    }

    /// All that is said of a script's owner.
    pub(super) fn rows(&self, script: ScriptNo) -> Vec<&'t TagRow> {
        self.of_root.get(&self.clustering.root(script)).cloned().unwrap_or_default()
    }
}
