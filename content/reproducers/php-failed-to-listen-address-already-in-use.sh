#!/bin/sh
# Provokes "Address already in use" in PHP on loopback: the built-in server, stream_socket_server, the sockets
# extension, and PHP-FPM on an address, on a port alone, on a socket file and with two pools on one address.
# Needs: php (with the extension sockets; php-fpm too, whose name may end in a version)
# Takes: PHP and FPM, other programs; PORT, another port.
# Run with: PHP 8.2.36 (Debian packages php8.2-cli and php8.2-fpm) on Debian 12.
set -eu

php=${PHP:-php}
fpm=${FPM:-$(ls /usr/sbin/php-fpm* /usr/local/sbin/php-fpm 2>/dev/null | head -n 1)}
port=${PORT:-38400}
if [ -z "$fpm" ]; then
  echo "php-fpm is not here" >&2
  exit 77
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

cat >"$dir/hold.php" <<'PHP'
<?php
$tcp = stream_socket_server("tcp://127.0.0.1:$argv[1]");
$unix = stream_socket_server("unix://$argv[2]");
if (!$tcp || !$unix) exit(1);
echo "ready\n";
sleep(300);
PHP
cat >"$dir/stream.php" <<'PHP'
<?php
stream_socket_server("tcp://127.0.0.1:$argv[1]");
PHP
cat >"$dir/bind.php" <<'PHP'
<?php
socket_bind(socket_create(AF_INET, SOCK_STREAM, SOL_TCP), "127.0.0.1", (int) $argv[1]);
PHP
cat >"$dir/listen.php" <<'PHP'
<?php
socket_create_listen((int) $argv[1]);
PHP

pool() {
  printf '[global]\nerror_log = /proc/self/fd/2\ndaemonize = no\n' >"$dir/fpm.conf"
  for name in "$@"; do
    printf '[%s]\nuser = nobody\ngroup = nogroup\nlisten = %s\npm = static\npm.max_children = 1\n' "${name%%=*}" "${name#*=}"
  done >>"$dir/fpm.conf"
  timeout 10 "$fpm" -F -y "$dir/fpm.conf" 2>&1 || true
}

"$php" "$dir/hold.php" "$port" "$dir/php.sock" >"$dir/ready" &
holder=$!
tries=0
until grep -qs ready "$dir/ready"; do
  tries=$((tries + 1))
  if [ "$tries" -gt 50 ]; then
    echo "the holder did not start; is port $port free?" >&2
    exit 2
  fi
  sleep 0.1
done

timeout 10 "$php" -S "127.0.0.1:$port" 2>&1 || true
for way in stream bind listen; do
  timeout 10 "$php" "$dir/$way.php" "$port" 2>&1 || true
done
pool "www=127.0.0.1:$port"
pool "www=$port"
pool "www=$dir/php.sock"
pool "www=127.0.0.1:$((port + 1))" "api=127.0.0.1:$((port + 1))"
