#!/bin/sh
# Provokes Yarn 1's refusal with --frozen-lockfile: package.json asks for something that yarn.lock does not have. No network is used.
# Needs: yarn (1.22; Debian calls it yarnpkg), node
# Takes: YARN, another yarn (a path, or "node …/yarn.js").
# Run with: yarn 1.22.19 (Debian package yarnpkg) and Node 20.20.2 on Debian 12.
set -eu

yarn=${YARN:-yarn}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

export HOME="$dir/home"
mkdir -p "$dir/home" "$dir/shop" "$dir/tool"
echo '{ "name": "tool", "version": "1.0.0", "license": "MIT" }' >"$dir/tool/package.json"
cd "$dir/shop"
echo '{ "name": "shop", "version": "1.4.0", "license": "MIT" }' >package.json
# $yarn may hold two words
# shellcheck disable=SC2086
$yarn install --offline >/dev/null 2>&1
echo '{ "name": "shop", "version": "1.4.0", "license": "MIT", "dependencies": { "tool": "file:../tool" } }' >package.json
# shellcheck disable=SC2086
$yarn install --offline --frozen-lockfile 2>&1 || true
