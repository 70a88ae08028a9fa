#!/bin/sh
# Provokes "linker `cc` not found": rustc with a PATH that holds no linker, and with a linker that does not exist.
# Needs: rustc
# Takes: RUSTC, another rustc.
# Run with: rustc 1.63.0 (Debian package rustc) and 1.95.0 (rustup) on Debian 12.
set -eu

rustc=${RUSTC:-$(rustc --print sysroot)/bin/rustc}
dir=$(mktemp -d)

finish() {
  rm -r "$dir"
}
trap finish EXIT

cd "$dir"
mkdir empty
echo 'fn main() {}' >main.rs
PATH="$dir/empty" "$rustc" main.rs 2>&1 || true
"$rustc" -C linker=x86_64-linux-decoder-gcc main.rs 2>&1 || true
