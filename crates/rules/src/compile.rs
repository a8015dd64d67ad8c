//! From the text of rules to what a search takes.

use comity_record::Coded;
use yara_x::errors::CompileError;
use yara_x::{Compiler, SourceCode};

/// The most text of all rules together: the largest public collections have some megabytes.
pub const MAX_TEXT_BYTES: usize = 8 << 20;
/// The most rules. Public collections have some thousands.
pub const MAX_RULES: usize = 20_000;
/// The most that compiled rules may take: some thousand of them, at about ten kilobytes each. They are given to each searching
/// process.
pub const MAX_COMPILED_BYTES: usize = 48 << 20;

/// A file of rules.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// What people call it; errors say so.
    pub file: &'a str,
    /// What tells its rules from those of the same name in other files.
    pub namespace: &'a str,
    /// What is in it.
    pub text: &'a [u8],
}

/// Why rules cannot be used, or do not come to an end.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RuleError {
    /// The text is no rule of the language.
    #[error("{file}, line {line}, column {column}: {reason}")]
    Wrong {
        /// The file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// The letter of the line, from 1.
        column: usize,
        /// What the compiler says.
        reason: String,
    },
    /// A module is wanted that is not built in.
    #[error("{file}, line {line}, column {column}: there is no module {module}")]
    Module {
        /// The file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// The letter of the line, from 1.
        column: usize,
        /// Its name.
        module: String,
    },
    /// Another file is to be included.
    #[error("{file}, line {line}, column {column}: nothing is included")]
    Include {
        /// The file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// The letter of the line, from 1.
        column: usize,
    },
    /// A file has no rule.
    #[error("{file} has no rule")]
    None {
        /// The file.
        file: String,
    },
    /// The texts have more than [`MAX_TEXT_BYTES`].
    #[error("rules of more than {limit} bytes")]
    TooLarge {
        /// The most.
        limit: usize,
    },
    /// There are more than [`MAX_RULES`].
    #[error("more than {limit} rules")]
    TooMany {
        /// The most.
        limit: usize,
    },
    /// They make more than [`MAX_COMPILED_BYTES`].
    #[error("the rules take more than {limit} bytes when compiled")]
    CompiledTooLarge {
        /// The most.
        limit: usize,
    },
    /// The bytes are not what [`compile`] of this program gave.
    #[error("these are no compiled rules")]
    NotCompiled,
    /// A layer took longer than was allowed.
    #[error("the rules took longer than {seconds} s")]
    TooSlow {
        /// What was allowed.
        seconds: u64,
    },
}

impl Coded for RuleError {
    fn code(&self) -> &'static str {
        match self {
            Self::Wrong { .. } => "rules-wrong",
            Self::Module { .. } => "rules-module",
            Self::Include { .. } => "rules-include",
            Self::None { .. } => "rules-none",
            Self::TooLarge { .. } => "rules-too-large",
            Self::TooMany { .. } => "rules-too-many",
            Self::CompiledTooLarge { .. } => "rules-compiled-too-large",
            Self::NotCompiled => "rules-not-compiled",
            Self::TooSlow { .. } => "rules-too-slow",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        let place = |file: &String, line: &usize, column: &usize| {
            vec![("file", file.clone()), ("line", line.to_string()), ("column", column.to_string())]
        };
        match self {
            Self::Wrong { file, line, column, reason } => {
                let mut args = place(file, line, column);
                args.push(("reason", reason.clone()));
                args
            }
            Self::Module { file, line, column, module } => {
                let mut args = place(file, line, column);
                args.push(("module", module.clone()));
                args
            }
            Self::Include { file, line, column } => place(file, line, column),
            Self::None { file } => vec![("file", file.clone())],
            Self::TooLarge { limit } | Self::TooMany { limit } | Self::CompiledTooLarge { limit } => {
                vec![("limit", limit.to_string())]
            }
            Self::NotCompiled => Vec::new(),
            Self::TooSlow { seconds } => vec![("limit", seconds.to_string())],
        }
    }
}

/// Compiles rules. The answer is for [`Rules::read`](crate::Rules::read) of the same program.
///
/// # Errors
/// Names the first thing that is wrong, by its file, line and column, and the limit that is passed.
pub fn compile(sources: &[Source<'_>]) -> Result<Vec<u8>, RuleError> {
    let bytes = sources.iter().fold(0_usize, |sum, source| sum.saturating_add(source.text.len()));
    if bytes > MAX_TEXT_BYTES {
        return Err(RuleError::TooLarge { limit: MAX_TEXT_BYTES });
    }
    let mut compiler = Compiler::new();
    compiler.enable_includes(false).max_warnings(0);
    for source in sources {
        compiler.new_namespace(source.namespace);
        let code = SourceCode::from(source.text).with_origin(source.file);
        if let Err(error) = compiler.add_source(code) {
            return Err(wrong(source, &error));
        }
    }
    let rules = compiler.build();
    if let Some(empty) = sources.iter().find(|source| rules.iter().all(|r| r.namespace() != source.namespace))
    {
        return Err(RuleError::None { file: empty.file.to_owned() });
    }
    if rules.iter().len() > MAX_RULES {
        return Err(RuleError::TooMany { limit: MAX_RULES });
    }
    let compiled =
        rules.serialize().map_err(|_| RuleError::CompiledTooLarge { limit: MAX_COMPILED_BYTES })?;
    if compiled.len() > MAX_COMPILED_BYTES {
        return Err(RuleError::CompiledTooLarge { limit: MAX_COMPILED_BYTES });
    }
    Ok(compiled)
}

/// What the compiler says, with its place.
fn wrong(source: &Source<'_>, error: &CompileError) -> RuleError {
    let file = source.file.to_owned();
    let title = error.title();
    let first = error.labels().next();
    let at = first.as_ref().map_or(0, |label| label.span().start());
    let (line, column) = place(source.text, at);
    match error {
        CompileError::UnknownModule(_) => {
            let module = title.split('`').nth(1).unwrap_or_default().to_owned();
            RuleError::Module { file, line, column, module }
        }
        CompileError::IncludeNotAllowed(_) => RuleError::Include { file, line, column },
        _ => {
            let label = first.map(|label| label.text().to_owned()).filter(|text| !text.is_empty());
            let reason = label.map_or_else(|| title.to_owned(), |label| format!("{title}: {label}"));
            RuleError::Wrong { file, line, column, reason }
        }
    }
}

/// The line and the letter in it, each from 1, of a byte of a text.
fn place(text: &[u8], at: usize) -> (usize, usize) {
    let before = &text[..at.min(text.len())];
    let line = before.split(|byte| *byte == b'\n');
    let (lines, last) = line.fold((0, &[][..]), |(lines, _), line| (lines + 1, line));
    (lines, String::from_utf8_lossy(last).chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_one_column_however_many_bytes_it_has() {
        assert_eq!(place("a\nöö$".as_bytes(), 6), (2, 3));
        assert_eq!(place(b"", 5), (1, 1));
        assert_eq!(place(b"a\n", 2), (2, 1));
    }
}
