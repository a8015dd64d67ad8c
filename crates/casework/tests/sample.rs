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
use comity_casework::exhibit::{NewExhibit, Source, Turn};
use comity_casework::lead::{NewScan, TraceRecorded};
use comity_casework::{
    Casework, Export, Identity, ProposalStatus, Receipt, Recipient, Refusal, Session, With,
};
use comity_chain::trace::Direction;
use comity_evidence::custody::{Act, CustodyEntry};
use comity_evidence::{Intake, Limits};
use comity_record::sign::SigningKey;
use comity_record::testing::Counting;
use comity_record::{ActTime, CaseId, EntryId, Sha256Digest};
use std::collections::BTreeMap;

use crate::bench::{Bench, Node, Staffed, founding, join, packs, person, refusal, roles, unlock};

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
    /// Destroyed behind the last place.
    pub forgotten_later: u64,
    /// An exhibit that was withdrawn as privileged, and what stands on it: its search, the account that was found in that,
    /// the trace that begins there, and an act of custody.
    pub privileged_exhibit: [u64; 5],
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
        let forgotten_later = note("the sister's address").await;

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
        let privileged_exhibit = privileged_exhibit(&office, case).await;
        // The second office takes the case, and writes in it.
        let to = prosecutor.office();
        node.hand_over(&office.prosecutor, case, to, "for prosecution".into()).await.unwrap();
        node.take_over(&prosecutor, case).await.unwrap();
        let last = node.write_note(&prosecutor, case, "charges are prepared".into()).await.unwrap();
        // What is withdrawn behind the last place stays here all the same.
        let ground = WithdrawalGround::Privileged;
        node.withdraw(&prosecutor, case, privileged.entry, ground, "counsel objects".into()).await.unwrap();
        let forget = CaseAct::Forget(forgotten_later.entry);
        let forget = node.propose(&prosecutor, case, forget, "of no use".into()).await.unwrap();
        node.approve_in_case(&supervisor, case, forget.entry).await.unwrap();
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
            forgotten_later: forgotten_later.sequence,
            privileged_exhibit,
            withheld_texts: vec![
                "counsel told the suspect",
                "harbour warehouse",
                "illness",
                "sister's address",
                "the defence's notes",
                "from the advocate's desk",
                PRIVILEGED_ADDRESS,
            ],
            office,
        }
    }

    /// The act that is proposed for a recipient.
    pub async fn act(&self, recipient: &Recipient) -> CaseAct {
        self.act_up_to(recipient, self.up_to).await
    }

    /// The same, up to another place.
    pub async fn act_up_to(&self, recipient: &Recipient, up_to: u64) -> CaseAct {
        let name = "District Court".to_owned();
        let plan =
            self.node().plan_export(&self.prosecutor, self.case, name, recipient.key_id(), Some(up_to));
        plan.await.unwrap().0
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

    /// An export by the other office, which has the case again: what was approved before it had it counts no more.
    pub async fn export_by_other(&self, recipient: &Recipient) -> Export {
        let (node, officer) = (self.node(), &self.office.prosecutor);
        let act = self.act(recipient).await;
        let before = self.approved(act.clone()).await;
        let waiting = node.propose(&self.prosecutor, self.case, act.clone(), "again".into()).await.unwrap();
        node.hand_over(&self.prosecutor, self.case, officer.office(), "theirs".into()).await.unwrap();
        let taken = node.take_over(officer, self.case).await.unwrap();
        let stale = node.export(officer, self.case, before, recipient, None).await.map(drop);
        assert_eq!(refusal(stale), Refusal::NotApproved);
        let state = node.state();
        let status = state.case(self.case).unwrap().proposal(waiting.entry).unwrap().status();
        assert_eq!(status, ProposalStatus::Rejected(taken.entry));
        let proposal = node.propose(officer, self.case, act, "for trial".into()).await.unwrap().entry;
        node.approve_in_case(&self.office.supervisor, self.case, proposal).await.unwrap();
        node.export(officer, self.case, proposal, recipient, None).await.unwrap()
    }

    pub async fn export(&self, recipient: &Recipient) -> Export {
        let proposal = self.approved(self.act(recipient).await).await;
        self.node().export(&self.prosecutor, self.case, proposal, recipient, None).await.unwrap()
    }
}

/// An exhibit comes in and is searched: entries that name files. Gives the entry of the scan.
pub async fn searched_exhibit(office: &Staffed, case: CaseId) -> EntryId {
    let address = "1BoatSLRHtKNngkdXEeobR76b53LETtpyT";
    searched(office, case, ("A note", "search under warrant 7"), address).await.1.entry
}

/// What is found in an exhibit that is withdrawn as privileged.
const PRIVILEGED_ADDRESS: &str = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa";

async fn privileged_exhibit(office: &Staffed, case: CaseId) -> [u64; 5] {
    let (node, officer) = (&office.node, &office.investigator);
    let what = ("the defence's notes", "from the advocate's desk");
    let (number, scan) = searched(office, case, what, PRIVILEGED_ADDRESS).await;
    let role = "suspect".parse().unwrap();
    let account = node.promote_hit(officer, case, scan.entry, 1, role, "it pays".into()).await.unwrap();
    let trace = TraceRecorded {
        number: 1,
        network: "mainnet".into(),
        at_height: 1,
        at_block: "00".into(),
        method: "fifo".into(),
        direction: Direction::Forward,
        starts: vec![PRIVILEGED_ADDRESS.into()],
        started_sat: 0,
        ended_sat: BTreeMap::new(),
        reached: vec![],
        packs: vec![],
        result_digest: Sha256Digest::of(b"finding"),
    };
    let with = With::reference("from", account.entry);
    let trace = node.record(officer, case, &trace, with).await.unwrap();
    let mut moved = custody("back to the advocate's desk, from the advocate's desk");
    moved.act = Act::Returned;
    let (moved, _) = node.record_custody(officer, case, number, moved, Turn::Next).await.unwrap();
    let exhibit = node.state().case(case).unwrap().exhibits.entry(number).unwrap();
    let ground = WithdrawalGround::Privileged;
    node.withdraw(officer, case, exhibit, ground, "counsel's".into()).await.unwrap();
    [scan.sequence - 1, scan.sequence, account.sequence, trace.sequence, moved.sequence]
}

/// An exhibit with one file, in which an address stands, and its search.
async fn searched(
    office: &Staffed,
    case: CaseId,
    (title, reason): (&str, &str),
    address: &str,
) -> (u32, Receipt) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("note.txt");
    #[expect(clippy::disallowed_methods, reason = "what a test takes in need not survive a power cut")]
    std::fs::write(&file, format!("pay to {address}")).unwrap();
    let new =
        NewExhibit { title: title.into(), custody: custody(reason), item: None, source: Source::Copy(&file) };
    let (node, officer) = (&office.node, &office.investigator);
    let mut intake = Intake::new(Limits::default());
    let number = node.receive_exhibit(officer, case, new, &mut intake).await.unwrap().number;
    let hit = serde_json::json!({ "kind": "bitcoin-address", "class": "verified", "offset": 7, "length": 34,
        "value": address, "path": "note.txt-7" });
    let scan = NewScan { program: "comity".into(), files: 1, hits: vec![hit], ..NewScan::default() };
    (number, node.record_scan(officer, case, number, scan).await.unwrap())
}

fn custody(reason: &str) -> CustodyEntry {
    let at = "2026-11-21T09:00:00+05:00[Asia/Dushanbe]".parse().unwrap();
    let entry = CustodyEntry::new(Act::Collected, at, "the trader's office", reason);
    CustodyEntry { authority: Some("warrant 7".into()), ..entry }
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
