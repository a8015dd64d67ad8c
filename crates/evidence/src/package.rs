//! A sealed package whose files come from elsewhere than one folder: from a vault, or from where exhibits were found.

use std::io::Read;
use std::path::Path;

use comity_disk::{Disk, DiskPath};
use comity_record::Bytes;

use crate::bag::{BagSink, BagWriter};
use crate::hash::Digests;
use crate::intake::Intake;
use crate::seal::{Seal, SealError, SealOptions, SealedBag, SealedFile, finish};
use crate::signature::Signer;
use crate::walk::LeftOut;

/// Writes one package. It appears under its name when it is finished, and is whole then.
pub struct PackageWriter<'a> {
    bag: BagWriter<'a>,
    files: Vec<SealedFile>,
}

impl<'a> PackageWriter<'a> {
    /// Begins a package that will appear at `bag`.
    ///
    /// # Errors
    /// Fails when something is there already, or the disk fails.
    pub fn create(disk: &'a dyn Disk, bag: &DiskPath) -> Result<Self, SealError> {
        Ok(Self { bag: BagWriter::create(disk, bag)?, files: vec![] })
    }

    /// Begins a package whose files go elsewhere than into a folder.
    pub fn to(sink: Box<dyn BagSink + 'a>) -> Self {
        Self { bag: BagWriter::to(sink), files: vec![] }
    }

    /// Adds a file to the payload, read once from `source`. `path` is below `data/`; `original` has its real bytes where
    /// it is quoted; `size` is how many bytes will come, where that is known.
    ///
    /// # Errors
    /// Refuses a path that a checker would refuse, or that is there already.
    pub fn file(
        &mut self,
        path: &str,
        original: Option<Bytes>,
        size: Option<u64>,
        source: &mut dyn Read,
        intake: &mut Intake<'_>,
    ) -> Result<Digests, SealError> {
        let digests = self.bag.payload_of(path, size, source, intake)?;
        self.push(path, original, digests, intake);
        Ok(digests)
    }

    /// As [`PackageWriter::file`], from a file that must not change meanwhile.
    ///
    /// # Errors
    /// As [`PackageWriter::file`], and where the file cannot be read or changes.
    pub fn file_at(
        &mut self,
        path: &str,
        original: Option<Bytes>,
        size: Option<u64>,
        source: &Path,
        intake: &mut Intake<'_>,
    ) -> Result<Digests, SealError> {
        let digests = self.bag.payload_file(path, size, source, intake)?;
        self.push(path, original, digests, intake);
        Ok(digests)
    }

    fn push(&mut self, path: &str, original: Option<Bytes>, digests: Digests, intake: &Intake<'_>) {
        let further = intake.further().clone();
        self.files.push(SealedFile { path: path.to_owned(), original, digests, further });
    }

    /// Seals and signs the package, and gives it its name. Returns only when everything is durable. `left_out` is what
    /// had no content to be taken when the files came in.
    ///
    /// # Errors
    /// Refuses tag files in the payload, or under names that are given already.
    pub fn finish(
        mut self,
        mut left_out: Vec<LeftOut>,
        options: &SealOptions,
        signer: Option<&Signer<'_>>,
    ) -> Result<SealedBag, SealError> {
        self.files.sort_unstable_by(|a, b| a.path.as_bytes().cmp(b.path.as_bytes()));
        left_out.sort_unstable_by(|a, b| a.path.as_bytes().cmp(b.path.as_bytes()));
        let seal = Seal::new(self.files, left_out);
        let bag = finish(self.bag, &seal, options, signer)?;
        Ok(SealedBag { seal, bag })
    }
}
