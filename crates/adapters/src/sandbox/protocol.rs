//! What parent and child say to each other.
//!
//! The parent says first, before the child reads a byte of input, the [`Assignment`] and the parameters; the child says
//! what protects it. Then for each input the parent hands over a descriptor with its [`InputHead`], and the child says
//! any number of replies, then that it is done or why not. An input without a descriptor is one that the child asks the
//! parent for, range by range ([`Ask`]). From its first reply on the child is not trusted: [`Replies`] takes whatever
//! comes.

use comity_record::cbor;
use serde::{Deserialize, Serialize};

use super::limits::Limits;
use super::protection::{Minimum, Protection};
use crate::frame::{Decoder, Frame, FrameError};

/// The version of the assignment. Both ends are the same program; a mismatch means that it was replaced in between.
pub(super) const VERSION: u32 = 2;

/// The largest message about the task itself, as opposed to its replies: a report of protection, or of an error.
pub(super) const CONTROL_BYTES: usize = 16 << 10;

/// The most that a child may ask for at once of an input that the parent reads for it.
pub(super) const MAX_ASKED_BYTES: u32 = 1 << 20;

/// The most named values in an error of a task, and the longest value: enough for any message that a person reads.
pub(super) const MAX_ARGS: usize = 16;
/// See [`MAX_ARGS`].
pub(super) const MAX_ARG_CHARS: usize = 512;

pub(super) mod kind {
    //! The kinds of frames.
    pub const ASSIGNMENT: u8 = 1;
    pub const PARAMETERS: u8 = 2;
    pub const PROTECTION: u8 = 3;
    pub const REPLY: u8 = 4;
    pub const DONE: u8 = 5;
    pub const FAILED: u8 = 6;
    pub const INPUT: u8 = 7;
    pub const ASK: u8 = 8;
    pub const DATA: u8 = 9;
}

/// What the parent tells the child.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Assignment {
    pub version: u32,
    /// The process that waits; a child whose parent is another has been orphaned already.
    pub parent: u32,
    pub limits: Limits,
    pub minimum: Minimum,
}

/// What the parent says of an input.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct InputHead {
    /// The length of the input from where it is read, where it is known.
    pub length: Option<u64>,
    /// Whether a descriptor comes with this message; if not, the child asks for ranges.
    pub open: bool,
}

/// A range of the input that a child asks for. The answer is as long, or ends where the input ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ask {
    /// Where it begins.
    pub offset: u64,
    /// How many bytes, from 1 to 1 MiB.
    pub length: u32,
}

/// Why the task was not done, as the child tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Failure {
    /// The code of the error.
    pub code: String,
    /// The named values of its message.
    pub args: Vec<(String, String)>,
}

/// One message of a child.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reply {
    /// What protects the child; always first.
    Protection(Protection),
    /// A reply of the task.
    Frame(Vec<u8>),
    /// The child wants to read a range of its input.
    Ask(Ask),
    /// The task is done with this input; nothing follows before the next.
    Done,
    /// The task is not done; nothing follows.
    Failed(Failure),
}

/// Why a child's messages are not accepted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReplyError {
    /// More than a limit allows.
    #[error("more than the limit {name} of {limit}")]
    TooLarge {
        /// Which limit.
        name: &'static str,
        /// Its value.
        limit: u64,
    },
    /// Not the protocol.
    #[error("{0}")]
    Malformed(&'static str),
}

/// Reads a child's messages from the bytes that come, within limits.
///
/// This is the only reader of bytes that a hostile input may have written, in a process that has rights: it holds no
/// more than one message and a piece, and is fuzzed as `adapters-replies`.
#[derive(Debug)]
pub struct Replies {
    decoder: Decoder,
    limits: Limits,
    expect: Expect,
    frames: u64,
    bytes: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expect {
    Protection,
    Replies,
    Nothing,
}

impl Replies {
    /// A reader that holds a child to `limits`.
    pub fn new(limits: &Limits) -> Self {
        let frame_bytes = usize::try_from(limits.frame_bytes).unwrap_or(usize::MAX);
        Self {
            decoder: Decoder::new(frame_bytes.max(CONTROL_BYTES)),
            limits: *limits,
            expect: Expect::Protection,
            frames: 0,
            bytes: 0,
        }
    }

    /// Adds bytes that came. Take all messages out before adding more.
    pub fn push(&mut self, bytes: &[u8]) {
        self.decoder.push(bytes);
    }

    /// The next complete message, if there is one.
    ///
    /// # Errors
    /// Says which limit is passed or how the protocol is broken; nothing more can be read then.
    pub fn next_reply(&mut self) -> Result<Option<Reply>, ReplyError> {
        if self.expect == Expect::Nothing {
            return if self.decoder.is_between_frames() {
                Ok(None)
            } else {
                Err(ReplyError::Malformed("something follows the last message"))
            };
        }
        let Some(frame) = self.decoder.next_frame().map_err(|error| self.refuse(&error))? else {
            return Ok(None);
        };
        self.accept(frame).map(Some)
    }

    /// Counts anew for the next input of a child that is done with the one before.
    pub fn next_input(&mut self) {
        if self.expect == Expect::Nothing {
            self.expect = Expect::Replies;
        }
        (self.frames, self.bytes) = (0, 0);
    }

    /// How many replies of the task there were.
    pub fn frames(&self) -> u64 {
        self.frames
    }

    /// How many bytes the replies of the task had.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    fn accept(&mut self, frame: Frame) -> Result<Reply, ReplyError> {
        match (self.expect, frame.kind) {
            (Expect::Protection, kind::PROTECTION) => {
                self.expect = Expect::Replies;
                control(&frame.body).map(Reply::Protection)
            }
            (Expect::Replies, kind::REPLY) => self.count(frame.body),
            (Expect::Replies, kind::ASK) => match control::<Ask>(&frame.body)? {
                ask if (1..=MAX_ASKED_BYTES).contains(&ask.length) => Ok(Reply::Ask(ask)),
                _ => Err(ReplyError::Malformed("a range of no bytes, or of too many")),
            },
            (Expect::Replies, kind::DONE) if frame.body.is_empty() => {
                self.expect = Expect::Nothing;
                Ok(Reply::Done)
            }
            // A child that cannot even read its assignment fails before it reports its protection.
            (_, kind::FAILED) => {
                self.expect = Expect::Nothing;
                let failure: Failure = control(&frame.body)?;
                if failure.args.len() > MAX_ARGS {
                    return Err(ReplyError::Malformed("an error with too many values"));
                }
                Ok(Reply::Failed(failure))
            }
            (Expect::Protection, _) => Err(ReplyError::Malformed("the first message is not its protection")),
            _ => Err(ReplyError::Malformed("a message of an unknown kind")),
        }
    }

    fn count(&mut self, body: Vec<u8>) -> Result<Reply, ReplyError> {
        let length = u64::try_from(body.len()).unwrap_or(u64::MAX);
        self.frames += 1;
        self.bytes = self.bytes.saturating_add(length);
        let over = [
            ("frame_bytes", length, self.limits.frame_bytes),
            ("frames", self.frames, self.limits.frames),
            ("reply_bytes", self.bytes, self.limits.reply_bytes),
        ];
        match over.into_iter().find(|(_, value, limit)| value > limit) {
            Some((name, _, limit)) => Err(ReplyError::TooLarge { name, limit }),
            None => Ok(Reply::Frame(body)),
        }
    }

    fn refuse(&self, error: &FrameError) -> ReplyError {
        match error {
            FrameError::TooLarge { .. } => {
                ReplyError::TooLarge { name: "frame_bytes", limit: self.limits.frame_bytes }
            }
            _ => ReplyError::Malformed("a message that is cut"),
        }
    }
}

/// Reads a message about the task itself: small, and deterministic CBOR.
fn control<T: serde::de::DeserializeOwned>(body: &[u8]) -> Result<T, ReplyError> {
    if body.len() > CONTROL_BYTES {
        return Err(ReplyError::Malformed("a message about the task that is too long"));
    }
    cbor::from_canonical(body).map_err(|_| ReplyError::Malformed("a message about the task of another shape"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::frame::write_frame;

    fn limits() -> Limits {
        Limits { frame_bytes: 100, frames: 3, reply_bytes: 250, ..Limits::default() }
    }

    fn framed(kind: u8, body: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        write_frame(&mut bytes, kind, body).unwrap();
        bytes
    }

    fn hello() -> Vec<u8> {
        framed(kind::PROTECTION, &cbor::to_canonical(&Protection::default()).unwrap())
    }

    fn failed(args: usize) -> Vec<u8> {
        let args = vec![("path".to_owned(), "x".to_owned()); args];
        let failure = Failure { code: "scan-file-unreadable".to_owned(), args };
        framed(kind::FAILED, &cbor::to_canonical(&failure).unwrap())
    }

    fn read_all(bytes: &[u8]) -> Result<Vec<Reply>, ReplyError> {
        let mut replies = Replies::new(&limits());
        replies.push(bytes);
        let mut all = Vec::new();
        while let Some(reply) = replies.next_reply()? {
            all.push(reply);
        }
        Ok(all)
    }

    #[test]
    fn a_good_child_is_read_to_its_end() {
        let bytes =
            [hello(), framed(kind::REPLY, b"a"), framed(kind::REPLY, b""), framed(kind::DONE, b"")].concat();
        let all = read_all(&bytes).unwrap();
        assert_eq!(all[1..], [Reply::Frame(b"a".to_vec()), Reply::Frame(vec![]), Reply::Done]);
    }

    #[test]
    fn each_limit_of_the_replies_holds_at_the_limit_and_not_one_past_it() {
        let reply = |n: usize| framed(kind::REPLY, &vec![0; n]);
        let too_large = |name, limit| Err(ReplyError::TooLarge { name, limit });
        assert_eq!(read_all(&[hello(), reply(100)].concat()).unwrap().len(), 2);
        assert_eq!(read_all(&[hello(), reply(101)].concat()), too_large("frame_bytes", 100));
        assert_eq!(read_all(&[hello(), reply(100), reply(100), reply(50)].concat()).unwrap().len(), 4);
        assert_eq!(
            read_all(&[hello(), reply(100), reply(100), reply(51)].concat()),
            too_large("reply_bytes", 250)
        );
        assert_eq!(
            read_all(&[hello(), reply(1), reply(1), reply(1), reply(1)].concat()),
            too_large("frames", 3)
        );
        // Refused by the header alone, before the body has come.
        let header = &reply(CONTROL_BYTES + 1)[..5];
        assert_eq!(read_all(&[hello(), header.to_vec()].concat()), too_large("frame_bytes", 100));
    }

    #[test]
    fn an_error_with_the_most_values_is_read_and_one_more_is_refused() {
        assert_eq!(read_all(&[hello(), failed(MAX_ARGS)].concat()).unwrap().len(), 2);
        assert!(read_all(&[hello(), failed(MAX_ARGS + 1)].concat()).is_err());
        assert_eq!(read_all(&failed(1)).unwrap().len(), 1, "a failure may come before anything else");
    }

    #[test]
    fn a_range_is_asked_for_at_its_limits_and_not_one_past_them() {
        let ask = |length| framed(kind::ASK, &cbor::to_canonical(&Ask { offset: 7, length }).unwrap());
        for length in [1, MAX_ASKED_BYTES] {
            let all = read_all(&[hello(), ask(length)].concat()).unwrap();
            assert_eq!(all[1..], [Reply::Ask(Ask { offset: 7, length })]);
        }
        for length in [0, MAX_ASKED_BYTES + 1] {
            assert!(read_all(&[hello(), ask(length)].concat()).is_err(), "{length}");
        }
    }

    #[test]
    fn the_replies_about_each_input_are_counted_by_themselves() {
        let one = [framed(kind::REPLY, &[0; 100]), framed(kind::REPLY, &[0; 100]), framed(kind::DONE, b"")];
        let mut replies = Replies::new(&limits());
        replies.push(&hello());
        assert!(matches!(replies.next_reply(), Ok(Some(Reply::Protection(_)))));
        for _ in 0..3 {
            replies.next_input();
            replies.push(&one.concat());
            for _ in 0..2 {
                assert!(matches!(replies.next_reply(), Ok(Some(Reply::Frame(_)))));
            }
            assert_eq!((replies.next_reply(), replies.next_reply()), (Ok(Some(Reply::Done)), Ok(None)));
            assert_eq!((replies.frames(), replies.bytes()), (2, 200));
        }
    }

    #[test]
    fn whatever_breaks_the_protocol_is_refused() {
        for (bytes, why) in [
            (framed(kind::REPLY, b"a"), "no protection first"),
            (framed(kind::DONE, b""), "done before anything"),
            ([hello(), hello()].concat(), "protection twice"),
            ([hello(), framed(kind::DONE, b"x")].concat(), "done with a body"),
            ([hello(), framed(kind::DONE, b""), vec![0]].concat(), "a byte after the end"),
            ([hello(), framed(kind::ASSIGNMENT, b"")].concat(), "a kind of the parent"),
            ([hello(), framed(99, b"")].concat(), "an unknown kind"),
            (framed(kind::PROTECTION, b"\xa0"), "protection of another shape"),
            ([hello(), framed(kind::FAILED, b"\xff")].concat(), "a failure that is no CBOR"),
        ] {
            assert!(read_all(&bytes).is_err(), "accepted {why}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_end_in_replies_or_an_error_never_in_a_panic(
            bytes in proptest::collection::vec(any::<u8>(), 0..600),
            greeted in any::<bool>(),
        ) {
            let bytes = if greeted { [hello(), bytes].concat() } else { bytes };
            let _ = read_all(&bytes);
        }
    }
}
