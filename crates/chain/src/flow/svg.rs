//! The drawing of a flow: layers from above to below, one for each step, as SVG without script.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

use comity_record::isolate;

use super::graph::{Graph, Kind, Node};
use super::{coins, escaped};
use crate::trace::{Direction, End, Flow};

/// Boxes that are drawn. A drawing with more is slower to load than to read as a table.
pub const MAX_BOXES: usize = 2_000;
/// Boxes side by side; the rest of a wide layer goes below.
pub const MAX_BOXES_IN_ROW: usize = 6;

const BOX_WIDTH: usize = 232;
const BOX_HEIGHT: usize = 76;
const GAP_X: usize = 24;
const GAP_Y: usize = 56;
const MARGIN: usize = 16;

/// The words of a drawing, from the message catalogue.
pub struct FlowWords<'w> {
    /// What the picture is, in a few words.
    pub title: &'w str,
    /// What it shows, for whoever cannot see it.
    pub description: &'w str,
    /// The name of each end.
    pub end: &'w dyn Fn(End) -> String,
    /// What to say below when so many boxes were left out; they are in the table.
    pub left_out: &'w dyn Fn(usize) -> String,
    /// The name of whoever holds an address by the tags at these places, if any.
    pub holder: &'w dyn Fn(&[u32]) -> Option<String>,
}

/// The drawing of `flows` as an SVG document. Same flows and words, same bytes.
///
/// Money goes from above to below, whatever the direction of the trace: the start is above forward, and below backward.
pub fn svg(flows: &[Flow], direction: Direction, words: &FlowWords<'_>) -> String {
    let Graph { nodes, edges, left_out } = Graph::of(flows, direction, MAX_BOXES);
    let mut rows: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (number, node) in nodes.iter().enumerate() {
        rows.entry(node.layer).or_default().push(number);
    }
    // A layer that is too wide takes several rows.
    let mut rows: Vec<&[usize]> = rows.values().flat_map(|layer| layer.chunks(MAX_BOXES_IN_ROW)).collect();
    if direction == Direction::Backward {
        rows.reverse();
    }
    let mut corner = HashMap::new();
    for (row, numbers) in rows.iter().enumerate() {
        for (column, number) in numbers.iter().enumerate() {
            corner.insert(
                *number,
                (MARGIN + column * (BOX_WIDTH + GAP_X), MARGIN + row * (BOX_HEIGHT + GAP_Y)),
            );
        }
    }
    let columns = rows.iter().map(|row| row.len()).max().unwrap_or(0).max(1);
    let width = 2 * MARGIN + columns * (BOX_WIDTH + GAP_X) - GAP_X;
    let foot = if left_out > 0 { 24 } else { 0 };
    let height = 2 * MARGIN + (rows.len().max(1) * (BOX_HEIGHT + GAP_Y)) - GAP_Y + foot;
    let mut out = String::new();
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         height=\"{height}\" role=\"img\" aria-labelledby=\"flow-title flow-desc\" font-family=\"sans-serif\" \
         font-size=\"12\">\n<title id=\"flow-title\">{}</title>\n<desc id=\"flow-desc\">{}</desc>\n\
         <defs><marker id=\"flow-arrow\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" \
         markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"#777777\"/></marker></defs>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n",
        escaped(words.title),
        escaped(words.description),
    );
    for ((near, far), value_sat) in &edges {
        let (above, below) = match direction {
            Direction::Forward => (near, far),
            Direction::Backward => (far, near),
        };
        edge(&mut out, corner[above], corner[below], *value_sat);
    }
    for (number, node) in nodes.iter().enumerate() {
        draw_box(&mut out, corner[&number], node, words);
    }
    if left_out > 0 {
        let text = escaped(&(words.left_out)(left_out));
        let _ =
            writeln!(out, "<text x=\"{MARGIN}\" y=\"{}\" fill=\"#1b1b1b\">{text}</text>", height - MARGIN);
    }
    out.push_str("</svg>\n");
    out
}

fn draw_box(out: &mut String, (x, y): (usize, usize), node: &Node<'_>, words: &FlowWords<'_>) {
    let end = node.ends.keys().copied().max_by_key(|end| (node.ends[end], *end)).unwrap_or(End::Followed);
    let (fill, stroke) = match end {
        _ if node.kind == Kind::Mixed => ("#f3eef8", "#5b3a86"),
        End::Service => ("#e6f0ff", "#0b4f9e"),
        End::Unspent | End::NewCoins => ("#e9f6ec", "#1e6b34"),
        End::Followed => ("#ffffff", "#555555"),
        End::Fee => ("#f4f4f4", "#777777"),
        _ => ("#fff4e0", "#8a5a00"),
    };
    let txid = node.txid.to_string();
    let (name, address) = match (node.kind, node.flow.vout) {
        (Kind::Output, Some(vout)) => (format!("{txid}:{vout}"), node.flow.to.clone()),
        (Kind::Mixed, _) => (txid.clone(), Some(txid)),
        _ => (txid, None),
    };
    let _ = writeln!(
        out,
        "<g><title>{}</title><rect x=\"{x}\" y=\"{y}\" width=\"{BOX_WIDTH}\" height=\"{BOX_HEIGHT}\" rx=\"4\" \
         fill=\"{fill}\" stroke=\"{stroke}\"/>",
        escaped(&isolate(&name)),
    );
    let address = address.map(|address| isolate(&shortened(&address)));
    let holder = (words.holder)(&node.flow.tags).filter(|_| node.kind != Kind::Mixed);
    let ends: Vec<String> = node.ends.keys().map(|end| (words.end)(*end)).collect();
    let lines = [
        address.unwrap_or_default(),
        isolate(&format!("{} BTC", coins(node.value_sat))),
        ends.join(", "),
        holder.map(|holder| isolate(&cut(&holder, 36))).unwrap_or_default(),
    ];
    for (line, text) in lines.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
        let (x, y) = (x + BOX_WIDTH / 2, y + 17 + line * 16);
        let _ = writeln!(
            out,
            "<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\" fill=\"#1b1b1b\">{}</text>",
            escaped(&cut(text, 48))
        );
    }
    out.push_str("</g>\n");
}

fn edge(out: &mut String, above: (usize, usize), below: (usize, usize), value_sat: u64) {
    let (x1, y1) = (above.0 + BOX_WIDTH / 2, above.1 + BOX_HEIGHT);
    let (x2, y2) = (below.0 + BOX_WIDTH / 2, below.1);
    let middle = usize::midpoint(y1, y2.max(y1));
    let _ = writeln!(
        out,
        "<path d=\"M{x1} {y1}C{x1} {middle} {x2} {middle} {x2} {y2}\" fill=\"none\" stroke=\"#777777\" \
         marker-end=\"url(#flow-arrow)\"><title>{}</title></path>",
        escaped(&isolate(&format!("{} BTC", coins(value_sat)))),
    );
}

/// Both ends of a long address, which is what people compare.
fn shortened(address: &str) -> String {
    let letters: Vec<char> = address.chars().collect();
    if letters.len() <= 30 {
        return address.to_owned();
    }
    let part = |range: &[char]| range.iter().collect::<String>();
    format!("{}…{}", part(&letters[..16]), part(&letters[letters.len() - 10..]))
}

fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most - 1).chain(std::iter::once('…')).collect()
}
