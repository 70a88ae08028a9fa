#!/bin/sh
# Provokes "Address already in use" in Python on loopback: http.server, socketserver, asyncio, socket.create_server
# and a logged repr; Flask, uvicorn, aiohttp and Django too if the interpreter has them.
# Needs: python3 (3.8 or newer)
# Takes: PYTHON, another interpreter; PORT, another port.
# Run with: Python 3.11.2 (Debian package python3) on Debian 12; from PyPI Flask 3.1.3 with Werkzeug 3.1.9,
#           uvicorn 0.54.0, aiohttp 3.14.5, Django 5.2.19.
set -eu

python=${PYTHON:-python3}
port=${PORT:-38000}
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

cat >"$dir/hold.py" <<'PY'
import socket, sys, time
server = socket.create_server(("127.0.0.1", int(sys.argv[1])))
print("ready", flush=True)
time.sleep(300)
PY
cat >"$dir/server.py" <<'PY'
import socketserver, sys
with socketserver.TCPServer(("127.0.0.1", int(sys.argv[1])), socketserver.StreamRequestHandler) as server:
    server.serve_forever()
PY
cat >"$dir/loop.py" <<'PY'
import asyncio, sys
async def main():
    await asyncio.start_server(lambda reader, writer: None, "127.0.0.1", int(sys.argv[1]))
asyncio.run(main())
PY
cat >"$dir/log.py" <<'PY'
import logging, socket, sys
try:
    socket.socket().bind(("127.0.0.1", int(sys.argv[1])))
except OSError as error:
    logging.error("listener failed: %r", error)
PY
cat >"$dir/create.py" <<'PY'
import socket, sys
socket.create_server(("127.0.0.1", int(sys.argv[1])))
PY
cat >"$dir/app.py" <<'PY'
def app(environ, start_response):
    start_response("200 OK", [])
    return []
PY
cat >"$dir/flaskapp.py" <<'PY'
import sys
from flask import Flask
Flask(__name__).run(port=int(sys.argv[1]))
PY
cat >"$dir/aio.py" <<'PY'
import sys
from aiohttp import web
web.run_app(web.Application(), host="127.0.0.1", port=int(sys.argv[1]))
PY
cat >"$dir/manage.py" <<'PY'
import sys
from django.conf import settings
from django.core.management import execute_from_command_line
settings.configure(DEBUG=True, ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"])
urlpatterns = []
if __name__ == "__main__":
    execute_from_command_line(["manage.py", "runserver", "--noreload", "127.0.0.1:" + sys.argv[1]])
PY

has() { "$python" -c "import $1" 2>/dev/null; }

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

"$python" -m http.server "$port" --bind 127.0.0.1 2>&1 || true
for way in server loop create log; do
  "$python" "$dir/$way.py" "$port" 2>&1 || true
done
if has flask; then "$python" "$dir/flaskapp.py" "$port" 2>&1 || true; fi
if has uvicorn; then "$python" -m uvicorn --app-dir "$dir" --interface wsgi --port "$port" app:app 2>&1 || true; fi
if has aiohttp; then "$python" "$dir/aio.py" "$port" 2>&1 || true; fi
if has django; then "$python" "$dir/manage.py" "$port" 2>&1 || true; fi
