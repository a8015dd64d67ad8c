//! A time-stamp and those that renewed it (RFC 4998, 5.2): each is over the reply before it, and was made while that
//! could still be checked.

use comity_record::Sha256Digest;

use crate::anchor::Anchors;
use crate::error::{Fault, ReadError};
use crate::request::Request;
use crate::verify::{Stamped, Verdict, verify};

/// Time-stamps of one series. One a year would be enough for two centuries.
pub const MAX_SERIES: usize = 200;

/// A reply, and the request that it answers.
#[derive(Clone, Copy, Debug)]
pub struct Link<'a> {
    /// The request, as it was sent.
    pub request: &'a [u8],
    /// The reply, as it was received.
    pub reply: &'a [u8],
}

/// What a series says that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// What the first time-stamp says: when the data was there.
    pub first: Stamped,
    /// What the last says: until when all can be checked.
    pub last: Stamped,
}

/// Says whether a series holds that begins with a time-stamp of `data`. The first that fails decides, or the first that
/// cannot be decided; its place is given, from 0.
///
/// # Errors
/// The place, and [`Verdict::Fail`] or [`Verdict::Undecided`]; so it is for a series without any time-stamp.
pub fn verify_series(
    data: Sha256Digest,
    links: &[Link<'_>],
    anchors: &Anchors,
) -> Result<Series, (usize, Verdict)> {
    let fail = |at: usize, fault: Fault| (at, Verdict::Fail(fault));
    if links.len() > MAX_SERIES {
        return Err(fail(MAX_SERIES, ReadError::TooMany { part: "time-stamp", limit: MAX_SERIES }.into()));
    }
    let (mut imprint, mut series) = (data, None::<Series>);
    for (at, link) in links.iter().enumerate() {
        let request = Request::parse(link.request).map_err(|error| fail(at, error.into()))?;
        if request.imprint() != imprint {
            return Err(fail(at, Fault::OtherImprint));
        }
        let stamped = match verify(link.reply, &request, anchors) {
            Verdict::Pass(stamped) => stamped,
            other => return Err((at, other)),
        };
        series = Some(match series {
            None => Series { first: stamped.clone(), last: stamped },
            Some(Series { last, .. }) if stamped.time > last.until => {
                return Err(fail(at, Fault::RenewedLate { ended: last.until, renewed: stamped.time }));
            }
            Some(Series { last, .. }) if stamped.time < last.time => {
                return Err(fail(at, Fault::RenewedEarly { time: last.time, renewed: stamped.time }));
            }
            Some(Series { first, .. }) => Series { first, last: stamped },
        });
        imprint = Sha256Digest::of(link.reply);
    }
    series.ok_or(fail(0, ReadError::Malformed { part: "series" }.into()))
}
