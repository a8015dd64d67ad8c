//! The door, with honest nodes and with others.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use comity_adapters::delivery::{Delivery, DeliveryError, EXCHANGE_PATH, MAX_EXCHANGE_BYTES};
use comity_adapters::name::Endpoint;
use comity_adapters::tls::{self, Identity};
use comity_node::door::{Because, Door, DoorLimits, Exchange, ExchangeRefused, MAX_CONNECTIONS_A_GUEST};
use comity_record::Coded;
use comity_record::sign::{SigningKey, VerifyingKey};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::{Notify, Semaphore, oneshot};
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::pki_types::ServerName;

/// The node whose door it is, two that it knows, and a stranger.
const HOST: u8 = 1;
const GUEST: u8 = 2;
const OTHER: u8 = 3;
const STRANGER: u8 = 9;

/// Long enough for a busy machine, short enough to be waited for.
const SOON: Duration = Duration::from_millis(300);
/// No test waits so long unless it fails.
const LATE: Duration = Duration::from_secs(20);

fn identity(number: u8) -> Identity {
    Identity::of(&SigningKey::from_seed(&[number; 32]))
}

fn key(number: u8) -> VerifyingKey {
    identity(number).key()
}

/// The floor above, as a test needs it.
struct Above {
    in_force: AtomicBool,
    taken: Mutex<Vec<(VerifyingKey, usize)>>,
    /// What is answered to a body that begins with another byte than `w` (wait), `p` (panic), `r` (refuse), `l` (large).
    answer: Vec<u8>,
    begun: Notify,
    go_on: Semaphore,
    dropped: AtomicUsize,
}

impl Above {
    fn new() -> Arc<Self> {
        Arc::new(Self {
            in_force: AtomicBool::new(true),
            taken: Mutex::default(),
            answer: b"taken".to_vec(),
            begun: Notify::new(),
            go_on: Semaphore::new(0),
            dropped: AtomicUsize::new(0),
        })
    }
}

/// Counts exchanges that were given up.
struct Begun<'a>(&'a AtomicUsize, bool);

impl Drop for Begun<'_> {
    fn drop(&mut self) {
        if !self.1 {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }
}

impl Exchange for Above {
    fn knows(&self, peer: &VerifyingKey) -> bool {
        self.in_force.load(Ordering::Relaxed) && [key(GUEST), key(OTHER)].contains(peer)
    }

    async fn exchange(&self, peer: VerifyingKey, body: Vec<u8>) -> Result<Vec<u8>, ExchangeRefused> {
        let mut begun = Begun(&self.dropped, false);
        self.taken.lock().unwrap().push((peer, body.len()));
        self.begun.notify_one();
        let answer = match body.first() {
            Some(b'w') => {
                self.go_on.acquire().await.unwrap().forget();
                Ok(self.answer.clone())
            }
            Some(b'p') => panic!("a fault of the floor above"),
            Some(b'r') => {
                Err(ExchangeRefused { because: Because::Conflict, code: "channel-receipt-out-of-order" })
            }
            Some(b'l') => Ok(vec![0; MAX_EXCHANGE_BYTES + 1]),
            _ => Ok(self.answer.clone()),
        };
        begun.1 = true;
        answer
    }
}

struct Open {
    above: Arc<Above>,
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    serving: JoinHandle<()>,
}

impl Open {
    async fn door() -> Self {
        Self::with(DoorLimits::default()).await
    }

    async fn with(limits: DoorLimits) -> Self {
        let above = Above::new();
        let here = "127.0.0.1:0".parse().unwrap();
        let door = Door::bind_with(here, &identity(HOST), Arc::clone(&above), limits).await.unwrap();
        let address = door.address();
        let (stop, stopped) = oneshot::channel::<()>();
        let serving = tokio::spawn(door.run(async move {
            let _ = stopped.await;
        }));
        Self { above, address, stop: Some(stop), serving }
    }

    async fn exchange(&self, from: u8, body: impl Into<Vec<u8>>) -> Result<Vec<u8>, DeliveryError> {
        let endpoint = Endpoint::from(self.address);
        Delivery::new(identity(from)).exchange(&endpoint, key(HOST), body.into()).await
    }

    /// A connection of a guest, to say on it what no delivery would.
    async fn raw(&self, from: u8) -> TlsStream<TcpStream> {
        let connector = TlsConnector::from(tls::client(&identity(from), key(HOST)));
        let stream = TcpStream::connect(self.address).await.unwrap();
        connector.connect(ServerName::from(self.address.ip()), stream).await.unwrap()
    }

    /// What is answered to a text on a connection of its own.
    async fn told(&self, text: &str) -> String {
        let mut stream = self.raw(GUEST).await;
        stream.write_all(text.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        let _ = timeout(LATE, stream.read_to_end(&mut answer)).await.unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    async fn closed(mut self) {
        self.stop.take().unwrap().send(()).unwrap();
        timeout(LATE, self.serving).await.unwrap().unwrap();
    }
}

fn refused(result: Result<Vec<u8>, DeliveryError>) -> (u16, String) {
    match result.unwrap_err() {
        DeliveryError::Refused { status, code, .. } => (status, code.unwrap()),
        other => panic!("{other:?}"),
    }
}

fn post(length: usize, body: &str) -> String {
    format!("POST {EXCHANGE_PATH} HTTP/1.1\r\nhost: node\r\ncontent-length: {length}\r\n\r\n{body}")
}

#[tokio::test]
async fn a_known_node_exchanges_and_the_floor_above_knows_which_it_is() {
    let open = Open::door().await;
    assert_eq!(open.exchange(GUEST, "abc").await.unwrap(), b"taken");
    assert_eq!(open.exchange(OTHER, "").await.unwrap(), b"taken");
    assert_eq!(*open.above.taken.lock().unwrap(), [(key(GUEST), 3), (key(OTHER), 0)]);
    open.closed().await;
}

#[tokio::test]
async fn a_stranger_is_told_that_he_is_not_known_and_nothing_of_his_is_read() {
    let open = Open::door().await;
    for length in [3, 8 << 20] {
        let error = open.exchange(STRANGER, vec![0; length]).await.unwrap_err();
        assert_eq!(error.code(), "adapters-delivery-not-known", "{length}");
    }
    // Without a certificate, and without TLS, nobody gets so far as to be a stranger.
    let mut plain = TcpStream::connect(open.address).await.unwrap();
    plain.write_all(post(3, "abc").as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    let _ = timeout(LATE, plain.read_to_end(&mut answer)).await.unwrap();
    assert!(!answer.starts_with(b"HTTP"), "{answer:?}");
    assert!(open.above.taken.lock().unwrap().is_empty());
    open.closed().await;
}

/// A reset would overtake what was said on a bad line; so whoever is refused is let finish.
#[tokio::test]
async fn whoever_is_refused_is_not_cut_off() {
    let open = Open::door().await;
    let much = vec![0; 512 << 10];
    let mut stream = open.raw(STRANGER).await;
    stream.write_all(&much).await.unwrap();
    let (mut below, _) = stream.into_inner();
    below.shutdown().await.unwrap();
    let ended = timeout(LATE, below.read_to_end(&mut Vec::new())).await.unwrap();
    assert!(ended.is_ok_and(|alert| alert > 0), "the stranger was cut off");

    // More than systems hold between two sockets.
    let much = vec![0; MAX_EXCHANGE_BYTES];
    let mut stream = open.raw(GUEST).await;
    let head = format!(
        "POST / HTTP/1.1\r\nhost: node\r\nconnection: close\r\ncontent-length: {}\r\n\r\n",
        much.len()
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    stream.write_all(&much).await.expect("the guest was cut off");
    let answered = timeout(LATE, stream.read_to_end(&mut Vec::new())).await.unwrap();
    assert!(answered.is_ok_and(|answer| answer > 0), "the guest was cut off");
}

#[tokio::test]
async fn an_agreement_that_ends_counts_on_a_connection_that_is_open() {
    let open = Open::door().await;
    let mut stream = open.raw(GUEST).await;
    let mut answer = [0; 12];
    stream.write_all(post(3, "abc").as_bytes()).await.unwrap();
    stream.read_exact(&mut answer).await.unwrap();
    assert_eq!(&answer, b"HTTP/1.1 200");
    open.above.in_force.store(false, Ordering::Relaxed);
    stream.write_all(post(3, "abc").as_bytes()).await.unwrap();
    let mut rest = String::new();
    while !rest.contains("node-door-not-known") {
        rest.push(char::from(timeout(LATE, stream.read_u8()).await.unwrap().unwrap()));
    }
    assert!(rest.contains("HTTP/1.1 403"), "{rest}");
    assert_eq!(open.above.taken.lock().unwrap().len(), 1);
    assert_eq!(open.exchange(GUEST, "abc").await.unwrap_err().code(), "adapters-delivery-not-known");
}

#[tokio::test]
async fn only_the_one_path_is_there_and_every_refusal_is_a_problem_with_a_code() {
    let open = Open::door().await;
    let close = "host: node\r\nconnection: close\r\n";
    for (request, status, code) in [
        (format!("GET {EXCHANGE_PATH} HTTP/1.1\r\n{close}\r\n"), "405", "node-door-method"),
        (format!("GET / HTTP/1.1\r\n{close}\r\n"), "404", "node-door-path"),
        (
            format!("POST /channel/v1/exchange/ HTTP/1.1\r\n{close}content-length: 1\r\n\r\nx"),
            "404",
            "node-door-path",
        ),
        (
            format!(
                "POST {EXCHANGE_PATH} HTTP/1.1\r\n{close}transfer-encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n"
            ),
            "411",
            "node-door-length",
        ),
    ] {
        let answer = open.told(&request).await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{request}: {answer}");
        assert!(answer.contains("content-type: application/problem+json\r\n"), "{answer}");
        assert!(answer.contains(&format!("\"code\":\"{code}\"")), "{answer}");
    }
    assert!(open.told("nonsense\r\n\r\n").await.starts_with("HTTP/1.1 400"));
    assert!(open.above.taken.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_request_is_taken_up_to_the_limit() {
    let open = Open::door().await;
    assert_eq!(open.exchange(GUEST, vec![0; MAX_EXCHANGE_BYTES]).await.unwrap(), b"taken");
    assert_eq!(open.above.taken.lock().unwrap()[0].1, MAX_EXCHANGE_BYTES);
    let mut stream = open.raw(GUEST).await;
    stream.write_all(post(MAX_EXCHANGE_BYTES + 1, "").as_bytes()).await.unwrap();
    stream.shutdown().await.unwrap();
    let mut answer = Vec::new();
    let _ = timeout(LATE, stream.read_to_end(&mut answer)).await.unwrap();
    let answer = String::from_utf8_lossy(&answer);
    assert!(answer.starts_with("HTTP/1.1 413 ") && answer.contains("node-door-too-large"), "{answer}");
    assert_eq!(open.above.taken.lock().unwrap().len(), 1);
}

/// The door carries whatever the floor above makes.
#[test]
fn the_limit_has_room_for_every_exchange_and_many_envelopes() {
    const { assert!(MAX_EXCHANGE_BYTES >= comity_casework::exchange::MAX_EXCHANGE_BYTES) };
    const { assert!(MAX_EXCHANGE_BYTES / comity_channel::MAX_ENVELOPE_BYTES >= 15) };
}

#[tokio::test]
async fn what_the_floor_above_says_reaches_the_other_node_as_a_code() {
    let open = Open::door().await;
    let told = refused(open.exchange(GUEST, "refuse").await);
    assert_eq!(told, (409, "channel-receipt-out-of-order".to_owned()));
    assert_eq!(refused(open.exchange(GUEST, "large").await), (500, "node-door-answer".to_owned()));
}

#[tokio::test]
async fn a_fault_of_the_floor_above_ends_one_connection_and_not_the_door() {
    let open = Open::door().await;
    let error = open.exchange(GUEST, "panic").await.unwrap_err();
    assert_eq!(error.code(), "adapters-delivery-broken");
    assert_eq!(open.exchange(GUEST, "abc").await.unwrap(), b"taken");
    open.closed().await;
}

#[tokio::test]
async fn a_guest_has_one_exchange_at_a_time_and_keeps_nobody_else_waiting() {
    let open = Open::door().await;
    let first = open.exchange(GUEST, "wait");
    let meanwhile = async {
        open.above.begun.notified().await;
        // Also a large one is told, though it is refused before it has been sent.
        for length in [3, 8 << 20] {
            let told = refused(open.exchange(GUEST, vec![b'x'; length]).await);
            assert_eq!(told, (503, "node-door-busy".to_owned()), "{length}");
        }
        assert_eq!(open.exchange(OTHER, "abc").await.unwrap(), b"taken");
        open.above.go_on.add_permits(1);
    };
    let (answer, ()) = tokio::join!(first, meanwhile);
    assert_eq!(answer.unwrap(), b"taken");
    assert_eq!(open.exchange(GUEST, "abc").await.unwrap(), b"taken");
}

#[tokio::test]
async fn a_guest_has_its_places_and_others_have_theirs() {
    let open = Open::door().await;
    let mut seats = Vec::new();
    for _ in 0..MAX_CONNECTIONS_A_GUEST {
        let mut stream = open.raw(GUEST).await;
        stream.write_all(post(3, "abc").as_bytes()).await.unwrap();
        stream.read_u8().await.unwrap();
        seats.push(stream);
    }
    assert_eq!(open.exchange(GUEST, "abc").await.unwrap_err().code(), "adapters-delivery-broken");
    assert_eq!(open.exchange(OTHER, "abc").await.unwrap(), b"taken");
}

#[tokio::test]
async fn what_does_not_fit_into_memory_waits_and_is_told_so_at_last() {
    let open = Open::with(DoorLimits { bytes: 100, room: SOON, ..DoorLimits::default() }).await;
    let body = |first: u8| [vec![first], vec![b'x'; 79]].concat();
    let first = open.exchange(GUEST, body(b'w'));
    let meanwhile = async {
        open.above.begun.notified().await;
        let told = refused(open.exchange(OTHER, body(b'x')).await);
        assert_eq!(told, (503, "node-door-busy".to_owned()));
        assert_eq!(open.exchange(OTHER, "small").await.unwrap(), b"taken");
        open.above.go_on.add_permits(1);
    };
    let (answer, ()) = tokio::join!(first, meanwhile);
    assert_eq!(answer.unwrap(), b"taken");
    assert_eq!(open.exchange(OTHER, body(b'x')).await.unwrap(), b"taken");
}

#[tokio::test]
async fn every_wait_at_the_door_ends() {
    let limits = DoorLimits::default();
    // A stranger that says nothing.
    let open = Open::with(DoorLimits { handshake: SOON, ..limits }).await;
    let mut silent = TcpStream::connect(open.address).await.unwrap();
    assert_eq!(timeout(LATE, silent.read(&mut [0])).await.unwrap().unwrap_or(0), 0);
    // A guest that asks nothing, or never ends its headers.
    let open = Open::with(DoorLimits { header: SOON, ..limits }).await;
    for beginning in ["", "POST "] {
        let mut slow = open.raw(GUEST).await;
        slow.write_all(beginning.as_bytes()).await.unwrap();
        let _ = timeout(LATE, slow.read_to_end(&mut Vec::new())).await.unwrap();
    }
    // A body that does not come, by the limit of the body and by that of silence.
    let open = Open::with(DoorLimits { body: SOON, ..limits }).await;
    let answer = open.told(&post(10, "abc")).await;
    assert!(answer.starts_with("HTTP/1.1 408 ") && answer.contains("node-door-timed-out"), "{answer}");
    let open = Open::with(DoorLimits { silence: SOON, ..limits }).await;
    open.told(&post(10, "abc")).await;
    // Work that does not end.
    let open = Open::with(DoorLimits { work: SOON, ..limits }).await;
    assert_eq!(refused(open.exchange(GUEST, "wait").await), (408, "node-door-timed-out".to_owned()));
    assert_eq!(open.above.dropped.load(Ordering::Relaxed), 1);
}

#[tokio::test]
async fn what_is_under_way_is_answered_when_the_door_closes() {
    let mut open = Open::door().await;
    let (stop, above) = (open.stop.take().unwrap(), Arc::clone(&open.above));
    let closing = async {
        above.begun.notified().await;
        stop.send(()).unwrap();
        // Nobody new is let in: the address is free before the last exchange has ended.
        while TcpStream::connect(open.address).await.is_ok() {
            tokio::task::yield_now().await;
        }
        above.go_on.add_permits(1);
    };
    let (answer, ()) = tokio::join!(open.exchange(GUEST, "wait"), closing);
    assert_eq!(answer.unwrap(), b"taken");
    timeout(LATE, open.serving).await.unwrap().unwrap();
}

#[tokio::test]
async fn what_does_not_end_is_dropped_when_the_door_closes() {
    let mut open = Open::with(DoorLimits { drain: SOON, ..DoorLimits::default() }).await;
    let (stop, above) = (open.stop.take().unwrap(), Arc::clone(&open.above));
    let closing = async {
        above.begun.notified().await;
        stop.send(()).unwrap();
    };
    let (answer, ()) = tokio::join!(open.exchange(GUEST, "wait"), closing);
    assert_eq!(answer.unwrap_err().code(), "adapters-delivery-broken");
    timeout(LATE, open.serving).await.unwrap().unwrap();
    assert_eq!(above.dropped.load(Ordering::Relaxed), 1);
}

#[tokio::test]
async fn an_address_that_is_taken_is_said_with_its_code() {
    let open = Open::door().await;
    let error = Door::bind(open.address, &identity(HOST), Above::new()).await.unwrap_err();
    assert_eq!(error.code(), "node-listen");
}
