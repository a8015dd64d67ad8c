//! How long is waited for another place, and a stream that is given up when nothing moves on it.

use std::io::{self, ErrorKind, IoSlice};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep};

/// How long each part of an exchange with another place may take.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// To look up a name, to connect to an address, and to agree on keys: each of them.
    pub connect: Duration,
    /// Without a byte in either direction. The other end may work that long on its answer.
    pub silence: Duration,
    /// From the first byte of the request to the last of the answer.
    pub whole: Duration,
}

/// A stream whose reads and writes fail with [`ErrorKind::TimedOut`] once no byte has moved in either direction for
/// some time.
///
/// It bounds the wait, not the whole: a large message on a slow line takes as long as it takes.
#[derive(Debug)]
pub struct Patient<S> {
    stream: S,
    silence: Duration,
    alarm: Pin<Box<Sleep>>,
}

impl<S> Patient<S> {
    /// Gives the stream up after so much silence.
    pub fn new(stream: S, silence: Duration) -> Self {
        Self { stream, silence, alarm: Box::pin(tokio::time::sleep(silence)) }
    }

    fn moved(&mut self) {
        self.alarm.as_mut().reset(Instant::now() + self.silence);
    }

    /// What a wait comes to: more waiting, or the end of patience.
    fn wait<T>(&mut self, context: &mut Context<'_>) -> Poll<io::Result<T>> {
        self.alarm.as_mut().poll(context).map(|()| Err(ErrorKind::TimedOut.into()))
    }

    fn after_write(
        &mut self,
        context: &mut Context<'_>,
        written: Poll<io::Result<usize>>,
    ) -> Poll<io::Result<usize>> {
        match written {
            Poll::Pending => self.wait(context),
            Poll::Ready(written) => {
                if written.as_ref().is_ok_and(|bytes| *bytes > 0) {
                    self.moved();
                }
                Poll::Ready(written)
            }
        }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Patient<S> {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        let before = buffer.filled().len();
        match Pin::new(&mut this.stream).poll_read(context, buffer) {
            Poll::Pending => this.wait(context),
            ready @ Poll::Ready(_) => {
                if buffer.filled().len() > before {
                    this.moved();
                }
                ready
            }
        }
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Patient<S> {
    fn poll_write(self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let written = Pin::new(&mut this.stream).poll_write(context, bytes);
        this.after_write(context, written)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let written = Pin::new(&mut this.stream).poll_write_vectored(context, parts);
        this.after_write(context, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        match Pin::new(&mut this.stream).poll_flush(context) {
            Poll::Pending => this.wait(context),
            ready @ Poll::Ready(_) => ready,
        }
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        match Pin::new(&mut this.stream).poll_shutdown(context) {
            Poll::Pending => this.wait(context),
            ready @ Poll::Ready(_) => ready,
        }
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, duplex};

    use super::*;

    const SILENCE: Duration = Duration::from_secs(10);
    const ALMOST: Duration = Duration::from_millis(9_999);

    fn paused() -> tokio::runtime::Runtime {
        tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap()
    }

    #[test]
    fn a_read_is_given_up_when_nothing_comes() {
        paused().block_on(async {
            let (near, _far) = duplex(64);
            let began = Instant::now();
            let error = Patient::new(near, SILENCE).read_u8().await.unwrap_err();
            assert_eq!((error.kind(), began.elapsed()), (ErrorKind::TimedOut, SILENCE));
        });
    }

    #[test]
    fn a_write_is_given_up_when_nothing_is_taken() {
        paused().block_on(async {
            let (near, _far) = duplex(64);
            let mut near = Patient::new(near, SILENCE);
            near.write_all(&[0; 64]).await.unwrap();
            let began = Instant::now();
            let error = near.write_all(&[0; 1]).await.unwrap_err();
            assert_eq!((error.kind(), began.elapsed()), (ErrorKind::TimedOut, SILENCE));
        });
    }

    #[test]
    fn a_slow_line_on_which_something_moves_is_not_given_up() {
        paused().block_on(async {
            let (near, mut far) = duplex(1);
            let mut near = Patient::new(near, SILENCE);
            let feed = async {
                for byte in 0..20 {
                    tokio::time::sleep(ALMOST).await;
                    far.write_u8(byte).await.unwrap();
                }
                far
            };
            let read = async {
                for byte in 0..20 {
                    assert_eq!(near.read_u8().await.unwrap(), byte);
                }
                near
            };
            let (mut far, mut near) = tokio::join!(feed, read);
            // What is written also counts as moving for who reads.
            let drain = async {
                for _ in 0..20 {
                    tokio::time::sleep(ALMOST).await;
                    far.read_u8().await.unwrap();
                }
            };
            let (written, ()) = tokio::join!(near.write_all(&[7; 20]), drain);
            written.unwrap();
        });
    }
}
