#!/usr/bin/env bash
# pyarrow reads every file of an exported ledger, and Spark computes the first layer of clusters anew: they say what we say.
source "$(dirname "$0")/lib/common.bash"

need_apt java openjdk-17-jre-headless
need_python pyspark==4.3.0 pyarrow==26.0.1
export PYTHONDONTWRITEBYTECODE=1 PYSPARK_PYTHON=$PYTHON SPARK_LOCAL_IP=127.0.0.1
JUDGE=$ROOT/tests/interop/lib/spark.py

say "building the program"
build
chain() { "$BUILT/comity" --json chain "$@" --store "$WORK/ledger"; }
export_to() { chain export --parquet "$WORK/$1" "${@:2}"; }

chain ingest --network regtest --blocks "$ROOT/packs/exercises/chain" >"$WORK/ingested" || fail "ingest"
chain status >"$WORK/status"
chain clusters --csv "$WORK/clusters.csv" >/dev/null
# First as of a lower height, then to the tip: what it ends with must be as if it had been exported at once.
export_to export --at 400 >/dev/null
export_to export --tags "$ROOT/packs/tags/exercise.yaml" >"$WORK/exported" || fail "export"
export_to again --tags "$ROOT/packs/tags/exercise.yaml" >/dev/null
diff -r "$WORK/export" "$WORK/again" || fail "two exports of one ledger differ"
export_to export --tags "$ROOT/packs/tags/exercise.yaml" | grep -q '"written":0' || fail "what is there is written again"

"$PYTHON" "$JUDGE" read "$WORK/export" "$WORK/status" >"$WORK/read" || { cat "$WORK/read"; fail "pyarrow reads something else"; }
say "pyarrow: $(cat "$WORK/read")"

# layer0 EXPORT OUT : the job of the guide.
layer0() {
  "$(dirname "$PYTHON")/spark-submit" --master 'local[2]' --driver-memory 1g \
    --conf spark.ui.enabled=false --conf spark.sql.shuffle.partitions=2 --conf spark.local.dir="$WORK/spark" \
    --conf spark.driver.bindAddress=127.0.0.1 --conf spark.sql.warehouse.dir="$WORK/warehouse" \
    "$ROOT/docs/guide/spark/layer0.py" "$1" "$2" >"$WORK/spark.log" 2>&1 ||
    { tail -n 20 "$WORK/spark.log" >&2; fail "the Spark job"; }
}
layer0 "$WORK/export" "$WORK/layer0"
"$PYTHON" "$JUDGE" compare "$WORK/export" "$WORK/layer0" "$WORK/clusters.csv" >"$WORK/compared" ||
  { cat "$WORK/compared"; fail "Spark finds other clusters"; }
say "Spark: $(cat "$WORK/compared")"

# The judges judge: one row with another script, in files whose list and digests were put right.
"$PYTHON" "$JUDGE" change "$WORK/again"
if "$PYTHON" "$JUDGE" read "$WORK/again" "$WORK/status" >"$WORK/read" 2>&1; then fail "a changed row is not noticed"; fi
say "a changed row: $(tail -n 1 "$WORK/read")"
