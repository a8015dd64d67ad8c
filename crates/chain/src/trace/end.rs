//! Why money was followed no further.

use serde::{Deserialize, Serialize};

/// Why satoshis were followed no further, or that they were.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum End {
    /// They went on, or came from elsewhere: other rows say where.
    Followed,
    /// They reached an address that a tag names as a service.
    Service,
    /// They lay there at the height of the trace.
    Unspent,
    /// They were left to a miner.
    Fee,
    /// Backward: they came into being there, as new coins and fees of a block.
    NewCoins,
    /// They came to an output from which the trace starts anyway.
    JoinsStart,
    /// They reached an address at which the trace was asked to stop.
    NamedAddress,
    /// A transaction moved them at which the trace was asked to stop.
    NamedTransaction,
    /// A transaction moved them that has the shape of a CoinJoin.
    Coinjoin,
    /// They moved outside of the time that was asked for.
    Age,
    /// They went on, after as many transactions as were asked for.
    Hops,
    /// They went on, but the output holds less traced value than the least asked for.
    LeastValue,
    /// They went on, but as many outputs were reached as were asked for.
    OutputLimit,
    /// An input from before the ledger's first block, whose worth is not known, takes part: it may have brought them,
    /// or their place or share cannot be told.
    UnknownInput,
    /// They can never be spent.
    Unspendable,
    /// They were lost when a later coinbase with the same id took the output's place.
    Overwritten,
}

impl End {
    /// Every end, in the order in which they are listed to a person.
    pub const ALL: [Self; 16] = [
        Self::Followed,
        Self::Service,
        Self::Unspent,
        Self::Fee,
        Self::NewCoins,
        Self::JoinsStart,
        Self::NamedAddress,
        Self::NamedTransaction,
        Self::Coinjoin,
        Self::Age,
        Self::Hops,
        Self::LeastValue,
        Self::OutputLimit,
        Self::UnknownInput,
        Self::Unspendable,
        Self::Overwritten,
    ];

    /// The key of the message that names it to a person.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Followed => "chain-end-followed",
            Self::Service => "chain-end-service",
            Self::Unspent => "chain-end-unspent",
            Self::Fee => "chain-end-fee",
            Self::NewCoins => "chain-end-new-coins",
            Self::JoinsStart => "chain-end-joins-start",
            Self::NamedAddress => "chain-end-named-address",
            Self::NamedTransaction => "chain-end-named-transaction",
            Self::Coinjoin => "chain-end-coinjoin",
            Self::Age => "chain-end-age",
            Self::Hops => "chain-end-hops",
            Self::LeastValue => "chain-end-least-value",
            Self::OutputLimit => "chain-end-output-limit",
            Self::UnknownInput => "chain-end-unknown-input",
            Self::Unspendable => "chain-end-unspendable",
            Self::Overwritten => "chain-end-overwritten",
        }
    }
}
