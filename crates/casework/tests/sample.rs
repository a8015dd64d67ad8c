//! A case in which everything has happened that an export must show: for the tests, and for the example that writes it
//! out for the independent checker.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "shared between the tests and the example, which use parts of it"
)]

use comity_casework::body::{
    CaseAct, NoteWritten, OfficeAct, OfficeProposal, Role, WithdrawalGround, office_journal,
};
use comity_casework::exhibit::{NewExhibit, Source};
use comity_casework::lead::NewScan;
use comity_casework::{Casework, Export, Identity, Recipient, Session, With};
use comity_evidence::custody::{Act, CustodyEntry, Piece};
use comity_evidence::{Intake, Limits};
use comity_record::sign::SigningKey;
use comity_record::testing::Counting;
use comity_record::{ActTime, CaseId, EntryId};

use crate::bench::{Bench, Node, Staffed, founding, join, packs, person, roles, unlock};

/// A case of two offices, and what is known of it.
pub struct Sample {
    pub office: Staffed,
    /// Of the second office, which has the case now.
    pub prosecutor: Session,
    pub supervisor: Session,
    pub case: CaseId,
    /// The last place that goes out.
    pub up_to: u64,
    pub privileged: u64,
    pub privileged_correction: u64,
    pub wrong_case: u64,
    pub mistaken: u64,
    pub forgotten: u64,
    /// Text that must not be in an export.
    pub withheld_texts: Vec<&'static str>,
}

impl Sample {
    pub fn node(&self) -> &Node {
        &self.office.node
    }

    pub async fn new(bench: &Bench) -> Self {
        let office = Staffed::new(bench).await;
        let node = &office.node;
        let officer = &office.investigator;
        let (prosecutor, supervisor) = second_office(node).await;
        let (case, _) =
            node.open_case(officer, "Exchange theft".into(), Some("2026/17".into())).await.unwrap();
        let note = async |text: &str| node.write_note(officer, case, text.into()).await.unwrap();

        let seen = note("seen on Monday").await;
        let better = NoteWritten { text: "seen on Tuesday".into() };
        node.correct(officer, case, seen.entry, &better, "wrong day".into()).await.unwrap();
        let act: ActTime = "2026-11-20T16:20:00+05:00[Asia/Dushanbe]".parse().unwrap();
        let with = With { act: Some(act), ..With::default() };
        node.record(officer, case, &NoteWritten { text: "свидетель опрошен".into() }, with).await.unwrap();

        let privileged = note("counsel told the suspect to be silent").await;
        let corrected = NoteWritten { text: "counsel told the suspect to speak".into() };
        let privileged_correction =
            node.correct(officer, case, privileged.entry, &corrected, "misheard".into()).await.unwrap();
        let wrong_case = note("the harbour warehouse").await;
        let mistaken = note("the wallet is empty").await;
        let forgotten = note("the neighbour's illness").await;

        node.assign(&office.supervisor, case, office.prosecutor.officer(), true).await.unwrap();
        // Roles change between two entries of the case.
        let both = roles(&[Role::Auditor, Role::Analyst]);
        let change = node
            .propose_roles(&office.administrator, office.auditor.officer(), both, "helps out".into())
            .await
            .unwrap();
        node.approve(&office.supervisor, change.entry).await.unwrap();
        let again = roles(&[Role::Auditor, Role::Supervisor]);
        let change = node
            .propose_roles(&office.administrator, office.auditor.officer(), again, "helps more".into())
            .await
            .unwrap();
        node.reject(&office.supervisor, change.entry, "too much".into()).await.unwrap();
        // A key changes; the auditor signs nothing with either in this case.
        let key = SigningKey::from_seed(&[9; 32]).verifying_key();
        let act = OfficeAct::ReplaceKey(office.auditor.officer(), key);
        let body = OfficeProposal { act, reason: "the old one was lost".into() };
        let journal = office_journal(office.office);
        let change = node.record(&office.administrator, journal, &body, With::default()).await.unwrap();
        node.approve(&office.supervisor, change.entry).await.unwrap();
        let forget = CaseAct::Forget(forgotten.entry);
        let forget = node.propose(officer, case, forget, "not part of the case".into()).await.unwrap();
        node.approve_in_case(&office.supervisor, case, forget.entry).await.unwrap();
        node.withdraw(officer, case, mistaken.entry, WithdrawalGround::Mistaken, "it is not".into())
            .await
            .unwrap();
        let ground = WithdrawalGround::WrongCase;
        node.withdraw(officer, case, wrong_case.entry, ground, "another case".into()).await.unwrap();
        searched_exhibit(&office, case).await;
        // The second office takes the case, and writes in it.
        let to = prosecutor.office();
        node.hand_over(&office.prosecutor, case, to, "for prosecution".into()).await.unwrap();
        node.take_over(&prosecutor, case).await.unwrap();
        let last = node.write_note(&prosecutor, case, "charges are prepared".into()).await.unwrap();
        // What is withdrawn behind the last place stays here all the same.
        let ground = WithdrawalGround::Privileged;
        node.withdraw(&prosecutor, case, privileged.entry, ground, "counsel objects".into()).await.unwrap();
        Self {
            prosecutor,
            supervisor,
            case,
            up_to: last.sequence,
            privileged: privileged.sequence,
            privileged_correction: privileged_correction.sequence,
            wrong_case: wrong_case.sequence,
            mistaken: mistaken.sequence,
            forgotten: forgotten.sequence,
            withheld_texts: vec!["counsel told the suspect", "harbour warehouse", "illness"],
            office,
        }
    }

    /// The act that is proposed for a recipient.
    pub fn act(&self, recipient: &Recipient) -> CaseAct {
        CaseAct::Export { recipient: "District Court".into(), key: recipient.key_id(), up_to: self.up_to }
    }

    /// Proposed by one person and approved by another.
    pub async fn approved(&self, act: CaseAct) -> EntryId {
        let proposal =
            self.node().propose(&self.prosecutor, self.case, act, "for trial".into()).await.unwrap();
        self.node().approve_in_case(&self.supervisor, self.case, proposal.entry).await.unwrap();
        proposal.entry
    }

    /// The same after the node was lost, its backup restored elsewhere, and one more entry made.
    pub async fn restored(mut self) -> Self {
        let backup = self.node().backup(&self.office.administrator).await.unwrap();
        let bench = Bench::new();
        self.node().backup_objects(&self.office.administrator, &bench.disk).unwrap();
        self.office.node = Casework::restore(bench.parts(packs()), &backup).await.unwrap();
        let text = "after the restore".to_owned();
        self.up_to = self.node().write_note(&self.prosecutor, self.case, text).await.unwrap().sequence;
        self
    }

    pub async fn export(&self, recipient: &Recipient) -> Export {
        let proposal = self.approved(self.act(recipient)).await;
        self.node().export(&self.prosecutor, self.case, proposal, recipient, None).await.unwrap()
    }
}

/// An exhibit with one file, and what a search of it found: entries that name files.
/// An exhibit comes in and is searched. Gives the entry of the scan.
pub async fn searched_exhibit(office: &Staffed, case: CaseId) -> EntryId {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("note.txt");
    #[expect(clippy::disallowed_methods, reason = "what a test takes in need not survive a power cut")]
    std::fs::write(&file, "pay to 1BoatSLRHtKNngkdXEeobR76b53LETtpyT").unwrap();
    let custody = CustodyEntry {
        exhibit: String::new(),
        piece: Piece::Original,
        act: Act::Collected,
        at: "2026-11-21T09:00:00+05:00[Asia/Dushanbe]".parse().unwrap(),
        place: "the trader's office".into(),
        giver: None,
        taker: None,
        present: vec![],
        reason: "search under warrant 7".into(),
        authority: Some("warrant 7".into()),
        seals_before: vec![],
        seals_after: vec![],
        condition: None,
        tool: None,
        before: None,
        after: None,
        unavoidable_change: None,
        copy_made: None,
    };
    let new = NewExhibit { title: "A note".into(), custody, source: Source::Copy(&file) };
    let (node, officer) = (&office.node, &office.investigator);
    let mut intake = Intake::new(Limits::default());
    let number = node.receive_exhibit(officer, case, new, &mut intake).await.unwrap().number;
    let hit = serde_json::json!({ "kind": "bitcoin-address", "class": "verified", "offset": 7, "length": 34,
        "value": "1BoatSLRHtKNngkdXEeobR76b53LETtpyT", "path": "note.txt-7" });
    let scan = NewScan { program: "comity".into(), kinds: vec![], files: 1, failures: 0, hits: vec![hit] };
    node.record_scan(officer, case, number, scan).await.unwrap().entry
}

/// The recipient's key, the same in every run.
pub fn identity() -> Identity {
    Identity::draw(&Counting::default())
}

async fn second_office(node: &Node) -> (Session, Session) {
    let founders =
        [person("administrator", &[Role::Administrator]), person("supervisor", &[Role::Supervisor])];
    let (office, [administrator, supervisor]) = node.found(founding("Unit Two", founders)).await.unwrap();
    let administrator = unlock(node, office, administrator, "administrator").await;
    let supervisor = unlock(node, office, supervisor, "supervisor").await;
    let prosecutor = join(node, &administrator, &supervisor, "prosecutor", Role::Prosecutor).await;
    (prosecutor, supervisor)
}
