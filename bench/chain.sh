# A made-up chain of four gigabytes into a ledger, beside the bitcoin crate's decode and transaction ids on the same
# files: by one thread and by two, with two gigabytes of memory. Fails where a limit of the design is passed: half the
# speed of the peer, 1.2 times the processor time for two threads, 76 bytes an output with the first layer of clusters, the
# memory that was allowed. Then look-ups in the ledger: 50 µs an address, 28 bytes an output for what a trace reads.
# COMITY_BENCH_MB says how large the chain is.
set -euo pipefail
cd "$(dirname "$0")/.."
megabytes=${COMITY_BENCH_MB:-4000}
memory=2048
work=$(mktemp -d "${TMPDIR:-/tmp}/comity-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
run() { cargo run --quiet --release --locked -p comity-chain --example "$@"; }
mkdir "$work/blocks"
run made_chain -- "$work/blocks" "$megabytes"
run chain_ingest -- "$work/blocks" "$work/one" 1 "$memory" peer | tee "$work/one.txt"
rm -rf "$work/one"
run chain_ingest -- "$work/blocks" "$work/two" 2 "$memory" | tee "$work/two.txt"
awk -v memory="$((memory * 1024))" '
  /^bitcoin decode/ { peer = $5 }
  /^ingest with 1 / { one = $5; peak = $(NF - 1) }
  /^ingest with 2 / { two = $5; if ($(NF - 1) > peak) peak = $(NF - 1) }
  / an output$/ { bytes = $(NF - 2) }
  END {
    printf "one thread at %.2f of the peer (limit 0.50); two threads at %.2f times one (limit 1.20);", peer / one, two / one
    printf " %.1f bytes an output (limit 76); peak %d of %d kB\n", bytes, peak, memory
    exit !(peer / one >= 0.5 && two / one <= 1.2 && bytes <= 76 && peak <= memory)
  }' "$work/one.txt" "$work/two.txt"
run chain_lookups -- "$work/two" | tee "$work/lookups.txt"
awk '
  /^from the page cache: history/ { micros = $(NF - 1) }
  /^a trace reads/ { hot = $8 }
  END {
    printf "an address in %.1f µs (limit 50); %.1f bytes an output with owners (limit 28)\n", micros, hot
    exit !(micros > 0 && micros <= 50 && hot > 0 && hot <= 28)
  }' "$work/lookups.txt"
