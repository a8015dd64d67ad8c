//! What the commands on exhibits read after they came in, and how it is asked for.

use crate::bench::{Bench, said};

#[test]
fn the_help_of_a_command_tells_its_own_options_first() {
    let bench = Bench::new();
    let told = said(&bench.run(&["evidence", "add", "--help"]));
    let at = |part: &str| told.find(part).unwrap_or_else(|| panic!("{part} is not in {told}"));
    let option = |name: &str| at(&format!("\n      --{name}"));
    let general = at("General options:");
    for own in ["in-place", "digest", "when"] {
        assert!(option(own) < general, "{told}");
    }
    for of_all in ["json", "node ", "as ", "passphrase-file"] {
        assert!(option(of_all) > general, "{told}");
    }
}
