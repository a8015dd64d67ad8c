//! The words of the commands on packs.

use std::path::PathBuf;

use clap::Subcommand;
use comity_record::OfficeId;

use super::As;

/// Packs of facts, forms, policies: check, compare, release, take over, put in force.
///
/// What an office makes for itself it checks and activates. What it makes for others two of its officers release as a
/// bundle, one file; an office that trusts it as a publisher takes that over, and there too two officers decide.
#[derive(Subcommand)]
pub enum PacksCommand {
    /// The packs that this program carries, with their digests
    List,
    /// Write a pack that this program carries into a new folder, to begin a pack of your own
    Copy {
        /// The name of the pack: practice, forms, locales, …
        name: String,
        /// The folder; it must not exist
        folder: PathBuf,
    },
    /// Check a pack in a folder or bundle, and print its digest and who signed
    Check {
        /// The folder with pack.toml, or the bundle
        #[arg(value_name = "FOLDER|FILE")]
        pack: PathBuf,
    },
    /// What changes from one pack to another: rows of law and the answers that follow from them, or lines
    ///
    /// A pack is named by its folder, its bundle, its digest, or by its name if there is only one of that name. Names and
    /// digests are those of packs that the program carries, and with --node of those in the node's folder.
    Diff {
        /// The older pack
        old: PathBuf,
        /// The newer pack
        new: PathBuf,
        /// The day for which answers of the law are compared; today, if left out
        #[arg(long, value_name = "YYYY-MM-DD")]
        on: Option<jiff::civil::Date>,
        /// The folder of a node whose packs can be named, too
        #[arg(long = "node", env = "COMITY_NODE", value_name = "FOLDER")]
        node: Option<PathBuf>,
    },
    /// Propose that a pack comes into force; a second person must approve
    Activate {
        #[command(flatten)]
        who: As,
        /// The folder of the pack, or the digest of one that the program carries or the node holds already
        #[arg(value_name = "FOLDER|DIGEST")]
        pack: String,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// Release a pack for other offices: write it into a bundle and sign it; another officer must sign, too
    Bundle {
        #[command(flatten)]
        who: As,
        /// The folder with pack.toml
        #[arg(value_name = "FOLDER")]
        pack: PathBuf,
        /// Where the bundle goes; it must not exist
        #[arg(long, value_name = "FILE")]
        to: PathBuf,
    },
    /// Release the pack of a bundle that another officer has signed: your signature is put into the same file
    Sign {
        #[command(flatten)]
        who: As,
        /// The bundle
        file: PathBuf,
    },
    /// Show what the card of a publisher says, and the digest to compare; no node is needed
    Card {
        /// The card, as comity agreement card writes it
        card: PathBuf,
    },
    /// Propose to take packs from the office of a card; a second person must approve
    ///
    /// Before that, both compare the digest that is printed with the publisher by another way: by telephone, with
    /// somebody whose voice you know. A newer card takes the place of the one before: so an officer who left the
    /// publisher is dropped.
    Trust {
        #[command(flatten)]
        who: As,
        /// The card of the publisher, as comity agreement card writes it there
        card: PathBuf,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// Propose to take no more packs from a publisher; a second person must approve
    ///
    /// What came from it before stays in force.
    Distrust {
        #[command(flatten)]
        who: As,
        /// The office of the publisher, as comity packs publishers shows it
        publisher: OfficeId,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// The publishers whose packs your office takes
    Publishers(As),
    /// Take over a bundle that two persons of a trusted publisher signed: shows what it changes, and proposes it
    ///
    /// A second officer decides, after having seen the same with comity office show or on the pages.
    Take {
        #[command(flatten)]
        who: As,
        /// The bundle
        file: PathBuf,
        /// The version is not newer than the one in force, and that is meant; say why with --reason
        #[arg(long)]
        older: bool,
        /// Why
        #[arg(long)]
        reason: String,
    },
}
