//! Rows of an old register: what is taken, and what is wrong with the rest, each with its line.

use comity_record::Coded as _;
use comity_request::life::{Side, Stage};
use comity_request::{
    MAX_NOTES_BYTES, MAX_REGISTER_BYTES, MAX_REGISTER_ROWS, REGISTER_COLUMNS, RegisterFault, read_register,
};

const HEAD: &str = "direction,state,measure,register_number,day,stage";

fn faults(text: &str) -> Vec<RegisterFault> {
    read_register(text.as_bytes()).faults
}

fn line(rest: &str) -> String {
    format!("{HEAD}\n{rest}\n")
}

#[test]
fn a_register_is_read_as_spreadsheets_write_it() {
    let text = "\u{feff}stage;stage_day;direction;state;measure;register_number;day;their_reference;deadline;notes\r\n\
                acknowledged;2026-03-20;sent;KZ;stored-content;OUT-5;2026-03-01;KZ-77;2026-12-01;\"Счёт; \"\"А\"\"\"\r\n\
                original-received;;received;UZ;preservation;IN-9;2026-04-02;;;\r\n";
    let register = read_register(text.as_bytes());
    assert_eq!(register.faults, []);
    let [(2, first), (3, second)] = &register.rows[..] else { panic!("{:?}", register.rows) };
    assert_eq!((first.side, first.stage, first.state.as_str()), (Side::Sender, Stage::Acknowledged, "KZ"));
    assert_eq!(first.notes, "Счёт; \"А\"");
    assert_eq!(first.deadline, Some("2026-12-01".parse().unwrap()));
    assert_eq!((second.side, second.stage), (Side::Receiver, Stage::OriginalReceived));
    assert_eq!((second.stage_day, second.deadline, second.notes.as_str()), (None, None, ""));
    assert!(first.is_sound() && second.is_sound());
}

#[test]
fn every_fault_is_told_with_its_line() {
    let text = line(
        "sent,KZ,preservation,1,2026-03-01,acknowledged\n\
         lent,KZ,preservation,2,2026-03-01,acknowledged\n\
         sent,Kazakhstan,preservation,3,2026-03-01,acknowledged\n\
         sent,KZ,preservation,4,1 March,acknowledged\n\
         sent,KZ,preservation,5,2026-03-01,executed\n\
         received,KZ,preservation,6,2026-03-01,original-dispatched\n\
         sent,KZ,preservation,,2026-03-01,acknowledged\n\
         sent,KZ,preservation,1,2026-04-01,postponed\n\
         sent,KZ,preservation",
    );
    let register = read_register(text.as_bytes());
    assert_eq!(register.rows.len(), 1);
    let told: Vec<_> = register
        .faults
        .iter()
        .map(|fault| {
            let args = fault.args();
            let of = |name: &str| args.iter().find(|(n, _)| *n == name).map_or("", |(_, value)| value);
            format!("{} {} {}", fault.code(), of("line"), of("column")).trim_end().to_owned()
        })
        .collect();
    assert_eq!(
        told,
        [
            "request-register-value 3 direction",
            "request-register-value 4 state",
            "request-register-value 5 day",
            "request-register-value 6 stage",
            "request-register-value 7 stage",
            "request-register-empty 8 register_number",
            "request-register-twice 9",
            "request-register-line 10",
        ]
    );
    let RegisterFault::Value { expected, .. } = &register.faults[4] else { panic!() };
    assert!(expected.contains("assigned") && !expected.contains("executed,"), "{expected}");
}

#[test]
fn one_fault_of_a_row_was_told_at_a_time() {
    let text = format!(
        "{HEAD},stage_day,deadline\n\
         lent,Kazakhstan,,,1 March,done,soon,never\n\
         sent,KZ,preservation,1,2026-03-01,executed,2026-02-01,\n"
    );
    let register = read_register(text.as_bytes());
    let told: Vec<_> = register.faults.iter().map(|fault| (fault.line(), fault.args())).collect();
    let column = |args: &[(&str, String)]| args.iter().find(|(name, _)| *name == "column").unwrap().1.clone();
    let told: Vec<_> = told.iter().map(|(line, args)| format!("{line} {}", column(args))).collect();
    let of_first =
        ["direction", "state", "measure", "register_number", "day", "stage", "stage_day", "deadline"];
    let expected: Vec<_> = of_first.iter().map(|column| format!("2 {column}")).collect();
    assert_eq!(told, [&expected[..], &["3 stage".to_owned(), "3 stage_day".to_owned()]].concat());
    assert!(register.rows.is_empty());
    let [(2, first), (3, second)] = &register.legible[..] else { panic!("{:?}", register.legible) };
    assert_eq!((&first.measure, second.measure.as_deref()), (&None, Some("preservation")));
}

#[test]
fn lines_are_counted_as_an_editor_counts_them() {
    let row =
        |number: u8, notes: &str| format!("sent,KZ,preservation,{number},2026-03-01,acknowledged,{notes}");
    for end in ["\n", "\r\n", "\r"] {
        let note = format!("\"two{end}lines\"");
        let lines = [String::new(), format!("{HEAD},notes"), String::new(), row(1, &note), row(2, "")];
        let more = [String::new(), String::new(), row(1, "again"), "short".to_owned()];
        let register = read_register([&lines[..], &more].concat().join(end).as_bytes());
        let at: Vec<_> = register.rows.iter().map(|(line, _)| *line).collect();
        assert_eq!(at, [4, 6], "{end:?}");
        let short = "it has 1 cells, and there are 7 columns".to_owned();
        let faults =
            [RegisterFault::Twice { line: 9, first: 4 }, RegisterFault::Line { line: 10, cause: short }];
        assert_eq!(register.faults, faults, "{end:?}");
    }
}

#[test]
fn a_stage_does_not_begin_before_the_request() {
    let text = format!("{HEAD},stage_day\nsent,KZ,preservation,1,2026-03-01,acknowledged,2026-02-28\n");
    let [RegisterFault::Value { column: "stage_day", .. }] = &faults(&text)[..] else { panic!("{text}") };
}

#[test]
fn the_columns_are_those_that_are_known_and_each_once() {
    assert_eq!(faults(&line("")), [RegisterFault::NoRow]);
    assert_eq!(faults("").len(), 6, "none of the columns that must be there is");
    let told = faults(&format!("{HEAD},colour,day\n"));
    let unknown = |name: &str| RegisterFault::ColumnUnknown(name.into());
    assert_eq!(told, [unknown("colour"), unknown("day")]);
    assert_eq!(
        faults("direction,state,measure,register_number,day\n"),
        [RegisterFault::ColumnMissing("stage")]
    );
    assert_eq!(REGISTER_COLUMNS.len(), 10);
}

#[test]
fn the_limits_hold_at_the_limit_and_one_past_it() {
    let rows = |count: usize| {
        let row = |n: usize| format!("sent,KZ,preservation,{n},2026-03-01,acknowledged\n");
        HEAD.to_owned() + "\n" + &(0..count).map(row).collect::<String>()
    };
    let register = read_register(rows(MAX_REGISTER_ROWS).as_bytes());
    assert_eq!((register.rows.len(), register.faults.len()), (MAX_REGISTER_ROWS, 0));
    assert_eq!(faults(&rows(MAX_REGISTER_ROWS + 1)), [RegisterFault::TooManyRows]);

    let noted = |bytes: usize| {
        let notes = "n".repeat(bytes);
        format!("{HEAD},notes\nsent,KZ,preservation,1,2026-03-01,acknowledged,{notes}\n")
    };
    assert_eq!(faults(&noted(MAX_NOTES_BYTES)), []);
    let long = RegisterFault::TooLong { line: 2, column: "notes", most: MAX_NOTES_BYTES };
    assert_eq!(faults(&noted(MAX_NOTES_BYTES + 1)), [long]);

    let padded = |bytes: usize| {
        let mut text = rows(1).into_bytes();
        text.resize(bytes, b'\n');
        read_register(&text).faults
    };
    assert_eq!(padded(MAX_REGISTER_BYTES), []);
    assert_eq!(padded(MAX_REGISTER_BYTES + 1), [RegisterFault::TooLarge]);
}

#[test]
fn what_is_no_text_is_refused() {
    let mut bytes = line("sent,KZ,preservation,1,2026-03-01,acknowledged").into_bytes();
    bytes.extend(b"sent,KZ,preservation,\xFF,2026-03-01,acknowledged\n");
    let [RegisterFault::Line { line: 3, .. }] = &read_register(&bytes).faults[..] else { panic!() };
}
