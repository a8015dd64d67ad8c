//! Who is inside: the nodes that have proved a known key.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use comity_record::sign::VerifyingKey;

/// Connections of one guest at a time: one at work, one that the line has not let go of yet, and as many to spare.
pub const MAX_CONNECTIONS_A_GUEST: usize = 4;

/// The guests. There are no more of them than agreements name.
#[derive(Default)]
pub(super) struct Guests(Mutex<HashMap<VerifyingKey, Guest>>);

#[derive(Default)]
struct Guest {
    connections: usize,
    exchanging: bool,
}

/// A connection of a guest, for as long as it lasts.
pub(super) struct Seat {
    guests: Arc<Guests>,
    key: VerifyingKey,
}

/// The one exchange of a guest, for as long as it lasts.
pub(super) struct Turn {
    guests: Arc<Guests>,
    key: VerifyingKey,
}

impl Guests {
    /// Lets a guest in, unless it has all its places already.
    pub(super) fn enter(self: &Arc<Self>, key: VerifyingKey) -> Option<Seat> {
        let mut table = self.table();
        let guest = table.entry(key).or_default();
        if guest.connections >= MAX_CONNECTIONS_A_GUEST {
            return None;
        }
        guest.connections += 1;
        Some(Seat { guests: Arc::clone(self), key })
    }

    /// Begins an exchange of a guest, unless another of it is under way.
    pub(super) fn begin(self: &Arc<Self>, key: VerifyingKey) -> Option<Turn> {
        let mut table = self.table();
        let guest = table.get_mut(&key)?;
        if guest.exchanging {
            return None;
        }
        guest.exchanging = true;
        Some(Turn { guests: Arc::clone(self), key })
    }

    fn table(&self) -> MutexGuard<'_, HashMap<VerifyingKey, Guest>> {
        // Nothing panics while the lock is held.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut table = self.guests.table();
        if let Some(guest) = table.get_mut(&self.key) {
            guest.connections -= 1;
            if guest.connections == 0 {
                table.remove(&self.key);
            }
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if let Some(guest) = self.guests.table().get_mut(&self.key) {
            guest.exchanging = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(number: u8) -> VerifyingKey {
        VerifyingKey::from_bytes([number; 32])
    }

    #[test]
    fn a_guest_has_its_places_and_no_more_and_leaves_nothing_behind() {
        let guests = Arc::new(Guests::default());
        let mut seats: Vec<_> = (0..MAX_CONNECTIONS_A_GUEST).map(|_| guests.enter(key(1)).unwrap()).collect();
        assert!(guests.enter(key(1)).is_none());
        let other = guests.enter(key(2)).unwrap();
        drop(seats.pop());
        seats.push(guests.enter(key(1)).unwrap());
        drop((seats, other));
        assert!(guests.table().is_empty());
    }

    #[test]
    fn a_guest_has_one_turn_at_a_time() {
        let guests = Arc::new(Guests::default());
        assert!(guests.begin(key(1)).is_none(), "nobody is inside");
        let seats =
            [guests.enter(key(1)).unwrap(), guests.enter(key(1)).unwrap(), guests.enter(key(2)).unwrap()];
        let turn = guests.begin(key(1)).unwrap();
        assert!(guests.begin(key(1)).is_none());
        assert!(guests.begin(key(2)).is_some());
        drop(turn);
        assert!(guests.begin(key(1)).is_some());
        drop(seats);
    }
}
