#!/bin/sh
# Provokes "Connection refused" in Python on loopback: a socket, urllib, asyncio with one and with two addresses, a Unix
# socket and a logged repr; requests, httpx, aiohttp, grpc and paramiko too if the interpreter has them.
# Needs: python3 (3.8 or newer)
# Takes: PYTHON, another interpreter; PORT, another port on which nobody listens.
# Run with: Python 3.11.2 (Debian package python3) on Debian 12; from PyPI requests 2.34.2 with urllib3 2.8.0 and 2.27.1
#           with 1.26.20, httpx 0.28.1, aiohttp 3.14.5, grpcio 1.85.1, paramiko 5.1.0. Also Python 2.7, 3.8 and 3.13.
set -eu

python=${PYTHON:-python3}
port=${PORT:-38985}
dir=$(mktemp -d)

finish() {
  rm -r "$dir"
}
trap finish EXIT

cat >"$dir/plain.py" <<'PY'
import socket, sys
socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=5)
PY
cat >"$dir/url.py" <<'PY'
import sys, urllib.request
urllib.request.urlopen("http://127.0.0.1:%s/health" % sys.argv[1], timeout=5)
PY
cat >"$dir/loop.py" <<'PY'
import asyncio, sys
asyncio.run(asyncio.open_connection("127.0.0.1", int(sys.argv[1])))
PY
cat >"$dir/both.py" <<'PY'
# Two addresses for one name, as localhost has on most machines.
import asyncio, socket, sys
async def main():
    loop = asyncio.get_running_loop()
    async def addresses(host, port, **rest):
        return [(socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("::1", port, 0, 0)),
                (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]
    loop.getaddrinfo = addresses
    await asyncio.open_connection("localhost", int(sys.argv[1]))
asyncio.run(main())
PY
cat >"$dir/unix.py" <<'PY'
import os, socket
path = os.path.join(os.path.dirname(__file__), "app.sock")
socket.socket(socket.AF_UNIX).bind(path)
socket.socket(socket.AF_UNIX).connect(path)
PY
cat >"$dir/log.py" <<'PY'
import logging, socket, sys
try:
    socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=5)
except OSError as error:
    logging.error("failed: %r", error)
PY
cat >"$dir/requests_.py" <<'PY'
import requests, sys
requests.get("http://127.0.0.1:%s/api" % sys.argv[1], timeout=5)
PY
cat >"$dir/proxy.py" <<'PY'
import requests, sys
requests.get("https://example.com/", proxies={"https": "http://127.0.0.1:%s" % sys.argv[1]}, timeout=5)
PY
cat >"$dir/httpx_.py" <<'PY'
import httpx, sys
httpx.get("http://127.0.0.1:%s/api" % sys.argv[1], timeout=5)
PY
cat >"$dir/aiohttp_.py" <<'PY'
import aiohttp, asyncio, sys
async def main():
    async with aiohttp.ClientSession() as session:
        await session.get("http://127.0.0.1:%s/api" % sys.argv[1])
asyncio.run(main())
PY
cat >"$dir/grpc_.py" <<'PY'
import grpc, sys
grpc.insecure_channel("127.0.0.1:" + sys.argv[1]).unary_unary("/shop.Orders/List")(b"", timeout=5)
PY
cat >"$dir/paramiko_.py" <<'PY'
import paramiko, sys
paramiko.SSHClient().connect("127.0.0.1", int(sys.argv[1]), username="deploy", timeout=5)
PY

has() { "$python" -c "import $1" 2>/dev/null; }

for way in plain url loop both unix log; do
  "$python" "$dir/$way.py" "$port" 2>&1 || true
done
if has requests; then
  "$python" "$dir/requests_.py" "$port" 2>&1 || true
  "$python" "$dir/proxy.py" "$port" 2>&1 || true
fi
for module in httpx aiohttp grpc paramiko; do
  if has "$module"; then "$python" "$dir/${module}_.py" "$port" 2>&1 || true; fi
done
