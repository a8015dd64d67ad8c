//! The gate that every passphrase passes, whatever door it comes through: how often somebody may try, and how many are
//! tried at once.

use comity_record::OfficerId;
use jiff::Timestamp;
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::attempts::Attempts;
use crate::error::NodeError;

/// Passphrases that are tried at once: each takes 64 MiB for its Argon2.
const TRIED_AT_ONCE: usize = 2;

/// One gate for the pages and the command line of a node. Passphrases are tried in turn whatever door they come through;
/// attempts are counted by door, because whoever reaches the pages must not keep officers from the node's own machine,
/// where only its own user is let in.
pub struct Gate {
    pages: Attempts,
    socket: Attempts,
    slots: Semaphore,
}

/// Where a passphrase came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// A page.
    Pages,
    /// The local socket.
    Socket,
}

/// An attempt that was let in. Unless it succeeds, it counts against the officer.
pub struct Attempt<'a> {
    attempts: &'a Attempts,
    officer: Option<OfficerId>,
    begun: Timestamp,
    _slot: SemaphorePermit<'a>,
}

impl Default for Gate {
    fn default() -> Self {
        Self { pages: Attempts::default(), socket: Attempts::default(), slots: Semaphore::new(TRIED_AT_ONCE) }
    }
}

impl Gate {
    /// Lets an attempt in when there is room for it. `officer` is absent when nobody has the name, and for what is
    /// not an officer's.
    ///
    /// # Errors
    /// [`NodeError::TooManyAttempts`] says how long to wait.
    pub async fn enter(
        &self,
        door: Door,
        officer: Option<OfficerId>,
        now: Timestamp,
    ) -> Result<Attempt<'_>, NodeError> {
        let attempts = match door {
            Door::Pages => &self.pages,
            Door::Socket => &self.socket,
        };
        // Room comes first: commands of one officer that are given at once wait here and are no guesses.
        let slot = self.slots.acquire().await.expect("it is never closed");
        attempts.begin(officer, now).map_err(|seconds| NodeError::TooManyAttempts { seconds })?;
        Ok(Attempt { attempts, officer, begun: now, _slot: slot })
    }
}

impl Attempt<'_> {
    /// The passphrase was right.
    pub fn succeeded(self) {
        self.attempts.succeeded(self.officer, self.begun);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attempts::{FREE_ATTEMPTS, MAX_ATTEMPTS_A_MINUTE};

    #[tokio::test]
    async fn right_passphrases_given_at_once_are_not_taken_for_guesses() {
        let gate = Gate::default();
        let (officer, now) = (Some(OfficerId::from_bytes([7; 16])), Timestamp::from_second(600_000).unwrap());
        let commands = (0..2 * MAX_ATTEMPTS_A_MINUTE).map(async |_| {
            let attempt = gate.enter(Door::Pages, officer, now).await.unwrap();
            tokio::task::yield_now().await;
            attempt.succeeded();
        });
        let mut waiting: Vec<_> = commands.map(Box::pin).collect();
        // Polled together, so that each begins before the others have ended.
        std::future::poll_fn(|context| {
            waiting.retain_mut(|command| command.as_mut().poll(context).is_pending());
            if waiting.is_empty() { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
        })
        .await;
        for _ in 0..FREE_ATTEMPTS {
            drop(gate.enter(Door::Pages, officer, now).await.unwrap());
        }
        let refused = gate.enter(Door::Pages, officer, now).await.err();
        assert!(matches!(refused, Some(NodeError::TooManyAttempts { seconds: 2 })));
        gate.enter(Door::Socket, officer, now).await.unwrap().succeeded();
    }
}
