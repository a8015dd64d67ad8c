//! Draws the movements of a trace: layers from above to below, one for each step, as SVG without script.
//!
//! The drawing is an aid; the same movements are in the table. All words come from the caller, who has the message
//! catalogue; identifiers and amounts are isolated from the direction of the text around them.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

use comity_record::isolate;
use serde::Serialize;

use crate::hash::Txid;
use crate::trace::{End, Flow};

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

/// An output, or the fee of a transaction, and all that arrived there.
struct Spot<'f> {
    flow: &'f Flow,
    value_sat: u64,
    ends: BTreeMap<End, u64>,
    layer: usize,
    /// Boxes above, with what came from each.
    above: BTreeMap<usize, u64>,
}

/// The drawing of `flows` as an SVG document. Same flows and words, same bytes.
pub fn svg(flows: &[Flow], words: &FlowWords<'_>) -> String {
    let (boxes, left_out) = spots(flows);
    let mut rows: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (number, item) in boxes.iter().enumerate() {
        rows.entry(item.layer).or_default().push(number);
    }
    // A layer that is too wide takes several rows.
    let rows: Vec<&[usize]> = rows.values().flat_map(|layer| layer.chunks(MAX_BOXES_IN_ROW)).collect();
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
         <rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n",
        escaped(words.title),
        escaped(words.description),
    );
    for (number, item) in boxes.iter().enumerate() {
        for (above, value_sat) in &item.above {
            edge(&mut out, corner[above], corner[&number], *value_sat);
        }
    }
    for (number, item) in boxes.iter().enumerate() {
        draw_box(&mut out, corner[&number], item, words);
    }
    if left_out > 0 {
        let text = escaped(&(words.left_out)(left_out));
        let _ =
            writeln!(out, "<text x=\"{MARGIN}\" y=\"{}\" fill=\"#1b1b1b\">{text}</text>", height - MARGIN);
    }
    out.push_str("</svg>\n");
    out
}

/// A movement as a row of the table that stands beside the drawing, in the order of the movements.
///
/// The texts are bare: whoever prints them isolates identifiers and amounts from the direction around them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FlowRow {
    /// Transactions since the start.
    pub hop: u32,
    /// The height of the transaction.
    pub height: u32,
    /// The transaction.
    pub txid: String,
    /// The output; none for the fee.
    pub vout: Option<u32>,
    /// The amount in coins, with all eight decimals.
    pub coins: String,
    /// The output that it comes from; none for the start.
    pub from: Option<String>,
    /// The address of that output.
    pub from_address: Option<String>,
    /// The address that it went to; none for the fee.
    pub to_address: Option<String>,
    /// Why it was followed no further, or that it was.
    pub end: End,
    /// What is said of the address: places in the list of tag rows.
    pub tags: Vec<u32>,
}

/// The table of `flows`: the same movements as the drawing, and those that it leaves out.
pub fn rows(flows: &[Flow]) -> impl ExactSizeIterator<Item = FlowRow> {
    flows.iter().map(|flow| FlowRow {
        hop: flow.hop,
        height: flow.height,
        txid: flow.txid.to_string(),
        vout: flow.vout,
        coins: coins(flow.value_sat),
        from: flow.from.as_ref().map(|from| from.outpoint.to_string()),
        from_address: flow.from.as_ref().map(|from| from.address.clone()),
        to_address: flow.to.clone(),
        end: flow.end,
        tags: flow.tags.clone(),
    })
}

/// An amount in coins with all eight decimals.
pub fn coins(value_sat: u64) -> String {
    format!("{}.{:08}", value_sat / 100_000_000, value_sat % 100_000_000)
}

/// One box for each output and fee, in the order of the movements, and how many were left out.
fn spots(flows: &[Flow]) -> (Vec<Spot<'_>>, usize) {
    // The block's height tells two coinbases with the same id apart.
    let mut number_of: HashMap<(Txid, u32, Option<u32>), usize> = HashMap::new();
    let mut latest: HashMap<(Txid, u32), usize> = HashMap::new();
    let mut boxes: Vec<Spot<'_>> = Vec::new();
    let mut left_out = 0;
    for flow in flows {
        let above =
            flow.from.as_ref().map(|from| latest.get(&(from.outpoint.txid, from.outpoint.vout)).copied());
        let key = (flow.txid, flow.height, flow.vout);
        let number = match number_of.get(&key) {
            Some(number) => *number,
            // What hangs on a box that was left out is left out too.
            None if boxes.len() == MAX_BOXES || above == Some(None) => {
                number_of.insert(key, usize::MAX);
                left_out += 1;
                continue;
            }
            None => {
                number_of.insert(key, boxes.len());
                boxes.push(Spot {
                    flow,
                    value_sat: 0,
                    ends: BTreeMap::new(),
                    layer: 0,
                    above: BTreeMap::new(),
                });
                boxes.len() - 1
            }
        };
        if number == usize::MAX {
            continue;
        }
        if let Some(vout) = flow.vout {
            latest.insert((flow.txid, vout), number);
        }
        let above = above.flatten();
        let layer = above.map_or(0, |above| boxes[above].layer + 1);
        let item = &mut boxes[number];
        item.layer = item.layer.max(layer);
        item.value_sat = item.value_sat.saturating_add(flow.value_sat);
        *item.ends.entry(flow.end).or_default() += flow.value_sat;
        if let Some(above) = above {
            *item.above.entry(above).or_default() += flow.value_sat;
        }
    }
    (boxes, left_out)
}

fn draw_box(out: &mut String, (x, y): (usize, usize), item: &Spot<'_>, words: &FlowWords<'_>) {
    let end = item.ends.keys().copied().max_by_key(|end| (item.ends[end], *end)).unwrap_or(End::Followed);
    let (fill, stroke) = match end {
        End::Service => ("#e6f0ff", "#0b4f9e"),
        End::Unspent => ("#e9f6ec", "#1e6b34"),
        End::Followed => ("#ffffff", "#555555"),
        End::Fee => ("#f4f4f4", "#777777"),
        _ => ("#fff4e0", "#8a5a00"),
    };
    let outpoint = match item.flow.vout {
        Some(vout) => format!("{}:{vout}", item.flow.txid),
        None => item.flow.txid.to_string(),
    };
    let _ = writeln!(
        out,
        "<g><title>{}</title><rect x=\"{x}\" y=\"{y}\" width=\"{BOX_WIDTH}\" height=\"{BOX_HEIGHT}\" rx=\"4\" \
         fill=\"{fill}\" stroke=\"{stroke}\"/>",
        escaped(&isolate(&outpoint)),
    );
    let address = item.flow.to.as_deref().map(|address| isolate(&shortened(address)));
    let holder = (words.holder)(&item.flow.tags);
    let ends: Vec<String> = item.ends.keys().map(|end| (words.end)(*end)).collect();
    let lines = [
        address.unwrap_or_default(),
        isolate(&format!("{} BTC", coins(item.value_sat))),
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
        "<path d=\"M{x1} {y1}C{x1} {middle} {x2} {middle} {x2} {y2}\" fill=\"none\" stroke=\"#777777\">\
         <title>{}</title></path>",
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

/// Text for XML: the five signs escaped, and what XML 1.0 does not allow left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{FFFE}' | '\u{FFFF}' => {}
            control if control < ' ' && !matches!(control, '\t' | '\n' | '\r') => {}
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::hash::Outpoint;
    use crate::trace::FlowSource;

    fn txid(number: u8) -> Txid {
        Txid::from_bytes([number; 32])
    }

    fn flow(from: Option<(u8, u32)>, to: (u8, Option<u32>), value_sat: u64, end: End) -> Flow {
        let source = |(tx, vout)| FlowSource {
            outpoint: Outpoint { txid: txid(tx), vout },
            offset_sat: 0,
            address: "a".into(),
        };
        Flow {
            hop: 0,
            height: 0,
            txid: txid(to.0),
            vout: to.1,
            offset_sat: 0,
            value_sat,
            from: from.map(source),
            to: to.1.map(|_| "<addr&ess>".to_owned()),
            end,
            tags: vec![],
        }
    }

    fn draw(flows: &[Flow], title: &str) -> String {
        let words = FlowWords {
            title,
            description: "d",
            end: &|end| end.message().to_owned(),
            left_out: &|count| format!("{count} left out"),
            holder: &|_| None,
        };
        svg(flows, &words)
    }

    #[test]
    fn every_output_and_fee_is_a_box_and_every_movement_between_two_a_line() {
        let flows = [
            flow(None, (1, Some(0)), 50, End::Followed),
            flow(Some((1, 0)), (2, Some(0)), 20, End::Unspent),
            flow(Some((1, 0)), (2, Some(1)), 29, End::Service),
            flow(Some((1, 0)), (2, None), 1, End::Fee),
        ];
        let drawing = draw(&flows, "t");
        assert_eq!(drawing.matches("<g>").count(), 4);
        assert_eq!(drawing.matches("<path").count(), 3);
        assert!(drawing.contains("\u{2066}0.00000029 BTC\u{2069}"));
        assert!(drawing.contains("role=\"img\"") && drawing.contains("<title id=\"flow-title\">t</title>"));
        assert!(drawing.contains("&lt;addr&amp;ess&gt;") && !drawing.contains("<script"));
        assert_eq!(drawing, draw(&flows, "t"));
        let table: Vec<FlowRow> = rows(&flows).collect();
        assert_eq!(table.len(), flows.len());
        assert_eq!((table[1].from.clone(), table[1].vout), (Some(format!("{}:0", txid(1))), Some(0)));
        assert_eq!((table[3].to_address.clone(), table[3].coins.as_str()), (None, "0.00000001"));
    }

    #[test]
    fn spots_are_drawn_to_the_limit_and_counted_past_it() {
        let starts = |count: usize| -> Vec<Flow> {
            (0..count).map(|i| flow(None, (1, Some(u32::try_from(i).unwrap())), 1, End::Unspent)).collect()
        };
        let full = draw(&starts(MAX_BOXES), "t");
        assert_eq!(full.matches("<g>").count(), MAX_BOXES);
        assert!(!full.contains("left out"));
        let more = draw(&starts(MAX_BOXES + 1), "t");
        assert_eq!(more.matches("<g>").count(), MAX_BOXES);
        assert!(more.contains("1 left out"));
    }

    #[test]
    fn amounts_have_eight_decimals() {
        assert_eq!(coins(0), "0.00000000");
        assert_eq!(coins(1_465_464_194_000), "14654.64194000");
    }

    proptest! {
        #[test]
        fn no_words_break_out_of_the_drawing(title in "\\PC{0,40}|[<>&\"'\u{0}-\u{1f}]{0,40}") {
            let drawing = draw(&[flow(None, (1, Some(0)), 1, End::Unspent)], &title);
            let inner = drawing.split("<title id=\"flow-title\">").nth(1).unwrap().split("</title>").next().unwrap();
            let forbidden = ['<', '>', '"', '\'', '\u{0}', '\u{1b}'];
            prop_assert!(!inner.contains(forbidden));
        }
    }
}
