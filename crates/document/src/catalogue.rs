//! The words of the documents: Fluent messages by key, for each language, and who has reviewed them.

use std::collections::BTreeMap;

use comity_record::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use jiff::civil::Date;
use serde::Deserialize;

/// The name under which this crate's messages stand in `packs/locales/<language>/review.toml`.
const CATALOGUE: &str = "document";

/// Bytes of one catalogue file. Ours have about 12 000; ten languages' longest would have three times that.
pub const MAX_CATALOGUE_BYTES: usize = 1 << 20;

const EMBEDDED: &[(&str, &str, &str)] = &[
    (
        "en",
        include_str!("../../../packs/locales/en/document.ftl"),
        include_str!("../../../packs/locales/en/review.toml"),
    ),
    (
        "ru",
        include_str!("../../../packs/locales/ru/document.ftl"),
        include_str!("../../../packs/locales/ru/review.toml"),
    ),
    (
        "fa",
        include_str!("../../../packs/locales/fa/document.ftl"),
        include_str!("../../../packs/locales/fa/review.toml"),
    ),
];

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
    /// No such message in this language.
    #[error("the messages of {language} lack {key}")]
    Missing {
        /// The language asked for.
        language: Language,
        /// The message.
        key: String,
    },
    /// The message speaks of a value that was not given, or refers to one that does not exist.
    #[error("the message {key} of {language} cannot be put together: {cause}")]
    Values {
        /// The language of the catalogue.
        language: Language,
        /// The message.
        key: String,
        /// What Fluent says.
        cause: String,
    },
}

impl comity_record::Coded for CatalogueError {
    fn code(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => "document-catalogue-syntax",
            Self::TooLarge(_) => "document-catalogue-too-large",
            Self::Review { .. } => "document-catalogue-review",
            Self::Language(_) => "document-language-unsupported",
            Self::Missing { .. } => "document-message-missing",
            Self::Values { .. } => "document-message-values",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Syntax { language, line, cause } => {
                vec![("language", language.to_string()), ("line", line.to_string()), ("cause", cause.clone())]
            }
            Self::TooLarge(language) => {
                vec![("language", language.to_string()), ("most", MAX_CATALOGUE_BYTES.to_string())]
            }
            Self::Review { language, cause } => {
                vec![("language", language.to_string()), ("cause", cause.clone())]
            }
            Self::Language(language) => vec![("language", language.to_string())],
            Self::Missing { language, key } => vec![("language", language.to_string()), ("key", key.clone())],
            Self::Values { language, key, cause } => {
                vec![("language", language.to_string()), ("key", key.clone()), ("cause", cause.clone())]
            }
        }
    }
}

/// Whether somebody stands for the words of a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReviewState {
    /// Nobody has read them for use in documents. To issue in this language somebody must overrule that.
    Unreviewed,
    /// Read and passed.
    Reviewed {
        /// By whom, as an office and a name or register number.
        by: String,
        /// When, if it was written down.
        on: Option<Date>,
    },
}

/// The messages of every language, embedded ones first and an office's own over them.
pub struct Catalogues {
    languages: BTreeMap<Language, Messages>,
}

struct Messages {
    bundle: FluentBundle<FluentResource>,
    review: ReviewState,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Review {
    reviewed_by: String,
    reviewed_on: Option<String>,
}

impl Catalogues {
    /// The catalogues that the program carries: English, Russian, Persian.
    pub fn embedded() -> Self {
        let mut all = Self { languages: BTreeMap::new() };
        for (tag, messages, review) in EMBEDDED {
            let language: Language = tag.parse().expect("tags of the table are well-formed");
            all.add(&language, messages, Some(review)).expect("a test reads every embedded catalogue");
        }
        all
    }

    /// Adds the messages of an office's own `document.ftl`; keys that exist already are replaced.
    ///
    /// `review` is the `review.toml` beside it. Without one the language counts as unreviewed from now on, since
    /// nobody is known to have read the new words.
    ///
    /// # Errors
    /// Fails on a catalogue or review file that cannot be read, and then changes nothing.
    pub fn add(
        &mut self,
        language: &Language,
        messages: &str,
        review: Option<&str>,
    ) -> Result<(), CatalogueError> {
        if messages.len() > MAX_CATALOGUE_BYTES {
            return Err(CatalogueError::TooLarge(language.clone()));
        }
        let review = match review {
            Some(text) => read_review(language, text)?,
            None => ReviewState::Unreviewed,
        };
        let resource = FluentResource::try_new(messages.to_owned()).map_err(|(_, errors)| {
            let first = errors.into_iter().next();
            let at = first.as_ref().map_or(0, |e| e.pos.start);
            CatalogueError::Syntax {
                language: language.clone(),
                line: messages.get(..at).unwrap_or(messages).matches('\n').count() + 1,
                cause: first.map_or_else(String::new, |e| e.kind.to_string()),
            }
        })?;
        let entry = self.languages.entry(language.clone()).or_insert_with(|| Messages {
            bundle: FluentBundle::new_concurrent(vec![language.identifier().clone()]),
            review: ReviewState::Unreviewed,
        });
        entry.bundle.add_resource_overriding(resource);
        entry.review = review;
        Ok(())
    }

    /// The languages that there are messages in.
    pub fn languages(&self) -> impl Iterator<Item = &Language> {
        self.languages.keys()
    }

    /// Who has reviewed the messages of `language`.
    ///
    /// # Errors
    /// Fails for a language without messages.
    pub fn review_state(&self, language: &Language) -> Result<&ReviewState, CatalogueError> {
        Ok(&self.messages(language)?.review)
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
        let missing = || CatalogueError::Missing { language: language.clone(), key: key.to_owned() };
        let bundle = &self.messages(language)?.bundle;
        let pattern = bundle.get_message(key).and_then(|m| m.value()).ok_or_else(missing)?;
        let args: FluentArgs = values.iter().copied().collect();
        let mut errors = vec![];
        let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        match errors.first() {
            None => Ok(text),
            Some(error) => Err(CatalogueError::Values {
                language: language.clone(),
                key: key.to_owned(),
                cause: error.to_string(),
            }),
        }
    }

    /// Whether there is a message `key`.
    pub fn has(&self, language: &Language, key: &str) -> bool {
        self.languages.get(language).is_some_and(|m| m.bundle.has_message(key))
    }

    fn messages(&self, language: &Language) -> Result<&Messages, CatalogueError> {
        self.languages.get(language).ok_or_else(|| CatalogueError::Language(language.clone()))
    }
}

fn read_review(language: &Language, text: &str) -> Result<ReviewState, CatalogueError> {
    let refuse = |cause: String| CatalogueError::Review { language: language.clone(), cause };
    let mut all: BTreeMap<String, Review> =
        toml::from_str(text).map_err(|e| refuse(e.message().to_owned()))?;
    let Some(review) = all.remove(CATALOGUE) else {
        return Ok(ReviewState::Unreviewed);
    };
    if matches!(review.reviewed_by.trim(), "" | "none") {
        return Ok(ReviewState::Unreviewed);
    }
    let on =
        review.reviewed_on.map(|day| day.parse::<Date>()).transpose().map_err(|e| refuse(e.to_string()))?;
    Ok(ReviewState::Reviewed { by: review.reviewed_by, on })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(tag: &str) -> Language {
        tag.parse().unwrap()
    }

    #[test]
    fn a_value_in_a_message_is_isolated() {
        let mut all = Catalogues::embedded();
        all.add(&language("fa"), "ticket = بلیت { $id } است\n", None).unwrap();
        let text = all.message(&language("fa"), "ticket", &[("id", "T-7")]).unwrap();
        assert_eq!(text, "بلیت \u{2068}T-7\u{2069} است");
    }

    #[test]
    fn an_office_may_replace_a_message_but_then_somebody_must_review_it_again() {
        let mut all = Catalogues::embedded();
        let en = language("en");
        all.add(
            &en,
            "document-draft = WORKING COPY\n",
            Some("[document]\nreviewed_by = \"Exercise office, register 7\"\nreviewed_on = \"2026-11-01\"\n"),
        )
        .unwrap();
        assert_eq!(all.message(&en, "document-draft", &[]).unwrap(), "WORKING COPY");
        assert_eq!(
            all.review_state(&en).unwrap(),
            &ReviewState::Reviewed {
                by: "Exercise office, register 7".into(),
                on: Some(Date::constant(2026, 11, 1))
            }
        );
        all.add(&en, "document-draft = Draft\n", None).unwrap();
        assert_eq!(all.review_state(&en).unwrap(), &ReviewState::Unreviewed);
    }

    #[test]
    fn a_broken_catalogue_is_refused_with_its_line_and_changes_nothing() {
        let mut all = Catalogues::embedded();
        let en = language("en");
        let before = all.message(&en, "document-draft", &[]).unwrap();
        let error = all.add(&en, "document-draft = Changed\nbroken { = x\n", None).unwrap_err();
        assert!(matches!(error, CatalogueError::Syntax { line: 2, .. }), "{error}");
        assert!(matches!(
            all.add(&en, "a = b\n", Some("[document]\nreviewed = 1")),
            Err(CatalogueError::Review { .. })
        ));
        assert!(matches!(
            all.add(&en, "a = b\n", Some("[document]\nreviewed_by = \"x\"\nreviewed_on = \"yesterday\"")),
            Err(CatalogueError::Review { .. })
        ));
        assert_eq!(all.message(&en, "document-draft", &[]).unwrap(), before);
        assert!(!all.has(&en, "a"));
    }

    #[test]
    fn a_catalogue_is_taken_up_to_the_limit() {
        let mut all = Catalogues::embedded();
        let en = language("en");
        let text = |length: usize| format!("# {}", "x".repeat(length - 2));
        assert!(all.add(&en, &text(MAX_CATALOGUE_BYTES), None).is_ok());
        assert!(matches!(
            all.add(&en, &text(MAX_CATALOGUE_BYTES + 1), None),
            Err(CatalogueError::TooLarge(_))
        ));
    }

    #[test]
    fn what_is_missing_is_named() {
        let all = Catalogues::embedded();
        assert!(matches!(all.message(&language("en"), "no-such", &[]), Err(CatalogueError::Missing { .. })));
        assert!(matches!(
            all.message(&language("sv"), "document-draft", &[]),
            Err(CatalogueError::Language(_))
        ));
        let mut all = all;
        all.add(&language("en"), "needs = { $x }\n", None).unwrap();
        assert!(matches!(all.message(&language("en"), "needs", &[]), Err(CatalogueError::Values { .. })));
    }
}
