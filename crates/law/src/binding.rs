//! Whether an instrument binds two States on a day, and what is not known about that.

use comity_record::Country;
use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::fact::{Aspect, Confidence, PackDate, Provenance, Sourced};
use crate::law::{Law, Row};
use crate::reason::Reason;
use crate::rows::{Instrument, InstrumentKind, Party, PartyStatus, YesNo};

/// Days after a consent within which the instrument may not be in force for that State yet, where the pack does
/// not hold the instrument's own rule. The longest rules that it speaks of are the ninetieth day (UN Convention
/// against Cybercrime, article 65) and three months to the first of a month (CETS No. 224); both lie below.
pub const ENTRY_WINDOW_DAYS: i32 = 125;

/// How sure it is that something binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Binds {
    /// It does, as far as the pack knows.
    Yes,
    /// The pack cannot tell.
    Unclear,
    /// It does not, as far as the pack knows.
    No,
}

impl Binds {
    /// The stable name, as it is serialised. The words are the messages `law-binds-<name>`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Unclear => "unclear",
            Self::No => "no",
        }
    }
}

/// One State's standing towards an instrument on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// The State.
    pub state: Country,
    /// Whether it was bound.
    pub binds: Binds,
    /// Why.
    pub reasons: Vec<Reason>,
    /// The first day on which the instrument was in force for it, where that can be told.
    pub since: Option<Date>,
    /// Reservations, declarations and conditions, in the words of the pack.
    pub declarations: Option<Sourced<String>>,
    /// The row that says so, if there is one.
    pub rests_on: Vec<Provenance>,
}

/// Whether an instrument binds two States on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Binding {
    /// The id of the instrument.
    pub instrument: String,
    /// The answer: the least of the instrument's own force and the two sides.
    pub binds: Binds,
    /// Whether the instrument itself was in force on the day, and why.
    pub in_force: Sourced<InForce>,
    /// The requesting State, then the requested State.
    pub sides: [Side; 2],
}

/// Whether an instrument was in force on a day, for anybody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InForce {
    /// The answer.
    pub binds: Binds,
    /// Why.
    pub reason: Reason,
}

impl Binding {
    /// All reasons, the instrument's first.
    pub fn reasons(&self) -> impl Iterator<Item = Reason> {
        let sides = self.sides.iter().flat_map(|side| side.reasons.iter().copied());
        std::iter::once(self.in_force.value().reason).chain(sides)
    }
}

impl Law {
    /// Whether `instrument` binds `from` and `to` on the day; `None` for an instrument that the pack has not, or a
    /// bilateral one of other States.
    pub fn binding(&self, instrument: &str, from: Country, to: Country, on: Date) -> Option<Binding> {
        let row = self.instruments.get(instrument)?;
        let parties = self.parties.get(instrument);
        let party = |state| parties.and_then(|rows| rows.get(&state));
        let of_both = party(from).is_some() && party(to).is_some();
        if from == to || (row.data.kind == InstrumentKind::Bilateral && !of_both) {
            return None;
        }
        let in_force = self.in_force(row, on);
        let sides = [self.side(row, from, party(from), on), self.side(row, to, party(to), on)];
        let binds = sides.iter().map(|s| s.binds).fold(in_force.value().binds, Ord::max);
        Some(Binding { instrument: row.data.id.clone(), binds, in_force, sides })
    }

    fn in_force(&self, row: &Row<Instrument>, on: Date) -> Sourced<InForce> {
        let provenance = self.provenance(row, Aspect::Row);
        let seen_on = provenance.as_of.latest().unwrap_or(self.compiled);
        let data = &row.data;
        let not_adopted = data.adopted_date.earliest().is_some_and(|adopted| on < adopted);
        let (binds, reason) = match (data.in_force_date.earliest(), data.in_force_date.latest()) {
            _ if not_adopted => (Binds::No, Reason::NotAdoptedYet),
            (Some(earliest), _) if on < earliest => (Binds::No, Reason::EntersLater),
            (_, Some(latest)) if on >= latest => (Binds::Yes, Reason::InForce),
            (Some(_), _) => (Binds::Unclear, Reason::EntryDateApproximate),
            _ if data.in_force_date == PackDate::NotInForceAsKnown => (Binds::No, Reason::NotInForceAsKnown),
            _ if data.in_force_by.latest().is_some_and(|by| on >= by) => {
                (Binds::Yes, Reason::InForceByLatest)
            }
            _ if data.in_force_seen == Some(YesNo::Yes) && on >= seen_on => {
                (Binds::Yes, Reason::InForceSeenUndated)
            }
            _ => (Binds::Unclear, Reason::EntryDateUnknown),
        };
        let unsure = binds == Binds::Yes && provenance.confidence == Confidence::Unverified;
        let (binds, reason) = if unsure { (Binds::Unclear, Reason::RowUnverified) } else { (binds, reason) };
        Sourced::new(InForce { binds, reason }, provenance)
    }

    fn side(
        &self,
        instrument: &Row<Instrument>,
        state: Country,
        party: Option<&Row<Party>>,
        on: Date,
    ) -> Side {
        let Some(row) = party else {
            return Side {
                state,
                binds: Binds::Unclear,
                reasons: vec![Reason::StandingNotLookedUp],
                since: None,
                declarations: None,
                rests_on: vec![],
            };
        };
        let provenance = self.provenance(row, Aspect::Row);
        let mut side = Side {
            state,
            binds: Binds::No,
            reasons: vec![],
            since: None,
            declarations: None,
            rests_on: vec![provenance.clone()],
        };
        match row.data.status {
            PartyStatus::Party => self.since(instrument, row, on, &mut side),
            PartyStatus::Signatory => side.reasons.push(Reason::SignedOnly),
            PartyStatus::None => side.reasons.push(Reason::NotParty),
            PartyStatus::Unknown => {
                side.binds = Binds::Unclear;
                side.reasons.push(Reason::StandingUnknown);
            }
        }
        if side.rests_on.iter().any(|p| p.confidence == Confidence::Unverified) {
            // A recalled row is no ground to say that a State is bound; that it is not bound harms nobody.
            side.binds = side.binds.max(Binds::Unclear);
            side.reasons.push(Reason::RowUnverified);
        }
        if !row.data.declarations.is_empty() {
            side.declarations = Some(Sourced::new(row.data.declarations.clone(), provenance));
            if side.binds != Binds::No {
                side.reasons.push(Reason::DeclarationMade);
            }
        }
        side
    }

    /// Tells for a party whether it was bound on the day already.
    fn since(&self, instrument: &Row<Instrument>, row: &Row<Party>, on: Date, side: &mut Side) {
        let entered = instrument.data.in_force_date.latest();
        // A State that consented before the instrument entered into force is bound from then.
        let not_before = |day: Date| entered.map_or(day, |entered| day.max(entered));
        let (binds, reason) = if let Some(own) = row.data.in_force_date.filter(|d| d.latest().is_some()) {
            match (own.earliest(), own.latest()) {
                (Some(earliest), _) if on < earliest => (Binds::No, Reason::ConsentLater),
                (_, Some(latest)) if on >= latest => {
                    side.since = own.earliest().filter(|e| *e == latest);
                    (Binds::Yes, Reason::PartySince)
                }
                _ => (Binds::Unclear, Reason::ConsentApproximate),
            }
        } else if let (Some(earliest), Some(latest)) =
            (row.data.consent_date.earliest(), row.data.consent_date.latest())
        {
            let days = instrument.data.entry_after_consent_days;
            let after = |day: Date, days: i32| day.checked_add(days.days()).unwrap_or(Date::MAX);
            match days {
                _ if on < earliest => (Binds::No, Reason::ConsentLater),
                Some(days) => {
                    side.rests_on.push(self.provenance(instrument, Aspect::EntryIntoForce));
                    let (first, last) =
                        (not_before(after(earliest, days.into())), not_before(after(latest, days.into())));
                    if on < first {
                        (Binds::No, Reason::ConsentLater)
                    } else if on >= last {
                        side.since = Some(last).filter(|last| *last == first);
                        (Binds::Yes, Reason::PartySince)
                    } else {
                        (Binds::Unclear, Reason::ConsentApproximate)
                    }
                }
                None if on >= after(latest, ENTRY_WINDOW_DAYS) => (Binds::Yes, Reason::PartySince),
                // A State that consented before the instrument entered into force is bound with that.
                None if entered.is_some_and(|entered| latest <= entered && on >= entered) => {
                    side.since = entered;
                    (Binds::Yes, Reason::PartySince)
                }
                None => (Binds::Unclear, Reason::ConsentRecent),
            }
        } else {
            // Since when is not known; that it was a party on the day of the source is, and a consent just before
            // that day may still have had to wait for entry into force.
            let sure_from = match side.rests_on[0].as_of.latest() {
                Some(seen) => seen.checked_add(ENTRY_WINDOW_DAYS.days()).unwrap_or(Date::MAX),
                None => self.compiled,
            };
            if on >= sure_from {
                (Binds::Yes, Reason::PartyDateUnknown)
            } else {
                (Binds::Unclear, Reason::PartySeenLater)
            }
        };
        side.binds = binds;
        side.reasons.push(reason);
    }
}
