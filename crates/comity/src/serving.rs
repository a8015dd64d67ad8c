//! A node that serves, as the command line of others uses it: the node itself once it is unlocked, its folder, and the
//! gate that its passphrases pass.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use comity_adapters::lock::FolderLock;
use comity_adapters::socket::{ALIVE_INTERVAL, FRAME_TIMEOUT, LocalConnection, LocalServer, SocketError};
use comity_adapters::world::SystemClock;
use comity_casework::{Casework, Passphrase, Session};
use comity_node::{Door, Gate};
use comity_record::{Clock as _, OfficeId, OfficerId};
use tokio::runtime::Handle;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::caller::Caller;
use crate::cli::At;
use crate::folder::{self, Node, Opened};
use crate::out::{Failure, Out, Readers, shown};
use crate::wire::{self, End, PROGRAM, Request};
use crate::words;

/// How long to wait before the socket is tried again when the system refuses it.
const PAUSE: Duration = Duration::from_secs(1);

/// A node that serves.
pub struct Serving {
    folder: PathBuf,
    lock: FolderLock,
    gate: Arc<Gate>,
    /// Nothing, as long as the node is locked.
    node: watch::Sender<Option<Arc<Node>>>,
    /// Whether the pages say no longer that the node is locked.
    shown: watch::Sender<bool>,
    /// Whoever holds it unlocks.
    unlocking: tokio::sync::Mutex<()>,
}

impl Serving {
    /// A node of a folder that is ours; locked, unless it is here already.
    pub fn new(lock: FolderLock, gate: Arc<Gate>, node: Option<Node>) -> Result<Self, Failure> {
        let folder = lock.folder();
        let folder = folder.canonicalize().map_err(|e| Failure::file("read", folder, e))?;
        Ok(Self {
            folder,
            lock,
            gate,
            shown: watch::Sender::new(node.is_some()),
            node: watch::Sender::new(node.map(Arc::new)),
            unlocking: tokio::sync::Mutex::new(()),
        })
    }

    /// The node, unless it is locked.
    pub fn node(&self) -> Option<Arc<Node>> {
        self.node.borrow().clone()
    }

    /// The node, as soon as it is unlocked.
    pub async fn unlocked(&self) -> Arc<Node> {
        let mut watched = self.node.subscribe();
        let found = watched.wait_for(Option::is_some).await.expect("the sender is ours").clone();
        found.expect("it was waited for")
    }

    /// The pages follow the node from now on, or end.
    pub fn shown(&self) {
        self.shown.send_replace(true);
    }

    /// The node, for a command on `folder`.
    pub fn open(&self, folder: &Path) -> Result<Opened, Failure> {
        self.check(folder)?;
        let node =
            self.node().ok_or_else(|| Failure::new("comity-node-locked", vec![("folder", shown(folder))]))?;
        Ok(Opened::new(node, self.lock.share().map_err(Failure::of)?))
    }

    /// Unlocks the key of an officer for one command.
    pub async fn sign_in(
        &self,
        node: &Node,
        office: OfficeId,
        officer: OfficerId,
        passphrase: &Passphrase,
    ) -> Result<Session, Failure> {
        let attempt =
            self.gate.enter(Door::Socket, Some(officer), SystemClock.now()).await.map_err(Failure::of)?;
        let session = node.unlock(office, officer, passphrase).await.map_err(Failure::of)?;
        attempt.succeeded();
        Ok(session)
    }

    /// Opens the node with its passphrase, and returns when the pages show it. Says whether it was locked until now.
    pub async fn unlock(&self, out: &Out, at: &At) -> Result<bool, Failure> {
        self.check(&at.folder)?;
        if self.node().is_some() {
            return Ok(false);
        }
        let passphrase = folder::passphrase(out, at)?;
        let _unlocking = self.unlocking.lock().await;
        if self.node().is_some() {
            return Ok(false);
        }
        let attempt = self.gate.enter(Door::Socket, None, SystemClock.now()).await.map_err(Failure::of)?;
        let keyring = folder::unlocked(&self.folder, &passphrase)?;
        attempt.succeeded();
        let parts = folder::parts(&self.folder, keyring).await?;
        let node = Casework::open(parts).await.map_err(Failure::of)?;
        self.node.send_replace(Some(Arc::new(node)));
        // Whoever is told that it is unlocked finds it so.
        self.shown.subscribe().wait_for(|shown| *shown).await.expect("the sender is ours");
        Ok(true)
    }

    /// Closes the store in order, when nobody works with it any more.
    pub async fn close(&self) -> Result<(), Failure> {
        match self.node.send_replace(None).map(Arc::try_unwrap) {
            Some(Ok(node)) => node.close().await.map_err(Failure::of),
            // Whoever still holds it was cut off; the store loses nothing by that.
            Some(Err(_)) | None => Ok(()),
        }
    }

    fn check(&self, folder: &Path) -> Result<(), Failure> {
        let same = folder.canonicalize().is_ok_and(|folder| folder == self.folder);
        if same { Ok(()) } else { Err(Failure::new("comity-other-node", vec![("folder", shown(folder))])) }
    }
}

/// The local socket of a node that serves.
pub struct Socket {
    stop: Arc<AtomicBool>,
    served: JoinHandle<()>,
}

impl Socket {
    /// Listens in the folder of the node, and carries out what comes: each command on a thread of its own.
    pub fn open(serving: &Arc<Serving>) -> Result<Self, Failure> {
        let server = LocalServer::bind(&serving.lock).map_err(Failure::of)?;
        let stop = Arc::new(AtomicBool::new(false));
        let (serving, stopped, runtime) = (Arc::clone(serving), Arc::clone(&stop), Handle::current());
        let served = tokio::task::spawn_blocking(move || {
            let carry_out = |connection| {
                // Commands of the node run as they do without one, on the runtime that the pages have.
                let _runtime = runtime.enter();
                receive(connection, &serving);
            };
            while let Err(error) = server.serve(&stopped, &carry_out) {
                tracing::warn!(%error, "the local socket could not be served");
                std::thread::park_timeout(PAUSE);
            }
        });
        Ok(Self { stop, served })
    }

    /// Ends when the commands that are being carried out have ended.
    pub async fn close(mut self) {
        self.stop.store(true, Ordering::Release);
        // A command that met a fault has told of it.
        let _ = (&mut self.served).await;
    }
}

impl Drop for Socket {
    /// Lets go of the thread where the program ends on an error: nothing else would, and the program would wait for it.
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Release);
    }
}

/// Takes a request, carries it out, and tells how it ended.
fn receive(mut connection: LocalConnection, serving: &Arc<Serving>) {
    let Ok(Some(request)) = connection.receive(FRAME_TIMEOUT) else { return };
    let request = wire::read::<Request>(&request).filter(|request| request.program == PROGRAM);
    let watched = request.as_ref().is_some_and(|request| request.watched);
    let terminal = request.as_ref().is_some_and(|request| request.terminal);
    let caller = Caller::new(connection, watched, Arc::clone(serving)).with_terminal(terminal);
    let caller = Arc::new(caller);
    let end = caller.connection().while_alive(ALIVE_INTERVAL, || carry_out(&caller, request));
    // Whoever has gone away is told nothing.
    let _ = caller.connection().answer(&wire::bytes(&end));
}

fn carry_out(caller: &Arc<Caller>, request: Option<Request>) -> End {
    let line = request.and_then(|request| words::read(request.words()).ok());
    let Some(line) = line.filter(|line| line.node.is_some() && !line.cli.command.needs_folder_alone()) else {
        // The command line of this version sends nothing else.
        return ended(&Out::called(Readers::People, None, caller), || {
            Err(Failure::of(SocketError::Protocol))
        });
    };
    let out = Out::called(line.cli.readers(), Some(line.cli.language), caller);
    ended(&out, || crate::run(&out, line.cli.command))
}

/// Carries a command out, and tells what went wrong. A fault in it ends the command and not the node.
fn ended(out: &Out, command: impl FnOnce() -> Result<ExitCode, Failure>) -> End {
    let done = catch_unwind(AssertUnwindSafe(command))
        .unwrap_or_else(|_: Box<dyn Any + Send>| Err(Failure::new("comity-fault", vec![])));
    let code = done.unwrap_or_else(|failure| {
        out.failure(&failure);
        ExitCode::FAILURE
    });
    // An exit code shows its number to nobody, but can be compared.
    let code = (0..=u8::MAX).find(|number| ExitCode::from(*number) == code).unwrap_or(1);
    End { code }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use comity_adapters::socket::{LocalClient, SILENCE_TIMEOUT};
    use comity_record::Bytes;

    use super::*;
    use crate::terminal::Measure;
    use crate::wire::Part;

    /// What a client is told: the parts, and the exit code.
    fn told(
        request: &Request,
        handle: impl FnOnce(LocalConnection, &Arc<Serving>) + Send,
    ) -> (Vec<Part>, u8) {
        let folder = tempfile::tempdir().unwrap();
        let lock = FolderLock::acquire(folder.path()).unwrap();
        let server = LocalServer::bind(&lock).unwrap();
        let serving = Arc::new(Serving::new(lock, Arc::default(), None).unwrap());
        let mut client = LocalClient::connect(folder.path()).unwrap();
        std::thread::scope(|scope| {
            scope.spawn(|| handle(server.accept(SILENCE_TIMEOUT).unwrap().unwrap(), &serving));
            let mut parts = Vec::new();
            let mut take = |part: &[u8]| parts.push(wire::read(part).unwrap());
            let end = client.call(&wire::bytes(request), SILENCE_TIMEOUT, &mut take).unwrap();
            (parts, wire::read::<End>(&end).unwrap().code)
        })
    }

    fn request(words: &[&str]) -> Request {
        Request::new(&words.iter().map(OsString::from).collect::<Vec<_>>(), true)
    }

    fn errors(parts: &[Part]) -> String {
        let errors = parts.iter().filter_map(|part| match part {
            Part::Errors(Bytes(bytes)) => Some(String::from_utf8_lossy(bytes)),
            _ => None,
        });
        errors.collect()
    }

    #[test]
    fn a_fault_ends_the_command_with_a_code_and_nothing_else() {
        let (parts, code) = told(&request(&[]), |mut connection, serving| {
            connection.receive(FRAME_TIMEOUT).unwrap();
            let caller = Arc::new(Caller::new(connection, false, Arc::clone(serving)));
            let out = Out::called(Readers::Programs, None, &caller);
            let end = ended(&out, || panic!("a fault in a command, as the test wants it"));
            caller.connection().answer(&wire::bytes(&end)).unwrap();
        });
        assert_eq!(code, 1);
        assert!(errors(&parts).contains("comity-fault") && !errors(&parts).contains("as the test wants it"));
    }

    #[test]
    fn what_a_command_prints_comes_as_it_is_with_its_exit_code() {
        let long = "x".repeat(3 << 20);
        let (parts, code) = told(&request(&[]), |mut connection, serving| {
            connection.receive(FRAME_TIMEOUT).unwrap();
            let caller = Arc::new(Caller::new(connection, true, Arc::clone(serving)));
            let out = Out::called(Readers::People, None, &caller);
            let end = ended(&out, || {
                let progress = out.progress(Some(10));
                progress.set(3);
                progress.set(4);
                out.line(&long);
                out.print_with(|bytes| bytes.extend([0, 0xff]));
                Ok(ExitCode::from(3))
            });
            caller.connection().answer(&wire::bytes(&end)).unwrap();
        });
        assert_eq!(code, 3);
        assert!(matches!(parts[0], Part::Progress(3, Measure::Steps(10))));
        let mut output = Vec::new();
        for part in &parts[1..] {
            match part {
                Part::Output(Bytes(bytes)) => output.extend_from_slice(bytes),
                // The second is told only on a machine that is busy otherwise.
                Part::Progress(..) => {}
                Part::Secret(_) | Part::Errors(_) => panic!("nothing went wrong"),
            }
        }
        assert_eq!(output, [long.as_bytes(), b"\n\0\xff"].concat());
    }

    #[test]
    fn what_the_command_line_of_this_version_does_not_send_is_refused() {
        let status = ["comity", "node", "status", "--node=office"];
        let mut other_version = request(&status);
        other_version.program = "comity 0.0.0 1".to_owned();
        let sent: [(Request, &str); 5] = [
            (other_version, "adapters-socket-protocol"),
            (request(&["comity", "law", "measures"]), "adapters-socket-protocol"),
            (request(&["comity", "node", "serve", "--node=office"]), "adapters-socket-protocol"),
            (request(&["comity", "no", "such", "command"]), "adapters-socket-protocol"),
            (request(&status), "comity-other-node"),
        ];
        for (request, expected) in sent {
            let (parts, code) = told(&request, receive);
            assert_eq!(code, 1);
            assert!(errors(&parts).contains(expected), "{}", errors(&parts));
        }
    }
}
