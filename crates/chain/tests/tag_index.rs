//! The index over the rows of kept tags, against the rows as the files have them.

use std::collections::BTreeSet;
use std::panic::AssertUnwindSafe;

use comity_chain::script::ScriptKey;
use comity_chain::tags::{Incoming, Stated, TagFormat, TagPack, TagRow, TagSet, TagStore};
use comity_disk::{Disk, DiskPath};
use proptest::prelude::*;

use crate::support::{Dice, test_data};
use crate::tags::{NET, reader, with_ledger, writer};

fn index() -> DiskPath {
    DiskPath::new("tags/rows").unwrap()
}

/// The tags of a store as its files have them, and as questions get them.
fn both(store: &TagStore, packs: &[TagPack]) -> (TagSet, TagSet) {
    let mut loaded = store.load().unwrap().in_order(NET);
    for pack in packs {
        let mut pack = pack.clone();
        store.enter_states(&mut pack);
        loaded.add(&pack);
    }
    let (mut indexed, names) = store.tags_with(packs.to_vec()).unwrap();
    store.add_actors(&mut indexed).unwrap();
    let of_tags = store.files().iter().filter(|file| file.format != TagFormat::ActorPack);
    assert_eq!(names.len(), of_tags.count() + packs.len());
    (loaded, indexed)
}

/// That two sets say the same of everything that either has a row of.
fn check_same(loaded: &TagSet, indexed: &TagSet) {
    assert_eq!(loaded.len(), indexed.len());
    let addresses =
        |tags: &TagSet| -> BTreeSet<String> { tags.rows().map(|row| row.address.clone()).collect() };
    assert_eq!(addresses(loaded), addresses(indexed));
    for address in addresses(loaded) {
        let key = ScriptKey::parse(&address, NET).unwrap();
        let rows = |tags: &TagSet| -> Vec<TagRow> { tags.find(&key).cloned().collect() };
        assert_eq!(rows(loaded), rows(indexed), "{address}");
        assert_eq!(loaded.actors_of(&key), indexed.actors_of(&key));
        for actor in loaded.actors_of(&key) {
            assert_eq!(loaded.actor(actor), indexed.actor(actor));
        }
    }
    let conflicts = |tags: &TagSet| serde_json::to_value(tags.conflicts()).unwrap();
    assert_eq!(conflicts(loaded), conflicts(indexed));
    let nobody = ScriptKey::of_script(b"nobody's");
    assert!(indexed.find(&nobody).next().is_none());
}

/// A collection of so many rows of some addresses, in files of each kind.
fn collection(dice: &mut Dice, rows: usize) -> Vec<Incoming> {
    let address = |number: usize| {
        let script = [&[0x76, 0xa9, 0x14][..], &[u8::try_from(number % 40).unwrap(); 20], &[0x88, 0xac]];
        ScriptKey::of_script(&script.concat()).text(NET)
    };
    let mut csv = vec!["address,label,category,actor".to_owned()];
    let mut yaml = vec!["title: Y\ncreator: C\ncurrency: BTC\ntags:".to_owned()];
    let mut list = vec![];
    for _ in 0..rows {
        let (address, label, place) = (address(dice.roll(64)), dice.roll(6), dice.roll(3));
        let actor = ["", "one", "two"][dice.roll(3)];
        let context = format!("'{{\"a\": {label}}}'");
        match place {
            0 => csv.push(format!("{address},L{label},exchange,{actor}")),
            1 => yaml.push(format!("- {{address: {address}, label: 'é {label}', context: {context}}}")),
            _ => list.push(address),
        }
    }
    yaml.push(format!("- {{address: 'script:{:064x}', label: S}}", 1));
    let actors = "title: A\ncreator: C\nactors:\n- {id: one, label: One, aliases: [uno]}".to_owned();
    let file = |name: &str, lines: Vec<String>| {
        let stated = Stated { creator: Some("C".to_owned()), ..Stated::default() };
        let bytes = (lines.join("\n") + "\n").into_bytes();
        Incoming { name: name.to_owned(), bytes, format: None, stated }
    };
    vec![
        file("a.csv", csv),
        file("y.yaml", yaml),
        file("sanctioned_addresses_XBT.txt", list),
        file("actors.yaml", vec![actors]),
    ]
}

#[test]
fn every_look_up_in_the_real_packs_is_the_same_from_the_index() {
    let name = "every_look_up_in_the_real_packs_is_the_same_from_the_index";
    let Some(folder) = test_data(name, "tags") else { return };
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    files.sort();
    let incoming = |path: &std::path::PathBuf| Incoming {
        name: path.file_name().unwrap().to_string_lossy().into_owned(),
        bytes: std::fs::read(path).unwrap(),
        format: None,
        stated: Stated::default(),
    };
    let disk = with_ledger();
    writer(&disk).import(files.iter().map(incoming).collect()).unwrap();
    assert!(disk.exists(&index()).unwrap());
    let (loaded, indexed) = both(&reader(&disk), &[]);
    assert!(loaded.len() > 1000, "{}", loaded.len());
    check_same(&loaded, &indexed);
}

#[test]
fn an_index_that_is_missing_old_or_cut_short_changes_no_answer() {
    let disk = with_ledger();
    let files = collection(&mut Dice(3), 60);
    writer(&disk).import(files[..2].to_vec()).unwrap();
    let old = disk.read(&index(), 1 << 20).unwrap();
    writer(&disk).import(files[2..].to_vec()).unwrap();
    let whole = disk.read(&index(), 1 << 20).unwrap();
    assert_ne!(old, whole);
    let with = |bytes: &[u8]| {
        let other = disk.power_cut(1);
        other.remove(&index()).unwrap();
        other.create_new(&index()).unwrap().append(bytes).unwrap();
        other
    };
    let missing = disk.power_cut(1);
    missing.remove(&index()).unwrap();
    for disk in [missing, with(&old), with(&whole[..whole.len() / 2]), with(&whole[..3]), with(&[])] {
        let (loaded, indexed) = both(&reader(&disk), &[]);
        check_same(&loaded, &indexed);
        // Whoever imports again, even what is there, mends it.
        writer(&disk).import(files.clone()).unwrap();
        assert_eq!(disk.read(&index(), 1 << 20).unwrap(), whole);
    }
}

#[test]
fn a_damaged_index_gives_the_right_answer_or_none() {
    let disk = with_ledger();
    writer(&disk).import(collection(&mut Dice(5), 12)).unwrap();
    let whole = disk.read(&index(), 1 << 20).unwrap();
    let (loaded, _) = both(&reader(&disk), &[]);
    let (mut same, mut none) = (0, 0);
    for at in (0..whole.len()).step_by(5) {
        let other = disk.power_cut(1);
        let mut bytes = whole.clone();
        bytes[at] ^= 0x10;
        other.remove(&index()).unwrap();
        other.create_new(&index()).unwrap().append(&bytes).unwrap();
        let store = reader(&other);
        let checked = std::panic::catch_unwind(AssertUnwindSafe(|| {
            let (tags, _) = store.tags_with(vec![]).unwrap();
            let rows: Vec<TagRow> = tags.rows().cloned().collect();
            let found: Vec<usize> = rows
                .iter()
                .map(|row| tags.find(&ScriptKey::parse(&row.address, NET).unwrap()).count())
                .collect();
            (rows, found, serde_json::to_value(tags.conflicts()).unwrap())
        }));
        let Ok((rows, found, conflicts)) = checked else {
            none += 1;
            continue;
        };
        same += 1;
        let expected: Vec<&TagRow> = loaded.rows().collect();
        let count = |row: &&TagRow| loaded.find(&ScriptKey::parse(&row.address, NET).unwrap()).count();
        assert_eq!(rows.iter().collect::<Vec<_>>(), expected, "{at}");
        assert_eq!(found, expected.iter().map(count).collect::<Vec<_>>(), "{at}");
        assert_eq!(conflicts, serde_json::to_value(loaded.conflicts()).unwrap(), "{at}");
    }
    assert!(same > 100 && none > 100, "{same} {none}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_collection_says_the_same_from_the_index(
        seed: u64, rows in 0_usize..120, order in Just([0_usize, 1, 2, 3]).prop_shuffle(), kept in 0_usize..=4,
    ) {
        let files = collection(&mut Dice(seed), rows);
        let disk = with_ledger();
        let in_order = |places: &[usize]| places.iter().map(|place| files[*place].clone()).collect::<Vec<_>>();
        for place in &order[..kept] {
            writer(&disk).import(in_order(&[*place])).unwrap();
        }
        // What is not kept is given beside it, and a kept pack once more.
        let beside: Vec<TagPack> = TagPack::parse(&files[1].bytes).into_iter().collect();
        let (loaded, indexed) = both(&reader(&disk), &beside);
        check_same(&loaded, &indexed);
        if !loaded.actors_of(&ScriptKey::parse(&loaded.rows().next().unwrap().address, NET).unwrap()).is_empty() && kept == 4 {
            let state = Some(("UZ".parse().unwrap(), "somewhere".to_owned()));
            let entered = writer(&disk).enter_state("one", state).is_ok();
            let (loaded, indexed) = both(&reader(&disk), &beside);
            check_same(&loaded, &indexed);
            prop_assert!(entered);
        }
        // The bytes do not depend on the order in which files came.
        let other = with_ledger();
        writer(&other).import(in_order(&order[..kept])).unwrap();
        let removed = reader(&disk).files().first().map(|file| file.digest);
        let same_list = reader(&disk).answers_to().is_empty();
        if kept > 0 && same_list {
            prop_assert_eq!(disk.read(&index(), 1 << 24).unwrap(), other.read(&index(), 1 << 24).unwrap());
        }
        if let Some(digest) = removed {
            writer(&disk).remove(&digest).unwrap();
            let (loaded, indexed) = both(&reader(&disk), &[]);
            check_same(&loaded, &indexed);
        }
    }
}
