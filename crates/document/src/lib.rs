//! Requests and records as PDF for signature and seal, with a machine-readable twin inside.
//!
//! What it is: values in ([`RequestDocument`]), bytes out ([`Pdf`]), in one language or two side by side, by layouts of
//! `packs/documents` and words of `packs/locales`. What it is not: it knows no case, form, law or clock, reads no file
//! of its own accord, and does not sign; the caller hands in the twin and its signature.
//!
//! Start with [`render`]. The words come from [`comity_messages::Catalogues`], which also know who reviewed them;
//! [`formatting`] writes dates, numbers and amounts for documents, pages and mail alike, [`missing_glyphs`] tells what
//! the embedded fonts cannot show.
//!
//! ```
//! use comity_document::{Authority, CopyKind, Label, Localized, RequestDocument, State, Template, Twin, render};
//! use comity_messages::Catalogues;
//!
//! let english: comity_record::Language = "en".parse()?;
//! let document = RequestDocument {
//!     title: Label::key("document-title-request"),
//!     subject: Localized::new(english.clone(), "Records of one account"),
//!     state: State::Draft,
//!     copy: CopyKind::Original,
//!     exercise: true,
//!     urgent: false,
//!     act: "2026-11-23T12:00:00+05:00[Asia/Dushanbe]".parse()?,
//!     from: Some(Authority { country: "TJ".parse()?, name: Localized::new(english.clone(), "Exercise unit"), contact: vec![] }),
//!     to: None,
//!     through: vec![],
//!     references: vec![],
//!     notice: vec![],
//!     sections: vec![],
//!     annexes: vec![],
//!     signatures: vec![],
//! };
//! let twin = Twin { json: document.to_twin(), signature: None };
//! let pdf = render(&Template::request(), &document, &twin, &[english], &Catalogues::embedded())?;
//! assert!(pdf.bytes.starts_with(b"%PDF-1.7"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Invariants:
//! - the same document, twin, languages, catalogues and template give the same bytes (DESIGN, invariant 6);
//! - an issued document stands on confirmed provisions only, and prints nothing of how they were confirmed;
//! - every identifier, digest, date, amount and number stands in a box with a direction of its own;
//! - a file that is not PDF/A-3a and PDF/UA-1, or lacks a glyph, is an error and not a file;
//! - data enters a layout as data, never as markup, and the compiler can read nothing but what it is given.

#[cfg(test)]
extern crate self as comity_document;
#[cfg(test)]
#[path = "../tests/sample/mod.rs"]
#[allow(dead_code, reason = "the integration tests and the example use the rest of it")]
mod sample;

pub mod attached;
pub mod docx;
mod fonts;
pub mod formatting;
mod model;
mod papers;
mod render;
mod template;
mod text;
mod view;
mod world;

pub use fonts::{FontLicence, font_licences, fonts, missing_glyphs};
pub use model::{
    Annex, Authority, BasisRow, Block, CopyKind, Field, Figure, Label, Localized, RequestDocument, Section,
    Signatory, Standing, State, Table, Value,
};
pub use papers::{
    CoverLetter, ExecutedAct, ExecutionCertificate, HandedOver, Head, Minutes, Objection, Present, Taken,
    Unexecuted,
};
pub use render::{
    MAX_DOCUMENT_BYTES, MAX_TWIN_BYTES, Pdf, RenderError, TWIN_NAME, TWIN_SIGNATURE_NAME, Twin,
    compiler_files, page_texts, render,
};
pub use template::{MAX_TEMPLATE_BYTES, Template, TemplateError};
pub use text::{first_strong, isolate_in, pieces, set_apart};
pub use world::MAX_FIGURES;

/// The codes of every error of this crate; each has a message in `packs/locales`.
pub const CODES: &[&str] = &[
    "document-languages-count",
    "document-basis-not-confirmed",
    "document-too-large",
    "document-table-shape",
    "document-twin-not-json",
    "document-glyphs-missing",
    "document-template-failed",
    "document-template-direction",
    "document-template-too-large",
];
