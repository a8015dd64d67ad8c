//! The ledger: every transaction of a chain under dense numbers in chain order, inputs linked to what they spend.
//!
//! Rows are addressed by [`TxNo`], [`InNo`], [`OutNo`] and [`ScriptNo`]. The numbers depend on nothing but the chain, so
//! that two ledgers of the same chain agree on them whatever order the blocks were stored in. The columns are held in
//! memory, or in the files of a store that grows by sealed batches; nothing outside this module knows which.

use crate::block::Header;
use crate::cluster::KeptClusters;
use crate::hash::{BlockHash, Outpoint, Txid};
use crate::network::Network;
use crate::script::{ScriptKey, ScriptKind};

mod chunk;
mod columns;
mod error;
mod height;
mod ingest;
mod layers;
mod link;
mod stored;
mod unions;

pub(crate) use columns::Columns;
pub use error::{IngestError, StoreError};
pub use ingest::{IngestOptions, IngestReport, MIN_MEMORY_BYTES, Progress};
pub(crate) use unions::{Pair, Unions};

/// Declares the number of a row.
macro_rules! row_number {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u64);
    };
}

row_number! {
    /// A transaction, by its place in the chain.
    TxNo
}
row_number! {
    /// An input, by its place in the chain.
    InNo
}
row_number! {
    /// An output, by its place in the chain.
    OutNo
}
row_number! {
    /// A script, by the place of its first output.
    ScriptNo
}

/// What an input spends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prevout {
    /// Nothing: it makes new coins.
    Coinbase,
    /// An output of this ledger.
    Known(OutNo),
    /// An output from before the ledger's first block.
    Unknown(Outpoint),
}

/// How an output ceased to be spendable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gone {
    /// Spent by an input.
    Spent(InNo),
    /// Lost: a later coinbase has the same id and the same outputs took its place (before BIP 30).
    Overwritten(TxNo),
}

/// What a transaction shows of the program that made it, beside its inputs and outputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TxAbout {
    /// The version, as a number without sign.
    pub version: u32,
    /// The height or time before which it could not be mined (BIP 65); 0 for none.
    pub lock_time: u32,
    /// Four times the bytes without witness, and once those of the witness (BIP 141).
    pub weight: u32,
    /// Whether an input has a witness.
    pub has_witness: bool,
    /// Whether it says that it may be replaced (BIP 125).
    pub is_replaceable: bool,
    /// Whether an input has a sequence number below the highest, so that the lock time is in force.
    pub is_locked: bool,
}

/// The transactions of one chain.
#[derive(Debug)]
pub struct Ledger {
    network: Network,
    pub(crate) columns: Columns,
    store: Option<stored::Stored>,
    /// Clusterings that questions made.
    clusters: Option<KeptClusters>,
}

/// A ledger as it was when a block was its tip; every look-up and trace goes through one.
#[derive(Clone, Copy, Debug)]
pub struct View<'l> {
    pub(crate) ledger: &'l Ledger,
    at: u32,
    /// One past the last transaction.
    end: TxNo,
}

/// No such height in the ledger.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ViewError {
    /// Nothing has been taken in.
    #[error("the ledger is empty")]
    Empty,
    /// A height before the first block or after the tip.
    #[error("height {at} is not between {first} and {tip}")]
    Height {
        /// The height asked for.
        at: u32,
        /// The first height of the ledger.
        first: u32,
        /// The last.
        tip: u32,
    },
}

impl comity_record::Coded for ViewError {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "chain-ledger-empty",
            Self::Height { .. } => "chain-height-outside",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Empty => vec![],
            Self::Height { at, first, tip } => {
                vec![("at", at.to_string()), ("first", first.to_string()), ("tip", tip.to_string())]
            }
        }
    }
}

impl Ledger {
    /// An empty ledger of `network`, in memory.
    pub fn new(network: Network) -> Self {
        Self { network, columns: Columns::default(), store: None, clusters: None }
    }

    /// The network.
    pub fn network(&self) -> Network {
        self.network
    }

    /// The height of the first block; 0 where the source goes back to the beginning.
    pub fn first_height(&self) -> Option<u32> {
        self.columns.tip_height().map(|_| self.columns.first_height())
    }

    /// The height of the last block.
    pub fn tip_height(&self) -> Option<u32> {
        self.columns.tip_height()
    }

    /// The ledger as it was at `height`, or as it is now.
    ///
    /// # Errors
    /// When the ledger is empty or has no such height.
    pub fn at(&self, height: Option<u32>) -> Result<View<'_>, ViewError> {
        let (Some(first), Some(tip)) = (self.first_height(), self.tip_height()) else {
            return Err(ViewError::Empty);
        };
        let at = height.unwrap_or(tip);
        if at < first || at > tip {
            return Err(ViewError::Height { at, first, tip });
        }
        Ok(View { ledger: self, at, end: self.columns.block_txs(at).1 })
    }
}

impl<'l> View<'l> {
    /// The ledger that is looked at.
    pub fn ledger(&self) -> &'l Ledger {
        self.ledger
    }

    /// The height that is taken as the tip.
    pub fn height(&self) -> u32 {
        self.at
    }

    /// The hash of the block at that height.
    pub fn tip_hash(&self) -> BlockHash {
        self.block_hash(self.at)
    }

    /// The header at `height`, which must be within the view.
    pub fn header(&self, height: u32) -> Header {
        self.ledger.columns.header(height)
    }

    /// The hash of the block at `height`, which must be within the view.
    pub fn block_hash(&self, height: u32) -> BlockHash {
        self.ledger.columns.header(height).hash()
    }

    /// The numbers of the transactions of the block at `height`, which must be within the view.
    pub fn block_transactions(&self, height: u32) -> impl ExactSizeIterator<Item = TxNo> + use<> {
        let (from, to) = self.ledger.columns.block_txs(height);
        rows(from.0, to.0, TxNo)
    }

    /// The transactions with this id, the latest first. Two mainnet coinbases have a twin each; others have none.
    pub fn find_transaction(&self, txid: &Txid) -> Vec<TxNo> {
        let mut found = self.ledger.columns.find_tx(txid);
        found.retain(|tx| *tx < self.end);
        found
    }

    /// The output at this place, of the latest transaction with this id.
    pub fn find_output(&self, outpoint: &Outpoint) -> Option<OutNo> {
        let tx = *self.find_transaction(&outpoint.txid).first()?;
        self.outputs(tx).nth(usize::try_from(outpoint.vout).ok()?)
    }

    /// The script with this key, if an output of the view has it.
    pub fn find_script(&self, key: &ScriptKey) -> Option<ScriptNo> {
        let script = self.ledger.columns.find_script(key)?;
        self.script_outputs(script).next().map(|_| script)
    }

    /// The script that an address names, if an output of the view has it: of a script by hash that of whichever kind.
    pub fn find_address(&self, key: &ScriptKey) -> Option<ScriptNo> {
        key.alternatives().find_map(|key| self.find_script(&key))
    }

    /// The id of a transaction.
    pub fn txid(&self, tx: TxNo) -> Txid {
        self.ledger.columns.txid(tx)
    }

    /// The height of the block that holds a transaction.
    pub fn height_of(&self, tx: TxNo) -> u32 {
        self.ledger.columns.height_of(tx)
    }

    /// The place of a transaction in its block.
    pub fn position_of(&self, tx: TxNo) -> u32 {
        let (first, _) = self.ledger.columns.block_txs(self.height_of(tx));
        u32::try_from(tx.0 - first.0).expect("a block has fewer than 2^32 transactions")
    }

    /// The inputs of a transaction in their order.
    pub fn inputs(&self, tx: TxNo) -> impl ExactSizeIterator<Item = InNo> + use<> {
        let (from, to) = self.ledger.columns.tx_ins(tx);
        rows(from.0, to.0, InNo)
    }

    /// The outputs of a transaction in their order.
    pub fn outputs(&self, tx: TxNo) -> impl ExactSizeIterator<Item = OutNo> + use<> {
        let (from, to) = self.ledger.columns.tx_outs(tx);
        rows(from.0, to.0, OutNo)
    }

    /// What an input spends.
    pub fn prevout(&self, input: InNo) -> Prevout {
        self.ledger.columns.prevout(input)
    }

    /// The transaction of an input.
    pub fn spender(&self, input: InNo) -> TxNo {
        self.ledger.columns.tx_of_in(input)
    }

    /// The transaction of an output.
    pub fn maker(&self, output: OutNo) -> TxNo {
        self.ledger.columns.tx_of_out(output)
    }

    /// The id of an output's transaction and its place in it.
    pub fn outpoint(&self, output: OutNo) -> Outpoint {
        let tx = self.maker(output);
        let (first, _) = self.ledger.columns.tx_outs(tx);
        let vout = u32::try_from(output.0 - first.0).expect("a transaction has fewer than 2^32 outputs");
        Outpoint { txid: self.txid(tx), vout }
    }

    /// The worth of an output.
    pub fn value_sat(&self, output: OutNo) -> u64 {
        self.ledger.columns.value_sat(output)
    }

    /// The script of an output.
    pub fn script_of(&self, output: OutNo) -> ScriptNo {
        self.ledger.columns.script_of(output)
    }

    /// The key of a script.
    pub fn script_key(&self, script: ScriptNo) -> ScriptKey {
        self.ledger.columns.script_key(script)
    }

    /// The address of an output, or its script by hash.
    pub fn address_of(&self, output: OutNo) -> String {
        self.script_key(self.script_of(output)).text(self.ledger.network)
    }

    /// How an output had ceased to be spendable by the height of the view.
    pub fn gone(&self, output: OutNo) -> Option<Gone> {
        self.ledger.columns.gone(output).filter(|gone| match gone {
            Gone::Spent(input) => self.spender(*input) < self.end,
            Gone::Overwritten(tx) => *tx < self.end,
        })
    }

    /// The outputs of a script in chain order.
    pub fn script_outputs(&self, script: ScriptNo) -> impl Iterator<Item = OutNo> + use<> {
        let (_, end) = self.ledger.columns.outs_before(self.end);
        self.ledger.columns.script_outs(script).into_iter().filter(move |out| *out < end)
    }

    /// What a transaction shows of the program that made it.
    pub fn about(&self, tx: TxNo) -> TxAbout {
        let [version @ .., _, _, _, _, _, _, _, _] = self.ledger.columns.about(tx);
        let [_, _, _, _, lock_time @ .., _, _, _, _] = self.ledger.columns.about(tx);
        let [.., low, middle, high, flags] = self.ledger.columns.about(tx);
        TxAbout {
            version: u32::from_le_bytes(version),
            lock_time: u32::from_le_bytes(lock_time),
            weight: u32::from_le_bytes([low, middle, high, 0]),
            has_witness: flags & chunk::WITNESS != 0,
            is_replaceable: flags & chunk::REPLACEABLE != 0,
            is_locked: flags & chunk::LOCKED != 0,
        }
    }

    /// Whether a transaction makes new coins.
    pub fn is_coinbase(&self, tx: TxNo) -> bool {
        self.inputs(tx).next().is_some_and(|input| self.prevout(input) == Prevout::Coinbase)
    }

    /// Whether an output could be spent if nothing had: not data, not the first block's, which no node counts.
    pub fn is_spendable(&self, output: OutNo) -> bool {
        let genesis = self.ledger.columns.first_height() == 0 && self.height_of(self.maker(output)) == 0;
        !genesis && !self.script_key(self.script_of(output)).kind().is_unspendable()
    }

    /// The kind of a script.
    pub fn script_kind(&self, script: ScriptNo) -> ScriptKind {
        self.ledger.columns.script_kind(script)
    }

    /// The kind of an output's script.
    pub fn kind_of(&self, output: OutNo) -> ScriptKind {
        self.script_kind(self.script_of(output))
    }

    /// Whether a script is somebody's: of others nobody knows who may spend them, and many anybody may. Only such scripts
    /// are joined in clusters.
    pub fn is_owned(&self, script: ScriptNo) -> bool {
        self.ledger.columns.is_owned(script)
    }

    /// The first output that has a script.
    pub fn first_output(&self, script: ScriptNo) -> OutNo {
        self.ledger.columns.first_output(script)
    }

    /// The scripts whose first output is in a block from `first` to `last`, in their order; both heights must be within
    /// the view.
    pub fn new_scripts(&self, first: u32, last: u32) -> impl ExactSizeIterator<Item = ScriptNo> + use<> {
        let columns = &self.ledger.columns;
        let before = |tx| columns.scripts_before(columns.outs_before(tx).1);
        rows(before(columns.block_txs(first).0).0, before(columns.block_txs(last).1).0, ScriptNo)
    }

    /// One past the last script of the view.
    pub(crate) fn script_end(&self) -> ScriptNo {
        self.ledger.columns.scripts_before(self.output_end())
    }

    /// One past the last transaction of the view.
    pub(crate) fn transaction_end(&self) -> TxNo {
        self.end
    }

    /// One past the last output of the view.
    pub(crate) fn output_end(&self) -> OutNo {
        self.ledger.columns.outs_before(self.end).1
    }
}

/// The rows from `from` to before `to`.
fn rows<T>(from: u64, to: u64, row: fn(u64) -> T) -> impl ExactSizeIterator<Item = T> {
    let place = |number| usize::try_from(number).expect("rows of memory are as many as memory can hold");
    let number = |place| u64::try_from(place).expect("memory holds fewer than 2^64 rows");
    (place(from)..place(to)).map(move |place| row(number(place)))
}
