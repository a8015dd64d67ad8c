//! Names and addresses under which a node is reached.

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;

use comity_record::Coded;
use rustls::pki_types::{DnsName, ServerName};

/// A name in the network: one of the DNS, in small letters, or an address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Name {
    /// A name of the DNS, without a dot at its end. Letters of other scripts are written as the DNS has them (`xn--…`).
    Dns(String),
    /// An address.
    Address(IpAddr),
}

/// A name and a port: where a node answers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Endpoint {
    /// The name.
    pub name: Name,
    /// The port, which is not 0.
    pub port: u16,
}

/// Why a text names nothing in the network.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NameError {
    /// Neither a name of the DNS nor an address.
    #[error("{text:?} is neither a name of the DNS nor an address")]
    Name {
        /// What was given instead.
        text: String,
    },
    /// A name or password before the name. It is not repeated.
    #[error("a name or password stands before the name in the network")]
    Credentials,
    /// No name with a port.
    #[error("{text:?} is no name with a port")]
    Endpoint {
        /// What was given instead.
        text: String,
    },
}

impl Coded for NameError {
    fn code(&self) -> &'static str {
        match self {
            Self::Name { .. } => "adapters-name",
            Self::Credentials => "adapters-endpoint-credentials",
            Self::Endpoint { .. } => "adapters-endpoint",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Name { text } | Self::Endpoint { text } => vec![("text", text.clone())],
            Self::Credentials => vec![],
        }
    }
}

impl FromStr for Name {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, NameError> {
        let refused = || NameError::Name { text: text.chars().take(MAX_SHOWN).collect() };
        if let Ok(address) = text.parse() {
            return Ok(Self::Address(address));
        }
        let name = DnsName::try_from_str(text).map_err(|_| refused())?;
        // A dot at the end is the same name to the DNS and another one to a browser. What ends in digits is no name
        // but an address that somebody mistyped (RFC 1123 §2.1).
        let last = text.rsplit('.').next().unwrap_or_default();
        if last.is_empty() || last.bytes().all(|b| b.is_ascii_digit()) {
            return Err(refused());
        }
        Ok(Self::Dns(name.as_ref().to_ascii_lowercase()))
    }
}

/// As in an address of the web: an IPv6 address stands in brackets.
impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dns(name) => f.write_str(name),
            Self::Address(IpAddr::V4(address)) => address.fmt(f),
            Self::Address(IpAddr::V6(address)) => write!(f, "[{address}]"),
        }
    }
}

impl Name {
    /// As TLS has it.
    pub(crate) fn server_name(&self) -> ServerName<'static> {
        match self {
            Self::Dns(name) => {
                let name = DnsName::try_from_str(name).map(|name| name.to_owned());
                ServerName::DnsName(name.expect("it was read as one"))
            }
            Self::Address(address) => ServerName::from(*address),
        }
    }
}

/// `HOST:PORT`, also with `https://` before it.
impl FromStr for Endpoint {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, NameError> {
        no_credentials(text)?;
        let refused = || NameError::Endpoint { text: text.chars().take(MAX_SHOWN).collect() };
        let place = text.strip_prefix("https://").unwrap_or(text);
        let place = place.strip_suffix('/').unwrap_or(place);
        let (name, port) = match place.parse::<SocketAddr>() {
            Ok(address) => (Name::Address(address.ip()), address.port()),
            Err(_) => {
                let (name, port) = place.rsplit_once(':').ok_or_else(refused)?;
                let digits = port.bytes().all(|b| b.is_ascii_digit());
                let name = name.parse().map_err(|_| refused())?;
                // `::1:80` is an address without a port, whatever its last group looks like.
                if !digits || matches!(name, Name::Address(_)) {
                    return Err(refused());
                }
                (name, port.parse().map_err(|_| refused())?)
            }
        };
        if port == 0 { Err(refused()) } else { Ok(Self { name, port }) }
    }
}

/// That a text has no `NAME:PASSWORD@` in it (RFC 3986 §3.2.1), which would be shown with every error.
pub(crate) fn no_credentials(text: &str) -> Result<(), NameError> {
    if text.contains('@') { Err(NameError::Credentials) } else { Ok(()) }
}

impl From<SocketAddr> for Endpoint {
    fn from(address: SocketAddr) -> Self {
        Self { name: Name::Address(address.ip()), port: address.port() }
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.name, self.port)
    }
}

/// Letters of a refused text that an error shows: a name of the DNS has at most 253.
const MAX_SHOWN: usize = 300;

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> Option<String> {
        text.parse::<Name>().ok().map(|name| name.to_string())
    }

    fn endpoint(text: &str) -> Option<String> {
        text.parse::<Endpoint>().ok().map(|endpoint| endpoint.to_string())
    }

    #[test]
    fn names_of_the_dns_and_addresses_are_names() {
        assert_eq!(name("Node.Example.ORG").as_deref(), Some("node.example.org"));
        assert_eq!(name("192.0.2.7").as_deref(), Some("192.0.2.7"));
        assert_eq!(name("2001:db8:0::1").as_deref(), Some("[2001:db8::1]"));
        assert_eq!(name("localhost").as_deref(), Some("localhost"));
        let label = "a".repeat(63);
        assert!(name(&format!("{label}.example.org")).is_some());
        for text in [
            "",
            ".",
            "*.example.org",
            "example.org.",
            "exa mple.org",
            "node.example.org:8470",
            "[::1]",
            "узел.example",
            "192.0.2.300",
            "example.7",
            "-a.example.org",
            "a/b",
            "node\u{202E}.example.org",
            &format!("a{label}.example.org"),
        ] {
            assert_eq!(name(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_password_before_the_name_is_refused_and_not_repeated() {
        for text in
            ["http://name:hunter2@node.example.org:8332", "https://name:hunter2@[::1]:1", "hunter2@x:1"]
        {
            for error in
                [text.parse::<Endpoint>().unwrap_err(), crate::node_blocks::endpoint(text).unwrap_err()]
            {
                assert_eq!((error.code(), error.args()), ("adapters-endpoint-credentials", vec![]));
                assert!(!format!("{error} {error:?}").contains("hunter2"));
            }
        }
    }

    #[test]
    fn an_endpoint_is_a_name_with_a_port() {
        assert_eq!(endpoint("node.example.org:8471").as_deref(), Some("node.example.org:8471"));
        assert_eq!(endpoint("https://Node.example.org:8471/").as_deref(), Some("node.example.org:8471"));
        assert_eq!(endpoint("https://192.0.2.7:1").as_deref(), Some("192.0.2.7:1"));
        assert_eq!(endpoint("[2001:db8::1]:65535").as_deref(), Some("[2001:db8::1]:65535"));
        for text in [
            "",
            ":1",
            "node.example.org",
            "node.example.org:",
            "node.example.org:0",
            "node.example.org:65536",
            "node.example.org:+1",
            "2001:db8::1:80",
            "http://node.example.org:80",
            "https://a@node.example.org:1",
            "https://node.example.org:1/path",
            "node.example.org:1?x",
            "[fe80::1%eth0]:1",
        ] {
            assert_eq!(endpoint(text), None, "{text:?}");
        }
    }

    #[test]
    fn an_error_shows_a_part_of_a_long_text() {
        let error = "x ".repeat(5000).parse::<Endpoint>().unwrap_err();
        assert_eq!(error.args()[0].1.len(), MAX_SHOWN);
    }
}
