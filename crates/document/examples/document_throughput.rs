//! Measures what a printed document costs: a request of five pages in English and Persian through the whole of this
//! crate, beside the same pages laid out and written as PDF by Typst alone; and whether memory stays flat.
//!
//! `cargo run --release -p comity-document --example document_throughput` prints processor time for each document and
//! resident memory. It fails above three times Typst's own time, and when a thousand documents hold more memory than a
//! hundred did.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a measurement for people")]

#[path = "../tests/sample/mod.rs"]
#[allow(dead_code, reason = "the tests use the rest of it")]
mod sample;

use std::collections::HashMap;
use std::process::ExitCode;

use comity_document::{Localized, RequestDocument, State, Template, Twin, compiler_files, fonts, render};
use comity_messages::Catalogues;
use comity_record::Language;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, comemo};
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

/// Pages of the request that is measured.
const PAGES: usize = 5;
/// Typst's own time may be taken so many times.
const MOST_TIMES: u64 = 3;
/// Times that each side is measured, the best of which counts.
const ROUNDS: usize = 5;
/// Documents in a round: the kernel counts a thread's time in steps of some milliseconds.
const DOCUMENTS: u64 = 20;
/// Documents after which memory is first looked at: all that is loaded once is loaded.
const WARM: u64 = 100;
/// Documents after which it must be what it was.
const MANY: u64 = 1_000;
/// KiB that may be in use more: what the allocator keeps differs from run to run by some megabytes. A document whose
/// layout is not forgotten leaves more than three behind.
const MOST_GROWN_KIB: u64 = 16 * 1024;

fn main() -> ExitCode {
    let catalogues = Catalogues::embedded();
    let languages = ["en", "fa"].map(sample::language);
    // Words, checks, layout, PDF/A-3a and PDF/UA-1 with the twin inside.
    let print = |(document, twin): &(RequestDocument, Twin)| {
        render(&Template::request(), document, twin, &languages, &catalogues).unwrap().pages
    };
    let documents: Vec<_> = (0..DOCUMENTS).map(numbered).collect();
    let typst = Typst::new();
    let worlds: Vec<_> =
        documents.iter().map(|document| typst.world(document, &languages, &catalogues)).collect();

    let (mut ours, mut alone) = (u64::MAX, u64::MAX);
    for _ in 0..ROUNDS {
        ours = ours.min(each(&documents, print));
        alone = alone.min(each(&worlds, compile));
    }
    println!("{PAGES} pages, English and Persian: best of {ROUNDS} rounds of {DOCUMENTS} documents");
    println!("comity-document: {} us of processor time for a document", ours / 1000);
    println!("Typst alone: {} us", alone / 1000);
    println!("times Typst's own: {}.{:02}, limit {MOST_TIMES}", ours / alone, ours * 100 / alone % 100);

    drop((documents, worlds));
    let print = |number: u64| assert_eq!(print(&numbered(number)), PAGES);
    (0..WARM).for_each(print);
    let warm = resident_kib();
    (WARM..MANY).for_each(print);
    let grown = resident_kib().saturating_sub(warm);
    println!(
        "resident after {WARM} documents: {warm} KiB; after {MANY}: {grown} KiB more, limit {MOST_GROWN_KIB}"
    );
    if ours > MOST_TIMES * alone || grown > MOST_GROWN_KIB { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Nanoseconds of processor time that a document takes. Both sides print the same pages.
fn each<T>(documents: &[T], print: impl Fn(&T) -> usize) -> u64 {
    let before = processor_ns();
    for document in documents {
        assert_eq!(print(document), PAGES);
    }
    (processor_ns() - before) / DOCUMENTS
}

/// A request like no other before it: what was laid out for one helps the next in nothing.
fn numbered(number: u64) -> (RequestDocument, Twin) {
    let mut document = sample::request(State::Issued);
    let part = document.sections.clone();
    document.sections.extend(part);
    document.subject =
        Localized::new(sample::language("en"), format!("Document {number} of many, each with another text"))
            .with(sample::language("fa"), format!("سند {number}"));
    let twin = Twin { json: document.to_twin(), signature: None };
    (document, twin)
}

/// Lays out and writes by the compiler as it comes, and forgets as ours does between two documents.
fn compile(world: &BareWorld<'_>) -> usize {
    let paged = typst::compile::<PagedDocument>(world).output.unwrap();
    typst_pdf::pdf(&paged, &PdfOptions::default()).unwrap();
    comemo::evict(0);
    paged.pages().len()
}

/// What the compiler needs for every document.
struct Typst {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
}

impl Typst {
    fn new() -> Self {
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(fonts())),
        }
    }

    /// A document as the compiler is given it, without the twin.
    fn world(
        &self,
        (document, twin): &(RequestDocument, Twin),
        languages: &[Language],
        catalogues: &Catalogues,
    ) -> BareWorld<'_> {
        const ATTACHED: &str = "#twin(view)";
        let files = compiler_files(&Template::request(), document, twin, languages, catalogues).unwrap();
        let mut sources = HashMap::new();
        let mut bytes = HashMap::new();
        for (name, content) in files {
            match name.strip_suffix(".typ") {
                Some(_) => {
                    let text = String::from_utf8(content).unwrap();
                    let note = "#block(above: 1.6em, text(size: 0.8em, fill: quiet, both(view.twin.note)))";
                    let text = text.replace(ATTACHED, note);
                    sources.insert(id(&name), Source::new(id(&name), text));
                }
                None => drop(bytes.insert(id(&name), Bytes::new(content))),
            }
        }
        BareWorld { typst: self, sources, bytes }
    }
}

struct BareWorld<'a> {
    typst: &'a Typst,
    sources: HashMap<FileId, Source>,
    bytes: HashMap<FileId, Bytes>,
}

impl World for BareWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.typst.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.typst.book
    }

    fn main(&self) -> FileId {
        id("main.typ")
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.bytes.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts().get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn id(name: &str) -> FileId {
    RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).unwrap()).intern()
}

/// Processor time of all threads of this process, as Linux counts it: the compiler lays out on several.
fn processor_ns() -> u64 {
    let threads = std::fs::read_dir("/proc/self/task").unwrap().map(Result::unwrap);
    let spent = |thread: std::fs::DirEntry| {
        let line = std::fs::read_to_string(thread.path().join("schedstat")).unwrap();
        line.split(' ').next().unwrap().parse::<u64>().unwrap()
    };
    threads.map(spent).sum()
}

/// Resident memory, as Linux counts it.
fn resident_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}
