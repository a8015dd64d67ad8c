//! The chain of custody: who did what with an exhibit, and what is missing between.
//!
//! [`CustodyEntry`] is a plain value: the fields that courts and guides ask for (research of the project on ISO/IEC
//! 27037, the Berkeley Protocol, SWGDE and ACPO). `casework` makes a signed entry of it, and a second one where another
//! person confirms it by his own signature. [`check`] reads the entries of one exhibit in order and says who holds it now and which acts are missing.
//! A gap is shown, never filled.

use comity_record::{ActTime, Coded};
use serde::{Deserialize, Serialize};

use crate::hash::Digests;

/// Entries of one exhibit that are checked at once. No exhibit changes hands so often.
pub const MAX_ENTRIES: usize = 100_000;

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Act {
    /// Found and secured; the chain begins.
    Collected,
    /// Taken over from outside the agency, with whatever record it came with; the chain begins here too.
    Received,
    /// Given by one person to another.
    HandedOver,
    /// A copy was made of it.
    Copied,
    /// Looked at, searched, analysed.
    Examined,
    /// Put under seal.
    Sealed,
    /// A seal was opened.
    Opened,
    /// Given back to whom it belongs. The chain ends.
    Returned,
    /// Destroyed by order. The chain ends.
    Destroyed,
}

impl Act {
    /// The word for it in machine-readable output and message keys.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Collected => "collected",
            Self::Received => "received",
            Self::HandedOver => "handed-over",
            Self::Copied => "copied",
            Self::Examined => "examined",
            Self::Sealed => "sealed",
            Self::Opened => "opened",
            Self::Returned => "returned",
            Self::Destroyed => "destroyed",
        }
    }
}

/// A person, as the record names him.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Party {
    /// Name, as it stands in the record.
    pub name: String,
    /// Rank, function or number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Agency and unit.
    pub organisation: String,
}

/// Whether an act concerns the thing itself or a copy.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Piece {
    /// The thing itself, or the first copy that stands for it.
    Original,
    /// A copy to work on, by its number.
    WorkingCopy(u32),
}

/// A program or instrument that was used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tool {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Settings, write blocker and the like.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settings: Option<String>,
}

/// One act of custody. What an act does not have stays empty; what it must have, [`check`] asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustodyEntry {
    /// Number of the exhibit in the case.
    pub exhibit: String,
    /// The thing itself or a copy.
    pub piece: Piece,
    /// What was done.
    pub act: Act,
    /// When, with offset and zone.
    pub at: ActTime,
    /// Where.
    pub place: String,
    /// Who gave it away; for an act without hand-over, who holds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub giver: Option<Party>,
    /// Who took it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taker: Option<Party>,
    /// Who else was present.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub present: Vec<Party>,
    /// Why.
    pub reason: String,
    /// Warrant, consent, request or order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
    /// Numbers of the seals found on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seals_before: Vec<String>,
    /// Numbers of the seals left on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seals_after: Vec<String>,
    /// In what state it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<String>,
    /// With what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tool: Option<Tool>,
    /// What it hashed to before the act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Digests>,
    /// What it hashed to after the act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Digests>,
    /// A change that could not be avoided, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unavoidable_change: Option<String>,
    /// For [`Act::Copied`]: the copy that was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copy_made: Option<Piece>,
    /// How it travelled, and in what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transport: Option<String>,
    /// Where it is kept from then on, and how: room and shelf, shielding, temperature.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub storage: Option<String>,
}

impl CustodyEntry {
    /// An act on the thing itself, of an exhibit without a number yet, of which nothing more is said.
    pub fn new(act: Act, at: ActTime, place: impl Into<String>, reason: impl Into<String>) -> Self {
        Self {
            exhibit: String::new(),
            piece: Piece::Original,
            act,
            at,
            place: place.into(),
            giver: None,
            taker: None,
            present: Vec::new(),
            reason: reason.into(),
            authority: None,
            seals_before: Vec::new(),
            seals_after: Vec::new(),
            condition: None,
            tool: None,
            before: None,
            after: None,
            unavoidable_change: None,
            copy_made: None,
            transport: None,
            storage: None,
        }
    }
}

/// What tells a thing from every other of its kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Who made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub make: Option<String>,
    /// What its maker calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    /// The number that its maker gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serial: Option<String>,
    /// The numbers of a mobile device (3GPP TS 23.003, 6.2): 15 digits with a right check digit, or 16 without one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub imei: Vec<String>,
    /// How many bytes it can hold, as its label or itself says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity_bytes: Option<u64>,
    /// Whether it was running when it was found, and what was done about that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub power: Option<String>,
    /// By how many seconds its clock was ahead when it was found; behind, if negative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock_ahead_seconds: Option<i64>,
}

/// What the chain of one piece says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chain {
    /// Who holds it now; nobody after it was returned or destroyed.
    pub holder: Option<Party>,
    /// What is missing or does not fit, in order.
    pub gaps: Vec<Gap>,
}

/// Something missing between two acts, or that does not fit. `at` counts the entries given, from 0.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("entry {at}: {kind}")]
pub struct Gap {
    /// The entry that shows it.
    pub at: usize,
    /// What it is.
    pub kind: GapKind,
}

/// The ways in which a chain is broken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum GapKind {
    /// The first act is neither a collection nor a receipt: how it came here is not told.
    #[error("missing act: how the exhibit came into custody")]
    NoBeginning,
    /// Somebody acts on it or gives it away who was not the last to take it.
    #[error("missing act: how it came from its last holder to the person named here")]
    MissingHandOver {
        /// Who held it.
        holder: Party,
        /// Who has it now.
        found: Party,
    },
    /// An act without the person whom it needs.
    #[error("missing person: the {who}")]
    MissingPerson {
        /// `giver` or `taker`.
        who: &'static str,
    },
    /// A person hands it over to himself.
    #[error("giver and taker are the same person")]
    SamePerson,
    /// An act is earlier than the one before it.
    #[error("the act is earlier than the one before it")]
    TimeRunsBack,
    /// The seals found are not those that were left.
    #[error("missing act: the seals were {left:?} and are {found:?}")]
    SealsChanged {
        /// Seals left by the act before.
        left: Vec<String>,
        /// Seals found by this one.
        found: Vec<String>,
    },
    /// The seals changed in an act that neither opens nor seals.
    #[error("the seals changed although nothing was opened or sealed")]
    SealsChangedInAct,
    /// The bytes found are not those that were left.
    #[error("the digests are not those of the act before")]
    DigestChanged,
    /// The bytes changed in an act and no reason is given.
    #[error("the digests changed in the act and no unavoidable change is explained")]
    ChangeUnexplained,
    /// An act on something returned or destroyed.
    #[error("an act on an exhibit that was returned or destroyed")]
    AfterTheEnd,
    /// The chain begins a second time.
    #[error("the exhibit is collected or received a second time")]
    SecondBeginning,
    /// Return or destruction without an order.
    #[error("missing authority: by whose order")]
    MissingAuthority,
    /// A working copy that nobody made.
    #[error("missing act: how this copy was made")]
    CopyFromNowhere,
    /// A hand-over that one of the two persons has not signed. The entries do not tell it: [`miss_signatures`] does.
    #[error("missing signature: only one of the two persons has signed the hand-over")]
    MissingSignature,
    /// The entries are of more than one exhibit, or too many.
    #[error("the entries are not those of one exhibit")]
    OtherExhibit,
}

impl Coded for GapKind {
    fn code(&self) -> &'static str {
        match self {
            Self::NoBeginning => "evidence-gap-no-beginning",
            Self::MissingHandOver { .. } => "evidence-gap-hand-over",
            Self::MissingPerson { .. } => "evidence-gap-person",
            Self::SamePerson => "evidence-gap-same-person",
            Self::TimeRunsBack => "evidence-gap-time",
            Self::SealsChanged { .. } => "evidence-gap-seals",
            Self::SealsChangedInAct => "evidence-gap-seals-in-act",
            Self::DigestChanged => "evidence-gap-digest",
            Self::ChangeUnexplained => "evidence-gap-change",
            Self::AfterTheEnd => "evidence-gap-after-end",
            Self::SecondBeginning => "evidence-gap-second-beginning",
            Self::MissingAuthority => "evidence-gap-authority",
            Self::CopyFromNowhere => "evidence-gap-copy",
            Self::MissingSignature => "evidence-gap-signature",
            Self::OtherExhibit => "evidence-gap-other-exhibit",
        }
    }

    /// Without the persons: they are personal data, and the page that shows the gap has the entries.
    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::MissingPerson { who } => vec![("who", (*who).to_owned())],
            Self::SealsChanged { left, found } => {
                vec![("left", left.join(", ")), ("found", found.join(", "))]
            }
            _ => Vec::new(),
        }
    }
}

/// Reads the entries of one exhibit, in the order in which they were recorded, and gives the chain of every piece: the
/// original first, then the working copies by number.
pub fn check(entries: &[CustodyEntry]) -> Vec<(Piece, Chain)> {
    let mut chains: Vec<(Piece, Links)> = vec![(Piece::Original, Links::default())];
    let exhibit = entries.first().map(|e| e.exhibit.as_str());
    for (at, entry) in entries.iter().enumerate() {
        let index = chains.iter().position(|(piece, _)| *piece == entry.piece).unwrap_or_else(|| {
            // A copy that no act of copying made.
            let mut links = Links::default();
            links.gap(at, GapKind::CopyFromNowhere);
            links.begun = true;
            chains.push((entry.piece.clone(), links));
            chains.len() - 1
        });
        if exhibit != Some(entry.exhibit.as_str()) || at >= MAX_ENTRIES {
            chains[index].1.gap(at, GapKind::OtherExhibit);
            if at >= MAX_ENTRIES {
                break;
            }
            continue;
        }
        chains[index].1.add(at, entry);
        if let (Act::Copied, Some(copy)) = (entry.act, &entry.copy_made)
            && !chains.iter().any(|(piece, _)| piece == copy)
        {
            let holder = entry.giver.clone().or_else(|| entry.taker.clone());
            chains
                .push((copy.clone(), Links { begun: true, holder, after: entry.after, ..Links::default() }));
        }
    }
    chains.sort_by_key(|(piece, _)| match piece {
        Piece::Original => 0,
        Piece::WorkingCopy(number) => u64::from(*number) + 1,
    });
    chains
        .into_iter()
        .map(|(piece, links)| (piece, Chain { holder: links.holder, gaps: links.gaps }))
        .collect()
}

/// Adds to the chains of an exhibit the hand-overs that one person only has signed. Of each act it is said whether a second
/// one has.
pub fn miss_signatures<'a>(
    chains: &mut [(Piece, Chain)],
    acts: impl IntoIterator<Item = (&'a CustodyEntry, bool)>,
) {
    for (at, (act, is_confirmed)) in acts.into_iter().enumerate() {
        let chain = chains.iter_mut().find(|(piece, _)| *piece == act.piece);
        if let (Some((_, chain)), Act::HandedOver, false) = (chain, act.act, is_confirmed) {
            chain.gaps.push(Gap { at, kind: GapKind::MissingSignature });
            chain.gaps.sort_by_key(|gap| gap.at);
        }
    }
}

/// What is known of one piece after the acts so far.
#[derive(Default)]
struct Links {
    begun: bool,
    /// When it was given back or destroyed.
    ended: Option<jiff::Timestamp>,
    holder: Option<Party>,
    last: Option<jiff::Timestamp>,
    seals: Option<Vec<String>>,
    after: Option<Digests>,
    gaps: Vec<Gap>,
}

impl Links {
    fn gap(&mut self, at: usize, kind: GapKind) {
        self.gaps.push(Gap { at, kind });
    }

    fn add(&mut self, at: usize, entry: &CustodyEntry) {
        self.order(at, entry);
        self.persons(at, entry);
        self.seals(at, entry);
        self.digests(at, entry);
        if matches!(entry.act, Act::Returned | Act::Destroyed) {
            if entry.authority.is_none() {
                self.gap(at, GapKind::MissingAuthority);
            }
            self.ended = Some(entry.at.timestamp());
            self.holder = None;
        }
    }

    fn order(&mut self, at: usize, entry: &CustodyEntry) {
        if self.ended.is_some_and(|end| entry.at.timestamp() >= end) {
            self.gap(at, GapKind::AfterTheEnd);
        }
        let begins = matches!(entry.act, Act::Collected | Act::Received);
        if begins && self.begun && self.ended.is_none() {
            self.gap(at, GapKind::SecondBeginning);
        }
        if !begins && !self.begun {
            self.gap(at, GapKind::NoBeginning);
        }
        self.begun = true;
        let now = entry.at.timestamp();
        if self.last.is_some_and(|last| now < last) {
            self.gap(at, GapKind::TimeRunsBack);
        }
        self.last = Some(now);
    }

    fn persons(&mut self, at: usize, entry: &CustodyEntry) {
        let needs_giver = !matches!(entry.act, Act::Collected);
        let needs_taker =
            matches!(entry.act, Act::Collected | Act::Received | Act::HandedOver | Act::Returned);
        if needs_giver && entry.giver.is_none() {
            self.gap(at, GapKind::MissingPerson { who: "giver" });
        }
        if needs_taker && entry.taker.is_none() {
            self.gap(at, GapKind::MissingPerson { who: "taker" });
        }
        if needs_giver && needs_taker && entry.giver.is_some() && entry.giver == entry.taker {
            self.gap(at, GapKind::SamePerson);
        }
        // The giver of a receipt stands outside; of every other act he must be who held it last.
        if !matches!(entry.act, Act::Collected | Act::Received)
            && let (Some(holder), Some(giver)) = (&self.holder, &entry.giver)
            && holder != giver
        {
            let (holder, found) = (holder.clone(), giver.clone());
            self.gap(at, GapKind::MissingHandOver { holder, found });
        }
        // What was done before the end and is written down after it leaves nobody holding what is gone.
        if self.ended.is_none_or(|end| entry.at.timestamp() >= end) {
            self.holder = if needs_taker { entry.taker.clone() } else { entry.giver.clone() };
        }
    }

    fn seals(&mut self, at: usize, entry: &CustodyEntry) {
        let sorted = |seals: &[String]| {
            let mut seals = seals.to_vec();
            seals.sort();
            seals
        };
        let (before, after) = (sorted(&entry.seals_before), sorted(&entry.seals_after));
        if let Some(left) = self.seals.take()
            && left != before
        {
            self.gap(at, GapKind::SealsChanged { left, found: before.clone() });
        }
        let may_change =
            matches!(entry.act, Act::Collected | Act::Received | Act::Sealed | Act::Opened | Act::Destroyed);
        if before != after && !may_change {
            self.gap(at, GapKind::SealsChangedInAct);
        }
        self.seals = Some(after);
    }

    fn digests(&mut self, at: usize, entry: &CustodyEntry) {
        if let (Some(left), Some(found)) = (self.after, entry.before)
            && left != found
        {
            self.gap(at, GapKind::DigestChanged);
        }
        // What a copy hashes to is said by the act on the original, and is checked against it like any other.
        if let (Some(before), Some(after)) = (entry.before, entry.after)
            && before != after
            && entry.unavoidable_change.is_none()
        {
            self.gap(at, GapKind::ChangeUnexplained);
        }
        self.after = entry.after.or(entry.before).or(self.after);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str) -> Party {
        Party { name: name.to_owned(), role: None, organisation: "Cyber unit".to_owned() }
    }

    fn entry(act: Act, minute: u32, giver: Option<&str>, taker: Option<&str>) -> CustodyEntry {
        let at = format!("2026-11-23T12:{minute:02}:00+05:00[Asia/Dushanbe]").parse().unwrap();
        CustodyEntry {
            exhibit: "A/1".to_owned(),
            giver: giver.map(person),
            taker: taker.map(person),
            authority: Some("warrant 12".to_owned()),
            ..CustodyEntry::new(act, at, "Room 3", "search")
        }
    }

    fn gaps(entries: &[CustodyEntry]) -> Vec<(usize, GapKind)> {
        check(entries).into_iter().flat_map(|(_, c)| c.gaps).map(|g| (g.at, g.kind)).collect()
    }

    fn whole() -> Vec<CustodyEntry> {
        let digests = Some(Digests::of(b"disk"));
        let mut chain = vec![
            entry(Act::Collected, 0, None, Some("Anvar")),
            entry(Act::Sealed, 1, Some("Anvar"), None),
            entry(Act::HandedOver, 2, Some("Anvar"), Some("Bibi")),
            entry(Act::Opened, 3, Some("Bibi"), None),
            entry(Act::Copied, 4, Some("Bibi"), None),
            entry(Act::Sealed, 5, Some("Bibi"), None),
            entry(Act::Returned, 6, Some("Bibi"), Some("Owner")),
        ];
        let seals: [(&[&str], &[&str]); 7] = [
            (&[], &[]),
            (&[], &["S1"]),
            (&["S1"], &["S1"]),
            (&["S1"], &[]),
            (&[], &[]),
            (&[], &["S2"]),
            (&["S2"], &["S2"]),
        ];
        for (entry, (before, after)) in chain.iter_mut().zip(seals) {
            entry.seals_before = before.iter().map(|s| (*s).to_owned()).collect();
            entry.seals_after = after.iter().map(|s| (*s).to_owned()).collect();
        }
        chain[4].before = digests;
        chain[4].after = digests;
        chain[4].copy_made = Some(Piece::WorkingCopy(1));
        chain
    }

    #[test]
    fn a_whole_chain_has_no_gap_and_says_who_holds_what() {
        let mut chain = whole();
        assert_eq!(gaps(&chain), []);
        let pieces = check(&chain);
        assert_eq!(pieces[0], (Piece::Original, Chain::default()));
        assert_eq!(pieces[1].1.holder, Some(person("Bibi")));
        chain.truncate(4);
        assert_eq!(check(&chain)[0].1.holder, Some(person("Bibi")));
        assert!(check(&[])[0].1.holder.is_none());
    }

    #[test]
    fn every_act_left_out_leaves_a_gap_but_the_last() {
        let chain = whole();
        // The copying (4) changes nothing of the original, so that only the copy could miss it.
        for left_out in [0, 1, 2, 3, 5] {
            let mut broken = chain.clone();
            broken.remove(left_out);
            assert!(!gaps(&broken).is_empty(), "act {left_out} is not missed");
        }
    }

    #[test]
    fn a_giver_who_was_not_the_last_taker_is_a_missing_act() {
        let chain = [
            entry(Act::Received, 0, Some("Court"), Some("Anvar")),
            entry(Act::HandedOver, 1, Some("Chingiz"), Some("Dilnoza")),
        ];
        let missing = GapKind::MissingHandOver { holder: person("Anvar"), found: person("Chingiz") };
        assert_eq!(gaps(&chain), [(1, missing)]);
        assert_eq!(check(&chain)[0].1.holder, Some(person("Dilnoza")));
    }

    #[test]
    fn what_does_not_fit_is_named() {
        let first = entry(Act::Collected, 10, None, Some("A"));
        let second = |act, minute| entry(act, minute, Some("A"), Some("B"));
        let with = |change: &dyn Fn(&mut CustodyEntry)| {
            let mut e = second(Act::HandedOver, 11);
            change(&mut e);
            gaps(&[first.clone(), e]).into_iter().map(|(_, kind)| kind).collect::<Vec<_>>()
        };
        assert_eq!(with(&|_| ()), []);
        assert_eq!(with(&|e| e.taker = None), [GapKind::MissingPerson { who: "taker" }]);
        assert_eq!(with(&|e| e.giver = None), [GapKind::MissingPerson { who: "giver" }]);
        assert_eq!(with(&|e| e.taker = Some(person("A"))), [GapKind::SamePerson]);
        assert_eq!(
            with(&|e| e.at = first.at.to_string().replace("12:10", "12:09").parse().unwrap()),
            [GapKind::TimeRunsBack]
        );
        assert_eq!(with(&|e| e.seals_after = vec!["S".to_owned()]), [GapKind::SealsChangedInAct]);
        assert_eq!(with(&|e| e.exhibit = "A/2".to_owned()), [GapKind::OtherExhibit]);
        assert_eq!(with(&|e| e.piece = Piece::WorkingCopy(2)), [GapKind::CopyFromNowhere]);
        assert_eq!(with(&|e| e.act = Act::Received), [GapKind::SecondBeginning]);
        let changed = |e: &mut CustodyEntry| {
            e.before = Some(Digests::of(b"1"));
            e.after = Some(Digests::of(b"2"));
        };
        assert_eq!(with(&changed), [GapKind::ChangeUnexplained]);
        assert_eq!(
            with(&|e| {
                changed(e);
                e.unavoidable_change = Some("clock".to_owned());
            }),
            []
        );
        assert_eq!(
            with(&|e| {
                e.act = Act::Returned;
                e.authority = None;
            }),
            [GapKind::MissingAuthority]
        );
        assert_eq!(gaps(&[second(Act::Examined, 0)]), [(0, GapKind::NoBeginning)]);
        let after_end = [first.clone(), second(Act::Destroyed, 11), second(Act::Examined, 12)];
        assert_eq!(gaps(&after_end), [(2, GapKind::AfterTheEnd)]);
        let late = [first.clone(), second(Act::Destroyed, 12), second(Act::Examined, 11)];
        assert_eq!(gaps(&late), [(2, GapKind::TimeRunsBack)], "it was done before the end");
        assert_eq!(check(&late)[0].1.holder, None);
        let mut two = [first.clone(), first.clone()];
        two[0].after = Some(Digests::of(b"1"));
        two[1] = second(Act::Examined, 11);
        two[1].before = Some(Digests::of(b"2"));
        assert_eq!(gaps(&two), [(1, GapKind::DigestChanged)]);
    }

    #[test]
    fn an_entry_survives_canonical_cbor() {
        for entry in whole() {
            let bytes = comity_record::cbor::to_canonical(&entry).unwrap();
            assert_eq!(comity_record::cbor::from_canonical::<CustodyEntry>(&bytes).unwrap(), entry);
        }
    }
}
