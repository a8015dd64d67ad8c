//! What can go wrong when a node is asked for blocks.

use std::io;

use comity_chain::hash::BlockHash;
use comity_chain::network::Network;
use comity_chain::source::SourceError;
use comity_record::Coded;

use super::answer::AnswerError;
use crate::name::Endpoint;

/// Why a node gives no blocks.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum NodeBlocksError {
    /// The name has no address, or nothing answers there.
    #[error("the node at {endpoint} cannot be reached")]
    Unreachable {
        /// Where.
        endpoint: Endpoint,
        /// What the system says.
        source: io::Error,
    },
    /// The node does not take the name and password.
    #[error("the node at {endpoint} does not let us in")]
    NotLetIn {
        /// Where.
        endpoint: Endpoint,
    },
    /// What answers does not know the REST paths of a node.
    #[error("{endpoint} has no REST interface")]
    NoRest {
        /// Where.
        endpoint: Endpoint,
    },
    /// The node refuses, or what answers there is no node.
    #[error("{endpoint} answered with status {status}")]
    Refused {
        /// Where.
        endpoint: Endpoint,
        /// The status of HTTP.
        status: u16,
        /// What the node says of it, cut to [`MAX_SAID`](super::answer::MAX_SAID) letters.
        said: String,
    },
    /// A block that the node no longer has, or never had.
    #[error("the node at {endpoint} does not have block {hash}")]
    Missing {
        /// Where.
        endpoint: Endpoint,
        /// The block.
        hash: BlockHash,
    },
    /// Nothing came for too long.
    #[error("the node at {endpoint} took too long")]
    TimedOut {
        /// Where.
        endpoint: Endpoint,
    },
    /// The connection ended in the middle.
    #[error("the connection to {endpoint} ended in the middle")]
    Broken {
        /// Where.
        endpoint: Endpoint,
        /// What the library says.
        cause: String,
    },
    /// More bytes than an answer of this kind can have.
    #[error("an answer of {endpoint} has more than {limit} bytes")]
    TooLarge {
        /// Where.
        endpoint: Endpoint,
        /// The most that it can have.
        limit: usize,
    },
    /// Bytes that are no answer to what was asked.
    #[error("{endpoint} answered {what} with something else")]
    Malformed {
        /// Where.
        endpoint: Endpoint,
        /// What was asked.
        what: &'static str,
        /// What is wrong with the answer.
        source: AnswerError,
    },
    /// A node of another network.
    #[error("the node at {endpoint} is of {found}, not of {expected}")]
    OtherNetwork {
        /// Where.
        endpoint: Endpoint,
        /// The network that was asked for.
        expected: Network,
        /// The node's, as it calls it.
        found: String,
    },
    /// Another block than the one that was asked for.
    #[error("{endpoint} answered with another block than {hash}")]
    OtherBlock {
        /// Where.
        endpoint: Endpoint,
        /// The block that was asked for.
        hash: BlockHash,
    },
    /// The node's chain changed each time that its headers were read.
    #[error("the chain of {endpoint} changed while it was read")]
    Changed {
        /// Where.
        endpoint: Endpoint,
    },
    /// A chain longer than any that is known.
    #[error("the chain of {endpoint} has more than {limit} blocks")]
    TooManyBlocks {
        /// Where.
        endpoint: Endpoint,
        /// The most that are taken.
        limit: usize,
    },
}

impl Coded for NodeBlocksError {
    fn code(&self) -> &'static str {
        match self {
            Self::Unreachable { .. } => "adapters-node-unreachable",
            Self::NotLetIn { .. } => "adapters-node-not-let-in",
            Self::NoRest { .. } => "adapters-node-no-rest",
            Self::Refused { .. } => "adapters-node-refused",
            Self::Missing { .. } => "adapters-node-missing",
            Self::TimedOut { .. } => "adapters-node-timed-out",
            Self::Broken { .. } => "adapters-node-broken",
            Self::TooLarge { .. } => "adapters-node-too-large",
            Self::Malformed { .. } => "adapters-node-malformed",
            Self::OtherNetwork { .. } => "adapters-node-other-network",
            Self::OtherBlock { .. } => "adapters-node-other-block",
            Self::Changed { .. } => "adapters-node-changed",
            Self::TooManyBlocks { .. } => "adapters-node-too-many-blocks",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        let (endpoint, mut args) = match self {
            Self::Unreachable { endpoint, source } => (endpoint, vec![("cause", source.to_string())]),
            Self::NotLetIn { endpoint }
            | Self::NoRest { endpoint }
            | Self::TimedOut { endpoint }
            | Self::Changed { endpoint } => (endpoint, vec![]),
            Self::Refused { endpoint, status, said } => {
                (endpoint, vec![("status", status.to_string()), ("said", said.clone())])
            }
            Self::Missing { endpoint, hash } | Self::OtherBlock { endpoint, hash } => {
                (endpoint, vec![("hash", hash.to_string())])
            }
            Self::Broken { endpoint, cause } => (endpoint, vec![("cause", cause.clone())]),
            Self::TooLarge { endpoint, limit } | Self::TooManyBlocks { endpoint, limit } => {
                (endpoint, vec![("limit", limit.to_string())])
            }
            Self::Malformed { endpoint, what, source } => {
                (endpoint, vec![("what", (*what).to_owned()), ("cause", source.to_string())])
            }
            Self::OtherNetwork { endpoint, expected, found } => {
                (endpoint, vec![("expected", expected.to_string()), ("found", found.clone())])
            }
        };
        args.push(("endpoint", endpoint.to_string()));
        args
    }
}

impl From<NodeBlocksError> for SourceError {
    fn from(error: NodeBlocksError) -> Self {
        Self::Outside(Box::new(error))
    }
}
