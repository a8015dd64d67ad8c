"""Pages as PDFium draws them, beside pictures of the same pages that people have looked at. See ../pdf.sh.

pictures.py judge|write REFERENCES PDFS SEEN PAGE... : PAGE is the name of a PDF without its ending, a hyphen, and the
number of the page. `judge` draws each page into SEEN and compares it with REFERENCES, `write` makes REFERENCES anew.
"""

import pathlib
import sys

import pypdfium2
from PIL import Image, ImageChops

DOTS_PER_INCH = 96
# Levels of grey in a reference: enough for the edges of letters, and a page stays below 100 KB.
LEVELS = 16
# How far a dot may be from its reference, of 255: rounding at the edge of a letter stays below, another letter does not.
FAR = 64
# Dots further away than that in a million of a page. One other digit made 28 of them, one other word some hundreds.
MOST_IN_A_MILLION = 20


def drawn(pdfs, page):
    name, number = page.rsplit("-", 1)
    document = pypdfium2.PdfDocument(pdfs / f"{name}.pdf")
    picture = document[int(number) - 1].render(scale=DOTS_PER_INCH / 72, grayscale=True)
    return picture.to_pil().convert("L")


def judge(reference, seen):
    """What is wrong with a page, or nothing."""
    if not reference.exists():
        return "has no reference"
    expected = Image.open(reference).convert("L")
    if expected.size != seen.size:
        return f"measures {seen.size}, not {expected.size}"
    far = sum(ImageChops.difference(expected, seen).histogram()[FAR + 1:])
    in_a_million = far * 1_000_000 // (seen.width * seen.height)
    return f"differs in {far} dots ({in_a_million} in a million)" if in_a_million > MOST_IN_A_MILLION else None


def main(task, references, pdfs, seen, *pages):
    references, pdfs, seen = map(pathlib.Path, (references, pdfs, seen))
    wrong = 0
    for page in pages:
        picture = drawn(pdfs, page)
        if task == "write":
            picture.quantize(LEVELS).save(references / f"{page}.png", optimize=True)
            continue
        picture.save(seen / f"{page}.png")
        fault = judge(references / f"{page}.png", picture)
        if fault:
            wrong += 1
            print(f"{page} {fault}", file=sys.stderr)
    sys.exit(1 if wrong else 0)


main(*sys.argv[1:])
