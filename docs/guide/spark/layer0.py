"""The first layer of clusters, computed on Spark from an export of a ledger (see parquet.md).

Whoever spends several addresses in one transaction holds them all, unless the transaction is a CoinJoin or the
script is nobody's. The clusters are the connected components of these pairs, found by the alternating steps of
Kiveris and others, "Connected Components in MapReduce and Beyond" (2014): each vertex tells its greater neighbours,
then all of its neighbours, of the least that it knows, until nothing changes.

    spark-submit layer0.py EXPORT OUT

writes OUT as Parquet with the columns script and oldest, as the table clusters of the export has them.
"""

import json
import os
import sys

from pyspark.sql import SparkSession, functions as F


def complete(export):
    """Refuses an export that is being written, of which a part would be taken for the whole."""
    with open(os.path.join(export, "export.json"), encoding="utf-8") as file:
        if not json.load(file)["complete"]:
            sys.exit(f"{export} is not complete: export again into it")


def pairs(inputs, transactions):
    """Each script of a transaction's inputs beside the least of them."""
    ordinary = transactions.where(~F.col("inputs_apart")).select("tx")
    spent = inputs.where("owned").select("tx", "script").join(ordinary, "tx")
    least = spent.groupBy("tx").agg(F.min("script").alias("least"))
    beside = spent.join(least, "tx").where("script > least")
    return beside.select(F.col("script").alias("a"), F.col("least").alias("b")).distinct()


def large_star(edges):
    """Joins the greater neighbours of each vertex to the least that it knows, itself included."""
    both = edges.union(edges.select(F.col("b"), F.col("a")))
    least = both.groupBy("a").agg(F.least(F.min("b"), F.col("a")).alias("least"))
    greater = both.where("b > a").join(least, "a")
    return greater.select(F.col("b").alias("a"), F.col("least").alias("b")).distinct()


def small_star(edges):
    """Joins each vertex and its lesser neighbours to the least of them."""
    down = edges.select(F.greatest("a", "b").alias("a"), F.least("a", "b").alias("b"))
    least = down.groupBy("a").agg(F.min("b").alias("least"))
    lesser = down.join(least, "a").where("b > least")
    moved = lesser.select(F.col("b").alias("a"), F.col("least").alias("b"))
    return moved.union(least.select("a", F.col("least").alias("b"))).distinct()


def components(edges):
    """Each vertex that is not the least of its component, and that least one."""
    seen = None
    while True:
        # The plan would double with each step; a checkpoint keeps the rows and forgets how they came to be.
        edges = small_star(large_star(edges)).localCheckpoint()
        state = edges.agg(F.count("*"), F.sum("a"), F.sum("b")).first()
        if state == seen:
            return edges
        seen = state


def main(export, out):
    complete(export)
    spark = SparkSession.builder.appName("layer 0").getOrCreate()
    inputs, transactions, scripts = (
        spark.read.parquet(os.path.join(export, table)) for table in ("inputs", "transactions", "scripts")
    )
    oldest = components(pairs(inputs, transactions)).select(F.col("a").alias("script"), F.col("b").alias("oldest"))
    clusters = (
        scripts.where("spendable")
        .select("script")
        .join(oldest, "script", "left")
        .select("script", F.coalesce("oldest", "script").alias("oldest"))
    )
    clusters.write.mode("overwrite").parquet(out)
    spark.stop()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: layer0.py EXPORT OUT")
    main(*sys.argv[1:])
