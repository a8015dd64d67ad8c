//! What all structures here are read by: a thin layer over `der`, which holds to the distinguished rules.

use der::asn1::{AnyRef, ObjectIdentifier};
use der::{Decode as _, Reader as _, SliceReader, Tag, TagNumber};

use crate::error::ReadError;

/// Reads values of one part of a structure, and names that part where they are not what they should be.
pub struct Part<'a> {
    name: &'static str,
    reader: SliceReader<'a>,
}

impl<'a> Part<'a> {
    /// The values in these bytes, one after another.
    pub fn new(name: &'static str, bytes: &'a [u8]) -> Result<Self, ReadError> {
        let reader = SliceReader::new(bytes).map_err(|_| ReadError::Malformed { part: name })?;
        Ok(Self { name, reader })
    }

    /// The values of the one value that these bytes are.
    pub fn of_one(name: &'static str, tag: Tag, bytes: &'a [u8]) -> Result<Self, ReadError> {
        let mut whole = Self::new(name, bytes)?;
        let inner = whole.value(tag)?;
        whole.end()?;
        Self::new(name, inner)
    }

    /// The error of this part.
    pub fn malformed(&self) -> ReadError {
        ReadError::Malformed { part: self.name }
    }

    /// The next value, whatever it is.
    pub fn any(&mut self) -> Result<AnyRef<'a>, ReadError> {
        AnyRef::decode(&mut self.reader).map_err(|_| self.malformed())
    }

    /// The next value as it stands, with tag and length.
    pub fn whole(&mut self) -> Result<&'a [u8], ReadError> {
        self.reader.tlv_bytes().map_err(|_| self.malformed())
    }

    /// The bytes of the next value, which has this tag.
    pub fn value(&mut self, tag: Tag) -> Result<&'a [u8], ReadError> {
        let next = self.any()?;
        if der::Tagged::tag(&next) == tag { Ok(next.value()) } else { Err(self.malformed()) }
    }

    /// The bytes of the next value, if it has this tag.
    pub fn optional(&mut self, tag: Tag) -> Result<Option<&'a [u8]>, ReadError> {
        if self.next_is(tag) { self.value(tag).map(Some) } else { Ok(None) }
    }

    /// The next value as it stands, if it has this tag.
    pub fn optional_whole(&mut self, tag: Tag) -> Result<Option<&'a [u8]>, ReadError> {
        if self.next_is(tag) { self.whole().map(Some) } else { Ok(None) }
    }

    /// Whether the next value has this tag.
    pub fn next_is(&self, tag: Tag) -> bool {
        !self.reader.is_finished() && Tag::peek(&self.reader).is_ok_and(|next| next == tag)
    }

    /// The values of the next value, which has this tag.
    pub fn inner(&mut self, tag: Tag) -> Result<Self, ReadError> {
        Self::new(self.name, self.value(tag)?)
    }

    /// The values of the next sequence.
    pub fn sequence(&mut self) -> Result<Self, ReadError> {
        self.inner(Tag::Sequence)
    }

    /// The next value, an identifier.
    pub fn identifier(&mut self) -> Result<ObjectIdentifier, ReadError> {
        let bytes = self.value(Tag::ObjectIdentifier)?;
        ObjectIdentifier::from_bytes(bytes).map_err(|_| self.malformed())
    }

    /// The next value, a whole number from 0 that is small.
    pub fn small(&mut self) -> Result<u32, ReadError> {
        let bytes = self.value(Tag::Integer)?;
        match bytes {
            [first, ..] if bytes.len() <= 4 && first & 0x80 == 0 => {
                Ok(bytes.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)))
            }
            _ => Err(self.malformed()),
        }
    }

    /// The next value, an algorithm: its identifier, and its parameters as they stand.
    pub fn algorithm(&mut self) -> Result<Algorithm<'a>, ReadError> {
        let mut inner = self.sequence()?;
        let id = inner.identifier()?;
        let parameters = if inner.is_empty() { None } else { Some(inner.any()?) };
        inner.end()?;
        Ok(Algorithm { id, parameters })
    }

    /// Whether nothing more comes.
    pub fn is_empty(&self) -> bool {
        self.reader.is_finished()
    }

    /// Nothing more comes.
    pub fn end(self) -> Result<(), ReadError> {
        if self.reader.is_finished() { Ok(()) } else { Err(self.malformed()) }
    }
}

/// An algorithm with its parameters.
#[derive(Clone, Copy, Debug)]
pub struct Algorithm<'a> {
    pub id: ObjectIdentifier,
    pub parameters: Option<AnyRef<'a>>,
}

/// The context-specific tag of this number around other values.
pub const fn context(number: u32) -> Tag {
    Tag::ContextSpecific { constructed: true, number: TagNumber(number) }
}

/// The context-specific tag of this number around bytes.
pub const fn context_bytes(number: u32) -> Tag {
    Tag::ContextSpecific { constructed: false, number: TagNumber(number) }
}
