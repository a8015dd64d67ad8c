#!/usr/bin/env bash
# Makes lists/ beside this file with OpenSSL 3: a chain of an authority of its own, a time-stamp below it, and lists of revoked
# certificates. Keys are thrown away. Run it in an empty folder and copy what it leaves; the times in ../revoked.rs follow
# from those here, beside that of the time-stamp, which is the day on which it runs.
set -euo pipefail
here=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > config <<'END'
[authority]
dir = .
database = ./index
serial = ./serial
crlnumber = ./number
new_certs_dir = .
default_md = sha256
policy = any
email_in_dn = no
[any]
commonName = supplied
[request]
distinguished_name = name
[name]
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
[stamps]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[delta]
2.5.29.27 = critical,DER:020101
[tsa]
default_tsa = a
[a]
serial = ./tsaserial
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
ess_cert_id_alg = sha256
END
printf 01 > serial; printf 01 > number; printf 01 > tsaserial; : > index
key() { openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1.key" 2>/dev/null; }
ca() { openssl ca -config config -name authority -batch -notext -cert "$1.pem" -keyfile "$1.key" "${@:2}" 2>/dev/null; }
days=(-startdate 20260101000000Z -enddate 20360101000000Z)
for name in root other middle tsa; do key "$name"; done
for name in root other; do
  openssl req -x509 -new -key "$name.key" -subj "/CN=Exercise $name" -config config -extensions root -days 5000 -out "$name.pem"
done
for name in middle tsa; do openssl req -new -key "$name.key" -subj "/CN=Exercise $name" -config config -out "$name.csr"; done
ca root -extensions root "${days[@]}" -in middle.csr -out middle.pem
ca middle -extensions stamps "${days[@]}" -in tsa.csr -out tsa.pem

mkdir "$here/lists"
cp root.pem "$here/lists/root.pem"
printf 'the ledger of an exercise\n' > data.txt
openssl ts -query -data data.txt -sha256 -cert -out "$here/lists/stamp.tsq" 2>/dev/null
openssl ts -reply -config config -section a -queryfile "$here/lists/stamp.tsq" -signer tsa.pem -inkey tsa.key \
  -chain middle.pem -out "$here/lists/stamp.tsr" 2>/dev/null

# list NAME ISSUER [DATE[,REASON] SERIAL]: with what the index says of one certificate. In force in 2027, or as FROM and TO say.
list() {
  local name=$1 by=$2 serial=${4:-}
  : > index
  if [ -n "$serial" ]; then printf 'R\t360101000000Z\t%s\t%s\tunknown\t/CN=x\n' "$3" "$serial" > index; fi
  openssl ca -config config -name authority -gencrl -cert "$by.pem" -keyfile "$by.key" \
    -crl_lastupdate "${FROM:-20270101000000Z}" -crl_nextupdate "${TO:-20270201000000Z}" ${DELTA:+-crlexts delta} -out "$name" 2>/dev/null
}
list "$here/lists/root.crl" root
list "$here/lists/none.crl" middle
list "$here/lists/before.crl" middle 260601000000Z 02
list "$here/lists/after.crl" middle 261231000000Z,superseded 02
list "$here/lists/taken.crl" middle 261231000000Z,keyCompromise 02
list "$here/lists/silent.crl" middle 261231000000Z 02
list "$here/lists/middle-revoked.crl" root 260601000000Z 01
FROM=20260201000000Z TO=20260301000000Z list "$here/lists/ended.crl" middle
FROM=20360201000000Z TO=20360301000000Z list "$here/lists/late.crl" middle
FROM=20260201000000Z TO=20270301000000Z list "$here/lists/in-force.crl" middle
DELTA=1 list "$here/lists/delta.crl" middle
# By a key that is not that of the authority, and under its name.
openssl req -x509 -new -key other.key -subj "/CN=Exercise middle" -config config -extensions root -days 5000 -out middle.pem
cp other.key middle.key
list "$here/lists/forged.crl" middle
openssl crl -in "$here/lists/none.crl" -outform DER -out "$here/lists/none.der"
