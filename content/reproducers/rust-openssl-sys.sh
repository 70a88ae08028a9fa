#!/bin/sh
# Provokes the failed build script of openssl-sys, with the crates of Debian and a pkg-config that finds no OpenSSL.
# Needs: cargo, rustc, cc (a linker)
# Takes: CRATES, the folder with the sources of the crates openssl-sys, cc, libc, pkg-config, vcpkg and autocfg (on Debian /usr/share/cargo/registry, from the package librust-openssl-sys-dev).
# Run with: openssl-sys 0.9.80 and cargo 1.95.0 (rustup) on Debian 12.
set -eu

crates=${CRATES:-/usr/share/cargo/registry}
dir=$(mktemp -d)

finish() {
  rm -r "$dir"
}
trap finish EXIT

mkdir -p "$dir/vendor" "$dir/empty" "$dir/demo/src" "$dir/demo/.cargo"
for crate in openssl-sys cc libc pkg-config vcpkg autocfg; do
  cp -rL "$crates/$crate"-[0-9]* "$dir/vendor/"
done
cd "$dir/demo"
printf '[source.crates-io]\nreplace-with = "local"\n\n[source.local]\ndirectory = "%s/vendor"\n' "$dir" >.cargo/config.toml
printf '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\nopenssl-sys = "0.9"\n' >Cargo.toml
echo 'fn main() {}' >src/main.rs
PKG_CONFIG_LIBDIR=$dir/empty OPENSSL_NO_VENDOR=1 timeout 300 cargo build 2>&1 || true
