//! The texts that other nodes send to the log and its witness, and the files of a log.

use comity_journal::{
    Checkpoint, KnownLog, Log, MemoryStore, NoteKey, Origin, ProofFile, SignedNote, Submission, Tile,
    TileKind, TreeHash, Trust, Witness,
};
use comity_record::EntryId;
use comity_record::sign::SigningKey;

use crate::Target;

/// Every target of this crate.
pub fn targets() -> Vec<Target> {
    vec![
        Target { name: "journal-note", seeds: notes, run: note },
        Target { name: "journal-submission", seeds: submissions, run: submission },
        Target { name: "journal-proof-file", seeds: proof_files, run: proof_file },
        Target { name: "journal-tile", seeds: tiles, run: tile },
        Target { name: "journal-key", seeds: keys, run: key },
    ]
}

fn node_key() -> SigningKey {
    SigningKey::from_seed(&[1; 32])
}

fn known() -> KnownLog {
    let key = node_key().verifying_key();
    KnownLog::of_node(key.key_id(), vec![key])
}

/// A log of 300 entries after a restore.
fn log() -> Log<MemoryStore> {
    let origin = Origin::of_node(node_key().verifying_key().key_id(), 0);
    let ids: Vec<_> = (0..300_u64).map(|n| EntryId::of(&n.to_be_bytes())).collect();
    let mut log = Log::create(MemoryStore::new(), origin, &node_key()).expect("an empty store takes a log");
    log.append(&ids, &node_key()).expect("memory takes files");
    log.reincarnate(1, &node_key()).expect("1 is later than 0")
}

fn notes() -> Vec<Vec<u8>> {
    let foreign =
        "example.org/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nextension\n\n— a AAAAAAA=\n";
    vec![
        log().note().to_string().into_bytes(),
        foreign.as_bytes().to_vec(),
        "\n\n\n— a AAAAAAA=\n".as_bytes().to_vec(),
    ]
}

/// What is read has one spelling, and what verifies is what the key signed.
fn note(bytes: &[u8]) {
    let known = known();
    if let Ok(note) = SignedNote::parse(bytes) {
        assert_eq!(note.to_string().as_bytes(), bytes);
        if let Ok(checkpoint) = note.text().parse::<Checkpoint>() {
            assert_eq!(checkpoint.to_string(), note.text());
        }
        if let Ok(checkpoint) = known.open(&note) {
            assert_eq!(checkpoint, *log().checkpoint(), "nobody but the log signs for it");
        }
    }
}

fn submissions() -> Vec<Vec<u8>> {
    let log = log();
    let proof = |old_size| log.consistency(old_size).expect("the log has these entries").1;
    let first = Submission { proof: proof(0), parent_proof: Some(proof(300)), note: log.note().clone() };
    let later = Submission { proof: proof(77), parent_proof: None, note: log.note().clone() };
    [first, later].map(|submission| submission.to_string().into_bytes()).to_vec()
}

fn submission(bytes: &[u8]) {
    if let Ok(submission) = Submission::parse(bytes) {
        assert_eq!(submission.to_string().as_bytes(), bytes);
        let _ = Witness::new().examine(&submission, &known());
    }
}

fn proof_files() -> Vec<Vec<u8>> {
    let log = log();
    let known = known();
    let prove = |index| log.prove(index, log.note(), &known).expect("the log has these entries");
    [0, 255, 299].map(|index| prove(index).to_string().into_bytes()).to_vec()
}

/// What verifies is an entry of the log at its place.
fn proof_file(bytes: &[u8]) {
    let known = known();
    if let Ok(file) = ProofFile::parse(bytes) {
        assert_eq!(file.to_string().as_bytes(), bytes);
        if file.verify(&Trust { log: &known, witnesses: &[], quorum: 0 }).is_ok() {
            assert_eq!(file.id, EntryId::of(&file.proof.index.to_be_bytes()));
        }
    }
}

/// A path, a line break, and what is said to be in the file.
fn tiles() -> Vec<Vec<u8>> {
    let with = |path: &str, content: &[u8]| [path.as_bytes(), b"\n", content].concat();
    vec![
        with("tile/0/x001/x234/067.p/1", &[7; 32]),
        with("tile/7/063.p/2", &[7; 64]),
        with("tile/entries/000.p/1", &[&[0, 32][..], &[7; 32]].concat()),
        with("tile/0/000", &[7; 8192]),
    ]
}

fn tile(bytes: &[u8]) {
    let mut parts = bytes.splitn(2, |byte| *byte == b'\n');
    let (Some(path), Some(content)) = (parts.next(), parts.next()) else { return };
    let Ok(path) = str::from_utf8(path) else { return };
    if let Ok(tile) = path.parse::<Tile>() {
        assert_eq!(tile.to_string(), path);
        let read = match tile.kind() {
            TileKind::Entries => tile.parse_entries(content).map(|entries| entries.len()),
            TileKind::Hashes { .. } => tile.parse_hashes(content).map(|hashes| hashes.len()),
        };
        assert!(read.is_err() || read == Ok(tile.width()));
    }
}

fn keys() -> Vec<Vec<u8>> {
    let name = || "example.org/witness".parse().expect("a name without spaces");
    let key = NoteKey::witness(name(), node_key().verifying_key());
    vec![key.to_string().into_bytes(), TreeHash::EMPTY.to_string().into_bytes()]
}

fn key(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    if let Ok(key) = text.parse::<NoteKey>() {
        assert_eq!(key.to_string(), text);
    }
    if let Ok(hash) = text.parse::<TreeHash>() {
        assert_eq!(hash.to_string(), text);
    }
}
