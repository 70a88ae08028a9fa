#!/bin/sh
# Provokes curl's exit code 7 on loopback: a port without listener, with -v, a proxy and a Unix socket without a server;
# the same with wget, BusyBox, nc, bash, git and PHP if they are there.
# Needs: curl
# Takes: CURL, another curl; PORT, another port on which nobody listens.
# Run with: curl 7.88.1, GNU Wget 1.21.3, BusyBox 1.35.0, netcat-openbsd 1.219, bash 5.2, git 2.39.5 (Debian packages) on
#           Debian 12; the newest wording with the libcurl 8.23.0 and an older one with the libcurl 7.61.1 that the PyPI
#           packages pycurl 7.49.0 and 7.45.3 bring.
set -eu

curl=${CURL:-curl}
port=${PORT:-38983}
dir=$(mktemp -d)

finish() {
  rm -r "$dir"
}
trap finish EXIT

has() { command -v "$1" >/dev/null; }
url=http://127.0.0.1:$port/health
unset http_proxy https_proxy HTTPS_PROXY all_proxy ALL_PROXY

"$curl" -o "$dir/out" "$url" 2>&1 || echo "exit code $?"
"$curl" -sS -v "$url" 2>&1 || true
"$curl" -sS -x "http://127.0.0.1:$port" https://example.com/ 2>&1 || true
"$curl" -sS --unix-socket "$dir/app.sock" http://localhost/ 2>&1 || true
if has wget; then wget -O "$dir/out" "$url" 2>&1 || true; fi
if has busybox; then busybox wget -O "$dir/out" "$url" 2>&1 || true; fi
if has nc; then nc -vz -w 2 127.0.0.1 "$port" 2>&1 || true; fi
if has bash; then bash -c ': </dev/tcp/127.0.0.1/'"$port" 2>&1 || true; fi
if has git; then git ls-remote "http://127.0.0.1:$port/shop.git" 2>&1 || true; fi
if has php && php -m | grep -qx curl; then
  # shellcheck disable=SC2016
  php -r '$c = curl_init($argv[1]); curl_exec($c); echo curl_errno($c), ": ", curl_error($c), "\n";' "$url" 2>&1 || true
fi
