#!/usr/bin/env bash
# Searches a corpus of the test data and of public files of this machine for addresses, keys and contacts, without decoding and
# with it, beside ripgrep and YARA (shapes of addresses, no checksums) and iocsearcher (on a small part: it is slow).
# Fails below the limits, and when an address of Bitcoin that ours verified is not among ripgrep's shapes.
# Needs rg, yara and python3; COMITY_BENCH_MIB is the size of the corpus (128).
set -euo pipefail
cd "$(dirname "$0")/.."
data=${COMITY_TEST_DATA:-$(pwd)/../shared/data}
mib=${COMITY_BENCH_MIB:-128}
work=$(mktemp -d "${TMPDIR:-/tmp}/comity-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT

# Files of a kind in the order of their names, up to so many MiB.
take() {
  local name=$1 most=$(($2 * 1024 * 1024))
  shift 2
  mkdir -p "$work/corpus/$name"
  find "$@" -type f -size +0 -printf '%p\t%s\n' 2>/dev/null | sort |
    awk -F'\t' -v most="$most" 'taken + $2 <= most { taken += $2; print $1 }' |
    xargs -d '\n' cp --parents -t "$work/corpus/$name"
  echo "corpus: $name, $(du -s --apparent-size -BK "$work/corpus/$name" | cut -f1)iB in $(find "$work/corpus/$name" -type f | wc -l) files"
}
take cases $((mib / 8)) "$data/evidence"
take text $((mib * 3 / 8)) /usr/share/doc /usr/share/common-licenses /usr/share/perl ! -name '*.gz' ! -name '*.png'
take source $((mib / 8)) /usr/include
take programs $((mib / 4)) /usr/lib/x86_64-linux-gnu /usr/lib/gcc -name '*.so*'
take packed $((mib / 64)) /usr/share/doc /usr/share/man -name '*.gz'
take pictures $((mib / 64)) /usr/share -name '*.png'
mapfile -d '' -t files < <(find "$work/corpus" -type f -print0 | sort -z)
bytes=$(cat "${files[@]}" | wc -c)
cat "${files[@]}" >"$work/one"

# The program that joins both engines is no part of the workspace, for neither stands on the other.
mkdir -p "$work/searched/src"
cp bench/searched.rs "$work/searched/src/main.rs"
cp Cargo.lock "$work/searched/"
cat >"$work/searched/Cargo.toml" <<EOF
[package]
name = "searched"
version = "0.0.0"
edition = "2024"
[dependencies]
comity-scan = { path = "$PWD/crates/scan" }
comity-unpack = { path = "$PWD/crates/unpack" }
[workspace]
EOF
CARGO_TARGET_DIR=${COMITY_BENCH_TARGET:-$work/target} cargo run --quiet --release --manifest-path "$work/searched/Cargo.toml" -- \
  "$work/bitcoin" "${files[@]}" | tee "$work/ours.txt"

# Megabytes for each second of processor time, best of three runs.
peer() {
  local name=$1 size=$2 best= spent
  shift 2
  for _ in 1 2 3; do
    spent=$({ TIMEFORMAT='%U %S'; time "$@" >"$work/out" 2>/dev/null || true; } 2>&1 | awk '{ print $1 + $2 }')
    best=$(awk -v a="${best:-1e9}" -v b="$spent" 'BEGIN { print b < a ? b : a }')
  done
  awk -v name="$name" -v size="$size" -v spent="$best" -v hits="$(wc -l <"$work/out")" \
    'BEGIN { printf "%s: %.1f MB/s, %d lines\n", name, size / 1e6 / (spent > 0 ? spent : 0.01), hits }' | tee -a "$work/theirs.txt"
}
shapes=('\b[13][1-9A-HJ-NP-Za-km-z]{25,34}\b' '\b(bc|tb)1[02-9ac-hj-np-z]{11,71}\b' '\b0x[0-9a-fA-F]{40}\b'
  '\b[LM][1-9A-HJ-NP-Za-km-z]{26,33}\b' '\bT[1-9A-HJ-NP-Za-km-z]{33}\b' '\b[48][0-9AB][1-9A-HJ-NP-Za-km-z]{93}\b'
  '\b[xyz](prv|pub)[1-9A-HJ-NP-Za-km-z]{107}\b' '\b[5KL][1-9A-HJ-NP-Za-km-z]{50,51}\b')
patterns=()
rules=
for shape in "${shapes[@]}"; do
  patterns+=(-e "$shape")
  rules+="rule s${#patterns[@]} { strings: \$a = /${shape}/ condition: \$a }"$'\n'
done
printf '%s' "$rules" >"$work/rules.yar"
peer "ripgrep $(rg --version | awk 'NR == 1 { print $2 }'), eight shapes" "$bytes" \
  rg --text --only-matching --no-filename --no-unicode --no-line-number "${patterns[@]}" "$work/one"
peer "yara $(yara --version), eight shapes" "$bytes" yara -s "$work/rules.yar" "$work/one"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet iocsearcher==3.1.0
# It takes text only, and is slow: a small part of the corpus.
find "$work/corpus/cases" "$work/corpus/text" -type f -size -64k -print0 | sort -z | { xargs -0 cat || true; } 2>/dev/null |
  tr -d '\000-\010\013-\037\177' | iconv -c -f utf-8 -t utf-8 2>/dev/null | head -c 400000 >"$work/part" || true
iconv -c -f utf-8 -t utf-8 "$work/part" >"$work/part.txt" || true
peer "iocsearcher 3.1.0, all it knows" "$(wc -c <"$work/part.txt")" "$work/venv/bin/python" bench/iocs_peer.py "$work/part.txt"
[ -s "$work/out" ] || { echo "iocsearcher found nothing: its figure means nothing" >&2; exit 1; }

# What is verified has the shape. Addresses of the test networks in Base58 and in capitals are no shape above.
grep -E '^([13]|bc1|tb1)' "$work/bitcoin" | sort -u >"$work/verified"
missing=$(rg --text --only-matching --no-filename --no-unicode --no-line-number \
  -e '[13][1-9A-HJ-NP-Za-km-z]{25,34}' -e '(?i:(bc|tb)1[02-9ac-hj-np-z]{11,71})' "${files[@]}" |
  awk '{ print } tolower($0) ~ /^(bc|tb)1/ { print tolower($0) }' | sort -u | comm -23 "$work/verified" -)
[ -z "$missing" ] || { echo "verified, but no shape for ripgrep: $missing" >&2; exit 1; }
awk -F': ' '
  { split($2, rate, " "); rates[FILENAME == ARGV[1] ? "ours" : "theirs", $1] = rate[1] }
  FILENAME != ARGV[1] { peers[++count] = $1 }
  END {
    for (at = 1; at <= count; at++) printf "addresses and keys: %.1f times %s\n", rates["ours", "addresses and keys"] / rates["theirs", peers[at]], peers[at]
    split("addresses and keys,1000;all kinds,400;all kinds: decoded,100", limits, ";")
    bad = 0
    for (at = 1; at <= 3; at++) {
      split(limits[at], limit, ",")
      name = limit[1]; sub(/: decoded/, ", decoded", name)
      printf "%s: %d MB/s (limit %d)\n", name, rates["ours", name], limit[2]
      if (rates["ours", name] < limit[2]) bad = 1
    }
    exit bad
  }' "$work/ours.txt" "$work/theirs.txt"
