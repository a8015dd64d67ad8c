//! The readers of forms, of twins that come from elsewhere, of the events of a request's life, of the values that people
//! write, and of the register that an office kept before.

use comity_record::{Sha256Digest, cbor};
use comity_request::life::{Event, Ground, Life, Side};
use comity_request::{Form, RegisterRow, RequestTwin, plain, read_form, read_register};

use crate::Target;

/// Every target of this crate.
pub fn targets() -> Vec<Target> {
    vec![
        Target { name: "request-form", seeds: forms, run: form },
        Target { name: "request-twin", seeds: twins, run: twin },
        Target { name: "request-events", seeds: events, run: event },
        Target { name: "request-values", seeds: values, run: value },
        Target { name: "request-register", seeds: registers, run: register },
    ]
}

fn forms() -> Vec<Vec<u8>> {
    vec![
        include_bytes!("../../../packs/forms/preservation.toml").to_vec(),
        include_bytes!("../../../packs/forms/vasp-records.toml").to_vec(),
    ]
}

/// A form that is taken names its fields once, and each stands in a section.
fn form(bytes: &[u8]) {
    if let Ok(form) = read_form("fuzzed.toml", bytes) {
        for (n, field) in form.fields.iter().enumerate() {
            assert!(form.fields[..n].iter().all(|other| other.id != field.id));
            assert!(form.sections.iter().any(|section| section.id == field.section));
        }
        assert!(!form.message_keys().is_empty());
    }
}

/// The smallest twin: a request with one value, which its one section shows.
const TWIN: &str = r#"{
  "schema": "comity.request-twin", "schema_version": 1,
  "digest": "0000000000000000000000000000000000000000000000000000000000000000",
  "request": {
    "schema": 1, "reference": "EX-1", "number": 1, "previous": null,
    "law_pack": "0000000000000000000000000000000000000000000000000000000000000000",
    "obligation": "no-instrument-obliges", "basis": [], "ways": [], "title": "t",
    "sections": [{"id": "s", "label": "l", "fields": [{"id": "f", "label": "l", "type": "text", "list": false}]}],
    "places": ["signature"],
    "draft": {
      "form": "f", "form_digest": "0000000000000000000000000000000000000000000000000000000000000000",
      "question": {"from": "KG", "to": "TJ", "on": "2026-11-23", "measure": "preservation", "offences": []},
      "cited": [], "language": "en", "translation": null, "exercise": true,
      "values": {"f": {"type": "text", "value": "words"}}
    }
  },
  "annexes": []
}"#;

pub(super) fn twins() -> Vec<Vec<u8>> {
    // Once as it is, refused for its digest; once with the digest that fits, so that mutation starts from both.
    let whole: serde_json::Value = serde_json::from_str(TWIN).expect("our own JSON");
    let request = serde_json::from_value(whole["request"].clone()).expect("our own request");
    let sound = RequestTwin::of(request).expect("a small request");
    vec![TWIN.as_bytes().to_vec(), sound.to_bytes().expect("a small twin")]
}

/// A twin that is taken is written back as what it says, and its digest is that of its request.
fn twin(bytes: &[u8]) {
    if let Ok(twin) = RequestTwin::from_bytes(bytes) {
        assert_eq!(twin.request.digest().expect("it was written down"), twin.digest);
        let again = twin.to_bytes().expect("it was small enough to be read");
        assert_eq!(RequestTwin::from_bytes(&again).expect("what we write we read"), twin);
    }
}

/// Events one after another, each with its length before it.
fn events() -> Vec<Vec<u8>> {
    let version = Sha256Digest::of(b"version");
    let day = comity_law::Day::constant(2026, 11, 23);
    let reason = Ground { ground: String::new(), provision: String::new(), text: "reason".to_owned() };
    let life = [
        Event::Drafted { version },
        Event::Reviewed { version },
        Event::Approved { version },
        Event::Issued { version, register_number: "1".to_owned(), day },
        Event::AdvanceCopySent { day, channel: "node".to_owned() },
        Event::TicketGiven { number: "T".to_owned(), day, keep_days: 60 },
        Event::Questioned { question: "Q".to_owned(), text: "Which?".to_owned(), day },
        Event::Answered { question: "Q".to_owned(), text: "This.".to_owned(), day },
        Event::Refused { day, reasons: vec![reason] },
    ];
    let framed = |events: &[Event]| {
        events
            .iter()
            .flat_map(|event| {
                let bytes = cbor::to_canonical(event).expect("a small event");
                let length = u8::try_from(bytes.len()).expect("a small event");
                std::iter::once(length).chain(bytes).collect::<Vec<_>>()
            })
            .collect()
    };
    vec![framed(&life), framed(&life[..1])]
}

/// A refused event leaves no trace.
fn event(bytes: &[u8]) {
    let mut lives = [Life::begin(Side::Sender), Life::begin(Side::Receiver)];
    let mut rest = bytes;
    while let Some((length, more)) = rest.split_first() {
        let (one, after) = more.split_at(usize::from(*length).min(more.len()));
        rest = after;
        let Ok(event) = Event::from_bytes(one) else { continue };
        for life in &mut lives {
            let before = life.clone();
            if life.apply(&event).is_err() {
                assert_eq!(*life, before);
            } else {
                assert_eq!(life.events, before.events + 1);
            }
        }
    }
}

fn form_of_values() -> Form {
    let text = include_bytes!("../../../packs/forms/preservation.toml");
    read_form("preservation.toml", text).expect("our own form")
}

fn values() -> Vec<Vec<u8>> {
    let toml = "renewal = \"new\"\nkeep_days = 60\nsecrecy = true\ndeadline = 2026-12-01\n\
                holder = \"body: Exchange\"\naccounts = [\"e-mail::a@example.org\"]\n\
                period = \"2026-09-01T00:00:00+05:00[Asia/Dushanbe]..2026-10-01T00:00:00+05:00[Asia/Dushanbe]\"\n\
                [[offences]]\ncategory = \"c\"\nprovision = \"p\"\nmax_penalty_years = 0.25\n";
    let json = r#"{"tickets": "T: 2026-12-01", "ways": [{"way": "police", "id": "caricc"}], "data": "Logs"}"#;
    vec![toml.as_bytes().to_vec(), json.as_bytes().to_vec(), b"signatory=A; B".to_vec()]
}

/// Every value that is read belongs to a field of the form; a short text is read for every field or refused.
fn value(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let form = form_of_values();
    if let Ok(values) = plain::read_values(&form, text) {
        assert!(values.keys().all(|id| form.field(id).is_some()));
    }
    for field in &form.fields {
        if let Ok(value) = plain::read_value(field, text) {
            assert_eq!(field.list, matches!(value, comity_request::Value::List(_)), "{}", field.id);
        }
    }
}

fn registers() -> Vec<Vec<u8>> {
    let head = "direction,state,measure,register_number,day,stage,stage_day,their_reference,deadline,notes\n";
    let row =
        "sent,KZ,stored-content,OUT-5,2026-03-01,acknowledged,2026-03-20,KZ-77,2026-12-01,\"a \"\"b\"\"\"\n";
    let other = "received,UZ,preservation,IN-9,2026-04-02,original-received,,,,\n";
    let comma = format!("{head}{row}{other}");
    let semicolon = format!("\u{feff}{}", comma.replace(',', ";"));
    vec![comma.into_bytes(), semicolon.into_bytes(), head.as_bytes().to_vec()]
}

/// What is taken of a register is sound and stands in it once; where nothing is taken, something is wrong.
fn register(bytes: &[u8]) {
    let register = read_register(bytes);
    assert!(!register.rows.is_empty() || !register.faults.is_empty());
    for (at, (line, row)) in register.rows.iter().enumerate() {
        assert!(row.is_sound() && *line > 1);
        let number = |row: &RegisterRow| (row.side, row.register_number.clone());
        assert!(register.rows[..at].iter().all(|(_, other)| number(other) != number(row)));
    }
}
