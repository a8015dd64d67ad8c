//! What every exchange with a place outside has in common: a connection to one of its addresses, one request over it, and
//! why there was no answer.

use std::convert::Infallible;
use std::error::Error as StdError;
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::pin::pin;
use std::time::Duration;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::client::conn::http1;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// Addresses of one name that are tried, one after another. A node or a server has one or two.
const MAX_ADDRESSES: usize = 8;

/// Connects to the first of some addresses that answers. To try one may take so long; where that was too short for the last
/// of them, the error is [`ErrorKind::TimedOut`].
pub(crate) async fn connect(
    addresses: impl IntoIterator<Item = SocketAddr>,
    limit: Duration,
) -> io::Result<TcpStream> {
    let mut last = io::Error::from(ErrorKind::NotFound);
    for address in addresses.into_iter().take(MAX_ADDRESSES) {
        match timeout(limit, TcpStream::connect(address)).await {
            Ok(Ok(stream)) => {
                // What is asked and its end go out without waiting for each other. A system that cannot is slower.
                let _ = stream.set_nodelay(true);
                return Ok(stream);
            }
            Ok(Err(error)) => last = error,
            Err(_) => last = ErrorKind::TimedOut.into(),
        }
    }
    Err(last)
}

/// Sends one request over a connection of its own, and has the response read by `answer`. What hinders it before that is told
/// by `failed`. The headers of the response have at most so many bytes.
pub(crate) async fn speak<T, E, A: Future<Output = Result<T, E>>>(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    max_header_bytes: usize,
    request: Request<Full<Bytes>>,
    failed: impl Fn(&hyper::Error) -> E,
    answer: impl FnOnce(Response<Incoming>) -> A,
) -> Result<T, E> {
    let handshake = http1::Builder::new().max_buf_size(max_header_bytes).handshake(TokioIo::new(stream));
    // On the heap: the futures of those who wait for this hold it, and each other.
    let (mut sender, connection) = Box::pin(handshake).await.map_err(|error| failed(&error))?;
    let connection = Box::pin(connection);
    let asked = async { answer(sender.send_request(request).await.map_err(|error| failed(&error))?).await };
    // The connection moves the bytes. When it ends first, what it has read is still to be taken.
    let moving = async {
        let _ = connection.await;
        std::future::pending::<Infallible>().await
    };
    let (asked, moving) = (pin!(asked), pin!(moving));
    tokio::select! {
        answer = asked => answer,
        never = moving => match never {},
    }
}

/// The errors from this one inwards. `source` of an error of input and output passes over the one that it holds.
pub(crate) fn inwards<'a>(
    error: &'a (dyn StdError + 'static),
) -> impl Iterator<Item = &'a (dyn StdError + 'static)> {
    std::iter::successors(Some(error), |&error: &&'a (dyn StdError + 'static)| {
        match error.downcast_ref::<io::Error>() {
            Some(error) => error.get_ref().map(|inner| inner as &(dyn StdError + 'static)),
            None => error.source(),
        }
    })
}

/// Whether it is the silence on a [patient](crate::patient) stream that ended an exchange: it may be the first to give up.
pub(crate) fn is_late(error: &(dyn StdError + 'static)) -> bool {
    let late = |error: &io::Error| error.kind() == ErrorKind::TimedOut;
    inwards(error).any(|error| error.downcast_ref().is_some_and(late))
}

/// What the innermost layer says of an exchange that broke.
pub(crate) fn cause(error: &(dyn StdError + 'static)) -> String {
    inwards(error).last().map(ToString::to_string).unwrap_or_default()
}
