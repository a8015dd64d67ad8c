//! The pack that ships is sound, and every way to break one is told with its place.

use std::collections::BTreeMap;

use comity_law::{
    Confidence, Law, LawPackError, MAX_FILE_BYTES, MAX_ROWS, MAX_TEXT, Problem, QuestionError, RECALLED,
};
use comity_law::{OffenceAsked, Question, Term, ToConfirm};
use comity_record::Coded as _;

use crate::{LAW, files, pack_of};

/// The problems after replacing one text by another in a file.
fn broken(file: &str, from: &str, to: &str) -> Vec<Problem> {
    let mut files = files();
    let text = String::from_utf8(files[file].clone()).expect("UTF-8");
    assert!(text.contains(from), "{from:?} is not in {file}");
    files.insert(file.to_owned(), text.replacen(from, to, 1).into_bytes());
    problems(files)
}

fn problems(files: BTreeMap<String, Vec<u8>>) -> Vec<Problem> {
    let error: LawPackError = Law::from_pack(&pack_of(files)).expect_err("a broken pack");
    error.problems().to_vec()
}

#[test]
fn the_pack_that_ships_holds_what_its_readme_says() {
    // Counted by hand in packs/law: 7 focus States and 17 partners.
    assert_eq!(LAW.states().count(), 24);
    assert_eq!(LAW.instruments().count(), 37);
    // The kinds of help, a row each, with the two letters about a request: what adds to it, what answers it.
    assert_eq!(LAW.measures().count(), 24);
    assert!(LAW.topics().iter().any(|t| t == "expedited_preservation"));
}

#[test]
fn every_rule_of_the_readme_is_checked() {
    let cases: &[(&str, &str, &str, &str)] = &[
        ("sources.toml", "[meta]", "[meta", "law-pack-syntax"),
        ("parties.toml", "schema_version = 1", "schema_version = 2", "law-pack-meta"),
        ("parties.toml", "file = \"parties\"", "file = \"other\"", "law-pack-meta"),
        ("parties.toml", "[[state]]", "[[realm]]", "law-pack-meta"),
        ("parties.toml", "source = \"untc-2014\"", "source = \"nowhere\"", "law-pack-dangling"),
        ("parties.toml", "instrument = \"untoc\"", "instrument = \"untok\"", "law-pack-dangling"),
        ("parties.toml", "status = \"party\"", "status = \"friend\"", "law-pack-row"),
        ("parties.toml", "consent_date = \"2003-09-24\"", "consent_date = \"2003-9-24\"", "law-pack-row"),
        (
            "parties.toml",
            "consent_date = \"2003-09-24\"",
            "consent_date = \"none\"",
            "law-pack-contradiction",
        ),
        ("parties.toml", "source = \"untc-2014\"", "source = \"recalled\"", "law-pack-verified-from-recall"),
        ("parties.toml", "confidence = \"verified\"", "confidence = \"sure\"", "law-pack-confidence-unknown"),
        ("parties.toml", "code = \"AF\"", "code = \"Afghanistan\"", "law-pack-row"),
        ("parties.toml", "code = \"IR\"", "code = \"AF\"", "law-pack-row-twice"),
        ("authorities.toml", "state = \"AF\"", "state = \"ES\"", "law-pack-dangling"),
        ("authorities.toml", "note = \"\"", "note = \"desk@example.org\"", "law-pack-private"),
        ("offences.toml", "category = \"illegal_access\"", "category = \"magic\"", "law-pack-dangling"),
        ("offences.toml", "max_years = 1.0", "max_years = 1.001", "law-pack-row"),
        ("offences.toml", "liability = \"criminal\"", "liability = \"moral\"", "law-pack-row"),
        ("offences.toml", "\"untoc:6\"", "\"untoc-6\"", "law-pack-dangling"),
        ("instruments.toml", "\"authority_identity\", \"cond", "\"authority\", \"cond", "law-pack-dangling"),
        ("instruments.toml", "refusal_grounds = [\"non_", "refusal_grounds = [\"ill_", "law-pack-dangling"),
        ("instruments.toml", "mla_general = [", "mla_genial = [", "law-pack-dangling"),
        (
            "instruments.toml",
            "unknown_topics = []",
            "unknown_topics = [\"refusal\"]",
            "law-pack-contradiction",
        ),
        ("instruments.toml", "\"18(9)-18(29)\"", "\"18(9) to 18(29)\"", "law-pack-contradiction"),
        (
            "instruments.toml",
            "replaces = [\"minsk1993\"]",
            "replaces = [\"chisinau2002\"]",
            "law-pack-dangling",
        ),
        ("instruments.toml", "entry_clause = \"38(2)\"\n", "", "law-pack-contradiction"),
        ("measures.toml", "general_clause = \"may-ask\"", "general_clause = \"obliges\"", "law-pack-row"),
        ("measures.toml", "provider = true", "provider = true\nsurprise = 1", "law-pack-row"),
    ];
    for (file, from, to, code) in cases {
        let found = broken(file, from, to);
        assert!(found.iter().any(|p| p.code() == *code), "{file}: {from} -> {to}: {found:?}");
    }
}

#[test]
fn a_problem_tells_file_table_row_and_line() {
    let found = broken("parties.toml", "status = \"party\"", "status = \"friend\"");
    let Problem::Row { file, table, row, line, cause } = &found[0] else { panic!("{found:?}") };
    assert_eq!((file.as_str(), table.as_str(), row.as_str()), ("parties.toml", "party", "AF:untoc"));
    let text = String::from_utf8(files()["parties.toml"].clone()).unwrap();
    let heading = text.lines().position(|l| l == "[[party]]").unwrap() + 1;
    assert_eq!(*line, heading);
    assert!(cause.contains("friend"), "{cause}");
}

#[test]
fn a_focus_state_without_a_row_and_a_replacing_circle_are_told() {
    let text = String::from_utf8(files()["parties.toml"].clone()).unwrap();
    let first = text.find("[[party]]").unwrap();
    let second = first + 1 + text[first + 1..].find("[[party]]").unwrap();
    let found = broken("parties.toml", &text[first..second], "");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].code(), "law-pack-party-missing");

    let circle = "mla_treaty = \"yes\"\nreplaces = [\"chisinau2002\"]\nreplaces_clause = \"1\"\n";
    let text = String::from_utf8(files()["instruments.toml"].clone()).unwrap();
    let minsk = text.find("id = \"minsk1993\"").unwrap();
    let key = "mla_treaty = \"yes\"\n";
    let at = minsk + text[minsk..].find(key).unwrap();
    let changed = format!("{}{circle}{}", &text[..at], &text[at + key.len()..]);
    let mut all = files();
    all.insert("instruments.toml".into(), changed.into_bytes());
    assert!(problems(all).iter().any(|p| p.code() == "law-pack-contradiction"));
}

#[test]
fn a_missing_file_and_bytes_that_are_not_text_are_told() {
    for name in ["sources", "instruments", "parties", "authorities", "offences", "measures"] {
        let mut all = files();
        all.remove(&format!("{name}.toml"));
        assert_eq!(problems(all)[0].code(), "law-pack-file-missing");
    }
    let mut all = files();
    all.insert("sources.toml".into(), b"[meta]\n\n\xff".to_vec());
    let Problem::Syntax { line, .. } = &problems(all)[0] else { panic!() };
    assert_eq!(*line, 3);
}

#[test]
fn limits_hold_at_the_limit_and_one_past_it() {
    let padded = |length: usize| {
        let mut all = files();
        let mut text = all["measures.toml"].clone();
        text.push(b'#');
        text.extend(std::iter::repeat_n(b'x', length - text.len()));
        all.insert("measures.toml".into(), text);
        Law::from_pack(&pack_of(all))
    };
    assert!(padded(MAX_FILE_BYTES).is_ok());
    assert_eq!(padded(MAX_FILE_BYTES + 1).unwrap_err().code(), "law-pack-too-large");

    let rows = |count: usize| {
        use std::fmt::Write as _;
        let mut all = files();
        let mut text = String::from_utf8(all["sources.toml"].clone()).unwrap();
        let have = text.matches("[[source]]").count();
        for n in have..count {
            write!(text, "[[source]]\nid = \"s{n}\"\ntitle = \"t\"\nkind = \"none\"\nas_of = \"2026\"\n")
                .unwrap();
        }
        all.insert("sources.toml".into(), text.into_bytes());
        Law::from_pack(&pack_of(all))
    };
    assert!(rows(MAX_ROWS).is_ok());
    assert_eq!(rows(MAX_ROWS + 1).unwrap_err().code(), "law-pack-too-large");

    let label = |length: usize| {
        let mut all = files();
        let text = String::from_utf8(all["measures.toml"].clone()).unwrap();
        let long = format!("label = \"{}\"", "x".repeat(length));
        let text = text.replacen("label = \"Expedited preservation of stored computer data\"", &long, 1);
        all.insert("measures.toml".into(), text.into_bytes());
        Law::from_pack(&pack_of(all))
    };
    assert!(label(MAX_TEXT).is_ok());
    assert_eq!(label(MAX_TEXT + 1).unwrap_err().code(), "law-pack-too-large");
}

#[test]
fn no_more_problems_are_told_than_a_person_reads() {
    let mut all = files();
    let text =
        String::from_utf8(all["parties.toml"].clone()).unwrap().replace("source = \"", "source = \"no");
    all.insert("parties.toml".into(), text.into_bytes());
    assert_eq!(problems(all).len(), LawPackError::MAX_PROBLEMS);
}

#[test]
fn a_changed_row_changes_the_digest_of_the_pack_and_of_what_was_confirmed() {
    let mut all = files();
    let text = String::from_utf8(all["parties.toml"].clone()).unwrap();
    let changed =
        text.replacen("Accession law communicated on 21 Oct 2025", "Accession law of October 2025", 1);
    assert_ne!(changed, text);
    all.insert("parties.toml".into(), changed.into_bytes());
    let other = Law::from_pack(&pack_of(all)).unwrap();
    assert_ne!(other.digest(), LAW.digest());
    let confirmed = |law: &Law| {
        let question = Question {
            from: "IR".parse().unwrap(),
            to: "PK".parse().unwrap(),
            on: crate::DAY.parse().unwrap(),
            measure: "vasp-records".into(),
            offences: vec![OffenceAsked::of("terrorist_financing")],
        };
        let basis = law.basis(&question).unwrap();
        basis.candidate("cft1999").unwrap().to_confirm().iter().map(ToConfirm::digest).collect::<Vec<_>>()
    };
    let (mine, others) = (confirmed(&LAW), confirmed(&other));
    assert_eq!(mine.len(), others.len());
    assert_ne!(mine, others);
}

#[test]
fn questions_that_the_pack_cannot_take_are_refused_with_a_code() {
    let question = |from: &str, to: &str, measure: &str, category: &str| {
        LAW.basis(&Question {
            from: from.parse().unwrap(),
            to: to.parse().unwrap(),
            on: crate::DAY.parse().unwrap(),
            measure: measure.into(),
            offences: vec![OffenceAsked::of(category)],
        })
    };
    let code = |r: Result<_, QuestionError>| r.map(|_: comity_law::Basis| ()).unwrap_err().code();
    assert_eq!(code(question("ES", "KZ", "vasp-records", "extortion")), "law-state-unknown");
    assert_eq!(code(question("KZ", "KZ", "vasp-records", "extortion")), "law-same-state");
    assert_eq!(code(question("KZ", "UZ", "magic", "extortion")), "law-measure-unknown");
    assert_eq!(code(question("KZ", "UZ", "vasp-records", "magic")), "law-category-unknown");
    let many = |n: usize| {
        LAW.basis(&Question {
            from: "KZ".parse().unwrap(),
            to: "UZ".parse().unwrap(),
            on: crate::DAY.parse().unwrap(),
            measure: "vasp-records".into(),
            offences: vec![OffenceAsked::of("extortion"); n],
        })
    };
    assert!(many(comity_law::MAX_OFFENCES).is_ok());
    assert_eq!(code(many(comity_law::MAX_OFFENCES + 1)), "law-too-many-offences");
}

#[test]
fn a_penalty_that_the_drafter_states_goes_before_the_pack() {
    let asked = |years: u16| OffenceAsked {
        max_penalty: Some(Term::from_years(years)),
        ..OffenceAsked::of("illegal_access")
    };
    let opens = |years: u16| {
        let question = Question {
            from: "KZ".parse().unwrap(),
            to: "UZ".parse().unwrap(),
            on: crate::DAY.parse().unwrap(),
            measure: "vasp-records".into(),
            offences: vec![asked(years)],
        };
        LAW.basis(&question).unwrap().candidate("untoc").unwrap().opening.offences[0].reason.code()
    };
    assert_eq!(opens(4), "threshold-met");
    assert_eq!(opens(3), "threshold-not-met");
}

#[test]
fn recalled_is_a_source_that_never_verifies() {
    let recalled = LAW.instruments().filter(|i| i.data.articles_source == RECALLED);
    for row in recalled {
        assert_eq!(row.data.articles_confidence, Confidence::Unverified, "{}", row.data.id);
    }
}
