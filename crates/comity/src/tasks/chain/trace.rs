//! Follows money: one method, or several side by side.

use std::cell::Cell;
use std::collections::HashMap;

use comity_adapters::sandbox::TaskError;
use comity_chain::cluster::Layer;
use comity_chain::finding::PackName;
use comity_chain::flow::{FlowWords, graphml, rows, svg};
use comity_chain::hash::{Outpoint, Txid};
use comity_chain::ledger::View;
use comity_chain::script::ScriptKey;
use comity_chain::tags::{TagRow, TagSet};
use comity_chain::trace::{Comparison, Direction, End, Flow, Method, Start, Stops, TraceQuestion};
use comity_messages::Catalogues;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::known_transaction;

/// Outputs that a row names one by one, of those that a method mixed. Each of them is in a row of its own that says
/// through which transaction it went.
const OUTPUTS_OF_ROW: usize = 20;

/// What is asked of a trace, in words.
#[derive(Default, Serialize, Deserialize)]
pub struct TraceAsk {
    /// Where it begins: outputs, transactions or addresses.
    pub from: Vec<String>,
    /// Which way; forward if left out.
    pub direction: Option<String>,
    /// The methods, or `all`; first in first out if left out.
    pub methods: Vec<String>,
    /// Which of several is relied on.
    pub relied_on: Option<String>,
    /// Whether what tags say of any address of an owner counts for all of his.
    pub by_owner: bool,
    /// Layers by which an owner is told, beside the first.
    pub layers: Vec<String>,
    /// Places to stop beside the usual ones; `none` to begin without these.
    pub stop: Vec<String>,
    /// Places at which not to stop.
    pub no_stop: Vec<String>,
    /// Follow no transaction above this height, or backward none below it.
    pub until: Option<u32>,
    /// Stop where money lay for more blocks.
    pub age: Option<u32>,
    /// Stop after so many transactions.
    pub depth: Option<u32>,
    /// Stop below so many satoshis.
    pub min_sats: Option<u64>,
    /// Stop once so many outputs have been reached.
    pub max_outputs: Option<u64>,
    /// What is wanted beside the answer.
    pub wanted: Wanted,
}

/// What a trace brings beside its answer.
#[derive(Clone, Copy, Default, Serialize, Deserialize)]
pub struct Wanted {
    /// The finding.
    pub finding: bool,
    /// The drawing.
    pub svg: bool,
    /// The graph.
    pub graphml: bool,
}

/// The answer, then the finding, the drawing and the graph as texts, null where they are not wanted.
pub(super) fn answer(
    view: &View<'_>,
    tags: &TagSet,
    packs: &[PackName],
    asked: &TraceAsk,
) -> Result<Vec<Value>, TaskError> {
    let question = question(asked)?;
    for txid in &question.stops.transactions {
        known_transaction(view, &txid.to_string())?;
    }
    let nowhere = stops_nowhere(view, tags, &asked.stop)?;
    let left_out = left_out(asked, question.direction);
    if asked.relied_on.is_none() && !question.beside.is_empty() {
        let methods = [&[question.method], &question.beside[..]].concat();
        let comparison = view.compare(&question, &methods, tags)?;
        return Ok(vec![json!({
            "at_height": view.height(), "at_block": view.tip_hash(), "direction": question.direction,
            "stops": question.stops, "stops_nowhere": nowhere, "methods_left_out": left_out,
            "owners": question.owners, "comparison": table(&comparison, view, tags),
        })]);
    }
    let finding = view.find(&question, tags, packs)?;
    let tagged = |places: &[u32]| -> Vec<&TagRow> {
        places.iter().filter_map(|place| finding.tag_rows.get(usize::try_from(*place).ok()?)).collect()
    };
    let holder = |places: &[u32]| holder_of(&tagged(places));
    let followed = Followed::of(&finding.flows, question.direction);
    let movements: Vec<Value> = rows(&finding.flows)
        .zip(&finding.flows)
        .map(|(row, flow)| {
            let mut value = serde_json::to_value(&row).expect("plain data");
            let (name, outputs) = (followed.name(), followed.outputs(flow));
            let named: Vec<_> = outputs.iter().take(OUTPUTS_OF_ROW).map(ToString::to_string).collect();
            value[name] = json!(named);
            value[format!("{name}_count")] = json!(outputs.len());
            value["end_message"] = json!(row.end.message());
            value["holder"] = json!(holder(&row.tags));
            value["label"] = json!(label_of(&tagged(&row.tags)));
            value
        })
        .collect();
    let Wanted { finding: wants_finding, svg: wants_svg, graphml: wants_graphml } = asked.wanted;
    let json =
        if wants_finding { Some(String::from_utf8(finding.to_json()?).expect("JSON is text")) } else { None };
    let (flows, direction) = (&finding.flows, question.direction);
    let drawing = wants_svg.then(|| draw(flows, &question, &|places| shown_of(&tagged(places))));
    let (drawing, drawing_left_out) = drawing.unzip();
    let graph = wants_graphml.then(|| graphml(flows, direction, &holder));
    let answer = json!({
        "at_height": finding.at_height, "at_block": finding.at_block, "method": question.method,
        "direction": direction, "drawing_left_out": drawing_left_out, "stops": question.stops, "stops_nowhere": nowhere, "methods_left_out": left_out,
        "owners": question.owners, "totals": finding.totals, "rows": movements,
        "comparison": finding.comparison.as_ref().map(|comparison| table(comparison, view, tags)), "result_digest": finding.result_digest,
    });
    Ok(vec![answer, json!(json), json!(drawing), json!(graph)])
}

/// The outputs from which a trace came to its movements: those that were spent, or of a trace backward those that the
/// money went to.
struct Followed {
    direction: Direction,
    /// Of each transaction, in the order of the movements.
    through: HashMap<Txid, Vec<Outpoint>>,
}

impl Followed {
    fn of(flows: &[Flow], direction: Direction) -> Self {
        let mut through = HashMap::<_, Vec<Outpoint>>::new();
        for flow in flows.iter().filter(|flow| flow.end == End::Followed) {
            let next = match direction {
                Direction::Forward => flow.spent_in,
                Direction::Backward => Some(flow.txid),
            };
            if let (Some(next), Some(vout)) = (next, flow.vout) {
                let output = Outpoint { txid: flow.txid, vout };
                let outputs = through.entry(next).or_default();
                // The parts of an output follow one another.
                if outputs.last() != Some(&output) {
                    outputs.push(output);
                }
            }
        }
        Self { direction, through }
    }

    /// How an answer calls them.
    const fn name(&self) -> &'static str {
        match self.direction {
            Direction::Forward => "sources",
            Direction::Backward => "targets",
        }
    }

    /// Those of a movement: none for a start, one, or where a method mixes all that went through the transaction.
    fn outputs<'a>(&'a self, flow: &'a Flow) -> &'a [Outpoint] {
        if let Some(from) = &flow.from {
            return std::slice::from_ref(&from.outpoint);
        }
        let between = match (self.direction, flow.vout) {
            (Direction::Backward, Some(_)) => flow.spent_in,
            _ => Some(flow.txid),
        };
        let between = between.filter(|_| flow.hop > 0);
        between.and_then(|txid| self.through.get(&txid)).map_or(&[], Vec::as_slice)
    }
}

/// Addresses and categories that are named as stops and at which nothing can stop: no output of the ledger pays the
/// address, or no tag has the category.
fn stops_nowhere(view: &View<'_>, tags: &TagSet, stops: &[String]) -> Result<Vec<String>, TaskError> {
    let mut nowhere = Vec::new();
    for text in stops {
        let somewhere = match text.split_once('=') {
            Some(("category", name)) => tags.rows().any(|row| row.is_of_category(name)),
            Some(("address", address)) => {
                view.find_address(&ScriptKey::parse(address, view.ledger().network())?).is_some()
            }
            _ => true,
        };
        if !somewhere {
            nowhere.push(text.clone());
        }
    }
    Ok(nowhere)
}

/// What `all` leaves out, since it does not go in this direction.
fn left_out(asked: &TraceAsk, direction: Direction) -> Vec<Method> {
    let all = asked.methods.iter().any(|text| text == "all");
    Method::ALL.into_iter().filter(|method| all && !method.goes(direction)).collect()
}

/// The steps of the peel chain from an output on.
pub(super) fn peel(view: &View<'_>, tags: &TagSet, output: &str) -> Result<Value, TaskError> {
    let chain = view.peel_chain(&output.parse()?, tags)?;
    let mut value = serde_json::to_value(&chain).expect("plain data");
    value["stop_message"] = json!(chain.stop.message());
    Ok(value)
}

/// The question, with the method relied on first and the others beside it.
fn question(asked: &TraceAsk) -> Result<TraceQuestion, TaskError> {
    let direction = asked.direction.as_deref().map_or(Ok(Direction::Forward), str::parse)?;
    let mut methods: Vec<Method> = Vec::new();
    if let Some(relied_on) = &asked.relied_on {
        methods.push(relied_on.parse()?);
    }
    for text in &asked.methods {
        match text.as_str() {
            "all" => methods.extend(Method::ALL.into_iter().filter(|method| method.goes(direction))),
            name => methods.push(name.parse()?),
        }
    }
    let method = methods.first().copied().unwrap_or(Method::Fifo);
    let mut question =
        TraceQuestion::new(method, direction, asked.from.iter().map(|text| start(text)).collect());
    for other in methods {
        if other != method && !question.beside.contains(&other) {
            question.beside.push(other);
        }
    }
    let mut stops =
        if asked.stop.iter().any(|text| text == "none") { Stops::none() } else { Stops::default() };
    for text in asked.stop.iter().filter(|text| *text != "none") {
        stops.add(text)?;
    }
    for text in &asked.no_stop {
        stops.remove(text)?;
    }
    stops.until = asked.until;
    stops.age_blocks = asked.age;
    stops.hops = asked.depth.unwrap_or(stops.hops);
    stops.least_sat = asked.min_sats.unwrap_or(stops.least_sat);
    stops.max_outputs = asked.max_outputs.unwrap_or(stops.max_outputs);
    question.stops = stops;
    if asked.by_owner || !asked.layers.is_empty() {
        question.owners.insert(Layer::MultiInput);
        for layer in &asked.layers {
            question.owners.insert(layer.parse()?);
        }
    }
    Ok(question)
}

/// An output (`txid:n`), a transaction, or an address.
fn start(text: &str) -> Start {
    let output = || text.parse().map(Start::Output);
    let transaction = || text.parse().map(Start::Transaction);
    output().or_else(|_| transaction()).unwrap_or_else(|_| Start::Address(text.to_owned()))
}

/// What the first of the rows that name a holder calls him.
fn holder_of(rows: &[&TagRow]) -> Option<String> {
    rows.iter().find(|row| row.holder().is_some()).map(|row| row.label.clone())
}

/// What the first of the rows says, be it who holds the address or on which list it is.
fn label_of(rows: &[&TagRow]) -> Option<String> {
    rows.first().map(|row| row.label.clone())
}

/// The holder, or in brackets what else is said of the address.
fn shown_of(rows: &[&TagRow]) -> Option<String> {
    holder_of(rows).or_else(|| label_of(rows).map(|label| format!("[{label}]")))
}

/// A comparison with the keys of the messages that name its rows and columns, and whoever holds the addresses.
fn table(comparison: &Comparison, view: &View<'_>, tags: &TagSet) -> Value {
    let tagged = |address: &Option<String>| -> Vec<&TagRow> {
        let key = address.as_deref().and_then(|text| ScriptKey::parse(text, view.ledger().network()).ok());
        let mut rows: Vec<_> = key.iter().flat_map(|key| tags.find(key)).collect();
        rows.sort_by_key(|row| (row.pack_digest, row.row));
        rows
    };
    let mut value = serde_json::to_value(comparison).expect("plain data");
    let messages: Vec<_> = comparison.methods.iter().map(|method| method.message()).collect();
    value["method_messages"] = json!(messages);
    for (row, of) in value["rows"].as_array_mut().into_iter().flatten().zip(&comparison.rows) {
        row["end_message"] = json!(of.end.message());
        let tagged = tagged(&of.address);
        row["holder"] = json!(holder_of(&tagged));
        row["label"] = json!(label_of(&tagged));
    }
    value
}

/// The drawing, and how many boxes it leaves out. It belongs to the finding, and is the same whoever looks at it: its words
/// are English ones.
fn draw(
    flows: &[Flow],
    question: &TraceQuestion,
    holder: &dyn Fn(&[u32]) -> Option<String>,
) -> (String, usize) {
    const LEFT_OUT: &str = "comity-trace-drawing-left-out";
    let (words, english) = (Catalogues::embedded(), "en".parse().expect("a literal tag"));
    let say = |key: &str| words.message(&english, key, &[]).unwrap_or_else(|_| key.to_owned());
    let description = format!("{}, {}", say(question.method.message()), say(question.direction.message()));
    let left_out = Cell::new(0);
    let drawn = FlowWords {
        title: "Flow of money",
        description: &description,
        end: &|end| say(end.message()),
        left_out: &|count| {
            left_out.set(count);
            let count = count.to_string();
            words.message(&english, LEFT_OUT, &[("count", &count)]).unwrap_or(count)
        },
        holder,
    };
    (svg(flows, question.direction, &drawn), left_out.get())
}

#[cfg(test)]
mod tests {
    use comity_chain::flow::MAX_BOXES;

    use super::*;

    #[test]
    fn boxes_that_a_drawing_leaves_out_are_counted_in_words() {
        let question = TraceQuestion::new(Method::Fifo, Direction::Forward, vec![]);
        let drawn = |boxes: usize| {
            let flow = |number: usize| Flow {
                hop: 0,
                height: 0,
                txid: Txid::from_bytes([7; 32]),
                vout: u32::try_from(number).ok(),
                offset_sat: 0,
                value_sat: 1,
                from: None,
                spent_in: None,
                to: None,
                end: End::Unspent,
                tags: vec![],
            };
            let flows: Vec<Flow> = (0..boxes).map(flow).collect();
            draw(&flows, &question, &|_| None)
        };
        let (drawing, left_out) = drawn(MAX_BOXES);
        assert!(left_out == 0 && !drawing.contains("more boxes"));
        let (drawing, left_out) = drawn(MAX_BOXES + 3);
        assert_eq!(left_out, 3);
        assert!(drawing.replace(['\u{2068}', '\u{2069}'], "").contains(">3 more boxes are not drawn"));
    }
}
