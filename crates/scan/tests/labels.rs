//! Precision and recall on labelled addresses, each in one of twelve contexts.

use comity_scan::{Class, Kind, Ledger, Scanner, Value};

use crate::data;

#[test]
fn every_valid_bitcoin_address_and_nothing_else() {
    let Some(rows) =
        data::rows("every_valid_bitcoin_address_and_nothing_else", "evidence/addresses/labels.jsonl")
    else {
        return;
    };
    let scanner = Scanner::new().with_kinds([Kind::BitcoinAddress]);
    let (mut valid, mut right, mut reported, mut shared) = (0, 0, 0, 0);
    for row in &rows {
        let text = row["text"].as_str().unwrap();
        let value = row["value"].as_str().unwrap();
        let expected = row["kind"] == "BTC" && row["valid"] == true;
        valid += usize::from(expected);
        for hit in scanner.scan_bytes(text.as_bytes()) {
            reported += 1;
            assert_eq!((hit.kind, hit.class), (Kind::BitcoinAddress, Class::Verified));
            let Value::Plain { found, .. } = &hit.value else { panic!("an address is no secret") };
            let start = usize::try_from(hit.offset).unwrap();
            assert_eq!(&text[start..start + found.len()], found);
            // A Bitcoin Cash address of the old form is, byte for byte, a Bitcoin address.
            if row["kind"] == "BCH" && row["valid"] == true && found == value {
                shared += 1;
                continue;
            }
            assert!(expected && found == value, "{found} in {}", row["id"]);
            right += 1;
        }
    }
    println!(
        "{} texts, {valid} valid addresses, {reported} reported, {right} right, {shared} shared",
        rows.len()
    );
    assert!(valid >= 89, "the labels hold fewer addresses than their README says");
    assert_eq!((right, reported), (valid, valid + shared));
}

#[test]
fn every_valid_address_of_every_ledger_and_nothing_else() {
    let test = "every_valid_address_of_every_ledger_and_nothing_else";
    let Some(rows) = data::rows(test, "evidence/addresses/labels.jsonl") else { return };
    // A web address around an address is right too, and tested elsewhere.
    let addresses = Kind::ALL.iter().take_while(|kind| **kind != Kind::EmailAddress);
    let scanner = Scanner::new().with_kinds(addresses.copied());
    let mut right = 0;
    for row in &rows {
        let (text, value) = (row["text"].as_str().unwrap(), row["value"].as_str().unwrap());
        let mut hits = scanner.scan_bytes(text.as_bytes());
        hits.retain(|hit| hit.class != Class::ShapeOnly);
        let found: Vec<_> = hits
            .iter()
            .map(|hit| match &hit.value {
                Value::Plain { found, .. } => (hit.kind, found.as_str()),
                other => panic!("an address is no secret: {other:?}"),
            })
            .collect();
        if row["valid"] != true {
            assert_eq!(found, [], "{}", row["id"]);
            continue;
        }
        let kind = match row["kind"].as_str().unwrap() {
            "BTC" => Kind::BitcoinAddress,
            // Of old forms that are Bitcoin's too, the letters do not tell for which ledger they were meant.
            "BCH" | "LTC" if value.starts_with(['1', '3']) => Kind::BitcoinAddress,
            "BCH" => Kind::BitcoinCashAddress,
            "LTC" => Kind::LitecoinAddress,
            "DOGE" => Kind::DogecoinAddress,
            "DASH" => Kind::DashAddress,
            "ZEC" => Kind::ZcashAddress,
            "XMR" => Kind::MoneroAddress,
            "ETH" => Kind::EvmAddress,
            "TRX" => Kind::TronAddress,
            "XRP" => Kind::XrpAddress,
            other => panic!("{other} is new"),
        };
        assert_eq!(found, [(kind, value)], "{}", row["id"]);
        right += 1;
    }
    println!("{} texts, {right} valid addresses, all found, nothing else", rows.len());
    assert!(right >= 219, "the labels hold fewer addresses than their README says");
}

#[test]
fn every_labelled_address_is_read_by_its_ledger() {
    let Some(rows) =
        data::rows("every_labelled_address_is_read_by_its_ledger", "evidence/addresses/labels.jsonl")
    else {
        return;
    };
    let mut read = 0;
    for row in &rows {
        let ledger = match row["kind"].as_str().unwrap() {
            "BTC" => Ledger::Bitcoin,
            "BCH" => Ledger::BitcoinCash,
            "LTC" => Ledger::Litecoin,
            "DOGE" => Ledger::Dogecoin,
            "DASH" => Ledger::Dash,
            "TRX" => Ledger::Tron,
            "ETH" => Ledger::Evm,
            "XRP" => Ledger::Xrp,
            "XMR" => Ledger::Monero,
            "ZEC" => Ledger::Zcash,
            _ => continue,
        };
        let value = row["value"].as_str().unwrap();
        let found = ledger.address(value);
        assert_eq!(found.is_ok(), row["valid"] == true, "{ledger} {value}: {found:?}");
        read += 1;
    }
    println!("{read} addresses of ten ledgers");
    assert!(read >= 300, "the labels hold fewer addresses than their README says");
}
