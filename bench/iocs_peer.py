"""Searches a text with iocsearcher and prints what it finds, a line each: `iocs_peer.py FILE`."""

import sys

from iocsearcher.searcher import Searcher

with open(sys.argv[1], encoding="utf-8", errors="ignore") as file:
    text = file.read()
for found in sorted(Searcher().search_data(text), key=str):
    print(found)
