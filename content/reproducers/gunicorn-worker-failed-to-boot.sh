#!/bin/sh
# Provokes "Worker failed to boot" and "App failed to load" in gunicorn: an app that fails at import, and a name that its module lacks.
# Needs: gunicorn
# Takes: GUNICORN, another gunicorn; PORT, another port.
# Run with: gunicorn 19.9.0, 20.1.0, 23.0.0 and 27.0.1 (PyPI) with Python 3.6 to 3.13 on Debian 12.
set -eu

gunicorn=${GUNICORN:-gunicorn}
port=${PORT:-38830}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

echo 'workers = int("not a number")' >"$dir/broken.py"
echo 'value = 1' >"$dir/nameless.py"

# gunicorn gives up by itself
for app in broken:app nameless:app; do
  "$gunicorn" --chdir "$dir" --bind "127.0.0.1:$port" "$app" 2>&1 || true
done
