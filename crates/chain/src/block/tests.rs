use bitcoin::consensus::{deserialize, serialize};
use bitcoin::hashes::Hash as _;
use proptest::prelude::*;

use super::*;

/// Mainnet's first block from the oracle, so that no block bytes are typed in here.
fn genesis() -> Vec<u8> {
    serialize(&bitcoin::blockdata::constants::genesis_block(bitcoin::Network::Bitcoin))
}

/// A transaction with `inputs` inputs and `outputs` outputs, with a witness or without.
fn transaction(inputs: usize, outputs: usize, witness: bool) -> bitcoin::Transaction {
    let input = |i: usize| bitcoin::TxIn {
        previous_output: bitcoin::OutPoint::new(
            bitcoin::Txid::from_byte_array([7; 32]),
            u32::try_from(i).unwrap(),
        ),
        script_sig: bitcoin::ScriptBuf::from_bytes(vec![0x51; i * 100]),
        sequence: bitcoin::Sequence::MAX,
        witness: if witness {
            bitcoin::Witness::from_slice(&[vec![1; 300], vec![]])
        } else {
            bitcoin::Witness::new()
        },
    };
    let output = |i: usize| bitcoin::TxOut {
        value: bitcoin::Amount::from_sat(u64::try_from(i).unwrap()),
        script_pubkey: bitcoin::ScriptBuf::from_bytes(vec![0x6a; i * 70]),
    };
    bitcoin::Transaction {
        version: bitcoin::transaction::Version::TWO,
        lock_time: bitcoin::absolute::LockTime::ZERO,
        input: (0..inputs).map(input).collect(),
        output: (0..outputs).map(output).collect(),
    }
}

#[test]
fn the_first_block_reads_and_its_parts_are_the_known_ones() {
    let bytes = genesis();
    let block = Block::check(&bytes, Network::Mainnet).unwrap();
    assert_eq!(block.header.hash(), Network::Mainnet.genesis());
    assert_eq!(block.header.time(), 1_231_006_505);
    assert_eq!(
        block.txids[0].to_string(),
        "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b"
    );
    assert!(block.transactions[0].is_coinbase());
    assert_eq!(block.transactions[0].outputs().next().unwrap().value_sat, 5_000_000_000);
    assert_eq!(block.stated_height(), None);
}

#[test]
fn every_flipped_bit_of_a_block_is_noticed() {
    let bytes = genesis();
    for at in 0..bytes.len() {
        let mut flipped = bytes.clone();
        flipped[at] ^= 1;
        assert!(Block::check(&flipped, Network::Mainnet).is_err(), "byte {at}");
    }
}

#[test]
fn every_cut_of_a_block_is_noticed() {
    let bytes = genesis();
    for length in 0..bytes.len() {
        assert!(matches!(
            Block::check(&bytes[..length], Network::Mainnet),
            Err(BlockError::BreaksOff { .. })
        ));
    }
    let mut longer = bytes;
    longer.push(0);
    assert_eq!(Block::check(&longer, Network::Mainnet).unwrap_err(), BlockError::TrailingBytes(1));
}

#[test]
fn a_block_of_another_network_is_too_easy() {
    let bytes = serialize(&bitcoin::blockdata::constants::genesis_block(bitcoin::Network::Regtest));
    assert!(Block::check(&bytes, Network::Regtest).is_ok());
    assert!(matches!(Block::check(&bytes, Network::Mainnet), Err(BlockError::TargetNotAllowed { .. })));
}

#[test]
fn length_is_bounded_at_the_limit_and_refused_one_past_it() {
    assert!(!matches!(Block::read(&vec![0; MAX_BLOCK_LEN]).map(|_| ()), Err(BlockError::TooLong(_))));
    assert!(matches!(Block::read(&vec![0; MAX_BLOCK_LEN + 1]).map(|_| ()), Err(BlockError::TooLong(_))));
}

#[test]
fn a_count_that_the_bytes_have_no_room_for_allocates_nothing() {
    let mut bytes = genesis()[..HEADER_LEN].to_vec();
    bytes.extend_from_slice(&[0xff; 9]);
    assert!(matches!(Block::read(&bytes).map(|_| ()), Err(BlockError::BreaksOff { .. })));
}

#[test]
fn values_are_bounded_at_all_coins_and_refused_one_past_it() {
    let mut tx = transaction(1, 2, false);
    tx.output[0].value = bitcoin::Amount::from_sat(MAX_MONEY_SAT - 1);
    tx.output[1].value = bitcoin::Amount::from_sat(1);
    assert!(Tx::parse(&serialize(&tx)).is_ok());
    tx.output[1].value = bitcoin::Amount::from_sat(2);
    assert!(matches!(Tx::parse(&serialize(&tx)), Err(BlockError::ValueOutOfRange { .. })));
}

#[test]
fn what_bitcoin_core_refuses_is_refused() {
    let good = serialize(&transaction(1, 1, false));
    assert!(Tx::parse(&good).is_ok());
    // The count of inputs, 1, spelled in three bytes.
    let long = [&good[..4], &[0xfd, 1, 0], &good[5..]].concat();
    assert!(matches!(Tx::parse(&long), Err(BlockError::LongNumber { .. })));
    let flag = [&good[..4], &[0, 2], &good[4..]].concat();
    assert!(matches!(Tx::parse(&flag), Err(BlockError::WitnessFlag { flag: 2, .. })));
    let (before, lock_time) = good.split_at(good.len() - 4);
    let empty = [&before[..4], &[0, 1], &before[4..], &[0], lock_time].concat();
    assert!(matches!(Tx::parse(&empty), Err(BlockError::WitnessEmpty { .. })));
    let no_outputs = [&good[..4 + 1 + MIN_INPUT_LEN], &[0], lock_time].concat();
    assert!(matches!(
        Tx::parse(&no_outputs),
        Err(BlockError::NoOutputs { .. } | BlockError::BreaksOff { .. })
    ));
}

proptest! {
    #[test]
    fn transactions_agree_with_the_bitcoin_crate(inputs in 1_usize..6, outputs in 1_usize..6, witness: bool) {
        let theirs = transaction(inputs, outputs, witness);
        let bytes = serialize(&theirs);
        let ours = Tx::parse(&bytes).unwrap();
        prop_assert_eq!(ours.has_witness(), witness);
        prop_assert_eq!(*ours.txid().as_bytes(), theirs.compute_txid().to_byte_array());
        for (ours, theirs) in ours.inputs().zip(&theirs.input) {
            prop_assert_eq!(ours.prevout.to_string(), theirs.previous_output.to_string());
            prop_assert_eq!(ours.script_sig, theirs.script_sig.as_bytes());
        }
        for (ours, theirs) in ours.outputs().zip(&theirs.output) {
            prop_assert_eq!(ours.value_sat, theirs.value.to_sat());
            prop_assert_eq!(ours.script, theirs.script_pubkey.as_bytes());
        }
        for length in 0..bytes.len() {
            prop_assert!(Tx::parse(&bytes[..length]).is_err());
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused_as_the_bitcoin_crate_does(bytes in proptest::collection::vec(0_u8..4, 0..200)) {
        let theirs = deserialize::<bitcoin::Transaction>(&bytes).ok();
        // The oracle takes transactions without inputs or outputs and any value; blocks have none of these.
        if let Ok(ours) = Tx::parse(&bytes) {
            let theirs = theirs.expect("what we read, the oracle reads");
            prop_assert_eq!(ours.txid().to_string(), theirs.compute_txid().to_string());
        }
    }
}
