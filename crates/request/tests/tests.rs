//! Integration tests of `request`: the forms that ship, filled from an exercise case.

#![allow(clippy::unwrap_used, reason = "a test that fails may panic; helpers of tests are tests")]

mod catalogue;
mod drafting;
mod forms;
mod issue;
mod life;
mod platforms;
mod register;
mod shipped;
mod twin;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use comity_law::{Basis, Law, OffenceAsked, Question};
use comity_record::Sha256Digest;
use comity_record::pack::Pack;
use comity_request::{
    Authority, CaseFacts, Document, Draft, Forms, Identifier, IdentifierCheck, IdentifierDoubt,
    IdentifierFault, IdentifierVerdict, Item, Offence, Party, PartyKind, Period, Signatory, Value, WayChosen,
};

const DAY: &str = "2026-11-23";

static LAW: LazyLock<Law> = LazyLock::new(|| Law::from_pack(&folder(&packs().join("law"))).unwrap());
static FORMS: LazyLock<Forms> =
    LazyLock::new(|| Forms::from_pack(&folder(&packs().join("forms")), &LAW).unwrap());

fn packs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs")
}

fn files(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(path).unwrap().map(Result::unwrap);
    entries.map(|f| (f.file_name().into_string().unwrap(), std::fs::read(f.path()).unwrap())).collect()
}

fn folder(path: &Path) -> Pack {
    Pack::from_files(files(path)).unwrap()
}

fn question(from: &str, to: &str, measure: &str, category: &str) -> Question {
    Question {
        from: from.parse().unwrap(),
        to: to.parse().unwrap(),
        on: DAY.parse().unwrap(),
        measure: measure.to_owned(),
        offences: vec![OffenceAsked::of(category)],
    }
}

fn answer(question: &Question) -> Basis {
    LAW.basis(question).unwrap()
}

/// Stands in for the engines that know chains: knows one good and one bad address.
struct Known;

const GOOD: &str = "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn";
const BAD: &str = "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfm";

impl IdentifierCheck for Known {
    fn check(&self, identifier: &Identifier) -> IdentifierVerdict {
        match (identifier.kind.as_str(), identifier.text.as_str()) {
            ("address", GOOD) => IdentifierVerdict::Verified,
            ("address", _) => IdentifierVerdict::Wrong(IdentifierFault::Checksum),
            ("ip", text) if text.starts_with("10.") => IdentifierVerdict::Doubtful(IdentifierDoubt::Local),
            ("account" | "ip", _) => IdentifierVerdict::WellFormed,
            _ => IdentifierVerdict::NotChecked,
        }
    }
}

fn address(text: &str) -> Identifier {
    Identifier::new("address", "bitcoin-testnet", text)
}

/// What an exercise case knows. Every name is made up for it.
fn facts() -> CaseFacts {
    let authority = |country: &str, name: &str| Authority {
        country: country.parse().unwrap(),
        name: name.into(),
        unit: String::new(),
        reference: "EX-17".into(),
    };
    let document = |number: &str, title: &str| Document {
        number: number.into(),
        title: title.into(),
        sha256: Sha256Digest::of(title.as_bytes()),
    };
    CaseFacts {
        own_authority: Some(authority("KZ", "Exercise Prosecutor's Office")),
        addressee: Some(authority("UZ", "Exercise Central Authority")),
        conducting_authority: Some(authority("KZ", "Exercise Cybercrime Unit")),
        signatory: Some(Signatory { name: "A. Exercise".into(), office: "Deputy head".into() }),
        provider: Some(party("Exercise Exchange")),
        persons: vec![],
        offences: vec![Offence {
            category: "computer_fraud".into(),
            provision: "Exercise Code, article 1".into(),
            text: "Wording from the exercise library.".into(),
            max_penalty: None,
            conduct: "Took coins by a forged page.".into(),
        }],
        accounts: vec![address(GOOD)],
        period: Some(period(
            "2026-09-01T00:00:00+05:00[Asia/Almaty]",
            "2026-10-01T00:00:00+05:00[Asia/Almaty]",
        )),
        damage: None,
        findings: vec![document("F-1", "Trace to the exchange")],
        exhibits: vec![document("X-1", "Ransom note")],
        tickets: vec![],
    }
}

fn party(name: &str) -> Party {
    Party {
        kind: PartyKind::Body,
        names: vec![name.into()],
        role: "provider".into(),
        born: String::new(),
        nationality: String::new(),
        address: String::new(),
        occupation: String::new(),
        registration: String::new(),
    }
}

fn period(from: &str, to: &str) -> Period {
    Period { from: from.parse().unwrap(), to: to.parse().unwrap() }
}

fn text(words: &str) -> Value {
    Value::Text(words.into())
}

fn item() -> Item {
    Item {
        what: "Identity documents given when the account was opened".into(),
        link: "The trace ends at this account (finding F-1)".into(),
        offence: "Exercise Code, article 1".into(),
        account: GOOD.into(),
    }
}

/// A request from KZ to UZ for records, complete.
fn records() -> (Draft, Basis) {
    let question = question("KZ", "UZ", "vasp-records", "computer_fraud");
    let basis = answer(&question);
    let form = FORMS.form("vasp-records").unwrap();
    let mut draft = Draft::begin(form, question, "en".parse().unwrap(), true);
    draft.fill(form, &facts());
    draft.cited = vec!["chisinau2002".into()];
    for (field, words) in [
        ("matter_nature", "Exercise case 17, investigation"),
        ("facts_summary", "On 2 September 2026 coins were taken and followed to the exchange."),
        ("purpose", "To identify the holder of the account."),
    ] {
        draft.values.insert(field.into(), text(words));
    }
    draft.values.insert("items".into(), Value::List(vec![Value::Item(item())]));
    draft
        .values
        .insert("persons".into(), Value::List(vec![Value::Party(party("Unknown holder of the account"))]));
    let sum = comity_record::Amount::parse("1.5", comity_record::Currency::BITCOIN).unwrap();
    draft.values.insert("damage".into(), Value::Amount(sum));
    (draft, basis)
}

/// A request for preservation from KG to TJ, complete: nothing obliges, so it offers ways.
fn preservation() -> (Draft, Basis) {
    let question = question("KG", "TJ", "preservation", "illegal_access");
    let basis = answer(&question);
    let form = FORMS.form("preservation").unwrap();
    let mut draft = Draft::begin(form, question, "en".parse().unwrap(), true);
    draft.fill(form, &facts());
    for (field, words) in [
        ("matter_nature", "Exercise case 18, inquiry"),
        ("facts_summary", "A system was entered on 2 September 2026."),
        ("reply_contact", "Exercise desk, 09:00 to 18:00, UTC+6"),
        ("preservation_need", "Logs are overwritten after thirty days."),
        ("intent_to_follow_up", "A formal request will follow within sixty days."),
    ] {
        draft.values.insert(field.into(), text(words));
    }
    draft.values.insert("renewal".into(), Value::Choice("new".into()));
    draft.values.insert("keep_days".into(), Value::Number(90));
    draft.values.insert("data".into(), Value::List(vec![Value::Item(item())]));
    let way = WayChosen { way: "police".into(), id: "caricc".into() };
    draft.values.insert("ways".into(), Value::List(vec![Value::Way(way)]));
    (draft, basis)
}
