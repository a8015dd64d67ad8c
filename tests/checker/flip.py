"""Changes an exported case byte by byte, in memory, and sees to it that check.py notices each change and names the file.

python3 flip.py FOLDER [STEP [STEP-OF-THE-SECOND-PASS]]: in a first pass only one byte is changed; in a second the forger also makes the manifests
of the bag anew, so that only signatures, commitments and proofs can tell. Of a file below 64 KiB every byte is changed (or every
STEP-th, for a quick look), of a larger one some thousand. All processors work on it.
"""
import functools, multiprocessing, os, sys, time
import check
from check import Check

# The files that were not changed are hashed once.
sha = check.sha = functools.lru_cache(1 << 14)(check.sha)
LARGE = 64 << 10
SAMPLES = 2000
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


def places(files, step, forging):
    for path in sorted(files):
        size = len(files[path])
        if not (forging and path == TAGS):
            yield from ((path, at) for at in range(0, size, step if size < LARGE else size // SAMPLES))


def judge(place):  # a change that was not noticed, or whose file was not named; else nothing
    files, forging = SHARED
    path, at = place
    faults = one(files, path, at, forging)
    # What speaks for the explanation, the sums and the labels of the bag is the signed record, which names the sums.
    speaks = "export.cose" if forging and path in ("data/README.txt", "bag-info.txt", SUMS) else path
    return None if faults and named(speaks, faults) else "%s, byte %d: %s" % (path, at, "not named" if faults else "NOT NOTICED")


def run(files, label, step, forging):
    global SHARED  # what the processes that are forked below have from here
    SHARED, todo, begun = (files, forging), list(places(files, step, forging)), time.monotonic()
    with multiprocessing.get_context("fork").Pool() as pool:
        wrong = [said for said in pool.imap_unordered(judge, todo, chunksize=500) if said]
    large = sum(len(data) >= LARGE for data in files.values())
    print("%s: %d bytes changed in %d files (%s below 64 KiB, %d samples of each of %d larger ones) in %.0f s: %d not noticed or not named" % (
        label, len(todo), len(files), "every byte" if step == 1 else "every %d. byte" % step, SAMPLES, large,
        time.monotonic() - begun, len(wrong)), flush=True)
    for said in wrong[:20]:
        print("  " + said)
    return not wrong and len(todo) > 0


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


def main(folder, step="1", forged=None):
    files = {}
    for at, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(at, name)
            files[os.path.relpath(path, folder)] = open(path, "rb").read()
    assert not Check(dict(files)).faults, "the export is not sound to begin with"
    passed = without(files)
    passed &= run(files, "one byte changed", int(step), False)
    passed &= run(files, "and the manifests made anew", int(forged or step), True)
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
