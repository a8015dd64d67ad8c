//! The words of the command line. Help texts are doc comments, so that they cannot drift from what they describe.

mod agreement;
mod case_name;
mod channel;
pub mod dispatch;
mod exhibit;
mod export;
pub mod law;
mod ledger;
mod moment;
mod office;
mod packs;
pub mod request;
mod scan;
mod secret;
mod serve;
mod stamp;
mod tags;
mod trace;
mod transfer;

use std::num::NonZero;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use comity_chain::paths::PathLimits;
use comity_record::{Country, Language};

use crate::out::Readers;
pub use agreement::AgreementCommand;
pub use case_name::CaseName;
pub use channel::{ChannelCommand, CodeName, Conditions, Sending, Under};
pub use exhibit::{
    ActName, AddExhibit, AnswerOwner, AskOwner, BeginningName, CheckExhibit, ConfirmCustody, CustodyWords,
    EvidenceCommand, ExhibitFile, HitsOfScan, LedgerInCase, OfExhibit, PackageCommand, PagesOfCase,
    PromoteHits, RecordCustody, ScanExhibit, ShowExhibit, TraceInCase, WhichSearch,
};
pub use export::ExportCommand;
pub use law::LawCommand;
pub use ledger::{AskedOfFinding, Export, Ingest};
pub use moment::Moment;
pub use office::{AddProvision, OfficeCommand, ProvisionsCommand, RoleName, VaultLimitsWords};
pub use packs::PacksCommand;
use request::{FormCommand, RequestCommand};
pub use scan::{ScanArguments, SecretsArguments};
pub use secret::SecretOfExhibit;
pub use serve::{ServeArguments, TlsArguments};
pub use stamp::{CheckStamp, NameStampServer, RenewStamps, StampInCase, StampsOfCase};
pub use tags::{ImportTags, StoreOrTags, TagFormatName, TagsCommand};
pub use trace::{Following, Peel, Trace};
pub use transfer::{FetchPackage, LeavesOfFile, OfferCommand, TransferFile};

/// The heading below which the help of a command tells what most commands take: after what is its own.
const GENERAL: &str = "General options";

/// Case node for cooperation against cybercrime across borders.
///
/// An office keeps its cases in a folder of its own. Everything that changes a case is an entry that an officer
/// signs; everything that is shown is folded from entries. The engines (scan and others) also work on plain files,
/// without any case.
#[derive(Parser)]
#[command(name = "comity", version, propagate_version = true, arg_required_else_help = true)]
pub struct Cli {
    /// Print JSON for programs instead of sentences for people
    #[arg(long, global = true, help_heading = GENERAL)]
    pub json: bool,
    /// Print both: the JSON of an answer follows the sentences, behind a record separator
    #[arg(long, global = true, hide = true, conflicts_with = "json")]
    pub both: bool,
    /// The language of messages; what is not translated yet is told in English
    #[arg(long, global = true, env = "COMITY_LANGUAGE", default_value = "en", value_name = "TAG", help_heading = GENERAL)]
    pub language: Language,
    /// What to note on standard error while the program works: faults, warnings, or more
    ///
    /// Without it a serving node notes at info, and every other command at warn.
    #[arg(long, global = true, env = "COMITY_LOG", value_name = "LEVEL", help_heading = GENERAL)]
    pub log: Option<LogLevel>,
    /// The time zone by which days are counted: that of the machine, or a name such as Asia/Dushanbe
    ///
    /// It decides which day is today: on a printed request, for the law, in the clocks. A command that a serving node
    /// carries out counts by the zone of that node.
    #[arg(long, global = true, env = "COMITY_ZONE", value_name = "ZONE", help_heading = GENERAL)]
    pub zone: Option<String>,
    #[command(subcommand)]
    pub command: Command,
}

impl Cli {
    /// For whom answers are.
    pub fn readers(&self) -> Readers {
        match (self.json, self.both) {
            (true, _) => Readers::Programs,
            (false, true) => Readers::Both,
            (false, false) => Readers::People,
        }
    }
}

/// How much is noted. Each level holds those above it.
#[derive(Clone, Copy, ValueEnum)]
pub enum LogLevel {
    /// Nothing
    Off,
    /// What went wrong and should not have
    Error,
    /// What somebody should look at: a counterpart that cannot be reached, say
    Warn,
    /// What was refused to others
    Info,
    /// Every call and every connection that ended early
    Debug,
}

#[derive(Subcommand)]
pub enum Command {
    /// Make, check and keep a node
    #[command(subcommand)]
    Node(NodeCommand),
    /// Officers, roles, packs in force, and the decisions that take two persons
    #[command(subcommand)]
    Office(OfficeCommand),
    /// Open a case, write into it, read it
    #[command(subcommand)]
    Case(CaseCommand),
    /// Agree with another office on what may be sent to and fro
    #[command(subcommand)]
    Agreement(AgreementCommand),
    /// Messages to and from other offices, sealed for them and acknowledged by them
    #[command(subcommand)]
    Channel(ChannelCommand),
    /// Ask another state for help, or answer when it asks: draft, check, issue, receive, keep the clocks
    #[command(subcommand)]
    Request(RequestCommand),
    /// Packs of facts, forms, policies: check, compare, release, take over, put in force
    #[command(subcommand)]
    Packs(PacksCommand),
    /// Find addresses and recovery phrases in files; no case is needed
    Scan(ScanArguments),
    /// Follow money through the blocks of a Bitcoin node's folder; no case is needed
    #[command(subcommand)]
    Chain(ChainCommand),
    /// Seal files so that strangers can check them, and check what was sealed; take in and search the exhibits of a case
    #[command(subcommand)]
    Evidence(EvidenceCommand),
    /// On what basis one state can ask another for help; no case is needed
    #[command(subcommand)]
    Law(LawCommand),
    /// Request forms, drafts and twins in files: show, check and print them; no case is needed
    #[command(subcommand)]
    Form(FormCommand),
    /// Walk through the main job between two offices, as an exercise in a new folder
    Demo {
        /// The folder, which must not exist; when left out comity-demo, or the first of comity-demo-2 and so on that is free
        #[arg(long, value_name = "FOLDER")]
        dir: Option<PathBuf>,
        /// End after the walk, instead of leaving the pages open until Ctrl-C
        #[arg(long)]
        no_serve: bool,
    },
    /// The licences of the program and of everything in it
    Licences {
        /// Print the texts of this part; without it, the parts are listed
        name: Option<String>,
    },
    /// Print the completions of a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Write the manual pages into a folder
    Man {
        /// The folder, which must exist
        folder: PathBuf,
    },
}

impl Command {
    /// Whether the command makes the folder of a node, or needs it for itself; every other one on a node is carried out
    /// by the node when that serves.
    pub fn needs_folder_alone(&self) -> bool {
        use NodeCommand::{Init, Recover, Restore, Serve};
        matches!(self, Self::Node(Init(_) | Serve(_) | Recover { .. } | Restore(_)))
    }
}

/// Which node.
#[derive(Args, Clone)]
pub struct At {
    /// The folder of the node
    #[arg(help_heading = GENERAL, long = "node", env = "COMITY_NODE", value_name = "FOLDER")]
    pub folder: PathBuf,
    /// A file with the passphrase of the node; asked for when left out
    #[arg(help_heading = GENERAL, long, env = "COMITY_NODE_PASSPHRASE_FILE", value_name = "FILE")]
    pub node_passphrase_file: Option<PathBuf>,
}

/// Who acts.
#[derive(Args, Clone)]
pub struct As {
    #[command(flatten)]
    pub at: At,
    /// The officer who acts: the name or the identifier
    #[arg(help_heading = GENERAL, long = "as", env = "COMITY_OFFICER", value_name = "OFFICER")]
    pub officer: String,
    /// The office, when the node serves more than one: the name or the identifier
    #[arg(help_heading = GENERAL, long, env = "COMITY_OFFICE")]
    pub office: Option<String>,
    /// A file with the passphrase of the officer; asked for when left out
    #[arg(help_heading = GENERAL, long, env = "COMITY_PASSPHRASE_FILE", value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
}

#[derive(Subcommand)]
pub enum NodeCommand {
    /// Make a node and found its first office, by two officers
    ///
    /// Asks for three passphrases: that of the node, and one of each founder. Writes a recovery sheet, which is to
    /// be printed, kept in a safe and deleted.
    Init(InitArguments),
    /// Serve the pages of the node until it is told to end (Ctrl-C): on this machine, or by TLS beyond it
    ///
    /// While it serves, it also carries out the commands that are given for its folder, here as everywhere with the
    /// passphrase of the officer who acts.
    Serve(ServeArguments),
    /// Give the passphrase of the node to a node that serves and was started with --locked
    Unlock(At),
    /// Show what the node is and how far its log has come
    Status(At),
    /// Read everything again: signatures, seals, contents, views, log
    Verify(At),
    /// Make the views anew from the entries
    Rebuild(At),
    /// Read every file of exhibits and attachments in the vault again, and say which is damaged
    ///
    /// A node that serves does so by itself, a part each day. What is damaged is written into the journal of the case that
    /// holds it, signed by the node, and so is that it is whole again. Exits with 1 while anything is damaged.
    Scrub(ScrubArguments),
    /// Remove the files from the vault that no entry has needed for a week
    ///
    /// A file whose entry was never recorded, or was forgotten, is seen so at one run and removed at one that comes a
    /// week later or more.
    Sweep(As),
    /// Renew the time-stamps whose certificates end soon; a node that serves does it each day
    RenewStamps(RenewStamps),
    /// Choose a new passphrase of the node with the code of the recovery sheet
    ///
    /// A new sheet is written; the old one opens nothing any more.
    Recover {
        /// The folder of the node
        #[arg(long = "node", env = "COMITY_NODE", value_name = "FOLDER")]
        folder: PathBuf,
        /// A file with the code of the recovery sheet; asked for when left out
        #[arg(long, value_name = "FILE")]
        code_file: Option<PathBuf>,
        /// A file with the new passphrase; asked for when left out
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
        /// Where the new recovery sheet goes; outside the folder of the node
        #[arg(long, value_name = "FILE")]
        recovery_sheet: PathBuf,
    },
    /// Copy the entries, and apart from them the keys; the files of exhibits go into a folder of their own
    Backup(BackupArguments),
    /// Make a node from a backup; its log begins a new life that every counterpart sees
    Restore(RestoreArguments),
}

/// What of the vault is read again.
#[derive(Args)]
pub struct ScrubArguments {
    #[command(flatten)]
    pub at: At,
    /// Go on where the last reading stopped, whether by this command or by a node that served
    #[arg(long)]
    pub resume: bool,
}

/// Where a backup goes.
#[derive(Args)]
pub struct BackupArguments {
    #[command(flatten)]
    pub who: As,
    /// Where the copy of the entries goes
    #[arg(long, value_name = "FILE")]
    pub data: PathBuf,
    /// Where the copy of the keys goes: another medium, kept apart
    #[arg(long, value_name = "FILE")]
    pub keys: PathBuf,
    /// The folder to which the files of exhibits go, sealed; those that are in it already are not copied again
    #[arg(long, value_name = "FOLDER")]
    pub objects: Option<PathBuf>,
}

/// Where a backup lies.
#[derive(Args)]
pub struct RestoreArguments {
    #[command(flatten)]
    pub at: At,
    /// The copy of the entries
    #[arg(long, value_name = "FILE")]
    pub data: PathBuf,
    /// The newest copy of the keys
    #[arg(long, value_name = "FILE")]
    pub keys: PathBuf,
    /// The folder with the files of exhibits
    #[arg(long, value_name = "FOLDER")]
    pub objects: Option<PathBuf>,
    /// The S3-compatible storage in which the files of exhibits lie already, sealed, described by this file
    #[arg(long, value_name = "FILE", conflicts_with = "objects")]
    pub object_store: Option<PathBuf>,
    /// The node.key file of the node
    #[arg(long, value_name = "FILE")]
    pub node_key: PathBuf,
}

/// What an office is, and who founds it.
#[derive(Args)]
pub struct FoundingWords {
    /// The name of the office
    #[arg(long = "office", value_name = "NAME")]
    pub name: String,
    /// The authority that the office belongs to
    #[arg(long)]
    pub authority: String,
    /// The state: two letters of ISO 3166-1
    #[arg(long)]
    pub country: Country,
    /// The office is for exercises only, for ever
    #[arg(long)]
    pub exercise: bool,
    /// A founder, twice: NAME=role,role
    #[arg(long = "founder", value_name = "NAME=ROLES", num_args = 1, required = true)]
    pub founders: Vec<String>,
    /// Files with the passphrases of the founders, in the same order; asked for when left out
    #[arg(long = "founder-passphrase-file", value_name = "FILE", num_args = 1)]
    pub founder_passphrase_files: Vec<PathBuf>,
}

#[derive(Args)]
pub struct InitArguments {
    /// The folder of the new node; it must not exist
    #[arg(long = "node", env = "COMITY_NODE", value_name = "FOLDER")]
    pub folder: PathBuf,
    #[command(flatten)]
    pub founding: FoundingWords,
    /// A file with the passphrase of the node; asked for when left out
    #[arg(long, env = "COMITY_NODE_PASSPHRASE_FILE", value_name = "FILE")]
    pub node_passphrase_file: Option<PathBuf>,
    /// Where the recovery sheet goes; outside the folder of the node
    #[arg(long, value_name = "FILE")]
    pub recovery_sheet: PathBuf,
    /// Keep the files of exhibits, sealed, in the S3-compatible storage that this file describes, not in the folder
    #[arg(long, value_name = "FILE")]
    pub object_store: Option<PathBuf>,
}

#[derive(Subcommand)]
pub enum CaseCommand {
    /// Open a case
    Open {
        #[command(flatten)]
        who: As,
        /// What people call it
        title: String,
        /// The number in the office's register
        #[arg(long)]
        register_number: Option<String>,
    },
    /// The cases that you may read
    List(As),
    /// A case as a time line
    Show {
        #[command(flatten)]
        who: As,
        /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
        case: CaseName,
    },
    /// Write a note
    Note {
        #[command(flatten)]
        who: As,
        /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
        case: CaseName,
        /// The words; read from standard input when left out
        text: Option<String>,
    },
    /// Let an officer join or leave those who work on a case
    Assign {
        #[command(flatten)]
        who: As,
        /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
        case: CaseName,
        /// The officer: the name or the identifier
        person: String,
        /// The officer leaves
        #[arg(long)]
        remove: bool,
    },
    /// Say what a note should have said; the note stays as it was, with the correction beside it
    Correct {
        #[command(flatten)]
        who: As,
        /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
        case: CaseName,
        /// The entry of the note
        entry: comity_record::EntryId,
        /// What it should have said; read from standard input when left out
        text: Option<String>,
        /// Why it is corrected
        #[arg(long)]
        reason: String,
    },
    /// Offer the case to another office of this node, which takes it over
    HandOver {
        #[command(flatten)]
        who: As,
        /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
        case: CaseName,
        /// The office: the name or the identifier
        to: String,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// Take over a case that another office of this node offered; whoever does is its first member
    TakeOver {
        #[command(flatten)]
        who: As,
        /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
        case: CaseName,
    },
    /// Say that an entry does not count
    Withdraw {
        #[command(flatten)]
        who: As,
        /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
        case: CaseName,
        /// The entry
        entry: comity_record::EntryId,
        /// Why it does not count
        #[arg(long)]
        ground: GroundName,
        /// In words
        #[arg(long)]
        reason: String,
    },
    /// Propose to destroy the content of an entry for ever; a second person must approve
    Forget {
        #[command(flatten)]
        who: As,
        /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
        case: CaseName,
        /// The entry
        entry: comity_record::EntryId,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// Approve a step that another person proposed
    Approve {
        #[command(flatten)]
        who: As,
        /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
        case: CaseName,
        /// The entry that proposed it
        proposal: comity_record::EntryId,
    },
    /// Reject a step that another person proposed
    Reject {
        #[command(flatten)]
        who: As,
        /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
        case: CaseName,
        /// The entry that proposed it
        proposal: comity_record::EntryId,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// End the work on a case
    Close {
        #[command(flatten)]
        who: As,
        /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
        case: CaseName,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// Go on with a closed case
    Reopen {
        #[command(flatten)]
        who: As,
        /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
        case: CaseName,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// What a case holds of hits: its wallets, accounts and subjects, and where each was found
    Accounts {
        #[command(flatten)]
        who: As,
        /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
        case: CaseName,
    },
    /// What of this case other cases of the node know: where, if you may read them, else whom to ask
    Matches {
        #[command(flatten)]
        who: As,
        /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
        case: CaseName,
    },
    /// Ask the owners of other cases about a wallet, account or subject that they know too
    ///
    /// Each of them reads your name, your office, the value, which they know, and the reason; not your case.
    AskOwner(AskOwner),
    /// The questions of other cases to this one, and its own with their answers
    Questions {
        #[command(flatten)]
        who: As,
        /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
        case: CaseName,
    },
    /// Answer a question of another case
    ///
    /// Whoever may read the case that asks reads your name, your office and the text; not this case.
    AnswerOwner(AnswerOwner),
    /// Read blocks, link and check them, and record how far they go
    Ledger(LedgerInCase),
    /// Follow money from accounts of the case, and record where it went
    Trace(Box<TraceInCase>),
    /// The traces of a case
    Traces {
        #[command(flatten)]
        who: As,
        /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
        case: CaseName,
    },
    /// Write a file that belongs to an entry: a finding, a drawing, a print
    File {
        #[command(flatten)]
        who: As,
        /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
        case: CaseName,
        /// The entry
        entry: comity_record::EntryId,
        /// The name of the file, as comity case show tells it
        name: String,
        /// Where it goes; it must not exist
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Write the case out for one recipient, as two persons approve, and open what was written
    #[command(subcommand)]
    Export(ExportCommand),
    /// Write the proof that the log holds an entry, for anybody to check
    Prove {
        #[command(flatten)]
        who: As,
        /// The entry
        entry: comity_record::EntryId,
    },
}

/// Why an entry does not count, as it is written on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum GroundName {
    WrongCase,
    Privileged,
    Mistaken,
}

/// A ledger that was taken in before, or blocks that are read for this question alone.
#[derive(Args)]
#[group(required = true, multiple = false)]
pub struct LedgerOrBlocks {
    /// The folder of a ledger that comity chain ingest made
    #[arg(long, value_name = "FOLDER", conflicts_with = "first_height")]
    pub store: Option<PathBuf>,
    /// The folder with the blk*.dat files of a Bitcoin node, or one such file, read for this question alone
    #[arg(long, value_name = "PATH")]
    pub blocks: Option<PathBuf>,
}

/// What is asked.
#[derive(Args)]
pub struct Asked {
    #[command(flatten)]
    pub of: LedgerOrBlocks,
    /// mainnet, testnet3, testnet4, signet or regtest; mainnet for blocks if left out, the ledger's own for a ledger
    #[arg(long)]
    pub network: Option<String>,
    /// Answer as of this height
    #[arg(long, value_name = "HEIGHT")]
    pub at: Option<u32>,
    /// The height of the first block, where the files begin later than the network
    ///
    /// Blocks from 2013 on state their height, and it can be left out. For older ones a wrong height is found only
    /// where a block that the program knows, a change of difficulty or a block of 2013 or later follows: ask a node for
    /// it (bitcoin-cli getblockheader HASH).
    #[arg(long, value_name = "HEIGHT")]
    pub first_height: Option<u32>,
    /// Memory that reading blocks may take
    #[arg(long, value_name = "GIB", default_value_t = 4, value_parser = clap::value_parser!(u8).range(1..=16))]
    pub memory_gib: u8,
}

/// By what addresses are taken for one owner's.
#[derive(Args)]
pub struct Joining {
    /// Join this layer to the first, which is that addresses were spent together: change-one-time, change-script-kind,
    /// change-not-round or change-smaller-than-inputs; may be given again
    #[arg(long = "layer", value_name = "NAME")]
    pub layers: Vec<String>,
    /// A tag pack: what would join two of its actors is held; may be given again
    #[arg(long, value_name = "FILE")]
    pub tags: Vec<PathBuf>,
    /// Join all the same what this transaction shows: somebody has looked at it; may be given again
    #[arg(long = "decided", value_name = "TXID")]
    pub decided: Vec<String>,
}

#[derive(Subcommand)]
pub enum ChainCommand {
    /// Take the blocks of a node into a ledger, or what is new of them; what is in it already is not read again
    ///
    /// The blocks are read from the files of a node, or asked of a node that runs. The ledger is the same. It
    /// grows by batches that are whole or not there: a command that was cut off is simply given again. Where the chain of the node has changed, the blocks that it no longer has are taken back.
    Ingest(Ingest),
    /// How far the chain goes, what is unspent, and the digests of what the ledger holds
    Status {
        #[command(flatten)]
        asked: Asked,
    },
    /// What an address received and spent
    Address {
        #[command(flatten)]
        asked: Asked,
        /// The address
        address: String,
    },
    /// A block and its transactions
    Block {
        #[command(flatten)]
        asked: Asked,
        /// Its height or its hash
        block: String,
    },
    /// A transaction
    Tx {
        #[command(flatten)]
        asked: Asked,
        /// The transactions
        #[arg(required = true, value_name = "TXID")]
        txids: Vec<String>,
    },
    /// What is said of who holds addresses: import it, show it, see where it disagrees
    #[command(subcommand)]
    Tags(TagsCommand),
    /// Follow money to where it went or came from, by one method or several side by side
    ///
    /// Money stops at services that tags name and at CoinJoins, beyond which a method speaks of other people's money.
    Trace(Box<Trace>),
    /// Follow a peel chain: payments out of one purse, each of which carries the rest on
    ///
    /// Each step names the reasons for it; where they do not agree the chain ends, with what spoke for each output.
    Peel(Peel),
    /// Recompute a finding on a ledger or on blocks
    ///
    /// What it says of tags is compared with the packs that the ledger keeps and those that are given. Rows of other packs
    /// are taken as the finding states them, and the answer says of which.
    Verify {
        #[command(flatten)]
        asked: AskedOfFinding,
        /// A tag pack in YAML that the finding names; may be given again
        #[arg(long, value_name = "FILE")]
        tags: Vec<PathBuf>,
        /// The finding
        finding: PathBuf,
    },
    /// The addresses that are taken for one owner's with this one, and what they hold together
    Cluster {
        #[command(flatten)]
        asked: Asked,
        #[command(flatten)]
        by: Joining,
        /// List so many addresses and transactions
        #[arg(long, value_name = "COUNT", default_value_t = 1000)]
        limit: usize,
        /// The address
        address: String,
    },
    /// All clusters: how many there are, and with --csv the cluster of every address
    Clusters {
        #[command(flatten)]
        asked: Asked,
        #[command(flatten)]
        by: Joining,
        /// Write address and cluster of every address into a new file; a cluster bears the number of its oldest address
        #[arg(long, value_name = "FILE")]
        csv: Option<PathBuf>,
    },
    /// Which transaction made two addresses one owner's, with the proof step by step
    Joined {
        #[command(flatten)]
        asked: Asked,
        #[command(flatten)]
        by: Joining,
        /// An address
        address: String,
        /// Another
        other: String,
    },
    /// The shortest ways by which coins went from some addresses to others
    ///
    /// A way says that coins could have gone so, and nothing of how much; that is for a trace.
    Paths {
        #[command(flatten)]
        asked: Asked,
        /// Where ways begin; may be given again
        #[arg(long, value_name = "ADDRESS", required = true)]
        from: Vec<String>,
        /// Where they end; may be given again
        #[arg(long, value_name = "ADDRESS", required = true)]
        to: Vec<String>,
        /// Transactions of a way
        #[arg(long, value_name = "COUNT", default_value_t = PathLimits::default().hops, value_parser = clap::value_parser!(u32).range(1..))]
        depth: u32,
        /// Ways that are told
        #[arg(long, value_name = "COUNT", default_value_t = NonZero::new(PathLimits::default().paths).expect("some"))]
        limit: NonZero<usize>,
        /// Follow ways through CoinJoins too, in which everybody's coins meet
        #[arg(long)]
        through_coinjoins: bool,
    },
    /// Transactions that several owners made together, by their shape
    Coinjoins {
        #[command(flatten)]
        asked: Asked,
        /// Write transaction, protocol and confidence in per cent into a new file
        #[arg(long, value_name = "FILE")]
        csv: Option<PathBuf>,
    },
    /// Measure clusters, change and CoinJoins against a chain whose truth is known
    Score {
        #[command(flatten)]
        asked: Asked,
        /// The truth: owners and their addresses, transactions and what they were
        #[arg(long, value_name = "FILE")]
        truth: PathBuf,
    },
    /// Write a ledger as Parquet files, for whole-chain joins on Spark and the like
    ///
    /// Blocks, transactions, inputs, outputs, scripts, clusters and tags, a file of each for a thousand blocks; schema.json
    /// says what each column means, and export.json which ledger it is and whether all is there. Given again, it writes what
    /// is new or was changed by a reorganisation, and goes on where it was cut off.
    Export(Export),
}
