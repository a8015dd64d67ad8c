//! Publishers: the offices whose packs an office takes, and how many persons must answer for one.
//!
//! An office trusts a publisher by its card, as two persons decide; another card takes its place in the same way. A pack
//! that came as a bundle is proposed with the signatures that it came with, so that the log says for ever whose it was
//! and everybody can verify it again. What is checked here is checked when it is proposed, when it is approved, and
//! whenever the log is read: a publisher that was trusted in between, or is not any more, changes the answer.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use comity_channel::MAX_SIGNERS;
use comity_record::bundle::{MAX_SIGNATURES, SignedRelease};
use comity_record::cbor::to_canonical;
use comity_record::sign::VerifyingKey;
use comity_record::{Bytes, Coded, Country, KeyId, OfficeId, OfficerId, Sha256Digest, Token};
use serde::{Deserialize, Serialize};

use crate::body::{ActivePack, PackSigned};
use crate::exchange::PartyCard;
use crate::refusal::{self, Refusal};
use crate::state::{Office, Officer};

/// Persons of the publisher who must have signed. One could be mistaken, bribed or forced, or have lost the key.
pub const LEAST_SIGNERS: usize = 2;

/// Why a pack is not taken, or a publisher not trusted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PackRefusal {
    /// Nobody has signed the bundle.
    #[error("nobody has signed the bundle")]
    Unsigned,
    /// The signatures are of an office that this one does not trust as a publisher.
    #[error("office {0} is no publisher that is trusted here")]
    UnknownPublisher(OfficeId),
    /// A signature in the name of a publisher, by a key that is not on its card.
    #[error("{officer} signed for {publisher} with key {key}, which is not on the card that is trusted here")]
    NotItsSigner {
        /// Who it says that it is.
        officer: OfficerId,
        /// The key.
        key: KeyId,
        /// The name of the publisher.
        publisher: String,
    },
    /// One person alone.
    #[error("one person alone of {publisher} has signed: {officer}")]
    OneSigner {
        /// The name of the publisher.
        publisher: String,
        /// The person.
        officer: OfficerId,
    },
    /// Persons of several offices, and not two of one that is trusted.
    #[error("persons of different offices have signed, and not two of one publisher that is trusted here")]
    Divided,
    /// A version that is not newer than the one in force.
    #[error("version {version} of {name} is not newer than {in_force}, which is in force")]
    Older {
        /// The name of the pack.
        name: Token,
        /// Its version.
        version: String,
        /// The version in force.
        in_force: String,
    },
    /// Another pack of that name came into force after this one was compared with the one before.
    #[error("another pack {0} is in force than the one that this was compared with")]
    Replaced(Token),
    /// A pack that would come into force and is not at hand: the node would not start again.
    #[error("pack {name} of digest {digest} is not here")]
    NotHere {
        /// Its name.
        name: Token,
        /// Its digest.
        digest: Sha256Digest,
    },
    /// It is in force already.
    #[error("this very pack {0} is in force already")]
    InForce(Token),
    /// A pack that is called as another kind of packs is.
    #[error("a pack called {name} cannot be of schema {schema}")]
    Schema {
        /// Its name.
        name: Token,
        /// Its schema.
        schema: Token,
    },
    /// A card with too few signers, or more than a card may have.
    #[error(
        "the card names {0} keys that sign; at least {LEAST_SIGNERS} are needed, and {MAX_SIGNERS} are the most"
    )]
    Signers(usize),
    /// The office itself: what it makes itself it activates without a bundle.
    #[error("an office is not its own publisher")]
    Itself,
    /// This very card is trusted already.
    #[error("this card of {0} is trusted already")]
    Trusted(String),
}

impl Coded for PackRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Unsigned => "casework-pack-unsigned",
            Self::UnknownPublisher(_) => "casework-pack-publisher-unknown",
            Self::NotItsSigner { .. } => "casework-pack-not-its-signer",
            Self::OneSigner { .. } => "casework-pack-one-signer",
            Self::Divided => "casework-pack-divided",
            Self::Older { .. } => "casework-pack-older",
            Self::Replaced(_) => "casework-pack-replaced",
            Self::NotHere { .. } => "casework-pack-not-here",
            Self::InForce(_) => "casework-pack-in-force",
            Self::Schema { .. } => "casework-pack-schema",
            Self::Signers(_) => "casework-publisher-signers",
            Self::Itself => "casework-publisher-itself",
            Self::Trusted(_) => "casework-publisher-trusted",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::UnknownPublisher(office) => vec![("office", office.to_string())],
            Self::NotItsSigner { officer, key, publisher } => vec![
                ("officer", officer.to_string()),
                ("key", key.to_string()),
                ("publisher", publisher.clone()),
            ],
            Self::OneSigner { publisher, officer } => {
                vec![("publisher", publisher.clone()), ("officer", officer.to_string())]
            }
            Self::Older { name, version, in_force } => {
                vec![("name", name.to_string()), ("version", version.clone()), ("in_force", in_force.clone())]
            }
            Self::Replaced(name) | Self::InForce(name) => vec![("name", name.to_string())],
            Self::NotHere { name, digest } => {
                vec![("name", name.to_string()), ("digest", digest.to_string())]
            }
            Self::Schema { name, schema } => vec![("name", name.to_string()), ("schema", schema.to_string())],
            Self::Signers(count) => vec![
                ("count", count.to_string()),
                ("least", LEAST_SIGNERS.to_string()),
                ("most", MAX_SIGNERS.to_string()),
            ],
            Self::Trusted(name) => vec![("name", name.clone())],
            Self::Unsigned | Self::Divided | Self::Itself => vec![],
        }
    }
}

/// An office whose packs are taken here: what its card said of it when two persons decided so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publisher {
    /// The office.
    pub office: OfficeId,
    /// Its name.
    pub name: String,
    /// Its state.
    pub country: Country,
    /// The authority to which it belongs.
    pub authority: String,
    /// Whether it exists for exercises only.
    pub exercise: bool,
    /// The keys of the persons who sign for it, one of each.
    pub signers: BTreeSet<VerifyingKey>,
}

impl Publisher {
    /// The publisher of a card. Keys to seal to are no part of it: they come and go.
    pub fn of_card(card: &PartyCard) -> Self {
        Self {
            office: card.office,
            name: card.name.clone(),
            country: card.country,
            authority: card.authority.clone(),
            exercise: card.exercise,
            signers: card.signers.iter().copied().collect(),
        }
    }

    /// The digest that two people compare by another way than that by which the card came. The same for every card that
    /// names the office alike, with the same persons.
    pub fn digest(&self) -> Sha256Digest {
        let bytes = to_canonical(self).expect("names and keys have a deterministic form");
        Sha256Digest::of(&bytes)
    }

    /// That somebody else signed in its name.
    fn disowns(&self, signed: &SignedRelease) -> PackRefusal {
        let release = signed.release();
        let (officer, key, publisher) = (release.officer, release.key.key_id(), self.name.clone());
        PackRefusal::NotItsSigner { officer, key, publisher }
    }
}

/// A pack that came as a bundle, and that somebody proposes to put in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakenPack {
    /// The pack.
    pub pack: ActivePack,
    /// Its version, as it was signed.
    pub version: String,
    /// The pack of that name that was in force: with it this one was compared, and by this one it is replaced.
    pub replaces: Option<Sha256Digest>,
    /// That its version is not newer was seen, and is meant.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub older: bool,
    /// The office that publishes it.
    pub publisher: OfficeId,
    /// The signed releases ([`SignedRelease`]) of its persons.
    pub signatures: Vec<Bytes>,
}

impl TakenPack {
    /// Who signed.
    ///
    /// # Errors
    /// Fails for a signature that does not hold.
    pub fn signed(&self) -> Result<Vec<SignedRelease>, Refusal> {
        if self.signatures.len() > MAX_SIGNATURES {
            return Err(Refusal::Body(format!("more than {MAX_SIGNATURES} signatures")));
        }
        let parse = |bytes: &Bytes| SignedRelease::parse(bytes.as_ref());
        self.signatures.iter().map(parse).collect::<Result<_, _>>().map_err(|e| Refusal::Body(e.to_string()))
    }
}

/// The publisher of a pack among those that are trusted, and which of the signatures are by its persons: two at least.
pub(crate) fn released<'a>(
    publishers: &'a BTreeMap<OfficeId, Publisher>,
    signatures: &'a [SignedRelease],
) -> Result<(&'a Publisher, Vec<&'a SignedRelease>), PackRefusal> {
    let first = signatures.first().ok_or(PackRefusal::Unsigned)?;
    let offices: BTreeSet<OfficeId> = signatures.iter().map(|signed| signed.release().office).collect();
    let mut trusted = offices.iter().filter_map(|office| publishers.get(office)).peekable();
    if trusted.peek().is_none() {
        return Err(PackRefusal::UnknownPublisher(first.release().office));
    }
    let mut alone = None;
    for publisher in trusted {
        let of = |signed: &&SignedRelease| signed.release().office == publisher.office;
        let (by, others): (Vec<_>, Vec<_>) = signatures
            .iter()
            .filter(of)
            .partition(|signed| publisher.signers.contains(&signed.release().key));
        // Whoever signs under two names is one, and so are two who sign with one key.
        let persons: BTreeSet<_> = by.iter().map(|signed| signed.release().officer).collect();
        let keys: BTreeSet<_> = by.iter().map(|signed| signed.release().key).collect();
        if persons.len().min(keys.len()) >= LEAST_SIGNERS {
            return Ok((publisher, by));
        }
        let why = match (others.first(), by.first()) {
            (Some(other), _) => publisher.disowns(other),
            (None, Some(one)) => {
                let (publisher, officer) = (publisher.name.clone(), one.release().officer);
                PackRefusal::OneSigner { publisher, officer }
            }
            // It was found by one of its signatures.
            (None, None) => PackRefusal::Unsigned,
        };
        alone.get_or_insert(why);
    }
    match alone {
        Some(PackRefusal::OneSigner { .. }) if offices.len() > 1 => Err(PackRefusal::Divided),
        Some(why) => Err(why),
        None => Err(PackRefusal::Unsigned),
    }
}

/// Whether a pack that came as a bundle may come into force in an office, as things stand in it.
pub(crate) fn check_taken(office: &Office, taken: &TakenPack) -> Result<(), Refusal> {
    let signed = taken.signed()?;
    let body = |why: &str| Err(Refusal::Body(why.to_owned()));
    for release in signed.iter().map(SignedRelease::release) {
        if release.office != taken.publisher {
            return body("a signature of another office than the publisher");
        }
        let ActivePack { name, digest } = &taken.pack;
        if release.name != *name || release.digest != *digest || release.version != taken.version {
            return body("a signature for another pack");
        }
    }
    let (publisher, by) = released(&office.publishers, &signed)?;
    if let Some(other) = signed.iter().find(|signed| !by.contains(signed)) {
        return Err(publisher.disowns(other).into());
    }
    if office.packs.get(&taken.pack.name).copied() != taken.replaces {
        return Err(PackRefusal::Replaced(taken.pack.name.clone()).into());
    }
    Ok(())
}

/// Whether an office may trust a publisher by this card.
pub(crate) fn check_publisher(office: &Office, publisher: &Publisher) -> Result<(), Refusal> {
    if publisher.office == office.id {
        return Err(PackRefusal::Itself.into());
    }
    refusal::name("name", &publisher.name)?;
    refusal::name("authority", &publisher.authority)?;
    // An office for exercises may train with what is in force; what was made up for an exercise goes nowhere else.
    if publisher.exercise && !office.exercise {
        return Err(Refusal::ExerciseMix);
    }
    let count = publisher.signers.len();
    if !(LEAST_SIGNERS..=MAX_SIGNERS).contains(&count) {
        return Err(PackRefusal::Signers(count).into());
    }
    match office.publishers.get(&publisher.office) {
        Some(known) if known == publisher => Err(PackRefusal::Trusted(known.name.clone()).into()),
        _ => Ok(()),
    }
}

/// Whether trust in a publisher can end.
pub(crate) fn check_distrust(office: &Office, publisher: OfficeId) -> Result<(), Refusal> {
    match office.publishers.get(&publisher) {
        Some(_) => Ok(()),
        None => Err(PackRefusal::UnknownPublisher(publisher).into()),
    }
}

/// Whether the signature of a release that an officer puts on record is that officer's, for this office.
pub(crate) fn check_signed(office: &Office, author: &Officer, signed: &PackSigned) -> Result<(), Refusal> {
    let parsed = SignedRelease::parse(signed.release.as_ref()).map_err(|e| Refusal::Body(e.to_string()))?;
    let release = parsed.release();
    if release.office != office.id || release.officer != author.id || release.key != author.key {
        return Err(Refusal::WrongKey);
    }
    let ActivePack { name, digest } = &signed.pack;
    if release.name != *name || release.digest != *digest || release.version != signed.version {
        return Err(Refusal::Body("a signature for another pack".to_owned()));
    }
    Ok(())
}

/// Compares two versions as people count: numbers by their value, everything else as it is written. `2026-9` comes before
/// `2026-11`, and `2026-11` before `2026-11-23`.
pub fn compare_versions(one: &str, other: &str) -> Ordering {
    let (mut one, mut other) = (parts(one), parts(other));
    loop {
        match (one.next(), other.next()) {
            (None, None) => return Ordering::Equal,
            (a, b) => match compare_parts(a.unwrap_or_default(), b.unwrap_or_default()) {
                Ordering::Equal => {}
                unequal => return unequal,
            },
        }
    }
}

/// The runs of digits in a text, and what stands between them.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let digits = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let number = digits(rest);
        let end = rest.find(|c: char| c.is_ascii_digit() != number).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        rest = after;
        Some(part)
    })
}

fn compare_parts(one: &str, other: &str) -> Ordering {
    let number = |part: &str| part.bytes().all(|b| b.is_ascii_digit()) && !part.is_empty();
    if number(one) && number(other) {
        // By length first: versions are no machine words, and leading zeros count nothing.
        let (one, other) = (one.trim_start_matches('0'), other.trim_start_matches('0'));
        return one.len().cmp(&other.len()).then_with(|| one.cmp(other));
    }
    one.cmp(other)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn versions_are_compared_as_people_count() {
        let ascending = ["", "2026-9", "2026-11", "2026-11-2", "2026-11-023", "2026-12", "2027", "10000-1"];
        for (at, one) in ascending.iter().enumerate() {
            for (behind, other) in ascending.iter().enumerate() {
                assert_eq!(compare_versions(one, other), at.cmp(&behind), "{one} {other}");
            }
        }
        assert_eq!(compare_versions("2026-01", "2026-1"), Ordering::Equal);
        let long = "9".repeat(60);
        assert_eq!(compare_versions(&long, &format!("1{long}")), Ordering::Less);
    }

    proptest! {
        #[test]
        fn no_version_is_newer_than_a_newer_one(a in "[0-9a-z.-]{0,8}", b in "[0-9a-z.-]{0,8}", c in "[0-9a-z.-]{0,8}") {
            prop_assert_eq!(compare_versions(&a, &b), compare_versions(&b, &a).reverse());
            if compare_versions(&a, &b).is_lt() && compare_versions(&b, &c).is_lt() {
                prop_assert!(compare_versions(&a, &c).is_lt());
            }
        }
    }
}
