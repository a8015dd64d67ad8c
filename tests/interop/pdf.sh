#!/usr/bin/env bash
# qpdf and poppler read the documents that we print: sound structure, tagged, the twin attached, text in order. PDFium
# draws pages that are read from the right, and they are compared with pictures of them that people have looked at.
# After a change of the layout that is meant, COMITY_UPDATE_PICTURES=1 makes those pictures anew: look at each.
source "$(dirname "$0")/lib/common.bash"

has_example document sample || fail "crates/document has no example 'sample' that prints documents"
need_apt qpdf qpdf
need_apt pdfdetach poppler-utils
need_python pypdfium2==5.15.2 pillow==13.0.0

# example sample FOLDER : prints one document of each kind and language into FOLDER.
mkdir -p "$WORK/pdf"
example document sample "$WORK/pdf"
# example forms FOLDER FORM LANGUAGES... : prints a form that is filled from a sample case.
example casework forms "$WORK/pdf" vasp-records fa-AF ps ur fa+en
found=0
for pdf in "$WORK"/pdf/*.pdf; do
  [ -e "$pdf" ] || continue
  found=$((found + 1))
  name=$(basename "$pdf")
  qpdf --check --no-warn "$pdf" >"$WORK/qpdf" 2>&1 || { cat "$WORK/qpdf" >&2; fail "qpdf --check $name"; }
  grep -q 'No syntax or stream encoding errors' "$WORK/qpdf" || { cat "$WORK/qpdf" >&2; fail "qpdf finds faults in $name"; }
  pdfinfo "$pdf" >"$WORK/info"
  grep -qE '^Tagged: +yes' "$WORK/info" || fail "$name is not tagged"
  # Every font embedded: the sixth column from the right of pdffonts says so.
  if pdffonts "$pdf" | awk 'NR > 2 && $(NF - 4) != "yes" { bad = 1 } END { exit !bad }'; then fail "$name has a font that is not embedded"; fi
  pdfdetach -list "$pdf" >"$WORK/attached"
  grep -qE '^[1-9][0-9]* embedded files?' "$WORK/attached" || fail "$name has no twin attached"
  mkdir -p "$WORK/twin-$name"
  pdfdetach -saveall -o "$WORK/twin-$name" "$pdf"
  [ -n "$(find "$WORK/twin-$name" -type f -size +0 -print -quit)" ] || fail "the twin of $name is empty"
  pdftotext "$pdf" "$WORK/text"
  [ -s "$WORK/text" ] || fail "$name has no text"
  pdftoppm -r 40 -png "$pdf" "$WORK/page"
  say "$name: $(grep -E '^Pages:' "$WORK/info" | tr -s ' '), twin $(ls "$WORK/twin-$name" | tr '\n' ' ')"
done
[ "$found" -gt 0 ] || fail "the example printed no document"

# Pages without a digest of a pack, which would change with every word of a jurist.
PAGES=(request-fa-1 request-en+fa-1 request-en+fa-2 vasp-records-fa-AF-3 vasp-records-ps-2 vasp-records-ur-3 vasp-records-fa+en-4)
REFERENCES=$ROOT/tests/interop/pictures
SEEN=$CACHE/documents
mkdir -p "$SEEN" "$REFERENCES"
pictures() { "$PYTHON" "$ROOT/tests/interop/lib/pictures.py" "$1" "$REFERENCES" "$WORK/pdf" "$SEEN" "${PAGES[@]}"; }
if [ -n "${COMITY_UPDATE_PICTURES:-}" ]; then
  pictures write
  say "wrote tests/interop/pictures: look at each before you keep it"
fi
pictures judge || fail "pages look different; they lie in the folder documents of the cache, the references in tests/interop/pictures"
say "${#PAGES[@]} pages look as they did"
