//! Opens what lies inside bytes: containers, transfer encodings and character sets, in each other, and shows each layer with
//! the way to it.
//!
//! A visitor is shown the input itself, then what is found in it, while it is found: text in UTF-16, runs of base64, dumps in
//! hexadecimal, packed streams, entries of archives, files of disks, rows of databases. What is shown is searched in turn. Nothing
//! is unpacked to a disk, and no layer lies in memory whole unless a reader must jump in what came out of a decoder. What is
//! damaged is read as far as it goes and told as a [`Fault`].
//!
//! It is not a scanner: what the layers mean is for the visitor. It knows no file, no network and no clock.
//!
//! Start with [`walk()`] and [`Visitor`].
//!
//! ```
//! use std::io::Cursor;
//! use std::ops::ControlFlow;
//!
//! use comity_unpack::{Fault, Limits, Opened, Step, Visitor, walk};
//!
//! /// Prints nothing and keeps the text of each layer.
//! #[derive(Default)]
//! struct Kept(Vec<(String, Vec<u8>)>, Vec<usize>);
//!
//! impl Visitor for Kept {
//!     fn enter(&mut self, layer: Opened<'_>) -> ControlFlow<()> {
//!         self.1.push(self.0.len());
//!         self.0.push((layer.steps.iter().map(|step| step.name).collect(), Vec::new()));
//!         ControlFlow::Continue(())
//!     }
//!     fn bytes(&mut self, depth: usize, bytes: &[u8]) -> ControlFlow<()> {
//!         self.0[self.1[depth]].1.extend_from_slice(bytes);
//!         ControlFlow::Continue(())
//!     }
//!     fn leave(&mut self) -> ControlFlow<()> {
//!         self.1.pop();
//!         ControlFlow::Continue(())
//!     }
//!     fn fault(&mut self, _: &[Step], _: &Fault) -> ControlFlow<()> {
//!         ControlFlow::Continue(())
//!     }
//! }
//!
//! let mut kept = Kept::default();
//! let mail = "Body: UGF5IHRvIHRoZSB3YWxsZXQgYmVsb3c=";
//! walk(&mut Cursor::new(mail), &Limits::default(), &mut kept)?;
//! assert_eq!(kept.0[1], ("base64".to_owned(), b"Pay to the wallet below".to_vec()));
//! # Ok::<(), comity_unpack::UnpackError>(())
//! ```
//!
//! # Invariants
//!
//! - *Invariant:* every byte of the input is shown, in its order, whatever the decoders make of it
//!   (`tests::walk::every_byte_of_the_input_is_shown`).
//! - *Invariant:* what a file system or database holds besides files and rows is searched as it is
//!   (`tests::volumes::free_space_is_still_searched_and_opened`, `tests::databases::what_was_deleted_is_still_opened`).
//! - *Invariant:* memory, output and the number of parts stay within [`Limits`] (`tests::limits::*`).
//! - *Invariant:* a decoder that panics ends nothing but itself (`walk::tests::a_decoder_that_panics_is_a_fault_of_its_part`).
//! - *Invariant:* the same bytes give the same layers, however the reader cuts them
//!   (`tests::walk::any_pieces_give_the_same_layers`).

mod acquired;
mod base64;
mod chunks;
mod closed;
mod deflate;
mod eastern;
mod ewf;
mod ext;
mod fat;
mod fault;
mod filters;
mod hexdump;
#[cfg(test)]
#[path = "../tests/images.rs"]
mod images;
mod layer;
pub mod limits;
mod lznt1;
mod mail;
mod media;
mod ntfs;
mod packed;
pub mod page;
mod partition;
mod pdf;
mod picture;
mod plausible;
mod pst;
mod ranges;
mod rewrite;
mod runs;
mod search;
mod seven;
mod sqlite;
mod tar;
mod times;
mod utf16;
mod visit;
mod volume;
mod wal;
mod walk;
mod web;
mod zip;

pub use acquired::{Acquired, CHUNKS_MAX, is_image, read_image};
pub use fault::{Fault, UnpackError};
pub use limits::Limits;
pub use ranges::Ranges;
pub use times::{Time, Times};
pub use visit::{Opened, Step, Visitor, touches};
pub use walk::{ReadSeek, Walked, walk};
pub use web::Capture;

/// Every code that an error or a fault of this crate can carry.
pub const CODES: &[&str] = &[
    "unpack-bytes",
    "unpack-crashed",
    "unpack-damaged",
    "unpack-depth",
    "unpack-encrypted",
    "unpack-method",
    "unpack-parts",
    "unpack-ratio",
    "unpack-read-failed",
    "unpack-segment-missing",
    "unpack-taken",
    "unpack-too-large",
    "unpack-truncated",
];
