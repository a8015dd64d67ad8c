//! The node's end of the local socket.

use std::collections::HashMap;
use std::fs::{self, Permissions};
use std::io::ErrorKind;
use std::net::Shutdown;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::{UnixListener, UnixStream};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use zeroize::Zeroizing;

use super::{
    FRAME_TIMEOUT, MAX_ANSWER_BYTES, MAX_REQUEST_BYTES, NEW_SOCKET_FILE, Peer, Reach, SOCKET_FILE,
    SocketError, Until, kind, same_user,
};
use crate::frame::{FrameError, read_first, read_rest, write_frame};
use crate::lock::{FolderLock, LockError};

/// How many connections are served at once. Officers sit at pages; the command line is for a few and for scripts.
pub const MAX_CONNECTIONS: usize = 32;

/// How often a server looks whether it should stop.
const STOP_CHECK: Duration = Duration::from_millis(200);

/// The listening end, in a folder that this process has locked.
#[derive(Debug)]
pub struct LocalServer {
    listener: UnixListener,
    path: PathBuf,
    /// As long as the socket is there, the folder is locked: that makes it right to replace a socket left behind.
    _lock: FolderLock,
}

/// One connection, of a process of the same user.
#[derive(Debug)]
pub struct LocalConnection {
    stream: UnixStream,
    peer: Peer,
    /// Whoever holds it writes: frames of two threads must not mix.
    writing: Mutex<()>,
    /// Whoever holds it has asked and reads the reply.
    asking: Mutex<()>,
}

impl LocalServer {
    /// Listens in the folder of `lock`, replacing a socket that a crash has left behind.
    ///
    /// # Errors
    /// Says what the system refuses about the socket.
    pub fn bind(lock: &FolderLock) -> Result<Self, SocketError> {
        let folder = lock.folder();
        let (new, path) = (folder.join(NEW_SOCKET_FILE), folder.join(SOCKET_FILE));
        match fs::remove_file(&new) {
            Err(e) if e.kind() != ErrorKind::NotFound => return Err(SocketError::Unusable(e)),
            _ => {}
        }
        let reach = Reach::of(folder)?;
        let listener =
            UnixListener::bind(reach.folder.join(NEW_SOCKET_FILE)).map_err(SocketError::Unusable)?;
        // Whoever connected before the mode was set is still refused for being another user.
        fs::set_permissions(&new, Permissions::from_mode(0o600)).map_err(SocketError::Unusable)?;
        listener.set_nonblocking(true).map_err(SocketError::Unusable)?;
        fs::rename(&new, &path).map_err(SocketError::Unusable)?;
        let lock = lock.share().map_err(|error| match error {
            LockError::Unusable { source, .. } => SocketError::Unusable(source),
            LockError::Held { .. } => SocketError::Busy,
        })?;
        Ok(Self { listener, path, _lock: lock })
    }

    /// Waits for a connection of the same user, at most for `wait`. Those of others are closed and not reported.
    ///
    /// # Errors
    /// Fails when the system can give no connection.
    pub fn accept(&self, wait: Duration) -> Result<Option<LocalConnection>, SocketError> {
        let timeout = Timespec::try_from(wait).unwrap_or(Timespec { tv_sec: 1, tv_nsec: 0 });
        match poll(&mut [PollFd::new(&self.listener, PollFlags::IN)], Some(&timeout)) {
            Ok(0) | Err(rustix::io::Errno::INTR) => return Ok(None),
            Ok(_) => {}
            Err(e) => return Err(SocketError::Unusable(e.into())),
        }
        let stream = match self.listener.accept() {
            Ok((stream, _)) => stream,
            // The other side went away again.
            Err(e)
                if matches!(
                    e.kind(),
                    ErrorKind::WouldBlock | ErrorKind::ConnectionAborted | ErrorKind::Interrupted
                ) =>
            {
                return Ok(None);
            }
            Err(e) => return Err(SocketError::Unusable(e)),
        };
        // Some systems hand the listener's mode on.
        stream.set_nonblocking(false).map_err(SocketError::Unusable)?;
        let peer = same_user(&stream).ok();
        let connection =
            |peer| LocalConnection { stream, peer, writing: Mutex::new(()), asking: Mutex::new(()) };
        Ok(peer.map(connection))
    }

    /// Serves each connection on a thread of its own until `stop` is set; then closes those that are open and returns
    /// when their threads have.
    ///
    /// # Errors
    /// Fails when the system can give no connection at all.
    pub fn serve(
        &self,
        stop: &AtomicBool,
        handle: &(dyn Fn(LocalConnection) + Sync),
    ) -> Result<(), SocketError> {
        let open: Mutex<HashMap<u64, UnixStream>> = Mutex::new(HashMap::new());
        let open = &open;
        // No code panics while it holds the lock, and a map of streams has no state that could be half changed.
        let streams = || open.lock().unwrap_or_else(PoisonError::into_inner);
        thread::scope(|scope| {
            let mut next = 0_u64;
            let result = loop {
                if stop.load(Ordering::Acquire) {
                    break Ok(());
                }
                let connection = match self.accept(STOP_CHECK) {
                    Ok(Some(connection)) => connection,
                    Ok(None) => continue,
                    // Those who are connected go on, and so does the node when there is room again.
                    Err(SocketError::Unusable(error)) if is_shortage(&error) => {
                        thread::sleep(STOP_CHECK);
                        continue;
                    }
                    Err(error) => break Err(error),
                };
                let number = next;
                next += 1;
                match connection.stream.try_clone() {
                    Ok(stream) if streams().len() < MAX_CONNECTIONS => {
                        streams().insert(number, stream);
                    }
                    _ => {
                        connection.refuse();
                        continue;
                    }
                }
                scope.spawn(move || {
                    // A fault in one request must not end the node; its connection closes without an answer.
                    let _ = catch_unwind(AssertUnwindSafe(|| handle(connection)));
                    open.lock().unwrap_or_else(PoisonError::into_inner).remove(&number);
                });
            };
            for stream in streams().values() {
                let _ = stream.shutdown(Shutdown::Both);
            }
            result
        })
    }
}

impl Drop for LocalServer {
    fn drop(&mut self) {
        // If it stays, the next start replaces it.
        let _ = fs::remove_file(&self.path);
    }
}

impl LocalConnection {
    /// Who is at the other end.
    pub fn peer(&self) -> Peer {
        self.peer
    }

    /// The next request, or `None` when the other end has closed. Waits `idle` for it to begin.
    ///
    /// # Errors
    /// Fails when nothing comes, the request is too large or is none.
    pub fn receive(&mut self, idle: Duration) -> Result<Option<Vec<u8>>, SocketError> {
        let mut first = [0];
        if !read_first(&mut Until::from_now(&self.stream, idle), &mut first)? {
            return Ok(None);
        }
        if first[0] != kind::REQUEST {
            return Err(SocketError::Protocol);
        }
        let mut rest = Until::from_now(&self.stream, FRAME_TIMEOUT);
        Ok(Some(read_rest(&mut rest, first[0], MAX_REQUEST_BYTES)?.body))
    }

    /// Asks back, and gives the reply. Waits `idle` for it to begin: a person may have to type it.
    ///
    /// # Errors
    /// Fails when no reply comes, or something that is none.
    pub fn ask(&self, question: &[u8], idle: Duration) -> Result<Zeroizing<Vec<u8>>, SocketError> {
        let _asking = self.asking.lock().unwrap_or_else(PoisonError::into_inner);
        self.send(kind::QUESTION, question)?;
        let mut first = [0];
        if !read_first(&mut Until::from_now(&self.stream, idle), &mut first)? {
            return Err(SocketError::Unanswered);
        }
        if first[0] != kind::REPLY {
            return Err(SocketError::Protocol);
        }
        let mut rest = Until::from_now(&self.stream, FRAME_TIMEOUT);
        Ok(Zeroizing::new(read_rest(&mut rest, first[0], MAX_REQUEST_BYTES)?.body))
    }

    /// Whether the other end has closed: nobody waits for the answer any more.
    pub fn is_closed(&self) -> bool {
        let now = Timespec { tv_sec: 0, tv_nsec: 0 };
        let mut ends = [PollFd::new(&self.stream, PollFlags::RDHUP)];
        poll(&mut ends, Some(&now)).is_ok()
            && ends[0].revents().intersects(PollFlags::RDHUP | PollFlags::HUP | PollFlags::ERR)
    }

    /// Works on an answer, and tells the other end now and then that it does (see [`super::ALIVE_INTERVAL`]).
    pub fn while_alive<T>(&self, every: Duration, work: impl FnOnce() -> T) -> T {
        // Dropped with the work, also when that panics.
        let (working, ended) = mpsc::channel::<()>();
        thread::scope(|scope| {
            scope.spawn(move || {
                while ended.recv_timeout(every) == Err(RecvTimeoutError::Timeout) {
                    if self.send(kind::ALIVE, &[]).is_err() {
                        break;
                    }
                }
            });
            let _working = working;
            work()
        })
    }

    /// Sends a part of an answer; more follows.
    ///
    /// # Errors
    /// Fails when the part is too large or the other end does not take it.
    pub fn part(&self, body: &[u8]) -> Result<(), SocketError> {
        self.send(kind::PART, body)
    }

    /// Sends the end of an answer.
    ///
    /// # Errors
    /// As [`part`](Self::part).
    pub fn answer(&self, body: &[u8]) -> Result<(), SocketError> {
        self.send(kind::ANSWER, body)
    }

    fn send(&self, kind: u8, body: &[u8]) -> Result<(), SocketError> {
        checked_size(body, MAX_ANSWER_BYTES)?;
        let _writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let sent = write_frame(&mut Until::from_now(&self.stream, FRAME_TIMEOUT), kind, body);
        if sent.is_err() {
            // Half a frame may be on its way, and whoever does not read would hold up every frame that follows.
            let _ = self.stream.shutdown(Shutdown::Both);
        }
        Ok(sent?)
    }

    /// Tells the other end that there is no room.
    fn refuse(&self) {
        let _ = write_frame(&mut Until::from_now(&self.stream, STOP_CHECK), kind::BUSY, &[]);
    }
}

/// Whether the system has run out of something that comes back.
fn is_shortage(error: &std::io::Error) -> bool {
    use rustix::io::Errno;
    let short = [Errno::MFILE, Errno::NFILE, Errno::NOBUFS, Errno::NOMEM];
    Errno::from_io_error(error).is_some_and(|errno| short.contains(&errno))
}

/// Refuses to send what the other end would refuse to read.
pub(super) fn checked_size(body: &[u8], limit: usize) -> Result<(), SocketError> {
    if body.len() <= limit {
        return Ok(());
    }
    let wide = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    Err(SocketError::Frame(FrameError::TooLarge { length: wide(body.len()), limit: wide(limit) }))
}
