//! What travels about a request, and how it is read.

use comity_record::cbor::{from_canonical, to_canonical};
use comity_record::{Bytes, Sha256Digest, Token};
use comity_request::RequestTwin;
use comity_request::life::Event;
use serde::{Deserialize, Serialize};

use super::{ANSWER_KIND, DispatchError, EVENT_KIND, REQUEST_KIND};
use crate::error::CaseworkError;
use crate::request::RequestError;

/// The version of what travels.
pub const PARCEL_VERSION: u16 = 1;
/// What happened is told in one message at most so often.
const MAX_EVENTS: usize = 16;

/// What travels in a letter about a request, in deterministic CBOR.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Parcel {
    /// A request, ahead of its sealed original.
    Request {
        /// [`PARCEL_VERSION`].
        v: u16,
        /// The machine-readable twin.
        twin: Bytes,
        /// The signature of the sender's node over it.
        signature: Bytes,
        /// The advance copy as it was printed.
        print: Bytes,
    },
    /// What happened to a request.
    Events {
        /// [`PARCEL_VERSION`].
        v: u16,
        /// The version that was issued.
        request: Sha256Digest,
        /// What happened, in order.
        events: Vec<Event>,
        /// The acknowledgement as it was printed, where one of the events is that.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        print: Option<Bytes>,
    },
    /// What was asked for.
    Answer {
        /// [`PARCEL_VERSION`].
        v: u16,
        /// The version that was issued.
        request: Sha256Digest,
        /// [`Event::Executed`] or [`Event::ExecutedInPart`], with the digest of the package as its result.
        event: Event,
        /// A package (BagIt) as a `tar`; none where nothing is handed over, or by another way.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        package: Option<Bytes>,
    },
}

impl Parcel {
    /// The kind of message that brings it. An agreement says by kind what two persons approve, so nothing else may.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Request { .. } => REQUEST_KIND,
            Self::Events { .. } => EVENT_KIND,
            Self::Answer { .. } => ANSWER_KIND,
        }
    }

    /// The version of the request that it is about.
    pub(super) fn version(&self) -> Result<Sha256Digest, CaseworkError> {
        match self {
            Self::Request { twin, .. } => {
                let twin = RequestTwin::from_bytes(twin.as_ref()).map_err(RequestError::from)?;
                Ok(twin.digest)
            }
            Self::Events { request, .. } | Self::Answer { request, .. } => Ok(*request),
        }
    }

    /// Reads what a message of a kind holds.
    pub(super) fn of_message(kind: &Token, bytes: &[u8]) -> Result<Self, CaseworkError> {
        let parcel = Self::read(bytes)?;
        if parcel.kind() == kind.as_str() {
            Ok(parcel)
        } else {
            Err(DispatchError::OtherKind { kind: kind.to_string(), holds: parcel.kind() }.into())
        }
    }

    /// Reads what a letter holds.
    ///
    /// # Errors
    /// Fails for anything but what this version writes.
    pub fn read(bytes: &[u8]) -> Result<Self, DispatchError> {
        let refuse = |why: &str| DispatchError::NotAParcel(why.to_owned());
        let parcel: Self = from_canonical(bytes).map_err(|e| refuse(&e.to_string()))?;
        // The reader of an event takes bytes for a text; there is one spelling of each parcel.
        if to_canonical(&parcel).map_err(|e| refuse(&e.to_string()))? != bytes {
            return Err(refuse("it is spelled in another way"));
        }
        let v = match &parcel {
            Self::Request { v, .. } | Self::Events { v, .. } | Self::Answer { v, .. } => *v,
        };
        if v != PARCEL_VERSION {
            return Err(refuse("another version"));
        }
        match &parcel {
            Self::Events { events, .. } if events.is_empty() || events.len() > MAX_EVENTS => {
                Err(refuse("no event, or too many"))
            }
            Self::Answer { event, package, .. } => {
                let named = package.as_ref().map(|package| Sha256Digest::of(package.as_ref()));
                match event {
                    Event::Executed { result, .. } | Event::ExecutedInPart { result, .. }
                        if *result == named =>
                    {
                        Ok(parcel)
                    }
                    _ => Err(DispatchError::OtherPackage),
                }
            }
            _ => Ok(parcel),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What comes from a counterpart is signed for as it was read, so it must be what was written.
    #[test]
    fn a_parcel_has_one_spelling() {
        let day = "2026-11-23".parse().unwrap();
        let events = vec![Event::Acknowledged { day, reference: "IN-1".to_owned() }];
        let parcel = Parcel::Events {
            v: PARCEL_VERSION,
            request: Sha256Digest::of(b"a version"),
            events,
            print: None,
        };
        let mut bytes = to_canonical(&parcel).unwrap();
        assert!(Parcel::read(&bytes).is_ok());
        // The head of a text of four bytes becomes that of a byte string.
        let at = bytes.windows(5).position(|part| part == b"\x64IN-1").unwrap();
        bytes[at] = 0x44;
        assert!(from_canonical::<Parcel>(&bytes).is_ok(), "the reader of events takes it");
        assert!(matches!(Parcel::read(&bytes), Err(DispatchError::NotAParcel(_))));
    }
}
