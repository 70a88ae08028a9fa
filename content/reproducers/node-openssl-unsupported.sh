#!/bin/sh
# Provokes error:0308010C in Node.js 17 and newer: MD4, as webpack 4 uses it.
# Needs: node (14 or newer)
# Takes: NODE, another binary.
# Run with: Node 14.19.3, 20.20.2, 24.19.0 on Debian 12.
set -eu

node=${NODE:-node}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

echo "require('node:crypto').createHash('md4').update('x').digest('hex');" >"$dir/md4.js"
"$node" "$dir/md4.js" 2>&1 || true
