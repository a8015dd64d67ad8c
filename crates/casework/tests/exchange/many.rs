//! Many messages at once, as they come when an office was not reached for a week.

use super::{letters, receipts_agree, send};
use crate::two::Two;

#[tokio::test]
async fn any_number_of_letters_that_say_the_same_come_at_once() {
    let mut two = Two::new().await;
    for _ in 0..40 {
        send(&two, &two.a, "as before").await;
    }
    two.talk().await;
    assert_eq!(letters(&two.b).await, ["as before"; 40]);
    two.talk().await;
    receipts_agree(&two);
    for side in [&two.a, &two.b] {
        side.check().await;
        let nothing = side.node.sweep(side.administrator()).await.unwrap();
        assert_eq!((nothing.removed, nothing.waiting), (vec![], vec![]), "each content is kept once");
    }
}

#[tokio::test]
async fn any_number_of_letters_that_say_the_same_are_filed_one_after_another() {
    let mut two = Two::new().await;
    for n in 0..40 {
        send(&two, &two.a, "as before").await;
        two.talk().await;
        let b = &two.b;
        let message = b.node.messages(b.prosecutor()).unwrap().last().unwrap().entry;
        b.node.open_message(b.prosecutor(), message).await.unwrap();
        b.node.file_message(b.prosecutor(), message, b.case).await.unwrap_or_else(|e| panic!("{n}: {e}"));
    }
    two.b.check().await;
    let left = two.b.node.sweep(two.b.administrator()).await.unwrap();
    assert_eq!((left.removed, left.waiting), (vec![], vec![]), "the office keeps no letter that a case has");
}
