//! The demonstration runs, and what it leaves can be checked.

use serde_json::Value;

use crate::bench::{Bench, data, errors, said};

#[test]
fn the_demonstration_walks_from_a_lead_to_an_answer_and_to_a_court() {
    let bench = Bench::new();
    let mut program = bench.program();
    // Where the real notes and blocks are at hand, it shows them, too.
    if let Some(data) = data("the demonstration of real data") {
        program.env("COMITY_TEST_DATA", data);
    }
    let output = program.args(["demo", "--dir", "walk", "--no-serve"]).output().unwrap();
    assert!(output.status.success(), "{}\n{}", said(&output), errors(&output));
    for made in [
        "tj/comity.db",
        "kz/comity.db",
        "finding.json",
        "flow.svg",
        "request/request.pdf",
        "request/request-advance.pdf",
        "request/comity-twin.json",
        "acknowledgement.pdf",
        "answer/bagit.txt",
        "court/export.cose",
    ] {
        assert!(bench.path("walk").join(made).is_file(), "{made}");
    }
    let pdf = std::fs::read(bench.path("walk/request/request.pdf")).unwrap();
    assert!(pdf.starts_with(b"%PDF-1.7"));
    // The request came whole: what the other office has is what was issued.
    let twin: Value =
        serde_json::from_slice(&std::fs::read(bench.path("walk/request/comity-twin.json")).unwrap()).unwrap();
    assert_eq!(twin["request"]["draft"]["form"], "vasp-records");
    let text = said(&output);
    for told in ["Exchange X", "executed", "KZ-T-2026-9"] {
        assert!(text.contains(told), "{told}: {text}");
    }
    assert_eq!(text.matches("were read again; 0 faults.").count(), 2, "{text}");
    let again = bench.run(&["demo", "--dir", "walk"]);
    assert!(errors(&again).contains("comity-folder-exists"));
}
