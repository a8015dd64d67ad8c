//! Names and addresses of the Internet: domains, mailboxes, web addresses, IP addresses.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};
use sha3::{Digest as _, Sha3_256};
use unicode_security::{RestrictionLevel, RestrictionLevelDetection as _};

use super::{Sound, SyntaxError};
use crate::hit::Class;

/// Octets of the part of a mailbox before the `@`, and of the whole (RFC 5321, 4.5.3.1, as RFC 3696 has it corrected).
const LOCAL_MAX: usize = 64;
const MAILBOX_MAX: usize = 254;

/// Letters of the name of an onion service of version 3, without `.onion`: 35 bytes in Base32.
const ONION: usize = 56;

/// Reads a domain name, in the letters of any script; its canonical spelling is that of the DNS (UTS 46).
///
/// A name of an onion service has a checksum (Tor's rend-spec-v3, 6), and is [`Class::Verified`].
///
/// # Errors
/// [`SyntaxError::Form`] for a name that the DNS cannot have, [`SyntaxError::Checksum`] for an onion service.
pub fn domain(text: &str) -> Result<Sound, SyntaxError> {
    let ascii = Uts46::new()
        .to_ascii(text.as_bytes(), AsciiDenyList::URL, Hyphens::CheckFirstLast, DnsLength::VerifyAllowRootDot)
        .map_err(|_| SyntaxError::Form)?;
    let canonical = ascii.strip_suffix('.').unwrap_or(&ascii).to_owned();
    let top = canonical.rsplit_once('.').map(|(_, top)| top);
    // A name of digits at the end would be read as an IP address (RFC 3696, 2).
    if top.is_none_or(|top| top.bytes().all(|b| b.is_ascii_digit())) {
        return Err(SyntaxError::Form);
    }
    let class = match canonical.strip_suffix(".onion") {
        Some(service) => onion(service.rsplit('.').next().unwrap_or(service))?,
        None => Class::WellFormed,
    };
    Ok(Sound { class, canonical })
}

/// Whether a label of a domain is in letters of scripts that do not go together, as a Cyrillic а among Latin letters
/// (Unicode Technical Standard 39, *highly restrictive*).
pub fn is_mixed_script(domain: &str) -> bool {
    let (unicode, _) = Uts46::new().to_unicode(domain.as_bytes(), AsciiDenyList::URL, Hyphens::Allow);
    unicode.split('.').any(|label| label.detect_restriction_level() > RestrictionLevel::HighlyRestrictive)
}

/// Reads a mailbox: a local part, and a domain in the letters of any script (RFC 6531). Its canonical spelling has the
/// domain as the DNS has it; the local part is its host's business and stays.
///
/// # Errors
/// [`SyntaxError::Form`] for what cannot be one.
pub fn mailbox(text: &str) -> Result<Sound, SyntaxError> {
    let (local, host) = text.rsplit_once('@').ok_or(SyntaxError::Form)?;
    let quoted = local.len() > 2 && local.starts_with('"') && local.ends_with('"');
    // The signs of an unquoted local part: RFC 5322, 3.2.3 (atext), and every letter beyond ASCII.
    let is_atom = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c) || !c.is_ascii();
    let plain = local.split('.').all(|atom| !atom.is_empty() && atom.chars().all(is_atom));
    let visible = !local.chars().any(|c| c.is_control() || c.is_whitespace());
    if !(quoted || plain) || !visible || local.len() > LOCAL_MAX {
        return Err(SyntaxError::Form);
    }
    let canonical = format!("{local}@{}", domain(host)?.canonical);
    if canonical.len() > MAILBOX_MAX {
        return Err(SyntaxError::Form);
    }
    Ok(Sound { class: Class::WellFormed, canonical })
}

/// Reads a web address (WHATWG URL) that names a host. Its canonical spelling is the one that a browser would open.
///
/// # Errors
/// [`SyntaxError::Form`] where it has no scheme or no host, and what [`domain`] says of its host.
pub fn url(text: &str) -> Result<Sound, SyntaxError> {
    let url = url::Url::parse(text).map_err(|_| SyntaxError::Form)?;
    let class = match url.host() {
        Some(url::Host::Domain(host)) => domain(host)?.class,
        Some(url::Host::Ipv4(_) | url::Host::Ipv6(_)) => Class::WellFormed,
        None => return Err(SyntaxError::Form),
    };
    Ok(Sound { class, canonical: url.into() })
}

/// Reads an IP address. Its canonical spelling is that of RFC 5952.
///
/// # Errors
/// [`SyntaxError::Form`] where it is none.
pub fn ip(text: &str) -> Result<IpAddr, SyntaxError> {
    text.parse().map_err(|_| SyntaxError::Form)
}

/// Whether an address is one that many networks use for themselves, so that no provider can tell whose it was: private
/// (RFC 1918, RFC 4193), shared by a provider's customers (RFC 6598), of one link or one machine (RFC 3927, RFC 4291).
pub fn is_local(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_local_v4(v4),
        IpAddr::V6(v6) => match v6.to_ipv4_mapped() {
            Some(v4) => is_local_v4(v4),
            None => {
                v6.is_unique_local()
                    || v6.is_unicast_link_local()
                    || v6 == Ipv6Addr::LOCALHOST
                    || v6.is_unspecified()
            }
        },
    }
}

fn is_local_v4(address: Ipv4Addr) -> bool {
    let [first, second, ..] = address.octets();
    let shared = first == 100 && second & 0b1100_0000 == 64;
    address.is_private()
        || shared
        || address.is_loopback()
        || address.is_link_local()
        || address.is_unspecified()
}

/// The class of an onion service: version 3 has a key of 32 bytes, two of checksum, and the version.
fn onion(service: &str) -> Result<Class, SyntaxError> {
    if service.len() != ONION {
        return Err(SyntaxError::Length { expected: ONION, found: service.len() });
    }
    let mut bytes = Vec::with_capacity(ONION * 5 / 8);
    let (mut bits, mut state) = (0, 0_u32);
    for letter in service.bytes() {
        let digit = b"abcdefghijklmnopqrstuvwxyz234567".iter().position(|known| *known == letter);
        let digit = digit.and_then(|digit| u32::try_from(digit).ok()).ok_or(SyntaxError::Form)?;
        (bits, state) = (bits + 5, (state & 0x7f) << 5 | digit);
        if bits >= 8 {
            bits -= 8;
            bytes.push((state >> bits & 0xff).to_le_bytes()[0]);
        }
    }
    let [key @ .., first, second, version] = bytes.as_slice() else { return Err(SyntaxError::Form) };
    let digest =
        Sha3_256::new().chain_update(".onion checksum").chain_update(key).chain_update([3]).finalize();
    match (version, digest.starts_with(&[*first, *second])) {
        (3, true) => Ok(Class::Verified),
        (3, false) => Err(SyntaxError::Checksum),
        _ => Err(SyntaxError::Form),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains_of_any_script_are_read_as_the_dns_has_them() {
        for (text, canonical) in [
            ("Example.ORG", "example.org"),
            ("example.org.", "example.org"),
            ("пример.рф", "xn--e1afmkfd.xn--p1ai"),
            ("مثال.ایران", "xn--mgbh0fb.xn--mgba3a4f16a"),
            ("_dmarc.example.org", "_dmarc.example.org"),
        ] {
            let sound = domain(text).unwrap();
            assert_eq!((sound.class, sound.canonical.as_str()), (Class::WellFormed, canonical));
        }
        let label = "a".repeat(63);
        assert!(domain(&format!("{label}.org")).is_ok() && domain(&format!("{label}a.org")).is_err());
        for text in
            ["", "localhost", "192.0.2.1", "a b.org", "-a.org", "a..org", "https://example.org", "a@b.org"]
        {
            assert_eq!(domain(text).unwrap_err(), SyntaxError::Form, "{text}");
        }
    }

    #[test]
    fn a_foreign_letter_among_others_is_seen() {
        // The second letter is Cyrillic.
        assert!(is_mixed_script("p\u{430}ypal.example"));
        assert!(is_mixed_script("xn--pypal-4ve.example"));
        for text in ["example.org", "пример.рф", "пример.example", "مثال.ایران"] {
            assert!(!is_mixed_script(text), "{text}");
        }
    }

    #[test]
    fn the_checksum_of_an_onion_service_is_checked() {
        // The example of rend-spec-v3, section 6.
        let service = "pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscryd.onion";
        assert_eq!(domain(service).map(|sound| sound.class), Ok(Class::Verified));
        assert_eq!(url(&format!("http://{service}/a")).map(|sound| sound.class), Ok(Class::Verified));
        let changed = service.replacen("pg6", "pg7", 1);
        assert_eq!(domain(&changed), Err(SyntaxError::Checksum));
        assert_eq!(domain(&service[1..]), Err(SyntaxError::Length { expected: 56, found: 55 }));
    }

    #[test]
    fn mailboxes_are_read() {
        for (text, canonical) in [
            ("someone@Example.org", "someone@example.org"),
            ("first.last+tag@example.org", "first.last+tag@example.org"),
            ("имя@пример.рф", "имя@xn--e1afmkfd.xn--p1ai"),
            ("\"a@b\"@example.org", "\"a@b\"@example.org"),
        ] {
            assert_eq!(mailbox(text).unwrap().canonical, canonical);
        }
        let local = "a".repeat(LOCAL_MAX);
        assert!(mailbox(&format!("{local}@example.org")).is_ok());
        for text in [
            "someone at example",
            "@example.org",
            "a@",
            "a..b@example.org",
            ".a@example.org",
            "a b@example.org",
            "a@localhost",
            &format!("{local}a@example.org"),
        ] {
            assert_eq!(mailbox(text).unwrap_err(), SyntaxError::Form, "{text}");
        }
    }

    #[test]
    fn web_addresses_are_read_as_a_browser_reads_them() {
        assert_eq!(url("https://Пример.рф/a b").unwrap().canonical, "https://xn--e1afmkfd.xn--p1ai/a%20b");
        assert_eq!(url("http://192.0.2.1:8080/").unwrap().canonical, "http://192.0.2.1:8080/");
        for text in ["example.org/a", "https://", "mailto:a@example.org", "https://localhost/"] {
            assert_eq!(url(text).unwrap_err(), SyntaxError::Form, "{text}");
        }
    }

    #[test]
    fn addresses_that_many_networks_use_are_told_from_others() {
        for text in [
            "10.0.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "169.254.1.1",
            "::1",
            "fe80::1",
            "fd00::1",
            "::ffff:10.0.0.1",
        ] {
            assert!(is_local(ip(text).unwrap()), "{text}");
        }
        for text in
            ["192.0.2.1", "172.32.0.1", "100.63.255.255", "100.128.0.0", "2001:db8::1", "::ffff:192.0.2.1"]
        {
            assert!(!is_local(ip(text).unwrap()), "{text}");
        }
        assert_eq!(ip("192.0.2.300"), Err(SyntaxError::Form));
    }
}
