//! Files of requests that come from elsewhere: an edited print as DOCX, a twin, or a PDF with a twin inside. What other
//! programs wrote is read in a child of its own.

use std::fs::File;
use std::ops::ControlFlow;
use std::path::Path;

use comity_adapters::sandbox::{Job, Limits, Sandbox, Source};
use comity_document::attached::MAX_PDF_BYTES;
use comity_document::docx;

use super::read;
use crate::out::Failure;
use crate::tasks::{DOCX, PDF, TASKS};

/// Words of one document, or one twin; the answer of the child has little beside them.
const ANSWER_BYTES: u64 = 64 << 20;

/// What a file is.
pub enum Foreign {
    /// An edited print.
    Docx(docx::Read),
    /// A machine-readable twin, by itself or in a PDF.
    Twin(ForeignTwin),
}

/// A twin as it came.
pub struct ForeignTwin {
    /// The twin. Nothing of it has been checked.
    pub twin: Vec<u8>,
    /// The signature that lay beside it in a PDF.
    pub signature: Option<Vec<u8>>,
    /// The PDF in which it lay.
    pub paper: Option<Vec<u8>>,
}

impl Foreign {
    /// Reads a file by what it begins with: an archive is a DOCX, `%PDF-` a PDF, and all else a twin.
    pub fn read(file: &Path) -> Result<Self, Failure> {
        if begins(file, b"PK")? {
            let answers = child(file, DOCX)?;
            let words = answers.first().and_then(|words| serde_json::from_slice(words).ok());
            return words.map(Self::Docx).ok_or_else(|| Failure::new("comity-child-answer", vec![]));
        }
        ForeignTwin::read(file).map(Self::Twin)
    }
}

impl ForeignTwin {
    /// Reads a twin, or takes it out of the PDF in which it lies.
    pub fn read(file: &Path) -> Result<Self, Failure> {
        if !begins(file, b"%PDF-")? {
            let twin = read(file, comity_request::MAX_TWIN_BYTES as u64 + 1)?;
            return Ok(Self { twin, signature: None, paper: None });
        }
        let mut answers = child(file, PDF)?.into_iter();
        let twin = answers.next().ok_or_else(|| Failure::new("comity-child-answer", vec![]))?;
        let paper = read(file, MAX_PDF_BYTES as u64)?;
        Ok(Self { twin, signature: answers.next(), paper: Some(paper) })
    }
}

fn begins(file: &Path, with: &[u8]) -> Result<bool, Failure> {
    Ok(read(file, with.len() as u64)? == with)
}

/// What a task in a child of its own says of a file.
fn child(file: &Path, task: &'static str) -> Result<Vec<Vec<u8>>, Failure> {
    let open = File::open(file).map_err(|source| Failure::file("read", file, source))?;
    let limits = Limits { frame_bytes: ANSWER_BYTES, reply_bytes: ANSWER_BYTES, ..Limits::default() };
    let job = Job { limits, ..Job::new(task) };
    let mut answers = vec![];
    let mut take = |frame: Vec<u8>| {
        answers.push(frame);
        ControlFlow::Continue(())
    };
    Sandbox::new(TASKS).run(&job, Source::File(open), &mut take).map_err(Failure::of)?;
    Ok(answers)
}
