//! Documents as DOCX, for a last edit before signature: the same words as the PDF, laid out plainly.
//!
//! What a drafter wrote stands in content controls, each named after the field and the language; everything else comes
//! from forms, facts and catalogues. An edited file is read back with [`read`] and compared with a fresh print of the
//! same version by [`compare`]: changes in controls become proposals for their fields, a change anywhere else means that
//! the paper is no longer equal to its twin.
//!
//! Words in another direction, identifiers, dates and amounts stand between directional isolates (UAX #9): a plain run
//! of digits in a Persian paragraph would be shown as another date.

use std::io::{Cursor, Write as _};

use comity_messages::Catalogues;
use comity_record::{Language, Sha256Digest};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::model::RequestDocument;
use crate::render::{self, RenderError, TWIN_NAME, Twin};
use crate::view::{self, TwinFacts};

mod body;
mod parts;
mod read;

pub use read::{
    CODES, Change, Comparison, DocxError, MAX_DOCX_BYTES, MAX_PART_BYTES, MAX_SEGMENTS, Read, Segment,
    compare, read,
};

/// A document for a last edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Docx {
    /// The file: Office Open XML, transitional (ECMA-376).
    pub bytes: Vec<u8>,
    /// The digest of the twin, as the file carries it.
    pub twin_sha256: Sha256Digest,
    /// How many texts stand in the language of their author because no translation is attached.
    pub untranslated: usize,
}

/// Writes `document` in one language or in two side by side, the first one leading. The same document gives the same
/// bytes.
///
/// # Errors
/// As [`crate::render`]; layouts play no part.
pub fn write(
    document: &RequestDocument,
    twin: &Twin,
    languages: &[Language],
    catalogues: &Catalogues,
) -> Result<Docx, RenderError> {
    render::check(document, twin, languages)?;
    let twin_sha256 = Sha256Digest::of(&twin.json);
    let facts = TwinFacts { name: TWIN_NAME, sha256: twin_sha256, signature_name: None };
    let view = view::resolve(document, &facts, languages, catalogues)?;
    let body = body::document(&view);
    let files = [
        ("[Content_Types].xml", parts::CONTENT_TYPES.to_owned()),
        ("_rels/.rels", parts::RELATIONSHIPS.to_owned()),
        ("docProps/core.xml", parts::core(&view.title, &document.act)),
        ("docProps/custom.xml", parts::custom(twin_sha256, languages)),
        ("word/_rels/document.xml.rels", parts::DOCUMENT_RELATIONSHIPS.to_owned()),
        ("word/document.xml", body.main),
        ("word/footer1.xml", body.footer),
        ("word/header1.xml", body.header),
        ("word/settings.xml", parts::SETTINGS.to_owned()),
        ("word/styles.xml", parts::STYLES.to_owned()),
    ];
    Ok(Docx { bytes: pack(&files), twin_sha256, untranslated: view.untranslated })
}

/// The files as a ZIP with one date for all of them.
fn pack(files: &[(&str, String)]) -> Vec<u8> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(*name, options).expect("a few names, each once, in memory");
        zip.write_all(text.as_bytes()).expect("memory takes what it is given");
    }
    zip.finish().expect("a directory of a few names").into_inner()
}
