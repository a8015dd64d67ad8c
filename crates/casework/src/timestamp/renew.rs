//! Renewal: before the certificates of a time-stamp end, the node has the reply that holds it stamped anew.

use comity_record::entry::Author;
use comity_record::handling::{Handling, Origin};
use comity_record::{CaseId, EntryId, RecordedTime, Sha256Digest};
use comity_stamp::{Fault, Stamper};
use comity_store::Store;
use jiff::SignedDuration;

use super::body::{StampedToken, TimestampRenewed, TimestampTaken};
use super::fold::RENEWS;
use super::take::{StampingError, server_of};
use crate::casework::{Casework, NewBody, Receipt, With};
use crate::error::CaseworkError;
use crate::refusal::Refusal;
use crate::state::{Case, State};

/// How long before its certificates end a time-stamp is renewed. An office that is closed for a month misses nothing.
pub const RENEW_WITHIN_DAYS: u16 = 60;

/// A time-stamp that ends soon, or has ended, and that nothing renewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ending {
    /// The case.
    pub case: CaseId,
    /// The entry that holds it.
    pub entry: EntryId,
    /// When its certificates end.
    pub until: RecordedTime,
}

/// A time-stamp that was not renewed, and why.
#[derive(Debug)]
pub struct Left<E> {
    /// Which.
    pub ending: Ending,
    /// Why not.
    pub why: StampingError<E>,
}

/// What came of a round of renewals.
#[derive(Debug)]
pub struct Renewals<E> {
    /// What was renewed, and by which entry.
    pub renewed: Vec<(Ending, Receipt)>,
    /// What was not.
    pub left: Vec<Left<E>>,
}

impl<S: Store> Casework<S> {
    /// The time-stamps of all cases whose certificates end within so many days and that nothing renewed, the first to end
    /// first. Those that were withdrawn or forgotten are not among them.
    pub fn timestamps_ending(&self, within_days: u16) -> Vec<Ending> {
        let span = SignedDuration::from_hours(i64::from(within_days) * 24);
        let limit = self.clock.now().checked_add(span).unwrap_or(jiff::Timestamp::MAX);
        let limit = RecordedTime::at(limit);
        let state = self.state();
        let mut all: Vec<_> = state.cases().flat_map(open).filter(|ending| ending.until <= limit).collect();
        all.sort_by_key(|ending| (ending.until, ending.case, ending.entry));
        all
    }

    /// Renews the time-stamps that end within so many days, as the node. One that cannot be renewed keeps none of the
    /// others waiting, and is tried again the next time.
    pub async fn renew_timestamps<T: Stamper>(&self, within_days: u16, stamper: &T) -> Renewals<T::Error> {
        let mut renewals = Renewals { renewed: vec![], left: vec![] };
        for ending in self.timestamps_ending(within_days) {
            match self.renew(ending, stamper).await {
                Ok(receipt) => renewals.renewed.push((ending, receipt)),
                Err(why) => renewals.left.push(Left { ending, why }),
            }
        }
        renewals
    }

    async fn renew<T: Stamper>(
        &self,
        ending: Ending,
        stamper: &T,
    ) -> Result<Receipt, StampingError<T::Error>> {
        let now = self.clock.now();
        let ended = ending.until.timestamp();
        if now > ended {
            // It would look as if it had been renewed in time.
            return Err(Fault::RenewedLate { ended, renewed: now }.into());
        }
        let state = self.state();
        let case = state.case(ending.case)?;
        let office = state.office(case.office)?;
        let server = server_of(office)?;
        let before = self.token(&state, ending).await?;
        let imprint = Sha256Digest::of(before.reply.as_ref());
        let (token, stamped) = self.ask(server, imprint, stamper).await?;
        if stamped.time > ended {
            return Err(Fault::RenewedLate { ended, renewed: stamped.time }.into());
        }
        if token.until <= ending.until {
            return Err(StampingError::NoLater(token.until));
        }
        let origin = Origin { country: office.country, authority: office.authority.clone() };
        let new = NewBody {
            author: Author::Node(self.keyring.node()),
            office: office.id,
            journal: case.id,
            body: &TimestampRenewed { token },
            handling: Handling::own_work(origin),
        };
        let with = With::reference(RENEWS, ending.entry);
        let pending = self.sign_with(self.keyring.signing(), new, with).map_err(StampingError::Casework)?;
        Ok(self.append(vec![pending]).await?[0])
    }

    /// The time-stamp that an entry holds, from what was signed.
    async fn token(&self, state: &State, of: Ending) -> Result<StampedToken, CaseworkError> {
        let unknown = || Refusal::UnknownEntry(of.entry);
        let stored = self.store.entry(of.entry).await?.filter(|stored| stored.case == of.case);
        let at = stored.ok_or_else(unknown)?.sequence;
        let rows = self.signed_rows(state, of.case, (at, at + 1), &|_| true).await?;
        let body = rows.into_iter().find(|row| row.entry == of.entry).and_then(|row| row.body);
        let body = body.ok_or_else(unknown)?;
        let taken = body.deserialized::<TimestampTaken>().map(|taken| taken.token);
        let renewed = || body.deserialized::<TimestampRenewed>().map(|renewed| renewed.token);
        taken.or_else(|_| renewed()).map_err(|error| Refusal::Body(error.to_string()).into())
    }
}

/// The time-stamps of a case that count and that nothing renewed.
fn open(case: &Case) -> impl Iterator<Item = Ending> {
    let counts = |entry: EntryId| {
        let standing = case.standing(entry);
        standing.is_ok_and(|standing| standing.withdrawn_by.is_none() && standing.forgotten_by.is_none())
    };
    case.timestamps.all().filter_map(move |(entry, standing)| {
        let until = standing.until.filter(|_| standing.renewed_by.is_none())?;
        let sound = case.timestamps.back(entry).all(counts);
        sound.then_some(Ending { case: case.id, entry, until })
    })
}
