#!/bin/sh
# Provokes ECONNRESET in Node.js: a server that resets the connection.
# Needs: node (14 or newer)
# Takes: NODE, another binary.
# Run with: Node 14.19.3, 20.20.2, 24.19.0 on Debian 12.
set -eu

node=${NODE:-node}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cat >"$dir/reset.js" <<'JS'
const attempt = process.argv[2];
const server = require('node:net').createServer((socket) => {
  socket.once('data', () => (socket.resetAndDestroy ? socket.resetAndDestroy() : socket.destroy()));
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  if (attempt === 'connect') require('node:net').connect(port, '127.0.0.1', function () { this.write('hi'); });
  else if (attempt === 'get') require('node:http').get(`http://127.0.0.1:${port}/`);
  else if (globalThis.fetch) fetch(`http://127.0.0.1:${port}/`);
  else process.exit();
});
JS

for attempt in connect get fetch; do
  timeout 10 "$node" "$dir/reset.js" "$attempt" 2>&1 || true
done
