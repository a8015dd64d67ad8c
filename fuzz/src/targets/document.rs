//! The readers of edited documents and of what is attached to a PDF: a file of another program may be anything.

use std::io::{Cursor, Read as _};

use comity_document::attached::{AttachedError, attached};
use comity_document::docx::{compare, read};

use crate::Target;

/// Every target of this crate.
pub fn targets() -> Vec<Target> {
    vec![
        Target { name: "document-docx", seeds: files, run: whole },
        Target { name: "document-docx-body", seeds: bodies, run: body },
        Target { name: "document-pdf", seeds: papers, run: paper },
    ]
}

/// The main part of a small print: a control of two paragraphs, and words outside of it.
const BODY: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
<w:p><w:r><w:t>Facts &amp; more</w:t></w:r></w:p>
<w:p><w:sdt><w:sdtPr><w:alias w:val="facts_summary|en#1"/><w:tag w:val="facts_summary|en#1"/></w:sdtPr><w:sdtContent>
<w:r><w:t xml:space="preserve">On &#8294;2026-10-04&#8297; somebody</w:t></w:r></w:sdtContent></w:sdt></w:p>
<w:p><w:sdt><w:sdtPr><w:tag w:val="facts_summary|en#2"/></w:sdtPr><w:sdtContent><w:r><w:t>left.</w:t><w:br/></w:r></w:sdtContent></w:sdt></w:p>
<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p><w:sectPr/></w:body></w:document>"#;

/// An archive with one part, as it is.
fn archive(body: &[u8]) -> Vec<u8> {
    use std::io::Write as _;
    use zip::write::SimpleFileOptions;
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let plain = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    zip.start_file("word/document.xml", plain).expect("one name");
    zip.write_all(body).expect("memory takes it");
    zip.finish().expect("a directory of one name").into_inner()
}

fn files() -> Vec<Vec<u8>> {
    vec![archive(BODY.as_bytes())]
}

fn bodies() -> Vec<Vec<u8>> {
    vec![BODY.as_bytes().to_vec()]
}

/// What is read holds no mark that turns words round, and is equal to itself.
fn whole(bytes: &[u8]) {
    if let Ok(found) = read(bytes) {
        let texts = found.segments.iter().map(|(_, text)| text).chain([&found.outside]);
        for text in texts {
            assert!(!text.contains(comity_record::is_bidi_control));
        }
        assert!(compare(&found, &found).is_equal());
    }
}

fn body(bytes: &[u8]) {
    let mut text = Vec::new();
    // Mutation makes long inputs now and then; the archive of it stays small.
    bytes.take(1 << 20).read_to_end(&mut text).expect("memory");
    whole(&archive(&text));
}

/// A PDF of one page with attachments, by their names; the file has no table of its objects, as damaged ones have none.
fn papers() -> Vec<Vec<u8>> {
    let paper = |names: &str, files: &[(u8, &str, &str)]| {
        let head = format!(
            "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles {names}>>>>\nendobj\n\
             2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n\
             3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n\
             4 0 obj\n<</Names[(a)5 0 R(b)7 0 R]>>\nendobj\n"
        );
        let file = |(number, name, bytes): &(u8, &str, &str)| {
            let (at, length) = (number + 1, bytes.len());
            format!(
                "{number} 0 obj\n<</Type/Filespec/F({name})/UF({name})/EF<</F {at} 0 R>>>>\nendobj\n\
                 {at} 0 obj\n<</Type/EmbeddedFile/Length {length}>>stream\n{bytes}\nendstream\nendobj\n"
            )
        };
        let files: String = files.iter().map(file).collect();
        format!("{head}{files}trailer\n<</Root 1 0 R/Size 9>>\n%%EOF\n").into_bytes()
    };
    let both = [(5, "comity-twin.json", "{}"), (7, "comity-twin.cose", "s")];
    vec![paper("4 0 R", &both), paper("<</Kids[4 0 R]>>", &both[..1]), paper("<</Kids[4 0 R 4 0 R]>>", &both)]
}

/// What is taken out is within its limit, and the same every time.
fn paper(bytes: &[u8]) {
    let found = attached(bytes.to_vec());
    if let Ok(found) = &found {
        assert!(found.twin.len() <= comity_document::MAX_TWIN_BYTES);
    }
    if let Err(AttachedError::TooLarge { what, .. }) = found {
        assert_ne!(what, "file", "mutation makes no file of this size");
    } else {
        assert_eq!(attached(bytes.to_vec()), found);
    }
}
