#!/usr/bin/env bash
# openssl ts checks time-stamps of a case that came from a server run by openssl ts, and those that renewed them.
source "$(dirname "$0")/lib/common.bash"

need_apt openssl openssl
need_apt python3 python3
need_apt faketime faketime

say "building the program"
build
COMITY=$BUILT/comity

# An authority, and two certificates for time-stamps: one that ends in 30 days, one that lasts.
TSA=$WORK/tsa
mkdir "$TSA"
cat >"$TSA/config" <<'END'
[request]
distinguished_name = name
[name]
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
[lists]
database = ./index
crlnumber = ./number
default_md = sha256
default_crl_days = 30
[stamps]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = authority
[authority]
serial = ./serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.3.6.1.4.1.32473.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
END
(
  cd "$TSA"
  echo 01 >serial
  for root in root other; do
    openssl req -x509 -config config -newkey rsa:2048 -nodes -keyout "$root.key" -out "$root.pem" -days 3650 \
      -subj "/CN=Exercise $root" -extensions root
  done
  for one in short:30 long:3000; do
    name=${one%:*}
    openssl req -new -config config -newkey rsa:2048 -nodes -keyout "$name.key" -out "$name.csr" -subj "/CN=Exercise $name"
    openssl x509 -req -in "$name.csr" -out "$name.pem" -CA root.pem -CAkey root.key -CAcreateserial \
      -days "${one#*:}" -extfile config -extensions stamps
  done
) 2>"$WORK/made" || { cat "$WORK/made" >&2; fail "openssl makes no authority"; }
cp "$TSA/short.pem" "$TSA/signer.pem"
cp "$TSA/short.key" "$TSA/signer.key"
python3 "$ROOT/tests/interop/lib/tsa.py" "$TSA" "$WORK/port" 2>"$WORK/tsa.log" &
CLEAN+=($!)
for _ in $(seq 100); do [ -s "$WORK/port" ] && break; sleep 0.1; done
URL=http://127.0.0.1:$(cat "$WORK/port")/tsr

# An office that asks this server, and a case with an exhibit.
for who in node first second investigator; do
  printf 'the passphrase of %s' "$who" >"$WORK/$who"
  chmod 600 "$WORK/$who"
done
export COMITY_NODE=$WORK/office COMITY_NODE_PASSPHRASE_FILE=$WORK/node
as() { local who=$1; shift; "$COMITY" --json "$@" --as "$who" --passphrase-file "$WORK/$who"; }
field() { python3 -c 'import json, sys; print(json.load(sys.stdin)[sys.argv[1]])' "$1"; }
"$COMITY" node init --office 'Unit One' --country TJ --authority 'Exercise authority' --exercise \
  --founder 'first=administrator' --founder 'second=supervisor' --founder-passphrase-file "$WORK/first" \
  --founder-passphrase-file "$WORK/second" --recovery-sheet "$WORK/sheet" >/dev/null
proposed=$(as first office add-officer --person investigator=investigator --person-passphrase-file "$WORK/investigator" \
  --reason 'joins' | field entry)
as second office approve "$proposed" >/dev/null
proposed=$(as first office stamp-server "$URL" --authorities "$TSA/root.pem" --reason 'of the exercise' | field entry)
as second office approve "$proposed" >/dev/null
CASE=$(as investigator case open 'Stamped' | field case)
mkdir "$WORK/exhibit"
printf 'what was seized\n' >"$WORK/exhibit/note.txt"
as investigator evidence add "$CASE" 'A note' "$WORK/exhibit" --place 'the exercise' --reason 'warrant 7' >/dev/null
as investigator evidence stamp "$CASE" >/dev/null
as investigator evidence stamp "$CASE" E-1 >/dev/null
as investigator evidence stamps "$CASE" --out "$WORK/stamps" >/dev/null || fail "our own time-stamps do not hold for us"

judge() { openssl ts -verify "$@" -CAfile "$TSA/root.pem" >"$WORK/judged" 2>&1 && grep -q '^Verification: OK' "$WORK/judged"; }
cd "$WORK/stamps"
for number in 1 2; do
  judge -queryfile "stamp-$number.tsq" -in "stamp-$number.tsr" || { cat "$WORK/judged"; fail "openssl refuses stamp-$number"; }
done
judge -data stamp-1.checkpoint -in stamp-1.tsr || fail "openssl does not find the checkpoint stamped"
openssl ts -verify -data stamp-1.checkpoint -in stamp-1.tsr -CAfile stamp-1.authorities.pem >/dev/null 2>&1 ||
  fail "the authorities beside it are not those"
say "openssl ts -verify accepts the time-stamps of a checkpoint and of an exhibit"

# The judge judges: other data, another authority, a changed reply; and we say the same of each.
ours() { "$COMITY" evidence stamp-check "$@" >"$WORK/said"; }
# list FILE [DATE[,REASON] NAME]: what the authority has revoked by now, by openssl ca; the date is YYMMDDhhmmssZ.
list() (
  cd "$TSA"
  : >index
  [ -f number ] || echo 01 >number
  if [ $# = 3 ]; then
    printf 'R\t360101000000Z\t%s\t%s\tunknown\t/CN=x\n' "$2" "$(openssl x509 -noout -serial -in "$3.pem" | cut -d= -f2)" >index
  fi
  openssl ca -config config -name lists -gencrl -cert root.pem -keyfile root.key -out "$WORK/$1" 2>"$WORK/made" ||
    { cat "$WORK/made" >&2; fail "openssl makes no revocation list"; }
)
list none.crl
list before.crl "$(date -u -d '-1 day' +%y%m%d%H%M%SZ)" short
list later.crl "$(date -u -d '+1 day' +%y%m%d%H%M%SZ),superseded" short
list taken.crl "$(date -u -d '+1 day' +%y%m%d%H%M%SZ),keyCompromise" short
list of-another.crl "$(date -u -d '-1 day' +%y%m%d%H%M%SZ)" long
sound=(stamp-1.tsr --request stamp-1.tsq --data stamp-1.checkpoint --authorities "$TSA/root.pem")
code=0
ours "${sound[@]}" || code=$?
[ "$code" = 3 ] || fail "without a revocation list we say $code, and not that it cannot be decided"
for good in none later of-another; do ours "${sound[@]}" --crl "$WORK/$good.crl" || fail "we refuse a sound one by $good.crl"; done
openssl crl -in "$WORK/none.crl" -outform DER -out "$WORK/none.der" 2>/dev/null
ours "${sound[@]}" --crl "$WORK/none.der" || fail "we do not read a list in DER"
for bad in before taken; do
  code=0
  ours "${sound[@]}" --crl "$WORK/$bad.crl" || code=$?
  [ "$code" = 1 ] || fail "by $bad.crl we say $code, and not that it does not hold"
done
cat "$TSA/root.pem" "$WORK/before.crl" >"$WORK/with-before.pem"
if openssl ts -verify -queryfile stamp-1.tsq -in stamp-1.tsr -CAfile "$WORK/with-before.pem" -crl_check >/dev/null 2>&1; then
  fail "openssl takes a revoked certificate"
fi
cat "$TSA/root.pem" "$WORK/none.crl" >"$WORK/with-none.pem"
openssl ts -verify -queryfile stamp-1.tsq -in stamp-1.tsr -CAfile "$WORK/with-none.pem" -crl_check >/dev/null 2>&1 ||
  fail "openssl does not take a list on which nothing stands"
say "by lists that openssl ca makes we take what is not revoked, and refuse what is; without one we decide nothing"
printf x >>stamp-1.checkpoint
if judge -data stamp-1.checkpoint -in stamp-1.tsr; then fail "other data was not noticed"; fi
if ours "${sound[@]}" --crl "$WORK/none.crl"; then fail "nor by us"; fi
if openssl ts -verify -queryfile stamp-1.tsq -in stamp-1.tsr -CAfile "$TSA/other.pem" >/dev/null 2>&1; then fail "other authority"; fi
if ours stamp-1.tsr --request stamp-1.tsq --authorities "$TSA/other.pem" --crl "$WORK/none.crl"; then fail "we take another authority"; fi
code=0
ours stamp-1.tsr --request stamp-1.tsq || code=$?
[ "$code" = 3 ] || fail "without an authority we say $code, and not that it cannot be decided"
python3 - stamp-1.tsr "$WORK/changed" <<'PY'
import sys
bytes = bytearray(open(sys.argv[1], "rb").read())
bytes[-1] ^= 1
open(sys.argv[2], "wb").write(bytes)
PY
if judge -queryfile stamp-1.tsq -in "$WORK/changed"; then fail "a changed signature was not noticed"; fi
if ours "$WORK/changed" --request stamp-1.tsq --authorities "$TSA/root.pem" --crl "$WORK/none.crl"; then fail "nor by us"; fi
say "both refuse other data, another authority and a changed signature; without an authority we decide nothing"

# Before the certificate ends, the time-stamp is renewed: first in vain, as the server has no later one.
cd "$WORK"
if as first node renew-stamps >"$WORK/renewals"; then fail "it was renewed with a certificate that ends as early"; fi
grep -q casework-timestamp-no-later "$WORK/renewals" || fail "why it was not renewed is not said"
cp "$TSA/long.pem" "$TSA/signer.pem"
cp "$TSA/long.key" "$TSA/signer.key"
as first node renew-stamps >"$WORK/renewals" || { cat "$WORK/renewals"; fail "it was not renewed"; }
as first node renew-stamps | grep -q '"renewed":\[\]' || fail "it was renewed twice"
as investigator evidence stamps "$CASE" --out "$WORK/renewed" >/dev/null || fail "the series does not hold for us"
cd "$WORK/renewed"
for number in 1 2; do
  judge -data "stamp-$number.tsr" -in "stamp-$number-2.tsr" || { cat "$WORK/judged"; fail "openssl refuses the renewal"; }
  judge -queryfile "stamp-$number.tsq" -in "stamp-$number.tsr" || fail "the first is another one now"
done
cmp stamp-1.tsr "$WORK/stamps/stamp-1.tsr" || fail "the first is another one now"
say "openssl ts -verify accepts the renewals, each over the reply before it"

# The independent checker of exports knows that the node renews by itself.
cd "$WORK"
need_python cryptography==48.0.0
key=$("$COMITY" --json case export key --out "$WORK/court.key" | grep -oE 'age1[0-9a-z]+' | head -n 1)
proposed=$(as investigator case export propose "$CASE" --recipient Court --key "$key" --reason 'for trial' | field entry)
as second case approve "$CASE" "$proposed" >/dev/null
as investigator case export write "$CASE" "$proposed" --key "$key" --out "$WORK/case.age" >/dev/null
"$COMITY" case export open "$WORK/case.age" --identity "$WORK/court.key" --out "$WORK/court" >/dev/null
PYTHONDONTWRITEBYTECODE=1 "$PYTHON" "$ROOT/tests/checker/check.py" "$WORK/court" >"$WORK/report" ||
  { cat "$WORK/report"; fail "check.py refuses a case with renewed time-stamps"; }
say "check.py: $(tail -n 1 "$WORK/report")"

# And so it checks the time-stamps in a package of exhibits: those of an exhibit, renewed, and one of the signature.
proposed=$(as investigator evidence package propose "$CASE" E-1 --recipient Court --reason 'for trial' | field entry)
as second case approve "$CASE" "$proposed" >/dev/null
as investigator evidence package write "$CASE" "$proposed" --out "$WORK/package" >/dev/null
cd "$WORK/package"
openssl ts -query -data comity/signature.cose -sha256 -cert -out timestamps/signature.tsq 2>/dev/null
(cd "$TSA" && openssl ts -reply -config config -queryfile "$WORK/package/timestamps/signature.tsq" -signer signer.pem \
  -inkey signer.key -out "$WORK/package/timestamps/signature.tsr") 2>"$WORK/made" || { cat "$WORK/made"; fail "openssl stamps no signature"; }
verified() { # the status with which we end, and what decides it
  local status=$1 code=0
  shift
  "$COMITY" --json evidence verify "$WORK/package" --authorities "$TSA/root.pem" "$@" >"$WORK/report" || code=$?
  [ "$code" = "$status" ] || { cat "$WORK/report"; fail "evidence verify ends with $code, not with $status"; }
}
list now.crl
verified 3
grep -q 'no revocation list' "$WORK/report" || { cat "$WORK/report"; fail "why it is not decided is not said"; }
verified 0 --crl "$WORK/now.crl"
verified 1 --crl "$WORK/before.crl" --crl "$WORK/now.crl"
say "comity evidence verify decides the time-stamps of a package by revocation lists, and not without"
checked() { # the status and the answer that check.py shall give, and its arguments
  local status=$1 answer=$2 code=0
  shift 2
  ${RUN:-} env PATH="${ONLY_PATH:-$PATH}" PYTHONDONTWRITEBYTECODE=1 "$PYTHON" "$ROOT/tests/checker/check.py" "$WORK/package" "$@" \
    >"$WORK/report" || code=$?
  [ "$code" = "$status" ] && grep -q "^time-stamps: $answer" "$WORK/report" ||
    { cat "$WORK/report"; fail "check.py ends with $code, not with $status and $answer"; }
}
checked 0 'pass timestamps/signature.tsr of 20' --authorities "$TSA/root.pem"
checked 1 'FAIL openssl says' --authorities "$TSA/other.pem"
checked 3 'cannot be decided, because no certificates were given'
ONLY_PATH=$(dirname "$PYTHON") checked 3 'cannot be decided, because openssl is not on this machine' --authorities "$TSA/root.pem"
# Whoever changes a time-stamp can take it from the list of texts, which it may be missing in.
sed -i '/  timestamps\//d' tagmanifest-sha256.txt
for change in timestamps/stamp-2.tsr timestamps/stamp-2-2.tsr timestamps/signature.tsr; do
  cp "$change" "$WORK/kept"
  printf 'x' | dd of="$change" bs=1 seek=$(($(stat -c %s "$change") - 20)) conv=notrunc status=none
  checked 1 FAIL --authorities "$TSA/root.pem"
  cp "$WORK/kept" "$change"
done
mkdir "$WORK/renewal"
mv timestamps/stamp-2-2.ts? "$WORK/renewal"
checked 0 'pass' --authorities "$TSA/root.pem"
later() { faketime -f +40d "$@"; } # a certificate of 30 days has ended then
RUN=later checked 3 'cannot be decided, because the certificate of timestamps/stamp-2.tsr has ended' --authorities "$TSA/root.pem"
mv "$WORK"/renewal/* timestamps
RUN=later checked 0 'pass' --authorities "$TSA/root.pem"
printf 'another signature' >"$WORK/other"
openssl ts -query -data "$WORK/other" -sha256 -cert -out timestamps/other.tsq 2>/dev/null
(cd "$TSA" && openssl ts -reply -config config -queryfile "$WORK/package/timestamps/other.tsq" -signer signer.pem \
  -inkey signer.key -out "$WORK/package/timestamps/other.tsr") 2>/dev/null
checked 1 'FAIL timestamps/other.tsr is of nothing that is here' --authorities "$TSA/root.pem"
say "check.py checks the time-stamps in a package, and says where it cannot"
