//! The words of the commands on messages to and from other offices.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use comity_adapters::name::Endpoint;
use comity_record::EntryId;
use jiff::civil::Date;

use super::{As, CaseName};

/// Under which agreement.
#[derive(Args, Clone)]
pub struct Under {
    #[command(flatten)]
    pub who: As,
    /// The agreement: its digest, or the beginning of it; the only one, when left out
    #[arg(long, value_name = "DIGEST")]
    pub agreement: Option<String>,
}

/// Messages to and from other offices, sealed for them and acknowledged by them.
#[derive(Subcommand)]
pub enum ChannelCommand {
    /// How things stand with each counterpart: what waits, what came, what a person has to look into
    Status(As),
    /// The messages that came
    Inbox(Under),
    /// The messages that were sent, and how far they have come
    Outbox(Under),
    /// What stands on the outside of a message, and what became of it; this does not open it
    Show {
        #[command(flatten)]
        who: As,
        /// The entry of the message
        message: EntryId,
    },
    /// Open a message and read it; the counterpart is told that it was opened
    Open {
        #[command(flatten)]
        who: As,
        /// The entry of the message
        message: EntryId,
        /// Where what is inside goes, a file that must not exist; printed when left out
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Put a message that was opened into a case; it is read with the case from then on
    File {
        #[command(flatten)]
        who: As,
        /// The entry of the message
        message: EntryId,
        /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
        case: CaseName,
    },
    /// Propose to send a message from a case; a second person must approve it in the case
    Propose(Box<Sending>),
    /// Show what was proposed to be sent, for whoever approves it: what the counterpart would read, and its conditions
    Proposed {
        #[command(flatten)]
        who: As,
        /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
        case: CaseName,
        /// The entry that proposed it
        proposal: EntryId,
        /// Write the message into this file, which must not exist; of a request its print, of an answer its package
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Send a message from a case, with an approved proposal where the agreement asks for one
    Send {
        #[command(flatten)]
        what: Box<Sending>,
        /// The entry that proposed it
        #[arg(long, value_name = "ENTRY")]
        proposal: Option<EntryId>,
    },
    /// Have a message tried again that was not acknowledged for 30 days
    TakeUp {
        #[command(flatten)]
        who: As,
        /// The entry of the message
        #[arg(required_unless_present = "all", conflicts_with = "all")]
        message: Option<EntryId>,
        /// All of the office that were given up
        #[arg(long)]
        all: bool,
    },
    /// Accept how things stand with a counterpart after you have looked into a concern
    Accept {
        #[command(flatten)]
        who: As,
        /// The entry that raised the concern
        concern: EntryId,
        /// What you have found out, and from whom
        #[arg(long)]
        reason: String,
    },
    /// Write what waits for a counterpart into a file, to be carried there
    Write {
        #[command(flatten)]
        under: Under,
        /// The file; it must not exist
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Read a file that a counterpart wrote and somebody carried here
    Read {
        #[command(flatten)]
        who: As,
        /// The file
        file: PathBuf,
    },
    /// Call a counterpart now, and exchange what waits on both sides; all that have an address, when none is named
    Sync(Under),
    /// Say where a counterpart's node is reached; whoever answers there must have the key of the agreement
    Address {
        #[command(flatten)]
        under: Under,
        /// The address
        #[arg(value_name = "HOST:PORT", required_unless_present = "none")]
        to: Option<Endpoint>,
        /// It is not called any more
        #[arg(long, conflicts_with = "to")]
        none: bool,
    },
    /// Draw a new key to which messages for your office are sealed, and announce it to every counterpart
    RotateKeys(As),
}

/// The conditions under which something is sent.
#[derive(Args)]
pub struct Conditions {
    /// For what it is sent
    #[arg(long, value_name = "WORD", default_value = "criminal-investigation")]
    pub purpose: String,
    /// A measure that it asks for or answers, once for each
    #[arg(long = "measure", value_name = "WORD")]
    pub measures: Vec<String>,
    /// A kind of data that it holds, once for each
    #[arg(long = "data", value_name = "WORD")]
    pub data: Vec<String>,
    /// How far the information may travel
    #[arg(long, value_enum, default_value = "h0")]
    pub code: CodeName,
    /// The information is a lead only, and no evidence
    #[arg(long)]
    pub intelligence: bool,
    /// The last day on which it may be kept
    #[arg(long, value_name = "DAY")]
    pub keep_until: Option<Date>,
}

/// What is to be sent.
#[derive(Args)]
pub struct Sending {
    #[command(flatten)]
    pub under: Under,
    /// The case that it leaves
    pub case: CaseName,
    /// The message, a file
    pub file: PathBuf,
    /// The kind of message, as the agreement names it
    #[arg(long, value_name = "WORD")]
    pub kind: String,
    #[command(flatten)]
    pub conditions: Conditions,
    /// Why it is sent; wanted for a proposal
    #[arg(long)]
    pub reason: Option<String>,
}

/// A handling code, as it is written on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CodeName {
    H0,
    H1,
    H2,
    H3,
}
