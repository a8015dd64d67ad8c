//! Two offices agree and exchange messages by commands, on two nodes.

use serde_json::Value;

use crate::bench::{Bench, errors, text};

/// Two nodes of which each has a folder of its own.
pub struct Two {
    pub a: Bench,
    pub b: Bench,
}

impl Two {
    pub fn founded() -> Self {
        Self { a: Bench::founded(), b: Bench::founded() }
    }

    /// A file of one bench, as the other one's commands name it.
    fn file(of: &Bench, name: &str) -> String {
        of.path(name).display().to_string()
    }

    /// Cards, draft, signatures, filing by two persons in each office; gives the digest.
    pub fn agree(&self) -> String {
        let (a, b) = (&self.a, &self.b);
        b.one("Bobur", &["agreement", "card", "--out", &Self::file(b, "b.toml")]);
        let draft = Self::file(a, "draft");
        a.one("Bobur", &["agreement", "draft", "--theirs", &Self::file(b, "b.toml"), "--out", &draft]);
        let half = Self::file(a, "half");
        a.one("Bobur", &["agreement", "sign", &draft, "--out", &half]);
        let full = Self::file(b, "full");
        let signed = b.one("Bobur", &["agreement", "sign", &half, "--out", &full]);
        assert_eq!(signed["signed_by"].as_array().unwrap().len(), 2);
        let digest = text(&signed["agreement"]).to_owned();
        for bench in [a, b] {
            let filed = bench.one("Amina", &["agreement", "file", &full, "--reason", "agreed"]);
            assert_eq!(text(&filed["agreement"]), digest, "the digest that two people compare");
            bench.one("Bobur", &["office", "approve", text(&filed["entry"])]);
        }
        assert_eq!(a.one("Amina", &["agreement", "list"])["agreement"], digest.as_str());
        digest
    }

    /// Everything that waits at one office is carried to the other.
    fn carry(from: &Bench, to: &Bench, name: &str) -> Value {
        let file = Self::file(from, name);
        from.one("Amina", &["channel", "write", "--out", &file]);
        to.one("Amina", &["channel", "read", &file])
    }
}

/// A case that an investigator opened and a prosecutor works on.
pub fn case(bench: &Bench) -> String {
    let opened = bench.one("Amina", &["case", "open", "Exchange theft"]);
    text(&opened["case"]).to_owned()
}

#[test]
fn two_offices_agree_send_carry_open_and_file_by_commands() {
    let two = Two::founded();
    what_needs_an_agreement_says_so(&two.a);
    let digest = two.agree();
    let (a, b) = (&two.a, &two.b);
    let shown = a.one("Bobur", &["agreement", "show", &digest[..10]]);
    assert!(text(&shown["rules"]).contains("forbid"));
    assert_eq!(shown["text"]["exercise"], true);

    // What two persons must approve does not leave without them.
    let of_a = case(a);
    a.write("letter.txt", "please preserve\n");
    let letter = Two::file(a, "letter.txt");
    let words = [
        &of_a,
        &letter,
        "--kind",
        "intelligence.spontaneous",
        "--measure",
        "preservation",
        "--keep-until",
        "2027-01-01",
    ];
    let send = |more: &[&str]| a.answer("Amina", &[&["channel", "send"], &words[..], more].concat());
    assert_eq!(send(&[]).unwrap_err()["error"], "channel-rule-approval");
    let proposed = a.one("Amina", &[&["channel", "propose"], &words[..], &["--reason", "urgent"]].concat());
    let proposal = text(&proposed["entry"]).to_owned();
    assert_eq!(send(&["--proposal", &proposal]).unwrap_err()["error"], "casework-not-approved");
    let shown = a.one("Bobur", &["channel", "proposed", &of_a, &proposal]);
    assert_eq!(
        (&shown["holds"]["text"], &shown["kind"]),
        (&"please preserve\n".into(), &"intelligence.spontaneous".into())
    );
    a.one("Bobur", &["case", "approve", &of_a, &proposal]);
    send(&["--proposal", &proposal]).unwrap();
    let not_agreed = [&["channel", "send", &of_a, &letter, "--kind", "intelligence.raw"][..], &[]].concat();
    assert_eq!(a.answer("Amina", &not_agreed).unwrap_err()["error"], "channel-rule-kind");

    // Carried there, opened by an officer, put into a case; the receipts come back.
    let read = Two::carry(a, b, "to-b-1");
    assert_eq!((&read["messages"], &read["receipts"]), (&1.into(), &0.into()));
    let message = b.one("Bobur", &["channel", "inbox"]);
    assert_eq!(message["status"], "unread");
    let entry = text(&message["entry"]).to_owned();
    let opened = b.one("Bobur", &["channel", "open", &entry]);
    assert_eq!(opened["text"], "please preserve\n");
    let of_b = b.one("Bobur", &["case", "open", "For the other office"]);
    b.one("Bobur", &["channel", "file", &entry, text(&of_b["case"])]);
    let out = Two::file(b, "inside");
    b.one("Bobur", &["channel", "open", &entry, "--out", &out]);
    assert_eq!(std::fs::read_to_string(&out).unwrap(), "please preserve\n");
    let again = b.answer("Bobur", &["channel", "open", &entry, "--out", &out]).unwrap_err();
    assert_eq!(again["error"], "comity-file-exists");
    let receipts = Two::carry(b, a, "to-a-1");
    assert_eq!(receipts["receipts"], 2);
    let sent = a.one("Amina", &["channel", "outbox"]);
    assert_eq!(sent["status"], "opened");
    assert_eq!(
        a.one("Amina", &["channel", "show", text(&sent["entry"])])["receipts"].as_array().unwrap().len(),
        2
    );

    // The logs are cosigned on the way; both nodes are sound.
    Two::carry(a, b, "to-b-2");
    Two::carry(b, a, "to-a-2");
    for bench in [a, b] {
        let status = bench.one("Amina", &["channel", "status"]);
        assert_eq!(status["concerns"], Value::Array(vec![]));
        assert_eq!(status["waiting"], 0);
        bench.one("Amina", &["node", "verify"]);
    }
    assert!(a.one("Amina", &["channel", "status"])["cosigned_entries"].as_u64().unwrap() > 0);
    what_cannot_be_called_or_read_says_so(a);
}

fn what_needs_an_agreement_says_so(a: &Bench) {
    let unknown = a.answer("Amina", &["channel", "write", "--out", &Two::file(a, "x")]).unwrap_err();
    assert_eq!(unknown["error"], "comity-agreement-unknown");
    a.write("nonsense", "nonsense = \n");
    let card =
        a.answer("Bobur", &["agreement", "draft", "--theirs", &Two::file(a, "nonsense"), "--out", "d"]);
    assert_eq!(card.unwrap_err()["error"], "casework-card-malformed");
}

fn what_cannot_be_called_or_read_says_so(a: &Bench) {
    let nobody = a.answer("Amina", &["channel", "sync"]).unwrap_err();
    assert_eq!(nobody["error"], "comity-no-address");
    let address = a.run(&["channel", "address", "not an address"]);
    assert!(!address.status.success() && errors(&address).contains("not an address"));
    // A port that nobody serves.
    a.one("Amina", &["channel", "address", "127.0.0.1:1"]);
    let unreachable = a.answer("Amina", &["channel", "sync"]).unwrap_err();
    assert_eq!(unreachable["error"], "adapters-delivery-unreachable");
    // A bundle of this office is none for it.
    let own = Two::file(a, "own");
    a.one("Amina", &["channel", "write", "--out", &own]);
    let read = a.answer("Amina", &["channel", "read", &own]).unwrap_err();
    assert_eq!(read["error"], "casework-exchange-other-peer");
}
