#!/bin/sh
# Provokes CERTIFICATE_VERIFY_FAILED against a TLS server on loopback whose authority nobody knows: urllib, smtplib;
# requests, httpx and aiohttp too if the interpreter has them. Once more with the authority known (Python 3.13 is stricter).
# Needs: python3, openssl
# Takes: PYTHON, another interpreter.
# Run with: Python 3.6.15, 3.7.16, 3.11.2 and 3.13.0; requests 2.34.2, httpx 0.28.1, aiohttp 3.14.5 on Debian 12.
set -eu

python=${PYTHON:-python3}
dir=$(mktemp -d)
server=

finish() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; fi
  rm -r "$dir"
}
trap finish EXIT
cd "$dir"

{
  openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 2 -subj "/CN=Example Internal CA"
  openssl req -newkey rsa:2048 -nodes -keyout web.key -out web.csr -subj "/CN=localhost"
  echo "subjectAltName=DNS:localhost" >web.ext
  openssl x509 -req -in web.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile web.ext -out web.pem
} 2>/dev/null >/dev/null
cat >server.py <<'PY'
import socket, ssl
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain("web.pem", "web.key")
listener = socket.socket()
listener.bind(("127.0.0.1", 0))
listener.listen(8)
with open("port", "w") as f:
    f.write("%d\n" % listener.getsockname()[1])
while True:
    peer, _ = listener.accept()
    try:
        peer.settimeout(5)
        context.wrap_socket(peer, server_side=True).close()
    except OSError:
        peer.close()
PY
cat >client.py <<'PY'
import sys
module, port = sys.argv[1:]
url = "https://localhost:%s/api" % port
if module == "urllib":
    import urllib.request
    urllib.request.urlopen(url, timeout=5)
elif module == "smtplib":
    import smtplib, ssl
    smtplib.SMTP_SSL("localhost", int(port), timeout=5, context=ssl.create_default_context())
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
PY
"$python" server.py 2>/dev/null &
server=$!
for _ in 1 2 3 4 5 6 7 8 9 10; do
  if [ -s port ]; then break; fi
  sleep 0.5
done
port=$(cat port)
for module in urllib smtplib requests httpx aiohttp; do
  if "$python" -c "import $module" 2>/dev/null; then "$python" client.py "$module" "$port" 2>&1 || true; fi
done
SSL_CERT_FILE="$dir/ca.pem" "$python" client.py urllib "$port" 2>&1 || true
