//! Every code has its message, and every message is of a code.

use std::collections::BTreeSet;

use comity_chain::CODES;
use comity_chain::peel::{PeelStop, Reason};
use comity_chain::trace::{Direction, End, Method};

use crate::support::repository;

#[test]
fn every_code_and_end_has_a_message_and_every_error_says_what_to_do() {
    let text = std::fs::read_to_string(repository("packs/locales/en/chain.ftl")).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let mut keys = BTreeSet::new();
    for (number, line) in lines.iter().enumerate() {
        if let Some((key, _)) = line.split_once(" = ").filter(|(key, _)| key.starts_with("chain-")) {
            assert!(keys.insert(key), "{key} is there twice");
            assert!(lines[number - 1].starts_with("# "), "{key} has no comment for translators");
            if CODES.contains(&key) {
                assert!(lines[number + 1].starts_with("    .do = "), "{key} does not say what to do");
            }
        }
    }
    let ends = End::ALL.iter().map(|end| end.message());
    let methods = Method::ALL.iter().map(|method| method.message());
    let directions = [Direction::Forward, Direction::Backward].map(Direction::message);
    let peels = PeelStop::ALL.iter().map(|stop| stop.message());
    let reasons = Reason::ALL.iter().map(|reason| reason.message());
    let named = ends.chain(methods).chain(directions).chain(peels).chain(reasons);
    for code in CODES.iter().copied().chain(named) {
        assert!(keys.remove(code), "{code} has no message");
    }
    let others: Vec<_> = keys.into_iter().filter(|key| !key.starts_with("chain-note-")).collect();
    assert_eq!(others, [""; 0]);
}

#[test]
fn every_code_in_the_sources_is_listed() {
    let mut folders = vec![repository("crates/chain/src")];
    let mut found = BTreeSet::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let before_tests = text.split("#[cfg(test)]").next().unwrap();
            found.extend(before_tests.lines().filter_map(|line| {
                let code = line.split_once("=> \"chain-")?.1.split('"').next()?;
                Some(format!("chain-{code}"))
            }));
        }
    }
    let named = ["chain-end-", "chain-method-", "chain-direction-", "chain-peel-"];
    found.retain(|code| !named.iter().any(|prefix| code.starts_with(prefix)));
    assert!(found.len() > 40);
    for code in found {
        assert!(CODES.contains(&code.as_str()), "{code} is not in CODES");
    }
}
