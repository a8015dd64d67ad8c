//! The reader of edited documents: a file of an office program may be anything.

use std::io::{Cursor, Read as _};

use comity_document::docx::{compare, read};

use crate::Target;

/// Every target of this crate.
pub fn targets() -> Vec<Target> {
    vec![
        Target { name: "document-docx", seeds: files, run: whole },
        Target { name: "document-docx-body", seeds: bodies, run: body },
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
