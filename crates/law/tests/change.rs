//! What a newer pack changes is told row by row, and in the answers.

use std::collections::BTreeMap;

use comity_law::{AnswerChange, Changes, Confidence, FieldChange, Reason, RowChangeKind};
use comity_record::pack::Pack;

use crate::{DAY, files, pack_of};

/// What changes when texts of a file are replaced, each where it stands first behind a place.
fn changed(file: &str, behind: &str, replace: &[(&str, &str)]) -> Changes {
    let mut newer = files();
    let text = String::from_utf8(newer[file].clone()).unwrap();
    let (before, after) = text.split_at(text.find(behind).unwrap_or_else(|| panic!("no {behind:?}")));
    let after = replace.iter().fold(after.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from:?} is not in {file}");
        text.replacen(from, to, 1)
    });
    newer.insert(file.to_owned(), format!("{before}{after}").into_bytes());
    between(&pack_of(newer))
}

fn between(newer: &Pack) -> Changes {
    Changes::between(&pack_of(files()), newer, DAY.parse().unwrap()).unwrap()
}

fn answer<'a>(changes: &'a Changes, from: &str, to: &str, measure: &str) -> Option<&'a AnswerChange> {
    let asked = |change: &&AnswerChange| {
        change.from.to_string() == from && change.to.to_string() == to && change.measure == measure
    };
    changes.answers.iter().find(asked)
}

const KZ_CHISINAU: &str = "state = \"KZ\"\ninstrument = \"chisinau2002\"";

#[test]
fn the_same_facts_in_another_order_and_with_other_comments_change_nothing() {
    let mut newer = files();
    let text = String::from_utf8(newer["parties.toml"].clone()).unwrap();
    let (first, rest) = text.split_once("[[party]]").unwrap();
    let (row, rest) = rest.split_once("[[party]]").unwrap();
    let moved = format!("# A comment.\n{first}[[party]]{rest}\n\n[[party]]{row}");
    newer.insert("parties.toml".into(), moved.into_bytes());
    let newer = pack_of(newer);
    assert_ne!(newer.digest(), pack_of(files()).digest());
    assert!(between(&newer).is_empty());
}

/// Without Kazakhstan the Chisinau convention replaces the Minsk one no more, which then obliges again.
#[test]
fn a_party_that_leaves_is_told_with_every_answer_that_it_changes() {
    let changes = changed("parties.toml", KZ_CHISINAU, &[("status = \"party\"", "status = \"none\"")]);
    let [row] = changes.rows.as_slice() else { panic!("{:?}", changes.rows) };
    assert_eq!(row.at.to_string(), "parties.toml party KZ:chisinau2002");
    assert_eq!(row.change, RowChangeKind::Changed);
    let status = |text: &str| Some(text.to_owned());
    let field = FieldChange { field: "status".into(), before: status("party"), after: status("none") };
    assert_eq!(row.fields, [field]);

    let records = answer(&changes, "KZ", "UZ", "vasp-records").unwrap();
    assert_eq!((records.gained(), records.lost()), (vec!["minsk1993"], vec!["chisinau2002"]));
    let reason = |owed: &Option<comity_law::Owed>| owed.as_ref().unwrap().reason;
    assert_eq!(
        (reason(&records.before), reason(&records.after)),
        (Reason::InstrumentObliges, Reason::InstrumentObliges)
    );
    assert!(answer(&changes, "UZ", "KZ", "vasp-records").is_some(), "both ways");
    assert!(changes.answers.iter().all(|a| [a.from, a.to].iter().any(|s| s.to_string() == "KZ")));
    let together = changes.alike();
    let (_, measures) = together.iter().find(|(_, measures)| measures.contains(&"asset-tracing")).unwrap();
    assert!(measures.contains(&"vasp-records"), "what changes alike is told together: {measures:?}");
    let told: usize = together.iter().map(|(_, measures)| measures.len()).sum();
    assert_eq!(told, changes.answers.len(), "and nothing is left out");
    let order: Vec<_> = changes.answers.iter().map(|a| (a.from, a.to, a.measure.clone())).collect();
    assert!(order.is_sorted() && !order.is_empty());
}

#[test]
fn an_answer_that_is_less_sure_is_another_answer() {
    let less = [("articles_confidence = \"verified\"", "articles_confidence = \"unverified\"")];
    let changes = changed("instruments.toml", "id = \"bi_kz_kg_mla\"", &less);
    assert_eq!(changes.rows.len(), 1);
    let told = answer(&changes, "KG", "KZ", "asset-tracing").unwrap();
    assert!(told.gained().is_empty() && told.lost().is_empty());
    let sure = |owed: &Option<comity_law::Owed>| owed.as_ref().unwrap().by["bi_kz_kg_mla"];
    assert_eq!((sure(&told.before), sure(&told.after)), (Confidence::Verified, Confidence::Unverified));
    // Whether a party is bound, on the word of a row that nobody saw, is not known: nothing obliges by that.
    let unseen = [("confidence = \"verified\"", "confidence = \"unverified\"")];
    let changes = changed("parties.toml", "state = \"KZ\"\ninstrument = \"bi_kz_kg_mla\"", &unseen);
    let told = answer(&changes, "KG", "KZ", "asset-tracing").unwrap();
    assert_eq!(told.lost(), ["bi_kz_kg_mla"]);
    let [before, after] = [&told.before, &told.after].map(|owed| owed.as_ref().unwrap());
    assert_eq!(after.unchecked_beyond(before), ["bi_kz_kg_mla"]);
}

#[test]
fn rows_that_come_and_go_are_told_whole_and_so_is_the_day_of_the_pack() {
    let mut newer = files();
    let measures = String::from_utf8(newer["measures.toml"].clone()).unwrap();
    let (kept, last) = measures.rsplit_once("[[measure]]").unwrap();
    let renamed = last.replacen("id = \"", "id = \"renamed-", 1);
    newer.insert("measures.toml".into(), format!("{kept}[[measure]]{renamed}").into_bytes());
    let parties = String::from_utf8(newer["parties.toml"].clone()).unwrap();
    let compiled = parties.lines().find(|line| line.starts_with("compiled")).unwrap();
    let parties = parties.replacen(compiled, "compiled = \"2026-12-24\"", 1);
    newer.insert("parties.toml".into(), parties.into_bytes());
    let changes = between(&pack_of(newer));
    let by_row: BTreeMap<_, _> = changes.rows.iter().map(|row| (row.at.to_string(), row)).collect();
    let (_, added) = by_row.iter().find(|(at, _)| at.contains("renamed-")).unwrap();
    assert_eq!(added.change, RowChangeKind::Added);
    assert!(added.fields.iter().all(|field| field.before.is_none() && field.after.is_some()));
    let removed = changes.rows.iter().find(|row| row.change == RowChangeKind::Removed).unwrap();
    assert_eq!(removed.fields.len(), added.fields.len());
    assert_eq!(by_row["parties.toml meta parties"].fields[0].field, "compiled");
    assert_eq!(changes.rows.len(), 3);
    // Who asks for the one measure is not answered any more, and who asks for the other was not before.
    assert!(changes.answers.iter().any(|a| a.before.is_none() && a.measure.starts_with("renamed-")));
    assert!(changes.answers.iter().any(|a| a.after.is_none()));
}

#[test]
fn a_pack_that_is_not_sound_is_not_compared() {
    let mut broken = files();
    broken.remove("sources.toml");
    let day = DAY.parse().unwrap();
    assert!(Changes::between(&pack_of(files()), &pack_of(broken), day).is_err());
}
