//! The sealed bytes themselves, in chunks of which each is checked before it is read.

use std::io::{self, Chain, Cursor, Read, Write};

use chacha20poly1305::aead::Aead as _;
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use comity_record::Entropy;
use zeroize::Zeroizing;

use super::header::{self, FileKey, HEADER_MAX, Header};
use super::{AgeError, FILE_KEY, Identity, Lock, TAG, cipher, derive};
use crate::passphrase::Passphrase;

/// The payload is sealed in chunks of this many bytes, so that none is read before it was checked.
pub(super) const CHUNK: usize = 64 << 10;
const NONCE: usize = 16;

/// Seals what is written to it, chunk by chunk, and writes it on. What is not sealed yet is overwritten when it is
/// dropped, and what was not [finished](Sealer::finish) opens for nobody.
pub struct Sealer<W> {
    to: W,
    /// What goes out before the next chunk.
    before: Vec<u8>,
    cipher: ChaCha20Poly1305,
    /// Never larger than it is made, so that nothing is left behind in memory.
    chunk: Zeroizing<Vec<u8>>,
    number: u64,
}

impl<W: Write> Sealer<W> {
    /// Begins something sealed. Nothing is written before there is more than a chunk, or it is finished.
    ///
    /// # Errors
    /// Fails for a key with which nothing can be kept secret, for no recipients and for too many.
    pub fn begin(to: W, lock: Lock<'_>, entropy: &dyn Entropy) -> Result<Self, AgeError> {
        let file_key: FileKey = Zeroizing::new(entropy.draw::<FILE_KEY>().to_vec());
        let mut before = header::write(lock, entropy, &file_key)?;
        let nonce: [u8; NONCE] = entropy.draw();
        before.extend_from_slice(&nonce);
        let cipher = cipher(&derive(&file_key, &nonce, b"payload"));
        Ok(Self { to, before, cipher, chunk: Zeroizing::new(Vec::with_capacity(CHUNK)), number: 0 })
    }

    /// Writes the rest. Gives back where it went.
    ///
    /// # Errors
    /// Fails as what it is written to does.
    pub fn finish(mut self) -> io::Result<W> {
        self.put(true)?;
        Ok(self.to)
    }

    fn put(&mut self, last: bool) -> io::Result<()> {
        let sealed = self.cipher.encrypt(&nonce(self.number, last), self.chunk.as_slice());
        self.before.append(&mut sealed.expect("64 KiB are far below the cipher's limit"));
        self.to.write_all(&self.before)?;
        self.before.clear();
        self.chunk.clear();
        self.number += 1;
        Ok(())
    }
}

impl<W: Write> Write for Sealer<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A full chunk goes out when more comes: the last one is marked, and is empty only where there is no other.
        if self.chunk.len() == CHUNK && !bytes.is_empty() {
            self.put(false)?;
        }
        let taken = bytes.len().min(CHUNK - self.chunk.len());
        self.chunk.extend_from_slice(&bytes[..taken]);
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// Opens what a [`Sealer`] sealed, as it is read, and holds no more of it than one chunk. What was read is whole and
/// unchanged only once the end came.
pub struct Opener<R> {
    source: Chain<Cursor<Vec<u8>>, R>,
    cipher: ChaCha20Poly1305,
    number: u64,
    sealed: Vec<u8>,
    chunk: Zeroizing<Vec<u8>>,
    /// How much of the chunk was given out.
    given: usize,
    ended: bool,
}

impl<R: Read> Opener<R> {
    /// Begins, with the key of a recipient.
    ///
    /// # Errors
    /// Holds the [`AgeError`] that says whether it is nothing sealed, is not for this key, or was changed; or is that of
    /// `source`.
    pub fn new(identity: &Identity, source: R) -> io::Result<Self> {
        Self::begin(source, |header| header.file_key(identity))
    }

    /// Begins, with a passphrase.
    ///
    /// # Errors
    /// As [`Opener::new`].
    pub fn by_passphrase(passphrase: &Passphrase, source: R) -> io::Result<Self> {
        Self::begin(source, |header| header.file_key_by(passphrase))
    }

    fn begin(
        mut source: R,
        file_key: impl FnOnce(&Header<'_>) -> Result<FileKey, AgeError>,
    ) -> io::Result<Self> {
        let mut head = vec![0; HEADER_MAX];
        let read = fill(&mut source, &mut head)?;
        head.truncate(read);
        let open = || {
            let header = Header::read(&head).ok_or(AgeError::Malformed)?;
            let file_key = file_key(&header)?;
            header.verify(&file_key)?;
            Ok((file_key, header.rest.to_vec()))
        };
        let (file_key, rest) = open().map_err(|error: AgeError| io::Error::other(error))?;
        let mut source = Cursor::new(rest).chain(source);
        let mut nonce = [0; NONCE];
        if fill(&mut source, &mut nonce)? < NONCE {
            return Err(io::Error::other(AgeError::Changed));
        }
        let cipher = cipher(&derive(&file_key, &nonce, b"payload"));
        let (sealed, chunk) = (vec![0; CHUNK + TAG], Zeroizing::new(vec![]));
        Ok(Self { source, cipher, number: 0, sealed, chunk, given: 0, ended: false })
    }

    fn next(&mut self) -> io::Result<()> {
        let read = fill(&mut self.source, &mut self.sealed)?;
        let open = |last| self.cipher.decrypt(&nonce(self.number, last), &self.sealed[..read]);
        // Only the last chunk can be short; a full one is the last if it does not open as any other.
        let (chunk, last) = match (read == self.sealed.len()).then(|| open(false)) {
            Some(Ok(chunk)) => (Ok(chunk), false),
            _ => (open(true), true),
        };
        let chunk = Zeroizing::new(chunk.map_err(|_| io::Error::other(AgeError::Changed))?);
        // The specification allows an empty last chunk only where there is no other, and nothing behind the last.
        if chunk.is_empty() && self.number > 0 || last && fill(&mut self.source, &mut [0])? > 0 {
            return Err(io::Error::other(AgeError::Changed));
        }
        (self.chunk, self.given, self.ended) = (chunk, 0, last);
        self.number += 1;
        Ok(())
    }
}

impl<R: Read> Read for Opener<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.given == self.chunk.len() && !self.ended {
            self.next()?;
        }
        let rest = &self.chunk[self.given..];
        let taken = rest.len().min(out.len());
        out[..taken].copy_from_slice(&rest[..taken]);
        self.given += taken;
        Ok(taken)
    }
}

/// Reads until `out` is full or the source ends, and says how much it was.
pub(crate) fn fill(source: &mut impl Read, out: &mut [u8]) -> io::Result<usize> {
    let mut read = 0;
    while read < out.len() {
        match source.read(&mut out[read..]) {
            Ok(0) => break,
            Ok(more) => read += more,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            Err(e) => return Err(e),
        }
    }
    Ok(read)
}

/// Eleven bytes of counter, and one that marks the last chunk.
fn nonce(number: u64, last: bool) -> Nonce {
    let mut nonce = [0; 12];
    nonce[3..11].copy_from_slice(&number.to_be_bytes());
    nonce[11] = u8::from(last);
    Nonce::from(nonce)
}
