#!/bin/sh
# Provokes "metadata-generation-failed" with a source package whose build script gives up. No network is needed.
# Needs: python3 (with pip 22 or newer)
# Takes: PYTHON, another Python.
# Run with: pip 22.3.1, 23.2.1, 24.3.1 and 26.3 with Python 3.10 to 3.13 on Debian 12.
set -eu

python=${PYTHON:-python3}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cat >"$dir/pyproject.toml" <<'TOML'
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "fastcsv"
version = "1.0"
TOML
cat >"$dir/backend.py" <<'PY'
def prepare_metadata_for_build_wheel(directory, settings=None):
    print("checking for libshop... no")
    raise SystemExit("libshop 2.1 or newer is required")


def build_wheel(directory, settings=None, metadata=None):
    print("checking for libshop... no")
    raise SystemExit("libshop 2.1 or newer is required")
PY

"$python" -m pip wheel --disable-pip-version-check --no-index --no-deps --wheel-dir "$dir" "$dir" 2>&1 || true
