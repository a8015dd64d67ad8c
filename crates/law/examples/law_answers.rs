//! Measures how long an answer takes: all ordered pairs of the focus States, all measures, all offences at once.
//!
//! `cargo run --release -p comity-law --example law_answers -- packs/law` prints processor time for each answer and fails
//! above one millisecond, which is the limit set for it.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a measurement for people")]

use std::process::ExitCode;

use comity_law::rows::StateGroup;
use comity_law::{Law, OffenceAsked, Question};
use comity_record::pack::Pack;

/// Nanoseconds that one answer may take.
const LIMIT_NS: u64 = 1_000_000;
/// Times that each question is asked: the kernel counts a thread's time in steps of some milliseconds.
const ROUNDS: u64 = 200;

fn main() -> ExitCode {
    let folder = std::env::args().nth(1).expect("the folder of the law pack");
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let files = files
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), std::fs::read(&path).unwrap()));
    let law = Law::from_pack(&Pack::from_files(files).unwrap()).unwrap();
    let focus: Vec<_> = law.states().filter(|row| row.data.group == StateGroup::Focus).collect();
    let offences: Vec<_> = law.categories().map(|row| OffenceAsked::of(&row.data.id)).collect();
    let mut questions = vec![];
    for from in &focus {
        for to in focus.iter().filter(|to| to.data.code != from.data.code) {
            questions.extend(law.measures().map(|measure| Question {
                from: from.data.code,
                to: to.data.code,
                on: law.compiled(),
                measure: measure.data.id.clone(),
                offences: offences.clone(),
            }));
        }
    }
    let mut times: Vec<(u64, &Question)> = questions
        .iter()
        .map(|question| {
            let before = cpu_ns();
            for _ in 0..ROUNDS {
                std::hint::black_box(law.basis(question).unwrap());
            }
            ((cpu_ns() - before) / ROUNDS, question)
        })
        .collect();
    times.sort_by_key(|(time, _)| *time);
    let (slowest, question) = times.last().unwrap();
    println!("{} answers, each about {} kinds of offence", times.len(), offences.len());
    println!("median {} us, slowest {} us", times[times.len() / 2].0 / 1000, slowest / 1000);
    println!("slowest: {} asks {} for {}", question.from, question.to, question.measure);
    println!("limit {} us", LIMIT_NS / 1000);
    if *slowest > LIMIT_NS { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Nanoseconds that this thread has run (Linux, `/proc/thread-self/schedstat`).
fn cpu_ns() -> u64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    text.split_whitespace().next().unwrap().parse().unwrap()
}
