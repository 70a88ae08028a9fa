#!/bin/sh
# Provokes EADDRNOTAVAIL in Node.js: addresses that this machine does not have.
# Needs: node (14 or newer)
# Takes: NODE, another binary.
# Run with: Node 14.19.3, 20.20.2, 24.19.0 on Debian 12.
set -eu

node=${NODE:-node}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

echo "require('node:http').createServer().listen(3000, process.argv[2]);" >"$dir/listen.js"
echo "require('node:net').connect({ port: 81, host: '127.0.0.1', localAddress: '192.0.2.5' });" >"$dir/connect.js"

for address in 192.0.2.5 2001:db8::1; do
  timeout 10 "$node" "$dir/listen.js" "$address" 2>&1 || true
done
timeout 10 "$node" "$dir/connect.js" 2>&1 || true
