#!/bin/sh
# Provokes EAI_AGAIN in Node.js: a name server that does not answer, in a network namespace that has none.
# Needs: node (14 or newer), unshare (util-linux), ip (iproute2)
# Takes: NODE, another binary.
# Run with: Node 14.19.3, 20.20.2, 24.19.0 on Debian 12.
set -eu

node=${NODE:-node}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cat >"$dir/ask.js" <<'JS'
if (process.argv[2] === 'lookup') require('node:dns').lookup('api.example.com', (error) => { throw error; });
if (process.argv[2] === 'get') require('node:http').get('http://api.example.com/');
if (process.argv[2] === 'fetch' && globalThis.fetch) fetch('http://api.example.com/');
JS

for attempt in lookup get fetch; do
  # The quotes are for the inner shell.
  # shellcheck disable=SC2016
  unshare -rn sh -c 'ip link set lo up; exec "$@"' sh "$node" "$dir/ask.js" "$attempt" 2>&1 || true
done
