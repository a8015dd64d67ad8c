//! Wallets in databases, which are read page by page: Berkeley DB and SQLite.

use std::collections::BTreeSet;

use memchr::memmem;
use zeroize::Zeroizing;

use super::{Format, Wallet};
use crate::address::Ledger;
use crate::hit::Class;

/// The sizes that pages may have in both kinds of database.
const PAGE_BYTES_MIN: usize = 512;
const PAGE_BYTES_MAX: usize = 64 * 1024;

/// How many pages of a schema are remembered.
const SCHEMA_PAGES_MAX: usize = 4096;

/// Records of Bitcoin Core and of what forked from it by which a wallet is told.
const TELLING: &[&[u8]] = &[
    b"key",
    b"wkey",
    b"ckey",
    b"mkey",
    b"keymeta",
    b"pool",
    b"defaultkey",
    b"hdchain",
    b"bestblock",
    b"bestblock_nomerkle",
    b"walletdescriptor",
    b"walletdescriptorkey",
    b"walletdescriptorckey",
];

/// Others that a wallet holds.
const OTHERS: &[&[u8]] = &[
    b"name",
    b"purpose",
    b"version",
    b"minversion",
    b"tx",
    b"flags",
    b"orderposnext",
    b"setting",
    b"acc",
    b"acentry",
    b"cscript",
    b"watchs",
    b"watchmeta",
    b"destdata",
    b"lockedutxo",
    b"walletdescriptorcache",
];

/// What the records of a wallet of Bitcoin Core's kind say.
#[derive(Default)]
struct Records {
    names: BTreeSet<&'static [u8]>,
    ledger: Option<&'static str>,
}

impl Records {
    /// Takes the key of a record: the length of its name, its name, and what it is of.
    fn take(&mut self, key: &[u8]) {
        let Some((length, rest)) = key.split_first() else { return };
        let Some((name, of)) = rest.split_at_checked(usize::from(*length)) else { return };
        let Some(known) = TELLING.iter().chain(OTHERS).find(|known| **known == name) else { return };
        self.names.insert(known);
        if matches!(*known, b"name" | b"purpose")
            && self.ledger.is_none()
            && let Some((length, text)) = of.split_first()
            && usize::from(*length) == text.len()
            && let Ok(address) = std::str::from_utf8(text)
        {
            // One that is spelled as Bitcoin's are tells nothing.
            let programs = [
                (Ledger::Litecoin, "litecoin-core"),
                (Ledger::Dogecoin, "dogecoin-core"),
                (Ledger::Dash, "dash-core"),
            ];
            let mut read = programs.iter().filter(|(ledger, _)| {
                ledger.address(address).is_ok() && Ledger::Bitcoin.address(address).is_err()
            });
            self.ledger = read.next().map(|(_, program)| *program);
        }
    }

    fn is_wallet(&self) -> bool {
        self.names.len() >= 2 && TELLING.iter().any(|name| self.names.contains(name))
    }

    fn is_encrypted(&self) -> Option<bool> {
        let has = |names: &[&[u8]]| names.iter().any(|name| self.names.contains(name));
        if has(&[b"mkey", b"ckey", b"walletdescriptorckey"]) {
            return Some(true);
        }
        has(&[b"key", b"wkey", b"walletdescriptorkey"]).then_some(false)
    }
}

/// The page that is coming in.
#[derive(Default)]
struct Pages {
    bytes: Zeroizing<Vec<u8>>,
    page_bytes: usize,
    number: u32,
}

impl Pages {
    /// Calls `on_page` for each page that is whole now, with its number, the first 0.
    fn take(&mut self, mut bytes: &[u8], mut on_page: impl FnMut(u32, &[u8])) {
        while !bytes.is_empty() {
            let missing = (self.page_bytes - self.bytes.len()).min(bytes.len());
            self.bytes.extend_from_slice(&bytes[..missing]);
            bytes = &bytes[missing..];
            if self.bytes.len() == self.page_bytes {
                on_page(self.number, &self.bytes);
                self.bytes.clear();
                self.number = self.number.saturating_add(1);
            }
        }
    }
}

/// A database of Berkeley DB with the records of a wallet.
pub(super) struct Berkeley {
    pages: Pages,
    records: Records,
}

impl Berkeley {
    /// `DB_BTREEMAGIC`, at its place.
    const MAGIC: &[u8] = b"\x62\x31\x05\x00";
    /// `P_BTREEMETA` and `P_LBTREE`: the kinds of the first page and of the leaves of a tree.
    const META: u8 = 9;
    const LEAF: u8 = 5;
    const HEADER_BYTES: usize = 26;
    /// `B_KEYDATA`: an item that lies in the page. One that was deleted has a bit more.
    const ITEM: u8 = 1;

    pub(super) fn is_at(begin: &[u8]) -> bool {
        begin.get(12..16) == Some(Self::MAGIC)
            && begin.get(25) == Some(&Self::META)
            && Self::page_bytes(begin).is_some()
    }

    fn page_bytes(begin: &[u8]) -> Option<usize> {
        let bytes = u32::from_le_bytes(*begin.get(20..)?.first_chunk()?);
        usize::try_from(bytes).ok().filter(|bytes| is_page(*bytes))
    }

    pub(super) fn new(begin: &[u8]) -> Self {
        let page_bytes = Self::page_bytes(begin).unwrap_or(PAGE_BYTES_MIN);
        Self { pages: Pages { page_bytes, ..Pages::default() }, records: Records::default() }
    }

    /// The keys in a page: every other item, from the first.
    fn keys(number: u32, page: &[u8]) -> impl Iterator<Item = &[u8]> {
        let is_leaf = page[25] == Self::LEAF && page[8..12] == number.to_le_bytes();
        let count = if is_leaf { le16(page, 20) } else { 0 };
        (0..count).step_by(2).filter_map(move |index| {
            let at = le16(page, Self::HEADER_BYTES + 2 * index);
            let item = page.get(at..).filter(|item| item.get(2) == Some(&Self::ITEM))?;
            item.get(3..3 + le16(item, 0))
        })
    }
}

impl Format for Berkeley {
    fn take(&mut self, bytes: &[u8]) -> bool {
        let records = &mut self.records;
        self.pages.take(bytes, |number, page| {
            for key in Self::keys(number, page) {
                records.take(key);
            }
        });
        true
    }

    fn wallet(&mut self, _: u64) -> Option<Wallet> {
        self.records.is_wallet().then(|| Wallet {
            format: self.records.ledger.unwrap_or("bitcoin-core"),
            class: Class::WellFormed,
            is_encrypted: self.records.is_encrypted(),
        })
    }
}

/// A database of SQLite with the tables of a wallet.
pub(super) struct Sqlite {
    pages: Pages,
    /// The pages of its schema, by their numbers.
    schema: BTreeSet<u32>,
    format: Option<&'static str>,
    records: Records,
    application: u32,
}

impl Sqlite {
    const MAGIC: &[u8] = b"SQLite format 3\0";
    const HEADER_BYTES: usize = 100;
    const LEAF: u8 = 0x0d;
    const INNER: u8 = 0x05;

    /// What the statements say by which a table of a wallet is made. All must be there.
    const SCHEMES: &[(&'static str, &[&[u8]])] = &[
        ("bitcoin-core", &[b"CREATE TABLE main(key BLOB PRIMARY KEY NOT NULL, value BLOB NOT NULL)"]),
        ("bither", &[b"password_seed", b"encrypt_"]),
        ("msigna", &[b"privkey_ciphertext", b"privkey_salt"]),
    ];

    /// The programs that set the mark of their network as the mark of the file.
    const PROGRAMS: &[(u32, &'static str)] = &[
        (0xf9be_b4d9, "bitcoin-core"),
        (0x0b11_0907, "bitcoin-core"),
        (0x1c16_3f28, "bitcoin-core"),
        (0x0a03_cf40, "bitcoin-core"),
        (0xfabf_b5da, "bitcoin-core"),
        (0xfbc0_b6db, "litecoin-core"),
        (0xc0c0_c0c0, "dogecoin-core"),
        (0xbf0c_6bbd, "dash-core"),
    ];

    pub(super) fn is_at(begin: &[u8]) -> bool {
        begin.starts_with(Self::MAGIC) && Self::page_bytes(begin).is_some()
    }

    fn page_bytes(begin: &[u8]) -> Option<usize> {
        let bytes = match begin.get(16..18)? {
            [0, 1] => PAGE_BYTES_MAX,
            bytes => usize::from(u16::from_be_bytes(*bytes.first_chunk()?)),
        };
        Some(bytes).filter(|bytes| is_page(*bytes))
    }

    pub(super) fn new(begin: &[u8]) -> Self {
        let page_bytes = Self::page_bytes(begin).unwrap_or(PAGE_BYTES_MIN);
        Self {
            pages: Pages { page_bytes, ..Pages::default() },
            schema: BTreeSet::from([0]),
            format: None,
            records: Records::default(),
            application: 0,
        }
    }

    fn page(&mut self, number: u32, page: &[u8]) {
        let begin = if number == 0 { Self::HEADER_BYTES } else { 0 };
        if number == 0 {
            self.application = page
                .get(68..)
                .and_then(|mark| mark.first_chunk())
                .map_or(0, |mark| u32::from_be_bytes(*mark));
        }
        if self.schema.contains(&number) {
            self.take_schema(&page[begin..], begin);
        } else if self.format == Some("bitcoin-core") && page[0] == Self::LEAF {
            for at in cells(page) {
                let _ = key(page, at).map(|key| self.records.take(key));
            }
        }
    }

    /// Takes a page of the schema, which begins at `begin` of its page.
    fn take_schema(&mut self, page: &[u8], begin: usize) {
        if page[0] == Self::INNER {
            let last = page.get(8..12);
            let inner = be_pointers(page, 12).filter_map(|at| page.get(at.checked_sub(begin)?..));
            let pages = inner.chain(last).filter_map(|number| number.first_chunk());
            let numbers: Vec<_> = pages.map(|number| u32::from_be_bytes(*number).wrapping_sub(1)).collect();
            self.schema.extend(numbers);
            while self.schema.len() > SCHEMA_PAGES_MAX {
                self.schema.pop_last();
            }
            return;
        }
        let has = |text: &&[u8]| memmem::find(page, text).is_some();
        let scheme = Self::SCHEMES.iter().find(|(_, texts)| texts.iter().all(has));
        self.format = self.format.or(scheme.map(|(format, _)| *format));
    }
}

impl Format for Sqlite {
    fn take(&mut self, bytes: &[u8]) -> bool {
        let mut pages = std::mem::take(&mut self.pages);
        pages.take(bytes, |number, page| self.page(number, page));
        self.pages = pages;
        true
    }

    fn wallet(&mut self, _: u64) -> Option<Wallet> {
        let mut wallet = Wallet { format: self.format?, class: Class::WellFormed, is_encrypted: Some(true) };
        if wallet.format == "bitcoin-core" {
            let program = Self::PROGRAMS.iter().find(|(mark, _)| *mark == self.application);
            if program.is_none() && !self.records.is_wallet() {
                return None;
            }
            wallet.is_encrypted = self.records.is_encrypted();
            wallet.format =
                program.map_or(self.records.ledger.unwrap_or("bitcoin-core"), |(_, program)| program);
        }
        Some(wallet)
    }
}

/// Where the cells of a leaf begin.
fn cells(page: &[u8]) -> impl Iterator<Item = usize> {
    be_pointers(page, 8)
}

/// The pointers behind the header of a page of SQLite, which is so long.
fn be_pointers(page: &[u8], header_bytes: usize) -> impl Iterator<Item = usize> {
    let count = page.get(3..5).map_or(0, |count| usize::from(u16::from_be_bytes([count[0], count[1]])));
    let pointers = page.get(header_bytes..).unwrap_or_default();
    pointers.chunks_exact(2).take(count).map(|at| usize::from(u16::from_be_bytes([at[0], at[1]])))
}

/// The first column of the row at a place, as far as it lies in the page: behind the lengths and kinds of the columns.
fn key(page: &[u8], at: usize) -> Option<&[u8]> {
    let mut at = at;
    let _bytes = varint(page, &mut at)?;
    let _id = varint(page, &mut at)?;
    let header = at;
    let header_bytes = varint(page, &mut at)?;
    let kind = varint(page, &mut at)?;
    let length = kind.checked_sub(12)? / 2;
    let start = header.checked_add(header_bytes)?;
    page.get(start..start.checked_add(length)?)
}

/// A number of one to nine bytes, none that is larger than a page.
fn varint(bytes: &[u8], at: &mut usize) -> Option<usize> {
    let mut number = 0_usize;
    for _ in 0..9 {
        let byte = *bytes.get(*at)?;
        *at += 1;
        number = number.checked_shl(7)? | usize::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

fn is_page(bytes: usize) -> bool {
    bytes.is_power_of_two() && (PAGE_BYTES_MIN..=PAGE_BYTES_MAX).contains(&bytes)
}

fn le16(bytes: &[u8], at: usize) -> usize {
    bytes
        .get(at..)
        .and_then(|field| field.first_chunk())
        .map_or(0, |field| usize::from(u16::from_le_bytes(*field)))
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;
    use super::*;

    /// A database of Berkeley DB with these keys, each with a value, in its second page.
    fn berkeley(keys: &[&[u8]], page_bytes: usize) -> Vec<u8> {
        let mut meta = vec![0; page_bytes];
        meta[12..16].copy_from_slice(Berkeley::MAGIC);
        meta[16] = 9;
        meta[20..24].copy_from_slice(&u32::try_from(page_bytes).unwrap().to_le_bytes());
        meta[25] = Berkeley::META;
        let mut leaf = vec![0; page_bytes];
        leaf[8] = 1;
        leaf[25] = Berkeley::LEAF;
        let mut end = page_bytes;
        let items: Vec<&[u8]> = keys.iter().flat_map(|key| [*key, b"\x01"]).collect();
        leaf[20] = u8::try_from(items.len()).unwrap();
        for (index, item) in items.iter().enumerate() {
            end -= item.len() + 3;
            leaf[26 + 2 * index..][..2].copy_from_slice(&u16::try_from(end).unwrap().to_le_bytes());
            leaf[end..end + 2].copy_from_slice(&u16::try_from(item.len()).unwrap().to_le_bytes());
            leaf[end + 2] = Berkeley::ITEM;
            leaf[end + 3..][..item.len()].copy_from_slice(item);
        }
        [meta, leaf].concat()
    }

    /// A database of SQLite whose schema is this text, with these keys in the third page, the schema behind an inner page.
    fn sqlite(schema: &[u8], keys: &[&[u8]], application: u32) -> Vec<u8> {
        const PAGE: usize = 512;
        let mut first = vec![0; PAGE];
        first[..16].copy_from_slice(Sqlite::MAGIC);
        first[16..18].copy_from_slice(&512_u16.to_be_bytes());
        first[68..72].copy_from_slice(&application.to_be_bytes());
        first[100] = Sqlite::INNER;
        first[108..112].copy_from_slice(&2_u32.to_be_bytes());
        let mut second = vec![0; PAGE];
        second[0] = Sqlite::LEAF;
        second[PAGE - schema.len()..].copy_from_slice(schema);
        let mut third = vec![0; PAGE];
        third[0] = Sqlite::LEAF;
        third[4] = u8::try_from(keys.len()).unwrap();
        let mut end = PAGE;
        for (index, key) in keys.iter().enumerate() {
            let kinds = [u8::try_from(12 + 2 * key.len()).unwrap(), 12];
            let cell = [&[u8::try_from(key.len() + 3).unwrap(), 7, 3], &kinds[..], key].concat();
            end -= cell.len();
            third[8 + 2 * index..][..2].copy_from_slice(&u16::try_from(end).unwrap().to_be_bytes());
            third[end..end + cell.len()].copy_from_slice(&cell);
        }
        [first, second, third].concat()
    }

    fn wallet(format: &'static str, is_encrypted: Option<bool>) -> Wallet {
        Wallet { format, class: Class::WellFormed, is_encrypted }
    }

    const DOGE: &[u8] = b"\x04name\x22DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L";

    #[test]
    fn records_of_berkeley_db_tell_the_program_and_its_password() {
        for page_bytes in [PAGE_BYTES_MIN, 4096, PAGE_BYTES_MAX / 2] {
            let read = |keys: &[&[u8]]| read(&berkeley(keys, page_bytes));
            assert_eq!(read(&[b"\x03key1", b"\x07version"]), Some(wallet("bitcoin-core", Some(false))));
            assert_eq!(
                read(&[b"\x04ckey1", b"\x04mkey\x01\0\0\0"]),
                Some(wallet("bitcoin-core", Some(true)))
            );
            assert_eq!(read(&[b"\x04pool1", DOGE]), Some(wallet("dogecoin-core", None)));
            assert_eq!(read(&[b"\x04name1", b"\x07version"]), None);
            assert_eq!(read(&[b"\x03key1"]), None);
        }
    }

    #[test]
    fn what_was_deleted_from_berkeley_db_tells_nothing() {
        let mut file = berkeley(&[b"\x03key1", b"\x04mkey\x01\0\0\0", b"\x04pool1"], 512);
        let at = memmem::find(&file, b"\x04mkey").unwrap();
        file[at - 1] |= 0x80;
        assert_eq!(read(&file), Some(wallet("bitcoin-core", Some(false))));
    }

    #[test]
    fn tables_of_sqlite_tell_the_program_and_its_password() {
        let core = Sqlite::SCHEMES[0].1[0];
        let keys: [&[u8]; 2] = [b"\x13walletdescriptorkeyx", b"\x09bestblock"];
        assert_eq!(read(&sqlite(core, &keys, 0xf9be_b4d9)), Some(wallet("bitcoin-core", Some(false))));
        assert_eq!(read(&sqlite(core, &keys, 0xfbc0_b6db)), Some(wallet("litecoin-core", Some(false))));
        assert_eq!(
            read(&sqlite(core, &[b"\x04mkey\x01\0\0\0"], 0xf9be_b4d9)),
            Some(wallet("bitcoin-core", Some(true)))
        );
        assert_eq!(read(&sqlite(core, &keys, 0)), Some(wallet("bitcoin-core", Some(false))));
        assert_eq!(read(&sqlite(core, &[b"\x01a", b"\x01b"], 0)), None);
        let bither = b"CREATE TABLE password_seed(x)CREATE TABLE addresses(encrypt_private_key)";
        assert_eq!(read(&sqlite(bither, &[], 0)), Some(wallet("bither", Some(true))));
        let msigna = b"CREATE TABLE \"Keychain\"(\"privkey_ciphertext\" BLOB, \"privkey_salt\")";
        assert_eq!(read(&sqlite(msigna, &[], 0)), Some(wallet("msigna", Some(true))));
        assert_eq!(read(&sqlite(b"CREATE TABLE main(key TEXT, value TEXT)", &keys, 0)), None);
    }

    #[test]
    fn pages_have_the_sizes_that_are_allowed_and_no_others() {
        for (bytes, is_allowed) in [(256, false), (512, true), (513, false), (65_536, true), (131_072, false)]
        {
            assert_eq!(is_page(bytes), is_allowed, "{bytes}");
        }
    }

    #[test]
    fn no_more_pages_of_a_schema_are_remembered_than_allowed() {
        let pointed = |count: usize| {
            let mut page = vec![0; 12 + 6 * count];
            page[0] = Sqlite::INNER;
            page[3..5].copy_from_slice(&u16::try_from(count).unwrap().to_be_bytes());
            for index in 0..count {
                let cell = 12 + 2 * count + 4 * index;
                page[12 + 2 * index..][..2].copy_from_slice(&u16::try_from(cell).unwrap().to_be_bytes());
                page[cell..cell + 4].copy_from_slice(&u32::try_from(index + 2).unwrap().to_be_bytes());
            }
            page[8..12].copy_from_slice(&2_u32.to_be_bytes());
            let mut sqlite = Sqlite::new(&[]);
            sqlite.take_schema(&page, 0);
            sqlite.schema.len()
        };
        assert_eq!(pointed(SCHEMA_PAGES_MAX - 1), SCHEMA_PAGES_MAX);
        assert_eq!(pointed(SCHEMA_PAGES_MAX), SCHEMA_PAGES_MAX);
    }
}
