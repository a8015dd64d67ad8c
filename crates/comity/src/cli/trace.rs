//! What `comity chain trace`, `comity case trace` and `comity chain peel` are asked.

use std::path::PathBuf;

use clap::Args;

use super::Asked;

/// Follow money.
#[derive(Args)]
pub struct Trace {
    #[command(flatten)]
    pub asked: Asked,
    /// Where it begins: addresses, transactions, or outputs as TXID:N
    #[arg(value_name = "START", required_unless_present = "from")]
    pub starts: Vec<String>,
    /// Where it begins; another way to write START, and may be given again
    #[arg(long, value_name = "START")]
    pub from: Vec<String>,
    #[command(flatten)]
    pub how: Following,
    /// Write the finding, which others can recompute, into a new file
    #[arg(long, value_name = "FILE")]
    pub finding: Option<PathBuf>,
    /// Write a drawing of the flow into a new file
    #[arg(long, value_name = "FILE")]
    pub svg: Option<PathBuf>,
    /// Write the flow as a graph for other programs into a new file
    #[arg(long, value_name = "FILE")]
    pub graphml: Option<PathBuf>,
}

/// By which rule money is followed, and how far.
#[derive(Args)]
pub struct Following {
    /// forward, to where money went, or backward, to where it came from
    #[arg(long, default_value = "forward")]
    pub direction: String,
    /// fifo, lifo, haircut, poison, lowest-intermediate-balance (libr), or all; may be given again, for a table of all side by side
    #[arg(long = "method", value_name = "METHOD", default_value = "fifo")]
    pub methods: Vec<String>,
    /// Which of several methods is relied on: its movements are in the finding, the sums of the others beside it
    #[arg(long, value_name = "METHOD")]
    pub relied_on: Option<String>,
    /// A tag pack in YAML; may be given again
    #[arg(long, value_name = "FILE")]
    pub tags: Vec<PathBuf>,
    /// Let what tags say of one address count for all addresses that were spent together with it
    #[arg(long)]
    pub by_owner: bool,
    /// Tell owners by this layer too: change-one-time, change-script-kind, change-not-round or
    /// change-smaller-than-inputs; may be given again; goes with --by-owner
    #[arg(long = "layer", value_name = "NAME", requires = "by_owner")]
    pub layers: Vec<String>,
    /// Stop there too: service, coinjoin, coinjoin=PERCENT (50 to 100), category=NAME, address=ADDRESS or tx=TXID; none begins without service and coinjoin; may be given again
    #[arg(long, value_name = "STOP")]
    pub stop: Vec<String>,
    /// Do not stop there: service, coinjoin or category=NAME; may be given again
    #[arg(long, value_name = "STOP")]
    pub no_stop: Vec<String>,
    /// Follow no transaction above this height; backward, none below it
    #[arg(long, value_name = "HEIGHT")]
    pub until: Option<u32>,
    /// Stop where money lay for more than so many blocks before it moved
    #[arg(long, value_name = "BLOCKS")]
    pub age: Option<u32>,
    /// Stop after so many transactions; 1000 if left out
    #[arg(long, alias = "hops", value_name = "COUNT")]
    pub depth: Option<u32>,
    /// Stop at outputs that hold less traced value
    #[arg(long, alias = "least-sat", value_name = "SATOSHIS")]
    pub min_sats: Option<u64>,
    /// Stop once so many outputs have been reached; 10000 if left out
    #[arg(long, value_name = "COUNT")]
    pub max_outputs: Option<u64>,
}

/// Follow a peel chain.
#[derive(Args)]
pub struct Peel {
    #[command(flatten)]
    pub asked: Asked,
    /// The output from which it goes on
    #[arg(value_name = "TXID:N")]
    pub output: String,
    /// A tag pack in YAML; may be given again
    #[arg(long, value_name = "FILE")]
    pub tags: Vec<PathBuf>,
}
