//! The certificate that a node makes for its pages, and those that an administrator brings.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;

use rustls::crypto::aws_lc_rs::default_provider;
use rustls::crypto::{CryptoProvider, SupportedKxGroup};
use rustls::{ClientConfig, NamedGroup, RootCertStore};
use tempfile::TempDir;

use super::*;
use crate::tls::Identity;
use crate::tls::tests::shake;

fn key(number: u8) -> PageKey {
    PageKey::derive(&SecretKey::from_bytes([number; 32]))
}

fn names() -> Vec<Name> {
    ["node.example.org", "192.0.2.7", "2001:db8::1"].map(|name| name.parse().unwrap()).to_vec()
}

/// The order of the curve (SEC 2 §2.4.2).
const ORDER: &str = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";

fn scalar(text: &str) -> Zeroizing<[u8; 32]> {
    Zeroizing::new(hex::decode(text).unwrap().try_into().unwrap())
}

#[test]
fn a_p256_key_as_in_rfc_6979_appendix_a_2_5() {
    let key =
        PageKey::of(&scalar("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721")).unwrap();
    let x = "60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6";
    let y = "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299";
    assert_eq!(hex::encode(key.point), format!("04{x}{y}"));
}

#[test]
fn a_number_that_is_no_scalar_is_passed_over() {
    let last = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632550";
    for wrong in [&"00".repeat(32), ORDER, &"ff".repeat(32)] {
        assert!(PageKey::of(&scalar(wrong)).is_none(), "{wrong}");
    }
    let first = PageKey::first([ORDER, last].map(scalar).into_iter());
    assert_eq!(first.point, PageKey::of(&scalar(last)).unwrap().point);
}

#[test]
fn the_key_follows_from_the_secret_alone() {
    assert_eq!(key(1).point, key(1).point);
    assert_ne!(key(1).point, key(2).point);
    assert!(!format!("{:?}", key(1)).contains(&"01".repeat(8)));
}

struct Files(TempDir);

impl Files {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        use io::Write as _;
        let path = self.0.path().join(name);
        File::create(&path).unwrap().write_all(bytes).unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
        path
    }

    fn pem(&self, name: &str, label: &str, der: &[u8]) -> PathBuf {
        self.file(name, pem(label, der).as_bytes())
    }
}

/// RFC 7468, by hand: the reader that is tested comes from elsewhere.
fn pem(label: &str, der: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for (at, group) in der.chunks(3).enumerate() {
        if at % 16 == 0 {
            text.push('\n');
        }
        let bits = (0..3).fold(0_usize, |bits, at| bits << 8 | usize::from(*group.get(at).unwrap_or(&0)));
        for place in 0..4 {
            let letter = char::from(LETTERS[bits >> (18 - 6 * place) & 63]);
            text.push(if place <= group.len() { letter } else { '=' });
        }
    }
    format!("-----BEGIN {label}-----{text}\n-----END {label}-----\n")
}

fn private(number: u8) -> Vec<u8> {
    [&SEC1[..], &[number; 32], &SEC1_CURVE].concat()
}

fn of_private(number: u8) -> PageKey {
    PageKey::of(&[number; 32]).unwrap()
}

fn browser(certificate: &[u8], kx_groups: Vec<&'static dyn SupportedKxGroup>) -> Arc<ClientConfig> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from(certificate.to_vec())).unwrap();
    let provider = CryptoProvider { kx_groups, ..default_provider() };
    let config = ClientConfig::builder_with_provider(Arc::new(provider)).with_protocol_versions(&[&TLS13]);
    Arc::new(config.unwrap().with_root_certificates(roots).with_no_client_auth())
}

/// The key exchanges of a browser of 2026, in its order.
fn as_today() -> Vec<&'static dyn SupportedKxGroup> {
    vec![kx_group::X25519MLKEM768, kx_group::X25519, kx_group::SECP256R1, kx_group::SECP384R1]
}

#[test]
fn a_browser_that_trusts_the_certificate_is_served() {
    let files = Files::new();
    let certificate = make_page_certificate(&key(1), &names());
    let pages = PageTls::own(&key(1), &files.file("pages.crt", &certificate)).unwrap();
    assert!(pages.is_own());
    assert_eq!(pages.fingerprint(), Sha256Digest::of(&certificate));
    assert_eq!(pages.shown_fingerprint().replace(':', "").to_lowercase(), pages.fingerprint().to_string());
    assert_eq!(pages.shown_fingerprint().len(), 95);

    let (client, server) = shake(browser(&certificate, as_today()), pages.config()).unwrap();
    assert_eq!(client.negotiated_key_exchange_group().unwrap().name(), NamedGroup::X25519MLKEM768);
    assert_eq!(client.tls13_tickets_received(), 0);
    assert_eq!(crate::tls::peer(&server), None);
    for (group, name) in
        [(kx_group::X25519, NamedGroup::X25519), (kx_group::SECP256R1, NamedGroup::secp256r1)]
    {
        let (client, _) = shake(browser(&certificate, vec![group]), pages.config()).unwrap();
        assert_eq!(client.negotiated_key_exchange_group().unwrap().name(), name);
    }
    let other = make_page_certificate(&key(2), &names());
    assert!(shake(browser(&other, as_today()), pages.config()).is_err());
}

#[test]
fn files_of_an_administrator_are_taken_when_they_belong_together() {
    let files = Files::new();
    let certificate = make_page_certificate(&of_private(1), &names());
    let crt = files.pem("a.crt", "CERTIFICATE", &certificate);
    let key = files.pem("a.key", "EC PRIVATE KEY", &private(1));
    let pages = PageTls::from_files(&crt, &key).unwrap();
    assert!(!pages.is_own());
    assert_eq!(pages.fingerprint(), Sha256Digest::of(&certificate));
    shake(browser(&certificate, as_today()), pages.config()).unwrap();

    let code = |crt: &Path, key: &Path| PageTls::from_files(crt, key).err().unwrap().code();
    let other = files.pem("b.key", "EC PRIVATE KEY", &private(2));
    assert_eq!(code(&crt, &other), "adapters-tls-other-key");
    assert_eq!(code(&key, &key), "adapters-tls-no-certificate");
    assert_eq!(code(&crt, &crt), "adapters-tls-no-key");
    assert_eq!(code(&files.file("empty", b""), &key), "adapters-tls-no-certificate");
    assert_eq!(code(&files.pem("c.crt", "CERTIFICATE", b"no DER"), &key), "adapters-tls-no-certificate");
    assert_eq!(code(&crt, &files.pem("c.key", "PRIVATE KEY", b"no DER")), "adapters-tls-no-key");
    assert_eq!(code(&files.0.path().join("absent"), &key), "adapters-tls-file");

    // The node's own kind of key, which no browser offers.
    let node = comity_record::sign::SigningKey::from_seed(&[1; 32]);
    let node_crt = files.pem("n.crt", "CERTIFICATE", Identity::of(&node).certificate());
    let node_key = [&crate::tls::PKCS8[..], &[1; 32]].concat();
    assert_eq!(code(&node_crt, &files.pem("n.key", "PRIVATE KEY", &node_key)), "adapters-tls-key-kind");
}

#[test]
fn a_private_key_that_everybody_may_read_is_refused() {
    let files = Files::new();
    let crt = files.pem("a.crt", "CERTIFICATE", &make_page_certificate(&of_private(1), &names()));
    let key = files.pem("a.key", "EC PRIVATE KEY", &private(1));
    for (mode, code) in [(0o640, None), (0o604, Some("adapters-tls-file-open"))] {
        fs::set_permissions(&key, Permissions::from_mode(mode)).unwrap();
        assert_eq!(PageTls::from_files(&crt, &key).err().map(|error| error.code()), code);
    }
}

#[test]
fn a_file_is_read_up_to_its_limit() {
    let files = Files::new();
    let key = files.pem("a.key", "EC PRIVATE KEY", &private(1));
    let pem = pem("CERTIFICATE", &make_page_certificate(&of_private(1), &names()));
    let most = MAX_PEM_BYTES;
    let padded = |length: usize| [pem.as_bytes(), &vec![b'\n'; length - pem.len()]].concat();
    assert!(PageTls::from_files(&files.file("a.crt", &padded(most)), &key).is_ok());
    let error = PageTls::from_files(&files.file("b.crt", &padded(most + 1)), &key).err().unwrap();
    assert_eq!(error.code(), "adapters-tls-file");
}

#[test]
fn a_kept_certificate_that_is_of_another_key_is_refused() {
    let files = Files::new();
    let path = files.file("pages.crt", &make_page_certificate(&key(2), &names()));
    let error = PageTls::own(&key(1), &path).err().unwrap();
    assert_eq!(error.code(), "adapters-tls-other-key");
    assert_eq!(error.args(), [("path", path.display().to_string())]);
}

#[test]
fn a_long_name_is_in_the_certificate_whole() {
    let long = format!("{}.{}.example.org", "a".repeat(63), "b".repeat(63));
    let certificate = make_page_certificate(&key(1), &[long.parse().unwrap()]);
    assert!(certificate.windows(long.len()).any(|window| window == long.as_bytes()));
}
