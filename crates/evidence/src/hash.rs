//! Both digests in one pass.

mod further;

use std::io::{self, Read};

use comity_record::{Blake3Digest, Sha256Digest};
use serde::{Deserialize, Serialize};
use sha2::Digest as _;

pub use further::{Algorithm, Further, FurtherHasher};

/// How much is read at once. Measured with `examples/evidence_throughput.rs` on 492 MB (MB per CPU second for one image hashed,
/// and stored in the vault): 64 KiB 1368 and 512, 256 KiB 1368 and 473, 1 MiB 1296 and 465.
pub const BLOCK_BYTES: usize = 64 << 10;

/// Both digests take turns over slices of this size, so that the second finds its bytes in the nearest cache.
const SLICE_BYTES: usize = 32 << 10;

/// How long some bytes are, and both their digests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Digests {
    /// Number of bytes.
    pub size: u64,
    /// SHA-256 (FIPS 180-4), which courts know and `sha256sum` checks.
    pub sha256: Sha256Digest,
    /// BLAKE3, whose tree allows parts to be verified.
    pub blake3: Blake3Digest,
}

impl Digests {
    /// Of bytes in memory.
    pub fn of(bytes: &[u8]) -> Self {
        let mut hasher = Hasher::new();
        hasher.update(bytes);
        hasher.finish()
    }

    /// Of everything that a source gives.
    ///
    /// # Errors
    /// Fails when the source does.
    pub fn of_reader(source: &mut dyn Read) -> io::Result<Self> {
        let (mut hasher, mut block) = (Hasher::new(), vec![0; BLOCK_BYTES]);
        loop {
            match source.read(&mut block) {
                Ok(0) => return Ok(hasher.finish()),
                Ok(read) => hasher.update(&block[..read]),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }
}

/// Takes bytes and ends with their [`Digests`].
pub struct Hasher {
    sha256: sha2::Sha256,
    blake3: Box<blake3::Hasher>,
    size: u64,
}

impl Hasher {
    /// Of nothing yet.
    #[expect(clippy::new_without_default, reason = "a hasher is made on purpose")]
    pub fn new() -> Self {
        Self { sha256: sha2::Sha256::new(), blake3: Box::new(blake3::Hasher::new()), size: 0 }
    }

    /// Takes the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        for slice in bytes.chunks(SLICE_BYTES) {
            self.sha256.update(slice);
            self.blake3.update(slice);
        }
        self.size += length(bytes);
    }

    /// BLAKE3 of the bytes taken so far.
    pub(crate) fn so_far(&self) -> Blake3Digest {
        Blake3Digest::from_bytes(*self.blake3.finalize().as_bytes())
    }

    /// The digests of all bytes taken.
    pub fn finish(self) -> Digests {
        Digests {
            size: self.size,
            sha256: Sha256Digest::from_bytes(self.sha256.finalize().into()),
            blake3: Blake3Digest::from_bytes(*self.blake3.finalize().as_bytes()),
        }
    }
}

/// The length of a slice as a file offset.
pub(crate) fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).expect("no machine has more than 2^64 bytes of memory")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sha256_as_in_fips_180_4_and_blake3_as_in_its_test_vectors() {
        let abc = Digests::of(b"abc");
        assert_eq!(
            abc.sha256.to_string(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        let empty = Digests::of(b"");
        assert_eq!(
            empty.sha256.to_string(),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
        // test_vectors.json of the BLAKE3 reference: input lengths 0 and 1, input byte i = i mod 251.
        assert_eq!(
            empty.blake3.to_string(),
            "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262"
        );
        assert_eq!(
            Digests::of(&[0]).blake3.to_string(),
            "2d3adedff11b61f14c886e35afa036736dcd87a74d27b5c1510225d0f592e213"
        );
        // FIPS 180-2, appendix B.3: one million times "a".
        assert_eq!(
            Digests::of(&vec![b'a'; 1_000_000]).sha256.to_string(),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        );
    }

    #[test]
    fn the_cutting_of_the_input_does_not_matter() {
        let bytes: Vec<u8> = (0..=255).cycle().take(3 * SLICE_BYTES + 17).collect();
        for step in [1, 1000, SLICE_BYTES, SLICE_BYTES + 1] {
            let mut hasher = Hasher::new();
            bytes.chunks(step).for_each(|part| hasher.update(part));
            assert_eq!(hasher.finish(), Digests::of(&bytes));
        }
    }
}
