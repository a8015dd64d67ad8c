//! The partition that pairs make of numbered things, as clusters are made of scripts.

use crate::ledger::{ScriptNo, TxNo, Unions};

/// Things with numbers from 0 on, of which pairs have been joined.
#[derive(Debug)]
pub struct Partition {
    unions: Unions,
    things: u64,
    pairs: u64,
}

impl Partition {
    /// So many things, each by itself.
    ///
    /// # Panics
    /// For 2^32 things or more.
    pub fn new(things: u32) -> Self {
        let things = u64::from(things);
        Self { unions: Unions::new(0, things), things, pairs: 0 }
    }

    /// Joins what two things belong to; `false` where it is one already.
    ///
    /// # Panics
    /// For a number that no thing has.
    pub fn join(&mut self, a: u32, b: u32) -> bool {
        let pair = (ScriptNo(u64::from(a)), ScriptNo(u64::from(b)));
        self.pairs += 1;
        self.unions.join(TxNo(self.pairs), pair)
    }

    /// Joins pair after pair; gives how many made one of two.
    ///
    /// # Panics
    /// For a number that no thing has.
    pub fn join_all(&mut self, pairs: &[(u32, u32)]) -> u64 {
        let mut unions = 0;
        for pairs in pairs.chunks(4096) {
            let number = |thing: u32| ScriptNo(u64::from(thing));
            let numbered = (self.pairs + 1..).zip(pairs);
            let numbered: Vec<_> =
                numbered.map(|(pair, (a, b))| (TxNo(pair), (number(*a), number(*b)))).collect();
            unions += self.unions.join_all(&numbered);
            self.pairs += u64::try_from(pairs.len()).expect("memory holds fewer than 2^64 pairs");
        }
        unions
    }

    /// The first thing of those that each belongs to.
    pub fn firsts(&mut self) -> Vec<u32> {
        self.unions.settle();
        let mut first_of = std::collections::HashMap::new();
        let number = |thing: u64| u32::try_from(thing).expect("things are numbered in 32 bits");
        let first = |thing: u64| {
            *first_of.entry(self.unions.root(ScriptNo(thing), u64::MAX)).or_insert(number(thing))
        };
        (0..self.things).map(first).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_that_pairs_lead_to_are_one() {
        let mut partition = Partition::new(6);
        assert!(partition.join(5, 3) && partition.join(3, 1) && !partition.join(1, 5));
        assert_eq!(partition.join_all(&[(4, 2), (2, 4)]), 1);
        assert_eq!(partition.firsts(), [0, 1, 2, 1, 2, 1]);
    }
}
