//! The text formats: what is printed reads back, what is changed is noticed, and nothing makes a reader
//! panic.

use comity_journal::{
    Checkpoint, ConsistencyProof, InclusionProof, MAX_PROOF_FILE_BYTES, MAX_PROOF_HASHES, NoteKey,
    NoteSignature, Origin, Parent, ProofFile, ProofFileError, SignedNote, Submission, TreeHash, TreeHead,
    Trust, Witness,
};
use comity_record::{EntryId, KeyId};
use proptest::prelude::*;

use crate::help::{ids, known, log_of, node_key};

fn hash() -> impl Strategy<Value = TreeHash> {
    any::<[u8; 32]>().prop_map(TreeHash::from_bytes)
}

fn head() -> impl Strategy<Value = TreeHead> {
    (1_u64..1 << 62, hash()).prop_map(|(size, root)| TreeHead { size, root })
}

fn checkpoint() -> impl Strategy<Value = Checkpoint> {
    let extensions = prop::collection::vec("[a-z][ -~]{0,40}", 0..4);
    (any::<[u8; 32]>(), any::<u32>(), head(), prop::option::of((any::<u32>(), head())), extensions)
        .prop_filter_map(
            "extension lines are others' than ours, and a parent is earlier and smaller",
            |(node, incarnation, head, parent, extensions)| {
                let parent = parent.map(|(incarnation, head)| Parent { incarnation, head });
                let fits = parent
                    .is_none_or(|parent| parent.incarnation < incarnation && parent.head.size <= head.size);
                let foreign = extensions.iter().all(|line: &String| !line.starts_with("parent "));
                let origin = Origin::of_node(KeyId::from_bytes(node), incarnation);
                (fits && foreign).then_some(Checkpoint { origin, head, parent, extensions })
            },
        )
}

fn note() -> impl Strategy<Value = SignedNote> {
    let line =
        ("[^\\p{White_Space}\\p{Cc}+]{1,30}", any::<[u8; 4]>(), prop::collection::vec(any::<u8>(), 1..90));
    let lines = prop::collection::vec(line, 0..6);
    ("([ -~ـéא\n]{0,80})", lines).prop_map(|(text, lines)| {
        let name = "example.org/log".parse().unwrap();
        let mut note = SignedNote::sign(format!("{text}\n"), &name, &node_key()).unwrap();
        for (name, key_hash, bytes) in lines {
            note.add(NoteSignature { name: name.parse().unwrap(), key_hash, bytes }).unwrap();
        }
        note
    })
}

fn path() -> impl Strategy<Value = Vec<TreeHash>> {
    prop::collection::vec(hash(), 0..=MAX_PROOF_HASHES)
}

/// Bytes that are near to being right: a good text with a few changes.
fn spoiled(good: String) -> impl Strategy<Value = Vec<u8>> {
    let change = (any::<prop::sample::Index>(), any::<u8>(), 0_u8..3);
    prop::collection::vec(change, 0..4).prop_map(move |changes| {
        let mut bytes = good.clone().into_bytes();
        for (at, byte, how) in changes {
            if bytes.is_empty() {
                break;
            }
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => drop(bytes.remove(at)),
            }
        }
        bytes
    })
}

fn proof_text() -> String {
    let log = log_of(&ids(300));
    log.prove(77, log.note(), &known()).unwrap().to_string()
}

fn submission_text() -> String {
    let log = log_of(&ids(300)).reincarnate(1, &node_key()).unwrap();
    let (_, proof) = log.consistency(7).unwrap();
    let parent_proof = Some(log.consistency(300).unwrap().1);
    Submission { proof, parent_proof, note: log.note().clone() }.to_string()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn checkpoints_read_back(checkpoint in checkpoint()) {
        prop_assert_eq!(checkpoint.to_string().parse::<Checkpoint>().unwrap(), checkpoint);
    }

    #[test]
    fn notes_read_back(note in note()) {
        prop_assert_eq!(SignedNote::parse(note.to_string().as_bytes()).unwrap(), note);
    }

    #[test]
    fn submissions_read_back(note in note(), a in path(), b in prop::option::of(path()), old_size: u64, parent_size: u64) {
        let proof = ConsistencyProof { old_size, path: a };
        let parent_proof = b.map(|path| ConsistencyProof { old_size: parent_size, path });
        let submission = Submission { proof, parent_proof, note };
        prop_assert_eq!(Submission::parse(submission.to_string().as_bytes()).unwrap(), submission);
    }

    #[test]
    fn proof_files_read_back(note in note(), path in path(), index: u64, id: [u8; 32]) {
        let file = ProofFile { id: EntryId::from_bytes(id), proof: InclusionProof { index, path }, note };
        prop_assert_eq!(ProofFile::parse(file.to_string().as_bytes()).unwrap(), file);
    }

    #[test]
    fn what_any_reader_takes_it_prints_again(bytes in prop_oneof![spoiled(proof_text()), spoiled(submission_text())]) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Ok(file) = ProofFile::parse(&bytes) {
            prop_assert_eq!(file.to_string(), text);
        } else if let Ok(submission) = Submission::parse(&bytes) {
            prop_assert_eq!(submission.to_string(), text);
            let _ = Witness::new().examine(&submission, &known());
        }
    }

    #[test]
    fn nothing_makes_a_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = (SignedNote::parse(&bytes), Submission::parse(&bytes), ProofFile::parse(&bytes));
        let text = String::from_utf8_lossy(&bytes);
        let _ = (text.parse::<Checkpoint>(), text.parse::<NoteKey>(), text.parse::<NoteSignature>(), text.parse::<TreeHash>());
    }
}

#[test]
fn any_changed_byte_of_a_proof_file_makes_it_fail() {
    let text = proof_text();
    let known = known();
    let trust = Trust { log: &known, witnesses: &[], quorum: 0 };
    let good = ProofFile::parse(text.as_bytes()).unwrap();
    assert_eq!(good.verify(&trust).unwrap().checkpoint.head.size, 300);
    for at in 0..text.len() {
        for flip in [1, 2, 4, 8, 16, 32, 64, 128] {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= flip;
            let holds = ProofFile::parse(&bytes).is_ok_and(|file| file.verify(&trust).is_ok());
            assert!(!holds, "byte {at}, bit {flip}");
        }
        let cut = ProofFile::parse(&text.as_bytes()[..at]).is_ok_and(|file| file.verify(&trust).is_ok());
        assert!(!cut, "cut at {at}");
    }
}

#[test]
fn other_spellings_of_a_proof_file_are_refused() {
    let good = proof_text();
    let line = |line| Err(ProofFileError::Line { line });
    for (bad, error) in [
        (good.replace("@v1", "@v2"), line(1)),
        (good.replace("extra ", "Extra "), line(2)),
        (good.replace("index 77", "index 077"), line(3)),
        (good.replace("index 77", "index -1"), line(3)),
        (good.replace("index 77\n", "index 77\nAAAA\n"), line(4)),
        (good.replace("index 77\n", "index 77\nindex 77\n"), line(4)),
        (without_line(&good, 1), line(2)),
    ] {
        assert_eq!(ProofFile::parse(bad.as_bytes()), error, "{bad}");
    }
    assert!(ProofFile::parse(format!("{good}\n").as_bytes()).is_err());
    assert!(ProofFile::parse(good.replace('\n', "\r\n").as_bytes()).is_err());
}

#[test]
fn a_proof_file_has_hashes_and_bytes_up_to_the_limits_and_not_past_them() {
    let mut file = ProofFile::parse(proof_text().as_bytes()).unwrap();
    file.proof.path = vec![TreeHash::EMPTY; MAX_PROOF_HASHES];
    assert_eq!(ProofFile::parse(file.to_string().as_bytes()), Ok(file.clone()));
    file.proof.path.push(TreeHash::EMPTY);
    let line = MAX_PROOF_HASHES + 4;
    assert_eq!(ProofFile::parse(file.to_string().as_bytes()), Err(ProofFileError::Line { line }));

    let at_limit = vec![b' '; MAX_PROOF_FILE_BYTES];
    assert!(!matches!(ProofFile::parse(&at_limit), Err(ProofFileError::TooLong { .. })));
    let bytes = MAX_PROOF_FILE_BYTES + 1;
    assert_eq!(ProofFile::parse(&vec![b' '; bytes]), Err(ProofFileError::TooLong { bytes }));
}

fn without_line(text: &str, which: usize) -> String {
    let lines = text.split_inclusive('\n').enumerate();
    lines.filter(|(at, _)| *at != which).map(|(_, line)| line).collect()
}
