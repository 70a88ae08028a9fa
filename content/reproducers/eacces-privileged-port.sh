#!/bin/sh
# Provokes listen EACCES in Node.js: a port below 1024 without the right to it. As root it runs as nobody.
# Needs:    node (14 or newer), setpriv (util-linux) when run as root; a kernel whose net.ipv4.ip_unprivileged_port_start is above 443. NODE names another binary.
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
    setpriv --reuid=65534 --regid=65534 --clear-groups "$node" "$dir/server.js" $address 2>&1 || true
  else
    # shellcheck disable=SC2086
    "$node" "$dir/server.js" $address 2>&1 || true
  fi
done
