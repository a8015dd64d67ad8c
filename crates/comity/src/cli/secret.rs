//! The words of the commands on secrets that a search of an exhibit found.

use std::path::PathBuf;

use clap::Args;
use comity_record::EntryId;

use super::OfExhibit;

/// See a secret of an exhibit, with another officer's approval.
#[derive(Args)]
pub struct SecretOfExhibit {
    #[command(flatten)]
    pub exhibit: OfExhibit,
    /// The fingerprint of the secret, as the hit has it; without it the secrets that are kept are listed, and the looks at them
    pub fingerprint: Option<String>,
    /// Ask the other officer to see it, and say why
    #[arg(long, requires = "fingerprint", conflicts_with_all = ["asked", "recipient", "out"])]
    pub reason: Option<String>,
    /// See it, once: the entry by which you asked, once the other officer has approved it with comity case approve
    #[arg(long, value_name = "ENTRY", requires = "fingerprint")]
    pub asked: Option<EntryId>,
    /// Seal it to this public key, age1…, instead of showing it on the terminal
    #[arg(long = "for", value_name = "KEY", requires_all = ["asked", "out"])]
    pub recipient: Option<String>,
    /// Where it goes then; it must not exist
    #[arg(long, value_name = "FILE", requires = "recipient")]
    pub out: Option<PathBuf>,
}
