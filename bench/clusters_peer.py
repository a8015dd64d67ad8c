"""Joins pairs by graphsense-clustering: FILE with 32-bit numbers, and how many things there are.

The pairs are handed over as an Arrow array, so that no list of Python is converted while the peer is measured.
"""

import hashlib
import pathlib
import sys
import time

import pyarrow as pa
from gs_clustering import Clustering

numbers = pa.py_buffer(pathlib.Path(sys.argv[1]).read_bytes())
things = int(sys.argv[2])
count = numbers.size // 8
values = pa.Array.from_buffers(pa.uint32(), count * 2, [None, numbers])
offsets = pa.array(range(0, count * 2 + 1, 2), type=pa.int32())
pairs = pa.ListArray.from_arrays(offsets, values)
before = time.process_time()
clustering = Clustering(max_address_id=things - 1)
clustering.process_transactions_arrow(pairs)
seconds = time.process_time() - before
print(f"graphsense-clustering: {count / 1e6 / seconds:.2f} million pairs a second of CPU time")
first, firsts = {}, []
for thing, cluster in enumerate(clustering.get_mapping().column(1).to_pylist()):
    firsts.append(first.setdefault(cluster, thing))
print("partition", hashlib.sha256(pa.array(firsts, type=pa.uint32()).buffers()[1].to_pybytes()[: things * 4]).hexdigest())
