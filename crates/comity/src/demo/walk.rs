//! The walk: from a lead to a request, to its answer, to a court.

use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use super::node::Served;
use super::{Demo, line};
use crate::out::Failure;

/// The address that the exercise's victim reports.
const VICTIM: &str = "mhjsDj2QupkeYwfEDrzUJagzHN9EXpdz31";
/// The height up to which the exercise chain is looked at.
const HEIGHT: &str = "860";

/// Walks, and gives the nodes, which are still served.
pub fn run(demo: &Demo<'_>) -> Result<[Served; 2], Failure> {
    demo.head("comity-demo-found");
    let (tj, kz) = found(demo)?;
    demo.head("comity-demo-agree");
    agree(demo, &tj, &kz)?;
    let case = lead(demo, &tj)?;
    let request = request(demo, &tj, &case)?;
    demo.head("comity-demo-send");
    approved(demo, &tj, &case, ["Amina", "Bobur"], &["request", "send", &case, &request])?;
    deliver(demo, &tj)?;
    let (their_case, their_request) = receive(demo, &kz)?;
    demo.head("comity-demo-acknowledged");
    take(demo, &tj, "Amina", &case)?;
    answer(demo, &kz, &their_case, &their_request)?;
    file_answer(demo, &tj, &case, &request)?;
    export(demo, &tj, &case)?;
    demo.head("comity-demo-verify");
    for (node, secret) in [(&tj, "node-tj"), (&kz, "node-kz")] {
        let words = line(&[
            "node",
            "verify",
            "--node",
            &demo.path(node.folder),
            "--node-passphrase-file",
            &demo.path(secret),
        ]);
        demo.step(&words)?;
    }
    Ok([tj, kz])
}

fn found(demo: &Demo<'_>) -> Result<(Served, Served), Failure> {
    let init = |folder: &str, secret: &str, office: &[&str], founders: [(&str, &str); 2]| {
        let (node, secret) = (demo.path(folder), demo.path(secret));
        let sheet = demo.path(&format!("{folder}-recovery-sheet.txt"));
        let mut words =
            line(&["node", "init", "--exercise", "--node", &node, "--node-passphrase-file", &secret]);
        words.extend(line(office));
        for (founder, file) in founders {
            words.extend(line(&["--founder", founder, "--founder-passphrase-file", &demo.path(file)]));
        }
        words.extend(line(&["--recovery-sheet", &sheet]));
        demo.step(&words)
    };
    let tj = [
        "--office",
        "Exercise cybercrime unit",
        "--authority",
        "Exercise Prosecutor General",
        "--country",
        "TJ",
    ];
    init(
        "tj",
        "node-tj",
        &tj,
        [("Amina=administrator,investigator", "amina"), ("Bobur=supervisor,prosecutor", "bobur")],
    )?;
    let kz =
        ["--office", "Exercise central desk", "--authority", "Exercise Central Authority", "--country", "KZ"];
    init(
        "kz",
        "node-kz",
        &kz,
        [("Dana=administrator,prosecutor", "dana"), ("Erlan=supervisor,investigator", "erlan")],
    )?;
    let tj = Served::start(demo, "TJ", "tj", "node-tj", &[("Amina", "amina"), ("Bobur", "bobur")])?;
    let kz = Served::start(demo, "KZ", "kz", "node-kz", &[("Dana", "dana"), ("Erlan", "erlan")])?;
    Ok((tj, kz))
}

/// Both offices sign one agreement, and in each two persons file it.
fn agree(demo: &Demo<'_>, tj: &Served, kz: &Served) -> Result<(), Failure> {
    let [card, draft, half, whole] =
        ["kz-card.toml", "agreement-draft", "agreement-half", "agreement"].map(|name| demo.path(name));
    demo.step(&kz.by(demo, "Dana", &["agreement", "card", "--out", &card]))?;
    demo.step(&tj.by(demo, "Bobur", &["agreement", "draft", "--theirs", &card, "--out", &draft]))?;
    demo.step(&tj.by(demo, "Bobur", &["agreement", "sign", &draft, "--out", &half]))?;
    demo.step(&kz.by(demo, "Dana", &["agreement", "sign", &half, "--out", &whole]))?;
    for (node, [first, second]) in [(tj, ["Amina", "Bobur"]), (kz, ["Dana", "Erlan"])] {
        let words = node.by(demo, first, &["agreement", "file", &whole, "--reason", "Exercise memorandum"]);
        let proposed = demo.step(&words)?;
        demo.step(&node.by(demo, second, &["office", "approve", text(&proposed, "entry")]))?;
    }
    demo.step(&tj.by(demo, "Bobur", &["channel", "address", &kz.door]))?;
    demo.step(&kz.by(demo, "Erlan", &["channel", "address", &tj.door]))?;
    Ok(())
}

/// From the seized notes to the exchanges. Gives the case.
fn lead(demo: &Demo<'_>, tj: &Served) -> Result<String, Failure> {
    let amina = |command: &[&str]| tj.by(demo, "Amina", command);
    demo.head("comity-demo-open");
    let opened =
        demo.step(&amina(&["case", "open", "The trader's wallet", "--register-number", "2026/17"]))?;
    let case = text(&opened, "case").to_owned();
    demo.step(&tj.by(demo, "Bobur", &["case", "assign", &case, "Bobur"]))?;
    demo.head("comity-demo-exhibit");
    let how =
        ["--place", "the trader's office", "--reason", "search", "--authority", "warrant 7 of the exercise"];
    let notes = demo.path("exercises/notes");
    demo.step(&amina(&[&["evidence", "add", &case, "The trader's notes", &notes][..], &how].concat()))?;
    let scan = demo.step(&amina(&["evidence", "scan", &case, "E-1"]))?;
    let hits = scan["hits"].as_array().cloned().unwrap_or_default();
    let at = hits.iter().position(|hit| hit["canonical"] == VICTIM).map_or(0, |at| at + 1).to_string();
    let promote = [
        "evidence",
        "promote",
        &case,
        text(&scan, "entry"),
        &at,
        "--role",
        "victim",
        "--reason",
        "the victim's own address",
    ];
    let account = demo.step(&amina(&promote))?;
    real_notes(demo, tj, &case)?;
    demo.head("comity-demo-trace");
    let blocks = demo.path("exercises/chain");
    let chain = ["--blocks", &blocks, "--network", "regtest"];
    demo.step(&amina(
        &[&["case", "ledger", &case, "--source", "the chain of the exercise"][..], &chain].concat(),
    ))?;
    real_blocks(demo, tj, &case)?;
    let tags = demo.path("tags/exercise.yaml");
    let trace =
        ["case", "trace", &case, "--account", text(&account, "entry"), "--tags", &tags, "--at", HEIGHT];
    let traced = demo.step(&amina(&[&trace[..], &chain].concat()))?;
    demo.head("comity-demo-recompute");
    let finding = demo.path("finding.json");
    demo.step(&amina(&["case", "file", &case, text(&traced, "entry"), "finding.json", "--out", &finding]))?;
    demo.step(&amina(&[
        "case",
        "file",
        &case,
        text(&traced, "entry"),
        "flow.svg",
        "--out",
        &demo.path("flow.svg"),
    ]))?;
    demo.step(&line(&["chain", "verify", "--network", "regtest", "--blocks", &blocks, &finding]))?;
    Ok(case)
}

/// The test data of others, where whoever built this has it.
fn data(below: &str) -> Option<std::path::PathBuf> {
    let path = Path::new(&std::env::var_os("COMITY_TEST_DATA")?).join(below);
    path.exists().then_some(path)
}

/// Real ransom notes, where they are at hand: what is in them is found, and said not to be tagged.
fn real_notes(demo: &Demo<'_>, tj: &Served, case: &str) -> Result<(), Failure> {
    let Some(archive) = data("evidence/notes/ransom_notes.tar.gz") else { return Ok(()) };
    let notes = demo.at("real-notes");
    std::fs::create_dir(&notes).map_err(|e| Failure::file("make", &notes, e))?;
    let unpacked = Command::new("tar").arg("xzf").arg(&archive).arg("-C").arg(&notes).status();
    if !unpacked.is_ok_and(|status| status.success()) {
        return Ok(());
    }
    demo.head("comity-demo-real-notes");
    let how = [
        "--act",
        "received",
        "--place",
        "the unit",
        "--giver",
        "a partner=Public collection",
        "--reason",
        "comparison",
    ];
    let path = demo.path("real-notes");
    let add = [&["evidence", "add", case, "Real ransom notes", &path][..], &how].concat();
    let added = demo.step(&tj.by(demo, "Amina", &add))?;
    let scan = demo.step(&tj.by(demo, "Amina", &["evidence", "scan", case, text(&added, "exhibit")]))?;
    // The tags are of one ledger, and notes are full of other contacts.
    let hits = scan["hits"].as_array().into_iter().flatten().filter(|hit| hit["kind"] == "bitcoin-address");
    let mut found: Vec<&str> = hits.filter_map(|hit| hit["canonical"].as_str()).collect();
    found.sort_unstable();
    found.dedup();
    let Some(packs) = data("chain/tags/ransomware.yaml").filter(|_| !found.is_empty()) else { return Ok(()) };
    let packs = crate::out::shown(&packs);
    let words = line(&[&["chain", "tags", "show", "--tags", &packs][..], &found].concat());
    demo.step(&words).map(drop)
}

/// Real blocks, where they are at hand.
fn real_blocks(demo: &Demo<'_>, tj: &Served, case: &str) -> Result<(), Failure> {
    for (network, files) in [
        ("mainnet", &["mainnet-0-299.blk.dat", "mainnet-300-599.blk.dat"][..]),
        ("testnet3", &["testnet3-0-400.blk.dat"]),
    ] {
        let files: Option<Vec<_>> =
            files.iter().map(|file| data(&format!("chain/btc-chains/{file}"))).collect();
        let Some(files) = files else { continue };
        let folder = demo.at(&format!("real-blocks-{network}"));
        std::fs::create_dir(&folder).map_err(|e| Failure::file("make", &folder, e))?;
        for (number, file) in files.iter().enumerate() {
            let to = folder.join(format!("blk{number:05}.dat"));
            std::fs::copy(file, &to).map_err(|e| Failure::file("write", &to, e))?;
        }
        let blocks = crate::out::shown(&folder);
        let source = "a public collection of real blocks";
        let words = ["case", "ledger", case, "--source", source, "--blocks", &blocks, "--network", network];
        demo.step(&tj.by(demo, "Amina", &words))?;
    }
    Ok(())
}

/// Drafts, checks, confirms, reviews, approves and issues the request. Gives its reference.
fn request(demo: &Demo<'_>, tj: &Served, case: &str) -> Result<String, Failure> {
    let by = |officer: &str, command: &[&str]| tj.by(demo, officer, command);
    demo.head("comity-demo-law");
    demo.step(&line(&["law", "basis", "--from", "TJ", "--to", "KZ", "--measure", "vasp-records"]))?;
    demo.head("comity-demo-draft");
    let values = demo.path("exercises/request/values.toml");
    let draft = [
        "request",
        "draft",
        case,
        "--form",
        "vasp-records",
        "--to",
        "KZ",
        "--written-in",
        "en",
        "--beside",
        "ru",
        "--offence",
        "computer_fraud",
        "--service",
        "Exchange X (invented)",
        "--file",
        &values,
    ];
    let drafted = demo.step(&by("Amina", &draft))?;
    let request = text(&drafted, "reference").to_owned();
    demo.step(&by("Amina", &["request", "check", case, &request]))?;
    demo.head("comity-demo-confirm");
    let reason = "Not compared with the deposited texts; the exercise may rely on it.";
    demo.step(&by(
        "Bobur",
        &["request", "confirm", case, &request, "all", "--overrule", "--reason", reason],
    ))?;
    demo.step(&by("Bobur", &["request", "review", case, &request]))?;
    let proposed =
        demo.step(&by("Amina", &["request", "propose", case, &request, "--reason", "needed for the case"]))?;
    demo.step(&by("Bobur", &["case", "approve", case, text(&proposed, "entry")]))?;
    demo.head("comity-demo-issue");
    let out = demo.path("request");
    demo.step(&by(
        "Amina",
        &["request", "issue", case, &request, "--register-number", "OUT-2026/117", "--out", &out],
    ))?;
    Ok(request)
}

/// Proposes a message, has it approved by the second person, and sends it.
fn approved(
    demo: &Demo<'_>,
    node: &Served,
    case: &str,
    [first, second]: [&str; 2],
    message: &[&str],
) -> Result<(), Failure> {
    let propose = [message, &["--propose", "as agreed"]].concat();
    let proposed = demo.step(&node.by(demo, first, &propose))?;
    let proposal = text(&proposed, "entry");
    demo.step(&node.by(demo, second, &["case", "approve", case, proposal]))?;
    let send = [&message[..4], &["--proposal", proposal]].concat();
    demo.step(&node.by(demo, first, &send)).map(drop)
}

/// Calls the other node at once, instead of waiting for the next call.
fn deliver(demo: &Demo<'_>, node: &Served) -> Result<(), Failure> {
    let (officer, _) = node.officers[1];
    demo.step(&node.by(demo, officer, &["channel", "sync"])).map(drop)
}

/// The newest message that nobody has opened.
fn unread(demo: &Demo<'_>, node: &Served, officer: &str) -> Result<String, Failure> {
    let words = node.by(demo, officer, &["channel", "inbox"]);
    let inbox = demo.step(&words)?;
    Ok(text(&inbox, "entry").to_owned())
}

/// Takes the newest message into a case.
fn take(demo: &Demo<'_>, node: &Served, officer: &str, case: &str) -> Result<Value, Failure> {
    let message = unread(demo, node, officer)?;
    let words = node.by(demo, officer, &["request", "take", &message, "--case", case]);
    demo.step(&words)
}

/// The other office takes the request in and acknowledges it with a ticket. Gives the case and the request there.
fn receive(demo: &Demo<'_>, kz: &Served) -> Result<(String, String), Failure> {
    let dana = |command: &[&str]| kz.by(demo, "Dana", command);
    demo.head("comity-demo-receive");
    let message = unread(demo, kz, "Dana")?;
    let taken = demo.step(&dana(&["request", "take", &message, "--register-number", "IN-2026/40"]))?;
    let (case, request) = (text(&taken, "case").to_owned(), text(&taken, "reference").to_owned());
    demo.step(&kz.by(demo, "Erlan", &["case", "assign", &case, "Erlan"]))?;
    let paper = demo.path("acknowledgement.pdf");
    let acknowledge = [
        "request",
        "acknowledge",
        &case,
        &request,
        "--ticket",
        "KZ-T-2026-9",
        "--keep-days",
        "90",
        "--out",
        &paper,
        "--tell",
    ];
    demo.step(&dana(&acknowledge))?;
    deliver(demo, kz)?;
    Ok((case, request))
}

/// The other office answers with a sealed package.
fn answer(demo: &Demo<'_>, kz: &Served, case: &str, request: &str) -> Result<(), Failure> {
    demo.head("comity-demo-answer");
    let (records, package) = (demo.path("exercises/records"), demo.path("records-package"));
    demo.step(&line(&[
        "evidence",
        "seal",
        &records,
        "--out",
        &package,
        "--organization",
        "Exercise Central Authority",
    ]))?;
    let how = [
        "--act",
        "received",
        "--place",
        "the central desk",
        "--giver",
        "Compliance=Exchange X (invented)",
        "--reason",
        "execution of the request",
    ];
    demo.step(&kz.by(
        demo,
        "Dana",
        &[&["evidence", "add", case, "Records of the service", &package][..], &how].concat(),
    ))?;
    demo.step(&kz.by(demo, "Dana", &["request", "record", case, request, "accepted"]))?;
    let what = "The records of the accounts were obtained from the service.";
    approved(
        demo,
        kz,
        case,
        ["Dana", "Erlan"],
        &["request", "answer", case, request, "--package", &package, "--what", what],
    )?;
    deliver(demo, kz)
}

/// The answer is verified and filed as an exhibit.
fn file_answer(demo: &Demo<'_>, tj: &Served, case: &str, request: &str) -> Result<(), Failure> {
    demo.head("comity-demo-file");
    take(demo, tj, "Amina", case)?;
    let answer = demo.path("answer");
    demo.step(&tj.by(demo, "Amina", &["request", "open-answer", case, request, "--out", &answer]))?;
    let how = [
        "--act",
        "received",
        "--place",
        "the unit",
        "--giver",
        "Dana=Exercise central desk",
        "--reason",
        "answer to the request",
    ];
    demo.step(&tj.by(
        demo,
        "Amina",
        &[&["evidence", "add", case, "Answer of the other office", &answer][..], &how].concat(),
    ))?;
    demo.step(&tj.by(demo, "Amina", &["request", "show", case, request])).map(drop)
}

/// The case leaves for a court, which opens it and checks it with programs of others.
fn export(demo: &Demo<'_>, tj: &Served, case: &str) -> Result<(), Failure> {
    demo.head("comity-demo-export");
    let [secret, sealed, opened] = ["court.key", "case.age", "court"].map(|name| demo.path(name));
    let key = demo.step(&line(&["case", "export", "key", "--out", &secret]))?;
    let key = text(&key, "key");
    let propose = [
        "case",
        "export",
        "propose",
        case,
        "--recipient",
        "Exercise court",
        "--key",
        key,
        "--reason",
        "trial",
    ];
    let proposed = demo.step(&tj.by(demo, "Amina", &propose))?;
    let proposal = text(&proposed, "entry");
    demo.step(&tj.by(demo, "Bobur", &["case", "approve", case, proposal]))?;
    demo.step(&tj.by(
        demo,
        "Amina",
        &["case", "export", "write", case, proposal, "--key", key, "--out", &sealed],
    ))?;
    demo.step(&line(&["case", "export", "open", &sealed, "--identity", &secret, "--out", &opened]))?;
    demo.head("comity-demo-strangers");
    for manifest in ["manifest-sha256.txt", "tagmanifest-sha256.txt"] {
        demo.out.line(&format!("$ cd {opened} && sha256sum -c --quiet {manifest}"));
        let checked = Command::new("sha256sum")
            .args(["-c", "--quiet", manifest])
            .current_dir(&opened)
            .stdin(Stdio::null())
            .status();
        match checked {
            Ok(status) if status.success() => demo.out.say("comity-verdict-pass", &[]),
            Ok(_) => return Err(Failure::new("comity-demo-stopped", vec![("cause", manifest.to_owned())])),
            // Not every system has the program; the package can be checked elsewhere.
            Err(_) => demo.out.say("comity-demo-not-here", &[("program", "sha256sum")]),
        }
    }
    demo.checker(&opened)
}

impl Demo<'_> {
    /// Runs the independent checker, where Python and its one package are at hand.
    fn checker(&self, folder: &str) -> Result<(), Failure> {
        let script = self.at("check.py");
        crate::outside::write(&script, CHECKER.as_bytes())?;
        self.out.line(&format!("$ python3 {} {folder}", crate::out::shown(&script)));
        let can = Command::new("python3").args(["-c", "import cryptography"]).stderr(Stdio::null()).status();
        if !can.is_ok_and(|status| status.success()) {
            self.out.say("comity-demo-not-here", &[("program", "python3 (cryptography)")]);
            return Ok(());
        }
        let checked = Command::new("python3").arg(&script).arg(folder).stdin(Stdio::null()).output();
        let checked = checked.map_err(|e| Failure::file("start", Path::new("python3"), e))?;
        let said = String::from_utf8_lossy(&checked.stdout);
        said.lines().rev().take(1).for_each(|line| self.out.line(line));
        if checked.status.success() {
            Ok(())
        } else {
            Err(Failure::new("comity-demo-stopped", vec![("cause", said.into_owned())]))
        }
    }
}

/// The checker that shares no code with this program.
const CHECKER: &str = include_str!("../../../../tests/checker/check.py");

fn text<'v>(answer: &'v Value, name: &str) -> &'v str {
    answer[name].as_str().unwrap_or_default()
}
