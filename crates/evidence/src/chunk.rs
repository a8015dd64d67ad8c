//! The sealed form of an object: chunks that cannot be cut, moved, doubled or changed.
//!
//! STREAM (Hoang, Reyhanitabar, Rogaway, Vizár: *Online Authenticated-Encryption and its Nonce-Reuse
//! Misuse-Resistance*, CRYPTO 2015) over AES-256-GCM (NIST SP 800-38D) where the processor has instructions for it, and
//! over ChaCha20-Poly1305 (RFC 8439) where it has none: each is several times faster there than the other, and both are
//! opened everywhere. The nonce of a chunk is its number and whether it is the last one. A key seals one object only, so no
//! nonce is used twice. The header, which names the cipher, is bound to every chunk.
//!
//! ```text
//! object = header chunk* trailer
//! header = "comity-vault" cipher chunk-size     16 bytes: the cipher in one, the size as big-endian in three
//! chunk  = ciphertext tag                       chunk-size + 16 bytes, the last one shorter
//! trailer = BLAKE3(header chunk*)               32 bytes, so that scrubbing needs no key
//! nonce  = 000000 number last                   12 bytes, the number as big-endian u64, last 1 or 0
//! ```

use aws_lc_rs::aead::{AES_256_GCM, Aad, Algorithm, CHACHA20_POLY1305, LessSafeKey, Nonce, Tag, UnboundKey};
use comity_record::Blake3Digest;
use comity_record::key::SecretKey;
use zeroize::Zeroizing;

/// Plain bytes of a chunk: large enough that the tags weigh nothing, small enough to read a part of an image.
pub const CHUNK_BYTES: usize = 1 << 20;

/// The smallest chunk that is read; smaller ones are only a way to waste time.
const MIN_CHUNK_BYTES: usize = 64;

pub(crate) const HEADER_BYTES: usize = 16;
pub(crate) const TRAILER_BYTES: usize = 32;
pub(crate) const TAG_BYTES: usize = 16;
/// What a sealed form of one chunk has more than its content.
pub(crate) const SEALED_OVERHEAD: usize = HEADER_BYTES + TAG_BYTES + TRAILER_BYTES;
pub(crate) const MAGIC: &[u8; 12] = b"comity-vault";

/// What seals the chunks of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cipher {
    ChaCha20Poly1305,
    Aes256Gcm,
}

impl Cipher {
    /// The faster one on this processor.
    pub(crate) fn fastest() -> Self {
        #[cfg(target_arch = "x86_64")]
        let has_aes = is_x86_feature_detected!("aes") && is_x86_feature_detected!("pclmulqdq");
        #[cfg(target_arch = "aarch64")]
        let has_aes = std::arch::is_aarch64_feature_detected!("aes");
        #[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
        let has_aes = false;
        if has_aes { Self::Aes256Gcm } else { Self::ChaCha20Poly1305 }
    }

    /// The cipher that a header names, if it is one.
    fn of(header: [u8; HEADER_BYTES]) -> Option<Self> {
        [Self::ChaCha20Poly1305, Self::Aes256Gcm]
            .into_iter()
            .find(|cipher| cipher.number() == header[MAGIC.len()])
    }

    fn number(self) -> u8 {
        match self {
            Self::ChaCha20Poly1305 => 0,
            Self::Aes256Gcm => 1,
        }
    }

    fn algorithm(self) -> &'static Algorithm {
        match self {
            Self::ChaCha20Poly1305 => &CHACHA20_POLY1305,
            Self::Aes256Gcm => &AES_256_GCM,
        }
    }
}

/// A chunk that does not open under the key at its place: changed, moved, cut, or another key.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ChunkError;

/// Seals and opens the chunks of one object.
pub(crate) struct ChunkCipher {
    // "Less safe" because it takes nonces as they are given; here they are numbers of chunks.
    aead: LessSafeKey,
    header: [u8; HEADER_BYTES],
}

impl ChunkCipher {
    /// For an object with this header, of which [`Layout::read`] has a layout.
    pub(crate) fn new(key: &SecretKey, header: [u8; HEADER_BYTES]) -> Self {
        let cipher = Cipher::of(header).expect("a header with a layout names a cipher");
        let aead = UnboundKey::new(cipher.algorithm(), key.expose()).expect("a key of this length");
        Self { aead: LessSafeKey::new(aead), header }
    }

    /// Replaces the plain bytes by their ciphertext; gives the tag.
    fn seal(&self, number: u64, last: bool, chunk: &mut [u8]) -> Tag {
        self.aead
            .seal_in_place_separate_tag(nonce(number, last), Aad::from(self.header), chunk)
            .expect("a chunk is far below the limit of the cipher")
    }

    /// Replaces ciphertext and tag by the plain bytes.
    pub(crate) fn open(&self, number: u64, last: bool, chunk: &mut Vec<u8>) -> Result<(), ChunkError> {
        let opened = self.aead.open_in_place(nonce(number, last), Aad::from(self.header), chunk);
        let body = opened.map_err(|_| ChunkError)?.len();
        chunk.truncate(body);
        Ok(())
    }
}

/// The header of an object with chunks of `chunk_bytes`.
pub(crate) fn header(cipher: Cipher, chunk_bytes: usize) -> [u8; HEADER_BYTES] {
    let size = u32::try_from(chunk_bytes).expect("chunks are at most one mebibyte").to_be_bytes();
    let mut header = [0; HEADER_BYTES];
    header[..MAGIC.len()].copy_from_slice(MAGIC);
    header[MAGIC.len()..].copy_from_slice(&size);
    // No size is so large that it reaches into the first byte.
    header[MAGIC.len()] = cipher.number();
    header
}

fn nonce(number: u64, last: bool) -> Nonce {
    let mut nonce = [0; 12];
    nonce[3..11].copy_from_slice(&number.to_be_bytes());
    nonce[11] = u8::from(last);
    Nonce::assume_unique_for_key(nonce)
}

/// Room for one chunk, and what stands beside it. Holds no plain bytes between two objects: what was sealed was sealed in
/// place. Used for one object after another, because making and wiping a mebibyte for each takes longer than sealing a
/// small file.
pub(crate) type ChunkRoom = Zeroizing<Vec<u8>>;

/// Turns plain bytes into the sealed form, given piece by piece to `out`. What fits into one chunk is one piece, with
/// its header and trailer: a call of the system less for each of thousands of small files.
pub(crate) struct Sealer {
    cipher: ChunkCipher,
    chunk_bytes: usize,
    /// What is to be written as it is, then plain bytes.
    pending: ChunkRoom,
    /// Where the sealed form begins: what stands before is the caller's.
    start: usize,
    /// Where the plain bytes begin.
    plain: usize,
    number: u64,
    digest: Box<blake3::Hasher>,
}

/// The last piece of a sealed form; the only one, if the content fits into a chunk.
pub(crate) struct LastPiece {
    /// What stood in the room before, then the piece. To be used for the next object.
    pub(crate) room: ChunkRoom,
    start: usize,
    /// BLAKE3 of the ciphertext.
    pub(crate) digest: Blake3Digest,
}

impl LastPiece {
    /// The bytes of the piece.
    pub(crate) fn sealed(&self) -> &[u8] {
        &self.room[self.start..]
    }
}

impl Sealer {
    /// Seals behind what stands in `room`, which stays as it is.
    pub(crate) fn new(key: &SecretKey, chunk_bytes: usize, room: ChunkRoom) -> Self {
        Self::by(Cipher::fastest(), key, chunk_bytes, room)
    }

    fn by(cipher: Cipher, key: &SecretKey, chunk_bytes: usize, mut room: ChunkRoom) -> Self {
        let header = header(cipher, chunk_bytes);
        let start = room.len();
        room.reserve_exact(HEADER_BYTES + chunk_bytes + TAG_BYTES + TRAILER_BYTES);
        room.extend_from_slice(&header);
        Self {
            cipher: ChunkCipher::new(key, header),
            chunk_bytes,
            plain: room.len(),
            pending: room,
            start,
            number: 0,
            digest: Box::new(blake3::Hasher::new()),
        }
    }

    /// Takes plain bytes. A full chunk is kept back until more bytes or the end come, because only then is it known
    /// whether it is the last one.
    pub(crate) fn take<E>(
        &mut self,
        mut bytes: &[u8],
        out: &mut dyn FnMut(&[u8]) -> Result<(), E>,
    ) -> Result<(), E> {
        while !bytes.is_empty() {
            let held = self.pending.len() - self.plain;
            if held == self.chunk_bytes {
                self.seal_pending(false);
                out(&self.pending[self.start..])?;
                self.pending.truncate(self.start);
                self.plain = self.start;
                continue;
            }
            let (now, later) = bytes.split_at(bytes.len().min(self.chunk_bytes - held));
            self.pending.extend_from_slice(now);
            bytes = later;
        }
        Ok(())
    }

    /// Seals the last chunk and adds the trailer.
    pub(crate) fn finish(mut self) -> LastPiece {
        self.seal_pending(true);
        let digest = *self.digest.finalize().as_bytes();
        self.pending.extend_from_slice(&digest);
        LastPiece { room: self.pending, start: self.start, digest: Blake3Digest::from_bytes(digest) }
    }

    fn seal_pending(&mut self, last: bool) {
        let tag = self.cipher.seal(self.number, last, &mut self.pending[self.plain..]);
        self.pending.extend_from_slice(tag.as_ref());
        self.number += 1;
        self.digest.update(&self.pending[self.start..]);
    }
}

/// Where the chunks lie, from the length of the file and the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    pub(crate) chunk_bytes: u64,
    pub(crate) chunks: u64,
    /// Plain bytes of the object.
    pub(crate) size: u64,
    file_bytes: u64,
}

impl Layout {
    /// Reads the header of a file of `file_bytes`. `None`: no object has this length or header.
    pub(crate) fn read(header: [u8; HEADER_BYTES], file_bytes: u64) -> Option<Self> {
        let (magic, size) = header.split_first_chunk::<12>()?;
        let size: [u8; 4] = size.try_into().ok()?;
        let chunk_bytes = usize::try_from(u32::from_be_bytes([0, size[1], size[2], size[3]])).ok()?;
        if magic != MAGIC
            || Cipher::of(header).is_none()
            || !(MIN_CHUNK_BYTES..=CHUNK_BYTES).contains(&chunk_bytes)
            || !chunk_bytes.is_power_of_two()
        {
            return None;
        }
        let (tag, chunk_bytes) = (as_u64(TAG_BYTES), as_u64(chunk_bytes));
        let body = file_bytes.checked_sub(as_u64(HEADER_BYTES + TRAILER_BYTES))?;
        let chunks = body.div_ceil(chunk_bytes + tag).max(1);
        let last = body - (chunks - 1) * (chunk_bytes + tag);
        // Only an empty object has an empty chunk; otherwise there would be two ways to seal the same bytes.
        if last < tag || (last == tag && chunks > 1) {
            return None;
        }
        Some(Self { chunk_bytes, chunks, size: body - chunks * tag, file_bytes })
    }

    /// Where chunk `number` begins in the file, and how long it is with its tag.
    pub(crate) fn chunk(&self, number: u64) -> (u64, usize) {
        let full = self.chunk_bytes + as_u64(TAG_BYTES);
        let start = as_u64(HEADER_BYTES) + number * full;
        let end = (start + full).min(self.file_bytes - as_u64(TRAILER_BYTES));
        (start, usize::try_from(end - start).expect("a chunk is at most one mebibyte and a tag"))
    }
}

fn as_u64(n: usize) -> u64 {
    u64::try_from(n).expect("no machine has more than 2^64 bytes of memory")
}

#[cfg(test)]
mod tests {
    use aes_gcm::Aes256Gcm;
    use chacha20poly1305::ChaCha20Poly1305;
    use chacha20poly1305::aead::inout::InOutBuf;
    use chacha20poly1305::aead::{AeadInOut, KeyInit};
    use proptest::prelude::*;

    use super::*;

    const CHUNK: usize = 64;

    fn key(byte: u8) -> SecretKey {
        SecretKey::from_bytes([byte; 32])
    }

    fn sealed(plain: &[u8], cut: usize) -> Vec<u8> {
        sealed_by(Cipher::Aes256Gcm, 0, plain, cut)
    }

    fn sealed_by(cipher: Cipher, free: usize, plain: &[u8], cut: usize) -> Vec<u8> {
        let mut object = Vec::new();
        let mut out = |bytes: &[u8]| {
            object.extend_from_slice(bytes);
            Ok::<_, std::convert::Infallible>(())
        };
        let room = ChunkRoom::new(vec![1; free]);
        let mut sealer = Sealer::by(cipher, &key(7), CHUNK, room);
        for part in plain.chunks(cut.max(1)) {
            sealer.take(part, &mut out).unwrap();
        }
        let last = sealer.finish();
        assert_eq!(last.room[..free], vec![1; free]);
        out(last.sealed()).unwrap();
        assert_eq!(&object[object.len() - 32..], last.digest.as_bytes());
        object
    }

    /// Opens without looking at the trailer, which protects against decay and not against attack.
    fn opened(object: &[u8], key: &SecretKey) -> Option<Vec<u8>> {
        let header = *object.first_chunk::<HEADER_BYTES>()?;
        let layout = Layout::read(header, as_u64(object.len()))?;
        let cipher = ChunkCipher::new(key, header);
        let mut plain = Vec::new();
        for number in 0..layout.chunks {
            let (start, length) = layout.chunk(number);
            let start = usize::try_from(start).unwrap();
            let mut chunk = object[start..start + length].to_vec();
            cipher.open(number, number + 1 == layout.chunks, &mut chunk).ok()?;
            plain.extend_from_slice(&chunk);
        }
        assert_eq!(as_u64(plain.len()), layout.size);
        Some(plain)
    }

    /// Seals three bytes as the only chunk of an object, by another program than ours.
    fn sealed_elsewhere<C: KeyInit + AeadInOut>(header: &[u8]) -> Vec<u8> {
        let mut nonce = vec![0; 12];
        nonce[11] = 1;
        let nonce = nonce.as_slice().try_into().unwrap();
        let mut chunk = b"abc".to_vec();
        let cipher = C::new_from_slice(&[7; 32]).unwrap();
        let tag = cipher.encrypt_inout_detached(nonce, header, InOutBuf::from(chunk.as_mut_slice())).unwrap();
        [&chunk, &tag[..]].concat()
    }

    #[test]
    fn one_chunk_is_the_plain_cipher_under_the_documented_nonce() {
        let object = sealed_by(Cipher::ChaCha20Poly1305, 0, b"abc", 3);
        assert_eq!(object[16..35], sealed_elsewhere::<ChaCha20Poly1305>(b"comity-vault\0\0\0\x40"));
        let object = sealed_by(Cipher::Aes256Gcm, 0, b"abc", 3);
        assert_eq!(object[16..35], sealed_elsewhere::<Aes256Gcm>(b"comity-vault\x01\0\0\x40"));
    }

    #[test]
    fn objects_of_either_cipher_open_and_none_under_the_name_of_the_other() {
        for cipher in [Cipher::ChaCha20Poly1305, Cipher::Aes256Gcm] {
            let mut object = sealed_by(cipher, 0, &[9; 3 * CHUNK], 10);
            assert_eq!(opened(&object, &key(7)).unwrap(), [9; 3 * CHUNK]);
            object[12] ^= 1;
            assert_eq!(opened(&object, &key(7)), None, "{cipher:?}");
            object[12] = 2;
            assert_eq!(opened(&object, &key(7)), None, "an unknown cipher");
        }
    }

    #[test]
    fn lengths_around_the_chunk_come_back() {
        for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 1] {
            let plain = vec![9; length];
            assert_eq!(opened(&sealed(&plain, 10), &key(7)).unwrap(), plain, "{length} bytes");
        }
    }

    #[test]
    fn chunk_sizes_out_of_range_are_no_layout() {
        for size in [0, 32, 63, 65, 96, (1 << 20) + 1, 1 << 21, u32::MAX] {
            let mut bad = header(Cipher::ChaCha20Poly1305, CHUNK);
            bad[12..].copy_from_slice(&u32::to_be_bytes(size));
            assert_eq!(Layout::read(bad, 1000), None, "{size}");
        }
        let header = |size| header(Cipher::Aes256Gcm, size);
        assert!(Layout::read(header(CHUNK_BYTES), 1000).is_some());
        assert_eq!(Layout::read(header(CHUNK), 63), None);
        assert!(Layout::read(header(CHUNK), 64).is_some());
    }

    proptest! {
        #[test]
        fn any_cut_of_the_input_gives_the_same_object(plain in proptest::collection::vec(any::<u8>(), 0..400), cut in 1_usize..300) {
            let object = sealed(&plain, cut);
            prop_assert_eq!(&object, &sealed(&plain, 400));
            prop_assert_eq!(&object, &sealed_by(Cipher::Aes256Gcm, 36, &plain, cut));
            prop_assert_eq!(opened(&object, &key(7)).unwrap(), plain);
            prop_assert_eq!(opened(&object, &key(8)), None);
        }

        #[test]
        fn no_cut_object_opens(plain in proptest::collection::vec(any::<u8>(), 1..400), keep in 0.0..1.0_f64) {
            let object = sealed(&plain, 64);
            let body = &object[..object.len() - TRAILER_BYTES];
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place to cut")]
            let at = (body.len() as f64 * keep) as usize;
            let mut cut = body[..at].to_vec();
            cut.extend_from_slice(&[0; TRAILER_BYTES]);
            prop_assert_eq!(opened(&cut, &key(7)), None);
        }

        #[test]
        fn no_object_with_chunks_swapped_doubled_or_dropped_opens(chunks in 3_usize..7, from in 0_usize..7, to in 0_usize..7, how in 0_u8..3) {
            let plain: Vec<u8> = (0..chunks * CHUNK).map(|i| u8::try_from(i % 251).unwrap()).collect();
            let object = sealed(&plain, 64);
            let mut parts: Vec<_> = object[HEADER_BYTES..object.len() - TRAILER_BYTES].chunks(CHUNK + TAG_BYTES).collect();
            let (from, to) = (from % chunks, to % chunks);
            match how {
                0 => parts.swap(from, to),
                1 => parts.insert(to, parts[from]),
                _ => { parts.remove(from); }
            }
            let mut changed = object[..HEADER_BYTES].to_vec();
            changed.extend(parts.concat());
            changed.extend_from_slice(&[0; TRAILER_BYTES]);
            let same = how == 0 && from == to;
            prop_assert_eq!(opened(&changed, &key(7)).is_some(), same);
        }

        #[test]
        fn no_changed_bit_goes_unseen(plain in proptest::collection::vec(any::<u8>(), 0..300), at in any::<prop::sample::Index>(), bit in 0..8_u8) {
            let mut object = sealed(&plain, 64);
            let at = at.index(object.len() - TRAILER_BYTES);
            object[at] ^= 1 << bit;
            prop_assert_eq!(opened(&object, &key(7)), None);
        }
    }
}
