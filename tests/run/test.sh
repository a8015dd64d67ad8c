#!/usr/bin/env bash
# What `make test` does. Every step runs even when an earlier one failed, so that one run tells everything; the exit
# status is not 0 when any failed. Ends with the names of skipped tests and the line `N passed, N failed`.
#
# COMITY_FUZZ_SECONDS: seconds per fuzz target (default 2).
set -uo pipefail
cd "$(dirname "$0")/../.."

: "${COMITY_TEST_DATA:=$(pwd)/../shared/data}"
export COMITY_TEST_DATA
TARGET=$(cargo metadata --format-version 1 --no-deps --locked --offline 2>/dev/null |
  node -e 'console.log(JSON.parse(require("fs").readFileSync(0,"utf8")).target_directory)' 2>/dev/null)
TARGET=${TARGET:-${CARGO_TARGET_DIR:-target}}
OUT=$TARGET/comity-test
rm -rf "$OUT"
mkdir -p "$OUT"
: >"$OUT/log"

passed=0
failed=0
failures=()
BEGUN=$SECONDS

# step TITLE COMMAND... : runs one step, tells how long it took.
step() {
  local title=$1 begun=$SECONDS status
  shift
  printf '\n== %s\n   %s\n' "$title" "$*"
  "$@" 2>&1 | tee -a "$OUT/log"
  status=${PIPESTATUS[0]}
  printf '   (%d s)\n' $((SECONDS - begun))
  if [ "$status" = 0 ]; then
    return 0
  fi
  failures+=("$title")
  return 1
}

# check TITLE COMMAND... : a step that counts as one test.
check() {
  if step "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
}

check "the format" cargo fmt --all --check
check "the lints" cargo clippy --workspace --all-targets --locked --quiet -- -D warnings

if cargo nextest --version >/dev/null 2>&1; then
  report=target/nextest/make/junit.xml
  rm -f "$report"
  step "the tests" cargo nextest run --workspace --locked --profile make
  # The report has what passing tests wrote, which the runner itself does not show.
  if [ -e "$report" ]; then
    cp "$report" "$OUT/junit.xml"
    head=$(grep -m 1 '^<testsuites ' "$OUT/junit.xml")
    number() { grep -oE "(^| )$1=\"[0-9]+\"" <<<"$head" | grep -oE '[0-9]+'; }
    all=$(number tests)
    bad=$(($(number failures) + $(number errors)))
    passed=$((passed + all - bad))
    failed=$((failed + bad))
  else
    failed=$((failed + 1))
  fi
else
  step "the tests" cargo test --workspace --locked --lib --bins --tests --no-fail-fast
  read -r good bad < <(grep '^test result:' "$OUT/log" |
    awk '{ for (i = 1; i <= NF; i++) { if ($i ~ /^passed/) p += $(i-1); if ($i ~ /^failed/) f += $(i-1) } } END { print p + 0, f + 0 }')
  passed=$((passed + good))
  failed=$((failed + bad))
fi
check "the examples in the documentation" cargo test --workspace --locked --doc --quiet
RUSTDOCFLAGS='-D warnings' check "the documentation" cargo doc --workspace --no-deps --locked --quiet
check "the fuzz targets, shortly" cargo run --quiet --locked -p comity-fuzz -- --seconds-per-target "${COMITY_FUZZ_SECONDS:-2}"

# A step that failed without one counted failure (a test that does not build) still fails the run.
if [ ${#failures[@]} -gt 0 ] && [ "$failed" = 0 ]; then failed=${#failures[@]}; fi

# `SKIPPED <name>: <why>`, wherever it was written; the report escapes what XML must escape.
cat "$OUT/log" "$OUT/junit.xml" 2>/dev/null | grep -oE 'SKIPPED [^<]+' | sort -u >"$OUT/skipped"
if [ -s "$OUT/skipped" ]; then
  printf '\n== not run\n'
  sed 's/^/   /' "$OUT/skipped"
fi
if [ ${#failures[@]} -gt 0 ]; then
  printf '\n== FAILED\n'
  printf '   %s\n' "${failures[@]}"
fi
printf '\n%d s in all, test data from %s\n' $((SECONDS - BEGUN)) "$COMITY_TEST_DATA"
printf '%d passed, %d failed\n' "$passed" "$failed" | tee "$OUT/count"
[ "$failed" = 0 ]
