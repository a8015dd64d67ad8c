//! A child process that may read one input, answer in frames, and do nothing else.
//!
//! Foreign bytes (a disk image, a block file, a document, a report) are hostile until proven otherwise, and a parser
//! may have a flaw. So the parser runs in a child that has given up the file system, the network, the right to start
//! programs and most of the kernel before it sees the first byte; what it can do to us is to give a wrong answer.
//!
//! # How it goes
//! 1. [`Sandbox::begin`] starts the program again (`/proc/self/exe`) with a hidden subcommand and the task's name, an
//!    empty environment, `/` as folder and a process group of its own. The child's standard output is one end of a
//!    socket pair, its standard error is captured and bounded.
//! 2. Over the socket pair the parent sends an assignment: limits, least protection, parameters of the task.
//! 3. [`child::run`] restricts itself: dies with its parent; closes every inherited descriptor; leaves the user,
//!    network, IPC and host-name namespaces; sets `no_new_privs`; Landlock without a single rule; no capability; resource
//!    limits; a system call filter that knows what may be done and kills for everything else.
//! 4. It reports what is in force ([`Protection`]), and refuses if that is less than the [`Minimum`].
//! 5. The parent hands it one input after the other ([`Session::read`]): an opened file, a pipe that it feeds, or nothing
//!    but the right to ask for ranges of what the parent reads itself. The child runs the task over each, and its replies
//!    come back as frames.
//! 6. The parent reads frames within the limits and up to the deadline. After the first error, and in the end whatever
//!    happens, it ends the whole process group and collects the child.
//!
//! # One input or many
//! A child that was taken over by one input may lie about those that it reads after it, so what comes from different
//! hands belongs into different sessions. Within one, a child is replaced after [`MAX_INPUTS`] inputs or part of its
//! processor time, and an input that fails is given to a fresh child before it is said to have failed: whether a file can
//! be read depends on no other.
//!
//! Parameters go over the socket and never through the argument list, which every user of the machine can read.
//!
//! A [`Session`] stays on the thread that began it: the kernel's death signal is tied to the thread that started the
//! child, so a child cannot outlive its session either.
//!
//! A task is single-threaded: the filter has no call to start a thread. Several inputs are read at once by several
//! children. The exceptions are a task with [`folders`](Task::folders), which reads these by itself, under everything but
//! the filter, and one with [`threads`](Task::threads), to which the filter allows them and nothing more.

pub mod child;
mod error;
mod handing;
mod input;
mod limits;
mod parent;
mod protection;
mod protocol;
mod ranges;
mod restrict;
mod session;

pub use child::{FoldersFn, FrameSink, Input, Task, TaskError, TaskFn};
pub use error::{ChildOutput, SandboxError};
pub use input::{ReadSeek, Source};
pub use limits::{
    Limits, MAX_CPU_SECONDS, MAX_DEPTH, MAX_FRAME_BYTES, MAX_MEMORY_BYTES, MAX_PARAMETER_BYTES,
    MAX_WALL_MILLIS, MIN_MEMORY_BYTES,
};
pub use parent::{Job, Report, Sandbox};
pub use protection::{Minimum, Protection};
pub use protocol::{Ask, Failure, Replies, Reply, ReplyError};
pub use session::{MAX_INPUTS, Session};

/// The hidden subcommand under which a program runs [`child::run`].
pub const SUBCOMMAND: &str = "sandbox-child";
