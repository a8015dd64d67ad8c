//! How people and machines are reached, and how money is sent to them by banks, found in plain bytes: mailboxes, web
//! addresses, domains, IP addresses, onion services, telephone numbers, names at messengers, accounts, payment cards, and keys
//! and messages of OpenPGP.
//!
//! Each family has signs that rarely stand elsewhere (`@`, `://`, `+`, …), and is looked for where they stand. What is found is
//! read by [`crate::syntax`], as a whole text would be. The search is of ASCII, so that text in other letters may touch what
//! is found; only domains and mailboxes may be in letters of any script.
//!
//! What has no checksum is taken only where nothing speaks against it: `1.2.3.4` behind *version* is none of these.

mod account;
mod ip;
mod mail;
mod messenger;
mod pgp;
mod telephone;
mod web;

use std::collections::BTreeSet;
use std::ops::Range;

use zeroize::Zeroizing;

use crate::address::escape_length;
use crate::classes::{self, Area, BLOCK, Classes};
use crate::hit::{Class, Kind};

pub(crate) use account::cards;
pub(crate) use pgp::PrivateKeys;

/// What was found, with its place in the window.
pub(crate) struct Found {
    pub place: Range<usize>,
    pub kind: Kind,
    pub class: Class,
    /// The one spelling by which equal ones are recognised.
    pub canonical: Zeroizing<String>,
    /// What may be seen of a secret, where it is not all hidden.
    pub shown: Option<String>,
}

impl Found {
    fn plain(kind: Kind, class: Class, place: Range<usize>, canonical: String) -> Self {
        Self { place, kind, class, canonical: Zeroizing::new(canonical), shown: None }
    }
}

/// The kinds of hit that [`find`] gives.
pub(crate) const KINDS: [Kind; 12] = [
    Kind::EmailAddress,
    Kind::Url,
    Kind::DomainName,
    Kind::OnionService,
    Kind::IpAddress,
    Kind::TelephoneNumber,
    Kind::MessengerName,
    Kind::Iban,
    Kind::PaymentCard,
    Kind::PgpPublicKey,
    Kind::PgpPrivateKey,
    Kind::PgpMessage,
];

/// How far from the first byte of a hit, to both sides, the search may have to look.
pub(crate) const REACH: usize = pgp::BLOCK_MAX + 2 * NEAR;

/// How far around a sign a text is looked at: longer than any mailbox, domain or number; web addresses end there.
const NEAR: usize = 512;
const _: () = assert!(NEAR <= classes::BEHIND);

/// Calls `on_found` for each hit of these kinds that begins in the range.
///
/// Whether there is one depends only on the bytes nearer than [`REACH`] to its beginning.
pub(crate) fn find(area: &Area<'_>, kinds: &BTreeSet<Kind>, mut on_found: impl FnMut(Found)) {
    let range = &area.range;
    let wants = |some: &[Kind]| some.iter().any(|kind| kinds.contains(kind));
    let mut add = |found: Found| {
        if range.contains(&found.place.start) && kinds.contains(&found.kind) {
            on_found(found);
        }
    };
    if wants(&[Kind::EmailAddress, Kind::Url, Kind::IpAddress, Kind::TelephoneNumber])
        || wants(&[Kind::DomainName, Kind::OnionService, Kind::MessengerName])
    {
        // A sign may stand well behind the beginning of what it is a sign of.
        let end = range.end.saturating_add(NEAR).min(area.bytes.len());
        for at in (range.start..end).step_by(BLOCK) {
            by_signs(area.bytes, at, area.classes(at), &mut add);
        }
    }
    if wants(&[Kind::Iban, Kind::PaymentCard]) {
        account::find(area, &mut add);
    }
    if wants(&[Kind::PgpPublicKey, Kind::PgpPrivateKey, Kind::PgpMessage]) {
        pgp::find(area.bytes, range.clone(), &mut add);
    }
}

/// Calls `add` for what is told by the signs in a block.
fn by_signs(bytes: &[u8], start: usize, classes: Classes, add: &mut impl FnMut(Found)) {
    let Classes { ats, pluses, colons, stops, slashes, letters, digits, .. } = classes;
    let others = ats | pluses | colons;
    if others | stops == 0 {
        return;
    }
    let part = letters | digits;
    let mut each = |signs: u64, found: fn(&[u8], usize) -> Option<Found>| {
        classes::each(signs).filter_map(|sign| found(bytes, start + sign)).for_each(&mut *add);
    };
    if others != 0 {
        each(ats, mail::around);
        each(pluses & !(part << 1) & classes::of_next(digits, 1), telephone::from);
        let colons_in_word = colons & classes::of_last(part);
        let is_slash = |places| classes::of_next(slashes, places);
        each(colons_in_word & is_slash(1) & is_slash(2), web::around);
        each(colons_in_word & classes::of_next(part | colons, 1), ip::six_around);
    }
    // Few full stops have a letter or a digit on both sides.
    let is_stop = |places| classes::of_next(stops, places);
    let stops_in_number = stops & classes::of_last(digits) & classes::of_next(digits, 1);
    each(stops_in_number & (is_stop(2) | is_stop(3) | is_stop(4)), ip::four_from);
    for stop in classes::each(stops & classes::of_last(part) & classes::of_next(letters, 1)) {
        web::names(bytes, start + stop, &mut *add);
    }
}

/// The bytes before a position, as far as they are looked at.
fn before(bytes: &[u8], at: usize) -> &[u8] {
    &bytes[at.saturating_sub(NEAR)..at]
}

/// The bytes from a position on, as far as they are looked at.
fn from(bytes: &[u8], at: usize) -> &[u8] {
    &bytes[at.min(bytes.len())..bytes.len().min(at + NEAR)]
}

/// How many bytes at the end, or at the beginning, are of a class.
fn count_before(bytes: &[u8], is_of: impl Fn(u8) -> bool) -> usize {
    bytes.iter().rev().take_while(|byte| is_of(**byte)).count()
}

fn count(bytes: &[u8], is_of: impl Fn(u8) -> bool) -> usize {
    bytes.iter().take_while(|byte| is_of(**byte)).count()
}

/// How far around a hit its bytes have to be those of a text.
const TEXT_NEAR: usize = 8;

/// Whether a place lies in text, and not among bytes of an image or a program that by chance look like a short name. A zero
/// ends a text in memory.
fn is_in_text(bytes: &[u8], place: &Range<usize>) -> bool {
    let near = place.start.saturating_sub(TEXT_NEAR)..bytes.len().min(place.end + TEXT_NEAR);
    let acts = |byte: &u8| byte.is_ascii_control() && !byte.is_ascii_whitespace() && *byte != 0;
    let head = &bytes[near.start..place.start];
    let tail = &bytes[place.end..near.end];
    // Of a letter that is not ASCII, which touches the place, all bytes are there.
    let letter = count_before(head, |byte| matches!(byte, 0x80..=0xbf));
    let begins_whole = letter == 0 || str::from_utf8(&head[head.len().saturating_sub(letter + 1)..]).is_ok();
    let ends_whole = match tail.first() {
        Some(lead) if !lead.is_ascii() => {
            tail.utf8_chunks().next().is_some_and(|chunk| !chunk.valid().is_empty())
        }
        _ => true,
    };
    let is_broken = head.last().is_some_and(|byte| *byte >= 0xc0);
    begins_whole && ends_whole && !is_broken && !head.iter().chain(tail).any(acts)
}

/// The byte before a position.
fn last(bytes: &[u8], at: usize) -> Option<u8> {
    at.checked_sub(1).map(|at| bytes[at])
}

/// Where a token begins, without the letters of an escape (`\n`, `%3A`, `=3D`) that touch it. Behind `=` only those are taken
/// off that quoted-printable text (RFC 2045, 6.7) has there most: names may begin like any other.
fn behind_escape(bytes: &[u8], place: &Range<usize>) -> usize {
    let token = &bytes[place.clone()];
    let is_name = last(bytes, place.start) == Some(b'=')
        && ![&b"3D"[..], b"0A", b"0D", b"09"].iter().any(|escape| token.starts_with(escape));
    if is_name { place.start } else { place.start + escape_length(&bytes[..place.start], token) }
}

/// The text at a place, if it is one.
fn text<'a>(bytes: &'a [u8], place: &Range<usize>) -> Option<&'a str> {
    std::str::from_utf8(&bytes[place.clone()]).ok()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in crate::contact) fn all(text: &str, kinds: &[Kind]) -> Vec<Found> {
        let mut all = Vec::new();
        find(&Area::of(text), &kinds.iter().copied().collect(), |found| all.push(found));
        all
    }

    /// What is found of some kinds, as it stands in the text.
    pub(in crate::contact) fn found<'a>(text: &'a str, kinds: &[Kind]) -> Vec<&'a str> {
        all(text, kinds).into_iter().map(|found| &text[found.place]).collect()
    }
}
