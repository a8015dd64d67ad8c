//! The words of the search in files.

use std::path::PathBuf;

use clap::Args;

#[derive(Args)]
pub struct ScanArguments {
    /// Files and folders
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// Look only for these kinds
    #[arg(long, value_delimiter = ',', value_name = "KIND")]
    pub kinds: Vec<String>,
    /// Search the bytes as they are, and open neither archives nor mails nor other encodings
    #[arg(long)]
    pub no_decode: bool,
    /// A list of the SHA-256 digests of known files, as sha256sum, hashdeep or a table writes it: files with one of them are
    /// not searched; may be given again
    #[arg(long, value_name = "FILE")]
    pub known: Vec<PathBuf>,
}
