//! Tags: who is said to hold an address, by whom, and where it says so.
//!
//! Files of four formats are read ([`TagFormat`]): GraphSense `TagPack`s, where what the header says holds for every row
//! that does not say it itself, GraphSense actor packs, lists of sanctioned addresses, and CSV. Nothing is merged and
//! nothing is decided here: rows of different files that disagree stand side by side, each with the file's title and maker,
//! the row and the digest of the file that it comes from ([`TagSet`]). A ledger keeps the files that were imported in
//! [`TagStore`].

use comity_record::Country;
use serde::{Deserialize, Serialize};

mod actor;
mod csv;
mod error;
mod file;
mod index;
mod list;
mod pack;
mod row;
mod set;
mod store;

pub use actor::{Actor, ActorPack, MAX_ACTORS};
pub use error::{TagError, TagStoreError};
pub use file::{Stated, TagFile, TagFormat};
pub use list::{MAX_LISTED_ADDRESS, asset_of_list};
pub use pack::{MAX_PACK_BYTES, MAX_TAGS, MAX_TEXT, TagPack};
pub use row::TagRow;
pub(crate) use row::{compared, compared_name};
pub use set::{TagConflict, TagReport, TagSet};
pub use store::{Imported, Incoming, Kept, KeptFile, TagStore};

/// The currency, and the name of the network, of tags for addresses of this crate's networks.
pub const CURRENCY: &str = "BTC";

/// The category of addresses on a list of sanctions.
pub const SANCTION: &str = "sanction";

/// The categories of GraphSense packs that mean a service which holds money for others and can be asked about it.
pub const SERVICE_CATEGORIES: [&str; 9] = [
    "exchange",
    "gambling",
    "hosted_wallet",
    "market",
    "mixing_service",
    "payment_processor",
    "service",
    "shop",
    "wallet_service",
];

/// The state whose courts a service answers to. Packs seldom know it, and what they call a jurisdiction is not it; it stays
/// unknown until somebody enters it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "answers")]
pub enum AnswersTo {
    /// Nobody has said.
    #[default]
    Unknown,
    /// Somebody has said, and where it is written.
    State {
        /// The state.
        country: Country,
        /// Where it is written.
        source: String,
    },
}
