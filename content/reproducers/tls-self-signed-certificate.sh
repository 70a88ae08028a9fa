#!/bin/sh
# Provokes OpenSSL's errors 18 (self-signed certificate) and 19 (self-signed certificate in certificate chain) on loopback,
# with openssl, curl, git and Python; with Node.js and Ruby too if they are there.
# Needs: openssl (1.1.1 or newer), python3 (3.8 or newer)
# Takes: PYTHON, another interpreter; NODE, another node; PORT, the first of two other ports.
# Run with: OpenSSL 3.0.19, curl 7.88.1, git 2.39.5, Python 3.11.2, Ruby 3.1.7 (Debian packages) on Debian 12; Node 14.19.3
#           (PyPI package nodejs-bin), 20.20.2 and 24.19.0; requests 2.34.2, aiohttp 3.14.5, grpcio 1.85.1 (PyPI).
set -eu

python=${PYTHON:-python3}
node=${NODE:-node}
port=${PORT:-38443}
dir=$(mktemp -d)
server=
unset SSL_CERT_FILE SSL_CERT_DIR CURL_CA_BUNDLE REQUESTS_CA_BUNDLE GIT_SSL_CAINFO NODE_EXTRA_CA_CERTS

finish() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -r "$dir"
}
trap finish EXIT

make_certificates() (
  cd "$dir"
  openssl req -x509 -newkey rsa:2048 -nodes -keyout self.key -out self.crt -days 2 -subj /CN=localhost \
    -addext subjectAltName=DNS:localhost,IP:127.0.0.1
  openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.crt -days 2 -subj "/O=Example/CN=Example Internal CA"
  openssl req -newkey rsa:2048 -nodes -keyout chain.key -out leaf.csr -subj /CN=localhost
  echo subjectAltName=DNS:localhost,IP:127.0.0.1 >names
  openssl x509 -req -in leaf.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 2 -extfile names -out leaf.crt
  cat leaf.crt ca.crt >chain.crt
)
make_certificates >"$dir/openssl.log" 2>&1 || { cat "$dir/openssl.log" >&2; exit 2; }

cat >"$dir/serve.py" <<'PY'
import http.server, os, ssl, sys, threading
folder, first = sys.argv[1], int(sys.argv[2])
class Quiet(http.server.ThreadingHTTPServer):
    def handle_error(self, request, address): pass
for port, name in ((first, "self"), (first + 1, "chain")):
    server = Quiet(("127.0.0.1", port), http.server.BaseHTTPRequestHandler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(os.path.join(folder, name + ".crt"), os.path.join(folder, name + ".key"))
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
print("ready", flush=True)
threading.Event().wait(300)
PY
"$python" "$dir/serve.py" "$dir" "$port" >"$dir/ready" &
server=$!
tries=0
until grep -q ready "$dir/ready"; do
  tries=$((tries + 1))
  if [ "$tries" -gt 50 ]; then
    echo "the server did not start; are the ports $port and $((port + 1)) free?" >&2
    exit 2
  fi
  sleep 0.1
done

has() { command -v "$1" >/dev/null; }
for at in "localhost:$port" "localhost:$((port + 1))"; do
  openssl s_client -connect "$at" -servername localhost </dev/null 2>&1 | grep -i 'verif' || true
  if has curl; then curl -sS "https://$at/" 2>&1 || true; fi
  if has git; then git ls-remote "https://$at/shop.git" 2>&1 || true; fi
  "$python" -c 'import sys, urllib.request; urllib.request.urlopen(sys.argv[1])' "https://$at/" 2>&1 || true
  if "$python" -c 'import requests' 2>/dev/null; then
    "$python" -c 'import sys, requests; requests.get(sys.argv[1])' "https://$at/" 2>&1 || true
  fi
  if has "$node"; then "$node" -e 'require("https").get(process.argv[1])' "https://$at/" 2>&1 || true; fi
  if has ruby; then ruby -rnet/http -e 'Net::HTTP.get(URI(ARGV[0]))' "https://$at/" 2>&1 || true; fi
done
