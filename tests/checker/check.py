"""Checks an exported case, a package of exhibits, or files that were sealed without a case, offline:

    python3 check.py FOLDER [NODE-KEY [WITNESS-KEY...]] [--authorities FILE]

Needs Python 3.9 and the package `cryptography`; for BLAKE3 blake.py beside it, and for time-stamps the program `openssl`. Keys are hexadecimal. A witness is another office's node that signed the checkpoint with the time. The file holds
the certificates (PEM) of the authorities whose time-stamps you trust.

It ends with 0 if all that was checked passes, with 1 if something fails, with 2 if nothing was checked because of what it
was given, and with 3 if nothing fails, but a check that a package calls for could not be made.

It shares no code with the program that writes exports. It trusts nothing but the key of the node and the keys of those
who founded the offices, and prints them: compare them with what the authority has told you by another way. What only the
node signed, and no officer, is not enough for it where a content is absent, or where it is said who approved the export.
"""
import array, base64, calendar, collections.abc, datetime, functools, hashlib, json, os, re, shutil, subprocess, sys, tempfile
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
try:
    from blake import SLOWLY, blake3, blake3_of
except ImportError:
    blake3_of = None

PLACE = re.compile(r"data/(entries|later|offices/([0-9a-f]{32}))/([0-9]{8})\.statement")
CHECKPOINTS = ("data/checkpoint", "data/later/checkpoint")
MOST = 16 << 20  # bytes of an attachment that goes out
# What stands on an entry is withheld with it: a kind, and the role in which it refers.
FOLLOWS = {("entry.corrected", "corrects"), ("exhibit.custody-recorded", "exhibit"), ("scan.recorded", "exhibit"),
    ("exhibit.custody-confirmed", "exhibit"), ("exhibit.custody-confirmed", "confirms"),
    ("exhibit.checked", "exhibit"), ("exhibit.file-given-out", "exhibit"),
    ("hit.promoted", "found-in"), ("hit.placed", "found-in"), ("hit.placed", "account"), ("owner.asked", "about"),
    ("secrets.sealed", "found-in"), ("trace.recorded", "from"), ("files.checked", "held-by")}
OF_CHANNELS = re.compile(r"(agreement|checkpoint|cosignature|counterpart|keys|message|receipt|sealing)\.")
BY_NODE = set("""checkpoint.cosigned cosignature.received counterpart.concern counterpart.heard counterpart.restored files.checked keys.published
    keys.received message.given-up message.held message.received message.refused node.restored receipt.filed sealing.destroyed
    sealing.drawn timestamp.renewed""".split())
EMPTY = "an empty folder"
LONGEST = 512 << 20  # bytes of a text that is read whole, such as a seal of two million files; of others the digest is enough
sha = lambda data: hashlib.sha256(data).digest()


def shown(text):  # what others wrote: nothing in it steers a terminal, breaks a line or turns the direction of writing
    return repr(text)[1:-1] if isinstance(text, str) else repr(text)


def need(holds, why):
    if not holds:
        raise ValueError(why)


class Missing(KeyError):  # a file that is not there
    def __str__(self):
        return "%s is missing" % self.args


class Texts(collections.abc.Mapping):  # the files of a folder by their paths: hashed in pieces, and read when they are asked for
    def __init__(self, places):
        self.places, self.known = places, {path: measured(place) for path, place in places.items()}

    def __getitem__(self, path):
        digest, size = known(self, path)
        need(size <= LONGEST, "%s is of more than %d MiB" % (path, LONGEST >> 20))
        with open(self.places[path], "rb") as file:
            data = file.read(size + 1)
        need(sha(data) == digest, "%s was changed while it was checked" % path)
        return data

    def __iter__(self):
        return iter(self.known)

    def __len__(self):
        return len(self.known)


def inside(folder):  # the files below a folder by their paths, and what else lies there
    places, strange = {}, []
    for at, folders, names in os.walk(folder):
        below = lambda path: os.path.relpath(path, folder).replace(os.sep, "/")
        if not folders and not names and below(at).startswith("data/"):
            strange.append((below(at), EMPTY))
        for name in folders + names:
            path = os.path.join(at, name)
            if os.path.islink(path):
                strange.append((below(path), "a link"))
            elif os.path.isfile(path):
                places[below(path)] = path
            elif name not in folders:
                strange.append((below(path), "no file"))
    return places, sorted(strange)


def measured(place):  # SHA-256 and length of a file, read in pieces
    digest, size = hashlib.sha256(), 0
    with open(place, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
            size += len(block)
    return digest.digest(), size


def known(files, path):  # the same of one that lies in a folder or in memory
    if path not in (files.known if isinstance(files, Texts) else files):
        raise Missing(path)
    return files.known[path] if isinstance(files, Texts) else (sha(files[path]), len(files[path]))


def head(major, n):  # RFC 8949 §3: the shortest head of an item
    for bits, size in ((24, 0), (1 << 8, 1), (1 << 16, 2), (1 << 32, 4), (1 << 64, 8)):
        if n < bits:
            return bytes([major << 5 | (23 + size.bit_length() if size else n)]) + (n.to_bytes(size, "big") if size else b"")


@functools.lru_cache(4096)
def cbor(data):  # deterministic CBOR (RFC 8949 §4.2.1) and no other spelling; CBOR text is str, byte strings are bytes
    def item(at, depth=0):
        need(at < len(data) and depth < 40, "CBOR breaks off")
        major, info = data[at] >> 5, data[at] & 31
        size = {24: 1, 25: 2, 26: 4, 27: 8}.get(info, 0)
        n, end = int.from_bytes(data[at + 1:at + 1 + size], "big") if size else info, at + 1 + size
        need(data[at:end] == head(major, n) and major != 6, "CBOR of another spelling")
        if major < 2:
            return (n if major == 0 else -1 - n), end
        if major in (2, 3):
            need(end + n <= len(data), "CBOR breaks off")
            return (data[end:end + n] if major == 2 else data[end:end + n].decode()), end + n
        if major == 7:
            need(n in (20, 21, 22), "CBOR of a kind that has no place here")
            return {20: False, 21: True, 22: None}[n], end
        values, keys = [], []
        for _ in range(n):
            if major == 5:
                key, after = item(end, depth + 1)
                keys.append(data[end:after])
                end = after
            value, end = item(end, depth + 1)
            values.append((key, value) if major == 5 else value)
        need(keys == sorted(set(keys)), "CBOR keys out of order or twice")
        return (dict(values) if major == 5 else values), end
    value, end = item(0)
    need(end == len(data), "bytes after the end of the CBOR")
    return value


@functools.lru_cache(4096)
def signed_by(key, signature, message):
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
        return True
    except (InvalidSignature, ValueError):
        return False


@functools.lru_cache(4096)
def cose(data):  # RFC 9052 COSE_Sign1 -> payload as bytes, payload read, key identifier, protected header, signature
    try:
        parts, rest = [], data[2:]
        for skip in (0, 1, 0):  # protected header, (unprotected header,) payload, signature
            need(rest[:skip] == b"\xa0"[:skip], "unprotected header is not empty")
            rest = rest[skip:]
            size = {24: 1, 25: 2, 26: 4}.get(rest[0] & 31, 0)
            n = int.from_bytes(rest[1:1 + size], "big") if size else rest[0] & 31
            need(rest[:1 + size] == head(2, n) and len(rest) > size + n, "not a byte string")
            parts.append(rest[1 + size:1 + size + n])
            rest = rest[1 + size + n:]
        protected = cbor(parts[0])
        need(data[:2] == b"\xd2\x84" and not rest and set(protected) == {1, 4} and protected[1] == -8, "unknown form")
        return parts[1], cbor(parts[1]), protected[4], parts[0], parts[2]
    except (IndexError, TypeError) as e:
        raise ValueError("not a COSE_Sign1: %s" % e)


@functools.lru_cache(4096)
def verify(data, key, purpose):  # the payload, if `key` signed it for `purpose`
    payload, value, key_id, protected, signature = cose(data)
    need(key is not None, "no key is in force for the author at this place")
    need(key_id == sha(key), "signed with another key than the one in force")
    need(signed_by(key, signature, to_sign(protected, purpose, payload)), "the signature does not hold")
    return value


def to_sign(*parts):  # RFC 9052 §4.4
    return head(4, 4) + head(3, 10) + b"Signature1" + b"".join(head(2, len(part)) + part for part in parts)


def unbase64(text):
    data = base64.b64decode(text, validate=True)
    need(base64.b64encode(data).decode() == text, "base64 of another spelling")
    return data


@functools.lru_cache(4096)
def checkpoint(data, node):  # C2SP tlog-checkpoint in a signed-note -> size, root
    text, lines = data.decode().rsplit("\n\n", 1)
    origin, size, root = text.split("\n")[:3]
    need(re.fullmatch("comity/%s/(0|[1-9][0-9]*)" % sha(node).hex(), origin), "the log of another node")
    for line in lines.split("\n")[:-1]:
        dash, name, signature = line.split(" ")
        signature = unbase64(signature)
        if dash == "—" and name == origin and signature[:4] == sha(name.encode() + b"\n\x01" + node)[:4]:
            need(signed_by(node, signature[4:], text.encode() + b"\n"), "the signature of the log does not hold")
            return int(size), unbase64(root)
    raise ValueError("the log has not signed it")


def witnesses(data, keys):  # C2SP tlog-cosignature: who else signed a checkpoint -> name, and whether it holds (None: no key for it)
    text, lines = data.decode().rsplit("\n\n", 1)
    for _, name, signature in (line.split(" ") for line in lines.split("\n")[:-1]):
        signature = unbase64(signature)
        said = "cosignature/v1\ntime %d\n%s\n" % (int.from_bytes(signature[4:12], "big"), text)
        of = [key for key in keys if name == "comity-witness/" + sha(key).hex() and signature[:4] == sha(name.encode() + b"\n\x04" + key)[:4]]
        if not name.startswith("comity/"):
            yield name, signed_by(of[0], signature[12:], said.encode()) if of else None


@functools.lru_cache(4096)
def root_of(data):  # C2SP tlog-proof -> entry, index, its checkpoint, root that the hashes lead to in a tree of that size
    text, own = data.decode().split("\n\n", 1)
    first, extra, index, *path = text.split("\n")
    need(re.fullmatch("index (0|[1-9][0-9]*)", index), "no index")
    need(first == "c2sp.org/tlog-proof@v1" and extra[:6] == "extra ", "not a tlog-proof")
    entry, index = unbase64(extra[6:]), int(index[6:])
    node, last, node_hash = index, int(own.split("\n")[1]) - 1, sha(b"\0" + entry)
    need(0 <= index <= last, "the index is not in the tree")
    for sibling in map(unbase64, path):  # RFC 9162 §2.1.3.2
        need(last > 0 and len(sibling) == 32, "the proof is too long")
        if node & 1 or node == last:
            node_hash = sha(b"\1" + sibling + node_hash)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            node_hash = sha(b"\1" + node_hash + sibling)
        node, last = node >> 1, last >> 1
    need(last == 0, "the proof is too short")
    return entry, index, own.encode(), node_hash


@functools.lru_cache(4096)
def sums(data):  # the lines of a manifest of RFC 8493 -> digest of each path
    text = data.decode()
    lines = [re.fullmatch("([0-9a-f]{64})  ([ -~]+)", line) for line in text.split("\n")[:-1]]
    need(all(lines) and text.endswith("\n"), "a line is malformed")
    need(len({m[2] for m in lines}) == len(lines), "a file is named twice")
    return {m[2]: bytes.fromhex(m[1]) for m in lines}


class Check:
    def __init__(self, files, node=None, keys=()):
        self.witnesses = keys
        self.files, self.node, self.faults, self.seen, self.people, self.proposals = files, None, [], set(), {}, {}
        self.attached, self.approved, self.grounds, self.placed, self.absent = {}, {}, {}, {}, {}
        self.holder, self.offered = None, None
        self.bag()
        record, entries = self.one("export.cose", lambda d: cose(d)[1]), []  # believed only when it is verified below
        grounds = self.one("export.cose", lambda d: self.told(record["withheld"]))
        self.withheld, self.case, self.up_to, self.ends, self.recorded = grounds or {}, None, -1, {}, -1
        self.one("export.cose", lambda d: (setattr(self, "case", record["case"]), setattr(self, "up_to", record["up_to"])))
        for path in sorted(files):
            place = path.endswith(".statement") and PLACE.fullmatch(path)
            if place:
                stem = path[:-len("statement")]
                index = self.one(stem + "seal", lambda d: cose(d)[1]["log_index"])
                entries.append((index if type(index) is int else -1, stem, place[2], int(place[3])))
        for _, stem, office, number in sorted(entries, key=lambda e: e[:2]):  # in the order of the log, so that keys are those of the place
            case = bytes.fromhex(office) if office else self.case
            statement = self.one(stem + "statement", lambda d: self.statement(d, stem, case))
            self.one(stem + "seal", lambda d: self.seal(d, files[stem + "statement"], case, number, stem.startswith("data/later")))
            proof = stem.replace("data/entries", "data/proofs") + "tlog-proof"
            self.one(proof, lambda d: self.proof(d, stem))
        for path in CHECKPOINTS:
            self.one(path, lambda d: checkpoint(d, self.node))
            self.one(path, lambda d: need(all(holds is not False for _, holds in witnesses(d, self.witnesses)), "the signature of a witness does not hold"))
        self.one("export.cose", self.record)
        self.one("bag-info.txt", lambda d: need("Comity-Node: %s" % (self.node or b"").hex() in d.decode().split("\n"), "of another node"))
        for number, ground in sorted(self.withheld.items()):
            self.one("data/entries/%08d.statement" % number, lambda d: self.ground(number, ground))
        for path, length in sorted(self.attached.items()):
            if path in files or length <= MOST:
                self.one(path, lambda d: need(path == "data/files/" + d[0].hex(), "not what its name says"), known)
                self.one(path, lambda d: need(d[1] == length, "not as long as the entry says"), known)
        for path in sorted(set(files) - self.seen - {"data/README.txt"}):
            self.faults.append((path, "nothing here speaks of this file"))
        if node and not self.is_node(node):
            self.faults.insert(0, ("NODE-KEY", "this is the log of another node, " + self.names_of_node()))

    def is_node(self, asked):  # whether a key, or the identifier of one, is that of the node
        return self.node is not None and asked in (self.node, sha(self.node))

    def names_of_node(self):
        return "public key %s, key identifier %s" % (self.node.hex(), sha(self.node).hex()) if self.node else "of which no key is here"

    def one(self, path, step, read=lambda files, path: files[path]):  # runs a step on a file; what goes wrong is a fault of that file
        self.seen.add(path)
        try:
            need(path in self.files, "the file is missing")
            return step(read(self.files, path))
        except (ValueError, KeyError, IndexError, TypeError, AttributeError) as e:
            self.faults.append((path, "%s %s" % (type(e).__name__, e) if type(e) not in (ValueError, Missing) else str(e)))

    def bag(self):  # RFC 8493
        tags = {p for p in self.files if not p.startswith("data/")} - {"tagmanifest-sha256.txt"}
        payload = set(self.files) - tags - {"tagmanifest-sha256.txt"}
        for manifest, wanted in (("tagmanifest-sha256.txt", tags), ("manifest-sha256.txt", payload)):
            self.one(manifest, lambda d: self.manifest(d, manifest, wanted))
        oxum = "Payload-Oxum: %d.%d" % (sum(known(self.files, p)[1] for p in payload), len(payload))
        self.one("bag-info.txt", lambda d: need(oxum in d.decode().split("\n"), "Payload-Oxum is not " + oxum))
        declaration = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
        self.one("bagit.txt", lambda d: need(d == declaration, "not the declaration of BagIt 1.0"))

    def manifest(self, data, manifest, wanted):
        named = sums(data)
        for path in sorted(set(named) ^ wanted):
            self.faults.append((path, "is missing" if path in named else "is not named in " + manifest))
        need(set(named) == wanted, "does not name exactly the files that are there")
        for path in sorted(wanted):
            if known(self.files, path)[0] != named[path]:
                self.faults.append((path, "is not what %s says" % manifest))

    def statement(self, data, stem, case):
        statement, entry = cose(data)[1], sha(data)
        office, kind, (who, author), content = statement["office"], statement["kind"], *statement["author"].items(), None
        refs = {ref["role"]: ref["entry"] for ref in statement["refs"]}
        if stem + "content" in self.files:
            opened = self.one(stem + "content", lambda d: need(sha(d) == statement["content"], "not what was signed") or d)
            content = opened and cbor(opened[32:])["body"]
            if opened and not stem.startswith("data/offices") and kind != "secrets.sealed":  # for two officers of the node, and nobody else
                self.attached.update(("data/files/" + f["sha256"].hex(), f["length"]) for f in cbor(opened[32:])["attachments"])
        grounds = self.withheld if stem.startswith("data/entries") else {}
        number = int(stem[-9:-1])
        absent = number in grounds or stem.startswith("data/offices") and OF_CHANNELS.match(kind)
        need((stem + "content" in self.files) != bool(absent), "the content is missing, or was to be withheld")
        need((who == "node") == (kind in BY_NODE), "not of a kind that its author makes")
        if kind == "office.founded":
            self.node = self.node or content["node"]
            need(content["node"] == self.node and content["office"] == office not in self.people, "not this node's office")
            first, second = content["founders"]
            need(author == first["id"] != second["id"] and first["key"] != second["key"], "founded by one person alone")
            self.people[office] = {f["id"]: f for f in (first, second)}
            self.people[office].update(name=content["name"], founding=entry, second=second["id"], founded=False)
        people = self.people.get(office, {})
        key = self.node if who == "node" else people.get(author, {}).get("key")
        verify(data, key, b"comity/entry/1")
        need(statement["case"] == case and statement["v"] == 1, "of another case")
        need((number == 0) == (kind in ("case.opened", "office.founded")), "not a beginning, or one in the middle")
        need(not stem.startswith("data/offices") or office == case, "of another office")
        if kind == "office.founding-confirmed":
            need(refs.get("confirms") == people["founding"] and author == people["second"], "not by the second founder")
            people["founded"] = True
        need(people["founded"] or kind == "office.founded", "the second founder had not confirmed")
        if case == self.case and not stem.startswith("data/offices"):
            self.held(kind, office, content)
        if stem.startswith("data/entries"):
            self.placed[number] = entry
            self.absent[entry] = number in grounds and (grounds[number], [r["entry"] for r in statement["refs"] if (kind, r["role"]) in FOLLOWS])
        if kind == "entry.withdrawn" and case == self.case and content:
            self.grounds.setdefault(refs["withdraws"], set()).add(content["ground"])
        if kind in ("proposal.made", "case.proposal-made") and content:
            self.proposals[entry] = (author, content["act"], case)
        if kind in ("proposal.rejected", "case.proposal-rejected"):
            self.proposals.pop(refs["rejects"], None)
        if kind in ("proposal.approved", "case.proposal-approved"):
            proposer, act, where = self.proposals.pop(refs["approves"], (author, {}, None))
            need(proposer != author and where == case, "not the approval of another person's open proposal")
            if kind == "proposal.approved":
                self.carry_out(people, *list(act.items())[0])
            elif where == self.case:
                self.approved[refs["approves"]] = (proposer, author, act)
                self.grounds.setdefault(act.get("forget"), set()).add("forgotten")

    def held(self, kind, office, content):  # only the office that has the case makes entries in it
        if kind == "case.opened" or kind == "case.taken-over" and office == self.offered:
            self.holder, self.offered = office, None
        need(office == self.holder or OF_CHANNELS.match(kind), "by an office that does not have the case")
        if kind == "case.handed-over" and content:
            self.offered = content["to"]

    def carry_out(self, people, what, how):
        if what == "add-officer":
            need(how["id"] not in people, "the officer was there already")
            people[how["id"]] = how
        elif what == "set-roles":
            people[how[0]] = dict(people[how[0]], roles=how[1])
        elif what == "replace-key":
            people[how[0]] = dict(people[how[0]], key=how[1])
            waiting = self.proposals.items()  # what waits on the word of the old key waits no longer
            self.proposals = {e: p for e, p in waiting if p[0] != how[0] and list(p[1].get("replace-key", how[:0]))[:1] != [how[0]]}

    def seal(self, data, statement, case, number, later):
        seal = verify(data, self.node, b"comity/seal/1")
        next_number, previous = self.ends.get((case, later)) or self.ends.get((case, False), (0, None))
        self.ends[case, later] = (seal["sequence"] + 1, sha(statement))
        need(seal["entry"] == sha(statement) and seal["case"] == case, "the seal of another entry")
        # Of the entries behind the last place only those are here that speak for the export.
        need(seal["sequence"] == number, "sealed for another place")
        need(number >= next_number and number > self.up_to if later else number == next_number, "an entry is missing before it")
        need(seal["previous"] == previous or number > next_number, "an entry is missing before it")
        need(seal["recorded"] >= self.recorded, "recorded before the entry before it")
        self.recorded = seal["recorded"]

    def proof(self, data, stem):
        entry, index, note, root = root_of(data)
        need(entry == sha(self.files[stem + "statement"]), "proves another entry")
        need(index == cose(self.files[stem + "seal"])[1]["log_index"], "proves another place than that of the seal")
        need(note in [self.files.get(path) for path in CHECKPOINTS], "its checkpoint is not that of %s" % " or ".join(CHECKPOINTS))
        need(root == checkpoint(note, self.node)[1], "does not lead to the signed root")

    def told(self, withheld):
        need(all(type(w["sequence"]) is int and w["sequence"] >= 0 for w in withheld), "a content without a place is withheld")
        need(len({w["sequence"] for w in withheld}) == len(withheld), "a content is withheld twice")
        return {w["sequence"]: w["ground"] for w in withheld}

    def record(self, data):
        record = verify(data, self.node, b"comity/export/1")
        need(record["v"] == 2, "of a version that this program does not know")
        need(self.ends.get((record["case"], False), (0,))[0] == record["up_to"] + 1, "not all entries that were exported are here")
        need(record["proposal"] in self.approved, "no entry here shows that two persons approved the export")
        proposer, approver, act = self.approved[record["proposal"]]
        need((record["proposed_by"], record["approved_by"]) == (proposer, approver), "other persons approved it")
        need(record["office"] == self.holder, "of an office that does not have the case")
        need(isinstance(self.people[self.holder].get(record["exported_by"]), dict), "exported by nobody of the office")
        entries = sha(b"".join(self.placed[number] for number in range(record["up_to"] + 1)))
        told = {"recipient": record["recipient"], "key": record["key"], "up_to": record["up_to"], "entries": entries}
        need(act == {"export": told}, "two persons approved another export: for another recipient, or of other entries")
        for path, digest in record["tags"].items():
            need(known(self.files, path)[0] == digest, "%s is not the one that was signed" % path)
        need(set(record["tags"]) == {"bagit.txt", "bag-info.txt", "manifest-sha256.txt"}, "does not name the other files")


    def ground(self, number, ground):  # that a content is withheld is for officers to say, and not for the node
        entry = self.placed[number]
        given = self.grounds.get(entry, set()) | {of[0] for of in map(self.absent.get, self.absent[entry][1]) if of}
        need(ground in given & {"privileged", "wrong-case", "forgotten"}, "the content is absent (%s), and no officer's entry says why" % ground)


def tree(leaves):  # RFC 9162 §2.1.1
    if len(leaves) < 2:
        return leaves[0] if leaves else sha(b"")
    left = 1 << (len(leaves) - 1).bit_length() - 1
    return sha(b"\1" + tree(leaves[:left]) + tree(leaves[left:]))


def root_of_seal(files, left_out):
    lines = []
    for of in files + left_out:
        lines.append("file %s %s %d %s" % (of["sha256"], of["blake3"], of["size"], of["path"]) if "sha256" in of else "left-out %s %s" % (of["kind"], of["path"]))
        lines += ["original " + of["original"]] if "original" in of else []
        lines += ["target " + of["target"]] if "target" in of else []
    need(not any("\n" in line or "\r" in line for line in lines), "a name holds a line end")
    return tree([sha(b"\0" + line.encode()) for line in lines])


def plain(value):  # CBOR as JSON has it
    if isinstance(value, dict):
        return {key: plain(of) for key, of in value.items()}
    return [plain(of) for of in value] if isinstance(value, list) else value.hex() if isinstance(value, bytes) else value


def some(said):  # the first of many
    return "; ".join(said[:5]) + ("; and %d more" % (len(said) - 5) if len(said) > 5 else "")


def same(by, named, found):  # which files are not those that a list names
    off = ["%s is not in %s" % (path, by) for path in sorted(set(found) - set(named))]
    off += ["%s is missing, by %s" % (path, by) for path in sorted(set(named) - set(found))]
    off += ["%s is altered, by %s" % (path, by) for path in sorted(set(named) & set(found)) if named[path] != found[path]]
    need(not off, some(off))


class Open(Exception):  # a check that cannot be made
    pass


class Absent(Open):  # for what it would be about is not there, or was not asked
    pass


def der(data):  # ITU-T X.690: the tag and the content of each value
    values, at = [], 0
    while at < len(data):
        tag, n, at = data[at], data[at + 1], at + 2
        if n & 0x80:
            n, at = int.from_bytes(data[at:at + (n & 0x7F)], "big"), at + (n & 0x7F)
        need(at + n <= len(data), "DER breaks off")
        values.append((tag, data[at:at + n]))
        at += n
    return values


def when(time):
    return datetime.datetime.fromtimestamp(time, datetime.timezone.utc).strftime("%Y-%m-%d %H:%M:%S UTC")


def imprint(request):  # RFC 3161 §2.4.1: the SHA-256 that a time-stamp is asked for
    (_, asked), = der(request)
    (_, algorithm), (_, digest) = der(der(asked)[1][1])
    need(der(algorithm)[0] == (6, bytes.fromhex("608648016503040201")) and len(digest) == 32, "not of a SHA-256")
    return digest


class Package(Check):  # a package of exhibits; its exhibits can be large, so that only their digests are kept
    SIGNED = "comity/openssl/signed.bin", "comity/openssl/signature.bin", "comity/openssl/signer.pem"
    ABOUT = ("comity/tags-sha256.txt", "comity/signature.cose") + SIGNED

    def __init__(self, folder, node=None, keys=(), authorities=None, of_case=True):
        self.folder, self.authorities, self.lists, self.authors, self.called_for = folder, authorities, {}, {}, False
        self.faults, self.node, self.witnesses, self.seen, self.people, self.proposals = [], None, keys, set(), {}, {}
        self.attached, self.approved, self.grounds, self.placed, self.absent = {}, {}, {}, {}, {}
        self.case, self.up_to, self.ends, self.recorded, self.answers, self.data, self.files = None, -1, {}, -1, [], {}, {}
        self.times, self.asked, self.signature, self.bodies, self.entries, self.of_case = {}, node, None, {}, [], of_case
        self.answer("files", lambda: self.read(folder))
        self.answer("package", self.bag_of)
        self.answer("seal", self.seal_of)
        self.answer("BLAKE3 of the files", self.blake3)
        self.answer("signature", self.signed)
        if not of_case:
            return
        self.answer("journal", self.journal)
        self.answer("officer", self.officer)
        self.answer("approval", self.approval)
        self.answer("exhibits", self.exhibits)
        self.answer("custody", self.custody)
        self.answer("graph", self.graph)
        self.answer("time-stamps", self.timestamps)
        self.answer("key of the node", self.right_node)

    def answer(self, name, check):
        try:
            self.answers.append((name, "pass", check() or ""))
        except Open as e:
            self.answers.append((name, "cannot be decided, because", str(e)))
            self.called_for |= not isinstance(e, Absent)
        except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as e:
            self.answers.append((name, "FAIL", "%s %s" % (type(e).__name__, e) if type(e) not in (ValueError, Missing) else str(e)))

    def rests_on(self, *names):
        for name in names:
            if not any(of == name and how == "pass" for of, how, _ in self.answers):
                raise Open("the check of %s does not hold" % name)

    def read(self, folder):
        places, strange = inside(folder)
        self.data = {path: measured(place) for path, place in places.items() if path.startswith("data/")}
        self.files = Texts({path: place for path, place in places.items() if path not in self.data})
        self.empty = [path for path, what in strange if what == EMPTY]
        need(len(self.empty) == len(strange), some(["%s is %s" % of for of in strange if of[1] != EMPTY]))

    def list_of(self, path):
        text = self.files[path].decode()
        lines = [re.fullmatch("([0-9a-f]{64})  ([^\x00-\x1f\x7f]+)", line) for line in text.split("\n")[:-1]]
        need(all(lines) and text[-1:] in ("", "\n") and len({m[2] for m in lines}) == len(lines), "%s is malformed" % path)
        return {re.sub("%(0A|0D|25)", lambda m: chr(int(m[1], 16)), m[2]): bytes.fromhex(m[1]) for m in lines}

    def bag_of(self):
        same("manifest-sha256.txt", self.list_of("manifest-sha256.txt"), {path: digest for path, (digest, _) in self.data.items()})
        tags = {path: known(self.files, path)[0] for path in self.files if path != "tagmanifest-sha256.txt"}
        named = self.list_of("tagmanifest-sha256.txt")
        tags = {path: digest for path, digest in tags.items() if path in named or not path.startswith("timestamps/")}
        same("tagmanifest-sha256.txt", named, tags)
        need(self.files["bagit.txt"] == b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", "not the declaration of BagIt 1.0")
        oxum = "Payload-Oxum: %d.%d" % (sum(size for _, size in self.data.values()), len(self.data))
        need(oxum in self.files["bag-info.txt"].decode().split("\n"), "Payload-Oxum is not " + oxum)

    def seal_of(self):
        self.sealed = json.loads(self.files["comity/seal.json"])
        need(self.sealed["format"] == "comity-seal-2", "a seal of another form")
        said = {"data/" + f["path"]: (bytes.fromhex(f["sha256"]), f["size"]) for f in self.sealed["files"]}
        same("the seal", said, self.data)
        need(len(said) == len(self.sealed["files"]), "the seal names a file twice")
        said = {"data/" + of["path"] for of in self.sealed["left_out"] if of["kind"] == "empty-folder"}  # these need not lie here
        need(said.issuperset(self.empty), some(["%s is an empty folder that is not in the seal" % path for path in self.empty if path not in said]))
        need(root_of_seal(self.sealed["files"], self.sealed["left_out"]).hex() == self.sealed["root"], "the root does not follow from the files")
        lines = hashlib.sha256()
        for f in self.sealed["files"]:
            lines.update(("%s  data/%s\n" % (f["blake3"], f["path"])).encode())
        need(known(self.files, "comity/manifest-blake3.txt")[0] == lines.digest(), "comity/manifest-blake3.txt says something else than the seal")
        return "root " + self.sealed["root"]

    def blake3(self):
        self.rests_on("files", "seal")
        if not blake3_of:
            raise Open("blake.py does not lie beside check.py; b3sum --check comity/manifest-blake3.txt does it, too")
        if not blake3 and sum(size for _, size in self.data.values()) > SLOWLY:
            raise Open("of more than %d GiB it takes too long without the Python package `blake3`; b3sum --check comity/manifest-blake3.txt does it, too" % (SLOWLY >> 30))
        for f in self.sealed["files"]:
            with open(os.path.join(self.folder, "data", f["path"]), "rb") as file:
                need(blake3_of(file) == f["blake3"], "data/%s is not what the seal says" % f["path"])

    def signed(self):
        if not any(path in self.files for path in self.ABOUT):
            raise (Open if self.of_case else Absent)("the package is not signed")
        data = self.files["comity/signature.cose"]
        payload, value, _, protected, signature = cose(data)
        if value["v"] != 1:
            raise Open("the signature is of version %s, which this program does not know" % value["v"])
        self.signature = verify(data, value["key"], b"comity/evidence/1")
        need(value["root"].hex() == self.sealed["root"], "the signature is over another seal")
        need(value["tags"] == sha(self.files["comity/tags-sha256.txt"]), "the signature is over another list of texts")
        covered = {path: known(self.files, path)[0] for path in self.files
            if path not in self.ABOUT and not path.startswith("timestamps/") and not re.fullmatch(r"tagmanifest-[0-9A-Za-z]+\.txt", path)}
        same("the signature", self.list_of("comity/tags-sha256.txt"), covered)
        pem = base64.b64encode(bytes.fromhex("302a300506032b6570032100") + value["key"]).decode()
        parts = to_sign(protected, b"comity/evidence/1", payload), signature, ("-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n" % pem).encode()
        need(tuple(self.files[path] for path in self.SIGNED) == parts, "the parts for OpenSSL are of another signature")
        return "by %s at %s; public key %s, key identifier %s; compare it with what the authority told you" % (
            value.get("signer", "nobody who gave a name"), value["at"], value["key"].hex(), sha(value["key"]).hex())

    def journal(self):
        self.rests_on("package")
        self.record = json.loads(self.files["package.json"])
        if self.record["v"] not in (1, 2):
            raise Open("the package is of version %s, which this program does not know" % self.record["v"])
        case, self.withheld = bytes.fromhex(self.record["case"]), {int(n): why for n, why in self.record["withheld"].items()}
        given, order, names = self.files, [], {}
        for path in given:  # as they would lie in an exported case
            if path.startswith("journal/"):
                inside = path.replace("journal/", "data/", 1)
                names[re.sub("^data/entries/(.*tlog-proof)", r"data/proofs/\1", inside)] = given[path]
        self.files, self.faults = names, []
        try:
            for path in names:
                place = path.endswith(".statement") and PLACE.fullmatch(path)
                if place:
                    stem = path[:-len("statement")]
                    order.append((cose(names[stem + "seal"])[1]["log_index"], stem, place[2], int(place[3])))
            for _, stem, office, number in sorted(order):
                of = bytes.fromhex(office) if office else case
                statement, seal = names[stem + "statement"], cose(names[stem + "seal"])[1]
                self.one(stem + "statement", lambda d: self.statement(d, stem, of))
                # Of the case only those entries are here that tell of the exhibits.
                self.one(stem + "seal", lambda d: self.seal(d, statement, of, number, not office))
                self.one(stem.replace("data/entries", "data/proofs") + "tlog-proof", lambda d: self.proof(d, stem))
                if not office:
                    need(number <= self.record["up_to"], "%s is later than the package" % stem)
                    value, content = cose(statement)[1], names.get(stem + "content")
                    self.entries.append((sha(statement), value["kind"], [(r["role"], r["entry"]) for r in value["refs"]]))
                    self.authors[sha(statement)], self.times[sha(statement)] = (value["office"], value["author"]), value["act"]
                    self.bodies[sha(statement)] = content and cbor(content[32:])["body"]
                    attached = cbor(content[32:])["attachments"] if content else ()
                    self.lists.update((sha(statement), file["sha256"]) for file in attached if file["name"] == "manifest.json")
            self.one("data/checkpoint", lambda d: checkpoint(d, self.node))
            self.one("data/checkpoint", lambda d: need(all(holds is not False for _, holds in witnesses(d, self.witnesses)), "the signature of a witness does not hold"))
            for path in sorted(set(names) - self.seen):
                self.faults.append((path, "nothing here speaks of this file"))
        finally:
            self.files = given
        need(not self.faults, "; ".join("%s: %s" % (path.replace("data/", "journal/", 1), why) for path, why in self.faults[:5]))
        need("Comity-Node: %s" % self.node.hex() in given["bag-info.txt"].decode().split("\n"), "bag-info.txt names another node")
        for entry, kind, refs in self.entries:
            corrected = self.bodies[entry]
            for role, of in refs:
                if (kind, role) == ("entry.corrected", "corrects") and corrected and self.bodies.get(of):
                    self.bodies[of] = corrected["body"]
        return "%d entries of the case, %d of offices" % (len(self.entries), len(order) - len(self.entries))

    def officer(self):
        self.rests_on("signature", "journal")
        of = self.people[bytes.fromhex(self.record["office"])][bytes.fromhex(self.record["officer"])]
        need(of["key"] == self.signature["key"], "the officer whom the package names has another key")
        return of["name"]

    def received(self):
        return {self.bodies[entry]["custody"]["exhibit"]: (entry, self.bodies[entry])
            for entry, kind, _ in self.entries if kind == "exhibit.received" and self.bodies[entry]}

    def approval(self):  # two persons let these exhibits go to this recipient
        self.rests_on("journal")
        if self.record["v"] == 1:
            raise Absent("the package is of a version that one officer could write alone")
        proposal = bytes.fromhex(self.record["proposal"])
        body, = (self.bodies[entry] for entry, kind, _ in self.entries if entry == proposal and kind == "case.proposal-made")
        told = {"exhibits": [self.received()[exhibit][0] for exhibit in self.record["exhibits"]], "recipient": self.record["recipient"]}
        act = {name: of for name, of in body["act"]["package"].items() if name != "key"}
        need((act, body["reason"]) == (told, self.record["reason"]), "two persons approved another package")
        approvals = [entry for entry, kind, refs in self.entries if kind == "case.proposal-approved" and ("approves", proposal) in refs]
        need(approvals, "no entry approves the proposal")
        for entry, by in (proposal, "proposed_by"), (approvals[0], "approved_by"):
            by = bytes.fromhex(self.record["office"]), {"officer": bytes.fromhex(self.record[by])}
            need(self.authors[entry] == by, "other persons approved it")
        need(self.record["proposed_by"] != self.record["approved_by"], "one person alone approved it")
        people = self.people[bytes.fromhex(self.record["office"])]
        return "by %s and %s" % tuple(people[bytes.fromhex(self.record[by])]["name"] for by in ("proposed_by", "approved_by"))

    def exhibits(self):
        self.rests_on("seal", "journal")
        for f in self.sealed["files"]:
            need(f["path"].split("/")[0] in self.record["exhibits"], "%s belongs to no exhibit" % f["path"])
        for exhibit in self.record["exhibits"]:
            inside = [[dict(of, path=of["path"][len(exhibit) + 1:]) for of in self.sealed[what] if of["path"].startswith(exhibit + "/")]
                for what in ("files", "left_out")]
            holds = plain(self.received()[exhibit][1]["holds"])
            if holds == "thing":
                same = not inside[0]
            elif "files" in holds:
                same = root_of_seal(*inside).hex() == holds["files"]["root"]
            else:
                content, only = holds["in-place"]["content"], inside[0][0]
                same = root_of_seal(*inside).hex() == content["seal"] if "seal" in content else len(inside[0]) == 1 and all(
                    only[name] == content["bytes"][name] for name in ("size", "sha256", "blake3"))
            need(same, "the files of %s are not those that came into the case" % exhibit)

    def custody(self):
        self.rests_on("package", "journal")
        self.acts = {}
        withdrawn = {of: entry for entry, kind, refs in self.entries if kind == "entry.withdrawn" for role, of in refs if role == "withdraws"}
        for exhibit in self.record["exhibits"]:
            data = json.loads(self.files["custody/%s.json" % exhibit])
            first, body = self.received()[exhibit]
            acts = [(first, body["custody"])]
            acts += [(entry, (self.bodies[entry] or {}).get("custody", {})) for entry, kind, refs in self.entries
                if kind == "exhibit.custody-recorded" and ("exhibit", first) in refs]
            seconds = {of: entry for entry, kind, refs in reversed(self.entries) for role, of in refs
                if kind == "exhibit.custody-confirmed" and role == "confirms" and entry not in withdrawn}
            need([act["confirmed"]["entry"] if "confirmed" in act else None for act in data["acts"]] == [
                seconds[entry].hex() if entry in seconds else None for entry, _ in acts], "other acts of %s are confirmed" % exhibit)
            need(data.get("item") == plain(body.get("item")), "%s is described in another way" % exhibit)
            struck = [{name: act["withdrawn"][name] for name in ("entry", "ground", "reason")} if "withdrawn" in act else None for act in data["acts"]]
            need(struck == [dict(plain(self.bodies[withdrawn[entry]]), entry=withdrawn[entry].hex()) if entry in withdrawn else None
                for entry, _ in acts], "other acts of %s are withdrawn, or for other reasons" % exhibit)
            data["acts"] = [{name: of for name, of in act.items() if name not in ("confirmed", "withdrawn")} for act in data["acts"]]
            counts = [bool(act) and entry not in withdrawn for entry, act in acts]
            acts = [dict(plain(act), entry=entry.hex()) for entry, act in acts]
            need((data["exhibit"], data["title"], data["acts"]) == (exhibit, body["title"], acts), "custody/%s.json is not what the entries say" % exhibit)
            for name, kind, role in (("checks", "exhibit.checked", "exhibit"), ("given_out", "exhibit.file-given-out", "exhibit"), ("found", "files.checked", "held-by")):
                read = [(entry.hex(), plain(self.bodies[entry])) for entry, of, refs in self.entries if of == kind and (role, first) in refs]
                need([(of["entry"], of.get("said")) for of in data.get(name, [])] == read, "other %s of %s are recorded" % (name, exhibit))
            need(data.get("looks", []) == list(self.looks(first)), "other looks at secrets of %s are recorded" % exhibit)
            need("custody/%s.pdf" % exhibit in self.files, "the print of the custody of %s is missing" % exhibit)
            self.acts[exhibit] = [act for act, count in zip(acts, counts) if count]
        return "%d acts; of the prints only the signature speaks" % sum(map(len, self.acts.values()))

    def name(self, entry):  # what the officer who signed an entry is called
        office, author = self.authors[entry]
        return self.people[office][author["officer"]]["name"]

    def looks(self, exhibit):  # at secrets that were found in an exhibit: one person asked, another approved, and the first saw it
        refs_of = {entry: dict(refs) for entry, _, refs in self.entries}
        approvals = {refs_of[entry].get("approves"): entry for entry, kind, _ in reversed(self.entries) if kind == "case.proposal-approved"}
        for entry, kind, refs in self.entries:
            asked = refs_of[entry].get("carries-out")
            if kind == "secret.revealed" and ("exhibit", exhibit) in refs and self.bodies[asked]:
                approved, body, key = approvals[asked], self.bodies[asked], (self.bodies[entry] or {}).get("key")
                need(self.authors[entry] == self.authors[asked] != self.authors[approved], "a secret was seen that another person had not approved")
                look = {"entry": entry.hex(), "by": self.name(entry), "at": self.times[entry], "fingerprint": body["act"]["reveal-secret"]["fingerprint"],
                    "reason": body["reason"], "asked": asked.hex(), "approved": approved.hex(), "approved_by": self.name(approved)}
                yield dict(look, key=key.hex()) if key else look

    def graph(self):
        self.rests_on("seal", "custody")
        nodes = json.loads(self.files["case-uco.jsonld"])["@graph"]
        hashes = {}
        for node in nodes:
            if node["@type"] == "uco-observable:File":
                facets = {facet["@type"]: facet for facet in node["uco-core:hasFacet"]}
                path = facets["uco-observable:FileFacet"]["uco-observable:filePath"]
                found = facets["uco-observable:ContentDataFacet"]["uco-observable:hash"]
                need(found["uco-types:hashMethod"] == "SHA256" and path not in hashes, "%s has no SHA-256, or two" % path)
                hashes[path] = bytes.fromhex(found["uco-types:hashValue"]["@value"])
        need(hashes == {path: digest for path, (digest, _) in self.data.items()}, "the files of the graph are not those of the package")
        told = sorted((n["uco-core:name"], n["uco-core:description"], n["uco-action:startTime"]["@value"])
            for n in nodes if n["@type"] == "case-investigation:InvestigativeAction")
        acts = sorted((a["act"], a["reason"], a["at"].split("[")[0]) for acts in self.acts.values() for a in acts)
        need(told == acts, "the actions of the graph are not the acts of custody")

    def replies(self):  # the time-stamps of the exhibits that the entries tell of
        withdrawn = {of for _, kind, refs in self.entries if kind == "entry.withdrawn" for role, of in refs if role == "withdraws"}
        own = {self.received()[exhibit][0] for exhibit in self.record["exhibits"]}
        told = {entry for entry, kind, refs in self.entries if kind == "timestamp.taken" and entry not in withdrawn and any(
            role == "exhibit" and of in own for role, of in refs)}
        return {sha(self.bodies[entry]["token"]["reply"]) for entry in told if self.bodies[entry]}

    def stamped(self):  # what a time-stamp can be of: the signature, or the files of an exhibit as they came in
        yield sha(self.files["comity/signature.cose"])
        for exhibit in self.record["exhibits"]:
            entry, body = self.received()[exhibit]
            holds = body["holds"]
            if entry in self.lists:
                yield self.lists[entry]
            elif "in-place" in holds:
                content = plain(holds["in-place"]["content"])
                yield bytes.fromhex(content["seal"] if "seal" in content else content["bytes"]["sha256"])

    def timestamps(self):
        stems = sorted(path[:-4] for path in self.files if re.fullmatch(r"timestamps/.*\.tsr", path))
        if not any(path.startswith("timestamps/") for path in self.files) and not any(kind == "timestamp.taken" for _, kind, _ in self.entries):
            raise Absent("the package bears none")
        self.rests_on("signature", "journal")
        replies = self.replies()
        need(replies <= {sha(self.files[stem + ".tsr"]) for stem in stems}, "a time-stamp is missing of which the entries tell")
        for path in self.files:  # nothing signs what lies here, so that each file must be known for what it is
            if path.startswith("timestamps/"):
                stem, _, ending = path.rpartition(".")
                whole = ending == "tsr" or ending == "tsq" and stem in stems or ending == "pem" and stem.replace(".authorities", "") in stems
                list_of = re.fullmatch(r"timestamps/(E-\d+)\.manifest\.json", path)
                listed = list_of and self.lists.get(self.received()[list_of[1]][0]) == sha(self.files[path])
                need(whole or listed, "%s belongs to nothing here" % path)
        if not all(stem + ".tsq" in self.files for stem in stems):
            raise Open("to a time-stamp the request is not there")
        of = {stem: imprint(self.files[stem + ".tsq"]) for stem in stems}
        before = {sha(self.files[stem + ".tsr"]): stem for stem in stems}
        after = {before[digest]: stem for stem, digest in of.items() if digest in before}  # RFC 4998 §5.2: over the reply before it
        known, seen = set(self.stamped()), []
        signature = sha(self.files["comity/signature.cose"])
        for stem in (stem for stem in stems if of[stem] in known):
            need(not replies or of[stem] == signature or sha(self.files[stem + ".tsr"]) in replies, "%s.tsr is none that the entries tell of" % stem)
            while stem and stem not in seen:
                seen.append(stem)
                stem = after.get(stem)
        for stem in stems:
            need(stem in seen, "%s.tsr is of nothing that is here" % stem)
        if not self.authorities:
            raise Open("no certificates were given; --authorities FILE names those of the authorities that you trust")
        if not shutil.which("openssl"):
            raise Open("openssl is not on this machine")
        times = {stem: self.openssl(stem) for stem in stems}
        for stem in seen:
            later = after.get(stem)
            need(not later or times[stem] <= times[later], "%s.tsr is older than what it renews" % later)
            # Its certificate was valid when the next one was made; that of the last one is still.
            if self.openssl(stem, times[later] if later else None) is None:
                need(not later, "%s.tsr was renewed when its certificate had ended" % stem)
                raise Open("the certificate of %s.tsr has ended, and nothing renews it; when it was made, %s, it held" % (stem, when(times[stem])))
        return "; ".join("%s.tsr of %s" % (stem, when(times[stem])) for stem in stems) + "; whether a certificate was revoked was not asked"

    def openssl(self, stem, at=0):  # the time that it tells, if openssl finds that it holds then (0), at a time, or today (None)
        with tempfile.TemporaryDirectory() as folder:
            paths = {end: os.path.join(folder, end) for end in ("tsq", "tsr")}
            for end, path in paths.items():
                with open(path, "wb") as file:
                    file.write(self.files["%s.%s" % (stem, end)])
            say = lambda *args: subprocess.run(("openssl", "ts") + args, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace")
            told = re.search(r"^Time stamp: (\w{3}) +(\d+) (\d+):(\d+):(\d+)(?:\.\d+)? (\d{4}) GMT$", say("-reply", "-in", paths["tsr"], "-text").stdout, re.M)
            need(told, "openssl reads no time in %s.tsr" % stem)
            month = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split().index(told[1]) + 1
            time = calendar.timegm((int(told[6]), month) + tuple(int(told[n]) for n in range(2, 6)))
            found = say("-verify", "-queryfile", paths["tsq"], "-in", paths["tsr"], "-CAfile", self.authorities,
                *(() if at is None else ("-attime", str(at or time))))
            if found.returncode == 0 and "Verification: OK" in found.stdout:
                return time
            ended = "certificate has expired" in found.stderr
            need(ended and at != 0, "openssl says of %s.tsr: %s" % (stem, " ".join(found.stderr.split())[:300]))

    def right_node(self):
        self.rests_on("journal")
        if not self.asked:
            raise Absent("no key was given; it is %s, key identifier %s" % (self.node.hex(), sha(self.node).hex()))
        need(self.is_node(self.asked), "it is the log of another node, " + self.names_of_node())


def of_package(folder, node, keys, authorities, of_case=True):
    check = Package(folder, node, keys, authorities, of_case)
    for name, how, why in check.answers:
        print("%s: %s%s" % (name, how, " " + shown(why) if why else ""))
    for office, people in check.people.items():
        print("office %s (%s) says that these sign for it; compare with what the authority told you:" % (office.hex(), shown(people["name"])))
        for person in (p for p in people.values() if isinstance(p, dict)):
            print("  %s: public key %s, key identifier %s" % (shown(person["name"]), person["key"].hex(), sha(person["key"]).hex()))
    count = {how: sum(of == how for _, of, _ in check.answers) for how in ("pass", "FAIL", "cannot be decided, because")}
    print("%s: %d checks pass, %d fail, %d cannot be decided" % ("FAIL" if count["FAIL"] else "PASS of what was checked", *count.values()))
    return 1 if count["FAIL"] or not count["pass"] else 3 if check.called_for else 0


def not_begun(why):
    print(why, file=sys.stderr)
    return 2


def main(folder, *keys):
    authorities, keys = None, list(keys)
    if "--authorities" in keys:
        at = keys.index("--authorities")
        if not os.path.isfile("".join(keys[at + 1:at + 2])):
            return not_begun("--authorities takes a file with the certificates")
        authorities = os.path.abspath(keys[at + 1])
        keys[at:at + 2] = []
    for key in keys:
        if not re.fullmatch("[0-9A-Fa-f]{64}", key):
            return not_begun("%s is no key: a public key, or the identifier of one, has 64 hexadecimal digits" % shown(key))
    node, *keys = [bytes.fromhex(key) for key in keys] or [None]
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")
    if not os.path.isdir(folder):
        return not_begun("%s is not a folder; give the unpacked folder of an exported case, or a package of exhibits" % shown(folder))
    there = lambda path: os.path.exists(os.path.join(folder, path))
    if there("package.json"):
        return of_package(folder, node, keys, authorities)
    if not there("export.cose") and not there("data/entries"):
        if not there("comity/seal.json"):
            return "%s is neither an exported case, nor a package of exhibits, nor files that were sealed: no export.cose, package.json or comity/seal.json is in it" % shown(folder)
        print("files that were sealed without a case: nothing here says whose they are and through whose hands they went")
        return of_package(folder, None, (), None, False)
    places, strange = inside(folder)
    files = Texts(places)
    check = Check(files, node, keys)
    check.faults[:0] = [(path, "it is " + what) for path, what in strange]
    for path, why in check.faults:
        print("FAIL %s: %s" % (shown(path), shown(why)))
    for office, people in check.people.items():
        print("office %s (%s) says that these sign for it; compare with what the authority told you:" % (office.hex(), shown(people["name"])))
        for person in (p for p in people.values() if isinstance(p, dict)):
            roles = ", ".join(map(shown, person["roles"])) or "no role"
            print("  %s, %s: public key %s, key identifier %s" % (shown(person["name"]), roles, person["key"].hex(), sha(person["key"]).hex()))
    if check.node:
        print("the node: public key %s, key identifier %s; compare it, too" % (check.node.hex(), sha(check.node).hex()))
    for path in CHECKPOINTS if not check.faults else ():
        for name, holds in witnesses(files[path], check.witnesses):
            print("%s: %s signed it, too%s" % (path, shown(name), "" if holds else "; NOT CHECKED: give the public key of that node behind the one of this node"))
    for number, ground in sorted(check.withheld.items()):
        print("data/entries/%s: content withheld (%s); that there was an entry is proven" % (shown("%08d" % number), shown(ground)))
    larger = sorted(path for path, length in check.attached.items() if path not in files and length > MOST)
    for path in larger:
        print("%s is of more than 16 MiB and not here; an entry gives its digest" % shown(path))
    print("%s: %d files, %d faults" % ("FAIL" if check.faults else "PASS", len(files), len(check.faults)))
    return 1 if check.faults or not files else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) > 1 and not sys.argv[1].startswith("-") else not_begun(__doc__))
