//! The sealing keys on the card of an office.

use comity_casework::Refusal;
use comity_casework::exchange::{DraftAgreement, SEALING_DAYS, Terms};
use comity_channel::{GRACE_DAYS, KeyBundle};

use crate::bench::refusal;
use crate::two::{Two, agree};

fn seconds(days: i64) -> u64 {
    u64::try_from(days).unwrap() * 86_400
}

#[tokio::test]
async fn an_agreement_can_be_drafted_however_often_keys_were_changed() {
    let two = Two::new().await;
    let mut newest = None;
    for _ in 0..12 {
        newest = Some(two.a.node.rotate_keys(two.a.supervisor()).await.unwrap());
        let card = two.a.card().await;
        assert_eq!(card.keys.len(), 2);
        assert!(card.keys.iter().any(|key| Some(key.id()) == newest), "the newest is on it");
    }
    let state = two.a.node.state();
    let channel = state.channels().get(two.agreement).unwrap();
    let (_, announced) = channel.announced.as_ref().unwrap();
    let bundle = KeyBundle::open(announced.as_ref(), &channel.agreed, two.a.office).unwrap();
    assert!(bundle.keys.iter().any(|key| Some(key.id()) == newest), "and is announced");
    agree(&two.a, &two.b, &Terms { retain_days: Some(30), ..Terms::default() }).await;
    two.a.check().await;
}

#[tokio::test]
async fn an_agreement_is_signed_and_filed_as_long_as_one_of_its_keys_is_in_use() {
    let mut two = Two::new().await;
    two.talk().await;
    let today = "2026-11-23".parse().unwrap();
    let draft = |a, b, retain_days: u32| {
        let terms = Terms { retain_days: Some(retain_days), ..Terms::default() };
        DraftAgreement::new(&terms.agreement(&a, &b, today).unwrap()).unwrap()
    };
    let old = draft(two.a.card().await, two.b.card().await, 30);
    two.wait(seconds(SEALING_DAYS - 30));
    two.talk().await;
    two.a.node.tend_keys().await.unwrap();
    two.b.node.tend_keys().await.unwrap();
    two.talk().await;
    let both = draft(two.a.card().await, two.b.card().await, 31);

    // The first key is past its last day, and then its private half is destroyed.
    two.wait(seconds(31));
    let late = two.a.node.sign_agreement(two.a.supervisor(), &old).await;
    assert!(matches!(refusal(late), Refusal::Body(_)), "nobody could seal to it any more");
    two.talk().await;
    two.wait(seconds(GRACE_DAYS));
    two.talk().await;
    for side in [&two.a, &two.b] {
        side.node.tend_keys().await.unwrap();
        assert_eq!(side.node.state().channels().sealing_keys(side.office).count(), 1);
    }
    let (half, _) = two.a.node.sign_agreement(two.a.supervisor(), &both).await.unwrap();
    let (full, _) = two.b.node.sign_agreement(two.b.prosecutor(), &half).await.unwrap();
    two.a.file(&full).await;
    two.b.file(&full).await;
    for side in [&two.a, &two.b] {
        side.check().await;
    }
}
