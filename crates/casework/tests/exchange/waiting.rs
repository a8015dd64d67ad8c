//! What waits for a courier who comes seldom.

use comity_casework::exchange::{Carried, Way};
use comity_channel::{GIVE_UP_AFTER_MS, MAX_HELD};

use super::{letters, receipts_agree, send};
use crate::two::{Side, Two};

fn count(side: &Side, status: &str) -> usize {
    let messages = side.node.messages(side.auditor()).unwrap();
    messages.iter().filter(|message| message.way == Way::Out && message.status == status).count()
}

async fn written(two: &Two) -> Carried {
    two.a.node.compose_carried(two.a.supervisor(), two.agreement).await.unwrap()
}

#[tokio::test]
async fn what_waits_for_a_courier_is_not_given_up_unsent() {
    let mut two = Two::new().await;
    let held = usize::try_from(MAX_HELD).unwrap();
    let most = held + 6;
    for n in 0..most {
        send(&two, &two.a, &n.to_string()).await;
    }
    let first = written(&two).await;
    assert_eq!((first.messages, first.waiting), (held, most));
    two.b.node.take_carried(two.b.administrator(), &first.bytes).await.unwrap();

    // The courier is back after weeks with the receipts. What was never on its way has its own thirty days.
    for _ in 0..2 {
        two.wait(u64::try_from(GIVE_UP_AFTER_MS / 1000).unwrap() / 2 + 3600);
        two.a.node.compose(two.agreement).await.unwrap();
    }
    assert!(count(&two.a, "given-up") > 0);
    let back = two.b.node.compose_carried(two.b.supervisor(), two.agreement).await.unwrap();
    two.a.node.take_carried(two.a.administrator(), &back.bytes).await.unwrap();
    let second = written(&two).await;
    assert_eq!((second.messages, second.waiting), (most - held, most - held));
    assert_eq!(count(&two.a, "given-up"), 0);
    two.b.node.take_carried(two.b.administrator(), &second.bytes).await.unwrap();
    assert_eq!(letters(&two.b).await.len(), most);
    two.talk().await;
    receipts_agree(&two);
    two.a.check().await;
}

#[tokio::test]
async fn what_waits_behind_a_message_that_is_taken_up_is_not_given_up_at_once() {
    let mut two = Two::new().await;
    let days = u64::try_from(GIVE_UP_AFTER_MS / 1000).unwrap();
    send(&two, &two.a, "first").await;
    two.wait(days - 60);
    send(&two, &two.a, "second").await;
    two.wait(60);
    two.a.node.compose(two.agreement).await.unwrap();
    assert_eq!((count(&two.a, "given-up"), count(&two.a, "waiting")), (1, 1));
    two.wait(days);
    send(&two, &two.a, "third").await;
    let place = comity_channel::Place { incarnation: 0, counter: 0 };
    two.a.node.take_up(two.a.prosecutor(), two.agreement, place).await.unwrap();
    two.talk().await;
    assert_eq!(letters(&two.b).await, ["first", "second", "third"]);
    two.a.check().await;
}
