//! How an export comes to be: the same bytes whatever the way, after cuts and reorganisations too.

use std::sync::Arc;

use comity_chain::Network;
use comity_chain::ledger::{IngestOptions, Ledger};
use comity_disk::{Disk, DiskPath, SimDisk, make_dir_durable, write_durable};
use comity_parquet::{EXPORT, ExportError, List, MAX_LIST_BYTES, Report, export};
use comity_record::Coded as _;
use parquet::file::metadata::RowGroupMetaData;
use parquet::file::reader::FileReader as _;

use crate::support::{NET, exercise_source, exercise_tags, exported, files, ingest, made};

fn path(text: &str) -> DiskPath {
    DiskPath::new(text).unwrap()
}

fn into(disk: &Arc<SimDisk>, ledger: &Ledger, at: Option<u32>) -> Result<Report, ExportError> {
    let disk: Arc<dyn Disk> = disk.clone();
    export(&ledger.at(at).unwrap(), &[], &disk, &mut |_| {})
}

#[test]
fn the_same_ledger_gives_the_same_bytes_whatever_its_batches_and_threads() {
    let tags = exercise_tags();
    let in_memory = exported(&ingest(&exercise_source()), None, &tags);
    let folder = tempfile::tempdir().unwrap();
    let disk = Arc::new(comity_disk::RealDisk::open(folder.path()).unwrap());
    let mut ledger = Ledger::open_to_write(disk, NET, 99).unwrap();
    let options = IngestOptions { memory_bytes: 1 << 20, threads: Some(2), ..IngestOptions::default() };
    ledger.ingest(&exercise_source(), &options, &mut |_| {}).unwrap();
    assert_eq!(in_memory, exported(&ledger, None, &tags));
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    assert_eq!(in_memory, pool.install(|| exported(&ledger, None, &tags)));
}

#[test]
fn a_later_export_writes_only_what_is_new_and_ends_as_if_it_were_the_first() {
    let ledger = ingest(&made(2100, 0, 0));
    let disk = Arc::new(SimDisk::new());
    let first = into(&disk, &ledger, Some(1500)).unwrap();
    assert_eq!((first.files, first.written, first.removed), (12, 12, 0));
    assert_eq!(files(disk.as_ref()), exported(&ledger, Some(1500), &[]));
    let again = into(&disk, &ledger, Some(1500)).unwrap();
    assert_eq!((again.written, again.removed), (0, 0));
    assert_eq!(again.rows, first.rows);

    // The first range stays but for its clusters; the unfinished one gives way.
    let later = into(&disk, &ledger, None).unwrap();
    assert_eq!((later.files, later.written, later.removed), (18, 13, 7));
    assert_eq!(files(disk.as_ref()), exported(&ledger, None, &[]));
    let names: Vec<_> = files(disk.as_ref()).into_keys().filter(|path| path.starts_with("blocks/")).collect();
    assert_eq!(
        names,
        [
            "blocks/0000000-0000999.parquet",
            "blocks/0001000-0001999.parquet",
            "blocks/0002000-0002100.parquet"
        ]
    );
    // Back to a lower height.
    into(&disk, &ledger, Some(1500)).unwrap();
    assert_eq!(files(disk.as_ref()), exported(&ledger, Some(1500), &[]));
}

#[test]
fn a_reorganisation_replaces_the_ranges_that_it_changed_and_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let store = Arc::new(comity_disk::RealDisk::open(folder.path()).unwrap());
    let mut ledger = Ledger::open_to_write(store, NET, 1).unwrap();
    ledger.ingest(&made(2100, 1, 1995), &IngestOptions::default(), &mut |_| {}).unwrap();
    let disk = Arc::new(SimDisk::new());
    into(&disk, &ledger, None).unwrap();
    let before = files(disk.as_ref());
    // From block 1,995 on another branch has more work: the second range and the third are changed.
    let report = ledger.ingest(&made(2101, 2, 1995), &IngestOptions::default(), &mut |_| {}).unwrap();
    assert_eq!(report.taken_back, 106);
    let report = into(&disk, &ledger, None).unwrap();
    assert_eq!(report.written, 18 - 5);
    let after = files(disk.as_ref());
    assert_eq!(after, exported(&ingest(&made(2101, 2, 1995)), None, &[]));
    for table in ["blocks", "transactions", "inputs", "outputs", "scripts"] {
        let same = |range: &str| {
            let path = format!("{table}/{range}.parquet");
            before.get(&path) == after.get(&path)
        };
        assert!(same("0000000-0000999") && !same("0001000-0001999"), "{table}");
    }
}

#[test]
fn an_export_that_is_cut_off_anywhere_is_begun_again_and_ends_the_same() {
    let ledger = ingest(&made(1010, 0, 0));
    let expected = exported(&ledger, None, &[]);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let whole = Arc::new(SimDisk::new());
    pool.install(|| into(&whole, &ledger, None)).unwrap();
    let (mut resumed, mut from_nothing) = (0, 0);
    for cut in (0..whole.operations()).step_by(3) {
        let disk = Arc::new(SimDisk::new());
        disk.cut_at(cut);
        assert_eq!(pool.install(|| into(&disk, &ledger, None)).unwrap_err().code(), "disk-power-lost");
        let after = Arc::new(disk.power_cut(cut));
        // What is called complete is complete.
        if let Some(list) = List::read(after.as_ref()).unwrap().filter(|list| list.complete) {
            let files = files(after.as_ref());
            assert!(list.files.iter().all(|file| files[&file.path] == expected[&file.path]), "cut {cut}");
        }
        let report = pool.install(|| into(&after, &ledger, None)).unwrap();
        *(if report.written < report.files { &mut resumed } else { &mut from_nothing }) += 1;
        assert_eq!(files(after.as_ref()), expected, "cut {cut}");
    }
    assert!(resumed > 10 && from_nothing > 3, "{resumed} {from_nothing}");
}

#[test]
fn a_full_disk_is_told_as_such_and_the_next_export_goes_on() {
    let ledger = ingest(&made(1010, 0, 0));
    let disk = Arc::new(SimDisk::new());
    disk.set_capacity(Some(60_000));
    assert_eq!(into(&disk, &ledger, None).unwrap_err().code(), "disk-full");
    assert!(!List::read(disk.as_ref()).unwrap().unwrap().complete);
    disk.set_capacity(None);
    into(&disk, &ledger, None).unwrap();
    assert_eq!(files(disk.as_ref()), exported(&ledger, None, &[]));
}

#[test]
fn a_file_that_is_gone_shorter_or_other_than_it_was_is_written_again_and_one_that_was_begun_removed() {
    let ledger = ingest(&made(30, 0, 0));
    let disk = Arc::new(SimDisk::new());
    into(&disk, &ledger, None).unwrap();
    let whole = files(disk.as_ref());
    disk.remove(&path("inputs/0000000-0000030.parquet")).unwrap();
    disk.open(&path("outputs/0000000-0000030.parquet")).unwrap().truncate(100).unwrap();
    disk.open(&path("transactions/0000000-0000030.parquet")).unwrap().write_at(50, b"x").unwrap();
    drop(disk.create_new(&path("blocks/0000000-0000029.parquet")).unwrap());
    let report = into(&disk, &ledger, None).unwrap();
    assert_eq!((report.written, report.removed), (3, 3));
    assert_eq!(files(disk.as_ref()), whole);
}

#[test]
fn tags_that_are_given_no_more_are_taken_out() {
    let ledger = ingest(&exercise_source());
    let (view, disk) = (ledger.at(None).unwrap(), Arc::new(SimDisk::new()));
    let folder: Arc<dyn Disk> = disk.clone();
    export(&view, &exercise_tags().iter().collect::<Vec<_>>(), &folder, &mut |_| {}).unwrap();
    let report = export(&view, &[], &folder, &mut |_| {}).unwrap();
    assert_eq!((report.written, report.removed), (0, 1));
    assert_eq!(files(disk.as_ref()), exported(&ledger, None, &[]));
}

#[test]
fn a_folder_of_something_else_is_left_alone() {
    let ledger = ingest(&made(30, 0, 0));
    let refused = |disk: &Arc<SimDisk>, code: &str| {
        let before = files(disk.as_ref());
        assert_eq!(into(disk, &ledger, None).unwrap_err().code(), code);
        let mut after = files(disk.as_ref());
        if !before.contains_key("lock") {
            after.remove("lock");
        }
        assert_eq!(after, before);
    };
    let with = |name: &str, bytes: &[u8]| {
        let disk = Arc::new(SimDisk::new());
        write_durable(disk.as_ref(), &path(name), bytes).unwrap();
        disk
    };
    refused(&with("thesis.odt", b"years of work"), "parquet-folder-not-empty");
    // Nor is anything that somebody put into an export touched.
    for name in
        ["thesis.odt", "blocks/thesis.odt", "blocks/thesis.parquet", "tags/0-1.parquet", "blocks/mine/own"]
    {
        let disk = Arc::new(SimDisk::new());
        into(&disk, &ledger, None).unwrap();
        let at = path(name);
        make_dir_durable(disk.as_ref(), &at.parent()).unwrap();
        write_durable(disk.as_ref(), &at, b"years of work").unwrap();
        refused(&disk, "parquet-folder-not-empty");
    }
    refused(&with(EXPORT, b"{}"), "parquet-list-malformed");
    refused(&with(EXPORT, b"{\"format\": 2}"), "parquet-list-format");
    let list = |network: Network, first_height: u32| {
        let view = ledger.at(None).unwrap();
        let list = List {
            format: 1,
            complete: true,
            network,
            first_height,
            at_height: view.height(),
            at_block: view.tip_hash(),
            ranges: vec![],
            files: vec![],
        };
        with(EXPORT, &serde_json::to_vec(&list).unwrap())
    };
    refused(&list(Network::Signet, 0), "parquet-other-ledger");
    refused(&list(NET, 1), "parquet-other-ledger");
    let held = list(NET, 0);
    let lock = held.lock(&path("lock")).unwrap();
    refused(&held, "parquet-folder-in-use");
    drop(lock);
    assert!(into(&held, &ledger, None).is_ok());
}

#[test]
fn a_list_is_read_up_to_its_limit_and_no_further() {
    let ledger = ingest(&made(30, 0, 0));
    let disk = Arc::new(SimDisk::new());
    into(&disk, &ledger, None).unwrap();
    let mut bytes = files(disk.as_ref()).remove(EXPORT).unwrap();
    bytes.resize(usize::try_from(MAX_LIST_BYTES).unwrap(), b' ');
    write_durable(disk.as_ref(), &path(EXPORT), &bytes).unwrap();
    assert!(List::read(disk.as_ref()).unwrap().is_some());
    bytes.push(b' ');
    write_durable(disk.as_ref(), &path(EXPORT), &bytes).unwrap();
    assert_eq!(List::read(disk.as_ref()).unwrap_err().code(), "parquet-list-malformed");
}

#[test]
fn more_rows_than_a_group_holds_make_several_groups() {
    // 2^17 outputs in one transaction and some more around it.
    let ledger = ingest(&crate::support::wide(comity_parquet::ROW_GROUP_ROWS + 1));
    let files = exported(&ledger, None, &[]);
    let metadata = crate::support::reader(&files["outputs/0000000-0000001.parquet"]);
    let groups: Vec<_> = metadata.metadata().row_groups().iter().map(RowGroupMetaData::num_rows).collect();
    assert_eq!(groups, [1 << 17, 2]);
    let sum: i64 = crate::support::table(&files, "outputs")
        .iter()
        .map(|row| if let parquet::record::Field::Long(sat) = row["value_sat"] { sat } else { 0 })
        .sum();
    assert_eq!(sum, 5_000_000_000 + (1 << 17) + 1);
}

#[test]
fn progress_ends_when_all_is_there() {
    let ledger = ingest(&made(1010, 0, 0));
    let mut seen = vec![];
    let disk: Arc<dyn Disk> = Arc::new(SimDisk::new());
    export(&ledger.at(None).unwrap(), &[], &disk, &mut |progress| seen.push(progress)).unwrap();
    assert!(seen.windows(2).all(|pair| pair[0].files < pair[1].files));
    let last = seen.last().unwrap();
    assert_eq!((last.files, last.of_files), (12, 12));
}
