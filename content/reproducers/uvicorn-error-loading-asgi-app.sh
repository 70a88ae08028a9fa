#!/bin/sh
# Provokes "Error loading ASGI app" in uvicorn: a module that does not exist, a name that is not in it, a name without a colon.
# Needs: uvicorn
# Takes: UVICORN, another uvicorn; PORT, another port.
# Run with: uvicorn 0.13, 0.20 and 0.54.0 (PyPI) with Python 3.6 to 3.13 on Debian 12.
set -eu

uvicorn=${UVICORN:-uvicorn}
port=${PORT:-38840}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

echo 'value = 1' >"$dir/nameless.py"

# uvicorn gives up by itself
for app in nosuch:app nameless:app nameless; do
  "$uvicorn" --app-dir "$dir" --port "$port" "$app" 2>&1 || true
done
