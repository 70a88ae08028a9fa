#!/bin/sh
# Provokes EPIPE in Node.js: a reader that has gone, at the end of a pipe and of a child process.
# Needs: node (14 or newer)
# Takes: NODE, another binary.
# Run with: Node 14.19.3, 20.20.2, 24.19.0 on Debian 12.
set -eu

node=${NODE:-node}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

echo "setInterval(() => process.stdout.write('x'.repeat(65536)), 5);" >"$dir/stdout.js"
cat >"$dir/child.js" <<'JS'
const child = require('node:child_process').spawn('head', ['-c', '1']);
setInterval(() => child.stdin.write('x'.repeat(1e6)), 5);
JS

{ timeout 10 "$node" "$dir/stdout.js" | head -c 10 >/dev/null; } 2>&1 || true
timeout 10 "$node" "$dir/child.js" 2>&1 || true
