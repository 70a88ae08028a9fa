#!/bin/sh
# Provokes "No matching distribution found" in pip without any network: an empty folder as the only source.
# Needs: python3 (with pip)
# Takes: PYTHON, another Python.
# Run with: pip 18.1, 19.3.1, 20.2.4, 21.3.1, 22.3.1, 23.2.1, 24.3.1 and 26.3 with Python 3.6 to 3.13 on Debian 12.
set -eu

python=${PYTHON:-python3}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

# download, not install: it works where the environment is externally managed
"$python" -m pip download --disable-pip-version-check --no-index --find-links "$dir" --dest "$dir" 'shop-core>=3' 2>&1 || true
