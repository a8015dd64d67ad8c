//! Joins layers, and holds what tags speak against.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::kept::Key;
use super::{Clustering, HeldUnion, Layer, Pair, Rows, ScriptNo, TagSet, TxNo, Txid, Unions, View, joint};
use crate::ledger::{Gone, Prevout};
use crate::tags::compared_name;

/// A pair that a transaction shows by a layer.
type Shown = (TxNo, Layer, Pair);

/// Names of holders as the tags have them, by the spelling in which they are compared.
type Names = BTreeMap<String, String>;

/// Who is named for the scripts of each root.
#[derive(Default)]
struct Actors {
    of_root: BTreeMap<u32, Names>,
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
    /// It looks at every transaction of the view, unless only the first layer is asked for and tags do not speak against
    /// the clusters that it has, or the ledger [keeps](crate::Ledger::keep_clusters) what was made before. Where only the
    /// clusters of some scripts are of interest, `of` names these.
    pub fn layered(
        &self,
        layers: &BTreeSet<Layer>,
        tags: &TagSet,
        decided: &BTreeSet<Txid>,
        of: Option<&[ScriptNo]>,
    ) -> Clustering<'v> {
        let kept = self.ledger().clusters();
        let before = kept.map(|kept| (kept, Key::of(self, layers, tags, decided)));
        let mut actors = None;
        if *layers == BTreeSet::from([Layer::MultiInput]) {
            let first = self.clustering();
            if tags.is_empty() {
                return first;
            }
            let known = before.as_ref().and_then(|(kept, key)| kept.disputed(key));
            let disputed = known.unwrap_or_else(|| {
                let disputed = actors.get_or_insert_with(|| Actors::of(self, tags)).disputed(&first);
                if let Some((kept, key)) = &before {
                    kept.keep_disputed(key, &disputed);
                }
                disputed
            });
            let is_disputed = |script: &ScriptNo| disputed.contains(&first.root(*script));
            if disputed.is_empty() || of.is_some_and(|of| !of.iter().any(is_disputed)) {
                return first;
            }
        }
        let scripts = self.script_end().0;
        let found = before.as_ref().and_then(|(kept, key)| kept.layered(key, scripts));
        let (unions, of_row, held) = found.unwrap_or_else(|| {
            let actors = actors.unwrap_or_else(|| Actors::of(self, tags));
            let (unions, of_row, held) = self.join_layers(layers, actors, decided);
            if let Some((kept, key)) = &before {
                kept.keep_layered(key, &unions, &of_row, &held);
            }
            (unions, of_row, held)
        });
        Clustering {
            view: *self,
            layers: layers.clone(),
            end_row: unions.len(),
            unions: Rows::Own(Box::new(unions), of_row),
            held,
        }
    }

    fn join_layers(
        &self,
        layers: &BTreeSet<Layer>,
        mut actors: Actors,
        decided: &BTreeSet<Txid>,
    ) -> (Unions, Vec<Layer>, Vec<HeldUnion>) {
        // Nobody foresees the hash of a block when he makes up scripts that lie in it.
        let tip = self.tip_hash();
        let drawn = tip.as_bytes().first_chunk().expect("32 bytes");
        let mut unions = Unions::new(u64::from_le_bytes(*drawn), self.script_end().0);
        let (mut of_row, mut held) = (vec![], vec![]);
        let shown = layered_pairs(self, layers);
        for of_tx in shown.chunk_by(|one, next| one.0 == next.0) {
            let tx = of_tx[0].0;
            // What speaks against one pair speaks against all that the transaction shows.
            if let Some((layer, pair, ours, theirs)) = actors.against(&mut unions, of_tx)
                && !decided.contains(&self.txid(tx))
            {
                let joint = joint(self, layer, tx, pair);
                held.push(HeldUnion { joint, actors: ours, other_actors: theirs });
                continue;
            }
            for (_, layer, pair) in of_tx {
                let (root_a, root_b) = (unions.root_now(pair.0), unions.root_now(pair.1));
                if unions.join(tx, *pair) {
                    of_row.push(*layer);
                    actors.join(root_a, root_b, unions.root_now(pair.0));
                }
            }
        }
        unions.settle();
        (unions, of_row, held)
    }
}

/// What the layers show of every transaction of a view, in chain order.
fn layered_pairs(view: &View<'_>, layers: &BTreeSet<Layer>) -> Vec<Shown> {
    let mut all = vec![];
    for layer in layers.iter().copied() {
        let columns = &view.ledger().columns;
        let shown =
            columns.pairs(TxNo(0), view.transaction_end(), |_, tx, pairs| show(view, layer, tx, pairs));
        all.extend(shown.into_iter().flatten().map(|(tx, pair)| (tx, layer, pair)));
    }
    all.sort_by_key(|(tx, layer, _)| (*tx, *layer));
    all
}

/// What a layer shows of one transaction.
pub(super) fn show(view: &View<'_>, layer: Layer, tx: TxNo, pairs: &mut Vec<Pair>) {
    let columns = &view.ledger().columns;
    match layer {
        Layer::MultiInput => columns.input_pairs(tx, pairs),
        Layer::Change(rule) => {
            let Some(change) = view.change(tx, rule) else { return };
            let spent = view.inputs(tx).find_map(|input| match view.prevout(input) {
                Prevout::Known(output) => Some(view.script_of(output)),
                Prevout::Coinbase | Prevout::Unknown(_) => None,
            });
            let owned = |script: &ScriptNo| columns.is_owned(*script);
            pairs.extend(spent.filter(owned).zip(Some(view.script_of(change)).filter(owned)));
        }
    }
}

/// All scripts that were spent with this one, or with one that was, and so on, in order. Whoever lists an owner's
/// addresses looks at all that they did, so that nothing is gained by writing down which they are.
pub(super) fn spent_with(view: &View<'_>, script: ScriptNo) -> Vec<ScriptNo> {
    let (mut found, mut seen) = (BTreeSet::from([script]), HashSet::new());
    let (mut waiting, mut pairs) = (vec![script], vec![]);
    while let Some(script) = waiting.pop() {
        for output in view.script_outputs(script) {
            let Some(Gone::Spent(input)) = view.gone(output) else { continue };
            let tx = view.spender(input);
            if seen.insert(tx) {
                show(view, Layer::MultiInput, tx, &mut pairs);
                // Whoever spends a script that nobody owns spends it beside no other.
                let scripts = pairs.drain(..).flat_map(|(a, b)| [a, b]);
                waiting.extend(scripts.filter(|other| found.insert(*other)));
            }
        }
    }
    found.into_iter().collect()
}

impl Actors {
    fn of(view: &View<'_>, tags: &TagSet) -> Self {
        let mut actors = Self::default();
        for (key, holder) in tags.named() {
            let Some(holder) = holder else { continue };
            if let Some(script) = view.find_address(&key) {
                let root = u32::try_from(script.0).expect("scripts are numbered in 32 bits");
                add(actors.of_root.entry(root).or_default(), holder);
            }
        }
        actors
    }

    /// The roots of clusters with scripts that nobody is named for together. In all others no union is held.
    fn disputed(&self, clustering: &Clustering<'_>) -> BTreeSet<u32> {
        let mut common: HashMap<u32, BTreeSet<&str>> = HashMap::new();
        for (script, actors) in &self.of_root {
            let root = clustering.root(ScriptNo(u64::from(*script)));
            let common = common.entry(root).or_insert_with(|| actors.keys().map(String::as_str).collect());
            common.retain(|actor| actors.contains_key(*actor));
        }
        common.into_iter().filter(|(_, common)| common.is_empty()).map(|(root, _)| root).collect()
    }

    /// Two scripts that a transaction would join and that nobody is named for together, with who is named for either.
    fn against(
        &self,
        unions: &mut Unions,
        of_tx: &[Shown],
    ) -> Option<(Layer, Pair, BTreeSet<String>, BTreeSet<String>)> {
        if self.of_root.is_empty() {
            return None;
        }
        let mut named: Vec<(Layer, ScriptNo, &Names)> = vec![];
        for (_, layer, (a, b)) in of_tx {
            for script in [*a, *b] {
                let Some(actors) = self.of_root.get(&unions.root_now(script)) else { continue };
                let other = named
                    .iter()
                    .find(|(_, _, others)| !others.keys().any(|other| actors.contains_key(other)));
                if let Some((_, other, others)) = other {
                    let written = |names: &Names| names.values().cloned().collect();
                    return Some((*layer, (*other, script), written(others), written(actors)));
                }
                named.push((*layer, script, actors));
            }
        }
        None
    }

    fn join(&mut self, a: u32, b: u32, into: u32) {
        let (mut of_a, of_b) = (self.of_root.remove(&a), self.of_root.remove(&b));
        if let (Some(all), Some(more)) = (&mut of_a, &of_b) {
            for name in more.values() {
                add(all, name);
            }
        }
        if let Some(all) = of_a.or(of_b) {
            self.of_root.insert(into, all);
        }
    }
}

/// Adds a holder. Of spellings that are compared as one, the first in order stays.
fn add(names: &mut Names, holder: &str) {
    let first = names.entry(compared_name(holder)).or_insert_with(|| holder.to_owned());
    if holder < first.as_str() {
        holder.clone_into(first);
    }
}

/// Who is named for any of these scripts.
pub(super) fn actors_of(view: &View<'_>, members: &[ScriptNo], tags: &TagSet) -> BTreeSet<String> {
    let mut actors = Names::new();
    for member in members {
        for holder in tags.actors_of(&view.script_key(*member)) {
            add(&mut actors, holder);
        }
    }
    actors.into_values().collect()
}
