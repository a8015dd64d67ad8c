//! Signatures of requests: AWS Signature Version 4, in a header (Amazon S3 API Reference, "Authenticating Requests: Using
//! the Authorization Header"). They cover the method, the path, the query, the headers and the SHA-256 of the body, so
//! that a server which checks them notices every change on the way.

use std::fmt::Write as _;

use comity_record::Sha256Digest;
use hmac::{Hmac, KeyInit as _, Mac as _};
use jiff::Timestamp;
use zeroize::Zeroizing;

use super::credentials::Credentials;

const ALGORITHM: &str = "AWS4-HMAC-SHA256";

/// A request as the signature sees it.
pub(super) struct Signed<'a> {
    pub(super) method: &'a str,
    /// The path, not escaped, from its first slash.
    pub(super) path: &'a str,
    /// Names and values, not escaped, in any order.
    pub(super) query: &'a [(&'a str, String)],
    /// Names in small letters, and values. Every header is signed.
    pub(super) headers: &'a [(&'static str, String)],
    /// The digest of the body, as it also stands in a header.
    pub(super) body: Sha256Digest,
}

/// The time of a request, as its header has it.
pub(super) fn stamp(now: Timestamp) -> String {
    now.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// The value of the header `authorization` of a request of that time.
pub(super) fn authorization(
    credentials: &Credentials,
    region: &str,
    now: Timestamp,
    request: &Signed<'_>,
) -> String {
    let day = now.strftime("%Y%m%d").to_string();
    let scope = format!("{day}/{region}/s3/aws4_request");
    let mut headers: Vec<_> = request.headers.iter().collect();
    headers.sort_unstable();
    let names = headers.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(";");
    let mut canonical =
        format!("{}\n{}\n{}\n", request.method, escaped_path(request.path), escaped_query(request.query));
    for (name, value) in headers {
        canonical.extend([name, ":", value.trim(), "\n"]);
    }
    canonical.extend(["\n", &names, "\n", &request.body.to_string()]);
    let text = format!("{ALGORITHM}\n{}\n{scope}\n{}", stamp(now), Sha256Digest::of(canonical.as_bytes()));
    let first = Zeroizing::new(format!("AWS4{}", credentials.secret()));
    let key = [&day, region, "s3", "aws4_request"]
        .iter()
        .fold(Zeroizing::new(first.as_bytes().to_vec()), |key, part| mac(&key, part.as_bytes()));
    let signature = hex::encode(&*mac(&key, text.as_bytes()));
    format!(
        "{ALGORITHM} Credential={}/{scope},SignedHeaders={names},Signature={signature}",
        credentials.name()
    )
}

fn mac(key: &[u8], text: &[u8]) -> Zeroizing<Vec<u8>> {
    let mac = Hmac::<sha2::Sha256>::new_from_slice(key).expect("HMAC takes any key");
    Zeroizing::new(mac.chain_update(text).finalize().into_bytes().to_vec())
}

/// A path as it is sent and signed: every byte escaped but for letters, digits, `-._~` and the slashes between.
pub(super) fn escaped_path(path: &str) -> String {
    path.split('/').map(escaped).collect::<Vec<_>>().join("/")
}

/// A query as it is sent and signed: sorted, each name with an equals sign.
pub(super) fn escaped_query(query: &[(&str, String)]) -> String {
    let mut parts: Vec<_> = query.iter().map(|(name, value)| (escaped(name), escaped(value))).collect();
    parts.sort_unstable();
    parts.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&")
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The key of the examples in the Amazon S3 API Reference, "Signature Calculations for the Authorization Header:
    /// Transferring Payload in a Single Chunk", which is nobody's.
    fn credentials() -> Credentials {
        Credentials::from_bytes(b"AKIAIOSFODNN7EXAMPLE\nwJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n").unwrap()
    }

    fn signature(
        method: &str,
        path: &str,
        query: &[(&str, String)],
        more: &[(&'static str, &str)],
        body: &[u8],
    ) -> String {
        let now = "2013-05-24T00:00:00Z".parse().unwrap();
        let body = Sha256Digest::of(body);
        let mut headers = vec![
            ("host", "examplebucket.s3.amazonaws.com".to_owned()),
            ("x-amz-content-sha256", body.to_string()),
            ("x-amz-date", stamp(now)),
        ];
        headers.extend(more.iter().map(|(name, value)| (*name, (*value).to_owned())));
        let request = Signed { method, path, query, headers: &headers, body };
        let value = authorization(&credentials(), "us-east-1", now, &request);
        assert!(value.starts_with(
            "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders="
        ));
        value.rsplit_once("Signature=").unwrap().1.to_owned()
    }

    #[test]
    fn the_four_examples_of_the_reference_have_the_signatures_that_it_gives() {
        assert_eq!(
            signature("GET", "/test.txt", &[], &[("range", "bytes=0-9")], b""),
            "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"
        );
        let put = [("date", "Fri, 24 May 2013 00:00:00 GMT"), ("x-amz-storage-class", "REDUCED_REDUNDANCY")];
        assert_eq!(
            signature("PUT", "/test$file.text", &[], &put, b"Welcome to Amazon S3."),
            "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"
        );
        assert_eq!(
            signature("GET", "/", &[("lifecycle", String::new())], &[], b""),
            "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"
        );
        let list = [("prefix", "J".to_owned()), ("max-keys", "2".to_owned())];
        assert_eq!(
            signature("GET", "/", &list, &[], b""),
            "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"
        );
    }

    #[test]
    fn what_is_sent_is_escaped_as_it_is_signed() {
        assert_eq!(escaped_path("/a b/\u{439}/x~y_z.1-2"), "/a%20b/%D0%B9/x~y_z.1-2");
        let query = [("prefix", "a/b=c&d".to_owned()), ("list-type", "2".to_owned())];
        assert_eq!(escaped_query(&query), "list-type=2&prefix=a%2Fb%3Dc%26d");
        assert_eq!(escaped_query(&[("uploads", String::new())]), "uploads=");
    }
}
