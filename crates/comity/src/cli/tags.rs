//! The words of the commands on tags.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use comity_record::{Country, Sha256Digest};

/// Tags: who is said to hold an address, by whom, and where it is written.
///
/// A ledger keeps the files that are imported, each as it came, and its traces and look-ups use them. Files that disagree
/// are both kept and both shown.
#[derive(Subcommand)]
pub enum TagsCommand {
    /// Keep files of tags in a ledger: all of them, or where one is not taken none
    Import(ImportTags),
    /// The files that a ledger keeps, and the states that were entered
    List {
        /// The folder of a ledger that comity chain ingest made
        #[arg(long, value_name = "FOLDER")]
        store: PathBuf,
    },
    /// Keep a file no longer
    Remove {
        /// The SHA-256 of the file, as comity chain tags list tells it
        digest: Sha256Digest,
        /// The folder of a ledger that comity chain ingest made
        #[arg(long, value_name = "FOLDER")]
        store: PathBuf,
    },
    /// The addresses of which files say different things, with every row that names them
    Conflicts {
        /// The folder of a ledger that comity chain ingest made
        #[arg(long, value_name = "FOLDER")]
        store: PathBuf,
    },
    /// What is said of addresses, with file, row and source; no blocks are needed
    Show {
        #[command(flatten)]
        of: StoreOrTags,
        /// mainnet, testnet3, testnet4, signet or regtest; mainnet for tag packs if left out, the ledger's own for a ledger
        #[arg(long)]
        network: Option<String>,
        /// The addresses
        #[arg(required = true, value_name = "ADDRESS")]
        addresses: Vec<String>,
    },
    /// Enter the state whose courts a service answers to, and where that is written
    ///
    /// Until somebody enters it, it is unknown: what an actor pack calls a jurisdiction is not taken for it. It holds for
    /// all rows of the actor, or of the label where a row names no actor.
    AnswersTo {
        /// The actor or the label, as a tag writes it
        #[arg(value_name = "ACTOR|LABEL")]
        name: String,
        /// The state, by its two letters (ISO 3166-1)
        #[arg(required_unless_present = "unknown", requires = "source")]
        country: Option<Country>,
        /// Where it is written
        #[arg(long, value_name = "TEXT", requires = "country")]
        source: Option<String>,
        /// Take back what was entered
        #[arg(long, conflicts_with_all = ["country", "source"])]
        unknown: bool,
        /// The folder of a ledger that comity chain ingest made
        #[arg(long, value_name = "FOLDER")]
        store: PathBuf,
    },
}

/// Files of tags, and what is said of them.
#[derive(Args)]
pub struct ImportTags {
    /// The files
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The folder of a ledger that comity chain ingest made
    #[arg(long, value_name = "FOLDER")]
    pub store: PathBuf,
    /// The format; seen by the ending of the name (yaml, csv, txt for a list of sanctions) if left out
    #[arg(long)]
    pub format: Option<TagFormatName>,
    /// The title, where the file does not say it; its name if left out
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// Who made the file, where it does not say it: needed for CSV and lists of sanctions
    #[arg(long, value_name = "TEXT")]
    pub creator: Option<String>,
    /// Under which licence it may be used
    #[arg(long, value_name = "TEXT")]
    pub licence: Option<String>,
    /// Where its rows were learnt, where they do not say it
    #[arg(long, value_name = "TEXT")]
    pub source: Option<String>,
    /// The currency of its rows, where they do not say it; for a list of sanctions the end of its name (…_XBT.txt) if left out
    #[arg(long, value_name = "CODE")]
    pub currency: Option<String>,
}

/// The formats, as they are written on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TagFormatName {
    /// A GraphSense `TagPack` in YAML
    Tagpack,
    /// A GraphSense actor pack in YAML
    Actorpack,
    /// A list of sanctioned addresses, one a line
    Ofac,
    /// CSV with a header row: address, label, and any of currency, category, abuse, actor, source, confidence, date
    Csv,
}

/// The tags that a ledger keeps, or tag packs that are read for this question alone.
#[derive(Args)]
#[group(required = true, multiple = false)]
pub struct StoreOrTags {
    /// The folder of a ledger that comity chain ingest made
    #[arg(long, value_name = "FOLDER")]
    pub store: Option<PathBuf>,
    /// A tag pack in YAML; may be given again
    #[arg(long, value_name = "FILE")]
    pub tags: Vec<PathBuf>,
}
