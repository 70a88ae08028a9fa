#!/bin/sh
# Provokes "externally-managed-environment": pip of a system Python that its distribution has marked. Nothing is installed.
# Needs: python3 (with pip, of Debian 12, Ubuntu 23.04 or newer)
# Takes: PYTHON, another system Python.
# Run with: pip 23.0.1 and Python 3.11 of Debian 12.
set -eu

python=${PYTHON:-/usr/bin/python3}

# --dry-run: should the mark be missing, still nothing is installed
"$python" -m pip install --no-index --dry-run flask 2>&1 || true
