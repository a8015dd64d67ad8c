#!/usr/bin/env bash
# Makes the tokens beside this file with OpenSSL 3, an authority of its own and keys that are thrown away. Run it in an
# empty folder and copy what it leaves; times and keys differ from run to run, so that the expectations in
# ../known.rs, which name times, change with it.
set -euo pipefail
here=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > config <<'END'
[ca]
default_ca = authority
[authority]
dir = .
database = ./index
serial = ./serial
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
subjectKeyIdentifier = hash
[middle]
basicConstraints = critical,CA:TRUE,pathlen:0
keyUsage = critical,keyCertSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[stamps]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[uncritical]
keyUsage = critical,digitalSignature
extendedKeyUsage = timeStamping
[two]
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping,emailProtection
[mail]
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,emailProtection
[tsa]
default_tsa = tsa_config
[tsa_config]
dir = .
serial = ./tsaserial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.3.6.1.4.1.32473.1
digests = sha256
accuracy = secs:1, millisecs:500
clock_precision_digits = 3
ordering = no
tsa_name = no
ess_cert_id_chain = no
ess_cert_id_alg = sha256
END
: > index
echo 01 > serial
echo 01 > tsaserial

root() { # NAME
    openssl req -x509 -config config -newkey rsa:3072 -nodes -keyout "$1.key" -out "$1.pem" -days 7300 \
        -subj "/CN=Exercise $1" -extensions root 2> /dev/null
}
certify() { # NAME SECTION ISSUER FROM UNTIL KEY...
    openssl req -new -config config -newkey "${@:6}" -nodes -keyout "$1.key" -out "$1.csr" -subj "/CN=Exercise $1" \
        2> /dev/null
    openssl ca -batch -notext -config config -in "$1.csr" -out "$1.pem" -cert "$3.pem" -keyfile "$3.key" \
        -extensions "$2" -startdate "$4" -enddate "$5" 2> /dev/null
}
stamp() { # NAME CERTIFICATE OPTIONS...
    openssl ts -reply -config config -queryfile request.tsq -signer "$2.pem" -inkey "$2.key" -out "$1.tsr" "${@:3}" \
        2> /dev/null
}
wrap() { # NAME: a reply with status 0 around a token
    local length=$(($(stat -c %s "$1.token") + 5))
    {
        printf '\x30\x82'
        printf "\\x$(printf %02x $((length / 256)))\\x$(printf %02x $((length % 256)))"
        printf '\x30\x03\x02\x01\x00'
        cat "$1.token"
    } > "$1.tsr"
}
by_cms() { # NAME CERTIFICATE OPTIONS...: signs the content of another token, where `openssl ts` does not
    openssl cms -sign -binary -nodetach -nosmimecap -econtent_type 1.2.840.113549.1.9.16.1.4 -cades -md sha256 \
        -in content -signer "$2.pem" -inkey "$2.key" -outform DER -out "$1.token" "${@:3}"
    wrap "$1"
}

root root
root other
certify middle middle root 20260101000000Z 20400101000000Z rsa:2048
certify rsa stamps root 20260101000000Z 20360101000000Z rsa:2048
certify under stamps middle 20260101000000Z 20360101000000Z rsa:2048
certify p256 stamps root 20260101000000Z 20360101000000Z ec -pkeyopt ec_paramgen_curve:P-256
certify p384 stamps root 20260101000000Z 20360101000000Z ec -pkeyopt ec_paramgen_curve:P-384
certify ed25519 stamps root 20260101000000Z 20360101000000Z ed25519
certify later stamps root 20260101000000Z 20400101000000Z ed25519
certify ended stamps root 20200101000000Z 20210101000000Z rsa:2048
certify uncritical uncritical root 20260101000000Z 20360101000000Z rsa:2048
certify two two root 20260101000000Z 20360101000000Z rsa:2048
certify mail mail root 20260101000000Z 20360101000000Z rsa:2048

printf 'What was seized on the day of the exercise.\n' > data.txt
openssl ts -query -config config -data data.txt -sha256 -cert -out request.tsq 2> /dev/null
stamp rsa rsa
stamp p256 p256
stamp p384 p384
stamp under under -chain middle.pem
stamp ended ended
sed -i 's/ess_cert_id_alg = sha256/ess_cert_id_alg = sha1/' config
stamp first-version rsa
sed -i 's/ess_cert_id_alg = sha1/ess_cert_id_alg = sha384/; s/signer_digest = sha256/signer_digest = sha512/' config
stamp sha512 rsa
sed -i 's/ess_cert_id_alg = sha384/ess_cert_id_alg = sha256/; s/signer_digest = sha512/signer_digest = sha1/' config
stamp sha1 rsa
sed -i 's/signer_digest = sha1/signer_digest = sha256/; s/digests = sha256/digests = sha384/' config
stamp refused rsa || true
sed -i 's/digests = sha384/digests = sha256/' config

# Without the certificate of the signer.
openssl ts -query -config config -data data.txt -sha256 -out bare.tsq 2> /dev/null
openssl ts -reply -config config -queryfile bare.tsq -signer rsa.pem -inkey rsa.key -out bare.tsr 2> /dev/null

# A renewal: over the first reply.
openssl ts -query -config config -data rsa.tsr -sha256 -cert -out renewal.tsq 2> /dev/null
openssl ts -reply -config config -queryfile renewal.tsq -signer p256.pem -inkey p256.key -out renewal.tsr 2> /dev/null

openssl ts -reply -in rsa.tsr -token_out -out rsa.token 2> /dev/null
openssl cms -verify -noverify -inform DER -in rsa.token -binary -out content 2> /dev/null
by_cms pss rsa -keyopt rsa_padding_mode:pss -keyopt rsa_pss_saltlen:32
by_cms pss-salt rsa -keyopt rsa_padding_mode:pss -keyopt rsa_pss_saltlen:20
for wrong in uncritical two mail; do
    by_cms "$wrong" "$wrong"
done
openssl cms -sign -binary -nodetach -nosmimecap -econtent_type 1.2.840.113549.1.9.16.1.4 -md sha256 -in content \
    -signer rsa.pem -inkey rsa.key -outform DER -out no-certificate-named.token
wrap no-certificate-named

for good in rsa p256 p384 first-version sha512; do
    openssl ts -verify -queryfile request.tsq -in "$good.tsr" -CAfile root.pem > /dev/null 2>&1
done
# OpenSSL 3.0 makes no tokens by Ed25519; the tests make them with these keys, and forge others with them.
cp root.pem other.pem ed25519.pem ed25519.key later.pem later.key data.txt ./*.tsq ./*.tsr "$here"
