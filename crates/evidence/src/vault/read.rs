//! Reading objects: as a stream, by range, and whole to check them. One chunk is in memory at a time.

use std::io::{self, Read, Seek, SeekFrom};

use comity_disk::DiskError;
use comity_record::key::SecretKey;
use zeroize::Zeroizing;

use super::store::{ReadObject, StoreError};
use super::{Holder, ObjectName, Vault, VaultError};
use crate::chunk::{ChunkCipher, HEADER_BYTES, Layout};
use crate::hash::{BLOCK_BYTES, Digests, Hasher};

impl Vault {
    /// Opens an object for reading. What is read is authentic chunk by chunk; that the whole is what was stored is
    /// said by [`Vault::verify`].
    ///
    /// # Errors
    /// Fails when the object is not there or is none. A wrong key shows at the first read.
    pub fn read(&self, name: &ObjectName, key: &SecretKey) -> Result<ObjectReader, VaultError> {
        let object = self.store.open(name)?.ok_or(VaultError::Missing { name: *name })?;
        let mut header = [0; HEADER_BYTES];
        match object.read_exact_at(0, &mut header) {
            Err(StoreError::Disk(DiskError::Short { .. })) => {
                return Err(VaultError::Malformed { name: *name });
            }
            other => other?,
        }
        let layout = Layout::read(header, object.size()).ok_or(VaultError::Malformed { name: *name })?;
        Ok(ObjectReader {
            name: *name,
            object,
            cipher: ChunkCipher::new(key, header),
            layout,
            chunk: Zeroizing::new(Vec::new()),
            number: None,
            position: 0,
        })
    }

    /// Reads `length` bytes of an object from `offset`, or fewer where it ends.
    ///
    /// # Errors
    /// As [`Vault::read`].
    pub fn read_range(
        &self,
        name: &ObjectName,
        key: &SecretKey,
        offset: u64,
        length: usize,
    ) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let mut object = self.read(name, key)?;
        let rest = usize::try_from(object.size().saturating_sub(offset)).unwrap_or(usize::MAX);
        let mut bytes = Zeroizing::new(vec![0; length.min(rest)]);
        let mut done = 0;
        while done < bytes.len() {
            let at = offset + crate::hash::length(&bytes[..done]);
            done += object.read_at(at, &mut bytes[done..])?;
        }
        Ok(bytes)
    }

    /// Reads a whole object and makes sure that its content is what the name stands for, as `holder` has it.
    ///
    /// # Errors
    /// As [`Vault::read`], and when the content is other than what was stored.
    pub fn verify(&self, holder: Holder, name: &ObjectName, key: &SecretKey) -> Result<Digests, VaultError> {
        let mut object = self.read(name, key)?;
        let mut hasher = Hasher::new();
        let mut block = Zeroizing::new(vec![0; BLOCK_BYTES]);
        let mut at = 0;
        loop {
            let read = object.read_at(at, &mut block)?;
            if read == 0 {
                break;
            }
            hasher.update(&block[..read]);
            at += crate::hash::length(&block[..read]);
        }
        if object.size() == 0 {
            object.open_first()?;
        }
        let digests = hasher.finish();
        if self.names_of(holder, digests.sha256).any(|of_it| of_it == *name) {
            Ok(digests)
        } else {
            Err(VaultError::OtherContent { name: *name })
        }
    }
}

/// An object that is being read. Opens one chunk at a time, so that an image of any size needs one mebibyte.
pub struct ObjectReader {
    name: ObjectName,
    object: Box<dyn ReadObject>,
    cipher: ChunkCipher,
    layout: Layout,
    chunk: Zeroizing<Vec<u8>>,
    /// Which chunk is open.
    number: Option<u64>,
    position: u64,
}

impl ObjectReader {
    /// How many bytes the content has.
    pub fn size(&self) -> u64 {
        self.layout.size
    }

    /// Reads some bytes from `offset`; 0 means that the content ends there.
    ///
    /// # Errors
    /// Fails when the disk does, or the chunk there does not open.
    pub fn read_at(&mut self, offset: u64, out: &mut [u8]) -> Result<usize, VaultError> {
        if offset >= self.layout.size || out.is_empty() {
            return Ok(0);
        }
        self.load(offset / self.layout.chunk_bytes)?;
        let within = usize::try_from(offset % self.layout.chunk_bytes).expect("a chunk fits into memory");
        let read = out.len().min(self.chunk.len() - within);
        out[..read].copy_from_slice(&self.chunk[within..within + read]);
        Ok(read)
    }

    /// Opens the first chunk, to see whether the key fits. An empty object has one too, which no reading asks for.
    pub(super) fn open_first(&mut self) -> Result<(), VaultError> {
        self.load(0)
    }

    fn load(&mut self, number: u64) -> Result<(), VaultError> {
        if self.number == Some(number) {
            return Ok(());
        }
        self.number = None;
        let (start, length) = self.layout.chunk(number);
        self.chunk.resize(length, 0);
        self.object.read_exact_at(start, &mut self.chunk)?;
        let last = number + 1 == self.layout.chunks;
        self.cipher.open(number, last, &mut self.chunk).map_err(|_| VaultError::DoesNotOpen {
            name: self.name,
            offset: number * self.layout.chunk_bytes,
        })?;
        self.number = Some(number);
        Ok(())
    }
}

impl Read for ObjectReader {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.read_at(self.position, out).map_err(io::Error::other)?;
        self.position += crate::hash::length(&out[..read]);
        Ok(read)
    }
}

impl Seek for ObjectReader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let target = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.layout.size.checked_add_signed(by),
            SeekFrom::Current(by) => self.position.checked_add_signed(by),
        };
        self.position = target.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.position)
    }
}
