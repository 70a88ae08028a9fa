#!/bin/sh
# Provokes "require is not defined in ES module scope": require, __dirname, module and exports in a file that Node takes for an ES module.
# Needs: node (14 or newer)
# Takes: NODE, another binary.
# Run with: Node 14.19.3, 18.4.0 (PyPI package nodejs-bin), 20.20.2, 22.20.0, 24.19.0 on Debian 12.
set -eu

node=${NODE:-node}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

mkdir "$dir/m" "$dir/plain"
echo '{"type": "module"}' >"$dir/m/package.json"
echo "const express = require('express');" >"$dir/m/require.js"
echo "module.exports = {};" >"$dir/m/exports.js"
echo "console.log(__dirname);" >"$dir/dirname.mjs"
printf "const fs = require('fs');\nawait fs.promises.readdir('.');\n" >"$dir/plain/both.js"

cd "$dir"
for script in m/require.js m/exports.js dirname.mjs plain/both.js; do
  "$node" "$script" 2>&1 || true
done
