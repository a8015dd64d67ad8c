//! The command line's end of the local socket.

use std::io::ErrorKind;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::time::Duration;

use zeroize::Zeroizing;

use super::server::checked_size;
use super::{
    FRAME_TIMEOUT, MAX_ANSWER_BYTES, MAX_REQUEST_BYTES, Reach, SOCKET_FILE, SocketError, Until, kind,
    same_user,
};
use crate::frame::{FrameError, read_first, read_rest, write_frame};

/// What reads the answer of a node as it comes.
pub trait Reader {
    /// Takes a part of the answer.
    fn part(&mut self, body: &[u8]);

    /// Replies to a question; `None` gives the whole request up.
    fn reply(&mut self, question: &[u8]) -> Option<Zeroizing<Vec<u8>>>;
}

/// Reads an answer in which nothing is asked.
struct Parts<'a>(&'a mut dyn FnMut(&[u8]));

impl Reader for Parts<'_> {
    fn part(&mut self, body: &[u8]) {
        (self.0)(body);
    }

    fn reply(&mut self, _: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        None
    }
}

/// A connection to the node that serves a folder. After an error it is of no further use.
#[derive(Debug)]
pub struct LocalClient {
    stream: UnixStream,
}

impl LocalClient {
    /// Connects to the node that serves `folder`, and makes sure that it runs as the same user.
    ///
    /// # Errors
    /// [`SocketError::NotServing`] where no node serves it: then the caller may lock the folder itself.
    pub fn connect(folder: &Path) -> Result<Self, SocketError> {
        let not_serving = || SocketError::NotServing { folder: folder.to_owned() };
        if !folder.is_dir() {
            return Err(not_serving());
        }
        let reach = Reach::of(folder)?;
        let stream =
            UnixStream::connect(reach.folder.join(SOCKET_FILE)).map_err(|error| match error.kind() {
                // No socket, or one that a crash has left behind.
                ErrorKind::NotFound | ErrorKind::ConnectionRefused => not_serving(),
                _ => SocketError::Unusable(error),
            })?;
        same_user(&stream)?;
        Ok(Self { stream })
    }

    /// Sends a request that needs no questions, and gives its answer; hands each part that comes before to `on_part`.
    ///
    /// # Errors
    /// As [`ask`](Self::ask).
    pub fn call(
        &mut self,
        request: &[u8],
        wait: Duration,
        on_part: &mut dyn FnMut(&[u8]),
    ) -> Result<Vec<u8>, SocketError> {
        self.ask(request, wait, &mut Parts(on_part))
    }

    /// Sends a request and gives its answer; what comes before goes to `reader`.
    ///
    /// `wait` is how long the node may be silent, not how long it may take: a node that works says so.
    ///
    /// # Errors
    /// Fails when the request is too large, the node is busy, silent, or gone, or a question is not answered.
    pub fn ask(
        &mut self,
        request: &[u8],
        wait: Duration,
        reader: &mut dyn Reader,
    ) -> Result<Vec<u8>, SocketError> {
        checked_size(request, MAX_REQUEST_BYTES)?;
        // A node that is busy says so and closes; what it said is read even where the request was not taken.
        let sent = self.send(kind::REQUEST, request);
        loop {
            let mut first = [0];
            let begun = read_first(&mut Until::from_now(&self.stream, wait), &mut first);
            if !matches!(begun, Ok(true)) {
                sent?;
                return Err(begun.map_or_else(SocketError::from, |_| SocketError::Frame(FrameError::Cut)));
            }
            let mut rest = Until::from_now(&self.stream, FRAME_TIMEOUT);
            let frame = read_rest(&mut rest, first[0], MAX_ANSWER_BYTES)?;
            match frame.kind {
                kind::ALIVE => {}
                kind::PART => reader.part(&frame.body),
                kind::QUESTION => {
                    let reply = reader.reply(&frame.body).ok_or(SocketError::Unanswered)?;
                    self.send(kind::REPLY, &reply)?;
                }
                kind::ANSWER => return Ok(frame.body),
                kind::BUSY => return Err(SocketError::Busy),
                _ => return Err(SocketError::Protocol),
            }
        }
    }

    fn send(&self, kind: u8, body: &[u8]) -> Result<(), SocketError> {
        checked_size(body, MAX_REQUEST_BYTES)?;
        Ok(write_frame(&mut Until::from_now(&self.stream, FRAME_TIMEOUT), kind, body)?)
    }
}
