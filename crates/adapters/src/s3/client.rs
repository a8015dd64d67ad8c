//! What is asked of a bucket: signed, sent again where that can help, and read with limits.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use comity_record::{Clock, Sha256Digest};
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{HeaderName, HeaderValue};
use hyper::{HeaderMap, Method, Request, Uri};
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use tokio_rustls::TlsConnector;

use super::answer::{self, Listing, MAX_ANSWER_BYTES, PAGE, Uploads};
use super::credentials::Credentials;
use super::error::{At, S3Error};
use super::http::{Answer, Persistence, Wire};
use super::settings::Settings;
use super::sign::{Signed, authorization, escaped_path, escaped_query, stamp};
use crate::name::{Endpoint, Name};
use crate::tls;

/// Bytes of a file of certificates. Those of a system have a quarter of a mebibyte.
const MAX_AUTHORITIES_BYTES: u64 = 4 << 20;
/// Where systems keep the certificates that they trust: Debian and its kin, Red Hat and its kin, and others.
const OF_SYSTEMS: [&str; 3] =
    ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"];

const CHECKSUM: &str = "x-amz-checksum-sha256";

/// A bucket of a server, and what is needed to speak to it.
pub(super) struct Client {
    pub(super) server: String,
    settings: Settings,
    credentials: Credentials,
    clock: Arc<dyn Clock>,
    persistence: Persistence,
    wire: Wire,
    /// The name and port of the server, and what stands before each key in a path.
    host: String,
    base: String,
}

/// A question.
#[derive(Default)]
struct Ask<'a> {
    method: Method,
    /// Of an object; the bucket is asked without one.
    key: Option<&'a str>,
    query: Vec<(&'static str, String)>,
    headers: Vec<(&'static str, String)>,
    body: Bytes,
    /// Bytes of the answer at most.
    most: usize,
    /// Statuses besides those of success that are an answer.
    also: &'static [u16],
}

/// What became of an object that was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// It is there now.
    New,
    /// Something has the key; what was sent before an answer was lost, perhaps.
    Exists,
}

/// What is known of an object without reading it.
pub(super) struct Known {
    pub(super) size: u64,
    /// The checksum that the server has of it, as it writes it.
    pub(super) checksum: Option<String>,
}

/// A part of an object that the server has.
pub(super) struct Part {
    tag: String,
    digest: Sha256Digest,
    /// Whether the server has compared the checksum too.
    compared: bool,
}

impl Part {
    pub(super) fn digest(&self) -> Sha256Digest {
        self.digest
    }
}

impl Client {
    pub(super) fn new(
        settings: Settings,
        credentials: Credentials,
        clock: Arc<dyn Clock>,
        persistence: Persistence,
    ) -> Result<Self, S3Error> {
        let connector = if settings.secure {
            Some(TlsConnector::from(Arc::new(tls::client_under(authorities(&settings)?))))
        } else {
            None
        };
        let scheme = if settings.secure { "https" } else { "http" };
        let endpoint = match &settings.endpoint.name {
            Name::Dns(name) if !settings.path_style => {
                let name = format!("{}.{name}", settings.bucket);
                Endpoint { name: name.parse().map_err(super::SettingsError::from)?, ..settings.endpoint }
            }
            _ => settings.endpoint.clone(),
        };
        let usual = if settings.secure { 443 } else { 80 };
        let host = if endpoint.port == usual { endpoint.name.to_string() } else { endpoint.to_string() };
        let server = format!("{scheme}://{host}");
        let base = if settings.path_style { format!("/{}/", settings.bucket) } else { "/".to_owned() };
        let wire = Wire::new(server.clone(), endpoint, connector, persistence.each)?;
        Ok(Self { server, settings, credentials, clock, persistence, wire, host, base })
    }

    pub(super) fn prefix(&self) -> &str {
        &self.settings.prefix
    }

    /// A page of the objects whose keys begin with `prefix` and come after `after`, or one that goes on with a token.
    pub(super) fn list(
        &self,
        prefix: &str,
        after: Option<&str>,
        token: Option<&str>,
        limit: usize,
    ) -> Result<Listing, S3Error> {
        let mut query = vec![
            ("list-type", "2".to_owned()),
            ("max-keys", limit.clamp(1, PAGE).to_string()),
            ("prefix", prefix.to_owned()),
        ];
        query.extend(after.map(|after| ("start-after", after.to_owned())));
        query.extend(token.map(|token| ("continuation-token", token.to_owned())));
        let answer = self.ask(&Ask { query, most: MAX_ANSWER_BYTES, ..Ask::default() })?;
        answer::listing(&answer.body).map_err(|error| S3Error::malformed(&self.server, &error))
    }

    /// What is known of an object.
    pub(super) fn head(&self, key: &str) -> Result<Option<Known>, S3Error> {
        let headers = vec![("x-amz-checksum-mode", "ENABLED".to_owned())];
        let ask = Ask { method: Method::HEAD, key: Some(key), headers, also: &[404], ..Ask::default() };
        let answer = self.ask(&ask)?;
        if answer.status == 404 {
            return Ok(None);
        }
        let size = header(&answer.headers, "content-length").and_then(|size| size.parse().ok());
        let size = size.ok_or_else(|| self.malformed("no length of an object"))?;
        Ok(Some(Known { size, checksum: header(&answer.headers, CHECKSUM).map(str::to_owned) }))
    }

    /// Some bytes of an object and the size of it; nothing where there is no such object. `length` is not 0.
    pub(super) fn read(
        &self,
        key: &str,
        offset: u64,
        length: usize,
    ) -> Result<Option<(Bytes, u64)>, S3Error> {
        let last = offset.saturating_add(u64::try_from(length).unwrap_or(u64::MAX) - 1);
        let headers = vec![("range", format!("bytes={offset}-{last}"))];
        // An error is told in XML, and may be longer than what was asked for.
        let most = length.max(MAX_ERROR_BYTES);
        let ask = Ask { key: Some(key), headers, most, also: &[404, 416], ..Ask::default() };
        let answer = self.ask(&ask)?;
        match answer.status {
            404 => match answer::error(&answer.body) {
                Some(said) if said.code != "NoSuchKey" => {
                    Err(S3Error::of_answer(&self.at(), 404, Some(said)))
                }
                _ => Ok(None),
            },
            // Some answer with a range and the status of a whole.
            200 | 206 => {
                let range = header(&answer.headers, "content-range").map(content_range);
                let size = u64::try_from(answer.body.len()).unwrap_or(u64::MAX);
                let (first, size) = match range {
                    Some(range) => range.ok_or_else(|| self.malformed("no range"))?,
                    None => (0, size),
                };
                let wanted = u64::try_from(length).unwrap_or(u64::MAX).min(size.saturating_sub(offset));
                let whole = u64::try_from(answer.body.len()).is_ok_and(|length| length == wanted);
                if first != offset || !whole {
                    return Err(self.malformed("another range"));
                }
                Ok(Some((answer.body, size)))
            }
            416 => Err(S3Error::Short { server: self.server.clone(), key: key.to_owned(), offset }),
            _ => Err(self.malformed("no range")),
        }
    }

    /// Sends an object whole, unless something has the key.
    pub(super) fn put(&self, key: &str, bytes: Bytes) -> Result<Written, S3Error> {
        let headers = vec![(CHECKSUM, base64(&Sha256Digest::of(&bytes)))];
        self.unless_there(Ask { method: Method::PUT, key: Some(key), headers, body: bytes, ..Ask::default() })
            .map(|(written, _)| written)
    }

    /// Removes an object; one that is not there is no error.
    pub(super) fn remove(&self, key: &str) -> Result<(), S3Error> {
        let ask = Ask {
            method: Method::DELETE,
            key: Some(key),
            most: MAX_ERROR_BYTES,
            also: &[404],
            ..Ask::default()
        };
        let answer = self.ask(&ask)?;
        match answer::error(&answer.body) {
            Some(said) if answer.status == 404 && said.code != "NoSuchKey" => {
                Err(S3Error::of_answer(&self.at(), 404, Some(said)))
            }
            _ => Ok(()),
        }
    }

    /// Begins to send an object in parts.
    pub(super) fn begin(&self, key: &str) -> Result<String, S3Error> {
        let headers = vec![("x-amz-checksum-algorithm", "SHA256".to_owned())];
        let query = vec![("uploads", String::new())];
        let ask = Ask {
            method: Method::POST,
            key: Some(key),
            query,
            headers,
            most: MAX_ERROR_BYTES,
            ..Ask::default()
        };
        let answer = self.ask(&ask)?;
        answer::upload(&answer.body).map_err(|error| S3Error::malformed(&self.server, &error))
    }

    /// Sends a part. The first has the number 1.
    pub(super) fn part(&self, key: &str, upload: &str, number: usize, bytes: Bytes) -> Result<Part, S3Error> {
        let digest = Sha256Digest::of(&bytes);
        let checksum = base64(&digest);
        let query = vec![("partNumber", number.to_string()), ("uploadId", upload.to_owned())];
        let headers = vec![(CHECKSUM, checksum.clone())];
        let ask = Ask { method: Method::PUT, key: Some(key), query, headers, body: bytes, ..Ask::default() };
        let answer = self.ask(&Ask { most: MAX_ERROR_BYTES, ..ask })?;
        let tag = header(&answer.headers, "etag").ok_or_else(|| self.malformed("no tag of a part"))?;
        let compared = header(&answer.headers, CHECKSUM) == Some(checksum.as_str());
        Ok(Part { tag: tag.to_owned(), digest, compared })
    }

    /// Puts the parts together, unless something has the key.
    pub(super) fn complete(&self, key: &str, upload: &str, parts: &[Part]) -> Result<Written, S3Error> {
        let mut body =
            "<CompleteMultipartUpload xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">".to_owned();
        for (index, part) in parts.iter().enumerate() {
            body.push_str("<Part>");
            if part.compared {
                body.extend(["<ChecksumSHA256>", &base64(&part.digest), "</ChecksumSHA256>"]);
            }
            body.extend(["<ETag>", &quick_xml::escape::escape(&part.tag), "</ETag>"]);
            body.extend(["<PartNumber>", &(index + 1).to_string(), "</PartNumber></Part>"]);
        }
        body.push_str("</CompleteMultipartUpload>");
        let query = vec![("uploadId", upload.to_owned())];
        let ask = Ask { method: Method::POST, key: Some(key), query, body: body.into(), ..Ask::default() };
        let (written, answer) = self.unless_there(ask)?;
        if written == Written::New {
            answer::completed(&answer.body).map_err(|error| S3Error::malformed(&self.server, &error))?;
        }
        Ok(written)
    }

    /// Gives an upload up; one that is not there is no error.
    pub(super) fn abort(&self, key: &str, upload: &str) -> Result<(), S3Error> {
        let query = vec![("uploadId", upload.to_owned())];
        let ask = Ask { method: Method::DELETE, key: Some(key), query, ..Ask::default() };
        self.ask(&Ask { most: MAX_ERROR_BYTES, also: &[404], ..ask }).map(drop)
    }

    /// A page of the uploads below the prefix that were begun and not ended. A server that keeps no list of them has none.
    pub(super) fn uploads(&self, after: Option<&(String, String)>) -> Result<Uploads, S3Error> {
        let mut query = vec![
            ("uploads", String::new()),
            ("prefix", self.settings.prefix.clone()),
            ("max-uploads", PAGE.to_string()),
        ];
        if let Some((key, id)) = after {
            query.extend([("key-marker", key.clone()), ("upload-id-marker", id.clone())]);
        }
        let answer = self.ask(&Ask { query, most: MAX_ANSWER_BYTES, also: &[404, 501], ..Ask::default() })?;
        // The bucket is there, or an upload would not be looked for.
        if answer.status != 200 {
            return Ok(Uploads::default());
        }
        answer::uploads(&answer.body).map_err(|error| S3Error::malformed(&self.server, &error))
    }

    /// Asks on the condition that nothing has the key yet; without the condition where the server does not know it
    /// (status 501), for whoever asks has looked before.
    fn unless_there(&self, ask: Ask<'_>) -> Result<(Written, Answer), S3Error> {
        let mut ask = Ask { most: MAX_ERROR_BYTES, also: &[404, 412, 501], ..ask };
        ask.headers.push(("if-none-match", "*".to_owned()));
        let mut answer = self.ask(&ask)?;
        if answer.status == 501 {
            ask.headers.pop();
            ask.also = &[404, 412];
            answer = self.ask(&ask)?;
        }
        match answer.status {
            412 => Ok((Written::Exists, answer)),
            404 => {
                let said = answer::error(&answer.body);
                // An upload that was put together when the answer was lost is one no more.
                if said.as_ref().is_some_and(|said| said.code == "NoSuchUpload") {
                    Ok((Written::Exists, answer))
                } else {
                    Err(S3Error::of_answer(&self.at(), 404, said))
                }
            }
            _ => Ok((Written::New, answer)),
        }
    }

    /// Asks, and asks again where nobody answers or the server is in trouble. Whatever is asked may be asked twice.
    fn ask(&self, ask: &Ask<'_>) -> Result<Answer, S3Error> {
        let Persistence { tries, mut pause, .. } = self.persistence;
        let mut tried = 1;
        loop {
            match self.ask_once(ask) {
                Err(error) if tried < tries && may_pass(&error) => {
                    self.wire.pause(pause)?;
                    pause = pause.saturating_mul(2).min(LONGEST_PAUSE);
                    tried += 1;
                }
                answered => return answered,
            }
        }
    }

    fn ask_once(&self, ask: &Ask<'_>) -> Result<Answer, S3Error> {
        let answer = self.wire.ask(self.request(ask), ask.most.max(MAX_ERROR_BYTES))?;
        let said = || answer::error(&answer.body);
        match answer.status {
            // To put parts together takes long. A server that has begun to answer tells of a failure in the body.
            200 if ask.method == Method::POST => match said() {
                None => Ok(answer),
                Some(said) => Err(S3Error::of_answer(&self.at(), 500, Some(said))),
            },
            status if (200..300).contains(&status) || ask.also.contains(&status) => Ok(answer),
            status => Err(S3Error::of_answer(&self.at(), status, said())),
        }
    }

    fn request(&self, ask: &Ask<'_>) -> Request<Full<Bytes>> {
        // The bucket itself is asked with its slash, as it is signed then in either style.
        let path = format!("{}{}", self.base, ask.key.unwrap_or_default());
        let (now, body) = (self.clock.now(), Sha256Digest::of(&ask.body));
        let mut headers = ask.headers.clone();
        headers.extend([
            ("host", self.host.clone()),
            ("x-amz-content-sha256", body.to_string()),
            ("x-amz-date", stamp(now)),
        ]);
        let signed =
            Signed { method: ask.method.as_str(), path: &path, query: &ask.query, headers: &headers, body };
        let authorization = authorization(&self.credentials, &self.settings.region, now, &signed);
        let target = format!("{}?{}", escaped_path(&path), escaped_query(&ask.query));
        let target = target.strip_suffix('?').unwrap_or(&target);
        let mut request = Request::new(Full::new(ask.body.clone()));
        *request.method_mut() = ask.method.clone();
        *request.uri_mut() = Uri::try_from(target).expect("what is escaped is visible ASCII");
        for (name, value) in headers {
            let value = HeaderValue::from_str(&value).expect("made here, of visible ASCII");
            request.headers_mut().insert(HeaderName::from_static(name), value);
        }
        let mut value = HeaderValue::from_str(&authorization).expect("made here, of visible ASCII");
        value.set_sensitive(true);
        request.headers_mut().insert(hyper::header::AUTHORIZATION, value);
        request
    }

    fn at(&self) -> At<'_> {
        At { server: &self.server, bucket: &self.settings.bucket, region: &self.settings.region }
    }

    pub(super) fn malformed(&self, cause: &str) -> S3Error {
        S3Error::Malformed { server: self.server.clone(), cause: cause.to_owned() }
    }
}

/// Bytes of an answer that is no page of a listing. Errors have some hundred.
const MAX_ERROR_BYTES: usize = 64 << 10;
/// However often it was asked in vain.
const LONGEST_PAUSE: Duration = Duration::from_secs(10);

/// Whether it may be otherwise a moment later.
fn may_pass(error: &S3Error) -> bool {
    match error {
        S3Error::Unreachable { .. }
        | S3Error::TimedOut { .. }
        | S3Error::Broken { .. }
        | S3Error::Busy { .. } => true,
        // Two who write under one key at once, or a server that waited for bytes too long.
        S3Error::Refused { status, said, .. } => *status == 409 || said.starts_with("RequestTimeout"),
        _ => false,
    }
}

/// The checksum of parts, as servers write it: that of the digests in a row.
pub(super) fn checksum(parts: &[Part]) -> String {
    match parts {
        [] => String::new(),
        _ => {
            let digests: Vec<&[u8]> = parts.iter().map(|part| &part.digest.as_bytes()[..]).collect();
            format!("{}-{}", base64(&Sha256Digest::of_parts(&digests)), parts.len())
        }
    }
}

pub(super) fn base64(digest: &Sha256Digest) -> String {
    STANDARD.encode(digest.as_bytes())
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// The first byte and the size of `bytes 0-9/443` (RFC 9110, 14.4).
fn content_range(text: &str) -> Option<(u64, u64)> {
    let (range, size) = text.strip_prefix("bytes ")?.split_once('/')?;
    Some((range.split_once('-')?.0.parse().ok()?, size.parse().ok()?))
}

/// The certificates that a server's must be under.
fn authorities(settings: &Settings) -> Result<RootCertStore, S3Error> {
    let path = match &settings.authorities {
        Some(path) => path.as_path(),
        None => {
            let of_system = OF_SYSTEMS.map(Path::new);
            of_system.into_iter().find(|path| path.exists()).unwrap_or(of_system[0])
        }
    };
    let refuse = |cause: String| S3Error::Authorities { path: path.to_owned(), cause };
    let size = std::fs::metadata(path).map_err(|error| refuse(error.to_string()))?.len();
    if size > MAX_AUTHORITIES_BYTES {
        return Err(refuse(format!("more than {MAX_AUTHORITIES_BYTES} bytes")));
    }
    let bytes = std::fs::read(path).map_err(|error| refuse(error.to_string()))?;
    let found: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&bytes).collect();
    let mut roots = RootCertStore::empty();
    let (taken, _) = roots.add_parsable_certificates(found.map_err(|error| refuse(error.to_string()))?);
    if taken == 0 { Err(refuse("no certificate".to_owned())) } else { Ok(roots) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read() {
        assert_eq!(content_range("bytes 0-9/443"), Some((0, 443)));
        for text in ["", "bytes", "bytes */443", "bytes 0-9/*", "items 0-9/443", "bytes 0-9"] {
            assert_eq!(content_range(text), None, "{text}");
        }
    }

    #[test]
    fn the_checksum_of_parts_is_that_of_their_digests_and_tells_how_many() {
        let part = |text: &[u8]| Part { tag: String::new(), digest: Sha256Digest::of(text), compared: true };
        let both: Vec<u8> =
            [&b"a"[..], b"b"].iter().flat_map(|text| *Sha256Digest::of(text).as_bytes()).collect();
        let expected = format!("{}-2", STANDARD.encode(Sha256Digest::of(&both).as_bytes()));
        assert_eq!(checksum(&[part(b"a"), part(b"b")]), expected);
    }
}
