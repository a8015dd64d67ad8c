//! Every key that the command line names has words.

use std::path::Path;

#[test]
fn every_key_of_the_command_line_has_a_message_and_errors_say_what_to_do() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let catalogue = std::fs::read_to_string(root.join("../../packs/locales/en/comity.ftl")).unwrap();
    let mut sources = vec![root.join("src")];
    let (mut keys, mut errors) = (0, 0);
    while let Some(path) = sources.pop() {
        if path.is_dir() {
            sources.extend(std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let source = std::fs::read_to_string(&path).unwrap();
        for (at, _) in source.match_indices("\"comity-") {
            let key = source[at + 1..].split('"').next().unwrap();
            // The name of a folder, and the beginning of a key that is put together.
            if key == "comity-demo" || key.ends_with('-') || key.contains('{') {
                continue;
            }
            keys += 1;
            let message = catalogue.split(&format!("\n{key} =")).nth(1);
            let message = message.unwrap_or_else(|| panic!("{}: {key} has no message", path.display()));
            let is_error = source[..at].trim_end().ends_with("Failure::new(");
            errors += usize::from(is_error);
            let own = message.split("\n#").next().unwrap();
            assert!(!is_error || own.contains("\n    .do = "), "{key} does not say what to do");
        }
    }
    assert!(keys > 40 && errors > 5, "{keys} keys, {errors} errors");
}
