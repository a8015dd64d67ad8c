//! TLS between nodes, with keys in the place of authorities, and TLS for the pages of a node.
//!
//! Two nodes know each other by an agreement that both signed, and the agreement names the Ed25519 key of each. That
//! key is all that the wire proves: [`client`] accepts exactly the one key that is expected, [`server`] any key
//! that is known at that moment, and both ends present their own. TLS wants the key in a certificate, so
//! [`Identity`] wraps it in one that it signs itself.
//!
//! Nothing else in that certificate counts. A name or a date would say something only if somebody stood for it,
//! and nobody does: there is no certificate authority above two states. The agreement says from when and until when
//! a key is used, and it is asked on every message. So an expired certificate with the right key is accepted, and a
//! perfect one with another key is not.
//!
//! What holds on such a connection:
//! - TLS 1.3 (RFC 8446) and no other version, and the key exchange X25519MLKEM768 (draft-ietf-tls-ecdhe-mlkem) and no
//!   other: what is recorded today is not opened by whoever can break elliptic curves later. Both ends are nodes, so
//!   there is no older partner for whom a weaker exchange would have to be kept.
//! - Every connection is a whole handshake: no tickets, no resumption, no data before the handshake has ended. A key
//!   that is no longer known therefore cannot come back in on what it was given earlier.
//! - No server name is sent: the door has one key whatever it is called, and the wire need not learn a name.
//!
//! The node's key also signs entries' seals and checkpoints. A signature of the one kind cannot be shown as one of
//! another: TLS signs 64 spaces and a context (RFC 8446 §4.4.3), X.509 a DER sequence, COSE a CBOR array,
//! a checkpoint lines of text, and none of these begins like another.

mod pages;

use std::fmt;
use std::sync::Arc;

use comity_record::sign::{SigningKey, VerifyingKey};
use rcgen::{CertificateParams, DistinguishedName, DnType, KeyUsagePurpose, SerialNumber};
use rustls::client::Resumption;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::aws_lc_rs::sign::any_supported_type;
use rustls::crypto::aws_lc_rs::{cipher_suite, default_provider, kx_group};
use rustls::crypto::{CryptoProvider, SupportedKxGroup, verify_tls13_signature_with_raw_key};
use rustls::pki_types::{
    CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer, ServerName, SubjectPublicKeyInfoDer, UnixTime,
};
use rustls::server::danger::{ClientCertVerified, ClientCertVerifier};
use rustls::server::{NoServerSessionStorage, ParsedCertificate};
use rustls::sign::{CertifiedKey, SingleCertAndKey};
use rustls::version::TLS13;
use rustls::{
    CertificateError, ClientConfig, CommonState, DigitallySignedStruct, DistinguishedName as HintedName,
    Error, OtherError, PeerIncompatible, PeerMisbehaved, RootCertStore, ServerConfig, SignatureScheme,
    SupportedCipherSuite,
};
use zeroize::Zeroizing;

pub use pages::{MAX_PEM_BYTES, PageKey, PageTls, PageTlsError, make_page_certificate};

/// The application protocol (RFC 7301), so that a connection meant for another protocol ends in the handshake.
const HTTP: &[u8] = b"http/1.1";

/// The SubjectPublicKeyInfo of an Ed25519 key up to the key (RFC 8410 §4): two sequences, the identifier 1.3.101.112
/// without parameters, a bit string of 256 bits. There is one spelling of it in DER.
const SPKI: [u8; 12] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];

/// A PKCS #8 document of an Ed25519 seed up to the seed (RFC 8410 §7).
const PKCS8: [u8; 16] =
    [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

/// A node as it shows itself on the wire: its key, in a certificate that says nothing else.
#[derive(Clone)]
pub struct Identity {
    key: VerifyingKey,
    certificate: CertificateDer<'static>,
    certified: Arc<SingleCertAndKey>,
}

impl Identity {
    /// The identity of a node's key. The same key gives the same certificate.
    pub fn of(key: &SigningKey) -> Self {
        let certificate = certificate(key);
        let certified = CertifiedKey::new(vec![certificate.clone()], signing_key(key));
        Self { key: key.verifying_key(), certificate, certified: Arc::new(certified.into()) }
    }

    /// The node's public key.
    pub fn key(&self) -> VerifyingKey {
        self.key
    }

    /// The certificate, in DER.
    pub fn certificate(&self) -> &[u8] {
        &self.certificate
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Identity").field(&self.key).finish()
    }
}

/// Who is known. Asked in every handshake, so that an agreement that came or ended while the node serves counts at
/// once.
pub trait KnownKeys: Send + Sync {
    /// Whether an agreement in force names this key as a node's.
    fn knows(&self, key: &VerifyingKey) -> bool;
}

impl<F: Fn(&VerifyingKey) -> bool + Send + Sync> KnownKeys for F {
    fn knows(&self, key: &VerifyingKey) -> bool {
        self(key)
    }
}

/// The other end has a key that is not expected there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the other end has the key {0}, which is not expected")]
pub struct UnexpectedKey(pub VerifyingKey);

impl UnexpectedKey {
    /// The key, if that is why a handshake failed.
    pub fn of(error: &Error) -> Option<Self> {
        match error {
            Error::InvalidCertificate(CertificateError::Other(OtherError(cause))) => {
                cause.downcast_ref().copied()
            }
            _ => None,
        }
    }

    fn error(key: VerifyingKey) -> Error {
        CertificateError::Other(OtherError(Arc::new(Self(key)))).into()
    }
}

/// How to speak to the one node that has the key `expected`.
pub fn client(identity: &Identity, expected: VerifyingKey) -> Arc<ClientConfig> {
    let mut config = ClientConfig::builder_with_provider(between_nodes())
        .with_protocol_versions(&[&TLS13])
        .expect("the provider has suites of TLS 1.3")
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(Expects(expected)))
        .with_client_cert_resolver(identity.certified.clone());
    config.resumption = Resumption::disabled();
    config.enable_sni = false;
    config.alpn_protocols = vec![HTTP.to_vec()];
    Arc::new(config)
}

/// How to speak to a server that is no node and shows a certificate under one of `authorities`, for the name by which it
/// is called. By TLS 1.3 as well, with whichever key exchange it knows.
pub(crate) fn client_under(authorities: RootCertStore) -> ClientConfig {
    let mut config = ClientConfig::builder_with_provider(Arc::new(default_provider()))
        .with_protocol_versions(&[&TLS13])
        .expect("the provider has suites of TLS 1.3")
        .with_root_certificates(authorities)
        .with_no_client_auth();
    config.resumption = Resumption::disabled();
    config.alpn_protocols = vec![HTTP.to_vec()];
    config
}

/// How to be spoken to by nodes that are known. A client without a certificate is refused in the handshake.
pub fn server(identity: &Identity, known: Arc<dyn KnownKeys>) -> Arc<ServerConfig> {
    let config = ServerConfig::builder_with_provider(between_nodes())
        .with_protocol_versions(&[&TLS13])
        .expect("the provider has suites of TLS 1.3")
        .with_client_cert_verifier(Arc::new(Knows(known)))
        .with_cert_resolver(identity.certified.clone());
    Arc::new(each_connection_anew(config))
}

/// The key that the other end of a finished handshake has proved. Nothing, when it showed no certificate.
pub fn peer(connection: &CommonState) -> Option<VerifyingKey> {
    if connection.is_handshaking() {
        return None;
    }
    connection.peer_certificates()?.first().and_then(|certificate| key_of(certificate).ok())
}

/// The key in a certificate, which anybody may have written: the certificate proves nothing by itself.
///
/// The certificate is read by the reader of rustls, which knows a limit (a handshake message has at most 64 KiB) and
/// takes strict DER only; what it gives as key is compared byte by byte.
///
/// # Errors
/// Fails for what is no certificate, and for any key but an Ed25519 key of 32 bytes.
pub fn key_of(certificate: &[u8]) -> Result<VerifyingKey, Error> {
    let certificate = CertificateDer::from(certificate);
    let spki = ParsedCertificate::try_from(&certificate)?.subject_public_key_info();
    let key = spki.strip_prefix(&SPKI[..]).and_then(|key| <[u8; 32]>::try_from(key).ok());
    key.map(VerifyingKey::from_bytes).ok_or_else(|| CertificateError::BadEncoding.into())
}

/// Sessions are neither stored nor handed out, and HTTP/1.1 is the one protocol.
fn each_connection_anew(mut config: ServerConfig) -> ServerConfig {
    config.session_storage = Arc::new(NoServerSessionStorage {});
    config.send_tls13_tickets = 0;
    config.alpn_protocols = vec![HTTP.to_vec()];
    config
}

/// The algorithms between nodes: the hybrid key exchange, and ciphers with keys of 256 bits.
fn between_nodes() -> Arc<CryptoProvider> {
    provider(
        vec![kx_group::X25519MLKEM768],
        vec![cipher_suite::TLS13_AES_256_GCM_SHA384, cipher_suite::TLS13_CHACHA20_POLY1305_SHA256],
    )
}

fn provider(
    kx_groups: Vec<&'static dyn SupportedKxGroup>,
    cipher_suites: Vec<SupportedCipherSuite>,
) -> Arc<CryptoProvider> {
    Arc::new(CryptoProvider { kx_groups, cipher_suites, ..default_provider() })
}

/// Whether the handshake was signed by `key`.
///
/// The signature is verified with the key that is expected, not with what a certificate holds, so that two readings of
/// one certificate cannot come apart.
fn proved(
    key: &VerifyingKey,
    message: &[u8],
    signed: &DigitallySignedStruct,
) -> Result<HandshakeSignatureValid, Error> {
    if signed.scheme != SignatureScheme::ED25519 {
        return Err(PeerMisbehaved::SignedHandshakeWithUnadvertisedSigScheme.into());
    }
    let spki = SubjectPublicKeyInfoDer::from([&SPKI[..], key.as_bytes()].concat());
    let algorithms = default_provider().signature_verification_algorithms;
    let valid = verify_tls13_signature_with_raw_key(message, &spki, signed, &algorithms)?;
    // AWS-LC takes keys of small order, under which anybody can sign. Comity takes them nowhere.
    match <&[u8; 64]>::try_from(signed.signature()) {
        Ok(signature) if key.verifies(message, signature) => Ok(valid),
        _ => Err(CertificateError::BadSignature.into()),
    }
}

/// TLS 1.2 is not offered, so nobody signs for it.
fn no_tls12() -> Result<HandshakeSignatureValid, Error> {
    Err(PeerIncompatible::Tls12NotOffered.into())
}

/// The client's side: one key.
#[derive(Debug)]
struct Expects(VerifyingKey);

impl ServerCertVerifier for Expects {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let key = key_of(end_entity)?;
        if key == self.0 { Ok(ServerCertVerified::assertion()) } else { Err(UnexpectedKey::error(key)) }
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        no_tls12()
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        _: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        proved(&self.0, message, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        vec![SignatureScheme::ED25519]
    }
}

/// The server's side: whoever is known.
struct Knows(Arc<dyn KnownKeys>);

impl fmt::Debug for Knows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Knows")
    }
}

impl ClientCertVerifier for Knows {
    /// None: there are no authorities, and a list of known keys would tell every stranger with whom the node works.
    fn root_hint_subjects(&self) -> &[HintedName] {
        &[]
    }

    fn verify_client_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: UnixTime,
    ) -> Result<ClientCertVerified, Error> {
        let key = key_of(end_entity)?;
        if self.0.knows(&key) { Ok(ClientCertVerified::assertion()) } else { Err(UnexpectedKey::error(key)) }
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        no_tls12()
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        proved(&key_of(certificate)?, message, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        vec![SignatureScheme::ED25519]
    }
}

/// The key as the library signs with it.
fn signing_key(key: &SigningKey) -> Arc<dyn rustls::sign::SigningKey> {
    let mut pkcs8 = Zeroizing::new([0; PKCS8.len() + 32]);
    pkcs8[..PKCS8.len()].copy_from_slice(&PKCS8);
    pkcs8[PKCS8.len()..].copy_from_slice(key.seed().as_ref());
    let pkcs8 = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(pkcs8.as_slice()));
    any_supported_type(&pkcs8).expect("every seed is an Ed25519 key")
}

/// The certificate of a key: version 3, from 1970 until the day that RFC 5280 §4.1.2.5 has for "no end", named and
/// numbered after the key.
fn certificate(key: &SigningKey) -> CertificateDer<'static> {
    let id = key.verifying_key().key_id();
    let mut params = undated(&id.to_string(), &id.as_bytes()[..SERIAL_BYTES]);
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    let signer = Ed25519 { key, public: key.verifying_key() };
    params.self_signed(&signer).expect("the parameters are complete and signing cannot fail").der().clone()
}

/// Bytes of a serial number: RFC 5280 §4.1.2.2 allows 20 and a sign.
const SERIAL_BYTES: usize = 16;

fn undated(name: &str, serial: &[u8]) -> CertificateParams {
    const LAST_SECOND: std::time::Duration = std::time::Duration::from_secs(24 * 60 * 60 - 1);
    let mut params = CertificateParams::default();
    params.not_before = rcgen::date_time_ymd(1970, 1, 1);
    params.not_after = rcgen::date_time_ymd(9999, 12, 31) + LAST_SECOND;
    params.serial_number = Some(SerialNumber::from_slice(serial));
    params.distinguished_name = DistinguishedName::new();
    params.distinguished_name.push(DnType::CommonName, name);
    params
}

/// Signs a certificate with the node's key itself, so that no other copy of it is made.
struct Ed25519<'a> {
    key: &'a SigningKey,
    public: VerifyingKey,
}

impl rcgen::PublicKeyData for Ed25519<'_> {
    fn der_bytes(&self) -> &[u8] {
        self.public.as_bytes()
    }

    fn algorithm(&self) -> &'static rcgen::SignatureAlgorithm {
        &rcgen::PKCS_ED25519
    }
}

impl rcgen::SigningKey for Ed25519<'_> {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, rcgen::Error> {
        Ok(self.key.sign_bytes(message).to_vec())
    }
}

#[cfg(test)]
mod tests;
