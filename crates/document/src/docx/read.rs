//! Reads an edited file back: what stands in each control, and what stands outside of all.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::{Cursor, Read as _};

use comity_record::{Coded, Language, Sha256Digest, is_bidi_control};
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use serde::{Deserialize, Serialize};
use zip::ZipArchive;

use super::parts::{LANGUAGES_PROPERTY, TWIN_PROPERTY};
use crate::text;

/// Bytes of a file that is read back: pictures that somebody pasted in included.
pub const MAX_DOCX_BYTES: usize = 32 << 20;
/// Bytes of one part after it is unpacked; a thousand pages have a tenth.
pub const MAX_PART_BYTES: u64 = 32 << 20;
/// Controls of a file; the longest form has some hundred.
pub const MAX_SEGMENTS: usize = 10_000;
/// Elements inside one another; office programs nest some twenty.
const MAX_DEPTH: usize = 256;

/// The codes of every error of this reader.
pub const CODES: &[&str] = &["document-docx-too-large", "document-docx-not", "document-docx-malformed"];

const MAIN: &str = "word/document.xml";
const PROPERTIES: &str = "docProps/custom.xml";

/// Why a file cannot be read back.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DocxError {
    /// The file, or a part of it, is over a limit.
    #[error("{what} is larger than {most}")]
    TooLarge {
        /// What is too large.
        what: &'static str,
        /// The limit.
        most: u64,
    },
    /// The file is no document of an office program.
    #[error("this is no DOCX: {0}")]
    NotDocx(String),
    /// A part is not what it should be.
    #[error("{part}, byte {at}: {cause}")]
    Malformed {
        /// The part.
        part: &'static str,
        /// How far it was read.
        at: u64,
        /// What is wrong.
        cause: String,
    },
}

impl Coded for DocxError {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "document-docx-too-large",
            Self::NotDocx(_) => "document-docx-not",
            Self::Malformed { .. } => "document-docx-malformed",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLarge { what, most } => vec![("what", (*what).to_owned()), ("most", most.to_string())],
            Self::NotDocx(cause) => vec![("cause", cause.clone())],
            Self::Malformed { part, at, cause } => {
                vec![("part", (*part).to_owned()), ("at", at.to_string()), ("cause", cause.clone())]
            }
        }
    }
}

/// What an edited file says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Read {
    /// The digest of the twin of the version that was printed, if the file still carries it.
    pub twin_sha256: Option<Sha256Digest>,
    /// The languages in which it was printed, if the file still tells them.
    pub languages: Vec<Language>,
    /// What stands in controls, by field and language, in their order.
    pub segments: Vec<(Segment, String)>,
    /// What stands outside of all controls, a single space between words.
    pub outside: String,
}

/// What a control holds: the words of one field in one language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Segment {
    /// The field, as [`crate::Localized::of_field`] named it.
    pub field: String,
    /// The language of the words.
    pub language: Language,
}

/// How an edited file differs from what was printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Fields with other words, to be confirmed one by one.
    pub changes: Vec<Change>,
    /// Fields whose control is gone: what became of their words cannot be told.
    pub lost: Vec<Segment>,
    /// Whether words outside of all controls differ, so that the paper is not what its twin says.
    pub outside: bool,
}

impl Comparison {
    /// Whether the file says what was printed.
    pub fn is_equal(&self) -> bool {
        *self == Self::default()
    }
}

/// Other words in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The field and language.
    pub segment: Segment,
    /// What was printed.
    pub before: String,
    /// What the file says.
    pub after: String,
}

/// Compares an edited file with a fresh print of the same version in the same languages.
pub fn compare(printed: &Read, edited: &Read) -> Comparison {
    let mut comparison = Comparison { outside: printed.outside != edited.outside, ..Comparison::default() };
    let found: BTreeMap<&Segment, &String> = edited.segments.iter().map(|(s, text)| (s, text)).collect();
    for (segment, before) in &printed.segments {
        match found.get(segment).copied() {
            Some(after) if after == before => {}
            Some(after) => comparison.changes.push(Change {
                segment: segment.clone(),
                before: before.clone(),
                after: after.clone(),
            }),
            None => comparison.lost.push(segment.clone()),
        }
    }
    comparison
}

/// Reads a file. It is foreign: nothing outside of it is opened, and nothing in it is carried out.
///
/// # Errors
/// See [`DocxError`].
pub fn read(bytes: &[u8]) -> Result<Read, DocxError> {
    if bytes.len() > MAX_DOCX_BYTES {
        return Err(DocxError::TooLarge { what: "file", most: MAX_DOCX_BYTES as u64 });
    }
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|error| DocxError::NotDocx(error.to_string()))?;
    let main = part(&mut archive, MAIN)?;
    let main = main.ok_or_else(|| DocxError::NotDocx(format!("it has no {MAIN}")))?;
    let mut body = Body::default();
    walk(MAIN, &main, &mut body)?;
    let mut properties = Properties::default();
    if let Some(text) = part(&mut archive, PROPERTIES)? {
        walk(PROPERTIES, &text, &mut properties)?;
    }
    body.read(&properties)
}

/// A part, unpacked; none if the file has not got it.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &'static str) -> Result<Option<String>, DocxError> {
    let malformed = |cause: String| DocxError::Malformed { part: name, at: 0, cause };
    let file = match archive.by_name(name) {
        Ok(file) => file,
        Err(zip::result::ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(malformed(error.to_string())),
    };
    let mut text = Vec::new();
    // The directory may lie about the size, so what is unpacked is counted.
    let unpacked = file.take(MAX_PART_BYTES + 1).read_to_end(&mut text);
    unpacked.map_err(|error| malformed(error.to_string()))?;
    if text.len() as u64 > MAX_PART_BYTES {
        return Err(DocxError::TooLarge { what: name, most: MAX_PART_BYTES });
    }
    String::from_utf8(text).map(Some).map_err(|error| malformed(error.to_string()))
}

/// Somebody who is told what stands in a part.
trait Listener {
    /// An element begins; `false` leaves out all that is in it.
    fn opens(&mut self, name: &str, element: &BytesStart<'_>) -> bool;
    fn closes(&mut self, name: &str);
    fn says(&mut self, text: &str);
}

fn walk(part: &'static str, xml: &str, listener: &mut impl Listener) -> Result<(), DocxError> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    let mut depth = 0_usize;
    // Where a subtree began that is left out.
    let mut left_out: Option<usize> = None;
    loop {
        let at = reader.buffer_position();
        let malformed = |cause: String| DocxError::Malformed { part, at, cause };
        match reader.read_event().map_err(|error| malformed(error.to_string()))? {
            Event::Start(element) => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Err(malformed(format!("more than {MAX_DEPTH} elements inside one another")));
                }
                if left_out.is_none() && !listener.opens(element.local_name().as_ref(), &element) {
                    left_out = Some(depth);
                }
            }
            Event::End(element) => {
                if left_out.is_none() {
                    listener.closes(element.local_name().as_ref());
                }
                left_out = left_out.filter(|began| *began != depth);
                depth = depth.saturating_sub(1);
            }
            Event::Text(text) if left_out.is_none() => {
                listener.says(&text);
            }
            Event::GeneralRef(reference) if left_out.is_none() => {
                let sign = resolve(&reference).ok_or_else(|| malformed("an entity of its own".to_owned()))?;
                listener.says(&sign);
            }
            Event::DocType(_) => return Err(malformed("a document type of its own".to_owned())),
            Event::Eof => return Ok(()),
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

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|a| a.key.local_name().as_ref() == name)?;
    Some(quick_xml::escape::unescape(&found.value).ok()?.into_owned())
}

/// The body: controls in the order of the file, and the rest.
#[derive(Default)]
struct Body {
    /// Which of the controls are open, the innermost last.
    open: Vec<usize>,
    /// The controls, each with its tag once that is known, and with its words.
    controls: Vec<(Option<String>, String)>,
    /// Whether the words of a run are being told.
    words: bool,
    outside: String,
}

impl Body {
    fn text(&mut self) -> &mut String {
        let tagged = self.open.iter().rev().find(|at| self.controls[**at].0.is_some());
        match tagged {
            Some(at) => &mut self.controls[*at].1,
            None => &mut self.outside,
        }
    }

    fn read(self, properties: &Properties) -> Result<Read, DocxError> {
        if self.controls.len() > MAX_SEGMENTS {
            return Err(DocxError::TooLarge { what: "controls", most: MAX_SEGMENTS as u64 });
        }
        let mut read = Read {
            twin_sha256: properties.of(TWIN_PROPERTY).parse().ok(),
            languages: properties
                .of(LANGUAGES_PROPERTY)
                .split(',')
                .filter_map(|tag| tag.parse().ok())
                .collect(),
            ..Read::default()
        };
        let mut outside = self.outside;
        // The paragraphs of one text are controls of their own, in the order of their numbers.
        let mut parts: BTreeMap<Segment, BTreeMap<u32, String>> = BTreeMap::new();
        for (tag, text) in self.controls {
            let Some((segment, number)) = tag.as_deref().and_then(parse) else {
                // A control that somebody else made is words outside of ours.
                outside.push_str(&text);
                continue;
            };
            match parts.entry(segment).or_default().entry(number) {
                Entry::Vacant(place) => drop(place.insert(text)),
                // LibreOffice 7 tells a control again for each piece of it in another direction, and ends each time
                // with all its words.
                Entry::Occupied(place) if text.ends_with(place.get().as_str()) => {}
                // A copy that somebody pasted belongs to no field.
                Entry::Occupied(_) => outside.push_str(&text),
            }
        }
        for (segment, texts) in parts {
            let paragraphs = texts.values().flat_map(|text| text::paragraphs(&bare(text)));
            read.segments.push((segment, paragraphs.collect::<Vec<_>>().join("\n\n")));
        }
        read.outside = bare(&outside).split_whitespace().collect::<Vec<_>>().join(" ");
        Ok(read)
    }
}

/// `facts_summary|en#1`: the field, the language, the paragraph.
fn parse(tag: &str) -> Option<(Segment, u32)> {
    let (field, rest) = tag.split_once('|')?;
    let (language, number) = rest.split_once('#')?;
    let segment = Segment { field: field.to_owned(), language: language.parse().ok()? };
    Some((segment, number.parse().ok()?))
}

/// Without the isolates that the print put in, and without other marks that turn words round.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !is_bidi_control(*c)).collect()
}

impl Listener for Body {
    fn opens(&mut self, name: &str, element: &BytesStart<'_>) -> bool {
        match name {
            "sdt" if self.controls.len() <= MAX_SEGMENTS => {
                self.open.push(self.controls.len());
                self.controls.push((None, String::new()));
            }
            // LibreOffice keeps the alias and not the tag.
            "tag" | "alias" => {
                let tag = attribute(element, "val").filter(|tag| parse(tag).is_some());
                if let (Some(open), Some(tag)) = (self.open.last(), tag) {
                    self.controls[*open].0 = Some(tag);
                }
            }
            "t" => self.words = true,
            "br" | "cr" => self.text().push('\n'),
            "tab" => self.text().push(' '),
            // Words that were struck out or moved away, the second rendering of a drawing; and a control too many: the
            // file is refused at its end.
            "sdt" | "del" | "moveFrom" | "Fallback" | "sectPr" => return false,
            _ => {}
        }
        true
    }

    fn closes(&mut self, name: &str) {
        match name {
            "sdt" => drop(self.open.pop()),
            "t" => self.words = false,
            "p" => self.outside.push('\n'),
            _ => {}
        }
    }

    fn says(&mut self, text: &str) {
        if self.words {
            self.text().push_str(text);
        }
    }
}

/// The properties that the print put in, and those of others.
#[derive(Default)]
struct Properties {
    /// The property that is being told.
    inside: Option<String>,
    values: BTreeMap<String, String>,
}

impl Properties {
    fn of(&self, name: &str) -> &str {
        self.values.get(name).map_or("", |value| value.trim())
    }
}

impl Listener for Properties {
    fn opens(&mut self, name: &str, element: &BytesStart<'_>) -> bool {
        if name == "property" {
            let known = [TWIN_PROPERTY, LANGUAGES_PROPERTY];
            self.inside = attribute(element, "name").filter(|name| known.contains(&name.as_str()));
        }
        true
    }

    fn closes(&mut self, name: &str) {
        if name == "property" {
            self.inside = None;
        }
    }

    fn says(&mut self, text: &str) {
        if let Some(name) = &self.inside {
            self.values.entry(name.clone()).or_default().push_str(text);
        }
    }
}
