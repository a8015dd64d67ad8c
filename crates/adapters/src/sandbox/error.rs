//! Why a sandboxed task gave no answer.

use std::fmt;
use std::io;

use comity_record::Coded;

use super::protocol::ReplyError;

/// What a child printed on its standard error, bounded.
///
/// It may quote the input, and the input may be personal data; so it is in no message and no `Debug` output, and
/// whoever wants to see it has to ask for exactly that.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ChildOutput(pub(super) Vec<u8>);

impl ChildOutput {
    /// What was printed, with control characters other than line ends made visible.
    pub fn reveal(&self) -> String {
        let visible = |c: char| if c.is_control() && c != '\n' { char::REPLACEMENT_CHARACTER } else { c };
        String::from_utf8_lossy(&self.0).chars().map(visible).collect()
    }

    /// Whether nothing was printed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for ChildOutput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ChildOutput({} bytes)", self.0.len())
    }
}

/// Why a sandboxed task gave no answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SandboxError {
    /// No task of this name is in the table.
    #[error("no sandboxed task is called {task}")]
    UnknownTask {
        /// The name asked for.
        task: String,
    },
    /// A limit is outside of the range that makes sense.
    #[error("the limit {name} is {value}, outside of {least} to {most}")]
    LimitRange {
        /// Which limit.
        name: &'static str,
        /// Its value.
        value: u64,
        /// The least allowed.
        least: u64,
        /// The most allowed.
        most: u64,
    },
    /// The parameters of the task are too long.
    #[error("the parameters have {length} bytes, more than {limit}")]
    ParametersTooLarge {
        /// Their length.
        length: usize,
        /// The most allowed.
        limit: usize,
    },
    /// The input was opened for writing, so that a child could change it.
    #[error("the input is open for writing")]
    InputWritable,
    /// The input cannot be read to its end.
    #[error("the input cannot be read: {cause}")]
    InputUnreadable {
        /// What the system said.
        cause: String,
    },
    /// The child cannot be started.
    #[error("the sandboxed process cannot be started")]
    Start {
        /// What the system said.
        source: io::Error,
    },
    /// The channel to the child failed.
    #[error("the channel to the sandboxed process failed")]
    Broken {
        /// What the system said.
        source: io::Error,
    },
    /// Less protection is in force than is demanded; the input was not read.
    #[error("the sandbox lacks {}", missing.join(", "))]
    Unprotected {
        /// The names of what is missing.
        missing: Vec<String>,
    },
    /// The deadline passed; the child was ended.
    #[error("the sandboxed process was not done after {wall_millis} ms")]
    TimedOut {
        /// The limit.
        wall_millis: u64,
    },
    /// The processor time was used up.
    #[error("the sandboxed process used {cpu_seconds} s of processor time")]
    CpuTime {
        /// The limit.
        cpu_seconds: u64,
    },
    /// The memory was used up.
    #[error("the sandboxed process wanted more than {memory_bytes} bytes of memory")]
    Memory {
        /// The limit.
        memory_bytes: u64,
    },
    /// The child tried something that no reader of bytes has to do: the mark of a hostile input or a broken parser.
    #[error("the sandboxed process tried what it may not do (signal {signal})")]
    Forbidden {
        /// The signal that ended it.
        signal: i32,
        /// What it printed.
        output: ChildOutput,
    },
    /// The child was ended by a signal.
    #[error("the sandboxed process crashed (signal {signal})")]
    Crashed {
        /// The signal.
        signal: i32,
        /// What it printed.
        output: ChildOutput,
    },
    /// The task panicked.
    #[error("the sandboxed task stopped by a fault of its own")]
    Panicked {
        /// What it printed.
        output: ChildOutput,
    },
    /// The child ended without saying that it is done.
    #[error("the sandboxed process ended early (exit status {status})")]
    EndedEarly {
        /// The exit status, −1 where there is none.
        status: i32,
        /// What it printed.
        output: ChildOutput,
    },
    /// More replies, or larger ones, than allowed.
    #[error("the sandboxed process answered with more than the limit {name} of {limit}")]
    ReplyTooLarge {
        /// Which limit.
        name: &'static str,
        /// Its value.
        limit: u64,
    },
    /// The replies do not follow the protocol.
    #[error("the sandboxed process answered in no known form: {reason}")]
    ReplyMalformed {
        /// What is wrong.
        reason: &'static str,
    },
    /// The task itself reports an error, with a code of its own.
    #[error("the sandboxed task reports {code}")]
    Task {
        /// The code, one of those that the task declares.
        code: &'static str,
        /// The named values of its message, with names that the task declares.
        args: Vec<(&'static str, String)>,
    },
    /// The receiver of the replies asked to stop.
    #[error("the receiver of the replies stopped")]
    Stopped,
}

impl Coded for SandboxError {
    fn code(&self) -> &'static str {
        match self {
            Self::UnknownTask { .. } => "adapters-sandbox-unknown-task",
            Self::LimitRange { .. } => "adapters-sandbox-limit-range",
            Self::ParametersTooLarge { .. } => "adapters-sandbox-parameters-too-large",
            Self::InputWritable => "adapters-sandbox-input-writable",
            Self::InputUnreadable { .. } => "adapters-sandbox-input-unreadable",
            Self::Start { .. } => "adapters-sandbox-start",
            Self::Broken { .. } => "adapters-sandbox-broken",
            Self::Unprotected { .. } => "adapters-sandbox-unprotected",
            Self::TimedOut { .. } => "adapters-sandbox-timed-out",
            Self::CpuTime { .. } => "adapters-sandbox-cpu-time",
            Self::Memory { .. } => "adapters-sandbox-memory",
            Self::Forbidden { .. } => "adapters-sandbox-forbidden",
            Self::Crashed { .. } => "adapters-sandbox-crashed",
            Self::Panicked { .. } => "adapters-sandbox-panicked",
            Self::EndedEarly { .. } => "adapters-sandbox-ended-early",
            Self::ReplyTooLarge { .. } => "adapters-sandbox-reply-too-large",
            Self::ReplyMalformed { .. } => "adapters-sandbox-reply-malformed",
            Self::Task { code, .. } => code,
            Self::Stopped => "adapters-sandbox-stopped",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::UnknownTask { task } => vec![("task", task.clone())],
            Self::LimitRange { name, value, least, most } => vec![
                ("name", (*name).to_owned()),
                ("value", value.to_string()),
                ("least", least.to_string()),
                ("most", most.to_string()),
            ],
            Self::ParametersTooLarge { length, limit } => {
                vec![("length", length.to_string()), ("limit", limit.to_string())]
            }
            Self::InputUnreadable { cause } => vec![("cause", cause.clone())],
            Self::Start { source } | Self::Broken { source } => vec![("cause", source.to_string())],
            Self::Unprotected { missing } => vec![("missing", missing.join(", "))],
            Self::TimedOut { wall_millis } => vec![("milliseconds", wall_millis.to_string())],
            Self::CpuTime { cpu_seconds } => vec![("seconds", cpu_seconds.to_string())],
            Self::Memory { memory_bytes } => vec![("bytes", memory_bytes.to_string())],
            Self::Forbidden { signal, .. } | Self::Crashed { signal, .. } => {
                vec![("signal", signal.to_string())]
            }
            Self::EndedEarly { status, .. } => vec![("status", status.to_string())],
            Self::ReplyTooLarge { name, limit } => {
                vec![("name", (*name).to_owned()), ("limit", limit.to_string())]
            }
            Self::ReplyMalformed { reason } => vec![("reason", (*reason).to_owned())],
            Self::Task { args, .. } => args.clone(),
            Self::InputWritable | Self::Panicked { .. } | Self::Stopped => Vec::new(),
        }
    }
}

impl From<ReplyError> for SandboxError {
    fn from(error: ReplyError) -> Self {
        match error {
            ReplyError::TooLarge { name, limit } => Self::ReplyTooLarge { name, limit },
            ReplyError::Malformed(reason) => Self::ReplyMalformed { reason },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_child_printed_is_in_no_error_and_no_debug_output() {
        let output = ChildOutput(b"thread panicked at: seed phrase \x1b[31mabandon\n".to_vec());
        let error = SandboxError::Crashed { signal: 11, output: output.clone() };
        for text in [error.to_string(), format!("{error:?}"), format!("{:?}", error.args())] {
            assert!(!text.contains("abandon"), "{text}");
        }
        assert_eq!(output.reveal(), "thread panicked at: seed phrase \u{fffd}[31mabandon\n");
    }
}
