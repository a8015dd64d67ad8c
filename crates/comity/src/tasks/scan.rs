//! Finds addresses and phrases, in the input and in what lies inside it.

pub mod rules;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::{ControlFlow, Range};
use std::rc::Rc;

use comity_adapters::sandbox::{FrameSink, Input, Limits as ChildLimits, TaskError};
use comity_record::Coded as _;
use comity_scan::stream::{WINDOW_BYTES, WINDOW_BYTES_MIN};
use comity_scan::{Class, Decoder, Hit, Kind, ScanError, Scanner, Stream, masked};
use comity_unpack::{
    Capture, Fault, Limits, Opened, Ranges, Step, Time, Times, UnpackError, Visitor, touches, walk,
};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Value, json};
use zeroize::Zeroizing;

use self::pages::Pages;

mod pages;

use super::rules::words;

/// The names of the values that errors of this task may carry.
pub const ARGS: &[&str] = &["kind", "known", "offset", "cause", "path"];

/// A parameter that is no kind: nothing is decoded.
pub const NO_DECODE: &str = "no-decode";

/// A parameter that is no kind: what a secret is comes after its hit, in a frame of its own that begins with [`SECRET`].
pub const SECRETS: &str = "secrets";
/// The first byte of a frame with a secret; that of a hit is a brace.
pub const SECRET: u8 = 0;

/// So many parts of one input that were not opened are told one by one; the others are counted. A disk image holds thousands.
const FAULTS_TOLD: u64 = 20;

/// So many hits of one kind are listed of one file, or of what is in it but in no file of its own; the others are counted. A person
/// reads no more, and a hostile file could give them without end.
const HITS_LISTED: u64 = 100_000;

/// How far behind the end of what a scanner was given its hits may still begin.
const LAG_BYTES: u64 = 2 * WINDOW_BYTES as u64;

pub fn run(input: &mut Input, _limits: ChildLimits, replies: &mut dyn FrameSink) -> Result<(), TaskError> {
    let (words, compiled) = words(input.parameters());
    let wanted = String::from_utf8_lossy(words).into_owned();
    let rules = rules::Applied::new(compiled)?;
    let has = |word: &str| wanted.lines().any(|line| line == word);
    let kinds = wanted.lines().filter(|line| ![NO_DECODE, SECRETS].contains(line)).map(str::parse::<Kind>);
    let kinds = kinds.collect::<Result<Vec<_>, _>>()?;
    let scanner = |window| {
        let scanner = Scanner::new().with_window(window);
        if kinds.is_empty() { scanner } else { scanner.with_kinds(kinds.iter().copied()) }
    };
    let (outer, inner) = (scanner(WINDOW_BYTES), scanner(WINDOW_BYTES_MIN));
    let mut search = Search {
        outer: &outer,
        inner: &inner,
        layers: Vec::new(),
        pages: Pages::default(),
        replies,
        unsent: None,
        faults: 0,
        secrets: has(SECRETS),
        faults_told: 0,
        listed: vec![(0, BTreeMap::new())],
        unlisted: 0,
        rules,
    };
    if has(NO_DECODE) {
        search.plain(input)?;
    } else {
        let limits = Limits::for_input(input.length().unwrap_or(0));
        walk(input, &limits, &mut search).map_err(|error| match error {
            UnpackError::Read { offset, source } => TaskError::from(ScanError::Read { offset, source }),
            other => TaskError::from(other),
        })?;
    }
    search.end_file(0);
    search.tell_untold();
    let last = search.pages.finish();
    let _sent = search.page(last);
    search.tell_blocks();
    search.unsent.map_or(Ok(()), Err)
}

/// The way to a layer, as far as it is inside the input: `1024-gzip`, a file by its name in brackets.
fn way(steps: &[Step]) -> String {
    let step = |step: &Step| match &step.file {
        Some(file) => format!("{}-{}({})", step.offset, step.name, masked(file)),
        None => format!("{}-{}", step.offset, step.name),
    };
    steps.iter().map(step).collect::<Vec<_>>().join("-")
}

/// A time of a file as RFC 3339 has it, without a zone where none is recorded; nothing where there is no such day.
fn written(time: Time) -> Option<String> {
    let nanoseconds = i32::try_from(time.nanoseconds).ok()?;
    let moment = Timestamp::new(time.seconds, nanoseconds).ok()?;
    Some(if time.is_local {
        moment.to_zoned_datetime(TimeZone::UTC).datetime().to_string()
    } else {
        moment.to_string()
    })
}

/// A search under way.
struct Search<'s> {
    /// For the input, and for what lies in it: a large window is dear to open many times.
    outer: &'s Scanner,
    inner: &'s Scanner,
    layers: Vec<Layer<'s>>,
    pages: Pages,
    replies: &'s mut dyn FrameSink,
    unsent: Option<TaskError>,
    faults: u64,
    /// Whether secrets are wanted, beside what stands for them.
    secrets: bool,
    faults_told: u64,
    /// For the input and each file in it that is open, by its depth: how many hits there were of each kind.
    listed: Vec<(usize, BTreeMap<Kind, u64>)>,
    /// How often there were too many.
    unlisted: u64,
    rules: rules::Applied,
}

type OnHit = Box<dyn FnMut(Hit) -> ControlFlow<()>>;

struct Layer<'s> {
    stream: Option<Stream<'s, OnHit>>,
    hits: Rc<RefCell<Vec<Hit>>>,
    steps: Vec<Step>,
    rewritten: Option<Vec<Range<u64>>>,
    /// What stands in it is shown by layers inside it as well, where hits have a nearer way.
    shown_inside: Vec<Range<u64>>,
    /// The same of what may lie inside it in pieces.
    scattered_inside: Ranges,
    copied_from: Option<u64>,
    times: Option<Times>,
    bytes: u64,
}

impl Search<'_> {
    fn send(&mut self, frame: &Value) -> ControlFlow<()> {
        let line = serde_json::to_vec(frame).expect("hits are plain data");
        self.send_bytes(&line)
    }

    fn send_bytes(&mut self, frame: &[u8]) -> ControlFlow<()> {
        match self.replies.frame(frame) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                self.unsent = Some(error);
                ControlFlow::Break(())
            }
        }
    }

    fn hit(&mut self, hit: &Hit, steps: &[Step]) -> ControlFlow<()> {
        let file = self.listed.iter_mut().rev().find(|(depth, _)| *depth <= steps.len());
        let count = file.map(|(_, kinds)| kinds.entry(hit.kind).or_default());
        if count.is_some_and(|count| {
            *count += 1;
            *count > HITS_LISTED
        }) {
            return ControlFlow::Continue(());
        }
        let frame = serde_json::to_value(hit).expect("hits are plain data");
        self.send_from(frame, hit.offset, steps)?;
        match hit.secret().filter(|_| self.secrets) {
            Some(secret) => {
                let text = secret.reveal().as_bytes();
                let mut frame = Zeroizing::new(Vec::with_capacity(1 + text.len()));
                frame.push(SECRET);
                frame.extend_from_slice(text);
                self.send_bytes(&frame)
            }
            None => ControlFlow::Continue(()),
        }
    }

    /// Sends what was found at a place of a layer, with the way to it.
    fn send_from(&mut self, mut frame: Value, offset: u64, steps: &[Step]) -> ControlFlow<()> {
        if !steps.is_empty() {
            frame["path"] = json!(format!("{}-{offset}", way(steps)));
        }
        for (at, step) in steps.iter().enumerate() {
            if let Some(file) = &step.file {
                frame["decoders"][at]["file"] = json!(masked(file));
            }
            // The step leads to the layer behind it.
            if let Some(times) = self.layers.get(at + 1).and_then(|layer| layer.times) {
                let times = times.named().map(|(name, time)| (name.to_owned(), json!(written(time))));
                frame["decoders"][at]["times"] = Value::Object(times.collect());
            }
        }
        self.send(&frame)
    }

    /// Sends the hits of a layer that came since.
    fn settle(&mut self, depth: usize) -> ControlFlow<()> {
        let hits = std::mem::take(&mut *self.layers[depth].hits.borrow_mut());
        for mut hit in hits {
            let layer = &self.layers[depth];
            let place = hit.offset..hit.offset + hit.length;
            let is_inside = |inner: &Range<u64>| inner.start <= place.start && place.end <= inner.end;
            if layer.rewritten.as_ref().is_some_and(|rewritten| !touches(rewritten, &place))
                || layer.shown_inside.iter().rev().any(is_inside)
                || layer.scattered_inside.has(&place)
            {
                continue;
            }
            // A line break may have stood there for a reason.
            if layer.steps.iter().any(|step| step.name == "line-wrap") {
                hit.class = Class::ShapeOnly;
            }
            hit.decoders = layer
                .steps
                .iter()
                .map(|step| Decoder { name: step.name.to_owned(), offset: step.offset })
                .collect();
            let steps = layer.steps.clone();
            self.hit(&hit, &steps)?;
        }
        ControlFlow::Continue(())
    }

    fn page(&mut self, page: Option<Value>) -> ControlFlow<()> {
        match page {
            Some(page) if self.unsent.is_none() => self.send(&page),
            _ => ControlFlow::Continue(()),
        }
    }

    /// Tells how many hits of the file at this depth were too many to be listed.
    fn end_file(&mut self, depth: usize) {
        let Some((_, kinds)) = self.listed.pop_if(|(open, _)| *open == depth) else { return };
        let way = self.layers.last().map(|layer| way(&layer.steps)).unwrap_or_default();
        for (kind, count) in kinds.into_iter().filter(|(_, count)| *count > HITS_LISTED) {
            self.unlisted += 1;
            if self.unlisted <= FAULTS_TOLD && self.unsent.is_none() {
                let unlisted = count - HITS_LISTED;
                let _sent = self
                    .send(&json!({ "fault": Value::Null, "unlisted": unlisted, "kind": kind, "path": way }));
            }
        }
    }

    fn tell_untold(&mut self) {
        if self.unsent.is_none() && self.faults > self.faults_told {
            let _sent = self.send(&json!({ "fault": Value::Null, "more": self.faults - self.faults_told }));
        }
    }
}

impl Visitor for Search<'_> {
    fn enter(&mut self, layer: Opened<'_>) -> ControlFlow<()> {
        let hits = Rc::new(RefCell::new(Vec::new()));
        let taken = Rc::clone(&hits);
        let on_hit: OnHit = Box::new(move |hit| {
            taken.borrow_mut().push(hit);
            ControlFlow::Continue(())
        });
        if let (Some(start), Some(outer)) = (layer.copied_from, self.layers.last_mut()) {
            // What the scanner has gone over for good needs no remembering.
            let settled = outer.bytes.saturating_sub(LAG_BYTES);
            outer.shown_inside.retain(|inner| inner.end > settled);
            outer.shown_inside.push(start..u64::MAX);
        }
        self.pages.enter(&layer);
        if layer.steps.last().is_some_and(|step| step.file.is_some()) {
            self.listed.push((layer.steps.len(), BTreeMap::new()));
        }
        self.rules.enter();
        let scanner = if layer.steps.is_empty() { self.outer } else { self.inner };
        self.layers.push(Layer {
            stream: Some(scanner.stream(on_hit).decoded()),
            hits,
            steps: layer.steps.to_vec(),
            rewritten: layer.rewritten.map(<[_]>::to_vec),
            shown_inside: Vec::new(),
            scattered_inside: Ranges::default(),
            copied_from: layer.copied_from,
            times: layer.times,
            bytes: 0,
        });
        ControlFlow::Continue(())
    }

    fn capture(&mut self, steps: &[Step], capture: &Capture) -> ControlFlow<()> {
        let before = self.pages.capture(steps, capture);
        self.page(before)
    }

    fn shown_inside(&mut self, ranges: &[Range<u64>]) -> ControlFlow<()> {
        if let Some(layer) = self.layers.last_mut() {
            layer.scattered_inside.add(ranges.iter().cloned());
        }
        ControlFlow::Continue(())
    }

    fn bytes(&mut self, depth: usize, bytes: &[u8]) -> ControlFlow<()> {
        self.pages.bytes(depth, bytes);
        let layer = &mut self.layers[depth];
        layer.bytes += bytes.len() as u64;
        if let Some(stream) = &mut layer.stream {
            stream.push(bytes)?;
        }
        self.settle(depth)?;
        self.apply(depth, bytes)
    }

    fn leave(&mut self) -> ControlFlow<()> {
        let depth = self.layers.len() - 1;
        if let Some(stream) = self.layers[depth].stream.take() {
            stream.finish();
        }
        let flow = self.settle(depth);
        let flow = if flow.is_continue() { self.judge() } else { flow };
        if depth > 0 {
            self.end_file(depth);
        }
        let ended = self.layers.pop();
        if let (Some(Layer { copied_from: Some(start), bytes, .. }), Some(outer)) =
            (ended, self.layers.last_mut())
            && let Some(inner) = outer.shown_inside.last_mut()
        {
            inner.end = start + bytes;
        }
        let page = self.pages.leave(depth);
        if flow.is_break() { flow } else { self.page(page) }
    }

    fn fault(&mut self, steps: &[Step], fault: &Fault) -> ControlFlow<()> {
        self.faults += 1;
        // That nothing more is opened matters more than how many parts were not.
        let is_end = matches!(fault, Fault::Bytes { .. } | Fault::Taken { .. } | Fault::Parts { .. });
        if self.faults > FAULTS_TOLD && !is_end {
            return ControlFlow::Continue(());
        }
        self.faults_told += 1;
        let args: serde_json::Map<_, _> =
            fault.args().into_iter().map(|(name, value)| (name.to_owned(), Value::String(value))).collect();
        self.send(&json!({ "fault": fault.code(), "path": way(steps), "args": args }))
    }
}

#[cfg(test)]
mod tests {
    use comity_scan::{Context, Value as Found};

    use super::*;

    #[derive(Default)]
    struct Sent(Vec<Value>);

    impl FrameSink for Sent {
        fn frame(&mut self, body: &[u8]) -> Result<(), TaskError> {
            self.0.push(serde_json::from_slice(body).unwrap());
            Ok(())
        }
    }

    #[test]
    fn hits_of_a_kind_are_listed_to_the_limit_and_counted_past_it() {
        let hit = |kind| Hit {
            kind,
            class: Class::WellFormed,
            value: Found::Plain { found: "x".into(), canonical: "x".into() },
            network: None,
            file: None,
            offset: 0,
            length: 1,
            decoders: Vec::new(),
            context: Context::default(),
        };
        let scanner = Scanner::new();
        let mut sent = Sent::default();
        let mut search = Search {
            outer: &scanner,
            inner: &scanner,
            layers: Vec::new(),
            replies: &mut sent,
            unsent: None,
            faults: 0,
            pages: Pages::default(),
            secrets: false,
            faults_told: 0,
            listed: vec![(0, BTreeMap::new())],
            unlisted: 0,
            rules: rules::Applied::default(),
        };
        for _ in 0..HITS_LISTED + 2 {
            assert!(search.hit(&hit(Kind::Url), &[]).is_continue());
        }
        assert!(search.hit(&hit(Kind::Iban), &[]).is_continue());
        search.end_file(0);
        drop(search);
        let listed = usize::try_from(HITS_LISTED).unwrap();
        assert_eq!(sent.0.len(), listed + 2);
        assert_eq!(sent.0[listed]["kind"], "iban");
        assert_eq!(sent.0[listed + 1], json!({ "fault": null, "unlisted": 2, "kind": "url", "path": "" }));
    }
}
