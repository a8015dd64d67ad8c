//! Reads the media in an image of a disk, for its digests and for those that the image bears.

use std::ops::ControlFlow;

use comity_adapters::sandbox::{FrameSink, Input, Limits, TaskError};
use comity_casework::exhibit::MediaRead;
use comity_evidence::hash::{Algorithm, Further, FurtherHasher, Hasher};
use comity_unpack::read_image;

/// The names of the values that errors of this task may carry.
pub const ARGS: &[&str] = &["cause", "limit", "method", "number", "offset", "path"];

pub fn run(input: &mut Input, _limits: Limits, replies: &mut dyn FrameSink) -> Result<(), TaskError> {
    let mut hasher = Hasher::new();
    let mut further = FurtherHasher::new(&[Algorithm::Md5, Algorithm::Sha1].into());
    let said = read_image(input, &mut |media| {
        hasher.update(media);
        further.update(media);
        ControlFlow::Continue(())
    })?;
    let md5 = said.md5.and_then(|digest| Further::default().with(Algorithm::Md5, &digest));
    let stored = md5.unwrap_or_default();
    let stored = match said.sha1 {
        Some(digest) => stored.with(Algorithm::Sha1, &digest).unwrap_or_default(),
        None => stored,
    };
    let read = MediaRead { digests: hasher.finish(), computed: further.finish(), stored };
    replies.frame(&serde_json::to_vec(&read).expect("digests are plain data"))
}
