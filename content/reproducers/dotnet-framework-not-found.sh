#!/bin/sh
# Provokes the complaints of dotnet's host about what is missing: a version of the runtime, the ASP.NET Core framework,
# an SDK, an SDK that global.json asks for, an app without its runtimeconfig.json.
# Needs: dotnet (only a runtime, no SDK)
# Takes: DOTNET, the program.
# Run with: .NET Core 3.1.23 (runtime of the PyPI package dotnetcore2) on Debian 12.
set -eu

dotnet=${DOTNET:-dotnet}
dir=$(mktemp -d)
trap 'cd /; rm -rf "$dir"' EXIT
cd "$dir"
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 HOME="$dir"
try() { printf '$ %s\n' "$*"; timeout 60 "$@" 2>&1 </dev/null || true; }
app() {
  : >app.dll
  printf '{"runtimeOptions": {"framework": {"name": "%s", "version": "%s"}}}\n' "$1" "$2" >app.runtimeconfig.json
}

app Microsoft.NETCore.App 8.0.0
try "$dotnet" app.dll
app Microsoft.AspNetCore.App 3.1.0
try "$dotnet" app.dll
try "$dotnet" build
echo '{"sdk": {"version": "8.0.400"}}' >global.json
try "$dotnet" build
rm app.runtimeconfig.json global.json
try "$dotnet" app.dll
try "$dotnet" missing.dll
