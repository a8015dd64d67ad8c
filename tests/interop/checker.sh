#!/usr/bin/env bash
# An exported case is checked by a page of Python that shares no code with us; every changed byte is noticed.
source "$(dirname "$0")/lib/common.bash"

CHECKER=$ROOT/tests/checker
export PYTHONDONTWRITEBYTECODE=1
need_python cryptography==48.0.0 bagit==1.9.0

"$PYTHON" "$CHECKER/blake.py" >"$WORK/report" || { cat "$WORK/report"; fail "the checker's own BLAKE3 is another one"; }
say "blake.py: $(cat "$WORK/report")"

OUT=$WORK/out
mkdir "$OUT"
read -r COUNT NODE < <(example casework export_sample "$OUT")
[ -e "$OUT/case/export.cose" ] || fail "the example exported nothing"
say "exported $COUNT files, $(find "$OUT/case" -type f -printf '%s\n' | awk '{ sum += $1 } END { print sum }') bytes"

"$PYTHON" "$CHECKER/check.py" "$OUT/case" "$NODE" >"$WORK/report" || { cat "$WORK/report"; fail "check.py finds faults"; }
grep -q '^PASS: ' "$WORK/report" || fail "check.py does not say that it passed"
say "check.py: $(tail -n 1 "$WORK/report")"
"$PYTHON" "$CHECKER/check.py" "$OUT/restored" "$NODE" >"$WORK/report" || { cat "$WORK/report"; fail "after a restore"; }
say "check.py, of a node that was restored: $(tail -n 1 "$WORK/report")"
"$PYTHON" "$CHECKER/check.py" "$OUT/handed-over" "$NODE" >"$WORK/report" || { cat "$WORK/report"; fail "after a hand-over"; }
say "check.py, of a case that was handed over: $(tail -n 1 "$WORK/report")"

# The judge judges: another node's key, and a changed byte.
if "$PYTHON" "$CHECKER/check.py" "$OUT/case" "$(printf '%064d' 7)" >/dev/null; then fail "another node's key is accepted"; fi
cp -r "$OUT/case" "$WORK/changed"
printf 'x' | dd of="$WORK/changed/data/entries/00000003.content" bs=1 seek=40 conv=notrunc status=none
if "$PYTHON" "$CHECKER/check.py" "$WORK/changed" >"$WORK/report"; then fail "a changed content is accepted"; fi
grep -q '^FAIL data/entries/00000003.content: ' "$WORK/report" || fail "the changed file is not named"
grep -q '^FAIL: ' "$WORK/report" || fail "the last line does not say that it failed"

# What the package says that a stranger can do without the checker.
(cd "$OUT/case" && sha256sum --check --quiet --strict manifest-sha256.txt tagmanifest-sha256.txt) || fail "sha256sum"
"$PYTHON" -m bagit --validate --quiet "$OUT/case" || fail "bagit.py does not accept the package"
say "sha256sum and bagit.py accept the package"

# The recipient opens the sealed form without us, too.
need_apt age age
mkdir "$WORK/opened"
age --decrypt --identity "$OUT/recipient.key" "$OUT/case.age" | tar -x -C "$WORK/opened"
diff -r "$OUT/case" "$WORK/opened/export" || fail "what age and tar unpack is another package"
age-keygen -o "$WORK/other.key" 2>/dev/null
if age --decrypt --identity "$WORK/other.key" "$OUT/case.age" >/dev/null 2>&1; then fail "another key opens the package"; fi
say "age and tar unpack the sealed form; another key does not open it"

# COMITY_FLIP_STEP: only every n-th byte, for a quick look.
"$PYTHON" "$CHECKER/flip.py" "$OUT/case" "${COMITY_FLIP_STEP:-1}" | sed "s/^/$NAME: /"
"$PYTHON" "$CHECKER/forge.py" "$OUT/case" | sed "s/^/$NAME: /"

# The same for what the demonstration gives to a court: with messages to and from another node, a request and its answer.
say "building the program and walking through the demonstration"
(cd "$ROOT" && COMITY_TEST_DATA='' "$BUILT/comity" demo --dir "$WORK/demo" --no-serve) >"$WORK/demo.log" ||
  { tail -n 20 "$WORK/demo.log"; fail "the demonstration"; }
"$PYTHON" "$CHECKER/check.py" "$WORK/demo/court" >"$WORK/report" || { cat "$WORK/report"; fail "check.py, of the demonstration"; }
say "check.py, of the demonstration: $(tail -n 1 "$WORK/report")"
# Whether the other node's signature under the checkpoint comes in time is a matter of luck; if it is there, it is checked.
NODE=$(sed -n 's/^Comity-Node: //p' "$WORK/demo/court/bag-info.txt")
WITNESS=$(sed -n 's/^node = "\(.*\)"/\1/p' "$WORK/demo/kz-card.toml")
"$PYTHON" "$CHECKER/check.py" "$WORK/demo/court" "$NODE" "$WITNESS" >"$WORK/report" || { cat "$WORK/report"; fail "the witness"; }
if grep -q '^data/.*checkpoint: .*NOT CHECKED' "$WORK/report"; then fail "the witness is not checked"; fi
say "check.py: $(grep -c ' signed it, too$' "$WORK/report" || true) signatures of a witness under a checkpoint hold"
# It is four times as large: in the second pass every fifth byte is changed here, as every one takes a quarter of an hour.
"$PYTHON" "$CHECKER/flip.py" "$WORK/demo/court" "${COMITY_FLIP_STEP:-1}" "${COMITY_FLIP_STEP:-5}" | sed "s/^/$NAME: /"
