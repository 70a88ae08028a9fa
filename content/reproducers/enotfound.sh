#!/bin/sh
# Provokes ENOTFOUND in Node.js: names that no name server knows (.invalid never exists).
# Needs: node (14 or newer)
# Takes: NODE, another binary. A name server has to answer.
# Run with: Node 14.19.3, 20.20.2, 24.19.0 on Debian 12.
set -eu

node=${NODE:-node}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cat >"$dir/ask.js" <<'JS'
if (process.argv[2] === 'lookup') require('node:dns').lookup('api.invalid', (error) => { throw error; });
if (process.argv[2] === 'resolve') require('node:dns').resolve4('api.invalid', (error) => { throw error; });
if (process.argv[2] === 'get') require('node:http').get('http://db.invalid:5432/');
if (process.argv[2] === 'fetch' && globalThis.fetch) fetch('http://api.invalid/');
JS

if "$node" "$dir/ask.js" lookup 2>&1 | grep -q EAI_AGAIN; then
  echo "no name server answers here" >&2
  exit 77
fi
for attempt in lookup resolve get fetch; do
  "$node" "$dir/ask.js" "$attempt" 2>&1 || true
done
