#!/bin/sh
# Provokes the words of Node.js for a rejected promise that nobody handles: an error, a text, an object, undefined.
# Needs: node (14 or newer)
# Takes: NODE, another binary.
# Run with: Node 14.19.3, 20.20.2, 24.19.0 on Debian 12.
set -eu

node=${NODE:-node}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

i=0
for reason in "new Error('database is down')" "'no reason'" "{ code: 42 }" "undefined"; do
  i=$((i + 1))
  echo "Promise.reject($reason);" >"$dir/app$i.js"
  "$node" "$dir/app$i.js" 2>&1 || true
done
