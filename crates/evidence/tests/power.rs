//! 500 power cuts of the vault, and 500 of packages: nothing acknowledged lost, nothing half visible.

use std::collections::BTreeMap;
use std::sync::Arc;

use comity_disk::{Disk as _, SimDisk};
use comity_evidence::bag::BagWriter;
use comity_evidence::{Holder, KeyRing, Limits, ObjectName, Verdict, verify_package};
use comity_record::key::SecretKey;
use comity_record::testing::Counting;
use jiff::{SignedDuration, Timestamp};

use crate::vault::CASE;
use crate::{intake, path, vault};

const CUTS: u64 = 500;

/// What the journal would hold: every object that was acknowledged.
#[derive(Default)]
struct Ledger(BTreeMap<ObjectName, ([u8; 32], Vec<u8>)>);

impl KeyRing for Ledger {
    fn holder(&self) -> Holder {
        CASE
    }

    fn key_of(&self, name: &ObjectName) -> Option<SecretKey> {
        self.0.get(name).map(|(key, _)| SecretKey::from_bytes(*key))
    }
}

#[test]
fn no_acknowledged_object_is_lost_and_no_half_one_is_seen() {
    let entropy = Arc::<Counting>::default();
    let mut acknowledged = 0;
    let mut cut_adds = 0;
    let mut cuts = 0;
    for run in 0..CUTS.div_ceil(3) {
        let mut disk = SimDisk::new();
        let mut ledger = Ledger::default();
        // Three lives of one vault, each ended by a cut somewhere in its work.
        for life in 0..3_u64 {
            let open = disk.operations();
            disk.cut_at(open + 5 + (run * 31 + life * 17) % 90);
            if let Ok(vault) = comity_evidence::Vault::open(
                Arc::new(disk.clone()),
                SecretKey::from_bytes([1; 32]),
                entropy.clone(),
            ) {
                let vault = vault.with_chunk_bytes(64);
                for item in 0..6_u64 {
                    let size = usize::try_from((run * 7 + item * 131) % 500).unwrap();
                    let plain = vec![u8::try_from((item + life) % 5).unwrap(); size];
                    let Ok(stored) = vault.add(&mut plain.as_slice(), "x", &mut intake(), &ledger) else {
                        cut_adds += 1;
                        break;
                    };
                    ledger.0.insert(stored.name, (*stored.key.expose(), plain));
                    acknowledged += 1;
                    if item == 3 {
                        // Sweeping with a short grace time while the power goes must not take what is spoken of.
                        let live = ledger.0.keys().copied().collect();
                        let now = Timestamp::from_second(i64::try_from(life * 10).unwrap()).unwrap();
                        let _ = vault.sweep(&live, now, SignedDuration::from_secs(10));
                    }
                }
            }
            disk = disk.power_cut(run * 3 + life);
            cuts += 1;
            let vault = vault(&disk, &entropy);
            let report = vault.scrub(None, u64::MAX).unwrap();
            assert!(report.damaged.is_empty(), "run {run}, life {life}: {:?}", report.damaged);
            for (name, (key, plain)) in &ledger.0 {
                let key = SecretKey::from_bytes(*key);
                let digests =
                    vault.verify(CASE, name, &key).unwrap_or_else(|e| panic!("run {run}, life {life}: {e}"));
                assert_eq!(digests, comity_evidence::Digests::of(plain));
            }
            assert!(disk.list(&path("incoming")).unwrap().is_empty(), "run {run}: rubbish left");
        }
    }
    // The test must have cut in the middle of things, and let things through.
    assert!(
        cuts >= CUTS && acknowledged > CUTS && cut_adds > CUTS / 3,
        "{acknowledged} acknowledged, {cut_adds} cut"
    );
}

#[test]
fn a_package_is_there_whole_or_not_at_all() {
    let write = |disk: &SimDisk| {
        let mut bag = BagWriter::create(disk, &path("out/bag"))?;
        bag.payload("a.txt", &mut &b"first"[..], &mut intake())?;
        bag.payload("deep/er/b.bin", &mut &[7; 3000][..], &mut intake())?;
        bag.tag("custody/record.txt", b"collected")?;
        bag.finish("2026-11-23".parse().unwrap(), &[])
    };
    let operations = {
        let disk = SimDisk::new();
        write(&disk).unwrap();
        disk.operations()
    };
    let (mut whole, mut none) = (0, 0);
    for run in 0..CUTS {
        let disk = SimDisk::new();
        disk.cut_at(run % (operations + 3));
        let acknowledged = write(&disk).is_ok();
        let found = disk.power_cut(run);
        let there = found.exists(&path("out/bag")).unwrap();
        assert!(there || !acknowledged, "run {run}: an acknowledged package is lost");
        if there {
            let report = verify_package(&found, &path("out/bag"), &Limits::default(), None);
            assert_eq!(report.verdict(), Verdict::Pass, "run {run}: {:?}", report.findings);
            whole += 1;
        } else {
            // What was left behind is in nobody's way.
            write(&found).unwrap();
            assert!(!found.exists(&path("out/bag.comity-partial")).unwrap());
            none += 1;
        }
    }
    assert!(whole > 20 && none > 20, "{whole} whole, {none} not there");
}

#[test]
fn a_folder_is_in_the_vault_whole_or_not_acknowledged() {
    use std::io::Write as _;
    let folder = tempfile::tempdir().unwrap();
    for (name, size) in [("a", 10_usize), ("b", 200), ("same as b", 200), ("empty", 0)] {
        std::fs::File::create(folder.path().join(name)).unwrap().write_all(&vec![7; size]).unwrap();
    }
    let entropy = Arc::<Counting>::default();
    let steps = {
        let disk = SimDisk::new();
        let vault = vault(&disk, &entropy);
        let before = disk.operations();
        let stored = vault.add_folder(folder.path(), &mut intake(), &Ledger::default()).unwrap();
        assert_eq!(
            stored.files.iter().map(|f| f.path.as_str()).collect::<Vec<_>>(),
            ["a", "b", "empty", "same as b"]
        );
        assert_eq!(stored.files[1].object.name, stored.files[3].object.name);
        assert_eq!(vault.names().unwrap().len(), 3);
        assert!(disk.list(&path("incoming")).unwrap().is_empty());
        disk.operations() - before
    };
    let mut acknowledged = 0;
    for run in 0..150 {
        let disk = SimDisk::new();
        let open = vault(&disk, &entropy);
        disk.cut_at(disk.operations() + run % (steps + 2));
        let stored = open.add_folder(folder.path(), &mut intake(), &Ledger::default());
        let disk = disk.power_cut(run);
        let found = vault(&disk, &entropy);
        assert!(found.scrub(None, u64::MAX).unwrap().damaged.is_empty(), "run {run}");
        if let Ok(stored) = stored {
            acknowledged += 1;
            for file in stored.files {
                assert_eq!(
                    found.verify(CASE, &file.object.name, &file.object.key).unwrap(),
                    file.object.digests
                );
            }
        }
    }
    assert!((5..140).contains(&acknowledged), "{acknowledged} acknowledged");
    // A disk that fails in the middle leaves nothing behind.
    for operation in 0..steps {
        let disk = SimDisk::new();
        let vault = vault(&disk, &entropy);
        disk.fail_at(disk.operations() + operation, comity_disk::Fault::Full);
        let stored = vault.add_folder(folder.path(), &mut intake(), &Ledger::default());
        assert!(disk.list(&path("incoming")).unwrap().len() <= 1, "operation {operation}");
        if stored.is_err() {
            assert!(vault.names().unwrap().is_empty(), "operation {operation}");
        }
    }
}

#[test]
fn the_simulated_disk_would_convict_a_vault_that_did_not_sync() {
    // The same steps as the vault's without its syncs: the test above is not blind.
    let mut lost = 0;
    for seed in 0..50 {
        let disk = SimDisk::new();
        disk.create_dir_all(&path("objects")).unwrap();
        let mut file = disk.create_new(&path("temp")).unwrap();
        file.append(&[1; 700]).unwrap();
        disk.rename(&path("temp"), &path("objects/x")).unwrap();
        let found = disk.power_cut(seed);
        lost += u32::from(found.read(&path("objects/x"), 9999).ok() != Some(vec![1; 700]));
    }
    assert!(lost > 25);
}
