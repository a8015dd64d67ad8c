//! An input that the parent reads for the child, range by range.

use std::io::{self, Read, Seek, SeekFrom, Write};

use comity_record::cbor;

use super::protocol::{Ask, MAX_ASKED_BYTES, kind};
use crate::frame::{read_frame, write_frame};

/// The first range behind a jump: a reader of a file system takes a block here and a block there. Whoever reads on gets
/// ranges four times as long each, up to the most.
const FIRST_BYTES: u32 = 16 << 10;

/// Reads over a channel on which each question is followed by its answer.
#[derive(Debug)]
pub(super) struct Ranges<C> {
    channel: C,
    length: u64,
    at: u64,
    /// The range that came last, and where it begins.
    held: Vec<u8>,
    from: u64,
    /// How much is asked for next, if it is what follows.
    ahead: u32,
}

impl<C: Read + Write> Ranges<C> {
    pub(super) fn over(channel: C) -> Self {
        Self { channel, length: 0, at: 0, held: Vec::new(), from: 0, ahead: FIRST_BYTES }
    }

    /// Begins with another input, of this length.
    pub(super) fn restart(&mut self, length: u64) {
        (self.length, self.at, self.from, self.ahead) = (length, 0, 0, FIRST_BYTES);
        self.held.clear();
    }

    /// The bytes that are held from where the reader stands.
    fn here(&self) -> &[u8] {
        let skip = self.at.checked_sub(self.from).and_then(|skip| usize::try_from(skip).ok());
        skip.and_then(|skip| self.held.get(skip..)).unwrap_or_default()
    }

    fn fetch(&mut self) -> io::Result<()> {
        let follows = self.from + u64::try_from(self.held.len()).unwrap_or(u64::MAX) == self.at;
        self.ahead = if follows { self.ahead.saturating_mul(4).min(MAX_ASKED_BYTES) } else { FIRST_BYTES };
        let left = u32::try_from(self.length - self.at).unwrap_or(u32::MAX);
        let ask = Ask { offset: self.at, length: left.min(self.ahead) };
        let body = cbor::to_canonical(&ask).map_err(io::Error::other)?;
        write_frame(&mut self.channel, kind::ASK, &body)?;
        let most = usize::try_from(ask.length).map_err(io::Error::other)?;
        let answer = read_frame(&mut self.channel, most).map_err(io::Error::other)?;
        let answer = answer.filter(|frame| frame.kind == kind::DATA && !frame.body.is_empty());
        self.held = answer.ok_or(io::ErrorKind::UnexpectedEof)?.body;
        self.from = self.at;
        Ok(())
    }
}

impl<C: Read + Write> Read for Ranges<C> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if out.is_empty() || self.at >= self.length {
            return Ok(0);
        }
        if self.here().is_empty() {
            self.fetch()?;
        }
        let read = self.here().read(out)?;
        self.at += u64::try_from(read).unwrap_or(u64::MAX);
        Ok(read)
    }
}

impl<C> Seek for Ranges<C> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let to = match to {
            SeekFrom::Start(to) => Some(to),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
            SeekFrom::End(by) => self.length.checked_add_signed(by),
        };
        self.at = to.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A parent that answers from memory and counts.
    struct Parent {
        content: Vec<u8>,
        asked: Vec<Ask>,
        answer: io::Cursor<Vec<u8>>,
    }

    impl Write for Parent {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let frame = read_frame(&mut &*bytes, 100).unwrap().unwrap();
            assert_eq!(frame.kind, kind::ASK);
            let ask: Ask = cbor::from_canonical(&frame.body).unwrap();
            let from = usize::try_from(ask.offset).unwrap();
            let to = self.content.len().min(from + usize::try_from(ask.length).unwrap());
            let mut answer = Vec::new();
            write_frame(&mut answer, kind::DATA, &self.content[from..to]).unwrap();
            self.answer = io::Cursor::new(answer);
            self.asked.push(ask);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl Read for Parent {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            self.answer.read(out)
        }
    }

    fn ranges(content: &[u8]) -> Ranges<Parent> {
        let parent = Parent { content: content.to_vec(), asked: Vec::new(), answer: io::Cursor::default() };
        let mut ranges = Ranges::over(parent);
        ranges.restart(u64::try_from(content.len()).unwrap());
        ranges
    }

    #[test]
    fn what_is_read_through_ranges_is_what_is_there_wherever_one_jumps() {
        let content: Vec<u8> = (0..3_000_000_u32).map(|n| (n / 7).to_le_bytes()[0]).collect();
        let mut read = Vec::new();
        let mut input = ranges(&content);
        input.read_to_end(&mut read).unwrap();
        assert!(read == content);
        // From 64 KiB on, four times as much each time, and no more than a megabyte.
        let asked: Vec<_> = input.channel.asked.iter().map(|ask| ask.length >> 10).collect();
        assert_eq!(asked, [64, 256, 1024, 1024, 561]);
        for (to, place) in [
            (SeekFrom::Start(17), 17),
            (SeekFrom::End(-3), 2_999_997),
            (SeekFrom::Current(-1000), 2_998_998),
            (SeekFrom::Start(2_999_999), 2_999_999),
        ] {
            assert_eq!(input.seek(to).unwrap(), place);
            let (mut byte, place) = ([0], usize::try_from(place).unwrap());
            input.read_exact(&mut byte).unwrap();
            assert_eq!(byte[0], content[place]);
        }
        assert_eq!(input.seek(SeekFrom::Start(9_000_000)).unwrap(), 9_000_000);
        assert_eq!(input.read(&mut [0; 8]).unwrap(), 0, "behind the end there is nothing");
        assert!(input.seek(SeekFrom::Current(-9_000_001)).is_err());
    }

    #[test]
    fn an_input_that_is_shorter_than_was_said_is_an_error() {
        let mut input = ranges(b"abc");
        input.restart(5);
        assert_eq!(input.read_to_end(&mut Vec::new()).unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
    }
}
