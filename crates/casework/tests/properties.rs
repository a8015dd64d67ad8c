//! Whatever officers do, in whatever order: the log explains the state, and a rebuild gives the same views.

use comity_casework::body::{CaseAct, WithdrawalGround};
use comity_record::{CaseId, EntryId};
use proptest::prelude::*;

use crate::bench::{Bench, Staffed};

#[derive(Clone, Debug)]
enum Deed {
    Open,
    Note(usize),
    Withdraw(usize),
    ProposeForget(usize),
    Approve(usize, bool),
    Close(usize),
    Reopen(usize),
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        1 => Just(Deed::Open),
        5 => any::<usize>().prop_map(Deed::Note),
        2 => any::<usize>().prop_map(Deed::Withdraw),
        3 => any::<usize>().prop_map(Deed::ProposeForget),
        3 => (any::<usize>(), any::<bool>()).prop_map(|(n, own)| Deed::Approve(n, own)),
        1 => any::<usize>().prop_map(Deed::Close),
        1 => any::<usize>().prop_map(Deed::Reopen),
    ];
    prop::collection::vec(deed, 1..40)
}

async fn run(deeds: Vec<Deed>) {
    let bench = Bench::new();
    let office = Staffed::new(&bench).await;
    let (node, officer, boss) = (&office.node, &office.investigator, &office.supervisor);
    let mut cases: Vec<CaseId> = Vec::new();
    let mut entries: Vec<(CaseId, EntryId)> = Vec::new();
    let mut proposals: Vec<(CaseId, EntryId)> = Vec::new();
    let pick = |n: usize, of: usize| n.checked_rem(of);
    for deed in deeds {
        let size = node.state().size();
        // What is refused leaves nothing behind; what is taken is exactly one entry.
        let taken = match deed {
            Deed::Open => {
                let (case, _) = node.open_case(officer, "Case".into(), None).await.unwrap();
                cases.push(case);
                true
            }
            Deed::Note(n) => match pick(n, cases.len()) {
                Some(at) => match node.write_note(officer, cases[at], format!("note {n}")).await {
                    Ok(receipt) => {
                        entries.push((cases[at], receipt.entry));
                        true
                    }
                    Err(_) => false,
                },
                None => false,
            },
            Deed::Withdraw(n) => match pick(n, entries.len()) {
                Some(at) => {
                    let (case, entry) = entries[at];
                    node.withdraw(officer, case, entry, WithdrawalGround::Mistaken, "r".into()).await.is_ok()
                }
                None => false,
            },
            Deed::ProposeForget(n) => match pick(n, entries.len()) {
                Some(at) => {
                    let (case, entry) = entries[at];
                    match node.propose(boss, case, CaseAct::Forget(entry), "r".into()).await {
                        Ok(receipt) => {
                            proposals.push((case, receipt.entry));
                            true
                        }
                        Err(_) => false,
                    }
                }
                None => false,
            },
            Deed::Approve(n, own) => match pick(n, proposals.len()) {
                Some(at) => {
                    let (case, proposal) = proposals[at];
                    let by = if own { boss } else { &office.prosecutor };
                    node.approve_in_case(by, case, proposal).await.is_ok()
                }
                None => false,
            },
            Deed::Close(n) => match pick(n, cases.len()) {
                Some(at) => node.close_case(boss, cases[at], "r".into()).await.is_ok(),
                None => false,
            },
            Deed::Reopen(n) => match pick(n, cases.len()) {
                Some(at) => node.reopen_case(boss, cases[at], "r".into()).await.is_ok(),
                None => false,
            },
        };
        assert_eq!(node.state().size(), size + u64::from(taken));
    }
    let report = node.verify().await.unwrap();
    assert!(report.faults.is_empty(), "{:?}", report.faults);
    let reopened = bench.open_again().await.unwrap();
    for case in &cases {
        let (before, after) = (node.state(), reopened.state());
        assert_eq!(before.case(*case).unwrap().entries, after.case(*case).unwrap().entries);
        assert_eq!(before.end(*case), after.end(*case));
    }
    reopened.rebuild().await.unwrap();
    assert!(reopened.verify().await.unwrap().faults.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_log_explains_everything(deeds in deeds()) {
        tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(run(deeds));
    }
}
