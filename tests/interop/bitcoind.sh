#!/usr/bin/env bash
# A real Bitcoin Core node writes a chain; our ledger, reading the node's folder, must give the same tip, the same
# number of unspent outputs and the same total. Asked by REST and by JSON-RPC the node must give the ledger that its files
# give, to the digest.
#
# The node is built once from the source that the crate libbitcoinkernel-sys carries (about ten minutes of
# processor time), checked against the digest below, and kept in the cache. It runs on loopback without peers.
source "$(dirname "$0")/lib/common.bash"

VERSION=0.4.1
DIGEST=345d18a1ce19a1becfcaaa066e3a60e9c7813ef5c23ea8c20704ca4ba1a46339
BIN=$CACHE/bitcoind-$VERSION/bin

build_node() {
  need_apt make make
  need_apt c++ g++
  need_apt cmake cmake
  need_apt pkg-config pkgconf
  need_apt /usr/include/boost/version.hpp libboost-dev
  need_apt /usr/include/event2/event.h libevent-dev
  local build=$CACHE/bitcoind-$VERSION.build crate
  rm -rf "$build"
  mkdir -p "$build/fetch/src"
  : >"$build/fetch/src/lib.rs"
  cat >"$build/fetch/Cargo.toml" <<TOML
[package]
name = "fetch"
version = "0.0.0"
edition = "2024"
[dependencies]
libbitcoinkernel-sys = "=$VERSION"
[workspace]
TOML
  (cd "$build/fetch" && cargo fetch --quiet)
  crate=$(find "${CARGO_HOME:-$HOME/.cargo}/registry/cache" -name "libbitcoinkernel-sys-$VERSION.crate" -print -quit)
  echo "$DIGEST  $crate" | sha256sum --check --quiet || fail "the crate with the node's source is not the one we know"
  tar -xzf "$crate" -C "$build"
  say "building the node, once"
  cmake -S "$build/libbitcoinkernel-sys-$VERSION/bitcoin" -B "$build/b" -DCMAKE_BUILD_TYPE=Release \
    -DBUILD_DAEMON=ON -DBUILD_CLI=ON -DBUILD_BITCOIN_BIN=OFF -DBUILD_TX=OFF -DBUILD_UTIL=OFF -DBUILD_TESTS=OFF \
    -DBUILD_BENCH=OFF -DBUILD_GUI=OFF -DENABLE_WALLET=OFF -DENABLE_IPC=OFF -DWITH_ZMQ=OFF \
    -DWITH_EMBEDDED_ASMAP=OFF >"$build/log" 2>&1 || { tail -30 "$build/log" >&2; fail "cmake"; }
  make -C "$build/b" -j"$(nproc)" bitcoind bitcoin-cli >>"$build/log" 2>&1 || { tail -30 "$build/log" >&2; fail "make"; }
  # The binaries move into place last, so that a build that was stopped is never taken for a whole one.
  mkdir -p "$build/out/bin"
  strip -o "$build/out/bin/bitcoind" "$build/b/bin/bitcoind"
  strip -o "$build/out/bin/bitcoin-cli" "$build/b/bin/bitcoin-cli"
  rm -rf "${BIN%/bin}"
  mv "$build/out" "${BIN%/bin}"
  rm -rf "$build"
}

# Only one build at a time, also when two checkouts share the cache.
exec 9>"$CACHE/bitcoind.lock"
flock 9
[ -x "$BIN/bitcoind" ] && [ -x "$BIN/bitcoin-cli" ] || build_node
flock -u 9
"$BIN/bitcoind" -version | head -1
[ "${1:-}" = --build-only ] && exit 0

has_example chain utxo || fail "crates/chain has no example 'utxo' to compare with"

PORT=$((20000 + RANDOM % 20000))
cli() { "$BIN/bitcoin-cli" -regtest -datadir="$NODE" -rpcport=$PORT "$@"; }
start() { # start FOLDER OPTIONS...
  NODE=$1
  shift
  mkdir -p "$NODE"
  "$BIN/bitcoind" -regtest -datadir="$NODE" -listen=0 -connect=0 -dnsseed=0 -rpcbind=127.0.0.1 -rpcallowip=127.0.0.1 \
    -rpcport=$PORT -rest=1 "$@" >"$NODE/out" 2>&1 &
  PID=$!
  CLEAN+=("$PID")
  cli -rpcwait -rpcwaittimeout=120 getblockcount >/dev/null || { tail -20 "$NODE/out" >&2; fail "the node did not start"; }
}
stop() { cli stop >/dev/null && wait "$PID"; CLEAN=(); }
field() { node -e 'const o=JSON.parse(require("fs").readFileSync(0,"utf8"));console.log(o[process.argv[1]])' "$1"; }

# spend HEIGHT : a block with one transaction that spends the coinbase of HEIGHT into outputs of several kinds, one of
# them unspendable by its form (the node does not count such an output among the unspent).
spend() {
  local id raw
  id=$(cli getblock "$(cli getblockhash "$1")" | node -e \
    'console.log(JSON.parse(require("fs").readFileSync(0,"utf8")).tx[0])')
  raw=$(cli createrawtransaction "[{\"txid\":\"$id\",\"vout\":0}]" "$2")
  cli generateblock "raw(51)" "[\"$raw\"]" >/dev/null
}

COMITY=$BUILT/comity

# ingest STORE SOURCE... : takes the node's blocks into a ledger.
ingest() {
  local store=$1
  shift
  "$COMITY" --json chain ingest --network regtest --store "$store" "$@" >/dev/null || fail "ingest $*"
}

# compare TITLE : takes the node's blocks in, stops it, asks our ledger.
compare() {
  local info height hash count btc total theirs ours
  info=$(cli gettxoutsetinfo none)
  height=$(field height <<<"$info")
  hash=$(field bestblock <<<"$info")
  count=$(field txouts <<<"$info")
  # An amount is decimal text with eight places; it is compared as whole satoshis, never as a float.
  btc=$(grep -o '"total_amount": *[0-9.]*' <<<"$info" | grep -o '[0-9.]*$')
  total=$(awk -v b="$btc" 'BEGIN { n = split(b, p, "."); f = (n > 1 ? p[2] : ""); while (length(f) < 8) f = f "0"; s = p[1] f; sub(/^0+/, "", s); print (s == "" ? 0 : s) }')
  build
  ingest "$NODE/by-rest" --rest "http://127.0.0.1:$PORT"
  ingest "$NODE/by-rpc" --rpc "http://127.0.0.1:$PORT" --rpc-cookie "$NODE/regtest/.cookie"
  stop
  ingest "$NODE/by-files" --blocks "$NODE/regtest/blocks"
  local by status files
  files=$("$COMITY" --json chain status --store "$NODE/by-files")
  [ "$(field tip <<<"$files")" = "$hash" ] || fail "$1: the ledger of the files does not end at the node's tip"
  for by in rest rpc; do
    status=$("$COMITY" --json chain status --store "$NODE/by-$by")
    [ "$status" = "$files" ] || fail "$1: the ledger by $by is not that of the files"
  done
  say "$1: the same digests by files, REST and JSON-RPC"
  theirs="tip $height $hash utxos $count total $total"
  ours=$(example chain utxo "$NODE/regtest/blocks")
  say "$1: node  $theirs"
  say "$1: ours  $ours"
  [ "$ours" = "$theirs" ] || fail "$1: our ledger does not agree with the node"
}

# Where an address is wanted: OP_RETURN by createrawtransaction's "data"; addresses from the node's own descriptors.
address() { cli deriveaddresses "$(cli getdescriptorinfo "$1" | field descriptor)" | node -e \
  'console.log(JSON.parse(require("fs").readFileSync(0,"utf8"))[0])'; }

# The secp256k1 generator as a public key: known to everybody, used only on regtest.
G=0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798

# One: as a node is today, with obfuscated block files (-blocksxor is on by default).
start "$WORK/xor"
[ -s "$NODE/regtest/blocks/xor.dat" ] || fail "the node wrote no xor.dat: is obfuscation no longer its default?"
cli generatetodescriptor 160 "raw(51)" >/dev/null
A=$(address "pkh($G)") B=$(address "wpkh($G)") C=$(address "sh(wpkh($G))") D=$(address "tr(${G:2})")
spend 1 "[{\"$A\":10.00000001},{\"$B\":20},{\"data\":\"636f6d697479\"},{\"$C\":9.5},{\"$D\":10.4}]"
spend 2 "[{\"$A\":0.00000546},{\"$D\":49.9}]"
cli generatetodescriptor 10 "wpkh($G)" >/dev/null
compare "obfuscated"

# Two: plain block files, several of them, with a reorganisation: the stale branch stays in the files.
start "$WORK/plain" -blocksxor=0 -fastprune
cli generatetodescriptor 700 "raw(51)" >/dev/null
spend 3 "[{\"$A\":1},{\"$B\":48.9}]"
build
# So that compare finds blocks to take back.
ingest "$NODE/by-rest" --rest "http://127.0.0.1:$PORT"
ingest "$NODE/by-rpc" --rpc "http://127.0.0.1:$PORT" --rpc-cookie "$NODE/regtest/.cookie"
cli invalidateblock "$(cli getbestblockhash)"
cli generatetodescriptor 3 "wpkh($G)" >/dev/null
spend 4 "[{\"$C\":2},{\"$D\":47.9}]"
say "plain: $(find "$NODE/regtest/blocks" -name 'blk*.dat' | wc -l) block files"
compare "reorganised"

# Three: the labelled chain of the exercise, taken in by the node with all its checks.
LABELLED=$DATA/chain/regtest/blk00000.dat
if [ -e "$LABELLED" ]; then
  cp "$LABELLED" "$WORK/load.dat"
  start "$WORK/labelled" -loadblock="$WORK/load.dat"
  # The import runs behind; it is over when the node has the last block of the file.
  for _ in $(seq 120); do [ "$(cli getblockcount)" -ge 860 ] && break; sleep 0.5; done
  [ "$(cli getblockcount)" -ge 860 ] || fail "the node did not take in the labelled chain"
  compare "labelled"
fi
say "the ledger agrees with the node"
