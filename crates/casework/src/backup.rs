//! Backup and restore: a copy of everything but the keys, and a copy of the keys.
//!
//! Each copy is a row of parts: a kind of one byte, a length of four bytes (big-endian), and so many bytes. The first
//! part says what the copy is of, the last but one is the SHA-256 of all before it, and the last the node's signature over
//! that. So neither copy has to fit into memory, one that was cut or has decayed is known for that, and one that somebody
//! put together otherwise, or gave another size, is known for that too.

use std::collections::BTreeSet;
use std::io::{self, Read, Seek, Write};
use std::sync::Arc;

use comity_disk::Disk;
use comity_journal::{Log, Origin};
use comity_record::cbor::{from_canonical, to_canonical};
use comity_record::entry::SignedStatement;
use comity_record::pack::{self, Pack};
use comity_record::seal::SignedSeal;
use comity_record::sign::{Purpose, SignError, Signed, SigningKey, VerifyingKey, sign};
use comity_record::{Clock, EntryId, KeyId};
use comity_store::{Delta, Store, StoredEntry, Wrap, WrapChange, WrapKind};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::body::{NodeRestored, office_journal};
use crate::casework::{Casework, LOG_FOLDER, PAGE, Parts, Session, With};
use crate::error::CaseworkError;
use crate::tiles::DiskTiles;

/// The version of the form of a backup.
pub const BACKUP_VERSION: u16 = 2;

/// Bytes of a part: no file of a pack and nothing of an entry is larger.
const MAX_PART_BYTES: usize = pack::MAX_BYTES;
/// Bytes that are restored in one commit, by and large.
const BATCH_BYTES: usize = 16 << 20;

/// A copy of everything but the keys, and a copy of the keys, in memory.
///
/// Whoever has only one of them can read nothing. A restore takes the *newest* copy of the keys: what was destroyed
/// after the data was copied has no key in it, and stays destroyed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// The packs at hand and the entries.
    pub data: Vec<u8>,
    /// The wrapped keys.
    pub keys: Vec<u8>,
}

/// Where a copy lies: it is read once to see whether it is whole, and again to restore it.
pub trait Medium: Read + Seek + Send {}

impl<T: Read + Seek + Send> Medium for T {}

/// What a copy is of.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    v: u16,
    copy: Copied,
    node: KeyId,
    incarnation: u32,
    /// Entries in the log when it was copied.
    size: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Copied {
    Data,
    Keys,
}

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// [`Head`], as deterministic CBOR.
    Head,
    /// A pack begins. Empty.
    Pack,
    /// The path of the next file of the pack.
    Path,
    /// That file.
    File,
    /// The signed statement of the next entry.
    Statement,
    /// Its seal.
    Seal,
    /// Its sealed content, unless that was destroyed.
    Content,
    /// A wrapped key: one byte of kind, one of the length of the identifier, the identifier, the wrapped key.
    Wrap,
    /// The SHA-256 of all parts before.
    End,
    /// The node's signature over the part before ([`Purpose::Backup`]).
    Signature,
}

impl Kind {
    const ALL: [Self; 10] = [
        Self::Head,
        Self::Pack,
        Self::Path,
        Self::File,
        Self::Statement,
        Self::Seal,
        Self::Content,
        Self::Wrap,
        Self::End,
        Self::Signature,
    ];

    fn letter(self) -> u8 {
        match self {
            Self::Head => b'h',
            Self::Pack => b'p',
            Self::Path => b'n',
            Self::File => b'f',
            Self::Statement => b's',
            Self::Seal => b'l',
            Self::Content => b'c',
            Self::Wrap => b'k',
            Self::End => b'.',
            Self::Signature => b'g',
        }
    }
}

/// A part that was read.
struct Part {
    kind: Kind,
    bytes: Vec<u8>,
}

/// Writes parts.
struct Writing<'w> {
    to: &'w mut (dyn Write + Send),
    digest: Sha256,
}

impl<'w> Writing<'w> {
    fn begin(to: &'w mut (dyn Write + Send), head: &Head) -> Result<Self, CaseworkError> {
        let mut this = Self { to, digest: Sha256::new() };
        this.part(Kind::Head, &to_canonical(head)?)?;
        Ok(this)
    }

    fn part(&mut self, kind: Kind, bytes: &[u8]) -> Result<(), CaseworkError> {
        let fail = |cause: io::Error| CaseworkError::BackupWrite(cause.to_string());
        let length = u32::try_from(bytes.len()).ok().filter(|_| bytes.len() <= MAX_PART_BYTES);
        let length = length.ok_or_else(|| fail(io::ErrorKind::FileTooLarge.into()))?;
        for bytes in [&[kind.letter()], &length.to_be_bytes()[..], bytes] {
            self.digest.update(bytes);
            self.to.write_all(bytes).map_err(fail)?;
        }
        Ok(())
    }

    fn end(mut self, key: &SigningKey) -> Result<(), CaseworkError> {
        let digest = self.digest.clone().finalize();
        self.part(Kind::End, &digest)?;
        self.part(Kind::Signature, &sign(key, Purpose::Backup, &digest))?;
        self.to.flush().map_err(|cause| CaseworkError::BackupWrite(cause.to_string()))
    }
}

/// Reads parts.
struct Reading<'r> {
    from: &'r mut dyn Medium,
    digest: Sha256,
    /// The digest that the node has signed, once that is known.
    signed: Option<Vec<u8>>,
    /// Which of the two copies it shall be, for the errors.
    copy: Copied,
}

impl<'r> Reading<'r> {
    fn begin(
        from: &'r mut dyn Medium,
        copy: Copied,
        key: &VerifyingKey,
    ) -> Result<(Self, Head), CaseworkError> {
        let mut this = Self { from, digest: Sha256::new(), signed: None, copy };
        // What is not whole, or not the node's, is known before anything is made of it.
        let digest = loop {
            let part = this.part()?;
            if part.kind == Kind::End {
                break part.bytes;
            }
        };
        let signature = this.part()?;
        if signature.kind != Kind::Signature {
            return Err(this.out_of_place());
        }
        let signed = Signed::parse(&signature.bytes);
        match signed.as_ref().map(|signed| signed.verify(key, Purpose::Backup)) {
            Ok(Ok(signed)) if signed == digest => this.signed = Some(digest),
            Ok(Err(SignError::OtherKey { .. })) => return Err(this.refuse("it is of another node")),
            _ => return Err(this.refuse("somebody changed it: it is not what the node has signed")),
        }
        if this.from.read(&mut [0]).map_err(|cause| this.broken(&cause))? > 0 {
            return Err(this.out_of_place());
        }
        this.from.rewind().map_err(|cause| this.broken(&cause))?;
        this.digest = Sha256::new();
        let first = this.part()?;
        let head = from_canonical::<Head>(&first.bytes).ok().filter(|_| first.kind == Kind::Head);
        let head = head.ok_or_else(|| this.refuse("it is no backup, or of another version"))?;
        if head.v != BACKUP_VERSION {
            return Err(this.refuse("it was made by another version"));
        }
        if head.copy != copy {
            return Err(this.refuse("the copies of data and keys are exchanged"));
        }
        Ok((this, head))
    }

    fn refuse(&self, why: &str) -> CaseworkError {
        let copy = match self.copy {
            Copied::Data => "data",
            Copied::Keys => "keys",
        };
        CaseworkError::Backup(format!("{copy}: {why}"))
    }

    /// The next part. Takes no more memory than bytes have come.
    fn part(&mut self) -> Result<Part, CaseworkError> {
        let before = self.digest.clone();
        let mut head = [0; 5];
        self.from.read_exact(&mut head).map_err(|cause| self.broken(&cause))?;
        let [letter, length @ ..] = head;
        let kind = Kind::ALL.into_iter().find(|kind| kind.letter() == letter);
        let length =
            usize::try_from(u32::from_be_bytes(length)).ok().filter(|length| *length <= MAX_PART_BYTES);
        let (Some(kind), Some(length)) = (kind, length) else {
            return Err(self.refuse("it is no backup, or of another version"));
        };
        let mut bytes = Vec::new();
        let most = u64::try_from(length).unwrap_or(u64::MAX);
        (&mut *self.from).take(most).read_to_end(&mut bytes).map_err(|cause| self.broken(&cause))?;
        if bytes.len() < length {
            return Err(self.broken(&io::ErrorKind::UnexpectedEof.into()));
        }
        if kind == Kind::End {
            let other = self.signed.as_ref().is_some_and(|signed| *signed != bytes);
            if other || bytes != before.finalize()[..] {
                return Err(self.refuse("its bytes are not those that were written"));
            }
        }
        self.digest.update(head);
        self.digest.update(&bytes);
        Ok(Part { kind, bytes })
    }

    fn broken(&self, cause: &io::Error) -> CaseworkError {
        match cause.kind() {
            io::ErrorKind::UnexpectedEof => self.refuse("it is cut"),
            _ => self.refuse(&cause.to_string()),
        }
    }

    fn out_of_place(&self) -> CaseworkError {
        self.refuse("a part stands where none may stand")
    }
}

impl<S: Store> Casework<S> {
    /// Copies everything but the objects of the vault, as the officer who operates the node. Those are copied by
    /// [`Casework::backup_objects`], afterwards.
    ///
    /// # Errors
    /// Fails when the officer may not, the store fails, or a copy cannot be written; it is not whole then.
    pub async fn backup_to(
        &self,
        session: &Session,
        data: &mut (dyn Write + Send),
        keys: &mut (dyn Write + Send),
    ) -> Result<(), CaseworkError> {
        self.may(session, office_journal(session.office), "node.operated")?;
        let writing = self.writer.lock().await;
        let (node, incarnation, size) = (self.keyring.node(), writing.incarnation(), writing.size());
        let head = |copy| Head { v: BACKUP_VERSION, copy, node, incarnation, size };
        let mut data = Writing::begin(data, &head(Copied::Data))?;
        for pack in self.packs.iter() {
            data.part(Kind::Pack, &[])?;
            for (path, bytes) in pack.files() {
                data.part(Kind::Path, path.as_bytes())?;
                data.part(Kind::File, bytes)?;
            }
        }
        let mut from = 0;
        while from < size {
            let page = self.store.log_entries(from, PAGE).await?;
            if page.is_empty() {
                return Err(CaseworkError::BackupWrite("entries are missing in the store".to_owned()));
            }
            for entry in page {
                data.part(Kind::Statement, &entry.statement)?;
                data.part(Kind::Seal, &entry.seal)?;
                // What was forgotten and somebody has put back does not leave again.
                let forgotten = writing.is_forgotten(entry.case, entry.id);
                if let Some(content) = entry.sealed.as_ref().filter(|_| !forgotten) {
                    data.part(Kind::Content, content)?;
                }
                from += 1;
            }
        }
        data.end(self.keyring.signing())?;
        let mut keys = Writing::begin(keys, &head(Copied::Keys))?;
        let forgotten: BTreeSet<_> =
            writing.forgotten().map(|(_, entry)| entry.as_bytes().to_vec()).collect();
        let mut after = None;
        loop {
            let page = self.store.wraps(after, PAGE).await?;
            let Some(last) = page.last() else { break };
            after = Some((last.kind, last.id.clone()));
            for wrap in
                page.iter().filter(|wrap| wrap.kind != WrapKind::Entry || !forgotten.contains(&wrap.id))
            {
                keys.part(Kind::Wrap, &written_wrap(wrap))?;
            }
        }
        keys.end(self.keyring.signing())
    }

    /// As [`Casework::backup_to`], in memory.
    ///
    /// # Errors
    /// As there.
    pub async fn backup(&self, session: &Session) -> Result<Backup, CaseworkError> {
        let (mut data, mut keys) = (Vec::new(), Vec::new());
        self.backup_to(session, &mut data, &mut keys).await?;
        Ok(Backup { data, keys })
    }

    /// Copies the objects of the vault, wherever they lie, that are not yet in the folder of another disk: they are sealed, and nobody can
    /// read them without the copy of the keys and the node's key file. Gives how many were copied.
    ///
    /// # Errors
    /// Fails when the officer may not, or where they lie or the disk fails; what was copied by then stays.
    pub fn backup_objects(&self, session: &Session, to: &dyn Disk) -> Result<u64, CaseworkError> {
        self.may(session, office_journal(session.office), "node.operated")?;
        Ok(self.vault.copy_objects(to)?)
    }

    /// Whether the vault holds anything, so that a backup without its objects is not whole.
    ///
    /// # Errors
    /// Fails when the disk does.
    pub fn holds_objects(&self) -> Result<bool, CaseworkError> {
        Ok(!self.vault.names()?.is_empty())
    }

    /// As [`Casework::restore_from`], from memory.
    ///
    /// # Errors
    /// As there.
    pub async fn restore(parts: Parts<S>, backup: &Backup) -> Result<Self, CaseworkError> {
        let (mut data, mut keys) = (io::Cursor::new(&backup.data), io::Cursor::new(&backup.keys));
        Self::restore_from(parts, &mut data, &mut keys).await
    }

    /// Restores a backup into an empty store and folder. A new life of the log begins, which every counterpart sees;
    /// what was destroyed after the data was copied stays destroyed. Objects of the vault are copied into the folder
    /// before, or later.
    ///
    /// # Errors
    /// Refuses a store that is not empty, a backup of another node, one that is not whole, or keys that are older than
    /// the data: they could bring back what was destroyed. What is in the store then is of no use.
    pub async fn restore_from(
        parts: Parts<S>,
        data: &mut dyn Medium,
        keys: &mut dyn Medium,
    ) -> Result<Self, CaseworkError> {
        let refuse = |why: &str| CaseworkError::Backup(why.to_owned());
        let key = parts.keyring.signing().verifying_key();
        let (mut data, head) = Reading::begin(data, Copied::Data, &key)?;
        let (mut keys, of_keys) = Reading::begin(keys, Copied::Keys, &key)?;
        let node = parts.keyring.node();
        if head.node != node || of_keys.node != node {
            return Err(refuse("it is of another node"));
        }
        if of_keys.size < head.size {
            return Err(refuse("the copy of the keys is older than the copy of the data"));
        }
        if parts.store.head().await?.size != 0 {
            return Err(refuse("the folder is not empty"));
        }
        let (packs, first) = read_packs(&mut data)?;
        parts.packs.add(packs)?;
        let ids = restore_entries(&parts.store, &mut data, first).await?;
        let size = u64::try_from(ids.len()).unwrap_or(u64::MAX);
        if size != head.size {
            return Err(data.refuse("entries are missing"));
        }
        restore_wraps(&parts.store, &mut keys, size).await?;
        let signing = parts.keyring.signing();
        let tiles = DiskTiles::new(Arc::clone(&parts.disk), LOG_FOLDER);
        let mut log = Log::create(tiles, Origin::of_node(node, head.incarnation), signing)?;
        log.append(&ids, signing)?;
        let incarnation = next_incarnation(head.incarnation, parts.clock.as_ref());
        log.reincarnate(incarnation, signing)?;
        let (this, missing) = Self::open_in(parts, Some(incarnation)).await?;
        this.record_restoration(NodeRestored { incarnation, size, missing }).await?;
        this.rebuild().await?;
        Ok(this)
    }

    async fn record_restoration(&self, restored: NodeRestored) -> Result<(), CaseworkError> {
        let state = self.state();
        let office = state.offices().next().ok_or(crate::refusal::Refusal::NotFounded)?;
        let pending = self.by_node(&state, office.id, &restored, With::default())?;
        self.append(vec![pending]).await.map(drop)
    }
}

/// Reads packs, and the first part behind them.
fn read_packs(data: &mut Reading<'_>) -> Result<(Vec<Pack>, Part), CaseworkError> {
    let mut packs = Vec::new();
    let mut part = data.part()?;
    while part.kind == Kind::Pack {
        let (mut files, mut bytes) = (Vec::new(), 0);
        part = data.part()?;
        while part.kind == Kind::Path {
            let path =
                String::from_utf8(part.bytes).map_err(|_| data.refuse("the path of a file is no text"))?;
            let Part { kind, bytes: file } = data.part()?;
            bytes += file.len();
            if kind != Kind::File || files.len() == pack::MAX_FILES || bytes > pack::MAX_BYTES {
                return Err(data.out_of_place());
            }
            files.push((path, file));
            part = data.part()?;
        }
        packs.push(Pack::from_files(files).map_err(|cause| data.refuse(&cause.to_string()))?);
    }
    Ok((packs, part))
}

/// Puts entries back, and gives their identifiers in the order of the log. `part` is the first one that was read.
async fn restore_entries<S: Store>(
    store: &S,
    data: &mut Reading<'_>,
    mut part: Part,
) -> Result<Vec<EntryId>, CaseworkError> {
    let mut ids = Vec::new();
    let (mut append, mut bytes) = (Vec::new(), 0);
    loop {
        let over = part.kind == Kind::End;
        if over || bytes >= BATCH_BYTES {
            let at = ids.len() - append.len();
            let append = std::mem::take(&mut append);
            store.commit(Delta { append, ..Delta::at(u64::try_from(at).unwrap_or(u64::MAX)) }).await?;
            bytes = 0;
        }
        if over {
            return Ok(ids);
        }
        let Part { kind, bytes: statement } = part;
        let Part { kind: next, bytes: seal } = data.part()?;
        if (kind, next) != (Kind::Statement, Kind::Seal) {
            return Err(data.out_of_place());
        }
        part = data.part()?;
        let mut content = None;
        if part.kind == Kind::Content {
            content = Some(part.bytes);
            part = data.part()?;
        }
        bytes += statement.len() + seal.len() + content.as_ref().map_or(0, Vec::len);
        let entry =
            restored_entry(statement, seal, content).map_err(|cause| data.refuse(&cause.to_string()))?;
        ids.push(entry.id);
        append.push(entry);
    }
}

/// Puts the wrapped keys back.
async fn restore_wraps<S: Store>(store: &S, keys: &mut Reading<'_>, size: u64) -> Result<(), CaseworkError> {
    let mut wraps = Vec::new();
    loop {
        let Part { kind, bytes } = keys.part()?;
        match kind {
            Kind::Wrap => {
                let wrap = read_wrap(&bytes).ok_or_else(|| keys.refuse("a key of no known kind"))?;
                wraps.push(WrapChange::Put(wrap));
            }
            Kind::End => {}
            _ => return Err(keys.out_of_place()),
        }
        if kind == Kind::End || wraps.len() >= usize::try_from(PAGE).unwrap_or(usize::MAX) {
            let wraps = std::mem::take(&mut wraps);
            store.commit(Delta { wraps, ..Delta::at(size) }).await?;
        }
        if kind == Kind::End {
            return Ok(());
        }
    }
}

fn written_wrap(wrap: &Wrap) -> Vec<u8> {
    // An identifier is that of an entry, a case or an object: of some dozen bytes.
    let length = u8::try_from(wrap.id.len()).expect("an identifier is short");
    [&[wrap.kind as u8, length][..], &wrap.id, &wrap.wrapped].concat()
}

fn read_wrap(bytes: &[u8]) -> Option<Wrap> {
    let (&[kind, length], rest) = bytes.split_first_chunk()?;
    let kind = WrapKind::from_number(i64::from(kind))?;
    let (id, wrapped) = rest.split_at_checked(usize::from(length))?;
    Some(Wrap { kind, id: id.to_vec(), wrapped: wrapped.to_vec() })
}

/// The columns of an entry follow from its statement and seal.
fn restored_entry(
    statement: Vec<u8>,
    seal: Vec<u8>,
    sealed: Option<Vec<u8>>,
) -> Result<StoredEntry, CaseworkError> {
    let signed = SignedStatement::parse(&statement)?;
    let read = SignedSeal::parse(&seal)?;
    let place = read.unverified();
    Ok(StoredEntry {
        id: signed.id(),
        case: signed.unverified().case,
        kind: signed.unverified().kind.clone(),
        sequence: place.sequence,
        log_index: place.log_index,
        statement,
        seal,
        sealed,
    })
}

/// The number of the life that begins now. It follows the clock, so that restoring the same backup twice begins two
/// lives that nobody takes for one.
fn next_incarnation(last: u32, clock: &dyn Clock) -> u32 {
    let seconds = u32::try_from(clock.now().as_second()).unwrap_or(0);
    seconds.max(last.saturating_add(1))
}
