//! The side that reads foreign bytes.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::os::fd::AsFd;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::process::ExitCode;

use comity_record::{Coded, cbor};

use super::handing;
use super::limits::{Limits, MAX_PARAMETER_BYTES};
use super::protocol::{
    Assignment, CONTROL_BYTES, Failure, InputHead, MAX_ARG_CHARS, MAX_ARGS, VERSION, kind,
};
use super::ranges::Ranges;
use super::restrict;
use crate::frame::{read_frame, read_rest, write_frame};

/// What reads foreign bytes: gets the input, its limits, and where replies go.
pub type TaskFn = fn(&mut Input, Limits, &mut dyn FrameSink) -> Result<(), TaskError>;

/// Which folders a task reads, told from its parameters.
pub type FoldersFn = fn(&[u8]) -> Vec<PathBuf>;

/// A task of the table that both sides know.
#[derive(Clone, Copy, Debug)]
pub struct Task {
    /// Its name, unique in the table.
    pub name: &'static str,
    /// The codes of the errors that it may report, usually the `CODES` of its engine. The parent accepts no others,
    /// since a child that was taken over could say anything.
    pub codes: &'static [&'static str],
    /// The names of the values that its errors may carry.
    pub args: &'static [&'static str],
    /// Which folders it reads beside its input, with threads of its own: for work that neither a pipe nor one core is
    /// enough for. `None` for a task that reads its input alone.
    ///
    /// Such a task keeps these folders, for reading, and the calls of the kernel that files and threads take; everything
    /// else is taken from it all the same, but there is no filter of system calls and no limit of memory. Whoever
    /// starts it says so by a [`Minimum`](super::Minimum) without the filter.
    pub folders: Option<FoldersFn>,
    /// Whether a task without folders may start threads in its process, for a library that cannot do without: one that
    /// watches the time of work which never comes back to be asked. All else is taken from it as from any other.
    pub threads: bool,
    /// What it does.
    pub run: TaskFn,
}

/// Where replies go.
pub trait FrameSink {
    /// Sends one reply.
    ///
    /// # Errors
    /// Fails when the reply, the number of replies or all of them together pass a limit, or nobody listens.
    fn frame(&mut self, body: &[u8]) -> Result<(), TaskError>;
}

/// Why a task was not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskError {
    code: &'static str,
    args: Vec<(&'static str, String)>,
}

impl TaskError {
    /// An error of this code with these values; both must be declared in the [`Task`].
    pub fn new(code: &'static str, args: Vec<(&'static str, String)>) -> Self {
        Self { code, args }
    }

    /// The input could not be read.
    pub fn input(error: &io::Error) -> Self {
        Self { code: code::INPUT_UNREADABLE, args: vec![("cause", error.to_string())] }
    }

    /// The stable code.
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// The code and the values, for whoever did the work of a task without a child.
    pub fn into_parts(self) -> (&'static str, Vec<(&'static str, String)>) {
        (self.code, self.args)
    }
}

impl<E: Coded> From<E> for TaskError {
    /// Any coded error of an engine: `?` in a task sends it to the parent.
    fn from(error: E) -> Self {
        Self { code: error.code(), args: error.args() }
    }
}

/// The input of a task. It can seek unless the input is a stream.
#[derive(Debug)]
pub struct Input {
    /// The input itself; without it, the parent reads for the child.
    opened: Option<File>,
    ranges: Ranges<File>,
    length: Option<u64>,
    parameters: Vec<u8>,
}

impl Input {
    /// What the parent gave the task besides its input. The parent is trusted, and so are these.
    pub fn parameters(&self) -> &[u8] {
        &self.parameters
    }

    /// The length of the input, where it is known.
    pub fn length(&self) -> Option<u64> {
        self.length
    }

    fn hand(&mut self, head: &InputHead, opened: Option<File>) {
        self.ranges.restart(head.length.unwrap_or(0));
        self.length = head.length;
        self.opened = opened;
    }
}

impl Read for Input {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        match &mut self.opened {
            Some(file) => file.read(out),
            None => self.ranges.read(out),
        }
    }
}

impl Seek for Input {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match &mut self.opened {
            Some(file) => file.seek(to),
            None => self.ranges.seek(to),
        }
    }
}

/// Codes of the sandbox itself, which every task may have.
pub(super) mod code {
    pub const INPUT_UNREADABLE: &str = "adapters-sandbox-input-unreadable";
    pub const PANICKED: &str = "adapters-sandbox-panicked";
    pub const REPLY_TOO_LARGE: &str = "adapters-sandbox-reply-too-large";
    pub const REPLY_MALFORMED: &str = "adapters-sandbox-reply-malformed";
    pub const UNKNOWN_TASK: &str = "adapters-sandbox-unknown-task";
    pub const UNPROTECTED: &str = "adapters-sandbox-unprotected";
}

/// The task of this name.
pub(super) fn find<'a>(tasks: &'a [Task], name: &str) -> Option<&'a Task> {
    tasks.iter().find(|task| task.name == name)
}

/// Runs the task called `name` as the sandboxed child of the process that started this one.
///
/// Call it first thing in `main`, before anything is opened and any thread started: it takes standard output for itself,
/// closes every other descriptor, and gives up nearly all rights of the process for good.
///
/// Standard output must be what [`Sandbox`](super::Sandbox) makes it; started by hand, it ends with status 2 and says
/// nothing.
pub fn run(tasks: &[Task], name: &str) -> ExitCode {
    let Ok((mut child, asking)) = Child::hired() else { return ExitCode::from(2) };
    match child.work(tasks, name, asking) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            child.fail(&error);
            ExitCode::FAILURE
        }
    }
}

struct Child {
    channel: File,
    assignment: Assignment,
    parameters: Vec<u8>,
}

impl Child {
    /// Takes the assignment. What comes over the channel is from the parent and trusted, but read strictly all the
    /// same: started by hand, standard output is no channel. Gives the channel once more, for an input that asks for its
    /// ranges while replies go out: no descriptor can be made later.
    fn hired() -> io::Result<(Self, File)> {
        restrict::close_inherited();
        let mut channel = File::from(io::stdout().as_fd().try_clone_to_owned()?);
        let mut message = |expected: u8, limit: usize| {
            let frame = read_frame(&mut channel, limit).map_err(io::Error::other)?;
            frame.filter(|frame| frame.kind == expected).ok_or(io::Error::from(io::ErrorKind::InvalidData))
        };
        let assignment = message(kind::ASSIGNMENT, CONTROL_BYTES)?.body;
        let assignment: Assignment = cbor::from_canonical(&assignment).map_err(io::Error::other)?;
        let parameters = message(kind::PARAMETERS, MAX_PARAMETER_BYTES)?.body;
        if assignment.version != VERSION {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let asking = channel.try_clone()?;
        Ok((Self { channel, assignment, parameters }, asking))
    }

    fn work(&mut self, tasks: &[Task], name: &str, asking: File) -> Result<(), TaskError> {
        let task = find(tasks, name)
            .ok_or_else(|| TaskError::new(code::UNKNOWN_TASK, vec![("task", name.to_owned())]))?;
        let limits = self.assignment.limits;
        let protection = match task.folders {
            None => restrict::restrict(&limits, self.assignment.parent, task.threads),
            Some(folders) => {
                restrict::restrict_to(&limits, self.assignment.parent, &folders(&self.parameters))
            }
        };
        let report = cbor::to_canonical(&protection)?;
        self.send(kind::PROTECTION, &report)?;
        let missing = self.assignment.minimum.missing_from(&protection);
        if !missing.is_empty() {
            return Err(TaskError::new(code::UNPROTECTED, vec![("missing", missing.join(", "))]));
        }

        let parameters = std::mem::take(&mut self.parameters);
        let mut input = Input { opened: None, ranges: Ranges::over(asking), length: None, parameters };
        while let Some((head, opened)) = self.next_input().map_err(|e| TaskError::input(&e))? {
            input.hand(&head, opened);
            let mut sink = Sink { channel: &mut self.channel, limits, frames: 0, bytes: 0 };
            // The panic message goes to standard error, where the parent keeps it apart: it may quote the input.
            catch_unwind(AssertUnwindSafe(|| (task.run)(&mut input, limits, &mut sink)))
                .unwrap_or_else(|_| Err(TaskError::new(code::PANICKED, Vec::new())))?;
            // There is room for one descriptor only.
            input.opened = None;
            self.send(kind::DONE, &[])?;
        }
        Ok(())
    }

    /// The next input, or `None` when the parent has no more.
    fn next_input(&mut self) -> io::Result<Option<(InputHead, Option<File>)>> {
        let Some((message, opened)) = handing::take(&self.channel)? else { return Ok(None) };
        let frame = read_rest(&mut self.channel, message, CONTROL_BYTES).map_err(io::Error::other)?;
        let head = cbor::from_canonical(&frame.body).map_err(io::Error::other)?;
        if message == kind::INPUT { Ok(Some((head, opened))) } else { Err(io::ErrorKind::InvalidData.into()) }
    }

    fn send(&mut self, kind: u8, body: &[u8]) -> Result<(), TaskError> {
        write_frame(&mut self.channel, kind, body).map_err(|_| nobody_listens())
    }

    fn fail(&mut self, error: &TaskError) {
        let args = error.args.iter().take(MAX_ARGS);
        let args =
            args.map(|(name, value)| ((*name).to_owned(), value.chars().take(MAX_ARG_CHARS).collect()));
        let failure = Failure { code: error.code.to_owned(), args: args.collect() };
        // If even this cannot be said, the exit status says it.
        if let Ok(body) = cbor::to_canonical(&failure) {
            let _ = write_frame(&mut self.channel, kind::FAILED, &body);
        }
    }
}

/// Counts replies on the child's side too, so that an honest task ends with an error of its own and is not killed.
struct Sink<'a> {
    channel: &'a mut File,
    limits: Limits,
    frames: u64,
    bytes: u64,
}

impl FrameSink for Sink<'_> {
    fn frame(&mut self, body: &[u8]) -> Result<(), TaskError> {
        let length = u64::try_from(body.len()).unwrap_or(u64::MAX);
        self.frames += 1;
        self.bytes = self.bytes.saturating_add(length);
        let limits = [
            ("frame_bytes", length, self.limits.frame_bytes),
            ("frames", self.frames, self.limits.frames),
            ("reply_bytes", self.bytes, self.limits.reply_bytes),
        ];
        if let Some((name, _, limit)) = limits.into_iter().find(|(_, value, limit)| value > limit) {
            let args = vec![("name", name.to_owned()), ("limit", limit.to_string())];
            return Err(TaskError::new(code::REPLY_TOO_LARGE, args));
        }
        write_frame(self.channel, kind::REPLY, body).map_err(|_| nobody_listens())
    }
}

/// The parent is gone or has stopped listening; nobody will read this error.
fn nobody_listens() -> TaskError {
    TaskError::new(code::REPLY_MALFORMED, vec![("reason", "nobody listens".to_owned())])
}
