//! The reader's language, and words by key.

use std::sync::Arc;

use comity_messages::{Advice, Catalogues, ReviewState};
use comity_record::{Coded, Direction, Language};

use crate::shown::{Shown, in_sentence};

/// The catalogue of this crate.
const CATALOGUE: &str = "node";
/// The language that stands in.
const FALLBACK: &str = "en";

/// Words in one language.
#[derive(Clone)]
pub(crate) struct Words {
    catalogues: Arc<Catalogues>,
    language: Language,
}

impl Words {
    /// Words in the language that the reader chose, else in the first that the browser asks for, else in English.
    pub(crate) fn choose(catalogues: &Arc<Catalogues>, chosen: Option<&str>, accepted: Option<&str>) -> Self {
        let spoken = spoken(catalogues);
        let find = |tag: &str| {
            let tag: Language = tag.parse().ok()?;
            spoken.iter().find(|language| **language == tag).cloned()
        };
        let language = chosen
            .and_then(find)
            .or_else(|| preferences(accepted.unwrap_or_default()).into_iter().find_map(find))
            .unwrap_or_else(|| FALLBACK.parse().expect("a literal tag"));
        Self { catalogues: Arc::clone(catalogues), language }
    }

    /// The language.
    pub(crate) fn language(&self) -> &Language {
        &self.language
    }

    /// Its direction, as HTML writes it.
    pub(crate) fn dir(&self) -> &'static str {
        dir(&self.language)
    }

    /// The words of a key; the key itself where even English has none, so that a page never fails over a word.
    pub(crate) fn say(&self, key: &str) -> String {
        self.fill(key, &[])
    }

    /// The words of a key with one value in them.
    pub(crate) fn with(&self, key: &str, name: &str, value: &str) -> String {
        self.fill(key, &[(name, value)])
    }

    /// The words of a key with values in them.
    pub(crate) fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.find(key, None, values).map_or_else(|| key.to_owned(), |(words, _)| words)
    }

    /// The words of a key with values in them, marked as English where English stands in for the language of the page.
    pub(crate) fn shown(&self, key: &str, values: &[(&str, &str)]) -> Shown {
        match self.find(key, None, values) {
            Some((words, language)) => self.in_own(Shown::Words(words), &language),
            None => Shown::ltr(key),
        }
    }

    /// What to do about what a key says, if the catalogue knows.
    pub(crate) fn to_do(&self, key: &str, values: &[(&str, &str)]) -> Option<Shown> {
        let (words, language) = self.find(key, Some("do"), values)?;
        Some(self.in_own(Shown::Words(words), &language))
    }

    /// What is in a language, marked where that is not the language of the page.
    pub(crate) fn in_own(&self, shown: Shown, language: &Language) -> Shown {
        if *language == self.language { shown } else { Shown::in_language(language, shown) }
    }

    /// The same language with the words that an office has in force, such as those of its own forms.
    pub(crate) fn of_office(&self, catalogues: Arc<Catalogues>) -> Self {
        Self { catalogues, language: self.language.clone() }
    }

    fn find(
        &self,
        key: &str,
        attribute: Option<&str>,
        values: &[(&str, &str)],
    ) -> Option<(String, Language)> {
        let fallback: Language = FALLBACK.parse().expect("a literal tag");
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, in_sentence(value))).collect();
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        [self.language.clone(), fallback].into_iter().find_map(|language| {
            let found = match attribute {
                Some(name) => self.catalogues.attribute(&language, key, name, &values),
                None => self.catalogues.message(&language, key, &values),
            };
            Some((found.ok()?, language))
        })
    }

    /// Whether any language has words for a key.
    pub(crate) fn knows(&self, key: &str) -> bool {
        let fallback: Language = FALLBACK.parse().expect("a literal tag");
        self.catalogues.has(&self.language, key) || self.catalogues.has(&fallback, key)
    }

    /// What to tell of an error, and in which language that is: English stands in where a catalogue has no words.
    pub(crate) fn advice<E: Coded + std::fmt::Display>(&self, error: &E) -> (Advice, Language) {
        let advice = self.catalogues.advice(&self.language, error);
        let translated = self.catalogues.has(&self.language, error.code());
        let language =
            if translated { self.language.clone() } else { FALLBACK.parse().expect("a literal tag") };
        (advice, language)
    }

    /// Whether nobody has read these words for an authority yet.
    pub(crate) fn unreviewed(&self) -> bool {
        !matches!(self.catalogues.review_state(&self.language, CATALOGUE), Ok(ReviewState::Reviewed { .. }))
    }

    /// The languages that pages are written in.
    pub(crate) fn languages(&self) -> Vec<Language> {
        spoken(&self.catalogues)
    }
}

/// The direction of a language, as HTML writes it.
pub(crate) fn dir(language: &Language) -> &'static str {
    match language.direction() {
        Direction::Ltr => "ltr",
        Direction::Rtl => "rtl",
    }
}

/// Languages whose catalogue has the words of the pages.
fn spoken(catalogues: &Catalogues) -> Vec<Language> {
    catalogues
        .languages()
        .filter(|language| catalogues.has(language, "node-language-name"))
        .cloned()
        .collect()
}

/// The primary subtags of an `Accept-Language` header (RFC 9110 §12.5.4), best first; what it refuses is left out.
fn preferences(header: &str) -> Vec<&str> {
    /// Browsers send a handful.
    const MAX_RANGES: usize = 20;
    let mut ranges: Vec<(u32, &str)> = header
        .split(',')
        .take(MAX_RANGES)
        .filter_map(|range| {
            let (tag, weight) = match range.split_once(';') {
                Some((tag, q)) => (tag, thousandths(q.trim().strip_prefix("q=")?)?),
                None => (range, 1000),
            };
            let primary = tag.trim().split('-').next().unwrap_or_default();
            (weight > 0).then_some((weight, primary))
        })
        .collect();
    ranges.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    ranges.into_iter().map(|(_, tag)| tag).collect()
}

/// A weight such as `0.85`, in thousandths.
fn thousandths(q: &str) -> Option<u32> {
    let (whole, part) = q.split_once('.').unwrap_or((q, ""));
    if part.len() > 3 || !part.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let part: u32 = format!("{part:0<3}").parse().ok()?;
    match whole {
        "0" => Some(part),
        "1" if part == 0 => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browsers_languages_are_taken_in_its_order() {
        assert_eq!(preferences("fa-AF,fa;q=0.9, en;q=0.8"), ["fa", "fa", "en"]);
        assert_eq!(preferences("en;q=0.2,ru;q=0.95"), ["ru", "en"]);
        assert_eq!(preferences("ru;q=0,en;q=1.5,fa;q=0.1234,de"), ["de"]);
        assert_eq!(preferences(""), [""]);
    }

    #[test]
    fn what_was_chosen_comes_first_and_english_last() {
        let catalogues = Arc::new(Catalogues::embedded());
        let tag = |chosen, accepted| Words::choose(&catalogues, chosen, accepted).language().to_string();
        assert_eq!(tag(Some("ru"), Some("fa")), "ru");
        assert_eq!(tag(Some("xx"), Some("sv, fa-IR;q=0.5")), "fa");
        assert_eq!(tag(None, Some("sv")), "en");
        assert_eq!(tag(None, None), "en");
    }
}
