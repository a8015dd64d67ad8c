//! Taking in a folder: every file an object, all made durable at once, the small ones of many in packs.

use std::path::Path;

use comity_record::Bytes;

use super::intake::{How, Work};
use super::{KeyRing, Stored, Vault, VaultError};
use crate::intake::Intake;
use crate::seal::{Seal, SealedFile};
use crate::walk::{LeftOut, walk};

/// From how many files on the small ones go into packs. Fewer are each a file, which is removed without rewriting others.
pub const PACKED_FROM: usize = 16;

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

/// How so many files are staged.
pub(super) fn how_for(files: usize) -> How {
    if files < PACKED_FROM { How::Together } else { How::Packed }
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
        intake.expect(&found.files)?;
        let mut work = Work::new(self, how_for(found.files.len()));
        for file in &found.files {
            work.take(intake, ring, |sink, intake| intake.file(&file.place, sink))?;
        }
        let stored = work.finish(ring.holder())?;
        let files = found.files.into_iter().zip(stored).map(|(file, object)| StoredFile {
            path: file.path,
            original: file.original,
            object,
        });
        Ok(StoredFolder { files: files.collect(), left_out: found.left_out })
    }
}
