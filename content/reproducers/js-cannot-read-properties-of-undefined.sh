#!/bin/sh
# Provokes "Cannot read properties of undefined" in Node.js, in its forms.
# Needs: node (14 or newer)
# Takes: NODE, another binary.
# Run with: Node 14.19.3, 20.20.2, 24.19.0 on Debian 12.
set -eu

node=${NODE:-node}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

i=0
for code in "const user = undefined; console.log(user.name);" "const config = null; console.log(config.port);" \
  "const result = {}; result.items.map((x) => x);" "let order; order.id = 1;" "const { name } = undefined;"; do
  i=$((i + 1))
  echo "$code" >"$dir/app$i.js"
  "$node" "$dir/app$i.js" 2>&1 || true
done
