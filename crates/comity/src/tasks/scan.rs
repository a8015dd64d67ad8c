//! Finds addresses and phrases.

use std::ops::ControlFlow;

use comity_adapters::sandbox::{FrameSink, Input, Limits, TaskError};
use comity_scan::{Kind, Scanner};

/// The names of the values that errors of this task may carry.
pub const ARGS: &[&str] = &["kind", "known", "offset", "cause", "path"];

pub fn run(input: &mut Input, _limits: Limits, replies: &mut dyn FrameSink) -> Result<(), TaskError> {
    let wanted = String::from_utf8_lossy(input.parameters()).into_owned();
    let kinds = wanted.lines().map(str::parse::<Kind>).collect::<Result<Vec<_>, _>>()?;
    let mut scanner = Scanner::new();
    if !kinds.is_empty() {
        scanner = scanner.with_kinds(kinds);
    }
    let mut unsent = None;
    scanner.scan(input, |hit| {
        let line = serde_json::to_vec(&hit).expect("hits are plain data");
        match replies.frame(&line) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                unsent = Some(error);
                ControlFlow::Break(())
            }
        }
    })?;
    unsent.map_or(Ok(()), Err)
}
