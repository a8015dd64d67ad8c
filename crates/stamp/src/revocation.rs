//! Lists of revoked certificates (RFC 5280, 5), and what they say of those above a time-stamp.

use der::Tag;
use der::asn1::ObjectIdentifier;
use jiff::Timestamp;
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::{self, SectionKind};
use webpki::EndEntityCert;

use crate::asn1::{Algorithm, Part, context};
use crate::certificate::{Certificate, moment};
use crate::digest::Hash;
use crate::error::{Fault, ReadError, Undecided};
use crate::signature::{self, Outcome};
use crate::token::extensions;

/// The largest list, and the largest file of lists. Those of large authorities have a few megabytes.
pub const MAX_LIST_BYTES: usize = 16 << 20;
/// Lists at once: one for each certificate of a chain, for each of the years of a series.
pub const MAX_LISTS: usize = 256;

const PART: &str = "revocation list";

const REASON: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.21");
/// Reasons for which what was signed before stays good (RFC 3161, 4): unspecified, change of affiliation, superseded, and
/// cessation of operation. For any other, or where none is given, the key may have been in other hands before.
const HARMLESS: [u8; 4] = [0, 3, 4, 5];

/// Lists of revoked certificates that somebody has at hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RevocationLists {
    lists: Vec<Vec<u8>>,
}

/// A list, read and not verified.
struct List<'a> {
    /// What was signed.
    body: &'a [u8],
    algorithm: Algorithm<'a>,
    signature: &'a [u8],
    issuer: &'a [u8],
    since: Timestamp,
    until: Option<Timestamp>,
    revoked: Vec<Revoked<'a>>,
    /// Whether it says in a way that is not read here that it is about some certificates only, or about those of others.
    is_partial: bool,
}

/// A certificate on a list.
struct Revoked<'a> {
    serial: &'a [u8],
    at: Timestamp,
    reason: Option<u8>,
}

impl RevocationLists {
    /// Adds the lists of a file: one in DER, or one or more in PEM.
    ///
    /// # Errors
    /// Fails where there is none, or one that cannot be read, and for more than [`MAX_LISTS`].
    pub fn add(&mut self, file: &[u8]) -> Result<(), ReadError> {
        if file.len() > MAX_LIST_BYTES {
            return Err(ReadError::TooLarge { part: PART, limit: MAX_LIST_BYTES });
        }
        let malformed = || ReadError::Malformed { part: PART };
        let before = self.lists.len();
        if file.first() == Some(&0x30) {
            self.lists.push(file.to_vec());
        } else {
            let mut rest = file;
            while let Some((kind, bytes)) = pem::from_buf(&mut rest).map_err(|_| malformed())? {
                if kind == SectionKind::Crl && self.lists.len() <= MAX_LISTS {
                    self.lists.push(bytes);
                }
            }
        }
        if self.lists.len() == before {
            return Err(malformed());
        }
        if self.lists.len() > MAX_LISTS {
            return Err(ReadError::TooMany { part: PART, limit: MAX_LISTS });
        }
        self.lists[before..].iter().try_for_each(|list| List::parse(list).map(drop))
    }

    /// Whether the certificates of a chain were good at `time`, as far as the lists know. Each stands below the next one;
    /// the last is an anchor, which nobody revokes. Gives what cannot be decided.
    pub(crate) fn judge(&self, chain: &[&[u8]], time: Timestamp) -> Result<Option<Undecided>, Fault> {
        let mut open = None;
        for pair in chain.windows(2) {
            let (certificate, issuer) = (Certificate::parse(pair[0])?, Certificate::parse(pair[1])?);
            let mut is_known = false;
            for list in self.lists.iter().filter_map(|list| List::parse(list).ok()) {
                if !list.tells_of(&certificate, time) || !list.is_by(&issuer) {
                    continue;
                }
                is_known = true;
                let revoked = list.revoked.iter().find(|revoked| revoked.serial == certificate.serial);
                if let Some(revoked) = revoked.filter(|revoked| revoked.undoes(time)) {
                    return Err(Fault::Revoked { at: revoked.at });
                }
            }
            if !is_known {
                let authority = issuer.common_name().unwrap_or_default();
                open.get_or_insert(Undecided::NoRevocationList { authority });
            }
        }
        Ok(open)
    }
}

impl Revoked<'_> {
    /// Whether what was signed at this time is not good any more.
    fn undoes(&self, time: Timestamp) -> bool {
        let is_harmless = self.reason.is_some_and(|reason| HARMLESS.contains(&reason));
        self.at <= time || !is_harmless
    }
}

impl<'a> List<'a> {
    fn parse(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let mut list = Part::of_one(PART, Tag::Sequence, bytes)?;
        let malformed = list.malformed();
        let body = list.whole()?;
        let named = list.whole()?;
        let algorithm = Part::new(PART, named)?.algorithm()?;
        let [0, signature @ ..] = list.value(Tag::BitString)? else { return Err(malformed) };
        list.end()?;
        let mut inside = Part::of_one(PART, Tag::Sequence, body)?;
        inside.optional(Tag::Integer)?;
        // Both must name the same algorithm (5.1.1.2).
        if inside.whole()? != named {
            return Err(malformed);
        }
        let issuer = inside.whole()?;
        let since = moment(inside.any()?, malformed)?;
        let until = if inside.next_is(Tag::UtcTime) || inside.next_is(Tag::GeneralizedTime) {
            Some(moment(inside.any()?, malformed)?)
        } else {
            None
        };
        let mut is_partial = false;
        let mut revoked = Vec::new();
        if let Some(entries) = inside.optional(Tag::Sequence)? {
            let mut entries = Part::new(PART, entries)?;
            while !entries.is_empty() {
                let mut entry = entries.sequence()?;
                let serial = entry.value(Tag::Integer)?;
                let at = moment(entry.any()?, malformed)?;
                let mut reason = None;
                if let Some(more) = entry.optional(Tag::Sequence)? {
                    for extension in extensions(Part::new(PART, more)?)? {
                        if extension.id == REASON {
                            let value = Part::new(PART, extension.value)?.value(Tag::Enumerated)?;
                            let [code] = value else { return Err(malformed) };
                            reason = Some(*code);
                        } else {
                            is_partial |= extension.critical;
                        }
                    }
                }
                entry.end()?;
                revoked.push(Revoked { serial, at, reason });
            }
        }
        if let Some(inner) = inside.optional(context(0))? {
            let mut explicit = Part::new(PART, inner)?;
            let list = explicit.sequence()?;
            explicit.end()?;
            // Those that say what it is about, or that it only adds to another one, must be understood.
            is_partial |= extensions(list)?.iter().any(|extension| extension.critical);
        }
        inside.end()?;
        Ok(Self { body, algorithm, signature, issuer, since, until, revoked, is_partial })
    }

    /// Whether it says of a certificate whether it was good at `time`: it was in force then, or was made later, while the
    /// certificate still stood on such lists.
    fn tells_of(&self, certificate: &Certificate<'_>, time: Timestamp) -> bool {
        let in_time = self.since >= time || self.until.is_some_and(|until| until >= time);
        let is_listed = self.since <= certificate.not_after;
        certificate.issuer == self.issuer && !self.is_partial && in_time && is_listed
    }

    fn is_by(&self, issuer: &Certificate<'_>) -> bool {
        let der = CertificateDer::from(issuer.bytes);
        let Ok(parsed) = EndEntityCert::try_from(&der) else { return false };
        let outcome = signature::check(&parsed, &self.algorithm, Hash::Sha256, self.body, self.signature);
        issuer.signs_lists && matches!(outcome, Outcome::Holds)
    }
}
