//! How bytes get to a counterpart's node: by HTTPS, pinned to the key that the agreement names.

use std::time::Duration;

use comity_adapters::delivery::{Delivery, DeliveryError};
use comity_adapters::name::{Endpoint, NameError};
use comity_adapters::package_part::PackagePart;
use comity_adapters::tls::Identity;
use comity_casework::exchange::Destination;
use comity_node::Carrier;
use comity_record::Coded;

use crate::folder::Node;

/// What a node answers that is at work on another exchange with the same counterpart.
const BUSY: &str = "node-door-busy";
/// How often such a node is asked, and how long it is waited for in between: an exchange takes well below a second, and
/// who types `sync` while the node delivers by itself should not have to type it again.
const BUSY_TRIES: usize = 20;
const BUSY_PAUSE: Duration = Duration::from_millis(250);

/// Carries for one node.
pub struct Https(Delivery);

impl Https {
    /// Carries for this node, under its own key.
    pub fn of(node: &Node) -> Self {
        Self(Delivery::new(node.with_node_key(Identity::of)))
    }

    /// Fetches a part of a package from a counterpart's node. It is not verified here.
    pub async fn fetch(&self, to: &Destination, part: PackagePart) -> Result<Vec<u8>, CarryError> {
        let endpoint: Endpoint = to.address.parse()?;
        patiently(|| self.0.fetch(&endpoint, to.node, part)).await
    }
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum CarryError {
    /// The address is none.
    #[error(transparent)]
    Name(#[from] NameError),
    /// It was not delivered, or not answered.
    #[error(transparent)]
    Delivery(#[from] DeliveryError),
}

impl Coded for CarryError {
    fn code(&self) -> &'static str {
        match self {
            Self::Name(e) => e.code(),
            Self::Delivery(e) => e.code(),
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Name(e) => e.args(),
            Self::Delivery(e) => e.args(),
        }
    }
}

impl Carrier for Https {
    type Error = CarryError;

    async fn carry(&self, to: &Destination, body: Vec<u8>) -> Result<Vec<u8>, CarryError> {
        let endpoint: Endpoint = to.address.parse()?;
        patiently(|| self.0.exchange(&endpoint, to.node, body.clone())).await
    }
}

/// Asks again, for a while, a node that is at work for us.
async fn patiently<A: Future<Output = Result<Vec<u8>, DeliveryError>>>(
    ask: impl Fn() -> A,
) -> Result<Vec<u8>, CarryError> {
    for _ in 1..BUSY_TRIES {
        match ask().await {
            Err(DeliveryError::Refused { code: Some(code), .. }) if code == BUSY => {
                tokio::time::sleep(BUSY_PAUSE).await;
            }
            done => return Ok(done?),
        }
    }
    Ok(ask().await?)
}
