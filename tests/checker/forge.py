"""Breaks the rules of an exported case with the keys in hand, and sees to it that check.py notices what is wrong.

python3 forge.py FOLDER: the keys of the sample export are SHA-256 of a counter, so that a forger can be played here who holds
the node and every officer's key, and one who holds the node's key only: what officers signed stays as it was to the byte then.
Everything else is signed, sealed, logged and listed anew after each change; only the rule is broken.
"""
import base64, contextlib, copy, hashlib, io, os, sys, tempfile
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from check import CHECKPOINTS, Check, cbor, cose, head, main as report, sha
from flip import SUMS, TAGS, lines

SEEDS = [hashlib.sha256(n.to_bytes(8, "big")).digest() for n in range(3000)] + [bytes([9] * 32)]
KEYS = {key.public_key().public_bytes_raw(): key for key in map(Ed25519PrivateKey.from_private_bytes, SEEDS)}
OF = {sha(public): public for public in KEYS}


def encode(value):
    if value is None or isinstance(value, bool):
        return {None: b"\xf6", True: b"\xf5", False: b"\xf4"}[value]
    if isinstance(value, int):
        return head(0, value) if value >= 0 else head(1, -1 - value)
    if isinstance(value, (bytes, str)):
        data = value if isinstance(value, bytes) else value.encode()
        return head(2 if isinstance(value, bytes) else 3, len(data)) + data
    if isinstance(value, list):
        return head(4, len(value)) + b"".join(map(encode, value))
    return head(5, len(value)) + b"".join(k + v for k, v in sorted((encode(k), encode(v)) for k, v in value.items()))


def sign(public, purpose, value):
    protected, payload = encode({1: -8, 4: sha(public)}), encode(value)
    signature = KEYS[public].sign(encode(["Signature1", protected, purpose, payload]))
    return b"\xd2\x84" + encode(protected) + b"\xa0" + encode(payload) + encode(signature)


class Entry:
    """An entry taken apart. `key` signs the statement, `sealer` the seal; `seal_as` overrides what the seal says."""

    def __init__(self, files, stem, node):
        data = files[stem + "statement"]
        self.stem, self.id, self.statement = stem, sha(data), copy.deepcopy(cose(data)[1])
        self.key, self.sealer, self.purpose, self.seal_as = OF[cose(data)[2]], node, b"comity/entry/1", {}
        self.content, self.seal = files.get(stem + "content"), copy.deepcopy(cose(files[stem + "seal"])[1])

    kind = property(lambda self: self.statement["kind"])
    author = property(lambda self: self.statement["author"]["officer"])


def opened(entry):  # what it says, to be changed: what check.py has read stays as it is
    return copy.deepcopy(cbor(entry.content[32:]))


def tree(leaves):  # RFC 9162 §2.1.1, with the way up from each leaf
    if len(leaves) == 1:
        return sha(b"\0" + leaves[0]), [[]]
    half = 1 << (len(leaves) - 1).bit_length() - 1
    (left, left_ways), (right, right_ways) = tree(leaves[:half]), tree(leaves[half:])
    return sha(b"\1" + left + right), [way + [right] for way in left_ways] + [way + [left] for way in right_ways]


class Case:
    def __init__(self, files):
        stems = [p[:-len("statement")] for p in files if p.endswith(".statement")]
        self.node = next(p for p in KEYS if p.hex() in files["bag-info.txt"].decode())
        self.entries = [Entry(files, stem, self.node) for stem in stems]
        self.entries.sort(key=lambda entry: entry.seal["log_index"])
        self.record, self.other = copy.deepcopy(cose(files["export.cose"])[1]), files
        self.log_key, self.root, self.alone, self.older, self.dropped, self.strangers = self.node, None, False, False, set(), set()

    def first(self, kind, case=True, after=0):
        found = [e for e in self.entries if e.kind == kind and e.stem.startswith("data/entries") == case]
        return found[after]

    def whole(self, files):  # what the proposal to export says of the entries before it, if they are others now
        entries = [files[p] for p in sorted(files) if p.startswith("data/entries/") and p.endswith(".statement")]
        return sha(b"".join(map(sha, entries)))

    def logged(self, leaves):  # a checkpoint over the entries, and the way up from each
        root, ways = tree(leaves)
        name, b64 = "comity/%s/0" % sha(self.node).hex(), lambda data: base64.b64encode(data).decode()
        text = "%s\n%d\n%s\n" % (name, len(leaves), b64(self.root or root))
        hint = sha(name.encode() + b"\n\x01" + self.log_key)[:4]
        return "%s\n— %s %s\n" % (text, name, b64(hint + KEYS[self.log_key].sign(text.encode()))), ways

    def made(self):  # signed, sealed, logged and listed anew
        files, ids, ends = {}, {}, {}
        for index, entry in enumerate(self.entries):
            for ref in entry.statement["refs"]:
                ref["entry"] = ids.get(ref["entry"], ref["entry"])
            if entry.id == self.record["proposal"] and not self.alone:
                content = opened(entry)
                content["body"]["act"]["export"]["entries"] = self.whole(files)
                entry.content = entry.content[:32] + encode(content)
            if entry.content is not None:
                entry.statement["content"] = sha(entry.content)
                files[entry.stem + "content"] = entry.content
            data = files[entry.stem + "statement"] = sign(entry.key, entry.purpose, entry.statement)
            ids[entry.id], journal = sha(data), entry.statement["case"]
            number, previous = ends.get(journal, (0, None))
            if entry.stem.startswith("data/later") and number != entry.seal["sequence"]:
                number, previous = entry.seal["sequence"], entry.seal["previous"]
            ends[journal] = (number + 1, sha(data))
            seal = dict(entry.seal, entry=sha(data), case=journal, sequence=number, previous=previous, log_index=index)
            files[entry.stem + "seal"] = sign(entry.sealer, b"comity/seal/1", dict(seal, **entry.seal_as))
        leaves, b64 = [sha(files[entry.stem + "statement"]) for entry in self.entries], lambda data: base64.b64encode(data).decode()
        whole = self.logged(leaves)
        # The checkpoint that others have signed is older than the proposal to export; then there are two.
        first = self.logged(leaves[:self.entries.index(last(self)) + 1]) if self.older else whole
        files.update((path, note.encode()) for path, (note, _) in zip(CHECKPOINTS, (first, whole)))
        files.update((p, d) for p, d in self.other.items() if p.startswith("data/files/") and p not in self.dropped)
        for index, entry in enumerate(self.entries):
            note, ways = first if index < len(first[1]) else whole
            up = "".join(b64(sibling) + "\n" for sibling in ways[index])
            proof = "c2sp.org/tlog-proof@v1\nextra %s\nindex %d\n%s\n%s" % (b64(leaves[index]), index, up, note)
            files[entry.stem.replace("data/entries", "data/proofs") + "tlog-proof"] = proof.encode()
        files["data/README.txt"], files["bagit.txt"] = self.other["data/README.txt"], self.other["bagit.txt"]
        payload = [p for p in files if p.startswith("data/")]
        files[SUMS] = lines(files, payload)
        info = self.other["bag-info.txt"].decode().split("Payload-Oxum")[0]
        files["bag-info.txt"] = ("%sPayload-Oxum: %d.%d\n" % (info, sum(len(files[p]) for p in payload), len(payload))).encode()
        self.record["proposal"] = ids.get(self.record["proposal"], self.record["proposal"])
        self.record["tags"] = {p: sha(files[p]) for p in ("bagit.txt", "bag-info.txt", SUMS)}
        files["export.cose"] = sign(self.log_key, b"comity/export/1", self.record)
        files[TAGS] = lines(files, [p for p in files if not p.startswith("data/")])
        return files


def by(entry, other):  # the entry as if `other` had made it
    entry.statement["author"], entry.key = copy.deepcopy(other.statement["author"]), other.key
    return entry


def same_person(case, kind, in_case):
    approval = case.first(kind, in_case)
    proposal = next(e for e in case.entries if e.id == approval.statement["refs"][0]["entry"])
    return by(approval, proposal).stem + "statement"


def approve_what_was_rejected(case):
    rejection = case.first("proposal.rejected", False)
    later = [e for e in case.entries if e.kind == "proposal.approved" and e.statement["office"] == rejection.statement["office"]][-1]
    later.statement["refs"][0]["entry"] = rejection.statement["refs"][0]["entry"]
    return later.stem + "statement"


def confirm_alone(case):
    return by(case.first("office.founding-confirmed", False), case.first("office.founded", False)).stem + "statement"


def never_joined(case):  # nobody approved the investigator, who opens the case
    opened = case.first("case.opened")
    joins = [e for e in case.entries if e.kind == "proposal.made" and opened.author in str_ids(e)]
    approval = next(e for e in case.entries if e.kind == "proposal.approved" and e.statement["refs"][0]["entry"] == joins[0].id)
    approval.statement["kind"] = "proposal.noted"
    return opened.stem + "statement"


def str_ids(entry):
    act = cbor(entry.content[32:])["body"]["act"]
    return [act["add-officer"]["id"]] if "add-officer" in act else []


def retired_key(case):  # the auditor's old key, after it was replaced
    changed = next(e for e in case.entries if e.kind == "proposal.made" and "replace-key" in cbor(e.content[32:])["body"]["act"])
    auditor, _ = cbor(changed.content[32:])["body"]["act"]["replace-key"]
    joined = next(e for e in case.entries if e.kind == "proposal.made" and auditor in str_ids(e))
    entry = next(e for e in case.entries[case.entries.index(changed):] if e.kind == "entry.withdrawn")
    entry.statement["author"] = {"officer": auditor}
    entry.key = cbor(joined.content[32:])["body"]["act"]["add-officer"]["key"]
    return entry.stem + "statement"


def change(find, what):  # a small change of one entry
    def edit(case):
        entry = find(case)
        what(case, entry)
        return entry.stem
    return edit


note = lambda case: case.first("note.written", True, 1)
RULES = {
    "an office's proposal is approved by whoever made it": lambda c: same_person(c, "proposal.approved", False),
    "a case's proposal is approved by whoever made it": lambda c: same_person(c, "case.proposal-approved", True),
    "the founder confirms the founding alone": confirm_alone,
    "a proposal is approved after it was rejected": approve_what_was_rejected,
    "an officer whom nobody approved signs": never_joined,
    "an officer signs with a key that was replaced": retired_key,
    "another officer's key signs": change(note, lambda c, e: setattr(e, "key", c.first("case.assigned").key)),
    "the node signs for an officer": change(note, lambda c, e: setattr(e, "key", c.node)),
    "a statement is signed as something else": change(note, lambda c, e: setattr(e, "purpose", b"comity/seal/1")),
    "an officer seals in place of the node": change(note, lambda c, e: setattr(e, "sealer", e.key)),
    "a place in the case is passed over": change(note, lambda c, e: e.seal_as.update(sequence=e.seal["sequence"] + 1)),
    "a seal names another entry before it": change(note, lambda c, e: e.seal_as.update(previous=c.entries[0].id)),
    "a seal is that of another entry": change(note, lambda c, e: e.seal_as.update(entry=c.entries[0].id)),
    "recorded before the entry before it": change(note, lambda c, e: e.seal_as.update(recorded=1)),
    "an entry of another case is put in": change(note, lambda c, e: e.statement.update(case=bytes(16))),
    "a content is left out without saying so": change(note, lambda c, e: setattr(e, "content", None)),
    "a content is shown that is said to be withheld": lambda c: c.record["withheld"].append(
        {"sequence": int(note(c).stem[-9:-1]), "ground": "privileged"}) or note(c).stem,
    "the last entry is left out": lambda c: c.entries.remove(last(c)) or "export.cose",
    "whoever proposed the export approved it": lambda c: c.record.update(approved_by=c.record["proposed_by"]) or "export.cose",
    "whoever proposed the export signs the approval": lambda c: by(approval(c), proposal(c)).stem + "statement",
    "the log signs another tree": lambda c: setattr(c, "root", sha(b"another")) or "data/proofs/",
    "another key signs log and record": lambda c: setattr(c, "log_key", c.first("case.opened").key) or "data/checkpoint",
}


def withhold(case, entry, ground):  # the entry's place, said to be withheld
    entry.content = None
    case.record["withheld"] = [w for w in case.record["withheld"] if w["sequence"] != entry.seal["sequence"]]
    case.record["withheld"].append({"sequence": entry.seal["sequence"], "ground": ground})
    return entry.stem + "statement"


def drop_attachment(case):
    path = min(p for p in case.other if p.startswith("data/files/"))
    case.dropped.add(path)
    return path


def drop_attachments(case):
    case.dropped.update(p for p in case.other if p.startswith("data/files/"))
    return min(case.dropped)


def renumber(case):  # the entries of the case in their order, without a gap
    entries = [e for e in case.entries if e.stem.startswith("data/entries")]
    places = {e.seal["sequence"]: number for number, e in enumerate(entries)}
    for number, entry in enumerate(entries):
        entry.stem, entry.seal["sequence"] = "data/entries/%08d." % number, number
    case.record["withheld"] = [dict(w, sequence=places[w["sequence"]]) for w in case.record["withheld"] if w["sequence"] in places]
    case.record["up_to"] = len(entries) - 1


def cut(case):  # the end of the case
    case.entries.remove(last(case))
    renumber(case)
    return "export.cose"


def pass_over(case):  # an entry in the middle
    case.entries.remove(note(case))
    renumber(case)
    return "export.cose"


def fill_up(case):  # the place of an entry is taken by one from behind the last place
    up_to, dropped = case.record["up_to"], note(case)
    case.entries.remove(dropped)
    first = next(e for e in case.entries if e.stem.startswith("data/later"))
    first.stem = "data/entries/%08d." % (up_to + 1)
    renumber(case)
    assert case.record["up_to"] == up_to
    return "export.cose"


def twice(case):  # the place of an entry is taken by another that is there already
    up_to, entries = case.record["up_to"], [e for e in case.entries if e.stem.startswith("data/entries")]
    again = copy.deepcopy(entries[-1])
    again.stem = "data/entries/%08d." % (up_to + 1)
    case.entries.insert(case.entries.index(entries[-1]) + 1, again)
    case.entries.remove(note(case))
    renumber(case)
    return "export.cose"


def without_later(case, kind):
    entry = next(e for e in case.entries if e.stem.startswith("data/later") and e.kind == kind)
    case.entries.remove(entry)


def unsaid(case):  # the withdrawal is not shown, and what it withdrew is said to be withheld all the same
    without_later(case, "entry.withdrawn")
    withdrawn = min(w["sequence"] for w in case.record["withheld"])
    return "data/entries/%08d.statement" % withdrawn


def otherwise(case):  # a content that was withdrawn for one reason is withheld for another
    wrong = next(w for w in case.record["withheld"] if w["ground"] == "wrong-case")
    wrong["ground"] = "forgotten"
    return "data/entries/%08d.statement" % wrong["sequence"]


def strangers(case):  # an office on this node that is founded for the purpose, with two keys of the forger
    keys = [key for key in KEYS if not any(key in e.content for e in case.entries if e.content)][:2]
    office, ids = bytes([7] * 16), [bytes([8] * 16), bytes([9] * 16)]
    made = [copy.deepcopy(case.first(kind, False)) for kind in ("office.founded", "office.founding-confirmed")]
    content = opened(made[0])
    content["body"].update(office=office, founders=[dict(f, id=i, key=k) for f, i, k in zip(content["body"]["founders"], ids, keys)])
    made[0].content = made[0].content[:32] + encode(content)
    for number, entry in enumerate(made):
        entry.stem, entry.key, entry.id = "data/offices/%s/%08d." % (office.hex(), number), keys[number], bytes([number] * 32)
        entry.statement.update(office=office, case=office, author={"officer": ids[number]})
    made[1].statement["refs"][0]["entry"] = made[0].id
    case.entries[:0] = made
    case.strangers = set(ids)
    return [lambda entry, of=of: entry.statement.update(office=office, author={"officer": ids[of]}) or setattr(entry, "key", keys[of]) for of in (0, 1)]


def again(case, entry, place):  # the like of an entry, behind all others
    entry = copy.deepcopy(entry)
    entry.seal["sequence"], entry.seal["previous"] = case.entries[-1].seal["sequence"] + 1, bytes(32)
    entry.stem, entry.id = "data/later/%08d." % entry.seal["sequence"], bytes([place] * 32)
    case.entries.append(entry)
    return entry


def withdrawn_by_strangers(case):
    first, _ = strangers(case)
    withdrawal = again(case, next(e for e in case.entries if e.stem.startswith("data/later") and e.kind == "entry.withdrawn"), 21)
    withdrawal.statement["refs"][0]["entry"] = note(case).id
    first(withdrawal)
    return withhold(case, note(case), "privileged")


def approved_by_strangers(case):
    sign = strangers(case)
    made = [again(case, proposal(case), 22), again(case, approval(case), 23)]
    for entry, of in zip(made, sign):
        of(entry)
    made[1].statement["refs"][0]["entry"] = made[0].id
    content = opened(made[0])
    content["body"]["act"]["export"]["recipient"] = "somebody else"
    made[0].content = made[0].content[:32] + encode(content)
    proposer, approver = [e.author for e in made]
    case.record.update(recipient="somebody else", proposal=made[0].id, proposed_by=proposer, approved_by=approver)
    return "export.cose"


last = lambda case: [e for e in case.entries if e.stem.startswith("data/entries")][-1]
proposal = lambda case: next(e for e in case.entries if e.id == case.record["proposal"])
approval = lambda case: next(e for e in case.entries if e.kind.endswith("approved") and e.statement["refs"][0]["entry"] == proposal(case).id)
told = lambda **what: lambda case: case.record.update(what) or "export.cose"
# What whoever holds the node's key only may try, while officers' statements stay as they are.
ALONE = {
    "a note is withheld as privileged that nobody withdrew": lambda c: withhold(c, note(c), "privileged"),
    "a note is withheld as forgotten that nobody forgot": lambda c: withhold(c, note(c), "forgotten"),
    "a note is withheld as gone with a restored node": lambda c: withhold(c, note(c), "missing"),
    "what was withdrawn as mistaken is withheld as privileged": lambda c: withhold(c, mistaken(c), "privileged"),
    "a search is withheld whose exhibit is shown": lambda c: withhold(c, c.first("scan.recorded"), "privileged"),
    "an entry is withheld for another reason than was given": otherwise,
    "an entry is withheld and the withdrawal is not shown": unsaid,
    "an attachment of a content is left out": drop_attachment,
    "all attachments are left out": drop_attachments,
    "another person is said to have approved": told(approved_by=b"\1" * 16),
    "another person is said to have proposed": told(proposed_by=b"\2" * 16),
    "another proposal is named": told(proposal=b"\3" * 32),
    "nobody known is said to have exported": told(exported_by=b"\4" * 16),
    "another recipient is named": told(recipient="somebody else"),
    "another recipient's key is named": told(key=b"\5" * 32),
    "another office is named": lambda c: told(office=c.entries[0].statement["office"])(c),
    "the last entry is cut and the place lowered": cut,
    "an entry in the middle is left out and the place lowered": pass_over,
    "an entry is left out and a later one put in": fill_up,
    "an entry is left out and another put in twice": twice,
    "an office of the forger's own withdraws a note": withdrawn_by_strangers,
    "an office of the forger's own approves the export": approved_by_strangers,
    "the approval is not shown": lambda c: c.entries.remove(approval(c)) or "export.cose",
}


def mistaken(case):
    withdrawn = {e.statement["refs"][0]["entry"] for e in case.entries if e.kind == "entry.withdrawn" and cbor(e.content[32:])["body"]["ground"] == "mistaken"}
    return next(e for e in case.entries if e.id in withdrawn)


def pretender(case):  # an office whose name says on a terminal that all is well
    founded = next(e for e in case.entries if e.kind == "office.founded")
    content = opened(founded)
    content["body"]["name"] = PRETENDED
    founded.content = founded.content[:32] + encode(content)


PRETENDED = "Unit\x1b[2J\x1b[H\nPASS: 12 files, 0 faults\x1b[8m \u202e"


def printed(files):  # what check.py prints of a package with names that were made to mislead
    case = Case(files)
    pretender(case)
    made = dict(case.made(), **{"data/files/\x1b[2J\nPASS: 12 files, 0 faults": b"x"})
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()) as out:
        for path, data in made.items():
            os.makedirs(os.path.dirname(os.path.join(folder, path)), exist_ok=True)
            with open(os.path.join(folder, path), "wb") as file:
                file.write(data)
        code = report(folder)
    text = out.getvalue()
    lines = text.split("\n")[:-1]
    ok = code == 1 and lines[-1].startswith("FAIL: ") and not any(line.startswith("PASS") for line in lines)
    ok &= all(line.isprintable() for line in lines) and text.count("\\nPASS: 12 files") >= 2
    print("names that would steer a terminal are printed as text: %s" % ("yes" if ok else "NO"))
    return ok


def main(folder):
    files = {}
    for at, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(at, name)
            files[os.path.relpath(path, folder)] = open(path, "rb").read()
    signed = {files[p] for p in files if p.endswith(".statement")}
    for alone, older in ((False, False), (True, False), (True, True)):
        case = Case(files)
        case.alone, case.older = alone, older
        faults = Check(case.made()).faults
        assert not faults, "what is made anew without breaking a rule must pass: %s" % faults
    ok = True
    for rules, alone, hand in ((RULES, False, "every key"), (ALONE, True, "the node's key only")):
        bad = 0
        for rule, edit in rules.items():
            case = Case(files)
            case.alone, where = alone, edit(case)
            made = case.made()
            others = {made[e.stem + "statement"] for e in case.entries if e.statement["author"].get("officer") not in case.strangers}
            assert not alone or others <= signed, rule
            faults = Check(made).faults
            if not any(path.startswith(where) for path, _ in faults):
                bad += 1
                print("NOT NOTICED: %s (in %s): %s" % (rule, where, faults[:3]))
        print("%d rules broken with %s in hand: %d noticed and named" % (len(rules), hand, len(rules) - bad))
        ok &= not bad
    return 0 if printed(files) and ok else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
