#!/bin/sh
# Provokes "Could not locate a Flask application" and its relatives with Flask's own command. Nothing listens.
# Needs: flask
# Takes: FLASK, another flask command.
# Run with: Flask 1.1, 2.2 and 3.1.3 (PyPI) with Python 3.6 to 3.13 on Debian 12.
set -eu

flask=${FLASK:-flask}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

mkdir "$dir/empty" "$dir/app"
echo 'value = 1' >"$dir/app/noapp.py"

(cd "$dir/empty" && "$flask" routes 2>&1) || true
for name in nosuch noapp noapp:app; do
  (cd "$dir/app" && FLASK_APP=$name "$flask" routes 2>&1) || true
done
