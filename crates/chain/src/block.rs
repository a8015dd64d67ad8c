//! Reads blocks in place: headers, transactions, inputs and outputs as slices of the stored bytes.
//!
//! Every length is checked against the bytes that are there before it is used, nothing is allocated by a length
//! that the bytes claim, and what Bitcoin Core's own reader refuses is refused here too.

use crate::hash::{BlockHash, Outpoint, Txid, sha256d, sha256d_parts};
use crate::merkle;
use crate::network::Network;
use crate::work::Target;

mod cursor;
mod error;

use cursor::Cursor;
pub use error::BlockError;

/// Bytes of a header.
pub const HEADER_LEN: usize = 80;
/// Bytes of a block with its witnesses (Bitcoin Core, `MAX_BLOCK_SERIALIZED_SIZE`).
pub const MAX_BLOCK_LEN: usize = 4_000_000;
/// All satoshis that can ever be (Bitcoin Core, `MAX_MONEY`).
pub const MAX_MONEY_SAT: u64 = 2_100_000_000_000_000;

/// Bytes of the smallest transaction: version, two counts, an input, an output, lock time.
const MIN_TX_LEN: usize = 4 + 1 + MIN_INPUT_LEN + 1 + MIN_OUTPUT_LEN + 4;
const MIN_INPUT_LEN: usize = 32 + 4 + 1 + 4;
const MIN_OUTPUT_LEN: usize = 8 + 1;

/// The 80 bytes that are hashed for proof of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header([u8; HEADER_LEN]);

/// A block whose header and count have been read; its transactions are read one after another.
#[derive(Clone, Debug)]
pub struct Block<'a> {
    header: Header,
    count: usize,
    cursor: Cursor<'a>,
}

/// A block of which everything that this reader checks holds.
#[derive(Clone, Debug)]
pub struct CheckedBlock<'a> {
    /// The header, whose work was proved.
    pub header: Header,
    /// The transactions in their order; the first is the coinbase.
    pub transactions: Vec<Tx<'a>>,
    /// Their ids, which make the header's Merkle root.
    pub txids: Vec<Txid>,
}

/// A transaction in place.
#[derive(Clone, Copy, Debug)]
pub struct Tx<'a> {
    raw: &'a [u8],
    /// From the count of inputs to the end of the outputs: what the id covers beside version and lock time.
    middle: &'a [u8],
    inputs: Counted<'a>,
    outputs: Counted<'a>,
}

#[derive(Clone, Copy, Debug)]
struct Counted<'a> {
    count: usize,
    bytes: &'a [u8],
}

/// An input in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Input<'a> {
    /// The output that it spends.
    pub prevout: Outpoint,
    /// The unlocking script.
    pub script_sig: &'a [u8],
    /// The sequence number.
    pub sequence: u32,
}

/// An output in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Output<'a> {
    /// Its worth.
    pub value_sat: u64,
    /// The script that says who may spend it.
    pub script: &'a [u8],
}

impl Header {
    /// Takes the bytes as they are.
    pub const fn from_bytes(bytes: [u8; HEADER_LEN]) -> Self {
        Self(bytes)
    }

    /// The bytes.
    pub const fn as_bytes(&self) -> &[u8; HEADER_LEN] {
        &self.0
    }

    /// The hash that names the block.
    pub fn hash(&self) -> BlockHash {
        BlockHash::from_bytes(sha256d(&self.0))
    }

    /// The version.
    pub fn version(&self) -> i32 {
        i32::from_le_bytes(self.field(0))
    }

    /// The block before.
    pub fn prev(&self) -> BlockHash {
        BlockHash::from_bytes(self.field(4))
    }

    /// The root over the transactions.
    pub fn merkle_root(&self) -> [u8; 32] {
        self.field(36)
    }

    /// When its maker says that it was made, in seconds since 1970; may be wrong by two hours and more.
    pub fn time(&self) -> u32 {
        u32::from_le_bytes(self.field(68))
    }

    /// The target in compact form.
    pub fn bits(&self) -> u32 {
        u32::from_le_bytes(self.field(72))
    }

    /// Checks that the hash meets the target and that the target is one that `network` allows.
    ///
    /// # Errors
    /// Says which of the two does not hold.
    pub fn check_work(&self, network: Network) -> Result<Target, BlockError> {
        let easiest =
            Target::from_bits(network.easiest_bits()).expect("the networks' easiest targets are sound");
        let target = Target::from_bits(self.bits())
            .filter(|target| *target <= easiest)
            .ok_or(BlockError::TargetNotAllowed { bits: self.bits(), network })?;
        if !target.is_met_by(&self.hash()) {
            return Err(BlockError::WorkMissing);
        }
        Ok(target)
    }

    fn field<const N: usize>(&self, at: usize) -> [u8; N] {
        let mut field = [0; N];
        field.copy_from_slice(&self.0[at..at + N]);
        field
    }
}

impl<'a> Block<'a> {
    /// Reads the header and the count of transactions.
    ///
    /// # Errors
    /// For bytes that are no block, with the offset.
    pub fn read(bytes: &'a [u8]) -> Result<Self, BlockError> {
        if bytes.len() > MAX_BLOCK_LEN {
            return Err(BlockError::TooLong(bytes.len()));
        }
        let mut cursor = Cursor::new(bytes);
        let header = Header(cursor.array("the header")?);
        let count = cursor.count("the count of transactions", MIN_TX_LEN)?;
        if count == 0 {
            return Err(BlockError::NoTransactions);
        }
        Ok(Self { header, count, cursor })
    }

    /// Reads and checks everything: proof of work, each transaction, the place of the coinbase, the Merkle root.
    ///
    /// Scripts, signatures, the subsidy, the difficulty and the witness commitment are not checked: this is a reader
    /// of blocks that a node has accepted, not a node.
    ///
    /// # Errors
    /// Says what does not hold, with the offset where there is one.
    pub fn check(bytes: &'a [u8], network: Network) -> Result<CheckedBlock<'a>, BlockError> {
        let block = Self::read(bytes)?;
        let header = block.header;
        header.check_work(network)?;
        let mut transactions = Vec::new();
        let mut txids = Vec::new();
        for tx in block {
            let tx = tx?;
            match (tx.is_coinbase(), transactions.is_empty()) {
                (false, true) => return Err(BlockError::CoinbaseMissing),
                (true, false) => return Err(BlockError::SecondCoinbase),
                _ => {}
            }
            if !tx.is_coinbase() && tx.inputs().any(|input| is_null(&input.prevout)) {
                return Err(BlockError::SecondCoinbase);
            }
            txids.push(tx.txid());
            transactions.push(tx);
        }
        let (root, mutated) = merkle::root(&txids);
        if root != header.merkle_root() {
            return Err(BlockError::MerkleRoot);
        }
        if mutated {
            return Err(BlockError::MerkleMutated);
        }
        Ok(CheckedBlock { header, transactions, txids })
    }

    /// The header.
    pub fn header(&self) -> &Header {
        &self.header
    }
}

impl CheckedBlock<'_> {
    /// The height that the coinbase states (BIP 34), which blocks of version 2 and later must.
    pub fn stated_height(&self) -> Option<u32> {
        if self.header.version() < 2 {
            return None;
        }
        let script = self.transactions.first()?.inputs().next()?.script_sig;
        match *script {
            [0x00, ..] => Some(0),
            [small @ 0x51..=0x60, ..] => Some(u32::from(small - 0x50)),
            [length @ 1..=4, ref rest @ ..] => {
                let mut bytes = [0; 4];
                let number = rest.get(..usize::from(length))?;
                bytes[..number.len()].copy_from_slice(number);
                // Script numbers are signed; a height is not negative.
                (number.last()? & 0x80 == 0).then(|| u32::from_le_bytes(bytes))
            }
            _ => None,
        }
    }
}

impl<'a> Iterator for Block<'a> {
    type Item = Result<Tx<'a>, BlockError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.count == 0 {
            return None;
        }
        self.count -= 1;
        let tx = Tx::read(&mut self.cursor).and_then(|tx| {
            let rest = self.cursor.rest();
            if self.count == 0 && rest > 0 { Err(BlockError::TrailingBytes(rest)) } else { Ok(tx) }
        });
        if tx.is_err() {
            self.count = 0;
        }
        Some(tx)
    }
}

impl<'a> Tx<'a> {
    /// Reads one transaction that takes all of `bytes`.
    ///
    /// # Errors
    /// For bytes that are no transaction, with the offset.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, BlockError> {
        let mut cursor = Cursor::new(bytes);
        let tx = Self::read(&mut cursor)?;
        if cursor.rest() > 0 { Err(BlockError::TrailingBytes(cursor.rest())) } else { Ok(tx) }
    }

    fn read(cursor: &mut Cursor<'a>) -> Result<Self, BlockError> {
        let start = cursor.at();
        cursor.skip(4, "the version of a transaction")?;
        // BIP 144: no inputs, then the flag 1, where a count of inputs would stand.
        let witness = cursor.peek() == Some(0);
        if witness {
            let marker = cursor.at();
            let [_, flag] = cursor.array("the witness flag")?;
            if flag != 1 {
                return Err(BlockError::WitnessFlag { flag, at: marker });
            }
        }
        let middle = cursor.at();
        let inputs = cursor.count("the count of inputs", MIN_INPUT_LEN)?;
        if inputs == 0 {
            return Err(BlockError::NoInputs { at: middle });
        }
        let first_input = cursor.at();
        for _ in 0..inputs {
            cursor.skip(36, "a prevout")?;
            cursor.skip_bytes("an unlocking script")?;
            cursor.skip(4, "a sequence number")?;
        }
        let inputs = Counted { count: inputs, bytes: cursor.since(first_input) };
        let at = cursor.at();
        let outputs = cursor.count("the count of outputs", MIN_OUTPUT_LEN)?;
        if outputs == 0 {
            return Err(BlockError::NoOutputs { at });
        }
        let first_output = cursor.at();
        let mut total_sat = 0_u64;
        for _ in 0..outputs {
            let at = cursor.at();
            let value_sat = u64::from_le_bytes(cursor.array("a value")?);
            total_sat = total_sat.saturating_add(value_sat);
            if value_sat > MAX_MONEY_SAT || total_sat > MAX_MONEY_SAT {
                return Err(BlockError::ValueOutOfRange { at });
            }
            cursor.skip_bytes("a script")?;
        }
        let outputs = Counted { count: outputs, bytes: cursor.since(first_output) };
        let middle = cursor.since(middle);
        if witness {
            let at = cursor.at();
            let mut any = false;
            for _ in 0..inputs.count {
                let items = cursor.count("the count of witness items", 1)?;
                any |= items > 0;
                for _ in 0..items {
                    cursor.skip_bytes("a witness item")?;
                }
            }
            if !any {
                return Err(BlockError::WitnessEmpty { at });
            }
        }
        cursor.skip(4, "the lock time")?;
        Ok(Self { raw: cursor.since(start), middle, inputs, outputs })
    }

    /// The id: double SHA-256 without the witness.
    pub fn txid(&self) -> Txid {
        let hash = if self.has_witness() {
            let (version, lock_time) = (&self.raw[..4], &self.raw[self.raw.len() - 4..]);
            sha256d_parts(&[version, self.middle, lock_time])
        } else {
            sha256d(self.raw)
        };
        Txid::from_bytes(hash)
    }

    /// The bytes with their witness.
    pub fn raw(&self) -> &'a [u8] {
        self.raw
    }

    /// The version.
    pub fn version(&self) -> i32 {
        i32::from_le_bytes(*self.raw.first_chunk().expect("a transaction begins with its version"))
    }

    /// The lock time.
    pub fn lock_time(&self) -> u32 {
        u32::from_le_bytes(*self.raw.last_chunk().expect("a transaction ends with its lock time"))
    }

    /// The weight (BIP 141): three times the bytes without witness and once all bytes.
    pub fn weight(&self) -> u32 {
        let weight = 3 * (self.middle.len() + 8) + self.raw.len();
        u32::try_from(weight).expect("a transaction is no longer than a block")
    }

    /// Whether it carries a witness.
    pub fn has_witness(&self) -> bool {
        self.middle.len() + 8 != self.raw.len()
    }

    /// Whether it is the transaction that makes new coins.
    pub fn is_coinbase(&self) -> bool {
        self.inputs.count == 1 && self.inputs().next().is_some_and(|input| is_null(&input.prevout))
    }

    /// The inputs in their order.
    pub fn inputs(&self) -> impl ExactSizeIterator<Item = Input<'a>> + use<'a> {
        let mut cursor = Cursor::new(self.inputs.bytes);
        (0..self.inputs.count)
            .map(move |_| cursor.input().expect("the inputs were walked when they were read"))
    }

    /// The outputs in their order.
    pub fn outputs(&self) -> impl ExactSizeIterator<Item = Output<'a>> + use<'a> {
        let mut cursor = Cursor::new(self.outputs.bytes);
        (0..self.outputs.count)
            .map(move |_| cursor.output().expect("the outputs were walked when they were read"))
    }
}

fn is_null(prevout: &Outpoint) -> bool {
    prevout.vout == u32::MAX && *prevout.txid.as_bytes() == [0; 32]
}

#[cfg(test)]
mod tests;
