//! The rows of a ledger's tags by address, in a file from which a question takes no more than the rows that it needs.
//!
//! The file follows from the files that are kept and from what was entered beside them, and names the list of these by its
//! digest: where it is missing, damaged or of another list, the files themselves are read. Whoever changes the list writes
//! it anew. It holds, one after another:
//! - the head: [`MAGIC`], a length, [`Head`] in JSON, and the SHA-256 of all that;
//! - for each beginning of a hash where its places begin, and the places: hash of an address's key and row, sorted;
//! - where each row lies, and after the last where it ends;
//! - of each row the key of its address and who is named for it, and these names: what clusters ask of all rows;
//! - the rows, each with a checksum.
//!
//! The places are checked when the file is opened, the names when they are asked for the first time, and each row when it
//! is read. All numbers have their lowest byte first.

use std::collections::HashMap;
use std::hash::Hasher as _;
use std::sync::OnceLock;

use comity_disk::{Disk, DiskError, write_durable};
use comity_record::Sha256Digest;
use serde::{Deserialize, Serialize};

use super::{AnswersTo, TagRow};
use crate::script::ScriptKey;
use crate::store::{FileBytes, path};

/// The file.
const FILE: &str = "tags/rows";
/// Its first bytes: what it is, and its form.
const MAGIC: &[u8; 8] = b"cmtytag2";
/// The most bits of a hash that make its beginning.
const MOST_BITS: u32 = 16;
/// Bytes of a place: the hash, and the row.
const PLACE: usize = 12;
/// Stands for the name of a row that names nobody.
const NOBODY: u32 = u32::MAX;
/// Why a row that was written well cannot be read.
const DAMAGED: &str = "tags/rows, the index of tags, is damaged";

/// What is said at the beginning of the file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    /// SHA-256 of the list of files that the rows are from.
    list: Sha256Digest,
    /// Keys the hashes, so that nobody makes up addresses whose hashes are one.
    seed: u64,
    rows: u32,
    /// Bits of a hash that make its beginning.
    bits: u32,
    /// Bytes of the beginnings and the places.
    places: u64,
    places_digest: Sha256Digest,
    /// Bytes of the names.
    names: u64,
    names_digest: Sha256Digest,
    /// Bytes of the rows.
    records: u64,
    packs: Vec<PackHead>,
}

/// What all rows of a file say alike.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PackHead {
    pack: String,
    pack_creator: String,
    pack_uri: Option<String>,
    pack_licence: Option<String>,
    pack_digest: Sha256Digest,
}

/// Where the parts of the file begin.
#[derive(Clone, Copy, Debug)]
struct Parts {
    places: usize,
    offsets: usize,
    names: usize,
    rows: usize,
}

/// The rows of the file.
#[derive(Debug)]
pub(super) struct TagIndex {
    bytes: FileBytes,
    head: Head,
    parts: Parts,
    /// Rows that were read, by their numbers.
    read: Vec<OnceLock<Box<TagRow>>>,
    holders: OnceLock<Holders>,
}

/// Who is named, and where the names of the rows begin.
#[derive(Debug)]
struct Holders {
    names: Vec<String>,
    rows_at: usize,
}

impl TagIndex {
    /// Opens the file, if it is there, of this list of files, and whole.
    ///
    /// # Errors
    /// When the disk fails.
    pub(super) fn open(disk: &dyn Disk, list: &Sha256Digest) -> Result<Option<Self>, DiskError> {
        let opened = disk.metadata(&path(FILE)).and_then(|found| {
            let bytes = FileBytes::open(disk, &path(FILE), found.size)?;
            Ok(bytes)
        });
        match opened {
            Ok(bytes) => Ok(Self::of_bytes(bytes).filter(|index| index.head.list == *list)),
            // One that was replaced in between.
            Err(DiskError::Missing { .. } | DiskError::Short { .. }) => Ok(None),
            Err(other) => Err(other),
        }
    }

    fn of_bytes(bytes: FileBytes) -> Option<Self> {
        let after_magic = bytes.strip_prefix(MAGIC)?;
        let (length, after_length) = after_magic.split_first_chunk::<4>()?;
        let head_length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let (head_bytes, after_head) = after_length.split_at_checked(head_length)?;
        let places = MAGIC.len() + 4 + head_length + 32;
        if Sha256Digest::of(bytes.get(..places - 32)?).as_bytes() != after_head.get(..32)? {
            return None;
        }
        let head: Head = serde_json::from_slice(head_bytes).ok()?;
        let rows = usize::try_from(head.rows).ok()?;
        let offsets = places.checked_add(usize::try_from(head.places).ok()?)?;
        let names = offsets.checked_add((rows + 1) * 8)?;
        let parts =
            Parts { places, offsets, names, rows: names.checked_add(usize::try_from(head.names).ok()?)? };
        let end = parts.rows.checked_add(usize::try_from(head.records).ok()?)?;
        if bytes.len() != end || Sha256Digest::of(bytes.get(places..offsets)?) != head.places_digest {
            return None;
        }
        let read = std::iter::repeat_with(OnceLock::new).take(rows).collect();
        Some(Self { bytes, head, parts, read, holders: OnceLock::new() })
    }

    /// Writes the file anew, durably.
    ///
    /// # Errors
    /// When the disk fails.
    pub(super) fn write(
        disk: &dyn Disk,
        list: Sha256Digest,
        seed: u64,
        rows: &[(ScriptKey, &TagRow)],
    ) -> Result<(), DiskError> {
        write_durable(disk, &path(FILE), &bytes_of(list, seed, rows))
    }

    pub(super) fn len(&self) -> usize {
        self.read.len()
    }

    /// The digests of the files of which there are rows.
    pub(super) fn packs(&self) -> impl Iterator<Item = Sha256Digest> {
        self.head.packs.iter().map(|pack| pack.pack_digest)
    }

    /// What stands for all that clusters ask of the rows: the addresses and who is named for them.
    pub(super) fn names_digest(&self) -> Sha256Digest {
        self.head.names_digest
    }

    /// The numbers of the rows of an address.
    ///
    /// # Panics
    /// When the file was damaged.
    pub(super) fn find(&self, key: &ScriptKey) -> Vec<usize> {
        let (hash, places) =
            (hash_of(self.head.seed, key), &self.bytes[self.parts.places..self.parts.offsets]);
        let beginning = usize::try_from(hash >> (64 - self.head.bits)).expect("sixteen bits at most");
        let of_beginning = |beginning: usize| index(places, beginning * 4);
        let all = &places[((1 << self.head.bits) + 1) * 4..];
        let here =
            all[of_beginning(beginning) * PLACE..of_beginning(beginning + 1) * PLACE].chunks_exact(PLACE);
        let same = here.filter(|place| place[..8] == hash.to_le_bytes());
        let rows = same.map(|place| index(place, 8));
        rows.filter(|row| self.record(*row).key == *key).collect()
    }

    /// A row.
    ///
    /// # Panics
    /// When the file was damaged.
    pub(super) fn row(&self, number: usize) -> &TagRow {
        self.read[number].get_or_init(|| {
            let record = self.record(number);
            let head = self.head.packs.get(record.pack).expect(DAMAGED);
            Box::new(row_of(head, record.said))
        })
    }

    /// The keys of all rows, in the order of the rows, and who is named; nobody where a row does not say who holds its
    /// address.
    ///
    /// # Panics
    /// When the file was damaged.
    pub(super) fn named(&self) -> impl Iterator<Item = (ScriptKey, Option<&str>)> {
        let holders = self.holders.get_or_init(|| self.read_holders());
        let mut rest = &self.bytes[holders.rows_at..self.parts.rows];
        (0..self.len()).map(move |_| {
            let (length, after) = rest.split_first().expect(DAMAGED);
            let (key, after) = after.split_at(usize::from(*length));
            let (holder, after) = after.split_first_chunk::<4>().expect(DAMAGED);
            rest = after;
            let holder = u32::from_le_bytes(*holder);
            let name = (holder != NOBODY).then(|| &*holders.names[usize::try_from(holder).expect(DAMAGED)]);
            (ScriptKey::from_stored(key), name)
        })
    }

    fn read_holders(&self) -> Holders {
        let bytes = &self.bytes[self.parts.names..self.parts.rows];
        assert!(Sha256Digest::of(bytes) == self.head.names_digest, "{DAMAGED}");
        let end = 4 + index(bytes, 0);
        let names = serde_json::from_slice(&bytes[4..end]).expect(DAMAGED);
        Holders { names, rows_at: self.parts.names + end }
    }

    fn record(&self, number: usize) -> Record<'_> {
        let offset = |number: usize| {
            let at = self.parts.offsets + number * 8;
            let bytes = self.bytes[at..].first_chunk().expect(DAMAGED);
            self.parts.rows + usize::try_from(u64::from_le_bytes(*bytes)).expect(DAMAGED)
        };
        let (check, record) = self.bytes[offset(number)..offset(number + 1)].split_at(8);
        assert!(checksum(record).to_le_bytes() == *check, "{DAMAGED}");
        let (key, record) = record[1..].split_at(usize::from(record[0]));
        Record { key: ScriptKey::from_stored(key), pack: index(record, 0), said: &record[4..] }
    }
}

/// A row as it lies in the file.
struct Record<'f> {
    key: ScriptKey,
    pack: usize,
    said: &'f [u8],
}

/// A number of four bytes, for a place in memory.
fn index(bytes: &[u8], at: usize) -> usize {
    let number = u32::from_le_bytes(*bytes[at..].first_chunk().expect(DAMAGED));
    usize::try_from(number).expect("usize has 32 bits at least")
}

fn hash_of(seed: u64, key: &ScriptKey) -> u64 {
    let mut hasher = siphasher::sip::SipHasher13::new_with_keys(seed, seed.rotate_left(32));
    hasher.write(&stored(key));
    hasher.finish()
}

/// What tells a damaged row; nobody else writes the file.
fn checksum(bytes: &[u8]) -> u64 {
    let mut hasher = siphasher::sip::SipHasher13::new_with_keys(0, 0);
    hasher.write(bytes);
    hasher.finish()
}

/// A key as it lies in the file.
fn stored(key: &ScriptKey) -> Vec<u8> {
    [&[key.kind().byte()][..], key.payload()].concat()
}

/// What a row says beside its pack, in this order: less than half as long as with the names of its fields.
type Said = (
    (
        String,
        String,
        Option<String>,
        String,
        bool,
        Option<String>,
        Option<String>,
        Vec<String>,
        Option<String>,
    ),
    (Option<String>, Option<String>, Option<String>, Option<String>, Option<String>, bool, AnswersTo, u32),
);

fn said(row: &TagRow) -> Vec<u8> {
    let TagRow { address, currency, network, label, label_of_pack, actor, .. } = row;
    let TagRow { category, concepts, abuse, .. } = row;
    let TagRow { tag_type, confidence, source, lastmod, context, is_cluster_definer, answers_to, .. } = row;
    let said = (
        (address, currency, network, label, label_of_pack, actor, category, concepts, abuse),
        (tag_type, confidence, source, lastmod, context, is_cluster_definer, answers_to, row.row),
    );
    serde_json::to_vec(&said).expect("plain data")
}

fn row_of(head: &PackHead, said: &[u8]) -> TagRow {
    let (who, more): Said = serde_json::from_slice(said).expect(DAMAGED);
    let (address, currency, network, label, label_of_pack, actor, category, concepts, abuse) = who;
    let (tag_type, confidence, source, lastmod, context, is_cluster_definer, answers_to, row) = more;
    let PackHead { pack, pack_creator, pack_uri, pack_licence, pack_digest } = head.clone();
    TagRow {
        address,
        currency,
        network,
        label,
        label_of_pack,
        actor,
        category,
        concepts,
        abuse,
        tag_type,
        confidence,
        source,
        lastmod,
        context,
        is_cluster_definer,
        answers_to,
        pack,
        pack_creator,
        pack_uri,
        pack_licence,
        pack_digest,
        row,
    }
}

/// Numbers what comes for the first time.
struct Numbers<T> {
    all: Vec<T>,
    of: HashMap<T, u32>,
}

impl<T: Clone + Eq + std::hash::Hash> Numbers<T> {
    fn number(&mut self, item: T) -> u32 {
        if let Some(number) = self.of.get(&item) {
            return *number;
        }
        let number = u32_of(self.all.len());
        self.all.push(item.clone());
        self.of.insert(item, number);
        number
    }
}

fn u32_of(count: usize) -> u32 {
    u32::try_from(count).expect("the kept files have fewer than 2^32 rows and bytes of names")
}

/// The bytes of the file.
fn bytes_of(list: Sha256Digest, seed: u64, rows: &[(ScriptKey, &TagRow)]) -> Vec<u8> {
    let mut packs: Numbers<PackHead> = Numbers { all: vec![], of: HashMap::new() };
    let mut holders: Numbers<&str> = Numbers { all: vec![], of: HashMap::new() };
    let (mut places, mut offsets, mut of_rows, mut records) = (vec![], vec![], vec![], vec![]);
    let length = |bytes: &[u8]| u64::try_from(bytes.len()).expect("memory holds fewer than 2^64 bytes");
    for (number, (key, row)) in rows.iter().enumerate() {
        let key_bytes = stored(key);
        let key_length = u8::try_from(key_bytes.len()).expect("a key has 42 bytes at most");
        places.push((hash_of(seed, key), u32_of(number)));
        let holder = row.holder().map_or(NOBODY, |holder| holders.number(holder));
        of_rows.push(key_length);
        of_rows.extend_from_slice(&key_bytes);
        of_rows.extend_from_slice(&holder.to_le_bytes());
        let pack = packs.number(PackHead {
            pack: row.pack.clone(),
            pack_creator: row.pack_creator.clone(),
            pack_uri: row.pack_uri.clone(),
            pack_licence: row.pack_licence.clone(),
            pack_digest: row.pack_digest,
        });
        let record = [&[key_length][..], &key_bytes, &pack.to_le_bytes(), &said(row)].concat();
        offsets.extend_from_slice(&length(&records).to_le_bytes());
        records.extend_from_slice(&checksum(&record).to_le_bytes());
        records.extend_from_slice(&record);
    }
    offsets.extend_from_slice(&length(&records).to_le_bytes());
    // A few places for each beginning.
    let bits = rows.len().max(4).ilog2().min(MOST_BITS);
    let places = sorted(places, bits);
    let names = serde_json::to_vec(&holders.all).expect("plain data");
    let names = [&u32_of(names.len()).to_le_bytes()[..], &names, &of_rows].concat();
    let head = Head {
        list,
        seed,
        rows: u32_of(rows.len()),
        bits,
        places: length(&places),
        places_digest: Sha256Digest::of(&places),
        names: length(&names),
        names_digest: Sha256Digest::of(&names),
        records: length(&records),
        packs: packs.all,
    };
    let head = serde_json::to_vec(&head).expect("plain data");
    let mut bytes = [&MAGIC[..], &u32_of(head.len()).to_le_bytes(), &head].concat();
    let digest = Sha256Digest::of(&bytes);
    bytes.extend_from_slice(digest.as_bytes());
    for part in [places, offsets, names, records] {
        bytes.extend_from_slice(&part);
    }
    bytes
}

/// The places, sorted, behind the numbers of the first of each beginning and, last, of all.
fn sorted(mut places: Vec<(u64, u32)>, bits: u32) -> Vec<u8> {
    places.sort_unstable();
    let mut bytes = vec![];
    for beginning in 0..=(1_u64 << bits) {
        let before = places.partition_point(|(hash, _)| hash >> (64 - bits) < beginning);
        bytes.extend_from_slice(&u32_of(before).to_le_bytes());
    }
    for (hash, row) in places {
        bytes.extend_from_slice(&hash.to_le_bytes());
        bytes.extend_from_slice(&row.to_le_bytes());
    }
    bytes
}
