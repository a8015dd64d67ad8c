//! The socket that the pages are served on.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use comity_adapters::name::Name;
use comity_adapters::tls::PageTls;
use comity_casework::Casework;
use comity_disk::Disk;
use comity_record::{Clock, Entropy};
use comity_store::Store;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{MissedTickBehavior, timeout};
use tokio_rustls::TlsAcceptor;

use crate::error::ServeError;
use crate::gate::Gate;
use crate::locked;
use crate::origin::Origin;
use crate::routes::{Node, routes};

/// Connections at a time: each officer's browser keeps a few.
pub const MAX_CONNECTIONS: usize = 256;
/// Bytes of a request's line and headers. Ours have about one thousand.
pub const MAX_HEADER_BYTES: usize = 16 << 10;
/// Headers of a request. Browsers send about twenty.
pub const MAX_HEADERS: usize = 64;
/// Seconds in which the headers must have come, and for which an idle connection is kept.
pub const MAX_HEADER_SECONDS: u64 = 10;
/// Seconds in which browser and node must have agreed on keys.
pub const MAX_HANDSHAKE_SECONDS: u64 = 10;
/// How often sessions that are over are dropped with their keys.
const SWEEP_SECONDS: u64 = 30;
/// How long a shutdown waits for answers under way.
const DRAIN_SECONDS: u64 = 10;

/// Where and with what a node is served.
#[derive(Clone)]
pub struct Config {
    /// The address. Without TLS only loopback addresses are taken; port 0 takes a free one.
    pub address: SocketAddr,
    /// TLS; without it pages are served in the clear, on this machine only.
    pub tls: Option<Tls>,
    /// The only name under which pages without TLS are asked for; without it the address itself and `localhost`. Browsers
    /// keep cookies by name and not by port, so that a name that nobody else knows keeps an officer's session from
    /// whoever listens on another port of the machine.
    pub name: Option<Name>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Randomness, for the tokens of sessions.
    pub entropy: Arc<dyn Entropy>,
    /// The node's folder, to publish the tiles of its log; without it only the checkpoint is published.
    pub disk: Option<Arc<dyn Disk>>,
    /// Where passphrases are tried; the command line of the same node passes it too.
    pub gate: Arc<Gate>,
}

/// TLS for the pages, which is needed where other machines can reach them.
#[derive(Clone)]
pub struct Tls {
    /// The certificate and its key.
    pub certificate: PageTls,
    /// The names under which the pages are asked for, as [`crate::page_names`] gives them. Requests under another name are
    /// refused.
    pub names: Vec<Name>,
}

impl Config {
    /// The address from which pages are served when nothing else is said.
    pub const ADDRESS: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 8470);

    /// Serves at [`Config::ADDRESS`].
    pub fn new(clock: Arc<dyn Clock>, entropy: Arc<dyn Entropy>) -> Self {
        Self {
            address: Self::ADDRESS,
            tls: None,
            name: None,
            clock,
            entropy,
            disk: None,
            gate: Arc::default(),
        }
    }

    /// Whether pages may be served so.
    pub(crate) fn check(&self) -> Result<(), ServeError> {
        match &self.tls {
            None => check_address(self.address),
            Some(tls) if tls.names.is_empty() => Err(ServeError::NoName(self.address)),
            Some(_) => Ok(()),
        }
    }

    fn acceptor(&self) -> Option<TlsAcceptor> {
        self.tls.as_ref().map(|tls| TlsAcceptor::from(tls.certificate.config()))
    }
}

/// Whether pages may be served at an address without TLS: only where no network is between.
///
/// # Errors
/// Refuses an address that other machines can reach, for which TLS is needed.
pub fn check_address(address: SocketAddr) -> Result<(), ServeError> {
    if address.ip().is_loopback() { Ok(()) } else { Err(ServeError::NotLoopback(address)) }
}

/// An address that is taken, before there is a node to show at it.
pub struct Listening {
    listener: TcpListener,
    config: Config,
}

impl Listening {
    /// Takes the address.
    ///
    /// # Errors
    /// Refuses an address that other machines can reach, without TLS; fails when it is taken already.
    pub async fn bind(mut config: Config) -> Result<Self, ServeError> {
        config.check()?;
        let failed = |source| ServeError::Listen { address: config.address, source };
        let listener = TcpListener::bind(config.address).await.map_err(failed)?;
        config.address = listener.local_addr().map_err(failed)?;
        Ok(Self { listener, config })
    }

    /// The address, with the port that was taken.
    pub fn address(&self) -> SocketAddr {
        self.config.address
    }

    /// Answers every request with a page that says that the node is locked, until `until` is done.
    pub async fn locked<T>(&self, until: impl Future<Output = T>) -> T {
        let pages = locked::routes(Origin::of(&self.config));
        let (done, open) = serve(&self.listener, self.config.acceptor(), pages, until, || ()).await;
        drain(open).await;
        done
    }

    /// Shows a node at the address.
    pub fn show<S: Store + 'static>(self, casework: Arc<Casework<S>>) -> Server<S> {
        Server { node: Arc::new(Node::new(casework, self.config)), listener: self.listener }
    }
}

/// The pages of a node, bound to their address.
pub struct Server<S> {
    node: Arc<Node<S>>,
    listener: TcpListener,
}

impl<S: Store + 'static> Server<S> {
    /// Takes the address.
    ///
    /// # Errors
    /// As [`Listening::bind`].
    pub async fn bind(casework: Arc<Casework<S>>, config: Config) -> Result<Self, ServeError> {
        Ok(Listening::bind(config).await?.show(casework))
    }

    /// The address, with the port that was taken.
    pub fn address(&self) -> SocketAddr {
        self.node.config.address
    }

    /// Serves until `stop` is done; then answers what is under way, drops every session and returns.
    pub async fn run(self, stop: impl Future<Output = ()> + Send) {
        let Self { node, listener } = self;
        let sweep = || node.sessions.sweep(node.config.clock.now());
        let tls = node.config.acceptor();
        let ((), open) = serve(&listener, tls, routes(Arc::clone(&node)), stop, sweep).await;
        drop(listener);
        drain(open).await;
        node.sessions.clear();
    }
}

/// Answers connections until `until` is done, and gives those that are still open. Calls `sweep` now and then.
async fn serve<T>(
    listener: &TcpListener,
    tls: Option<TlsAcceptor>,
    pages: Router,
    until: impl Future<Output = T>,
    sweep: impl Fn(),
) -> (T, GracefulShutdown) {
    let pages = TowerToHyperService::new(pages);
    let slots = Arc::new(Semaphore::new(MAX_CONNECTIONS));
    let open = GracefulShutdown::new();
    let mut tick = tokio::time::interval(Duration::from_secs(SWEEP_SECONDS));
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut until = std::pin::pin!(until);
    loop {
        tokio::select! {
            done = &mut until => return (done, open),
            _ = tick.tick() => sweep(),
            accepted = accept(listener, &slots) => {
                let (stream, slot) = accepted;
                let (tls, pages, watcher) = (tls.clone(), pages.clone(), open.watcher());
                tokio::spawn(async move {
                    match tls {
                        None => converse(stream, pages, watcher).await,
                        Some(tls) => converse_secretly(&tls, stream, pages, watcher).await,
                    }
                    drop(slot);
                });
            }
        }
    }
}

/// Serves one connection to its end.
async fn converse<I>(stream: I, pages: TowerToHyperService<Router>, watcher: Watcher)
where
    I: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(Duration::from_secs(MAX_HEADER_SECONDS))
        .max_buf_size(MAX_HEADER_BYTES)
        .max_headers(MAX_HEADERS)
        .serve_connection(TokioIo::new(stream), pages);
    if let Err(error) = watcher.watch(connection).await {
        tracing::debug!(%error, "a connection ended early");
    }
}

/// As [`converse`], once keys are agreed on.
async fn converse_secretly(
    tls: &TlsAcceptor,
    stream: TcpStream,
    pages: TowerToHyperService<Router>,
    watcher: Watcher,
) {
    match timeout(Duration::from_secs(MAX_HANDSHAKE_SECONDS), tls.accept(stream)).await {
        Ok(Ok(stream)) => converse(stream, pages, watcher).await,
        // Every browser that is asked to trust a new certificate ends a connection or two like this.
        Ok(Err(error)) => tracing::debug!(%error, "a handshake failed"),
        Err(_) => tracing::debug!("a handshake took too long"),
    }
}

/// Waits for the answers that are under way, but not for ever.
async fn drain(open: GracefulShutdown) {
    let drained = timeout(Duration::from_secs(DRAIN_SECONDS), open.shutdown()).await;
    if drained.is_err() {
        tracing::warn!("connections were still open when the pages ended");
    }
}

/// The next connection, once there is a slot for it: who comes after waits in the queue of the operating system.
pub(crate) async fn accept(
    listener: &TcpListener,
    slots: &Arc<Semaphore>,
) -> (TcpStream, OwnedSemaphorePermit) {
    let slot = Arc::clone(slots).acquire_owned().await.expect("it is never closed");
    loop {
        match listener.accept().await {
            Ok((stream, _)) => return (stream, slot),
            Err(error) => {
                // Out of file descriptors, or a peer that went away: neither is better at once.
                tracing::warn!(%error, "a connection could not be taken");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
}
