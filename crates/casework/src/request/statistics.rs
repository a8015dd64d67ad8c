//! How many requests went out and came in, how far they got and how long that took, and on which grounds they were
//! refused: per pair of States and measure, over a period.
//!
//! Everything is counted from the entries when it is asked for, and nothing is stored. Only cases that the officer may
//! read are counted, so two officers can have different figures; every form of the answer says so.

mod paper;
mod table;

use std::collections::BTreeMap;

use comity_law::Day;
use comity_record::Country;
use comity_request::life::{Side, Stage};
use comity_store::Store;
use serde::Serialize;

pub use paper::document;
pub use table::to_csv;

use super::error::RequestError;
use super::fold::{Reached, Request, is_open};
use crate::casework::{Casework, Session};
use crate::error::CaseworkError;

/// The days that are asked about, both included; open where nothing is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Period {
    /// The first day.
    pub from: Option<Day>,
    /// The last day.
    pub to: Option<Day>,
}

impl Period {
    /// Whether a day lies in it.
    pub fn contains(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// What was counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Statistics {
    /// The State of the office that asks.
    pub state: Country,
    /// The days in which the requests that are counted were issued, or came in.
    pub period: Period,
    /// The day on which it was asked: what is pending, is pending on this day.
    pub on: Day,
    /// Cases that the officer may read. No others were counted.
    pub cases: usize,
    /// Requests that were counted.
    pub requests: usize,
    /// The figures: sent before received, then by State and measure.
    pub rows: Vec<Figures>,
}

/// The requests for one measure between two States.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// Whether they were sent or received.
    pub side: Side,
    /// The requesting State.
    pub from: Country,
    /// The requested State.
    pub to: Country,
    /// The law pack's id of the measure.
    pub measure: String,
    /// How many there are.
    pub requests: usize,
    /// How many of them were carried over from an old register.
    pub carried_over: usize,
    /// How many of them still wait for somebody.
    pub pending: usize,
    /// The stages that any of them reached.
    pub stages: Vec<StageFigures>,
    /// The grounds on which any of them was refused. A request that was refused on two grounds stands under both.
    pub refusals: Vec<RefusalFigures>,
}

/// How many requests reached a stage, and after how many days.
///
/// Days run from the first draft up to the issue, and from the issue, or the receipt, from there on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StageFigures {
    /// The stage.
    pub stage: Stage,
    /// How many reached it.
    pub reached: usize,
    /// After how many days in the middle case; of an even number of requests, in the later of the two in the middle.
    /// Nothing where no day is known: an old register need not tell them.
    pub median_days: Option<u32>,
    /// After how many days in the longest case.
    pub longest_days: Option<u32>,
}

/// How many requests were refused on a ground.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RefusalFigures {
    /// The law pack's id of the ground, or nothing.
    pub ground: String,
    /// The instrument and article, or nothing.
    pub provision: String,
    /// How many.
    pub requests: usize,
}

impl<S: Store> Casework<S> {
    /// Counts the requests of all cases that the officer may read.
    ///
    /// # Errors
    /// Fails for a period that ends before it begins, when the policies cannot be asked, and for an office that is not
    /// there.
    pub fn request_statistics(
        &self,
        session: &Session,
        period: Period,
        on: Day,
    ) -> Result<Statistics, CaseworkError> {
        if let (Some(from), Some(to)) = (period.from, period.to)
            && to < from
        {
            return Err(RequestError::Period { from, to }.into());
        }
        let mut counted = vec![];
        let cases = self.cases(session)?;
        for case in &cases {
            counted.extend(self.requests(session, case.case)?);
        }
        let state = self.state().office(session.office())?.country;
        let rows = figures(counted.iter().map(AsRef::as_ref), period);
        let requests = rows.iter().map(|row| row.requests).sum();
        Ok(Statistics { state, period, on, cases: cases.len(), requests, rows })
    }
}

fn figures<'r>(requests: impl Iterator<Item = &'r Request>, period: Period) -> Vec<Figures> {
    let mut groups: BTreeMap<_, Vec<&Request>> = BTreeMap::new();
    for request in requests.filter(|request| started(request).is_some_and(|day| period.contains(day))) {
        let question = &request.version().request.draft.question;
        let received = request.side() == Side::Receiver;
        let key = (received, question.from, question.to, question.measure.as_str());
        groups.entry(key).or_default().push(request);
    }
    let row = |((received, from, to, measure), requests): ((_, _, _, &str), Vec<&Request>)| Figures {
        side: if received { Side::Receiver } else { Side::Sender },
        from,
        to,
        measure: measure.to_owned(),
        requests: requests.len(),
        carried_over: requests.iter().filter(|request| request.carried_over.is_some()).count(),
        pending: requests.iter().filter(|request| is_open(request.life.stage)).count(),
        stages: stages(&requests),
        refusals: refusals(&requests),
    };
    groups.into_iter().map(row).collect()
}

/// The day on which a request was issued, or came in. A draft that never went out is no request to anybody.
fn started(request: &Request) -> Option<Day> {
    let start = |reached: &&Reached| request.side() == Side::Receiver || reached.stage == Stage::Issued;
    request.reached.iter().find(start)?.day
}

fn stages(requests: &[&Request]) -> Vec<StageFigures> {
    let mut waits: BTreeMap<Stage, Vec<Option<u32>>> = BTreeMap::new();
    for request in requests {
        let (Some(begun), Some(started)) = (request.reached.first(), started(request)) else { continue };
        let mut seen = vec![begun.stage];
        for (at, reached) in request.reached.iter().enumerate() {
            let stage = reached.stage;
            if seen.contains(&stage) || (stage == Stage::Refused && !stands(&request.reached, at)) {
                continue;
            }
            seen.push(stage);
            let since = if stage <= Stage::Issued { begun.day } else { Some(started) };
            waits.entry(stage).or_default().push(since.zip(reached.day).map(days_between));
        }
    }
    let figures = |(stage, waits): (Stage, Vec<Option<u32>>)| {
        let mut days: Vec<u32> = waits.iter().copied().flatten().collect();
        days.sort_unstable();
        let (median_days, longest_days) = (days.get(days.len() / 2).copied(), days.last().copied());
        StageFigures { stage, reached: waits.len(), median_days, longest_days }
    };
    waits.into_iter().map(figures).collect()
}

/// Somebody who puts down a day before the beginning knew of no wait at all.
fn days_between((since, day): (Day, Day)) -> u32 {
    day.since(since).map_or(0, |span| u32::try_from(span.get_days()).unwrap_or(0))
}

/// Whether the refusal at this place was never taken back: nothing but the end of the request follows.
fn stands(reached: &[Reached], at: usize) -> bool {
    let ends = |later: &Reached| matches!(later.stage, Stage::Refused | Stage::Withdrawn | Stage::Closed);
    reached[at..].iter().all(ends)
}

fn refusals(requests: &[&Request]) -> Vec<RefusalFigures> {
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for request in requests {
        let reached = &request.reached;
        let refused =
            (0..reached.len()).rfind(|at| reached[*at].stage == Stage::Refused && stands(reached, *at));
        let grounds = refused.map_or(&[][..], |at| &reached[at].grounds);
        let mut named: Vec<_> = grounds.iter().map(|g| (g.ground.trim(), g.provision.trim())).collect();
        named.sort_unstable();
        named.dedup();
        for ground in named {
            *counts.entry(ground).or_default() += 1;
        }
    }
    let figures = |((ground, provision), requests): ((&str, &str), usize)| RefusalFigures {
        ground: ground.to_owned(),
        provision: provision.to_owned(),
        requests,
    };
    counts.into_iter().map(figures).collect()
}
