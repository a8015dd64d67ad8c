//! Keeping: scrubbing what is held, sweeping what nobody holds any more.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::PoisonError;

use comity_disk::{Disk, DiskError, DiskFile, DiskPath, Kind, make_dir_durable, write_durable};
use comity_record::{Blake3Digest, Coded, cbor};
use jiff::{SignedDuration, Timestamp};

use super::{INCOMING, OBJECTS, ORPHANS, ObjectName, Vault, VaultError, at};
use crate::chunk::{HEADER_BYTES, Layout, TRAILER_BYTES};
use crate::hash::BLOCK_BYTES;

/// What one run of scrubbing found.
#[derive(Debug, Default)]
pub struct ScrubReport {
    /// Objects read.
    pub objects: u64,
    /// Bytes read.
    pub bytes: u64,
    /// Objects that are not whole.
    pub damaged: Vec<Damaged>,
    /// Where to go on; `None` when all were read.
    pub next: Option<ObjectName>,
}

/// An object that is not whole.
#[derive(Debug)]
pub struct Damaged {
    /// Its name.
    pub name: ObjectName,
    /// What is wrong with it.
    pub damage: Damage,
}

/// What is wrong with an object.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Damage {
    /// Its bytes are not those that were written.
    #[error("its bytes are not those that were written")]
    Decayed,
    /// It is too short, or does not begin as an object does.
    #[error("it is cut, or is no object of the vault")]
    Malformed,
    /// The disk does not give its bytes.
    #[error("it cannot be read: {0}")]
    Unreadable(#[source] DiskError),
}

impl Coded for Damage {
    fn code(&self) -> &'static str {
        match self {
            Self::Decayed => "evidence-damage-decayed",
            Self::Malformed => "evidence-damage-malformed",
            Self::Unreadable(_) => "evidence-damage-unreadable",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Unreadable(error) => vec![("cause", error.to_string())],
            _ => Vec::new(),
        }
    }
}

/// What one sweep did.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct SweepReport {
    /// Objects removed: nobody held them for the whole grace time.
    pub removed: Vec<ObjectName>,
    /// Objects that nobody holds, whose grace time still runs.
    pub waiting: Vec<ObjectName>,
}

/// An object whose bytes are those that were written.
pub(super) struct Whole {
    pub(super) ciphertext: Blake3Digest,
    bytes: u64,
}

/// When an object was first seen without a holder, in seconds since 1970.
pub(super) type Orphans = BTreeMap<String, i64>;

/// The list of orphans grows with their number only; this is some hundred thousand of them.
const MAX_ORPHANS_BYTES: u64 = 16 << 20;

pub(super) fn is_orphan(name: &ObjectName, orphans: &Orphans) -> bool {
    !orphans.is_empty() && orphans.contains_key(&name.to_string())
}

/// Copies every object that is not there yet into the folder of another disk, as it lies: sealed, so that no key is
/// needed and the copy may be kept anywhere. Gives how many were copied. Each is durable before the next is begun.
///
/// # Errors
/// Fails when either disk does; what was copied by then stays.
pub fn copy_objects(from: &dyn Disk, to: &dyn Disk) -> Result<u64, DiskError> {
    if !from.exists(&at(OBJECTS))? {
        return Ok(0);
    }
    let mut copied = 0;
    for shard in from.list(&at(OBJECTS))?.into_iter().filter(|shard| shard.kind == Kind::Dir) {
        let folder = at(OBJECTS).join(&shard.name)?;
        for object in from.list(&folder)? {
            let path = folder.join(&object.name)?;
            if object.name.parse::<ObjectName>().is_ok() && !to.exists(&path)? {
                copy_object(from, to, &path)?;
                copied += 1;
            }
        }
    }
    Ok(copied)
}

fn copy_object(from: &dyn Disk, to: &dyn Disk, path: &DiskPath) -> Result<(), DiskError> {
    make_dir_durable(to, &path.parent())?;
    make_dir_durable(to, &at(INCOMING))?;
    let (source, temp) = (from.open_read(path)?, at(INCOMING).join(path.name())?);
    if to.exists(&temp)? {
        to.remove(&temp)?;
    }
    let mut file = to.create_new(&temp)?;
    let (size, mut block, mut offset) = (source.size()?, vec![0; BLOCK_BYTES], 0);
    while offset < size {
        let read = source.read_at(offset, &mut block)?;
        file.append(&block[..read])?;
        offset += crate::hash::length(&block[..read]);
    }
    file.sync_all()?;
    to.rename(&temp, path)?;
    to.sync_dir(&path.parent())
}

impl Vault {
    /// The names of all objects, sorted.
    ///
    /// # Errors
    /// Fails when the disk does.
    pub fn names(&self) -> Result<Vec<ObjectName>, VaultError> {
        let mut names = Vec::new();
        for shard in self.shards()? {
            names.extend(self.names_in(&shard)?);
        }
        names.sort_unstable();
        Ok(names)
    }

    /// The folders of the objects, sorted. Each is called by the first two digits of the names in it.
    fn shards(&self) -> Result<Vec<String>, VaultError> {
        let listed = self.disk.list(&at(OBJECTS))?.into_iter();
        let mut shards: Vec<_> =
            listed.filter(|entry| entry.kind == Kind::Dir).map(|entry| entry.name).collect();
        shards.sort_unstable();
        Ok(shards)
    }

    fn names_in(&self, shard: &str) -> Result<Vec<ObjectName>, VaultError> {
        let held = self.disk.list(&at(OBJECTS).join(shard)?)?;
        // Anything else in there was not put there by the vault, and is neither read nor removed.
        let mut names: Vec<_> =
            held.iter().filter_map(|entry| entry.name.parse::<ObjectName>().ok()).collect();
        names.sort_unstable();
        Ok(names)
    }

    /// Reads objects in the order of their names, after `after`, until about `max_bytes` were read, and compares each
    /// with the digest that it carries. Needs no key. Damage ends nothing: it is reported and the next one is read.
    ///
    /// # Errors
    /// Fails only when the names cannot be listed.
    pub fn scrub(&self, after: Option<&ObjectName>, max_bytes: u64) -> Result<ScrubReport, VaultError> {
        let mut report = ScrubReport::default();
        let begins = after.map(|after| after.path().parent().name().to_owned());
        // A folder is listed when its turn has come: each call lists a part of the vault, not all of it.
        for shard in self.shards()?.into_iter().filter(|shard| Some(shard) >= begins.as_ref()) {
            let names = self.names_in(&shard)?.into_iter();
            for name in names.filter(|name| after.is_none_or(|after| name > after)) {
                match self.examine(&name) {
                    Ok(whole) => report.bytes += whole.bytes,
                    // Swept since it was listed.
                    Err(Damage::Unreadable(DiskError::Missing { .. })) => continue,
                    Err(damage) => report.damaged.push(Damaged { name, damage }),
                }
                report.objects += 1;
                if report.bytes >= max_bytes {
                    report.next = Some(name);
                    return Ok(report);
                }
            }
        }
        Ok(report)
    }

    /// Removes objects that no name in `live` speaks of, once they were seen so for `grace`. An object is stored
    /// before the entry that speaks of it, so that one seen for the first time may be about to be spoken of.
    ///
    /// # Errors
    /// Fails when the disk does; what was removed by then stays removed.
    pub fn sweep(
        &self,
        live: &BTreeSet<ObjectName>,
        now: Timestamp,
        grace: SignedDuration,
    ) -> Result<SweepReport, VaultError> {
        let _names = self.names.lock().unwrap_or_else(PoisonError::into_inner);
        let seen = self.orphans()?;
        let mut waiting = Orphans::new();
        let mut report = SweepReport::default();
        for name in self.names()?.into_iter().filter(|name| !live.contains(name)) {
            let first = seen.get(&name.to_string()).copied();
            if first.is_some_and(|first| now.as_second().saturating_sub(first) >= grace.as_secs()) {
                let path = name.path();
                self.disk.remove(&path)?;
                self.disk.sync_dir(&path.parent())?;
                report.removed.push(name);
            } else {
                waiting.insert(name.to_string(), first.unwrap_or(now.as_second()));
                report.waiting.push(name);
            }
        }
        if waiting != seen {
            self.remember_orphans(&waiting)?;
        }
        Ok(report)
    }

    /// Removes objects whose keys were destroyed, durably, but for those that somebody was given again meanwhile.
    ///
    /// # Errors
    /// Fails when the disk does; what stays then is swept like any orphan.
    pub fn remove_unheld(&self, names: impl IntoIterator<Item = ObjectName>) -> Result<(), VaultError> {
        let _names = self.names.lock().unwrap_or_else(PoisonError::into_inner);
        for name in names {
            let leased = self.leases.lock().unwrap_or_else(PoisonError::into_inner).contains_key(&name);
            let path = name.path();
            if !leased && self.disk.exists(&path)? {
                self.disk.remove(&path)?;
                self.disk.sync_dir(&path.parent())?;
            }
        }
        Ok(())
    }

    /// Forgets that an object had no holder: it is about to be given out again, and its grace time starts anew should
    /// nobody speak of it.
    pub(super) fn no_orphan(&self, name: &ObjectName, orphans: &mut Orphans) -> Result<(), VaultError> {
        if is_orphan(name, orphans) {
            orphans.remove(&name.to_string());
            self.remember_orphans(orphans)?;
        }
        Ok(())
    }

    /// The objects that had no holder when they were last swept.
    pub(super) fn orphans(&self) -> Result<Orphans, VaultError> {
        match self.disk.read(&at(ORPHANS), MAX_ORPHANS_BYTES) {
            // A list that cannot be read costs a grace time, never an object.
            Ok(bytes) => Ok(cbor::from_canonical(&bytes).unwrap_or_default()),
            Err(DiskError::Missing { .. } | DiskError::TooLarge { .. }) => Ok(Orphans::new()),
            Err(other) => Err(other.into()),
        }
    }

    fn remember_orphans(&self, orphans: &Orphans) -> Result<(), VaultError> {
        // A list too large to be written is cut: those left out are seen anew the next time.
        let kept: Orphans = orphans.iter().take(100_000).map(|(name, at)| (name.clone(), *at)).collect();
        let bytes = cbor::to_canonical(&kept).expect("a map of texts to integers, below the limit");
        Ok(write_durable(&*self.disk, &at(ORPHANS), &bytes)?)
    }

    /// Reads a whole object and compares it with the digest at its end.
    pub(super) fn examine(&self, name: &ObjectName) -> Result<Whole, Damage> {
        let file = self.disk.open_read(&name.path()).map_err(Damage::Unreadable)?;
        let size = file.size().map_err(Damage::Unreadable)?;
        let mut header = [0; HEADER_BYTES];
        read_exact(&*file, 0, &mut header)?;
        Layout::read(header, size).ok_or(Damage::Malformed)?;
        let trailer = u64::try_from(TRAILER_BYTES).expect("a small number");
        let end = size.checked_sub(trailer).ok_or(Damage::Malformed)?;
        let mut digest = blake3::Hasher::new();
        let mut block = vec![0; BLOCK_BYTES];
        let mut at = 0;
        while at < end {
            let want = usize::try_from(end - at).unwrap_or(usize::MAX).min(block.len());
            read_exact(&*file, at, &mut block[..want])?;
            digest.update(&block[..want]);
            at += crate::hash::length(&block[..want]);
        }
        let mut kept = [0; TRAILER_BYTES];
        read_exact(&*file, end, &mut kept)?;
        if digest.finalize() != blake3::Hash::from_bytes(kept) {
            return Err(Damage::Decayed);
        }
        Ok(Whole { ciphertext: Blake3Digest::from_bytes(kept), bytes: size })
    }
}

fn read_exact(file: &dyn DiskFile, offset: u64, out: &mut [u8]) -> Result<(), Damage> {
    file.read_exact_at(offset, out).map_err(|error| match error {
        DiskError::Short { .. } => Damage::Malformed,
        other => Damage::Unreadable(other),
    })
}
