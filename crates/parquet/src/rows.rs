//! The rows of each table, as a view shows them.

use std::collections::HashMap;

use comity_chain::ledger::{OutNo, Prevout, ScriptNo, TxNo, View};
use comity_chain::script::{ScriptKey, ScriptKind};
use comity_chain::tags::{AnswersTo, TagRow};
use parquet::data_type::{ByteArray, FixedLenByteArray};

use crate::ExportError;
use crate::table::Table;
use crate::write::{Cell, TableFile};

/// Writes the rows of a table of one range. Clusters and tags are of no range.
pub(crate) fn write(
    view: &View<'_>,
    table: Table,
    (first, last): (u32, u32),
    file: &mut TableFile,
) -> Result<(), ExportError> {
    match table {
        Table::Blocks => blocks(view, first..=last, file),
        Table::Transactions => each_transaction(view, first, last, |tx| transaction(view, tx, file)),
        Table::Inputs => {
            let mut kinds = Kinds::default();
            each_transaction(view, first, last, |tx| inputs(view, tx, &mut kinds, file))
        }
        Table::Outputs => {
            let mut kinds = Kinds::default();
            each_transaction(view, first, last, |tx| outputs(view, tx, &mut kinds, file))
        }
        Table::Scripts => scripts(view, first, last, file),
        Table::Clusters | Table::Tags => unreachable!("these are not written range by range"),
    }
}

/// Where a transaction is.
struct Place {
    height: u32,
    position: u32,
    tx: TxNo,
}

fn each_transaction(
    view: &View<'_>,
    first: u32,
    last: u32,
    mut row: impl FnMut(&Place) -> Result<(), ExportError>,
) -> Result<(), ExportError> {
    for height in first..=last {
        for (position, tx) in (0..).zip(view.block_transactions(height)) {
            row(&Place { height, position, tx })?;
        }
    }
    Ok(())
}

fn blocks(
    view: &View<'_>,
    heights: impl Iterator<Item = u32>,
    file: &mut TableFile,
) -> Result<(), ExportError> {
    for height in heights {
        let header = view.header(height);
        let nonce = u32::from_le_bytes(header.as_bytes()[76..].try_into().expect("a header has 80 bytes"));
        file.row([
            Cell::int(height),
            printed(*header.hash().as_bytes()),
            printed(*header.prev().as_bytes()),
            printed(header.merkle_root()),
            Cell::int(header.version()),
            milliseconds(header.time()),
            Cell::int(header.bits()),
            Cell::int(nonce),
            count(view.block_transactions(height).len()),
        ])?;
    }
    Ok(())
}

fn transaction(view: &View<'_>, place: &Place, file: &mut TableFile) -> Result<(), ExportError> {
    let tx = place.tx;
    let output_sat: u64 = view.outputs(tx).map(|output| view.value_sat(output)).sum();
    let coinjoin = view.coinjoin(tx);
    file.row([
        Cell::int(place.height),
        Cell::int(place.position),
        Cell::int(tx.0),
        printed(*view.txid(tx).as_bytes()),
        milliseconds(view.header(place.height).time()),
        Cell::Flag(view.is_coinbase(tx)),
        count(view.inputs(tx).len()),
        count(view.outputs(tx).len()),
        Cell::int(output_sat),
        Cell::maybe(view.fee_sat(tx), Cell::int),
        Cell::maybe(coinjoin, |join| Cell::text(join.protocol.name())),
        Cell::maybe(coinjoin, |join| Cell::int(join.confidence)),
        Cell::Flag(view.may_be_coinjoin(tx)),
    ])
}

fn inputs(
    view: &View<'_>,
    place: &Place,
    kinds: &mut Kinds,
    file: &mut TableFile,
) -> Result<(), ExportError> {
    let txid = printed(*view.txid(place.tx).as_bytes());
    for (number, input) in (0_u32..).zip(view.inputs(place.tx)) {
        let prevout = view.prevout(input);
        let (spends, known, outpoint) = match prevout {
            Prevout::Coinbase => ("coinbase", None, None),
            Prevout::Known(output) => ("known", Some(output), Some(view.outpoint(output))),
            Prevout::Unknown(outpoint) => ("unknown", None, Some(outpoint)),
        };
        let maker = known.map(|output| view.maker(output));
        let script = known.map(|output| view.script_of(output));
        let key = script.map(|script| view.script_key(script));
        file.row([
            Cell::int(place.height),
            Cell::int(place.position),
            Cell::int(number),
            Cell::int(place.tx.0),
            txid.clone(),
            Cell::text(spends),
            Cell::maybe(maker, |maker| Cell::int(maker.0)),
            Cell::maybe(outpoint, |outpoint| printed(*outpoint.txid.as_bytes())),
            Cell::maybe(outpoint, |outpoint| Cell::int(outpoint.vout)),
            Cell::maybe(maker, |maker| Cell::int(view.height_of(maker))),
            Cell::maybe(known, |output: OutNo| Cell::int(view.value_sat(output))),
            Cell::maybe(script, |script: ScriptNo| Cell::int(script.0)),
            Cell::maybe(key, |key| address(view, &key)),
            Cell::maybe(key, |key| kinds.name(key.kind())),
            Cell::maybe(script, |script| Cell::Flag(view.is_owned(script))),
        ])?;
    }
    Ok(())
}

fn outputs(
    view: &View<'_>,
    place: &Place,
    kinds: &mut Kinds,
    file: &mut TableFile,
) -> Result<(), ExportError> {
    let txid = printed(*view.txid(place.tx).as_bytes());
    for (vout, output) in (0_u32..).zip(view.outputs(place.tx)) {
        let script = view.script_of(output);
        let key = view.script_key(script);
        file.row([
            Cell::int(place.height),
            Cell::int(place.position),
            Cell::int(vout),
            Cell::int(place.tx.0),
            txid.clone(),
            Cell::int(view.value_sat(output)),
            Cell::int(script.0),
            address(view, &key),
            kinds.name(key.kind()),
            Cell::Flag(view.is_spendable(output)),
        ])?;
    }
    Ok(())
}

fn scripts(view: &View<'_>, first: u32, last: u32, file: &mut TableFile) -> Result<(), ExportError> {
    let mut kinds = Kinds::default();
    for script in view.new_scripts(first, last) {
        let key = view.script_key(script);
        file.row([
            Cell::int(script.0),
            address(view, &key),
            kinds.name(key.kind()),
            Cell::Flag(view.is_owned(script)),
            Cell::Flag(!key.kind().is_unspendable()),
            Cell::int(view.height_of(view.maker(view.first_output(script)))),
        ])?;
    }
    Ok(())
}

/// Writes the row of a script in a cluster.
pub(crate) fn cluster(
    (script, oldest): (ScriptNo, ScriptNo),
    file: &mut TableFile,
) -> Result<(), ExportError> {
    file.row([Cell::int(script.0), Cell::int(oldest.0)])
}

/// Writes the rows of tags.
pub(crate) fn tags(view: &View<'_>, tags: &[&TagRow], file: &mut TableFile) -> Result<(), ExportError> {
    let text = |text: &Option<String>| Cell::maybe(text.as_deref(), Cell::text);
    for row in tags {
        let key = ScriptKey::parse(&row.address, view.ledger().network()).ok();
        let script = key.and_then(|key| view.find_address(&key));
        let (country, country_source) = match &row.answers_to {
            AnswersTo::Unknown => (Cell::Null, Cell::Null),
            AnswersTo::State { country, source } => (Cell::text(country.as_str()), Cell::text(source)),
        };
        file.row([
            Cell::text(&row.pack),
            Cell::Hash(FixedLenByteArray::from(row.pack_digest.as_bytes().to_vec())),
            Cell::int(row.row),
            Cell::text(&row.address),
            Cell::maybe(script, |script| Cell::int(script.0)),
            Cell::text(&row.label),
            text(&row.actor),
            text(&row.category),
            text(&row.abuse),
            text(&row.tag_type),
            text(&row.confidence),
            text(&row.source),
            text(&row.lastmod),
            Cell::Flag(row.is_cluster_definer),
            country,
            country_source,
            Cell::text(&row.pack_creator),
            text(&row.pack_uri),
            text(&row.pack_licence),
        ])?;
    }
    Ok(())
}

/// A hash of blocks or transactions in the order in which it is printed.
fn printed(mut bytes: [u8; 32]) -> Cell {
    bytes.reverse();
    Cell::Hash(FixedLenByteArray::from(bytes.to_vec()))
}

/// Parquet knows no time in whole seconds.
fn milliseconds(seconds: u32) -> Cell {
    Cell::Int(i64::from(seconds) * 1000)
}

fn count(rows: usize) -> Cell {
    Cell::int(rows)
}

fn address(view: &View<'_>, key: &ScriptKey) -> Cell {
    Cell::text(&key.text(view.ledger().network()))
}

/// The names of kinds of scripts, as files and answers have them.
#[derive(Default)]
struct Kinds(HashMap<ScriptKind, ByteArray>);

impl Kinds {
    fn name(&mut self, kind: ScriptKind) -> Cell {
        let name = self.0.entry(kind).or_insert_with(|| {
            let name = serde_json::to_value(kind).expect("a plain name");
            ByteArray::from(name.as_str().expect("a plain name"))
        });
        Cell::Text(name.clone())
    }
}
