//! The words of the commands on agreements with other offices.

use std::path::PathBuf;

use clap::Subcommand;
use comity_record::Sha256Digest;

use super::As;

/// Agree with another office on what may be sent to and fro.
///
/// Each office gives the other its card. One drafts, both sign the same file, and in each office two persons file it
/// after they have compared its digest with the other office by another way.
#[derive(Subcommand)]
pub enum AgreementCommand {
    /// Write the card of the office: who it is, with which keys it signs and seals; it is no secret
    Card {
        #[command(flatten)]
        who: As,
        /// An officer who shall be able to sign agreements, once for each; all who may, when left out
        #[arg(long = "signer", value_name = "OFFICER")]
        signers: Vec<String>,
        /// Where the card goes; it must not exist
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Draft an agreement between your office and the office of a card
    Draft {
        #[command(flatten)]
        who: As,
        /// The card of the other office
        #[arg(long, value_name = "FILE")]
        theirs: PathBuf,
        /// The terms, a TOML file; in an exercise what it leaves out has defaults
        #[arg(long, value_name = "FILE")]
        terms: Option<PathBuf>,
        /// Where the draft goes; it must not exist
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Show what a draft or signed agreement says, and who has signed it; no node is needed
    Read {
        /// The file
        file: PathBuf,
    },
    /// Sign a draft for your office; what the other office signed already is kept
    Sign {
        #[command(flatten)]
        who: As,
        /// The draft
        file: PathBuf,
        /// Where the signed draft goes; it must not exist
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Propose to file an agreement that both offices have signed; a second person must approve
    ///
    /// Before that, both compare the digest that is printed with the other office by another way: by telephone, with
    /// somebody whose voice you know.
    File {
        #[command(flatten)]
        who: As,
        /// The agreement with both signatures
        file: PathBuf,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// The agreements that your office has filed
    List(As),
    /// What an agreement says that your office has filed, and how things stand under it
    Show {
        #[command(flatten)]
        who: As,
        /// The agreement: its digest, or the beginning of it
        agreement: String,
    },
    /// Propose to end an agreement; a second person must approve
    ///
    /// Then nothing is sent under it any more, and what comes is refused. Receipts go to and fro as before.
    End {
        #[command(flatten)]
        who: As,
        /// The agreement
        agreement: Sha256Digest,
        /// Why
        #[arg(long)]
        reason: String,
    },
}
