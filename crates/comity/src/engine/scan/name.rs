//! Secrets that are the name of a file: whoever writes a phrase down as the name of an empty note has kept it too.

use std::collections::HashSet;

use comity_scan::{Hit, Kind, Scanner, masked};
use serde_json::{Value, json};

use super::secrets::Carried;
use super::{Searched, placed};
use crate::out::{Failure, escaped};
use crate::tasks::scan::SECRETS;

/// What stands for a name among the decoders of a hit.
const NAME: &str = "name";
/// What stands in a masked name for a secret.
const MASK: &str = "•••";

/// A search of names, for secrets alone.
pub struct Names {
    scanner: Scanner,
    /// Whether secrets are wanted, beside what stands for them.
    secrets: bool,
    /// What was told already: the name of a folder is in that of each file in it.
    told: HashSet<String>,
}

impl Names {
    /// A search for what these words of a search ask for.
    pub fn begin(words: &str) -> Self {
        let kinds: Vec<Kind> = words.lines().filter_map(|word| word.parse().ok()).collect();
        let wanted = |kind: &Kind| kind.is_secret() && (kinds.is_empty() || kinds.contains(kind));
        let scanner = Scanner::new().with_kinds(Kind::ALL.iter().copied().filter(wanted));
        Self { scanner, secrets: words.lines().any(|word| word == SECRETS), told: HashSet::new() }
    }

    /// Hands out each secret in a name as a hit, once, and tells of a name that is masked and of which nothing could be handed out.
    pub fn search(&mut self, name: &str, searched: &mut Searched, on_hit: &mut dyn FnMut(Value)) {
        let hidden = masked(name);
        if *hidden == *name {
            return;
        }
        let hits: Vec<_> = self.scanner.scan_bytes(name.as_bytes());
        let hits: Vec<_> = hits.iter().filter(|hit| hit.secret().is_some()).collect();
        if hits.is_empty() {
            let end = hidden.rfind(MASK).map_or(hidden.len(), |at| at + MASK.len());
            if self.told.insert(hidden[..end].to_owned()) {
                searched.tell(Failure::new("comity-scan-name", vec![("path", escaped(&hidden))]));
            }
        }
        for hit in hits {
            self.hand_out(hit, &hidden, searched, on_hit);
        }
    }

    fn hand_out(&mut self, hit: &Hit, hidden: &str, searched: &mut Searched, on_hit: &mut dyn FnMut(Value)) {
        let Some(secret) = hit.secret() else { return };
        let Ok(Value::Object(mut frame)) = serde_json::to_value(hit) else { return };
        if !self.told.insert(secret.fingerprint().to_string()) {
            return;
        }
        frame.insert("path".to_owned(), json!(format!("0-{NAME}-{}", hit.offset)));
        frame.insert("decoders".to_owned(), json!([{ "name": NAME, "offset": 0 }]));
        let found = placed(frame, hidden);
        if self.secrets {
            searched.secrets.extend(Carried::of(secret.reveal().as_bytes(), found.clone()));
        }
        on_hit(found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ";
    const PHRASE: &str = "legal winner thank year wave sausage worth useful legal winner thank yellow";

    fn search(words: &str, names: &[String]) -> (Vec<Value>, Searched) {
        let (mut hits, mut searched) = (Vec::new(), Searched::default());
        let mut search = Names::begin(words);
        for name in names {
            search.search(name, &mut searched, &mut |hit| hits.push(hit));
        }
        (hits, searched)
    }

    #[test]
    fn a_secret_that_is_a_name_is_a_hit_and_is_kept_once() {
        let names = [
            format!("keys/{KEY}.txt"),
            format!("{PHRASE}/a.txt"),
            format!("{PHRASE}/b.txt"),
            "plain.txt".into(),
        ];
        let (hits, searched) = search("secrets", &names);
        assert_eq!(hits.len(), 2, "{hits:?}");
        assert_eq!((&hits[0]["kind"], &hits[0]["file"]), (&json!("wif-key"), &json!("keys/•••.txt")));
        assert_eq!(hits[0]["path"], "keys/•••.txt-0-name-5");
        assert_eq!((&hits[1]["kind"], &hits[1]["file"]), (&json!("bip39-phrase"), &json!("•••/a.txt")));
        let kept: Vec<_> = searched.secrets.iter().map(|secret| secret.text.as_str()).collect();
        assert_eq!(kept, [KEY, PHRASE]);
        let shown = format!("{hits:?}");
        assert!(!shown.contains(KEY) && !shown.contains("sausage") && searched.parts.is_empty(), "{shown}");
        let (hits, searched) = search("bip39-phrase", &names);
        assert_eq!((hits.len(), searched.secrets.len()), (1, 0));
    }

    #[test]
    fn a_name_that_is_masked_and_no_hit_is_told_once() {
        let joined = PHRASE.replace(' ', "");
        let (hits, searched) = search("", &[format!("{joined}/a.txt"), format!("{joined}/b.txt")]);
        assert_eq!((hits.len(), searched.parts.len()), (0, 1));
        assert_eq!(comity_record::Coded::args(&searched.parts[0]), [("path", "•••/a.txt".to_owned())]);
    }
}
