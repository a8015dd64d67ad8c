#!/usr/bin/env bash
# Seals and checks a tree of several thousand files, beside bagit.py and (where it is installed) hashdeep, on the same bytes
# in one run. Prints each figure as a ratio to bagit.py and its limit; ends with an error when a limit is missed.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d "${TMPDIR:-/tmp}/comity-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
cargo build --quiet --release --locked -p comity-evidence --examples
bin=${CARGO_TARGET_DIR:-target}/release/examples
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet bagit==1.9.0
python3 bench/seal_peer.py tree "$work/tree"
peer() { python3 bench/seal_peer.py measure "$@" | tee -a "$work/rows"; }
echo "load $(cut -d' ' -f1 /proc/loadavg), $(nproc) processors"
for run in 1 2 3; do
  cp -r "$work/tree" "$work/bag-$run"
  peer "bagit.py create" "$work/tree" "$work/venv/bin/bagit.py" --sha256 --quiet "$work/bag-$run"
  peer "bagit.py validate" "$work/tree" "$work/venv/bin/bagit.py" --validate --quiet "$work/bag-$run"
  peer "verify SHA-256 alone" "$work/tree" "$bin/verify_bag" "$work/bag-$run"
  if command -v hashdeep >/dev/null; then peer "hashdeep sha256" "$work/tree" hashdeep -r -c sha256 "$work/tree"; fi
  "$bin/evidence_throughput" "$work/tree" "$work/scratch-$run" | tee -a "$work/rows"
done
awk '
  { for (word = 1; word <= NF; word++) if ($word == "MB") break
    name = $1; for (at = 2; at < word - 1; at++) name = name " " $at
    if ($(word - 1) > best[name]) best[name] = $(word - 1) }
  END {
    limit["seal in place"] = 3.3; limit["store in vault"] = 2; limit["verify SHA-256 alone"] = 4.5; limit["verify package"] = 3.5
    for (name in best) {
      base = best[name ~ /^verify|validate/ ? "bagit.py validate" : "bagit.py create"]
      printf "%-24s %6d MB/s %5.2f of bagit.py%s\n", name, best[name], best[name] / base, (name in limit ? " (limit " limit[name] ")" : "")
      if (name in limit && best[name] < limit[name] * base) missed = missed " [" name "]"
    }
    if (missed) { print "missed:" missed; exit 1 }
  }' "$work/rows"
