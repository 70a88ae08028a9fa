#!/bin/sh
# Provokes ResolutionImpossible with three tiny wheels made on the spot. Nothing is installed, no network is needed.
# Needs: python3 (with pip 20.3 or newer)
# Takes: PYTHON, another Python.
# Run with: pip 21.3.1, 22.3.1, 23.2.1, 24.3.1 and 26.3 with Python 3.8 to 3.13 on Debian 12.
set -eu

python=${PYTHON:-python3}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cat >"$dir/wheels.py" <<'PY'
import sys
import zipfile


def wheel(name, version, requirement=None):
    stem = name.replace("-", "_") + "-" + version
    info = stem + ".dist-info"
    metadata = "Metadata-Version: 2.1\nName: %s\nVersion: %s\n" % (name, version)
    if requirement:
        metadata += "Requires-Dist: %s\n" % requirement
    with zipfile.ZipFile("%s/%s-py3-none-any.whl" % (sys.argv[1], stem), "w") as archive:
        archive.writestr(info + "/METADATA", metadata)
        archive.writestr(info + "/WHEEL", "Wheel-Version: 1.0\nGenerator: shop\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(info + "/RECORD", "")


wheel("shop-core", "1.0")
wheel("shop-core", "2.0")
wheel("shop-api", "1.0", "shop-core<2")
wheel("shop-web", "1.0", "shop-core>=2")
PY
"$python" "$dir/wheels.py" "$dir"

"$python" -m pip download --disable-pip-version-check --no-index --find-links "$dir" --dest "$dir/got" shop-api shop-web 2>&1 || true
