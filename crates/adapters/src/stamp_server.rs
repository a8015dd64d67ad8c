//! Time-stamps from a server over HTTP (RFC 3161, 3.4): a request goes out, a reply comes back.
//!
//! What is asked for is a digest, and the reply is signed, so that plain HTTP is what most servers speak. One that is called
//! by `https` must show a certificate under one of those that are given, by TLS 1.3; the authorities of the system
//! count for nothing here. One request is one connection to one place: no proxy, no redirect, no cookie.

use std::error::Error as StdError;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use comity_record::Coded;
use comity_stamp::{MAX_REPLY_BYTES, Server, Stamper};
use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::header::{ACCEPT, CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, HOST, HeaderValue};
use hyper::{Method, Request, Response, StatusCode, Uri};
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

use crate::name::{Endpoint, NameError};
use crate::patient::{Patience, Patient};
use crate::{exchange, tls};

/// The headers of a reply. Servers send some hundred bytes.
const MAX_HEADER_BYTES: usize = 16 << 10;

const QUERY: &str = "application/timestamp-query";
const REPLY: &str = "application/timestamp-reply";

/// A server signs in a fraction of a second, and is silent while it does; the largest reply takes two seconds on a line of
/// 300 kbit/s.
pub const PATIENCE: Patience = Patience {
    connect: Duration::from_secs(20),
    silence: Duration::from_mins(1),
    whole: Duration::from_mins(1),
};

/// Why there is no reply.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StampServerError {
    /// The address names no place.
    #[error(transparent)]
    Name(#[from] NameError),
    /// The name has no address, or nothing answers there.
    #[error("{server} cannot be reached")]
    Unreachable {
        /// Where.
        server: String,
        /// What the system says of the last address.
        source: io::Error,
    },
    /// No secure connection could be made: the certificate is not under one that was given, say.
    #[error("no secure connection to {server}: {cause}")]
    Handshake {
        /// Where.
        server: String,
        /// What the library says.
        cause: String,
    },
    /// Something took too long.
    #[error("{server} took too long")]
    TimedOut {
        /// Where.
        server: String,
    },
    /// The connection ended in the middle.
    #[error("the connection to {server} ended in the middle: {cause}")]
    Broken {
        /// Where.
        server: String,
        /// What the library says.
        cause: String,
    },
    /// The reply has more than [`MAX_REPLY_BYTES`].
    #[error("the reply of {server} is larger than the limit of {MAX_REPLY_BYTES} bytes")]
    TooLarge {
        /// Where.
        server: String,
    },
    /// What answers is no time-stamp server, or refuses.
    #[error("{server} answered with status {status} and something else than a time-stamp")]
    Refused {
        /// Where.
        server: String,
        /// The status of HTTP.
        status: u16,
    },
}

impl Coded for StampServerError {
    fn code(&self) -> &'static str {
        match self {
            Self::Name(e) => e.code(),
            Self::Unreachable { .. } => "adapters-stamp-unreachable",
            Self::Handshake { .. } => "adapters-stamp-handshake",
            Self::TimedOut { .. } => "adapters-stamp-timed-out",
            Self::Broken { .. } => "adapters-stamp-broken",
            Self::TooLarge { .. } => "adapters-stamp-too-large",
            Self::Refused { .. } => "adapters-stamp-refused",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        let (server, more) = match self {
            Self::Name(e) => return e.args(),
            Self::Unreachable { server, source } => (server, Some(("cause", source.to_string()))),
            Self::Handshake { server, cause } | Self::Broken { server, cause } => {
                (server, Some(("cause", cause.clone())))
            }
            Self::TimedOut { server } => (server, None),
            Self::TooLarge { server } => (server, Some(("limit", MAX_REPLY_BYTES.to_string()))),
            Self::Refused { server, status } => (server, Some(("status", status.to_string()))),
        };
        std::iter::once(("server", server.clone())).chain(more).collect()
    }
}

/// Asks time-stamp servers.
#[derive(Clone, Copy, Debug)]
pub struct StampServers {
    patience: Patience,
}

impl Default for StampServers {
    fn default() -> Self {
        Self::with_patience(PATIENCE)
    }
}

impl StampServers {
    /// With these times to wait.
    pub fn with_patience(patience: Patience) -> Self {
        Self { patience }
    }
}

impl Stamper for StampServers {
    type Error = StampServerError;

    async fn stamp(
        &self,
        server: &Server,
        authorities: &[Vec<u8>],
        request: Vec<u8>,
    ) -> Result<Vec<u8>, StampServerError> {
        let call = Call { server, patience: self.patience };
        let endpoint: Endpoint = server.place().parse()?;
        let stream = call.connect(&endpoint).await?;
        if server.is_secure() {
            let stream = call.secure(&endpoint, authorities, stream).await?;
            call.within(self.patience.whole, call.speak(stream, request)).await?
        } else {
            call.within(self.patience.whole, call.speak(stream, request)).await?
        }
    }
}

/// One request under way.
struct Call<'a> {
    server: &'a Server,
    patience: Patience,
}

impl Call<'_> {
    async fn connect(&self, endpoint: &Endpoint) -> Result<Patient<TcpStream>, StampServerError> {
        let unreachable = |source| StampServerError::Unreachable { server: self.server.to_string(), source };
        let lookup = tokio::net::lookup_host(endpoint.to_string());
        let found = self.within(self.patience.connect, lookup).await?.map_err(unreachable)?;
        let stream = exchange::connect(found, self.patience.connect).await.map_err(unreachable)?;
        Ok(Patient::new(stream, self.patience.silence))
    }

    async fn secure(
        &self,
        endpoint: &Endpoint,
        authorities: &[Vec<u8>],
        stream: Patient<TcpStream>,
    ) -> Result<impl AsyncRead + AsyncWrite + Unpin + Send + 'static, StampServerError> {
        let handshake =
            |cause: String| StampServerError::Handshake { server: self.server.to_string(), cause };
        let mut roots = RootCertStore::empty();
        for authority in authorities {
            roots
                .add(CertificateDer::from(authority.clone()))
                .map_err(|error| handshake(error.to_string()))?;
        }
        let connector = TlsConnector::from(Arc::new(tls::client_under(roots)));
        let connected = connector.connect(endpoint.name.server_name(), stream);
        let connected = self.within(self.patience.connect, connected).await?;
        connected.map_err(|error| handshake(error.to_string()))
    }

    async fn speak(
        &self,
        stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
        request: Vec<u8>,
    ) -> Result<Vec<u8>, StampServerError> {
        let failed = |error: &hyper::Error| self.failed(error);
        let reply = |response| self.reply(response);
        exchange::speak(stream, MAX_HEADER_BYTES, self.request(request), failed, reply).await
    }

    fn request(&self, body: Vec<u8>) -> Request<Full<Bytes>> {
        let length = body.len();
        let mut request = Request::new(Full::new(Bytes::from(body)));
        *request.method_mut() = Method::POST;
        *request.uri_mut() = Uri::try_from(self.server.path()).expect("an address has visible ASCII alone");
        let host = HeaderValue::from_str(&self.server.place()).expect("a name is visible ASCII");
        let headers = request.headers_mut();
        headers.insert(HOST, host);
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(QUERY));
        headers.insert(ACCEPT, HeaderValue::from_static(REPLY));
        headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
        headers.insert(CONNECTION, HeaderValue::from_static("close"));
        request
    }

    async fn reply(&self, response: Response<Incoming>) -> Result<Vec<u8>, StampServerError> {
        let (server, status) = (self.server.to_string(), response.status());
        let kind = response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        let kind = kind.and_then(|kind| kind.split(';').next()).unwrap_or_default().trim();
        if status != StatusCode::OK || !kind.eq_ignore_ascii_case(REPLY) {
            return Err(StampServerError::Refused { server, status: status.as_u16() });
        }
        match Limited::new(response.into_body(), MAX_REPLY_BYTES).collect().await {
            Ok(whole) => Ok(whole.to_bytes().into()),
            Err(error) if error.is::<LengthLimitError>() => Err(StampServerError::TooLarge { server }),
            Err(error) => Err(self.failed(error.as_ref())),
        }
    }

    async fn within<T>(&self, limit: Duration, step: impl Future<Output = T>) -> Result<T, StampServerError> {
        timeout(limit, step).await.map_err(|_| self.late())
    }

    fn late(&self) -> StampServerError {
        StampServerError::TimedOut { server: self.server.to_string() }
    }

    fn failed(&self, error: &(dyn StdError + 'static)) -> StampServerError {
        // Of the whole and the silence either may end first.
        if exchange::is_late(error) {
            return self.late();
        }
        StampServerError::Broken { server: self.server.to_string(), cause: exchange::cause(error) }
    }
}
