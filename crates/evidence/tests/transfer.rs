//! A file that comes leaf by leaf: through cuts of the power and of the line, from damaged copies, over bad leaves.

use std::sync::Arc;

use comity_disk::{Disk as _, DiskFile, SimDisk};
use comity_evidence::leaves::{LeafHasher, Leaves};
use comity_evidence::transfer::{ARRIVING_SUFFIX, Arriving, TransferError, wrong_leaves};
use proptest::prelude::*;

use crate::path;

const CUTS: u64 = 500;
const LEAF: usize = 1024;

fn file(size: usize) -> Vec<u8> {
    (0..=250).cycle().take(size).collect()
}

fn leaves(bytes: &[u8]) -> Leaves {
    let mut hasher = LeafHasher::of_leaf(1024).unwrap();
    hasher.update(bytes);
    hasher.finish().unwrap()
}

fn leaf(bytes: &[u8], index: u64) -> &[u8] {
    bytes.chunks(LEAF).nth(usize::try_from(index).unwrap()).unwrap_or_default()
}

fn begin(disk: &SimDisk, leaves: &Leaves) -> Result<Option<Arriving>, TransferError> {
    Arriving::begin(Arc::new(disk.clone()), &path("package.age"), leaves.clone(), &mut |_| ())
}

/// A disk with this file on it.
fn holding(bytes: &[u8]) -> Box<dyn DiskFile> {
    let disk = SimDisk::new();
    let mut file = disk.create_new(&path("copy")).unwrap();
    file.append(bytes).unwrap();
    file
}

fn wrong(file: &dyn DiskFile, leaves: &Leaves) -> Vec<u64> {
    wrong_leaves(file, leaves, 0..leaves.count(), &mut |_| ()).unwrap().into_iter().collect()
}

#[test]
fn what_came_before_a_power_cut_is_verified_again_and_the_rest_comes() {
    let (bytes, mut whole) = (file(40 * LEAF + 17), 0);
    let list = leaves(&bytes);
    for run in 0..CUTS {
        let mut disk = SimDisk::new();
        disk.cut_at(disk.operations() + run % 60);
        let come = |disk: &SimDisk| -> Result<(), TransferError> {
            let Some(mut arriving) = begin(disk, &list)? else { return Ok(()) };
            for index in arriving.missing().collect::<Vec<_>>() {
                arriving.put(index, leaf(&bytes, index))?;
            }
            arriving.settle()
        };
        let acknowledged = come(&disk).is_ok();
        disk = disk.power_cut(run);
        let there = disk.exists(&path("package.age")).unwrap();
        assert!(there || !acknowledged, "run {run}: acknowledged and lost");
        if there {
            whole += 1;
            let found = disk.open_read(&path("package.age")).unwrap();
            assert_eq!(wrong(found.as_ref(), &list), [0; 0], "run {run}: half a file under its name");
        }
        come(&disk).unwrap();
        assert_eq!(disk.read(&path("package.age"), 1 << 20).unwrap(), bytes, "run {run}");
        assert!(!disk.exists(&path(&format!("package.age{ARRIVING_SUFFIX}"))).unwrap());
    }
    assert!(whole > 50 && whole < CUTS, "the cuts fall before and after the end: {whole}");
}

#[test]
fn a_wrong_leaf_is_refused_with_its_place_and_asked_again() {
    let (disk, bytes) = (SimDisk::new(), file(3 * LEAF));
    let mut arriving = begin(&disk, &leaves(&bytes)).unwrap().unwrap();
    let mut other = leaf(&bytes, 1).to_vec();
    other[5] ^= 1;
    for wrong in [&other[..], leaf(&bytes, 0), &other[1..], b""] {
        let refused = arriving.put(1, wrong).unwrap_err();
        assert!(matches!(refused, TransferError::Wrong { index: 1, start: 1024, end: 2048 }));
    }
    assert!(arriving.put(3, b"").is_err(), "there is no such leaf");
    assert_eq!(arriving.missing().collect::<Vec<_>>(), [0, 1, 2]);
    arriving.put(1, leaf(&bytes, 1)).unwrap();
    arriving.put(1, leaf(&bytes, 1)).unwrap();
    assert_eq!((arriving.missing().collect::<Vec<_>>(), arriving.bytes_missing()), (vec![0, 2], 2048));
    assert!(matches!(begin(&disk, &leaves(&bytes)), Err(TransferError::Disk(_))), "somebody is at it");
    assert!(matches!(arriving.settle(), Err(TransferError::Incomplete { missing: 2 })));
    assert!(!disk.exists(&path("package.age")).unwrap());
}

#[test]
fn two_damaged_copies_make_one_whole() {
    let (disk, bytes) = (SimDisk::new(), file(5 * LEAF + 9));
    let list = leaves(&bytes);
    let (mut first, second) = (bytes.clone(), &bytes[..3 * LEAF + 5]);
    first[LEAF] ^= 8;
    let mut arriving = begin(&disk, &list).unwrap().unwrap();
    let mut told = vec![];
    arriving.take_from(holding(&first).as_ref(), &mut |done| told.push(done)).unwrap();
    assert_eq!(arriving.missing().collect::<Vec<_>>(), [1]);
    assert_eq!(told.last(), Some(&list.size()));
    drop(arriving);
    let mut arriving = begin(&disk, &list).unwrap().unwrap();
    arriving.take_from(holding(second).as_ref(), &mut |_| ()).unwrap();
    arriving.settle().unwrap();
    assert_eq!(disk.read(&path("package.age"), 1 << 20).unwrap(), bytes);
    assert!(begin(&disk, &list).unwrap().is_none(), "it is whole");
}

#[test]
fn a_file_that_decayed_in_its_place_is_repaired_and_another_is_left_alone() {
    let (disk, bytes) = (SimDisk::new(), file(4 * LEAF));
    let list = leaves(&bytes);
    let mut arriving = begin(&disk, &list).unwrap().unwrap();
    arriving.take_from(holding(&bytes).as_ref(), &mut |_| ()).unwrap();
    arriving.settle().unwrap();
    disk.damage(&path("package.age"), 2 * 1024 + 1, 4).unwrap();
    let mut arriving = begin(&disk, &list).unwrap().unwrap();
    assert_eq!(arriving.missing().collect::<Vec<_>>(), [2]);
    arriving.take_from(holding(&bytes).as_ref(), &mut |_| ()).unwrap();
    arriving.settle().unwrap();
    assert_eq!(disk.read(&path("package.age"), 1 << 20).unwrap(), bytes);
    for other in [vec![7; 4 * LEAF], file(4 * LEAF + 1)] {
        let refused = begin(&disk, &leaves(&other));
        assert!(matches!(refused, Err(TransferError::OtherFile { .. })));
        assert_eq!(disk.read(&path("package.age"), 1 << 20).unwrap(), bytes);
    }
}

proptest! {
    /// However a copy was cut and changed: exactly its right leaves are taken, and nothing wrong is called there.
    #[test]
    fn of_any_copy_the_right_leaves_are_taken_and_no_other(
        size in 0_usize..9000,
        cut in any::<prop::sample::Index>(),
        flips in prop::collection::vec((any::<prop::sample::Index>(), 1_u8..), 0..4),
    ) {
        let bytes = file(size);
        let list = leaves(&bytes);
        let mut copy = bytes[..cut.index(size + 1)].to_vec();
        for (at, mask) in &flips {
            if !copy.is_empty() {
                let at = at.index(copy.len());
                copy[at] ^= mask;
            }
        }
        let right = |index: u64| {
            let range = list.range(index);
            let range = usize::try_from(range.start).unwrap()..usize::try_from(range.end).unwrap();
            copy.get(range.clone()) == Some(&bytes[range])
        };
        let expected: Vec<u64> = (0..list.count()).filter(|index| !right(*index)).collect();
        prop_assert_eq!(&wrong(holding(&copy).as_ref(), &list), &expected);
        let disk = SimDisk::new();
        let mut arriving = begin(&disk, &list).unwrap().unwrap();
        arriving.take_from(holding(&copy).as_ref(), &mut |_| ()).unwrap();
        prop_assert_eq!(arriving.missing().collect::<Vec<_>>(), expected.clone());
        drop(arriving);
        // Whoever goes on finds the same.
        let mut arriving = begin(&disk, &list).unwrap().unwrap();
        prop_assert_eq!(arriving.missing().collect::<Vec<_>>(), expected);
        arriving.take_from(holding(&bytes).as_ref(), &mut |_| ()).unwrap();
        arriving.settle().unwrap();
        prop_assert_eq!(disk.read(&path("package.age"), 1 << 20).unwrap(), bytes);
    }
}
