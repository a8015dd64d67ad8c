//! The words that people read: Fluent messages by key, for each language, and who has reviewed them.
//!
//! There is no text in the code of the other crates, only keys. `packs/locales` holds a folder for each language with
//! a catalogue for each crate, and says in `review.toml` who has reviewed it. English is a translation too.
//!
//! It is not a place for sentences about law or persons, and it formats no dates or amounts: values come in as text.
//!
//! Start with [`Catalogues::embedded`]; [`Catalogues::advice`] gives what a person is told of an error.
//!
//! ```
//! use comity_messages::Catalogues;
//!
//! let english = "en".parse()?;
//! let error = "uz".parse::<comity_record::Country>().unwrap_err();
//! let advice = Catalogues::embedded().advice(&english, &error);
//! assert!(advice.what.contains("is not the code of a state"));
//! assert!(advice.to_do.is_some());
//! # Ok::<(), comity_record::PlaceError>(())
//! ```
//!
//! Invariants:
//! - every value in a message is wrapped in U+2068 and U+2069, so that an identifier keeps its direction;
//! - a language whose words an office has changed counts as unreviewed until somebody is named.

use std::collections::BTreeMap;

use comity_record::{Coded, Language};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::civil::Date;
use serde::Deserialize;

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// Bytes of one catalogue file. Ours have some ten thousand.
pub const MAX_CATALOGUE_BYTES: usize = 1 << 20;

/// The language whose messages are complete, and that stands in where another has none.
const FALLBACK: &str = "en";

/// What is wrong with a catalogue, or missing from it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CatalogueError {
    /// Not Fluent.
    #[error("the catalogue of {language} cannot be read at line {line}: {cause}")]
    Syntax {
        /// The language of the catalogue.
        language: Language,
        /// The line, from 1.
        line: usize,
        /// What the parser says.
        cause: String,
    },
    /// Larger than [`MAX_CATALOGUE_BYTES`].
    #[error("the catalogue of {0} is larger than {MAX_CATALOGUE_BYTES} bytes")]
    TooLarge(Language),
    /// `review.toml` cannot be read.
    #[error("review.toml of {language} cannot be read: {cause}")]
    Review {
        /// The language of the catalogue.
        language: Language,
        /// What the parser says.
        cause: String,
    },
    /// No catalogue in this language.
    #[error("there are no messages in {0}")]
    Language(Language),
    /// No message of this key.
    #[error("there is no message {key} in {language}")]
    Missing {
        /// The language.
        language: Language,
        /// The key.
        key: String,
    },
    /// The message speaks of other values than were given.
    #[error("the message {key} in {language} cannot be filled: {cause}")]
    Values {
        /// The language.
        language: Language,
        /// The key.
        key: String,
        /// What Fluent says.
        cause: String,
    },
}

impl Coded for CatalogueError {
    fn code(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => "messages-syntax",
            Self::TooLarge(_) => "messages-too-large",
            Self::Review { .. } => "messages-review",
            Self::Language(_) => "messages-language",
            Self::Missing { .. } => "messages-missing",
            Self::Values { .. } => "messages-values",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Syntax { language, line, cause } => {
                vec![("language", language.to_string()), ("line", line.to_string()), ("cause", cause.clone())]
            }
            Self::TooLarge(language) | Self::Language(language) => vec![("language", language.to_string())],
            Self::Review { language, cause } => {
                vec![("language", language.to_string()), ("cause", cause.clone())]
            }
            Self::Missing { language, key } => vec![("language", language.to_string()), ("key", key.clone())],
            Self::Values { language, key, cause } => {
                vec![("language", language.to_string()), ("key", key.clone()), ("cause", cause.clone())]
            }
        }
    }
}

/// The codes of every error of this crate; each has a message in `packs/locales`.
pub const CODES: &[&str] = &[
    "messages-syntax",
    "messages-too-large",
    "messages-review",
    "messages-language",
    "messages-missing",
    "messages-values",
];

/// Who has reviewed the messages of a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReviewState {
    /// Nobody is named.
    Unreviewed,
    /// Somebody is.
    Reviewed {
        /// Who.
        by: String,
        /// On which day, if it is known.
        on: Option<Date>,
    },
}

/// What a person is told of an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// The stable code.
    pub code: &'static str,
    /// What happened.
    pub what: String,
    /// What to do, if the catalogue knows.
    pub to_do: Option<String>,
}

/// The messages of every language, embedded ones first and an office's own over them.
pub struct Catalogues {
    languages: BTreeMap<Language, Messages>,
}

struct Messages {
    bundle: FluentBundle<FluentResource>,
    reviews: BTreeMap<String, ReviewState>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Review {
    reviewed_by: String,
    reviewed_on: Option<String>,
}

impl Catalogues {
    /// The catalogues that the program carries.
    pub fn embedded() -> Self {
        let mut all = Self { languages: BTreeMap::new() };
        let known = |tag: &str| -> Language { tag.parse().expect("folders are named by language tags") };
        for (tag, name, text) in EMBEDDED {
            let review = REVIEWS.iter().find(|(of, _)| of == tag).map(|(_, review)| *review);
            all.add(&known(tag), name, text, review).expect("a test reads every embedded catalogue");
        }
        all
    }

    /// Adds a catalogue, such as `document`, of an office's own; keys that exist already are replaced.
    ///
    /// `review` is the `review.toml` beside it. Without one the catalogue counts as unreviewed from now on, since
    /// nobody is known to have read the new words.
    ///
    /// # Errors
    /// Fails on a catalogue or review file that cannot be read, and then changes nothing.
    pub fn add(
        &mut self,
        language: &Language,
        catalogue: &str,
        text: &str,
        review: Option<&str>,
    ) -> Result<(), CatalogueError> {
        if text.len() > MAX_CATALOGUE_BYTES {
            return Err(CatalogueError::TooLarge(language.clone()));
        }
        let review = match review {
            Some(text) => read_review(language, catalogue, text)?,
            None => ReviewState::Unreviewed,
        };
        let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| {
            let first = errors.into_iter().next();
            let at = first.as_ref().map_or(0, |e| e.pos.start);
            CatalogueError::Syntax {
                language: language.clone(),
                line: text.get(..at).unwrap_or(text).matches('\n').count() + 1,
                cause: first.map_or_else(String::new, |e| e.kind.to_string()),
            }
        })?;
        let entry = self.languages.entry(language.clone()).or_insert_with(|| Messages {
            bundle: FluentBundle::new_concurrent(vec![language.identifier().clone()]),
            reviews: BTreeMap::new(),
        });
        entry.bundle.add_resource_overriding(resource);
        entry.reviews.insert(catalogue.to_owned(), review);
        Ok(())
    }

    /// The languages that there are messages in.
    pub fn languages(&self) -> impl Iterator<Item = &Language> {
        self.languages.keys()
    }

    /// Who has reviewed a catalogue of `language`.
    ///
    /// # Errors
    /// Fails for a language without messages.
    pub fn review_state(&self, language: &Language, catalogue: &str) -> Result<&ReviewState, CatalogueError> {
        Ok(self.messages(language)?.reviews.get(catalogue).unwrap_or(&ReviewState::Unreviewed))
    }

    /// The message `key`, each value in it wrapped in U+2068 and U+2069.
    ///
    /// # Errors
    /// Fails for a language without messages, a key without message, and a message that speaks of other values.
    pub fn message(
        &self,
        language: &Language,
        key: &str,
        values: &[(&str, &str)],
    ) -> Result<String, CatalogueError> {
        self.format(language, key, None, values)
    }

    /// The attribute `attribute` of the message `key`, as [`message`](Self::message).
    ///
    /// # Errors
    /// As [`message`](Self::message).
    pub fn attribute(
        &self,
        language: &Language,
        key: &str,
        attribute: &str,
        values: &[(&str, &str)],
    ) -> Result<String, CatalogueError> {
        self.format(language, key, Some(attribute), values)
    }

    /// What a person is told of an error: in `language`, else in English, else as the programmer wrote it.
    pub fn advice<E: Coded + std::fmt::Display + ?Sized>(&self, language: &Language, error: &E) -> Advice {
        let args = error.args();
        let values: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let fallback: Language = FALLBACK.parse().expect("a literal tag");
        let find = |attribute| {
            [language, &fallback].iter().find_map(|of| self.format(of, error.code(), attribute, &values).ok())
        };
        Advice {
            code: error.code(),
            what: find(None).unwrap_or_else(|| error.to_string()),
            to_do: find(Some("do")),
        }
    }

    /// Whether there is a message `key`.
    pub fn has(&self, language: &Language, key: &str) -> bool {
        self.languages.get(language).is_some_and(|m| m.bundle.has_message(key))
    }

    fn format(
        &self,
        language: &Language,
        key: &str,
        attribute: Option<&str>,
        values: &[(&str, &str)],
    ) -> Result<String, CatalogueError> {
        let missing = || CatalogueError::Missing { language: language.clone(), key: key.to_owned() };
        let bundle = &self.messages(language)?.bundle;
        let message = bundle.get_message(key).ok_or_else(missing)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
            None => message.value(),
        };
        let args: FluentArgs = values.iter().map(|(name, value)| (*name, counted(value))).collect();
        let mut errors = vec![];
        let text = bundle.format_pattern(pattern.ok_or_else(missing)?, Some(&args), &mut errors).into_owned();
        match errors.first() {
            None => Ok(text),
            Some(error) => Err(CatalogueError::Values {
                language: language.clone(),
                key: key.to_owned(),
                cause: error.to_string(),
            }),
        }
    }

    fn messages(&self, language: &Language) -> Result<&Messages, CatalogueError> {
        self.languages.get(language).ok_or_else(|| CatalogueError::Language(language.clone()))
    }
}

fn read_review(language: &Language, catalogue: &str, text: &str) -> Result<ReviewState, CatalogueError> {
    let refuse = |cause: String| CatalogueError::Review { language: language.clone(), cause };
    let mut all: BTreeMap<String, Review> =
        toml::from_str(text).map_err(|e| refuse(e.message().to_owned()))?;
    let Some(review) = all.remove(catalogue) else {
        return Ok(ReviewState::Unreviewed);
    };
    if matches!(review.reviewed_by.trim(), "" | "none") {
        return Ok(ReviewState::Unreviewed);
    }
    let on =
        review.reviewed_on.map(|day| day.parse::<Date>()).transpose().map_err(|e| refuse(e.to_string()))?;
    Ok(ReviewState::Reviewed { by: review.reviewed_by, on })
}

/// A value as Fluent takes it. What is written as a count of things is a number, so that a language can choose the form
/// of the word beside it; it is printed digit by digit as it came.
fn counted(value: &str) -> FluentValue<'_> {
    /// Beyond it the numbers of Fluent, which are of IEEE 754, are not exact.
    const EXACT: u64 = 1 << 53;
    match value.parse::<u64>() {
        Ok(number) if number <= EXACT && number.to_string() == value => FluentValue::try_number(value),
        _ => FluentValue::from(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(tag: &str) -> Language {
        tag.parse().unwrap()
    }

    #[test]
    fn every_embedded_catalogue_is_read() {
        let all = Catalogues::embedded();
        assert!(all.languages().count() >= 3);
        for language in all.languages() {
            assert!(all.has(language, "document-draft"), "{language}");
        }
    }

    #[test]
    fn a_value_in_a_message_is_isolated() {
        let mut all = Catalogues::embedded();
        all.add(&language("fa"), "document", "ticket = بلیت { $id } است\n", None).unwrap();
        let text = all.message(&language("fa"), "ticket", &[("id", "T-7")]).unwrap();
        assert_eq!(text, "بلیت \u{2068}T-7\u{2069} است");
    }

    #[test]
    fn an_office_may_replace_a_message_but_then_somebody_must_review_it_again() {
        let mut all = Catalogues::embedded();
        let en = language("en");
        let review =
            "[document]\nreviewed_by = \"Exercise office, register 7\"\nreviewed_on = \"2026-11-01\"\n";
        all.add(&en, "document", "document-draft = WORKING COPY\n", Some(review)).unwrap();
        assert_eq!(all.message(&en, "document-draft", &[]).unwrap(), "WORKING COPY");
        let reviewed = ReviewState::Reviewed {
            by: "Exercise office, register 7".into(),
            on: Some(Date::constant(2026, 11, 1)),
        };
        assert_eq!(all.review_state(&en, "document").unwrap(), &reviewed);
        all.add(&en, "document", "document-draft = Draft\n", None).unwrap();
        assert_eq!(all.review_state(&en, "document").unwrap(), &ReviewState::Unreviewed);
    }

    #[test]
    fn a_broken_catalogue_is_refused_with_its_line_and_changes_nothing() {
        let mut all = Catalogues::embedded();
        let en = language("en");
        let before = all.message(&en, "document-draft", &[]).unwrap();
        let broken = all.add(&en, "document", "document-draft = Changed\nbroken { = x\n", None);
        assert!(matches!(broken, Err(CatalogueError::Syntax { line: 2, .. })));
        for review in
            ["[document]\nreviewed = 1", "[document]\nreviewed_by = \"x\"\nreviewed_on = \"yesterday\""]
        {
            let refused = all.add(&en, "document", "a = b\n", Some(review));
            assert!(matches!(refused, Err(CatalogueError::Review { .. })));
        }
        assert_eq!(all.message(&en, "document-draft", &[]).unwrap(), before);
        assert!(!all.has(&en, "a"));
    }

    #[test]
    fn a_catalogue_is_taken_up_to_the_limit() {
        let mut all = Catalogues::embedded();
        let text = |length: usize| format!("# {}", "#".repeat(length - 2));
        assert!(all.add(&language("en"), "x", &text(MAX_CATALOGUE_BYTES), None).is_ok());
        let over = all.add(&language("en"), "x", &text(MAX_CATALOGUE_BYTES + 1), None);
        assert!(matches!(over, Err(CatalogueError::TooLarge(_))));
    }

    #[test]
    fn what_is_missing_is_named_and_advice_is_given_all_the_same() {
        let mut all = Catalogues::embedded();
        assert!(matches!(all.message(&language("en"), "no-such", &[]), Err(CatalogueError::Missing { .. })));
        assert!(matches!(
            all.message(&language("sv"), "document-draft", &[]),
            Err(CatalogueError::Language(_))
        ));
        all.add(&language("en"), "x", "needs = { $x }\n", None).unwrap();
        assert!(matches!(all.message(&language("en"), "needs", &[]), Err(CatalogueError::Values { .. })));
        let error = "xx".parse::<comity_record::Country>().unwrap_err();
        // No Swedish: English stands in.
        let advice = all.advice(&language("sv"), &error);
        assert_eq!(advice.code, "record-country-unknown");
        assert!(advice.to_do.unwrap().contains("ISO 3166-1"));
    }

    #[test]
    fn a_count_chooses_the_form_of_its_word_and_nothing_else_is_taken_for_a_count() {
        let one = "few = { $n ->\n    [one] one\n    [few] few\n   *[many] many\n }: { $n }\n";
        let mut all = Catalogues::embedded();
        all.add(&language("ru"), "counts", one, None).unwrap();
        for (value, form) in [
            ("1", "one"),
            ("3", "few"),
            ("11", "many"),
            ("1465464194000", "many"),
            ("007", "many"),
            ("+1", "many"),
        ] {
            let said = all.message(&language("ru"), "few", &[("n", value)]).unwrap();
            let said: String = said.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}')).collect();
            assert_eq!(said, format!("{form}: {value}"));
        }
        // Fluent knows no rules for Uzbek in Cyrillic letters, and takes those of Uzbek.
        all.add(&language("uz-Cyrl"), "counts", one, None).unwrap();
        for (value, form) in [("1", "one"), ("3", "many"), ("21", "many")] {
            let said = all.message(&language("uz-Cyrl"), "few", &[("n", value)]).unwrap();
            assert!(said.contains(form), "{said}");
        }
        let exact = "9007199254740993";
        let said = all.message(&language("ru"), "few", &[("n", exact)]).unwrap();
        assert!(said.contains(exact), "{said}");
    }
}
