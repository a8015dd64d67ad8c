//! Lists of revoked certificates that OpenSSL made (`data/make-lists.sh`): of a chain of two below an anchor. The time-stamp is of
//! 28 November 2026, and most lists were made on 1 January 2027.

use comity_stamp::{
    Anchors, Fault, MAX_LIST_BYTES, MAX_LISTS, ReadError, Request, RevocationLists, Undecided, Verdict,
    verify,
};

macro_rules! list {
    ($name:literal) => {
        include_bytes!(concat!("data/lists/", $name))
    };
}

fn lists(files: &[&[u8]]) -> RevocationLists {
    let mut lists = RevocationLists::default();
    for file in files {
        lists.add(file).unwrap();
    }
    lists
}

fn judged(files: &[&[u8]]) -> Verdict {
    let anchors = Anchors::from_pem(list!("root.pem")).unwrap().asking(lists(files));
    verify(list!("stamp.tsr"), &Request::parse(list!("stamp.tsq")).unwrap(), &anchors)
}

fn revoked(files: &[&[u8]]) -> String {
    match judged(files) {
        Verdict::Fail(Fault::Revoked { at }) => at.to_string(),
        other => panic!("{other:?}"),
    }
}

fn missing(files: &[&[u8]]) -> String {
    match judged(files) {
        Verdict::Undecided(Undecided::NoRevocationList { authority }) => authority,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_chain_passes_where_each_authority_says_that_nothing_was_revoked() {
    for none in [&list!("none.crl")[..], list!("none.der"), list!("in-force.crl")] {
        let Verdict::Pass(stamped) = judged(&[list!("root.crl"), none]) else { panic!("it holds") };
        assert!(stamped.revocation_asked);
    }
    // Several lists stand in one file, and one that says nothing does no harm.
    let both = [&list!("root.crl")[..], list!("none.crl")].concat();
    assert!(matches!(judged(&[&both, list!("ended.crl")]), Verdict::Pass(_)));
    // Who does not ask is not told that anybody did.
    let anchors = Anchors::from_pem(list!("root.pem")).unwrap();
    let request = Request::parse(list!("stamp.tsq")).unwrap();
    let Verdict::Pass(stamped) = verify(list!("stamp.tsr"), &request, &anchors) else { panic!("it holds") };
    assert!(!stamped.revocation_asked);
}

#[test]
fn without_a_list_that_tells_nothing_is_decided() {
    assert_eq!(missing(&[]), "Exercise middle");
    assert_eq!(missing(&[list!("root.crl")]), "Exercise middle");
    assert_eq!(missing(&[list!("none.crl")]), "Exercise root");
    // One that ended before the time-stamp; one of when the certificate had ended and stood on no list any more; one that only
    // adds to another; and one that somebody else signed under the name of the authority.
    for other in [&list!("ended.crl")[..], list!("late.crl"), list!("delta.crl"), list!("forged.crl")] {
        assert_eq!(missing(&[list!("root.crl"), other]), "Exercise middle");
    }
    // A fault is told before what is not known.
    assert_eq!(revoked(&[list!("middle-revoked.crl"), list!("ended.crl")]), "2026-06-01T00:00:00Z");
}

#[test]
fn what_was_revoked_before_does_not_hold_nor_what_was_signed_by_a_key_in_other_hands() {
    let root = list!("root.crl");
    assert_eq!(revoked(&[root, list!("before.crl")]), "2026-06-01T00:00:00Z");
    assert_eq!(revoked(&[list!("middle-revoked.crl"), list!("none.crl")]), "2026-06-01T00:00:00Z");
    // Superseded later: what was stamped before stays (RFC 3161, 4). With another reason or none, nothing stays.
    assert!(matches!(judged(&[root, list!("after.crl")]), Verdict::Pass(_)));
    assert_eq!(revoked(&[root, list!("taken.crl")]), "2026-12-31T00:00:00Z");
    assert_eq!(revoked(&[root, list!("silent.crl")]), "2026-12-31T00:00:00Z");
    // A list that does not know it yet takes nothing back from one that does.
    assert_eq!(revoked(&[root, list!("in-force.crl"), list!("taken.crl")]), "2026-12-31T00:00:00Z");
}

#[test]
fn files_of_lists_are_read_within_limits() {
    let add = |file: &[u8]| RevocationLists::default().add(file);
    let malformed = Err(ReadError::Malformed { part: "revocation list" });
    for nothing in [&b""[..], b"0", b"no list", list!("root.pem"), list!("stamp.tsr")] {
        assert_eq!(add(nothing), malformed, "{}", nothing.len());
    }
    let der = list!("none.der");
    for cut in 0..der.len() {
        assert_eq!(add(&der[..cut]), malformed, "{cut}");
    }
    let mut long = vec![b' '; MAX_LIST_BYTES];
    assert_eq!(add(&long), malformed);
    long.push(b' ');
    let too_large = ReadError::TooLarge { part: "revocation list", limit: MAX_LIST_BYTES };
    assert_eq!(add(&long), Err(too_large));
    let many = |count: usize| add(&list!("none.crl").repeat(count));
    assert_eq!(many(MAX_LISTS), Ok(()));
    let too_many = ReadError::TooMany { part: "revocation list", limit: MAX_LISTS };
    assert_eq!(many(MAX_LISTS + 1), Err(too_many));
}

#[test]
fn no_changed_byte_of_a_list_lets_it_tell_of_a_certificate() {
    let good = lists(&[list!("none.der")]);
    for at in 0..list!("none.der").len() {
        let mut changed = list!("none.der").to_vec();
        changed[at] ^= 1;
        let mut lists = RevocationLists::default();
        if lists.add(&changed).is_err() {
            continue;
        }
        assert_ne!(lists, good);
        assert!(!matches!(judged(&[list!("root.crl"), &changed]), Verdict::Pass(_)), "{at}");
    }
}
