#!/usr/bin/env bash
# OpenSSL, curl and Chromium meet the pages of a node by TLS; OpenSSL comes to the door between nodes, known and unknown.
source "$(dirname "$0")/lib/common.bash"

need_apt openssl openssl
need_apt curl curl
need_apt chromium chromium
# The TLS of OpenSSL 4 for Python: the OpenSSL of Debian 12 has no hybrid key exchange.
need_python cryptography==48.0.0 pyOpenSSL==26.2.0

say "building the program and the door"
build serve_door
COMITY=$BUILT/comity

# serve NAME COMMAND... : starts it in the background; its first line is in $WORK/NAME.
serve() {
  local name=$1
  shift
  "$@" >"$WORK/$name" 2>"$WORK/$name.log" <"$WORK/hold" &
  CLEAN+=($!)
  for _ in $(seq 600); do [ -s "$WORK/$name" ] && return 0; sleep 0.1; done
  cat "$WORK/$name.log" >&2
  fail "$name did not start"
}
mkfifo "$WORK/hold"
exec 9<>"$WORK/hold"

# The last 32 or 65 bytes of a public key in DER are the key itself.
raw_key() { openssl x509 -noout -pubkey | openssl pkey -pubin -outform DER | tail -c "$1" | od -An -v -tx1 | tr -d ' \n'; }
# What s_client says of a connection; the other end closes it or it is closed here.
meet() { openssl s_client "$@" </dev/null 2>&1 || true; }

## The door between nodes.

openssl genpkey -algorithm ed25519 -out "$WORK/guest.key" 2>/dev/null
openssl req -x509 -new -key "$WORK/guest.key" -subj "/CN=guest" -days 1 -out "$WORK/guest.crt"
openssl genpkey -algorithm ed25519 -out "$WORK/stranger.key" 2>/dev/null
openssl req -x509 -new -key "$WORK/stranger.key" -subj "/CN=guest" -days 1 -out "$WORK/stranger.crt"
serve door "$BUILT/examples/serve_door" "$(raw_key 32 <"$WORK/guest.crt")"
read -r DOOR KEY <"$WORK/door"
guest() { "$PYTHON" "$ROOT/tests/interop/lib/tls_guest.py" "${DOOR%:*}" "${DOOR##*:}" "$@"; }

seen=$(guest "$WORK/guest.crt" "$WORK/guest.key")
[ "$seen" = "TLSv1.3 X25519MLKEM768 $KEY 200 whole" ] || fail "a known node saw: $seen"
say "OpenSSL as a known node: $seen"
seen=$(guest)
[[ $seen == refused*"certificate required"* ]] || fail "without a certificate: $seen"
say "OpenSSL without a certificate: $seen"
seen=$(guest "$WORK/stranger.crt" "$WORK/stranger.key")
[[ $seen == refused*"certificate unknown"* ]] || fail "with an unknown key: $seen"
say "OpenSSL with an unknown key: $seen"
for version in -tls1_2 "-tls1_3 -groups X25519:P-256"; do
  # shellcheck disable=SC2086
  seen=$(meet -connect "$DOOR" $version -cert "$WORK/guest.crt" -key "$WORK/guest.key")
  grep -q 'handshake failure\|protocol version\|illegal parameter' <<<"$seen" || fail "the door takes $version: $seen"
  if grep -q 'BEGIN CERTIFICATE' <<<"$seen"; then fail "the door shows its certificate with $version"; fi
done
say "the door takes neither TLS 1.2 nor a key exchange without ML-KEM"

## The pages, with a certificate of the node's own.

for name in node amina bobur; do printf 'the passphrase of %s\n' "$name" >"$WORK/$name.pass"; done
chmod 600 "$WORK"/*.pass
export COMITY_NODE=$WORK/office COMITY_NODE_PASSPHRASE_FILE=$WORK/node.pass
"$COMITY" node init --office "Cyber unit" --authority "Ministry" --country TJ --exercise \
  --founder "Amina=administrator" --founder "Bobur=supervisor" \
  --founder-passphrase-file "$WORK/amina.pass" --founder-passphrase-file "$WORK/bobur.pass" \
  --recovery-sheet "$WORK/sheet" >/dev/null
serve own "$COMITY" --json node serve --listen 127.0.0.1:0 --tls-self-signed --name node.example.org
field() { "$PYTHON" -c 'import json, sys; print(json.load(open(sys.argv[1]))[sys.argv[2]])' "$WORK/$1" "$2"; }
URL=$(field own url)
PORT=${URL##*:}
PORT=${PORT%/}

openssl x509 -inform DER -in "$COMITY_NODE"/tls/*.crt -out "$WORK/own.crt"
seen=$(meet -connect "127.0.0.1:$PORT" -tls1_3 -servername node.example.org -CAfile "$WORK/own.crt" -verify_hostname node.example.org)
grep -q 'New, TLSv1.3' <<<"$seen" && grep -q 'Verify return code: 0 (ok)' <<<"$seen" || fail "s_client: $seen"
shown=$(openssl x509 -noout -fingerprint -sha256 <<<"$seen" | sed 's/.*=//; s/://g' | tr A-F a-f)
[ "$shown" = "$(field own certificate_sha256)" ] || fail "the fingerprint shown is not that of the certificate: $shown"
[ "$(raw_key 65 <<<"$seen")" = "$(raw_key 65 <"$WORK/own.crt")" ] || fail "another key than that of the kept certificate"
openssl verify -x509_strict -CAfile "$WORK/own.crt" "$WORK/own.crt" >/dev/null || fail "openssl verify"
say "s_client: TLS 1.3, the name and the certificate verify, and its fingerprint is the one that was shown"
seen=$(meet -connect "127.0.0.1:$PORT" -tls1_2)
grep -q 'protocol version' <<<"$seen" || fail "the pages take TLS 1.2: $seen"

# Chromium: not without being told, and with the very key it is told.
browse() {
  HOME=$WORK chromium --headless --no-sandbox --disable-gpu --user-data-dir="$WORK/profile" --enable-logging=stderr \
    --host-resolver-rules="MAP node.example.org 127.0.0.1" "$@" --dump-dom "${URL}sign-in" 2>&1 || true
}
browse | grep -q 'ERR_CERT_AUTHORITY_INVALID' || fail "Chromium does not warn of a certificate that it does not know"
pin=$(openssl x509 -in "$WORK/own.crt" -noout -pubkey | openssl pkey -pubin -outform DER | openssl dgst -sha256 -binary | base64)
browse --ignore-certificate-errors-spki-list="$pin" | grep -q 'name="passphrase"' || fail "Chromium does not show the page"
say "Chromium warns of the certificate, and shows the page to whoever accepts this key"

## The pages, with the certificate of an administrator.

openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$WORK/given.key" -out "$WORK/given.crt" \
  -subj "/CN=node.example.org" -addext "subjectAltName=DNS:node.example.org" -days 1 2>/dev/null
# The node serves one folder at a time.
kill "${CLEAN[-1]}"
wait "${CLEAN[-1]}" || fail "the node did not end in order"
unset 'CLEAN[-1]'
serve given "$COMITY" --json node serve --listen 0.0.0.0:0 --name node.example.org \
  --tls-certificate "$WORK/given.crt" --tls-key "$WORK/given.key"
URL=$(field given url)
PORT=${URL##*:}
PORT=${PORT%/}
ask() { curl --silent --show-error --include --cacert "$WORK/given.crt" --resolve "*:$PORT:127.0.0.1" "$@"; }
ask "${URL}sign-in" >"$WORK/page" || fail "curl does not take the certificate"
grep -qi '^strict-transport-security: max-age=' "$WORK/page" || fail "browsers are not bound to TLS: $(cat "$WORK/page")"
ask -H 'Host: other.example.org' "${URL}sign-in" | grep -q '^HTTP/1.1 421' || fail "another name is answered"
if curl --silent "http://127.0.0.1:$PORT/" >"$WORK/clear"; then fail "the pages answer in the clear: $(cat "$WORK/clear")"; fi
say "curl takes the certificate of an administrator, under its name only"
