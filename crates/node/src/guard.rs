//! What every request passes on its way in, and every answer on its way out.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use comity_casework::Session;
use comity_store::Store;

use crate::error::NodeError;
use crate::origin::{Origin, STRICT_TRANSPORT};
use crate::pages;
use crate::routes::Node;
use crate::visit::{Visit, accepted_languages, cookie};
use crate::words::Words;

/// What a page may load: scripts, styles and pictures of this node and nothing else; no page may frame it.
pub const SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The longest that a request may take. A sign-in waits for Argon2 and for those before it; nothing takes longer.
pub const MAX_REQUEST_SECONDS: u64 = 60;

const HEADERS: [(HeaderName, &str); 8] = [
    (header::CONTENT_SECURITY_POLICY, SECURITY_POLICY),
    (header::CACHE_CONTROL, "no-store"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    // `no-referrer` would make browsers send `Origin: null` with forms, and nobody could tell ours from others.
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
];

/// Stands around every route.
pub(crate) async fn guard<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    mut request: Request,
    next: Next,
) -> Response {
    let visit = arrive(&node, &request);
    let checked =
        check_host(&node.origin.hosts, &request).and_then(|()| check_origin(node.origin.scheme, &request));
    let response = match checked {
        Err(error) => error.into_response(),
        Ok(()) => {
            request.extensions_mut().insert(visit.clone());
            let limit = Duration::from_secs(MAX_REQUEST_SECONDS);
            match tokio::time::timeout(limit, next.run(request)).await {
                Ok(response) => response,
                Err(_) => NodeError::Timeout.into_response(),
            }
        }
    };
    sealed(&node.origin, explain(&node, &visit, response))
}

/// An answer with the headers that every answer has.
pub(crate) fn sealed(origin: &Origin, mut response: Response) -> Response {
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    if origin.strict_transport {
        let strict = HeaderValue::from_static(STRICT_TRANSPORT);
        response.headers_mut().insert(header::STRICT_TRANSPORT_SECURITY, strict);
    }
    response
}

fn arrive<S: Store>(node: &Node<S>, request: &Request) -> Visit {
    let headers = request.headers();
    let chosen = cookie(headers, node.origin.language_cookie);
    let words = Words::choose(&node.catalogues, chosen, accepted_languages(headers));
    let signed_in = cookie(headers, &node.origin.session_cookie).and_then(|token| {
        let in_force = |session: &Session| node.casework.is_in_force(session);
        node.sessions.find(token, node.config.clock.now(), in_force)
    });
    Visit::new(request, words, signed_in)
}

pub(crate) fn check_host(hosts: &[String], request: &Request) -> Result<(), NodeError> {
    let mut named = request.headers().get_all(header::HOST).iter();
    let host = named.next().and_then(|v| v.to_str().ok()).ok_or(NodeError::Host)?;
    let known = |name: &str| hosts.iter().any(|host| host.eq_ignore_ascii_case(name));
    let authority = request.uri().authority().is_none_or(|authority| known(authority.as_str()));
    if known(host) && authority && named.next().is_none() { Ok(()) } else { Err(NodeError::Host) }
}

/// Whether a request that may change something comes from a page of this node. Browsers say so in `Sec-Fetch-Site`
/// (Fetch Metadata), older ones in `Origin` (RFC 6454); what says neither is refused.
fn check_origin(scheme: &str, request: &Request) -> Result<(), NodeError> {
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return Ok(());
    }
    let headers = request.headers();
    let own = match (text(headers, "sec-fetch-site"), text(headers, "origin")) {
        (Some(site), _) => site == "same-origin",
        (None, Some(origin)) => {
            let host = text(headers, "host").unwrap_or_default();
            let named = origin.strip_prefix(scheme).and_then(|rest| rest.strip_prefix("://"));
            named.is_some_and(|named| !host.is_empty() && named.eq_ignore_ascii_case(host))
        }
        (None, None) => false,
    };
    if own { Ok(()) } else { Err(NodeError::CrossSite) }
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// Writes an error in the language and form of the reader.
fn explain<S: Store>(node: &Node<S>, visit: &Visit, mut response: Response) -> Response {
    let error = match response.extensions_mut().remove::<Arc<NodeError>>() {
        Some(error) => error,
        // What the router itself refuses.
        None if response.status() == StatusCode::BAD_REQUEST => Arc::new(NodeError::Malformed("address")),
        None => return response,
    };
    if response.status().is_server_error() {
        tracing::error!(code = comity_record::Coded::code(error.as_ref()), %error, "a request failed");
    }
    if matches!(*error, NodeError::NotSignedIn) && !visit.json {
        return Redirect::to(&pages::sign_in::address(&visit.here)).into_response();
    }
    let mut explained = if visit.json {
        pages::error::problem(visit, &error)
    } else {
        pages::error::page(node, visit, &error)
    };
    *explained.status_mut() = error.status();
    if let NodeError::TooManyAttempts { seconds } = *error {
        explained.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    if let Some(allow) = response.headers_mut().remove(header::ALLOW) {
        explained.headers_mut().insert(header::ALLOW, allow);
    }
    explained
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    fn request(method: &str, headers: &[(&str, &str)]) -> Request {
        let mut request = Request::builder().method(method).uri("/cases");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.body(Body::empty()).unwrap()
    }

    #[test]
    fn only_pages_of_this_node_may_change_something() {
        let host = ("host", "127.0.0.1:8080");
        let own: [&[(&str, &str)]; 3] = [
            &[host, ("sec-fetch-site", "same-origin")],
            &[host, ("origin", "http://127.0.0.1:8080")],
            &[host, ("sec-fetch-site", "same-origin"), ("origin", "null")],
        ];
        for headers in own {
            assert!(check_origin("http", &request("POST", headers)).is_ok(), "{headers:?}");
        }
        let foreign: [&[(&str, &str)]; 7] = [
            &[host],
            &[host, ("sec-fetch-site", "cross-site"), ("origin", "http://127.0.0.1:8080")],
            &[host, ("sec-fetch-site", "same-site")],
            &[host, ("sec-fetch-site", "none")],
            &[host, ("origin", "null")],
            &[host, ("origin", "http://127.0.0.1:8081")],
            &[("origin", "http://")],
        ];
        for headers in foreign {
            for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"] {
                assert!(check_origin("http", &request(method, headers)).is_err(), "{method} {headers:?}");
            }
            assert!(check_origin("http", &request("GET", headers)).is_ok());
        }
        // The same name with and without TLS are two origins.
        let mine = request("POST", &[host, ("origin", "https://127.0.0.1:8080")]);
        assert!(check_origin("https", &mine).is_ok() && check_origin("http", &mine).is_err());
        let clear = request("POST", &[host, ("origin", "http://127.0.0.1:8080")]);
        assert!(check_origin("https", &clear).is_err());
    }

    #[test]
    fn only_the_names_of_the_node_are_answered() {
        let hosts = ["[::1]:8080", "localhost:8080"].map(str::to_owned);
        for host in ["[::1]:8080", "localhost:8080", "LOCALHOST:8080"] {
            assert!(check_host(&hosts, &request("GET", &[("host", host)])).is_ok(), "{host}");
        }
        for host in [
            "localhost",
            "localhost:8081",
            "127.0.0.1:8080",
            "rebound.example.org:8080",
            "",
            "localhost:8080.",
        ] {
            assert!(check_host(&hosts, &request("GET", &[("host", host)])).is_err(), "{host}");
        }
        assert!(check_host(&hosts, &request("GET", &[])).is_err());
        let twice = request("GET", &[("host", "localhost:8080"), ("host", "localhost:8080")]);
        assert!(check_host(&hosts, &twice).is_err());
    }
}
