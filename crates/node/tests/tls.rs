//! Pages with TLS, as browsers elsewhere ask for them.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use comity_adapters::name::Name;
use comity_adapters::tls::{PageKey, PageTls, make_page_certificate};
use comity_node::{Config, Listening, Server, Tls, page_names, router};
use comity_record::Coded;
use comity_record::key::SecretKey;
use comity_record::testing::{Counting, Standing};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::aws_lc_rs::default_provider;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use crate::bench::{Browser, NOON, Office, SECRET};

const LATE: Duration = Duration::from_secs(20);

fn name(text: &str) -> Name {
    text.parse().unwrap()
}

/// A certificate that the node made for itself, and the certificate as a browser would import it.
fn own(names: &[Name]) -> (Tls, Vec<u8>) {
    use std::io::Write as _;
    let key = PageKey::derive(&SecretKey::from_bytes([1; 32]));
    let certificate = make_page_certificate(&key, names);
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(&certificate).unwrap();
    let tls = Tls { certificate: PageTls::own(&key, file.path()).unwrap(), names: names.to_vec() };
    (tls, certificate)
}

fn config(address: &str, given: &[&str]) -> (Config, Vec<u8>) {
    let address: SocketAddr = address.parse().unwrap();
    let given: Vec<_> = given.iter().map(|text| name(text)).collect();
    let (tls, certificate) = own(&page_names(address, &given).unwrap());
    let mut config = Config::new(Arc::new(Standing::at(NOON)), Arc::new(Counting::default()));
    config.address = address;
    config.tls = Some(tls);
    (config, certificate)
}

fn connector(trusted: &[u8]) -> TlsConnector {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from(trusted)).unwrap();
    let config = ClientConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap();
    TlsConnector::from(Arc::new(config.with_root_certificates(roots).with_no_client_auth()))
}

#[tokio::test]
async fn pages_are_served_by_tls_under_their_name_until_they_are_told_to_stop() {
    let office = Office::new().await;
    let (config, certificate) = config("127.0.0.1:0", &["node.example.org"]);
    let listening = Listening::bind(config).await.unwrap();
    let address = listening.address();
    let (unlock, unlocked) = oneshot::channel::<()>();
    let (stop, stopped) = oneshot::channel::<()>();
    let node = Arc::clone(&office.node);
    let serving = tokio::spawn(async move {
        listening.locked(unlocked).await.unwrap();
        listening.show(node).run(async { stopped.await.unwrap() }).await;
    });
    let ask = async |host: &str| {
        let stream = TcpStream::connect(address).await.unwrap();
        let name = ServerName::try_from("node.example.org").unwrap();
        let mut stream = connector(&certificate).connect(name, stream).await.unwrap();
        let request = format!("GET /sign-in HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        answer
    };
    let port = address.port();
    let locked = ask(&format!("node.example.org:{port}")).await;
    assert!(locked.starts_with("HTTP/1.1 503") && locked.contains("The node is locked"), "{locked}");
    unlock.send(()).unwrap();
    // As long as the locked node answers, it is asked again.
    while ask(&format!("localhost:{port}")).await.starts_with("HTTP/1.1 503") {}
    for host in [format!("node.example.org:{port}"), format!("127.0.0.1:{port}"), format!("localhost:{port}")]
    {
        let answer = ask(&host).await;
        assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("Unit One"), "{host}: {answer}");
    }
    assert!(ask(&format!("rebound.example.org:{port}")).await.starts_with("HTTP/1.1 421"));

    // In the clear there is nothing, and it ends at once.
    let mut plain = TcpStream::connect(address).await.unwrap();
    plain.write_all(format!("GET / HTTP/1.1\r\nhost: localhost:{port}\r\n\r\n").as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    let _ = timeout(LATE, plain.read_to_end(&mut answer)).await.unwrap();
    assert!(!answer.starts_with(b"HTTP"), "{answer:?}");

    stop.send(()).unwrap();
    timeout(LATE, serving).await.unwrap().unwrap();
    assert!(TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn with_tls_the_cookies_stay_with_this_name_and_never_go_without_it() {
    let office = Office::new().await;
    let (config, _) = config("192.0.2.7:8443", &["node.example.org"]);
    let router = router(Arc::clone(&office.node), config).unwrap();
    let mut browser = Browser::of(router, "node.example.org:8443");
    let answer = browser.sign_in(office.id, "Samar", &format!("{SECRET}Samar")).await;
    let set = answer.is(303).headers["set-cookie"].to_str().unwrap().to_owned();
    // What the prefix demands (RFC 6265bis §4.1.3.2): Secure, the whole path, no domain.
    assert!(set.starts_with("__Host-comity-session-8443="), "{set}");
    assert!(set.ends_with("; Path=/; Secure; HttpOnly; SameSite=Strict"), "{set}");
    browser.get("/cases").await.is(200).has("Samar");
    let answer = browser.post("/language", &[("language", "ru"), ("back", "/cases")]).await;
    let set = answer.is(303).headers["set-cookie"].to_str().unwrap();
    assert!(
        set.starts_with("__Host-comity-language=ru; Path=/; Secure; HttpOnly; SameSite=Strict; "),
        "{set}"
    );
    browser.get("/cases").await.is(200).has("lang=\"ru\"");
    let answer = browser.post("/sign-out", &[]).await;
    let set = answer.is(303).headers["set-cookie"].to_str().unwrap();
    assert_eq!(set, "__Host-comity-session-8443=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0");
    browser.get("/cases").await.is(303);
}

#[tokio::test]
async fn with_tls_only_the_names_of_the_node_are_answered_and_only_its_own_forms_taken() {
    let office = Office::new().await;
    let (config, _) = config("0.0.0.0:443", &["node.example.org", "192.0.2.7"]);
    let router = router(Arc::clone(&office.node), config).unwrap();
    let mut browser = Browser::of(router, "node.example.org");
    for host in ["node.example.org", "NODE.example.org", "node.example.org:443", "192.0.2.7"] {
        browser.ask("GET", "/sign-in", &[("host", host)], "").await.is(200);
    }
    for host in ["localhost", "0.0.0.0", "127.0.0.1:443", "192.0.2.8", "example.org", "node.example.org:8470"]
    {
        browser.ask("GET", "/sign-in", &[("host", host)], "").await.is(421).has("node-host");
    }
    browser.sign_in(office.id, "Samar", &format!("{SECRET}Samar")).await.is(303);
    let kind = ("content-type", "application/x-www-form-urlencoded");
    for (origin, status) in [
        ("https://node.example.org", 303),
        ("http://node.example.org", 403),
        ("https://other.example.org", 403),
        ("https://node.example.org:8443", 403),
        ("null", 403),
    ] {
        let answer = browser.ask("POST", "/language", &[kind, ("origin", origin)], "language=en").await;
        assert_eq!(answer.status.as_u16(), status, "{origin}");
    }
}

#[tokio::test]
async fn pages_without_a_name_are_not_served() {
    let office = Office::new().await;
    let (mut config, _) = config("127.0.0.1:0", &[]);
    config.tls.as_mut().unwrap().names.clear();
    let error = Server::bind(Arc::clone(&office.node), config).await.err().unwrap();
    assert_eq!(error.code(), "node-no-name");
    let everywhere = "0.0.0.0:8470".parse().unwrap();
    assert_eq!(page_names(everywhere, &[]).unwrap_err().code(), "node-no-name");
}
