//! What time-stamp servers send, the requests of other programs, and files that say who is trusted.

use comity_stamp::{Anchors, Fault, Request, RevocationLists, Verdict, verify};

use crate::Target;

const REQUEST: &[u8] = include_bytes!("../../../crates/stamp/tests/data/request.tsq");
const ROOT: &[u8] = include_bytes!("../../../crates/stamp/tests/data/root.pem");
const RSA: &[u8] = include_bytes!("../../../crates/stamp/tests/data/rsa.tsr");
const UNDER: &[u8] = include_bytes!("../../../crates/stamp/tests/data/under.tsr");
const PSS: &[u8] = include_bytes!("../../../crates/stamp/tests/data/pss.tsr");
const LISTED: &[u8] = include_bytes!("../../../crates/stamp/tests/data/lists/stamp.tsr");
const LISTED_REQUEST: &[u8] = include_bytes!("../../../crates/stamp/tests/data/lists/stamp.tsq");
const LISTED_ROOT: &[u8] = include_bytes!("../../../crates/stamp/tests/data/lists/root.pem");
const ABOVE: &[u8] = include_bytes!("../../../crates/stamp/tests/data/lists/root.crl");
const REVOKED: &[u8] = include_bytes!("../../../crates/stamp/tests/data/lists/before.crl");
const LIST: &[u8] = include_bytes!("../../../crates/stamp/tests/data/lists/none.der");
const AFTER: &[u8] = include_bytes!("../../../crates/stamp/tests/data/lists/after.crl");
const DELTA: &[u8] = include_bytes!("../../../crates/stamp/tests/data/lists/delta.crl");
const REFUSED: &[u8] = include_bytes!("../../../crates/stamp/tests/data/refused.tsr");

/// Every target of this crate.
pub fn targets() -> Vec<Target> {
    vec![
        Target { name: "stamp-reply", seeds: replies, run: reply },
        Target { name: "stamp-request", seeds: || vec![REQUEST.to_vec()], run: request },
        Target { name: "stamp-lists", seeds: lists_of_openssl, run: lists },
        Target { name: "stamp-anchors", seeds: || vec![ROOT.to_vec()], run: anchors },
    ]
}

fn replies() -> Vec<Vec<u8>> {
    [RSA, UNDER, PSS, REFUSED].map(<[u8]>::to_vec).to_vec()
}

/// Whatever passes says what one of the seeds says: nobody has the keys.
fn reply(bytes: &[u8]) {
    let asked = Request::parse(REQUEST).expect("a sound request");
    let trusted = Anchors::from_pem(ROOT).expect("a sound certificate");
    let verdict = verify(bytes, &asked, &trusted);
    if let Verdict::Pass(_) = verdict {
        assert!(replies().iter().any(|seed| verify(seed, &asked, &trusted) == verdict));
    }
}

fn request(bytes: &[u8]) {
    if let Ok(request) = Request::parse(bytes) {
        // What is left out of what others may ask is left out again.
        assert_eq!(Request::parse(&request.to_der()), Ok(request));
    }
}

fn lists_of_openssl() -> Vec<Vec<u8>> {
    [LIST, AFTER, DELTA].map(<[u8]>::to_vec).to_vec()
}

/// Whatever bytes are added, a list that says that the certificate was revoked stays heard.
fn lists(bytes: &[u8]) {
    let mut lists = RevocationLists::default();
    for sound in [ABOVE, REVOKED] {
        lists.add(sound).expect("a sound list");
    }
    if lists.add(bytes).is_ok() {
        let trusted = Anchors::from_pem(LISTED_ROOT).expect("a sound certificate").asking(lists);
        let asked = Request::parse(LISTED_REQUEST).expect("a sound request");
        assert!(matches!(verify(LISTED, &asked, &trusted), Verdict::Fail(Fault::Revoked { .. })));
    }
}

fn anchors(bytes: &[u8]) {
    if let Ok(anchors) = Anchors::from_pem(bytes) {
        assert!(!anchors.is_empty());
    }
    let _ = Anchors::from_der(vec![bytes.to_vec()]);
}
