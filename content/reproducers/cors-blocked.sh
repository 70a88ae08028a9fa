#!/bin/sh
# Provokes Chromium's CORS messages: a page and an API on two ports of loopback, the API without the right headers.
# Needs: node (14 or newer), chromium
# Takes: CHROMIUM, another browser of that family.
# Run with: Chromium 156 (Debian 12) and Node 20.20.2.
set -eu

browser=${CHROMIUM:-chromium}
dir=$(mktemp -d)
server=

finish() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -rf "$dir"
}
trap finish EXIT

cat >"$dir/servers.js" <<'JS'
const http = require('http');
const api = http.createServer((request, response) => {
  const allow = {};
  const origin = request.headers.origin;
  if (request.url === '/star') allow['access-control-allow-origin'] = '*';
  if (request.url === '/header') Object.assign(allow, { 'access-control-allow-origin': origin, 'access-control-allow-methods': 'PUT' });
  if (request.url === '/method') allow['access-control-allow-origin'] = origin;
  if (request.url === '/status') allow['access-control-allow-origin'] = origin;
  response.writeHead(request.url === '/status' ? 404 : 200, allow);
  response.end('{}');
});
api.listen(0, '127.0.0.1', () => {
  const base = `http://localhost:${api.address().port}`;
  const page = http.createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(`<script>
      const ask = (path, options) => fetch('${base}' + path, options).catch(() => {});
      ask('/none');
      ask('/none', { method: 'PUT' });
      ask('/star', { credentials: 'include' });
      ask('/header', { method: 'PUT', headers: { authorization: 'x' } });
      ask('/method', { method: 'DELETE' });
      ask('/status', { method: 'PUT' });
    </script>`);
  });
  page.listen(0, '127.0.0.1', () => console.log(page.address().port));
});
JS
node "$dir/servers.js" >"$dir/port" &
server=$!
tries=0
until [ -s "$dir/port" ]; do
  tries=$((tries + 1))
  if [ "$tries" -gt 50 ]; then
    echo "the servers did not start" >&2
    exit 2
  fi
  sleep 0.1
done

HOME="$dir" timeout 60 "$browser" --headless=new --no-sandbox --disable-gpu --user-data-dir="$dir/profile" --enable-logging=stderr \
  --virtual-time-budget=5000 --dump-dom "http://localhost:$(cat "$dir/port")/" 2>"$dir/log" >/dev/null || true
grep -a CONSOLE "$dir/log" || true
