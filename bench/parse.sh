#!/usr/bin/env bash
# Walks the real blocks of the test data and computes their transaction ids, beside bitcoin_slices, the bitcoin crate
# and blockchain-parser (a Python library) on the same bytes. Fails below 0.75 of bitcoin_slices, or when the ids differ.
set -euo pipefail
cd "$(dirname "$0")/.."
data=${COMITY_TEST_DATA:-$(pwd)/../shared/data}
work=$(mktemp -d "${TMPDIR:-/tmp}/comity-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
cargo run --quiet --release --locked -p comity-chain --example chain_throughput -- "$data"/chain/btc-blocks/*[0-9].raw |
  tee "$work/ours.txt"
# The peer is no part of the workspace: nothing of it is in the program or its tests.
mkdir -p "$work/peer/src"
cp bench/peers/slices.rs "$work/peer/src/main.rs"
cat >"$work/peer/Cargo.toml" <<EOF
[package]
name = "peer"
version = "0.0.0"
edition = "2024"
[dependencies]
bitcoin_slices = { version = "=0.13.0", features = ["sha2"] }
sha2 = "0.11"
[profile.release]
codegen-units = 1
lto = "thin"
[workspace]
EOF
cargo run --quiet --release --manifest-path "$work/peer/Cargo.toml" -- \
  "$data"/chain/btc-blocks/*[0-9].raw | tee "$work/theirs.txt"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet blockchain-parser==0.1.6
"$work/venv/bin/python" bench/parser_peer.py "$data"/chain/btc-blocks/*[0-9].raw | tee "$work/python.txt"
for peer in theirs python; do
  [ "$(grep ^ids "$work/ours.txt")" = "$(grep ^ids "$work/$peer.txt")" ] || { echo "the ids of $peer differ" >&2; exit 1; }
done
ours=$(awk '/^own walker \+ txid/ { print $5 }' "$work/ours.txt")
theirs=$(awk '/^bitcoin_slices/ { print $5 }' "$work/theirs.txt")
awk -v ours="$ours" -v theirs="$theirs" 'BEGIN {
  printf "%.2f of bitcoin_slices (limit 0.75)\n", ours / theirs; exit !(ours >= 0.75 * theirs) }'
