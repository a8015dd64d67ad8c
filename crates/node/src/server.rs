//! The socket that the pages are served on.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use comity_casework::Casework;
use comity_disk::Disk;
use comity_record::{Clock, Entropy};
use comity_store::Store;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::MissedTickBehavior;

use crate::error::ServeError;
use crate::gate::Gate;
use crate::locked;
use crate::routes::{Node, routes};

/// Connections at a time: each officer's browser keeps a few.
pub const MAX_CONNECTIONS: usize = 256;
/// Bytes of a request's line and headers. Ours have about one thousand.
pub const MAX_HEADER_BYTES: usize = 16 << 10;
/// Headers of a request. Browsers send about twenty.
pub const MAX_HEADERS: usize = 64;
/// Seconds in which the headers must have come, and for which an idle connection is kept.
pub const MAX_HEADER_SECONDS: u64 = 10;
/// How often sessions that are over are dropped with their keys.
const SWEEP_SECONDS: u64 = 30;
/// How long a shutdown waits for answers under way.
const DRAIN_SECONDS: u64 = 10;

/// Where and with what a node is served.
#[derive(Clone)]
pub struct Config {
    /// The address. Only loopback addresses are taken; port 0 takes a free one.
    pub address: SocketAddr,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Randomness, for the tokens of sessions.
    pub entropy: Arc<dyn Entropy>,
    /// The node's folder, to publish the tiles of its log; without it only the checkpoint is published.
    pub disk: Option<Arc<dyn Disk>>,
    /// Where passphrases are tried; the command line of the same node passes it too.
    pub gate: Arc<Gate>,
}

impl Config {
    /// The address from which pages are served when nothing else is said.
    pub const ADDRESS: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 8470);

    /// Serves at [`Config::ADDRESS`].
    pub fn new(clock: Arc<dyn Clock>, entropy: Arc<dyn Entropy>) -> Self {
        Self { address: Self::ADDRESS, clock, entropy, disk: None, gate: Arc::default() }
    }
}

/// Whether pages may be served at an address: only where no network is between.
///
/// # Errors
/// Refuses an address that other machines can reach, for which TLS would be needed.
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
    /// Refuses an address that other machines can reach; fails when it is taken already.
    pub async fn bind(mut config: Config) -> Result<Self, ServeError> {
        check_address(config.address)?;
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
        let (done, open) = serve(&self.listener, locked::routes(self.config.address), until, || ()).await;
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
        let ((), open) = serve(&listener, routes(Arc::clone(&node)), stop, sweep).await;
        drop(listener);
        drain(open).await;
        node.sessions.clear();
    }
}

/// Answers connections until `until` is done, and gives those that are still open. Calls `sweep` now and then.
async fn serve<T>(
    listener: &TcpListener,
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
                let connection = http1::Builder::new()
                    .timer(TokioTimer::new())
                    .header_read_timeout(Duration::from_secs(MAX_HEADER_SECONDS))
                    .max_buf_size(MAX_HEADER_BYTES)
                    .max_headers(MAX_HEADERS)
                    .serve_connection(TokioIo::new(stream), pages.clone());
                let connection = open.watch(connection);
                tokio::spawn(async move {
                    if let Err(error) = connection.await {
                        tracing::debug!(%error, "a connection ended early");
                    }
                    drop(slot);
                });
            }
        }
    }
}

/// Waits for the answers that are under way, but not for ever.
async fn drain(open: GracefulShutdown) {
    let drained = tokio::time::timeout(Duration::from_secs(DRAIN_SECONDS), open.shutdown()).await;
    if drained.is_err() {
        tracing::warn!("connections were still open when the pages ended");
    }
}

/// The next connection, once there is a slot for it: who comes after waits in the queue of the operating system.
async fn accept(
    listener: &TcpListener,
    slots: &Arc<Semaphore>,
) -> (TcpStream, tokio::sync::OwnedSemaphorePermit) {
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
