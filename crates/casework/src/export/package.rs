//! The files of an export: written, sealed to the recipient, and opened again.

use std::collections::BTreeMap;

use comity_disk::{Disk, DiskPath, Kind, NewFolder};
use comity_evidence::bag::text::refuse_path;
use comity_record::{ActTime, Entropy, Sha256Digest};
use zeroize::Zeroizing;

use super::{ExportError, tar};
use crate::age::{self, Identity, Recipient};

/// An export is made in memory. A case of a hundred thousand entries stays below this.
pub const MAX_PACKAGE_BYTES: usize = 512 << 20;

/// A file that an entry names goes out with it up to this size: prints, findings, lists. What is larger, and what an
/// exhibit holds, leaves as a package of its own; the entry has its digest.
pub const MAX_FILE_BYTES: u64 = 16 << 20;

pub(super) const TAG_MANIFEST: &str = "tagmanifest-sha256.txt";

/// The folder in which everything lies once the sealed form was unpacked.
pub(super) const FOLDER: &str = "export/";

/// The files of an export, by their paths in the bag. They hold contents in the clear.
#[derive(Clone, PartialEq, Eq)]
pub struct Package {
    files: BTreeMap<String, Vec<u8>>,
    /// The time that the files bear in the sealed form.
    unix_seconds: u64,
}

impl Package {
    /// A package of these files, which bear the time of `act` in the sealed form.
    pub fn new(files: BTreeMap<String, Vec<u8>>, act: &ActTime) -> Self {
        Self { files, unix_seconds: u64::try_from(act.timestamp().as_second()).unwrap_or(0) }
    }

    /// Reads a package that lies in a folder, such as one that was sealed, so that it can travel.
    ///
    /// # Errors
    /// Fails for a folder that is no package, is too large, or holds anything but plain files.
    pub fn read(disk: &dyn Disk, folder: &DiskPath, act: &ActTime) -> Result<Self, ExportError> {
        let mut files = Files::up_to(MAX_PACKAGE_BYTES);
        read_tree(disk, folder, "", &mut files)?;
        let files = files.take();
        if files.contains_key(TAG_MANIFEST) {
            Ok(Self::new(files, act))
        } else {
            Err(ExportError::NotAPackage)
        }
    }

    /// The files, by their paths in the bag.
    pub fn files(&self) -> &BTreeMap<String, Vec<u8>> {
        &self.files
    }

    /// SHA-256 of the tag manifest: the one number that speaks for every byte of the package.
    pub fn digest(&self) -> Sha256Digest {
        Sha256Digest::of(self.files.get(TAG_MANIFEST).map_or(&[], Vec::as_slice))
    }

    /// Writes the files into a new folder, which appears under its name only when it is whole and durable.
    ///
    /// # Errors
    /// Fails when something is there already, or the disk fails.
    pub fn write(&self, disk: &dyn Disk, folder: &DiskPath) -> Result<(), ExportError> {
        let mut folder = NewFolder::begin(disk, folder)?;
        for (path, bytes) in &self.files {
            let path = folder.path().join(path)?;
            disk.create_dir_all(&path.parent())?;
            disk.create_new(&path)?.append(bytes)?;
        }
        Ok(folder.settle()?)
    }

    /// The package as one file that only the recipient opens: a `tar` ([`Package::to_tar`]) in the format of `age`.
    ///
    /// # Errors
    /// Fails for a key with which nothing can be kept secret.
    pub fn seal(&self, recipient: &Recipient, entropy: &dyn Entropy) -> Result<Vec<u8>, ExportError> {
        Ok(age::seal(recipient, entropy, &self.to_tar()?)?)
    }

    /// Opens the sealed form. Nothing in it is to be believed because of that: anybody can seal to a public key. What
    /// is inside is checked by the independent checker, or by any other.
    ///
    /// # Errors
    /// Says whether it was sealed to somebody else, changed, or holds something else than a package.
    pub fn open(identity: &Identity, sealed: &[u8]) -> Result<Self, ExportError> {
        Self::from_tar(&age::open(identity, sealed)?)
    }

    /// All files in one, in a folder `export`. Every `tar` unpacks it.
    ///
    /// # Errors
    /// Fails for a path that is too long for it; ours are not.
    pub fn to_tar(&self) -> Result<Zeroizing<Vec<u8>>, ExportError> {
        let files =
            self.files.iter().map(|(path, bytes)| (format!("{FOLDER}{path}"), bytes.clone())).collect();
        tar::write(&files, self.unix_seconds).ok_or(ExportError::NotAPackage)
    }

    /// Reads what [`Package::to_tar`] wrote, and no other spelling of it.
    ///
    /// # Errors
    /// Fails for anything else, and for a path that would leave the folder.
    pub fn from_tar(tar: &[u8]) -> Result<Self, ExportError> {
        let (files, unix_seconds) = tar::read(tar).ok_or(ExportError::NotAPackage)?;
        let files = files.into_iter().map(|(path, bytes)| {
            let path = path.strip_prefix(FOLDER).filter(|path| refuse_path(path).is_none())?;
            Some((path.to_owned(), bytes))
        });
        let files = files.collect::<Option<BTreeMap<_, _>>>().ok_or(ExportError::NotAPackage)?;
        if files.contains_key(TAG_MANIFEST) {
            Ok(Self { files, unix_seconds })
        } else {
            Err(ExportError::NotAPackage)
        }
    }
}

/// Collects files up to a limit of bytes.
pub(super) struct Files {
    files: BTreeMap<String, Vec<u8>>,
    left: usize,
}

impl Files {
    pub(super) fn up_to(limit: usize) -> Self {
        Self { files: BTreeMap::new(), left: limit }
    }

    pub(super) fn put(
        &mut self,
        path: impl Into<String>,
        bytes: impl Into<Vec<u8>>,
    ) -> Result<(), ExportError> {
        let bytes = bytes.into();
        self.left = self.left.checked_sub(bytes.len()).ok_or(ExportError::TooLarge)?;
        self.files.insert(path.into(), bytes);
        Ok(())
    }

    pub(super) fn get(&self) -> &BTreeMap<String, Vec<u8>> {
        &self.files
    }

    pub(super) fn take(self) -> BTreeMap<String, Vec<u8>> {
        self.files
    }
}

fn read_tree(disk: &dyn Disk, folder: &DiskPath, below: &str, files: &mut Files) -> Result<(), ExportError> {
    for entry in disk.list(folder)? {
        let (path, name) = (folder.join(&entry.name)?, format!("{below}{}", entry.name));
        match entry.kind {
            Kind::Dir => read_tree(disk, &path, &format!("{name}/"), files)?,
            Kind::File => {
                let left = u64::try_from(files.left).unwrap_or(u64::MAX);
                if disk.metadata(&path)?.size > left {
                    return Err(ExportError::TooLarge);
                }
                files.put(name, disk.read(&path, left)?)?;
            }
            _ => return Err(ExportError::NotAPackage),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use comity_record::testing::Counting;

    use super::*;

    #[test]
    fn a_package_holds_bytes_up_to_the_limit() {
        let mut files = Files::up_to(10);
        files.put("a", [0; 4]).unwrap();
        files.put("b", [0; 6]).unwrap();
        assert!(matches!(files.put("c", [0; 1]), Err(ExportError::TooLarge)));
    }

    #[test]
    fn a_sealed_file_that_would_leave_its_folder_is_refused() {
        let entropy = Counting::default();
        let identity = Identity::draw(&entropy);
        for path in ["export/../../etc/passwd", "/etc/passwd", "other/a", "export//a", "export/"] {
            let files =
                BTreeMap::from([(path.to_owned(), vec![1]), (format!("{FOLDER}{TAG_MANIFEST}"), vec![])]);
            let sealed = age::seal(&identity.recipient(), &entropy, &tar::write(&files, 0).unwrap()).unwrap();
            assert!(matches!(Package::open(&identity, &sealed), Err(ExportError::NotAPackage)), "{path}");
        }
    }
}
