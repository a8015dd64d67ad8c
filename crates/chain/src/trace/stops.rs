//! Where a trace is asked to stop.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::TraceError;
use crate::hash::Txid;
use crate::tags::{SERVICE_CATEGORIES, compared};

/// Where money is followed no further. All of it is printed in the finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stops {
    /// Stop at an address that a tag gives one of these categories, however it writes them; at none if empty.
    pub categories: BTreeSet<String>,
    /// Stop at a transaction that is recognised as a CoinJoin with at least so much confidence, in percent; none to go
    /// through them.
    pub coinjoin_percent: Option<u8>,
    /// Stop at these addresses.
    pub addresses: BTreeSet<String>,
    /// Stop at these transactions.
    pub transactions: BTreeSet<Txid>,
    /// Forward, follow no transaction above this height; backward, none below it.
    pub until: Option<u32>,
    /// Stop at an output on which the money lay for more than so many blocks.
    pub age_blocks: Option<u32>,
    /// Stop after so many transactions.
    pub hops: u32,
    /// Stop at an output that holds less traced value than this.
    pub least_sat: u64,
    /// Stop everywhere once so many outputs have been reached.
    pub max_outputs: u64,
}

impl Default for Stops {
    /// At services and CoinJoins, and where a person could no longer read the result.
    ///
    /// A service pays out of what it holds for all of its customers, and a CoinJoin is made so that its outputs cannot
    /// be matched with its inputs: what a method says beyond them is about other people's money. Whoever has the
    /// service's own records starts again behind it.
    fn default() -> Self {
        Self {
            categories: services(),
            coinjoin_percent: Some(Self::COINJOIN_PERCENT),
            addresses: BTreeSet::new(),
            transactions: BTreeSet::new(),
            until: None,
            age_blocks: None,
            hops: 1000,
            least_sat: 0,
            max_outputs: 10_000,
        }
    }
}

impl Stops {
    /// How sure a CoinJoin must be for a trace to stop there, if nothing else is asked: rather more likely than not.
    pub const COINJOIN_PERCENT: u8 = 50;

    /// Nothing but the ends of the money itself and the limits of what a person can read.
    pub fn none() -> Self {
        Self { categories: BTreeSet::new(), coinjoin_percent: None, ..Self::default() }
    }

    /// Adds a stop in words: `service`, `coinjoin`, `coinjoin=PERCENT` (50 to 100: what is less sure is not called one),
    /// `category=NAME`, `address=ADDRESS` or `tx=TXID`.
    ///
    /// # Errors
    /// For other words. Whether an address is one of the network is told when the trace is made.
    pub fn add(&mut self, text: &str) -> Result<(), TraceError> {
        let unknown = || TraceError::UnknownStop(text.to_owned());
        match text.split_once('=').unwrap_or((text, "")) {
            ("service", "") => self.categories.extend(services()),
            ("coinjoin", "") => self.coinjoin_percent = Some(Self::COINJOIN_PERCENT),
            ("coinjoin", percent) => {
                let called = crate::coinjoin::LEAST_CONFIDENCE..=100;
                let percent = percent.parse().ok().filter(|percent| called.contains(percent));
                self.coinjoin_percent = Some(percent.ok_or_else(unknown)?);
            }
            ("category", name) if !name.is_empty() => {
                self.categories.insert(compared(name));
            }
            ("address", address) if !address.is_empty() => {
                self.addresses.insert(address.to_owned());
            }
            ("tx", txid) => {
                self.transactions.insert(txid.parse().map_err(|_| unknown())?);
            }
            _ => return Err(unknown()),
        }
        Ok(())
    }

    /// Takes a kind of stop away: `service`, `coinjoin` or `category=NAME`.
    ///
    /// # Errors
    /// For other words.
    pub fn remove(&mut self, text: &str) -> Result<(), TraceError> {
        match text.split_once('=').unwrap_or((text, "")) {
            ("service", "") => self.categories.clear(),
            ("coinjoin", "") => self.coinjoin_percent = None,
            ("category", name) if self.categories.contains(&compared(name)) => {
                self.categories.remove(&compared(name));
            }
            _ => return Err(TraceError::UnknownStop(text.to_owned())),
        }
        Ok(())
    }
}

fn services() -> BTreeSet<String> {
    SERVICE_CATEGORIES.into_iter().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stop_in_words_is_that_stop_and_other_words_are_refused() {
        let mut stops = Stops::none();
        for text in ["service", "coinjoin=100", "category=Donation", "address=a"] {
            stops.add(text).unwrap();
        }
        let txid = "ab".repeat(32);
        stops.add(&format!("tx={txid}")).unwrap();
        assert_eq!(stops.categories.len(), SERVICE_CATEGORIES.len() + 1);
        assert_eq!(
            (stops.coinjoin_percent, stops.addresses.len(), stops.transactions.len()),
            (Some(100), 1, 1)
        );
        stops.remove("category=donation").unwrap();
        assert_eq!(stops.categories, Stops::default().categories);
        stops.remove("service").unwrap();
        stops.remove("coinjoin").unwrap();
        assert_eq!((stops.categories.len(), stops.coinjoin_percent), (0, None));
        for text in [
            "",
            "none",
            "service=x",
            "coinjoin=101",
            "coinjoin=49",
            "category=",
            "address=",
            "tx=ab",
            "height=3",
        ] {
            assert!(matches!(stops.add(text), Err(TraceError::UnknownStop(_))), "{text}");
        }
        assert!(stops.remove("category=donation").is_err() && stops.remove("tx=ab").is_err());
    }
}
