//! `comity chain trace` and `comity chain peel`: where money went or came from.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use comity_chain::flow::coins;
use comity_chain::peel::Reason;
use comity_chain::trace::{Direction, Method};
use serde_json::Value;

use super::{Given, answers, bare_keys};
use crate::cli::{Following, Peel, Trace};
use crate::out::{Failure, Out, clean, shown};
use crate::outside::Outside;
use crate::tasks::chain::{TraceAsk, Wanted, What};

pub fn trace(out: &Out, words: Trace) -> Result<(), Failure> {
    let Trace { asked, mut starts, from, how, .. } = words;
    let files = [&words.finding, &words.svg, &words.graphml];
    let [finding, svg, graphml] = files.map(Option::is_some);
    let mut named: Vec<&PathBuf> = files.into_iter().flatten().collect();
    named.sort_unstable();
    if let Some(twice) = named.windows(2).find(|two| two[0] == two[1]) {
        return Err(Failure::new("comity-trace-same-file", vec![("path", shown(twice[0]))]));
    }
    starts.extend(from);
    let tags = how.tags.clone();
    let what = question(starts, how, Wanted { finding, svg, graphml })?;
    let written: Vec<&Path> = files.into_iter().flatten().map(PathBuf::as_path).collect();
    // All of them are begun before anything is asked, so that one that exists leaves none of the others behind.
    let mut begun = vec![];
    for file in files {
        begun.push(file.as_deref().map(|path| Outside::create(path).map(|begun| (path, begun))).transpose()?);
    }
    let answer = answers(out, &asked, what, &Given { tags: &tags, written, ..Given::default() })?;
    for (at, file) in (1..).zip(begun) {
        let Some((path, mut file)) = file else { continue };
        let text = answer.get(at).and_then(Value::as_str).unwrap_or_default();
        file.write_all(text.as_bytes()).map_err(|e| Failure::file("write", path, e))?;
        file.settle()?;
    }
    out.answer(&answer[0], |out| {
        movements(out, &answer[0]);
        sums(out, &answer[0]);
        compare(out, &answer[0]["comparison"]);
        remarks(out, &answer[0]);
        let method = answer[0]["method"].as_str().filter(|_| !answer[0]["comparison"].is_null());
        if let Some(method) = method.and_then(|method| method.parse::<Method>().ok()) {
            out.say("comity-trace-relies", &[("method", &out.message(method.message(), &[]))]);
        }
        if let Some(digest) = answer[0]["result_digest"].as_str() {
            let rows = list(&answer[0]["rows"]).len().to_string();
            out.say("comity-traced", &[("digest", digest), ("rows", &rows)]);
        }
    });
    Ok(())
}

/// What is asked of a trace that begins so. A finding, a drawing and a graph are of one method, which is to be named.
pub fn question(from: Vec<String>, how: Following, wanted: Wanted) -> Result<What, Failure> {
    let several = how.methods.len() > 1 || how.methods.iter().any(|method| method == "all");
    if several && how.relied_on.is_none() && (wanted.finding || wanted.svg || wanted.graphml) {
        return Err(Failure::new("comity-trace-relied-on", vec![]));
    }
    Ok(What::Trace(TraceAsk {
        from,
        direction: Some(how.direction),
        methods: how.methods,
        relied_on: how.relied_on,
        by_owner: how.by_owner,
        layers: how.layers,
        stop: how.stop,
        no_stop: how.no_stop,
        until: how.until,
        age: how.age,
        depth: how.depth,
        min_sats: how.min_sats,
        max_outputs: how.max_outputs,
        wanted,
    }))
}

pub fn peel(out: &Out, words: &Peel) -> Result<(), Failure> {
    let given = Given { tags: &words.tags, ..Given::default() };
    let answer = answers(out, &words.asked, What::Peel(words.output.clone()), &given)?;
    out.answer(&answer[0], |out| print_peel(out, &answer[0]));
    Ok(())
}

/// By what it was followed and how far, what started, and where it ended.
fn sums(out: &Out, answer: &Value) {
    let sat = |value: &Value| coins(value.as_u64().unwrap_or(0));
    let methods = match &answer["method"] {
        Value::Null => list(&answer["comparison"]["methods"]),
        method => std::slice::from_ref(method),
    };
    let method = methods.iter().map(|method| name_of(out, method)).collect::<Vec<_>>().join("; ");
    let stops = answer["stops"].as_object().into_iter().flatten();
    let stops = stops
        .filter(|(_, value)| !value.is_null() && value.as_array().is_none_or(|items| !items.is_empty()))
        .map(|(name, value)| format!("{name}={}", value.to_string().replace('"', "")))
        .collect::<Vec<_>>()
        .join("; ");
    out.say(
        "comity-trace-asked",
        &[
            ("method", &method),
            ("direction", &text(&answer["direction"])),
            ("height", &text(&answer["at_height"])),
            ("stops", &stops),
        ],
    );
    let totals = &answer["totals"];
    if totals.is_null() {
        return;
    }
    out.line(&format!("{:>16}  {}", sat(&totals["started_sat"]), out.message("comity-trace-started", &[])));
    if totals["joined_sat"].as_u64().is_some_and(|joined| joined > 0) {
        out.line(&format!("{:>16}  {}", sat(&totals["joined_sat"]), out.message("comity-trace-joined", &[])));
    }
    for (end, value) in totals["ended_sat"].as_object().into_iter().flatten() {
        out.line(&format!("{:>16}  {}", sat(value), out.message(&format!("chain-end-{end}"), &[])));
    }
}

/// A method in the words of the reader.
fn name_of(out: &Out, method: &Value) -> String {
    let known = method.as_str().and_then(|name| name.parse::<Method>().ok());
    known.map_or_else(|| text(method), |known| out.message(known.message(), &[]))
}

/// What was asked for and could not be done as it was asked.
pub fn remarks(out: &Out, answer: &Value) {
    if answer["drawing_left_out"].as_u64().is_some_and(|count| count > 0) {
        out.say("comity-trace-drawing-left-out", &[("count", &text(&answer["drawing_left_out"]))]);
    }
    for method in list(&answer["methods_left_out"]) {
        out.say("comity-trace-left-out", &[("method", &name_of(out, method))]);
    }
    for stop in list(&answer["stops_nowhere"]) {
        out.say("comity-trace-stop-nowhere", &[("stop", &text(stop))]);
    }
    bare_keys(out, answer);
}

fn movements(out: &Out, answer: &Value) {
    let backward = answer["direction"] == Direction::Backward.name();
    let (name, arrow) = if backward { ("targets", "->") } else { ("sources", "<-") };
    for row in list(&answer["rows"]) {
        let end = out.message(&text(&row["end_message"]), &[]);
        let mut outputs: Vec<String> = list(&row[name]).iter().map(text).collect();
        let count = row[format!("{name}_count")].as_u64().unwrap_or_default();
        let more = count.saturating_sub(outputs.len().try_into().unwrap_or(u64::MAX));
        outputs.extend((more > 0).then(|| format!("+{more}")));
        let outputs =
            if outputs.is_empty() { String::new() } else { format!("  {arrow} {}", outputs.join(", ")) };
        out.line(&format!(
            "{:>3} {:>7}  {}:{}  {:>14}  {}  {end} {}{outputs}",
            text(&row["hop"]),
            text(&row["height"]),
            text(&row["txid"]),
            text(&row["vout"]),
            coins(row["value_sat"].as_u64().unwrap_or_default()),
            text(&row["to_address"]),
            holder(row),
        ));
    }
}

/// Where the same money ended by each method: a column each.
fn compare(out: &Out, comparison: &Value) {
    let methods = list(&comparison["method_messages"]);
    if methods.is_empty() {
        return;
    }
    let names: Vec<String> = methods.iter().map(|method| out.message(&text(method), &[])).collect();
    for (column, name) in (1..).zip(&names) {
        out.line(&format!("{column:>16}  {name}"));
    }
    let heads: Vec<String> = (1..=names.len()).map(|column| format!("{column:>16}")).collect();
    out.line(&heads.concat());
    for row in list(&comparison["rows"]) {
        let sums = list(&row["value_sat"]).iter().map(|sat| coins(sat.as_u64().unwrap_or(0)));
        let sums: Vec<String> = sums.map(|sum| format!("{sum:>16}")).collect();
        let end = out.message(&text(&row["end_message"]), &[]);
        let (address, holder) = (text(&row["address"]), holder(row));
        out.line(&format!("{}  {end}  {address}  {holder}", sums.concat()));
    }
}

/// Who is said to hold the address, or in brackets what else is said of it.
fn holder(row: &Value) -> String {
    match (&row["holder"], &row["label"]) {
        (Value::Null, Value::String(label)) => format!("[{}]", clean(label)),
        (holder, _) => text(holder),
    }
}

fn print_peel(out: &Out, chain: &Value) {
    for step in list(&chain["steps"]) {
        let coins_of = |output: &Value| coins(output["value_sat"].as_u64().unwrap_or(0));
        let reasons = reasons(out, &step["reasons"]);
        let peeled = &step["peeled"];
        let holder = list(&peeled["tags"]).first().map_or("-".to_owned(), |tag| text(&tag["label"]));
        out.line(&format!(
            "{:>7}  {}:{}  {:>14}  {}  {holder}",
            text(&step["height"]),
            text(&step["txid"]),
            text(&peeled["vout"]),
            coins_of(peeled),
            text(&peeled["address"]),
        ));
        let change = &step["change"];
        let (place, coins, address) = (text(&change["vout"]), coins_of(change), text(&change["address"]));
        out.say(
            "comity-peel-change",
            &[("place", &place), ("coins", &coins), ("address", &address), ("reasons", &reasons)],
        );
    }
    let undecided = &chain["undecided"];
    for (output, speaks) in list(&undecided["outputs"]).iter().zip(list(&undecided["reasons"])) {
        let speaks = reasons(out, speaks);
        let output = format!("{}:{}", text(&undecided["txid"]), text(&output["vout"]));
        out.say("comity-peel-undecided", &[("output", &output), ("reasons", &speaks)]);
    }
    let stop = out.message(&text(&chain["stop_message"]), &[]);
    let steps = list(&chain["steps"]).len().to_string();
    out.say("comity-peeled", &[("steps", &steps), ("stop", &stop)]);
}

/// The reasons in the words of the reader.
fn reasons(out: &Out, codes: &Value) -> String {
    let known = list(codes).iter().filter_map(|code| serde_json::from_value::<Reason>(code.clone()).ok());
    let words: Vec<String> = known.map(|reason| out.message(reason.message(), &[])).collect();
    if words.is_empty() { "-".to_owned() } else { words.join("; ") }
}

/// The items of an answer; none where it has no list.
pub(super) fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// A value of an answer for people; a hyphen where there is none.
pub(super) fn text(value: &Value) -> String {
    match value {
        Value::String(text) => clean(text),
        Value::Null => "-".to_owned(),
        other => other.to_string(),
    }
}
