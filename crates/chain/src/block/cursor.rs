//! A place in a string of bytes that never moves past its end.

use super::{BlockError, Input, Output};
use crate::hash::{Outpoint, Txid};

#[derive(Clone, Debug)]
pub(super) struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn rest(&self) -> usize {
        self.bytes.len() - self.at
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// The bytes from `start` to here.
    pub(super) fn since(&self, start: usize) -> &'a [u8] {
        &self.bytes[start..self.at]
    }

    pub(super) fn take(&mut self, length: usize, what: &'static str) -> Result<&'a [u8], BlockError> {
        let end = self.at.checked_add(length).filter(|end| *end <= self.bytes.len());
        let end = end.ok_or(BlockError::BreaksOff { what, at: self.at })?;
        let taken = &self.bytes[self.at..end];
        self.at = end;
        Ok(taken)
    }

    pub(super) fn skip(&mut self, length: usize, what: &'static str) -> Result<(), BlockError> {
        self.take(length, what).map(|_| ())
    }

    pub(super) fn array<const N: usize>(&mut self, what: &'static str) -> Result<[u8; N], BlockError> {
        let mut array = [0; N];
        array.copy_from_slice(self.take(N, what)?);
        Ok(array)
    }

    /// A length or count in its one shortest spelling, which is the only one that Bitcoin Core reads.
    pub(super) fn compact_size(&mut self, what: &'static str) -> Result<u64, BlockError> {
        let at = self.at;
        let (number, least) = match self.array::<1>(what)?[0] {
            0xfd => (u64::from(u16::from_le_bytes(self.array(what)?)), 0xfd),
            0xfe => (u64::from(u32::from_le_bytes(self.array(what)?)), 0x1_0000),
            0xff => (u64::from_le_bytes(self.array(what)?), 0x1_0000_0000),
            short => (u64::from(short), 0),
        };
        if number < least {
            return Err(BlockError::LongNumber { what, at });
        }
        Ok(number)
    }

    /// A count of things of at least `least` bytes each, of which the rest has room for as many.
    pub(super) fn count(&mut self, what: &'static str, least: usize) -> Result<usize, BlockError> {
        let at = self.at;
        let count = self.compact_size(what)?;
        let room = self.rest() / least;
        usize::try_from(count).ok().filter(|count| *count <= room).ok_or(BlockError::BreaksOff { what, at })
    }

    /// A length and as many bytes.
    pub(super) fn bytes(&mut self, what: &'static str) -> Result<&'a [u8], BlockError> {
        let length = self.count(what, 1)?;
        self.take(length, what)
    }

    pub(super) fn skip_bytes(&mut self, what: &'static str) -> Result<(), BlockError> {
        self.bytes(what).map(|_| ())
    }

    pub(super) fn input(&mut self) -> Result<Input<'a>, BlockError> {
        Ok(Input {
            prevout: Outpoint {
                txid: Txid::from_bytes(self.array("a prevout")?),
                vout: u32::from_le_bytes(self.array("a prevout")?),
            },
            script_sig: self.bytes("an unlocking script")?,
            sequence: u32::from_le_bytes(self.array("a sequence number")?),
        })
    }

    pub(super) fn output(&mut self) -> Result<Output<'a>, BlockError> {
        Ok(Output { value_sat: u64::from_le_bytes(self.array("a value")?), script: self.bytes("a script")? })
    }
}
