//! Every error has a code, and every code has words.

use std::collections::BTreeSet;
use std::io;

use comity_journal::{
    CODES, CheckpointError, LogError, MAX_PROOF_HASHES, NoteError, ProofFileError, SubmissionError,
    TileError, TreeError, WitnessError,
};
use comity_record::Coded;

/// One of each error.
fn errors() -> Vec<Box<dyn Coded>> {
    let text = || "x".to_owned();
    vec![
        Box::new(TreeError::TooLarge { size: 1 }),
        Box::new(TreeError::IndexOutside { index: 1, size: 1 }),
        Box::new(TreeError::Shrinks { old: 2, new: 1 }),
        Box::new(TreeError::Length { found: 1 }),
        Box::new(TreeError::Root),
        Box::new(TileError::Path),
        Box::new(TileError::Content { tile: text() }),
        Box::new(NoteError::TooLong { bytes: 1 }),
        Box::new(NoteError::Malformed),
        Box::new(NoteError::SignatureLine { line: 1 }),
        Box::new(NoteError::TooManySignatures { count: 1 }),
        Box::new(NoteError::KeyName),
        Box::new(NoteError::KeyText),
        Box::new(NoteError::Unknown),
        Box::new(NoteError::Invalid { name: text() }),
        Box::new(CheckpointError::Note(NoteError::Unknown)),
        Box::new(CheckpointError::Origin),
        Box::new(CheckpointError::Line { line: 1 }),
        Box::new(CheckpointError::Parent),
        Box::new(CheckpointError::OtherLog { found: text(), expected: text() }),
        Box::new(LogError::Store { path: text(), source: io::ErrorKind::NotFound.into() }),
        Box::new(LogError::Missing { path: text() }),
        Box::new(LogError::Changed { path: text() }),
        Box::new(LogError::Root),
        Box::new(LogError::Exists),
        Box::new(LogError::Absent),
        Box::new(LogError::OtherLog { found: text(), expected: text() }),
        Box::new(LogError::Incarnation { current: text(), found: text() }),
        Box::new(LogError::Unsure),
        Box::new(LogError::Checkpoint(CheckpointError::Parent)),
        Box::new(LogError::Tree(TreeError::Root)),
        Box::new(SubmissionError::TooLong { bytes: 1 }),
        Box::new(SubmissionError::Line { line: 1 }),
        Box::new(SubmissionError::TooManyHashes),
        Box::new(SubmissionError::Note(NoteError::Unknown)),
        Box::new(WitnessError::Checkpoint(CheckpointError::Origin)),
        Box::new(WitnessError::Shrunk { origin: text(), seen: 2, now: 1 }),
        Box::new(WitnessError::Forked { origin: text(), size: 1 }),
        Box::new(WitnessError::Inconsistent { origin: text(), seen: 1, source: TreeError::Root }),
        Box::new(WitnessError::ProofFrom { seen: 1, from: 2 }),
        Box::new(WitnessError::Superseded { origin: text(), seen: 1 }),
        Box::new(WitnessError::ParentChanged { origin: text() }),
        Box::new(WitnessError::ParentUnproven { origin: text() }),
        Box::new(WitnessError::Raced { origin: text() }),
        Box::new(WitnessError::Time { unix_seconds: 1 }),
        Box::new(ProofFileError::TooLong { bytes: 1 }),
        Box::new(ProofFileError::Line { line: 1 }),
        Box::new(ProofFileError::Checkpoint(CheckpointError::Origin)),
        Box::new(ProofFileError::Tree(TreeError::Root)),
        Box::new(ProofFileError::Quorum { found: 1, quorum: 2 }),
    ]
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
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs/locales/en/journal.ftl");
    let catalogue = std::fs::read_to_string(root).unwrap();
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
    assert_eq!(SubmissionError::TooManyHashes.args(), [("most", MAX_PROOF_HASHES.to_string())]);
}
