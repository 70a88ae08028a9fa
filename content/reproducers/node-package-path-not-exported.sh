#!/bin/sh
# Provokes ERR_PACKAGE_PATH_NOT_EXPORTED in Node.js: a file that "exports" does not list, and a package without an entry for require.
# Needs: node (14 or newer)
# Takes: NODE, another binary.
# Run with: Node 14.19.3, 18.4.0, 20.20.2, 22.20.0, 24.19.0 on Debian 12.
set -eu

node=${NODE:-node}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT
cd "$dir"

mkdir -p node_modules/closed/dist node_modules/modern
echo '{ "name": "closed", "version": "2.0.0", "exports": { "./feature": "./feature.js" } }' >node_modules/closed/package.json
echo 'module.exports = 1;' >node_modules/closed/dist/index.js
echo '{ "name": "modern", "version": "3.0.0", "exports": { "import": "./index.mjs" } }' >node_modules/modern/package.json
echo 'export default 1;' >node_modules/modern/index.mjs

echo "require('closed/dist/index.js');" >subpath.js
echo "import 'closed/dist/index.js';" >subpath.mjs
echo "require('closed');" >main.js
echo "import 'closed';" >main.mjs
echo "require('modern');" >modern.js
for file in subpath.js subpath.mjs main.js main.mjs modern.js; do
  "$node" "$file" 2>&1 || true
done
