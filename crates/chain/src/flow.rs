//! The movements of a trace for people and other programs: a table, a drawing as SVG, a graph as GraphML.
//!
//! The drawing is an aid; the same movements are in the table. All words come from the caller, who has the message
//! catalogue; identifiers and amounts are isolated from the direction of the text around them.

use std::collections::HashMap;

use serde::Serialize;

use crate::hash::Outpoint;
use crate::trace::{End, Flow};

mod graph;
mod graphml;
mod svg;

pub use graphml::graphml;
pub use svg::{FlowWords, MAX_BOXES, MAX_BOXES_IN_ROW, svg};

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
    /// The amount in satoshis.
    pub value_sat: u64,
    /// The output from which the trace came here; none for the start and where several were mixed.
    pub from: Option<String>,
    /// The address of that output.
    pub from_address: Option<String>,
    /// The transaction by which it left the output, where it was followed through it.
    pub spent_in: Option<String>,
    /// The address of the output; none for the fee.
    pub to_address: Option<String>,
    /// Why it was followed no further, or that it was.
    pub end: End,
    /// What is said of the address: places in the list of tag rows.
    pub tags: Vec<u32>,
}

/// The table of `flows`: the same movements as the drawing, and those that it leaves out.
pub fn rows(flows: &[Flow]) -> impl ExactSizeIterator<Item = FlowRow> {
    let mut address_of: HashMap<Outpoint, &str> = HashMap::new();
    flows.iter().map(move |flow| {
        if let (Some(vout), Some(address)) = (flow.vout, &flow.to) {
            address_of.insert(Outpoint { txid: flow.txid, vout }, address);
        }
        let from_address = flow.from.and_then(|from| address_of.get(&from.outpoint).copied());
        FlowRow {
            hop: flow.hop,
            height: flow.height,
            txid: flow.txid.to_string(),
            vout: flow.vout,
            value_sat: flow.value_sat,
            from: flow.from.map(|from| from.outpoint.to_string()),
            from_address: from_address.map(str::to_owned),
            spent_in: flow.spent_in.map(|txid| txid.to_string()),
            to_address: flow.to.clone(),
            end: flow.end,
            tags: flow.tags.clone(),
        }
    })
}

/// An amount in coins with all eight decimals.
pub fn coins(value_sat: u64) -> String {
    format!("{}.{:08}", value_sat / 100_000_000, value_sat % 100_000_000)
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
    use crate::hash::Txid;
    use crate::trace::{Direction, FlowSource};

    fn txid(number: u8) -> Txid {
        Txid::from_bytes([number; 32])
    }

    fn flow(from: Option<(u8, u32)>, to: (u8, Option<u32>), value_sat: u64, end: End) -> Flow {
        let source = |(tx, vout)| FlowSource { outpoint: Outpoint { txid: txid(tx), vout }, offset_sat: 0 };
        Flow {
            hop: u32::from(from.is_some()),
            height: 0,
            txid: txid(to.0),
            vout: to.1,
            offset_sat: 0,
            value_sat,
            from: from.map(source),
            spent_in: None,
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
        svg(flows, Direction::Forward, &words)
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
        assert_eq!(drawing.matches("<path d=\"M").count() - 1, 3);
        assert!(drawing.contains("\u{2066}0.00000029 BTC\u{2069}"));
        assert!(drawing.contains("role=\"img\"") && drawing.contains("<title id=\"flow-title\">t</title>"));
        assert!(drawing.contains("&lt;addr&amp;ess&gt;") && !drawing.contains("<script"));
        assert_eq!(drawing, draw(&flows, "t"));
        let table: Vec<FlowRow> = rows(&flows).collect();
        assert_eq!(table.len(), flows.len());
        assert_eq!((table[1].from.clone(), table[1].vout), (Some(format!("{}:0", txid(1))), Some(0)));
        assert_eq!(table[1].from_address.as_deref(), Some("<addr&ess>"));
        assert_eq!((table[3].to_address.clone(), table[3].value_sat), (None, 1));
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

    #[test]
    fn what_was_mixed_goes_through_the_box_of_its_transaction_and_money_always_goes_down() {
        let mixed = |txid_of, vout, hop, spent_in: Option<u8>, end| Flow {
            hop,
            spent_in: spent_in.map(txid),
            ..flow(None, (txid_of, vout), 5, end)
        };
        let forward = [
            mixed(1, Some(0), 0, Some(3), End::Followed),
            mixed(2, Some(0), 0, Some(3), End::Followed),
            mixed(3, Some(0), 1, None, End::Unspent),
            mixed(3, None, 1, None, End::Fee),
        ];
        let backward = [
            mixed(3, Some(0), 0, None, End::Followed),
            mixed(1, Some(0), 1, Some(3), End::NewCoins),
            mixed(2, Some(0), 1, Some(3), End::NewCoins),
        ];
        let words = |_: &[u32]| Some("<holder>".to_owned());
        let one = graphml(&forward, Direction::Forward, &words);
        assert_eq!((one.matches("<node").count(), one.matches("<edge").count()), (5, 4));
        // The nodes are numbered in the order of the movements, a mixing transaction before what it pays.
        assert!(one.contains("<edge source=\"n0\" target=\"n2\"><data key=\"value_sat\">5</data></edge>"));
        assert!(one.contains("<edge source=\"n2\" target=\"n3\">") && one.contains("&lt;holder&gt;"));
        assert!(one.contains("<data key=\"ends\">unspent=5</data>"));
        let back = graphml(&backward, Direction::Backward, &words);
        assert_eq!((back.matches("<node").count(), back.matches("<edge").count()), (4, 3));
        assert!(
            back.contains("<edge source=\"n1\" target=\"n0\">")
                && back.contains("<edge source=\"n2\" target=\"n1\">")
        );
        let words = FlowWords {
            title: "t",
            description: "d",
            end: &|end| end.message().to_owned(),
            left_out: &|count| count.to_string(),
            holder: &|_| None,
        };
        let drawn = svg(&backward, Direction::Backward, &words);
        assert_eq!(drawn.matches("<g>").count(), 4);
        // Where it came from is in the first row, the start in the last.
        let y = |name: &str| {
            let rect = drawn.split(name).nth(1).unwrap().split(" y=\"").nth(1).unwrap();
            rect.split('"').next().unwrap().parse::<usize>().unwrap()
        };
        assert!(y(&format!("{}:0", txid(1))) < y(&format!("{}:0", txid(3))));
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
