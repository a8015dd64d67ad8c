#!/usr/bin/env bash
# What `make bench` does: builds with full optimisation and runs every bench/*.sh, one after the other, on what should
# be a quiet machine. bench/README.md says how figures are quoted.
set -euo pipefail
cd "$(dirname "$0")/../.."

: "${COMITY_TEST_DATA:=$(pwd)/../shared/data}"
export COMITY_TEST_DATA
echo "== measurements on $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg 2>/dev/null || echo unknown), $(rustc --version)"
found=0
for script in bench/*.sh; do
  [ -e "$script" ] || continue
  found=1
  printf '\n== %s: %s\n' "$(basename "$script" .sh)" "$(sed -n '2s/^# //p' "$script")"
  bash "$script"
done
if [ "$found" = 0 ]; then
  echo "there is no bench/*.sh yet" >&2
  exit 1
fi
