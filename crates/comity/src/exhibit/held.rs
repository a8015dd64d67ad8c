//! The files of an exhibit as a search reads them. What was left in place lies where anybody may change it: before it is searched
//! it is compared with what was taken in, never through a link, and afterwards it must still be the same.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use comity_adapters::sandbox::ReadSeek;
use comity_casework::Session;
use comity_casework::exhibit::{Exhibit, Holding, label};
use comity_disk::Below;
use comity_evidence::Digests;
use comity_evidence::intake::Stamp;
use comity_evidence::reference::{Content, Reference};
use comity_evidence::seal::SealedFile;
use comity_record::CaseId;
use serde_json::Value;

use crate::engine::scan::far::Far;
use crate::engine::scan::rules::Searcher;
use crate::engine::scan::{self, Searched, segments};
use crate::folder::Opened;
use crate::out::{Failure, Progress};

/// The vault of a case, as an officer reads it.
#[derive(Clone, Copy)]
pub struct Vault<'a> {
    pub opened: &'a Opened,
    pub session: &'a Session,
    pub case: CaseId,
}

/// A file that an exhibit holds.
pub struct Held {
    pub name: String,
    /// What it was when it was taken in.
    pub digests: Digests,
    /// It is one of the files into which an image was divided.
    pub is_segment: bool,
    place: Place,
}

/// Where it is read.
enum Place {
    Vault,
    Disk {
        path: PathBuf,
        /// The folder that was taken in, out of which no link leads; none of a file that was named itself.
        below: Option<Arc<Below>>,
        /// What its exhibit is called.
        exhibit: String,
    },
}

impl Held {
    /// How many bytes a search reads: those of a file in place twice.
    pub fn to_read(&self) -> u64 {
        match self.place {
            Place::Vault => self.digests.size,
            Place::Disk { .. } => self.digests.size.saturating_mul(2),
        }
    }

    async fn in_vault(&self, vault: Vault<'_>) -> Result<Box<dyn ReadSeek>, Failure> {
        let Vault { opened, session, case } = vault;
        let object = opened.node.exhibit_file(session, case, self.digests.sha256).await;
        Ok(Box::new(object.map_err(Failure::of)?))
    }

    /// Whether a file that may be a segment by its name begins as one. Of what cannot be read the search tells.
    async fn begins_as_segment(&self, vault: Vault<'_>) -> bool {
        match &self.place {
            Place::Vault => self.in_vault(vault).await.is_ok_and(segments::begins),
            Place::Disk { path, below, .. } => open(path, below.as_deref()).is_ok_and(segments::begins),
        }
    }
}

/// The files of an exhibit.
pub async fn sources(vault: Vault<'_>, exhibit: &Exhibit) -> Result<Vec<Held>, Failure> {
    let holds = exhibit.received.as_ref().map(|received| &received.holds);
    let mut sources = match holds {
        Some(Holding::InPlace(place)) => in_place(vault, exhibit, place).await?,
        _ => {
            let held = |file: &SealedFile| held(file, Place::Vault);
            let seal = vault.opened.node.manifest(vault.session, vault.case, exhibit).await;
            seal.map_err(Failure::of)?.files.iter().map(held).collect()
        }
    };
    for source in &mut sources {
        source.is_segment =
            segments::is_named(Path::new(&source.name)) && source.begins_as_segment(vault).await;
    }
    Ok(sources)
}

fn held(file: &SealedFile, place: Place) -> Held {
    Held { name: file.path.clone(), digests: file.digests, is_segment: false, place }
}

async fn in_place(vault: Vault<'_>, exhibit: &Exhibit, place: &Reference) -> Result<Vec<Held>, Failure> {
    let path = place.path();
    // What was moved away as a whole is one failure, not one for each of its files; so is a link in its place.
    let found = std::fs::symlink_metadata(&path).map_err(|source| Failure::file("read", &path, source))?;
    let name = path.file_name().unwrap_or_default();
    let exhibit_name = label(exhibit.number);
    if found.is_symlink() {
        return Err(changed(&name.to_string_lossy(), &exhibit_name));
    }
    if let Content::Bytes(digests) = place.content {
        let name = name.to_string_lossy().into_owned();
        let place = Place::Disk { path, below: None, exhibit: exhibit_name };
        return Ok(vec![Held { name, digests, is_segment: false, place }]);
    }
    let below = Below::hold(&path).map_err(|source| Failure::file("read", &path, source))?;
    let below = Arc::new(below);
    let seal = vault.opened.node.manifest(vault.session, vault.case, exhibit).await.map_err(Failure::of)?;
    let place = |file: &SealedFile| Place::Disk {
        path: path.join(file.real_path()),
        below: Some(Arc::clone(&below)),
        exhibit: exhibit_name.clone(),
    };
    Ok(seal.files.iter().map(|file| held(file, place(file))).collect())
}

fn open(path: &Path, below: Option<&Below>) -> io::Result<File> {
    let opened = match below {
        Some(below) => below.open_foreign(path),
        None => comity_disk::open_foreign(path),
    };
    opened.map(|(file, _)| file)
}

fn changed(file: &str, exhibit: &str) -> Failure {
    let args = vec![("file", file.to_owned()), ("exhibit", exhibit.to_owned())];
    Failure::new("comity-exhibit-file-changed", args)
}

/// A file in place that was what was taken in when it was opened.
pub struct InPlace<'a> {
    file: File,
    stamp: Stamp,
    name: &'a str,
    exhibit: &'a str,
}

impl InPlace<'_> {
    /// What is to be told when it was changed since.
    pub fn changed(&self) -> Option<Failure> {
        let now = self.file.metadata().ok().map(|found| Stamp::of(&found));
        (now.as_ref() != Some(&self.stamp)).then(|| changed(self.name, self.exhibit))
    }
}

/// Opens those of a set that lie in place, and compares each with what was taken in. Shows how far that is, behind `before`
/// bytes of others. Of what lies in the vault there is none: the vault compares by itself.
///
/// # Errors
/// Fails for a file that cannot be read, or is another by now.
pub fn compare<'a>(set: &'a [Held], bar: &Progress, before: u64) -> Result<Vec<InPlace<'a>>, Failure> {
    let mut done = before;
    let mut files = Vec::new();
    for held in set {
        let Place::Disk { path, below, exhibit } = &held.place else { continue };
        let fail = |source: io::Error| match source.kind() {
            ErrorKind::InvalidInput => changed(&held.name, exhibit),
            _ => Failure::file("read", path, source),
        };
        let mut file = open(path, below.as_deref()).map_err(fail)?;
        let known = file.metadata().map_err(fail)?;
        let is_as_long = !known.is_file() || known.len() == held.digests.size;
        let far = Far::behind(bar, done);
        if !is_as_long || Digests::of_reader(&mut far.over(&mut file)).map_err(fail)? != held.digests {
            return Err(changed(&held.name, exhibit));
        }
        done = done.saturating_add(held.digests.size);
        files.push(InPlace { file, stamp: Stamp::of(&known), name: &held.name, exhibit });
    }
    Ok(files)
}

/// Searches the files of a set as one, by the name of the first: those in place as they were opened, the others in the vault.
pub async fn search(
    vault: Vault<'_>,
    child: &mut Searcher<'_>,
    (set, in_place): (&[Held], &[InPlace<'_>]),
    far: &Far<'_>,
    on_hit: &mut dyn FnMut(Value),
) -> Searched {
    let Some(Held { name, .. }) = set.first() else { return Searched::default() };
    if let [InPlace { file, .. }] = in_place {
        return child.search(name, &mut scan::Place::Opened(file), far, on_hit);
    }
    let mut files: Vec<Box<dyn ReadSeek + '_>> = Vec::with_capacity(set.len());
    for InPlace { file, .. } in in_place {
        files.push(Box::new(file));
    }
    if in_place.is_empty() {
        for held in set {
            match held.in_vault(vault).await {
                Ok(object) => files.push(object),
                Err(failure) => return Searched::failed(failure),
            }
        }
    }
    match segments::Joined::new(files) {
        Ok(mut joined) => child.search(name, &mut scan::Place::Ranges(&mut joined), far, on_hit),
        Err(source) => Searched::failed(Failure::file("read", Path::new(name), source)),
    }
}
