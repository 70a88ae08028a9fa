#!/bin/sh
# Provokes gaierror: a name below .invalid, which never exists (-2, or -3 where no DNS answers), with socket, urllib and
# asyncio; requests, httpx, aiohttp and redis too if the interpreter has them.
# Needs: python3
# Takes: PYTHON, another interpreter; HOST, another name.
# Run with: Python 3.7.16 and 3.11.2; requests 2.22.0 and 2.34.2, httpx 0.28.1, aiohttp 3.14.5, redis 8.1.0 on Debian 12,
#           in a network namespace with a DNS server that says NXDOMAIN, SERVFAIL or nothing.
set -eu

python=${PYTHON:-python3}
host=${HOST:-api.internal.invalid}
dir=$(mktemp -d)

finish() {
  rm -r "$dir"
}
trap finish EXIT

cat >"$dir/client.py" <<'PY'
import sys
module, host = sys.argv[1:]
url = "http://%s:8000/api" % host
if module == "socket":
    import socket
    socket.create_connection((host, 8000), timeout=5)
elif module == "urllib":
    import urllib.request
    urllib.request.urlopen(url, timeout=5)
elif module == "asyncio":
    import asyncio
    asyncio.run(asyncio.open_connection(host, 8000))
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
    redis.Redis(host, 8000, socket_timeout=5).ping()
PY
for module in socket urllib asyncio requests httpx aiohttp redis; do
  if "$python" -c "import $module" 2>/dev/null; then "$python" "$dir/client.py" "$module" "$host" 2>&1 || true; fi
done
