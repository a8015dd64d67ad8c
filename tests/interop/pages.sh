#!/bin/bash
# The judge is Chromium: the pages of a node, driven through WebDriver as an officer uses them, in two languages and
# two widths. A page may not scroll sideways, may leave nothing in the browser's log (a breach of the content-security
# policy is a line there), must name its language and direction, must pass axe-core, and a script in a note must stay
# text. The pictures
# are kept in the cache for people to look at.
source "$(dirname "$0")/lib/common.bash"

has_example node serve_sample || skip "crates/node has no example serve_sample"
need_apt chromium chromium
need_apt chromedriver chromium-driver
need_apt python3 python3
FONTS="$ROOT/assets/node_modules/@expo-google-fonts"
[ -d "$FONTS" ] || (cd "$ROOT/assets" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)

# The second judge: axe-core finds what people who use a screen reader or a keyboard could not read or reach.
AXE="$CACHE/axe/node_modules/axe-core/axe.min.js"
[ -f "$AXE" ] || npm install --prefix "$CACHE/axe" --ignore-scripts --no-audit --no-fund --loglevel=error axe-core@4.14.1

# The browser sees the fonts that the documents embed, whatever this machine has.
cat >"$WORK/fonts.conf" <<EOF
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>$FONTS</dir><dir>/usr/share/fonts</dir><cachedir>$WORK/fonts</cachedir></fontconfig>
EOF
export FONTCONFIG_FILE="$WORK/fonts.conf"

say "building the sample node"
build serve_sample
# It ends with its standard input, so with this script whatever happens.
mkfifo "$WORK/hold"
"$BUILT/examples/serve_sample" <"$WORK/hold" >"$WORK/addresses" 2>"$WORK/node.log" &
CLEAN+=($!)
exec 9>"$WORK/hold"
for _ in $(seq 600); do [ "$(wc -l <"$WORK/addresses")" -ge 6 ] && break; sleep 0.1; done
[ "$(wc -l <"$WORK/addresses")" -ge 6 ] || { cat "$WORK/node.log" >&2; fail "the sample node did not start"; }

chromedriver --port=0 >"$WORK/driver.log" 2>&1 9>&- &
CLEAN+=($!)
PORT=
for _ in $(seq 100); do
  PORT=$(sed -n 's/.*started successfully on port \([0-9]*\).*/\1/p' "$WORK/driver.log")
  [ -n "$PORT" ] && break
  sleep 0.1
done
[ -n "$PORT" ] || { cat "$WORK/driver.log" >&2; fail "chromedriver did not start"; }

PICTURES="$CACHE/pages"
mkdir -p "$PICTURES"
rm -f "$PICTURES"/*.png
HOME="$WORK" python3 "$(dirname "$0")/lib/pages.py" "$PORT" "$WORK/addresses" "$PICTURES" "$WORK/profile" "$AXE" ||
  fail "the pages do not pass in Chromium"
say "the pictures lie in the folder pages of the cache"
