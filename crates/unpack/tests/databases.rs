//! Databases: the values of their rows, also in pieces, and what the search of the raw bytes still finds.

use std::ops::Range;

use comity_unpack::{Fault, Ranges};
use proptest::prelude::*;

use crate::images::{SQLITE_PAGES, ext, pst, sqlite, sqlite_wal};
use crate::kept::{All, gzip, opened, read};

fn text() -> Vec<u8> {
    let mut text = vec![b'.'; 1200];
    text[380..1150].copy_from_slice(&b"pieces ".repeat(110));
    text
}

/// The lines of the rows, with the names that these have.
fn rows(all: &All) -> Vec<(String, Vec<Vec<u8>>)> {
    let is_rows = |layer: &&crate::kept::Kept| layer.steps.last().is_some_and(|step| step.name == "sqlite");
    let lines = |bytes: &[u8]| bytes.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    let name = |layer: &crate::kept::Kept| layer.steps.last().unwrap().file.clone().unwrap();
    all.layers.iter().filter(is_rows).map(|layer| (name(layer), lines(&layer.bytes))).collect()
}

fn expected() -> Vec<(String, Vec<Vec<u8>>)> {
    let lines = [&b"first"[..], b"Anna", b"second", &text(), b""];
    vec![("notes/7-9".into(), lines.map(<[u8]>::to_vec).to_vec())]
}

#[test]
fn values_are_shown_whole_wherever_a_database_stands() {
    let database = sqlite(&text());
    let all = opened(&database);
    assert_eq!((all.faults.len(), rows(&all)), (0, expected()));
    assert_eq!(all.layers[1].steps[0].offset, 512);
    let mut uncounted = database.clone();
    uncounted[28..32].fill(0);
    for around in
        [gzip(&uncounted), gzip(&database), [vec![0; 1000], database.clone()].concat(), ext(&database, true)]
    {
        assert_eq!(rows(&opened(&around)), expected());
    }
}

#[test]
fn where_values_lie_is_told_and_what_lies_in_them_is_opened_once() {
    let mut text = gzip(b"the packed word of the row, for all to read");
    text.resize(1200, b'.');
    let database = sqlite(&text);
    let all = opened(&database);
    let ways = all.with("packed word");
    assert_eq!(ways, ["512-sqlite(notes/7-9)-18-gzip"]);
    let told: Ranges = all.layers[0].inside.clone().into_iter().collect();
    let page = |number: usize, range: Range<u64>| -> Range<u64> {
        let start = (number as u64 - 1) * 512;
        start + range.start..start + range.end
    };
    assert!(told.has(&page(SQLITE_PAGES[0], 4..512)) && !told.has(&page(SQLITE_PAGES[0], 3..512)));
    assert!(!told.has(&page(5, 0..4)));
}

#[test]
fn what_was_deleted_is_still_opened() {
    let mut database = sqlite(&text());
    let lost = gzip(b"what was deleted is here, for all to read");
    database[4 * 512 + 20..4 * 512 + 20 + lost.len()].copy_from_slice(&lost);
    assert_eq!(opened(&database).with("what was deleted"), [format!("{}-gzip", 4 * 512 + 20)]);
}

#[test]
fn damage_is_told_with_its_table_and_the_other_rows_are_read() {
    let cause = |fault: &Fault| match fault {
        Fault::Damaged { cause } => cause.clone(),
        other => other.to_string(),
    };
    // The chain of the long value leads back to itself, and goes on at a page that is none.
    let mut back = sqlite(&text());
    back[(SQLITE_PAGES[0] - 1) * 512 + 3] = 4;
    assert_eq!(rows(&opened(&back))[0].1[3].len(), 1200);
    let mut nowhere = sqlite(&text());
    nowhere[(SQLITE_PAGES[0] - 1) * 512 + 3] = 9;
    let all = opened(&nowhere);
    assert_eq!(rows(&all), [("notes/7".to_owned(), vec![b"first".to_vec(), b"Anna".to_vec(), Vec::new()])]);
    assert_eq!(all.faults[0].0[0].file.as_deref(), Some("notes"));
    assert_eq!(cause(&all.faults[0].1), "a row goes on at page 9, which is none");
    // The table is a tree that leads back to itself.
    let mut tree = sqlite(&text());
    tree[512] = 5;
    tree[520..524].copy_from_slice(&[0, 0, 0, 2]);
    tree[515..517].fill(0);
    let all = opened(&tree);
    assert_eq!((rows(&all).len(), cause(&all.faults[0].1)), (0, "page 2 is in a tree twice".to_owned()));
    let mut kind = sqlite(&text());
    kind[512] = 7;
    assert_eq!(cause(&opened(&kind).faults[0].1), "page 2 is of no kind");
}

#[test]
fn what_begins_so_and_is_no_database_is_left_alone() {
    for (at, byte) in [(16, 0), (16, 3), (17, 1), (20, 255), (21, 1)] {
        let mut other = sqlite(&text());
        other[at] = byte;
        let all = opened(&other);
        assert_eq!((rows(&all).len(), all.faults.len()), (0, 0), "{at}");
    }
}

#[test]
fn a_real_database_inside_a_value_of_another_is_opened() {
    let name = "a_real_database_inside_a_value_of_another_is_opened";
    let Some(database) = read(name, "images/blob.db") else { return };
    let all = opened(&database);
    assert_eq!(all.faults, []);
    let rows = rows(&all);
    let names: Vec<_> = rows.iter().map(|(name, _)| name.as_str()).collect();
    // What `sqlite3` lists of both, without what is empty or holds numbers only.
    for table in ["myblobs/1-4", "android_metadata/1", "sms/1-9", "canonical_addresses/1", "threads/1"] {
        assert!(names.contains(&table), "{table} {names:?}");
    }
    let sms = rows.iter().find(|(name, _)| name == "sms/1-9").unwrap();
    assert_eq!(sms.1[1], b"Yo Fred this is my new number.");
    let ways = all.with("Yo Fred this is my new number.");
    assert!(
        ways.iter().any(|way| way.contains("-sqlite(myblobs/1-4)-") && way.ends_with("-sqlite(sms/1-9)"))
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn damage_anywhere_ends_and_loses_no_byte(
        which in 0_usize..3,
        damage in proptest::collection::vec((16_usize..2560, any::<u8>()), 1..12),
        end in 100_usize..4096,
    ) {
        let database = sqlite(&text());
        let log = sqlite_wal(&[(&database, &[1, 2, 3]), (&database, &[2, 4])]);
        let mut database = [database, log, pst(&text(), 0, |byte| byte)][which].clone();
        for (at, byte) in damage {
            database[at] = byte;
        }
        database.truncate(end);
        // That all bytes of the input are shown is looked at by what opens it.
        let all = opened(&database);
        let bytes: usize = all.layers[1..].iter().map(|layer| layer.bytes.len()).sum();
        prop_assert!(bytes <= 1 << 20);
    }
}

/// The lines of the rows of a log, with the names of its frames.
fn log_rows(all: &All) -> Vec<(String, Vec<Vec<u8>>)> {
    let is_rows =
        |layer: &&crate::kept::Kept| layer.steps.last().is_some_and(|step| step.name == "sqlite-wal");
    let lines = |bytes: &[u8]| bytes.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    let name = |layer: &crate::kept::Kept| layer.steps.last().unwrap().file.clone().unwrap();
    all.layers.iter().filter(is_rows).map(|layer| (name(layer), lines(&layer.bytes))).collect()
}

fn line_of(rows: &[(String, Vec<Vec<u8>>)], name: &str) -> Vec<u8> {
    rows.iter().find(|(other, _)| other == name).map(|(_, lines)| lines[3].clone()).unwrap_or_default()
}

#[test]
fn the_log_of_a_database_is_read_alone_with_what_was_superseded_in_it() {
    let (before, after) = (sqlite(b"deleted since"), sqlite(&text()));
    let [long, more] = SQLITE_PAGES;
    let log = sqlite_wal(&[(&before, &[1, 2]), (&after, &[2, long, more])]);
    for around in [log.clone(), gzip(&log), [vec![0; 1000], log.clone()].concat()] {
        let all = opened(&around);
        let rows = log_rows(&all);
        let names: Vec<_> = rows.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            names,
            [
                "frame-1/page-1/1",
                "frame-2-superseded/page-2/7-9",
                "frame-3/page-2/7-9",
                "frame-6-superseded/page-2/7-9"
            ]
        );
        assert_eq!(line_of(&rows, "frame-2-superseded/page-2/7-9"), b"deleted since");
        assert_eq!(line_of(&rows, "frame-3/page-2/7-9"), text());
        assert_eq!(line_of(&rows, "frame-6-superseded/page-2/7-9"), b"deleted since");
        assert!(all.faults.is_empty(), "{:?}", all.faults);
    }
}

#[test]
fn a_row_that_goes_on_outside_the_log_is_read_as_far_as_it_is_there() {
    let log = sqlite_wal(&[(&sqlite(&text()), &[2])]);
    let rows = log_rows(&opened(&log));
    let line = line_of(&rows, "frame-1/page-2/7-9");
    assert!(!line.is_empty() && text().starts_with(&line), "{}", line.len());
}

#[test]
fn a_change_that_was_not_ended_is_superseded() {
    let mut log = sqlite_wal(&[(&sqlite(b"one"), &[1, 2])]);
    // The frame that ends the change is wrong.
    log[32 + 2 * 24 + 512 + 500] ^= 1;
    let names: Vec<_> = log_rows(&opened(&log)).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names.len(), 3);
    assert!(names.iter().all(|name| name.contains("-superseded/")), "{names:?}");
}
