//! Each limit holds at its value and one past it.

use comity_record::Sha256Digest;
use comity_stamp::{
    Anchors, Fault, Link, MAX_ANCHORS, MAX_ATTRIBUTES, MAX_CERTIFICATE_BYTES, MAX_CERTIFICATES,
    MAX_EXTENSIONS, MAX_PEM_BYTES, MAX_REPLY_BYTES, MAX_SERIES, MAX_STATUS_TEXTS, ReadError, Request,
    Verdict, verify, verify_series,
};

use crate::forge::{FIRST, Forged, said, sequence, set, tagged};
use crate::{asked, data, root};

/// Whether it is refused for having too many of something, and of what.
fn too_many(reply: &[u8]) -> Option<&'static str> {
    let request = Request::new(Sha256Digest::of(data!("data.txt")), [7; 8]);
    match verify(reply, &request, &root()) {
        Verdict::Fail(Fault::Read(ReadError::TooMany { part, .. })) => Some(part),
        // All that is asked before the nonce held.
        Verdict::Fail(Fault::OtherNonce) => None,
        other => panic!("{other:?}"),
    }
}

#[test]
fn replies_are_read_up_to_a_length() {
    let fault = |length: usize| verify(&vec![0; length], &asked(), &root());
    let malformed = Verdict::Fail(Fault::Read(ReadError::Malformed { part: "reply" }));
    let too_large = Fault::Read(ReadError::TooLarge { part: "reply", limit: MAX_REPLY_BYTES });
    assert_eq!(fault(MAX_REPLY_BYTES), malformed);
    assert_eq!(fault(MAX_REPLY_BYTES + 1), Verdict::Fail(too_large));
}

#[test]
fn certificates_are_counted() {
    let with = |count| Forged { certificates: vec![FIRST.certificate(); count], ..Forged::sound() }.reply();
    assert_eq!(too_many(&with(MAX_CERTIFICATES)), None);
    assert_eq!(too_many(&with(MAX_CERTIFICATES + 1)), Some("certificate"));
}

#[test]
fn attributes_are_counted() {
    let more = |number: usize| {
        let id = [b"\x06\x03\x2a\x05".as_slice(), &[u8::try_from(number).unwrap()]].concat();
        sequence(&[&id, &set(&[&[5, 0]])])
    };
    // Three are there.
    let with =
        |count: usize| Forged { attributes: (3..count).map(more).collect(), ..Forged::sound() }.reply();
    assert_eq!(too_many(&with(MAX_ATTRIBUTES)), None);
    assert_eq!(too_many(&with(MAX_ATTRIBUTES + 1)), Some("attribute"));
}

#[test]
fn extensions_are_counted() {
    let extension = sequence(&[b"\x06\x03\x2a\x03\x05", &tagged(4, b"?")]);
    let with = |count: usize| {
        Forged::saying(said("20261128000000Z", &tagged(0xa1, &extension.repeat(count)))).reply()
    };
    assert_eq!(too_many(&with(MAX_EXTENSIONS)), None);
    assert_eq!(too_many(&with(MAX_EXTENSIONS + 1)), Some("extension"));
}

#[test]
fn texts_of_a_status_are_counted() {
    let with = |count| Forged { texts: count, ..Forged::sound() }.reply();
    assert_eq!(too_many(&with(MAX_STATUS_TEXTS)), None);
    assert_eq!(too_many(&with(MAX_STATUS_TEXTS + 1)), Some("status text"));
}

#[test]
fn anchors_are_counted_and_measured() {
    let root = root().certificates()[0].clone();
    let held = Anchors::from_der(vec![root.clone(); MAX_ANCHORS]).unwrap();
    assert_eq!(held.certificates().len(), MAX_ANCHORS);
    let many = ReadError::TooMany { part: "anchor", limit: MAX_ANCHORS };
    assert_eq!(Anchors::from_der(vec![root; MAX_ANCHORS + 1]), Err(many));
    assert_eq!(Anchors::from_pem(&data!("root.pem").repeat(MAX_ANCHORS + 1)), Err(many));
    let large = |length| Anchors::from_der(vec![vec![0; length]]);
    assert_eq!(large(MAX_CERTIFICATE_BYTES), Err(ReadError::Malformed { part: "certificate" }));
    let limit = MAX_CERTIFICATE_BYTES;
    assert_eq!(large(limit + 1), Err(ReadError::TooLarge { part: "certificate", limit }));
    let text = |length: usize| {
        let mut text = data!("root.pem").to_vec();
        text.resize(length, b'\n');
        Anchors::from_pem(&text)
    };
    assert!(text(MAX_PEM_BYTES).is_ok());
    let limit = MAX_PEM_BYTES;
    assert_eq!(text(limit + 1), Err(ReadError::TooLarge { part: "file of anchors", limit }));
    assert_eq!(Anchors::from_pem(b"nothing"), Err(ReadError::Anchor));
}

#[test]
fn a_series_is_read_up_to_a_length() {
    let link = Link { request: data!("request.tsq"), reply: data!("rsa.tsr") };
    let place = |count| {
        let verdict = verify_series(Sha256Digest::of(data!("data.txt")), &vec![link; count], &root());
        verdict.unwrap_err().0
    };
    // The second is over the same data, and not over the first.
    assert_eq!(place(MAX_SERIES), 1);
    assert_eq!(place(MAX_SERIES + 1), MAX_SERIES);
}
