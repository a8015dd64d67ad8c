//! Dates, times, numbers and amounts as each language writes them, always isolated from the text around them.
//!
//! The Gregorian date binds. A text in Persian, Dari or Pashto adds the Solar Hijri date in brackets; both come from one
//! stored day.

use comity_record::{ActTime, Amount, Direction, Language};
use icu_calendar::cal::Persian;
use icu_calendar::{Gregorian, Iso};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{M, YMD};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::Locale;
use jiff::civil::Date;

use crate::text::isolate_in;

/// The languages whose readers use the Solar Hijri calendar beside the Gregorian one.
const SOLAR_HIJRI: &[&str] = &["fa", "ps"];

/// The calendars of a written day.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Calendar {
    Gregorian,
    SolarHijri,
}

/// Day, month and year where the long date of CLDR is wrong or thin. The names of the months and the digits are its own.
///
/// - Pashto, Solar Hijri: CLDR writes the era in Latin letters, then the year, and the day last.
/// - Tajik: CLDR has the pattern of its root, with a leading zero and the month as a heading has it. A Tajik text binds
///   the month to the word for year.
const OWN_PATTERNS: &[(&str, Calendar, &str)] = &[
    ("ps", Calendar::SolarHijri, "{day} {month} {year}"),
    ("tg", Calendar::Gregorian, "{day} {month}и соли {year}"),
];

/// A day: `23 November 2026`; in Persian, Dari and Pashto with the Solar Hijri day in brackets.
pub fn date(day: Date, language: &Language) -> String {
    let both = match solar_hijri_words(day, language) {
        Some(solar) => format!("{} ({solar})", gregorian_words(day, language)),
        None => gregorian_words(day, language),
    };
    isolate_in(&both, language.direction())
}

/// The day of the Gregorian calendar alone, in words.
pub fn gregorian(day: Date, language: &Language) -> String {
    isolate_in(&gregorian_words(day, language), language.direction())
}

/// The day of the Solar Hijri calendar, for languages whose readers use it.
pub fn solar_hijri(day: Date, language: &Language) -> Option<String> {
    solar_hijri_words(day, language).map(|words| isolate_in(&words, language.direction()))
}

/// The time of day of an act with its offset from UTC, in digits that every reader compares: `12:00:00 UTC+05:00`.
pub fn time_of_day(act: &ActTime) -> String {
    let text = act.as_str();
    let (time, offset) =
        (&text["dddd-dd-ddT".len()..][.."dd:dd:dd".len()], &text["dddd-dd-ddTdd:dd:dd".len()..]);
    let offset = &offset[.."+dd:dd".len()];
    comity_record::isolate(&format!("{time} UTC{offset}"))
}

/// A moment: the day at the place of the act, its time and offset.
pub fn moment(act: &ActTime, language: &Language) -> String {
    format!("{} {}", date(act.local_day(), language), time_of_day(act))
}

/// A count in the digits and groups of the language.
pub fn number(number: u64, language: &Language) -> String {
    comity_record::isolate(&grouped(&Decimal::from(number), language, true))
}

/// An amount with its unit.
///
/// Money is written as the language writes numbers. A virtual asset is written in plain digits with all its
/// decimals, because readers compare it sign by sign with a ledger that shows it so.
pub fn amount(amount: &Amount, language: &Language) -> String {
    let currency = amount.currency();
    let text = if currency.is_asset() {
        amount.to_string()
    } else {
        let mut decimal = Decimal::from(amount.minor_units());
        decimal.multiply_pow10(-i16::from(currency.decimals()));
        format!("{} {}", grouped(&decimal, language, true), currency.ticker())
    };
    comity_record::isolate(&text)
}

/// The number of a heading, `1.2`, in the digits of the language. It is read from the left in every language, so it
/// is isolated: a right-to-left paragraph would otherwise turn its parts round.
pub fn section_number(parts: &[u64], language: &Language) -> String {
    let parts: Vec<String> = parts.iter().map(|p| grouped(&Decimal::from(*p), language, false)).collect();
    comity_record::isolate(&parts.join("."))
}

/// The lengths of files: bytes in full, since that is what a program shows to compare.
pub fn bytes(length: u64, language: &Language) -> String {
    number(length, language)
}

fn gregorian_words(day: Date, language: &Language) -> String {
    if let Some(pattern) = own_pattern(language, Calendar::Gregorian) {
        let month =
            FixedCalendarDateTimeFormatter::<Gregorian, M>::try_new(locale(language).into(), M::long());
        if let Ok(month) = month {
            let date = iso(day).to_calendar(Gregorian);
            let (of_month, year) = (date.day_of_month().0, date.year().extended_year());
            return in_pattern(pattern, of_month, &month.format(&date).to_string(), year, language);
        }
    }
    let formatter =
        FixedCalendarDateTimeFormatter::<Gregorian, YMD>::try_new(locale(language).into(), YMD::long());
    match formatter {
        Ok(formatter) => formatter.format(&iso(day).to_calendar(Gregorian)).to_string(),
        // Compiled data has a root for every language, so this is for languages added without data.
        Err(_) => day.to_string(),
    }
}

fn solar_hijri_words(day: Date, language: &Language) -> Option<String> {
    if !SOLAR_HIJRI.contains(&language.primary()) {
        return None;
    }
    if let Some(pattern) = own_pattern(language, Calendar::SolarHijri) {
        let month = FixedCalendarDateTimeFormatter::<Persian, M>::try_new(locale(language).into(), M::long());
        let month = month.ok()?;
        let date = iso(day).to_calendar(Persian);
        let (of_month, year) = (date.day_of_month().0, date.year().extended_year());
        return Some(in_pattern(pattern, of_month, &month.format(&date).to_string(), year, language));
    }
    let formatter =
        FixedCalendarDateTimeFormatter::<Persian, YMD>::try_new(locale(language).into(), YMD::long());
    let formatter = formatter.ok()?;
    // The era is left out by the long form of Persian; the month names tell the calendar.
    Some(formatter.format(&iso(day).to_calendar(Persian)).to_string())
}

fn own_pattern(language: &Language, calendar: Calendar) -> Option<&'static str> {
    let own = OWN_PATTERNS.iter().find(|(of, under, _)| *of == language.primary() && *under == calendar);
    own.map(|(_, _, pattern)| *pattern)
}

fn in_pattern(pattern: &str, day: u8, month: &str, year: i32, language: &Language) -> String {
    let digits = |number: i32| grouped(&Decimal::from(number), language, false);
    pattern
        .replace("{day}", &digits(i32::from(day)))
        .replace("{month}", &month.to_lowercase())
        .replace("{year}", &digits(year))
}

fn iso(day: Date) -> icu_calendar::Date<Iso> {
    let (year, month, day) = (i32::from(day.year()), day.month().unsigned_abs(), day.day().unsigned_abs());
    icu_calendar::Date::try_new_iso(year, month, day)
        .expect("jiff's years, -9999 to 9999, are valid days of ISO 8601")
}

/// English as the world outside America writes it: the day before the month cannot be misread.
fn locale(language: &Language) -> Locale {
    let tag = if language.to_string() == "en" { "en-GB".to_owned() } else { language.to_string() };
    tag.parse().unwrap_or(Locale::UNKNOWN)
}

fn grouped(decimal: &Decimal, language: &Language, groups: bool) -> String {
    use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
    let mut options = DecimalFormatterOptions::default();
    options.grouping_strategy = Some(if groups { GroupingStrategy::Auto } else { GroupingStrategy::Never });
    match DecimalFormatter::try_new(locale(language).into(), options) {
        Ok(formatter) => formatter.format(decimal).to_string(),
        Err(_) => decimal.to_string(),
    }
}

/// The name of the side from which a language is read, for the `dir` attribute of a page.
pub fn direction(language: &Language) -> &'static str {
    match language.direction() {
        Direction::Ltr => "ltr",
        Direction::Rtl => "rtl",
    }
}

#[cfg(test)]
mod tests {
    use comity_record::Currency;
    use proptest::prelude::*;

    use super::*;

    fn language(tag: &str) -> Language {
        tag.parse().unwrap()
    }

    fn bare(text: &str) -> String {
        text.chars()
            .filter(|c| !comity_record::is_bidi_control(*c))
            .map(|c| if matches!(c, '\u{a0}' | '\u{202f}') { ' ' } else { c })
            .collect()
    }

    #[test]
    fn one_day_in_two_calendars() {
        let day = Date::constant(2026, 3, 1);
        assert_eq!(bare(&date(day, &language("en"))), "1 March 2026");
        assert_eq!(bare(&date(day, &language("ru"))), "1 марта 2026 г.");
        // 10 Esfand 1404, as research of this project measured with the same library, and the Iranian calendar has it.
        assert_eq!(bare(&date(day, &language("fa"))), "۱ مارس ۲۰۲۶ (۱۰ اسفند ۱۴۰۴)");
    }

    /// The long dates of research, measured with the same library; Pashto and Tajik in patterns of our own.
    #[test]
    fn one_day_in_every_language_that_is_printed() {
        let day = Date::constant(2026, 3, 1);
        for (tag, expected) in [
            ("fa-AF", "۱ مارچ ۲۰۲۶ (۱۰ حوت ۱۴۰۴)"),
            ("ps", "۱ مارچ ۲۰۲۶ (۱۰ کب ۱۴۰۴)"),
            ("ur", "1 مارچ، 2026"),
            ("tg", "1 марти соли 2026"),
            ("uz", "1-mart, 2026"),
            ("uz-Cyrl", "1 март, 2026"),
            ("kk", "2026 ж. 1 наурыз"),
            ("ky", "2026-ж. 1-март"),
        ] {
            assert_eq!(bare(&date(day, &language(tag))), expected, "{tag}");
        }
    }

    /// The months of Afghanistan, as its laws and newspapers are dated.
    #[test]
    fn the_months_of_the_solar_hijri_year_have_their_afghan_names() {
        let dari =
            ["حمل", "ثور", "جوزا", "سرطان", "اسد", "سنبله", "میزان", "عقرب", "قوس", "جدی", "دلو", "حوت"];
        let pashto = [
            "وری",
            "غویی",
            "غبرگولی",
            "چنگاښ",
            "زمری",
            "وږی",
            "تله",
            "لړم",
            "لیندۍ",
            "مرغومی",
            "سلواغه",
            "کب",
        ];
        for (tag, names) in [("fa-AF", dari), ("ps", pashto)] {
            let mut day = Date::constant(2026, 3, 30);
            for name in names {
                let words = bare(&solar_hijri(day, &language(tag)).unwrap());
                assert!(words.contains(name), "{tag}: {words} is not of {name}");
                day = day.checked_add(jiff::Span::new().days(30)).unwrap();
            }
        }
    }

    #[test]
    fn the_months_of_tajik_are_bound_to_the_year_and_written_small() {
        let tg = language("tg");
        for (month, words) in
            [(1, "5 январи соли 2026"), (5, "5 майи соли 2026"), (12, "5 декабри соли 2026")]
        {
            assert_eq!(bare(&date(Date::constant(2026, month, 5), &tg)), words);
        }
    }

    #[test]
    fn new_years_day_of_the_solar_hijri_calendar() {
        // Nowruz: 20 March 2025 was still 30 Esfand 1403 (a leap year); 21 March 2025 was 1 Farvardin 1404.
        let fa = language("fa");
        assert_eq!(bare(&solar_hijri(Date::constant(2025, 3, 20), &fa).unwrap()), "۳۰ اسفند ۱۴۰۳");
        assert_eq!(bare(&solar_hijri(Date::constant(2025, 3, 21), &fa).unwrap()), "۱ فروردین ۱۴۰۴");
        assert_eq!(solar_hijri(Date::constant(2025, 3, 21), &language("ru")), None);
    }

    #[test]
    fn a_worded_date_runs_with_its_language_and_a_time_from_the_left() {
        let day = Date::constant(2026, 11, 23);
        assert!(date(day, &language("fa")).starts_with('\u{2067}'));
        assert!(date(day, &language("ru")).starts_with('\u{2066}'));
        let act = "2026-11-23T12:00:00+05:00[Asia/Tashkent]".parse().unwrap();
        assert_eq!(time_of_day(&act), "\u{2066}12:00:00 UTC+05:00\u{2069}");
        assert_eq!(bare(&moment(&act, &language("en"))), "23 November 2026 12:00:00 UTC+05:00");
    }

    #[test]
    fn numbers_and_amounts_follow_the_language_but_ledgers_do_not() {
        let money = Amount::parse("12345.67", "KZT".parse().unwrap()).unwrap();
        assert_eq!(bare(&amount(&money, &language("en"))), "12,345.67 KZT");
        assert_eq!(bare(&amount(&money, &language("ru"))), "12 345,67 KZT");
        assert_eq!(bare(&amount(&money, &language("fa"))), "۱۲٬۳۴۵٫۶۷ KZT");
        let coins = Amount::parse("2.41873", Currency::BITCOIN).unwrap();
        assert_eq!(bare(&amount(&coins, &language("fa"))), "2.41873000 BTC");
        assert_eq!(bare(&section_number(&[1, 12], &language("fa"))), "۱.۱۲");
        assert_eq!(bare(&section_number(&[1, 2000], &language("en"))), "1.2000");
        for (tag, sum, number) in [
            ("fa-AF", "۱۲٬۳۴۵٫۶۷ KZT", "۱.۱۲"),
            ("ps", "۱۲٬۳۴۵٫۶۷ KZT", "۱.۱۲"),
            ("ur", "12,345.67 KZT", "1.12"),
            ("tg", "12 345,67 KZT", "1.12"),
            ("uz", "12 345,67 KZT", "1.12"),
            ("uz-Cyrl", "12 345,67 KZT", "1.12"),
            ("kk", "12 345,67 KZT", "1.12"),
            ("ky", "12 345,67 KZT", "1.12"),
        ] {
            let language = language(tag);
            assert_eq!(bare(&amount(&money, &language)), sum, "{tag}");
            assert_eq!(bare(&section_number(&[1, 12], &language)), number, "{tag}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_formatted_is_isolated_whole(
            days in 0_i32..80_000, units in any::<i64>(), count in any::<u64>(), tag in "en|ru|fa|fa-AF|ps|ur|tg|uz|uz-Cyrl|kk|ky"
        ) {
            let language = language(&tag);
            let day = Date::constant(1900, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
            let money = Amount::from_minor_units(i128::from(units), "UZS".parse().unwrap());
            let coins = Amount::from_minor_units(i128::from(units), Currency::BITCOIN);
            for text in [
                date(day, &language), gregorian(day, &language), number(count, &language), amount(&money, &language),
                amount(&coins, &language), section_number(&[count, 2], &language),
            ] {
                prop_assert!(text.starts_with(['\u{2066}', '\u{2067}']), "{text}");
                prop_assert!(text.ends_with('\u{2069}'), "{text}");
                let inside: Vec<char> = text.chars().skip(1).collect();
                prop_assert!(!inside[..inside.len() - 1].iter().any(|c| comity_record::is_bidi_control(*c)), "{text}");
            }
        }
    }
}
