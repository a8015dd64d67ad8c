//! What the commands on exhibits read after they came in, and how it is asked for.

use crate::bench::{Bench, said, text};

#[test]
fn a_time_is_given_by_the_clocks_of_the_node_or_with_an_offset_and_told_as_it_was_understood() {
    let bench = Bench::founded();
    let case = text(&bench.one("Amina", &["case", "open", "Theft"])["case"]).to_owned();
    let add =
        ["evidence", "add", &case, "A telephone", "--place", "Office 3", "--reason", "search", "--when"];
    for (when, understood) in [
        ("2026-02-03T10:00", "2026-02-03T10:00:00+05:00[Asia/Dushanbe]"),
        ("2026-02-03T10:00:00+03:00", "2026-02-03T12:00:00+05:00[Asia/Dushanbe]"),
        ("2026-02-03T05:00:00Z", "2026-02-03T10:00:00+05:00[Asia/Dushanbe]"),
    ] {
        let words = [&["--zone", "Asia/Dushanbe"][..], &add, &[when]].concat();
        assert_eq!(bench.one("Amina", &words)["at"], understood, "{when}");
        let told = said(&bench.told("Amina", &words));
        assert!(told.contains(&format!("The time was understood as {understood}.")), "{told}");
    }
    let twice = [&["--zone", "Europe/Berlin"][..], &add, &["2025-10-26T02:30"]].concat();
    assert_eq!(bench.answer("Amina", &twice).unwrap_err()["error"], "comity-moment-ambiguous");
}

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
