//! Delivery: a node at work calls its counterparts, gives what is due and takes what they give.
//!
//! What is said is the business of `casework`; who carries it is a [`Carrier`]. A call that fails is made again, by the
//! pauses of the outbox for what waits, and every few minutes to hear whether something waits there.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::Duration;

use comity_casework::exchange::{Destination, Progress};
use comity_casework::{Casework, CaseworkError};
use comity_record::{Coded, Sha256Digest};
use comity_store::Store;
use tokio::task::{Id, JoinSet};
use tokio::time::{Instant, sleep_until};

/// How often a counterpart is called when nothing waits for it: it may not be able to call, and have something for us.
pub const CALL_EVERY: Duration = Duration::from_mins(5);
/// The shortest pause before a counterpart is called again, so that something that is always due does not call without
/// end.
const CALL_AGAIN: Duration = Duration::from_secs(1);
/// How often keys are tended: they change by days.
const TEND_EVERY: Duration = Duration::from_hours(6);
/// Rounds of one conversation. What is not said by then is said in the next one; so no counterpart holds this node.
pub const MAX_ROUNDS: usize = 32;

/// Carries bytes to the node of a counterpart and brings back its answer.
pub trait Carrier: Send + Sync + 'static {
    /// Why there is no answer.
    type Error: Coded + std::fmt::Display + Send;

    /// Carries one exchange to whoever proves, at this address, to have the destination's key, and to nobody else.
    ///
    /// # Errors
    /// Says why there is no answer. It may have arrived all the same; it is composed anew and sent again.
    fn carry(
        &self,
        to: &Destination,
        body: Vec<u8>,
    ) -> impl Future<Output = Result<Vec<u8>, Self::Error>> + Send;
}

/// What came of a conversation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Messages that were taken.
    pub messages: usize,
    /// Receipts that were filed.
    pub receipts: usize,
    /// Exchanges that were made.
    pub rounds: usize,
}

/// Why a conversation broke off. What was exchanged before stays.
#[derive(Debug, thiserror::Error)]
pub enum ConverseError<E> {
    /// This node could not say, or not take, something.
    #[error(transparent)]
    Casework(#[from] CaseworkError),
    /// There was no answer.
    #[error("{0}")]
    Carrier(E),
}

impl<E: Coded + std::fmt::Display> Coded for ConverseError<E> {
    fn code(&self) -> &'static str {
        match self {
            Self::Casework(e) => e.code(),
            Self::Carrier(e) => e.code(),
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Casework(e) => e.args(),
            Self::Carrier(e) => e.args(),
        }
    }
}

/// Calls a counterpart and exchanges until neither has more to say.
///
/// # Errors
/// Says where the conversation broke off.
pub async fn converse<S: Store, C: Carrier>(
    casework: &Casework<S>,
    carrier: &C,
    to: &Destination,
) -> Result<Told, ConverseError<C::Error>> {
    let mut told = Told::default();
    while told.rounds < MAX_ROUNDS {
        let call = casework.compose(to.agreement).await?;
        let answer = carrier.carry(to, call).await.map_err(ConverseError::Carrier)?;
        let Progress { messages, receipts, again } = casework.take_answer(to.agreement, &answer).await?;
        told.messages += messages;
        told.receipts += receipts;
        told.rounds += 1;
        if !again {
            break;
        }
    }
    Ok(told)
}

/// Delivers for a node until `stop` is done: calls each counterpart that has an address when something is due for it and
/// every [`CALL_EVERY`], one conversation with each at a time, and tends the keys. One that does not answer keeps none
/// of the others waiting.
pub async fn deliver<S: Store + 'static, C: Carrier>(
    casework: Arc<Casework<S>>,
    carrier: Arc<C>,
    stop: impl Future<Output = ()> + Send,
) {
    let mut stop = std::pin::pin!(stop);
    let mut calls = JoinSet::new();
    // When each counterpart is called next; none while a conversation with it goes on.
    let mut next: BTreeMap<Sha256Digest, Option<Instant>> = BTreeMap::new();
    let mut under_way: HashMap<Id, Sha256Digest> = HashMap::new();
    let mut tend = Instant::now();
    loop {
        let now = Instant::now();
        if tend <= now {
            tend = now + TEND_EVERY;
            match casework.tend_keys().await {
                Ok(true) => {}
                Ok(false) => tend = now + CALL_EVERY,
                Err(error) => tracing::warn!(%error, "the keys could not be tended"),
            }
        }
        let destinations = casework.destinations();
        next.retain(|agreement, at| at.is_none() || destinations.iter().any(|to| to.agreement == *agreement));
        for to in destinations {
            let at = next.entry(to.agreement).or_insert(Some(now));
            if at.is_some_and(|at| at <= now) {
                *at = None;
                let (casework, carrier) = (Arc::clone(&casework), Arc::clone(&carrier));
                let agreement = to.agreement;
                let call = calls.spawn(async move {
                    tell(&to, &converse(casework.as_ref(), carrier.as_ref(), &to).await);
                });
                under_way.insert(call.id(), agreement);
            }
        }
        let wake = next.values().flatten().copied().chain([tend]).min().unwrap_or(tend);
        tokio::select! {
            () = &mut stop => break,
            () = sleep_until(wake) => {}
            () = casework.news() => {
                for (agreement, at) in &mut next {
                    hurry(casework.as_ref(), *agreement, at);
                }
            }
            Some(done) = calls.join_next_with_id() => {
                let id = match done {
                    Ok((id, ())) => id,
                    Err(error) => {
                        tracing::error!(%error, "a conversation broke down");
                        error.id()
                    }
                };
                if let Some(agreement) = under_way.remove(&id) {
                    let mut at = Some(Instant::now() + CALL_EVERY);
                    hurry(casework.as_ref(), agreement, &mut at);
                    next.insert(agreement, at);
                }
            }
        }
    }
}

/// Brings a call forward to when something is due.
fn hurry<S: Store>(casework: &Casework<S>, agreement: Sha256Digest, at: &mut Option<Instant>) {
    let Some(at) = at else { return };
    if let Ok(Some(due)) = casework.due_in(agreement) {
        *at = (*at).min(Instant::now() + due.max(CALL_AGAIN));
    }
}

fn tell<E: Coded + std::fmt::Display>(to: &Destination, told: &Result<Told, ConverseError<E>>) {
    let agreement = to.agreement;
    match told {
        Ok(told) => {
            let Told { messages, receipts, rounds } = told;
            tracing::debug!(%agreement, messages, receipts, rounds, "a counterpart was called");
        }
        Err(error) => {
            let code = error.code();
            tracing::warn!(%agreement, address = %to.address, code, %error, "a counterpart could not be called");
        }
    }
}
