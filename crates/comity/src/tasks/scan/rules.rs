//! Rules of users, as they are applied to the layers of an input.

use std::io::{self, Read};
use std::ops::{ControlFlow, Range};
use std::sync::OnceLock;

use comity_adapters::sandbox::{Input, TaskError};
use comity_record::Coded as _;
use comity_rules::{Answer, Found, Layer, RuleError, Rules, Searcher, Seen};
use comity_unpack::{Step, touches};
use serde_json::{Value, json};

use super::{Search, way};

/// What a hit of a rule says of its kind, and of how sure it is.
pub const KIND: &str = "rule";
const CLASS: &str = "matched";

/// Rules that took too long for a layer may take too long for the next. After so many of one input they are asked no more.
pub const SLOW_LAYERS: u32 = 3;
/// So long may rules take for one layer. A file of the largest size that is seen whole takes some tenths of a second.
const LAYER_SECONDS: u64 = 60;
/// Tells that they are asked no more.
const GIVEN_UP: &str = "comity-rules-given-up";
/// The codes of what is told of rules that were not applied.
pub const FAULTS: &[&str] = &["rules-too-slow", GIVEN_UP];

/// Rules as they are applied to an input, or none.
#[derive(Default)]
pub struct Applied {
    searcher: Option<Searcher<'static>>,
    /// The layers that are open, but for those for which they took too long.
    layers: Vec<Option<Layer<'static>>>,
    slow: u32,
    blocks: u64,
}

impl Applied {
    /// Makes rules ready, once for all inputs of a child.
    pub fn new(compiled: Option<&[u8]>) -> Result<Self, RuleError> {
        static READY: OnceLock<Rules> = OnceLock::new();
        let Some(compiled) = compiled else { return Ok(Self::default()) };
        let rules = match READY.get() {
            Some(rules) => rules,
            None => {
                let rules = Rules::read(compiled)?;
                READY.get_or_init(|| rules)
            }
        };
        Ok(Self { searcher: Some(rules.searcher(Some(LAYER_SECONDS))), ..Self::default() })
    }

    /// A layer begins.
    pub fn enter(&mut self) {
        self.layers.push(self.searcher.as_mut().map(Searcher::layer));
    }

    fn bytes(&mut self, depth: usize, bytes: &[u8]) -> Result<(), RuleError> {
        let (Some(searcher), Some(layer)) = (&mut self.searcher, &mut self.layers[depth]) else {
            return Ok(());
        };
        let pushed = searcher.push(layer, bytes);
        if pushed.is_err() {
            self.layers[depth] = None;
            self.give_up();
        }
        pushed
    }

    fn leave(&mut self, is_new: impl Fn(&Range<u64>) -> bool) -> Result<Option<Answer>, RuleError> {
        let (Some(searcher), Some(layer)) = (&mut self.searcher, self.layers.pop().flatten()) else {
            return Ok(None);
        };
        let answer = searcher.finish(layer, is_new);
        match &answer {
            Ok(answer) if answer.seen == Seen::Blocks => self.blocks += 1,
            Ok(_) => {}
            Err(_) => self.give_up(),
        }
        answer.map(Some)
    }

    fn give_up(&mut self) {
        self.slow += 1;
        if self.slow == SLOW_LAYERS {
            self.searcher = None;
        }
    }
}

impl Search<'_> {
    /// Searches the input as it is.
    pub(super) fn plain(&mut self, input: &mut Input) -> Result<(), TaskError> {
        // The search is busy with the hits, so that the rules are given what is read apart from it.
        let mut rules = std::mem::take(&mut self.rules);
        rules.enter();
        let mut told = Ok(());
        let reader = Beside {
            input,
            take: |bytes: &[u8]| {
                if told.is_ok() {
                    told = rules.bytes(0, bytes);
                }
            },
        };
        let outer = self.outer;
        outer.scan(reader, |hit| self.hit(&hit, &[]))?;
        self.rules = rules;
        let _stopped = match told {
            Ok(()) => self.judge(),
            Err(error) => self.too_slow(&[], &error),
        };
        Ok(())
    }

    /// Gives the rules the next bytes of a layer.
    pub(super) fn apply(&mut self, depth: usize, bytes: &[u8]) -> ControlFlow<()> {
        let Err(error) = self.rules.bytes(depth, bytes) else { return ControlFlow::Continue(()) };
        let steps = self.layers[depth].steps.clone();
        self.too_slow(&steps, &error)
    }

    /// Tells which rules hold for the innermost layer, which ends.
    pub(super) fn judge(&mut self) -> ControlFlow<()> {
        let layer = self.layers.last();
        let steps = layer.map(|layer| layer.steps.clone()).unwrap_or_default();
        let rewritten = layer.and_then(|layer| layer.rewritten.clone());
        let is_new = |place: &Range<u64>| rewritten.as_ref().is_none_or(|places| touches(places, place));
        match self.rules.leave(is_new) {
            Ok(Some(answer)) => answer
                .rules
                .iter()
                // What holds for a piece of text with some places rewritten, and for no place of them, holds for the text.
                .filter(|found| !found.elsewhere && (rewritten.is_none() || !found.strings.is_empty()))
                .try_for_each(|found| {
                    let offset = found.strings.first().map_or(0, |first| first.offset);
                    self.send_from(of_rule(found, &answer, &steps), offset, &steps)
                }),
            Ok(None) => ControlFlow::Continue(()),
            Err(error) => self.too_slow(&steps, &error),
        }
    }

    /// Tells that no answer of the rules is to be had for a layer, nor for those after it if that was one too many.
    fn too_slow(&mut self, steps: &[Step], error: &RuleError) -> ControlFlow<()> {
        let tell = |code: &str, limit: String| json!({ "fault": code, "path": way(steps), "args": { "limit": limit } });
        for (_, limit) in error.args() {
            self.send(&tell(error.code(), limit))?;
        }
        if self.rules.slow == SLOW_LAYERS {
            self.send(&tell(GIVEN_UP, SLOW_LAYERS.to_string()))?;
        }
        ControlFlow::Continue(())
    }

    /// Tells how many layers the rules saw in blocks.
    pub(super) fn tell_blocks(&mut self) {
        if self.unsent.is_none() && self.rules.blocks > 0 {
            let _sent = self.send(&json!({ "blocks": self.rules.blocks }));
        }
    }
}

/// A rule that holds, written like a hit. It has no byte of the layer.
fn of_rule(found: &Found, answer: &Answer, steps: &[Step]) -> Value {
    let (offset, length) = found.strings.first().map_or((0, answer.bytes), |s| (s.offset, s.length));
    let strings: Vec<_> =
        found.strings.iter().map(|s| json!({ "id": s.id, "offset": s.offset, "length": s.length })).collect();
    let decoders: Vec<_> =
        steps.iter().map(|step| json!({ "name": step.name, "offset": step.offset })).collect();
    let seen = match answer.seen {
        Seen::Whole => "whole",
        Seen::Blocks => "blocks",
    };
    json!({
        "kind": KIND, "class": CLASS, "value": found.name,
        "canonical": format!("{}:{}", found.namespace, found.name), "namespace": found.namespace, "path": offset.to_string(),
        "offset": offset, "length": length, "strings": strings, "more": found.more, "seen": seen,
        "decoders": decoders,
    })
}

/// Reads, and shows what was read.
struct Beside<'a, T> {
    input: &'a mut Input,
    take: T,
}

impl<T: FnMut(&[u8])> Read for Beside<'_, T> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(out)?;
        (self.take)(&out[..read]);
        Ok(read)
    }
}
