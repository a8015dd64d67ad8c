#!/usr/bin/env bash
# A package of exhibits, by programs of others: bagit.py, sha256sum, openssl, case_validate, age and the independent checker.
source "$(dirname "$0")/lib/common.bash"

CHECKER=$ROOT/tests/checker
export PYTHONDONTWRITEBYTECODE=1
need_python cryptography==48.0.0 bagit==1.9.0 case-utils==0.18.0
need_apt openssl openssl
need_apt xxd xxd
need_apt age age
build

# A node of its own with a case: files whose names need care, a thing, and acts of custody on both.
cd "$WORK"
umask 077
for who in node amina bobur; do printf 'the passphrase of %s\n' "$who" >"$who"; done
export COMITY_NODE=$WORK/office COMITY_NODE_PASSPHRASE_FILE=$WORK/node COMITY_ZONE=Asia/Dushanbe
comity() { "$BUILT/comity" "$@"; }
comity node init --exercise --office Unit --authority Ministry --country TJ \
  --founder Amina=administrator,investigator --founder-passphrase-file amina \
  --founder Bobur=supervisor,prosecutor --founder-passphrase-file bobur --recovery-sheet sheet.txt >/dev/null
export COMITY_OFFICER=Amina COMITY_PASSPHRASE_FILE=$WORK/amina
field() { "$PYTHON" -c 'import json, sys; print(json.loads(sys.stdin.readline())[sys.argv[1]])' "$1"; }
CASE=$(comity --json case open 'Обмен' | field case)
mkdir -p "files/a folder/$(printf 'long%.0s' {1..30})" "files/Case"
printf 'one\n' >"files/a folder/one.txt"
printf 'two\n' >files/доказательство.txt
printf 'three\n' >"files/100%25 = x.txt"
printf 'four\n' >"files/a folder/$(printf 'long%.0s' {1..30})/گزارش.txt"
: >files/empty
ln -s empty files/link
how=(--place 'Office 3' --reason 'search' --authority 'warrant 7')
comity evidence add "$CASE" 'The trader’s files' files "${how[@]}" >/dev/null
comity evidence add "$CASE" 'A telephone' --act received --giver 'Police=District' "${how[@]}" >/dev/null
comity evidence add "$CASE" 'A note in place' --in-place 'files/a folder/one.txt' "${how[@]}" >/dev/null
comity evidence custody "$CASE" E-1 --act handed-over --giver Amina=Unit --taker 'Farida=Laboratory' \
  --present 'Witness=None' --place Laboratory --reason analysis --tool 'Blocker=2.1' >/dev/null
comity evidence custody "$CASE" E-2 --act sealed --seal-after S-17 --place 'Store' --reason storage \
  --giver Amina=Unit >/dev/null
comity evidence custody "$CASE" E-2 --act returned --giver Amina=Unit --taker 'Owner=None' --authority 'order 3' \
  --seal-before S-17 --place Store --reason 'not needed' >/dev/null
comity evidence check "$CASE" E-1 >/dev/null
comity evidence check "$CASE" E-3 --reason 'before trial' >/dev/null
comity evidence file "$CASE" E-1 empty --out taken --reason 'for the translator' --authority 'order 4' >/dev/null
BAG=$WORK/package
# package OUT EXHIBIT... : proposed by one person, approved by another, and written; KEY is that of a recipient.
package() {
  local out=$1 proposal
  shift
  proposal=$(comity --json evidence package propose "$CASE" "$@" --recipient 'City Court' --reason 'for trial' ${KEY:+--key "$KEY"} | field entry)
  COMITY_OFFICER=Bobur COMITY_PASSPHRASE_FILE=$WORK/bobur comity case approve "$CASE" "$proposal" >/dev/null
  comity evidence package write "$CASE" "$proposal" --out "$out" ${KEY:+--key "$KEY"} >/dev/null
}
package package E-1 E-2 E-3

(cd "$BAG" && sha256sum --check --quiet --strict manifest-sha256.txt tagmanifest-sha256.txt comity/tags-sha256.txt) ||
  fail "sha256sum does not accept the lists"
"$PYTHON" -m bagit --validate --quiet "$BAG" || fail "bagit.py does not accept the package"
say "sha256sum and bagit.py accept the package"

# The signature, as the README of the package says.
openssl_says() {
  (cd "$BAG" && openssl pkeyutl -verify -pubin -inkey comity/openssl/signer.pem -rawin \
    -in comity/openssl/signed.bin -sigfile comity/openssl/signature.bin) >/dev/null 2>&1
}
openssl_says || fail "openssl does not accept the signature"
signed=$(xxd -p "$BAG/comity/openssl/signed.bin" | tr -d '\n')
grep -q "$(sha256sum "$BAG/comity/tags-sha256.txt" | cut -c1-64)" <<<"$signed" || fail "the list of texts is not what was signed"
grep -q "$(field root < <(tr -d '\n' <"$BAG/comity/seal.json"))" <<<"$signed" || fail "the root is not what was signed"
cp "$BAG/comity/openssl/signed.bin" kept
printf 'x' | dd of="$BAG/comity/openssl/signed.bin" bs=1 seek=40 conv=notrunc status=none
if openssl_says; then fail "openssl accepts changed bytes"; fi
cp kept "$BAG/comity/openssl/signed.bin"
say "openssl accepts the signature over the root and the texts"

for version in case-1.4.0 case-1.5.0; do
  "$(dirname "$PYTHON")/case_validate" --built-version "$version" "$BAG/case-uco.jsonld" >"$WORK/report" ||
    { cat "$WORK/report"; fail "case_validate finds violations by $version"; }
  grep -q '^Conforms: True' "$WORK/report" || fail "case_validate does not say that the graph conforms to $version"
done
actions=$(grep -c '"@type": "case-investigation:InvestigativeAction"' "$BAG/case-uco.jsonld")
[ "$actions" = 6 ] || fail "the graph has $actions actions for 6 acts of custody"
sed 's/"uco-types:hashMethod": "SHA256"/"uco-types:hashMethod": 256/' "$BAG/case-uco.jsonld" >changed.jsonld
if "$(dirname "$PYTHON")/case_validate" changed.jsonld >/dev/null 2>&1; then fail "case_validate accepts anything"; fi
say "case_validate: the graph conforms to CASE 1.4 and 1.5, without a warning"

NODE=$(sed -n 's/^Comity-Node: //p' "$BAG/bag-info.txt")
"$PYTHON" "$CHECKER/check.py" "$BAG" "$NODE" >report || { cat report; fail "check.py finds faults"; }
grep -q '^PASS of what was checked: 12 checks pass, 0 fail, 1 cannot be decided' report || { cat report; fail "check.py did not check all"; }
say "check.py: $(tail -n 1 report)"
comity evidence verify package >report || { cat report; fail "our own check fails"; }
if "$PYTHON" "$CHECKER/check.py" "$BAG" "$(printf '%064d' 7)" >report; then fail "another node's key is accepted"; fi
grep -q '^key of the node: FAIL' report && [ "$(grep -c ': FAIL' report)" = 1 ] || { cat report; fail "another node's key is not named as the cause"; }
"$PYTHON" "$CHECKER/check.py" "$BAG" "$(sed -n 's/^key of the node: .* key identifier //p' report)" >/dev/null ||
  fail "the key identifier that check.py prints is not accepted"
code=0
"$PYTHON" "$CHECKER/check.py" "$BAG" zz 2>report || code=$?
[ "$code" = 2 ] && grep -q '^zz is no key' report || { cat report; fail "what is no key is not told apart"; }
mkdir alone
cp "$CHECKER/check.py" alone
code=0
"$PYTHON" alone/check.py "$BAG" "$NODE" >report || code=$?
[ "$code" = 3 ] && grep -q '^BLAKE3 of the files: cannot be decided, because' report || { cat report; fail "BLAKE3 that was not computed is not told"; }

# The judges judge: one byte changed in each file, and both checks fail.
while IFS= read -r -d '' file; do
  [ -s "$file" ] || continue
  cp "$file" kept
  at=$(($(stat -c %s "$file") / 2))
  "$PYTHON" - "$file" "$at" <<'P'
import sys
with open(sys.argv[1], "r+b") as file:
    file.seek(int(sys.argv[2]))
    byte = file.read(1)[0]
    file.seek(int(sys.argv[2]))
    file.write(bytes([byte ^ 1]))
P
  if "$PYTHON" "$CHECKER/check.py" "$BAG" >/dev/null; then fail "check.py passes a changed ${file#"$BAG"/}"; fi
  if comity evidence verify package >/dev/null; then fail "we pass a changed ${file#"$BAG"/}"; fi
  cp kept "$file"
done < <(find "$BAG" -type f -print0)
"$PYTHON" "$CHECKER/check.py" "$BAG" >/dev/null || fail "the package is not as it was"
# What was changed is named, and so is what is no file.
names() { # the change, and the line that shall be there
  rm -rf other
  cp -r "$BAG" other
  (cd other && eval "$1")
  if "$PYTHON" "$CHECKER/check.py" other >report; then fail "check.py passes after: $1"; fi
  grep -qF "$2" report && ! grep -q 'KeyError' report || { cat report; fail "after $1 it is not said: $2"; }
}
names 'echo >>data/E-1/empty' 'package: FAIL data/E-1/empty is altered, by manifest-sha256.txt'
names 'rm data/E-1/empty' 'package: FAIL data/E-1/empty is missing, by manifest-sha256.txt'
names 'echo >README.txt' 'README.txt is altered, by tagmanifest-sha256.txt'
names 'rm README.txt; mkfifo README.txt' 'files: FAIL README.txt is no file'
names 'mkdir data/E-1/added' 'seal: FAIL data/E-1/added is an empty folder that is not in the seal'
names 'mv custody ../moved; ln -s ../moved custody' 'files: FAIL custody is a link'
say "a changed byte in any file is found by both"

# Whoever can make the lists fit again is found by the signature; and whoever signs anew, by the entries.
cp -r "$BAG" forged
sed -i 's/Farida/Parvin/' forged/custody/E-1.json
(cd forged && sha256sum $(cut -c67- comity/tags-sha256.txt) >comity/tags-sha256.txt.new &&
  mv comity/tags-sha256.txt.new comity/tags-sha256.txt && sha256sum $(cut -c67- tagmanifest-sha256.txt) >../list && mv ../list tagmanifest-sha256.txt)
"$PYTHON" -m bagit --validate --quiet forged || fail "the forgery is not one that bagit.py accepts"
if "$PYTHON" "$CHECKER/check.py" forged >report; then fail "check.py passes a forgery"; fi
grep -q '^signature: FAIL' report && grep -q '^custody: FAIL' report || { cat report; fail "the forgery is not found where it is"; }
if comity evidence verify forged >report; then fail "we pass a forgery"; fi
grep -q '^signature: fail' report && grep -q '^record of custody: fail' report || { cat report; fail "we do not find the forgery where it is"; }
say "a forgery with lists that fit is found by the signature and by the entries"

# The sealed form, with programs of others.
KEY=$(comity case export key --out court.key)
package sealed.age E-1
unset KEY
mkdir opened
age --decrypt --identity court.key sealed.age | tar -x -C opened
"$PYTHON" "$CHECKER/check.py" opened/export >/dev/null || fail "what age and tar unpack does not pass"
"$PYTHON" -m bagit --validate --quiet opened/export || fail "bagit.py does not accept what was sealed"
say "age and tar unpack the sealed form, and it passes"

# Files that were sealed without a case are told from both, and checked as far as they go.
comity evidence seal files --out plain >/dev/null
"$PYTHON" "$CHECKER/check.py" plain >report || { cat report; fail "check.py finds faults in a plain sealed bag"; }
grep -q '^files that were sealed without a case' report && grep -q '^PASS of what was checked: 4 checks pass, 0 fail' report ||
  { cat report; fail "check.py takes a plain sealed bag for something else"; }
printf 'x' >>'plain/data/a folder/one.txt'
if "$PYTHON" "$CHECKER/check.py" plain >report; then fail "check.py passes a plain sealed bag that was changed"; fi
say "check.py: a plain sealed bag is checked as what it is"

# A bag of bagit.py is taken in, and its own lists are still there.
mkdir -p theirs/sub
printf 'five\n' >theirs/sub/five.txt
"$PYTHON" -m bagit --quiet --sha256 --contact-name 'Exercise Office' theirs
comity evidence verify theirs >report || { cat report; fail "we do not accept a bag of bagit.py"; }
grep -q '^signature: cannot be decided' report || fail "we do not say that a bag of bagit.py is unsigned"
comity evidence add "$CASE" 'From another office' theirs "${how[@]}" >/dev/null
package again E-4
"$PYTHON" -m bagit --validate --quiet again || fail "a bag in a bag is not accepted"
"$PYTHON" -m bagit --validate --quiet again/data/E-4 || fail "the bag inside is not whole any more"
say "a bag of bagit.py is taken in, and leaves whole"
