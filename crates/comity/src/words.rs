//! The words of a command, as if everything in them had been typed where it is carried out.
//!
//! A command on a node is carried out here, or by the process that serves the node: with another environment, in another
//! folder. So what came from the environment is written out, and every path begins at the root. Both ways then start
//! from the same words and give the same answer.

use std::any::TypeId;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use clap::builder::Resettable;
use clap::parser::ValueSource;
use clap::{ArgMatches, Command, CommandFactory as _, FromArgMatches as _};

use crate::cli::Cli;
use crate::out::{Failure, Out, Readers};

/// The option that says which node a command works on; a command that has it can be carried out by that node.
const NODE: &str = "node";
/// Where a path is wanted this is no file but the standard input or output.
const DASH: &str = "-";

/// A command line, read.
pub struct Line {
    /// What was read.
    pub cli: Cli,
    /// The folder of the node that the command works on, if it is such a command.
    pub node: Option<PathBuf>,
    /// The words.
    pub words: Vec<OsString>,
}

/// Reads the command line of this process; ends it, as every program does, where that is wrong or asks for help.
pub fn typed() -> Line {
    let mut command = Cli::command();
    let matches = command.try_get_matches_from_mut(std::env::args_os()).unwrap_or_else(|error| end(&error));
    if node(&command, &matches).is_none() {
        let cli = Cli::from_arg_matches(&matches).unwrap_or_else(|error| end(&error));
        return Line { cli, node: None, words: Vec::new() };
    }
    read(whole(&command, &matches)).unwrap_or_else(|error| end(&error))
}

/// Tells what is wrong with the command line, to programs in JSON like every other error.
#[expect(clippy::exit, reason = "clap ends the program here as well")]
fn end(error: &clap::Error) -> ! {
    let json = std::env::args_os().any(|word| word == "--json");
    if json && error.use_stderr() {
        let english = "en".parse().expect("a literal tag");
        let cause = error.to_string();
        Out::new(Readers::Programs, english)
            .failure(&Failure::new("comity-command-line", vec![("cause", cause)]));
        std::process::exit(error.exit_code());
    }
    error.exit()
}

/// Reads words that were written out before. Nothing is taken from the environment of this process.
pub fn read(words: Vec<OsString>) -> Result<Line, clap::Error> {
    let mut command = without_environment(Cli::command());
    let matches = command.try_get_matches_from_mut(&words)?;
    let node = node(&command, &matches);
    Ok(Line { cli: Cli::from_arg_matches(&matches)?, node, words })
}

/// Reads words, writes them out if they are a command on a node, and says whether they are understood again.
pub fn understood(words: &[OsString]) -> Option<bool> {
    let mut command = without_environment(Cli::command());
    let matches = command.try_get_matches_from_mut(words).ok()?;
    Some(node(&command, &matches).is_none() || read(whole(&command, &matches)).is_ok())
}

fn without_environment(command: Command) -> Command {
    command.mut_args(|argument| argument.env(Resettable::Reset)).mut_subcommands(without_environment)
}

/// The folder of the node, in the innermost command.
fn node(command: &Command, matches: &ArgMatches) -> Option<PathBuf> {
    if let Some((name, inside)) = matches.subcommand() {
        return node(command.find_subcommand(name)?, inside);
    }
    let argument = command.get_arguments().find(|argument| argument.get_long() == Some(NODE))?;
    matches.get_one::<PathBuf>(argument.get_id().as_str()).cloned()
}

/// Writes out what was matched.
fn whole(command: &Command, matches: &ArgMatches) -> Vec<OsString> {
    let mut words = vec![command.get_name().into()];
    write_out(command, matches, true, &mut words);
    words
}

fn write_out(command: &Command, matches: &ArgMatches, outermost: bool, words: &mut Vec<OsString>) {
    let given = |argument: &&clap::Arg| {
        let source = || matches.value_source(argument.get_id().as_str());
        // What all commands take is matched in each of them, and written once.
        (outermost || !argument.is_global_set())
            && matches!(source(), Some(ValueSource::CommandLine | ValueSource::EnvVariable))
    };
    for argument in command.get_arguments().filter(|a| !a.is_positional()).filter(given) {
        let long = argument.get_long().expect("every option has a long name; a test holds it");
        let option = || OsString::from(format!("--{long}"));
        if is_flag(argument) {
            words.push(option());
        }
        for value in values(argument, matches) {
            let mut word = option();
            word.push("=");
            word.push(value);
            words.push(word);
        }
    }
    let mut positionals = command.get_positionals().filter(given).peekable();
    if positionals.peek().is_some() {
        words.push("--".into());
        words.extend(positionals.flat_map(|argument| values(argument, matches)));
    }
    if let Some((name, inside)) = matches.subcommand() {
        words.push(name.into());
        if let Some(command) = command.find_subcommand(name) {
            write_out(command, inside, false, words);
        }
    }
}

fn is_flag(argument: &clap::Arg) -> bool {
    !argument.get_action().takes_values() && !argument.is_positional()
}

/// What was given for an argument.
fn values(argument: &clap::Arg, matches: &ArgMatches) -> Vec<OsString> {
    if is_flag(argument) {
        return Vec::new();
    }
    let is_path = argument.get_value_parser().type_id() == TypeId::of::<PathBuf>();
    let raw = matches.get_raw(argument.get_id().as_str()).into_iter().flatten();
    raw.map(|value| if is_path { from_root(value) } else { value.to_owned() }).collect()
}

/// A path of this process that means the same in every other.
fn from_root(path: &OsStr) -> OsString {
    if path == DASH {
        return path.to_owned();
    }
    // Without a working folder, or for no path at all, the words are left as they are and fail where they are used.
    std::path::absolute(Path::new(path)).map_or_else(|_| path.to_owned(), PathBuf::into_os_string)
}

#[cfg(test)]
mod tests {
    use clap::ArgAction;

    use super::*;

    fn written_out(words: &[&str]) -> Vec<String> {
        let mut command = Cli::command();
        let matches = command.try_get_matches_from_mut(words).unwrap();
        let words = whole(&command, &matches);
        words.into_iter().map(|word| word.into_string().unwrap()).collect()
    }

    fn here(name: &str) -> String {
        std::env::current_dir().unwrap().join(name).display().to_string()
    }

    #[test]
    fn the_same_words_stand_whatever_was_typed() {
        let case = "00".repeat(16);
        let typed =
            ["comity", "--json", "case", "note", "--node=office", "--as=--Amina", &case, "--", "-1 it is"];
        let whole = written_out(&typed);
        let node = format!("--node={}", here("office"));
        assert_eq!(
            whole,
            ["comity", "--json", "case", "note", &node, "--as=--Amina", "--", &case, "-1 it is"]
        );
        let again: Vec<&str> = whole.iter().map(String::as_str).collect();
        assert_eq!(written_out(&again), whole);
        let line = read(whole.iter().map(OsString::from).collect()).unwrap();
        assert_eq!(line.node, Some(PathBuf::from(here("office"))));
        assert!(line.cli.json);
    }

    #[test]
    fn lists_and_languages_and_paths_are_kept() {
        let typed = ["comity", "office", "set-roles", "--language", "fa", "--node", "/n", "--as", "A"];
        let rest =
            ["--passphrase-file", "a b", "--person", "B", "--roles", "auditor,analyst", "--reason", ""];
        let whole = written_out(&[&typed[..], &rest].concat());
        let file = format!("--passphrase-file={}", here("a b"));
        for word in ["--language=fa", "--node=/n", &file, "--roles=auditor", "--roles=analyst", "--reason="] {
            assert!(whole.iter().any(|w| w == word), "{word} in {whole:?}");
        }
        assert_eq!(from_root("-".as_ref()), "-");
        assert_eq!(from_root("".as_ref()), "");
    }

    /// What writing out relies on, for every command that a node can carry out.
    #[test]
    fn every_argument_of_a_command_on_a_node_can_be_written_out() {
        let mut seen = 0;
        let mut open = vec![Cli::command()];
        while let Some(mut command) = open.pop() {
            command.build();
            open.extend(command.get_subcommands().cloned());
            if !command.get_arguments().any(|argument| argument.get_long() == Some(NODE)) {
                continue;
            }
            seen += 1;
            let name = command.get_name().to_owned();
            for argument in command.get_arguments() {
                let action = argument.get_action();
                let plain = matches!(
                    action,
                    ArgAction::Set
                        | ArgAction::Append
                        | ArgAction::SetTrue
                        | ArgAction::Help
                        | ArgAction::HelpShort
                        | ArgAction::HelpLong
                        | ArgAction::Version
                );
                assert!(plain, "{name}: {argument}");
                assert!(argument.is_positional() || argument.get_long().is_some(), "{name}: {argument}");
                let range = argument.get_num_args().unwrap();
                let one = range.min_values() == 1 && range.max_values() == 1;
                assert!(!action.takes_values() || argument.is_positional() || one, "{name}: {argument}");
            }
            assert!(!command.has_subcommands(), "{name}");
        }
        assert!(seen > 20, "{seen}");
    }
}
