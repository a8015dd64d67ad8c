//! Exports a stored ledger, to be timed: `parquet_export STORE FOLDER`.

#![allow(clippy::print_stdout, reason = "an example prints what it did")]

use std::path::Path;
use std::sync::Arc;

use comity_chain::Ledger;
use comity_disk::{Disk, RealDisk};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let [store, folder] = &std::env::args().skip(1).collect::<Vec<_>>()[..] else {
        return Err("usage: parquet_export STORE FOLDER".into());
    };
    let ledger = Ledger::open(Arc::new(RealDisk::open(Path::new(store))?))?;
    let disk: Arc<dyn Disk> = Arc::new(RealDisk::create(Path::new(folder))?);
    let report = comity_parquet::export(&ledger.at(None)?, &[], &disk, &mut |_| {})?;
    println!("{}", serde_json::to_string(&report)?);
    Ok(())
}
