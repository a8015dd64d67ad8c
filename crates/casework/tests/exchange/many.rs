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
