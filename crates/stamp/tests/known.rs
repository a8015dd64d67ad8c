//! What OpenSSL made is read as OpenSSL reads it.

use comity_record::Sha256Digest;
use comity_stamp::{
    Anchors, Fault, Link, ReadError, Request, Stamped, Undecided, Verdict, verify, verify_series,
};

use crate::{asked, data, root};

fn stamped(reply: &[u8]) -> Stamped {
    match verify(reply, &asked(), &root()) {
        Verdict::Pass(stamped) => stamped,
        other => panic!("{other:?}"),
    }
}

fn fault(reply: &[u8]) -> Fault {
    match verify(reply, &asked(), &root()) {
        Verdict::Fail(fault) => fault,
        other => panic!("{other:?}"),
    }
}

#[test]
fn time_stamps_by_each_algorithm_hold() {
    for (reply, authority) in [
        (data!("rsa.tsr"), "Exercise rsa"),
        (data!("sha512.tsr"), "Exercise rsa"),
        (data!("first-version.tsr"), "Exercise rsa"),
        (data!("pss.tsr"), "Exercise rsa"),
        (data!("p256.tsr"), "Exercise p256"),
        (data!("p384.tsr"), "Exercise p384"),
        (data!("under.tsr"), "Exercise under"),
    ] {
        let stamped = stamped(reply);
        assert_eq!(stamped.authority, authority);
        assert_eq!(&*stamped.policy, "1.3.6.1.4.1.32473.1");
        assert_eq!(stamped.until.to_string(), "2036-01-01T00:00:00Z");
        let made = "2026-11-28T00:00:00Z".parse().unwrap()..="2026-11-29T00:00:00Z".parse().unwrap();
        assert!(made.contains(&stamped.time), "{authority}: {}", stamped.time);
    }
}

#[test]
fn a_time_stamp_holds_for_what_it_was_asked_for_alone() {
    let digest = Sha256Digest::of(data!("data.txt"));
    let other_nonce = Request::new(digest, [7; 8]);
    assert_eq!(verify(data!("rsa.tsr"), &other_nonce, &root()), Verdict::Fail(Fault::OtherNonce));
    let other_data = Request::new(Sha256Digest::of(b"other"), [7; 8]);
    assert_eq!(verify(data!("rsa.tsr"), &other_data, &root()), Verdict::Fail(Fault::OtherImprint));
    // It answers a request that has none as well as one that has the same.
    let answered = Request::parse(data!("request.tsq")).unwrap();
    assert!(matches!(verify(data!("rsa.tsr"), &answered, &root()), Verdict::Pass(_)));
}

#[test]
fn a_refusal_is_told_with_its_reason() {
    assert_eq!(fault(data!("refused.tsr")), Fault::NotGranted { status: 2, failure: "badAlg" });
}

#[test]
fn certificates_that_are_not_for_time_stamps_alone_make_none() {
    for reply in [data!("mail.tsr"), data!("two.tsr"), data!("uncritical.tsr")] {
        assert_eq!(fault(reply), Fault::CertificateUse);
    }
    let Fault::CertificateTime { time } = fault(data!("ended.tsr")) else { panic!("it had ended") };
    assert!(time > "2021-01-01T00:00:00Z".parse().unwrap());
    assert_eq!(fault(data!("no-certificate-named.tsr")), Fault::Attribute { name: "signing-certificate" });
}

#[test]
fn without_an_anchor_nothing_is_decided() {
    let none = Anchors::default();
    assert_eq!(verify(data!("rsa.tsr"), &asked(), &none), Verdict::Undecided(Undecided::NoAnchor));
    // What fails fails without one, too.
    assert_eq!(verify(data!("two.tsr"), &asked(), &none), Verdict::Fail(Fault::CertificateUse));
    let other = Anchors::from_pem(data!("other.pem")).unwrap();
    assert_eq!(verify(data!("rsa.tsr"), &asked(), &other), Verdict::Fail(Fault::NoPath));
}

#[test]
fn without_the_certificate_of_the_signer_nothing_is_decided() {
    let bare = Request::parse(data!("bare.tsq")).unwrap();
    assert_eq!(verify(data!("bare.tsr"), &bare, &root()), Verdict::Undecided(Undecided::NoCertificate));
}

#[test]
fn what_is_signed_by_an_algorithm_that_is_not_known_is_not_decided() {
    for (reply, algorithm) in
        [(data!("sha1.tsr"), "1.3.14.3.2.26"), (data!("pss-salt.tsr"), "1.2.840.113549.1.1.10")]
    {
        let undecided = Verdict::Undecided(Undecided::Algorithm { id: algorithm.to_owned() });
        assert_eq!(verify(reply, &asked(), &root()), undecided);
    }
}

#[test]
fn a_series_says_when_the_data_was_there_first() {
    let digest = Sha256Digest::of(data!("data.txt"));
    let first = Link { request: data!("request.tsq"), reply: data!("rsa.tsr") };
    let second = Link { request: data!("renewal.tsq"), reply: data!("renewal.tsr") };
    let series = verify_series(digest, &[first, second], &root()).unwrap();
    assert_eq!(series.first, stamped(data!("rsa.tsr")));
    assert_eq!(series.last.authority, "Exercise p256");
    // A renewal of another one, of none, and an end without a beginning.
    let fails = |links: &[Link<'_>], place: usize, expected: Fault| {
        assert_eq!(verify_series(digest, links, &root()), Err((place, Verdict::Fail(expected))));
    };
    let other = Link { request: data!("request.tsq"), reply: data!("p256.tsr") };
    fails(&[other, second], 1, Fault::OtherImprint);
    fails(&[second], 0, Fault::OtherImprint);
    fails(&[], 0, Fault::Read(ReadError::Malformed { part: "series" }));
}
