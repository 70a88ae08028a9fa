#!/bin/sh
# Provokes "socket hang up" in Node.js: a server that closes without an answer.
# Needs: node (14 or newer)
# Takes: NODE, another binary.
# Run with: Node 14.19.3, 20.20.2, 24.19.0 on Debian 12.
set -eu

node=${NODE:-node}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cat >"$dir/hangup.js" <<'JS'
const attempt = process.argv[2];
const server = require('node:net').createServer((socket) => socket.once('data', () => socket.end()));
server.listen(0, '127.0.0.1', () => {
  const url = `http://127.0.0.1:${server.address().port}/`;
  if (attempt === 'get') require('node:http').get(url);
  else if (attempt === 'log') require('node:http').get(url).on('error', (error) => { console.error(error); process.exit(1); });
  else if (globalThis.fetch) fetch(url);
  else process.exit();
});
JS

for attempt in get log fetch; do
  timeout 10 "$node" "$dir/hangup.js" "$attempt" 2>&1 || true
done
