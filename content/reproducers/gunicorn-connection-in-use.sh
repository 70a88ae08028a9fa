#!/bin/sh
# Provokes "Connection in use" in gunicorn on loopback: a taken port, and two bind addresses that overlap.
# Needs: gunicorn, python3
# Takes: GUNICORN, another gunicorn; PYTHON, another Python; PORT, another port.
# Run with: gunicorn 19.9.0, 20.1.0, 21.2.0, 22.0.0, 23.0.0 and 27.0.1 (PyPI) with Python 3.11 on Debian 12.
#           From 23.0.0 on, a second line with errno 98 stands in place of "Retrying in 1 second."
set -eu

gunicorn=${GUNICORN:-gunicorn}
python=${PYTHON:-python3}
port=${PORT:-38800}
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

cat >"$dir/wsgi.py" <<'PY'
def app(environ, start_response):
    start_response("200 OK", [])
    return [b"ok\n"]
PY
cat >"$dir/hold.py" <<'PY'
import socket, sys, time
holder = socket.create_server(("127.0.0.1", int(sys.argv[1])))
print("ready", flush=True)
time.sleep(60)
PY

"$python" "$dir/hold.py" "$port" >"$dir/ready" &
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

# gunicorn gives up by itself after five attempts, one a second
"$gunicorn" --chdir "$dir" --bind "127.0.0.1:$port" wsgi:app 2>&1 || true
"$gunicorn" --chdir "$dir" --bind "[::]:$((port + 1))" --bind "127.0.0.1:$((port + 1))" wsgi:app 2>&1 || true
