//! What confines a child, as it reports itself.

use serde::{Deserialize, Serialize};

/// The protections that are in force in a child. An entry that rests on what the child said records this.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Protection {
    /// Limits of memory, processor time, file size (none), open files (none more), core dumps (none). A task that reads
    /// folders of its own may open files and take memory.
    pub rlimits: bool,
    /// No program that it starts could gain rights (`PR_SET_NO_NEW_PRIVS`).
    pub no_new_privs: bool,
    /// The version of Landlock in force, which takes away the whole file system (from 1), but for the folders of the task
    /// if it has any, and TCP (from 4);
    /// 0 where the kernel has none.
    pub landlock: u32,
    /// The system call filter: what is not on the list kills the child.
    pub seccomp: bool,
    /// Namespaces of its own, without any network device.
    pub namespaces: bool,
    /// No capability is left, also where the node runs as root.
    pub no_capabilities: bool,
    /// Other processes of the same user can neither trace it nor read its memory, and it leaves no core dump.
    pub not_dumpable: bool,
}

/// The least protection under which a child may read its input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Minimum {
    /// [`Protection::rlimits`].
    pub rlimits: bool,
    /// [`Protection::no_new_privs`].
    pub no_new_privs: bool,
    /// [`Protection::landlock`] at least of this version; 0 demands none.
    pub landlock: u32,
    /// [`Protection::seccomp`].
    pub seccomp: bool,
    /// [`Protection::namespaces`].
    pub namespaces: bool,
}

impl Default for Minimum {
    /// What every Linux kernel of the last ten years gives to every process: limits, no new rights, the filter.
    fn default() -> Self {
        Self { rlimits: true, no_new_privs: true, landlock: 0, seccomp: true, namespaces: false }
    }
}

impl Minimum {
    /// Limits only: for a policy that accepts a kernel without a filter, with the shortfall recorded.
    pub const LIMITS_ONLY: Self =
        Self { rlimits: true, no_new_privs: false, landlock: 0, seccomp: false, namespaces: false };

    /// For a task that reads folders of its own: all but the filter, which leaves neither files nor threads.
    pub const BESIDE_FOLDERS: Self =
        Self { rlimits: true, no_new_privs: true, landlock: 0, seccomp: false, namespaces: false };

    /// Everything that a recent Linux gives, for a policy that accepts nothing less.
    pub const EVERYTHING: Self =
        Self { rlimits: true, no_new_privs: true, landlock: 1, seccomp: true, namespaces: true };

    /// The names of what is demanded and not in force.
    pub fn missing_from(&self, protection: &Protection) -> Vec<&'static str> {
        [
            ("rlimits", self.rlimits && !protection.rlimits),
            ("no_new_privs", self.no_new_privs && !protection.no_new_privs),
            ("landlock", self.landlock > protection.landlock),
            ("seccomp", self.seccomp && !protection.seccomp),
            ("namespaces", self.namespaces && !protection.namespaces),
        ]
        .into_iter()
        .filter_map(|(name, missing)| missing.then_some(name))
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named_and_more_than_demanded_is_fine() {
        let nothing = Protection::default();
        assert_eq!(Minimum::default().missing_from(&nothing), ["rlimits", "no_new_privs", "seccomp"]);
        assert_eq!(Minimum::EVERYTHING.missing_from(&nothing).len(), 5);
        let all = Protection {
            rlimits: true,
            no_new_privs: true,
            landlock: 7,
            seccomp: true,
            namespaces: true,
            no_capabilities: true,
            not_dumpable: true,
        };
        assert!(Minimum::EVERYTHING.missing_from(&all).is_empty());
        let demanding = Minimum { landlock: 8, ..Minimum::EVERYTHING };
        assert_eq!(demanding.missing_from(&all), ["landlock"]);
    }
}
