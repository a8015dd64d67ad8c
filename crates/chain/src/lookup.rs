//! Answers about a transaction, an address, a block, as of a height.

use serde::{Deserialize, Serialize};

use crate::hash::{BlockHash, Outpoint, Txid};
use crate::ledger::{Gone, OutNo, Prevout, TxNo, View};
use crate::merkle::MerklePath;
use crate::script::{ScriptKey, ScriptKind};

/// A transaction with what its inputs spend and what became of its outputs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transaction {
    /// Its id.
    pub txid: Txid,
    /// The height of its block.
    pub height: u32,
    /// The hash of its block.
    pub block: BlockHash,
    /// When the block's maker says that it was made, in seconds since 1970.
    pub block_time: u32,
    /// Its place in the block.
    pub position: u32,
    /// Whether it makes new coins.
    pub coinbase: bool,
    /// What it leaves to the miner; unknown when an input spends an output from before the ledger's first block.
    pub fee_sat: Option<u64>,
    /// Its inputs.
    pub inputs: Vec<TransactionInput>,
    /// Its outputs.
    pub outputs: Vec<TransactionOutput>,
}

/// An input of a [`Transaction`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransactionInput {
    /// The output that it spends; none for a coinbase.
    pub prevout: Option<Outpoint>,
    /// What that is worth, where the ledger holds it.
    pub value_sat: Option<u64>,
    /// The address that it was at, where the ledger holds it.
    pub address: Option<String>,
}

/// An output of a [`Transaction`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransactionOutput {
    /// Its worth.
    pub value_sat: u64,
    /// The address, or the script by its hash.
    pub address: String,
    /// The kind of script.
    pub kind: ScriptKind,
    /// What became of it.
    pub state: OutputState,
}

/// What became of an output by the height of the view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "state")]
pub enum OutputState {
    /// It can be spent.
    Unspent,
    /// It can never be spent.
    Unspendable,
    /// It was spent.
    Spent {
        /// By this transaction.
        txid: Txid,
        /// At this height.
        height: u32,
        /// By the input at this place.
        input: u32,
    },
    /// A later coinbase with the same id took its place (before BIP 30).
    Overwritten {
        /// The height of that coinbase.
        height: u32,
    },
}

/// What an address received and spent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AddressHistory {
    /// The address, or the script by its hash.
    pub address: String,
    /// The kind of script.
    pub kind: ScriptKind,
    /// What it did.
    #[serde(flatten)]
    pub history: History,
}

/// What outputs were received and spent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct History {
    /// All that was ever received.
    pub received_sat: u128,
    /// All of it that was spent or lost.
    pub spent_sat: u128,
    /// What is left.
    pub balance_sat: u128,
    /// Outputs that were received.
    pub outputs: usize,
    /// Outputs that are left.
    pub unspent_outputs: usize,
    /// Transactions that received or spent; the history may hold fewer.
    pub transactions: usize,
    /// Those transactions in chain order, as many as were asked for.
    pub history: Vec<HistoryRow>,
}

/// A transaction in a history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryRow {
    /// The height of its block.
    pub height: u32,
    /// When the block's maker says that it was made, in seconds since 1970.
    pub block_time: u32,
    /// The transaction.
    pub txid: Txid,
    /// What was received by it.
    pub received_sat: u128,
    /// What was spent in it.
    pub spent_sat: u128,
}

/// A block in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockSummary {
    /// Its height.
    pub height: u32,
    /// Its hash.
    pub hash: BlockHash,
    /// The block before.
    pub prev: BlockHash,
    /// When its maker says that it was made, in seconds since 1970.
    pub time: u32,
    /// Its transactions in their order.
    pub txids: Vec<Txid>,
}

/// The unspent outputs of a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UtxoTotals {
    /// How many there are.
    pub count: u64,
    /// What they are worth together.
    pub total_sat: u128,
}

impl View<'_> {
    /// The transactions with this id, the latest first: none, one, or for two old coinbases two.
    pub fn transactions(&self, txid: &Txid) -> Vec<Transaction> {
        self.find_transaction(txid).into_iter().map(|tx| self.transaction(tx)).collect()
    }

    /// What the script did, in chain order; at most `limit` transactions of it are listed. `None` where no output of
    /// the view has the script.
    pub fn address(&self, key: &ScriptKey, limit: usize) -> Option<AddressHistory> {
        let script = self.find_address(key)?;
        let key = self.script_key(script);
        let history = self.history(self.script_outputs(script), limit);
        Some(AddressHistory { address: key.text(self.ledger.network()), kind: key.kind(), history })
    }

    /// What became of outputs, in chain order; at most `limit` transactions are listed.
    pub fn history(&self, outputs: impl Iterator<Item = OutNo>, limit: usize) -> History {
        let mut history = History::default();
        let mut events: Vec<(TxNo, u128, u128)> = Vec::new();
        for output in outputs {
            let value = u128::from(self.value_sat(output));
            history.outputs += 1;
            history.received_sat += value;
            events.push((self.maker(output), value, 0));
            match self.gone(output) {
                Some(gone) => {
                    history.spent_sat += value;
                    let tx = match gone {
                        Gone::Spent(input) => self.spender(input),
                        Gone::Overwritten(tx) => tx,
                    };
                    events.push((tx, 0, value));
                }
                None => history.unspent_outputs += 1,
            }
        }
        history.balance_sat = history.received_sat - history.spent_sat;
        events.sort_unstable_by_key(|(tx, ..)| *tx);
        for of_one in events.chunk_by(|a, b| a.0 == b.0) {
            history.transactions += 1;
            if history.history.len() < limit {
                let height = self.height_of(of_one[0].0);
                history.history.push(HistoryRow {
                    height,
                    block_time: self.header(height).time(),
                    txid: self.txid(of_one[0].0),
                    received_sat: of_one.iter().map(|event| event.1).sum(),
                    spent_sat: of_one.iter().map(|event| event.2).sum(),
                });
            }
        }
        history
    }

    /// The block at `height`, if it is within the view.
    pub fn block_at(&self, height: u32) -> Option<BlockSummary> {
        if height < self.ledger.columns.first_height() || height > self.height() {
            return None;
        }
        let header = self.header(height);
        Some(BlockSummary {
            height,
            hash: header.hash(),
            prev: header.prev(),
            time: header.time(),
            txids: self.ledger.columns.txids(height),
        })
    }

    /// The block with this hash, if it is within the view.
    pub fn block(&self, hash: &BlockHash) -> Option<BlockSummary> {
        self.ledger.columns.find_block(hash).and_then(|height| self.block_at(height))
    }

    /// The unspent outputs as a node counts them (`gettxoutsetinfo`): not the first block's, not data, not what a
    /// later coinbase with the same id overwrote.
    pub fn utxo(&self) -> UtxoTotals {
        let mut totals = UtxoTotals { count: 0, total_sat: 0 };
        for output in (0..self.output_end().0).map(OutNo) {
            if self.gone(output).is_none() && self.is_spendable(output) {
                totals.count += 1;
                totals.total_sat += u128::from(self.value_sat(output));
            }
        }
        totals
    }

    /// The path from a transaction to the header of its block.
    pub fn merkle_path(&self, tx: TxNo) -> MerklePath {
        let position = usize::try_from(self.position_of(tx)).expect("usize has 32 bits at least");
        MerklePath::of(&self.ledger.columns.txids(self.height_of(tx)), position)
            .expect("a transaction has a place in its block")
    }

    /// What a transaction leaves to the miner; unknown for a coinbase and where an input is unknown.
    pub fn fee_sat(&self, tx: TxNo) -> Option<u64> {
        let mut left = 0_u64;
        for input in self.inputs(tx) {
            match self.prevout(input) {
                Prevout::Known(output) => left = left.checked_add(self.value_sat(output))?,
                Prevout::Coinbase | Prevout::Unknown(_) => return None,
            }
        }
        self.outputs(tx).try_fold(left, |left, output| left.checked_sub(self.value_sat(output)))
    }

    fn transaction(&self, tx: TxNo) -> Transaction {
        let height = self.height_of(tx);
        let input = |input| match self.prevout(input) {
            Prevout::Coinbase => TransactionInput { prevout: None, value_sat: None, address: None },
            Prevout::Unknown(outpoint) => {
                TransactionInput { prevout: Some(outpoint), value_sat: None, address: None }
            }
            Prevout::Known(output) => TransactionInput {
                prevout: Some(self.outpoint(output)),
                value_sat: Some(self.value_sat(output)),
                address: Some(self.address_of(output)),
            },
        };
        let output = |output| TransactionOutput {
            value_sat: self.value_sat(output),
            address: self.address_of(output),
            kind: self.script_key(self.script_of(output)).kind(),
            state: self.state(output),
        };
        Transaction {
            txid: self.txid(tx),
            height,
            block: self.block_hash(height),
            block_time: self.header(height).time(),
            position: self.position_of(tx),
            coinbase: self.is_coinbase(tx),
            fee_sat: self.fee_sat(tx),
            inputs: self.inputs(tx).map(input).collect(),
            outputs: self.outputs(tx).map(output).collect(),
        }
    }

    fn state(&self, output: OutNo) -> OutputState {
        match self.gone(output) {
            Some(Gone::Spent(input)) => {
                let tx = self.spender(input);
                let first = self.inputs(tx).next().expect("a transaction has inputs");
                OutputState::Spent {
                    txid: self.txid(tx),
                    height: self.height_of(tx),
                    input: u32::try_from(input.0 - first.0)
                        .expect("a transaction has fewer than 2^32 inputs"),
                }
            }
            Some(Gone::Overwritten(tx)) => OutputState::Overwritten { height: self.height_of(tx) },
            None if self.is_spendable(output) => OutputState::Unspent,
            None => OutputState::Unspendable,
        }
    }
}
