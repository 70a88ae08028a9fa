#!/bin/sh
# Provokes ENOENT in Node.js: files, folders and programs that are not there.
# Needs: node (14 or newer)
# Takes: NODE, another binary.
# Run with: Node 14.19.3, 20.20.2, 24.19.0 on Debian 12.
set -eu

node=${NODE:-node}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cat >"$dir/missing.js" <<'JS'
const fs = require('node:fs');
const attempts = {
  read: () => fs.readFileSync('/srv/fsdemo/config/app.json'),
  promise: () => fs.promises.readFile('./config/app.json'),
  callback: () => fs.readFile('.env', (error) => { throw error; }),
  list: () => fs.readdirSync('/srv/fsdemo/nope'),
  rename: () => fs.renameSync('/srv/fsdemo/a', '/srv/fsdemo/b'),
  program: () => require('node:child_process').spawn('ffmpeg-that-is-not-installed', ['-v']),
  oneString: () => require('node:child_process').spawn('npm run build'),
  folder: () => { throw require('node:child_process').spawnSync('ls', { cwd: '/srv/fsdemo/nope' }).error; },
};
attempts[process.argv[2]]();
JS

cd "$dir"
for attempt in read promise callback list rename program oneString folder; do
  "$node" missing.js "$attempt" 2>&1 || true
done
