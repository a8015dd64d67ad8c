//! One task over many inputs.

use std::io;
use std::marker::PhantomData;
use std::ops::ControlFlow;
use std::thread;
use std::time::{Duration, Instant};

use super::child::Task;
use super::error::SandboxError;
use super::input::{Source, prepare};
use super::parent::{Job, Report, Running, Sandbox};

/// After how many inputs a child is replaced: what one of them may have done to it lasts no longer. Starting a child takes
/// some milliseconds, so that a thousandth of it is nothing beside reading the smallest file.
pub const MAX_INPUTS: u32 = 1000;

/// A child that has lived for this part of its processor time is replaced, so that the next input has all of it.
const SHARE_OF_TIME: u32 = 8;

/// A task that is run over one input after the other, as a rule in the same child. Begun by [`Sandbox::begin`].
///
/// It stays on the thread that began it.
pub struct Session<'a> {
    sandbox: &'a Sandbox,
    task: &'static Task,
    job: Job<'a>,
    running: Option<(Running, Instant)>,
    inputs: u32,
    thread: PhantomData<*const ()>,
}

impl<'a> Session<'a> {
    pub(super) fn new(sandbox: &'a Sandbox, task: &'static Task, job: Job<'a>) -> Self {
        Self { sandbox, task, job, running: None, inputs: 0, thread: PhantomData }
    }

    /// Whether the next input is read by a child that has read no other.
    pub fn is_fresh(&self) -> bool {
        let share = Duration::from_secs(self.job.limits.cpu_seconds) / SHARE_OF_TIME;
        let lasts = |(_, began): &(Running, Instant)| began.elapsed() < share && self.inputs < MAX_INPUTS;
        !self.running.as_ref().is_some_and(lasts)
    }

    /// Runs the task over `source` and hands each reply to `receive`, which may stop the child.
    ///
    /// Replies that came before an error are not all that there would be: whoever keeps them has to say so with them. Where the child was not [fresh](Self::is_fresh), an error may be due to an input before;
    /// the next call begins with another child.
    ///
    /// # Errors
    /// Says why there is no whole answer; in every case the child has ended.
    pub fn read(
        &mut self,
        source: Source<'_>,
        receive: &mut dyn FnMut(Vec<u8>) -> ControlFlow<()>,
    ) -> Result<Report, SandboxError> {
        let now = Instant::now();
        let deadline = now + Duration::from_millis(self.job.limits.wall_millis);
        let (handed, feed) = prepare(source)?;
        if self.is_fresh() {
            self.inputs = 0;
            self.running = None;
        }
        let (mut running, began) = match self.running.take() {
            Some(running) => running,
            None => (self.sandbox.start(self.task, &self.job, deadline)?, now),
        };
        let streamed = feed.is_some();
        let report = thread::scope(|scope| {
            let feeder = feed.map(|feed| scope.spawn(move || feed.run()));
            let result = running.converse(&self.job, handed, deadline, receive);
            if streamed || result.is_err() {
                // With the child gone nobody reads the pipe any more, so the feeder ends at its next write.
                running.end();
            }
            let fed = feeder.map_or(Ok(()), |feeder| {
                feeder.join().unwrap_or_else(|_| Err(io::Error::other("the reader of the input panicked")))
            });
            // An input that could not be read to its end makes every answer about it worthless.
            fed.map_err(|e| SandboxError::InputUnreadable { cause: e.to_string() })?;
            result
        })?;
        if !streamed {
            self.inputs += 1;
            self.running = Some((running, began));
        }
        Ok(report)
    }
}

impl std::fmt::Debug for Session<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session")
            .field("task", &self.task.name)
            .field("inputs", &self.inputs)
            .finish_non_exhaustive()
    }
}
