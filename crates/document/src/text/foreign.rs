//! What is read from the left inside a text that is read from the right: values, and passages in Latin or Cyrillic. And
//! the other way round: passages in Arabic letters inside a text that is read from the left.
//!
//! A number that follows a passage read from the left belongs to it (UAX #9, rule W7). Isolated alone it would stand on
//! the far side: `Exercise Code, article 2` would print as `2 Exercise Code, article`. A number that follows a passage read
//! from the right does not: it belongs to the text around, as an amount does that follows the name of a payer.

use std::ops::Range;

use comity_record::Direction;

use super::LINE_SIGNS;

/// Signs after which a token that was found in running text is not kept together any longer.
const TOKEN_SIGNS: usize = 40;

/// Brackets and quotes open at once at which a passage ends, so that it is soon found in a text of brackets only.
const OPEN_BRACKETS: usize = 8;

/// The direction of a letter, as far as our scripts go.
pub(super) fn strong(c: char) -> Option<Direction> {
    match c {
        _ if !c.is_alphabetic() => None,
        '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' => Some(Direction::Rtl),
        _ => Some(Direction::Ltr),
    }
}

/// What stands at the start of `text` and is read from the left, or nothing: a value, or a passage that begins here.
pub(super) fn foreign(text: &str) -> &str {
    let token = token(text);
    if is_long(token) || !(text.starts_with(is_ltr) || token.contains(is_ltr)) {
        return token;
    }
    let passage = passage(text, Direction::Ltr);
    if passage.is_empty() { token } else { passage }
}

/// The passage at the start of `text` that is read from the right, or nothing.
pub(super) fn foreign_from_the_right(text: &str) -> &str {
    if text.starts_with(is_rtl) { passage(text, Direction::Rtl) } else { "" }
}

/// Whether a text is one value, which is kept on one line, and not words.
pub(super) fn is_value(text: &str) -> bool {
    token(text) == text
}

/// Whether a text is one word that is too long for a line.
pub(super) fn is_long(text: &str) -> bool {
    text.chars().nth(LINE_SIGNS).is_some() && is_value(text)
}

/// The identifiers in a text that are too long for a line.
pub(super) fn long_tokens(text: &str) -> impl Iterator<Item = Range<usize>> {
    let found = |at: usize| Some(token(&text[at..])).filter(|token| is_long(token)).map(|t| at..at + t.len());
    let mut end = 0;
    word_starts(text).filter_map(found).filter(move |token| {
        let apart = token.start >= end;
        end = end.max(token.end);
        apart
    })
}

fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut between = true;
    text.char_indices().filter_map(move |(at, c)| {
        let gap = c.is_whitespace() || closer_of(c).is_some();
        let starts = std::mem::replace(&mut between, gap) && !gap;
        starts.then_some(at)
    })
}

/// The passage at the start of `text` that is read from `side`: up to its last letter, or the number after one that is
/// read from the left, with what stands between. Brackets and quotes are wholly within it or not at all; what closes a
/// sentence, and a sign that leads to the next word, belong to the text around it.
fn passage(text: &str, side: Direction) -> &str {
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut end = text.len();
    let mut gap = false;
    for (at, c) in text.char_indices() {
        let closes = open.last().is_some_and(|(closer, _)| *closer == c);
        let other = match side {
            Direction::Ltr => is_rtl(c) || c == '،' || gap && is_long(token(&text[at..])),
            Direction::Rtl => is_ltr(c),
        };
        if other || is_closer(c) && !closes || open.len() > OPEN_BRACKETS {
            end = at;
            break;
        }
        gap = c.is_whitespace();
        if closes {
            open.pop();
        } else if let Some(closer) = closer_of(c) {
            open.push((closer, at));
            gap = true;
        }
    }
    let mut passage = &text[..open.first().map_or(end, |(_, at)| *at)];
    while let Some(last) = passage.chars().next_back() {
        let before = &passage[..passage.len() - last.len_utf8()];
        let stray = !last.is_alphanumeric() && !is_closer(last) && before.ends_with(char::is_whitespace);
        let leads = matches!(last, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '-' | '–' | '—' | '…');
        // Nothing is open any more: a quote at the end closes.
        let closes = is_closer(last) || last == '"';
        let outside = match side {
            Direction::Ltr => last.is_whitespace() || stray && !closes || leads,
            Direction::Rtl => !(last.is_alphabetic() || is_rtl(last) || closes),
        };
        if !outside {
            break;
        }
        passage = before;
    }
    passage
}

fn closer_of(opener: char) -> Option<char> {
    Some(match opener {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        '«' => '»',
        '“' => '”',
        '„' => '“',
        '"' => '"',
        _ => return None,
    })
}

fn is_closer(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '»' | '”')
}

/// A letter that is read from the right, or a sign that turns numbers after it as such a letter does (class AL).
fn is_rtl(c: char) -> bool {
    strong(c) == Some(Direction::Rtl) || matches!(c, '؛' | '؟' | '۔')
}

fn is_ltr(c: char) -> bool {
    strong(c) == Some(Direction::Ltr)
}

/// The identifier, date or amount at the start of `text`, or nothing: words of letters read from the left, ASCII signs
/// and digits that hold a digit or one of the signs of an address, with the capital letters of a currency or zone that
/// follow.
///
/// Digits of Arabic script count too: after a letter of that script a hyphen between them turns a date round (UAX #9,
/// rules W2 and W4).
fn token(text: &str) -> &str {
    let mut end = 0;
    let mut at = 0;
    for word in text.split_inclusive(' ') {
        let bare = word.trim_end_matches(' ');
        let head = without_closing(&bare[..bare.find(|c| !is_sign(c)).unwrap_or(bare.len())]);
        let begins = head.starts_with(|c: char| is_ltr(c) || is_digit(c) || "+-#/$".contains(c));
        let telling = head.contains(|c: char| is_digit(c) || "@/:_#".contains(c));
        let unit = end > 0 && (1..=6).contains(&head.len()) && head.bytes().all(|b| b.is_ascii_uppercase());
        let fits = end == 0 || text[..at + head.len()].chars().count() <= TOKEN_SIGNS;
        if !(begins && telling || unit) || !fits {
            break;
        }
        end = at + head.len();
        // A word that was cut ends the token: what follows belongs to the sentence.
        if head.len() < bare.len() {
            break;
        }
        at += word.len();
    }
    &text[..end]
}

fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '\u{0660}'..='\u{0669}' | '\u{06F0}'..='\u{06F9}')
}

fn is_sign(c: char) -> bool {
    c.is_ascii_graphic() || is_ltr(c) || is_digit(c) || matches!(c, '\u{066B}' | '\u{066C}')
}

/// Without the punctuation at the end that belongs to the sentence or leads to its next word; a bracket that was opened inside stays.
fn without_closing(mut head: &str) -> &str {
    while let Some(last) = head.chars().next_back() {
        let opened = |open: char, close: char| head.matches(open).count() >= head.matches(close).count();
        match last {
            ')' if !opened('(', ')') => {}
            ']' if !opened('[', ']') => {}
            '.' | ',' | ';' | ':' | '!' | '?' | '"' | '\'' | '-' => {}
            _ => break,
        }
        head = &head[..head.len() - last.len_utf8()];
    }
    head
}
