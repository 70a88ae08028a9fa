#!/bin/sh
# Provokes EAFNOSUPPORT in Node.js: a seccomp filter that forbids IPv6 sockets, as RestrictAddressFamilies= of systemd sets it (x86-64 and arm64).
# Needs: node (14 or newer), python3
# Takes: NODE, another binary.
# Run with: Node 14.19.3, 20.20.2, 24.19.0 on Debian 12.
set -eu

node=$(command -v "${NODE:-node}")
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cat >"$dir/without-ipv6.py" <<'PY'
import ctypes, os, platform, struct, sys

SOCKET = {"x86_64": 41, "aarch64": 198}[platform.machine()]
AF_INET6, EAFNOSUPPORT = 10, 97
step = lambda code, yes, no, value: struct.pack("HBBI", code, yes, no, value)
program = ctypes.create_string_buffer(
    step(0x20, 0, 0, 0)                             # the number of the system call
    + step(0x15, 0, 3, SOCKET)
    + step(0x20, 0, 0, 16)                          # its first argument
    + step(0x15, 0, 1, AF_INET6)
    + step(0x06, 0, 0, 0x00050000 | EAFNOSUPPORT)   # fails with this number
    + step(0x06, 0, 0, 0x7FFF0000)                  # allowed
)


class Filter(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("steps", ctypes.c_void_p)]


libc = ctypes.CDLL(None, use_errno=True)
if libc.prctl(38, 1, 0, 0, 0) or libc.prctl(22, 2, ctypes.byref(Filter(6, ctypes.addressof(program)))):
    sys.exit("the filter was not accepted")
os.execv(sys.argv[1], sys.argv[1:])
PY
cat >"$dir/app.js" <<'JS'
if (process.argv[2] === 'listen') require('node:net').createServer().listen(3000, '::');
if (process.argv[2] === 'connect') require('node:net').connect(5432, '::1');
if (process.argv[2] === 'bind') require('node:dgram').createSocket('udp6').bind(5000, '::');
JS

for attempt in listen connect bind; do
  python3 "$dir/without-ipv6.py" "$node" "$dir/app.js" "$attempt" 2>&1 || true
done
