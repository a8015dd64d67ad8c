//! Taking in: what is read is sealed and staged, looked for among what is held, and given to the store.

use std::collections::BTreeMap;
use std::sync::PoisonError;

use comity_disk::{DiskError, DiskFile, DiskPath};
use comity_record::key::SecretKey;
use comity_record::{Blake3Digest, Sha256Digest};

use super::keep::{Orphans, is_orphan};
use super::pack::{NewPack, PACK_CHUNKS, StagedPack};
use super::store::{Put, Sealed, Staging, incoming};
use super::{Holder, INCOMING, KeyRing, Lease, MAX_COPIES, ObjectName, Stored, Vault, VaultError, at};
use crate::chunk::{ChunkRoom, Sealer};
use crate::hash::{Digests, Further, length};
use crate::intake::{Intake, Sink};

/// What is taken in together: acknowledged together, or not at all. What is staged and was not moved away by the store is
/// removed when this is dropped; should that fail, opening the vault the next time removes it.
pub(super) struct Work<'v> {
    vault: &'v Vault,
    how: How,
    files: Vec<DiskPath>,
    packs: Vec<StagedPack>,
    /// The pack that is being filled.
    pack: Option<NewPack>,
    staged: Vec<Staged>,
    /// Where among them each content came first.
    seen: BTreeMap<Sha256Digest, usize>,
}

/// How things are staged.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// One thing, in a file that is synced.
    Alone,
    /// Several, each in a file; all are synced at the end.
    Together,
    /// Many: what fits into one chunk goes into packs, and each pack and each file is synced. They are long enough for that,
    /// and nobody waits for what others have written on the same disk.
    Packed,
}

/// Something that was read to its end.
struct Staged {
    place: Place,
    key: SecretKey,
    digests: Digests,
    further: Further,
    ciphertext: Blake3Digest,
}

/// Where something that was read is to lie.
enum Place {
    /// In an object of its own, which is staged in the file of this number.
    File(usize),
    /// In an object of its own, which is the record of this number in the pack of this number.
    Packed(usize, usize),
    /// Where the same content is held.
    Held(Held, Lease),
    /// Where an earlier one of the same work lies, which has this number.
    As(usize),
}

/// An object that holds what was brought once more.
struct Held {
    name: ObjectName,
    ciphertext: Blake3Digest,
    key: SecretKey,
}

/// Something staged that is to become an object.
struct Fresh<'a> {
    staging: Staging<'a>,
    ciphertext: Blake3Digest,
    /// Those that were not tried.
    names: Box<dyn Iterator<Item = ObjectName>>,
    /// Of the name that was tried last.
    lease: Option<Lease>,
    stored: bool,
}

impl Fresh<'_> {
    fn name(&self) -> Option<ObjectName> {
        self.lease.as_ref().map(|lease| lease.0.name)
    }
}

impl<'v> Work<'v> {
    pub(super) fn new(vault: &'v Vault, how: How) -> Self {
        Self {
            vault,
            how,
            files: Vec::new(),
            packs: Vec::new(),
            pack: None,
            staged: Vec::new(),
            seen: BTreeMap::new(),
        }
    }

    /// Stages the sealed form of what `read` gives.
    pub(super) fn take<'w>(
        &mut self,
        intake: &mut Intake<'w>,
        ring: &dyn KeyRing,
        read: impl FnOnce(&mut ObjectSink<'_>, &mut Intake<'w>) -> Result<Digests, VaultError>,
    ) -> Result<(), VaultError> {
        let vault = self.vault;
        let key = SecretKey::draw(&*vault.entropy);
        let sealer = Sealer::new(&key, vault.chunk_bytes, self.room()?);
        let mut sink = ObjectSink { sealer, out: Out { vault, files: &mut self.files, file: None, end: 0 } };
        let digests = read(&mut sink, intake)?;
        let ObjectSink { sealer, mut out } = sink;
        let last = sealer.finish();
        let (ciphertext, length) = (last.digest, last.sealed().len());
        // More than one chunk is in a file already.
        let packed = self.how == How::Packed && out.file.is_none();
        if !packed {
            out.append(last.sealed())?;
            if let (How::Alone | How::Packed, Some(file)) = (self.how, &mut out.file) {
                file.sync_all()?;
            }
        }
        let mut room = Some(last.room);
        let place = match self.seen.get(&digests.sha256) {
            Some(first) => Place::As(*first),
            None => {
                self.seen.insert(digests.sha256, self.staged.len());
                match (vault.find(&digests, ring)?, &mut self.pack) {
                    (Some((held, lease)), _) => Place::Held(held, lease),
                    (None, Some(pack)) if packed => {
                        let name = vault.names_of(ring.holder(), digests.sha256).next().expect("many names");
                        let number =
                            pack.keep(&*vault.disk, name, room.take().expect("it is there"), length)?;
                        Place::Packed(self.packs.len(), number)
                    }
                    _ => Place::File(self.files.len() - 1),
                }
            }
        };
        match (room, &mut self.pack) {
            (Some(room), Some(pack)) => pack.give_back(room, length),
            (Some(mut room), None) => {
                room.clear();
                *vault.room.lock().unwrap_or_else(PoisonError::into_inner) = room;
            }
            (None, _) => {}
        }
        self.staged.push(Staged { place, key, digests, further: intake.further().clone(), ciphertext });
        Ok(())
    }

    /// Where the next object is sealed: in the pack, or in room of its own.
    fn room(&mut self) -> Result<ChunkRoom, DiskError> {
        let vault = self.vault;
        if self.how != How::Packed {
            // Two that stage at once have a room each; one of the two is kept.
            return Ok(std::mem::take(&mut *vault.room.lock().unwrap_or_else(PoisonError::into_inner)));
        }
        if self.pack.as_ref().is_some_and(|pack| pack.bytes() >= PACK_CHUNKS * chunk(vault)) {
            self.close_pack()?;
        }
        let pack = self.pack.get_or_insert_with(|| NewPack::new(vault.draw_temp(), vault.chunk_bytes));
        Ok(pack.take_room())
    }

    /// Writes the pack that is being filled to its end, if anything is in it, and syncs it.
    fn close_pack(&mut self) -> Result<(), DiskError> {
        match &mut self.pack {
            Some(pack) if !pack.is_empty() => pack.finish(&*self.vault.disk)?,
            _ => return Ok(()),
        }
        self.packs.extend(self.pack.take().map(NewPack::staged));
        Ok(())
    }

    /// Makes durable what was staged, and stores it.
    pub(super) fn finish(&mut self, holder: Holder) -> Result<Vec<Stored>, VaultError> {
        self.close_pack()?;
        if self.how == How::Together {
            self.vault.disk.sync_tree(&at(INCOMING))?;
        }
        let vault = self.vault;
        let mut fresh: Vec<_> = self.staged.iter().filter_map(|staged| self.fresh(staged, holder)).collect();
        vault.put_all(&mut fresh).inspect_err(|_| {
            // Nobody will be told of them. Those that stay all the same are swept like any orphan.
            let stored: Vec<_> = fresh.iter().filter(|one| one.stored).filter_map(Fresh::name).collect();
            let _ = vault.store.remove(&stored);
        })?;
        let leases: Vec<_> = fresh.into_iter().map(|one| one.lease.expect("it was stored")).collect();
        let mut leases = leases.into_iter();
        let mut all: Vec<Stored> = Vec::with_capacity(self.staged.len());
        for Staged { place, key, digests, further, ciphertext } in self.staged.drain(..) {
            let (held, lease, was_held) = match place {
                Place::File(_) | Place::Packed(..) => {
                    let lease = leases.next().expect("one for each");
                    (Held { name: lease.0.name, ciphertext, key }, lease, false)
                }
                Place::Held(held, lease) => (held, lease, true),
                Place::As(first) => {
                    let held = Held::of(&all[first]);
                    let lease = Lease::of(held.name, &vault.leases);
                    (held, lease, true)
                }
            };
            let Held { name, ciphertext, key } = held;
            all.push(Stored { name, digests, further, ciphertext, key, was_held, lease });
        }
        Ok(all)
    }

    fn fresh(&self, staged: &Staged, holder: Holder) -> Option<Fresh<'_>> {
        let staging = match &staged.place {
            Place::File(number) => Staging::File(&self.files[*number]),
            Place::Packed(pack, record) => {
                Staging::Pack(&self.packs[*pack], self.packs[*pack].records[*record])
            }
            Place::Held(..) | Place::As(_) => return None,
        };
        let names = Box::new(self.vault.names_of(holder, staged.digests.sha256));
        Some(Fresh { staging, ciphertext: staged.ciphertext, names, lease: None, stored: false })
    }
}

impl Drop for Work<'_> {
    fn drop(&mut self) {
        let pack = self.pack.take().map(NewPack::staged);
        let packs = self.packs.drain(..).chain(pack).map(|pack| pack.path);
        for temp in self.files.drain(..).chain(packs) {
            if self.vault.disk.exists(&temp).unwrap_or(true) {
                let _ = self.vault.disk.remove(&temp);
            }
        }
    }
}

impl Vault {
    /// Takes in one thing.
    pub(super) fn receive<'w>(
        &self,
        ring: &dyn KeyRing,
        intake: &mut Intake<'w>,
        read: impl FnOnce(&mut ObjectSink<'_>, &mut Intake<'w>) -> Result<Digests, VaultError>,
    ) -> Result<Stored, VaultError> {
        let mut work = Work::new(self, How::Alone);
        work.take(intake, ring, read)?;
        Ok(work.finish(ring.holder())?.pop().expect("one was given"))
    }

    /// A path that nothing is staged at.
    fn draw_temp(&self) -> DiskPath {
        incoming(&hex::encode((*self.entropy).draw::<16>()))
    }

    /// The object that holds this content already, whole and under a key of the ring, leased from now on. What is held is
    /// read whole, which may take long; nobody waits for it.
    fn find(&self, digests: &Digests, ring: &dyn KeyRing) -> Result<Option<(Held, Lease)>, VaultError> {
        if ring.is_empty() {
            return Ok(None);
        }
        let found = self.names_of(ring.holder(), digests.sha256).find_map(|name| {
            let key = ring.key_of(&name)?;
            Some(Held { name, ciphertext: self.still_whole(&name, &key, digests)?, key })
        });
        let Some(held) = found else { return Ok(None) };
        let _names = self.names.lock().unwrap_or_else(PoisonError::into_inner);
        // It may have been removed since it was found.
        if !self.holds(&held.name)? {
            return Ok(None);
        }
        self.no_orphan(&held.name, &mut self.orphans()?)?;
        let lease = Lease::of(held.name, &self.leases);
        Ok(Some((held, lease)))
    }

    /// Stores each under the first of its names that is free.
    fn put_all(&self, fresh: &mut [Fresh<'_>]) -> Result<(), VaultError> {
        loop {
            let mut left: Vec<&mut Fresh<'_>> = fresh.iter_mut().filter(|one| !one.stored).collect();
            if left.is_empty() {
                return Ok(());
            }
            {
                let _names = self.names.lock().unwrap_or_else(PoisonError::into_inner);
                let mut orphans = self.orphans()?;
                for one in &mut left {
                    one.lease = Some(Lease::of(self.next_name(one, &mut orphans)?, &self.leases));
                }
            }
            let objects: Vec<_> = left
                .iter()
                .map(|one| Sealed {
                    name: one.name().expect("it has one"),
                    ciphertext: one.ciphertext,
                    disk: &*self.disk,
                    staged: one.staging,
                })
                .collect();
            let put = self.store.put(&objects)?;
            for (one, put) in left.into_iter().zip(put) {
                one.stored = put == Put::Stored;
            }
        }
    }

    /// The next name to be tried. Called with the names locked.
    fn next_name(&self, one: &mut Fresh<'_>, orphans: &mut Orphans) -> Result<ObjectName, VaultError> {
        for name in one.names.by_ref() {
            // One that was an orphan may lie there still, and then stays one.
            if is_orphan(&name, orphans) && self.holds(&name)? {
                continue;
            }
            self.no_orphan(&name, orphans)?;
            return Ok(name);
        }
        Err(VaultError::TooManyCopies { limit: MAX_COPIES })
    }

    /// The digest of the ciphertext of a held object, if it is undamaged and this is its key. A damaged object is no
    /// reason to throw away a good copy that somebody brings.
    fn still_whole(&self, name: &ObjectName, key: &SecretKey, digests: &Digests) -> Option<Blake3Digest> {
        let whole = self.examine(name).ok()??;
        let mut object = self.read(name, key).ok()?;
        object.open_first().ok()?;
        (object.size() == digests.size).then_some(whole.ciphertext)
    }
}

impl Held {
    fn of(stored: &Stored) -> Self {
        let key = SecretKey::from_bytes(*stored.key.expose());
        Self { name: stored.name, ciphertext: stored.ciphertext, key }
    }
}

/// Seals what an intake reads and appends it to a file.
pub(super) struct ObjectSink<'a> {
    sealer: Sealer,
    out: Out<'a>,
}

/// A staged file, made when the first bytes come. Only we write it: where it ends need not be asked.
struct Out<'a> {
    vault: &'a Vault,
    files: &'a mut Vec<DiskPath>,
    file: Option<Box<dyn DiskFile>>,
    end: u64,
}

impl Out<'_> {
    fn append(&mut self, bytes: &[u8]) -> Result<(), DiskError> {
        let file = match &mut self.file {
            Some(file) => file,
            none => {
                let temp = self.vault.draw_temp();
                let file = self.vault.disk.create_new(&temp)?;
                self.files.push(temp);
                none.insert(file)
            }
        };
        file.write_at(self.end, bytes)?;
        self.end += length(bytes);
        Ok(())
    }
}

impl Sink for ObjectSink<'_> {
    type Error = VaultError;

    fn take(&mut self, block: &[u8]) -> Result<(), VaultError> {
        let Self { sealer, out } = self;
        Ok(sealer.take(block, &mut |bytes| out.append(bytes))?)
    }
}

/// The bytes of a chunk.
fn chunk(vault: &Vault) -> u64 {
    u64::try_from(vault.chunk_bytes).expect("at most a mebibyte")
}
