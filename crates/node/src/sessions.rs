//! The table of those who have signed in: in memory only, with their unlocked signing keys.

use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use comity_casework::Session;
use comity_record::{Entropy, Sha256Digest};
use jiff::Timestamp;
use zeroize::Zeroizing;

/// A session without a request for this long is over: an officer who walked away.
pub const IDLE_SECONDS: i64 = 15 * 60;
/// A session is over after a shift, whatever happens in it.
pub const ABSOLUTE_SECONDS: i64 = 8 * 60 * 60;
/// More sessions than an office has officers at work; the oldest gives way.
pub const MAX_SESSIONS: usize = 256;

/// The table. It is keyed by the digest of the token, so that looking one up tells nothing of another.
#[derive(Default)]
pub(crate) struct Sessions(Mutex<HashMap<Sha256Digest, Arc<SignedIn>>>);

/// An officer who has signed in.
pub(crate) struct SignedIn {
    pub(crate) session: Session,
    began: i64,
    last: AtomicI64,
}

impl Sessions {
    /// Begins a session and gives its token: 256 random bits in hex.
    pub(crate) fn begin(&self, session: Session, now: Timestamp, entropy: &dyn Entropy) -> Zeroizing<String> {
        let token = Zeroizing::new(Sha256Digest::from_bytes(entropy.draw()).to_string());
        let now = now.as_second();
        let signed_in = Arc::new(SignedIn { session, began: now, last: AtomicI64::new(now) });
        let mut table = self.table();
        table.retain(|_, other| other.goes_on(now));
        if table.len() >= MAX_SESSIONS {
            let oldest = table.iter().min_by_key(|(_, s)| s.last.load(Ordering::Relaxed)).map(|(id, _)| *id);
            oldest.and_then(|oldest| table.remove(&oldest));
        }
        table.insert(Sha256Digest::of(token.as_bytes()), signed_in);
        token
    }

    /// The session of a token, if it goes on and is in force. The request prolongs it.
    pub(crate) fn find(
        &self,
        token: &str,
        now: Timestamp,
        in_force: impl FnOnce(&Session) -> bool,
    ) -> Option<Arc<SignedIn>> {
        let (id, now) = (Sha256Digest::of(token.as_bytes()), now.as_second());
        let mut table = self.table();
        let found = table.get(&id)?;
        if !found.goes_on(now) || !in_force(&found.session) {
            table.remove(&id);
            return None;
        }
        found.last.store(now, Ordering::Relaxed);
        Some(Arc::clone(found))
    }

    /// Ends the session of a token.
    pub(crate) fn end(&self, token: &str) {
        self.table().remove(&Sha256Digest::of(token.as_bytes()));
    }

    /// Drops every session that is over, with its key.
    pub(crate) fn sweep(&self, now: Timestamp) {
        self.table().retain(|_, session| session.goes_on(now.as_second()));
    }

    /// Drops every session.
    pub(crate) fn clear(&self) {
        self.table().clear();
    }

    fn table(&self) -> MutexGuard<'_, HashMap<Sha256Digest, Arc<SignedIn>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl SignedIn {
    /// A clock that went back ends the session too: nobody can say how long it has lasted.
    fn goes_on(&self, now: i64) -> bool {
        let idle = now - self.last.load(Ordering::Relaxed);
        (0..IDLE_SECONDS).contains(&idle) && (0..ABSOLUTE_SECONDS).contains(&(now - self.began))
    }
}
