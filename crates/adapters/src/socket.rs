//! The local command socket: how the command line speaks to a node that is serving.
//!
//! A Unix domain socket lies in the node's folder. Who may connect is decided three times: by the folder's mode, by
//! the socket's own mode (0600), and by the kernel's word on who is at the other end (`SO_PEERCRED`): the same user, at
//! both ends. What the officer may do is decided by the officer's credential inside the request, not here.
//!
//! A request is one frame; the answer is any number of parts (progress, say) and then one frame that ends it. In
//! between the node may ask back: a question is one frame and so is its reply, which is how a passphrase comes from the
//! officer's terminal and from nowhere else. A node at work says so now and then, so that every wait has an end and no
//! work is cut short by one. Nothing here knows what requests mean.
//!
//! A socket's address holds about a hundred bytes, fewer than a path may have. For a folder with a longer path both
//! ends reach the socket through `/proc/self/fd`, where Linux gives every opened folder a short name; elsewhere that
//! is an error which says so.

mod client;
mod server;

use std::fs::File;
use std::io::{self, ErrorKind, Read, Write};
use std::os::fd::AsRawFd;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use comity_record::Coded;

pub use client::{LocalClient, Reader};
pub use server::{LocalConnection, LocalServer, MAX_CONNECTIONS};

use crate::frame::FrameError;

/// The name of the socket in a node's folder.
pub const SOCKET_FILE: &str = "command.sock";

/// The largest request. Exhibits are named by their path, never sent through here.
pub const MAX_REQUEST_BYTES: usize = 16 << 20;

/// The largest part of an answer, and the largest end of one: the view of a long case.
pub const MAX_ANSWER_BYTES: usize = 64 << 20;

/// How long one frame may take once it has begun. Both ends are on the same machine; whoever takes longer hangs.
pub const FRAME_TIMEOUT: Duration = Duration::from_secs(30);

/// How often a node at work says that it still is.
pub const ALIVE_INTERVAL: Duration = Duration::from_secs(10);

/// How long a node may be silent: several times the interval, for a machine that is busy otherwise.
pub const SILENCE_TIMEOUT: Duration = Duration::from_mins(1);

/// The longest address that every Unix system takes: 104 bytes with the end mark on some, 108 on Linux.
const MAX_ADDRESS_BYTES: usize = 103;

/// The name under which a socket is made before it takes its place, so that it is never there with another mode.
const NEW_SOCKET_FILE: &str = "command.sock.new";

mod kind {
    //! The kinds of frames.
    pub const REQUEST: u8 = 1;
    pub const PART: u8 = 2;
    pub const ANSWER: u8 = 3;
    pub const BUSY: u8 = 4;
    pub const QUESTION: u8 = 5;
    pub const REPLY: u8 = 6;
    pub const ALIVE: u8 = 7;
}

/// Who is at the other end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer {
    /// The user.
    pub uid: u32,
    /// The process, for the node's record of who asked; it may have ended since.
    pub pid: u32,
}

/// Why the local socket cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SocketError {
    /// No node serves this folder.
    #[error("no node serves the folder {}", folder.display())]
    NotServing {
        /// The folder.
        folder: PathBuf,
    },
    /// The node serves as many connections as it can.
    #[error("the node has too many connections")]
    Busy,
    /// The process at the other end belongs to another user.
    #[error("the process at the other end belongs to user {uid}")]
    ForeignPeer {
        /// The user.
        uid: u32,
    },
    /// The folder's path is too long for a socket, and the system offers no way round it.
    #[error("the path {} is too long for a local socket", folder.display())]
    PathTooLong {
        /// The folder.
        folder: PathBuf,
    },
    /// The other end does not speak the protocol.
    #[error("the other end does not speak the protocol")]
    Protocol,
    /// The other end took too long.
    #[error("the other end took too long")]
    TimedOut,
    /// A question of the node was not answered.
    #[error("the question of the node was not answered")]
    Unanswered,
    /// What came is no frame.
    #[error(transparent)]
    Frame(FrameError),
    /// The system refuses something about the socket.
    #[error("the local socket cannot be used")]
    Unusable(#[source] io::Error),
}

impl Coded for SocketError {
    fn code(&self) -> &'static str {
        match self {
            Self::NotServing { .. } => "adapters-socket-not-serving",
            Self::Busy => "adapters-socket-busy",
            Self::ForeignPeer { .. } => "adapters-socket-foreign-peer",
            Self::PathTooLong { .. } => "adapters-socket-path-too-long",
            Self::Protocol => "adapters-socket-protocol",
            Self::TimedOut => "adapters-socket-timed-out",
            Self::Unanswered => "adapters-socket-unanswered",
            Self::Frame(error) => error.code(),
            Self::Unusable(_) => "adapters-socket-unusable",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotServing { folder } | Self::PathTooLong { folder } => {
                vec![("folder", folder.display().to_string())]
            }
            Self::ForeignPeer { uid } => vec![("uid", uid.to_string())],
            Self::Frame(error) => error.args(),
            Self::Unusable(source) => vec![("cause", source.to_string())],
            Self::Busy | Self::Protocol | Self::TimedOut | Self::Unanswered => Vec::new(),
        }
    }
}

impl From<FrameError> for SocketError {
    fn from(error: FrameError) -> Self {
        match error {
            FrameError::Io(source) => source.into(),
            other => Self::Frame(other),
        }
    }
}

impl From<io::Error> for SocketError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            // A read past its timeout is the one on Linux and the other elsewhere.
            ErrorKind::WouldBlock | ErrorKind::TimedOut => Self::TimedOut,
            ErrorKind::ConnectionReset | ErrorKind::BrokenPipe => Self::Frame(FrameError::Cut),
            _ => Self::Unusable(error),
        }
    }
}

/// A folder under a name short enough for a socket in it, for as long as the value lives.
struct Reach {
    folder: PathBuf,
    /// Keeps the short name in being.
    _opened: Option<File>,
}

impl Reach {
    fn of(folder: &Path) -> Result<Self, SocketError> {
        if folder.join(NEW_SOCKET_FILE).as_os_str().len() <= MAX_ADDRESS_BYTES {
            return Ok(Self { folder: folder.to_owned(), _opened: None });
        }
        let opened = File::open(folder).map_err(SocketError::Unusable)?;
        let short = PathBuf::from(format!("/proc/self/fd/{}", opened.as_raw_fd()));
        if short.exists() {
            Ok(Self { folder: short, _opened: Some(opened) })
        } else {
            Err(SocketError::PathTooLong { folder: folder.to_owned() })
        }
    }
}

/// Who is at the other end of `stream`, refused unless it is the user of this process.
///
/// On systems without `SO_PEERCRED` the socket's mode alone keeps others out, and the peer has no process number.
fn same_user(stream: &UnixStream) -> Result<Peer, SocketError> {
    let own = rustix::process::geteuid().as_raw();
    #[cfg(target_os = "linux")]
    let peer = {
        let peer =
            rustix::net::sockopt::socket_peercred(stream).map_err(|e| SocketError::Unusable(e.into()))?;
        Peer { uid: peer.uid.as_raw(), pid: u32::try_from(peer.pid.as_raw_pid()).unwrap_or(0) }
    };
    #[cfg(not(target_os = "linux"))]
    let peer = {
        let _ = stream;
        Peer { uid: own, pid: 0 }
    };
    if peer.uid == own { Ok(peer) } else { Err(SocketError::ForeignPeer { uid: peer.uid }) }
}

/// A stream whose reads and writes together end by a moment, so that one byte now and then does not keep it open.
struct Until<'a> {
    stream: &'a UnixStream,
    end: Instant,
}

impl<'a> Until<'a> {
    fn from_now(stream: &'a UnixStream, wait: Duration) -> Self {
        Self { stream, end: Instant::now() + wait }
    }

    fn left(&self) -> io::Result<Option<Duration>> {
        let left = self.end.saturating_duration_since(Instant::now());
        if left.is_zero() { Err(ErrorKind::TimedOut.into()) } else { Ok(Some(left)) }
    }
}

impl Read for Until<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.stream.set_read_timeout(self.left()?)?;
        self.stream.read(out)
    }
}

impl Write for Until<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.stream.set_write_timeout(self.left()?)?;
        self.stream.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
