#!/bin/sh
# Provokes MODULE_NOT_FOUND in Node.js: a package, a file whose case is wrong, a preload, a missing entry file and a package.json whose "main" is not there.
# Needs: node (14 or newer)
# Takes: NODE, another binary.
# Run with: Node 14.19.3, 20.20.2, 24.19.0 on Debian 12.
set -eu

node=${NODE:-node}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

mkdir "$dir/lib" "$dir/shop"
echo "require('express');" >"$dir/server.js"
echo "require('./lib/Routes');" >"$dir/app.js"
echo "module.exports = {};" >"$dir/lib/routes.js"
echo '{"name": "shop", "main": "dist/index.js"}' >"$dir/shop/package.json"
cat >"$dir/optional.js" <<'JS'
try {
  require('pg-native');
} catch (error) {
  console.log(JSON.stringify({ level: 'error', code: error.code, msg: error.message }));
}
JS

cd "$dir"
for arguments in server.js app.js dist/main.js optional.js shop "-r dotenv/config server.js"; do
  # shellcheck disable=SC2086
  "$node" $arguments 2>&1 || true
done
