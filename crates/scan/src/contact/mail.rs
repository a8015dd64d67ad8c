//! Mailboxes, by their `@`.

use super::{Found, before, behind_escape, count, count_before, from, is_in_text, text, web};
use crate::hit::{Class, Kind};
use crate::syntax::internet;

/// The mailbox around an `@`.
///
/// RFC 5322 lets the local part have signs that far more often stand around a mailbox than in it, such as `=`, `&`, `'`;
/// those end it here.
pub(super) fn around(bytes: &[u8], at: usize) -> Option<Found> {
    let head = before(bytes, at);
    let last = *head.last()?;
    let foreign = !last.is_ascii();
    let local = count_before(head, |byte| {
        byte.is_ascii_alphanumeric() || b"._+-".contains(&byte) || (foreign && !byte.is_ascii())
    });
    if local == 0 || local == head.len() && local < at {
        return None;
    }
    let mut start = at - local;
    start = behind_escape(bytes, &(start..at));
    start += count(&bytes[start..at], |byte| b".+-".contains(&byte));
    // What stands before the host in a web address is a name and a password.
    let run = count_before(before(bytes, start), |byte| byte.is_ascii_graphic());
    if memchr::memmem::rfind(&bytes[start - run..start], b"://")
        .is_some_and(|scheme| !bytes[start - run + scheme + 3..start].contains(&b'/'))
    {
        return None;
    }
    let end = at + 1 + web::host_length(from(bytes, at + 1))?;
    let place = start..end;
    let sound = internet::mailbox(text(bytes, &place)?).ok()?;
    let (second, top) = sound.canonical.rsplit_once('.')?;
    let is_name = second.rsplit(['.', '@']).next().is_some_and(|second| second.len() > 1);
    if !is_name || !(web::is_top_level(top) || top == "onion") || !is_in_text(bytes, &place) {
        return None;
    }
    Some(Found::plain(Kind::EmailAddress, Class::WellFormed, place, sound.canonical))
}

#[cfg(test)]
mod tests {
    use crate::contact::tests::found;
    use crate::hit::Kind;

    #[test]
    fn mailboxes_are_found_between_what_people_write_around_them() {
        for (text, mailbox) in [
            ("Write to Someone@Example.org.", "Someone@Example.org"),
            ("<a href=\"mailto:a.b+c@mail.example.com\">", "a.b+c@mail.example.com"),
            ("to=someone@example.org&x", "someone@example.org"),
            ("ติดต่อsomeone@example.orgภายใน", "someone@example.org"),
            ("почта someone@proton.me, срок", "someone@proton.me"),
            ("\\nsomeone@example.org\\n", "someone@example.org"),
            ("почта: имя@пример.рф, срок", "имя@пример.рф"),
            ("end of a sentence a@example.org.Then", "a@example.org"),
        ] {
            assert_eq!(found(text, &[Kind::EmailAddress]), [mailbox], "{text}");
        }
    }

    #[test]
    fn other_uses_of_the_sign_are_none() {
        for text in [
            "@Override",
            "npm i pkg@1.2.3",
            "a@b",
            "ssh://git@example.org/x",
            "https://u:p@example.org/",
            "x@y.function()",
            "5 @ example.org",
            "@@example.org",
        ] {
            assert!(found(text, &[Kind::EmailAddress]).is_empty(), "{text}");
        }
    }
}
