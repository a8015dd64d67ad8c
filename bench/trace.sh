#!/usr/bin/env bash
# Traces by every method, both ways, over more than a million outputs of a made-up chain that lies in memory.
# Fails where one takes more than five seconds of processor time.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d "${TMPDIR:-/tmp}/comity-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
run() { cargo run --quiet --release --locked -p comity-chain --example "$@"; }
run made_chain -- "$work" 700
run chain_trace -- "$work" 800000 | tee "$work/traces.txt"
awk '/ movements, / { if ($(NF - 1) > most) most = $(NF - 1) }
  END { printf "the longest took %.2f s (limit 5.00)\n", most; exit !(most > 0 && most <= 5) }' "$work/traces.txt"
