//! What somebody types.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt as _;

use crate::Target;

/// Every target of this crate.
pub fn targets() -> Vec<Target> {
    vec![Target { name: "comity-command-line", seeds: lines, run: line }]
}

fn lines() -> Vec<Vec<u8>> {
    [
        "comity\0case\0note\0--node\0office\0--as\0Amina\x000b0e7dc44de5d6a7559dc8a3fc15aa86\0words",
        "comity\0--json\0chain\0trace\0--blocks\0b\0--tags\0t\0--from\0a\0--at\0860\0--network\0regtest",
        "comity\0request\0record\0--node\0o\0--as\0A\x000b0e7dc44de5d6a7559dc8a3fc15aa86\0R-1\0accepted\0--day\x002026-11-23\0--tell",
        "comity\0node\0serve\0--node\0o\0--listen\x00127.0.0.1:0\0--door\0[::1]:9\0--log\0debug",
        "comity\0office\0found\0--node\0o\0--office\0N\0--authority\0A\0--country\0TJ\0--founder\0X=auditor",
    ]
    .map(|line| line.as_bytes().to_vec())
    .to_vec()
}

/// Words, divided by zeros, are understood or refused; what is understood is written out and understood again.
fn line(bytes: &[u8]) {
    let words: Vec<_> =
        bytes.split(|byte| *byte == 0).map(|word| OsString::from_vec(word.to_vec())).collect();
    assert_ne!(comity::understands(&words), Some(false), "{words:?}");
}
