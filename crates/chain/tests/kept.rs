//! Clusterings that are kept for the next question: the same answers, whatever became of the folder.

use std::collections::BTreeSet;
use std::sync::Arc;

use comity_chain::change::ChangeRule;
use comity_chain::cluster::Layer;
use comity_chain::hash::Txid;
use comity_chain::ledger::{Ledger, Prevout, ScriptNo, View};
use comity_chain::network::Network;
use comity_chain::tags::{TagPack, TagSet};
use comity_disk::{Disk, DiskPath, SimDisk};

use crate::made::{chain, coinbase, holder, ledger, transaction};
use crate::support::exercise;

const NET: Network = Network::Regtest;

/// What a question asks for.
#[derive(Clone)]
struct Asked {
    at: u32,
    layers: BTreeSet<Layer>,
    tags: TagSet,
    decided: BTreeSet<Txid>,
    of: Option<Vec<ScriptNo>>,
}

impl Asked {
    fn plain(at: u32) -> Self {
        Self {
            at,
            layers: BTreeSet::from([Layer::MultiInput]),
            tags: TagSet::new(NET),
            decided: BTreeSet::new(),
            of: None,
        }
    }

    /// All that the clustering says.
    fn answer(&self, ledger: &Ledger) -> (Vec<(ScriptNo, ScriptNo)>, String) {
        let view = ledger.at(Some(self.at)).unwrap();
        let clustering = view.layered(&self.layers, &self.tags, &self.decided, self.of.as_deref());
        let owners: Vec<_> = clustering.assignments().collect();
        let pairs = owners.iter().filter(|(script, oldest)| script != oldest).step_by(7);
        let proofs: Vec<_> = pairs
            .map(|(a, b)| clustering.joined(&view.script_key(*a), &view.script_key(*b)).unwrap())
            .collect();
        let cluster = owners.iter().find(|(script, oldest)| script != oldest);
        let cluster =
            cluster.map(|(script, _)| clustering.cluster(&view.script_key(*script), &self.tags, 9).unwrap());
        (owners, format!("{:?} {proofs:?} {cluster:?} {:?}", clustering.layers(), clustering.held()))
    }
}

/// Tags that name different actors for two scripts that a transaction shows together, and these.
fn dispute(view: &View<'_>) -> (TagSet, Txid, [ScriptNo; 2]) {
    let shown = |tx| -> Option<[ScriptNo; 2]> {
        let of = |input| match view.prevout(input) {
            Prevout::Known(output) => Some(view.script_of(output)),
            _ => None,
        };
        let scripts: BTreeSet<_> = view.inputs(tx).map(of).collect::<Option<_>>()?;
        Vec::from_iter(scripts).try_into().ok()
    };
    let mut txs = (0..=view.height()).flat_map(|height| view.block_transactions(height));
    let (tx, scripts) = txs.find_map(|tx| Some((tx, shown(tx)?))).unwrap();
    let [a, b] = scripts.map(|script| view.script_key(script).text(NET));
    let pack = format!(
        "title: t\ncreator: c\ncurrency: BTC\ntags:\n\
         - {{address: {a}, label: a, actor: alpha}}\n- {{address: {b}, label: b, actor: beta}}\n"
    );
    let mut tags = TagSet::new(NET);
    tags.add(&TagPack::parse(pack.as_bytes()).unwrap());
    (tags, view.txid(tx), scripts)
}

/// Questions that differ in one thing each.
fn questions(ledger: &Ledger) -> Vec<Asked> {
    let view = ledger.at(None).unwrap();
    let (tags, txid, scripts) = dispute(&view);
    let plain = Asked::plain(view.height());
    let disputed = Asked { tags, ..plain.clone() };
    let change = BTreeSet::from([Layer::MultiInput, Layer::Change(ChangeRule::OneTime)]);
    let other = (0..9).map(ScriptNo).find(|script| !scripts.contains(script)).unwrap();
    vec![
        plain.clone(),
        Asked { at: 500, ..plain.clone() },
        Asked { layers: change.clone(), ..plain },
        Asked { layers: change.clone(), at: 500, ..disputed.clone() },
        Asked { layers: change, ..disputed.clone() },
        Asked { decided: BTreeSet::from([txid]), ..disputed.clone() },
        Asked { of: Some(scripts.to_vec()), ..disputed.clone() },
        Asked { of: Some(vec![other]), ..disputed.clone() },
        disputed,
    ]
}

fn names(disk: &SimDisk) -> Vec<String> {
    let names = disk.list(&DiskPath::root()).unwrap().into_iter().map(|entry| entry.name);
    names.filter(|name| name != "lock").collect()
}

#[test]
fn what_was_asked_before_is_answered_the_same_and_without_looking_again() {
    let mut ledger = exercise();
    let asked = questions(&ledger);
    let expected: Vec<_> = asked.iter().map(|asked| asked.answer(&ledger)).collect();
    for (asked, expected) in asked.iter().zip(&expected) {
        let disk = SimDisk::new();
        ledger.keep_clusters(Arc::new(disk.clone()));
        assert_eq!(&asked.answer(&ledger), expected);
        let before = (disk.operations(), names(&disk));
        // The first layer lies in the ledger, and without tags nothing speaks against it.
        assert_eq!(before.1.is_empty(), asked.layers.len() == 1 && asked.tags.is_empty());
        assert_eq!(&asked.answer(&ledger), expected);
        assert_eq!((disk.operations(), names(&disk)), before, "nothing was made anew");
    }
    // All of them after another, in one folder, there and back.
    let disk = SimDisk::new();
    ledger.keep_clusters(Arc::new(disk.clone()));
    for (asked, expected) in asked.iter().zip(&expected).chain(asked.iter().zip(&expected).rev()) {
        assert_eq!(&asked.answer(&ledger), expected);
        for kind in [".disputed", ".layered"] {
            assert!(names(&disk).iter().filter(|name| name.ends_with(kind)).count() <= 4);
        }
    }
}

#[test]
fn the_latest_are_kept_and_the_folder_may_be_emptied() {
    let mut ledger = exercise();
    let (disk, change) =
        (SimDisk::new(), BTreeSet::from([Layer::MultiInput, Layer::Change(ChangeRule::NotRound)]));
    ledger.keep_clusters(Arc::new(disk.clone()));
    let asked = |at| Asked { layers: change.clone(), ..Asked::plain(at) };
    let mut seen = vec![];
    for at in 100..107 {
        asked(at).answer(&ledger);
        seen.extend(names(&disk).into_iter().filter(|name| !seen.contains(name)).collect::<Vec<_>>());
    }
    assert_eq!((seen.len(), names(&disk)), (7, seen[3..].to_vec()));
    let expected = asked(106).answer(&ledger);
    for name in names(&disk) {
        disk.remove(&DiskPath::new(&name).unwrap()).unwrap();
    }
    // What a death left is cleared away by whoever writes next, and nobody else's file.
    for name in ["0000000009-ab.layered.new", "notes.txt", "a-b.layered"] {
        disk.create_new(&DiskPath::new(name).unwrap()).unwrap();
    }
    assert_eq!(asked(106).answer(&ledger), expected);
    let names = names(&disk);
    assert!(names[0].starts_with("0000000010-") && names[1..] == ["a-b.layered", "notes.txt"], "{names:?}");
}

#[test]
fn a_damaged_file_and_one_of_another_question_count_for_nothing() {
    let mut ledger = exercise();
    let asked = questions(&ledger).pop().unwrap();
    let expected = asked.answer(&ledger);
    let whole = SimDisk::new();
    ledger.keep_clusters(Arc::new(whole.clone()));
    asked.answer(&ledger);
    let files: Vec<_> = names(&whole)
        .into_iter()
        .map(|name| (name.clone(), whole.read(&DiskPath::new(&name).unwrap(), 1 << 24).unwrap()))
        .collect();
    assert_eq!(files.len(), 2);
    let changed = |change: &dyn Fn(usize, &mut Vec<u8>)| {
        let disk = SimDisk::new();
        for (place, (name, bytes)) in files.iter().enumerate() {
            let mut bytes = bytes.clone();
            change(place, &mut bytes);
            disk.create_new(&DiskPath::new(name).unwrap()).unwrap().append(&bytes).unwrap();
        }
        disk
    };
    let mut disks = vec![];
    for (place, (_, bytes)) in files.iter().enumerate() {
        let length = bytes.len();
        for at in (0..length).step_by((length / 12).max(1)) {
            disks.push(changed(&|other, bytes| {
                if other == place {
                    bytes[at] ^= 1;
                }
            }));
        }
        for cut in [0, 1, length / 2, length - 1] {
            disks
                .push(changed(&|other, bytes| bytes.truncate(if other == place { cut } else { usize::MAX })));
        }
    }
    // One question's file under the name of another's: whole, but with another key inside.
    let other = SimDisk::new();
    ledger.keep_clusters(Arc::new(other.clone()));
    Asked { at: 500, ..asked.clone() }.answer(&ledger);
    let of_other = |name: &str| {
        let found =
            names(&other).into_iter().find(|other| other.rsplit('.').next() == name.rsplit('.').next());
        other.read(&DiskPath::new(found.unwrap()).unwrap(), 1 << 24).unwrap()
    };
    disks.push(changed(&|place, bytes| *bytes = of_other(&files[place].0)));
    for disk in disks {
        ledger.keep_clusters(Arc::new(disk.clone()));
        assert_eq!(asked.answer(&ledger), expected);
        // What was of no use is gone.
        assert_eq!(names(&disk).len(), 2);
        let operations = disk.operations();
        assert_eq!((asked.answer(&ledger), disk.operations()), (expected.clone(), operations));
    }
}

#[test]
fn after_a_power_cut_at_any_moment_the_answer_is_the_same() {
    let trunk: Vec<_> =
        (1..8).map(|mark| coinbase(mark, &[(holder(u8::try_from(mark).unwrap()), 50)])).collect();
    let spend = |first: usize| {
        let inputs: Vec<_> =
            trunk[first..first + 2].iter().map(|tx| bitcoin::OutPoint::new(tx.compute_txid(), 0)).collect();
        transaction(&inputs, &[(holder(40 + u8::try_from(first).unwrap()), 90)])
    };
    let spends = vec![coinbase(50, &[(holder(9), 1)]), spend(0), spend(2), spend(4)];
    let mut ledger = ledger(&chain(trunk.iter().cloned().map(|tx| vec![tx]).chain([spends])));
    let view = ledger.at(None).unwrap();
    let (tags, ..) = dispute(&view);
    let asked: Vec<_> = (4..=8).map(|at| Asked { tags: tags.clone(), ..Asked::plain(at) }).collect();
    let expected: Vec<_> = asked.iter().map(|asked| asked.answer(&ledger)).collect();
    let mut ask = |disk: &SimDisk| {
        ledger.keep_clusters(Arc::new(disk.clone()));
        asked.iter().map(|asked| asked.answer(&ledger)).collect::<Vec<_>>()
    };
    let clean = SimDisk::new();
    assert_eq!(ask(&clean), expected);
    let operations = clean.operations();
    assert!(operations > 20);
    for seed in 0..500 {
        let disk = SimDisk::new();
        disk.cut_at(seed % operations);
        assert_eq!(ask(&disk), expected, "while it fails, {seed}");
        let found = disk.power_cut(seed);
        assert_eq!(ask(&found), expected, "{seed}");
        assert!(names(&found).iter().all(|name| name.ends_with("ed")), "{seed}");
    }
}

#[test]
fn a_reorganisation_is_another_question() {
    let (a, b, c) =
        (coinbase(1, &[(holder(1), 50)]), coinbase(2, &[(holder(2), 50)]), coinbase(3, &[(holder(3), 50)]));
    let point = |tx: &bitcoin::Transaction| bitcoin::OutPoint::new(tx.compute_txid(), 0);
    let fill = coinbase(9, &[(holder(9), 1)]);
    let with = |other: &bitcoin::Transaction| {
        let pay = transaction(&[point(&a), point(other)], &[(holder(4), 40), (holder(5), 60)]);
        ledger(&chain([vec![a.clone()], vec![b.clone()], vec![c.clone()], vec![fill.clone(), pay]]))
    };
    let disk = SimDisk::new();
    let change = BTreeSet::from([Layer::MultiInput, Layer::Change(ChangeRule::SmallerThanInputs)]);
    let asked = Asked { layers: change, ..Asked::plain(4) };
    let answers = [&b, &c].map(|other| {
        let mut ledger = with(other);
        let expected = asked.answer(&ledger);
        ledger.keep_clusters(Arc::new(disk.clone()));
        assert_eq!(asked.answer(&ledger), expected);
        expected
    });
    assert_ne!(answers[0], answers[1]);
    assert_eq!(names(&disk).len(), 2);
}
