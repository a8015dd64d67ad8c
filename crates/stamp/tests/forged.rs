//! What was changed, or put together from parts, does not hold.

use comity_record::Sha256Digest;
use comity_stamp::{Fault, ReadError, Request, Undecided, Verdict, verify};
use proptest::prelude::*;

use crate::forge::{CONTENT_TYPE, FIRST, Forged, LATER, TST_INFO, said, sequence, set, tagged};
use crate::{asked, data, root};

fn verdict(forged: &Forged) -> Verdict {
    let request = Request::new(Sha256Digest::of(data!("data.txt")), [7; 8]).to_der();
    // As by a program that sends no nonce: version, imprint.
    let end = request.windows(2).rposition(|window| window == [2, 8]).unwrap();
    let bare = sequence(&[&request[2..end]]);
    verify(&forged.reply(), &Request::parse(&bare).unwrap(), &root())
}

fn fault(forged: &Forged) -> Fault {
    match verdict(forged) {
        Verdict::Fail(fault) => fault,
        other => panic!("{other:?}"),
    }
}

const MALFORMED: Fault = Fault::Read(ReadError::Malformed { part: "token" });

#[test]
fn a_time_stamp_by_ed25519_holds() {
    let Verdict::Pass(stamped) = verdict(&Forged::sound()) else { panic!("it is sound") };
    assert_eq!(stamped.authority, "Exercise ed25519");
    assert_eq!(stamped.time.to_string(), "2026-11-28T00:00:00Z");
}

#[test]
fn a_request_is_answered_by_whoever_is_asked() {
    let request = Request::new(Sha256Digest::of(b"other"), [0, 0xff, 0, 1, 2, 3, 4, 5]);
    for (by, authority, until) in [(FIRST, "Exercise ed25519", "2036"), (LATER, "Exercise later", "2040")] {
        let reply = by.answer(&request.to_der(), "20261128000000.25Z");
        let Verdict::Pass(stamped) = verify(&reply, &request, &root()) else { panic!("it is sound") };
        assert_eq!(stamped.authority, authority);
        assert!(stamped.until.to_string().starts_with(until));
    }
}

#[test]
fn attributes_that_do_not_bind_the_content_do_not_hold() {
    let wrong = |name| Fault::Attribute { name };
    let data = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01".to_vec();
    assert_eq!(fault(&Forged { content_type: data, ..Forged::sound() }), wrong("content-type"));
    let other = Forged { digest_of: b"other".to_vec(), ..Forged::sound() };
    assert_eq!(fault(&other), wrong("message-digest"));
    let other = Forged { names: b"other".to_vec(), ..Forged::sound() };
    assert_eq!(fault(&other), wrong("signing-certificate"));
    // Said twice, it is not known which one counts.
    let twice = sequence(&[CONTENT_TYPE, &set(&[TST_INFO])]);
    let twice = Forged { attributes: vec![twice], ..Forged::sound() };
    assert_eq!(fault(&twice), wrong("content-type"));
}

#[test]
fn one_authority_signs_and_no_two() {
    assert_eq!(fault(&Forged { signers: 0, ..Forged::sound() }), MALFORMED);
    assert_eq!(fault(&Forged { signers: 2, ..Forged::sound() }), MALFORMED);
}

#[test]
fn what_must_be_understood_and_is_not_leaves_it_open() {
    let extension = |critical: &[u8]| {
        let extension = sequence(&[b"\x06\x03\x2a\x03\x05", critical, &tagged(4, b"?")]);
        Forged::saying(said("20261128000000Z", &tagged(0xa1, &extension)))
    };
    assert!(matches!(verdict(&extension(&[])), Verdict::Pass(_)));
    let open = Verdict::Undecided(Undecided::Extension { id: "1.2.3.5".to_owned() });
    assert_eq!(verdict(&extension(&[1, 1, 0xff])), open);
}

#[test]
fn a_time_outside_of_the_certificate_does_not_hold() {
    for time in ["20251231235959Z", "20360101000001Z", "19500101000000Z"] {
        let forged = Forged::saying(said(time, &[]));
        assert!(matches!(fault(&forged), Fault::CertificateTime { .. }), "{time}");
    }
    for time in ["20260101000000Z", "20360101000000Z"] {
        let forged = Forged::saying(said(time, &[]));
        assert!(matches!(verdict(&forged), Verdict::Pass(_)), "{time}");
    }
}

#[test]
fn a_certificate_that_was_changed_does_not_hold() {
    let mut changed = FIRST.certificate();
    *changed.last_mut().unwrap() ^= 1;
    let forged = Forged { names: changed.clone(), certificates: vec![changed], ..Forged::sound() };
    assert!(matches!(fault(&forged), Fault::NoPath | Fault::Chain { .. }));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_changed_byte_gives_another_content_that_passes(at in 0..data!("under.tsr").len(), with in 1..=255_u8) {
        let sound = verify(data!("under.tsr"), &asked(), &root());
        prop_assert!(matches!(sound, Verdict::Pass(_)));
        let mut changed = data!("under.tsr").to_vec();
        changed[at] ^= with;
        // What is around the signed parts may change and say nothing.
        if let Verdict::Pass(stamped) = verify(&changed, &asked(), &root()) {
            prop_assert_eq!(Verdict::Pass(stamped), sound);
        }
    }

    #[test]
    fn no_end_that_is_cut_off_passes(length in 0..data!("p256.tsr").len()) {
        let verdict = verify(&data!("p256.tsr")[..length], &asked(), &root());
        prop_assert!(matches!(verdict, Verdict::Fail(Fault::Read(_))));
    }
}
