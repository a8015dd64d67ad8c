//! Checking a bag, whoever wrote it.
//!
//! Everything is checked that can be, and everything wrong is reported, not only the first thing. A bag passes only
//! if every check that it calls for was made: a manifest in an algorithm that we do not have makes the answer *cannot be
//! decided*, never *pass*.

mod signed;

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use comity_disk::{Disk, DiskError, DiskPath, Kind};
use comity_record::{Blake3Digest, Sha256Digest};
use sha2::Digest as _;

use super::report::{Check, Finding, MAX_FINDINGS, Note, Report};
use super::text::{self, MAX_INFO_BYTES, MAX_MANIFEST_BYTES};
use super::{DECLARATION, FETCH, INFO, PAYLOAD, TAG_MANIFEST};
use crate::hash::{self, BLOCK_BYTES, Digests, Further, FurtherHasher};
use crate::intake::{Limits, Progress, Watch};
use crate::seal::{BLAKE3_MANIFEST, SEAL, Seal, SealError};
use crate::signature::TIMESTAMPS;
use crate::walk::{LeftOutKind, Names};

/// Checks the bag in the folder `bag` of `disk` to its end.
pub fn verify(disk: &dyn Disk, bag: &DiskPath, limits: &Limits, watch: Option<Watch<'_>>) -> Report {
    let mut check = Checker {
        disk,
        bag,
        limits,
        watch,
        report: Report::default(),
        files: BTreeMap::new(),
        empty: vec![],
        block: vec![0; BLOCK_BYTES],
        stopped: false,
        failed: false,
    };
    check.run();
    check.report
}

/// The algorithms that manifests are checked in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Algorithm {
    Sha256,
    Further(hash::Algorithm),
}

impl Algorithm {
    fn of(name: &str) -> Option<Self> {
        let further = || hash::Algorithm::ALL.into_iter().find(|algorithm| algorithm.as_str() == name);
        if name == "sha256" { Some(Self::Sha256) } else { further().map(Self::Further) }
    }

    fn digest_bytes(self) -> usize {
        match self {
            Self::Sha256 => 32,
            Self::Further(algorithm) => algorithm.digest_bytes(),
        }
    }

    fn is_sound(self) -> bool {
        match self {
            Self::Sha256 => true,
            Self::Further(algorithm) => algorithm.is_sound(),
        }
    }
}

/// One file of the bag, and what was read of it.
#[derive(Default)]
struct Seen {
    size: u64,
    sha256: Option<Sha256Digest>,
    further: Further,
    blake3: Option<Blake3Digest>,
}

impl Seen {
    fn digest(&self, algorithm: Algorithm) -> Option<String> {
        match algorithm {
            Algorithm::Sha256 => self.sha256.map(|d| d.to_string()),
            Algorithm::Further(algorithm) => self.further.get(algorithm).map(str::to_owned),
        }
    }
}

/// Which digests a file is read for.
struct Wanted {
    sha256: bool,
    blake3: bool,
    further: BTreeSet<hash::Algorithm>,
}

/// A manifest as read.
struct Manifest {
    name: String,
    algorithm: Algorithm,
    /// Digest by path.
    entries: BTreeMap<String, String>,
}

struct Checker<'a, 'w> {
    disk: &'a dyn Disk,
    bag: &'a DiskPath,
    limits: &'a Limits,
    watch: Option<Watch<'w>>,
    report: Report,
    files: BTreeMap<String, Seen>,
    /// Folders of the payload without anything in them.
    empty: Vec<String>,
    block: Vec<u8>,
    stopped: bool,
    failed: bool,
}

impl Checker<'_, '_> {
    fn run(&mut self) {
        let mut names = Names::default();
        if !self.list(&DiskPath::root(), 0, &mut names) {
            return;
        }
        self.declaration();
        if self.files.contains_key(FETCH) {
            self.find(Finding::Fetch);
        }
        match self.disk.metadata(&self.place(PAYLOAD)) {
            Ok(found) if found.kind == Kind::Dir => {}
            _ => self.find(Finding::NoPayload),
        }
        let payload = self.manifests("manifest-", true);
        let tags = self.manifests(text::TAG_MANIFESTS, false);
        if payload.is_empty() && !self.report.findings.iter().any(|f| matches!(f, Finding::Algorithm { .. }))
        {
            self.find(Finding::NoManifest);
        }
        let seal = self.seal();
        self.unsound(&payload);
        self.unsound(&tags);
        self.report.checks.insert(Check::Structure);
        self.read_all(&payload, &tags, seal.as_ref());
        if self.stopped {
            self.find(Finding::Stopped);
            return;
        }
        for manifest in &payload {
            self.compare(manifest, true);
        }
        for manifest in &tags {
            self.compare(manifest, false);
        }
        if !payload.is_empty() {
            self.report.checks.insert(Check::Payload);
        }
        if !tags.is_empty() {
            self.report.checks.insert(Check::Tags);
        }
        self.unprotected(&tags);
        self.oxum();
        match &seal {
            Some(seal) => self.compare_seal(seal, &tags),
            None if self.files.contains_key(SEAL) => {}
            None => self.report.notes.push(Note::NoSeal),
        }
        self.signature(seal.as_ref());
    }

    /// Lists what is there; `false` when nothing more can be said.
    fn list(&mut self, below: &DiskPath, depth: usize, names: &mut Names) -> bool {
        if depth > self.limits.max_depth {
            self.find(Finding::Limits);
            return false;
        }
        let entries = match self.disk.list(&self.place(below.as_str())) {
            Ok(entries) => entries,
            Err(DiskError::NotUtf8 { path }) => {
                self.find(Finding::NotUtf8 { path });
                return depth > 0;
            }
            Err(error) => {
                self.find(Finding::Unreadable { path: below.to_string(), cause: error.to_string() });
                return false;
            }
        };
        let in_payload = below.as_str().strip_prefix(PAYLOAD).is_some_and(|rest| rest.starts_with('/'));
        if entries.is_empty() && in_payload {
            self.empty.push(below.as_str().to_owned());
        }
        for entry in entries {
            let Ok(path) = below.join(&entry.name) else {
                self.find(Finding::Limits);
                return false;
            };
            match entry.kind {
                Kind::Dir => {
                    if !self.list(&path, depth + 1, names) {
                        return false;
                    }
                }
                Kind::File => {
                    if let Some(other) = names.add(path.as_str()) {
                        self.find(Finding::Clash { path: path.to_string(), other });
                    }
                    self.files.insert(path.as_str().to_owned(), Seen::default());
                    if u64::try_from(self.files.len()).is_ok_and(|n| n > self.limits.max_files) {
                        self.find(Finding::Limits);
                        return false;
                    }
                }
                Kind::Link | Kind::Special => self.find(Finding::NotRegular { path: path.to_string() }),
            }
        }
        true
    }

    fn declaration(&mut self) {
        let Some(text) = self.text(DECLARATION, MAX_INFO_BYTES) else {
            if !self.files.contains_key(DECLARATION) {
                self.find(Finding::Declaration);
            }
            return;
        };
        match text::read_declaration(&text) {
            None => self.find(Finding::Declaration),
            Some((version, encoding)) => {
                if !matches!(version, (1, 0) | (0, 93..=97)) {
                    self.find(Finding::Version { version: format!("{}.{}", version.0, version.1) });
                }
                if !encoding.eq_ignore_ascii_case("UTF-8") {
                    self.find(Finding::Encoding { encoding: encoding.chars().take(40).collect() });
                }
            }
        }
    }

    fn manifests(&mut self, prefix: &str, payload: bool) -> Vec<Manifest> {
        let names: Vec<String> =
            self.files.keys().filter(|path| text::is_manifest(path, prefix)).cloned().collect();
        names.into_iter().filter_map(|name| self.manifest(name, prefix, payload)).collect()
    }

    fn manifest(&mut self, name: String, prefix: &str, payload: bool) -> Option<Manifest> {
        let Some(algorithm) = Algorithm::of(&name[prefix.len()..name.len() - ".txt".len()]) else {
            self.find(Finding::Algorithm { manifest: name });
            return None;
        };
        let text = self.text(&name, MAX_MANIFEST_BYTES)?;
        let (lines, errors) = text::read_manifest(&text, algorithm.digest_bytes());
        for error in errors {
            self.find(Finding::Line { manifest: name.clone(), line: error.number });
        }
        let mut entries = BTreeMap::new();
        for line in lines {
            let refused = text::refuse_path(&line.path).or_else(|| {
                let in_payload = line.path.strip_prefix(PAYLOAD).is_some_and(|rest| rest.starts_with('/'));
                match (payload, in_payload) {
                    (true, false) => Some("it is not in the payload"),
                    (false, true) => Some("it is in the payload"),
                    (false, _) if text::is_manifest(&line.path, text::TAG_MANIFESTS) => {
                        Some("it is a tag manifest")
                    }
                    _ => None,
                }
            });
            if let Some(why) = refused {
                let path = line.path.chars().take(300).collect();
                self.find(Finding::Path { path, manifest: name.clone(), why });
                continue;
            }
            // A writer that does not escape `%` means the name as it stands.
            let path = match line.literal {
                Some(literal)
                    if !self.files.contains_key(&line.path) && self.files.contains_key(&literal) =>
                {
                    self.report.notes.push(Note::PercentUnescaped { path: literal.clone() });
                    literal
                }
                _ => line.path,
            };
            match entries.entry(path) {
                Entry::Vacant(free) => {
                    free.insert(line.digest);
                }
                Entry::Occupied(twice) => {
                    self.find(Finding::Duplicate { path: twice.key().clone(), manifest: name.clone() });
                }
            }
        }
        Some(Manifest { name, algorithm, entries })
    }

    /// A list that rests on an algorithm for which two contents of one digest can be made decides nothing alone.
    fn unsound(&mut self, manifests: &[Manifest]) {
        if !manifests.iter().any(|manifest| manifest.algorithm.is_sound()) {
            for manifest in manifests {
                self.find(Finding::Algorithm { manifest: manifest.name.clone() });
            }
        }
    }

    fn seal(&mut self) -> Option<Seal> {
        if !self.files.contains_key(SEAL) {
            return None;
        }
        let text = self.text(SEAL, MAX_MANIFEST_BYTES)?;
        match Seal::from_json(text.as_bytes()) {
            Ok(seal) => Some(seal),
            Err(SealError::Format { format }) => {
                self.find(Finding::SealFormat { format });
                None
            }
            Err(_) => {
                self.find(Finding::Seal { path: SEAL.to_owned() });
                None
            }
        }
    }

    /// Reads every file once, for every digest that somebody asks of it.
    fn read_all(&mut self, payload: &[Manifest], tags: &[Manifest], seal: Option<&Seal>) {
        let in_seal = seal.map(Seal::asked).unwrap_or_default();
        let asks = |algorithm: Algorithm, of: &[Manifest]| of.iter().any(|m| m.algorithm == algorithm);
        let paths: Vec<String> = self.files.keys().cloned().collect();
        for path in paths {
            let in_payload = path.strip_prefix(PAYLOAD).is_some_and(|rest| rest.starts_with('/'));
            let of = if in_payload { payload } else { tags };
            let sealed = in_payload && seal.is_some();
            let further = hash::Algorithm::ALL.into_iter();
            let wanted = Wanted {
                sha256: asks(Algorithm::Sha256, of) || sealed,
                blake3: sealed,
                further: further
                    .filter(|it| asks(Algorithm::Further(*it), of) || (in_payload && in_seal.contains(it)))
                    .collect(),
            };
            if !in_payload && !of.iter().any(|m| m.entries.contains_key(&path)) {
                continue;
            }
            match self.read(&path, &wanted) {
                Ok(seen) => {
                    self.files.insert(path, seen);
                }
                Err(error) => self.find(Finding::Unreadable { path, cause: error.to_string() }),
            }
            if self.stopped {
                return;
            }
        }
    }

    fn read(&mut self, path: &str, wanted: &Wanted) -> Result<Seen, DiskError> {
        let file = self.disk.open_read(&self.place(path))?;
        let mut sha256 = wanted.sha256.then(sha2::Sha256::new);
        let mut further = FurtherHasher::new(&wanted.further);
        let mut blake3 = wanted.blake3.then(|| Box::new(blake3::Hasher::new()));
        let mut size = 0;
        loop {
            let read = file.read_at(size, &mut self.block)?;
            if read == 0 {
                break;
            }
            let block = &self.block[..read];
            if let Some(hasher) = &mut sha256 {
                hasher.update(block);
            }
            further.update(block);
            if let Some(hasher) = &mut blake3 {
                hasher.update(block);
            }
            size += crate::hash::length(block);
            self.report.bytes += crate::hash::length(block);
            if self.told_to_stop() {
                break;
            }
        }
        self.report.files += 1;
        Ok(Seen {
            size,
            sha256: sha256.map(|h| Sha256Digest::from_bytes(h.finalize().into())),
            further: further.finish(),
            blake3: blake3.map(|h| Blake3Digest::from_bytes(*h.finalize().as_bytes())),
        })
    }

    fn told_to_stop(&mut self) -> bool {
        let progress = Progress { files: self.report.files, bytes: self.report.bytes };
        self.stopped |= self.watch.as_mut().is_some_and(|watch| watch(progress).is_break());
        self.stopped
    }

    fn compare(&mut self, manifest: &Manifest, payload: bool) {
        for (path, said) in &manifest.entries {
            let finding = match self.files.get(path) {
                None => Finding::Missing { path: path.clone(), manifest: manifest.name.clone() },
                Some(seen) => match seen.digest(manifest.algorithm) {
                    Some(found) if found == *said => continue,
                    Some(_) => Finding::Mismatch { path: path.clone(), manifest: manifest.name.clone() },
                    // It could not be read, which was found already.
                    None => continue,
                },
            };
            self.find(finding);
        }
        if payload {
            let below = format!("{PAYLOAD}/");
            let unlisted: Vec<_> = self
                .files
                .keys()
                .filter(|path| path.starts_with(&below) && !manifest.entries.contains_key(*path))
                .cloned()
                .collect();
            for path in unlisted {
                self.find(Finding::Unlisted { path, manifest: manifest.name.clone() });
            }
        }
    }

    fn unprotected(&mut self, tags: &[Manifest]) {
        if tags.is_empty() {
            self.report.notes.push(Note::NoTagManifest);
            return;
        }
        let below = format!("{PAYLOAD}/");
        let open: Vec<_> = self
            .files
            .keys()
            .filter(|path| !path.starts_with(&below) && !text::is_manifest(path, text::TAG_MANIFESTS))
            .filter(|path| !tags.iter().any(|m| m.entries.contains_key(*path)))
            .cloned()
            .collect();
        self.report.notes.extend(open.into_iter().map(|path| Note::TagUnprotected { path }));
    }

    fn oxum(&mut self) {
        if !self.files.contains_key(INFO) {
            self.report.notes.push(Note::NoOxum);
            return;
        }
        let Some(text) = self.text(INFO, MAX_INFO_BYTES) else { return };
        let Some(info) = text::read_info(&text) else {
            self.find(Finding::Form { path: INFO.to_owned() });
            return;
        };
        let below = format!("{PAYLOAD}/");
        let payload = self.files.iter().filter(|(path, _)| path.starts_with(&below));
        let (mut bytes, mut files) = (0, 0_u64);
        for (_, seen) in payload {
            bytes += seen.size;
            files += 1;
        }
        let unread = self.report.findings.iter().any(|f| matches!(f, Finding::Unreadable { .. }));
        if !info.iter().any(|(label, _)| label.eq_ignore_ascii_case("Payload-Oxum")) {
            self.report.notes.push(Note::NoOxum);
        }
        for (label, said) in info {
            if label.eq_ignore_ascii_case("Payload-Oxum") && !unread {
                if text::read_oxum(&said) != Some((bytes, files)) {
                    let said = said.chars().take(60).collect();
                    self.find(Finding::Oxum { said, found: format!("{bytes}.{files}") });
                }
                self.report.checks.insert(Check::Oxum);
            }
        }
    }

    fn compare_seal(&mut self, seal: &Seal, tags: &[Manifest]) {
        let below = format!("{PAYLOAD}/");
        let mut wrong = Vec::new();
        let mut unread = false;
        let mut sealed = BTreeSet::new();
        for entry in &seal.files {
            let path = format!("{below}{}", entry.path);
            let whole = match self.files.get(&path) {
                None => false,
                Some(Seen { size, sha256: Some(sha256), blake3: Some(blake3), further }) => {
                    entry.digests == Digests { size: *size, sha256: *sha256, blake3: *blake3 }
                        && entry.further.agrees(further)
                }
                Some(_) => {
                    unread = true;
                    true
                }
            };
            if !whole {
                wrong.push(path.clone());
            }
            sealed.insert(path);
        }
        // What was empty, the seal lists; it need not lie here.
        let said = seal.left_out.iter().filter(|of| of.kind == LeftOutKind::EmptyFolder);
        let said: BTreeSet<_> = said.map(|of| format!("{below}{}", of.path)).collect();
        for path in std::mem::take(&mut self.empty).into_iter().filter(|path| !said.contains(path)) {
            self.find(Finding::Unlisted { path, manifest: SEAL.to_owned() });
        }
        wrong.extend(self.files.keys().filter(|p| p.starts_with(&below) && !sealed.contains(*p)).cloned());
        if seal.root != seal.computed_root() {
            wrong.push(SEAL.to_owned());
        }
        match self.text(BLAKE3_MANIFEST, MAX_MANIFEST_BYTES) {
            Some(text) if text == seal.blake3_manifest() => {}
            _ => wrong.push(BLAKE3_MANIFEST.to_owned()),
        }
        for path in wrong {
            self.find(Finding::Seal { path });
        }
        if !unread {
            self.report.checks.insert(Check::Seal);
        }
        // We wrote this bag, so that every tag file is protected, but for time-stamps that came later.
        for note in std::mem::take(&mut self.report.notes) {
            match note {
                Note::TagUnprotected { path } if !path.starts_with(TIMESTAMPS) => {
                    self.find(Finding::Unlisted { path, manifest: TAG_MANIFEST.to_owned() });
                }
                other => self.report.notes.push(other),
            }
        }
        // And there is one way only in which its tag manifest can be written; without this a letter of a digest could
        // change its case unseen.
        let ours = tags
            .iter()
            .find(|m| m.name == TAG_MANIFEST)
            .map(|m| text::manifest(m.entries.iter().map(|(path, digest)| (path.as_str(), digest.clone()))));
        let found = self.text(TAG_MANIFEST, MAX_MANIFEST_BYTES);
        if ours.is_none() || found != ours {
            self.find(Finding::Form { path: TAG_MANIFEST.to_owned() });
        }
    }

    /// A text of the bag. What is wrong with it is a finding; a file that is not there is none.
    fn text(&mut self, path: &str, limit: u64) -> Option<String> {
        if !self.files.contains_key(path) {
            return None;
        }
        match self.disk.read(&self.place(path), limit) {
            Ok(bytes) => match String::from_utf8(bytes) {
                Ok(text) => Some(text),
                Err(_) => {
                    self.find(Finding::Form { path: path.to_owned() });
                    None
                }
            },
            Err(DiskError::TooLarge { .. }) => {
                self.find(Finding::Limits);
                None
            }
            Err(error) => {
                self.find(Finding::Unreadable { path: path.to_owned(), cause: error.to_string() });
                None
            }
        }
    }

    fn place(&self, path: &str) -> DiskPath {
        // Both parts are paths of the disk that were listed or are constants, so that only the length can be too much;
        // the bag itself is then what cannot be read.
        if path.is_empty() {
            self.bag.clone()
        } else {
            self.bag.join(path).unwrap_or_else(|_| self.bag.clone())
        }
    }

    fn find(&mut self, finding: Finding) {
        // The first failure is always kept, so that the verdict does not depend on how many findings there are.
        let first_failure = finding.fails() && !self.failed;
        self.failed |= finding.fails();
        if self.report.findings.len() < MAX_FINDINGS || first_failure {
            self.report.findings.push(finding);
        } else {
            self.report.left_off += 1;
        }
    }
}
