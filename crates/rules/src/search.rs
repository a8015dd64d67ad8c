//! From bytes to the rules that hold for them.

use std::ops::Range;
use std::time::Duration;

use crate::compile::RuleError;

/// A layer of at most so many bytes is seen whole: nearly every file that rules are written for. Sixteen of them may be open
/// in each other.
pub const WHOLE_BYTES: usize = 16 << 20;
/// So much of a block is seen again with the next one. A regular expression looks at most 4 KiB ahead and back.
pub const OVERLAP_BYTES: usize = 8 << 10;
/// So many places of one string are counted in a layer. A rule that asks for more of them does not hold.
pub const MATCHES_COUNTED: usize = 10_000;
/// So many places of one string of a rule are told.
pub const STRINGS_TOLD_EACH: usize = 10;
/// So many places of all strings of a rule are told.
pub const STRINGS_TOLD: usize = 100;

/// A layer that is seen in blocks has so many times the time of others, counted from its beginning, and with what its
/// caller does meanwhile.
pub const LONGER_IN_BLOCKS: u64 = 60;

/// Rules that are ready.
#[derive(Debug)]
pub struct Rules(yara_x::Rules);

/// How the rules saw a layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// At once.
    Whole,
    /// In blocks, since it has more than [`WHOLE_BYTES`].
    Blocks,
}

/// The rules that hold for a layer.
#[derive(Debug)]
pub struct Answer {
    /// How they saw it.
    pub seen: Seen,
    /// How many bytes it has.
    pub bytes: u64,
    /// The rules, private ones not among them.
    pub rules: Vec<Found>,
}

/// A rule that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its name.
    pub name: String,
    /// Its namespace.
    pub namespace: String,
    /// Where its strings lie, those that come first in the rule first; a rule may have none.
    pub strings: Vec<StringFound>,
    /// How many more places of its strings were counted.
    pub more: u64,
    /// Whether none of its strings lies where the caller looks, though it has some.
    pub elsewhere: bool,
}

/// A place of a string of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StringFound {
    /// The name of the string in its rule, such as `$a`.
    pub id: String,
    /// Where its first byte lies in the layer.
    pub offset: u64,
    /// How many bytes it takes.
    pub length: u64,
}

impl Rules {
    /// Takes what [`compile`](crate::compile) gave, in the same program.
    ///
    /// # Errors
    /// Fails for other bytes; but bytes that were made to deceive are not to be given to it outside of a sandbox.
    pub fn read(compiled: &[u8]) -> Result<Self, RuleError> {
        yara_x::Rules::deserialize(compiled).map(Self).map_err(|_| RuleError::NotCompiled)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.iter().len()
    }

    /// A search that gives each layer so many seconds, or no end. With one it starts a thread that counts them.
    pub fn searcher(&self, seconds: Option<u64>) -> Searcher<'_> {
        let mut whole = yara_x::Scanner::new(&self.0);
        whole.max_matches_per_pattern(MATCHES_COUNTED).use_mmap(false);
        if let Some(seconds) = seconds {
            whole.set_timeout(Duration::from_secs(seconds));
        }
        Searcher { rules: &self.0, whole, seconds, spare: Vec::new() }
    }
}

/// Asks rules about one layer after the other. Layers may lie in each other.
pub struct Searcher<'r> {
    rules: &'r yara_x::Rules,
    whole: yara_x::Scanner<'r>,
    seconds: Option<u64>,
    /// Memory of layers that have ended.
    spare: Vec<Vec<u8>>,
}

/// The bytes of a layer that has not ended.
pub struct Layer<'r> {
    /// From `start` on.
    bytes: Vec<u8>,
    start: u64,
    blocks: Option<Box<yara_x::blocks::Scanner<'r>>>,
}

impl<'r> Searcher<'r> {
    /// A layer begins.
    pub fn layer(&mut self) -> Layer<'r> {
        Layer { bytes: self.spare.pop().unwrap_or_default(), start: 0, blocks: None }
    }

    /// The next bytes of a layer.
    ///
    /// # Errors
    /// Fails when it takes too long. The layer is of no more use.
    pub fn push(&mut self, layer: &mut Layer<'r>, mut bytes: &[u8]) -> Result<(), RuleError> {
        while !bytes.is_empty() {
            if layer.bytes.len() == WHOLE_BYTES {
                self.block(layer)?;
                layer.bytes.drain(..WHOLE_BYTES - OVERLAP_BYTES);
                layer.start += (WHOLE_BYTES - OVERLAP_BYTES) as u64;
            }
            let (now, later) = bytes.split_at(bytes.len().min(WHOLE_BYTES - layer.bytes.len()));
            layer.bytes.extend_from_slice(now);
            bytes = later;
        }
        Ok(())
    }

    /// A layer ends. Places of strings count where `is_new` says so of their range; whoever shows bytes a second time knows
    /// which these are.
    ///
    /// # Errors
    /// Fails when it takes too long.
    pub fn finish(
        &mut self,
        mut layer: Layer<'r>,
        is_new: impl Fn(&Range<u64>) -> bool,
    ) -> Result<Answer, RuleError> {
        let bytes = layer.start + layer.bytes.len() as u64;
        if layer.blocks.is_some() {
            self.block(&mut layer)?;
        }
        let slow = slow(self.seconds);
        let (seen, rules) = match &mut layer.blocks {
            Some(blocks) => (Seen::Blocks, found(&blocks.finish().map_err(slow)?, &is_new)),
            None => (Seen::Whole, found(&self.whole.scan(&layer.bytes).map_err(slow)?, &is_new)),
        };
        self.reuse(layer);
        Ok(Answer { seen, bytes, rules })
    }

    /// Has the strings looked for in a block.
    fn block(&self, layer: &mut Layer<'r>) -> Result<(), RuleError> {
        let blocks = layer.blocks.get_or_insert_with(|| {
            let mut blocks = yara_x::blocks::Scanner::new(self.rules);
            blocks.max_matches_per_pattern(MATCHES_COUNTED);
            if let Some(seconds) = self.seconds {
                blocks.set_timeout(Duration::from_secs(seconds.saturating_mul(LONGER_IN_BLOCKS)));
            }
            Box::new(blocks)
        });
        let start = usize::try_from(layer.start).unwrap_or(usize::MAX);
        blocks.scan(start, &layer.bytes).map(drop).map_err(slow(self.seconds))
    }

    fn reuse(&mut self, layer: Layer<'r>) {
        // What one large file took is not kept for the small ones after it.
        const KEPT_BYTES: usize = 1 << 20;
        let mut bytes = layer.bytes;
        bytes.clear();
        bytes.shrink_to(KEPT_BYTES);
        self.spare.push(bytes);
    }
}

/// No other error is possible without modules that read the data.
fn slow(seconds: Option<u64>) -> impl Fn(yara_x::ScanError) -> RuleError {
    move |_| RuleError::TooSlow { seconds: seconds.unwrap_or(0) }
}

fn found(results: &yara_x::ScanResults<'_, '_>, is_new: &dyn Fn(&Range<u64>) -> bool) -> Vec<Found> {
    let rules = results.matching_rules().map(|rule| {
        let (mut strings, mut more, mut seen) = (Vec::new(), 0, 0_u64);
        for pattern in rule.patterns() {
            let mut told = 0;
            for place in pattern.matches() {
                let range = place.range();
                let range = range.start as u64..range.end as u64;
                seen += 1;
                if !is_new(&range) {
                    continue;
                }
                if told == STRINGS_TOLD_EACH || strings.len() == STRINGS_TOLD {
                    more += 1;
                    continue;
                }
                told += 1;
                strings.push(StringFound {
                    id: pattern.identifier().to_owned(),
                    offset: range.start,
                    length: range.end - range.start,
                });
            }
        }
        Found {
            name: rule.identifier().to_owned(),
            namespace: rule.namespace().to_owned(),
            elsewhere: seen > 0 && strings.is_empty(),
            strings,
            more,
        }
    });
    rules.collect()
}
