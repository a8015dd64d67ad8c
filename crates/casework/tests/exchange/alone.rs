//! What a person decides, and what the node does by itself.

use super::*;

#[tokio::test]
async fn a_message_that_nobody_takes_is_given_up_after_thirty_days_and_taken_up_by_a_person() {
    let mut two = Two::new().await;
    send(&two, &two.a, "x").await;
    let place = Place { incarnation: 0, counter: 0 };
    let early = two.a.node.take_up(two.a.prosecutor(), two.agreement, place).await.unwrap_err();
    assert_eq!(early.code(), "channel-outbox-not-given-up");
    let days = u64::try_from(GIVE_UP_AFTER_MS / 1000).unwrap();
    assert!(two.a.node.next_due(two.agreement).unwrap().is_some());
    two.wait(days - 1);
    two.a.node.compose(two.agreement).await.unwrap();
    assert_eq!(two.a.node.messages(two.a.auditor()).unwrap()[0].status, "waiting");
    two.wait(1);
    two.a.node.compose(two.agreement).await.unwrap();
    two.a.node.compose(two.agreement).await.unwrap();
    assert_eq!(kinds(&two.a).await.iter().filter(|kind| *kind == "message.given-up").count(), 1);
    assert_eq!(two.a.node.messages(two.a.auditor()).unwrap()[0].status, "given-up");
    assert_eq!(two.a.node.next_due(two.agreement).unwrap(), None);
    two.a.node.take_up(two.a.prosecutor(), two.agreement, place).await.unwrap();
    two.talk().await;
    assert_eq!(letters(&two.b).await, ["x"]);
    two.a.check().await;
}

#[tokio::test]
async fn the_node_alone_signs_what_it_does_by_itself_and_nothing_else() {
    use comity_casework::exchange::{ConcernRaised, SealingDestroyed};
    let two = Two::new().await;
    let journal = office_journal(two.a.office);
    let key = two.a.node.state().channels().sealing_keys(two.a.office).next().unwrap().id();
    let destroyed = SealingDestroyed { key };
    let size = two.a.node.state().size();
    let by_officer = two.a.node.record(two.a.administrator(), journal, &destroyed, With::default()).await;
    assert!(by_officer.is_err(), "no policy could allow it");
    let concern = Concern::UnknownPast { place: Place { incarnation: 1, counter: 0 } };
    let raised = ConcernRaised { agreement: two.agreement, concern };
    let by_officer = two.a.node.record(two.a.supervisor(), journal, &raised, With::default()).await;
    assert!(by_officer.is_err());
    assert_eq!(two.a.node.state().size(), size);
    let kinds: BTreeSet<_> = comity_casework::exchange::KINDS.iter().collect();
    assert_eq!(kinds.len(), comity_casework::exchange::KINDS.len());
}
