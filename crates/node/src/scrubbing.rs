//! Upkeep of the vault: a node at work reads it again, a part each day.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use comity_casework::Casework;
use comity_casework::scrubbing::{Scrub, Scrubbed};
use comity_record::Coded;
use comity_store::Store;
use tokio::runtime::Handle;

use crate::days::Days;

/// Missing files that are noted one by one; of more than these only how many.
const MAX_NOTED: usize = 100;

/// Reads the vault of a node again until `stop` is done, from its start on and each day: so much that all of it is read
/// within so many days. What is damaged is noted each time that it is found, and stands in the case that holds it.
pub async fn keep_scrubbed<S: Store + 'static>(
    casework: Arc<Casework<S>>,
    within_days: u16,
    stop: impl Future<Output = ()> + Send,
) {
    let mut days = Days::until(stop);
    while days.next().await {
        let (casework, ended) = (Arc::clone(&casework), Arc::new(AtomicBool::new(false)));
        let mut reading = {
            let ended = Arc::clone(&ended);
            // Reading takes long, and no page waits for it.
            tokio::task::spawn_blocking(move || {
                let mut watch = |_| {
                    if ended.load(Ordering::Relaxed) {
                        ControlFlow::Break(())
                    } else {
                        ControlFlow::Continue(())
                    }
                };
                let part = casework.scrub(Scrub::Due { within_days }, &mut watch);
                let done = Handle::current().block_on(part);
                note(&done);
            })
        };
        if days.spend(&mut reading).await.is_none() {
            // What was read so far is written down, and the rest comes the next time.
            ended.store(true, Ordering::Relaxed);
            let _ = reading.await;
            return;
        }
    }
}

fn note<E: Coded + std::fmt::Display>(done: &Result<Scrubbed, E>) {
    match done {
        Ok(done) => {
            for damaged in &done.damaged {
                let (object, code) = (damaged.name, damaged.damage.code());
                tracing::error!(%object, code, "an object of the vault is damaged");
            }
            for object in &done.mended {
                tracing::info!(%object, "an object of the vault that was damaged is whole, or is no more");
            }
            for fault in done.missing.iter().take(MAX_NOTED) {
                tracing::error!(?fault, "a file of an entry is not in the vault");
            }
            if done.missing.len() > MAX_NOTED {
                tracing::error!(files = done.missing.len(), "files of entries are not in the vault");
            }
            let (objects, bytes, known) = (done.objects, done.bytes, done.rounds.damaged.len());
            if known > 0 {
                tracing::error!(
                    objects,
                    bytes,
                    damaged = known,
                    "the vault was read again in part; objects are damaged"
                );
            } else {
                tracing::debug!(objects, bytes, "the vault was read again in part");
            }
        }
        Err(error) => {
            tracing::error!(%error, code = error.code(), "the vault could not be read again");
        }
    }
}
