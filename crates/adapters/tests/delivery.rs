//! Delivery against other ends that behave, and against those that do not.

use std::sync::Arc;
use std::time::Duration;

use comity_adapters::delivery::{
    Delivery, DeliveryError, EXCHANGE_PATH, MAX_EXCHANGE_BYTES, PATIENCE, Waiting, problem_code,
};
use comity_adapters::name::Endpoint;
use comity_adapters::patient::Patience;
use comity_adapters::tls::{self, Identity};
use comity_record::Coded;
use comity_record::sign::{SigningKey, VerifyingKey};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

/// The node that sends, the node that is expected, and a stranger.
const SENDER: u8 = 1;
const EXPECTED: u8 = 2;
const STRANGER: u8 = 3;

/// Long enough for a busy machine, short enough to be waited for.
const SOON: Duration = Duration::from_millis(300);

fn identity(number: u8) -> Identity {
    Identity::of(&SigningKey::from_seed(&[number; 32]))
}

fn key(number: u8) -> VerifyingKey {
    identity(number).key()
}

async fn listen() -> (TcpListener, Endpoint) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint = listener.local_addr().unwrap().into();
    (listener, endpoint)
}

/// The other end, as the node of `number`, that knows the sender.
async fn met(listener: TcpListener, number: u8) -> TlsStream<TcpStream> {
    let config = tls::server(&identity(number), Arc::new(|known: &VerifyingKey| *known == key(SENDER)));
    let (stream, _) = listener.accept().await.unwrap();
    TlsAcceptor::from(config).accept(stream).await.unwrap()
}

/// Reads a request with its body.
async fn request(stream: &mut TlsStream<TcpStream>) -> (String, Vec<u8>) {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.unwrap());
    }
    let head = String::from_utf8(head).unwrap();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap();
    let mut body = vec![0; length.parse().unwrap()];
    stream.read_exact(&mut body).await.unwrap();
    (head, body)
}

/// Sends three bytes to an end that reads the request and answers with `answer`, cut off where it ends.
async fn answered(answer: impl Into<Vec<u8>>) -> Result<Vec<u8>, DeliveryError> {
    let answer = answer.into();
    let (listener, endpoint) = listen().await;
    let serve = async move {
        let mut stream = met(listener, EXPECTED).await;
        request(&mut stream).await;
        // A sender that has seen enough closes.
        let _ = stream.write_all(&answer).await;
        let _ = stream.shutdown().await;
    };
    let delivery = Delivery::new(identity(SENDER));
    let (delivered, ()) = tokio::join!(delivery.exchange(&endpoint, key(EXPECTED), b"abc".to_vec()), serve);
    delivered
}

fn code(result: Result<Vec<u8>, DeliveryError>) -> &'static str {
    result.unwrap_err().code()
}

#[tokio::test]
async fn bytes_go_out_and_bytes_come_back() {
    let (listener, endpoint) = listen().await;
    let serve = async move {
        let mut stream = met(listener, EXPECTED).await;
        assert_eq!(tls::peer(stream.get_ref().1), Some(key(SENDER)));
        let (head, body) = request(&mut stream).await;
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nback!").await.unwrap();
        (head, body, stream)
    };
    let delivery = Delivery::new(identity(SENDER));
    let sent: Vec<u8> = (0..=255).collect();
    let (answer, (head, body, _stream)) =
        tokio::join!(delivery.exchange(&endpoint, key(EXPECTED), sent.clone()), serve);
    assert_eq!((answer.unwrap(), body), (b"back!".to_vec(), sent));
    assert!(head.starts_with(&format!("POST {EXCHANGE_PATH} HTTP/1.1\r\n")), "{head}");
    assert!(head.contains(&format!("host: {endpoint}\r\n")), "{head}");
}

#[tokio::test]
async fn a_name_is_looked_up() {
    let (listener, endpoint) = listen().await;
    let endpoint: Endpoint = format!("localhost:{}", endpoint.port).parse().unwrap();
    let serve = async move {
        let mut stream = met(listener, EXPECTED).await;
        assert_eq!(stream.get_ref().1.server_name(), None);
        request(&mut stream).await;
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").await.unwrap();
        stream
    };
    let delivery = Delivery::new(identity(SENDER));
    let (answer, _stream) = tokio::join!(delivery.exchange(&endpoint, key(EXPECTED), vec![]), serve);
    assert_eq!(answer.unwrap(), b"");
}

#[tokio::test]
async fn an_answer_in_pieces_and_one_that_ends_with_the_connection_are_whole() {
    let pieces = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
    assert_eq!(answered(pieces).await.unwrap(), b"abcde");
    assert_eq!(answered("HTTP/1.1 200 OK\r\n\r\nabcde").await.unwrap(), b"abcde");
}

#[tokio::test]
async fn nothing_is_said_to_an_end_with_another_key() {
    let (listener, endpoint) = listen().await;
    let serve = async move {
        let config = tls::server(&identity(STRANGER), Arc::new(|_: &VerifyingKey| true));
        let (stream, _) = listener.accept().await.unwrap();
        let error = TlsAcceptor::from(config).accept(stream).await.unwrap_err();
        assert!(error.to_string().contains("CertificateUnknown"), "{error}");
    };
    let delivery = Delivery::new(identity(SENDER));
    let (delivered, ()) =
        tokio::join!(delivery.exchange(&endpoint, key(EXPECTED), b"secret".to_vec()), serve);
    match delivered.unwrap_err() {
        DeliveryError::WrongKey { expected, found, .. } => {
            assert_eq!((expected, found), (key(EXPECTED), key(STRANGER)));
        }
        other => panic!("{other:?}"),
    }
}

/// The refusal comes after the client's side of the handshake is done, in the middle of the request.
#[tokio::test]
async fn an_end_that_does_not_know_us_is_told_from_a_broken_line() {
    for length in [0, 3, 8 << 20] {
        let (listener, endpoint) = listen().await;
        let serve = async move {
            let config = tls::server(&identity(EXPECTED), Arc::new(|_: &VerifyingKey| false));
            let (stream, _) = listener.accept().await.unwrap();
            let (_, mut stream) = TlsAcceptor::from(config).accept(stream).into_fallible().await.unwrap_err();
            // A socket that is closed with bytes unread takes the alert with it.
            let _ = stream.read_to_end(&mut Vec::new()).await;
        };
        let delivery = Delivery::new(identity(SENDER));
        let (delivered, ()) =
            tokio::join!(delivery.exchange(&endpoint, key(EXPECTED), vec![0; length]), serve);
        assert_eq!(code(delivered), "adapters-delivery-not-known", "{length}");
    }
}

#[tokio::test]
async fn what_is_no_secure_end_is_refused() {
    let (listener, endpoint) = listen().await;
    let serve = async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi").await.unwrap();
        stream
    };
    let delivery = Delivery::new(identity(SENDER));
    let (delivered, _stream) = tokio::join!(delivery.exchange(&endpoint, key(EXPECTED), vec![]), serve);
    assert_eq!(code(delivered), "adapters-delivery-handshake");
}

#[tokio::test]
async fn where_nothing_listens_nothing_is_reached() {
    let (listener, endpoint) = listen().await;
    drop(listener);
    let delivery = Delivery::new(identity(SENDER));
    let delivered = delivery.exchange(&endpoint, key(EXPECTED), vec![]).await;
    assert_eq!(code(delivered), "adapters-delivery-unreachable");
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let (elsewhere, place) = listen().await;
    let answer =
        format!("HTTP/1.1 307 Go\r\nlocation: https://{place}{EXCHANGE_PATH}\r\ncontent-length: 0\r\n\r\n");
    match answered(answer).await.unwrap_err() {
        DeliveryError::Refused { status, code, .. } => assert_eq!((status, code), (307, None)),
        other => panic!("{other:?}"),
    }
    assert!(tokio::time::timeout(SOON, elsewhere.accept()).await.is_err());
}

#[tokio::test]
async fn a_refusal_is_told_with_its_code() {
    let problem = r#"{"type":"urn:comity:node-door-busy","status":503,"code":"node-door-busy"}"#;
    let with = |kind: &str, body: &str| {
        format!("HTTP/1.1 503 Busy\r\ncontent-type: {kind}\r\ncontent-length: {}\r\n\r\n{body}", body.len())
    };
    let refused = async |answer: String| match answered(answer).await.unwrap_err() {
        DeliveryError::Refused { status, code, .. } => (status, code),
        other => panic!("{other:?}"),
    };
    let told = refused(with("application/problem+json", problem)).await;
    assert_eq!(told, (503, Some("node-door-busy".to_owned())));
    assert_eq!(refused(with("text/html", problem)).await, (503, None));
    let long = format!("{}{problem}", " ".repeat(64 << 10));
    assert_eq!(refused(with("application/problem+json", &long)).await, (503, None));
}

#[test]
fn only_what_looks_like_a_code_of_ours_is_shown() {
    let longest = "a".repeat(64);
    for (body, code) in [
        (r#"{"code":"channel-receipt-2"}"#.to_owned(), Some("channel-receipt-2")),
        (format!(r#"{{"code":"{longest}"}}"#), Some(longest.as_str())),
        (format!(r#"{{"code":"{longest}a"}}"#), None),
        (r#"{"code":""}"#.to_owned(), None),
        (r#"{"code":"<b>"}"#.to_owned(), None),
        (r#"{"code":"\u202e"}"#.to_owned(), None),
        (r#"{"code":7}"#.to_owned(), None),
        ("{}".to_owned(), None),
        ("[".repeat(10_000), None),
    ] {
        assert_eq!(problem_code(body.as_bytes()).as_deref(), code, "{body}");
    }
}

#[tokio::test]
async fn an_answer_is_taken_up_to_the_limit() {
    let head = |length: usize| format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n").into_bytes();
    let whole = [head(MAX_EXCHANGE_BYTES), vec![7; MAX_EXCHANGE_BYTES]].concat();
    assert_eq!(answered(whole).await.unwrap().len(), MAX_EXCHANGE_BYTES);
    // One byte more is refused by what the head says, or as soon as it has come when the head says nothing.
    assert_eq!(code(answered(head(MAX_EXCHANGE_BYTES + 1)).await), "adapters-delivery-answer-too-large");
    let unsaid = [b"HTTP/1.1 200 OK\r\n\r\n".to_vec(), vec![7; MAX_EXCHANGE_BYTES + 1]].concat();
    assert_eq!(code(answered(unsaid).await), "adapters-delivery-answer-too-large");
}

#[tokio::test]
async fn a_request_is_sent_up_to_the_limit() {
    let (listener, endpoint) = listen().await;
    let delivery = Delivery::new(identity(SENDER));
    let refused = delivery.exchange(&endpoint, key(EXPECTED), vec![0; MAX_EXCHANGE_BYTES + 1]).await;
    assert_eq!(code(refused), "adapters-delivery-request-too-large");
    assert!(tokio::time::timeout(SOON, listener.accept()).await.is_err(), "it connected");

    let (listener, endpoint) = listen().await;
    let serve = async move {
        let mut stream = met(listener, EXPECTED).await;
        let (_, body) = request(&mut stream).await;
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").await.unwrap();
        (body.len(), stream)
    };
    let sent = delivery.exchange(&endpoint, key(EXPECTED), vec![0; MAX_EXCHANGE_BYTES]);
    let (answer, (received, _stream)) = tokio::join!(sent, serve);
    assert_eq!((answer.unwrap().len(), received), (0, MAX_EXCHANGE_BYTES));
}

#[tokio::test]
async fn an_answer_that_is_cut_off_is_none() {
    for cut in ["HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nabc", "HTTP/1.1 20", ""] {
        assert_eq!(code(answered(cut).await), "adapters-delivery-broken", "{cut:?}");
    }
    assert_eq!(code(answered("SMTP ready\r\n\r\n").await), "adapters-delivery-broken");
}

#[tokio::test]
async fn every_wait_ends() {
    let waited = async |patience: Patience, handshake: bool, dribble: bool| {
        let (listener, endpoint) = listen().await;
        let serve = async move {
            if !handshake {
                let (stream, _) = listener.accept().await.unwrap();
                std::future::pending::<()>().await;
                drop(stream);
            }
            let mut stream = met(listener, EXPECTED).await;
            request(&mut stream).await;
            if dribble {
                let mut beat = tokio::time::interval(SOON / 10);
                loop {
                    beat.tick().await;
                    stream.write_all(b"HTTP/1.1 100 Continue\r\n\r\n").await.unwrap();
                    stream.flush().await.unwrap();
                }
            }
            std::future::pending::<()>().await;
        };
        let delivery = Delivery::new(identity(SENDER)).with_patience(patience);
        tokio::select! {
            delivered = delivery.exchange(&endpoint, key(EXPECTED), b"abc".to_vec()) => {
                match delivered.unwrap_err() {
                    DeliveryError::TimedOut { waiting, .. } => waiting,
                    other => panic!("{other:?}"),
                }
            }
            () = serve => unreachable!(),
        }
    };
    let long = PATIENCE;
    assert_eq!(waited(Patience { connect: SOON, ..long }, false, false).await, Waiting::Handshake);
    assert_eq!(waited(Patience { silence: SOON, ..long }, true, false).await, Waiting::Silence);
    // One that keeps the line busy without ever answering is met by the limit of the whole.
    let whole = Patience { whole: 3 * SOON, silence: 2 * SOON, ..long };
    assert_eq!(waited(whole, true, true).await, Waiting::Exchange);
}
