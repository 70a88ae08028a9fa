#!/bin/sh
# Provokes .NET's address in use on loopback: a TcpListener twice, a UDP socket twice, and the exception as an app logs it.
# Needs: dotnet (with its runtime), mcs
# Takes: DOTNET, the program; PORT, another port.
# Run with: .NET Core 3.1.23 (runtime of the PyPI package dotnetcore2) and mcs 6.8.0 on Debian 12.
set -eu

dotnet=${DOTNET:-dotnet}
port=${PORT:-38430}
dir=$(mktemp -d)
trap 'cd /; rm -rf "$dir"' EXIT
cd "$dir"
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 HOME="$dir"
try() { printf '$ %s\n' "$*"; timeout 60 "$@" 2>&1 </dev/null || true; }
real=$(readlink -f "$(command -v "$dotnet")")
runtime=$(find "$(dirname "$real")/shared/Microsoft.NETCore.App" -mindepth 1 -maxdepth 1 | sort | tail -n 1)

cat >listen.cs <<'CS'
using System;
using System.Net;
using System.Net.Sockets;
public class Listen {
  static void Main(string[] args) {
    int port = Int32.Parse(args[1]);
    new TcpListener(IPAddress.Loopback, port).Start();
    new UdpClient(new IPEndPoint(IPAddress.Loopback, port));
    if (args[0] == "tcp") new TcpListener(IPAddress.Loopback, port).Start();
    if (args[0] == "udp") new UdpClient(new IPEndPoint(IPAddress.Loopback, port));
    try { new TcpListener(IPAddress.Loopback, port).Start(); }
    catch (SocketException e) { Console.WriteLine("fail: " + e.SocketErrorCode + " " + e.ErrorCode + ": " + e.Message); }
  }
}
CS
mcs -nostdlib -noconfig -r:"$runtime/System.Private.CoreLib.dll" -r:"$runtime/System.Runtime.dll" -r:"$runtime/System.Console.dll" \
  -r:"$runtime/System.Net.Sockets.dll" -r:"$runtime/System.Net.Primitives.dll" \
  -r:"$runtime/Microsoft.Win32.Primitives.dll" -out:listen.dll listen.cs >/dev/null 2>&1
printf '{"runtimeOptions": {"framework": {"name": "Microsoft.NETCore.App", "version": "%s"}}}\n' "$(basename "$runtime")" >listen.runtimeconfig.json
for way in tcp udp log; do try "$dotnet" listen.dll "$way" "$port"; done
