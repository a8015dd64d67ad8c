//! The acts of custody on the exhibits of a case as they stand on record: in order, each with its entry, with the second
//! signature under it, and struck through where somebody withdrew it.

use comity_evidence::custody::{self, Chain, CustodyEntry, Party, Piece};
use comity_record::{ActTime, CaseId, EntryId, RecordedTime};
use comity_store::Store;
use serde::de::DeserializeOwned;

use super::{
    Confirmation, CustodyConfirmed, CustodyRecorded, Exhibit, ExhibitChecked, ExhibitReceived, FileGivenOut,
    MANIFEST,
};
use crate::body::{Body as _, EntryWithdrawn, WithdrawalGround};
use crate::casework::{Casework, Session};
use crate::error::CaseworkError;
use crate::scrubbing::{FilesChecked, HELD_BY};
use crate::told::Told;

/// An act of custody on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedAct {
    /// The entry that tells of it.
    pub entry: EntryId,
    /// When the node recorded it.
    pub recorded: RecordedTime,
    /// What was done, as it was last corrected; none once that was forgotten.
    pub custody: Option<CustodyEntry>,
    /// The second signature under it.
    pub confirmed: Option<Confirmation>,
    /// Whether it was withdrawn: it is shown, and does not count.
    pub withdrawn: Option<Withdrawal>,
}

/// Why an act does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    /// The entry that says so.
    pub entry: EntryId,
    /// Who withdrew it, as the office calls him.
    pub by: Party,
    /// When.
    pub at: ActTime,
    /// On what ground.
    pub ground: WithdrawalGround,
    /// In words.
    pub reason: String,
}

/// Something else that is on record of an exhibit, and who had it recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnRecord<T> {
    /// The entry that tells of it.
    pub entry: EntryId,
    /// Who did it, as the office calls him.
    pub by: Party,
    /// When.
    pub at: ActTime,
    /// What was done; none once that was forgotten.
    pub said: Option<T>,
}

impl RecordedAct {
    /// Of a piece that somebody holds, the act that counts: neither withdrawn nor forgotten.
    pub fn counts(&self) -> Option<&CustodyEntry> {
        self.custody.as_ref().filter(|_| self.withdrawn.is_none())
    }

    /// What may stand on a paper or in a package: what was withdrawn because it is privileged or of another case stays
    /// here, as it does in an export.
    pub fn leaving(&self) -> Option<&CustodyEntry> {
        let stays = |of: &Withdrawal| of.ground != WithdrawalGround::Mistaken;
        self.custody.as_ref().filter(|_| !self.withdrawn.as_ref().is_some_and(stays))
    }

    /// Whether it was recorded after an act that took place later.
    pub fn is_late(&self, before: &[Self]) -> bool {
        let at = |act: &Self| act.counts().map(|act| act.at.timestamp());
        at(self).is_some_and(|own| before.iter().filter_map(at).any(|other| other > own))
    }
}

/// The chains of the pieces of an exhibit. Of each act on record it is said what was done and whether another person has
/// signed it, or nothing where it does not count; each gap names the place of its act among all of them.
pub(crate) fn chains_of<'a>(
    acts: impl IntoIterator<Item = Option<(&'a CustodyEntry, bool)>>,
) -> Vec<(Piece, Chain)> {
    let counting =
        acts.into_iter().enumerate().filter_map(|(at, act)| act.map(|(act, signed)| (at, act, signed)));
    let counting: Vec<_> = counting.collect();
    let entries: Vec<_> = counting.iter().map(|(_, act, _)| (*act).clone()).collect();
    let mut chains = custody::check(&entries);
    custody::miss_signatures(&mut chains, counting.iter().map(|(_, act, signed)| (*act, *signed)));
    for gap in chains.iter_mut().flat_map(|(_, chain)| &mut chain.gaps) {
        gap.at = counting[gap.at].0;
    }
    chains
}

impl<S: Store> Casework<S> {
    /// The exhibits of a case with the chains of their custody.
    ///
    /// # Errors
    /// Fails when the officer may not read the case.
    pub async fn exhibits(&self, session: &Session, case: CaseId) -> Result<Vec<Exhibit>, CaseworkError> {
        let state = self.state();
        let known = &state.case(case)?.exhibits;
        let mut exhibits: Vec<Exhibit> = Vec::new();
        let kinds = [
            ExhibitReceived::KIND,
            CustodyRecorded::KIND,
            CustodyConfirmed::KIND,
            ExhibitChecked::KIND,
            FileGivenOut::KIND,
            FilesChecked::KIND,
            EntryWithdrawn::KIND,
        ];
        for told in self.entries_of(session, case, &kinds).await? {
            match told.kind.as_str() {
                ExhibitReceived::KIND => {
                    let received: Option<ExhibitReceived> = told.body();
                    let first = received.as_ref().map(|received| received.custody.clone());
                    exhibits.push(Exhibit {
                        number: known.number(told.entry).unwrap_or_default(),
                        entry: told.entry,
                        received,
                        manifest: told.attachments.iter().find(|file| file.name == MANIFEST).cloned(),
                        withdrawn: told.withdrawn,
                        acts: vec![recorded(&told, first)],
                        checks: vec![],
                        found: vec![],
                        given_out: vec![],
                        chains: vec![],
                    });
                }
                CustodyRecorded::KIND => {
                    if let Some(exhibit) = named(&mut exhibits, &told, "exhibit") {
                        let done = told.body::<CustodyRecorded>().map(|recorded| recorded.custody);
                        exhibit.acts.push(recorded(&told, done));
                    }
                }
                CustodyConfirmed::KIND if !told.withdrawn => {
                    if let Some(act) = act_of(&mut exhibits, told.reference("confirms")) {
                        let by = self.named(session, &told.author)?;
                        act.confirmed.get_or_insert_with(|| Confirmation::of(&told, by));
                    }
                }
                ExhibitChecked::KIND => {
                    if let Some(exhibit) = named(&mut exhibits, &told, "exhibit") {
                        exhibit.checks.push(self.on_record(session, &told)?);
                    }
                }
                FileGivenOut::KIND => {
                    if let Some(exhibit) = named(&mut exhibits, &told, "exhibit") {
                        exhibit.given_out.push(self.on_record(session, &told)?);
                    }
                }
                FilesChecked::KIND => {
                    if let Some(exhibit) = named(&mut exhibits, &told, HELD_BY) {
                        exhibit.found.push(self.on_record(session, &told)?);
                    }
                }
                EntryWithdrawn::KIND => {
                    if let Some(act) = act_of(&mut exhibits, told.reference("withdraws")) {
                        let by = self.named(session, &told.author)?;
                        act.withdrawn = withdrawal(&told, by).or(act.withdrawn.take());
                    }
                }
                _ => {}
            }
        }
        for exhibit in &mut exhibits {
            // An exhibit that was withdrawn keeps its chain: nobody goes on from it, and a court sees what it was.
            let first = exhibit.entry;
            let counting = exhibit.acts.iter().map(|act| {
                let counts = if act.entry == first { act.custody.as_ref() } else { act.counts() };
                counts.map(|custody| (custody, act.confirmed.is_some()))
            });
            exhibit.chains = chains_of(counting);
        }
        Ok(exhibits)
    }

    pub(super) fn on_record<T: DeserializeOwned>(
        &self,
        session: &Session,
        told: &Told,
    ) -> Result<OnRecord<T>, CaseworkError> {
        let by = self.named(session, &told.author)?;
        Ok(OnRecord { entry: told.entry, by, at: told.act.clone(), said: told.body() })
    }
}

/// What an entry says that withdraws another one; nothing where that is not known any more.
pub(super) fn withdrawal(told: &Told, by: Party) -> Option<Withdrawal> {
    let EntryWithdrawn { ground, reason } = told.body()?;
    Some(Withdrawal { entry: told.entry, by, at: told.act.clone(), ground, reason })
}

/// The exhibit that an entry names in a role.
fn named<'a>(exhibits: &'a mut [Exhibit], told: &Told, role: &str) -> Option<&'a mut Exhibit> {
    let exhibit = told.reference(role);
    exhibits.iter_mut().find(|known| Some(known.entry) == exhibit)
}

fn recorded(told: &Told, custody: Option<CustodyEntry>) -> RecordedAct {
    RecordedAct { entry: told.entry, recorded: told.recorded, custody, confirmed: None, withdrawn: None }
}

fn act_of(exhibits: &mut [Exhibit], entry: Option<EntryId>) -> Option<&mut RecordedAct> {
    exhibits.iter_mut().flat_map(|exhibit| &mut exhibit.acts).find(|act| Some(act.entry) == entry)
}

#[cfg(test)]
mod tests {
    use comity_evidence::custody::{Act, GapKind};

    use super::*;

    #[test]
    fn a_gap_names_the_place_of_its_act_among_all_that_are_on_record() {
        let party = || Some(Party { name: "A".to_owned(), role: None, organisation: "Unit".to_owned() });
        let act = |act, minute: u32| {
            let at = format!("2026-11-23T12:{minute:02}:00+05:00[Asia/Dushanbe]").parse().unwrap();
            CustodyEntry { giver: party(), taker: party(), ..CustodyEntry::new(act, at, "store", "x") }
        };
        let (first, last) = (act(Act::Collected, 0), act(Act::Destroyed, 2));
        let chains = chains_of([Some((&first, false)), None, None, Some((&last, false))]);
        let gaps: Vec<_> = chains[0].1.gaps.iter().map(|gap| (gap.at, &gap.kind)).collect();
        assert_eq!(gaps, [(3, &GapKind::MissingAuthority)]);
    }
}
