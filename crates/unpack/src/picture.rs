//! QR codes (ISO/IEC 18004) in pictures: PNG (ISO/IEC 15948) and JPEG (ISO/IEC 10918). What a code says is a layer; a picture
//! without one gives none.

use std::io::Cursor;

use image::{ImageReader, Limits};

use crate::layer::{Layer, wide};
use crate::visit::Step;
use crate::walk::Walk;

/// How pictures begin.
pub(crate) const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
pub(crate) const JPEG: &[u8] = b"\xff\xd8\xff";

/// The largest picture that is looked at, packed: a photograph has some megabytes.
const PICTURE_BYTES: usize = 16 << 20;

/// The most points of a picture, and the memory that its decoder may take: about two photographs of 16 megapixels.
const POINTS: u64 = 20_000_000;
const DECODER_BYTES: u64 = 96 << 20;

/// The fewest points: a code has 21 modules on a side.
const SIDE_MIN: u32 = 21;

/// Opens the codes in the picture that begins at `offset`. The bytes of the picture are searched on all the same, for what
/// else stands in them.
pub(crate) fn open<'v>(walk: &Walk<'v>, layer: &mut Layer<'_, 'v>, offset: u64) {
    let step = Step { name: "qr", offset, file: None };
    let decoder_bytes = usize::try_from(DECODER_BYTES).unwrap_or(usize::MAX);
    let Some(length) = length(layer, offset) else { return };
    let Some(_held) = walk.hold(length.saturating_add(decoder_bytes), &step) else { return };
    let texts = match walk.guarded(|| codes(&layer.from(offset)[..length])) {
        Ok(texts) => texts,
        Err(fault) => return walk.refuse(step, &fault),
    };
    if !texts.is_empty() {
        let text = texts.join("\n");
        walk.open_reader(layer.depth + 1, step, wide(length), &mut text.as_bytes());
    }
}

/// How many bytes the picture has, once all of them are in memory; nothing if it is too large or not whole.
fn length(layer: &mut Layer<'_, '_>, offset: u64) -> Option<usize> {
    let is_png = layer.from(offset).starts_with(PNG);
    let mut at = if is_png { PNG.len() } else { 2 };
    loop {
        layer.fill(offset + wide(at) + 16);
        let next = if is_png { png_chunk(layer.from(offset), at) } else { jpeg_segment(layer, offset, at) };
        match next? {
            Next::At(next) if next <= PICTURE_BYTES => at = next,
            Next::At(_) => return None,
            Next::End(end) => {
                layer.fill(offset + wide(end));
                return (layer.from(offset).len() >= end && end <= PICTURE_BYTES).then_some(end);
            }
        }
    }
}

enum Next {
    At(usize),
    End(usize),
}

/// A chunk of PNG: length, name, data, checksum.
fn png_chunk(bytes: &[u8], at: usize) -> Option<Next> {
    let head = bytes.get(at..at + 8)?;
    let length = usize::try_from(u32::from_be_bytes(head[..4].try_into().ok()?)).ok()?;
    let end = at + 12 + length;
    head[4..].iter().all(u8::is_ascii_alphabetic).then_some(())?;
    Some(if &head[4..] == b"IEND" { Next::End(end) } else { Next::At(end) })
}

/// A segment of JPEG; behind the one that begins the points, these up to the next mark.
fn jpeg_segment(layer: &mut Layer<'_, '_>, offset: u64, at: usize) -> Option<Next> {
    let head: [u8; 4] = layer
        .from(offset)
        .get(at..at + 4)
        .or(layer.from(offset).get(at..at + 2))?
        .iter()
        .copied()
        .chain([0, 0])
        .take(4)
        .collect::<Vec<_>>()
        .try_into()
        .ok()?;
    match head {
        [0xff, 0xd9, ..] => Some(Next::End(at + 2)),
        [0xff, 0xff, ..] => Some(Next::At(at + 1)),
        [0xff, 0x01 | 0xd0..=0xd7, ..] => Some(Next::At(at + 2)),
        [0xff, mark, high, low] => {
            let mut end = at + 2 + usize::from(u16::from_be_bytes([high, low]));
            if mark != 0xda {
                return Some(Next::At(end));
            }
            // The points: a mark in them would be written with a zero behind it.
            loop {
                layer.fill(offset + wide(end) + 64 * 1024);
                let bytes = layer.from(offset).get(end..)?;
                let is_mark =
                    |at: &usize| matches!(bytes.get(at + 1), Some(next) if !matches!(next, 0 | 0xd0..=0xd7));
                match memchr::memchr_iter(0xff, bytes).find(is_mark) {
                    Some(mark) => return Some(Next::At(end + mark)),
                    None if layer.is_ended() || end > PICTURE_BYTES => return None,
                    None => end += bytes.len().saturating_sub(1),
                }
            }
        }
        _ => None,
    }
}

/// What the codes in a picture say, as far as it is text.
fn codes(picture: &[u8]) -> Vec<String> {
    let Some(points) = points(picture) else { return Vec::new() };
    let (width, height) = (points.width() as usize, points.height() as usize);
    let raw = points.as_raw();
    let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| raw[y * width + x]);
    prepared.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect()
}

fn points(picture: &[u8]) -> Option<image::GrayImage> {
    let reader = || {
        let mut reader = ImageReader::new(Cursor::new(picture)).with_guessed_format().ok()?;
        let mut limits = Limits::default();
        limits.max_alloc = Some(DECODER_BYTES);
        reader.limits(limits);
        Some(reader)
    };
    let (width, height) = reader()?.into_dimensions().ok()?;
    if width.min(height) < SIDE_MIN || u64::from(width) * u64::from(height) > POINTS {
        return None;
    }
    Some(reader()?.decode().ok()?.into_luma8())
}
