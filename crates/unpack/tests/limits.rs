//! What a hostile file may take.

use std::io::{self, Read, Seek, SeekFrom};
use std::ops::ControlFlow;

use comity_record::Coded;
use comity_unpack::limits::{self, Limits};
use comity_unpack::{Fault, Opened, Step, Visitor, walk};

use crate::kept::{gzip, noise, opened_within, zip_entry};

const TEXT: &[u8] = b"a text of words that is packed again and again";

fn nested(depth: usize) -> Vec<u8> {
    (0..depth).fold(TEXT.to_vec(), |inner, _| gzip(&inner))
}

#[test]
fn as_many_layers_as_allowed_are_opened_and_no_more() {
    let limits = Limits::default();
    let (all, _) = opened_within(&nested(limits::DEPTH), &limits);
    assert_eq!(all.layers.last().unwrap().bytes, TEXT);
    assert_eq!((all.layers.len(), all.faults.len()), (1 + limits::DEPTH, 0));
    let (all, walked) = opened_within(&nested(limits::DEPTH + 1), &limits);
    assert_eq!(all.layers.len(), 1 + limits::DEPTH);
    assert_eq!(all.faults[0].1, Fault::Depth { limit: limits::DEPTH });
    assert_eq!(walked.faults, 1);
}

#[test]
fn a_part_grows_to_its_allowance_and_no_further() {
    for (more, is_whole) in [(0, true), (1, false)] {
        let bytes = vec![b' '; usize::try_from(limits::RATIO_ALLOWANCE).unwrap() + more];
        let (all, _) = opened_within(&gzip(&bytes), &Limits::default());
        assert_eq!(all.faults.is_empty(), is_whole);
        if !is_whole {
            assert_eq!(all.faults[0].1, Fault::Ratio { limit: limits::RATIO });
            assert!(all.layers[1].bytes.len() >= bytes.len() - 64 * 1024);
        }
    }
    // Without the allowance, by the ratio.
    let limits = Limits { ratio_allowance: 0, ..Limits::default() };
    let (all, _) = opened_within(&gzip(&vec![b' '; 100_000]), &limits);
    assert_eq!(all.faults[0].1.code(), "unpack-ratio");
    let (all, _) = opened_within(&gzip(&noise(100_000)), &limits);
    assert_eq!(all.faults, []);
}

#[test]
fn the_budget_of_bytes_is_one_for_all_parts() {
    let part = gzip(&noise(1000));
    for (budget, faults) in [(3000, 0), (2999, 1)] {
        let limits = Limits { decoded_bytes: budget, ..Limits::default() };
        let (all, walked) = opened_within(&[&part[..], b"-", &part, b"-", &part].concat(), &limits);
        assert_eq!(all.faults.len(), faults);
        assert!(walked.decoded_bytes <= budget);
    }
}

#[test]
fn a_small_file_that_is_opened_again_and_again_ends_and_that_is_told() {
    // Stored blocks of deflate, each with all that follows inside it.
    let zlib = b"\x78\x9c\x00\xff\xff\x00\x00".repeat(9362);
    let gzip = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x00\xff\xff\x00\x00".repeat(4369);
    for bytes in [zlib, gzip] {
        let limits = Limits { taken_bytes: 8 << 20, ..Limits::for_input(bytes.len() as u64) };
        let (all, walked) = opened_within(&bytes, &limits);
        assert!(walked.decoded_bytes <= 16 << 20, "{walked:?}");
        let limit = limits.taken_bytes;
        assert_eq!(all.faults.iter().filter(|(_, fault)| *fault == Fault::Taken { limit }).count(), 1);
    }
    assert_eq!(Limits::for_input(1).taken_bytes, limits::TAKEN_BYTES + limits::TAKEN_BYTES_FOR_EACH);
}

#[test]
fn what_decoders_read_is_counted_to_the_limit_and_not_one_past_it() {
    let part = gzip(&noise(1000));
    for (less, faults) in [(0, 0), (1, 1)] {
        let limits = Limits { taken_bytes: part.len() as u64 - less, ..Limits::default() };
        let (all, _) = opened_within(&part, &limits);
        assert_eq!(all.faults.len(), faults, "{:?}", all.faults);
    }
}

#[test]
fn the_end_of_the_budget_is_told_whatever_it_ends_at() {
    let text = b"see https%3A%2F%2Fexample.com%2F and more".repeat(4);
    let limits = Limits { decoded_bytes: 10, ..Limits::default() };
    let (all, _) = opened_within(&text, &limits);
    assert_eq!(all.faults.len(), 1);
    assert_eq!(all.faults[0].1, Fault::Bytes { limit: 10 });
}

#[test]
fn a_pdf_in_what_was_read_as_one_is_not_read_again() {
    let page = "1 0 obj\n<</Length 99>>\nstream\nBT /F1 12 Tf (shown once) Tj ET\nendstream\nendobj\n";
    let bytes = format!("{}{page}", "%PDF-1.4\n2 0 obj<</Length 5>>stream\n".repeat(500));
    let (all, _) = opened_within(bytes.as_bytes(), &Limits::default());
    assert_eq!(
        all.layers
            .iter()
            .filter(|layer| layer.steps.last().is_some_and(|step| step.name == "pdf-text"))
            .count(),
        1
    );
}

#[test]
fn what_chance_unpacks_behind_a_header_of_zlib_is_no_damaged_part() {
    // A stored block that goes on as noise, as any two bytes in a packed file may be followed.
    let chance = [b"\x78\x9c\x00\xe8\x03\x17\xfc".to_vec(), noise(1000), vec![0xff; 8]].concat();
    let (all, _) = opened_within(&chance, &Limits::default());
    assert_eq!(all.faults, []);
    // What is a text was packed by somebody.
    let text = TEXT.repeat(30)[..1000].to_vec();
    let damaged = [b"\x78\x9c\x00\xe8\x03\x17\xfc".to_vec(), text, vec![0xff; 8]].concat();
    let (all, _) = opened_within(&damaged, &Limits::default());
    assert_eq!(all.faults.len(), 1);
}

#[test]
fn the_budget_of_parts_is_told_once() {
    let entry = zip_entry("a", 0, 0, b"x");
    let limits = Limits { parts: 10, ..Limits::default() };
    let (all, walked) = opened_within(&entry.repeat(10), &limits);
    assert_eq!((all.layers.len(), all.faults.len(), walked.parts), (11, 0, 10));
    let (all, walked) = opened_within(&entry.repeat(50), &limits);
    assert_eq!((all.layers.len(), walked.parts), (11, 10));
    assert_eq!(all.faults.iter().map(|(_, fault)| fault).collect::<Vec<_>>(), [&Fault::Parts { limit: 10 }]);
}

#[test]
fn the_text_of_a_pdf_is_put_together_up_to_its_most_bytes_and_no_further() {
    const FILE_BYTES: usize = 32 << 20;
    let head = b"%PDF-1.7\n1 0 obj << >> stream\nBT (a word) Tj ET\nendstream endobj\n";
    for (more, texts) in [(0, 1), (1, 0)] {
        let filler = vec![b' '; FILE_BYTES - head.len() - 5 + more];
        let (all, _) = opened_within(&[&head[..], &filler, b"%%EOF"].concat(), &Limits::default());
        let is_text =
            |kept: &&crate::kept::Kept| kept.steps.last().is_some_and(|step| step.name == "pdf-text");
        assert_eq!(all.layers.iter().filter(is_text).count(), texts, "{more}");
    }
}

#[test]
fn limits_grow_with_the_input() {
    let limits = Limits::for_input(1 << 40);
    assert_eq!(limits.parts, limits::PARTS + (1 << 40) / limits::BYTES_FOR_EACH_PART);
    assert_eq!(limits.decoded_bytes, limits::DECODED_BYTES + (limits::DECODED_BYTES_FOR_EACH << 40));
    assert_eq!(Limits::for_input(u64::MAX).decoded_bytes, u64::MAX);
}

/// An archive of the same small entry again and again, made while it is read.
struct Archive {
    entry: Vec<u8>,
    at: u64,
    length: u64,
}

impl Read for Archive {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.length - self.at).unwrap_or(usize::MAX);
        let count = out.len().min(left);
        let from = usize::try_from(self.at % u64::try_from(self.entry.len()).unwrap()).unwrap();
        let count = count.min(self.entry.len() - from);
        out[..count].copy_from_slice(&self.entry[from..from + count]);
        self.at += u64::try_from(count).unwrap();
        Ok(count)
    }
}

impl Seek for Archive {
    fn seek(&mut self, _: SeekFrom) -> io::Result<u64> {
        Ok(self.at)
    }
}

#[derive(Default)]
struct Counted {
    layers: u64,
    bytes: usize,
    faults: Vec<Fault>,
}

impl Visitor for Counted {
    fn enter(&mut self, _: Opened<'_>) -> ControlFlow<()> {
        self.layers += 1;
        ControlFlow::Continue(())
    }
    fn bytes(&mut self, _: usize, bytes: &[u8]) -> ControlFlow<()> {
        self.bytes += bytes.len();
        ControlFlow::Continue(())
    }
    fn leave(&mut self) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
    fn fault(&mut self, _: &[Step], fault: &Fault) -> ControlFlow<()> {
        self.faults.push(fault.clone());
        ControlFlow::Continue(())
    }
}

#[test]
fn an_archive_of_ten_million_entries_ends() {
    let entry = zip_entry("a", 0, 0, b"x");
    let length = 10_000_000 * u64::try_from(entry.len()).unwrap();
    let mut archive = Archive { entry: entry.repeat(10_000), at: 0, length };
    let limits = Limits::for_input(length);
    let mut counted = Counted::default();
    let walked = walk(&mut archive, &limits, &mut counted).unwrap();
    assert_eq!((walked.bytes, walked.parts), (length, limits.parts));
    assert_eq!(counted.layers, 1 + limits.parts);
    assert_eq!(counted.faults, [Fault::Parts { limit: limits.parts }]);
    assert!(u64::try_from(counted.bytes).unwrap() >= length);
}
