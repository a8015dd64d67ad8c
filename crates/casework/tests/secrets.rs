//! Secrets that a search found: no officer opens one alone, nor whoever has the key of the case.

use comity_casework::age::{Identity, open};
use comity_casework::body::{CaseAct, CaseApproval, CaseProposal, Role, WithdrawalGround};
use comity_casework::lead::{HITS, NewScan};
use comity_casework::secret::{FoundSecret, KeptSecrets, SECRETS, SecretRevealed};
use comity_casework::{Cost, Receipt, Recipient, Refusal, Session, With};
use comity_record::testing::Counting;
use comity_record::{Bytes, CaseId, EntryId};
use serde_json::json;
use zeroize::Zeroizing;

use crate::bench::{Bench, Staffed, join, passphrase, refusal, unlock};
use crate::exhibits::{folder, take};

const WORDS: &str = "legal winner thank year wave sausage worth useful legal winner thank yellow";
const PRINT: &str = "01234567";
const CARD: &str = "4111111111111111";
const CARD_PRINT: &str = "89abcdef";

/// An office with two custody officers, and a case in whose exhibit a phrase and a card were found.
struct Found {
    office: Staffed,
    first: Session,
    second: Session,
    case: CaseId,
    exhibit: u32,
    scan: EntryId,
    sealed: EntryId,
}

fn secret(fingerprint: &str, kind: &str, text: &str) -> FoundSecret {
    FoundSecret { fingerprint: fingerprint.into(), kind: kind.into(), text: Zeroizing::new(text.to_owned()) }
}

fn hits() -> NewScan {
    let hit = |kind: &str, fingerprint: &str| {
        json!({ "kind": kind, "class": "verified", "value": "•••", "offset": 7, "length": 34, "path": "note.txt-7",
            "fingerprint": fingerprint })
    };
    let hits = vec![hit("bip39-phrase", PRINT), hit("payment-card", CARD_PRINT)];
    NewScan { program: "comity".into(), files: 1, hits, ..NewScan::default() }
}

impl Found {
    async fn new(bench: &Bench) -> Self {
        let office = Staffed::new(bench).await;
        let (node, by) = (&office.node, (&office.administrator, &office.supervisor));
        let first = join(node, by.0, by.1, "first", Role::CustodyOfficer).await;
        let second = join(node, by.0, by.1, "second", Role::CustodyOfficer).await;
        let (case, _) = node.open_case(&office.investigator, "Case".into(), None).await.unwrap();
        for member in [&first, &second] {
            node.assign(&office.supervisor, case, member.officer(), true).await.unwrap();
        }
        let folder = folder();
        let exhibit = take(&office, case, folder.path()).await;
        let secrets = vec![
            secret(PRINT, "bip39-phrase", WORDS),
            secret(PRINT, "electrum-phrase", WORDS),
            secret(PRINT, "bip39-phrase", WORDS),
            secret(CARD_PRINT, "payment-card", CARD),
        ];
        let kept = ([first.officer(), second.officer()], secrets);
        let recorded = node.record_scan_sealing(&office.investigator, case, exhibit, hits(), kept).await;
        let (scan, sealed) = recorded.unwrap();
        let sealed = sealed.unwrap().entry;
        Self { first, second, case, exhibit, scan: scan.entry, sealed, office }
    }

    async fn kept(&self) -> KeptSecrets {
        let officer = &self.office.investigator;
        self.office.node.kept_secrets(officer, self.case, self.exhibit).await.unwrap().remove(0)
    }

    async fn ask(&self, officer: &Session, fingerprint: &str) -> Result<Receipt, Refusal> {
        let reason = || "to secure the coins".to_owned();
        let asked =
            self.office.node.ask_for_secret(officer, self.case, self.exhibit, fingerprint, reason()).await;
        asked.map_err(|error| refusal(Err::<(), _>(error)))
    }

    async fn see(&self, officer: &Session, asked: EntryId) -> Result<Vec<String>, Refusal> {
        let seen = self.office.node.reveal_secret(officer, self.case, asked, PRINT, None).await;
        match seen {
            Ok((secrets, _)) => {
                Ok(secrets.iter().map(|secret| String::from_utf8(secret.text.to_vec()).unwrap()).collect())
            }
            Err(error) => Err(refusal(Err::<(), _>(error))),
        }
    }
}

#[tokio::test]
async fn one_asks_the_other_approves_and_the_first_sees_it_once() {
    let bench = Bench::new();
    let found = Found::new(&bench).await;
    let (node, case) = (&found.office.node, found.case);
    let kept = found.kept().await;
    assert_eq!((kept.entry, kept.scan), (found.sealed, found.scan));
    let mut prints = node.fingerprints(&found.first, case, &kept).await.unwrap();
    prints.sort();
    let kinds = |of: &[&str]| of.iter().map(|kind| (*kind).to_owned()).collect();
    let phrase = (PRINT.to_owned(), kinds(&["bip39-phrase", "electrum-phrase"]));
    assert_eq!(prints, [phrase, (CARD_PRINT.to_owned(), kinds(&["payment-card"]))]);

    let asked = found.ask(&found.first, PRINT).await.unwrap().entry;
    assert_eq!(found.see(&found.first, asked).await, Err(Refusal::NotApproved));
    let approved = node.approve_in_case(&found.second, case, asked).await.unwrap();
    assert_eq!(found.see(&found.second, asked).await, Err(Refusal::NotHolder));
    assert_eq!(found.see(&found.first, asked).await.unwrap(), [WORDS]);
    let again = found.see(&found.first, asked).await;
    assert!(matches!(again, Err(Refusal::SecretShown(_))), "{again:?}");

    let looks = node.looks(&found.office.auditor, case).await.unwrap();
    let [look] = looks.as_slice() else { panic!("{looks:?}") };
    assert_eq!((look.fingerprint.as_str(), look.reason.as_str()), (PRINT, "to secure the coins"));
    assert_eq!((look.by.name.as_str(), look.approved_by.name.as_str()), ("first", "second"));
    let state = node.state();
    let known = state.case(case).unwrap();
    assert_eq!(look.exhibit, known.exhibits.entry(found.exhibit).unwrap());
    assert_eq!(known.secrets.look(asked), Some(look.entry));
    // A look stays on record whatever becomes of the rest.
    let ground = WithdrawalGround::Mistaken;
    let withdrawn = node.withdraw(&found.first, case, look.entry, ground, "no".into()).await;
    assert!(matches!(refusal(withdrawn), Refusal::NotChangeable(_)));

    // The same state again from the log, and the next look needs the next approval.
    assert!(node.verify().await.unwrap().faults.is_empty());
    let asked = found.ask(&found.second, PRINT).await.unwrap().entry;
    node.approve_in_case(&found.first, case, asked).await.unwrap();
    assert_eq!(found.see(&found.second, asked).await.unwrap(), [WORDS]);
    let file = node.attachments(&found.first, case, approved.entry).await.unwrap();
    assert!(file.is_empty());
    let known = node.state().case(case).unwrap().secrets.clone();
    let reopened = bench.open_again().await.unwrap();
    assert_eq!(reopened.state().case(case).unwrap().secrets, known);
}

#[tokio::test]
async fn nobody_opens_a_secret_alone_nor_by_the_key_of_the_case() {
    let bench = Bench::new();
    let found = Found::new(&bench).await;
    let (node, case) = (&found.office.node, found.case);
    // What the node can read by the key of the case holds no word of it.
    for entry in [found.scan, found.sealed] {
        for file in node.attachments(&found.first, case, entry).await.unwrap() {
            assert!([HITS, SECRETS].contains(&file.name.as_str()));
            let bytes = node.attached(&found.first, entry, file.sha256).await.unwrap();
            for word in WORDS.split(' ').chain([CARD]) {
                assert!(!bytes.windows(word.len()).any(|part| part == word.as_bytes()), "{word}");
            }
        }
    }
    let asked = found.ask(&found.first, PRINT).await.unwrap().entry;
    // Neither himself, nor whoever may approve and holds no half, nor a bare entry that says so.
    assert_eq!(refusal(node.approve_in_case(&found.first, case, asked).await), Refusal::SamePerson);
    let supervisor = &found.office.supervisor;
    assert_eq!(refusal(node.approve_in_case(supervisor, case, asked).await), Refusal::NotHolder);
    for halves in [vec![], vec![Bytes(b"half".to_vec())]] {
        let with = With::reference("approves", asked);
        let said = node.record(supervisor, case, &CaseApproval { halves }, with).await;
        assert!(matches!(refusal(said), Refusal::Body(_) | Refusal::NotHolder));
    }
    let with = With::reference("carries-out", asked);
    let said = node.record(&found.first, case, &SecretRevealed { key: None }, with).await;
    assert_eq!(refusal(said), Refusal::NotApproved);
    // Who is no custody officer, or none of the two, cannot ask.
    let investigator = &found.office.investigator;
    assert_eq!(found.ask(investigator, PRINT).await, Err(Refusal::NotHolder));
    let act = CaseAct::RevealSecret { sealed: found.sealed, fingerprint: PRINT.into() };
    let said =
        node.record(investigator, case, &CaseProposal { act, reason: "x".into() }, With::default()).await;
    assert!(matches!(refusal(said), Refusal::NotAllowed { .. }));
    assert_eq!(found.ask(&found.first, "00000000").await, Err(Refusal::UnknownSecret("00000000".into())));
    // What is approved is this secret, for this officer.
    node.approve_in_case(&found.second, case, asked).await.unwrap();
    let other = node.reveal_secret(&found.first, case, asked, CARD_PRINT, None).await;
    let refused = Refusal::OtherSecret { asked: PRINT.into(), given: CARD_PRINT.into() };
    assert_eq!(refusal(other.map(drop)), refused);
    assert_eq!(found.see(&found.first, asked).await.unwrap(), [WORDS]);
}

#[tokio::test]
async fn a_key_that_was_replaced_opens_nothing_and_the_exhibit_is_searched_again() {
    let bench = Bench::new();
    let found = Found::new(&bench).await;
    let (node, case) = (&found.office.node, found.case);
    let (administrator, supervisor) = (&found.office.administrator, &found.office.supervisor);
    let asked = found.ask(&found.first, PRINT).await.unwrap().entry;
    let new = passphrase("second anew");
    let officer = found.second.officer();
    let proposal = node.propose_key(administrator, officer, &new, Cost::RANDOM, "lost".into()).await;
    node.approve(supervisor, proposal.unwrap().entry).await.unwrap();
    let second = node.unlock(found.office.office, officer, &new).await.unwrap();
    assert_eq!(refusal(node.approve_in_case(&second, case, asked).await), Refusal::SecretLost);
    let kept = ([found.first.officer(), officer], vec![secret(PRINT, "bip39-phrase", WORDS)]);
    let investigator = &found.office.investigator;
    node.record_scan_sealing(investigator, case, found.exhibit, hits(), kept).await.unwrap();
    let asked = found.ask(&found.first, PRINT).await.unwrap().entry;
    node.approve_in_case(&second, case, asked).await.unwrap();
    assert_eq!(found.see(&found.first, asked).await.unwrap(), [WORDS]);
}

#[tokio::test]
async fn secrets_are_sealed_to_two_members_who_can_see_them() {
    let bench = Bench::new();
    let found = Found::new(&bench).await;
    let (node, case, office) = (&found.office.node, found.case, &found.office);
    let check = |one: &Session, other: &Session| {
        node.check_holders(&office.investigator, case, [one.officer(), other.officer()])
    };
    check(&found.first, &found.second).unwrap();
    for (one, other) in [
        (&found.first, &found.first),
        (&found.first, &office.investigator),
        (&found.first, &office.prosecutor),
    ] {
        assert_eq!(refusal(check(one, other)), Refusal::SecretOfficers);
    }
    node.assign(&office.supervisor, case, office.prosecutor.officer(), true).await.unwrap();
    check(&office.prosecutor, &found.first).unwrap();
    // Without a secret there is no second entry.
    let nothing = ([found.first.officer(), found.second.officer()], vec![]);
    let scan = node.record_scan_sealing(&office.investigator, case, found.exhibit, hits(), nothing).await;
    assert_eq!(scan.unwrap().1, None);
}

#[tokio::test]
async fn what_is_sealed_goes_with_the_exhibit_and_the_looks_stay() {
    let bench = Bench::new();
    let found = Found::new(&bench).await;
    let (node, case) = (&found.office.node, found.case);
    let asked = found.ask(&found.first, PRINT).await.unwrap().entry;
    node.approve_in_case(&found.second, case, asked).await.unwrap();
    found.see(&found.first, asked).await.unwrap();
    let waiting = found.ask(&found.first, PRINT).await.unwrap().entry;
    let exhibit = node.state().case(case).unwrap().exhibits.entry(found.exhibit).unwrap();
    let forget = node.propose(&found.first, case, CaseAct::Forget(exhibit), "order 7".into()).await.unwrap();
    node.approve_in_case(&found.office.supervisor, case, forget.entry).await.unwrap();
    assert!(node.state().is_forgotten(case, found.sealed));
    assert!(node.approve_in_case(&found.second, case, waiting).await.is_err());
    assert_eq!(node.looks(&found.first, case).await.unwrap().len(), 1);
    assert!(node.verify().await.unwrap().faults.is_empty());
    let reopened = bench.open_again().await.unwrap();
    assert!(reopened.state().case(case).unwrap().secrets.look(asked).is_some());
    unlock(&reopened, found.office.office, found.first.officer(), "first").await;
}

#[tokio::test]
async fn an_export_takes_no_sealed_secret_along() {
    let bench = Bench::new();
    let found = Found::new(&bench).await;
    let (node, case) = (&found.office.node, found.case);
    let files = node.attachments(&found.first, case, found.sealed).await.unwrap();
    let court = Identity::draw(&Counting::default());
    let key: Recipient = court.recipient();
    let prosecutor = &found.office.prosecutor;
    node.assign(&found.office.supervisor, case, prosecutor.officer(), true).await.unwrap();
    let plan = node.plan_export(prosecutor, case, "Court".into(), key.key_id(), None).await.unwrap();
    let proposal = node.propose(prosecutor, case, plan.0, "trial".into()).await.unwrap().entry;
    node.approve_in_case(&found.office.supervisor, case, proposal).await.unwrap();
    let export = node.export(prosecutor, case, proposal, &key, None).await.unwrap();
    let held = |sha256: &str| export.package.files().contains_key(&format!("data/files/{sha256}"));
    assert!(files.iter().all(|file| !held(&file.sha256.to_string())));
    let scanned = node.attachments(&found.first, case, found.scan).await.unwrap();
    assert!(scanned.iter().any(|file| held(&file.sha256.to_string())), "the masked hits go out");
    assert!(open(&court, &export.sealed(&Counting::default()).unwrap()).is_ok());
}
