//! The words of the commands by which requests travel under an agreement.

use std::path::PathBuf;

use clap::Args;
use comity_record::EntryId;

use super::request::Which;
use super::{As, CaseName};

/// Under which agreement, and with whose approval.
#[derive(Args, Clone)]
pub struct Dispatching {
    /// The agreement: its digest, or the beginning of it; the only one with the state, when left out
    #[arg(long, value_name = "AGREEMENT")]
    pub agreement: Option<String>,
    /// Only propose it, for this reason; a second person approves with comity case approve
    #[arg(long, value_name = "REASON", conflicts_with = "proposal")]
    pub propose: Option<String>,
    /// Send what was proposed by this entry and approved
    #[arg(long, value_name = "ENTRY")]
    pub proposal: Option<EntryId>,
}

/// Send an issued request to the other office, ahead of its sealed original.
#[derive(Args)]
pub struct SendRequest {
    #[command(flatten)]
    pub which: Which,
    #[command(flatten)]
    pub dispatching: Dispatching,
}

/// Take what a message brings: a request, what happened to one, or an answer.
#[derive(Args)]
pub struct TakeParcel {
    #[command(flatten)]
    pub who: As,
    /// The message, by its entry; comity channel inbox lists them
    pub message: EntryId,
    /// The case; when left out, that of the request, and for a request that is new here a new one
    #[arg(long)]
    pub case: Option<CaseName>,
    /// The number of the incoming register, of a request
    #[arg(long, value_name = "NUMBER", default_value = "")]
    pub register_number: String,
}

/// Give what a request asked for: a package that was sealed.
#[derive(Args)]
pub struct AnswerRequest {
    #[command(flatten)]
    pub which: Which,
    /// The package: a folder that comity evidence seal made
    #[arg(long, value_name = "FOLDER", required_unless_present_any = ["proposal", "without_package"])]
    pub package: Option<PathBuf>,
    /// Only say what was done: nothing is handed over in this message
    #[arg(long, conflicts_with = "package")]
    pub without_package: bool,
    /// What was done, in words
    #[arg(long, required_unless_present = "proposal")]
    pub what: Option<String>,
    /// What is still to come; without it the request is executed in full
    #[arg(long)]
    pub outstanding: Option<String>,
    #[command(flatten)]
    pub dispatching: Dispatching,
}

/// Write what came in answer to a request into a folder, and check it.
#[derive(Args)]
pub struct OpenAnswer {
    #[command(flatten)]
    pub which: Which,
    /// The folder to make
    #[arg(long, value_name = "FOLDER")]
    pub out: PathBuf,
}

/// Whether the other office is told.
#[derive(Args, Clone)]
pub struct Telling {
    /// Tell the other office so, in a message under the agreement with it
    #[arg(long)]
    pub tell: bool,
    /// The agreement: its digest, or the beginning of it; the only one with the state, when left out
    #[arg(long, value_name = "AGREEMENT", requires = "tell")]
    pub agreement: Option<String>,
}
