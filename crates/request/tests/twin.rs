//! The machine-readable twin: deterministic, read back, and refused when anything was changed.

use comity_record::Coded as _;
use comity_request::{MAX_TWIN_BYTES, RequestTwin, RequestVersion};
use proptest::prelude::*;

use crate::{FORMS, preservation, records};

fn twin() -> RequestTwin {
    let (draft, basis) = records();
    let form = FORMS.form("vasp-records").unwrap();
    RequestTwin::of(RequestVersion::freeze(form, "EX-17/1", 1, None, draft, &basis)).unwrap()
}

#[test]
fn the_same_request_gives_the_same_bytes_and_reads_back() {
    let bytes = twin().to_bytes().unwrap();
    assert_eq!(bytes, twin().to_bytes().unwrap());
    assert_eq!(RequestTwin::from_bytes(&bytes).unwrap(), twin());
    assert!(String::from_utf8(bytes).unwrap().ends_with("}\n"));
}

#[test]
fn it_shows_sections_in_order_and_annexes_with_digests() {
    let twin = twin();
    let sections: Vec<_> = twin.request.sections.iter().map(|s| s.id.as_str()).collect();
    assert_eq!(sections, ["authorities", "matter", "help", "handling", "annexes"]);
    let annexes: Vec<_> = twin.annexes.iter().map(|a| a.number.as_str()).collect();
    assert_eq!(annexes, ["F-1", "X-1"]);
    assert_eq!(twin.request.basis[0].articles, ["4", "6"]);
    assert_eq!(twin.request.obligation.code(), "instrument-obliges");
}

#[test]
fn where_nothing_obliges_the_twin_says_so_and_names_the_ways() {
    let (draft, basis) = preservation();
    let form = FORMS.form("preservation").unwrap();
    let twin = RequestTwin::of(RequestVersion::freeze(form, "EX-18/1", 1, None, draft, &basis)).unwrap();
    assert_eq!(twin.request.obligation.code(), "no-instrument-obliges");
    assert!(twin.request.basis.is_empty());
    assert_eq!(twin.request.ways.len(), 1);
    assert!(twin.request.ways[0].name.contains("CARICC"));
}

#[test]
fn a_changed_twin_is_refused() {
    let text = String::from_utf8(twin().to_bytes().unwrap()).unwrap();
    let code = |text: &str| RequestTwin::from_bytes(text.as_bytes()).map(|_| ()).unwrap_err().code();
    let change = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        code(&text.replacen(from, to, 1))
    };
    assert_eq!(change("EX-17/1", "EX-17/2"), "request-twin-digest-differs");
    assert_eq!(change("coins were taken", "coins were given"), "request-twin-digest-differs");
    assert_eq!(change("\"exercise\": true", "\"exercise\": false"), "request-twin-digest-differs");
    assert_eq!(change("comity.request-twin", "comity.other-twin"), "request-twin-unknown");
    assert_eq!(change("\"schema_version\": 1", "\"schema_version\": 2"), "request-twin-unknown");
    assert_eq!(
        change("\"label\": \"request-field-period\"", "\"label\": \"request-field-damage\""),
        "request-twin-digest-differs"
    );
    let annexes = text
        .find(
            "
  \"annexes\"",
        )
        .unwrap();
    let other = format!("{}{}", &text[..annexes], text[annexes..].replacen("F-1", "F-2", 1));
    assert_eq!(code(&other), "request-twin-shows-other");
    // A value that is not shown, under a digest that fits it.
    let mut hidden = twin();
    hidden.request.sections.pop();
    let hidden = RequestTwin::of(hidden.request).unwrap().to_bytes().unwrap();
    assert_eq!(RequestTwin::from_bytes(&hidden).unwrap_err().code(), "request-twin-shows-other");
    assert_eq!(change("\"title\"", "\"tittle\""), "request-twin-malformed");
    assert_eq!(code(""), "request-twin-malformed");
    assert_eq!(code("{}"), "request-twin-malformed");
}

#[test]
fn size_is_bounded_at_the_limit_and_one_past_it() {
    let mut bytes = twin().to_bytes().unwrap();
    bytes.resize(MAX_TWIN_BYTES, b' ');
    assert!(RequestTwin::from_bytes(&bytes).is_ok());
    bytes.push(b' ');
    assert_eq!(RequestTwin::from_bytes(&bytes).unwrap_err().code(), "request-twin-too-large");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Whatever byte is changed, the twin is refused or still says the same.
    #[test]
    fn a_flipped_byte_never_changes_what_the_twin_says(at in any::<prop::sample::Index>(), bit in 0_u8..8) {
        let sound = twin();
        let mut bytes = sound.to_bytes().unwrap();
        let place = at.index(bytes.len());
        bytes[place] ^= 1 << bit;
        if let Ok(read) = RequestTwin::from_bytes(&bytes) {
            prop_assert_eq!(read, sound);
        }
    }
}
