//! Writes the sample documents into a folder: `cargo run -p comity-document --example sample -- FOLDER`.

#[path = "../tests/sample/mod.rs"]
mod sample;

use std::error::Error;
use std::fs::File;
use std::io::Write as _;
use std::path::PathBuf;

use comity_document::{State, Template, Twin, render};
use comity_messages::Catalogues;
use comity_record::Language;

fn main() -> Result<(), Box<dyn Error>> {
    let folder: PathBuf = std::env::args_os().nth(1).ok_or("give the folder to write to")?.into();
    std::fs::create_dir_all(&folder)?;
    let catalogues = Catalogues::embedded();
    let documents = [
        (Template::request(), sample::request(State::Issued), "request"),
        (Template::request(), sample::request(State::Draft), "draft"),
        (Template::acknowledgement(), sample::acknowledgement(), "acknowledgement"),
        (Template::custody_record(), sample::custody_record(), "custody"),
        (Template::letter(), sample::papers::cover_letter().into(), "cover-letter"),
        (Template::letter(), sample::papers::execution_certificate().into(), "certificate"),
        (Template::minutes(), sample::papers::minutes().into(), "minutes"),
    ];
    for (template, document, name) in documents {
        let twin = Twin { json: document.to_twin(), signature: Some(b"a signature stands here".to_vec()) };
        for tags in
            sample::tags().map(str::to_owned).chain(sample::tags().skip(1).map(|tag| format!("en+{tag}")))
        {
            let languages: Vec<Language> = tags.split('+').map(sample::language).collect();
            let pdf = render(&template, &document, &twin, &languages, &catalogues)?;
            File::create(folder.join(format!("{name}-{tags}.pdf")))?.write_all(&pdf.bytes)?;
        }
    }
    Ok(())
}
