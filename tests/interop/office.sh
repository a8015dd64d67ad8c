#!/usr/bin/env bash
# LibreOffice opens the drawing of a trace, and finds in it the words and sums that we wrote.
source "$(dirname "$0")/lib/common.bash"

need_apt soffice libreoffice-draw
need_apt pdftotext poppler-utils

say "building the program"
build docx
COMITY=$BUILT/comity

"$COMITY" chain trace --network regtest --blocks "$ROOT/packs/exercises/chain" --tags "$ROOT/packs/tags/exercise.yaml" \
  --at 860 --from mhjsDj2QupkeYwfEDrzUJagzHN9EXpdz31 --svg "$WORK/flow.svg" >"$WORK/trace"
soffice --headless "-env:UserInstallation=file://$WORK/profile" --convert-to pdf --outdir "$WORK" "$WORK/flow.svg" \
  >"$WORK/convert" 2>&1 || { cat "$WORK/convert" >&2; fail "LibreOffice does not open the drawing"; }
[ -s "$WORK/flow.pdf" ] || { cat "$WORK/convert" >&2; fail "LibreOffice made nothing of the drawing"; }
pdftotext "$WORK/flow.pdf" "$WORK/seen"

# Each of these stands in LibreOffice's own print as often as in the drawing.
for words in 'Exchange X (invented)' 'Exchange Y (invented)' 'reached a service'; do
  ours=$(grep -oF "$words" "$WORK/flow.svg" | wc -l)
  theirs=$(grep -oF "$words" "$WORK/seen" | wc -l)
  [ "$ours" -gt 0 ] && [ "$theirs" = "$ours" ] ||
    fail "LibreOffice finds '$words' $theirs times; the drawing has it $ours times"
  say "'$words' stands $ours times in the drawing and as LibreOffice prints it"
done

need_apt /usr/lib/libreoffice/program/libswlo.so libreoffice-writer
need_apt python3 python3

say "writing documents for a last edit"
DOCX=$BUILT/examples/docx
"$DOCX" write "$WORK/docx"
lo() {
  soffice --headless "-env:UserInstallation=file://$WORK/profile" --convert-to "$1" --outdir "$2" "$3" \
    >"$WORK/convert" 2>&1 || { cat "$WORK/convert" >&2; fail "LibreOffice does not open $3"; }
}
mkdir "$WORK/kept" "$WORK/edited"
for name in draft-en+ru draft-en+fa draft-fa custody-fa+en acknowledgement-ru; do
  # As LibreOffice saves it again, it says what it said.
  lo docx:"MS Word 2007 XML" "$WORK/kept" "$WORK/docx/$name.docx"
  same=$("$DOCX" compare "$WORK/docx/$name.docx" "$WORK/kept/$name.docx")
  [ -z "$same" ] || fail "$name, saved by LibreOffice, is said to differ: $same"
done
say "five documents, saved again by LibreOffice, are read back as they were"

# An officer changes a word in a field, and LibreOffice saves it: the change comes back, and nothing else.
python3 - "$WORK/docx/draft-en+fa.docx" "$WORK/edited/draft.docx" <<'EDIT'
import sys, zipfile
source, target = zipfile.ZipFile(sys.argv[1]), zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_DEFLATED)
for name in source.namelist():
    data = source.read(name)
    if name == "word/document.xml":
        before, after = b"somebody entered the systems", b"two persons entered the systems"
        assert data.count(before) == 1
        data = data.replace(before, after)
    target.writestr(name, data)
target.close()
EDIT
lo docx:"MS Word 2007 XML" "$WORK/kept" "$WORK/edited/draft.docx"
"$DOCX" compare "$WORK/docx/draft-en+fa.docx" "$WORK/kept/draft.docx" >"$WORK/seen"
grep -q '^changed facts_summary en: .*two persons entered' "$WORK/seen" || { cat "$WORK/seen" >&2; fail "the change is not read back"; }
[ "$(grep -c '^changed\|^lost\|^outside' "$WORK/seen")" = 1 ] || { cat "$WORK/seen" >&2; fail "more than the change is read back"; }
say "a changed word comes back as one change of its field"

# Persian on paper by LibreOffice: what belongs together stands from left to right where it was printed, whatever stands
# around it. The places of the words are asked for, since the order in which a reader tells Persian says little.
lo pdf "$WORK" "$WORK/docx/draft-fa.docx"
pdftotext -bbox "$WORK/draft-fa.pdf" "$WORK/seen"
python3 - "$WORK/seen" <<'PLACES' || fail "LibreOffice prints dates or sums of a Persian request in another order"
import re, sys
words = [(float(x), float(y), text) for x, y, text in
         re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</word>', open(sys.argv[1]).read())]
for left, right in [("02:17", "UTC+05:00"), ("2.41873", "BTC")]:
    at = [(x, y) for x, y, text in words if text == left]
    assert at, f"{left} is not printed"
    for x, y in at:
        line = [other for other, beside, text in words if text == right and abs(beside - y) < 2]
        assert any(0 < other - x < 60 for other in line), f"{right} does not stand to the right of {left}"
assert any(text == "2026-10-04" for _, _, text in words), "a date is cut or turned"
PLACES
say "LibreOffice prints dates and sums of a Persian request in their order"
