//! Text as runs: what flows with the sentence, and what keeps a direction of its own.

use comity_record::{Direction, Language, is_bidi_control};
use serde::Serialize;

mod foreign;

use foreign::{foreign, is_value, long_tokens, strong};

/// LEFT-TO-RIGHT ISOLATE.
const LRI: char = '\u{2066}';
/// RIGHT-TO-LEFT ISOLATE.
const RLI: char = '\u{2067}';
/// FIRST STRONG ISOLATE, which Fluent puts around every placeable.
const FSI: char = '\u{2068}';
/// POP DIRECTIONAL ISOLATE.
const PDI: char = '\u{2069}';

/// Signs of an identifier that fit on one line of a column of a bilingual page in the fixed-width font.
pub(crate) const LINE_SIGNS: usize = 44;

/// Isolates inside one another that are told apart: a message in a message in a value. Free text may hold any number of
/// marks, and the stack does not.
const NESTED_ISOLATES: usize = 4;

/// Wraps a text in the direction of its language: dates in words, names of states.
///
/// [`comity_record::isolate`] is for identifiers, which always run from left to right; a Persian date in words
/// runs from right to left and would come apart in it.
pub fn isolate_in(text: &str, direction: Direction) -> String {
    match direction {
        Direction::Ltr => comity_record::isolate(text),
        Direction::Rtl => {
            let inner = text.chars().filter(|c| !is_bidi_control(*c));
            std::iter::once(RLI).chain(inner).chain(std::iter::once(PDI)).collect()
        }
    }
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Run {
    /// The text.
    #[serde(rename = "t")]
    pub text: String,
    /// Set when the run is isolated: its own direction.
    #[serde(rename = "d", skip_serializing_if = "Option::is_none")]
    pub isolated: Option<&'static str>,
    /// Set when an isolated run may go on in the next line: it is words, not one value.
    #[serde(rename = "w", skip_serializing_if = "std::ops::Not::not")]
    pub wraps: bool,
    /// The lines of a long identifier, which is set in the fixed-width font.
    #[serde(rename = "l", skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<String>,
}

impl Run {
    /// Words of the line itself.
    pub(crate) fn text(text: &str) -> Self {
        Self::plain(text.to_owned())
    }

    fn plain(text: String) -> Self {
        Self { text, isolated: None, wraps: false, lines: vec![] }
    }

    pub(crate) fn isolated(text: &str, direction: Direction) -> Self {
        let text = text.chars().filter(|c| !is_bidi_control(*c) && !c.is_control()).collect();
        Self { text, isolated: Some(direction_name(direction)), wraps: false, lines: vec![] }
    }

    /// What is read from the left inside a text that is read from the right.
    fn foreign(text: &str) -> Self {
        if foreign::is_long(text) {
            return Self::identifier(text);
        }
        Self { wraps: !is_value(text), ..Self::isolated(text, Direction::Ltr) }
    }

    /// An identifier: fixed width, cut into lines of equal length where it is longer than a column.
    pub(crate) fn identifier(text: &str) -> Self {
        let mut run = Self::isolated(text, Direction::Ltr);
        let signs: Vec<char> = run.text.chars().collect();
        let lines = signs.len().div_ceil(LINE_SIGNS).max(1);
        let per_line = signs.len().div_ceil(lines).max(1);
        run.lines = signs.chunks(per_line).map(|line| line.iter().collect()).collect();
        run
    }
}

/// The name of a direction as HTML and Typst have it.
pub(crate) fn direction_name(direction: Direction) -> &'static str {
    match direction {
        Direction::Ltr => "ltr",
        Direction::Rtl => "rtl",
    }
}

/// Cuts a line into runs: isolates become isolated runs, other direction marks are left out, and in a language
/// that is read from the right every identifier, date, amount or passage in another script that somebody typed into the
/// text is isolated too.
pub(crate) fn runs(text: &str, language: &Language) -> Vec<Run> {
    runs_within(text, language, NESTED_ISOLATES)
}

fn runs_within(text: &str, language: &Language, deeper: usize) -> Vec<Run> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find([LRI, RLI, FSI]) {
        flush(&mut out, &rest[..at], language);
        let (opening, body, after) = isolate_at(&rest[at..]);
        // Fluent wraps what is already wrapped: a date in words and a time, each with a direction of its own, which
        // knows better. Everything else inside an isolate is one piece.
        if opening == FSI && deeper > 0 && body.contains([LRI, RLI]) {
            out.extend(runs_within(body, language, deeper - 1));
        } else {
            out.push(close(opening, body));
        }
        rest = after;
    }
    flush(&mut out, rest, language);
    out.retain(|run| !run.text.is_empty());
    out
}

/// The isolate at the start of `text`: its opening mark, what is inside, what comes after. One that nobody closed ends
/// with the line (UAX #9, rule X1).
fn isolate_at(text: &str) -> (char, &str, &str) {
    let mut depth = 0_usize;
    let mut marks = text.char_indices().filter(|(_, c)| matches!(*c, LRI | RLI | FSI | PDI)).peekable();
    let (_, opening) = *marks.peek().expect("called where an isolate opens");
    let inside = opening.len_utf8();
    for (at, c) in marks {
        if c == PDI {
            depth -= 1;
        } else {
            depth += 1;
        }
        if depth == 0 {
            return (opening, &text[inside..at], &text[at + c.len_utf8()..]);
        }
    }
    (opening, &text[inside..], "")
}

/// Cuts a paragraph that somebody wrote into runs. In a language that is read from the right, a paragraph that begins
/// with a letter read from the left and holds mostly such letters keeps its own direction, with the full stop at its end.
///
/// The first letter alone (UAX #9, rule P2) does not decide: a Persian sentence may begin with the name of a company.
pub(crate) fn runs_of_free_text(paragraph: &str, language: &Language) -> Vec<Run> {
    let count = |direction| paragraph.chars().filter(|c| strong(*c) == Some(direction)).count();
    let begins = paragraph.chars().find_map(strong);
    if language.direction() == Direction::Ltr
        || begins != Some(Direction::Ltr)
        || count(Direction::Ltr) <= count(Direction::Rtl)
    {
        return runs(paragraph, language);
    }
    let text = without_marks(paragraph);
    let mut out = Vec::new();
    let mut begin = 0;
    // A long identifier is cut into lines of its own and so stands alone.
    for token in long_tokens(&text) {
        out.extend([Run::foreign(text[begin..token.start].trim_end()), Run::plain(" ".to_owned())]);
        out.push(Run::foreign(&text[token.clone()]));
        begin = token.end;
    }
    out.push(Run::foreign(&text[begin..]));
    out.retain(|run| !run.text.is_empty());
    out
}

/// Paragraphs of a free text: an empty line parts them, a single line end is a space.
pub(crate) fn paragraphs(text: &str) -> Vec<String> {
    // No-break spaces and joiners carry meaning and stay; of the others a run becomes one space.
    let is_space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r');
    let squeeze =
        |part: &str| part.split(is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    text.replace("\r\n", "\n").split("\n\n").map(squeeze).filter(|part| !part.is_empty()).collect()
}

fn close(opening: char, body: &str) -> Run {
    let direction = match opening {
        LRI => Direction::Ltr,
        RLI => Direction::Rtl,
        _ => first_strong(body),
    };
    Run::isolated(body, direction)
}

/// The direction of the first letter that has one (UAX #9, rules P2 and P3).
fn first_strong(text: &str) -> Direction {
    text.chars().find_map(strong).unwrap_or(Direction::Ltr)
}

fn without_marks(text: &str) -> String {
    let kept = |c: &char| !is_bidi_control(*c) && (!c.is_control() || matches!(c, '\n' | '\t'));
    text.chars().filter(kept).collect()
}

fn flush(out: &mut Vec<Run>, text: &str, language: &Language) {
    let text = without_marks(text);
    if language.direction() == Direction::Ltr {
        out.push(Run::plain(text));
        return;
    }
    let mut plain = String::new();
    let mut rest = text.as_str();
    while let Some(c) = rest.chars().next() {
        // A hyphen that follows a letter is not the sign of the number after it.
        let begins = c.is_alphanumeric() || plain.chars().next_back().is_none_or(|p| !p.is_alphanumeric());
        let found = if begins { foreign(rest) } else { "" };
        if found.is_empty() {
            plain.push(c);
            rest = &rest[c.len_utf8()..];
        } else {
            out.push(Run::plain(std::mem::take(&mut plain)));
            out.push(Run::foreign(found));
            rest = &rest[found.len()..];
        }
    }
    out.push(Run::plain(plain));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn language(tag: &str) -> Language {
        tag.parse().unwrap()
    }

    fn isolated(text: &str, tag: &str) -> Vec<String> {
        runs(text, &language(tag)).into_iter().filter(|r| r.isolated.is_some()).map(|r| r.text).collect()
    }

    #[test]
    fn what_fluent_wraps_becomes_an_isolated_run() {
        let cut =
            runs("Ticket \u{2068}\u{2066}T-7\u{2069}\u{2069} of \u{2067}۲ آذر\u{2069}.", &language("en"));
        let shown: Vec<_> = cut.iter().map(|r| (r.text.as_str(), r.isolated)).collect();
        assert_eq!(
            shown,
            [("Ticket ", None), ("T-7", Some("ltr")), (" of ", None), ("۲ آذر", Some("rtl")), (".", None)]
        );
    }

    #[test]
    fn a_date_and_a_time_in_one_value_keep_a_direction_each() {
        let cut = runs(
            "در \u{2068}\u{2067}۲ آذر\u{2069} \u{2066}13:40:00 UTC+05:00\u{2069}\u{2069} رسید",
            &language("fa"),
        );
        let shown: Vec<_> = cut.iter().map(|r| (r.text.as_str(), r.isolated)).collect();
        assert_eq!(
            shown,
            [
                ("در ", None),
                ("۲ آذر", Some("rtl")),
                (" ", None),
                ("13:40:00 UTC+05:00", Some("ltr")),
                (" رسید", None)
            ]
        );
    }

    #[test]
    fn an_isolate_that_nobody_closed_ends_with_the_line() {
        let cut = runs("a\u{2066}b \u{2067}c", &language("en"));
        assert_eq!(cut.iter().map(|r| r.text.as_str()).collect::<Vec<_>>(), ["a", "b c"]);
        assert_eq!(runs("a\u{2069}b", &language("en")), [Run::plain("ab".into())]);
    }

    #[test]
    fn isolates_nested_at_the_limit_are_told_apart_and_one_deeper_is_one_piece() {
        let nested = |depth: usize| {
            let (open, close) = ("\u{2068}".repeat(depth), "\u{2069}".repeat(depth));
            runs(&format!("{open}\u{2066}a\u{2069} \u{2066}b\u{2069}{close}"), &language("en")).len()
        };
        assert_eq!(nested(NESTED_ISOLATES), 3);
        assert_eq!(nested(NESTED_ISOLATES + 1), 1);
        assert_eq!(nested(200_000), 1);
    }

    #[test]
    fn a_date_typed_into_persian_text_is_isolated_whole() {
        assert_eq!(isolated("در تاریخ 2026-02-01 UTC+4:30 ارسال شد.", "fa"), ["2026-02-01 UTC+4:30"]);
        assert_eq!(
            isolated("مبلغ 2.41873 BTC به نشانی bcrt1q5n2k. رفت", "fa"),
            ["2.41873 BTC", "bcrt1q5n2k"]
        );
        assert_eq!(isolated("شرکت Exercise Exchange است", "fa"), ["Exercise Exchange"]);
        assert_eq!(
            isolated("به desk@exchange.example یا +998 71 000 00 00،", "fa"),
            ["desk@exchange.example", "+998 71 000 00 00"]
        );
        assert_eq!(isolated("طبق ماده 18(3)(f)، (ماده 5).", "fa"), ["18(3)(f)", "5"]);
        assert_eq!(isolated("در ۲۰۲۶-۰۲-۰۱ و ۱۴۰۵/۰۹/۰۲.", "fa"), ["۲۰۲۶-۰۲-۰۱", "۱۴۰۵/۰۹/۰۲"]);
        assert_eq!(isolated("on 2026-02-01 UTC+4:30", "en"), Vec::<String>::new());
    }

    /// As the layout sets the runs: each isolated one in an isolate of the paragraph (UAX #9).
    fn seen(text: &str) -> String {
        let mut line = String::new();
        for run in runs_of_free_text(text, &language("fa")) {
            let (open, close) = match run.isolated {
                Some("ltr") => ("\u{2066}", "\u{2069}"),
                Some(_) => ("\u{2067}", "\u{2069}"),
                None => ("", ""),
            };
            line.extend([open, &run.text, close]);
        }
        let bidi = unicode_bidi::BidiInfo::new(&line, Some(unicode_bidi::Level::rtl()));
        let all = &bidi.paragraphs[0];
        bidi.reorder_line(all, all.range.clone()).chars().filter(|c| !is_bidi_control(*c)).collect()
    }

    #[test]
    fn a_number_that_ends_a_latin_or_cyrillic_passage_is_not_turned_round() {
        for (persian, passage) in [
            ("طبق {} است.", "Exercise Code, article 2"),
            ("طبق {}، و", "УК РТ, ст. 274 ч. 2 п. 1"),
            ("شماره {} است", "OUT-2026/117-А"),
            ("در {} آمده است", "edis74.ru, Minsk Convention 1993"),
            ("طبق ({}) و", "Exercise Code (article 2)"),
            ("طبق «{}»: بند 5", "Exercise \"Code\" 2"),
            ("به {} رفت", "Example & Co 24/7, 100%"),
        ] {
            let text = persian.replace("{}", passage);
            assert_eq!(isolated(&text, "fa")[0], passage);
            assert!(seen(&text).contains(passage), "{}", seen(&text));
            assert_eq!(isolated(passage, "fa"), [passage]);
            assert_eq!(seen(passage), *passage);
        }
    }

    #[test]
    fn what_belongs_to_the_persian_sentence_stays_outside_the_passage() {
        assert_eq!(isolated("طبق Exercise Code. سپس", "fa"), ["Exercise Code"]);
        assert_eq!(isolated("در Exercise Code - ماده 5", "fa"), ["Exercise Code", "5"]);
        assert_eq!(isolated("در Exercise Code (ماده 5)", "fa"), ["Exercise Code", "5"]);
        assert_eq!(isolated("در Exercise Code (art. 2 قانون)", "fa"), ["Exercise Code", "art. 2"]);
        assert_eq!(isolated("«Exercise Code» 5", "fa"), ["Exercise Code", "5"]);
        assert_eq!(
            isolated("edis74.ru، Minsk Convention 1993، 5", "fa"),
            ["edis74.ru", "Minsk Convention 1993", "5"]
        );
        assert_eq!(isolated("ماده 117-الف و الف-5", "fa"), ["117", "5"]);
        assert_eq!(seen("الف-5"), "5-فلا");
    }

    #[test]
    fn a_sentence_in_english_keeps_its_full_stop_at_its_end() {
        for sentence in
            ["Freeze the account 17.", "Заморозить счёт № 17.", "The word «قانون» means law (2026)!"]
        {
            let cut = runs_of_free_text(sentence, &language("fa"));
            assert_eq!(
                cut.iter().map(|r| (r.text.as_str(), r.isolated, r.wraps)).collect::<Vec<_>>(),
                [(sentence, Some("ltr"), true)]
            );
        }
        let company = "Exercise Exchange شرکتی است که در سال 2026 ثبت شد.";
        assert!(seen(company).starts_with('.') && seen(company).ends_with("Exercise Exchange"));
        assert_eq!(runs_of_free_text("One. Two", &language("en")), [Run::plain("One. Two".into())]);
    }

    #[test]
    fn a_value_stays_on_one_line_and_a_long_identifier_stands_alone() {
        let hash = "0123456789abcdef".repeat(4);
        for text in [format!("to {hash}, then stop 5."), format!("به Wallet 7 ({hash}) و")] {
            let cut = runs_of_free_text(&text, &language("fa"));
            assert!(cut.iter().any(|run| run.lines.len() == 2 && run.text == hash), "{cut:?}");
        }
        let wraps = |text: &str| runs(text, &language("fa")).iter().any(|run| run.wraps);
        assert!(!wraps("در 2026-02-01 UTC+4:30 و 2.41873 BTC و TJ12 0000 0000 1111"));
        assert!(wraps("در Exercise Code, article 2"));
    }

    #[test]
    fn brackets_without_end_do_not_keep_the_cutter_busy() {
        let text = format!("در {}", "A (\"B ".repeat(20_000));
        let kept: String = runs(&text, &language("fa")).iter().map(|run| run.text.as_str()).collect();
        assert_eq!(kept, text);
    }

    #[test]
    fn an_override_in_free_text_has_no_effect() {
        let cut = runs("abc\u{202E}def\u{200F}\u{0007}", &language("en"));
        assert_eq!(cut, [Run::plain("abcdef".into())]);
    }

    #[test]
    fn a_long_identifier_is_cut_into_lines_of_equal_length() {
        assert_eq!(Run::identifier(&"a".repeat(LINE_SIGNS)).lines.len(), 1);
        assert_eq!(Run::identifier(&"a".repeat(LINE_SIGNS + 1)).lines.len(), 2);
        let hash = "0123456789abcdef".repeat(4);
        let lines = Run::identifier(&hash).lines;
        assert_eq!(lines.iter().map(String::len).collect::<Vec<_>>(), [32, 32]);
        assert_eq!(lines.concat(), hash);
    }

    #[test]
    fn an_empty_line_begins_a_paragraph() {
        assert_eq!(paragraphs("one\r\ntwo  three\n\n\n\nfour\u{a0}x"), ["one two three", "four\u{a0}x"]);
    }

    proptest! {
        #[test]
        fn no_text_is_lost_and_no_control_is_kept(text in "\\PC{0,60}[ \u{2066}\u{2069}\u{202E}آ-ی0-9a-z.:/-]{0,40}") {
            for tag in ["en", "fa"] {
                let kept: String = runs(&text, &language(tag)).iter().map(|r| r.text.as_str()).collect();
                let expected: String = text.chars().filter(|c| !is_bidi_control(*c) && !c.is_control()).collect();
                prop_assert_eq!(kept, expected);
            }
        }

        #[test]
        fn every_digit_of_a_persian_text_stands_in_an_isolate(
            before in "[\u{0622}-\u{063A}\u{0641}-\u{064A}\u{06AF}\u{06CC} ]{0,12}",
            value in "[0-9]{1,4}[-./:][0-9]{1,2}[-./:][0-9]{1,2}( UTC\\+[0-9]{1,2}| BTC)?",
            after in "[\u{0622}-\u{063A}\u{0641}-\u{064A}\u{06AF}\u{06CC} ]{0,12}"
        ) {
            let text = format!("{before} {value} {after}");
            prop_assert_eq!(isolated(&text, "fa"), vec![value]);
        }
    }
}
