//! Time-stamps: an authority outside says when a case was as it is, and goes on saying so when its certificates end.
//!
//! Two persons name the server that is asked and the authorities that are trusted ([`StampServer`]). An officer has a
//! checkpoint of the log stamped, which speaks for every entry until then, or the digest of an exhibit; the
//! request and the reply stand in the entry. Before a certificate ends, the node renews by itself: the next time-stamp is over
//! the reply that held the one before it (RFC 4998, 5.2). Nothing is taken that does not hold.

mod body;
mod fold;
mod renew;
mod take;
mod told;

pub use body::{StampServer, StampedToken, Subject, TimestampRenewed, TimestampTaken};
pub use fold::{Stamping, Standing, Timestamps};
pub use renew::{Ending, Left, RENEW_WITHIN_DAYS, Renewals};
pub use take::{Stampable, StampingError, TakenStamp};
pub use told::{Link, Timestamp};

pub(crate) use body::is_by_node;
pub(crate) use fold::Step;

use crate::body::Body;

/// The kinds of this module.
pub const KINDS: &[&str] = &[TimestampTaken::KIND, TimestampRenewed::KIND];
