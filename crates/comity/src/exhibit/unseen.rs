//! What a search of an exhibit does not see: counted on the way, recorded, and told in the end.

use comity_casework::lead::{RulesApplied, SetAside, Unseen};

use super::Place;
use crate::engine::scan::known::Known;
use crate::engine::scan::rules::Rules;
use crate::engine::scan::{self, Searched};
use crate::out::Out;

/// Nothing yet, by these lists of known files.
pub fn begin(known: &Known) -> Unseen {
    let lists = known.lists.clone();
    let known = (!known.is_empty()).then_some(SetAside { lists, files: 0 });
    Unseen { known, ..Unseen::default() }
}

/// Whether all of these files are known, and counted as such. What lies in the vault is known by its digest; what was left in
/// place is read, since it may have changed. What cannot be read for that is told by the search.
pub fn set_aside<'a>(
    unseen: &mut Unseen,
    known: &Known,
    mut places: impl Iterator<Item = &'a Place>,
) -> bool {
    let Some(aside) = &mut unseen.known else { return false };
    let mut count = 0;
    let all = places.all(|place| {
        count += 1;
        match place {
            Place::Vault(sha256) => known.contains(sha256),
            Place::Disk(path) => scan::open(path).and_then(|file| known.has(path, file)).unwrap_or(false),
        }
    });
    aside.files += if all { count } else { 0 };
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
