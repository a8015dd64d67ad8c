//! Scanning bytes of any length in a small window that moves over them.

use std::borrow::Cow;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::sync::Arc;

use comity_record::Coded;
use zeroize::Zeroizing;

use crate::hit::{Context, Hit, Kind};
use crate::mask::masked;
use crate::scanner::{Place, REACH, Scanner, wide};
use crate::utf16::Order;
use crate::wallet;

/// The bytes held at a time: they stay in the second cache of a processor.
pub const WINDOW_BYTES: usize = 256 * 1024;

/// The smallest window: with less, the part that two windows share would be most of it.
pub const WINDOW_BYTES_MIN: usize = 8 * REACH;

/// The largest window: more gains no speed and takes memory.
pub const WINDOW_BYTES_MAX: usize = 16 * 1024 * 1024;

/// A scan under way.
///
/// ```
/// use std::ops::ControlFlow;
///
/// let scanner = comity_scan::Scanner::new();
/// let mut offsets = Vec::new();
/// let mut stream = scanner.stream(|hit| {
///     offsets.push(hit.offset);
///     ControlFlow::Continue(())
/// });
/// for chunk in ["to mipcBbFg9gMiCh81", "Kj8tqqdgoZub1ZJRfn"] {
///     stream.push(chunk.as_bytes());
/// }
/// let summary = stream.finish();
/// assert_eq!((summary.bytes, summary.hits), (37, 1));
/// assert_eq!(offsets, [3]);
/// ```
pub struct Stream<'scanner, F> {
    scanner: &'scanner Scanner,
    on_hit: F,
    file: Option<Arc<str>>,
    /// Most of what is scanned inside other files is small, so that it grows to its size only where that is needed.
    window: Window<'scanner>,
    /// How far.
    window_bytes: usize,
    /// How many bytes of the window are in use.
    filled: usize,
    /// Where the hits that have not been handed out begin.
    settled: usize,
    /// The offset of the first byte of the window.
    base: u64,
    /// How the bytes are written, if they say at their beginning that they are UTF-16.
    wide: Option<Order>,
    /// Whether that is asked.
    may_be_wide: bool,
    /// Reads along, for all of the bytes may be one wallet.
    wallet: Option<wallet::Reader>,
    hits: u64,
    stopped: bool,
}

/// A window that goes back to its scanner. That wipes it at its own end, as it may have held secrets.
struct Window<'scanner> {
    scanner: &'scanner Scanner,
    bytes: Zeroizing<Vec<u8>>,
}

impl Drop for Window<'_> {
    fn drop(&mut self) {
        if !self.bytes.is_empty() {
            self.scanner.keep_window(std::mem::take(&mut self.bytes));
        }
    }
}

/// What a scan went through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summary {
    /// The bytes taken in.
    pub bytes: u64,
    /// The hits handed out.
    pub hits: u64,
    /// Whether the receiver of the hits broke the scan off.
    pub stopped: bool,
}

/// Why a scan ended early.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ScanError {
    /// The bytes could not be read on.
    #[error("reading failed at offset {offset}")]
    Read {
        /// How far the bytes were read.
        offset: u64,
        /// What the reader said.
        source: io::Error,
    },
}

impl Coded for ScanError {
    fn code(&self) -> &'static str {
        match self {
            Self::Read { .. } => "scan-read-failed",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Read { offset, source } => {
                vec![("offset", offset.to_string()), ("cause", source.to_string())]
            }
        }
    }
}

impl<'scanner, F: FnMut(Hit) -> ControlFlow<()>> Stream<'scanner, F> {
    pub(crate) fn new(scanner: &'scanner Scanner, window: usize, on_hit: F) -> Self {
        Self {
            scanner,
            on_hit,
            file: None,
            window: Window { scanner, bytes: Zeroizing::default() },
            window_bytes: window,
            filled: 0,
            settled: 0,
            base: 0,
            wide: None,
            may_be_wide: true,
            wallet: scanner.wants(Kind::WalletFile).then(wallet::Reader::new),
            hits: 0,
            stopped: false,
        }
    }

    /// Gives every hit from here on the name of this file, the secrets in it masked.
    #[must_use]
    pub fn in_file(mut self, file: Arc<str>) -> Self {
        self.file = Some(match masked(&file) {
            Cow::Borrowed(_) => file,
            Cow::Owned(masked) => masked.into(),
        });
        self
    }

    /// Takes the bytes as they are, for a caller who decodes UTF-16 himself and shows that text by another stream.
    #[must_use]
    pub fn decoded(mut self) -> Self {
        self.may_be_wide = false;
        self
    }

    /// Takes the next bytes. Breaks off once the receiver of the hits has done so; what is pushed after that
    /// is not looked at.
    pub fn push(&mut self, mut chunk: &[u8]) -> ControlFlow<()> {
        while !chunk.is_empty() && !self.stopped {
            let space = self.space(chunk.len());
            let taken = space.len().min(chunk.len());
            space[..taken].copy_from_slice(&chunk[..taken]);
            chunk = &chunk[taken..];
            self.advance(taken);
        }
        self.flow()
    }

    /// Takes all that a reader gives. Where that fails, the hits in what was read are handed out first.
    pub fn read_all(&mut self, reader: &mut impl Read) -> Result<(), ScanError> {
        while !self.stopped {
            match reader.read(self.space(self.window_bytes)) {
                Ok(0) => break,
                Ok(taken) => self.advance(taken),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(source) => {
                    self.settle(self.filled);
                    self.end_wallet();
                    return Err(ScanError::Read { offset: self.taken(), source });
                }
            }
        }
        Ok(())
    }

    /// Ends the scan: what is left is looked at, with the end of the bytes as a border.
    pub fn finish(mut self) -> Summary {
        self.settle(self.filled);
        self.end_wallet();
        Summary { bytes: self.taken(), hits: self.hits, stopped: self.stopped }
    }

    /// The free part of the window, for so many bytes if it can grow so far. It is never empty.
    fn space(&mut self, wanted: usize) -> &mut [u8] {
        let needed = self.filled.saturating_add(wanted).min(self.window_bytes);
        let window = &mut self.window.bytes;
        if window.is_empty() {
            *window = self.scanner.take_window();
        }
        if needed > window.len() {
            let mut larger = Zeroizing::new(vec![0; needed.next_power_of_two().min(self.window_bytes)]);
            larger[..self.filled].copy_from_slice(&window[..self.filled]);
            *window = larger;
        }
        &mut window[self.filled..]
    }

    fn advance(&mut self, taken: usize) {
        if let Some(wallet) = &mut self.wallet {
            wallet.take(&self.window.bytes[self.filled..self.filled + taken]);
        }
        self.filled += taken;
        if self.filled == self.window_bytes {
            // A letter of UTF-16 takes two bytes, and the window keeps as many letters of either.
            let reach = 2 * REACH;
            // What begins further back than this cannot be changed by bytes that are still to come.
            self.settle(self.filled - reach);
            // And what begins behind it cannot be changed by what lies before this.
            let kept = self.settled - reach;
            self.window.bytes.copy_within(kept..self.filled, 0);
            self.base += wide(kept);
            self.filled -= kept;
            self.settled -= kept;
        }
    }

    /// Hands out the hits that begin before `end` and have not been handed out.
    fn settle(&mut self, end: usize) {
        if self.stopped || end <= self.settled {
            return;
        }
        let bytes = &self.window.bytes[..self.filled];
        if self.base == 0 && self.may_be_wide {
            self.wide = Order::of(bytes);
        }
        let place = Place { base: self.base, file: self.file.as_ref() };
        let found = match self.wide {
            None => self.scanner.search(bytes, self.settled..end, place),
            Some(order) => self.scanner.search_wide(bytes, self.settled..end, place, order),
        };
        self.settled = end;
        for hit in found {
            self.hits += 1;
            if (self.on_hit)(hit).is_break() {
                self.stopped = true;
                break;
            }
        }
    }

    /// Hands out the wallet that all of the bytes are, if they are one.
    fn end_wallet(&mut self) {
        let ended = self.wallet.take().and_then(wallet::Reader::end);
        let Some((wallet, length, digest)) = ended.filter(|_| !self.stopped) else { return };
        self.hits += 1;
        let flow = (self.on_hit)(Hit {
            kind: Kind::WalletFile,
            class: wallet.class,
            value: wallet.value(digest),
            network: None,
            file: self.file.clone(),
            offset: 0,
            length,
            decoders: Vec::new(),
            context: Context::default(),
        });
        self.stopped = flow.is_break();
    }

    fn taken(&self) -> u64 {
        self.base + wide(self.filled)
    }

    fn flow(&self) -> ControlFlow<()> {
        if self.stopped { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ADDRESS: &str = "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn";
    const TWELVE: &str = "legal winner thank year wave sausage worth useful legal winner thank yellow";

    fn json(hits: &[Hit]) -> Vec<String> {
        hits.iter().map(|hit| serde_json::to_string(hit).unwrap()).collect()
    }

    fn by_chunks(scanner: &Scanner, bytes: &[u8], sizes: &[usize]) -> Vec<String> {
        let mut hits = Vec::new();
        let mut stream = scanner.stream(|hit| {
            hits.push(hit);
            ControlFlow::Continue(())
        });
        let mut rest = bytes;
        for size in sizes.iter().cycle() {
            let (chunk, after) = rest.split_at(rest.len().min(*size));
            assert!(stream.push(chunk).is_continue());
            rest = after;
            if rest.is_empty() {
                break;
            }
        }
        assert_eq!(stream.finish().bytes, wide(bytes.len()));
        json(&hits)
    }

    /// Pieces that are hits, parts of hits, words, and noise: what borders could tear apart.
    fn piece() -> impl Strategy<Value = Vec<u8>> {
        prop_oneof![
            4 => Just(ADDRESS.as_bytes().to_vec()),
            1 => Just(b"tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx".to_vec()),
            1 => Just(b"TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t".to_vec()),
            1 => Just(b"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed".to_vec()),
            4 => Just(TWELVE.as_bytes().to_vec()),
            1 => Just("的一是在不了有和人这中大，".repeat(9).into_bytes()),
            1 => Just("的 一 是 在 不 了 有 和 人 这 中 大 ".into()),
            1 => Just("あいこくしん\u{3000}".repeat(13).into_bytes()),
            1 => Just("сентябрь перо ".repeat(9).into_bytes()),
            1 => Just("Someone@Example.org https://t.me/name http://192.0.2.1/x, ".into()),
            1 => Just("+992 90 123 4567; KZ86 125K ZT50 0410 0100; card 4111 1111 1111 1111 ".into()),
            1 => Just(b"-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n".to_vec()),
            1 => Just(b"lFgEawoAiRYJKwYBBAHaRw8BAQdA\n=ZPfx\n-----END PGP PRIVATE KEY BLOCK-----\n".to_vec()),
            1 => Just(format!(r#"{{"data":"{}","iv":"{}==","salt":"{}="}}"#, "QUJD".repeat(40), "A".repeat(22), "B".repeat(43)).into()),
            2 => Just(TWELVE.replace(' ', "            ").into_bytes()),
            1 => Just(b"zoo ".repeat(80)),
            2 => "[a-z ]{0,200}".prop_map(String::into_bytes),
            2 => Just(" about can legal year\n 1: ".as_bytes().to_vec()),
            4 => "[ \n.:я]{0,40}".prop_map(String::into_bytes),
            2 => prop::collection::vec(any::<u8>(), 0..3000),
            2 => (0_usize..6000).prop_map(|length| vec![b'A'; length]),
            2 => (0_usize..6000).prop_map(|length| vec![b' '; length]),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn any_window_and_any_chunks_give_the_same_hits(
            pieces in prop::collection::vec(piece(), 0..160),
            marked in any::<bool>(),
            windows in prop::collection::vec(WINDOW_BYTES_MIN..3 * WINDOW_BYTES_MIN, 2),
            sizes in prop::collection::vec(1_usize..40_000, 1..6),
        ) {
            let mut bytes = pieces.concat();
            if marked {
                let (text, raw) = bytes.split_at(bytes.len() / 2);
                bytes = [utf16(&String::from_utf8_lossy(text), u16::to_be_bytes), raw.to_vec()].concat();
            }
            let whole = Scanner::new().with_window(WINDOW_BYTES_MAX).scan_bytes(&bytes);
            let whole = json(&whole);
            for window in windows {
                let scanner = Scanner::new().with_window(window);
                prop_assert_eq!(&by_chunks(&scanner, &bytes, &sizes), &whole);
            }
        }

        #[test]
        fn a_hit_in_random_bytes_is_found_at_its_offset(
            noise in prop::collection::vec(any::<u8>(), 100..70_000),
            at in any::<prop::sample::Index>(),
            phrase in any::<bool>(),
        ) {
            let at = at.index(noise.len());
            let value = if phrase { TWELVE } else { ADDRESS };
            let bytes = [&noise[..at], b"\x01", value.as_bytes(), b"\x01", &noise[at..]].concat();
            let scanner = Scanner::new().with_window(WINDOW_BYTES_MIN);
            let hits = scanner.scan_bytes(&bytes);
            prop_assert_eq!(hits.len(), 1);
            prop_assert_eq!((hits[0].offset, hits[0].length), (wide(at + 1), wide(value.len())));
        }
    }

    #[test]
    fn a_hit_on_every_place_of_a_border_is_found_once() {
        let scanner = Scanner::new().with_window(WINDOW_BYTES_MIN);
        for value in [ADDRESS, TWELVE] {
            for border in [WINDOW_BYTES_MIN - REACH, WINDOW_BYTES_MIN, WINDOW_BYTES_MIN + REACH] {
                for start in border - 100..border + 5 {
                    let text = format!("{}{value}{}", " ".repeat(start), " ".repeat(2 * WINDOW_BYTES_MIN));
                    let hits = scanner.scan_bytes(text.as_bytes());
                    assert_eq!(hits.len(), 1, "{start}");
                    assert_eq!(hits[0].offset, wide(start));
                }
            }
        }
    }

    fn utf16(text: &str, write: fn(u16) -> [u8; 2]) -> Vec<u8> {
        "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(write).collect()
    }

    #[test]
    fn text_in_utf_16_with_its_mark_is_searched_and_hits_lie_where_they_lie_in_the_file() {
        for write in [u16::to_le_bytes as fn(u16) -> [u8; 2], u16::to_be_bytes] {
            let bytes = utf16(&format!("адрес: {ADDRESS}, слова:\r\n{TWELVE}\r\n"), write);
            let hits = Scanner::new().scan_bytes(&bytes);
            let places: Vec<_> = hits.iter().map(|hit| (hit.offset, hit.length)).collect();
            assert_eq!(places, [(16, 68), (2 * (8 + 34 + 10), 2 * wide(TWELVE.len()))]);
            assert_eq!(hits[0].canonical(), Some(ADDRESS));
            let shown = json(&hits).concat();
            assert!(!shown.contains("winner") && !shown.contains("sausage"), "{shown}");
            // Without the mark it is bytes like any other.
            assert!(Scanner::new().scan_bytes(&bytes[2..]).is_empty());
        }
        // A false mark hides nothing.
        let false_mark = [&b"\xFF\xFE "[..], ADDRESS.as_bytes()].concat();
        let hits = Scanner::new().scan_bytes(&false_mark);
        assert_eq!(hits.iter().map(|hit| (hit.offset, hit.length)).collect::<Vec<_>>(), [(3, 34)]);
    }

    #[test]
    fn utf_16_is_left_to_who_decodes_it() {
        let bytes = utf16(ADDRESS, u16::to_le_bytes);
        for (is_decoded, hits) in [(false, 1), (true, 0)] {
            let scanner = Scanner::new();
            let stream = scanner.stream(|_| ControlFlow::Continue(()));
            let mut stream = if is_decoded { stream.decoded() } else { stream };
            assert!(stream.push(&bytes).is_continue());
            assert_eq!(stream.finish().hits, hits);
        }
    }

    #[test]
    fn a_hit_in_utf_16_on_every_place_of_a_border_is_found_once() {
        let scanner = Scanner::new().with_window(WINDOW_BYTES_MIN);
        for value in [ADDRESS, TWELVE] {
            for border in [WINDOW_BYTES_MIN - 2 * REACH, WINDOW_BYTES_MIN, WINDOW_BYTES_MIN + 2 * REACH] {
                for start in border / 2 - 100..border / 2 + 5 {
                    let text = format!("{}{value}{}", " ".repeat(start), " ".repeat(WINDOW_BYTES_MIN));
                    let hits = scanner.scan_bytes(&utf16(&text, u16::to_le_bytes));
                    assert_eq!(hits.len(), 1, "{start}");
                    assert_eq!(hits[0].offset, wide(2 + 2 * start));
                }
            }
        }
    }

    #[test]
    fn the_window_is_held_between_its_limits() {
        for (asked, held) in [
            (0, WINDOW_BYTES_MIN),
            (WINDOW_BYTES_MIN, WINDOW_BYTES_MIN),
            (WINDOW_BYTES_MAX, WINDOW_BYTES_MAX),
            (WINDOW_BYTES_MAX + 1, WINDOW_BYTES_MAX),
        ] {
            let scanner = Scanner::new().with_window(asked);
            let stream = scanner.stream(|_| ControlFlow::Continue(()));
            assert_eq!(stream.window_bytes, held);
        }
    }

    #[test]
    fn the_window_grows_as_far_as_is_needed() {
        let scanner = Scanner::new();
        let mut stream = scanner.stream(|_| ControlFlow::Continue(()));
        for (pushed, held) in [(1, 1), (99, 128), (WINDOW_BYTES - 100, WINDOW_BYTES), (1, WINDOW_BYTES)] {
            assert!(stream.push(&vec![b' '; pushed]).is_continue());
            assert_eq!(stream.window.bytes.len(), held);
        }
    }

    #[test]
    fn the_receiver_can_break_off() {
        let text = format!("{ADDRESS} ").repeat(10);
        let mut seen = 0;
        let scan = Scanner::new().scan(text.as_bytes(), |_| {
            seen += 1;
            if seen == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert_eq!(seen, 3);
        let summary = scan.unwrap();
        assert!(summary.stopped);
        assert_eq!(summary.hits, 3);
    }

    #[test]
    fn a_reader_that_fails_gives_the_hits_before_the_error() {
        struct Failing(Option<&'static [u8]>);
        impl Read for Failing {
            fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
                let bytes = self.0.take().ok_or_else(|| io::Error::other("bad sector"))?;
                out[..bytes.len()].copy_from_slice(bytes);
                Ok(bytes.len())
            }
        }
        let mut hits = 0;
        let result = Scanner::new().scan(Failing(Some(ADDRESS.as_bytes())), |_| {
            hits += 1;
            ControlFlow::Continue(())
        });
        let error = result.unwrap_err();
        assert_eq!(hits, 1);
        assert_eq!(error.code(), "scan-read-failed");
        assert_eq!(error.args(), [("offset", "34".to_owned()), ("cause", "bad sector".to_owned())]);
    }
}
