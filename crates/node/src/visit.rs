//! One request: who sends it, in which language, for pages or for programs.

use std::str::FromStr;
use std::sync::Arc;

use axum::extract::{FromRequestParts, Path, Request};
use axum::http::header::{ACCEPT, ACCEPT_LANGUAGE, COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use serde::de::DeserializeOwned;

use crate::error::NodeError;
use crate::form::Form;
use crate::sessions::SignedIn;
use crate::words::Words;

/// The longest address that the page comes back to; ours have fewer than 200 letters.
const MAX_BACK: usize = 512;

/// What is known of a request before a page answers it.
#[derive(Clone)]
pub(crate) struct Visit {
    pub(crate) words: Words,
    /// Answered with JSON.
    pub(crate) json: bool,
    /// The address of this page, to come back to; of the first page when this was not a page that can be asked for.
    pub(crate) here: String,
    query: Arc<str>,
    signed_in: Option<Arc<SignedIn>>,
}

impl Visit {
    pub(crate) fn new(request: &Request, words: Words, signed_in: Option<Arc<SignedIn>>) -> Self {
        let uri = request.uri();
        let get = request.method() == Method::GET;
        let here = uri.path_and_query().filter(|_| get).map_or("/", |p| p.as_str());
        Self {
            words,
            json: wants_json(uri.path(), request.headers()),
            here: back(here).to_owned(),
            query: uri.query().unwrap_or_default().into(),
            signed_in,
        }
    }

    /// The officer who asks.
    pub(crate) fn officer(&self) -> Result<&SignedIn, NodeError> {
        self.signed_in.as_deref().ok_or(NodeError::NotSignedIn)
    }

    /// What the address asks for, as a form that is sent by it.
    pub(crate) fn query(&self) -> Result<Form, NodeError> {
        Form::of_query(&self.query)
    }

    /// Another address with the same query.
    pub(crate) fn with_query(&self, to: &str) -> String {
        format!("{to}?{}", self.query)
    }

    /// A number in the query; nothing when there is none or it is no number.
    pub(crate) fn number(&self, name: &str) -> Option<u64> {
        let mut pairs = self.query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.find(|(key, _)| *key == name).and_then(|(_, value)| value.parse().ok())
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = NodeError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, NodeError> {
        Ok(parts.extensions.get::<Self>().expect("the guard of all pages has put it there").clone())
    }
}

/// The one thing that an address names, for an officer who is signed in.
pub(crate) struct Named<T>(pub(crate) T);

/// What an address names, and what of it, for an officer who is signed in: a case and one of its entries, say.
pub(crate) struct Within<A, B>(pub(crate) A, pub(crate) B);

impl<S: Send + Sync, T: FromStr> FromRequestParts<S> for Named<T> {
    type Rejection = NodeError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, NodeError> {
        let name: String = names(parts, state).await?;
        read(&name).map(Self)
    }
}

impl<S: Send + Sync, A: FromStr, B: FromStr> FromRequestParts<S> for Within<A, B> {
    type Rejection = NodeError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, NodeError> {
        let (outer, inner): (String, String) = names(parts, state).await?;
        Ok(Self(read(&outer)?, read(&inner)?))
    }
}

/// The names in an address, once it is known that somebody is signed in: nobody else is told what there is.
async fn names<S: Send + Sync, N: DeserializeOwned + Send>(
    parts: &mut Parts,
    state: &S,
) -> Result<N, NodeError> {
    Visit::from_request_parts(parts, state).await?.officer()?;
    let Path(names) =
        Path::from_request_parts(parts, state).await.map_err(|_| NodeError::Malformed("address"))?;
    Ok(names)
}

fn read<T: FromStr>(name: &str) -> Result<T, NodeError> {
    name.parse().map_err(|_| NodeError::NotFound)
}

/// The first cookie of a name.
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// What the browser says of its languages.
pub(crate) fn accepted_languages(headers: &HeaderMap) -> Option<&str> {
    headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok())
}

/// An address of this node to come back to, or the first page: an address that leads elsewhere would let a foreign
/// page send an officer from the sign-in to a copy of it.
pub(crate) fn back(to: &str) -> &str {
    let own = to.starts_with('/') && !to.starts_with("//") && to.len() <= MAX_BACK;
    let plain = to.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    if own && plain { to } else { "/" }
}

fn wants_json(path: &str, headers: &HeaderMap) -> bool {
    let accept = headers.get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    path.starts_with("/api/") || (accept.contains("application/json") && !accept.contains("text/html"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_this_node_are_come_back_to() {
        assert_eq!(back("/cases/ab?from=3"), "/cases/ab?from=3");
        for to in
            ["", "cases", "//example.org", "/\\example.org", "https://example.org", "/a b", "/a\r\nb", "/é"]
        {
            assert_eq!(back(to), "/", "{to:?}");
        }
        let long = |length: usize| format!("/{}", "a".repeat(length - 1));
        assert_eq!(back(&long(MAX_BACK)), long(MAX_BACK));
        assert_eq!(back(&long(MAX_BACK + 1)), "/");
    }

    #[test]
    fn the_first_cookie_of_a_name_counts() {
        let mut headers = HeaderMap::new();
        headers.append(COOKIE, "a=1; b=2".parse().unwrap());
        headers.append(COOKIE, "b=3;c=4".parse().unwrap());
        assert_eq!(
            (cookie(&headers, "b"), cookie(&headers, "c"), cookie(&headers, "d")),
            (Some("2"), Some("4"), None)
        );
    }
}
