//! Web addresses, domains and onion services.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::{Found, before, behind_escape, count, count_before, from, is_in_text, last, messenger, text};
use crate::hit::Kind;
use crate::syntax::internet;

/// The schemes of addresses that are looked for, and those by which people keep one from being opened by mistake.
const SCHEMES: [&str; 14] = [
    "http", "https", "ftp", "ftps", "sftp", "ssh", "ws", "wss", "smb", "rdp", "irc", "ircs", "hxxp", "hxxps",
];

/// The longest scheme, with what may stand before it as an escape.
const SCHEME_MAX: usize = 5 + 5;

/// Letters and digits of the name of an onion service of version 3.
const ONION: usize = 56;

/// The web address around `://`.
pub(super) fn around(bytes: &[u8], colon: usize) -> Option<Found> {
    if !bytes[colon..].starts_with(b"://") {
        return None;
    }
    let letters = count_before(before(bytes, colon), |byte| byte.is_ascii_alphanumeric());
    if letters == 0 || letters > SCHEME_MAX {
        return None;
    }
    let start = behind_escape(bytes, &(colon - letters..colon));
    let scheme = text(bytes, &(start..colon))?;
    if !SCHEMES.iter().any(|known| known.eq_ignore_ascii_case(scheme)) {
        return None;
    }
    let body = colon + 3;
    let authority = authority_length(from(bytes, body));
    let mut end = body + authority;
    if bytes.get(end).is_some_and(|byte| b"/?#".contains(byte)) {
        end += path_length(from(bytes, end));
    }
    end -= trailing(&bytes[body..end]);
    let place = start..end;
    let address = text(bytes, &place)?;
    let is_broken = scheme.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("hxxp"));
    let is_escaped = memchr::memmem::find(address.as_bytes(), b"&amp;").is_some();
    let sound = if is_broken || is_escaped {
        let head = if is_broken { "http" } else { &address[..4] };
        internet::url(&format!("{head}{}", &address[4..]).replace("&amp;", "&")).ok()?
    } else {
        internet::url(address).ok()?
    };
    let host = host(&sound.canonical);
    let is_name = !host.starts_with('[') && !host.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let top = host.trim_end_matches('.').rsplit('.').next().unwrap_or_default();
    if is_name && top != "onion" && !is_top_level(top) {
        return None;
    }
    Some(Found::plain(Kind::Url, sound.class, place, sound.canonical))
}

/// The host of an address in its canonical spelling (WHATWG URL), without the port.
fn host(canonical: &str) -> &str {
    let rest = canonical.split_once("://").map_or("", |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    if host.starts_with('[') { host } else { host.split(':').next().unwrap_or_default() }
}

/// How many bytes the path has, and what is asked of it. A comma and a semicolon are far more often the end of a field than a
/// part of an address; but HTML writes `&` as `&amp;`.
fn path_length(bytes: &[u8]) -> usize {
    let mut length = 0;
    loop {
        length += count(&bytes[length..], |byte| IN_PATH[usize::from(byte)]);
        if !bytes[length..].starts_with(b";") || !bytes[..length].ends_with(b"&amp") {
            break;
        }
        length += 1;
    }
    // Signs that HTML writes by their names end an address as they do themselves.
    let named = [&b"&quot"[..], b"&gt", b"&lt", b"&#"];
    memchr::memchr_iter(b'&', &bytes[..length])
        .find(|at| named.iter().any(|name| bytes[*at..length].starts_with(name)))
        .unwrap_or(length)
}

static IN_PATH: [bool; 256] = graphic_but(b"\"'<>`{}|\\^[],;");

/// How many bytes the host has, and what stands before and after it: a name and password, a port.
fn authority_length(bytes: &[u8]) -> usize {
    if bytes.first() == Some(&b'[') {
        let inside = count(&bytes[1..], |byte| byte.is_ascii_hexdigit() || b":.".contains(&byte));
        let port = bytes
            .get(inside + 2..)
            .map_or(0, |rest| count(rest, |byte| byte.is_ascii_digit() || byte == b':'));
        return inside + 2 + port;
    }
    let foreign = bytes.first().is_some_and(|byte| !byte.is_ascii());
    let ascii = count(bytes, |byte| IN_AUTHORITY[usize::from(byte)]);
    if foreign { foreign_host(bytes) } else { ascii }
}

static IN_AUTHORITY: [bool; 256] = graphic_but(b"\"'<>`{}|\\^[],;#/?()");

/// The visible signs of ASCII but for these.
const fn graphic_but(signs: &[u8]) -> [bool; 256] {
    let mut set = [false; 256];
    let mut byte = b'!';
    while byte <= b'~' {
        set[byte as usize] = true;
        byte += 1;
    }
    let mut at = 0;
    while at < signs.len() {
        set[signs[at] as usize] = false;
        at += 1;
    }
    set
}

/// How many bytes at the end are rather of the text than of the address.
fn trailing(address: &[u8]) -> usize {
    let mut end = address.len();
    while let Some(last) = address[..end].last() {
        let opens = |sign: u8| memchr::memchr_iter(sign, &address[..end]).count();
        match last {
            b'.' | b',' | b';' | b':' | b'!' | b'?' | b'*' | b'_' | b'~' | b'&' | b'=' if end > 1 => end -= 1,
            b')' if opens(b')') > opens(b'(') => end -= 1,
            b'(' => end -= 1,
            _ => break,
        }
    }
    address.len() - end
}

/// How many bytes from the beginning are the host of a mailbox.
pub(super) fn host_length(bytes: &[u8]) -> Option<usize> {
    if bytes.first().is_some_and(|byte| !byte.is_ascii()) {
        return Some(foreign_host(bytes));
    }
    let mut length = count(bytes, |byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte));
    if length == bytes.len() && length == super::NEAR {
        return None;
    }
    length -= count_before(&bytes[..length], |byte| b".-".contains(&byte));
    loop {
        let host = std::str::from_utf8(&bytes[..length]).ok()?;
        let (rest, top) = host.rsplit_once('.')?;
        if is_top_level(top) || top == "onion" {
            return Some(length);
        }
        // The next sentence, without a space.
        if !top.starts_with(|c: char| c.is_ascii_uppercase()) {
            return None;
        }
        length = rest.len();
    }
}

/// How many bytes from the beginning are a host in letters of any script.
fn foreign_host(bytes: &[u8]) -> usize {
    let chunk = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    let is_part = |c: &char| {
        c.is_alphanumeric() || matches!(c, '.' | '-') || unicode_normalization::char::is_combining_mark(*c)
    };
    let host: String = chunk.chars().take_while(is_part).collect();
    host.trim_end_matches(['.', '-']).len()
}

/// The onion service of whose name a full stop is the end.
fn onion(bytes: &[u8], stop: usize) -> Option<Found> {
    let end = stop + 6;
    if !bytes.get(stop..end)?.eq_ignore_ascii_case(b".onion")
        || bytes.get(end).is_some_and(u8::is_ascii_alphanumeric)
    {
        return None;
    }
    let start = stop.checked_sub(ONION)?;
    let run = count_before(before(bytes, stop), |byte| byte.is_ascii_alphanumeric());
    let begins = run == ONION || behind_escape(bytes, &(stop - run..stop)) == start;
    let place = start..end;
    let name = text(bytes, &place)?.to_ascii_lowercase();
    let sound = internet::domain(&name).ok().filter(|_| begins)?;
    Some(Found::plain(Kind::OnionService, sound.class, place, sound.canonical))
}

/// The ends of bare names that are taken for domains. Of all others in use many are the suffix of a file, a word or the name
/// of a function as well: `main.rs`, `readme.md`, `file.zip`, `custody.at`.
#[rustfmt::skip]
const BARE: [&str; 72] = [
    "com", "org", "net", "info", "biz", "edu", "gov", "mil", "int", "onion", "ru", "su", "ua", "kz", "kg", "tj",
    "uz", "tm", "af", "ir", "pk", "tr", "cn", "hk", "tw", "jp", "kr", "vn", "th", "sg", "ae", "sa", "il", "eg",
    "ng", "za", "uk", "de", "fr", "nl", "ch", "cz", "sk", "hu", "ro", "bg", "gr", "se", "fi", "dk", "es", "pt",
    "eu", "lt", "lv", "ee", "ge", "az", "br", "mx", "ar", "au", "nz", "ca", "xyz", "top", "online", "site",
    "shop", "club", "xn--p1ai", "xn--mgba3a4f16a",
];

/// Calls `add` for what a full stop is a part of that stands between a letter or digit and a letter: an onion service, a name at a
/// messenger, a domain. Nearly all such stops are of something else, and the name behind them says so.
pub(super) fn names(bytes: &[u8], stop: usize, mut add: impl FnMut(Found)) {
    let rest = from(bytes, stop + 1);
    let name = &rest[..count(rest, |byte| byte.is_ascii_alphanumeric() || byte == b'-')];
    if last(bytes, stop).is_some_and(|byte| byte.eq_ignore_ascii_case(&b'w')) {
        www(bytes, stop).into_iter().for_each(&mut add);
    }
    match end_of(name) {
        Some(End::Bare) => {
            messenger::around(bytes, stop).into_iter().for_each(&mut add);
            onion(bytes, stop).into_iter().for_each(&mut add);
            domain(bytes, stop, name.len()).into_iter().for_each(&mut add);
        }
        Some(End::Messenger) => messenger::around(bytes, stop).into_iter().for_each(&mut add),
        None => {}
    }
}

/// The domain of which a full stop is the last, where nothing else says what it is. The name behind it is one of [`BARE`].
fn domain(bytes: &[u8], stop: usize, top: usize) -> Option<Found> {
    let rest = from(bytes, stop + 1);
    let end = stop + 1 + top;
    let next = bytes.get(end).copied();
    let goes_on = next == Some(b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric);
    if goes_on || next.is_some_and(|byte| b"([=_@$+\\".contains(&byte)) {
        return None;
    }
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b".-".contains(&byte);
    let run = count_before(before(bytes, stop), is_part);
    let start = behind_escape(bytes, &(stop - run..stop));
    let place = start..end;
    let whole = text(bytes, &place)?;
    let has = |of: fn(&u8) -> bool| whole.as_bytes().iter().any(of);
    let is_one_case = !has(u8::is_ascii_uppercase) || !has(u8::is_ascii_lowercase);
    let second = whole[..whole.len() - top - 1].rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_short = second.len() == 2 && [&b"com"[..], b"net", b"org", b"ru"].contains(&&rest[..top]);
    let is_plausible = is_one_case
        && (second.len() > 2 || is_short)
        && second.bytes().any(|byte| byte.is_ascii_alphabetic())
        && !PROGRAMS.contains(&second.as_str());
    // Behind `www.` it is found by that.
    if !is_plausible || is_www(&bytes[start..]) {
        return None;
    }
    named(bytes, place)
}

/// The domain of which a full stop stands behind `www`: then every name of the root zone may be its end.
fn www(bytes: &[u8], stop: usize) -> Option<Found> {
    let start = stop.checked_sub(3)?;
    let is_first = !last(bytes, start).is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'.');
    if !is_www(&bytes[start..]) || !is_first {
        return None;
    }
    let end = start + host_length(from(bytes, start))?;
    if end <= stop + 1 || !bytes[stop + 1..end].contains(&b'.') {
        return None;
    }
    named(bytes, start..end)
}

fn is_www(bytes: &[u8]) -> bool {
    bytes.get(..4).is_some_and(|head| head.eq_ignore_ascii_case(b"www."))
}

fn named(bytes: &[u8], place: Range<usize>) -> Option<Found> {
    if is_inside(bytes, &place) || !is_in_text(bytes, &place) {
        return None;
    }
    let sound = internet::domain(text(bytes, &place)?).ok()?;
    Some(Found::plain(Kind::DomainName, sound.class, place, sound.canonical))
}

/// The end of a name that is looked for.
enum End {
    /// One of [`BARE`].
    Bare,
    /// One of [`messenger::TOPS`].
    Messenger,
}

fn end_of(name: &[u8]) -> Option<End> {
    /// By their first letter, as most names are none of these.
    static ENDS: LazyLock<[Vec<&[u8]>; 256]> = LazyLock::new(|| {
        let mut ends = [const { Vec::new() }; 256];
        for name in BARE.iter().map(|name| name.as_bytes()).chain(messenger::TOPS) {
            ends[usize::from(name[0])].push(name);
        }
        ends
    });
    let first = name.first()?.to_ascii_lowercase();
    let end = ENDS[usize::from(first)].iter().find(|end| end.eq_ignore_ascii_case(name))?;
    Some(if messenger::TOPS.contains(end) { End::Messenger } else { End::Bare })
}

/// What stands before `.net`, `.info` and the like in programs.
const PROGRAMS: [&str; 14] = [
    "java", "javax", "asp", "ado", "vb", "system", "self", "this", "log", "logger", "logging", "console",
    "std", "node",
];

/// Whether a name is a part of a mailbox, a web address, a path or an identifier.
fn is_inside(bytes: &[u8], place: &Range<usize>) -> bool {
    let head = before(bytes, place.start);
    let run =
        &head[head.len() - count_before(head, |byte| byte.is_ascii_graphic() && !b"\"'<>".contains(&byte))..];
    last(bytes, place.start).is_some_and(|byte| b"@/\\_$#+&%-".contains(&byte) && !run.ends_with(b"//"))
        || memchr::memmem::find(run, b"://").is_some()
        || run.contains(&b'@')
        || bytes.get(place.end) == Some(&b':') && bytes.get(place.end + 1) == Some(&b':')
}

/// Whether the root zone has this name.
pub(super) fn is_top_level(name: &str) -> bool {
    static NAMES: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("top-level.txt").lines().collect());
    // The names that RFC 2606 keeps for examples are taken, as texts about cases use them.
    name.len() >= 2
        && (NAMES.contains(name)
            || NAMES.contains(name.to_ascii_lowercase().as_str())
            || name.eq_ignore_ascii_case("example"))
}

#[cfg(test)]
mod tests {
    use crate::contact::tests::found;
    use crate::hit::Kind;

    const ONION: &str = "pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscryd.onion";

    #[test]
    fn web_addresses_end_where_the_text_goes_on() {
        for (text, address) in [
            ("See https://example.org/a?b=c&d#e.", "https://example.org/a?b=c&d#e"),
            ("(http://example.org/a_(b))", "http://example.org/a_(b)"),
            ("<a href=\"https://example.org\">", "https://example.org"),
            ("7,https://example.org/x,2024", "https://example.org/x"),
            ("请访问https://example.org/a，然后", "https://example.org/a"),
            ("ไปที่https://example.org/aภายใน", "https://example.org/a"),
            ("\\nhttps://example.org/\\n", "https://example.org/"),
            ("http://192.0.2.1:8080/x [1]", "http://192.0.2.1:8080/x"),
            ("http://[2001:db8::1]/x", "http://[2001:db8::1]/x"),
            ("ftp://u:p@example.org/", "ftp://u:p@example.org/"),
            ("HTTPS://Example.ORG/A", "HTTPS://Example.ORG/A"),
            ("https://пример.рф/ есть", "https://пример.рф/"),
            ("hxxps://example.org/x", "hxxps://example.org/x"),
            ("1;https://example.org/x;2", "https://example.org/x"),
            ("https://example.org/?a=1&amp;b=2&quot;", "https://example.org/?a=1&amp;b=2"),
        ] {
            assert_eq!(found(text, &[Kind::Url]), [address], "{text}");
        }
        for text in [
            "://",
            "https://",
            "https://localhost/",
            "file:///etc",
            "abchttp://example.org",
            "https://a.rb9/",
        ] {
            assert!(found(text, &[Kind::Url]).is_empty(), "{text}");
        }
    }

    #[test]
    fn an_onion_service_is_found_by_its_checksum() {
        for text in
            [ONION.to_owned(), format!("http://{ONION}/a"), format!("www.{ONION}"), format!("\\n{ONION}。")]
        {
            assert_eq!(found(&text, &[Kind::OnionService]), [ONION], "{text}");
        }
        let capitals = ONION.to_uppercase();
        assert_eq!(found(&capitals, &[Kind::OnionService]), [&*capitals]);
        for text in
            [ONION.replacen("pg6", "pg7", 1), format!("a{ONION}"), format!("{ONION}s"), ONION[1..].to_owned()]
        {
            assert!(found(&text, &[Kind::OnionService]).is_empty(), "{text}");
        }
    }

    #[test]
    fn bare_domains_are_taken_where_little_else_has_their_form() {
        for (text, domain) in [
            ("Write at market.example.com.", "market.example.com"),
            ("www.example.io/x", "www.example.io"),
            ("host=shop.example.ru;", "shop.example.ru"),
            ("网站example.com，", "example.com"),
        ] {
            assert_eq!(found(text, &[Kind::DomainName]), [domain], "{text}");
        }
        for text in [
            "main.rs",
            "run.sh",
            "logger.info",
            "java.net",
            "a@example.com",
            "https://example.com/",
            "std.com(x)",
            "end.It is",
            "e.g.",
            "1.com",
            "path/to/file.com",
            "Foo.Com",
            "x.y.z",
        ] {
            assert!(found(text, &[Kind::DomainName]).is_empty(), "{text}");
        }
    }
}
