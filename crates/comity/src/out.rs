//! What is printed, and what is asked: at the terminal of this process, or at that of the command line which a serving
//! node works for. No command knows which.

use std::io::{self, IsTerminal as _, Read, Write as _};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use comity_adapters::passphrase::Passphrase;
use comity_document::{first_strong, set_apart};
use comity_messages::{Advice, Catalogues};
use comity_record::{Coded, Language};
use comity_scan::masked;
use indicatif::ProgressBar;
use serde::Serialize;

use crate::caller::{Caller, CallerInput};
use crate::serving::Serving;
use crate::size;
use crate::terminal::{self, Measure, Secret};

/// Something that a person has to be told, with its code.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct Failure {
    code: &'static str,
    args: Vec<(&'static str, String)>,
    message: String,
    /// What there is to say besides, a message with its values.
    further: Option<(&'static str, Vec<(&'static str, String)>)>,
}

impl Coded for Failure {
    fn code(&self) -> &'static str {
        self.code
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        self.args.clone()
    }
}

impl Failure {
    /// A failure of the command line itself.
    pub fn new(code: &'static str, args: Vec<(&'static str, String)>) -> Self {
        let args = on_one_line(args);
        let message =
            args.iter().map(|(name, value)| format!("{name}: {value}")).collect::<Vec<_>>().join(", ");
        Self { code, args, message, further: None }
    }

    /// Any coded error of the floors below.
    #[expect(clippy::needless_pass_by_value, reason = "it is given to map_err")]
    pub fn of<E: Coded + std::fmt::Display>(error: E) -> Self {
        Self {
            code: error.code(),
            args: on_one_line(error.args()),
            message: masked(&escaped(&error.to_string())).into_owned(),
            further: None,
        }
    }

    /// The same, with a message to be told after what to do.
    #[must_use]
    pub fn adding(self, message: &'static str, args: Vec<(&'static str, String)>) -> Self {
        Self { further: Some((message, on_one_line(args))), ..self }
    }

    /// A file that cannot be read or written.
    #[expect(clippy::needless_pass_by_value, reason = "an error of the system is used up by telling of it")]
    pub fn file(doing: &str, path: &Path, source: io::Error) -> Self {
        let cause = escaped(&source.to_string());
        Self::new("comity-file", vec![("doing", doing.to_owned()), ("path", shown(path)), ("cause", cause)])
    }
}

/// Values of errors that name files and what is in them, as others called it: a line break in one would look like the end of
/// what we say.
const NAMES: [&str; 6] = ["file", "folder", "name", "path", "target", "text"];

/// Values of which none that is a name can be taken for several lines, or shows a secret that somebody wrote into it.
fn on_one_line(mut args: Vec<(&'static str, String)>) -> Vec<(&'static str, String)> {
    for (_, value) in args.iter_mut().filter(|(name, _)| NAMES.contains(name)) {
        *value = masked(&escaped(value)).into_owned();
    }
    args
}

/// Lines of one kind that are printed one by one: more push off the screen what was said before them.
const FIRST: usize = 20;

/// What stands before the JSON of an answer that follows the sentences about it (RFC 7464, §2.2).
pub const RECORD: &str = "\u{1E}";

/// For whom answers are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// Sentences.
    People,
    /// JSON.
    Programs,
    /// Sentences, and JSON behind [`RECORD`].
    Both,
}

/// Where answers go, and where questions are asked.
pub struct Out {
    readers: Readers,
    language: Language,
    catalogues: Catalogues,
    end: End,
}

/// Who sits at the other end.
enum End {
    Terminal,
    Caller(Arc<Caller>),
}

impl Out {
    /// Answers for these readers; sentences are in this language.
    pub fn new(readers: Readers, language: Language) -> Self {
        Self { readers, language, catalogues: Catalogues::embedded(), end: End::Terminal }
    }

    /// The same for the command line that called. In English, if it did not say in which language.
    pub fn called(readers: Readers, language: Option<Language>, caller: &Arc<Caller>) -> Self {
        let english = || "en".parse().expect("a literal tag");
        Self { end: End::Caller(Arc::clone(caller)), ..Self::new(readers, language.unwrap_or_else(english)) }
    }

    /// The language of the sentences.
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// Makes sure that there are messages in the language that was asked for.
    pub fn speaks(&self) -> Result<(), Failure> {
        if self.catalogues.languages().any(|language| *language == self.language) {
            return Ok(());
        }
        let languages: Vec<_> = self.catalogues.languages().map(ToString::to_string).collect();
        let args = vec![("language", self.language.to_string()), ("languages", languages.join(", "))];
        Err(Failure::new("comity-language-unknown", args))
    }

    /// The node that carries the command out, when this process serves it.
    pub fn serving(&self) -> Option<&Arc<Serving>> {
        match &self.end {
            End::Terminal => None,
            End::Caller(caller) => Some(caller.serving()),
        }
    }

    /// Whether only programs read the answer.
    pub fn is_json(&self) -> bool {
        self.readers == Readers::Programs
    }

    /// Whether a person watches, so that progress may be shown.
    pub fn watched(&self) -> bool {
        match &self.end {
            End::Terminal => !self.is_json() && io::stderr().is_terminal(),
            End::Caller(caller) => caller.watched(),
        }
    }

    /// Whether what people are told is shown on a terminal, and goes into no file or pipe.
    pub fn on_terminal(&self) -> bool {
        let terminal = match &self.end {
            End::Terminal => io::stdout().is_terminal(),
            End::Caller(caller) => caller.on_terminal(),
        };
        terminal && self.readers == Readers::People
    }

    /// Shows how far a command is that takes long: of so many steps, or of bytes whose number is not known.
    pub fn progress(&self, of: Option<u64>) -> Progress {
        self.measured(of.map_or(Measure::Bytes(None), Measure::Steps))
    }

    /// Shows how many bytes of so many a command has read.
    pub fn progress_of_bytes(&self, of: u64) -> Progress {
        // Of nothing there is no part.
        self.measured(Measure::Bytes(Some(of).filter(|of| *of > 0)))
    }

    /// Shows how many bytes of a file, or of all files in a folder, a command has read.
    pub fn progress_over(&self, path: &Path) -> Progress {
        self.progress_of_bytes(if self.watched() { size::of(path) } else { 0 })
    }

    /// Has Ctrl-C end a command that asks for it by [`Progress::is_abandoned`], so that it can clear away what is not whole.
    pub fn hear_interrupts(&self) {
        if matches!(self.end, End::Terminal) {
            terminal::hear_interrupts();
        }
    }

    fn measured(&self, of: Measure) -> Progress {
        match &self.end {
            End::Terminal if !self.watched() => {
                Progress { bar: terminal::no_bar(), watched: false, caller: None }
            }
            End::Terminal => Progress { bar: terminal::bar(of), watched: true, caller: None },
            End::Caller(caller) => {
                Progress { bar: terminal::no_bar(), watched: false, caller: Some((Arc::clone(caller), of)) }
            }
        }
    }

    /// Takes what a person types without echo, or what lies in the file that was named for it.
    pub fn secret(&self, secret: Secret<'_>) -> Result<Passphrase, Failure> {
        match &self.end {
            End::Terminal => secret.take().map_err(Failure::of),
            End::Caller(caller) => caller.secret(secret),
        }
    }

    /// Standard input to its end, or to one byte more than `most`: then it is too much.
    pub fn input(&self, most: u64) -> Result<Vec<u8>, Failure> {
        match &self.end {
            End::Terminal => terminal::input(most),
            End::Caller(caller) => caller.input(most),
        }
    }

    /// Standard input as it comes, wherever the command line is.
    pub fn input_stream(&self) -> Box<dyn Read + Send> {
        match &self.end {
            End::Terminal => Box::new(io::stdin()),
            End::Caller(caller) => Box::new(CallerInput::new(caller)),
        }
    }

    /// The message of a key.
    pub fn message(&self, key: &str, values: &[(&str, &str)]) -> String {
        let english: Language = "en".parse().expect("a literal tag");
        self.catalogues
            .message(&self.language, key, values)
            .or_else(|_| self.catalogues.message(&english, key, values))
            .unwrap_or_else(|_| key.to_owned())
    }

    /// Prints a message for people; programs are not told.
    pub fn say(&self, key: &str, values: &[(&str, &str)]) {
        if !self.is_json() {
            self.line(&self.message(key, values));
        }
    }

    /// Prints an answer: a JSON object for programs, what `people` prints for people.
    pub fn answer<T: Serialize>(&self, answer: &T, people: impl FnOnce(&Self)) {
        if self.readers != Readers::Programs {
            people(self);
        }
        let before = match self.readers {
            Readers::People => return,
            Readers::Programs => "",
            Readers::Both => RECORD,
        };
        // What could steer a terminal is escaped in JSON already.
        let answer = serde_json::to_string(answer).expect("answers are plain data");
        self.print(format!("{before}{answer}\n").as_bytes());
    }

    /// Shows a secret on the terminal, and leaves it nowhere in memory.
    pub fn reveal(&self, text: &str) {
        match &self.end {
            End::Terminal => terminal::reveal(text.as_bytes()),
            End::Caller(caller) => caller.reveal(text.as_bytes()),
        }
    }

    /// Prints lines for people; nothing in them steers a terminal.
    pub fn line(&self, text: &str) {
        self.print(format!("{}\n", told(text)).as_bytes());
    }

    /// The first of many lines, and how many more there are.
    pub fn first(&self, lines: &[String]) -> Vec<String> {
        let mut first: Vec<_> = lines.iter().take(FIRST).cloned().collect();
        let more = lines.len().saturating_sub(FIRST);
        first.extend((more > 0).then(|| self.message("comity-and-more", &[("more", &more.to_string())])));
        first
    }

    /// The last of many lines, and before them how many came earlier.
    pub fn last(&self, lines: &[String]) -> Vec<String> {
        let earlier = lines.len().saturating_sub(FIRST);
        let said = || self.message("comity-and-earlier", &[("earlier", &earlier.to_string())]);
        let mut last: Vec<_> = (earlier > 0).then(said).into_iter().collect();
        last.extend(lines.iter().skip(earlier).cloned());
        last
    }

    /// Lets a library write to standard output.
    pub fn print_with(&self, write: impl FnOnce(&mut Vec<u8>)) {
        let mut bytes = Vec::new();
        write(&mut bytes);
        self.print(&bytes);
    }

    fn print(&self, bytes: &[u8]) {
        match &self.end {
            // A reader that has gone away has seen what it wanted.
            End::Terminal => drop(io::stdout().write_all(bytes)),
            End::Caller(caller) => caller.output(bytes),
        }
    }

    /// Tells what went wrong and what to do, on standard error.
    pub fn failure(&self, failure: &Failure) {
        let mut advice = self.advice(failure);
        if let Some((message, args)) = &failure.further {
            let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let message = self.message(message, &args);
            advice.to_do = Some(match advice.to_do {
                Some(to_do) => format!("{to_do}\n{message}"),
                None => message,
            });
        }
        let text = if self.is_json() {
            let object = serde_json::json!({
                "error": advice.code, "message": plain(&advice.what), "to_do": advice.to_do.map(|t| plain(&t)),
            });
            object.to_string()
        } else {
            let to_do = advice.to_do.map(|to_do| format!("\n{to_do}")).unwrap_or_default();
            told(&format!("error[{}]: {}{to_do}", advice.code, advice.what))
        };
        let text = format!("{text}\n");
        match &self.end {
            End::Terminal => drop(io::stderr().write_all(text.as_bytes())),
            End::Caller(caller) => caller.errors(text.as_bytes()),
        }
    }

    /// Prints what a person is told of a finding, as part of an answer.
    pub fn advise<E: Coded + std::fmt::Display>(&self, finding: &E) {
        self.line(&self.advice(finding).what);
    }

    /// What a person is told of an error.
    pub fn advice<E: Coded + std::fmt::Display>(&self, error: &E) -> Advice {
        self.catalogues.advice(&self.language, error)
    }
}

/// How far a command is. Cleared away when dropped.
pub struct Progress {
    bar: ProgressBar,
    watched: bool,
    caller: Option<(Arc<Caller>, Measure)>,
}

impl Progress {
    /// So much is done.
    pub fn set(&self, done: u64) {
        self.bar.set_position(done);
        if let Some((caller, of)) = &self.caller {
            caller.progress(done, *of);
        }
    }

    /// Whether whoever gave the command has ended it meanwhile: a node that carries it out would go on else, and so would a
    /// command that [hears](Out::hear_interrupts) Ctrl-C.
    pub fn is_abandoned(&self) -> bool {
        match &self.caller {
            Some((caller, _)) => caller.is_gone(),
            None => terminal::interrupted(),
        }
    }

    /// Whether anybody sees it.
    pub fn is_watched(&self) -> bool {
        self.caller.as_ref().map_or_else(|| self.watched, |(caller, _)| caller.watched())
    }

    /// Shows how many bytes an intake has read, and ends it when nobody waits for it any more.
    pub fn watch(&self) -> impl FnMut(comity_evidence::Progress) -> ControlFlow<()> {
        move |done| {
            self.set(done.bytes);
            if self.is_abandoned() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        }
    }

    /// Prints something while the progress is out of its way.
    pub fn suspend(&self, print: impl FnOnce()) {
        self.bar.suspend(print);
    }
}

#[cfg(test)]
impl Progress {
    /// One that is watched and that nobody sees.
    pub fn unseen() -> Self {
        Self { bar: terminal::no_bar(), watched: true, caller: None }
    }

    /// So much is done.
    pub fn done(&self) -> u64 {
        self.bar.position()
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// Lines as a terminal may show them. Where all is read from the left there is nothing to isolate; in a line with letters
/// that are read from the right, every value and passage of the other side stands in an isolate, whoever put the line
/// together. A terminal that knows nothing of directions shows such a line letter by letter anyway.
fn told(text: &str) -> String {
    let lines = plain(text);
    lines.split_inclusive('\n').map(|line| set_apart(line, first_strong(line))).collect()
}

/// A message without its isolates. What a value in it could steer a terminal or turn a line around with does nothing, and is seen.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{2066}'..='\u{2069}' => {}
            '\u{202A}'..='\u{202E}' => plain.extend(c.escape_unicode()),
            '\n' | '\t' => plain.push(c),
            c if c.is_control() => plain.push(char::REPLACEMENT_CHARACTER),
            c => plain.push(c),
        }
    }
    plain
}

/// The path as a person wrote it, with what could steer a terminal or break the line escaped.
pub fn shown(path: &Path) -> String {
    escaped(&path.display().to_string())
}

/// The name of a file in an exhibit, as it is shown: on one line, and with the secrets in it masked.
pub fn file_name(name: &str) -> String {
    masked(&escaped(name)).into_owned()
}

/// A text on one line: line breaks, and what else steers a terminal or turns letters around, as a programmer writes them (`\n`,
/// `\u{1b}`, `\u{202e}`). Names that differ in nothing else are told apart by it.
pub fn escaped(text: &str) -> String {
    let escape = |letter: char| match letter {
        letter if letter.is_control() || is_mark(letter) => letter.escape_default().to_string(),
        letter => letter.to_string(),
    };
    text.chars().map(escape).collect()
}

/// Whether it is a mark of direction (Unicode Standard Annex 9, 2), of which nothing is seen.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Text out of a foreign file must not steer the terminal.
pub fn clean(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use comity_record::Direction;
    use proptest::prelude::*;

    use super::*;

    /// What a counterpart writes into a reference or a ticket is printed beside our own words.
    #[test]
    fn no_value_steers_a_terminal_or_turns_a_line_around() {
        let hostile = "REF\u{1b}]0;title\u{7} \u{2068}T\u{1b}[31m\u{2069} \u{202E}321\r\u{9b}31m";
        assert_eq!(
            plain(hostile),
            "REF\u{fffd}]0;title\u{fffd} T\u{fffd}[31m \\u{202e}321\u{fffd}\u{fffd}31m"
        );
        assert_eq!(plain("two\nlines\tand \u{200F}\u{6A9}"), "two\nlines\tand \u{200F}\u{6A9}");
    }

    #[test]
    fn a_line_break_in_the_name_of_a_file_is_escaped_and_ends_no_line() {
        let path = Path::new("a\nerror[none]: all is well\r\u{1b}[2K\u{9b}b\\n");
        let told = r"a\nerror[none]: all is well\r\u{1b}[2K\u{9b}b\n";
        assert_eq!(shown(path), told);
        let other = comity_disk::DiskError::Missing { path: path.display().to_string() };
        for failure in [
            Failure::file("read", path, io::ErrorKind::NotFound.into()),
            Failure::new("comity-no-block-files", vec![("folder", path.display().to_string())]),
            Failure::file("write", Path::new("c"), io::Error::other(other)),
        ] {
            assert!(failure.args().iter().all(|(_, value)| !value.contains(char::is_control)), "{failure:?}");
            assert!(failure.to_string().contains(told));
        }
    }

    #[test]
    fn a_mark_of_direction_in_the_name_of_a_file_is_seen() {
        for mark in ['\u{61C}', '\u{200E}', '\u{202A}', '\u{202E}', '\u{2066}', '\u{2069}'] {
            let told = format!("inv{}.txt", mark.escape_unicode());
            assert_eq!(shown(Path::new(&format!("inv{mark}.txt"))), told);
            assert_eq!(plain(&told), told);
        }
        assert_eq!(escaped("счёт شماره\u{200C}ها.txt"), "счёт شماره\u{200C}ها.txt");
    }

    #[test]
    fn a_line_without_letters_from_the_right_has_no_isolates() {
        assert_eq!(
            told("\u{2068}EX-7\u{2069}: 2026-11-02, 2.4 BTC\n  счёт 17"),
            "EX-7: 2026-11-02, 2.4 BTC\n  счёт 17"
        );
    }

    /// The letters of a line outside of all isolates, and those within one.
    fn outside_and_within(line: &str) -> (String, String) {
        let mut depth = 0_usize;
        let (mut outside, mut within) = (String::new(), String::new());
        for c in line.chars() {
            match c {
                '\u{2066}' | '\u{2067}' => depth += 1,
                '\u{2069}' => depth -= 1,
                c if depth == 0 => outside.push(c),
                c => within.push(c),
            }
        }
        (outside, within)
    }

    proptest! {
        #[test]
        fn no_value_stands_outside_an_isolate_beside_words_that_turn_it(
            words in "(شماره|تاریخ|مبلغ|Ҳуҷҷат|Number): ",
            value in "20[0-9]{2}-[01][0-9]-[0-3][0-9]|[0-9]{1,3}\\.[0-9]{2,8} (BTC|KZT)|[0-9a-f]{64}|EX-[0-9]{4}/[0-9]{2}|۱۴۰۵-۰[۱-۹]-[۱-۲][۰-۹]",
            after in "( (and|علی|رفت|ст)){0,3}",
        ) {
            let line = format!("{words}\u{2068}{value}\u{2069}{after}");
            let shown = told(&line);
            let (outside, within) = outside_and_within(&shown);
            let turns = |c: char| ('\u{0620}'..='\u{06EF}').contains(&c);
            match first_strong(&line) {
                Direction::Rtl => prop_assert!(!outside.contains(char::is_numeric) && within.contains(&value), "{shown}"),
                Direction::Ltr => prop_assert!(!outside.contains(turns), "{shown}"),
            }
            prop_assert_eq!(plain(&shown), plain(&line));
        }
    }
}
