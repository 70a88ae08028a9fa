#!/bin/sh
# Provokes ERR_REQUIRE_ESM (Node before 20.19 and 22.12) or ERR_REQUIRE_ASYNC_MODULE (newer): require() of an ES module.
# Needs: node (14 or newer)
# Takes: NODE, another binary; an old one shows ERR_REQUIRE_ESM.
# Run with: Node 14.19.3, 16.15.1, 18.4.0 (PyPI package nodejs-bin), 20.20.2, 22.20.0, 24.19.0 on Debian 12.
set -eu

node=${NODE:-node}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

mkdir -p "$dir/node_modules/chalk/source" "$dir/esm"
echo '{"name": "chalk", "type": "module", "exports": "./source/index.js"}' >"$dir/node_modules/chalk/package.json"
echo "export default 1;" >"$dir/node_modules/chalk/source/index.js"
echo "const chalk = require('chalk');" >"$dir/package.js"
echo '{"type": "module"}' >"$dir/esm/package.json"
echo "module.exports = 1;" >"$dir/esm/config.js"
echo "require('./esm/config.js');" >"$dir/config.js"
echo "export const ready = await 1;" >"$dir/ready.mjs"
echo "require('./ready.mjs');" >"$dir/await.js"

cd "$dir"
for script in await package config; do
  "$node" "$script.js" 2>&1 || true
done
