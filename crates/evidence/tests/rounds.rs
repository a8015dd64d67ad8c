//! Reading the vault again in rounds.

use std::ops::ControlFlow;
use std::sync::Arc;

use comity_disk::SimDisk;
use comity_evidence::vault::{PartRead, Rounds};
use comity_evidence::{NoKeys, ObjectName, Vault};
use jiff::Timestamp;

use crate::vault::{CASE, object_path};
use crate::{intake, vault};

fn second(at: i64) -> Timestamp {
    Timestamp::from_second(at).unwrap()
}

/// A vault with some objects, and their names in the order in which they are read.
fn filled(disk: &SimDisk) -> (Vault, Vec<ObjectName>) {
    let vault = vault(disk, &Arc::default());
    for number in 0..20_u8 {
        let bytes = vec![number; 300];
        vault.add(&mut bytes.as_slice(), "x", &mut intake(), &NoKeys(CASE)).unwrap();
    }
    let names = vault.names().unwrap();
    (vault, names)
}

fn on(_: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn part(vault: &Vault, rounds: &mut Rounds, now: i64, bytes: u64) -> PartRead {
    vault.read_part(rounds, second(now), bytes, &mut on).unwrap()
}

#[test]
fn a_round_goes_on_where_it_stopped_also_after_a_power_cut() {
    let disk = SimDisk::new();
    let (vault_before, names) = filled(&disk);
    let mut rounds = vault_before.rounds().unwrap();
    assert_eq!(rounds, Rounds::default());
    assert_eq!(part(&vault_before, &mut rounds, 10, 1_500).report.damaged.len(), 0);
    vault_before.remember_rounds(&rounds).unwrap();
    let round = rounds.current.unwrap();
    assert!((3..10).contains(&round.objects), "{round:?}");
    assert_eq!(round.after, Some(names[usize::try_from(round.objects).unwrap() - 1]));

    drop(vault_before);
    let after_cut = vault(&disk.power_cut(7), &Arc::default());
    let mut found = after_cut.rounds().unwrap();
    assert_eq!(found, rounds);
    part(&after_cut, &mut found, 20, u64::MAX);
    let last = found.last.unwrap();
    assert_eq!((last.began, last.ended, last.objects), (second(10), second(20), 20), "each was read once");
    assert!(last.bytes > 20 * 300 && found.current.is_none());
    after_cut.remember_rounds(&found).unwrap();
    assert_eq!(after_cut.rounds().unwrap(), found);
}

#[test]
fn damage_is_remembered_from_when_it_was_first_seen_until_it_is_mended() {
    let disk = SimDisk::new();
    let (vault, names) = filled(&disk);
    let mut rounds = Rounds::default();
    disk.damage(&object_path(&names[3]), 50, 1).unwrap();
    disk.break_reads(&object_path(&names[15])).unwrap();
    let read = part(&vault, &mut rounds, 10, u64::MAX);
    assert_eq!(read.report.damaged.len(), 2);
    let known: Vec<_> = rounds.damaged.iter().map(|(name, seen)| (*name, &*seen.code)).collect();
    let expected = [(names[3], "evidence-damage-decayed"), (names[15], "evidence-damage-unreadable")];
    assert_eq!(known, expected);

    // Mended, and read again only when its turn comes.
    disk.damage(&object_path(&names[3]), 50, 1).unwrap();
    vault.remember_rounds(&rounds).unwrap();
    let mut rounds = vault.rounds().unwrap();
    let mut mended = vec![];
    let mut now = 20;
    while rounds.last.unwrap().began == second(10) {
        let read = part(&vault, &mut rounds, now, 1);
        assert!(read.mended.is_empty() || rounds.current.unwrap().after == Some(names[3]));
        mended.extend(read.mended);
        now += 1;
    }
    assert_eq!(mended, [names[3]]);
    assert_eq!(rounds.damaged.len(), 1);
    assert_eq!(rounds.damaged[&names[15]].since, second(10), "known since the first time");
}

#[test]
fn whoever_watches_ends_a_part_and_nothing_counts_that_was_not_read_whole() {
    let disk = SimDisk::new();
    let (vault, names) = filled(&disk);
    disk.damage(&object_path(&names[0]), 50, 1).unwrap();
    let mut rounds = Rounds::default();
    part(&vault, &mut rounds, 1, u64::MAX);
    assert_eq!(rounds.damaged.len(), 1);

    let mut blocks = 0;
    let mut stop_at = |limit: u32| {
        blocks = 0;
        move |_: u64| {
            blocks += 1;
            if blocks > limit { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        }
    };
    let read = vault.read_part(&mut rounds, second(5), u64::MAX, &mut stop_at(0)).unwrap();
    assert!(read.report.stopped && read.mended.is_empty());
    assert_eq!(rounds.current.unwrap().after, None);
    assert_eq!(rounds.damaged.len(), 1, "it was not read again");
    let read = vault.read_part(&mut rounds, second(6), u64::MAX, &mut stop_at(4)).unwrap();
    assert!(read.report.stopped);
    assert_eq!(rounds.current.unwrap().after, Some(names[3]));
    assert_eq!(rounds.current.unwrap().began, second(5));
    part(&vault, &mut rounds, 9, u64::MAX);
    assert_eq!(rounds.last.unwrap().objects, 20);
}

#[test]
fn a_list_that_cannot_be_read_costs_a_round_and_no_more() {
    let disk = SimDisk::new();
    let (vault, _) = filled(&disk);
    let mut rounds = Rounds::default();
    part(&vault, &mut rounds, 1, 1);
    vault.remember_rounds(&rounds).unwrap();
    disk.damage(&crate::path("rounds"), 0, 0xff).unwrap();
    assert_eq!(vault.rounds().unwrap(), Rounds::default());
}
