//! Writes a made-up regtest chain as a node's block files: linked blocks with proved work, whose every input spends an
//! output that is there.
//!
//! `cargo run --release -p comity-chain --example made_chain -- FOLDER MEGABYTES [SEED]`. The same seed gives the same
//! bytes. What the shape is: 0.36 transactions, 0.95 inputs and 0.40 new scripts an output; scripts of five kinds in about
//! the shares of recent years; half of all spends take one of the last 2,000 unspent outputs, the other half reach back
//! with the logarithm of the age equally likely. The shares of ages on the real chain are not known here: this is a
//! guess that makes linking harder than spends of the last block would.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a generator for measurements"
)]

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::PathBuf;

use sha2::{Digest as _, Sha256};

const MAGIC: [u8; 4] = [0xfa, 0xbf, 0xb5, 0xda];
const FILE_BYTES: usize = 128 << 20;
const BLOCK_BYTES: usize = 1_500_000;
const YOUNG: usize = 2000;

struct Coin {
    txid: [u8; 32],
    vout: u32,
    sat: u64,
}

struct Made {
    dice: u64,
    coins: Vec<Coin>,
    scripts: u64,
    outputs: u64,
    transactions: u64,
    inputs: u64,
}

impl Made {
    /// Splitmix64 (Steele, Lea, Flood 2014).
    fn roll(&mut self) -> u64 {
        self.dice = self.dice.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.dice;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, sides: u64) -> u64 {
        self.roll() % sides
    }

    fn coin(&mut self) -> Coin {
        let held = self.coins.len();
        if self.below(2) == 0 {
            let age = self.below(held.min(YOUNG) as u64) as usize;
            self.coins.remove(held - 1 - age)
        } else {
            let unit = self.below(1 << 30) as f64 / f64::from(1_u32 << 30);
            let age = (held as f64).powf(unit) as usize;
            self.coins.swap_remove(held - age.clamp(1, held))
        }
    }

    /// A script: new, of a busy holder, or of anybody before.
    fn script(&mut self, into: &mut Vec<u8>) {
        let number = match self.below(100) {
            _ if self.scripts < 100 => self.scripts,
            0..40 => self.scripts,
            40..60 => self.below(self.scripts.min(1000)),
            _ => {
                let unit = self.below(1 << 30) as f64 / f64::from(1_u32 << 30);
                self.scripts - ((self.scripts as f64).powf(unit) as u64).clamp(1, self.scripts)
            }
        };
        if number == self.scripts {
            self.scripts += 1;
        }
        let payload: [u8; 32] = Sha256::digest(number.to_le_bytes()).into();
        let (before, length, after): (&[u8], usize, &[u8]) = match payload[31] % 100 {
            0..45 => (&[22, 0x00, 0x14], 20, &[]),
            45..68 => (&[25, 0x76, 0xa9, 0x14], 20, &[0x88, 0xac]),
            68..79 => (&[23, 0xa9, 0x14], 20, &[0x87]),
            79..96 => (&[34, 0x51, 0x20], 32, &[]),
            _ => (&[34, 0x00, 0x20], 32, &[]),
        };
        into.extend_from_slice(before);
        into.extend_from_slice(&payload[..length]);
        into.extend_from_slice(after);
    }

    /// Adds a transaction to a block; its id.
    fn transaction(
        &mut self,
        coins: &[Coin],
        outputs: u64,
        coinbase: Option<u32>,
        into: &mut Vec<u8>,
    ) -> [u8; 32] {
        let witness = coinbase.is_none() && self.below(10) < 8;
        let mut middle = Vec::with_capacity(512);
        let sat = match coinbase {
            Some(height) => {
                middle.extend_from_slice(&[1]);
                middle.extend_from_slice(&[0; 32]);
                middle.extend_from_slice(&[0xff; 4]);
                middle.push(5);
                middle.push(4);
                middle.extend_from_slice(&height.to_le_bytes());
                middle.extend_from_slice(&[0xff; 4]);
                50 * 100_000_000
            }
            None => {
                middle.push(coins.len() as u8);
                for coin in coins {
                    middle.extend_from_slice(&coin.txid);
                    middle.extend_from_slice(&coin.vout.to_le_bytes());
                    let length = if witness { 0 } else { 107 };
                    middle.push(length);
                    middle.resize(middle.len() + usize::from(length), 0x5a);
                    middle.extend_from_slice(&0xffff_fffd_u32.to_le_bytes());
                }
                coins.iter().map(|coin| coin.sat).sum::<u64>()
            }
        };
        middle.push(outputs as u8);
        let mut left = sat - sat / 10_000;
        let mut values = vec![];
        for number in 0..outputs {
            let part = if number + 1 == outputs { left } else { self.below(left + 1) };
            left -= part;
            values.push(part);
            middle.extend_from_slice(&part.to_le_bytes());
            self.script(&mut middle);
        }
        let (version, lock_time) = (2_u32.to_le_bytes(), 0_u32.to_le_bytes());
        let hash = Sha256::new().chain_update(version).chain_update(&middle).chain_update(lock_time);
        let txid: [u8; 32] = Sha256::digest(hash.finalize()).into();
        into.extend_from_slice(&version);
        if witness {
            into.extend_from_slice(&[0, 1]);
        }
        into.extend_from_slice(&middle);
        for _ in coins.iter().filter(|_| witness) {
            into.extend_from_slice(&[2, 72]);
            into.resize(into.len() + 72, 0x30);
            into.push(33);
            into.resize(into.len() + 33, 0x02);
        }
        into.extend_from_slice(&lock_time);
        self.transactions += 1;
        self.inputs += coins.len() as u64;
        self.outputs += outputs;
        for (vout, sat) in (0..).zip(values) {
            self.coins.push(Coin { txid, vout, sat });
        }
        txid
    }
}

fn main() {
    let mut args = std::env::args().skip(1);
    let folder = PathBuf::from(args.next().expect("a folder"));
    let bytes = args.next().expect("how many megabytes").parse::<usize>().unwrap() * 1_000_000;
    let seed = args.next().map_or(1, |seed| seed.parse().unwrap());
    let mut made = Made { dice: seed, coins: vec![], scripts: 0, outputs: 0, transactions: 0, inputs: 0 };
    let genesis = bitcoin::blockdata::constants::genesis_block(bitcoin::Network::Regtest);
    let mut prev = *<bitcoin::BlockHash as AsRef<[u8; 32]>>::as_ref(&genesis.block_hash());
    let mut blocks = vec![bitcoin::consensus::serialize(&genesis)];
    let (mut written, mut in_file, mut number, mut height) = (0, 0, 0, 0_u32);
    let open =
        |number: u32| BufWriter::new(File::create(folder.join(format!("blk{number:05}.dat"))).unwrap());
    let mut file = open(0);
    loop {
        for block in blocks.drain(..) {
            if in_file + block.len() + 8 > FILE_BYTES {
                number += 1;
                in_file = 0;
                file.flush().unwrap();
                file = open(number);
            }
            file.write_all(&MAGIC).unwrap();
            file.write_all(&(block.len() as u32).to_le_bytes()).unwrap();
            file.write_all(&block).unwrap();
            in_file += block.len() + 8;
            written += block.len() + 8;
        }
        if written >= bytes {
            break;
        }
        height += 1;
        let (mut body, mut txids) = (vec![], vec![]);
        let outputs = if height < 200 { 200 } else { 2 };
        txids.push(made.transaction(&[], outputs, Some(height), &mut body));
        while body.len() < BLOCK_BYTES && made.coins.len() > 100 {
            let inputs = [1, 1, 1, 2, 2, 3, 4, 7][made.below(8) as usize];
            let coins: Vec<Coin> = (0..inputs).map(|_| made.coin()).collect();
            let outputs = [1, 2, 2, 2, 2, 2, 3, 8][made.below(8) as usize];
            txids.push(made.transaction(&coins, outputs, None, &mut body));
            // Blocks of the first days are small.
            if height < 200 && txids.len() > 50 {
                break;
            }
        }
        let mut level = txids.clone();
        while level.len() > 1 {
            let pair = |pair: &[[u8; 32]]| -> [u8; 32] {
                Sha256::digest(Sha256::digest([pair[0], pair[pair.len() - 1]].concat())).into()
            };
            level = level.chunks(2).map(pair).collect();
        }
        let mut header = Vec::with_capacity(80);
        header.extend_from_slice(&1_u32.to_le_bytes());
        header.extend_from_slice(&prev);
        header.extend_from_slice(&level[0]);
        header.extend_from_slice(&(1_300_000_000 + 600 * height).to_le_bytes());
        header.extend_from_slice(&0x207f_ffff_u32.to_le_bytes());
        header.extend_from_slice(&[0; 4]);
        prev = (0_u32..)
            .find_map(|nonce| {
                header[76..].copy_from_slice(&nonce.to_le_bytes());
                let hash: [u8; 32] = Sha256::digest(Sha256::digest(&header)).into();
                (hash[31] < 0x7f).then_some(hash)
            })
            .unwrap();
        let mut block = header;
        block.push(0xfd);
        block.extend_from_slice(&(txids.len() as u16).to_le_bytes());
        if txids.len() < 0xfd {
            block.truncate(80);
            block.push(txids.len() as u8);
        }
        block.extend_from_slice(&body);
        blocks.push(block);
    }
    file.flush().unwrap();
    let outputs = made.outputs as f64;
    println!(
        "{written} bytes, {height} blocks, {} transactions, {} inputs, {} outputs, {} scripts",
        made.transactions, made.inputs, made.outputs, made.scripts
    );
    println!(
        "an output: {:.1} bytes, {:.3} transactions, {:.3} inputs, {:.3} new scripts",
        written as f64 / outputs,
        made.transactions as f64 / outputs,
        made.inputs as f64 / outputs,
        made.scripts as f64 / outputs
    );
}
