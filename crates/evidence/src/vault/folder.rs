//! Taking in a folder: every file an object, all made durable at once.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::PoisonError;

use comity_disk::DiskPath;
use comity_record::key::SecretKey;
use comity_record::{Bytes, Sha256Digest};

use super::{
    Held, Holder, INCOMING, KeyRing, OBJECTS, ObjectName, Shards, Staged, Stored, Vault, VaultError, at,
};
use crate::intake::Intake;
use crate::seal::{Seal, SealedFile};
use crate::walk::{Found, LeftOut, walk};

/// A folder that is durably in the vault.
#[derive(Debug)]
pub struct StoredFolder {
    /// The files, sorted by the bytes of their paths.
    pub files: Vec<StoredFile>,
    /// What has no content to be stored.
    pub left_out: Vec<LeftOut>,
}

/// One file of it.
#[derive(Debug)]
pub struct StoredFile {
    /// The path below the folder, quoted where it must be; see [`crate::walk`](mod@crate::walk).
    pub path: String,
    /// The bytes of the real path, where `path` is quoted.
    pub original: Option<Bytes>,
    /// Its content. Files of the same content share an object.
    pub object: Stored,
}

impl StoredFolder {
    /// The seal of what was taken in, as [`crate::seal_in_place`] gives it for the same folder.
    pub fn seal(&self) -> Seal {
        let files = self.files.iter().map(|file| SealedFile {
            path: file.path.clone(),
            original: file.original.clone(),
            digests: file.object.digests,
            further: file.object.further.clone(),
        });
        Seal::new(files.collect(), self.left_out.clone())
    }
}

impl Vault {
    /// Takes in every file of a folder, each read once. Returns only when all are durable; two syncs serve them all,
    /// where [`Vault::add_file`] would need two each.
    ///
    /// # Errors
    /// As [`Vault::add_file`]. On any failure none of the files is acknowledged.
    pub fn add_folder(
        &self,
        folder: &Path,
        intake: &mut Intake<'_>,
        ring: &dyn KeyRing,
    ) -> Result<StoredFolder, VaultError> {
        intake.stay_below(folder);
        let found = walk(folder, intake.limits())?;
        let mut temps = Vec::new();
        let mut placed = Vec::new();
        let stored = self.stage_all(&found.files, intake, &mut temps).and_then(|staged| {
            let held: Vec<_> = staged.iter().map(|staged| self.find(&staged.digests, ring)).collect();
            let staged = staged.into_iter().zip(held).collect();
            let mut shards = self.names.lock().unwrap_or_else(PoisonError::into_inner);
            self.place_all(found.files, staged, ring.holder(), &mut shards, &mut placed).inspect_err(|_| {
                // Nobody will be told of them. Those that stay all the same are swept like any orphan.
                for name in &placed {
                    let _ = self.disk.remove(&name.path());
                }
            })
        });
        // What became an object is gone from there already; the rest is of no use.
        for (index, temp) in temps.iter().enumerate() {
            if stored.as_ref().map_or(true, |files| files[index].object.was_held) {
                self.unstage(temp);
            }
        }
        Ok(StoredFolder { files: stored?, left_out: found.left_out })
    }

    fn stage_all(
        &self,
        files: &[Found],
        intake: &mut Intake<'_>,
        temps: &mut Vec<DiskPath>,
    ) -> Result<Vec<Staged>, VaultError> {
        let mut all = Vec::with_capacity(files.len());
        for file in files {
            let staged = self.stage(false, intake, |sink, intake| intake.file(&file.place, sink))?;
            temps.push(staged.temp.clone());
            all.push(staged);
        }
        self.disk.sync_tree(&at(INCOMING))?;
        Ok(all)
    }

    fn place_all(
        &self,
        files: Vec<Found>,
        staged: Vec<(Staged, Option<Held>)>,
        holder: Holder,
        shards: &mut Shards,
        placed: &mut Vec<ObjectName>,
    ) -> Result<Vec<StoredFile>, VaultError> {
        let mut orphans = self.orphans()?;
        let first_names =
            staged.iter().filter_map(|(staged, _)| self.names_of(holder, staged.digests.sha256).next());
        self.make_shards(first_names.map(|name| name.shard()), shards)?;
        // The same content may come again within the folder: where among the stored it came first.
        let mut fresh: BTreeMap<Sha256Digest, usize> = BTreeMap::new();
        let mut stored: Vec<StoredFile> = Vec::with_capacity(files.len());
        for (file, (staged, held)) in files.into_iter().zip(staged) {
            let again = || fresh.get(&staged.digests.sha256).map(|first| Held::of(&stored[*first].object));
            let held = held.or_else(again);
            let object = self.place(staged, holder, held, shards, &mut orphans)?;
            if !object.was_held {
                placed.push(object.name);
                fresh.insert(object.digests.sha256, stored.len());
            }
            stored.push(StoredFile { path: file.path, original: file.original, object });
        }
        self.disk.sync_tree(&at(OBJECTS))?;
        Ok(stored)
    }
}

impl Held {
    fn of(stored: &Stored) -> Self {
        let key = SecretKey::from_bytes(*stored.key.expose());
        Self { name: stored.name, ciphertext: stored.ciphertext, key }
    }
}
