//! Writes forms filled from the sample case: `forms FOLDER FORM LANGUAGES...` makes a PDF and a DOCX of the form for each
//! language (`fa`) or pair of them (`fa+en`). `all` stands for every form.

#[path = "../tests/filled.rs"]
mod filled;

use std::error::Error;
use std::fs::File;
use std::io::Write as _;
use std::path::Path;

use comity_document::{State, Template, docx, render};
use comity_messages::Catalogues;
use comity_record::Language;

fn main() -> Result<(), Box<dyn Error>> {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let [folder, wanted, languages @ ..] = given.as_slice() else {
        return Err("forms FOLDER FORM LANGUAGES...".into());
    };
    std::fs::create_dir_all(folder)?;
    let catalogues = Catalogues::embedded();
    let packs = filled::shipped();
    for form in packs.1.iter().filter(|form| wanted == "all" || form.id == *wanted) {
        for tags in languages {
            let (first, second) = match tags.split_once('+') {
                Some((first, second)) => (first, Some(second)),
                None => (tags.as_str(), None),
            };
            let (document, twin) =
                filled::Filled::new(&packs, form, filled::words(first), second).on_paper(State::Issued);
            let spoken: Vec<Language> = tags.split('+').map(str::parse).collect::<Result<_, _>>()?;
            let pdf = render(&Template::request(), &document, &twin, &spoken, &catalogues)?.bytes;
            let docx = docx::write(&document, &twin, &spoken, &catalogues)?.bytes;
            for (bytes, ending) in [(pdf, "pdf"), (docx, "docx")] {
                let path = Path::new(folder).join(format!("{}-{tags}.{ending}", form.id));
                File::create(path)?.write_all(&bytes)?;
            }
        }
    }
    Ok(())
}
