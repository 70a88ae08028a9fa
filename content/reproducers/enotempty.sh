#!/bin/sh
# Provokes ENOTEMPTY in Node.js: removing a folder that has files, and renaming a folder onto such a one.
# Needs: node (14 or newer)
# Takes: NODE, another binary.
# Run with: Node 14.19.3, 20.20.2, 24.19.0 on Debian 12.
set -eu

node=${NODE:-node}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT
mkdir "$dir/full" "$dir/other"
echo text >"$dir/full/a.txt"
echo text >"$dir/other/a.txt"

cd "$dir"
"$node" -e "require('fs').rmdirSync(process.argv[1])" "$dir/full" 2>&1 || true
"$node" -e "require('fs').renameSync(process.argv[1], process.argv[2])" "$dir/other" "$dir/full" 2>&1 || true
