#!/bin/sh
# Provokes "Maximum call stack size exceeded" in Node.js: a function without an end, a cycle in JSON.stringify, too many arguments.
# Needs: node (14 or newer)
# Takes: NODE, another binary.
# Run with: Node 14.19.3, 20.20.2, 24.19.0 on Debian 12.
set -eu

node=${NODE:-node}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cat >"$dir/endless.js" <<'JS'
function price(item) { return price(item); }
price({});
JS
cat >"$dir/getter.js" <<'JS'
class Cart { get total() { return this.total; } }
console.log(new Cart().total);
JS
cat >"$dir/tojson.js" <<'JS'
const user = { toJSON() { return JSON.stringify(user); } };
JSON.stringify(user);
JS
cat >"$dir/spread.js" <<'JS'
const list = [];
list.push(...new Array(5_000_000).fill(0));
JS
cat >"$dir/logged.js" <<'JS'
const walk = (node) => walk(node.parent || node);
try { walk({}); } catch (error) { console.log(JSON.stringify({ level: 'error', name: error.name, message: error.message })); }
JS
for attempt in endless getter tojson spread logged; do
  "$node" "$dir/$attempt.js" 2>&1 || true
done
