//! Movements as a graph: outputs and fees, joined where the trace went from one to another.

use std::collections::{BTreeMap, HashMap};

use crate::hash::Txid;
use crate::trace::{Direction, End, Flow};

/// What a node stands for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    /// An output.
    Output,
    /// A fee, or backward what an unknown input has brought.
    Rest,
    /// A transaction that mixed what came from several outputs, so that nothing says what went from which to which.
    Mixed,
}

/// An output, a fee or a mixing transaction, and all that arrived there.
pub(super) struct Node<'f> {
    pub(super) kind: Kind,
    /// A movement that arrived there; of a mixing transaction, one that it passed on.
    pub(super) flow: &'f Flow,
    /// The transaction: that of the output or fee, or the mixing one.
    pub(super) txid: Txid,
    pub(super) value_sat: u64,
    pub(super) ends: BTreeMap<End, u64>,
    /// Steps from the start by the longest way.
    pub(super) layer: usize,
}

/// The nodes in the order of the movements, and what went between two of them in the direction of the trace.
pub(super) struct Graph<'f> {
    pub(super) nodes: Vec<Node<'f>>,
    pub(super) edges: BTreeMap<(usize, usize), u64>,
    /// Outputs and fees that had no room.
    pub(super) left_out: usize,
}

/// Nodes by what they stand for. The block's height tells two coinbases with the same id apart.
type Key = (Kind, Txid, u32, Option<u32>);

struct Builder<'f> {
    graph: Graph<'f>,
    most: usize,
    /// None for a node that had no room.
    number_of: HashMap<Key, Option<usize>>,
    latest: HashMap<(Txid, u32), usize>,
    /// What goes into a transaction: nodes and how much of each.
    into: HashMap<Txid, Vec<(usize, u64)>>,
}

impl<'f> Graph<'f> {
    /// The graph of `flows` with no more than `most` nodes; what hangs on a node that was left out is left out too.
    pub(super) fn of(flows: &'f [Flow], direction: Direction, most: usize) -> Self {
        let graph = Self { nodes: Vec::new(), edges: BTreeMap::new(), left_out: 0 };
        let (number_of, latest, into) = (HashMap::new(), HashMap::new(), HashMap::new());
        let mut builder = Builder { graph, most, number_of, latest, into };
        for flow in flows {
            builder.add(flow, direction);
        }
        builder.graph
    }
}

impl<'f> Builder<'f> {
    fn add(&mut self, flow: &'f Flow, direction: Direction) {
        let between = match (direction, flow.vout) {
            (Direction::Backward, Some(_)) => flow.spent_in,
            _ => Some(flow.txid),
        };
        let above = match (&flow.from, between.filter(|_| flow.hop > 0)) {
            (Some(from), _) => self.latest.get(&(from.outpoint.txid, from.outpoint.vout)).copied(),
            (None, Some(between)) => self.mixed(flow, between),
            (None, None) => None,
        };
        let is_start = flow.hop == 0 && flow.from.is_none();
        let kind = if flow.vout.is_some() { Kind::Output } else { Kind::Rest };
        let key = (kind, flow.txid, flow.height, flow.vout);
        let has_above = is_start || above.is_some();
        let Some(number) = self.node(key, flow, has_above) else { return };
        if let Some(vout) = flow.vout {
            self.latest.insert((flow.txid, vout), number);
        }
        let layer = above.map_or(0, |above| self.graph.nodes[above].layer + 1);
        let node = &mut self.graph.nodes[number];
        node.layer = node.layer.max(layer);
        node.value_sat = node.value_sat.saturating_add(flow.value_sat);
        let ended = node.ends.entry(flow.end).or_default();
        *ended = ended.saturating_add(flow.value_sat);
        if let Some(above) = above {
            self.edge(above, number, flow.value_sat);
        }
        let next = match direction {
            Direction::Forward => flow.spent_in,
            Direction::Backward => Some(flow.txid),
        };
        if let Some(next) = next.filter(|_| flow.end == End::Followed) {
            self.into.entry(next).or_default().push((number, flow.value_sat));
        }
    }

    /// The node of a mixing transaction, below all that goes into it, which the movements before have told.
    fn mixed(&mut self, flow: &'f Flow, txid: Txid) -> Option<usize> {
        let key = (Kind::Mixed, txid, 0, None);
        let known = self.number_of.contains_key(&key);
        let into = if known { Vec::new() } else { self.into.remove(&txid).unwrap_or_default() };
        let number = self.node(key, flow, known || !into.is_empty())?;
        for (above, value_sat) in into {
            let layer = self.graph.nodes[above].layer + 1;
            let node = &mut self.graph.nodes[number];
            node.layer = node.layer.max(layer);
            node.value_sat = node.value_sat.saturating_add(value_sat);
            self.edge(above, number, value_sat);
        }
        Some(number)
    }

    fn node(&mut self, key: Key, flow: &'f Flow, has_above: bool) -> Option<usize> {
        if let Some(number) = self.number_of.get(&key) {
            return *number;
        }
        let (kind, txid, ..) = key;
        if self.graph.nodes.len() >= self.most || !has_above {
            self.number_of.insert(key, None);
            self.graph.left_out += usize::from(kind != Kind::Mixed);
            return None;
        }
        let number = self.graph.nodes.len();
        self.number_of.insert(key, Some(number));
        let ends = BTreeMap::new();
        self.graph.nodes.push(Node { kind, flow, txid, value_sat: 0, ends, layer: 0 });
        Some(number)
    }

    fn edge(&mut self, above: usize, below: usize, value_sat: u64) {
        let edge = self.graph.edges.entry((above, below)).or_default();
        *edge = edge.saturating_add(value_sat);
    }
}
