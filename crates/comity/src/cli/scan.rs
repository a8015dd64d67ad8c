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
    /// A file of rules in the language of YARA; may be given again
    ///
    /// Each rule that holds is told like a hit: its name, and where its strings lie, but not what stands there. Rules are asked
    /// about each file and about everything that is opened in it. What has at most 16 MiB they see whole; what is longer they
    /// see in blocks of 16 MiB that overlap by 8 KiB: there strings are found, but filesize, uint32() and its kin, and modules
    /// know nothing ("seen": "blocks"). There are the modules hash, math and string, and no include. The namespace of a rule is
    /// the name of its file. Rules that take longer than a minute for one part are not asked further about it.
    #[arg(long, value_name = "FILE")]
    pub rules: Vec<PathBuf>,
    #[command(flatten)]
    pub secrets: SecretsArguments,
}

/// Where secrets go that are found.
#[derive(Args)]
pub struct SecretsArguments {
    /// Write the recovery phrases and keys that are found, in plain, into a new file in the format of the program age
    ///
    /// It holds one JSON object a line, which may be none: fingerprint, kind, secret, file, path, offset. Everything else that
    /// is printed stays masked.
    #[arg(long = "secrets-to", value_name = "FILE")]
    pub to: Option<PathBuf>,
    /// Encrypt it to this public key, age1…; may be given again. Without any, a passphrase is asked for
    #[arg(long = "secrets-for", value_name = "KEY", requires = "to")]
    pub recipients: Vec<String>,
    /// A file with that passphrase; asked for when left out
    #[arg(
        long = "secrets-passphrase-file",
        value_name = "FILE",
        requires = "to",
        conflicts_with = "recipients"
    )]
    pub passphrase_file: Option<PathBuf>,
}
