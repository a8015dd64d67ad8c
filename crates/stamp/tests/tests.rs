//! Time-stamps that OpenSSL made, and those that were forged.

#![expect(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

mod forge;
mod forged;
mod known;
mod limits;
mod messages;
mod revoked;

/// A file that `data/make.sh` made.
macro_rules! data {
    ($name:literal) => {
        include_bytes!(concat!("data/", $name)).as_slice()
    };
}
pub(crate) use data;

use comity_stamp::{Anchors, Request};

/// The authority of the tests.
pub fn root() -> Anchors {
    Anchors::from_pem(data!("root.pem")).unwrap()
}

/// The request that most replies of the tests answer.
pub fn asked() -> Request {
    Request::parse(data!("request.tsq")).unwrap()
}
