# Sourced by every script in tests/interop: strict mode, where things are, and how a missing tool is installed.
#
# A script ends with 0 (passed), 77 (skipped, with a line `SKIPPED <name>: <why>` on standard error), or
# anything else (failed). It prints what it checked, works in a folder of its own, and leaves nothing behind
# but what it puts into the cache.
set -euo pipefail

NAME=$(basename "$0" .sh)
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
CACHE=${COMITY_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/comity}
DATA=${COMITY_TEST_DATA:-$ROOT/../shared/data}
mkdir -p "$CACHE"
WORK=$(mktemp -d "${TMPDIR:-/tmp}/comity-$NAME.XXXXXX")
CLEAN=()

# Ends what the script started, by its id, and removes the script's own folder.
leave() {
  local pid
  for pid in ${CLEAN[@]+"${CLEAN[@]}"}; do kill "$pid" 2>/dev/null || true; done
  rm -rf "$WORK"
}
trap leave EXIT

say() { printf '%s: %s\n' "$NAME" "$*"; }
fail() { printf '%s: FAILED: %s\n' "$NAME" "$*" >&2; exit 1; }
skip() { printf 'SKIPPED %s: %s\n' "$NAME" "$*" >&2; exit 77; }

# need_apt COMMAND PACKAGE... : makes sure that COMMAND is there, from the distribution's packages where it is not.
# COMMAND may also be an absolute path of a file that the packages bring.
need_apt() {
  local command=$1
  shift
  if command -v "$command" >/dev/null 2>&1 || [ -e "$command" ]; then return 0; fi
  if ! command -v apt-get >/dev/null 2>&1 || [ "$(id -u)" != 0 ]; then
    fail "$command is missing; install the package(s) $* and run again"
  fi
  say "installing $*"
  # The list of packages is fetched at most once an hour; a fresh machine has none.
  if [ -z "$(find /var/lib/apt/lists -maxdepth 1 -name '*Packages*' -mmin -60 -print -quit 2>/dev/null)" ]; then
    apt-get update -qq >"$WORK/apt.log" 2>&1 || { cat "$WORK/apt.log" >&2; fail "apt-get update"; }
  fi
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >"$WORK/apt.log" 2>&1 ||
    { cat "$WORK/apt.log" >&2; fail "apt-get install $*"; }
}

# need_python PACKAGE==VERSION... : a Python of our own in the cache that has these packages. Sets PYTHON.
need_python() {
  local venv="$CACHE/venv" have
  if [ ! -x "$venv/bin/python" ]; then
    command -v python3 >/dev/null 2>&1 || need_apt python3 python3 python3-venv
    python3 -m venv "$venv" 2>/dev/null ||
      { rm -rf "$venv"; need_apt /usr/share/doc/python3-venv python3-venv; python3 -m venv "$venv"; }
  fi
  PYTHON="$venv/bin/python"
  have=$("$PYTHON" -m pip list --format=freeze --disable-pip-version-check 2>/dev/null)
  local wanted
  for wanted in "$@"; do
    if ! grep -qixF "$wanted" <<<"$have"; then
      say "installing $wanted"
      "$PYTHON" -m pip install -q --disable-pip-version-check "$wanted"
    fi
  done
}

# has_example CRATE NAME : is there such an example program of that crate?
has_example() { [ -e "$ROOT/crates/$1/examples/$2.rs" ] || [ -e "$ROOT/crates/$1/examples/$2/main.rs" ]; }

# build NAMES... : builds the program and these examples, quietly. The whole workspace is chosen, as `make test` chooses
# it: one crate alone has fewer features turned on in its libraries, and all of them, Typst too, would be compiled again.
build() {
  local name wanted=(--bin comity)
  for name in "$@"; do wanted+=(--example "$name"); done
  (cd "$ROOT" && cargo build --quiet --locked --workspace "${wanted[@]}")
}

# BUILT : where what is built lies; the examples in a folder of that name.
BUILT=${CARGO_TARGET_DIR:-$ROOT/target}/debug

# example CRATE NAME ARGUMENTS... : builds and runs it, quietly as to the build.
example() {
  local name=$2
  shift 2
  build "$name"
  (cd "$ROOT" && "$BUILT/examples/$name" "$@")
}
