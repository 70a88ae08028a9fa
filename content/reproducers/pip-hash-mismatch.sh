#!/bin/sh
# Provokes pip's hash check with a tiny wheel made on the spot: a wrong hash, then a missing one. No network is needed.
# Needs: python3 (with pip)
# Takes: PYTHON, another Python.
# Run with: pip 18.1, 19.3.1, 20.2.4, 21.3.1, 22.3.1, 23.2.1, 24.3.1 and 26.3 with Python 3.6 to 3.13 on Debian 12.
set -eu

python=${PYTHON:-python3}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

"$python" - "$dir" <<'PY'
import sys
import zipfile

for name in ("shop-core", "shop-web"):
    stem = name.replace("-", "_") + "-1.0"
    with zipfile.ZipFile("%s/%s-py3-none-any.whl" % (sys.argv[1], stem), "w") as archive:
        info = stem + ".dist-info"
        archive.writestr(info + "/METADATA", "Metadata-Version: 2.1\nName: %s\nVersion: 1.0\n" % name)
        archive.writestr(info + "/WHEEL", "Wheel-Version: 1.0\nGenerator: shop\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(info + "/RECORD", "")
PY
zeros=0000000000000000000000000000000000000000000000000000000000000000
echo "shop-core==1.0 --hash=sha256:$zeros" >"$dir/wrong.txt"
printf 'shop-core==1.0\nshop-web==1.0 --hash=sha256:%s\n' "$zeros" >"$dir/missing.txt"

for file in wrong missing; do
  "$python" -m pip download --disable-pip-version-check --no-index --find-links "$dir" --dest "$dir/got" -r "$dir/$file.txt" 2>&1 || true
done
