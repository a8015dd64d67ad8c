# The whole demonstration beside the limit of 30 seconds on 2 cores, and what its passphrases cost of that.
set -euo pipefail
cd "$(dirname "$0")/.."

LIMIT=30
WORK=$(mktemp -d "${TMPDIR:-/tmp}/comity-bench.XXXXXX")
trap 'rm -rf "$WORK"' EXIT
cargo build --quiet --release --locked -p comity
PROGRAM=$(cargo metadata --format-version 1 --no-deps --locked --offline |
  node -e 'console.log(JSON.parse(require("fs").readFileSync(0,"utf8")).target_directory)')/release/comity
[ -x "$PROGRAM" ] || PROGRAM=${CARGO_TARGET_DIR:-target}/release/comity

# measured NAME COMMAND... : wall and processor seconds and the highest resident memory, children included.
measured() {
  local name=$1
  shift
  python3 - "$name" "$LIMIT" "$@" <<'PY'
import os, resource, subprocess, sys, time
name, limit, command = sys.argv[1], float(sys.argv[2]), sys.argv[3:]
begun = time.monotonic()
done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
wall, used = time.monotonic() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
if done.returncode:
    sys.exit("%s failed: %s" % (name, done.stderr.decode()[-400:]))
cpu = used.ru_utime + used.ru_stime
print("%-34s %6.1f s wall %6.1f s processor %6.0f MiB resident   %4.2f of the limit" % (name, wall, cpu, used.ru_maxrss / 1024, cpu / 2 / limit))
if cpu / 2 > limit:
    sys.exit("%s takes %.1f s of processor time on each of 2 cores; the limit is %.0f s" % (name, cpu / 2, limit))
PY
}

for run in 1 2 3; do
  COMITY_TEST_DATA='' measured "comity demo, run $run" "$PROGRAM" demo --dir "$WORK/walk-$run" --no-serve
done
measured "of that, one command with a passphrase" "$PROGRAM" node status --node "$WORK/walk-1/tj" --node-passphrase-file "$WORK/walk-1/node-tj"
