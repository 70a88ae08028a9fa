#!/bin/sh
# Provokes WORKER TIMEOUT: a request that takes longer than gunicorn's limit, on loopback.
# Needs: gunicorn, curl
# Takes: GUNICORN, another gunicorn; PORT, another port.
# Run with: gunicorn 19.9.0, 20.1.0, 23.0.0 and 27.0.1 (PyPI) with Python 3.6 to 3.13 on Debian 12.
#           gunicorn 19 prints no traceback.
set -eu

gunicorn=${GUNICORN:-gunicorn}
port=${PORT:-38820}
dir=$(mktemp -d)
server=

finish() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  cat "$dir/log"
  rm -r "$dir"
}
trap finish EXIT

cat >"$dir/wsgi.py" <<'PY'
import time


def app(environ, start_response):
    if environ["PATH_INFO"] == "/slow":
        time.sleep(30)
    start_response("200 OK", [("Content-Length", "3")])
    return [b"ok\n"]
PY

"$gunicorn" --chdir "$dir" --timeout 2 --bind "127.0.0.1:$port" wsgi:app >"$dir/log" 2>&1 &
server=$!
tries=0
until curl -s -o /dev/null "http://127.0.0.1:$port/"; do
  tries=$((tries + 1))
  if [ "$tries" -gt 50 ]; then
    echo "gunicorn did not start; is port $port free?" >&2
    exit 2
  fi
  sleep 0.1
done
curl -s -o /dev/null --max-time 10 "http://127.0.0.1:$port/slow" || true
