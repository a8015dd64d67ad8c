//! What to look for, and the search in one window of bytes.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::io::Read;
use std::ops::{ControlFlow, Range};
use std::sync::{Arc, Mutex};

use zeroize::Zeroizing;

use crate::address::Found;
use crate::classes::{Area, Classes};
use crate::hit::{Context, Hit, Kind, Value};
use crate::mask::{self, Masker};
use crate::secret::{FingerprintKey, Secret};
use crate::stream::{ScanError, Stream, Summary, WINDOW_BYTES, WINDOW_BYTES_MAX, WINDOW_BYTES_MIN};
use crate::utf16::Order;
use crate::{address, contact, context, phrase, utf16, wallet};

/// How far from the first byte of a hit, to both sides, the bytes matter for the hit and its context. What is
/// further away can change neither; on this rests that borders of windows leave no trace.
pub(crate) const REACH: usize = 16 * 1024;

const _: () = assert!(phrase::REACH + 2 * phrase::STEP_MAX <= REACH);
const _: () = assert!(phrase::PHRASE_MAX + context::REACH <= REACH);
const _: () = assert!(address::REACH + context::REACH <= REACH);
const _: () = assert!(contact::REACH + context::REACH <= REACH);
const _: () = assert!(wallet::REACH + context::REACH <= REACH);

/// Finds hits in bytes.
pub struct Scanner {
    kinds: BTreeSet<Kind>,
    key: FingerprintKey,
    window: usize,
    /// The windows of streams that have ended, for those that begin.
    windows: Spare<Zeroizing<Vec<u8>>>,
    /// What searches before needed room for.
    rooms: Spare<Room>,
}

/// What is kept for the next, because to make it and to wipe it takes longer than to search a small file.
type Spare<T> = Mutex<Vec<T>>;

/// What a search needs room for.
#[derive(Default)]
struct Room {
    classes: Vec<Classes>,
    masker: Masker,
}

/// So many bytes are searched at a time, so that the classes of all of them stay near the processor.
const AREA_BYTES: usize = 64 * 1024;

/// So many are kept of each: as many streams as lie in one another in most files.
const SPARE_MAX: usize = 8;

impl Scanner {
    /// A scanner for every kind, which makes fingerprints under the public key.
    pub fn new() -> Self {
        Self {
            kinds: Kind::ALL.iter().copied().collect(),
            key: FingerprintKey::default(),
            window: WINDOW_BYTES,
            windows: Spare::default(),
            rooms: Spare::default(),
        }
    }

    /// Looks for these kinds only. Secrets in the context of other hits stay masked all the same.
    #[must_use]
    pub fn with_kinds(mut self, kinds: impl IntoIterator<Item = Kind>) -> Self {
        self.kinds = kinds.into_iter().collect();
        self
    }

    /// Makes fingerprints under this key.
    #[must_use]
    pub fn with_fingerprint_key(mut self, key: FingerprintKey) -> Self {
        self.key = key;
        self
    }

    /// Reads this many bytes at a time, held between [`WINDOW_BYTES_MIN`] and [`WINDOW_BYTES_MAX`]. The hits
    /// are the same for any number.
    #[must_use]
    pub fn with_window(mut self, bytes: usize) -> Self {
        self.window = bytes.clamp(WINDOW_BYTES_MIN, WINDOW_BYTES_MAX);
        self.windows = Spare::default();
        self
    }

    /// Reads to the end and calls `on_hit` for each hit, in the order of their offsets, until it breaks off. Only a wallet that
    /// is the whole file comes last: it begins where the file does, and is known at its end.
    ///
    /// Where reading fails, the hits in what was read have been handed out before the error is returned.
    pub fn scan(
        &self,
        mut reader: impl Read,
        on_hit: impl FnMut(Hit) -> ControlFlow<()>,
    ) -> Result<Summary, ScanError> {
        let mut stream = self.stream(on_hit);
        stream.read_all(&mut reader)?;
        Ok(stream.finish())
    }

    /// The hits in bytes that are all in memory.
    pub fn scan_bytes(&self, bytes: &[u8]) -> Vec<Hit> {
        let mut hits = Vec::new();
        let mut stream = self.stream(|hit| {
            hits.push(hit);
            ControlFlow::Continue(())
        });
        let _goes_on = stream.push(bytes);
        stream.finish();
        hits
    }

    /// Whether it looks for this kind.
    pub(crate) fn wants(&self, kind: Kind) -> bool {
        self.kinds.contains(&kind)
    }

    /// A scan that takes its bytes chunk by chunk.
    pub fn stream<F: FnMut(Hit) -> ControlFlow<()>>(&self, on_hit: F) -> Stream<'_, F> {
        Stream::new(self, self.window, on_hit)
    }

    /// A window for a stream, which may be of any length and hold what another left.
    pub(crate) fn take_window(&self) -> Zeroizing<Vec<u8>> {
        take(&self.windows)
    }

    /// Keeps the window of a stream that has ended.
    pub(crate) fn keep_window(&self, window: Zeroizing<Vec<u8>>) {
        keep(&self.windows, window);
    }

    /// The hits that begin in `range` of bytes that say they are UTF-16: in their text, and in the bytes as they are,
    /// for that mark may be false. Each lies where it lies in the file.
    pub(crate) fn search_wide(
        &self,
        bytes: &[u8],
        range: Range<usize>,
        place: Place<'_>,
        order: Order,
    ) -> Vec<Hit> {
        let odd = usize::from(place.base % 2 == 1);
        let text = order.narrowed(bytes.get(odd..).unwrap_or_default());
        let mut hits =
            self.search(&text, utf16::units(&range, odd), Place { base: place.base.min(1), ..place });
        for hit in &mut hits {
            let unit = hit.offset - place.base.min(1);
            hit.offset = place.base + wide(odd) + 2 * unit;
            hit.length *= 2;
        }
        let mut plain = self.search(bytes, range, place);
        // What is masked is found in the text; as bytes it would stand open.
        for hit in &mut plain {
            hit.context = Context::default();
        }
        hits.append(&mut plain);
        hits.sort_by_key(|hit| (hit.offset, hit.kind, hit.length));
        hits
    }

    /// The hits that begin in `range`, in the order of their offsets.
    pub(crate) fn search(&self, bytes: &[u8], range: Range<usize>, place: Place<'_>) -> Vec<Hit> {
        let Place { base, file } = place;
        let mut hits = Vec::new();
        let private_keys = OnceCell::new();
        let Room { classes: mut room, mut masker } = take(&self.rooms);
        let mut add = |kind, class, place: Range<usize>, network, value| {
            hits.push(Hit {
                kind,
                class,
                value,
                network,
                file: file.cloned(),
                offset: base + wide(place.start),
                length: wide(place.len()),
                decoders: Vec::new(),
                context: context::around(
                    bytes,
                    &place,
                    base == 0,
                    private_keys.get_or_init(|| contact::PrivateKeys::of(bytes)),
                    &mut masker,
                ),
            });
        };
        let wants = |some: &[Kind]| some.iter().any(|kind| self.kinds.contains(kind));
        let [addresses, phrases, contacts] =
            [wants(&address::KINDS), wants(&phrase::KINDS), wants(&contact::KINDS)];
        for start in range.clone().step_by(AREA_BYTES) {
            let area = Area::new(bytes, start..range.end.min(start + AREA_BYTES), room);
            if addresses {
                address::find(&area, |Found { place, reading }| {
                    let address::Reading { kind, class, network, canonical, .. } = reading;
                    if !self.kinds.contains(&kind) {
                        return;
                    }
                    let value = if kind.is_secret() {
                        Value::Secret(Secret::new(Zeroizing::new(canonical), None, &self.key))
                    } else {
                        let found = bytes[place.clone()].iter().copied().map(char::from).collect();
                        Value::Plain { found, canonical }
                    };
                    add(kind, class, place, network, value);
                });
            }
            if phrases {
                phrase::find(&area, |found| {
                    if self.kinds.contains(&found.kind) {
                        let value = Value::Secret(Secret::new(found.canonical, Some(found.words), &self.key));
                        add(found.kind, found.class, found.place, None, value);
                    }
                });
            }
            if contacts {
                contact::find(&area, &self.kinds, |mut found| {
                    let value = if found.kind.is_secret() {
                        let secret = Secret::new(found.canonical, None, &self.key).shown_as(found.shown);
                        Value::Secret(secret)
                    } else {
                        let text = String::from_utf8_lossy(&bytes[found.place.clone()]).into_owned();
                        let is_canonical = text == *found.canonical;
                        // An address may carry a secret.
                        let text = masked(text);
                        let canonical = if is_canonical {
                            text.clone()
                        } else {
                            masked(std::mem::take(&mut *found.canonical))
                        };
                        Value::Plain { found: text, canonical }
                    };
                    add(found.kind, found.class, found.place, None, value);
                });
            }
            room = area.into_room();
        }
        if self.kinds.contains(&Kind::WalletFile) {
            wallet::find(bytes, range, |place, class, value| {
                add(Kind::WalletFile, class, place, None, value);
            });
        }
        keep(&self.rooms, Room { classes: room, masker });
        hits.sort_by_key(|hit| (hit.offset, hit.kind, hit.length));
        hits
    }
}

fn take<T: Default>(spare: &Spare<T>) -> T {
    spare.lock().ok().and_then(|mut spare| spare.pop()).unwrap_or_default()
}

fn keep<T>(spare: &Spare<T>, one: T) {
    if let Ok(mut spare) = spare.lock()
        && spare.len() < SPARE_MAX
    {
        spare.push(one);
    }
}

impl Default for Scanner {
    fn default() -> Self {
        Self::new()
    }
}

/// The same with the secrets in it masked.
fn masked(text: String) -> String {
    let text = Zeroizing::new(text);
    mask::masked(&text).into_owned()
}

/// Where bytes that are searched come from.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    /// The offset of the first of them.
    pub(crate) base: u64,
    /// Their file.
    pub(crate) file: Option<&'a Arc<str>>,
}

/// A length in memory as a length in a file.
pub(crate) fn wide(bytes: usize) -> u64 {
    u64::try_from(bytes).expect("no machine has more than 64 bits of memory")
}
