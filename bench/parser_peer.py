"""Walks blocks and computes transaction ids with blockchain-parser, a Python library: FILE...

Each file is one raw block. Ids go into one SHA-256, as those of the other programs, so that the answers are compared; inputs
and outputs are read, too, as the library reads each field only when it is asked for it.
"""

import hashlib
import pathlib
import sys
import time

from blockchain_parser.block import Block

files = [pathlib.Path(path).read_bytes() for path in sys.argv[1:]]
ids, before = hashlib.sha256(), time.process_time()
for raw in files:
    for transaction in Block(raw).transactions:
        ids.update(bytes.fromhex(transaction.txid)[::-1])
        if not transaction.inputs or not transaction.outputs:
            sys.exit("a transaction without inputs or outputs")
seconds = time.process_time() - before
print(f"blockchain-parser transactions + txid: {sum(map(len, files)) / 1e6 / seconds:.1f} MB/s of CPU time")
print("ids", ids.hexdigest())
