//! What each decoder opens, and what it does with damage.

use ::base64::Engine as _;
use ::base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use comity_unpack::Fault;

use crate::kept::{deflate, gzip, noise, opened, utf16, zip_entry, zlib};

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
        b"PK\x07\x08............".to_vec(),
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
