//! A clock that shows a wrong time for a while.

use super::{kinds, letters, receipts_agree, send};
use crate::bench::NOON;
use crate::two::{Side, Two, call};

const DAY: u64 = 86_400;

/// How many entries of a side's log the counterpart has cosigned.
fn cosigned(two: &Two, side: &Side) -> u64 {
    let state = side.node.state();
    state.channels().get(two.agreement).unwrap().cosigned.as_ref().map_or(0, |seen| seen.size)
}

#[tokio::test]
async fn a_clock_that_ran_ahead_and_was_set_back_stops_no_delivery_and_no_cosigning() {
    let mut two = Two::new().await;
    two.talk().await;
    two.clock.set(NOON + 3 * DAY);
    send(&two, &two.a, "ahead").await;
    while call(&two.a, &two.b, two.agreement).await {}
    let seen = [cosigned(&two, &two.a), cosigned(&two, &two.b)];

    // The clock is right again, and is behind what was recorded.
    two.wait(1);
    send(&two, &two.a, "after").await;
    two.a.node.compose(two.agreement).await.unwrap();
    two.wait(7200);
    assert_eq!(two.a.node.due_in(two.agreement).unwrap(), Some(std::time::Duration::ZERO));
    two.talk().await;
    assert_eq!(letters(&two.b).await, ["ahead", "after"]);
    two.talk().await;
    receipts_agree(&two);
    assert!(cosigned(&two, &two.a) > seen[0] && cosigned(&two, &two.b) > seen[1], "each log grew");
    for side in [&two.a, &two.b] {
        let state = side.node.state();
        assert_eq!(state.channels().get(two.agreement).unwrap().open_concerns().count(), 0);
        side.check().await;
    }
}

#[tokio::test]
async fn a_node_that_starts_again_after_its_clock_was_set_back_delivers_and_is_cosigned() {
    let mut two = Two::new().await;
    two.talk().await;
    two.clock.set(NOON + 3 * DAY);
    send(&two, &two.a, "ahead").await;
    while call(&two.a, &two.b, two.agreement).await {}
    two.wait(1);
    send(&two, &two.a, "after").await;
    two.a.restart().await;
    let seen = cosigned(&two, &two.a);
    two.talk().await;
    assert_eq!(letters(&two.b).await, ["ahead", "after"]);
    assert!(cosigned(&two, &two.a) > seen);
    two.a.check().await;
}

fn keys(side: &Side) -> usize {
    side.node.state().channels().sealing_keys(side.office).count()
}

#[tokio::test]
async fn a_start_with_a_clock_that_is_years_ahead_destroys_no_key_and_gives_nothing_up() {
    let mut two = Two::new().await;
    two.talk().await;
    send(&two, &two.a, "waits").await;
    let answer = two.b.node.compose(two.agreement).await.unwrap();
    two.clock.set(NOON + 5 * 365 * DAY);
    two.a.restart().await;
    two.a.node.compose(two.agreement).await.unwrap();
    assert!(!two.a.node.tend_keys().await.unwrap());
    // What the node records by itself does not confirm the time.
    two.a.node.take_answer(two.agreement, &answer).await.unwrap();
    two.a.restart().await;
    two.a.node.compose(two.agreement).await.unwrap();
    assert!(!two.a.node.tend_keys().await.unwrap());
    assert_eq!(keys(&two.a), 1);
    let recorded = kinds(&two.a).await;
    assert!(!recorded.contains(&"message.given-up".to_owned()), "{recorded:?}");

    two.wait(1);
    two.a.restart().await;
    assert!(two.a.node.tend_keys().await.unwrap());
    two.talk().await;
    assert_eq!(letters(&two.b).await, ["waits"]);
    send(&two, &two.b, "opens still").await;
    two.talk().await;
    assert_eq!(letters(&two.a).await, ["opens still"]);
    two.a.check().await;
}

#[tokio::test]
async fn an_office_that_was_off_for_months_goes_on_when_the_time_is_confirmed() {
    let mut two = Two::new().await;
    two.talk().await;
    two.wait(200 * DAY);
    two.a.restart().await;
    two.b.restart().await;
    assert!(!two.a.node.tend_keys().await.unwrap());
    two.talk().await;
    assert!(two.a.node.tend_keys().await.unwrap(), "the counterpart's clock shows the same");
    assert_eq!(keys(&two.a), 2);

    two.wait(100 * DAY);
    two.a.restart().await;
    assert!(!two.a.node.tend_keys().await.unwrap());
    two.a.node.open_case(two.a.prosecutor(), "After the summer".into(), None).await.unwrap();
    assert!(two.a.node.tend_keys().await.unwrap(), "an officer has signed at this time");
    assert_eq!(keys(&two.a), 1, "the old key is destroyed");
    two.a.check().await;
}
