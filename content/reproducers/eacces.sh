#!/bin/sh
# Provokes EACCES in Node.js: files and programs that the user may not touch. As root it runs without any capability.
# Needs: node (14 or newer), setpriv (util-linux; used by root)
# Takes: NODE, another binary.
# Run with: Node 14.19.3, 20.20.2, 24.19.0 on Debian 12.
set -eu

node=${NODE:-node}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cat >"$dir/denied.js" <<'JS'
const fs = require('node:fs');
const [attempt, folder] = process.argv.slice(2);
if (attempt === 'open') fs.openSync(`${folder}/secret.key`);
if (attempt === 'mkdir') fs.mkdirSync(`${folder}/closed/logs`);
if (attempt === 'stream') fs.createWriteStream(`${folder}/closed/app.log`);
if (attempt === 'spawn') require('node:child_process').spawn(`${folder}/run.sh`);
if (attempt === 'socket') require('node:http').createServer().listen(`${folder}/closed/app.sock`);
JS

mkdir "$dir/closed"
echo secret >"$dir/secret.key"
echo '#!/bin/sh' >"$dir/run.sh"
chmod 755 "$dir"
chmod 000 "$dir/secret.key"
chmod 555 "$dir/closed"
chmod 644 "$dir/run.sh"

for attempt in open mkdir stream spawn socket; do
  if [ "$(id -u)" = 0 ]; then
    setpriv --inh-caps=-all --ambient-caps=-all --bounding-set=-all --securebits=+noroot,+noroot_locked "$node" "$dir/denied.js" "$attempt" "$dir" 2>&1 || true
  else
    "$node" "$dir/denied.js" "$attempt" "$dir" 2>&1 || true
  fi
done
