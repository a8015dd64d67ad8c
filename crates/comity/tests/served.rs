//! Commands on a node that serves: the same commands, the same answers, one after another or at once.

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

use crate::bench::{Bench, errors, said, text};
use crate::exhibits::searched;

/// A node that serves; ended also when a test fails.
pub struct Served {
    child: Child,
    /// Where it listens.
    pub address: String,
    /// The name under which its pages are asked for.
    pub host: String,
    /// What it said when it began to serve.
    pub said: Value,
}

impl Served {
    pub fn start(bench: &Bench, more: &[&str]) -> Self {
        Self::start_with(bench.program().env("COMITY_OFFICER", "Nobody"), more)
    }

    /// Starts a program that serves, and waits until it says so.
    pub fn start_with(program: &mut Command, more: &[&str]) -> Self {
        Self::start_at("127.0.0.1:0", program, more)
    }

    pub fn start_at(listen: &str, program: &mut Command, more: &[&str]) -> Self {
        let mut child = program
            .args(["--json", "node", "serve", "--listen", listen])
            .args(more)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let answer: Value = serde_json::from_str(&line).unwrap_or_else(|e| panic!("{line:?}: {e}"));
        let (_, place) = text(&answer["url"]).split_once("://").unwrap();
        let (address, host) = (text(&answer["address"]).to_owned(), place.trim_end_matches('/').to_owned());
        Self { child, address, host, said: answer }
    }

    /// Asks for a page, and gives the whole answer.
    pub fn page(&self, path: &str) -> String {
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.host);
        let mut stream = TcpStream::connect(&self.address).unwrap();
        // In one piece: a server that speaks TLS ends a connection in the clear at its first bytes, however it likes.
        stream.write_all(request.as_bytes()).unwrap();
        let mut page = Vec::new();
        let _ = stream.read_to_end(&mut page);
        String::from_utf8_lossy(&page).into_owned()
    }

    /// Tells it to end, and waits until it has.
    pub fn end(mut self) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
        assert!(self.child.wait().unwrap().success());
    }

    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The notes of a case.
fn notes(bench: &Bench, case: &str) -> Vec<String> {
    let entries = bench.answer("Amina", &["case", "show", case]).unwrap();
    let notes = entries.iter().filter(|entry| entry["kind"] == "note.written");
    notes.map(|entry| text(&entry["body"]["text"]).to_owned()).collect()
}

#[test]
fn a_note_is_taken_by_command_while_pages_are_served() {
    let bench = Bench::founded();
    let served = Served::start(&bench, &[]);
    let case = bench.one("Amina", &["case", "open", "Case"]);
    let case = text(&case["case"]);
    assert!(served.page("/sign-in").starts_with("HTTP/1.1 200"));
    bench.one("Amina", &["case", "note", case, "by argument"]);
    let mut piped = bench
        .program_of("Amina")
        .args(["case", "note", case])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    piped.stdin.take().unwrap().write_all("by standard input\n".as_bytes()).unwrap();
    let piped = piped.wait_with_output().unwrap();
    assert!(said(&piped).starts_with("Recorded as entry "), "{}", said(&piped));
    assert!(served.page("/sign-in").starts_with("HTTP/1.1 200"));
    assert_eq!(notes(&bench, case), ["by argument", "by standard input"]);
    // What takes two persons and a passphrase that is chosen now.
    let other = bench.path("other").display().to_string();
    let words = ["office", "add-officer", "--person", "Ghost=supervisor", "--reason", "helps"];
    let words = [&words[..], &["--person-passphrase-file", &other]].concat();
    let proposed = bench.one("Amina", &words);
    bench.one("Bobur", &["office", "approve", text(&proposed["entry"])]);
    served.end();
    assert_eq!(bench.one("Amina", &["node", "verify"])["entries"], 7);
    assert_eq!(notes(&bench, case).len(), 2);
}

#[test]
fn pages_answer_under_their_own_name_only_and_keep_it() {
    let bench = Bench::founded();
    let ask = |served: &Served, host: &str| {
        let mut stream = TcpStream::connect(&served.address).unwrap();
        let request = format!("GET /sign-in HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut page = String::new();
        let _ = stream.read_to_string(&mut page);
        page
    };
    let served = Served::start(&bench, &[]);
    let (name, port) =
        served.host.clone().rsplit_once(':').map(|(n, p)| (n.to_owned(), p.to_owned())).unwrap();
    assert!(name.len() > 32 && name.ends_with(".localhost"), "{name}");
    assert!(ask(&served, &served.host).starts_with("HTTP/1.1 200"));
    for host in [served.address.clone(), format!("localhost:{port}"), format!("x{name}:{port}")] {
        let page = ask(&served, &host);
        assert!(page.starts_with("HTTP/1.1 421") && page.contains("printed when it started"), "{page}");
        assert!(!page.contains(&name), "the name is told to nobody");
    }
    served.end();
    let again = Served::start(&bench, &[]);
    assert_eq!(again.host.rsplit_once(':').unwrap().0, name, "what officers marked leads there still");
    let others = Bench::founded();
    assert_ne!(Served::start(&others, &[]).host.rsplit_once(':').unwrap().0, name);
}

#[test]
fn the_answer_is_the_same_to_the_byte_whether_the_node_serves_or_not() {
    let bench = Bench::founded();
    let case = bench.one("Amina", &["case", "open", "Case"]);
    let case = text(&case["case"]).to_owned();
    let note = bench.one("Amina", &["case", "note", &case, "a \u{202e}lead\nin two lines"]);
    let note = text(&note["entry"]).to_owned();
    let unknown = "00".repeat(16);
    // What a node that serves would read by itself was read already.
    bench.one("Amina", &["node", "scrub"]);
    let commands: Vec<Vec<&str>> = vec![
        vec!["node", "status"],
        vec!["node", "status", "--node", "office"],
        vec!["node", "verify"],
        vec!["node", "rebuild"],
        vec!["office", "show"],
        vec!["office", "journal"],
        vec!["case", "list"],
        vec!["case", "show", &case],
        vec!["case", "show", &unknown],
        vec!["case", "prove", &note],
        vec!["case", "note", &case, ""],
        vec!["office", "set-roles", "--person", "Nobody", "--roles", "auditor", "--reason", "x"],
        vec!["case", "list", "--office", "Nowhere"],
    ];
    let all = |bench: &Bench| -> Vec<_> {
        let people = ["node status", "case show", "case note"];
        let in_words = commands.iter().filter(|command| people.contains(&command[..2].join(" ").as_str()));
        let mut answers = Vec::new();
        for (language, command) in commands
            .iter()
            .map(|command| (["--json", "--language=en"], command))
            .chain(in_words.map(|command| (["--language", "fa"], command)))
        {
            let output = bench
                .program()
                .args(language)
                .args(command)
                .env("COMITY_OFFICER", "Amina")
                .env("COMITY_PASSPHRASE_FILE", "amina")
                .output()
                .unwrap();
            answers.push((command.join(" "), output.status.code(), said(&output), errors(&output)));
        }
        answers
    };
    let direct = all(&bench);
    let served = Served::start(&bench, &[]);
    for (served, direct) in all(&bench).into_iter().zip(&direct) {
        assert_eq!(&served, direct);
    }
    assert!(direct.iter().any(|(_, code, ..)| *code == Some(1)));
    served.end();
}

#[test]
fn paths_are_those_of_the_command_and_not_of_the_node() {
    let bench = Bench::founded();
    std::fs::create_dir(bench.path("elsewhere")).unwrap();
    let mut program = bench.program();
    program.current_dir("/").env("COMITY_OFFICER", "Bobur").env("COMITY_LANGUAGE", "fa");
    let served = Served::start_with(&mut program, &[]);
    let output = bench
        .program()
        .current_dir(bench.path("elsewhere"))
        .args(["node", "backup", "--node", "../office", "--as", "Amina", "--passphrase-file", "../amina"])
        .args(["--data", "data.backup", "--keys", "./keys.backup"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", errors(&output));
    assert!(said(&output).starts_with("The entries are in "), "{}", said(&output));
    assert!(bench.path("elsewhere/data.backup").exists() && bench.path("elsewhere/keys.backup").exists());
    // Without an officer the command is wrong, whatever the environment of the node says.
    let output = bench.run(&["case", "list"]);
    assert_eq!(output.status.code(), Some(2), "{}", errors(&output));
    served.end();
}

#[test]
fn a_seized_folder_is_taken_in_searched_and_given_out_by_a_node_that_serves() {
    let bench = Bench::founded();
    let served = Served::start_with(bench.program().current_dir("/"), &[]);
    bench.write("note.txt", "pay to mhjsDj2QupkeYwfEDrzUJagzHN9EXpdz31\n");
    let (case, _, hits) = searched(&bench, "note.txt");
    assert_eq!(hits.len(), 1);
    bench.one(
        "Amina",
        &["evidence", "file", &case, "E-1", "note.txt", "--out", "copy.txt", "--reason", "to read"],
    );
    assert_eq!(
        std::fs::read(bench.path("copy.txt")).unwrap(),
        std::fs::read(bench.path("note.txt")).unwrap()
    );
    served.end();
    assert_eq!(bench.one("Amina", &["evidence", "check", &case, "E-1"])["pass"], true);
}

#[test]
fn what_is_sent_to_a_command_reaches_the_node_that_serves_and_who_ends_it_ends_the_intake() {
    let bench = Bench::founded();
    let mut serving = bench.program();
    serving.stdin(Stdio::null());
    let served = Served::start_with(serving.env("COMITY_OFFICER", "Nobody"), &[]);
    let case = bench.case("Amina", "Theft");
    let add = || {
        let mut program = bench.program_of("Amina");
        program.args(["--json", "evidence", "add", &case, "An image", "-", "--name", "disk.raw"]);
        program.args(["--place", "Office 3", "--reason", "search", "--authority", "warrant 7"]);
        program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    // More than a piece, and no multiple of one.
    let image: Vec<u8> = (0..700_001_u32).flat_map(u32::to_le_bytes).collect();
    let mut child = add();
    child.stdin.take().unwrap().write_all(&image).unwrap();
    let answer: Value = serde_json::from_slice(&child.wait_with_output().unwrap().stdout).unwrap();
    assert_eq!(answer["exhibit"], "E-1");
    let copy = bench.path("copy.raw").display().to_string();
    bench
        .one("Amina", &["evidence", "file", &case, "E-1", "disk.raw", "--out", &copy, "--reason", "to read"]);
    assert!(std::fs::read(&copy).unwrap() == image, "what was sent comes back");

    let mut child = add();
    drop(child.stdin.take());
    let output = child.wait_with_output().unwrap();
    let refused: Value = serde_json::from_str(&errors(&output)).unwrap();
    assert_eq!((output.status.success(), &refused["error"]), (false, &"casework-nothing-sent".into()));

    let mut child = add();
    child.stdin.as_mut().unwrap().write_all(&image).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    // A command that comes later waits for none that goes on.
    let exhibits = bench.answer("Amina", &["evidence", "list", &case]).unwrap();
    assert_eq!(exhibits.len(), 1, "{exhibits:?}");
    served.end();
    // The office was founded by two, the case opened, the image taken in and given out.
    assert_eq!(bench.one("Amina", &["node", "verify"])["entries"], 5);
}

#[test]
fn a_wrong_passphrase_is_refused_alike_and_guessing_is_slowed_down() {
    let bench = Bench::founded();
    let wrong = |bench: &Bench| {
        let output = bench
            .program()
            .args(["--json", "case", "list", "--as", "Amina", "--passphrase-file"])
            .arg(bench.path("other"))
            .output()
            .unwrap();
        assert!(!output.status.success());
        serde_json::from_str::<Value>(&errors(&output)).unwrap()
    };
    let direct = wrong(&bench);
    assert_eq!(direct["error"], "casework-passphrase-wrong");
    let served = Served::start(&bench, &[]);
    // Who guesses has to wait, longer each time; who does not, has not.
    let mut guesses = (0..12).map(|_| wrong(&bench)).skip_while(|refused| *refused == direct);
    assert_eq!(guesses.next().unwrap()["error"], "node-too-many-attempts");
    assert!(bench.answer("Bobur", &["office", "show"]).is_ok());
    let output = bench
        .program()
        .args(["--json", "case", "list", "--as", "Amina", "--passphrase-file", "nowhere"])
        .output()
        .unwrap();
    let refused: Value = serde_json::from_str(&errors(&output)).unwrap();
    assert_eq!(refused["error"], "adapters-passphrase-unreadable");
    served.end();
}

#[test]
fn many_commands_at_once_are_all_carried_out() {
    let bench = Bench::founded();
    let served = Served::start(&bench, &[]);
    let case = bench.one("Amina", &["case", "open", "Case"]);
    let case = text(&case["case"]);
    std::thread::scope(|scope| {
        for writer in 0..3 {
            let (bench, served) = (&bench, &served);
            scope.spawn(move || {
                for n in 0..4 {
                    bench.one("Amina", &["case", "note", case, &format!("note {writer} {n}")]);
                    // A whole verification, while others write.
                    assert!(served.page("/sign-in").starts_with("HTTP/1.1 200"));
                    bench.one("Amina", &["node", "verify"]);
                }
            });
        }
    });
    let written = notes(&bench, case);
    let different: BTreeSet<&String> = written.iter().collect();
    assert_eq!((written.len(), different.len()), (12, 12));
    served.end();
    assert_eq!(bench.one("Amina", &["node", "verify"])["entries"], 2 + 1 + 12);
}

#[test]
fn a_command_that_needs_the_folder_alone_is_refused_with_what_to_do() {
    let bench = Bench::founded();
    let served = Served::start(&bench, &[]);
    let sheet = bench.path("second.txt").display().to_string();
    let commands: [(&[&str], &str); 3] = [
        (&["node", "recover", "--recovery-sheet", &sheet], "comity-served"),
        (&["node", "serve", "--listen", "127.0.0.1:0"], "comity-served"),
        (&["node", "unlock"], ""),
    ];
    for (words, code) in commands {
        let output = bench.run(words);
        let errors = errors(&output);
        if code.is_empty() {
            assert_eq!(said(&output), "The node was not locked.\n", "{errors}");
            continue;
        }
        assert!(!output.status.success() && errors.contains(&format!("error[{code}]")), "{errors}");
        assert_eq!(errors.trim().lines().count(), 2, "no remedy: {errors}");
    }
    let again = bench.run(&bench.init());
    assert!(errors(&again).contains("comity-folder-exists"), "{}", errors(&again));
    served.end();
    let alone = bench.run(&["node", "unlock"]);
    assert!(errors(&alone).contains("adapters-socket-not-serving"), "{}", errors(&alone));
}

#[test]
fn a_node_that_is_killed_has_lost_nothing_that_it_acknowledged() {
    let bench = Bench::founded();
    let mut served = Served::start(&bench, &[]);
    let case = bench.one("Amina", &["case", "open", "Case"]);
    let case = text(&case["case"]).to_owned();
    let mut acknowledged = Vec::new();
    for round in 0..4 {
        let mut writers: Vec<_> = (0..3)
            .map(|n| {
                let note = format!("note {round} {n}");
                let child = bench
                    .program_of("Amina")
                    .args(["--json", "case", "note", &case, &note])
                    .stdout(Stdio::piped())
                    .stderr(Stdio::piped())
                    .spawn()
                    .unwrap();
                (note, child)
            })
            .collect();
        // The first is waited for, so that the others are in the middle of it, or in line, or done.
        let (first, child) = writers.remove(0);
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", errors(&output));
        acknowledged.push(first);
        served.kill();
        for (note, child) in writers {
            let output = child.wait_with_output().unwrap();
            if output.status.success() {
                acknowledged.push(note);
            } else {
                // It was cut off, came too late for the socket, or found the folder not yet let go of.
                let told: Value = serde_json::from_str(&errors(&output)).unwrap();
                let code = text(&told["error"]);
                assert!(["comity-served-cut", "adapters-lock-held"].contains(&code), "{code}");
            }
        }
        served = Served::start(&bench, &[]);
    }
    assert_eq!(bench.one("Amina", &["node", "verify"])["faults"], serde_json::json!([]));
    let written = notes(&bench, &case);
    for note in &acknowledged {
        assert_eq!(written.iter().filter(|written| *written == note).count(), 1, "{note}");
    }
    let different: BTreeSet<&String> = written.iter().collect();
    assert_eq!(different.len(), written.len(), "{written:?}");
    served.end();
}
