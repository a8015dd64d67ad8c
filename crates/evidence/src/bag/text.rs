//! The texts of a bag: declaration, information, manifests. Reading never panics and allocates by what is there.

use std::collections::BTreeMap;

/// What a bag declares of itself (RFC 8493, section 2.1.1) when we write it.
pub const DECLARATION_TEXT: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// The most that is read of a manifest, in bytes: two million entries of a usual length.
pub const MAX_MANIFEST_BYTES: u64 = 512 << 20;

/// The most that is read of `bag-info.txt` and `bagit.txt`, in bytes. Nobody types more.
pub const MAX_INFO_BYTES: u64 = 1 << 20;

/// How the names of tag manifests begin.
pub const TAG_MANIFESTS: &str = "tagmanifest-";

/// Whether a file is a manifest by its name: at the top, and of the form `<beginning><algorithm>.txt`. What only begins so is
/// a file like any other.
pub fn is_manifest(path: &str, beginning: &str) -> bool {
    let algorithm = path.strip_prefix(beginning).and_then(|rest| rest.strip_suffix(".txt"));
    algorithm.is_some_and(|name| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
    })
}

/// One line of a manifest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The digest, in lower case.
    pub digest: String,
    /// The path, decoded.
    pub path: String,
    /// The path as it is written, where that is another one.
    pub literal: Option<String>,
}

/// A line that is none: its number, counted from 1, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {number}: {why}")]
pub struct LineError {
    /// The number of the line, counted from 1.
    pub number: usize,
    /// What is wrong with it.
    pub why: &'static str,
}

/// A path as it is written in a manifest: LF, CR and `%` are escaped, and only those (RFC 8493, section 2.1.3).
pub fn escape(path: &str) -> String {
    let mut escaped = String::with_capacity(path.len());
    for c in path.chars() {
        match c {
            '\n' => escaped.push_str("%0A"),
            '\r' => escaped.push_str("%0D"),
            '%' => escaped.push_str("%25"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// The inverse of [`escape`]. A `%` that begins none of the three escapes stands for itself: bags of older writers
/// hold such names.
pub fn unescape(path: &str) -> String {
    let mut plain = String::with_capacity(path.len());
    let mut rest = path;
    while let Some(at) = rest.find('%') {
        plain.push_str(&rest[..at]);
        let (decoded, used) = match rest.as_bytes().get(at + 1..at + 3) {
            Some(b"0A" | b"0a") => ('\n', 3),
            Some(b"0D" | b"0d") => ('\r', 3),
            Some(b"25") => ('%', 3),
            _ => ('%', 1),
        };
        plain.push(decoded);
        rest = &rest[at + used..];
    }
    plain.push_str(rest);
    plain
}

/// The text of a manifest: one line a file, sorted by the bytes of the path.
pub fn manifest<'a>(entries: impl IntoIterator<Item = (&'a str, String)>) -> String {
    let sorted: BTreeMap<_, _> = entries.into_iter().collect();
    let mut text = String::new();
    for (path, digest) in sorted {
        text.push_str(&digest);
        text.push_str("  ");
        text.push_str(&escape(path));
        text.push('\n');
    }
    text
}

/// Reads a manifest whose digests have `digest_bytes` bytes.
///
/// # Errors
/// Gives the lines that are none; the others are read all the same.
pub fn read_manifest(text: &str, digest_bytes: usize) -> (Vec<Line>, Vec<LineError>) {
    let mut lines = Vec::new();
    let mut errors = Vec::new();
    for (index, line) in split(text).enumerate() {
        if line.is_empty() {
            continue;
        }
        match read_line(line, digest_bytes) {
            Ok(line) => lines.push(line),
            Err(why) => errors.push(LineError { number: index + 1, why }),
        }
    }
    (lines, errors)
}

/// Why a path in a manifest is refused, if it is. What it refuses would let a bag speak of files outside itself, or
/// of one file under two names.
pub fn refuse_path(path: &str) -> Option<&'static str> {
    let bytes = path.as_bytes();
    if path.is_empty() {
        return Some("it is empty");
    }
    if path.len() > super::MAX_PATH_BYTES {
        return Some("it is too long");
    }
    if path.contains('\0') {
        return Some("it holds a NUL");
    }
    // A checker on Windows takes `\` for `/` and `C:` for a disk; `~` is a home folder to a shell (RFC 8493, 5.1).
    if bytes[0] == b'/' || bytes[0] == b'\\' || bytes[0] == b'~' {
        return Some("it is absolute");
    }
    if bytes.len() >= 2 && bytes[0].is_ascii_alphabetic() && bytes[1] == b':' {
        return Some("it is absolute");
    }
    if path.split(['/', '\\']).any(|part| part == "..") {
        return Some("it leaves the bag");
    }
    if path.split('/').any(|part| part.is_empty() || part == ".") {
        return Some("it has an empty part or a dot");
    }
    None
}

/// Version and encoding of a declaration, if it is one.
pub fn read_declaration(text: &str) -> Option<((u32, u32), String)> {
    let mut lines = split(text);
    let version = lines.next()?.strip_prefix("BagIt-Version: ")?;
    let encoding = lines.next()?.strip_prefix("Tag-File-Character-Encoding: ")?;
    if lines.any(|line| !line.is_empty()) {
        return None;
    }
    let (major, minor) = version.split_once('.')?;
    let number = |text: &str| {
        (text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
    };
    Some(((number(major)?, number(minor)?), encoding.to_owned()))
}

/// The labels and values of `bag-info.txt`, in their order; folded values are unfolded. `None`: a line is neither.
pub fn read_info(text: &str) -> Option<Vec<(String, String)>> {
    let mut info: Vec<(String, String)> = Vec::new();
    for line in split(text) {
        if line.is_empty() {
            continue;
        }
        if line.starts_with([' ', '\t']) {
            let (_, value) = info.last_mut()?;
            value.push(' ');
            value.push_str(line.trim());
        } else {
            let (label, value) = line.split_once(':')?;
            info.push((label.trim().to_owned(), value.trim().to_owned()));
        }
    }
    Some(info)
}

/// Bytes and files of a payload (`Payload-Oxum`).
pub fn read_oxum(value: &str) -> Option<(u64, u64)> {
    let (bytes, files) = value.split_once('.')?;
    let number = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok()).flatten();
    Some((number(bytes)?, number(files)?))
}

fn read_line(line: &str, digest_bytes: usize) -> Result<Line, &'static str> {
    let (digest, rest) = line.split_once([' ', '\t']).ok_or("it has no path")?;
    if digest.len() != 2 * digest_bytes || !digest.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Err("it does not begin with a digest");
    }
    let path = rest.trim_start_matches([' ', '\t']);
    // `sha256sum --binary` marks the path with a star, `find` begins it with a dot.
    let path = path.strip_prefix('*').unwrap_or(path);
    let path = path.strip_prefix("./").unwrap_or(path);
    if path.is_empty() {
        return Err("it has no path");
    }
    let plain = unescape(path);
    let literal = (plain != path).then(|| path.to_owned());
    Ok(Line { digest: digest.to_ascii_lowercase(), path: plain, literal })
}

/// Lines end with LF, CR or both (RFC 8493, section 2.1.3).
fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_manifest_of_the_example_in_rfc_8493_section_4_is_read() {
        // The digests are MD5 there; the bytes of the two files are not printed.
        let text = "49afbd86a1ca9f34b677a3f09655eae9 data/27613-h/images/q172.png\n\
                    408ad21d50cef31da4df6d9ed81b01a7 data/27613-h/images/q172.txt\n";
        let (lines, errors) = read_manifest(text, 16);
        assert!(errors.is_empty());
        let found: Vec<_> = lines.iter().map(|l| (l.digest.as_str(), l.path.as_str())).collect();
        assert_eq!(
            found,
            [
                ("49afbd86a1ca9f34b677a3f09655eae9", "data/27613-h/images/q172.png"),
                ("408ad21d50cef31da4df6d9ed81b01a7", "data/27613-h/images/q172.txt")
            ]
        );
    }

    #[test]
    fn line_ends_stars_tabs_and_upper_case_are_taken() {
        let a = "a".repeat(64);
        let text = format!("{a}  data/1\r\n{}\t*data/2\r{a} \t ./data/a b \n\n", a.to_uppercase());
        let (lines, errors) = read_manifest(&text, 32);
        assert_eq!(errors, []);
        let paths: Vec<_> = lines.iter().map(|l| l.path.as_str()).collect();
        assert_eq!(paths, ["data/1", "data/2", "data/a b "]);
        assert!(lines.iter().all(|l| l.digest == a));
    }

    #[test]
    fn lines_that_are_none_are_named() {
        let (lines, errors) = read_manifest(&format!("{}  data/1\nx data/2\n{0}\n", "a".repeat(64)), 32);
        assert_eq!(lines.len(), 1);
        assert_eq!(errors.iter().map(|e| e.number).collect::<Vec<_>>(), [2, 3]);
        assert!(read_manifest(&"é".repeat(40), 32).0.is_empty());
    }

    #[test]
    fn only_line_ends_and_percent_signs_are_escaped() {
        assert_eq!(escape("a\nb\rc%d e\\"), "a%0Ab%0Dc%25d e\\");
        assert_eq!(unescape("a%0ab%0Dc%25d%20%"), "a\nb\rc%d%20%");
        assert_eq!(unescape("%250A"), "%0A");
    }

    #[test]
    fn paths_out_of_the_bag_are_refused() {
        for bad in [
            "",
            "/etc/passwd",
            "../x",
            "data/../../x",
            "data/..",
            "data//x",
            "data/./x",
            "~/x",
            "C:/x",
            "c:x",
            "\\\\server\\x",
            "data\\..\\..\\x",
            "data/x\0",
            "data/",
        ] {
            assert!(refuse_path(bad).is_some(), "took {bad:?}");
        }
        for good in ["data/x", "data/...", "data/a\\b", "data/~x", "data/ x", "bag-info.txt", "data/a:b"] {
            assert_eq!(refuse_path(good), None, "{good:?}");
        }
        assert_eq!(refuse_path(&"x".repeat(super::super::MAX_PATH_BYTES)), None);
        assert!(refuse_path(&"x".repeat(super::super::MAX_PATH_BYTES + 1)).is_some());
    }

    #[test]
    fn declarations_are_read_strictly() {
        assert_eq!(read_declaration(DECLARATION_TEXT), Some(((1, 0), "UTF-8".to_owned())));
        for bad in [
            "",
            "BagIt-Version: 1.0\n",
            "BagIt-Version: 1\nTag-File-Character-Encoding: UTF-8\n",
            "\u{feff}BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
            "BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n",
            "BagIt-Version: 1.99999\nTag-File-Character-Encoding: UTF-8\n",
            "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nmore\n",
        ] {
            assert_eq!(read_declaration(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn information_is_unfolded() {
        let info =
            read_info("Source-Organization: One\n  and two\nPayload-Oxum: 279164409832.1198\n").unwrap();
        assert_eq!(info[0], ("Source-Organization".to_owned(), "One and two".to_owned()));
        assert_eq!(read_oxum(&info[1].1), Some((279_164_409_832, 1198)));
        assert_eq!(read_info(" begins folded"), None);
        assert_eq!(read_info("no label"), None);
        for bad in ["", "1", "1.", "-1.2", "1.2.3", "99999999999999999999.1", "+1.2"] {
            assert_eq!(read_oxum(bad).filter(|_| bad != "1."), None, "{bad:?}");
        }
    }

    proptest! {
        #[test]
        fn escaping_comes_back(path in "\\PC{0,20}|[%0AD25\n\r]{0,12}") {
            prop_assert_eq!(unescape(&escape(&path)), path.clone());
            prop_assert!(!escape(&path).contains(['\n', '\r']));
        }

        #[test]
        fn manifests_come_back(paths in proptest::collection::btree_set("data/[a-z%\n\r é]{1,8}x", 0..6)) {
            let text = manifest(paths.iter().map(|p| (p.as_str(), "0".repeat(64))));
            let (lines, errors) = read_manifest(&text, 32);
            prop_assert_eq!(errors, []);
            prop_assert_eq!(lines.into_iter().map(|l| l.path).collect::<Vec<_>>(), paths.into_iter().collect::<Vec<_>>());
        }

        #[test]
        fn nothing_panics(text in "\\PC*|[a-f0-9 \t\r\n%*./:]*") {
            let _ = (read_manifest(&text, 32), read_declaration(&text), read_info(&text), read_oxum(&text), refuse_path(&text));
        }
    }
}
