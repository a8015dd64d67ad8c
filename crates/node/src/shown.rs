//! Values on a page, each with its own direction, and safe to stand in HTML.
//!
//! Identifiers, hashes, dates and amounts run from left to right in every language; what people wrote runs as its
//! own first strong letter says. Both are isolated, so that neither turns the words around it.

use std::fmt;

use askama::filters::HtmlSafe;
use comity_document::{first_strong, pieces, set_apart};
use comity_record::{Direction, Language};

use crate::facts::Fact;
use crate::words::dir;

/// Letters of a token that stays on one line: they fit beside the margins of a window of 320 pixels.
const MAX_WHOLE: usize = 20;
/// Letters of a day: 2026-11-02.
const DAY: usize = 10;

/// Something that stands on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    /// Words of the catalogue, in the language of the page.
    Words(String),
    /// An identifier, hash, date, number or code.
    Ltr(String),
    /// A moment: what people read, and the same for machines.
    Time(String),
    /// What a person wrote.
    Said(String),
    /// Lines of a format, as they are.
    Lines(String),
    /// A link, to an address that this crate made.
    Link(String, Box<Shown>),
    /// One below the other.
    List(Vec<Shown>),
    /// One after the other, in a line.
    Row(Vec<Shown>),
    /// Two beside each other, such as a name and its identifier.
    Pair(Box<Shown>, Box<Shown>),
    /// Something in another language than the page.
    In(Language, Box<Shown>),
    /// What an officer types.
    Command(String),
    /// Labelled values of one thing, such as a person or an offence.
    Facts(Vec<Fact>),
}

impl Shown {
    pub(crate) fn ltr(value: impl fmt::Display) -> Self {
        Self::Ltr(value.to_string())
    }

    pub(crate) fn said(text: &str) -> Self {
        Self::Said(text.to_owned())
    }

    /// What is in a language, where that is not the one of the page: screen readers and fonts need to know.
    pub(crate) fn in_language(language: &Language, inner: Shown) -> Self {
        Self::In(language.clone(), Box::new(inner))
    }

    pub(crate) fn link(to: String, inner: Shown) -> Self {
        Self::Link(to, Box::new(inner))
    }

    pub(crate) fn pair(first: Shown, second: Shown) -> Self {
        Self::Pair(Box::new(first), Box::new(second))
    }
}

impl HtmlSafe for Shown {}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words(text) => words(f, text),
            Self::Ltr(text) => {
                f.write_str(r#"<bdi dir="ltr">"#)?;
                visible(f, text)?;
                f.write_str("</bdi>")
            }
            Self::Time(text) => {
                f.write_str(r#"<bdi dir="ltr"><time>"#)?;
                escape(f, text)?;
                f.write_str("</time></bdi>")
            }
            Self::Said(text) => {
                f.write_str(r#"<bdi class="said">"#)?;
                prose(f, text, first_strong(text))?;
                f.write_str("</bdi>")
            }
            Self::Lines(text) => {
                f.write_str(r#"<pre dir="ltr" tabindex="0">"#)?;
                visible(f, text)?;
                f.write_str("</pre>")
            }
            Self::Link(to, inner) => {
                f.write_str(r#"<a href=""#)?;
                escape(f, to)?;
                write!(f, r#"">{inner}</a>"#)
            }
            Self::List(items) => {
                f.write_str("<ul>")?;
                for item in items {
                    write!(f, "<li>{item}</li>")?;
                }
                f.write_str("</ul>")
            }
            Self::Row(items) => {
                for (at, item) in items.iter().enumerate() {
                    f.write_str(if at == 0 { "" } else { " · " })?;
                    item.fmt(f)?;
                }
                Ok(())
            }
            Self::In(language, inner) => {
                // A tag has letters, digits and hyphens only.
                write!(f, r#"<span lang="{language}" dir="{}">{inner}</span>"#, dir(language))
            }
            Self::Command(text) => {
                f.write_str(r#"<code dir="ltr">"#)?;
                visible(f, text)?;
                f.write_str("</code>")
            }
            Self::Facts(facts) => {
                f.write_str(r#"<dl class="facts">"#)?;
                for fact in facts {
                    write!(f, "<dt>{}</dt><dd>{}</dd>", fact.label, fact.value)?;
                }
                f.write_str("</dl>")
            }
            Self::Pair(first, second) => write!(f, r#"{first} <span class="quiet">{second}</span>"#),
        }
    }
}

/// Writes the words of a message. A day in them, which a message holds in isolates, is never broken at its hyphens: from
/// the right, two halves of a day on two lines are two numbers.
fn words(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    let mut rest = text;
    while let Some(at) = rest.find('\u{2068}') {
        let (before, isolate) = rest.split_at(at);
        escape(f, before)?;
        let end = isolate.find('\u{2069}').map_or(isolate.len(), |end| end + '\u{2069}'.len_utf8());
        let (value, after) = isolate.split_at(end);
        let inner = value.trim_matches(['\u{2068}', '\u{2069}']);
        // A moment with its zone is read as its day too, and is longer than a narrow line.
        if inner.len() == DAY && inner.parse::<jiff::civil::Date>().is_ok() {
            write!(f, r#"<span class="whole">{value}</span>"#)?;
        } else {
            escape(f, value)?;
        }
        rest = after;
    }
    escape(f, rest)
}

/// Writes text so that HTML reads it as text.
fn escape(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    for c in text.chars() {
        escape_char(f, c)?;
    }
    Ok(())
}

/// Writes what a person wrote, read from `direction`, with what must not be turned round isolated: in a Persian sentence
/// `2026-11-02` would else be shown as `02-11-2026`, which is another day, and after a Persian name in an English one too
/// (UAX #9, rules W2 and W4).
fn prose(f: &mut fmt::Formatter<'_>, text: &str, direction: Direction) -> fmt::Result {
    for (piece, own) in pieces(text, direction) {
        match own {
            Some(Direction::Ltr) => isolated(f, piece)?,
            Some(Direction::Rtl) => {
                f.write_str(r#"<bdi dir="rtl">"#)?;
                prose(f, piece, Direction::Rtl)?;
                f.write_str("</bdi>")?;
            }
            None if direction == Direction::Ltr => tokens(f, piece)?,
            None => visible(f, piece)?,
        }
    }
    Ok(())
}

/// Writes words that are read from the left, with every date, amount and address in them isolated.
fn tokens(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_alphanumeric()) {
        visible(f, &rest[..at])?;
        let (token, after) = rest[at..].split_at(token_length(&rest[at..]));
        let digit = token.bytes().any(|b| b.is_ascii_digit());
        if digit && token.bytes().any(|b| !b.is_ascii_digit()) {
            isolated(f, token)?;
        } else {
            f.write_str(token)?;
        }
        rest = after;
    }
    visible(f, rest)
}

fn isolated(f: &mut fmt::Formatter<'_>, piece: &str) -> fmt::Result {
    // A date or amount is not broken over two lines; words, and an address of the length of a line, may be.
    let whole = piece.len() <= MAX_WHOLE && piece.contains(char::is_numeric);
    write!(f, r#"<bdi dir="ltr"{}>"#, if whole { r#" class="whole""# } else { "" })?;
    visible(f, piece)?;
    f.write_str("</bdi>")
}

/// Bytes of the token that a text begins with: ASCII letters and digits, and single signs that join them. Neither
/// means anything to HTML.
fn token_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_word = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    let joins = |at: usize| bytes.get(at).is_some_and(|b| b"-./:_@+,".contains(b)) && is_word(at + 1);
    let mut length = 0;
    while is_word(length) || joins(length) {
        length += 1;
    }
    length
}

/// As [`escape`], with what would hide or reorder other letters written out: UAX #9 lets an override make one account
/// number look like another. Marks (U+200E, U+200F, U+061C) stay: Persian text needs them, and they move nothing else.
fn visible(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    for c in text.chars() {
        if misleads(c) {
            write!(f, r#"<span class="control">U+{:04X}</span>"#, u32::from(c))?;
        } else {
            escape_char(f, c)?;
        }
    }
    Ok(())
}

/// Whether a letter hides or reorders others.
fn misleads(c: char) -> bool {
    let reorders = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let hides = c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    reorders || hides
}

/// What somebody else wrote, as a value in a sentence of ours: the sentence isolates it, what in it is read from the other
/// side is isolated within, and what would end an isolation or reorder the sentence is written out.
pub(crate) fn in_sentence(text: &str) -> String {
    let plain = |c: char| if misleads(c) { format!("U+{:04X}", u32::from(c)) } else { c.to_string() };
    let text: String = text.chars().map(plain).collect();
    set_apart(&text, first_strong(&text))
}

fn escape_char(f: &mut fmt::Formatter<'_>, c: char) -> fmt::Result {
    use fmt::Write as _;
    match c {
        '&' => f.write_str("&amp;"),
        '<' => f.write_str("&lt;"),
        '>' => f.write_str("&gt;"),
        '"' => f.write_str("&quot;"),
        '\'' => f.write_str("&#39;"),
        c => f.write_char(c),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_people_wrote_is_text_and_reorders_nothing() {
        let text = Shown::said("<script>\u{202E}1234\u{2066}'\0 & سلام\u{200F}");
        assert_eq!(
            text.to_string(),
            "<bdi class=\"said\">&lt;script&gt;<span class=\"control\">U+202E</span>1234\
             <span class=\"control\">U+2066</span>&#39;<span class=\"control\">U+0000</span> &amp; <bdi dir=\"rtl\">سلام</bdi>\u{200F}</bdi>"
        );
    }

    #[test]
    fn an_identifier_is_isolated_and_a_link_cannot_be_left() {
        assert_eq!(
            Shown::Words("by \u{2068}2026-02-01\u{2069}, \u{2068}<b>\u{2069} and \u{2068}more".into())
                .to_string(),
            "by <span class=\"whole\">\u{2068}2026-02-01\u{2069}</span>, \u{2068}&lt;b&gt;\u{2069} and \u{2068}more"
        );
        let moment = "\u{2068}2026-09-01T00:00:00+05:00[Asia/Dushanbe]\u{2069}";
        assert_eq!(Shown::Words(moment.into()).to_string(), moment);
        assert_eq!(Shown::ltr("2026-02-01").to_string(), "<bdi dir=\"ltr\">2026-02-01</bdi>");
        let link = Shown::link("/x?a=\"><b".into(), Shown::ltr(1));
        assert_eq!(link.to_string(), "<a href=\"/x?a=&quot;&gt;&lt;b\"><bdi dir=\"ltr\">1</bdi></a>");
    }

    #[test]
    fn a_date_in_a_persian_sentence_stays_the_same_date() {
        let text = Shown::said("در تاریخ 2026-11-02، مبلغ 1,000.50 به bc1qexample.");
        assert_eq!(
            text.to_string(),
            "<bdi class=\"said\">در تاریخ <bdi dir=\"ltr\" class=\"whole\">2026-11-02</bdi>، مبلغ <bdi dir=\"ltr\" class=\"whole\">1,000.50</bdi> به \
             <bdi dir=\"ltr\" class=\"whole\">bc1qexample</bdi>.</bdi>"
        );
        assert_eq!(
            Shown::said("at 12 o'clock - 7").to_string(),
            "<bdi class=\"said\">at 12 o&#39;clock - 7</bdi>"
        );
    }

    #[test]
    fn a_persian_name_in_an_english_sentence_turns_nothing_after_it() {
        assert_eq!(
            Shown::said("to علی on 2026-11-02").to_string(),
            "<bdi class=\"said\">to <bdi dir=\"rtl\">علی</bdi> on <bdi dir=\"ltr\" class=\"whole\">2026-11-02</bdi></bdi>"
        );
    }

    #[test]
    fn no_value_leaves_its_place_in_a_sentence() {
        assert_eq!(
            in_sentence("Q\u{2069}\u{202E}1\0 پرسش\u{200C}ها 2026-11-02"),
            "QU+2069U+202E1U+0000 \u{2067}پرسش\u{200C}ها\u{2069} 2026-11-02"
        );
    }

    #[test]
    fn an_island_of_another_language_names_it_and_its_direction() {
        let persian = Shown::in_language(&"fa".parse().unwrap(), Shown::said("سلام"));
        assert_eq!(persian.to_string(), "<span lang=\"fa\" dir=\"rtl\"><bdi class=\"said\">سلام</bdi></span>");
    }

    /// The text of a page with the direction that each piece of it has from the element around it.
    fn directed(html: &str, outermost: Direction) -> Vec<(Direction, String)> {
        let mut around = vec![outermost];
        let mut out = vec![];
        for part in html.split('<') {
            let (tag, text) = part.split_once('>').unwrap_or(("", part));
            match tag {
                "" | "bdi class=\"said\"" => {}
                "/bdi" => drop(around.pop()),
                tag if tag.contains("rtl") => around.push(Direction::Rtl),
                _ => around.push(Direction::Ltr),
            }
            out.push((around.last().copied().unwrap_or(outermost), text.to_owned()));
        }
        out
    }

    proptest! {
        /// Values and what is read from the other side stand in elements of their own direction.
        #[test]
        fn no_value_flows_with_words_that_turn_it(
            before in "((paid|علی|در|Хищение|۱۲|7|,|؛|-) ){0,6}",
            value in "20[0-9]{2}-[01][0-9]-[0-3][0-9]|[0-9]{1,3}\\.[0-9]{2,8} (BTC|KZT)|[0-9a-f]{64}|۱۴۰۵-۰[۱-۹]-[۱-۲][۰-۹]",
            after in "( (and|علی|رفت|به|5|ст)){0,6}[.؟]?",
        ) {
            let text = format!("{before}{value}{after}");
            let shown = Shown::said(&text).to_string();
            let mut kept = String::new();
            for (direction, piece) in directed(&shown, first_strong(&text)) {
                match direction {
                    Direction::Rtl => prop_assert!(!piece.contains(char::is_numeric), "{shown}"),
                    Direction::Ltr => prop_assert!(!piece.contains(|c| ('\u{0620}'..='\u{06EF}').contains(&c)), "{shown}"),
                }
                kept.push_str(&piece);
            }
            prop_assert_eq!(kept, text);
        }

        #[test]
        fn no_text_opens_or_closes_an_element(text in any::<String>()) {
            for shown in [Shown::said(&text), Shown::ltr(&text), Shown::Lines(text.clone()), Shown::Words(text.clone()), Shown::Command(text.clone())] {
                let mut left = shown.to_string();
                let own = [
                    "<span class=\"control\">", "</span>", "<bdi dir=\"ltr\">", "<bdi dir=\"ltr\" class=\"whole\">", "<bdi class=\"said\">", "</bdi>",
                    "<bdi dir=\"rtl\">", "<pre dir=\"ltr\" tabindex=\"0\">", "</pre>", "<code dir=\"ltr\">", "</code>",
                ];
                for tag in own {
                    left = left.replace(tag, "");
                }
                prop_assert!(!left.contains(['<', '>', '"', '\'']), "{}", left);
            }
        }
    }
}
