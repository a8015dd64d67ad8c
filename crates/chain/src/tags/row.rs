//! What one row of one file says of one address.

use std::collections::BTreeSet;

use comity_record::Sha256Digest;
use serde::{Deserialize, Serialize};

use super::{AnswersTo, CURRENCY, SERVICE_CATEGORIES};

/// The tag type of a row about a holder; also what a row without one is taken to be.
const ABOUT_HOLDER: &str = "actor";

/// What one row of one pack says of one address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TagRow {
    /// The address as the pack writes it.
    pub address: String,
    /// Its currency.
    pub currency: String,
    /// The ledger that the address is of, where that is not the currency's own: tokens have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network: Option<String>,
    /// What the pack calls the holder.
    pub label: String,
    /// Whether the label is the pack's, said once for all of its rows, and not the row's own. Where no actor is named, and
    /// the pack does not say that its rows are about actors, such a label tells what the list is of (sanctioned addresses,
    /// those of a scam) and not who holds each address on it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub label_of_pack: bool,
    /// The actor's short name, the same in all packs of a publisher.
    pub actor: Option<String>,
    /// What kind of holder: exchange, market, `mixing_service`. Where the pack gives a list of concepts instead, that of
    /// them which means a service, else the first.
    pub category: Option<String>,
    /// The concepts of the publisher's taxonomy that the pack lists.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub concepts: Vec<String>,
    /// What wrong it is said to be used for: ransomware, scam.
    pub abuse: Option<String>,
    /// What the row is about, where the pack says it: `actor` (who holds the address), `event`, `attribute`, `mention`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag_type: Option<String>,
    /// How sure the pack is, in its publisher's words.
    pub confidence: Option<String>,
    /// Where it was learnt.
    pub source: Option<String>,
    /// When the row was last changed, as the pack writes it.
    pub lastmod: Option<String>,
    /// More in the publisher's own form.
    pub context: Option<String>,
    /// Whether the pack says that all addresses of the same wallet are the holder's.
    pub is_cluster_definer: bool,
    /// The state whose courts the service answers to.
    pub answers_to: AnswersTo,
    /// The title of the pack.
    pub pack: String,
    /// Who made the pack.
    pub pack_creator: String,
    /// Where the pack is published.
    pub pack_uri: Option<String>,
    /// Under which licence the pack may be used, as whoever imported it says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pack_licence: Option<String>,
    /// SHA-256 of the pack's file.
    pub pack_digest: Sha256Digest,
    /// The row in the pack, counted from 1; of a list of addresses the line.
    pub row: u32,
}

impl TagRow {
    /// Whether the row is about whoever holds the address, and not only about something that happened there, a place where
    /// it is mentioned, or a list on which it stands. It may be without a name for him ([`Self::holder`]).
    pub fn is_about_holder(&self) -> bool {
        self.tag_type.as_deref().is_none_or(|kind| kind == ABOUT_HOLDER)
    }

    /// Who is said to hold the address: the actor, or where the row has none its label, unless that is one for a whole
    /// list ([`Self::label_of_pack`]).
    pub fn holder(&self) -> Option<&str> {
        if !self.is_about_holder() {
            return None;
        }
        let names = !self.label_of_pack || self.tag_type.is_some();
        self.actor.as_deref().or_else(|| names.then_some(self.label.as_str()))
    }

    /// Whether the row is for an address of the Bitcoin networks.
    pub(super) fn is_of_currency(&self) -> bool {
        self.network.as_ref().unwrap_or(&self.currency).eq_ignore_ascii_case(CURRENCY)
    }

    /// Whether the row is of this category. Publishers write `Exchange` and `exchange` for the same.
    pub fn is_of_category(&self, category: &str) -> bool {
        self.category.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(category))
    }

    /// Whether the row is of a category that means a service.
    pub(crate) fn is_of_service(&self) -> bool {
        self.category.as_deref().is_some_and(means_service)
    }

    /// The kinds of holder that the row states, as they are compared.
    fn kinds(&self) -> BTreeSet<String> {
        self.category.iter().chain(&self.concepts).map(|kind| compared(kind)).collect()
    }

    /// What puts the rows of an address in an order that does not depend on when they came.
    pub(super) fn place(&self) -> (&str, &Sha256Digest, u32) {
        (&self.pack, &self.pack_digest, self.row)
    }

    /// Everything that the row says but for its number.
    pub(super) fn said(&self) -> impl Eq + std::hash::Hash + '_ {
        (
            (&self.address, &self.currency, &self.network, &self.label, &self.actor, &self.category),
            (&self.concepts, &self.abuse, &self.tag_type, &self.confidence, &self.source, &self.lastmod),
            (&self.context, self.is_cluster_definer),
        )
    }
}

/// A category, or another kind of holder, in the one spelling in which they are compared. The words of all taxonomies
/// are ASCII.
pub(crate) fn compared(category: &str) -> String {
    category.to_ascii_lowercase()
}

/// The name of a holder, an actor or a label, in the one spelling in which they are compared: names that differ only in
/// capital and small letters are one. So GraphSense's own tools count rows of `TagPack`s and actor packs as repeated.
pub(crate) fn compared_name(name: &str) -> String {
    name.to_lowercase()
}

/// Whether a category, or a concept, means a service.
pub(super) fn means_service(category: &str) -> bool {
    SERVICE_CATEGORIES.iter().any(|known| known.eq_ignore_ascii_case(category))
}

/// Whether rows of one address name different holders, or kinds of holder that have nothing in common. Rows that are about
/// no holder disagree with none.
///
/// Actors are compared where rows have them; a row without one is compared by its label with all.
pub(super) fn disagree(rows: &[&TagRow]) -> bool {
    let holders = || rows.iter().filter(|row| row.is_about_holder());
    let named = || holders().filter(|row| row.holder().is_some());
    let actors: BTreeSet<_> = named().filter_map(|row| row.actor.as_deref()).map(compared_name).collect();
    let labels: BTreeSet<_> = named().map(|row| compared_name(&row.label)).collect();
    if actors.len() > 1 || labels.len() > 1 && named().any(|row| row.actor.is_none()) {
        return true;
    }
    let kinds = holders().map(|row| row.kinds()).filter(|kinds| !kinds.is_empty());
    kinds.reduce(|common, kinds| &common & &kinds).is_some_and(|common| common.is_empty())
}
