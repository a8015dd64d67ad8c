//! Writing a bag so that it is there whole or not at all.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;
use std::rc::Rc;

use comity_disk::{Disk, DiskError, DiskPath, NewFolder};
use comity_record::{Blake3Digest, Coded, Sha256Digest};
use jiff::civil::Date;

use super::sink::{BagSink, Folder};
use super::{DECLARATION, FETCH, INFO, MANIFEST, PAYLOAD, TAG_MANIFEST, further_manifest, text};
use crate::hash::{Algorithm, Digests};
use crate::intake::{Intake, IntakeError, Sink, Stamp};
use crate::seal::TagFile;
use crate::sessions::List;
use crate::walk::Names;

/// Labels that the writer fills in itself.
const OWN_LABELS: [&str; 3] = ["bagging-date", "bag-software-agent", "payload-oxum"];

/// A bag that is complete and durable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BagSummary {
    /// Bytes of the payload.
    pub bytes: u64,
    /// Files of the payload.
    pub files: u64,
    /// SHA-256 of the tag manifest: the one number that speaks for the whole bag.
    pub tag_manifest: Sha256Digest,
}

/// Writes one bag.
pub struct BagWriter<'a> {
    sink: Box<dyn BagSink + 'a>,
    payload: BTreeMap<String, Digests>,
    /// The digests by an algorithm that was asked for, by path.
    further: BTreeMap<Algorithm, BTreeMap<String, String>>,
    tags: BTreeMap<String, Sha256Digest>,
    names: Names,
}

impl<'a> BagWriter<'a> {
    /// Begins a bag that will appear at `bag` when it is finished. What a crash left of an earlier attempt is removed.
    ///
    /// # Errors
    /// Fails when something is at `bag` already, or the disk fails.
    pub fn create(disk: &'a dyn Disk, bag: &DiskPath) -> Result<Self, BagError> {
        Ok(Self::to(Box::new(Folder::begin(disk, bag)?)))
    }

    /// Begins a bag whose files go elsewhere than into a folder.
    pub fn to(sink: Box<dyn BagSink + 'a>) -> Self {
        Self {
            sink,
            payload: BTreeMap::new(),
            further: BTreeMap::new(),
            tags: BTreeMap::new(),
            names: Names::default(),
        }
    }

    /// Adds a file to the payload, read once from `source`. `path` is below `data/`.
    ///
    /// # Errors
    /// Refuses a path that a checker would refuse, or that is there already.
    pub fn payload(
        &mut self,
        path: &str,
        source: &mut dyn Read,
        intake: &mut Intake<'_>,
    ) -> Result<Digests, BagError> {
        self.payload_of(path, None, source, intake)
    }

    /// As [`BagWriter::payload`], where it is known how many bytes will come.
    pub(crate) fn payload_of(
        &mut self,
        path: &str,
        size: Option<u64>,
        source: &mut dyn Read,
        intake: &mut Intake<'_>,
    ) -> Result<Digests, BagError> {
        self.payload_by(path, size, intake, |sink, intake| intake.stream(source, path, sink))
    }

    /// As [`BagWriter::payload`], from a file that must not change meanwhile; `size` is how long it is, where that is
    /// known.
    ///
    /// # Errors
    /// As [`BagWriter::payload`] and [`Intake::file`].
    pub fn payload_file(
        &mut self,
        path: &str,
        size: Option<u64>,
        source: &Path,
        intake: &mut Intake<'_>,
    ) -> Result<Digests, BagError> {
        self.payload_by(path, size, intake, |sink, intake| intake.file(source, sink))
    }

    /// Begins a bag in a folder that an earlier session may have left something in.
    pub(crate) fn listed(
        disk: &'a dyn Disk,
        bag: NewFolder<'a>,
        list: &Rc<RefCell<List<'a>>>,
    ) -> Result<Self, BagError> {
        Ok(Self::to(Box::new(Folder::listed(disk, bag, list)?)))
    }

    /// Counts in a file that is in the payload already, as `intake` read it last.
    pub(crate) fn held(&mut self, path: &str, digests: Digests, intake: &Intake<'_>) -> Result<(), BagError> {
        let path = format!("{PAYLOAD}/{path}");
        self.judge(&path)?;
        self.enter(path, digests, intake);
        Ok(())
    }

    /// As [`BagWriter::payload_file`], of which the first bytes are there already: they are read from `copied`, and hashed
    /// like the rest.
    pub(crate) fn payload_after(
        &mut self,
        path: &str,
        copied: (&mut dyn Read, u64),
        source: &Path,
        intake: &mut Intake<'_>,
    ) -> Result<Digests, BagError> {
        self.payload_by(path, None, intake, |sink, intake| intake.file_after(source, copied, sink))
    }

    /// Adds a tag file: a record, a proof, anything that is about the payload.
    ///
    /// # Errors
    /// Refuses a path in the payload, a name that BagIt gives a meaning to, and one that is there already.
    pub fn tag(&mut self, path: &str, bytes: &[u8]) -> Result<(), BagError> {
        let reserved = matches!(path, DECLARATION | INFO | FETCH)
            || path.split('/').next() == Some(PAYLOAD)
            || (!path.contains('/') && (path.starts_with("manifest-") || path.starts_with("tagmanifest-")));
        if reserved {
            return Err(BagError::Path { path: path.to_owned(), why: "BagIt gives it a meaning of its own" });
        }
        self.put(path, bytes)
    }

    /// The payload so far.
    pub fn payload_digests(&self) -> &BTreeMap<String, Digests> {
        &self.payload
    }

    /// Writes the manifests and gives the bag its name. `info` holds more labels for `bag-info.txt`. Returns only when
    /// everything is durable.
    ///
    /// # Errors
    /// Refuses a label or value that does not fit on a line, and labels that the writer fills in.
    pub fn finish(self, bagging_date: Date, info: &[(String, String)]) -> Result<BagSummary, BagError> {
        self.finish_with(bagging_date, info, |_| vec![])
    }

    /// As [`BagWriter::finish`], with tag files that speak for all others: `last` makes them from the digests of those.
    pub(crate) fn finish_with(
        mut self,
        bagging_date: Date,
        info: &[(String, String)],
        last: impl FnOnce(&BTreeMap<String, Sha256Digest>) -> Vec<TagFile>,
    ) -> Result<BagSummary, BagError> {
        let bytes = self.payload.values().map(|d| d.size).sum();
        let files = u64::try_from(self.payload.len()).unwrap_or(u64::MAX);
        let mut text = String::new();
        for (label, value) in info {
            refuse_label(label, value)?;
            text.push_str(&format_line(label, value));
        }
        text.push_str(&format_line("Bag-Software-Agent", concat!("Comity ", env!("CARGO_PKG_VERSION"))));
        text.push_str(&format_line("Bagging-Date", &bagging_date.to_string()));
        text.push_str(&format_line("Payload-Oxum", &format!("{bytes}.{files}")));
        self.put(DECLARATION, text::DECLARATION_TEXT.as_bytes())?;
        self.put(INFO, text.as_bytes())?;
        let manifest = text::manifest(self.payload.iter().map(|(p, d)| (p.as_str(), d.sha256.to_string())));
        self.put(MANIFEST, manifest.as_bytes())?;
        for (algorithm, digests) in std::mem::take(&mut self.further) {
            // A manifest of the payload lists every file of it (RFC 8493, section 2.1.3).
            if digests.len() == self.payload.len() {
                let manifest = text::manifest(digests.iter().map(|(p, digest)| (p.as_str(), digest.clone())));
                self.put(&further_manifest(algorithm), manifest.as_bytes())?;
            }
        }
        for TagFile { path, bytes } in last(&self.tags) {
            self.tag(&path, &bytes)?;
        }
        let manifest = text::manifest(self.tags.iter().map(|(p, d)| (p.as_str(), d.to_string())));
        self.put(TAG_MANIFEST, manifest.as_bytes())?;

        self.sink.settle()?;
        Ok(BagSummary { bytes, files, tag_manifest: Sha256Digest::of(manifest.as_bytes()) })
    }

    fn payload_by<'w>(
        &mut self,
        path: &str,
        size: Option<u64>,
        intake: &mut Intake<'w>,
        read: impl FnOnce(&mut OneFile<'_, 'a>, &mut Intake<'w>) -> Result<Digests, BagError>,
    ) -> Result<Digests, BagError> {
        let path = format!("{PAYLOAD}/{path}");
        self.begin(&path, size)?;
        let digests = read(&mut OneFile(self.sink.as_mut()), intake)?;
        self.sink.end()?;
        self.enter(path, digests, intake);
        Ok(digests)
    }

    fn enter(&mut self, path: String, digests: Digests, intake: &Intake<'_>) {
        for (algorithm, digest) in intake.further().iter() {
            self.further.entry(algorithm).or_default().insert(path.clone(), digest.to_owned());
        }
        self.payload.insert(path, digests);
    }

    fn put(&mut self, path: &str, bytes: &[u8]) -> Result<(), BagError> {
        self.begin(path, u64::try_from(bytes.len()).ok())?;
        self.sink.append(bytes)?;
        self.sink.end()?;
        self.tags.insert(path.to_owned(), Sha256Digest::of(bytes));
        Ok(())
    }

    fn begin(&mut self, path: &str, size: Option<u64>) -> Result<(), BagError> {
        self.judge(path)?;
        self.sink.begin(path, size)
    }

    /// Whether the path may be one of the bag.
    fn judge(&mut self, path: &str) -> Result<(), BagError> {
        if let Some(why) = text::refuse_path(path) {
            return Err(BagError::Path { path: path.chars().take(300).collect(), why });
        }
        if self.names.add(path).is_some() {
            return Err(BagError::Clash { path: path.to_owned() });
        }
        Ok(())
    }
}

fn format_line(label: &str, value: &str) -> String {
    format!("{label}: {value}\n")
}

fn refuse_label(label: &str, value: &str) -> Result<(), BagError> {
    let fits = |text: &str| {
        !text.is_empty()
            && text.trim() == text
            && !text.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'))
    };
    let own = OWN_LABELS.contains(&label.to_ascii_lowercase().as_str());
    if !fits(label) || !fits(value) || label.contains(':') || own {
        return Err(BagError::Info { label: label.chars().take(80).collect() });
    }
    Ok(())
}

struct OneFile<'w, 'a>(&'w mut (dyn BagSink + 'a));

impl Sink for OneFile<'_, '_> {
    type Error = BagError;

    fn take(&mut self, block: &[u8]) -> Result<(), BagError> {
        self.0.append(block)
    }

    fn mark(&mut self, size: u64, blake3: Blake3Digest, source: Option<&Stamp>) -> Result<(), BagError> {
        self.0.mark(size, blake3, source)
    }
}

/// Why a bag was not written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BagError {
    /// The disk that it is written to.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// What was to go in.
    #[error(transparent)]
    Intake(#[from] IntakeError),
    /// A path that has no place in a bag.
    #[error("the path {path:?} has no place in a package: {why}")]
    Path {
        /// The path.
        path: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// A path that some file system cannot tell from another one in the bag.
    #[error("the path {path:?} differs from another one only by letter case or Unicode form, or not at all")]
    Clash {
        /// The path.
        path: String,
    },
    /// A file of which more or fewer bytes came than were announced.
    #[error("{path} is not as long as it was said to be")]
    Length {
        /// The path.
        path: String,
    },
    /// What an earlier session copied is not what it copied any more.
    #[error("the part of {path} that is copied already is not what was copied")]
    CopyDecayed {
        /// The path.
        path: String,
    },
    /// A label or value that has no place in `bag-info.txt`.
    #[error("the label {label:?} or its value has no place in bag-info.txt")]
    Info {
        /// The label.
        label: String,
    },
}

impl Coded for BagError {
    fn code(&self) -> &'static str {
        match self {
            Self::Disk(error) => error.code(),
            Self::Intake(error) => error.code(),
            Self::Path { .. } => "evidence-package-path",
            Self::Clash { .. } => "evidence-package-clash",
            Self::Length { .. } => "evidence-package-length",
            Self::CopyDecayed { .. } => "evidence-copy-decayed",
            Self::Info { .. } => "evidence-package-info",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Disk(error) => error.args(),
            Self::Intake(error) => error.args(),
            Self::Path { path, why } => vec![("path", path.clone()), ("cause", (*why).to_owned())],
            Self::Clash { path } | Self::Length { path } | Self::CopyDecayed { path } => {
                vec![("path", path.clone())]
            }
            Self::Info { label } => vec![("label", label.clone())],
        }
    }
}
