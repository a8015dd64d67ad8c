#!/usr/bin/env bash
# Fetches the packages of every package-lock.json from the npm registry, exactly as locked and without running any
# script of theirs. Nothing is fetched when the lock file is the one that was fetched last.
set -euo pipefail
cd "$(dirname "$0")/../.."

git ls-files --cached --others --exclude-standard -- 'package-lock.json' '*/package-lock.json' | while read -r lock; do
  folder=$(dirname "$lock")
  stamp=$folder/node_modules/.comity-stamp
  digest=$(sha256sum "$lock" "$folder/package.json" | sha256sum | cut -d' ' -f1)
  if [ -e "$stamp" ] && [ "$(cat "$stamp")" = "$digest" ]; then continue; fi
  echo "== npm ci in $folder"
  # Node's own messages about its version or about funding are of no use here.
  (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null)
  printf '%s\n' "$digest" >"$stamp"
done
