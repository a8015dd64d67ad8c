//! The pages over a real socket of this machine.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::http::Request;
use comity_node::{
    Config, Listening, MAX_CONNECTIONS, MAX_HEADER_BYTES, MAX_HEADERS, MAX_REQUEST_SECONDS, Server,
};
use comity_record::testing::{Counting, Standing};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio::time::{Instant, timeout};
use tower::ServiceExt;

use crate::bench::{HOST, NOON, Office};

async fn ask(address: SocketAddr, headers: &str) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = format!("GET /sign-in HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n{headers}\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    // A server that refuses in the middle of a request may reset the connection after its answer.
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test]
async fn a_node_is_served_until_it_is_told_to_stop() {
    let office = Office::new().await;
    let mut config = Config::new(Arc::new(Standing::at(NOON)), Arc::new(Counting::default()));
    config.address.set_port(0);
    let server = Server::bind(Arc::clone(&office.node), config.clone()).await.unwrap();
    let address = server.address();
    assert!(address.ip().is_loopback() && address.port() != 0);
    let (stop, stopped) = oneshot::channel::<()>();
    let serving = tokio::spawn(server.run(async move {
        let _ = stopped.await;
    }));

    let answer = ask(address, "").await;
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.contains("Unit One"), "{answer}");
    let header = |length: usize| format!("x: {}\r\n", "x".repeat(length));
    assert!(ask(address, &header(MAX_HEADER_BYTES / 2)).await.starts_with("HTTP/1.1 200"));
    assert!(ask(address, &header(2 * MAX_HEADER_BYTES)).await.starts_with("HTTP/1.1 431"));
    // Host and connection are two of them.
    assert!(ask(address, &"x: y\r\n".repeat(MAX_HEADERS - 2)).await.starts_with("HTTP/1.1 200"));
    assert!(ask(address, &"x: y\r\n".repeat(MAX_HEADERS - 1)).await.starts_with("HTTP/1.1 431"));

    config.address = address;
    let taken = Server::bind(Arc::clone(&office.node), config).await.err().unwrap();
    assert_eq!(comity_record::Coded::code(&taken), "node-listen");
    stop.send(()).unwrap();
    serving.await.unwrap();
    assert!(TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn a_locked_node_says_so_in_the_readers_language_and_then_shows_its_pages() {
    let office = Office::new().await;
    let mut config = Config::new(Arc::new(Standing::at(NOON)), Arc::new(Counting::default()));
    config.address.set_port(0);
    let listening = Listening::bind(config).await.unwrap();
    let address = listening.address();
    let (unlock, unlocked) = oneshot::channel::<()>();
    let node = Arc::clone(&office.node);
    let serving = tokio::spawn(async move {
        listening.locked(unlocked).await.unwrap();
        listening.show(node).run(std::future::pending()).await;
    });
    let page = ask(address, "").await;
    assert!(page.starts_with("HTTP/1.1 503") && page.contains("The node is locked"), "{page}");
    assert!(page.contains("content-security-policy") && page.contains("cache-control: no-store"), "{page}");
    let page = ask(address, "accept-language: fa\r\n").await;
    assert!(page.contains("<html lang=\"fa\" dir=\"rtl\">") && page.contains("گره قفل است"), "{page}");
    let problem = ask(address, "accept: application/json\r\n").await;
    assert!(problem.contains("application/problem+json") && problem.contains("\"status\":503"), "{problem}");
    assert!(ask(address, "host: example.org\r\n").await.starts_with("HTTP/1.1 421"), "a foreign name");
    unlock.send(()).unwrap();
    // Whoever asks from now on waits for the pages, and nobody is turned away.
    let mut page = ask(address, "").await;
    while page.starts_with("HTTP/1.1 503") {
        page = ask(address, "").await;
    }
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("Unit One"), "{page}");
    serving.abort();
}

#[tokio::test]
async fn connections_are_taken_up_to_the_limit_and_the_next_one_waits() {
    let office = Office::new().await;
    let mut config = Config::new(Arc::new(Standing::at(NOON)), Arc::new(Counting::default()));
    config.address.set_port(0);
    let server = Server::bind(Arc::clone(&office.node), config).await.unwrap();
    let address = server.address();
    let serving = tokio::spawn(server.run(std::future::pending()));
    let mut open = Vec::new();
    for _ in 0..MAX_CONNECTIONS {
        let mut stream = TcpStream::connect(address).await.unwrap();
        let request = format!("GET /static/icon.svg HTTP/1.1\r\nhost: {address}\r\n\r\n");
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut first = [0; 12];
        stream.read_exact(&mut first).await.unwrap();
        assert_eq!(&first, b"HTTP/1.1 200");
        open.push(stream);
    }
    let mut next = std::pin::pin!(ask(address, ""));
    assert!(timeout(Duration::from_millis(300), &mut next).await.is_err(), "one past the limit was answered");
    drop(open.pop());
    assert!(timeout(Duration::from_secs(20), next).await.unwrap().starts_with("HTTP/1.1 200"));
    serving.abort();
}

/// A body that never comes.
struct Never;

impl HttpBody for Never {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<hyper::body::Frame<Bytes>, Infallible>>> {
        Poll::Pending
    }
}

#[tokio::test(start_paused = true)]
async fn a_request_that_does_not_end_is_given_up_at_the_limit() {
    let office = Office::new().await;
    let request = Request::post("/language")
        .header("host", HOST)
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::new(Never))
        .unwrap();
    let began = Instant::now();
    let mut answer = std::pin::pin!(office.router.oneshot(request));
    let (limit, before) =
        (Duration::from_secs(MAX_REQUEST_SECONDS), Duration::from_millis(MAX_REQUEST_SECONDS * 1000 - 1));
    assert!(timeout(before, &mut answer).await.is_err(), "it was given up too early");
    assert_eq!(answer.await.unwrap().status().as_u16(), 503);
    assert!(began.elapsed() < limit + Duration::from_secs(1));
}
