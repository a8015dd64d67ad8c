//! The methods by which value is attributed, and the two ways in which it is followed.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::TraceError;

/// How value is attributed where money of several origins is mixed. Each is a convention of law or of research, not a
/// fact of nature: the case chooses, and the finding names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// First in, first out: the satoshis of the inputs, in the order of the inputs, fill the outputs in the order of the
    /// outputs, and what is left is the fee.
    ///
    /// After Devaynes v Noble, called Clayton's case (1816), which sets the first payment out of a running account
    /// against the first payment in; Anderson and others (2018, "Bitcoin Redux") put it to Bitcoin. Nothing is lost or
    /// doubled.
    Fifo,
    /// Last in, first out: the satoshis of the last input, in their order, come first, then those of the input before
    /// it; the outputs are filled in their order, and what is left is the fee.
    ///
    /// Known from the valuation of stock. It rests on no case known to us and stands beside the others for comparison.
    Lifo,
    /// In proportion: every output and the fee hold the same share of traced money as all inputs together.
    ///
    /// The name is that of Möser, Böhme and Breuker (2014); the thought is that of rateable (pari passu) sharing, by
    /// which Barlow Clowes v Vaughan (1992) divided a mixed fund where first in, first out would have been unjust.
    /// Shares are whole satoshis: each is rounded down, and the satoshis that are left over go one each to the largest
    /// remainders, of equal ones to the earlier place. So nothing is lost or doubled, at less than one satoshi of error
    /// for an output and transaction.
    Haircut,
    /// Whatever it touches: every output and the fee of a transaction with a traced input are traced whole.
    ///
    /// The name is that of Möser, Böhme and Breuker (2014). It says what can have come from the start and not how much:
    /// its amounts are the outputs' own. What is conserved is the value of the transactions passed, so that what
    /// started and what joined ([`Totals::joined_sat`](super::Totals::joined_sat)) are the sum of what ended.
    Poison,
    /// Lowest intermediate balance: an account holds traced money, and whoever pays from it spends the own money first.
    ///
    /// Re Hallett's Estate (1880) presumes that a trustee spends the own money first; Roscoe v Winder (1915) limits the
    /// claim to the lowest balance that the account has had since. The account is the address: its balance after a
    /// transaction is all that it was paid less all that was spent, so that change which comes back to it has not left.
    /// What leaves is laid on the outputs that pay others, and on the fee, in proportion, rounded as for
    /// [`Method::Haircut`]; of several traced payments into an address the earliest leaves first. It goes forward only:
    /// what an address held is known from what came before, not from what came after.
    LowestIntermediateBalance,
}

/// Which way money is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// From where it was to where it went.
    Forward,
    /// From where it is to where it came from, by the same rule.
    ///
    /// For the methods that follow single satoshis the same satoshis are found both ways; poison reaches the same
    /// outputs; in proportion the two amounts differ by less than a satoshi for each output that either reaches.
    Backward,
}

impl Method {
    /// Every method, in the order in which they are listed to a person.
    pub const ALL: [Self; 5] =
        [Self::Fifo, Self::Lifo, Self::Haircut, Self::Poison, Self::LowestIntermediateBalance];

    /// Its name, as a finding writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fifo => "fifo",
            Self::Lifo => "lifo",
            Self::Haircut => "haircut",
            Self::Poison => "poison",
            Self::LowestIntermediateBalance => "lowest-intermediate-balance",
        }
    }

    /// The key of the message that names it to a person.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Fifo => "chain-method-fifo",
            Self::Lifo => "chain-method-lifo",
            Self::Haircut => "chain-method-haircut",
            Self::Poison => "chain-method-poison",
            Self::LowestIntermediateBalance => "chain-method-lowest-intermediate-balance",
        }
    }

    /// Whether money can be followed by it in this direction.
    pub fn goes(self, direction: Direction) -> bool {
        direction == Direction::Forward || self != Self::LowestIntermediateBalance
    }
}

impl Direction {
    /// Its name, as a finding writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Forward => "forward",
            Self::Backward => "backward",
        }
    }

    /// The key of the message that names it to a person.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Forward => "chain-direction-forward",
            Self::Backward => "chain-direction-backward",
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Display for Direction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Method {
    type Err = TraceError;

    /// Reads a name, or the short form `libr`.
    fn from_str(text: &str) -> Result<Self, TraceError> {
        let found = Self::ALL.into_iter().find(|method| method.name() == text);
        let found = found.or((text == "libr").then_some(Self::LowestIntermediateBalance));
        found.ok_or_else(|| TraceError::UnknownMethod(text.to_owned()))
    }
}

impl FromStr for Direction {
    type Err = TraceError;

    fn from_str(text: &str) -> Result<Self, TraceError> {
        let found = [Self::Forward, Self::Backward].into_iter().find(|direction| direction.name() == text);
        found.ok_or_else(|| TraceError::UnknownDirection(text.to_owned()))
    }
}
