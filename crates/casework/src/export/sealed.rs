//! A package as one file that only its recipient opens: a `tar` in the format of `age`. It is written and opened piece by
//! piece, so that it may be of any size, and what it holds lies nowhere in the clear while it is written.

use std::io::{self, Read, Write};
use std::sync::{Arc, OnceLock};

use comity_disk::{Disk, DiskError, DiskPath, NewFile, NewFolder};
use comity_evidence::bag::text::refuse_path;
use comity_evidence::bag::{BagError, BagSink, PAYLOAD};
use comity_evidence::leaves::{LeafHasher, Leaves};
use comity_record::{Entropy, Sha256Digest};
use sha2::{Digest as _, Sha256};

use super::package::{FOLDER, TAG_MANIFEST};
use super::{ExportError, tar};
use crate::age::{Identity, Lock, Opener, Recipient, Sealer, fill};

/// Bytes that are held while a file is copied out.
const PIECE: usize = 1 << 20;

/// A sealed file as the place of a bag. The file is under its name once the bag is settled, and not before.
pub(super) struct SealedFile {
    tar: Option<tar::Writer<Sealer<Listed>>>,
    leaves: Arc<OnceLock<Leaves>>,
    /// The file of the bag that is being written, and what is still to come of it.
    path: String,
    left: u64,
}

impl SealedFile {
    /// Begins the file, which must not exist. Everything in it bears the time `unix_seconds`.
    pub(super) fn begin(
        disk: Arc<dyn Disk>,
        path: &DiskPath,
        recipient: &Recipient,
        entropy: &dyn Entropy,
        unix_seconds: u64,
    ) -> Result<Self, ExportError> {
        let file = NewFile::begin(disk, path)?;
        let file = Listed { file, leaves: LeafHasher::new() };
        let sealer = Sealer::begin(file, Lock::Recipients(&[*recipient]), entropy)?;
        let tar = Some(tar::Writer::new(sealer, unix_seconds));
        Ok(Self { tar, leaves: Arc::default(), path: String::new(), left: 0 })
    }

    /// The leaves of the file, once it is settled; none of a file that has too many.
    pub(super) fn leaves(&self) -> Arc<OnceLock<Leaves>> {
        Arc::clone(&self.leaves)
    }

    fn with(
        &mut self,
        act: impl FnOnce(&mut tar::Writer<Sealer<Listed>>) -> io::Result<()>,
    ) -> Result<(), BagError> {
        let Self { tar, path, .. } = self;
        tar.as_mut().map_or(Ok(()), act).map_err(|error| BagError::Disk(of_disk(path, error)))
    }

    fn other_length(&self) -> BagError {
        BagError::Length { path: self.path.clone() }
    }
}

impl BagSink for SealedFile {
    fn begin(&mut self, path: &str, size: Option<u64>) -> Result<(), BagError> {
        path.clone_into(&mut self.path);
        self.left = size.ok_or_else(|| self.other_length())?;
        let (path, size) = (format!("{FOLDER}{path}"), self.left);
        self.with(|tar| tar.begin(&path, size))
    }

    fn append(&mut self, bytes: &[u8]) -> Result<(), BagError> {
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.left = self.left.checked_sub(length).ok_or_else(|| self.other_length())?;
        self.with(|tar| tar.append(bytes))
    }

    fn end(&mut self) -> Result<(), BagError> {
        if self.left > 0 {
            return Err(self.other_length());
        }
        self.with(tar::Writer::end)
    }

    fn settle(&mut self) -> Result<(), BagError> {
        let Some(tar) = self.tar.take() else { return Ok(()) };
        let sealed = tar.finish().and_then(Sealer::finish);
        let Listed { file, leaves } = sealed.map_err(|error| of_disk(&self.path, error))?;
        file.settle()?;
        if let Ok(leaves) = leaves.finish() {
            // A file is settled once.
            let _ = self.leaves.set(leaves);
        }
        Ok(())
    }
}

/// A file whose leaves are listed while it is written.
struct Listed {
    file: NewFile,
    leaves: LeafHasher,
}

impl Write for Listed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.leaves.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// What was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenedPackage {
    /// How many files it holds.
    pub files: u64,
    /// SHA-256 of the tag manifest: the one number that speaks for every byte of the package.
    pub digest: Sha256Digest,
}

/// Opens the sealed form of a package into a new folder, which appears under its name only when all of it was there and
/// opened. Nothing in it is to be believed because of that: anybody can seal to a public key. What is inside is checked
/// as any package is.
///
/// # Errors
/// Says whether it was sealed to somebody else, changed, or holds something else than a package; or that something is at
/// `folder` already, or the disk failed. There is nothing at `folder` then.
pub fn open_sealed(
    identity: &Identity,
    source: &mut dyn Read,
    disk: &dyn Disk,
    folder: &DiskPath,
) -> Result<OpenedPackage, ExportError> {
    let sealed = Opener::new(identity, source).map_err(|error| failed(folder.as_str(), error))?;
    let mut folder = NewFolder::begin(disk, folder)?;
    let opened = unpack(tar::Reader::new(sealed), disk, folder.path())?;
    folder.settle()?;
    Ok(opened)
}

fn unpack(
    mut tar: tar::Reader<Opener<&mut dyn Read>>,
    disk: &dyn Disk,
    partial: &DiskPath,
) -> Result<OpenedPackage, ExportError> {
    // A bag has a payload folder even when the payload is empty (RFC 8493, section 2.1.2); a `tar` of files has none.
    disk.create_dir_all(&partial.join(PAYLOAD)?)?;
    let (mut files, mut digest) = (0, None);
    let mut piece = vec![0; PIECE];
    let failed = |error| failed(partial.as_str(), error);
    while let Some((path, _)) = tar.next().map_err(failed)? {
        let path = path.strip_prefix(FOLDER).filter(|path| refuse_path(path).is_none());
        let path = path.ok_or(ExportError::NotAPackage)?;
        let at = partial.join(path)?;
        let mut file =
            disk.create_dir_all(&at.parent()).and_then(|()| disk.create_new(&at)).map_err(in_the_way)?;
        let mut hasher = (path == TAG_MANIFEST).then(Sha256::new);
        loop {
            let read = fill(&mut tar, &mut piece).map_err(failed)?;
            if read == 0 {
                break;
            }
            file.append(&piece[..read])?;
            if let Some(hasher) = &mut hasher {
                hasher.update(&piece[..read]);
            }
        }
        digest = digest.or(hasher.map(|hasher| Sha256Digest::from_bytes(hasher.finalize().into())));
        files += 1;
    }
    Ok(OpenedPackage { files, digest: digest.ok_or(ExportError::NotAPackage)? })
}

/// Two files under one name, or one where another has a folder.
fn in_the_way(error: DiskError) -> ExportError {
    match error {
        DiskError::Exists { .. } | DiskError::NotADir { .. } | DiskError::NotAFile { .. } => {
            ExportError::NotAPackage
        }
        other => other.into(),
    }
}

/// What an error of reading or writing holds: one of the seal, one of the disk, or that it is no `tar` of ours.
fn failed(path: &str, error: io::Error) -> ExportError {
    match error.downcast() {
        Ok(sealed) => ExportError::Age(sealed),
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof) => {
            ExportError::NotAPackage
        }
        Err(error) => of_disk(path, error).into(),
    }
}

fn of_disk(path: &str, error: io::Error) -> DiskError {
    error.downcast().unwrap_or_else(|source| DiskError::Failed { path: path.to_owned(), source })
}

#[cfg(test)]
mod tests {
    use comity_disk::{Fault, SimDisk};
    use comity_record::testing::Counting;

    use super::*;
    use crate::export::AgeError;

    const CUTS: u64 = 200;

    fn at(path: &str) -> DiskPath {
        DiskPath::new(path).unwrap()
    }

    /// The files of a bag, more than one chunk of the seal and some of it at its borders.
    fn files() -> Vec<(String, Vec<u8>)> {
        let long = format!("data/E-1/{}", "дом".repeat(40));
        let sizes =
            [("data/E-1/a", 0), ("data/E-1/b", 512), ("data/c", 200_000), (&long, 3), (TAG_MANIFEST, 100)];
        sizes
            .into_iter()
            .map(|(path, size)| (path.to_owned(), (0..=250).cycle().take(size).collect()))
            .collect()
    }

    fn seal(disk: &SimDisk, identity: &Identity) -> Result<(), ExportError> {
        let disk = Arc::new(disk.clone());
        let mut sealed = SealedFile::begin(
            disk.clone(),
            &at("package.age"),
            &identity.recipient(),
            &Counting::default(),
            7,
        )?;
        let put = |sealed: &mut SealedFile, path: &str, bytes: &[u8]| {
            sealed.begin(path, u64::try_from(bytes.len()).ok())?;
            for piece in bytes.chunks(3000) {
                sealed.append(piece)?;
            }
            sealed.end()
        };
        for (path, bytes) in files() {
            put(&mut sealed, &path, &bytes).map_err(bag)?;
        }
        let leaves = sealed.leaves();
        assert!(leaves.get().is_none());
        sealed.settle().map_err(bag)?;
        let written = disk.read(&at("package.age"), 1 << 20)?;
        assert_eq!(leaves.get(), Some(&Leaves::of_reader(&mut &written[..]).unwrap()));
        Ok(())
    }

    fn bag(error: BagError) -> ExportError {
        match error {
            BagError::Disk(error) => error.into(),
            other => panic!("{other}"),
        }
    }

    fn open(sealed: &[u8], identity: &Identity, disk: &SimDisk) -> Result<OpenedPackage, ExportError> {
        open_sealed(identity, &mut &sealed[..], disk, &at("opened"))
    }

    fn sealed() -> (Identity, Vec<u8>) {
        let (disk, identity) = (SimDisk::new(), Identity::draw(&Counting::default()));
        seal(&disk, &identity).unwrap();
        (identity, disk.read(&at("package.age"), 1 << 20).unwrap())
    }

    fn nothing_is_there(disk: &SimDisk) {
        assert!(!disk.exists(&at("opened")).unwrap() && !disk.exists(&at("opened.comity-partial")).unwrap());
    }

    #[test]
    fn what_is_sealed_file_by_file_is_opened_file_by_file() {
        let (identity, sealed) = sealed();
        let disk = SimDisk::new();
        let opened = open(&sealed, &identity, &disk).unwrap();
        let files = files();
        let digest = Sha256Digest::of(&files[files.len() - 1].1);
        assert_eq!(opened, OpenedPackage { files: 5, digest });
        for (path, bytes) in files {
            assert_eq!(disk.read(&at(&format!("opened/{path}")), 1 << 20).unwrap(), bytes, "{path}");
        }
        assert!(matches!(open(&sealed, &identity, &disk), Err(ExportError::Disk(DiskError::Exists { .. }))));
    }

    #[test]
    fn what_is_changed_cut_off_or_for_somebody_else_leaves_nothing() {
        let (identity, sealed) = sealed();
        let other = Identity::draw(&Nines);
        for place in
            (0..sealed.len()).step_by(9973).chain((0..300).step_by(7)).chain(sealed.len() - 9..sealed.len())
        {
            let disk = SimDisk::new();
            let mut changed = sealed.clone();
            changed[place] ^= 1;
            assert!(open(&changed, &identity, &disk).is_err(), "byte {place}");
            assert!(open(&sealed[..place], &identity, &disk).is_err(), "cut at {place}");
            nothing_is_there(&disk);
        }
        let disk = SimDisk::new();
        assert!(matches!(open(&sealed, &other, &disk), Err(ExportError::Age(AgeError::OtherKey))));
        assert!(open(&[&sealed[..], b"x"].concat(), &identity, &disk).is_err());
        nothing_is_there(&disk);
    }

    struct Nines;

    impl Entropy for Nines {
        fn fill(&self, out: &mut [u8]) {
            out.fill(9);
        }
    }

    #[test]
    fn a_file_whose_length_is_another_is_not_sealed() {
        let (disk, identity) = (SimDisk::new(), Identity::draw(&Counting::default()));
        for (said, bytes) in [(Some(3), &b"four"[..]), (Some(5), b"four"), (None, b"four")] {
            let of = Arc::new(disk.clone());
            let recipient = identity.recipient();
            let mut sealed = SealedFile::begin(of, &at("x"), &recipient, &Counting::default(), 0).unwrap();
            let put =
                sealed.begin("data/a", said).and_then(|()| sealed.append(bytes)).and_then(|()| sealed.end());
            assert!(matches!(put, Err(BagError::Length { path }) if path == "data/a"), "{said:?}");
        }
        assert!(!disk.exists(&at("x")).unwrap());
    }

    #[test]
    fn a_sealed_package_is_there_whole_or_not_at_all_and_so_is_what_was_opened() {
        let (identity, bytes) = sealed();
        let steps = |act: &dyn Fn(&SimDisk)| {
            let disk = SimDisk::new();
            act(&disk);
            disk.operations()
        };
        let write = steps(&|disk| seal(disk, &identity).unwrap());
        let read = steps(&|disk| assert_eq!(open(&bytes, &identity, disk).unwrap().files, 5));
        let (mut whole, mut none) = (0, 0);
        for run in 0..CUTS {
            let disk = SimDisk::new();
            disk.cut_at(run % (write + 3));
            let acknowledged = seal(&disk, &identity).is_ok();
            let found = disk.power_cut(run);
            match found.read(&at("package.age"), 1 << 20) {
                Ok(sealed) => assert_eq!(sealed, bytes, "run {run}"),
                Err(_) => assert!(!acknowledged, "run {run}: an acknowledged package is lost"),
            }
            // What was left behind is in nobody's way.
            if !found.exists(&at("package.age")).unwrap() {
                seal(&found, &identity).unwrap();
            }

            let disk = SimDisk::new();
            disk.cut_at(run % (read + 3));
            let acknowledged = open(&bytes, &identity, &disk).is_ok();
            let found = disk.power_cut(run);
            if found.exists(&at("opened")).unwrap() {
                for (path, bytes) in files() {
                    assert_eq!(found.read(&at(&format!("opened/{path}")), 1 << 20).unwrap(), bytes, "{run}");
                }
                whole += 1;
            } else {
                assert!(!acknowledged, "run {run}: an acknowledged package is lost");
                open(&bytes, &identity, &found).unwrap();
                none += 1;
            }
        }
        assert!(whole > 5 && none > 20, "{whole} whole, {none} not there");
    }

    #[test]
    fn a_full_or_failing_disk_leaves_nothing_under_the_name() {
        let (identity, bytes) = sealed();
        for capacity in [0, 100, 70_000, 150_000] {
            let disk = SimDisk::new();
            disk.set_capacity(Some(capacity));
            let full = |error| matches!(error, ExportError::Disk(DiskError::Full { .. }));
            assert!(seal(&disk, &identity).is_err_and(full), "{capacity}");
            assert!(!disk.exists(&at("package.age")).unwrap());
            assert!(open(&bytes, &identity, &disk).is_err_and(full), "{capacity}");
            nothing_is_there(&disk);
        }
        for operation in 0..8 {
            let disk = SimDisk::new();
            disk.fail_at(operation, Fault::Io);
            if seal(&disk, &identity).is_err() {
                assert!(!disk.exists(&at("package.age")).unwrap(), "operation {operation}");
            }
        }
    }
}
