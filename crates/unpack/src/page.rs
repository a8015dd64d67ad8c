//! What a captured page says of itself: the head of an answer of HTTP, and the title of HTML.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use crate::rewrite;
use crate::web::{blank_line, value};
use crate::zip::file_name;

/// Bytes at the beginning of a page in which its head, its character set and its title are looked for.
pub const HEAD_BYTES: usize = 64 * 1024;

/// Letters of a title that are kept.
pub const MAX_TITLE: usize = 300;

/// Bytes of HTML in which it names its character set (HTML Living Standard, 13.2.3.2).
const CHARSET_WITHIN: usize = 1024;

/// The head of an answer of HTTP (RFC 9112). Its texts are foreign, shortened and made valid UTF-8.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    /// The status: 200.
    pub status: u16,
    /// What the body is: `text/html`.
    pub media_type: Option<String>,
    /// The character set that it names.
    pub charset: Option<String>,
    /// Where the body begins.
    pub body: usize,
}

/// Reads the head of the answer of HTTP that these bytes begin with. A head that does not end in them is read as far as it
/// goes.
#[must_use]
pub fn http_head(bytes: &[u8]) -> Option<Head> {
    let bytes = &bytes[..bytes.len().min(HEAD_BYTES)];
    let line = bytes.strip_prefix(b"HTTP/")?;
    let line = &line[..memchr::memchr(b'\n', line).unwrap_or(line.len())];
    let status = line.split(|byte| *byte == b' ').nth(1)?.trim_ascii();
    let status =
        std::str::from_utf8(status).ok()?.parse().ok().filter(|status| (100..=999).contains(status))?;
    let (end, body) = blank_line(bytes).unwrap_or((bytes.len(), bytes.len()));
    let (media_type, charset) = value(&bytes[..end], "content-type").map(media_type).unwrap_or_default();
    Some(Head { status, media_type, charset, body })
}

/// The media type in the value of a header, and the character set that it names.
pub(crate) fn media_type(value: &[u8]) -> (Option<String>, Option<String>) {
    let mut parts = value.split(|byte| *byte == b';').map(<[u8]>::trim_ascii);
    let named = parts.next().filter(|named| !named.is_empty());
    let charset = parts.find_map(|part| {
        let (name, value) = part.split_at_checked(memchr::memchr(b'=', part)? + 1)?;
        let is_it = name[..name.len() - 1].trim_ascii().eq_ignore_ascii_case(b"charset");
        is_it.then(|| file_name(value.trim_ascii()).trim_matches(['"', '\'']).to_owned())
    });
    (named.map(|named| file_name(named).to_ascii_lowercase()), charset)
}

/// Whether bytes begin as a page of HTML does.
#[must_use]
pub fn is_html(bytes: &[u8]) -> bool {
    let bytes = &bytes[..bytes.len().min(CHARSET_WITHIN)];
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let begins = |with: &[u8]| bytes.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    let after_something = || (begins(b"<!--") || begins(b"<?xml")) && find(bytes, b"<html", 0).is_some();
    begins(b"<!doctype html") || begins(b"<html") || begins(b"<head") || after_something()
}

/// The title of a page of HTML, from its beginning, as people read it: in its character set (that of the head of HTTP before
/// the one that it names itself), without entities and without breaks, cut at [`MAX_TITLE`] letters.
#[must_use]
pub fn title(html: &[u8], charset: Option<&str>) -> Option<String> {
    let html = &html[..html.len().min(HEAD_BYTES)];
    let mut from = 0;
    let start = loop {
        let at = find(html, b"<title", from)? + b"<title".len();
        match html.get(at)? {
            b'>' => break at + 1,
            byte if byte.is_ascii_whitespace() => break at + memchr::memchr(b'>', &html[at..])? + 1,
            _ => from = at,
        }
    };
    let text = &html[start..find(html, b"</title", start)?];
    let named = charset.map(str::as_bytes).or_else(|| named_charset(html));
    let encoding = named.and_then(Encoding::for_label);
    // A page that names a wrong one, or none, is most often in UTF-8.
    let is_utf8 = std::str::from_utf8(text).is_ok();
    let encoding = if is_utf8 { UTF_8 } else { encoding.unwrap_or(WINDOWS_1252) };
    let (text, _) = encoding.decode_without_bom_handling(text);
    let text = rewrite::without_entities(&text);
    let words: Vec<_> = text.split(|c: char| c.is_whitespace() || c.is_control()).collect();
    let words = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    Some(words.chars().take(MAX_TITLE).collect()).filter(|title: &String| !title.is_empty())
}

/// The character set that a page of HTML names: `<meta charset=…>`, or in the content of another `meta`.
fn named_charset(html: &[u8]) -> Option<&[u8]> {
    let html = &html[..html.len().min(CHARSET_WITHIN)];
    let mut from = find(html, b"<meta", 0)?;
    loop {
        let at = find(html, b"charset", from)? + b"charset".len();
        let rest = html[at..].trim_ascii_start();
        if let Some(rest) = rest.strip_prefix(b"=") {
            let rest = rest.trim_ascii_start();
            let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
            let ends = |byte: &u8| byte.is_ascii_whitespace() || b"\"';/>".contains(byte);
            return Some(&rest[..rest.iter().position(ends).unwrap_or(rest.len())]);
        }
        from = at;
    }
}

/// Where a word that begins with `<` or a letter stands in bytes, whatever the case of its letters.
fn find(bytes: &[u8], word: &[u8], from: usize) -> Option<usize> {
    let (low, high) = (word[0].to_ascii_lowercase(), word[0].to_ascii_uppercase());
    let starts = memchr::memchr2_iter(low, high, bytes.get(from..)?).map(|at| from + at);
    starts
        .into_iter()
        .find(|at| bytes.get(*at..at + word.len()).is_some_and(|found| found.eq_ignore_ascii_case(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_an_answer_is_read_as_far_as_it_goes() {
        let answer =
            b"HTTP/1.1 404 Not Found\r\ncontent-type: Text/HTML; Charset=\"windows-1251\"\r\n\r\n<html>";
        let head = http_head(answer).unwrap();
        assert_eq!((head.status, head.body), (404, answer.len() - 6));
        assert_eq!(head.media_type.as_deref(), Some("text/html"));
        assert_eq!(head.charset.as_deref(), Some("windows-1251"));
        let cut = http_head(b"HTTP/1.0 200 OK\r\nContent-Type: text/plain").unwrap();
        assert_eq!((cut.status, cut.body, cut.media_type.as_deref()), (200, 41, Some("text/plain")));
        for odd in [&b"HTTP/1.1"[..], b"HTTP/1.1 20x OK", b"HTTP/1.1 99 no", b"GET / HTTP/1.1", b""] {
            assert_eq!(http_head(odd), None, "{odd:?}");
        }
    }

    #[test]
    fn a_title_is_read_in_its_character_set_and_as_people_read_it() {
        let said = |html: &[u8], charset| title(html, charset);
        let plain = b"<!DOCTYPE html><html><head><TITLE lang=en>\n Shop &amp;  sellers&#39; keys </Title>";
        assert_eq!(said(plain, None).unwrap(), "Shop & sellers' keys");
        let (russian, _, _) = encoding_rs::WINDOWS_1251.encode("<title>Магазин</title>");
        assert_eq!(said(&russian, Some("windows-1251")).unwrap(), "Магазин");
        let named =
            [&b"<meta http-equiv=x content='text/html; charset=windows-1251'>"[..], &russian].concat();
        assert_eq!(said(&named, None).unwrap(), "Магазин");
        // What is UTF-8 is read as that, whatever it is said to be.
        assert_eq!(said("<title>فروشگاه</title>".as_bytes(), Some("iso-8859-1")).unwrap(), "فروشگاه");
        for none in [&b"<title>"[..], b"<titles>x</titles>", b"<title> \n</title>", b"no page", b"<title"] {
            assert_eq!(said(none, None), None, "{none:?}");
        }
    }

    #[test]
    fn a_long_title_is_cut_and_one_beyond_the_head_is_not_looked_for() {
        let titled = |letters: usize| format!("<title>{}</title>", "x".repeat(letters));
        assert_eq!(title(titled(MAX_TITLE).as_bytes(), None).unwrap().len(), MAX_TITLE);
        assert_eq!(title(titled(MAX_TITLE + 1).as_bytes(), None).unwrap().len(), MAX_TITLE);
        let after = |bytes: usize| format!("{}{}", " ".repeat(bytes), titled(1));
        let last = HEAD_BYTES - titled(1).len();
        assert_eq!(title(after(last).as_bytes(), None).as_deref(), Some("x"));
        assert_eq!(title(after(last + 3).as_bytes(), None), None);
    }

    #[test]
    fn html_is_known_by_its_beginning() {
        for html in
            [&b"\xef\xbb\xbf <!DOCTYPE HTML>"[..], b"<html lang=fa>", b"<?xml version='1.0'?>\n<html>"]
        {
            assert!(is_html(html), "{html:?}");
        }
        for other in [&b"<svg>"[..], b"<?xml version='1.0'?><gpx>", b"", b"a page of <html>"] {
            assert!(!is_html(other), "{other:?}");
        }
    }
}
