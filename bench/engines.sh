# The readers beside their peers on the same bytes: blocks beside the bitcoin crate, hashing, scanning, the store.
set -euo pipefail
cd "$(dirname "$0")/.."

run() {
  local crate=$1 name=$2
  shift 2
  printf '\n-- %s\n' "$name"
  cargo run --quiet --release --locked -p "comity-$crate" --example "$name" -- "$@"
}
WORK=$(mktemp -d "${TMPDIR:-/tmp}/comity-bench.XXXXXX")
trap 'rm -rf "$WORK"' EXIT
folder=${COMITY_TEST_DATA:?}/chain/btc-blocks
mapfile -t blocks < <(find "$folder" -name '*.raw' ! -name '*.undo.raw' 2>/dev/null | sort)
if [ ${#blocks[@]} = 0 ]; then
  echo "no real blocks in $COMITY_TEST_DATA: nothing to measure on" >&2
  exit 1
fi
run chain chain_throughput "${blocks[@]}"
run scan scan_throughput "${blocks[@]}"
run evidence evidence_throughput "$folder" "$WORK/scratch"
mkdir "$WORK/store"
run store-sqlite store_sqlite_throughput "$WORK/store"
