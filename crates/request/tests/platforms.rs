//! Platforms and ledgers as data: what ships, what an analyst adds, and what is refused.

use comity_request::{
    AccountForm, Forms, MAX_ACCOUNT_FORMS, MAX_PATTERN, MAX_PLATFORMS, PLATFORMS_FILE, Platforms,
};

use crate::{FORMS, LAW, files, folder, packs};

fn read(text: &str) -> Result<Platforms, &'static str> {
    use comity_record::Coded as _;
    Platforms::read(PLATFORMS_FILE, text.as_bytes()).map_err(|e| e.code())
}

#[test]
fn what_ships_names_a_source_for_every_form() {
    let platforms = FORMS.platforms();
    assert!(platforms.iter().count() >= 19);
    for account in platforms.iter().flat_map(|platform| &platform.accounts) {
        assert!(account.source.starts_with("https://"), "{}", account.source);
    }
    assert_eq!(platforms.ledger("BNB Smart Chain"), Some("evm"));
    assert_eq!(platforms.ledger("unheard of"), None);
    assert_eq!(platforms.platform("Twitter").unwrap().name, "X");
    let telegram = platforms.platform("telegram").unwrap();
    for (text, account) in [
        ("@someone", "someone"),
        ("someone", "someone"),
        ("https://t.me/someone", "someone"),
        ("http://www.telegram.me/someone/", "someone"),
        ("https://example.org/someone", "https://example.org/someone"),
    ] {
        assert_eq!(telegram.account_in(text), account);
    }
}

#[test]
fn names_are_matched_as_a_whole() {
    let fits = |platform: &str, name: &str| {
        FORMS.platforms().platform(platform).unwrap().accounts.iter().any(|account| match &account.form {
            AccountForm::Name(pattern) => pattern.is_match(name),
            AccountForm::Number { least, most } => {
                name.parse::<u64>().is_ok_and(|number| (*least..=*most).contains(&number))
            }
            AccountForm::Telephone | AccountForm::Mail => false,
        })
    };
    for (platform, name, expected) in [
        ("telegram", "some_one", true),
        ("telegram", "abc", false),
        ("telegram", &"a".repeat(32), true),
        ("telegram", &"a".repeat(33), false),
        ("telegram", "some-one", false),
        ("telegram", "1099511627775", true),
        ("x", "some_one", true),
        ("x", "some.one", false),
        ("discord", "some.one", true),
        ("discord", "Some.One", false),
        ("signal", "someone.01", true),
        ("signal", "someone", false),
        ("tiktok", "some.one", true),
        ("tiktok", "someone.", false),
    ] {
        assert_eq!(fits(platform, name), expected, "{platform} {name}");
    }
}

/// An analyst's own platform and ledger, in a folder, without a line of Rust.
#[test]
fn an_analyst_adds_a_platform() {
    let mut all = files(&packs().join("forms"));
    let own = "\n[[ledger]]\nid = \"example-chain\"\nledger = \"evm\"\n\n[[platform]]\nid = \"example\"\n\
               name = \"Example Exchange\"\n\n[[platform.account]]\nform = \"name\"\npattern = \"EX-[0-9]{4}\"\n\
               source = \"https://example.org/help\"\nas_of = \"2026-11-27\"\n";
    all.get_mut(PLATFORMS_FILE).unwrap().extend_from_slice(own.as_bytes());
    let pack = comity_record::pack::Pack::from_files(all).unwrap();
    let forms = Forms::from_pack(&pack, &LAW).unwrap();
    let example = forms.platforms().platform("example exchange").unwrap();
    let AccountForm::Name(pattern) = &example.accounts[0].form else { panic!("a name") };
    assert!(pattern.is_match("EX-0017") && !pattern.is_match("EX-00171") && !pattern.is_match(" EX-0017"));
    assert_eq!(example.accounts[0].as_of, Some("2026-11-27".parse().unwrap()));
    assert_eq!(forms.platforms().ledger("example chain"), Some("evm"));
}

#[test]
fn a_pack_of_before_knows_no_platform() {
    let mut all = files(&packs().join("forms"));
    all.remove(PLATFORMS_FILE);
    let pack = comity_record::pack::Pack::from_files(all).unwrap();
    assert_eq!(Forms::from_pack(&pack, &LAW).unwrap().platforms().iter().count(), 0);
    assert!(folder(&packs().join("forms")).file(PLATFORMS_FILE).is_some());
}

#[test]
fn what_cannot_be_used_is_refused() {
    let platform = |account: &str| {
        format!(
            "[[platform]]\nid = \"p\"\nname = \"P\"\naccount = [{{ source = \"https://example.org\", {account} }}]"
        )
    };
    for (text, code) in [
        ("[[platform]\n".to_owned(), "request-form-syntax"),
        ("[[platform]]\nid = \"p\"\nname = \"P\"\nunheard = 1".to_owned(), "request-form-syntax"),
        ("[[platform]]\nid = \"p\"\nname = \"P\"".to_owned(), "request-form-misplaced"),
        ("[[platform]]\nid = \"P P\"\nname = \"P\"\nunknown = \"x\"".to_owned(), "request-form-name"),
        ("[[ledger]]\nid = \"a\"\naliases = [\"A\"]\nledger = \"evm\"".to_owned(), "request-form-name-twice"),
        (platform("form = \"name\""), "request-form-misplaced"),
        (platform("form = \"telephone\", pattern = \"x\""), "request-form-misplaced"),
        (platform("form = \"number\", least = 1"), "request-form-misplaced"),
        (platform("form = \"number\", least = 2, most = 1"), "request-form-limit"),
        (platform("form = \"name\", pattern = \"(\""), "request-form-pattern"),
        (platform("form = \"name\", pattern = \"(?=a)\""), "request-form-pattern"),
        (platform("form = \"name\", pattern = \"(a{1000}){1000}\""), "request-form-pattern"),
        (platform("form = \"telephone\"").replace("https://", ""), "request-form-misplaced"),
    ] {
        assert_eq!(read(&text).unwrap_err(), code, "{text}");
    }
    assert!(read(&platform("form = \"telephone\"")).is_ok());
}

#[test]
fn limits_hold_at_the_limit_and_one_past_it() {
    use std::fmt::Write as _;
    let pattern = |letters: usize| {
        let pattern = "a".repeat(letters);
        let account =
            format!("{{ form = \"name\", pattern = \"{pattern}\", source = \"https://example.org\" }}");
        read(&format!("[[platform]]\nid = \"p\"\nname = \"P\"\naccount = [{account}]")).map(drop)
    };
    assert_eq!(pattern(MAX_PATTERN), Ok(()));
    assert_eq!(pattern(MAX_PATTERN + 1), Err("request-form-pattern"));
    let accounts = |count: usize| {
        let account = "{ form = \"telephone\", source = \"https://example.org\" },".repeat(count);
        read(&format!("[[platform]]\nid = \"p\"\nname = \"P\"\naccount = [{account}]")).map(drop)
    };
    assert_eq!(accounts(MAX_ACCOUNT_FORMS), Ok(()));
    assert_eq!(accounts(MAX_ACCOUNT_FORMS + 1), Err("request-form-limit"));
    let ledgers = |count: usize| {
        let mut text = String::new();
        for number in 0..count {
            write!(text, "[[ledger]]\nid = \"l{number}\"\nledger = \"evm\"\n").unwrap();
        }
        read(&text).map(drop)
    };
    assert_eq!(ledgers(MAX_PLATFORMS), Ok(()));
    assert_eq!(ledgers(MAX_PLATFORMS + 1), Err("request-form-limit"));
}
