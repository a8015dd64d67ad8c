//! From a document to the bytes of a PDF.

use std::collections::BTreeSet;

use comity_messages::{CatalogueError, Catalogues};
use comity_record::{ActTime, Language, Sha256Digest};
use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::fonts::missing_glyphs;
use crate::model::{Block, RequestDocument, Standing, State, Value};
use crate::template::Template;
use crate::view::{self, TwinFacts};
use crate::world::{ClosedWorld, MAX_FIGURES, figure_path};

/// Bytes of a twin and its signature. A request with its findings has some hundred kilobytes; what is larger is an
/// annex, and belongs beside the paper.
pub const MAX_TWIN_BYTES: usize = 16 << 20;

/// Bytes of the document as JSON, figures included: a thousand pages of text.
pub const MAX_DOCUMENT_BYTES: usize = 4 << 20;

/// The name of the twin inside the file.
pub const TWIN_NAME: &str = "comity-twin.json";

/// The name of the twin's detached signature inside the file.
pub const TWIN_SIGNATURE_NAME: &str = "comity-twin.cose";

/// Why a document cannot be printed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RenderError {
    /// A word is missing.
    #[error(transparent)]
    Catalogue(#[from] CatalogueError),
    /// A print holds one language or two.
    #[error("a document is printed in one language or in two different ones, not in {0}")]
    Languages(usize),
    /// An issued document stands on a provision that no jurist has confirmed or overruled.
    #[error("{count} legal basis rows are neither confirmed nor overruled by a jurist")]
    BasisUnconfirmed {
        /// How many rows.
        count: usize,
    },
    /// Too large, by one of the limits of this crate.
    #[error("the {what} is larger than {most}")]
    TooLarge {
        /// What is too large: `document`, `twin`, `figures`.
        what: &'static str,
        /// The limit.
        most: usize,
    },
    /// A table has a row with other cells than columns.
    #[error("row {row} of a table has {cells} cells for {columns} columns")]
    TableShape {
        /// The row, from 1.
        row: usize,
        /// The cells in it.
        cells: usize,
        /// The columns of the table.
        columns: usize,
    },
    /// The twin is not JSON.
    #[error("the twin is not JSON: {0}")]
    TwinNotJson(#[source] serde_json::Error),
    /// Signs that no embedded font can show.
    #[error("the embedded fonts have no glyph for {}", spell(.0))]
    GlyphsMissing(BTreeSet<char>),
    /// The template, or a drawing, cannot be laid out, or the result breaks PDF/A-3a or PDF/UA-1.
    #[error("the template {template} cannot be laid out: {cause}")]
    Template {
        /// The template.
        template: String,
        /// What the compiler says.
        cause: String,
    },
}

impl comity_record::Coded for RenderError {
    fn code(&self) -> &'static str {
        match self {
            Self::Catalogue(error) => error.code(),
            Self::Languages(_) => "document-languages-count",
            Self::BasisUnconfirmed { .. } => "document-basis-not-confirmed",
            Self::TooLarge { .. } => "document-too-large",
            Self::TableShape { .. } => "document-table-shape",
            Self::TwinNotJson(_) => "document-twin-not-json",
            Self::GlyphsMissing(_) => "document-glyphs-missing",
            Self::Template { .. } => "document-template-failed",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Catalogue(error) => error.args(),
            Self::Languages(count) | Self::BasisUnconfirmed { count } => vec![("count", count.to_string())],
            Self::TooLarge { what, most } => vec![("what", (*what).to_owned()), ("most", most.to_string())],
            Self::TableShape { row, cells, columns } => {
                vec![("row", row.to_string()), ("cells", cells.to_string()), ("columns", columns.to_string())]
            }
            Self::TwinNotJson(error) => vec![("line", error.line().to_string())],
            Self::GlyphsMissing(glyphs) => vec![("glyphs", spell(glyphs))],
            Self::Template { template, cause } => {
                vec![("template", template.clone()), ("cause", cause.clone())]
            }
        }
    }
}

/// The machine-readable form that travels inside the PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twin {
    /// JSON.
    pub json: Vec<u8>,
    /// A detached signature over exactly those bytes (COSE), if there is one.
    pub signature: Option<Vec<u8>>,
}

/// A printed document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pdf {
    /// The file: PDF 1.7, PDF/A-3a, PDF/UA-1.
    pub bytes: Vec<u8>,
    /// Its pages.
    pub pages: usize,
    /// The digest of the twin, as the paper prints it.
    pub twin_sha256: Sha256Digest,
    /// How many texts are printed in the language of their author because no translation is attached.
    pub untranslated: usize,
}

/// Prints `document` in one language or in two side by side, the first one leading.
///
/// # Errors
/// See [`RenderError`]. Nothing is kept of a document that cannot be printed.
pub fn render(
    template: &Template,
    document: &RequestDocument,
    twin: &Twin,
    languages: &[Language],
    catalogues: &Catalogues,
) -> Result<Pdf, RenderError> {
    check(document, twin, languages)?;
    // The compiler remembers everything it has laid out. One document never helps the next, so all is forgotten,
    // also when a step below fails.
    let _forget = Forget;
    let set = lay_out(template, document, twin, languages, catalogues)?;
    let bytes = typst_pdf::pdf(&set.paged, &options(&document.act, set.twin_sha256))
        .map_err(|errors| failure(template, &errors))?;
    Ok(Pdf {
        bytes,
        pages: set.paged.pages().len(),
        twin_sha256: set.twin_sha256,
        untranslated: set.untranslated,
    })
}

/// A document after layout.
struct LaidOut {
    paged: PagedDocument,
    twin_sha256: Sha256Digest,
    untranslated: usize,
}

fn lay_out(
    template: &Template,
    document: &RequestDocument,
    twin: &Twin,
    languages: &[Language],
    catalogues: &Catalogues,
) -> Result<LaidOut, RenderError> {
    let twin_sha256 = Sha256Digest::of(&twin.json);
    let View { json: view, figures, untranslated } = write_view(document, twin, languages, catalogues)?;
    let world = ClosedWorld::new(
        template.main(),
        template.base(),
        view,
        twin.json.clone(),
        twin.signature.clone(),
        figures,
    );
    let paged =
        typst::compile::<PagedDocument>(&world).output.map_err(|errors| failure(template, &errors))?;
    Ok(LaidOut { paged, twin_sha256, untranslated })
}

/// What a layout reads.
struct View {
    json: Vec<u8>,
    figures: Vec<Vec<u8>>,
    /// Texts that nobody translated.
    untranslated: usize,
}

/// Resolves a document for a layout, and makes sure that each of its letters can be printed.
fn write_view(
    document: &RequestDocument,
    twin: &Twin,
    languages: &[Language],
    catalogues: &Catalogues,
) -> Result<View, RenderError> {
    let facts = TwinFacts {
        name: TWIN_NAME,
        sha256: Sha256Digest::of(&twin.json),
        signature_name: twin.signature.as_ref().map(|_| TWIN_SIGNATURE_NAME),
    };
    let mut view = view::resolve(document, &facts, languages, catalogues)?;
    let json = serde_json::to_string(&view).expect("plain values with text keys always serialise");
    let missing = missing_glyphs(&json);
    if !missing.is_empty() {
        return Err(RenderError::GlyphsMissing(missing));
    }
    let (figures, untranslated) = (std::mem::take(&mut view.figures), view.untranslated);
    Ok(View { json: json.into_bytes(), figures, untranslated })
}

/// Empties the compiler's memory at the end of a scope, whichever way it is left.
struct Forget;

impl Drop for Forget {
    fn drop(&mut self) {
        // The re-export of the compiler's own comemo: a dependency of ours at another version would clear another
        // memory, and nobody would notice.
        comemo::evict(0);
    }
}

pub(crate) fn check(
    document: &RequestDocument,
    twin: &Twin,
    languages: &[Language],
) -> Result<(), RenderError> {
    match languages {
        [_] => {}
        [first, second] if first != second => {}
        other => return Err(RenderError::Languages(other.len())),
    }
    let too_large = |what, most| Err(RenderError::TooLarge { what, most });
    if twin.json.len() + twin.signature.as_ref().map_or(0, Vec::len) > MAX_TWIN_BYTES {
        return too_large("twin", MAX_TWIN_BYTES);
    }
    serde_json::from_slice::<serde::de::IgnoredAny>(&twin.json).map_err(RenderError::TwinNotJson)?;
    if document.to_twin().len() > MAX_DOCUMENT_BYTES {
        return too_large("document", MAX_DOCUMENT_BYTES);
    }
    let blocks = || document.sections.iter().flat_map(|section| &section.blocks);
    if blocks().filter(|block| matches!(block, Block::Figure(_))).count() > MAX_FIGURES {
        return too_large("figures", MAX_FIGURES);
    }
    for block in blocks() {
        let Block::Table(table) = block else { continue };
        let columns = table.columns.len();
        let wrong = |(_, row): &(usize, &Vec<Value>)| row.len() != columns || columns == 0;
        if let Some((row, cells)) = (1..).zip(&table.rows).find(wrong) {
            return Err(RenderError::TableShape { row, cells: cells.len(), columns });
        }
    }
    let rows = blocks().filter_map(|block| if let Block::Basis(rows) = block { Some(rows) } else { None });
    let count = rows.flatten().filter(|row| row.standing != Standing::Confirmed).count();
    if document.state == State::Issued && count > 0 {
        return Err(RenderError::BasisUnconfirmed { count });
    }
    Ok(())
}

fn options(act: &ActTime, twin: Sha256Digest) -> PdfOptions {
    PdfOptions {
        ident: Smart::Custom(twin.to_string()),
        creator: Smart::Custom(Some("Comity".to_owned())),
        timestamp: Some(Timestamp::new_utc(datetime(act))),
        page_ranges: None,
        standards: PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1])
            .expect("the compiler takes one archival and one accessibility standard together"),
        tagged: true,
        pretty: false,
    }
}

fn datetime(act: &ActTime) -> Datetime {
    let utc = jiff::tz::Offset::UTC.to_datetime(act.timestamp());
    let small = |n: i8| n.unsigned_abs();
    Datetime::from_ymd_hms(
        i32::from(utc.year()),
        small(utc.month()),
        small(utc.day()),
        small(utc.hour()),
        small(utc.minute()),
        small(utc.second()),
    )
    .expect("a moment of jiff has a valid day and time")
}

/// What the compiler says, cut short: it can quote the values of a document, and errors are logged.
fn failure(template: &Template, errors: &[SourceDiagnostic]) -> RenderError {
    const SHOWN: usize = 3;
    const SIGNS: usize = 300;
    let messages: Vec<&str> = errors.iter().take(SHOWN).map(|e| e.message.as_str()).collect();
    RenderError::Template {
        template: template.name().to_owned(),
        cause: messages.join("; ").chars().take(SIGNS).collect(),
    }
}

fn spell(glyphs: &BTreeSet<char>) -> String {
    const SHOWN: usize = 20;
    let names: Vec<String> =
        glyphs.iter().take(SHOWN).map(|c| format!("{c} (U+{:04X})", u32::from(*c))).collect();
    names.join(", ")
}

/// The text of each page as it was laid out, for tests: a viewer's extraction turns Persian round.
#[doc(hidden)]
pub fn page_texts(
    template: &Template,
    document: &RequestDocument,
    twin: &Twin,
    languages: &[Language],
    catalogues: &Catalogues,
) -> Result<Vec<String>, RenderError> {
    fn collect(frame: &typst::layout::Frame, out: &mut String) {
        for (_, item) in frame.items() {
            match item {
                typst::layout::FrameItem::Text(text) => {
                    out.extend(text.text.chars().filter(|c| !comity_record::is_bidi_control(*c)));
                    out.push('\n');
                }
                typst::layout::FrameItem::Group(group) => collect(&group.frame, out),
                _ => {}
            }
        }
    }
    check(document, twin, languages)?;
    let _forget = Forget;
    let set = lay_out(template, document, twin, languages, catalogues)?;
    Ok(set
        .paged
        .pages()
        .iter()
        .map(|page| {
            let mut text = String::new();
            collect(&page.frame, &mut text);
            text
        })
        .collect())
}

/// The files that the compiler is given for a document, by the names under which layouts read them, for the measurement
/// beside the compiler alone. The twin is left out.
#[doc(hidden)]
pub fn compiler_files(
    template: &Template,
    document: &RequestDocument,
    twin: &Twin,
    languages: &[Language],
    catalogues: &Catalogues,
) -> Result<Vec<(String, Vec<u8>)>, RenderError> {
    let View { json: view, figures, .. } = write_view(document, twin, languages, catalogues)?;
    let texts = [("main.typ", template.main()), ("base.typ", template.base())];
    let mut files: Vec<_> = texts.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).to_vec();
    files.push(("view.json".to_owned(), view));
    files.extend(figures.into_iter().enumerate().map(|(number, svg)| (figure_path(number), svg)));
    Ok(files)
}
