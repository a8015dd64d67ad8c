//! What `comity chain ingest`, `comity chain export` and `comity chain verify` are asked.

use std::path::PathBuf;

use clap::Args;
use comity_chain::ledger::MIN_MEMORY_BYTES;

use super::{Asked, LedgerOrBlocks};

/// Which blocks are taken into which ledger.
#[derive(Args)]
pub struct Ingest {
    #[command(flatten)]
    pub from: BlocksFrom,
    #[command(flatten)]
    pub login: RpcLogin,
    /// The file with the password of --rpc-user
    #[arg(long, value_name = "FILE", requires = "rpc_user", conflicts_with_all = ["rpc_cookie", "blocks", "rest"])]
    pub rpc_password_file: Option<PathBuf>,
    /// The folder of the ledger; made if it is not there
    #[arg(long, value_name = "FOLDER")]
    pub store: PathBuf,
    /// mainnet, testnet3, testnet4, signet or regtest
    #[arg(long, default_value = "mainnet")]
    pub network: String,
    /// Memory that may be taken, such as 512M or 8G; 64M is the least, and a quarter of the machine's is taken if left out
    #[arg(long, value_name = "SIZE", value_parser = memory_size)]
    pub memory: Option<u64>,
    /// How many threads work; one for each core if left out
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub threads: Option<u16>,
    /// The height of the first block, where the files begin later than the network
    ///
    /// Blocks from 2013 on state their height, and it can be left out. For older ones a wrong height is found only
    /// where a block that the program knows, a change of difficulty or a block of 2013 or later follows: ask a node for
    /// it (bitcoin-cli getblockheader HASH).
    #[arg(long, value_name = "HEIGHT")]
    pub first_height: Option<u32>,
}

/// Where blocks are read.
#[derive(Args)]
#[group(required = true, multiple = false)]
pub struct BlocksFrom {
    /// The folder with the blk*.dat files of a Bitcoin node, or one such file
    #[arg(long, value_name = "PATH")]
    pub blocks: Option<PathBuf>,
    /// Where a Bitcoin Core node answers that was started with -rest=1, such as http://127.0.0.1:8332
    #[arg(long, value_name = "URL")]
    pub rest: Option<String>,
    /// Where a Bitcoin Core node answers by JSON-RPC, such as http://127.0.0.1:8332
    #[arg(long, value_name = "URL", requires = "RpcLogin")]
    pub rpc: Option<String>,
}

/// How a node lets in who asks by JSON-RPC.
#[derive(Args)]
#[group(multiple = false, requires = "rpc", conflicts_with_all = ["blocks", "rest"])]
pub struct RpcLogin {
    /// The file .cookie in the folder of a node that runs
    #[arg(long, value_name = "FILE")]
    pub rpc_cookie: Option<PathBuf>,
    /// The name under which the node knows who asks, with --rpc-password-file
    #[arg(long, value_name = "NAME", requires = "rpc_password_file")]
    pub rpc_user: Option<String>,
}

/// Which ledger is written where.
#[derive(Args)]
pub struct Export {
    /// The folder for the files: empty, made if it is not there, or one of an earlier export of the same ledger
    #[arg(long, value_name = "FOLDER")]
    pub parquet: PathBuf,
    /// The folder of a ledger that comity chain ingest made
    #[arg(long, value_name = "FOLDER")]
    pub store: PathBuf,
    /// mainnet, testnet3, testnet4, signet or regtest; the ledger's own if left out
    #[arg(long)]
    pub network: Option<String>,
    /// Export the ledger as of this height
    #[arg(long, value_name = "HEIGHT")]
    pub at: Option<u32>,
    /// A tag pack, beside those that the ledger keeps; may be given again
    #[arg(long, value_name = "FILE")]
    pub tags: Vec<PathBuf>,
}

/// What a recomputation is asked of: as [`Asked`], but for the height, which the finding says itself.
#[derive(Args)]
pub struct AskedOfFinding {
    #[command(flatten)]
    pub of: LedgerOrBlocks,
    /// mainnet, testnet3, testnet4, signet or regtest; mainnet for blocks if left out, the ledger's own for a ledger
    #[arg(long)]
    pub network: Option<String>,
    /// The height of the first block, where the files begin later than the network
    #[arg(long, value_name = "HEIGHT")]
    pub first_height: Option<u32>,
    /// Memory that reading blocks may take
    #[arg(long, value_name = "GIB", default_value_t = 4, value_parser = clap::value_parser!(u8).range(1..=16))]
    pub memory_gib: u8,
}

impl From<AskedOfFinding> for Asked {
    fn from(asked: AskedOfFinding) -> Self {
        let AskedOfFinding { of, network, first_height, memory_gib } = asked;
        Self { of, network, at: None, first_height, memory_gib }
    }
}

/// A size with the letter of its unit: bytes if there is none.
fn memory_size(text: &str) -> Result<u64, String> {
    let (digits, shift) = match text.trim_end_matches("iB").trim_end_matches('B') {
        text if text.ends_with(['k', 'K']) => (&text[..text.len() - 1], 10),
        text if text.ends_with('M') => (&text[..text.len() - 1], 20),
        text if text.ends_with('G') => (&text[..text.len() - 1], 30),
        text => (text, 0),
    };
    let size = digits.parse::<u64>().ok().and_then(|size| size.checked_mul(1 << shift));
    let size = size.ok_or_else(|| "write a number with M or G, such as 512M or 8G".to_owned())?;
    if size < MIN_MEMORY_BYTES {
        return Err(format!("the least is {}M", MIN_MEMORY_BYTES >> 20));
    }
    Ok(size)
}
