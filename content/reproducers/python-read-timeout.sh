#!/bin/sh
# Provokes read timeouts against a server on loopback that takes the request and never answers: socket, urllib; requests,
# httpx, aiohttp and redis too if the interpreter has them.
# Needs: python3
# Takes: PYTHON, another interpreter.
# Run with: Python 3.7.16, 3.11.2 and 3.13.0; requests 2.22.0 and 2.34.2, httpx 0.28.1, aiohttp 3.14.5, redis 8.1.0 on Debian 12.
set -eu

python=${PYTHON:-python3}
dir=$(mktemp -d)
server=

finish() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; fi
  rm -r "$dir"
}
trap finish EXIT

cat >"$dir/server.py" <<'PY'
import socket, sys, threading
listener = socket.socket()
listener.bind(("127.0.0.1", 0))
listener.listen(16)
with open(sys.argv[1], "w") as f:
    f.write("%d\n" % listener.getsockname()[1])
threading.Event().wait(120)
PY
cat >"$dir/client.py" <<'PY'
import sys
module, port = sys.argv[1:]
url = "http://127.0.0.1:%s/api" % port
if module == "socket":
    import socket
    peer = socket.create_connection(("127.0.0.1", int(port)), timeout=1)
    peer.sendall(b"GET / HTTP/1.0\r\n\r\n")
    peer.recv(100)
elif module == "urllib":
    import urllib.request
    urllib.request.urlopen(url, timeout=1)
elif module == "requests":
    import requests
    requests.get(url, timeout=1)
elif module == "httpx":
    import httpx
    httpx.get(url, timeout=1)
elif module == "aiohttp":
    import aiohttp, asyncio
    async def main():
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(sock_read=1)) as session:
            await session.get(url)
    asyncio.run(main())
elif module == "redis":
    import redis
    redis.Redis(port=int(port), socket_timeout=1).ping()
PY

"$python" "$dir/server.py" "$dir/port" &
server=$!
for _ in 1 2 3 4 5 6 7 8 9 10; do
  if [ -s "$dir/port" ]; then break; fi
  sleep 0.5
done
port=$(cat "$dir/port")
for module in socket urllib requests httpx aiohttp redis; do
  if "$python" -c "import $module" 2>/dev/null; then "$python" "$dir/client.py" "$module" "$port" 2>&1 || true; fi
done
