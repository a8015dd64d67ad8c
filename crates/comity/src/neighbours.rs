//! Whom a node speaks with while it serves: other nodes, by the door at which they knock and by calls, and time-stamp
//! servers.

use std::net::SocketAddr;
use std::sync::Arc;

use comity_adapters::package_part::PackagePart;
use comity_adapters::stamp_server::StampServers;
use comity_adapters::tls::Identity;
use comity_casework::CaseworkError;
use comity_casework::exchange::ExchangeError;
use comity_casework::offer::OfferError;
use comity_node::door::{Because, Door, Exchange, ExchangeRefused};
use comity_node::{deliver, keep_stamped};
use comity_record::sign::VerifyingKey;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::carrier::Https;
use crate::folder::Node;
use crate::out::Failure;

/// What a node that serves does with other machines.
pub struct Neighbours {
    stop: watch::Sender<bool>,
    door: Option<SocketAddr>,
    work: Vec<JoinHandle<()>>,
}

impl Neighbours {
    /// Calls the counterparts of the node from now on, lets them in at `door`, if one is named, and has time-stamps
    /// renewed before they end.
    pub async fn open(node: &Arc<Node>, door: Option<SocketAddr>) -> Result<Self, Failure> {
        let (stop, stopped) = watch::channel(false);
        let ended = |mut stopped: watch::Receiver<bool>| async move {
            let _ = stopped.wait_for(|stop| *stop).await;
        };
        let mut work = Vec::new();
        let mut address = None;
        if let Some(at) = door {
            let identity = node.with_node_key(Identity::of);
            let door = Door::bind(at, &identity, Arc::new(Knocking(Arc::clone(node)))).await;
            let door = door.map_err(Failure::of)?;
            address = Some(door.address());
            work.push(tokio::spawn(door.run(ended(stopped.clone()))));
        }
        let (carrier, node) = (Arc::new(Https::of(node)), Arc::clone(node));
        let stamped = keep_stamped(Arc::clone(&node), StampServers::default(), ended(stopped.clone()));
        work.push(tokio::spawn(stamped));
        work.push(tokio::spawn(deliver(node, carrier, ended(stopped))));
        Ok(Self { stop, door: address, work })
    }

    /// Where other nodes reach this one, with the port that was taken.
    pub fn door(&self) -> Option<SocketAddr> {
        self.door
    }

    /// Lets nobody in any more, and waits for what is under way.
    pub async fn close(self) {
        let _ = self.stop.send(true);
        for work in self.work {
            let _ = work.await;
        }
    }
}

/// Those who knock are answered by the commands of the node.
struct Knocking(Arc<Node>);

impl Exchange for Knocking {
    fn knows(&self, peer: &VerifyingKey) -> bool {
        self.0.knows_peer(peer)
    }

    async fn exchange(&self, peer: VerifyingKey, body: Vec<u8>) -> Result<Vec<u8>, ExchangeRefused> {
        self.0.exchange(peer, &body).await.map_err(|error| {
            tracing::warn!(%error, "an exchange with another node was refused");
            ExchangeRefused::new(because(&error), &error)
        })
    }

    async fn package(&self, peer: VerifyingKey, part: PackagePart) -> Result<Vec<u8>, ExchangeRefused> {
        self.part(peer, part).await.map_err(|error| {
            tracing::warn!(%error, root = %part.root(), "another node was refused a part of a package");
            ExchangeRefused::new(because(&error), &error)
        })
    }
}

impl Knocking {
    async fn part(&self, peer: VerifyingKey, part: PackagePart) -> Result<Vec<u8>, CaseworkError> {
        let offered = self.0.offered(peer, part.root()).await?;
        match part {
            PackagePart::Leaves(_) => Ok(offered.list().to_vec()),
            PackagePart::Leaf(_, leaf) => {
                let read = tokio::task::spawn_blocking(move || offered.leaf(leaf));
                Ok(read.await.map_err(|_| CaseworkError::Interrupted)??)
            }
        }
    }
}

/// What the other node can make of an error here.
fn because(error: &CaseworkError) -> Because {
    match error {
        CaseworkError::Exchange(ExchangeError::OtherPeer(_) | ExchangeError::OtherAgreement { .. }) => {
            Because::Forbidden
        }
        CaseworkError::Exchange(ExchangeError::Overtaken(_)) | CaseworkError::Interrupted => {
            Because::Unavailable
        }
        CaseworkError::Offer(OfferError::Withdrawn) => Because::Gone,
        CaseworkError::Offer(OfferError::FileGone | OfferError::LeafGone { .. }) => Because::Unavailable,
        CaseworkError::Offer(_) => Because::Missing,
        CaseworkError::Exchange(_) | CaseworkError::Cbor(_) => Because::Malformed,
        CaseworkError::Refused(_) => Because::Conflict,
        _ => Because::Failed,
    }
}
