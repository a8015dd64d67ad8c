//! The tasks of sandboxed children: each reads one foreign input and answers in frames.

pub mod chain;
mod scan;

use comity_adapters::sandbox::Task;

/// Finds addresses and phrases in its input. Parameters: the kinds, one a line; none for all.
pub const SCAN: &str = "scan";

/// Answers a question about a chain of blocks. Parameters: [`chain::Ask`].
pub const CHAIN: &str = "chain";

/// Every task of this program.
pub const TASKS: &[Task] = &[
    Task { name: SCAN, codes: comity_scan::CODES, args: scan::ARGS, run: scan::run },
    Task { name: CHAIN, codes: comity_chain::CODES, args: chain::ARGS, run: chain::run },
];
