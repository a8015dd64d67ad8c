#!/usr/bin/env bash
# What `make interop` does: runs every script of tests/interop (or those that are named), each a judge that others
# wrote, and prints a table. A script ends with 0 (passed), 77 (not run, and says why), or anything else (failed).
set -uo pipefail
cd "$(dirname "$0")/../.."

: "${COMITY_TEST_DATA:=$(pwd)/../shared/data}"
export COMITY_TEST_DATA
OUT=${CARGO_TARGET_DIR:-target}/comity-interop
rm -rf "$OUT"
mkdir -p "$OUT"

passed=0
failed=0
table=()
: >"$OUT/skipped"
for script in tests/interop/*.sh; do
  name=$(basename "$script" .sh)
  if [ $# -gt 0 ] && [[ " $* " != *" $name "* ]]; then continue; fi
  printf '\n== %s: %s\n' "$name" "$(sed -n '2s/^# //p' "$script")"
  begun=$SECONDS
  bash "$script" </dev/null 2>&1 | tee "$OUT/$name.log"
  case ${PIPESTATUS[0]} in
    0) verdict=passed; passed=$((passed + 1)) ;;
    77) verdict=SKIPPED ;;
    *) verdict=FAILED; failed=$((failed + 1)) ;;
  esac
  # A part of a script that could not be run is told apart from the whole.
  grep -hoE '^SKIPPED .+' "$OUT/$name.log" >>"$OUT/skipped"
  table+=("$(printf '%-14s %-8s %5d s' "$name" "$verdict" $((SECONDS - begun)))")
done

printf '\n%-14s %-8s %7s\n' judge verdict time
printf '%s\n' ${table[@]+"${table[@]}"}
sort -u "$OUT/skipped"
printf '%d passed, %d failed\n' "$passed" "$failed" | tee "$OUT/count"
[ "$failed" = 0 ]
