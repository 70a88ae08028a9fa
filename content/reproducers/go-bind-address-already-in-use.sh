#!/bin/sh
# Provokes "bind: address already in use" in Go on loopback: log.Fatal, a panic, UDP and a Unix socket.
# Needs: go (1.16 or newer)
# Takes: GO, another go command; PORT, another port.
# Run with: Go 1.19.8 (Debian package golang-go 1.19) on Debian 12.
set -eu

go=${GO:-go}
port=${PORT:-38080}
dir=$(mktemp -d)
holder=

finish() {
  if [ -n "$holder" ]; then
    kill "$holder" 2>/dev/null || true
    wait "$holder" 2>/dev/null || true
  fi
  rm -r "$dir"
}
trap finish EXIT

cat >"$dir/main.go" <<'GO'
package main

import (
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
)

func main() {
	address := "127.0.0.1:" + os.Args[2]
	socket := os.Args[3]
	switch os.Args[1] {
	case "hold":
		if _, err := net.Listen("unix", socket); err != nil {
			log.Fatal(err)
		}
		if _, err := net.ListenPacket("udp", address); err != nil {
			log.Fatal(err)
		}
		listener, err := net.Listen("tcp", address)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println("ready")
		log.Fatal(http.Serve(listener, nil))
	case "fatal":
		log.Fatal(http.ListenAndServe(address, nil))
	case "panic":
		panic(fmt.Errorf("start server: %w", http.ListenAndServe(address, nil)))
	case "udp":
		_, err := net.ListenPacket("udp", address)
		log.Fatal(err)
	case "unix":
		_, err := net.Listen("unix", socket)
		log.Fatalf("failed to listen: %v", err)
	}
}
GO
GO111MODULE=off GOFLAGS='' "$go" build -o "$dir/serve" "$dir/main.go"

"$dir/serve" hold "$port" "$dir/app.sock" >"$dir/ready" &
holder=$!
tries=0
until grep -q ready "$dir/ready"; do
  tries=$((tries + 1))
  if [ "$tries" -gt 50 ]; then
    echo "the holder did not start; is port $port free?" >&2
    exit 2
  fi
  sleep 0.1
done

for way in fatal panic udp unix; do
  "$dir/serve" "$way" "$port" "$dir/app.sock" 2>&1 || true
done
