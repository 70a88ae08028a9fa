#!/bin/sh
# Provokes Redis clients' "Connection refused" on loopback: a port and a socket on which nobody listens.
# Needs: redis-cli (Debian package redis-tools), python3
# Takes: PORT, another closed port. If they are there, it also runs redis-py, PHP's redis extension, Predis and Ruby's redis gem.
# Run with: redis-cli 7.0.15, php-redis 5.3.7, php-predis 1.1.10, ruby-redis 4.8.0 and Sidekiq 6.4.1 of Debian 12;
#           redis-py 2.10.6, 3.5.3, 4.6.0, 5.0.8, 6.4.0, 7.1.0 and 8.1.0 and Celery 5.7.0 from PyPI.
set -eu

dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT
port=${PORT:-$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')}

timeout 10 redis-cli -p "$port" ping 2>&1 || true
timeout 10 redis-cli -s "$dir/redis.sock" ping 2>&1 || true
if python3 -c 'import redis' 2>/dev/null; then
  timeout 30 python3 -c 'import redis, sys; redis.Redis(host="127.0.0.1", port=int(sys.argv[1])).ping()' "$port" 2>&1 || true
  timeout 30 python3 -c 'import redis, sys; redis.Redis(unix_socket_path=sys.argv[1]).ping()' "$dir/redis.sock" 2>&1 || true
fi
if php -r 'exit(class_exists("Redis") ? 0 : 1);' 2>/dev/null; then
  # shellcheck disable=SC2016
  timeout 10 php -r '(new Redis())->connect("127.0.0.1", (int) $argv[1]);' "$port" 2>&1 || true
fi
if [ -e /usr/share/php/Predis/autoload.php ]; then
  # shellcheck disable=SC2016
  timeout 10 php -r 'require "/usr/share/php/Predis/autoload.php"; (new Predis\Client(["host" => "127.0.0.1", "port" => $argv[1]]))->ping();' "$port" 2>&1 || true
fi
if ruby -rredis -e 1 2>/dev/null; then
  timeout 10 ruby -rredis -e 'Redis.new(host: "127.0.0.1", port: ARGV[0]).ping' "$port" 2>&1 || true
fi
