//! What the persons of an office must be, together.

use std::collections::BTreeSet;

use crate::body::Role;
use crate::refusal::Refusal;

/// Whether officers with these roles can go on as an office: one administers, or nobody could take a person in or keep a
/// copy of the node; and a second can approve what the first proposes, or nothing could be changed for ever.
pub(super) fn can_go_on<'a>(all: impl Iterator<Item = &'a BTreeSet<Role>>) -> Result<(), Refusal> {
    let (mut administer, mut decide) = (0, 0);
    for roles in all {
        let administers = roles.contains(&Role::Administrator);
        administer += u32::from(administers);
        decide += u32::from(administers || roles.contains(&Role::Supervisor));
    }
    match (administer, decide) {
        (0, _) => Err(Refusal::NoAdministrator),
        (_, 1) => Err(Refusal::NoSecondPerson),
        _ => Ok(()),
    }
}

/// Whether two names are read as one: case, spaces and signs that nobody sees do not tell people apart.
pub(super) fn is_one_name(one: &str, other: &str) -> bool {
    let letters = |name: &str| -> String {
        name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    letters(one) == letters(other)
}
