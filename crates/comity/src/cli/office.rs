//! The words of `comity office`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use comity_record::{Country, Language};

use super::{As, At, FoundingWords, NameStampServer};

/// What the vault and each case may take of the disk.
#[derive(Args)]
pub struct VaultLimitsWords {
    #[command(flatten)]
    pub who: As,
    /// The most that the vault may hold in all, with the exhibits of every office of the node; none for no limit
    #[arg(long, value_name = "SIZE", value_parser = size_or_none, requires = "reason")]
    pub vault: Option<Size>,
    /// The most that one case of the office may hold; none for no limit
    #[arg(long, value_name = "SIZE", value_parser = size_or_none, requires = "reason")]
    pub case: Option<Size>,
    /// What of the disk stays free, whatever is to be taken in
    #[arg(long, value_name = "SIZE", value_parser = size, requires = "reason")]
    pub keep_free: Option<u64>,
    /// Why
    #[arg(long)]
    pub reason: Option<String>,
}

/// A limit, or that there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size(pub Option<u64>);

fn size_or_none(text: &str) -> Result<Size, String> {
    if text == "none" { Ok(Size(None)) } else { size(text).map(|bytes| Size(Some(bytes))) }
}

/// Bytes, as people write them.
fn size(text: &str) -> Result<u64, String> {
    let units = [("KiB", 10), ("MiB", 20), ("GiB", 30), ("TiB", 40)];
    let with_unit = units.iter().find_map(|(unit, shift)| Some((text.strip_suffix(unit)?, *shift)));
    let (number, shift) = with_unit.unwrap_or((text, 0));
    let number = number.trim_end();
    let digits = number.bytes().all(|byte| byte.is_ascii_digit());
    let number = number.parse::<u64>().ok().filter(|_| digits);
    let bytes = number.and_then(|number| number.checked_mul(1 << shift));
    bytes.ok_or_else(|| "give bytes, or a whole number with KiB, MiB, GiB or TiB: 500GiB".to_owned())
}

#[derive(Subcommand)]
pub enum OfficeCommand {
    /// Found another office on this node: of the same agency, so that a case can be handed over to it
    Found {
        #[command(flatten)]
        at: At,
        #[command(flatten)]
        founding: FoundingWords,
    },
    /// Show the office: officers, roles, packs, open proposals
    Show(As),
    /// The journal of the office, entry by entry
    Journal(As),
    /// Propose that a person joins; a second person must approve
    AddOfficer {
        #[command(flatten)]
        who: As,
        /// The person: NAME=role,role
        #[arg(long, value_name = "NAME=ROLES")]
        person: String,
        /// A file with the passphrase that the person chose; asked for when left out
        #[arg(long, value_name = "FILE")]
        person_passphrase_file: Option<PathBuf>,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// Propose another key for an officer who lost the passphrase, or whose passphrase others may know
    ///
    /// The officer chooses the new passphrase. A second person must approve; until then the old key is in force, and
    /// from then on it signs nothing more.
    ReplaceKey {
        #[command(flatten)]
        who: As,
        /// The officer: the name or the identifier
        #[arg(long, value_name = "OFFICER")]
        person: String,
        /// A file with the passphrase that the officer chose; asked for when left out
        #[arg(long, value_name = "FILE")]
        person_passphrase_file: Option<PathBuf>,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// Put your own key under another passphrase
    ChangePassphrase {
        #[command(flatten)]
        who: As,
        /// A file with the new passphrase; asked for when left out
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// Propose other roles for an officer; a second person must approve
    SetRoles {
        #[command(flatten)]
        who: As,
        /// The officer: the name or the identifier
        #[arg(long, value_name = "OFFICER")]
        person: String,
        /// The roles from now on; none takes every right away
        #[arg(long, value_delimiter = ',')]
        roles: Vec<RoleName>,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// The wording of provisions that the office keeps for its requests
    #[command(subcommand)]
    Provisions(ProvisionsCommand),
    /// Propose the time-stamp server that the office asks, and the authorities that it trusts; a second person must approve
    StampServer(NameStampServer),
    /// Show what the vault holds and may hold, or propose other limits; a second person must approve
    ///
    /// Without a limit it shows those in force. A limit that is not given stays as it is. Sizes are bytes, or end in KiB, MiB,
    /// GiB or TiB.
    VaultLimits(VaultLimitsWords),
    /// Approve a proposal of another person
    Approve {
        #[command(flatten)]
        who: As,
        /// The entry that proposed it
        proposal: comity_record::EntryId,
    },
    /// Reject a proposal
    Reject {
        #[command(flatten)]
        who: As,
        /// The entry that proposed it
        proposal: comity_record::EntryId,
        /// Why
        #[arg(long)]
        reason: String,
    },
}

#[derive(Subcommand)]
pub enum ProvisionsCommand {
    /// Put the wording of a provision into the office's library
    Add(Box<AddProvision>),
    /// The wordings that the office keeps
    List {
        #[command(flatten)]
        who: As,
        /// Of this state only: two letters of ISO 3166-1
        #[arg(long)]
        country: Option<Country>,
    },
    /// Take a wording out of the library; requests that took it keep it
    Remove {
        #[command(flatten)]
        who: As,
        /// The entry that added it
        entry: comity_record::EntryId,
        /// Why
        #[arg(long)]
        reason: String,
    },
}

#[derive(Args)]
pub struct AddProvision {
    #[command(flatten)]
    pub who: As,
    /// Whose law it is: two letters of ISO 3166-1; the office's own state, if left out
    #[arg(long)]
    pub country: Option<Country>,
    /// The statute, as requests name it
    #[arg(long)]
    pub statute: String,
    /// The article, as requests name it after the statute: article 278
    #[arg(long)]
    pub article: String,
    /// The language of the wording
    #[arg(long = "in", value_name = "TAG")]
    pub language: Language,
    /// A file with the wording, as UTF-8
    #[arg(long, value_name = "FILE")]
    pub text: PathBuf,
    /// Where the wording was taken from
    #[arg(long)]
    pub source: String,
    /// The day as of which it reads so
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub as_of: jiff::civil::Date,
    /// Who compared it with the source: name and function
    #[arg(long, value_name = "NAME")]
    pub confirmed_by: String,
}

/// A role, as it is written on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RoleName {
    Investigator,
    Analyst,
    Prosecutor,
    CustodyOfficer,
    Supervisor,
    Auditor,
    Administrator,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_as_people_write_them() {
        assert_eq!(size("0"), Ok(0));
        assert_eq!(size("1048576"), Ok(1 << 20));
        assert_eq!(size("500GiB"), Ok(500 << 30));
        assert_eq!(size("2 TiB"), Ok(2 << 40));
        assert_eq!(size("16777215TiB"), Ok(16_777_215 << 40));
        for wrong in ["", "GiB", "-1", "+1", "1.5GiB", "1GB", "16777216TiB", "1 2"] {
            assert!(size(wrong).is_err(), "{wrong}");
        }
        assert_eq!(size_or_none("none"), Ok(Size(None)));
    }
}
