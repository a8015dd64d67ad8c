//! Joins layers, and holds what tags speak against.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    AddedUnions, Clustering, HeldUnion, Layer, Rows, ScriptNo, TagSet, Txid, Union, Unions, View, joint,
};
use crate::ledger::TxNo;

/// Who is named for the scripts of each root.
#[derive(Default)]
struct Actors {
    of_root: BTreeMap<u32, BTreeSet<String>>,
}

impl<'v> View<'v> {
    /// The first layer, as the ledger keeps it.
    pub fn clustering(&self) -> Clustering<'v> {
        let unions = &self.ledger().columns.unions;
        Clustering {
            view: *self,
            layers: BTreeSet::from([Layer::MultiInput]),
            end_row: unions.len_before(self.transaction_end()),
            unions: Rows::OfLedger(unions),
            held: vec![],
        }
    }

    /// Several layers together, each transaction's in the order of the layers. What would join scripts that `tags` give
    /// to different actors is held, unless its transaction is among `decided`: those a person has looked at.
    ///
    /// It looks at every transaction of the view.
    pub fn layered(
        &self,
        layers: &BTreeSet<Layer>,
        tags: &TagSet,
        decided: &BTreeSet<Txid>,
    ) -> Clustering<'v> {
        if tags.rows().is_empty() && *layers == BTreeSet::from([Layer::MultiInput]) {
            return self.clustering();
        }
        let mut unions = Unions::new(0, self.script_end().0);
        let mut actors = Actors::of(self, tags);
        let (mut added, mut held) = (AddedUnions::default(), vec![]);
        let columns = &self.ledger().columns;
        let shown = columns.layered_pairs(self, layers);
        for (tx, layer, pair) in shown {
            let (root_a, root_b) = (unions.root(pair.0, u64::MAX), unions.root(pair.1, u64::MAX));
            if root_a == root_b {
                continue;
            }
            if let Some((ours, theirs)) = actors.against(root_a, root_b)
                && !decided.contains(&self.txid(tx))
            {
                let union = Union::shown(tx, pair, layer.number());
                let joint = joint(self, &union, pair);
                held.push(HeldUnion { joint, actors: ours.clone(), other_actors: theirs.clone() });
                continue;
            }
            unions.join(tx, pair, layer.number(), &mut added);
            actors.join(root_a, root_b, unions.root(pair.0, u64::MAX));
        }
        Clustering {
            view: *self,
            layers: layers.clone(),
            end_row: unions.len(),
            unions: Rows::Own(Box::new(unions)),
            held,
        }
    }
}

impl crate::ledger::Columns {
    /// What the layers show of every transaction of a view, in chain order.
    fn layered_pairs(
        &self,
        view: &View<'_>,
        layers: &BTreeSet<Layer>,
    ) -> impl Iterator<Item = (TxNo, Layer, (ScriptNo, ScriptNo))> {
        let mut all = vec![];
        for layer in layers.iter().copied() {
            let shown = self.pairs(TxNo(0), view.transaction_end(), |columns, tx, pairs| match layer {
                Layer::MultiInput => columns.input_pairs(tx, pairs),
                Layer::Change(rule) => {
                    let Some(change) = view.change(tx, rule) else { return };
                    let spent = view.inputs(tx).find_map(|input| match view.prevout(input) {
                        crate::ledger::Prevout::Known(output) => Some(view.script_of(output)),
                        _ => None,
                    });
                    let ours = spent.filter(|script| columns.is_owned(*script));
                    let change = Some(view.script_of(change)).filter(|script| columns.is_owned(*script));
                    pairs.extend(ours.zip(change));
                }
            });
            all.extend(shown.into_iter().flatten().map(|(tx, pair)| (tx, layer, pair)));
        }
        all.sort_by_key(|(tx, layer, _)| (*tx, *layer));
        all.into_iter()
    }
}

impl Actors {
    fn of(view: &View<'_>, tags: &TagSet) -> Self {
        let mut actors = Self::default();
        for row in tags.rows() {
            let Ok(key) = crate::script::ScriptKey::parse(&row.address, view.ledger().network()) else {
                continue;
            };
            if let Some(script) = key.alternatives().find_map(|key| view.find_script(&key)) {
                let root = u32::try_from(script.0).expect("scripts are numbered in 32 bits");
                actors.of_root.entry(root).or_default().insert(actor(row).to_owned());
            }
        }
        actors
    }

    /// Who is named for either root, where nobody is named for both.
    fn against(&self, a: u32, b: u32) -> Option<(&BTreeSet<String>, &BTreeSet<String>)> {
        let (a, b) = (self.of_root.get(&a)?, self.of_root.get(&b)?);
        a.is_disjoint(b).then_some((a, b))
    }

    fn join(&mut self, a: u32, b: u32, into: u32) {
        let (mut of_a, of_b) = (self.of_root.remove(&a), self.of_root.remove(&b));
        if let (Some(all), Some(more)) = (&mut of_a, &of_b) {
            all.extend(more.iter().cloned());
        }
        if let Some(all) = of_a.or(of_b) {
            self.of_root.insert(into, all);
        }
    }
}

/// Who a row names: the actor, or where it knows none the label.
fn actor(row: &crate::tags::TagRow) -> &str {
    row.actor.as_deref().unwrap_or(&row.label)
}

/// Who is named for any of these scripts.
pub(super) fn actors_of(view: &View<'_>, members: &[ScriptNo], tags: &TagSet) -> BTreeSet<String> {
    let mut actors = BTreeSet::new();
    // Whichever are fewer are looked up.
    if tags.rows().len() < members.len() {
        let network = view.ledger().network();
        for row in tags.rows() {
            let found = crate::script::ScriptKey::parse(&row.address, network)
                .ok()
                .and_then(|key| key.alternatives().find_map(|key| view.find_script(&key)));
            if found.is_some_and(|script| members.binary_search(&script).is_ok()) {
                actors.insert(actor(row).to_owned());
            }
        }
    } else {
        for member in members {
            actors.extend(tags.find(&view.script_key(*member)).map(|row| actor(row).to_owned()));
        }
    }
    actors
}
