#!/bin/sh
# Provokes PostgreSQL's "Connection refused" on loopback: a port on which nobody listens, a socket that does not exist,
# a socket file that a dead server left behind, and a listener that never answers. No server is needed.
# Needs: psql, pg_isready (Debian package postgresql-client), python3
# Takes: PORT, another closed port.
# Run with: psql 15.18 (Debian 12); psycopg2-binary 2.7.7, 2.8.6, 2.9.3 and 2.9.13 (libpq 11, 14 and 17), psycopg 3.3.9 and pg8000 1.31.6 from
#           PyPI, php-pgsql 8.2, ruby-pg 1.4, ActiveRecord 6.1, libdbd-pg-perl, libpostgresql-jdbc-java 42.5.5, HikariCP 2.7.9, pgx 4.15 of Debian 12.
set -eu

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

# A closed port, a listener that accepts nobody, and a socket file without a listener.
cat >"$dir/hold.py" <<'PY'
import socket, sys, time
closed = socket.socket(); closed.bind(("127.0.0.1", 0)); port = closed.getsockname()[1]; closed.close()
mute = socket.socket(); mute.bind(("127.0.0.1", 0)); mute.listen(5)
stale = socket.socket(socket.AF_UNIX); stale.bind(sys.argv[1] + "/.s.PGSQL.5439"); stale.close()
print(port, mute.getsockname()[1], flush=True)
time.sleep(30)
PY
python3 "$dir/hold.py" "$dir" >"$dir/ready" &
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
read -r closed mute <"$dir/ready"
closed=${PORT:-$closed}

export LC_ALL=C PGUSER=shop PGDATABASE=shop PGPASSWORD=x PGCONNECT_TIMEOUT=2
psql -h 127.0.0.1 -p "$closed" 2>&1 || true
psql -h localhost -p "$closed" 2>&1 || true
psql -h "$dir" -p 5438 2>&1 || true
psql -h "$dir" -p 5439 2>&1 || true
psql -h 127.0.0.1 -p "$mute" 2>&1 || true
pg_isready -h 127.0.0.1 -p "$closed" 2>&1 || true
