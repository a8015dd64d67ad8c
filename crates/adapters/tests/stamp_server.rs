//! Time-stamp servers that behave, and others.

#![expect(clippy::disallowed_methods, reason = "what a test writes need not survive a power cut")]

use std::time::Duration;

use comity_adapters::patient::Patience;
use comity_adapters::stamp_server::{PATIENCE, StampServerError, StampServers};
use comity_adapters::tls::{PageKey, PageTls, make_page_certificate};
use comity_record::Coded;
use comity_record::key::SecretKey;
use comity_stamp::{MAX_REPLY_BYTES, Server, Stamper as _};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

/// Long enough for a busy machine, short enough to be waited for.
const SOON: Duration = Duration::from_millis(300);

fn servers() -> StampServers {
    StampServers::with_patience(Patience { whole: Duration::from_secs(20), ..PATIENCE })
}

async fn listen(scheme: &str) -> (TcpListener, Server) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    (listener, format!("{scheme}://localhost:{port}/tsr?a").parse().unwrap())
}

/// Reads a request, and answers.
async fn answer(mut stream: impl AsyncRead + AsyncWrite + Unpin, answer: &[u8]) -> String {
    let mut request = Vec::new();
    while !request.ends_with(b"\r\n\r\nabc") {
        request.push(stream.read_u8().await.unwrap());
    }
    // One who has seen enough closes.
    let _ = stream.write_all(answer).await;
    let _ = stream.shutdown().await;
    String::from_utf8(request).unwrap()
}

/// What comes of an answer by plain HTTP.
async fn answered(bytes: Vec<u8>) -> (Result<Vec<u8>, StampServerError>, String) {
    let (listener, server) = listen("http").await;
    let serve = async move { answer(listener.accept().await.unwrap().0, &bytes).await };
    let servers = servers();
    tokio::join!(servers.stamp(&server, &[], b"abc".to_vec()), serve)
}

fn http(status: &str, kind: &str, length: usize, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n");
    [head.as_bytes(), body].concat()
}

const REPLY: &str = "application/timestamp-reply";

fn code(result: &Result<Vec<u8>, StampServerError>) -> &'static str {
    result.as_ref().unwrap_err().code()
}

#[tokio::test]
async fn a_request_goes_out_and_the_reply_comes_back() {
    let (reply, request) = answered(http("200 OK", "Application/Timestamp-Reply; x=y", 5, b"token")).await;
    assert_eq!(reply.unwrap(), b"token");
    let (first, rest) = request.split_once("\r\n").unwrap();
    assert_eq!(first, "POST /tsr?a HTTP/1.1");
    assert!(rest.contains("content-type: application/timestamp-query\r\n"), "{rest}");
    assert!(rest.contains("content-length: 3\r\n") && rest.contains("host: localhost:"), "{rest}");
}

#[tokio::test]
async fn a_reply_is_read_up_to_its_limit() {
    let of = |length: usize| http("200 OK", REPLY, length, &vec![7; length]);
    assert_eq!(answered(of(MAX_REPLY_BYTES)).await.0.unwrap().len(), MAX_REPLY_BYTES);
    assert_eq!(code(&answered(of(MAX_REPLY_BYTES + 1)).await.0), "adapters-stamp-too-large");
}

#[tokio::test]
async fn what_is_no_time_stamp_server_gives_no_reply() {
    let page = answered(http("200 OK", "text/html", 2, b"hi")).await.0;
    let moved = answered(b"HTTP/1.1 302 Found\r\nLocation: http://localhost:1/\r\n\r\n".to_vec()).await.0;
    let missing = answered(http("404 Not Found", REPLY, 0, b"")).await.0;
    for reply in [page, moved, missing] {
        assert_eq!(code(&reply), "adapters-stamp-refused");
    }
    let cut = answered(http("200 OK", REPLY, 100, b"half")).await.0;
    let empty = answered(vec![]).await.0;
    let other = answered(b"SSH-2.0-x\r\n".to_vec()).await.0;
    for reply in [cut, empty, other] {
        assert_eq!(code(&reply), "adapters-stamp-broken");
    }
}

#[tokio::test]
async fn a_server_that_is_silent_or_not_there_is_given_up() {
    // Whichever of the two ends first.
    for patience in [Patience { whole: SOON, ..PATIENCE }, Patience { silence: SOON, ..PATIENCE }] {
        let (listener, server) = listen("http").await;
        let soon = StampServers::with_patience(patience);
        let (reply, _held) = tokio::join!(soon.stamp(&server, &[], b"abc".to_vec()), listener.accept());
        assert_eq!(code(&reply), "adapters-stamp-timed-out", "{patience:?}");
        drop(listener);
        assert_eq!(code(&soon.stamp(&server, &[], b"abc".to_vec()).await), "adapters-stamp-unreachable");
    }
}

#[tokio::test]
async fn a_server_by_tls_must_be_under_an_authority_that_was_given() {
    let folder = tempfile::tempdir().unwrap();
    let pages = |seed: u8| {
        let key = PageKey::derive(&SecretKey::from_bytes([seed; 32]));
        let path = folder.path().join(seed.to_string());
        std::fs::write(&path, make_page_certificate(&key, &["localhost".parse().unwrap()])).unwrap();
        (std::fs::read(&path).unwrap(), PageTls::own(&key, &path).unwrap())
    };
    let ((certificate, shown), (other, _)) = (pages(1), pages(2));
    for (authorities, expected) in
        [(vec![certificate], None), (vec![other], Some("handshake")), (vec![], Some("handshake"))]
    {
        let (listener, server) = listen("https").await;
        let config = shown.config();
        let serve = async move {
            let stream = listener.accept().await.unwrap().0;
            if let Ok(stream) = TlsAcceptor::from(config).accept(stream).await {
                answer(stream, &http("200 OK", REPLY, 5, b"token")).await;
            }
        };
        let servers = servers();
        let (reply, ()) = tokio::join!(servers.stamp(&server, &authorities, b"abc".to_vec()), serve);
        match expected {
            None => assert_eq!(reply.unwrap(), b"token"),
            Some(_) => assert_eq!(code(&reply), "adapters-stamp-handshake"),
        }
    }
}
