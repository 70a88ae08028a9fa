#!/bin/sh
# Provokes AddrInUse (os error 98) in Rust on loopback with the standard library alone: a panic from unwrap and from
# expect, an error returned by main, its Display form, UDP, and a Unix socket whose file was left behind.
# Needs: rustc (1.58 or newer)
# Takes: RUSTC, another compiler; PORT, another port.
# Run with: rustc 1.95.0, and rustc 1.63.0 (Debian package rustc), whose panics have the older form, on Debian 12.
set -eu

port=${PORT:-38500}
# rustup's proxy does not run without its home; a packaged compiler does.
for rustc in "${RUSTC:-rustc}" /usr/bin/rustc; do
  if "$rustc" --version >/dev/null 2>&1; then break; fi
done
if ! "$rustc" --version >/dev/null 2>&1; then
  echo "$rustc does not run here" >&2
  exit 77
fi
dir=$(mktemp -d)
holder=

finish() {
  if [ -n "$holder" ]; then
    kill "$holder" 2>/dev/null || true
    wait "$holder" 2>/dev/null || true
  fi
  rm -r "$dir"
}
trap finish EXIT

cat >"$dir/serve.rs" <<'RUST'
use std::net::{TcpListener, UdpSocket};
use std::os::unix::net::UnixListener;

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let address = format!("127.0.0.1:{}", arguments[2]);
    let socket = &arguments[3];
    match arguments[1].as_str() {
        "hold" => {
            let _tcp = TcpListener::bind(&address)?;
            let _udp = UdpSocket::bind(&address)?;
            drop(UnixListener::bind(socket)?);
            println!("ready");
            std::thread::sleep(std::time::Duration::from_secs(300));
        }
        "unwrap" => drop(TcpListener::bind(&address).unwrap()),
        "expect" => drop(TcpListener::bind(&address).expect(&format!("failed to bind {address}"))),
        "return" => drop(TcpListener::bind(&address)?),
        "display" => {
            if let Err(error) = TcpListener::bind(&address) {
                eprintln!("cannot listen on {address}: {error}");
            }
        }
        "udp" => drop(UdpSocket::bind(&address)?),
        _ => drop(UnixListener::bind(socket)?),
    }
    Ok(())
}
RUST
"$rustc" --edition 2021 -o "$dir/serve" "$dir/serve.rs"

"$dir/serve" hold "$port" "$dir/app.sock" >"$dir/ready" &
holder=$!
tries=0
until grep -qs ready "$dir/ready"; do
  tries=$((tries + 1))
  if [ "$tries" -gt 50 ]; then
    echo "the holder did not start; is port $port free?" >&2
    exit 2
  fi
  sleep 0.1
done

for way in unwrap expect return display udp unix; do
  RUST_BACKTRACE=0 "$dir/serve" "$way" "$port" "$dir/app.sock" 2>&1 || true
done
