//! What crosses between processes: a sandboxed child's replies, frames of the local socket, passphrases.

use comity_adapters::frame::{Decoder, FrameError, HEADER_BYTES, read_frame, write_frame};
use comity_adapters::passphrase::Passphrase;
use comity_adapters::sandbox::{Failure, Limits, Protection, Replies, Reply};
use comity_record::cbor;

use crate::Target;

/// The targets of this crate.
pub fn targets() -> Vec<Target> {
    vec![
        Target { name: "adapters-replies", seeds: reply_seeds, run: replies },
        Target { name: "adapters-frames", seeds: frame_seeds, run: frames },
        Target { name: "adapters-passphrase", seeds: passphrase_seeds, run: passphrase },
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
