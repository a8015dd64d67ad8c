//! Real input through the whole program, beside an oracle that shares no code with it: the `bitcoin` crate.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::path::Path;
use std::process::Command;
use std::str::FromStr as _;

use bitcoin::address::NetworkUnchecked;
use bitcoin::consensus::Decodable as _;
use serde_json::Value;

use crate::bench::{Bench, data, errors, said, text};

/// Every part of a text that the oracle takes for an address, by the place where it begins.
fn addresses(bytes: &[u8]) -> BTreeMap<usize, String> {
    let mut places = BTreeMap::new();
    for start in 0..bytes.len() {
        let lengths: RangeInclusive<usize> = match bytes[start] {
            b'1' | b'2' | b'3' | b'm' | b'n' => 25..=36,
            b'b' | b'B' | b't' | b'T' => 8..=90,
            _ => continue,
        };
        for length in lengths {
            let Some(part) = bytes.get(start..start + length) else { break };
            if !part.iter().all(u8::is_ascii_alphanumeric) {
                break;
            }
            let part = std::str::from_utf8(part).unwrap();
            if bitcoin::Address::<NetworkUnchecked>::from_str(part).is_ok() {
                places.insert(start, part.to_owned());
            }
        }
    }
    places
}

fn lines(bench: &Bench, words: &[&str]) -> Vec<Value> {
    let output = bench.run(&[&["--json"], words].concat());
    assert!(output.status.success(), "{}", errors(&output));
    said(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn files(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

#[test]
fn every_address_in_the_real_notes_and_chats_is_found_by_the_program() {
    let Some(data) = data("every_address_in_the_real_notes_and_chats_is_found_by_the_program") else {
        return;
    };
    for (archive, least) in [("ransom_notes", 3), ("ransom_chats", 1)] {
        let bench = Bench::new();
        let folder = bench.path(archive);
        std::fs::create_dir(&folder).unwrap();
        let from = data.join(format!("evidence/notes/{archive}.tar.gz"));
        let unpacked = Command::new("tar").arg("xzf").arg(&from).arg("-C").arg(&folder).status();
        assert!(unpacked.unwrap().success());
        let mut expected = BTreeSet::new();
        let mut paths = Vec::new();
        files(&folder, &mut paths);
        for path in &paths {
            let name = path.strip_prefix(&folder).unwrap().display().to_string();
            let found = addresses(&std::fs::read(path).unwrap());
            expected.extend(found.into_iter().map(|(at, address)| (name.clone(), at, address)));
        }
        assert!(expected.len() >= least, "{archive} holds {} addresses", expected.len());
        let hits = lines(&bench, &["scan", &folder.display().to_string()]);
        let found: BTreeSet<_> = hits
            .iter()
            .filter(|hit| hit["kind"] == "bitcoin-address")
            .map(|hit| {
                let name = text(&hit["path"]).rsplit_once('-').map_or(text(&hit["path"]), |(name, _)| name);
                let name = Path::new(name).strip_prefix(&folder).unwrap_or(Path::new(name));
                let at = usize::try_from(hit["offset"].as_u64().unwrap()).unwrap();
                (name.display().to_string(), at, text(&hit["value"]).to_owned())
            })
            .collect();
        assert_eq!(found, expected, "{archive}");
    }
}

/// The blocks of a file of whole records, as the oracle reads them.
fn blocks(path: &Path) -> Vec<bitcoin::Block> {
    let bytes = std::fs::read(path).unwrap();
    let (mut rest, mut blocks) = (&bytes[..], Vec::new());
    while let [_, _, _, _, a, b, c, d, after @ ..] = rest {
        let length = usize::try_from(u32::from_le_bytes([*a, *b, *c, *d])).unwrap();
        // The last record of a file may be cut.
        let Some((block, after)) = after.split_at_checked(length) else { break };
        blocks.push(bitcoin::Block::consensus_decode_from_finite_reader(&mut &*block).unwrap());
        rest = after;
    }
    blocks
}

#[test]
fn real_blocks_are_linked_by_the_program_and_hold_the_oracles_transactions() {
    let test = "real_blocks_are_linked_by_the_program_and_hold_the_oracles_transactions";
    let Some(data) = data(test) else { return };
    let networks = [
        ("mainnet", &["mainnet-0-299.blk.dat", "mainnet-300-599.blk.dat"][..], 599),
        ("testnet3", &["testnet3-0-400.blk.dat"], 400),
    ];
    for (network, names, tip) in networks {
        let bench = Bench::new();
        let folder = bench.path("blocks");
        std::fs::create_dir(&folder).unwrap();
        let mut expected = Vec::new();
        for (number, name) in names.iter().enumerate() {
            let from = data.join("chain/btc-chains").join(name);
            std::fs::copy(&from, folder.join(format!("blk{number:05}.dat"))).unwrap();
            expected.extend(blocks(&from));
        }
        let folder = folder.display().to_string();
        let of = ["--blocks", &folder, "--network", network];
        let status = lines(&bench, &[&["chain", "status"], &of[..]].concat()).remove(0);
        assert_eq!((&status["height"], &status["report"]["first_height"]), (&tip.into(), &0.into()));
        assert_eq!(status["report"]["unknown_prevouts"], 0);
        let txids: Vec<_> =
            expected.iter().flat_map(|block| &block.txdata).map(|tx| tx.compute_txid().to_string()).collect();
        assert_eq!(status["report"]["transactions"], txids.len());
        let asked =
            [&["chain", "tx"], &of[..], &txids.iter().map(String::as_str).collect::<Vec<_>>()].concat();
        let found: BTreeSet<_> = lines(&bench, &asked)
            .iter()
            .flat_map(|line| line.as_array().unwrap())
            .map(|tx| text(&tx["txid"]).to_owned())
            .collect();
        assert_eq!(found, txids.into_iter().collect::<BTreeSet<_>>(), "{network}");
    }
}
