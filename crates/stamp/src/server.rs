//! Where a time-stamp server answers, and who carries requests there.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

use comity_record::Coded;

use crate::error::ReadError;

/// The longest address of a server.
pub const MAX_URL_BYTES: usize = 512;

/// The address of a time-stamp server: `http://host[:port][/path]`, or with `https`. Nobody is named in it, and nothing is
/// left to be found out: what it names is called, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    secure: bool,
    /// As it stands before the port: an IPv6 address is in brackets.
    host: String,
    port: u16,
    path: String,
}

impl Server {
    /// Whether it is called by TLS.
    pub fn is_secure(&self) -> bool {
        self.secure
    }

    /// `host:port`.
    pub fn place(&self) -> String {
        format!("{}:{}", self.host, self.port)
    }

    /// The path that is asked for, with the question after it if there is one.
    pub fn path(&self) -> &str {
        &self.path
    }
}

impl FromStr for Server {
    type Err = ReadError;

    fn from_str(text: &str) -> Result<Self, ReadError> {
        if text.len() > MAX_URL_BYTES {
            return Err(ReadError::TooLarge { part: "address", limit: MAX_URL_BYTES });
        }
        let (secure, rest) = match (text.strip_prefix("https://"), text.strip_prefix("http://")) {
            (Some(rest), _) => (true, rest),
            (None, Some(rest)) => (false, rest),
            (None, None) => return Err(ReadError::Address),
        };
        let (place, path) = rest.find(['/', '?']).map_or((rest, ""), |at| rest.split_at(at));
        let path = if path.starts_with('/') { path.to_owned() } else { format!("/{path}") };
        // No sign that would have to be told apart from others or escaped, and no part for browsers alone.
        if !path.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"#<>\\^`{|}".contains(&byte)) {
            return Err(ReadError::Address);
        }
        let (host, port) = match place
            .rsplit_once(':')
            .filter(|(host, _)| !host.starts_with('[') || host.ends_with(']'))
        {
            Some((host, port)) => (host, port.parse().ok().filter(|number: &u16| number.to_string() == port)),
            None => (place, Some(if secure { 443 } else { 80 })),
        };
        let port = port.filter(|port| *port > 0).ok_or(ReadError::Address)?;
        if !is_host(host) {
            return Err(ReadError::Address);
        }
        Ok(Self { secure, host: host.to_ascii_lowercase(), port, path })
    }
}

/// A name (RFC 1123, 2.1), an IPv4 number, or an IPv6 number in brackets.
fn is_host(host: &str) -> bool {
    if let Some(number) = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        return number.parse::<Ipv6Addr>().is_ok();
    }
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let last = host.rsplit('.').next().unwrap_or_default();
    let is_number = last.bytes().all(|byte| byte.is_ascii_digit());
    host.len() <= 253 && host.split('.').all(is_label) && (!is_number || host.parse::<Ipv4Addr>().is_ok())
}

/// Without the port where it goes without saying.
impl fmt::Display for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (scheme, usual) = if self.secure { ("https", 443) } else { ("http", 80) };
        write!(f, "{scheme}://{}", self.host)?;
        if self.port != usual {
            write!(f, ":{}", self.port)?;
        }
        f.write_str(&self.path)
    }
}

/// Carries a request to a time-stamp server and brings back its reply. What the reply says is not its business.
pub trait Stamper: Send + Sync {
    /// Why there is no reply.
    type Error: Coded + fmt::Display + Send;

    /// Asks a server (RFC 3161, 3.4), and gives its reply of at most [`crate::MAX_REPLY_BYTES`]. `authorities` are the
    /// certificates, in DER, above that of a server which is called by TLS; no other is trusted.
    ///
    /// # Errors
    /// Says why there is no reply. The server may have seen the digest in the request, and has seen nothing else.
    fn stamp(
        &self,
        server: &Server,
        authorities: &[Vec<u8>],
        request: Vec<u8>,
    ) -> impl Future<Output = Result<Vec<u8>, Self::Error>> + Send;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_all_that_is_called_and_nothing_more() {
        for (text, place, path, shown) in [
            ("http://tsa.example.org", "tsa.example.org:80", "/", "http://tsa.example.org/"),
            ("https://TSA.example.org/", "tsa.example.org:443", "/", "https://tsa.example.org/"),
            ("http://192.0.2.7:3161/tsr?x=1", "192.0.2.7:3161", "/tsr?x=1", "http://192.0.2.7:3161/tsr?x=1"),
            ("http://[2001:db8::7]:1/a", "[2001:db8::7]:1", "/a", "http://[2001:db8::7]:1/a"),
            ("https://[2001:db8::7]?a", "[2001:db8::7]:443", "/?a", "https://[2001:db8::7]/?a"),
        ] {
            let server: Server = text.parse().unwrap();
            assert_eq!((server.place().as_str(), server.path()), (place, path));
            assert_eq!(server.to_string(), shown);
            assert_eq!(shown.parse::<Server>(), Ok(server));
        }
        for text in [
            "",
            "tsa.example.org",
            "ftp://tsa.example.org",
            "HTTP://tsa.example.org",
            "http://",
            "http://:80/",
            "http://tsa.example.org:/",
            "http://tsa.example.org:0/",
            "http://tsa.example.org:080/",
            "http://tsa.example.org:65536/",
            "http://name@tsa.example.org/",
            "http://name:word@tsa.example.org/",
            "http://tsa.example.org/a b",
            "http://tsa.example.org/#a",
            "http://tsa.example.org/\r\nHost: other",
            "http://tsa..org/",
            "http://192.0.2.300/",
            "http://2001:db8::7/",
            "http://[2001:db8::7/",
            "http://узел.example/",
        ] {
            assert_eq!(text.parse::<Server>(), Err(ReadError::Address), "{text}");
        }
    }

    #[test]
    fn an_address_is_read_up_to_a_length() {
        let address = |length: usize| format!("http://tsa.example.org/{}", "a".repeat(length - 23));
        assert!(address(MAX_URL_BYTES).parse::<Server>().is_ok());
        let over = ReadError::TooLarge { part: "address", limit: MAX_URL_BYTES };
        assert_eq!(address(MAX_URL_BYTES + 1).parse::<Server>(), Err(over));
    }
}
