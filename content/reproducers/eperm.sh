#!/bin/sh
# Provokes EPERM in Node.js: changing the mode of another user's file, a folder with the sticky bit, another user's process.
# Needs: node (14 or newer), setpriv (util-linux; as root)
# Takes: NODE, another binary.
# Run with: Node 14.19.3, 20.20.2, 24.19.0 on Debian 12.
set -eu

node=${NODE:-node}
if [ "$(id -u)" != 0 ]; then
  echo "needs root, to make files of another user" >&2
  exit 2
fi
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT
# The other user may not come through the folders above: relative paths, and the script on standard input.
cd "$dir"
chmod 755 .
mkdir sticky
chmod 1777 sticky
echo text >sticky/a.txt

cat >attempt.js <<'JS'
const fs = require('fs');
const [attempt, folder] = process.argv.slice(2);
if (attempt === 'chmod') fs.chmodSync(`${folder}/a.txt`, 0o600);
if (attempt === 'unlink') fs.unlinkSync(`${folder}/a.txt`);
if (attempt === 'rename') fs.renameSync(`${folder}/a.txt`, `${folder}/b.txt`);
if (attempt === 'kill') process.kill(1, 0);
JS
for attempt in chmod unlink rename kill; do
  setpriv --reuid=1000 --regid=1000 --clear-groups --bounding-set=-all "$node" - "$attempt" sticky <attempt.js 2>&1 || true
done
