//! What a node says of itself in an exchange.

use comity_channel::{Cosigned, Lacks, MAX_SHEET_BYTES, Sheet, SheetError, Standing, Suite};
use comity_record::sign::SignError;
use comity_record::{Bytes, OfficeId, RecordedTime};

use crate::help::{World, place};

fn sheet(world: &World) -> Sheet {
    Sheet {
        v: 1,
        agreement: world.agreed.digest(),
        office: world.b.id,
        at: RecordedTime::at("2026-11-23T07:00:00Z".parse().unwrap()),
        standing: Standing { incarnation: 0, receipts_from: 0, expects: place(0, 7) },
        lacks: Lacks { incarnation: 0, from: 3 },
        keys: 1,
        cosign: None,
        cosigned: Some(Cosigned { note: "a note".into(), answer: Bytes(vec![1, 2, 3]) }),
    }
}

#[test]
fn a_sheet_is_of_the_node_that_signed_it_and_of_its_agreement() {
    let world = World::new(Suite::X25519);
    let bytes = sheet(&world).sign(&world.b.node).unwrap();
    assert_eq!(Sheet::open(&bytes, &world.agreed).unwrap(), sheet(&world));
    assert_eq!(Sheet::peek(&bytes).unwrap().agreement, world.agreed.digest());

    let by_another = sheet(&world).sign(&world.a.node).unwrap();
    assert!(matches!(
        Sheet::open(&by_another, &world.agreed),
        Err(SheetError::Sign(SignError::OtherKey { .. }))
    ));
    let stranger = Sheet { office: OfficeId::from_bytes([9; 16]), ..sheet(&world) };
    let stranger = stranger.sign(&world.b.node).unwrap();
    assert!(matches!(Sheet::open(&stranger, &world.agreed), Err(SheetError::Agreement(_))));
    let other = World::with(Suite::X25519, |text| text.retain_days = None);
    assert!(matches!(Sheet::open(&bytes, &other.agreed), Err(SheetError::OtherAgreement)));
    let later = Sheet { v: 2, ..sheet(&world) }.sign(&world.b.node).unwrap();
    assert!(matches!(Sheet::open(&later, &world.agreed), Err(SheetError::Version(2))));
}

#[test]
fn every_changed_byte_of_a_sheet_is_refused() {
    let world = World::new(Suite::X25519);
    let bytes = sheet(&world).sign(&world.b.node).unwrap();
    for at in 0..bytes.len() {
        let mut broken = bytes.clone();
        broken[at] ^= 1;
        assert!(Sheet::open(&broken, &world.agreed).is_err(), "byte {at}");
        assert!(Sheet::open(&bytes[..at], &world.agreed).is_err(), "cut at {at}");
    }
}

#[test]
fn a_sheet_is_as_long_as_the_limit_and_not_longer() {
    let world = World::new(Suite::X25519);
    let with = |bytes: usize| {
        let note = "x".repeat(bytes);
        Sheet { cosigned: Some(Cosigned { note, answer: Bytes(vec![]) }), ..sheet(&world) }
    };
    let rest = with(1 << 18).sign(&world.b.node).unwrap().len() - (1 << 18);
    let longest = with(MAX_SHEET_BYTES - rest).sign(&world.b.node).unwrap();
    assert_eq!(longest.len(), MAX_SHEET_BYTES);
    assert!(Sheet::open(&longest, &world.agreed).is_ok());
    let longer = with(MAX_SHEET_BYTES - rest + 1).sign(&world.b.node);
    assert!(matches!(longer, Err(SheetError::TooLong(bytes)) if bytes == MAX_SHEET_BYTES + 1));
    let huge = vec![0; MAX_SHEET_BYTES + 1];
    assert!(matches!(Sheet::peek(&huge), Err(SheetError::TooLong(_))));
}
