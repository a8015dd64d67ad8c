//! What is attached to a PDF that came from elsewhere.

use comity_document::attached::{AttachedError, MAX_ATTACHMENTS, MAX_PDF_BYTES, attached};
use comity_document::{MAX_TWIN_BYTES, State, TWIN_NAME, TWIN_SIGNATURE_NAME, Template, Twin, render};
use comity_messages::Catalogues;

use crate::sample;

/// A PDF with this tree of attachments, and objects from number 4 on.
fn paper(tree: &str, objects: &[Vec<u8>]) -> Vec<u8> {
    let mut file = format!(
        "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles {tree}>>>>\nendobj\n\
         2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n\
         3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n"
    )
    .into_bytes();
    for (number, object) in (4..).zip(objects) {
        let number: usize = number;
        file.extend(format!("{number} 0 obj\n").into_bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    file.extend(b"trailer\n<</Root 1 0 R/Size 9>>\n%%EOF\n");
    file
}

fn stream(bytes: &[u8], more: &str) -> Vec<u8> {
    let head = format!("<</Type/EmbeddedFile/Length {}{more}>>stream\n", bytes.len()).into_bytes();
    [&head, bytes, b"\nendstream"].concat()
}

fn file(name: &str, at: usize) -> String {
    format!("<</Type/Filespec/F({name})/EF<</F {at} 0 R>>>>")
}

fn with_twin(object: Vec<u8>) -> Vec<u8> {
    paper(&format!("<</Names[(a){}]>>", file(TWIN_NAME, 4)), &[object])
}

#[test]
fn what_we_attach_is_taken_out_as_it_is() {
    let document = sample::request(State::Issued);
    let languages = ["en".parse().unwrap()];
    for signature in [Some(vec![0xd2, 0x84, 0x00]), None] {
        let twin = Twin { json: document.to_twin(), signature };
        let pdf =
            render(&Template::request(), &document, &twin, &languages, &Catalogues::embedded()).unwrap();
        let found = attached(pdf.bytes).unwrap();
        assert!(found.twin == twin.json && found.signature == twin.signature);
    }
}

#[test]
fn names_are_read_as_other_programs_write_them() {
    let wide = TWIN_NAME.bytes().flat_map(|byte| ["00".to_owned(), format!("{byte:02x}")]);
    let wide = wide.collect::<String>();
    for name in [format!("/UF<FEFF{wide}>"), format!("/F({TWIN_NAME})/UF({TWIN_NAME})")] {
        let tree = format!("<</Names[(a)<</Type/Filespec{name}/EF<</UF 4 0 R>>>>]>>");
        let found = attached(paper(&tree, &[stream(b"{}", "")])).unwrap();
        assert_eq!((found.twin, found.signature), (b"{}".to_vec(), None));
    }
    let tree = format!("<</Kids[<</Names[(a){}(b){}]>>]>>", file(TWIN_SIGNATURE_NAME, 4), file(TWIN_NAME, 5));
    let found = attached(paper(&tree, &[stream(b"s", ""), stream(b"{}", "")])).unwrap();
    assert_eq!((found.twin, found.signature), (b"{}".to_vec(), Some(b"s".to_vec())));
}

#[test]
fn what_is_no_pdf_with_one_twin_is_refused() {
    let refused = |bytes: Vec<u8>| attached(bytes).unwrap_err();
    assert_eq!(refused(b"{}".to_vec()), AttachedError::NotPdf);
    assert_eq!(refused(b"%PDF-1.7\n".to_vec()), AttachedError::NotPdf);
    assert_eq!(refused(paper("<<>>", &[])), AttachedError::NoTwin);
    assert_eq!(
        refused(paper(&format!("<</Names[(a){}]>>", file("other.json", 4)), &[])),
        AttachedError::NoTwin
    );
    let twice = format!("<</Names[(a){}(b){}]>>", file(TWIN_NAME, 4), file(TWIN_NAME, 5));
    let two = [stream(b"{}", ""), stream(b"[]", "")];
    assert_eq!(refused(paper(&twice, &two)), AttachedError::Twice(TWIN_NAME));
    let packed = AttachedError::Packed(TWIN_NAME);
    assert_eq!(refused(with_twin(stream(b"no zlib", "/Filter/FlateDecode"))), packed);
    assert_eq!(refused(with_twin(stream(b"7B7D>", "/Filter/ASCIIHexDecode"))), packed);
    assert_eq!(refused(with_twin(b"<<>>".to_vec())), packed);
}

#[test]
fn limits_hold_whatever_a_file_says_of_itself() {
    let bomb = |bytes: usize| {
        use std::io::Write as _;
        let mut zlib = flate2::write::ZlibEncoder::new(vec![], flate2::Compression::fast());
        zlib.write_all(&vec![b' '; bytes]).unwrap();
        with_twin(stream(&zlib.finish().unwrap(), "/Filter/FlateDecode"))
    };
    assert_eq!(attached(bomb(MAX_TWIN_BYTES)).unwrap().twin.len(), MAX_TWIN_BYTES);
    let large = AttachedError::TooLarge { what: "twin", most: MAX_TWIN_BYTES };
    assert_eq!(attached(bomb(MAX_TWIN_BYTES + 1)).unwrap_err(), large);
    // A tree that has itself below it comes to an end.
    let round = paper("4 0 R", &[b"<</Kids[4 0 R 4 0 R]>>".to_vec()]);
    assert_eq!(attached(round).unwrap_err(), AttachedError::NoTwin);
    let most = MAX_ATTACHMENTS;
    let many = |files: usize| {
        let files = format!("(a){}", file("other.json", 4)).repeat(files);
        attached(paper(&format!("<</Names[{files}]>>"), &[])).unwrap_err()
    };
    assert_eq!(many(most - 1), AttachedError::NoTwin);
    assert_eq!(many(most), AttachedError::TooLarge { what: "attachments", most });
    let long = AttachedError::TooLarge { what: "file", most: MAX_PDF_BYTES };
    assert_eq!(attached(vec![0; MAX_PDF_BYTES + 1]).unwrap_err(), long);
    assert_eq!(attached(vec![0; MAX_PDF_BYTES]).unwrap_err(), AttachedError::NotPdf);
}
