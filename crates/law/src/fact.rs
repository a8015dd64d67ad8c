//! A legal fact and what it rests on.

use std::fmt;
use std::str::FromStr;

use comity_record::{Sha256Digest, cbor};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The source id that says: no document was seen.
pub const RECALLED: &str = "recalled";

/// What the compiler of the pack saw. There is no third value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Not seen, seen in part, or seen in a weak source.
    Unverified,
    /// The compiler saw the stated fact in the source that is named.
    Verified,
}

impl Confidence {
    /// The stable name, as it is serialised. The words are the messages `law-confidence-<name>`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unverified => "unverified",
            Self::Verified => "verified",
        }
    }
}

/// A date of the pack: a day, a month, a year, or a word that says why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum PackDate {
    /// `YYYY-MM-DD`.
    Day(Date),
    /// `YYYY-MM`: the first day of that month stands for it.
    Month(Date),
    /// `YYYY`: the first of January stands for it.
    Year(Date),
    /// Not found.
    Unknown,
    /// Known to be absent.
    None,
    /// Not in force as far as the source shows.
    NotInForceAsKnown,
}

impl PackDate {
    /// The first day that the date may mean.
    pub fn earliest(self) -> Option<Date> {
        match self {
            Self::Day(day) | Self::Month(day) | Self::Year(day) => Some(day),
            Self::Unknown | Self::None | Self::NotInForceAsKnown => None,
        }
    }

    /// The last day that the date may mean.
    pub fn latest(self) -> Option<Date> {
        match self {
            Self::Day(day) => Some(day),
            Self::Month(first) => Some(first.last_of_month()),
            Self::Year(first) => Some(first.last_of_year()),
            Self::Unknown | Self::None | Self::NotInForceAsKnown => None,
        }
    }
}

/// A text that is none of the forms of [`PackDate`].
#[derive(Debug, thiserror::Error)]
#[error("{0:?} is not YYYY, YYYY-MM, YYYY-MM-DD, unknown, none or not_in_force_as_known")]
pub struct PackDateError(String);

impl FromStr for PackDate {
    type Err = PackDateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refuse = || PackDateError(text.chars().take(40).collect());
        let digits = |s: &str, n: usize| s.len() == n && s.bytes().all(|b| b.is_ascii_digit());
        match text {
            "unknown" => return Ok(Self::Unknown),
            "none" => return Ok(Self::None),
            "not_in_force_as_known" => return Ok(Self::NotInForceAsKnown),
            _ => {}
        }
        let mut parts = text.split('-');
        let (year, month, day, rest) = (parts.next(), parts.next(), parts.next(), parts.next());
        let number = |s: &str, n| {
            if digits(s, n) { s.parse::<i16>().map_err(|_| refuse()) } else { Err(refuse()) }
        };
        let small = |s: &str| number(s, 2).and_then(|n| i8::try_from(n).map_err(|_| refuse()));
        let date = |y: &str, m: Option<&str>, d: Option<&str>| {
            let (m, d) = (m.map_or(Ok(1), small)?, d.map_or(Ok(1), small)?);
            Date::new(number(y, 4)?, m, d).map_err(|_| refuse())
        };
        match (year, month, day, rest) {
            (Some(y), None, None, None) => Ok(Self::Year(date(y, None, None)?)),
            (Some(y), Some(m), None, None) => Ok(Self::Month(date(y, Some(m), None)?)),
            (Some(y), Some(m), Some(d), None) => Ok(Self::Day(date(y, Some(m), Some(d))?)),
            _ => Err(refuse()),
        }
    }
}

impl fmt::Display for PackDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::Month(first) => write!(f, "{:04}-{:02}", first.year(), first.month()),
            Self::Year(first) => write!(f, "{:04}", first.year()),
            Self::Unknown => f.write_str("unknown"),
            Self::None => f.write_str("none"),
            Self::NotInForceAsKnown => f.write_str("not_in_force_as_known"),
        }
    }
}

impl TryFrom<String> for PackDate {
    type Error = PackDateError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<PackDate> for String {
    fn from(date: PackDate) -> Self {
        date.to_string()
    }
}

/// A length of time in hundredths of a year, as penalties and thresholds are told (91 days is told as 0.25).
///
/// The pack writes decimals; inside, and in what is signed, there are no floats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Term {
    hundredths_of_year: u32,
}

impl Term {
    /// The longest term that the pack may state; life is written as a large number of years below this.
    pub const MAX_YEARS: u32 = 200;

    /// So many hundredths of a year.
    pub const fn from_hundredths_of_year(hundredths_of_year: u32) -> Self {
        Self { hundredths_of_year }
    }

    /// So many whole years.
    pub const fn from_years(years: u16) -> Self {
        // A u16 has at most 65,535, far below what the product could overflow.
        Self { hundredths_of_year: years as u32 * 100 }
    }

    /// The number of hundredths of a year.
    pub const fn hundredths_of_year(self) -> u32 {
        self.hundredths_of_year
    }

    /// Whether there is no time at all.
    pub const fn is_zero(self) -> bool {
        self.hundredths_of_year == 0
    }

    /// Reads the decimal number of the pack; hundredths are the finest step.
    pub(crate) fn from_pack(years: f64) -> Result<Self, String> {
        let text = format!("{years:.2}");
        let fits = years.is_finite() && (0.0..=f64::from(Self::MAX_YEARS)).contains(&years);
        let exact = text.parse::<f64>().is_ok_and(|back| (back - years).abs() < 1e-9);
        match text.replace('.', "").parse() {
            Ok(hundredths_of_year) if fits && exact => Ok(Self { hundredths_of_year }),
            _ => Err(format!("{years} is not a number of years from 0 to {} in hundredths", Self::MAX_YEARS)),
        }
    }
}

/// A text that is no term.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a number of years from 0 to {max} in hundredths", max = Term::MAX_YEARS)]
pub struct TermError(String);

impl FromStr for Term {
    type Err = TermError;

    /// Years with up to two decimals: `4`, `0.25`, `7.5`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refuse = || TermError(text.chars().take(40).collect());
        let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
        let digits =
            |s: &str, most: usize| (1..=most).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole, 3) || !digits(part, 2) {
            return Err(refuse());
        }
        let number = |s: &str| s.parse::<u32>().map_err(|_| refuse());
        let hundredths = number(whole)? * 100 + number(&format!("{part:0<2}"))?;
        let fits = hundredths <= Self::MAX_YEARS * 100;
        if fits { Ok(Self::from_hundredths_of_year(hundredths)) } else { Err(refuse()) }
    }
}

impl fmt::Display for Term {
    /// Years with the decimals that are needed: `4`, `0.25`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.hundredths_of_year / 100, self.hundredths_of_year % 100);
        match (part, part % 10) {
            (0, _) => write!(f, "{whole}"),
            (_, 0) => write!(f, "{whole}.{}", part / 10),
            _ => write!(f, "{whole}.{part:02}"),
        }
    }
}

/// A row of the pack: where anybody can look the fact up.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RowRef {
    /// The file without its ending: `parties`.
    pub file: String,
    /// The table: `party`.
    pub table: String,
    /// What names the row in its table: `UZ:untoc`, `uncac`, `kz-gpo`.
    pub row: String,
}

impl fmt::Display for RowRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.toml {} {}", self.file, self.table, self.row)
    }
}

/// Which part of a row a fact is, where one row mixes facts of different confidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aspect {
    /// The row itself.
    Row,
    /// The article numbers of an instrument, its contents and grounds for refusal.
    Articles,
    /// That an instrument replaces another.
    Replacement,
    /// The clause on entry into force for a State that joins later.
    EntryIntoForce,
    /// Whether a State needs a treaty.
    MlaBasis,
    /// The language in which a State takes requests.
    RequestLanguage,
    /// The penalty of an offence.
    Penalty,
    /// The article numbers of an offence in the UN Convention against Cybercrime.
    UncyberArticles,
    /// Whether virtual assets can be seized.
    Seizable,
}

impl Aspect {
    /// All of them.
    pub const ALL: &[Self] = &[
        Self::Row,
        Self::Articles,
        Self::Replacement,
        Self::EntryIntoForce,
        Self::MlaBasis,
        Self::RequestLanguage,
        Self::Penalty,
        Self::UncyberArticles,
        Self::Seizable,
    ];

    /// The part of its row that a field belongs to.
    pub(crate) fn of_field(field: &str) -> Self {
        const PARTS: &[(&str, Aspect)] = &[
            ("articles", Aspect::Articles),
            ("request_contents", Aspect::Articles),
            ("contents_basis", Aspect::Articles),
            ("refusal_grounds", Aspect::Articles),
            ("replaces", Aspect::Replacement),
            ("entry_", Aspect::EntryIntoForce),
            ("mla_basis", Aspect::MlaBasis),
            ("request_language", Aspect::RequestLanguage),
            ("max_years", Aspect::Penalty),
            ("penalty", Aspect::Penalty),
            ("uncyber_", Aspect::UncyberArticles),
            ("seizable", Aspect::Seizable),
        ];
        PARTS.iter().find(|(start, _)| field.starts_with(start)).map_or(Self::Row, |(_, aspect)| *aspect)
    }

    /// The stable name. The words are the messages `law-aspect-<name>`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Row => "row",
            Self::Articles => "articles",
            Self::Replacement => "replacement",
            Self::EntryIntoForce => "entry-into-force",
            Self::MlaBasis => "mla-basis",
            Self::RequestLanguage => "request-language",
            Self::Penalty => "penalty",
            Self::UncyberArticles => "uncyber-articles",
            Self::Seizable => "seizable",
        }
    }
}

/// What a fact rests on. Shown beside the fact wherever it is shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Provenance {
    /// The row of the pack.
    pub row: RowRef,
    /// Which part of the row.
    pub aspect: Aspect,
    /// The id of the source.
    pub source: String,
    /// What the source is.
    pub source_title: String,
    /// How fresh the source is: the date of the source, not of the fact.
    pub as_of: PackDate,
    /// What the compiler saw.
    pub confidence: Confidence,
    /// Limits, conflicts, what is recalled inside a verified row. Empty if there is nothing to say.
    pub note: String,
    /// Digest of the whole row, so that a confirmation falls when the row changes.
    pub row_digest: Sha256Digest,
}

impl PartialOrd for PackDate {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for PackDate {
    /// By spelling: an order for sorted lists, not a chronology.
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.to_string().cmp(&other.to_string())
    }
}

impl Provenance {
    /// Names this fact for a confirmation; another wording, source or confidence of the row is another fact.
    pub fn digest(&self) -> Sha256Digest {
        let bytes = cbor::to_canonical(self).expect("texts, a date and a digest have a canonical form");
        Sha256Digest::of(&bytes)
    }
}

/// A value with what it rests on: never shown as law when it is not verified.
///
/// The confidence is the least of what the value rests on, and cannot be set apart from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "SourcedParts<T>")]
pub struct Sourced<T> {
    value: T,
    confidence: Confidence,
    rests_on: Vec<Provenance>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourcedParts<T> {
    value: T,
    confidence: Confidence,
    rests_on: Vec<Provenance>,
}

impl<T> Sourced<T> {
    /// A value that one row states.
    pub fn new(value: T, rests_on: Provenance) -> Self {
        Self { value, confidence: rests_on.confidence, rests_on: vec![rests_on] }
    }

    /// A value drawn from several rows; from none it is unverified.
    pub fn drawn(value: T, rests_on: Vec<Provenance>) -> Self {
        let confidence = rests_on.iter().map(|p| p.confidence).min().unwrap_or(Confidence::Unverified);
        Self { value, confidence, rests_on }
    }

    /// The value.
    pub fn value(&self) -> &T {
        &self.value
    }

    /// The least confidence of all that the value rests on.
    pub fn confidence(&self) -> Confidence {
        self.confidence
    }

    /// The rows that the value rests on.
    pub fn rests_on(&self) -> &[Provenance] {
        &self.rests_on
    }
}

impl<T> TryFrom<SourcedParts<T>> for Sourced<T> {
    type Error = &'static str;

    fn try_from(parts: SourcedParts<T>) -> Result<Self, Self::Error> {
        let stated = parts.confidence;
        let drawn = Self::drawn(parts.value, parts.rests_on);
        if drawn.confidence == stated { Ok(drawn) } else { Err("a confidence that its sources do not bear") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_as_wide_as_they_were_written() {
        let span = |text: &str| {
            let date: PackDate = text.parse().unwrap();
            assert_eq!(date.to_string(), text);
            (date.earliest().map(|d| d.to_string()), date.latest().map(|d| d.to_string()))
        };
        let days = |a: &str, b: &str| (Some(a.to_owned()), Some(b.to_owned()));
        assert_eq!(span("2024"), days("2024-01-01", "2024-12-31"));
        assert_eq!(span("2024-02"), days("2024-02-01", "2024-02-29"));
        assert_eq!(span("2003-09-29"), days("2003-09-29", "2003-09-29"));
        for word in ["unknown", "none", "not_in_force_as_known"] {
            assert_eq!(span(word), (None, None));
        }
        for wrong in ["", "24", "2024-13", "2024-02-30", "2024-2-3", "2024-02-03-04", "+024", "maybe"] {
            assert!(wrong.parse::<PackDate>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn terms_are_read_to_the_hundredth_or_not_at_all() {
        assert_eq!(Term::from_pack(0.25).unwrap().to_string(), "0.25");
        assert_eq!(Term::from_pack(4.0).unwrap(), Term::from_years(4));
        assert_eq!(Term::from_pack(7.5).unwrap().to_string(), "7.5");
        assert!(Term::from_pack(200.0).is_ok());
        for wrong in [200.01, -1.0, 0.001, f64::NAN, f64::INFINITY] {
            assert!(Term::from_pack(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn terms_are_read_as_people_write_them() {
        for text in ["4", "0", "0.25", "7.5", "200"] {
            assert_eq!(text.parse::<Term>().unwrap().to_string(), text);
        }
        assert_eq!("7.50".parse::<Term>().unwrap(), Term::from_hundredths_of_year(750));
        for wrong in ["", "-1", "200.01", "0.255", ".5", "5.", "4,5", "four", "1e2", "9999"] {
            assert!(wrong.parse::<Term>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn nobody_can_raise_a_confidence() {
        let provenance = Provenance {
            row: RowRef { file: "parties".into(), table: "party".into(), row: "AF:x".into() },
            aspect: Aspect::Row,
            source: RECALLED.into(),
            source_title: "nothing seen".into(),
            as_of: PackDate::Unknown,
            confidence: Confidence::Unverified,
            note: String::new(),
            row_digest: Sha256Digest::of(b""),
        };
        let fact = Sourced::new(1, provenance);
        let json = serde_json::to_string(&fact).unwrap();
        assert_eq!(serde_json::from_str::<Sourced<i32>>(&json).unwrap(), fact);
        let raised = json.replacen("unverified", "verified", 1);
        assert!(serde_json::from_str::<Sourced<i32>>(&raised).is_err());
        assert_eq!(Sourced::drawn((), vec![]).confidence(), Confidence::Unverified);
    }
}
