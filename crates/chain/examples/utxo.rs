//! Prints what a regtest node's `blocks` folder holds, in one line that compares with the node's own `gettxoutsetinfo`:
//! `tip HEIGHT HASH utxos N total SATS`. Run by `make interop`: `cargo run -p comity-chain --example utxo -- DIR`.

use std::error::Error;
use std::io::Write;
use std::path::PathBuf;

use comity_chain::Network;
use comity_chain::ledger::{IngestOptions, Ledger};
use comity_chain::source::BlkFiles;

fn main() -> Result<(), Box<dyn Error>> {
    let folder =
        std::env::args_os().nth(1).map(PathBuf::from).ok_or("give the folder with the blk*.dat files")?;
    let mut ledger = Ledger::new(Network::Regtest);
    let source = BlkFiles::folder(&folder, Network::Regtest)?;
    let report = ledger.ingest(&source, &IngestOptions::default(), &mut |_| {})?;
    let utxo = ledger.at(None)?.utxo();
    let (height, tip) = (report.tip_height, report.tip);
    writeln!(std::io::stdout(), "tip {height} {tip} utxos {} total {}", utxo.count, utxo.total_sat)?;
    Ok(())
}
