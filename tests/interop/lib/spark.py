"""Judges an export of a ledger by pyarrow: spark.py read EXPORT STATUS, spark.py compare EXPORT OUT CSV,
spark.py change EXPORT.

`read` holds every file against schema.json, export.json and the answers of `comity chain status`; `compare` holds the
clusters that a Spark job wrote against the table of the export and against the CSV of `comity chain clusters`; `change` makes an export wrong
that `read` must refuse.
"""

import csv
import hashlib
import json
import os
import sys

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

# What pyarrow makes of the types that schema.json names.
TYPES = {
    ("INT32", None): pa.int32(),
    ("INT64", None): pa.int64(),
    ("INT64", "TIMESTAMP(MILLIS,true)"): pa.timestamp("ms", tz="UTC"),
    ("BOOLEAN", None): pa.bool_(),
    ("BYTE_ARRAY", "STRING"): pa.string(),
    ("FIXED_LEN_BYTE_ARRAY(32)", None): pa.binary(32),
}


def check(holds, what):
    if not holds:
        sys.exit(f"not so: {what}")


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def rows_of(table, columns):
    return list(zip(*(table[column].to_pylist() for column in columns)))


def read_files(export):
    """The tables, after each file was held against what the list and the schema say of it."""
    listed, forms = load(f"{export}/export.json"), load(f"{export}/schema.json")
    check(listed["complete"], "the export is complete")
    folders = [form["table"] for form in forms if os.path.isdir(f"{export}/{form['table']}")]
    on_disk = {f"{folder}/{name}" for folder in folders for name in os.listdir(f"{export}/{folder}")}
    check(on_disk == {file["path"] for file in listed["files"]}, "the list has every file and no other")
    tables = {}
    for form in forms:
        expected = pa.schema(
            pa.field(c["name"], TYPES[c["type"], c.get("logical")], nullable="null" in c) for c in form["columns"]
        )
        parts = []
        for file in (f for f in listed["files"] if f["path"].startswith(form["table"] + "/")):
            path = f"{export}/{file['path']}"
            with open(path, "rb") as opened:
                check(hashlib.sha256(opened.read()).hexdigest() == file["sha256"], f"the digest of {path}")
            opened = pq.ParquetFile(path)
            check(opened.schema_arrow.remove_metadata() == expected, f"the columns of {path} are those of schema.json")
            said = {k.decode(): v.decode() for k, v in opened.metadata.metadata.items()}
            check(said["comity.network"] == listed["network"], f"{path} names its network")
            if form["table"] not in ("clusters", "tags"):
                digests = {(r["first"], r["last"]): r["digest"] for r in listed["ranges"]}
                place = int(said["comity.range_first"]), int(said["comity.range_last"])
                check(digests[place] == said["comity.range_digest"] == file["of"], f"{path} names its range")
            for group in range(opened.num_row_groups):
                names = [expected.names[c.column_index] for c in opened.metadata.row_group(group).sorting_columns]
                check(names == form["sorted_by"], f"{path} says how it is sorted")
            part = opened.read()
            check(part.num_rows == file["rows"], f"the rows of {path}")
            keys = rows_of(part, form["sorted_by"])
            check(all(a < b for a, b in zip(keys, keys[1:])), f"{path} is sorted")
            parts.append(part)
        tables[form["table"]] = pa.concat_tables(parts) if parts else expected.empty_table()
    return listed, tables


def read(export, status):
    listed, tables = read_files(export)
    status = load(status)
    check(listed["at_block"] == status["tip"] and listed["at_height"] == status["height"], "the tip")
    check(listed["ranges"] == status["ranges"], "the digests of the ranges")
    blocks, transactions, inputs, outputs = (tables[t] for t in ("blocks", "transactions", "inputs", "outputs"))
    check(blocks["height"].to_pylist() == list(range(status["height"] + 1)), "every block is there")
    check(blocks["hash"][-1].as_py().hex() == status["tip"], "the last block")
    check(pc.sum(blocks["transactions"]).as_py() == transactions.num_rows, "the transactions of the blocks")
    check(pc.sum(transactions["inputs"]).as_py() == inputs.num_rows, "the inputs of the transactions")
    check(pc.sum(transactions["outputs"]).as_py() == outputs.num_rows, "the outputs of the transactions")
    check(pc.sum(transactions["output_sat"]) == pc.sum(outputs["value_sat"]), "the worth of the outputs")
    about = ["value_sat", "script", "address", "kind"]
    made = {row[:2]: row[2:] for row in rows_of(outputs, ["tx", "vout", "txid", *about])}
    unspent = {row[:2]: row[2] for row in rows_of(outputs, ["tx", "vout", "value_sat", "spendable"]) if row[3]}
    for spends, *prevout in rows_of(inputs, ["spends", "prevout_tx", "prevout_vout", "prevout_txid", *about]):
        check(spends in ("known", "coinbase"), "every prevout of this chain is known")
        if spends == "known":
            place, said = tuple(prevout[:2]), tuple(prevout[2:])
            check(made[place] == said, f"the input that spends {place} says what that is")
            check(unspent.pop(place, None) == said[1], f"{place} is spent once")
    check(len(unspent) == status["utxo_count"], "the unspent outputs, as the status counts them")
    check(sum(unspent.values()) == status["utxo_sat"], "their worth, as the status has it")
    spent = pc.sum(inputs["value_sat"]).as_py()
    ordinary = transactions.filter(pc.invert(transactions["coinbase"]))
    fees = pc.sum(ordinary["fee_sat"]).as_py()
    check(spent == pc.sum(ordinary["output_sat"]).as_py() + fees, "what is spent is what is paid and the fees")
    addresses = dict(rows_of(tables["scripts"], ["script", "address"]))
    check(list(addresses) == list(range(len(addresses))), "every script is there")
    check(all(addresses[s] == a for s, a in rows_of(outputs, ["script", "address"])), "the addresses of the scripts")
    check(tables["tags"].num_rows > 0 and tables["tags"]["script"].null_count < tables["tags"].num_rows, "tags")
    print({name: table.num_rows for name, table in tables.items()})


def compare(export, out, path):
    _, tables = read_files(export)
    spark = pq.read_table(out)
    check(spark.num_rows == tables["clusters"].num_rows, "as many scripts as in clusters")
    theirs = dict(rows_of(spark, ["script", "oldest"]))
    check(theirs == dict(rows_of(tables["clusters"], ["script", "oldest"])), "the clusters of Spark are those of the export")
    addresses = dict(rows_of(tables["scripts"], ["script", "address"]))
    with open(path, encoding="utf-8", newline="") as file:
        ours = sorted((row["address"], int(row["cluster"])) for row in csv.DictReader(file))
    check(sorted((addresses[s], oldest) for s, oldest in theirs.items()) == ours, "and those of comity chain clusters")
    print(f"{len(theirs)} scripts in {len(set(theirs.values()))} clusters, equal three ways")


def change(export):
    """Gives one row of the inputs the first script of the chain, so that nothing but its meaning is wrong."""
    listed = load(f"{export}/export.json")
    entry = next(file for file in listed["files"] if file["path"].startswith("inputs/"))
    path = f"{export}/{entry['path']}"
    before = pq.ParquetFile(path)
    table = before.read()
    joins = pq.read_table(f"{export}/transactions", columns=["tx", "inputs_apart"])
    ordinary = set(joins.filter(pc.invert(joins["inputs_apart"]))["tx"].to_pylist())
    scripts = table["script"].to_pylist()
    # The second input of a payment: both scripts are one owner's, who would own the first script of the chain too.
    places = enumerate(rows_of(table, ["tx", "input"]))
    scripts[next(at for at, (tx, place) in places if place == 1 and tx in ordinary)] = 0
    column = table.schema.get_field_index("script")
    table = table.set_column(column, table.schema.field(column), pa.array(scripts, pa.int64()))
    table = table.replace_schema_metadata(before.metadata.metadata)
    pq.write_table(table, path, sorting_columns=before.metadata.row_group(0).sorting_columns)
    with open(path, "rb") as file:
        entry["sha256"] = hashlib.sha256(file.read()).hexdigest()
    with open(f"{export}/export.json", "w", encoding="utf-8") as file:
        json.dump(listed, file)


if __name__ == "__main__":
    {"read": read, "compare": compare, "change": change}[sys.argv[1]](*sys.argv[2:])
