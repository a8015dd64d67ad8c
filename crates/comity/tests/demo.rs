//! The demonstration runs, and what it leaves can be checked.

use crate::bench::{Bench, errors, said};

#[test]
fn the_demonstration_runs_from_founding_to_verification() {
    let bench = Bench::new();
    let output = bench.run(&["demo", "--dir", "walk"]);
    assert!(output.status.success(), "{}\n{}", said(&output), errors(&output));
    for made in ["office/comity.db", "exhibit-1/bagit.txt", "finding.json", "flow.svg"] {
        assert!(bench.path("walk").join(made).is_file(), "{made}");
    }
    let text = said(&output);
    assert!(text.contains("reached a service Exchange"), "{text}");
    assert!(text.contains("0 faults"), "{text}");
    let again = bench.run(&["demo", "--dir", "walk"]);
    assert!(errors(&again).contains("comity-folder-exists"));
}
