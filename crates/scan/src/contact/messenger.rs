//! Names at messengers, in links to them.

use super::{Found, before, count, count_before, from, text};
use crate::hit::{Class, Kind};

/// A messenger's links: the host and what follows it up to the name, the signs of a name, and how many it has. Each source is
/// the messenger's own; packs/forms/platforms.toml has them for the forms of requests.
struct Link {
    before: &'static str,
    after: &'static str,
    signs: fn(u8) -> bool,
    least: usize,
    most: usize,
    /// Whether capital and small letters make different names.
    has_case: bool,
}

const fn link(
    before: &'static str,
    after: &'static str,
    signs: fn(u8) -> bool,
    least: usize,
    most: usize,
) -> Link {
    Link { before, after, signs, least, most, has_case: false }
}

const fn invite(
    before: &'static str,
    after: &'static str,
    signs: fn(u8) -> bool,
    least: usize,
    most: usize,
) -> Link {
    Link { has_case: true, ..link(before, after, signs, least, most) }
}

/// The full stop that divides the two parts is the one by which a link is found.
const LINKS: [Link; 15] = [
    invite("t", ".me/+", is_code, 16, 24),
    invite("t", ".me/joinchat/", is_code, 16, 24),
    link("t", ".me/", is_word, 4, 32),
    invite("telegram", ".me/joinchat/", is_code, 16, 24),
    link("telegram", ".me/", is_word, 4, 32),
    link("telegram", ".dog/", is_word, 4, 32),
    link("wa", ".me/", is_digit, 7, 15),
    link("wa", ".me/+", is_digit, 7, 15),
    link("whatsapp", ".com/send?phone=", is_digit, 7, 15),
    invite("whatsapp", ".com/channel/", is_code, 20, 30),
    invite("chat.whatsapp", ".com/", is_code, 20, 24),
    invite("discord", ".gg/", is_code, 2, 32),
    invite("discord", ".com/invite/", is_code, 2, 32),
    invite("signal", ".me/#p/+", is_digit, 7, 15),
    invite("signal", ".me/#eu/", is_code, 32, 88),
];

/// The names that end those hosts, but for `com`.
pub(super) const TOPS: [&[u8]; 3] = [b"me", b"gg", b"dog"];

/// Paths of Telegram that are no names.
const NO_NAMES: [&str; 11] = [
    "addstickers",
    "addemoji",
    "addtheme",
    "share",
    "proxy",
    "socks",
    "joinchat",
    "iv",
    "login",
    "setlanguage",
    "addlist",
];

/// The name in the link of whose host a full stop is a part.
pub(super) fn around(bytes: &[u8], stop: usize) -> Option<Found> {
    let tail = from(bytes, stop);
    let head = before(bytes, stop);
    LINKS.iter().find_map(|link| {
        let ends = |end: &str| {
            head.len() >= end.len() && head[head.len() - end.len()..].eq_ignore_ascii_case(end.as_bytes())
        };
        let begins = tail
            .get(..link.after.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(link.after.as_bytes()));
        if !begins || !ends(link.before) {
            return None;
        }
        let start = stop - link.before.len();
        let host = head.len() - link.before.len();
        // A host that only ends so is another one, but for `www` and the like.
        let sub = count_before(&head[..host], |byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
        let is_own = [&b""[..], b"www.", b"api.", b"web."].contains(&&head[host - sub..host]);
        let name = &tail[link.after.len()..];
        let length = count(name, link.signs);
        let place = start..stop + link.after.len() + length;
        if !is_own
            || !(link.least..=link.most).contains(&length)
            || name.get(length).is_some_and(u8::is_ascii_alphanumeric)
        {
            return None;
        }
        let found = text(bytes, &place)?;
        let name = &found[found.len() - length..];
        if NO_NAMES.contains(&name.to_ascii_lowercase().as_str()) {
            return None;
        }
        let name = if link.has_case { name.to_owned() } else { name.to_ascii_lowercase() };
        let canonical = format!("{}{}{name}", link.before, link.after);
        Some(Found::plain(Kind::MessengerName, Class::WellFormed, place, canonical))
    })
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn is_code(byte: u8) -> bool {
    is_word(byte) || b"-=".contains(&byte)
}

fn is_digit(byte: u8) -> bool {
    byte.is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use crate::contact::tests::found;
    use crate::hit::Kind;

    #[test]
    fn names_are_found_in_links() {
        for (text, name) in [
            ("пиши https://t.me/some_name!", "t.me/some_name"),
            ("t.me/joinchat/AAAAAEcPaB3qkNLsf1OiPg", "t.me/joinchat/AAAAAEcPaB3qkNLsf1OiPg"),
            ("https://t.me/+AbCdEfGhIjKlMnOp", "t.me/+AbCdEfGhIjKlMnOp"),
            ("wa.me/992901234567?text=x", "wa.me/992901234567"),
            ("https://api.whatsapp.com/send?phone=992901234567", "whatsapp.com/send?phone=992901234567"),
            ("discord.gg/aBc123", "discord.gg/aBc123"),
            ("https://discord.com/invite/aBc123", "discord.com/invite/aBc123"),
            ("signal.me/#p/+992901234567", "signal.me/#p/+992901234567"),
            ("T.ME/Name1，", "T.ME/Name1"),
        ] {
            assert_eq!(found(text, &[Kind::MessengerName]), [name], "{text}");
        }
        for text in
            ["t.me/", "t.me/abc", "t.me/share", "pt.me/name", "art.me/name", "wa.me/name", "discord.com/app"]
        {
            assert!(found(text, &[Kind::MessengerName]).is_empty(), "{text}");
        }
    }
}
