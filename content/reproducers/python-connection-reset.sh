#!/bin/sh
# Provokes "Connection reset by peer" and "Remote end closed connection without response" against a server on loopback
# that cuts every connection; with urllib, requests, httpx, aiohttp and redis if the interpreter has them.
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
# Reads the request, then resets (first port) or closes in order (second port).
import socket, struct, sys, threading
def serve(reset):
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(8)
    def loop():
        while True:
            peer, _ = listener.accept()
            peer.recv(65536)
            if reset:
                peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            peer.close()
    threading.Thread(target=loop, daemon=True).start()
    return listener.getsockname()[1]
ports = "%d %d" % (serve(True), serve(False))
with open(sys.argv[1], "w") as f:
    f.write(ports)
threading.Event().wait(120)
PY
cat >"$dir/client.py" <<'PY'
import sys
module, port = sys.argv[1:]
url = "http://127.0.0.1:%s/api" % port
if module == "urllib":
    import urllib.request
    urllib.request.urlopen(url, timeout=5)
elif module == "requests":
    import requests
    requests.get(url, timeout=5)
elif module == "httpx":
    import httpx
    httpx.get(url, timeout=5)
elif module == "aiohttp":
    import aiohttp, asyncio
    async def main():
        async with aiohttp.ClientSession() as session:
            await session.get(url)
    asyncio.run(main())
elif module == "redis":
    import redis
    redis.Redis(port=int(port), socket_timeout=5).ping()
PY

"$python" "$dir/server.py" "$dir/ports" &
server=$!
for _ in 1 2 3 4 5 6 7 8 9 10; do
  if [ -s "$dir/ports" ]; then break; fi
  sleep 0.5
done
read -r reset close <"$dir/ports" || true
for module in urllib requests httpx aiohttp redis; do
  if "$python" -c "import $module" 2>/dev/null; then
    "$python" "$dir/client.py" "$module" "$reset" 2>&1 || true
    "$python" "$dir/client.py" "$module" "$close" 2>&1 || true
  fi
done
