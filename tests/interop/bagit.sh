#!/usr/bin/env bash
# bagit.py, the reference validator, reads our BagIt package (RFC 8493) and notices changes; we read a package of its.
source "$(dirname "$0")/lib/common.bash"

has_example evidence bag || fail "crates/evidence has no example 'bag' that makes a package"
need_python bagit==1.9.0

# The example makes a folder of its own, with names in several scripts, and a package of it.
BAG=$WORK/ours
example evidence bag --example "$BAG"
[ -e "$BAG/bagit.txt" ] || fail "the example made no package in $BAG"
"$PYTHON" -m bagit --validate --quiet "$BAG" || fail "bagit.py does not accept our package"
say "bagit.py accepts our package"

# The package is also a plain list of sums.
(cd "$BAG" && sha256sum --check --quiet --strict manifest-sha256.txt) || fail "sha256sum does not accept our manifest"
(cd "$BAG" && sha256sum --check --quiet --strict tagmanifest-sha256.txt) || fail "sha256sum does not accept our tag manifest"
say "sha256sum accepts both manifests"

# The judge judges: one byte more in any file and it refuses. (The tag manifest is what names the others, so nothing names
# it; bagit.py passes over a line there that it cannot read. Its digest is what our seal and our own check bind.)
while IFS= read -r -d '' file; do
  cp "$file" "$WORK/kept"
  printf 'x' >>"$file"
  if "$PYTHON" -m bagit --validate --quiet "$BAG" 2>/dev/null; then fail "a changed ${file#"$BAG"/} was not noticed"; fi
  cp "$WORK/kept" "$file"
done < <(find "$BAG" -type f ! -name tagmanifest-sha256.txt -print0 | head -z -n 40)
"$PYTHON" -m bagit --validate --quiet "$BAG" || fail "the package is not as it was"
say "bagit.py notices a change of any file"

# The other way round: a package that bagit.py made, with names that need care.
THEIRS=$WORK/theirs
mkdir -p "$THEIRS/a folder"
printf 'one\n' >"$THEIRS/a folder/one.txt"
printf 'two\n' >"$THEIRS/доказательство.txt"
: >"$THEIRS/empty"
"$PYTHON" -m bagit --quiet --sha256 --contact-name 'Exercise Office' "$THEIRS"
if has_example evidence verify_bag; then
  example evidence verify_bag "$THEIRS" || fail "we do not accept a package of bagit.py"
  printf 'x' >>"$THEIRS/data/a folder/one.txt"
  if example evidence verify_bag "$THEIRS" 2>/dev/null; then fail "we accept a changed package"; fi
  say "we accept a package of bagit.py, and refuse it when changed"
else
  say "NOT DONE: crates/evidence has no example 'verify_bag DIR', so a package of bagit.py was not read by us"
fi
