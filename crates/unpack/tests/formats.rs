//! What each decoder opens, and what it does with damage.

use ::base64::Engine as _;
use ::base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use comity_unpack::{Fault, Limits};

use crate::kept::{deflate, gzip, noise, opened, opened_within, utf16, zip_entry, zlib};

const NOTE: &str = "Pay to the wallet 1HooWB2juM1dVQ2nEieBr959kTSCTh87b within three days. ";
const VALUE: &str = "1HooWB2juM1dVQ2nEieBr959kTSCTh87b";

/// A text of this many bytes that does not pack to nothing.
fn long(bytes: usize) -> String {
    let noise = hex::encode(noise(bytes));
    let lines: Vec<_> = noise.as_bytes().chunks(50).map(String::from_utf8_lossy).collect();
    let mut text = lines.join(" \n");
    text.truncate(bytes);
    text
}

fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = flate2::Crc::new();
    crc.update(bytes);
    crc.sum()
}

#[test]
fn packed_streams_are_opened_wherever_they_stand() {
    for pad in [0, 1, 5000, 300_000] {
        let noise = noise(pad);
        for (name, packed) in
            [("gzip", gzip(NOTE.repeat(3).as_bytes())), ("zlib", zlib(NOTE.repeat(3).as_bytes()))]
        {
            let all = opened(&[&noise, &packed[..], b" and after it"].concat());
            assert_eq!(all.with(VALUE), [format!("{pad}-{name}")]);
            assert_eq!(all.faults, []);
        }
    }
}

#[test]
fn members_of_gzip_are_one_text() {
    let (first, second) = NOTE.split_at(30);
    let all = opened(&[gzip(first.as_bytes()), gzip(second.as_bytes()), b"\0\0".to_vec()].concat());
    assert_eq!(all.ways(), ["", "0-gzip"]);
    assert_eq!(all.layers[1].bytes, NOTE.as_bytes());
}

#[test]
fn what_was_unpacked_before_damage_counts_and_the_rest_is_read() {
    let text = format!("{NOTE}{}", long(200_000));
    let packed = gzip(text.as_bytes());
    let mut damaged = packed.clone();
    let middle = damaged.len() / 2;
    damaged[middle..middle + 64].fill(0xFF);
    let all = opened(&[&damaged[..], &gzip(b"another text, behind the damage")].concat());
    assert_eq!(all.with(VALUE), ["0-gzip"]);
    assert_eq!(all.with("behind the damage"), [format!("{}-gzip", damaged.len())]);
    assert!(matches!(&all.faults[..], [(_, Fault::Damaged { .. })]), "{:?}", all.faults);
    let all = opened(&packed[..middle]);
    assert_eq!(all.with(VALUE), ["0-gzip"]);
    assert_eq!(all.faults[0].1, Fault::Truncated);
}

#[test]
fn entries_of_zip_are_opened_without_the_directory() {
    let packed = deflate(NOTE.as_bytes());
    let archive = [
        zip_entry("a/packed.txt", 8, 0, &packed),
        zip_entry("sizes follow.txt", 8, 8, &packed),
        [&b"PK\x07\x08"[..], &crc32(NOTE.as_bytes()).to_le_bytes(), b"........"].concat(),
        zip_entry("stored.txt", 0, 0, NOTE.as_bytes()),
        zip_entry("stored and open.txt", 0, 8, NOTE.as_bytes()),
        zip_entry("empty/", 0, 0, b""),
        zip_entry("secret.txt", 8, 1, &packed),
        zip_entry("other.txt", 97, 0, &packed),
        b"PK\x01\x02 the directory is not asked".to_vec(),
    ]
    .concat();
    let all = opened(&archive);
    let names = |way: &String| way.split('(').nth(1).unwrap_or_default().to_owned();
    let found: Vec<_> = all.with(VALUE).iter().map(names).collect();
    assert_eq!(found, ["", "a/packed.txt)", "sizes follow.txt)", "stored.txt)", "stored and open.txt)"]);
    let faults: Vec<_> =
        all.faults.iter().map(|(steps, fault)| (steps[0].file.as_deref().unwrap(), fault)).collect();
    assert_eq!(
        faults,
        [("secret.txt", &Fault::Encrypted), ("other.txt", &Fault::Method { method: "97".to_owned() })]
    );
}

#[test]
fn a_wrong_checksum_of_an_entry_of_zip_is_told_and_the_entry_is_searched() {
    let right = crc32(NOTE.as_bytes());
    let [(_, bzip2), (_, xz), (_, zstd)] = packed_by_others();
    let twice = crc32(NOTE.repeat(2).as_bytes());
    let lzma = hex::decode(ZIP_LZMA).unwrap();
    let entries = [
        (0, 0, NOTE.as_bytes().to_vec(), right),
        (8, 0, deflate(NOTE.as_bytes()), right),
        (8, 8, deflate(NOTE.as_bytes()), right),
        (12, 0, bzip2, twice),
        (14, 2, lzma, twice),
        (93, 0, zstd, twice),
        (95, 8, xz, twice),
    ];
    for (method, flags, data, right) in entries {
        // Left open, it may be anything.
        for (sum, is_right) in [(right, true), (0, flags == 0 || flags == 2), (right ^ 1, false)] {
            let mut entry = zip_entry("a", method, flags, &data);
            let sum = sum.to_le_bytes();
            if flags & 8 == 0 {
                entry[14..18].copy_from_slice(&sum);
            } else {
                entry.extend([&b"PK\x07\x08"[..], &sum, &[0; 8]].concat());
            }
            entry.extend(b"PK\x01\x02");
            let all = opened(&entry);
            assert!(all.with(VALUE).contains(&"0-zip(a)".to_owned()), "{method}");
            let told: Vec<_> = all.faults.iter().map(|(_, fault)| fault).collect();
            let damaged = Fault::Damaged { cause: "CRC-32".to_owned() };
            assert_eq!(told, if is_right { vec![] } else { vec![&damaged] }, "{method} {flags} {sum:?}");
        }
    }
}

#[test]
fn base64_is_opened_in_both_alphabets_and_in_lines() {
    let text = format!("{NOTE}\u{fb}\u{ff}??>>{}", long(3000));
    let lines = |text: &str, end: &str| {
        let lines: Vec<_> = text.as_bytes().chunks(76).map(|line| String::from_utf8_lossy(line)).collect();
        lines.join(end)
    };
    let standard = STANDARD.encode(&text);
    for (before, written, after) in [
        ("", standard.clone(), ""),
        ("data:text/plain;base64,", URL_SAFE_NO_PAD.encode(&text), "\" />"),
        ("To: x\n\n", lines(&standard, "\r\n"), "\r\n--border"),
        ("\n> ", lines(&standard, "\n> "), "\n> bye"),
        ("path/", standard.clone(), " "),
    ] {
        let all = opened(format!("{before}{written}{after}").as_bytes());
        let layer = all
            .layers
            .iter()
            .find(|layer| layer.steps.len() == 1 && layer.steps[0].name == "base64")
            .unwrap();
        let shown = String::from_utf8_lossy(&layer.bytes);
        assert!(shown.contains(&text[3..]), "{before}");
    }
    // Neither words nor digests are base64.
    for other in ["/usr/local/share/applications/something", "ThisIsTheNameOfAVeryLongFunction", VALUE] {
        assert_eq!(opened(other.as_bytes()).ways(), [""], "{other}");
    }
}

#[test]
fn dumps_are_opened_in_every_form() {
    let bytes = NOTE.repeat(3).into_bytes();
    let digits = hex::encode(&bytes);
    let broken: Vec<_> = digits.as_bytes().chunks(60).map(|line| String::from_utf8_lossy(line)).collect();
    let pairs = |line: &[u8], with: &str| {
        line.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().join(with)
    };
    let columns = (0..)
        .zip(bytes.chunks(16))
        .map(|(line, part)| {
            let words: Vec<_> = part.chunks(2).map(hex::encode).collect();
            format!("{:08x}: {:40} {}\n", line * 16, words.join(" "), String::from_utf8_lossy(part))
        })
        .collect::<Vec<_>>()
        .concat();
    let canonical = (0..)
        .zip(bytes.chunks(16))
        .map(|(line, part)| {
            let (low, high) = part.split_at(part.len().min(8));
            format!(
                "{:08x}  {}  {}  |{}|\n",
                line * 16,
                pairs(low, " "),
                pairs(high, " "),
                String::from_utf8_lossy(part)
            )
        })
        .collect::<Vec<_>>()
        .concat();
    for (name, text) in [
        ("plain", digits.clone()),
        ("after a letter", format!("x'{digits}'")),
        ("broken", broken.join("\n")),
        ("pairs", pairs(&bytes, " ")),
        ("colons", pairs(&bytes[..200], ":")),
        ("after words", format!("the bytes are: {}", pairs(&bytes, " "))),
        ("xxd", columns),
        ("hexdump -C", canonical),
    ] {
        let all = opened(format!("A dump follows.\n{text}\nIt ends here.").as_bytes());
        let found = all.with(VALUE);
        assert!(found.iter().any(|way| way.ends_with("-hex")), "{name}: {:?}", all.ways());
    }
}

#[test]
fn utf_16_is_opened_amid_other_bytes() {
    let text = format!("кошелёк для оплаты {NOTE} срок 三天 {}", long(600));
    for (name, bytes) in [
        ("utf-16le", text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>()),
        ("utf-16be", text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>()),
    ] {
        for pad in [0, 1, 70_001] {
            let all = opened(&[noise(pad), bytes.clone(), noise(40)].concat());
            let found = all.with(VALUE);
            // At an odd place the other order may read the same letters.
            let name = if pad % 2 == 0 { name } else { "utf-16" };
            assert!(found.iter().any(|way| way.contains(name)), "{name} {pad}: {:?}", all.ways());
        }
    }
    // A mark at the beginning stays outside.
    let all = opened(&[&b"\xff\xfe"[..], &utf16(&text)].concat());
    assert_eq!(all.layers[1].steps[0].offset, 2);
    assert_eq!(String::from_utf8_lossy(&all.layers[1].bytes), text);
}

#[test]
fn encodings_in_each_other_are_opened() {
    let inner = gzip(&utf16(&NOTE.repeat(2)));
    let mail = format!("From: a@example.org\r\n\r\n{}\r\n--end", STANDARD.encode(&inner));
    let all = opened(&zip_entry("mail.eml", 8, 0, &deflate(mail.as_bytes())));
    assert_eq!(all.with(VALUE), ["0-zip(mail.eml)-23-base64-0-gzip-0-utf-16le"]);
    // Entities in quoted-printable, broken by its line breaks.
    let entities = VALUE.bytes().map(|byte| format!("&#{byte};")).collect::<Vec<_>>().concat();
    let (first, second) = entities.split_at(42);
    let all = opened(format!("<p>{first}=\r\n{second}</p>").as_bytes());
    assert_eq!(all.with(VALUE), ["0-quoted-printable-0-html"]);
    // JSON in JSON.
    let all = opened(format!(r#"{{"a":"{{\"b\":\"x\\n{VALUE}\"}}"}}"#).as_bytes());
    assert!(all.with(&format!("\n{VALUE}")).contains(&"0-backslash-0-backslash".to_owned()));
}

#[test]
fn base64_in_json_in_json_is_opened_once_by_its_shortest_way() {
    let encoded = STANDARD.encode(NOTE);
    let mut json = format!(r#"{{"data":"{encoded}","more":"x"}}"#);
    for _ in 0..4 {
        let all = opened(json.as_bytes());
        let found = all.with(VALUE);
        let at = json.find(&encoded).unwrap();
        assert_eq!(found, [format!("{at}-base64")], "{json}");
        json = format!(r#"{{"inner":"{}"}}"#, json.replace('\\', r"\\").replace('"', r#"\""#));
    }
    // What is put together only by the rewriting is opened there.
    let (first, second) = encoded.split_at(40);
    let broken = format!(r#"{{"data":"{first}\n{second}","slash":"{}"}}"#, encoded.replace('k', r"\u006b"));
    let found = opened(broken.as_bytes()).with(VALUE);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().all(|way| way.contains("backslash-")), "{found:?}");
}

#[test]
fn text_is_rewritten_where_it_has_to_be_and_what_stands_open_is_not_shown_twice() {
    let all = opened(format!("{}x=3D&amp;y\n{}", "word ".repeat(1000), "word ".repeat(1000)).as_bytes());
    let layer = all
        .layers
        .iter()
        .find(|layer| layer.steps[..].last().is_some_and(|step| step.name == "html"))
        .unwrap();
    assert!(layer.bytes.len() < 1100);
    assert_eq!(layer.rewritten.as_ref().unwrap().len(), 1);
    let all = opened("word ".repeat(100_000).as_bytes());
    assert_eq!(all.ways(), [""]);
}

/// The streams of `bzip2 -9`, `xz -9` and `zstd` over the note, twice.
fn packed_by_others() -> [(&'static str, Vec<u8>); 3] {
    let bytes = |text: &str| hex::decode(text).unwrap();
    [("bzip2", bytes(BZIP2)), ("xz", bytes(XZ)), ("zstd", bytes(ZSTD))]
}

const BZIP2: &str = "425a6839314159265359b4220ca00000189f80400132e01a426d80367d9ea02000602aaa69a0d323021a7a8c1a6a1860\
    9813010d1934c367162d1a249d0454305af4b9732457bf3ba0b183756c9922fad58a4d53b354a55af45824ada386ce8f\
    0d90756ea5c942e6ecd4a2b16bb262498a8fe2ee48a70a121684419400";
const XZ: &str = "fd377a585a000004e6d6b4460200210116000000742fe5a3e0008d004e5d0028184b22033e02945aa858380fc5d77513\
    7c4c76ec9330f5b1f826cce43ab3cf11ac7fed4782c37cff1de1eea0b2318974f8c1cb8d06876590540501362b34f514\
    0ba9a7153dcd080302d58000000000009c002ff633d1fc3700016a8e01000000779150dcb1c467fb020000000004595a";
const ZSTD: &str = "28b52ffd0458850200740450617920746f207468652077616c6c65742031486f6f5742326a754d31645651326e456965\
    42723935396b54534354683837622077697468696e20746872656520646179732e2001000729688802ac7a9c08";

/// The note, twice, as an entry of an archive has it that is packed by LZMA.
const ZIP_LZMA: &str = "090405005d000080000028184b22033e02945aa858380fc5d775137c4c76ec9330f5b1f826cce43ab3cf11ac7fed4782\
    c37cff1de1eea0b2318974f8c1cb8d06876590540501362b34f5140ba9a7153dcd080303019a8545ffe81c1000";

#[test]
fn entries_of_zip_are_unpacked_by_every_method_that_is_known() {
    let [(_, bzip2), (_, xz), (_, zstd)] = packed_by_others();
    let lzma = hex::decode(ZIP_LZMA).unwrap();
    let mut sized = zip_entry("lzma-2", 14, 0, &lzma);
    sized[22..26].copy_from_slice(&u32::try_from(2 * NOTE.len()).unwrap().to_le_bytes());
    let entries = [
        zip_entry("bzip2", 12, 0, &bzip2),
        zip_entry("lzma-1", 14, 2, &lzma),
        sized,
        zip_entry("lzma-3", 14, 8, &lzma),
        zip_entry("zstd", 93, 0, &zstd),
        zip_entry("xz", 95, 0, &xz),
        zip_entry("last", 8, 0, &deflate(NOTE.as_bytes())),
    ];
    let mut start = 0;
    // Zstandard leaves the note open.
    let mut ways = vec![String::new()];
    for (entry, name) in entries.iter().zip(["bzip2", "lzma-1", "lzma-2", "lzma-3", "zstd", "xz", "last"]) {
        ways.push(format!("{start}-zip({name})"));
        start += entry.len();
    }
    let all = opened(&entries.concat());
    assert_eq!((all.with(VALUE), all.faults.clone()), (ways, vec![]));
    for layer in &all.layers[1..7] {
        assert_eq!(layer.bytes, NOTE.repeat(2).as_bytes(), "{:?}", layer.steps);
    }
}

#[test]
fn a_window_of_lzma_is_as_large_as_allowed_and_no_larger() {
    let fault = |window: u32| {
        let mut lzma = hex::decode(ZIP_LZMA).unwrap();
        lzma[5..9].copy_from_slice(&window.to_le_bytes());
        opened(&zip_entry("a", 14, 2, &lzma)).with(VALUE).is_empty()
    };
    assert!(!fault(64 << 20));
    assert!(fault((64 << 20) + 1));
}

#[test]
fn streams_of_other_packers_are_opened_and_damage_is_told() {
    for (name, packed) in packed_by_others() {
        let all = opened(&[&noise(3000), &packed[..], b" and after it"].concat());
        assert_eq!(all.with(VALUE).last(), Some(&format!("3000-{name}")));
        assert_eq!(all.faults, []);
        let all = opened(&[&packed[..packed.len() - 9], &gzip(b"another text, behind the damage")].concat());
        assert_eq!(all.faults.len(), 1, "{name}: {:?}", all.faults);
        assert_eq!(all.with("behind the damage").len(), 1, "{name}");
    }
}

#[test]
fn a_stream_that_is_cut_off_gives_what_can_be_decoded_and_is_told() {
    for (name, packed) in packed_by_others() {
        for cut in [packed.len() - 1, packed.len() / 2, packed.len() / 2 - 7] {
            let all = opened(&packed[..cut]);
            let faults: Vec<_> = all.faults.iter().map(|(_, fault)| fault).collect();
            assert_eq!(faults, [&Fault::Truncated], "{name} {cut}");
        }
    }
    let [_, (_, xz), (_, zstd)] = packed_by_others();
    // A part of its one chunk, without the last bytes of it, which the decoder does not touch.
    assert_eq!(opened(&xz[..108]).with(VALUE), ["0-xz"]);
    // A block whole, and the next one cut off.
    let block = |text: &str, last: u32| {
        let size = u32::try_from(text.len()).unwrap();
        [&(size << 3 | last).to_le_bytes()[..3], text.as_bytes()].concat()
    };
    let frame = [&b"\x28\xb5\x2f\xfd\x00\x58"[..], &block(NOTE, 0), &block(&long(900), 1)].concat();
    let all = opened(&frame);
    assert_eq!((all.layers[1].bytes.len(), all.faults.len()), (NOTE.len() + 900, 0));
    for cut in [frame.len() - 1, frame.len() - 902] {
        let all = opened(&frame[..cut]);
        assert_eq!(all.with(VALUE), ["", "0-zstd"]);
        assert_eq!(all.faults.iter().map(|(_, fault)| fault).collect::<Vec<_>>(), [&Fault::Truncated]);
    }
    // The checksum of a frame is the last thing in it.
    let mut damaged = zstd;
    *damaged.last_mut().unwrap() ^= 1;
    let all = opened(&damaged);
    assert!(matches!(&all.faults[..], [(_, Fault::Damaged { .. })]), "{:?}", all.faults);
}

#[test]
fn a_sign_without_a_header_behind_it_is_no_stream() {
    let [_, (_, xz), (_, zstd)] = packed_by_others();
    for (packed, sign) in [(xz, 6), (zstd, 4)] {
        // What lies behind a sign in a program, and the sign at the end.
        for rest in [&[0xff; 40][..], &[0; 40], b""] {
            assert_eq!(opened(&[b"signs: ", &packed[..sign], rest].concat()).faults, []);
        }
    }
}

#[test]
fn a_window_of_xz_and_zstd_is_as_large_as_allowed_and_a_larger_one_is_told() {
    let [_, (_, xz), (_, zstd)] = packed_by_others();
    // The header of the block: its size, flags, the filter, its properties, padding, and the checksum.
    let xz = |window: u8| {
        let mut bytes = xz.clone();
        bytes[16] = window;
        let sum = crc32(&bytes[12..20]);
        bytes[20..24].copy_from_slice(&sum.to_le_bytes());
        bytes
    };
    let zstd = |window: u8| [&zstd[..5], &[window], &zstd[6..]].concat();
    for (bytes, is_opened) in
        [(xz(28), true), (xz(29), false), (zstd(16 << 3), true), (zstd(16 << 3 | 1), false)]
    {
        let all = opened(&bytes);
        let ways = all.with(VALUE);
        assert_eq!(ways.iter().any(|way| way.starts_with("0-")), is_opened, "{:?}", all.faults);
        let faults: Vec<_> = all.faults.iter().map(|(_, fault)| fault).collect();
        let limit = Fault::TooLarge { limit: 64 << 20 };
        assert_eq!(faults, if is_opened { vec![] } else { vec![&limit] });
    }
}

/// The header of a file of its own: the properties, a window of 8 MiB, and no length.
const LZMA: &str = "5d00008000ffffffffffffffff";

#[test]
fn a_file_of_lzma_is_opened_and_what_is_behind_it_is_read() {
    let entry = hex::decode(ZIP_LZMA).unwrap();
    // An entry of an archive has a version and no length; the data, which marks its end, is the same.
    let file = [&hex::decode(LZMA).unwrap(), &entry[9..]].concat();
    let all = opened(&[&file[..], &gzip(b"another text, behind it")].concat());
    assert_eq!((all.with(VALUE), all.faults.clone()), (vec!["0-lzma".to_owned()], vec![]));
    assert_eq!(all.layers[1].bytes, NOTE.repeat(2).as_bytes());
    assert_eq!(all.with("behind it"), [format!("{}-gzip", file.len())]);
    let all = opened(&file[..80]);
    assert_eq!(all.faults.iter().map(|(_, fault)| fault).collect::<Vec<_>>(), [&Fault::Truncated]);
    // A window as no encoder has it, and one that is too large to be held.
    for (window, faults) in [(0x0080_0001_u32, 0), (1 << 30, 1)] {
        let mut other = file.clone();
        other[1..5].copy_from_slice(&window.to_le_bytes());
        let all = opened(&other);
        assert_eq!((all.with(VALUE).len(), all.faults.len()), (0, faults), "{:?}", all.faults);
    }
}

#[test]
fn a_container_that_is_not_opened_is_told_and_searched_as_it_is() {
    let method = |name: &str| Fault::Method { method: name.to_owned() };
    let luks = [&b"LUKS\xba\xbe\0\x02"[..], &noise(100)].concat();
    let bitlocker = [&b"\xeb\x58\x90-FVE-FS-\0\x02\x08"[..], &noise(100)].concat();
    for (name, bytes, fault) in [
        ("luks", luks.clone(), Fault::Encrypted),
        ("bitlocker", bitlocker.clone(), Fault::Encrypted),
        ("rar", b"Rar!\x1a\x07\0\xcf\x90\x73".to_vec(), method("rar")),
        ("rar", b"Rar!\x1a\x07\x01\0\x33\x92".to_vec(), method("rar")),
        ("lz4", b"\x04\x22\x4d\x18\x64\x40\xa7".to_vec(), method("lz4")),
        ("qcow2", b"QFI\xfb\0\0\0\x03".to_vec(), method("qcow2")),
        ("ex01", b"EVF2\r\n\x81\0\x02\x01".to_vec(), method("ex01")),
        ("l01", b"LVF\x09\r\n\xff\0\x01".to_vec(), method("l01")),
    ] {
        for pad in [0, 4096] {
            let all = opened(&[&vec![0; pad], &bytes[..], NOTE.as_bytes()].concat());
            assert_eq!(all.with(VALUE), [""], "{name}");
            let told: Vec<_> =
                all.faults.iter().map(|(steps, told)| (steps[0].name, steps[0].offset, told)).collect();
            assert_eq!(told, [(name, u64::try_from(pad).unwrap(), &fault)]);
        }
    }
    for (name, bytes) in
        [("vmdk", &b"KDMV\x01\0\0\0"[..]), ("vhdx", b"vhdxfile"), ("lz4", b"\x04\x22\x4d\x18\xff")]
    {
        assert_eq!(opened(bytes).faults.iter().map(|(_, told)| told).collect::<Vec<_>>(), [&method(name)]);
        // In the middle of something it is a name, or a number of a program.
        assert_eq!(opened(&[b"the sign ", bytes].concat()).faults, []);
    }
    // The signs alone are no containers.
    for bytes in [&luks[..6], &bitlocker[3..], b"Rar!\x1a\x07", b"QFI\xfb of qcow"] {
        assert_eq!(opened(&[b"the sign ", bytes].concat()).faults, []);
    }
}

#[test]
fn an_archive_of_7z_with_a_damaged_header_is_told() {
    let mut archive = hex::decode(SEVEN).unwrap();
    archive[12..32].fill(0xff);
    let all = opened(&archive);
    assert!(matches!(&all.faults[..], [(_, Fault::Damaged { .. })]), "{:?}", all.faults);
}

#[test]
fn entries_of_tar_are_opened_with_their_long_names_also_from_the_middle() {
    let mut builder = tar::Builder::new(Vec::new());
    let long = format!("{}/note.txt", "a".repeat(180));
    for name in ["note.txt", &long] {
        let mut header = tar::Header::new_gnu();
        header.set_size(u64::try_from(NOTE.len()).unwrap());
        builder.append_data(&mut header, name, NOTE.as_bytes()).unwrap();
    }
    let mut header = tar::Header::new_ustar();
    header.set_size(u64::try_from(NOTE.len()).unwrap());
    builder.append_pax_extensions([("path", "шифр.txt".as_bytes())]).unwrap();
    builder.append_data(&mut header, "short.txt", NOTE.as_bytes()).unwrap();
    let archive = builder.into_inner().unwrap();
    let all = opened(&archive);
    assert_eq!(
        all.with(VALUE),
        [
            String::new(),
            "0-tar(note.txt)".to_owned(),
            format!("1024-tar({long})"),
            "3072-tar(шифр.txt)".to_owned()
        ]
    );
    assert_eq!(all.layers[1].copied_from, Some(512));
    assert_eq!(opened(&archive[700..]).with(VALUE).len(), 3);
    let cut = opened(&archive[..512 + 60]);
    assert_eq!((cut.with(VALUE).len(), &cut.faults[0].1), (2, &Fault::Truncated));
}

#[test]
fn records_of_web_captures_are_opened_and_bodies_in_chunks() {
    let chunks =
        format!("1e\r\n{}\r\n{:x};x=y\r\n{}\r\n0\r\n\r\n", &NOTE[..30], NOTE.len() - 30, &NOTE[30..]);
    let answer = format!("HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n{chunks}");
    let record = |uri: &str, block: &str| {
        format!(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {uri}\r\nContent-Length: {}\r\n\r\n{block}\r\n\r\n",
            block.len()
        )
    };
    let cut = VALUE.split_at(20).0;
    let file = [record("http://a.example/", &answer), record("<http://b.example/>", NOTE)].concat();
    let all = opened(file.as_bytes());
    let ways = all.with(VALUE);
    assert_eq!(ways[0], "");
    assert!(ways.contains(&"0-warc(http://a.example/)-0-http".to_owned()), "{ways:?}");
    assert!(ways[2].ends_with("-warc(http://b.example/)"), "{ways:?}");
    assert!(all.with(cut).len() >= 3);
    // Chunks that are none are given as they are.
    let wrong = answer.replace("1e\r\n", "7\r\n");
    let all = opened(record("http://a.example/", &wrong).as_bytes());
    assert!(all.ways().iter().any(|way| way.ends_with("-http")));
    let arc = format!(
        "filedesc://a.arc 0.0.0.0 20140216050221 text/plain 9\n1 0 Test\n\nhttp://a.example/ 192.0.2.1 20140216050221 text/html {}\n{NOTE}\n\nhttp://b.example/ 192.0.2.1 20140216050221 text/html -1\n\nhttp://c.example/ 192.0.2.1 20140216050221 text/html 4\nabcd",
        NOTE.len()
    );
    let all = opened(arc.as_bytes());
    let names: Vec<_> = all.layers.iter().filter_map(|layer| layer.steps.last()?.file.as_deref()).collect();
    assert_eq!(names, ["filedesc://a.arc", "http://a.example/", "http://c.example/"]);
    assert_eq!(all.faults.len(), 1);
}

#[test]
fn parts_of_mail_are_decoded_by_what_their_headers_say() {
    let mail = format!(
        "From: a@example.org\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\
        Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{}=\r\n{}\r\n--x\r\n\
        Content-Disposition: attachment;\r\n filename=\"a.bin\"\r\ncontent-transfer-encoding: BASE64\r\n\r\n{}\r\n--x--\r\n",
        &NOTE[..30],
        &NOTE[30..],
        STANDARD.encode([&noise(40)[..], NOTE.as_bytes()].concat()),
    );
    let all = opened(mail.as_bytes());
    let ways = all.with(VALUE);
    assert_eq!(ways.len(), 2, "{ways:?}");
    assert!(ways[0].ends_with("-quoted-printable"));
    assert!(ways[1].ends_with("-base64(a.bin)"));
}

/// An archive of `note.txt`, packed by LZMA, as 7-Zip's description of the format has it.
const SEVEN: &str = "377abcaf271c000481e0c0aa54000000000000003d0000000000000082d382c20028184b22033e02945aa858380fc5d7\
    75137c4c76ec9330f5b1f826cce43ab3cf11ac7fed4782c37cff1de1eea0b2318974f8c1cb8d06876590540501362b34\
    f5140ba9a7153dcd080303019a8545ffe81c10000104060001095400070b01000123030101055d000001000c808e0a01\
    ea17d1d70008000005011113006e006f00740065002e0074007800740000000000";

#[test]
fn entries_of_7z_are_opened_and_what_cannot_be_held_is_told() {
    let archive = hex::decode(SEVEN).unwrap();
    let all = opened(&[&noise(100), &archive[..], b"after it"].concat());
    assert_eq!(all.with(VALUE), ["100-7z(note.txt)"], "{:?}", all.faults);
    assert_eq!(all.faults, []);
    let all = opened(&archive[..archive.len() - 3]);
    assert_eq!(all.faults.len(), 1);
    let held = archive.len() + (64 << 20);
    for (held_bytes, is_opened) in [(held, true), (held - 1, false)] {
        let limits = Limits { held_bytes, ..Limits::default() };
        let (all, _) = opened_within(&archive, &limits);
        assert_eq!(all.with(VALUE).len(), usize::from(is_opened));
        assert_eq!(all.faults.is_empty(), is_opened);
    }
}

#[test]
fn codes_in_pictures_are_read() {
    use image::{GrayImage, ImageFormat, Luma};
    let code = qrcodegen::QrCode::encode_text(VALUE, qrcodegen::QrCodeEcc::Medium).unwrap();
    let side = u32::try_from(code.size() + 8).unwrap() * 4;
    let picture = GrayImage::from_fn(side, side, |x, y| {
        let module = |at: u32| i32::try_from(at / 4).unwrap() - 4;
        Luma([if code.get_module(module(x), module(y)) { 20 } else { 240 }])
    });
    for format in [ImageFormat::Png, ImageFormat::Jpeg] {
        let mut file = std::io::Cursor::new(Vec::new());
        picture.write_to(&mut file, format).unwrap();
        let file = file.into_inner();
        let all = opened(&[&noise(500), &file[..], &file, b"PAD"].concat());
        assert_eq!(all.with(VALUE), ["500-qr".to_owned(), format!("{}-qr", 500 + file.len())], "{format:?}");
        assert_eq!(opened(&file[..file.len() - 20]).with(VALUE), Vec::<String>::new());
    }
}

/// A file whose page shows the note by codes that only the table of its font explains, with the font in a packed object.
fn pdf_of_codes(extra: &str) -> Vec<u8> {
    let codes: Vec<_> = NOTE.bytes().map(|byte| format!("{:04x}", u32::from(byte) + 7)).collect();
    let (first, second) = codes.split_at(30);
    let content = format!("BT /F1 12 Tf 72 700 Td [<{}> -20 <{}>] TJ ET", first.concat(), second.concat());
    let table = "1 begincodespacerange <0000> <ffff> endcodespacerange\n1 beginbfrange <0027> <0085> <0020> endbfrange";
    let objects = "5 0 6 30 << /Font << /F1 6 0 R >> >>    << /Type /Font /ToUnicode 7 0 R >>";
    let stream = |number: u32, words: &str, bytes: &[u8]| {
        let packed = zlib(bytes);
        let head =
            format!("{number} 0 obj << {words} /Filter /FlateDecode /Length {} >> stream\r\n", packed.len());
        [head.as_bytes(), &packed, b"\nendstream endobj\n"].concat()
    };
    [
        b"%PDF-1.7\n".to_vec(),
        stream(4, "", content.as_bytes()),
        stream(7, "", table.as_bytes()),
        stream(8, "/Type /ObjStm /N 2 /First 9", objects.as_bytes()),
        format!("trailer << {extra} >>\n%%EOF\nafter it").into_bytes(),
    ]
    .concat()
}

#[test]
fn the_text_of_pdf_is_put_together_by_the_tables_of_its_fonts() {
    let all = opened(&[noise(100), pdf_of_codes("")].concat());
    assert_eq!(all.with(VALUE), ["100-pdf-text"]);
    assert_eq!(all.faults, []);
    let all = opened(&pdf_of_codes("/Encrypt 9 0 R"));
    assert_eq!(all.faults[0].1, Fault::Encrypted);
    // Pieces in parentheses, without a table, and no end of the file.
    let (first, second) = VALUE.split_at(15);
    let all = opened(
        format!("%PDF-1.4\n4 0 obj <<>> stream\nBT (Pay \\(to\\) {first}) Tj ({second}) Tj ET\nendstream")
            .as_bytes(),
    );
    assert_eq!(all.with(&format!("Pay (to) {VALUE}")), ["0-pdf-text"]);
}

#[test]
fn streams_of_pdf_are_read_through_all_their_filters() {
    let hex = |bytes: &[u8]| hex::encode(bytes);
    let content = format!("BT (Pay to) Tj ( {VALUE}) Tj ET");
    let attached = zip_entry("note.txt", 8, 0, &deflate(b"what was attached, for all to read"));
    let runs = [&[byte_of(attached.len() - 1)][..], &attached, &[128]].concat();
    let file = format!(
        "%PDF-1.4\n4 0 obj << /Filter /ASCIIHexDecode >> stream\n{}>\nendstream endobj\n\
        5 0 obj << /Type /EmbeddedFile /Filter [/AHx /RL] >> stream\n{}>\nendstream endobj\n\
        6 0 obj << /Filter 9 0 R >> stream\n{}>\nendstream endobj\n%%EOF",
        hex(content.as_bytes()),
        hex(&runs),
        hex(b"unknown"),
    );
    let all = opened(file.as_bytes());
    assert!(all.with(&format!("Pay to {VALUE}")).contains(&"0-pdf-text".to_owned()), "{:?}", all.ways());
    let ways = all.with("what was attached");
    assert!(ways.iter().any(|way| way.ends_with("-pdf-stream-0-zip(note.txt)")), "{ways:?}");
    assert_eq!(all.faults, []);
}

fn byte_of(number: usize) -> u8 {
    u8::try_from(number).unwrap()
}
