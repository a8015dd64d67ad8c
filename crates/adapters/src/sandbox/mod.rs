//! A child process that may read one input, answer in frames, and do nothing else.
//!
//! Foreign bytes (a disk image, a block file, a document, a report) are hostile until proven otherwise, and a parser
//! may have a flaw. So the parser runs in a child that has given up the file system, the network, the right to start
//! programs and most of the kernel before it sees the first byte; what it can do to us is to give a wrong answer.
//!
//! # How it goes
//! 1. [`Sandbox::run`] starts the program again (`/proc/self/exe`) with a hidden subcommand and the task's name, an
//!    empty environment, `/` as folder and a process group of its own. The child's standard input is the input itself:
//!    an opened file, or a pipe that the parent feeds. Its standard output is one end of a socket pair, its standard
//!    error is captured and bounded.
//! 2. Over the socket pair the parent sends an assignment: limits, least protection, parameters of the task.
//! 3. [`child::run`] restricts itself: dies with its parent; closes every inherited descriptor; leaves the user,
//!    network, IPC and host-name namespaces; sets `no_new_privs`; Landlock without a single rule; no capability; resource
//!    limits; a system call filter that knows what may be done and kills for everything else.
//! 4. It reports what is in force ([`Protection`]), refuses if that is less than the [`Minimum`], and otherwise runs the
//!    task, whose replies come back as frames.
//! 5. The parent reads frames within the limits and up to the deadline, and whatever happens ends the whole process
//!    group and collects the child.
//!
//! Parameters go over the socket and never through the argument list, which every user of the machine can read.
//!
//! The parent thread that calls [`Sandbox::run`] stays in the call until the child is gone: the kernel's death
//! signal is tied to the thread that started the child, so a child cannot outlive the call either.
//!
//! A task is single-threaded: the filter has no call to start a thread. Several inputs are read at once by several
//! children.

pub mod child;
mod error;
mod input;
mod limits;
mod parent;
mod protection;
mod protocol;
mod restrict;

pub use child::{FrameSink, Input, Task, TaskError, TaskFn};
pub use error::{ChildOutput, SandboxError};
pub use input::Source;
pub use limits::{
    Limits, MAX_CPU_SECONDS, MAX_DEPTH, MAX_FRAME_BYTES, MAX_MEMORY_BYTES, MAX_PARAMETER_BYTES,
    MAX_WALL_MILLIS, MIN_MEMORY_BYTES,
};
pub use parent::{Job, Report, Sandbox};
pub use protection::{Minimum, Protection};
pub use protocol::{Failure, Replies, Reply, ReplyError};

/// The hidden subcommand under which a program runs [`child::run`].
pub const SUBCOMMAND: &str = "sandbox-child";
