//! What the files say, beside what the view says.

use std::collections::BTreeMap;

use comity_chain::ledger::{Prevout, TxNo, View};
use comity_chain::source::BlkFiles;
use comity_chain::tags::TagSet;
use comity_record::Sha256Digest;
use parquet::file::reader::FileReader as _;
use parquet::record::Field;

use crate::support::{NET, exercise_source, exercise_tags, exported, ingest, reader, repository, table};

type Row = BTreeMap<String, Field>;

fn long(number: impl TryInto<i64>) -> Field {
    Field::Long(number.try_into().ok().unwrap())
}

fn int(number: impl TryInto<i32>) -> Field {
    Field::Int(number.try_into().ok().unwrap())
}

fn text(text: &str) -> Field {
    Field::Str(text.to_owned())
}

fn or_null<T>(value: Option<T>, field: impl FnOnce(T) -> Field) -> Field {
    value.map_or(Field::Null, field)
}

/// A hash in the order in which it is printed.
fn hash(bytes: &[u8; 32]) -> Field {
    let printed: Vec<u8> = bytes.iter().rev().copied().collect();
    Field::Bytes(printed.into())
}

fn row<const N: usize>(fields: [(&str, Field); N]) -> Row {
    fields.into_iter().map(|(name, field)| (name.to_owned(), field)).collect()
}

/// Every transaction of a view, with its height and place.
fn transactions(view: &View<'_>) -> Vec<(u32, u32, TxNo)> {
    let first = view.ledger().first_height().unwrap();
    let of_block = |height| (0..).zip(view.block_transactions(height)).map(move |(at, tx)| (height, at, tx));
    (first..=view.height()).flat_map(of_block).collect()
}

fn kind(view: &View<'_>, script: comity_chain::ledger::ScriptNo) -> Field {
    text(serde_json::to_value(view.script_kind(script)).unwrap().as_str().unwrap())
}

fn expected_inputs(view: &View<'_>) -> Vec<Row> {
    let mut rows = vec![];
    for (height, position, tx) in transactions(view) {
        for (number, input) in (0_i32..).zip(view.inputs(tx)) {
            let (spends, output, outpoint) = match view.prevout(input) {
                Prevout::Coinbase => ("coinbase", None, None),
                Prevout::Known(output) => ("known", Some(output), Some(view.outpoint(output))),
                Prevout::Unknown(outpoint) => ("unknown", None, Some(outpoint)),
            };
            rows.push(row([
                ("height", int(height)),
                ("position", int(position)),
                ("input", int(number)),
                ("tx", long(tx.0)),
                ("txid", hash(view.txid(tx).as_bytes())),
                ("spends", text(spends)),
                ("prevout_tx", or_null(output, |output| long(view.maker(output).0))),
                ("prevout_txid", or_null(outpoint, |outpoint| hash(outpoint.txid.as_bytes()))),
                ("prevout_vout", or_null(outpoint, |outpoint| long(outpoint.vout))),
                ("prevout_height", or_null(output, |output| int(view.height_of(view.maker(output))))),
                ("value_sat", or_null(output, |output| long(view.value_sat(output)))),
                ("script", or_null(output, |output| long(view.script_of(output).0))),
                ("address", or_null(output, |output| text(&view.address_of(output)))),
                ("kind", or_null(output, |output| kind(view, view.script_of(output)))),
                ("owned", or_null(output, |output| Field::Bool(view.is_owned(view.script_of(output))))),
            ]));
        }
    }
    rows
}

fn expected_outputs(view: &View<'_>) -> Vec<Row> {
    let mut rows = vec![];
    for (height, position, tx) in transactions(view) {
        for (vout, output) in (0_u32..).zip(view.outputs(tx)) {
            rows.push(row([
                ("height", int(height)),
                ("position", int(position)),
                ("vout", long(vout)),
                ("tx", long(tx.0)),
                ("txid", hash(view.txid(tx).as_bytes())),
                ("value_sat", long(view.value_sat(output))),
                ("script", long(view.script_of(output).0)),
                ("address", text(&view.address_of(output))),
                ("kind", kind(view, view.script_of(output))),
                ("spendable", Field::Bool(view.is_spendable(output))),
            ]));
        }
    }
    rows
}

fn expected_transactions(view: &View<'_>) -> Vec<Row> {
    let of = |(height, position, tx): (u32, u32, TxNo)| {
        let join = view.coinjoin(tx);
        row([
            ("height", int(height)),
            ("position", int(position)),
            ("tx", long(tx.0)),
            ("txid", hash(view.txid(tx).as_bytes())),
            ("time", Field::TimestampMillis(i64::from(view.header(height).time()) * 1000)),
            ("coinbase", Field::Bool(position == 0)),
            ("inputs", int(view.inputs(tx).len())),
            ("outputs", int(view.outputs(tx).len())),
            ("output_sat", long(view.outputs(tx).map(|output| view.value_sat(output)).sum::<u64>())),
            ("fee_sat", or_null(view.fee_sat(tx), long)),
            ("coinjoin", or_null(join, |join| text(join.protocol.name()))),
            ("coinjoin_confidence", or_null(join, |join| int(join.confidence))),
            ("inputs_apart", Field::Bool(view.may_be_coinjoin(tx))),
        ])
    };
    transactions(view).into_iter().map(of).collect()
}

#[test]
fn every_row_of_the_exercise_is_as_the_view_says_it() {
    let ledger = ingest(&exercise_source());
    let view = ledger.at(None).unwrap();
    let files = exported(&ledger, None, &[]);
    assert_eq!(table(&files, "transactions"), expected_transactions(&view));
    assert_eq!(table(&files, "inputs"), expected_inputs(&view));
    assert_eq!(table(&files, "outputs"), expected_outputs(&view));
    let blocks = (0..=view.height()).map(|height| {
        let header = view.header(height);
        row([
            ("height", int(height)),
            ("hash", hash(header.hash().as_bytes())),
            ("prev_hash", hash(header.prev().as_bytes())),
            ("merkle_root", hash(&header.merkle_root())),
            ("version", int(header.version())),
            ("time", Field::TimestampMillis(i64::from(header.time()) * 1000)),
            ("bits", long(header.bits())),
            ("nonce", long(u32::from_le_bytes(header.as_bytes()[76..].try_into().unwrap()))),
            ("transactions", int(view.block_transactions(height).len())),
        ])
    });
    assert_eq!(table(&files, "blocks"), blocks.collect::<Vec<_>>());
    let assignments: BTreeMap<_, _> = view.clustering().assignments().collect();
    let scripts = view.new_scripts(0, view.height()).map(|script| {
        let output = view.first_output(script);
        row([
            ("script", long(script.0)),
            ("address", text(&view.address_of(output))),
            ("kind", kind(&view, script)),
            ("owned", Field::Bool(view.is_owned(script))),
            ("spendable", Field::Bool(assignments.contains_key(&script))),
            ("first_height", int(view.height_of(view.maker(output)))),
        ])
    });
    assert_eq!(table(&files, "scripts"), scripts.collect::<Vec<_>>());
    let clusters = assignments.iter();
    let clusters =
        clusters.map(|(script, oldest)| row([("script", long(script.0)), ("oldest", long(oldest.0))]));
    assert_eq!(table(&files, "clusters"), clusters.collect::<Vec<_>>());
    assert!(table(&files, "tags").is_empty());
    // The chain has what the columns are there for.
    let count = |name: &str, of: &str, field: &Field| {
        table(&files, name).iter().filter(|row| row[of] == *field).count()
    };
    assert!(count("transactions", "coinjoin", &text("joinmarket")) > 0);
    assert!(count("inputs", "owned", &Field::Bool(true)) > 2000);
    assert!(count("outputs", "spendable", &Field::Bool(false)) > 1, "the first block's, and data");
}

#[test]
fn a_ledger_that_begins_late_marks_what_it_does_not_know() {
    let bytes = std::fs::read(repository("packs/exercises/chain/blk00000.dat")).unwrap();
    // Whole records from the seven hundredth on.
    let mut rest = &bytes[..];
    for _ in 0..700 {
        let length = u32::from_le_bytes(rest[4..8].try_into().unwrap());
        rest = &rest[8 + usize::try_from(length).unwrap()..];
    }
    let ledger = ingest(&BlkFiles::memory([("blk00000.dat".to_owned(), rest.to_vec())], NET));
    let view = ledger.at(None).unwrap();
    let files = exported(&ledger, None, &[]);
    let inputs = table(&files, "inputs");
    assert_eq!(inputs, expected_inputs(&view));
    assert_eq!(table(&files, "transactions"), expected_transactions(&view));
    let unknown: Vec<_> = inputs.iter().filter(|row| row["spends"] == text("unknown")).collect();
    assert!(!unknown.is_empty());
    for row in unknown {
        assert!(row["prevout_txid"] != Field::Null && row["prevout_vout"] != Field::Null);
        for column in ["prevout_tx", "prevout_height", "value_sat", "script", "address", "kind", "owned"] {
            assert_eq!(row[column], Field::Null, "{column} would be a guess");
        }
    }
}

#[test]
fn tags_stand_with_the_script_that_they_are_about() {
    let ledger = ingest(&exercise_source());
    let view = ledger.at(None).unwrap();
    let tags = exercise_tags();
    let files = exported(&ledger, None, &tags);
    let found = table(&files, "tags");
    assert_eq!(found.len(), tags.len());
    let scripts: BTreeMap<_, _> = table(&files, "scripts")
        .into_iter()
        .map(|row| (row["address"].to_string(), row["script"].clone()))
        .collect();
    for (row, tag) in found.iter().zip(&tags) {
        assert_eq!(row["address"], text(&tag.address));
        assert_eq!(row["row"], long(tag.row));
        assert_eq!(row["label"], text(&tag.label));
        assert_eq!(row["actor"], or_null(tag.actor.as_deref(), text));
        assert_eq!(row["pack_digest"], Field::Bytes(tag.pack_digest.as_bytes().to_vec().into()));
        let script = scripts.get(&row["address"].to_string()).cloned().unwrap_or(Field::Null);
        assert_eq!(row["script"], script);
    }
    assert!(found.iter().any(|row| row["script"] != Field::Null));
    // The order in which they came does not matter.
    let backward: Vec<_> = tags.iter().rev().cloned().collect();
    assert_eq!(files, exported(&ledger, None, &backward));
    let mut set = TagSet::new(view.ledger().network());
    assert!(tags.into_iter().all(|row| set.add_row(row)));
    assert_eq!(files, exported(&ledger, None, &set.rows().cloned().collect::<Vec<_>>()));
}

#[test]
fn each_file_says_what_it_is_and_how_it_is_sorted() {
    let ledger = ingest(&exercise_source());
    let view = ledger.at(None).unwrap();
    let files = exported(&ledger, None, &exercise_tags());
    let list = comity_parquet::List::parse(&files["export.json"]).unwrap();
    assert!(list.complete);
    assert_eq!((list.at_height, list.at_block), (860, view.tip_hash()));
    assert_eq!(list.ranges, view.range_digests());
    assert_eq!(files["schema.json"], comity_parquet::SCHEMA.as_bytes());
    assert_eq!(list.files.len(), 7);
    let tables: serde_json::Value = serde_json::from_str(comity_parquet::SCHEMA).unwrap();
    for (entry, form) in list.files.iter().zip(tables.as_array().unwrap()) {
        let bytes = &files[&entry.path];
        assert_eq!(entry.sha256, Sha256Digest::of(bytes));
        assert_eq!(entry.bytes, u64::try_from(bytes.len()).unwrap());
        let reader = reader(bytes);
        let metadata = reader.metadata().file_metadata();
        assert_eq!(u64::try_from(metadata.num_rows()).unwrap(), entry.rows);
        assert_eq!(metadata.created_by(), Some("comity-parquet version 1"));
        let said: BTreeMap<_, _> = metadata
            .key_value_metadata()
            .unwrap()
            .iter()
            .map(|pair| (pair.key.as_str(), pair.value.clone().unwrap()))
            .collect();
        let table = form["table"].as_str().unwrap();
        assert_eq!(said["comity.table"], table);
        assert_eq!(said["comity.network"], "regtest");
        assert_eq!((&*said["comity.range_first"], &*said["comity.range_last"]), ("0", "860"));
        match table {
            "clusters" => assert_eq!(said["comity.at_block"], view.tip_hash().to_string()),
            "tags" => assert_eq!(said["comity.tags_digest"], entry.of),
            _ => assert_eq!(said["comity.range_digest"], list.ranges[0].digest.to_string()),
        }
        let names: Vec<_> = metadata.schema_descr().columns().iter().map(|c| c.name().to_owned()).collect();
        let expected: Vec<_> =
            form["columns"].as_array().unwrap().iter().map(|c| c["name"].as_str().unwrap()).collect();
        assert_eq!(names, expected);
        let sorted = reader.metadata().row_group(0).sorting_columns().unwrap();
        let by: Vec<_> = sorted
            .iter()
            .map(|column| {
                assert!(!column.descending);
                &*names[usize::try_from(column.column_idx).unwrap()]
            })
            .collect();
        assert_eq!(
            by,
            form["sorted_by"].as_array().unwrap().iter().map(|n| n.as_str().unwrap()).collect::<Vec<_>>()
        );
        // And it is so.
        let of = |row: &Row| by.iter().map(|name| row[*name].clone()).collect::<Vec<_>>();
        let keys: Vec<_> = crate::support::table(&files, table).iter().map(of).collect();
        let rank = |field: &Field| match field {
            Field::Int(number) => (i64::from(*number), vec![]),
            Field::Long(number) => (*number, vec![]),
            Field::Str(text) => (0, text.as_bytes().to_vec()),
            Field::Bytes(bytes) => (0, bytes.data().to_vec()),
            other => panic!("{other} is no key"),
        };
        let ranks: Vec<Vec<_>> = keys.iter().map(|key| key.iter().map(rank).collect()).collect();
        assert!(ranks.windows(2).all(|pair| pair[0] < pair[1]), "{table} is not sorted");
    }
}
