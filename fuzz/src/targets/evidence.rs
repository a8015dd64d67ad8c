//! What others hand us as evidence: packages, seals, custody records; and objects of a vault whose disk lies.

use std::io::Write as _;
use std::sync::Arc;

use comity_disk::{Disk, DiskPath, SimDisk};
use comity_evidence::bag::{BagWriter, text};
use comity_evidence::custody::{self, Act, CustodyEntry, Party, Piece};
use comity_evidence::leaves::LeafHasher;
use comity_evidence::signature::MAX_SIGNATURE_BYTES;
use comity_evidence::{
    Digests, Intake, Leaves, Limits, NoKeys, Reference, Seal, SignedRoot, Signer, Vault, Verdict,
    verify_package,
};
use comity_record::Sha256Digest;
use comity_record::key::SecretKey;
use comity_record::sign::{SigningKey, VerifyingKey};
use comity_record::testing::Counting;
use comity_record::{Entropy, cbor};

use crate::Target;

/// The targets of this crate.
pub fn targets() -> Vec<Target> {
    vec![
        Target { name: "evidence-manifest", seeds: manifest_seeds, run: manifest },
        Target { name: "evidence-tags", seeds: tag_seeds, run: tags },
        Target { name: "evidence-package", seeds: package_seeds, run: package },
        Target { name: "evidence-signature", seeds: signature_seeds, run: signature },
        Target { name: "evidence-seal", seeds: seal_seeds, run: seal },
        Target { name: "evidence-object", seeds: object_seeds, run: object },
        Target { name: "evidence-pack", seeds: pack_seeds, run: pack },
        Target { name: "evidence-custody", seeds: custody_seeds, run: custody },
        Target { name: "evidence-reference", seeds: reference_seeds, run: reference },
        Target { name: "evidence-leaves", seeds: leaf_seeds, run: leaves },
    ]
}

fn manifest_seeds() -> Vec<Vec<u8>> {
    let digest = Digests::of(b"x").sha256.to_string();
    vec![
        text::manifest([("data/a", digest.clone()), ("data/b%\nc", digest.clone())]).into_bytes(),
        format!("{}\t*./data/1\r\n\n{digest} data/2\r", digest.to_uppercase()).into_bytes(),
    ]
}

/// What was read can be written, and is read again as the same.
fn manifest(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let (lines, _) = text::read_manifest(text, 32);
    let sorted: std::collections::BTreeMap<_, _> =
        lines.iter().map(|line| (line.path.as_str(), line.digest.clone())).collect();
    // White space, a star or a dot before a path belong to the line, so that only a path that has none survives.
    if sorted.keys().all(|path| text::refuse_path(path).is_none() && !path.starts_with([' ', '\t', '*'])) {
        let again = text::manifest(sorted.iter().map(|(path, digest)| (*path, digest.clone())));
        let (read, errors) = text::read_manifest(&again, 32);
        assert!(errors.is_empty(), "{again:?}");
        assert!(read.iter().map(|line| line.path.as_str()).eq(sorted.keys().copied()), "{again:?}");
    }
}

fn tag_seeds() -> Vec<Vec<u8>> {
    vec![
        text::DECLARATION_TEXT.as_bytes().to_vec(),
        b"Source-Organization: One\n  and two\nPayload-Oxum: 12.3\n".to_vec(),
        b"12.3".to_vec(),
        b"data/../x".to_vec(),
    ]
}

fn tags(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let _ = (text::read_declaration(text), text::read_info(text), text::read_oxum(text));
    assert_eq!(text::unescape(&text::escape(text)), text);
    if text::refuse_path(text).is_none() {
        assert!(!text.starts_with('/') && !text.split(['/', '\\']).any(|part| part == ".."));
    }
}

/// Between the files of a package, and between the name and the bytes of a file, in the inputs of [`package`].
const BETWEEN_FILES: &[u8] = b"\0\0";
const AFTER_NAME: &[u8] = b"\0=";

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

fn package_seeds() -> Vec<Vec<u8>> {
    let disk = SimDisk::new();
    let bag = DiskPath::new("bag").expect("a plain path");
    let mut writer = BagWriter::create(&disk, &bag).expect("the disk is empty");
    let mut intake = Intake::new(Limits::default());
    for (name, content) in [("a", &b"first"[..]), ("b/c%", b"second")] {
        writer.payload(name, &mut &*content, &mut intake).expect("a plain name");
    }
    writer.tag("custody/record.txt", b"collected").expect("a plain name");
    writer.finish("2026-11-23".parse().expect("a date"), &[]).expect("nothing is in the way");
    let mut files = Vec::new();
    collect(&disk, &bag, &mut files);
    let whole = files.join(BETWEEN_FILES);
    vec![
        whole,
        b"bagit.txt\0=BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n\0\0data/a\0=x".to_vec(),
    ]
}

fn collect(disk: &SimDisk, folder: &DiskPath, files: &mut Vec<Vec<u8>>) {
    for entry in disk.list(folder).expect("a folder of ours") {
        let path = folder.join(&entry.name).expect("a name of ours");
        if entry.kind == comity_disk::Kind::Dir {
            collect(disk, &path, files);
        } else {
            let name = path.as_str().strip_prefix("bag/").expect("below the package");
            let bytes = disk.read(&path, 1 << 20).expect("a file of ours");
            files.push([name.as_bytes(), AFTER_NAME, &bytes].concat());
        }
    }
}

/// A package passes only if its list of SHA-256 digests names every payload file with the digest that it has.
fn package(bytes: &[u8]) {
    let disk = SimDisk::new();
    let mut rest = bytes;
    let mut payload = Vec::new();
    for _ in 0..64 {
        let (file, next) = match find(rest, BETWEEN_FILES) {
            Some(at) => (&rest[..at], Some(&rest[at + BETWEEN_FILES.len()..])),
            None => (rest, None),
        };
        if let Some(at) = find(file, AFTER_NAME)
            && let Ok(name) = std::str::from_utf8(&file[..at])
            && let Ok(path) = DiskPath::new(format!("bag/{name}"))
            && disk.create_dir_all(&path.parent()).is_ok()
            && let Ok(mut made) = disk.create_new(&path)
        {
            let content = &file[at + AFTER_NAME.len()..];
            made.append(content).expect("the disk has room");
            if name.starts_with("data/") {
                payload.push(Digests::of(content).sha256.to_string());
            }
        }
        match next {
            Some(next) => rest = next,
            None => break,
        }
    }
    let bag = DiskPath::new("bag").expect("a plain path");
    let report = verify_package(&disk, &bag, &Limits::default(), None);
    if report.verdict() == Verdict::Pass
        && let Ok(list) = disk.read(&DiskPath::new("bag/manifest-sha256.txt").expect("a plain path"), 1 << 20)
    {
        let list = String::from_utf8_lossy(&list).to_lowercase();
        assert!(payload.iter().all(|digest| list.contains(digest)), "a file that nobody vouches for passed");
    }
}

fn signature_seeds() -> Vec<Vec<u8>> {
    let key = SigningKey::from_seed(&[7; 32]);
    let at = "2026-11-23T12:00:00+05:00[Asia/Dushanbe]".parse().expect("a moment");
    let signer = Signer { key: &key, name: Some("Samar".to_owned()), at };
    vec![signer.sign(Sha256Digest::of(b"root")), key.verifying_key().to_pem().into_bytes()]
}

/// A signature holds only in the one spelling that its key gives it, and a key is read only in its own.
fn signature(bytes: &[u8]) {
    if let Ok(record) = SignedRoot::verify(bytes) {
        assert!(bytes.len() <= MAX_SIGNATURE_BYTES);
        assert_eq!(record.v, comity_evidence::signature::VERSION);
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok(key) = VerifyingKey::from_pem(text) {
        assert_eq!(VerifyingKey::from_pem(&key.to_pem()), Ok(key));
    }
    let _ = SigningKey::from_pem(text);
}

fn seal_seeds() -> Vec<Vec<u8>> {
    let digests = Digests::of(b"x");
    let file = |path: &str, more: &str| {
        format!(
            r#"{{"path":"{path}",{more}"size":1,"sha256":"{}","blake3":"{}"}}"#,
            digests.sha256, digests.blake3
        )
    };
    let left_out = r#"{"path":"l","kind":"link","target":"../x"}"#;
    let seal = |files: String| {
        format!(
            r#"{{"format":"comity-seal-1","root":"{}","files":[{files}],"left_out":[{left_out}]}}"#,
            digests.sha256
        )
        .into_bytes()
    };
    vec![seal(String::new()), seal(format!("{},{}", file("a", ""), file("b/=FF", r#""original":"622fff","#)))]
}

/// A seal that was read is written and read again as the same, and leads to the same root.
fn seal(bytes: &[u8]) {
    if let Ok(seal) = Seal::from_json(bytes) {
        let again = Seal::from_json(&seal.to_json()).expect("what was written can be read");
        assert!(again == seal && again.computed_root() == seal.computed_root());
        assert_eq!(seal.blake3_manifest().lines().count(), seal.files.len());
    }
}

/// A vault with one object, whose bytes are given out.
fn vault(disk: &SimDisk) -> Vault {
    let entropy: Arc<dyn Entropy> = Arc::new(Counting::default());
    Vault::open(Arc::new(disk.clone()), SecretKey::from_bytes([1; 32]), entropy)
        .expect("nobody else has it open")
        .with_chunk_bytes(64)
}

fn object_seeds() -> Vec<Vec<u8>> {
    [0, 10, 64, 200]
        .into_iter()
        .map(|length| {
            let disk = SimDisk::new();
            let vault = vault(&disk);
            let mut intake = Intake::new(Limits::default());
            let content = vec![7; length];
            let stored = vault
                .add(&mut content.as_slice(), "x", &mut intake, &NoKeys([0; 16]))
                .expect("the disk is sound");
            let name = stored.name.to_string();
            let path = DiskPath::new(format!("objects/{}/{name}", &name[..2])).expect("a plain path");
            let bytes = disk.read(&path, 1 << 20).expect("it was just written");
            // The key comes first, as `object` wants it.
            [stored.key.expose().as_slice(), &bytes].concat()
        })
        .collect()
}

/// Where the packs of a vault lie.
fn packed() -> DiskPath {
    DiskPath::new("objects/packed").expect("a plain path")
}

/// A pack of some small files, and that pack without its index.
fn pack_seeds() -> Vec<Vec<u8>> {
    let folder = std::env::temp_dir().join(format!("comity-fuzz-pack-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for seeds");
    for number in 0..20_u8 {
        let mut file = std::fs::File::create(folder.join(number.to_string())).expect("room for seeds");
        file.write_all(&vec![number; usize::from(number) * 3]).expect("room for seeds");
    }
    let disk = SimDisk::new();
    vault(&disk)
        .add_folder(&folder, &mut Intake::new(Limits::default()), &NoKeys([0; 16]))
        .expect("the disk is sound");
    std::fs::remove_dir_all(&folder).expect("it was just made");
    let pack = disk.list(&packed()).expect("it was just made").remove(0).name;
    let bytes =
        disk.read(&packed().join(&pack).expect("a plain name"), 1 << 20).expect("it was just written");
    vec![bytes[..bytes.len() - 100].to_vec(), bytes]
}

/// A vault opens over any pack, finds what it can, and what it removes is gone.
fn pack(bytes: &[u8]) {
    let disk = SimDisk::new();
    let path = packed().join(&"0".repeat(32)).expect("a plain path");
    comity_disk::write_durable(&disk, &path, bytes).expect("the disk has room");
    let open = vault(&disk);
    let names = open.names().expect("the names can be listed");
    for name in &names {
        assert!(open.holds(name).expect("the disk is sound"));
        let _ = open.verify([0; 16], name, &SecretKey::from_bytes([7; 32]));
    }
    open.scrub(None, u64::MAX).expect("the names can be listed");
    let live = names.iter().copied().collect();
    let now = jiff::Timestamp::UNIX_EPOCH;
    let _ = open.sweep(&live, now, jiff::SignedDuration::from_secs(1));
    assert_eq!(open.names().expect("the names can be listed"), names, "sweeping takes nothing that is held");
    let Some((first, rest)) = names.split_first() else { return };
    if open.remove_unheld([*first]).is_ok() {
        drop(open);
        assert_eq!(vault(&disk).names().expect("the names can be listed"), rest);
    }
}

/// Whatever lies in the vault, reading it gives the content that its name stands for, or an error.
fn object(bytes: &[u8]) {
    let Some((key, bytes)) = bytes.split_first_chunk::<32>() else { return };
    let disk = SimDisk::new();
    let vault = vault(&disk);
    let name = "0".repeat(64);
    let path = DiskPath::new(format!("objects/00/{name}")).expect("a plain path");
    comity_disk::write_durable(&disk, &path, bytes).expect("the disk has room");
    let name = name.parse().expect("hexadecimal digits");
    let key = SecretKey::from_bytes(*key);
    assert!(vault.verify([0; 16], &name, &key).is_err(), "no content has this name");
    if let Ok(mut reader) = vault.read(&name, &key) {
        let mut out = [0; 100];
        let end = reader.size();
        for offset in [0, 1, 63, 64, end.saturating_sub(1), end, u64::MAX] {
            let _ = reader.read_at(offset, &mut out);
        }
    }
    let report = vault.scrub(None, u64::MAX).expect("the names can be listed");
    assert_eq!(report.objects, 1);
}

fn custody_seeds() -> Vec<Vec<u8>> {
    let party = |name: &str| Some(Party { name: name.into(), role: None, organisation: "unit".into() });
    let entry = |act, giver, taker| CustodyEntry {
        exhibit: "A/1".into(),
        piece: Piece::Original,
        act,
        at: "2026-11-23T12:00:00+05:00[Asia/Dushanbe]".parse().expect("a time"),
        place: "room".into(),
        giver,
        taker,
        present: vec![],
        reason: "search".into(),
        authority: None,
        seals_before: vec![],
        seals_after: vec!["S1".into()],
        condition: None,
        tool: None,
        before: None,
        after: Some(Digests::of(b"x")),
        unavoidable_change: None,
        copy_made: Some(Piece::WorkingCopy(1)),
        transport: None,
        storage: None,
    };
    let entries = vec![
        entry(Act::Collected, None, party("A")),
        entry(Act::Copied, party("A"), None),
        entry(Act::HandedOver, party("B"), party("C")),
    ];
    vec![cbor::to_canonical(&entries).expect("plain values")]
}

/// Every gap points at an entry, and the original comes first.
fn custody(bytes: &[u8]) {
    if let Ok(entries) = cbor::from_canonical::<Vec<CustodyEntry>>(bytes) {
        let chains = custody::check(&entries);
        assert_eq!(chains[0].0, Piece::Original);
        assert!(chains.iter().all(|(_, chain)| chain.gaps.iter().all(|gap| gap.at < entries.len())));
    }
}

fn reference_seeds() -> Vec<Vec<u8>> {
    let reference = Reference {
        kind: comity_evidence::reference::PlaceKind::File,
        place: b"/evidence/image.dd".to_vec().into(),
        size: 1,
        files: 1,
        content: comity_evidence::reference::Content::Bytes(Digests::of(b"x")),
    };
    vec![cbor::to_canonical(&reference).expect("plain values")]
}

fn reference(bytes: &[u8]) {
    if let Ok(reference) = cbor::from_canonical::<Reference>(bytes) {
        let again = cbor::to_canonical(&reference).expect("plain values");
        assert_eq!(
            cbor::from_canonical::<Reference>(&again).expect("what was written can be read"),
            reference
        );
    }
}

fn leaf_seeds() -> Vec<Vec<u8>> {
    let of = |size: usize| {
        let mut hasher = LeafHasher::of_leaf(1024).expect("a chunk of BLAKE3");
        hasher.update(&vec![7; size]);
        hasher.finish().expect("few leaves").to_text().into_bytes()
    };
    [0, 1024, 1025, 5 * 1024].map(of).to_vec()
}

/// A list has one spelling, and every leaf of it a place in its file.
fn leaves(bytes: &[u8]) {
    if let Ok(list) = Leaves::parse(bytes) {
        assert_eq!(list.to_text().as_bytes(), bytes);
        let last = list.range(list.count() - 1);
        assert!(last.end == list.size() && (list.size() == 0 || !last.is_empty()));
        assert!(list.range(list.count()).is_empty());
        assert_eq!(list.touched(&(0..u64::MAX)).end, if list.size() == 0 { 0 } else { list.count() });
        list.is_leaf(0, bytes);
    }
}
