//! Every error has a code, and every code has words.

use std::collections::BTreeSet;

use comity_channel::{
    AgreementError, BundleError, CODES, Concern, CosignError, EnvelopeError, InboxError, KeyError,
    OutboxError, Place, ReceiptError, Rule, SheetError,
};
use comity_journal::WitnessError;
use comity_record::{Coded, KeyId, OfficeId, Sha256Digest};

/// One of each error, rule and concern.
fn errors() -> Vec<Box<dyn Coded>> {
    let office = OfficeId::from_bytes([1; 16]);
    let key = KeyId::from_bytes([1; 32]);
    let day = crate::help::day("2026-11-23");
    let place = Place { incarnation: 0, counter: 1 };
    let digest = Sha256Digest::of(b"");
    let source = || WitnessError::Forked { origin: "x".into(), size: 1 };
    let mut all: Vec<Box<dyn Coded>> = vec![
        Box::new(AgreementError::TooLong(1)),
        Box::new(AgreementError::Version(2)),
        Box::new(AgreementError::Field { field: "x", why: "y" }),
        Box::new(AgreementError::Signer { key, office }),
        Box::new(AgreementError::OtherText(office)),
        Box::new(AgreementError::NotAParty(office)),
        Box::new(KeyError::TooLong(1)),
        Box::new(KeyError::Version(2)),
        Box::new(KeyError::NotAKey(key)),
        Box::new(KeyError::Days(key)),
        Box::new(KeyError::List),
        Box::new(KeyError::Other),
        Box::new(KeyError::Superseded { known: 2, found: 1 }),
        Box::new(KeyError::NoneInUse(day)),
        Box::new(KeyError::Gone(key)),
        Box::new(KeyError::NotInUse { key, day }),
        Box::new(KeyError::Stored),
        Box::new(EnvelopeError::TooLong { bytes: 2, limit: 1 }),
        Box::new(EnvelopeError::Version(2)),
        Box::new(EnvelopeError::OtherAgreement { found: digest, expected: digest }),
        Box::new(EnvelopeError::NotForUs(office)),
        Box::new(EnvelopeError::DoesNotOpen(key)),
        Box::new(EnvelopeError::Padding),
        Box::new(EnvelopeError::List("x")),
        Box::new(ReceiptError::TooLong(1)),
        Box::new(ReceiptError::Version(2)),
        Box::new(ReceiptError::OtherAgreement),
        Box::new(OutboxError::NotAParty(office)),
        Box::new(OutboxError::OtherChannel),
        Box::new(OutboxError::NotNext { sealed: place, next: place }),
        Box::new(OutboxError::ReceiptFork { sequence: 1 }),
        Box::new(OutboxError::ReceiptChain { sequence: 1 }),
        Box::new(OutboxError::Superseded { known: 2, found: 1 }),
        Box::new(OutboxError::Incarnation { known: 2, found: 1 }),
        Box::new(OutboxError::NotGivenUp),
        Box::new(InboxError::OtherChannel),
        Box::new(InboxError::NotDelivered),
        Box::new(InboxError::Incarnation { known: 2, found: 1 }),
        Box::new(CosignError::Version(2)),
        Box::new(CosignError::NotTheirs),
        Box::new(Concern::Restored { node: key, at_risk: 1 }),
        Box::new(Concern::RolledBack { node: key, source: source() }),
        Box::new(Concern::Rewritten { node: key, source: source() }),
        Box::new(SheetError::TooLong(1)),
        Box::new(SheetError::Version(2)),
        Box::new(SheetError::OtherAgreement),
        Box::new(BundleError::Magic),
        Box::new(BundleError::TooLong(1)),
        Box::new(BundleError::TooMany(1)),
        Box::new(BundleError::Length),
        Box::new(BundleError::Damaged),
        Box::new(BundleError::Part(0)),
    ];
    all.extend(Rule::ALL.into_iter().map(|rule| Box::new(rule) as Box<dyn Coded>));
    all
}

/// The lines of the English catalogue that belong to a code, with the line before them.
fn message<'a>(catalogue: &'a str, code: &str) -> (&'a str, Vec<&'a str>) {
    let lines: Vec<_> = catalogue.lines().collect();
    let start = lines.iter().position(|line| line.starts_with(&format!("{code} = ")));
    let start = start.unwrap_or_else(|| panic!("{code} has no message"));
    let end =
        lines[start..].iter().position(|line| line.is_empty()).map_or(lines.len(), |count| start + count);
    (lines[start - 1], lines[start..end].to_vec())
}

#[test]
fn every_error_has_a_code_that_is_listed_and_every_listed_code_an_error() {
    let given: BTreeSet<_> = errors().iter().map(|error| error.code()).collect();
    let listed: BTreeSet<_> = CODES.iter().copied().collect();
    assert_eq!(given, listed);
    assert_eq!(listed.len(), CODES.len(), "no code is listed twice");
}

#[test]
fn every_code_has_words_for_a_person_and_a_comment_for_the_translator() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs/locales/en/channel.ftl");
    let catalogue = std::fs::read_to_string(path).unwrap();
    for error in errors() {
        let (comment, lines) = message(&catalogue, error.code());
        assert!(comment.starts_with("# "), "{} has no comment", error.code());
        assert!(
            lines.iter().any(|line| line.starts_with("    .do = ")),
            "{} does not say what to do",
            error.code()
        );
        let given: BTreeSet<_> = error.args().into_iter().map(|(name, _)| name).collect();
        for used in lines.iter().flat_map(|line| line.split("{ $").skip(1)) {
            let name = used.split(' ').next().unwrap();
            assert!(given.contains(name), "{} speaks of {name}, which it is not given", error.code());
        }
    }
    let keys = catalogue.lines().filter(|line| line.contains(" = ") && !line.starts_with([' ', '#'])).count();
    assert_eq!(keys, CODES.len(), "no message is left over");
}
