#!/usr/bin/env bash
# cargo-deny judges licences, banned and doubled libraries, and where each comes from.
source "$(dirname "$0")/lib/common.bash"

VERSION=0.20.2
DENY=$CACHE/tools/bin/cargo-deny
if [ "$("$DENY" --version 2>/dev/null)" != "cargo-deny $VERSION" ]; then
  say "building cargo-deny $VERSION, once"
  exec 9>"$CACHE/deny.lock"
  flock 9
  CARGO_TARGET_DIR=$CACHE/deny.build cargo install --quiet cargo-deny --version "$VERSION" --locked --force --root "$CACHE/tools"
  rm -rf "$CACHE/deny.build"
  flock -u 9
fi
[ "${1:-}" = --build-only ] && exit 0

cd "$ROOT"
cargo fetch --locked --quiet
"$DENY" --offline --locked check --hide-inclusion-graph bans licenses sources

# The advisories are a repository of their own. Where it cannot be fetched that is said, and does not fail the run:
# a machine without that network could never pass.
if timeout 120 "$DENY" --locked check advisories >"$WORK/advisories" 2>&1; then
  say "no advisory is open"
elif grep -qiE 'fail(ed|ure).*(fetch|clone|advisory.?database)|unable to (fetch|clone)|could not (fetch|clone|connect)' "$WORK/advisories" ||
  ! grep -qE '^error\[(vulnerability|unsound|unmaintained|notice|yanked)\]' "$WORK/advisories"; then
  say "NOT CHECKED: advisories, because their database could not be fetched here:"
  grep -m 3 -iE 'error|fail|caused' "$WORK/advisories" | sed 's/^/    /' || true
else
  cat "$WORK/advisories" >&2
  fail "an advisory is open"
fi
