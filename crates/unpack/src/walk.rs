//! The way through an input: what all layers share, and how one is opened inside another.

use std::cell::{Cell, RefCell};
use std::io::{self, BufRead, Read, Seek};
use std::ops::{ControlFlow, Range};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use crate::chunks::{Chunks, InOrder};
use crate::fault::{Fault, UnpackError};
use crate::layer::{Cursor, Layer, wide};
use crate::limits::{IMAGE_RATIO, Limits};
use crate::media::{ReadAt, Root, Stream};
use crate::plausible::is_plausible;
use crate::rewrite::{Piece, Rewriter};
use crate::search::search;
use crate::times::Times;
use crate::visit::{Opened, Step, Visitor};
use crate::web::Capture;

/// How much of what a decoder gives is looked at before it is believed.
const PROBE_BYTES: usize = 512;

/// So many bytes are asked of a decoder the header of which was checked: it is a part even if it gives none.
pub(crate) const SURE: usize = 0;

/// So many bytes can be told from what chance unpacks.
const PLAUSIBLE_BYTES: usize = 12;

/// What it costs that something lies too deep, as if so many bytes had been read.
const REFUSED_BYTES: u64 = 4096;

/// So many bytes chance does not unpack behind a header of zlib.
const CHANCE_BYTES: u64 = 64 << 10;

/// What can be read at any place.
pub trait ReadSeek: Read + Seek {}

impl<T: Read + Seek> ReadSeek for T {}

/// What was gone through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Walked {
    /// Bytes of the input.
    pub bytes: u64,
    /// Bytes that decoders gave. The media of an image that is the input are not counted.
    pub decoded_bytes: u64,
    /// Parts that were opened.
    pub parts: u64,
    /// Parts that were not opened, or not to their end.
    pub faults: u64,
    /// Whether the visitor broke the walk off.
    pub stopped: bool,
}

/// Shows the visitor the input, read from where it stands, and everything that is found inside it, layer by layer.
///
/// # Errors
/// When the input cannot be read on. What was read before that has been shown.
pub fn walk(
    input: &mut dyn ReadSeek,
    limits: &Limits,
    visitor: &mut dyn Visitor,
) -> Result<Walked, UnpackError> {
    let walk = Walk::new(visitor, *limits);
    let root = Root::new(input);
    let mut stream = Stream::new(&root);
    let mut layer = Layer::new(&walk, &mut stream, 0);
    layer.random = root.at_any_place();
    walk.shown((None, None), |walk| search(walk, &mut layer, None));
    let (bytes, failure) = (layer.end(), layer.failure.take());
    match failure {
        Some(source) => Err(UnpackError::Read { offset: bytes, source }),
        None => Ok(Walked { bytes, ..walk.walked.get() }),
    }
}

/// What all layers of one input share.
pub(crate) struct Walk<'v> {
    visitor: RefCell<&'v mut dyn Visitor>,
    pub(crate) limits: Limits,
    walked: Cell<Walked>,
    /// The budget is used up: nothing more is opened.
    is_exhausted: Cell<bool>,
    steps: RefCell<Vec<Step>>,
    /// Bytes that decoders read.
    taken: Cell<u64>,
    /// Bytes that decoders with large windows hold at the time.
    held: Cell<usize>,
    /// The visitor is being called.
    is_visiting: Cell<bool>,
}

/// Memory that is given back.
pub(crate) struct Held<'w> {
    held: &'w Cell<usize>,
    bytes: usize,
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        self.held.set(self.held.get() - self.bytes);
    }
}

/// What is known of a part that a reader gives which took its bytes itself.
#[derive(Clone, Copy, Default)]
pub(crate) struct Inside<'s> {
    /// How many bytes it took.
    pub(crate) taken: u64,
    /// What it gives, at any place.
    pub(crate) random: Option<&'s dyn ReadAt>,
    pub(crate) times: Option<Times>,
}

/// What became of an attempt to open a part.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tried {
    /// The offset behind what is dealt with.
    pub(crate) end: u64,
    /// Whether it was such a part at all.
    pub(crate) is_part: bool,
}

impl<'v> Walk<'v> {
    pub(crate) fn new(visitor: &'v mut dyn Visitor, limits: Limits) -> Self {
        Self {
            visitor: RefCell::new(visitor),
            limits,
            walked: Cell::default(),
            is_exhausted: Cell::new(false),
            steps: RefCell::default(),
            taken: Cell::new(0),
            held: Cell::new(0),
            is_visiting: Cell::new(false),
        }
    }

    pub(crate) fn is_stopped(&self) -> bool {
        self.walked.get().stopped
    }

    pub(crate) fn is_exhausted(&self) -> bool {
        self.is_exhausted.get() || self.is_stopped()
    }

    pub(crate) fn bytes(&self, depth: usize, bytes: &[u8]) {
        if !self.is_stopped() {
            self.visit(|visitor| visitor.bytes(depth, bytes));
        }
    }

    /// Opens what a decoder gives of the bytes of `layer` from `start` on. It is taken for a part if it comes to its end, gives
    /// `least` bytes, or fewer that are plausible; with [`SURE`] whatever it gives.
    pub(crate) fn open(
        &self,
        layer: &mut Layer<'_, 'v>,
        step: Step,
        start: u64,
        least: usize,
        decoder: impl FnOnce(Box<dyn BufRead + '_>) -> Box<dyn Read + '_>,
    ) -> Tried {
        self.open_any(layer, step, start, (least, None, None), decoder)
    }

    /// The same of an image, which can be read at any place besides.
    pub(crate) fn open_image(&self, layer: &mut Layer<'_, 'v>, step: Step, image: &Chunks<'_>) -> Tried {
        let start = step.offset;
        self.open_any(layer, step, start, (1, None, Some(image)), |input| Box::new(input))
    }

    fn open_any(
        &self,
        layer: &mut Layer<'_, 'v>,
        step: Step,
        start: u64,
        (least, copied_from, image): (usize, Option<u64>, Option<&Chunks<'_>>),
        decoder: impl FnOnce(Box<dyn BufRead + '_>) -> Box<dyn Read + '_>,
    ) -> Tried {
        let depth = layer.depth + 1;
        if !self.may_open(depth, &step) {
            return Tried { end: start, is_part: false };
        }
        let at = Cell::new(start);
        let cursor = Cursor { layer, at: &at };
        let decoded = match image {
            Some(image) => Box::new(InOrder::new(image, start, cursor)),
            None => decoder(Box::new(cursor)),
        };
        let ratio = if step.name == "ewf" { self.limits.ratio.max(IMAGE_RATIO) } else { self.limits.ratio };
        // A disk that was imaged is the input itself, written in another way.
        let is_input = image.is_some() && depth == 1;
        let mut metered = Metered {
            walk: self,
            decoded,
            start,
            at: &at,
            charged: start,
            given: 0,
            ratio,
            is_input,
            is_crashed: false,
        };
        let (probe, failure) = probe(&mut metered);
        let is_something = !probe.is_empty()
            && (probe.len() >= least.min(PROBE_BYTES)
                || (probe.len() >= PLAUSIBLE_BYTES && is_plausible(&probe)));
        if let Some(error) = failure.as_ref().filter(|_| !is_something) {
            let fault = Fault::of(error);
            // What chance read may have used up the budget, and everybody has to know. No chance asks for a large window.
            let is_limit =
                matches!(fault, Fault::Bytes { .. } | Fault::Taken { .. } | Fault::TooLarge { .. });
            if least == SURE || is_limit {
                self.refuse(step, &fault);
            }
            return Tried { end: at.get(), is_part: false };
        }
        let mut source = Probed { probe: &probe, failure, rest: &mut metered };
        if probe.is_empty() && source.failure.is_none() {
            return Tried { end: at.get(), is_part: true };
        }
        // Two bytes make a header of zlib, and fixed codes unpack many bytes by chance: then there was no part that is damaged.
        let may_be_chance = step.name == "zlib" && !is_plausible(&probe);
        self.steps.borrow_mut().push(step);
        let mut inner = Layer::new(self, &mut source, depth);
        inner.random = image.map(|image| image as &dyn ReadAt);
        self.shown((None, copied_from), |walk| search(walk, &mut inner, None));
        let failure = inner.failure.take();
        if let Some(error) = &failure {
            let fault = Fault::of(error);
            let is_damage = matches!(fault, Fault::Damaged { .. } | Fault::Truncated);
            if !(is_damage && may_be_chance && inner.end() < CHANCE_BYTES) {
                self.tell(&fault);
            }
        }
        self.steps.borrow_mut().pop();
        // A decoder that failed may have taken what was none of its own.
        let is_all_its_own = failure.is_none() || copied_from.is_some();
        Tried { end: if is_all_its_own { at.get() } else { start }, is_part: true }
    }

    /// Opens a part that stands in `layer` as it is, from `start` on.
    pub(crate) fn open_copy(
        &self,
        layer: &mut Layer<'_, 'v>,
        step: Step,
        start: u64,
        reader: impl FnOnce(Box<dyn BufRead + '_>) -> Box<dyn Read + '_>,
    ) -> Tried {
        self.open_any(layer, step, start, (1, Some(start), None), reader)
    }

    /// Opens what a reader gives that took its bytes itself: so many of them.
    pub(crate) fn open_reader(&self, depth: usize, step: Step, taken: u64, reader: &mut dyn Read) {
        self.open_inside(depth, step, &Inside { taken, ..Inside::default() }, reader);
    }

    /// The same, and says how many bytes were shown.
    pub(crate) fn open_inside(
        &self,
        depth: usize,
        step: Step,
        inside: &Inside<'_>,
        reader: &mut dyn Read,
    ) -> u64 {
        if !self.may_open(depth, &step) {
            return 0;
        }
        let at = Cell::new(inside.taken);
        let ratio = self.limits.ratio;
        let mut metered = Metered {
            walk: self,
            decoded: Box::new(reader),
            start: 0,
            at: &at,
            charged: 0,
            given: 0,
            ratio,
            is_input: false,
            is_crashed: false,
        };
        self.steps.borrow_mut().push(step);
        let mut inner = Layer::new(self, &mut metered, depth);
        inner.random = inside.random;
        self.shown_with((None, None), inside.times, |walk| search(walk, &mut inner, None));
        if let Some(error) = inner.failure.take() {
            self.tell(&Fault::of(&error));
        }
        self.steps.borrow_mut().pop();
        inner.end()
    }

    /// Says what of the innermost layer was shown by layers inside it.
    pub(crate) fn shown_inside(&self, ranges: &[Range<u64>]) {
        if !ranges.is_empty() && !self.is_stopped() {
            self.visit(|visitor| visitor.shown_inside(ranges));
        }
    }

    /// Opens a piece of text of a layer in which some places were rewritten; `outer` is how it stands there, with the byte before
    /// it.
    pub(crate) fn open_rewritten(&self, depth: usize, step: Step, piece: &Piece, outer: &[u8], by: Rewriter) {
        let Piece { text, rewritten, .. } = piece;
        if !self.may_open(depth, &step) {
            return;
        }
        if !self.may_give(wide(text.len())) {
            return self.refuse(step, &Fault::Bytes { limit: self.limits.decoded_bytes });
        }
        self.steps.borrow_mut().push(step);
        let mut source = text.as_slice();
        let mut inner = Layer::new(self, &mut source, depth);
        inner.rewritten = Some(rewritten);
        inner.outer = outer;
        self.shown((Some(rewritten), None), |walk| search(walk, &mut inner, Some(by)));
        self.steps.borrow_mut().pop();
    }

    /// How much memory decoders may take yet.
    pub(crate) fn holdable(&self) -> usize {
        self.limits.held_bytes.saturating_sub(self.held.get())
    }

    /// Takes memory for a decoder, while there is so much; else says that the part at this step was not opened.
    pub(crate) fn hold(&self, bytes: usize, step: &Step) -> Option<Held<'_>> {
        let held = self.held.get().saturating_add(bytes);
        if held > self.limits.held_bytes {
            self.refuse(step.clone(), &Fault::TooLarge { limit: self.limits.held_bytes });
            return None;
        }
        self.held.set(held);
        Some(Held { held: &self.held, bytes })
    }

    /// Says that the part at this step was not opened.
    pub(crate) fn refuse(&self, step: Step, fault: &Fault) {
        self.steps.borrow_mut().push(step);
        self.tell(fault);
        self.steps.borrow_mut().pop();
    }

    /// Says what the record at this step says of itself.
    pub(crate) fn capture(&self, step: &Step, capture: &Capture) {
        if !self.is_stopped() {
            self.steps.borrow_mut().push(step.clone());
            self.visit(|visitor| visitor.capture(&self.steps.borrow(), capture));
            self.steps.borrow_mut().pop();
        }
    }

    fn tell(&self, fault: &Fault) {
        if !self.is_stopped() {
            self.change(|walked| walked.faults += 1);
            self.visit(|visitor| visitor.fault(&self.steps.borrow(), fault));
        }
    }

    fn shown(&self, copied: (Option<&[Range<u64>]>, Option<u64>), inside: impl FnOnce(&Self)) {
        self.shown_with(copied, None, inside);
    }

    fn shown_with(
        &self,
        (rewritten, copied_from): (Option<&[Range<u64>]>, Option<u64>),
        times: Option<Times>,
        inside: impl FnOnce(&Self),
    ) {
        if self.is_stopped() {
            return;
        }
        self.visit(|visitor| {
            visitor.enter(Opened { steps: &self.steps.borrow(), rewritten, copied_from, times })
        });
        inside(self);
        if !self.is_stopped() {
            self.visit(|visitor| visitor.leave());
        }
    }

    fn may_open(&self, depth: usize, step: &Step) -> bool {
        if self.is_exhausted() {
            return false;
        }
        if depth > self.limits.depth {
            self.refuse(step.clone(), &Fault::Depth { limit: self.limits.depth });
            if !self.may_take(REFUSED_BYTES) {
                self.refuse(step.clone(), &Fault::Taken { limit: self.limits.taken_bytes });
            }
            return false;
        }
        if self.walked.get().parts >= self.limits.parts {
            self.is_exhausted.set(true);
            self.refuse(step.clone(), &Fault::Parts { limit: self.limits.parts });
            return false;
        }
        self.change(|walked| walked.parts += 1);
        true
    }

    /// Takes bytes off the budget, while there are so many.
    fn may_give(&self, bytes: u64) -> bool {
        if self.walked.get().decoded_bytes.saturating_add(bytes) > self.limits.decoded_bytes {
            self.is_exhausted.set(true);
            return false;
        }
        self.change(|walked| walked.decoded_bytes += bytes);
        true
    }

    /// Takes bytes that a decoder read off the budget for that, while there are so many.
    fn may_take(&self, bytes: u64) -> bool {
        let taken = self.taken.get().saturating_add(bytes);
        self.taken.set(taken);
        let may_take = taken <= self.limits.taken_bytes;
        if !may_take {
            self.is_exhausted.set(true);
        }
        may_take
    }

    /// Runs what decodes foreign bytes. A decoder that panics is a finding about its part and ends nothing but itself; what the
    /// visitor does is the caller's affair.
    pub(crate) fn guarded<T>(&self, decode: impl FnOnce() -> T) -> Result<T, Fault> {
        catch_unwind(AssertUnwindSafe(decode)).map_err(|panic| {
            if self.is_visiting.get() {
                resume_unwind(panic);
            }
            Fault::Crashed
        })
    }

    fn visit(&self, call: impl FnOnce(&mut dyn Visitor) -> ControlFlow<()>) {
        self.is_visiting.set(true);
        let flow = call(&mut **self.visitor.borrow_mut());
        self.is_visiting.set(false);
        if flow.is_break() {
            self.change(|walked| walked.stopped = true);
        }
    }

    fn change(&self, change: impl FnOnce(&mut Walked)) {
        let mut walked = self.walked.get();
        change(&mut walked);
        self.walked.set(walked);
    }
}

/// A decoder within its limits.
struct Metered<'a, 'v> {
    walk: &'a Walk<'v>,
    decoded: Box<dyn Read + 'a>,
    start: u64,
    at: &'a Cell<u64>,
    /// What was read before this was taken off the budget.
    charged: u64,
    given: u64,
    ratio: u64,
    /// It takes nothing of the budget for what is unpacked.
    is_input: bool,
    is_crashed: bool,
}

impl Read for Metered<'_, '_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.is_crashed {
            return Ok(0);
        }
        let read = self.walk.guarded(|| self.decoded.read(out));
        // What fails has cost as much.
        let more = self.at.get().saturating_sub(self.charged);
        self.charged += more;
        if !self.is_input && !self.walk.may_take(more) {
            return Err(Fault::Taken { limit: self.walk.limits.taken_bytes }.error());
        }
        let count = match read {
            Ok(read) => read?,
            Err(fault) => {
                self.is_crashed = true;
                return Err(fault.error());
            }
        };
        self.given += wide(count);
        let limits = &self.walk.limits;
        let taken = self.at.get() - self.start;
        let allowed = taken.saturating_mul(self.ratio).max(limits.ratio_allowance);
        if self.given > allowed {
            return Err(Fault::Ratio { limit: self.ratio }.error());
        }
        if !self.is_input && !self.walk.may_give(wide(count)) {
            return Err(Fault::Bytes { limit: limits.decoded_bytes }.error());
        }
        Ok(count)
    }
}

/// The first bytes that a decoder gave, and what follows.
struct Probed<'p, 'a, 'v> {
    probe: &'p [u8],
    failure: Option<io::Error>,
    rest: &'p mut Metered<'a, 'v>,
}

impl Read for Probed<'_, '_, '_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if !self.probe.is_empty() {
            return self.probe.read(out);
        }
        match self.failure.take() {
            Some(failure) => Err(failure),
            None => self.rest.read(out),
        }
    }
}

fn probe(decoded: &mut dyn Read) -> (Vec<u8>, Option<io::Error>) {
    let mut probe = Vec::new();
    let failure = decoded.take(wide(PROBE_BYTES)).read_to_end(&mut probe).err();
    (probe, failure)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::RATIO;

    struct Panicking(u32);

    impl Read for Panicking {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            self.0 = self.0.checked_sub(1).expect("a flaw of the decoder");
            out.fill(b'a');
            Ok(out.len())
        }
    }

    #[derive(Default)]
    struct Told(Vec<Fault>, usize);

    impl Visitor for Told {
        fn enter(&mut self, _: Opened<'_>) -> ControlFlow<()> {
            ControlFlow::Continue(())
        }
        fn bytes(&mut self, _: usize, bytes: &[u8]) -> ControlFlow<()> {
            self.1 += bytes.len();
            assert!(self.1 < 1 << 20, "a flaw of the visitor");
            ControlFlow::Continue(())
        }
        fn leave(&mut self) -> ControlFlow<()> {
            ControlFlow::Continue(())
        }
        fn fault(&mut self, _: &[Step], fault: &Fault) -> ControlFlow<()> {
            self.0.push(fault.clone());
            ControlFlow::Continue(())
        }
    }

    fn open_panicking(reads: u32, told: &mut Told) {
        let walk = Walk::new(told, Limits::default());
        let mut source = &b"bytes"[..];
        let mut layer = Layer::new(&walk, &mut source, 0);
        let step = Step { name: "test", offset: 0, file: None };
        walk.open(&mut layer, step, 0, 1, |_| Box::new(Panicking(reads)));
    }

    /// Takes ten bytes and gives so many.
    struct Giving<'i>(Box<dyn BufRead + 'i>, usize);

    impl Read for Giving<'_> {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            let taken = self.0.fill_buf()?.len();
            self.0.consume(taken);
            let count = out.len().min(self.1);
            out[..count].fill(b' ');
            self.1 -= count;
            Ok(count)
        }
    }

    #[test]
    fn an_image_of_a_disk_grows_to_its_own_ratio_and_no_further() {
        for (name, most) in [("ewf", IMAGE_RATIO), ("gzip", RATIO)] {
            for (more, faults) in [(0, vec![]), (1, vec![Fault::Ratio { limit: most }])] {
                let mut told = Told::default();
                let limits = Limits { ratio_allowance: 0, ..Limits::default() };
                let walk = Walk::new(&mut told, limits);
                let mut source = &b"ten bytes."[..];
                let mut layer = Layer::new(&walk, &mut source, 0);
                let step = Step { name, offset: 0, file: None };
                let given = usize::try_from(10 * most).unwrap() + more;
                walk.open(&mut layer, step, 0, 1, |input| Box::new(Giving(input, given)));
                assert_eq!(told.0, faults, "{name} {more}");
            }
        }
    }

    #[test]
    fn a_decoder_that_panics_is_a_fault_of_its_part() {
        let mut told = Told::default();
        open_panicking(3, &mut told);
        assert_eq!(told.0, [Fault::Crashed]);
        assert!(told.1 > 0);
    }

    #[test]
    #[should_panic(expected = "a flaw of the visitor")]
    fn a_visitor_that_panics_is_not_hidden() {
        open_panicking(u32::MAX, &mut Told::default());
    }
}
