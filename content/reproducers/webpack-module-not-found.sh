#!/bin/sh
# Provokes webpack's "Module not found": a file, a package, a module of Node.js and an alias that it cannot resolve.
# Needs: webpack (5, with webpack-cli), node
# Takes: WEBPACK, another webpack (a path, or "node …/webpack-cli/bin/cli.js").
# Run with: webpack 5.75.0 (Debian package webpack) and Node 20.20.2 on Debian 12.
set -eu

webpack=${WEBPACK:-webpack}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT
cd "$dir"

mkdir src
echo '{ "name": "shop", "version": "1.4.0" }' >package.json
cat >src/index.js <<'JS'
import Button from './components/Button';
import axios from 'axios';
import crypto from 'crypto';
import date from '@/utils/date';
console.log(Button, axios, crypto, date);
JS
# $webpack may hold several words
# shellcheck disable=SC2086
$webpack --mode production --entry ./src/index.js 2>&1 || true
