#!/bin/sh
# Provokes "JavaScript heap out of memory" in Node.js: the main thread with a limit of 40 MB, and a worker with 10 MB.
# Needs: node (14 or newer)
# Takes: NODE, another binary.
# Run with: Node 14.19.3, 20.20.2, 24.19.0 on Debian 12.
set -eu

node=${NODE:-node}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

echo "const kept = []; for (;;) kept.push(new Array(1e5).fill(Math.random()));" >"$dir/main.js"
cat >"$dir/worker.js" <<'JS'
const { Worker, isMainThread } = require('node:worker_threads');
if (isMainThread) new Worker(__filename, { resourceLimits: { maxOldGenerationSizeMb: 10 } });
else for (const kept = []; ; ) kept.push(new Array(1e4).fill(1.5));
JS

"$node" --max-old-space-size=40 "$dir/main.js" 2>&1 || true
"$node" "$dir/worker.js" 2>&1 || true
