//! What a search of an exhibit did not see, and by which rules it looked: a court asks for both.

use comity_record::Sha256Digest;
use serde::{Deserialize, Serialize};

/// What a search of an exhibit did not see, although its files were read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unseen {
    /// Parts of the files that were not opened, or not to their end: encrypted, damaged, or over a limit. What lies in them
    /// was searched only as it stands there.
    pub parts: u64,
    /// What was set aside as known; none where nothing is taken for known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known: Option<SetAside>,
    /// Parts that the rules saw in blocks, since they were too long to be seen whole.
    #[serde(default, skip_serializing_if = "is_none")]
    pub in_blocks: u64,
    /// Files to which the rules were not applied, since they failed on them.
    #[serde(default, skip_serializing_if = "is_none")]
    pub without_rules: u64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_none(count: &u64) -> bool {
    *count == 0
}

/// Files that were not searched, since lists of known files have their digests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetAside {
    /// SHA-256 of each list, in the order in which they were given. With a list and the manifest of the exhibit anybody finds
    /// out which files these are.
    pub lists: Vec<Sha256Digest>,
    /// How many files.
    pub files: u64,
}

/// A file of rules by which an exhibit was searched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RulesApplied {
    /// The namespace that its rules have in the hits.
    pub namespace: String,
    /// SHA-256 of the file.
    pub sha256: Sha256Digest,
}

#[cfg(test)]
mod tests {
    use comity_record::cbor;

    use super::super::ScanRecorded;
    use super::*;

    fn scan() -> ScanRecorded {
        ScanRecorded {
            program: "comity 1".to_owned(),
            kinds: Vec::new(),
            files: 3,
            failures: 0,
            pages: 0,
            hits: [("iban".to_owned(), 2)].into(),
            unseen: None,
            rules: Vec::new(),
        }
    }

    #[test]
    fn what_was_recorded_before_there_were_counts_is_read_and_written_as_it_was() {
        #[derive(Serialize)]
        struct Before {
            program: &'static str,
            kinds: Vec<String>,
            files: u64,
            failures: u64,
            hits: std::collections::BTreeMap<String, u64>,
        }
        let before = Before {
            program: "comity 1",
            kinds: vec![],
            files: 3,
            failures: 0,
            hits: [("iban".to_owned(), 2)].into(),
        };
        let bytes = cbor::to_canonical(&before).unwrap();
        assert_eq!(cbor::from_canonical::<ScanRecorded>(&bytes).unwrap(), scan());
        assert_eq!(cbor::to_canonical(&scan()).unwrap(), bytes);
    }

    #[test]
    fn what_was_not_seen_is_read_as_it_was_written() {
        let digest = Sha256Digest::of(b"a list");
        for unseen in [
            Unseen::default(),
            Unseen {
                parts: 7,
                known: Some(SetAside { lists: vec![digest], files: 2 }),
                in_blocks: 1,
                without_rules: 1,
            },
        ] {
            let rules = vec![RulesApplied { namespace: "gang".to_owned(), sha256: digest }];
            let scan = ScanRecorded { unseen: Some(unseen), rules, ..scan() };
            let bytes = cbor::to_canonical(&scan).unwrap();
            assert_eq!(cbor::from_canonical::<ScanRecorded>(&bytes).unwrap(), scan);
        }
    }
}
