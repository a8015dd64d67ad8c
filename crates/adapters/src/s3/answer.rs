//! What a server says in XML. Foreign bytes: a size, a depth and a number of elements, no document type, no entity of its
//! own.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, Event};

/// Bytes of an answer. A page of a listing has at most [`PAGE`] keys of at most 1,024 bytes, which escaping may make
/// several times as long, with some hundred bytes of marks around each.
pub const MAX_ANSWER_BYTES: usize = 8 << 20;
/// Elements in each other. The answers that are read have four.
pub const MAX_DEPTH: usize = 16;
/// Elements of an answer: a page of a listing with sixty for each key.
pub const MAX_ELEMENTS: usize = 60_000;
/// Keys or uploads on a page of a listing; S3 gives no more, and we ask for no more.
pub const PAGE: usize = 1000;
/// Letters of what a server says that an error shows.
pub const MAX_SAID: usize = 300;

/// Why bytes are no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AnswerError {
    /// Not XML.
    #[error("it is no XML")]
    NotXml,
    /// More bytes, depth, elements or keys than the limit.
    #[error("it has more than {limit} {what}")]
    TooMuch {
        /// Bytes, levels, elements or entries.
        what: &'static str,
        /// The limit.
        limit: usize,
    },
    /// An answer to something else.
    #[error("it is <{found}> and not <{expected}>")]
    Other {
        /// The element that was expected.
        expected: &'static str,
        /// What is there.
        found: String,
    },
    /// Something that must be there.
    #[error("it has no <{element}> that is sound")]
    Lacks {
        /// The element.
        element: &'static str,
    },
}

/// An error that a server tells of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Its code, of those of S3: `NoSuchBucket`.
    pub code: String,
    /// Its own words, cut to [`MAX_SAID`] letters, without control characters.
    pub message: String,
}

/// A page of the objects of a bucket.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Keys and sizes, in the order of the server.
    pub objects: Vec<(String, u64)>,
    /// With what to ask for the next page.
    pub next: Option<String>,
}

/// A page of the uploads that were begun and not ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Uploads {
    /// Keys and identifiers.
    pub uploads: Vec<(String, String)>,
    /// With which key and which identifier to ask for the next page.
    pub next: Option<(String, String)>,
}

/// The error in the body of an answer; nothing, where there is none that can be read.
pub fn error(body: &[u8]) -> Option<Said> {
    let mut said = Said::default();
    let read = elements(body, &["Error"], &mut |path, text| {
        match path {
            [name] if name == "Code" => said.code = shown(text),
            [name] if name == "Message" => said.message = shown(text),
            _ => {}
        }
        Ok(())
    });
    (read.is_ok() && !said.code.is_empty()).then_some(said)
}

/// A page of a listing (`ListObjectsV2`).
///
/// # Errors
/// Fails for anything else.
pub fn listing(body: &[u8]) -> Result<Listing, AnswerError> {
    let (mut listing, mut truncated) = (Listing::default(), false);
    let (mut key, mut size) = (None, None);
    elements(body, &["ListBucketResult"], &mut |path, text| {
        let path: Vec<_> = path.iter().map(String::as_str).collect();
        match path[..] {
            ["IsTruncated"] => truncated = text == "true",
            ["NextContinuationToken"] => listing.next = Some(text.to_owned()),
            ["Contents", "Key"] => key = Some(text.to_owned()),
            ["Contents", "Size"] => size = text.parse().ok(),
            ["Contents"] => {
                let key = key.take().ok_or(AnswerError::Lacks { element: "Key" })?;
                let size = size.take().ok_or(AnswerError::Lacks { element: "Size" })?;
                room(listing.objects.len())?;
                listing.objects.push((key, size));
            }
            _ => {}
        }
        Ok(())
    })?;
    match (truncated, &listing.next) {
        (true, None) => return Err(AnswerError::Lacks { element: "NextContinuationToken" }),
        // Some servers give a token on the last page too.
        (false, _) => listing.next = None,
        (true, Some(_)) => {}
    }
    Ok(listing)
}

/// The identifier of an upload that was begun (`CreateMultipartUpload`).
///
/// # Errors
/// Fails for anything else.
pub fn upload(body: &[u8]) -> Result<String, AnswerError> {
    let mut id = String::new();
    // The second is the name that rclone gives it.
    elements(body, &["InitiateMultipartUploadResult", "InitiateMultipartUpload"], &mut |path, text| {
        if let [name] = path
            && name == "UploadId"
        {
            text.clone_into(&mut id);
        }
        Ok(())
    })?;
    if id.is_empty() { Err(AnswerError::Lacks { element: "UploadId" }) } else { Ok(id) }
}

/// A page of uploads (`ListMultipartUploads`).
///
/// # Errors
/// Fails for anything else.
pub fn uploads(body: &[u8]) -> Result<Uploads, AnswerError> {
    let (mut uploads, mut truncated) = (Uploads::default(), false);
    let (mut key, mut id, mut next_key, mut next_id) = (None, None, None, None);
    elements(body, &["ListMultipartUploadsResult"], &mut |path, text| {
        let path: Vec<_> = path.iter().map(String::as_str).collect();
        match path[..] {
            ["IsTruncated"] => truncated = text == "true",
            ["NextKeyMarker"] => next_key = Some(text.to_owned()),
            ["NextUploadIdMarker"] => next_id = Some(text.to_owned()),
            ["Upload", "Key"] => key = Some(text.to_owned()),
            ["Upload", "UploadId"] => id = Some(text.to_owned()),
            ["Upload"] => {
                let key = key.take().ok_or(AnswerError::Lacks { element: "Key" })?;
                let id = id.take().ok_or(AnswerError::Lacks { element: "UploadId" })?;
                room(uploads.uploads.len())?;
                uploads.uploads.push((key, id));
            }
            _ => {}
        }
        Ok(())
    })?;
    if truncated {
        let next_key = next_key.ok_or(AnswerError::Lacks { element: "NextKeyMarker" })?;
        uploads.next = Some((next_key, next_id.unwrap_or_default()));
    }
    Ok(uploads)
}

/// That an upload is whole (`CompleteMultipartUpload`), which a server also answers with status 200 when it is not.
///
/// # Errors
/// Fails for anything else.
pub fn completed(body: &[u8]) -> Result<(), AnswerError> {
    elements(body, &["CompleteMultipartUploadResult"], &mut |_, _| Ok(()))
}

fn room(taken: usize) -> Result<(), AnswerError> {
    if taken < PAGE { Ok(()) } else { Err(AnswerError::TooMuch { what: "entries", limit: PAGE }) }
}

/// A text of a server for an error: short, and without signs that a terminal would obey.
fn shown(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).take(MAX_SAID).collect()
}

/// Is told the names from below the root to an element, and the text in it.
type Tell<'a> = dyn FnMut(&[String], &str) -> Result<(), AnswerError> + 'a;

/// Tells of each element below the root, which has one of these names, when it ends: the names from below the root to it, and the text in it.
fn elements(body: &[u8], roots: &[&'static str], tell: &mut Tell<'_>) -> Result<(), AnswerError> {
    if body.len() > MAX_ANSWER_BYTES {
        return Err(AnswerError::TooMuch { what: "bytes", limit: MAX_ANSWER_BYTES });
    }
    let body = str::from_utf8(body).map_err(|_| AnswerError::NotXml)?;
    let mut reader = Reader::from_str(body);
    reader.config_mut().expand_empty_elements = true;
    // The root is not in the path; whether it is open, and whether it was there, is.
    let (mut path, mut text, mut open, mut ended, mut count) = (Vec::new(), String::new(), false, false, 0);
    loop {
        match reader.read_event().map_err(|_| AnswerError::NotXml)? {
            Event::Start(element) => {
                count += 1;
                if count > MAX_ELEMENTS {
                    return Err(AnswerError::TooMuch { what: "elements", limit: MAX_ELEMENTS });
                }
                let name = element.local_name().as_ref().to_owned();
                text.clear();
                match (open, ended) {
                    (true, _) if path.len() + 1 >= MAX_DEPTH => {
                        return Err(AnswerError::TooMuch { what: "levels", limit: MAX_DEPTH });
                    }
                    (true, _) => path.push(name),
                    (false, true) => return Err(AnswerError::NotXml),
                    (false, false) if roots.contains(&name.as_str()) => open = true,
                    (false, false) => {
                        return Err(AnswerError::Other { expected: roots[0], found: shown(&name) });
                    }
                }
            }
            Event::End(_) => {
                if path.is_empty() {
                    (open, ended) = (false, true);
                } else {
                    tell(&path, text.trim())?;
                    path.pop();
                }
                text.clear();
            }
            Event::Text(more) => text.push_str(&more),
            Event::CData(more) => text.push_str(&more),
            Event::GeneralRef(reference) => text.push_str(&resolve(&reference).ok_or(AnswerError::NotXml)?),
            Event::Eof if ended => return Ok(()),
            Event::DocType(_) | Event::Eof => return Err(AnswerError::NotXml),
            _ => {}
        }
    }
}

/// A sign that XML itself names, or names by number.
fn resolve(reference: &BytesRef<'_>) -> Option<String> {
    if let Ok(Some(sign)) = reference.resolve_char_ref() {
        return Some(sign.to_string());
    }
    quick_xml::escape::resolve_predefined_entity(reference).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(objects: usize) -> String {
        let each = "<Contents><Key>k</Key><Size>1</Size></Contents>".repeat(objects);
        format!("<ListBucketResult>{each}<IsTruncated>false</IsTruncated></ListBucketResult>")
    }

    #[test]
    fn a_listing_is_read_as_servers_write_it() {
        let body = br#"<?xml version="1.0" encoding="UTF-8"?>
            <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>b</Name><Prefix>p/</Prefix>
            <KeyCount>2</KeyCount><MaxKeys>2</MaxKeys><IsTruncated>true</IsTruncated>
            <Contents><Key>p/a&amp;b&#x41;</Key><Size>17</Size><Owner><ID>x</ID></Owner>
              <ETag>&quot;e&quot;</ETag></Contents>
            <Contents><ETag/><Size>0</Size><Key>p/c</Key></Contents>
            <CommonPrefixes><Prefix>p/d/</Prefix></CommonPrefixes>
            <NextContinuationToken>1ueGcx==</NextContinuationToken></ListBucketResult>"#;
        let objects = vec![("p/a&bA".to_owned(), 17), ("p/c".to_owned(), 0)];
        assert_eq!(listing(body), Ok(Listing { objects, next: Some("1ueGcx==".to_owned()) }));
        let last = "<ListBucketResult><IsTruncated>false</IsTruncated><NextContinuationToken>x</NextContinuationToken></ListBucketResult>";
        assert_eq!(listing(last.as_bytes()), Ok(Listing::default()));
    }

    #[test]
    fn what_is_missing_in_an_answer_is_no_zero() {
        let lacks = |element| Err(AnswerError::Lacks { element });
        for (body, expected) in [
            ("<ListBucketResult><Contents><Key>k</Key></Contents></ListBucketResult>", lacks("Size")),
            (
                "<ListBucketResult><Contents><Key>k</Key><Size>-1</Size></Contents></ListBucketResult>",
                lacks("Size"),
            ),
            ("<ListBucketResult><Contents><Size>1</Size></Contents></ListBucketResult>", lacks("Key")),
            (
                "<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>",
                lacks("NextContinuationToken"),
            ),
            ("<ListBucketResult><Contents>", Err(AnswerError::NotXml)),
            ("<ListBucketResult/><ListBucketResult/>", Err(AnswerError::NotXml)),
            ("<ListBucketResult>&own;</ListBucketResult>", Err(AnswerError::NotXml)),
            ("<!DOCTYPE x [<!ENTITY own 'x'>]><ListBucketResult/>", Err(AnswerError::NotXml)),
            ("", Err(AnswerError::NotXml)),
        ] {
            assert_eq!(listing(body.as_bytes()), expected, "{body}");
        }
        let other = AnswerError::Other { expected: "ListBucketResult", found: "html".to_owned() };
        assert_eq!(listing(b"<html></html>"), Err(other));
        let lacks = Err(AnswerError::Lacks { element: "UploadId" });
        assert_eq!(upload(b"<InitiateMultipartUploadResult/>"), lacks);
    }

    #[test]
    fn errors_uploads_and_their_ends_are_read() {
        let body = b"<Error><Code>SlowDown</Code><Message>less,\x1b[31m please</Message><RequestId>4</RequestId></Error>";
        let said = Said { code: "SlowDown".to_owned(), message: "less,[31m please".to_owned() };
        assert_eq!(error(body), Some(said));
        assert_eq!(error(b"<Error><Message>x</Message></Error>"), None);
        assert_eq!(error(b"Bad Gateway"), None);
        let begun = b"<InitiateMultipartUploadResult><Key>k</Key><UploadId>u-1</UploadId></InitiateMultipartUploadResult>";
        assert_eq!(upload(begun).unwrap(), "u-1");
        let left =
            b"<ListMultipartUploadsResult><IsTruncated>true</IsTruncated><NextKeyMarker>k</NextKeyMarker>
            <NextUploadIdMarker>u</NextUploadIdMarker><Upload><Key>k</Key><UploadId>u</UploadId></Upload>
            </ListMultipartUploadsResult>";
        let pair = ("k".to_owned(), "u".to_owned());
        assert_eq!(uploads(left), Ok(Uploads { uploads: vec![pair.clone()], next: Some(pair) }));
        assert_eq!(
            completed(b"<CompleteMultipartUploadResult><ETag>e</ETag></CompleteMultipartUploadResult>"),
            Ok(())
        );
        assert!(completed(b"<Error><Code>InternalError</Code></Error>").is_err(), "with status 200");
    }

    #[test]
    fn each_limit_holds_and_one_more_does_not() {
        assert_eq!(listing(page(PAGE).as_bytes()).unwrap().objects.len(), PAGE);
        let entries = AnswerError::TooMuch { what: "entries", limit: PAGE };
        assert_eq!(listing(page(PAGE + 1).as_bytes()), Err(entries));

        let deep = |levels| {
            format!("<ListBucketResult>{}{}</ListBucketResult>", "<a>".repeat(levels), "</a>".repeat(levels))
        };
        assert!(listing(deep(MAX_DEPTH - 1).as_bytes()).is_ok());
        let levels = AnswerError::TooMuch { what: "levels", limit: MAX_DEPTH };
        assert_eq!(listing(deep(MAX_DEPTH).as_bytes()), Err(levels));

        let wide = |elements| format!("<ListBucketResult>{}</ListBucketResult>", "<a/>".repeat(elements));
        assert!(listing(wide(MAX_ELEMENTS - 1).as_bytes()).is_ok());
        let elements = AnswerError::TooMuch { what: "elements", limit: MAX_ELEMENTS };
        assert_eq!(listing(wide(MAX_ELEMENTS).as_bytes()), Err(elements));

        let room = MAX_ANSWER_BYTES - page(0).len();
        assert!(listing(format!("{}{}", page(0), " ".repeat(room)).as_bytes()).is_ok());
        let bytes = AnswerError::TooMuch { what: "bytes", limit: MAX_ANSWER_BYTES };
        assert_eq!(listing(format!("{}{}", page(0), " ".repeat(room + 1)).as_bytes()), Err(bytes));

        let long = format!("<Error><Code>x</Code><Message>{}</Message></Error>", "m".repeat(MAX_SAID + 1));
        assert_eq!(error(long.as_bytes()).unwrap().message.len(), MAX_SAID);
    }
}
