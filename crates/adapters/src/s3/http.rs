//! One request to one place, over a connection that is kept for the next: no proxy, no redirect, no cookie.
//!
//! A thread of its own moves the bytes, so that whoever waits may be anywhere, in another runtime too.

use std::error::Error as StdError;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1::{self, SendRequest};
use hyper::{HeaderMap, Request};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::runtime::{Builder, Runtime};
use tokio::time::{Instant, timeout};
use tokio_rustls::TlsConnector;

use super::error::S3Error;
use crate::exchange;
use crate::name::Endpoint;
use crate::patient::{Patience, Patient};

/// The headers of an answer. Servers send one or two thousand bytes.
const MAX_HEADER_BYTES: usize = 64 << 10;
/// How long a connection may lie idle and be used again. Servers close theirs after five seconds or more.
const MAX_IDLE: Duration = Duration::from_secs(4);
/// Connections that are kept.
const MAX_KEPT: usize = 16;

/// How long is waited for a store, and how often it is asked.
#[derive(Clone, Copy, Debug)]
pub struct Persistence {
    /// How long each part of one request may take. A server that puts a large object together is silent for that long.
    pub each: Patience,
    /// How often a request is sent that nobody answers, or that is answered by a server in trouble.
    pub tries: u32,
    /// The wait before the second try; before each further one twice as long.
    pub pause: Duration,
}

impl Default for Persistence {
    /// A part of some mebibytes takes minutes on the slowest line of an office. Five tries are over in three seconds where
    /// nothing is there, and wait out a server that starts anew or asks for less.
    fn default() -> Self {
        let each = Patience {
            connect: Duration::from_secs(10),
            silence: Duration::from_mins(1),
            whole: Duration::from_mins(15),
        };
        Self { each, tries: 5, pause: Duration::from_millis(200) }
    }
}

/// A place that is asked.
pub(super) struct Wire {
    inner: Arc<Inner>,
    /// Taken when this is dropped.
    runtime: Option<Runtime>,
}

struct Inner {
    server: String,
    endpoint: Endpoint,
    tls: Option<TlsConnector>,
    patience: Patience,
    idle: Mutex<Vec<Kept>>,
}

/// A connection that waits for the next request.
struct Kept {
    sender: SendRequest<Full<Bytes>>,
    since: Instant,
}

/// An answer of any status.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
}

impl Wire {
    pub(super) fn new(
        server: String,
        endpoint: Endpoint,
        tls: Option<TlsConnector>,
        patience: Patience,
    ) -> Result<Self, S3Error> {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build();
        let runtime = runtime.map_err(|source| S3Error::Start { server: server.clone(), source })?;
        let inner = Inner { server, endpoint, tls, patience, idle: Mutex::default() };
        Ok(Self { inner: Arc::new(inner), runtime: Some(runtime) })
    }

    /// Sends a request and waits for the answer, of at most so many bytes.
    pub(super) fn ask(&self, request: Request<Full<Bytes>>, most: usize) -> Result<Answer, S3Error> {
        let inner = Arc::clone(&self.inner);
        self.wait(async move {
            let whole = inner.patience.whole;
            timeout(whole, inner.ask(request, most)).await.unwrap_or_else(|_| Err(inner.late()))
        })
    }

    /// Waits.
    pub(super) fn pause(&self, how_long: Duration) -> Result<(), S3Error> {
        self.wait(async move {
            tokio::time::sleep(how_long).await;
            Ok(())
        })
    }

    fn wait<T: Send + 'static>(
        &self,
        work: impl Future<Output = Result<T, S3Error>> + Send + 'static,
    ) -> Result<T, S3Error> {
        let (done, result) = std::sync::mpsc::sync_channel(1);
        self.runtime.as_ref().expect("it is there until this is dropped").spawn(async move {
            // Whoever asked waits below.
            let _ = done.send(work.await);
        });
        result.recv().unwrap_or_else(|_| Err(self.inner.broken("the work ended early".to_owned())))
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        // A runtime that is dropped by a thread of another one would end it with a panic.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl Inner {
    async fn ask(&self, request: Request<Full<Bytes>>, most: usize) -> Result<Answer, S3Error> {
        if let Some(mut sender) = self.kept() {
            // The server may have given it up meanwhile. Every request may be sent twice.
            match self.ask_by(&mut sender, request.clone(), most).await {
                Err(S3Error::Broken { .. }) => {}
                answered => return Ok(self.keep(sender, answered?)),
            }
        }
        let mut sender = self.connect().await?;
        let answer = self.ask_by(&mut sender, request, most).await?;
        Ok(self.keep(sender, answer))
    }

    fn kept(&self) -> Option<SendRequest<Full<Bytes>>> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        idle.retain(|kept| kept.since.elapsed() < MAX_IDLE && !kept.sender.is_closed());
        idle.pop().map(|kept| kept.sender)
    }

    fn keep(&self, sender: SendRequest<Full<Bytes>>, answer: Answer) -> Answer {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < MAX_KEPT && !sender.is_closed() {
            idle.push(Kept { sender, since: Instant::now() });
        }
        answer
    }

    async fn connect(&self) -> Result<SendRequest<Full<Bytes>>, S3Error> {
        let unreachable =
            |cause: io::Error| S3Error::Unreachable { server: self.server.clone(), cause: cause.to_string() };
        let lookup = tokio::net::lookup_host(self.endpoint.to_string());
        let found = self.within(lookup).await?.map_err(unreachable)?;
        let stream = exchange::connect(found, self.patience.connect).await.map_err(unreachable)?;
        let stream = Patient::new(stream, self.patience.silence);
        let Some(tls) = &self.tls else { return self.greet(stream).await };
        let connected = tls.connect(self.endpoint.name.server_name(), stream);
        let stream = self
            .within(connected)
            .await?
            .map_err(|error| S3Error::Handshake { server: self.server.clone(), cause: error.to_string() })?;
        self.greet(stream).await
    }

    async fn greet(
        &self,
        stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    ) -> Result<SendRequest<Full<Bytes>>, S3Error> {
        let handshake = http1::Builder::new().max_buf_size(MAX_HEADER_BYTES).handshake(TokioIo::new(stream));
        let (sender, connection) = handshake.await.map_err(|error| self.of(&error))?;
        tokio::spawn(connection);
        Ok(sender)
    }

    async fn ask_by(
        &self,
        sender: &mut SendRequest<Full<Bytes>>,
        request: Request<Full<Bytes>>,
        most: usize,
    ) -> Result<Answer, S3Error> {
        sender.ready().await.map_err(|error| self.of(&error))?;
        let response = sender.send_request(request).await.map_err(|error| self.of(&error))?;
        let (parts, body) = response.into_parts();
        match Limited::new(body, most).collect().await {
            Ok(whole) => {
                Ok(Answer { status: parts.status.as_u16(), headers: parts.headers, body: whole.to_bytes() })
            }
            Err(error) if error.is::<LengthLimitError>() => {
                Err(S3Error::TooLarge { server: self.server.clone(), limit: most })
            }
            Err(error) => Err(self.of(error.as_ref())),
        }
    }

    async fn within<T>(&self, step: impl Future<Output = T>) -> Result<T, S3Error> {
        timeout(self.patience.connect, step).await.map_err(|_| self.late())
    }

    fn late(&self) -> S3Error {
        S3Error::TimedOut { server: self.server.clone() }
    }

    fn broken(&self, cause: String) -> S3Error {
        S3Error::Broken { server: self.server.clone(), cause }
    }

    /// What an error of the connection comes to.
    fn of(&self, error: &(dyn StdError + 'static)) -> S3Error {
        if exchange::is_late(error) { self.late() } else { self.broken(exchange::cause(error)) }
    }
}
