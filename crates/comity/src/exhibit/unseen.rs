//! What a search of an exhibit does not see: counted on the way, recorded, and told in the end.

use comity_casework::lead::{RulesApplied, SetAside, Unseen};

use super::held::Held;
use crate::engine::scan::Searched;
use crate::engine::scan::known::Known;
use crate::engine::scan::rules::Rules;
use crate::out::Out;

/// Nothing yet, by these lists of known files.
pub fn begin(known: &Known) -> Unseen {
    let lists = known.lists.clone();
    let known = (!known.is_empty()).then_some(SetAside { lists, files: 0 });
    Unseen { known, ..Unseen::default() }
}

/// Whether all of these files are known, and counted as such: by what they were when they were taken in.
pub fn set_aside(unseen: &mut Unseen, known: &Known, set: &[Held]) -> bool {
    let Some(aside) = &mut unseen.known else { return false };
    let all = set.iter().all(|held| known.contains(&held.digests.sha256));
    aside.files += if all { u64::try_from(set.len()).unwrap_or(u64::MAX) } else { 0 };
    all
}

/// Counts what was not seen of a file that was searched.
pub fn add(unseen: &mut Unseen, searched: &Searched) {
    unseen.parts = unseen.parts.saturating_add(searched.unopened);
    unseen.in_blocks = unseen.in_blocks.saturating_add(searched.blocks);
    unseen.without_rules += u64::from(searched.without_rules);
}

/// The rules by which it is searched.
pub fn applied(rules: Option<&Rules>) -> Vec<RulesApplied> {
    let files = rules.map_or(&[][..], |rules| &rules.files);
    files.iter().map(|file| RulesApplied { namespace: file.namespace.clone(), sha256: file.sha256 }).collect()
}

/// Tells people.
pub fn say(out: &Out, unseen: &Unseen) {
    let known = unseen.known.as_ref().map_or(0, |known| known.files);
    for (key, count) in [
        ("comity-scan-unopened", unseen.parts),
        ("comity-scan-blocks", unseen.in_blocks),
        ("comity-scan-known", known),
    ] {
        if count > 0 {
            out.say(key, &[("count", &count.to_string())]);
        }
    }
}
