//! A transaction for people: what it is, what it spends and what it pays.

use comity_chain::flow::coins;
use serde_json::Value;

use super::trace::{list, text};
use crate::out::Out;

/// A field a line, as of every answer, and below them a line for each input and output.
pub fn print(out: &Out, transaction: &Value) {
    for name in ["txid", "height", "block", "block_time", "position", "coinbase"] {
        out.line(&format!("{name}: {}", text(&transaction[name])));
    }
    out.line(&format!("fee: {}", worth(&transaction["fee_sat"])));
    let (inputs, outputs) = (list(&transaction["inputs"]), list(&transaction["outputs"]));
    out.line(&format!("inputs: {}", inputs.len()));
    for input in inputs {
        let [prevout, address] = ["prevout", "address"].map(|name| text(&input[name]));
        out.line(&format!("  {prevout}  {:>14}  {address}", worth(&input["value_sat"])));
    }
    out.line(&format!("outputs: {}", outputs.len()));
    for (number, output) in outputs.iter().enumerate() {
        let [address, kind] = ["address", "kind"].map(|name| text(&output[name]));
        let (worth, state) = (worth(&output["value_sat"]), state(&output["state"]));
        out.line(&format!("  {number:>4}  {worth:>14}  {address}  {kind}  {state}"));
    }
}

/// What became of an output, and where.
fn state(state: &Value) -> String {
    let [name, txid, input, height] = ["state", "txid", "input", "height"].map(|name| text(&state[name]));
    match &*name {
        "spent" => format!("{name} -> {txid}, input {input}, height {height}"),
        "overwritten" => format!("{name}, height {height}"),
        _ => name,
    }
}

/// Satoshis as coins; a hyphen where they are not known.
fn worth(sat: &Value) -> String {
    sat.as_u64().map_or_else(|| "-".to_owned(), coins)
}
