//! Text as runs: what flows with the sentence, and what keeps a direction of its own.

use comity_record::{Direction, Language, is_bidi_control};
use serde::Serialize;

mod foreign;

use foreign::{foreign, foreign_from_the_right, is_value, long_tokens, strong};

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

/// A text cut where its direction changes: each piece, and its own direction where it must be set apart from the text
/// around it, which is read from `direction`.
///
/// In a text that is read from the right those are identifiers, dates, amounts and passages in another script. In one that
/// is read from the left they are passages in Arabic letters: a date that follows one would be shown as another date, an
/// amount before the name that it follows (UAX #9, rules W2, W4 and N1).
pub fn pieces(text: &str, direction: Direction) -> Vec<(&str, Option<Direction>)> {
    let mut out = Vec::new();
    let (mut plain, mut at) = (0, 0);
    while let Some(c) = text[at..].chars().next() {
        // A hyphen that follows a letter is not the sign of the number after it.
        let before = text[plain..at].chars().next_back();
        let begins = c.is_alphanumeric() || before.is_none_or(|before| !before.is_alphanumeric());
        let (found, own) = match direction {
            Direction::Rtl if begins => (foreign(&text[at..]), Direction::Ltr),
            Direction::Rtl => ("", Direction::Ltr),
            Direction::Ltr => (foreign_from_the_right(&text[at..]), Direction::Rtl),
        };
        if found.is_empty() {
            at += c.len_utf8();
            continue;
        }
        out.extend((plain < at).then(|| (&text[plain..at], None)));
        out.push((found, Some(own)));
        at += found.len();
        plain = at;
    }
    out.extend((plain < at).then(|| (&text[plain..], None)));
    out
}

/// A text that is read from `direction`, with an isolate around each of its [`pieces`] that is not, and around what
/// within that piece is not.
pub fn set_apart(text: &str, direction: Direction) -> String {
    let mut out = String::with_capacity(text.len());
    for (piece, own) in pieces(text, direction) {
        let Some(own) = own else {
            out.push_str(piece);
            continue;
        };
        out.push(if own == Direction::Rtl { RLI } else { LRI });
        out.push_str(&set_apart(piece, own));
        out.push(PDI);
    }
    out
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

    /// A piece of a text that is read from the other side. What in it is not read from its own side is set apart again.
    fn foreign(text: &str, direction: Direction) -> Self {
        if foreign::is_long(text) {
            return Self::identifier(text);
        }
        let wraps = !is_value(text);
        Self { text: set_apart(text, direction), wraps, ..Self::isolated("", direction) }
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

/// Cuts a paragraph that somebody wrote into runs. A paragraph that begins with a letter of the other side than its
/// language is read from, and holds mostly such letters, keeps its own direction, with the full stop at its end.
///
/// The first letter alone (UAX #9, rule P2) does not decide: a Persian sentence may begin with the name of a company.
pub(crate) fn runs_of_free_text(paragraph: &str, language: &Language) -> Vec<Run> {
    let count = |direction| paragraph.chars().filter(|c| strong(*c) == Some(direction)).count();
    let other = opposite(language.direction());
    let begins = paragraph.chars().find_map(strong);
    if begins != Some(other) || count(other) <= count(language.direction()) {
        return runs(paragraph, language);
    }
    let text = without_marks(paragraph);
    let mut out = Vec::new();
    let mut begin = 0;
    // A long identifier is cut into lines of its own and so stands alone.
    for token in long_tokens(&text) {
        out.extend([Run::foreign(text[begin..token.start].trim_end(), other), Run::plain(" ".to_owned())]);
        out.push(Run::foreign(&text[token.clone()], Direction::Ltr));
        begin = token.end;
    }
    out.push(Run::foreign(&text[begin..], other));
    out.retain(|run| !run.text.is_empty());
    out
}

fn opposite(direction: Direction) -> Direction {
    match direction {
        Direction::Ltr => Direction::Rtl,
        Direction::Rtl => Direction::Ltr,
    }
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
    match opening {
        LRI => Run::isolated(body, Direction::Ltr),
        RLI => Run::isolated(body, Direction::Rtl),
        // A value that nobody wrapped: an identifier, or words that somebody wrote.
        _ => {
            let direction = first_strong(body);
            Run { text: set_apart(&without_marks(body), direction), ..Run::isolated("", direction) }
        }
    }
}

/// The direction of the first letter that has one (UAX #9, rules P2 and P3): that of a line of its own.
pub fn first_strong(text: &str) -> Direction {
    text.chars().find_map(strong).unwrap_or(Direction::Ltr)
}

fn without_marks(text: &str) -> String {
    let kept = |c: &char| !is_bidi_control(*c) && (!c.is_control() || matches!(c, '\n' | '\t'));
    text.chars().filter(kept).collect()
}

fn flush(out: &mut Vec<Run>, text: &str, language: &Language) {
    let text = without_marks(text);
    out.extend(pieces(&text, language.direction()).into_iter().map(|(piece, own)| match own {
        Some(own) => Run::foreign(piece, own),
        None => Run::text(piece),
    }));
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

    fn bare(text: &str) -> String {
        text.chars().filter(|c| !is_bidi_control(*c)).collect()
    }

    /// As the layout sets the runs: each isolated one in an isolate of the paragraph (UAX #9).
    fn seen(text: &str, tag: &str) -> String {
        let language = language(tag);
        let mut line = String::new();
        for run in runs_of_free_text(text, &language) {
            let (open, close) = match run.isolated {
                Some("ltr") => ("\u{2066}", "\u{2069}"),
                Some(_) => ("\u{2067}", "\u{2069}"),
                None => ("", ""),
            };
            line.extend([open, &run.text, close]);
        }
        let level = match language.direction() {
            Direction::Ltr => unicode_bidi::Level::ltr(),
            Direction::Rtl => unicode_bidi::Level::rtl(),
        };
        let bidi = unicode_bidi::BidiInfo::new(&line, Some(level));
        let all = &bidi.paragraphs[0];
        bare(&bidi.reorder_line(all, all.range.clone()))
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
            assert!(seen(&text, "fa").contains(passage), "{}", seen(&text, "fa"));
            assert_eq!(isolated(passage, "fa"), [passage]);
            assert_eq!(seen(passage, "fa"), *passage);
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
        assert_eq!(seen("الف-5", "fa"), "5-فلا");
    }

    #[test]
    fn a_sentence_in_english_keeps_its_full_stop_at_its_end() {
        for sentence in
            ["Freeze the account 17.", "Заморозить счёт № 17.", "The word «قانون» means law (2026)!"]
        {
            let cut = runs_of_free_text(sentence, &language("fa"));
            assert_eq!(
                cut.iter().map(|r| (bare(&r.text), r.isolated, r.wraps)).collect::<Vec<_>>(),
                [(sentence.to_owned(), Some("ltr"), true)]
            );
        }
        let company = "Exercise Exchange شرکتی است که در سال 2026 ثبت شد.";
        let seen = seen(company, "fa");
        assert!(seen.starts_with('.') && seen.ends_with("Exercise Exchange"));
        assert_eq!(runs_of_free_text("One. Two", &language("en")), [Run::plain("One. Two".into())]);
    }

    /// A plain line shows this name with its amount before it and the date turned round.
    #[test]
    fn what_follows_a_name_in_arabic_letters_stays_behind_it() {
        let turned = |text: &str| text.chars().rev().collect::<String>();
        let (name, rest) = ("علی رضایی", " 2.41873 BTC on 2026-10-04, ");
        for tag in ["en", "ru", "uz"] {
            let line = format!("Paid to {name}{rest}then to {name}.");
            let expected = format!("Paid to {}{rest}then to {}.", turned(name), turned(name));
            assert_eq!(seen(&line, tag), expected);
        }
        assert_eq!(isolated("Paid to (علی) «رضا 5» 7", "en"), ["علی", "رضا"]);
    }

    #[test]
    fn a_persian_passage_in_an_english_text_keeps_its_order_and_its_dates() {
        let quoted = "She wrote «در تاریخ 2026-10-04 ساعت 02:17 آمد» to him in 2026.";
        let seen = |text: &str| seen(text, "en");
        assert!(seen(quoted).starts_with("She wrote «دمآ 02:17 "), "{}", seen(quoted));
        assert!(seen(quoted).ends_with("» to him in 2026."), "{}", seen(quoted));
        // A paragraph that is Persian whatever the language of the paper has its full stop on the left.
        let persian = "در تاریخ 2026-10-04 مبلغ 2.41873 BTC رفت.";
        assert!(seen(persian).starts_with(".تفر 2.41873 BTC "), "{}", seen(persian));
        assert!(seen(persian).contains(" 2026-10-04 "), "{}", seen(persian));
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
                let kept: String = runs(&text, &language(tag)).iter().map(|r| bare(&r.text)).collect();
                let expected: String = text.chars().filter(|c| !is_bidi_control(*c) && !c.is_control()).collect();
                prop_assert_eq!(kept, expected);
            }
        }

        /// Whatever stands around it, in whichever language: what is compared sign by sign is seen sign by sign.
        #[test]
        fn a_value_is_seen_as_it_was_written(
            before in "((paid|to|علی|رضایی|در|№|Хищение|«|\\(|, |؛|-) ){0,6}",
            value in "20[0-9]{2}-[01][0-9]-[0-3][0-9]|[0-9]{1,3}\\.[0-9]{2,8} (BTC|KZT)|EX-[0-9]{4}/[0-9]{4}-[0-9]{2}|\\+992 37 [0-9]{3} [0-9]{2}|m[a-km-z1-9]{20,30}|[0-9a-f]{64}|2001:db8::[0-9]:1|۱۴۰۵-۰[۱-۹]-[۱-۲][۰-۹]",
            after in "( (and|then|علی|رفت|به|\\)|»|ст\\. 2)){0,6}[.؟]?",
            tag in "en|ru|fa|fa-AF|ps|ur|tg|uz|uz-Cyrl|kk|ky",
        ) {
            let text = format!("{before}{value}{after}");
            let seen = seen(&text, &tag);
            prop_assert!(seen.contains(&value), "{text}: {seen}");
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
