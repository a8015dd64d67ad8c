//! Keeping: scrubbing what is held, sweeping what nobody holds any more.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::sync::PoisonError;

use comity_disk::{Disk, DiskError, write_durable};
use comity_record::{Blake3Digest, Coded, cbor};
use jiff::{SignedDuration, Timestamp};

use super::store::{ReadObject, StoreError};
use super::{ORPHANS, ObjectName, Vault, VaultError, at};
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
    /// Objects whose place is noted wrongly, sorted, where reading began with the first object. They were found all the same
    /// and may be whole; [`Vault::sweep`] and [`Vault::read_part`] note them anew.
    pub misplaced: Vec<ObjectName>,
    /// Where to go on; `None` when all were read, or before the first if it was stopped.
    pub next: Option<ObjectName>,
    /// Whether whoever watched ended it. What was being read then is read again.
    pub stopped: bool,
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
    /// The store does not give its bytes.
    #[error("it cannot be read: {0}")]
    Unreadable(#[source] StoreError),
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

/// How many names are listed at once.
pub(super) const PAGE: usize = 1000;

/// The list of orphans grows with their number only; this is some hundred thousand of them.
const MAX_ORPHANS_BYTES: u64 = 16 << 20;

pub(super) fn is_orphan(name: &ObjectName, orphans: &Orphans) -> bool {
    !orphans.is_empty() && orphans.contains_key(&name.to_string())
}

impl Vault {
    /// Copies every object that is not there yet into the folder of another disk, as its store does it
    /// ([`super::ObjectStore::copy_to`]). Gives how many were copied.
    ///
    /// # Errors
    /// Fails when the store or the disk does; what was copied by then stays.
    pub fn copy_objects(&self, to: &dyn Disk) -> Result<u64, VaultError> {
        Ok(self.store.copy_to(to)?)
    }

    /// The names of all objects, sorted.
    ///
    /// # Errors
    /// Fails when the store does.
    pub fn names(&self) -> Result<Vec<ObjectName>, VaultError> {
        let mut names: Vec<ObjectName> = Vec::new();
        loop {
            let page = self.store.names_after(names.last(), PAGE)?;
            if page.is_empty() {
                return Ok(names);
            }
            names.extend(page);
        }
    }

    /// Reads objects in the order of their names, after `after`, until about `max_bytes` were read, and compares each
    /// with the digest that it carries. Needs no key. Damage ends nothing: it is reported and the next one is read.
    ///
    /// # Errors
    /// Fails only when the names cannot be listed, or a store elsewhere is not reached.
    pub fn scrub(&self, after: Option<&ObjectName>, max_bytes: u64) -> Result<ScrubReport, VaultError> {
        self.scrub_watched(after, max_bytes, &mut unwatched)
    }

    /// As [`Vault::scrub`]. `watch` is told of the bytes of each block, and says whether to go on.
    ///
    /// # Errors
    /// As [`Vault::scrub`].
    pub fn scrub_watched(
        &self,
        after: Option<&ObjectName>,
        max_bytes: u64,
        watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<ScrubReport, VaultError> {
        let mut report = ScrubReport { next: after.copied(), ..ScrubReport::default() };
        if after.is_none() {
            report.misplaced = self.store.misplaced()?;
        }
        let mut after = after.copied();
        loop {
            let names = self.store.names_after(after.as_ref(), PAGE)?;
            if names.is_empty() {
                return Ok(ScrubReport { next: None, ..report });
            }
            after = names.last().copied();
            for name in names {
                match self.examine_watched(&name, watch) {
                    Ok(Examined::Whole(whole)) => report.bytes += whole.bytes,
                    Ok(Examined::Stopped) => return Ok(ScrubReport { stopped: true, ..report }),
                    // Swept since it was listed.
                    Ok(Examined::Missing) => continue,
                    // Of an object that could not be asked for nobody knows whether it is whole.
                    Err(Damage::Unreadable(error)) if error.is_away() => return Err(error.into()),
                    Err(damage) => report.damaged.push(Damaged { name, damage }),
                }
                report.objects += 1;
                report.next = Some(name);
                if report.bytes >= max_bytes {
                    return Ok(report);
                }
            }
        }
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
                report.removed.push(name);
            } else {
                waiting.insert(name.to_string(), first.unwrap_or(now.as_second()));
                report.waiting.push(name);
            }
        }
        self.store.remove(&report.removed)?;
        self.store.mend()?;
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
        let leases = self.leases.lock().unwrap_or_else(PoisonError::into_inner);
        let unheld: Vec<_> = names.into_iter().filter(|name| !leases.contains_key(name)).collect();
        drop(leases);
        Ok(self.store.remove(&unheld)?)
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

    /// Reads a whole object and compares it with the digest at its end. `None` when it is not there.
    pub(super) fn examine(&self, name: &ObjectName) -> Result<Option<Whole>, Damage> {
        Ok(match self.examine_watched(name, &mut unwatched)? {
            Examined::Whole(whole) => Some(whole),
            Examined::Missing | Examined::Stopped => None,
        })
    }

    fn examine_watched(
        &self,
        name: &ObjectName,
        watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<Examined, Damage> {
        let Some(object) = self.store.open(name).map_err(Damage::Unreadable)? else {
            return Ok(Examined::Missing);
        };
        Ok(examine(name, &*object, watch)?.map_or(Examined::Stopped, Examined::Whole))
    }
}

/// What came of reading an object whole that is not damaged.
enum Examined {
    Whole(Whole),
    /// It is not there.
    Missing,
    /// Whoever watched ended it.
    Stopped,
}

/// Reads an object to its end and compares it with the digest that it carries there. `None` when whoever watches ended it.
pub(super) fn examine(
    name: &ObjectName,
    object: &dyn ReadObject,
    watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Option<Whole>, Damage> {
    let size = object.size();
    let mut header = [0; HEADER_BYTES];
    read_exact(object, 0, &mut header)?;
    Layout::read(header, size).ok_or(Damage::Malformed)?;
    let trailer = u64::try_from(TRAILER_BYTES).expect("a small number");
    let end = size.checked_sub(trailer).ok_or(Damage::Malformed)?;
    let mut digest = blake3::Hasher::new();
    let mut block = vec![0; BLOCK_BYTES];
    let mut at = 0;
    while at < end {
        let want = usize::try_from(end - at).unwrap_or(usize::MAX).min(block.len());
        read_exact(object, at, &mut block[..want])?;
        digest.update(&block[..want]);
        at += crate::hash::length(&block[..want]);
        if watch(crate::hash::length(&block[..want])).is_break() {
            return Ok(None);
        }
    }
    let mut kept = [0; TRAILER_BYTES];
    read_exact(object, end, &mut kept)?;
    let marked = object.is_marked(name).map_err(Damage::Unreadable)?;
    if digest.finalize() != blake3::Hash::from_bytes(kept) || !marked {
        return Err(Damage::Decayed);
    }
    Ok(Some(Whole { ciphertext: Blake3Digest::from_bytes(kept), bytes: size }))
}

/// For what nobody watches.
pub(super) fn unwatched(_: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn read_exact(object: &dyn ReadObject, offset: u64, out: &mut [u8]) -> Result<(), Damage> {
    object.read_exact_at(offset, out).map_err(|error| match error {
        StoreError::Disk(DiskError::Short { .. }) => Damage::Malformed,
        other => Damage::Unreadable(other),
    })
}
