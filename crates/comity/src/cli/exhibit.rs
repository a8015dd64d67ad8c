//! The words of the commands on exhibits and leads of a case.

use std::ffi::OsString;
use std::num::NonZero;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use clap::{Args, Subcommand, ValueEnum};
use comity_casework::exhibit;
use comity_casework::lead::{Becomes, ROLES};
use comity_evidence::Algorithm;
use comity_record::{EntryId, Language, Token};

use super::request::PaperArguments;
use super::{
    As, Asked, CaseName, CheckStamp, FetchPackage, Following, LeavesOfFile, Moment, OfferCommand,
    SecretOfExhibit, StampInCase, StampsOfCase, TransferFile,
};

#[derive(Subcommand)]
pub enum EvidenceCommand {
    /// Seal a file or folder: into a package (a BagIt bag), or in place when no package is named
    Seal {
        /// The file or folder
        path: PathBuf,
        /// The package; it must not exist. Without it the seal is printed and nothing is copied
        #[arg(long, value_name = "FOLDER")]
        out: Option<PathBuf>,
        /// Go on with what an interrupted sealing into the same package left, instead of beginning anew
        ///
        /// What was copied is read again and compared with the digests that were noted; a large file goes on where it was, a
        /// file that has changed since is copied anew. The package says in how many sessions it was made, and when each began.
        /// A sealing that fails or is stopped keeps what it copied beside the package, in a folder whose name ends in
        /// .comity-partial; that can be removed when nobody is to go on.
        #[arg(long, requires = "out")]
        resume: bool,
        /// Begin anew where an interrupted sealing into the same package left something, and remove that
        #[arg(long, requires = "out", conflicts_with = "resume")]
        anew: bool,
        /// Seal the files where they lie, as is done when no package is named
        #[arg(long, conflicts_with_all = ["out", "date", "organization"])]
        in_place: bool,
        /// The day that the package bears; today, if left out
        #[arg(long, value_name = "YYYY-MM-DD")]
        date: Option<jiff::civil::Date>,
        /// Who seals, for bag-info.txt
        #[arg(long, value_name = "NAME")]
        organization: Option<String>,
        /// A digest to be computed besides SHA-256 and BLAKE3; may be given more than once
        ///
        /// In a package each has a manifest of its own.
        #[arg(long = "digest", value_name = "NAME")]
        digests: Vec<DigestName>,
        /// Sign the root with this Ed25519 key, in PEM as openssl genpkey -algorithm ed25519 writes it; unsigned, if left out
        #[arg(long, value_name = "FILE")]
        key: Option<PathBuf>,
        /// What the signer calls himself
        #[arg(long, value_name = "NAME", requires = "key")]
        signer: Option<String>,
        /// Where the signature goes of files that are sealed in place; it must not exist
        #[arg(long, value_name = "FILE", requires = "key", conflicts_with = "out")]
        signature: Option<PathBuf>,
    },
    /// Check a package, or with --seal the files that were sealed in place
    ///
    /// Each check is answered: pass, fail, or cannot be decided and why. Ends with 0 only if all that was checked passes, with
    /// 1 if something fails, with 2 if nothing was checked because of what was given, and with 3 if nothing fails and something
    /// that the package calls for cannot be decided. Needs neither a node nor a network.
    Verify {
        /// The package, or the file or folder that was sealed in place
        package: PathBuf,
        /// The seal that was printed
        #[arg(long, value_name = "FILE")]
        seal: Option<PathBuf>,
        /// The signature over that seal
        #[arg(long, value_name = "FILE", requires = "seal")]
        signature: Option<PathBuf>,
        /// The public key of whoever should have signed, as you know it by another way, or its identifier: 64 hexadecimal digits, or a PEM file
        #[arg(long, value_name = "KEY")]
        signer: Option<String>,
        /// The public key of the node whose log has the custody, as you know it by another way
        #[arg(long, value_name = "KEY", conflicts_with = "seal")]
        node_key: Option<String>,
        /// The certificates, in PEM, of the authorities that are trusted to make time-stamps
        #[arg(long, value_name = "FILE", conflicts_with = "seal")]
        authorities: Option<PathBuf>,
        /// A list of revoked certificates of such an authority, in DER or PEM; may be given again. Without one that tells of
        /// each certificate, the time-stamps cannot be decided
        #[arg(long = "crl", value_name = "FILE", requires = "authorities")]
        lists: Vec<PathBuf>,
    },
    /// Take an exhibit into a case: its files are hashed, encrypted and kept, or hashed where they are
    Add(Box<AddExhibit>),
    /// Record a further act on an exhibit: handed over, copied, returned
    Custody(Box<RecordCustody>),
    /// Confirm an act of custody by a second signature, as the other person named in it; with --paper, say that a person outside
    /// signed it by hand
    Confirm(ConfirmCustody),
    /// The exhibits of a case
    List {
        #[command(flatten)]
        who: As,
        /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
        case: CaseName,
    },
    /// An exhibit with its custody, its searches and its files
    Show(ShowExhibit),
    /// Print the record of custody of an exhibit
    Record {
        #[command(flatten)]
        which: OfExhibit,
        #[command(flatten)]
        paper: PaperArguments,
    },
    /// Print the minutes of an act from a file, with the exhibits that were taken in it
    ///
    /// The file is in TOML: subject, place, began and ended (2026-11-23T11:00:00+05:00[Asia/Dushanbe]), course (an empty line
    /// begins a paragraph), recorder = { name, part }, and, where there are any, present = [{ name, part }], taken = [1, 2]
    /// (exhibits, by number or as they are called, such as "E-1"), objections = [{ by, words }].
    Minutes {
        #[command(flatten)]
        who: As,
        /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
        case: CaseName,
        /// The file
        file: PathBuf,
        #[command(flatten)]
        paper: PaperArguments,
    },
    /// Read an exhibit again, say whether it is what came in, and record that
    Check(CheckExhibit),
    /// Search the files of an exhibit for addresses and recovery phrases, and record what was found
    Scan(ScanExhibit),
    /// The hits of a search, by their numbers in it, which comity evidence promote takes
    ///
    /// With --json each hit is an object on a line of its own.
    Hits(HitsOfScan),
    /// The pages of web captures that searches came by, with what was found on each, and what several of them show
    Pages(PagesOfCase),
    /// Have the log as it stands, or an exhibit, stamped by the time-stamp server of the office
    Stamp(StampInCase),
    /// The time-stamps of a case, each checked anew
    Stamps(StampsOfCase),
    /// Check a time-stamp in files; no case and no network is needed
    StampCheck(CheckStamp),
    /// See a recovery phrase or key that a search found and sealed to two officers: one asks, the other approves
    ///
    /// Without a fingerprint it lists what is kept and who saw it. With --reason an officer asks; the other one of the two
    /// approves with comity case approve; then the first sees it with --asked, once. Every look is an entry.
    Secret(SecretOfExhibit),
    /// Take hits into the case: as wallets, accounts or subjects, each value once with the places where it was found
    ///
    /// Of a secret only the mask and the fingerprint go in. What other cases of the node know is told as far as you may know it.
    Promote(PromoteHits),
    /// Write exhibits out as a signed package with their custody, which others can check without this program
    ///
    /// The package is a BagIt folder with a README that says how to check it, or with --key one file for one recipient, which
    /// comity case export open and the program age open. Two persons decide that it leaves, and an entry tells of it.
    #[command(subcommand)]
    Package(PackageCommand),
    /// Let another office fetch a sealed package from this node, over as many tries as the line needs
    ///
    /// Two persons decide it in the case. Only the node of that office gets the file, under an agreement in force.
    #[command(subcommand)]
    Offer(OfferCommand),
    /// Fetch a package that another office offers, and go on where an earlier try stopped
    ///
    /// Each leaf is checked before it is written. Then open it with comity case export open and check it with comity evidence verify.
    Fetch(FetchPackage),
    /// List the leaves of a large file, so that any part of it can be checked alone; or check a file by its list
    ///
    /// A leaf is 4 MiB. The list lies beside the file; its root is the BLAKE3 digest of the file, which b3sum prints too. With
    /// --list says which parts of a file are right and which are damaged or missing. Needs neither a node nor a network.
    Leaves(LeavesOfFile),
    /// Copy a large file leaf by leaf, to a medium or from it, and go on where an earlier try stopped
    ///
    /// Each leaf is checked before it is written, and what is there already is checked again. Until all of it is right the copy
    /// has the ending .comity-arriving. Bad places are named; run it again, or with another copy of the file, to fill them.
    Transfer(TransferFile),
    /// Write a file of an exhibit out of the vault, in the clear, and record that
    File(ExhibitFile),
}

/// A digest beside the two that every file has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DigestName {
    /// SHA-512
    Sha512,
    /// SHA-1, which is broken: only to be compared with an older record
    Sha1,
    /// MD5, which is broken: only to be compared with an older record
    Md5,
}

impl From<DigestName> for Algorithm {
    fn from(name: DigestName) -> Self {
        match name {
            DigestName::Sha512 => Self::Sha512,
            DigestName::Sha1 => Self::Sha1,
            DigestName::Md5 => Self::Md5,
        }
    }
}

/// How an exhibit came into custody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum BeginningName {
    /// Found and secured by the agency
    Collected,
    /// Taken over from outside, with whatever record it came with
    Received,
}

/// A further act of custody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ActName {
    /// Given by one person to another
    HandedOver,
    /// A copy was made
    Copied,
    /// Looked at, searched, analysed
    Examined,
    /// Put under seal
    Sealed,
    /// A seal was opened
    Opened,
    /// Given back; the chain ends
    Returned,
    /// Destroyed by order; the chain ends
    Destroyed,
}

/// What the record of an act of custody says.
#[derive(Args, Clone)]
pub struct CustodyWords {
    /// When: 2026-11-23T11:00 by the clocks of the node, with an offset 2026-11-23T11:00+05:00, or with offset and zone
    /// 2026-11-23T11:00:00+05:00[Asia/Dushanbe]; now, if left out
    #[arg(long, value_name = "TIME")]
    pub when: Option<Moment>,
    /// Where
    #[arg(long)]
    pub place: String,
    /// Who gave it away, or who holds it: NAME=ORGANISATION; where nobody takes it over, and for what is given back, the
    /// officer who acts, if left out
    #[arg(long, value_name = "NAME=ORGANISATION")]
    pub giver: Option<String>,
    /// Who holds it from now on: NAME=ORGANISATION; of what is collected, received or handed over the officer who acts, if
    /// left out. Of what is given back say who got it; of other acts leave it out
    #[arg(long, value_name = "NAME=ORGANISATION")]
    pub taker: Option<String>,
    /// Who else was present: NAME=ORGANISATION; may be given again
    #[arg(long = "present", value_name = "NAME=ORGANISATION")]
    pub present: Vec<String>,
    /// Why
    #[arg(long)]
    pub reason: String,
    /// Warrant, consent, request or order
    #[arg(long)]
    pub authority: Option<String>,
    /// The number of a seal that was found on it; may be given again
    #[arg(long = "seal-before", value_name = "NUMBER")]
    pub seals_before: Vec<String>,
    /// The number of a seal that was left on it; may be given again
    #[arg(long = "seal-after", value_name = "NUMBER")]
    pub seals_after: Vec<String>,
    /// In what state it was
    #[arg(long)]
    pub condition: Option<String>,
    /// The program or instrument that was used: NAME=VERSION
    #[arg(long, value_name = "NAME=VERSION")]
    pub tool: Option<String>,
    /// How it travelled, and in what
    #[arg(long, value_name = "WORDS")]
    pub transport: Option<String>,
    /// Where it is kept from then on, and how: room, shielding, temperature
    #[arg(long, value_name = "WORDS")]
    pub storage: Option<String>,
    /// A change that could not be avoided, and why
    #[arg(long, value_name = "WORDS")]
    pub change: Option<String>,
}

/// What tells a thing from others of its kind.
#[derive(Args, Clone)]
pub struct ItemWords {
    /// Who made the thing
    #[arg(long)]
    pub make: Option<String>,
    /// What its maker calls it
    #[arg(long)]
    pub model: Option<String>,
    /// The number that its maker gave it
    #[arg(long, value_name = "NUMBER")]
    pub serial: Option<String>,
    /// The number of a mobile device, with its check digit; may be given again
    #[arg(long, value_name = "NUMBER")]
    pub imei: Vec<String>,
    /// How many bytes it can hold
    #[arg(long, value_name = "BYTES")]
    pub capacity: Option<u64>,
    /// Whether it was running when it was found, and what was done about that
    #[arg(long, value_name = "WORDS")]
    pub power: Option<String>,
    /// By how many seconds its clock was ahead when it was found; behind, if negative
    #[arg(long, value_name = "SECONDS", allow_negative_numbers = true)]
    pub clock_ahead: Option<i64>,
}

/// Take in an exhibit.
#[derive(Args)]
pub struct AddExhibit {
    #[command(flatten)]
    pub who: As,
    /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
    pub case: CaseName,
    /// What people call it
    pub title: String,
    /// The file or folder that it holds, or - for what is sent to the program; left out for a thing without files
    pub path: Option<PathBuf>,
    /// For -: what the file is called
    #[arg(long, value_name = "NAME", requires = "path", default_value = "stream")]
    pub name: OsString,
    /// The files stay where they are: they are hashed and not copied
    #[arg(long, requires = "path")]
    pub in_place: bool,
    /// Go on where a failing device does not read: zeros stand for what it does not give, and the record says where
    #[arg(long, requires = "path", conflicts_with = "in_place")]
    pub salvage: bool,
    /// Go on with an intake of the same file or folder into the same case that was cut off, instead of beginning anew
    ///
    /// Files that were taken in whole are read again from the vault and compared with the digests that were noted; a file that
    /// was cut, or has changed since, is read from its source. The record says in how many sessions it was taken in. What
    /// nobody goes on with within a week is removed by comity node sweep.
    #[arg(long, requires = "path", conflicts_with = "in_place")]
    pub resume: bool,
    /// Begin anew where an intake of the same folder into the same case was cut off, and give up what it brought
    #[arg(long, requires = "path", conflicts_with_all = ["in_place", "resume"])]
    pub anew: bool,
    /// A digest to be computed and recorded besides SHA-256 and BLAKE3; may be given more than once
    #[arg(long = "digest", value_name = "NAME", requires = "path")]
    pub digests: Vec<DigestName>,
    /// How it came into custody
    #[arg(long, default_value = "collected")]
    pub act: BeginningName,
    #[command(flatten)]
    pub item: ItemWords,
    #[command(flatten)]
    pub custody: CustodyWords,
}

/// An exhibit of a case.
#[derive(Args)]
pub struct OfExhibit {
    #[command(flatten)]
    pub who: As,
    /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
    pub case: CaseName,
    /// The exhibit: E-1, or 1
    #[arg(value_parser = exhibit_number)]
    pub exhibit: u32,
}

/// Show an exhibit.
#[derive(Args)]
pub struct ShowExhibit {
    #[command(flatten)]
    pub exhibit: OfExhibit,
    /// List all its files; without it the first 20 are listed
    #[arg(long)]
    pub files: bool,
}

/// Record a further act on an exhibit.
#[derive(Args)]
pub struct RecordCustody {
    #[command(flatten)]
    pub exhibit: OfExhibit,
    /// What was done
    #[arg(long)]
    pub act: ActName,
    /// The working copy that it was done with, by its number; the exhibit itself, if left out
    #[arg(long, value_name = "NUMBER")]
    pub copy: Option<u32>,
    /// For --act copied: the number of the working copy that was made
    #[arg(long, value_name = "NUMBER")]
    pub copy_made: Option<u32>,
    /// It is recorded late: it was done before an act that is on record already
    #[arg(long)]
    pub late: bool,
    /// Record nothing: say whether the act would be taken, and what it would leave missing in the chain
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub custody: CustodyWords,
}

/// Confirm an act of custody.
#[derive(Args)]
pub struct ConfirmCustody {
    #[command(flatten)]
    pub who: As,
    /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
    pub case: CaseName,
    /// The entry of the act
    pub act: EntryId,
    /// The scan of the receipt that a person outside the office signed by hand; you have seen the paper, and are neither giver
    /// nor taker
    #[arg(long, value_name = "FILE")]
    pub paper: Option<PathBuf>,
    /// What there is to say about it
    #[arg(long, value_name = "WORDS")]
    pub note: Option<String>,
}

/// Search an exhibit.
#[derive(Args)]
pub struct ScanExhibit {
    #[command(flatten)]
    pub exhibit: OfExhibit,
    /// What to look for; everything, if left out
    #[arg(long, value_delimiter = ',', value_name = "KIND")]
    pub kinds: Vec<String>,
    /// A list of the SHA-256 digests of known files, as for "comity scan": files with one of them are not searched, and the
    /// entry says how many, with the digest of the list; may be given again
    #[arg(long, value_name = "FILE")]
    pub known: Vec<PathBuf>,
    /// A file of rules in the language of YARA, as for "comity scan"; its digest is recorded, and what its rules find is among
    /// the hits; may be given again
    #[arg(long, value_name = "FILE")]
    pub rules: Vec<PathBuf>,
    /// Keep the recovery phrases and keys that are found, sealed to this officer and another; give it twice
    ///
    /// Neither of the two opens one alone. Without it, what is kept of a secret is its fingerprint.
    #[arg(long = "secrets-officer", value_name = "OFFICER")]
    pub secrets_officers: Vec<String>,
}

/// The pages of web captures.
#[derive(Args)]
pub struct PagesOfCase {
    #[command(flatten)]
    pub who: As,
    /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
    pub case: CaseName,
    /// The exhibit: E-1, or 1; all of the case, if left out
    #[arg(value_parser = exhibit_number)]
    pub exhibit: Option<u32>,
    /// Only pages whose address or title, or something that was found on them, holds this text
    #[arg(long, value_name = "TEXT")]
    pub find: Option<String>,
}

/// Which search it is about.
#[derive(Clone, Copy)]
pub enum WhichSearch {
    /// The last of an exhibit.
    Exhibit(u32),
    /// One that is named.
    Scan(EntryId),
}

/// Which hits are shown.
#[derive(Args)]
pub struct HitsOfScan {
    #[command(flatten)]
    pub who: As,
    /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
    pub case: CaseName,
    /// The exhibit, by its last search: E-1; or the entry of a search
    #[arg(value_name = "EXHIBIT|SCAN", value_parser = which_search)]
    pub of: WhichSearch,
    /// Only hits of this kind; may be given again
    #[arg(long = "kind", value_delimiter = ',', value_name = "KIND")]
    pub kinds: Vec<String>,
    /// Only hits of this class: verified, well-formed or shape-only; may be given again
    #[arg(long = "class", value_delimiter = ',', value_name = "CLASS", value_parser = PossibleValuesParser::new(["verified", "well-formed", "shape-only"]))]
    pub classes: Vec<String>,
    /// Only hits whose value or fingerprint holds this text, in small or capital letters
    #[arg(long, value_name = "TEXT")]
    pub find: Option<String>,
    /// Only hits in files whose path in the exhibit holds this text
    #[arg(long, value_name = "TEXT")]
    pub file: Option<String>,
    /// So many hits at most; 200, if left out, and with --json all
    #[arg(long, value_name = "COUNT")]
    pub limit: Option<NonZero<usize>>,
    /// All hits, however many there are
    #[arg(long, conflicts_with = "limit")]
    pub all: bool,
}

/// Take hits of a scan into the case.
#[derive(Args)]
pub struct PromoteHits {
    #[command(flatten)]
    pub who: As,
    /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
    pub case: CaseName,
    /// The exhibit, by its last search: E-1; or the entry of a search
    #[arg(value_name = "EXHIBIT|SCAN", value_parser = which_search)]
    pub of: WhichSearch,
    /// The numbers of the hits in the search, from 1
    #[arg(value_name = "HIT", conflicts_with_all = ["kinds", "all_verified"])]
    pub hits: Vec<u64>,
    /// All hits of this kind; may be given again
    #[arg(long = "kind", value_delimiter = ',', value_name = "KIND")]
    pub kinds: Vec<String>,
    /// All hits that are verified; with --kind those of that kind
    #[arg(long)]
    pub all_verified: bool,
    /// What they become: subject, account or wallet; by their kinds, if left out
    #[arg(long, value_name = "WHAT", value_parser = PossibleValuesParser::new(Becomes::ALL.map(Becomes::as_str)).try_map(|word| word.parse::<Becomes>()))]
    pub becomes: Option<Becomes>,
    /// Whose they are taken to be
    #[arg(long, default_value = "unknown", value_parser = PossibleValuesParser::new(ROLES).try_map(|role| role.parse::<Token>()))]
    pub role: Token,
    /// Why they matter
    #[arg(long)]
    pub reason: String,
}

/// Ask the owners of other cases.
#[derive(Args)]
pub struct AskOwner {
    #[command(flatten)]
    pub who: As,
    /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
    pub case: CaseName,
    /// The wallet, account or subject of the case, by the entry that made it one
    pub account: EntryId,
    /// Why you ask, for the owner to read
    #[arg(long)]
    pub reason: String,
}

/// Answer a question from another case.
#[derive(Args)]
pub struct AnswerOwner {
    #[command(flatten)]
    pub who: As,
    /// The case, which knows what is asked about
    pub case: CaseName,
    /// The entry of the question
    pub question: EntryId,
    /// What the one who asks may know
    #[arg(long)]
    pub text: String,
}

/// Read an exhibit again.
#[derive(Args)]
pub struct CheckExhibit {
    #[command(flatten)]
    pub exhibit: OfExhibit,
    /// Why, for the record
    #[arg(long)]
    pub reason: Option<String>,
}

/// Write a file of an exhibit out of the vault.
#[derive(Args)]
pub struct ExhibitFile {
    #[command(flatten)]
    pub exhibit: OfExhibit,
    /// The path inside the exhibit
    pub file: String,
    /// Where it goes; it must not exist
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// Why, for the record
    #[arg(long)]
    pub reason: String,
    /// Warrant, consent, request or order
    #[arg(long)]
    pub authority: Option<String>,
}

/// Write exhibits out as a package that others can check.
#[derive(Subcommand)]
pub enum PackageCommand {
    /// Propose to write exhibits out for a recipient; a second person must approve
    Propose {
        #[command(flatten)]
        who: As,
        /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
        case: CaseName,
        /// The exhibits: E-1, or 1
        #[arg(required = true, value_parser = exhibit_number)]
        exhibits: Vec<u32>,
        /// For whom
        #[arg(long, value_name = "NAME")]
        recipient: String,
        /// Why
        #[arg(long)]
        reason: String,
        /// Seal the package to the recipient's public key, age1…: one file that nobody else opens
        #[arg(long, value_name = "KEY")]
        key: Option<String>,
    },
    /// Write the exhibits out, as was approved
    Write {
        #[command(flatten)]
        who: As,
        /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
        case: CaseName,
        /// The entry that proposed it
        proposal: EntryId,
        /// The package: a folder, or with --key a file; it must not exist
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// The recipient's public key, where the package was approved for one: age1…
        #[arg(long, value_name = "KEY")]
        key: Option<String>,
        /// The languages of the printed record of custody: ru, or ru,en; that of the messages, if left out
        #[arg(long = "in", value_name = "TAG", value_delimiter = ',', num_args = 1)]
        languages: Vec<Language>,
    },
}

/// Follow money for a case.
#[derive(Args)]
pub struct TraceInCase {
    #[command(flatten)]
    pub who: As,
    /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
    pub case: CaseName,
    #[command(flatten)]
    pub asked: Asked,
    /// An account of the case to start from, by the entry that made it one; may be given again
    #[arg(long = "account", value_name = "ENTRY")]
    pub accounts: Vec<EntryId>,
    /// Where to start beside that: an address, a transaction, or an output TXID:N; may be given again
    #[arg(long = "from", value_name = "START")]
    pub from: Vec<String>,
    #[command(flatten)]
    pub how: Following,
}

/// Read blocks, or a ledger that was taken in before, and record how far they go.
#[derive(Args)]
pub struct LedgerInCase {
    #[command(flatten)]
    pub who: As,
    /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
    pub case: CaseName,
    #[command(flatten)]
    pub asked: Asked,
    /// Where the blocks come from, in words
    #[arg(long)]
    pub source: String,
}

/// An exhibit, or the entry of a search.
fn which_search(text: &str) -> Result<WhichSearch, String> {
    if let Some(number) = exhibit::number(text) {
        return Ok(WhichSearch::Exhibit(number));
    }
    text.parse()
        .map(WhichSearch::Scan)
        .map_err(|_| "neither an exhibit, E-1, nor the entry of a search".to_owned())
}

/// An exhibit as it is called (`E-1`), or its number.
pub fn exhibit_number(text: &str) -> Result<u32, String> {
    let number = exhibit::number(text).or_else(|| text.parse().ok().filter(|number| *number > 0));
    number.ok_or_else(|| "not a number of an exhibit: E-1".to_owned())
}
