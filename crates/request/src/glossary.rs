//! Terms in several languages, proposed to whoever translates. The schema is documented in `packs/glossary/README.md`.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use comity_record::pack::Pack;
use comity_record::{Coded, Language};
use serde::{Deserialize, Serialize};

use crate::lines::read_toml;

/// The file of the terms.
const TERMS: &str = "terms.toml";
/// Bytes of that file; ours has a tenth.
const MAX_BYTES: usize = 4 << 20;
/// Letters of a word below which its end does not change with its place in a sentence.
const MIN_STEM: usize = 5;
/// Letters at the end of a longer word that may differ: endings of cases and numbers. English has shorter ones, and
/// tells *requesting* from *requested* by them.
const ENDING: usize = 2;
const ENGLISH_ENDING: usize = 1;

/// A pack of terms that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("terms.toml, line {line}: {cause}")]
pub struct GlossaryError {
    /// The line, from 1.
    line: usize,
    /// What is wrong.
    cause: String,
}

impl Coded for GlossaryError {
    fn code(&self) -> &'static str {
        "request-glossary"
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        vec![("file", TERMS.to_owned()), ("line", self.line.to_string()), ("cause", self.cause.clone())]
    }
}

/// Terms in several languages.
#[derive(Clone, Debug, Default)]
pub struct Glossary(Vec<BTreeMap<Language, Term>>);

/// A term in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Term {
    text: String,
    #[serde(default)]
    source: String,
    #[serde(default)]
    confidence: String,
    #[serde(default)]
    variants: Vec<String>,
    #[serde(default)]
    note: String,
}

/// A term that a text holds, with what the pack has for it in the other language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TermPair {
    /// The term of the text.
    pub term: String,
    /// The term of the other language.
    pub translation: String,
    /// Other terms in use.
    pub variants: Vec<String>,
    /// Whether the term was seen in this sense in a source.
    pub verified: bool,
}

impl Glossary {
    /// Reads a pack.
    ///
    /// # Errors
    /// Tells the line that is wrong.
    pub fn from_pack(pack: &Pack) -> Result<Self, GlossaryError> {
        let fail = |line, cause: &str| GlossaryError { line, cause: cause.to_owned() };
        let bytes = pack.file(TERMS).ok_or_else(|| fail(1, "the file is missing"))?;
        if bytes.len() > MAX_BYTES {
            return Err(fail(1, &format!("the file is larger than {MAX_BYTES} bytes")));
        }
        let file: TermsFile = read_toml(bytes).map_err(|(line, cause)| GlossaryError { line, cause })?;
        let languages = |term: TermFile| -> Result<BTreeMap<Language, Term>, GlossaryError> {
            let english = Term {
                text: term.en,
                source: String::new(),
                confidence: "verified".to_owned(),
                variants: vec![],
                note: String::new(),
            };
            let others = term.languages.into_iter().map(|(tag, value)| {
                let cause = || fail(1, &format!("{}: {tag} is no language with a text", term.id));
                let language = tag.parse().map_err(|_| cause())?;
                Ok((language, value.try_into().map_err(|_| cause())?))
            });
            let mut all: BTreeMap<_, _> = others.collect::<Result<_, _>>()?;
            all.insert("en".parse().expect("a literal tag"), english);
            Ok(all)
        };
        file.term.into_iter().map(languages).collect::<Result<_, _>>().map(Self)
    }

    /// The terms that a text holds, longest first, with what the pack has for them in another language. Words are
    /// compared without regard to capitals and, in long words, to their ending.
    pub fn terms_in(&self, text: &str, from: &Language, to: &Language) -> Vec<TermPair> {
        let words = words(text);
        let mut found: Vec<_> = self
            .0
            .iter()
            .filter_map(|term| {
                let (here, there) = (term.get(from)?, term.get(to)?);
                let spellings = std::iter::once(&here.text).chain(&here.variants);
                let held = spellings.into_iter().find(|spelling| holds(&words, spelling))?;
                (!there.text.is_empty()).then(|| TermPair {
                    term: held.clone(),
                    translation: there.text.clone(),
                    variants: there.variants.clone(),
                    verified: there.confidence == "verified",
                })
            })
            .collect();
        found.sort_by_key(|pair| std::cmp::Reverse(pair.term.chars().count()));
        found
    }
}

#[derive(Deserialize)]
struct TermsFile {
    #[serde(default)]
    term: Vec<TermFile>,
}

#[derive(Deserialize)]
struct TermFile {
    id: String,
    en: String,
    #[serde(default, rename = "group")]
    _group: String,
    #[serde(default, rename = "hint")]
    _hint: String,
    #[serde(default, rename = "note")]
    _note: String,
    #[serde(flatten)]
    languages: BTreeMap<String, toml::Value>,
}

/// The words of a text in small letters.
pub(crate) fn words(text: &str) -> Vec<String> {
    let split = text.split(|c: char| !c.is_alphanumeric() && c != '\u{200c}');
    split.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// Whether the words of a term stand one after another among the words of a text.
fn holds(text: &[String], term: &str) -> bool {
    let term = words(term);
    !term.is_empty()
        && text.windows(term.len()).any(|part| part.iter().zip(&term).all(|(word, of)| is_form_of(word, of)))
}

/// Whether a word may be a form of another: the same, or the same but for its ending.
fn is_form_of(word: &str, of: &str) -> bool {
    let (word, of): (Vec<char>, Vec<char>) = (word.chars().collect(), of.chars().collect());
    let ending = if of.iter().all(char::is_ascii) { ENGLISH_ENDING } else { ENDING };
    let stem = of.len().saturating_sub(ending);
    word == of
        || (of.len() >= MIN_STEM
            && word.len() >= stem
            && word.len() <= of.len() + ending
            && word[..stem] == of[..stem])
}

/// How alike two texts are, in percent: words that both have, of the words of both (Dice's coefficient over bags).
pub fn likeness(a: &str, b: &str) -> u8 {
    let (mut a, mut b) = (words(a), words(b));
    let all = a.len() + b.len();
    if all == 0 {
        return 0;
    }
    a.sort_unstable();
    b.sort_unstable();
    let (mut i, mut j, mut both) = (0, 0, 0);
    while let (Some(one), Some(other)) = (a.get(i), b.get(j)) {
        match one.cmp(other) {
            Ordering::Less => i += 1,
            Ordering::Greater => j += 1,
            Ordering::Equal => (i, j, both) = (i + 1, j + 1, both + 1),
        }
    }
    u8::try_from(200 * both / all).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped() -> Glossary {
        let file = |name: &str| {
            let path =
                std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/glossary").join(name);
            (name.to_owned(), std::fs::read(path).unwrap())
        };
        Glossary::from_pack(&Pack::from_files(["pack.toml", TERMS].map(file)).unwrap()).unwrap()
    }

    fn language(tag: &str) -> Language {
        tag.parse().unwrap()
    }

    #[test]
    fn a_text_is_shown_the_terms_that_it_holds_with_how_sure_they_are() {
        let glossary = shipped();
        let text = "The Requesting States ask for mutual legal assistance.";
        let pairs = glossary.terms_in(text, &language("en"), &language("ru"));
        let terms: Vec<_> = pairs.iter().map(|pair| pair.term.as_str()).collect();
        assert_eq!(terms, ["mutual legal assistance", "requesting state"]);
        assert_eq!((pairs[0].translation.as_str(), pairs[0].verified), ("взаимная правовая помощь", true));
        // Back again, and between two languages of which neither is English.
        let back = glossary.terms_in("о взаимной правовой помощи", &language("ru"), &language("fa"));
        assert_eq!(back[0].translation, "معاضدت حقوقی متقابل");
        assert!(glossary.terms_in("nothing of it", &language("en"), &language("ru")).is_empty());
        assert!(glossary.terms_in(text, &language("en"), &language("de")).is_empty());
    }

    #[test]
    fn likeness_is_of_words_whatever_their_order() {
        assert_eq!(likeness("One, two three.", "three two one"), 100);
        assert_eq!(likeness("one two three four", "one two three five"), 75);
        assert_eq!((likeness("", ""), likeness("a", "")), (0, 0));
    }

    #[test]
    fn a_pack_that_cannot_be_read_tells_its_line() {
        let manifest = "name = \"glossary\"\nschema = \"glossary\"\nschema_version = 1\nversion = \"1\"\n\
                        licence = \"Apache-2.0\"\nabout = \"of a test\"\n";
        for (terms, told) in [
            ("[[term]]\nid = 7\nen = \"a\"\n", "line 2"),
            ("[[term]]\nid = \"a\"\nen = \"a\"\nru = 7\n", "a: ru is no language"),
            ("[[term]]\nid = \"a\"\nen = \"a\"\nxx_yy_zz = { text = \"b\" }\n", "is no language"),
        ] {
            let files = [("pack.toml", manifest), (TERMS, terms)];
            let pack = Pack::from_files(files.map(|(path, text)| (path.to_owned(), text.into()))).unwrap();
            let error = Glossary::from_pack(&pack).unwrap_err().to_string();
            assert!(error.contains(told), "{error}");
        }
    }
}
