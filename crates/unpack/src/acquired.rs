//! An image of a disk by itself: the bytes of the media in it, and the digests of them that it bears.
//!
//! Nothing in the media is opened. Whoever compares what the image says with what the bytes give reads it so.

use std::io;
use std::ops::ControlFlow;

use crate::chunks::Chunks;
use crate::ewf::{FILE_HEADER_BYTES, MAGIC, SECTION_HEADER_BYTES};
use crate::fault::Fault;
use crate::layer::wide;
use crate::media::{ReadAt, Root, exactly, le, le32, up_to};
use crate::walk::ReadSeek;

/// How many chunks of an image are taken: 512 GiB of media in chunks of 32 KiB. Their places take 128 MiB of memory.
pub const CHUNKS_MAX: usize = 1 << 24;

/// How many sections are looked at for what the image says of itself.
const SECTIONS_MAX: usize = 1 << 16;

/// So much of the media is given at once, at most.
const BLOCK_BYTES: usize = 64 * 1024;

/// What an image says of its media.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Acquired {
    /// How long it is; none where that is not said.
    pub media_bytes: Option<u64>,
    /// Its MD5, as whoever made the image computed it.
    pub md5: Option<[u8; 16]>,
    /// Its SHA-1, likewise.
    pub sha1: Option<[u8; 20]>,
}

/// Whether an image of the Expert Witness format begins with these bytes: eight tell.
pub fn is_image(head: &[u8]) -> bool {
    head.starts_with(MAGIC)
}

/// Reads an image from where the input stands to its end. Gives the bytes of the media to `each`, in order, until it breaks
/// off, and what the image says of them.
///
/// # Errors
/// Says why the media was not read, or not to the end that the image names.
pub fn read_image(
    input: &mut dyn ReadSeek,
    each: &mut dyn FnMut(&[u8]) -> ControlFlow<()>,
) -> Result<Acquired, Fault> {
    read_limited(input, each, CHUNKS_MAX)
}

fn read_limited(
    input: &mut dyn ReadSeek,
    each: &mut dyn FnMut(&[u8]) -> ControlFlow<()>,
    chunks: usize,
) -> Result<Acquired, Fault> {
    let root = Root::new(input);
    let source = root.at_any_place().ok_or(Fault::Damaged { cause: "the input cannot be sought".into() })?;
    let head = exactly(source, 0, FILE_HEADER_BYTES).map_err(|error| Fault::of(&error))?;
    if !is_image(&head) {
        return Err(Fault::Damaged { cause: "it does not begin as an image".into() });
    }
    let acquired = said(source).map_err(|error| Fault::of(&error))?;
    let chunks = Chunks::find(source, 0, chunks)?;
    let end = acquired.media_bytes.unwrap_or(u64::MAX);
    let (mut block, mut at) = (vec![0; BLOCK_BYTES], 0);
    while at < end {
        let most = usize::try_from(end - at).unwrap_or(BLOCK_BYTES).min(BLOCK_BYTES);
        let read = up_to(&chunks, at, &mut block[..most]).map_err(|error| Fault::of(&error))?;
        if read == 0 {
            break;
        }
        if each(&block[..read]).is_break() {
            return Ok(acquired);
        }
        at += wide(read);
    }
    match chunks.failure() {
        Some(fault) => Err(fault.clone()),
        None if acquired.media_bytes.is_some_and(|bytes| at < bytes) => Err(Fault::Truncated),
        None => Ok(acquired),
    }
}

/// What the sections say. Those that cannot be followed say nothing; that the image is damaged is told where its chunks are
/// sought.
fn said(source: &dyn ReadAt) -> io::Result<Acquired> {
    let (mut acquired, mut at) = (Acquired::default(), wide(FILE_HEADER_BYTES));
    for _ in 0..SECTIONS_MAX {
        let Ok(header) = exactly(source, at, SECTION_HEADER_BYTES) else { break };
        let kind = header[..16].split(|byte| *byte == 0).next().unwrap_or_default();
        let (body, next) = (at + wide(SECTION_HEADER_BYTES), le(&header, 16, 8));
        match kind {
            b"volume" | b"disk" => {
                let facts = exactly(source, body, 24)?;
                let bytes = le(&facts, 16, 8).checked_mul(u64::from(le32(&facts, 12)));
                acquired.media_bytes = bytes.filter(|bytes| *bytes > 0);
            }
            b"hash" => acquired.md5 = digest(source, body)?.or(acquired.md5),
            b"digest" => {
                acquired.md5 = digest(source, body)?.or(acquired.md5);
                acquired.sha1 = digest(source, body + 16)?.or(acquired.sha1);
            }
            _ => {}
        }
        if matches!(kind, b"done" | b"next") || next < body {
            break;
        }
        at = next;
    }
    Ok(acquired)
}

/// A digest in a section; none where only zeros stand.
fn digest<const N: usize>(source: &dyn ReadAt, at: u64) -> io::Result<Option<[u8; N]>> {
    let mut digest = [0; N];
    if up_to(source, at, &mut digest)? < N {
        return Err(Fault::Truncated.error());
    }
    Ok(Some(digest).filter(|digest| digest.iter().any(|byte| *byte != 0)))
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    /// An image of two open chunks of 512 bytes and a shorter one, with both digests.
    fn image(media: &[u8], sectors: u64) -> Vec<u8> {
        let mut image = b"EVF\x09\x0d\x0a\xff\0\x01\x01\0\0\0".to_vec();
        let mut section = |kind: &[u8], body: &[u8]| {
            let mut header = vec![0; SECTION_HEADER_BYTES];
            header[..kind.len()].copy_from_slice(kind);
            let next = wide(image.len() + SECTION_HEADER_BYTES + body.len());
            header[16..24].copy_from_slice(&next.to_le_bytes());
            image.extend(header);
            image.extend_from_slice(body);
        };
        let volume = [&[0; 8][..], &[1, 0, 0, 0, 0, 2, 0, 0], &sectors.to_le_bytes()].concat();
        section(b"volume", &volume);
        let chunks = media.chunks(512).map(|chunk| [chunk, &[9; 4]].concat());
        section(b"sectors", &chunks.collect::<Vec<_>>().concat());
        section(b"hash", &[[7; 16], [0; 16]].concat());
        section(b"digest", &[&[7; 16][..], &[8; 20], &[0; 44]].concat());
        section(b"done", b"");
        image
    }

    fn read(image: &[u8], chunks: usize) -> (Vec<u8>, Result<Acquired, Fault>) {
        let mut media = Vec::new();
        let acquired = read_limited(
            &mut Cursor::new(image),
            &mut |bytes| {
                media.extend_from_slice(bytes);
                ControlFlow::Continue(())
            },
            chunks,
        );
        (media, acquired)
    }

    #[test]
    fn media_comes_with_what_the_image_says_of_it() {
        let media: Vec<u8> = (0..1536_u32).map(|at| at.to_le_bytes()[0] ^ 0x5a).collect();
        let whole = image(&media, 3);
        let acquired = Acquired { media_bytes: Some(1536), md5: Some([7; 16]), sha1: Some([8; 20]) };
        assert_eq!(read(&whole, 3), (media.clone(), Ok(acquired)));
        // One chunk more than is taken.
        assert!(matches!(read(&whole, 2).1, Err(Fault::TooLarge { .. })));
        // Of a longer one that is cut off there is no answer.
        assert_eq!(read(&image(&media, 4), 3).1, Err(Fault::Truncated));
        assert_eq!(read(&whole[..whole.len() - 76], 3).1, Err(Fault::Truncated));
        assert!(matches!(read(&whole[1..], 3).1, Err(Fault::Damaged { .. })));
        assert!(is_image(&whole[..8]) && !is_image(&whole[..7]));
    }

    #[test]
    fn whoever_is_given_the_media_can_break_off() {
        let mut given = 0;
        let whole = image(&vec![1; 200_000], 390);
        let stopped = read_image(&mut Cursor::new(&whole), &mut |bytes| {
            given += bytes.len();
            ControlFlow::Break(())
        });
        assert!(stopped.is_ok());
        assert_eq!(given, BLOCK_BYTES);
    }

    #[test]
    fn no_digest_is_said_where_zeros_stand() {
        let mut whole = image(&[1; 512], 1);
        let at = whole.windows(16).position(|window| *window == [7; 16]).unwrap();
        whole[at..].iter_mut().filter(|byte| matches!(**byte, 7 | 8)).for_each(|byte| *byte = 0);
        let said = read(&whole, 1).1.unwrap();
        assert_eq!((said.md5, said.sha1), (None, None));
    }
}
