//! The command line at the other end of the local socket, for a node that carries out its command.

use std::io::{self, Cursor, Read};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use comity_adapters::passphrase::Passphrase;
use comity_adapters::socket::LocalConnection;
use comity_record::Bytes;
use zeroize::Zeroizing;

use crate::out::Failure;
use crate::serving::Serving;
use crate::terminal::{Measure, Secret};
use crate::wire::{self, Part, Question};

/// How long a question waits for its reply: a person has to find the passphrase and type it.
const PERSON_TIMEOUT: Duration = Duration::from_mins(10);
/// How long standard input may take to come, which another program may write.
const INPUT_TIMEOUT: Duration = Duration::from_hours(1);
/// The most that is sent at a time, far below what a part may have.
const PIECE_BYTES: usize = 1 << 20;
/// How often progress is told. More often nobody sees.
const PROGRESS_INTERVAL: Duration = Duration::from_millis(100);

/// Standard input of the command line, as it comes.
pub struct CallerInput {
    caller: Arc<Caller>,
    piece: Cursor<Vec<u8>>,
}

impl CallerInput {
    /// That of this command line.
    pub fn new(caller: &Arc<Caller>) -> Self {
        Self { caller: Arc::clone(caller), piece: Cursor::default() }
    }
}

impl Read for CallerInput {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.piece.read(out)?;
        if count > 0 || out.is_empty() {
            return Ok(count);
        }
        let most = u64::try_from(PIECE_BYTES).expect("a piece is small");
        let question = wire::bytes(&Question::InputPiece(most));
        let reply = self.caller.connection.ask(&question, INPUT_TIMEOUT).map_err(io::Error::other)?;
        self.piece = Cursor::new(reply.to_vec());
        self.piece.read(out)
    }
}

/// A command line that gave a command.
pub struct Caller {
    connection: LocalConnection,
    watched: bool,
    terminal: bool,
    serving: Arc<Serving>,
    told: Mutex<Option<Instant>>,
}

impl Caller {
    /// Whoever gave a command over a connection.
    pub fn new(connection: LocalConnection, watched: bool, serving: Arc<Serving>) -> Self {
        Self { connection, watched, terminal: false, serving, told: Mutex::new(None) }
    }

    /// The same, whose standard output is a terminal, or is none.
    pub fn with_terminal(self, terminal: bool) -> Self {
        Self { terminal, ..self }
    }

    /// The connection.
    pub fn connection(&self) -> &LocalConnection {
        &self.connection
    }

    /// The node that carries the command out.
    pub fn serving(&self) -> &Arc<Serving> {
        &self.serving
    }

    /// Whether a person watches.
    pub fn watched(&self) -> bool {
        self.watched
    }

    /// Whether its standard output is a terminal.
    pub fn on_terminal(&self) -> bool {
        self.terminal
    }

    /// Shows a secret on its terminal.
    pub fn reveal(&self, secret: &[u8]) {
        let mut part = Part::Secret(Bytes(secret.to_vec()));
        let _ = self.connection.part(&Zeroizing::new(wire::bytes(&part)));
        part.wipe();
    }

    /// Prints on its standard output.
    pub fn output(&self, bytes: &[u8]) {
        self.send(bytes, Part::Output);
    }

    /// Prints on its standard error.
    pub fn errors(&self, bytes: &[u8]) {
        self.send(bytes, Part::Errors);
    }

    /// Tells how far the command is.
    pub fn progress(&self, done: u64, of: Measure) {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if !self.watched || told.is_some_and(|told| told.elapsed() < PROGRESS_INTERVAL) {
            return;
        }
        *told = Some(Instant::now());
        let _ = self.connection.part(&wire::bytes(&Part::Progress(done, of)));
    }

    /// Asks for a passphrase at its terminal, or in its file.
    pub fn secret(&self, secret: Secret<'_>) -> Result<Passphrase, Failure> {
        let Secret { file, prompt, again } = secret;
        let question = Question::Secret { file: file.map(wire::of_path), prompt, again };
        let reply = self.connection.ask(&wire::bytes(&question), PERSON_TIMEOUT).map_err(Failure::of)?;
        Passphrase::from_bytes(&reply).map_err(Failure::of)
    }

    /// Asks for its standard input.
    pub fn input(&self, most: u64) -> Result<Vec<u8>, Failure> {
        let question = wire::bytes(&Question::Input(most));
        let reply = self.connection.ask(&question, INPUT_TIMEOUT).map_err(Failure::of)?;
        Ok(reply.to_vec())
    }

    /// Whether the command line has ended, and nobody waits for the answer.
    pub fn is_gone(&self) -> bool {
        self.connection.is_closed()
    }

    /// Whoever has gone away has seen what it wanted, and the command is carried out all the same.
    fn send(&self, bytes: &[u8], part: fn(Bytes) -> Part) {
        for piece in bytes.chunks(PIECE_BYTES) {
            let _ = self.connection.part(&wire::bytes(&part(Bytes(piece.to_vec()))));
        }
    }
}
