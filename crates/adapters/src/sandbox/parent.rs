//! The side that wants something read.

use std::ffi::OsString;
use std::io::{self, ErrorKind, Read};
use std::ops::ControlFlow;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::PathBuf;
use std::process::{Child, ChildStderr, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use comity_record::cbor;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, Signal, kill_process_group};
use zeroize::Zeroizing;

use super::child::{self, Task};
use super::error::{ChildOutput, SandboxError};
use super::handing;
use super::input::{Handed, Source};
use super::limits::{Limits, MAX_PARAMETER_BYTES};
use super::protection::{Minimum, Protection};
use super::protocol::{Assignment, Failure, InputHead, MAX_ARG_CHARS, Replies, Reply, VERSION, kind};
use super::session::Session;
use crate::frame::{write_frame, write_rest};

/// What is kept of a child's standard error: a panic message and some lines around it. The rest is read and dropped,
/// so that a child that prints without end neither blocks nor fills memory.
const MAX_OUTPUT_BYTES: usize = 16 << 10;

/// What is read at once of what a child says, and passed at once of what it is to read.
pub(super) const PIECE_BYTES: usize = 64 << 10;

/// Starts sandboxed children from one table of tasks.
#[derive(Clone, Debug)]
pub struct Sandbox {
    tasks: &'static [Task],
    program: PathBuf,
    arguments: Vec<OsString>,
}

/// What a child is to do.
#[derive(Clone, Copy, Debug)]
pub struct Job<'a> {
    /// The name of the task.
    pub task: &'a str,
    /// What the task has to know beyond its input: options, a list to look for.
    pub parameters: &'a [u8],
    /// What it may use.
    pub limits: Limits,
    /// The least protection under which it may read its input.
    pub minimum: Minimum,
}

impl<'a> Job<'a> {
    /// The task of this name, without parameters, under the default limits and protection.
    pub fn new(task: &'a str) -> Self {
        Self { task, parameters: &[], limits: Limits::default(), minimum: Minimum::default() }
    }
}

/// How a task went that was done.
#[derive(Clone, Debug)]
pub struct Report {
    /// What protected the machine from the child, for the entry that rests on its answer.
    pub protection: Protection,
    /// How many replies there were.
    pub frames: u64,
    /// How many bytes they had.
    pub reply_bytes: u64,
    /// What the child printed.
    pub output: ChildOutput,
}

impl Sandbox {
    /// Children of the program that runs now, under [`SUBCOMMAND`](super::SUBCOMMAND).
    ///
    /// On Linux this is `/proc/self/exe`, which stays the same program when the file is replaced by an upgrade.
    pub fn new(tasks: &'static [Task]) -> Self {
        let program = if cfg!(target_os = "linux") {
            PathBuf::from("/proc/self/exe")
        } else {
            std::env::current_exe().unwrap_or_default()
        };
        Self { tasks, program, arguments: vec![super::SUBCOMMAND.into()] }
    }

    /// Children of another program (an absolute path), which is given `arguments` and then the task's name.
    #[must_use]
    pub fn with_program(mut self, program: PathBuf, arguments: Vec<OsString>) -> Self {
        self.program = program;
        self.arguments = arguments;
        self
    }

    /// Runs a task over `source` and hands each reply to `receive`, which may stop the child.
    ///
    /// Blocks until the child is gone. Replies that came before an error are worth nothing by themselves: whoever
    /// keeps them keeps them only after this returned a [`Report`].
    ///
    /// # Errors
    /// Says why there is no whole answer; in every case the child has ended.
    pub fn run(
        &self,
        job: &Job<'_>,
        source: Source<'_>,
        receive: &mut dyn FnMut(Vec<u8>) -> ControlFlow<()>,
    ) -> Result<Report, SandboxError> {
        self.begin(*job)?.read(source, receive)
    }

    /// Begins a session, whose children run a task over one input after the other. No child is started yet.
    ///
    /// # Errors
    /// Says what is wrong with the job.
    pub fn begin<'a>(&'a self, job: Job<'a>) -> Result<Session<'a>, SandboxError> {
        let task = child::find(self.tasks, job.task)
            .ok_or_else(|| SandboxError::UnknownTask { task: job.task.to_owned() })?;
        job.limits.check()?;
        if job.parameters.len() > MAX_PARAMETER_BYTES {
            return Err(SandboxError::ParametersTooLarge {
                length: job.parameters.len(),
                limit: MAX_PARAMETER_BYTES,
            });
        }
        Ok(Session::new(self, task, job))
    }

    /// As [`run`](Self::run), with all replies together; for tasks whose limits keep them small.
    ///
    /// # Errors
    /// As [`run`](Self::run).
    pub fn collect(&self, job: &Job<'_>, source: Source<'_>) -> Result<(Vec<Vec<u8>>, Report), SandboxError> {
        let mut replies = Vec::new();
        let report = self.run(job, source, &mut |reply| {
            replies.push(reply);
            ControlFlow::Continue(())
        })?;
        Ok((replies, report))
    }

    /// Starts a child and gives it its assignment.
    pub(super) fn start(
        &self,
        task: &'static Task,
        job: &Job<'_>,
        deadline: Instant,
    ) -> Result<Running, SandboxError> {
        let start = |source| SandboxError::Start { source };
        let (channel, theirs) = UnixStream::pair().map_err(start)?;
        // The command holds the child's end of the socket pair: it is dropped at the end of this statement, so that the
        // end of the child is the end of the stream.
        let mut child = Command::new(&self.program)
            .args(&self.arguments)
            .arg(task.name)
            .env_clear()
            .current_dir("/")
            .stdin(Stdio::null())
            .stdout(OwnedFd::from(theirs))
            .stderr(Stdio::piped())
            .process_group(0)
            .spawn()
            .map_err(start)?;
        let stderr = child.stderr.take();
        let replies = Replies::new(&job.limits);
        let mut running = Running {
            task,
            child,
            channel,
            stderr,
            replies,
            protection: None,
            output: Vec::new(),
            status: None,
        };
        let assignment = Assignment {
            version: VERSION,
            parent: std::process::id(),
            limits: job.limits,
            minimum: job.minimum,
        };
        match running.assign(&assignment, job.parameters, deadline) {
            Ok(()) => Ok(running),
            Err(error) => Err(running.unheard(&error, &job.limits)),
        }
    }
}

/// A child that has been started; ends with the value.
pub(super) struct Running {
    task: &'static Task,
    child: Child,
    channel: UnixStream,
    stderr: Option<ChildStderr>,
    replies: Replies,
    protection: Option<Protection>,
    output: Vec<u8>,
    status: Option<ExitStatus>,
}

/// What waiting for the child brought.
enum Heard {
    Something(usize),
    Nothing,
    End,
}

impl Running {
    /// Hands the child an input and takes its replies. After an error the child is of no use any more.
    pub(super) fn converse(
        &mut self,
        job: &Job<'_>,
        mut input: Handed<'_>,
        mut deadline: Instant,
        receive: &mut dyn FnMut(Vec<u8>) -> ControlFlow<()>,
    ) -> Result<Report, SandboxError> {
        let limits = &job.limits;
        self.replies.next_input();
        if let Err(error) = self.hand(&input, deadline)
            && is_timeout(&error)
        {
            return Err(timed_out(limits));
        }
        // The child has the descriptor now; a pipe ends only when nobody else has it. If it ended instead of listening, what
        // it said before is heard all the same.
        drop(input.opened.take());
        // A reply may be a secret.
        let mut piece = Zeroizing::new(vec![0; PIECE_BYTES]);
        loop {
            while let Some(reply) = self.replies.next_reply()? {
                // What the parent does with a reply is not the child's time.
                let began = Instant::now();
                match reply {
                    Reply::Protection(reported) => {
                        let missing = job.minimum.missing_from(&reported);
                        if !missing.is_empty() {
                            let missing = missing.into_iter().map(str::to_owned).collect();
                            return Err(SandboxError::Unprotected { missing });
                        }
                        self.protection = Some(reported);
                    }
                    Reply::Frame(body) => {
                        if receive(body).is_break() {
                            return Err(SandboxError::Stopped);
                        }
                    }
                    Reply::Ask(ask) => {
                        let range = input.range(ask)?;
                        self.patience(deadline + began.elapsed())
                            .and_then(|()| write_frame(&mut &self.channel, kind::DATA, &range))
                            .map_err(|error| self.unheard(&error, limits))?;
                    }
                    Reply::Done => {
                        return Ok(Report {
                            protection: self.protection.unwrap_or_default(),
                            frames: self.replies.frames(),
                            reply_bytes: self.replies.bytes(),
                            output: ChildOutput(std::mem::take(&mut self.output)),
                        });
                    }
                    Reply::Failed(failure) => return Err(self.failed(self.task, &failure)),
                }
                deadline += began.elapsed();
            }
            match self.hear(&mut piece, deadline).map_err(|source| SandboxError::Broken { source })? {
                Heard::Something(length) => self.replies.push(&piece[..length]),
                Heard::Nothing => return Err(timed_out(limits)),
                Heard::End => return Err(self.fate(limits)),
            }
        }
    }

    fn hand(&self, input: &Handed<'_>, deadline: Instant) -> io::Result<()> {
        self.patience(deadline)?;
        let head = InputHead { length: input.length, open: input.opened.is_some() };
        let body = cbor::to_canonical(&head).map_err(io::Error::other)?;
        handing::give(&self.channel, kind::INPUT, input.opened.as_ref().map(AsFd::as_fd))?;
        write_rest(&mut &self.channel, &body)
    }

    /// Lets nothing that is written to the child wait for longer than this.
    fn patience(&self, deadline: Instant) -> io::Result<()> {
        let left = deadline.saturating_duration_since(Instant::now()).max(Duration::from_millis(1));
        self.channel.set_write_timeout(Some(left))
    }

    /// Why a child did not hear what the parent said.
    fn unheard(&mut self, error: &io::Error, limits: &Limits) -> SandboxError {
        // It closed its end instead of listening; how it ended says more than a broken pipe does.
        if is_timeout(error) { timed_out(limits) } else { self.fate(limits) }
    }

    fn assign(&self, assignment: &Assignment, parameters: &[u8], deadline: Instant) -> io::Result<()> {
        self.patience(deadline)?;
        let assignment = cbor::to_canonical(assignment).map_err(io::Error::other)?;
        write_frame(&mut &self.channel, kind::ASSIGNMENT, &assignment)?;
        write_frame(&mut &self.channel, kind::PARAMETERS, parameters)
    }

    /// Waits until the child says something, ends, or the deadline passes; takes what it prints along.
    fn hear(&mut self, piece: &mut [u8], deadline: Instant) -> io::Result<Heard> {
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Ok(Heard::Nothing);
            }
            let mut channels = vec![PollFd::new(&self.channel, PollFlags::IN)];
            if let Some(stderr) = &self.stderr {
                channels.push(PollFd::new(stderr, PollFlags::IN));
            }
            let timeout = Timespec::try_from(left).map_err(io::Error::other)?;
            match poll(&mut channels, Some(&timeout)) {
                Ok(_) | Err(rustix::io::Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
            let speaks = !channels[0].revents().is_empty();
            let prints = channels.get(1).is_some_and(|channel| !channel.revents().is_empty());
            if prints {
                self.take_output(piece)?;
            }
            if speaks {
                return match (&self.channel).read(piece) {
                    Ok(0) => Ok(Heard::End),
                    Ok(length) => Ok(Heard::Something(length)),
                    // The child closed its end with our parameters unread.
                    Err(e) if e.kind() == ErrorKind::ConnectionReset => Ok(Heard::End),
                    Err(e) if e.kind() == ErrorKind::Interrupted => continue,
                    Err(e) => Err(e),
                };
            }
        }
    }

    /// Reads one piece of what the child prints and keeps what there is room for.
    fn take_output(&mut self, piece: &mut [u8]) -> io::Result<()> {
        let Some(stderr) = &mut self.stderr else { return Ok(()) };
        let length = match stderr.read(piece) {
            Ok(length) => length,
            Err(e) if e.kind() == ErrorKind::Interrupted => return Ok(()),
            Err(e) => return Err(e),
        };
        if length == 0 {
            self.stderr = None;
        }
        let room = MAX_OUTPUT_BYTES - self.output.len();
        self.output.extend_from_slice(&piece[..length.min(room)]);
        Ok(())
    }

    /// Ends the child and everything that it may have started, and collects it. Does nothing the second time.
    pub(super) fn end(&mut self) {
        if self.status.is_some() {
            return;
        }
        // The process group has the number of the child, which is not reused before the child is collected.
        let group = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw);
        let _ = group.map(|group| kill_process_group(group, Signal::KILL));
        let _ = self.child.kill();
        self.status = self.child.wait().ok();
        self.drain_output();
    }

    /// Takes what the child printed last and is still in the pipe, without waiting for more.
    fn drain_output(&mut self) {
        let mut piece = vec![0; PIECE_BYTES];
        while let Some(stderr) = &self.stderr {
            let mut channel = [PollFd::new(stderr, PollFlags::IN)];
            let waiting =
                poll(&mut channel, Some(&Timespec { tv_sec: 0, tv_nsec: 0 })).is_ok_and(|ready| ready > 0);
            if !waiting || self.output.len() >= MAX_OUTPUT_BYTES || self.take_output(&mut piece).is_err() {
                break;
            }
        }
        self.stderr = None;
    }

    /// What became of a child that closed its channel without a last message.
    ///
    /// A child that dies closes the channel when its exit status is settled already, so ending it here changes the
    /// status only of one that lives on without a channel.
    fn fate(&mut self, limits: &Limits) -> SandboxError {
        self.end();
        let output = ChildOutput(std::mem::take(&mut self.output));
        let Some(status) = self.status else {
            return SandboxError::EndedEarly { status: -1, output };
        };
        let Some(signal) = status.signal() else {
            return SandboxError::EndedEarly { status: status.code().unwrap_or(-1), output };
        };
        match signal {
            _ if signal == Signal::SYS.as_raw() || signal == Signal::XFSZ.as_raw() => {
                SandboxError::Forbidden { signal, output }
            }
            // By us, since it had closed its channel and lived on; or by the kernel, which had no memory left.
            _ if signal == Signal::KILL.as_raw() => SandboxError::EndedEarly { status: -1, output },
            _ if signal == Signal::XCPU.as_raw() => SandboxError::CpuTime { cpu_seconds: limits.cpu_seconds },
            // The allocator's last words before it aborts; std gives no other sign of it.
            _ if signal == Signal::ABORT.as_raw() && contains(&output.0, b"memory allocation of ") => {
                SandboxError::Memory { memory_bytes: limits.memory_bytes }
            }
            _ => SandboxError::Crashed { signal, output },
        }
    }

    /// The error that the child tells of: one of the sandbox, or one that the task has declared.
    fn failed(&mut self, task: &Task, failure: &Failure) -> SandboxError {
        self.end();
        let value = |name: &str| {
            failure
                .args
                .iter()
                .find(|(key, _)| key == name)
                .map(|(_, value)| clean(value))
                .unwrap_or_default()
        };
        match failure.code.as_str() {
            child::code::PANICKED => {
                SandboxError::Panicked { output: ChildOutput(std::mem::take(&mut self.output)) }
            }
            child::code::INPUT_UNREADABLE => SandboxError::InputUnreadable { cause: value("cause") },
            child::code::UNPROTECTED => SandboxError::Unprotected {
                missing: value("missing").split(", ").map(str::to_owned).collect(),
            },
            child::code::UNKNOWN_TASK => SandboxError::UnknownTask { task: task.name.to_owned() },
            child::code::REPLY_TOO_LARGE => match LIMIT_NAMES.into_iter().find(|name| *name == value("name"))
            {
                Some(name) => {
                    SandboxError::ReplyTooLarge { name, limit: value("limit").parse().unwrap_or(0) }
                }
                None => SandboxError::ReplyMalformed { reason: "an error about a limit that there is not" },
            },
            code => declared(task, code, failure),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.end();
    }
}

/// The limits of replies, which a child may name.
const LIMIT_NAMES: [&str; 3] = ["frame_bytes", "frames", "reply_bytes"];

/// An error of the task, if the task declares its code and the names of its values.
fn declared(task: &Task, code: &str, failure: &Failure) -> SandboxError {
    let Some(code) = task.codes.iter().copied().find(|known| *known == code) else {
        return SandboxError::ReplyMalformed { reason: "an error that the task does not declare" };
    };
    let args: Option<Vec<_>> = failure
        .args
        .iter()
        .map(|(name, value)| Some((task.args.iter().copied().find(|known| known == name)?, clean(value))))
        .collect();
    match args {
        Some(args) => SandboxError::Task { code, args },
        None => {
            SandboxError::ReplyMalformed { reason: "an error with a value that the task does not declare" }
        }
    }
}

/// A value for a message, bounded and without control characters: the child may have been taken over.
fn clean(value: &str) -> String {
    let visible = |c: char| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c };
    value.chars().take(MAX_ARG_CHARS).map(visible).collect()
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn is_timeout(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut)
}

fn timed_out(limits: &Limits) -> SandboxError {
    SandboxError::TimedOut { wall_millis: limits.wall_millis }
}
