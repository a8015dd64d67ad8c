//! A command that the process which serves the node carries out: this one only lends its terminal.

use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use comity_adapters::frame::FrameError;
use comity_adapters::socket::{LocalClient, Reader, SILENCE_TIMEOUT, SocketError};
use comity_record::Bytes;
use indicatif::ProgressBar;
use zeroize::Zeroizing;

use crate::out::{Failure, Out, shown};
use crate::terminal::{self, Secret};
use crate::wire::{self, End, Part, Question, Request};
use crate::words::Line;

/// Has the command carried out by the process that serves its node; `None` where it is to be carried out here.
pub fn served(out: &Out, line: &Line) -> Option<Result<ExitCode, Failure>> {
    let folder = line.node.as_deref().filter(|_| !line.cli.command.needs_folder_alone())?;
    match LocalClient::connect(folder) {
        Ok(client) => Some(ask(out, client, folder, line)),
        Err(SocketError::NotServing { .. }) => None,
        Err(error) => Some(Err(Failure::of(error))),
    }
}

fn ask(out: &Out, mut client: LocalClient, folder: &Path, line: &Line) -> Result<ExitCode, Failure> {
    let request = Request { terminal: out.on_terminal(), ..Request::new(&line.words, out.watched()) };
    let request = wire::bytes(&request);
    let (show, shown_later) = mpsc::channel();
    // What comes is read as it comes, however slowly somebody pages through it; the node does not wait.
    let printer = thread::spawn(move || print(&shown_later));
    let mut screen = Screen { show, failure: None };
    let answer = client.ask(&request, SILENCE_TIMEOUT, &mut screen);
    let Screen { show, failure } = screen;
    drop(show);
    // It has printed everything when it ends; a fault in it has been told on standard error.
    let _ = printer.join();
    match answer {
        Ok(end) => match wire::read::<End>(&end) {
            Some(end) => Ok(ExitCode::from(end.code)),
            None => Err(Failure::of(SocketError::Protocol)),
        },
        Err(SocketError::Unanswered) => Err(failure.unwrap_or_else(|| Failure::of(SocketError::Unanswered))),
        // The node may have ended after the step was durable and before it could say so.
        Err(SocketError::Frame(FrameError::Cut) | SocketError::TimedOut) => {
            Err(Failure::new("comity-served-cut", vec![("folder", shown(folder))]))
        }
        Err(error) => Err(Failure::of(error)),
    }
}

/// What is to be shown, in its order.
enum Show {
    Part(Part),
    /// A question comes: tell when everything before it is shown.
    Question(Sender<()>),
}

fn print(shown: &Receiver<Show>) {
    let mut bar: Option<ProgressBar> = None;
    let clear = |bar: &mut Option<ProgressBar>| {
        if let Some(bar) = bar.take() {
            bar.finish_and_clear();
        }
    };
    for show in shown {
        match show {
            Show::Part(Part::Progress(done, of)) => {
                bar.get_or_insert_with(|| terminal::bar(of)).set_position(done);
            }
            Show::Part(Part::Output(Bytes(bytes))) => {
                clear(&mut bar);
                // A reader that has gone away has seen what it wanted.
                let _ = io::stdout().write_all(&bytes).and_then(|()| io::stdout().flush());
            }
            Show::Part(mut part @ Part::Secret(_)) => {
                clear(&mut bar);
                if let Part::Secret(Bytes(bytes)) = &part {
                    terminal::reveal(bytes);
                }
                part.wipe();
            }
            Show::Part(Part::Errors(Bytes(bytes))) => {
                clear(&mut bar);
                let _ = io::stderr().write_all(&bytes);
            }
            Show::Question(ready) => {
                clear(&mut bar);
                let _ = ready.send(());
            }
        }
    }
    clear(&mut bar);
}

/// Reads the answer of the node, and answers its questions.
struct Screen {
    show: Sender<Show>,
    /// Why a question was not answered.
    failure: Option<Failure>,
}

impl Screen {
    fn answer(question: Question) -> Result<Zeroizing<Vec<u8>>, Failure> {
        match question {
            Question::Secret { file, prompt, again } => {
                let file = file.map(wire::to_path);
                let secret = Secret { file: file.as_deref(), prompt, again };
                Ok(Zeroizing::new(secret.take().map_err(Failure::of)?.expose().to_vec()))
            }
            Question::Input(most) => terminal::input(most).map(Zeroizing::new),
            Question::InputPiece(most) => terminal::input_piece(most).map(Zeroizing::new),
        }
    }
}

impl Reader for Screen {
    fn part(&mut self, body: &[u8]) {
        if let Some(part) = wire::read(body) {
            let _ = self.show.send(Show::Part(part));
        }
    }

    fn reply(&mut self, question: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let question = wire::read(question).ok_or_else(|| Failure::of(SocketError::Protocol));
        // What has to be typed is asked below what was shown; standard input goes on beside it.
        if !matches!(question, Ok(Question::InputPiece(_))) {
            let (ready, wait) = mpsc::channel();
            let _ = self.show.send(Show::Question(ready));
            let _ = wait.recv();
        }
        match question.and_then(Self::answer) {
            Ok(reply) => Some(reply),
            Err(failure) => {
                self.failure = Some(failure);
                None
            }
        }
    }
}
