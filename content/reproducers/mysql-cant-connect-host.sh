#!/bin/sh
# Provokes "Can't connect to MySQL server" on loopback: a port on which nobody listens, and one that accepts nobody.
# Needs: python3
# Takes: CLIENT, another client than mariadb or mysql, of which one has to be there. If they are there, it also runs PHP's
#        pdo_mysql and mysqli, PyMySQL and MySQL's Connector/Python.
# Run with: mariadb 10.11.19, PHP 8.2, DBD::mysql, the mysql2 gem 0.5, ActiveRecord 6.1, Doctrine DBAL 3.6 and MariaDB Connector/J 2.7.6 of Debian 12;
#           PyMySQL 1.2.4, aiomysql 0.3.2, SQLAlchemy 2.1.9 and mysql-connector-python 8.0.33, 8.4.0, 9.1.0 and 26.10.0 from PyPI
#           (its C extension carries Oracle's client library).
set -eu

client=${CLIENT:-mariadb}
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

# A closed port, and a listener whose queue is full, so that new connections get no answer.
cat >"$dir/hold.py" <<'PY'
import socket, time
closed = socket.socket(); closed.bind(("127.0.0.1", 0)); port = closed.getsockname()[1]; closed.close()
full = socket.socket(); full.bind(("127.0.0.1", 0)); full.listen(0)
waiting = []
for _ in range(4):
    one = socket.socket(); one.setblocking(False); one.connect_ex(full.getsockname()); waiting.append(one)
print(port, full.getsockname()[1], flush=True)
time.sleep(60)
PY
python3 "$dir/hold.py" >"$dir/ready" &
holder=$!
tries=0
until [ -s "$dir/ready" ]; do
  tries=$((tries + 1))
  if [ "$tries" -gt 50 ]; then
    echo "the helper did not start" >&2
    exit 2
  fi
  sleep 0.1
done
read -r closed full <"$dir/ready"

timeout 10 "$client" --no-defaults -h 127.0.0.1 -P "$closed" -u shop 2>&1 || true
timeout 10 "$client" --no-defaults --connect-timeout=2 -h 127.0.0.1 -P "$full" -u shop 2>&1 || true
if php -r 'exit(extension_loaded("pdo_mysql") ? 0 : 1);' 2>/dev/null; then
  # shellcheck disable=SC2016
  timeout 10 php -r 'new PDO("mysql:host=127.0.0.1;port=" . $argv[1], "shop", "x");' "$closed" 2>&1 || true
  # shellcheck disable=SC2016
  timeout 10 php -r 'new mysqli("127.0.0.1", "shop", "x", "shop", (int) $argv[1]);' "$closed" 2>&1 || true
fi
if python3 -c 'import pymysql' 2>/dev/null; then
  timeout 10 python3 -c 'import pymysql, sys; pymysql.connect(host="127.0.0.1", port=int(sys.argv[1]), user="shop")' "$closed" 2>&1 || true
fi
if python3 -c 'import mysql.connector' 2>/dev/null; then
  timeout 10 python3 -c 'import mysql.connector, sys; mysql.connector.connect(host="127.0.0.1", port=int(sys.argv[1]), user="shop")' "$closed" 2>&1 || true
fi
