#!/bin/sh
# Provokes ERR_HTTP_HEADERS_SENT in Node.js: a second answer to one request.
# Needs: node (14 or newer)
# Takes: NODE, another binary.
# Run with: Node 14.19.3, 20.20.2, 24.19.0 on Debian 12.
set -eu

node=${NODE:-node}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cat >"$dir/twice.js" <<'JS'
const http = require('node:http');
const server = http.createServer((request, response) => {
  response.end('first');
  if (process.argv[2] === 'set') response.setHeader('x-second', '1');
  else response.writeHead(200);
});
server.listen(0, '127.0.0.1', () => http.get(`http://127.0.0.1:${server.address().port}/`));
JS

for attempt in set write; do
  timeout 10 "$node" "$dir/twice.js" "$attempt" 2>&1 || true
done
