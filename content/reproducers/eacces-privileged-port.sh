#!/bin/sh
# Provokes listen EACCES in Node.js: a port below 1024 without the right to it. As root it runs without any capability.
# Needs: node (14 or newer), setpriv (util-linux; used by root)
# Takes: NODE, another binary. The kernel's net.ipv4.ip_unprivileged_port_start has to be above 443.
# Run with: Node 14.19.3, 20.20.2, 24.19.0 on Debian 12.
set -eu

node=${NODE:-node}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

echo "require('node:http').createServer().listen(...process.argv.slice(2));" >"$dir/server.js"
chmod 755 "$dir"

for address in "80" "443 127.0.0.1"; do
  if [ "$(id -u)" = 0 ]; then
    # shellcheck disable=SC2086
    setpriv --inh-caps=-all --ambient-caps=-all --bounding-set=-all --securebits=+noroot,+noroot_locked "$node" "$dir/server.js" $address 2>&1 || true
  else
    # shellcheck disable=SC2086
    "$node" "$dir/server.js" $address 2>&1 || true
  fi
done
