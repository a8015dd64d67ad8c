//! Upkeep of time-stamps: a node at work renews them before their certificates end.

use std::sync::Arc;

use comity_casework::Casework;
use comity_casework::timestamp::RENEW_WITHIN_DAYS;
use comity_record::Coded;
use comity_stamp::Stamper;
use comity_store::Store;

use crate::days::Days;

/// Renews time-stamps for a node until `stop` is done, from its start on and each day: there are weeks left when one is found
/// that ends soon. What cannot be renewed is noted, and tried again the next day.
pub async fn keep_stamped<S: Store, T: Stamper>(
    casework: Arc<Casework<S>>,
    stamper: T,
    stop: impl Future<Output = ()> + Send,
) {
    let mut days = Days::until(stop);
    while days.next().await {
        let renewals = casework.renew_timestamps(RENEW_WITHIN_DAYS, &stamper);
        let Some(renewals) = days.spend(renewals).await else { return };
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
