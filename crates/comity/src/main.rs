//! The program `comity`.

use std::process::ExitCode;

fn main() -> ExitCode {
    comity::main()
}
