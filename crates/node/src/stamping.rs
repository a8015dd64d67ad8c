//! Upkeep of time-stamps: a node at work renews them before their certificates end.

use std::sync::Arc;
use std::time::Duration;

use comity_casework::Casework;
use comity_casework::timestamp::RENEW_WITHIN_DAYS;
use comity_record::Coded;
use comity_stamp::Stamper;
use comity_store::Store;

/// How often it is looked which time-stamps end soon. There are weeks left when one is found.
pub const RENEW_EVERY: Duration = Duration::from_hours(24);

/// Renews time-stamps for a node until `stop` is done, from its start on and each day. What cannot be renewed is noted, and
/// tried again the next day.
pub async fn keep_stamped<S: Store, T: Stamper>(
    casework: Arc<Casework<S>>,
    stamper: T,
    stop: impl Future<Output = ()> + Send,
) {
    let mut stop = std::pin::pin!(stop);
    let mut tick = tokio::time::interval(RENEW_EVERY);
    loop {
        tokio::select! {
            () = &mut stop => return,
            _ = tick.tick() => {}
        }
        let renewals = tokio::select! {
            () = &mut stop => return,
            renewals = casework.renew_timestamps(RENEW_WITHIN_DAYS, &stamper) => renewals,
        };
        for (ending, receipt) in renewals.renewed {
            tracing::info!(case = %ending.case, entry = %receipt.entry, "a time-stamp was renewed");
        }
        for left in renewals.left {
            let (ending, code) = (left.ending, left.why.code());
            let (case, entry, until) = (ending.case, ending.entry, ending.until);
            tracing::warn!(%case, %entry, %until, code, "a time-stamp could not be renewed");
        }
    }
}
