//! What a node at work does by itself: at its start, and each day.

use std::pin::Pin;
use std::time::Duration;

use tokio::time::Interval;

/// How often a node at work does what is to be done each day.
pub const ONE_DAY: Duration = Duration::from_hours(24);

/// The days of a node at work, until it is stopped. Of no use any more when it is.
pub(crate) struct Days<F> {
    stop: Pin<Box<F>>,
    tick: Interval,
}

impl<F: Future<Output = ()>> Days<F> {
    /// From now on, until `stop` is done.
    pub(crate) fn until(stop: F) -> Self {
        Self { stop: Box::pin(stop), tick: tokio::time::interval(ONE_DAY) }
    }

    /// Waits for the next day; the first one is now. `false` when the node is stopped.
    pub(crate) async fn next(&mut self) -> bool {
        tokio::select! {
            () = &mut self.stop => false,
            _ = self.tick.tick() => true,
        }
    }

    /// Does work of the day, and leaves off when the node is stopped: then there is nothing.
    pub(crate) async fn spend<T>(&mut self, work: impl Future<Output = T>) -> Option<T> {
        tokio::select! {
            () = &mut self.stop => None,
            done = work => Some(done),
        }
    }
}
