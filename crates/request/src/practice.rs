//! How one office works, as its own data: the approvals that its requests need, and its calendar.
//!
//! Nothing of this is known to the program. The pack that it carries says so (`packs/practice`), and an office puts its
//! own in force.

use std::collections::{BTreeMap, BTreeSet};

use comity_record::pack::Pack;
use comity_record::{Coded, Country, Language, Sha256Digest};
use jiff::ToSpan as _;
use jiff::civil::{Date, Time, Weekday};
use serde::{Deserialize, Deserializer, Serialize, de};

use crate::forms::{MAX_NAME, is_name, short};
use crate::lines::{line_of, read_toml};

/// Bytes of one file of the pack: the holidays of two hundred years.
const MAX_BYTES: usize = 256 << 10;
/// Approvals of one request; the longest chain that we know of has five.
pub const MAX_STEPS: usize = 20;
/// Letters of a title or provision.
const MAX_TEXT: usize = 500;
/// Working days of a term: two years.
const MAX_TERM: u16 = 500;
/// Days between two working days; more is a calendar without any.
const MAX_REST: i32 = 60;
/// Who takes a step that is decided elsewhere.
const OUTSIDE: &str = "outside";

const APPROVALS: &str = "approvals.toml";
const CALENDAR: &str = "calendar.toml";

/// A pack of an office's practice that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PracticeError {
    /// A file is missing.
    #[error("the pack has no {0}")]
    Missing(&'static str),
    /// A file that cannot be read.
    #[error("{file}, line {line}: {cause}")]
    Syntax {
        /// The file.
        file: &'static str,
        /// The line, from 1.
        line: usize,
        /// What the reader says.
        cause: String,
    },
    /// Something that does not fit.
    #[error("{file}, line {line}, {place}: {cause}")]
    Fault {
        /// The file.
        file: &'static str,
        /// The line, from 1.
        line: usize,
        /// The key or step.
        place: String,
        /// What is wrong with it.
        cause: String,
    },
}

impl Coded for PracticeError {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing(_) => "request-practice-missing",
            Self::Syntax { .. } => "request-practice-syntax",
            Self::Fault { .. } => "request-practice-fault",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Missing(file) => vec![("file", (*file).to_owned())],
            Self::Syntax { file, line, cause } => {
                vec![("file", (*file).to_owned()), ("line", line.to_string()), ("cause", cause.clone())]
            }
            Self::Fault { file, line, place, cause } => vec![
                ("file", (*file).to_owned()),
                ("line", line.to_string()),
                ("place", place.clone()),
                ("cause", cause.clone()),
            ],
        }
    }
}

/// Words by language.
pub type Titles = BTreeMap<Language, String>;

/// How one office works.
#[derive(Clone, Debug)]
pub struct Practice {
    chain: Option<Vec<ApprovalStep>>,
    calendar: Calendar,
    digest: Sha256Digest,
}

impl Practice {
    /// Reads a pack. `roles` are the words for the roles of an office.
    ///
    /// # Errors
    /// Tells the first thing that is wrong, with its file and place.
    pub fn from_pack(pack: &Pack, roles: &[&str]) -> Result<Self, PracticeError> {
        let (approvals, text) = read::<ApprovalsFile>(pack, APPROVALS)?;
        check_steps(&approvals, roles).map_err(|misfit| misfit.told(APPROVALS, text))?;
        let (calendar, text) = read::<CalendarFile>(pack, CALENDAR)?;
        let calendar = Calendar::of(calendar).map_err(|misfit| misfit.told(CALENDAR, text))?;
        let chain = approvals.known.then_some(approvals.step);
        Ok(Self { chain, calendar, digest: pack.digest() })
    }

    /// The approvals that a request for a measure of another state needs, in their order; none where nobody has said.
    pub fn steps(&self, measure: &str, state: Country) -> Option<Vec<ApprovalStep>> {
        let needed = |step: &&ApprovalStep| {
            (step.measures.is_empty() || step.measures.contains(measure))
                && (step.states.is_empty() || step.states.contains(&state))
        };
        Some(self.chain.as_ref()?.iter().filter(needed).cloned().collect())
    }

    /// When the office works.
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// The digest of the pack.
    pub fn digest(&self) -> Sha256Digest {
        self.digest
    }
}

/// An approval that a request needs between review and issue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApprovalStep {
    /// Its name in the chain.
    pub id: String,
    /// What people read.
    pub title: Titles,
    /// The word for the role of the officer who takes it here, or `outside`.
    pub by: String,
    /// The measures for which it is needed; all, if there is none.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub measures: BTreeSet<String>,
    /// The requested states for which it is needed; all, if there is none.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub states: BTreeSet<Country>,
    /// What asks for it, or nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub provision: String,
}

impl ApprovalStep {
    /// Whether it is decided elsewhere and only recorded here.
    pub fn is_outside(&self) -> bool {
        self.by == OUTSIDE
    }

    /// What people read in a language; else in English, or in whichever there is.
    pub fn title_in(&self, language: &Language) -> &str {
        title_in(&self.title, language).unwrap_or(&self.id)
    }
}

/// Words in a language; else in English, or in whichever there is.
fn title_in<'t>(titles: &'t Titles, language: &Language) -> Option<&'t str> {
    let english = || titles.iter().find(|(known, _)| known.to_string() == "en").map(|(_, title)| title);
    let found = titles.get(language).or_else(english).or_else(|| titles.values().next());
    found.map(String::as_str)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ApprovalsFile {
    known: bool,
    #[serde(default)]
    step: Vec<ApprovalStep>,
}

/// Something that does not fit: the way to it in its file ([`line_of`]), how it is called, and why.
struct Misfit {
    way: String,
    place: String,
    cause: String,
}

impl Misfit {
    /// A key of the file itself.
    fn key(way: &str, cause: String) -> Self {
        Self { way: way.to_owned(), place: way.to_owned(), cause }
    }

    fn told(self, file: &'static str, text: &[u8]) -> PracticeError {
        let Self { way, place, cause } = self;
        PracticeError::Fault { file, line: line_of(text, &way), place: short(&place), cause }
    }
}

fn check_steps(file: &ApprovalsFile, roles: &[&str]) -> Result<(), Misfit> {
    if file.step.len() > MAX_STEPS {
        return Err(Misfit::key("step", format!("there are more than {MAX_STEPS}")));
    }
    if !file.known && !file.step.is_empty() {
        return Err(Misfit::key("known", "there are steps, so they are known: set it to true".to_owned()));
    }
    let mut seen = BTreeSet::new();
    for (place, step) in file.step.iter().enumerate() {
        let fault = |key: &str, cause: String| {
            Err(Misfit { way: format!("step.{place}.{key}"), place: step.id.clone(), cause })
        };
        if !is_name(&step.id, '-') {
            let cause = format!("a name has lower-case letters, digits and -, at most {MAX_NAME}");
            return fault("id", cause);
        }
        if !seen.insert(step.id.as_str()) {
            return fault("id", "there are two of that name".to_owned());
        }
        if step.by != OUTSIDE && !roles.contains(&step.by.as_str()) {
            return fault("by", format!("by is one of {}, {OUTSIDE}", roles.join(", ")));
        }
        if step.title.is_empty() || step.title.values().any(|title| is_bad_text(title)) {
            return fault("title", format!("a title has 1 to {MAX_TEXT} letters in each language"));
        }
        if !step.provision.is_empty() && is_bad_text(&step.provision) {
            return fault("provision", format!("a provision has at most {MAX_TEXT} letters"));
        }
    }
    Ok(())
}

fn is_bad_text(text: &str) -> bool {
    text.trim().is_empty()
        || text.chars().count() > MAX_TEXT
        || text.chars().any(char::is_control)
        || crate::value::has_forbidden_characters(text)
}

/// When an office works. Where nobody has said, every day is a working day and nothing has a term.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    zone: Option<String>,
    rest_days: Vec<Weekday>,
    hours: Option<Hours>,
    holidays: BTreeMap<Date, Titles>,
    working: BTreeSet<Date>,
    terms: Terms,
}

/// The hours of an office, at its own clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// When it opens.
    pub from: Time,
    /// When it closes.
    pub to: Time,
}

/// Working days within which an office wants something done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// To acknowledge a request that came in.
    pub acknowledge: Option<u16>,
    /// To answer a question of the other side, or its asking how things stand.
    pub answer: Option<u16>,
    /// Until the original must follow an advance copy.
    pub original: Option<u16>,
    /// To remind the other side, when it has said nothing for so long.
    pub remind: Option<u16>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CalendarFile {
    known: bool,
    zone: Option<String>,
    #[serde(default)]
    rest_days: Vec<WeekdayName>,
    hours: Option<Hours>,
    #[serde(default)]
    holiday: Vec<Holiday>,
    #[serde(default)]
    working: Vec<WorkingDay>,
    #[serde(default)]
    terms: Terms,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Holiday {
    day: Date,
    name: Titles,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WorkingDay {
    day: Date,
}

struct WeekdayName(Weekday);

impl<'de> Deserialize<'de> for WeekdayName {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let name = String::deserialize(from)?;
        let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        let known = names.iter().zip(Weekday::Monday.cycle_forward()).find(|(known, _)| **known == name);
        known
            .map(|(_, day)| Self(day))
            .ok_or_else(|| de::Error::custom(format!("a day of the week is one of {}", names.join(", "))))
    }
}

impl Calendar {
    fn of(file: CalendarFile) -> Result<Self, Misfit> {
        let fault = |key: &str, cause: &str| Misfit::key(key, cause.to_owned());
        let says_nothing = file.zone.is_none()
            && file.hours.is_none()
            && (file.rest_days.is_empty() && file.holiday.is_empty() && file.working.is_empty())
            && file.terms == Terms::default();
        if !file.known && !says_nothing {
            return Err(fault("known", "the calendar says something, so it is known: set it to true"));
        }
        if file.zone.as_ref().is_some_and(|zone| jiff::tz::TimeZone::get(zone).is_err()) {
            return Err(fault("zone", "it is no time zone of the IANA database, such as Asia/Dushanbe"));
        }
        if file.hours.is_some() && file.zone.is_none() {
            return Err(fault("hours", "hours are read at the clock of a zone, and there is none"));
        }
        if file.hours.is_some_and(|hours| hours.from >= hours.to) {
            return Err(fault("hours", "the office closes before it opens"));
        }
        let Terms { acknowledge, answer, original, remind } = file.terms;
        for (term, days) in
            [("acknowledge", acknowledge), ("answer", answer), ("original", original), ("remind", remind)]
        {
            if days.is_some_and(|days| days == 0 || days > MAX_TERM) {
                let cause = format!("a term has 1 to {MAX_TERM} working days");
                return Err(Misfit::key(&format!("terms.{term}"), cause));
            }
        }
        let mut holidays = BTreeMap::new();
        for (place, Holiday { day, name }) in file.holiday.into_iter().enumerate() {
            let fault = |cause: &str| Misfit {
                way: format!("holiday.{place}"),
                place: day.to_string(),
                cause: cause.to_owned(),
            };
            if name.values().any(|name| is_bad_text(name)) {
                return Err(fault("the name is blank, too long, or holds signs that act"));
            }
            if holidays.insert(day, name).is_some() {
                return Err(fault("there are two holidays on that day"));
            }
        }
        let calendar = Self {
            zone: file.zone,
            rest_days: file.rest_days.into_iter().map(|day| day.0).collect(),
            hours: file.hours,
            working: file.working.into_iter().map(|working| working.day).collect(),
            holidays,
            terms: file.terms,
        };
        if calendar.rest_days.iter().map(|day| day.to_monday_zero_offset()).collect::<BTreeSet<_>>().len()
            == 7
        {
            return Err(fault("rest_days", "the office never works"));
        }
        Ok(calendar)
    }

    /// Whether the office works on a day.
    pub fn is_working(&self, day: Date) -> bool {
        self.working.contains(&day)
            || !(self.rest_days.contains(&day.weekday()) || self.holidays.contains_key(&day))
    }

    /// The name of the holiday on a day, in a language; else in English, or in whichever there is.
    pub fn holiday(&self, day: Date, language: &Language) -> Option<&str> {
        title_in(self.holidays.get(&day)?, language)
    }

    /// The last working day that is not later than this one. A calendar in which there is none for two months gives
    /// the day itself.
    pub fn act_by(&self, day: Date) -> Date {
        let before = (0..=MAX_REST).filter_map(|back| day.checked_sub(back.days()).ok());
        before.into_iter().find(|before| self.is_working(*before)).unwrap_or(day)
    }

    /// The day that many working days after this one, which itself does not count; none beyond the calendar.
    pub fn after(&self, day: Date, working_days: u16) -> Option<Date> {
        let (mut day, mut left, mut rest) = (day, working_days, 0);
        while left > 0 {
            day = day.checked_add(1.day()).ok()?;
            // A calendar of holidays alone ends somewhere.
            if self.is_working(day) || rest > MAX_REST {
                (left, rest) = (left - 1, 0);
            } else {
                rest += 1;
            }
        }
        Some(day)
    }

    /// The hours of the office.
    pub fn hours(&self) -> Option<Hours> {
        self.hours
    }

    /// The zone of the hours.
    pub fn zone(&self) -> Option<&str> {
        self.zone.as_deref()
    }

    /// Within how many working days the office wants something done.
    pub fn terms(&self) -> Terms {
        self.terms
    }
}

/// Reads a file of a pack, and gives its bytes beside it.
fn read<'p, T: de::DeserializeOwned>(
    pack: &'p Pack,
    file: &'static str,
) -> Result<(T, &'p [u8]), PracticeError> {
    let bytes = pack.file(file).ok_or(PracticeError::Missing(file))?;
    let syntax = |(line, cause)| PracticeError::Syntax { file, line, cause };
    if bytes.len() > MAX_BYTES {
        return Err(syntax((1, format!("the file is larger than {MAX_BYTES} bytes"))));
    }
    Ok((read_toml(bytes).map_err(syntax)?, bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROLES: &[&str] = &["prosecutor", "supervisor"];

    fn pack(approvals: &str, calendar: &str) -> Pack {
        let manifest = "name = \"practice\"\nschema = \"practice\"\nschema_version = 1\nversion = \"1\"\n\
                        licence = \"Apache-2.0\"\nabout = \"of a test\"\n";
        let files = [("pack.toml", manifest), (APPROVALS, approvals), (CALENDAR, calendar)];
        Pack::from_files(files.map(|(path, text)| (path.to_owned(), text.into()))).unwrap()
    }

    fn practice(approvals: &str, calendar: &str) -> Result<Practice, PracticeError> {
        Practice::from_pack(&pack(approvals, calendar), ROLES)
    }

    fn calendar(text: &str) -> Calendar {
        practice("known = false", &format!("known = true\n{text}")).unwrap().calendar().clone()
    }

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn steps_apply_by_measure_and_state_and_are_unknown_until_somebody_says() {
        let unknown = practice("known = false", "known = false").unwrap();
        let (kz, uz) = ("KZ".parse().unwrap(), "UZ".parse().unwrap());
        assert_eq!(unknown.steps("preservation", kz), None);
        let none = practice("known = true", "known = false").unwrap();
        assert_eq!(none.steps("preservation", kz), Some(vec![]));
        let text = "known = true\n\
            [[step]]\nid = \"first\"\ntitle = { en = \"The first\", ru = \"Первое\" }\nby = \"prosecutor\"\n\
            [[step]]\nid = \"cabinet\"\ntitle = { ru = \"Кабинет\" }\nby = \"outside\"\nmeasures = [\"confiscation\"]\n\
            states = [\"KZ\"]\nprovision = \"an order\"\n";
        let known = practice(text, "known = false").unwrap();
        let ids = |measure, state| {
            let steps = known.steps(measure, state).unwrap();
            steps.into_iter().map(|step| step.id).collect::<Vec<_>>()
        };
        assert_eq!(ids("preservation", kz), ["first"]);
        assert_eq!(ids("confiscation", uz), ["first"]);
        assert_eq!(ids("confiscation", kz), ["first", "cabinet"]);
        let steps = known.steps("confiscation", kz).unwrap();
        let (ru, en, tg) = ("ru".parse().unwrap(), "en".parse().unwrap(), "tg".parse().unwrap());
        assert_eq!((steps[0].title_in(&ru), steps[0].title_in(&tg)), ("Первое", "The first"));
        assert_eq!((steps[1].title_in(&en), steps[1].is_outside()), ("Кабинет", true));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_file_and_place() {
        let step = |lines: &str| {
            format!(
                "known = true\n[[step]]\nid = \"a\"\ntitle = {{ en = \"A\" }}\nby = \"prosecutor\"\n{lines}"
            )
        };
        let calendar_of = |text: &str| practice("known = false", text);
        let told = |result: Result<Practice, PracticeError>| result.unwrap_err().to_string();
        for (result, place) in [
            (practice("known = 7", "known = false"), "approvals.toml, line 1"),
            (practice("known = false\nstep = []\nmore = 1", "known = false"), "approvals.toml, line 3"),
            (practice(&step("by = \"x\""), "known = false"), "approvals.toml, line 6"),
            (
                practice(
                    &step("[[step]]\nid = \"a\"\ntitle = { en = \"A\" }\nby = \"outside\""),
                    "known = false",
                ),
                "line 7, a: there are two",
            ),
            (practice(&step("").replace("prosecutor", "king"), "known = false"), "line 5, a: by is one of"),
            (practice(&step("").replace("\"A\"", "\" \""), "known = false"), "line 4, a: a title"),
            (
                practice(&step("").replace("id = \"a\"", "id = \"A b\""), "known = false"),
                "line 3, A b: a name has",
            ),
            (practice(&step("").replace("true", "false"), "known = false"), "approvals.toml, line 1, known"),
            (calendar_of("known = true\nzone = \"Asia/Nowhere\""), "calendar.toml, line 2, zone"),
            (calendar_of("known = true\nrest_days = [\"caturday\"]"), "calendar.toml, line 2"),
            (
                calendar_of(
                    "known = true\nhours = { from = \"17:00\", to = \"08:00\" }\nzone = \"Asia/Kabul\"",
                ),
                "line 2, hours",
            ),
            (
                calendar_of("known = true\nhours = { from = \"08:00\", to = \"17:00\" }"),
                "line 2, hours: hours are read at the clock of a zone",
            ),
            (calendar_of("known = true\n[terms]\nremind = 0"), "line 3, terms.remind"),
            (calendar_of("known = false\nrest_days = [\"sunday\"]"), "calendar.toml, line 1, known"),
            (
                calendar_of(
                    "known = true\nrest_days = [\"monday\", \"tuesday\", \"wednesday\", \"thursday\", \"friday\", \"saturday\", \"sunday\"]",
                ),
                "line 2, rest_days: the office never works",
            ),
            (
                calendar_of(
                    "known = true\n[[holiday]]\nday = \"2027-03-22\"\nname = { en = \"A\" }\n\n[[holiday]]\nday = \"2027-03-22\"\nname = {}",
                ),
                "line 6, 2027-03-22: there are two",
            ),
            (
                calendar_of("known = true\n[[holiday]]\nday = \"2027-02-29\"\nname = {}"),
                "calendar.toml, line 3",
            ),
        ] {
            let told = told(result);
            assert!(told.contains(place), "{told} has no {place}");
        }
    }

    #[test]
    fn the_pack_that_the_program_carries_says_that_nothing_is_known() {
        let file = |name: &str| {
            let path =
                std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/practice").join(name);
            (name.to_owned(), std::fs::read(path).unwrap())
        };
        let pack = Pack::from_files(["pack.toml", APPROVALS, CALENDAR].map(file)).unwrap();
        let shipped = Practice::from_pack(&pack, ROLES).unwrap();
        assert_eq!(shipped.steps("preservation", "KZ".parse().unwrap()), None);
        assert_eq!(*shipped.calendar(), Calendar::default());
    }

    #[test]
    fn working_days_leave_out_rest_days_and_holidays_and_cross_a_leap_day() {
        let calendar = calendar(
            "rest_days = [\"saturday\", \"sunday\"]\n[[holiday]]\nday = \"2028-02-28\"\nname = { en = \"A day\" }\n\
             [[working]]\nday = \"2028-02-26\"\n",
        );
        // 2028-02-25 is a Friday; Saturday the 26th is worked, Monday the 28th is not, and the 29th exists.
        assert_eq!(day("2028-02-25").weekday(), Weekday::Friday);
        let working = ["2028-02-25", "2028-02-26", "2028-02-29", "2028-03-01"];
        let found: Vec<_> = (0..6)
            .map(|ahead| day("2028-02-25").checked_add(ahead.days()).unwrap())
            .filter(|day| calendar.is_working(*day))
            .map(|day| day.to_string())
            .collect();
        assert_eq!(found, working);
        assert_eq!(calendar.after(day("2028-02-25"), 2), Some(day("2028-02-29")));
        assert_eq!(calendar.after(day("2028-02-25"), 0), Some(day("2028-02-25")));
        assert_eq!(calendar.act_by(day("2028-02-28")), day("2028-02-26"));
        assert_eq!(calendar.act_by(day("2028-02-29")), day("2028-02-29"));
        assert_eq!(calendar.holiday(day("2028-02-28"), &"ru".parse().unwrap()), Some("A day"));
        assert_eq!(calendar.after(Date::MAX, 1), None);
    }

    #[test]
    fn without_a_calendar_every_day_counts() {
        let calendar = Calendar::default();
        assert!(calendar.is_working(day("2027-01-03")));
        assert_eq!(calendar.after(day("2027-12-31"), 5), Some(day("2028-01-05")));
        assert_eq!(calendar.act_by(day("2027-01-03")), day("2027-01-03"));
    }
}
