//! The words for what is missing in a chain of custody: one set for terminal, pages, answers to programs and papers, in
//! every language of the papers.

use comity_evidence::custody::{Gap, GapKind};
use comity_record::{Coded as _, EntryId};

use super::Exhibit;
use super::custody_refusal::named;

/// A gap in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GapWords {
    /// The message that says what is missing.
    pub key: String,
    /// What the message leaves out, each with the message that names it: who held the exhibit last, which seals were left.
    pub values: Vec<(&'static str, String)>,
}

impl GapWords {
    /// The words for a gap.
    pub fn of(kind: &GapKind) -> Self {
        let code = kind.code();
        let key = format!("document-{}", code.strip_prefix("evidence-").unwrap_or(code));
        let values = match kind {
            GapKind::MissingHandOver { holder, found } => {
                vec![("document-custody-last-holder", named(holder)), ("document-given-by", named(found))]
            }
            GapKind::MissingPerson { who: "giver" } => vec![("document-given-by", NOBODY.to_owned())],
            GapKind::MissingPerson { .. } => vec![("document-taken-by", NOBODY.to_owned())],
            GapKind::SealsChanged { left, found } => vec![
                ("document-custody-seals-after", list(left)),
                ("document-custody-seals-before", list(found)),
            ],
            _ => vec![],
        };
        Self { key, values }
    }

    /// The same values for programs, by short names.
    pub fn args(kind: &GapKind) -> Vec<(&'static str, String)> {
        match kind {
            GapKind::MissingHandOver { holder, found } => {
                vec![("holder", named(holder)), ("found", named(found))]
            }
            other => other.args(),
        }
    }
}

/// Stands where nobody is named, and where there is no seal.
const NOBODY: &str = "–";

fn list(seals: &[String]) -> String {
    if seals.is_empty() { NOBODY.to_owned() } else { seals.join(", ") }
}

impl Exhibit {
    /// What is missing in the custody of all its pieces, in the order of the acts that show it.
    pub fn gaps(&self) -> Vec<&Gap> {
        let mut gaps: Vec<_> = self.chains.iter().flat_map(|(_, chain)| &chain.gaps).collect();
        gaps.sort_by_key(|gap| gap.at);
        gaps
    }

    /// The entry of the act that shows a gap.
    pub fn entry_of(&self, gap: &Gap) -> Option<EntryId> {
        self.acts.get(gap.at).map(|act| act.entry)
    }
}

#[cfg(test)]
mod tests {
    /// A gap without words would stand on paper, page and terminal as a code; two sets of words would differ.
    #[test]
    fn every_gap_has_one_set_of_words() {
        let [papers, advice] = [
            include_str!("../../../../packs/locales/en/document.ftl"),
            include_str!("../../../../packs/locales/en/evidence.ftl"),
        ];
        let gaps: Vec<_> =
            comity_evidence::CODES.iter().filter(|code| code.starts_with("evidence-gap-")).collect();
        assert_eq!(gaps.len(), 15);
        for code in gaps {
            let words = |text: &'static str, key: &str| {
                let found = text.split_once(&format!("\n{key} = ")).unwrap_or_else(|| panic!("{key}"));
                found.1.lines().next().unwrap()
            };
            let key = format!("document-{}", code.strip_prefix("evidence-").unwrap());
            assert_eq!(words(papers, &key), words(advice, code));
        }
    }
}
