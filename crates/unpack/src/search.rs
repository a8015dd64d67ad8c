//! The search of one layer for what lies inside it.

use std::io::{BufRead, Read};
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, AhoCorasickKind, MatchKind};

use crate::closed::{self, Closed};
use crate::layer::{Layer, WINDOW_BYTES, wide};
use crate::rewrite::Rewriter;
use crate::runs::Letters;
use crate::utf16::Wide;
use crate::visit::{Step, touches};
use crate::walk::{SURE, Tried, Walk};
use crate::{
    base64, deflate, ewf, hexdump, mail, packed, pdf, picture, plausible, pst, seven, sqlite, tar, utf16,
    volume, wal, web, zip,
};

/// How far before the end of what is in memory nothing is begun, while more follows.
const AHEAD_BYTES: usize = 16 * 1024;

/// How far from the beginning of an encoded part in rewritten text a rewritten place may be for the part to be new.
const NEW_WITHIN: u64 = 512;

/// How formats begin, each of which may stand anywhere.
const MAGICS: &[(&[u8], Magic)] = &[
    (deflate::GZIP, Magic::Gzip),
    (packed::BZIP2, Magic::Bzip2),
    (packed::XZ, Magic::Xz),
    (packed::ZSTD, Magic::Zstd),
    (zip::LOCAL, Magic::Zip),
    (tar::MAGICS[0], Magic::Tar),
    (tar::MAGICS[1], Magic::Tar),
    (ewf::MAGIC, Magic::Ewf),
    (seven::MAGIC, Magic::Seven),
    (sqlite::MAGIC, Magic::Sqlite),
    (pst::MAGIC, Magic::Pst),
    (wal::MAGICS[0], Magic::Wal),
    (wal::MAGICS[1], Magic::Wal),
    (pdf::MAGIC, Magic::Pdf),
    (picture::PNG, Magic::Picture),
    (picture::JPEG, Magic::Picture),
    (web::WARC, Magic::Warc),
    (web::ARC, Magic::Arc),
    (web::HTTP, Magic::Http),
    (mail::HEADER[0], Magic::MailPart),
    (mail::HEADER[1], Magic::MailPart),
    (mail::HEADER[2], Magic::MailPart),
    (mail::HEADER[3], Magic::MailPart),
];

/// All of them, with what is told and not opened.
fn magics() -> impl Iterator<Item = (&'static [u8], Magic)> {
    MAGICS.iter().copied().chain(closed::MAGICS.map(|(magic, closed)| (magic, Magic::Closed(closed))))
}

#[derive(Clone, Copy)]
enum Magic {
    Gzip,
    Bzip2,
    Xz,
    Zstd,
    Zip,
    Tar,
    Ewf,
    Seven,
    Sqlite,
    Wal,
    Pst,
    Pdf,
    Picture,
    Warc,
    Arc,
    Http,
    MailPart,
    Closed(Closed),
}

/// What is looked for, and in which way.
#[derive(Clone, Copy)]
enum Finder {
    Magic,
    Zlib,
    /// Base64 and plain hexadecimal digits.
    Run,
    Dump,
    Wide,
    Rewrite(Rewriter),
}

/// What was found.
#[derive(Clone, Copy)]
enum Found {
    Magic(Magic),
    Zlib,
    Run,
    Dump,
    Wide(Wide),
    Rewrite(Rewriter),
}

/// How far a finder has come.
struct Progress {
    finder: Finder,
    /// Nothing that was not dealt with begins before this.
    searched: u64,
    /// The next place, at `searched`.
    found: Option<Found>,
    /// Where the last piece ended that was rewritten: it is not repeated.
    floor: u64,
}

/// An automaton for the beginnings of all formats, made once for all files that are searched, and which format each is of.
static BEGINNINGS: LazyLock<(AhoCorasick, Vec<Magic>)> = LazyLock::new(|| {
    let automaton = AhoCorasickBuilder::new()
        .match_kind(MatchKind::LeftmostFirst)
        .kind(Some(AhoCorasickKind::DFA))
        .build(magics().map(|(magic, _)| magic))
        .expect("the patterns are few and short");
    (automaton, magics().map(|(_, magic)| magic).collect())
});

/// Searches a layer to its end, shows it to the visitor, and opens what is inside.
pub(crate) fn search<'v>(walk: &Walk<'v>, layer: &mut Layer<'_, 'v>, within: Option<Rewriter>) {
    let mut finders = finders(within);
    let mut at = 0;
    if within.is_none() {
        volume::open(walk, layer);
        at = open_lzma(walk, layer);
    }
    loop {
        if layer.end() <= at + wide(AHEAD_BYTES) {
            layer.let_go(at);
            layer.fill(at + wide(WINDOW_BYTES));
        }
        let next = if walk.is_exhausted() { None } else { next(layer, &mut finders, at) };
        match next {
            Some((index, offset, found)) => {
                layer.visit(offset);
                let tried = open(walk, layer, offset, found, &mut finders[index]);
                // What failed far behind its beginning cannot be looked at again.
                at = if tried.is_part { tried.end.max(offset) } else { offset }.max(layer.base());
            }
            None if layer.is_ended() => break,
            None => at = at.max(layer.end().saturating_sub(wide(AHEAD_BYTES))),
        }
        layer.visit(at.min(layer.end()));
    }
    layer.visit(layer.end());
}

fn finders(within: Option<Rewriter>) -> Vec<Progress> {
    let bytes = [Finder::Magic, Finder::Zlib, Finder::Wide];
    let text = [Finder::Run, Finder::Dump];
    let rewriters = Rewriter::ALL.into_iter().filter(|by| within.is_none_or(|outer| by.may_follow(outer)));
    bytes
        .into_iter()
        .filter(|_| within.is_none())
        .chain(text)
        .chain(rewriters.map(Finder::Rewrite))
        .map(|finder| Progress { finder, searched: 0, found: None, floor: 0 })
        .collect()
}

/// The next place of all, at or after `at`: which finder, where, and what.
fn next(layer: &Layer<'_, '_>, finders: &mut [Progress], at: u64) -> Option<(usize, u64, Found)> {
    let (bytes, base, ended) = layer.held();
    let limit = if ended { bytes.len() } else { bytes.len().saturating_sub(AHEAD_BYTES) };
    for progress in &mut *finders {
        if progress.searched < at {
            progress.searched = at;
            progress.found = None;
        }
        while progress.found.is_none() && progress.searched < base + wide(limit) {
            let from = usize::try_from(progress.searched - base).expect("it is in memory");
            match find(progress.finder, (bytes, base), from, limit) {
                Ok((place, found)) => {
                    progress.searched = base + wide(place);
                    if let Some(end) = layer.covered.end_around(progress.searched) {
                        progress.searched = end;
                    } else if is_new(layer, progress.searched) {
                        progress.found = Some(found);
                    } else {
                        progress.searched += 1;
                    }
                }
                Err(end) => progress.searched = base + wide(end),
            }
        }
    }
    let places = finders.iter().enumerate();
    places
        .filter_map(|(index, it)| Some((index, it.searched, it.found?)))
        .min_by_key(|(_, offset, _)| *offset)
}

/// Whether what begins here was not opened in the layer before already.
fn is_new(layer: &Layer<'_, '_>, offset: u64) -> bool {
    let near = offset.saturating_sub(NEW_WITHIN)..offset + NEW_WITHIN;
    layer.rewritten.is_none_or(|rewritten| touches(rewritten, &near))
}

/// The next place before `limit`; if there is none, where the search goes on.
fn find(
    finder: Finder,
    (bytes, base): (&[u8], u64),
    from: usize,
    limit: usize,
) -> Result<(usize, Found), usize> {
    let found = match finder {
        Finder::Magic => {
            let (automaton, magics) = &*BEGINNINGS;
            automaton
                .find(&bytes[from..])
                .map(|found| (from + found.start(), Found::Magic(magics[found.pattern().as_usize()])))
                .filter(|(place, _)| *place < limit)
        }
        Finder::Zlib => memchr::memchr_iter(b'x', &bytes[from..limit])
            .map(|place| from + place)
            .find(|place| plausible::is_zlib(&bytes[*place..]))
            .map(|place| (place, Found::Zlib)),
        Finder::Run => {
            let is_one =
                |place| hexdump::is_plain(&bytes[place..]) || base64::shift_of(&bytes[place..]).is_some();
            return find_run(&base64::SYMBOLS, base64::SYMBOLS_MIN, bytes, from..limit, is_one)
                .map(|place| (place, Found::Run));
        }
        Finder::Dump => {
            let is_one = |place| hexdump::dump_start(bytes, place).is_some();
            return find_run(&hexdump::SPACED, hexdump::SPACED_MIN, bytes, from..limit, is_one)
                .map(|place| (place, Found::Dump));
        }
        Finder::Wide => {
            utf16::find(bytes, base, from, limit).map(|(place, found)| (place, Found::Wide(found)))
        }
        Finder::Rewrite(by) => by.find(bytes, from, limit).map(|place| (place, Found::Rewrite(by))),
    };
    found.ok_or(limit)
}

/// The next run of letters that is one of those looked for; if there is none, where the search goes on.
fn find_run(
    letters: &Letters,
    least: usize,
    bytes: &[u8],
    within: Range<usize>,
    is_one: impl Fn(usize) -> bool,
) -> Result<usize, usize> {
    let mut from = within.start;
    while let Some(place) = letters.run(bytes, from, least).filter(|place| *place < within.end) {
        if is_one(place) {
            return Ok(place);
        }
        // It is not looked at once more from its second letter.
        from = place + letters.leading(&bytes[place..]);
    }
    Err(from.max(within.end))
}

/// Opens what was found, and says how far its finder has come.
fn open<'v>(
    walk: &Walk<'v>,
    layer: &mut Layer<'_, 'v>,
    offset: u64,
    found: Found,
    progress: &mut Progress,
) -> Tried {
    progress.found = None;
    // A run that was not opened is not looked at once more from its second letter.
    let run = match found {
        Found::Run => base64::SYMBOLS.leading(layer.from(offset)),
        Found::Dump => hexdump::SPACED.leading(layer.from(offset)),
        _ => 1,
    };
    progress.searched = offset + wide(run.max(1));
    let plain = |name| Step { name, offset, file: None };
    match found {
        Found::Magic(magic) => open_magic(walk, layer, offset, magic),
        Found::Zlib if layer.points_at == Some(offset) => Tried { end: offset, is_part: false },
        Found::Zlib => walk.open(layer, plain("zlib"), offset, deflate::LEAST, deflate::zlib),
        Found::Run if hexdump::is_plain(layer.from(offset)) => hexdump::open_plain(walk, layer, offset),
        Found::Run => base64::open(walk, layer, offset),
        Found::Dump => hexdump::open_dump(walk, layer, offset),
        Found::Wide(found) => {
            let tried = utf16::open(walk, layer, offset, found);
            progress.searched = progress.searched.max(tried.end);
            Tried { end: tried.end.saturating_sub(utf16::OVER_BYTES).max(offset), ..tried }
        }
        Found::Rewrite(by) => rewrite(walk, layer, offset, by, progress),
    }
}

fn open_magic<'v>(walk: &Walk<'v>, layer: &mut Layer<'_, 'v>, offset: u64, magic: Magic) -> Tried {
    let plain = |name, offset| Step { name, offset, file: None };
    match magic {
        Magic::Gzip => walk.open(layer, plain("gzip", offset), offset, deflate::LEAST, deflate::gzip),
        Magic::Bzip2 => {
            let start = offset.checked_sub(packed::BZIP2_BEFORE).filter(|start| *start >= layer.base());
            match start.filter(|start| matches!(layer.from(*start), [b'B', b'Z', b'h', b'1'..=b'9', ..])) {
                Some(start) => walk.open(layer, plain("bzip2", start), start, SURE, packed::bzip2),
                None => Tried { end: offset, is_part: false },
            }
        }
        Magic::Xz if packed::is_xz(layer.from(offset)) => {
            open_held(walk, layer, plain("xz", offset), packed::xz)
        }
        Magic::Zstd if packed::is_zstd(layer.from(offset)) => {
            open_held(walk, layer, plain("zstd", offset), packed::zstd)
        }
        Magic::Xz | Magic::Zstd => Tried { end: offset, is_part: false },
        Magic::Zip => zip::open(walk, layer, offset),
        Magic::Tar => tar::open(walk, layer, offset),
        Magic::Ewf => ewf::open(walk, layer, offset),
        Magic::Seven => seven::open(walk, layer, offset),
        Magic::Sqlite => sqlite::open(walk, layer, offset),
        Magic::Wal => wal::open(walk, layer, offset),
        Magic::Pst => pst::open(walk, layer, offset),
        Magic::Pdf => {
            pdf::open(walk, layer, offset);
            Tried { end: offset, is_part: false }
        }
        Magic::Picture => {
            picture::open(walk, layer, offset);
            Tried { end: offset, is_part: false }
        }
        Magic::Warc => web::open_warc(walk, layer, offset),
        Magic::Arc => web::open_arc(walk, layer, offset),
        Magic::Http => web::open_http(walk, layer, offset),
        Magic::MailPart => mail::open(walk, layer, offset),
        Magic::Closed(closed) => closed::tell(walk, layer, offset, closed),
    }
}

/// Opens the file `.lzma` that a layer may be, and says where it ends.
fn open_lzma<'v>(walk: &Walk<'v>, layer: &mut Layer<'_, 'v>) -> u64 {
    layer.fill(wide(packed::LZMA_BYTES + 1));
    if !packed::is_lzma(layer.from(0)) {
        return 0;
    }
    let tried = open_held(walk, layer, Step { name: "lzma", offset: 0, file: None }, packed::lzma);
    // What failed far behind its beginning cannot be looked at again.
    let end = if tried.is_part { tried.end } else { 0 };
    end.max(layer.base())
}

/// Opens what a decoder with a large window gives.
fn open_held<'v>(
    walk: &Walk<'v>,
    layer: &mut Layer<'_, 'v>,
    step: Step,
    decoder: impl FnOnce(Box<dyn BufRead + '_>) -> Box<dyn Read + '_>,
) -> Tried {
    let offset = step.offset;
    match walk.hold(packed::WINDOW_BYTES, &step) {
        Some(_held) => walk.open(layer, step, offset, SURE, decoder),
        None => Tried { end: offset, is_part: false },
    }
}

/// Shows the text around a place that is written by other letters. Nothing of the layer is taken by that.
fn rewrite<'v>(
    walk: &Walk<'v>,
    layer: &Layer<'_, 'v>,
    offset: u64,
    by: Rewriter,
    progress: &mut Progress,
) -> Tried {
    let (bytes, base, _) = layer.held();
    let index = |offset: u64| usize::try_from(offset.saturating_sub(base)).expect("it is in memory");
    let piece = by.piece(bytes, index(offset), index(progress.floor));
    progress.searched = base + wide(piece.place.end);
    // The next piece may begin in the neighbourhood of this one, for what lies on the border.
    progress.floor = progress.searched.saturating_sub(wide(crate::rewrite::NEAR_BYTES));
    if by.is_believed(bytes, &piece) {
        let step = Step { name: by.name(), offset: base + wide(piece.place.start), file: None };
        let outer = &bytes[piece.place.start.saturating_sub(1)..piece.place.end];
        walk.open_rewritten(layer.depth + 1, step, &piece, outer, by);
    }
    Tried { end: offset, is_part: false }
}
