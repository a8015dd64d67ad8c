//! A folder that comes under its name when it is whole.

use crate::{Disk, DiskError, DiskPath, PARTIAL_SUFFIX, clear_folder, make_dir_durable};

/// A folder that is put together beside its place and put there in one step. Until then nobody finds anything under its
/// name. Unless it is settled, it is removed with all that is in it when it is dropped: what is not whole is of no use, and
/// may lie in the clear. What a death leaves is removed by whoever begins the same folder again.
///
/// One that is [kept](NewFolder::kept) stays where it is instead, for whoever [takes it up](NewFolder::take_up).
pub struct NewFolder<'a> {
    disk: &'a dyn Disk,
    folder: DiskPath,
    partial: DiskPath,
    settled: bool,
    kept: bool,
}

impl<'a> NewFolder<'a> {
    /// Begins a folder. Missing folders above it are made.
    ///
    /// # Errors
    /// Fails when something is at `folder` already, or the disk fails.
    pub fn begin(disk: &'a dyn Disk, folder: &DiskPath) -> Result<Self, DiskError> {
        let new = Self::beside(disk, folder)?;
        remove_tree(disk, &new.partial)?;
        disk.create_dir_all(&new.partial)?;
        Ok(new)
    }

    /// Goes on with what an earlier one left, as it lies there; where nothing is left, begins the folder.
    ///
    /// # Errors
    /// As [`NewFolder::begin`].
    pub fn take_up(disk: &'a dyn Disk, folder: &DiskPath) -> Result<Self, DiskError> {
        let new = Self::beside(disk, folder)?.kept();
        disk.create_dir_all(&new.partial)?;
        Ok(new)
    }

    /// Leaves what is there by then, should it not come to be settled: for work that can be taken up again, of which whoever
    /// began it is told.
    #[must_use]
    pub fn kept(mut self) -> Self {
        self.kept = true;
        self
    }

    fn beside(disk: &'a dyn Disk, folder: &DiskPath) -> Result<Self, DiskError> {
        if disk.exists(folder)? {
            return Err(DiskError::Exists { path: folder.to_string() });
        }
        make_dir_durable(disk, &folder.parent())?;
        let partial = folder.with_suffix(PARTIAL_SUFFIX)?;
        Ok(Self { disk, folder: folder.clone(), partial, settled: false, kept: false })
    }

    /// Where it is put together.
    pub fn path(&self) -> &DiskPath {
        &self.partial
    }

    /// Puts the folder, which is whole, under its name. Durable when it returns.
    ///
    /// # Errors
    /// Fails when the disk does; an error of the very last sync leaves the folder, whole, under its name.
    pub fn settle(&mut self) -> Result<(), DiskError> {
        self.disk.sync_tree(&self.partial)?;
        self.disk.rename(&self.partial, &self.folder)?;
        self.settled = true;
        self.disk.sync_dir(&self.folder.parent())
    }
}

impl Drop for NewFolder<'_> {
    fn drop(&mut self) {
        if !self.settled && !self.kept {
            // Whoever begins again removes what stays.
            let _ = remove_tree(self.disk, &self.partial);
        }
    }
}

/// Removes a folder and what is in it, if it is there. Only for folders that we made.
pub(crate) fn remove_tree(disk: &dyn Disk, folder: &DiskPath) -> Result<(), DiskError> {
    if !disk.exists(folder)? {
        return Ok(());
    }
    clear_folder(disk, folder)?;
    disk.remove_dir(folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SimDisk;

    fn at(path: &str) -> DiskPath {
        DiskPath::new(path).unwrap()
    }

    /// A folder with a file in a folder in it.
    fn begun(disk: &SimDisk) -> NewFolder<'_> {
        let folder = NewFolder::begin(disk, &at("out/bag")).unwrap();
        let below = folder.path().join("data").unwrap();
        disk.create_dir_all(&below).unwrap();
        disk.create_new(&below.join("seized").unwrap()).unwrap().append(b"in the clear").unwrap();
        folder
    }

    #[test]
    fn nothing_is_left_of_a_folder_that_was_not_settled() {
        let disk = SimDisk::new();
        drop(begun(&disk));
        assert_eq!(disk.list(&at("out")).unwrap(), []);
    }

    #[test]
    fn a_folder_that_was_settled_stays() {
        let disk = SimDisk::new();
        let mut folder = begun(&disk);
        folder.settle().unwrap();
        drop(folder);
        assert_eq!(disk.read(&at("out/bag/data/seized"), 100).unwrap(), b"in the clear");
        assert!(!disk.exists(&at("out/bag.comity-partial")).unwrap());
        assert!(matches!(NewFolder::begin(&disk, &at("out/bag")), Err(DiskError::Exists { .. })));
    }

    #[test]
    fn what_a_death_left_is_removed_by_the_next_beginning() {
        let disk = SimDisk::new();
        std::mem::forget(begun(&disk));
        assert!(disk.exists(&at("out/bag.comity-partial/data/seized")).unwrap());
        let folder = NewFolder::begin(&disk, &at("out/bag")).unwrap();
        assert_eq!(disk.list(folder.path()).unwrap(), []);
    }

    #[test]
    fn one_that_is_kept_stays_for_whoever_takes_it_up() {
        let disk = SimDisk::new();
        drop(begun(&disk).kept());
        let seized = at("out/bag.comity-partial/data/seized");
        drop(NewFolder::take_up(&disk, &at("out/bag")).unwrap());
        assert_eq!(disk.read(&seized, 100).unwrap(), b"in the clear");
        NewFolder::take_up(&disk, &at("out/bag")).unwrap().settle().unwrap();
        assert_eq!(disk.read(&at("out/bag/data/seized"), 100).unwrap(), b"in the clear");
        assert!(matches!(NewFolder::take_up(&disk, &at("out/bag")), Err(DiskError::Exists { .. })));
    }
}
