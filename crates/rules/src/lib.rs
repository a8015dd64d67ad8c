//! Looks in bytes for what rules of users describe, in the language of YARA.
//!
//! Rules are compiled once, by [`compile`], to bytes that another process of the same program takes with [`Rules::read`].
//! There a [`Searcher`] is given the bytes of one [`Layer`] after the other (of a file, or of what lies in it), and says which
//! rules hold for it and where their strings lie. It never says what stands there: that may be a secret.
//!
//! The engine is VirusTotal's `yara-x`. It translates the conditions of rules to WebAssembly, which is interpreted here and
//! not translated further: the searching process makes no memory executable, and can be forbidden to.
//!
//! # What a rule sees
//! A layer of at most [`WHOLE_BYTES`] is seen whole. A longer one is seen in blocks of that size, each of which begins with
//! the last [`OVERLAP_BYTES`] of the one before. Strings are found in every block, and conditions are asked once, over the
//! strings of all blocks; but `filesize`, `uint32()` and its kin, and what modules say of the data are not defined there.
//! [`Seen`] tells which of both it was.
//!
//! It is no reader of programs: of the modules of YARA there are `hash`, `math` and `string`. Those that take formats apart
//! (`pe`, `elf`, `dotnet`) bring parsers of their own and an RSA with an open advisory; rules that want them are refused,
//! and so is `include`, which would read files.
//!
//! ```
//! use comity_rules::{Rules, Source, compile};
//!
//! let text = br#"rule note { strings: $a = "pay to" condition: $a }"#;
//! let compiled = compile(&[Source { file: "notes.yar", namespace: "notes", text }])?;
//! let rules = Rules::read(&compiled)?;
//! let mut searcher = rules.searcher(None);
//! let mut layer = searcher.layer();
//! searcher.push(&mut layer, b"Please pay to me.")?;
//! let found = searcher.finish(layer, |_| true)?;
//! assert_eq!((found.rules[0].name.as_str(), found.rules[0].strings[0].offset), ("note", 7));
//! # Ok::<(), comity_rules::RuleError>(())
//! ```
//!
//! # Invariants
//! - *Invariant:* the same rules and bytes give the same answer, however the bytes are cut into chunks
//!   (`tests::search::chunks_make_no_difference`).
//! - *Invariant:* no byte of what was searched is in an answer: a [`Found`] has names of the rules' author and numbers.

mod compile;
mod search;

pub use compile::{MAX_COMPILED_BYTES, MAX_RULES, MAX_TEXT_BYTES, RuleError, Source, compile};
pub use search::{
    Answer, Found, LONGER_IN_BLOCKS, Layer, MATCHES_COUNTED, OVERLAP_BYTES, Rules, STRINGS_TOLD,
    STRINGS_TOLD_EACH, Searcher, Seen, StringFound, WHOLE_BYTES,
};

/// Every code that an error of this crate can carry.
pub const CODES: &[&str] = &[
    "rules-compiled-too-large",
    "rules-include",
    "rules-module",
    "rules-none",
    "rules-not-compiled",
    "rules-too-large",
    "rules-too-many",
    "rules-too-slow",
    "rules-wrong",
];
