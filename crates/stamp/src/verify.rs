//! Whether a time-stamp holds.

use comity_record::Sha256Digest;
use der::Tag;
use der::asn1::ObjectIdentifier;
use jiff::Timestamp;
use rustls_pki_types::{CertificateDer, UnixTime};
use std::time::Duration;
use webpki::{ALL_VERIFICATION_ALGS, EndEntityCert, Error, KeyUsage};

use crate::anchor::Anchors;
use crate::asn1::{Part, context};
use crate::certificate::Certificate;
use crate::digest::{Hash, SHA1, sha1};
use crate::error::{Fault, ReadError, Undecided};
use crate::reply;
use crate::request::Request;
use crate::signature::{self, Outcome};
use crate::token::{Said, Signer, SignerId, TST_INFO, Token};

const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
const SIGNING_CERTIFICATE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.12");
const SIGNING_CERTIFICATE_V2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");
/// The use of a key for time-stamps, 1.3.6.1.5.5.7.3.8, as it stands in a certificate.
const TIME_STAMPING: &[u8] = &[0x2b, 6, 1, 5, 5, 7, 3, 8];

/// The answer to whether a time-stamp holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It does.
    Pass(Stamped),
    /// It does not.
    Fail(Fault),
    /// It cannot be decided: nothing that was checked failed, and something could not be checked.
    Undecided(Undecided),
}

/// What a time-stamp says that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamped {
    /// When the authority saw the digest.
    pub time: Timestamp,
    /// Until when the certificates are valid by which this can be checked; from then on only a newer time-stamp says that
    /// this one was there before.
    pub until: Timestamp,
    /// What the authority is called in its certificate; empty, where it has no common name.
    pub authority: String,
    /// The rules by which it works, as an object identifier.
    pub policy: Box<str>,
    /// SHA-256 of its certificate.
    pub certificate: Sha256Digest,
    /// Whether lists say that no certificate was revoked; if not, nobody asked.
    pub revocation_asked: bool,
}

/// Why there is no pass.
enum Stop {
    Fail(Fault),
    Undecided(Undecided),
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::Fail(fault)
    }
}

impl From<ReadError> for Stop {
    fn from(error: ReadError) -> Self {
        Self::Fail(error.into())
    }
}

impl From<Undecided> for Stop {
    fn from(undecided: Undecided) -> Self {
        Self::Undecided(undecided)
    }
}

/// Says whether a reply holds a time-stamp that answers a request and that leads to one of the anchors. Certificates are
/// taken as of the time that it tells, so that the answer is the same on every later day.
pub fn verify(reply: &[u8], request: &Request, anchors: &Anchors) -> Verdict {
    match stamped(reply, request, anchors) {
        Ok(stamped) => Verdict::Pass(stamped),
        Err(Stop::Fail(fault)) => Verdict::Fail(fault),
        Err(Stop::Undecided(undecided)) => Verdict::Undecided(undecided),
    }
}

fn stamped(reply: &[u8], request: &Request, anchors: &Anchors) -> Result<Stamped, Stop> {
    let token = Token::parse(reply::token(reply)?)?;
    let said = Said::parse(token.content)?;
    if said.imprint != Some(request.imprint()) {
        return Err(Fault::OtherImprint.into());
    }
    if request.nonce().is_some_and(|nonce| said.nonce.as_deref() != Some(nonce)) {
        return Err(Fault::OtherNonce.into());
    }
    // What cannot be decided is said only where nothing fails.
    let mut open = said.critical.map(|id| Undecided::Extension { id: id.to_string() });
    let signer = &token.signer;
    let digest = Hash::of(&signer.digest);
    check_content(signer, &token, digest)?;
    if digest.is_none() {
        open.get_or_insert(Undecided::Algorithm { id: signer.digest.id.to_string() });
    }
    let certificates =
        token.certificates.iter().map(|bytes| Certificate::parse(bytes)).collect::<Result<Vec<_>, _>>()?;
    let Some(certificate) = certificates.iter().find(|certificate| is_of(&signer.id, certificate)) else {
        // The attribute must be there even so.
        named(signer, None)?;
        return Err(Undecided::NoCertificate.into());
    };
    if let Some(undecided) = named(signer, Some(certificate))? {
        open.get_or_insert(undecided);
    }
    let der = CertificateDer::from(certificate.bytes);
    let parsed = EndEntityCert::try_from(&der).map_err(|error| chain_fault(&error, said.time))?;
    if let Some(digest) = digest {
        match signature::check(&parsed, &signer.algorithm, digest, &signer.signed, signer.signature) {
            Outcome::Holds => {}
            Outcome::Fails(fault) => return Err(fault.into()),
            Outcome::Unknown(undecided) => drop(open.get_or_insert(undecided)),
        }
    }
    if !certificate.only_stamps {
        return Err(Fault::CertificateUse.into());
    }
    let until = if anchors.is_empty() {
        open.get_or_insert(Undecided::NoAnchor);
        certificate.not_after
    } else {
        let below: Vec<_> = token.certificates.iter().map(|bytes| CertificateDer::from(*bytes)).collect();
        let (until, unlisted) = path(&parsed, certificate, &below, anchors, said.time)?;
        if let Some(undecided) = unlisted {
            open.get_or_insert(undecided);
        }
        until
    };
    match open {
        Some(undecided) => Err(undecided.into()),
        None => Ok(Stamped {
            time: said.time,
            until,
            authority: certificate.common_name().unwrap_or_default(),
            policy: said.policy.to_string().into(),
            certificate: Sha256Digest::of(certificate.bytes),
            revocation_asked: anchors.lists().is_some(),
        }),
    }
}

/// The attributes that bind the signature to the content (RFC 5652, 11.1 and 11.2).
fn check_content(signer: &Signer<'_>, token: &Token<'_>, digest: Option<Hash>) -> Result<(), Stop> {
    let of = |id, name| signer.attribute(id).ok().flatten().ok_or(Fault::Attribute { name });
    let kind = of(CONTENT_TYPE, "content-type")?;
    if !Part::new("token", kind)?.identifier().is_ok_and(|id| id == TST_INFO) {
        return Err(Fault::Attribute { name: "content-type" }.into());
    }
    let said = of(MESSAGE_DIGEST, "message-digest")?;
    let said = Part::new("token", said)?.value(Tag::OctetString)?;
    match digest {
        Some(digest) if digest.digest(token.content) != said => {
            Err(Fault::Attribute { name: "message-digest" }.into())
        }
        _ => Ok(()),
    }
}

fn is_of(id: &SignerId<'_>, certificate: &Certificate<'_>) -> bool {
    match id {
        SignerId::Issued { issuer, serial } => certificate.issuer == *issuer && certificate.serial == *serial,
        SignerId::Key(key) => certificate.key_id == Some(key),
    }
}

/// Whether the attributes name this certificate as that of the signer (RFC 2634, 5.4, and RFC 5035, 3): one of the two
/// must be there, and each that is there must hold. Gives what cannot be decided.
fn named(signer: &Signer<'_>, certificate: Option<&Certificate<'_>>) -> Result<Option<Undecided>, Stop> {
    const NAME: &str = "signing-certificate";
    let fault = || Fault::Attribute { name: NAME };
    let mut open = None;
    let mut any = false;
    for (id, first_version) in [(SIGNING_CERTIFICATE, true), (SIGNING_CERTIFICATE_V2, false)] {
        let Some(value) = signer.attribute(id).map_err(|_| fault())? else { continue };
        any = true;
        let Some(certificate) = certificate else { continue };
        let mut first = Part::of_one(NAME, Tag::Sequence, value)?.sequence()?.sequence()?;
        let hash = if first_version {
            Some(sha1(certificate.bytes))
        } else if let Some(algorithm) = first.optional_whole(Tag::Sequence)? {
            let algorithm = Part::new(NAME, algorithm)?.algorithm()?;
            let hash = Hash::of(&algorithm).map(|hash| hash.digest(certificate.bytes));
            if hash.is_none() && algorithm.id != SHA1 {
                open = Some(Undecided::Algorithm { id: algorithm.id.to_string() });
            }
            hash.or_else(|| (algorithm.id == SHA1).then(|| sha1(certificate.bytes)))
        } else {
            Some(Hash::Sha256.digest(certificate.bytes))
        };
        let said = first.value(Tag::OctetString)?;
        if hash.is_some_and(|hash| hash != said) {
            return Err(fault().into());
        }
        if let Some(issued) = first.optional(Tag::Sequence)? {
            let mut issued = Part::new(NAME, issued)?;
            let mut names = issued.sequence()?;
            // The name of the directory among the kinds of names (RFC 5280, 4.2.1.6).
            let name = names.optional(context(4))?;
            let serial = issued.value(Tag::Integer)?;
            if name != Some(certificate.issuer) || serial != certificate.serial {
                return Err(fault().into());
            }
        }
    }
    if any { Ok(open) } else { Err(fault().into()) }
}

/// Looks for a way to an anchor that holds at `time`. Gives until when all certificates on it are valid, and where it was asked
/// whether one was revoked, what is not known of that.
fn path(
    parsed: &EndEntityCert<'_>,
    certificate: &Certificate<'_>,
    below: &[CertificateDer<'_>],
    anchors: &Anchors,
    time: Timestamp,
) -> Result<(Timestamp, Option<Undecided>), Stop> {
    let seconds = u64::try_from(time.as_second()).map_err(|_| Fault::CertificateTime { time })?;
    let at = UnixTime::since_unix_epoch(Duration::from_secs(seconds));
    // That the signer's is for time-stamps was asked before; those above it mostly do not say what theirs are for.
    let usage = KeyUsage::required_if_present(TIME_STAMPING);
    let path = parsed
        .verify_for_usage(ALL_VERIFICATION_ALGS, anchors.anchors(), below, at, usage, None, None)
        .map_err(|error| match &error {
            Error::UnsupportedSignatureAlgorithmContext(context) => {
                let id = ObjectIdentifier::from_bytes(&context.signature_algorithm_id);
                let id = id.map_or_else(|_| "unknown".to_owned(), |id| id.to_string());
                Stop::Undecided(Undecided::Algorithm { id })
            }
            error => chain_fault(error, time).into(),
        })?;
    let mut until = certificate.not_after;
    let between: Vec<_> = path.intermediate_certificates().map(webpki::Cert::der).collect();
    for der in &between {
        until = until.min(Certificate::parse(der)?.not_after);
    }
    let Some(lists) = anchors.lists() else { return Ok((until, None)) };
    let above = anchors.certificate(path.anchor());
    let chain = std::iter::once(certificate.bytes).chain(between.iter().map(AsRef::as_ref)).chain(above);
    let unlisted = lists.judge(&chain.collect::<Vec<_>>(), time)?;
    Ok((until, unlisted))
}

/// What the verifier of chains says, in our words.
fn chain_fault(error: &Error, time: Timestamp) -> Fault {
    match error {
        Error::CertExpired { .. } | Error::CertNotValidYet { .. } => Fault::CertificateTime { time },
        Error::UnknownIssuer => Fault::NoPath,
        Error::RequiredEkuNotFoundContext(_) => Fault::CertificateUse,
        other => Fault::Chain { cause: other.to_string() },
    }
}
