//! Words of a controlled vocabulary: kinds of entries, purposes, roles of a reference.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Longest word of a vocabulary; every code of ours is far below it.
pub const MAX_LENGTH: usize = 64;

/// A text that is not a word of a vocabulary.
#[derive(Debug, thiserror::Error)]
#[error("{0:?} is not a word of lower-case letters, digits, hyphens and dots")]
pub struct TokenError(String);

impl crate::Coded for TokenError {
    fn code(&self) -> &'static str {
        "record-token-malformed"
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        vec![("text", self.0.clone())]
    }
}

/// A word such as `exhibit.received` or `criminal-investigation`: parts joined by dots or hyphens, each of
/// lower-case letters and digits.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Token(String);

impl Token {
    /// The word.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Token {
    type Err = TokenError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let fits = !text.is_empty()
            && text.len() <= MAX_LENGTH
            && text.split(['.', '-']).all(|part| {
                !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            });
        if fits {
            Ok(Self(text.to_owned()))
        } else {
            Err(TokenError(text.chars().take(MAX_LENGTH).collect()))
        }
    }
}

impl TryFrom<String> for Token {
    type Error = TokenError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Token> for String {
    fn from(token: Token) -> Self {
        token.0
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Token({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_lower_case_parts() {
        for right in ["case.opened", "criminal-investigation", "h0", "a"] {
            assert!(right.parse::<Token>().is_ok(), "{right}");
        }
        for wrong in ["", "Case", "a..b", ".a", "a-", "a b", "дело", &"a".repeat(MAX_LENGTH + 1)] {
            assert!(wrong.parse::<Token>().is_err(), "{wrong}");
        }
        assert!("a".repeat(MAX_LENGTH).parse::<Token>().is_ok());
    }
}
