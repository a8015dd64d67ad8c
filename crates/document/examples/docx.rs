//! `docx write FOLDER` writes the sample documents for a last edit; `docx compare PRINTED EDITED` tells how a file
//! differs from the one that was printed, a line for each difference.

#[path = "../tests/sample/mod.rs"]
#[allow(dead_code, reason = "the tests use the rest of it")]
mod sample;

use std::error::Error;
use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::Path;

use comity_document::docx::{self, MAX_DOCX_BYTES};
use comity_document::{State, Twin};
use comity_messages::Catalogues;
use comity_record::Language;

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["write", folder] => write(Path::new(folder)),
        ["compare", printed, edited] => {
            let comparison = docx::compare(&read(printed)?, &read(edited)?);
            let mut out = std::io::stdout();
            for change in &comparison.changes {
                let (field, language) = (&change.segment.field, &change.segment.language);
                writeln!(out, "changed {field} {language}: {}", change.after)?;
            }
            for segment in &comparison.lost {
                writeln!(out, "lost {} {}", segment.field, segment.language)?;
            }
            if comparison.outside {
                writeln!(out, "outside")?;
            }
            Ok(())
        }
        _ => Err("docx write FOLDER, or docx compare PRINTED EDITED".into()),
    }
}

fn read(path: &str) -> Result<docx::Read, Box<dyn Error>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MAX_DOCX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(docx::read(&bytes)?)
}

fn write(folder: &Path) -> Result<(), Box<dyn Error>> {
    std::fs::create_dir_all(folder)?;
    let catalogues = Catalogues::embedded();
    let documents = [
        (sample::request(State::Draft), "draft"),
        (sample::acknowledgement(), "acknowledgement"),
        (sample::custody_record(), "custody"),
    ];
    for (document, name) in documents {
        let twin = Twin { json: document.to_twin(), signature: None };
        for tags in ["en+ru", "en+fa", "fa+en", "en", "ru", "fa"] {
            let languages: Vec<Language> = tags.split('+').map(sample::language).collect();
            let file = docx::write(&document, &twin, &languages, &catalogues)?;
            File::create(folder.join(format!("{name}-{tags}.docx")))?.write_all(&file.bytes)?;
        }
    }
    Ok(())
}
