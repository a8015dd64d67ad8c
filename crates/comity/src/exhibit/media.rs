//! The media inside images of disks: read in a sandboxed child, and told.

use std::io::SeekFrom;
use std::ops::ControlFlow;

use comity_adapters::sandbox::{Job, Limits, MAX_CPU_SECONDS, MAX_WALL_MILLIS, Sandbox, Source};
use comity_casework::exhibit::{ImageSource, Media, MediaContent};
use comity_record::Coded as _;
use serde_json::{Value, json};

use crate::out::{Out, clean};
use crate::tasks::{MEDIA, TASKS};

/// Begins as an image of a disk does.
const HEAD_BYTES: usize = 8;

/// Reads the media of a file, if it is an image, in a child of its own.
pub fn read(mut image: &mut dyn ImageSource) -> Option<MediaContent> {
    let mut head = [0; HEAD_BYTES];
    let is_image = image.read_exact(&mut head).is_ok() && comity_unpack::is_image(&head);
    if !is_image || image.seek(SeekFrom::Start(0)).is_err() {
        return None;
    }
    // As long as any child may: an image of terabytes takes hours.
    let limits = Limits { cpu_seconds: MAX_CPU_SECONDS, wall_millis: MAX_WALL_MILLIS, ..Limits::default() };
    let mut answer = None;
    let sandbox = Sandbox::new(TASKS);
    let read = sandbox.begin(Job { limits, ..Job::new(MEDIA) }).and_then(|mut child| {
        child.read(Source::Ranges(&mut image), &mut |frame| {
            answer = serde_json::from_slice(&frame).ok();
            ControlFlow::Continue(())
        })
    });
    Some(match (read, answer) {
        (Err(error), _) => MediaContent::Unread(error.code().to_owned()),
        (Ok(_), Some(read)) => MediaContent::Read(read),
        (Ok(_), None) => MediaContent::Unread("unpack-crashed".to_owned()),
    })
}

/// Each with its verdict.
pub fn as_json(media: &[Media]) -> Value {
    let told = media.iter().map(
        |media| json!({ "path": media.path, "content": media.content, "verdict": media.verdict().as_str() }),
    );
    Value::Array(told.collect())
}

/// The media of an image in a sentence.
pub fn told(out: &Out, media: &Media) -> String {
    let (bytes, sha256, code) = match &media.content {
        MediaContent::Read(read) => (read.digests.size.to_string(), read.digests.sha256.to_string(), ""),
        MediaContent::Unread(code) => (String::new(), String::new(), code.as_str()),
    };
    let values = [("path", media.path.as_str()), ("bytes", &bytes), ("sha256", &sha256), ("code", code)];
    clean(&out.message(&format!("comity-media-{}", media.verdict().as_str()), &values))
}

/// The media of each image, and a line for each digest that it may bear.
pub fn print(out: &Out, media: &[Media]) {
    for media in media {
        out.line(&told(out, media));
        let MediaContent::Read(read) = &media.content else { continue };
        for (algorithm, computed) in read.computed.iter() {
            let name = algorithm.name();
            match read.stored.get(algorithm) {
                Some(stored) if stored == computed => out.line(&format!("    {name}  {computed}  =")),
                Some(stored) => out.line(&format!("    {name}  {computed}  != {stored}")),
                None => out.line(&format!("    {name}  {computed}")),
            }
        }
    }
}
