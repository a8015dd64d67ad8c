//! Rules of users: read and compiled before anything is searched, and applied to every file.

use std::collections::BTreeSet;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use comity_adapters::sandbox::{Job, Limits, MAX_FRAME_BYTES, Sandbox, Session, Source};
use comity_record::Sha256Digest;
use comity_rules::{MAX_TEXT_BYTES, RuleError};
use comity_scan::masked;
use serde_json::Value;

use super::far::Far;
use super::name::Names;
use super::{Place, Searched, job};
use crate::out::{Failure, shown};
use crate::tasks::rules::{Text, parameters};
use crate::tasks::scan::rules::KIND;
use crate::tasks::{RULES, SCAN_RULES, TASKS};

/// The largest collections are compiled in some tens of seconds.
const COMPILE_CPU_SECONDS: u64 = 300;
/// And take some hundreds of megabytes.
const COMPILE_MEMORY_BYTES: u64 = 2 << 30;
/// Beyond what a search needs: the rules, what they found, and the layers that they see whole.
const SEARCH_MEMORY_BYTES: u64 = 2 << 30;

/// Rules, compiled.
pub struct Rules {
    compiled: Vec<u8>,
    /// The files that they came from, in their order.
    pub files: Vec<RuleFile>,
}

/// A file of rules.
pub struct RuleFile {
    /// What its rules are told apart by from those of other files.
    pub namespace: String,
    /// The digest of what is in it.
    pub sha256: Sha256Digest,
}

impl Rules {
    /// Reads files of rules, and has them compiled in a sandboxed child. None for no file.
    ///
    /// # Errors
    /// Fails for a file that cannot be read, and names the first thing that is wrong in one.
    pub fn read(files: &[PathBuf]) -> Result<Option<Self>, Failure> {
        if files.is_empty() {
            return Ok(None);
        }
        let (mut texts, mut heads, mut named) = (Vec::new(), Vec::new(), Vec::new());
        let mut names = BTreeSet::new();
        for path in files {
            let before = texts.len();
            // One byte more shows that there is too much.
            let most = u64::try_from(MAX_TEXT_BYTES + 1 - before).unwrap_or(0);
            let opened = super::open(path)?;
            opened
                .take(most)
                .read_to_end(&mut texts)
                .map_err(|source| Failure::file("read", path, source))?;
            if texts.len() > MAX_TEXT_BYTES {
                return Err(Failure::of(RuleError::TooLarge { limit: MAX_TEXT_BYTES }));
            }
            let namespace = namespace(path, &mut names);
            let (file, length) = (shown(path), texts.len() - before);
            named.push(RuleFile { namespace: namespace.clone(), sha256: Sha256Digest::of(&texts[before..]) });
            heads.push(Text { file, namespace, length });
        }
        let heads = serde_json::to_vec(&heads).expect("names and lengths are plain data");
        let limits = Limits {
            memory_bytes: COMPILE_MEMORY_BYTES,
            cpu_seconds: COMPILE_CPU_SECONDS,
            wall_millis: COMPILE_CPU_SECONDS * 2000,
            frame_bytes: MAX_FRAME_BYTES,
            ..Limits::default()
        };
        let job = Job { parameters: &heads, limits, ..Job::new(RULES) };
        let (replies, _) = Sandbox::new(TASKS).collect(&job, Source::Bytes(&texts)).map_err(Failure::of)?;
        Ok(Some(Self { compiled: replies.concat(), files: named }))
    }

    /// The parameters of a search for these words by these rules, if there are any.
    pub fn parameters(rules: Option<&Self>, words: &str) -> Vec<u8> {
        rules.map_or_else(|| words.as_bytes().to_vec(), |rules| parameters(words, &rules.compiled))
    }
}

/// The name of a file without its ending, and a number where another file has that name.
fn namespace(path: &Path, taken: &mut BTreeSet<String>) -> String {
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let numbered = (2_u32..).map(|number| format!("{name}-{number}"));
    let free = std::iter::once(name.clone()).chain(numbered).find(|name| !taken.contains(name));
    let free = free.unwrap_or(name);
    taken.insert(free.clone());
    free
}

/// Searches one file after the other, with rules or without.
pub struct Searcher<'a> {
    session: Session<'a>,
    /// Where there are rules: a search without them, for a file on which they fail.
    without: Option<Session<'a>>,
    names: Names,
}

impl<'a> Searcher<'a> {
    /// A search for these words, which are also what `parameters` begin with; these are [`Rules::parameters`].
    ///
    /// # Errors
    /// Fails when the search cannot be started.
    pub fn begin(sandbox: &'a Sandbox, words: &'a str, parameters: &'a [u8]) -> Result<Self, Failure> {
        let plain = job(words);
        let names = Names::begin(words);
        if parameters == words.as_bytes() {
            return Ok(Self { session: sandbox.begin(plain).map_err(Failure::of)?, without: None, names });
        }
        let limits = Limits { memory_bytes: SEARCH_MEMORY_BYTES, ..plain.limits };
        let with = Job { task: SCAN_RULES, parameters, limits, ..plain };
        let session = sandbox.begin(with).map_err(Failure::of)?;
        Ok(Self { session, without: Some(sandbox.begin(plain).map_err(Failure::of)?), names })
    }

    /// Searches one file and its name, and hands out each hit as it is found. Where that fails with the rules it is searched
    /// without them, and that is said: nobody loses the hits in a file because a rule takes for ever.
    pub fn search(
        &mut self,
        name: &str,
        place: &mut Place<'_>,
        far: &Far<'_>,
        on_hit: &mut dyn FnMut(Value),
    ) -> Searched {
        let mut searched = self.search_file(name, place, far, on_hit);
        self.names.search(name, &mut searched, on_hit);
        searched
    }

    fn search_file(
        &mut self,
        name: &str,
        place: &mut Place<'_>,
        far: &Far<'_>,
        on_hit: &mut dyn FnMut(Value),
    ) -> Searched {
        let Some(without) = &mut self.without else {
            return super::search(&mut self.session, name, place, far, on_hit);
        };
        let mut handed_out = 0_u64;
        let mut counted = |hit: Value| {
            // What a rule found is not found again without rules.
            handed_out += u64::from(hit["kind"] != KIND);
            on_hit(hit);
        };
        let mut searched = super::search(&mut self.session, name, place, far, &mut counted);
        let Some(failure) = searched.failure.take() else { return searched };
        let mut found = 0;
        let mut others = |hit: Value| {
            found += 1;
            if found > handed_out {
                on_hit(hit);
            }
        };
        let mut searched = super::search(without, name, place, far, &mut others);
        let untold = Failure::new("comity-rules-not-applied", vec![("path", masked(name).to_string())]);
        searched.parts.splice(0..0, [failure, untold]);
        searched.without_rules = true;
        searched
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_one_name_get_namespaces_of_their_own() {
        let mut taken = BTreeSet::new();
        let names = ["a/x.yar", "b/x.yara", "c/y", "d/x"].map(|path| namespace(Path::new(path), &mut taken));
        assert_eq!(names, ["x", "x-2", "y", "x-3"]);
    }

    #[test]
    fn a_search_without_rules_has_no_other_parameters_than_before() {
        assert_eq!(Rules::parameters(None, "iban\nno-decode"), b"iban\nno-decode");
    }
}
