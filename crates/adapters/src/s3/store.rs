//! The objects of a vault in a bucket.
//!
//! | key | what |
//! | --- | --- |
//! | `<prefix>node` | whose vault this is |
//! | `<prefix>objects/ab/abcd…` | the sealed object of this name, as it lies in the folder of a vault |

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use comity_evidence::ObjectName;
use comity_evidence::vault::{ObjectStore, Put, ReadObject, Sealed, StoreError};
use comity_record::{Clock, Coded as _, Sha256Digest};
use hyper::body::Bytes;

use super::client::{Client, Known, Part, Written, base64, checksum};
use super::credentials::Credentials;
use super::error::S3Error;
use super::http::Persistence;
use super::settings::Settings;

/// Bytes of a part. S3 takes parts from 5 MiB on, the last one aside.
const PART_BYTES: u64 = 8 << 20;
/// Parts of an object: no server takes more.
const MAX_PARTS: u64 = 10_000;
/// Bytes of the largest part, which lies in memory while it is sent: an object has up to 4.8 TiB, about what S3 takes.
const MAX_PART_BYTES: u64 = 512 << 20;
/// Objects that are sent at once: many small ones wait for the answers of the server, not for the line.
const AT_ONCE: usize = 8;
/// Bytes that are read where some are wanted: a header and what is behind it.
const LEAST_READ: usize = 64 << 10;
/// Bytes that are read where the reader goes on from where it was.
const READ_AHEAD: usize = 4 << 20;
/// Bytes that are read of the name of a node, which has 64.
const MAX_OWNER_BYTES: usize = 256;
/// Pages of a listing without objects that are passed over, one after another: a server gives them where it passes over what was
/// removed, a thousand at a time.
pub const EMPTY_PAGES_MAX: usize = 10_000;
/// BLAKE3 at the end of a sealed object.
const TRAILER_BYTES: usize = 32;

/// The objects of a vault in a bucket of an S3-compatible server.
///
/// An object that was sent is asked for, with its size and its checksum, before it is called stored; where the server has
/// no checksum, it is read back.
pub struct S3Store {
    client: Arc<Client>,
    folder: String,
    part_bytes: u64,
}

impl S3Store {
    /// Asks for the bucket, to see whether it is there and lets us in, writes down that it is `node`'s, and gives up the
    /// uploads that an earlier process of the node left. `clock` is for the signatures.
    ///
    /// # Errors
    /// Fails when the bucket cannot be used, or the prefix in it is another node's.
    pub fn open(
        settings: Settings,
        credentials: Credentials,
        clock: Arc<dyn Clock>,
        node: &str,
    ) -> Result<Self, S3Error> {
        Self::open_with(settings, credentials, clock, node, Persistence::default())
    }

    /// Whose vault it is; nobody's, as long as no node has opened it.
    ///
    /// # Errors
    /// Fails when the bucket cannot be used.
    pub fn owner(
        settings: Settings,
        credentials: Credentials,
        clock: Arc<dyn Clock>,
    ) -> Result<Option<String>, S3Error> {
        let client = Client::new(settings, credentials, clock, Persistence::default())?;
        client.list(client.prefix(), None, None, 1)?;
        owner(&client)
    }

    /// As [`S3Store::open`], with this persistence.
    ///
    /// # Errors
    /// As there.
    pub fn open_with(
        settings: Settings,
        credentials: Credentials,
        clock: Arc<dyn Clock>,
        node: &str,
        persistence: Persistence,
    ) -> Result<Self, S3Error> {
        let client = Client::new(settings, credentials, clock, persistence)?;
        let folder = format!("{}objects/", client.prefix());
        client.list(&folder, None, None, 1)?;
        if owner(&client)?.is_none() {
            client.put(&owner_key(&client), node.to_owned().into())?;
        }
        // Another may have been there first. Two vaults in one would each sweep what the other holds.
        match owner(&client)? {
            Some(owner) if owner == node => {}
            owner => {
                let (server, owner) = (client.server.clone(), owner.unwrap_or_default());
                return Err(S3Error::OtherNode { server, key: owner_key(&client), owner });
            }
        }
        let this = Self { client: Arc::new(client), folder, part_bytes: PART_BYTES };
        this.abort_left()?;
        Ok(this)
    }

    /// Sends objects in parts of so many bytes. For tests that need several parts of few bytes.
    #[doc(hidden)]
    #[must_use]
    pub fn with_part_bytes(self, part_bytes: u64) -> Self {
        assert!((1..=MAX_PART_BYTES).contains(&part_bytes));
        Self { part_bytes, ..self }
    }

    /// Gives up the uploads that were begun and not ended: nobody goes on with them, and they cost room.
    fn abort_left(&self) -> Result<(), S3Error> {
        let mut after = None;
        loop {
            let page = self.client.uploads(after.as_ref())?;
            for (key, upload) in page.uploads.iter().filter(|(key, _)| key.starts_with(&self.folder)) {
                self.client.abort(key, upload)?;
            }
            if page.next.is_none() || page.next == after {
                return Ok(());
            }
            after = page.next;
        }
    }

    fn key(&self, name: &ObjectName) -> String {
        let name = name.to_string();
        format!("{}{}/{name}", self.folder, &name[..2])
    }

    fn put_one(&self, object: &Sealed<'_>) -> Result<Put, StoreError> {
        let key = self.key(object.name());
        let bytes = object.open()?;
        // Not every server knows the condition that nothing be replaced, and to send a large object in vain costs time.
        if let Some(known) = self.client.head(&key).map_err(elsewhere)? {
            return self.found(&key, &known, object, &*bytes);
        }
        let (written, sent) = self.send(&key, &*bytes)?;
        match written {
            Written::New => {
                let kept = self.is_kept(&key, &*bytes, &sent)?;
                if !kept {
                    let _ = self.client.remove(&key);
                    return Err(elsewhere(self.differs(&key)));
                }
                Ok(Put::Stored)
            }
            Written::Exists => match self.client.head(&key).map_err(elsewhere)? {
                Some(known) => self.found(&key, &known, object, &*bytes),
                None => Err(elsewhere(self.differs(&key))),
            },
        }
    }

    /// What lies under the key already: the same object, sent when an answer was lost, or another one. Of one that was sent so
    /// the server never said what it keeps: it is read back.
    fn found(
        &self,
        key: &str,
        known: &Known,
        object: &Sealed<'_>,
        bytes: &dyn ReadObject,
    ) -> Result<Put, StoreError> {
        let size = bytes.size();
        let trailer = u64::try_from(TRAILER_BYTES).expect("a small number");
        if known.size != size {
            return Ok(Put::Taken);
        }
        let last = self.client.read(key, size.saturating_sub(trailer), TRAILER_BYTES).map_err(elsewhere)?;
        if last.is_none_or(|(last, _)| last != object.ciphertext().as_bytes()[..]) {
            return Ok(Put::Taken);
        }
        if !self.is_the_same(key, bytes)? {
            // The digest of the sealed form is that of no other object.
            let _ = self.client.remove(key);
            return Err(elsewhere(self.differs(key)));
        }
        Ok(Put::Stored)
    }

    /// Whether what lies under a key, of the same size, has the same bytes.
    fn is_the_same(&self, key: &str, object: &dyn ReadObject) -> Result<bool, StoreError> {
        let mut offset = 0;
        while offset < object.size() {
            let here = read(object, offset, PART_BYTES)?;
            let there = self.client.read(key, offset, here.len()).map_err(elsewhere)?;
            if there.is_none_or(|(there, _)| there != here) {
                return Ok(false);
            }
            offset += PART_BYTES;
        }
        Ok(true)
    }

    /// Sends an object, in parts where it is large. Gives what was sent.
    fn send(&self, key: &str, object: &dyn ReadObject) -> Result<(Written, Sent), StoreError> {
        let size = object.size();
        if size <= self.part_bytes {
            let bytes = read(object, 0, size)?;
            let digest = Sha256Digest::of(&bytes);
            let written = self.client.put(key, bytes).map_err(elsewhere)?;
            return Ok((written, Sent::Whole(digest)));
        }
        // The parts are as large as they must be, and no larger.
        let part_bytes = self.part_bytes.max(size.div_ceil(MAX_PARTS));
        if part_bytes > MAX_PART_BYTES {
            return Err(elsewhere(S3Error::TooMuch { key: key.to_owned(), bytes: size }));
        }
        let upload = self.client.begin(key).map_err(elsewhere)?;
        let sent = self.send_parts(key, &upload, object, part_bytes).and_then(|parts| {
            let written = self.client.complete(key, &upload, &parts).map_err(elsewhere)?;
            Ok((written, Sent::Parts(parts, part_bytes)))
        });
        if !matches!(&sent, Ok((Written::New, _))) {
            // Opening the store the next time does it otherwise.
            let _ = self.client.abort(key, &upload);
        }
        sent
    }

    fn send_parts(
        &self,
        key: &str,
        upload: &str,
        object: &dyn ReadObject,
        part_bytes: u64,
    ) -> Result<Vec<Part>, StoreError> {
        let (mut parts, mut offset) = (Vec::new(), 0);
        while offset < object.size() {
            let bytes = read(object, offset, part_bytes)?;
            parts.push(self.client.part(key, upload, parts.len() + 1, bytes).map_err(elsewhere)?);
            offset += part_bytes;
        }
        Ok(parts)
    }

    /// Whether the server has what it was sent: by size and checksum where it tells one that we know, or else read back.
    fn is_kept(&self, key: &str, object: &dyn ReadObject, sent: &Sent) -> Result<bool, StoreError> {
        let Some(known) = self.client.head(key).map_err(elsewhere)? else { return Ok(false) };
        if known.size != object.size() {
            return Ok(false);
        }
        let expected = match sent {
            Sent::Whole(digest) => base64(digest),
            Sent::Parts(parts, _) => checksum(parts),
        };
        // Some write how many parts there are, some do not.
        let alone = expected.split('-').next();
        if known.checksum.as_ref().is_some_and(|told| *told == expected || Some(told.as_str()) == alone) {
            return Ok(true);
        }
        let (piece, digests): (u64, Vec<Sha256Digest>) = match sent {
            Sent::Whole(digest) => (object.size().max(1), vec![*digest]),
            Sent::Parts(parts, part_bytes) => (*part_bytes, parts.iter().map(Part::digest).collect()),
        };
        let mut offset = 0;
        for digest in digests {
            let length = usize::try_from(piece).expect("a part fits into memory");
            let back = self.client.read(key, offset, length).map_err(elsewhere)?;
            if back.is_none_or(|(bytes, _)| Sha256Digest::of(&bytes) != digest) {
                return Ok(false);
            }
            offset += piece;
        }
        Ok(true)
    }

    fn differs(&self, key: &str) -> S3Error {
        S3Error::Differs { server: self.client.server.clone(), key: key.to_owned() }
    }
}

fn owner_key(client: &Client) -> String {
    format!("{}node", client.prefix())
}

/// Whose vault it is, as far as it is written down.
fn owner(client: &Client) -> Result<Option<String>, S3Error> {
    let found = client.read(&owner_key(client), 0, MAX_OWNER_BYTES)?;
    let text = |bytes: &Bytes| String::from_utf8_lossy(bytes).chars().filter(|c| !c.is_control()).collect();
    Ok(found.map(|(bytes, _)| text(&bytes)))
}

/// What was sent, as it is compared with what the server has.
enum Sent {
    Whole(Sha256Digest),
    /// Parts of so many bytes, but for the last.
    Parts(Vec<Part>, u64),
}

fn read(object: &dyn ReadObject, offset: u64, most: u64) -> Result<Bytes, StoreError> {
    let length = usize::try_from(most.min(object.size() - offset)).expect("a part fits into memory");
    let mut bytes = vec![0; length];
    object.read_exact_at(offset, &mut bytes)?;
    Ok(bytes.into())
}

fn elsewhere(error: S3Error) -> StoreError {
    let away = is_away(&error);
    StoreError::Elsewhere { code: error.code(), args: error.args(), away, source: Box::new(error) }
}

/// Whether an error says nothing of what was asked for: nobody answers, or whoever answers does not let us in.
fn is_away(error: &S3Error) -> bool {
    matches!(
        error,
        S3Error::Unreachable { .. }
            | S3Error::Handshake { .. }
            | S3Error::TimedOut { .. }
            | S3Error::Broken { .. }
            | S3Error::Busy { .. }
            | S3Error::Key { .. }
            | S3Error::NoBucket { .. }
            | S3Error::Clock { .. }
            | S3Error::Region { .. }
    )
}

impl ObjectStore for S3Store {
    fn put(&self, objects: &[Sealed<'_>]) -> Result<Vec<Put>, StoreError> {
        let (next, failed) = (AtomicUsize::new(0), AtomicBool::new(false));
        let done = Mutex::new(Vec::with_capacity(objects.len()));
        thread::scope(|scope| {
            for _ in 0..AT_ONCE.min(objects.len()) {
                scope.spawn(|| {
                    while !failed.load(Ordering::Relaxed) {
                        let index = next.fetch_add(1, Ordering::Relaxed);
                        let Some(object) = objects.get(index) else { break };
                        let put = self.put_one(object);
                        failed.fetch_or(put.is_err(), Ordering::Relaxed);
                        done.lock().unwrap_or_else(PoisonError::into_inner).push((index, put));
                    }
                });
            }
        });
        let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
        done.sort_unstable_by_key(|(index, _)| *index);
        let stored: Vec<_> = done
            .iter()
            .filter(|(_, put)| matches!(put, Ok(Put::Stored)))
            .map(|(index, _)| *objects[*index].name())
            .collect();
        done.into_iter().map(|(_, put)| put).collect::<Result<_, _>>().inspect_err(|_| {
            let _ = self.remove(&stored);
        })
    }

    fn holds(&self, name: &ObjectName) -> Result<bool, StoreError> {
        Ok(self.client.head(&self.key(name)).map_err(elsewhere)?.is_some())
    }

    fn open(&self, name: &ObjectName) -> Result<Option<Box<dyn ReadObject>>, StoreError> {
        let key = self.key(name);
        let first = self.client.read(&key, 0, LEAST_READ).map_err(elsewhere)?;
        Ok(first.map(|(bytes, size)| {
            let window = Mutex::new(Window { offset: 0, bytes });
            Box::new(S3Object { client: Arc::clone(&self.client), key, size, window }) as Box<dyn ReadObject>
        }))
    }

    fn names_after(&self, after: Option<&ObjectName>, limit: usize) -> Result<Vec<ObjectName>, StoreError> {
        let after_key = after.map(|after| self.key(after));
        let (mut names, mut token, mut last) = (Vec::new(), None::<String>, String::new());
        let mut empty = 0;
        loop {
            let left = limit - names.len();
            let page = self.client.list(&self.folder, after_key.as_deref(), token.as_deref(), left);
            let page = page.map_err(elsewhere)?;
            empty = if page.objects.is_empty() { empty + 1 } else { 0 };
            if empty > EMPTY_PAGES_MAX {
                return Err(elsewhere(self.client.malformed("pages without objects and without end")));
            }
            for (key, _) in page.objects {
                // Sorted by their bytes, as they are in every listing of S3; otherwise it would have no end.
                if key <= last {
                    return Err(elsewhere(self.client.malformed("keys out of order")));
                }
                // Anything else was not put there by the vault.
                let name = key.rsplit('/').next().and_then(|name| name.parse::<ObjectName>().ok());
                let name =
                    name.filter(|name| self.key(name) == key && after.is_none_or(|after| name > after));
                names.extend(name.filter(|_| names.len() < limit));
                last = key;
            }
            token = page.next;
            if names.len() >= limit || token.is_none() {
                return Ok(names);
            }
        }
    }

    fn remove(&self, names: &[ObjectName]) -> Result<(), StoreError> {
        let mut all = Ok(());
        for name in names {
            all = all.and(self.client.remove(&self.key(name)));
        }
        all.map_err(elsewhere)
    }
}

/// An object of the bucket, open for reading.
struct S3Object {
    client: Arc<Client>,
    key: String,
    size: u64,
    window: Mutex<Window>,
}

/// Bytes of an object that were read already.
struct Window {
    offset: u64,
    bytes: Bytes,
}

impl Window {
    fn end(&self) -> u64 {
        self.offset + u64::try_from(self.bytes.len()).unwrap_or(u64::MAX)
    }

    /// The bytes from an offset on, as far as they are here.
    fn from(&self, offset: u64) -> &[u8] {
        let begins = offset.checked_sub(self.offset).and_then(|begins| usize::try_from(begins).ok());
        begins.and_then(|begins| self.bytes.get(begins..)).unwrap_or_default()
    }
}

impl ReadObject for S3Object {
    fn size(&self) -> u64 {
        self.size
    }

    fn read_exact_at(&self, mut offset: u64, mut out: &mut [u8]) -> Result<(), StoreError> {
        let mut window = self.window.lock().unwrap_or_else(PoisonError::into_inner);
        while !out.is_empty() {
            let here = window.from(offset);
            if here.is_empty() {
                let least = if offset == window.end() { READ_AHEAD } else { LEAST_READ };
                let short =
                    || S3Error::Short { server: self.client.server.clone(), key: self.key.clone(), offset };
                if offset >= self.size {
                    return Err(elsewhere(short()));
                }
                let read = self.client.read(&self.key, offset, out.len().max(least)).map_err(elsewhere)?;
                let (bytes, size) = read.ok_or_else(|| elsewhere(short()))?;
                if bytes.is_empty() || size != self.size {
                    return Err(elsewhere(short()));
                }
                *window = Window { offset, bytes };
                continue;
            }
            let taken = here.len().min(out.len());
            let (filled, rest) = out.split_at_mut(taken);
            filled.copy_from_slice(&here[..taken]);
            offset += u64::try_from(taken).unwrap_or(u64::MAX);
            out = rest;
        }
        Ok(())
    }
}
