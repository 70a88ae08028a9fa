#!/bin/sh
# Provokes EISDIR in Node.js: a folder where a file was expected.
# Needs: node (14 or newer)
# Takes: NODE, another binary.
# Run with: Node 14.19.3, 20.20.2, 24.19.0 on Debian 12.
set -eu

node=${NODE:-node}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cat >"$dir/folder.js" <<'JS'
const fs = require('node:fs');
const [attempt, folder] = process.argv.slice(2);
if (attempt === 'read') fs.readFileSync(folder);
if (attempt === 'write') fs.writeFileSync(folder, 'x');
if (attempt === 'stream') fs.createWriteStream(`${folder}/`);
JS

mkdir "$dir/uploads"
for attempt in read write stream; do
  "$node" "$dir/folder.js" "$attempt" "$dir/uploads" 2>&1 || true
done
