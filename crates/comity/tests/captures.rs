//! From a web capture to the wallet of a case, and from there to the other case that knows it.

use serde_json::{Value, json};

use crate::bench::{Bench, data, said, text};
use crate::exhibits::searched;

/// Of the main network, in use nowhere: from the documentation of Bitcoin.
const ADDRESS: &str = "1BoatSLRHtKNngkdXEeobR76b53LETtpyT";

fn record(uri: &str, head: &str, body: &[u8]) -> Vec<u8> {
    let http = [head.as_bytes(), b"\r\n\r\n", body].concat();
    let begin = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2026-10-02T08:00:00Z\r\n\
         WARC-Payload-Digest: sha1:AAAA\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: {}\r\n\r\n",
        http.len()
    );
    [begin.as_bytes(), &http, b"\r\n\r\n"].concat()
}

/// Two captures, of a shop and of its seller's keys on another host, which show one address.
fn captures(bench: &Bench) -> String {
    let folder = bench.path("captures");
    std::fs::create_dir(&folder).unwrap();
    let shop =
        format!("<html><head><title>Shop &amp; keys</title></head><body>Pay to {ADDRESS}</body></html>");
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html";
    // "Продавец" in windows-1251.
    let title = [0xcf, 0xf0, 0xee, 0xe4, 0xe0, 0xe2, 0xe5, 0xf6];
    let seller =
        [&b"<title>"[..], &title, b"</title> ", ADDRESS.as_bytes(), b" seller@example.org "].concat();
    let one = record("http://shop.example/", head, shop.as_bytes());
    let two = record("http://seller.example/", &format!("{head}; charset=windows-1251"), &seller);
    for (name, bytes) in [("one.warc", one), ("two.warc", two)] {
        #[expect(clippy::disallowed_methods, reason = "what a test takes in need not survive a power cut")]
        std::fs::write(folder.join(name), bytes).unwrap();
    }
    folder.display().to_string()
}

#[test]
fn a_wallet_on_two_captured_pages_is_found_promoted_and_asked_about() {
    let bench = Bench::founded();
    let (case, scan, _) = searched(&bench, &captures(&bench));
    let pages = bench.answer("Amina", &["evidence", "pages", &case, "E-1"]).unwrap();
    let of = |page: &Value| (text(&page["url"]).to_owned(), text(&page["title"]).to_owned());
    let told: Vec<_> = pages.iter().map(of).collect();
    assert_eq!(
        told,
        [
            ("http://shop.example/".into(), "Shop & keys".into()),
            ("http://seller.example/".into(), "Продавец".into())
        ]
    );
    let first = &pages[0];
    assert_eq!((&first["status"], &first["date"]), (&json!(200), &json!("2026-10-02T08:00:00Z")));
    assert_eq!((&first["digest"], &first["media_type"]), (&json!("sha1:AAAA"), &json!("text/html")));
    let hit = &first["hits"][0];
    assert_eq!((&hit["canonical"], &hit["other_pages"]), (&json!(ADDRESS), &json!(1)));
    let found =
        |find: &str| bench.answer("Amina", &["evidence", "pages", &case, "--find", find]).unwrap().len();
    assert_eq!((found("продавец"), found(ADDRESS), found("seller.example"), found("none")), (1, 2, 1, 0));
    let list = said(&bench.told("Amina", &["evidence", "pages", &case]));
    assert!(list.contains("1 value stands on several pages") && list.contains("on 1 other page"), "{list}");

    // One command takes in what is verified; the address stands on both pages and is one wallet.
    let promote =
        ["evidence", "promote", &case, "E-1", "--kind", "bitcoin-address", "--reason", "on the pages"];
    let taken = bench.one("Amina", &promote);
    assert_eq!((taken["made"].as_array().unwrap().len(), &taken["known"]), (1, &json!(0)));
    assert_eq!(taken["matches"], json!([]));
    let account = text(&taken["entry"]).to_owned();
    let accounts = bench.answer("Amina", &["case", "accounts", &case]).unwrap();
    assert_eq!(
        (&accounts[0]["becomes"], accounts[0]["places"].as_array().unwrap().len()),
        (&json!("wallet"), 2)
    );
    assert_eq!(bench.one("Amina", &promote)["known"], 2);
    let nothing = bench.answer("Amina", &["evidence", "promote", &case, &scan, "--reason", "x"]).unwrap_err();
    assert_eq!(nothing["error"], "comity-promote-what");
    let pages = bench.answer("Amina", &["evidence", "pages", &case]).unwrap();
    assert_eq!(text(&pages[1]["hits"][0]["account"]), account);

    // The prosecutor has the same wallet in a case of his own.
    let other = bench.case("Bobur", "Another");
    let note = bench.path("note.txt").display().to_string();
    bench.write("note.txt", &format!("{ADDRESS}\n"));
    let how = ["--place", "Office 5", "--reason", "search", "--authority", "warrant 9"];
    bench.one("Bobur", &[&["evidence", "add", &other, "A note", &note][..], &how].concat());
    bench.one("Bobur", &["evidence", "scan", &other, "E-1"]);
    let taken =
        bench.one("Bobur", &["evidence", "promote", &other, "E-1", "--all-verified", "--reason", "his"]);
    // He supervises the office and may read both; she may not, and is told whom to ask.
    assert_eq!(taken["matches"][0]["elsewhere"][0]["case"], *case);
    let own = bench.one("Amina", &["case", "matches", &case]);
    assert_eq!(own["elsewhere"], json!([{ "ask": "Unit" }]));
    let matches = said(&bench.told("Amina", &["case", "matches", &case]));
    assert!(matches.contains("a match exists; ask its owner: "), "{matches}");
    assert!(!matches.contains(&other) && !matches.contains("Another"), "{matches}");
    let question = bench.one("Amina", &["case", "ask-owner", &case, &account, "--reason", "Is he yours?"]);
    let question = text(&question["entry"]);
    let asked = bench.one("Bobur", &["case", "questions", &other]);
    assert_eq!((&asked["value"], &asked["to_this_case"]), (&json!(ADDRESS), &json!(true)));
    assert!(!asked.to_string().contains(&case), "{asked}");
    bench.one("Bobur", &["case", "answer-owner", &other, question, "--text", "Call me"]);
    let answered = bench.one("Amina", &["case", "questions", &case]);
    assert_eq!(answered["answers"][0]["text"], "Call me");
    assert!(!answered.to_string().contains(&other), "{answered}");
    for (who, case) in [("Amina", &case), ("Bobur", &other)] {
        let shown = said(&bench.told(who, &["case", "show", case]));
        assert!(shown.contains("Call me") || shown.contains("Is he yours?"), "{shown}");
    }
    assert_eq!(bench.one("Amina", &["node", "verify"])["faults"], json!([]));
}

#[test]
fn the_captures_of_the_test_data_are_read_with_titles_and_dates() {
    let test = "the_captures_of_the_test_data_are_read_with_titles_and_dates";
    let Some(data) = data(test) else { return };
    let bench = Bench::founded();
    let folder = bench.path("warc");
    std::fs::create_dir(&folder).unwrap();
    for file in std::fs::read_dir(data.join("evidence/warc")).unwrap() {
        let file = file.unwrap();
        // What is broken on purpose is told on standard error, which the bench takes for a failure.
        if !file.file_name().to_string_lossy().contains("bad.") {
            std::fs::copy(file.path(), folder.join(file.file_name())).unwrap();
        }
    }
    let (case, _, _) = searched(&bench, &folder.display().to_string());
    let pages = bench.answer("Amina", &["evidence", "pages", &case]).unwrap();
    let of = |file: &str| -> Vec<[String; 4]> {
        let its = pages.iter().filter(|page| page["file"] == file);
        let said = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        its.map(|page| ["url", "title", "date", "status"].map(|name| said(&page[name]))).collect()
    };
    let page = |date: &str| ["http://example.com/", "Example Domain", date, "200"].map(str::to_owned);
    let revisit = ["http://example.com/", "null", "2017-03-06T04:03:48Z", "200"].map(str::to_owned);
    for file in ["example.warc", "example.warc.gz"] {
        assert_eq!(of(file), [page("2017-03-06T04:02:06Z"), revisit.clone()], "{file}");
    }
    for file in ["example.arc", "example.arc.gz"] {
        assert_eq!(of(file), [page("2014-02-16T05:02:21Z")], "{file}");
    }
    // A resource has no answer of HTTP; chunks that are none are read as they stand.
    let resource =
        ["http://example.com/", "Example Domain", "2017-04-29T01:30:30Z", "null"].map(str::to_owned);
    assert_eq!(of("example-resource.warc.gz")[0], resource);
    assert_eq!(of("example-wrong-chunks.warc.gz"), [page("2018-11-02T18:55:11Z")]);
    assert_eq!(of("example-space-in-target-uri.warc.gz")[0][0], "file:///example with spaces.png");
}

#[test]
fn names_that_look_the_same_are_told_apart_and_a_key_in_a_name_is_found_and_masked() {
    const KEY: &str = "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ";
    let bench = Bench::founded();
    let folder = bench.path("names");
    std::fs::create_dir(&folder).unwrap();
    for (name, text) in [("inv.txt", "one"), ("inv\u{202e}.txt", "two"), (&*format!("{KEY}.txt"), "three")] {
        #[expect(clippy::disallowed_methods, reason = "what a test takes in need not survive a power cut")]
        std::fs::write(folder.join(name), text).unwrap();
    }
    let (case, ..) = searched(&bench, &folder.display().to_string());
    let hits = bench.answer("Amina", &["evidence", "hits", &case, "E-1"]).unwrap();
    let of = |hit: &Value| (text(&hit["kind"]).to_owned(), text(&hit["path"]).to_owned());
    assert_eq!(hits.iter().map(of).collect::<Vec<_>>(), [("wif-key".into(), "•••.txt-0-name-0".into())]);
    let show = ["evidence", "show", &case, "E-1", "--files"];
    let told = said(&bench.told("Amina", &show));
    assert!(told.contains("  inv.txt") && told.contains("  inv\\u{202e}.txt"), "{told}");
    assert!(told.contains("  •••.txt") && !told.contains(KEY), "{told}");
    let answer = bench.one("Amina", &show).to_string();
    assert!(answer.contains("•••.txt") && !answer.contains(KEY), "{answer}");
    for (name, written) in [("inv.txt", "one"), ("inv\\u{202e}.txt", "two"), ("•••.txt", "three")] {
        let to = bench.path(written).display().to_string();
        let reason = ["--out", &to, "--reason", "to be read"];
        bench.one("Amina", &[&["evidence", "file", &case, "E-1", name][..], &reason].concat());
        assert_eq!(std::fs::read_to_string(&to).unwrap(), written);
    }
}
