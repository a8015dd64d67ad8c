#!/usr/bin/env bash
# Secrets that a search finds: age opens what the program seals to keys and to a passphrase, and the independent checker reads a
# case in which secrets were sealed and seen.
source "$(dirname "$0")/lib/common.bash"

CHECKER=$ROOT/tests/checker
export PYTHONDONTWRITEBYTECODE=1
need_python cryptography==48.0.0
need_apt age age
build

cd "$WORK"
umask 077
for who in node amina bobur; do printf 'the passphrase of %s\n' "$who" >"$who"; done
export COMITY_NODE=$WORK/office COMITY_NODE_PASSPHRASE_FILE=$WORK/node COMITY_ZONE=Asia/Dushanbe
comity() { "$BUILT/comity" "$@"; }
field() { "$PYTHON" -c 'import json, sys; print(json.loads(sys.stdin.readline())[sys.argv[1]])' "$1"; }
# The phrase of the standard's own test vectors (BIP39).
WORDS='legal winner thank year wave sausage worth useful legal winner thank yellow'
mkdir seized
printf 'the words: %s\n' "$WORDS" >seized/note.txt

# To two keys that age made: each opens, and a third does not.
for who in court lab other; do age-keygen -o "$who.key" 2>/dev/null; done
comity scan seized --secrets-to keys.age --secrets-for "$(age-keygen -y court.key)" \
  --secrets-for "$(age-keygen -y lab.key)" >printed 2>&1
if grep -q winner printed; then fail "the scan says the words"; fi
for who in court lab; do
  age --decrypt --identity "$who.key" keys.age | grep -qF "\"secret\":\"$WORDS\"" || fail "age does not open it with $who"
done
if age --decrypt --identity other.key keys.age >/dev/null 2>&1; then fail "another key opens it"; fi
say "age opens what was sealed to two keys, with each of them and no other"

# To a passphrase, for which age asks at a terminal.
comity scan seized --secrets-to passphrase.age --secrets-passphrase-file bobur >printed 2>&1
"$PYTHON" - <<'PY' || fail "age does not open what was sealed to a passphrase"
import os, pty, sys
child, terminal = pty.fork()
if child == 0:
    os.execvp("age", ["age", "--decrypt", "--output", "plain", "passphrase.age"])
os.read(terminal, 1024)
os.write(terminal, b"the passphrase of bobur\n")
try:
    while os.read(terminal, 1024):
        pass
except OSError:
    pass
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
PY
grep -qF "$WORDS" plain || fail "age reads something else"
say "age opens what was sealed to a passphrase"

# By two officers: one asks, the other approves, the first sees it.
comity node init --exercise --office Unit --authority Ministry --country TJ \
  --founder Amina=administrator,custody-officer,investigator --founder-passphrase-file amina \
  --founder Bobur=supervisor,prosecutor --founder-passphrase-file bobur --recovery-sheet sheet.txt >/dev/null
as() { COMITY_OFFICER=$1 COMITY_PASSPHRASE_FILE=$WORK/$(tr 'AB' 'ab' <<<"$1") comity "${@:2}"; }
CASE=$(as Bobur --json case open 'Theft' | field case)
as Bobur case assign "$CASE" Amina >/dev/null
as Amina evidence add "$CASE" 'The note' seized --place 'Office 3' --reason search --authority 'warrant 7' >/dev/null
as Amina evidence scan "$CASE" E-1 --secrets-officer Amina --secrets-officer Bobur >printed
if grep -q winner printed; then fail "the scan of the exhibit says the words"; fi
PRINT=$(as Amina --json evidence secret "$CASE" E-1 | "$PYTHON" -c 'import json, sys; print(json.load(sys.stdin)["kept"][0]["secrets"][0]["fingerprint"])')
ASKED=$(as Amina --json evidence secret "$CASE" E-1 "$PRINT" --reason 'to secure the coins' | field entry)
as Bobur case approve "$CASE" "$ASKED" >/dev/null
as Amina evidence secret "$CASE" E-1 "$PRINT" --asked "$ASKED" --for "$(age-keygen -y court.key)" --out seen.age >/dev/null
age --decrypt --identity court.key seen.age | grep -qF "$WORDS" || fail "age does not open what was seen"
if grep -rqa winner office; then fail "the words stand in the folder of the node"; fi
say "what one officer asked for and the other approved, age opens; no file of the node has a word of it"

# On a terminal it is shown once, and into a pipe not at all.
ASKED=$(as Amina --json evidence secret "$CASE" E-1 "$PRINT" --reason 'once more' | field entry)
as Bobur case approve "$CASE" "$ASKED" >/dev/null
if as Amina evidence secret "$CASE" E-1 "$PRINT" --asked "$ASKED" >printed 2>&1; then fail "it goes into a pipe"; fi
if grep -q winner printed; then fail "a pipe has the words"; fi
export COMITY_OFFICER=Amina COMITY_PASSPHRASE_FILE=$WORK/amina
"$PYTHON" - "$BUILT/comity" evidence secret "$CASE" E-1 "$PRINT" --asked "$ASKED" >shown <<'PY' || fail "it is not shown on a terminal"
import os, pty, sys
child, terminal = pty.fork()
if child == 0:
    os.execv(sys.argv[1], sys.argv[1:])
text = b""
try:
    while part := os.read(terminal, 4096):
        text += part
except OSError:
    pass
sys.stdout.buffer.write(text)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
PY
grep -qF "$WORDS" shown || { cat shown; fail "the terminal shows something else"; }
say "a terminal shows it, and a pipe does not"

# The case as others receive it: the sealed secrets stay here, and the checker passes it.
KEY=$(age-keygen -y court.key)
PROPOSAL=$(as Amina --json case export propose "$CASE" --recipient Court --key "$KEY" --reason trial | field entry)
as Bobur case approve "$CASE" "$PROPOSAL" >/dev/null
as Amina case export write "$CASE" "$PROPOSAL" --key "$KEY" --out case.age >/dev/null
mkdir opened
age --decrypt --identity court.key case.age | tar -x -C opened
"$PYTHON" "$CHECKER/check.py" opened/export >report || { cat report; fail "check.py finds faults"; }
if grep -rqa 'age-encryption.org' opened/export/data/files; then fail "sealed secrets leave with the case"; fi
say "check.py passes a case in which secrets were sealed and seen; they stay in the node"

# The exhibit as others receive it: who saw a secret, why, and who approved that, proven by the entries.
PROPOSAL=$(as Amina --json evidence package propose "$CASE" E-1 --recipient Court --reason trial | field entry)
as Bobur case approve "$CASE" "$PROPOSAL" >/dev/null
as Amina evidence package write "$CASE" "$PROPOSAL" --out package >/dev/null
as Amina evidence verify package >report || { cat report; fail "comity refuses its own package"; }
"$PYTHON" "$CHECKER/check.py" package >report || { cat report; fail "check.py refuses the package"; }
looks() { "$PYTHON" -c 'import json; print(len(json.load(open("package/custody/E-1.json"))["looks"]))'; }
[ "$(looks)" = 2 ] || fail "not both looks are in the record of custody"
if grep -rqa winner package --exclude-dir=data; then fail "the words leave with the record"; fi
# check.py holds each look against the entries. Somebody else's name, another reason, or a look that is left out is noticed.
"$PYTHON" - "$CHECKER" <<'PY' || fail "check.py does not notice a look that is told otherwise"
import copy, json, sys
sys.path.insert(0, sys.argv[1])
from check import Package
check = Package("package")
assert dict((name, how) for name, how, _ in check.answers)["custody"] == "pass", check.answers
record = json.loads(check.files["custody/E-1.json"])
def told(change):
    other = copy.deepcopy(record)
    change(other["looks"])
    files = dict(check.files)
    files["custody/E-1.json"] = json.dumps(other).encode()
    again = copy.copy(check)
    again.files = files
    try:
        again.custody()
        return True
    except ValueError:
        return False
assert told(lambda looks: None)
for change in (lambda looks: looks.pop(), lambda looks: looks[0].update(by="Bobur"), lambda looks: looks[0].update(reason="none"),
        lambda looks: looks[1].update(approved=looks[0]["approved"]), lambda looks: looks.reverse()):
    assert not told(change), change
PY
say "check.py proves both looks of a package, and notices five that are told otherwise"
