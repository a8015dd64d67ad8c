//! Where a counterpart's node is reached: a host and a port, as an officer types them.

/// The longest address: a host name of RFC 1035 §2.3.4, a colon and a port.
pub const MAX_ADDRESS: usize = 253 + 6;

/// What is wrong with an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an address is a host name or number and a port, such as node.example.org:8471")]
pub struct AddressError;

/// Checks that a text is `host:port`, with a name (RFC 1123 §2.1), an IPv4 number, or an IPv6 number in brackets.
///
/// # Errors
/// Fails for anything else: an address of a page, a missing port.
pub fn check(address: &str) -> Result<(), AddressError> {
    let (host, port) = address.rsplit_once(':').ok_or(AddressError)?;
    let port_fits = port.parse::<u16>().is_ok_and(|number| number > 0 && number.to_string() == port);
    let bracketed = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    let host_fits = match bracketed {
        Some(number) => number.parse::<std::net::Ipv6Addr>().is_ok(),
        None => host.split('.').all(is_label),
    };
    if port_fits && host_fits && address.len() <= MAX_ADDRESS { Ok(()) } else { Err(AddressError) }
}

/// A part of a host name: letters, digits and hyphens, none of them at an end.
fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_host_and_a_port() {
        for good in ["node.example.org:8471", "192.0.2.7:1", "[2001:db8::7]:65535", "localhost:443"] {
            assert_eq!(check(good), Ok(()), "{good}");
        }
        for bad in [
            "",
            "node.example.org",
            "node.example.org:",
            "node.example.org:0",
            "node.example.org:070",
            "node.example.org:65536",
            "https://node.example.org:443",
            "node.example.org:443/path",
            "-x.example.org:443",
            "a..b:443",
            "2001:db8::7:443",
            "[2001:db8::7:443",
            "node example:443",
        ] {
            assert_eq!(check(bad), Err(AddressError), "{bad}");
        }
    }

    #[test]
    fn an_address_is_as_long_as_the_limit_and_not_longer() {
        let of = |length: usize| {
            format!("{}{}:65535", "a.".repeat((length - 7) / 2), "b".repeat(1 + (length - 7) % 2))
        };
        assert_eq!(of(MAX_ADDRESS).len(), MAX_ADDRESS);
        assert_eq!(check(&of(MAX_ADDRESS)), Ok(()));
        assert_eq!(check(&of(MAX_ADDRESS + 1)), Err(AddressError));
    }
}
