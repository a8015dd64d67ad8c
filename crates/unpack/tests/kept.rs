//! A visitor that keeps all that it is shown, and the files that are opened.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::ops::{ControlFlow, Range};
use std::path::PathBuf;

use comity_unpack::{Fault, Limits, Opened, Step, Times, Visitor, Walked, walk};
use flate2::Compression;
use flate2::write::{GzEncoder, ZlibEncoder};

/// A layer with all its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub steps: Vec<Step>,
    pub bytes: Vec<u8>,
    pub rewritten: Option<Vec<Range<u64>>>,
    pub copied_from: Option<u64>,
    pub times: Option<Times>,
    /// What of it was shown by layers inside it.
    pub inside: Vec<Range<u64>>,
}

/// What was shown.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct All {
    pub layers: Vec<Kept>,
    pub faults: Vec<(Vec<Step>, Fault)>,
    open: Vec<usize>,
}

impl Visitor for All {
    fn enter(&mut self, layer: Opened<'_>) -> ControlFlow<()> {
        assert_eq!(layer.steps.len(), self.open.len());
        self.open.push(self.layers.len());
        let rewritten = layer.rewritten.map(<[_]>::to_vec);
        self.layers.push(Kept {
            steps: layer.steps.to_vec(),
            bytes: Vec::new(),
            rewritten,
            copied_from: layer.copied_from,
            times: layer.times,
            inside: Vec::new(),
        });
        ControlFlow::Continue(())
    }

    fn shown_inside(&mut self, ranges: &[Range<u64>]) -> ControlFlow<()> {
        let layer = &mut self.layers[*self.open.last().unwrap()];
        assert!(ranges.iter().all(|range| range.start >= u64::try_from(layer.bytes.len()).unwrap()));
        layer.inside.extend_from_slice(ranges);
        ControlFlow::Continue(())
    }

    fn bytes(&mut self, depth: usize, bytes: &[u8]) -> ControlFlow<()> {
        self.layers[self.open[depth]].bytes.extend_from_slice(bytes);
        ControlFlow::Continue(())
    }

    fn leave(&mut self) -> ControlFlow<()> {
        self.open.pop().unwrap();
        ControlFlow::Continue(())
    }

    fn fault(&mut self, steps: &[Step], fault: &Fault) -> ControlFlow<()> {
        self.faults.push((steps.to_vec(), fault.clone()));
        ControlFlow::Continue(())
    }
}

impl All {
    /// The ways to the layers, such as `0-gzip-512-base64`, a file by its name in brackets.
    pub fn ways(&self) -> Vec<String> {
        self.layers.iter().map(|layer| way(&layer.steps)).collect()
    }

    /// The ways to the layers in which a text stands.
    pub fn with(&self, text: &str) -> Vec<String> {
        let has = |layer: &&Kept| memchr::memmem::find(&layer.bytes, text.as_bytes()).is_some();
        self.layers.iter().filter(has).map(|layer| way(&layer.steps)).collect()
    }
}

pub fn way(steps: &[Step]) -> String {
    let step = |step: &Step| match &step.file {
        Some(file) => format!("{}-{}({file})", step.offset, step.name),
        None => format!("{}-{}", step.offset, step.name),
    };
    steps.iter().map(step).collect::<Vec<_>>().join("-")
}

/// Everything in these bytes.
pub fn opened(bytes: &[u8]) -> All {
    opened_within(bytes, &Limits::for_input(u64::try_from(bytes.len()).unwrap())).0
}

pub fn opened_within(bytes: &[u8], limits: &Limits) -> (All, Walked) {
    let mut all = All::default();
    let walked = walk(&mut Cursor::new(bytes), limits, &mut all).unwrap();
    assert!(all.open.is_empty());
    assert_eq!(all.layers[0].bytes, bytes, "the input is shown as it is");
    (all, walked)
}

/// The path of a file of the shared test data. Where it is absent the test's name is told, so that a run
/// without the data is not taken for one with it.
pub fn path(test: &str, name: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("COMITY_TEST_DATA").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"),
        PathBuf::from,
    );
    let path = folder.join("evidence").join(name);
    if !path.exists() {
        let _written = writeln!(std::io::stderr(), "SKIPPED {test}: test data absent");
        return None;
    }
    Some(path)
}

pub fn read(test: &str, name: &str) -> Option<Vec<u8>> {
    Some(fs::read(path(test, name)?).unwrap())
}

/// The files in a `.tar.gz`: name and bytes.
pub fn archive(test: &str, name: &str) -> Option<Vec<(String, Vec<u8>)>> {
    let file = fs::File::open(path(test, name)?).unwrap();
    let mut archive = tar::Archive::new(flate2::read::GzDecoder::new(file));
    let mut files = Vec::new();
    for entry in archive.entries().unwrap() {
        let mut entry = entry.unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        if entry.header().entry_type().is_file() {
            files.push((entry.path().unwrap().display().to_string(), bytes));
        }
    }
    Some(files)
}

pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

pub fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

pub fn deflate(bytes: &[u8]) -> Vec<u8> {
    let zlib = zlib(bytes);
    zlib[2..zlib.len() - 4].to_vec()
}

/// A local header of ZIP with its data.
pub fn zip_entry(name: &str, method: u16, flags: u16, data: &[u8]) -> Vec<u8> {
    let mut entry = b"PK\x03\x04\x14\0".to_vec();
    entry.extend(flags.to_le_bytes());
    entry.extend(method.to_le_bytes());
    entry.extend([0; 8]);
    let packed = if flags & 8 == 0 { u32::try_from(data.len()).unwrap() } else { 0 };
    entry.extend(packed.to_le_bytes());
    entry.extend([0; 4]);
    entry.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
    entry.extend([0; 2]);
    entry.extend(name.as_bytes());
    entry.extend(data);
    entry
}

pub fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// Bytes that look like nothing, always the same ones.
pub fn noise(count: usize) -> Vec<u8> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let step = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[3]
    };
    std::iter::repeat_with(step).take(count).collect()
}
