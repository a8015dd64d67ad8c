//! Real blocks of the main and test networks, against the `bitcoin` crate.

use bitcoin::hashes::Hash as _;
use comity_chain::block::Block;
use comity_chain::hash::Txid;
use comity_chain::ledger::{IngestOptions, Ledger};
use comity_chain::network::Network;
use comity_chain::script::ScriptKey;
use comity_chain::source::{BlkFiles, SourceNote};
use comity_record::Coded as _;

use crate::support::{block_file, ingest, one_file, records, test_data};

fn oracle(block: &[u8]) -> bitcoin::Block {
    bitcoin::consensus::deserialize(block).unwrap()
}

/// Everything that the ledger holds of the chain is what the oracle reads in the same files.
fn agrees(ledger: &Ledger, blocks: &[&[u8]], network: bitcoin::Network) {
    let view = ledger.at(None).unwrap();
    assert_eq!(usize::try_from(view.height()).unwrap() + 1, blocks.len());
    for (height, block) in blocks.iter().enumerate() {
        let theirs = oracle(block);
        let ours = view.block_at(u32::try_from(height).unwrap()).unwrap();
        assert_eq!(ours.hash.to_string(), theirs.block_hash().to_string());
        assert_eq!(ours.txids.len(), theirs.txdata.len());
        for (txid, theirs) in ours.txids.iter().zip(&theirs.txdata) {
            assert_eq!(txid.to_string(), theirs.compute_txid().to_string());
            let tx = &view.transactions(txid)[0];
            assert_eq!(tx.inputs.len(), theirs.input.len());
            for (ours, theirs) in tx.inputs.iter().zip(&theirs.input) {
                let null = theirs.previous_output.is_null();
                assert_eq!(
                    ours.prevout.map(|o| o.to_string()),
                    (!null).then(|| theirs.previous_output.to_string())
                );
                assert_eq!(ours.value_sat.is_some(), !null);
            }
            for (ours, theirs) in tx.outputs.iter().zip(&theirs.output) {
                assert_eq!(ours.value_sat, theirs.value.to_sat());
                if let Ok(address) = bitcoin::Address::from_script(&theirs.script_pubkey, network) {
                    assert_eq!(ours.address, address.to_string());
                }
            }
        }
    }
}

#[test]
fn mainnet_0_to_599_is_linked_and_every_txid_is_the_oracles() {
    let name = "mainnet_0_to_599_is_linked_and_every_txid_is_the_oracles";
    let files = ["btc-chains/mainnet-0-299.blk.dat", "btc-chains/mainnet-300-599.blk.dat"];
    let [Some(first), Some(second)] = files.map(|file| test_data(name, file)) else { return };
    // The later blocks come first: order is by headers, not by files.
    let (ledger, report) = ingest(&BlkFiles::files([second.clone(), first.clone()], Network::Mainnet));
    assert_eq!((report.tip_height, report.unknown_prevouts, report.stale.len()), (599, 0, 0));
    let bytes = [std::fs::read(first).unwrap(), std::fs::read(&second).unwrap()].concat();
    agrees(&ledger, &records(&bytes), bitcoin::Network::Bitcoin);
    // The first payment of all, at height 170, from the coinbase of block 9.
    let payment: Txid = "f4184fc596403b9d638783cf57adfe4c75c605f6356fbc91338530e9831e9e16".parse().unwrap();
    let view = ledger.at(None).unwrap();
    let payment = &view.transactions(&payment)[0];
    assert_eq!((payment.height, payment.fee_sat), (170, Some(0)));
    assert_eq!(payment.inputs[0].value_sat, Some(5_000_000_000));
    assert!(ledger.at(Some(169)).unwrap().transactions(&payment.txid).is_empty());
    // 600 coinbases of 50, less the first, which no node counts.
    assert_eq!(view.utxo().total_sat, 599 * 5_000_000_000);
}

#[test]
fn blocks_that_begin_later_need_their_height_and_count_what_they_do_not_know() {
    let name = "blocks_that_begin_later_need_their_height_and_count_what_they_do_not_know";
    let Some(later) = test_data(name, "btc-chains/mainnet-300-599.blk.dat") else { return };
    let source = BlkFiles::files([later], Network::Mainnet);
    let mut ledger = Ledger::new(Network::Mainnet);
    let error = ledger.ingest(&source, &IngestOptions::default(), &mut |_| {}).unwrap_err();
    assert_eq!(error.code(), "chain-ingest-first-height-unknown");
    assert_eq!(ledger.tip_height(), None);
    let options = IngestOptions { first_height: Some(300), ..IngestOptions::default() };
    let report = ledger.ingest(&source, &options, &mut |_| {}).unwrap();
    assert_eq!((report.first_height, report.tip_height), (300, 599));
    assert!(report.unknown_prevouts > 0);
    let view = ledger.at(None).unwrap();
    assert!(view.block_at(299).is_none() && view.block_at(300).is_some());
}

#[test]
fn testnet_0_to_400_is_linked_and_its_cut_tail_is_a_note() {
    let name = "testnet_0_to_400_is_linked_and_its_cut_tail_is_a_note";
    let Some(file) = test_data(name, "btc-chains/testnet3-0-400.blk.dat") else { return };
    let (ledger, report) = ingest(&BlkFiles::files([file.clone()], Network::Testnet3));
    assert_eq!(report.tip_height, 400);
    assert!(matches!(&report.notes[..], [SourceNote::CutTail { length: 4973, .. }]));
    agrees(&ledger, &records(&std::fs::read(file).unwrap()), bitcoin::Network::Testnet);
}

#[test]
fn a_tail_with_zeros_is_read_and_a_cut_one_left_out_with_a_note() {
    let name = "a_tail_with_zeros_is_read_and_a_cut_one_left_out_with_a_note";
    let Some(cut) = test_data(name, "btc-chains/mainnet-truncated-tail.blk.dat") else { return };
    let Some(whole) = test_data(name, "btc-chains/mainnet-0-299.blk.dat") else { return };
    let whole = std::fs::read(whole).unwrap();
    let tail = std::fs::read(cut).unwrap();
    let files = |parts: [&[u8]; 2]| {
        let named = parts.iter().enumerate().map(|(i, part)| (format!("blk{i:05}.dat"), part.to_vec()));
        BlkFiles::memory(named, Network::Mainnet)
    };
    // The file as it is: blocks 300 to 599, a zero, one of them again, more than a thousand zeros.
    let (ledger, report) = ingest(&files([&whole, &tail]));
    assert_eq!((ledger.tip_height(), report.repeated.len()), (Some(599), 1));
    let length = |note: &SourceNote| match note {
        SourceNote::Padding { length, .. } => *length,
        other => panic!("{other:?}"),
    };
    let zeros: Vec<_> = report.notes.iter().map(length).collect();
    assert_eq!(zeros, [1, 1022]);
    // Cut anywhere inside the last record it is left out, and breaks off if another file follows.
    for kept in [tail.len() - 1023, tail.len() - 1022 - 216, 70_451, 70_455] {
        let (ledger, report) = ingest(&files([&whole, &tail[..kept]]));
        assert_eq!((ledger.tip_height(), report.repeated.len()), (Some(599), 0));
        assert!(matches!(&report.notes[..], [SourceNote::Padding { .. }, SourceNote::CutTail { .. }]));
        let other_way = files([&tail[..kept], &whole]);
        let error = Ledger::new(Network::Mainnet).ingest(&other_way, &IngestOptions::default(), &mut |_| {});
        assert_eq!(error.unwrap_err().code(), "chain-source-breaks-off");
    }
}

#[test]
fn single_blocks_from_2014_to_2024_agree_with_the_oracle() {
    let name = "single_blocks_from_2014_to_2024_agree_with_the_oracle";
    for (file, network, theirs, height) in [
        ("mainnet-300025", Network::Mainnet, bitcoin::Network::Bitcoin, Some(300_025)),
        ("mainnet-363703", Network::Mainnet, bitcoin::Network::Bitcoin, Some(363_703)),
        ("mainnet-413567", Network::Mainnet, bitcoin::Network::Bitcoin, Some(413_567)),
        ("mainnet-2021-09-30", Network::Mainnet, bitcoin::Network::Bitcoin, None),
        ("mainnet-866342", Network::Mainnet, bitcoin::Network::Bitcoin, Some(866_342)),
        ("testnet3-928848", Network::Testnet3, bitcoin::Network::Testnet, Some(928_848)),
    ] {
        let Some(path) = test_data(name, &format!("btc-blocks/{file}.raw")) else { return };
        let bytes = std::fs::read(path).unwrap();
        let ours = Block::check(&bytes, network).unwrap();
        let oracle = oracle(&bytes);
        assert_eq!(ours.header.hash().as_bytes(), oracle.block_hash().as_byte_array());
        assert_eq!(ours.transactions.len(), oracle.txdata.len());
        for ((tx, txid), oracle) in ours.transactions.iter().zip(&ours.txids).zip(&oracle.txdata) {
            assert_eq!(txid.as_bytes(), oracle.compute_txid().as_byte_array());
            assert_eq!(tx.raw(), bitcoin::consensus::serialize(oracle));
            for (output, oracle) in tx.outputs().zip(&oracle.output) {
                let key = ScriptKey::of_script(output.script);
                match bitcoin::Address::from_script(&oracle.script_pubkey, theirs) {
                    Ok(address) => assert_eq!(key.text(network), address.to_string()),
                    Err(_) => assert!(key.kind().is_by_hash()),
                }
            }
        }
        // Alone in a ledger, what its inputs spend is unknown but for outputs of the block itself.
        let (ledger, report) = ingest(&one_file(network, block_file(network, [&bytes[..]])));
        if let Some(height) = height {
            assert_eq!(report.first_height, height);
        }
        let own: std::collections::HashSet<_> =
            oracle.txdata.iter().map(bitcoin::Transaction::compute_txid).collect();
        let spent = oracle.txdata.iter().skip(1).flat_map(|tx| &tx.input);
        let unknown = spent.filter(|input| !own.contains(&input.previous_output.txid)).count();
        assert_eq!(usize::try_from(report.unknown_prevouts).unwrap(), unknown, "{file}");
        assert_eq!(ledger.tip_height(), Some(report.first_height));
        if file == "mainnet-866342" {
            // The block came with the 7,972 outputs that it spends, whether made before it or in it.
            assert_eq!(report.inputs - 1, 7972);
        }
    }
}
