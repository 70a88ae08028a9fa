#!/bin/sh
# Provokes ERR_MODULE_NOT_FOUND in Node.js: a package, a file without its extension, a folder, a package without its built file, a subpath.
# Needs: node (14 or newer)
# Takes: NODE, another binary.
# Run with: Node 14.19.3, 18.4.0, 20.20.2, 24.19.0 on Debian 12.
set -eu

node=${NODE:-node}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

mkdir -p "$dir/lib" "$dir/node_modules/half" "$dir/node_modules/lodash"
echo "import express from 'express';" >"$dir/server.mjs"
echo "import routes from './lib/routes';" >"$dir/app.mjs"
echo "import lib from './lib';" >"$dir/folder.mjs"
echo "import 'half';" >"$dir/half.mjs"
echo "import 'lodash/fp';" >"$dir/subpath.mjs"
echo "export default 1;" >"$dir/lib/routes.js"
echo '{"type": "module"}' >"$dir/package.json"
echo '{"name": "half", "main": "dist/index.js"}' >"$dir/node_modules/half/package.json"
echo '{"name": "lodash", "main": "lodash.js"}' >"$dir/node_modules/lodash/package.json"
touch "$dir/node_modules/lodash/fp.js"

cd "$dir"
for script in server app folder half subpath; do
  "$node" "$script.mjs" 2>&1 || true
done
