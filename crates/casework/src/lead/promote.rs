//! From hit to case: what was found becomes a wallet, an account or a subject, once for each value, with the places where
//! it was found.

use std::collections::{BTreeMap, BTreeSet};

use comity_record::entry::Reference;
use comity_record::{CaseId, EntryId, Token};
use comity_scan::Kind;
use comity_store::Store;
use serde::{Deserialize, Serialize};

use super::{FoundHit, ROLES, is_zero};
use crate::body::Body;
use crate::casework::{Casework, Pending, Receipt, Session, With};
use crate::error::CaseworkError;
use crate::refusal::Refusal;

/// Places that one entry names; those beyond are counted, and stand in the hits of the scan.
pub const MAX_PLACES: usize = 100;
/// Values that one command takes into a case. More than that nobody has looked at.
pub const MAX_PROMOTED: usize = 1000;

/// What a hit becomes in the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Becomes {
    /// Somebody, known by a key or a name.
    Subject,
    /// What somebody holds with a provider, or is reached by.
    Account,
    /// Where coins are held: an address, or what opens one.
    Wallet,
}

impl Becomes {
    /// Everything that a hit can become.
    pub const ALL: [Self; 3] = [Self::Subject, Self::Account, Self::Wallet];

    /// The word in entries and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Account => "account",
            Self::Wallet => "wallet",
        }
    }

    /// What a hit of this kind becomes when nobody says otherwise.
    pub fn of_kind(kind: &str) -> Self {
        match kind.parse::<Kind>() {
            Ok(
                Kind::BitcoinAddress
                | Kind::BitcoinCashAddress
                | Kind::LitecoinAddress
                | Kind::DogecoinAddress
                | Kind::DashAddress
                | Kind::ZcashAddress
                | Kind::MoneroAddress
                | Kind::EvmAddress
                | Kind::TronAddress
                | Kind::XrpAddress
                | Kind::SolanaAddress
                | Kind::TonAddress
                | Kind::ExtendedPublicKey
                | Kind::ExtendedPrivateKey
                | Kind::WifKey
                | Kind::Bip39Phrase
                | Kind::ElectrumPhrase
                | Kind::MoneroPhrase,
            ) => Self::Wallet,
            Ok(Kind::PgpPublicKey | Kind::PgpPrivateKey) => Self::Subject,
            _ => Self::Account,
        }
    }
}

impl std::str::FromStr for Becomes {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known = Self::ALL.into_iter().find(|known| known.as_str() == text);
        known.ok_or_else(|| format!("{text:?} is none of subject, account, wallet"))
    }
}

/// Where a scan found a value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The line of [`HITS`](super::HITS), from 1.
    pub line: u64,
    /// The file of the exhibit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The place in it, with every decoder on the way.
    pub path: String,
    /// Where the first byte lies, in the bytes that the last decoder gave.
    pub offset: u64,
}

impl Place {
    fn of(line: u64, hit: &FoundHit) -> Self {
        Self { line, file: hit.file.clone(), path: hit.path.clone(), offset: hit.offset }
    }
}

/// A hit is taken into the case: as a wallet, an account or a subject. The entry refers to the scan as `found-in`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HitPromoted {
    /// The line of [`HITS`](super::HITS), from 1.
    pub line: u64,
    /// The hit.
    pub hit: FoundHit,
    /// Whose account it is taken to be: one of [`ROLES`].
    pub role: Token,
    /// Why it matters.
    pub reason: String,
    /// What it becomes; where an entry does not say, it follows from the kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub becomes: Option<Becomes>,
    /// Where else the same scan found it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Place>,
    /// How many places there are beyond these.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub more: u64,
}

impl HitPromoted {
    /// What it is in the case.
    pub fn becomes(&self) -> Becomes {
        self.becomes.unwrap_or_else(|| Becomes::of_kind(&self.hit.kind))
    }
}

/// What is in the case already was found in other places, too. The entry refers to the account as `account` and to the
/// scan as `found-in`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HitPlaced {
    /// The places.
    pub places: Vec<Place>,
    /// How many there are beyond these.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub more: u64,
}

impl Body for HitPromoted {
    const KIND: &'static str = "hit.promoted";
}

impl Body for HitPlaced {
    const KIND: &'static str = "hit.placed";
}

/// What the case holds of a hit: a wallet, an account or a subject.
#[derive(Clone, Debug)]
pub struct Account {
    /// The entry that made it one.
    pub entry: EntryId,
    /// What was found, as what, and why it matters; none once it was forgotten.
    pub promoted: Option<HitPromoted>,
    /// Where it was found, in the order of the entries.
    pub places: Vec<FoundAt>,
    /// Whether it was withdrawn.
    pub withdrawn: bool,
    /// Scans of which an entry only counts the places behind a line.
    counted: Vec<(EntryId, u64)>,
}

/// A place of an account, and which entry names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundAt {
    /// The entry that names it.
    pub by: EntryId,
    /// The scan.
    pub scan: EntryId,
    /// The number of the exhibit that was searched.
    pub exhibit: Option<u32>,
    /// The place.
    pub place: Place,
}

/// Which hits of a scan are taken into the case: those of these lines, or those that both filters let through.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// Lines of the scan's hits, from 1.
    pub lines: Vec<u64>,
    /// Of these kinds alone; of any, if empty.
    pub kinds: Vec<String>,
    /// Verified ones alone.
    pub verified: bool,
}

impl Choice {
    /// One hit by its line, from 1.
    pub fn line(line: u64) -> Self {
        Self { lines: vec![line], ..Self::default() }
    }

    /// The hits that are chosen, with their lines.
    fn of(&self, hits: &[serde_json::Value]) -> Result<Vec<(u64, FoundHit)>, CaseworkError> {
        let read = |line: u64, hit: &serde_json::Value| -> Result<(u64, FoundHit), CaseworkError> {
            let hit = serde_json::from_value(hit.clone()).map_err(|e| Refusal::Body(e.to_string()))?;
            Ok((line, hit))
        };
        if !self.lines.is_empty() {
            let lines: BTreeSet<u64> = self.lines.iter().copied().collect();
            let at = |line: u64| usize::try_from(line).ok().and_then(|line| hits.get(line.checked_sub(1)?));
            return lines
                .into_iter()
                .map(|line| read(line, at(line).ok_or(Refusal::UnknownHit(line))?))
                .collect();
        }
        let mut chosen = Vec::new();
        for (line, hit) in (1..).zip(hits) {
            let (line, hit) = read(line, hit)?;
            let wanted = self.kinds.is_empty() || self.kinds.contains(&hit.kind);
            if wanted && (!self.verified || hit.class == "verified") {
                chosen.push((line, hit));
            }
        }
        if chosen.is_empty() { Err(Refusal::NoHits.into()) } else { Ok(chosen) }
    }
}

/// As what hits are taken into the case.
#[derive(Clone, Debug)]
pub struct As {
    /// What they become; by their kinds, if nothing is said.
    pub becomes: Option<Becomes>,
    /// Whose they are taken to be: one of [`ROLES`].
    pub role: Token,
    /// Why they matter.
    pub reason: String,
}

/// What became of the hits that were chosen.
#[derive(Clone, Debug, Default)]
pub struct Promoted {
    /// New in the case.
    pub made: Vec<Receipt>,
    /// Found in other places than before.
    pub placed: Vec<Receipt>,
    /// Hits that were on record with their places.
    pub known: usize,
}

impl<S: Store> Casework<S> {
    /// Makes a hit an account of the case. `line` counts the hits of the scan from 1.
    ///
    /// # Errors
    /// As [`Self::promote_hits`].
    pub async fn promote_hit(
        &self,
        session: &Session,
        case: CaseId,
        scan: EntryId,
        line: u64,
        role: Token,
        reason: String,
    ) -> Result<Receipt, CaseworkError> {
        let how = As { becomes: None, role, reason };
        let promoted = self.promote_hits(session, case, scan, &Choice::line(line), &how).await?;
        Ok(promoted.made.into_iter().chain(promoted.placed).next().ok_or(Refusal::UnknownHit(line))?)
    }

    /// Takes hits of a scan into the case, all or none. A value that is in the case already is not there twice: its new
    /// places are put on record. Of a secret only the mask and the fingerprint go in.
    ///
    /// # Errors
    /// Says why it was not done: the scan has no such hit, there are more than [`MAX_PROMOTED`] values, or the hits of
    /// the lines that were named are all on record.
    pub async fn promote_hits(
        &self,
        session: &Session,
        case: CaseId,
        scan: EntryId,
        choice: &Choice,
        how: &As,
    ) -> Result<Promoted, CaseworkError> {
        self.may(session, case, HitPromoted::KIND)?;
        // Here and not in the fold, which must go on taking what was recorded before there was a list of roles.
        if !ROLES.contains(&how.role.as_str()) {
            return Err(Refusal::UnknownRole(how.role.clone()).into());
        }
        self.counts(case, scan)?;
        let chosen = choice.of(&self.hits(session, case, scan).await?)?;
        let mut by_value: BTreeMap<(String, String), Vec<(u64, FoundHit)>> = BTreeMap::new();
        for (line, hit) in chosen {
            let hit = hit.without_secret();
            // What has no name of its own, as a key that cannot be read, is like no other.
            let name = hit.name().map_or_else(|| format!("\0{line}"), str::to_owned);
            by_value.entry((hit.kind.clone(), name)).or_default().push((line, hit));
        }
        if by_value.len() > MAX_PROMOTED {
            return Err(Refusal::TooManyHits { values: by_value.len(), most: MAX_PROMOTED }.into());
        }
        let accounts = self.accounts(session, case).await?;
        let exhibit = self.state().case(case)?.searched(scan);
        let (mut promoted, mut pending, mut known) = (Promoted::default(), Vec::new(), None);
        let mut made = BTreeSet::new();
        for ((kind, name), hits) in by_value {
            let is_it = |account: &&Account| {
                let hit = account.promoted.as_ref().map(|promoted| &promoted.hit);
                !account.withdrawn && hit.is_some_and(|hit| hit.kind == kind && hit.name() == Some(&name))
            };
            let Some(account) = accounts.iter().find(is_it) else {
                let entry = self.new_account(session, case, scan, hits, how)?;
                made.insert(entry.id());
                pending.push(entry);
                continue;
            };
            let new: Vec<_> = hits
                .iter()
                .map(|(line, hit)| Place::of(*line, hit))
                .filter(|place| !account.has(place, scan, exhibit))
                .collect();
            promoted.known += hits.len() - new.len();
            if new.is_empty() {
                known.get_or_insert(Refusal::AccountExists { what: name, by: account.entry });
            } else {
                self.may_since(session, case, HitPlaced::KIND)?;
                pending.push(self.new_places(session, case, (account.entry, scan), new)?);
            }
        }
        // Who names a hit means that one; who asks for all is content with what is there.
        if let (true, Some(known)) = (pending.is_empty() && !choice.lines.is_empty(), known) {
            return Err(known.into());
        }
        if pending.is_empty() {
            return Ok(promoted);
        }
        let receipts = self.append(pending).await?;
        (promoted.made, promoted.placed) =
            receipts.into_iter().partition(|receipt| made.contains(&receipt.entry));
        Ok(promoted)
    }

    /// The last search of an exhibit that counts.
    ///
    /// # Errors
    /// Fails when the officer may not read the case, or the exhibit was not searched.
    pub fn last_scan(&self, session: &Session, case: CaseId, exhibit: u32) -> Result<EntryId, CaseworkError> {
        self.may_read(session, case)?;
        let state = self.state();
        let within = state.case(case)?;
        within.exhibits.entry(exhibit)?;
        let of_it = |scan: &&EntryId| within.searched(**scan) == Some(exhibit) && within.counts(**scan);
        Ok(*within.leads.scans().iter().rev().find(of_it).ok_or(Refusal::NotSearched(exhibit))?)
    }

    fn new_account(
        &self,
        session: &Session,
        case: CaseId,
        scan: EntryId,
        hits: Vec<(u64, FoundHit)>,
        how: &As,
    ) -> Result<Pending, CaseworkError> {
        let places = hits.iter().skip(1).map(|(line, hit)| Place::of(*line, hit)).collect();
        let (places, more) = bounded(places);
        let (line, hit) = hits.into_iter().next().ok_or(Refusal::NoHits)?;
        let becomes = Some(how.becomes.unwrap_or_else(|| Becomes::of_kind(&hit.kind)));
        let (role, reason) = (how.role.clone(), how.reason.clone());
        let body = HitPromoted { line, hit, role, reason, becomes, places, more };
        self.sign(session, case, &body, With::reference("found-in", scan))
    }

    fn new_places(
        &self,
        session: &Session,
        case: CaseId,
        (account, scan): (EntryId, EntryId),
        places: Vec<Place>,
    ) -> Result<Pending, CaseworkError> {
        let (places, more) = bounded(places);
        let refs = [("account", account), ("found-in", scan)]
            .map(|(role, entry)| Reference { role: role.parse().expect("a literal word"), entry });
        let with = With { refs: refs.to_vec(), ..With::default() };
        self.sign(session, case, &HitPlaced { places, more }, with)
    }

    /// What the case holds of hits: its wallets, accounts and subjects, with the places of each.
    ///
    /// # Errors
    /// Fails when the officer may not read the case.
    pub async fn accounts(&self, session: &Session, case: CaseId) -> Result<Vec<Account>, CaseworkError> {
        let state = self.state();
        let within = state.case(case)?;
        let mut accounts: Vec<Account> = Vec::new();
        for told in self.entries_of(session, case, &[HitPromoted::KIND, HitPlaced::KIND]).await? {
            let found = |place| {
                let scan = told.reference("found-in")?;
                Some(FoundAt { by: told.entry, scan, exhibit: within.searched(scan), place })
            };
            if told.kind == HitPromoted::KIND {
                let promoted: Option<HitPromoted> = told.body();
                let own = promoted.as_ref().map(|promoted| Place::of(promoted.line, &promoted.hit));
                let others = promoted.iter().flat_map(|promoted| promoted.places.iter().cloned());
                let places = own.into_iter().chain(others).filter_map(found).collect();
                let counted = promoted.as_ref().and_then(|promoted| {
                    let last = promoted.places.last().filter(|_| promoted.more > 0)?.line;
                    Some((told.reference("found-in")?, last))
                });
                let (entry, withdrawn, counted) = (told.entry, told.withdrawn, counted.into_iter().collect());
                accounts.push(Account { entry, promoted, places, withdrawn, counted });
            } else if let Some(placed) = told.body::<HitPlaced>()
                && !told.withdrawn
                && let Some(account) =
                    accounts.iter_mut().find(|account| Some(account.entry) == told.reference("account"))
            {
                let last = placed.places.last().filter(|_| placed.more > 0).map(|place| place.line);
                account.counted.extend(told.reference("found-in").zip(last));
                account.places.extend(placed.places.into_iter().filter_map(found));
            }
        }
        Ok(accounts)
    }
}

impl Account {
    /// Whether a place is on record: another search of the same exhibit finds it again.
    fn has(&self, place: &Place, scan: EntryId, exhibit: Option<u32>) -> bool {
        let same = |found: &FoundAt| {
            let there = found.scan == scan || exhibit.is_some() && found.exhibit == exhibit;
            there && (&found.place.file, &found.place.path) == (&place.file, &place.path)
        };
        let counted = self.counted.iter().any(|(of, last)| *of == scan && place.line > *last);
        counted || self.places.iter().any(same)
    }
}

/// The places that an entry names, and how many it only counts.
fn bounded(mut places: Vec<Place>) -> (Vec<Place>, u64) {
    let more = places.len().saturating_sub(MAX_PLACES);
    places.truncate(MAX_PLACES);
    (places, u64::try_from(more).unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_becomes_something_and_ledgers_addresses_become_wallets() {
        for kind in Kind::ALL {
            let becomes = Becomes::of_kind(kind.as_str());
            let holds_coins = kind.as_str().ends_with("-address")
                && *kind != Kind::EmailAddress
                && *kind != Kind::IpAddress;
            if holds_coins {
                assert_eq!(becomes, Becomes::Wallet, "{kind}");
            }
        }
        assert_eq!(Becomes::of_kind("bip39-phrase"), Becomes::Wallet);
        assert_eq!(Becomes::of_kind("pgp-public-key"), Becomes::Subject);
        assert_eq!(Becomes::of_kind("iban"), Becomes::Account);
        assert_eq!(Becomes::of_kind("of-a-later-version"), Becomes::Account);
        for becomes in Becomes::ALL {
            assert_eq!(becomes.as_str().parse::<Becomes>().unwrap(), becomes);
        }
        assert!("person".parse::<Becomes>().is_err());
    }

    #[test]
    fn an_entry_names_so_many_places_and_counts_the_others() {
        let place = |line| Place { line, file: None, path: line.to_string(), offset: line };
        let places = |count: usize| (1..).take(count).map(place).collect::<Vec<_>>();
        assert_eq!(bounded(places(MAX_PLACES)), (places(MAX_PLACES), 0));
        assert_eq!(bounded(places(MAX_PLACES + 1)), (places(MAX_PLACES), 1));
    }
}
