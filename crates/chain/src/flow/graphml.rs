//! The graph of a flow as GraphML, for other programs.

use std::fmt::Write as _;

use super::escaped;
use super::graph::{Graph, Kind};
use crate::trace::{Direction, Flow};

/// What is said of a node or an edge: the name, whether of an edge, and the type.
const KEYS: [(&str, &str, &str); 9] = [
    ("kind", "node", "string"),
    ("txid", "node", "string"),
    ("vout", "node", "long"),
    ("height", "node", "long"),
    ("hop", "node", "long"),
    ("address", "node", "string"),
    ("holder", "node", "string"),
    ("ends", "node", "string"),
    ("value_sat", "all", "long"),
];

/// The graph of `flows` as a GraphML document. Same flows and holders, same bytes.
///
/// A node is an output, a fee (`rest`) or a transaction that mixed what came from several outputs (`mixed`); an edge
/// goes where the money went, whatever the direction of the trace, with the satoshis traced. `ends` lists the codes of
/// the ends at a node, each with its satoshis. `holder` names whoever holds an address by the tags at these places.
pub fn graphml(flows: &[Flow], direction: Direction, holder: &dyn Fn(&[u32]) -> Option<String>) -> String {
    let graph = Graph::of(flows, direction, usize::MAX);
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n",
    );
    for (name, of, kind) in KEYS {
        let _ = writeln!(out, "<key id=\"{name}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>");
    }
    out.push_str("<graph edgedefault=\"directed\">\n");
    for (number, node) in graph.nodes.iter().enumerate() {
        let _ = write!(out, "<node id=\"n{number}\">");
        let kind = match node.kind {
            Kind::Output => "output",
            Kind::Rest => "rest",
            Kind::Mixed => "mixed",
        };
        data(&mut out, "kind", kind);
        data(&mut out, "txid", &node.txid.to_string());
        if node.kind != Kind::Mixed {
            data(&mut out, "height", &node.flow.height.to_string());
            data(&mut out, "hop", &node.flow.hop.to_string());
            let ends = node.ends.iter().map(|(end, sat)| {
                let code = end.message().trim_start_matches("chain-end-");
                format!("{code}={sat}")
            });
            data(&mut out, "ends", &ends.collect::<Vec<_>>().join(" "));
        }
        if node.kind == Kind::Output {
            data(&mut out, "vout", &node.flow.vout.unwrap_or(0).to_string());
            data(&mut out, "address", node.flow.to.as_deref().unwrap_or_default());
            if let Some(holder) = holder(&node.flow.tags) {
                data(&mut out, "holder", &holder);
            }
        }
        data(&mut out, "value_sat", &node.value_sat.to_string());
        out.push_str("</node>\n");
    }
    for ((above, below), value_sat) in &graph.edges {
        let (source, target) = match direction {
            Direction::Forward => (above, below),
            Direction::Backward => (below, above),
        };
        let _ = write!(out, "<edge source=\"n{source}\" target=\"n{target}\">");
        data(&mut out, "value_sat", &value_sat.to_string());
        out.push_str("</edge>\n");
    }
    out.push_str("</graph>\n</graphml>\n");
    out
}

fn data(out: &mut String, key: &str, text: &str) {
    let _ = write!(out, "<data key=\"{key}\">{}</data>", escaped(text));
}
