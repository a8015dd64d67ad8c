//! Handshakes in memory: every way to come with something else than the expected key.

use std::sync::atomic::{AtomicBool, Ordering};

use rustls::client::danger::ServerCertVerifier;
use rustls::sign::Signer;
use rustls::{
    ClientConnection, HandshakeKind, NamedGroup, ProtocolVersion, ServerConnection, SignatureAlgorithm,
};

use super::*;

fn node(number: u8) -> SigningKey {
    SigningKey::from_seed(&[number; 32])
}

fn key(number: u8) -> VerifyingKey {
    node(number).verifying_key()
}

fn identity(number: u8) -> Identity {
    Identity::of(&node(number))
}

/// The identity of one key that shows another certificate.
fn showing(number: u8, certificate: CertificateDer<'static>) -> Identity {
    let mine = identity(number);
    let certified = CertifiedKey::new(vec![certificate.clone()], signing_key(&node(number)));
    Identity { certificate, certified: Arc::new(certified.into()), ..mine }
}

fn known(keys: &[u8]) -> Arc<dyn KnownKeys> {
    let keys: Vec<_> = keys.iter().map(|number| key(*number)).collect();
    Arc::new(move |key: &VerifyingKey| keys.contains(key))
}

/// Both ends of a handshake that has finished.
type Ends = (ClientConnection, ServerConnection);

/// Moves bytes between the two until neither has more to say. The first error, and whose it is.
pub(super) fn shake(
    client: Arc<ClientConfig>,
    server: Arc<ServerConfig>,
) -> Result<Ends, (&'static str, Error)> {
    let name = ServerName::try_from("node.example.org").unwrap();
    let mut client = ClientConnection::new(client, name).map_err(|error| ("client", error))?;
    let mut server = ServerConnection::new(server).unwrap();
    loop {
        let mut moved = 0;
        let mut wire = Vec::new();
        while client.wants_write() {
            moved += client.write_tls(&mut wire).unwrap();
        }
        let mut wire = wire.as_slice();
        while !wire.is_empty() {
            server.read_tls(&mut wire).unwrap();
            server.process_new_packets().map_err(|error| ("server", error))?;
        }
        let mut wire = Vec::new();
        while server.wants_write() {
            moved += server.write_tls(&mut wire).unwrap();
        }
        let mut wire = wire.as_slice();
        while !wire.is_empty() {
            client.read_tls(&mut wire).unwrap();
            client.process_new_packets().map_err(|error| ("client", error))?;
        }
        if moved == 0 {
            assert!(!client.is_handshaking() && !server.is_handshaking(), "they wait for each other");
            return Ok((client, server));
        }
    }
}

#[test]
fn an_ed25519_key_as_in_rfc_8410_section_10() {
    let seed = "d4ee72dbf913584ad5b6d8f1f769f8ad3afe7c28cbf1d4fbe097a88f44755842";
    let key = SigningKey::from_seed(&hex::decode(seed).unwrap().try_into().unwrap());
    let public = "19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1";
    let identity = Identity::of(&key);
    assert_eq!(identity.key().to_string(), public);
    assert_eq!(key_of(identity.certificate()).unwrap(), identity.key());
    let spki = hex::decode(format!("302a300506032b6570032100{public}")).unwrap();
    assert!(identity.certificate().windows(spki.len()).any(|window| window == spki));
}

#[test]
fn the_same_key_gives_the_same_certificate() {
    assert_eq!(identity(1).certificate(), identity(1).certificate());
    assert_ne!(identity(1).certificate(), identity(2).certificate());
    // The private key is in neither text.
    let shown = format!("{:?} {:?}", identity(1), client(&identity(1), key(2)));
    assert!(!shown.contains(&hex::encode([1; 32])) && !shown.contains("1, 1, 1, 1"), "{shown}");
}

#[test]
fn two_nodes_that_expect_each_other_meet() {
    let (client, server) = shake(client(&identity(1), key(2)), server(&identity(2), known(&[1, 3]))).unwrap();
    assert_eq!((peer(&client), peer(&server)), (Some(key(2)), Some(key(1))));
    let ends: [&CommonState; 2] = [&client, &server];
    for end in ends {
        assert_eq!(end.protocol_version(), Some(ProtocolVersion::TLSv1_3));
        let group = end.negotiated_key_exchange_group().unwrap().name();
        assert_eq!(group, NamedGroup::X25519MLKEM768);
        assert_eq!(end.handshake_kind(), Some(HandshakeKind::Full));
        assert_eq!(end.alpn_protocol(), Some(HTTP));
    }
    assert_eq!(server.server_name(), None);
}

#[test]
fn nobody_is_known_before_the_handshake_has_ended() {
    let server = ServerConnection::new(server(&identity(2), known(&[1]))).unwrap();
    assert_eq!(peer(&server), None);
}

#[test]
fn a_server_with_another_key_is_refused() {
    let (who, error) = shake(client(&identity(1), key(2)), server(&identity(3), known(&[1]))).unwrap_err();
    assert_eq!((who, UnexpectedKey::of(&error)), ("client", Some(UnexpectedKey(key(3)))));
}

#[test]
fn a_client_that_is_not_known_is_refused() {
    let (who, error) = shake(client(&identity(3), key(2)), server(&identity(2), known(&[1]))).unwrap_err();
    assert_eq!((who, UnexpectedKey::of(&error)), ("server", Some(UnexpectedKey(key(3)))));
}

#[test]
fn an_agreement_that_ends_counts_for_the_next_handshake_and_no_ticket_leads_round_it() {
    let in_force = Arc::new(AtomicBool::new(true));
    let asked = Arc::clone(&in_force);
    let known = Arc::new(move |_: &VerifyingKey| asked.load(Ordering::Relaxed));
    let (client, server) = (client(&identity(1), key(2)), server(&identity(2), known));
    let (met, _) = shake(Arc::clone(&client), Arc::clone(&server)).unwrap();
    assert_eq!(met.tls13_tickets_received(), 0);
    let (again, _) = shake(Arc::clone(&client), Arc::clone(&server)).unwrap();
    assert_eq!(again.handshake_kind(), Some(HandshakeKind::Full));
    in_force.store(false, Ordering::Relaxed);
    let (who, error) = shake(client, server).unwrap_err();
    assert_eq!((who, UnexpectedKey::of(&error)), ("server", Some(UnexpectedKey(key(1)))));
}

#[test]
fn a_client_without_a_certificate_is_refused() {
    let nameless = ClientConfig::builder_with_provider(between_nodes())
        .with_protocol_versions(&[&TLS13])
        .unwrap()
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(Expects(key(2))))
        .with_no_client_auth();
    let (who, error) = shake(Arc::new(nameless), server(&identity(2), known(&[1]))).unwrap_err();
    assert_eq!((who, error), ("server", Error::NoCertificatesPresented));
}

/// A certificate of node 1 that is long over, for a name and a use that have nothing to do with it, and signed by
/// somebody else.
fn odd_certificate() -> CertificateDer<'static> {
    let mut params = undated("elsewhere.example.org", &[1]);
    params.not_before = rcgen::date_time_ymd(1990, 1, 1);
    params.not_after = rcgen::date_time_ymd(1991, 1, 1);
    params.subject_alt_names = vec![rcgen::SanType::Rfc822Name("somebody@example.org".try_into().unwrap())];
    params.extended_key_usages = vec![rcgen::ExtendedKeyUsagePurpose::EmailProtection];
    let (mine, other) = (node(1), node(9));
    let other = Ed25519 { key: &other, public: other.verifying_key() };
    let issuer = rcgen::Issuer::new(undated("issuer", &[9]), other);
    let mine = Ed25519 { key: &mine, public: mine.verifying_key() };
    params.signed_by(&mine, &issuer).unwrap().der().clone()
}

#[test]
fn an_odd_certificate_with_the_right_key_is_accepted() {
    let odd = odd_certificate();
    assert_eq!(key_of(&odd).unwrap(), key(1));
    shake(client(&showing(1, odd.clone()), key(2)), server(&identity(2), known(&[1]))).unwrap();
    shake(client(&identity(2), key(1)), server(&showing(1, odd), known(&[2]))).unwrap();
}

#[test]
fn a_certificate_without_its_private_key_is_worth_nothing() {
    let copied = || CertificateDer::from(identity(1).certificate().to_vec());
    let bad = |error| error == Error::InvalidCertificate(CertificateError::BadSignature);
    let (who, error) =
        shake(client(&showing(3, copied()), key(2)), server(&identity(2), known(&[1]))).unwrap_err();
    assert!(who == "server" && bad(error));
    let (who, error) =
        shake(client(&identity(2), key(1)), server(&showing(3, copied()), known(&[2]))).unwrap_err();
    assert!(who == "client" && bad(error));
}

#[test]
fn a_key_of_another_kind_is_refused() {
    let pages = PageKey::derive(&comity_record::key::SecretKey::from_bytes([1; 32]));
    let certificate = make_page_certificate(&pages, &["node.example.org".parse().unwrap()]);
    assert!(key_of(&certificate).is_err());
    assert!(key_of(b"").is_err() && key_of(&identity(1).certificate()[1..]).is_err());
}

/// Takes whatever key a server has, and verifies as the library does.
#[derive(Debug)]
struct AnyKey(Option<VerifyingKey>);

impl ServerCertVerifier for AnyKey {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        _: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let Some(key) = &self.0 else { return Ok(HandshakeSignatureValid::assertion()) };
        let spki = SubjectPublicKeyInfoDer::from([&SPKI[..], key.as_bytes()].concat());
        let algorithms = default_provider().signature_verification_algorithms;
        verify_tls13_signature_with_raw_key(message, &spki, signed, &algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        vec![SignatureScheme::ED25519]
    }
}

fn lax_client(
    provider: Arc<CryptoProvider>,
    version: &'static rustls::SupportedProtocolVersion,
) -> ClientConfig {
    let mine = identity(1);
    ClientConfig::builder_with_provider(provider)
        .with_protocol_versions(&[version])
        .unwrap()
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(AnyKey(None)))
        .with_client_cert_resolver(mine.certified)
}

#[test]
fn tls_1_2_is_refused_by_either_end() {
    let old = lax_client(Arc::new(default_provider()), &rustls::version::TLS12);
    let (who, error) = shake(Arc::new(old), server(&identity(2), known(&[1]))).unwrap_err();
    assert_eq!((who, error), ("server", PeerIncompatible::Tls12NotOfferedOrEnabled.into()));
    let old = ServerConfig::builder_with_provider(Arc::new(default_provider()))
        .with_protocol_versions(&[&rustls::version::TLS12])
        .unwrap()
        .with_no_client_auth()
        .with_cert_resolver(identity(2).certified);
    let (_, error) = shake(client(&identity(1), key(2)), Arc::new(old)).unwrap_err();
    assert_eq!(error, PeerIncompatible::Tls12NotOfferedOrEnabled.into());
}

#[test]
fn a_key_exchange_without_a_lattice_is_refused_by_either_end() {
    let classical =
        || provider(vec![kx_group::X25519, kx_group::SECP256R1], between_nodes().cipher_suites.clone());
    let theirs = lax_client(classical(), &TLS13);
    let (who, error) = shake(Arc::new(theirs), server(&identity(2), known(&[1]))).unwrap_err();
    assert_eq!((who, error), ("server", PeerIncompatible::NoKxGroupsInCommon.into()));
    let theirs = ServerConfig::builder_with_provider(classical())
        .with_protocol_versions(&[&TLS13])
        .unwrap()
        .with_no_client_auth()
        .with_cert_resolver(identity(2).certified);
    let (who, error) = shake(client(&identity(1), key(2)), Arc::new(theirs)).unwrap_err();
    assert_eq!((who, error), ("server", PeerIncompatible::NoKxGroupsInCommon.into()));
}

/// Signs under the key of order 1, of which everybody has the private half: the neutral element, and zero.
#[derive(Debug)]
struct Nobody;

const NEUTRAL: [u8; 32] = {
    let mut point = [0; 32];
    point[0] = 1;
    point
};

impl rustls::sign::SigningKey for Nobody {
    fn choose_scheme(&self, offered: &[SignatureScheme]) -> Option<Box<dyn Signer>> {
        offered.contains(&SignatureScheme::ED25519).then(|| Box::new(Self) as Box<dyn Signer>)
    }

    fn algorithm(&self) -> SignatureAlgorithm {
        SignatureAlgorithm::ED25519
    }
}

impl Signer for Nobody {
    fn sign(&self, _: &[u8]) -> Result<Vec<u8>, Error> {
        Ok([NEUTRAL, [0; 32]].concat())
    }

    fn scheme(&self) -> SignatureScheme {
        SignatureScheme::ED25519
    }
}

#[test]
fn a_key_under_which_everybody_can_sign_is_refused() {
    let weak = VerifyingKey::from_bytes(NEUTRAL);
    let mine = node(1);
    let params = undated("weak", &[1]);
    let certificate = params.self_signed(&Ed25519 { key: &mine, public: weak }).unwrap().der().clone();
    assert_eq!(key_of(&certificate).unwrap(), weak);
    let certified = Arc::new(CertifiedKey::new(vec![certificate.clone()], Arc::new(Nobody)));
    let nobody = Identity { key: weak, certificate, certified: Arc::new(certified.into()) };
    // The library alone would take it.
    let lax = ClientConfig::builder_with_provider(between_nodes())
        .with_protocol_versions(&[&TLS13])
        .unwrap()
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(AnyKey(Some(weak))))
        .with_client_cert_resolver(identity(1).certified);
    shake(Arc::new(lax), server(&nobody, known(&[1]))).unwrap();

    let bad = Error::from(CertificateError::BadSignature);
    let (who, error) = shake(client(&identity(1), weak), server(&nobody, known(&[1]))).unwrap_err();
    assert_eq!((who, &error), ("client", &bad));
    let all = Arc::new(|_: &VerifyingKey| true);
    let (who, error) = shake(client(&nobody, key(2)), server(&identity(2), all)).unwrap_err();
    assert_eq!((who, &error), ("server", &bad));
}
