//! Every word of the pages is there in every language.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The keys of a catalogue with the values that each speaks of.
fn keys(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let text = fs::read_to_string(root().join(format!("../../packs/locales/{language}/node.ftl"))).unwrap();
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut last = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        if let Some((key, _)) = line.split_once(" = ").filter(|_| !line.starts_with(' ')) {
            key.clone_into(&mut last);
        }
        let values = line.split("{ $").skip(1).map(|rest| rest.split(' ').next().unwrap().to_owned());
        keys.entry(last.clone()).or_default().extend(values);
    }
    keys
}

#[test]
fn the_catalogues_have_the_same_keys_with_the_same_values() {
    let english = keys("en");
    assert!(english.len() > 150);
    for language in ["ru", "fa"] {
        assert_eq!(keys(language), english, "{language}");
    }
}

#[test]
fn every_key_that_a_page_names_is_in_the_catalogue() {
    let known = keys("en");
    let mut missing = Vec::new();
    for folder in ["src", "src/pages", "src/pages/exhibit", "src/pages/request", "templates"] {
        for file in fs::read_dir(root().join(folder)).unwrap() {
            let path = file.unwrap().path();
            let Ok(text) = fs::read_to_string(&path) else { continue };
            for part in text.split("\"node-").skip(1) {
                let key = format!("node-{}", part.split(['"', '{']).next().unwrap());
                // A prefix is completed by a word of the state; kinds, roles and acts are tested below.
                if !key.ends_with('-') && !known.contains_key(&key) {
                    missing.push(format!("{key} in {}", path.display()));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_kind_and_role_has_words() {
    let known = keys("en");
    for kind in comity_casework::body::KINDS
        .iter()
        .chain(comity_casework::exchange::KINDS)
        .chain(&comity_casework::request::KINDS)
        .chain(comity_casework::timestamp::KINDS)
        .chain(comity_casework::scrubbing::KINDS)
        .chain(comity_casework::secret::KINDS)
        .chain(comity_casework::exhibit::KINDS)
        .chain(comity_casework::lead::KINDS)
    {
        assert!(known.contains_key(&format!("node-kind-{}", kind.replace('.', "-"))), "{kind}");
    }
    // Those stand on papers, too.
    let papers = fs::read_to_string(root().join("../../packs/locales/en/document.ftl")).unwrap();
    for finding in comity_casework::scrubbing::Finding::ALL {
        let key = format!("\ndocument-custody-found-{} = ", finding.as_str());
        assert!(papers.contains(&key), "{}", finding.as_str());
    }
    for role in comity_casework::body::Role::ALL {
        assert!(known.contains_key(&format!("node-role-{}", role.as_str())), "{}", role.as_str());
    }
    for act in [
        "add-officer",
        "set-roles",
        "replace-key",
        "activate-pack",
        "file-agreement",
        "end-agreement",
        "trust-publisher",
        "distrust-publisher",
        "set-stamp-server",
        "set-vault-limits",
        "forget",
        "export",
        "package",
        "issue-request",
        "send",
        "reveal-secret",
    ] {
        for prefix in ["node-act-", "node-consequence-"] {
            assert!(known.contains_key(&format!("{prefix}{act}")), "{prefix}{act}");
        }
    }
}
