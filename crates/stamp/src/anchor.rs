//! Who is trusted: the certificates above those of time-stamp authorities.

use rustls_pki_types::pem::{self, SectionKind};
use rustls_pki_types::{CertificateDer, TrustAnchor};

use crate::certificate::MAX_CERTIFICATE_BYTES;
use crate::error::ReadError;
use crate::revocation::RevocationLists;

/// Anchors that are trusted at once. An office trusts one to three authorities; the list of an operating system has some hundred
/// and fifty.
pub const MAX_ANCHORS: usize = 512;
/// The largest file of anchors.
pub const MAX_PEM_BYTES: usize = 1 << 20;

const PART: &str = "anchor";

/// The authorities that are trusted. It is for a person to say who is, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Anchors {
    certificates: Vec<Vec<u8>>,
    trusted: Vec<TrustAnchor<'static>>,
    /// Whom they revoked; none where nobody asks.
    lists: Option<RevocationLists>,
}

impl Anchors {
    /// From certificates in DER.
    ///
    /// # Errors
    /// Fails for what is no certificate, and for more than [`MAX_ANCHORS`].
    pub fn from_der(certificates: Vec<Vec<u8>>) -> Result<Self, ReadError> {
        if certificates.len() > MAX_ANCHORS {
            return Err(ReadError::TooMany { part: PART, limit: MAX_ANCHORS });
        }
        let anchor = |bytes: &Vec<u8>| {
            if bytes.len() > MAX_CERTIFICATE_BYTES {
                return Err(ReadError::TooLarge { part: "certificate", limit: MAX_CERTIFICATE_BYTES });
            }
            let certificate = CertificateDer::from(bytes.as_slice());
            let anchor = webpki::anchor_from_trusted_cert(&certificate);
            Ok(anchor.map_err(|_| ReadError::Malformed { part: "certificate" })?.to_owned())
        };
        let trusted = certificates.iter().map(anchor).collect::<Result<_, _>>()?;
        Ok(Self { certificates, trusted, lists: None })
    }

    /// From a file in PEM. What in it is no certificate is passed over.
    ///
    /// # Errors
    /// Fails where there is none, or one that cannot be read.
    pub fn from_pem(text: &[u8]) -> Result<Self, ReadError> {
        if text.len() > MAX_PEM_BYTES {
            return Err(ReadError::TooLarge { part: "file of anchors", limit: MAX_PEM_BYTES });
        }
        let (mut rest, mut certificates) = (text, Vec::new());
        loop {
            match pem::from_buf(&mut rest) {
                Ok(None) if certificates.is_empty() => return Err(ReadError::Anchor),
                Ok(None) => return Self::from_der(certificates),
                Ok(Some((SectionKind::Certificate, bytes))) if certificates.len() <= MAX_ANCHORS => {
                    certificates.push(bytes);
                }
                Ok(Some(_)) => {}
                Err(_) => return Err(ReadError::Malformed { part: "file of anchors" }),
            }
        }
    }

    /// The same authorities, with what they and those below them revoked. From then on a certificate passes only where a list
    /// says that it was good.
    #[must_use]
    pub fn asking(self, lists: RevocationLists) -> Self {
        Self { lists: Some(lists), ..self }
    }

    /// The lists by which is asked whether a certificate was revoked; none where that is not asked.
    pub(crate) fn lists(&self) -> Option<&RevocationLists> {
        self.lists.as_ref()
    }

    /// The certificate of an anchor.
    pub(crate) fn certificate(&self, of: &TrustAnchor<'_>) -> Option<&[u8]> {
        let at = self.trusted.iter().position(|anchor| anchor == of)?;
        self.certificates.get(at).map(Vec::as_slice)
    }

    /// The certificates, in DER.
    pub fn certificates(&self) -> &[Vec<u8>] {
        &self.certificates
    }

    /// Whether nobody is trusted.
    pub fn is_empty(&self) -> bool {
        self.trusted.is_empty()
    }

    pub(crate) fn anchors(&self) -> &[TrustAnchor<'static>] {
        &self.trusted
    }
}
