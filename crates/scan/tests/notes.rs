//! Real ransom notes and negotiation chats, against an oracle that shares no code with the scanner: every
//! part of every text is handed to the `bitcoin` crate's own parser.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::str::FromStr;

use bitcoin::address::NetworkUnchecked;
use comity_scan::{Hit, Kind, Network, Scanner, Value};

use crate::data;

type Places = BTreeMap<usize, (String, Network)>;

#[test]
fn every_address_in_real_ransom_notes_is_found() {
    compare("every_address_in_real_ransom_notes_is_found", "evidence/notes/ransom_notes.tar.gz", 1);
}

#[test]
fn every_address_in_real_ransom_chats_is_found() {
    compare("every_address_in_real_ransom_chats_is_found", "evidence/notes/ransom_chats.tar.gz", 1);
}

fn compare(test: &str, name: &str, at_least: usize) {
    let Some(files) = data::archive(test, name) else { return };
    let scanner = Scanner::new();
    let (mut bytes, mut addresses, mut distinct) = (0, 0, BTreeMap::new());
    for (file, content) in &files {
        let found = by_scanner(&scanner.scan_bytes(content));
        let expected = by_oracle(content);
        assert_eq!(found, expected, "{file}");
        bytes += content.len();
        addresses += found.len();
        distinct.extend(found.into_values());
    }
    let (files, distinct) = (files.len(), distinct.len());
    println!("{name}: {files} files, {bytes} bytes, {addresses} addresses, {distinct} distinct");
    assert!(addresses >= at_least, "the data hold no address");
}

fn by_scanner(hits: &[Hit]) -> Places {
    let mut places = Places::new();
    // The oracle knows Bitcoin alone.
    for hit in hits.iter().filter(|hit| hit.kind == Kind::BitcoinAddress) {
        let Value::Plain { found, .. } = &hit.value else {
            panic!("an address is no secret: {}", hit.path())
        };
        let offset = usize::try_from(hit.offset).unwrap();
        assert!(places.insert(offset, (found.clone(), hit.network.unwrap())).is_none());
    }
    places
}

/// Every part of the text that the parser takes, wherever it begins and ends.
fn by_oracle(bytes: &[u8]) -> Places {
    let mut places = Places::new();
    for start in 0..bytes.len() {
        let lengths: RangeInclusive<usize> = match bytes[start] {
            b'1' | b'2' | b'3' | b'm' | b'n' => 25..=36,
            b'b' | b'B' | b't' | b'T' if looks_like_segwit(&bytes[start..]) => 8..=90,
            _ => continue,
        };
        for length in lengths {
            let Some(part) = bytes.get(start..start + length) else { break };
            if !part.iter().all(u8::is_ascii_alphanumeric) {
                break;
            }
            let part = std::str::from_utf8(part).unwrap();
            if let Ok(address) = bitcoin::Address::<NetworkUnchecked>::from_str(part) {
                places.insert(start, (part.to_owned(), network(part, &address)));
            }
        }
    }
    places
}

fn looks_like_segwit(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(5)]).to_lowercase();
    ["bc1", "tb1", "bcrt1"].iter().any(|prefix| start.starts_with(prefix))
}

fn network(text: &str, address: &bitcoin::Address<NetworkUnchecked>) -> Network {
    let segwit = looks_like_segwit(text.as_bytes());
    let valid_for = |network| address.is_valid_for_network(network);
    if valid_for(bitcoin::Network::Bitcoin) {
        Network::Mainnet
    } else if !segwit {
        Network::TestnetOrRegtest
    } else if valid_for(bitcoin::Network::Regtest) {
        Network::Regtest
    } else {
        Network::Testnet
    }
}
