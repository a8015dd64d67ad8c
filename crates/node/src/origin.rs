//! How a node looks from a browser: the names under which it is asked, and what its cookies are called.

use std::net::SocketAddr;

use comity_adapters::name::Name;

use crate::error::ServeError;
use crate::server::Config;

/// What browsers are told to remember: for a year no connection to this name without TLS (RFC 6797).
pub(crate) const STRICT_TRANSPORT: &str = "max-age=31536000";

/// The origin of the pages (RFC 6454), and what hangs on it.
pub(crate) struct Origin {
    /// `http` or `https`.
    pub(crate) scheme: &'static str,
    /// The authorities under which requests are answered. A page of another site whose name was made to lead here (DNS
    /// rebinding) asks under that other name.
    pub(crate) hosts: Vec<String>,
    /// The name of the session's cookie. Browsers do not tell the ports of a machine apart, and two nodes on one
    /// machine must not sign each other's officers out, so the port is in it.
    pub(crate) session_cookie: String,
    /// The name of the cookie with the chosen language.
    pub(crate) language_cookie: &'static str,
    /// What every cookie says of itself: sent to this node alone, to no script, and with TLS never without it.
    pub(crate) cookie_attributes: &'static str,
    /// Whether browsers are told to come with TLS only.
    pub(crate) strict_transport: bool,
}

impl Origin {
    pub(crate) fn of(config: &Config) -> Self {
        let port = config.address.port();
        match &config.tls {
            None => Self {
                scheme: "http",
                hosts: match &config.name {
                    Some(name) => hosts(std::slice::from_ref(name), port, 80),
                    None => hosts(&loopback_names(config.address), port, 80),
                },
                session_cookie: format!("comity-session-{port}"),
                language_cookie: "comity-language",
                cookie_attributes: "Path=/; HttpOnly; SameSite=Strict",
                strict_transport: false,
            },
            // The prefix makes browsers refuse such a cookie from a page without TLS or from a neighbouring name.
            Some(tls) => Self {
                scheme: "https",
                hosts: hosts(&tls.names, port, 443),
                session_cookie: format!("__Host-comity-session-{port}"),
                language_cookie: "__Host-comity-language",
                cookie_attributes: "Path=/; Secure; HttpOnly; SameSite=Strict",
                strict_transport: is_strict(config.address, tls.certificate.is_own()),
            },
        }
    }
}

/// Whether browsers are told to come with TLS only. It binds every port of a name, so a machine's own names are left alone;
/// and it takes from people the way past a warning, which they need to whom a certificate of the node's own is only a
/// fingerprint.
fn is_strict(address: SocketAddr, own: bool) -> bool {
    !address.ip().is_loopback() && !own
}

/// The names under which pages with TLS are asked for at an address: those that the administrator gives, and the
/// address itself where it is one address.
///
/// # Errors
/// Fails when there is none: pages that listen at every address of a machine have no name by themselves.
pub fn page_names(address: SocketAddr, given: &[Name]) -> Result<Vec<Name>, ServeError> {
    let own = match address.ip() {
        ip if ip.is_unspecified() => vec![],
        ip if ip.is_loopback() => loopback_names(address),
        ip => vec![Name::Address(ip)],
    };
    let mut names: Vec<Name> = Vec::new();
    for name in given.iter().cloned().chain(own) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.is_empty() { Err(ServeError::NoName(address)) } else { Ok(names) }
}

fn loopback_names(address: SocketAddr) -> Vec<Name> {
    vec![Name::Address(address.ip()), Name::Dns("localhost".to_owned())]
}

/// Names with the port; without it where it is the one that browsers leave out.
fn hosts(names: &[Name], port: u16, left_out: u16) -> Vec<String> {
    let mut hosts: Vec<String> = names.iter().map(|name| format!("{name}:{port}")).collect();
    if port == left_out {
        hosts.extend(names.iter().map(Name::to_string));
    }
    hosts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(given: &[&str]) -> Vec<Name> {
        given.iter().map(|name| name.parse().unwrap()).collect()
    }

    #[test]
    fn pages_have_the_names_that_are_given_and_the_address_where_it_is_one() {
        let at = |address: &str, given: &[&str]| {
            let found = page_names(address.parse().unwrap(), &names(given));
            found.ok().map(|names| names.iter().map(Name::to_string).collect::<Vec<_>>().join(" "))
        };
        assert_eq!(at("192.0.2.7:8470", &[]).as_deref(), Some("192.0.2.7"));
        assert_eq!(at("192.0.2.7:1", &["node.example.org"]).as_deref(), Some("node.example.org 192.0.2.7"));
        assert_eq!(at("[2001:db8::7]:1", &["2001:db8::7"]).as_deref(), Some("[2001:db8::7]"));
        assert_eq!(at("127.0.0.1:1", &[]).as_deref(), Some("127.0.0.1 localhost"));
        assert_eq!(at("0.0.0.0:1", &["node.example.org"]).as_deref(), Some("node.example.org"));
        assert_eq!(at("0.0.0.0:1", &[]), None);
        assert_eq!(at("[::]:1", &[]), None);
    }

    #[test]
    fn browsers_are_bound_to_tls_only_where_nobody_is_locked_out() {
        let strict = |address: &str, own| is_strict(address.parse().unwrap(), own);
        assert!(strict("192.0.2.7:443", false) && strict("0.0.0.0:443", false));
        assert!(
            !strict("192.0.2.7:443", true) && !strict("127.0.0.1:443", false) && !strict("[::1]:443", false)
        );
    }

    #[test]
    fn the_port_is_left_out_where_browsers_leave_it_out() {
        let node = names(&["node.example.org", "2001:db8::7"]);
        assert_eq!(hosts(&node, 8470, 443), ["node.example.org:8470", "[2001:db8::7]:8470"]);
        let all = ["node.example.org:443", "[2001:db8::7]:443", "node.example.org", "[2001:db8::7]"];
        assert_eq!(hosts(&node, 443, 443), all);
    }
}
