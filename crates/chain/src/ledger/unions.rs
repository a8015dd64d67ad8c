//! Which scripts are taken for one owner's, by which transactions: a forest of scripts that only grows.
//!
//! Every union is a row, in chain order: the transaction, and the roots that it joined. Which two scripts it shows together
//! is not written down, because the transaction says so. A script has lost its place as a root to at most one union, so
//! that the rows before any transaction are the owners as they were known then, and taking blocks back is cutting off
//! rows. Which root goes under which is drawn by a keyed hash: paths stay short, as they do when every tree is linked at
//! random (Goel and others, "Disjoint Set Union with Randomized Linking", 2014), nothing has to be counted or rewritten,
//! and nobody can make up scripts whose paths are long.

use std::collections::HashMap;

use comity_disk::{Disk, DiskError};
use hashbrown::HashTable;

use super::{ScriptNo, TxNo};
use crate::store::{Column, Manifest, bytes_of, number, spread};

/// Marks a script that is a root: four bytes of 0xff.
const ROOT: u32 = u32::MAX;
/// Marks a script that is nobody's: of some nobody knows who may spend them, and many anybody may.
const NOBODYS: u32 = u32::MAX - 1;

/// Pairs whose scripts are fetched before the first of them is joined.
const PAIRS_AHEAD: usize = 128;

/// Two scripts that a transaction shows together.
pub(crate) type Pair = (ScriptNo, ScriptNo);

/// That a transaction shows two roots to be one owner's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Union {
    tx: TxNo,
    /// The root that is one no longer.
    child: u32,
    /// The root that stays.
    into: u32,
}

/// The unions of one layer, or of several together.
#[derive(Debug, Default)]
pub(crate) struct Unions {
    seed: u64,
    rows: Column<13>,
    /// The union by which a script ceased to be a root. A hint: it counts where that row is there and says so.
    lost: Column<4>,
    /// The same, of scripts in the file that are not written yet.
    fresh: HashTable<(u32, u32)>,
    /// The owners as they are now, of every script or, where memory is short, of none. Only for joining: it knows no
    /// moments.
    near: Vec<Near>,
    /// Unions that `lost` and `fresh` know.
    settled: u64,
}

/// A script among the owners of now, whose trees hang on their oldest scripts: these are few, and soon at hand.
#[derive(Clone, Copy, Debug)]
struct Near {
    /// An older script of the same owner; itself for the oldest.
    up: u32,
    /// Of the oldest, the root.
    root: u32,
}

impl Near {
    /// A script that is joined with none.
    fn alone(script: ScriptNo) -> Self {
        Self { up: half_of(script), root: half_of(script) }
    }
}

/// Scripts of the file and the unions by which they ceased to be roots, sorted: what a store has to write.
pub(crate) type Lost = Vec<(u64, u64)>;

impl Unions {
    /// Bytes of a row.
    pub(crate) const ROW_BYTES: usize = 13;

    /// None yet, of any of the first `scripts` scripts.
    pub(crate) fn new(seed: u64, scripts: u64) -> Self {
        let mut unions = Self { seed, ..Self::default() };
        let count = usize::try_from(scripts).expect("memory holds the scripts");
        // What all scripts share is written at once, as there may be hundreds of millions.
        unions.lost.extend(&vec![0xff; 4 * count]);
        unions.near = (0..scripts).map(|script| Near::alone(ScriptNo(script))).collect();
        unions
    }

    /// Those of which [`Self::row_bytes`] gave the rows, of any of the first `scripts` scripts. Only for questions: nothing
    /// is joined to them.
    pub(crate) fn of_rows(rows: &[u8], scripts: u64) -> Self {
        let mut unions = Self::default();
        unions.lost.extend(&ROOT.to_le_bytes().repeat(place(half_of(ScriptNo(scripts)))));
        unions.rows.extend(rows);
        unions.settle();
        unions
    }

    /// All rows, one after another.
    pub(crate) fn row_bytes(&self) -> Vec<u8> {
        self.rows.slice(0, self.rows.rows())
    }

    pub(super) fn reopen(&mut self, disk: &dyn Disk, manifest: &Manifest) -> Result<(), DiskError> {
        self.seed = manifest.seed;
        self.rows.reopen(disk, "layer/union", manifest.rows.unions)?;
        self.lost.reopen(disk, "layer/lost", manifest.rows.scripts)?;
        self.fresh.clear();
        self.settled = self.len();
        Ok(())
    }

    pub(super) fn write_rows(&self, disk: &dyn Disk) -> Result<(), DiskError> {
        self.rows.write(disk, "layer/union")
    }

    pub(super) fn write_lost(&self, disk: &dyn Disk) -> Result<(), DiskError> {
        self.lost.write(disk, "layer/lost")
    }

    pub(super) fn patch(&self, disk: &dyn Disk, lost: &Lost) -> Result<(), DiskError> {
        self.lost.patch(disk, "layer/lost", lost)
    }

    /// Keeps the first `rows` unions of the first `scripts` scripts.
    pub(super) fn truncate(&mut self, rows: u64, scripts: u64) {
        self.rows.truncate(rows);
        self.lost.truncate(scripts);
        // What it has shortened cannot be told apart by moment.
        self.near = vec![];
        self.settled = self.settled.min(rows);
    }

    pub(super) fn copied(&self) -> Self {
        Self {
            seed: self.seed,
            rows: self.rows.copied(),
            lost: self.lost.copied(),
            fresh: HashTable::new(),
            near: vec![],
            settled: self.settled,
        }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> u64 {
        self.rows.rows()
    }

    /// How many are of transactions before `end`.
    pub(crate) fn len_before(&self, end: TxNo) -> u64 {
        super::columns::partition(0, self.len(), |row| self.get(row).tx < end)
    }

    /// The transaction of a union.
    pub(crate) fn tx(&self, row: u64) -> TxNo {
        self.get(row).tx
    }

    fn get(&self, row: u64) -> Union {
        let bytes = self.rows.get(row);
        let half = |at: usize| u32::from_le_bytes(*bytes[at..].first_chunk().expect("13 bytes"));
        Union {
            tx: TxNo(number::<5>(*bytes.first_chunk().expect("13 bytes"))),
            child: half(5),
            into: half(9),
        }
    }

    /// Makes room for scripts up to `scripts`, all of them roots but those that are nobody's.
    pub(crate) fn grow(&mut self, scripts: u64, is_owned: impl Fn(ScriptNo) -> bool) {
        let is_near = self.is_near();
        for script in (self.lost.rows()..scripts).map(ScriptNo) {
            self.lost.push(if is_owned(script) { ROOT } else { NOBODYS }.to_le_bytes());
            if is_near {
                self.near.push(Near::alone(script));
            }
        }
    }

    /// Whether a script is somebody's. What is nobody's is never joined, so that the mark stays.
    pub(crate) fn is_owned(&self, script: ScriptNo) -> bool {
        u32::from_le_bytes(self.lost.get(script.0)) != NOBODYS
    }

    fn is_near(&self) -> bool {
        self.near.len() == usize::try_from(self.lost.rows()).unwrap_or(usize::MAX)
    }

    /// Makes joining quick where that takes no more than `most_bytes`.
    pub(super) fn hold_near(&mut self, most_bytes: u64) {
        if !self.is_near() && self.lost.rows().saturating_mul(8) <= most_bytes {
            let mut oldest = HashMap::new();
            let scripts = (0..self.lost.rows()).map(ScriptNo);
            let near = scripts.map(|script| {
                let root = self.root(script, u64::MAX);
                Near { up: *oldest.entry(root).or_insert(half_of(script)), root }
            });
            self.near = near.collect();
        }
    }

    /// Gives the memory back where that takes more.
    pub(super) fn shed_near(&mut self, most_bytes: u64) {
        if u64::try_from(self.near.capacity()).unwrap_or(u64::MAX).saturating_mul(8) > most_bytes {
            self.near = vec![];
        }
    }

    /// The root of a script now, whether or not the latest unions are settled.
    pub(crate) fn root_now(&mut self, script: ScriptNo) -> u32 {
        if self.is_near() {
            let oldest = self.oldest(half_of(script));
            self.near[place(oldest)].root
        } else {
            self.root(script, u64::MAX)
        }
    }

    /// The oldest script of the same owner; the way to it is shortened.
    fn oldest(&mut self, script: u32) -> u32 {
        let mut at = script;
        loop {
            let up = self.near[place(at)].up;
            if up == at {
                return at;
            }
            let next = self.near[place(up)].up;
            self.near[place(at)].up = next;
            at = next;
        }
    }

    /// [Joins](Self::join) pair after pair; gives how many unions that made.
    pub(crate) fn join_all(&mut self, pairs: &[(TxNo, Pair)]) -> u64 {
        let before = self.len();
        for pairs in pairs.chunks(PAIRS_AHEAD) {
            if self.is_near() {
                // Where the ways of all begin is fetched at once; one after another they would wait for memory each.
                let mut ups = [0; 2 * PAIRS_AHEAD];
                for ((_, (a, b)), up) in pairs.iter().zip(ups.chunks_mut(2)) {
                    up[0] = self.near[place(half_of(*a))].up;
                    up[1] = self.near[place(half_of(*b))].up;
                }
                let ahead = ups[..2 * pairs.len()].iter().map(|up| self.near[place(*up)].up);
                std::hint::black_box(ahead.fold(0, |all, up| all ^ up));
            }
            for (tx, pair) in pairs {
                self.join(*tx, *pair);
            }
        }
        self.len() - before
    }

    /// Joins what two scripts belong to, if it is not one already. Transactions come in their order; before anything else
    /// is asked, the unions are [settled](Self::settle).
    pub(crate) fn join(&mut self, tx: TxNo, (a, b): Pair) -> bool {
        let is_near = self.is_near();
        let (mut old, mut young) = (half_of(a), half_of(b));
        let (root_a, root_b) = if is_near {
            (old, young) = (self.oldest(old), self.oldest(young));
            (self.near[place(old)].root, self.near[place(young)].root)
        } else {
            (self.root(a, u64::MAX), self.root(b, u64::MAX))
        };
        if root_a == root_b {
            return false;
        }
        let rank = |root: u32| (mixed(self.seed, root), root);
        let (child, into) = if rank(root_a) < rank(root_b) { (root_a, root_b) } else { (root_b, root_a) };
        let mut bytes = [0; 13];
        bytes[..5].copy_from_slice(&bytes_of::<5>(tx.0));
        bytes[5..9].copy_from_slice(&child.to_le_bytes());
        bytes[9..].copy_from_slice(&into.to_le_bytes());
        self.rows.push(bytes);
        if is_near {
            (old, young) = (old.min(young), old.max(young));
            self.near[place(young)].up = old;
            self.near[place(old)].root = into;
        } else {
            self.settle();
        }
        true
    }

    /// Writes down which scripts the latest unions took for roots no longer.
    pub(crate) fn settle(&mut self) {
        for row in self.settled..self.len() {
            let child = self.get(row).child;
            let number = u32::try_from(row).expect("there are fewer unions than scripts");
            if !self.lost.set(u64::from(child), number.to_le_bytes()) {
                // A root is lost once, so that it is not there yet.
                let hash = |(child, _): &(u32, u32)| spread(u64::from(*child));
                self.fresh.insert_unique(spread(u64::from(child)), (child, number), hash);
            }
        }
        self.settled = self.len();
    }

    /// Settles the unions; gives what a store has to change in its file.
    pub(super) fn changed(&mut self) -> Lost {
        self.settle();
        let fresh = self.fresh.iter().map(|(child, row)| (u64::from(*child), u64::from(*row)));
        let mut changed: Lost = fresh.collect();
        changed.sort_unstable();
        changed
    }

    /// The union before `end_row` by which a script ceased to be a root.
    fn lost(&self, script: u32, end_row: u64) -> Option<(u64, Union)> {
        let fresh = self.fresh.find(spread(u64::from(script)), |(child, _)| *child == script);
        let row = fresh.map_or_else(|| u32::from_le_bytes(self.lost.get(u64::from(script))), |(_, row)| *row);
        let row = Some(u64::from(row)).filter(|row| *row < end_row && *row < self.len())?;
        Some((row, self.get(row))).filter(|(_, union)| union.child == script)
    }

    /// The root of a script by the unions before `end_row`.
    pub(crate) fn root(&self, script: ScriptNo, end_row: u64) -> u32 {
        let mut at = half_of(script);
        while let Some((_, union)) = self.lost(at, end_row) {
            at = union.into;
        }
        at
    }

    /// The union that made two scripts one owner's.
    pub(crate) fn joined_by(&self, a: ScriptNo, b: ScriptNo, end_row: u64) -> Option<u64> {
        let path = |script: ScriptNo| {
            let mut path = vec![(half_of(script), None)];
            while let Some((row, union)) = self.lost(path[path.len() - 1].0, end_row) {
                path.push((union.into, Some(row)));
            }
            path
        };
        let (mut path_a, mut path_b) = (path(a), path(b));
        if path_a.last()?.0 != path_b.last()?.0 {
            return None;
        }
        // From the root down, as far as both go together.
        let mut last = (None, None);
        while let (Some(in_a), Some(in_b)) = (path_a.last(), path_b.last())
            && in_a.0 == in_b.0
        {
            last = (in_a.1, in_b.1);
            path_a.pop();
            path_b.pop();
        }
        // The rows on the way up grow, so that the last step of either side is the one that met the other.
        last.0.max(last.1)
    }

    /// The unions that lead from one script to another, each with the script on the first one's side first. `shown` gives
    /// the pairs that a union's transaction shows.
    pub(crate) fn proof(
        &self,
        (a, b): Pair,
        end_row: u64,
        shown: &dyn Fn(u64) -> Vec<Pair>,
    ) -> Vec<(u64, ScriptNo, ScriptNo)> {
        let (mut proof, mut waiting) = (vec![], vec![Step::Between(a, b, end_row)]);
        while let Some(step) = waiting.pop() {
            match step {
                Step::Union(row, left, right) => proof.push((row, left, right)),
                Step::Between(left, right, end_row) => {
                    let Some(row) = self.joined_by(left, right, end_row) else { continue };
                    let (on_left, on_right) = (self.root(left, row), self.root(right, row));
                    let ordered = |(a, b): &Pair| {
                        let roots = (self.root(*a, row), self.root(*b, row));
                        if roots == (on_left, on_right) {
                            Some((*a, *b))
                        } else {
                            (roots == (on_right, on_left)).then_some((*b, *a))
                        }
                    };
                    let Some((near, far)) = shown(row).iter().find_map(ordered) else { continue };
                    waiting.push(Step::Between(far, right, row));
                    waiting.push(Step::Union(row, near, far));
                    waiting.push(Step::Between(left, near, row));
                }
            }
        }
        proof
    }
}

/// Something that is left to be said of the way between two scripts.
enum Step {
    Between(ScriptNo, ScriptNo, u64),
    Union(u64, ScriptNo, ScriptNo),
}

fn place(script: u32) -> usize {
    usize::try_from(script).expect("usize has 32 bits at least")
}

fn half_of(script: ScriptNo) -> u32 {
    u32::try_from(script.0).expect("scripts are numbered in 32 bits")
}

/// A number that looks drawn, and that nobody foresees who does not know the seed (the mixing of Murmur3).
fn mixed(seed: u64, root: u32) -> u64 {
    let mut mixed = (u64::from(root) ^ seed).wrapping_mul(0xff51_afd7_ed55_8ccd);
    mixed = (mixed ^ (mixed >> 33)).wrapping_add(seed.rotate_left(32)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    mixed ^ (mixed >> 33)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn row(place: usize) -> u64 {
        u64::try_from(place).unwrap()
    }

    fn script(place: usize) -> ScriptNo {
        ScriptNo(row(place))
    }

    /// The scripts of each owner, the plain way.
    fn owners(scripts: usize, pairs: &[(usize, usize)]) -> Vec<Vec<ScriptNo>> {
        let mut owner: Vec<usize> = (0..scripts).collect();
        for (a, b) in pairs {
            let (from, to) = (owner[*a], owner[*b]);
            owner.iter_mut().filter(|owner| **owner == from).for_each(|owner| *owner = to);
        }
        let of = |own: &usize| (0..scripts).filter(|place| owner[*place] == *own).map(script).collect();
        owner.iter().map(of).collect()
    }

    /// That the proof of two scripts leads from one to the other, each step shown by its own transaction.
    fn check_proof(unions: &Unions, a: usize, b: usize, end_row: u64, pairs: &[(usize, usize)]) {
        let shown = |row: u64| {
            let (a, b) = pairs[usize::try_from(unions.tx(row).0).unwrap()];
            vec![(script(a), script(b))]
        };
        let proof = unions.proof((script(a), script(b)), end_row, &shown);
        let mut at = script(a);
        for (step, near, far) in &proof {
            assert_eq!(at, *near);
            let shown = pairs[usize::try_from(unions.tx(*step).0).unwrap()];
            let shown = (script(shown.0), script(shown.1));
            assert!(shown == (*near, *far) || shown == (*far, *near));
            at = *far;
        }
        let one_owner = unions.root(script(a), end_row) == unions.root(script(b), end_row);
        assert_eq!(one_owner, at == script(b));
        if let Some((last, ..)) = proof.iter().max() {
            // One moment earlier they were not yet one owner's.
            assert_eq!(unions.joined_by(script(a), script(b), end_row), Some(*last));
            assert_ne!(unions.root(script(a), *last), unions.root(script(b), *last));
        }
    }

    fn members(unions: &Unions, a: usize, end_row: u64) -> Vec<ScriptNo> {
        let root = unions.root(script(a), end_row);
        (0..SCRIPTS).map(script).filter(|other| unions.root(*other, end_row) == root).collect()
    }

    const SCRIPTS: usize = 24;

    proptest! {
        #[test]
        fn any_unions_give_the_owners_at_every_moment_and_prove_them(
            seed: u64, pairs in proptest::collection::vec((0..SCRIPTS, 0..SCRIPTS), 0..40), kept in 0_usize..40,
        ) {
            let mut unions = Unions::new(seed, row(SCRIPTS));
            let mut rows_after = vec![0];
            for (tx, (a, b)) in (0..).zip(&pairs) {
                unions.join(TxNo(tx), (script(*a), script(*b)));
                rows_after.push(unions.len());
            }
            unions.settle();
            let kept = kept.min(pairs.len());
            for (pairs, rows) in [(&pairs[..kept], rows_after[kept]), (&pairs[..], unions.len())] {
                prop_assert_eq!(unions.len_before(TxNo(row(pairs.len()))), rows);
                let expected = owners(SCRIPTS, pairs);
                for (a, expected) in expected.iter().enumerate() {
                    prop_assert_eq!(&members(&unions, a, rows), expected);
                    (0..SCRIPTS).for_each(|b| check_proof(&unions, a, b, rows, pairs));
                }
            }
            // What is cut off is as if it had never been.
            unions.truncate(rows_after[kept], row(SCRIPTS));
            for (a, expected) in owners(SCRIPTS, &pairs[..kept]).iter().enumerate() {
                prop_assert_eq!(&members(&unions, a, u64::MAX), expected);
            }
        }
    }
}
