//! Every code has words, and no words are left over.

use std::collections::BTreeSet;

use comity_record::Coded;
use comity_stamp::{CODES, Fault, ReadError, Undecided};

#[test]
fn every_code_has_a_message_and_what_to_do() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs/locales/en/stamp.ftl");
    let text = std::fs::read_to_string(path).unwrap();
    let keys: BTreeSet<_> = text.lines().filter_map(|line| line.split_once(" = ")).collect();
    let messages: BTreeSet<_> =
        keys.iter().map(|(key, _)| *key).filter(|key| !key.starts_with(' ')).collect();
    assert_eq!(messages, CODES.iter().copied().collect());
    assert_eq!(text.lines().filter(|line| line.starts_with("    .do = ")).count(), CODES.len());
}

#[test]
fn the_values_of_each_error_stand_in_its_message() {
    let time = jiff::Timestamp::UNIX_EPOCH;
    let id = || "1.2.3".to_owned();
    let read = [
        ReadError::TooLarge { part: "reply", limit: 1 },
        ReadError::TooMany { part: "anchor", limit: 1 },
        ReadError::Malformed { part: "token" },
        ReadError::Anchor,
        ReadError::Address,
    ];
    let faults = [
        Fault::NotGranted { status: 2, failure: "badAlg" },
        Fault::OtherImprint,
        Fault::OtherNonce,
        Fault::Attribute { name: "content-type" },
        Fault::Signature,
        Fault::CertificateUse,
        Fault::CertificateTime { time },
        Fault::Revoked { at: time },
        Fault::NoPath,
        Fault::Chain { cause: "cause".to_owned() },
        Fault::RenewedLate { ended: time, renewed: time },
        Fault::RenewedEarly { time, renewed: time },
    ];
    let open = [
        Undecided::NoAnchor,
        Undecided::NoCertificate,
        Undecided::NoRevocationList { authority: id() },
        Undecided::Algorithm { id: id() },
        Undecided::Extension { id: id() },
    ];
    let all = read.iter().map(|error| error as &dyn Coded);
    let all = all.chain(faults.iter().map(|fault| fault as &dyn Coded));
    let all: Vec<_> = all.chain(open.iter().map(|undecided| undecided as &dyn Coded)).collect();
    let text = include_str!("../../../packs/locales/en/stamp.ftl");
    for error in &all {
        let start = format!("{} = ", error.code());
        let line = text.lines().find(|line| line.starts_with(&start)).unwrap();
        for (name, _) in error.args() {
            assert!(line.contains(&format!("{{ ${name} }}")), "{line}: {name}");
        }
    }
    let codes: BTreeSet<_> = all.iter().map(|error| error.code()).collect();
    assert_eq!(codes, CODES.iter().copied().collect());
}
