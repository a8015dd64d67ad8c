//! Delivery to another node over HTTPS: bytes go out, bytes come back.
//!
//! What the bytes say is the business of `comity_channel`, and whether they may go that of `casework`; here they are
//! carried. One exchange is one connection to one node, by [`crate::tls`]: no proxy, no redirect, no cookie,
//! no name of the DNS where an address is given, and nothing is sent before the other end has proved the one key that is
//! expected.
//!
//! An exchange that failed may have arrived all the same: the answer can be lost on its way back. Whoever calls sends
//! again until there is an answer; the inbox of the other node takes each message once.

use std::error::Error as StdError;
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::time::Duration;

use comity_record::Coded;
use comity_record::sign::VerifyingKey;
use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper::body::{Body as _, Bytes, Incoming};
use hyper::header::{CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, HOST, HeaderValue};
use hyper::{Method, Request, Response, StatusCode};
use rustls::AlertDescription;
use serde::Deserialize;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use crate::exchange;
use crate::name::{Endpoint, Name};
use crate::package_part::PackagePart;
use crate::patient::{Patience, Patient};
use crate::tls::{self, Identity, UnexpectedKey};

/// The largest request and the largest answer. An envelope has at most a little over 4 MiB, so one exchange carries
/// fifteen of the largest or thousands of the usual; what is larger goes in several exchanges or on a carried medium.
pub const MAX_EXCHANGE_BYTES: usize = 64 << 20;

/// The path at which a node takes exchanges.
pub const EXCHANGE_PATH: &str = "/channel/v1/exchange";

/// The largest refusal that is read. Ours have about 100 bytes.
pub const MAX_PROBLEM_BYTES: usize = 16 << 10;

/// The headers of an answer. Ours have about 200 bytes.
const MAX_HEADER_BYTES: usize = 16 << 10;

/// The longest code that is taken from a refusal. Ours have about 30 letters.
const MAX_CODE: usize = 64;

/// A line of 300 kbit/s carries the largest exchange there and back in the hour; the door's own limit of work (two minutes)
/// is within the silence.
pub const PATIENCE: Patience = Patience {
    connect: Duration::from_secs(20),
    silence: Duration::from_mins(3),
    whole: Duration::from_hours(1),
};

/// What took too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Waiting {
    /// The name's addresses.
    Lookup,
    /// A connection.
    Connection,
    /// The handshake.
    Handshake,
    /// Any byte at all.
    Silence,
    /// The end of the exchange.
    Exchange,
}

impl Waiting {
    /// The name of the step, for messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Lookup => "lookup",
            Self::Connection => "connection",
            Self::Handshake => "handshake",
            Self::Silence => "silence",
            Self::Exchange => "exchange",
        }
    }
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DeliveryError {
    /// More than [`MAX_EXCHANGE_BYTES`] were to be sent. Nothing was.
    #[error("an exchange of {length} bytes is larger than the limit of {MAX_EXCHANGE_BYTES}")]
    RequestTooLarge {
        /// The bytes that there were.
        length: usize,
    },
    /// The name has no address, or nothing answers there.
    #[error("{endpoint} cannot be reached")]
    Unreachable {
        /// Where.
        endpoint: Endpoint,
        /// What the system says of the last address.
        source: io::Error,
    },
    /// What answers there has another key. Nothing was sent.
    #[error("{endpoint} has the key {found}, not {expected}")]
    WrongKey {
        /// Where.
        endpoint: Endpoint,
        /// The key that the agreement names.
        expected: VerifyingKey,
        /// The key in the certificate that was shown.
        found: VerifyingKey,
    },
    /// The other node does not know our key.
    #[error("{endpoint} does not know this node's key")]
    NotKnown {
        /// Where.
        endpoint: Endpoint,
    },
    /// No secure connection could be made for another reason.
    #[error("no secure connection to {endpoint}: {cause}")]
    Handshake {
        /// Where.
        endpoint: Endpoint,
        /// What the library says.
        cause: String,
    },
    /// Something took too long.
    #[error("{endpoint} took too long ({})", waiting.as_str())]
    TimedOut {
        /// Where.
        endpoint: Endpoint,
        /// What was waited for.
        waiting: Waiting,
    },
    /// The connection ended in the middle.
    #[error("the connection to {endpoint} ended in the middle")]
    Broken {
        /// Where.
        endpoint: Endpoint,
        /// What the library says.
        cause: String,
    },
    /// The answer has more than [`MAX_EXCHANGE_BYTES`].
    #[error("the answer of {endpoint} is larger than the limit of {MAX_EXCHANGE_BYTES} bytes")]
    AnswerTooLarge {
        /// Where.
        endpoint: Endpoint,
    },
    /// The other node refuses, or what answers there is no node.
    #[error("{endpoint} answered with status {status}")]
    Refused {
        /// Where.
        endpoint: Endpoint,
        /// The status.
        status: u16,
        /// The code of the problem (RFC 9457), if the answer has one.
        code: Option<String>,
    },
}

impl Coded for DeliveryError {
    fn code(&self) -> &'static str {
        match self {
            Self::RequestTooLarge { .. } => "adapters-delivery-request-too-large",
            Self::Unreachable { .. } => "adapters-delivery-unreachable",
            Self::WrongKey { .. } => "adapters-delivery-wrong-key",
            Self::NotKnown { .. } => "adapters-delivery-not-known",
            Self::Handshake { .. } => "adapters-delivery-handshake",
            Self::TimedOut { .. } => "adapters-delivery-timed-out",
            Self::Broken { .. } => "adapters-delivery-broken",
            Self::AnswerTooLarge { .. } => "adapters-delivery-answer-too-large",
            Self::Refused { .. } => "adapters-delivery-refused",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        let limit = || ("limit", MAX_EXCHANGE_BYTES.to_string());
        let (endpoint, mut args) = match self {
            Self::RequestTooLarge { length } => return vec![("length", length.to_string()), limit()],
            Self::Unreachable { endpoint, source } => (endpoint, vec![("cause", source.to_string())]),
            Self::WrongKey { endpoint, expected, found } => {
                (endpoint, vec![("expected", expected.to_string()), ("found", found.to_string())])
            }
            Self::NotKnown { endpoint } => (endpoint, vec![]),
            Self::Handshake { endpoint, cause } | Self::Broken { endpoint, cause } => {
                (endpoint, vec![("cause", cause.clone())])
            }
            Self::TimedOut { endpoint, waiting } => {
                (endpoint, vec![("waiting", waiting.as_str().to_owned())])
            }
            Self::AnswerTooLarge { endpoint } => (endpoint, vec![limit()]),
            Self::Refused { endpoint, status, code } => (
                endpoint,
                vec![("status", status.to_string()), ("code", code.clone().unwrap_or("none".to_owned()))],
            ),
        };
        args.push(("endpoint", endpoint.to_string()));
        args
    }
}

/// Carries exchanges for one node.
#[derive(Clone, Debug)]
pub struct Delivery {
    identity: Identity,
    patience: Patience,
}

impl Delivery {
    /// Carries for the node of this identity.
    pub fn new(identity: Identity) -> Self {
        Self { identity, patience: PATIENCE }
    }

    /// With other times to wait.
    #[must_use]
    pub fn with_patience(self, patience: Patience) -> Self {
        Self { patience, ..self }
    }

    /// Sends `body` to the node that has the key `expected`, and gives its answer.
    ///
    /// May be dropped at any moment; the connection then ends.
    ///
    /// # Errors
    /// Says how far it came. Unless the error says that nothing was sent, the other node may have taken the request.
    pub async fn exchange(
        &self,
        to: &Endpoint,
        expected: VerifyingKey,
        body: Vec<u8>,
    ) -> Result<Vec<u8>, DeliveryError> {
        if body.len() > MAX_EXCHANGE_BYTES {
            return Err(DeliveryError::RequestTooLarge { length: body.len() });
        }
        let trip = Trip { to, expected, patience: self.patience };
        self.make(&trip, trip.exchange(body)).await
    }

    /// Fetches a part of a package from the node that has the key `expected`, at most [`MAX_EXCHANGE_BYTES`]. It is not
    /// verified here.
    ///
    /// # Errors
    /// Says how far it came.
    pub async fn fetch(
        &self,
        to: &Endpoint,
        expected: VerifyingKey,
        part: PackagePart,
    ) -> Result<Vec<u8>, DeliveryError> {
        let trip = Trip { to, expected, patience: self.patience };
        self.make(&trip, trip.fetch(part)).await
    }

    async fn make(&self, trip: &Trip<'_>, request: Request<Full<Bytes>>) -> Result<Vec<u8>, DeliveryError> {
        let stream = trip.secure(&self.identity, trip.connect().await?).await?;
        trip.within(self.patience.whole, Waiting::Exchange, trip.speak(stream, request)).await?
    }
}

/// One exchange under way.
struct Trip<'a> {
    to: &'a Endpoint,
    expected: VerifyingKey,
    patience: Patience,
}

impl Trip<'_> {
    async fn connect(&self) -> Result<TcpStream, DeliveryError> {
        exchange::connect(self.addresses().await?, self.patience.connect).await.map_err(|error| {
            match error.kind() {
                ErrorKind::TimedOut => self.late(Waiting::Connection),
                _ => self.unreachable(error),
            }
        })
    }

    async fn addresses(&self) -> Result<Vec<SocketAddr>, DeliveryError> {
        match &self.to.name {
            Name::Address(address) => Ok(vec![SocketAddr::new(*address, self.to.port)]),
            Name::Dns(name) => {
                let lookup = tokio::net::lookup_host((name.as_str(), self.to.port));
                let found = self.within(self.patience.connect, Waiting::Lookup, lookup).await?;
                Ok(found.map_err(|error| self.unreachable(error))?.collect())
            }
        }
    }

    async fn secure(
        &self,
        identity: &Identity,
        stream: TcpStream,
    ) -> Result<TlsStream<Patient<TcpStream>>, DeliveryError> {
        let connector = TlsConnector::from(tls::client(identity, self.expected));
        let stream = Patient::new(stream, self.patience.silence);
        let handshake = connector.connect(self.to.name.server_name(), stream);
        let finished = self.within(self.patience.connect, Waiting::Handshake, handshake).await?;
        finished.map_err(|error| self.failed(&error))
    }

    async fn speak(
        &self,
        stream: TlsStream<Patient<TcpStream>>,
        request: Request<Full<Bytes>>,
    ) -> Result<Vec<u8>, DeliveryError> {
        let failed = |error: &hyper::Error| self.failed(error);
        let answer = |response| self.answer(response);
        exchange::speak(stream, MAX_HEADER_BYTES, request, failed, answer).await
    }

    fn exchange(&self, body: Vec<u8>) -> Request<Full<Bytes>> {
        let length = body.len();
        let mut request = self.request(Method::POST, hyper::Uri::from_static(EXCHANGE_PATH), body);
        let headers = request.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/octet-stream"));
        // Said also of nothing: the door wants to know before it reads.
        headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
        request
    }

    fn fetch(&self, part: PackagePart) -> Request<Full<Bytes>> {
        let path = hyper::Uri::try_from(part.path()).expect("letters, digits and slashes");
        self.request(Method::GET, path, vec![])
    }

    fn request(&self, method: Method, path: hyper::Uri, body: Vec<u8>) -> Request<Full<Bytes>> {
        let mut request = Request::new(Full::new(Bytes::from(body)));
        *request.method_mut() = method;
        *request.uri_mut() = path;
        let host = HeaderValue::from_str(&self.to.to_string()).expect("a name is visible ASCII");
        let headers = request.headers_mut();
        headers.insert(HOST, host);
        headers.insert(CONNECTION, HeaderValue::from_static("close"));
        request
    }

    async fn answer(&self, response: Response<Incoming>) -> Result<Vec<u8>, DeliveryError> {
        let status = response.status();
        if status != StatusCode::OK {
            let code = refusal(response).await;
            return Err(DeliveryError::Refused { endpoint: self.to.clone(), status: status.as_u16(), code });
        }
        let too_large = || DeliveryError::AnswerTooLarge { endpoint: self.to.clone() };
        let body = response.into_body();
        let most = u64::try_from(MAX_EXCHANGE_BYTES).expect("64 MiB fit into 64 bits");
        if body.size_hint().lower() > most {
            return Err(too_large());
        }
        match Limited::new(body, MAX_EXCHANGE_BYTES).collect().await {
            Ok(whole) => Ok(whole.to_bytes().into()),
            Err(error) if error.is::<LengthLimitError>() => Err(too_large()),
            Err(error) => Err(self.failed(error.as_ref())),
        }
    }

    async fn within<T>(
        &self,
        limit: Duration,
        waiting: Waiting,
        step: impl Future<Output = T>,
    ) -> Result<T, DeliveryError> {
        timeout(limit, step).await.map_err(|_| self.late(waiting))
    }

    fn late(&self, waiting: Waiting) -> DeliveryError {
        DeliveryError::TimedOut { endpoint: self.to.clone(), waiting }
    }

    fn unreachable(&self, source: io::Error) -> DeliveryError {
        DeliveryError::Unreachable { endpoint: self.to.clone(), source }
    }

    /// What an error of the layers below means here.
    fn failed(&self, error: &(dyn StdError + 'static)) -> DeliveryError {
        if exchange::is_late(error) {
            return self.late(Waiting::Silence);
        }
        let endpoint = self.to.clone();
        // In TLS 1.3 a client has finished its side of the handshake before the server has seen its certificate, so that a
        // refusal arrives in the place of the answer.
        let Some(error) = exchange::inwards(error).find_map(|error| error.downcast_ref::<rustls::Error>())
        else {
            return DeliveryError::Broken { endpoint, cause: exchange::cause(error) };
        };
        match (UnexpectedKey::of(error), error) {
            (Some(UnexpectedKey(found)), _) => {
                DeliveryError::WrongKey { endpoint, expected: self.expected, found }
            }
            (None, rustls::Error::AlertReceived(alert)) if refuses_us(*alert) => {
                DeliveryError::NotKnown { endpoint }
            }
            (None, error) => DeliveryError::Handshake { endpoint, cause: error.to_string() },
        }
    }
}

/// Whether an alert says that our certificate is not taken.
fn refuses_us(alert: AlertDescription) -> bool {
    matches!(
        alert,
        AlertDescription::CertificateUnknown
            | AlertDescription::BadCertificate
            | AlertDescription::UnknownCA
            | AlertDescription::AccessDenied
            | AlertDescription::CertificateRequired
    )
}

/// The code of a refusal, if it says one.
async fn refusal(response: Response<Incoming>) -> Option<String> {
    let kind = response.headers().get(CONTENT_TYPE)?;
    if kind.as_bytes() != b"application/problem+json" {
        return None;
    }
    let body = Limited::new(response.into_body(), MAX_PROBLEM_BYTES).collect().await.ok()?;
    problem_code(&body.to_bytes())
}

/// The member `code` of a problem (RFC 9457), if it looks like a code of ours: it is shown to people, and another node
/// wrote it.
pub fn problem_code(body: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    struct Problem {
        code: String,
    }
    let code = serde_json::from_slice::<Problem>(body).ok()?.code;
    let plain = code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    (plain && (1..=MAX_CODE).contains(&code.len())).then_some(code)
}
