//! Replies of time-stamp servers (RFC 3161, 2.4.2).

use der::Tag;

use crate::asn1::Part;
use crate::error::{Fault, ReadError};

/// The largest reply that is read. One with a chain of three certificates has some 7 kB, a qualified one up to 15 kB.
pub const MAX_REPLY_BYTES: usize = 64 << 10;
/// Texts in which a server says why it refuses. It says one.
pub const MAX_STATUS_TEXTS: usize = 16;

const PART: &str = "reply";

/// The names of failures by their bits (RFC 3161, 2.4.2).
const FAILURES: [(usize, &str); 8] = [
    (0, "badAlg"),
    (2, "badRequest"),
    (5, "badDataFormat"),
    (14, "timeNotAvailable"),
    (15, "unacceptedPolicy"),
    (16, "unacceptedExtension"),
    (17, "addInfoNotAvailable"),
    (25, "systemFailure"),
];

/// The token of a reply, as it stands.
pub fn token(bytes: &[u8]) -> Result<&[u8], Fault> {
    if bytes.len() > MAX_REPLY_BYTES {
        return Err(ReadError::TooLarge { part: PART, limit: MAX_REPLY_BYTES }.into());
    }
    let mut reply = Part::of_one(PART, Tag::Sequence, bytes)?;
    let mut info = reply.sequence()?;
    let status = info.small()?;
    if let Some(texts) = info.optional(Tag::Sequence)? {
        let (mut texts, mut count) = (Part::new(PART, texts)?, 0);
        while !texts.is_empty() {
            texts.value(Tag::Utf8String)?;
            count += 1;
            if count > MAX_STATUS_TEXTS {
                return Err(ReadError::TooMany { part: "status text", limit: MAX_STATUS_TEXTS }.into());
            }
        }
    }
    let failures = info.optional(Tag::BitString)?;
    info.end()?;
    // 0 is granted, 1 granted with changes.
    if status > 1 {
        return Err(Fault::NotGranted { status, failure: failures.map_or("none", failure) });
    }
    let token = reply.whole()?;
    reply.end()?;
    Ok(token)
}

/// The first failure that a bit string names.
fn failure(bits: &[u8]) -> &'static str {
    // The first byte counts the bits that are unused at the end.
    let is_set = |bit: usize| bits.get(1 + bit / 8).is_some_and(|byte| byte & (0x80 >> (bit % 8)) != 0);
    FAILURES.iter().find(|(bit, _)| is_set(*bit)).map_or("none", |(_, name)| *name)
}
