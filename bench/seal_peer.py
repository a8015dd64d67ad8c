"""Makes the tree that bench/seal.sh seals, and measures programs by the processor time of their process."""

import os
import random
import resource
import subprocess
import sys

FILES, BYTES = 6_921, 256 << 20


def tree(folder):
    """As many files and bytes as in the measurements of the peers; sizes by a log-normal law, content of no pattern."""
    dice = random.Random(5)
    weights = [dice.lognormvariate(0, 1.6) for _ in range(FILES)]
    for number, weight in enumerate(weights):
        below = f"{folder}/{number % 97:02}/{number % 7}"
        os.makedirs(below, exist_ok=True)
        with open(f"{below}/file-{number:05}.bin", "wb") as file:
            file.write(dice.randbytes(max(1, int(BYTES * weight / sum(weights)))))


def size(folder):
    return sum(os.path.getsize(os.path.join(at, name)) for at, _, names in os.walk(folder) for name in names)


def measure(name, folder, command):
    """Prints bytes per second of processor time; ends with an error when the program does."""
    total = size(folder)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{name:<28} {total / 1e6 / seconds:>6.0f} MB per CPU second, {after.ru_maxrss / 1024:.0f} MiB")


if sys.argv[1] == "tree":
    tree(sys.argv[2])
else:
    measure(sys.argv[2], sys.argv[3], sys.argv[4:])
