"""BLAKE3 in Python itself, for check.py. Run alone, it compares itself with the known answers of those who made BLAKE3.

Many blocks are computed at once: their words lie side by side in one large number, and Python adds, turns and mixes such
numbers as fast as memory gives them. Where the package `blake3` is installed, that one is taken.
"""
import array, io, sys
try:
    import blake3
except ImportError:
    blake3 = None

IV = 0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19
ORDER = 2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8  # of the words of a block, for each round anew
MIXED = (0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15), (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)
FIRST, LAST, PARENT, ROOT = 1, 2, 4, 8
CHUNK, PIECE = 1 << 10, 1 << 20
SLOWLY = 16 << 30  # bytes that BLAKE3 is computed of in Python itself, in about ten minutes


def lanes(words):  # 32-bit numbers side by side in one large one, each with room for what a sum carries over
    wide = array.array("Q", words)
    if sys.byteorder == "big":
        wide.byteswap()
    return int.from_bytes(wide.tobytes(), "little")


def unlaned(number, count):
    wide = array.array("Q", number.to_bytes(8 * count, "little"))
    if sys.byteorder == "big":
        wide.byteswap()
    return list(wide)


def compress(chain, words, counters, length, flags):  # BLAKE3 §2.2, of as many blocks at once as there are counters
    ones = lanes([1] * len(counters))
    mask = ones * 0xFFFFFFFF
    v = list(chain or [iv * ones for iv in IV]) + [iv * ones for iv in IV[:4]]
    v += [lanes([n & 0xFFFFFFFF for n in counters]), lanes([n >> 32 for n in counters]), length * ones, flags * ones]
    for _ in range(7):
        for n, (a, b, c, d) in enumerate(MIXED):
            for word, first, second in ((words[2 * n], 16, 12), (words[2 * n + 1], 8, 7)):
                v[a] = (v[a] + v[b] + word) & mask
                v[d] ^= v[a]
                v[d] = (v[d] >> first | v[d] << 32 - first) & mask
                v[c] = (v[c] + v[d]) & mask
                v[b] ^= v[c]
                v[b] = (v[b] >> second | v[b] << 32 - second) & mask
        words = [words[n] for n in ORDER]
    return [v[n] ^ v[n + 8] for n in range(8)]


def chunks(data, size, first, root):  # BLAKE3 §2.4, of chunks of one size -> a list for each of the eight words
    count, blocks = max(1, len(data) // max(1, size)), max(1, -(-size // 64))
    words, chain = array.array("I", data if size == CHUNK else data.ljust(64 * blocks, b"\0")), None
    if sys.byteorder == "big":
        words.byteswap()
    for n in range(blocks):
        flags = (FIRST if n == 0 else 0) | ((LAST | root) if n == blocks - 1 else 0)
        block = [lanes(words[16 * n + at::16 * blocks]) for at in range(16)]
        chain = compress(chain, block, range(first, first + count), min(64, size - 64 * n), flags)
    return [unlaned(word, count) for word in chain]


def joined(nodes, root):  # BLAKE3 §2.5: pairs become one, and an odd one at the end goes up as it is
    while len(nodes[0]) > 1:
        pairs = len(nodes[0]) // 2
        words = [lanes(word[at:2 * pairs:2]) for at in (0, 1) for word in nodes]
        made = compress(None, words, [0] * pairs, 64, PARENT | (root if len(nodes[0]) == 2 else 0))
        nodes = [unlaned(new, pairs) + old[2 * pairs:] for new, old in zip(made, nodes)]
    return nodes


def blake3_of(file):  # of a file that is read to its end
    if blake3:
        digest = blake3.blake3()
        for piece in iter(lambda: file.read(PIECE), b""):
            digest.update(piece)
        return digest.hexdigest()
    pieces, piece, number = [[] for _ in range(8)], file.read(PIECE), 0
    while piece or not number:
        after, whole = file.read(PIECE), len(piece) // CHUNK * CHUNK
        root = 0 if number or after else ROOT
        nodes = chunks(piece[:whole], CHUNK, number, root if len(piece) == CHUNK else 0) if whole else [[] for _ in range(8)]
        if whole < len(piece) or not piece:
            tail = chunks(piece[whole:], len(piece) - whole, number + whole // CHUNK, 0 if whole else root)
            nodes = [words + last for words, last in zip(nodes, tail)]
        for words, new in zip(pieces, joined(nodes, root)):
            words.extend(new)
        piece, number = after, number + PIECE // CHUNK
    return b"".join(word[0].to_bytes(4, "little") for word in joined(pieces, ROOT)).hex()


# From test_vectors.json of github.com/BLAKE3-team/BLAKE3: the input is 0, 1, 2 … 250, 0, 1 … of that length.
KNOWN = {
    0: "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262",
    1: "2d3adedff11b61f14c886e35afa036736dcd87a74d27b5c1510225d0f592e213",
    1023: "10108970eeda3eb932baac1428c7a2163b0e924c9a9e25b35bba72b28f70bd11",
    1024: "42214739f095a406f3fc83deb889744ac00df831c10daa55189b5d121c855af7",
    1025: "d00278ae47eb27b34faecf67b4fe263f82d5412916c1ffd97c8cb7fb814b8444",
    2048: "e776b6028c7cd22a4d0ba182a8bf62205d2ef576467e838ed6f2529b85fba24a",
    2049: "5f4d72f40d7a5f82b15ca2b2e44b1de3c2ef86c426c95c1af0b6879522563030",
    3072: "b98cb0ff3623be03326b373de6b9095218513e64f1ee2edd2525c7ad1e5cffd2",
    3073: "7124b49501012f81cc7f11ca069ec9226cecb8a2c850cfe644e327d22d3e1cd3",
    4096: "015094013f57a5277b59d8475c0501042c0b642e531b0a1c8f58d2163229e969",
    4097: "9b4052b38f1c5fc8b1f9ff7ac7b27cd242487b3d890d15c96a1c25b8aa0fb995",
    5121: "628bd2cb2004694adaab7bbd778a25df25c47b9d4155a55f8fbd79f2fe154cff",
    7169: "a003fc7a51754a9b3c7fae0367ab3d782dccf28855a03d435f8cfe74605e7817",
    102400: "bc3e3d41a1146b069abffad3c0d44860cf664390afce4d9661f7902e7943e085",
    # By the package blake3 1.0.11: one piece, and what is a little more.
    1048576: "74cb441fd087764ca9c3694da742ebe30cbeb3060a17009ca81825c7a8d10343",
    1048577: "2f053cd7472cf0cd2f9adaf45c1180255b91b9a865404a63671a0ee5f792ed33",
    2100225: "9132e6170496c3877b5b47f6fc393900089e96ce0842a83e7199d4fa03d8c64d",
}

if __name__ == "__main__":
    blake3 = None
    for length, answer in KNOWN.items():
        found = blake3_of(io.BytesIO(bytes(n % 251 for n in range(length))))
        if found != answer:
            sys.exit("FAIL: %d bytes give %s" % (length, found))
    print("PASS: %d known answers of BLAKE3" % len(KNOWN))
