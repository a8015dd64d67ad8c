#!/usr/bin/env bash
# qpdf and poppler read the documents that we print: sound structure, tagged, the twin attached, text in order.
source "$(dirname "$0")/lib/common.bash"

has_example document sample || fail "crates/document has no example 'sample' that prints documents"
need_apt qpdf qpdf
need_apt pdfdetach poppler-utils

# example sample FOLDER : prints one document of each kind and language into FOLDER.
mkdir -p "$WORK/pdf"
example document sample "$WORK/pdf"
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
