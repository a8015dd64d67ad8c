//! Small file systems, made byte by byte: each holds the text as `docs/note.txt`, in pieces that do not lie one behind the other.

/// Puts bytes at a place.
fn put(image: &mut [u8], at: usize, bytes: &[u8]) {
    image[at..at + bytes.len()].copy_from_slice(bytes);
}

fn byte(number: usize) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

fn word(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes()
}

fn long(number: usize) -> [u8; 8] {
    u64::try_from(number).unwrap_or(u64::MAX).to_le_bytes()
}

/// Where the pieces of the text lie in [`fat`]: clusters of 512 bytes in this order.
pub const FAT_CLUSTERS: [usize; 4] = [7, 5, 9, 10];

/// Where a cluster of [`fat`] begins.
pub fn fat_at(cluster: usize) -> usize {
    (3 + cluster - 2) * 512
}

/// A FAT12 of 64 sectors, with a text of 2048 bytes at most.
pub fn fat(text: &[u8]) -> Vec<u8> {
    let mut image = vec![0; 64 * 512];
    put(&mut image, 0, b"\xeb\x3c\x90MSDOS5.0\0\x02\x01\x01\0\x01\x10\0\x40\0\xf8\x01\0");
    put(&mut image, 510, b"\x55\xaa");
    let mut table = [0_usize; 64];
    table[2] = 0xfff;
    let used = text.len().div_ceil(512);
    for (at, cluster) in FAT_CLUSTERS[..used].iter().enumerate() {
        table[*cluster] = if at + 1 < used { FAT_CLUSTERS[at + 1] } else { 0xfff };
        let piece = &text[at * 512..text.len().min((at + 1) * 512)];
        put(&mut image, fat_at(*cluster), piece);
    }
    for (pair, at) in table.chunks(2).zip((512..).step_by(3)) {
        put(&mut image, at, &word(pair[0] | pair[1] << 12)[..3]);
    }
    // 2009-01-03, 18:15:04.
    let entry = |name: &[u8], attributes: u8, cluster: usize, size: usize| {
        let times = [0, 0, 0, 0, 0, 0, 0, 0, 0xe2, 0x91, 0x23, 0x3a];
        [name, &[attributes, 0, 0], &times, &word(cluster)[..2], &word(size)].concat()
    };
    put(&mut image, 2 * 512, &entry(b"DISK       ", 0x08, 0, 0));
    put(&mut image, 2 * 512 + 32, &entry(b"\xe5LD     TXT", 0x20, 20, 9));
    let docs = entry(b"DOCS       ", 0x10, 2, 0);
    put(&mut image, 2 * 512 + 64, &[&docs[..12], &[8], &docs[13..]].concat());
    put(&mut image, fat_at(2), &entry(b".          ", 0x10, 2, 0));
    let short = b"NOTE~1  TXT";
    let sum = short.iter().fold(0_u8, |sum, letter| sum.rotate_right(1).wrapping_add(*letter));
    let name: Vec<u8> = "note.txt\0".encode_utf16().flat_map(u16::to_le_bytes).chain([0xff; 8]).collect();
    let long_name = [&[0x41], &name[..10], &[0x0f, 0, sum], &name[10..22], &[0, 0], &name[22..26]].concat();
    put(&mut image, fat_at(2) + 32, &long_name);
    put(&mut image, fat_at(2) + 64, &entry(short, 0x20, FAT_CLUSTERS[0], text.len()));
    image
}

/// Where the pieces of the text lie in [`ext`]: blocks of 1024 bytes in this order.
pub const EXT_BLOCKS: [usize; 3] = [12, 9, 10];

/// An ext2 of 32 blocks, or an ext4 with extents, with a text of 3072 bytes at most.
pub fn ext(text: &[u8], by_extents: bool) -> Vec<u8> {
    let mut image = vec![0; 32 * 1024];
    let superblock = 1024;
    for (at, number) in [(0, 16), (4, 32), (20, 1), (32, 8192), (40, 16), (76, 1), (96, 2)] {
        put(&mut image, superblock + at, &word(number));
    }
    put(&mut image, superblock + 56, b"\x53\xef");
    put(&mut image, superblock + 88, b"\x80");
    put(&mut image, 2 * 1024 + 8, &word(3));
    let blocks = &EXT_BLOCKS[..text.len().div_ceil(1024)];
    let mut inode = |number: usize, mode: u16, size: usize, blocks: &[usize]| {
        let at = 3 * 1024 + (number - 1) * 128;
        put(&mut image, at, &mode.to_le_bytes());
        put(&mut image, at + 4, &word(size));
        put(&mut image, at + 16, &word(1_231_006_505));
        if by_extents {
            put(&mut image, at + 32, &word(0x8_0000));
            put(&mut image, at + 40, &[0x0a, 0xf3, byte(blocks.len()), 0, 4, 0, 0, 0]);
        }
        for (index, block) in blocks.iter().enumerate() {
            if by_extents {
                let extent = [word(index), [1, 0, 0, 0], word(*block)].concat();
                put(&mut image, at + 52 + index * 12, &extent);
            } else {
                put(&mut image, at + 40 + index * 4, &word(*block));
            }
        }
    };
    inode(2, 0x41ed, 1024, &[5]);
    inode(12, 0x41ed, 1024, &[6]);
    inode(13, 0x81a4, text.len(), blocks);
    let entry = |inode: usize, length: u16, kind: u8, name: &[u8]| {
        [&word(inode), &length.to_le_bytes()[..], &[byte(name.len()), kind], name].concat()
    };
    put(&mut image, 5 * 1024, &entry(2, 12, 2, b"."));
    put(&mut image, 5 * 1024 + 12, &entry(2, 12, 2, b".."));
    put(&mut image, 5 * 1024 + 24, &entry(12, 1000, 2, b"docs"));
    put(&mut image, 6 * 1024, &entry(13, 1024, 1, b"note.txt"));
    for (block, piece) in blocks.iter().zip(text.chunks(1024)) {
        put(&mut image, block * 1024, piece);
    }
    image
}

/// Where the pieces of the text lie in [`ntfs`]: clusters of 512 bytes.
pub const NTFS_CLUSTERS: [usize; 2] = [80, 70];

/// How many of them are in the first piece.
const NTFS_FIRST: usize = 2;

/// How many records the table of [`ntfs`] has.
const NTFS_RECORDS: usize = 29;

/// A number of a record with how often it was used.
fn reference(record: usize) -> Vec<u8> {
    [&long(record)[..6], &[1, 0]].concat()
}

fn resident(kind: usize, name: &str, value: &[u8]) -> Vec<u8> {
    let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let at = (24 + name.len()).next_multiple_of(8);
    let length = (at + value.len()).next_multiple_of(8);
    let mut attribute = vec![0; length];
    put(&mut attribute, 0, &word(kind));
    put(&mut attribute, 4, &word(length));
    put(&mut attribute, 9, &[byte(name.len() / 2), 24]);
    put(&mut attribute, 16, &word(value.len()));
    put(&mut attribute, 20, &[byte(at)]);
    put(&mut attribute, 24, &name);
    put(&mut attribute, at, value);
    attribute
}

/// An attribute in runs of clusters: a number, and where they begin.
fn in_runs(flags: u8, size: usize, runs: &[(usize, Option<usize>)]) -> Vec<u8> {
    let (mut pairs, mut before) = (Vec::new(), 0);
    for (count, cluster) in runs {
        match cluster {
            Some(cluster) => {
                let distance = i16::try_from(*cluster).unwrap_or(0) - before;
                before += distance;
                pairs.extend([0x21, byte(*count)]);
                pairs.extend(distance.to_le_bytes());
            }
            None => pairs.extend([0x01, byte(*count)]),
        }
    }
    let at = if flags == 0 { 64 } else { 72 };
    let length = (at + pairs.len() + 1).next_multiple_of(8);
    let mut attribute = vec![0; length];
    put(&mut attribute, 0, &word(0x80));
    put(&mut attribute, 4, &word(length));
    put(&mut attribute, 8, &[1, 0, 64, 0, flags]);
    put(&mut attribute, 32, &[byte(at), 0, if flags == 0 { 0 } else { 4 }]);
    for field in [48, 56] {
        put(&mut attribute, field, &long(size));
    }
    put(&mut attribute, at, &pairs);
    attribute
}

fn file_name(folder: usize, name: &str) -> Vec<u8> {
    let mut value = vec![0; 66];
    put(&mut value, 0, &reference(folder));
    put(&mut value, 64, &[byte(name.len()), 1]);
    value.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
    resident(0x30, "", &value)
}

/// A record of 1024 bytes, with the last two of each sector moved to its head.
fn record(flags: u8, attributes: &[Vec<u8>]) -> Vec<u8> {
    let mut record = vec![0; 1024];
    put(&mut record, 0, b"FILE\x30\0\x03\0");
    put(&mut record, 16, &[1, 0, 1, 0, 0x38, 0, flags, 0]);
    let body = [attributes.concat(), vec![0xff; 4]].concat();
    put(&mut record, 0x38, &body);
    let kept = [7, 0, record[510], record[511], record[1022], record[1023]];
    put(&mut record, 0x30, &kept);
    put(&mut record, 510, &[7, 0]);
    put(&mut record, 1022, &[7, 0]);
    record
}

/// An NTFS with a text of 4096 bytes at most. Beside it are `docs/small.txt` in its record with a stream `more`, and
/// `packed.txt`, which is `a` 65,536 times and then `packed away`.
pub fn ntfs(text: &[u8]) -> Vec<u8> {
    let mut image = vec![0; 110 * 512];
    put(&mut image, 0, b"\xeb\x52\x90NTFS    \0\x02\x01");
    put(&mut image, 40, &long(109));
    put(&mut image, 48, &long(4));
    put(&mut image, 56, &long(108));
    put(&mut image, 64, b"\xf6");
    let used = text.len().div_ceil(512);
    let first = used.min(NTFS_FIRST);
    let runs = [(first, Some(NTFS_CLUSTERS[0])), (used - first, Some(NTFS_CLUSTERS[1]))];
    let mut times = vec![0; 48];
    put(&mut times, 8, &128_754_801_050_000_000_u64.to_le_bytes());
    let standard = resident(0x10, "", &times);
    // Sixteen clusters: packed into one, and the rest a hole.
    let unit = |cluster| [(1, Some(cluster)), (15, None)];
    let units = (0..8).flat_map(|_| unit(100)).chain(unit(101)).collect::<Vec<_>>();
    let records = [
        (0, record(1, &[in_runs(0, NTFS_RECORDS * 1024, &[(NTFS_RECORDS * 2, Some(4))])])),
        (24, record(3, &[standard.clone(), file_name(5, "docs")])),
        (25, record(1, &[standard.clone(), file_name(24, "note.txt"), in_runs(0, text.len(), &runs)])),
        (
            26,
            record(
                1,
                &[
                    standard.clone(),
                    file_name(24, "small.txt"),
                    resident(0x80, "", b"a small file"),
                    resident(0x80, "more", b"and a stream"),
                ],
            ),
        ),
        (27, record(1, &[standard, file_name(5, "packed.txt"), in_runs(1, 65_536 + 11, &units)])),
        (28, record(0, &[file_name(5, "deleted.txt"), resident(0x80, "", b"deleted")])),
    ];
    for (number, record) in records {
        put(&mut image, (4 + 2 * number) * 512, &record);
    }
    let split = text.len().min(NTFS_FIRST * 512);
    put(&mut image, NTFS_CLUSTERS[0] * 512, &text[..split]);
    put(&mut image, NTFS_CLUSTERS[1] * 512, &text[split..]);
    // Chunks of 4096 letters: one of them, and the same from one letter back 4095 times.
    let chunk = [0x03, 0xb0, 0x02, b'a', 0xfc, 0x0f];
    put(&mut image, 100 * 512, &[&chunk[..], &chunk[..]].concat());
    put(&mut image, 101 * 512, b"\x0a\x30packed away");
    image
}

/// A disk of one file system at sector 8, as partition 2 of an MBR.
pub fn disk(file_system: &[u8]) -> Vec<u8> {
    let mut image = vec![0; 8 * 512];
    put(&mut image, 446 + 16 + 4, &[0x83]);
    put(&mut image, 446 + 16 + 8, &word(8));
    put(&mut image, 446 + 16 + 12, &word(file_system.len() / 512));
    put(&mut image, 510, b"\x55\xaa");
    image.extend_from_slice(file_system);
    image
}

/// The overflow pages of [`sqlite`], in the order of the value.
pub const SQLITE_PAGES: [usize; 2] = [4, 3];

/// How much of a long row stands in its own page of 512 bytes ([`sqlite`]).
fn sqlite_here(payload: usize) -> usize {
    let (most, least) = (512 - 35, (512 - 12) * 32 / 255 - 23);
    if payload <= most {
        return payload;
    }
    let here = least + (payload - least) % (512 - 4);
    if here <= most { here } else { least }
}

fn varint(number: usize) -> Vec<u8> {
    if number < 128 { vec![byte(number)] } else { vec![byte(number >> 7 | 128), byte(number & 127)] }
}

/// A mailbox with a folder `8022` and in it a message `200024` whose content is this text, in blocks of 8000 bytes at most, with
/// an attachment. The content of its blocks is scrambled so, in the way of this number.
pub fn pst(text: &[u8], scrambling: u8, scramble: impl Fn(u8) -> u8) -> Vec<u8> {
    let [tree, root, leaf, first] = [1024, 1536, 2048, 2560];
    let number = |number: usize| (number as u64).to_le_bytes();
    let mut image = vec![0; first];
    put(&mut image, 0, b"!BDN____SM\x17\0");
    put(&mut image, 224, &number(root));
    put(&mut image, 240, &number(tree));
    image[513] = scrambling;
    let mut blocks = Vec::new();
    let mut add = |bytes: &[u8], is_list: bool| {
        let id = 4 * (blocks.len() + 1) + if is_list { 2 } else { 0 };
        blocks.push([number(id), number(image.len()), number(bytes.len())].concat());
        image.extend(bytes.iter().map(|byte| if is_list { *byte } else { scramble(*byte) }));
        image.resize(image.len().next_multiple_of(64), 0);
        id
    };
    let pieces: Vec<_> = text.chunks(8000).map(|piece| add(piece, false)).collect();
    let numbers: Vec<_> = pieces.iter().flat_map(|id| number(*id)).collect();
    let body = add(&[&[1, 1, byte(pieces.len()), 0, 0, 0, 0, 0][..], &numbers].concat(), true);
    let attached = add(b"what was attached, for all to read", false);
    let inner = [&[2, 0, 1, 0, 0, 0, 0, 0][..], &number(0x8025), &number(attached), &number(0)].concat();
    let inner = add(&inner, true);
    let mut page = |place: usize, kind: u8, level: u8, entries: &[Vec<u8>]| {
        put(&mut image, place, &entries.concat());
        put(&mut image, place + 488, &[byte(entries.len()), 0, byte(entries[0].len()), level]);
        put(&mut image, place + 496, &[kind, kind]);
    };
    page(tree, 0x80, 0, &blocks);
    page(root, 0x81, 1, &[[number(0x122), number(0), number(leaf)].concat()]);
    let node = |id: usize, data: usize, inner: usize, parent: usize| {
        [number(id), number(data), number(inner), number(parent)].concat()
    };
    page(
        leaf,
        0x81,
        0,
        &[node(0x122, 0, 0, 0x122), node(0x8022, 0, 0, 0x122), node(0x20_0024, body, inner, 0x8022)],
    );
    image
}

/// A frame of a log of SQLite, whose checksum goes on from this one: a page, how many pages the database has if the frame ends a
/// change, and the salts.
fn frame(sum: &mut [u32; 2], number: usize, pages: usize, salts: [u32; 2], page: &[u8]) -> Vec<u8> {
    let head = [0, 0, 0, byte(number), 0, 0, 0, byte(pages)];
    *sum = sqlite_sum(*sum, &head);
    *sum = sqlite_sum(*sum, page);
    let words = [salts[0], salts[1], sum[0], sum[1]].map(u32::to_be_bytes).concat();
    [&head[..], &words, page].concat()
}

fn sqlite_sum(sum: [u32; 2], bytes: &[u8]) -> [u32; 2] {
    let word = |bytes: &[u8]| u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
    bytes.chunks_exact(8).fold(sum, |[first, second], pair| {
        let first = first.wrapping_add(word(&pair[..4])).wrapping_add(second);
        [first, second.wrapping_add(word(&pair[4..])).wrapping_add(first)]
    })
}

/// The log of a database ([`sqlite`]): the pages of these numbers of each database, a change of its own each, and behind them
/// the last page of the first as it was left there by the log before.
pub fn sqlite_wal(changes: &[(&[u8], &[usize])]) -> Vec<u8> {
    let salts = [7, 0x5eed];
    let mut log = [0x377f_0683_u32, 3_007_000, 512, 3, salts[0], salts[1]].map(u32::to_be_bytes).concat();
    let mut sum = sqlite_sum([0, 0], &log);
    log.extend(sum.map(u32::to_be_bytes).concat());
    let page = |database: &[u8], number: usize| database[(number - 1) * 512..number * 512].to_vec();
    for (database, numbers) in changes {
        for (index, number) in numbers.iter().enumerate() {
            let pages = if index + 1 == numbers.len() { 5 } else { 0 };
            log.extend(frame(&mut sum, *number, pages, salts, &page(database, *number)));
        }
    }
    if let Some((database, [.., number])) = changes.first() {
        log.extend(frame(&mut [1, 2], *number, 5, [6, 0x01d], &page(database, *number)));
    }
    log
}

/// A database with a table `notes` of two rows, 7 and 9: `first`, `Anna`, and `second` with the text, of 1400 bytes at most.
pub fn sqlite(text: &[u8]) -> Vec<u8> {
    let mut image = vec![0; 5 * 512];
    put(&mut image, 0, b"SQLite format 3\0\x02\0\x01\x01\0\x40\x20\x20\0\0\0\x01\0\0\0\x05");
    put(&mut image, 56, &[0, 0, 0, 1]);
    put(&mut image, 92, &[0, 0, 0, 1]);
    let texts = |values: &[&[u8]]| {
        let kinds: Vec<u8> = values.iter().flat_map(|value| varint(value.len() * 2 + 13)).collect();
        [vec![byte(kinds.len() + 1)], kinds, values.concat()].concat()
    };
    // Kind, name and table as text, the page as a number of one byte, the text that made it.
    let schema = [&[6, 23, 23, 23, 1, 15][..], b"tablenotesnotes\x02;"].concat();
    let mut leaf = |page: usize, cells: &[(usize, Vec<u8>)]| {
        let start = (page - 1) * 512;
        let header = if page == 1 { 100 } else { start };
        put(&mut image, header, &[0x0d, 0, 0, 0, byte(cells.len())]);
        let mut end = 512;
        for (index, (id, payload)) in cells.iter().enumerate() {
            let here = sqlite_here(payload.len());
            let mut cell = [varint(payload.len()), varint(*id), payload[..here].to_vec()].concat();
            if here < payload.len() {
                cell.extend([0, 0, 0, byte(SQLITE_PAGES[0])]);
            }
            for (piece, rest) in payload[here..].chunks(508).enumerate() {
                let next = SQLITE_PAGES.get(piece + 1).filter(|_| here + (piece + 1) * 508 < payload.len());
                let overflow = [&[0, 0, 0, byte(next.copied().unwrap_or(0))], rest].concat();
                put(&mut image, (SQLITE_PAGES[piece] - 1) * 512, &overflow);
            }
            end -= cell.len();
            put(&mut image, start + end, &cell);
            let [low, high, ..] = word(end);
            put(&mut image, header + 8 + 2 * index, &[high, low]);
        }
    };
    leaf(1, &[(1, schema)]);
    leaf(2, &[(7, texts(&[b"first", b"Anna"])), (9, texts(&[b"second", text]))]);
    image
}
