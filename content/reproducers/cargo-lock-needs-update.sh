#!/bin/sh
# Provokes cargo's refusal to change Cargo.lock: without one, with another version of the crate, and with a lock file of the future.
# Needs: cargo, rustc, cc (a linker)
# Takes: CARGO, another cargo.
# Run with: cargo 0.66.0 (Debian package cargo) and 1.95.0 (rustup) on Debian 12.
set -eu

cargo=${CARGO:-cargo}
dir=$(mktemp -d)

finish() {
  rm -r "$dir"
}
trap finish EXIT

mkdir "$dir/src"
cd "$dir"
echo 'fn main() {}' >src/main.rs
printf '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n' >Cargo.toml
"$cargo" build --locked 2>&1 || true
"$cargo" generate-lockfile --offline 2>&1
sed -i 's/0.1.0/0.2.0/' Cargo.toml
"$cargo" build --locked 2>&1 || true
"$cargo" build --frozen 2>&1 || true
sed -i 's/^version = [0-9]$/version = 9/' Cargo.lock
"$cargo" build --locked 2>&1 || true
