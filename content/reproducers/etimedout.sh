#!/bin/sh
# Provokes "connect ETIMEDOUT" in Node.js: a listener whose queue is full, in a network namespace of its own, with one retry instead of six.
# Needs: node (14 or newer), python3, unshare (util-linux), ip (iproute2), sysctl (procps)
# Takes: NODE, another binary.
# Run with: Node 14.19.3, 20.20.2, 24.19.0 on Debian 12.
set -eu

if [ "${1:-}" != inside ]; then
  NODE=${NODE:-node} exec unshare -rn sh "$0" inside
fi

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

cat >"$dir/full.py" <<'PY'
import socket, sys, time
listener = socket.create_server(("10.0.0.5", 5432), backlog=0)
waiting = [socket.socket() for _ in range(3)]
for client in waiting:
    client.setblocking(False)
    client.connect_ex(("10.0.0.5", 5432))
print("ready", flush=True)
time.sleep(60)
PY
cat >"$dir/dial.js" <<'JS'
if (process.argv[2] === 'connect') require('node:net').connect(5432, '10.0.0.5');
if (process.argv[2] === 'get') require('node:http').get('http://10.0.0.5:5432/');
if (process.argv[2] === 'fetch' && globalThis.fetch) fetch('http://10.0.0.5:5432/');
JS

ip link set lo up
ip addr add 10.0.0.5/32 dev lo
sysctl -qw net.ipv4.tcp_syn_retries=1
python3 "$dir/full.py" >"$dir/ready" &
holder=$!
tries=0
until grep -q ready "$dir/ready"; do
  tries=$((tries + 1))
  if [ "$tries" -gt 50 ]; then
    echo "the listener did not start" >&2
    exit 2
  fi
  sleep 0.1
done

for attempt in connect get fetch; do
  "$NODE" "$dir/dial.js" "$attempt" 2>&1 || true
done
