#!/bin/sh
# Provokes Rust's panics of unwrap(): None, a missing file, a missing variable, and one in a thread.
# Needs: rustc, cc (a linker)
# Takes: RUSTC, another rustc.
# Run with: rustc 1.63.0 (Debian package rustc) and 1.95.0 (rustup) on Debian 12.
set -eu

rustc=${RUSTC:-rustc}
dir=$(mktemp -d)

finish() {
  rm -r "$dir"
}
trap finish EXIT

mkdir "$dir/src"
cat >"$dir/src/main.rs" <<'RUST'
fn first(words: &[&str]) -> usize {
    words.iter().position(|w| *w == "port").unwrap()
}

fn main() {
    match std::env::args().nth(1).as_deref() {
        Some("file") => println!("{}", std::fs::read_to_string("config.toml").unwrap()),
        Some("env") => println!("{}", std::env::var("DECODER_DEMO_URL").unwrap()),
        Some("thread") => println!("{:?}", std::thread::spawn(|| first(&[])).join()),
        _ => println!("{}", first(&["host"])),
    }
}
RUST
cd "$dir"
"$rustc" -g -o demo src/main.rs
for way in none file env thread; do
  env -u RUST_BACKTRACE ./demo "$way" 2>&1 || true
done
