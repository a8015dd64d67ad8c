"""Changes an exported case byte by byte, in memory, and sees to it that check.py notices each change and names the file.

python3 flip.py FOLDER [SECONDS]: in a first pass only one byte is changed; in a second the forger also makes the manifests
of the bag anew, so that only signatures, commitments and proofs can tell. Takes at most SECONDS (120) for both: where they
do not suffice for every byte, every n-th is changed, and the report says so.
"""
import os, sys, time
from check import Check, sha

TAGS = "tagmanifest-sha256.txt"
SUMS = "manifest-sha256.txt"


def lines(files, paths):
    return "".join("%s  %s\n" % (sha(files[path]).hex(), path) for path in sorted(paths)).encode()


def forge(files, changed):  # what a forger does who can write every file but has no key
    if changed.startswith("data/"):
        files[SUMS] = lines(files, (p for p in files if p.startswith("data/")))
    files[TAGS] = lines(files, (p for p in files if not p.startswith("data/") and p != TAGS))


def named(path, faults):
    return any(path == where or path in why for where, why in faults)


def run(files, label, seconds, forging):
    todo = [(path, at) for path in sorted(files) for at in range(len(files[path])) if not (forging and path == TAGS)]
    # How fast it goes is found out by trying; the first time round fills the memory of the checker.
    tries = todo[::max(1, len(todo) // 300)]
    for path, at in tries[:20]:
        one(files, path, at, forging)
    begun = time.monotonic()
    for path, at in tries:
        one(files, path, at, forging)
    step = 1 + int(len(todo) * (time.monotonic() - begun) / len(tries) / seconds)
    missed, unnamed, begun = [], [], time.monotonic()
    for path, at in todo[::step]:
        faults = one(files, path, at, forging)
        # What speaks for the explanation, the sums and the labels of the bag is the signed record, which names the sums.
        speaks = "export.cose" if forging and path in ("data/README.txt", "bag-info.txt", SUMS) else path
        if not faults:
            missed.append((path, at))
        elif not named(speaks, faults):
            unnamed.append((path, at))
    every = "every byte" if step == 1 else "every %d. byte" % step
    print("%s: %d of %d bytes in %d files changed (%s) in %.0f s: %d not noticed, %d not named" % (
        label, len(todo[::step]), len(todo), len(files), every, time.monotonic() - begun, len(missed), len(unnamed)))
    for what, where in (("not noticed", missed), ("not named", unnamed)):
        for path, at in where[:20]:
            print("  %s: %s, byte %d" % (what, path, at))
    return not missed and not unnamed and len(todo) > 0


def one(files, path, at, forging):
    changed = dict(files)
    # Another bit at each place, so that all eight are tried.
    changed[path] = files[path][:at] + bytes([files[path][at] ^ 1 << at % 8]) + files[path][at + 1:]
    if forging:
        forge(changed, path)
    return Check(changed).faults


def without(files):  # a file left out, one put in, and entries that were never there
    ok = True
    for path in files:
        changed = {p: d for p, d in files.items() if p != path}
        faults = Check(changed).faults
        ok &= bool(faults) and named(path, faults)
        if path != TAGS:
            forge(changed, path)
            ok &= bool(Check(changed).faults)
    faults = Check(dict(files, **{"data/entries/99999999.content": b"x"})).faults
    ok &= named("data/entries/99999999.content", faults)
    print("each of %d files left out, and one put in: %s" % (len(files), "noticed" if ok else "NOT NOTICED"))
    return ok


def main(folder, seconds="120"):
    files = {}
    for at, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(at, name)
            files[os.path.relpath(path, folder)] = open(path, "rb").read()
    assert not Check(dict(files)).faults, "the export is not sound to begin with"
    passed = without(files)
    passed &= run(files, "one byte changed", float(seconds) / 2, False)
    passed &= run(files, "and the manifests made anew", float(seconds) / 2, True)
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
