//! Forms, as browsers send them.

use axum::body::to_bytes;
use axum::extract::{FromRequest, Request};
use axum::http::header::CONTENT_TYPE;
use zeroize::Zeroizing;

use crate::error::NodeError;

/// Bytes of a request's body. A note has at most 64 KiB, which URL encoding makes three times as long.
pub const MAX_BODY_BYTES: usize = 1 << 20;
/// Fields of a form. Ours have at most a dozen.
pub const MAX_FIELDS: usize = 64;

/// The fields of a form. Overwritten when dropped: one of them may be a passphrase. The buffers of the
/// connection are not ours to overwrite.
pub(crate) struct Form(Vec<(String, Zeroizing<String>)>);

impl Form {
    /// The text of a field, without the space around it; empty when there is none.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.raw(name).trim()
    }

    /// The text of a field as it was typed.
    pub(crate) fn raw(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value.as_str())
    }

    /// The texts of all fields of a name, as boxes that are ticked send them.
    pub(crate) fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.trim())
    }

    /// A field that another program would have had to leave out: an identifier from a choice that a page offered.
    pub(crate) fn id<T: std::str::FromStr>(&self, name: &'static str) -> Result<T, NodeError> {
        self.text(name).parse().map_err(|_| NodeError::Malformed(name))
    }

    /// Reads a query, which has the same form.
    pub(crate) fn of_query(query: &str) -> Result<Self, NodeError> {
        Self::parse(query.as_bytes())
    }

    fn parse(body: &[u8]) -> Result<Self, NodeError> {
        let mut fields = Vec::new();
        for field in body.split(|b| *b == b'&').filter(|field| !field.is_empty()) {
            if fields.len() == MAX_FIELDS {
                return Err(NodeError::Malformed("too many fields"));
            }
            let at = field.iter().position(|b| *b == b'=').unwrap_or(field.len());
            let name = decode(&field[..at])?;
            fields.push((name.to_string(), decode(field.get(at + 1..).unwrap_or_default())?));
        }
        Ok(Self(fields))
    }
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = NodeError;

    async fn from_request(request: Request, _: &S) -> Result<Self, NodeError> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
        let essence = kind.split(';').next().unwrap_or_default().trim();
        if !essence.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            return Err(NodeError::Malformed("content type"));
        }
        let body = to_bytes(request.into_body(), MAX_BODY_BYTES).await.map_err(|_| NodeError::TooLarge)?;
        Self::parse(&body)
    }
}

/// Undoes `application/x-www-form-urlencoded` (URL standard §5.1), strictly: a bad escape or text that is not UTF-8
/// is refused, because what would be guessed is then signed.
fn decode(text: &[u8]) -> Result<Zeroizing<String>, NodeError> {
    let bad = || NodeError::Malformed("encoding");
    let digit = |b: &u8| char::from(*b).to_digit(16).and_then(|d| u8::try_from(d).ok());
    let mut bytes = Zeroizing::new(Vec::with_capacity(text.len()));
    let mut rest = text;
    while let Some((first, tail)) = rest.split_first() {
        rest = tail;
        match first {
            b'+' => bytes.push(b' '),
            b'%' => {
                let [high, low, ..] = rest else { return Err(bad()) };
                bytes.push(digit(high).ok_or_else(bad)? << 4 | digit(low).ok_or_else(bad)?);
                rest = &rest[2..];
            }
            other => bytes.push(*other),
        }
    }
    // Browsers send the ends of lines as CR LF; what is signed has LF.
    let text = std::str::from_utf8(&bytes).map_err(|_| bad())?;
    Ok(Zeroizing::new(text.replace("\r\n", "\n")))
}

/// For fuzzing: reads any bytes as a form.
#[doc(hidden)]
pub fn fuzz_form(body: &[u8]) {
    if let Ok(form) = Form::parse(body) {
        assert!(form.0.len() <= MAX_FIELDS);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn fields_are_read_as_browsers_write_them() {
        let form = Form::parse("text=+a%26b%0D%0A%D8%B3+&empty=&bare&text=second".as_bytes()).unwrap();
        assert_eq!(form.raw("text"), " a&b\nس ");
        assert_eq!(form.text("text"), "a&b\nس");
        assert_eq!((form.text("empty"), form.text("bare"), form.text("absent")), ("", "", ""));
    }

    #[test]
    fn what_is_no_form_is_refused() {
        for body in ["a=%", "a=%4", "a=%zz", "a=%ff"] {
            assert!(matches!(Form::parse(body.as_bytes()), Err(NodeError::Malformed(_))), "{body}");
        }
        let fields = |count: usize| vec!["a=b"; count].join("&");
        assert!(Form::parse(fields(MAX_FIELDS).as_bytes()).is_ok());
        assert!(Form::parse(fields(MAX_FIELDS + 1).as_bytes()).is_err());
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(body in proptest::collection::vec(any::<u8>(), 0..300)) {
            fuzz_form(&body);
        }

        #[test]
        fn what_is_written_is_read(text in "[^\r]*") {
            let mut body = b"t=".to_vec();
            for byte in text.bytes() {
                body.extend([b'%', b"0123456789ABCDEF"[usize::from(byte >> 4)], b"0123456789abcdef"[usize::from(byte & 15)]]);
            }
            let form = Form::parse(&body).unwrap();
            prop_assert_eq!(form.raw("t"), text.as_str());
        }
    }
}
