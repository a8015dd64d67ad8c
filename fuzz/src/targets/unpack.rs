//! What lies inside bytes: a target for each decoder, from seeds of its own. All are tried through the one door, since each may
//! meet what another gives.

use std::io::{Cursor, Write as _};
use std::ops::ControlFlow;

use comity_unpack::page::{MAX_TITLE, http_head, is_html, title};
use comity_unpack::{Fault, Limits, Opened, Step, Visitor, walk};
use flate2::Compression;
use flate2::write::{GzEncoder, ZlibEncoder};

use crate::Target;

#[path = "../../../crates/unpack/tests/images.rs"]
mod file_systems;

/// What a target begins with.
type Seeds = fn() -> Vec<Vec<u8>>;

/// Every target of this crate: the same door, from the seeds of each decoder.
pub fn targets() -> Vec<Target> {
    let target = |(name, seeds)| Target { name, seeds, run };
    let targets: [(&'static str, Seeds); 29] = [
        ("unpack-gzip", || vec![gzip().repeat(2)]),
        ("unpack-zlib", || vec![zlib()]),
        ("unpack-bzip2", || vec![bytes(b"BZh91AY&SYabcdabcd")]),
        ("unpack-xz", || vec![bytes(b"\xfd7zXZ\0\0\x04\xe6\xd6\xb4\x46\x02\0")]),
        ("unpack-zstd", || vec![bytes(b"\x28\xb5\x2f\xfd\x04\x00\x19\x00\x00Pay\x00\x00\x00\x00")]),
        ("unpack-zip", || vec![archive()]),
        ("unpack-seven", || {
            vec![bytes(b"7z\xbc\xaf\x27\x1c\0\x04aaaa\x05\0\0\0\0\0\0\0\x05\0\0\0\0\0\0\0aaaabbbbbccccc")]
        }),
        ("unpack-tar", || vec![tar()]),
        ("unpack-mail", || vec![mail()]),
        ("unpack-http", || vec![http()]),
        ("unpack-warc", || vec![warc(), warc().repeat(2)]),
        ("unpack-arc", || vec![arc()]),
        ("unpack-ewf", || vec![ewf(), segments()]),
        ("unpack-png", || vec![png()]),
        ("unpack-jpeg", || vec![jpeg()]),
        ("unpack-pdf", || vec![pdf()]),
        ("unpack-base64", || {
            vec![bytes(b"UGF5IHRvIHRoZSB3YWxsZXQg\r\nYmVsb3csIG9yIGVsc2UuIFBh\r\neSBub3cu\r\n")]
        }),
        ("unpack-hex", dumps),
        ("unpack-utf16", || vec![wide(u16::to_le_bytes), wide(u16::to_be_bytes)]),
        ("unpack-rewritten", rewritten),
        ("unpack-markup", || vec![bytes(b"<w:t>mipcBb</w:t></w:r><w:r><w:t>Fg9g</w:t><w:p/>x"), entities()]),
        ("unpack-ext", ext),
        ("unpack-fat", fat),
        ("unpack-ntfs", ntfs),
        ("unpack-sqlite", sqlite),
        ("unpack-wal", wal),
        ("unpack-pst", || {
            vec![
                file_systems::pst(NOTE.as_bytes(), 0, |byte| byte),
                file_systems::pst(NOTE.as_bytes(), 2, |byte| byte),
            ]
        }),
        ("unpack-partitions", partitions),
        ("unpack-nested", || {
            let inner = [mail(), archive(), pdf(), png(), tar()].concat();
            vec![packed(&inner), [archive(), ewf(), warc(), inner].concat()]
        }),
    ];
    let mut all = targets.map(target).to_vec();
    all.push(Target { name: "unpack-acquired", seeds: || vec![ewf()], run: run_acquired });
    all.push(Target { name: "unpack-page", seeds: || vec![http(), titled()], run: run_page });
    all
}

/// The media of an image by itself is never longer than the image says.
fn run_acquired(bytes: &[u8]) {
    let mut given = 0;
    let read = comity_unpack::read_image(&mut Cursor::new(bytes), &mut |media| {
        given += media.len();
        if given > 1 << 24 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    if let Ok(Some(said)) = read.map(|acquired| acquired.media_bytes) {
        assert!(u64::try_from(given).is_ok_and(|given| given <= said));
    }
}

fn titled() -> Vec<u8> {
    bytes(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=koi8-r\r\n\r\n<!doctype html><meta charset=x><title>a&#x41;&amp;</title>",
    )
}

const NOTE: &str =
    "Pay to mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn now, or else. Pay to mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn.";

fn bytes(bytes: &[u8]) -> Vec<u8> {
    bytes.to_vec()
}

fn gzip() -> Vec<u8> {
    packed(NOTE.as_bytes())
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(bytes).and_then(|()| gzip.finish()).expect("memory can be written")
}

fn zlib() -> Vec<u8> {
    let mut zlib = ZlibEncoder::new(Vec::new(), Compression::default());
    zlib.write_all(NOTE.as_bytes()).and_then(|()| zlib.finish()).expect("memory can be written")
}

fn archive() -> Vec<u8> {
    let entry = |method: u8, flags: u8, data: &[u8]| {
        let size = u8::try_from(data.len()).expect("the note is short");
        let head = [
            b"PK\x03\x04\x14\0",
            &[flags, 0, method, 0][..],
            &[0; 8],
            &[size, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0],
        ];
        [&head.concat(), &b"a"[..], data].concat()
    };
    [entry(8, 0, &zlib()[2..]), entry(0, 0, NOTE.as_bytes()), entry(0, 8, b"open"), entry(8, 1, b"")].concat()
}

fn mail() -> Vec<u8> {
    b"From: a\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: x; filename=a\r\n\r\n\
        UGF5IHRvIHRoZSB3YWxsZXQg\r\nYmVsb3cu\r\n--x\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\na=3Db=\r\nc\r\n--x--"
        .to_vec()
}

fn http() -> Vec<u8> {
    bytes(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nPay t\r\n2;a\r\no!\r\n0\r\n\r\n")
}

fn warc() -> Vec<u8> {
    let http = http();
    let head = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Length: {}\r\n\r\n",
        http.len()
    );
    [head.as_bytes(), &http, b"\r\n\r\n"].concat()
}

fn arc() -> Vec<u8> {
    bytes(b"filedesc://a.arc 0.0.0.0 20140216050221 text/plain 3\nabc\nhttp://a.example/ 192.0.2.1 20140216050221 text/html -1\nx\n")
}

fn tar() -> Vec<u8> {
    let mut tar = vec![0; 1536];
    tar[..5].copy_from_slice(b"a.txt");
    tar[124..135].copy_from_slice(b"00000000003");
    tar[257..265].copy_from_slice(b"ustar\x0000");
    tar[148..156].fill(b' ');
    let sum: u32 = tar[..512].iter().map(|byte| u32::from(*byte)).sum();
    tar[148..155].copy_from_slice(format!("{sum:06o}\0").as_bytes());
    tar[512..515].copy_from_slice(b"Pay");
    tar
}

fn ewf() -> Vec<u8> {
    let zlib = zlib();
    let section = |kind: &[u8], next: u8| {
        let mut header = vec![0; 76];
        header[..kind.len()].copy_from_slice(kind);
        header[16] = next;
        header
    };
    let end = 13 + 76 + u8::try_from(zlib.len()).expect("the note is short");
    [&b"EVF\x09\x0d\x0a\xff\0\x01\x01\0\0\0"[..], &section(b"sectors", end), &zlib, &section(b"done", end)]
        .concat()
}

/// An image in two segments.
fn segments() -> Vec<u8> {
    let (mut first, mut second) = (ewf(), ewf());
    let last = first.len() - 76;
    first[last..last + 4].copy_from_slice(b"next");
    second[9] = 2;
    [first, second].concat()
}

fn png() -> Vec<u8> {
    bytes(b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x20\0\0\0\x20\x08\0\0\0\0xxxx\0\0\0\x02IDATabxxxx\0\0\0\0IENDxxxx")
}

fn jpeg() -> Vec<u8> {
    bytes(b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x0b\x08\0\x20\0\x20\x01\x01\x11\0\xff\xda\0\x08\x01\x01\0\0\x3f\0abc\xff\0\xff\xd9")
}

fn pdf() -> Vec<u8> {
    b"%PDF-1.4\n4 0 obj <<>> stream\nBT /F1 1 Tf (Pay \\(t) Tj [<00410042> -200 (o)] TJ ET\nendstream endobj\n\
        5 0 obj << /Font << /F1 6 0 R >> >> endobj 6 0 obj << /ToUnicode 7 0 R >> endobj\n\
        7 0 obj <<>> stream\n1 beginbfrange <0041> <0043> <0061> endbfrange 1 beginbfchar <01> <0061> endbfchar\nendstream\n\
        8 0 obj << /ObjStm /First 4 >> stream\n9 0 << /F1 6 0 R >>\nendstream %%EOF"
        .to_vec()
}

/// The note, so often that it takes several clusters.
fn long_note() -> Vec<u8> {
    NOTE.repeat(14).into_bytes()
}

fn ext() -> Vec<Vec<u8>> {
    vec![file_systems::ext(&long_note(), false), file_systems::ext(&long_note(), true)]
}

fn fat() -> Vec<Vec<u8>> {
    let mut exfat = vec![0; 16 * 512];
    exfat[3..11].copy_from_slice(b"EXFAT   ");
    for (at, number) in [(72, 16), (80, 1), (88, 2), (92, 14), (96, 2), (108, 9)] {
        exfat[at] = number;
    }
    exfat[520..524].fill(0xff);
    let set = [
        &[0x85, 2][..],
        &[0; 30],
        &[0xc0, 3, 0, 1],
        &[0; 16],
        &[4, 0, 0, 0, 9],
        &[0; 7],
        &[0xc1, 0, b'a'],
        &[0; 29],
    ];
    exfat[1024..1120].copy_from_slice(&set.concat());
    vec![file_systems::fat(&long_note()), exfat]
}

fn ntfs() -> Vec<Vec<u8>> {
    vec![file_systems::ntfs(&long_note())]
}

fn sqlite() -> Vec<Vec<u8>> {
    vec![file_systems::sqlite(&long_note()[..1200])]
}

fn wal() -> Vec<Vec<u8>> {
    let database = file_systems::sqlite(&long_note()[..1200]);
    vec![file_systems::sqlite_wal(&[(&database, &[1, 2]), (&database, &[2, 3, 4])])]
}

fn partitions() -> Vec<Vec<u8>> {
    let mut extended = file_systems::disk(&file_systems::fat(NOTE.as_bytes()));
    // The same partition again, in a chain of extended ones.
    extended[446 + 32 + 4] = 5;
    extended[446 + 32 + 8] = 1;
    extended[446 + 32 + 12] = 70;
    let mut record = extended[..512].to_vec();
    record[446..510].fill(0);
    record[446 + 4] = 1;
    record[446 + 8] = 7;
    record[446 + 12] = 64;
    extended[512..1024].copy_from_slice(&record);
    let mut gpt = file_systems::disk(&file_systems::ext(NOTE.as_bytes(), true));
    gpt[446 + 16 + 4] = 0xee;
    let header = [&b"EFI PART"[..], &[0; 64], &[2], &[0; 7], &[2, 0, 0, 0, 128, 0, 0, 0]].concat();
    gpt[512..512 + header.len()].copy_from_slice(&header);
    gpt[1024] = 1;
    gpt[1024 + 32] = 8;
    gpt[1024 + 40] = 71;
    vec![extended, gpt]
}

fn dumps() -> Vec<Vec<u8>> {
    let digits = NOTE.bytes().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
    let pairs = NOTE.bytes().map(|byte| format!("{byte:02x} ")).collect::<Vec<_>>().concat();
    vec![
        digits.into_bytes(),
        pairs.into_bytes(),
        bytes(b"00000000: 5061 7920 746f 206d 6970 6342 6246 6739  Pay to mipcBbFg9\n00000010: 674d 69\n"),
        bytes(b"00000000  50 61 79 20 74 6f 20 6d  69 70 63 42 62 46 67 39  |Pay to mipcBbFg9|"),
    ]
}

fn wide(write: fn(u16) -> [u8; 2]) -> Vec<u8> {
    NOTE.encode_utf16().flat_map(write).collect()
}

fn entities() -> Vec<u8> {
    NOTE.bytes().flat_map(|byte| format!("&#{byte};&nbsp;&#x{byte:x};").into_bytes()).collect()
}

/// Letters that are written by others, and words that are torn.
fn rewritten() -> Vec<Vec<u8>> {
    let lines = [
        "=3DPay =\r\nto=20mipcBb=\nFg9gMiCh81",
        r#"{"a":"\"\n\u0041\\n\ud83d\ude00\x41\/"}"#,
        "pay%3Amipc%20",
        "mipcBbFg9gMiCh81Kj\r\n> 8tqqdgoZub1ZJRfn",
    ];
    lines.map(|line| line.as_bytes().to_vec()).to_vec()
}

/// Counts what it is shown, and that it is shown in order.
#[derive(Default)]
struct Counting {
    open: Vec<u64>,
    input: Vec<u8>,
}

impl Visitor for Counting {
    fn enter(&mut self, layer: Opened<'_>) -> ControlFlow<()> {
        assert_eq!(layer.steps.len(), self.open.len());
        assert!(layer.rewritten.is_none_or(|places| places.is_sorted_by_key(|place| place.start)));
        self.open.push(0);
        ControlFlow::Continue(())
    }
    fn bytes(&mut self, depth: usize, bytes: &[u8]) -> ControlFlow<()> {
        self.open[depth] += 1;
        if depth == 0 {
            self.input.extend_from_slice(bytes);
        }
        ControlFlow::Continue(())
    }
    fn leave(&mut self) -> ControlFlow<()> {
        assert!(self.open.pop().is_some());
        ControlFlow::Continue(())
    }
    fn fault(&mut self, _: &[Step], _: &Fault) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

/// All bytes of the input are shown, layers close, and the budget holds.
fn run_page(bytes: &[u8]) {
    let head = http_head(bytes);
    let body = head.as_ref().map_or(bytes, |head| &bytes[head.body..]);
    let said = title(body, head.as_ref().and_then(|head| head.charset.as_deref()));
    assert!(said.is_none_or(|title| !title.is_empty() && title.chars().count() <= MAX_TITLE));
    assert!(!is_html(body) || body.contains(&b'<'));
}

fn run(bytes: &[u8]) {
    let limits =
        Limits { decoded_bytes: 4 << 20, parts: 2000, ratio_allowance: 1 << 20, ..Limits::default() };
    let mut counting = Counting::default();
    let walked = walk(&mut Cursor::new(bytes), &limits, &mut counting).expect("memory can be read");
    assert_eq!(counting.input, bytes);
    assert!(counting.open.is_empty());
    assert!(walked.decoded_bytes <= limits.decoded_bytes && walked.parts <= limits.parts);
}
