//! What lies inside a PDF that came from elsewhere: the machine-readable twin of a request, and the signature beside it.
//!
//! Of the file only the tree of its attachments is read (ISO 32000-2, 7.7.4 and 7.11.4): no page, font or picture of it.
//! The file may be anything, so whoever calls this does so in a child process that may use little memory.

use std::io::Read as _;

use comity_record::Coded;
use flate2::read::ZlibDecoder;
use hayro_syntax::object::{Array, Dict, Stream, String as PdfString};
use hayro_syntax::{Filter, LoadPdfError, Pdf};

use crate::render::{MAX_TWIN_BYTES, TWIN_NAME, TWIN_SIGNATURE_NAME};

/// Bytes of a PDF that is read: a scan of a signed paper included.
pub const MAX_PDF_BYTES: usize = 32 << 20;
/// Attachments of a PDF that are looked at, and nodes of their tree: ours has two attachments in one node.
pub const MAX_ATTACHMENTS: usize = 1_000;

/// The codes of every error of this reader.
pub const CODES: &[&str] = &[
    "document-pdf-too-large",
    "document-pdf-not",
    "document-pdf-encrypted",
    "document-pdf-no-twin",
    "document-pdf-twice",
    "document-pdf-packed",
];

/// What was attached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    /// The twin, as it lies in the file. Nothing of it has been checked.
    pub twin: Vec<u8>,
    /// The signature beside it, if there is one.
    pub signature: Option<Vec<u8>>,
}

/// Why no twin was taken out of a PDF.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AttachedError {
    /// The file, or something of it, is over a limit.
    #[error("{what} is larger than {most}")]
    TooLarge {
        /// What is too large.
        what: &'static str,
        /// The limit.
        most: usize,
    },
    /// The file is no PDF, or a damaged one.
    #[error("this is no PDF, or a damaged one")]
    NotPdf,
    /// The file can be read with a password only.
    #[error("the PDF is locked by a password")]
    Encrypted,
    /// There is no twin in it.
    #[error("no {TWIN_NAME} is attached to the PDF")]
    NoTwin,
    /// Two attachments have one name: nobody knows which one the paper means.
    #[error("two attachments are called {0}")]
    Twice(&'static str),
    /// An attachment is packed in a way that is not read, or damaged.
    #[error("{0} cannot be unpacked")]
    Packed(&'static str),
}

impl Coded for AttachedError {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "document-pdf-too-large",
            Self::NotPdf => "document-pdf-not",
            Self::Encrypted => "document-pdf-encrypted",
            Self::NoTwin => "document-pdf-no-twin",
            Self::Twice(_) => "document-pdf-twice",
            Self::Packed(_) => "document-pdf-packed",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLarge { what, most } => vec![("what", (*what).to_owned()), ("most", most.to_string())],
            Self::NotPdf | Self::Encrypted => vec![],
            Self::NoTwin => vec![("name", TWIN_NAME.to_owned())],
            Self::Twice(name) | Self::Packed(name) => vec![("name", (*name).to_owned())],
        }
    }
}

/// Takes the twin out of a PDF, with the signature beside it.
///
/// # Errors
/// Fails for a file that is no PDF, that is locked, or that holds no twin or more than one.
pub fn attached(bytes: Vec<u8>) -> Result<Attached, AttachedError> {
    if bytes.len() > MAX_PDF_BYTES {
        return Err(AttachedError::TooLarge { what: "file", most: MAX_PDF_BYTES });
    }
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => AttachedError::Encrypted,
        LoadPdfError::Invalid => AttachedError::NotPdf,
    })?;
    let catalogue: Dict<'_> = pdf.xref().get(pdf.xref().root_id()).ok_or(AttachedError::NotPdf)?;
    let names: Option<Dict<'_>> = catalogue.get("Names");
    let tree: Option<Dict<'_>> = names.and_then(|names| names.get("EmbeddedFiles"));
    let mut found = Found::default();
    let mut nodes: Vec<Dict<'_>> = tree.into_iter().collect();
    let mut seen = 0;
    // A node may name itself below it, so what is counted is what was looked at.
    while let Some(node) = nodes.pop() {
        let mut look = || {
            seen += 1;
            let most = MAX_ATTACHMENTS;
            if seen > most { Err(AttachedError::TooLarge { what: "attachments", most }) } else { Ok(()) }
        };
        look()?;
        for kid in node.get::<Array<'_>>("Kids").iter().flat_map(Array::iter::<Dict<'_>>) {
            look()?;
            nodes.push(kid);
        }
        let Some(files) = node.get::<Array<'_>>("Names") else { continue };
        let mut files = files.flex_iter();
        while let (Some(_), Some(file)) = (files.next::<PdfString<'_>>(), files.next::<Dict<'_>>()) {
            look()?;
            found.take(&file)?;
        }
    }
    let twin = found.twin.ok_or(AttachedError::NoTwin)?;
    Ok(Attached { twin, signature: found.signature })
}

#[derive(Default)]
struct Found {
    twin: Option<Vec<u8>>,
    signature: Option<Vec<u8>>,
}

impl Found {
    /// Takes a file that is called as one of ours is.
    fn take(&mut self, file: &Dict<'_>) -> Result<(), AttachedError> {
        let named = |name: &str| {
            let called = |key: &str| file.get::<PdfString<'_>>(key).is_some_and(|text| is_text(&text, name));
            called("UF") || called("F")
        };
        let (name, place) = if named(TWIN_NAME) {
            (TWIN_NAME, &mut self.twin)
        } else if named(TWIN_SIGNATURE_NAME) {
            (TWIN_SIGNATURE_NAME, &mut self.signature)
        } else {
            return Ok(());
        };
        if place.is_some() {
            return Err(AttachedError::Twice(name));
        }
        let embedded = file.get::<Dict<'_>>("EF");
        let stream = embedded.and_then(|files| files.get::<Stream<'_>>("F").or_else(|| files.get("UF")));
        *place = Some(unpacked(&stream.ok_or(AttachedError::Packed(name))?, name)?);
        Ok(())
    }
}

/// Whether a text string (ISO 32000-2, 7.9.2.2) is a name of ours, which are all ASCII.
fn is_text(text: &[u8], name: &str) -> bool {
    match text.strip_prefix(b"\xFE\xFF") {
        Some(wide) => wide.iter().copied().eq(name.bytes().flat_map(|byte| [0, byte])),
        None => text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text) == name.as_bytes(),
    }
}

/// The bytes of an attachment, up to the limit, whatever it says that it unpacks to.
fn unpacked(stream: &Stream<'_>, name: &'static str) -> Result<Vec<u8>, AttachedError> {
    let packed = stream.raw_data();
    let mut bytes = vec![];
    match stream.filters().as_slice() {
        [] => bytes.extend_from_slice(&packed),
        [Filter::FlateDecode] => {
            let most = MAX_TWIN_BYTES as u64 + 1;
            let read = ZlibDecoder::new(&*packed).take(most).read_to_end(&mut bytes);
            read.map_err(|_| AttachedError::Packed(name))?;
        }
        _ => return Err(AttachedError::Packed(name)),
    }
    if bytes.len() > MAX_TWIN_BYTES {
        return Err(AttachedError::TooLarge { what: "twin", most: MAX_TWIN_BYTES });
    }
    Ok(bytes)
}
