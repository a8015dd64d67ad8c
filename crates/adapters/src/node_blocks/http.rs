//! Questions to one node by plain HTTP, each of which waits for its answer.
//!
//! Connections are kept for the next question. Several threads may ask at once; each then has a connection of its own.

use std::net::{SocketAddr, ToSocketAddrs as _};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1::{self, SendRequest};
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, HOST, HeaderValue};
use hyper::{Method, Request, Uri};
use hyper_util::rt::TokioIo;
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;
use zeroize::Zeroizing;

use super::NodeBlocksError;
use crate::exchange::{self, is_late};
use crate::name::Endpoint;
use crate::patient::{Patience, Patient};

/// What hyper reads at once; the headers of an answer, some 200 bytes, must fit.
const MAX_BUFFER_BYTES: usize = 256 << 10;

/// How long a connection may lie idle and be used again. Bitcoin Core closes one after 30 seconds (`-rpcservertimeout`).
const MAX_IDLE: Duration = Duration::from_secs(10);

/// A busy node on a slow disk takes seconds to find a block; the largest answer, eight megabytes, takes seconds on the
/// slowest line of an office.
pub const PATIENCE: Patience = Patience {
    connect: Duration::from_secs(20),
    silence: Duration::from_mins(2),
    whole: Duration::from_mins(10),
};

/// A node that is asked.
pub(super) struct Client {
    endpoint: Endpoint,
    addresses: Vec<SocketAddr>,
    login: Option<HeaderValue>,
    pub(super) patience: Patience,
    idle: Mutex<Vec<Connection>>,
}

/// A connection, and what moves its bytes while somebody waits for an answer.
struct Connection {
    runtime: Runtime,
    sender: SendRequest<Full<Bytes>>,
    /// When it was used last.
    used: Instant,
}

/// An answer of any status.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) body: Bytes,
}

/// Why a connection gives no answer.
enum Fault {
    /// Nothing of an answer came: the node may have given up a connection that lay idle.
    BeforeAnswer(String),
    Of(NodeBlocksError),
}

impl Client {
    /// Looks the name up, once and for all. `login` is a name and a password with a colon between them.
    pub(super) fn new(endpoint: Endpoint, login: Option<&[u8]>) -> Result<Self, NodeBlocksError> {
        let unreachable = |source| NodeBlocksError::Unreachable { endpoint: endpoint.clone(), source };
        let found = endpoint.to_string().to_socket_addrs().map_err(unreachable)?;
        let addresses = found.collect();
        let login = login.map(|login| {
            let text = Zeroizing::new(format!("Basic {}", STANDARD.encode(login)));
            let mut value = HeaderValue::from_str(&text).expect("Base64 is visible ASCII");
            value.set_sensitive(true);
            value
        });
        Ok(Self { endpoint, addresses, login, patience: PATIENCE, idle: Mutex::default() })
    }

    pub(super) fn endpoint(&self) -> &Endpoint {
        &self.endpoint
    }

    /// Asks for a path, or with `body` by JSON-RPC, and waits for an answer of at most so many bytes.
    pub(super) fn ask(&self, path: &str, body: Option<&str>, most: usize) -> Result<Answer, NodeBlocksError> {
        let kept = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        if let Some(mut connection) = kept.filter(|connection| connection.used.elapsed() < MAX_IDLE) {
            match self.ask_by(&mut connection, path, body, most) {
                Ok(answer) => return Ok(self.keep(connection, answer)),
                // Every question may be asked twice.
                Err(Fault::BeforeAnswer(_)) => {}
                Err(Fault::Of(error)) => return Err(error),
            }
        }
        let mut connection = self.connect()?;
        match self.ask_by(&mut connection, path, body, most) {
            Ok(answer) => Ok(self.keep(connection, answer)),
            Err(Fault::BeforeAnswer(cause)) => Err(self.broken(cause)),
            Err(Fault::Of(error)) => Err(error),
        }
    }

    fn keep(&self, mut connection: Connection, answer: Answer) -> Answer {
        connection.used = Instant::now();
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
        answer
    }

    fn connect(&self) -> Result<Connection, NodeBlocksError> {
        let unreachable = |source| NodeBlocksError::Unreachable { endpoint: self.endpoint.clone(), source };
        let runtime = Builder::new_current_thread().enable_all().build().map_err(unreachable)?;
        let patience = self.patience;
        let connected = runtime.block_on(async {
            let stream = exchange::connect(self.addresses.iter().copied(), patience.connect).await?;
            Ok(Patient::new(stream, patience.silence))
        });
        let stream = connected.map_err(unreachable)?;
        let handshake = http1::Builder::new().max_buf_size(MAX_BUFFER_BYTES).handshake(TokioIo::new(stream));
        let (sender, connection) =
            runtime.block_on(handshake).map_err(|error| self.broken(error.to_string()))?;
        runtime.spawn(connection);
        Ok(Connection { runtime, sender, used: Instant::now() })
    }

    fn ask_by(
        &self,
        connection: &mut Connection,
        path: &str,
        body: Option<&str>,
        most: usize,
    ) -> Result<Answer, Fault> {
        let request = self.request(path, body);
        let Connection { runtime, sender, .. } = connection;
        let asked = async {
            let before = |error: hyper::Error| {
                if is_late(&error) { Fault::Of(self.late()) } else { Fault::BeforeAnswer(error.to_string()) }
            };
            sender.ready().await.map_err(before)?;
            let response = sender.send_request(request).await.map_err(before)?;
            let status = response.status().as_u16();
            match Limited::new(response.into_body(), most).collect().await {
                Ok(whole) => Ok(Answer { status, body: whole.to_bytes() }),
                Err(error) if error.is::<LengthLimitError>() => {
                    Err(Fault::Of(NodeBlocksError::TooLarge { endpoint: self.endpoint.clone(), limit: most }))
                }
                Err(error) if is_late(error.as_ref()) => Err(Fault::Of(self.late())),
                Err(error) => Err(Fault::Of(self.broken(error.to_string()))),
            }
        };
        let whole = self.patience.whole;
        runtime
            .block_on(async { timeout(whole, asked).await })
            .unwrap_or_else(|_| Err(Fault::Of(self.late())))
    }

    fn request(&self, path: &str, body: Option<&str>) -> Request<Full<Bytes>> {
        let mut request = Request::new(Full::new(Bytes::from(body.unwrap_or_default().to_owned())));
        *request.uri_mut() = Uri::try_from(path).expect("paths are made here, of ASCII");
        let headers = request.headers_mut();
        let host = HeaderValue::from_str(&self.endpoint.to_string()).expect("a name is visible ASCII");
        headers.insert(HOST, host);
        headers.extend(self.login.clone().map(|login| (AUTHORIZATION, login)));
        if body.is_some() {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
            *request.method_mut() = Method::POST;
        }
        request
    }

    fn late(&self) -> NodeBlocksError {
        NodeBlocksError::TimedOut { endpoint: self.endpoint.clone() }
    }

    fn broken(&self, cause: String) -> NodeBlocksError {
        NodeBlocksError::Broken { endpoint: self.endpoint.clone(), cause }
    }
}
