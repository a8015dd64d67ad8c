//! Known answers that others computed.

use comity_journal::{
    Checkpoint, ConsistencyProof, Finding, InclusionProof, KnownLog, Log, MemoryStore, NoteKey,
    NoteSignature, Origin, Outcome, ProofFile, SignedNote, Submission, Tile, TreeError, TreeHash, TreeHead,
    Trust, Verified, Witness,
};
use comity_record::sign::{SigningKey, VerifyingKey};
use comity_record::{EntryId, Sha256Digest};

use crate::help::Leaves;

/// The eight leaves of the tests of Certificate Transparency (RFC 6962), as in `proof/verify_test.go` of
/// transparency-dev/merkle.
const LEAVES: [&str; 8] =
    ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

/// The roots over the first one to eight of them, from the same place.
const ROOTS: [&str; 8] = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

/// (index from zero, size, proof), from the same place.
const INCLUSION: [(u64, u64, &[&str]); 5] = [
    (0, 1, &[]),
    (
        0,
        8,
        &[
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        ],
    ),
    (
        5,
        8,
        &[
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ],
    ),
    (2, 3, &["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
    (
        1,
        5,
        &[
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        ],
    ),
];

/// (old size, size, proof), from the same place.
const CONSISTENCY: [(u64, u64, &[&str]); 5] = [
    (1, 1, &[]),
    (
        1,
        8,
        &[
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        ],
    ),
    (
        6,
        8,
        &[
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ],
    ),
    (
        2,
        5,
        &[
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        ],
    ),
    (
        6,
        7,
        &[
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ],
    ),
];

fn hash(hex: &str) -> TreeHash {
    TreeHash::from_bytes(hex::decode(hex).unwrap().try_into().unwrap())
}

fn hashes(hex: &[&str]) -> Vec<TreeHash> {
    hex.iter().map(|hex| hash(hex)).collect()
}

fn leaves() -> Vec<TreeHash> {
    LEAVES.iter().map(|leaf| TreeHash::leaf(&hex::decode(leaf).unwrap())).collect()
}

fn head(size: u64) -> TreeHead {
    TreeHead { size, root: hash(ROOTS[usize::try_from(size).unwrap() - 1]) }
}

fn key(seed: &str) -> SigningKey {
    SigningKey::from_seed(&hex::decode(seed).unwrap().try_into().unwrap())
}

#[test]
fn roots_are_those_of_certificate_transparency() {
    let leaves = leaves();
    for size in 1..=8 {
        let count = usize::try_from(size).unwrap();
        assert_eq!(crate::help::naive_head(&leaves[..count]), head(size));
    }
}

#[test]
fn inclusion_proofs_are_those_of_certificate_transparency() {
    let leaves = leaves();
    for (index, size, path) in INCLUSION {
        let proof = InclusionProof { index, path: hashes(path) };
        assert_eq!(InclusionProof::make(&Leaves(&leaves), index, size), Ok(proof.clone()));
        let leaf = leaves[usize::try_from(index).unwrap()];
        assert_eq!(proof.verify_leaf(leaf, &head(size)), Ok(()));

        // Another place, size, root, leaf, or number of hashes.
        let moved = |index| InclusionProof { index, ..proof.clone() }.verify_leaf(leaf, &head(size));
        assert!(
            moved(index + 1).is_err() && moved(index ^ 2).is_err() && moved(index.wrapping_sub(1)).is_err()
        );
        for other in [TreeHead { size: size * 2, ..head(size) }, TreeHead { size: size / 2, ..head(size) }] {
            assert!(proof.verify_leaf(leaf, &other).is_err());
        }
        assert_eq!(proof.verify_leaf(leaf, &TreeHead { root: TreeHash::EMPTY, size }), Err(TreeError::Root));
        assert_eq!(proof.verify_leaf(TreeHash::EMPTY, &head(size)), Err(TreeError::Root));
        let mut longer = proof.clone();
        longer.path.push(head(size).root);
        assert!(matches!(longer.verify_leaf(leaf, &head(size)), Err(TreeError::Length { .. })));
        if let Some((_, shorter)) = proof.path.split_first() {
            assert!(InclusionProof { index, path: shorter.to_vec() }.verify_leaf(leaf, &head(size)).is_err());
        }
    }
}

#[test]
fn consistency_proofs_are_those_of_certificate_transparency() {
    let leaves = leaves();
    for (old_size, size, path) in CONSISTENCY {
        let proof = ConsistencyProof { old_size, path: hashes(path) };
        assert_eq!(ConsistencyProof::make(&Leaves(&leaves), old_size, size), Ok(proof.clone()));
        assert_eq!(proof.verify(&head(old_size), &head(size)), Ok(()));
        if old_size == size {
            continue;
        }
        assert!(proof.verify(&head(size), &head(old_size)).is_err(), "backwards");
        for (old, new) in
            [(old_size + 1, size), (old_size, size * 2), (old_size, size / 2), (old_size - 1, size)]
        {
            let (old, new) = (TreeHead { size: old, ..head(old_size) }, TreeHead { size: new, ..head(size) });
            assert!(ConsistencyProof { old_size: old.size, ..proof.clone() }.verify(&old, &new).is_err());
        }
        for at in 0..=proof.path.len() {
            let mut longer = proof.clone();
            longer.path.insert(at, head(old_size).root);
            assert!(longer.verify(&head(old_size), &head(size)).is_err(), "one more at {at}");
        }
        for at in 0..proof.path.len() {
            let mut shorter = proof.clone();
            shorter.path.remove(at);
            assert!(shorter.verify(&head(old_size), &head(size)).is_err(), "one less at {at}");
        }
    }
    // The sizes that need no proof, as in the same tests.
    let none = |old_size| ConsistencyProof { old_size, path: vec![] };
    assert_eq!(none(0).verify(&TreeHead::EMPTY, &head(1)), Ok(()));
    assert_eq!(none(0).verify(&TreeHead::EMPTY, &TreeHead::EMPTY), Ok(()));
    assert_eq!(none(0).verify(&TreeHead { root: hash(ROOTS[0]), size: 0 }, &head(1)), Err(TreeError::Root));
    assert_eq!(none(1).verify(&head(1), &TreeHead { root: hash(ROOTS[1]), size: 1 }), Err(TreeError::Root));
    let not_the_empty_tree = TreeHead { root: hash(ROOTS[0]), size: 0 };
    assert_eq!(none(0).verify(&TreeHead::EMPTY, &not_the_empty_tree), Err(TreeError::Root));
    let not_empty = ConsistencyProof { old_size: 0, path: vec![TreeHash::EMPTY] };
    assert!(not_empty.verify(&TreeHead::EMPTY, &head(1)).is_err());
}

/// The example note of `sumdb/note/note_test.go` of golang.org/x/mod, with the key whose name is from a
/// novel.
#[test]
fn a_note_of_the_go_checksum_database_verifies() {
    let key: NoteKey = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop".parse().unwrap();
    assert_eq!(key.hash(), [0xaf, 0x0c, 0xfe, 0x78]);
    let bytes = "If you think cryptography is the answer to your problem,\n\
        then you don't know what your problem is.\n\n\
        — EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";
    let note = SignedNote::parse(bytes.as_bytes()).unwrap();
    assert_eq!(note.to_string(), bytes);
    let keys = [key];
    assert_eq!(note.verify(&keys).unwrap(), [Verified { key: &keys[0], unix_seconds: None }]);
}

/// Keys of `note/note_cosigv1_test.go` of transparency-dev/formats: one of a public witness, and one whose
/// text does not fit.
#[test]
fn keys_of_witnesses_read_back() {
    let text = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2";
    assert_eq!(text.parse::<NoteKey>().unwrap().to_string(), text);
    for bad in [
        "rekor.sigstore.dev+12345678+AwEB",
        "bananas.sigstore.dev+12344556",
        "rekor.sigstore.dev+12345678+THIS_IS_NOT_BASE64!",
        "remora.n621.de+00000000+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2",
        "remora.n621.de+DA77ADE7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2",
    ] {
        assert!(bad.parse::<NoteKey>().is_err(), "{bad}");
    }
}

/// The cosignature line of `pkg/checkpoint/cosignature_test.go` of sigsum-go, and the time in one of
/// transparency-dev/formats.
#[test]
fn cosignature_lines_have_the_parts_that_others_see() {
    let line = "— example.org/witness-key deadbeef+deadcod/codAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==";
    let signature: NoteSignature = line.parse().unwrap();
    assert_eq!(signature.to_string(), line);
    assert_eq!(signature.key_hash, [117, 230, 157, 109]);
    assert_eq!(signature.bytes[..8], 0xe79f_f9d7_9a75_ca1d_u64.to_be_bytes());

    let line = "— w ZGhGuQAAAABm/qTPeyKXD+R2rzyQsxPiP8mXum7qq/iF0u4vanlqJyocWODBt97w9uL+8qT7S5gxEHWWOworDcFiEBYJXORmnFBOBA==";
    let signature: NoteSignature = line.parse().unwrap();
    assert_eq!(signature.bytes[..8], 1_727_964_367_u64.to_be_bytes());
    assert_eq!(signature.bytes.len(), 72);
}

/// The example checkpoint of C2SP tlog-cosignature. Its keys are not published, so only the form is checked.
#[test]
fn the_example_checkpoint_of_c2sp_reads_back() {
    let bytes = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n\
        — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n\
        — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";
    let note = SignedNote::parse(bytes.as_bytes()).unwrap();
    assert_eq!(note.to_string(), bytes);
    let checkpoint: Checkpoint = note.text().parse().unwrap();
    assert_eq!(
        (checkpoint.origin.as_str(), checkpoint.head.size),
        ("example.com/behind-the-sofa", 20_852_163)
    );
    assert_eq!(note.signatures()[1].bytes[..8], 1_679_315_147_u64.to_be_bytes());
}

/// The log of `internal/witness/witness_test.go` of FiloSottile/torchwood: its public key, and checkpoints of
/// 1, 3 and 5 leaves with the proofs that go between them.
#[test]
fn a_witness_judges_the_log_of_torchwoods_tests() {
    const ORIGIN: &str =
        "sigsum.org/v1/tree/4d6d8825a6bb689d459628312889dfbb0bcd41b5211d9e1ce768b0ff0309e562";
    let public = hex::decode("ffdc2d4d98e4124d3feaf788c0c2f9abfd796083d1f0495437f302ec79cf100f").unwrap();
    let public = VerifyingKey::from_bytes(public.try_into().unwrap());
    let known = KnownLog::of(&ORIGIN.parse().unwrap(), vec![public]);
    let submit = |old: &str, size: u64, root: &str, signature: &str| {
        let text = format!("{old}\n{ORIGIN}\n{size}\n{root}\n\n— {ORIGIN} {signature}\n");
        let submission = Submission::parse(text.as_bytes()).unwrap();
        assert_eq!(submission.to_string(), text);
        submission
    };
    let one = submit(
        "old 0\n",
        1,
        "KgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "UgIom7fPZTqpxWWhyjWduBvTvGVqsokMbqTArsQilegKoFBJQjUFAmQ0+YeSPM3wfUQMFSzVnnNuWRTYrajXpNUbIQY=",
    );
    let three = submit(
        "old 1\nKgEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nKgIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        3,
        "RcCI1Nk56ZcSmIEfIn0SleqtV7uvrlXNccFx595Iwl0=",
        "UgIom2VbtIcdFbwFAy1n7s6IkAxIY6J/GQOTuZF2ORV39d75cbAj2aQYwyJre36kezNobZs4SUUdrcawfAB8WVrx6go=",
    );
    let five = submit(
        "old 1\nKgEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n+fUDV+k970B4I3uKrqJM4aP1lloPZP8mvr2Z4wRw2LI=\n\
         KgQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        5,
        "QrtXrQZCCvpIgsSmOsah7HdICzMLLyDfxToMql9WTjY=",
        "UgIomw/EOJmWi0i1FQsOj+etB7F8IccFam/jgd6wzRns4QPVmyEZtdvl1U2KEmLOZ/ASRcWJi0tW90dJWAShei7sDww=",
    );

    for later in [&three, &five] {
        let mut witness = Witness::new();
        for (submission, finding) in [(&one, Finding::First), (later, Finding::Extended)] {
            let Ok(Outcome::Sound(accepted)) = witness.examine(submission, &known) else { panic!("refused") };
            assert_eq!(accepted.finding(), finding);
            witness.record(&accepted).unwrap();
        }
        assert!(witness.examine(&one, &known).is_err(), "fewer leaves than before");
    }
}

/// A log of 300 entries whose files, checkpoint, cosignature and proof were computed by a program in Python
/// that shares nothing with this one: `hashlib`, `base64`, the definition of RFC 9162 §2.1.1 written as a
/// recursion, and the Ed25519 of the package `cryptography`. The keys are the first two of RFC 8032 §7.1.
#[test]
fn a_log_equals_the_one_that_another_program_computed() {
    let log_key = key("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    let witness_key = key("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
    let node = log_key.verifying_key().key_id();
    let known = KnownLog::of_node(node, vec![log_key.verifying_key()]);
    let ids: Vec<_> = (0..300).map(|n| EntryId::of(format!("entry {n}").as_bytes())).collect();
    let store = MemoryStore::new();
    let mut log = Log::create(&store, Origin::of_node(node, 0), &log_key).unwrap();
    let note = log.append(&ids, &log_key).unwrap().clone();

    let (_, proof) = log.consistency(0).unwrap();
    let submission = Submission { proof, parent_proof: None, note: note.clone() };
    let Ok(Outcome::Sound(accepted)) = Witness::new().examine(&submission, &known) else { panic!("refused") };
    let name = "example.org/witness".parse().unwrap();
    let cosignature = accepted.cosign(&name, &witness_key, 1_795_500_000).unwrap();
    let witnesses = [NoteKey::witness(name, witness_key.verifying_key())];
    let cosigned = log.keep_cosigned(&note, cosignature, &known, &witnesses).unwrap();

    let theirs = include_str!("vectors/python.tlog-proof");
    assert_eq!(log.prove(257, &cosigned, &known).unwrap().to_string(), theirs);
    let proven = ProofFile::parse(theirs.as_bytes()).unwrap();
    let proven = proven.verify(&Trust { log: &known, witnesses: &witnesses, quorum: 1 }).unwrap();
    assert_eq!(proven.cosigned, [(&witnesses[0], 1_795_500_000)]);

    let files = store.files();
    for (path, digest) in [
        ("tile/0/000", "0196aef84522c92510f397050d8c4fbfc2eb5b4eeeee6b9be9cfc0016f2b16ac"),
        ("tile/0/001.p/44", "b3ffa731a4f4f7984e1d0c8eb4382bf01a82c3686ebe9b7cd79d05ee74247ad0"),
        ("tile/1/000.p/1", "58492108f9009ae68641fd554a2fe73e61042a04038ac51d9a663086cb068f5d"),
        ("tile/entries/000", "7076ed661350592b13c7cd95d6150e5821bb7f2ab8de3993301ebfe3b26c2841"),
        ("tile/entries/001.p/44", "8baf604ed75cffb634e82176660b16b7367c7cf50e912bc3fbe94853bf7618cd"),
    ] {
        assert_eq!(Sha256Digest::of(&files[path]).to_string(), digest, "{path}");
        assert_eq!(path.parse::<Tile>().unwrap().to_string(), path);
    }
    assert_eq!(files.len(), 5 + 2, "the tiles and the two checkpoints, and nothing else");
}
