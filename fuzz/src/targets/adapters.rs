//! What crosses between processes and between nodes: a sandboxed child's replies, frames of the local socket,
//! passphrases, certificates, addresses, refusals.

use comity_adapters::delivery::problem_code;
use comity_adapters::frame::{Decoder, FrameError, HEADER_BYTES, read_frame, write_frame};
use comity_adapters::name::Endpoint;
use comity_adapters::node_blocks::answer::{self, ChainInfo, MAX_SAID};
use comity_adapters::package_part::PackagePart;
use comity_adapters::passphrase::Passphrase;
use comity_adapters::s3::{Credentials, MAX_CREDENTIALS_BYTES, MAX_PREFIX, Settings, answer as s3};
use comity_adapters::sandbox::{Failure, Limits, Protection, Replies, Reply};
use comity_adapters::tls::{Identity, PageKey, key_of, make_page_certificate};
use comity_record::key::SecretKey;
use comity_record::sign::SigningKey;
use comity_record::{Blake3Digest, cbor};

use crate::Target;

/// The targets of this crate.
pub fn targets() -> Vec<Target> {
    vec![
        Target { name: "adapters-replies", seeds: reply_seeds, run: replies },
        Target { name: "adapters-frames", seeds: frame_seeds, run: frames },
        Target { name: "adapters-passphrase", seeds: passphrase_seeds, run: passphrase },
        Target { name: "adapters-certificate", seeds: certificate_seeds, run: certificate },
        Target { name: "adapters-endpoint", seeds: endpoint_seeds, run: endpoint },
        Target { name: "adapters-problem", seeds: problem_seeds, run: problem },
        Target { name: "adapters-package-part", seeds: part_seeds, run: part },
        Target { name: "adapters-node-answer", seeds: node_answer_seeds, run: node_answer },
        Target { name: "adapters-s3-answer", seeds: s3_answer_seeds, run: s3_answer },
        Target { name: "adapters-s3-settings", seeds: s3_settings_seeds, run: s3_settings },
    ]
}

/// The size that bodies are held to, small enough for mutation to reach it.
const MAX_BODY: usize = 1 << 10;

fn framed(messages: &[(u8, &[u8])]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (kind, body) in messages {
        write_frame(&mut bytes, *kind, body).expect("writing to memory does not fail");
    }
    bytes
}

/// A child that is done, and one that reports an error. The numbers are the kinds of its messages.
fn reply_seeds() -> Vec<Vec<u8>> {
    let protection = cbor::to_canonical(&Protection::default()).expect("a protection is plain CBOR");
    let args = vec![("path".to_owned(), "x".to_owned())];
    let failure = Failure { code: "scan-file-unreadable".to_owned(), args };
    let failure = cbor::to_canonical(&failure).expect("a failure is plain CBOR");
    vec![
        framed(&[(3, &protection), (4, b"a reply"), (4, b""), (5, b"")]),
        framed(&[(3, &protection), (4, b"a reply"), (6, &failure)]),
        framed(&[(6, &failure)]),
    ]
}

/// Whole and in pieces, the same messages come out or the same error; the counts are right and within the limits.
fn replies(bytes: &[u8]) {
    let limits = Limits {
        frame_bytes: MAX_BODY as u64,
        frames: 8,
        reply_bytes: 2 * MAX_BODY as u64,
        ..Limits::default()
    };
    let read = |piece: usize| {
        let mut replies = Replies::new(&limits);
        let mut all = Vec::new();
        for part in bytes.chunks(piece) {
            replies.push(part);
            loop {
                match replies.next_reply() {
                    Ok(Some(reply)) => all.push(reply),
                    Ok(None) => break,
                    Err(error) => return (all, Some(error)),
                }
            }
        }
        let bodies = all.iter().filter_map(|reply| match reply {
            Reply::Frame(body) => Some(body.len() as u64),
            _ => None,
        });
        assert_eq!(replies.bytes(), bodies.clone().sum::<u64>());
        assert_eq!(replies.frames(), bodies.count() as u64);
        assert!(replies.bytes() <= limits.reply_bytes && replies.frames() <= limits.frames);
        (all, None)
    };
    assert_eq!(read(usize::MAX), read(3));
}

fn frame_seeds() -> Vec<Vec<u8>> {
    vec![framed(&[(1, b"case list")]), framed(&[(2, b""), (2, b"part"), (3, &[7; MAX_BODY])])]
}

/// The two readers agree, and what was read is written as the same bytes.
fn frames(bytes: &[u8]) {
    let mut decoder = Decoder::new(MAX_BODY);
    decoder.push(bytes);
    let mut rest = bytes;
    let mut written = Vec::new();
    loop {
        let left = rest;
        let streamed = read_frame(&mut rest, MAX_BODY);
        match (streamed, decoder.next_frame()) {
            (Ok(Some(a)), Ok(Some(b))) => {
                assert_eq!(a, b);
                written.extend(framed(&[(a.kind, &a.body)]));
            }
            (Ok(None), Ok(None)) => break assert!(decoder.is_between_frames()),
            // The one waits for more where the other knows that there is no more.
            (Err(FrameError::Cut), Ok(None)) => break assert!(!left.is_empty()),
            (Err(FrameError::TooLarge { .. }), Err(FrameError::TooLarge { .. })) => {
                break assert!(left.len() >= HEADER_BYTES);
            }
            other => panic!("the two readers differ: {other:?}"),
        }
    }
    assert!(bytes.starts_with(&written));
}

fn s3_answer_seeds() -> Vec<Vec<u8>> {
    [
        "<?xml version='1.0'?><ListBucketResult xmlns='x'><IsTruncated>true</IsTruncated><Contents><Key>a&amp;b</Key>\
         <Size>1</Size></Contents><NextContinuationToken>t</NextContinuationToken></ListBucketResult>",
        "<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>",
        "<ListMultipartUploadsResult><IsTruncated>true</IsTruncated><NextKeyMarker>k</NextKeyMarker><Upload>\
         <Key>k</Key><UploadId>u</UploadId></Upload></ListMultipartUploadsResult>",
        "<CompleteMultipartUploadResult><ETag>&quot;e&quot;</ETag></CompleteMultipartUploadResult>",
        "<Error><Code>SlowDown</Code><Message><![CDATA[less]]>&#x41;</Message></Error>",
    ]
    .map(|text| text.as_bytes().to_vec())
    .to_vec()
}

/// An answer is of one kind at most, and what is read is within the limits.
fn s3_answer(bytes: &[u8]) {
    let (listing, uploads, error) = (s3::listing(bytes), s3::uploads(bytes), s3::error(bytes));
    let (upload, completed) = (s3::upload(bytes), s3::completed(bytes));
    let kinds = [listing.is_ok(), uploads.is_ok(), error.is_some(), upload.is_ok(), completed.is_ok()];
    assert!(kinds.into_iter().filter(|read| *read).count() <= 1);
    assert!(listing.map_or(0, |listing| listing.objects.len()) <= s3::PAGE);
    assert!(uploads.map_or(0, |uploads| uploads.uploads.len()) <= s3::PAGE);
    if let Some(said) = error {
        assert!(said.message.chars().count() <= s3::MAX_SAID && !said.message.chars().any(char::is_control));
    }
}

fn s3_settings_seeds() -> Vec<Vec<u8>> {
    [
        "endpoint = 'https://[2001:db8::1]:9000'\nbucket = 'evidence'\nprefix = 'a/b/'\ncredential = 's3'\n",
        "endpoint = 'http://s3.example.org'\nbucket = 'b-1'\ncredentials = '/x'\nallow_http = true\npath_style = false\n",
        "access\nsecret\n",
    ]
    .map(|text| text.as_bytes().to_vec())
    .to_vec()
}

/// What is read keeps the rules that requests are built on: no part of it has to be escaped.
fn s3_settings(bytes: &[u8]) {
    if let Some(settings) = std::str::from_utf8(bytes).ok().and_then(|text| Settings::read(text).ok()) {
        let plain =
            |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._/".contains(&byte));
        assert!(plain(&settings.bucket) && plain(&settings.prefix) && plain(&settings.region));
        assert!(settings.prefix.len() <= MAX_PREFIX && !settings.prefix.starts_with('/'));
    }
    if Credentials::from_bytes(bytes).is_some() {
        assert!(bytes.len() <= MAX_CREDENTIALS_BYTES);
    }
}

fn passphrase_seeds() -> Vec<Vec<u8>> {
    ["correct horse battery staple\n", "\u{439}\u{438}\u{306}\u{1680}\u{622}\r\n", "\u{1d160}"]
        .map(|text| text.as_bytes().to_vec())
        .to_vec()
}

/// What is taken is text of a bounded length, and the same when it is taken again.
fn passphrase(bytes: &[u8]) {
    let _ = Passphrase::from_reader(&mut &*bytes);
    if let Ok(once) = Passphrase::from_bytes(bytes) {
        assert!(once.expose().len() <= 3 * bytes.len());
        assert!(std::str::from_utf8(once.expose()).is_ok());
        if let Ok(twice) = Passphrase::from_bytes(once.expose()) {
            assert_eq!(once.expose(), twice.expose());
        }
    }
}

fn certificate_seeds() -> Vec<Vec<u8>> {
    let node = Identity::of(&SigningKey::from_seed(&[1; 32]));
    let pages = PageKey::derive(&SecretKey::from_bytes([1; 32]));
    let names = ["node.example.org", "192.0.2.7"].map(|name| name.parse().expect("a literal name"));
    vec![node.certificate().to_vec(), make_page_certificate(&pages, &names)]
}

/// A key that is found stands in the certificate, as RFC 8410 spells it.
fn certificate(bytes: &[u8]) {
    if let Ok(key) = key_of(bytes) {
        let spelt = [b"\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00", &key.as_bytes()[..]].concat();
        assert!(bytes.windows(spelt.len()).any(|window| window == spelt));
    }
}

fn endpoint_seeds() -> Vec<Vec<u8>> {
    let texts =
        ["https://Node.example.org:8471/", "192.0.2.7:1", "[2001:db8::1%1]:65535", "xn--e1aybc.example:80"];
    texts.map(|text| text.as_bytes().to_vec()).to_vec()
}

/// What was read is written so that it is read as the same again, in ASCII that fits a header.
fn endpoint(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok(endpoint) = text.parse::<Endpoint>() {
        let written = endpoint.to_string();
        assert!(written.bytes().all(|b| b.is_ascii_graphic()));
        assert_eq!(written.parse(), Ok(endpoint));
    }
}

fn problem_seeds() -> Vec<Vec<u8>> {
    vec![
        br#"{"type":"urn:comity:node-door-busy","status":503,"code":"node-door-busy"}"#.to_vec(),
        br#"{"code":"\u0061","code":7}"#.to_vec(),
    ]
}

fn problem(bytes: &[u8]) {
    if let Some(code) = problem_code(bytes) {
        assert!(!code.is_empty() && code.len() <= 64);
        assert!(code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
    }
}

/// Answers of a Bitcoin node: about its chain, to one question and to two, headers, an error.
fn node_answer_seeds() -> Vec<Vec<u8>> {
    let zeros = "00".repeat(80);
    vec![
        br#"{"chain":"regtest","blocks":860,"pruned":false}"#.to_vec(),
        br#"{"result":"00ff","error":null,"id":0}"#.to_vec(),
        format!(r#"[{{"result":"{zeros}","error":null,"id":0}},{{"result":"{zeros}","error":null,"id":1}}]"#)
            .into_bytes(),
        br#"{"result":null,"error":{"code":-8,"message":"Block height out of range"},"id":0}"#.to_vec(),
        vec![0; 160],
    ]
}

/// What is read says no more than the bytes do: headers are as long as their bytes, and each question has one answer.
fn node_answer(bytes: &[u8]) {
    let _ = ChainInfo::parse(bytes).map(|info| info.network());
    if let Ok(Ok(digits)) = answer::reply::<String>(bytes) {
        assert!(digits.len() <= bytes.len());
        if let Ok(block) = answer::block(&digits) {
            assert_eq!(2 * block.len(), digits.len());
        }
    }
    if let Ok(Ok(two)) = answer::replies::<String>(bytes, 2) {
        assert_eq!(two.len(), 2);
        for digits in &two {
            assert!(answer::header(digits).is_err() || digits.len() == 160);
        }
    }
    if let Ok(headers) = answer::headers(bytes) {
        let length: usize = headers.iter().map(|header| header.as_bytes().len()).sum();
        assert_eq!(length, bytes.len());
    }
    assert!(answer::hash(bytes).is_err() || bytes.len() == 32);
    assert!(answer::said(bytes).chars().count() <= MAX_SAID);
}

fn part_seeds() -> Vec<Vec<u8>> {
    let root = Blake3Digest::from_bytes([0xab; 32]);
    [PackagePart::Leaves(root), PackagePart::Leaf(root, 17)].map(|part| part.path().into_bytes()).to_vec()
}

/// What is read has one spelling.
fn part(bytes: &[u8]) {
    let Ok(path) = std::str::from_utf8(bytes) else { return };
    if let Some(part) = PackagePart::of_path(path) {
        assert_eq!(part.path(), path);
    }
}
