//! The words of the commands that write a case out.

use std::path::PathBuf;

use clap::Subcommand;
use comity_record::EntryId;

use super::{As, CaseName};

/// Write a case out for somebody, and open what was written.
#[derive(Subcommand)]
pub enum ExportCommand {
    /// Make a key to which a case can be sealed; the recipient does this, and gives the public key away
    Key {
        /// Where the secret key goes; it must not exist
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Propose to write the case out, as it is now, for one recipient; a second person must approve
    Propose {
        #[command(flatten)]
        who: As,
        /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
        case: CaseName,
        /// Who shall receive it
        #[arg(long, value_name = "NAME")]
        recipient: String,
        /// The recipient's public key: age1…
        #[arg(long, value_name = "KEY")]
        key: String,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// Write the case out, sealed to the recipient, as was approved
    Write {
        #[command(flatten)]
        who: As,
        /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
        case: CaseName,
        /// The entry that proposed it
        proposal: EntryId,
        /// The recipient's public key: age1…
        #[arg(long, value_name = "KEY")]
        key: String,
        /// Where it goes; it must not exist
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Open what was written, with the recipient's secret key; no node is needed
    Open {
        /// The sealed file
        file: PathBuf,
        /// The recipient's secret key
        #[arg(long, value_name = "FILE")]
        identity: PathBuf,
        /// The folder to make
        #[arg(long, value_name = "FOLDER")]
        out: PathBuf,
    },
}
