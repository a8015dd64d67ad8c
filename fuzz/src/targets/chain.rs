//! Blocks, block files, files of tags, addresses and findings.

use std::sync::{Arc, LazyLock};

use comity_chain::block::Block;
use comity_chain::hash::Outpoint;
use comity_chain::ledger::{IngestOptions, Ledger};
use comity_chain::script::ScriptKey;
use comity_chain::source::{BlkFiles, BlockSource as _};
use comity_chain::tags::{ActorPack, Stated, TagFile, TagFormat, TagPack, TagSet};
use comity_chain::trace::{Direction, Method, Start, TraceQuestion};
use comity_chain::{Finding, Network};

use comity_disk::{Disk, DiskPath, SimDisk};

use crate::Target;

/// The targets of this crate.
pub fn targets() -> Vec<Target> {
    vec![
        Target { name: "chain-block", seeds: block_seeds, run: block },
        Target { name: "chain-block-file", seeds: file_seeds, run: file },
        Target { name: "chain-store", seeds: manifest_seeds, run: manifest },
        Target { name: "chain-tag-pack", seeds: pack_seeds, run: pack },
        Target { name: "chain-actor-pack", seeds: actor_seeds, run: actors },
        Target { name: "chain-tag-list", seeds: list_seeds, run: list },
        Target { name: "chain-tag-csv", seeds: csv_seeds, run: csv },
        Target { name: "chain-address", seeds: address_seeds, run: address },
        Target { name: "chain-finding", seeds: finding_seeds, run: finding },
    ]
}

/// The beginning of the exercise chain.
static CHAIN: &[u8] = include_bytes!("../../../packs/exercises/chain/blk00000.dat");
static PACK: &[u8] = include_bytes!("../../../packs/tags/exercise.yaml");

const NET: Network = Network::Regtest;

/// The places and lengths of the first blocks of the chain.
fn blocks(count: usize) -> Vec<&'static [u8]> {
    let source = BlkFiles::memory([("blk00000.dat".to_owned(), CHAIN.to_vec())], NET);
    let mut found = Vec::new();
    source.list(&mut |stored| found.push(stored)).expect("the exercise chain is sound");
    let slice = |at: u64, length: u32| {
        let at = usize::try_from(at).expect("an offset in memory");
        &CHAIN[at..at + usize::try_from(length).expect("a length in memory")]
    };
    found.into_iter().take(count).map(|stored| slice(stored.offset, stored.length)).collect()
}

fn file_of(blocks: &[&[u8]]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for block in blocks {
        bytes.extend_from_slice(&NET.magic());
        bytes.extend_from_slice(&u32::try_from(block.len()).expect("a block is short").to_le_bytes());
        bytes.extend_from_slice(block);
    }
    bytes
}

/// The first block, and one in which payments with and without a witness stand.
fn block_seeds() -> Vec<Vec<u8>> {
    let all = blocks(usize::MAX);
    let busiest = all.iter().max_by_key(|block| block.len()).expect("the chain has blocks");
    vec![all[0].to_vec(), busiest.to_vec(), all[all.len() - 1].to_vec()]
}

fn block(bytes: &[u8]) {
    let Ok(mut read) = Block::read(bytes) else { return };
    // Everything that was read lies inside the bytes, and its parts can be walked again.
    let length: usize = read
        .by_ref()
        .map_while(Result::ok)
        .map(|tx| {
            let scripts = tx.inputs().map(|input| input.script_sig.len()).sum::<usize>()
                + tx.outputs().map(|output| output.script.len()).sum::<usize>();
            assert!(scripts < tx.raw().len());
            for output in tx.outputs() {
                let key = ScriptKey::of_script(output.script);
                let again =
                    ScriptKey::parse(&key.text(NET), NET).expect("what is printed as an address is one");
                assert!(again.alternatives().any(|other| other == key));
            }
            let _ = (tx.txid(), tx.is_coinbase());
            tx.raw().len()
        })
        .sum();
    assert!(length < bytes.len());
    let _ = Block::check(bytes, NET).map(|block| block.stated_height());
}

/// A few linked blocks; the same with room set aside; the same cut.
fn file_seeds() -> Vec<Vec<u8>> {
    let whole = file_of(&blocks(4));
    vec![whole.clone(), [&whole[..], &[0; 64]].concat(), whole[..whole.len() - 30].to_vec(), vec![0; 16]]
}

fn file(bytes: &[u8]) {
    for key in [[0; 8], [7, 0, 1, 2, 3, 4, 5, 0xfa]] {
        let source = BlkFiles::memory([("blk00000.dat".to_owned(), bytes.to_vec())], NET).with_key(key);
        let mut ledger = Ledger::new(NET);
        match ledger.ingest(&source, &alone(), &mut |_| {}) {
            Ok(report) => {
                assert_eq!(ledger.tip_height(), Some(report.tip_height));
                let view = ledger.at(None).expect("a ledger that was filled has a tip");
                assert!(view.utxo().count <= report.outputs);
            }
            Err(_) => assert_eq!(ledger.tip_height(), None),
        }
    }
}

/// One thread: there are enough targets to keep the others busy.
fn alone() -> IngestOptions {
    IngestOptions { threads: Some(1), ..IngestOptions::default() }
}

/// The manifest of a small store.
fn manifest_seeds() -> Vec<Vec<u8>> {
    let disk = stored();
    vec![disk.read(&manifest_path(), 1 << 20).expect("a store has a manifest"), b"{\"format\": 1}".to_vec()]
}

/// A store of a few blocks.
fn stored() -> Arc<dyn Disk> {
    let disk: Arc<dyn Disk> = Arc::new(SimDisk::new());
    let source = BlkFiles::memory([("blk00000.dat".to_owned(), file_of(&blocks(4)))], NET);
    let mut ledger = Ledger::open_to_write(disk.clone(), NET, 7).expect("an empty disk takes a store");
    ledger.ingest(&source, &alone(), &mut |_| {}).expect("the exercise chain is sound");
    disk
}

fn manifest_path() -> DiskPath {
    DiskPath::new("ledger.json").expect("a literal path")
}

/// Whatever a manifest says, a store is opened or refused.
fn manifest(bytes: &[u8]) {
    let disk = stored();
    comity_disk::write_durable(disk.as_ref(), &manifest_path(), bytes).expect("a disk in memory takes it");
    let _ = Ledger::open(disk.clone());
    let _ = Ledger::open_to_write(disk, NET, 7);
}

fn pack_seeds() -> Vec<Vec<u8>> {
    let header = PACK.split(|byte| *byte == b'\n').take(24).collect::<Vec<_>>().join(&b'\n');
    vec![header, b"title: T\ncreator: C\ntags:\n- {address: a, currency: BTC, label: &l L}\n- {address: b, currency: ETH, label: *l}\n".to_vec()]
}

fn pack(bytes: &[u8]) {
    if let Ok(pack) = TagPack::parse(bytes) {
        sorted(&pack);
    }
}

/// Every row of a pack becomes a tag, or is counted.
fn sorted(pack: &TagPack) {
    let mut tags = TagSet::new(NET);
    let report = tags.add(pack);
    let counted = report.taken + report.other_currency + report.no_address.len() + report.repeated_rows.len();
    assert_eq!(counted, pack.rows.len() + pack.without_address.len());
    for conflict in tags.conflicts() {
        let key = ScriptKey::parse(&conflict.address, NET).expect("what is printed as an address is one");
        assert!(tags.find(&key).count() >= conflict.rows.len());
    }
}

fn actor_seeds() -> Vec<Vec<u8>> {
    vec![
        b"title: T\ncreator: C\nactors:\n- id: '01'\n  label: L\n  uri: u\n  jurisdictions: [MT]\n  categories: [exchange]\n  aliases: [b]\n  context:\n    refs: [r]\n    active: false\n"
            .to_vec(),
        b"title: T\ncreator: C\nlastmod: 2023-02-17\nactors:\n- {id: a, label: L, context: '{\"a\": 1}'}\n".to_vec(),
    ]
}

fn actors(bytes: &[u8]) {
    let Ok(pack) = ActorPack::parse(bytes, &Stated::default()) else { return };
    let mut tags = TagSet::new(NET);
    assert!(tags.add_actors(&pack) && !tags.add_actors(&pack));
    for actor in &pack.actors {
        assert!(tags.actor(&actor.id).contains(&actor));
    }
}

fn list_seeds() -> Vec<Vec<u8>> {
    vec![b"mhjsDj2QupkeYwfEDrzUJagzHN9EXpdz31\r\n\n bcrt1q29ck0jpsdw5duw8705e60hr4mq0a72lyyykhnf\n".to_vec()]
}

fn list(bytes: &[u8]) {
    flat(TagFormat::Ofac, bytes);
}

fn csv_seeds() -> Vec<Vec<u8>> {
    vec![
        b"address,label\nmhjsDj2QupkeYwfEDrzUJagzHN9EXpdz31,\"L, \"\"M\"\"\"\n".to_vec(),
        "\u{feff}Label,address,currency,category,abuse,actor,source,confidence,date\r\n\"a\nb\",c,BTC,shop,scam,d,e,f,2024\r\n"
            .into(),
    ]
}

fn csv(bytes: &[u8]) {
    flat(TagFormat::Csv, bytes);
}

/// A file of a format that does not name itself.
fn flat(format: TagFormat, bytes: &[u8]) {
    let text = |text: &str| Some(text.to_owned());
    let stated = Stated { title: text("T"), creator: text("C"), currency: text("XBT"), ..Stated::default() };
    if let Ok(TagFile::Tags(pack)) = TagFile::parse(format, bytes, &stated) {
        sorted(&pack);
    }
}

fn address_seeds() -> Vec<Vec<u8>> {
    let hash = "script:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    ["mhjsDj2QupkeYwfEDrzUJagzHN9EXpdz31", "bcrt1q29ck0jpsdw5duw8705e60hr4mq0a72lyyykhnf", hash]
        .map(|text| text.as_bytes().to_vec())
        .to_vec()
}

fn address(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok(key) = ScriptKey::parse(text, NET) {
        assert_eq!(ScriptKey::parse(&key.text(NET), NET).expect("what was printed reads back"), key);
    }
    if let Ok(outpoint) = text.parse::<Outpoint>() {
        assert_eq!(outpoint.to_string().parse::<Outpoint>().expect("what was printed reads back"), outpoint);
    }
}

/// A ledger of a few blocks and a finding on it.
static SMALL: LazyLock<(Ledger, Finding)> = LazyLock::new(small);

fn small() -> (Ledger, Finding) {
    let bytes = file_of(&blocks(3));
    let source = BlkFiles::memory([("blk00000.dat".to_owned(), bytes)], NET);
    let mut ledger = Ledger::new(NET);
    ledger.ingest(&source, &alone(), &mut |_| {}).expect("the exercise chain is sound");
    let view = ledger.at(None).expect("the ledger was filled");
    let start = Start::Transaction(view.block_at(1).expect("it has three blocks").txids[0]);
    let question = TraceQuestion::fifo_forward(vec![start]);
    let finding = view.find(&question, &TagSet::new(NET), &[]).expect("the start is there");
    (ledger, finding)
}

fn finding_seeds() -> Vec<Vec<u8>> {
    let (ledger, made) = &*SMALL;
    let view = ledger.at(None).expect("the ledger was filled");
    let mut backward = TraceQuestion { direction: Direction::Backward, ..made.question.clone() };
    backward.method = Method::Haircut;
    backward.beside = vec![Method::Fifo, Method::Poison];
    let backward = view.find(&backward, &TagSet::new(NET), &[]).expect("the start is there");
    let bytes = |finding: &Finding| finding.to_json().expect("a finding that was made can be written");
    vec![bytes(made), bytes(&backward)]
}

fn finding(bytes: &[u8]) {
    let Ok(read) = Finding::from_json(bytes) else { return };
    let (ledger, made) = &*SMALL;
    let verdict = read.verify(ledger).expect("a small finding has a digest");
    assert!(verdict.is_equal() || read != *made);
    if verdict.is_equal() {
        assert_eq!(read.compute_digest().expect("a small finding has a digest"), read.result_digest);
        assert!(read.proofs.iter().all(comity_chain::finding::TxProof::holds));
    }
    for proof in &read.proofs {
        let _ = proof.holds();
    }
}
