//! References to articles, and the range of paragraphs that yields to another treaty.

use serde::{Deserialize, Serialize};

/// A paragraph of an article, taken from references such as `18(15)`, `5(4)(d)` or `19`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Paragraph {
    article: u32,
    paragraph: u32,
}

impl Paragraph {
    /// Reads `18(15)` and `5(4)(d)`; a whole article, or one with a letter, has no single paragraph.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (article, rest) = text.split_once('(')?;
        let (paragraph, _) = rest.split_once(')')?;
        Some(Self { article: number(article)?, paragraph: number(paragraph)? })
    }
}

/// A run of paragraphs of one article, written `18(9)-18(29)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ParagraphRange {
    first: Paragraph,
    last: Paragraph,
}

impl ParagraphRange {
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (first, last) = text.split_once('-')?;
        let (first, last) = (Paragraph::parse(first)?, Paragraph::parse(last)?);
        (first.article == last.article && first.paragraph <= last.paragraph).then_some(Self { first, last })
    }

    /// Whether the paragraph that `reference` names lies in the run.
    ///
    /// A whole article is not inside a run of its paragraphs: `18` names more than 18(9) to 18(29).
    pub(crate) fn holds(self, reference: &str) -> bool {
        Paragraph::parse(reference).is_some_and(|p| self.first <= p && p <= self.last)
    }
}

/// An article that an answer cites.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleUse {
    /// The reference as the pack has it: `18(15)`.
    pub article: String,
    /// Whether it lies in the paragraphs that yield to another treaty in force between the two States.
    pub in_yielding_range: bool,
}

fn number(text: &str) -> Option<u32> {
    let plain = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_range_of_untoc_18_7_holds_paragraphs_9_to_29_of_article_18() {
        let range = ParagraphRange::parse("18(9)-18(29)").unwrap();
        for inside in ["18(9)", "18(15)", "18(29)"] {
            assert!(range.holds(inside), "{inside}");
        }
        for outside in ["18(8)", "18(30)", "18(3)", "13(3)", "18", "19(10)", "18(x)", ""] {
            assert!(!range.holds(outside), "{outside}");
        }
        for wrong in ["18(9)", "18(9)-19(2)", "18(9)-18(8)", "a-b", ""] {
            assert!(ParagraphRange::parse(wrong).is_none(), "{wrong}");
        }
    }
}
