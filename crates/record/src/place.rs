//! States and languages by their standard codes.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;

/// A code that the standard does not list.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PlaceError {
    /// Not an assigned two-letter code of ISO 3166-1.
    #[error("{0:?} is not a state's two-letter code of ISO 3166-1, in capitals")]
    Country(String),
    /// Not a well-formed language tag, or not its canonical spelling.
    #[error("{0:?} is not a language tag of BCP 47 in its canonical spelling")]
    Language(String),
}

impl crate::Coded for PlaceError {
    fn code(&self) -> &'static str {
        match self {
            Self::Country(_) => "record-country-unknown",
            Self::Language(_) => "record-language-malformed",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Country(text) | Self::Language(text) => vec![("text", text.clone())],
        }
    }
}

/// A state or territory: two capital letters of ISO 3166-1.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Country([u8; 2]);

impl Country {
    /// The two capital letters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("only letters of the table are taken")
    }

    /// The short English name of the standard, for places where no catalogue is at hand.
    pub fn english_name(&self) -> &'static str {
        rust_iso3166::from_alpha2(self.as_str()).expect("only codes of the table are taken").name
    }
}

impl FromStr for Country {
    type Err = PlaceError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        // The table takes lower case too; a signed code has one spelling.
        match <[u8; 2]>::try_from(text.as_bytes()) {
            Ok(letters)
                if letters.iter().all(u8::is_ascii_uppercase)
                    && rust_iso3166::from_alpha2(text).is_some() =>
            {
                Ok(Self(letters))
            }
            _ => Err(PlaceError::Country(text.chars().take(8).collect())),
        }
    }
}

/// A language as BCP 47 writes it: `ru`, `fa`, `fa-AF`, `uz-Cyrl`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Language(LanguageIdentifier);

/// The side from which a language is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

impl Language {
    /// The parsed tag, for libraries that want one.
    pub fn identifier(&self) -> &LanguageIdentifier {
        &self.0
    }

    /// The primary language subtag: `fa` of `fa-AF`.
    pub fn primary(&self) -> &str {
        self.0.language.as_str()
    }

    /// The side from which a text in this language is read.
    pub fn direction(&self) -> Direction {
        use unic_langid::CharacterDirection;
        match self.0.character_direction() {
            CharacterDirection::RTL => Direction::Rtl,
            CharacterDirection::LTR | CharacterDirection::TTB => Direction::Ltr,
        }
    }
}

impl FromStr for Language {
    type Err = PlaceError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refuse = || PlaceError::Language(text.chars().take(35).collect());
        let tag: LanguageIdentifier = text.parse().map_err(|_| refuse())?;
        if tag != text || tag.language.is_empty() {
            return Err(refuse());
        }
        Ok(Self(tag))
    }
}

/// Text conversions that serde and the command line share.
macro_rules! as_text {
    ($name:ident) => {
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&String::from(self.clone()))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl TryFrom<String> for $name {
            type Error = PlaceError;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse()
            }
        }
    };
}
as_text!(Country);
as_text!(Language);

impl From<Country> for String {
    fn from(country: Country) -> Self {
        country.as_str().to_owned()
    }
}

impl From<Language> for String {
    fn from(language: Language) -> Self {
        language.0.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_seven_states_are_in_the_table() {
        for code in ["AF", "IR", "KZ", "KG", "PK", "TJ", "UZ"] {
            assert_eq!(code.parse::<Country>().unwrap().as_str(), code);
        }
        for wrong in ["uz", "UZB", "ZZ", "", "U"] {
            assert!(wrong.parse::<Country>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn languages_know_their_direction_and_one_spelling() {
        use Direction::{Ltr, Rtl};
        for (tag, direction) in [
            ("en", Ltr),
            ("ru", Ltr),
            // Written in three scripts, of which one is read from the right.
            ("uz", Ltr),
            ("uz-Cyrl", Ltr),
            ("uz-Arab", Rtl),
            ("az", Ltr),
            ("tg", Ltr),
            ("kk", Ltr),
            ("ky", Ltr),
            ("fa", Rtl),
            ("fa-AF", Rtl),
            ("ps", Rtl),
            ("ur", Rtl),
        ] {
            assert_eq!(tag.parse::<Language>().unwrap().direction(), direction, "{tag}");
        }
        for wrong in ["", "fa_AF", "FA", "und", "x"] {
            assert!(wrong.parse::<Language>().is_err(), "{wrong}");
        }
    }
}
