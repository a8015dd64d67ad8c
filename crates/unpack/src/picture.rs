//! QR codes (ISO/IEC 18004) in pictures: PNG (ISO/IEC 15948) and JPEG (ISO/IEC 10918). What a code says is a layer; a picture
//! without one gives none.

use std::io::Cursor;

use image::{DynamicImage, ImageReader, Limits};

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

/// The fewest points on a side: a code has 21 modules, and no camera reads modules of less than two points.
const SIDE_MIN: u32 = 42;

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
        if is_png && layer.from(offset).get(at + 4..at + 8) == Some(b"IDAT") && layer.points_at < Some(offset)
        {
            layer.points_at = Some(offset + wide(at + 8));
        }
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
    let Points { width, height, raw } = &points;
    let (width, height) = (*width, *height);
    if !may_hold_code(raw, width) {
        return Vec::new();
    }
    let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| raw[y * width + x]);
    prepared.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect()
}

/// Every so many rows are looked at: the middle of a corner mark is three modules high, and no camera reads modules of less
/// than two points.
const ROWS: usize = 3;

/// A code has three corner marks.
const MARKS: usize = 3;

/// So many places that look like marks are compared with each other.
const PLACES_MAX: usize = 64;

/// Whether the corner marks of a code may be in a picture: dark and light in the widths 1:1:3:1:1, across and down, at three
/// places. To look for more takes far longer than to unpack the picture.
fn may_hold_code(points: &[u8], width: usize) -> bool {
    let mut runs = Vec::new();
    let mut marks: Vec<(usize, usize, usize)> = Vec::new();
    for (y, row) in points.chunks_exact(width).enumerate().step_by(ROWS) {
        runs_of(row, &mut runs);
        let mut start = 0;
        for (first, five) in runs.windows(5).enumerate() {
            let begin = start;
            start += five[0];
            if first % 2 == 0 || !is_mark([five[0], five[1], five[2], five[3], five[4]]) {
                continue;
            }
            let middle = begin + five[0] + five[1] + five[2] / 2;
            let light = usize::from(row[begin + five[0] + five[1] / 2]);
            let threshold = usize::midpoint(light, usize::from(row[middle]));
            let size = five.iter().sum();
            let is_seen = |mark: &(usize, usize, usize)| mark.0.abs_diff(middle) + mark.1.abs_diff(y) < size;
            if !marks.iter().any(is_seen) && is_mark_down(points, width, (middle, y), threshold) {
                // Marks of one code are of one size, but for how it is held.
                let alike = marks.iter().filter(|mark| mark.2 < 2 * size && size < 2 * mark.2).count();
                if alike + 1 >= MARKS || marks.len() >= PLACES_MAX {
                    return true;
                }
                marks.push((middle, y, size));
            }
        }
    }
    false
}

/// How long the row is light, then dark, and so on: by the mean of what stands before each point.
fn runs_of(row: &[u8], runs: &mut Vec<usize>) {
    runs.clear();
    // A power of two, by which is divided fast.
    let window_bits = (row.len() / 8).max(16).ilog2();
    let mut sum = usize::from(row[0]) << window_bits;
    let (mut is_dark, mut length) = (false, 0);
    for point in row {
        sum = sum - (sum >> window_bits) + usize::from(*point);
        // By an eighth darker than the mean.
        let dark = usize::from(*point) * 8 < (sum >> window_bits) * 7;
        if dark != is_dark {
            runs.push(length);
            (is_dark, length) = (dark, 0);
        }
        length += 1;
    }
    runs.push(length);
}

fn is_mark(runs: [usize; 5]) -> bool {
    let total: usize = runs.iter().sum();
    // All in sevenths: a module is as wide as `total`, and may be wrong by half of one.
    let is_near = |run: usize, modules: usize| (run * 7).abs_diff(modules * total) * 2 <= modules * total;
    total >= 7 && is_near(runs[2], 3) && [0, 1, 3, 4].iter().all(|at| is_near(runs[*at], 1))
}

fn is_mark_down(points: &[u8], width: usize, (x, y): (usize, usize), threshold: usize) -> bool {
    let height = points.len() / width;
    let is_dark = |y: usize| usize::from(points[y * width + x]) < threshold;
    let run = |y: Option<usize>, down: bool, dark: bool| {
        let mut length = 0;
        let mut next = y;
        while let Some(y) = next.filter(|y| *y < height && is_dark(*y) == dark) {
            length += 1;
            next = if down { Some(y + 1) } else { y.checked_sub(1) };
        }
        (length, next)
    };
    let (above, up) = run(Some(y), false, true);
    let (below, down) = run(Some(y + 1), true, true);
    let (light_above, up) = run(up, false, false);
    let (light_below, down) = run(down, true, false);
    let (dark_above, _) = run(up, false, true);
    let (dark_below, _) = run(down, true, true);
    is_mark([dark_above, light_above, above + below, light_below, dark_below])
}

/// How bright each point is.
struct Points {
    width: usize,
    height: usize,
    raw: Vec<u8>,
}

fn points(picture: &[u8]) -> Option<Points> {
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
    let raw = match reader()?.decode().ok()? {
        DynamicImage::ImageLuma8(points) => points.into_raw(),
        DynamicImage::ImageRgb8(points) => points.as_raw().chunks_exact(3).map(brightness).collect(),
        DynamicImage::ImageRgba8(points) => points.as_raw().chunks_exact(4).map(on_white).collect(),
        other => other.into_luma8().into_raw(),
    };
    Some(Points { width: usize::try_from(width).ok()?, height: usize::try_from(height).ok()?, raw })
}

fn brightness(point: &[u8]) -> u8 {
    let [red, green, blue] = [0, 1, 2].map(|at| u16::from(point[at]));
    u8::try_from((red + 2 * green + blue) / 4).unwrap_or(u8::MAX)
}

/// What is seen through lies on white paper.
fn on_white(point: &[u8]) -> u8 {
    let (seen, cover) = (u16::from(brightness(point)), u16::from(point[3]));
    u8::try_from((seen * cover + 255 * (255 - cover)) / 255).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use image::{GrayImage, ImageFormat, Luma};

    use super::*;
    use crate::fault::Fault;
    use crate::visit::{Opened, Visitor};
    use crate::walk::walk;

    /// Counts the codes that are opened.
    #[derive(Default)]
    struct Codes(usize);

    impl Visitor for Codes {
        fn enter(&mut self, layer: Opened<'_>) -> ControlFlow<()> {
            self.0 += usize::from(layer.steps.last().is_some_and(|step| step.name == "qr"));
            ControlFlow::Continue(())
        }
        fn bytes(&mut self, _: usize, _: &[u8]) -> ControlFlow<()> {
            ControlFlow::Continue(())
        }
        fn leave(&mut self) -> ControlFlow<()> {
            ControlFlow::Continue(())
        }
        fn fault(&mut self, _: &[Step], _: &Fault) -> ControlFlow<()> {
            ControlFlow::Continue(())
        }
    }

    fn codes_in(file: &[u8]) -> usize {
        let mut codes = Codes::default();
        walk(&mut Cursor::new(file), &crate::Limits::default(), &mut codes).unwrap();
        codes.0
    }

    /// A picture of this size with a code in its corner, of modules of so many points.
    fn picture(width: u32, height: u32, module: u32) -> Vec<u8> {
        let code = qrcodegen::QrCode::encode_text("a word", qrcodegen::QrCodeEcc::Low).unwrap();
        let at = |point: u32| i32::try_from(point / module).unwrap();
        let picture = GrayImage::from_fn(width, height, |x, y| {
            Luma([if code.get_module(at(x) - 4, at(y) - 4) { 20 } else { 240 }])
        });
        let mut file = Cursor::new(Vec::new());
        picture.write_to(&mut file, ImageFormat::Png).unwrap();
        file.into_inner()
    }

    #[test]
    fn a_picture_is_looked_at_up_to_its_most_points_and_no_further() {
        let height = u32::try_from(POINTS / 5000).unwrap();
        assert_eq!(u64::from(height) * 5000, POINTS);
        assert_eq!(codes_in(&picture(5000, height, 8)), 1);
        assert_eq!(codes_in(&picture(5000, height + 1, 8)), 0);
    }

    #[test]
    fn a_picture_is_looked_at_up_to_its_most_bytes_and_no_further() {
        let file = picture(300, 300, 8);
        let (end, rest) = file.split_at(file.len() - 12);
        for (more, codes) in [(0, 1), (1, 0)] {
            let length = PICTURE_BYTES - file.len() - 12 + more;
            let head = [&u32::try_from(length).unwrap().to_be_bytes()[..], b"paDD"].concat();
            let filler = [&head[..], &vec![b' '; length]].concat();
            let sum = crc(&filler[4..]).to_be_bytes();
            assert_eq!(codes_in(&[end, &filler, &sum, rest].concat()), codes, "{more}");
        }
    }

    #[test]
    fn a_picture_of_the_least_side_is_looked_at_and_a_smaller_one_is_not() {
        // No code fits there: what is asked is whether the points are looked at.
        for (side, is_looked_at) in [(SIDE_MIN, true), (SIDE_MIN - 1, false)] {
            assert_eq!(points(&picture(side, side, 2)).is_some(), is_looked_at);
        }
    }

    /// The checksum of a chunk (ISO/IEC 15948, annex D), bit by bit.
    fn crc(bytes: &[u8]) -> u32 {
        let add = |crc: u32, byte: &u8| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| crc >> 1 ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
        };
        !bytes.iter().fold(u32::MAX, add)
    }
}
