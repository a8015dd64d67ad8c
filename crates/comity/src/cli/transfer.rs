//! The words of the commands that carry large files, leaf by leaf.

use std::ops::Range;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use comity_record::{Blake3Digest, EntryId};

use super::{As, CaseName, Conditions, Under};

/// List the leaves of a file, or check it by its list.
#[derive(Args)]
pub struct LeavesOfFile {
    /// The file; one that came in part is checked as far as it came
    pub file: PathBuf,
    /// Where the list goes, which must not exist; beside the file, with the ending .leaves, if left out
    #[arg(long, value_name = "FILE", conflicts_with = "list")]
    pub out: Option<PathBuf>,
    /// Check the file by this list instead
    #[arg(long, value_name = "FILE")]
    pub list: Option<PathBuf>,
    /// The root that the sender told you: the list is good for nothing if it has another
    #[arg(long, value_name = "DIGEST", requires = "list")]
    pub root: Option<Blake3Digest>,
    /// Check only the leaves that hold these bytes, without reading the rest: FIRST-LAST, counted from 0
    #[arg(long, value_name = "RANGE", requires = "list", value_parser = bytes)]
    pub range: Option<Range<u64>>,
}

/// Copy a file leaf by leaf.
#[derive(Args)]
pub struct TransferFile {
    /// The file, or a copy of it that may be damaged or incomplete
    pub from: PathBuf,
    /// Where it goes: a file, or a folder that is there, on a medium for instance
    pub to: PathBuf,
    /// The list of its leaves; the one beside either file, if left out, and where there is none it is made
    #[arg(long, value_name = "FILE")]
    pub list: Option<PathBuf>,
    /// The root that the sender told you: nothing is copied by a list that has another
    #[arg(long, value_name = "DIGEST")]
    pub root: Option<Blake3Digest>,
}

/// Offer a package to another office.
#[derive(Subcommand)]
pub enum OfferCommand {
    /// Propose that another office may fetch a package from this node; a second person must approve it in the case
    Propose(Box<OfferPackage>),
    /// Offer the package, as was approved: the other office gets a message and may fetch the file from then on
    ///
    /// The file stays where it is, and is read there when parts of it are asked for. To take the offer back, withdraw the entry
    /// that this prints: comity case withdraw.
    Send {
        #[command(flatten)]
        who: As,
        /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
        case: CaseName,
        /// The entry that proposed it
        proposal: EntryId,
        /// The sealed file
        file: PathBuf,
    },
}

/// What is to be offered.
#[derive(Args)]
pub struct OfferPackage {
    #[command(flatten)]
    pub under: Under,
    /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
    pub case: CaseName,
    /// The entry by which the package was written, as comity evidence package write --key printed it
    pub packaged: EntryId,
    /// The sealed file
    pub file: PathBuf,
    #[command(flatten)]
    pub conditions: Conditions,
    /// Why, for whoever approves
    #[arg(long)]
    pub reason: String,
}

/// Fetch a package that another office offers.
#[derive(Args)]
pub struct FetchPackage {
    #[command(flatten)]
    pub who: As,
    /// The message that offers it, by its entry: comity channel inbox
    pub message: EntryId,
    /// Where it goes: a file, or a folder that is there
    pub to: PathBuf,
}

fn bytes(text: &str) -> Result<Range<u64>, &'static str> {
    let read = || {
        let (first, last) = text.split_once('-')?;
        let (first, last): (u64, u64) = (first.parse().ok()?, last.parse().ok()?);
        (first <= last).then(|| first..last.saturating_add(1))
    };
    read().ok_or("a range is two numbers with a hyphen between them, such as 0-4194303")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_names_its_first_and_its_last_byte() {
        assert_eq!(bytes("0-0"), Ok(0..1));
        assert_eq!(bytes("5-9"), Ok(5..10));
        for none in ["", "-", "5", "9-5", "a-b", "-5-9", "5-"] {
            assert!(bytes(none).is_err(), "{none}");
        }
    }
}
