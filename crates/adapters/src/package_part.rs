//! How one node asks another for a part of a package.

use comity_record::Blake3Digest;

/// Below this path a node gives the parts of packages.
pub const PACKAGES_PATH: &str = "/channel/v1/packages/";

/// The last part of the path of a list.
const LEAVES: &str = "leaves";

/// A part of a package that is fetched by its digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackagePart {
    /// The list of the leaves of the file with this digest.
    Leaves(Blake3Digest),
    /// One leaf of it, counted from 0.
    Leaf(Blake3Digest, u64),
}

impl PackagePart {
    /// The digest of the file.
    pub fn root(&self) -> Blake3Digest {
        match self {
            Self::Leaves(root) | Self::Leaf(root, _) => *root,
        }
    }

    /// The path at which it is had.
    pub fn path(&self) -> String {
        match self {
            Self::Leaves(root) => format!("{PACKAGES_PATH}{root}/{LEAVES}"),
            Self::Leaf(root, leaf) => format!("{PACKAGES_PATH}{root}/{leaf}"),
        }
    }

    /// The part of a path. There is one spelling of each.
    pub fn of_path(path: &str) -> Option<Self> {
        let (root, part) = path.strip_prefix(PACKAGES_PATH)?.split_once('/')?;
        let root = root.parse().ok()?;
        let read = match part {
            LEAVES => Self::Leaves(root),
            leaf => Self::Leaf(root, leaf.parse().ok()?),
        };
        (read.path() == path).then_some(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_read_as_it_was_written_and_in_no_other_spelling() {
        let root = Blake3Digest::from_bytes([0xab; 32]);
        for part in [PackagePart::Leaves(root), PackagePart::Leaf(root, 0), PackagePart::Leaf(root, u64::MAX)]
        {
            assert_eq!(PackagePart::of_path(&part.path()), Some(part));
            assert_eq!(part.root(), root);
        }
        for other in [
            "/channel/v1/exchange".to_owned(),
            PACKAGES_PATH.to_owned(),
            format!("{PACKAGES_PATH}{root}"),
            format!("{PACKAGES_PATH}{root}/"),
            format!("{PACKAGES_PATH}{root}/00"),
            format!("{PACKAGES_PATH}{root}/+1"),
            format!("{PACKAGES_PATH}{root}/-1"),
            format!("{PACKAGES_PATH}{root}/18446744073709551616"),
            format!("{PACKAGES_PATH}{root}/leaves/"),
            format!("{PACKAGES_PATH}{root}/../exchange"),
            format!("{PACKAGES_PATH}{}/1", root.to_string().to_uppercase()),
        ] {
            assert_eq!(PackagePart::of_path(&other), None, "{other}");
        }
    }
}
