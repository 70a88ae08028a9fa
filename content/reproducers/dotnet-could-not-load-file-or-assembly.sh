#!/bin/sh
# Provokes "Could not load file or assembly": a library that is missing, one with a lower version than the app was
# built with, a file that is no assembly, and a dependency that the deps.json lists and the folder lacks.
# Needs: dotnet (with its runtime), mcs
# Takes: DOTNET, the program.
# Run with: .NET Core 3.1.23 (runtime of the PyPI package dotnetcore2) and mcs 6.8.0 on Debian 12.
set -eu

dotnet=${DOTNET:-dotnet}
dir=$(mktemp -d)
trap 'cd /; rm -rf "$dir"' EXIT
cd "$dir"
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 HOME="$dir"
try() { printf '$ %s\n' "$*"; timeout 60 "$@" 2>&1 </dev/null || true; }
real=$(readlink -f "$(command -v "$dotnet")")
runtime=$(find "$(dirname "$real")/shared/Microsoft.NETCore.App" -mindepth 1 -maxdepth 1 | sort | tail -n 1)
compile() { mcs -nostdlib -noconfig -r:"$runtime/System.Private.CoreLib.dll" -r:"$runtime/System.Runtime.dll" -r:"$runtime/System.Console.dll" "$@" >/dev/null 2>&1; }

library() {
  cat >lib.cs <<CS
[assembly: System.Reflection.AssemblyVersion("$1")]
public class Pdf { public static string Name() { return "pdf"; } }
CS
  compile -t:library -out:Shop.Pdf.dll lib.cs
}
cat >app.cs <<'CS'
public class App {
  static void Print() { System.Console.WriteLine(Pdf.Name()); }
  static void Main() { Print(); }
}
CS
library 2.1.0.0
compile -r:Shop.Pdf.dll -out:app.dll app.cs
printf '{"runtimeOptions": {"framework": {"name": "Microsoft.NETCore.App", "version": "%s"}}}\n' "$(basename "$runtime")" >app.runtimeconfig.json

try "$dotnet" app.dll
rm Shop.Pdf.dll
try "$dotnet" app.dll
library 1.0.0.0
try "$dotnet" app.dll
echo 'not an assembly' >Shop.Pdf.dll
try "$dotnet" app.dll
rm Shop.Pdf.dll
cat >app.deps.json <<'JSON'
{"runtimeTarget": {"name": ".NETCoreApp,Version=v3.1"},
 "targets": {".NETCoreApp,Version=v3.1": {"app/1.0.0": {"dependencies": {"Shop.Pdf": "2.1.0"}, "runtime": {"app.dll": {}}},
  "Shop.Pdf/2.1.0": {"runtime": {"lib/netstandard2.0/Shop.Pdf.dll": {"assemblyVersion": "2.1.0.0", "fileVersion": "2.1.0.0"}}}}},
 "libraries": {"app/1.0.0": {"type": "project", "serviceable": false, "sha512": ""},
  "Shop.Pdf/2.1.0": {"type": "package", "serviceable": true, "sha512": "", "path": "shop.pdf/2.1.0"}}}
JSON
try "$dotnet" app.dll
