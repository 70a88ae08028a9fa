#!/bin/sh
# Provokes "Cannot use import statement outside a module" and its siblings: import, export and import.meta in a file that Node takes for CommonJS.
# Needs: node (14 or newer)
# Takes: NODE, another binary; one before 20.19 or 22.12 shows more of them.
# Run with: Node 14.19.3, 18.4.0 (PyPI package nodejs-bin), 20.20.2, 22.20.0, 24.19.0 on Debian 12.
set -eu

node=${NODE:-node}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

echo '{"type": "commonjs"}' >"$dir/package.json"
echo "import express from 'express';" >"$dir/import.js"
echo "export const a = 1;" >"$dir/export.js"
echo "console.log(import.meta.url);" >"$dir/meta.js"

cd "$dir"
for script in import export meta; do
  "$node" "$script.js" 2>&1 || true
done
