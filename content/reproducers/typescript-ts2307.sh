#!/bin/sh
# Provokes TS2307, TS2792 and TS7016: a package, a file and an alias that do not exist, an old search, a package without types.
# Needs: tsc (4 or 5), node
# Takes: TSC, another compiler (a path, or "node …/typescript/bin/tsc").
# Run with: TypeScript 4.8.4 (Debian package node-typescript) and Node 20.20.2 on Debian 12.
set -eu

tsc=${TSC:-tsc}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT
cd "$dir"

mkdir -p node_modules/untyped
echo 'module.exports = 1;' >node_modules/untyped/index.js
echo '{ "name": "untyped", "version": "1.0.0" }' >node_modules/untyped/package.json
cat >index.ts <<'TS'
import express from 'no-such-express';
import { x } from './missing';
import { y } from '@/lib/db';
import untyped from 'untyped';
export { express, x, y, untyped };
TS
# $tsc may hold two words
# shellcheck disable=SC2086
{
  $tsc --noEmit --strict --esModuleInterop --module commonjs --moduleResolution node index.ts 2>&1 || true
  $tsc --noEmit --module esnext --moduleResolution classic index.ts 2>&1 || true
}
