#!/usr/bin/env bash
# Walks the real blocks of the test data and computes their transaction ids, beside bitcoin_slices and the bitcoin crate on
# the same bytes. Fails below 0.75 of bitcoin_slices, or when the ids differ.
set -euo pipefail
cd "$(dirname "$0")/.."
data=${COMITY_TEST_DATA:-$(pwd)/../shared/data}
work=$(mktemp -d "${TMPDIR:-/tmp}/comity-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
cargo run --quiet --release --locked -p comity-chain --example chain_throughput -- "$data"/chain/btc-blocks/*[0-9].raw |
  tee "$work/ours.txt"
CARGO_TARGET_DIR="$work/target" cargo run --quiet --release --manifest-path bench/peers/Cargo.toml -- \
  "$data"/chain/btc-blocks/*[0-9].raw | tee "$work/theirs.txt"
[ "$(grep ^ids "$work/ours.txt")" = "$(grep ^ids "$work/theirs.txt")" ] || { echo "the ids differ" >&2; exit 1; }
ours=$(awk '/^own walker \+ txid/ { print $5 }' "$work/ours.txt")
theirs=$(awk '/^bitcoin_slices/ { print $5 }' "$work/theirs.txt")
awk -v ours="$ours" -v theirs="$theirs" 'BEGIN {
  printf "%.2f of bitcoin_slices (limit 0.75)\n", ours / theirs; exit !(ours >= 0.75 * theirs) }'
