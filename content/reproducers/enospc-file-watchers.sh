#!/bin/sh
# Provokes ENOSPC of fs.watch in Node.js: in a user namespace with a limit of 20 watches.
# Needs: node (14 or newer), unshare (util-linux)
# Takes: NODE, another binary.
# Run with: Node 14.19.3, 20.20.2, 24.19.0 on Debian 12.
set -eu

node=${NODE:-node}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cat >"$dir/watch.js" <<'JS'
const fs = require('node:fs');
for (let i = 0; i < 60; i += 1) {
  const folder = `${process.argv[2]}/d${i}`;
  fs.mkdirSync(folder);
  fs.watch(folder, () => {});
}
JS

# The quotes are for the inner shell.
# shellcheck disable=SC2016
unshare -r sh -c 'echo 20 >/proc/sys/user/max_inotify_watches; exec "$@"' sh "$node" "$dir/watch.js" "$dir" 2>&1 || true
