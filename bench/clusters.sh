#!/usr/bin/env bash
# Joins the same pairs into clusters beside graphsense-clustering, which GraphSense uses: as fast, and to the same
# partition. The peer is called from Python, as it is meant to be; the conversion of the lists is not counted for it.
# COMITY_BENCH_THINGS says how many addresses there are.
set -euo pipefail
cd "$(dirname "$0")/.."
things=${COMITY_BENCH_THINGS:-20000000}
work=$(mktemp -d "${TMPDIR:-/tmp}/comity-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet graphsense-clustering==0.2.0
cargo run --quiet --release --locked -p comity-chain --example cluster_pairs -- \
  "$work/pairs" "$things" $((things / 5)) | tee "$work/ours.txt"
"$work/venv/bin/python" bench/clusters_peer.py "$work/pairs" "$things" | tee "$work/theirs.txt"
[ "$(grep ^partition "$work/ours.txt")" = "$(grep ^partition "$work/theirs.txt")" ] || { echo "the partitions differ" >&2; exit 1; }
awk '/million pairs/ { print $2; }' "$work/ours.txt" "$work/theirs.txt" | awk '
  { rate[NR] = $1 }
  END { printf "%.2f times as fast as the peer (limit 1.00)\n", rate[1] / rate[2]; exit !(rate[1] >= rate[2]) }'
