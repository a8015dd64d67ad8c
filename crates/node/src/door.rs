//! The door to other nodes: bytes come in over HTTPS from a node that an agreement names, bytes go back.
//!
//! The door knows no message and decides nothing. Who may come is asked of the floor above by key ([`Exchange::knows`]),
//! before a word of HTTP is spoken and again with every request; what the bytes say is the business of
//! [`Exchange::exchange`]. It may stand at any address: without the private key of a known node nobody gets past the
//! handshake ([`comity_adapters::tls`]).
//!
//! Strangers and guests do not share: those who have not proved a key yet have places of their own, and a guest has few
//! places, one exchange at a time, and a part of the memory no larger than what it has said that it will send. So
//! neither a crowd of strangers nor one guest who has been taken over keeps the others out.

mod guests;

use std::convert::Infallible;
use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use comity_adapters::delivery::{EXCHANGE_PATH, MAX_EXCHANGE_BYTES};
use comity_adapters::package_part::PackagePart;
use comity_adapters::patient::Patient;
use comity_adapters::tls::{self, Identity, UnexpectedKey};
use comity_record::Coded;
use comity_record::sign::VerifyingKey;
use http_body_util::{BodyExt as _, Full};
use hyper::body::{Body as _, Bytes, Incoming};
use hyper::header::{ALLOW, CONTENT_TYPE, HeaderValue, RETRY_AFTER};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinSet;
use tokio::time::timeout;
use tokio_rustls::{TlsAcceptor, rustls};

use crate::error::ServeError;
use crate::server::{MAX_HEADER_BYTES, MAX_HEADERS, accept};
use guests::Guests;

pub use guests::MAX_CONNECTIONS_A_GUEST;

/// Handshakes at a time. Each takes a few milliseconds of an honest client.
pub const MAX_HANDSHAKES: usize = 64;

/// Seconds after which a guest who was told to come later may come.
const RETRY_SECONDS: u32 = 30;

/// How long, and for how many bytes, a refused stranger is listened to: a socket that is closed with bytes unread is
/// reset, and on a bad line the reset overtakes the alert that says why.
const LINGER: Duration = Duration::from_secs(2);
const LINGER_BYTES: u64 = 1 << 20;

/// What takes the exchanges: the floor above.
///
/// ```
/// use comity_node::door::{Exchange, ExchangeRefused};
/// use comity_record::sign::VerifyingKey;
///
/// /// Gives back what comes, to one node.
/// struct Echo(VerifyingKey);
///
/// impl Exchange for Echo {
///     fn knows(&self, peer: &VerifyingKey) -> bool {
///         *peer == self.0
///     }
///
///     async fn exchange(&self, _: VerifyingKey, body: Vec<u8>) -> Result<Vec<u8>, ExchangeRefused> {
///         Ok(body)
///     }
/// }
/// ```
pub trait Exchange: Send + Sync + 'static {
    /// Whether an agreement in force names this key as a node's. Asked in every handshake and for every request, so it
    /// looks at what is in memory and waits for nothing.
    fn knows(&self, peer: &VerifyingKey) -> bool;

    /// Takes the bytes of a node that has proved `peer`, at most [`MAX_EXCHANGE_BYTES`], and gives the answer, at most as
    /// many.
    ///
    /// There is one exchange of a peer at a time. The future may be dropped at any of its waits: the other node went
    /// away, or the time was up. What has been made durable by then stays, and the other node sends again.
    fn exchange(
        &self,
        peer: VerifyingKey,
        body: Vec<u8>,
    ) -> impl Future<Output = Result<Vec<u8>, ExchangeRefused>> + Send;

    /// Gives the node that has proved `peer` a part of a package that was offered to it, at most [`MAX_EXCHANGE_BYTES`]. A
    /// door that offers none has no such path.
    ///
    /// As for exchanges, there is one at a time of a peer, and the future may be dropped.
    fn package(
        &self,
        peer: VerifyingKey,
        part: PackagePart,
    ) -> impl Future<Output = Result<Vec<u8>, ExchangeRefused>> + Send {
        let _ = (peer, part);
        std::future::ready(Err(ExchangeRefused { because: Because::Missing, code: DoorError::Path.code() }))
    }
}

/// Why the floor above does not answer.
///
/// Only the code goes to the other node: what an error tells beside it may name files and persons of this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{code}")]
pub struct ExchangeRefused {
    /// What the other node can make of it.
    pub because: Because,
    /// The code of the error.
    pub code: &'static str,
}

/// What another node can make of a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Because {
    /// The bytes are no exchange. Sending them again changes nothing.
    Malformed,
    /// The agreement does not allow it.
    Forbidden,
    /// It does not fit what came before.
    Conflict,
    /// There is no such thing.
    Missing,
    /// There was such a thing, and it was taken back.
    Gone,
    /// This node cannot do it now. Sending again later may help.
    Unavailable,
    /// Something is wrong with this node.
    Failed,
}

impl ExchangeRefused {
    /// Refuses with the code of an error.
    pub fn new(because: Because, error: &impl Coded) -> Self {
        Self { because, code: error.code() }
    }
}

impl Because {
    fn status(self) -> StatusCode {
        match self {
            Self::Malformed => StatusCode::BAD_REQUEST,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::Conflict => StatusCode::CONFLICT,
            Self::Missing => StatusCode::NOT_FOUND,
            Self::Gone => StatusCode::GONE,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Failed => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

/// What another node is told when there is no answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DoorError {
    /// Another path than [`EXCHANGE_PATH`] and those of a [`PackagePart`].
    #[error("the door has no such path")]
    Path,
    /// Another method than the path takes.
    #[error("the door takes {0} only")]
    Method(&'static str),
    /// The request does not say how long it is.
    #[error("the length of the request is not said")]
    Length,
    /// More than [`MAX_EXCHANGE_BYTES`].
    #[error("a request of {length} bytes is larger than the limit of {MAX_EXCHANGE_BYTES}")]
    TooLarge {
        /// What the request says of itself.
        length: u64,
    },
    /// No agreement in force names the key any more.
    #[error("no agreement in force names the key")]
    NotKnown,
    /// Another exchange of the same node is under way, or there is no memory for this one.
    #[error("there is no room for the exchange now")]
    Busy,
    /// The request did not come to its end, or the work on it did not.
    #[error("the exchange took too long")]
    TimedOut,
    /// The connection ended in the middle of the request.
    #[error("the request was cut off")]
    Cut,
    /// The answer would be larger than [`MAX_EXCHANGE_BYTES`].
    #[error("an answer of {length} bytes is larger than the limit of {MAX_EXCHANGE_BYTES}")]
    Answer {
        /// Its length.
        length: usize,
    },
    /// The floor above refuses.
    #[error(transparent)]
    Refused(#[from] ExchangeRefused),
}

impl DoorError {
    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Path => StatusCode::NOT_FOUND,
            Self::Method(_) => StatusCode::METHOD_NOT_ALLOWED,
            Self::Length => StatusCode::LENGTH_REQUIRED,
            Self::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NotKnown => StatusCode::FORBIDDEN,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::TimedOut => StatusCode::REQUEST_TIMEOUT,
            Self::Cut => StatusCode::BAD_REQUEST,
            Self::Answer { .. } => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Refused(refused) => refused.because.status(),
        }
    }

    /// The answer as RFC 9457 has it. The words for the code are those of the reader's own catalogue.
    fn response(&self) -> Response<Full<Bytes>> {
        let (status, code) = (self.status(), self.code());
        let problem =
            json!({ "type": format!("urn:comity:{code}"), "status": status.as_u16(), "code": code });
        let mut response = Response::new(Full::from(problem.to_string()));
        *response.status_mut() = status;
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        match self {
            Self::Method(allowed) => drop(headers.insert(ALLOW, HeaderValue::from_static(allowed))),
            Self::Busy => drop(headers.insert(RETRY_AFTER, HeaderValue::from(RETRY_SECONDS))),
            _ => {}
        }
        response
    }
}

impl Coded for DoorError {
    fn code(&self) -> &'static str {
        match self {
            Self::Path => "node-door-path",
            Self::Method(_) => "node-door-method",
            Self::Length => "node-door-length",
            Self::TooLarge { .. } => "node-door-too-large",
            Self::NotKnown => "node-door-not-known",
            Self::Busy => "node-door-busy",
            Self::TimedOut => "node-door-timed-out",
            Self::Cut => "node-door-cut",
            Self::Answer { .. } => "node-door-answer",
            Self::Refused(refused) => refused.code,
        }
    }
}

/// How long the door waits, and how much it holds.
#[derive(Clone, Copy, Debug)]
pub struct DoorLimits {
    /// To agree on keys. Strangers have no more.
    pub handshake: Duration,
    /// For the headers of a request, and for the next one on a connection.
    pub header: Duration,
    /// Without a byte in either direction.
    pub silence: Duration,
    /// For memory to come free, when all of it is taken.
    pub room: Duration,
    /// For the body of a request.
    pub body: Duration,
    /// For the work on it. Shorter than the silence, or the other node hears nothing of the end.
    pub work: Duration,
    /// For what is under way when the door closes.
    pub drain: Duration,
    /// Bytes of requests that are held at a time, of all guests together.
    pub bytes: usize,
}

impl Default for DoorLimits {
    /// A line of 300 kbit/s brings the largest request within the half hour. Four of the largest fit beside each
    /// other, or thousands of the usual.
    fn default() -> Self {
        Self {
            handshake: Duration::from_secs(10),
            header: Duration::from_secs(10),
            silence: Duration::from_mins(3),
            room: Duration::from_secs(30),
            body: Duration::from_mins(30),
            work: Duration::from_mins(2),
            drain: Duration::from_secs(10),
            bytes: 4 * MAX_EXCHANGE_BYTES,
        }
    }
}

/// The door of a node, bound to its address.
pub struct Door<E> {
    listener: TcpListener,
    address: SocketAddr,
    acceptor: TlsAcceptor,
    hall: Arc<Hall<E>>,
}

impl<E> fmt::Debug for Door<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Door").field("address", &self.address).finish_non_exhaustive()
    }
}

/// What the connections share.
struct Hall<E> {
    exchange: Arc<E>,
    limits: DoorLimits,
    guests: Arc<Guests>,
    memory: Arc<Semaphore>,
}

impl<E: Exchange> Door<E> {
    /// Takes the address; port 0 takes a free one.
    ///
    /// # Errors
    /// Fails when it is taken already.
    pub async fn bind(
        address: SocketAddr,
        identity: &Identity,
        exchange: Arc<E>,
    ) -> Result<Self, ServeError> {
        Self::bind_with(address, identity, exchange, DoorLimits::default()).await
    }

    /// As [`bind`](Self::bind), with other limits.
    ///
    /// # Errors
    /// As [`bind`](Self::bind).
    pub async fn bind_with(
        address: SocketAddr,
        identity: &Identity,
        exchange: Arc<E>,
        limits: DoorLimits,
    ) -> Result<Self, ServeError> {
        let failed = |source| ServeError::Listen { address, source };
        let listener = TcpListener::bind(address).await.map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        let known = Arc::clone(&exchange);
        let config = tls::server(identity, Arc::new(move |key: &VerifyingKey| known.knows(key)));
        let memory = Arc::new(Semaphore::new(limits.bytes));
        let hall = Arc::new(Hall { exchange, limits, guests: Arc::default(), memory });
        Ok(Self { listener, address, acceptor: TlsAcceptor::from(config), hall })
    }

    /// The address, with the port that was taken.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Serves until `stop` is done; then lets what is under way come to its end, within limits.
    pub async fn run(self, stop: impl Future<Output = ()> + Send) {
        let Self { listener, acceptor, hall, .. } = self;
        let strangers = Arc::new(Semaphore::new(MAX_HANDSHAKES));
        let open = GracefulShutdown::new();
        let mut connections = JoinSet::new();
        let mut stop = std::pin::pin!(stop);
        loop {
            tokio::select! {
                () = &mut stop => break,
                Some(ended) = connections.join_next() => told_of(ended),
                accepted = accept(&listener, &strangers) => {
                    let (stream, place) = accepted;
                    let hall = Arc::clone(&hall);
                    connections.spawn(meet(hall, acceptor.clone(), stream, place, open.watcher()));
                }
            }
        }
        drop(listener);
        if timeout(hall.limits.drain, open.shutdown()).await.is_err() {
            tracing::warn!("exchanges were still under way when the door closed");
        }
        connections.shutdown().await;
    }
}

/// A fault in one exchange ends its connection and nothing else.
fn told_of(ended: Result<(), tokio::task::JoinError>) {
    if let Err(error) = ended {
        tracing::error!(%error, "a connection at the door ended by a fault");
    }
}

/// One connection: the handshake among strangers, then the exchanges of a guest.
async fn meet<E: Exchange>(
    hall: Arc<Hall<E>>,
    acceptor: TlsAcceptor,
    stream: TcpStream,
    place: OwnedSemaphorePermit,
    watcher: Watcher,
) {
    let limits = hall.limits;
    let handshake = acceptor.accept(Patient::new(stream, limits.silence)).into_fallible();
    let stream = match timeout(limits.handshake, handshake).await {
        Ok(Ok(stream)) => stream,
        Ok(Err((error, stream))) => {
            say_refused(&error);
            return linger(stream).await;
        }
        Err(_) => return tracing::debug!("a handshake at the door took too long"),
    };
    let Some(peer) = tls::peer(stream.get_ref().1) else { return };
    let Some(_seat) = hall.guests.enter(peer) else {
        return tracing::info!(node = %peer.key_id(), "a node has too many connections at the door");
    };
    drop(place);
    let service = service_fn(|request| {
        let hall = Arc::clone(&hall);
        async move { Ok::<_, Infallible>(hall.answer(peer, request).await) }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.header)
        .max_buf_size(MAX_HEADER_BYTES)
        .max_headers(MAX_HEADERS)
        .serve_connection(TokioIo::new(stream), service);
    if let Err(error) = watcher.watch(connection).await {
        tracing::debug!(node = %peer.key_id(), %error, "a connection at the door ended early");
    }
}

fn say_refused(error: &std::io::Error) {
    let cause = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>());
    match cause.and_then(UnexpectedKey::of) {
        Some(UnexpectedKey(key)) => {
            tracing::info!(node = %key.key_id(), "a node that no agreement in force names was refused at the door");
        }
        None => tracing::debug!(%error, "a handshake at the door failed"),
    }
}

async fn linger(mut stream: Patient<TcpStream>) {
    let parting = async {
        stream.shutdown().await?;
        tokio::io::copy(&mut stream.take(LINGER_BYTES), &mut tokio::io::sink()).await
    };
    // However it ends, the stranger has been told.
    let _ = timeout(LINGER, parting).await;
}

impl<E: Exchange> Hall<E> {
    async fn answer(&self, peer: VerifyingKey, request: Request<Incoming>) -> Response<Full<Bytes>> {
        let (parts, mut body) = request.into_parts();
        match self.take(peer, parts.uri.path(), &parts.method, &mut body).await {
            Ok(answer) => {
                let mut response = Response::new(Full::from(answer));
                let kind = HeaderValue::from_static("application/octet-stream");
                response.headers_mut().insert(CONTENT_TYPE, kind);
                response
            }
            Err(error) => {
                tracing::info!(node = %peer.key_id(), code = error.code(), %error, "an exchange was refused");
                // The other node hears why only when it has been able to say all that it had begun to say.
                if !matches!(error, DoorError::TimedOut | DoorError::Cut) {
                    let _ = timeout(self.limits.body, pass_over(&mut body)).await;
                }
                error.response()
            }
        }
    }

    async fn take(
        &self,
        peer: VerifyingKey,
        path: &str,
        method: &Method,
        body: &mut Incoming,
    ) -> Result<Vec<u8>, DoorError> {
        let part = PackagePart::of_path(path);
        let allowed = match part {
            Some(_) => Method::GET,
            None if path == EXCHANGE_PATH => Method::POST,
            None => return Err(DoorError::Path),
        };
        if *method != allowed {
            return Err(DoorError::Method(if part.is_some() { "GET" } else { "POST" }));
        }
        // An agreement may have ended since the handshake.
        if !self.exchange.knows(&peer) {
            return Err(DoorError::NotKnown);
        }
        if let Some(part) = part {
            let _turn = self.guests.begin(peer).ok_or(DoorError::Busy)?;
            let work = timeout(self.limits.work, self.exchange.package(peer, part));
            return fitting(work.await.map_err(|_| DoorError::TimedOut)??);
        }
        let said = body.size_hint().exact().ok_or(DoorError::Length)?;
        let length = usize::try_from(said).ok().filter(|length| *length <= MAX_EXCHANGE_BYTES);
        let length = length.ok_or(DoorError::TooLarge { length: said })?;
        let _turn = self.guests.begin(peer).ok_or(DoorError::Busy)?;
        let share = u32::try_from(length.min(self.limits.bytes)).expect("64 MiB fit into 32 bits");
        let room = timeout(self.limits.room, self.memory.acquire_many(share)).await;
        let _room = room.map_err(|_| DoorError::Busy)?.expect("it is never closed");
        let whole =
            timeout(self.limits.body, whole(body, length)).await.map_err(|_| DoorError::TimedOut)??;
        let work = timeout(self.limits.work, self.exchange.exchange(peer, whole));
        fitting(work.await.map_err(|_| DoorError::TimedOut)??)
    }
}

/// An answer that the other node takes.
fn fitting(answer: Vec<u8>) -> Result<Vec<u8>, DoorError> {
    match answer.len() {
        length if length > MAX_EXCHANGE_BYTES => Err(DoorError::Answer { length }),
        _ => Ok(answer),
    }
}

/// The body, whose length is known and has been given room.
async fn whole(body: &mut Incoming, length: usize) -> Result<Vec<u8>, DoorError> {
    let mut whole = Vec::with_capacity(length);
    while let Some(frame) = body.frame().await {
        if let Ok(data) = frame.map_err(|_| DoorError::Cut)?.into_data() {
            whole.extend_from_slice(&data);
        }
    }
    Ok(whole)
}

/// Reads what is left of a body and keeps nothing of it, up to the size that any request may have.
async fn pass_over(body: &mut Incoming) {
    let mut left = MAX_EXCHANGE_BYTES;
    while let Some(Ok(frame)) = body.frame().await {
        let Some(rest) = left.checked_sub(frame.data_ref().map_or(0, Bytes::len)) else { return };
        left = rest;
    }
}
