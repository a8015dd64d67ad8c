//! Files of tags: real ones, the ledger that keeps them, and what does not depend on their order.

use std::path::PathBuf;
use std::sync::Arc;

use comity_chain::Network;
use comity_chain::ledger::Ledger;
use comity_chain::script::ScriptKey;
use comity_chain::tags::{
    ActorPack, AnswersTo, Incoming, Stated, TagFile, TagFormat, TagPack, TagRow, TagSet, TagStore,
    asset_of_list,
};
use comity_disk::{Disk, DiskPath, SimDisk};
use comity_record::{Coded as _, Sha256Digest};

use crate::support::{Dice, test_data};

pub const NET: Network = Network::Mainnet;
/// The first output of all, which cannot be spent.
const GENESIS: &str = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa";
/// The first address of the real pack of ransomware.
const RANSOM: &str = "1Lud76Q98VRHCUiyK7XUs7AgFofrqXeP78";

fn key(address: &str) -> ScriptKey {
    ScriptKey::parse(address, NET).unwrap()
}

/// A file of which this creator and licence are stated.
fn stated(creator: &str, licence: &str) -> Stated {
    Stated { creator: Some(creator.to_owned()), licence: Some(licence.to_owned()), ..Stated::default() }
}

/// A disk with a ledger of no blocks.
pub fn with_ledger() -> SimDisk {
    let disk = SimDisk::new();
    Ledger::open_to_write(Arc::new(disk.clone()), NET, 7).unwrap();
    disk
}

pub fn writer(disk: &SimDisk) -> TagStore {
    TagStore::open_to_write(Arc::new(disk.clone())).unwrap()
}

pub fn reader(disk: &SimDisk) -> TagStore {
    TagStore::open(Arc::new(disk.clone())).unwrap()
}

/// A pack with one row for an address.
fn pack(title: &str, row: &str) -> Incoming {
    let bytes =
        format!("title: {title}\ncreator: C\ncurrency: BTC\ntags:\n- {{address: {GENESIS}, {row}}}\n");
    Incoming {
        name: format!("{title}.yaml"),
        bytes: bytes.into_bytes(),
        format: None,
        stated: Stated::default(),
    }
}

/// Every file of a folder of the test data, in the order of the names.
fn files(test: &str, folder: &str) -> Option<Vec<(String, Vec<u8>)>> {
    let folder = test_data(test, folder)?;
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let named = |path: PathBuf| {
        (path.file_name().unwrap().to_str().unwrap().to_owned(), std::fs::read(&path).unwrap())
    };
    Some(paths.into_iter().map(named).collect())
}

#[test]
fn every_real_tag_pack_loads_with_its_provenance_and_conflicts_are_shown() {
    let name = "every_real_tag_pack_loads_with_its_provenance_and_conflicts_are_shown";
    let Some(files) = files(name, "tags") else { return };
    let mut tags = TagSet::new(NET);
    let (mut rows, mut taken, mut other, mut none, mut repeated) = (0, 0, 0, 0, 0);
    for (file, bytes) in &files {
        assert_eq!(TagFormat::guess(file, bytes), Some(TagFormat::TagPack));
        let pack = TagPack::parse(bytes).unwrap_or_else(|error| panic!("{file}: {error}"));
        // Each tag has one line with its address.
        let addresses = bytes.split(|byte| *byte == b'\n').filter(|line| {
            let line = String::from_utf8_lossy(line);
            line.trim_start_matches([' ', '-']).starts_with("address:")
        });
        assert_eq!(pack.rows.len(), addresses.count(), "{file}");
        assert_eq!(pack.without_address, [0; 0]);
        let report = tags.add(&pack);
        let counted =
            report.taken + report.other_currency + report.no_address.len() + report.repeated_rows.len();
        assert_eq!(counted, pack.rows.len());
        assert!(tags.add(&pack).repeated);
        rows += pack.rows.len();
        taken += report.taken;
        other += report.other_currency;
        none += report.no_address.len();
        repeated += report.repeated_rows.len();
        // Whoever repeats a row says nothing new.
        for row in &report.repeated_rows {
            let row = pack.rows.iter().find(|other| other.row == *row).unwrap();
            let same = |other: &&TagRow| TagRow { row: row.row, ..(*other).clone() } == *row;
            assert!(pack.rows.iter().find(same).unwrap().row < row.row);
        }
    }
    assert_eq!((files.len(), rows), (17, 46_748));
    assert_eq!(tags.len(), taken);
    println!("{taken} taken, {other} of other currencies, {none} no addresses, {repeated} repeated");
    // A labelled address of the ransomware pack, with everything that its row and header say.
    let found: Vec<_> = tags.find(&key(RANSOM)).filter(|row| row.label == "7ev3n").collect();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].pack, "Ransomware Tagpack");
    assert_eq!((found[0].row, found[0].confidence.as_deref()), (1, Some("forensic")));
    assert_eq!(found[0].abuse.as_deref(), Some("ransomware"));
    let conflicts = tags.conflicts();
    assert!(!conflicts.is_empty());
    for conflict in &conflicts {
        assert!(conflict.rows.len() > 1);
        // Who disagrees names different holders, or different kinds of holder.
        let kinds: std::collections::BTreeSet<_> =
            conflict.rows.iter().filter_map(|row| row.category.as_ref()).collect();
        assert!(tags.actors_of(&key(&conflict.address)).len() > 1 || kinds.len() > 1, "{conflict:?}");
    }
    println!("{} addresses of which packs say different things", conflicts.len());
}

#[test]
fn every_real_list_of_ofac_is_read_by_the_asset_in_its_name() {
    let name = "every_real_list_of_ofac_is_read_by_the_asset_in_its_name";
    let Some(files) = files(name, "ofac") else { return };
    let mut tags = TagSet::new(NET);
    let mut taken = vec![];
    for (file, bytes) in &files {
        assert_eq!(TagFormat::guess(file, bytes), Some(TagFormat::Ofac));
        let stated = Stated {
            title: Some("SDN list".to_owned()),
            currency: asset_of_list(file).map(str::to_owned),
            ..stated("OFAC", "public domain")
        };
        let Ok(TagFile::Tags(pack)) = TagFile::parse(TagFormat::Ofac, bytes, &stated) else {
            panic!("{file}")
        };
        assert_eq!(
            pack.rows.len(),
            bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).count()
        );
        let report = tags.add(&pack);
        // The office itself names one address of TRON among those of Bitcoin.
        assert_eq!(report.no_address, if report.taken > 0 { vec![355] } else { vec![] }, "{file}");
        if report.taken > 0 {
            taken.push((file.as_str(), report.taken));
        }
    }
    assert_eq!(files.len(), 10);
    let [("sanctioned_addresses_XBT.txt", count)] = taken[..] else { panic!("{taken:?}") };
    assert!(count > 400);
    let row = tags.find(&key("123WBUDmSJv4GctdVEz6Qq6z8nXSKrJ4KX")).next().unwrap().clone();
    assert_eq!((row.category.as_deref(), row.row), (Some("sanction"), 1));
    assert_eq!((row.pack_creator.as_str(), row.pack_licence.as_deref()), ("OFAC", Some("public domain")));
    assert!(tags.actors_of(&key(&row.address)).is_empty(), "a list does not say who holds an address");
}

#[test]
fn what_is_answered_does_not_depend_on_the_order_of_import() {
    let name = "what_is_answered_does_not_depend_on_the_order_of_import";
    let Some(files) = files(name, "tags") else { return };
    let incoming: Vec<_> = files
        .into_iter()
        .map(|(name, bytes)| Incoming { name, bytes, format: None, stated: Stated::default() })
        .collect();
    let says = |order: &[usize], at_once: usize| {
        let disk = with_ledger();
        for places in order.chunks(at_once) {
            writer(&disk).import(places.iter().map(|place| incoming[*place].clone()).collect()).unwrap();
        }
        let store = reader(&disk);
        let tags = store.load().unwrap().in_order(NET);
        let conflicts = format!("{:?}", tags.conflicts());
        let found: Vec<TagRow> = tags
            .conflicts()
            .iter()
            .flat_map(|conflict| tags.find(&key(&conflict.address)))
            .cloned()
            .collect();
        (store.files().to_vec(), conflicts, found, tags.len())
    };
    let mut order: Vec<_> = (0..incoming.len()).collect();
    let expected = says(&order, usize::MAX);
    assert!(expected.2.len() > 10);
    let mut dice = Dice(7);
    for at_once in [1, 5] {
        dice.shuffle(&mut order);
        assert!(says(&order, at_once) == expected, "{order:?}");
    }
}

#[test]
fn an_import_tells_what_became_of_each_row_and_says_when_it_is_repeated() {
    let disk = with_ledger();
    let csv = "address,label,currency\n\
               1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa,Satoshi,\n\
               1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa,Satoshi,\n\
               0x01e2919679362dFBC9ee1644Ba9C6da6D6245BB1,X,ETH\n\
               mhjsDj2QupkeYwfEDrzUJagzHN9EXpdz31,a test network,\n\
               nothing,Y,\n";
    let stated = stated("FIU", "internal");
    let csv = Incoming { name: "notes.csv".into(), bytes: csv.into(), format: None, stated };
    let reports = writer(&disk).import(vec![csv.clone(), pack("other", "label: Somebody else")]).unwrap();
    let tags = reports[0].tags.as_ref().unwrap();
    assert_eq!((tags.title.as_str(), tags.taken, tags.other_currency), ("notes", 1, 1));
    assert_eq!((&tags.no_address[..], &tags.repeated_rows[..]), (&[4, 5][..], &[2][..]));
    assert_eq!((reports[0].conflicts, reports[1].conflicts), (1, 1));
    assert_eq!(reports[0].file.rows, 5);
    let again = writer(&disk).import(vec![csv]).unwrap();
    assert!(again[0].repeated && again[0].tags.is_none());
    let store = reader(&disk);
    assert_eq!(store.files().len(), 2);
    let kept = store.load().unwrap().in_order(NET);
    let rows: Vec<_> = kept.find(&key(GENESIS)).collect();
    assert_eq!((rows.len(), rows[0].pack_licence.as_deref()), (2, Some("internal")));
    assert_eq!(kept.conflicts().len(), 1);
    // The original is there under its digest, byte for byte.
    let file = &store.files()[0];
    let path = DiskPath::new(format!("tags/files/{}", file.digest)).unwrap();
    assert_eq!(Sha256Digest::of(&disk.read(&path, 1 << 20).unwrap()), file.digest);
}

#[test]
fn a_file_that_is_not_taken_leaves_everything_as_it_was() {
    let disk = with_ledger();
    writer(&disk).import(vec![pack("one", "label: One")]).unwrap();
    let before = reader(&disk).load().unwrap();
    let nameless = Incoming {
        name: "x.csv".into(),
        bytes: b"address,label\n".into(),
        format: None,
        stated: Stated::default(),
    };
    let unknown = Incoming { name: "x.pdf".into(), ..nameless.clone() };
    for (bad, code) in [(nameless, "chain-tags-file"), (unknown, "chain-tags-unknown-format")] {
        let error = writer(&disk).import(vec![pack("two", "label: Two"), bad]).unwrap_err();
        assert_eq!(error.code(), code);
        assert_eq!(reader(&disk).load().unwrap(), before);
    }
    let empty: Arc<dyn Disk> = Arc::new(SimDisk::new());
    assert_eq!(TagStore::open_to_write(empty.clone()).err().unwrap().code(), "chain-store-missing");
    assert!(!empty.exists(&DiskPath::new("tags").unwrap()).unwrap());
}

#[test]
fn the_list_of_files_is_no_longer_than_can_be_read_again() {
    let disk = with_ledger();
    let called = |length: usize| Incoming { name: "x".repeat(length) + ".yaml", ..pack("one", "label: One") };
    let error = writer(&disk).import(vec![called(16 << 20)]).unwrap_err();
    assert_eq!((error.code(), reader(&disk).files().len()), ("chain-tags-full", 0));
    writer(&disk).import(vec![called((16 << 20) - 1000)]).unwrap();
    assert_eq!(reader(&disk).files().len(), 1);
}

#[test]
fn what_is_removed_is_gone_with_its_file() {
    let disk = with_ledger();
    let imported = writer(&disk).import(vec![pack("one", "label: One"), pack("two", "label: Two")]).unwrap();
    let digest = imported[0].file.digest;
    assert_eq!(writer(&disk).remove(&digest).unwrap(), imported[0].file);
    let store = reader(&disk);
    assert_eq!(store.files(), [imported[1].file.clone()]);
    assert_eq!(store.load().unwrap().in_order(NET).actors_of(&key(GENESIS)), ["Two"].into());
    assert_eq!(disk.list(&DiskPath::new("tags/files").unwrap()).unwrap().len(), 1);
    assert_eq!(writer(&disk).remove(&digest).unwrap_err().code(), "chain-tags-not-imported");
}

#[test]
fn the_state_that_somebody_answers_to_is_unknown_until_it_is_entered() {
    let disk = with_ledger();
    let actors = Incoming {
        name: "a.actorpack.yaml".into(),
        bytes:
            b"title: A\ncreator: C\nactors:\n- {id: one, label: One, jurisdictions: [MT], aliases: [uno]}\n"
                .into(),
        format: None,
        stated: Stated::default(),
    };
    let files = vec![pack("actor", "label: One Ltd, actor: one"), pack("label", "label: Two"), actors];
    writer(&disk).import(files).unwrap();
    let tags = |disk: &SimDisk| reader(disk).load().unwrap().in_order(NET);
    let states = |disk: &SimDisk| -> Vec<AnswersTo> {
        tags(disk).find(&key(GENESIS)).map(|row| row.answers_to.clone()).collect()
    };
    // What an actor pack calls a jurisdiction is shown, and becomes nothing.
    assert_eq!(tags(&disk).actor("uno")[0].jurisdictions, ["MT"]);
    assert_eq!(states(&disk), [AnswersTo::Unknown, AnswersTo::Unknown]);
    let state = |code: &str| Some((code.parse().unwrap(), "its terms of use, 12".to_owned()));
    writer(&disk).enter_state("one", state("UZ")).unwrap();
    writer(&disk).enter_state("Two", state("KZ")).unwrap();
    let entered = |code: &str| AnswersTo::State {
        country: code.parse().unwrap(),
        source: "its terms of use, 12".into(),
    };
    assert_eq!(states(&disk), [entered("UZ"), entered("KZ")]);
    assert_eq!(reader(&disk).answers_to().len(), 2);
    let mut elsewhere = TagPack::parse(&pack("elsewhere", "label: L, actor: one").bytes).unwrap();
    reader(&disk).enter_states(&mut elsewhere);
    assert_eq!(elsewhere.rows[0].answers_to, entered("UZ"));
    writer(&disk).enter_state("one", None).unwrap();
    assert_eq!(states(&disk), [AnswersTo::Unknown, entered("KZ")]);
    let refused = |name: &str, state| writer(&disk).enter_state(name, state).unwrap_err().code();
    assert_eq!(refused("one", None), "chain-tags-not-entered");
    assert_eq!(refused("three", state("UZ")), "chain-tags-unknown-holder");
    assert_eq!(refused("one", Some(("UZ".parse().unwrap(), " ".to_owned()))), "chain-tags-text");
    let longest = comity_chain::tags::MAX_TEXT;
    assert_eq!(refused("one", Some(("UZ".parse().unwrap(), "x".repeat(longest + 1)))), "chain-tags-text");
    writer(&disk).enter_state("one", Some(("UZ".parse().unwrap(), "x".repeat(longest)))).unwrap();
}

#[test]
fn after_a_power_cut_at_any_moment_there_is_the_list_before_or_the_one_after() {
    let all = [pack("one", "label: One"), pack("two", "label: Two"), pack("three", "label: Three")];
    let steps = |disk: &SimDisk| -> Result<(), String> {
        let writer = || TagStore::open_to_write(Arc::new(disk.clone())).map_err(|e| e.code().to_owned());
        let failed = |error: comity_chain::tags::TagStoreError| error.code().to_owned();
        let first = writer()?.import(vec![all[0].clone(), all[1].clone()]).map_err(failed)?;
        writer()?.import(vec![all[2].clone()]).map_err(failed)?;
        writer()?.remove(&first[0].file.digest).map(drop).map_err(failed)
    };
    let labels = |disk: &SimDisk| -> Vec<String> {
        let tags = reader(disk).load().unwrap().in_order(NET);
        // Questions get the same, whatever became of the index.
        let (indexed, _) = reader(disk).tags_with(vec![]).unwrap();
        assert!(tags.find(&key(GENESIS)).eq(indexed.find(&key(GENESIS))));
        tags.actors_of(&key(GENESIS)).into_iter().map(str::to_owned).collect()
    };
    let clean = with_ledger();
    let begun = clean.operations();
    steps(&clean).unwrap();
    let operations = clean.operations() - begun;
    assert_eq!(labels(&clean), ["Three", "Two"]);
    let mut seen = std::collections::BTreeSet::new();
    for seed in 0..300 {
        let disk = with_ledger();
        disk.cut_at(begun + seed % operations);
        let done = steps(&disk).is_ok();
        let found = disk.power_cut(seed);
        let before = labels(&found);
        // What was acknowledged is there.
        assert!(!done || before == ["Three", "Two"], "{seed}");
        assert!(
            [&[][..], &["One", "Two"], &["One", "Three", "Two"], &["Three", "Two"]]
                .contains(&before.iter().map(String::as_str).collect::<Vec<_>>().as_slice()),
            "{seed}: {before:?}"
        );
        seen.insert(before);
        // It goes on from there, and ends as if nothing had been.
        let mut store = writer(&found);
        store.import(all.to_vec()).unwrap();
        store.remove(&Sha256Digest::of(&all[0].bytes)).unwrap();
        drop(store);
        assert_eq!(labels(&found), ["Three", "Two"], "{seed}");
        assert_eq!(
            found.list(&DiskPath::new("tags/files").unwrap()).unwrap().len(),
            2,
            "{seed}: something was left"
        );
    }
    assert!(seen.len() >= 3, "{seen:?}");
}

#[test]
fn a_damaged_file_or_list_is_said_to_be_one() {
    let disk = with_ledger();
    let digest = writer(&disk).import(vec![pack("one", "label: One")]).unwrap()[0].file.digest;
    let path = |name: &str| DiskPath::new(name).unwrap();
    let file = path(&format!("tags/files/{digest}"));
    let code = |disk: &SimDisk| reader(disk).load().unwrap_err().code();
    disk.damage(&file, 3, 1).unwrap();
    assert_eq!(code(&disk), "chain-tags-damaged");
    disk.remove(&file).unwrap();
    assert_eq!(code(&disk), "chain-tags-damaged");
    // It can still be removed, and imported again.
    writer(&disk).remove(&digest).unwrap();
    writer(&disk).import(vec![pack("one", "label: One")]).unwrap();
    for (bytes, expected) in
        [(&b"{\"format\": 9}"[..], "chain-tags-store-format"), (b"{}", "chain-tags-damaged")]
    {
        comity_disk::write_durable(&disk, &path("tags/tags.json"), bytes).unwrap();
        let opened = TagStore::open(Arc::new(disk.clone()) as Arc<dyn Disk>);
        assert_eq!(opened.err().unwrap().code(), expected);
    }
}

#[test]
fn two_do_not_change_the_tags_at_once() {
    let disk = with_ledger();
    let held = writer(&disk);
    let second = TagStore::open_to_write(Arc::new(disk.clone()) as Arc<dyn Disk>);
    assert_eq!(second.err().unwrap().code(), "disk-locked");
    drop(held);
    assert!(writer(&disk).files().is_empty());
}

#[test]
fn rows_disagree_by_actor_or_label_and_by_kinds_that_have_nothing_in_common() {
    let disagree = |rows: &[&str]| {
        let answer = |rows: &mut dyn Iterator<Item = &&str>| {
            let mut tags = TagSet::new(NET);
            for (number, row) in rows.enumerate() {
                tags.add(&TagPack::parse(&pack(&format!("p{number}"), row).bytes).unwrap());
            }
            !tags.conflicts().is_empty()
        };
        let (forward, backward) = (answer(&mut rows.iter()), answer(&mut rows.iter().rev()));
        assert_eq!(forward, backward, "{rows:?}");
        forward
    };
    assert!(!disagree(&["label: A"]));
    assert!(!disagree(&["label: A, actor: a", "label: B, actor: a"]), "one actor, called differently");
    assert!(disagree(&["label: A, actor: a", "label: A, actor: b"]));
    assert!(disagree(&["label: A", "label: B"]));
    assert!(disagree(&["label: A, actor: a", "label: B"]));
    assert!(!disagree(&["label: A, actor: a", "label: A"]));
    assert!(!disagree(&["label: Huobi.com, actor: Huobi", "label: huobi.com, actor: huobi"]), "one name");
    assert!(!disagree(&["label: Huobi.com", "label: huobi.com"]), "one name");
    // The first says no kind, and the others disagree.
    assert!(disagree(&["label: A", "label: A, category: exchange", "label: A, category: market"]));
    assert!(!disagree(&["label: A, category: exchange", "label: A, concepts: [defi_dex, exchange]"]));
    assert!(!disagree(&["label: A, category: exchange", "label: A, category: Exchange"]), "one word");
    assert!(!disagree(&["label: A", "label: B, tag_type: mention"]), "a mention names no holder");
}

#[test]
fn the_label_of_a_whole_list_that_names_no_actor_is_nobody_s_name() {
    let list = |title: &str, header: &str| {
        let rows = format!("- address: {GENESIS}\n- address: {RANSOM}\n");
        let text = format!("title: {title}\ncreator: C\ncurrency: BTC\n{header}\ntags:\n{rows}");
        TagPack::parse(text.as_bytes()).unwrap()
    };
    let mut tags = TagSet::new(NET);
    tags.add(&list("sanctions", "label: Asset on a list of sanctions\ncategory: user"));
    tags.add(&list("scam", "label: A scam\nabuse: scam"));
    assert!(tags.actors_of(&key(GENESIS)).is_empty());
    assert_eq!(tags.conflicts(), [], "lists on which an address stands do not disagree about who holds it");
    tags.add(&TagPack::parse(&pack("one", "label: One").bytes).unwrap());
    assert_eq!(tags.actors_of(&key(GENESIS)), ["One"].into());
    assert_eq!(tags.conflicts(), []);
    tags.add(&list("market", "label: Market\nactor: market"));
    assert_eq!(tags.actors_of(&key(RANSOM)), ["market"].into());
}

#[test]
fn actors_of_an_address_are_named_by_actor_or_label() {
    let mut tags = TagSet::new(NET);
    let rows = ["label: One Ltd, actor: one", "label: Two", "label: Sanctioned, tag_type: attribute"];
    for (title, row) in ["a", "b", "c"].into_iter().zip(rows) {
        tags.add(&TagPack::parse(&pack(title, row).bytes).unwrap());
    }
    assert_eq!(tags.actors_of(&key(GENESIS)), ["Two", "one"].into());
    tags.add(&TagPack::parse(&pack("d", "label: TWO").bytes).unwrap());
    assert_eq!(tags.actors_of(&key(GENESIS)), ["TWO", "one"].into(), "the first spelling of one name");
    assert!(tags.actors_of(&key(RANSOM)).is_empty());
}

#[test]
fn the_same_actor_pack_counts_once_and_every_pack_is_named() {
    let of = |title: &str| {
        let bytes = format!("title: {title}\ncreator: C\nactors:\n- {{id: a, label: A, aliases: [a, b]}}\n");
        ActorPack::parse(bytes.as_bytes(), &Stated::default()).unwrap()
    };
    let mut tags = TagSet::new(NET);
    assert!(tags.add_actors(&of("Z")) && tags.add_actors(&of("B")) && !tags.add_actors(&of("Z")));
    let packs: Vec<_> = tags.actor("b").iter().map(|actor| actor.pack.as_str()).collect();
    assert_eq!(packs, ["B", "Z"]);
    assert_eq!(tags.actor("a").len(), 2);
}
