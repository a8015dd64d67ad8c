//! A package that is offered to one office is given to its node and to no other.

use std::sync::Arc;

use comity_casework::With;
use comity_casework::age::Identity;
use comity_casework::body::{EntryWithdrawn, WithdrawalGround};
use comity_casework::evidence::PackagePlace;
use comity_casework::exchange::Terms;
use comity_casework::exhibit::{NewExhibit, Source};
use comity_disk::{DiskPath, RealDisk};
use comity_evidence::{Intake, Limits};
use comity_record::sign::VerifyingKey;
use comity_record::{Blake3Digest, Coded as _};

use crate::bench::policies;
use crate::exhibits::{collected, folder};
use crate::two::{Seeded, Side, Two, agree};

/// What a node is answered that asks for a part.
async fn asked(a: &Side, peer: VerifyingKey, root: Blake3Digest) -> &'static str {
    match a.node.offered(peer, root).await {
        Ok(offered) => offered.leaf(0).map_or_else(|error| error.code(), |_| "given"),
        Err(error) => error.code(),
    }
}

#[tokio::test]
async fn what_is_offered_is_given_to_no_third_node_and_to_nobody_after_the_agreement() {
    let two = Two::new().await;
    let (a, b) = (&two.a, &two.b);
    let c = Side::new(3, "UZ", two.clock.clone(), || vec![policies()]).await;
    let stranger = Side::new(4, "KG", two.clock.clone(), || vec![policies()]).await;
    agree(a, &c, &Terms::default()).await;

    let (case, officer, node) = (a.case, a.investigator(), &a.node);
    let (seized, out) = (folder(), tempfile::tempdir().unwrap());
    let source = Source::Copy(seized.path());
    let new = NewExhibit { title: "A folder".into(), custody: collected(), item: None, source };
    node.receive_exhibit(officer, case, new, &mut Intake::new(Limits::default())).await.unwrap();
    let entropy = Seeded::new(9);
    let recipient = Identity::draw(&entropy).recipient();
    let key = Some(recipient.key_id());
    let act = node.plan_package(officer, case, &[1], "Unit".into(), key).await.unwrap();
    let proposal = node.propose(officer, case, act, "as asked".into()).await.unwrap().entry;
    node.approve_in_case(a.supervisor(), case, proposal).await.unwrap();
    let disk = Arc::new(RealDisk::open(out.path()).unwrap());
    let place = PackagePlace::Sealed(disk, DiskPath::new("package.age").unwrap(), recipient, &entropy);
    let (languages, mut intake) = (["en".parse().unwrap()], Intake::new(Limits::default()));
    let written =
        node.package_exhibits(officer, case, proposal, place, &languages, &mut intake).await.unwrap();
    let (packaged, leaves) = (written.receipt.entry, written.leaves.unwrap());
    let root = leaves.root();
    let everybody = [b, &c, &stranger].map(|side| side.node.node_key());
    for peer in everybody {
        assert_eq!(asked(a, peer, root).await, "casework-offer-unknown", "it is not offered yet");
    }

    let label = two.what(a, "package.offered", "").label;
    let of = ("package.age", &leaves);
    let what = node.offer_message(officer, case, two.agreement, packaged, of, label).await.unwrap();
    let proposal = node.propose_offer(officer, case, &what, "as asked".into()).await.unwrap().entry;
    node.approve_in_case(a.supervisor(), case, proposal).await.unwrap();
    assert_eq!(asked(a, everybody[0], root).await, "casework-offer-unknown", "it is proposed only");
    let file = out.path().join("package.age");
    let (_, sent) = node.send_offer(officer, case, proposal, (&file, &leaves)).await.unwrap();

    assert_eq!(asked(a, everybody[0], root).await, "given");
    // The second has an agreement too, and may know the root; the third has none.
    for peer in [everybody[1], everybody[2], a.node.node_key()] {
        assert_eq!(asked(a, peer, root).await, "casework-offer-unknown");
    }
    let other = Blake3Digest::from_bytes([7; 32]);
    assert_eq!(asked(a, everybody[0], other).await, "casework-offer-unknown");
    assert!(a.node.offered(everybody[0], root).await.unwrap().leaf(1).is_err(), "there is one leaf");

    // The agreement ends.
    let ending = node.propose_ending(a.administrator(), two.agreement, "over".into()).await.unwrap().entry;
    node.approve(a.supervisor(), ending).await.unwrap();
    assert_eq!(asked(a, everybody[0], root).await, "casework-offer-unknown");

    // What was withdrawn stays withdrawn, whatever is agreed on next.
    let withdrawn = EntryWithdrawn { ground: WithdrawalGround::Mistaken, reason: "the wrong disk".into() };
    node.record(officer, case, &withdrawn, With::reference("withdraws", sent.entry)).await.unwrap();
    agree(a, b, &Terms { cosign: Some(false), ..Terms::default() }).await;
    assert_ne!(asked(a, everybody[0], root).await, "given");
}
