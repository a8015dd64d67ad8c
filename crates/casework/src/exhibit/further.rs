//! A further act on an exhibit: what cannot have been so is refused before it is signed, what is only doubtful is told and
//! taken.

use comity_evidence::custody::{Act, Chain, CustodyEntry, Gap, GapKind, Party, Piece};
use comity_record::CaseId;
use comity_store::Store;

use super::{CustodyRecorded, CustodyRefusal, Exhibit, RecordedAct, chains_of, check_custody, label};
use crate::body::Body as _;
use crate::casework::{Casework, Receipt, Session, With};
use crate::error::CaseworkError;
use crate::refusal::Refusal;

/// When a further act took place, beside those on record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Not before the last of them.
    Next,
    /// It may have been before: it is recorded late, and the chain shows that.
    Late,
}

/// A further act as it would be recorded, and what it leaves missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FurtherAct {
    /// The act, with the officer where nobody else was named.
    pub custody: CustodyEntry,
    /// Its number among the acts on the exhibit, from 1.
    pub number: usize,
    /// What is missing at it.
    pub gaps: Vec<Gap>,
}

impl<S: Store> Casework<S> {
    /// What would become of a further act on an exhibit. Records nothing.
    ///
    /// # Errors
    /// Says why it would be refused: it is yet to come, say, or earlier than the act before it on the same piece and
    /// nobody said that it is [late](Turn::Late), or [cannot have been so](CustodyRefusal).
    pub async fn further_act(
        &self,
        session: &Session,
        case: CaseId,
        number: u32,
        custody: CustodyEntry,
        turn: Turn,
    ) -> Result<FurtherAct, CaseworkError> {
        self.state().case(case)?.exhibits.entry(number)?;
        self.may(session, case, CustodyRecorded::KIND)?;
        self.has_been(&custody.at)?;
        let exhibit = self.exhibit(session, case, number).await?;
        let custody = CustodyEntry { exhibit: label(number), ..self.completed(session, custody)? };
        check_custody(&custody, number)?;
        admissible(&exhibit, &custody, turn)?;
        let acts = exhibit.acts.iter().map(|act| {
            let counts = if act.entry == exhibit.entry { act.custody.as_ref() } else { act.counts() };
            counts.map(|custody| (custody, act.confirmed.is_some()))
        });
        let chains = chains_of(acts.chain([Some((&custody, false))]));
        let gaps = gaps_of(chains, exhibit.acts.len());
        let gaps = gaps.into_iter().map(|kind| Gap { at: exhibit.acts.len(), kind }).collect();
        Ok(FurtherAct { custody, number: exhibit.acts.len() + 1, gaps })
    }

    /// Records a further act on an exhibit. Gives what is missing at it, too.
    ///
    /// # Errors
    /// As [`Self::further_act`]. Another gap in the chain is no reason: it is shown, never filled.
    pub async fn record_custody(
        &self,
        session: &Session,
        case: CaseId,
        number: u32,
        custody: CustodyEntry,
        turn: Turn,
    ) -> Result<(Receipt, FurtherAct), CaseworkError> {
        let further = self.further_act(session, case, number, custody, turn).await?;
        let exhibit = self.state().case(case)?.exhibits.entry(number)?;
        let custody = further.custody.clone();
        let with = With { act: Some(custody.at.clone()), ..With::reference("exhibit", exhibit) };
        let receipt = self.record(session, case, &CustodyRecorded { custody }, with).await?;
        Ok((receipt, further))
    }
}

/// What the act at this place leaves missing.
pub(super) fn gaps_of(chains: Vec<(Piece, Chain)>, at: usize) -> Vec<GapKind> {
    let gaps = chains.into_iter().flat_map(|(_, chain)| chain.gaps);
    gaps.filter(|gap| gap.at == at).map(|gap| gap.kind).collect()
}

/// Whether nobody gives to himself.
pub(super) fn two_persons(custody: &CustodyEntry) -> Result<(), Refusal> {
    let passes = matches!(custody.act, Act::Received | Act::HandedOver | Act::Returned);
    let person = |party: &Party| (party.name.trim().to_lowercase(), party.organisation.trim().to_lowercase());
    match (&custody.giver, &custody.taker) {
        (Some(giver), Some(taker)) if passes && person(giver) == person(taker) => {
            Err(CustodyRefusal::ToHimself(giver.clone()).into())
        }
        _ => Ok(()),
    }
}

/// Whether an act can have been so, by what is on record.
fn admissible(exhibit: &Exhibit, custody: &CustodyEntry, turn: Turn) -> Result<(), Refusal> {
    let acts = || exhibit.acts.iter().filter_map(|act| Some((act, act.counts()?)));
    let on_piece = || acts().filter(|(_, act)| act.piece == custody.piece);
    let last = on_piece().map(|(_, act)| &act.at).max_by_key(|at| at.timestamp());
    if let Some(before) =
        last.filter(|before| turn == Turn::Next && custody.at.timestamp() < before.timestamp())
    {
        return Err(Refusal::ActBefore { at: custody.at.clone(), before: before.clone() });
    }
    let made: Vec<(u32, &RecordedAct)> = acts()
        .filter_map(|(act, of)| match of.copy_made {
            Some(Piece::WorkingCopy(number)) if of.act == Act::Copied => Some((number, act)),
            _ => None,
        })
        .collect();
    let by = |copy: u32| made.iter().find(|(number, _)| *number == copy).map(|(_, act)| act.entry);
    if let Piece::WorkingCopy(copy) = custody.piece
        && by(copy).is_none()
    {
        let made = made.iter().map(|(number, _)| *number).collect();
        return Err(CustodyRefusal::CopyUnknown { copy, made }.into());
    }
    let free = made.iter().map(|(number, _)| *number).max().unwrap_or(0).saturating_add(1);
    match (custody.act, &custody.copy_made) {
        (Act::Copied, None) => return Err(CustodyRefusal::CopyUnnamed { free }.into()),
        (Act::Copied, Some(Piece::WorkingCopy(copy))) => {
            if let Some(by) = by(*copy) {
                return Err(CustodyRefusal::CopyExists { copy: *copy, by, free }.into());
            }
        }
        _ => {}
    }
    if custody.act == Act::HandedOver {
        for (who, party) in [("giver", &custody.giver), ("taker", &custody.taker)] {
            if party.is_none() {
                return Err(CustodyRefusal::PersonMissing { who }.into());
            }
        }
    }
    two_persons(custody)?;
    let ended = on_piece().find(|(_, act)| matches!(act.act, Act::Returned | Act::Destroyed));
    // What was done before the end may still be written down.
    if let Some((end, act)) =
        ended.filter(|(_, act)| turn == Turn::Next || custody.at.timestamp() >= act.at.timestamp())
    {
        let (piece, at) = (custody.piece.clone(), act.at.clone());
        return Err(CustodyRefusal::Ended { piece, what: act.act, at, by: end.entry }.into());
    }
    Ok(())
}
