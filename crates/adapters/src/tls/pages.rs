//! TLS for the pages of a node: with a certificate that the administrator has, or with one that the node makes itself.
//!
//! The node's own key cannot serve here. Chromium and Firefox offer no Ed25519 in the handshake (tried with versions
//! 156 and 153: `ERR_SSL_VERSION_OR_CIPHER_MISMATCH`, no common signature algorithm), so the pages have a P-256 key,
//! derived from the node's keys and therefore the same after every start and every restore.
//!
//! A browser does not know a certificate that the node made itself, and says so. Whoever opens the pages for the first
//! time compares its fingerprint with the one that the node shows; that is worth as much as the care taken with it.

use std::fs::File;
use std::io;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use comity_record::key::SecretKey;
use comity_record::{Coded, Sha256Digest};
use hkdf::Hkdf;
use rcgen::{ExtendedKeyUsagePurpose, KeyUsagePurpose, SanType};
use rustls::crypto::aws_lc_rs::sign::any_supported_type;
use rustls::crypto::aws_lc_rs::{DEFAULT_CIPHER_SUITES, kx_group};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivateSec1KeyDer};
use rustls::sign::{CertifiedKey, SigningKey, SingleCertAndKey};
use rustls::version::TLS13;
use rustls::{Error, InconsistentKeys, ServerConfig, SignatureScheme};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::{SERIAL_BYTES, each_connection_anew, provider, undated};
use crate::name::Name;
use crate::secret_file::{self, Unfit};

/// The largest file with certificates or a key that is read. A chain of four certificates has about 8 KiB.
pub const MAX_PEM_BYTES: usize = 256 << 10;

/// The context under which scalars are drawn from a secret key.
const SCALAR: &[u8] = b"comity/pages-p256/1";

/// An ECPrivateKey of P-256 (RFC 5915 §3) up to the scalar, and after it: the curve's name; the public key is left out.
const SEC1: [u8; 7] = [0x30, 0x31, 0x02, 0x01, 0x01, 0x04, 0x20];
const SEC1_CURVE: [u8; 12] = [0xa0, 0x0a, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07];

/// Bytes of an uncompressed point of P-256 (SEC 1 §2.3.3).
const POINT: usize = 65;

/// What browsers verify in a handshake of TLS 1.3.
const OF_BROWSERS: &[SignatureScheme] = &[
    SignatureScheme::ECDSA_NISTP256_SHA256,
    SignatureScheme::ECDSA_NISTP384_SHA384,
    SignatureScheme::RSA_PSS_SHA256,
    SignatureScheme::RSA_PSS_SHA384,
    SignatureScheme::RSA_PSS_SHA512,
];

/// Why pages cannot be served with a certificate.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PageTlsError {
    /// A file cannot be read, or is larger than [`MAX_PEM_BYTES`].
    #[error("{} cannot be read", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Every user of the machine may read the private key.
    #[error("every user may read {}", path.display())]
    FileOpen {
        /// The file.
        path: PathBuf,
    },
    /// The file has no certificate that can be read.
    #[error("{} has no certificate in PEM", path.display())]
    NoCertificate {
        /// The file.
        path: PathBuf,
    },
    /// The file has no private key that can be read.
    #[error("{} has no private key in PEM", path.display())]
    NoKey {
        /// The file.
        path: PathBuf,
    },
    /// The key is of a kind that browsers do not take.
    #[error("browsers do not take the kind of key in {}", path.display())]
    KeyKind {
        /// The file.
        path: PathBuf,
    },
    /// The first certificate is not of the key.
    #[error("the certificate in {} is of another key", path.display())]
    OtherKey {
        /// The file with the certificate.
        path: PathBuf,
    },
}

impl PageTlsError {
    fn path(&self) -> &Path {
        match self {
            Self::Unreadable { path, .. }
            | Self::FileOpen { path }
            | Self::NoCertificate { path }
            | Self::NoKey { path }
            | Self::KeyKind { path }
            | Self::OtherKey { path } => path,
        }
    }
}

impl Coded for PageTlsError {
    fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "adapters-tls-file",
            Self::FileOpen { .. } => "adapters-tls-file-open",
            Self::NoCertificate { .. } => "adapters-tls-no-certificate",
            Self::NoKey { .. } => "adapters-tls-no-key",
            Self::KeyKind { .. } => "adapters-tls-key-kind",
            Self::OtherKey { .. } => "adapters-tls-other-key",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        let mut args = vec![("path", self.path().display().to_string())];
        if let Self::Unreadable { source, .. } = self {
            args.push(("cause", source.to_string()));
        }
        args
    }
}

/// The P-256 key of a node's pages.
#[derive(Clone, Debug)]
pub struct PageKey {
    signing: Arc<dyn SigningKey>,
    point: [u8; POINT],
}

impl PageKey {
    /// The key that follows from a secret key, always the same.
    pub fn derive(secret: &SecretKey) -> Self {
        let drawn = Hkdf::<Sha256>::new(None, secret.expose());
        Self::first((0..=u8::MAX).map(|number| {
            let mut scalar = Zeroizing::new([0; 32]);
            drawn
                .expand_multi_info(&[SCALAR, &[number]], scalar.as_mut())
                .expect("32 bytes are within what HKDF-SHA-256 gives");
            scalar
        }))
    }

    /// The first of several numbers that is a scalar: from 1 to below the order of the curve. One in 2^32 is not.
    fn first(mut scalars: impl Iterator<Item = Zeroizing<[u8; 32]>>) -> Self {
        scalars.find_map(|scalar| Self::of(&scalar)).expect("256 misses in a row have the chance 2^-8192")
    }

    fn of(scalar: &[u8; 32]) -> Option<Self> {
        let mut sec1 = Zeroizing::new([0; SEC1.len() + 32 + SEC1_CURVE.len()]);
        sec1[..SEC1.len()].copy_from_slice(&SEC1);
        sec1[SEC1.len()..][..32].copy_from_slice(scalar);
        sec1[SEC1.len() + 32..].copy_from_slice(&SEC1_CURVE);
        let signing =
            any_supported_type(&PrivateKeyDer::Sec1(PrivateSec1KeyDer::from(sec1.as_slice()))).ok()?;
        let point = *signing.public_key()?.last_chunk()?;
        Some(Self { signing, point })
    }
}

/// A certificate that a node makes for its own pages, in DER. Where it is kept is the caller's business: a signature of
/// ECDSA is never the same twice, so another one would have another fingerprint.
///
/// It says what browsers ask for (the names, that it is of a server) and nothing about anybody.
///
/// # Panics
/// Without a name.
pub fn make_page_certificate(key: &PageKey, names: &[Name]) -> Vec<u8> {
    let first = names.first().expect("pages have a name");
    let common = match first {
        // A common name has at most 64 letters (RFC 5280, appendix A.1); browsers read the other names only.
        Name::Dns(name) if name.len() > 64 => name[..64].to_owned(),
        Name::Dns(name) => name.clone(),
        Name::Address(address) => address.to_string(),
    };
    let serial = Sha256Digest::of(&key.point);
    let mut params = undated(&common, &serial.as_bytes()[..SERIAL_BYTES]);
    params.subject_alt_names = names.iter().map(alternative).collect();
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    params.self_signed(&P256(key)).expect("the parameters are complete and the key is P-256").der().to_vec()
}

fn alternative(name: &Name) -> SanType {
    match name {
        Name::Dns(name) => SanType::DnsName(name.clone().try_into().expect("a name of the DNS is ASCII")),
        Name::Address(address) => SanType::IpAddress(canonical(*address)),
    }
}

/// An address of IPv4 that is written as one of IPv6 is asked for as one of IPv4.
fn canonical(address: IpAddr) -> IpAddr {
    address.to_canonical()
}

struct P256<'a>(&'a PageKey);

impl rcgen::PublicKeyData for P256<'_> {
    fn der_bytes(&self) -> &[u8] {
        &self.0.point
    }

    fn algorithm(&self) -> &'static rcgen::SignatureAlgorithm {
        &rcgen::PKCS_ECDSA_P256_SHA256
    }
}

impl rcgen::SigningKey for P256<'_> {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, rcgen::Error> {
        let signer = self.0.signing.choose_scheme(&[SignatureScheme::ECDSA_NISTP256_SHA256]);
        signer.and_then(|signer| signer.sign(message).ok()).ok_or(rcgen::Error::RemoteKeyError)
    }
}

/// How the pages are served to browsers: TLS 1.3, by preference with the hybrid key exchange X25519MLKEM768.
#[derive(Clone)]
pub struct PageTls {
    config: Arc<ServerConfig>,
    fingerprint: Sha256Digest,
    own: bool,
}

impl PageTls {
    /// With a chain of certificates and the key of the first, from files in PEM.
    ///
    /// Whether names and dates of the certificate are right shows in every browser; it is not checked here.
    ///
    /// # Errors
    /// Fails for files that cannot be read, hold something else, or do not belong together, and for a key that every
    /// user may read.
    pub fn from_files(certificate: &Path, key: &Path) -> Result<Self, PageTlsError> {
        let no_certificate = || PageTlsError::NoCertificate { path: certificate.to_owned() };
        let no_key = || PageTlsError::NoKey { path: key.to_owned() };
        let chain = read(certificate, false)?;
        let chain: Vec<CertificateDer<'static>> =
            CertificateDer::pem_slice_iter(&chain).collect::<Result<_, _>>().map_err(|_| no_certificate())?;
        let pem = read(key, true)?;
        let private = Zeroizing::new(PrivateKeyDer::from_pem_slice(&pem).map_err(|_| no_key())?);
        let signing = any_supported_type(&private).map_err(|_| no_key())?;
        if signing.choose_scheme(OF_BROWSERS).is_none() {
            return Err(PageTlsError::KeyKind { path: key.to_owned() });
        }
        Self::new(chain, signing, certificate, false)
    }

    /// With a certificate that [`make_page_certificate`] made for this key, kept at `path`.
    ///
    /// # Errors
    /// Fails when the file holds something else.
    pub fn own(key: &PageKey, path: &Path) -> Result<Self, PageTlsError> {
        let certificate = CertificateDer::from(read(path, false)?.to_vec());
        Self::new(vec![certificate], Arc::clone(&key.signing), path, true)
    }

    fn new(
        chain: Vec<CertificateDer<'static>>,
        signing: Arc<dyn SigningKey>,
        path: &Path,
        own: bool,
    ) -> Result<Self, PageTlsError> {
        let certified = CertifiedKey::new(chain, signing);
        certified.keys_match().map_err(|error| match error {
            Error::InconsistentKeys(InconsistentKeys::KeyMismatch) => {
                PageTlsError::OtherKey { path: path.to_owned() }
            }
            _ => PageTlsError::NoCertificate { path: path.to_owned() },
        })?;
        let fingerprint = certified.end_entity_cert().map(|first| Sha256Digest::of(first));
        let fingerprint = fingerprint.map_err(|_| PageTlsError::NoCertificate { path: path.to_owned() })?;
        // A browser that knows no hybrid key exchange yet is served all the same; the officer cannot choose another.
        let groups = vec![kx_group::X25519MLKEM768, kx_group::X25519, kx_group::SECP256R1];
        let config = ServerConfig::builder_with_provider(provider(groups, DEFAULT_CIPHER_SUITES.to_vec()))
            .with_protocol_versions(&[&TLS13])
            .expect("the provider has suites of TLS 1.3")
            .with_no_client_auth()
            .with_cert_resolver(Arc::new(SingleCertAndKey::from(certified)));
        Ok(Self { config: Arc::new(each_connection_anew(config)), fingerprint, own })
    }

    /// For the server.
    pub fn config(&self) -> Arc<ServerConfig> {
        Arc::clone(&self.config)
    }

    /// Whether the node made the certificate itself.
    pub fn is_own(&self) -> bool {
        self.own
    }

    /// SHA-256 of the certificate.
    pub fn fingerprint(&self) -> Sha256Digest {
        self.fingerprint
    }

    /// The fingerprint as browsers show it: pairs of hexadecimal digits with colons between.
    pub fn shown_fingerprint(&self) -> String {
        self.fingerprint.as_bytes().map(|byte| format!("{byte:02X}")).join(":")
    }
}

/// The bytes of a file. One with a secret is refused when every user may read it.
fn read(path: &Path, secret: bool) -> Result<Zeroizing<Vec<u8>>, PageTlsError> {
    let read = || {
        let file = if secret { secret_file::open(path)? } else { File::open(path)? };
        let bytes = secret_file::read(file, MAX_PEM_BYTES)?;
        if bytes.len() > MAX_PEM_BYTES {
            return Err(Unfit::Unreadable(io::ErrorKind::FileTooLarge.into()));
        }
        Ok(bytes)
    };
    read().map_err(|unfit| match unfit {
        Unfit::Unreadable(source) => PageTlsError::Unreadable { path: path.to_owned(), source },
        Unfit::Open => PageTlsError::FileOpen { path: path.to_owned() },
    })
}

#[cfg(test)]
mod tests;
