#!/usr/bin/env bash
# LibreOffice opens the drawing of a trace, and finds in it the words and sums that we wrote.
source "$(dirname "$0")/lib/common.bash"

need_apt soffice libreoffice-draw
need_apt pdftotext poppler-utils

say "building the program"
(cd "$ROOT" && cargo build --quiet --locked -p comity)
COMITY=${CARGO_TARGET_DIR:-$ROOT/target}/debug/comity

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
